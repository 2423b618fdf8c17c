//! What an error means on a system that keeps to itself whose it is: Windows and macOS.
//!
//! There "no route to host" and "network is unreachable" are a router's word as well as this machine's own. The first step
//! of the way tells the two apart, and an echo may meet whoever said it. What was not asked says nothing.

use std::net::IpAddr;

use crate::codes::Os;
use crate::codes::socket::Condition;
use crate::facts::{Check, Facts, Hop, HopAnswer, Route, Sweep};
use crate::failure::{Class, Failure, Icmp, Trouble};
use crate::finding::{Certainty, Location};

use super::path;
use super::stop::{self, By, Obstacle, nowhere};

/// What an error without an ICMP message says of a connect.
pub(super) fn by_system(
    facts: &Facts,
    check: &Check,
    failure: &Failure,
    address: IpAddr,
) -> Obstacle {
    match failure.class {
        Class::Prohibited => forbidden(facts, check, failure),
        Class::Unreachable => silent_neighbour(facts, check, address)
            .or_else(|| by_echo(facts, address, condition(failure)))
            .unwrap_or(nowhere(By::NoWay)),
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
    }
}

/// WSAEACCES is Windows' own filtering, unless a packet to the port was heard of on its way: what is filtered here meets
/// nobody, whatever its TTL. macOS says EPERM for that; EACCES may be somebody else's there.
fn forbidden(facts: &Facts, check: &Check, failure: &Failure) -> Obstacle {
    let own = match (os_of(failure), condition(failure)) {
        (Some(Os::Windows), Some(Condition::AccessDenied)) => Some("access-denied"),
        (_, Some(Condition::NotPermitted)) => Some("not-permitted"),
        _ => None,
    };
    let heard = |sweep: &Sweep| sweep.hops.iter().any(|hop| hop.answer != HopAnswer::Silent);
    match own.filter(|_| !facts.sweep_of(check).is_some_and(heard)) {
        Some(how) => nowhere(By::OwnFilter(how)),
        None => nowhere(By::Prohibited),
    }
}

/// The gateway, or the server on the own network, where the system has looked for it there and nobody answered.
pub(super) fn silent_neighbour(facts: &Facts, check: &Check, address: IpAddr) -> Option<Obstacle> {
    let Some(Route::Via {
        next,
        answers: Some(false),
    }) = check.route
    else {
        return None;
    };
    if next == address {
        // Into a tunnel (a VPN) everything goes without a router, and what the table says of an address there is no word of
        // the server's own network.
        let own = &facts.vantage;
        let near = own.own_addresses.is_empty() || own.is_neighbour(address);
        return near.then_some(nowhere(By::Neighbour));
    }
    // One packet that came farther was not lost there.
    let heard = facts.goes_beyond(address, 1) || facts.echo_to(address).is_some_and(has_router);
    (!heard).then_some(Obstacle {
        by: By::Gateway,
        place: Some(Location {
            hop: Some(1),
            address: Some(next),
            certainty: Certainty::At,
        }),
    })
}

fn has_router(echo: &crate::facts::EchoPath) -> bool {
    echo.routers().next().is_some()
}

/// What stopped an echo to the address, where that stops everything else as well: routers that know no way, cannot reach the
/// host, or send packets round in a circle. What forbids an echo says nothing of a connection.
pub(super) fn by_echo(facts: &Facts, address: IpAddr, told: Option<Condition>) -> Option<Obstacle> {
    let echo = facts.echo_to(address)?;
    if let Some(first) = echo.circle() {
        let place = Location {
            hop: Some(first.ttl),
            address: first.from,
            certainty: Certainty::At,
        };
        return Some(Obstacle {
            by: By::Circle,
            place: Some(place),
        });
    }
    if let Some(hop) = echo.stopped() {
        return stopped_echo(facts, address, hop, told);
    }
    let (ttl, icmp) = echo.error()?;
    let own = icmp.from.is_none_or(|from| facts.vantage.is_own(from));
    (stops_everything(icmp) && !own).then(|| {
        let said = stop::by_icmp(facts, address, icmp, None);
        let hop = said.place.and_then(|place| place.hop);
        let place = path::at_hop(facts, address, hop.unwrap_or(ttl), Certainty::At);
        Obstacle {
            place: Some(Location {
                address: icmp.from,
                ..place
            }),
            ..said
        }
    })
}

/// Somebody said of an echo that it goes no farther, and the system does not tell why: he may know no way, or forbid echoes
/// alone. He knows none where the system `told` of a connect that the network is unreachable, and no TTL ran out at him: routers
/// look for a way first, and most ask their filter last.
fn stopped_echo(
    facts: &Facts,
    address: IpAddr,
    hop: Hop,
    told: Option<Condition>,
) -> Option<Obstacle> {
    let from = hop.from.filter(|from| !facts.vantage.is_own(*from))?;
    let echo = facts.echo_to(address)?;
    let passes = echo.routers().any(|router| router.from == Some(from));
    let knows_no_way = told == Some(Condition::NetworkUnreachable) && !passes;
    knows_no_way.then_some(Obstacle {
        by: By::NoRoute,
        place: Some(Location {
            hop: Some(hop.ttl),
            address: Some(from),
            certainty: Certainty::At,
        }),
    })
}

/// Net or host unreachable (RFC 792), no route or address unreachable (RFC 4443).
fn stops_everything(icmp: Icmp) -> bool {
    matches!(
        (icmp.v6, icmp.kind, icmp.code),
        (false, 3, 0 | 1) | (true, 1, 0 | 3)
    )
}

/// What somebody said of another port of the address: that there is no way, and the system keeps to itself who. He may say
/// it of this one as well, not as often as he is asked: then silence has no place.
pub(super) fn told_now_and_then(facts: &Facts, address: IpAddr) -> Option<Condition> {
    let mut checks = facts.checks.iter();
    checks.find_map(|check| {
        let failure = check.failure.as_ref()?;
        let is_told = check.address == Some(address)
            && failure.class == Class::Unreachable
            && is_elsewhere(failure);
        condition(failure).filter(|_| is_told)
    })
}

/// Whether a connect failed because this machine has no way, by its own word.
pub(super) fn is_without_route(facts: &Facts, check: &Check, failure: &Failure) -> bool {
    let no_way = matches!(
        condition(failure),
        Some(
            Condition::NetworkUnreachable
                | Condition::HostUnreachable
                | Condition::NetworkDown
                | Condition::NoNetwork
        )
    );
    match check.route {
        Some(Route::None) => no_way,
        Some(Route::Via { .. }) => false,
        // Not asked: this machine's own word is what can be no router's.
        None => match condition(failure) {
            Some(Condition::NetworkDown | Condition::NoNetwork) => true,
            Some(Condition::NetworkUnreachable) => !has_family(facts, check),
            _ => false,
        },
    }
}

/// Whether this machine has a way to the internet of the address's family.
fn has_family(facts: &Facts, check: &Check) -> bool {
    check.address.is_none_or(|address| match address {
        IpAddr::V4(_) => facts.vantage.ipv4,
        IpAddr::V6(_) => facts.vantage.ipv6,
    })
}

/// Whether a failure's error is that of a system which keeps ICMP messages to itself.
pub(super) fn is_elsewhere(failure: &Failure) -> bool {
    os_of(failure).is_some_and(|os| os != Os::Linux)
}

fn os_of(failure: &Failure) -> Option<Os> {
    match &failure.trouble {
        Trouble::Os(error) => Some(error.os),
        _ => None,
    }
}

/// What the system reported, without an ICMP message that caused it.
fn condition(failure: &Failure) -> Option<Condition> {
    match &failure.trouble {
        Trouble::Os(error) if error.icmp.is_none() => error.condition(),
        _ => None,
    }
}
