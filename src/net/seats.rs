//! How many sockets may be open at once.
//!
//! The system gives a process so many descriptors and no more. Whoever wants one of them takes a seat first, and waits
//! where none is free, so that a long list of targets never runs into the limit of its own accord.

use std::sync::Arc;

use tokio::sync::futures::Notified;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, SemaphorePermit};

use super::{interrupt, system};

/// Descriptors for everything that is no connection: the standard streams, the runtime, reports that are written, files
/// and routes that are looked at in between.
const RESERVE: usize = 32;
/// Descriptors that are used at the most: as many targets at once as may be asked for, ten thousand, need no more.
const DESCRIPTORS_MAX: usize = 14_000;
/// What is given to a process where the system does not tell: that of macOS, the least of all.
const DESCRIPTORS_UNTOLD: usize = 256;
/// Even where there are fewer descriptors than the reserve, one connection and one lookup are tried at a time.
const LEAST: usize = 8;
/// Descriptors of a thread that visits targets: what its runtime waits with, and is woken by, and for a moment a second one
/// of a socket that is registered anew.
const OF_A_THREAD: usize = 5;
/// Descriptors of which some go to one more thread, and threads at the most.
const FOR_ANOTHER_THREAD: usize = 64;
const THREADS_MAX: usize = 64;

/// The seats of a machine. A seat is good for one connection, or for one socket of a lookup.
#[derive(Clone, Debug)]
pub struct Seats(Arc<Row>);

#[derive(Debug)]
struct Row {
    free: Arc<Semaphore>,
    all: usize,
    left: Notify,
}

/// Seats for connections and seats for the sockets of lookups. They are apart, so that a lookup never waits for a
/// connection that waits for a lookup. And how many threads there are descriptors for beside them.
pub(super) fn of_this_machine() -> (Seats, Seats, usize) {
    let given = system::raise_descriptors().unwrap_or(DESCRIPTORS_UNTOLD);
    let [connections, lookups, threads] = divided(given);
    (Seats::new(connections), Seats::new(lookups), threads)
}

/// How many connections, sockets of lookups, and threads there are so many descriptors for.
fn divided(given: usize) -> [usize; 3] {
    let usable = given.min(DESCRIPTORS_MAX).saturating_sub(RESERVE);
    let usable = usable.max(LEAST);
    let threads = (usable / FOR_ANOTHER_THREAD).min(THREADS_MAX);
    let usable = usable - threads * OF_A_THREAD;
    let for_lookups = usable / 4;
    [usable - for_lookups, for_lookups, threads]
}

impl Seats {
    /// Whether there are only those that are given in any case.
    pub fn are_the_least(&self) -> bool {
        self.0.all <= LEAST
    }

    /// How many there are.
    pub fn number(&self) -> usize {
        self.0.all
    }

    /// `all` seats.
    pub fn new(all: usize) -> Self {
        Self(Arc::new(Row {
            free: Arc::new(Semaphore::new(all)),
            all,
            left: Notify::new(),
        }))
    }

    /// Waits for as many seats as are wanted at once, or for all where there are no more. Who came first is served
    /// first. Where the run is interrupted, nobody waits any more.
    pub async fn take(&self, wanted: usize) -> Room {
        let count = wanted.min(self.0.all);
        let permits = u32::try_from(count).unwrap_or(u32::MAX);
        let taken = Arc::clone(&self.0.free).acquire_many_owned(permits);
        let taken = interrupt::unless_interrupted(taken).await;
        Room {
            // Only a semaphore that is closed refuses, and nobody closes this one.
            taken: taken.and_then(Result::ok),
            gate: Semaphore::new(count),
            row: Self(Arc::clone(&self.0)),
        }
    }

    /// Seats for what can wait or be left undone, where so many are free at once.
    pub fn spare(&self, wanted: usize) -> Option<Spare> {
        let permits = u32::try_from(wanted).ok()?;
        let seats = Arc::clone(&self.0.free).try_acquire_many_owned(permits);
        let row = Self(Arc::clone(&self.0));
        seats.ok().map(|seats| Spare {
            taken: Some(seats),
            row,
        })
    }

    /// Whether more seats are taken than `own`.
    fn others_have_some(&self, own: usize) -> bool {
        self.0.all - self.0.free.available_permits() > own
    }
}

/// Seats that were taken together. Those who share them sit down one by one.
#[derive(Debug)]
pub struct Room {
    taken: Option<OwnedSemaphorePermit>,
    gate: Semaphore,
    row: Seats,
}

impl Room {
    /// Sits down on as many seats at once, or on all of the room.
    pub async fn sit(&self, wanted: usize) -> Sitting<'_> {
        let wanted = u32::try_from(wanted.min(self.own())).unwrap_or(u32::MAX);
        Sitting {
            // Nobody closes it.
            seats: self.gate.acquire_many(wanted).await.ok(),
            row: &self.row,
        }
    }

    fn own(&self) -> usize {
        let taken = self.taken.as_ref();
        taken.map_or(0, OwnedSemaphorePermit::num_permits)
    }

    /// Looks out for whoever stands up from now on.
    pub fn look_out(&self) -> LookOut<'_> {
        LookOut {
            room: self,
            leaving: self.row.0.left.notified(),
        }
    }
}

/// Whoever stands up is seen from when this was made, also by another thread.
pub struct LookOut<'a> {
    room: &'a Room,
    leaving: Notified<'a>,
}

impl LookOut<'_> {
    /// Waits until somebody else has stood up. `false` at once where nobody else sits: what the system refuses then is not
    /// for want of patience.
    pub async fn somebody_leaves(self) -> bool {
        let own = self.room.own();
        let sitting_here = own - self.room.gate.available_permits().min(own);
        if sitting_here <= 1 && !self.room.row.others_have_some(own) {
            return false;
        }
        interrupt::unless_interrupted(self.leaving).await.is_some()
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        self.taken = None;
        self.row.0.left.notify_waiters();
    }
}

/// Seats of a room that somebody sits on.
#[derive(Debug)]
pub struct Sitting<'a> {
    seats: Option<SemaphorePermit<'a>>,
    row: &'a Seats,
}

impl Drop for Sitting<'_> {
    fn drop(&mut self) {
        self.seats = None;
        self.row.0.left.notify_waiters();
    }
}

/// Seats that were to spare.
#[derive(Debug)]
pub struct Spare {
    taken: Option<OwnedSemaphorePermit>,
    row: Seats,
}

impl Drop for Spare {
    fn drop(&mut self) {
        self.taken = None;
        self.row.0.left.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_given_out_is_never_more_than_there_is() {
        for given in [0, 20, 40, 64, 96, 256, 1024, 4096, 14_000, 1 << 20] {
            let [connections, lookups, threads] = divided(given);
            let used = connections + lookups + threads * OF_A_THREAD;
            assert!(used <= given.saturating_sub(RESERVE).max(LEAST), "{given}");
            assert!(connections > 0 && lookups > 0, "{given}");
        }
        assert_eq!(divided(64)[2], 0, "so few are all for connections");
        // As many targets at once as may be asked for.
        let [connections, _, threads] = divided(1 << 20);
        assert!(connections >= 10_000 && threads == THREADS_MAX);
    }

    #[tokio::test]
    async fn who_stood_up_after_the_look_out_began_is_seen() {
        let seats = Seats::new(2);
        let (one, other) = (seats.take(1).await, seats.take(1).await);
        let look_out = one.look_out();
        drop(other);
        // Now nobody else sits, and nobody is to be waited for.
        assert!(!look_out.somebody_leaves().await);
        let others = [seats.take(1).await];
        let look_out = one.look_out();
        drop(others);
        let third = seats.take(1).await;
        assert!(look_out.somebody_leaves().await, "one has left already");
        drop(third);
    }
}
