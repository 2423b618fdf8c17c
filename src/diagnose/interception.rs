//! Somebody answers in the place of somebody else: of the server, of the DNS. And what to do where only a proxy leads out.

use std::net::IpAddr;

use crate::args;
use crate::codes::Os;
use crate::facts::path::SweepEnd;
use crate::facts::scope::scope;
use crate::facts::{AddressSource, Check, Facts, Lookup, stranger};
use crate::failure::Stage;
use crate::finding::{Certainty, Evidence, Finding, FindingId, Owner};

use super::case::{Case, Failed};
use super::draft::{ids, list, sentence};
use super::evidence;
use super::path;
use super::read;

/// The resolver makes answers up: for a name that cannot exist, or the same for names of different parties.
pub(super) fn dns_hijacked(case: &mut Case<'_>) {
    let Some(control) = &case.facts.dns_control else {
        return;
    };
    let addresses = |lookup: &Lookup<Vec<IpAddr>>| lookup.found().cloned().unwrap_or_default();
    let impossible = addresses(&control.impossible);
    let unrelated = control
        .unrelated
        .as_ref()
        .map(addresses)
        .unwrap_or_default();
    let is_invented = |address: IpAddr| {
        // A resolver that has an address for every name, and one of the own network for this one, has made up both.
        let near = scope(address).is_near() || case.facts.vantage.is_neighbour(address);
        impossible.contains(&address)
            || unrelated.contains(&address)
            || (near && !impossible.is_empty())
    };
    let open = case.open_where(|check, _| {
        let host = case.facts.hosts.get(check.host);
        let asked = host.is_some_and(|host| host.source == AddressSource::Dns);
        asked && check.address.is_some_and(is_invented)
    });
    if open.is_empty() {
        return;
    }
    let resolvers = case.facts.vantage.resolvers.iter().map(ToString::to_string);
    let told = [
        ("evidence-dns-impossible", &impossible),
        ("evidence-dns-unrelated", &unrelated),
    ];
    let told = told.into_iter().filter(|(_, found)| !found.is_empty());
    let told = told.map(|(id, found)| {
        let found = list(found.iter().map(ToString::to_string));
        sentence(id, args! { "addresses" => found })
    });
    let finding = Finding::about(case, FindingId::DnsHijacked, Owner::Network, &ids(&open))
        .inconclusive()
        .arg("resolvers", list(resolvers))
        .variant(impossible.is_empty().then_some("unrelated"))
        .evidence(told)
        .evidence(evidence::of_failures(case, &open))
        .step("step-check-redirect")
        .step("step-check-host")
        .step("step-other-resolver")
        .step("step-ask-network-dns");
    case.claim(finding);
}

/// No direct way leads to the server, and the proxy that is configured here does.
pub(super) fn proxy_required(case: &mut Case<'_>) {
    let Some(attempt) = &case.facts.proxy else {
        return;
    };
    let Ok(greeting) = &attempt.outcome else {
        return;
    };
    // One connection that comes about shows that it goes without.
    if case.facts.checks.iter().any(Check::connected) {
        return;
    }
    let open = case.open_where(|_, failure| failure.stage == Stage::Connect);
    if !open
        .iter()
        .any(|Failed { failure, .. }| failure.waited().is_some())
    {
        return;
    }
    let asked = case.facts.checks.get(attempt.check);
    let seen = asked.map(|check| {
        let said = read::quote(std::slice::from_ref(greeting));
        let proxy = read::shown(&attempt.proxy);
        let args = args! { "proxy" => proxy, "greeting" => said };
        (check, sentence("evidence-proxy", args))
    });
    let finding = Finding::about(case, FindingId::ProxyRequired, Owner::Network, &ids(&open))
        .arg("proxy", read::shown(&attempt.proxy))
        .evidence(evidence::by_place(case.facts, seen))
        .evidence(evidence::of_failures(case, &open))
        .evidence(evidence::of_paths(case.facts, &open))
        .step("step-use-proxy")
        .step("step-ask-network-direct")
        .step("step-try-other-network");
    case.claim(finding);
}

/// Something on the way takes connections in the server's name: the port opens nearer than the server is, or another
/// party greets there.
pub(super) fn intercepted(case: &mut Case<'_>) {
    let facts = case.facts;
    taken_here(case);
    let mut groups: Vec<(u8, Vec<Seen<'_>>)> = Vec::new();
    for (id, check) in case.own().filter(|(id, _)| !case.is_explained(*id)) {
        let suspected = stranger::is_odd(facts, check);
        let Some(hop) = opens_nearer(facts, check).filter(|_| suspected) else {
            continue;
        };
        match groups.iter_mut().find(|(other, _)| *other == hop) {
            Some((_, group)) => group.push((id, check)),
            None => groups.push((hop, vec![(id, check)])),
        }
    }
    for (hop, group) in groups {
        let address = group[0].1.address;
        let place = address.map(|address| path::at_hop(facts, address, hop, Certainty::At));
        let router = place.and_then(|place| place.address);
        let router = router.map_or_else(|| "?".to_owned(), |router| router.to_string());
        let works = group.iter().all(|(_, check)| check.failure.is_none());
        // Mail shields of Windows (a redirection of WFP) and macOS (a network extension) take a connection before it
        // leaves, which opens at the first hop as well.
        let perhaps_here = hop == 1 && facts.vantage.os != Os::Linux;
        let mut finding = taken(case, &group)
            .arg("hop", hop)
            .arg("router", router)
            .at(place)
            .variant(works.then_some("works"))
            .variant_if(perhaps_here, "first")
            .step_if(perhaps_here, "step-switch-off-shield");
        if perhaps_here {
            finding.owner = Owner::Unknown;
        }
        let finding = finding.evidence(evidence::of_paths_to(
            facts,
            group.iter().map(|(_, check)| *check),
        ));
        case.claim(with_steps(case, finding));
    }
    let others = case.open_where(|check, failure| {
        failure.stage > Stage::Connect && stranger::another_party(facts, check).is_some()
    });
    let Some((name, usual)) = others
        .first()
        .and_then(|Failed { check, .. }| stranger::another_party(facts, check))
    else {
        return;
    };
    let others: Vec<Seen<'_>> = others
        .iter()
        .map(|failed| (failed.id, failed.check))
        .collect();
    let finding = taken(case, &others)
        .arg("name", read::shown(&name))
        .arg("usual", read::shown(&usual))
        .variant("name");
    case.claim(with_steps(case, finding));
}

/// A program on this machine takes connections for itself, as mail shields do, and what came of them is odd.
fn taken_here(case: &mut Case<'_>) {
    let facts = case.facts;
    let here = case.own().filter(|(id, check)| {
        let odd = stranger::is_odd(facts, check) || stranger::shows_a_certificate_of_its_own(check);
        check.ends_here && !case.is_explained(*id) && odd
    });
    let here: Vec<Seen<'_>> = here.collect();
    if here.is_empty() {
        return;
    }
    let finding = taken(case, &here)
        .owner(Owner::ThisMachine)
        .arg("unproved", "here")
        .variant("here")
        .step("step-switch-off-shield")
        .step("step-run-again");
    case.claim(finding);
}

/// A check, failed or not, with its id.
type Seen<'a> = (usize, &'a Check);

fn taken(case: &Case<'_>, group: &[Seen<'_>]) -> Finding {
    let ids: Vec<usize> = group.iter().map(|(id, _)| *id).collect();
    let failed: Vec<Failed<'_>> = group
        .iter()
        .filter_map(|&(id, check)| {
            let failure = check.failure.as_ref()?;
            Some(Failed { id, check, failure })
        })
        .collect();
    Finding::about(case, FindingId::Intercepted, Owner::Network, &ids)
        .arg("unproved", "no")
        .evidence(evidence::of_failures(case, &failed))
        .evidence(greetings(case.facts, group))
}

fn with_steps(case: &Case<'_>, finding: Finding) -> Finding {
    finding
        .step("step-do-not-log-in")
        .step_alternative(case)
        .step("step-ask-network-interception")
        .step("step-try-other-network")
}

fn greetings(facts: &Facts, group: &[Seen<'_>]) -> Option<Evidence> {
    let greeted = group.iter().filter_map(|(_, check)| {
        let lines = &check.greeting.as_ref()?.lines;
        let said = args! { "greeting" => read::quote(lines) };
        Some((*check, sentence("evidence-greeting", said)))
    });
    evidence::by_place(facts, greeted)
}

/// The hop at which the port opens, where the server is at least two hops farther: paths of one address may differ by
/// one, and a server's own network may lead a port to a machine at its edge. At the first hop there is but the gateway.
fn opens_nearer(facts: &Facts, check: &Check) -> Option<u8> {
    let address = check.address?;
    let sweep = facts.sweep_of(check)?;
    let SweepEnd::Open(hop) = sweep.end() else {
        return None;
    };
    let beyond = if hop == 1 { 1 } else { hop + 1 };
    let farther = facts.others_go_beyond(sweep, beyond);
    // Nobody but the first router answers at the first hop for an address that is on no network of this machine.
    let alone = hop == 1
        && !facts.vantage.own_addresses.is_empty()
        && facts.sweeps_beside(sweep).next().is_none();
    ((farther || alone) && !facts.vantage.is_neighbour(address)).then_some(hop)
}
