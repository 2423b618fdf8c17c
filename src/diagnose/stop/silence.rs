//! Silence: where it begins, as far as sweeps, echoes and the kernel's counters tell.

use std::net::IpAddr;

use crate::facts::path::SweepEnd;
use crate::facts::scope::scope;
use crate::facts::{Check, Facts, Sweep};
use crate::finding::{Certainty, Location};

use super::super::{elsewhere, path};
use super::{By, Obstacle, PathEnd, by_icmp, first_router, like, nowhere};

/// Silence. Where the port was not swept, the other silent ports of the address speak for it if they agree.
pub(super) fn silence(facts: &Facts, check: &Check) -> Obstacle {
    let Some(address) = check.address else {
        return nowhere(By::Silence);
    };
    if first_router::is_end_for(facts, address) {
        return Obstacle {
            by: By::FirstRouter,
            place: Some(path::at_hop(facts, address, 1, Certainty::At)),
        };
    }
    let stop = silence_by_sweeps(facts, check);
    // Where the connects themselves tell nothing of the way, an echo may have met who stops everything.
    let told = elsewhere::told_now_and_then(facts, address);
    let by_echo = || elsewhere::by_echo(facts, address, told);
    match stop.by {
        By::Path(_) | By::NearServer | By::TrailEnds | By::Behind if told.is_some() => {
            by_echo().unwrap_or(nowhere(By::Silence))
        }
        By::Silence | By::TrailEnds | By::Path(PathEnd::Private | PathEnd::BeforeFirst) => {
            by_echo().unwrap_or(stop)
        }
        _ => stop,
    }
}

fn silence_by_sweeps(facts: &Facts, check: &Check) -> Obstacle {
    if let Some(sweep) = facts.sweep_of(check) {
        return silence_in(facts, sweep);
    }
    let mut like = like(facts, check, Check::silent).map(|sweep| silence_in(facts, sweep));
    match like.next() {
        Some(first) if like.all(|stop| stop == first) => first,
        Some(_) => nowhere(By::Silence),
        None => unheard(facts),
    }
}

fn silence_in(facts: &Facts, sweep: &Sweep) -> Obstacle {
    let destination = sweep.destination.ip();
    if let Some(first) = sweep.circle() {
        let place = Location {
            hop: Some(first.ttl),
            address: first.from,
            certainty: Certainty::At,
        };
        return Obstacle {
            by: By::Circle,
            place: Some(place),
        };
    }
    match sweep.end() {
        SweepEnd::Open(_) | SweepEnd::Refused(_) => nowhere(By::AnswersNow),
        SweepEnd::Error(_, icmp) => by_icmp(facts, destination, icmp, None),
        SweepEnd::Silence | SweepEnd::Cut => trail(facts, sweep),
    }
}

/// Silence behind the last router that is heard, if one is.
fn trail(facts: &Facts, sweep: &Sweep) -> Obstacle {
    let destination = sweep.destination.ip();
    let others = || facts.sweeps_beside(sweep);
    let Some(last) = sweep.last_router() else {
        let own_filter = unheard(facts);
        let by_echo = || {
            let echo = facts.echo_to(destination);
            echo.is_some_and(|echo| echo.routers().next().is_some())
        };
        // Where a router was heard for another port, this system hears them.
        let heard = others().any(|other| other.last_router().is_some()) || !sweep.deaf && by_echo();
        return match own_filter.by {
            By::Silence if heard => nowhere(By::Path(PathEnd::BeforeFirst)),
            _ => own_filter,
        };
    };
    // A router beyond is heard for another port, and is silent for this one.
    let asked = u8::try_from(sweep.hops.len()).unwrap_or(u8::MAX);
    let beyond = last.ttl + 1..=asked;
    let others_go_on = others()
        .flat_map(Sweep::routers)
        .any(|hop| beyond.contains(&hop.ttl));
    let server = others()
        .filter_map(Sweep::distance)
        .max()
        .filter(|far| *far > last.ttl);
    let is_near = sweep.routers().all(|hop| {
        facts
            .name_of(sweep, hop)
            .is_some_and(|from| is_near(facts, from))
    });
    let by = match server {
        _ if others_go_on => By::Path(PathEnd::OthersGoOn),
        Some(server) if server == last.ttl + 1 => By::NearServer,
        // The sweep was cut before it came to routers that are heard for others.
        Some(_)
            if others()
                .flat_map(Sweep::routers)
                .any(|hop| hop.ttl > last.ttl) =>
        {
            By::Silence
        }
        Some(_) => By::Behind,
        // How far away it is nobody measured, and that nothing farther answers is not so.
        None if facts.is_reached(destination) => By::Silence,
        None if is_near && !is_near_or_own(facts, destination) => By::Path(PathEnd::Private),
        None => By::TrailEnds,
    };
    Obstacle {
        by,
        place: Some(Location {
            hop: Some(last.ttl),
            address: facts.name_of(sweep, last),
            certainty: Certainty::AtOrAfter,
        }),
    }
}

/// Whether a router is on the own network or has an address that the internet does not route.
fn is_near(facts: &Facts, router: IpAddr) -> bool {
    scope(router).is_near() || facts.vantage.is_neighbour(router)
}

fn is_near_or_own(facts: &Facts, destination: IpAddr) -> bool {
    is_near(facts, destination) || facts.vantage.is_own(destination)
}

/// Silence in which not even a router is heard: this machine's own packet filter, where the kernel counted what was sent
/// and did not get out, or nobody knows what.
fn unheard(facts: &Facts) -> Obstacle {
    let silent: Vec<&Check> = facts
        .checks
        .iter()
        .filter(|check| {
            let heard = facts
                .sweep_of(check)
                .is_some_and(|sweep| sweep.last_router().is_some());
            !check.context && check.silent() && !heard
        })
        .collect();
    if !silent.is_empty() && never_got_out(facts, &silent) {
        nowhere(By::OwnFilter("dropped"))
    } else {
        nowhere(By::Silence)
    }
}

/// Whether the kernel dropped what was sent to these ports. It counts for all of the machine, and other programs may lose
/// packets as well: so one must have been dropped for each port, and fewer repeated requests must have got out, by
/// anybody, than half of what went to these ports alone.
fn never_got_out(facts: &Facts, silent: &[&Check]) -> bool {
    let Some(counters) = facts.counters else {
        return false;
    };
    let ports = u64::try_from(silent.len()).unwrap_or(u64::MAX);
    let sent = silent.iter().filter_map(|check| check.tcp);
    let sent: u64 = sent.map(|tcp| u64::from(tcp.retransmissions)).sum();
    let dropped = counters.retransmissions_failed;
    let got_out = counters.syn_retransmissions.saturating_sub(dropped);
    dropped >= ports && got_out * 2 < sent.max(ports)
}
