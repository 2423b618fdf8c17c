//! What is said to a proxy, and what it answers: SOCKS 5 (RFC 1928) and HTTP CONNECT (RFC 9110 section 9.3.6).

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use super::{Malformed, Text};

/// Bytes of an HTTP proxy's answer that are read before it is taken for something else.
const MAX_HEAD: usize = 8192;

/// Where no port is named (curl(1), `--proxy`).
const USUAL_PORT: u16 = 1080;

/// The first words to a SOCKS proxy: version 5, and one method, without authentication. No password is ever sent.
pub const SOCKS5_HELLO: [u8; 3] = [5, 1, 0];

/// What the environment names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proxy {
    /// How it is spoken to.
    pub kind: Kind,
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
}

/// How a proxy is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// RFC 1928. `names`: the proxy looks the name up (`socks5h`).
    Socks5 {
        /// It looks names up itself.
        names: bool,
    },
    /// CONNECT (RFC 9110 section 9.3.6).
    Http,
}

impl Proxy {
    /// Reads a proxy's URL as curl does; `None` for those that mailcheck cannot speak to.
    pub fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
        let kind = match scheme.to_ascii_lowercase().as_str() {
            "socks5" | "socks" => Kind::Socks5 { names: false },
            "socks5h" => Kind::Socks5 { names: true },
            "http" => Kind::Http,
            _ => return None,
        };
        let place = rest.split('/').next().unwrap_or_default();
        let (host, port) = match place
            .strip_prefix('[')
            .and_then(|rest| rest.split_once(']'))
        {
            Some((host, rest)) => (host, rest.strip_prefix(':')),
            None => match place.rsplit_once(':') {
                Some((host, port)) => (host, Some(port)),
                None => (place, None),
            },
        };
        let port = port.map_or(Ok(USUAL_PORT), str::parse).ok()?;
        (!host.is_empty()).then(|| Self {
            kind,
            host: host.to_owned(),
            port,
        })
    }
}

/// Where the proxy shall connect to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// A name, which the proxy looks up, and a port.
    Name(String, u16),
    /// An address.
    Address(SocketAddr),
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name, port) => write!(f, "{name}:{port}"),
            Self::Address(address) => address.fmt(f),
        }
    }
}

/// The answer to [`SOCKS5_HELLO`]: whether the proxy takes us without authentication.
pub fn method(bytes: &[u8]) -> Result<Option<(bool, usize)>, Malformed> {
    match bytes {
        [] | [5] => Ok(None),
        [5, 0, ..] => Ok(Some((true, 2))),
        [5, 0xff, ..] => Ok(Some((false, 2))),
        _ => Err(Malformed::NotAProxy),
    }
}

/// The request to a SOCKS proxy that has taken us.
pub fn request(goal: &Goal) -> Vec<u8> {
    let mut request = vec![5, 1, 0];
    let port = match goal {
        Goal::Address(address) => {
            match address.ip() {
                IpAddr::V4(v4) => request.extend([1].iter().chain(&v4.octets())),
                IpAddr::V6(v6) => request.extend([4].iter().chain(&v6.octets())),
            }
            address.port()
        }
        Goal::Name(name, port) => {
            // Host names have 253 bytes at the most.
            request.extend([3, u8::try_from(name.len()).unwrap_or(u8::MAX)]);
            request.extend(name.bytes().take(usize::from(u8::MAX)));
            *port
        }
    };
    request.extend(port.to_be_bytes());
    request
}

/// The answer to a request: 0, or the number of a refusal, which is final before the rest of it has come.
///
/// The address that the proxy bound is of no interest; it stands before the server's first byte.
pub fn answer(bytes: &[u8]) -> Result<Option<(u8, usize)>, Malformed> {
    let (code, kind) = match bytes {
        [] | [5] | [5, 0] | [5, 0, _] => return Ok(None),
        [5, 0, _, kind, ..] => (0, *kind),
        [5, code, ..] => return Ok(Some((*code, 2))),
        _ => return Err(Malformed::NotAProxy),
    };
    let length = match (kind, bytes.get(4)) {
        (1, _) => 4,
        (4, _) => 16,
        (3, Some(length)) => 1 + usize::from(*length),
        (3, None) => return Ok(None),
        _ => return Err(Malformed::NotAProxy),
    };
    let used = 4 + length + 2;
    Ok((bytes.len() >= used).then_some((code, used)))
}

/// The words of RFC 1928 section 6.
pub fn reply_name(code: u8) -> &'static str {
    match code {
        1 => "general SOCKS server failure",
        2 => "connection not allowed by ruleset",
        3 => "Network unreachable",
        4 => "Host unreachable",
        5 => "Connection refused",
        6 => "TTL expired",
        7 => "Command not supported",
        8 => "Address type not supported",
        _ => "unassigned",
    }
}

/// The request to an HTTP proxy.
pub fn connect(goal: &Goal) -> String {
    format!("CONNECT {goal} HTTP/1.1\r\nHost: {goal}\r\n\r\n")
}

/// What an HTTP proxy answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The status line.
    pub status: Text,
    /// Any 2xx switches to the tunnel.
    pub opens: bool,
}

/// Reads the head of an HTTP proxy's answer, up to its empty line: what follows is the server's.
pub fn head(bytes: &[u8]) -> Result<Option<(Head, usize)>, Malformed> {
    let window = &bytes[..bytes.len().min(MAX_HEAD)];
    let start = &window[..window.len().min(5)];
    if start != &b"HTTP/"[..start.len()] {
        return Err(Malformed::NotAProxy);
    }
    let end = window.windows(4).position(|four| four == b"\r\n\r\n");
    let Some(end) = end else {
        return if window.len() == MAX_HEAD {
            Err(Malformed::NotAProxy)
        } else {
            Ok(None)
        };
    };
    let status = window[..end].split(|byte| *byte == b'\r').next();
    let status = status.unwrap_or_default();
    let code = status
        .split(|byte| *byte == b' ')
        .nth(1)
        .unwrap_or_default();
    let head = Head {
        opens: code.len() == 3 && code.starts_with(b"2"),
        status: status.into(),
    };
    Ok(Some((head, end + 4)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::testing::assert_prefix_stable;

    #[test]
    fn proxies_as_people_name_them() {
        let socks = |names| Kind::Socks5 { names };
        let rows = [
            (
                "socks5://proxy.test:9050",
                Some((socks(false), "proxy.test", 9050)),
            ),
            (
                "socks5h://proxy.test",
                Some((socks(true), "proxy.test", 1080)),
            ),
            ("SOCKS://192.0.2.1:1", Some((socks(false), "192.0.2.1", 1))),
            (
                "http://proxy.test:3128/",
                Some((Kind::Http, "proxy.test", 3128)),
            ),
            ("proxy.test:8080", Some((Kind::Http, "proxy.test", 8080))),
            (
                "http://[2001:db8::1]:3128",
                Some((Kind::Http, "2001:db8::1", 3128)),
            ),
            (
                "http://[2001:db8::1]",
                Some((Kind::Http, "2001:db8::1", 1080)),
            ),
            ("https://proxy.test", None),
            ("socks4://proxy.test", None),
            ("http://:3128", None),
            ("http://proxy.test:port", None),
        ];
        for (url, expected) in rows {
            let proxy = Proxy::parse(url);
            let seen = proxy.as_ref().map(|p| (p.kind, p.host.as_str(), p.port));
            assert_eq!(seen, expected, "{url}");
        }
    }

    #[test]
    fn every_prefix_of_every_answer_waits_or_agrees() {
        for input in [
            &b"\x05\x00rest"[..],
            b"\x05\xff",
            b"\x05\x02",
            b"HTTP/1.1 200 OK\r\nVia: x\r\n\r\n220 mx\r\n",
            b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",
            b"HTTP/1.1 200\n\n",
            b"220 mx\r\n\r\n",
            b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x19220 mx",
            b"\x05\x00\x00\x03\x02ab\x00\x19220",
            b"\x05\x00\x00\x04\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x00\x19",
            b"\x05\x05\x00\x01",
            b"\x05\x00\x00\x09",
            b"\x04\x5a",
        ] {
            assert_prefix_stable(input, method);
            assert_prefix_stable(input, answer);
            assert_prefix_stable(input, head);
        }
    }

    #[test]
    fn answers_are_read_as_far_as_they_go() {
        assert_eq!(method(b"\x05\x00\x05"), Ok(Some((true, 2))));
        assert_eq!(method(b"\x05\xff"), Ok(Some((false, 2))));
        assert_eq!(method(b"HTTP"), Err(Malformed::NotAProxy));
        assert_eq!(answer(b"\x05\x05"), Ok(Some((5, 2))));
        assert_eq!(
            answer(b"\x05\x00\x00\x03\x02ab\x00\x19220"),
            Ok(Some((0, 9)))
        );
        assert_eq!(answer(b"\x05\x00\x00\x03"), Ok(None));
        let (opened, used) = head(b"HTTP/1.0 200\r\n\r\n220").unwrap().unwrap();
        assert!(opened.opens && used == 16);
        let (refused, _) = head(b"HTTP/1.1 403 Forbidden\r\n\r\n").unwrap().unwrap();
        assert!(!refused.opens && refused.status == Text::from("HTTP/1.1 403 Forbidden"));
        let endless = [b"HTTP/1.1 200\r\n".to_vec(), vec![b'x'; MAX_HEAD]].concat();
        assert_eq!(head(&endless), Err(Malformed::NotAProxy));
    }
}
