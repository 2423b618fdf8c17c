//! Echo requests with a TTL (`IcmpSendEcho2Ex`, `Icmp6SendEcho2`), which need no rights.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::ptr;
use std::time::Duration;

use windows_sys::Win32::Foundation::{HANDLE, INVALID_HANDLE_VALUE};
use windows_sys::Win32::NetworkManagement::IpHelper::{
    IP_OPTION_INFORMATION, Icmp6CreateFile, Icmp6SendEcho2, IcmpCloseHandle, IcmpCreateFile,
    IcmpSendEcho2Ex,
};
use windows_sys::Win32::Networking::WinSock::{
    AF_INET6, IN6_ADDR, IN6_ADDR_0, SOCKADDR_IN6, SOCKADDR_IN6_0,
};

use crate::facts::HopAnswer;
use crate::net::winsock;

/// What the request carries: as much as `ping` sends.
const DATA: [u8; 32] = *b"abcdefghijklmnopqrstuvwabcdefghi";
/// Room for a reply with its data, an ICMP error and the status block (`IcmpSendEcho2Ex`), in units that align it.
const ROOM: usize = 64;

/// Who answered an echo request that may pass so many routers, and with what. `None` is silence for so long; an error says
/// that nothing was sent.
///
/// Waits; not for the thread that everything else runs on.
pub(in crate::net) fn echo(
    destination: IpAddr,
    ttl: u8,
    patience: Duration,
) -> io::Result<Option<(IpAddr, HopAnswer)>> {
    let options = IP_OPTION_INFORMATION {
        Ttl: ttl,
        ..IP_OPTION_INFORMATION::default()
    };
    let milliseconds = u32::try_from(patience.as_millis()).unwrap_or(u32::MAX);
    let mut reply = [0_u64; ROOM];
    let (count, last) = match destination {
        IpAddr::V4(v4) => ask_v4(v4, &options, &mut reply, milliseconds),
        IpAddr::V6(v6) => ask_v6(v6, &options, &mut reply, milliseconds),
    }?;
    // Of an error the reply is filled in as well, though none is counted; the error tells where it is not.
    let bytes: Vec<u8> = reply.into_iter().flat_map(u64::to_ne_bytes).collect();
    let heard = match destination {
        IpAddr::V4(_) => winsock::echo_reply_v4(&bytes),
        IpAddr::V6(_) => winsock::echo_reply_v6(&bytes),
    };
    let heard = heard.filter(|(from, status)| !from.is_unspecified() || *status != 0);
    if let Some((from, status)) = heard {
        if let Some(answer) = winsock::echo_answer(destination, from, status) {
            return Ok(Some(answer));
        }
        if winsock::echo_was_not_sent(status, Some(from)) {
            return Err(last);
        }
    }
    let code = last
        .raw_os_error()
        .and_then(|code| u32::try_from(code).ok());
    match code {
        Some(code) if count == 0 && winsock::echo_was_not_sent(code, None) => Err(last),
        Some(_) | None => Ok(None),
    }
}

fn ask_v4(
    destination: Ipv4Addr,
    options: &IP_OPTION_INFORMATION,
    reply: &mut [u64; ROOM],
    milliseconds: u32,
) -> io::Result<(u32, io::Error)> {
    // SAFETY: it takes nothing and gives a handle or INVALID_HANDLE_VALUE.
    let handle = Handle::new(unsafe { IcmpCreateFile() })?;
    // SAFETY: the handle is open until the end of this function. Without event and routine the call is over when it
    // returns, and keeps no pointer. It reads `DATA` and `options`, whose options pointer is null with a length of zero, and
    // writes at most the size of `reply`, which is aligned for the structure and ours alone.
    let count = unsafe {
        IcmpSendEcho2Ex(
            handle.0,
            ptr::null_mut(),
            None,
            ptr::null(),
            0,
            u32::from_ne_bytes(destination.octets()),
            DATA.as_ptr().cast(),
            32,
            options,
            reply.as_mut_ptr().cast(),
            size_in_bytes(reply),
            milliseconds,
        )
    };
    // Before the handle is closed, which may leave an error of its own.
    Ok((count, io::Error::last_os_error()))
}

fn ask_v6(
    destination: Ipv6Addr,
    options: &IP_OPTION_INFORMATION,
    reply: &mut [u64; ROOM],
    milliseconds: u32,
) -> io::Result<(u32, io::Error)> {
    let (source, destination) = (whole(Ipv6Addr::UNSPECIFIED), whole(destination));
    // SAFETY: it takes nothing and gives a handle or INVALID_HANDLE_VALUE.
    let handle = Handle::new(unsafe { Icmp6CreateFile() })?;
    // SAFETY: as above; `source` and `destination` are whole structures that the call reads.
    let count = unsafe {
        Icmp6SendEcho2(
            handle.0,
            ptr::null_mut(),
            None,
            ptr::null(),
            &raw const source,
            &raw const destination,
            DATA.as_ptr().cast(),
            32,
            options,
            reply.as_mut_ptr().cast(),
            size_in_bytes(reply),
            milliseconds,
        )
    };
    // Before the handle is closed, which may leave an error of its own.
    Ok((count, io::Error::last_os_error()))
}

fn whole(address: Ipv6Addr) -> SOCKADDR_IN6 {
    SOCKADDR_IN6 {
        sin6_family: AF_INET6,
        sin6_port: 0,
        sin6_flowinfo: 0,
        sin6_addr: IN6_ADDR {
            u: IN6_ADDR_0 {
                Byte: address.octets(),
            },
        },
        Anonymous: SOCKADDR_IN6_0 { sin6_scope_id: 0 },
    }
}

fn size_in_bytes(reply: &[u64; ROOM]) -> u32 {
    u32::try_from(size_of_val(reply)).unwrap_or(0)
}

/// An open handle of `IcmpCreateFile` or `Icmp6CreateFile`.
struct Handle(HANDLE);

impl Handle {
    fn new(handle: HANDLE) -> io::Result<Self> {
        if handle == INVALID_HANDLE_VALUE || handle.is_null() {
            Err(io::Error::last_os_error())
        } else {
            Ok(Self(handle))
        }
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        // SAFETY: the handle is open, and nobody else has it. What closing says changes nothing.
        unsafe { IcmpCloseHandle(self.0) };
    }
}
