//! How far packets come: one question for each TTL. What that says is read in [`super::path`].

use std::net::{IpAddr, SocketAddr};

use crate::failure::Icmp;

/// An unprivileged traceroute over TCP: one connect for each TTL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sweep {
    /// Where to.
    pub destination: SocketAddr,
    /// By rising TTL, from 1 without a gap. Empty where this machine sent nothing: it has no route, or no socket.
    ///
    /// It ends where something other than a passed router answered; after several silent hops in a row, which says that
    /// nothing beyond the last answer was heard; or with a passed router, which says that the time was up or the limit
    /// of hops reached, and nothing about what lies behind.
    pub hops: Vec<Hop>,
    /// Whether what routers say of connects does not come to this program, so that a silent hop says nothing: only a
    /// connection or a reset is heard, and the TTL at which it comes first. macOS, and Windows before version 2004.
    pub deaf: bool,
}

/// How far an echo request (ping) comes that may pass so many routers. Asked where the system does not hand out the ICMP
/// errors of a connect with their sender.
///
/// It is the path of an echo and not that of a connection: filters treat the two differently, and where a path is balanced
/// over several links they may go by different ones. It names routers; what becomes of a port it does not know.
#[derive(Clone, Debug, PartialEq)]
pub struct EchoPath {
    /// Where to.
    pub destination: IpAddr,
    /// By rising TTL, from 1 without a gap, as those of a [`Sweep`].
    pub hops: Vec<Hop>,
}

/// The first step of the way to an address, as this system tells it after a connect that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The system has no route there.
    None,
    /// It has one.
    Via {
        /// The router that packets go to first, or the address itself where no router is needed.
        next: IpAddr,
        /// Whether that neighbour has answered on the own network (ARP, neighbour discovery). `None` = not known.
        answers: Option<bool>,
    },
}

/// What a connect with one TTL met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Routers that the packet may pass, plus one.
    pub ttl: u8,
    /// Who answered. For a connection and a reset this is the destination, in whose name they come; whoever made them.
    pub from: Option<IpAddr>,
    /// What the answer was.
    pub answer: HopAnswer,
}

/// What came back from a connect, or from data, with a low TTL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HopAnswer {
    /// A router says that the TTL ran out there: it is on the path, and lets packets as far as itself.
    TimeExceeded,
    /// An ICMP error of another kind.
    Unreachable(Icmp),
    /// Somebody says that it goes no farther, and the system keeps to itself whether there is no way or it is forbidden: only
    /// in an [`EchoPath`].
    Stopped,
    /// The connection came about. For data: it was acknowledged or answered.
    Open,
    /// A reset.
    Refused,
    /// The answer to an echo request: only in an [`EchoPath`].
    Replied,
    /// Nothing. A connect was sent twice.
    Silent,
}
