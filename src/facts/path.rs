//! Reads sweeps: how far packets to a port come, and how far those to other ports of the same address.
//!
//! A router decides about the TTL before it asks its filter. So silence behind the last answer, at hop n, means that
//! hop n or what follows drops; a reset that comes at TTL n + 1 already was made by hop n, or behind it before the next
//! router; a port that opens at TTL n is served by hop n.

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::{Check, EchoPath, Facts, Hop, HopAnswer, Sweep};
use crate::failure::Icmp;

/// The longest circle of routers that is looked for.
const LONGEST_LOOP: usize = 8;
/// Hops by which the destination's answer may seem farther than it is: where a packet with the right TTL was lost, the
/// next higher one came through.
const LOST_BY_CHANCE: u8 = 2;

/// How a sweep ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SweepEnd {
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

impl Facts {
    /// The sweep to the port of a check. One that sent nothing says nothing.
    pub(crate) fn sweep_of(&self, check: &Check) -> Option<&Sweep> {
        let mut sweeps = self.sweeps_to(check.address?);
        sweeps.find(|sweep| sweep.destination.port() == check.endpoint.port)
    }

    /// The sweeps to other ports of the address.
    pub(crate) fn sweeps_beside<'a>(
        &'a self,
        sweep: &Sweep,
    ) -> impl Iterator<Item = &'a Sweep> + use<'a> {
        let port = sweep.destination.port();
        let sweeps = self.sweeps_to(sweep.destination.ip());
        sweeps.filter(move |other| other.destination.port() != port)
    }

    /// The sweeps to an address.
    pub(crate) fn sweeps_to(&self, address: IpAddr) -> impl Iterator<Item = &Sweep> + use<'_> {
        let to = move |sweep: &&Sweep| sweep.destination.ip() == address && !sweep.hops.is_empty();
        self.sweeps.iter().filter(to)
    }

    /// The hop at which an address answers, by the farthest of its ports.
    pub(crate) fn distance(&self, address: IpAddr) -> Option<u8> {
        self.sweeps_to(address).filter_map(Sweep::distance).max()
    }

    /// Whether a connection to an address came about.
    pub(crate) fn is_reached(&self, address: IpAddr) -> bool {
        let mut own = self.checks.iter();
        own.any(|check| check.address == Some(address) && check.connected())
    }

    /// The path of an echo to an address. One that sent nothing says nothing.
    pub(crate) fn echo_to(&self, address: IpAddr) -> Option<&EchoPath> {
        let to = |echo: &&EchoPath| echo.destination == address && !echo.hops.is_empty();
        self.echoes.iter().find(to)
    }

    /// Whether packets to other ports of the address of `sweep` go on beyond a TTL, or an echo does.
    pub(crate) fn others_go_beyond(&self, sweep: &Sweep, ttl: u8) -> bool {
        let farther = |other: &Sweep| other.distance().is_some_and(|far| far > ttl);
        let echo = self.echo_to(sweep.destination.ip());
        self.sweeps_beside(sweep).any(|other| {
            other.goes_beyond(ttl) || farther(other) && echo.is_some_and(|echo| echo.comes_to(ttl))
        }) || echo.is_some_and(|echo| echo.goes_beyond(ttl))
    }

    /// Whether the path to an address goes on beyond a TTL, by any of its ports.
    pub(crate) fn goes_beyond(&self, address: IpAddr, ttl: u8) -> bool {
        self.sweeps_to(address).any(|sweep| sweep.goes_beyond(ttl))
    }

    /// The router at a hop on the way to an address, by any of the sweeps, or by the echo.
    pub(crate) fn router_at(&self, address: IpAddr, ttl: u8) -> Option<IpAddr> {
        let of_sweeps = self.sweeps_to(address).flat_map(Sweep::routers);
        let of_echo = self
            .echo_to(address)
            .into_iter()
            .flat_map(EchoPath::routers);
        let mut routers = of_sweeps.chain(of_echo);
        routers.find_map(|hop| hop.from.filter(|_| hop.ttl == ttl))
    }

    /// The router at a hop of a sweep: as the sweep names it, or another path to the address.
    pub(crate) fn name_of(&self, sweep: &Sweep, hop: Hop) -> Option<IpAddr> {
        let elsewhere = || self.router_at(sweep.destination.ip(), hop.ttl);
        hop.from.or_else(elsewhere)
    }
}

impl EchoPath {
    /// The TTL at which the destination answered.
    pub fn distance(&self) -> Option<u8> {
        let last = self.hops.last()?;
        (last.answer == HopAnswer::Replied).then_some(last.ttl)
    }

    /// The routers that let the echo pass.
    pub fn routers(&self) -> impl Iterator<Item = Hop> {
        let passed = |hop: &&Hop| hop.answer == HopAnswer::TimeExceeded;
        self.hops.iter().filter(passed).copied()
    }

    /// The ICMP error at which the echo ended, and at which TTL.
    pub fn error(&self) -> Option<(u8, Icmp)> {
        let last = self.hops.last()?;
        match last.answer {
            HopAnswer::Unreachable(icmp) => Some((last.ttl, icmp)),
            HopAnswer::Stopped
            | HopAnswer::TimeExceeded
            | HopAnswer::Open
            | HopAnswer::Refused
            | HopAnswer::Replied
            | HopAnswer::Silent => None,
        }
    }

    /// Who said that the echo goes no farther, where the system does not tell why.
    pub fn stopped(&self) -> Option<Hop> {
        let last = self.hops.last()?;
        (last.answer == HopAnswer::Stopped).then_some(*last)
    }

    /// The first router of a circle.
    pub fn circle(&self) -> Option<Hop> {
        circle_of(&self.hops)
    }

    /// Whether a router answers at a TTL or behind it, or the destination behind it: what answers at that very TTL is the end.
    fn comes_to(&self, ttl: u8) -> bool {
        self.hops.iter().any(|hop| match hop.answer {
            HopAnswer::Silent => false,
            HopAnswer::Replied => hop.ttl > ttl,
            HopAnswer::TimeExceeded
            | HopAnswer::Unreachable(_)
            | HopAnswer::Stopped
            | HopAnswer::Open
            | HopAnswer::Refused => hop.ttl >= ttl,
        })
    }

    /// Whether the path of the echo alone shows that there is more behind a TTL. It may be longer or shorter than that of a
    /// connection by a hop or two where it is balanced over several links.
    fn goes_beyond(&self, ttl: u8) -> bool {
        let beyond = ttl.saturating_add(LOST_BY_CHANCE);
        self.hops
            .iter()
            .any(|hop| hop.ttl > beyond && hop.answer != HopAnswer::Silent)
    }
}

impl Sweep {
    /// How the sweep ended.
    pub fn end(&self) -> SweepEnd {
        let Some(last) = self.hops.last() else {
            return SweepEnd::Cut;
        };
        match last.answer {
            HopAnswer::Open => SweepEnd::Open(last.ttl),
            HopAnswer::Refused => SweepEnd::Refused(last.ttl),
            HopAnswer::Unreachable(icmp) => SweepEnd::Error(last.ttl, icmp),
            HopAnswer::Silent => SweepEnd::Silence,
            // No connect is answered as an echo is.
            HopAnswer::TimeExceeded | HopAnswer::Stopped | HopAnswer::Replied => SweepEnd::Cut,
        }
    }

    /// The TTL at which the destination answered, or somebody in its name.
    pub fn distance(&self) -> Option<u8> {
        match self.end() {
            SweepEnd::Open(ttl) | SweepEnd::Refused(ttl) => Some(ttl),
            SweepEnd::Error(ttl, icmp) => (icmp.from == Some(self.destination.ip())).then_some(ttl),
            SweepEnd::Silence | SweepEnd::Cut => None,
        }
    }

    /// The routers that let packets pass.
    pub fn routers(&self) -> impl Iterator<Item = Hop> {
        let passed = |hop: &&Hop| hop.answer == HopAnswer::TimeExceeded;
        self.hops.iter().filter(passed).copied()
    }

    /// The farthest router that let packets pass.
    pub fn last_router(&self) -> Option<Hop> {
        self.routers().last()
    }

    /// Whether the path goes on beyond a TTL: a router answers at it or behind it. The destination alone proves less; it
    /// counts where more packets than are lost by chance were in vain.
    pub fn goes_beyond(&self, ttl: u8) -> bool {
        self.routers().any(|hop| hop.ttl >= ttl)
            || self
                .distance()
                .is_some_and(|far| far > ttl.saturating_add(LOST_BY_CHANCE))
    }

    /// The first router of a circle: the end of the sweep comes by the same routers again and again.
    pub fn circle(&self) -> Option<Hop> {
        circle_of(&self.hops)
    }
}

fn circle_of(hops: &[Hop]) -> Option<Hop> {
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
            deaf: false,
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
            let found = sweep(text).circle().map(|hop| hop.ttl);
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
            assert_eq!(sweep(text).goes_beyond(ttl), expected, "{text} {ttl}");
        }
    }
}
