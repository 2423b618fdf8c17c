//! Families of addresses: where IPv6 fails and IPv4 works, and the other way round.

use crate::facts::Check;
use crate::failure::Stage;
use crate::finding::{Finding, FindingId, Severity};

use super::case::{Case, Failed};
use super::connect;
use super::draft::ids;
use super::evidence;
use super::stop;

/// IPv6 fails where IPv4 works.
pub(super) fn ipv6_broken(case: &mut Case<'_>) {
    one_family_dead(case, true);
}

/// IPv4 fails where IPv6 works.
pub(super) fn ipv4_broken(case: &mut Case<'_>) {
    one_family_dead(case, false);
}

/// No connection to any address of one family, and connections to the other family of the same host.
fn one_family_dead(case: &mut Case<'_>, v6: bool) {
    let dead = case.open_where(|check, failure| {
        let of_host = |other: &Check| other.host == check.host;
        let alive = |v6: bool| {
            case.own()
                .any(|(_, c)| of_host(c) && is_of(c, v6) && c.connected())
        };
        failure.stage == Stage::Connect && is_of(check, v6) && !alive(v6) && alive(!v6)
    });
    if dead.is_empty() {
        return;
    }
    let id = if v6 {
        FindingId::Ipv6Broken
    } else {
        FindingId::Ipv4Broken
    };
    let finding = Finding::about(case, id, stop::common_owner(case.facts, &dead), &ids(&dead))
        // The other family gets through; if that fails too, it is for a reason of its own.
        .severity(Severity::Warning)
        .evidence(evidence::of_failures(case, &dead))
        .evidence(evidence::of_paths(case.facts, &dead))
        .at(stop::common_place(case.facts, &dead));
    let refused = dead
        .iter()
        .all(|Failed { check, failure, .. }| connect::is_closed(case.facts, check, failure));
    let finding = if refused {
        finding
            .variant("refused")
            .step("step-serve-family")
            .step("step-withdraw-address")
    } else {
        finding
            .step(if v6 {
                "step-try-ipv6-elsewhere"
            } else {
                "step-try-ipv4-elsewhere"
            })
            .step_if(v6, "step-switch-off-ipv6")
            .step("step-tell-server-family")
    };
    case.claim(finding);
}

fn is_of(check: &Check, v6: bool) -> bool {
    check.address.is_some_and(|address| address.is_ipv6() == v6)
}
