//! What stopped a connection request, and where, as far as the facts tell.
//!
//! Everything that is known of a connect comes together here: the system's error and how long it took, the ICMP message
//! and its sender, the sweeps to this port and to others, and the kernel's counters. The rules only group and name.

mod first_router;
mod refused;
mod silence;

use std::net::IpAddr;
use std::time::Duration;

use crate::codes::socket::Condition;
use crate::facts::scope::{Scope, needs_interface, scope};
use crate::facts::{Check, Facts, Sweep};
use crate::failure::{Class, Failure, Icmp, Stage, Trouble};
use crate::finding::{Certainty, Location, Owner};

use super::case::{Case, Failed};
use super::{elsewhere, path};
use refused::refused;
use silence::silence;

/// What the system decides by itself it decides at once; the answer of a neighbour takes longer than that only where
/// the machine is busy.
pub(super) const AT_ONCE: Duration = Duration::from_millis(500);
/// A neighbour that does not answer ARP or neighbour discovery is given up after three seconds (`mcast_solicit` tries, a
/// second each), a refusal of the own packet filter comes after one at the latest.
const GIVEN_UP: Duration = Duration::from_secs(2);

/// What stopped a connection request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum By {
    /// A route of this machine that rejects: which kind.
    OwnRoute(&'static str),
    /// This machine sends packets with so small a TTL that they do not come as far as the server.
    ShortLived,
    /// The packet filter or the security software of this machine: how it shows.
    OwnFilter(&'static str),
    /// The gateway did not answer on the own network.
    Gateway,
    /// The server is on the own network and did not answer there.
    Neighbour,
    /// The same of a server that a route takes for one of the own network, of which it is none by its address.
    TakenForNeighbour,
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
        By::OwnRoute(_) | By::ShortLived | By::OwnFilter(_) => Owner::ThisMachine,
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
        By::TakenForNeighbour
        | By::Path(PathEnd::BeforeFirst)
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
        (false, 11, _) if is_short_lived(facts, hop) => By::ShortLived,
        (false, 11, _) | (true, 3, _) => By::Circle,
        (false, 3, 0 | 6 | 11) | (true, 1, 0) => By::NoRoute,
        (false, 3, 2) | (true, 4, 1) => By::Protocol,
        (false, 3, 3) | (true, 1, 4) => By::PortUnreachable,
        (false, 3, 9 | 10 | 13) | (true, 1, 1 | 5 | 6) => By::Prohibited,
        _ => By::HostUnreachable {
            last: match (hop, facts.distance(destination)) {
                // Who answers nearer than the router that looked is not the server.
                (Some(hop), Some(server)) if server > hop => hop + 1 == server,
                // The router asked for the host on its own network, and nobody answered. Who has said the same at once has
                // not asked: routers send only so many such messages a second, and the others come late.
                _ => waited.is_some() && !told_at_once(facts, destination, icmp),
            },
        },
    };
    let by = match by {
        By::PortUnreachable | By::Prohibited if is_first_router(facts, destination, icmp, hop) => {
            By::FirstRouter
        }
        by => by,
    };
    Obstacle { by, place }
}

/// Whether a refusal in the name of a public address that is far comes from the first hop, and no connection to the address came
/// about: most likely the router there has the address, and its firewall keeps the inner network from it.
fn is_first_router(facts: &Facts, destination: IpAddr, icmp: Icmp, hop: Option<u8>) -> bool {
    let vantage = &facts.vantage;
    let is_far = !vantage.own_addresses.is_empty() && !vantage.is_neighbour(destination);
    let by_itself = hop == Some(1) && icmp.from == Some(destination);
    let is_public = scope(destination) != Scope::Private;
    is_far && is_public && by_itself && !facts.is_reached(destination)
}

/// Whether packets that run out of their TTL at a router do so because this machine sends them with so small a one.
fn is_short_lived(facts: &Facts, hop: Option<u8>) -> bool {
    facts
        .vantage
        .default_ttl
        .is_some_and(|ttl| Some(ttl) == hop)
}

/// Whether a connect to the address ended at once with the same message.
fn told_at_once(facts: &Facts, address: IpAddr, icmp: Icmp) -> bool {
    let failures = facts.checks.iter().filter_map(|check| {
        let failure = check.failure.as_ref()?;
        (check.address == Some(address) && failure.stage == Stage::Connect).then_some(failure)
    });
    failures
        .filter(|failure| failure.elapsed < AT_ONCE)
        .filter_map(|failure| failure.trouble.icmp())
        .any(|other| (other.kind, other.code) == (icmp.kind, icmp.code))
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
    if vantage.is_taken_for_neighbour(destination) {
        return nowhere(By::TakenForNeighbour);
    }
    let gateway = match vantage.routers_to(destination)[..] {
        [gateway] => Some(gateway),
        _ => None,
    };
    Obstacle {
        by: By::Gateway,
        place: Some(Location {
            hop: Some(1),
            address: gateway,
            certainty: Certainty::At,
        }),
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
