//! The network: client – router 1 – router 2 – router 3 – server, over IPv4 and IPv6.
//!
//! ```text
//! client   wire   10.1.0.2        2001:db8:1::2
//! router1  lan    10.1.0.1        2001:db8:1::1      resolvers of the client at 10.1.0.53 to .59
//!          right  10.12.0.1       2001:db8:12::1
//! router2  left   10.12.0.2       2001:db8:12::2
//!          right  198.51.100.1    2001:db8:23::1
//! router3  left   198.51.100.2    2001:db8:23::2
//!          right  203.0.113.1     2001:db8:113::1
//! server   wire   203.0.113.N     2001:db8:113::N    one N a host, see hosts.rs
//! ```

use std::fmt::Write as _;
use std::process::Command;
use std::time::Duration;

use serde::Deserialize;

use crate::cable::Cable;
use crate::hosts;
use crate::netns::{Netns, run};

/// The machines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Place {
    /// Where mailcheck runs.
    Client,
    /// The client's gateway, with the resolvers.
    Router1,
    /// In the middle.
    Router2,
    /// The server's gateway.
    Router3,
    /// Where the mail servers are.
    Server,
}

impl Place {
    /// All of them, along the path.
    pub(crate) const ALL: [Self; 5] = [
        Self::Client,
        Self::Router1,
        Self::Router2,
        Self::Router3,
        Self::Server,
    ];

    /// The name of the namespace, behind the prefix of the lab.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Router1 => "router1",
            Self::Router2 => "router2",
            Self::Router3 => "router3",
            Self::Server => "server",
        }
    }

    /// The interfaces and their addresses.
    fn interfaces(self) -> Vec<(&'static str, Vec<String>)> {
        let both =
            |device, v4: &str, v6: &str| (device, vec![format!("{v4}/24"), format!("{v6}/64")]);
        match self {
            Self::Client => vec![both("wire", "10.1.0.2", "2001:db8:1::2")],
            Self::Router1 => {
                let mut lan = both("lan", "10.1.0.1", "2001:db8:1::1");
                lan.1
                    .extend((53..=59).map(|number| format!("10.1.0.{number}/24")));
                vec![lan, both("right", "10.12.0.1", "2001:db8:12::1")]
            }
            Self::Router2 => vec![
                both("left", "10.12.0.2", "2001:db8:12::2"),
                both("right", "198.51.100.1", "2001:db8:23::1"),
            ],
            Self::Router3 => vec![
                both("left", "198.51.100.2", "2001:db8:23::2"),
                both("right", "203.0.113.1", "2001:db8:113::1"),
            ],
            Self::Server => {
                let mut up = ("wire", Vec::new());
                for host in hosts::numbers() {
                    up.1.push(format!("203.0.113.{host}/24"));
                    up.1.push(format!("2001:db8:113::{host}/64"));
                }
                vec![up]
            }
        }
    }

    /// The routes, each as the words after `ip route replace`.
    fn routes(self) -> &'static [&'static str] {
        match self {
            Self::Client => &["default via 10.1.0.1", "default via 2001:db8:1::1"],
            Self::Router1 => &["default via 10.12.0.2", "default via 2001:db8:12::2"],
            Self::Router2 => &[
                "10.1.0.0/24 via 10.12.0.1",
                "2001:db8:1::/64 via 2001:db8:12::1",
                "203.0.113.0/24 via 198.51.100.2",
                "2001:db8:113::/64 via 2001:db8:23::2",
            ],
            Self::Router3 => &[
                "10.1.0.0/24 via 198.51.100.1",
                "2001:db8:1::/64 via 2001:db8:23::1",
                "10.12.0.0/24 via 198.51.100.1",
                "2001:db8:12::/64 via 2001:db8:23::1",
            ],
            Self::Server => &["default via 203.0.113.1", "default via 2001:db8:113::1"],
        }
    }

    fn is_router(self) -> bool {
        matches!(self, Self::Router1 | Self::Router2 | Self::Router3)
    }
}

/// The five machines and the cables between them.
pub(crate) struct Topology {
    machines: Vec<Netns>,
    /// Between the client and its router.
    pub(crate) cable: Cable,
    clean: Vec<String>,
    rules: String,
}

impl Topology {
    /// Builds everything. `prefix` tells several labs apart. Real servers listen where they should; scripted ones listen
    /// everywhere, and `real_servers` says whether that must be mended.
    pub(crate) fn build(prefix: &str, real_servers: bool) -> Self {
        let machines: Vec<Netns> = Place::ALL
            .iter()
            .map(|place| Netns::new(&format!("{prefix}{}", place.name())))
            .collect();
        for (place, netns) in Place::ALL.iter().zip(&machines) {
            netns.sh(SETTINGS);
            if place.is_router() {
                netns.sh("sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1");
            }
        }
        let cable = Cable::lay(prefix, [(&machines[0], "wire"), (&machines[1], "lan")]);
        for (left, (near, far)) in [
            (1, ("right", "left")),
            (2, ("right", "left")),
            (3, ("right", "wire")),
        ] {
            run(Command::new("ip")
                .args([
                    "link",
                    "add",
                    "name",
                    near,
                    "netns",
                    &machines[left].name,
                    "type",
                    "veth",
                ])
                .args(["peer", "name", far, "netns", &machines[left + 1].name]));
        }
        let mut topology = Self {
            machines,
            cable,
            clean: Vec::new(),
            rules: COUNTERS.to_owned(),
        };
        if !real_servers {
            topology.rules.push_str(&shut());
        }
        topology.restore();
        topology.clean = topology.state();
        topology
    }

    /// One of the machines.
    pub(crate) fn at(&self, place: Place) -> &Netns {
        &self.machines[place as usize]
    }

    /// Puts interfaces, addresses, routes and rules back to what they were when the lab was new.
    ///
    /// Every step is idempotent, because only the broken scenario knows what is broken. Settings of the kernel are
    /// put back by who changed them.
    pub(crate) fn restore(&self) {
        self.cable.set_extra_round_trip(Duration::ZERO);
        for place in Place::ALL {
            let netns = self.at(place);
            let mut batch = String::new();
            for (device, addresses) in place.interfaces() {
                let _ = writeln!(batch, "link set dev {device} mtu 1500 up");
                for address in addresses {
                    let _ = writeln!(batch, "address replace {address} dev {device} nodad");
                }
            }
            for route in place.routes() {
                let _ = writeln!(batch, "route replace {route} proto static");
            }
            batch.push_str("neighbour flush all\n");
            // Our own routes are static; what a scenario adds is "boot", the default of ip.
            netns.sh(
                "ip -4 route flush table main proto boot; ip -6 route flush table main proto boot; \
                 ip -4 route flush cache; ip -6 route flush cache",
            );
            netns.ip(&batch);
            netns.nft(&format!(
                "flush ruleset\n{}",
                if place == Place::Server {
                    &self.rules
                } else {
                    ""
                }
            ));
        }
    }

    /// Makes the client forget whom it knows on its network; the last words of an earlier scenario may have told it.
    pub(crate) fn forget_neighbours(&self) {
        self.at(Place::Client).ip("neighbour flush all\n");
    }

    /// What differs from the new lab, in words; empty when nothing does.
    pub(crate) fn dirt(&self) -> String {
        let mut dirt = String::new();
        for ((place, clean), now) in Place::ALL.iter().zip(&self.clean).zip(self.state()) {
            let clean: Vec<&str> = clean.lines().collect();
            let now: Vec<&str> = now.lines().collect();
            for line in clean.iter().filter(|line| !now.contains(line)) {
                let _ = writeln!(dirt, "{}: missing {line}", place.name());
            }
            for line in now.iter().filter(|line| !clean.contains(line)) {
                let _ = writeln!(dirt, "{}: left {line}", place.name());
            }
        }
        dirt
    }

    /// Everything that a scenario may change, as text, a machine each.
    fn state(&self) -> Vec<String> {
        let script = "ip -oneline link; ip -4 route show table all; ip -6 route show table all; ip -4 rule; ip -6 rule; \
             ip -oneline address; nft --stateless list ruleset; sysctl -a 2>/dev/null | grep -E \
             '^net.(ipv4.(ip_forward|icmp_|tcp_|ip_local|conf.(all|default).)|ipv6.(icmp|conf.all)|netfilter.nf_conntrack_tcp)' \
             | grep -vE 'fastopen_key|tcp_(fin|challenge)_ack|conntrack_count'";
        Place::ALL
            .iter()
            .map(|place| self.at(*place).sh(script))
            .collect()
    }

    /// How many different connections have been tried that reached the server, by port.
    pub(crate) fn connections(&self) -> Vec<(u16, usize)> {
        let listing = self
            .at(Place::Server)
            .sh("nft -j list set inet lab seen4; nft -j list set inet lab seen6");
        let mut counts = std::collections::BTreeMap::new();
        for line in listing.lines() {
            let json: serde_json::Value = serde_json::from_str(line).expect("nft -j speaks JSON");
            let elements = json["nftables"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|o| o["set"]["elem"].as_array());
            for element in elements.flatten() {
                let concat = element["concat"]
                    .as_array()
                    .or_else(|| element["elem"]["val"]["concat"].as_array());
                let port = concat
                    .and_then(|parts| parts.last()?.as_u64())
                    .expect("an address and two ports");
                *counts
                    .entry(u16::try_from(port).expect("a port"))
                    .or_default() += 1;
            }
        }
        counts.into_iter().collect()
    }
}

/// The settings of the kernel. A router answers every packet that dies on it, as real ones nearly do.
const SETTINGS: &str = "sysctl -qw net.ipv4.icmp_ratelimit=0 net.ipv6.icmp.ratelimit=0 \
    net.ipv6.conf.all.keep_addr_on_down=1 net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.default.rp_filter=0 \
    net.ipv4.tcp_no_metrics_save=1 net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0 \
    net.ipv6.conf.default.accept_ra=0 net.ipv6.conf.default.router_solicitations=0";

/// Writes down every connection that is tried, before anything can drop it: a retransmitted SYN is the same connection.
const COUNTERS: &str = "table inet lab {
  set seen4 { type ipv4_addr . inet_service . inet_service; size 4096; flags dynamic; }
  set seen6 { type ipv6_addr . inet_service . inet_service; size 4096; flags dynamic; }
  chain arriving {
    type filter hook prerouting priority -400; policy accept;
    iifname wire tcp flags & (syn | ack) == syn ip protocol tcp add @seen4 { ip saddr . tcp sport . tcp dport }
    iifname wire tcp flags & (syn | ack) == syn ip6 nexthdr tcp add @seen6 { ip6 saddr . tcp sport . tcp dport }
  }
}
";

/// Refuses what the scripted servers would take at addresses where nothing is to be.
fn shut() -> String {
    let empty = hosts::HOSTS
        .iter()
        .filter(|host| !matches!(host.runs, hosts::Runs::Both(_)));
    let mut lines = String::new();
    for host in empty {
        // What a scenario redirects has another port by now.
        let ports = "tcp dport { 25, 587, 465, 110, 995, 143, 993 } reject with tcp reset";
        let _ = writeln!(
            lines,
            "    ip daddr {} {ports}\n    ip6 daddr {} {ports}",
            host.ipv4(),
            host.ipv6()
        );
    }
    format!(
        "table inet shut {{\n  chain c {{\n    type filter hook input priority 0;\n{lines}  }}\n}}\n"
    )
}
