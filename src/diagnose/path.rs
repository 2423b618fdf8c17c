//! Where on the path something is, for a finding.

use std::net::IpAddr;

use crate::args;
use crate::facts::path::SweepEnd;
use crate::facts::{Facts, Hop, Sweep};
use crate::failure::Icmp;
use crate::finding::{Certainty, Location, Sentence};

use super::draft::sentence;

/// Routers of a path that a sentence names, the farthest.
const NAMED: usize = 4;

/// A place at a hop, with the address of the router there where it is known.
pub(super) fn at_hop(
    facts: &Facts,
    destination: IpAddr,
    hop: u8,
    certainty: Certainty,
) -> Location {
    Location {
        hop: Some(hop),
        address: facts.router_at(destination, hop),
        certainty,
    }
}

/// The place of whoever sent an ICMP error for a packet to `destination`.
pub(super) fn sender(facts: &Facts, destination: IpAddr, icmp: Icmp) -> Option<Location> {
    let from = icmp.from?;
    let sweeps = || facts.sweeps_to(destination);
    let seen = sweeps()
        .flat_map(Sweep::routers)
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
    let SweepEnd::Error(ttl, icmp) = sweep.end() else {
        return None;
    };
    let before = sweep.hops.iter().rev().nth(1);
    let told = before.is_none_or(|hop| hop.from.is_some());
    let is_destination = from == sweep.destination.ip();
    (icmp.from == Some(from) && (told || is_destination)).then_some(ttl)
}

/// What a sweep saw, as evidence: the routers and the end.
pub(super) fn told(sweep: &Sweep) -> Sentence {
    let routers: Vec<Hop> = sweep.routers().collect();
    let skipped = routers.len().saturating_sub(NAMED);
    let named = routers.iter().skip(skipped).map(|hop| {
        let from = hop
            .from
            .map_or_else(|| "?".to_owned(), |from| from.to_string());
        format!("{} {from}", hop.ttl)
    });
    let more = (skipped > 0).then(|| "…".to_owned());
    let trail: Vec<String> = more.into_iter().chain(named).collect();
    let (how, ttl) = match sweep.end() {
        SweepEnd::Open(ttl) => ("open", ttl),
        SweepEnd::Refused(ttl) => ("refused", ttl),
        SweepEnd::Error(ttl, _) => ("error", ttl),
        SweepEnd::Silence | SweepEnd::Cut => ("silence", 0),
    };
    sentence(
        "evidence-path",
        args! {
            "any" => if trail.is_empty() { "no" } else { "yes" },
            "trail" => trail,
            "end" => how,
            "hop" => ttl,
        },
    )
}
