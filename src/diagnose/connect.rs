//! TCP connections that do not come about: a finding for each thing that stops them.
//!
//! What stopped a connect is decided in [`super::stop`]; here the failures are grouped and named.

use std::collections::BTreeSet;

use crate::args;
use crate::codes::Os;
use crate::facts::{Check, EchoPath, Facts};
use crate::failure::{Failure, Icmp, Stage};
use crate::finding::{Evidence, Finding, FindingId, Owner, Severity};

use super::case::{Case, Failed};
use super::draft::{ids, list, sentence};
use super::evidence;
use super::stop::{self, By, PathEnd, Stopped, owner_of};

/// One address of a service answers and another does not. Programs try one of them, or wait for the dead one first.
pub(super) fn some_addresses_fail(case: &mut Case<'_>) {
    let failed = case.open_where(|check, failure| {
        let same = |other: &Check| other.host == check.host && other.endpoint == check.endpoint;
        failure.stage == Stage::Connect
            && case
                .own()
                .any(|(_, other)| same(other) && other.connected())
    });
    if failed.is_empty() {
        return;
    }
    let good = case.own().filter(|(_, check)| {
        let same = |other: &Check| other.host == check.host && other.endpoint == check.endpoint;
        check.connected() && failed.iter().any(|Failed { check: other, .. }| same(other))
    });
    let good = list(good.filter_map(|(_, check)| Some(check.address?.to_string())));
    let finding = Finding::about(
        case,
        FindingId::SomeAddressesFail,
        stop::common_owner(case.facts, &failed),
        &ids(&failed),
    )
    .severity(Severity::Warning)
    .arg("good", good)
    .evidence(evidence::of_failures(case, &failed))
    .evidence(evidence::of_paths(case.facts, &failed))
    .at(stop::common_place(case.facts, &failed))
    .step("step-tell-server-address")
    .step("step-withdraw-address");
    case.claim(finding);
}

/// Every port that was tried at the host is closed.
pub(super) fn all_ports_closed(case: &mut Case<'_>) {
    let facts = case.facts;
    for host in 0..facts.hosts.len() {
        let refused = case
            .open_where(|check, failure| check.host == host && is_closed(facts, check, failure));
        let mut tried = facts.checks.iter().enumerate();
        let all = tried.all(|(id, check)| {
            let closed = has_closed_port(facts, check);
            let elsewhere = !refused
                .iter()
                .any(|Failed { check: other, .. }| other.address == check.address);
            check.host != host || closed || (elsewhere && case.is_explained(id))
        });
        let mut ports = facts.checks.iter().filter(|check| check.host == host);
        let first = ports.next().map(|check| check.endpoint.port);
        let several = ports.any(|check| Some(check.endpoint.port) != first);
        if refused.is_empty() || !all || !several {
            continue;
        }
        let finding = Finding::about(
            case,
            FindingId::AllPortsClosed,
            Owner::Server,
            &ids(&refused),
        )
        .arg("ports", closed_ports(facts, host, &refused))
        .evidence(evidence::of_failures(case, &refused))
        .evidence(others_closed(facts, &refused))
        .step("step-check-host")
        .step("step-start-service")
        .step("step-tell-server");
        case.claim(finding);
    }
}

/// The gateway does not answer on the own network, so that nothing left it.
pub(super) fn gateway_down(case: &mut Case<'_>) {
    let open = stop::open(case, |by| by == By::Gateway);
    if open.is_empty() {
        return;
    }
    let mut gateways = Vec::new();
    for stopped in &open {
        let told = stopped.obstacle.place.and_then(|place| place.address);
        let address = stopped.failed.check.address;
        let routers =
            || address.map_or_else(Vec::new, |address| case.facts.vantage.routers_to(address));
        for gateway in told.map_or_else(routers, |gateway| vec![gateway]) {
            if !gateways.contains(&gateway) {
                gateways.push(gateway);
            }
        }
    }
    let gateways = list(gateways.iter().map(ToString::to_string));
    let known = !gateways.is_empty();
    let finding = about(case, FindingId::GatewayDown, Owner::Network, &open)
        .inconclusive()
        .arg("gateway", gateways)
        .variant(known.then_some("known"))
        .step("step-restart-gateway")
        .step("step-check-network-here")
        .step("step-check-vpn");
    case.claim(finding);
}

/// The server is on the own network, and nobody has its address there.
pub(super) fn neighbour_silent(case: &mut Case<'_>) {
    let open = stop::open(case, |by| by == By::Neighbour);
    if !open.is_empty() {
        let finding = about(case, FindingId::NeighbourSilent, Owner::Server, &open)
            .arg("taken", "no")
            .step("step-check-server-is-on")
            .step("step-check-address")
            .step("step-check-network-here");
        case.claim(finding);
    }
    let open = stop::open(case, |by| by == By::TakenForNeighbour);
    if !open.is_empty() {
        let finding = about(case, FindingId::NeighbourSilent, Owner::Unknown, &open)
            .inconclusive()
            .arg("taken", "yes")
            .variant(Some("taken"))
            .step("step-check-route-and-mask")
            .step("step-check-vpn")
            .step("step-check-server-is-on");
        case.claim(finding);
    }
}

/// A firewall says no by ICMP, or the system says so and not by whom.
pub(super) fn prohibited(case: &mut Case<'_>) {
    let open = stop::open(case, |by| {
        matches!(by, By::Prohibited | By::PortUnreachable)
    });
    let by_policy = |stopped: &Stopped<'_>| {
        stopped.obstacle.by == By::Prohibited
            || owner_of(case.facts, &stopped.failed) != Owner::Network
    };
    let open = open.into_iter().filter(by_policy).collect();
    for group in by_sender(case.facts, open) {
        let place = stop::common_place(case.facts, &stop::failed(&group));
        let group = with_silent(case, group, |icmp| !icmp.v6 && matches!(icmp.code, 9 | 10));
        let owner = owner_of(case.facts, &group[0].failed);
        let variant = match owner {
            Owner::Server => Some("server"),
            Owner::Unknown => Some("unknown"),
            Owner::Network | Owner::ThisMachine | Owner::Domain | Owner::Account => None,
        };
        let finding = about(case, FindingId::ProhibitedByFirewall, owner, &group)
            .at(place)
            .arg("sender", sender(&group))
            .variant(variant)
            .step_alternative(case)
            .step_if(owner == Owner::Unknown, "step-allow-here")
            .step_if(owner == Owner::Network, "step-ask-network-firewall")
            .step_if(owner == Owner::Server, "step-tell-server-firewall")
            .step("step-try-other-network");
        case.claim(finding);
    }
}

/// Refused by somebody who is not the server: a reset that comes from nearer than the server's answers, or a router's
/// port unreachable.
pub(super) fn refused_on_path(case: &mut Case<'_>) {
    let open = stop::open(case, |by| {
        matches!(by, By::ResetOnPath | By::PortUnreachable)
    });
    for group in by_place(open) {
        let reset = group[0].obstacle.by == By::ResetOnPath;
        let finding = about(case, FindingId::RefusedOnPath, Owner::Network, &group)
            .arg("sender", sender(&group))
            .arg("hop", hop(&group))
            .variant(reset.then_some("reset"))
            .step_alternative(case)
            .step("step-ask-network-filter")
            .step("step-try-other-network");
        case.claim(finding);
    }
}

/// Routers send the packets round in a circle.
pub(super) fn routing_loop(case: &mut Case<'_>) {
    let open = stop::open(case, |by| by == By::Circle);
    for group in by_sender(case.facts, open) {
        let finding = about(case, FindingId::RoutingLoop, Owner::Network, &group)
            .arg("sender", sender(&group))
            .step("step-ask-network-route")
            .step("step-try-other-network")
            .step("step-tell-server");
        case.claim(finding);
    }
}

/// A router knows no way to the address.
pub(super) fn no_route_on_path(case: &mut Case<'_>) {
    let open = stop::open(case, |by| by == By::NoRoute);
    for group in by_sender(case.facts, open) {
        let place = stop::common_place(case.facts, &stop::failed(&group));
        let group = with_silent(case, group, |_| true);
        let owner = owner_of(case.facts, &group[0].failed);
        let first = group[0].obstacle.place.and_then(|place| place.hop) == Some(1);
        let finding = about(case, FindingId::NoRouteOnPath, owner, &group)
            .at(place)
            .arg("sender", sender(&group))
            .variant(first.then_some("gateway"))
            .step_if(first, "step-restart-gateway")
            .step("step-check-address")
            .step("step-ask-network-route")
            .step("step-try-other-network");
        case.claim(finding);
    }
}

/// TCP as a whole is turned away.
pub(super) fn protocol_blocked(case: &mut Case<'_>) {
    let open = stop::open(case, |by| by == By::Protocol);
    for group in by_sender(case.facts, open) {
        let owner = owner_of(case.facts, &group[0].failed);
        let finding = about(case, FindingId::ProtocolBlocked, owner, &group)
            .arg("sender", sender(&group))
            .step("step-ask-network-filter")
            .step("step-check-address")
            .step("step-try-other-network");
        case.claim(finding);
    }
}

/// A router cannot reach the host, or the system says so and not who told it.
pub(super) fn unreachable(case: &mut Case<'_>) {
    let open = stop::open(case, |by| {
        matches!(by, By::HostUnreachable { .. } | By::NoWay)
    });
    for group in by_sender(case.facts, open) {
        let place = stop::common_place(case.facts, &stop::failed(&group));
        let group = with_silent(case, group, |_| true);
        let owner = owner_of(case.facts, &group[0].failed);
        let variant = match group[0].obstacle.by {
            By::HostUnreachable { last: true } => Some("last-router"),
            By::NoWay
                if group
                    .iter()
                    .all(|one| echo_of(case.facts, one, is_answered)) =>
            {
                Some("echo-answered")
            }
            By::NoWay if group.iter().all(|one| echo_of(case.facts, one, is_stopped)) => {
                Some("echo-stops")
            }
            By::NoWay => Some("unknown"),
            _ if owner == Owner::Unknown => Some("unknown"),
            _ => None,
        };
        // An address of which other ports answer is neither dead nor out of date.
        let is_half_alive =
            |one: &Stopped<'_>| !other_ports_that_answer(case, one.failed.check).is_empty();
        let part = variant == Some("last-router") && group.iter().all(is_half_alive);
        // Whoever looks for a machine on its network mostly looks for seconds; what is said at once is mostly a rule.
        let looked = |one: &Stopped<'_>| one.failed.failure.elapsed > stop::AT_ONCE;
        let variant = match part {
            true if group.iter().any(looked) => Some("port"),
            true => Some("port-at-once"),
            false => variant,
        };
        let answers = variant == Some("echo-answered");
        let finding = about(case, FindingId::HostUnreachable, owner, &group)
            .at(place)
            .arg("sender", sender(&group))
            .arg("part", if part { "yes" } else { "no" })
            .arg(
                "itself",
                if group.iter().all(is_by_itself) {
                    "yes"
                } else {
                    "no"
                },
            )
            .arg("answering", answering_ports(case, &stop::failed(&group)))
            .variant(variant);
        let finding = if part {
            finding.step_alternative(case)
        } else {
            finding
        };
        let finding = finding
            .step_if(owner == Owner::Unknown && !answers, "step-check-gateway")
            .step_if(!answers && !part, "step-check-address")
            .step_if(owner == Owner::Network && !part, "step-ask-network-route")
            .step("step-tell-server")
            .step("step-try-other-network");
        case.claim(finding);
    }
}

/// Whether the message has the address of the server itself: a router translates addresses, or has this one.
fn is_by_itself(stopped: &Stopped<'_>) -> bool {
    let sender = stopped
        .failed
        .failure
        .trouble
        .icmp()
        .and_then(|icmp| icmp.from);
    sender.is_some() && sender == stopped.failed.check.address
}

/// Those that a message stopped which is about the whole address, and the silent ones beside them: routers send only so many
/// such messages a second (RFC 1812 section 4.3.2.8), and seven connects at once are more. Not where a port answers.
fn with_silent<'a>(
    case: &Case<'a>,
    mut group: Vec<Stopped<'a>>,
    is_about_all: fn(Icmp) -> bool,
) -> Vec<Stopped<'a>> {
    let told = |one: &Stopped<'a>| {
        let icmp = one.failed.failure.trouble.icmp();
        let answers = other_ports_that_answer(case, one.failed.check);
        icmp.is_some_and(is_about_all) && answers.is_empty()
    };
    let told: Vec<_> = group.iter().filter(|one| told(one)).collect();
    let addresses: Vec<_> = told.iter().map(|one| one.failed.check.address).collect();
    let silent = stop::open(case, |by| {
        matches!(
            by,
            By::Silence | By::TrailEnds | By::Behind | By::Path(_) | By::NearServer
        )
    });
    let beside = |one: &Stopped<'a>| addresses.contains(&one.failed.check.address);
    group.extend(silent.into_iter().filter(beside));
    group
}

/// Whether an echo to the address came to such an end.
fn echo_of(facts: &Facts, stopped: &Stopped<'_>, end: fn(&EchoPath) -> bool) -> bool {
    let address = stopped.failed.check.address;
    let echo = address.and_then(|address| facts.echo_to(address));
    echo.is_some_and(end)
}

fn is_answered(echo: &EchoPath) -> bool {
    echo.distance().is_some()
}

fn is_stopped(echo: &EchoPath) -> bool {
    echo.stopped().is_some()
}

/// The port is closed.
pub(super) fn port_closed(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| is_closed(case.facts, check, failure));
    if open.is_empty() {
        return;
    }
    let has_open_port = |Failed { check, .. }: &Failed<'_>| {
        let answering = other_ports_that_answer(case, check);
        answering.iter().any(|other| other.connected())
    };
    let variant = open.iter().all(has_open_port).then_some("others-answer");
    let finding = Finding::about(case, FindingId::PortClosed, Owner::Server, &ids(&open))
        .variant(variant)
        .evidence(evidence::of_failures(case, &open))
        .step_alternative(case)
        .step("step-check-port")
        .step("step-start-service");
    case.claim(finding);
}

/// Silence that begins on the way: for other ports the routers beyond are heard.
pub(super) fn filtered_on_path(case: &mut Case<'_>) {
    let mut open = stop::open(case, |by| matches!(by, By::Path(_)));
    // Where one family's trail ends near here, the other's that ends at the same hop has the same end.
    let ends = stop::open(case, |by| by == By::TrailEnds);
    let same_end = |stopped: &Stopped<'_>| {
        open.iter().any(|other| {
            other.obstacle.by == By::Path(PathEnd::Private)
                && other.failed.check.host == stopped.failed.check.host
                && other.obstacle.place.and_then(|place| place.hop)
                    == stopped.obstacle.place.and_then(|place| place.hop)
        })
    };
    let mut ends: Vec<Stopped<'_>> = ends.into_iter().filter(same_end).collect();
    for stopped in &mut ends {
        stopped.obstacle.by = By::Path(PathEnd::Private);
    }
    open.extend(ends);
    open.sort_by_key(|stopped| stopped.failed.id);
    for group in by_place(open) {
        let (owner, variant) = match group[0].obstacle.by {
            By::Path(PathEnd::BeforeFirst) => (Owner::Unknown, Some("before-first")),
            By::Path(PathEnd::Private) => (Owner::Network, Some("trail")),
            _ => (Owner::Network, None),
        };
        let here = variant == Some("before-first");
        let finding = about(case, FindingId::FilteredOnPath, owner, &group)
            .arg("router", sender(&group))
            .arg("hop", hop(&group))
            .variant(variant)
            .step_alternative(case)
            .step_if(here, "step-allow-here")
            .step("step-ask-network-filter")
            .step("step-try-other-network");
        case.claim(finding);
    }
}

/// Silence behind the last router that is heard.
pub(super) fn filtered_near_server(case: &mut Case<'_>) {
    let open = stop::open(case, |by| matches!(by, By::NearServer | By::TrailEnds));
    for group in by_place(open) {
        let failed = stop::failed(&group);
        let answering = answering_ports(case, &failed);
        let end_known = group[0].obstacle.by == By::NearServer;
        let (owner, variant) = match (end_known, answering.is_empty()) {
            (false, _) => (Owner::Unknown, Some("end-unknown")),
            (true, false) => (Owner::Server, None),
            (true, true) => (Owner::Server, Some("alone")),
        };
        let finding = about(case, FindingId::FilteredNearServer, owner, &group)
            .arg("router", sender(&group))
            .arg("hop", hop(&group))
            .arg("answering", answering)
            .variant(variant)
            .step_alternative(case)
            .step("step-tell-server-silent")
            .step_if(!end_known, "step-check-address")
            .step("step-try-other-network");
        case.claim(finding);
    }
}

/// Nothing answers, and nothing says where it was lost. An address that answers on other ports is another matter than
/// one that does not answer at all.
pub(super) fn no_answer(case: &mut Case<'_>) {
    let open = stop::open(case, |by| {
        matches!(by, By::Behind | By::AnswersNow | By::Silence)
    });
    let mut groups: Vec<(Option<&'static str>, Vec<Stopped<'_>>)> = Vec::new();
    for stopped in open {
        let answers = !other_ports_that_answer(case, stopped.failed.check).is_empty();
        let kind = match stopped.obstacle.by {
            By::Behind => Some("behind"),
            By::AnswersNow => Some("later"),
            _ if answers => Some("others-answer"),
            _ => None,
        };
        let same = |(other, group): &&mut (Option<&'static str>, Vec<Stopped<'_>>)| {
            *other == kind && hop(group) == hop(std::slice::from_ref(&stopped))
        };
        match groups.iter_mut().find(same) {
            Some((_, group)) => group.push(stopped),
            None => groups.push((kind, vec![stopped])),
        }
    }
    // What does not answer at all comes first.
    groups.sort_by_key(|(kind, _)| kind.is_some());
    for (kind, group) in groups {
        let finding = unanswered(case, kind, &group);
        case.claim(finding);
    }
}

fn unanswered(case: &Case<'_>, kind: Option<&'static str>, group: &[Stopped<'_>]) -> Finding {
    let failed = stop::failed(group);
    let only_25 = failed
        .iter()
        .all(|Failed { check, .. }| check.endpoint.port == 25);
    let variant = kind.or_else(|| only_25.then_some("port-25"));
    about(case, FindingId::NoAnswer, Owner::Unknown, group)
        .arg("answering", answering_ports(case, &failed))
        .arg("router", sender(group))
        .arg("hop", hop(group))
        .variant(variant)
        .step_alternative(case)
        .step_if(variant == Some("later"), "step-wait-and-run-again")
        .step("step-try-other-network")
        .step_if(variant.is_none(), "step-check-address")
        .step_if(variant == Some("port-25"), "step-ask-network-port-25")
        .step_if(
            matches!(variant, Some("others-answer" | "behind")),
            "step-check-port",
        )
        .step("step-tell-server-silent")
}

/// Whether the port is closed, as far as can be seen: refused with a reset, and nothing says that it is not the
/// server's. A firewall of the server that answers so looks the same.
pub(super) fn is_closed(facts: &Facts, check: &Check, failure: &Failure) -> bool {
    stop::obstacle(facts, check, failure).by == By::Closed
}

fn has_closed_port(facts: &Facts, check: &Check) -> bool {
    let failure = check.failure.as_ref();
    failure.is_some_and(|failure| is_closed(facts, check, failure))
}

/// A finding about connects, with what was seen of them and of their paths.
fn about(case: &Case<'_>, id: FindingId, owner: Owner, group: &[Stopped<'_>]) -> Finding {
    let failed = stop::failed(group);
    Finding::about(case, id, owner, &ids(&failed))
        .evidence(evidence::of_failures(case, &failed))
        .evidence(evidence::of_paths(case.facts, &failed))
        .at(stop::common_place(case.facts, &failed))
}

/// Sibling ports, tried as evidence, that are closed as well.
fn others_closed(facts: &Facts, refused: &[Failed<'_>]) -> Option<Evidence> {
    let closed = |check| (check, sentence("evidence-port-closed-too", args! {}));
    evidence::by_place(facts, closed_siblings(facts, refused).map(closed))
}

/// Every port of the host that refused, those that were tried as evidence too.
fn closed_ports(facts: &Facts, host: usize, refused: &[Failed<'_>]) -> Vec<String> {
    let asked = refused.iter().map(|Failed { check, .. }| *check);
    let siblings = closed_siblings(facts, refused).filter(|check| check.host == host);
    let ports: BTreeSet<u16> = asked
        .chain(siblings)
        .map(|check| check.endpoint.port)
        .collect();
    list(ports.into_iter().map(|port| port.to_string()))
}

fn closed_siblings<'a>(
    facts: &'a Facts,
    refused: &[Failed<'_>],
) -> impl Iterator<Item = &'a Check> {
    facts.checks.iter().filter(move |check| {
        let same = |failed: &Failed<'_>| failed.check.address == check.address;
        check.context && refused.iter().any(same) && has_closed_port(facts, check)
    })
}

/// Silent, or turned away by somebody who is not the server.
pub(super) fn is_stopped_on_path(facts: &Facts, check: &Check, failure: &Failure) -> bool {
    match stop::obstacle(facts, check, failure).by {
        // Only Linux tells that it was not this machine's own filter.
        By::Path(PathEnd::BeforeFirst) => facts.vantage.os == Os::Linux,
        By::Path(PathEnd::OthersGoOn | PathEnd::Private)
        | By::TrailEnds
        | By::Behind
        | By::Silence
        | By::ResetOnPath
        | By::FirstRouter => true,
        By::HostUnreachable { last: false }
        | By::NoRoute
        | By::Protocol
        | By::Prohibited
        | By::PortUnreachable => stop::owner(facts, check, failure) == Owner::Network,
        By::OwnRoute(_)
        | By::ShortLived
        | By::OwnFilter(_)
        | By::Gateway
        | By::Neighbour
        | By::TakenForNeighbour
        | By::Circle
        | By::HostUnreachable { last: true }
        | By::Closed
        | By::NearServer
        | By::AnswersNow
        | By::NoWay
        | By::Other => false,
    }
}

/// Checks of other ports at the same address, evidence included, to which somebody answered: connected or refused.
pub(super) fn other_ports_that_answer<'a>(case: &Case<'a>, check: &Check) -> Vec<&'a Check> {
    let facts = case.facts;
    let answers = |other: &&Check| {
        let same = other.address.is_some() && other.address == check.address;
        same && other.endpoint.port != check.endpoint.port
            && (other.connected() || has_closed_port(facts, other))
    };
    facts.checks.iter().filter(answers).collect()
}

/// The ports that answer at the addresses of these checks, for a sentence.
pub(super) fn answering_ports(case: &Case<'_>, failed: &[Failed<'_>]) -> Vec<String> {
    let others = failed
        .iter()
        .flat_map(|Failed { check, .. }| other_ports_that_answer(case, check));
    let ports: BTreeSet<u16> = others.map(|check| check.endpoint.port).collect();
    list(ports.iter().map(u16::to_string))
}

/// Groups failures by who reported them and what it was.
fn by_sender<'a>(facts: &Facts, stopped: Vec<Stopped<'a>>) -> Vec<Vec<Stopped<'a>>> {
    group_by(stopped, |Stopped { failed, obstacle }| {
        let hop = obstacle.place.and_then(|place| place.hop);
        let address = obstacle.place.and_then(|place| place.address);
        // A router has an address for each family; where its place is known, it is one.
        let address = address.filter(|_| hop.is_none());
        (hop, address, obstacle.by, owner_of(facts, failed))
    })
}

/// Groups failures by what stopped them and at which hop; where the hop is not known, by the address there.
fn by_place(stopped: Vec<Stopped<'_>>) -> Vec<Vec<Stopped<'_>>> {
    group_by(stopped, |Stopped { obstacle, .. }| {
        let hop = obstacle.place.and_then(|place| place.hop);
        let address = obstacle.place.and_then(|place| place.address);
        let address = address.filter(|_| hop.is_none());
        (obstacle.by, hop, address)
    })
}

fn group_by<'a, K: PartialEq>(
    stopped: Vec<Stopped<'a>>,
    key: impl Fn(&Stopped<'a>) -> K,
) -> Vec<Vec<Stopped<'a>>> {
    let mut groups: Vec<Vec<Stopped<'a>>> = Vec::new();
    for one in stopped {
        match groups.iter_mut().find(|group| key(&group[0]) == key(&one)) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

/// The addresses at the place, for a sentence.
fn sender(group: &[Stopped<'_>]) -> Vec<String> {
    let places = group.iter().filter_map(|stopped| stopped.obstacle.place);
    let addresses = list(places.filter_map(|place| Some(place.address?.to_string())));
    if addresses.is_empty() {
        vec!["?".to_owned()]
    } else {
        addresses
    }
}

/// The number of the hop; 0 where it is not known.
fn hop(group: &[Stopped<'_>]) -> u8 {
    group
        .first()
        .and_then(|stopped| stopped.obstacle.place?.hop)
        .unwrap_or_default()
}
