//! The formats: one table, out of which come the argument of `--format`, the endings of files, what is said of both, and
//! the faces.

use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::face::{Face, Manner};
use super::html::HtmlFace;
use super::json::JsonFace;
use super::junit::JunitFace;
use super::letter::LetterFace;
use super::markdown::MarkdownFace;
use super::nagios::NagiosFace;
use super::ndjson::NdjsonFace;
use super::prometheus::PrometheusFace;
use super::text::TextFace;

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
    /// For Nagios, Icinga and their kin.
    Nagios,
    /// For Prometheus, by way of the `node_exporter`.
    Prometheus,
    /// A request to whoever can put the first fault right (`--letter`).
    Letter,
}

/// All there is to know of a format.
struct Row {
    format: Format,
    /// For `--format`.
    name: &'static str,
    /// Of file names, without the dot; the first is the one to name.
    endings: &'static [&'static str],
    /// What it is for, behind its name.
    purpose: &'static str,
    /// Whether it is made to be handed on, so that `--redact` means something.
    handed_on: bool,
    begin: for<'a> fn(Manner<'a>) -> Box<dyn Face + 'a>,
}

/// Every format, in the order in which they are named.
const FORMATS: [Row; 9] = [
    Row {
        format: Format::Text,
        name: "text",
        endings: &["txt"],
        purpose: "for people",
        handed_on: false,
        begin: |manner| Box::new(TextFace::new(manner)),
    },
    Row {
        format: Format::Json,
        name: "json",
        endings: &["json"],
        purpose: "for programs",
        handed_on: false,
        begin: |manner| Box::new(JsonFace::new(manner)),
    },
    Row {
        format: Format::Ndjson,
        name: "ndjson",
        endings: &["ndjson", "jsonl"],
        purpose: "(a line a target) for programs",
        handed_on: false,
        begin: |manner| Box::new(NdjsonFace::new(manner)),
    },
    Row {
        format: Format::Markdown,
        name: "markdown",
        endings: &["md", "markdown"],
        purpose: "for tickets",
        handed_on: true,
        begin: |manner| Box::new(MarkdownFace::new(manner)),
    },
    Row {
        format: Format::Html,
        name: "html",
        endings: &["html", "htm"],
        purpose: "for a browser",
        handed_on: true,
        begin: |manner| Box::new(HtmlFace::new(manner)),
    },
    Row {
        format: Format::Junit,
        name: "junit",
        endings: &["xml"],
        purpose: "for CI",
        handed_on: false,
        begin: |manner| Box::new(JunitFace::new(manner)),
    },
    Row {
        format: Format::Nagios,
        name: "nagios",
        endings: &[],
        purpose: "for monitoring",
        handed_on: false,
        begin: |manner| Box::new(NagiosFace::new(manner)),
    },
    Row {
        format: Format::Prometheus,
        name: "prometheus",
        endings: &["prom"],
        purpose: "for metrics",
        handed_on: false,
        begin: |manner| Box::new(PrometheusFace::new(manner)),
    },
    Row {
        format: Format::Letter,
        name: "letter",
        endings: &[],
        purpose: "for whoever can fix it",
        handed_on: true,
        begin: |manner| Box::new(LetterFace::new(manner)),
    },
];

impl Format {
    /// Every format, in the order in which they are named.
    pub fn all() -> impl Iterator<Item = Self> {
        FORMATS.iter().map(|row| row.format)
    }

    /// The format whose files end like this, without the dot.
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_ascii_lowercase();
        let row = FORMATS.iter();
        let mut rows = row.filter(|row| row.endings.contains(&ending.as_str()));
        rows.next().map(|row| row.format)
    }

    /// The name for `--format`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Whether it is made to be handed on, so that `--redact` means something.
    pub fn is_handed_on(self) -> bool {
        self.row().handed_on
    }

    /// Begins the face.
    pub fn begin<'a>(self, manner: Manner<'a>) -> Box<dyn Face + 'a> {
        (self.row().begin)(manner)
    }

    fn row(self) -> &'static Row {
        // Each format has its row: a test holds it.
        let row = FORMATS.iter().find(|row| row.format == self);
        row.unwrap_or(&FORMATS[0])
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [Format; FORMATS.len()] = {
            let mut all = [Format::Text; FORMATS.len()];
            let mut place = 0;
            while place < FORMATS.len() {
                all[place] = FORMATS[place].format;
                place += 1;
            }
            all
        };
        &ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// The help of `--format`: "text for people, json for programs, …".
pub fn names_for_help() -> String {
    let names = FORMATS.iter();
    let names: Vec<String> = names
        .map(|row| format!("{} {}", row.name, row.purpose))
        .collect();
    enumerated(&names, "and")
}

/// The endings of files, for help: ".txt, .json, … or .prom".
pub fn endings_for_help() -> String {
    enumerated(&endings(), "or")
}

/// The endings of files: ".txt", ".xml (junit)".
pub fn endings() -> Vec<String> {
    FORMATS
        .iter()
        .filter_map(|row| {
            let ending = row.endings.first()?;
            // An ending that does not say its format has it beside it.
            let same = ending.starts_with(row.name.get(..1)?);
            Some(if same {
                format!(".{ending}")
            } else {
                format!(".{ending} ({})", row.name)
            })
        })
        .collect()
}

fn enumerated(items: &[String], last: &str) -> String {
    match items {
        [others @ .., end] if !others.is_empty() => format!("{} {last} {end}", others.join(", ")),
        few => few.concat(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_format_has_one_row_and_every_name_and_ending_is_one_s_own() {
        for format in Format::all() {
            assert_eq!(format.row().format, format);
        }
        let names: BTreeSet<&str> = FORMATS.iter().map(|row| row.name).collect();
        assert_eq!(names.len(), FORMATS.len());
        let endings: Vec<&str> = FORMATS
            .iter()
            .flat_map(|row| row.endings)
            .copied()
            .collect();
        let once: BTreeSet<&str> = endings.iter().copied().collect();
        assert_eq!(once.len(), endings.len());
        for ending in endings {
            assert!(
                endings_for_help().contains(ending)
                    || ["jsonl", "markdown", "htm"].contains(&ending)
            );
        }
    }

    #[test]
    fn help_names_what_the_table_holds() {
        assert!(names_for_help().starts_with("text for people, json for programs, "));
        assert_eq!(
            endings_for_help(),
            ".txt, .json, .ndjson, .md, .html, .xml (junit) or .prom"
        );
    }
}
