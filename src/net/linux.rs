//! What Linux tells about a TCP socket beyond errno: the error queue and `TCP_INFO`.
//!
//! All of it works for every user. The one unsafe call of the program is here.

#![expect(
    unsafe_code,
    reason = "neither std nor nix reads TCP_INFO with the length that the running kernel gives back"
)]

use std::io::{self, IoSliceMut};
use std::mem::offset_of;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd};

use nix::libc;
use nix::sys::socket::sockopt::{Ipv4RecvErr, Ipv6RecvErr};
use nix::sys::socket::{ControlMessageOwned, MsgFlags, SockaddrStorage, recvmsg, setsockopt};

use super::dial::{Link, Queued, TcpState};
use crate::failure::Icmp;

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

/// Empties the error queue and returns its newest entry.
///
/// `SO_ERROR` is to be read before: taking the last entry clears it.
pub(super) fn queued_error(socket: &impl AsFd) -> Option<Queued> {
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
pub(super) fn tcp_state(socket: &impl AsFd) -> Option<TcpState> {
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
    let known = info.get(..usize::try_from(length).ok()?)?;
    let rtt = number(known, offset_of!(libc::tcp_info, tcpi_rtt))?;
    Some(TcpState {
        link: link(*known.get(offset_of!(libc::tcp_info, tcpi_state))?),
        timeouts: *known.get(offset_of!(libc::tcp_info, tcpi_retransmits))?,
        retransmissions: number(known, offset_of!(libc::tcp_info, tcpi_total_retrans))?,
        rtt: (rtt > 0).then(|| std::time::Duration::from_micros(rtt.into())),
    })
}

fn number(info: &[u8], offset: usize) -> Option<u32> {
    info.get(offset..)?
        .first_chunk()
        .map(|bytes| u32::from_ne_bytes(*bytes))
}

/// The states of a TCP socket as `include/net/tcp_states.h` numbers them.
fn link(state: u8) -> Link {
    const SYN_SENT: u8 = 2;
    const SYN_RECV: u8 = 3;
    const CLOSE: u8 = 7;
    match state {
        SYN_SENT | SYN_RECV => Link::Connecting,
        CLOSE => Link::Closed,
        _ => Link::Connected,
    }
}

/// Whether a connect that was begun goes on by itself.
pub(super) fn in_progress(error: &io::Error) -> bool {
    error.raw_os_error() == Some(libc::EINPROGRESS)
}

/// The system's error of a number.
pub(super) fn error(errno: i32) -> io::Error {
    io::Error::from_raw_os_error(errno)
}

/// The name of this host, as it is set; whether it is a full one is for the caller to see.
pub(super) fn host_name() -> Option<String> {
    nix::unistd::gethostname().ok()?.into_string().ok()
}

/// The addresses of all interfaces, with the lengths of their prefixes.
pub(super) fn own_addresses() -> Vec<(IpAddr, u8)> {
    let interfaces = nix::ifaddrs::getifaddrs().into_iter().flatten();
    let address = |storage: Option<SockaddrStorage>| {
        let storage = storage?;
        let v4 = storage.as_sockaddr_in().map(|v4| IpAddr::V4(v4.ip()));
        v4.or_else(|| storage.as_sockaddr_in6().map(|v6| IpAddr::V6(v6.ip())))
    };
    interfaces
        .filter_map(|interface| {
            let own = address(interface.address)?;
            let ones = match address(interface.netmask)? {
                IpAddr::V4(mask) => u32::from(mask).leading_ones(),
                IpAddr::V6(mask) => u128::from(mask).leading_ones(),
            };
            Some((own, u8::try_from(ones).ok()?))
        })
        .collect()
}
