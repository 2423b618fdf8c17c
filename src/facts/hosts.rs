//! What was found out about names: hosts, their addresses, and what the DNS says of mail.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use crate::failure::ResolveTrouble;
use crate::service::Endpoint;
use crate::target::HostName;

/// The result of a lookup: asked, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Lookup<T> {
    /// An answer.
    Found(T),
    /// No answer.
    Failed(ResolveTrouble),
}

impl<T> Lookup<T> {
    /// The answer.
    pub fn found(&self) -> Option<&T> {
        match self {
            Self::Found(value) => Some(value),
            Self::Failed(_) => None,
        }
    }

    /// What stood in the way.
    pub fn trouble(&self) -> Option<&ResolveTrouble> {
        match self {
            Self::Found(_) => None,
            Self::Failed(trouble) => Some(trouble),
        }
    }
}

/// A mail exchanger of a domain (RFC 5321 section 5.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mx {
    /// Lower is asked first.
    pub preference: u16,
    /// The host, without the final dot; empty for the null MX of RFC 7505.
    pub exchange: String,
}

impl Mx {
    /// The host that it names. `None` for the null MX, and for what no host name can be: an address, a URL, a blank.
    pub fn host(&self) -> Option<HostName> {
        self.exchange.parse().ok()
    }

    /// Whether it names a host.
    pub fn is_host(&self) -> bool {
        self.host().is_some()
    }
}

/// Where a service of a domain is (RFC 2782).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Srv {
    /// Lower is tried first.
    pub priority: u16,
    /// Among equals, how often it is chosen.
    pub weight: u16,
    /// The TCP port.
    pub port: u16,
    /// The host, without the final dot; empty where the service is not offered (RFC 6186 section 3.4).
    pub target: String,
}

/// A host and its addresses.
#[derive(Clone, Debug, PartialEq)]
pub struct HostFacts {
    /// The name in DNS form, or the address as text.
    pub name: String,
    /// The name as people read it.
    pub display: String,
    /// The preference of the MX record that named it.
    pub preference: Option<u16>,
    /// What is checked there, in the order of the service table.
    pub endpoints: Vec<Endpoint>,
    /// Where the addresses come from.
    pub source: AddressSource,
    /// The chain of aliases (CNAME) that was followed, without the first name.
    pub aliases: Vec<String>,
    /// The certificate associations of `_25._tcp.NAME` (RFC 7672), asked for mail exchangers. `None` = not asked.
    pub tlsa: Option<Lookup<Tlsa>>,
    /// Addresses of the A records. `None` = not asked.
    pub ipv4: Option<Lookup<Vec<Ipv4Addr>>>,
    /// Addresses of the AAAA records.
    pub ipv6: Option<Lookup<Vec<Ipv6Addr>>>,
    /// The name does not exist, and this one, which looks much like it, does.
    pub suggestion: Option<String>,
    /// What a search domain of this machine made of the name, where that is what was found.
    pub searched: Option<Searched>,
    /// How long the lookup of the addresses took.
    pub lookup_time: Duration,
    /// What the DNS says of a name for which the hosts file has an address where nobody is.
    pub in_dns: Option<Lookup<Vec<IpAddr>>>,
}

/// A name that was completed by the search list of this machine (resolv.conf(5)).
#[derive(Clone, Debug, PartialEq)]
pub struct Searched {
    /// The full name that has the addresses.
    pub name: String,
    /// What the DNS says of the name as it was typed. `None` for a single word, which is not asked for.
    pub itself: Option<Lookup<Vec<IpAddr>>>,
}

impl HostFacts {
    /// A host of which nothing is known yet but how long the lookup took.
    pub fn unasked(lookup_time: Duration) -> Self {
        Self {
            name: String::new(),
            display: String::new(),
            preference: None,
            endpoints: Vec::new(),
            source: AddressSource::Dns,
            aliases: Vec::new(),
            tlsa: None,
            ipv4: None,
            ipv6: None,
            suggestion: None,
            searched: None,
            lookup_time,
            in_dns: None,
        }
    }

    /// Every address that was found, IPv4 first.
    pub fn addresses(&self) -> Vec<IpAddr> {
        self.each_address().collect()
    }

    fn each_address(&self) -> impl Iterator<Item = IpAddr> {
        let v4 = self
            .ipv4
            .iter()
            .filter_map(Lookup::found)
            .flatten()
            .copied()
            .map(IpAddr::V4);
        let v6 = self
            .ipv6
            .iter()
            .filter_map(Lookup::found)
            .flatten()
            .copied()
            .map(IpAddr::V6);
        v4.chain(v6)
    }

    /// Why there is no address at all. `None` where there is one, or where nothing was asked.
    ///
    /// "No such name" is about every type of record. "No such record" is about one, so it stands only where no family
    /// says anything else: the answer that did not come may have been an address.
    pub fn trouble(&self) -> Option<ResolveTrouble> {
        if self.each_address().next().is_some() {
            return None;
        }
        let v4 = self.ipv4.as_ref().and_then(Lookup::trouble);
        let v6 = self.ipv6.as_ref().and_then(Lookup::trouble);
        let weight = |trouble: &&ResolveTrouble| match trouble {
            ResolveTrouble::NotFound => 2,
            ResolveTrouble::NoData => 0,
            ResolveTrouble::ServFail
            | ResolveTrouble::Refused
            | ResolveTrouble::Rcode(_)
            | ResolveTrouble::Timeout
            | ResolveTrouble::Unreachable(_)
            | ResolveTrouble::TcpBlocked
            | ResolveTrouble::AliasLoop
            | ResolveTrouble::Malformed
            | ResolveTrouble::NoResolver
            | ResolveTrouble::Deadline
            | ResolveTrouble::ByProxy => 1,
        };
        // `max_by_key` keeps the last of equals; IPv4 shall win.
        v6.into_iter().chain(v4).max_by_key(weight).cloned()
    }
}

/// The certificate associations of a mail exchanger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tlsa {
    /// The chain of signatures from the root down to these records was validated here; without it they count for
    /// nothing (RFC 7672 section 2.2).
    pub secure: bool,
    /// The resolver says that the records are signed, and the chain of signatures could not be validated here.
    pub unvalidated: bool,
    /// The name that the records are about (the "TLSA base domain" of RFC 7672 section 2.2.3): the host, or the end of
    /// its aliases.
    pub base: String,
    /// Usage, selector, matching type, data (RFC 6698 section 2).
    pub records: Vec<(u8, u8, u8, Vec<u8>)>,
}

/// Where addresses come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressSource {
    /// The user typed it.
    Literal,
    /// `--connect-to` gave it.
    ConnectTo,
    /// This machine knows the name without asking: by its hosts file, or because it is `localhost` (RFC 6761 section 6.3).
    HostsFile,
    /// The DNS.
    Dns,
    /// The proxy that everything goes through looks the name up; nobody here knows what it finds.
    Proxy,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_such_name_beats_a_failure_and_a_failure_beats_no_such_record() {
        use ResolveTrouble::{NoData, NotFound, ServFail, Timeout};
        let rows = [
            (Some(NoData), Some(NotFound), Some(NotFound)),
            (Some(NotFound), Some(Timeout), Some(NotFound)),
            (Some(ServFail), Some(NoData), Some(ServFail)),
            (Some(NoData), Some(Timeout), Some(Timeout)),
            (Some(NoData), Some(NoData), Some(NoData)),
            (Some(ServFail), Some(Timeout), Some(ServFail)),
            (Some(NoData), None, Some(NoData)),
            (None, None, None),
        ];
        for (v4, v6, trouble) in rows {
            let mut host = HostFacts {
                name: "a.test".into(),
                display: "a.test".into(),
                preference: None,
                endpoints: Vec::new(),
                source: AddressSource::Dns,
                aliases: Vec::new(),
                ipv4: v4.map(Lookup::Failed),
                ipv6: v6.map(Lookup::Failed),
                suggestion: None,
                searched: None,
                lookup_time: Duration::ZERO,
                in_dns: None,
                tlsa: None,
            };
            assert_eq!(host.trouble(), trouble, "{host:?}");
            host.ipv6 = Some(Lookup::Found(vec![Ipv6Addr::LOCALHOST]));
            assert_eq!(host.trouble(), None, "an address was found");
        }
    }
}
