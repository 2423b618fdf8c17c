//! `fleet submit`: a list, divided into chunks, on the server.

use std::collections::BTreeSet;
use std::pin::pin;
use std::time::Duration;

use futures_util::StreamExt;

use super::chunk::{Chunk, Division};
use super::names::{ChunkName, Kept, SurveyName};
use super::office::{FleetError, Office, Told, once};
use super::queue::Queue;
use super::survey::{Sealed, Survey};
use crate::args;
use crate::cli::fleet::SubmitArgs;
use crate::cli::meaning::{self, Targets};
use crate::exit::{USAGE, WORKS};
use crate::net::{Machine, interrupt};
use crate::words::{Said, Sentence};

/// Submits a list, or what is missing of one that was submitted before.
pub(super) async fn run(args: &SubmitArgs, office: &Office<'_>) -> Result<Told, FleetError> {
    let name: SurveyName = args.survey.parse().map_err(FleetError::usage)?;
    let most = whole(&args.chunk, "--chunk", 1..=1000, "200")?;
    let ack_wait = whole(&args.ack_wait, "--ack-wait", 2..=3600, "30")?;
    let chunk = usize::try_from(most).unwrap_or(usize::MAX);
    let survey =
        Survey::of(&args.check, office.lang, chunk, ack_wait).map_err(FleetError::usage)?;
    let list = List::read(args, office).await?;
    let queue = office.patiently(async || office.queue().await).await?;
    announce(&queue, &name, &survey).await?;
    let List {
        division,
        bad_lines,
    } = list;
    let repeated = division.repeated();
    let chunks = division.chunks(chunk);
    let sealed = Sealed {
        targets: chunks.iter().map(|(name, _)| name.targets).sum(),
        chunks: u32::try_from(chunks.len()).unwrap_or(u32::MAX),
    };
    send(&queue, office, &name, chunks).await?;
    if let Some(code) = interrupt::exit_code() {
        let text = String::new();
        return Ok(Told { text, code });
    }
    let bytes = serde_json::to_vec(&sealed).unwrap_or_default();
    let subject = Kept::Sealed.of(&name);
    office
        .patiently(async || queue.write_once(subject.clone(), bytes.clone()).await)
        .await?;
    let is_bad = bad_lines.is_some();
    let repeated = (repeated > 0).then(|| Sentence {
        id: "fleet-repeated",
        args: args! { "count" => repeated },
    });
    for said in [repeated, bad_lines].into_iter().flatten() {
        (office.complain)(&said);
    }
    let counts = args! {
        "survey" => name.to_string(),
        "targets" => sealed.targets,
        "chunks" => sealed.chunks,
    };
    Ok(Told {
        text: office.words.text("fleet-submitted", &counts) + "\n",
        code: if args.check.strict_input && is_bad {
            USAGE
        } else {
            WORKS
        },
    })
}

/// A list that was read to its end.
struct List {
    division: Division,
    bad_lines: Option<Sentence>,
}

impl List {
    async fn read(args: &SubmitArgs, office: &Office<'_>) -> Result<Self, FleetError> {
        let check = &args.check;
        let plan = meaning::plan(check).map_err(FleetError::usage)?;
        let typed = meaning::targets(check, &plan).map_err(FleetError::usage)?;
        // Files that make no sense are noticed here, and not on every machine.
        Machine::open(&plan).map_err(FleetError::usage)?;
        let list = Targets::open(check, &plan).map_err(FleetError::usage)?;
        let mut division = Division::default();
        for target in &typed {
            division.add(target);
        }
        let list = list.read(|said| (office.complain)(said));
        let mut targets = pin!(list.targets());
        while let Some(Some(target)) = interrupt::unless_interrupted(targets.next()).await {
            division.add(&target);
        }
        // Where all goes to one address, it has one visitor.
        if plan.connect_to.is_some() {
            division = division.into_one_group();
        }
        Ok(Self {
            division,
            bad_lines: list.bad_lines(),
        })
    }
}

/// Says how the survey is asked, or finds that said already.
async fn announce(queue: &Queue, name: &SurveyName, survey: &Survey) -> Result<(), FleetError> {
    let bytes = serde_json::to_vec(survey).unwrap_or_default();
    if !queue.write_once(Kept::Survey.of(name), bytes).await? {
        let there = queue
            .read(&Kept::Survey.of(name))
            .await?
            .unwrap_or_default();
        let there = Survey::read(&there).map_err(|refusal| FleetError::Trouble(refusal.said()))?;
        let same = |survey: &Survey| (survey.options.clone(), survey.lang.clone(), survey.chunk);
        if same(&there) != same(survey) {
            return Err(another("usage-fleet-other-options", name));
        }
    }
    queue
        .hand_out(name, Duration::from_secs(survey.ack_wait))
        .await?;
    Ok(())
}

fn another(id: &'static str, name: &SurveyName) -> FleetError {
    FleetError::Usage(Sentence {
        id,
        args: args! { "survey" => name.to_string() },
    })
}

/// Stores every chunk, and orders those that are neither ordered nor done. What follows another chunk is ordered by whoever
/// does that one.
async fn send(
    queue: &Queue,
    office: &Office<'_>,
    name: &SurveyName,
    chunks: Vec<(ChunkName, Chunk)>,
) -> Result<(), FleetError> {
    let seen = office.seen(queue, name).await?;
    let id = once();
    let own: BTreeSet<ChunkName> = chunks.iter().map(|(chunk, _)| *chunk).collect();
    if !seen.chunks.is_subset(&own) || seen.sealed && seen.chunks != own {
        return Err(another("usage-fleet-other-list", name));
    }
    for (chunk, body) in chunks {
        if interrupt::is_interrupted() {
            return Ok(());
        }
        let subject = Kept::Chunk.of_chunk(name, chunk);
        let bytes = serde_json::to_vec(&body).unwrap_or_default();
        let write = async || queue.write_once(subject.clone(), bytes.clone()).await;
        if !office.patiently(write).await? && queue.read(&subject).await? != Some(bytes) {
            return Err(another("usage-fleet-other-list", name));
        }
        let is_known = [&seen.queued, &seen.taken, &seen.failed, &seen.done];
        if !chunk.follows && !is_known.iter().any(|set| set.contains(&chunk)) {
            office
                .patiently(async || queue.order(name, chunk, &id).await)
                .await?;
        }
    }
    Ok(())
}

/// A whole number in a range.
fn whole(
    value: &str,
    option: &'static str,
    range: std::ops::RangeInclusive<u64>,
    example: &'static str,
) -> Result<u64, FleetError> {
    let number = value
        .trim()
        .parse()
        .ok()
        .filter(|number| range.contains(number));
    number.ok_or_else(|| {
        FleetError::Usage(Sentence {
            id: "usage-fleet-number",
            args: args! {
                "value" => value,
                "option" => option,
                "least" => range.start().to_string(),
                "most" => range.end().to_string(),
                "example" => example,
            },
        })
    })
}
