//! SOCKS 4 and 4a, SOCKS 5 (RFC 1928) and its login by name and password (RFC 1929).

use std::net::{IpAddr, Ipv4Addr};

use super::{Goal, MAX_WORD};
use crate::wire::Malformed;

/// The first words to a SOCKS 5 proxy: without a login, and with one by name and password where there is one.
pub const fn hello(login: bool) -> &'static [u8] {
    if login {
        &[5, 2, NO_LOGIN, BY_PASSWORD]
    } else {
        &[5, 1, NO_LOGIN]
    }
}

/// The method without a login.
pub const NO_LOGIN: u8 = 0;
/// Kerberos (RFC 1961).
pub const GSSAPI: u8 = 1;
/// Name and password (RFC 1929).
pub const BY_PASSWORD: u8 = 2;
/// No method that was offered will do.
pub const NO_METHOD: u8 = 0xff;

/// The method that the proxy has chosen.
pub fn method(bytes: &[u8]) -> Result<Option<(u8, usize)>, Malformed> {
    match bytes {
        [] | [5] => Ok(None),
        [5, method, ..] => Ok(Some((*method, 2))),
        _ => Err(Malformed::NotAProxy),
    }
}

/// Name and password. Longer ones than the protocol has room for are refused before.
pub fn login(user: &str, password: &str) -> Vec<u8> {
    let mut login = vec![1];
    for word in [user, password] {
        let word = &word.as_bytes()[..word.len().min(MAX_WORD)];
        login.push(u8::try_from(word.len()).unwrap_or(u8::MAX));
        login.extend_from_slice(word);
    }
    login
}

/// The answer to the login: 0, or the number of a refusal. Some proxies put the version of SOCKS first, not that of the
/// login; curl looks at neither.
pub fn logged_in(bytes: &[u8]) -> Result<Option<(u8, usize)>, Malformed> {
    match bytes {
        [] | [1 | 5] => Ok(None),
        [1 | 5, status, ..] => Ok(Some((*status, 2))),
        _ => Err(Malformed::NotAProxy),
    }
}

/// The request to a SOCKS 5 proxy that has taken us.
pub fn request(goal: Goal<'_>) -> Vec<u8> {
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
            request.extend(name.bytes().take(MAX_WORD));
            port
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
pub const fn reply_name(code: u8) -> &'static str {
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

/// The request to a SOCKS 4 proxy. `None` for an IPv6 address, for which it has no room.
pub fn request_4(goal: Goal<'_>, user: &str) -> Option<Vec<u8>> {
    /// No address of anybody: a name follows (SOCKS 4a).
    const NAME_FOLLOWS: Ipv4Addr = Ipv4Addr::new(0, 0, 0, 1);
    let (address, port, name) = match goal {
        Goal::Address(address) => match address.ip().to_canonical() {
            IpAddr::V4(v4) => (v4, address.port(), None),
            IpAddr::V6(_) => return None,
        },
        Goal::Name(name, port) => (NAME_FOLLOWS, port, Some(name)),
    };
    let mut request = vec![4, 1];
    request.extend(port.to_be_bytes());
    request.extend(address.octets());
    request.extend(user.bytes().chain([0]));
    if let Some(name) = name {
        request.extend(name.bytes().chain([0]));
    }
    Some(request)
}

/// It has connected.
pub const GRANTED_4: u8 = 90;

/// The answer of a SOCKS 4 proxy. Its version is 0; some say 4.
pub fn answer_4(bytes: &[u8]) -> Result<Option<(u8, usize)>, Malformed> {
    match bytes {
        [] | [0 | 4] => Ok(None),
        [0 | 4, GRANTED_4, ..] => Ok((bytes.len() >= 8).then_some((GRANTED_4, 8))),
        // A refusal is final before the rest of it has come.
        [0 | 4, code, ..] if (91..=99).contains(code) => Ok(Some((*code, 2))),
        _ => Err(Malformed::NotAProxy),
    }
}

/// The words of the description of SOCKS 4.
pub const fn reply_name_4(code: u8) -> &'static str {
    match code {
        91 => "request rejected or failed",
        92 => "no identd of this machine can be reached",
        93 => "identd reports another user",
        _ => "unassigned",
    }
}
