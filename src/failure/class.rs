//! The class of what was met: a closed set, decided here once.

use std::fmt;

use super::{Icmp, OsError, ResolveTrouble, TlsTrouble, Trouble};
use crate::codes::socket::Condition;

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

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The class of what was met.
pub(super) fn classify(trouble: &Trouble) -> Class {
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
            | TlsTrouble::Oversized
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
