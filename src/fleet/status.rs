//! `fleet status`: how far a survey is. `fleet reconcile` and `fleet forget`: what is put back, and what is deleted.

use serde::Serialize;

use super::names::{Kept, SurveyName};
use super::office::{FleetError, Office, Told, chunks, once};
use super::state::{Count, Tally};
use crate::cli::fleet::{ForgetArgs, ReconcileArgs, StatusArgs, StatusFormat};
use crate::words::Words;
use crate::{INCONCLUSIVE, WORKS, args};

/// Says how far a survey is.
pub(super) async fn run(args: &StatusArgs, office: &Office<'_>) -> Result<Told, FleetError> {
    let name: SurveyName = args.survey.parse().map_err(FleetError::usage)?;
    let queue = office.queue().await?;
    let survey = queue.read(&Kept::Survey.of(&name)).await?;
    survey.ok_or_else(|| FleetError::no_survey(&name))?;
    let tally = office.seen(&queue, &name).await?.tally();
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
    queue.hand_out(&name, ack_wait).await?;
    if args.failed {
        for chunk in chunks(&queue, &name, Kept::Failed).await? {
            queue.forget(Kept::Failed.of_chunk(&name, chunk)).await?;
        }
    }
    let seen = office.seen(&queue, &name).await?;
    let (mut put_back, id) = (Count::default(), once());
    for chunk in seen.missing() {
        queue.order(&name, chunk, &id).await?;
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

/// Deletes a survey.
pub(super) async fn forget(args: &ForgetArgs, office: &Office<'_>) -> Result<Told, FleetError> {
    let name: SurveyName = args.survey.parse().map_err(FleetError::usage)?;
    let queue = office.queue().await?;
    let there = queue.read(&Kept::Survey.of(&name)).await?;
    // What a deletion that was cut short left is deleted too.
    let left = chunks(&queue, &name, Kept::Chunk).await?;
    if there.is_none() && left.is_empty() {
        return Err(FleetError::no_survey(&name));
    }
    queue.delete(&name).await?;
    let args = args! { "survey" => name.to_string() };
    Ok(Told {
        text: office.words.text("fleet-forgotten", &args) + "\n",
        code: WORKS,
    })
}
