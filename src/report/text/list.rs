//! What a person reads of a long list: a line a target, and at the end what all of them come to.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::time::Duration;

use super::Page;
use crate::args;
use crate::escape::terminal;
use crate::facts::Facts;
use crate::finding::{FindingId, Severity, Verdict};
use crate::report::{Summary, TargetReport, sentences};

/// Targets of a list that are told of in full. Of more, nobody reads more than a line each.
const FEW: usize = 10;
/// Targets that took longest and are named at the end, where they took as long as a person notices.
const SLOWEST: usize = 5;
const SLOW: Duration = Duration::from_secs(1);
/// Findings that are named at the end.
const FREQUENT: usize = 10;

/// From the first step of its checks to the end of the last.
fn took(facts: &Facts) -> Duration {
    let steps = || facts.checks.iter().flat_map(|check| &check.steps);
    let first = steps().map(|step| step.at).min();
    let last = steps().map(|step| step.at + step.elapsed).max();
    last.zip(first)
        .map_or(Duration::ZERO, |(last, first)| last.saturating_sub(first))
}

/// The targets of a list.
#[derive(Default)]
pub(super) struct Listed {
    /// Whether there are so many that each has a line.
    is_long: bool,
    /// Those that may stay few, by their places.
    few: BTreeMap<usize, Short>,
    verdicts: BTreeMap<Verdict, usize>,
    findings: BTreeMap<FindingId, usize>,
    /// Those that took longest, the slowest first.
    slowest: Vec<(Duration, String)>,
}

/// A target of a list that may stay a short one.
pub(super) struct Short {
    /// All about it.
    pub(super) block: String,
    /// It in a line.
    line: String,
    /// What is not well, for the end of the report.
    pub(super) trouble: Option<String>,
}

impl Listed {
    /// Takes in a target of a list.
    pub(super) fn add(
        &mut self,
        place: usize,
        target: &TargetReport,
        page: &Page<'_>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        *self.verdicts.entry(target.verdict).or_default() += 1;
        let serious = target.findings.iter();
        for finding in serious.filter(|finding| finding.severity > Severity::Info) {
            *self.findings.entry(finding.id).or_default() += 1;
        }
        self.add_slow(target);
        let line = page.line(target);
        if self.is_long {
            return out.write_all(line.as_bytes());
        }
        let trouble = (target.verdict > Verdict::Ok).then(|| page.verdict(target));
        let block = page.target(target);
        let short = Short {
            block,
            line,
            trouble,
        };
        self.few.insert(place, short);
        if self.few.len() > FEW {
            self.is_long = true;
            for short in std::mem::take(&mut self.few).into_values() {
                out.write_all(short.line.as_bytes())?;
            }
        }
        Ok(())
    }

    fn add_slow(&mut self, target: &TargetReport) {
        let took = took(&target.facts);
        let place = self.slowest.partition_point(|(other, _)| *other >= took);
        if place < SLOWEST {
            let typed = target.facts.target.typed.clone();
            self.slowest.insert(place, (took, typed));
            self.slowest.truncate(SLOWEST);
        }
    }

    /// The targets of a short list, by their places.
    pub(super) fn few(&mut self) -> BTreeMap<usize, Short> {
        std::mem::take(&mut self.few)
    }

    /// What a long list comes to; empty for a short one.
    pub(super) fn summary(&self, summary: &Summary, page: &Page<'_>) -> String {
        if !self.is_long {
            return String::new();
        }
        let count = |verdict| sentences::count(self.verdicts.get(&verdict).copied().unwrap_or(0));
        let args = args! {
            "ok" => count(Verdict::Ok),
            "warning" => count(Verdict::Warning),
            "inconclusive" => count(Verdict::Inconclusive),
            "failed" => count(Verdict::Failed),
            "seconds" => format!("{:.1}", summary.elapsed.as_secs_f64()),
        };
        format!(
            "\n{}{}{}",
            self.frequent(page),
            self.slow(page),
            page.paragraph(&page.say("list-verdicts", &args))
        )
    }

    /// The targets that took longest.
    fn slow(&self, page: &Page<'_>) -> String {
        let slow = self.slowest.iter();
        let mut slow = slow.filter(|(took, _)| *took >= SLOW).peekable();
        if slow.peek().is_none() {
            return String::new();
        }
        let mut block = page.strong_line("list-slowest");
        for (took, typed) in slow {
            let _ = writeln!(block, "{:>7.1}  {}", took.as_secs_f64(), terminal(typed));
        }
        block + "\n"
    }

    /// The findings that most targets have.
    fn frequent(&self, page: &Page<'_>) -> String {
        let mut findings: Vec<_> = self.findings.iter().collect();
        findings.sort_by_key(|(id, count)| (std::cmp::Reverse(**count), **id));
        if findings.is_empty() {
            return String::new();
        }
        let mut block = page.strong_line("list-frequent");
        for (id, count) in findings.into_iter().take(FREQUENT) {
            let title = page.words.in_general(&format!("finding-{id}"));
            let title = title.unwrap_or_else(|| id.name().to_owned());
            let _ = writeln!(block, "{count:>7}  {title} ({id})");
        }
        block + "\n"
    }
}
