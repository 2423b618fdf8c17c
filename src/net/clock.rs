//! The time of one visit.

use std::cell::Cell;
use std::time::Duration;

use tokio::time::Instant;

use super::Wait;

/// A clock that stands still while its visit waits for what other targets hold: a seat, a turn. Their time is not the
/// target's.
#[derive(Debug)]
pub struct Clock {
    /// How many parts of the visit wait now, and since when the first of them does.
    waiting: Cell<(usize, Instant)>,
    /// How long it has stood still before that.
    stood: Cell<Duration>,
}

impl Clock {
    /// A clock that runs from now on.
    pub fn new() -> Self {
        Self {
            waiting: Cell::new((0, Instant::now())),
            stood: Cell::default(),
        }
    }

    /// How long it has stood still so far.
    pub fn stood(&self) -> Duration {
        let (waiting, since) = self.waiting.get();
        let now = if waiting > 0 {
            since.elapsed()
        } else {
            Duration::ZERO
        };
        self.stood.get() + now
    }

    /// Waits for what others hold, with the clock standing still.
    pub async fn aside<F: Future>(&self, waiting: F) -> F::Output {
        let _standing = Standing::begin(self);
        waiting.await
    }

    /// Remembers where the clock stands, for [`Span::rest`].
    pub fn span(&self, wait: Wait) -> Span<'_> {
        Span {
            clock: self,
            begun: Instant::now(),
            stood: self.stood(),
            wait,
        }
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::new()
    }
}

/// A wait that several steps share.
pub struct Span<'a> {
    clock: &'a Clock,
    begun: Instant,
    stood: Duration,
    wait: Wait,
}

impl Span<'_> {
    /// What is left of it now.
    pub fn rest(&self) -> Wait {
        let stood = self.clock.stood().saturating_sub(self.stood);
        let gone = self.begun.elapsed().saturating_sub(stood);
        Wait {
            limit: self.wait.limit.saturating_sub(gone),
            deadline: self.wait.deadline + stood,
        }
    }
}

/// The clock stands still as long as this lives, also where the wait is given up.
struct Standing<'a>(&'a Clock);

impl<'a> Standing<'a> {
    fn begin(clock: &'a Clock) -> Self {
        let (waiting, since) = clock.waiting.get();
        let since = if waiting == 0 { Instant::now() } else { since };
        clock.waiting.set((waiting + 1, since));
        Self(clock)
    }
}

impl Drop for Standing<'_> {
    fn drop(&mut self) {
        let clock = self.0;
        let (waiting, since) = clock.waiting.get();
        if waiting == 1 {
            clock.stood.set(clock.stood.get() + since.elapsed());
        }
        clock.waiting.set((waiting - 1, since));
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::sleep;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[tokio::test(start_paused = true)]
    async fn what_others_take_is_not_counted() {
        let clock = Clock::new();
        let deadline = Instant::now() + SECOND * 60;
        let span = clock.span(Wait {
            limit: SECOND * 10,
            deadline,
        });
        sleep(SECOND).await;
        // Two parts wait at the same time, one of them longer: five seconds in all.
        tokio::join!(
            clock.aside(sleep(SECOND * 5)),
            clock.aside(sleep(SECOND * 3))
        );
        sleep(SECOND * 2).await;
        let rest = span.rest();
        assert_eq!(rest.limit, SECOND * 7);
        assert_eq!(rest.deadline, deadline + SECOND * 5);
    }

    #[tokio::test(start_paused = true)]
    async fn a_wait_that_is_given_up_lets_it_run_again() {
        let clock = Clock::new();
        let given_up =
            tokio::time::timeout_at(Instant::now() + SECOND, clock.aside(sleep(SECOND * 9)));
        assert!(given_up.await.is_err());
        sleep(SECOND * 4).await;
        assert_eq!(clock.stood(), SECOND);
    }
}
