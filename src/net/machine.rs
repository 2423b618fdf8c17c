//! This machine, as one run finds it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use tokio::sync::{Mutex, OwnedMutexGuard};
use tokio::time::Instant;

use super::{dns, system, tls, vantage};
use crate::facts::Vantage;
use crate::plan::Plan;
use crate::said_errors;
use crate::words::{Said, Sentence};

/// What all targets of a run share: what is read from this machine, once, and what has to be taken in turn.
pub struct Machine {
    /// The start of the run.
    pub started: Instant,
    /// The machine's clock at the start, Unix time in seconds.
    pub started_at: i64,
    /// Whom to trust.
    pub trust: tls::Trust,
    /// Where the chain of DNSSEC signatures begins.
    pub anchors: dns::Anchors,
    /// What this machine is told about names: its resolvers, or those of the plan, its search list, its hosts file.
    pub names: Arc<dns::Names>,
    /// From where the network is seen.
    pub vantage: Vantage,
    /// This host's full name, for EHLO, where it has one.
    pub host_name: Option<String>,
    turns: RefCell<HashMap<SocketAddr, Arc<Mutex<()>>>>,
}

/// Why the door does not open: a file that was named is not what it should be. One sentence for the user.
#[derive(Debug)]
pub enum OpenError {
    /// The authorities to trust.
    Trust(tls::TrustError),
    /// The keys of DNSSEC.
    Anchors(dns::AnchorError),
}

said_errors!(OpenError);

impl Said for OpenError {
    fn said(&self) -> Sentence {
        match self {
            Self::Trust(error) => error.said(),
            Self::Anchors(error) => error.said(),
        }
    }
}

impl Machine {
    /// Looks at this machine and opens what the plan names. Nothing is read from disk after this.
    pub fn open(plan: &Plan) -> Result<Self, OpenError> {
        let trust = tls::Trust::load(&plan.roots).map_err(OpenError::Trust)?;
        let anchors =
            dns::Anchors::load(plan.trust_anchor.as_deref()).map_err(OpenError::Anchors)?;
        let names = dns::Names::of_this_machine(&plan.resolvers);
        let since_epoch = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        Ok(Self {
            started: Instant::now(),
            started_at: i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX),
            trust,
            anchors,
            vantage: vantage::vantage(names.servers()),
            names: Arc::new(names),
            host_name: system::host_name().filter(|name| name.contains('.')),
            turns: RefCell::default(),
        })
    }

    /// Waits for the turn at `address`: at most one connection at a time goes to one address and port, whichever target
    /// asks for it. The turn lasts as long as the guard.
    pub async fn turn(&self, address: SocketAddr) -> Turn<'_> {
        let place = self.turns.borrow_mut().entry(address).or_default().clone();
        let mut turn = Turn {
            machine: self,
            address,
            guard: None,
        };
        turn.guard = Some(place.lock_owned().await);
        turn
    }
}

/// The turn at an address and port, or a place in the queue for it.
pub struct Turn<'a> {
    machine: &'a Machine,
    address: SocketAddr,
    guard: Option<OwnedMutexGuard<()>>,
}

impl Drop for Turn<'_> {
    /// A place that nobody holds and nobody waits for is forgotten.
    fn drop(&mut self) {
        self.guard = None;
        let mut turns = self.machine.turns.borrow_mut();
        let places = turns.get(&self.address).map(Arc::strong_count);
        if places == Some(1) {
            turns.remove(&self.address);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[tokio::test]
    async fn a_turn_that_nobody_wants_any_more_leaves_nothing_behind() {
        let machine = Machine::open(&Plan::default()).expect("it opens");
        let address = SocketAddr::from(([192, 0, 2, 1], 25));
        let first = machine.turn(address).await;
        // One gives up waiting, and one is waiting when the first is done.
        let impatient = tokio::time::timeout_at(
            Instant::now() + Duration::from_millis(20),
            machine.turn(address),
        );
        assert!(impatient.await.is_err());
        let (second, ()) = tokio::join!(machine.turn(address), async {
            tokio::task::yield_now().await;
            assert_eq!(machine.turns.borrow().len(), 1);
            drop(first);
        });
        assert_eq!(machine.turns.borrow().len(), 1);
        drop(second);
        assert!(machine.turns.borrow().is_empty());
    }
}
