//! What was seen. Plain data: no library's types, no judgement, no sentences.
//!
//! Every question has its place. `None` means not asked; what was asked and failed is kept as what it was.

mod account;
mod loss;
pub mod path;
pub mod purpose;
mod reading;
pub mod scope;
mod session;
pub mod special;
pub(crate) mod stranger;

pub use account::{Account, AccountServer, Said, SourceAnswer};
pub use session::{Agreed, Extensions, Key, ProfileId, TrustPath};

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use crate::codes::Os;
use crate::failure::{CertificateProblem, Failure, Icmp, OsError, ResolveTrouble, Stage, Trouble};
use crate::service::{Endpoint, Security};
use crate::target::{HostName, Target};
use crate::wire::Text;

/// Everything that was seen of one target.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// What was asked.
    pub target: Target,
    /// How the target was read.
    pub reading: Reading,
    /// Why it was read so.
    pub because: Because,
    /// Whether somebody ended the run before its time: Ctrl-C, SIGTERM.
    pub interrupted: bool,
    /// From where it was seen.
    pub vantage: Vantage,
    /// The machine's clock at the start, Unix time in seconds.
    pub started_at: i64,
    /// When the sources of this program were last changed, Unix time in seconds: its clock cannot be right before that.
    /// `None` where the build does not know.
    pub built_at: Option<i64>,
    /// Every DNS exchange, in the order in which they ended.
    pub dns: Vec<DnsExchange>,
    /// The mail exchangers, where they were asked for.
    pub mx: Option<Lookup<Vec<Mx>>>,
    /// What was found out about the mail address, where the target is one.
    pub account: Option<Account>,
    /// The hosts: one for a host target, one for each mail exchanger of a domain.
    pub hosts: Vec<HostFacts>,
    /// The checks, host by host, service by service, address by address. A check's id is its place in this list.
    pub checks: Vec<Check>,
    /// The paths that were swept because a connect failed, and those of siblings for comparison.
    pub sweeps: Vec<Sweep>,
    /// What the resolver said of other names, asked because something about its answers was odd.
    pub dns_control: Option<DnsControl>,
    /// Whether the resolver answers for others, asked because a lookup failed.
    pub witness: Option<Witness>,
    /// What came of going through the proxy that is configured here, tried because every direct way was silent.
    pub proxy: Option<ProxyAttempt>,
    /// What this machine's kernel counted while the checks ran. Everything on the machine counts, not mailcheck alone.
    pub counters: Option<Counters>,
}

/// An unprivileged traceroute over TCP: one connect for each TTL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sweep {
    /// Where to.
    pub destination: SocketAddr,
    /// By rising TTL, from 1 without a gap. Empty where this machine sent nothing: it has no route, or no socket.
    ///
    /// It ends where something other than a passed router answered; after several silent hops in a row, which says that
    /// nothing beyond the last answer was heard; or with a passed router, which says that the time was up or the limit
    /// of hops reached, and nothing about what lies behind.
    pub hops: Vec<Hop>,
}

/// What a connect with one TTL met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hop {
    /// Routers that the packet may pass, plus one.
    pub ttl: u8,
    /// Who answered. For a connection and a reset this is the destination, in whose name they come; whoever made them.
    pub from: Option<IpAddr>,
    /// What the answer was.
    pub answer: HopAnswer,
}

/// What came back from a connect, or from data, with a low TTL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HopAnswer {
    /// A router says that the TTL ran out there: it is on the path, and lets packets as far as itself.
    TimeExceeded,
    /// An ICMP error of another kind.
    Unreachable(Icmp),
    /// The connection came about. For data: it was acknowledged or answered.
    Open,
    /// A reset.
    Refused,
    /// Nothing. A connect was sent twice.
    Silent,
}

/// What the resolver said of names whose answers are known beforehand.
#[derive(Clone, Debug, PartialEq)]
pub struct DnsControl {
    /// A name that cannot exist: an address for it is invented.
    pub impossible: Lookup<Vec<IpAddr>>,
    /// A name of another party: the same address as the target's is no coincidence. `None` = not asked.
    pub unrelated: Option<Lookup<Vec<IpAddr>>>,
}

/// Whether the resolver had answers for others, asked because a lookup of the target's failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Witness {
    /// For the root, which it knows by itself.
    pub root: bool,
    /// For a name that nobody had asked for before: it has to ask other servers for that.
    pub outside: bool,
}

/// A connection through a proxy.
#[derive(Clone, Debug, PartialEq)]
pub struct ProxyAttempt {
    /// The proxy as configured, without user and password.
    pub proxy: String,
    /// The check whose service was asked for through it.
    pub check: usize,
    /// The server's first line, or what stood in the way.
    pub outcome: Result<Text, Trouble>,
}

/// Kernel counters, as what they rose by (Linux: `/proc/net/netstat`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// `TcpExt.TCPRetransFail`: segments that this machine's own packet filter dropped on their way out.
    pub retransmissions_failed: u64,
    /// `TcpExt.TCPSynRetrans`: connection requests that were repeated.
    pub syn_retransmissions: u64,
}

impl Counters {
    /// What they rose by since `earlier`.
    #[must_use]
    pub fn since(self, earlier: Self) -> Self {
        Self {
            retransmissions_failed: self
                .retransmissions_failed
                .saturating_sub(earlier.retransmissions_failed),
            syn_retransmissions: self
                .syn_retransmissions
                .saturating_sub(earlier.syn_retransmissions),
        }
    }
}

/// What the kernel knows of a connection (`TCP_INFO`, Linux; `struct tcp_info` in `include/uapi/linux/tcp.h`).
///
/// Of an attempt to connect that failed, too: what can be told of it then is `timeouts` and `retransmissions`. An older
/// kernel leaves what it does not count at zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TcpState {
    /// `tcpi_retransmits`: consecutive timeouts of the segment that is waited for.
    pub timeouts: u8,
    /// `tcpi_total_retrans`: segments sent again since the beginning. Fewer than `timeouts` in a connect means that the
    /// packets did not leave this machine, because the neighbour's hardware address was not found.
    pub retransmissions: u32,
    /// `tcpi_unacked`: segments that the peer has not acknowledged.
    pub unacknowledged: u32,
    /// `tcpi_bytes_acked`, without the SYN: bytes that the peer has acknowledged.
    pub acknowledged: u64,
    /// `tcpi_bytes_received`: bytes received in order.
    pub received: u64,
    /// `tcpi_data_segs_in`: segments with data that came in.
    pub data_segments_in: u32,
    /// `tcpi_rcv_ooopack`: segments that came in ahead of a gap, for something before them was lost.
    pub out_of_order: u32,
    /// `tcpi_dsack_dups`: segments that the peer says it had twice (RFC 2883): they were repeated needlessly.
    pub duplicates: u32,
    /// `tcpi_reord_seen`: how often the kernel saw that packets overtook one another.
    pub reordered: u32,
    /// Since anything came from the peer's kernel, data or a bare acknowledgement (`tcpi_last_data_recv`,
    /// `tcpi_last_ack_recv`). Keep-alives ask it every second near the end of a wait, so several seconds are a dead path
    /// and no silent application. Zero where no connection came about.
    pub silent_for: Duration,
    /// `tcpi_rtt`: the smoothed round-trip time, where there is a sample.
    pub rtt: Option<Duration>,
    /// `tcpi_min_rtt`: the smallest round-trip time seen.
    pub min_rtt: Option<Duration>,
}

/// What came of the questions that were asked because a check failed. At most three a check.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FollowUps {
    /// Whether a port that had refused took one more connection, alone, after the other checks had ended.
    pub again: Option<bool>,
    /// The other TLS mode on the same port: implicit TLS where STARTTLS failed, plain where TLS failed.
    pub other_mode: Option<OtherMode>,
    /// Whether the TLS handshake completes when all segments are small (`TCP_MAXSEG` 536).
    pub small_segments: Option<bool>,
    /// The TLS hello sent with rising TTLs over connections that stand: who acts on it.
    pub hello_sweep: Option<Vec<Hop>>,
    /// What a hand-made hello for each version brought.
    pub tls_offers: Option<Vec<TlsOffer>>,
    /// What those showed of a session: it takes the place of [`Check::tls`], and nothing stays here.
    pub shown: Option<Tls>,
}

/// What the other TLS mode brought on a second connection.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherMode {
    /// The mode tried.
    pub security: Security,
    /// The server's first words in it, or what it ran into.
    pub outcome: Result<Vec<Text>, Trouble>,
    /// Without TLS: whether the server offers STARTTLS. `None` where it was not asked or did not say.
    pub starttls: Option<bool>,
}

/// What a server answers to a hello for one TLS version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TlsOffer {
    /// The version offered, as on the wire: 0x0301 is TLS 1.0.
    pub version: u16,
    /// The program whose hello it was; none where everything was offered.
    pub profile: Option<ProfileId>,
    /// The version and cipher suite chosen, or the alert.
    pub answer: TlsAnswer,
    /// What else the server agreed to.
    pub agreed: Option<Agreed>,
}

/// The first thing that a server says to a TLS hello.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TlsAnswer {
    /// It goes on with this version and suite, as numbered by IANA.
    Chosen {
        /// Version on the wire.
        version: u16,
        /// Cipher suite.
        suite: u16,
    },
    /// It refuses with an alert.
    Alert(u8),
    /// It hangs up, is silent, or says something that is not TLS.
    Nothing,
}

/// How the target was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// A host and its services.
    Host,
    /// One service of a host.
    Service,
    /// A mail domain: every mail exchanger on port 25.
    Domain,
    /// A mail address: the servers that a mail program is to be told.
    Account,
}

/// Why a target was read as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Because {
    /// One service was named.
    OneService,
    /// A domain, as the user wants it.
    DomainAsked,
    /// A domain, for it has MX records.
    HasMx,
    /// A host, for it has no MX records.
    NoMx,
    /// A host, for the name does not exist.
    NoSuchName,
    /// A host, for its MX records could not be looked up.
    MxUnknown,
    /// A host with the services that were named.
    ServicesNamed,
    /// A host, for it is an address.
    Address,
    /// A host, for its first label says what it is for.
    Label,
    /// A host, as the user wants it.
    HostAsked,
    /// A mail address.
    MailAddress,
    /// A host, for the hosts file of this machine has the name.
    HostsFile,
    /// A host, for the user says where to connect.
    ConnectTo,
}

impl Because {
    /// The reason in the JSON output, and the tail of the id of the sentence that says it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OneService => "service",
            Self::DomainAsked => "domain-forced",
            Self::HasMx => "domain-mx",
            Self::NoMx => "host-no-mx",
            Self::NoSuchName => "host-unknown",
            Self::MxUnknown => "host-mx-unknown",
            Self::ServicesNamed => "host-named",
            Self::Address => "host-address",
            Self::Label => "host-label",
            Self::HostAsked => "host-forced",
            Self::MailAddress => "account",
            Self::HostsFile => "host-hosts-file",
            Self::ConnectTo => "host-connect-to",
        }
    }

    /// How a target is read for this reason.
    pub const fn reading(self) -> Reading {
        match self {
            Self::OneService => Reading::Service,
            Self::MailAddress => Reading::Account,
            Self::DomainAsked | Self::HasMx => Reading::Domain,
            Self::NoMx
            | Self::NoSuchName
            | Self::MxUnknown
            | Self::ServicesNamed
            | Self::Address
            | Self::Label
            | Self::HostAsked
            | Self::HostsFile
            | Self::ConnectTo => Reading::Host,
        }
    }
}

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

fn same_network(one: IpAddr, other: IpAddr, length: u8) -> bool {
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

/// The result of a lookup: asked, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Lookup<T> {
    /// An answer.
    Found(T),
    /// No answer.
    Failed(ResolveTrouble),
}

impl<T> Lookup<T> {
    /// The answer.
    pub fn found(&self) -> Option<&T> {
        match self {
            Self::Found(value) => Some(value),
            Self::Failed(_) => None,
        }
    }

    /// What stood in the way.
    pub fn trouble(&self) -> Option<&ResolveTrouble> {
        match self {
            Self::Found(_) => None,
            Self::Failed(trouble) => Some(trouble),
        }
    }
}

/// A mail exchanger of a domain (RFC 5321 section 5.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mx {
    /// Lower is asked first.
    pub preference: u16,
    /// The host, without the final dot; empty for the null MX of RFC 7505.
    pub exchange: String,
}

impl Mx {
    /// The host that it names. `None` for the null MX, and for what no host name can be: an address, a URL, a blank.
    pub fn host(&self) -> Option<HostName> {
        self.exchange.parse().ok()
    }

    /// Whether it names a host.
    pub fn is_host(&self) -> bool {
        self.host().is_some()
    }
}

/// Where a service of a domain is (RFC 2782).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Srv {
    /// Lower is tried first.
    pub priority: u16,
    /// Among equals, how often it is chosen.
    pub weight: u16,
    /// The TCP port.
    pub port: u16,
    /// The host, without the final dot; empty where the service is not offered (RFC 6186 section 3.4).
    pub target: String,
}

/// A host and its addresses.
#[derive(Clone, Debug, PartialEq)]
pub struct HostFacts {
    /// The name in DNS form, or the address as text.
    pub name: String,
    /// The name as people read it.
    pub display: String,
    /// The preference of the MX record that named it.
    pub preference: Option<u16>,
    /// What is checked there, in the order of the service table.
    pub endpoints: Vec<Endpoint>,
    /// Where the addresses come from.
    pub source: AddressSource,
    /// The chain of aliases (CNAME) that was followed, without the first name.
    pub aliases: Vec<String>,
    /// The certificate associations of `_25._tcp.NAME` (RFC 7672), asked for mail exchangers. `None` = not asked.
    pub tlsa: Option<Lookup<Tlsa>>,
    /// Addresses of the A records. `None` = not asked.
    pub ipv4: Option<Lookup<Vec<Ipv4Addr>>>,
    /// Addresses of the AAAA records.
    pub ipv6: Option<Lookup<Vec<Ipv6Addr>>>,
    /// The name does not exist, and this one, which looks much like it, does.
    pub suggestion: Option<String>,
    /// What a search domain of this machine made of the name, where that is what was found.
    pub searched: Option<Searched>,
    /// How long the lookup of the addresses took.
    pub lookup_time: Duration,
    /// What the DNS says of a name for which the hosts file has an address where nobody is.
    pub in_dns: Option<Lookup<Vec<IpAddr>>>,
}

/// A name that was completed by the search list of this machine (resolv.conf(5)).
#[derive(Clone, Debug, PartialEq)]
pub struct Searched {
    /// The full name that has the addresses.
    pub name: String,
    /// What the DNS says of the name as it was typed. `None` for a single word, which is not asked for.
    pub itself: Option<Lookup<Vec<IpAddr>>>,
}

impl HostFacts {
    /// A host of which nothing is known yet but how long the lookup took.
    pub fn unasked(lookup_time: Duration) -> Self {
        Self {
            name: String::new(),
            display: String::new(),
            preference: None,
            endpoints: Vec::new(),
            source: AddressSource::Dns,
            aliases: Vec::new(),
            tlsa: None,
            ipv4: None,
            ipv6: None,
            suggestion: None,
            searched: None,
            lookup_time,
            in_dns: None,
        }
    }

    /// Every address that was found, IPv4 first.
    pub fn addresses(&self) -> Vec<IpAddr> {
        let v4 = self
            .ipv4
            .iter()
            .filter_map(Lookup::found)
            .flatten()
            .copied()
            .map(IpAddr::V4);
        let v6 = self
            .ipv6
            .iter()
            .filter_map(Lookup::found)
            .flatten()
            .copied()
            .map(IpAddr::V6);
        v4.chain(v6).collect()
    }

    /// Why there is no address at all. `None` where there is one, or where nothing was asked.
    ///
    /// "No such name" is about every type of record. "No such record" is about one, so it stands only where no family
    /// says anything else: the answer that did not come may have been an address.
    pub fn trouble(&self) -> Option<ResolveTrouble> {
        if !self.addresses().is_empty() {
            return None;
        }
        let v4 = self.ipv4.as_ref().and_then(Lookup::trouble);
        let v6 = self.ipv6.as_ref().and_then(Lookup::trouble);
        let weight = |trouble: &&ResolveTrouble| match trouble {
            ResolveTrouble::NotFound => 2,
            ResolveTrouble::NoData => 0,
            ResolveTrouble::ServFail
            | ResolveTrouble::Refused
            | ResolveTrouble::Rcode(_)
            | ResolveTrouble::Timeout
            | ResolveTrouble::Unreachable(_)
            | ResolveTrouble::TcpBlocked
            | ResolveTrouble::AliasLoop
            | ResolveTrouble::Malformed
            | ResolveTrouble::NoResolver
            | ResolveTrouble::Deadline => 1,
        };
        // `max_by_key` keeps the last of equals; IPv4 shall win.
        v6.into_iter().chain(v4).max_by_key(weight).cloned()
    }
}

/// The certificate associations of a mail exchanger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tlsa {
    /// The chain of signatures from the root down to these records was validated here; without it they count for
    /// nothing (RFC 7672 section 2.2).
    pub secure: bool,
    /// The resolver says that the records are signed, and the chain of signatures could not be validated here.
    pub unvalidated: bool,
    /// The name that the records are about (the "TLSA base domain" of RFC 7672 section 2.2.3): the host, or the end of
    /// its aliases.
    pub base: String,
    /// Usage, selector, matching type, data (RFC 6698 section 2).
    pub records: Vec<(u8, u8, u8, Vec<u8>)>,
}

/// Where addresses come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressSource {
    /// The user typed it.
    Literal,
    /// `--connect-to` gave it.
    ConnectTo,
    /// This machine knows the name without asking: by its hosts file, or because it is `localhost` (RFC 6761 section 6.3).
    HostsFile,
    /// The DNS.
    Dns,
}

/// One question to one server, and what came back.
#[derive(Clone, Debug, PartialEq)]
pub struct DnsExchange {
    /// The name asked for, without the final dot.
    pub name: String,
    /// The type asked for.
    pub kind: RecordKind,
    /// Whether the CD bit was set: the resolver was asked not to validate (RFC 4035 section 3.2.2).
    pub checking_disabled: bool,
    /// Whether the question carried EDNS (RFC 6891), and with it the wish for signatures.
    pub edns: bool,
    /// Who was asked.
    pub server: SocketAddr,
    /// Over what.
    pub transport: Transport,
    /// How long it took.
    pub elapsed: Duration,
    /// What came back.
    pub outcome: DnsOutcome,
}

/// The types of record that mailcheck asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecordKind {
    /// IPv4 address.
    A,
    /// IPv6 address.
    Aaaa,
    /// Mail exchanger.
    Mx,
    /// Certificate association for DANE (RFC 6698).
    Tlsa,
    /// The digest of a child zone's key (RFC 4034).
    Ds,
    /// A zone's key (RFC 4034).
    Dnskey,
    /// A zone's name servers: whether a zone begins at the name.
    Ns,
    /// Where a service of a domain is (RFC 2782).
    Srv,
    /// Text, by which domains publish policies.
    Txt,
}

impl RecordKind {
    /// The mnemonic of the IANA registry.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::Aaaa => "AAAA",
            Self::Mx => "MX",
            Self::Tlsa => "TLSA",
            Self::Ds => "DS",
            Self::Dnskey => "DNSKEY",
            Self::Ns => "NS",
            Self::Srv => "SRV",
            Self::Txt => "TXT",
        }
    }
}

/// What a DNS message travels on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Transport {
    /// A datagram.
    Udp,
    /// A stream, after a truncated answer.
    Tcp,
}

/// What came of one question to one server.
#[derive(Clone, Debug, PartialEq)]
pub enum DnsOutcome {
    /// A DNS message, whatever it says.
    Reply(DnsReply),
    /// Nothing within the time that the exchange took: to the end of the lookup, or until another server had answered.
    Timeout,
    /// The system's error: a closed port, no route.
    Os(OsError),
    /// Bytes that are no DNS message, or none that answers the question.
    Malformed,
}

/// A DNS message.
#[expect(clippy::struct_excessive_bools, reason = "they are bits of its header")]
#[derive(Clone, Debug, PartialEq)]
pub struct DnsReply {
    /// The response code, with the extended bits (RFC 6891).
    pub rcode: u16,
    /// The AA bit.
    pub authoritative: bool,
    /// The AD bit: the resolver says that it validated the answer.
    pub authenticated: bool,
    /// The TC bit.
    pub truncated: bool,
    /// Whether a signature (RRSIG) came with it, for an answer or for the word that there is none.
    pub signed: bool,
    /// The answer section.
    pub answers: Vec<DnsRecord>,
    /// Extended DNS errors (RFC 8914): code and text.
    pub extended_errors: Vec<(u16, Text)>,
}

/// A record of the answer section.
#[derive(Clone, Debug, PartialEq)]
pub struct DnsRecord {
    /// The owner, without the final dot, in lower case.
    pub name: String,
    /// Seconds.
    pub ttl: u32,
    /// What it says.
    pub data: RecordData,
}

/// What a record says.
#[derive(Clone, Debug, PartialEq)]
pub enum RecordData {
    /// IPv4 address.
    A(Ipv4Addr),
    /// IPv6 address.
    Aaaa(Ipv6Addr),
    /// The owner is another name for this one.
    Cname(String),
    /// Mail exchanger.
    Mx(Mx),
    /// Certificate association: usage, selector, matching type, data (RFC 6698 section 2).
    Tlsa(u8, u8, u8, Vec<u8>),
    /// Where a service is.
    Srv(Srv),
    /// Text: its strings one behind the other, as those who publish policies mean them.
    Txt(Vec<u8>),
    /// Another type, by its mnemonic or number.
    Other(String),
}

impl RecordData {
    /// The address, where it is one.
    pub fn address(&self) -> Option<IpAddr> {
        match self {
            Self::A(address) => Some((*address).into()),
            Self::Aaaa(address) => Some((*address).into()),
            Self::Cname(_)
            | Self::Mx(_)
            | Self::Tlsa(..)
            | Self::Srv(_)
            | Self::Txt(_)
            | Self::Other(_) => None,
        }
    }

    /// Where a service is, where it says so.
    pub fn srv(self) -> Option<Srv> {
        match self {
            Self::Srv(srv) => Some(srv),
            Self::A(_)
            | Self::Aaaa(_)
            | Self::Cname(_)
            | Self::Mx(_)
            | Self::Tlsa(..)
            | Self::Txt(_)
            | Self::Other(_) => None,
        }
    }
}

/// One service at one address of a host.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The place of the host in [`Facts::hosts`].
    pub host: usize,
    /// What was to be spoken, and on which port.
    pub endpoint: Endpoint,
    /// A sibling port tried only as evidence; it never touches the verdict.
    pub context: bool,
    /// Where. `None` where the host has no address to go to.
    pub address: Option<IpAddr>,
    /// Nothing was tried: this machine has no way to this family of addresses, and another address can be reached.
    pub skipped: bool,
    /// Our end of the connection.
    pub local: Option<SocketAddr>,
    /// What was done, in order.
    pub steps: Vec<Step>,
    /// The server's first words.
    pub greeting: Option<Greeting>,
    /// What the server offers, at last: after TLS where TLS came about. Words as the server said them.
    pub capabilities: Option<Vec<Text>>,
    /// What it had offered before TLS.
    pub capabilities_before_tls: Option<Vec<Text>>,
    /// SASL mechanisms of the last list, in the order of the server.
    pub auth_mechanisms: Vec<String>,
    /// EHLO was unknown to the server, and HELO was taken instead.
    pub helo_fallback: bool,
    /// The answer to STARTTLS or STLS.
    pub starttls_reply: Option<Vec<Text>>,
    /// Bytes that came behind the answer to STARTTLS, before TLS: they could have been put there by anybody on the way.
    pub early_bytes: Option<Text>,
    /// What the server said without being asked, apart from its answers. A few of each are kept.
    pub unasked: Vec<Unasked>,
    /// The refusal of EHLO, where HELO was taken in its place.
    pub ehlo_refusal: Option<Vec<Text>>,
    /// What came when no greeting had come in time and the connection was given up: the answer to one command, said to
    /// hear whether the server waits for its client to begin.
    pub after_silence: Option<Text>,
    /// The TLS session.
    pub tls: Option<Tls>,
    /// What was said, line by line.
    pub dialogue: Vec<Line>,
    /// What ended the check early. At most one.
    pub failure: Option<Failure>,
    /// What the kernel knew of the connection at its end, or when it failed.
    pub tcp: Option<TcpState>,
    /// What was asked because it failed.
    pub follow_ups: FollowUps,
}

impl Check {
    /// A check of which nothing has been done.
    pub fn new(host: usize, endpoint: Endpoint, address: Option<IpAddr>) -> Self {
        Self {
            host,
            endpoint,
            context: false,
            address,
            skipped: false,
            local: None,
            steps: Vec::new(),
            greeting: None,
            capabilities: None,
            capabilities_before_tls: None,
            auth_mechanisms: Vec::new(),
            helo_fallback: false,
            starttls_reply: None,
            early_bytes: None,
            unasked: Vec::new(),
            ehlo_refusal: None,
            after_silence: None,
            tls: None,
            dialogue: Vec::new(),
            failure: None,
            tcp: None,
            follow_ups: FollowUps::default(),
        }
    }

    /// Whether everything that was asked worked.
    pub fn is_ok(&self) -> bool {
        self.failure.is_none() && !self.steps.is_empty()
    }

    /// The step of a stage; of the last where a stage came twice (capabilities before and after TLS).
    pub fn step(&self, stage: Stage) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.stage == stage)
    }
}

/// One stage of one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub stage: Stage,
    /// When it began, from the start of the run.
    pub at: Duration,
    /// How long it took.
    pub elapsed: Duration,
    /// Whether it came to its end.
    pub ok: bool,
}

/// What a server said without being asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unasked {
    /// What it is.
    pub kind: UnaskedKind,
    /// As it came, without the last line end.
    pub text: Text,
}

/// What was said without being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UnaskedKind {
    /// A reply to a command that nobody gave.
    Reply,
    /// An empty line where a reply begins.
    EmptyLine,
    /// IMAP: untagged data about a mailbox, before anybody logged in.
    MailboxData,
}

/// The server's first words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Greeting {
    /// As received, a line each, without the line ends.
    pub lines: Vec<Text>,
    /// It came in many small pieces over seconds, as tarpits send it.
    pub dripped: bool,
    /// IMAP PREAUTH: the session is logged in already, and STARTTLS is forbidden (RFC 9051 section 7.1.4).
    pub preauthenticated: bool,
}

/// A TLS session.
#[derive(Clone, Debug, PartialEq)]
pub struct Tls {
    /// The name that was asked for (SNI) and that the certificate must have.
    pub server_name: String,
    /// "TLSv1.3". `None` where the handshake did not come so far.
    pub version: Option<String>,
    /// The IANA name.
    pub cipher_suite: Option<String>,
    /// "X25519".
    pub key_exchange: Option<String>,
    /// The chain as sent, the server's own first. At most 16 are kept.
    pub certificates: Vec<Certificate>,
    /// Every problem of the chain; empty where it is trusted.
    pub problems: Vec<CertificateProblem>,
    /// The way from the server's own certificate to a trusted authority. `None` where there is none.
    pub path: Option<TrustPath>,
    /// What the server agreed to. `None` where it agreed to nothing.
    pub agreed: Option<Agreed>,
    /// The server asked this client for a certificate.
    pub client_certificate_requested: bool,
}

impl Tls {
    /// Whether the chain leads to a trusted root and fits the name.
    pub fn is_trusted(&self) -> bool {
        self.problems.is_empty() && !self.certificates.is_empty()
    }

    /// When the first certificate of those that a verdict rests on ends, Unix time in seconds. `None` where no chain was
    /// sent.
    pub fn first_end(&self) -> Option<i64> {
        let root = self.path.iter().filter_map(|path| path.root.as_ref());
        let used = self.used().into_iter().chain(root);
        used.map(|one| one.not_after).min()
    }
}

/// A certificate, as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Distinguished name, RFC 4514 order as the certificate has it.
    pub subject: String,
    /// Distinguished name.
    pub issuer: String,
    /// Subject alternative names: DNS names and addresses.
    pub names: Vec<String>,
    /// Unix time in seconds.
    pub not_before: i64,
    /// Unix time in seconds.
    pub not_after: i64,
    /// Hexadecimal, as in the certificate.
    pub serial: String,
    /// Of the DER, hexadecimal.
    pub sha256: String,
    /// "RSA 2048", "ECDSA P-256".
    pub key: String,
    /// "SHA-256 with RSA", or the object identifier.
    pub signature: String,
    /// What its extensions say, as far as programs differ about it.
    pub extensions: Extensions,
    /// The DER itself, for DANE and for whoever wants more.
    pub der: Vec<u8>,
}

/// A line of the dialogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who said it.
    pub direction: Direction,
    /// From the start of the check.
    pub at: Duration,
    /// Whether it went through TLS.
    pub under_tls: bool,
    /// Without the line end.
    pub text: Text,
}

/// Who said a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// mailcheck.
    Sent,
    /// The server.
    Received,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_such_name_beats_a_failure_and_a_failure_beats_no_such_record() {
        use ResolveTrouble::{NoData, NotFound, ServFail, Timeout};
        let rows = [
            (Some(NoData), Some(NotFound), Some(NotFound)),
            (Some(NotFound), Some(Timeout), Some(NotFound)),
            (Some(ServFail), Some(NoData), Some(ServFail)),
            (Some(NoData), Some(Timeout), Some(Timeout)),
            (Some(NoData), Some(NoData), Some(NoData)),
            (Some(ServFail), Some(Timeout), Some(ServFail)),
            (Some(NoData), None, Some(NoData)),
            (None, None, None),
        ];
        for (v4, v6, trouble) in rows {
            let mut host = HostFacts {
                name: "a.test".into(),
                display: "a.test".into(),
                preference: None,
                endpoints: Vec::new(),
                source: AddressSource::Dns,
                aliases: Vec::new(),
                ipv4: v4.map(Lookup::Failed),
                ipv6: v6.map(Lookup::Failed),
                suggestion: None,
                searched: None,
                lookup_time: Duration::ZERO,
                in_dns: None,
                tlsa: None,
            };
            assert_eq!(host.trouble(), trouble, "{host:?}");
            host.ipv6 = Some(Lookup::Found(vec![Ipv6Addr::LOCALHOST]));
            assert_eq!(host.trouble(), None, "an address was found");
        }
    }
}
