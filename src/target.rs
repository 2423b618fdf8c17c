//! What the user typed: a host, one service of a host, a mail domain, or a mail address.

mod error;
mod host;
mod mailbox;
mod pasted;
mod typed;

pub use self::error::{BadName, TargetError};
pub use self::host::{Host, HostName};
pub use self::mailbox::Mailbox;
pub use self::typed::Typed;
pub(crate) use self::typed::{means_port, means_security};
use crate::service::Endpoint;

/// A target with everything that the command line says about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Word for word.
    pub typed: String,
    /// Which host, or which domain.
    pub host: Host,
    /// What to check at the host, in the order of the service table.
    pub endpoints: Vec<Endpoint>,
    /// Whether the user named the services. What is named must work; of what is taken by default, one for each purpose.
    pub named: bool,
    /// Whether it may be a mail domain.
    pub mx: MxQuestion,
    /// The mail address, where it is one; `host` is its domain then.
    pub mailbox: Option<Mailbox>,
    /// The number of its line, from 1, where it comes from a list.
    pub line: Option<u64>,
}

/// Whether a name is asked for mail exchangers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MxQuestion {
    /// It is a host, and why.
    Never(HostBecause),
    /// It is a domain if it has MX records, and a host if not.
    Ask,
    /// It is a domain: `--mx`.
    Must,
}

/// Why a target can only be a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HostBecause {
    /// Its services were named.
    Named,
    /// It is an address.
    Address,
    /// Its first label says what it is for.
    Label,
    /// `--host`.
    Asked,
    /// It is a mail address, whose servers are found otherwise.
    MailAddress,
}

#[cfg(test)]
mod tests;
