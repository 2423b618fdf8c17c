//! Connections that come to their end beside whatever else is done: a server has been told goodbye and is to answer, and
//! nothing depends on its answer.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Semaphore, watch};
use tokio::time::Instant;

use super::{Wait, within};

/// There are never more at once, for there are fewer descriptors.
const MANY: u32 = 1 << 20;

/// How long servers may still answer a goodbye when everything is told. On a line as short as this they do, and hear no
/// reset; on a longer one nobody is kept waiting.
pub const PATIENCE: Duration = Duration::from_millis(5);

/// The partings of a machine, on one thread.
#[derive(Clone, Debug)]
pub struct Partings(Arc<UnderWay>);

#[derive(Debug)]
struct UnderWay {
    /// Each parting has one of these.
    free: Arc<Semaphore>,
    is_over: watch::Sender<bool>,
}

impl Default for Partings {
    fn default() -> Self {
        Self(Arc::new(UnderWay {
            free: Arc::new(Semaphore::new(MANY as usize)),
            is_over: watch::Sender::new(false),
        }))
    }
}

impl Partings {
    /// Does `parting` beside everything else. It is given what ends when the program has nothing else left to do.
    pub fn see_off<F>(&self, parting: impl FnOnce(Everything) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        // In place from here on: whoever keeps it moves it more than once.
        let parting = Box::pin(parting(Everything(self.0.is_over.subscribe())));
        // Nobody closes it, and it is never empty.
        let one = Arc::clone(&self.0.free).try_acquire_owned();
        tokio::spawn(async move {
            parting.await;
            drop(one);
        });
    }

    /// Waits until all are over, and no longer than `patience`; whoever is not done by then is told to come to an end.
    pub async fn end(&self, patience: Duration) {
        let wait = || Wait {
            limit: patience,
            deadline: Instant::now() + patience,
        };
        let _ = within(wait(), self.all_are_over()).await;
        self.0.is_over.send_replace(true);
        let _ = within(wait(), self.all_are_over()).await;
    }

    async fn all_are_over(&self) {
        let _ = self.0.free.acquire_many(MANY).await;
    }
}

/// What else the program has to do.
#[derive(Debug)]
pub struct Everything(watch::Receiver<bool>);

impl Everything {
    /// Waits for `future`; `None` where everything else is done before that.
    pub async fn or_over<F: Future>(&mut self, future: F) -> Option<F::Output> {
        tokio::select! {
            biased;
            done = future => Some(done),
            _ = self.0.wait_for(|is_over| *is_over) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn whoever_is_not_done_in_time_is_told_to_end() {
        let partings = Partings::default();
        let ended = Arc::new(Semaphore::new(0));
        for seconds in [1, 100] {
            let ended = Arc::clone(&ended);
            partings.see_off(async move |mut everything| {
                let answer = tokio::time::sleep(Duration::from_secs(seconds));
                let came = everything.or_over(answer).await;
                ended.add_permits(if came.is_some() { 10 } else { 1 });
            });
        }
        let began = Instant::now();
        partings.end(Duration::from_secs(3)).await;
        assert_eq!(began.elapsed(), Duration::from_secs(3));
        assert_eq!(ended.available_permits(), 11);
    }

    #[tokio::test(start_paused = true)]
    async fn where_all_are_over_nobody_is_waited_for() {
        let partings = Partings::default();
        partings.see_off(async |_| tokio::time::sleep(Duration::from_secs(1)).await);
        let began = Instant::now();
        partings.end(Duration::from_secs(3)).await;
        assert_eq!(began.elapsed(), Duration::from_secs(1));
    }
}
