//! What can be learnt of a path while a connect to its end is still waited for.
//!
//! The connect may yet be answered, and then the server must have seen nobody else. So nothing of this arrives as a
//! connection: datagrams to ports where nobody listens, as `traceroute` sends them, tell which routers there are, and
//! connects go only so far as a router has answered. What lies behind is asked when the connect has been in vain, which
//! counts as a question to all of it.

#![expect(
    clippy::disallowed_methods,
    reason = "a sweep is where the network is asked how far it goes"
)]

use std::io;
use std::net::{IpAddr, SocketAddr};

use socket2::{Domain, Protocol, Socket, Type};
use tokio::io::Interest;
use tokio::net::UdpSocket;

use super::{Met, Progress, follow, is_time_exceeded, met};
use crate::facts::HopAnswer;
use crate::failure::Icmp;
use crate::net::{Expired, Wait, dial, system, within};

/// Below the ports of `traceroute`, by the TTL.
const BEFORE_FIRST_PORT: u16 = 33433;

/// Which routers there are on the way to an address.
#[derive(Clone, Debug)]
pub struct Routers(Progress);

/// The part of a sweep that was asked ahead.
#[derive(Clone, Debug)]
pub struct Ahead(Progress);

/// Asks for the routers on the way to an address. `None` on systems that keep to themselves which one answers a datagram
/// (all but Linux).
pub(in crate::net) async fn routers(destination: IpAddr, wait: Wait) -> Option<Routers> {
    if !system::IS_LINUX {
        return None;
    }
    let mut progress = Progress::default();
    let probe = async |ttl, wait| told(destination, ttl, wait).await;
    follow(&mut progress, probe, wait).await;
    Some(Routers(progress))
}

/// What a datagram to an address meets that may pass no router. `None` where the system cannot tell (all but Linux), and
/// where nobody says anything.
pub(in crate::net) async fn at_first_router(destination: IpAddr, wait: Wait) -> Option<HopAnswer> {
    if !system::IS_LINUX {
        return None;
    }
    let mut progress = Progress {
        no_farther: Some(1),
        ..Progress::default()
    };
    let probe = async |ttl, wait| told(destination, ttl, wait).await;
    follow(&mut progress, probe, wait).await;
    let first = progress.hops().first()?.answer;
    Some(first).filter(|answer| *answer != HopAnswer::Silent)
}

/// Asks what can be asked of the path to `destination` without arriving there. `None` where no router answered.
pub(in crate::net) async fn ahead(
    destination: SocketAddr,
    routers: &Routers,
    wait: Wait,
) -> Option<Ahead> {
    let mut progress = Progress::as_far_as_routers(&routers.0)?;
    let probe = async |ttl, wait| met(destination, dial::probe(destination, ttl, wait).await);
    follow(&mut progress, probe, wait).await;
    Some(Ahead(progress))
}

impl Ahead {
    /// The rest of the sweep, after the connect was in vain.
    pub(super) fn after_all(self) -> Progress {
        self.0.after_a_vain_connect()
    }
}

/// What comes back from one datagram.
async fn told(destination: IpAddr, ttl: u8, wait: Wait) -> Met {
    match within(wait, answer(destination, ttl)).await {
        Ok(Ok(icmp)) if is_time_exceeded(icmp) => Met::Answer(icmp.from, HopAnswer::TimeExceeded),
        Ok(Ok(icmp)) if is_nobody_listening(icmp) && icmp.from == Some(destination) => {
            Met::Answer(icmp.from, HopAnswer::Replied)
        }
        Ok(Ok(icmp)) => Met::Answer(icmp.from, HopAnswer::Unreachable(icmp)),
        Err(Expired::Limit(_)) => Met::Silence,
        Ok(Err(_)) | Err(Expired::Deadline) => Met::End,
    }
}

/// Port unreachable: code 3 of type 3 in RFC 792, code 4 of type 1 in RFC 4443.
fn is_nobody_listening(icmp: Icmp) -> bool {
    (icmp.kind, icmp.code) == if icmp.v6 { (1, 4) } else { (3, 3) }
}

async fn answer(destination: IpAddr, ttl: u8) -> io::Result<Icmp> {
    let remote = SocketAddr::new(destination, BEFORE_FIRST_PORT + u16::from(ttl));
    let socket = Socket::new(
        Domain::for_address(remote),
        Type::DGRAM,
        Some(Protocol::UDP),
    )?;
    socket.set_nonblocking(true)?;
    system::keep_icmp_errors(&socket, remote, true)?;
    dial::set_ttl(&socket, remote, ttl.into())?;
    socket.connect(&remote.into())?;
    socket.send(&[0])?;
    let socket = UdpSocket::from_std(socket.into())?;
    let listen = || {
        let queued = system::queued_error(&socket, None).and_then(|queued| queued.icmp);
        queued.ok_or_else(|| io::ErrorKind::WouldBlock.into())
    };
    // An error alone would not wake a read.
    socket.async_io(Interest::ERROR, listen).await
}
