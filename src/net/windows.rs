//! What Windows tells about a TCP socket, the path and this machine without privilege: the questions of `linux.rs`, put to
//! Winsock and the IP helper library. What their structures mean is in `winsock.rs`.
//!
//! Run under Wine only, all but `TCP_ICMP_ERROR_INFO`, `SIO_TCP_INFO` and `SIO_TCP_INITIAL_RTO`, which it has not: these
//! are compiled, and where the system says no to them nothing is known.

#![expect(
    unsafe_code,
    reason = "neither std nor socket2 has these calls of Winsock and the IP helper library"
)]

use std::io;
use std::net::SocketAddr;
use std::os::windows::io::AsRawSocket;
use std::ptr;
use std::sync::OnceLock;
use std::time::Duration;

use socket2::{Domain, Protocol, Socket, Type};
use windows_sys::Win32::Networking::WinSock::{
    ICMP_ERROR_INFO, IPPROTO_TCP, SIO_TCP_INFO, SIO_TCP_INITIAL_RTO, SOCKET,
    TCP_FAIL_CONNECT_ON_ICMP_ERROR, TCP_ICMP_ERROR_INFO, TCP_INFO_v1, TCP_INITIAL_RTO_PARAMETERS,
    WSAEHOSTUNREACH, WSAENETUNREACH, WSAIoctl, getsockopt, setsockopt,
};
use windows_sys::Win32::System::SystemInformation::{
    ComputerNameDnsFullyQualified, GetComputerNameExW,
};

use super::dial::{Look, Queued};
use super::winsock;
use crate::facts::{Counters, TcpState};

mod authorities;
mod echo;
mod proxy;
mod routes;

pub(super) use self::authorities::authorities;
pub(super) use self::echo::echo;
pub(super) use self::proxy::proxy_settings;
pub(super) use self::routes::{default_ttl, gateways, own_addresses, route, route_table};

/// The rest of what `linux.rs` tells is not available.
pub(super) const IS_LINUX: bool = false;

/// Whether the segments of a connection can be kept small.
pub(super) const LIMITS_SEGMENTS: bool = true;

/// Whether a connect with a low TTL tells anything here.
pub(super) const TRACES: bool = true;

/// Whether paths are followed with echo requests too.
pub(super) const ECHOES: bool = true;

/// Whether what routers say of a connect comes to this program: since Windows 10 version 2004.
pub(super) fn hears_routers() -> bool {
    static HEARS: OnceLock<bool> = OnceLock::new();
    *HEARS.get_or_init(|| {
        #[expect(
            clippy::disallowed_methods,
            reason = "nothing leaves this socket; it only asks whether the option is known"
        )]
        let socket = Socket::new(Domain::IPV4, Type::STREAM, Some(Protocol::TCP));
        socket.is_ok_and(|socket| fail_on_icmp_errors(&socket, true).is_ok())
    })
}

/// Has a connect fail with an ICMP error and keep its sender (`TCP_FAIL_CONNECT_ON_ICMP_ERROR`), or stop it.
///
/// A system that does not know the option goes on as ever: what routers say is kept from this program, or comes as
/// WSAEHOSTUNREACH or WSAENETUNREACH without a sender.
#[expect(
    clippy::unnecessary_wraps,
    reason = "the signature is that of linux.rs, where it can fail"
)]
pub(super) fn keep_icmp_errors(
    socket: &impl AsRawSocket,
    _: SocketAddr,
    keep: bool,
) -> io::Result<()> {
    let _ = fail_on_icmp_errors(socket, keep);
    Ok(())
}

fn fail_on_icmp_errors(socket: &impl AsRawSocket, keep: bool) -> io::Result<()> {
    let value = u32::from(keep);
    // SAFETY: the socket is open, because it is borrowed from its owner. The call reads four bytes of `value`, which are
    // there, and keeps no pointer.
    let result = unsafe {
        setsockopt(
            handle(socket),
            IPPROTO_TCP,
            TCP_FAIL_CONNECT_ON_ICMP_ERROR,
            (&raw const value).cast(),
            4,
        )
    };
    succeeded(result)
}

/// The ICMP message behind the error of a connect, which is `code`. `None` where the system does not tell it.
pub(super) fn queued_error(socket: &impl AsRawSocket, code: Option<i32>) -> Option<Queued> {
    let errno = code.filter(|code| matches!(*code, WSAEHOSTUNREACH | WSAENETUNREACH))?;
    let mut info = [0_u8; size_of::<ICMP_ERROR_INFO>()];
    let mut length = i32::try_from(info.len()).ok()?;
    // SAFETY: the socket is open, because it is borrowed from its owner. `info` and `length` are ours alone for the call,
    // which writes at most `length` bytes, the size of `info`. Every value of a byte is valid.
    let result = unsafe {
        getsockopt(
            handle(socket),
            IPPROTO_TCP,
            TCP_ICMP_ERROR_INFO,
            info.as_mut_ptr().cast(),
            &raw mut length,
        )
    };
    succeeded(result).ok()?;
    let icmp = Some(winsock::icmp_error(&info)?);
    Some(Queued { errno, icmp })
}

/// What `SIO_TCP_INFO` says. `None` where the system does not know it: before Windows 10 version 1703.
pub(super) fn tcp_info(socket: &impl AsRawSocket) -> Option<TcpState> {
    // `TCP_INFO_v0` came first and begins alike.
    [1_u32, 0].into_iter().find_map(|version| {
        let mut info = [0_u8; size_of::<TCP_INFO_v1>()];
        let written = control(socket, SIO_TCP_INFO, &version.to_ne_bytes(), &mut info).ok()?;
        winsock::tcp_info(info.get(..written)?)
    })
}

/// Not asked: a connect that is over says so by itself.
pub(super) fn look(_: &impl AsRawSocket) -> Option<Look> {
    None
}

/// Has a connect answer as soon as anybody does. Windows repeats a SYN that was answered with a reset, twice and half a
/// second apart.
pub(super) fn ask_once(socket: &Socket) {
    /// `TCP_INITIAL_RTO_UNSPECIFIED_RTT` of `mstcpip.h`: that of the system.
    const USUAL: u16 = u16::MAX;
    /// `TCP_INITIAL_RTO_NO_SYN_RETRANSMISSIONS` there, in the byte that has it.
    const NONE: u8 = u8::MAX - 1;
    let mut once = [0; size_of::<TCP_INITIAL_RTO_PARAMETERS>()];
    once[..2].copy_from_slice(&USUAL.to_ne_bytes());
    once[2] = NONE;
    // Where it is not known a refusal takes two seconds, and the wave has ended before.
    let _ = control(socket, SIO_TCP_INITIAL_RTO, &once, &mut []);
}

/// `WSAIoctl`: how many bytes of `output` were written.
fn control(
    socket: &impl AsRawSocket,
    code: u32,
    input: &[u8],
    output: &mut [u8],
) -> io::Result<usize> {
    let [read, room] = [input.len(), output.len()].map(|length| u32::try_from(length).unwrap_or(0));
    let mut written = 0;
    // SAFETY: the socket is open, because it is borrowed from its owner. The call reads at most `read` bytes of `input` and
    // writes at most `room` of `output`, which are their lengths, or none; without OVERLAPPED it is over when it returns.
    let result = unsafe {
        WSAIoctl(
            handle(socket),
            code,
            input.as_ptr().cast(),
            read,
            output.as_mut_ptr().cast(),
            room,
            &raw mut written,
            ptr::null_mut(),
            None,
        )
    };
    succeeded(result)?;
    Ok(usize::try_from(written).unwrap_or(0))
}

fn succeeded(result: i32) -> io::Result<()> {
    if result == 0 {
        Ok(())
    } else {
        Err(io::Error::last_os_error())
    }
}

/// The same number, of the type that the functions take.
fn handle(socket: &impl AsRawSocket) -> SOCKET {
    usize::try_from(socket.as_raw_socket()).unwrap_or(usize::MAX)
}

/// Not available: what was sent when is not told.
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

/// No more from the peer at once than every path takes. `TCP_MAXSEG` can only be read here; a small receive buffer is a small
/// window, beyond which nobody sends (RFC 9293 section 3.8.6).
pub(super) fn limit_segments(socket: &Socket) -> io::Result<()> {
    socket.set_recv_buffer_size(1024)
}

/// Whether a connect that was begun goes on by itself: WSAEWOULDBLOCK.
pub(super) fn in_progress(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::WouldBlock
}

/// The system's error of a number.
pub(super) fn error(code: i32) -> io::Error {
    io::Error::from_raw_os_error(code)
}

/// Not available, and not needed: sockets are not counted against a limit of the process.
pub(super) fn raise_descriptors() -> Option<usize> {
    None
}

/// The name of this host with its domain, where it has one; whether it is a full one is for the caller to see.
pub(super) fn host_name() -> Option<String> {
    /// As many as a name of the DNS has, and the end.
    const LONGEST: usize = 256;
    let mut name = [0_u16; LONGEST];
    let mut length = u32::try_from(name.len()).ok()?;
    // SAFETY: `name` and `length` are ours alone for the call, which writes at most `length` units, the length of `name`.
    let told = unsafe {
        GetComputerNameExW(
            ComputerNameDnsFullyQualified,
            name.as_mut_ptr(),
            &raw mut length,
        )
    };
    if told == 0 {
        return None;
    }
    let units = name.get(..usize::try_from(length).ok()?)?;
    String::from_utf16(units)
        .ok()
        .filter(|name| !name.is_empty())
}

/// Not available.
pub(super) fn ends_here(_: SocketAddr) -> bool {
    false
}

/// Not available: Windows does not count what its own filter dropped in a way that everybody may read.
pub(super) fn counters() -> Option<Counters> {
    None
}
