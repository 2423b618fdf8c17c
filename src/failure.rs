//! The classifier: what came, at which stage, to a class with its codes.
//!
//! [`Trouble`] is what was met, as plain data; [`Failure::new`] gives it its class. The numbers (errno, Winsock, Outlook)
//! follow from both, so they are computed and not stored.

use std::fmt;
use std::time::Duration;

use crate::codes::Os;
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
    /// QUIT or LOGOUT.
    Quit,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 8] = [
        Self::Resolve,
        Self::Connect,
        Self::Greeting,
        Self::Capabilities,
        Self::Starttls,
        Self::Tls,
        Self::Certificate,
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
            Self::Quit => "quit",
        }
    }
}

/// What happened, from a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Nothing came in time.
    Timeout,
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
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 15] = [
        Self::Timeout,
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
    ];

    /// The name in the JSON output and in the ids of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Timeout => "timeout",
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
    /// The time for the whole run was up; nothing follows from that about the other side.
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
    /// Signed by an authority that is not among the trusted.
    UnknownIssuer {
        /// The issuer's name as the last certificate of the chain gives it.
        issuer: String,
    },
    /// The server did not send the certificate that links its own to a known authority.
    ChainIncomplete {
        /// The name of the missing issuer.
        issuer: String,
    },
    /// Not meant for servers (extended key usage).
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
    /// What the resolver sent is no DNS message.
    Malformed,
    /// No resolver is configured on this machine.
    NoResolver,
    /// The time for the whole run was up.
    Deadline,
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
            class: classify(stage, &trouble),
            trouble,
            elapsed,
        }
    }

    /// The number and name that a Windows program would show: 10060 for a silent connect.
    pub fn winsock(&self) -> Option<(i32, &'static str)> {
        todo!()
    }

    /// errno on the system that reported it. `None` where no system gave up, only our own clock.
    pub fn os_error(&self) -> Option<(i32, &'static str)> {
        todo!()
    }

    /// What Outlook shows for this, most usual first.
    pub fn outlook(&self, protocol: Protocol) -> Vec<u32> {
        let _ = protocol;
        todo!()
    }
}

fn classify(stage: Stage, trouble: &Trouble) -> Class {
    let _ = (stage, trouble);
    todo!()
}
