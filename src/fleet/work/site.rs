//! What a machine needs for the targets of a survey: the plan, what it knows of itself, and the words of the results.

use std::cell::{Cell, RefCell};
use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::time::Duration;

use futures_util::stream;

use super::super::chunk::{Chunk, Listed};
use super::super::office::once;
use super::super::survey::{Asking, Survey};
use crate::net::Machine;
use crate::plan::{Pace, Plan};
use crate::progress::Progress;
use crate::report::nagios::Days;
use crate::report::{Detail, Format, Manner, Run, Style, TargetReport};
use crate::target::Target;
use crate::words::{self, Said, Sentence, Words};
use crate::{args, ask, run_from};

/// How long what a machine knows of itself is good: its resolvers, its routes, and the time at which a result says that its
/// run began.
const FRESH: Duration = Duration::from_secs(10 * 60);

/// A survey on this machine.
pub(super) struct Site {
    asking: Asking,
    plan: Plan,
    machine: Machine,
    run: Run,
    words: Words,
    /// How long this machine may be silent.
    pub(super) ack_wait: Duration,
    /// Gone with it.
    _files: Vec<Placed>,
}

impl Site {
    /// Gets ready for a survey; the error says why this machine cannot.
    pub(super) fn open(survey: &Survey) -> Result<Self, Sentence> {
        let asking = survey.asking().map_err(|refusal| refusal.said())?;
        let files = survey.files.iter();
        let files = files.map(|(name, text)| Placed::new(name, text));
        let files: Vec<Placed> = files.collect::<Result<_, _>>()?;
        let plan = asking.plan_with(|name| {
            let placed = files
                .iter()
                .find(|file| name.as_os_str() == file.name.as_str());
            placed.map_or_else(|| name.to_owned(), |file| file.path.clone())
        });
        let mut machine = Machine::open(&plan).map_err(|error| error.said())?;
        machine.expect_many();
        let mut run = run_from(&machine);
        run.options = Some(survey.options.clone());
        Ok(Self {
            asking,
            plan,
            machine,
            run,
            words: Words::new(survey.lang()),
            ack_wait: Duration::from_secs(survey.ack_wait),
            _files: files,
        })
    }

    /// Whether it is time to look at this machine again.
    pub(super) fn is_old(&self) -> bool {
        self.machine.started.elapsed() > FRESH
    }

    /// Asks the targets of a chunk; a line of results for each. `None` where it was interrupted.
    pub(super) async fn ask(&self, chunk: &Chunk, pace: Pace) -> Option<String> {
        let meaning = self.asking.meaning().ok()?;
        let targets = chunk.targets.iter().map(|Listed(line, typed)| {
            let target = meaning.of(typed).ok()?;
            Some(Target {
                line: *line,
                ..target
            })
        });
        let targets: Vec<Target> = targets.collect::<Option<_>>()?;
        let face = RefCell::new(Format::Ndjson.begin(self.manner()));
        let lines = RefCell::new(Vec::new());
        let whole = Cell::new(0);
        let told = |place, target: TargetReport| {
            // Memory takes every line.
            let written = face
                .borrow_mut()
                .target(place, &target, &mut *lines.borrow_mut());
            if written.is_ok() && !target.facts.interrupted {
                whole.set(whole.get() + 1);
            }
        };
        let (progress, stream) = (Progress::default(), stream::iter(targets));
        ask(&self.plan, pace, stream, &self.machine, &progress, told).await;
        drop(face);
        let lines = String::from_utf8(lines.into_inner()).ok()?;
        (whole.get() == chunk.targets.len()).then_some(lines)
    }

    fn manner(&self) -> Manner<'_> {
        Manner {
            run: &self.run,
            style: Style {
                colour: false,
                unicode: true,
                width: 80,
                detail: Detail::Normal,
                redact: false,
            },
            words: &self.words,
            days: Days::default(),
        }
    }
}

/// A file that came with a survey, for as long as it is needed.
struct Placed {
    name: String,
    path: PathBuf,
}

impl Placed {
    fn new(name: &str, text: &str) -> Result<Self, Sentence> {
        // Its name comes from elsewhere, so it says nothing about where it lies.
        let path = std::env::temp_dir().join(format!("mailcheck-{}.pem", once()));
        let placed = Self {
            name: name.to_owned(),
            path,
        };
        let file = File::options()
            .write(true)
            .create_new(true)
            .open(&placed.path);
        let written = file.and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|error| Sentence {
            id: "usage-unwritable",
            args: args! {
                "path" => placed.path.display().to_string(),
                "why" => words::of_file(&error),
            },
        })?;
        Ok(placed)
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        // Where it cannot be removed, it holds nothing that is secret.
        let _ = fs::remove_file(&self.path);
    }
}
