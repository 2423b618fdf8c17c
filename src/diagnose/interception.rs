//! Somebody answers in the place of somebody else: of the server, of the DNS. And what to do where only a proxy leads out.

use std::net::IpAddr;

use crate::args;
use crate::facts::{AddressSource, Check, Facts, HostFacts, Lookup};
use crate::failure::{Failure, Stage, Trouble};
use crate::finding::{Certainty, Finding, FindingId, Owner, Sentence};
use crate::service::Protocol;
use crate::wire::Text;

use super::case::{Case, Failed, connected};
use super::draft::{ids, list, sentence};
use super::evidence;
use super::path::{self, End};
use super::read;

/// The resolver makes answers up: for a name that cannot exist, or the same for names of different parties.
pub(super) fn dns_hijacked(case: &mut Case<'_>) {
    let Some(control) = &case.facts.dns_control else {
        return;
    };
    let addresses = |lookup: &Lookup<Vec<IpAddr>>| lookup.found().cloned().unwrap_or_default();
    let impossible = addresses(&control.impossible);
    let unrelated = addresses(&control.unrelated);
    let is_invented = |address: IpAddr| {
        // A resolver that has an address for every name, and one of the own network for this one, has made up both.
        let near = path::is_private(address) || case.facts.vantage.is_neighbour(address);
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
    case.explain(finding);
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
    if case.facts.checks.iter().any(connected) {
        return;
    }
    let open = case.open_where(|_, failure| failure.stage == Stage::Connect);
    if !open
        .iter()
        .any(|(.., failure)| read::waited(failure).is_some())
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
    case.explain(finding);
}

/// Something on the way takes connections in the server's name: the port opens nearer than the server is, or another
/// party greets there.
pub(super) fn intercepted(case: &mut Case<'_>) {
    let facts = case.facts;
    let nearer = case.open_where(|check, failure| {
        failure.stage > Stage::Connect && opens_nearer(facts, check).is_some()
    });
    let mut groups: Vec<(u8, Vec<Failed<'_>>)> = Vec::new();
    for failed in nearer {
        let Some(hop) = opens_nearer(facts, failed.1) else {
            continue;
        };
        match groups.iter_mut().find(|(other, _)| *other == hop) {
            Some((_, group)) => group.push(failed),
            None => groups.push((hop, vec![failed])),
        }
    }
    for (hop, group) in groups {
        let address = group[0].1.address;
        let place = address.map(|address| path::at_hop(facts, address, hop, Certainty::At));
        let router = place.and_then(|place| place.address);
        let router = router.map_or_else(|| "?".to_owned(), |router| router.to_string());
        let finding = taken(case, &group)
            .arg("hop", hop)
            .arg("router", router)
            .at(place)
            .evidence(evidence::of_paths(facts, &group));
        case.explain(with_steps(case, finding));
    }
    let others = case.open_where(|check, failure| {
        failure.stage > Stage::Connect && another_party(case, check, failure).is_some()
    });
    let Some((name, usual)) = others
        .first()
        .and_then(|(_, check, failure)| another_party(case, check, failure))
    else {
        return;
    };
    let finding = taken(case, &others)
        .arg("name", read::shown(&name))
        .arg("usual", read::shown(&usual))
        .variant("name");
    case.explain(with_steps(case, finding));
}

fn taken(case: &Case<'_>, group: &[Failed<'_>]) -> Finding {
    Finding::about(case, FindingId::Intercepted, Owner::Network, &ids(group))
        .evidence(evidence::of_failures(case, group))
        .evidence(greetings(case.facts, group))
}

fn with_steps(case: &Case<'_>, finding: Finding) -> Finding {
    finding
        .step("step-do-not-log-in")
        .step_alternative(case)
        .step("step-ask-network-interception")
        .step("step-try-other-network")
}

fn greetings(facts: &Facts, group: &[Failed<'_>]) -> Vec<Sentence> {
    let greeted = group.iter().filter_map(|(_, check, _)| {
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
    let sweep = path::own(facts, check)?;
    let End::Open(hop) = path::end(sweep) else {
        return None;
    };
    let beyond = if hop == 1 { 1 } else { hop + 1 };
    let farther = path::others(facts, sweep).any(|other| path::goes_beyond(other, beyond));
    (farther && !facts.vantage.is_neighbour(address)).then_some(hop)
}

/// The name with which another party greets on this port alone, and the name of the others. The other ports of the
/// address all greet with the party whose name was asked for.
fn another_party(case: &Case<'_>, check: &Check, failure: &Failure) -> Option<(String, String)> {
    let host: &HostFacts = case.facts.hosts.get(check.host)?;
    let own = greeting_name(check, Some(failure))?;
    let siblings = case.own().filter(|(_, other)| {
        other.address == check.address && other.endpoint.port != check.endpoint.port
    });
    let names: Vec<String> = siblings
        .filter_map(|(_, other)| greeting_name(other, other.failure.as_ref()))
        .collect();
    let expected = party(&host.name)?;
    let agree = names.iter().all(|name| party(name) == Some(expected));
    let differs = party(&own).is_some_and(|party| party != expected);
    (agree && differs).then_some((own, names.first()?.clone()))
}

/// The name that an SMTP server gives itself in its first line, also where that is a refusal (RFC 5321 section 4.2).
fn greeting_name(check: &Check, failure: Option<&Failure>) -> Option<String> {
    if check.endpoint.service.protocol() != Protocol::Smtp {
        return None;
    }
    let refused = failure.and_then(|failure| match &failure.trouble {
        Trouble::Rejected(rejection) if failure.stage == Stage::Greeting => rejection.reply.first(),
        _ => None,
    });
    let greeted = check
        .greeting
        .as_ref()
        .and_then(|greeting| greeting.lines.first());
    let line = greeted.or(refused).map(Text::to_lossy)?;
    let name = line.get(4..)?.split_whitespace().next()?;
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.');
    // What follows the code may also be an enhanced status code, which has dots as well (RFC 3463).
    let (_, top) = name.rsplit_once('.')?;
    let plain = top.len() > 1 && top.chars().all(|letter| letter.is_ascii_alphabetic());
    (plain && name.chars().all(is_name)).then(|| name.to_ascii_lowercase())
}

/// The part of a name that one party holds, roughly: the last two labels, or three below a short second one (`co.uk`).
fn party(name: &str) -> Option<&str> {
    let name = name.trim_end_matches('.');
    let starts: Vec<usize> = name.rmatch_indices('.').map(|(at, _)| at + 1).collect();
    let [_, second, ..] = starts.as_slice() else {
        // Two labels are the whole; one is no name of a party.
        return (starts.len() == 1).then_some(name);
    };
    let top = &name[starts[0]..];
    let label = &name[*second..starts[0] - 1];
    if top.len() == 2 && label.len() <= 3 {
        let third = starts.get(2).copied().unwrap_or_default();
        return Some(&name[third..]);
    }
    Some(&name[*second..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_party_end_alike() {
        let rows = [
            ("mx.example.com", Some("example.com")),
            ("a.b.example.com", Some("example.com")),
            ("example.com", Some("example.com")),
            ("mail.example.co.uk", Some("example.co.uk")),
            ("a.mail.example.co.uk", Some("example.co.uk")),
            ("example.co.uk", Some("example.co.uk")),
            ("localhost", None),
        ];
        for (name, expected) in rows {
            assert_eq!(party(name), expected, "{name}");
        }
    }
}
