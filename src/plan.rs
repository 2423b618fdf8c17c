//! What the command line means. Every value has been checked; a plan cannot be impossible.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use crate::cli::{CheckArgs, ColorArg, FormatArg, LangArg, RootsArg};
use crate::output::Output;
use crate::report::nagios::Days;
use crate::report::{Detail, Format};
use crate::service::{Endpoint, Service};
use crate::target::{Host, HostName, MxQuestion, Target, TargetError, Typed};
use crate::words::Lang;

/// The days of [`Days`] where the command line gives none.
const WARNING_DAYS: u16 = 14;
const CRITICAL_DAYS: u16 = 3;

/// What is to be asked, of whom, and how long to wait.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// At least one.
    pub targets: Vec<Target>,
    /// Which families of addresses.
    pub families: Families,
    /// How long to wait for what.
    pub limits: Limits,
    /// The resolvers to ask in place of the system's; empty = the system's.
    pub resolvers: Vec<SocketAddr>,
    /// The DNSKEY records to validate DNSSEC from, in place of the root's published keys.
    pub trust_anchor: Option<PathBuf>,
    /// Connect there and keep the name for TLS.
    pub connect_to: Option<IpAddr>,
    /// The name for SNI and for the certificate in place of the host's.
    pub tls_name: Option<String>,
    /// Whom to trust.
    pub roots: Roots,
    /// The name to give in EHLO in place of this host's.
    pub ehlo: Option<String>,
    /// Whether the path of a connection that failed may be traced.
    pub trace: bool,
}

/// Which families of addresses are asked for and tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Families {
    /// IPv4 and IPv6.
    Both,
    /// `-4`.
    V4,
    /// `-6`.
    V6,
}

impl Families {
    /// Whether IPv4 addresses are wanted.
    pub const fn v4(self) -> bool {
        matches!(self, Self::Both | Self::V4)
    }

    /// Whether IPv6 addresses are wanted.
    pub const fn v6(self) -> bool {
        matches!(self, Self::Both | Self::V6)
    }

    /// Whether `address` is of a wanted family.
    pub const fn wants(self, address: IpAddr) -> bool {
        match address {
            IpAddr::V4(_) => self.v4(),
            IpAddr::V6(_) => self.v6(),
        }
    }
}

/// How long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For a connect, a DNS lookup, each reply, a TLS handshake.
    pub step: Duration,
    /// For the first line.
    pub greeting: Duration,
    /// For the whole run.
    pub deadline: Duration,
}

/// The authorities to trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Roots {
    /// Mozilla's list, built in: the same answer on every machine.
    Mozilla,
    /// The list of this system.
    System,
    /// The certificates of a PEM file, and no others.
    File(PathBuf),
}

/// How to show the outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// `--format`.
    pub format: Format,
    /// `--output`.
    pub outputs: Vec<Output>,
    /// `--color`.
    pub colour: ColorArg,
    /// `--lang`; `None` = from the locale.
    pub lang: Option<Lang>,
    /// `-q`, `-v`.
    pub detail: Detail,
    /// `--redact`.
    pub redact: bool,
    /// `--strict`.
    pub strict: bool,
}

/// Why a command line makes no plan. The text says what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UsageError {
    /// A target that is none.
    #[error(transparent)]
    Target(#[from] TargetError),
    /// A service that is none.
    #[error(
        "\"{word}\" is not a service; use smtp, submission, submissions, pop3, pop3s, imap, imaps, \
         one of their ports, or all"
    )]
    Service {
        /// As typed.
        word: String,
    },
    /// The service was named twice.
    #[error("\"{typed}\" names its service already; leave out either --service or the {what}")]
    ServiceTwice {
        /// The target as typed.
        typed: String,
        /// "port" or "scheme".
        what: &'static str,
    },
    /// A time that is none.
    #[error(
        "\"{value}\" is not a time for {option}; give seconds from 0.1 to 3600, as in {option} {example}"
    )]
    Seconds {
        /// As typed.
        value: String,
        /// The option.
        option: &'static str,
        /// A good value.
        example: &'static str,
    },
    /// An address that is none.
    #[error("\"{value}\" is not an address for {option}; {right}")]
    Address {
        /// As typed.
        value: String,
        /// The option.
        option: &'static str,
        /// What would be right.
        right: &'static str,
    },
    /// An address of the family that was switched off.
    #[error(
        "{address} is an IPv{is} address, and {option} asks for IPv{wants} only; leave {option} out"
    )]
    Family {
        /// The address.
        address: IpAddr,
        /// Its family, 4 or 6.
        is: u8,
        /// The family asked for.
        wants: u8,
        /// `-4` or `-6`.
        option: &'static str,
    },
    /// A name that is none.
    #[error(
        "\"{value}\" is not a name for {option}; give a host name such as mail.example.com, or an address"
    )]
    Name {
        /// As typed.
        value: String,
        /// The option.
        option: &'static str,
    },
    /// `--mx` for something that can be no domain.
    #[error("--mx needs a domain, and \"{typed}\" is {what}; give a name such as example.com")]
    MxNeedsName {
        /// As typed.
        typed: String,
        /// What it is.
        what: &'static str,
    },
    /// `--redact` without the format that it is for.
    #[error(
        "--redact works in Markdown, HTML and letters; add -f markdown, -f html or --letter, or --output with a name that ends in .md or .html"
    )]
    RedactWithoutMarkdown,
    /// A file whose ending names no format.
    #[error(
        "\"{}\" does not say its format; let it end in .txt, .json, .ndjson, .md, .html, .xml (for JUnit) or .prom",
        .path.display()
    )]
    Ending {
        /// As typed.
        path: PathBuf,
    },
    /// A limit for certificates without the format that it is for.
    #[error("{option} works with -f nagios alone; add -f nagios")]
    DaysWithoutNagios {
        /// The option.
        option: &'static str,
    },
    /// A critical limit above the limit for a warning.
    #[error(
        "--critical-days {critical} is more than --warning-days {warning}; a certificate is critical later than \
         it is a warning"
    )]
    DaysReversed {
        /// Days for a warning.
        warning: u16,
        /// Days for critical.
        critical: u16,
    },
}

impl Plan {
    /// Makes the plan of a command line.
    pub fn from_args(args: &CheckArgs) -> Result<Self, UsageError> {
        let families = match (args.ipv4, args.ipv6) {
            (true, _) => Families::V4,
            (false, true) => Families::V6,
            (false, false) => Families::Both,
        };
        let services = services(&args.service)?;
        let targets = args
            .targets
            .iter()
            .map(|typed| target(typed, services.as_deref(), args))
            .collect::<Result<Vec<_>, _>>()?;
        let connect_to = args.connect_to.as_deref().map(connect_to).transpose()?;
        let literals = targets.iter().filter_map(|target| match target.host {
            Host::Address(address) => Some(address),
            Host::Name(_) => None,
        });
        // Where --connect-to is given, nothing goes to the address that was typed.
        for address in connect_to.map_or_else(|| literals.collect(), |address| vec![address]) {
            fits(address, families)?;
        }
        Ok(Self {
            targets,
            families,
            limits: Limits {
                step: seconds(&args.timeout, "--timeout", "10")?,
                greeting: seconds(&args.greeting_timeout, "--greeting-timeout", "30")?,
                deadline: seconds(&args.deadline, "--deadline", "90")?,
            },
            resolvers: args
                .resolver
                .iter()
                .map(|a| resolver(a))
                .collect::<Result<_, _>>()?,
            trust_anchor: args.trust_anchor.clone(),
            connect_to,
            tls_name: args
                .tls_name
                .as_deref()
                .map(|n| name(n, "--tls-name"))
                .transpose()?,
            roots: match (&args.ca_file, args.roots) {
                (Some(file), _) => Roots::File(file.clone()),
                (None, RootsArg::Mozilla) => Roots::Mozilla,
                (None, RootsArg::System) => Roots::System,
            },
            ehlo: args.ehlo.as_deref().map(ehlo).transpose()?,
            trace: !args.no_trace,
        })
    }
}

impl Presentation {
    /// How the command line wants the outcome.
    pub fn from_args(args: &CheckArgs) -> Result<Self, UsageError> {
        let days = days(args)?;
        let format = match args.format {
            _ if args.letter => Format::Letter,
            FormatArg::Text => Format::Text,
            FormatArg::Json => Format::Json,
            FormatArg::Ndjson => Format::Ndjson,
            FormatArg::Markdown => Format::Markdown,
            FormatArg::Html => Format::Html,
            FormatArg::Junit => Format::Junit,
            FormatArg::Nagios => Format::Nagios(days),
            FormatArg::Prometheus => Format::Prometheus,
        };
        let outputs = args
            .output
            .iter()
            .map(|path| Output::at(path).ok_or_else(|| UsageError::Ending { path: path.clone() }));
        let outputs: Vec<Output> = outputs.collect::<Result<_, _>>()?;
        let mut formats = outputs.iter().map(|output| output.format).chain([format]);
        let redactable =
            |format| matches!(format, Format::Markdown | Format::Html | Format::Letter);
        if args.redact && !formats.any(redactable) {
            return Err(UsageError::RedactWithoutMarkdown);
        }
        let detail = match (args.quiet, args.verbose) {
            (true, _) => Detail::Verdict,
            (false, true) => Detail::Everything,
            (false, false) => Detail::Normal,
        };
        Ok(Self {
            format,
            outputs,
            colour: args.color,
            lang: args.lang.map(LangArg::lang),
            detail,
            redact: args.redact,
            strict: args.strict,
        })
    }
}

/// The limits for certificates. A limit that was given alone moves the other one out of its way.
fn days(args: &CheckArgs) -> Result<Days, UsageError> {
    let given = [
        ("--warning-days", args.warning_days),
        ("--critical-days", args.critical_days),
    ];
    let given = given.into_iter().find(|(_, days)| days.is_some());
    if let (Some((option, _)), false) = (given, args.format == FormatArg::Nagios) {
        return Err(UsageError::DaysWithoutNagios { option });
    }
    let (warning, critical) = match (args.warning_days, args.critical_days) {
        (Some(warning), Some(critical)) => (warning, critical),
        (Some(warning), None) => (warning, CRITICAL_DAYS.min(warning)),
        (None, Some(critical)) => (WARNING_DAYS.max(critical), critical),
        (None, None) => (WARNING_DAYS, CRITICAL_DAYS),
    };
    if critical > warning {
        return Err(UsageError::DaysReversed { warning, critical });
    }
    Ok(Days { warning, critical })
}

fn target(
    typed: &str,
    services: Option<&[Endpoint]>,
    args: &CheckArgs,
) -> Result<Target, UsageError> {
    let parsed: Typed = typed.parse()?;
    let what = if typed.contains("://") {
        "scheme"
    } else {
        "port"
    };
    if parsed.endpoint.is_some() && services.is_some() {
        return Err(UsageError::ServiceTwice {
            typed: typed.to_owned(),
            what,
        });
    }
    if args.mx && !(parsed.endpoint.is_none() && matches!(parsed.host, Host::Name(_))) {
        let what = if parsed.endpoint.is_some() {
            "one service of a host"
        } else {
            "an address"
        };
        return Err(UsageError::MxNeedsName {
            typed: typed.to_owned(),
            what,
        });
    }
    let named = parsed.endpoint.is_some() || services.is_some();
    let (promised, telling) = match &parsed.host {
        Host::Name(name) => {
            let promised = name.promised_services();
            let telling = promised.len() < Service::ALL.len();
            (promised, telling)
        }
        Host::Address(_) => (Service::ALL.to_vec(), true),
    };
    let endpoints = match (parsed.endpoint, services) {
        (Some(endpoint), _) => vec![endpoint],
        (None, Some(services)) => services.to_vec(),
        (None, None) => promised.into_iter().map(Endpoint::usual).collect(),
    };
    let mx = match (args.mx, named || telling || args.host) {
        (true, _) => MxQuestion::Must,
        (false, true) => MxQuestion::Never,
        (false, false) => MxQuestion::Ask,
    };
    Ok(Target {
        typed: parsed.typed,
        host: parsed.host,
        endpoints,
        named,
        mx,
    })
}

/// The services of `--service`, each once, in the order of the table. `None` where the option was not given.
fn services(words: &[String]) -> Result<Option<Vec<Endpoint>>, UsageError> {
    if words.is_empty() {
        return Ok(None);
    }
    let mut endpoints = Vec::new();
    for word in words {
        let word = word.trim();
        if word.eq_ignore_ascii_case("all") {
            endpoints.extend(Service::ALL.map(Endpoint::usual));
            continue;
        }
        let by_name = Service::from_name(word).map(Endpoint::usual);
        let by_port = || word.parse().ok().and_then(Endpoint::from_port);
        let endpoint = by_name
            .or_else(by_port)
            .ok_or_else(|| UsageError::Service {
                word: word.to_owned(),
            })?;
        endpoints.push(endpoint);
    }
    endpoints.sort_unstable();
    endpoints.dedup();
    Ok(Some(endpoints))
}

fn seconds(
    value: &str,
    option: &'static str,
    example: &'static str,
) -> Result<Duration, UsageError> {
    let bad = || UsageError::Seconds {
        value: value.to_owned(),
        option,
        example,
    };
    let seconds: f64 = value.trim().parse().map_err(|_| bad())?;
    // NaN is in no range.
    if !(0.1..=3600.0).contains(&seconds) {
        return Err(bad());
    }
    Ok(Duration::from_secs_f64(seconds))
}

fn resolver(value: &str) -> Result<SocketAddr, UsageError> {
    if let Ok(address) = value.parse::<SocketAddr>()
        && address.port() != 0
    {
        return Ok(address);
    }
    let bare = value
        .strip_prefix('[')
        .and_then(|v| v.strip_suffix(']'))
        .unwrap_or(value);
    let address = bare.parse::<IpAddr>().map_err(|_| UsageError::Address {
        value: value.to_owned(),
        option: "--resolver",
        right: "give one such as 192.0.2.53, 192.0.2.53:5353 or [2001:db8::53]:5353",
    })?;
    Ok(SocketAddr::new(address, 53))
}

fn connect_to(value: &str) -> Result<IpAddr, UsageError> {
    let bare = value
        .strip_prefix('[')
        .and_then(|v| v.strip_suffix(']'))
        .unwrap_or(value);
    bare.parse().map_err(|_| UsageError::Address {
        value: value.to_owned(),
        option: "--connect-to",
        right: "give one such as 192.0.2.1 or 2001:db8::1; the ports are those of the services",
    })
}

fn fits(address: IpAddr, families: Families) -> Result<(), UsageError> {
    if families.wants(address) {
        return Ok(());
    }
    let (is, wants, option) = if address.is_ipv4() {
        (4, 6, "-6")
    } else {
        (6, 4, "-4")
    };
    Err(UsageError::Family {
        address,
        is,
        wants,
        option,
    })
}

fn name(value: &str, option: &'static str) -> Result<String, UsageError> {
    if let Ok(address) = value.parse::<IpAddr>() {
        return Ok(address.to_string());
    }
    let name = value.parse::<HostName>();
    name.map(|name| name.ascii).map_err(|_| UsageError::Name {
        value: value.to_owned(),
        option,
    })
}

/// The EHLO name: a host name or an address literal such as `[192.0.2.1]` (RFC 5321 section 4.1.3).
fn ehlo(value: &str) -> Result<String, UsageError> {
    let inside = value.strip_prefix('[').and_then(|v| v.strip_suffix(']'));
    let address = inside.map(|literal| literal.strip_prefix("IPv6:").unwrap_or(literal));
    match address.map(str::parse::<IpAddr>) {
        Some(Ok(_)) => Ok(value.to_owned()),
        Some(Err(_)) => Err(UsageError::Name {
            value: value.to_owned(),
            option: "--ehlo",
        }),
        None => match value.parse::<IpAddr>() {
            Ok(IpAddr::V4(address)) => Ok(format!("[{address}]")),
            Ok(IpAddr::V6(address)) => Ok(format!("[IPv6:{address}]")),
            Err(_) => name(value, "--ehlo"),
        },
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::Cli;

    fn plan(line: &str) -> Result<Plan, UsageError> {
        let words = std::iter::once("mailcheck").chain(line.split_whitespace());
        Plan::from_args(&Cli::try_parse_from(words).expect(line).check)
    }

    fn ports(line: &str) -> Vec<u16> {
        plan(line).expect(line).targets[0]
            .endpoints
            .iter()
            .map(|e| e.port)
            .collect()
    }

    #[test]
    fn services_come_from_the_name_unless_they_are_named() {
        assert_eq!(ports("smtp.example.com"), [25, 587, 465]);
        assert_eq!(
            ports("mail.example.com -s imaps,25,smtps,993"),
            [25, 465, 993]
        );
        assert_eq!(
            ports("smtp.example.com -s all"),
            [25, 587, 465, 110, 995, 143, 993]
        );
        assert_eq!(ports("mail.example.com:143"), [143]);
        assert!(plan("smtp.example.com -s imap").expect("a plan").targets[0].named);
        assert!(!plan("smtp.example.com").expect("a plan").targets[0].named);
    }

    #[test]
    fn only_a_name_that_tells_nothing_is_asked_for_mail_exchangers() {
        let rows = [
            ("example.com", MxQuestion::Ask),
            ("mail.example.com", MxQuestion::Ask),
            ("smtp.example.com", MxQuestion::Never),
            ("192.0.2.1", MxQuestion::Never),
            ("example.com:587", MxQuestion::Never),
            ("example.com -s imap", MxQuestion::Never),
            ("example.com --host", MxQuestion::Never),
            ("smtp.example.com --mx", MxQuestion::Must),
        ];
        for (line, mx) in rows {
            assert_eq!(plan(line).expect(line).targets[0].mx, mx, "{line}");
        }
    }

    #[test]
    fn resolvers_and_names_in_their_usual_forms() {
        let plan =
            plan("h -4 --resolver 192.0.2.53 --resolver [2001:db8::53]:5353 --ehlo 192.0.2.9")
                .expect("a plan");
        let resolvers: Vec<_> = plan.resolvers.iter().map(ToString::to_string).collect();
        assert_eq!(resolvers, ["192.0.2.53:53", "[2001:db8::53]:5353"]);
        assert_eq!(plan.ehlo.as_deref(), Some("[192.0.2.9]"));
        assert_eq!(plan.families, Families::V4);
    }

    #[test]
    fn what_is_wrong_is_said_in_one_sentence_with_what_would_be_right() {
        let rows = [
            ("h -s smpt", "use smtp, submission"),
            ("h:25 -s imap", "leave out either --service or the port"),
            ("imap://h -s imap", "the scheme"),
            ("h -t 0", "as in --timeout 10"),
            ("h -t ten", "as in --timeout 10"),
            ("h --deadline inf", "as in --deadline 90"),
            ("h --greeting-timeout -1", "as in --greeting-timeout 30"),
            ("h --resolver dns.example.com", "192.0.2.53:5353"),
            ("h --resolver 192.0.2.53:0", "192.0.2.53:5353"),
            (
                "h --connect-to 192.0.2.1:25",
                "ports are those of the services",
            ),
            ("192.0.2.1 -6", "leave -6 out"),
            ("h -4 --connect-to 2001:db8::1", "leave -4 out"),
            ("h --tls-name a..b", "host name such as"),
            ("h --ehlo [nonsense]", "host name such as"),
            ("192.0.2.1 --mx", "is an address"),
            ("h:25 --mx", "one service of a host"),
        ];
        for (line, says) in rows {
            let error = plan(line).expect_err(line).to_string();
            assert!(error.contains(says), "{line}: {error}");
            assert!(
                !error.contains('\n') && !error.contains("  "),
                "{line}: {error}"
            );
        }
    }

    #[test]
    fn paths_are_traced_unless_the_user_does_not_want_it() {
        assert!(plan("h").expect("a plan").trace);
        assert!(!plan("h --no-trace").expect("a plan").trace);
    }

    #[test]
    fn redact_is_for_what_is_handed_on() {
        let parse = |line: &[&str]| {
            Presentation::from_args(&Cli::try_parse_from(line).expect("parses").check)
        };
        let error = parse(&["mailcheck", "h", "--redact"]).expect_err("text has no --redact");
        assert!(error.to_string().contains("add -f markdown"));
        for format in ["markdown", "html"] {
            assert!(parse(&["mailcheck", "h", "--redact", "-f", format]).is_ok());
        }
    }
}
