//! Tables of numbers: what systems, mail programs and servers mean by them.
//!
//! A table is data, the same on every machine: a report pasted on Linux may well come from Windows. What a number
//! means in words is an entry of the locale, found by the `words` of its row.

pub mod dns;
mod grams;
pub mod hresult;
pub mod icmp;
pub mod imap;
pub mod login;
pub mod outlook;
pub mod phrases;
pub mod pop3;
pub mod programs;
pub mod reply;
pub mod resolver;
pub mod smtp;
pub mod socket;
pub mod tls;

/// A system with numbers of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Os {
    /// Linux, as in the generic kernel headers (x86, ARM, RISC-V).
    Linux,
    /// macOS and the other descendants of BSD.
    MacOs,
    /// Windows, with the numbers of Winsock.
    Windows,
}

impl Os {
    /// Every system.
    pub const ALL: [Self; 3] = [Self::Linux, Self::MacOs, Self::Windows];

    /// The system this program runs on.
    pub const HERE: Self = if cfg!(windows) {
        Self::Windows
    } else if cfg!(any(
        target_vendor = "apple",
        target_os = "freebsd",
        target_os = "netbsd",
        target_os = "openbsd",
        target_os = "dragonfly"
    )) {
        Self::MacOs
    } else {
        Self::Linux
    };
}

/// The row of the first table entry that `wanted` likes; every table here is short enough to walk.
fn find<T>(table: &'static [T], wanted: impl Fn(&T) -> bool) -> Option<&'static T> {
    table.iter().find(|row| wanted(row))
}
