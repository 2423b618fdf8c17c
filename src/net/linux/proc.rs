//! The tables of `/proc/net` that every user may read.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::facts::{Counters, TableRoute};

/// Flags of a route: it is in use, it leads to a router, and it turns packets away (`include/uapi/linux/route.h`).
const RTF_UP: u32 = 0x1;
const RTF_GATEWAY: u32 = 0x2;
const RTF_REJECT: u32 = 0x200;
/// It was made for one destination, and it leads to this machine itself (`include/uapi/linux/ipv6_route.h`).
const RTF_CACHE: u32 = 0x0100_0000;
const RTF_LOCAL: u32 = 0x8000_0000;

/// The routers of the default routes in `/proc/net/route`, by rising metric.
pub(super) fn gateways_v4(table: &str) -> Vec<IpAddr> {
    default_routers(routes_v4(table))
}

/// The same in `/proc/net/ipv6_route`.
pub(super) fn gateways_v6(table: &str) -> Vec<IpAddr> {
    default_routers(routes_v6(table))
}

/// The routes in `/proc/net/route`: the longest prefix first, and of one length by rising metric.
///
/// Columns: interface, destination, gateway, flags, references, use, metric, mask, and more. Addresses are hexadecimal
/// numbers in the byte order of the machine.
pub(super) fn routes_v4(table: &str) -> Vec<TableRoute> {
    in_order(table.lines().filter_map(|line| {
        let columns: Vec<&str> = line.split_ascii_whitespace().collect();
        let hex = |index: usize| u32::from_str_radix(columns.get(index)?, 16).ok();
        let address = |index: usize| Some(Ipv4Addr::from(hex(index)?.to_ne_bytes()));
        let (network, gateway, flags) = (address(1)?, address(2)?, hex(3)?);
        let length = u32::from(address(7)?).leading_ones();
        let route = TableRoute {
            network: network.into(),
            length: u8::try_from(length).ok()?,
            gateway: (flags & RTF_GATEWAY != 0).then_some(gateway.into()),
        };
        is_taken(flags).then_some((columns.get(6)?.parse().ok()?, route))
    }))
}

/// The same in `/proc/net/ipv6_route`, without what leads to this machine itself.
///
/// Columns: destination, its length, source, its length, next hop, metric, references, use, flags, interface. All are
/// hexadecimal, addresses in the order of the network.
pub(super) fn routes_v6(table: &str) -> Vec<TableRoute> {
    in_order(table.lines().filter_map(|line| {
        let columns: Vec<&str> = line.split_ascii_whitespace().collect();
        let hex = |index: usize| u32::from_str_radix(columns.get(index)?, 16).ok();
        let address = |index: usize| {
            Some(Ipv6Addr::from(
                u128::from_str_radix(columns.get(index)?, 16).ok()?,
            ))
        };
        let (network, gateway, flags) = (address(0)?, address(4)?, hex(8)?);
        let route = TableRoute {
            network: network.into(),
            length: u8::try_from(hex(1)?).ok()?,
            gateway: (flags & RTF_GATEWAY != 0).then_some(gateway.into()),
        };
        is_taken(flags).then_some((hex(5)?, route))
    }))
}

/// Whether packets are sent along a route with these flags.
fn is_taken(flags: u32) -> bool {
    flags & RTF_UP != 0 && flags & (RTF_REJECT | RTF_CACHE | RTF_LOCAL) == 0
}

fn in_order(routes: impl Iterator<Item = (u32, TableRoute)>) -> Vec<TableRoute> {
    let mut routes: Vec<(u32, TableRoute)> = routes.collect();
    // Stable: among equals the kernel's order counts.
    routes.sort_by_key(|(metric, route)| (std::cmp::Reverse(route.length), *metric));
    routes.into_iter().map(|(_, route)| route).collect()
}

fn default_routers(routes: Vec<TableRoute>) -> Vec<IpAddr> {
    let defaults = routes.into_iter().filter(|route| route.length == 0);
    let mut gateways = Vec::new();
    for gateway in defaults.filter_map(|route| route.gateway) {
        if !gateways.contains(&gateway) {
            gateways.push(gateway);
        }
    }
    gateways
}

/// Whether a connection in `/proc/net/tcp` or `/proc/net/tcp6` leads to `address`.
///
/// Columns: number, own end, other end, and more. An end is an address, in words of 32 bits in the byte order of the
/// machine, and a port.
pub(super) fn has_connection_to(table: &str, address: SocketAddr) -> bool {
    let word = |bytes: &[u8]| {
        let bytes = bytes.try_into().unwrap_or_default();
        format!("{:08X}", u32::from_ne_bytes(bytes))
    };
    let bytes = match address.ip() {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets().to_vec(),
    };
    let words: String = bytes.chunks(4).map(word).collect();
    let end = format!("{words}:{:04X}", address.port());
    let mut ends = table
        .lines()
        .map(|line| line.split_ascii_whitespace().nth(2));
    ends.any(|other| other == Some(&end))
}

/// The counters of `/proc/net/netstat`. A counter that this kernel does not have stands at zero.
pub(super) fn counters(netstat: &str) -> Option<Counters> {
    let count = |name| counter(netstat, "TcpExt:", name);
    // Every kernel with the table counts this one.
    count("SyncookiesSent")?;
    Some(Counters {
        retransmissions_failed: count("TCPRetransFail").unwrap_or_default(),
        syn_retransmissions: count("TCPSynRetrans").unwrap_or_default(),
    })
}

/// Each group has a line of names and, below it, a line of values; both begin with the group.
fn counter(table: &str, group: &str, name: &str) -> Option<u64> {
    let mut lines = table.lines().filter_map(|line| line.strip_prefix(group));
    let (names, values) = (lines.next()?, lines.next()?);
    let place = names
        .split_ascii_whitespace()
        .position(|column| column == name)?;
    values.split_ascii_whitespace().nth(place)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_is_found_by_its_other_end() {
        let v4 = "  sl  local_address rem_address   st tx_queue\n   \
                  0: 0100007F:0019 00000000:0000 0A 00000000:00000000\n   \
                  1: 0100007F:1F90 0200010A:C350 01 00000000:00000000\n";
        let v6 = "  sl  local_address                         remote_address                        st\n   \
                  0: B80D0120000000000000000001000000:0019 0000000000000000FFFF00000200010A:C350 01\n";
        let little_endian = cfg!(target_endian = "little");
        let ours = SocketAddr::from(([10, 1, 0, 2], 50000));
        assert_eq!(has_connection_to(v4, ours), little_endian);
        assert!(!has_connection_to(
            v4,
            SocketAddr::from(([10, 1, 0, 2], 50001))
        ));
        let mapped = SocketAddr::from((Ipv4Addr::new(10, 1, 0, 2).to_ipv6_mapped(), 50000));
        assert_eq!(has_connection_to(v6, mapped), little_endian);
        assert!(!has_connection_to(v6, ours));
    }

    #[test]
    fn the_preferred_default_route_comes_first() {
        let gateway = |address: &str| {
            let address: Ipv4Addr = address.parse().unwrap();
            format!("{:08X}", u32::from_ne_bytes(address.octets()))
        };
        let table = format!(
            "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n\
             wlan0\t00000000\t{wireless}\t0003\t0\t0\t600\t00000000\t0\t0\t0\n\
             eth0\t00000000\t{wired}\t0003\t0\t0\t100\t00000000\t0\t0\t0\n\
             eth1\t00000000\t{wired}\t0003\t0\t0\t700\t00000000\t0\t0\t0\n\
             ppp0\t00000000\t00000000\t0001\t0\t0\t0\t00000000\t0\t0\t0\n\
             tun0\t00000000\t{half}\t0003\t0\t0\t0\t00000080\t0\t0\t0\n\
             eth0\t0000A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n",
            wireless = gateway("10.0.0.1"),
            wired = gateway("192.168.0.1"),
            half = gateway("10.8.0.1"),
        );
        let expected: [IpAddr; 2] = [
            Ipv4Addr::new(192, 168, 0, 1).into(),
            Ipv4Addr::new(10, 0, 0, 1).into(),
        ];
        assert_eq!(gateways_v4(&table), expected);
        let gateway_of = |length| {
            let routes = routes_v4(&table);
            let found = routes.iter().find(|route| route.length == length);
            found.map(|route| (route.network.to_string(), route.gateway))
        };
        let half = Some(Ipv4Addr::new(10, 8, 0, 1).into());
        assert_eq!(gateway_of(1), Some(("0.0.0.0".to_owned(), half)));
        assert_eq!(gateway_of(24), Some(("192.168.0.0".to_owned(), None)));
        assert!(routes_v4(&table).is_sorted_by_key(|route| 32 - route.length));
    }

    #[test]
    fn the_default_router_of_ipv6_is_found_among_the_other_routes() {
        let zeros = "00000000000000000000000000000000";
        let router = "fe800000000000000000000000000001";
        let table = format!(
            "20010db8000100000000000000000000 40 {zeros} 00 {zeros} 00000100 00000001 00000000 00000001 up0\n\
             20010db8000200000000000000000000 40 {zeros} 00 20010db8000100000000000000000009 00000400 00000001 00000000 00000003 up0\n\
             {zeros} 00 {zeros} 00 {router} 00000400 00000001 00000000 00000003 up0\n\
             {zeros} 00 {zeros} 00 {zeros} ffffffff 00000001 00000000 00200200 lo\n"
        );
        let expected: IpAddr = "fe80::1".parse().unwrap();
        assert_eq!(gateways_v6(&table), [expected]);
        let lengths: Vec<u8> = routes_v6(&table).iter().map(|route| route.length).collect();
        assert_eq!(lengths, [64, 64, 0], "what turns packets away is no way");
    }

    #[test]
    fn counters_are_found_by_name() {
        let table = "TcpExt: SyncookiesSent TCPRetransFail TCPSynRetrans\n\
                     TcpExt: 1 23 456\n\
                     IpExt: InNoRoutes TCPRetransFail\n\
                     IpExt: 7 8\n";
        let expected = Counters {
            retransmissions_failed: 23,
            syn_retransmissions: 456,
        };
        assert_eq!(counters(table), Some(expected));
        let old = "TcpExt: SyncookiesSent TCPSynRetrans\nTcpExt: 1 2\n";
        let expected = Counters {
            retransmissions_failed: 0,
            syn_retransmissions: 2,
        };
        assert_eq!(counters(old), Some(expected));
    }

    #[test]
    fn what_is_no_table_gives_nothing() {
        let broken = [
            "",
            "TcpExt: SyncookiesSent\n",
            "TcpExt: SyncookiesSent\nTcpExt: many\n",
            "TcpExt: A SyncookiesSent\nTcpExt: 1\n",
            "Iface Destination Gateway\neth0 0 1\n",
            "00000000000000000000000000000000 00 0 00 zz 00 00 00 03 up0\n",
        ];
        for table in broken {
            assert_eq!(counters(table), None, "{table:?}");
            assert!(gateways_v4(table).is_empty(), "{table:?}");
            assert!(gateways_v6(table).is_empty(), "{table:?}");
        }
    }
}
