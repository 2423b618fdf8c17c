//! Reads sweeps: how far packets to a port come, and how far those to other ports of the same address.
//!
//! A router decides about the TTL before it asks its filter. So silence behind the last answer, at hop n, means that
//! hop n or what follows drops; a reset that comes at TTL n + 1 already was made by hop n; a port that opens at TTL n
//! is served by hop n.

use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::args;
use crate::facts::{Check, Facts, Hop, HopAnswer, Sweep};
use crate::failure::Icmp;
use crate::finding::{Certainty, Location, Sentence};

use super::draft::sentence;

/// Routers of a path that a sentence names, the farthest.
const NAMED: usize = 4;
/// The longest circle of routers that is looked for.
const LONGEST_LOOP: usize = 8;

/// How a sweep ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// The port opened at this TTL.
    Open(u8),
    /// A reset at this TTL.
    Refused(u8),
    /// An ICMP error at this TTL that says more than that the TTL ran out.
    Error(u8, Icmp),
    /// Several hops in a row were silent.
    Silence,
    /// With a router that lets packets pass: the time was up, or the limit of hops reached.
    Cut,
}

/// The sweep to the port of a check. One that sent nothing says nothing.
pub(super) fn own<'a>(facts: &'a Facts, check: &Check) -> Option<&'a Sweep> {
    let mut sweeps = to_address(facts, check.address?);
    sweeps.find(|sweep| sweep.destination.port() == check.endpoint.port)
}

/// The sweeps to other ports of the address.
pub(super) fn others<'a>(facts: &'a Facts, sweep: &Sweep) -> impl Iterator<Item = &'a Sweep> {
    let port = sweep.destination.port();
    to_address(facts, sweep.destination.ip()).filter(move |other| other.destination.port() != port)
}

fn to_address(facts: &Facts, address: IpAddr) -> impl Iterator<Item = &Sweep> {
    let of_address =
        move |sweep: &&Sweep| sweep.destination.ip() == address && !sweep.hops.is_empty();
    facts.sweeps.iter().filter(of_address)
}

/// How the sweep ended.
pub(super) fn end(sweep: &Sweep) -> End {
    let Some(last) = sweep.hops.last() else {
        return End::Cut;
    };
    match last.answer {
        HopAnswer::Open => End::Open(last.ttl),
        HopAnswer::Refused => End::Refused(last.ttl),
        HopAnswer::Unreachable(icmp) => End::Error(last.ttl, icmp),
        HopAnswer::Silent => End::Silence,
        HopAnswer::TimeExceeded => End::Cut,
    }
}

/// The TTL at which the destination answered, or somebody in its name.
pub(super) fn distance(sweep: &Sweep) -> Option<u8> {
    match end(sweep) {
        End::Open(ttl) | End::Refused(ttl) => Some(ttl),
        End::Error(ttl, icmp) => (icmp.from == Some(sweep.destination.ip())).then_some(ttl),
        End::Silence | End::Cut => None,
    }
}

/// The farthest router that let packets pass.
pub(super) fn last_router(sweep: &Sweep) -> Option<Hop> {
    routers(sweep).last()
}

/// Whether the path goes on beyond a TTL: a router answers at it or behind it. The destination alone proves less: where a
/// packet with the right TTL was lost, the next higher one came through. It counts where several were in vain.
pub(super) fn goes_beyond(sweep: &Sweep, ttl: u8) -> bool {
    const LOST_BY_CHANCE: u8 = 2;
    routers(sweep).any(|hop| hop.ttl >= ttl)
        || distance(sweep).is_some_and(|far| far > ttl.saturating_add(LOST_BY_CHANCE))
}

/// The same by any sweep to the address.
pub(super) fn any_goes_beyond(facts: &Facts, address: IpAddr, ttl: u8) -> bool {
    to_address(facts, address).any(|sweep| goes_beyond(sweep, ttl))
}

/// The routers that let packets pass.
pub(super) fn routers(sweep: &Sweep) -> impl Iterator<Item = Hop> {
    let passed = |hop: &&Hop| hop.answer == HopAnswer::TimeExceeded;
    sweep.hops.iter().filter(passed).copied()
}

/// The router at a hop on the way to an address, by any of the sweeps.
pub(super) fn router_at(facts: &Facts, address: IpAddr, ttl: u8) -> Option<IpAddr> {
    to_address(facts, address)
        .flat_map(routers)
        .find_map(|hop| hop.from.filter(|_| hop.ttl == ttl))
}

/// A place at a hop, with the address of the router there where it is known.
pub(super) fn at_hop(
    facts: &Facts,
    destination: IpAddr,
    hop: u8,
    certainty: Certainty,
) -> Location {
    Location {
        hop: Some(hop),
        address: router_at(facts, destination, hop),
        certainty,
    }
}

/// The place of whoever sent an ICMP error for a packet to `destination`.
pub(super) fn sender(facts: &Facts, destination: IpAddr, icmp: Icmp) -> Option<Location> {
    let from = icmp.from?;
    let sweeps = || to_address(facts, destination);
    let seen = sweeps()
        .flat_map(routers)
        .find(|hop| hop.from == Some(from))
        .map(|hop| hop.ttl);
    Some(Location {
        hop: seen.or_else(|| sweeps().find_map(|sweep| first_word_of(sweep, from))),
        address: Some(from),
        certainty: Certainty::At,
    })
}

/// The hop of a router whose error is the first that was heard of it: it found no way before it looked at the TTL. Where
/// the hop before it is silent, the error may be that one's own.
fn first_word_of(sweep: &Sweep, from: IpAddr) -> Option<u8> {
    let End::Error(ttl, icmp) = end(sweep) else {
        return None;
    };
    let before = sweep.hops.iter().rev().nth(1);
    let told = before.is_none_or(|hop| hop.from.is_some());
    let is_destination = from == sweep.destination.ip();
    (icmp.from == Some(from) && (told || is_destination)).then_some(ttl)
}

/// The first router of a circle: the end of the sweep comes by the same routers again and again.
pub(super) fn circle(sweep: &Sweep) -> Option<Hop> {
    let hops = &sweep.hops;
    (0..hops.len()).find_map(|start| {
        let tail = &hops[start..];
        let circle = (2..=LONGEST_LOOP).any(|length| is_circle(tail, length));
        circle.then_some(hops[start])
    })
}

/// Whether hops repeat at this length, twice at least, with two different routers at least. A star fits everything.
fn is_circle(tail: &[Hop], length: usize) -> bool {
    let passed = |hop: &Hop| hop.answer == HopAnswer::TimeExceeded;
    let plausible = tail
        .iter()
        .all(|hop| passed(hop) || hop.answer == HopAnswer::Silent);
    let comes_again = || tail[0].from.is_some() && tail[0].from == tail[length].from;
    if tail.len() < 2 * length || !plausible || !comes_again() {
        return false;
    }
    let pairs = || tail.iter().zip(&tail[length..]);
    let mut heard = pairs().filter_map(|(one, again)| Some((one.from?, again.from?)));
    let again: BTreeSet<IpAddr> = pairs()
        .filter_map(|(one, again)| one.from.filter(|from| Some(*from) == again.from))
        .collect();
    heard.all(|(one, again)| one == again) && again.len() > 1
}

/// What a sweep saw, as evidence: the routers and the end.
pub(super) fn told(sweep: &Sweep) -> Sentence {
    let routers: Vec<Hop> = routers(sweep).collect();
    let skipped = routers.len().saturating_sub(NAMED);
    let named = routers.iter().skip(skipped).map(|hop| {
        let from = hop
            .from
            .map_or_else(|| "?".to_owned(), |from| from.to_string());
        format!("{} {from}", hop.ttl)
    });
    let more = (skipped > 0).then(|| "…".to_owned());
    let trail: Vec<String> = more.into_iter().chain(named).collect();
    let (how, ttl) = match end(sweep) {
        End::Open(ttl) => ("open", ttl),
        End::Refused(ttl) => ("refused", ttl),
        End::Error(ttl, _) => ("error", ttl),
        End::Silence | End::Cut => ("silence", 0),
    };
    sentence(
        "evidence-path",
        args! {
            "any" => if trail.is_empty() { "no" } else { "yes" },
            "trail" => trail.join(", "),
            "end" => how,
            "hop" => ttl,
        },
    )
}

/// Addresses that the internet does not route: of home and company networks, and of providers towards their customers
/// (RFC 1918, RFC 6598, RFC 4193, link-local ones).
pub(super) fn is_private(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [first, second, ..] = v4.octets();
            v4.is_private() || v4.is_link_local() || (first == 100 && second & 0xC0 == 64)
        }
        IpAddr::V6(v6) => v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

/// Addresses that are good on one link alone, so that the system wants to know which interface is meant (RFC 4007
/// section 6).
pub(super) fn needs_interface(address: IpAddr) -> bool {
    matches!(address, IpAddr::V6(v6) if v6.is_unicast_link_local())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sweep(text: &str) -> Sweep {
        let hops = text.split(", ").zip(1..).map(|(hop, ttl)| {
            let (from, answer) = match hop {
                "*" => (None, HopAnswer::Silent),
                "open" => (None, HopAnswer::Open),
                "refused" => (None, HopAnswer::Refused),
                router => (
                    Some(format!("10.0.0.{router}").parse().expect("an address")),
                    HopAnswer::TimeExceeded,
                ),
            };
            Hop { ttl, from, answer }
        });
        Sweep {
            destination: "192.0.2.1:25".parse().expect("an address"),
            hops: hops.collect(),
        }
    }

    #[test]
    fn a_circle_is_a_repetition_of_several_routers() {
        let rows = [
            ("1, 2, 3, 2, 3", Some(2)),
            ("1, 2, 3, 2, 3, 2, 3, 2", Some(2)),
            ("1, 2, *, 2, 3, 2, 3", Some(2)),
            ("1, 2, 3, 4, 2, 3, 4, 2", Some(2)),
            ("2, 3, *, *, 2, 3, *, *", Some(1)),
            ("1, 2, 3, 4, *, *, *, *, *", None),
            ("1, 2, 2, 2, 2, 2", None),
            ("1, 2, 3, 2", None),
            ("1, 2, 3, open", None),
            ("*, *, *, *, *", None),
        ];
        for (text, first) in rows {
            let found = circle(&sweep(text)).map(|hop| hop.ttl);
            assert_eq!(found, first, "{text}");
        }
    }

    #[test]
    fn a_path_goes_beyond_where_somebody_is_heard() {
        let rows = [
            ("1, 2, open", 2, true),
            ("1, 2, open", 3, false),
            ("1, 2, *, open", 3, false),
            ("1, *, *, *, refused", 2, true),
            ("1, *, *, *, refused", 3, false),
            ("1, 2, *, *, *", 2, true),
            ("1, 2, *, *, *", 3, false),
            ("*, *, *", 1, false),
        ];
        for (text, ttl, expected) in rows {
            assert_eq!(goes_beyond(&sweep(text), ttl), expected, "{text} {ttl}");
        }
    }
}
