//! How many questions of a run a DNS server has before it at once.
//!
//! A resolver that is asked too much at once drops questions, and each would look like a fault of a domain. So a server
//! is asked no more at once than it answers, and what it still leaves unanswered in a crowd is known to be one of many.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

use crate::facts::Crowd;

/// Questions that a server is asked at once before it is known what it can do: a resolver of a small network answers
/// SERVFAIL to hundreds.
const AT_FIRST: usize = 50;
/// Questions at once at the most. Dnsmasq, which many routers have, refuses the 151st (`--dns-forward-max`).
const AT_MOST: usize = 120;
/// Questions at once at the least. What goes unanswered among so few is not for the crowd.
const AT_LEAST: usize = 4;
/// How long after it was asked less at once a server is looked at again.
const SETTLES: Duration = Duration::from_secs(5);

/// The desks of all servers.
#[derive(Debug, Default)]
pub(super) struct Desks(Mutex<HashMap<SocketAddr, Arc<Desk>>>);

impl Desks {
    /// The desk of a server.
    pub(super) fn of(&self, server: SocketAddr) -> Arc<Desk> {
        let mut desks = locked(&self.0);
        Arc::clone(desks.entry(server).or_default())
    }
}

/// Where the questions to one server are handed in.
#[derive(Debug)]
pub(super) struct Desk {
    places: Arc<Semaphore>,
    book: Mutex<Book>,
}

/// What is known of a server.
#[derive(Debug)]
struct Book {
    /// How many places there are to be.
    wanted: usize,
    /// How many there are, taken or not.
    places: usize,
    /// Who has one now.
    open: usize,
    /// Lookups that it answered and that it left unanswered, since the beginning and when places were last taken away.
    now: Count,
    then: Count,
    settled: Instant,
    /// Answers since there was one place more.
    answers: usize,
}

/// How lookups ended at a server.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    answered: u32,
    unanswered: u32,
}

impl Count {
    const fn since(self, then: Self) -> Self {
        Self {
            answered: self.answered.wrapping_sub(then.answered),
            unanswered: self.unanswered.wrapping_sub(then.unanswered),
        }
    }

    const fn is_mostly_silence(self) -> bool {
        self.unanswered > self.answered
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(AT_FIRST)),
            book: Mutex::new(Book {
                wanted: AT_FIRST,
                places: AT_FIRST,
                open: 0,
                now: Count::default(),
                then: Count::default(),
                settled: Instant::now(),
                answers: 0,
            }),
        }
    }
}

impl Desk {
    /// Waits for a place. Who came first is served first.
    pub(super) async fn place(self: Arc<Self>) -> Place {
        // Nobody closes it.
        let permit = Arc::clone(&self.places).acquire_owned().await.ok();
        let (open, then) = {
            let mut book = locked(&self.book);
            book.open += 1;
            (book.open, book.now)
        };
        Place {
            desk: self,
            permit,
            open,
            then,
        }
    }

    /// More places, or fewer, after a lookup has ended.
    fn settle(&self, book: &mut Book, answered: bool) {
        let lately = book.now.since(book.then);
        if answered {
            book.answers += 1;
            if book.answers >= book.wanted && book.wanted < AT_MOST {
                (book.answers, book.wanted) = (0, book.wanted + 1);
            }
        } else if lately.is_mostly_silence() && book.settled.elapsed() >= SETTLES {
            book.wanted = (book.wanted / 2).max(AT_LEAST);
            (book.then, book.settled, book.answers) = (book.now, Instant::now(), 0);
        }
        if lately.answered > 1000 {
            // What was long ago says nothing.
            book.then = book.now;
        }
        if book.places < book.wanted {
            self.places.add_permits(book.wanted - book.places);
            book.places = book.wanted;
        }
    }
}

/// A place at a desk.
#[derive(Debug)]
pub(super) struct Place {
    desk: Arc<Desk>,
    permit: Option<OwnedSemaphorePermit>,
    /// How many had one when this was taken, itself included.
    open: usize,
    then: Count,
}

impl Place {
    /// Writes down how the lookup ended. Where it got no answer among many, and most of these got none either although
    /// the server answers at all: that is what it was like.
    pub(super) fn ended(&self, server: SocketAddr, answered: bool) -> Option<Crowd> {
        let mut book = locked(&self.desk.book);
        let count = if answered {
            &mut book.now.answered
        } else {
            &mut book.now.unanswered
        };
        *count = count.wrapping_add(1);
        let meanwhile = book.now.since(self.then);
        let crowd = Crowd {
            server,
            open: self.open.max(book.open),
            answered: meanwhile.answered,
            unanswered: meanwhile.unanswered,
        };
        let is_crowd = crowd.open > 2 * AT_LEAST && book.now.answered > 0;
        let is_ours = !answered && is_crowd && meanwhile.is_mostly_silence();
        self.desk.settle(&mut book, answered);
        is_ours.then_some(crowd)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut book = locked(&self.desk.book);
        book.open -= 1;
        let permit = self.permit.take();
        if book.places > book.wanted {
            book.places -= 1;
            permit.into_iter().for_each(OwnedSemaphorePermit::forget);
        }
    }
}

/// Whoever held it before has only counted.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SERVER: SocketAddr =
        SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 53);

    async fn crowd(desk: &Arc<Desk>, many: usize) -> Vec<Place> {
        let mut places = Vec::new();
        for _ in 0..many {
            places.push(Arc::clone(desk).place().await);
        }
        places
    }

    #[tokio::test(start_paused = true)]
    async fn a_server_that_leaves_most_unanswered_is_asked_less_at_once() {
        let desk = Desks::default().of(SERVER);
        let places = crowd(&desk, AT_FIRST).await;
        let full =
            tokio::time::timeout_at(Instant::now() + SETTLES * 2, Arc::clone(&desk).place()).await;
        assert!(full.is_err(), "no more than there are places");
        let mut crowds = Vec::new();
        for (number, place) in places.iter().enumerate() {
            crowds.push(place.ended(SERVER, number < 10));
        }
        drop(places);
        let told: Vec<Crowd> = crowds.into_iter().flatten().collect();
        assert_eq!(
            told.len(),
            AT_FIRST - 20,
            "the first ten were outweighed only then"
        );
        assert_eq!(
            (told[0].open, told[0].answered, told[0].unanswered),
            (AT_FIRST, 10, 11)
        );
        let places = crowd(&desk, AT_FIRST / 2).await;
        let full =
            tokio::time::timeout_at(Instant::now() + SETTLES * 2, Arc::clone(&desk).place()).await;
        assert!(full.is_err(), "half of them are left");
        drop(places);
    }

    #[tokio::test(start_paused = true)]
    async fn answers_make_more_places() {
        let desk = Desks::default().of(SERVER);
        for _ in 0..AT_MOST * AT_MOST {
            let place = Arc::clone(&desk).place().await;
            assert_eq!(place.ended(SERVER, true), None);
        }
        let places = crowd(&desk, AT_MOST).await;
        let full =
            tokio::time::timeout_at(Instant::now() + SETTLES, Arc::clone(&desk).place()).await;
        assert!(full.is_err());
        drop(places);
    }

    #[tokio::test(start_paused = true)]
    async fn silence_is_nobodys_fault_where_there_is_no_crowd_or_never_an_answer() {
        let desk = Desks::default().of(SERVER);
        let dead: Vec<_> = crowd(&desk, AT_FIRST).await;
        assert!(
            dead.iter()
                .all(|place| place.ended(SERVER, false).is_none())
        );
        drop(dead);
        let place = Arc::clone(&desk).place().await;
        place.ended(SERVER, true);
        drop(place);
        let few = crowd(&desk, 2 * AT_LEAST).await;
        assert!(few.iter().all(|place| place.ended(SERVER, false).is_none()));
    }

    #[tokio::test(start_paused = true)]
    async fn some_domains_that_are_dead_are_no_crowd() {
        let desk = Desks::default().of(SERVER);
        let places = crowd(&desk, 20).await;
        let crowds = places.iter().enumerate();
        let told = crowds.filter_map(|(number, place)| place.ended(SERVER, number % 3 > 0));
        // The first is told before the others have ended.
        assert!(told.count() <= 1);
    }
}
