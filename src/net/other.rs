//! The same questions as in `linux.rs` on systems that do not answer them, such as FreeBSD: not available.

use std::io;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use socket2::Socket;

use super::dial::{Look, Queued};
use crate::facts::{Counters, HopAnswer, Route, TableRoute, TcpState};

pub(super) use rustls_native_certs::load_native_certs as authorities;

/// Nothing that needs this is available.
pub(super) const IS_LINUX: bool = false;

/// Nor this.
pub(super) const LIMITS_SEGMENTS: bool = false;

/// Nor this.
pub(super) const TRACES: bool = false;

/// Nor this.
pub(super) const ECHOES: bool = false;

/// What routers say of a connect does not come to this program.
pub(super) fn hears_routers() -> bool {
    false
}

/// Other systems keep no ICMP errors for a TCP socket.
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

/// Not available.
pub(super) fn tcp_info<S>(_: &S) -> Option<TcpState> {
    None
}

/// Not available.
pub(super) fn look<S>(_: &S) -> Option<Look> {
    None
}

/// Not available.
pub(super) fn ask_once(_: &Socket) {}

/// Whether there is a way at all. The router on it is not told.
pub(super) fn route(destination: IpAddr) -> Option<Route> {
    (!super::vantage::has_route(destination)).then_some(Route::None)
}

/// Not available.
pub(super) fn echo(_: IpAddr, _: u8, _: Duration) -> io::Result<Option<(IpAddr, HopAnswer)>> {
    Err(io::ErrorKind::Unsupported.into())
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

/// Not available.
pub(super) fn limit_segments(_: &Socket) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Whether a connect that was begun goes on by itself: EINPROGRESS (36 in `sys/errno.h` of every BSD).
pub(super) fn in_progress(error: &io::Error) -> bool {
    const EINPROGRESS: i32 = 36;
    error.kind() == io::ErrorKind::WouldBlock || error.raw_os_error() == Some(EINPROGRESS)
}

/// The system's error of a number.
pub(super) fn error(errno: i32) -> io::Error {
    io::Error::from_raw_os_error(errno)
}

/// Not available: how many descriptors a process may have is asked on Linux alone.
pub(super) fn raise_descriptors() -> Option<usize> {
    None
}

/// Not available: only Linux tells the full name of a host without a lookup. The EHLO name is then an address.
pub(super) fn host_name() -> Option<String> {
    None
}

/// Not available: which addresses are this machine's own is asked on Linux alone.
pub(super) fn own_addresses() -> Vec<(IpAddr, u8)> {
    Vec::new()
}

/// Not available.
pub(super) fn gateways() -> Vec<IpAddr> {
    Vec::new()
}

/// Not available.
pub(super) fn route_table() -> Vec<TableRoute> {
    Vec::new()
}

/// Not available.
pub(super) fn default_ttl() -> Option<u8> {
    None
}

/// Not available.
pub(super) fn ends_here(_: SocketAddr) -> bool {
    false
}

/// Not available.
pub(super) fn counters() -> Option<Counters> {
    None
}

/// Not available.
pub(super) fn proxy_settings() -> Option<crate::facts::SystemProxy> {
    None
}
