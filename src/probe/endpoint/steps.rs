//! What is written down of each stage, and of what ended the check.

use std::pin::Pin;
use std::time::Duration;

use tokio::time::Instant;

use super::{Run, Stop};
use crate::facts::Step;
use crate::failure::{Failure, Stage, Trouble};
use crate::net::dial;
use crate::probe::record::Record;

impl Run<'_> {
    /// Keeps what was said so far.
    pub(super) fn keep(&mut self, record: Record) {
        (self.check.dialogue, self.check.unasked) = record.into_parts();
    }

    /// Runs one stage: records when it was and how it ended. The work stays where it is: each move would make room for
    /// another copy.
    pub(super) async fn step<T>(
        &mut self,
        stage: Stage,
        work: Pin<&mut impl Future<Output = Result<T, Trouble>>>,
    ) -> Result<T, Stop> {
        self.line.stage(stage);
        let limits = self.visit.plan.limits;
        let limit = if stage == Stage::Greeting {
            limits.greeting
        } else {
            limits.step
        };
        let at = self.visit.machine.started.elapsed();
        let start = Instant::now();
        let watch = self.watch.clone();
        let done = dial::minding(watch.as_deref(), limit, work).await;
        let elapsed = start.elapsed();
        self.check.steps.push(Step {
            stage,
            at,
            elapsed,
            ok: done.is_ok(),
        });
        done.map_err(|trouble| {
            self.note(Failure::new(stage, trouble, elapsed));
            Stop
        })
    }

    /// A failure that is no step of its own.
    pub(super) fn fail(&mut self, stage: Stage, trouble: Trouble) -> Stop {
        let at = self.visit.machine.started.elapsed();
        match self.check.steps.last_mut() {
            Some(last) if last.stage == stage => last.ok = false,
            _ => {
                self.check.steps.push(Step {
                    stage,
                    at,
                    elapsed: Duration::ZERO,
                    ok: false,
                });
            }
        }
        self.note(Failure::new(stage, trouble, Duration::ZERO));
        Stop
    }

    /// The first failure is the one that counts; what follows may be its consequence.
    pub(super) fn note(&mut self, failure: Failure) {
        if self.check.failure.is_none() {
            self.look();
            self.check.failure = Some(failure);
        }
    }

    /// Keeps what the kernel knows of the connection now.
    pub(super) fn look(&mut self) {
        if let Some(watch) = &self.watch {
            self.check.tcp = watch.state();
        }
    }
}
