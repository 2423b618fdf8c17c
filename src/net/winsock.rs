//! What Windows' structures and numbers mean, read from bytes: no call is made here, so every system can test it.
//!
//! All numbers are little-endian, as on every machine that Windows runs on; addresses stand in the order of the network.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use crate::facts::{HopAnswer, TcpState};
use crate::failure::Icmp;

/// `AF_INET` and `AF_INET6` of `ws2def.h`.
const FAMILIES: (u16, u16) = (2, 23);

/// The address of a `SOCKADDR_IN`, a `SOCKADDR_IN6` or a `SOCKADDR_INET`.
pub(super) fn address(socket_address: &[u8]) -> Option<IpAddr> {
    let family = u16::from_le_bytes(field(socket_address, 0)?);
    if family == FAMILIES.0 {
        Some(Ipv4Addr::from(field::<4>(socket_address, 4)?).into())
    } else if family == FAMILIES.1 {
        Some(Ipv6Addr::from(field::<16>(socket_address, 8)?).into())
    } else {
        None
    }
}

/// An address as a `SOCKADDR_INET` without port and zone.
pub(super) fn socket_address(address: IpAddr) -> [u8; 28] {
    let mut bytes = [0; 28];
    let family = match address {
        IpAddr::V4(v4) => {
            bytes[4..8].copy_from_slice(&v4.octets());
            FAMILIES.0
        }
        IpAddr::V6(v6) => {
            bytes[8..24].copy_from_slice(&v6.octets());
            FAMILIES.1
        }
    };
    bytes[..2].copy_from_slice(&family.to_le_bytes());
    bytes
}

/// Who answered an echo request, and the status: of an `ICMP_ECHO_REPLY`.
pub(super) fn echo_reply_v4(reply: &[u8]) -> Option<(IpAddr, u32)> {
    let from = Ipv4Addr::from(field::<4>(reply, 0)?);
    Some((from.into(), u32::from_le_bytes(field(reply, 4)?)))
}

/// The same of an `ICMPV6_ECHO_REPLY_LH`: a packed `IPV6_ADDRESS_EX` of 26 bytes, and two to align the status.
pub(super) fn echo_reply_v6(reply: &[u8]) -> Option<(IpAddr, u32)> {
    let from = Ipv6Addr::from(field::<16>(reply, 6)?);
    Some((from.into(), u32::from_le_bytes(field(reply, 28)?)))
}

/// What a status of `ipexport.h` says of an echo request to `destination` that `from` answered.
///
/// `None` is silence. Over IPv4 a prohibition has no status of its own: it comes as that of a net or a host, by whichever name
/// the system has for codes that it does not know (one that imitates Windows says net, Wine host), so that these two say no
/// more than that somebody stopped the request. IPv6 has a status for each.
pub(super) fn echo_answer(
    destination: IpAddr,
    from: IpAddr,
    status: u32,
) -> Option<(IpAddr, HopAnswer)> {
    let v6 = destination.is_ipv6();
    let error = |v4, of_v6| {
        HopAnswer::Unreachable(Icmp {
            kind: if v6 { 1 } else { 3 },
            code: if v6 { of_v6 } else { v4 },
            from: Some(from),
            v6,
        })
    };
    let answer = match status {
        0 if from == destination => HopAnswer::Replied,
        11002 | 11003 if !v6 => HopAnswer::Stopped,
        11002 => error(0, 0),
        11003 => error(1, 3),
        11004 => error(2, 1),
        11005 => error(3, 4),
        11013 => HopAnswer::TimeExceeded,
        // Timed out (11010), a bad route or destination of our own (11012, 11018), a general failure (11050), and whatever
        // else says nothing of the path.
        _ => return None,
    };
    // Without a sender it is this machine's own word.
    (!from.is_unspecified()).then_some((from, answer))
}

/// Whether a status means that nothing was sent: this machine has no way there, or the request was a bad one.
pub(super) fn echo_was_not_sent(status: u32, from: Option<IpAddr>) -> bool {
    /// `ERROR_ACCESS_DENIED`, `ERROR_NETWORK_UNREACHABLE`, `ERROR_HOST_UNREACHABLE`, `ERROR_NOT_SUPPORTED`,
    /// `ERROR_INVALID_PARAMETER`.
    const WIN32: [u32; 5] = [5, 50, 87, 1231, 1232];
    let nobody = from.is_none_or(|from| from.is_unspecified());
    WIN32.contains(&status)
        || matches!(status, 11006 | 11007 | 11011 | 11012 | 11018 | 11050)
        || nobody && matches!(status, 11002..=11005 | 11045)
}

/// What `SIO_TCP_INFO` gives: `TCP_INFO_v0` or `TCP_INFO_v1`, which begin alike.
///
/// Windows counts bytes where Linux counts segments; a part of a segment is one. When anything was heard last it does not
/// tell, nor of what came in another order whether something was missing. Its page of `BytesOut` does not say whether what
/// was sent again counts once more: as long as something is unacknowledged that is not taken for acknowledged.
pub(super) fn tcp_info(info: &[u8]) -> Option<TcpState> {
    let long = |offset| Some(u32::from_le_bytes(field(info, offset)?));
    let longer = |offset| Some(u64::from_le_bytes(field(info, offset)?));
    let segment = long(4)?.max(1);
    let (in_flight, sent, received) = (long(28)?, longer(48)?, longer(56)?);
    let again = long(68)?;
    let unsure = if in_flight == 0 { 0 } else { again };
    let syns = u32::from(*info.get(84)?);
    let rtt = |offset| {
        let time = long(offset).filter(|time| !matches!(*time, 0 | u32::MAX));
        time.map(|time| Duration::from_micros(time.into()))
    };
    Some(TcpState {
        retransmissions: again.div_ceil(segment).saturating_add(syns),
        unacknowledged: in_flight.div_ceil(segment),
        acknowledged: sent
            .saturating_sub(in_flight.into())
            .saturating_sub(unsure.into()),
        received,
        rtt: rtt(20),
        min_rtt: rtt(24),
        silent_for: None,
        ..TcpState::default()
    })
}

/// The ICMP message in an `ICMP_ERROR_INFO` (`TCP_ICMP_ERROR_INFO`): the sender as a `SOCKADDR_INET`, the protocol
/// (1 ICMP, 58 ICMPv6), type and code.
pub(super) fn icmp_error(info: &[u8]) -> Option<Icmp> {
    let from = address(info.get(..28)?)?;
    let v6 = match u32::from_le_bytes(field(info, 28)?) {
        1 => false,
        58 => true,
        _ => return None,
    };
    Some(Icmp {
        kind: *info.get(32)?,
        code: *info.get(33)?,
        from: Some(from),
        v6,
    })
}

/// Whether a neighbour answers, by its `NL_NEIGHBOR_STATE`: unreachable and incomplete say no, reachable and permanent yes.
/// Probe, delay and stale say that it did once, unless the hardware address was never found out. Where none is needed, as in
/// a tunnel, it has no length.
pub(super) fn answers(state: i32, hardware: &[u8]) -> Option<bool> {
    match state {
        0 | 1 => Some(false),
        5 | 6 => Some(true),
        _ => {
            let unknown = !hardware.is_empty() && hardware.iter().all(|byte| *byte == 0);
            unknown.then_some(false)
        }
    }
}

/// The addresses in the order of their metrics, each once.
pub(super) fn by_metric(mut routes: Vec<(u32, IpAddr)>) -> Vec<IpAddr> {
    // Stable: among equals the system's order counts. IPv4 comes first, as everywhere.
    routes.sort_by_key(|(metric, gateway)| (gateway.is_ipv6(), *metric));
    let mut gateways = Vec::new();
    for (_, gateway) in routes {
        if !gateways.contains(&gateway) {
            gateways.push(gateway);
        }
    }
    gateways
}

fn field<const N: usize>(bytes: &[u8], offset: usize) -> Option<[u8; N]> {
    bytes.get(offset..)?.first_chunk().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
    const ROUTER: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 12, 0, 2));

    fn unreachable(kind: u8, code: u8, from: IpAddr) -> HopAnswer {
        HopAnswer::Unreachable(Icmp {
            kind,
            code,
            from: Some(from),
            v6: from.is_ipv6(),
        })
    }

    #[test]
    fn addresses_come_back_as_they_went() {
        for text in ["192.0.2.1", "2001:db8::9", "0.0.0.0", "fe80::1"] {
            let own: IpAddr = text.parse().expect("an address");
            assert_eq!(address(&socket_address(own)), Some(own));
        }
        assert_eq!(address(&[0; 28]), None);
        assert_eq!(address(&[2, 0, 0, 0, 10]), None);
    }

    #[test]
    fn a_status_says_who_answered_the_echo() {
        let rows = [
            (0, SERVER, Some(HopAnswer::Replied)),
            // Somebody else's answer to our request is none of the server's.
            (0, ROUTER, None),
            (11013, ROUTER, Some(HopAnswer::TimeExceeded)),
            (11002, ROUTER, Some(HopAnswer::Stopped)),
            (11003, ROUTER, Some(HopAnswer::Stopped)),
            (11004, ROUTER, Some(unreachable(3, 2, ROUTER))),
            (11005, SERVER, Some(unreachable(3, 3, SERVER))),
            (11010, ROUTER, None),
            (11018, ROUTER, None),
            (11050, ROUTER, None),
            (11003, Ipv4Addr::UNSPECIFIED.into(), None),
        ];
        for (status, from, answer) in rows {
            let heard = echo_answer(SERVER, from, status).map(|(_, answer)| answer);
            assert_eq!(heard, answer, "{status} from {from}");
        }
        let [server, router] = ["2001:db8::25", "2001:db8::1"].map(|text| {
            let address: IpAddr = text.parse().expect("an address");
            address
        });
        for (status, code) in [(11002, 0), (11003, 3), (11004, 1), (11005, 4)] {
            let heard = echo_answer(server, router, status);
            assert_eq!(heard, Some((router, unreachable(1, code, router))));
        }
    }

    #[test]
    fn what_was_not_sent_is_no_silence() {
        let nobody = Some(Ipv4Addr::UNSPECIFIED.into());
        let rows = [
            (11010, None, false),
            (11002, Some(ROUTER), false),
            (11002, nobody, true),
            (11003, None, true),
            (11018, None, true),
            (11050, None, true),
            (1231, None, true),
            (5, None, true),
            (11013, Some(ROUTER), false),
        ];
        for (status, from, expected) in rows {
            assert_eq!(echo_was_not_sent(status, from), expected, "{status}");
        }
    }

    #[test]
    fn replies_are_read_where_the_structures_have_them() {
        let mut v4 = [0_u8; 40];
        v4[..4].copy_from_slice(&[10, 12, 0, 2]);
        v4[4..8].copy_from_slice(&11013_u32.to_le_bytes());
        assert_eq!(echo_reply_v4(&v4), Some((ROUTER, 11013)));
        let mut v6 = [0_u8; 36];
        v6[6..22].copy_from_slice(&Ipv6Addr::LOCALHOST.octets());
        v6[28..32].copy_from_slice(&11010_u32.to_le_bytes());
        let expected = (IpAddr::V6(Ipv6Addr::LOCALHOST), 11010);
        assert_eq!(echo_reply_v6(&v6), Some(expected));
        assert_eq!(echo_reply_v6(&v6[..30]), None);
    }

    #[test]
    fn the_kernel_tells_of_a_connection_in_bytes() {
        let mut info = [0_u8; 136];
        let mut put = |offset: usize, bytes: &[u8]| {
            info[offset..offset + bytes.len()].copy_from_slice(bytes);
        };
        put(4, &1460_u32.to_le_bytes());
        put(20, &23_000_u32.to_le_bytes());
        put(24, &u32::MAX.to_le_bytes());
        put(28, &1461_u32.to_le_bytes());
        put(48, &2000_u64.to_le_bytes());
        put(56, &77_u64.to_le_bytes());
        put(68, &1461_u32.to_le_bytes());
        put(84, &[3]);
        let expected = TcpState {
            retransmissions: 5,
            unacknowledged: 2,
            // 539 less what may be counted twice.
            acknowledged: 0,
            received: 77,
            rtt: Some(Duration::from_millis(23)),
            ..TcpState::default()
        };
        assert_eq!(tcp_info(&info), Some(expected));
        let mut all_arrived = info;
        all_arrived[28..32].fill(0);
        let all_arrived = tcp_info(&all_arrived).map(|state| state.acknowledged);
        assert_eq!(all_arrived, Some(2000));
        // `TCP_INFO_v0` ends here.
        assert_eq!(tcp_info(&info[..88]), Some(expected));
        assert_eq!(tcp_info(&info[..84]), None);
    }

    #[test]
    fn an_icmp_error_has_its_sender() {
        let mut info = [0_u8; 36];
        info[..28].copy_from_slice(&socket_address(ROUTER));
        info[28] = 1;
        info[32..34].copy_from_slice(&[3, 13]);
        let expected = Icmp {
            kind: 3,
            code: 13,
            from: Some(ROUTER),
            v6: false,
        };
        assert_eq!(icmp_error(&info), Some(expected));
        info[28] = 6;
        assert_eq!(icmp_error(&info), None);
        assert_eq!(icmp_error(&info[..20]), None);
    }

    #[test]
    fn a_neighbour_of_long_ago_says_neither_yes_nor_no() {
        let of_states = |hardware| [0, 1, 2, 3, 4, 5, 6].map(|state| answers(state, hardware));
        let (no, yes) = (Some(false), Some(true));
        let once = [no, no, None, None, None, yes, yes];
        assert_eq!(of_states(&[2, 0, 0, 0, 0, 1]), once);
        assert_eq!(of_states(&[]), once);
        assert_eq!(of_states(&[0; 6]), [no, no, no, no, no, yes, yes]);
    }

    #[test]
    fn the_preferred_gateway_comes_first() {
        let v6: IpAddr = "fe80::1".parse().expect("an address");
        let other: IpAddr = [10, 0, 0, 1].into();
        let routes = vec![(5, v6), (50, other), (25, ROUTER), (75, ROUTER)];
        assert_eq!(by_metric(routes), [ROUTER, other, v6]);
    }
}
