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
    /// The routes of the main table, the first that holds an address being the one that is taken (Linux). Empty where they
    /// are not read.
    pub routes: Vec<TableRoute>,
    /// The TTL of the IPv4 packets that this machine sends, where that is known (Linux: `net.ipv4.ip_default_ttl`).
    pub default_ttl: Option<u8>,
    /// Whether this is the inside of a container, which has a `localhost` of its own.
    pub container: bool,
}

/// A row of the table of routes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableRoute {
    /// The network that it leads to.
    pub network: IpAddr,
    /// The length of its prefix: 0 for a default route.
    pub length: u8,
    /// The router, where there is one; a link-local one stands without its zone.
    pub gateway: Option<IpAddr>,
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

    /// The route to `address`. `None` where there is none, or where routes are not read.
    pub fn route_to(&self, address: IpAddr) -> Option<&TableRoute> {
        let holds = |route: &&TableRoute| same_network(route.network, address, route.length);
        self.routes.iter().find(holds)
    }

    /// Whether a route sends packets to `address` without a router, though it is on no network of this machine.
    pub fn is_taken_for_neighbour(&self, address: IpAddr) -> bool {
        let direct = |route: &TableRoute| route.gateway.is_none();
        !self.is_neighbour(address) && self.route_to(address).is_some_and(direct)
    }

    /// The routers that packets to `address` may go to, the preferred first.
    pub fn routers_to(&self, address: IpAddr) -> Vec<IpAddr> {
        if let Some(route) = self.route_to(address).filter(|route| route.length > 0) {
            return route.gateway.into_iter().collect();
        }
        let same_family = |gateway: &IpAddr| gateway.is_ipv6() == address.is_ipv6();
        self.gateways.iter().copied().filter(same_family).collect()
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
