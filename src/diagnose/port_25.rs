//! Port 25, which networks block for their customers.

use crate::args;
use crate::codes::Os;
use crate::facts::{Check, Facts};
use crate::failure::Class;
use crate::finding::{Finding, FindingId, Owner};
use crate::service::Purpose;

use super::case::{Case, Failed};
use super::connect::{answering_ports, is_stopped_on_path, other_ports_that_answer};
use super::draft::{ids, sentence};
use super::evidence;
use super::stop::{self, By};

/// Port 25 alone is closed to us: silent, or rejected on the way, while another port of the same address answers and
/// no server of that address family answers on 25.
pub(super) fn blocked(case: &mut Case<'_>) {
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
    let others = blocked.iter().flat_map(|Failed { check, .. }| {
        let ports = other_ports_that_answer(case, check);
        ports
            .into_iter()
            .map(|other| (other, sentence("evidence-port-answers", args! {})))
    });
    let others = evidence::by_place(case.facts, others);
    let answering = answering_ports(case, &blocked);
    let rejected = blocked
        .iter()
        .all(|Failed { failure, .. }| failure.class != Class::Timeout);
    let here = blocked.iter().any(|failed| may_be_here(case.facts, failed));
    let (owner, variant) = match (rejected, here) {
        (true, _) => (Owner::Network, Some("rejected")),
        (false, true) => (Owner::Unknown, Some("here")),
        (false, false) => (Owner::Network, None),
    };
    let finding = Finding::about(case, FindingId::Port25Blocked, owner, &ids(&blocked))
        .arg("answering", answering)
        .arg("here", if variant == Some("here") { "yes" } else { "no" })
        .variant(variant)
        .evidence(evidence::of_failures(case, &blocked))
        .evidence(evidence::of_paths(case.facts, &blocked))
        .evidence(others)
        .at(stop::common_place(case.facts, &blocked))
        .step_alternative(case)
        .step_if(variant == Some("here"), "step-allow-here")
        .step("step-ask-network-port-25")
        .step("step-relay")
        .step("step-try-other-network");
    case.claim(finding);
}

/// Whether this machine may drop the packets itself: nobody on the way is known to have met them, and the kernel does not count what it
/// drops (all but Linux).
fn may_be_here(facts: &Facts, Failed { check, failure, .. }: &Failed<'_>) -> bool {
    stop::obstacle(facts, check, failure).by == By::Silence && facts.vantage.os != Os::Linux
}

/// Whether the ports of submission are stopped like port 25: then it is no matter of port 25 alone.
fn sending_ports_all_stopped(case: &Case<'_>, check: &Check) -> bool {
    let siblings = case.facts.checks.iter().filter(|other| {
        other.address == check.address && other.endpoint.service.purpose() == Purpose::Submitting
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
    checks.any(|other| other.endpoint.port == 25 && v6(other) == v6(check) && other.connected())
}
