//! Connections that work, and over what kind of way.

use std::net::IpAddr;
use std::time::Duration;

use crate::args;
use crate::facts::{Check, TcpState};
use crate::finding::{Finding, FindingId, Owner, Severity};

use super::case::Case;
use super::draft::sentence;
use super::evidence;

/// A longer round trip is felt. Light through glass goes half round the earth and back in 200 ms.
const FAR: Duration = Duration::from_millis(250);
/// One lost packet is nobody's fault.
const WORTH_A_WORD: u32 = 2;
/// So many lost packets, on more than half of so many connections, are no chance.
const SYSTEMATIC: (u32, usize) = (6, 3);

/// Packets were lost and sent again. All came through in the end, so that it is a warning only where it is no chance.
pub(super) fn packet_loss(case: &mut Case<'_>) {
    let works: Vec<(usize, &Check, TcpState)> = measured(case)
        .filter(|(_, check, _)| check.usable())
        .collect();
    let lost = |tcp: &TcpState| tcp.retransmissions + u32::from(tcp.out_of_order > 0);
    let affected: Vec<_> = works.iter().filter(|(.., tcp)| lost(tcp) > 0).collect();
    let total: u32 = affected.iter().map(|(.., tcp)| lost(tcp)).sum();
    if total < WORTH_A_WORD {
        return;
    }
    let (packets, connections) = SYSTEMATIC;
    let systematic =
        total >= packets && works.len() >= connections && affected.len() * 2 > works.len();
    let severity = if systematic {
        Severity::Warning
    } else {
        Severity::Info
    };
    let ids: Vec<usize> = affected.iter().map(|(id, ..)| *id).collect();
    let seen = affected.iter().map(|(_, check, tcp)| {
        let args = args! { "lost" => lost(tcp) };
        (*check, sentence("evidence-lost-packets", args))
    });
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let finding = Finding::about(case, FindingId::PacketLoss, Owner::Network, &ids)
        .severity(severity)
        .arg("lost", total)
        .arg("affected", count(affected.len()))
        .arg("connections", count(works.len()))
        .evidence(evidence::by_place(case.facts, seen))
        .step("step-check-wireless")
        .step("step-ask-network-loss");
    case.add(finding);
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
