//! A reset: whose it is, which the TTL tells at which it comes.

use std::net::IpAddr;
use std::time::Duration;

use crate::facts::path::SweepEnd;
use crate::facts::{Check, Facts, HopAnswer, Sweep};
use crate::finding::Certainty;

use super::super::path;
use super::{By, Obstacle, first_router, like, nowhere};

/// A reset. Whose it is, the TTL tells at which it comes. Where the port was not swept, others that were refused speak
/// for it if several of them agree.
pub(super) fn refused(facts: &Facts, check: &Check, address: IpAddr) -> Obstacle {
    if check.follow_ups.again == Some(true) {
        return nowhere(By::AnswersNow);
    }
    if let Some(sweep) = facts.sweep_of(check) {
        return refused_in(facts, address, sweep);
    }
    let like = like(facts, check, Check::closed).map(|sweep| refused_in(facts, address, sweep));
    let like: Vec<Obstacle> = like.collect();
    match like.as_slice() {
        [first, others @ ..] if !others.is_empty() && others.iter().all(|stop| stop == first) => {
            *first
        }
        _ => nowhere(By::Closed),
    }
}

fn refused_in(facts: &Facts, address: IpAddr, sweep: &Sweep) -> Obstacle {
    let ttl = match sweep.end() {
        SweepEnd::Refused(ttl) => ttl,
        // The same port answers another connection: it is not closed.
        SweepEnd::Open(_) => return nowhere(By::AnswersNow),
        SweepEnd::Error(..) | SweepEnd::Silence | SweepEnd::Cut => return nowhere(By::Closed),
    };
    let nearer = facts.others_go_beyond(sweep, ttl);
    let vantage = &facts.vantage;
    let is_far = !vantage.own_addresses.is_empty() && !vantage.is_neighbour(address);
    // A packet that may pass no router has come to none.
    let by_router = || match first_router::answer(facts, address) {
        Some(HopAnswer::Replied) => true,
        Some(_) => false,
        None => left_this_machine(facts, address),
    };
    // Another port is open there: whoever answers so near is the server, unless this one was refused before it can have been.
    let mut ends = facts.sweeps_to(address).map(Sweep::end);
    let is_there = ends.any(|end| end == SweepEnd::Open(ttl));
    if ttl == 1 && !nearer && is_there && !was_refused_too_soon(facts, address) {
        return nowhere(By::Closed);
    }
    // Where it leads some ports in and not the others, packets to those are heard of beyond it. What it says of them comes
    // in the name of the address, as all that is translated.
    let leads_some_in =
        || first_router::has(facts, address) || facts.router_at(address, 1) == Some(address);
    if ttl == 1 && is_far && (!nearer && by_router() || leads_some_in()) {
        return Obstacle {
            by: By::FirstRouter,
            place: Some(path::at_hop(facts, address, ttl, Certainty::At)),
        };
    }
    if ttl == 1 && (is_far || nearer) && !vantage.is_neighbour(address) {
        return nowhere(By::OwnFilter("reset"));
    }
    if !nearer || ttl == 1 {
        return nowhere(By::Closed);
    }
    Obstacle {
        by: By::ResetOnPath,
        // The router there, or whoever is between it and the next.
        place: Some(path::at_hop(facts, address, ttl - 1, Certainty::AtOrAfter)),
    }
}

/// What this machine refuses by itself it refuses sooner than this, whatever else it is doing, on one port of several.
const LEFT_THE_MACHINE: Duration = Duration::from_millis(1);

/// Whether every port of the address was refused, several of them, and none so soon that this machine can have done it: the
/// requests came to the first router, and no further.
fn left_this_machine(facts: &Facts, address: IpAddr) -> bool {
    // Beside other targets a refusal of this machine's own may have waited for its turn. The kernel's counters are facts
    // where there were none.
    if facts.counters.is_none() {
        return false;
    }
    let tried = facts.checks.iter().filter(|check| {
        let here = check.address == Some(address);
        here && !check.skipped && !check.steps.is_empty()
    });
    let refused = tried.map(|check| {
        let failure = check.failure.as_ref().filter(|_| check.closed());
        failure.map(|failure| failure.elapsed)
    });
    let times: Option<Vec<Duration>> = refused.collect();
    times.is_some_and(|times| {
        times.len() > 1 && times.iter().all(|elapsed| *elapsed >= LEFT_THE_MACHINE)
    })
}

/// Whether a refusal came so soon that this machine may have made it, and in less than half the time that a connection to the
/// address takes.
fn was_refused_too_soon(facts: &Facts, address: IpAddr) -> bool {
    let checks = || {
        let all = facts.checks.iter();
        all.filter(|check| check.address == Some(address))
    };
    let refused = checks().filter(|check| check.closed());
    let refused = refused.filter_map(|check| check.failure.as_ref().map(|one| one.elapsed));
    let opened = checks().filter(|check| check.connected());
    let opened = opened.filter_map(|check| check.steps.first().map(|step| step.elapsed));
    match (refused.min(), opened.min()) {
        (Some(refused), Some(opened)) => refused < LEFT_THE_MACHINE && refused * 2 < opened,
        (None, _) | (_, None) => false,
    }
}
