//! What is said to a proxy, and what it answers: SOCKS 4, 4a and 5, and HTTP CONNECT (RFC 9110 section 9.3.6).

pub mod http;
mod no;
pub mod socks;

use std::fmt;
use std::net::SocketAddr;

pub use self::no::{Beyond, No, Refused, Verdict};

/// A proxy, and who one is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// How it is spoken to.
    pub kind: Kind,
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The user name for it, where there is one.
    pub user: Option<String>,
}

/// How a proxy is spoken to, and who looks names up: the schemes of curl(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// SOCKS 4: IPv4 addresses alone.
    Socks4,
    /// SOCKS 4a: the proxy looks names up.
    Socks4a,
    /// SOCKS 5 (RFC 1928): names are looked up here.
    Socks5,
    /// SOCKS 5: the proxy looks names up.
    Socks5h,
    /// CONNECT (RFC 9110 section 9.3.6): the proxy looks names up.
    Http,
    /// The same through TLS to the proxy.
    Https,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Socks4,
        Self::Socks4a,
        Self::Socks5,
        Self::Socks5h,
        Self::Http,
        Self::Https,
    ];

    /// The scheme of its URL.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Socks4 => "socks4",
            Self::Socks4a => "socks4a",
            Self::Socks5 => "socks5",
            Self::Socks5h => "socks5h",
            Self::Http => "http",
            Self::Https => "https",
        }
    }

    /// Whether the proxy looks names up, so that nobody here has to.
    pub const fn looks_names_up(self) -> bool {
        matches!(
            self,
            Self::Socks4a | Self::Socks5h | Self::Http | Self::Https
        )
    }

    /// Whether it can be told a password: SOCKS 4 has a user name alone.
    pub const fn takes_password(self) -> bool {
        !matches!(self, Self::Socks4 | Self::Socks4a)
    }

    /// Whether it can be told an IPv6 address.
    pub const fn takes_ipv6(self) -> bool {
        !matches!(self, Self::Socks4 | Self::Socks4a)
    }

    /// The port where none is named (curl(1), `--proxy`).
    const fn usual_port(self) -> u16 {
        match self {
            Self::Https => 443,
            Self::Socks4 | Self::Socks4a | Self::Socks5 | Self::Socks5h | Self::Http => 1080,
        }
    }

    fn of_scheme(scheme: &str) -> Option<Self> {
        let scheme = scheme.to_ascii_lowercase();
        // curl takes `socks` for version 4.
        let scheme = if scheme == "socks" { "socks4" } else { &scheme };
        Self::ALL.into_iter().find(|kind| kind.name() == scheme)
    }
}

/// What the URL of a proxy says.
#[derive(Clone, PartialEq, Eq)]
pub struct Url {
    /// The proxy.
    pub proxy: Proxy,
    /// The password, where one stands in it.
    pub password: Option<String>,
}

/// What is wrong with the URL of a proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UrlFault {
    /// No scheme that is known.
    Scheme,
    /// No host.
    Host,
    /// A port that is none.
    Port,
    /// A user name that the kind cannot carry.
    User,
}

/// What a SOCKS 5 user name or password may have (RFC 1929 section 2).
pub const MAX_WORD: usize = 255;

impl Url {
    /// Reads a proxy's URL as curl does: without a scheme it is HTTP, and path, query and fragment mean nothing.
    pub fn read(url: &str) -> Result<Self, UrlFault> {
        let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
        let kind = Kind::of_scheme(scheme).ok_or(UrlFault::Scheme)?;
        let rest = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (login, place) = match rest.rsplit_once('@') {
            Some((login, place)) => (Some(login), place),
            None => (None, rest),
        };
        let (host, port) = place_of(place)?;
        let (user, password) = match login.map(|login| login.split_once(':')) {
            Some(Some((user, password))) => (decoded(user)?, Some(decoded(password)?)),
            Some(None) => (decoded(login.unwrap_or_default())?, None),
            None => (String::new(), None),
        };
        if !kind.may_have_user(&user) {
            return Err(UrlFault::User);
        }
        Ok(Self {
            proxy: Proxy {
                kind,
                host: host.to_owned(),
                port: port.unwrap_or_else(|| kind.usual_port()),
                user: Some(user).filter(|user| !user.is_empty()),
            },
            password: password.filter(|password| !password.is_empty()),
        })
    }
}

impl Kind {
    /// Basic ends a user name at the colon (RFC 7617 section 2), SOCKS 4 at the zero byte, and SOCKS 5 counts in a byte.
    fn may_have_user(self, user: &str) -> bool {
        let plain = !user.chars().any(char::is_control);
        plain && user.len() <= MAX_WORD && !(self.is_http() && user.contains(':'))
    }

    /// Whether it is spoken to in HTTP.
    pub const fn is_http(self) -> bool {
        matches!(self, Self::Http | Self::Https)
    }
}

impl fmt::Debug for Url {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.proxy.fmt(f)
    }
}

/// Host and port; an IPv6 address stands in brackets.
fn place_of(place: &str) -> Result<(&str, Option<u16>), UrlFault> {
    let bracketed = place
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'));
    let (host, port) = match bracketed {
        Some((host, "")) => (host, None),
        Some((host, rest)) => (host, Some(rest.strip_prefix(':').ok_or(UrlFault::Port)?)),
        None => match place.rsplit_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (place, None),
        },
    };
    let odd = |c: char| c.is_whitespace() || c.is_control();
    if host.is_empty() || host.contains(odd) || (bracketed.is_none() && host.contains(':')) {
        return Err(UrlFault::Host);
    }
    let port = port.filter(|port| !port.is_empty()).map(str::parse::<u16>);
    match port.transpose() {
        Ok(Some(0)) | Err(_) => Err(UrlFault::Port),
        Ok(port) => Ok((host, port)),
    }
}

/// Undoes the percent signs (RFC 3986 section 2.1).
fn decoded(text: &str) -> Result<String, UrlFault> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = |digit: u8| char::from(digit).to_digit(16);
        let coded = match after {
            [high, low, ..] if *first == b'%' => hex(*high).zip(hex(*low)),
            _ => None,
        };
        if let Some((high, low)) = coded {
            bytes.push(u8::try_from(high * 16 + low).map_err(|_| UrlFault::User)?);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).map_err(|_| UrlFault::User)
}

impl fmt::Display for Proxy {
    /// Scheme, host and port: who one is there is nobody's business.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            kind, host, port, ..
        } = self;
        if host.contains(':') {
            write!(f, "{}://[{host}]:{port}", kind.name())
        } else {
            write!(f, "{}://{host}:{port}", kind.name())
        }
    }
}

/// Where the proxy shall connect to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal<'a> {
    /// A name, which the proxy looks up, and a port.
    Name(&'a str, u16),
    /// An address.
    Address(SocketAddr),
}

impl Goal<'_> {
    /// The address, where it is known here.
    pub const fn address(&self) -> Option<SocketAddr> {
        match self {
            Self::Address(address) => Some(*address),
            Self::Name(..) => None,
        }
    }

    /// The name or the address, without the port.
    pub fn host(&self) -> String {
        match self {
            Self::Name(name, _) => (*name).to_owned(),
            Self::Address(address) => address.ip().to_canonical().to_string(),
        }
    }
}

impl fmt::Display for Goal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name, port) => write!(f, "{name}:{port}"),
            Self::Address(address) => address.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests;
