//! What a trouble holds: the few questions that follow-ups, rules and renderers alike put to it, each answered here alone.

use std::time::Duration;

use super::{Class, Failure, Icmp, OsError, ResolveTrouble, TlsTrouble, Trouble};
use crate::service::Protocol;
use crate::wire::foreign::Speaks;
use crate::wire::smtp;

impl Trouble {
    /// The error of the operating system, of the connection or of the way to a resolver.
    pub fn os_error(&self) -> Option<&OsError> {
        match self {
            Self::Os(error) | Self::Resolve(ResolveTrouble::Unreachable(error)) => Some(error),
            Self::Clock { .. }
            | Self::Deadline { .. }
            | Self::Closed { .. }
            | Self::Malformed { .. }
            | Self::Rejected(_)
            | Self::NotOffered
            | Self::Tls(_)
            | Self::Certificate(_)
            | Self::Resolve(_)
            | Self::Proxy(_) => None,
        }
    }

    /// The ICMP message that caused it.
    pub fn icmp(&self) -> Option<Icmp> {
        self.os_error().and_then(|error| error.icmp)
    }

    /// What speaks there in place of the protocol, where it is known.
    pub fn speaks(&self) -> Option<Speaks> {
        match self {
            Self::Malformed { speaks, .. } | Self::Tls(TlsTrouble::NotTls { speaks, .. }) => {
                *speaks
            }
            Self::Clock { .. }
            | Self::Deadline { .. }
            | Self::Os(_)
            | Self::Closed { .. }
            | Self::Rejected(_)
            | Self::NotOffered
            | Self::Tls(_)
            | Self::Certificate(_)
            | Self::Resolve(_)
            | Self::Proxy(_) => None,
        }
    }

    /// Whether what came is a whole reply of the protocol, and a yes to something that was not asked: `220` to EHLO.
    pub fn is_out_of_place(&self, protocol: Protocol) -> bool {
        let own = matches!(self.speaks(), None | Some(Speaks::Smtp));
        match self {
            Self::Malformed { received, .. } if own && protocol == Protocol::Smtp => {
                matches!(smtp::reply(&received.0), Ok(Some((reply, _))) if reply.is_positive())
            }
            _ => false,
        }
    }

    /// What had come in when the trouble came, and was no whole answer.
    pub fn received(&self) -> &[u8] {
        match self {
            Self::Clock { received, .. }
            | Self::Deadline { received }
            | Self::Closed { received }
            | Self::Malformed { received, .. }
            | Self::Tls(TlsTrouble::NotTls { received, .. }) => &received.0,
            Self::Os(_)
            | Self::Rejected(_)
            | Self::NotOffered
            | Self::Tls(_)
            | Self::Certificate(_)
            | Self::Resolve(_)
            | Self::Proxy(_) => &[],
        }
    }
}

impl Failure {
    /// How long was waited in vain, by our own clock or by the system's. The deadline is neither: it says nothing about
    /// the other side.
    pub fn waited(&self) -> Option<Duration> {
        match &self.trouble {
            Trouble::Clock { limit, .. } => Some(*limit),
            Trouble::Os(_) if self.class == Class::Timeout => Some(self.elapsed),
            Trouble::Os(_)
            | Trouble::Deadline { .. }
            | Trouble::Closed { .. }
            | Trouble::Malformed { .. }
            | Trouble::Rejected(_)
            | Trouble::NotOffered
            | Trouble::Tls(_)
            | Trouble::Certificate(_)
            | Trouble::Resolve(_)
            | Trouble::Proxy(_) => None,
        }
    }
}
