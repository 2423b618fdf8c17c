//! What stopped a connection request, and where, as far as the facts tell.
//!
//! Everything that is known of a connect comes together here: the system's error and how long it took, the ICMP message
//! and its sender, the sweeps to this port and to others, and the kernel's counters. The rules only group and name.

use std::net::IpAddr;
use std::time::Duration;

use crate::codes::socket::Condition;
use crate::facts::path::SweepEnd;
use crate::facts::scope::{needs_interface, scope};
use crate::facts::{Check, Facts, HopAnswer, Route, Sweep};
use crate::failure::{Class, Failure, Icmp, Stage, Trouble};
use crate::finding::{Certainty, Location, Owner};

use super::case::{Case, Failed};
use super::{elsewhere, path};

/// What the system decides by itself it decides at once; the answer of a neighbour takes longer than that only where
/// the machine is busy.
const AT_ONCE: Duration = Duration::from_millis(500);
/// A neighbour that does not answer ARP or neighbour discovery is given up after three seconds (`mcast_solicit` tries, a
/// second each), a refusal of the own packet filter comes after one at the latest.
const GIVEN_UP: Duration = Duration::from_secs(2);

/// What stopped a connection request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    /// A route of this machine that rejects: which kind.
    OwnRoute(&'static str),
    /// The packet filter or the security software of this machine: how it shows.
    OwnFilter(&'static str),
    /// The gateway did not answer on the own network.
    Gateway,
    /// The server is on the own network and did not answer there.
    Neighbour,
    /// Routers that send packets round in a circle.
    Circle,
    /// A router that knows no way.
    NoRoute,
    /// A router that cannot reach the host. Whether it is the last before it.
    HostUnreachable {
        /// It looked for the host on its own network.
        last: bool,
    },
    /// Somebody says that TCP is not to be had there.
    Protocol,
    /// Somebody forbids it, and says so.
    Prohibited,
    /// A port unreachable, by which firewalls refuse.
    PortUnreachable,
    /// A reset by somebody who is nearer than the server.
    ResetOnPath,
    /// The first router answers in the name of the address on every port: it has it itself.
    FirstRouter,
    /// A reset in the server's name, and nothing says that it is another's.
    Closed,
    /// Silence that begins on the way: others are heard beyond, or the trail ends near here.
    Path(PathEnd),
    /// Silence behind the last router before the server.
    NearServer,
    /// Silence behind a router of which nobody knows whether it is the last: no port of the address answers.
    TrailEnds,
    /// Silence behind a router; those that follow are silent for every port.
    Behind,
    /// The port answered a moment later.
    AnswersNow,
    /// Silence, and nothing else.
    Silence,
    /// An error that says no more than that there is no way.
    NoWay,
    /// Something else.
    Other,
}

/// Why silence is said to begin on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PathEnd {
    /// Packets to other ports come farther.
    OthersGoOn,
    /// Packets to other ports come to the first router, these do not.
    BeforeFirst,
    /// The trail ends among private addresses, and the server has a public one.
    Private,
}

/// What stopped it, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Obstacle {
    /// What.
    pub(super) by: By,
    /// Where, as far as it is known.
    pub(super) place: Option<Location>,
}

/// A failed connect, and what stopped it.
#[derive(Clone, Copy)]
pub(super) struct Stopped<'a> {
    /// The check.
    pub(super) failed: Failed<'a>,
    /// What stopped it.
    pub(super) obstacle: Obstacle,
}

/// The failed connects that nothing explains yet and of which `wanted` is true.
pub(super) fn open<'a>(case: &Case<'a>, wanted: impl Fn(By) -> bool) -> Vec<Stopped<'a>> {
    let open = case.open_where(|_, failure| failure.stage == Stage::Connect);
    let stopped = open.into_iter().map(|failed| Stopped {
        failed,
        obstacle: obstacle(case.facts, failed.check, failed.failure),
    });
    stopped
        .filter(|stopped| wanted(stopped.obstacle.by))
        .collect()
}

/// The failed checks without what stopped them.
pub(super) fn failed<'a>(stopped: &[Stopped<'a>]) -> Vec<Failed<'a>> {
    stopped.iter().map(|stopped| stopped.failed).collect()
}

/// What stopped a connect.
pub(super) fn obstacle(facts: &Facts, check: &Check, failure: &Failure) -> Obstacle {
    let Some(address) = check.address.filter(|_| failure.stage == Stage::Connect) else {
        return nowhere(By::Other);
    };
    if failure.waited().is_some() {
        return elsewhere::silent_neighbour(facts, check, address)
            .unwrap_or_else(|| silence(facts, check));
    }
    match failure.trouble.icmp() {
        Some(icmp) => by_icmp(facts, address, icmp, waited_for_neighbour(check, failure)),
        None => by_system(facts, check, failure, address),
    }
}

/// Who can mend what stopped a failed connect.
pub(super) fn owner_of(facts: &Facts, failed: &Failed<'_>) -> Owner {
    owner(facts, failed.check, failed.failure)
}

/// Who can mend it.
pub(super) fn owner(facts: &Facts, check: &Check, failure: &Failure) -> Owner {
    let stop = obstacle(facts, check, failure);
    match stop.by {
        By::OwnRoute(_) | By::OwnFilter(_) => Owner::ThisMachine,
        By::Gateway
        | By::Circle
        | By::ResetOnPath
        | By::FirstRouter
        | By::Path(PathEnd::OthersGoOn | PathEnd::Private) => Owner::Network,
        By::Neighbour | By::Closed | By::NearServer | By::HostUnreachable { last: true } => {
            Owner::Server
        }
        By::NoRoute
        | By::HostUnreachable { last: false }
        | By::Protocol
        | By::Prohibited
        | By::PortUnreachable => match stop.place.and_then(|place| place.address) {
            Some(from) if check.address == Some(from) => Owner::Server,
            Some(_) => Owner::Network,
            None => Owner::Unknown,
        },
        By::Other if failure.class == Class::Local => Owner::ThisMachine,
        By::Path(PathEnd::BeforeFirst)
        | By::TrailEnds
        | By::Behind
        | By::AnswersNow
        | By::Silence
        | By::NoWay
        | By::Other => Owner::Unknown,
    }
}

/// The place of failed connects, where it is the same for all; the address only where that is the same as well. A router
/// has one of each family, and the first of the two stands for it.
pub(super) fn common_place(facts: &Facts, failed: &[Failed<'_>]) -> Option<Location> {
    let mut places = failed
        .iter()
        .map(|Failed { check, failure, .. }| obstacle(facts, check, failure).place);
    let first = places.next()??;
    let mut common = first;
    let mut seen = vec![first.address];
    for place in places {
        let place = place?;
        if place.certainty != first.certainty || place.hop != first.hop {
            return None;
        }
        if seen.iter().any(|other| contradicts(*other, place.address)) {
            common.address = None;
        }
        seen.push(place.address);
    }
    // A place without number and address is none.
    (common.hop.is_some() || common.address.is_some()).then_some(common)
}

/// Who can mend these connections, where it is the same for all.
pub(super) fn common_owner(facts: &Facts, failed: &[Failed<'_>]) -> Owner {
    let mut owners = failed.iter().map(|failed| owner_of(facts, failed));
    let first = owners.next().unwrap_or(Owner::Unknown);
    if owners.all(|owner| owner == first) {
        first
    } else {
        Owner::Unknown
    }
}

/// Whether two addresses cannot be those of one router.
fn contradicts(one: Option<IpAddr>, other: Option<IpAddr>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one != other && one.is_ipv4() == other.is_ipv4(),
        (None, None) => false,
        (Some(_), None) | (None, Some(_)) => true,
    }
}

pub(super) const fn nowhere(by: By) -> Obstacle {
    Obstacle { by, place: None }
}

/// An ICMP message. Of a sender that is this machine it is the packet filter's, or the kernel's own that found nobody.
pub(super) fn by_icmp(
    facts: &Facts,
    destination: IpAddr,
    icmp: Icmp,
    waited: Option<Duration>,
) -> Obstacle {
    if icmp.from.is_some_and(|from| facts.vantage.is_own(from)) {
        return match waited {
            Some(_) => on_own_network(facts, destination),
            None => nowhere(By::OwnFilter("rejected")),
        };
    }
    let place = path::sender(facts, destination, icmp);
    let hop = place.and_then(|place| place.hop);
    let by = match (icmp.v6, icmp.kind, icmp.code) {
        (false, 11, _) | (true, 3, _) => By::Circle,
        (false, 3, 0 | 6 | 11) | (true, 1, 0) => By::NoRoute,
        (false, 3, 2) | (true, 4, 1) => By::Protocol,
        (false, 3, 3) | (true, 1, 4) => By::PortUnreachable,
        (false, 3, 9 | 10 | 13) | (true, 1, 1 | 5 | 6) => By::Prohibited,
        _ => By::HostUnreachable {
            last: match (hop, facts.distance(destination)) {
                // Who answers nearer than the router that looked is not the server.
                (Some(hop), Some(server)) if server > hop => hop + 1 == server,
                // The router asked for the host on its own network, and nobody answered.
                _ => waited.is_some(),
            },
        },
    };
    Obstacle { by, place }
}

/// The time, where it is that of a neighbour who does not answer: this machine's, or the last router's.
fn waited_for_neighbour(check: &Check, failure: &Failure) -> Option<Duration> {
    // Timeouts without a packet sent again: the packets wait for a hardware address.
    let not_sent = check
        .tcp
        .is_some_and(|tcp| u32::from(tcp.timeouts) > tcp.retransmissions);
    (failure.elapsed >= GIVEN_UP || not_sent).then_some(failure.elapsed)
}

/// An error without an ICMP message. Linux keeps the message, so there it is the system's own word.
fn by_system(facts: &Facts, check: &Check, failure: &Failure, address: IpAddr) -> Obstacle {
    if failure.class == Class::Refused {
        return refused(facts, check, address);
    }
    if elsewhere::is_elsewhere(failure) {
        return elsewhere::by_system(facts, check, failure, address);
    }
    let at_once = failure.elapsed < AT_ONCE;
    match condition(failure) {
        Some(Condition::NotPermitted) => nowhere(By::OwnFilter("not-permitted")),
        Some(Condition::AccessDenied) if at_once => nowhere(By::OwnRoute("prohibit")),
        // Of an address without its interface the system says the same, before it looks at a route.
        Some(Condition::InvalidArgument) if at_once && !needs_interface(address) => {
            nowhere(By::OwnRoute("blackhole"))
        }
        Some(Condition::HostUnreachable) if at_once => nowhere(By::OwnRoute("unreachable")),
        Some(Condition::HostUnreachable | Condition::HostDown)
            if waited_for_neighbour(check, failure).is_some() =>
        {
            on_own_network(facts, address)
        }
        _ => match failure.class {
            Class::Prohibited => nowhere(By::Prohibited),
            Class::Unreachable => nowhere(By::NoWay),
            Class::Timeout
            | Class::Deadline
            | Class::Refused
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
            | Class::Proxy => nowhere(By::Other),
        },
    }
}

/// What the error means on a machine that keeps the ICMP message where there was one.
fn condition(failure: &Failure) -> Option<Condition> {
    match &failure.trouble {
        Trouble::Os(error) => error.condition(),
        _ => None,
    }
}

/// Somebody on the own network did not answer: the server itself, or the gateway on the way to it.
fn on_own_network(facts: &Facts, destination: IpAddr) -> Obstacle {
    let vantage = &facts.vantage;
    if vantage.own_addresses.is_empty() {
        return nowhere(By::NoWay);
    }
    if vantage.is_neighbour(destination) {
        return nowhere(By::Neighbour);
    }
    let mut gateways = vantage
        .gateways
        .iter()
        .filter(|gateway| gateway.is_ipv6() == destination.is_ipv6());
    let first = gateways.next().copied();
    Obstacle {
        by: By::Gateway,
        place: Some(Location {
            hop: Some(1),
            address: first.filter(|_| gateways.next().is_none()),
            certainty: Certainty::At,
        }),
    }
}

/// A reset. Whose it is, the TTL tells at which it comes. Where the port was not swept, others that were refused speak
/// for it if several of them agree.
fn refused(facts: &Facts, check: &Check, address: IpAddr) -> Obstacle {
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
    let by_router = || match first_of_echo(facts, address).or_else(|| datagram(facts, address)) {
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
        || first_router_has(facts, address) || facts.router_at(address, 1) == Some(address);
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

/// What an echo met that may pass no router: the answer itself says that the first router has the address, and the router's
/// word that it has not. `None` where nothing was heard, or nothing asked.
fn first_of_echo(facts: &Facts, address: IpAddr) -> Option<HopAnswer> {
    let first = facts.echo_to(address)?.hops.first()?;
    Some(first.answer).filter(|answer| *answer != HopAnswer::Silent)
}

/// The same of a datagram, where a reset came from no farther.
fn datagram(facts: &Facts, address: IpAddr) -> Option<HopAnswer> {
    let mut own = facts
        .checks
        .iter()
        .filter(|check| check.address == Some(address));
    own.find_map(|check| check.follow_ups.at_first_router)
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

/// Silence. Where the port was not swept, the other silent ports of the address speak for it if they agree.
fn silence(facts: &Facts, check: &Check) -> Obstacle {
    let Some(address) = check.address else {
        return nowhere(By::Silence);
    };
    if is_at_first_router(facts, address) {
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

/// Whether the first router has the address itself, and no connection to the address came about.
fn is_at_first_router(facts: &Facts, address: IpAddr) -> bool {
    !facts.is_reached(address) && first_router_has(facts, address)
}

/// Whether the first router has the address itself, by its own word. A program on this machine that takes all packets (a VPN,
/// a proxy) answers echoes in every name: an echo counts where the first step of the way is another machine, which has
/// answered on the own network.
fn first_router_has(facts: &Facts, address: IpAddr) -> bool {
    let vantage = &facts.vantage;
    let is_far = !vantage.own_addresses.is_empty() && !vantage.is_neighbour(address);
    let mut own = facts
        .checks
        .iter()
        .filter(|check| check.address == Some(address));
    let by_router = own.any(|check| match check.route {
        Some(Route::Via { next, answers }) => next != address && answers == Some(true),
        Some(Route::None) | None => false,
    });
    let echo = || first_of_echo(facts, address).filter(|_| by_router);
    let first = datagram(facts, address).or_else(echo);
    let replied = first == Some(HopAnswer::Replied);
    is_far && replied
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

/// The sweeps to ports of the same address that failed in the same way.
fn like<'a>(
    facts: &'a Facts,
    check: &Check,
    same: impl Fn(&Check) -> bool,
) -> impl Iterator<Item = &'a Sweep> {
    let address = check.address;
    let alike = facts
        .checks
        .iter()
        .filter(move |other| other.address == address && same(other));
    alike.filter_map(|other| facts.sweep_of(other))
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
