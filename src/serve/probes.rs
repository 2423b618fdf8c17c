//! The checks that are made for whoever asks: as many at once as may be, and one for all who ask the same.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::net::IpAddr;
use std::rc::Rc;
use std::time::Duration;

use tokio::sync::{Semaphore, watch};
use tokio::task::spawn_local;
use tokio::time::{Instant, sleep};

use super::allow::Permission;
use super::metrics::Metrics;
use super::modules::Module;
use crate::net::dns::Resolver;
use crate::net::{Machine, Wait, within};
use crate::plan::{Limits, Plan};
use crate::probe::{self, Visit};
use crate::progress::Progress;
use crate::report::{Run, TargetReport};
use crate::target::Target;

/// Answers that are kept at the most, and checks that are asked for at the same time.
const MOST: usize = 2000;
/// How long a probe waits for its turn where nobody says how long he waits.
const QUEUE: Duration = Duration::from_secs(10);

/// A probe that may be made.
pub(super) struct Wanted {
    /// How to ask.
    pub(super) module: Rc<Module>,
    /// What.
    pub(super) target: Target,
    /// This machine, with what the module trusts.
    pub(super) machine: Rc<Machine>,
    /// Where it may lead.
    pub(super) permission: Permission,
    /// How long the answer may take, where somebody says so.
    pub(super) budget: Option<Duration>,
    /// Differs where the settings have been read again.
    pub(super) generation: u64,
}

/// A target that was checked.
#[derive(Debug)]
pub(super) struct Checked {
    /// When, and from where.
    pub(super) run: Run,
    /// What came of it.
    pub(super) report: TargetReport,
}

/// What came of a probe.
#[derive(Clone, Debug)]
pub(super) enum Outcome {
    /// It was made.
    Checked(Rc<Checked>),
    /// The target leads to an address that is not listed.
    LeadsElsewhere(IpAddr),
    /// There was no room for it.
    Busy,
}

/// All probes.
pub(super) struct Probes {
    /// What is counted of them.
    pub(super) metrics: Rc<Metrics>,
    keep: Duration,
    room: Semaphore,
    flights: RefCell<HashMap<String, Flight>>,
    last_swept: Cell<Instant>,
}

/// A probe that is under way, or was made a short time ago.
struct Flight {
    outcome: watch::Receiver<Option<Outcome>>,
    landed: Option<Instant>,
}

impl Probes {
    /// Room for `jobs` at once, whose answers are kept for `keep`.
    pub(super) fn new(jobs: usize, keep: Duration, metrics: Rc<Metrics>) -> Self {
        Self {
            metrics,
            keep,
            room: Semaphore::new(jobs),
            flights: RefCell::default(),
            last_swept: Cell::new(Instant::now()),
        }
    }

    /// Makes the probe, or waits for the same one that somebody else has asked for, or answers from memory.
    pub(super) async fn ask(self: &Rc<Self>, wanted: Wanted) -> Outcome {
        self.sweep();
        let plan = wanted.plan();
        let key = wanted.key(&plan.limits);
        let joined = self.flights.borrow().get(&key).map(|flight| {
            let hits = if flight.landed.is_some() {
                &self.metrics.kept
            } else {
                &self.metrics.shared
            };
            hits.set(hits.get() + 1);
            flight.outcome.clone()
        });
        let mut outcome = match joined {
            Some(outcome) => outcome,
            None if self.flights.borrow().len() >= MOST => return Outcome::Busy,
            None => self.begin(key, wanted, plan),
        };
        match outcome.wait_for(Option::is_some).await.as_deref() {
            Ok(Some(outcome)) => outcome.clone(),
            // The program ends.
            Ok(None) | Err(_) => Outcome::Busy,
        }
    }

    /// Begins a probe, which goes on also where whoever asked first is gone.
    fn begin(
        self: &Rc<Self>,
        key: String,
        wanted: Wanted,
        plan: Plan,
    ) -> watch::Receiver<Option<Outcome>> {
        let (tell, outcome) = watch::channel(None);
        let flight = Flight {
            outcome: outcome.clone(),
            landed: None,
        };
        self.flights.borrow_mut().insert(key.clone(), flight);
        let probes = Rc::clone(self);
        spawn_local(async move {
            let outcome = Box::pin(probes.make(wanted, plan)).await;
            probes.land(&key, &outcome);
            // Nobody may be left to hear of it.
            let _ = tell.send(Some(outcome));
        });
        outcome
    }

    fn land(&self, key: &str, outcome: &Outcome) {
        let mut flights = self.flights.borrow_mut();
        match outcome {
            Outcome::Checked(_) | Outcome::LeadsElsewhere(_) if !self.keep.is_zero() => {
                if let Some(flight) = flights.get_mut(key) {
                    flight.landed = Some(Instant::now());
                }
            }
            Outcome::Checked(_) | Outcome::LeadsElsewhere(_) | Outcome::Busy => {
                flights.remove(key);
            }
        }
    }

    /// Forgets what has been kept long enough.
    pub(super) fn sweep(&self) {
        // Looking at all of them for each request would cost more than it saves.
        let pause = self.keep.min(Duration::from_millis(100));
        if self.last_swept.get().elapsed() < pause {
            return;
        }
        self.last_swept.set(Instant::now());
        let is_fresh = |flight: &Flight| flight.landed.is_none_or(|at| at.elapsed() < self.keep);
        self.flights
            .borrow_mut()
            .retain(|_, flight| is_fresh(flight));
    }

    /// Waits until no probe is under way.
    pub(super) async fn all_landed(&self) {
        while self.metrics.in_flight.get() > 0 {
            sleep(Duration::from_millis(20)).await;
        }
    }

    async fn make(&self, wanted: Wanted, mut plan: Plan) -> Outcome {
        let began = Instant::now();
        let patience = wanted.budget.map_or(QUEUE, |budget| budget / 2);
        let wait = Wait {
            limit: patience,
            deadline: began + patience,
        };
        let Ok(Ok(_place)) = within(wait, self.room.acquire()).await else {
            return Outcome::Busy;
        };
        // Whoever waits has so much less time for the rest.
        if wanted.budget.is_some() {
            plan.limits.deadline = plan.limits.deadline.saturating_sub(began.elapsed());
        }
        let _counted = InFlight::begin(&self.metrics);
        let outcome = check(&wanted, &plan).await;
        if let Outcome::Checked(checked) = &outcome {
            self.metrics
                .checked(checked.report.verdict, began.elapsed());
        }
        outcome
    }
}

/// A check counts as long as this lives.
struct InFlight<'a>(&'a Metrics);

impl<'a> InFlight<'a> {
    fn begin(metrics: &'a Metrics) -> Self {
        metrics.in_flight.set(metrics.in_flight.get() + 1);
        Self(metrics)
    }
}

impl Drop for InFlight<'_> {
    fn drop(&mut self) {
        let count = &self.0.in_flight;
        count.set(count.get().saturating_sub(1));
    }
}

impl Wanted {
    fn plan(&self) -> Plan {
        let plan = self.module.plan.clone();
        match self.budget {
            Some(budget) => Plan {
                limits: within_budget(plan.limits, budget),
                ..plan
            },
            None => plan,
        }
    }

    /// What two who ask the same have in common.
    fn key(&self, limits: &Limits) -> String {
        let Self {
            module,
            target,
            generation,
            ..
        } = self;
        let endpoints = &target.endpoints;
        format!(
            "{generation} {} {:?} {endpoints:?} {limits:?}",
            module.name, target.typed
        )
    }
}

/// The limits of a check that has so much time. A host that is silent is to be told from one that was not waited for, and
/// what follows up a failure takes a while too, so each wait is shorter than the whole.
fn within_budget(limits: Limits, budget: Duration) -> Limits {
    Limits {
        step: limits.step.min(budget.mul_f64(0.6)),
        greeting: limits.greeting.min(budget.mul_f64(0.8)),
        deadline: limits.deadline.min(budget),
    }
}

async fn check(wanted: &Wanted, plan: &Plan) -> Outcome {
    let machine = wanted.machine.anew(plan);
    let resolver = Resolver::of(&machine);
    let progress = Progress::default();
    let fence = match &wanted.permission {
        Permission::Within(fence) => Some(fence),
        Permission::Anywhere => None,
        // Nobody makes a probe of it; and if somebody did, it would go nowhere.
        Permission::Denied => return Outcome::Busy,
    };
    let visit = Visit::begin(plan, &machine, &resolver, &progress).fenced(fence);
    let gathered = probe::gather(&visit, &wanted.target);
    let facts = match fence {
        None => gathered.await,
        Some(fence) => tokio::select! {
            biased;
            address = fence.met() => return Outcome::LeadsElsewhere(address),
            facts = gathered => facts,
        },
    };
    Outcome::Checked(Rc::new(Checked {
        run: crate::run_from(&machine),
        report: crate::judge(facts, machine.started.elapsed()),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_ends_before_whoever_waits_for_it_gives_up() {
        let seconds = Duration::from_secs_f64;
        let limits = within_budget(Limits::default(), seconds(9.5));
        assert_eq!(limits.deadline, seconds(9.5));
        // Postscreen greets after six seconds.
        assert!(limits.greeting > seconds(7.0) && limits.step > seconds(5.0));
        assert_eq!(
            within_budget(Limits::default(), seconds(600.0)),
            Limits::default()
        );
    }
}
