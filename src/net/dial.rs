//! TCP connections.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where TCP connections are opened"
)]

use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use socket2::{Domain, Protocol, SockRef, Socket, Type};
use tokio::net::TcpStream;

use super::stream::Shared;
use super::{Expired, Stream, Wait, os_error, system, within};
use crate::facts::{Route, TcpState};
use crate::failure::{Icmp, OsError, Trouble};
use crate::wire::Text;

/// How long before the end of a wait the peer's kernel is asked for life: a few questions, a second apart.
const LIFE_SIGNS: Duration = Duration::from_secs(3);
/// Most answers are here sooner.
const SLOW: Duration = Duration::from_secs(1);

/// A connection.
#[derive(Debug)]
pub struct Dialed {
    /// The stream.
    pub stream: Stream,
    /// Our end of it.
    pub local: Option<SocketAddr>,
    /// From our SYN to the answer, as the kernel measured it. `None` where the kernel does not tell (other systems), or
    /// could not say which of several SYNs was answered.
    pub rtt: Option<Duration>,
    /// The shortest round trip that the kernel has seen on it, where it tells.
    pub min_rtt: Option<Duration>,
}

/// An attempt to connect: what came of it, and how often the kernel had to ask.
#[derive(Debug)]
pub struct Attempt {
    /// The connection, or what stood in the way.
    pub result: Result<Dialed, Trouble>,
    /// What the kernel knew at the end. `None` where it does not tell (other systems), or nothing was sent.
    pub tcp: Option<TcpState>,
    /// After a failure: the first step of the way. `None` where it is not asked (Linux).
    pub route: Option<Route>,
}

/// An eye on a connection, whoever has the stream.
///
/// It holds the socket: the connection ends when stream and watch are both gone.
#[derive(Debug)]
pub struct Watch {
    socket: Shared,
    /// After how many milliseconds of silence the peer's kernel is asked for life; 0 where it is not.
    asks_after: AtomicU64,
}

/// A connection stands sooner than this where its other end is on this machine.
const QUICK: Duration = Duration::from_micros(500);

impl Dialed {
    /// Whether its other end is on this machine, whatever address it leads to: a program here has taken it. Nobody is
    /// asked where it took as long as a way through the network.
    pub fn ends_here(&self) -> bool {
        let quick = self.rtt.is_some_and(|rtt| rtt < QUICK);
        quick && self.local.is_some_and(system::ends_here)
    }
}

impl Watch {
    /// Looks at `stream` from now on. `None` for a connection that goes to a proxy: what the kernel knows of it says
    /// nothing of the server.
    pub fn new(stream: &Stream) -> Option<Self> {
        Some(Self {
            socket: stream.straight()?.clone(),
            asks_after: AtomicU64::new(0),
        })
    }

    /// Has the kernel ask the peer's kernel for life when a wait of so long is nearly over: often enough to tell a dead
    /// path from a silent server, and not before. A router that forgets an idle connection (NAT) shall forget this one as
    /// it would a mail program's, which asks nothing.
    fn ask_near_the_end_of(&self, limit: Duration) {
        let idle = idle_before_asking(limit);
        let millis = u64::try_from(idle.as_millis()).unwrap_or(u64::MAX);
        // Most waits of a check are as long as the one before.
        if self.asks_after.swap(millis, Ordering::Relaxed) != millis {
            // Where it cannot be set nothing is asked, and a silence tells less.
            let _ = self.socket.with(|socket| system::keep_alive(socket, idle));
        }
    }

    /// The kernel forgets it after a while, and it is said again (tcp(7), `TCP_QUICKACK`).
    fn acknowledge_at_once(&self) {
        // Where it cannot be set, acknowledgements come as they always do.
        let _ = self.socket.with(|socket| system::acknowledge_now(socket));
    }

    /// What the kernel knows now. `None` where it does not tell (other systems).
    pub fn state(&self) -> Option<TcpState> {
        self.socket.with(|socket| state_of(socket))
    }
}

/// After how much silence in a wait of so long the peer's kernel is asked for life.
fn idle_before_asking(limit: Duration) -> Duration {
    limit.saturating_sub(LIFE_SIGNS).max(limit / 2)
}

/// Does `work`, which waits for an answer no longer than `limit`, and minds the connection meanwhile.
///
/// What comes of an answer before the rest of it is acknowledged at once: a server may hold the rest back until we have
/// acknowledged the session tickets, or the lines, that it sent before (RFC 896), and the kernel takes its time with that. An
/// answer that comes whole is acknowledged with what is said next. And where no answer comes, the peer's kernel is asked for
/// life near the end. It is told to early enough, but not before most answers are here.
pub async fn minding<F: Future>(
    watch: Option<&Watch>,
    limit: Duration,
    mut work: Pin<&mut F>,
) -> F::Output {
    let Some(watch) = watch else {
        return work.await;
    };
    let (mut waits, mut asks) = (false, false);
    let mut slow = pin!(tokio::time::sleep(SLOW.min(idle_before_asking(limit) / 2)));
    std::future::poll_fn(|cx| {
        let polled = work.as_mut().poll(cx);
        if polled.is_pending() {
            if waits {
                watch.acknowledge_at_once();
            }
            if !asks && slow.as_mut().poll(cx).is_ready() {
                asks = true;
                watch.ask_near_the_end_of(limit);
            }
        }
        waits = true;
        polled
    })
    .await
}

/// What the kernel knows of a connection now. `None` where it does not tell (other systems).
pub fn tcp_state(stream: &Stream) -> Option<TcpState> {
    stream.straight()?.with(|socket| state_of(socket))
}

pub(super) fn state_of(stream: &TcpStream) -> Option<TcpState> {
    system::tcp_info(stream)
}

/// Connects to `address`, without Nagle's delay.
///
/// - Our own clock is [`Trouble::Clock`] or [`Trouble::Deadline`]; `ETIMEDOUT` means that the kernel gave up.
/// - An ICMP error that ended the connect is in [`OsError::icmp`] (Linux, and Windows since version 2004). Its sender may
///   be this machine itself: then a filter of our own said no, or no neighbour answered to ARP or neighbour discovery.
/// - On Linux an error without ICMP at once is the system's own decision: no route, no free port, no descriptor. Elsewhere
///   [`Attempt::route`] tells one from the other.
/// - `ECONNRESET` means that the connection stood and was cut off before we looked.
///
/// Dropping the future closes the socket.
pub(super) async fn connect(address: SocketAddr, wait: Wait) -> Result<Dialed, Trouble> {
    attempt(address, wait).await.result
}

/// [`connect`], with what the kernel says about the packets it sent.
pub(super) async fn attempt(address: SocketAddr, wait: Wait) -> Attempt {
    attempt_as(Manner::default(), address, wait).await
}

/// [`connect`] for small segments, of at most 536 bytes each way on Linux, of about 1000 from the peer on Windows: a path that
/// loses large packets without a word (RFC 2923 section 2.1) carries these. `None` where this system cannot.
pub(super) async fn connect_small(
    address: SocketAddr,
    wait: Wait,
) -> Option<Result<Dialed, Trouble>> {
    if !system::LIMITS_SEGMENTS {
        return None;
    }
    let manner = Manner {
        small_segments: true,
        ttl: None,
    };
    Some(attempt_as(manner, address, wait).await.result)
}

/// Connects with a low TTL, to hear who answers. The first ICMP error is the answer, also where the kernel takes it for
/// a hint; and a connection that comes about ends with a reset, so that the server is not left with half a dialogue.
pub(super) async fn probe(address: SocketAddr, ttl: u8, wait: Wait) -> Result<Dialed, Trouble> {
    let manner = Manner {
        small_segments: false,
        ttl: Some(ttl),
    };
    attempt_as(manner, address, wait).await.result
}

/// How a connection is begun.
#[derive(Clone, Copy, Debug, Default)]
struct Manner {
    small_segments: bool,
    ttl: Option<u8>,
}

async fn attempt_as(manner: Manner, address: SocketAddr, wait: Wait) -> Attempt {
    // Once the time is up nothing more goes out.
    if let Some(expired) = wait.is_over() {
        return Attempt {
            result: Err(unanswered(expired, None)),
            tcp: None,
            route: None,
        };
    }
    let (result, tcp) = match begin(manner, address) {
        Ok(stream) => follow(manner, stream, address, wait).await,
        Err(error) => (Err(Trouble::Os(os_error(&error))), None),
    };
    let route = match &result {
        Err(Trouble::Os(_) | Trouble::Clock { .. }) if manner.ttl.is_none() => {
            system::route(address.ip())
        }
        Ok(_) | Err(_) => None,
    };
    Attempt { result, tcp, route }
}

async fn follow(
    manner: Manner,
    mut stream: TcpStream,
    address: SocketAddr,
    wait: Wait,
) -> (Result<Dialed, Trouble>, Option<TcpState>) {
    let mut seen = Seen::default();
    let settled = within(wait, settle(&mut stream, &mut seen, manner.ttl.is_some())).await;
    let tcp = seen.tcp.or_else(|| state_of(&stream));
    let result = match settled {
        Ok(Ok(())) => dialed(stream, address, tcp),
        Ok(Err(error)) => Err(Trouble::Os(error)),
        Err(expired) => Err(unanswered(expired, seen.hint)),
    };
    (result, tcp)
}

/// What was seen of a connect while it was waited for.
#[derive(Default)]
struct Seen {
    /// An error that the kernel did not take for a decision.
    hint: Option<OsError>,
    /// What the kernel knew when it had decided.
    tcp: Option<TcpState>,
}

/// What the error queue of a socket held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Queued {
    /// The error as the kernel names it; 0 where it could not be read.
    pub(super) errno: i32,
    /// The ICMP message behind it. `None` for errors of this machine.
    pub(super) icmp: Option<Icmp>,
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

fn begin(manner: Manner, address: SocketAddr) -> io::Result<TcpStream> {
    let socket = socket_that_does_not_block(Domain::for_address(address))?;
    socket.set_tcp_nodelay(true)?;
    // Before connecting: on a path without delay the answer is there when connect() returns.
    system::keep_icmp_errors(&socket, address, true)?;
    if manner.small_segments {
        // Before connecting: the SYN tells the peer how much it may send at once.
        system::limit_segments(&socket)?;
    }
    if let Some(ttl) = manner.ttl {
        set_ttl(&socket, address, ttl.into())?;
        socket.set_linger(Some(Duration::ZERO))?;
        system::ask_once(&socket);
    }
    match socket.connect(&address.into()) {
        Err(error) if !system::in_progress(&error) => Err(error),
        Ok(()) | Err(_) => TcpStream::from_std(socket.into()),
    }
}

/// A socket whose calls do not wait. Linux makes it in one call in place of three.
fn socket_that_does_not_block(domain: Domain) -> io::Result<Socket> {
    #[cfg(target_os = "linux")]
    return Socket::new(domain, Type::STREAM.nonblocking(), Some(Protocol::TCP));
    #[cfg(not(target_os = "linux"))]
    {
        let socket = Socket::new(domain, Type::STREAM, Some(Protocol::TCP))?;
        socket.set_nonblocking(true)?;
        Ok(socket)
    }
}

/// The TTL of what is sent from now on; the hop limit in the words of IPv6.
pub(super) fn set_ttl(socket: &Socket, remote: SocketAddr, ttl: u32) -> io::Result<()> {
    match remote {
        SocketAddr::V4(_) => socket.set_ttl_v4(ttl),
        SocketAddr::V6(_) => socket.set_unicast_hops_v6(ttl),
    }
}

/// The TTL of what is sent now.
pub(super) fn ttl(socket: &Socket, remote: SocketAddr) -> io::Result<u32> {
    match remote {
        SocketAddr::V4(_) => socket.ttl_v4(),
        SocketAddr::V6(_) => socket.unicast_hops_v6(),
    }
}

/// How far a connection was when it was looked at, with what the kernel knew then, where it tells both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) link: Link,
    pub(super) tcp: Option<TcpState>,
}

/// Waits until the kernel has decided. An `eager` caller takes an ICMP error for a decision.
async fn settle(stream: &mut TcpStream, seen: &mut Seen, eager: bool) -> Result<(), OsError> {
    loop {
        stream.writable().await.map_err(|error| os_error(&error))?;
        let first = system::look(stream);
        if let Some(Look {
            link: Link::Connected,
            tcp,
        }) = first
        {
            // Nothing else is asked: whatever the queue holds is a hint, and is let go with it.
            seen.tcp = tcp;
            return Ok(());
        }
        // This order: emptying the queue clears SO_ERROR, and only the state tells a decision from a hint.
        let error = stream.take_error().map_err(|error| os_error(&error))?;
        let code = error.as_ref().and_then(io::Error::raw_os_error);
        let queued = system::queued_error(stream, code);
        let error = error_seen(error, queued);
        let look = match first {
            // What is closed stays closed.
            Some(closed) if closed.link == Link::Closed => closed,
            Some(_) | None => look(stream, error.is_some()),
        };
        match look.link {
            Link::Connected | Link::Closed => seen.tcp = look.tcp,
            Link::Connecting => {}
        }
        match look.link {
            Link::Connected => return Ok(()),
            Link::Closed => {
                return Err(error.unwrap_or_else(|| why_closed(stream, seen.hint.take())));
            }
            Link::Connecting => match error {
                Some(error) if eager && error.icmp.is_some() => return Err(error),
                Some(error) => seen.hint = Some(error),
                None => {}
            },
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
fn look(stream: &TcpStream, failed: bool) -> Look {
    let guess = || {
        if failed {
            Link::Closed
        } else if stream.peer_addr().is_ok() {
            Link::Connected
        } else {
            Link::Connecting
        }
    };
    system::look(stream).unwrap_or_else(|| Look {
        link: guess(),
        tcp: None,
    })
}

/// The runtime takes an error event for the end of the stream and would report it for ever, so a connect that goes on
/// after one needs a new registration. The socket stays the same.
fn registered_anew(stream: &TcpStream) -> io::Result<TcpStream> {
    TcpStream::from_std(SockRef::from(stream).try_clone()?.into())
}

fn dialed(
    stream: TcpStream,
    address: SocketAddr,
    tcp: Option<TcpState>,
) -> Result<Dialed, Trouble> {
    let let_go = system::keep_icmp_errors(&stream, address, false);
    let_go.map_err(|error| Trouble::Os(os_error(&error)))?;
    if let Some(error) = cut_off(&stream) {
        return Err(Trouble::Os(error));
    }
    Ok(Dialed {
        local: stream.local_addr().ok(),
        rtt: tcp.and_then(|tcp| tcp.rtt),
        min_rtt: tcp.and_then(|tcp| tcp.min_rtt),
        stream: stream.into(),
    })
}

/// How a connection that stood has ended meanwhile. A hint that is left in `SO_ERROR`, where the queue has put it, is let go:
/// the next read would give it out. Elsewhere than on Linux there is no such queue, and the next read tells the end.
fn cut_off(stream: &TcpStream) -> Option<OsError> {
    if !system::IS_LINUX {
        return None;
    }
    let error = stream.take_error().ok()??;
    let is_closed = look(stream, true).link == Link::Closed;
    is_closed.then(|| os_error(&error))
}

/// Nothing was decided in time. An ICMP error that the kernel took for a hint only is still the better answer: somebody
/// said no, and nobody said anything else.
fn unanswered(expired: Expired, hint: Option<OsError>) -> Trouble {
    match hint {
        Some(error) => Trouble::Os(error),
        None => expired.trouble(Text::default()),
    }
}

/// Why a connection is closed that had no error a moment ago: it may have stood then, and been reset before its state was
/// read.
fn why_closed(stream: &TcpStream, hint: Option<OsError>) -> OsError {
    let since = stream.take_error().ok().flatten();
    since
        .map(|error| os_error(&error))
        .or(hint)
        .unwrap_or_else(|| os_error(&io::Error::from(io::ErrorKind::NotConnected)))
}

#[cfg(test)]
mod tests;
