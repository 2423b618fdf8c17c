//! How many visits of a list are worth being under way where nobody said how many are to be.
//!
//! What a visit keeps is some ten kilobytes, and a thread that goes from one to the next among a few of them finds the next
//! still in the caches of its core. So a list begins with few. Where servers are far away the threads wait most of the time,
//! and more visits fill the waits: as long as that is so, the window opens. It closes again while the threads hardly wait at all.

use std::time::Duration;

use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use crate::plan::Pace;

/// Visits that each thread begins with.
const FIRST: usize = 16;
/// How often it is looked whether the threads wait.
const LOOK: Duration = Duration::from_millis(50);
/// The share of its time that a thread may be at work and is still worth more visits, and from which on it has too many. A
/// quarter of a core makes some five hundred visits a second.
const BUSY: [f64; 2] = [0.25, 0.75];

/// How many visits may be under way.
pub(super) struct Window {
    size: usize,
    least: usize,
    most: usize,
    looks: Interval,
    looked: Instant,
    /// How long the threads had been at work by then.
    worked: Duration,
}

impl Window {
    /// As wide as `pace` says where it was said; else as wide as so many threads need in the beginning.
    pub(super) fn new(pace: Pace, threads: usize) -> Self {
        let least = if pace.is_asked_for {
            pace.jobs
        } else {
            pace.jobs.min(FIRST * threads)
        };
        let now = Instant::now();
        let mut looks = interval_at(now + LOOK, LOOK);
        looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self {
            size: least,
            least,
            most: pace.jobs,
            looks,
            looked: now,
            worked: Duration::ZERO,
        }
    }

    /// Whether another visit may begin beside so many.
    pub(super) fn has_room(&self, under_way: usize) -> bool {
        under_way < self.size
    }

    /// Whether it opens and closes at all.
    pub(super) fn may_change(&self) -> bool {
        self.least < self.most
    }

    /// Waits until it is time to look at the threads again.
    pub(super) async fn due(&mut self) {
        self.looks.tick().await;
    }

    /// Opens to twice as many where the threads, each of which has been at work for `worked` since the beginning, have
    /// mostly waited since the last look, and closes by a quarter where they have hardly done so.
    pub(super) fn look(&mut self, worked: Duration) {
        let now = Instant::now();
        let passed = now.duration_since(self.looked);
        let busy = worked.saturating_sub(self.worked);
        (self.looked, self.worked) = (now, worked);
        let [little, much] = BUSY.map(|share| passed.mul_f64(share));
        if busy < little {
            self.size = self.most.min(self.size * 2);
        } else if busy > much {
            self.size = self.least.max(self.size - self.size / 4);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace(jobs: usize, is_asked_for: bool) -> Pace {
        Pace {
            jobs,
            is_asked_for,
            ..Pace::default()
        }
    }

    /// How wide a window is after each look, where the threads are at work for such a share of the time before it.
    async fn sizes(mut window: Window, shares: &[f64]) -> Vec<usize> {
        let mut worked = Duration::ZERO;
        let mut sizes = Vec::new();
        for share in shares {
            tokio::time::advance(LOOK).await;
            worked += LOOK.mul_f64(*share);
            window.due().await;
            window.look(worked);
            sizes.push(window.size);
        }
        sizes
    }

    #[tokio::test(start_paused = true)]
    async fn it_opens_while_the_threads_wait_and_closes_while_they_do_not() {
        let window = Window::new(pace(256, false), 2);
        assert!(window.has_room(31) && !window.has_room(32) && window.may_change());
        let shares = [1.0, 0.6, 0.2, 0.7, 0.1, 0.0, 0.0, 0.8, 0.7, 1.0, 1.0];
        let sizes = sizes(window, &shares).await;
        let expected = [32, 32, 64, 64, 128, 256, 256, 192, 192, 144, 108];
        assert_eq!(sizes, expected);
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_asked_for_is_there_from_the_beginning() {
        let window = Window::new(pace(10_000, true), 2);
        assert!(window.has_room(9999) && !window.has_room(10_000) && !window.may_change());
        // Nor are there more than that where it is less than the threads would have.
        let window = Window::new(pace(3, false), 16);
        assert!(window.has_room(2) && !window.has_room(3) && !window.may_change());
    }
}
