//! What macOS tells about a TCP socket, the path and this machine without privilege: the questions of `linux.rs`. What its
//! structures mean is in `bsd.rs`.
//!
//! Compiled and linted, and not run: no machine of this kind has been at hand.

#![expect(
    unsafe_code,
    reason = "neither std nor nix has TCP_CONNECTION_INFO and the routing table"
)]

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::os::fd::{AsFd, AsRawFd};
use std::ptr;
use std::time::{Duration, Instant};

use nix::libc;
use socket2::{Domain, Protocol, Socket, Type};

use super::dial::{Look, Queued};
use super::{bsd, vantage};
use crate::facts::{Counters, HopAnswer, Route, TableRoute, TcpState};

pub(super) use rustls_native_certs::load_native_certs as authorities;

pub(super) use super::interfaces::own_addresses;

/// The rest of what `linux.rs` tells is not available.
pub(super) const IS_LINUX: bool = false;

/// Whether the segments of a connection can be kept small.
pub(super) const LIMITS_SEGMENTS: bool = false;

/// Whether a connect with a low TTL tells anything here: from where a connection or a reset comes.
pub(super) const TRACES: bool = true;

/// Whether paths are followed with echo requests too.
pub(super) const ECHOES: bool = true;

/// Whether what routers say of a connect comes to this program. BSD takes it for a hint and waits on.
pub(super) fn hears_routers() -> bool {
    false
}

/// No ICMP errors are kept for a TCP socket.
#[expect(
    clippy::unnecessary_wraps,
    reason = "the signature is that of linux.rs, where it can fail"
)]
pub(super) fn keep_icmp_errors<S>(_: &S, _: SocketAddr, _: bool) -> io::Result<()> {
    Ok(())
}

/// Not available.
pub(super) fn queued_error<S>(_: &S, _: Option<i32>) -> Option<Queued> {
    None
}

/// What `TCP_CONNECTION_INFO` says. `None` where the kernel does not tell.
pub(super) fn tcp_info(socket: &impl AsFd) -> Option<TcpState> {
    let mut info = [0_u8; size_of::<libc::tcp_connection_info>()];
    let mut length = libc::socklen_t::try_from(info.len()).ok()?;
    // SAFETY: the descriptor is open, because `socket` is borrowed from its owner. `info` and `length` are ours alone for
    // the call, which writes at most `length` bytes, the size of `info`. Every value of a byte is valid.
    let result = unsafe {
        libc::getsockopt(
            socket.as_fd().as_raw_fd(),
            libc::IPPROTO_TCP,
            libc::TCP_CONNECTION_INFO,
            info.as_mut_ptr().cast(),
            &raw mut length,
        )
    };
    if result != 0 {
        return None;
    }
    bsd::tcp_info(info.get(..usize::try_from(length).ok()?)?)
}

/// Not asked: a connect that is over says so by itself.
pub(super) fn look<S>(_: &S) -> Option<Look> {
    None
}

/// A refusal is told at once here.
pub(super) fn ask_once(_: &Socket) {}

/// Whether there is a way at all. The router on it is not told.
pub(super) fn route(destination: IpAddr) -> Option<Route> {
    (!vantage::has_route(destination)).then_some(Route::None)
}

/// Who answered an echo request that may pass so many routers, and with what. `None` is silence for so long; an error says
/// that nothing was sent.
///
/// Waits; not for the thread that everything else runs on. Anybody may have a datagram socket for ICMP here (`icmp(4)`).
pub(super) fn echo(
    destination: IpAddr,
    ttl: u8,
    patience: Duration,
) -> io::Result<Option<(IpAddr, HopAnswer)>> {
    let end = Instant::now() + patience;
    let mark = bsd::Mark::new(std::process::id(), ttl);
    let socket = echo_socket(destination, ttl)?;
    socket.send_to(
        &bsd::echo_request(destination.is_ipv6(), mark),
        SocketAddr::new(destination, 0),
    )?;
    let mut packet = [0; 1500];
    loop {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Ok(None);
        }
        socket.set_read_timeout(Some(left))?;
        let (length, from) = match socket.recv_from(&mut packet) {
            Ok((length, from)) => (length, from.ip()),
            Err(error) if is_time_out(&error) => return Ok(None),
            Err(error) => return Err(error),
        };
        let heard = bsd::echo_answer(destination, from, &packet[..length], mark);
        if heard.is_some() {
            return Ok(heard);
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is where echo requests are sent"
)]
fn echo_socket(destination: IpAddr, ttl: u8) -> io::Result<UdpSocket> {
    let (domain, protocol, any) = match destination {
        IpAddr::V4(_) => (
            Domain::IPV4,
            Protocol::ICMPV4,
            IpAddr::V4(Ipv4Addr::UNSPECIFIED),
        ),
        IpAddr::V6(_) => (
            Domain::IPV6,
            Protocol::ICMPV6,
            IpAddr::V6(Ipv6Addr::UNSPECIFIED),
        ),
    };
    let socket = Socket::new(domain, Type::DGRAM, Some(protocol))?;
    super::dial::set_ttl(&socket, SocketAddr::new(any, 0), ttl.into())?;
    Ok(socket.into())
}

fn is_time_out(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
    )
}

/// Not available.
pub(super) fn bare_segments<S>(_: &S) -> Option<u32> {
    None
}

/// Nothing would be seen of what the peer's kernel answers.
#[expect(
    clippy::unnecessary_wraps,
    reason = "the signature is that of linux.rs, where it can fail"
)]
pub(super) fn keep_alive<S>(_: &S, _: Duration) -> io::Result<()> {
    Ok(())
}

/// Not available.
pub(super) fn acknowledge_now<S>(_: &S) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Not available: nothing says that the peer is told of it.
pub(super) fn limit_segments(_: &Socket) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether a connect that was begun goes on by itself.
pub(super) fn in_progress(error: &io::Error) -> bool {
    error.raw_os_error() == Some(libc::EINPROGRESS)
}

/// The system's error of a number.
pub(super) fn error(errno: i32) -> io::Error {
    io::Error::from_raw_os_error(errno)
}

/// Not available: how many descriptors a process may have is asked on Linux alone.
pub(super) fn raise_descriptors() -> Option<usize> {
    None
}

/// The name of this host, as it is set; whether it is a full one is for the caller to see.
pub(super) fn host_name() -> Option<String> {
    nix::unistd::gethostname().ok()?.into_string().ok()
}

/// The routers of the default routes, IPv4 before IPv6 (`NET_RT_FLAGS`).
pub(super) fn gateways() -> Vec<IpAddr> {
    [libc::AF_INET, libc::AF_INET6]
        .into_iter()
        .flat_map(|family| bsd::gateways(&routes(family).unwrap_or_default()))
        .collect()
}

/// Not asked: only what leads to routers is.
pub(super) fn route_table() -> Vec<TableRoute> {
    Vec::new()
}

/// Not asked.
pub(super) fn default_ttl() -> Option<u8> {
    None
}

/// The routes to gateways of a family, as the kernel writes them.
fn routes(family: i32) -> Option<Vec<u8>> {
    let mut name = [
        libc::CTL_NET,
        libc::PF_ROUTE,
        0,
        family,
        libc::NET_RT_FLAGS,
        libc::RTF_GATEWAY,
    ];
    let mut needed = 0;
    read_table(&mut name, ptr::null_mut(), &mut needed)?;
    // Routes may be added in between.
    let mut table = vec![0_u8; needed.saturating_add(4096)];
    let mut length = table.len();
    read_table(&mut name, table.as_mut_ptr(), &mut length)?;
    table.truncate(length);
    Some(table)
}

fn read_table(name: &mut [i32; 6], table: *mut u8, length: &mut usize) -> Option<()> {
    // SAFETY: `name` has six numbers, as is said; the kernel writes at most `length` bytes to `table`, which the caller has
    // made so large, or none where it is null, and the number to `length`. Nothing is set.
    let result = unsafe {
        libc::sysctl(
            name.as_mut_ptr(),
            6,
            table.cast(),
            length,
            ptr::null_mut(),
            0,
        )
    };
    (result == 0).then_some(())
}

/// Not available.
pub(super) fn ends_here(_: SocketAddr) -> bool {
    false
}

/// Not available.
pub(super) fn counters() -> Option<Counters> {
    None
}

/// The settings of this system for a proxy are not read here.
pub(super) fn proxy_settings() -> Option<crate::facts::SystemProxy> {
    None
}
