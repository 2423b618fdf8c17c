//! What was seen. Plain data: no library's types, no judgement, no sentences.
//!
//! Every question has its place. `None` means not asked; what was asked and failed is kept as what it was.

mod account;
mod because;
mod check;
mod dns;
mod follow_ups;
mod hosts;
mod kernel;
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
mod sweep;
mod through;
mod transaction;
pub(crate) mod vantage;

pub use account::{Account, AccountServer, Said, SourceAnswer};
pub use because::{Because, Reading};
pub use check::{Check, Direction, Greeting, Line, Step, Unasked, UnaskedKind};
pub use dns::{
    DnsExchange, DnsOutcome, DnsRecord, DnsReply, Link, RecordData, RecordKind, Transport,
};
pub use follow_ups::{
    FollowUps, HelloAnswer, LargeHello, OtherMode, OtherName, TlsAnswer, TlsOffer,
};
pub use hosts::{AddressSource, HostFacts, Lookup, Mx, Searched, Srv, Tlsa};
pub use kernel::{Counters, TcpState};
pub use login::{Login, LoginOutcome, Method, NotTried, Opened, Refused};
pub use policy::{MailPolicy, PolicyAnswer};
pub use sender::{Listing, OwnAddress, OwnName, ReverseName, Seen, Sender};
pub use session::{
    Agreed, Certificate, CriticalExtension, Extensions, Key, ProfileId, Tls, TrustPath, Ways,
};
pub use sweep::{EchoPath, Hop, HopAnswer, Route, Sweep};
pub use through::{SystemProxy, Through};
pub use transaction::{Exchange, MailCommand, Transaction, TransactionOutcome};
pub use vantage::{TableRoute, Vantage};

use std::net::{IpAddr, SocketAddr};

use crate::failure::{ResolveTrouble, Trouble};
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
    /// What the resolver says of a name that exists for certain, asked because it had nothing for the target's or denied it.
    pub renowned: Option<Renowned>,
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

/// What the resolver said of a name of another party that exists as long as the DNS does: a root name server.
#[derive(Clone, Debug, PartialEq)]
pub struct Renowned {
    /// The name.
    pub name: &'static str,
    /// Its addresses of one family. There are some.
    pub addresses: Lookup<Vec<IpAddr>>,
    /// What came of the question for its mail exchangers, of which it has none. `None` = not asked.
    pub exchangers: Option<ResolveTrouble>,
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
