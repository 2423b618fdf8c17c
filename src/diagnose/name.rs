//! Names that give no address, or not the one that the DNS would give.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::args;
use crate::facts::special::{Inner, inner};
use crate::facts::{
    AddressSource, DnsExchange, DnsOutcome, DnsReply, Facts, HostFacts, Lookup, Reading,
    RecordData, RecordKind,
};
use crate::failure::{ResolveTrouble, Stage};
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};
use crate::target::Host;

use super::case::Case;
use super::dnssec;
use super::draft::{list, sentence};
use super::evidence;
use super::machine;
use super::resolver;

/// Extended DNS errors (RFC 8914) by which a resolver says that the domain's own servers are silent: No Reachable
/// Authority and Network Error.
const SILENT_AUTHORITY: [u16; 2] = [22, 23];

/// A name that gave no address, or not those of both families.
pub(super) struct Unresolved<'a> {
    /// In DNS form.
    pub(super) name: &'a str,
    /// As people read it.
    pub(super) display: &'a str,
    /// Its place in [`Facts::hosts`]. `None` for a domain whose mail exchangers could not be asked for.
    pub(super) host: Option<usize>,
    /// What stood in the way.
    pub(super) trouble: ResolveTrouble,
    /// Whether no address is known at all.
    pub(super) lost: bool,
}

/// SERVFAIL: the resolver could not get an answer from the domain's servers, or did not believe it; or it gets none from
/// anybody.
pub(super) fn server_failure(case: &mut Case<'_>) {
    busy_resolver(case);
    let failed = |name: &Unresolved<'_>| name.trouble == ResolveTrouble::ServFail;
    let silent = names(case, |name| {
        failed(name) && is_silent_authority(case.facts, name.name)
    });
    if !silent.is_empty() {
        let finding = silent_authority(case, &silent);
        claim(case, &silent, finding);
    }
    let broken = names(case, failed);
    if broken.is_empty() {
        return;
    }
    let asked = case.facts.witness.is_some();
    let finding = about(case, FindingId::DnsServerFailure, Owner::Domain, &broken)
        .arg("whose", "domain")
        .variant(asked.then_some("domain"))
        .evidence(resolver::of_witness(case))
        .step_if(asked, "step-tell-domain")
        .step("step-other-resolver")
        .step_if(!asked, "step-tell-domain");
    claim(case, &broken, finding);
}

/// SERVFAIL, and an answer when the same was asked again: what failed was a moment's.
fn busy_resolver(case: &mut Case<'_>) {
    let busy = names(case, |name| {
        name.trouble == ResolveTrouble::ServFail && answers_now(case.facts, name.name)
    });
    if busy.is_empty() {
        return;
    }
    let finding = about(case, FindingId::DnsServerFailure, Owner::Unknown, &busy)
        .inconclusive()
        .arg("whose", "moment")
        .arg("resolvers", resolver::listed(case))
        .variant("moment")
        .step("step-run-again-alone");
    claim(case, &busy, finding);
}

/// SERVFAIL for this name, and no answer for a name that has nothing to do with it.
pub(super) fn resolver_failure(case: &mut Case<'_>) {
    let Some(witness) = case.facts.witness.filter(|witness| !witness.outside) else {
        return;
    };
    let all = names(case, |name| name.trouble == ResolveTrouble::ServFail);
    if all.is_empty() {
        return;
    }
    let owner = resolver::owner(case);
    // Every name fails, and this one has an answer without checking: it is the checking that fails.
    let unchecked = all
        .iter()
        .any(|name| dnssec::unchecked(case.facts, name.name).is_some());
    let finding = about(case, FindingId::DnsServerFailure, owner, &all)
        .inconclusive()
        .arg("whose", "resolver")
        .arg("resolvers", resolver::listed(case))
        .variant(match witness.root {
            _ if unchecked => "validation",
            true => "cut-off",
            false => "resolver",
        })
        .evidence(resolver::of_witness(case));
    let finding = resolver::steps(case, finding);
    claim(case, &all, finding);
}

/// No answer for this name, and answers for others at once: the resolver waits for the domain's own servers.
pub(super) fn authority_silent(case: &mut Case<'_>) {
    if !case.facts.witness.is_some_and(|witness| witness.outside) {
        return;
    }
    let silent = names(case, |name| name.trouble == ResolveTrouble::Timeout);
    if silent.is_empty() {
        return;
    }
    let finding = silent_authority(case, &silent).variant("waits");
    claim(case, &silent, finding);
}

fn silent_authority(case: &Case<'_>, names: &[Unresolved<'_>]) -> Finding {
    about(case, FindingId::DnsTimeout, Owner::Domain, names)
        .arg("resolvers", resolver::listed(case))
        .variant("authority")
        .evidence(resolver::of_witness(case))
        .step("step-tell-domain")
        .step("step-wait-and-run-again")
}

/// One family has addresses, and for the other the DNS says that the whole name does not exist (RFC 4074 section 4.2).
pub(super) fn denied_for_one_family(case: &mut Case<'_>) {
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

/// The aliases go round in a circle.
pub(super) fn alias_loop(case: &mut Case<'_>) {
    let names = names(case, |name| name.trouble == ResolveTrouble::AliasLoop);
    if names.is_empty() {
        return;
    }
    let finding = about(case, FindingId::CnameLoop, Owner::Domain, &names)
        .evidence(chains(case.facts, &names))
        .step("step-mend-aliases");
    claim(case, &names, finding);
}

/// NXDOMAIN.
pub(super) fn not_found(case: &mut Case<'_>) {
    let gone = |name: &Unresolved<'_>| name.lost && name.trouble == ResolveTrouble::NotFound;
    let dangling = names(case, |name| gone(name) && end(case.facts, name).is_some());
    denied_by_a_root(case);
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

/// Top-level domains that the root surely has.
const SURE: [&str; 32] = [
    "com", "net", "org", "info", "biz", "edu", "gov", "mil", "int", "eu", "de", "uk", "fr", "nl",
    "it", "es", "ch", "at", "be", "pl", "se", "dk", "cz", "ru", "cn", "jp", "kr", "in", "au", "ca",
    "br", "us",
];

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
    let (_, top) = last.rsplit_once('.').unwrap_or_default();
    let mut replies = dnssec::replies(facts, name.name);
    SURE.iter().any(|sure| top.eq_ignore_ascii_case(sure))
        && replies
            .any(|(_, reply)| reply.rcode == NXDOMAIN && reply.denied_by.as_deref() == Some(""))
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
pub(super) fn no_address(case: &mut Case<'_>) {
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

/// The hosts file of this machine decides the address, so that others may see another server.
pub(super) fn hosts_file(case: &mut Case<'_>) {
    for (index, host) in case.facts.hosts.iter().enumerate() {
        let localhost = host.name == "localhost" || host.name.ends_with(".localhost");
        if host.source != AddressSource::HostsFile || localhost {
            continue;
        }
        let checks = || case.own().filter(|(_, check)| check.host == index);
        // An entry that means nobody has been told of.
        if checks().any(|(id, check)| check.skipped && case.is_explained(id)) {
            continue;
        }
        // An entry that leads nowhere may be out of date; the silence of the address is reported for itself.
        let dead = checks().next().is_some() && !checks().any(|(_, check)| check.connected());
        let in_dns = host.in_dns.as_ref().and_then(Lookup::found);
        let others = in_dns.filter(|found| host.addresses().iter().all(|own| !found.contains(own)));
        let ids: Vec<usize> = checks().map(|(id, _)| id).collect();
        let (severity, variant) = match (dead, others) {
            // The cheapest cause comes first: the file sends this machine where nobody is, and nobody else goes.
            (true, Some(_)) => (case.severity(&ids, Severity::Error), Some("elsewhere")),
            (true, None) => (Severity::Warning, Some("dead")),
            (false, _) => (Severity::Info, None),
        };
        let addresses = list(host.addresses().iter().map(ToString::to_string));
        let others = list(others.into_iter().flatten().map(ToString::to_string));
        let names = [host.display.clone()];
        let finding = Finding::about_names(
            FindingId::HostsFileOverride,
            severity,
            Owner::ThisMachine,
            &names,
        )
        .arg("addresses", addresses)
        .arg("others", others)
        .variant(variant)
        .checks(ids)
        .evidence((variant == Some("elsewhere")).then(|| in_the_dns(host)))
        .step("step-check-hosts-file");
        case.add(finding);
    }
}

/// What the DNS says beside the hosts file, as evidence.
fn in_the_dns(host: &HostFacts) -> Sentence {
    let found = host.in_dns.as_ref().and_then(Lookup::found);
    let addresses = list(found.into_iter().flatten().map(ToString::to_string));
    let args = args! { "name" => host.display.as_str(), "addresses" => addresses };
    sentence("evidence-dns-beside", args)
}

/// Where the aliases of a name end; `None` for a name that is no alias.
fn end<'a>(facts: &'a Facts, name: &Unresolved<'_>) -> Option<&'a String> {
    let host = name.host.and_then(|host| facts.hosts.get(host));
    let known = host.and_then(|host| host.aliases.last());
    known.or_else(|| answered_aliases(facts, name.name).last().copied())
}

/// The aliases that stand in the answers about a name: of a domain that is asked for its exchangers no others are known.
fn answered_aliases<'a>(facts: &'a Facts, name: &str) -> Vec<&'a String> {
    let replies = facts
        .dns
        .iter()
        .filter_map(|exchange| match &exchange.outcome {
            DnsOutcome::Reply(reply) => Some(reply),
            DnsOutcome::Timeout | DnsOutcome::Os(_) | DnsOutcome::Malformed => None,
        });
    let records: Vec<_> = replies.flat_map(|reply| &reply.answers).collect();
    let next = |owner: &str| {
        records.iter().find_map(|record| match &record.data {
            RecordData::Cname(target) if record.name == owner => Some(target),
            _ => None,
        })
    };
    let mut found = Vec::new();
    while let Some(target) = next(found.last().copied().map_or(name, String::as_str)) {
        if found.contains(&target) {
            break;
        }
        found.push(target);
    }
    found
}

/// The aliases of those names that are some, as evidence.
pub(super) fn chains(facts: &Facts, names: &[Unresolved<'_>]) -> Vec<Sentence> {
    let chains = names.iter().filter_map(|name| {
        let host = name.host.and_then(|host| facts.hosts.get(host));
        if let Some(host) = host.filter(|host| !host.aliases.is_empty()) {
            return Some(chain(host));
        }
        let aliases = answered_aliases(facts, name.name);
        (!aliases.is_empty()).then(|| chain_of(name.name, aliases))
    });
    chains.collect()
}

/// The aliases of a host, as evidence.
pub(super) fn chain(host: &HostFacts) -> Sentence {
    chain_of(&host.name, host.aliases.iter().collect())
}

fn chain_of(name: &str, aliases: Vec<&String>) -> Sentence {
    let aliases = aliases.into_iter().map(String::as_str);
    let chain: Vec<&str> = std::iter::once(name).chain(aliases).collect();
    sentence("evidence-aliases", args! { "chain" => chain.join(" → ") })
}

/// The names of which `wanted` is true.
pub(super) fn names<'a>(
    case: &Case<'a>,
    wanted: impl Fn(&Unresolved<'a>) -> bool,
) -> Vec<Unresolved<'a>> {
    let mut names = troubles(case);
    names.retain(wanted);
    names
}

/// A finding about names, with what the resolvers said about them.
pub(super) fn about(
    case: &Case<'_>,
    id: FindingId,
    owner: Owner,
    names: &[Unresolved<'_>],
) -> Finding {
    let severity = names.iter().map(|name| {
        if name.lost {
            case.name_severity(name.host, Severity::Error)
        } else {
            Severity::Warning
        }
    });
    let severity = severity.max().unwrap_or(Severity::Error);
    let displays: Vec<String> = names.iter().map(|name| name.display.to_owned()).collect();
    let of_names = |check: usize| {
        let host = case.facts.checks[check].host;
        names
            .iter()
            .any(|name| name.lost && name.host == Some(host))
    };
    let open = case.open_where(|_, failure| failure.stage == Stage::Resolve);
    let checks = open
        .iter()
        .map(|failed| failed.id)
        .filter(|check| of_names(*check));
    Finding::about_names(id, severity, owner, &displays)
        .arg("type", missing_type(case.facts, names))
        .checks(checks.collect())
        .evidence(
            names
                .iter()
                .filter_map(|name| evidence::of_lookup(case.facts, name.name)),
        )
}

/// Adds a finding about names, and marks them.
pub(super) fn claim<'a>(case: &mut Case<'a>, names: &[Unresolved<'a>], finding: Finding) {
    for name in names {
        case.claim_name(name.name);
    }
    case.claim(finding);
}

/// Every lookup that went wrong and is not explained: the hosts, then the domain itself.
fn troubles<'a>(case: &Case<'a>) -> Vec<Unresolved<'a>> {
    let facts = case.facts;
    let hosts = facts
        .hosts
        .iter()
        .enumerate()
        .filter_map(|(index, host)| of_host(index, host));
    let mut names: Vec<Unresolved<'a>> = hosts.collect();
    if let Some(name) = of_mx(case)
        && !names.iter().any(|other| other.name == name.name)
    {
        names.push(name);
    }
    names.retain(|name| !case.is_name_explained(name.name));
    names
}

fn of_host(index: usize, host: &HostFacts) -> Option<Unresolved<'_>> {
    let lost = host.trouble();
    // One family without records is nothing to speak of while the other has some.
    let partial = || {
        let v4 = host.ipv4.as_ref().and_then(Lookup::trouble);
        let v6 = host.ipv6.as_ref().and_then(Lookup::trouble);
        let trouble = v4.or(v6)?;
        let serious = !matches!(trouble, ResolveTrouble::NotFound | ResolveTrouble::NoData);
        serious.then(|| trouble.clone())
    };
    Some(Unresolved {
        name: &host.name,
        display: &host.display,
        host: Some(index),
        lost: lost.is_some(),
        trouble: lost.or_else(partial)?,
    })
}

fn of_mx<'a>(case: &Case<'a>) -> Option<Unresolved<'a>> {
    let trouble = case.facts.mx.as_ref()?.trouble()?;
    let lost = case.facts.hosts.is_empty();
    // A name without mail exchangers is read as a host, and a name that does not exist has no address either.
    if !lost && matches!(trouble, ResolveTrouble::NotFound | ResolveTrouble::NoData) {
        return None;
    }
    let name = machine::domain(case)?;
    let display = match &case.facts.target.host {
        Host::Name(name) => &name.unicode,
        Host::Address(_) => return None,
    };
    Some(Unresolved {
        name,
        display,
        host: None,
        trouble: trouble.clone(),
        lost,
    })
}

/// The type of record that alone is missing; "all" where no address is known.
fn missing_type(facts: &Facts, names: &[Unresolved<'_>]) -> &'static str {
    let types = names.iter().map(|name| {
        let host = name.host.and_then(|host| facts.hosts.get(host));
        match host {
            _ if name.lost => "all",
            Some(host) if host.ipv4.as_ref().is_some_and(|v4| v4.found().is_none()) => "A",
            Some(_) => "AAAA",
            None => "MX",
        }
    });
    let mut types: Vec<&'static str> = types.collect();
    types.dedup();
    if let [one] = types[..] { one } else { "all" }
}

/// Whether a later question for the name was answered, with signatures checked.
pub(super) fn answers_now(facts: &Facts, name: &str) -> bool {
    let about = facts.dns.iter().filter(|exchange| {
        let of_host = matches!(
            exchange.kind,
            RecordKind::A | RecordKind::Aaaa | RecordKind::Mx
        );
        exchange.name.eq_ignore_ascii_case(name) && !exchange.checking_disabled && of_host
    });
    let all: Vec<&DnsExchange> = about.collect();
    let rcode = |exchange: &DnsExchange| match &exchange.outcome {
        DnsOutcome::Reply(reply) => Some(reply.rcode),
        DnsOutcome::Timeout | DnsOutcome::Os(_) | DnsOutcome::Malformed => None,
    };
    all.iter().enumerate().any(|(place, exchange)| {
        let mut before = all[..place].iter();
        matches!(rcode(exchange), Some(0 | 3))
            && before.any(|other| other.kind == exchange.kind && rcode(other) == Some(2))
    })
}

/// Whether the resolver waited for the domain's servers and says so.
fn is_silent_authority(facts: &Facts, name: &str) -> bool {
    let says = |reply: &DnsReply| {
        let mut codes = reply.extended_errors.iter().map(|(code, _)| code);
        codes.any(|code| SILENT_AUTHORITY.contains(code))
    };
    facts.dns.iter().any(|exchange| {
        let waited = exchange.elapsed >= Duration::from_secs(1);
        let says = matches!(&exchange.outcome, DnsOutcome::Reply(reply) if says(reply));
        exchange.name.eq_ignore_ascii_case(name) && waited && says
    })
}
