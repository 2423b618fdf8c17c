//! `fleet status`: how far a survey is. `fleet reconcile` and `fleet forget`: what is put back, and what is deleted.

use serde::Serialize;

use super::names::{Kept, SurveyName};
use super::office::{FleetError, Office, Told, chunks, once};
use super::queue::{Queue, QueueError};
use super::state::{Count, Tally};
use crate::args;
use crate::cli::fleet::{ForgetArgs, ReconcileArgs, StatusArgs, StatusFormat};
use crate::exit::{INCONCLUSIVE, WORKS};
use crate::words::Words;

/// Says how far a survey is.
pub(super) async fn run(args: &StatusArgs, office: &Office<'_>) -> Result<Told, FleetError> {
    let name: SurveyName = args.survey.parse().map_err(FleetError::usage)?;
    let queue = office.queue().await?;
    let subject = Kept::Survey.of(&name);
    let read = async || queue.read(&subject).await;
    let survey = office.for_a_minute(read).await?;
    survey.ok_or_else(|| FleetError::no_survey(&name))?;
    let look = async || office.seen(&queue, &name).await;
    let tally = office.for_a_minute(look).await?.tally();
    let text = match args.format {
        StatusFormat::Text => text(&name, &tally, office.words),
        StatusFormat::Json => json(&name, &tally),
    };
    Ok(Told { text, code: WORKS })
}

fn text(name: &SurveyName, tally: &Tally, words: &Words) -> String {
    let line = |id: &str, count: Count| {
        let args = args! {
            "survey" => name.to_string(),
            "targets" => count.targets,
            "chunks" => count.chunks,
        };
        words.text(id, &args) + "\n"
    };
    let mut text = line("fleet-status-submitted", tally.submitted);
    if !tally.sealed {
        text += &line("fleet-status-open", tally.submitted);
    }
    text += &line("fleet-status-done", tally.done);
    text += &line("fleet-status-at-work", tally.at_work);
    text += &line("fleet-status-waiting", tally.waiting);
    text += &line("fleet-status-failed", tally.failed);
    if tally.unqueued.chunks > 0 {
        text += &line("fleet-status-unqueued", tally.unqueued);
    }
    text
}

fn json(name: &SurveyName, tally: &Tally) -> String {
    #[derive(Serialize)]
    struct Status<'a> {
        survey: String,
        #[serde(flatten)]
        tally: &'a Tally,
    }
    let status = Status {
        survey: name.to_string(),
        tally,
    };
    serde_json::to_string(&status).unwrap_or_default() + "\n"
}

/// Puts back what nobody would ever take.
pub(super) async fn reconcile(
    args: &ReconcileArgs,
    office: &Office<'_>,
) -> Result<Told, FleetError> {
    let name: SurveyName = args.survey.parse().map_err(FleetError::usage)?;
    let queue = office.queue().await?;
    let survey = office.survey(&queue, &name).await?;
    let ack_wait = std::time::Duration::from_secs(survey.ack_wait);
    let make = async || queue.hand_out(&name, ack_wait).await.map(drop);
    office.for_a_minute(make).await?;
    if args.failed {
        let try_again = async || forget_failures(&queue, &name).await;
        office.for_a_minute(try_again).await?;
    }
    let look = async || office.seen(&queue, &name).await;
    let seen = office.for_a_minute(look).await?;
    let (mut put_back, id) = (Count::default(), once());
    for chunk in seen.missing() {
        let order = async || queue.order(&name, chunk, &id).await;
        office.for_a_minute(order).await?;
        put_back.add(chunk);
    }
    let counts = args! {
        "survey" => name.to_string(),
        "targets" => put_back.targets,
        "chunks" => put_back.chunks,
    };
    let said = if seen.sealed {
        ("fleet-reconciled", WORKS)
    } else {
        ("fleet-not-sealed", INCONCLUSIVE)
    };
    Ok(Told {
        text: office.words.text(said.0, &counts) + "\n",
        code: said.1,
    })
}

/// Lets what was given up be tried again.
async fn forget_failures(queue: &Queue, name: &SurveyName) -> Result<(), QueueError> {
    for chunk in chunks(queue, name, Kept::Failed).await? {
        queue.forget(Kept::Failed.of_chunk(name, chunk)).await?;
    }
    Ok(())
}

/// Deletes a survey.
pub(super) async fn forget(args: &ForgetArgs, office: &Office<'_>) -> Result<Told, FleetError> {
    let name: SurveyName = args.survey.parse().map_err(FleetError::usage)?;
    let queue = office.queue().await?;
    let subject = Kept::Survey.of(&name);
    let read = async || queue.read(&subject).await;
    let there = office.for_a_minute(read).await?;
    // What a deletion that was cut short left is deleted too.
    let look = async || chunks(&queue, &name, Kept::Chunk).await;
    let left = office.for_a_minute(look).await?;
    if there.is_none() && left.is_empty() {
        return Err(FleetError::no_survey(&name));
    }
    office
        .for_a_minute(async || queue.delete(&name).await)
        .await?;
    let args = args! { "survey" => name.to_string() };
    Ok(Told {
        text: office.words.text("fleet-forgotten", &args) + "\n",
        code: WORKS,
    })
}
