//! What Linux tells about a TCP socket beyond errno: the error queue and `TCP_INFO`.
//!
//! All of it works for every user.

#![expect(
    unsafe_code,
    reason = "neither std nor nix reads TCP_INFO with the length that the running kernel gives back"
)]

use std::io::{self, IoSliceMut};
use std::mem::offset_of;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd};
use std::time::Duration;

use nix::libc;
use nix::sys::resource::{Resource, getrlimit, setrlimit};
use nix::sys::socket::sockopt::{Ipv4RecvErr, Ipv6RecvErr};
use nix::sys::socket::{ControlMessageOwned, MsgFlags, SockaddrStorage, recvmsg, setsockopt};

use socket2::{SockRef, Socket, TcpKeepalive};

use super::dial::{Link, Look, Queued};
use crate::facts::{Counters, HopAnswer, Route, TableRoute, TcpState};
use crate::failure::Icmp;

mod proc;

pub(super) use rustls_native_certs::load_native_certs as authorities;

pub(super) use super::interfaces::own_addresses;

/// Whether this system tells what its sisters say is not available.
pub(super) const IS_LINUX: bool = true;

/// Whether the segments of a connection can be kept small.
pub(super) const LIMITS_SEGMENTS: bool = true;

/// Whether a connect with a low TTL tells anything here.
pub(super) const TRACES: bool = true;

/// Whether paths are followed with echo requests too. Here the connects themselves tell who answers.
pub(super) const ECHOES: bool = false;

/// Whether what routers say of a connect comes to this program.
pub(super) fn hears_routers() -> bool {
    true
}

/// Lets the kernel keep ICMP errors for this socket, with their sender (`IP_RECVERR`, `IPV6_RECVERR`), or stop it.
///
/// Stopping also empties the queue. It is to be stopped once the connection stands: there an ICMP error is a hint and
/// no failure (RFC 1122 section 4.2.3.9), but with the option set the kernel hands it out as the error of the next read.
pub(super) fn keep_icmp_errors(
    socket: &impl AsFd,
    remote: SocketAddr,
    keep: bool,
) -> io::Result<()> {
    match remote {
        SocketAddr::V4(_) => setsockopt(socket, Ipv4RecvErr, &keep)?,
        SocketAddr::V6(_) => setsockopt(socket, Ipv6RecvErr, &keep)?,
    }
    Ok(())
}

/// Linux has no settings of its own for a proxy: desktops have, and hand them on in the environment.
pub(super) fn proxy_settings() -> Option<crate::facts::SystemProxy> {
    None
}

/// Empties the error queue and returns its newest entry.
///
/// `SO_ERROR` is to be read before: taking the last entry clears it. Its number is for the sisters of this file.
pub(super) fn queued_error(socket: &impl AsFd, _: Option<i32>) -> Option<Queued> {
    let mut newest = None;
    while let Some(queued) = next_queued(socket.as_fd()) {
        newest = Some(queued);
    }
    newest
}

fn next_queued(socket: BorrowedFd<'_>) -> Option<Queued> {
    // The packet that was answered is not needed; a byte of it keeps the call simple.
    let mut packet = [0; 1];
    let mut packet = [IoSliceMut::new(&mut packet)];
    let mut control = nix::cmsg_space!(libc::sock_extended_err, libc::sockaddr_in6);
    let message = recvmsg::<SockaddrStorage>(
        socket.as_raw_fd(),
        &mut packet,
        Some(&mut control),
        MsgFlags::MSG_ERRQUEUE | MsgFlags::MSG_DONTWAIT,
    )
    .ok()?;
    // An entry that cannot be read is still an entry: the queue has to be emptied.
    let mut queued = Queued {
        errno: 0,
        icmp: None,
    };
    for part in message.cmsgs().into_iter().flatten() {
        match part {
            ControlMessageOwned::Ipv4RecvErr(error, from) => {
                let from = from.map(|from| Ipv4Addr::from(u32::from_be(from.sin_addr.s_addr)));
                queued = extended(&error, from.map(IpAddr::V4));
            }
            ControlMessageOwned::Ipv6RecvErr(error, from) => {
                let from = from.map(|from| Ipv6Addr::from(from.sin6_addr.s6_addr));
                queued = extended(&error, from.map(IpAddr::V6));
            }
            _ => {}
        }
    }
    Some(queued)
}

fn extended(error: &libc::sock_extended_err, from: Option<IpAddr>) -> Queued {
    let v6 = error.ee_origin == libc::SO_EE_ORIGIN_ICMP6;
    let by_icmp = v6 || error.ee_origin == libc::SO_EE_ORIGIN_ICMP;
    Queued {
        errno: i32::try_from(error.ee_errno).unwrap_or_default(),
        icmp: by_icmp.then_some(Icmp {
            kind: error.ee_type,
            code: error.ee_code,
            from,
            v6,
        }),
    }
}

/// What `TCP_INFO` says. `None` where the kernel does not tell.
pub(super) fn tcp_info(socket: &impl AsFd) -> Option<TcpState> {
    with_info(socket, read_info)
}

/// How far the connection is, by the kernel's word, and what it knows at the same moment.
pub(super) fn look(socket: &impl AsFd) -> Option<Look> {
    with_info(socket, |info| {
        Some(Look {
            link: read_link(info)?,
            tcp: read_info(info),
        })
    })
}

/// Segments without data that this side has sent since the beginning: acknowledgements, and the SYN. `None` where the
/// kernel does not tell (before Linux 4.6).
pub(super) fn bare_segments(socket: &impl AsFd) -> Option<u32> {
    with_info(socket, |info| {
        let all = u32::from_ne_bytes(field(info, offset_of!(libc::tcp_info, tcpi_segs_out))?);
        let data = offset_of!(libc::tcp_info, tcpi_data_segs_out);
        Some(all.wrapping_sub(u32::from_ne_bytes(field(info, data)?)))
    })
}

/// Hands `struct tcp_info` to `read`, as far as the kernel has filled it.
fn with_info<T>(socket: &impl AsFd, read: impl FnOnce(&[u8]) -> Option<T>) -> Option<T> {
    let mut info = [0_u8; size_of::<libc::tcp_info>()];
    let mut length = libc::socklen_t::try_from(info.len()).ok()?;
    // SAFETY: the descriptor is open, because `socket` is borrowed from its owner. `info` and `length` are exclusively
    // ours for the call; the kernel writes at most `length` bytes, which is the size of `info`, and then sets `length`
    // to what it wrote. Bytes need no alignment and every value of them is valid.
    let result = unsafe {
        libc::getsockopt(
            socket.as_fd().as_raw_fd(),
            libc::IPPROTO_TCP,
            libc::TCP_INFO,
            info.as_mut_ptr().cast(),
            &raw mut length,
        )
    };
    if result != 0 {
        return None;
    }
    // An older kernel knows fewer fields and writes less.
    read(info.get(..usize::try_from(length).ok()?)?)
}

/// `struct tcp_info`, as far as the kernel has filled it. Up to `tcpi_total_retrans` every Linux since 2.6 does.
fn read_info(info: &[u8]) -> Option<TcpState> {
    let byte = |offset| info.get(offset).copied();
    let short = |offset| Some(u32::from_ne_bytes(field(info, offset)?));
    let long = |offset| Some(u64::from_ne_bytes(field(info, offset)?));
    let link = read_link(info)?;
    let last_data = short(offset_of!(libc::tcp_info, tcpi_last_data_recv))?;
    let last_ack = short(offset_of!(libc::tcp_info, tcpi_last_ack_recv))?;
    let rtt = short(offset_of!(libc::tcp_info, tcpi_rtt))?;
    let min_rtt = short(offset_of!(libc::tcp_info, tcpi_min_rtt));
    let tcp = TcpState {
        timeouts: byte(offset_of!(libc::tcp_info, tcpi_retransmits))?,
        retransmissions: short(offset_of!(libc::tcp_info, tcpi_total_retrans))?,
        unacknowledged: short(offset_of!(libc::tcp_info, tcpi_unacked))?,
        // The SYN counts as a byte.
        acknowledged: long(offset_of!(libc::tcp_info, tcpi_bytes_acked))
            .unwrap_or_default()
            .saturating_sub(1),
        received: long(offset_of!(libc::tcp_info, tcpi_bytes_received)).unwrap_or_default(),
        data_segments_in: short(offset_of!(libc::tcp_info, tcpi_data_segs_in)).unwrap_or_default(),
        out_of_order: short(offset_of!(libc::tcp_info, tcpi_rcv_ooopack)).unwrap_or_default(),
        duplicates: short(offset_of!(libc::tcp_info, tcpi_dsack_dups)).unwrap_or_default(),
        reordered: short(offset_of!(libc::tcp_info, tcpi_reord_seen)).unwrap_or_default(),
        silent_for: Some(match link {
            // In-order data does not touch the clock of the acknowledgements.
            Link::Connected => Duration::from_millis(last_data.min(last_ack).into()),
            Link::Closed if rtt > 0 => Duration::from_millis(last_data.min(last_ack).into()),
            // Nothing has come, and the clocks show the time since the machine's start.
            Link::Connecting | Link::Closed => Duration::ZERO,
        }),
        rtt: (rtt > 0).then(|| Duration::from_micros(rtt.into())),
        // All bits set: no sample yet.
        min_rtt: min_rtt
            .filter(|rtt| !matches!(*rtt, 0 | u32::MAX))
            .map(|rtt| Duration::from_micros(rtt.into())),
    };
    Some(tcp)
}

fn field<const N: usize>(info: &[u8], offset: usize) -> Option<[u8; N]> {
    info.get(offset..)?.first_chunk().copied()
}

/// The states of a TCP socket as `include/net/tcp_states.h` numbers them.
fn read_link(info: &[u8]) -> Option<Link> {
    const SYN_SENT: u8 = 2;
    const SYN_RECV: u8 = 3;
    const CLOSE: u8 = 7;
    let state = info.get(offset_of!(libc::tcp_info, tcpi_state)).copied()?;
    Some(match state {
        SYN_SENT | SYN_RECV => Link::Connecting,
        CLOSE => Link::Closed,
        _ => Link::Connected,
    })
}

/// Has a connect answer as soon as anybody does. Here it does so by itself.
pub(super) fn ask_once(_: &Socket) {}

/// Not asked: the error queue says whose an error is.
pub(super) fn route(_: IpAddr) -> Option<Route> {
    None
}

/// Not asked: see [`ECHOES`].
pub(super) fn echo(_: IpAddr, _: u8, _: Duration) -> io::Result<Option<(IpAddr, HopAnswer)>> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Asks the peer's kernel every second whether it is there, once nothing was said for `idle` (`SO_KEEPALIVE`). What comes
/// back is seen in `TCP_INFO` alone.
///
/// The kernel would end the connection after so many questions without an answer, and a filter that drops only these
/// would look like a dead path; so there are more of them than any wait has seconds. 127 is the most that Linux allows
/// (`MAX_TCP_KEEPCNT`).
pub(super) fn keep_alive(socket: &impl AsFd, idle: Duration) -> io::Result<()> {
    const SECOND: Duration = Duration::from_secs(1);
    let often = TcpKeepalive::new()
        .with_time(idle.max(SECOND))
        .with_interval(SECOND)
        .with_retries(127);
    SockRef::from(socket).set_tcp_keepalive(&often)
}

/// Sends the acknowledgement that the kernel holds back to send it along with data (`TCP_QUICKACK`).
pub(super) fn acknowledge_now(stream: &impl AsFd) -> io::Result<()> {
    SockRef::from(stream).set_tcp_quickack(true)
}

/// Segments of at most 536 bytes each way: what every host takes (RFC 9293 section 3.7.1).
pub(super) fn limit_segments(socket: &Socket) -> io::Result<()> {
    socket.set_tcp_mss(536)
}

/// Whether a connect that was begun goes on by itself.
pub(super) fn in_progress(error: &io::Error) -> bool {
    error.raw_os_error() == Some(libc::EINPROGRESS)
}

/// The system's error of a number.
pub(super) fn error(errno: i32) -> io::Error {
    io::Error::from_raw_os_error(errno)
}

/// Raises the number of descriptors that this process may have to the most that it may be raised to, as curl and others
/// do, and says how many that are.
pub(super) fn raise_descriptors() -> Option<usize> {
    let (given, most) = getrlimit(Resource::RLIMIT_NOFILE).ok()?;
    let raised = setrlimit(Resource::RLIMIT_NOFILE, most, most);
    let now = if raised.is_ok() { most } else { given };
    Some(usize::try_from(now).unwrap_or(usize::MAX))
}

/// The name of this host, as it is set; whether it is a full one is for the caller to see.
pub(super) fn host_name() -> Option<String> {
    nix::unistd::gethostname().ok()?.into_string().ok()
}

/// The routers of the default routes of the main table, the preferred first, IPv4 before IPv6.
pub(super) fn gateways() -> Vec<IpAddr> {
    let table = |path| std::fs::read_to_string(path).unwrap_or_default();
    let mut gateways = proc::gateways_v4(&table("/proc/net/route"));
    gateways.extend(proc::gateways_v6(&table("/proc/net/ipv6_route")));
    gateways
}

/// More routes than this has a router of a provider's.
const ROUTES: usize = 1000;

/// The routes of the main table, the first that holds an address being the one that is taken. None where there are so many
/// that this machine is a router of a provider's.
pub(super) fn route_table() -> Vec<TableRoute> {
    let table = |path| std::fs::read_to_string(path).unwrap_or_default();
    let mut routes = proc::routes_v4(&table("/proc/net/route"));
    routes.extend(proc::routes_v6(&table("/proc/net/ipv6_route")));
    routes.truncate(if routes.len() > ROUTES { 0 } else { ROUTES });
    routes
}

/// The TTL of the IPv4 packets that this machine sends (`net.ipv4.ip_default_ttl`).
pub(super) fn default_ttl() -> Option<u8> {
    let text = std::fs::read_to_string("/proc/sys/net/ipv4/ip_default_ttl").ok()?;
    text.trim().parse().ok()
}

/// Whether the other end of a connection from `local` is on this machine.
pub(super) fn ends_here(local: SocketAddr) -> bool {
    let has = |path, address| {
        let table = std::fs::read_to_string(path);
        table.is_ok_and(|table| proc::has_connection_to(&table, address))
    };
    match local.ip() {
        IpAddr::V4(own) => {
            // Whoever listens for both families has an IPv4 connection among those of IPv6.
            let mapped = SocketAddr::new(own.to_ipv6_mapped().into(), local.port());
            has("/proc/net/tcp", local) || has("/proc/net/tcp6", mapped)
        }
        IpAddr::V6(_) => has("/proc/net/tcp6", local),
    }
}

/// What the kernel has counted in this network namespace since its start.
pub(super) fn counters() -> Option<Counters> {
    proc::counters(&std::fs::read_to_string("/proc/net/netstat").ok()?)
}
