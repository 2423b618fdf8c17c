//! The classifier: what came, at which stage, to a class with its codes.
//!
//! [`Trouble`] is what was met, as plain data; [`Failure::new`] gives it its class. The numbers (errno, Winsock, Outlook)
//! follow from both, so they are computed and not stored.

mod class;
mod numbers;
mod proxy;
mod reading;
mod trouble;

pub use class::Class;
pub use proxy::{ProxyFault, ProxyMet, ProxyStep, ProxyTrouble};
pub use trouble::{
    CertificateProblem, Icmp, OsError, Permanence, Rejection, ResolveTrouble, TlsTrouble, Trouble,
};

use std::fmt;
use std::time::Duration;

use class::classify;

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

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
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
}

#[cfg(test)]
mod tests;
