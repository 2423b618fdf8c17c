//! CONNECT (RFC 9110 section 9.3.6), and what an HTTP proxy says to it.

use data_encoding::BASE64;
use zeroize::Zeroizing;

use super::Goal;
use crate::wire::{Malformed, Text};

/// Bytes of an HTTP proxy's answer that are read before it is taken for something else.
pub const MAX_HEAD: usize = 8192;
/// Bytes of a status line that are kept.
const MAX_STATUS: usize = 256;
/// Schemes of a login that are kept, and characters of each.
const MAX_SCHEMES: (usize, usize) = (8, 24);

/// The request to an HTTP proxy, with the login where there is one (RFC 7617).
pub fn connect(goal: Goal<'_>, login: Option<(&str, &str)>) -> Zeroizing<String> {
    let login = login.map_or_else(Zeroizing::default, |(user, password)| {
        let both = Zeroizing::new(format!("{user}:{password}"));
        let coded = Zeroizing::new(BASE64.encode(both.as_bytes()));
        Zeroizing::new(format!("Proxy-Authorization: Basic {}\r\n", *coded))
    });
    let agent = concat!("mailcheck/", env!("CARGO_PKG_VERSION"));
    Zeroizing::new(format!(
        "CONNECT {goal} HTTP/1.1\r\nHost: {goal}\r\n{}User-Agent: {agent}\r\n\r\n",
        *login
    ))
}

/// What an HTTP proxy answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The status line.
    pub status: Text,
    /// Its number; 0 where it has none.
    pub code: u16,
    /// The schemes of a login that it takes, in small letters.
    pub schemes: Vec<String>,
    /// The error type of RFC 9209 section 2.3, or Squid's own word for it with the number of the system's error.
    pub reason: Option<String>,
}

impl Head {
    /// Whether the tunnel is open: any 2xx, whatever length the head announces.
    pub const fn opens(&self) -> bool {
        self.code / 100 == 2
    }

    /// Whether another answer follows (RFC 9110 section 15.2).
    pub const fn is_interim(&self) -> bool {
        self.code / 100 == 1
    }
}

/// Reads the head of an HTTP proxy's answer, up to its empty line: what follows is the server's.
pub fn head(bytes: &[u8]) -> Result<Option<(Head, usize)>, Malformed> {
    let window = &bytes[..bytes.len().min(MAX_HEAD)];
    let start = &window[..window.len().min(5)];
    if start != &b"HTTP/"[..start.len()] {
        return Err(Malformed::NotAProxy);
    }
    let mut lines = Vec::new();
    let mut from = 0;
    while let Some(length) = window[from..].iter().position(|byte| *byte == b'\n') {
        let line = &window[from..from + length];
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        from += length + 1;
        if line.is_empty() {
            return Ok(Some((read(&lines), from)));
        }
        lines.push(line);
    }
    if window.len() == MAX_HEAD {
        Err(Malformed::NotAProxy)
    } else {
        Ok(None)
    }
}

fn read(lines: &[&[u8]]) -> Head {
    let status = lines.first().copied().unwrap_or_default();
    let code = status
        .split(|byte| *byte == b' ')
        .filter(|word| !word.is_empty())
        .nth(1);
    let code = code.filter(|code| code.len() == 3 && code.iter().all(u8::is_ascii_digit));
    let code = code.and_then(|code| str::from_utf8(code).ok()?.parse().ok());
    let fields: Vec<(String, String)> = lines
        .iter()
        .skip(1)
        .filter_map(|line| field(line))
        .collect();
    let values = |name: &'static str| {
        let own = fields.iter().filter(move |(field, _)| field == name);
        own.map(|(_, value)| value.as_str())
    };
    Head {
        status: status[..status.len().min(MAX_STATUS)].into(),
        code: code.unwrap_or_default(),
        schemes: schemes(values("proxy-authenticate")),
        reason: values("proxy-status")
            .find_map(error_of)
            .or_else(|| values("x-squid-error").next().and_then(token_and_number)),
    }
}

fn field(line: &[u8]) -> Option<(String, String)> {
    let line = String::from_utf8_lossy(line);
    let (name, value) = line.split_once(':')?;
    Some((name.trim().to_ascii_lowercase(), value.trim().to_owned()))
}

/// The schemes that `Proxy-Authenticate` names: each is a word before its parameters, which have equals signs
/// (RFC 9110 section 11.6.1).
fn schemes<'a>(values: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut schemes: Vec<String> = Vec::new();
    for value in values {
        for part in split_outside_quotes(value) {
            let first = part.split_ascii_whitespace().next().unwrap_or_default();
            let word = !first.is_empty() && first.bytes().all(is_token);
            let scheme = first.to_ascii_lowercase();
            let fits = scheme.len() <= MAX_SCHEMES.1 && schemes.len() < MAX_SCHEMES.0;
            if word && fits && !schemes.contains(&scheme) {
                schemes.push(scheme);
            }
        }
    }
    schemes
}

fn split_outside_quotes(value: &str) -> Vec<&str> {
    let mut quoted = false;
    value
        .split(move |c: char| {
            quoted ^= c == '"';
            c == ',' && !quoted
        })
        .collect()
}

/// A character of a token, without the equals sign of a parameter.
const fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'+')
}

/// `ExampleProxy; error=connection_refused; …`
fn error_of(value: &str) -> Option<String> {
    let mut parameters = value.split([';', ',']).map(str::trim);
    let error = parameters.find_map(|one| one.strip_prefix("error="))?;
    let error = error.trim_matches('"');
    let good = !error.is_empty() && error.len() <= 64 && error.bytes().all(is_token);
    good.then(|| error.to_ascii_lowercase())
}

/// `ERR_CONNECT_FAIL 111`
fn token_and_number(value: &str) -> Option<String> {
    let mut words = value.split_ascii_whitespace().take(2);
    let token = words.next()?;
    let good = |word: &str| word.len() <= 64 && word.bytes().all(is_token);
    let number = words.next().filter(|number| good(number));
    good(token).then(|| match number {
        Some(number) => format!("{token} {number}"),
        None => token.to_owned(),
    })
}
