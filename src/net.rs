//! The only door out: TCP, DNS and TLS. No other room opens a socket or names a network library.

#[cfg(any(target_os = "macos", test))]
mod bsd;
mod clock;
pub mod dial;
pub mod dns;
pub mod door;
pub mod https;
#[cfg(any(target_os = "linux", target_os = "macos"))]
mod interfaces;
pub mod interrupt;
#[cfg(target_os = "linux")]
mod linux;
pub mod listen;
mod machine;
#[cfg(target_os = "macos")]
mod macos;
#[cfg(all(test, target_os = "linux"))]
pub(crate) mod namespaces;
#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
mod other;
pub mod partings;
pub mod seats;
#[cfg(test)]
pub(crate) mod skip;
mod stream;
pub mod sweep;
pub mod tls;
mod tunnel;
pub mod vantage;
#[cfg(windows)]
mod windows;
#[cfg(any(windows, test))]
mod winsock;

#[cfg(target_os = "linux")]
use linux as system;
#[cfg(target_os = "macos")]
use macos as system;
#[cfg(not(any(target_os = "linux", target_os = "macos", windows)))]
use other as system;
#[cfg(windows)]
use windows as system;

use std::io;
use std::pin::pin;
use std::time::Duration;

use ring::rand::{SecureRandom, SystemRandom};
use tokio::time::Instant;

pub use self::clock::{Clock, Span};
pub use self::door::Door;
pub use self::machine::{Machine, OpenError, Turn, Visitor, now as unix_time};
pub use self::stream::Stream;

use crate::codes::Os;
use crate::facts::Counters;
use crate::failure::{OsError, Trouble};
use crate::wire::Text;

/// What nobody has had before: 144 random bits in hexadecimal digits. `None` where this system has no random numbers.
pub fn unique() -> Option<String> {
    let mut bytes = [0; 18];
    let filled = SystemRandom::new().fill(&mut bytes).ok();
    filled.map(|()| data_encoding::HEXLOWER.encode(&bytes))
}

/// What this machine calls itself.
pub fn own_name() -> Option<String> {
    system::host_name()
}

/// How long a wait may take: its own limit, and the deadline of the whole target.
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
    /// The target's deadline came first.
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

impl Wait {
    /// Why nothing more is to be begun, where the time for everything is up.
    pub fn is_over(self) -> Option<Expired> {
        let over = interrupt::is_interrupted() || self.deadline <= Instant::now();
        over.then_some(Expired::Deadline)
    }
}

/// Waits for `future`, and no longer than `wait` allows; a run that is interrupted is at its deadline. Every wait of the
/// program goes through here, so that our own clock is never mistaken for the kernel's.
pub async fn within<F: Future>(wait: Wait, future: F) -> Result<F::Output, Expired> {
    let own = Instant::now() + wait.limit;
    let (end, expired) = if wait.deadline < own {
        (wait.deadline, Expired::Deadline)
    } else {
        (own, Expired::Limit(wait.limit))
    };
    // In place: each move would make room for another copy in the caller's future.
    let future = pin!(future);
    let bounded = tokio::time::timeout_at(end, future);
    match interrupt::unless_interrupted(bounded).await {
        Some(done) => done.map_err(|_| expired),
        None => Err(Expired::Deadline),
    }
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

/// Whether the system had no descriptor to give: EMFILE, ENFILE, WSAEMFILE.
pub fn lacks_a_descriptor(error: &io::Error) -> bool {
    lacks(error.raw_os_error())
}

/// The same of an error that was written down.
pub fn told_of_no_descriptor(trouble: &Trouble) -> bool {
    trouble.os_error().is_some_and(|error| lacks(error.code))
}

fn lacks(code: Option<i32>) -> bool {
    const WSAEMFILE: i32 = 10024;
    const ENFILE: i32 = 23;
    const EMFILE: i32 = 24;
    let codes: &[i32] = if cfg!(windows) {
        &[WSAEMFILE]
    } else {
        &[ENFILE, EMFILE]
    };
    code.is_some_and(|code| codes.contains(&code))
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
