//! The only door out: TCP, DNS and TLS. No other room opens a socket or names a network library.

pub mod dial;
pub mod dns;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(all(test, target_os = "linux"))]
pub(crate) mod namespaces;
#[cfg(not(target_os = "linux"))]
mod other;
#[cfg(test)]
pub(crate) mod skip;
pub mod sweep;
pub mod tls;
pub mod vantage;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(not(target_os = "linux"))]
use other as system;

use std::cell::RefCell;
use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::Instant;

use crate::codes::Os;
use crate::facts::{Counters, Vantage};
use crate::failure::{OsError, Trouble};
use crate::plan::Plan;
use crate::wire::Text;

/// The network as one run sees it.
pub struct Net {
    /// The start of the run.
    pub started: Instant,
    /// The machine's clock at the start, Unix time in seconds.
    pub started_at: i64,
    /// When everything ends.
    pub deadline: Instant,
    /// Whom to trust.
    pub trust: tls::Trust,
    /// Where the chain of DNSSEC signatures begins.
    pub anchors: dns::Anchors,
    /// From where the network is seen.
    pub vantage: Vantage,
    /// This host's full name, for EHLO, where it has one.
    pub host_name: Option<String>,
    turns: RefCell<HashMap<SocketAddr, Arc<Mutex<()>>>>,
}

/// Why the door does not open: a file that was named is not what it should be. One sentence for the user.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The authorities to trust.
    #[error(transparent)]
    Trust(#[from] tls::TrustError),
    /// The keys of DNSSEC.
    #[error(transparent)]
    Anchors(#[from] dns::AnchorError),
}

impl Net {
    /// Opens the door for a plan. The clock runs from here.
    pub fn open(plan: &Plan) -> Result<Self, OpenError> {
        let trust = tls::Trust::load(&plan.roots)?;
        let anchors = dns::Anchors::load(plan.trust_anchor.as_deref())?;
        let started = Instant::now();
        let since_epoch = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Ok(Self {
            started,
            started_at: i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX),
            deadline: started + plan.limits.deadline,
            trust,
            anchors,
            vantage: vantage::vantage(&dns::Resolver::of_plan(plan)),
            host_name: system::host_name().filter(|name| name.contains('.')),
            turns: RefCell::default(),
        })
    }

    /// Waits for the turn at `address`: at most one connection at a time goes to one address and port. The turn lasts
    /// as long as the guard.
    pub async fn turn(&self, address: SocketAddr) -> OwnedMutexGuard<()> {
        let turn = self.turns.borrow_mut().entry(address).or_default().clone();
        turn.lock_owned().await
    }
}

/// How long a wait may take: its own limit, and the deadline of the whole run.
#[derive(Clone, Copy, Debug)]
pub struct Wait {
    /// For this wait.
    pub limit: Duration,
    /// For everything.
    pub deadline: Instant,
}

/// Why a wait ended without a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expired {
    /// Its own limit was up.
    Limit(Duration),
    /// The run's deadline came first.
    Deadline,
}

impl Expired {
    /// The trouble that this is, with what had come in by then.
    pub fn trouble(self, received: Text) -> Trouble {
        match self {
            Self::Limit(limit) => Trouble::Clock { limit, received },
            Self::Deadline => Trouble::Deadline { received },
        }
    }
}

/// Waits for `future`, and no longer than `wait` allows. Every wait of the program goes through here, so that our own
/// clock is never mistaken for the kernel's.
pub async fn within<F: Future>(wait: Wait, future: F) -> Result<F::Output, Expired> {
    let own = Instant::now() + wait.limit;
    let (end, expired) = if wait.deadline < own {
        (wait.deadline, Expired::Deadline)
    } else {
        (own, Expired::Limit(wait.limit))
    };
    tokio::time::timeout_at(end, future)
        .await
        .map_err(|_| expired)
}

/// What this machine's kernel has counted so far; [`Counters::since`] makes facts of two of them. `None` where it does
/// not tell (all but Linux).
pub fn counters() -> Option<Counters> {
    system::counters()
}

/// Whether a write failed because the other side is gone.
pub fn is_hang_up(error: &io::Error) -> bool {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, NotConnected};
    matches!(
        error.kind(),
        BrokenPipe | ConnectionAborted | ConnectionReset | NotConnected
    )
}

/// An I/O error as plain data, for errors of a stream, TLS or not.
pub fn trouble(error: &io::Error, received: Text) -> Trouble {
    if let Some(trouble) = tls::trouble(error, &received) {
        return trouble;
    }
    match (error.kind(), error.raw_os_error()) {
        (io::ErrorKind::UnexpectedEof | io::ErrorKind::WriteZero, None) => {
            Trouble::Closed { received }
        }
        _ => Trouble::Os(os_error(error)),
    }
}

/// The system's error as plain data.
pub fn os_error(error: &io::Error) -> OsError {
    OsError {
        os: Os::HERE,
        code: error.raw_os_error(),
        text: error.to_string(),
        icmp: None,
    }
}
