//! One run, many faces: a face a file. It is begun, given each target as that is done, and ended with what all come to.

pub mod delivery;
pub mod face;
pub mod format;
pub mod html;
pub mod json;
pub mod junit;
pub mod layout;
pub mod letter;
pub mod logins;
pub mod markdown;
pub mod nagios;
pub mod ndjson;
pub mod path;
pub mod prometheus;
mod reasons;
pub mod record;
pub mod redact;
pub mod rows;
pub mod sender;
pub mod sentences;
pub mod settings;
pub mod style;
pub mod text;

use std::io::{self, Write};
use std::time::Duration;

use crate::facts::{Facts, Vantage};
use crate::finding::{Finding, Verdict};
use crate::words::Words;

pub use face::{Face, Manner};
pub use format::Format;

/// What is the same for every target of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The version of mailcheck.
    pub version: &'static str,
    /// The machine's clock at the start, Unix time in seconds.
    pub started_at: i64,
    /// From where.
    pub vantage: Vantage,
    /// What the options come to, in short, where it is to be known again.
    pub options: Option<String>,
}

/// One target: what was seen, what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetReport {
    /// What was seen.
    pub facts: Facts,
    /// What it means, worst first.
    pub findings: Vec<Finding>,
    /// In one word.
    pub verdict: Verdict,
    /// How long the run had taken when this was known.
    pub elapsed: Duration,
}

impl TargetReport {
    /// Whether it was cut short, or somebody was not asked: a run that is gone on with asks again.
    pub fn is_unfinished(&self) -> bool {
        self.facts.interrupted || self.facts.rest.is_some()
    }
}

/// What all targets come to, known when the last of them is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many targets there were.
    pub targets: usize,
    /// How many of them work, perhaps with warnings.
    pub working: usize,
    /// The worst verdict of all.
    pub verdict: Verdict,
    /// How long the run took.
    pub elapsed: Duration,
}

/// A whole run in memory, for whoever has all of its targets at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What is the same for every target.
    pub run: Run,
    /// How long it took.
    pub elapsed: Duration,
    /// In the order of the command line.
    pub targets: Vec<TargetReport>,
}

/// How text is laid out, for whatever is read by a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether colours are wanted. Colour never carries anything alone.
    pub colour: bool,
    /// Whether the reader's locale is UTF-8; plain ASCII otherwise.
    pub unicode: bool,
    /// Columns, 40 at least.
    pub width: usize,
    /// How much to show.
    pub detail: Detail,
    /// Hide public addresses too (markdown, html, letter).
    pub redact: bool,
}

/// How much to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// The verdict line alone (`-q`).
    Verdict,
    /// The table, the findings, the settings.
    Normal,
    /// The dialogues and every DNS exchange too (`-v`).
    Everything,
}

/// Writes `report` as `format`. The error is that of `out`.
pub fn render(
    report: &Report,
    format: Format,
    style: Style,
    words: &Words,
    out: &mut (impl Write + ?Sized),
) -> io::Result<()> {
    let manner = Manner {
        run: &report.run,
        style,
        words,
        days: nagios::Days::default(),
    };
    // A reference to whatever it is has a size of its own.
    let mut out = out;
    let mut face = format.begin(manner);
    for (place, target) in report.targets.iter().enumerate() {
        face.target(place, target, &mut out)?;
    }
    face.end(&report.summary(), &mut out)
}

impl Report {
    /// What its targets come to.
    pub fn summary(&self) -> Summary {
        let mut summary = Summary::default();
        for target in &self.targets {
            summary.add(target.verdict);
        }
        summary.elapsed = self.elapsed;
        summary
    }
}

impl Default for Summary {
    fn default() -> Self {
        Self {
            targets: 0,
            working: 0,
            verdict: Verdict::Ok,
            elapsed: Duration::ZERO,
        }
    }
}

impl Summary {
    /// Counts one more target.
    pub fn add(&mut self, verdict: Verdict) {
        self.targets += 1;
        self.working += usize::from(verdict <= Verdict::Warning);
        self.verdict = self.verdict.max(verdict);
    }
}
