//! What can be broken, and how it is done.

use std::fmt::Write as _;
use std::net::{Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use serde::Deserialize;
use socket2::{Domain, Socket, Type};

use crate::certificates::Variant;
use crate::daemons::Daemon;
use crate::forwarder::{Forwarder, Manner};
use crate::hosts::HOSTS;
use crate::lab::Lab;
use crate::names::SCRIPTED;
use crate::netns::Netns;
use crate::proxy::{Proxy, ProxyKind};
use crate::support::server::Server;
use crate::topology::Place;

/// One thing that is broken.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Fault {
    /// Packets are dropped without a word.
    Drop(Filter),
    /// Packets are answered with a refusal.
    Reject(Filter),
    /// Rules for nftables, as they are.
    Nft { on: Place, rules: String },
    /// Commands for `ip`, a line each.
    Ip { on: Place, run: Vec<String> },
    /// Settings of the kernel.
    Sysctl { on: Place, set: Vec<String> },
    /// A round trip takes so many milliseconds longer.
    Delay(u64),
    /// A server that plays a dialogue (tests/support/transcript.rs) to every client.
    Serve(Serve),
    /// A port that answers RST because nobody listens.
    Closed(Ports),
    /// A port leads to another of the same host.
    Lead(Lead),
    /// A server that takes no connection from the queue, which is full: no further handshake is answered.
    Unheard(Ports),
    /// A server hangs; its kernel goes on.
    Freeze(Daemon),
    /// The name servers in `resolv.conf`.
    Resolvers(Vec<String>),
    /// The only name server is one with these manners.
    Resolver(Manner),
    /// Further lines of the hosts file.
    Hosts(String),
    /// A proxy on router 1 that reaches the server.
    Proxy(ProxyKind),
    /// Connections that are there already, from the client to the ports of a host, in both families.
    Hold(Ports),
}

/// Which packets.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Filter {
    /// On which machine.
    on: Place,
    /// The ports of the service; all where none is given.
    #[serde(default)]
    port: Vec<u16>,
    /// Towards this host or from it; any where none is given.
    host: Option<String>,
    /// 4 or 6; both where none is given.
    family: Option<u8>,
    /// The direction.
    #[serde(default)]
    towards: Towards,
    /// `tcp`, `udp`, `too-big` (the ICMP messages of path MTU discovery) or `all`.
    #[serde(default)]
    protocol: Protocol,
    /// Only packets of this kind.
    when: Option<When>,
    /// One packet of so many, beginning with the first.
    one_of: Option<u8>,
    /// Where in the machine; what fits the machine and the direction where nothing is given.
    hook: Option<String>,
    /// What to answer, for `reject`.
    with: Option<Answer>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Towards {
    #[default]
    Server,
    Client,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Protocol {
    #[default]
    Tcp,
    Udp,
    TooBig,
    All,
}

/// A kind of packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum When {
    /// A TLS handshake record begins it.
    TlsHello,
    /// It has data.
    Data,
    /// It is longer than 1000 bytes.
    Large,
    /// SYN without ACK.
    Syn,
}

/// A refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Answer {
    NetUnreachable,
    HostUnreachable,
    ProtocolUnreachable,
    PortUnreachable,
    NetProhibited,
    HostProhibited,
    AdminProhibited,
    TcpReset,
}

/// Ports of a host.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ports {
    #[serde(default = "mail")]
    host: String,
    port: Vec<u16>,
}

/// Two ports of a host.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lead {
    #[serde(default = "mail")]
    host: String,
    port: u16,
    to: u16,
}

/// A scripted server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Serve {
    /// Where: on a router it takes what is on its way to the host.
    #[serde(default = "server")]
    on: Place,
    #[serde(default = "scripted")]
    host: String,
    port: u16,
    #[serde(default = "good")]
    certificate: Variant,
    dialogue: String,
    /// 4 or 6; both where none is given.
    family: Option<u8>,
}

fn mail() -> String {
    "mail".to_owned()
}

fn server() -> Place {
    Place::Server
}

fn scripted() -> String {
    "scripted".to_owned()
}

fn good() -> Variant {
    Variant::Good
}

/// What lives as long as a scenario. Dropping it ends it.
#[derive(Default)]
pub(crate) struct Broken {
    /// `resolv.conf`, where it is not the usual one.
    pub(crate) resolv_conf: Option<String>,
    /// Further lines of the hosts file.
    pub(crate) hosts: String,
    /// What was done, for people.
    pub(crate) done: Vec<String>,
    servers: Vec<Server>,
    sockets: Vec<Socket>,
    streams: Vec<TcpStream>,
    forwarder: Option<Forwarder>,
    proxies: Vec<Proxy>,
    settings: Vec<(Place, String)>,
    /// What takes away the addresses that were added.
    added: Vec<(Place, String)>,
    frozen: Vec<Daemon>,
    tables: usize,
}

impl Broken {
    /// Breaks one thing more.
    pub(crate) fn add(&mut self, lab: &Lab<'_>, fault: &Fault) {
        match fault {
            Fault::Drop(filter) => self.nft(lab, filter.on, &filter.rules("drop", self.tables)),
            Fault::Reject(filter) => self.nft(lab, filter.on, &filter.rejections(self.tables)),
            Fault::Nft { on, rules } => self.nft(lab, *on, rules),
            Fault::Ip { on, run } => self.ip(lab, *on, run),
            Fault::Sysctl { on, set } => self.sysctl(lab, *on, set),
            Fault::Delay(milliseconds) => {
                self.done.push(format!(
                    "client cable: {milliseconds} ms more for a round trip"
                ));
                lab.topology
                    .cable
                    .set_extra_round_trip(Duration::from_millis(*milliseconds));
            }
            Fault::Serve(serve) => self.serve(lab, serve),
            // The discard service; nobody has it.
            Fault::Closed(ports) => {
                for port in &ports.port {
                    self.redirect(lab, Place::Server, &ports.host, *port, None, 9);
                }
            }
            Fault::Lead(lead) => {
                let [v4, v6] = addresses(&lead.host);
                let Lead { port, to, .. } = lead;
                let rules = format!(
                    "table inet lead{} {{\n  chain c {{\n    type nat hook prerouting priority -100;\n    \
                     ip daddr {v4} tcp dport {port} dnat ip to {v4}:{to}\n    \
                     ip6 daddr {v6} tcp dport {port} dnat ip6 to [{v6}]:{to}\n  }}\n}}\n",
                    self.tables
                );
                self.nft(lab, Place::Server, &rules);
            }
            Fault::Unheard(ports) => self.unheard(lab, ports),
            Fault::Freeze(daemon) => {
                self.done.push(format!("server: kill -STOP {daemon:?}"));
                lab.daemons().freeze(*daemon);
                self.frozen.push(*daemon);
            }
            Fault::Resolvers(addresses) => {
                let lines = addresses.iter().fold(String::new(), |lines, address| {
                    lines + "nameserver " + address + "\n"
                });
                self.resolv_conf(lines);
            }
            Fault::Resolver(manner) => {
                self.done
                    .push(format!("router1: a resolver at {SCRIPTED}: {manner:?}"));
                self.forwarder = Some(Forwarder::start(lab.topology.at(Place::Router1), *manner));
                self.resolv_conf(format!("nameserver {SCRIPTED}\n"));
            }
            Fault::Hosts(lines) => {
                self.done.push(format!("client: /etc/hosts: {lines}"));
                self.hosts.push_str(lines);
                self.hosts.push('\n');
            }
            Fault::Proxy(kind) => {
                self.done.push(format!("router1: {kind:?}"));
                self.proxies.push(Proxy::start(
                    lab.topology.at(Place::Router1),
                    *kind,
                    &lab.home,
                ));
            }
            Fault::Hold(ports) => self.hold(lab, ports),
        }
    }

    /// Puts back what [`crate::topology::Topology::restore`] does not know.
    pub(crate) fn mend(self, lab: &Lab<'_>) {
        for daemon in &self.frozen {
            lab.daemons().thaw(*daemon);
        }
        for (place, setting) in self.settings.iter().rev() {
            lab.topology
                .at(*place)
                .sh(&format!("sysctl -qw '{setting}'"));
        }
        for (place, line) in self.added.iter().rev() {
            lab.topology.at(*place).ip(&format!("{line}\n"));
        }
    }

    fn nft(&mut self, lab: &Lab<'_>, on: Place, rules: &str) {
        self.tables += 1;
        self.done.push(format!(
            "{}: nft: {}",
            on.name(),
            rules.split_whitespace().collect::<Vec<_>>().join(" ")
        ));
        lab.topology.at(on).nft(rules);
    }

    fn ip(&mut self, lab: &Lab<'_>, on: Place, lines: &[String]) {
        let batch = lines.join("\n") + "\n";
        self.done
            .extend(lines.iter().map(|line| format!("{}: ip {line}", on.name())));
        let added = lines
            .iter()
            .filter_map(|line| line.strip_prefix("address add "));
        self.added
            .extend(added.map(|address| (on, format!("address delete {address}"))));
        lab.topology.at(on).ip(&batch);
    }

    fn sysctl(&mut self, lab: &Lab<'_>, on: Place, settings: &[String]) {
        let netns = lab.topology.at(on);
        for setting in settings {
            let (key, _) = setting.split_once('=').expect("a setting has a value");
            let old = netns.sh(&format!("sysctl -n '{}'", key.trim()));
            self.settings
                .push((on, format!("{}={}", key.trim(), old.trim())));
            self.done.push(format!("{}: sysctl {setting}", on.name()));
            netns.sh(&format!("sysctl -qw '{setting}'"));
        }
    }

    fn resolv_conf(&mut self, text: String) {
        self.done.push(format!(
            "client: /etc/resolv.conf: {}",
            text.replace('\n', "; ")
        ));
        self.resolv_conf = Some(text);
    }

    fn serve(&mut self, lab: &Lab<'_>, serve: &Serve) {
        let listener = listen_anywhere(lab.topology.at(serve.on));
        let port = listener.local_addr().expect("an address").port();
        let tls = lab
            .shared
            .certificates
            .get(serve.certificate)
            .server_config();
        let server = Server::on(listener, &serve.dialogue, Some(&tls));
        server.forgive();
        self.servers.push(server);
        self.redirect(lab, serve.on, &serve.host, serve.port, serve.family, port);
    }

    fn unheard(&mut self, lab: &Lab<'_>, ports: &Ports) {
        for port in &ports.port {
            let (listener, fillers) = lab.topology.at(Place::Server).inside(full_queue);
            let bound = listener
                .local_addr()
                .expect("an address")
                .as_socket()
                .expect("IPv6")
                .port();
            self.sockets.push(listener);
            self.sockets.extend(fillers);
            self.redirect(lab, Place::Server, &ports.host, *port, None, bound);
        }
    }

    /// Leads a port of a host to another of the machine's own.
    fn redirect(
        &mut self,
        lab: &Lab<'_>,
        on: Place,
        host: &str,
        port: u16,
        family: Option<u8>,
        to: u16,
    ) {
        let [v4, v6] = addresses(host);
        let name = format!("redirect{}", self.tables);
        let mut rules = format!(
            "table inet {name} {{\n  chain c {{\n    type nat hook prerouting priority -100;\n"
        );
        if family != Some(6) {
            let _ = writeln!(
                rules,
                "    ip daddr {v4} tcp dport {port} redirect to :{to}"
            );
        }
        if family != Some(4) {
            let _ = writeln!(
                rules,
                "    ip6 daddr {v6} tcp dport {port} redirect to :{to}"
            );
        }
        rules.push_str("  }\n}\n");
        self.nft(lab, on, &rules);
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the lab is the other program; the wall holds for the product"
    )]
    fn hold(&mut self, lab: &Lab<'_>, ports: &Ports) {
        for address in addresses(&ports.host) {
            for port in &ports.port {
                let address = SocketAddr::new(address.parse().expect("an address"), *port);
                self.done.push(format!("client: a connection to {address}"));
                let stream = lab
                    .topology
                    .at(Place::Client)
                    .inside(|| TcpStream::connect(address));
                self.streams.push(stream.expect("the server is well"));
            }
        }
    }
}

impl Filter {
    /// A table of rules that end in `verdict`.
    fn rules(&self, verdict: &str, number: usize) -> String {
        assert!(self.with.is_none(), "what is dropped is not answered");
        let mut lines = String::new();
        for family in self.families() {
            let _ = writeln!(lines, "    {} {verdict}", self.matches(family));
        }
        self.table(number, &lines)
    }

    /// A table of rules that answer.
    fn rejections(&self, number: usize) -> String {
        let with = self.with.expect("a rejection says what it answers");
        let mut lines = String::new();
        for family in self.families() {
            if let Some(words) = with.words(family) {
                let _ = writeln!(lines, "    {} reject with {words}", self.matches(family));
            }
        }
        self.table(number, &lines)
    }

    fn families(&self) -> Vec<u8> {
        self.family
            .map_or_else(|| vec![4, 6], |family| vec![family])
    }

    fn table(&self, number: usize, lines: &str) -> String {
        let hook = self
            .hook
            .as_deref()
            .unwrap_or(match (self.on, self.towards) {
                (Place::Client, Towards::Server) | (Place::Server, Towards::Client) => "output",
                (Place::Client, Towards::Client) | (Place::Server, Towards::Server) => "input",
                (Place::Router1 | Place::Router2 | Place::Router3, _) => "forward",
            });
        format!(
            "table inet fault{number} {{\n  chain c {{\n    type filter hook {hook} priority 0;\n{lines}  }}\n}}\n"
        )
    }

    fn matches(&self, family: u8) -> String {
        let mut text = format!("meta nfproto ipv{family}");
        let (end, port_end) = match self.towards {
            Towards::Server => ("daddr", "dport"),
            Towards::Client => ("saddr", "sport"),
        };
        if let Some(host) = &self.host {
            let [v4, v6] = addresses(host);
            let _ = if family == 4 {
                write!(text, " ip {end} {v4}")
            } else {
                write!(text, " ip6 {end} {v6}")
            };
        }
        let protocol = match self.protocol {
            Protocol::Tcp => " meta l4proto tcp",
            Protocol::Udp => " meta l4proto udp",
            Protocol::TooBig if family == 4 => " icmp type destination-unreachable icmp code 4",
            Protocol::TooBig => " icmpv6 type packet-too-big",
            Protocol::All => "",
        };
        text.push_str(protocol);
        if !self.port.is_empty() {
            let ports: Vec<String> = self.port.iter().map(ToString::to_string).collect();
            let _ = write!(text, " th {port_end} {{ {} }}", ports.join(", "));
        }
        // A segment without data has 20 or 40 bytes of IP and, with time stamps, 32 of TCP.
        let bare = if family == 4 { 52 } else { 72 };
        match self.when {
            // Behind a header with time stamps: content type 22, handshake.
            Some(When::TlsHello) => text.push_str(" @th,256,8 0x16"),
            Some(When::Data) => {
                let _ = write!(text, " tcp flags & syn == 0 meta length > {bare}");
            }
            Some(When::Large) => text.push_str(" meta length > 1000"),
            Some(When::Syn) => text.push_str(" tcp flags & (syn | ack) == syn"),
            None => {}
        }
        if let Some(count) = self.one_of {
            let _ = write!(text, " numgen inc mod {count} == 0");
        }
        text
    }
}

impl Answer {
    /// The words of nftables; nothing where the family has no such message.
    fn words(self, family: u8) -> Option<&'static str> {
        Some(match (self, family) {
            (Self::TcpReset, _) => "tcp reset",
            (Self::NetUnreachable, 4) => "icmp type net-unreachable",
            (Self::NetUnreachable, _) => "icmpv6 type no-route",
            (Self::HostUnreachable, 4) => "icmp type host-unreachable",
            (Self::HostUnreachable, _) => "icmpv6 type addr-unreachable",
            (Self::PortUnreachable, 4) => "icmp type port-unreachable",
            (Self::PortUnreachable, _) => "icmpv6 type port-unreachable",
            (Self::NetProhibited, 4) => "icmp type net-prohibited",
            (Self::HostProhibited, 4) => "icmp type host-prohibited",
            (Self::AdminProhibited, 4) => "icmp type admin-prohibited",
            (Self::NetProhibited | Self::HostProhibited | Self::AdminProhibited, _) => {
                "icmpv6 type admin-prohibited"
            }
            (Self::ProtocolUnreachable, 4) => "icmp type prot-unreachable",
            (Self::ProtocolUnreachable, _) => return None,
        })
    }
}

/// The two addresses of a host.
fn addresses(label: &str) -> [String; 2] {
    let host = HOSTS.iter().find(|host| host.label == label);
    let host = host.unwrap_or_else(|| panic!("no host is called {label}"));
    [host.ipv4(), host.ipv6()]
}

/// A listener for both families on a free port.
fn listen_anywhere(netns: &Netns) -> TcpListener {
    netns.inside(|| TcpListener::bind((Ipv6Addr::UNSPECIFIED, 0)).expect("a free port"))
}

/// A listener whose queue is full: the handshake of every further client goes unanswered.
#[expect(
    clippy::disallowed_methods,
    reason = "the lab is the server; the wall holds for the product"
)]
fn full_queue() -> (Socket, Vec<Socket>) {
    let listener = Socket::new(Domain::IPV6, Type::STREAM, None).expect("a socket");
    listener.set_only_v6(false).expect("both families");
    listener
        .bind(&SocketAddr::from((Ipv6Addr::UNSPECIFIED, 0)).into())
        .expect("a free port");
    listener.listen(0).expect("listen");
    let port = listener
        .local_addr()
        .expect("an address")
        .as_socket()
        .expect("IPv6")
        .port();
    let fillers = (0..3)
        .map(|_| {
            let filler = Socket::new(Domain::IPV6, Type::STREAM, None).expect("a socket");
            filler
                .set_nonblocking(true)
                .expect("a socket that does not block");
            let _ = filler.connect(&SocketAddr::from((Ipv6Addr::LOCALHOST, port)).into());
            filler
        })
        .collect();
    // The kernel finishes the handshakes that fit by itself.
    std::thread::sleep(Duration::from_millis(100));
    (listener, fillers)
}
