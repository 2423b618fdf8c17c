//! One report, many faces: a renderer a file, each a total function from a report to bytes.

pub mod html;
pub mod json;
pub mod junit;
pub mod layout;
pub mod letter;
pub mod markdown;
pub mod nagios;
pub mod ndjson;
pub mod path;
pub mod prometheus;
pub mod record;
pub mod redact;
pub mod rows;
pub mod sentences;
pub mod settings;
pub mod style;
pub mod text;

use std::io::{self, Write};
use std::time::Duration;

use crate::facts::{Facts, Vantage};
use crate::finding::{Finding, Verdict};
use crate::words::Words;

/// Everything a renderer shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The version of mailcheck.
    pub version: &'static str,
    /// The machine's clock at the start, Unix time in seconds.
    pub started_at: i64,
    /// How long the run took.
    pub elapsed: Duration,
    /// From where.
    pub vantage: Vantage,
    /// In the order of the command line.
    pub targets: Vec<TargetReport>,
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

/// The faces of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// For the terminal.
    Text,
    /// For programs; the schema is published.
    Json,
    /// For programs that read a line at a time.
    Ndjson,
    /// For tickets.
    Markdown,
    /// For a browser, and for paper.
    Html,
    /// For what shows test results.
    Junit,
    /// For Nagios, Icinga and their kin, with the limits for certificates.
    Nagios(nagios::Days),
    /// For Prometheus, by way of the `node_exporter`.
    Prometheus,
    /// A request to whoever can put the first fault right (`--letter`).
    Letter,
}

/// Writes `report` as `format`. The error is that of `out`.
pub fn render(
    report: &Report,
    format: Format,
    style: Style,
    words: &Words,
    out: &mut (impl Write + ?Sized),
) -> io::Result<()> {
    match format {
        Format::Text => text::render(report, style, words, out),
        Format::Json => json::render(report, words, out),
        Format::Ndjson => ndjson::render(report, words, out),
        Format::Markdown => markdown::render(report, style, words, out),
        Format::Html => html::render(report, style, words, out),
        Format::Junit => junit::render(report, words, out),
        Format::Nagios(days) => nagios::render(report, days, style, words, out),
        Format::Prometheus => prometheus::render(report, out),
        Format::Letter => letter::render(report, style, words, out),
    }
}

impl Report {
    /// The worst verdict of all targets.
    pub fn verdict(&self) -> Verdict {
        worst(&self.targets)
    }
}

/// The worst verdict of `targets`.
fn worst(targets: &[TargetReport]) -> Verdict {
    let verdicts = targets.iter().map(|target| target.verdict);
    verdicts.max().unwrap_or(Verdict::Ok)
}
