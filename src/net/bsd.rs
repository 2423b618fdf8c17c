//! What macOS' structures mean, and what echo requests and their answers look like, read from bytes: no call is made here,
//! so every system can test it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use crate::facts::{HopAnswer, TcpState};
use crate::failure::Icmp;

/// `AF_INET` and `AF_INET6` of `sys/socket.h`.
const FAMILIES: (u8, u8) = (2, 30);
/// `struct rt_msghdr` of `net/route.h`, before the addresses.
const ROUTE_HEADER: usize = 92;

/// What tells the answers to one echo request from all others: identifier and sequence number (RFC 792).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark(u32);

impl Mark {
    /// Of a process, and of one TTL.
    pub(super) fn new(process: u32, ttl: u8) -> Self {
        Self(process << 16 | u32::from(ttl))
    }
}

/// An echo request. The checksum of ICMPv6 is the kernel's to fill in.
pub(super) fn echo_request(v6: bool, Mark(mark): Mark) -> [u8; 16] {
    let mut packet = [0; 16];
    packet[0] = if v6 { 128 } else { 8 };
    packet[4..8].copy_from_slice(&mark.to_be_bytes());
    packet[8..].copy_from_slice(b"abcdefgh");
    if !v6 {
        let sum = checksum(&packet);
        packet[2..4].copy_from_slice(&sum.to_be_bytes());
    }
    packet
}

/// RFC 1071.
fn checksum(packet: &[u8]) -> u16 {
    let words = packet.chunks(2).map(|pair| {
        let low = pair.get(1).copied().unwrap_or(0);
        u32::from(u16::from_be_bytes([pair[0], low]))
    });
    let sum: u32 = words.sum();
    let folded = (sum & 0xffff) + (sum >> 16);
    !u16::try_from((folded & 0xffff) + (folded >> 16)).unwrap_or(u16::MAX)
}

/// Who answered the echo request with that mark to `destination`, and with what. `None` where a packet that came from `from`
/// is no answer to it. Over IPv4 it comes with its IP header.
pub(super) fn echo_answer(
    destination: IpAddr,
    from: IpAddr,
    packet: &[u8],
    mark: Mark,
) -> Option<(IpAddr, HopAnswer)> {
    let v6 = destination.is_ipv6();
    let message = if v6 { packet } else { behind_ip(packet)? };
    let (kind, code) = (*message.first()?, *message.get(1)?);
    let answer = match (v6, kind) {
        (false, 0) | (true, 129) => {
            let ours = from == destination && has_mark(message, mark);
            return ours.then_some((from, HopAnswer::Replied));
        }
        (false, 11) | (true, 3) if code == 0 => HopAnswer::TimeExceeded,
        (false, 3) | (true, 1) => HopAnswer::Unreachable(Icmp {
            kind,
            code,
            from: Some(from),
            v6,
        }),
        _ => return None,
    };
    let quoted = message.get(8..)?;
    let request = if v6 {
        quoted.get(40..)?
    } else {
        behind_ip(quoted)?
    };
    let is_request = *request.first()? == if v6 { 128 } else { 8 };
    (is_request && has_mark(request, mark)).then_some((from, answer))
}

/// What follows the header of an IPv4 packet.
fn behind_ip(packet: &[u8]) -> Option<&[u8]> {
    let first = *packet.first()?;
    let length = usize::from(first & 15) * 4;
    (first >> 4 == 4).then(|| packet.get(length..)).flatten()
}

fn has_mark(message: &[u8], Mark(mark): Mark) -> bool {
    field::<4>(message, 4) == Some(mark.to_be_bytes())
}

/// `struct tcp_connection_info` of `netinet/tcp.h`. Times are in milliseconds. When anything was heard last it does not tell.
pub(super) fn tcp_info(info: &[u8]) -> Option<TcpState> {
    let long = |offset| Some(u32::from_ne_bytes(field(info, offset)?));
    let longer = |offset| Some(u64::from_ne_bytes(field(info, offset)?));
    let rtt = long(44)?;
    // What was sent again, and what is still to be acknowledged.
    let (repeated, waiting) = (longer(72)?, u64::from(long(32)?));
    let narrow = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    Some(TcpState {
        retransmissions: narrow(longer(104)?),
        acknowledged: longer(64)?.saturating_sub(repeated).saturating_sub(waiting),
        received: longer(88)?,
        rtt: (rtt > 0).then(|| Duration::from_millis(rtt.into())),
        silent_for: None,
        ..TcpState::default()
    })
}

/// The routers of the default routes in a dump of the routing table, those first that hold for every interface.
///
/// Each entry is a `struct rt_msghdr` and, behind it, the addresses that its mask names: destination, gateway, netmask, each
/// with its length first and rounded up to four bytes.
pub(super) fn gateways(table: &[u8]) -> Vec<IpAddr> {
    /// Of one interface alone (`RTF_IFSCOPE`).
    const SCOPED: u32 = 0x100_0000;
    let mut found: Vec<(bool, IpAddr)> = Vec::new();
    let mut rest = table;
    while let Some(length) = field::<2>(rest, 0).map(u16::from_ne_bytes) {
        let Some(entry) = rest
            .get(..usize::from(length))
            .filter(|entry| !entry.is_empty())
        else {
            break;
        };
        let flags = field(entry, 8).map_or(0, u32::from_ne_bytes);
        let new = default_gateway(entry).map(|gateway| (flags & SCOPED != 0, gateway));
        found.extend(new);
        rest = &rest[entry.len()..];
    }
    found.sort_by_key(|(scoped, _)| *scoped);
    let mut gateways = Vec::new();
    for (_, gateway) in found {
        if !gateways.contains(&gateway) {
            gateways.push(gateway);
        }
    }
    gateways
}

fn default_gateway(entry: &[u8]) -> Option<IpAddr> {
    /// `RTA_DST`, `RTA_GATEWAY` and `RTA_NETMASK`.
    const ALL: u32 = 1 | 2 | 4;
    let named = u32::from_ne_bytes(field(entry, 12)?);
    if named & ALL != ALL {
        return None;
    }
    let mut rest = entry.get(ROUTE_HEADER..)?;
    let mut next = || {
        let length = usize::from(*rest.first()?);
        let (own, behind) = (
            rest.get(..length)?,
            rest.get(length.max(1).next_multiple_of(4)..),
        );
        rest = behind.unwrap_or_default();
        Some(own)
    };
    let (destination, gateway, mask) = (next()?, next()?, next()?);
    let to_all = address(destination)?.is_unspecified();
    // The netmask of a default route has no bit, and mostly no length either.
    let without_mask = mask
        .get(4..)
        .unwrap_or_default()
        .iter()
        .all(|byte| *byte == 0);
    address(gateway).filter(|gateway| to_all && without_mask && !gateway.is_unspecified())
}

/// The address of a `sockaddr` of BSD. The kernel keeps the zone of a link-local one inside of it.
fn address(socket_address: &[u8]) -> Option<IpAddr> {
    let family = *socket_address.get(1)?;
    if family == FAMILIES.0 {
        Some(Ipv4Addr::from(field::<4>(socket_address, 4)?).into())
    } else if family == FAMILIES.1 {
        let mut bytes = field::<16>(socket_address, 8)?;
        if bytes[..2] == [0xfe, 0x80] {
            bytes[2..4].fill(0);
        }
        Some(Ipv6Addr::from(bytes).into())
    } else {
        None
    }
}

fn field<const N: usize>(bytes: &[u8], offset: usize) -> Option<[u8; N]> {
    bytes.get(offset..)?.first_chunk().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
    const ROUTER: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 12, 0, 2));

    fn in_ip(message: &[u8]) -> Vec<u8> {
        let mut packet = vec![0; 20];
        packet[0] = 0x45;
        packet.extend(message);
        packet
    }

    #[test]
    fn a_request_has_a_good_checksum() {
        let request = echo_request(false, Mark(0x1234_0007));
        assert_eq!(checksum(&request), 0);
        assert_eq!(request[..2], [8, 0]);
        assert_eq!(echo_request(true, Mark(1))[..4], [128, 0, 0, 0]);
    }

    #[test]
    fn an_answer_is_known_by_its_mark() {
        let mark = Mark::new(0x5_1234, 7);
        assert_eq!(mark, Mark(0x1234_0007));
        let mut reply = echo_request(false, mark);
        reply[0] = 0;
        let rows = [
            (in_ip(&reply), SERVER, mark, Some(HopAnswer::Replied)),
            (in_ip(&reply), ROUTER, mark, None),
            (in_ip(&reply), SERVER, Mark(1), None),
            (vec![0x45], SERVER, mark, None),
            (vec![], SERVER, mark, None),
        ];
        for (packet, from, mark, expected) in rows {
            let heard = echo_answer(SERVER, from, &packet, mark);
            assert_eq!(heard.map(|(_, answer)| answer), expected);
        }
    }

    #[test]
    fn a_router_quotes_what_it_let_die() {
        let mark = Mark(0x1234_0007);
        let about = |kind: u8, code: u8| {
            let mut message = vec![kind, code, 0, 0, 0, 0, 0, 0];
            message.extend(in_ip(&echo_request(false, mark)));
            in_ip(&message)
        };
        let heard = |packet: &[u8], mark| {
            echo_answer(SERVER, ROUTER, packet, mark).map(|(_, answer)| answer)
        };
        assert_eq!(heard(&about(11, 0), mark), Some(HopAnswer::TimeExceeded));
        assert_eq!(heard(&about(11, 0), Mark(2)), None);
        assert_eq!(heard(&about(11, 1), mark), None);
        let prohibited = Icmp {
            kind: 3,
            code: 13,
            from: Some(ROUTER),
            v6: false,
        };
        assert_eq!(
            heard(&about(3, 13), mark),
            Some(HopAnswer::Unreachable(prohibited))
        );
    }

    #[test]
    fn the_same_over_ipv6_without_the_outer_header() {
        let mark = Mark(9);
        let [server, router] = ["2001:db8::25", "2001:db8::1"].map(|text| {
            let address: IpAddr = text.parse().expect("an address");
            address
        });
        let mut reply = echo_request(true, mark);
        reply[0] = 129;
        let replied = echo_answer(server, server, &reply, mark);
        assert_eq!(replied, Some((server, HopAnswer::Replied)));
        let mut message = vec![3, 0, 0, 0, 0, 0, 0, 0];
        message.extend([0; 40]);
        message.extend(echo_request(true, mark));
        let died = echo_answer(server, router, &message, mark);
        assert_eq!(died, Some((router, HopAnswer::TimeExceeded)));
    }

    #[test]
    fn the_kernel_tells_of_a_connection() {
        let mut info = [0_u8; 112];
        let mut put = |offset: usize, bytes: &[u8]| {
            info[offset..offset + bytes.len()].copy_from_slice(bytes);
        };
        put(32, &10_u32.to_ne_bytes());
        put(44, &23_u32.to_ne_bytes());
        put(64, &120_u64.to_ne_bytes());
        put(72, &20_u64.to_ne_bytes());
        put(88, &77_u64.to_ne_bytes());
        put(104, &5_u64.to_ne_bytes());
        let expected = TcpState {
            retransmissions: 5,
            acknowledged: 90,
            received: 77,
            rtt: Some(Duration::from_millis(23)),
            ..TcpState::default()
        };
        assert_eq!(tcp_info(&info), Some(expected));
        assert_eq!(tcp_info(&info[..111]), None);
    }

    /// An entry of the routing table: flags, destination, gateway, netmask.
    fn entry(flags: u32, parts: &[&[u8]]) -> Vec<u8> {
        let mut entry = vec![0; ROUTE_HEADER];
        entry[8..12].copy_from_slice(&flags.to_ne_bytes());
        entry[12..16].copy_from_slice(&7_u32.to_ne_bytes());
        for part in parts {
            entry.extend(*part);
            entry.resize(entry.len().next_multiple_of(4), 0);
        }
        let length = u16::try_from(entry.len()).expect("short");
        entry[..2].copy_from_slice(&length.to_ne_bytes());
        entry
    }

    #[test]
    fn default_routes_lead_to_gateways() {
        let v4 = |address: [u8; 4]| {
            let mut bytes = vec![16, 2, 0, 0];
            bytes.extend(address);
            bytes.extend([0; 8]);
            bytes
        };
        let mut v6 = vec![28, 30, 0, 0, 0, 0, 0, 0, 0xfe, 0x80, 0, 4];
        v6.extend([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
        let mut any_v6 = vec![28, 30];
        any_v6.resize(28, 0);
        let none: &[u8] = &[0, 0, 0, 0];
        let table = [
            entry(0x100_0003, &[&v4([0; 4]), &v4([10, 0, 0, 1]), none]),
            entry(3, &[&v4([0; 4]), &v4([10, 12, 0, 2]), none]),
            entry(
                3,
                &[
                    &v4([10, 9, 0, 0]),
                    &v4([10, 0, 0, 9]),
                    &[6, 0, 0, 0, 255, 255],
                ],
            ),
            entry(3, &[&v4([0; 4]), &v4([10, 0, 0, 8]), &[5, 0, 0, 0, 128]]),
            entry(3, &[&any_v6, &v6, none]),
        ];
        let expected: Vec<IpAddr> = vec![
            ROUTER,
            "fe80::1".parse().expect("an address"),
            [10, 0, 0, 1].into(),
        ];
        assert_eq!(gateways(&table.concat()), expected);
        assert_eq!(gateways(&[200, 0, 1]), Vec::<IpAddr>::new());
        assert_eq!(gateways(&[0, 0]), Vec::<IpAddr>::new());
    }
}
