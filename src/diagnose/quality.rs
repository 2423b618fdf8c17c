//! Connections that work, and over what kind of way.

use std::net::IpAddr;
use std::time::Duration;

use crate::args;
use crate::facts::{Check, TcpState};
use crate::finding::{Finding, FindingId, Owner, Severity};

use super::case::{Case, Failed};
use super::draft::{ids, sentence};
use super::evidence;

/// A longer round trip is felt. Light through glass goes half round the earth and back in 200 ms.
const FAR: Duration = Duration::from_millis(250);
/// One lost packet is nobody's fault.
const WORTH_A_WORD: u32 = 2;

/// Packets are lost on the way, whichever connection it is. What stalled meanwhile stalled for that: it is nothing of the
/// server's.
pub(super) fn stalls_by_loss(case: &mut Case<'_>) {
    if !case.facts.loses_packets() {
        return;
    }
    let stalled = case.open_where(|check, failure| check.connected() && failure.waited().is_some());
    if !stalled.is_empty() {
        let finding = lossy(case, &stalled);
        case.claim(finding);
    }
}

/// Packets were lost and sent again. All came through in the end, so that it is a warning only where it is no chance.
pub(super) fn packet_loss(case: &mut Case<'_>) {
    if case.has(FindingId::PacketLoss) || total_lost(case) < WORTH_A_WORD {
        return;
    }
    let finding = lossy(case, &[]);
    case.add(finding);
}

fn lossy(case: &Case<'_>, stalled: &[Failed<'_>]) -> Finding {
    let works: Vec<(usize, &Check)> = case
        .own()
        .filter(|(_, check)| check.usable() && check.tcp.is_some())
        .collect();
    let affected: Vec<&(usize, &Check)> =
        works.iter().filter(|(_, check)| check.lost() > 0).collect();
    let stalled_ids = ids(stalled);
    let severity = match (case.facts.loses_packets(), stalled.is_empty()) {
        (false, _) => Severity::Info,
        (true, true) => Severity::Warning,
        (true, false) => case
            .severity(&stalled_ids, Severity::Error)
            .max(Severity::Warning),
    };
    let mut ids: Vec<usize> = affected.iter().map(|(id, _)| *id).collect();
    ids.extend(stalled_ids);
    ids.sort_unstable();
    let seen = ids.iter().filter_map(|&id| {
        let check = &case.facts.checks[id];
        let args = args! { "lost" => check.lost() };
        (check.lost() > 0).then(|| (check, sentence("evidence-lost-packets", args)))
    });
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Finding::about(case, FindingId::PacketLoss, Owner::Network, &ids)
        .severity(severity)
        .arg("lost", total_lost(case))
        .arg("affected", count(affected.len()))
        .arg("connections", count(works.len()))
        .variant((!stalled.is_empty()).then_some("stalls"))
        .evidence(evidence::by_place(case.facts, seen))
        .evidence(evidence::of_failures(case, stalled))
        .step("step-check-wireless")
        .step("step-ask-network-loss")
}

fn total_lost(case: &Case<'_>) -> u32 {
    let works = case.own().filter(|(_, check)| check.usable());
    works.map(|(_, check)| check.lost()).sum()
}

/// The way is long. Nothing is wrong with that, but every question takes its time.
pub(super) fn slow_path(case: &mut Case<'_>) {
    let mut nearest: Vec<(IpAddr, Duration)> = Vec::new();
    for (_, check, tcp) in measured(case) {
        let (Some(address), Some(rtt)) = (check.address, tcp.min_rtt) else {
            continue;
        };
        match nearest.iter_mut().find(|(other, _)| *other == address) {
            Some((_, least)) => *least = rtt.min(*least),
            None => nearest.push((address, rtt)),
        }
    }
    nearest.retain(|(_, rtt)| *rtt > FAR);
    let Some(longest) = nearest.iter().map(|(_, rtt)| *rtt).max() else {
        return;
    };
    let far = |check: &Check| {
        nearest
            .iter()
            .any(|(address, _)| check.address == Some(*address))
    };
    let slow: Vec<_> = measured(case).filter(|(_, check, _)| far(check)).collect();
    let ids: Vec<usize> = slow.iter().map(|(id, ..)| *id).collect();
    let seen = slow.iter().filter_map(|(_, check, _)| {
        let (_, rtt) = nearest
            .iter()
            .find(|(address, _)| check.address == Some(*address))?;
        let args = args! { "milliseconds" => milliseconds(*rtt) };
        Some((*check, sentence("evidence-round-trip", args)))
    });
    let finding = Finding::about(case, FindingId::SlowPath, Owner::Network, &ids)
        .severity(Severity::Info)
        .arg("milliseconds", milliseconds(longest))
        .evidence(evidence::by_place(case.facts, seen));
    case.add(finding);
}

/// The checks of which the kernel told about the connection.
fn measured<'a>(case: &Case<'a>) -> impl Iterator<Item = (usize, &'a Check, TcpState)> + use<'a> {
    case.own()
        .filter_map(|(id, check)| Some((id, check, check.tcp?)))
}

fn milliseconds(time: Duration) -> u32 {
    u32::try_from(time.as_millis()).unwrap_or(u32::MAX)
}
