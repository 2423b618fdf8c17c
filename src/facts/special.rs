//! Addresses that are nobody's server, for a name that is somebody else's.

use std::net::IpAddr;

use super::scope::{Scope, scope};
use super::{AddressSource, Facts, HostFacts, Lookup, Reading};
use crate::failure::ResolveTrouble;

/// What an address is that nothing is connected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nowhere {
    /// 0.0.0.0 or ::, which filters and block lists answer.
    Unspecified,
    /// This machine, which another's name leads to.
    Loopback,
    /// One link, and nobody elsewhere can say which.
    LinkLocal,
    /// Many receivers, or all.
    Multicast,
    /// The page that says that a name is blocked.
    BlockPage,
}

/// Whether `address` is one that nothing may be connected to as the server of `host`: a connection would reach this machine
/// or nobody, and whatever answered there would be taken for somebody else's server.
///
/// What was typed is meant as it stands, the hosts file may well lead to this machine, and names that nobody else can look
/// up (RFC 6761) do so on every machine of a developer.
pub fn leads_nowhere(host: &HostFacts, address: IpAddr, reading: Reading) -> Option<Nowhere> {
    let from_dns = match host.source {
        AddressSource::Literal | AddressSource::ConnectTo | AddressSource::Proxy => return None,
        AddressSource::HostsFile => false,
        AddressSource::Dns => true,
    };
    // A mail domain is somebody else's: an exchanger of the name localhost is every sender's own machine.
    if is_localhost(&host.name) && reading != Reading::Domain {
        return None;
    }
    let of_all = from_dns && (reading == Reading::Domain || is_public(&host.name))
        || is_localhost(&host.name);
    match scope(address) {
        Scope::Global if from_dns && is_block_page(address) => Some(Nowhere::BlockPage),
        Scope::Unspecified => Some(Nowhere::Unspecified),
        Scope::Multicast => Some(Nowhere::Multicast),
        Scope::Loopback if of_all => Some(Nowhere::Loopback),
        Scope::LinkLocal if of_all => Some(Nowhere::LinkLocal),
        Scope::Loopback
        | Scope::LinkLocal
        | Scope::Private
        | Scope::Shared
        | Scope::Translated
        | Scope::MadeUp
        | Scope::Transition
        | Scope::Documentation
        | Scope::Global => None,
    }
}

/// Where `OpenDNS` and Cisco Umbrella lead names that they block: 146.112.61.104 to 146.112.61.110, in IPv6 the same behind `::ffff`.
/// Pi-hole knows a blocked name by it (pi-hole/FTL, `src/dnsmasq_interface.c`).
fn is_block_page(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => matches!(address.octets(), [146, 112, 61, 104..=110]),
        IpAddr::V6(_) => false,
    }
}

/// Whether the name is this machine's by definition (RFC 6761 section 6.3).
pub fn is_localhost(name: &str) -> bool {
    name == "localhost" || name.ends_with(".localhost")
}

/// Who knows a name that the world's DNS does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inner {
    /// Machines tell each other (mDNS, RFC 6762).
    Told,
    /// The DNS of a Kubernetes cluster, which has `cluster.local` where nobody chose another name.
    Cluster,
    /// The DNS of one network: names of its own (RFC 6762 appendix G, RFC 8375), and those of one maker's routers.
    Network,
}

/// Who knows the name, where it is none of the world's.
pub fn inner(name: &str) -> Option<Inner> {
    const OF_NETWORKS: [&str; 9] = [
        "lan",
        "home",
        "corp",
        "intranet",
        "private",
        "internal",
        "localdomain",
        "home.arpa",
        "fritz.box",
    ];
    let below = |domain: &str| {
        let rest = name.strip_suffix(domain);
        rest.is_some_and(|rest| rest.len() > 1 && rest.ends_with('.'))
    };
    if below("cluster.local") {
        Some(Inner::Cluster)
    } else if below("local") {
        Some(Inner::Told)
    } else {
        OF_NETWORKS.into_iter().any(below).then_some(Inner::Network)
    }
}

impl Facts {
    /// Whether the DNS denied the whole name when its mail exchangers were asked for, and has an address for it. What a
    /// search domain completed is another name.
    pub fn denies_for_exchangers(&self) -> bool {
        let has_address = |host: &HostFacts| {
            let own = host.source == AddressSource::Dns && host.searched.is_none();
            own && !host.addresses().is_empty()
        };
        self.mx == Some(Lookup::Failed(ResolveTrouble::NotFound))
            && self.hosts.iter().any(has_address)
    }
}

/// Top-level domains that the root surely has.
const SURE: [&str; 32] = [
    "com", "net", "org", "info", "biz", "edu", "gov", "mil", "int", "eu", "de", "uk", "fr", "nl",
    "it", "es", "ch", "at", "be", "pl", "se", "dk", "cz", "ru", "cn", "jp", "kr", "in", "au", "ca",
    "br", "us",
];

/// Whether the name ends in a top-level domain that the DNS of the internet surely has.
pub fn ends_for_sure(name: &str) -> bool {
    let (_, top) = name.rsplit_once('.').unwrap_or_default();
    SURE.iter().any(|sure| top.eq_ignore_ascii_case(sure))
}

/// Whether the world can look the name up: it has a domain, and the last label is none of those kept for other ends
/// (RFC 6761, RFC 6762, RFC 8375) or used as if they were.
pub fn is_public(name: &str) -> bool {
    const KEPT: [&str; 13] = [
        "test",
        "localhost",
        "localdomain",
        "invalid",
        "example",
        "local",
        "arpa",
        "internal",
        "lan",
        "home",
        "corp",
        "intranet",
        "private",
    ];
    name.rsplit_once('.')
        .is_some_and(|(_, last)| !KEPT.contains(&last))
}

/// Whether the name is kept for examples (RFC 2606), as the addresses of documentation are.
pub fn is_example(name: &str) -> bool {
    const KEPT: [&str; 3] = ["example.com", "example.net", "example.org"];
    KEPT.iter().any(|domain| {
        name.strip_suffix(domain)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn who_knows_a_name_of_an_inner_network() {
        let rows = [
            ("nas.local", Some(Inner::Told)),
            ("mail.svc.cluster.local", Some(Inner::Cluster)),
            ("cluster.local", Some(Inner::Told)),
            ("smtp.mydomain.intranet", Some(Inner::Network)),
            ("host.docker.internal", Some(Inner::Network)),
            ("mail.home.arpa", Some(Inner::Network)),
            ("nas.fritz.box", Some(Inner::Network)),
            ("mail.box", None),
            ("notfritz.box", None),
            ("lan", None),
            ("smtp.elan", None),
            ("mail.example.test", None),
        ];
        for (name, knows) in rows {
            assert_eq!(inner(name), knows, "{name}");
        }
    }

    fn host(name: &str, source: AddressSource) -> HostFacts {
        HostFacts {
            name: name.to_owned(),
            display: name.to_owned(),
            source,
            ..HostFacts::unasked(Duration::ZERO)
        }
    }

    #[test]
    fn nothing_is_connected_to_nobody() {
        use AddressSource::{ConnectTo, Dns, HostsFile, Literal};
        use Nowhere::{BlockPage, LinkLocal, Loopback, Multicast, Unspecified};
        let (com, test) = ("mail.example.com", "mail.example.test");
        let (one, all) = (Reading::Host, Reading::Domain);
        let rows = [
            (com, Dns, "127.0.0.1", one, Some(Loopback)),
            (com, Dns, "::1", one, Some(Loopback)),
            (com, Dns, "::ffff:127.0.0.1", one, Some(Loopback)),
            (test, Dns, "127.0.0.1", one, None),
            (test, Dns, "127.0.0.1", all, Some(Loopback)),
            ("localhost", Dns, "127.0.0.1", one, None),
            ("localhost", Dns, "127.0.0.1", all, Some(Loopback)),
            (com, Dns, "fe80::1", one, Some(LinkLocal)),
            (com, Dns, "169.254.1.1", all, Some(LinkLocal)),
            ("printer.local", Dns, "169.254.1.1", one, None),
            ("mx.localhost", Dns, "127.0.0.1", one, None),
            (com, HostsFile, "127.0.1.1", one, None),
            (com, HostsFile, "0.0.0.0", one, Some(Unspecified)),
            (test, Dns, "0.0.0.0", one, Some(Unspecified)),
            (com, Dns, "::", one, Some(Unspecified)),
            (com, Dns, "255.255.255.255", one, Some(Multicast)),
            (com, Dns, "ff02::1", one, Some(Multicast)),
            (com, Dns, "146.112.61.106", one, Some(BlockPage)),
            (test, Dns, "::ffff:146.112.61.104", all, Some(BlockPage)),
            (com, HostsFile, "146.112.61.106", one, None),
            (com, Dns, "146.112.61.111", one, None),
            ("127.0.0.1", Literal, "127.0.0.1", one, None),
            (com, ConnectTo, "127.0.0.1", one, None),
            (com, Dns, "10.0.0.1", one, None),
            (com, Dns, "64:ff9b::1", one, None),
            (com, Dns, "192.0.2.1", one, None),
        ];
        for (name, source, address, reading, expected) in rows {
            let found = leads_nowhere(&host(name, source), address.parse().unwrap(), reading);
            assert_eq!(found, expected, "{name} {source:?} {address} {reading:?}");
        }
    }

    #[test]
    fn names_that_the_world_can_look_up() {
        for name in ["mail.example.com", "a.b.co.uk", "xn--bcher-kva.de"] {
            assert!(is_public(name), "{name}");
        }
        for name in [
            "mail",
            "mail.test",
            "nas.local",
            "localhost.localdomain",
            "router.lan",
            "a.home.arpa",
            "",
        ] {
            assert!(!is_public(name), "{name}");
        }
        for (name, example) in [
            ("example.com", true),
            ("mx.example.org", true),
            ("myexample.com", false),
            ("example.com.de", false),
        ] {
            assert_eq!(is_example(name), example, "{name}");
        }
    }
}
