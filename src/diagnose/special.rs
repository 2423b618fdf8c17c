//! Addresses that are no server of the internet: what they mean for another's name, and for this machine's own.

use std::net::{IpAddr, Ipv4Addr};

use crate::facts::nat64::WELL_KNOWN_NAME;
use crate::facts::scope::{Scope, scope};
use crate::facts::special::{Nowhere, is_example, is_localhost, is_public, leads_nowhere};
use crate::facts::{AddressSource, Check, Facts, HostFacts, Lookup, Reading};
use crate::failure::{Class, Stage};
use crate::finding::{Finding, FindingId, Owner, Severity};

use super::case::Case;
use super::draft::{ids, list};
use super::{evidence, resolver, search};

/// Addresses that nothing was connected to.
pub(super) fn nowhere(case: &mut Case<'_>) {
    for index in 0..case.facts.hosts.len() {
        for kind in [
            Nowhere::Unspecified,
            Nowhere::Loopback,
            Nowhere::LinkLocal,
            Nowhere::Multicast,
            Nowhere::BlockPage,
        ] {
            let host = &case.facts.hosts[index];
            let reading = case.facts.reading;
            let is = |address: IpAddr| leads_nowhere(host, address, reading) == Some(kind);
            let spared = case.own().filter(|(_, check)| {
                check.skipped && check.host == index && check.address.is_some_and(is)
            });
            let spared: Vec<usize> = spared.map(|(id, _)| id).collect();
            if !spared.is_empty() {
                let completed = search::leads_nowhere(case, host, &spared);
                let finding = completed.unwrap_or_else(|| of_host(case, host, kind, &spared));
                case.add(finding);
                case.claim_checks(&spared);
            }
        }
    }
}

fn of_host(case: &Case<'_>, host: &HostFacts, kind: Nowhere, spared: &[usize]) -> Finding {
    let id = match (host.source, kind) {
        (AddressSource::HostsFile, _) if !is_localhost(&host.name) => FindingId::HostsFileOverride,
        _ if is_filtered(case, host, kind) => FindingId::ResolverFilters,
        _ => FindingId::SpecialAddress,
    };
    let owner = match id {
        FindingId::HostsFileOverride => Owner::ThisMachine,
        FindingId::ResolverFilters => resolver::owner(case),
        _ => Owner::Domain,
    };
    let addresses = spared
        .iter()
        .filter_map(|&check| case.facts.checks[check].address);
    let base = if owner == Owner::Domain {
        Severity::Error
    } else {
        Severity::Inconclusive
    };
    let names = std::slice::from_ref(&host.display);
    let finding = Finding::about_names(id, case.severity(spared, base), owner, names)
        .arg(
            "addresses",
            list(addresses.map(|address| address.to_string())),
        )
        .arg("others", "")
        .arg("resolvers", resolver::listed(case))
        .variant(match (id, kind) {
            (FindingId::HostsFileOverride, _) => Some("blocked"),
            (_, Nowhere::BlockPage) => Some("block-page"),
            (FindingId::ResolverFilters, _) | (_, Nowhere::Loopback) => None,
            (_, Nowhere::Unspecified) => Some("unspecified"),
            (_, Nowhere::LinkLocal) => Some("link-local"),
            (_, Nowhere::Multicast) => Some("multicast"),
        })
        .evidence(evidence::of_lookup(case.facts, &host.name));
    match id {
        FindingId::HostsFileOverride => finding.step("step-check-hosts-file"),
        FindingId::ResolverFilters => finding
            .step("step-unblock-name")
            .step("step-other-resolver"),
        _ => finding
            .step("step-publish-real-address")
            .step("step-other-resolver"),
    }
}

/// Whether it is the resolver's doing: it says so, or answers both families with nobody, or the name is a host's, which
/// filters know and which nobody publishes with that address. A signed answer is the domain's own.
fn is_filtered(case: &Case<'_>, host: &HostFacts, kind: Nowhere) -> bool {
    let both = |lookup: Option<bool>| lookup == Some(true);
    let v4 = host.ipv4.as_ref().and_then(Lookup::found);
    let v6 = host.ipv6.as_ref().and_then(Lookup::found);
    let both = both(v4.map(|v4| v4.iter().all(Ipv4Addr::is_unspecified)))
        && both(v6.map(|v6| v6.iter().all(std::net::Ipv6Addr::is_unspecified)));
    let of_host = case.facts.reading != Reading::Domain;
    resolver::says_filtered(case.facts, &host.name)
        || kind == Nowhere::BlockPage
        || kind == Nowhere::Unspecified
            && !resolver::is_signed(case.facts, &host.name)
            && (both || of_host)
}

/// Addresses that a connection was tried to and failed, and that are none of the internet's: private ones of a mail domain,
/// those of documentation, and this machine's for a name that may be local.
pub(super) fn not_of_the_internet(case: &mut Case<'_>) {
    for (wanted, variant) in [
        (Scope::Private, "private"),
        (Scope::Shared, "private"),
        (Scope::Documentation, "documentation"),
        (Scope::Transition, "transition"),
        (Scope::Loopback, "local-name"),
    ] {
        let facts = case.facts;
        let open = case.open_where(|check, failure| {
            let host = facts.hosts.get(check.host);
            let (Some(host), Some(address)) = (host, check.address) else {
                return false;
            };
            failure.stage == Stage::Connect
                && scope(address) == wanted
                && host.source == AddressSource::Dns
                && !is_localhost(&host.name)
                && is_strange(case, host, address, wanted)
        });
        if open.is_empty() {
            continue;
        }
        let finding = Finding::about(case, FindingId::SpecialAddress, Owner::Domain, &ids(&open))
            .variant(variant)
            .evidence(evidence::of_failures(case, &open))
            .step("step-publish-real-address")
            .step("step-other-resolver");
        case.claim(finding);
    }
}

/// A proxy program answered the question for the name with an address that it made up (Clash, Surge and sing-box call it
/// "fake IP"), and takes connections to it. What fails before the server speaks through TLS fails in the proxy or behind it.
pub(super) fn made_up_by_a_proxy(case: &mut Case<'_>) {
    let facts = case.facts;
    let open = case.open_where(|check, failure| {
        let host = facts.hosts.get(check.host);
        let made_up = check
            .address
            .is_some_and(|address| scope(address) == Scope::MadeUp);
        let lost = matches!(
            failure.class,
            Class::Timeout
                | Class::Refused
                | Class::Unreachable
                | Class::Prohibited
                | Class::Reset
                | Class::Closed
        );
        let by_dns = host.is_some_and(|host| host.source == AddressSource::Dns);
        made_up && by_dns && lost && failure.stage <= Stage::Tls && check.greeting.is_none()
    });
    if open.is_empty() {
        return;
    }
    let owner = resolver::owner(case);
    let finding = Finding::about(case, FindingId::SpecialAddress, owner, &ids(&open))
        .inconclusive()
        .variant("made-up")
        .evidence(evidence::of_failures(case, &open))
        .step("step-except-from-proxy")
        .step("step-switch-proxy-off");
    case.claim(finding);
}

/// Whether the address says that the domain has made a mistake: nobody else could reach it either.
fn is_strange(case: &Case<'_>, host: &HostFacts, address: IpAddr, wanted: Scope) -> bool {
    let vantage = &case.facts.vantage;
    let near = vantage.is_own(address) || vantage.is_neighbour(address);
    match wanted {
        // Whoever answers there, if only with a refusal, has the address: it is a laboratory.
        Scope::Documentation => {
            let lost = |check: &Check| {
                let failure = check.failure.as_ref();
                failure.is_some_and(|failure| failure.class != Class::Refused)
            };
            let mut all = case.own().map(|(_, check)| check);
            is_public(&host.name)
                && !is_example(&host.name)
                && host.searched.is_none()
                && all.all(|check| check.address != Some(address) || lost(check))
        }
        Scope::Transition => !connects(case, address),
        // A developer's name for this machine, at which nothing at all listens.
        Scope::Loopback => case.facts.reading == Reading::Host && !connects(case, address),
        _ => case.facts.reading == Reading::Domain && is_public(&host.name) && !near,
    }
}

fn connects(case: &Case<'_>, address: IpAddr) -> bool {
    case.own()
        .any(|(_, check)| check.address == Some(address) && check.connected())
}

/// `localhost` has two addresses, and the server listens on one of them: nothing is wrong in any DNS.
pub(super) fn one_family_of_localhost(case: &mut Case<'_>) {
    let facts = case.facts;
    let open = case.open_where(|check, failure| {
        let of_localhost = |host: &HostFacts| is_localhost(&host.name);
        let beside = |other: &Check| {
            other.host == check.host && other.endpoint == check.endpoint && other.connected()
        };
        failure.class == Class::Refused
            && facts.hosts.get(check.host).is_some_and(of_localhost)
            && case.own().any(|(_, other)| beside(other))
    });
    if open.is_empty() {
        return;
    }
    let finding = Finding::about(
        case,
        FindingId::SpecialAddress,
        Owner::ThisMachine,
        &ids(&open),
    )
    .severity(Severity::Info)
    .variant("one-family")
    .evidence(evidence::of_failures(case, &open))
    .step("step-use-other-loopback");
    case.claim(finding);
}

/// Inside a container `localhost` is the container, and the mail server is rarely in it.
pub(super) fn localhost_of_a_container(case: &mut Case<'_>) {
    let facts = case.facts;
    if !facts.vantage.container {
        return;
    }
    let open = case.open_where(|check, failure| {
        let of_localhost = |host: &HostFacts| is_localhost(&host.name);
        failure.class == Class::Refused && facts.hosts.get(check.host).is_some_and(of_localhost)
    });
    if open.is_empty() {
        return;
    }
    let finding = Finding::about(
        case,
        FindingId::SpecialAddress,
        Owner::ThisMachine,
        &ids(&open),
    )
    .variant("container")
    .evidence(evidence::of_failures(case, &open))
    .step("step-name-the-container");
    case.claim(finding);
}

/// The way over NAT64 fails: the address is an IPv4 address as an IPv6 network writes it (RFC 6052), and nothing comes back.
pub(super) fn nat64_unreachable(case: &mut Case<'_>) {
    let facts = case.facts;
    let translated = |check: &Check| check.address.and_then(|one| embedded(facts, one)).is_some();
    let answers = case
        .own()
        .any(|(_, check)| translated(check) && check.connected());
    let open = case.open_where(|check, failure| {
        let lost = matches!(
            failure.class,
            Class::Timeout | Class::Unreachable | Class::Prohibited
        );
        failure.stage == Stage::Connect && lost && translated(check)
    });
    if open.is_empty() || answers {
        return;
    }
    let embedded = open
        .iter()
        .filter_map(|failed| embedded(facts, failed.check.address?));
    let inner = list(embedded.map(|address| address.to_string()));
    // Where the same server answers at its own IPv4 address, the translation is to blame.
    let direct = case
        .own()
        .any(|(_, check)| check.address.is_some_and(|a| a.is_ipv4()) && check.connected());
    let finding = Finding::about(
        case,
        FindingId::Nat64Unreachable,
        Owner::Network,
        &ids(&open),
    )
    .inconclusive()
    .arg("inner", inner)
    .variant(direct.then_some("direct"))
    .evidence(evidence::of_failures(case, &open))
    .evidence(evidence::of_paths(facts, &open))
    .evidence(evidence::of_lookup(facts, WELL_KNOWN_NAME))
    .step("step-ask-network-nat64")
    .step("step-try-other-network");
    case.claim(finding);
}

/// The IPv4 address behind a prefix of this network, or behind one of those that are known to all (RFC 6052, RFC 8215): there
/// it is at the end.
fn embedded(facts: &Facts, address: IpAddr) -> Option<Ipv4Addr> {
    let IpAddr::V6(v6) = address else {
        return None;
    };
    let own = facts.nat64.iter().find_map(|prefix| prefix.embedded(v6));
    let [.., a, b, c, d] = v6.octets();
    let known = (scope(address) == Scope::Translated).then(|| Ipv4Addr::new(a, b, c, d));
    own.or(known)
}
