//! This machine, as one run finds it.

use std::collections::{BTreeSet, HashMap};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex as Guarded, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use tokio::sync::{Mutex, OnceCell, OwnedMutexGuard, OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use super::partings::Partings;
use super::seats::{self, Seats};
use super::{dns, system, tls, vantage};
use crate::facts::Vantage;
use crate::failure::ResolveTrouble;
use crate::plan::{Plan, Through};
use crate::said_errors;
use crate::wire::proxy::Goal;
use crate::words::{Said, Sentence};

/// What all targets of a run share: what is read from this machine, once, and what has to be taken in turn.
#[derive(Clone)]
pub struct Machine {
    /// The start of the run.
    pub started: Instant,
    /// The machine's clock at the start, Unix time in seconds.
    pub started_at: i64,
    /// Whom to trust.
    pub trust: Arc<tls::Trust>,
    /// Where the chain of DNSSEC signatures begins.
    pub anchors: dns::Anchors,
    /// What this machine is told about names: its resolvers, or those of the plan, its search list, its hosts file.
    pub names: Arc<dns::Names>,
    /// From where the network is seen.
    pub vantage: Vantage,
    /// This host's full name, for EHLO, where it has one.
    pub host_name: Option<String>,
    /// How many connections may be open at once.
    pub seats: Seats,
    /// Connections that come to their end beside whatever else is done.
    pub partings: Partings,
    /// How many sockets of lookups may be open at once.
    pub(super) lookup_seats: Seats,
    /// What the lookups of all targets have in common.
    pub(super) lookups: Arc<dns::Common>,
    /// The proxy that everything goes through.
    pub(super) through: Option<Through>,
    /// Where the proxy is, once that was asked for.
    pub(super) proxy_at: Arc<OnceCell<Result<Vec<SocketAddr>, ResolveTrouble>>>,
    places: Arc<Places>,
    /// How many connections may go to one address at once; no limit where this is `None`.
    at_an_address: Option<usize>,
    /// Who has the only visit to a provider of mail exchangers.
    providers: Arc<Guarded<HashMap<String, Arc<Mutex<()>>>>>,
    /// How many visits have begun, and how many are under way.
    visitors: Arc<Guarded<(u64, usize)>>,
    /// How many threads there are descriptors for, beside those of connections and lookups.
    threads: usize,
}

/// Connections of a run over a list that go to one address at once.
const AT_AN_ADDRESS: usize = 2;

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
    /// Looks at this machine and opens what the plan names. Nothing is read from disk after this, but this system's list of
    /// authorities, once, where a chain ends at none of Mozilla's.
    pub fn open(plan: &Plan) -> Result<Self, OpenError> {
        let trust = tls::Trust::load(&plan.roots).map_err(OpenError::Trust)?;
        let anchors =
            dns::Anchors::load(plan.trust_anchor.as_deref()).map_err(OpenError::Anchors)?;
        let names = dns::Names::of_this_machine(&plan.resolvers);
        let (seats, lookup_seats, threads) = seats::of_this_machine();
        Ok(Self {
            started: Instant::now(),
            started_at: now(),
            trust: Arc::new(trust),
            anchors,
            vantage: vantage::vantage(names.servers()),
            names: Arc::new(names),
            host_name: system::host_name().filter(|name| name.contains('.')),
            seats,
            lookup_seats,
            lookups: Arc::default(),
            through: plan.through.clone(),
            proxy_at: Arc::default(),
            partings: Partings::default(),
            places: Arc::default(),
            at_an_address: None,
            providers: Arc::default(),
            visitors: Arc::default(),
            threads,
        })
    }

    /// This machine as it is now, with what `plan` names: for a process that goes on for days. Seats and turns are shared,
    /// so that whoever is under way and whoever begins now mind each other.
    pub fn beside(&self, plan: &Plan) -> Result<Self, OpenError> {
        let trust = tls::Trust::load(&plan.roots).map_err(OpenError::Trust)?;
        let anchors =
            dns::Anchors::load(plan.trust_anchor.as_deref()).map_err(OpenError::Anchors)?;
        Ok(Self {
            trust: Arc::new(trust),
            anchors,
            ..self.anew(plan)
        })
    }

    /// The same without reading again whom to trust.
    #[must_use]
    pub fn anew(&self, plan: &Plan) -> Self {
        let names = dns::Names::of_this_machine(&plan.resolvers);
        Self {
            started: Instant::now(),
            started_at: now(),
            trust: Arc::clone(&self.trust),
            anchors: self.anchors.clone(),
            vantage: vantage::vantage(names.servers()),
            names: Arc::new(names),
            host_name: self.host_name.clone(),
            seats: self.seats.clone(),
            lookup_seats: self.lookup_seats.clone(),
            lookups: Arc::clone(&self.lookups),
            through: plan.through.clone(),
            proxy_at: Arc::default(),
            partings: self.partings.clone(),
            places: Arc::clone(&self.places),
            at_an_address: self.at_an_address,
            providers: Arc::clone(&self.providers),
            visitors: Arc::clone(&self.visitors),
            threads: self.threads,
        }
    }

    /// The same machine for visits on another thread: everything is shared but what comes to its end beside them, which
    /// ends where it began.
    #[must_use]
    pub fn for_another_thread(&self) -> Self {
        Self {
            partings: Partings::default(),
            ..self.clone()
        }
    }

    /// How many threads may visit targets at once: each takes some descriptors of its own.
    pub fn threads(&self) -> usize {
        self.threads
    }

    /// Where the proxy is, once that was asked for and found.
    pub fn proxy_address(&self) -> Option<SocketAddr> {
        self.proxy_at.get()?.as_ref().ok()?.first().copied()
    }

    /// Whether this process may open so few files and sockets that hardly one is left for a connection.
    pub fn is_cramped(&self) -> bool {
        self.seats.are_the_least()
    }

    /// Minds its manners from now on as befits a list, whose targets may all lead to one server: two connections at once
    /// to an address, and one domain at once of a provider. What the DNS says to one target, it has said to all.
    pub fn expect_many(&mut self) {
        self.expect_several();
        self.share_answers();
    }

    /// The same for checks that each stand for themselves: what the DNS says is asked anew.
    pub fn expect_several(&mut self) {
        self.at_an_address = Some(AT_AN_ADDRESS);
    }

    /// Whether this is a run over a list.
    pub fn expects_many(&self) -> bool {
        self.at_an_address.is_some()
    }

    /// Asks the DNS once for what several targets want to know, as long as the answer holds.
    pub fn share_answers(&mut self) {
        self.lookups = Arc::new(dns::Common::sharing());
    }

    /// Waits until no other domain of these providers is visited. They are asked for in one order by everybody, so that
    /// no two visits wait for each other; whoever has them waits for seats and turns, and nobody there waits for them.
    pub async fn providers(&self, names: &BTreeSet<String>) -> Vec<OwnedMutexGuard<()>> {
        let mut held = Vec::new();
        for name in names.iter().filter(|_| self.at_an_address.is_some()) {
            let lock = Arc::clone(locked(&self.providers).entry(name.clone()).or_default());
            held.push(lock.lock_owned().await);
        }
        held
    }

    /// Forgets the providers that nobody visits and nobody waits for.
    pub fn forget_providers(&self) {
        locked(&self.providers).retain(|_, lock| Arc::strong_count(lock) > 1);
    }

    /// Lets a visit in. Its number tells it from all others.
    pub fn arrival(&self) -> Visitor<'_> {
        let mut visitors = locked(&self.visitors);
        *visitors = (visitors.0 + 1, visitors.1 + 1);
        Visitor {
            machine: self,
            number: visitors.0,
        }
    }

    /// Waits for the turn at `goal`: at most one connection at a time goes to one address and port, or to one name and
    /// port where a proxy looks it up, whichever target asks for it. The turn lasts as long as the guard.
    pub async fn turn(&self, goal: Goal<'_>, visitor: &Visitor<'_>) -> Turn {
        let key = goal.to_string();
        let lock = Arc::clone(&self.places.turns().entry(key.clone()).or_default().lock);
        let mut turn = Turn {
            places: Arc::clone(&self.places),
            key,
            host: goal.host(),
            guard: None,
            at_address: None,
        };
        turn.guard = Some(lock.lock_owned().await);
        turn.at_address = self.room_at(&turn.host).await;
        if let Some(place) = self.places.turns().get_mut(&turn.key) {
            place.holder = visitor.number;
        }
        turn
    }

    /// Waits for one of the connections that may go to `host` at once. Whoever has one has the turn at its port already,
    /// and waits for nothing that others here have.
    async fn room_at(&self, host: &str) -> Option<OwnedSemaphorePermit> {
        let limit = self.at_an_address?;
        let new = || Arc::new(Semaphore::new(limit));
        let room = {
            let mut addresses = self.places.addresses();
            Arc::clone(addresses.entry(host.to_owned()).or_insert_with(new))
        };
        // Nobody closes it.
        room.acquire_owned().await.ok()
    }

    fn is_crowded(&self, host: &str) -> bool {
        let addresses = self.places.addresses();
        let room = addresses.get(host);
        room.is_some_and(|room| room.available_permits() == 0)
    }

    /// Whether another visit has the turn at `goal`, or as many connections go there as may.
    pub fn is_taken(&self, goal: Goal<'_>, visitor: &Visitor<'_>) -> bool {
        if self.is_crowded(&goal.host()) {
            return true;
        }
        let turns = self.places.turns();
        let place = turns.get(&goal.to_string());
        place.is_some_and(|place| place.holder != visitor.number && place.lock.try_lock().is_err())
    }
}

/// This machine's clock: Unix time in seconds.
pub fn now() -> i64 {
    let since_epoch = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since_epoch.as_secs()).unwrap_or(i64::MAX)
}

/// Who goes where now. Nothing is waited for while it is looked at.
#[derive(Default)]
struct Places {
    /// By the place that is gone to, as a proxy would be told it.
    turns: Guarded<HashMap<String, Place>>,
    /// By the address, or the name, where no more than so many connections may go at once.
    addresses: Guarded<HashMap<String, Arc<Semaphore>>>,
}

impl Places {
    fn turns(&self) -> MutexGuard<'_, HashMap<String, Place>> {
        locked(&self.turns)
    }

    fn addresses(&self) -> MutexGuard<'_, HashMap<String, Arc<Semaphore>>> {
        locked(&self.addresses)
    }

    /// Forgets a host to which nothing goes and nobody waits to go.
    fn forget_room(&self, host: &str) {
        let mut addresses = self.addresses();
        if addresses.get(host).map(Arc::strong_count) == Some(1) {
            addresses.remove(host);
        }
    }
}

/// Whoever held it before has left it whole: nothing in here waits or fails half way.
fn locked<T>(mutex: &Guarded<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An address and port at which somebody has the turn.
#[derive(Default)]
struct Place {
    lock: Arc<Mutex<()>>,
    /// The number of the visit that has it; 0 where nobody has it, or somebody only just.
    holder: u64,
}

/// A visit that is under way.
pub struct Visitor<'a> {
    machine: &'a Machine,
    number: u64,
}

impl Visitor<'_> {
    /// Which visit of the run this is.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Who is here now: the number of visits that have begun, where this is the only one under way.
    pub fn alone(&self) -> Option<u64> {
        let (begun, here) = *locked(&self.machine.visitors);
        (here == 1).then_some(begun)
    }
}

impl Drop for Visitor<'_> {
    fn drop(&mut self) {
        locked(&self.machine.visitors).1 -= 1;
    }
}

/// The turn at an address and port, or a place in the queue for it.
pub struct Turn {
    places: Arc<Places>,
    key: String,
    host: String,
    guard: Option<OwnedMutexGuard<()>>,
    at_address: Option<OwnedSemaphorePermit>,
}

impl Drop for Turn {
    /// A place that nobody holds and nobody waits for is forgotten.
    fn drop(&mut self) {
        self.at_address = None;
        self.places.forget_room(&self.host);
        let mut turns = self.places.turns();
        let Some(place) = turns.get_mut(&self.key) else {
            return;
        };
        if self.guard.is_some() {
            // Whoever has it next is not known before he has it, and is somebody else.
            place.holder = 0;
        }
        self.guard = None;
        if Arc::strong_count(&place.lock) == 1 {
            turns.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[tokio::test]
    async fn a_turn_that_nobody_wants_any_more_leaves_nothing_behind() {
        let machine = Machine::open(&Plan::default()).expect("it opens");
        let address = Goal::Address(SocketAddr::from(([192, 0, 2, 1], 25)));
        let [one, two] = [machine.arrival(), machine.arrival()];
        let first = machine.turn(address, &one).await;
        assert!(machine.is_taken(address, &two) && !machine.is_taken(address, &one));
        // One gives up waiting, and one is waiting when the first is done.
        let impatient = tokio::time::timeout_at(
            Instant::now() + Duration::from_millis(20),
            machine.turn(address, &two),
        );
        assert!(impatient.await.is_err());
        let (second, ()) = tokio::join!(machine.turn(address, &two), async {
            tokio::task::yield_now().await;
            assert_eq!(machine.places.turns().len(), 1);
            drop(first);
        });
        assert_eq!(machine.places.turns().len(), 1);
        drop(second);
        assert!(machine.places.turns().is_empty());
    }

    #[tokio::test]
    async fn two_connections_go_to_an_address_of_a_list_and_a_third_waits() {
        let mut machine = Machine::open(&Plan::default()).expect("it opens");
        machine.expect_many();
        let visitor = machine.arrival();
        let [smtp, imap, pop] =
            [25, 143, 110].map(|port| Goal::Address(SocketAddr::from(([192, 0, 2, 1], port))));
        let first = machine.turn(smtp, &visitor).await;
        assert!(!machine.is_taken(imap, &visitor));
        let second = machine.turn(imap, &visitor).await;
        assert!(machine.is_taken(pop, &visitor));
        let soon = Instant::now() + Duration::from_millis(20);
        let third = tokio::time::timeout_at(soon, machine.turn(pop, &visitor)).await;
        assert!(third.is_err());
        let elsewhere = Goal::Address(SocketAddr::from(([192, 0, 2, 2], 25)));
        drop(machine.turn(elsewhere, &visitor).await);
        drop(first);
        drop(machine.turn(pop, &visitor).await);
        drop(second);
        assert!(machine.places.addresses().is_empty() && machine.places.turns().is_empty());
    }

    #[tokio::test]
    async fn one_domain_of_a_provider_is_visited_at_once() {
        let mut machine = Machine::open(&Plan::default()).expect("it opens");
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let (ab, bc, d): (BTreeSet<String>, _, _) =
            (names(&["a", "b"]), names(&["b", "c"]), names(&["d"]));
        // A target alone is never more than one domain.
        assert!(machine.providers(&ab).await.is_empty());
        machine.expect_many();
        let held = machine.providers(&ab).await;
        assert_eq!(machine.providers(&d).await.len(), 1);
        let soon = Instant::now() + Duration::from_millis(20);
        assert!(
            tokio::time::timeout_at(soon, machine.providers(&bc))
                .await
                .is_err()
        );
        drop(held);
        assert_eq!(machine.providers(&bc).await.len(), 2);
        machine.forget_providers();
        assert!(locked(&machine.providers).is_empty());
    }

    #[tokio::test]
    async fn a_machine_looked_at_anew_shares_the_turns() {
        let machine = Machine::open(&Plan::default()).expect("it opens");
        let address = Goal::Address(SocketAddr::from(([192, 0, 2, 1], 25)));
        let later = machine
            .beside(&Plan::default())
            .expect("it opens")
            .anew(&Plan::default());
        let [one, two] = [machine.arrival(), later.arrival()];
        let turn = machine.turn(address, &one).await;
        assert!(later.is_taken(address, &two) && one.alone().is_none());
        drop(turn);
        assert!(!later.is_taken(address, &two));
    }

    #[test]
    fn a_visit_knows_whether_it_was_alone() {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let _inside = runtime.as_ref().expect("a runtime").enter();
        let machine = Machine::open(&Plan::default()).expect("it opens");
        let first = machine.arrival();
        let before = first.alone();
        assert!(before.is_some() && before == first.alone());
        let second = machine.arrival();
        assert_eq!(first.alone(), None);
        drop(second);
        assert_ne!(first.alone(), before, "somebody was here meanwhile");
    }

    /// Whoever visits on another thread is nobody else: the servers see one guest.
    #[test]
    fn what_is_taken_in_turn_is_taken_in_turn_by_all_threads() {
        let mut machine = runtime().block_on(async { opened() });
        machine.expect_many();
        let most = [(); 3].map(|()| (AtomicUsize::new(0), AtomicUsize::new(0)));
        let [at_a_port, at_an_address, at_a_provider] = &most;
        std::thread::scope(|scope| {
            for number in 0..4_u16 {
                let machine = machine.for_another_thread();
                scope.spawn(move || {
                    let place = |port| Goal::Address(SocketAddr::from(([192, 0, 2, 1], port)));
                    let provider = BTreeSet::from(["mx.example".to_owned()]);
                    runtime().block_on(async {
                        for round in 0..200 {
                            let visitor = machine.arrival();
                            let turn = machine.turn(place(25), &visitor).await;
                            within(at_a_port, async {
                                within(at_an_address, tokio::task::yield_now()).await;
                            })
                            .await;
                            drop(turn);
                            let turn = machine.turn(place(1000 + (number + round) % 4), &visitor);
                            let turn = turn.await;
                            within(at_an_address, tokio::task::yield_now()).await;
                            drop(turn);
                            let held = machine.providers(&provider).await;
                            within(at_a_provider, tokio::task::yield_now()).await;
                            drop(held);
                            machine.forget_providers();
                        }
                    });
                });
            }
        });
        let most = most.map(|(_, most)| most.into_inner());
        assert_eq!((most[0], most[2]), (1, 1));
        assert!(most[1] <= 2, "{most:?}");
        assert!(machine.places.turns().is_empty() && machine.places.addresses().is_empty());
        assert!(locked(&machine.providers).is_empty());
        assert_eq!(*locked(&machine.visitors), (800, 0));
    }

    /// Does something among others, and remembers how many they were at the most.
    async fn within((now, most): &(AtomicUsize, AtomicUsize), doing: impl Future<Output = ()>) {
        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
        doing.await;
        now.fetch_sub(1, Ordering::SeqCst);
    }

    fn opened() -> Machine {
        Machine::open(&Plan::default()).expect("it opens")
    }

    fn runtime() -> tokio::runtime::Runtime {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        builder.enable_time().build().expect("a runtime")
    }
}
