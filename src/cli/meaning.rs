//! What the command line means. Every value has been checked; a plan cannot be impossible.

mod account;
mod beside;
mod list;
mod presentation;
mod proxy;
mod sender;
mod targets;
mod usage;

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

pub use self::account::{AccountError, LoginAsked, login};
pub use self::list::{ListError, Targets};
pub use self::presentation::Presentation;
pub use self::proxy::{PasswordOf, ProxyAsked, ProxyError, proxy, without_proxy};
pub use self::targets::{Meaning, targets};
pub use self::usage::UsageError;

use super::environment::Given;
use super::{CheckArgs, RootsArg};
use crate::plan::{Families, Limits, Pace, Plan, Roots};
use crate::shard::{Shard, ShardError};
use crate::target::HostName;

/// How every target is to be asked.
pub fn plan(args: &CheckArgs) -> Result<Plan, UsageError> {
    let families = match (args.ipv4, args.ipv6) {
        (true, _) => Families::V4,
        (false, true) => Families::V6,
        (false, false) => Families::Both,
    };
    let connect_to = args.connect_to.as_deref().map(connect_to).transpose()?;
    connect_to.map_or(Ok(()), |address| fits(address, families))?;
    let resolvers = args.resolver.iter();
    let resolvers = resolvers.map(|typed| resolver(typed, args.given("--resolver")));
    let tls_name = args.tls_name.as_deref();
    let own_name = args.ehlo.as_deref();
    Ok(Plan {
        families,
        limits: limits(args)?,
        resolvers: resolvers.collect::<Result<_, _>>()?,
        trust_anchor: args.trust_anchor.clone(),
        connect_to,
        tls_name: tls_name
            .map(|typed| name(typed, Given::Option("--tls-name")))
            .transpose()?,
        roots: match (&args.ca_file, args.roots) {
            (Some(file), _) => Roots::File(file.clone()),
            (None, RootsArg::Mozilla) => Roots::Mozilla,
            (None, RootsArg::System) => Roots::System,
        },
        ehlo: own_name
            .map(|typed| ehlo(typed, args.given("--ehlo")))
            .transpose()?,
        trace: !args.no_trace,
        online: args.online,
        send_address: args.send_address,
        large_hello: args.large_hello,
        // The secret is looked for last: see `login`.
        login: None,
        transaction: account::transaction(&args.account)?,
        // Its password is a secret too.
        through: None,
        sender: sender::sender(&args.sender)?,
        soon_days: presentation::soon_days(args),
    })
}

/// Which part of the list is wanted.
pub fn shard(args: &CheckArgs) -> Result<Option<Shard>, ShardError> {
    let variable = |name: &str| std::env::var(name).ok();
    let shard = args.shard.as_deref();
    shard.map(|typed| Shard::read(typed, &variable)).transpose()
}

/// How many targets are asked at once, and how soon one after the other.
pub fn pace(args: &CheckArgs) -> Result<Pace, UsageError> {
    pace_of(args.jobs.as_deref(), args.rate.as_deref())
}

/// The same for what was typed as `--jobs` and `--rate`.
pub fn pace_of(typed_jobs: Option<&str>, typed_rate: Option<&str>) -> Result<Pace, UsageError> {
    let usual = Pace::default();
    let jobs = typed_jobs.map(jobs).transpose()?;
    let gap = typed_rate.map(gap).transpose()?;
    Ok(Pace {
        jobs: jobs.unwrap_or(usual.jobs),
        is_asked_for: jobs.is_some(),
        gap: gap.unwrap_or(usual.gap),
        ..usual
    })
}

fn jobs(value: &str) -> Result<usize, UsageError> {
    let jobs = value.trim().parse().ok();
    let jobs = jobs.filter(|jobs| (1..=10_000).contains(jobs));
    jobs.ok_or_else(|| UsageError::Jobs {
        value: value.to_owned(),
    })
}

/// What lies between two targets at so many a second.
fn gap(value: &str) -> Result<Duration, UsageError> {
    // A comma is the decimal point of half the world.
    let rate = value.trim().replacen(',', ".", 1).parse::<f64>().ok();
    let rate = rate.filter(|rate| (0.001..=1_000_000.0).contains(rate));
    let rate = rate.ok_or_else(|| UsageError::Rate {
        value: value.to_owned(),
    })?;
    Ok(Duration::from_secs_f64(rate.recip()))
}

fn limits(args: &CheckArgs) -> Result<Limits, UsageError> {
    let greeting = args.given("--greeting-timeout");
    Ok(Limits {
        step: seconds(&args.timeout, args.given("--timeout"), "10")?,
        greeting: seconds(&args.greeting_timeout, greeting, "30")?,
        deadline: seconds(&args.deadline, args.given("--deadline"), "90")?,
    })
}

fn seconds(value: &str, given: Given, example: &'static str) -> Result<Duration, UsageError> {
    let bad = || match value {
        // `-tls` and its like, of swaks and `openssl s_client`, read as the value of -t.
        "ls" | "lsc" | "ls1_2" | "ls1_3" => UsageError::OfOpenssl {
            option: format!("-t{value}"),
        },
        _ => UsageError::Seconds {
            value: value.to_owned(),
            given,
            example,
        },
    };
    let seconds = in_seconds(value).ok_or_else(bad)?;
    // NaN is in no range.
    if !(0.1..=3600.0).contains(&seconds) {
        return Err(bad());
    }
    Ok(Duration::from_secs_f64(seconds))
}

/// A number of seconds, or one with the unit that `sleep`, `curl` and `dig` know.
fn in_seconds(value: &str) -> Option<f64> {
    const UNITS: [(&str, f64); 9] = [
        ("seconds", 1.0),
        ("secs", 1.0),
        ("sec", 1.0),
        ("minutes", 60.0),
        ("mins", 60.0),
        ("min", 60.0),
        ("ms", 0.001),
        ("s", 1.0),
        ("m", 60.0),
    ];
    let lower = value.trim().to_ascii_lowercase();
    let unit = UNITS.into_iter().find(|(unit, _)| lower.ends_with(unit));
    let (unit, factor) = unit.unwrap_or(("", 1.0));
    let number = lower.strip_suffix(unit)?.trim_end();
    // A comma is the decimal point of half the world.
    let number: f64 = number.replacen(',', ".", 1).parse().ok()?;
    Some(number * factor)
}

fn resolver(value: &str, given: Given) -> Result<SocketAddr, UsageError> {
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
        given,
        of_resolver: true,
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
        given: Given::Option("--connect-to"),
        of_resolver: false,
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

fn name(value: &str, given: Given) -> Result<String, UsageError> {
    if let Ok(address) = value.parse::<IpAddr>() {
        return Ok(address.to_string());
    }
    let name = value.parse::<HostName>();
    name.map(|name| name.ascii).map_err(|_| UsageError::Name {
        value: value.to_owned(),
        given,
    })
}

/// The EHLO name: a host name or an address literal such as `[192.0.2.1]` (RFC 5321 section 4.1.3).
fn ehlo(value: &str, given: Given) -> Result<String, UsageError> {
    let inside = value.strip_prefix('[').and_then(|v| v.strip_suffix(']'));
    let address = inside.map(|literal| literal.strip_prefix("IPv6:").unwrap_or(literal));
    match address.map(str::parse::<IpAddr>) {
        Some(Ok(_)) => Ok(value.to_owned()),
        Some(Err(_)) => Err(UsageError::Name {
            value: value.to_owned(),
            given,
        }),
        None => match value.parse::<IpAddr>() {
            Ok(IpAddr::V4(address)) => Ok(format!("[{address}]")),
            Ok(IpAddr::V6(address)) => Ok(format!("[IPv6:{address}]")),
            Err(_) => name(value, given),
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
        let args = Cli::try_parse_from(words).expect(line).check;
        let plan = super::plan(&args)?;
        targets(&args, &plan).map(|_| plan)
    }

    #[test]
    fn what_is_typed_with_a_target_alone_is_the_plan_by_default() {
        assert_eq!(plan("h"), Ok(Plan::default()));
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
            ("h -t 5h", "as in --timeout 10"),
            ("h -t s", "as in --timeout 10"),
            ("smtp.example.com 587", "mailcheck smtp.example.com:587"),
            (
                "smtp.example.com port 587",
                "mailcheck smtp.example.com:587",
            ),
            ("192.0.2.1 25", "mailcheck 192.0.2.1:25"),
            ("help", "mailcheck --help"),
            ("/?", "mailcheck --help"),
            ("version", "mailcheck --version"),
            ("-", "mailcheck --targets -"),
            ("@servers.txt", "--targets servers.txt"),
            ("check mail.example.com", "mailcheck mail.example.com"),
            ("ping mail.example.com", "mailcheck mail.example.com"),
            (
                "test a.example.com b.example.com",
                "mailcheck a.example.com b.example.com",
            ),
            ("h -s mail.example.com", "mailcheck mail.example.com"),
            ("mail.example.com:587 -starttls", "the port decides"),
            ("h -servername mail.example.com", "--tls-name"),
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
    fn the_pace_is_a_number_of_targets_and_a_number_a_second() {
        let pace = |line: &str| {
            let words = std::iter::once("mailcheck").chain(line.split_whitespace());
            pace(&Cli::try_parse_from(words).expect(line).check)
        };
        assert_eq!(pace("h"), Ok(Pace::default()));
        assert_eq!(pace("h --jobs 1").expect("good").jobs, 1);
        let gaps = [("20", 50), ("0.5", 2000), ("0,5", 2000), ("1e3", 1)];
        for (rate, gap) in gaps {
            let pace = pace(&format!("h --rate {rate}")).expect(rate);
            assert_eq!(pace.gap, Duration::from_millis(gap), "{rate}");
        }
        for jobs in ["0", "-1", "many", "1.5", "10001"] {
            let error = pace(&format!("h --jobs={jobs}")).expect_err(jobs);
            assert!(error.to_string().contains("--jobs 50"), "{error}");
        }
        for rate in ["0", "-1", "NaN", "inf", "fast", "10/s"] {
            let error = pace(&format!("h --rate {rate}")).expect_err(rate);
            assert!(error.to_string().contains("--rate 0.5"), "{error}");
        }
    }

    #[test]
    fn paths_are_traced_unless_the_user_does_not_want_it() {
        assert!(plan("h").expect("a plan").trace);
        assert!(!plan("h --no-trace").expect("a plan").trace);
    }
}
