//! How fast the targets of a list are begun.

use std::time::Duration;

use futures_util::stream::{self, Stream, StreamExt};
use tokio::time::Instant;

use crate::net::interrupt;

/// How late the runtime's clock may be, which goes in milliseconds.
const TICK: Duration = Duration::from_millis(2);

/// The targets, one no sooner than `gap` after the other. Where the run is interrupted, nobody is visited any more.
pub(super) fn at_pace<T>(gap: Duration, targets: impl Stream<Item = T>) -> impl Stream<Item = T> {
    let next = (Box::pin(targets), Instant::now());
    stream::unfold(next, move |(mut targets, earliest)| async move {
        let target = interrupt::unless_interrupted(targets.next()).await??;
        // To sleep until what is past takes until the next tick of the runtime's clock: a target a millisecond.
        if earliest > Instant::now() {
            let wait = tokio::time::sleep_until(earliest);
            interrupt::unless_interrupted(wait).await?;
        }
        let now = Instant::now();
        // What was late is not made up for in a rush, but for what the clock itself is late.
        let next = earliest.max(now.checked_sub(TICK).unwrap_or(now)) + gap;
        (!interrupt::is_interrupted()).then_some((target, (targets, next)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How long the clock of the runtime says that it takes to begin so many targets.
    async fn time_of(many: usize, gap: Duration) -> Duration {
        let begun = Instant::now();
        let all = at_pace(gap, stream::iter(0..many)).count().await;
        assert_eq!(all, many, "every target is begun");
        begun.elapsed()
    }

    #[tokio::test(start_paused = true)]
    async fn without_a_rate_nothing_is_waited_for() {
        assert_eq!(time_of(10_000, Duration::ZERO).await, Duration::ZERO);
    }

    #[tokio::test(start_paused = true)]
    async fn a_rate_is_kept_though_the_clock_is_coarser() {
        for (rate, many) in [(20, 100), (500, 5000), (4000, 40_000), (10_000, 50_000)] {
            let took = time_of(many, Duration::from_secs(1) / rate).await;
            let wanted = Duration::from_secs(1) * u32::try_from(many).unwrap() / rate;
            assert!(
                took >= wanted.mul_f64(0.99) && took <= wanted.mul_f64(1.02),
                "{rate} a second: {many} took {took:?}, not {wanted:?}"
            );
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_late_is_not_made_up_for() {
        let mut targets = Box::pin(at_pace(Duration::from_millis(10), stream::iter(0..100)));
        targets.next().await;
        tokio::time::sleep(Duration::from_secs(10)).await;
        let begun = Instant::now();
        targets.by_ref().take(51).count().await;
        assert!(begun.elapsed() >= Duration::from_millis(490), "a rush");
    }
}
