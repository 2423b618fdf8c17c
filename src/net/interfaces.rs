//! The addresses of this machine's interfaces (`getifaddrs`).

use std::net::IpAddr;

use nix::sys::socket::SockaddrStorage;

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
