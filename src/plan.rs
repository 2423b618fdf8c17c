//! What the command line means. Every value has been checked; a plan cannot be impossible.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use crate::target::Target;

/// What is to be asked, of whom, and how long to wait.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// At least one.
    pub targets: Vec<Target>,
    /// Which families of addresses.
    pub families: Families,
    /// How long to wait for what.
    pub limits: Limits,
    /// The resolvers to ask in place of the system's; empty = the system's.
    pub resolvers: Vec<SocketAddr>,
    /// Connect there and keep the name for TLS.
    pub connect_to: Option<IpAddr>,
    /// The name for SNI and for the certificate in place of the host's.
    pub tls_name: Option<String>,
    /// Whom to trust.
    pub roots: Roots,
    /// The name to give in EHLO in place of this host's.
    pub ehlo: Option<String>,
    /// Whether failed connects are traced.
    pub trace: bool,
}

/// Which families of addresses are asked for and tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Families {
    /// IPv4 and IPv6.
    Both,
    /// `-4`.
    V4,
    /// `-6`.
    V6,
}

impl Families {
    /// Whether IPv4 addresses are wanted.
    pub const fn v4(self) -> bool {
        matches!(self, Self::Both | Self::V4)
    }

    /// Whether IPv6 addresses are wanted.
    pub const fn v6(self) -> bool {
        matches!(self, Self::Both | Self::V6)
    }

    /// Whether `address` is of a wanted family.
    pub const fn wants(self, address: IpAddr) -> bool {
        match address {
            IpAddr::V4(_) => self.v4(),
            IpAddr::V6(_) => self.v6(),
        }
    }
}

/// How long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For a connect, a DNS lookup, each reply, a TLS handshake.
    pub step: Duration,
    /// For the first line.
    pub greeting: Duration,
    /// For the whole run.
    pub deadline: Duration,
}

/// The authorities to trust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Roots {
    /// Mozilla's list, built in: the same answer on every machine.
    Mozilla,
    /// The list of this system.
    System,
    /// The certificates of a PEM file, and no others.
    File(PathBuf),
}
