//! The classifier: what came, at which stage, to a class with its codes.
//!
//! [`Trouble`] is what was met, as plain data; [`Failure::new`] gives it its class. The numbers (errno, Winsock, Outlook)
//! follow from both, so they are computed and not stored.

mod proxy;
mod reading;

pub use proxy::{ProxyFault, ProxyMet, ProxyStep, ProxyTrouble};

use std::fmt;
use std::time::Duration;

use crate::codes::Os;
use crate::codes::outlook;
use crate::codes::resolver;
use crate::codes::socket::{self, Condition, Number};
use crate::service::Protocol;
use crate::wire::Text;
use crate::wire::foreign::Speaks;

/// Where a check is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// The name is looked up.
    Resolve,
    /// The TCP handshake.
    Connect,
    /// The server's first words.
    Greeting,
    /// EHLO, CAPA or CAPABILITY, before TLS or after.
    Capabilities,
    /// The request to upgrade.
    Starttls,
    /// The TLS handshake.
    Tls,
    /// The judgement on the certificate chain.
    Certificate,
    /// The login, where one is wanted.
    Login,
    /// The commands that hand over mail, where that is wanted.
    Transaction,
    /// QUIT or LOGOUT.
    Quit,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 10] = [
        Self::Resolve,
        Self::Connect,
        Self::Greeting,
        Self::Capabilities,
        Self::Starttls,
        Self::Tls,
        Self::Certificate,
        Self::Login,
        Self::Transaction,
        Self::Quit,
    ];

    /// The name in the JSON output and in the ids of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Resolve => "resolve",
            Self::Connect => "connect",
            Self::Greeting => "greeting",
            Self::Capabilities => "capabilities",
            Self::Starttls => "starttls",
            Self::Tls => "tls",
            Self::Certificate => "certificate",
            Self::Login => "login",
            Self::Transaction => "transaction",
            Self::Quit => "quit",
        }
    }
}

/// What happened, from a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Nothing came in time.
    Timeout,
    /// The deadline came first: nothing follows about the other side. Those who read the JSON know it as a timeout.
    Deadline,
    /// Somebody answered the connection request with no.
    Refused,
    /// The network says that there is no way.
    Unreachable,
    /// A policy says that there shall be no way.
    Prohibited,
    /// The connection was cut off.
    Reset,
    /// The connection was ended in order, where more was due.
    Closed,
    /// This process or machine could not even try.
    Local,
    /// The name does not exist.
    NotFound,
    /// The name exists and has no such record.
    NoData,
    /// The DNS did not do its work.
    DnsFailure,
    /// An answer that is not the protocol.
    Protocol,
    /// The server said no.
    Rejected,
    /// STARTTLS is missing.
    NotOffered,
    /// The handshake failed.
    Tls,
    /// The chain is not to be trusted.
    Certificate,
    /// The proxy that was to be gone through stood in the way, and nothing is known of the server.
    Proxy,
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 17] = [
        Self::Timeout,
        Self::Deadline,
        Self::Refused,
        Self::Unreachable,
        Self::Prohibited,
        Self::Reset,
        Self::Closed,
        Self::Local,
        Self::NotFound,
        Self::NoData,
        Self::DnsFailure,
        Self::Protocol,
        Self::Rejected,
        Self::NotOffered,
        Self::Tls,
        Self::Certificate,
        Self::Proxy,
    ];

    /// The name in the ids of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Timeout => "timeout",
            Self::Deadline => "deadline",
            Self::Refused => "refused",
            Self::Unreachable => "unreachable",
            Self::Prohibited => "prohibited",
            Self::Reset => "reset",
            Self::Closed => "closed",
            Self::Local => "local",
            Self::NotFound => "not-found",
            Self::NoData => "no-data",
            Self::DnsFailure => "dns-failure",
            Self::Protocol => "protocol",
            Self::Rejected => "rejected",
            Self::NotOffered => "not-offered",
            Self::Tls => "tls",
            Self::Certificate => "certificate",
            Self::Proxy => "proxy",
        }
    }

    /// The name in what programs read. To them the deadline is a timeout; whose time it was stands beside it.
    pub const fn reported(self) -> &'static str {
        match self {
            Self::Deadline => Self::Timeout.name(),
            other => other.name(),
        }
    }
}

/// What was met, as plain data: no library's error type, nothing thrown away.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// Our own clock ran out; the kernel had not given up.
    Clock {
        /// How long we waited.
        limit: Duration,
        /// What had come in by then and was not yet a whole answer.
        received: Text,
    },
    /// The time for the target was up; nothing follows from that about the other side.
    Deadline {
        /// What had come in by then and was not yet a whole answer.
        received: Text,
    },
    /// The operating system gave an error.
    Os(OsError),
    /// The other side ended the connection in order (FIN).
    Closed {
        /// What had come in before and was not a whole answer.
        received: Text,
    },
    /// What came is not the protocol.
    Malformed {
        /// The bytes, as far as they were kept.
        received: Text,
        /// What speaks there, where it is known.
        speaks: Option<Speaks>,
    },
    /// The server said no.
    Rejected(Rejection),
    /// STARTTLS is not among the capabilities.
    NotOffered,
    /// The TLS handshake failed.
    Tls(TlsTrouble),
    /// The handshake went through, and the chain has these problems.
    Certificate(Vec<CertificateProblem>),
    /// The name could not be resolved.
    Resolve(ResolveTrouble),
    /// The proxy did not open the way to the server.
    Proxy(ProxyTrouble),
}

/// An error of the operating system, with what the error queue of the socket said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OsError {
    /// The system whose number it is. Numbers are data: a report made elsewhere can be read here.
    pub os: Os,
    /// errno, or the Winsock number; `None` where the library knew only a kind.
    pub code: Option<i32>,
    /// The system's own words.
    pub text: String,
    /// The ICMP message that caused it, where the kernel told.
    pub icmp: Option<Icmp>,
}

/// An ICMP or ICMPv6 error that answered a packet of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icmp {
    /// RFC 792 or RFC 4443 type.
    pub kind: u8,
    /// The code of that type.
    pub code: u8,
    /// Who sent it. `None` where the kernel kept no address.
    pub from: Option<std::net::IpAddr>,
    /// Whether it is ICMPv6.
    pub v6: bool,
}

/// The server's no.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The reply, a line each.
    pub reply: Vec<Text>,
    /// Whether it may be different later, as far as the reply says.
    pub permanence: Permanence,
}

/// Whether a no is for now or for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permanence {
    /// 4yz, `[UNAVAILABLE]`, `[SYS/TEMP]`, `[IN-USE]`, `[LIMIT]`.
    Temporary,
    /// 5yz, or a refusal without a word of later.
    Permanent,
}

/// What a TLS handshake ran into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TlsTrouble {
    /// The server sent an alert (RFC 8446 section 6).
    Alert {
        /// The alert's number.
        description: u8,
    },
    /// What came is no TLS record.
    NotTls {
        /// The first bytes.
        received: Text,
        /// What speaks there, where it is known.
        speaks: Option<Speaks>,
    },
    /// The server chose something that this client does not speak.
    Incompatible(String),
    /// The server broke the rules of TLS.
    Misbehaved(String),
    /// The server's signature on the handshake does not fit the key of its certificate.
    Signature,
    /// A certificate so broken that the handshake could not go on.
    Certificate(String),
    /// Anything else, in the library's words.
    Other(String),
}

/// A problem of a certificate chain. `index` is the place in the chain as sent, 0 for the server's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertificateProblem {
    /// Past its end.
    Expired {
        /// Which certificate.
        index: usize,
        /// Unix time in seconds.
        not_after: i64,
    },
    /// Before its beginning, by this machine's clock.
    NotYetValid {
        /// Which certificate.
        index: usize,
        /// Unix time in seconds.
        not_before: i64,
    },
    /// None of its names is the one asked for.
    NameMismatch {
        /// The name asked for.
        expected: String,
        /// The names in it (subject alternative names).
        names: Vec<String>,
    },
    /// Signed by itself and by nobody known.
    SelfSigned,
    /// Signed by an authority that is not among the trusted, as far as can be seen: see [`Self::ChainIncomplete`].
    UnknownIssuer {
        /// The issuer's name as the last certificate of the chain gives it.
        issuer: String,
    },
    /// The server did not send the certificate that links its own to a known authority.
    ///
    /// Without that certificate this cannot be told from [`Self::UnknownIssuer`] for certain: what is missing could lead
    /// to an authority that nobody here knows. It is said where there is evidence that the issuer is an intermediate
    /// authority, whose certificate a server has to send, and no root: the certificate names the issuer of its issuer,
    /// or the issuer calls itself an intermediate, or the server's own certificate says where its issuer's can be fetched.
    ChainIncomplete {
        /// The name of the missing issuer.
        issuer: String,
    },
    /// Not meant for servers: the extended key usage leaves them out, or it is the certificate of an authority.
    WrongPurpose,
    /// A key or a signature that is too weak by today's rules.
    Weak {
        /// Which certificate.
        index: usize,
        /// "RSA 1024", "SHA-1".
        what: String,
    },
    /// Something in it is against the rules (RFC 5280).
    Malformed {
        /// Which certificate.
        index: usize,
        /// What, in the terms of the standard.
        what: String,
    },
}

impl CertificateProblem {
    /// The reason in the JSON output, and the tail of the finding's id.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::Expired { .. } => "expired",
            Self::NotYetValid { .. } => "not-yet-valid",
            Self::NameMismatch { .. } => "name-mismatch",
            Self::SelfSigned => "self-signed",
            Self::UnknownIssuer { .. } => "unknown-issuer",
            Self::ChainIncomplete { .. } => "chain-incomplete",
            Self::WrongPurpose => "wrong-purpose",
            Self::Weak { .. } => "weak",
            Self::Malformed { .. } => "malformed",
        }
    }
}

/// Why a name gave no address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResolveTrouble {
    /// NXDOMAIN: the name does not exist.
    NotFound,
    /// The name exists and has no address of the families asked for.
    NoData,
    /// SERVFAIL from every resolver that answered.
    ServFail,
    /// REFUSED from every resolver that answered.
    Refused,
    /// Another response code that is no answer (RFC 6895).
    Rcode(u16),
    /// No resolver answered in time.
    Timeout,
    /// The resolver's port is closed, or the way to it is: the system's error.
    Unreachable(OsError),
    /// The answer was truncated and the resolver does not answer over TCP.
    TcpBlocked,
    /// The aliases (CNAME) come back to where they began, or do not end.
    AliasLoop,
    /// What the resolver sent is no DNS message, or none that answers the question.
    Malformed,
    /// No resolver is configured on this machine.
    NoResolver,
    /// The time for the target was up.
    Deadline,
    /// Nobody here is asked: the proxy looks names up.
    ByProxy,
}

/// The stage that failed, its class, and what came.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Where.
    pub stage: Stage,
    /// What.
    pub class: Class,
    /// The evidence, whole.
    pub trouble: Trouble,
    /// How long the stage took until then.
    pub elapsed: Duration,
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Failure {
    /// Classifies what was met at a stage.
    pub fn new(stage: Stage, trouble: Trouble, elapsed: Duration) -> Self {
        Self {
            stage,
            class: classify(&trouble),
            trouble,
            elapsed,
        }
    }

    /// The number and name that a Windows program would show: 10060 for a silent connect.
    pub fn winsock(&self) -> Option<Number> {
        match &self.trouble {
            Trouble::Clock { .. } => Condition::TimedOut.winsock(),
            Trouble::Os(error) => error.condition().and_then(Condition::winsock),
            Trouble::Closed { .. } => Condition::ConnectionReset.winsock(),
            Trouble::Resolve(trouble) => trouble.twin().and_then(resolver::Failure::winsock),
            Trouble::Proxy(trouble) => trouble.winsock(),
            // A run that was ended early says nothing of what a Windows program would have met.
            Trouble::Deadline { .. }
            | Trouble::Malformed { .. }
            | Trouble::Rejected(_)
            | Trouble::NotOffered
            | Trouble::Tls(_)
            | Trouble::Certificate(_) => None,
        }
    }

    /// errno on the system that reported it. `None` where no system gave up, only our own clock.
    pub fn os_error(&self) -> Option<Number> {
        if let Trouble::Proxy(trouble) = &self.trouble {
            return trouble.os_error();
        }
        let (Trouble::Os(error) | Trouble::Resolve(ResolveTrouble::Unreachable(error))) =
            &self.trouble
        else {
            return None;
        };
        let name = error
            .condition()
            .and_then(|condition| condition.errno(error.os));
        // Two numbers may mean one condition; the one that came is shown, with the condition's name.
        error
            .code
            .map(|code| (code, name.map_or("", |(_, name)| name)))
    }

    /// What Outlook shows for this, most usual first.
    ///
    /// The numbers are those of `imnxport.idl`; Outlook itself adds 0x800421xx, which have no public names.
    pub fn outlook(&self, protocol: Protocol) -> Vec<u32> {
        match self.class {
            Class::NotFound | Class::NoData | Class::DnsFailure => vec![0x800C_CC0D],
            _ if self.stage == Stage::Resolve => vec![0x800C_CC0D],
            Class::Timeout | Class::Deadline if self.stage == Stage::Connect => {
                cannot_connect(protocol)
            }
            Class::Timeout | Class::Deadline => match protocol {
                Protocol::Smtp => vec![0x800C_CC19, 0x8004_210B],
                Protocol::Pop3 => vec![0x800C_CC19, 0x8004_210A],
                Protocol::Imap => vec![0x800C_CC19],
            },
            Class::Refused | Class::Unreachable | Class::Prohibited | Class::Proxy => {
                cannot_connect(protocol)
            }
            Class::Reset | Class::Closed => vec![0x800C_CC0F],
            Class::Local => vec![0x800C_CC15],
            Class::Protocol => vec![match (protocol, self.stage) {
                (Protocol::Smtp, _) => 0x800C_CC61,
                (Protocol::Pop3, _) => 0x800C_CC93,
                (Protocol::Imap, Stage::Greeting) => 0x800C_CCD5,
                (Protocol::Imap, _) => 0x800C_CCD4,
            }],
            Class::Rejected => vec![self.rejected(protocol)],
            Class::NotOffered => vec![match protocol {
                Protocol::Smtp => 0x800C_CC7D,
                Protocol::Pop3 | Protocol::Imap => 0x800C_CC1A,
            }],
            Class::Tls => vec![0x800C_CC1A],
            Class::Certificate => self.certificate_codes(),
        }
    }

    fn rejected(&self, protocol: Protocol) -> u32 {
        let Trouble::Rejected(rejection) = &self.trouble else {
            return 0x800C_CC60;
        };
        let line = rejection.reply.first().map_or(&[][..], |line| &line.0);
        match protocol {
            Protocol::Smtp => smtp_reply(line),
            Protocol::Pop3 => 0x800C_CC90,
            // The name says "connection refused" and means a BYE in place of a greeting.
            Protocol::Imap if self.stage == Stage::Greeting => 0x800C_CCD9,
            Protocol::Imap
                if line
                    .windows(3)
                    .any(|word| word.eq_ignore_ascii_case(b"BYE")) =>
            {
                0x800C_CCDD
            }
            Protocol::Imap
                if line
                    .windows(4)
                    .any(|word| word.eq_ignore_ascii_case(b" BAD")) =>
            {
                0x800C_CCD3
            }
            Protocol::Imap => 0x800C_CCD2,
        }
    }

    fn certificate_codes(&self) -> Vec<u32> {
        let Trouble::Certificate(problems) = &self.trouble else {
            return vec![0x800C_CC1A];
        };
        let special = problems.iter().filter_map(|problem| match problem {
            CertificateProblem::NameMismatch { .. } => Some(0x800C_CC01),
            CertificateProblem::Expired { .. } | CertificateProblem::NotYetValid { .. } => {
                Some(0x800C_CC02)
            }
            _ => None,
        });
        let mut codes = vec![0x800C_CC1A];
        for code in special {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }
}

impl OsError {
    /// What the number means, whatever system it is of.
    pub fn condition(&self) -> Option<Condition> {
        self.code.and_then(|code| socket::condition(self.os, code))
    }
}

impl Trouble {
    /// Whether a connect that ended so stood first and was cut off before anybody looked: a reset that answers the SYN
    /// is `ECONNREFUSED` (RFC 9293 section 3.10.7.3; `tcp_reset()` in `net/ipv4/tcp_input.c`), so `ECONNRESET` came later.
    pub fn is_reset_of_a_connection(&self) -> bool {
        match self {
            Self::Os(error) => {
                error.icmp.is_none() && error.condition() == Some(Condition::ConnectionReset)
            }
            Self::Clock { .. }
            | Self::Deadline { .. }
            | Self::Closed { .. }
            | Self::Malformed { .. }
            | Self::Rejected(_)
            | Self::NotOffered
            | Self::Tls(_)
            | Self::Certificate(_)
            | Self::Resolve(_)
            | Self::Proxy(_) => false,
        }
    }
}

impl ResolveTrouble {
    /// Whether this is an answer: there is no such record.
    pub const fn is_absence(&self) -> bool {
        matches!(self, Self::NotFound | Self::NoData)
    }

    /// What the system's own name resolution would have reported.
    fn twin(&self) -> Option<resolver::Failure> {
        match self {
            Self::NotFound => Some(resolver::Failure::NotFound),
            Self::NoData => Some(resolver::Failure::NoData),
            Self::ServFail
            | Self::Timeout
            | Self::Unreachable(_)
            | Self::TcpBlocked
            | Self::NoResolver => Some(resolver::Failure::TryAgain),
            Self::Refused | Self::Rcode(_) | Self::AliasLoop | Self::Malformed => {
                Some(resolver::Failure::Permanent)
            }
            Self::Deadline | Self::ByProxy => None,
        }
    }
}

fn cannot_connect(protocol: Protocol) -> Vec<u32> {
    match protocol {
        Protocol::Smtp => vec![0x800C_CC0E, 0x8004_2109],
        Protocol::Pop3 => vec![0x800C_CC0E, 0x8004_2108],
        Protocol::Imap => vec![0x800C_CC0E],
    }
}

/// The code that carries an SMTP reply number in its name.
fn smtp_reply(line: &[u8]) -> u32 {
    let number = line
        .get(..3)
        .and_then(|code| std::str::from_utf8(code).ok());
    let number = number.and_then(|number| number.parse().ok());
    number
        .and_then(outlook::for_reply)
        .unwrap_or(outlook::SMTP_RESPONSE_ERROR)
}

fn classify(trouble: &Trouble) -> Class {
    match trouble {
        Trouble::Clock { .. } => Class::Timeout,
        Trouble::Deadline { .. } => Class::Deadline,
        Trouble::Os(error) => classify_os(error),
        Trouble::Closed { .. } => Class::Closed,
        Trouble::Malformed { .. } => Class::Protocol,
        Trouble::Rejected(_) => Class::Rejected,
        Trouble::NotOffered => Class::NotOffered,
        Trouble::Tls(TlsTrouble::Certificate(_)) | Trouble::Certificate(_) => Class::Certificate,
        Trouble::Tls(
            TlsTrouble::Alert { .. }
            | TlsTrouble::NotTls { .. }
            | TlsTrouble::Incompatible(_)
            | TlsTrouble::Misbehaved(_)
            | TlsTrouble::Signature
            | TlsTrouble::Other(_),
        ) => Class::Tls,
        Trouble::Resolve(trouble) => classify_resolve(trouble),
        Trouble::Proxy(trouble) => trouble.class(),
    }
}

fn classify_resolve(trouble: &ResolveTrouble) -> Class {
    match trouble {
        ResolveTrouble::NotFound => Class::NotFound,
        ResolveTrouble::NoData => Class::NoData,
        ResolveTrouble::Timeout => Class::Timeout,
        ResolveTrouble::Deadline => Class::Deadline,
        ResolveTrouble::ServFail
        | ResolveTrouble::Refused
        | ResolveTrouble::Rcode(_)
        | ResolveTrouble::Unreachable(_)
        | ResolveTrouble::TcpBlocked
        | ResolveTrouble::AliasLoop
        | ResolveTrouble::Malformed
        | ResolveTrouble::NoResolver
        | ResolveTrouble::ByProxy => Class::DnsFailure,
    }
}

fn classify_os(error: &OsError) -> Class {
    // One errno stands for many ICMP messages: Linux says EHOSTUNREACH for "no such host here" and for "my operator
    // forbids it". The message itself knows better (net/ipv4/icmp.c, icmp_err_convert).
    if let Some(icmp) = error.icmp {
        return classify_icmp(icmp);
    }
    match error.condition() {
        Some(Condition::TimedOut) => Class::Timeout,
        Some(Condition::ConnectionRefused) => Class::Refused,
        Some(
            Condition::HostDown
            | Condition::HostUnreachable
            | Condition::NetworkUnreachable
            | Condition::NetworkDown
            | Condition::NoNetwork
            // ICMP protocol unreachable, source route failed, and codes without a meaning (icmp_err_convert).
            | Condition::ProtocolNotAvailable
            | Condition::NotSupported
            | Condition::Protocol,
        ) => Class::Unreachable,
        Some(Condition::AccessDenied | Condition::NotPermitted) => Class::Prohibited,
        Some(
            Condition::ConnectionReset
            | Condition::ConnectionAborted
            | Condition::NetworkReset
            | Condition::BrokenPipe
            | Condition::Disconnecting,
        ) => Class::Reset,
        Some(_) | None => Class::Local,
    }
}

fn classify_icmp(icmp: Icmp) -> Class {
    match (icmp.v6, icmp.kind, icmp.code) {
        // Port unreachable: the host's own refusal, or a firewall that plays it.
        (false, 3, 3) | (true, 1, 4) => Class::Refused,
        // RFC 1812 section 5.2.7.1 and RFC 4443 section 3.1: prohibited by policy.
        (false, 3, 9 | 10 | 13) | (true, 1, 1 | 5 | 6) => Class::Prohibited,
        _ => Class::Unreachable,
    }
}

#[cfg(test)]
mod tests;
