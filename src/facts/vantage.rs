//! From where the network was seen: this machine, its resolvers, routes and proxies.

use std::net::{IpAddr, SocketAddr};

use super::SystemProxy;
use crate::codes::Os;

/// From where the network was seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Vantage {
    /// The operating system.
    pub os: Os,
    /// The resolvers, in the order in which they are asked.
    pub resolvers: Vec<SocketAddr>,
    /// Whether a route to the IPv4 internet exists: the system finds a source address for it.
    pub ipv4: bool,
    /// The same for IPv6.
    pub ipv6: bool,
    /// The proxies that the environment names, without user and password.
    pub proxies: Vec<String>,
    /// The proxy that this system's own settings name. `None` where it has none, or where they are not read.
    pub system_proxy: Option<SystemProxy>,
    /// The addresses of this machine's interfaces, each with the length of its network's prefix.
    pub own_addresses: Vec<(IpAddr, u8)>,
    /// The routers of the default routes, the preferred first (Linux). A link-local one stands without its zone.
    pub gateways: Vec<IpAddr>,
    /// Whether this is the inside of a container, which has a `localhost` of its own.
    pub container: bool,
}

impl Vantage {
    /// Whether `address` is one of this machine's own.
    pub fn is_own(&self, address: IpAddr) -> bool {
        self.own_addresses.iter().any(|(own, _)| *own == address)
    }

    /// Whether `address` is on a network that this machine is on: no router is needed to get there.
    pub fn is_neighbour(&self, address: IpAddr) -> bool {
        self.own_addresses
            .iter()
            .any(|&(own, length)| same_network(own, address, length))
    }
}

pub(crate) fn same_network(one: IpAddr, other: IpAddr, length: u8) -> bool {
    match (one, other) {
        (IpAddr::V4(one), IpAddr::V4(other)) => {
            let shift = 32_u32.saturating_sub(length.into());
            u32::from(one).checked_shr(shift) == u32::from(other).checked_shr(shift)
        }
        (IpAddr::V6(one), IpAddr::V6(other)) => {
            let shift = 128_u32.saturating_sub(length.into());
            u128::from(one).checked_shr(shift) == u128::from(other).checked_shr(shift)
        }
        _ => false,
    }
}
