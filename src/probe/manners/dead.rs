//! Addresses at which nobody could connect to the mail exchanger, for the other domains whose mail leads there.
//!
//! What was asked about the failure is told with it: a thousand domains of a dead exchanger are one address to look at.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use crate::facts::{Check, EchoPath, Facts, Sweep};
use crate::failure::{Class, Stage};

/// Addresses that are kept; some kilobytes each.
const KEPT_MAX: usize = 2048;
/// How long a failure is believed without another look: somebody may be mending it.
const FRESH: Duration = Duration::from_secs(600);

/// The addresses of a run at which nobody could connect.
#[derive(Debug, Default)]
pub(super) struct Dead {
    found: HashMap<IpAddr, Arc<Found>>,
    /// The order in which they came.
    kept: VecDeque<IpAddr>,
}

/// A failed check, and what was asked because of it.
#[derive(Debug)]
pub(super) struct Found {
    check: Check,
    /// The other ports of the address.
    siblings: Vec<Check>,
    sweeps: Vec<Sweep>,
    echoes: Vec<EchoPath>,
    at: Instant,
}

impl Dead {
    /// Keeps what was found of the exchangers of a target, when everything about it was asked.
    pub(super) fn learn<'a>(&mut self, facts: &Facts, exchangers: impl Iterator<Item = &'a Check>) {
        for check in exchangers.filter(|check| is_dead(check)) {
            let Some(address) = check.address.map(|address| address.to_canonical()) else {
                continue;
            };
            let is_there = |other: IpAddr| other.to_canonical() == address;
            let siblings = facts.checks.iter().filter(|other| other.context);
            let siblings = siblings.filter(|other| other.address.is_some_and(is_there));
            let sweeps = facts.sweeps.iter();
            let sweeps = sweeps.filter(|sweep| is_there(sweep.destination.ip()));
            let echoes = facts.echoes.iter();
            let echoes = echoes.filter(|echo| is_there(echo.destination));
            let found = Found {
                check: check.clone(),
                siblings: siblings.cloned().collect(),
                sweeps: sweeps.cloned().collect(),
                echoes: echoes.cloned().collect(),
                at: Instant::now(),
            };
            if self.found.insert(address, Arc::new(found)).is_none() {
                self.kept.push_back(address);
            }
        }
        while self.kept.len() > KEPT_MAX {
            let oldest = self.kept.pop_front();
            oldest.and_then(|oldest| self.found.remove(&oldest));
        }
    }

    /// What is known of the place where `check` would go.
    pub(super) fn find(&self, check: &Check) -> Option<Arc<Found>> {
        let found = self.found.get(&check.address?.to_canonical())?;
        let is_same = found.check.endpoint == check.endpoint;
        let is_good = is_same && found.at.elapsed() < FRESH;
        is_good.then(|| Arc::clone(found))
    }

    /// Adds to `facts` what was asked about the failures that others met.
    pub(super) fn tell(&self, facts: &mut Facts) {
        let told = facts.checks.iter().filter(|check| check.is_anothers());
        // Two exchangers at one address are one address.
        let told: BTreeMap<IpAddr, Check> = told
            .filter_map(|check| Some((check.address?.to_canonical(), check.clone())))
            .collect();
        for check in told.into_values() {
            let Some(found) = self.find(&check) else {
                continue;
            };
            let siblings = found.siblings.iter();
            facts
                .checks
                .extend(siblings.map(|sibling| told_again(sibling, &check)));
            facts.sweeps.extend(found.sweeps.iter().cloned());
            facts.echoes.extend(found.echoes.iter().cloned());
        }
    }
}

impl Found {
    /// What the check of another target would come to.
    pub(super) fn told_again(&self, check: &Check) -> Check {
        told_again(&self.check, check)
    }
}

/// The check of another target as one of this one's.
fn told_again(found: &Check, own: &Check) -> Check {
    Check {
        host: own.host,
        address: own.address,
        shared: true,
        ..found.clone()
    }
}

/// Whether the address is to blame, or the way to it, for anybody who comes: nothing was said yet that depends on a name.
/// A port that took the next connection is not dead.
fn is_dead(check: &Check) -> bool {
    let failed = check.failure.as_ref();
    let failed = failed.filter(|failure| failure.stage == Stage::Connect);
    let counts =
        failed.is_some_and(|failure| matches!(failure.class, Class::Refused | Class::Timeout));
    counts && !check.shared && check.follow_ups.again != Some(true)
}
