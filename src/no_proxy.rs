//! Which targets are reached without the proxy that is configured: `NO_PROXY` as curl reads it, and the bypass list of
//! Windows.

use std::net::IpAddr;

/// The targets that a proxy is not for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions {
    all: bool,
    /// A host without a dot.
    local: bool,
    rules: Vec<Rule>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Rule {
    /// The name itself, and every name below it.
    Domain(String),
    /// A name with stars in it (Windows).
    Pattern(String),
    /// A network of addresses, by the number of bits.
    Network(IpAddr, u32),
}

impl Exceptions {
    /// Reads `NO_PROXY` as curl does: names and addresses between commas or blanks, a name stands for all below it too,
    /// with or without a dot before it, and an asterisk alone for everything (`Curl_check_noproxy` in lib/noproxy.c).
    pub fn of_environment(list: &str) -> Self {
        // One asterisk is everything; beside others it is a name that nobody has.
        if list.trim() == "*" {
            return Self {
                all: true,
                ..Self::default()
            };
        }
        let words = list.split([',', ' ', '\t']).filter(|word| !word.is_empty());
        Self {
            rules: words.filter_map(of_curl).collect(),
            ..Self::default()
        }
    }

    /// Reads a bypass list of Windows: entries between semicolons or blanks, stars in them, and `<local>` for every name
    /// without a dot.
    pub fn of_windows(list: &str) -> Self {
        let mut exceptions = Self::default();
        let words = list.split([';', ' ', '\t', '\r', '\n']).map(str::trim);
        for word in words.filter(|word| !word.is_empty()) {
            match word {
                "*" => exceptions.all = true,
                _ if word.eq_ignore_ascii_case("<local>") => exceptions.local = true,
                // It takes loopback addresses out of what Windows adds by itself, which nothing here does.
                _ if word.starts_with('<') => {}
                _ => {
                    let bare = word.split_once("://").map_or(word, |(_, rest)| rest);
                    exceptions
                        .rules
                        .push(Rule::Pattern(bare.to_ascii_lowercase()));
                }
            }
        }
        exceptions
    }

    /// Whether the target of this name or address is reached without the proxy.
    pub fn has(&self, host: &str) -> bool {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let address = host.parse::<IpAddr>().ok();
        self.all
            || (self.local && address.is_none() && !host.contains('.'))
            || self.rules.iter().any(|rule| rule.has(&host, address))
    }
}

fn of_curl(word: &str) -> Option<Rule> {
    let (text, bits) = match word.split_once('/') {
        Some((text, bits)) => (text, Some(bits)),
        None => (word, None),
    };
    let bare = text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(text);
    match (bare.parse::<IpAddr>(), bits) {
        (Ok(address), None) => Some(Rule::Network(address, width(address))),
        (Ok(address), Some(bits)) => {
            let bits = bits.parse().ok().filter(|bits| *bits <= width(address))?;
            // Nothing is no network to curl either.
            Some(Rule::Network(
                address,
                if bits == 0 { width(address) } else { bits },
            ))
        }
        (Err(_), _) => {
            let name = word.trim_start_matches('.').trim_end_matches('.');
            (!name.is_empty()).then(|| Rule::Domain(name.to_ascii_lowercase()))
        }
    }
}

const fn width(address: IpAddr) -> u32 {
    match address {
        IpAddr::V4(_) => 32,
        IpAddr::V6(_) => 128,
    }
}

impl Rule {
    fn has(&self, host: &str, address: Option<IpAddr>) -> bool {
        match self {
            Self::Domain(name) => {
                let above = host.strip_suffix(name.as_str());
                address.is_none()
                    && above.is_some_and(|above| above.is_empty() || above.ends_with('.'))
            }
            Self::Pattern(pattern) => fits(pattern, host),
            Self::Network(network, bits) => {
                address.is_some_and(|address| is_within(address, *network, *bits))
            }
        }
    }
}

fn is_within(address: IpAddr, network: IpAddr, bits: u32) -> bool {
    match (address, network) {
        (IpAddr::V4(one), IpAddr::V4(other)) => {
            let shift = 32 - bits;
            u32::from(one).checked_shr(shift) == u32::from(other).checked_shr(shift)
        }
        (IpAddr::V6(one), IpAddr::V6(other)) => {
            let shift = 128 - bits;
            u128::from(one).checked_shr(shift) == u128::from(other).checked_shr(shift)
        }
        _ => false,
    }
}

/// Whether `text` is what `pattern` says, where a star stands for anything.
fn fits(pattern: &str, text: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut left) = text.strip_prefix(head) else {
        return false;
    };
    let mut parts = rest.split('*').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return left.ends_with(part);
        }
        match left.find(part) {
            Some(at) => left = &left[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What curl 7.88.1 does with `NO_PROXY` of each row; `tests/proxies.rs` asks it.
    #[test]
    fn exceptions_as_curl_reads_them() {
        let rows = [
            ("*", "mx.test", true),
            (" * ", "mx.test", true),
            ("mx.test", "mx.test", true),
            ("mx.test", "MX.Test", true),
            ("mx.test", "mx.test.", true),
            ("mx.test.", "mx.test", true),
            ("test", "mx.test", true),
            (".test", "mx.test", true),
            (".mx.test", "mx.test", true),
            ("x.test", "mx.test", false),
            ("mx.test.org", "mx.test", false),
            ("other,mx.test", "mx.test", true),
            ("other mx.test", "mx.test", true),
            ("other, mx.test", "mx.test", true),
            ("", "mx.test", false),
            (",", "mx.test", false),
            ("192.0.2.1", "192.0.2.1", true),
            ("192.0.2.0/24", "192.0.2.1", true),
            ("192.0.3.0/24", "192.0.2.1", false),
            ("192.0.2.0/33", "192.0.2.1", false),
            ("2.1", "192.0.2.1", false),
            ("2001:db8::/32", "2001:db8::25", true),
            ("2001:db8::25", "2001:db8::25", true),
            ("2001:db9::/32", "2001:db8::25", false),
            ("192.0.2.0/24", "mx.test", false),
        ];
        for (list, host, expected) in rows {
            let exceptions = Exceptions::of_environment(list);
            assert_eq!(exceptions.has(host), expected, "{list:?} {host}");
        }
    }

    #[test]
    fn exceptions_as_windows_writes_them() {
        let rows = [
            ("<local>", "mail", true),
            ("<local>", "mail.example.com", false),
            ("*.example.com;<local>", "mx.example.com", true),
            ("*.example.com", "example.com", false),
            ("10.*", "10.1.2.3", true),
            ("10.*", "110.1.2.3", false),
            ("*", "anything.test", true),
            ("mail.example.com", "mail.example.com", true),
            ("m*.example.*", "mx.example.org", true),
            ("", "mail.example.com", false),
        ];
        for (list, host, expected) in rows {
            let exceptions = Exceptions::of_windows(list);
            assert_eq!(exceptions.has(host), expected, "{list:?} {host}");
        }
    }
}
