//! Names that give no address, or not the one that the DNS would give.

use std::time::Duration;

use crate::args;
use crate::facts::{AddressSource, DnsOutcome, DnsReply, Facts, HostFacts, Lookup, Reading};
use crate::failure::{ResolveTrouble, Stage};
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};
use crate::target::Host;

use super::case::Case;
use super::draft::{list, sentence};
use super::evidence;
use super::machine;

/// Extended DNS errors (RFC 8914) by which a resolver says that the domain's own servers are silent: No Reachable
/// Authority and Network Error.
const SILENT_AUTHORITY: [u16; 2] = [22, 23];

/// Extended DNS errors by which a validating resolver says that the signatures do not fit: DNSSEC Bogus, Signature Expired,
/// Signature Not Yet Valid, DNSKEY Missing, RRSIGs Missing, No Zone Key Bit Set, NSEC Missing.
const BOGUS: std::ops::RangeInclusive<u16> = 6..=12;

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

/// SERVFAIL because the signatures do not fit: the resolver says so, or it answers once it is asked not to check.
pub(super) fn bogus(case: &mut Case<'_>) {
    let facts = case.facts;
    let names = names(case, |name| {
        name.trouble == ResolveTrouble::ServFail
            && (says_bogus(facts, name.name) || answers_unchecked(facts, name.name))
    });
    if names.is_empty() {
        return;
    }
    let unchecked = names
        .iter()
        .flat_map(|name| evidence::of_unchecked(facts, name.name));
    let finding = about(case, FindingId::DnssecBogus, Owner::Domain, &names)
        .evidence(unchecked)
        .step("step-tell-domain-dnssec")
        .step("step-other-resolver");
    claim(case, &names, finding);
}

/// SERVFAIL: the resolver could not get an answer from the domain's servers, or did not believe it.
pub(super) fn server_failure(case: &mut Case<'_>) {
    let failed = |name: &Unresolved<'_>| name.trouble == ResolveTrouble::ServFail;
    let silent = names(case, |name| {
        failed(name) && is_silent_authority(case.facts, name.name)
    });
    if !silent.is_empty() {
        let finding = about(case, FindingId::DnsTimeout, Owner::Domain, &silent)
            .variant("authority")
            .step("step-tell-domain")
            .step("step-wait-and-run-again");
        claim(case, &silent, finding);
    }
    let broken = names(case, failed);
    if broken.is_empty() {
        return;
    }
    let finding = about(case, FindingId::DnsServerFailure, Owner::Domain, &broken)
        .step("step-other-resolver")
        .step("step-tell-domain");
    claim(case, &broken, finding);
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
    alias_to_nowhere(case, &dangling);
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
    let mut finding = about(case, FindingId::NameNotFound, owner, &names)
        .arg("alias", "no")
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
        // An entry that leads nowhere may be out of date; the silence of the address is reported for itself.
        let dead = checks().next().is_some() && !checks().any(|(_, check)| check.connected());
        let severity = if dead {
            Severity::Warning
        } else {
            Severity::Info
        };
        let addresses = list(host.addresses().iter().map(ToString::to_string));
        let names = [host.display.clone()];
        let finding = Finding::about_names(
            FindingId::HostsFileOverride,
            severity,
            Owner::ThisMachine,
            &names,
        )
        .arg("addresses", addresses)
        .variant(dead.then_some("dead"))
        .checks(checks().map(|(id, _)| id).collect())
        .step("step-check-hosts-file");
        case.add(finding);
    }
}

/// Where the aliases of a name end; `None` for a name that is no alias.
fn end<'a>(facts: &'a Facts, name: &Unresolved<'_>) -> Option<&'a String> {
    facts.hosts.get(name.host?)?.aliases.last()
}

/// The aliases of those names that are some, as evidence.
pub(super) fn chains(facts: &Facts, names: &[Unresolved<'_>]) -> Vec<Sentence> {
    let hosts = names
        .iter()
        .filter_map(|name| facts.hosts.get(name.host?))
        .filter(|host| !host.aliases.is_empty());
    hosts.map(chain).collect()
}

/// The aliases of a host, as evidence.
pub(super) fn chain(host: &HostFacts) -> Sentence {
    let chain = std::iter::once(&host.name).chain(&host.aliases).cloned();
    let chain = chain.collect::<Vec<_>>().join(" → ");
    sentence("evidence-aliases", args! { "chain" => chain })
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
        .checks(checks.collect())
        .evidence(
            names
                .iter()
                .flat_map(|name| evidence::of_lookup(case.facts, name.name)),
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

/// Whether the resolver says that it is the signatures.
fn says_bogus(facts: &Facts, name: &str) -> bool {
    facts.dns.iter().any(|exchange| {
        let says = matches!(&exchange.outcome, DnsOutcome::Reply(reply)
            if reply.extended_errors.iter().any(|(code, _)| BOGUS.contains(code)));
        exchange.name.eq_ignore_ascii_case(name) && says
    })
}

/// Whether the resolver has an answer when it is asked not to check: records, or that there are none.
fn answers_unchecked(facts: &Facts, name: &str) -> bool {
    facts.dns.iter().any(|exchange| {
        let answers =
            matches!(&exchange.outcome, DnsOutcome::Reply(reply) if matches!(reply.rcode, 0 | 3));
        exchange.checking_disabled && exchange.name.eq_ignore_ascii_case(name) && answers
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
