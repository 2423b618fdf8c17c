//! One target's stay with the network.

use std::time::Duration;

use tokio::time::Instant;

use crate::net::dns::Resolver;
use crate::net::{Machine, Wait};
use crate::plan::Plan;
use crate::progress::Progress;

/// What every question about one target needs: what was asked for, this machine, a resolver that writes down what it is
/// told, the target's own clock, and whoever watches.
pub struct Visit<'a> {
    /// How to ask.
    pub plan: &'a Plan,
    /// What all targets share.
    pub machine: &'a Machine,
    /// Asks the DNS, and keeps the exchanges of this target.
    pub resolver: &'a Resolver,
    /// Who is told what is being waited for.
    pub progress: &'a Progress,
    /// When the time for this target is up.
    deadline: Instant,
}

impl<'a> Visit<'a> {
    /// Begins the visit; the target's time runs from here.
    pub fn begin(
        plan: &'a Plan,
        machine: &'a Machine,
        resolver: &'a Resolver,
        progress: &'a Progress,
    ) -> Self {
        Self {
            plan,
            machine,
            resolver,
            progress,
            deadline: Instant::now() + plan.limits.deadline,
        }
    }

    /// A wait of no more than `limit`, and no longer than the target's time.
    pub fn wait(&self, limit: Duration) -> Wait {
        Wait {
            limit,
            deadline: self.deadline,
        }
    }

    /// The usual wait: for a connect, a lookup, a reply, a handshake.
    pub fn step(&self) -> Wait {
        self.wait(self.plan.limits.step)
    }

    /// The name for SNI and for the certificate of a host of this name.
    pub fn server_name<'n>(&'n self, host: &'n str) -> &'n str {
        self.plan.tls_name.as_deref().unwrap_or(host)
    }
}
