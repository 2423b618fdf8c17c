//! What was met, as plain data.

use std::time::Duration;

use super::ProxyTrouble;
use crate::codes::Os;
use crate::codes::socket::{self, Condition};
use crate::wire::Text;
use crate::wire::foreign::Speaks;

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

impl OsError {
    /// What the number means, whatever system it is of.
    pub fn condition(&self) -> Option<Condition> {
        self.code.and_then(|code| socket::condition(self.os, code))
    }
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
    /// The server sends more in one message of the handshake than is taken here.
    Oversized,
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
    /// What [`Self::Malformed`] says of an authority in between whose key usage does not have it sign certificates (RFC 5280
    /// section 4.2.1.3).
    pub const NO_CERT_SIGN: &'static str = "keyUsage: no keyCertSign";

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

impl ResolveTrouble {
    /// Whether this is an answer: there is no such record.
    pub const fn is_absence(&self) -> bool {
        matches!(self, Self::NotFound | Self::NoData)
    }
}
