//! Where on the path something is, for a finding.

use std::net::IpAddr;

use crate::facts::path::SweepEnd;
use crate::facts::{EchoPath, Facts, Sweep};
use crate::failure::Icmp;
use crate::finding::{Certainty, Location};

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
    let of_echo = facts
        .echo_to(destination)
        .into_iter()
        .flat_map(EchoPath::routers);
    let seen = sweeps()
        .flat_map(Sweep::routers)
        .chain(of_echo)
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
