//! What was seen. Plain data: no library's types, no judgement, no sentences.
//!
//! Every question has its place. `None` means not asked; what was asked and failed is kept as what it was.

mod account;
mod dns;
mod hosts;
mod login;
mod loss;
pub mod nat64;
pub mod path;
mod policy;
pub mod purpose;
mod reading;
pub mod scope;
pub mod sender;
mod session;
pub mod special;
pub(crate) mod stranger;
mod through;
mod transaction;

pub use account::{Account, AccountServer, Said, SourceAnswer};
pub use dns::{
    DnsExchange, DnsOutcome, DnsRecord, DnsReply, Link, RecordData, RecordKind, Transport,
};
pub use hosts::{AddressSource, HostFacts, Lookup, Mx, Searched, Srv, Tlsa};
pub use login::{Login, LoginOutcome, Method, NotTried, Opened, Refused};
pub use policy::{MailPolicy, PolicyAnswer};
pub use sender::{Listing, OwnAddress, OwnName, ReverseName, Seen, Sender};
pub use session::{Agreed, CriticalExtension, Extensions, Key, ProfileId, TrustPath, Ways};

pub use through::{SystemProxy, Through};
pub use transaction::{Exchange, MailCommand, Transaction, TransactionOutcome};

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use crate::codes::Os;
use crate::failure::{CertificateProblem, Failure, Icmp, Stage, Trouble};
use crate::service::{Endpoint, Security};
use crate::target::Target;
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
    /// Who was left in peace, for other targets of the run had been asked to come more seldom. `None` where nobody was.
    pub rest: Option<Rest>,
    /// From where it was seen.
    pub vantage: Vantage,
    /// The machine's clock at the start, Unix time in seconds.
    pub started_at: i64,
    /// When the sources of this program were last changed, Unix time in seconds: its clock cannot be right before that.
    /// `None` where the build does not know.
    pub built_at: Option<i64>,
    /// How many days before its end a certificate is worth a word.
    pub soon_days: u16,
    /// Every DNS exchange, in the order in which they ended.
    pub dns: Vec<DnsExchange>,
    /// The crowd of our own in which a lookup went unanswered; `None` where none did.
    pub crowd: Option<Crowd>,
    /// The mail exchangers, where they were asked for.
    pub mx: Option<Lookup<Vec<Mx>>>,
    /// What was found out about the mail address, where the target is one.
    pub account: Option<Account>,
    /// What the domain says of the protection of its mail, where the target is a mail domain.
    pub policy: Option<MailPolicy>,
    /// The hosts: one for a host target, one for each mail exchanger of a domain.
    pub hosts: Vec<HostFacts>,
    /// The checks, host by host, service by service, address by address. A check's id is its place in this list.
    pub checks: Vec<Check>,
    /// The paths that were swept because a connect failed, and those of siblings for comparison.
    pub sweeps: Vec<Sweep>,
    /// How far echo requests come to the addresses of which something failed. Empty where this is not asked (Linux).
    pub echoes: Vec<EchoPath>,
    /// What the resolver said of other names, asked because something about its answers was odd.
    pub dns_control: Option<DnsControl>,
    /// Whether the resolver answers for others, asked because a lookup failed.
    pub witness: Option<Witness>,
    /// How this network writes IPv4 addresses as IPv6, asked because no connection to such an address came about.
    pub nat64: Vec<nat64::Prefix>,
    /// What came of going through the proxy that is configured here, tried because every direct way was silent.
    pub proxy: Option<ProxyAttempt>,
    /// What came of logging in, a service each; empty where nobody wanted that.
    pub logins: Vec<Login>,
    /// What came of handing over a mail, where somebody wanted that.
    pub transaction: Option<Transaction>,
    /// What this machine's kernel counted while the checks ran. Everything on the machine counts, not mailcheck alone.
    pub counters: Option<Counters>,
    /// The proxy that the user wants to go through.
    pub through: Option<Through>,
    /// What is known of this machine as a sender of mail, where somebody wanted that.
    pub sender: Option<Sender>,
    /// The authorities that this system's own list has and Mozilla's has not, by their names. Asked where a connection that
    /// was taken came to nothing.
    pub private_authorities: Vec<String>,
}

/// Somebody who asked a run to come more seldom, again and again, and is not gone to any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// An address, or the domain of a provider.
    pub who: String,
    /// What he said at last.
    pub said: String,
    /// The checks that are left out for that, by their places in [`Facts::checks`].
    pub checks: Vec<usize>,
}

/// What a resolver had before it of this run while a lookup went unanswered, and most others did too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// The resolver.
    pub server: SocketAddr,
    /// Lookups that it had before it at once.
    pub open: usize,
    /// Lookups that it answered in that time.
    pub answered: u32,
    /// Lookups that it left unanswered in that time.
    pub unanswered: u32,
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
    /// Whether what routers say of connects does not come to this program, so that a silent hop says nothing: only a
    /// connection or a reset is heard, and the TTL at which it comes first. macOS, and Windows before version 2004.
    pub deaf: bool,
}

/// How far an echo request (ping) comes that may pass so many routers. Asked where the system does not hand out the ICMP
/// errors of a connect with their sender.
///
/// It is the path of an echo and not that of a connection: filters treat the two differently, and where a path is balanced
/// over several links they may go by different ones. It names routers; what becomes of a port it does not know.
#[derive(Clone, Debug, PartialEq)]
pub struct EchoPath {
    /// Where to.
    pub destination: IpAddr,
    /// By rising TTL, from 1 without a gap, as those of a [`Sweep`].
    pub hops: Vec<Hop>,
}

/// The first step of the way to an address, as this system tells it after a connect that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// The system has no route there.
    None,
    /// It has one.
    Via {
        /// The router that packets go to first, or the address itself where no router is needed.
        next: IpAddr,
        /// Whether that neighbour has answered on the own network (ARP, neighbour discovery). `None` = not known.
        answers: Option<bool>,
    },
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
    /// Somebody says that it goes no farther, and the system keeps to itself whether there is no way or it is forbidden: only
    /// in an [`EchoPath`].
    Stopped,
    /// The connection came about. For data: it was acknowledged or answered.
    Open,
    /// A reset.
    Refused,
    /// The answer to an echo request: only in an [`EchoPath`].
    Replied,
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

/// What the kernel knows of a connection (`TCP_INFO`, Linux; `struct tcp_info` in `include/uapi/linux/tcp.h`), in Linux'
/// terms. Windows tells less (`SIO_TCP_INFO`), and bytes where Linux counts segments.
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
    ///
    /// `None` where the system does not tell when anything came (all but Linux): then nobody may say of a silence whether
    /// the path is dead.
    pub silent_for: Option<Duration>,
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
    /// Where a reset came from no farther than the first router: what a datagram to the address met there. A router that has
    /// the address itself answers in its name ([`HopAnswer::Replied`]), another one says that the TTL ran out.
    pub at_first_router: Option<HopAnswer>,
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
    /// What the port shows where the name is left out of the hello, or put in.
    pub other_name: Option<OtherName>,
}

/// A second handshake on the same port, with another name in the hello (SNI, RFC 6066 section 3).
#[derive(Clone, Debug, PartialEq)]
pub struct OtherName {
    /// The name that was sent. `None` where it was left out, having been sent before.
    pub sent: Option<String>,
    /// The session, its chain held against the name that was sent or would have been; or what it ran into.
    pub outcome: Result<Tls, Trouble>,
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
    /// A host, for the proxy looks names up and cannot be asked for MX records.
    ByProxy,
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
            Self::ByProxy => "host-by-proxy",
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
            | Self::ConnectTo
            | Self::ByProxy => Reading::Host,
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

/// One service at one address of a host.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The place of the host in [`Facts::hosts`].
    pub host: usize,
    /// What was to be spoken, and on which port.
    pub endpoint: Endpoint,
    /// A sibling port tried only as evidence; it never touches the verdict.
    pub context: bool,
    /// Where. `None` where the host has no address to go to, and where a proxy looks it up.
    pub address: Option<IpAddr>,
    /// Nothing was tried: this machine has no way to this family of addresses, and another address can be reached; the
    /// address is nobody's server; or somebody is left in peace ([`Facts::rest`]).
    pub skipped: bool,
    /// It was made for another target of the run, whose name leads to the same address; the certificate is judged for
    /// this one's, and of a failed one all was asked there that a failure calls for.
    pub shared: bool,
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
    /// The first step of the way, asked of the system after a connect that failed. `None` = not asked (Linux, whose
    /// errors say by themselves whose they are), or not told.
    pub route: Option<Route>,
    /// The other end of the connection is on this machine, by its own table of connections, though the address is not.
    /// Looked up where it stood sooner than a router answers.
    pub ends_here: bool,
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
            shared: false,
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
            route: None,
            ends_here: false,
            follow_ups: FollowUps::default(),
        }
    }

    /// Whether everything that was asked worked.
    pub fn is_ok(&self) -> bool {
        self.failure.is_none() && !self.steps.is_empty()
    }

    /// Whether there is a place to go to: an address, or a name that a proxy has looked up.
    pub fn is_placed(&self) -> bool {
        self.address.is_some() || !self.steps.is_empty()
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
    /// The authority that vouches for the chain in this system's own list and is not in Mozilla's, by its name. `None` where
    /// there is none, or where it was not asked.
    pub private_root: Option<String>,
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
