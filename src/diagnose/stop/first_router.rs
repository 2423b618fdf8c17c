//! Whether the first router has an address itself, by what an echo or a datagram met there that may pass no router.

use std::net::IpAddr;

use crate::facts::{Facts, HopAnswer, Route};

/// Whether the first router has the address itself, and no connection to the address came about.
pub(super) fn is_end_for(facts: &Facts, address: IpAddr) -> bool {
    let mut own = facts.checks.iter();
    let connected = own.any(|check| check.address == Some(address) && check.connected());
    !connected && has(facts, address)
}

/// Whether the first router has the address itself, by its own word. A program on this machine that takes all packets (a VPN,
/// a proxy) answers echoes in every name: an echo counts where the first step of the way is another machine, which has
/// answered on the own network.
pub(super) fn has(facts: &Facts, address: IpAddr) -> bool {
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
    let echo = || of_echo(facts, address).filter(|_| by_router);
    let first = of_datagram(facts, address).or_else(echo);
    let replied = first == Some(HopAnswer::Replied);
    is_far && replied
}

/// What came back of what may pass no router; an echo's answer before a datagram's. `None` where nothing was heard, or nothing
/// asked.
pub(super) fn answer(facts: &Facts, address: IpAddr) -> Option<HopAnswer> {
    of_echo(facts, address).or_else(|| of_datagram(facts, address))
}

/// What an echo met that may pass no router: the answer itself says that the first router has the address, and the router's
/// word that it has not. `None` where nothing was heard, or nothing asked.
fn of_echo(facts: &Facts, address: IpAddr) -> Option<HopAnswer> {
    let first = facts.echo_to(address)?.hops.first()?;
    Some(first.answer).filter(|answer| *answer != HopAnswer::Silent)
}

/// The same of a datagram, where a reset came from no farther.
fn of_datagram(facts: &Facts, address: IpAddr) -> Option<HopAnswer> {
    let mut own = facts
        .checks
        .iter()
        .filter(|check| check.address == Some(address));
    own.find_map(|check| check.follow_ups.at_first_router)
}
