//! What the commands of a fleet have in common: who is told, what went wrong, and how to be patient.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use super::access::Access;
use super::names::{self, ChunkName, Kept, SurveyName};
use super::queue::{Queue, QueueError};
use super::state::Seen;
use super::survey::Survey;
use super::{collect, status, submit, work};
use crate::args;
use crate::cli::fleet::FleetCommand;
use crate::net::interrupt;
use crate::words::{Lang, Said, Sentence, Words};

/// The longest pause between two tries.
const LONGEST: Duration = Duration::from_secs(5);
/// How long a server may be busy before somebody who waits for an answer is told that there is none.
const BUSY: Duration = Duration::from_secs(60);

/// What a command comes to.
pub struct Told {
    /// For standard output.
    pub text: String,
    /// The exit code.
    pub code: u8,
}

impl Told {
    /// Nothing but the exit code.
    pub(super) const fn nothing(code: u8) -> Self {
        Self {
            text: String::new(),
            code,
        }
    }
}

/// Why a command did not do what it should.
#[derive(Debug)]
pub enum FleetError {
    /// What was typed.
    Usage(Sentence),
    /// What the server says, or its silence.
    Trouble(Sentence),
}

impl From<QueueError> for FleetError {
    fn from(error: QueueError) -> Self {
        Self::Trouble(error.said())
    }
}

impl FleetError {
    #[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands on")]
    pub(super) fn usage(error: impl Said) -> Self {
        Self::Usage(error.said())
    }

    /// There is no survey of that name.
    pub(super) fn no_survey(survey: &SurveyName) -> Self {
        Self::Usage(Sentence {
            id: "usage-fleet-no-survey",
            args: args! { "survey" => survey.to_string() },
        })
    }
}

/// Where a command is carried out.
pub struct Office<'a> {
    /// How to reach the server.
    pub access: &'a Access,
    /// In which language people are told.
    pub words: &'a Words,
    /// In which language results are written, where nobody said otherwise.
    pub lang: Lang,
    /// Says something beside the result.
    pub complain: &'a dyn Fn(&Sentence),
}

/// Carries a command out.
pub async fn run(command: &FleetCommand, office: &Office<'_>) -> Result<Told, FleetError> {
    for warning in &office.access.warnings {
        (office.complain)(warning);
    }
    match command {
        FleetCommand::Submit(args) => Box::pin(submit::run(args, office)).await,
        FleetCommand::Work(args) => Box::pin(work::run(args, office)).await,
        FleetCommand::Collect(args) => collect::run(args, office).await,
        FleetCommand::Status(args) => status::run(args, office).await,
        FleetCommand::Reconcile(args) => status::reconcile(args, office).await,
        FleetCommand::Forget(args) => status::forget(args, office).await,
    }
}

impl Office<'_> {
    /// Opens the server.
    pub(super) async fn queue(&self) -> Result<Queue, QueueError> {
        Queue::open(self.access).await
    }

    /// Tries until it is done, while what is in the way may pass and nobody interrupts.
    pub(super) async fn patiently<T>(
        &self,
        what: impl AsyncFnMut() -> Result<T, QueueError>,
    ) -> Result<T, QueueError> {
        self.again_for(Duration::MAX, what).await
    }

    /// Tries for a minute, for somebody who waits. A server can leave everybody without an answer for longer than one question
    /// is given (nats-server 2.9 on a busy machine took 20 s to delete a consumer).
    pub(super) async fn for_a_minute<T>(
        &self,
        what: impl AsyncFnMut() -> Result<T, QueueError>,
    ) -> Result<T, QueueError> {
        self.again_for(BUSY, what).await
    }

    async fn again_for<T>(
        &self,
        limit: Duration,
        mut what: impl AsyncFnMut() -> Result<T, QueueError>,
    ) -> Result<T, QueueError> {
        let begun = Instant::now();
        let mut pause = Duration::from_millis(200);
        let mut is_told = false;
        loop {
            match what().await {
                Err(error)
                    if error.passes()
                        && begun.elapsed() < limit
                        && !interrupt::is_interrupted() =>
                {
                    // A moment is not worth a word, and who is told what came of it soon need not be told of each try.
                    if limit == Duration::MAX && !is_told && pause >= Duration::from_secs(1) {
                        (self.complain)(&Sentence {
                            id: "fleet-patience",
                            args: args! { "why" => error.said() },
                        });
                        is_told = true;
                    }
                    let _ = interrupt::unless_interrupted(tokio::time::sleep(pause)).await;
                    pause = (pause * 2).min(LONGEST);
                }
                done => return done,
            }
        }
    }

    /// The survey of that name.
    pub(super) async fn survey(
        &self,
        queue: &Queue,
        name: &SurveyName,
    ) -> Result<Survey, FleetError> {
        let subject = Kept::Survey.of(name);
        let read = async || queue.read(&subject).await;
        let read = self.for_a_minute(read).await?;
        let bytes = read.ok_or_else(|| FleetError::no_survey(name))?;
        Survey::read(&bytes).map_err(|refusal| FleetError::Trouble(refusal.said()))
    }

    /// Where the chunks of a survey are.
    pub(super) async fn seen(&self, queue: &Queue, name: &SurveyName) -> Result<Seen, QueueError> {
        let sealed = queue.read(&Kept::Sealed.of(name)).await?.is_some();
        let chunks = chunks(queue, name, Kept::Chunk).await?;
        let mut ended = chunks_that_ended(queue, name).await?;
        let before = ended.0.union(&ended.1).copied().collect();
        let queued = read_all(&queue.queued(name).await?);
        let taken = read_all(&queue.taken(name).await?);
        ended = chunks_that_ended(queue, name).await?;
        Ok(Seen {
            sealed,
            chunks,
            ended: before,
            queued,
            taken,
            failed: ended.0,
            done: ended.1,
        })
    }
}

type Chunks = BTreeSet<ChunkName>;

async fn chunks_that_ended(
    queue: &Queue,
    name: &SurveyName,
) -> Result<(Chunks, Chunks), QueueError> {
    let failed = chunks(queue, name, Kept::Failed).await?;
    Ok((failed, chunks(queue, name, Kept::Done).await?))
}

/// The chunks of which something is kept.
pub(super) async fn chunks(
    queue: &Queue,
    name: &SurveyName,
    kept: Kept,
) -> Result<Chunks, QueueError> {
    Ok(read_all(&queue.kept(kept.of_all(name)).await?))
}

fn read_all(subjects: &[String]) -> Chunks {
    let names = subjects.iter().map(|subject| names::last(subject));
    names.filter_map(ChunkName::read).collect()
}

/// Sixteen letters that nobody else has.
pub(super) fn once() -> String {
    use ring::rand::{SecureRandom, SystemRandom};

    let mut bytes = [0; 8];
    // Where the system gives none, the time has to do: these tell messages apart, and protect nothing.
    if SystemRandom::new().fill(&mut bytes).is_err() {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let now = now.map_or(0, |now| now.as_secs() ^ u64::from(now.subsec_nanos()) << 32);
        bytes = now.to_be_bytes();
    }
    data_encoding::HEXLOWER.encode(&bytes)
}
