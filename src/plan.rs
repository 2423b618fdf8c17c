//! What is to be asked and how, whoever wants it: plain data, which a test or an exporter can make as it stands.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use crate::no_proxy::Exceptions;
use crate::secret::Secret;
use crate::wire::proxy::Proxy;

/// How every target is to be asked, and how long to wait. Which targets, is told beside it, one after another.
#[expect(clippy::struct_excessive_bools, reason = "each is a wish of its own")]
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Which families of addresses.
    pub families: Families,
    /// How long to wait for what.
    pub limits: Limits,
    /// The resolvers to ask in place of the system's; empty = the system's.
    pub resolvers: Vec<SocketAddr>,
    /// The DNSKEY records to validate DNSSEC from, in place of the root's published keys.
    pub trust_anchor: Option<PathBuf>,
    /// Connect there and keep the name for TLS.
    pub connect_to: Option<IpAddr>,
    /// The name for SNI and for the certificate in place of the host's.
    pub tls_name: Option<String>,
    /// Whom to trust.
    pub roots: Roots,
    /// The name to give in EHLO in place of this host's.
    pub ehlo: Option<String>,
    /// Whether the path of a connection that failed may be traced.
    pub trace: bool,
    /// Whether a third party, Thunderbird's database, may be asked for the settings of a mail domain.
    pub online: bool,
    /// Whether the domain's own host may see the whole mail address, and not the domain alone.
    pub send_address: bool,
    /// Whether to try a TLS hello as large as newer programs send it, where TLS works.
    pub large_hello: bool,
    /// Whether to log in, and with what. Nothing is logged in where this is `None`.
    pub login: Option<Login>,
    /// Whether to go through the commands that hand over mail, as far as is said here.
    pub transaction: Option<Transaction>,
    /// The proxy that every connection goes through.
    pub through: Option<Through>,
    /// Whether to look at this machine as a sender of mail.
    pub sender: Option<Sender>,
    /// How many days before its end a certificate is worth a word.
    pub soon_days: u16,
}

/// What [`Plan::soon_days`] is where nothing else is typed: most authorities write two weeks before the end at the latest.
pub const SOON_DAYS: u16 = 14;

/// How many targets are asked at once, and how soon one after the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// Targets that are visited at once, at the most. Those behind them wait, and their time does not run yet.
    pub jobs: usize,
    /// Whether somebody said that there are to be so many. Else there are fewer where those keep the threads at work.
    pub is_asked_for: bool,
    /// How long a target comes after the one before it, at the least.
    pub gap: Duration,
    /// How long somebody rests who asks us to come more seldom: the first time, and the second. After that he is left in
    /// peace.
    pub rests: [Duration; 2],
    /// How long an address of the internet is left alone before another target leads there.
    pub again: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            jobs: 256,
            is_asked_for: false,
            gap: Duration::ZERO,
            rests: [Duration::from_secs(600), Duration::from_secs(3600)],
            again: Duration::from_secs(10),
        }
    }
}

/// How to log in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Login {
    /// The user name; `None` where it follows from the mail address that is the target, as its provider has it.
    pub user: Option<String>,
    /// The password or the token.
    pub secret: Secret,
    /// What the secret is.
    pub with: LoginWith,
    /// The SHA-256 of the one certificate that is good enough although nothing vouches for it.
    pub anyway: Option<[u8; 32]>,
}

/// What is to be found out of this machine as a sender of mail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sender {
    /// The lists that are asked about its address: no others are. Names in DNS form, lower case.
    pub zones: Vec<String>,
}

/// The proxy that every connection goes through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Through {
    /// Which.
    pub proxy: Proxy,
    /// The password for it, where there is a user.
    pub password: Option<Secret>,
    /// Who named it.
    pub named: Named,
    /// The targets that are reached without it.
    pub except: Exceptions,
}

/// Who named a proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// `--proxy URL`.
    Typed,
    /// This variable of the environment.
    Variable(&'static str),
    /// The settings of this system.
    System,
}

/// What one logs in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LoginWith {
    /// A password, an app password, an authorization code.
    Password,
    /// An access token of OAuth 2.0 (RFC 6750).
    Token,
}

/// Whether a server would take a mail, or takes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transaction {
    /// The address in MAIL FROM; empty is the null sender of bounces.
    pub from: String,
    /// The address in RCPT TO.
    pub to: String,
    /// Whether one small message is really sent.
    pub send: bool,
}

impl Default for Plan {
    /// What mailcheck does when nothing but a target is typed.
    fn default() -> Self {
        Self {
            families: Families::Both,
            limits: Limits::default(),
            resolvers: Vec::new(),
            trust_anchor: None,
            connect_to: None,
            tls_name: None,
            roots: Roots::Mozilla,
            ehlo: None,
            trace: true,
            online: false,
            send_address: false,
            large_hello: false,
            login: None,
            transaction: None,
            through: None,
            sender: None,
            soon_days: SOON_DAYS,
        }
    }
}

/// Which families of addresses are asked for and tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Families {
    /// IPv4 and IPv6.
    Both,
    /// `-4`.
    V4,
    /// `-6`.
    V6,
}

impl Families {
    /// Whether IPv4 addresses are wanted.
    pub const fn v4(self) -> bool {
        matches!(self, Self::Both | Self::V4)
    }

    /// Whether IPv6 addresses are wanted.
    pub const fn v6(self) -> bool {
        matches!(self, Self::Both | Self::V6)
    }

    /// Whether `address` is of a wanted family.
    pub const fn wants(self, address: IpAddr) -> bool {
        match address {
            IpAddr::V4(_) => self.v4(),
            IpAddr::V6(_) => self.v6(),
        }
    }
}

/// How long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For a connect, a DNS lookup, each reply, a TLS handshake.
    pub step: Duration,
    /// For the first line.
    pub greeting: Duration,
    /// For all of one target.
    pub deadline: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            step: Duration::from_secs(10),
            greeting: Duration::from_secs(30),
            deadline: Duration::from_secs(90),
        }
    }
}

/// The authorities to trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Roots {
    /// Mozilla's list, built in: the same answer on every machine.
    Mozilla,
    /// The list of this system.
    System,
    /// The certificates of a PEM file, and no others.
    File(PathBuf),
}
