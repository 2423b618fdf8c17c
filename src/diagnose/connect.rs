//! TCP connections that do not come about.
//!
//! A silent connect can mean a filter on the way, a filter at the server, a lost way back or a full accept queue: from
//! here these look the same, so no rule names one of them for silence alone.

use std::collections::BTreeSet;

use crate::args;
use crate::facts::{Check, Facts};
use crate::failure::{Class, Failure, Icmp, Stage, Trouble};
use crate::finding::{Finding, FindingId, Location, Owner, Severity};
use crate::service::{Family, Service};

use super::case::{Case, Failed, connected};
use super::draft::{ids, list, location, sentence};
use super::evidence;
use super::family::common_owner;
use super::machine;
use super::read;

/// Port 25 alone is closed to us: silent, or rejected on the way, while another port of the same address answers and
/// no server of that address family answers on 25.
pub(super) fn port_25_blocked(case: &mut Case<'_>) {
    let blocked = case.open_where(|check, failure| {
        check.endpoint.port == 25
            && is_stopped_on_path(case.facts, check, failure)
            && !other_ports_that_answer(case, check).is_empty()
            && !sending_ports_all_stopped(case, check)
            && !port_25_works_elsewhere(case, check)
    });
    if blocked.is_empty() {
        return;
    }
    let others = blocked.iter().flat_map(|(_, check, _)| {
        let ports = other_ports_that_answer(case, check);
        ports
            .into_iter()
            .map(|other| (other, sentence("evidence-port-answers", args! {})))
    });
    let others = evidence::by_place(case.facts, others);
    let answering = answering_ports(case, &blocked);
    let rejected = blocked
        .iter()
        .all(|(.., failure)| failure.class != Class::Timeout);
    let finding = Finding::about(
        case,
        FindingId::Port25Blocked,
        Owner::Network,
        &ids(&blocked),
    )
    .arg("answering", answering)
    .variant(rejected.then_some("rejected"))
    .evidence(evidence::of_failures(case, &blocked))
    .evidence(others)
    .at(common_location(&blocked))
    .step_alternative(case)
    .step("step-ask-network-port-25")
    .step("step-relay")
    .step("step-try-other-network");
    case.explain(finding);
}

/// One address of a service answers and another does not. Programs try one of them, or wait for the dead one first.
pub(super) fn some_addresses_fail(case: &mut Case<'_>) {
    let failed = case.open_where(|check, failure| {
        let same = |other: &Check| other.host == check.host && other.endpoint == check.endpoint;
        failure.stage == Stage::Connect
            && case.own().any(|(_, other)| same(other) && connected(other))
    });
    if failed.is_empty() {
        return;
    }
    let good = case.own().filter(|(_, check)| {
        let same = |other: &Check| other.host == check.host && other.endpoint == check.endpoint;
        connected(check) && failed.iter().any(|(_, other, _)| same(other))
    });
    let good = list(good.filter_map(|(_, check)| Some(check.address?.to_string())));
    let finding = Finding::about(
        case,
        FindingId::SomeAddressesFail,
        common_owner(case.facts, &failed),
        &ids(&failed),
    )
    .severity(Severity::Warning)
    .arg("good", good)
    .evidence(evidence::of_failures(case, &failed))
    .at(common_location(&failed))
    .step("step-tell-server-address")
    .step("step-withdraw-address");
    case.explain(finding);
}

/// Every port that was tried at the host is closed.
pub(super) fn all_ports_closed(case: &mut Case<'_>) {
    for host in 0..case.facts.hosts.len() {
        let refused = case.open_where(|check, failure| check.host == host && is_refused(failure));
        let mut tried = case.facts.checks.iter().enumerate();
        let all = tried.all(|(id, check)| {
            let closed = check.failure.as_ref().is_some_and(is_refused);
            let elsewhere = !refused
                .iter()
                .any(|(_, other, _)| other.address == check.address);
            check.host != host || closed || (elsewhere && case.is_explained(id))
        });
        let mut ports = case.facts.checks.iter().filter(|check| check.host == host);
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
        .evidence(evidence::of_failures(case, &refused))
        .step("step-check-host")
        .step("step-start-service")
        .step("step-tell-server");
        case.explain(finding);
    }
}

/// A firewall says no: by ICMP, or by this system's own word.
pub(super) fn prohibited(case: &mut Case<'_>) {
    let by_policy = |failed: &Failed<'_>| {
        let port_unreachable = failed.2.class == Class::Refused && icmp(failed.2).is_some();
        failed.2.stage == Stage::Connect
            && (failed.2.class == Class::Prohibited || port_unreachable)
    };
    let mut open = case.open();
    open.retain(by_policy);
    for group in by_sender(case.facts, open) {
        let owner = owner(case.facts, &group[0]);
        let here = owner == Owner::ThisMachine;
        let variant = match owner {
            Owner::ThisMachine => Some("here"),
            Owner::Server => Some("server"),
            Owner::Unknown => Some("unknown"),
            Owner::Network | Owner::Domain | Owner::Account => None,
        };
        let finding = Finding::about(case, FindingId::ProhibitedByFirewall, owner, &ids(&group))
            .arg("sender", sender(&group[0]))
            .variant(variant)
            .evidence(evidence::of_failures(case, &group))
            .at(common_location(&group))
            .step_alternative(case)
            .step_if(here || owner == Owner::Unknown, "step-allow-here")
            .step_if(owner == Owner::Network, "step-ask-network-firewall")
            .step_if(owner == Owner::Server, "step-tell-server-firewall")
            .step_if(!here, "step-try-other-network");
        case.explain(finding);
    }
}

/// A router says that there is no way, or nobody answers for the address on the own network.
pub(super) fn unreachable(case: &mut Case<'_>) {
    let open = case.open_where(|_, failure| {
        failure.stage == Stage::Connect && failure.class == Class::Unreachable
    });
    for group in by_sender(case.facts, open) {
        let owner = owner(case.facts, &group[0]);
        let finding = Finding::about(case, FindingId::HostUnreachable, owner, &ids(&group))
            .arg("sender", sender(&group[0]))
            .variant(reason(icmp(group[0].2)))
            .evidence(evidence::of_failures(case, &group))
            .at(common_location(&group))
            .step_if(owner == Owner::Unknown, "step-check-gateway")
            .step("step-check-address")
            .step_if(owner == Owner::Network, "step-ask-network-route")
            .step("step-tell-server")
            .step("step-try-other-network");
        case.explain(finding);
    }
}

/// The port is closed.
pub(super) fn port_closed(case: &mut Case<'_>) {
    let open = case.open_where(|_, failure| is_refused(failure));
    if open.is_empty() {
        return;
    }
    let has_open_port = |(_, check, _): &Failed<'_>| {
        let answering = other_ports_that_answer(case, check);
        answering.iter().any(|other| connected(other))
    };
    let variant = open.iter().all(has_open_port).then_some("others-answer");
    let finding = Finding::about(case, FindingId::PortClosed, Owner::Server, &ids(&open))
        .variant(variant)
        .evidence(evidence::of_failures(case, &open))
        .step_alternative(case)
        .step("step-check-port")
        .step("step-start-service");
    case.explain(finding);
}

/// Nothing answers, and nothing says where it was lost. An address that answers on other ports is another matter than
/// one that does not answer at all.
pub(super) fn no_answer(case: &mut Case<'_>) {
    let open = case.open_where(|_, failure| {
        failure.stage == Stage::Connect && read::waited(failure).is_some()
    });
    let (filtered, silent): (Vec<_>, Vec<_>) = open
        .into_iter()
        .partition(|(_, check, _)| !other_ports_that_answer(case, check).is_empty());
    for group in [silent, filtered] {
        if !group.is_empty() {
            let finding = silence(case, &group);
            case.explain(finding);
        }
    }
}

fn silence(case: &Case<'_>, open: &[Failed<'_>]) -> Finding {
    let answering = answering_ports(case, open);
    let variant = if !answering.is_empty() {
        Some("others-answer")
    } else if open.iter().all(|(_, check, _)| check.endpoint.port == 25) {
        Some("port-25")
    } else {
        None
    };
    Finding::about(case, FindingId::NoAnswer, Owner::Unknown, &ids(open))
        .arg("answering", answering)
        .variant(variant)
        .evidence(evidence::of_failures(case, open))
        .step_alternative(case)
        .step("step-try-other-network")
        .step_if(variant.is_none(), "step-check-address")
        .step_if(variant == Some("port-25"), "step-ask-network-port-25")
        .step_if(variant == Some("others-answer"), "step-check-port")
        .step("step-tell-server-silent")
}

/// Who can mend a connection that did not come about, as far as it can be known.
pub(super) fn owner(facts: &Facts, failed: &Failed<'_>) -> Owner {
    let (_, check, failure) = failed;
    if let Some(icmp) = icmp(failure) {
        return match icmp.from {
            Some(from) if facts.vantage.is_own(from) => Owner::ThisMachine,
            Some(from) if check.address == Some(from) => Owner::Server,
            Some(_) => Owner::Network,
            None => Owner::Unknown,
        };
    }
    match failure.class {
        Class::Refused => Owner::Server,
        // Linux keeps the ICMP message; where there is none, the refusal is the system's own.
        Class::Prohibited if machine::is_forbidden_here(failure) && is_linux(failure) => {
            Owner::ThisMachine
        }
        Class::Local => Owner::ThisMachine,
        Class::Prohibited
        | Class::Timeout
        | Class::Unreachable
        | Class::Reset
        | Class::Closed
        | Class::NotFound
        | Class::NoData
        | Class::DnsFailure
        | Class::Protocol
        | Class::Rejected
        | Class::NotOffered
        | Class::Tls
        | Class::Certificate => Owner::Unknown,
    }
}

/// The place of the failures, where it is the same for all.
pub(super) fn common_location(failed: &[Failed<'_>]) -> Option<Location> {
    let first = location(icmp(failed.first()?.2))?;
    let same = |(.., failure): &Failed<'_>| location(icmp(failure)) == Some(first);
    failed.iter().all(same).then_some(first)
}

/// Whether somebody refused with a reset: the closed port itself, or a firewall that answers as one.
pub(super) fn is_refused(failure: &Failure) -> bool {
    failure.stage == Stage::Connect && failure.class == Class::Refused && icmp(failure).is_none()
}

fn icmp(failure: &Failure) -> Option<Icmp> {
    match &failure.trouble {
        Trouble::Os(error) => error.icmp,
        _ => None,
    }
}

fn is_linux(failure: &Failure) -> bool {
    matches!(&failure.trouble, Trouble::Os(error) if error.os == crate::codes::Os::Linux)
}

/// Silent, or turned away by somebody who is not the server.
fn is_stopped_on_path(facts: &Facts, check: &Check, failure: &Failure) -> bool {
    let on_path =
        icmp(failure).is_some_and(|icmp| icmp.from.is_some() && icmp.from != check.address);
    failure.stage == Stage::Connect
        && match failure.class {
            Class::Timeout => read::waited(failure).is_some(),
            Class::Refused | Class::Prohibited | Class::Unreachable => {
                on_path && owner(facts, &(0, check, failure)) == Owner::Network
            }
            Class::Reset
            | Class::Closed
            | Class::Local
            | Class::NotFound
            | Class::NoData
            | Class::DnsFailure
            | Class::Protocol
            | Class::Rejected
            | Class::NotOffered
            | Class::Tls
            | Class::Certificate => false,
        }
}

/// Checks of other ports at the same address, evidence included, to which somebody answered: connected or refused.
fn other_ports_that_answer<'a>(case: &Case<'a>, check: &Check) -> Vec<&'a Check> {
    let answers = |other: &&Check| {
        let closed = other.failure.as_ref().is_some_and(is_refused);
        let same = other.address.is_some() && other.address == check.address;
        same && other.endpoint.port != check.endpoint.port && (connected(other) || closed)
    };
    case.facts.checks.iter().filter(answers).collect()
}

/// The ports that answer at the addresses of these checks, for a sentence.
fn answering_ports(case: &Case<'_>, failed: &[Failed<'_>]) -> String {
    let others = failed
        .iter()
        .flat_map(|(_, check, _)| other_ports_that_answer(case, check));
    let ports: BTreeSet<u16> = others.map(|check| check.endpoint.port).collect();
    list(ports.iter().map(u16::to_string))
}

/// Whether the ports of submission are stopped like port 25: then it is no matter of port 25 alone.
fn sending_ports_all_stopped(case: &Case<'_>, check: &Check) -> bool {
    let siblings = case.facts.checks.iter().filter(|other| {
        other.address == check.address
            && other.endpoint.service.family() == Family::Sending
            && other.endpoint.service != Service::Smtp
    });
    let mut siblings = siblings.peekable();
    let stopped = |other: &Check| {
        other
            .failure
            .as_ref()
            .is_some_and(|failure| is_stopped_on_path(case.facts, other, failure))
    };
    siblings.peek().is_some() && siblings.all(stopped)
}

/// Whether another address of the same family answers on port 25, so that the network does let port 25 through.
fn port_25_works_elsewhere(case: &Case<'_>, check: &Check) -> bool {
    let v6 = |check: &Check| check.address.is_some_and(|address| address.is_ipv6());
    let mut checks = case.facts.checks.iter();
    checks.any(|other| other.endpoint.port == 25 && v6(other) == v6(check) && connected(other))
}

/// Groups failures by who reported them and what it was.
fn by_sender<'a>(facts: &Facts, failed: Vec<Failed<'a>>) -> Vec<Vec<Failed<'a>>> {
    let mut groups: Vec<Vec<Failed<'a>>> = Vec::new();
    let key = |failed: &Failed<'_>| {
        let icmp = icmp(failed.2);
        (
            icmp.and_then(|icmp| icmp.from),
            reason(icmp),
            owner(facts, failed),
        )
    };
    for failed in failed {
        match groups
            .iter_mut()
            .find(|group| key(&group[0]) == key(&failed))
        {
            Some(group) => group.push(failed),
            None => groups.push(vec![failed]),
        }
    }
    groups
}

fn sender(failed: &Failed<'_>) -> String {
    let from = icmp(failed.2).and_then(|icmp| icmp.from);
    from.map(|from| from.to_string()).unwrap_or_default()
}

/// What an ICMP message says about the way: which explanation fits it.
fn reason(icmp: Option<Icmp>) -> Option<&'static str> {
    let Some(icmp) = icmp else {
        return Some("unknown");
    };
    match (icmp.v6, icmp.kind, icmp.code) {
        (false, 11, _) | (true, 3, _) => Some("loop"),
        (false, 3, 0 | 6 | 11) | (true, 1, 0) => Some("network"),
        (false, 3, 2) | (true, 4, 1) => Some("protocol"),
        _ => None,
    }
}
