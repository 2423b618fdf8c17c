//! Names that do not exist, or have no address.

use std::collections::BTreeSet;

use super::super::case::Case;
use super::super::draft::list;
use super::super::{dnssec, evidence, resolver};
use super::aliases::{chains, end};
use super::{Unresolved, about, claim, names};
use crate::facts::special::{Inner, ends_for_sure, inner};
use crate::facts::{AddressSource, Facts, HostFacts, Lookup, Reading};
use crate::failure::ResolveTrouble;
use crate::finding::{Finding, FindingId, Owner, Severity};

/// One family has addresses, and for the other the DNS says that the whole name does not exist (RFC 4074 section 4.2).
pub(in crate::diagnose) fn denied_for_one_family(case: &mut Case<'_>) {
    for host in &case.facts.hosts {
        let v4 = host.ipv4.as_ref().and_then(Lookup::trouble);
        let v6 = host.ipv6.as_ref().and_then(Lookup::trouble);
        let denied = match (v4, v6) {
            (None, Some(ResolveTrouble::NotFound)) => "AAAA",
            (Some(ResolveTrouble::NotFound), None) => "A",
            _ => continue,
        };
        if host.addresses().is_empty() || host.source != AddressSource::Dns {
            continue;
        }
        let id = FindingId::NxdomainForOneFamily;
        let names = [host.display.clone()];
        // Resolvers of containers and of routers do it to every name (moby/vpnkit#509).
        let owner = if resolver::is_signed(case.facts, &host.name) {
            Owner::Domain
        } else {
            Owner::Unknown
        };
        let finding = Finding::about_names(id, Severity::Warning, owner, &names)
            .arg("type", denied)
            .arg("resolvers", resolver::listed(case))
            .evidence(evidence::of_lookup(case.facts, &host.name))
            .step("step-mend-nxdomain")
            .step("step-other-resolver");
        case.add(finding);
    }
}

/// NXDOMAIN.
pub(in crate::diagnose) fn not_found(case: &mut Case<'_>) {
    let gone = |name: &Unresolved<'_>| name.lost && name.trouble == ResolveTrouble::NotFound;
    let dangling = names(case, |name| gone(name) && end(case.facts, name).is_some());
    denied_by_a_root(case);
    denied_like_all(case);
    alias_to_nowhere(case, &dangling);
    not_in_the_dns(case);
    let names = names(case, gone);
    if names.is_empty() {
        return;
    }
    let mut hosts = names
        .iter()
        .filter_map(|name| case.facts.hosts.get(name.host?));
    let suggestion = hosts.find_map(|host| host.suggestion.clone());
    let single = names.iter().any(|name| !name.name.contains('.'));
    let variant = match (&suggestion, single) {
        (Some(_), _) => Some("suggestion"),
        (None, true) => Some("one-word"),
        (None, false) => None,
    };
    // A near miss that exists is a typing mistake: nobody at the domain has to mend anything.
    let owner = if suggestion.is_some() {
        Owner::Account
    } else {
        Owner::Domain
    };
    let different: BTreeSet<&str> = names.iter().map(|name| name.name).collect();
    let several = different.len() > 1;
    let mut finding = about(case, FindingId::NameNotFound, owner, &names)
        .arg("alias", if several { "several" } else { "no" })
        .variant(variant);
    if let Some(suggestion) = suggestion {
        finding = finding
            .arg("suggestion", suggestion)
            .step("step-use-suggestion");
    }
    let finding = finding
        .step_if(variant == Some("one-word"), "step-full-name")
        .step_if(variant.is_none(), "step-check-spelling")
        .step("step-ask-provider-name")
        .step_if(variant.is_none(), "step-check-registration");
    claim(case, &names, finding);
}

/// The resolver denies a name that exists for certain, too: it does not look up names of the internet, or nothing at all.
fn denied_like_all(case: &mut Case<'_>) {
    let facts = case.facts;
    let names = names(case, |name| {
        let gone = name.lost && name.trouble == ResolveTrouble::NotFound;
        gone && denies_all(facts, name)
    });
    let (false, Some(renowned)) = (names.is_empty(), facts.renowned.as_ref()) else {
        return;
    };
    let finding = about(case, FindingId::NameNotFound, resolver::owner(case), &names)
        .inconclusive()
        .arg("alias", "root")
        .arg("resolvers", resolver::listed(case))
        .arg("known", renowned.name)
        .variant("all")
        .evidence(evidence::of_lookup(facts, renowned.name))
        .step("step-other-resolver");
    claim(case, &names, finding);
}

/// It is the root that denies the name, and the root has what the name ends in: a DNS server with a root of its own, which
/// knows the names of one network and says of all others that they do not exist (lxc/incus-os#623, coredns/coredns#2849).
fn denied_by_a_root(case: &mut Case<'_>) {
    let facts = case.facts;
    let names = names(case, |name| {
        let gone = name.lost && name.trouble == ResolveTrouble::NotFound;
        gone && is_denied_by_a_root(facts, name)
    });
    if names.is_empty() {
        return;
    }
    let finding = about(case, FindingId::NameNotFound, resolver::owner(case), &names)
        .inconclusive()
        .arg("alias", "root")
        .arg("resolvers", resolver::listed(case))
        .variant("root")
        .step("step-other-resolver");
    claim(case, &names, finding);
}

fn is_denied_by_a_root(facts: &Facts, name: &Unresolved<'_>) -> bool {
    const NXDOMAIN: u16 = 3;
    let last = end(facts, name).map_or(name.name, String::as_str);
    let mut replies = dnssec::replies(facts, name.name);
    ends_for_sure(last)
        && replies
            .any(|(_, reply)| reply.rcode == NXDOMAIN && reply.denied_by.as_deref() == Some(""))
}

/// Whether the resolver denies the name, and one that exists for certain as well.
fn denies_all(facts: &Facts, name: &Unresolved<'_>) -> bool {
    let last = end(facts, name).map_or(name.name, String::as_str);
    let host = name.host.and_then(|host| facts.hosts.get(host));
    let near = host.is_some_and(|host| host.suggestion.is_some());
    let renowned = facts.renowned.as_ref();
    let denied = Lookup::Failed(ResolveTrouble::NotFound);
    ends_for_sure(last) && !near && renowned.is_some_and(|known| known.addresses == denied)
}

/// A name that only an inner network knows, or its machines among each other: that this DNS server does not know it says
/// nothing of the server.
fn not_in_the_dns(case: &mut Case<'_>) {
    for (who, variant, step) in [
        (Inner::Told, "local", "step-use-address"),
        (Inner::Cluster, "cluster", "step-ask-in-cluster"),
        (Inner::Network, "inner", "step-ask-inner-resolver"),
    ] {
        let names = names(case, |name| {
            name.lost && name.trouble == ResolveTrouble::NotFound && inner(name.name) == Some(who)
        });
        if names.is_empty() {
            continue;
        }
        let finding = about(case, FindingId::NameNotFound, Owner::Unknown, &names)
            .inconclusive()
            .arg("alias", "local")
            .arg("resolvers", resolver::listed(case))
            .variant(variant)
            .step(step);
        claim(case, &names, finding);
    }
}

/// The name itself is there, as an alias. NXDOMAIN is about the last name of the chain (RFC 6604 section 3).
fn alias_to_nowhere<'a>(case: &mut Case<'a>, names: &[Unresolved<'a>]) {
    if names.is_empty() {
        return;
    }
    let ends = names.iter().filter_map(|name| end(case.facts, name));
    let finding = about(case, FindingId::NameNotFound, Owner::Domain, names)
        .arg("alias", "yes")
        .arg("end", list(ends.cloned()))
        .variant("alias")
        .evidence(chains(case.facts, names))
        .step("step-ask-provider-name")
        .step("step-mend-aliases");
    claim(case, names, finding);
}

/// The name is there, and has no address.
pub(in crate::diagnose) fn no_address(case: &mut Case<'_>) {
    let names = names(case, |name| {
        name.lost && name.trouble == ResolveTrouble::NoData
    });
    if names.is_empty() {
        return;
    }
    let asked = |host: &HostFacts| (host.ipv4.is_some(), host.ipv6.is_some());
    let asked = names
        .iter()
        .find_map(|name| Some(asked(case.facts.hosts.get(name.host?)?)));
    let variant = match asked {
        _ if case.facts.reading == Reading::Domain => Some("domain"),
        Some((true, false)) => Some("ipv4"),
        Some((false, true)) => Some("ipv6"),
        _ => None,
    };
    let aliased = names.iter().any(|name| end(case.facts, name).is_some());
    let finding = about(case, FindingId::NoAddress, Owner::Domain, &names)
        .variant(variant)
        .evidence(chains(case.facts, &names))
        .step("step-ask-provider-name")
        .step_if(
            matches!(variant, Some("ipv4" | "ipv6")),
            "step-both-families",
        )
        .step_if(case.facts.mx.is_none() && variant.is_none(), "step-ask-mx")
        .step(if aliased {
            "step-mend-aliases"
        } else {
            "step-publish-address"
        });
    claim(case, &names, finding);
}
