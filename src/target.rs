//! What the user typed: a host, one service of a host, a mail domain, or a mail address.

mod mailbox;

pub use self::mailbox::Mailbox;

mod error;
mod pasted;

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

pub use self::error::{BadName, TargetError};
use crate::service::{Endpoint, Protocol, Purpose, Service};

/// The host of a target: a name to look up, or an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Host {
    /// A DNS name.
    Name(HostName),
    /// An address literal; there is nothing to look up.
    Address(IpAddr),
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(&name.ascii),
            Self::Address(address) => address.fmt(f),
        }
    }
}

/// What names of mail servers promise by how they begin.
const PROMISES: [(&str, Purpose); 6] = [
    ("smtp", Purpose::Submitting),
    ("mx", Purpose::Receiving),
    ("mta", Purpose::Receiving),
    ("relay", Purpose::Receiving),
    ("pop", Purpose::Pop3),
    ("imap", Purpose::Imap),
];

/// A host name in both forms: what DNS carries, and what people read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HostName {
    /// A-labels, lower case, without the final dot.
    pub ascii: String,
    /// U-labels; equal to `ascii` for most names.
    pub unicode: String,
    /// Whether it was written with the final dot, so that no search domain is put behind it.
    pub rooted: bool,
}

impl HostName {
    /// Whether the two forms differ.
    pub fn is_international(&self) -> bool {
        self.ascii != self.unicode
    }

    /// What the first label promises. `None` for a neutral one, such as `mail`.
    pub fn promise(&self) -> Option<Purpose> {
        let label = self.ascii.split('.').next().unwrap_or_default();
        let begins = |prefix: &&(&str, Purpose)| label.starts_with(prefix.0);
        PROMISES.iter().find(begins).map(|(_, purpose)| *purpose)
    }

    /// The services that the first label promises: `imap.example.com` is asked for IMAP alone.
    pub fn promised_services(&self) -> Vec<Service> {
        let protocol = self.promise().map(|purpose| match purpose {
            Purpose::Submitting | Purpose::Receiving => Protocol::Smtp,
            Purpose::Pop3 => Protocol::Pop3,
            Purpose::Imap => Protocol::Imap,
        });
        let promised = |service: &Service| protocol.is_none_or(|one| one == service.protocol());
        Service::ALL.into_iter().filter(promised).collect()
    }
}

impl FromStr for HostName {
    type Err = TargetError;

    fn from_str(typed: &str) -> Result<Self, TargetError> {
        let trimmed = typed.strip_suffix('.').unwrap_or(typed);
        let bad = |why| TargetError::BadName {
            typed: typed.to_owned(),
            why,
        };
        if trimmed.is_empty() {
            return Err(bad(BadName::Empty));
        }
        if trimmed.contains('@') {
            return Err(TargetError::MailAddress {
                typed: typed.to_owned(),
                domain: trimmed.rsplit('@').next().unwrap_or_default().to_owned(),
            });
        }
        let ascii = idna::domain_to_ascii(trimmed).map_err(|_| bad(BadName::Characters))?;
        if let Some(why) = flaw(&ascii) {
            return Err(bad(why));
        }
        let (unicode, readable) = idna::domain_to_unicode(&ascii);
        let unicode = if readable.is_ok() {
            unicode
        } else {
            ascii.clone()
        };
        Ok(Self {
            ascii,
            unicode,
            rooted: trimmed.len() < typed.len(),
        })
    }
}

/// What keeps `ascii` from being a host name (RFC 1123 section 2.1, with the underscore that DNS allows).
fn flaw(ascii: &str) -> Option<BadName> {
    if ascii.len() > 253 {
        return Some(BadName::TooLong);
    }
    for label in ascii.split('.') {
        if label.is_empty() {
            return Some(BadName::EmptyLabel);
        }
        if label.len() > 63 {
            return Some(BadName::LabelTooLong);
        }
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if !label.bytes().all(plain) || label.starts_with('-') || label.ends_with('-') {
            return Some(BadName::Characters);
        }
    }
    let last = ascii.rsplit('.').next().unwrap_or_default();
    // No top-level name is a number; `192.0.2` and `127.1` are mistyped addresses.
    last.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then_some(BadName::LooksLikeAddress)
}

/// A target with everything that the command line says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Word for word.
    pub typed: String,
    /// Which host, or which domain.
    pub host: Host,
    /// What to check at the host, in the order of the service table.
    pub endpoints: Vec<Endpoint>,
    /// Whether the user named the services. What is named must work; of what is taken by default, one for each purpose.
    pub named: bool,
    /// Whether it may be a mail domain.
    pub mx: MxQuestion,
    /// The mail address, where it is one; `host` is its domain then.
    pub mailbox: Option<Mailbox>,
    /// The number of its line, from 1, where it comes from a list.
    pub line: Option<u64>,
}

/// Whether a name is asked for mail exchangers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MxQuestion {
    /// It is a host, and why.
    Never(HostBecause),
    /// It is a domain if it has MX records, and a host if not.
    Ask,
    /// It is a domain: `--mx`.
    Must,
}

/// Why a target can only be a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HostBecause {
    /// Its services were named.
    Named,
    /// It is an address.
    Address,
    /// Its first label says what it is for.
    Label,
    /// `--host`.
    Asked,
    /// It is a mail address, whose servers are found otherwise.
    MailAddress,
}

/// A target as typed, before the options of the command line have been considered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Word for word.
    pub typed: String,
    /// Which host.
    pub host: Host,
    /// The one service, where a port or a URL named it.
    pub endpoint: Option<Endpoint>,
    /// The mail address, where it is one.
    pub mailbox: Option<Mailbox>,
}

impl FromStr for Typed {
    type Err = TargetError;

    fn from_str(typed: &str) -> Result<Self, TargetError> {
        let typed = pasted::cleaned(typed);
        if let Some(mailbox) = Mailbox::read(&typed) {
            return Ok(Self {
                typed,
                host: Host::Name(mailbox.domain.clone()),
                endpoint: None,
                mailbox: Some(mailbox),
            });
        }
        let (host, endpoint) = match typed.split_once("://") {
            Some((scheme, rest)) => from_url(&typed, scheme, rest)?,
            None => from_plain(&typed)?,
        };
        Ok(Self {
            typed,
            host,
            endpoint,
            mailbox: None,
        })
    }
}

fn from_plain(typed: &str) -> Result<(Host, Option<Endpoint>), TargetError> {
    other_habits(typed)?;
    let (host, port) = split_port(typed)?;
    let Some(port) = port else {
        return Ok((parse_host(host)?, None));
    };
    if let Some(service) = Service::from_name(host).filter(|_| !is_number(port)) {
        return Err(TargetError::ServiceBefore {
            service: service.name(),
            host: port.to_owned(),
        });
    }
    let host = parse_host(host)?;
    // `host:submission`, as /etc/services names ports.
    if let Some(service) = Service::from_name(port) {
        return Ok((host, Some(Endpoint::usual(service))));
    }
    let port = parse_port(port)?;
    let endpoint = Endpoint::from_port(port).ok_or_else(|| TargetError::UnknownPort {
        port,
        host: bracketed(&host),
        example: "submission",
    })?;
    Ok((host, Some(endpoint)))
}

/// What is right for another program, and here has another form.
fn other_habits(typed: &str) -> Result<(), TargetError> {
    if let Some((before, behind)) = typed.rsplit_once('@') {
        return Err(with_at_sign(typed, before, behind));
    }
    if let Some((host, port)) = typed.split_once(['/', '#', ' '])
        && let Ok(port) = port.trim().parse::<u16>()
        && host.parse::<HostName>().is_ok()
    {
        let host = host.to_owned();
        return Err(TargetError::PortSign { host, port });
    }
    let hosts: Vec<&str> = typed.split([',', ';']).map(str::trim).collect();
    if let [first, others @ ..] = hosts.as_slice()
        && !others.is_empty()
    {
        return Err(several(first, others));
    }
    port_or_address(typed)
}

/// `user@example.com`, `user:password@host`, `@192.0.2.53`.
fn with_at_sign(typed: &str, before: &str, behind: &str) -> TargetError {
    let behind = behind.to_owned();
    if before.is_empty() {
        TargetError::ServerToAsk { server: behind }
    } else if before.contains([':', '/']) || behind.contains(':') {
        TargetError::Credentials { host: behind }
    } else {
        TargetError::MailAddress {
            typed: typed.to_owned(),
            domain: behind,
        }
    }
}

/// `host:25,587`, or hosts with commas between them.
fn several(first: &str, others: &[&str]) -> TargetError {
    let with_port = first.rsplit_once(':').filter(|(_, port)| is_number(port));
    match with_port {
        Some((host, port)) if others.iter().all(|other| is_number(other)) => {
            TargetError::SeveralPorts {
                host: host.to_owned(),
                ports: [&[port], others].concat().join(","),
            }
        }
        Some(_) | None => TargetError::SeveralHosts {
            apart: [&[first], others].concat().join(" "),
        },
    }
}

/// Without brackets every colon belongs to an IPv6 address; but where its last group is the number of a mail service's
/// port and the rest is an address too, nobody can know what was meant.
fn port_or_address(typed: &str) -> Result<(), TargetError> {
    let Some((address, port)) = typed.rsplit_once(':') else {
        return Ok(());
    };
    let is_mail_port = port.parse().ok().and_then(Endpoint::from_port).is_some();
    let both = typed.parse::<Ipv6Addr>().is_ok() && address.parse::<Ipv6Addr>().is_ok();
    if is_mail_port && both {
        return Err(TargetError::PortOrAddress {
            typed: typed.to_owned(),
            address: address.to_owned(),
            port: port.to_owned(),
        });
    }
    Ok(())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn from_url(
    typed: &str,
    scheme: &str,
    rest: &str,
) -> Result<(Host, Option<Endpoint>), TargetError> {
    let host_part = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            let host = host_part.to_owned();
            return Err(TargetError::WebPage { host });
        }
        // They say how to connect and not what to speak; the port does.
        "ssl" | "tls" | "tcp" | "starttls" => return from_plain(host_part),
        _ => {}
    }
    let service = Service::from_name(scheme).ok_or_else(|| TargetError::BadScheme {
        scheme: scheme.to_owned(),
    })?;
    if let Some((_, host)) = host_part.rsplit_once('@') {
        let host = host.to_owned();
        return Err(TargetError::Credentials { host });
    }
    if host_part.len() < rest.len() {
        return Err(TargetError::UrlExtra {
            typed: typed.to_owned(),
            scheme: scheme.to_owned(),
            host: host_part.to_owned(),
        });
    }
    let (host, port) = split_port(rest)?;
    let host = parse_host(host)?;
    let endpoint = match port {
        Some(port) => Endpoint::at(service, parse_port(port)?),
        None => Endpoint::usual(service),
    };
    Ok((host, Some(endpoint)))
}

/// Cuts `host:port`, `[v6]:port` and a bare IPv6 address, in which every colon belongs to the address.
fn split_port(typed: &str) -> Result<(&str, Option<&str>), TargetError> {
    if let Some(rest) = typed.strip_prefix('[') {
        let bad = || TargetError::BadAddress {
            typed: typed.to_owned(),
        };
        let (inside, behind) = rest.split_once(']').ok_or_else(bad)?;
        if inside.contains('%') {
            return Err(TargetError::Zone {
                typed: typed.to_owned(),
            });
        }
        // Postfix writes every relay host in brackets, also a name; here they add nothing.
        let is_host = inside.contains('.') && parse_host(inside).is_ok();
        if inside.parse::<Ipv6Addr>().is_err() && !is_host {
            return Err(bad());
        }
        return match behind.strip_prefix(':') {
            Some(port) => Ok((inside, Some(port))),
            None if behind.is_empty() => Ok((inside, None)),
            None => Err(bad()),
        };
    }
    if typed.matches(':').count() > 1 {
        return Ok((typed, None));
    }
    Ok(match typed.split_once(':') {
        Some((host, port)) => (host, Some(port)),
        None => (typed, None),
    })
}

fn parse_host(host: &str) -> Result<Host, TargetError> {
    if let Ok(address) = host.parse::<IpAddr>() {
        return Ok(Host::Address(address));
    }
    if host.contains('%') && host.contains(':') {
        return Err(TargetError::Zone {
            typed: host.to_owned(),
        });
    }
    if host.contains(':') {
        return Err(TargetError::BadAddress {
            typed: host.to_owned(),
        });
    }
    Ok(Host::Name(host.parse()?))
}

fn parse_port(port: &str) -> Result<u16, TargetError> {
    let bad = || TargetError::BadPort {
        port: port.to_owned(),
    };
    // `u16::from_str` takes "+25", which nobody means.
    if !is_number(port) {
        return Err(bad());
    }
    match port.parse::<u16>() {
        Ok(0) | Err(_) => Err(bad()),
        Ok(port) => Ok(port),
    }
}

fn bracketed(host: &Host) -> String {
    match host {
        Host::Address(IpAddr::V6(address)) => format!("[{address}]"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(typed: &str) -> Typed {
        typed
            .parse()
            .unwrap_or_else(|error| panic!("{typed}: {error}"))
    }

    #[test]
    fn what_people_type() {
        type Row<'a> = (&'a str, &'a str, Option<(Service, u16)>);
        let rows: [Row<'_>; 25] = [
            ("smtp.example.com", "smtp.example.com", None),
            ("SMTP.Example.COM.", "smtp.example.com", None),
            (
                "smtp.example.com:587",
                "smtp.example.com",
                Some((Service::Submission, 587)),
            ),
            (
                "mail.example.com:2525",
                "mail.example.com",
                Some((Service::Submission, 2525)),
            ),
            ("192.0.2.1", "192.0.2.1", None),
            ("192.0.2.1:25", "192.0.2.1", Some((Service::Smtp, 25))),
            ("2001:db8::1", "2001:db8::1", None),
            ("[2001:db8::1]", "2001:db8::1", None),
            (
                "[2001:db8::1]:993",
                "2001:db8::1",
                Some((Service::Imaps, 993)),
            ),
            (
                "smtp://mx.example.com",
                "mx.example.com",
                Some((Service::Smtp, 25)),
            ),
            (
                "smtps://mx.example.com/",
                "mx.example.com",
                Some((Service::Submissions, 465)),
            ),
            ("imaps://host:10993", "host", Some((Service::Imaps, 10993))),
            (
                "pop3://[2001:db8::1]:1110",
                "2001:db8::1",
                Some((Service::Pop3, 1110)),
            ),
            ("bücher.example", "xn--bcher-kva.example", None),
            ("_dmarc.example.com", "_dmarc.example.com", None),
            // As other programs want it: names of ports, URLs that say only how to connect, the relay host of Postfix.
            (
                "smtp.example.com:smtp",
                "smtp.example.com",
                Some((Service::Smtp, 25)),
            ),
            (
                "smtp.example.com:submission",
                "smtp.example.com",
                Some((Service::Submission, 587)),
            ),
            (
                "ssl://smtp.example.com:465",
                "smtp.example.com",
                Some((Service::Submissions, 465)),
            ),
            (
                "tls://imap.example.com:993",
                "imap.example.com",
                Some((Service::Imaps, 993)),
            ),
            ("tcp://192.0.2.1:25", "192.0.2.1", Some((Service::Smtp, 25))),
            ("ssl://smtp.example.com", "smtp.example.com", None),
            (
                "[smtp.example.com]:587",
                "smtp.example.com",
                Some((Service::Submission, 587)),
            ),
            ("[192.0.2.1]:25", "192.0.2.1", Some((Service::Smtp, 25))),
            // An address that ends like a port, and is none without that end.
            ("2001:db8::25", "2001:db8::25", None),
            ("[2001:db8:113::25:587]", "2001:db8:113::25:587", None),
        ];
        for (typed, host, endpoint) in rows {
            let target = parse(typed);
            // What belongs to no name is left out.
            assert_eq!(target.typed, typed.trim_end_matches('/'));
            assert_eq!(target.host.to_string(), host, "{typed}");
            assert_eq!(
                target.endpoint.map(|e| (e.service, e.port)),
                endpoint,
                "{typed}"
            );
        }
    }

    #[test]
    fn an_international_name_has_two_forms() {
        let Host::Name(name) = parse("xn--bcher-kva.example").host else {
            panic!("a name")
        };
        assert_eq!(name.unicode, "bücher.example");
        assert!(name.is_international());
    }

    #[test]
    fn what_is_wrong_is_said_with_what_would_be_right() {
        let rows = [
            ("", "it is empty"),
            ("smtp..example.com", "nothing between two of its dots"),
            ("smtp example com", "letters, digits, hyphens"),
            ("-x.example.com", "letters, digits, hyphens"),
            ("host:0", "from 1 to 65535"),
            ("host:65536", "from 1 to 65535"),
            ("host:+25", "from 1 to 65535"),
            ("host:8080", "submission://host:8080"),
            ("ftp://host", "use smtp://"),
            ("https://mail.example.com/owa", "mailcheck mail.example.com"),
            ("http://mail.example.com", "for a browser"),
            ("smtp://host/path", "smtp://host"),
            (
                "smtp://me:secret@mail.example.com",
                "mailcheck mail.example.com",
            ),
            (
                "me:secret@mail.example.com",
                "--login --user NAME mail.example.com",
            ),
            ("@192.0.2.53", "--resolver 192.0.2.53"),
            ("smtp.example.com/587", "smtp.example.com:587"),
            ("smtp.example.com#587", "smtp.example.com:587"),
            ("smtp.example.com 587", "smtp.example.com:587"),
            ("smtp.example.com:25,587", "-s 25,587 smtp.example.com"),
            (
                "a.example.com,b.example.com",
                "mailcheck a.example.com b.example.com",
            ),
            ("smtp:mail.example.com", "smtp://mail.example.com"),
            ("2001:db8:113::25:587", "[2001:db8:113::25]:587"),
            ("2001:db8:113::25:587", "[2001:db8:113::25:587]"),
            ("fe80::1%eth0", "global address"),
            ("[::1", "[2001:db8::1]"),
            ("[::1]25", "[2001:db8::1]"),
            ("1:2:3", "[2001:db8::1]"),
            ("192.0.2", "four"),
            ("127.1", "four"),
            (&"a".repeat(64), "63 characters"),
            (&vec!["a".repeat(60); 5].join("."), "253 characters"),
        ];
        for (typed, says) in rows {
            let error = typed.parse::<Typed>().expect_err(typed).to_string();
            assert!(error.contains(says), "{typed}: {error}");
            assert!(!error.contains('\n'), "{typed}: one sentence");
        }
    }

    #[test]
    fn the_first_label_promises_services() {
        let services = |name: &str| {
            let name: HostName = name.parse().expect("a name");
            name.promised_services()
                .into_iter()
                .map(Service::port)
                .collect::<Vec<_>>()
        };
        assert_eq!(services("smtp.example.com"), [25, 587, 465]);
        assert_eq!(services("smtp-mail.outlook.com"), [25, 587, 465]);
        assert_eq!(services("mx01.example.com"), [25, 587, 465]);
        assert_eq!(services("pop3.example.com"), [110, 995]);
        assert_eq!(services("imap.example.com"), [143, 993]);
        assert_eq!(
            services("mail.example.com"),
            [25, 587, 465, 110, 995, 143, 993]
        );
    }
}
