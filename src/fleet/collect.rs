//! `fleet collect`: results into a file, each target once.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::Path;
use std::time::Duration;

use futures_util::stream::{self, StreamExt, TryStreamExt};

use super::chunk::Chunk;
use super::names::{ChunkName, Kept, SurveyName};
use super::office::{FleetError, Office, Told, chunks};
use super::piece::{self, Done};
use super::queue::{Queue, QueueError};
use super::state::Tally;
use super::survey::Survey;
use crate::args;
use crate::cli::fleet::CollectArgs;
use crate::exit::{INCONCLUSIVE, WORKS};
use crate::net::interrupt;
use crate::output::{Output, OutputError, OutputFile};
use crate::report::Format;
use crate::resume::Had;
use crate::words::{Said, Sentence};

/// How long to wait before looking for more.
const PAUSE: Duration = Duration::from_secs(1);

/// Pieces that are asked for at once: a server far away answers late.
const AT_ONCE: usize = 16;

/// Writes what there is and the file has not.
pub(super) async fn run(args: &CollectArgs, office: &Office<'_>) -> Result<Told, FleetError> {
    let name: SurveyName = args.survey.parse().map_err(FleetError::usage)?;
    let output = output(&args.output)?;
    let queue = office.queue().await?;
    let survey = office.survey(&queue, &name).await?;
    let mut file = Collecting::open(&output, &survey)?;
    let tally = loop {
        // Counted before the results are fetched: what is done by then is in the file afterwards.
        let tally = office
            .patiently(async || office.seen(&queue, &name).await)
            .await?
            .tally();
        fetch(&queue, office, &name, &mut file).await?;
        let is_over = tally.is_over() || file.is_lacking || !args.wait;
        if is_over
            || interrupt::unless_interrupted(tokio::time::sleep(PAUSE))
                .await
                .is_none()
        {
            break tally;
        }
    };
    file.end()?;
    Ok(file.told(office, &name, &tally))
}

fn output(path: &Path) -> Result<Output, FleetError> {
    let output = Output::at(path).filter(|output| output.format == Format::Ndjson);
    let mut output = output.ok_or_else(|| {
        FleetError::Usage(Sentence {
            id: "usage-fleet-output",
            args: args! { "path" => path.display().to_string() },
        })
    })?;
    output.resumed = true;
    Ok(output)
}

/// Fetches the chunks that are done and were not fetched yet.
async fn fetch(
    queue: &Queue,
    office: &Office<'_>,
    name: &SurveyName,
    file: &mut Collecting,
) -> Result<(), FleetError> {
    let done = office
        .patiently(async || chunks(queue, name, Kept::Done).await)
        .await?;
    for chunk in done {
        if interrupt::is_interrupted() {
            break;
        }
        if file.fetched.insert(chunk) {
            let fetched = one(queue, office, name, chunk, file).await?;
            if !fetched {
                file.fetched.remove(&chunk);
                file.is_lacking = true;
                // It is not done, whatever is said: so it can be put back.
                let subject = Kept::Done.of_chunk(name, chunk);
                office
                    .patiently(async || queue.forget(subject.clone()).await)
                    .await?;
                (office.complain)(&Sentence {
                    id: "fleet-lost-results",
                    args: args! { "chunk" => chunk.to_string() },
                });
            }
        }
    }
    Ok(())
}

/// Fetches a chunk. `false` where something of it is not there: then it is to be asked again.
async fn one(
    queue: &Queue,
    office: &Office<'_>,
    name: &SurveyName,
    chunk: ChunkName,
    file: &mut Collecting,
) -> Result<bool, FleetError> {
    let read = async |kept: Kept| {
        let subject = kept.of_chunk(name, chunk);
        office.patiently(async || queue.read(&subject).await).await
    };
    let body = read(Kept::Chunk).await?;
    let body: Option<Chunk> = body.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let Some(body) = body else {
        return Ok(false);
    };
    let mut wanted = file.wanted(&body);
    if wanted.is_empty() {
        return Ok(true);
    }
    let done = read(Kept::Done).await?;
    let done: Option<Done> = done.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let text = match &done {
        Some(done) => text(queue, office, done).await?,
        None => None,
    };
    let Some(text) = text else {
        return Ok(false);
    };
    file.write(&text, &mut wanted)?;
    Ok(wanted.is_empty())
}

/// The lines of a chunk; `None` where a piece is missing or is another one.
async fn text(
    queue: &Queue,
    office: &Office<'_>,
    done: &Done,
) -> Result<Option<String>, QueueError> {
    let fetch = |sequence: &u64| {
        let sequence = *sequence;
        async move { office.patiently(async || queue.piece(sequence).await).await }
    };
    let pieces = stream::iter(&done.pieces).map(fetch).buffered(AT_ONCE);
    let pieces: Vec<Option<Vec<u8>>> = pieces.try_collect().await?;
    let pieces: Option<Vec<Vec<u8>>> = pieces.into_iter().collect();
    Ok(pieces.and_then(|pieces| piece::joined(done, &pieces)))
}

/// The file that results go to.
struct Collecting {
    output: Output,
    file: OutputFile,
    had: Had,
    fetched: BTreeSet<ChunkName>,
    written: u32,
    /// Whether something was said to be done and is not there.
    is_lacking: bool,
}

impl Collecting {
    fn open(output: &Output, survey: &Survey) -> Result<Self, FleetError> {
        let had = Had::of(std::slice::from_ref(output), &survey.options);
        let file = OutputFile::append(&output.path);
        Ok(Self {
            had: had.map_err(FleetError::usage)?,
            file: file.map_err(|error| failed(output, error))?,
            output: output.clone(),
            fetched: BTreeSet::new(),
            written: 0,
            is_lacking: false,
        })
    }

    /// The targets of a chunk that have no result in the file.
    fn wanted(&self, chunk: &Chunk) -> BTreeSet<String> {
        let targets = chunk.targets.iter().map(|listed| &listed.1);
        let wanted = targets.filter(|typed| !self.had.has(typed));
        wanted.cloned().collect()
    }

    /// Writes the lines of targets that are wanted, which they are not any more then.
    fn write(&mut self, text: &str, wanted: &mut BTreeSet<String>) -> Result<(), FleetError> {
        for line in text.lines() {
            let is_wanted = piece::target_of(line).is_some_and(|target| wanted.remove(&target));
            if is_wanted {
                let written = writeln!(self.file, "{line}");
                written.map_err(|error| failed(&self.output, error))?;
                self.written += 1;
            }
        }
        let flushed = self.file.flush();
        flushed.map_err(|error| failed(&self.output, error))
    }

    fn end(&mut self) -> Result<(), FleetError> {
        let flushed = self.file.flush();
        flushed.map_err(|error| failed(&self.output, error))
    }

    fn told(&self, office: &Office<'_>, name: &SurveyName, tally: &Tally) -> Told {
        let args = args! {
            "survey" => name.to_string(),
            "path" => self.output.path.display().to_string(),
            "written" => self.written,
            "left" => tally.waiting.targets + tally.at_work.targets,
            "failed" => tally.failed.targets,
        };
        let is_whole = tally.is_over() && tally.failed.chunks == 0 && !self.is_lacking;
        Told {
            text: office.words.text("fleet-collected", &args) + "\n",
            code: match interrupt::exit_code() {
                Some(code) => code,
                None if is_whole => WORKS,
                None => INCONCLUSIVE,
            },
        }
    }
}

fn failed(output: &Output, error: io::Error) -> FleetError {
    FleetError::Trouble(OutputError::new(&output.path, error).said())
}
