//! Which paths are swept: those of connects that failed, those of ports where somebody else may have answered, and one
//! for comparison.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

use futures_util::future::join_all;

use super::{Asking, siblings, talk};
use crate::codes::Os;
use crate::facts::path::SweepEnd;
use crate::facts::purpose::Weight;
use crate::facts::scope::scope;
use crate::facts::{Check, EchoPath, Facts, Hop, HopAnswer, Route, Sweep, Vantage, stranger};
use crate::failure::{Class, Failure, Stage};
use crate::net;
use crate::net::sweep::Known;
use crate::service::Service;
use crate::wire::proxy::Goal;

/// Failed ports of one address that are swept. The path is mostly the same.
pub(in super::super) const EACH: usize = 3;
/// Failed ports of a target that are swept.
pub(in super::super) const ALL: usize = 12;

/// Sweeps them, all at once; nothing where this system cannot.
pub(super) async fn sweep(asking: Asking<'_>, destinations: &[SocketAddr]) -> Vec<Sweep> {
    let sweeps = destinations.iter().map(|&destination| async move {
        let probes = usize::from(net::sweep::WAVE);
        let goal = Goal::Address(destination);
        let _place = talk::place(asking, goal, probes).await.ok()?;
        let mut echoes = asking.echoes.iter();
        let echo = echoes.find(|echo| echo.destination == destination.ip());
        let known = match asking.visit.scouts.take(destination) {
            Some(ahead) => Known::Ahead(ahead),
            None => echo.map_or(Known::Nothing, Known::Echo),
        };
        let door = asking.visit.door;
        door.sweep(destination, known, asking.budget.wait()).await
    });
    join_all(sweeps).await.into_iter().flatten().collect()
}

/// Where resets came from no farther than the first router, or nothing was heard from beyond it: the checks, and what a
/// datagram met there. Whether that router has the address itself shows in it, whoever refused the connection.
pub(super) async fn at_first_routers(
    asking: Asking<'_>,
    facts: &Facts,
    sweeps: &[Sweep],
) -> Vec<(usize, HopAnswer)> {
    let ended = sweeps.iter().filter(|sweep| match sweep.end() {
        SweepEnd::Refused(ttl) => ttl == 1,
        SweepEnd::Silence => sweep.last_router().is_none_or(|router| router.ttl == 1),
        SweepEnd::Open(_) | SweepEnd::Error(..) | SweepEnd::Cut => false,
    });
    let mut asked: Vec<IpAddr> = Vec::new();
    let ended = ended.filter_map(|sweep| {
        let address = sweep.destination.ip();
        let mut ends = facts.checks.iter().map(end_of);
        let id = ends.position(|end| end == Some(sweep.destination))?;
        // Once is enough for all ports of it.
        let is_new = !asked.contains(&address);
        asked.push(address);
        is_new.then_some((id, address))
    });
    let ended: Vec<(usize, IpAddr)> = ended.collect();
    let (door, wait) = (asking.visit.door, asking.budget.wait());
    let asked = ended.into_iter().map(async |(id, address)| {
        let _seat = asking.room.sit(1).await;
        let answer = door.at_first_router(address, wait).await?;
        Some((id, answer))
    });
    join_all(asked).await.into_iter().flatten().collect()
}

/// Follows the paths to the addresses of `ends` with echo requests, all at once; nothing where this system does not need it.
pub(super) async fn echo(asking: Asking<'_>, ends: &[SocketAddr]) -> Vec<EchoPath> {
    let addresses: BTreeSet<IpAddr> = ends.iter().map(SocketAddr::ip).collect();
    let (door, wait) = (asking.visit.door, asking.budget.wait());
    let echoes = addresses
        .into_iter()
        .map(|address| door.echo(address, wait));
    join_all(echoes).await.into_iter().flatten().collect()
}

/// The ports to sweep, failed or odd: of each address one of each class, then more. `trace` is the user's word.
pub(super) fn failing(facts: &Facts, trace: bool) -> Vec<SocketAddr> {
    let mut chosen: Vec<SocketAddr> = Vec::new();
    if !trace {
        return chosen;
    }
    // What works has no class of failure, and may call for a sweep all the same.
    let wanted: Vec<(SocketAddr, Option<Class>)> = facts
        .checks
        .iter()
        .filter(|check| !check.is_anothers() && calls_for_sweep(facts, check))
        .filter_map(|check| Some((end_of(check)?, check.failure.as_ref().map(|f| f.class))))
        .filter(|(end, _)| may_be_far(end.ip(), &facts.vantage))
        .collect();
    let mut classes: Vec<(IpAddr, Option<Class>)> = Vec::new();
    for first_of_class in [true, false] {
        for &(end, class) in &wanted {
            let is_new = !classes.contains(&(end.ip(), class));
            let same = chosen.iter().filter(|other| other.ip() == end.ip()).count();
            // A closed port answers for itself; one is enough to see from where.
            let more = !first_of_class && class != Some(Class::Refused);
            if (is_new || more) && same < EACH && chosen.len() < ALL && !chosen.contains(&end) {
                classes.push((end.ip(), class));
                chosen.push(end);
            }
        }
    }
    chosen
}

/// Those of `failing` of which it matters who refused. Where the closed ports of an address are of a purpose that nobody
/// expects there, and all others work, nothing is missed, and a server that is well is asked no more than the checks ask.
pub(super) fn missed(facts: &Facts, failing: &[SocketAddr]) -> Vec<SocketAddr> {
    let weights = facts.weights();
    let misses_nothing = |end: &SocketAddr| {
        let checks = facts.checks.iter().zip(&weights);
        let mut asked =
            checks.filter(|(check, _)| check.address == Some(end.ip()) && !check.context);
        let unoffered =
            |check: &Check, weight: Weight| check.closed() && weight == Weight::Unoffered;
        facts.is_by_default()
            && asked.all(|(check, weight)| {
                let at_end = check.endpoint.port == end.port();
                unoffered(check, *weight) || check.is_ok() && !at_end
            })
    };
    let is_missed = |end: &&SocketAddr| !misses_nothing(end);
    failing.iter().filter(is_missed).copied().collect()
}

/// For each address that is swept, another port to compare with: one that answers, or the best of those that do not.
/// `checks` are all, siblings included; `known` are paths that were followed before.
pub(super) fn comparisons(
    failing: &[SocketAddr],
    checks: &[&Check],
    known: &[Sweep],
) -> Vec<SocketAddr> {
    let mut addresses: Vec<IpAddr> = failing.iter().map(SocketAddr::ip).collect();
    addresses.sort_unstable();
    addresses.dedup();
    let came_to = |address: IpAddr| {
        let to_end = |hop: &Hop| matches!(hop.answer, HopAnswer::Open | HopAnswer::Refused);
        let mut known = known
            .iter()
            .filter(|sweep| sweep.destination.ip() == address);
        known.any(|sweep| sweep.hops.last().is_some_and(to_end))
    };
    addresses.retain(|address| !came_to(*address));
    let compared = addresses.into_iter().filter_map(|address| {
        let swept = |end: &SocketAddr| failing.contains(end);
        let others = checks
            .iter()
            .filter(|check| check.address == Some(address) && !check.skipped)
            .filter_map(|check| Some((weight(check)?, end_of(check)?)))
            .filter(|(_, end)| !swept(end));
        let Some((weight, end)) = others.min_by_key(|(weight, _)| *weight) else {
            // Where nothing answered, siblings were tried; where somebody did, nobody else was asked.
            let mut own = checks
                .iter()
                .filter(|check| end_of(check).is_some_and(|end| swept(&end)));
            let answered = own.any(|check| check.address == Some(address) && check.connected());
            return answered.then(|| unasked(address, checks)).flatten();
        };
        // Two paths that end in silence can be compared already.
        let enough = failing.iter().filter(|end| end.ip() == address).count() > 1;
        (weight < SILENT || !enough).then_some(end)
    });
    compared.collect()
}

/// For each address at which a TLS hello was cut off or lost, a port that tells how far away the server is: whoever cut
/// it off may be nearer. Not the failed one, which is asked enough, unless there is nothing else.
pub(super) fn distances(facts: &Facts, trace: bool) -> Vec<SocketAddr> {
    let all: Vec<&Check> = facts.checks.iter().collect();
    let mut ends: Vec<SocketAddr> = Vec::new();
    for check in facts.checks.iter().filter(|check| is_cut_at_tls(check)) {
        let Some(end) = end_of(check).filter(|end| may_be_far(end.ip(), &facts.vantage)) else {
            continue;
        };
        if !trace || ends.len() == ALL || ends.iter().any(|other| other.ip() == end.ip()) {
            continue;
        }
        let same = |other: &&&Check| other.address == check.address && !is_cut_at_tls(other);
        let answering = all.iter().filter(same).filter_map(|other| {
            let weight = weight(other).filter(|weight| *weight < SILENT)?;
            Some((weight, end_of(other)?))
        });
        let answering = answering.min().map(|(_, end)| end);
        ends.push(answering.or_else(|| unasked(end.ip(), &all)).unwrap_or(end));
    }
    ends
}

/// The first of the usual ports that no check asked at an address.
fn unasked(address: IpAddr, checks: &[&Check]) -> Option<SocketAddr> {
    let asked = |port: u16| {
        let mut own = checks.iter().filter(|check| check.address == Some(address));
        own.any(|check| check.endpoint.port == port)
    };
    let mut usual = siblings::USUAL.into_iter().map(Service::port);
    let port = usual.find(|port| !asked(*port))?;
    Some(SocketAddr::new(address, port))
}

fn is_cut_at_tls(check: &Check) -> bool {
    let cut = |failure: &Failure| match (failure.stage, failure.class) {
        (Stage::Tls, Class::Reset) => true,
        (Stage::Tls, Class::Timeout) => super::hello_is_lost(check),
        _ => super::is_cut_at_a_word(check, failure),
    };
    check.failure.as_ref().is_some_and(cut)
}

/// What tells nothing but its path.
const SILENT: u8 = 2;

/// How little a check's port is worth as a comparison. `None` where nothing was tried.
fn weight(check: &Check) -> Option<u8> {
    let connect = check.step(Stage::Connect)?;
    let refused = check
        .failure
        .as_ref()
        .is_some_and(|failure| failure.class == Class::Refused);
    Some(match (connect.ok, refused) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => SILENT,
    })
}

fn calls_for_sweep(facts: &Facts, check: &Check) -> bool {
    match check.failure.as_ref().filter(|_| !check.context) {
        Some(failure) if failure.stage == Stage::Connect => {
            is_stopped(check, failure, &facts.vantage)
        }
        Some(_) | None => stranger::is_suspected(facts, check),
    }
}

/// Whether a connect was stopped in a way that its path may tell more about.
fn is_stopped(check: &Check, failure: &Failure, vantage: &Vantage) -> bool {
    let by_a_router = || {
        let sender = failure.trouble.icmp().and_then(|icmp| icmp.from);
        sender.is_some_and(|from| !vantage.is_own(from))
    };
    // Systems that keep ICMP messages to themselves say a router's word and their own alike.
    let by_somebody = || {
        let told = failure.trouble.os_error();
        let hides = told.is_some_and(|error| error.os != Os::Linux && error.icmp.is_none());
        hides && check.route != Some(Route::None)
    };
    match failure.class {
        Class::Timeout | Class::Refused => true,
        // What this machine decided by itself has no path.
        Class::Unreachable | Class::Prohibited => by_a_router() || by_somebody(),
        Class::Deadline
        | Class::Reset
        | Class::Closed
        | Class::Local
        | Class::NotFound
        | Class::NoData
        | Class::DnsFailure
        | Class::Protocol
        | Class::Rejected
        | Class::NotOffered
        | Class::Tls
        | Class::Certificate
        | Class::Proxy => false,
    }
}

/// Whether packets to an address leave this machine, so that there is a path to follow.
pub(in super::super) fn may_be_far(address: IpAddr, vantage: &Vantage) -> bool {
    scope(address).leaves_machine() && !vantage.is_own(address)
}

fn end_of(check: &Check) -> Option<SocketAddr> {
    Some(SocketAddr::new(check.address?, check.endpoint.port))
}

#[cfg(test)]
mod tests;
