//! Reads what was typed for a target: plain, as a URL, or in the habit of another program.

use std::net::{IpAddr, Ipv6Addr};
use std::str::FromStr;

use super::{Host, HostName, Mailbox, TargetError, pasted};
use crate::service::{Endpoint, Service};

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
            host: port.trim_start().to_owned(),
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
    if let Some(error) = with_more_behind(typed) {
        return Err(error);
    }
    let hosts: Vec<&str> = typed.split([',', ';']).map(str::trim).collect();
    if let [first, others @ ..] = hosts.as_slice()
        && !others.is_empty()
    {
        return Err(several(first, others));
    }
    port_or_address(typed)
}

/// A host, and behind it a port in another form, the words of a table of settings, or the path of a page:
/// `host port 587`, `host:993 (SSL/TLS)`, `host/owa`, `host:25:587`, Postfix' `smtp:[host]:25`.
fn with_more_behind(typed: &str) -> Option<TargetError> {
    let is_host = |text: &str| text.parse::<HostName>().is_ok() && text.contains('.');
    if let Some((service, rest)) = typed.split_once(":[")
        && let Some(service) = Service::from_name(service)
    {
        let host = rest.replacen(']', "", 1);
        let service = service.name();
        return Some(TargetError::ServiceBefore { service, host });
    }
    if typed.contains("::") || typed.parse::<IpAddr>().is_ok() {
        return None;
    }
    let end = typed.find(|sign: char| sign.is_whitespace() || "/#:(=,".contains(sign))?;
    let (host, rest) = typed.split_at(end);
    if host.parse::<HostName>().is_err() {
        return None;
    }
    let host = host.to_owned();
    let ports = rest.strip_prefix(':').filter(|ports| ports.contains(':'));
    if let Some(ports) = ports.filter(|ports| ports.split(':').all(is_number)) {
        let ports = ports.replace(':', ",");
        return Some(TargetError::SeveralPorts { host, ports });
    }
    let words: Vec<String> = rest
        .split(|sign: char| sign.is_whitespace() || "/#:()=,".contains(sign))
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let numbers = || words.iter().filter(|word| is_number(word));
    let port = numbers().find_map(|word| word.parse::<u16>().ok());
    let mut names = words.iter().filter(|word| !is_number(word));
    let is_security = |word: &String| means_security(word);
    let is_word = |word: &String| is_security(word) || means_port(word);
    let plain = rest.strip_prefix(':').is_some_and(is_number);
    if numbers().count() <= 1 && !plain && names.clone().all(is_word) {
        return match (port, names.any(is_security)) {
            (Some(port), true) => Some(TargetError::SecurityBehind {
                host: format!("{host}:{port}"),
            }),
            (Some(port), false) => Some(TargetError::PortSign { host, port }),
            (None, true) => Some(TargetError::SecurityBehind { host }),
            (None, false) => None,
        };
    }
    let is_page = rest.starts_with('/') && is_host(&host);
    is_page.then_some(TargetError::WebPage { host })
}

/// Whether a word in small letters says that a port follows, or is what tables of ports put behind one.
pub(crate) fn means_port(word: &str) -> bool {
    PORT.contains(&word)
}

/// Whether a word in small letters says how a port is encrypted: `starttls`, `ssl/tls`.
pub(crate) fn means_security(word: &str) -> bool {
    word.split(['/', '+']).all(|part| SECURITY.contains(&part))
}

/// How people say "port", and what tables of ports put behind one.
const PORT: [&str; 7] = [
    "port",
    "tcp",
    "ports",
    "puerto",
    "porta",
    "порт",
    "\u{7aef}\u{53e3}",
];

/// How tables of settings say how a port is encrypted.
const SECURITY: [&str; 8] = [
    "ssl",
    "tls",
    "starttls",
    "ssl-tls",
    "implicit",
    "explicit",
    "encrypted",
    "secure",
];

/// `user@example.com`, `user:password@host`, `host@587`, `@192.0.2.53`.
fn with_at_sign(typed: &str, before: &str, behind: &str) -> TargetError {
    let behind = behind.to_owned();
    if before.is_empty() {
        TargetError::ServerToAsk { server: behind }
    } else if before.contains([':', '/']) || behind.contains(':') {
        // Behind the colon may stand a port, or a password, which is not said again.
        let port = behind.rsplit_once(':').filter(|(_, port)| !is_number(port));
        let host = port.map_or(behind.as_str(), |(host, _)| host).to_owned();
        TargetError::Credentials { host }
    } else if let (Ok(port), true) = (behind.parse(), before.contains('.')) {
        let host = before.to_owned();
        TargetError::PortSign { host, port }
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
        Some(_) | None => {
            let parts = [&[first], others].concat();
            let dotted = parts.join(".");
            // The comma of a numeric keypad in half of the world.
            let is_name = !parts.iter().any(|part| part.contains('.'));
            if is_name && parts.len() > 2 && dotted.parse::<HostName>().is_ok() {
                return TargetError::CommasForDots { dotted };
            }
            TargetError::SeveralHosts {
                apart: parts.join(" "),
            }
        }
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
