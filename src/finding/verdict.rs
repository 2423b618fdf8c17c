//! How bad it is, who can fix it, and the answer in one word.

use super::Finding;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Works, but something is wrong or will be.
    Warning,
    /// Cannot be said from here.
    Inconclusive,
    /// What was asked for does not work.
    Error,
}

impl Severity {
    /// The name in the JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Inconclusive => "inconclusive",
            Self::Error => "error",
        }
    }
}

/// Who can fix it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Owner {
    /// Whoever runs this machine.
    ThisMachine,
    /// Whoever runs the network between, or the resolver.
    Network,
    /// Whoever runs the mail server.
    Server,
    /// Whoever runs the DNS of the domain.
    Domain,
    /// Whoever owns the mailbox.
    Account,
    /// Cannot be known from here.
    Unknown,
}

impl Owner {
    /// Every owner.
    pub const ALL: [Self; 6] = [
        Self::ThisMachine,
        Self::Network,
        Self::Server,
        Self::Domain,
        Self::Account,
        Self::Unknown,
    ];

    /// The name in the JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ThisMachine => "this-machine",
            Self::Network => "network",
            Self::Server => "server",
            Self::Domain => "domain",
            Self::Account => "account",
            Self::Unknown => "unknown",
        }
    }
}

/// The answer in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Verdict {
    /// Everything works.
    Ok,
    /// It works, and something is wrong or will be.
    Warning,
    /// Nothing can be said of the server from here.
    Inconclusive,
    /// What was asked for does not work.
    Failed,
}

impl Verdict {
    /// Every verdict, the best first.
    pub const ALL: [Self; 4] = [Self::Ok, Self::Warning, Self::Inconclusive, Self::Failed];

    /// The name in the JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Inconclusive => "inconclusive",
            Self::Failed => "failed",
        }
    }

    /// The worst finding decides.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Finding>) -> Self {
        let worst = findings.into_iter().map(|finding| finding.severity).max();
        match worst {
            None | Some(Severity::Info) => Self::Ok,
            Some(Severity::Warning) => Self::Warning,
            Some(Severity::Inconclusive) => Self::Inconclusive,
            Some(Severity::Error) => Self::Failed,
        }
    }
}
