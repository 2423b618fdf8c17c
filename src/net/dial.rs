//! TCP connections.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where TCP connections are opened"
)]

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use socket2::{Domain, Protocol, SockRef, Socket, Type};
use tokio::net::TcpStream;

use super::{Expired, Wait, os_error, system, within};
use crate::failure::{Icmp, OsError, Trouble};
use crate::wire::Text;

/// A connection.
#[derive(Debug)]
pub struct Dialed {
    /// The stream.
    pub stream: TcpStream,
    /// Our end of it.
    pub local: Option<SocketAddr>,
    /// From our SYN to the answer, as the kernel measured it. `None` where the kernel does not tell (other systems), or
    /// could not say which of several SYNs was answered.
    pub rtt: Option<Duration>,
}

/// An attempt to connect: what came of it, and how often the kernel had to ask.
#[derive(Debug)]
pub struct Attempt {
    /// The connection, or what stood in the way.
    pub result: Result<Dialed, Trouble>,
    /// The SYNs sent again. `None` where the kernel does not tell, or nothing was sent.
    pub syn: Option<Syn>,
}

/// How often the first packet was sent again (`TCP_INFO` on Linux).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Syn {
    /// How often the kernel's clock ran out while no answer had come.
    pub timeouts: u8,
    /// How often it then sent. Fewer than `timeouts` means that the packets did not leave this machine: the neighbour's
    /// hardware address was never found, or a filter of our own took them.
    pub retransmissions: u32,
}

/// Connects to `address`, without Nagle's delay.
///
/// - Our own clock is [`Trouble::Clock`] or [`Trouble::Deadline`]; `ETIMEDOUT` means that the kernel gave up.
/// - An ICMP error that ended the connect is in [`OsError::icmp`] (Linux). Its sender may be this machine itself: then a
///   filter of our own said no, or no neighbour answered to ARP or neighbour discovery.
/// - An error without ICMP at once is the system's own decision: no route, no free port, no descriptor.
/// - `ECONNRESET` means that the connection stood and was cut off before we looked.
///
/// Dropping the future closes the socket.
pub async fn connect(address: SocketAddr, wait: Wait) -> Result<Dialed, Trouble> {
    attempt(address, wait).await.result
}

/// [`connect`], with what the kernel says about the packets it sent.
pub async fn attempt(address: SocketAddr, wait: Wait) -> Attempt {
    let mut stream = match begin(address) {
        Ok(stream) => stream,
        Err(error) => {
            return Attempt {
                result: Err(Trouble::Os(os_error(&error))),
                syn: None,
            };
        }
    };
    let mut hint = None;
    let settled = within(wait, settle(&mut stream, &mut hint)).await;
    let state = system::tcp_state(&stream);
    Attempt {
        result: match settled {
            Ok(Ok(())) => dialed(stream, address, state),
            Ok(Err(error)) => Err(Trouble::Os(error)),
            Err(expired) => Err(unanswered(expired, hint)),
        },
        syn: state.map(|state| Syn {
            timeouts: state.timeouts,
            retransmissions: state.retransmissions,
        }),
    }
}

/// What the error queue of a socket held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Queued {
    /// The error as the kernel names it; 0 where it could not be read.
    pub(super) errno: i32,
    /// The ICMP message behind it. `None` for errors of this machine.
    pub(super) icmp: Option<Icmp>,
}

/// What the kernel says about a TCP socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TcpState {
    /// How far the connection is.
    pub(super) link: Link,
    /// `tcpi_retransmits`.
    pub(super) timeouts: u8,
    /// `tcpi_total_retrans`.
    pub(super) retransmissions: u32,
    /// `tcpi_rtt`, where there is a sample.
    pub(super) rtt: Option<Duration>,
}

/// How far a connection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Link {
    /// The SYN is out, and nothing is decided.
    Connecting,
    /// The handshake is done.
    Connected,
    /// The kernel has given the connection up.
    Closed,
}

fn begin(address: SocketAddr) -> io::Result<TcpStream> {
    let socket = Socket::new(
        Domain::for_address(address),
        Type::STREAM,
        Some(Protocol::TCP),
    )?;
    socket.set_nonblocking(true)?;
    socket.set_tcp_nodelay(true)?;
    // Before connecting: on a path without delay the answer is there when connect() returns.
    system::keep_icmp_errors(&socket, address, true)?;
    match socket.connect(&address.into()) {
        Err(error) if !system::in_progress(&error) => Err(error),
        Ok(()) | Err(_) => TcpStream::from_std(socket.into()),
    }
}

/// Waits until the kernel has decided. `hint` keeps an error that it did not take for a decision.
async fn settle(stream: &mut TcpStream, hint: &mut Option<OsError>) -> Result<(), OsError> {
    loop {
        stream.writable().await.map_err(|error| os_error(&error))?;
        // This order: emptying the queue clears SO_ERROR, and only the state tells a decision from a hint.
        let error = stream.take_error().map_err(|error| os_error(&error))?;
        let queued = system::queued_error(stream);
        let seen = error_seen(error, queued);
        match link(stream, seen.is_some()) {
            Link::Connected => return Ok(()),
            Link::Closed => return Err(seen.or_else(|| hint.take()).unwrap_or_else(given_up)),
            Link::Connecting => *hint = seen.or_else(|| hint.take()),
        }
        *stream = registered_anew(stream).map_err(|error| os_error(&error))?;
    }
}

fn error_seen(error: Option<io::Error>, queued: Option<Queued>) -> Option<OsError> {
    let queued = queued.filter(|queued| queued.errno != 0);
    let error = error.or_else(|| Some(system::error(queued?.errno)))?;
    let same = |queued: &Queued| error.raw_os_error() == Some(queued.errno);
    Some(OsError {
        icmp: queued.filter(same).and_then(|queued| queued.icmp),
        ..os_error(&error)
    })
}

/// How far the connection is: by the kernel's word, and by the peer's address where it does not give its word.
fn link(stream: &TcpStream, failed: bool) -> Link {
    match system::tcp_state(stream) {
        Some(state) => state.link,
        None if failed => Link::Closed,
        None if stream.peer_addr().is_ok() => Link::Connected,
        None => Link::Connecting,
    }
}

/// The runtime takes an error event for the end of the stream and would report it for ever, so a connect that goes on
/// after one needs a new registration. The socket stays the same.
fn registered_anew(stream: &TcpStream) -> io::Result<TcpStream> {
    TcpStream::from_std(SockRef::from(stream).try_clone()?.into())
}

fn dialed(
    stream: TcpStream,
    address: SocketAddr,
    state: Option<TcpState>,
) -> Result<Dialed, Trouble> {
    system::keep_icmp_errors(&stream, address, false)
        .map_err(|error| Trouble::Os(os_error(&error)))?;
    Ok(Dialed {
        local: stream.local_addr().ok(),
        rtt: state.and_then(|state| state.rtt),
        stream,
    })
}

/// Nothing was decided in time. An ICMP error that the kernel took for a hint only is still the better answer: somebody
/// said no, and nobody said anything else.
fn unanswered(expired: Expired, hint: Option<OsError>) -> Trouble {
    match hint {
        Some(error) => Trouble::Os(error),
        None => expired.trouble(Text::default()),
    }
}

fn given_up() -> OsError {
    os_error(&io::Error::from(io::ErrorKind::NotConnected))
}

#[cfg(test)]
mod tests;
