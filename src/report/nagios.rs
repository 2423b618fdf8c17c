//! What Nagios, Icinga and their kin read: one line, performance data behind a bar, and more lines below.
//!
//! The Monitoring Plugins Development Guidelines: <https://www.monitoring-plugins.org/doc/guidelines.html>, sections 2.6
//! (performance data) and 3 (plugin return codes).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::time::Duration;

use super::face::{Face, Manner};
use super::rows::{self, Outcome};
use super::sentences::{self, one_line};
use super::{Detail, Style, Summary, TargetReport, path};
use crate::args;
pub use crate::diagnose::expiry::Days;
use crate::diagnose::expiry::{days_left, is_expiry};
use crate::escape::{as_shown, terminal, truncate};
use crate::facts::{Check, Facts};
use crate::finding::{Finding, Severity, Verdict};
use crate::words::Words;

/// The verdict about `target` for a monitoring system: its own, but with these limits for certificates in place of the
/// usual one.
pub fn verdict(target: &TargetReport, days: Days) -> Verdict {
    days.verdict(&target.facts, &target.findings)
}

/// The state that stands for a verdict, and the exit code that goes with it.
pub const fn state(verdict: Verdict) -> (&'static str, u8) {
    match verdict {
        Verdict::Ok => ("OK", 0),
        Verdict::Warning => ("WARNING", 1),
        Verdict::Failed => ("CRITICAL", 2),
        Verdict::Inconclusive => ("UNKNOWN", 3),
    }
}

/// The report for a monitoring system. Its first line is about all targets, so it is written at the end.
pub struct NagiosFace<'a> {
    plugin: Plugin<'a>,
    worst: Verdict,
    targets: BTreeMap<usize, Shown>,
}

/// What is printed of a target.
struct Shown {
    name: String,
    verdict: Verdict,
    conclusion: String,
    data: Vec<(String, String)>,
    lines: String,
    /// Lines that were not kept, for all of the output has no room for them.
    left_out: usize,
}

/// Plugins are cut at 8 KiB, wherever that is.
const OUTPUT_MAX: usize = 8 * 1024;

/// How much of it the conclusions may take, and the performance data.
const CONCLUSIONS_MAX: usize = 1024;
const DATA_MAX: usize = 3 * 1024;

impl<'a> NagiosFace<'a> {
    /// Begins a report.
    pub fn new(manner: Manner<'a>) -> Self {
        let Manner {
            style, words, days, ..
        } = manner;
        Self {
            plugin: Plugin { words, style, days },
            worst: Verdict::Ok,
            targets: BTreeMap::new(),
        }
    }
}

impl Face for NagiosFace<'_> {
    fn target(
        &mut self,
        place: usize,
        target: &TargetReport,
        _out: &mut dyn Write,
    ) -> io::Result<()> {
        let plugin = &self.plugin;
        self.worst = self.worst.max(verdict(target, plugin.days));
        let mut lines = String::new();
        if plugin.style.detail != Detail::Verdict {
            plugin.target(&mut lines, target);
        }
        let left_out = cut(&mut lines);
        let shown = Shown {
            name: target.facts.target.host.to_string(),
            verdict: target.verdict,
            conclusion: plugin.conclusion(target),
            data: plugin.performance(target),
            lines,
            left_out,
        };
        self.targets.insert(place, shown);
        Ok(())
    }

    fn end(&mut self, _summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        let mut text = self.first_line();
        let mut left_out: usize = self.targets.values().map(|target| target.left_out).sum();
        let mut is_full = false;
        for line in self
            .targets
            .values()
            .flat_map(|target| target.lines.lines())
        {
            // Room for the line that tells how many are left out.
            is_full |= text.len() + line.len() + 80 > OUTPUT_MAX;
            if is_full {
                left_out += 1;
            } else {
                text.push_str(line);
                text.push('\n');
            }
        }
        if left_out > 0 {
            let args = args! { "count" => sentences::count(left_out) };
            let line = self.plugin.words.text("nagios-more", &args);
            self.plugin.line(&mut text, &line);
        }
        out.write_all(text.as_bytes())
    }
}

impl NagiosFace<'_> {
    fn first_line(&self) -> String {
        let (state, _) = state(self.worst);
        let mut targets: Vec<&Shown> = self.targets.values().collect();
        // The worst shall be before what is cut.
        targets.sort_by_key(|target| Reverse(target.verdict));
        let conclusions: Vec<&str> = targets.iter().map(|one| one.conclusion.as_str()).collect();
        let conclusions = conclusions.join(&self.plugin.words.plain("between-clauses"));
        let mut line = format!(
            "MAILCHECK {state} - {}",
            truncate(&conclusions, CONCLUSIONS_MAX)
        );
        let data = self.performance();
        if !data.is_empty() {
            line.push_str(" | ");
            line.push_str(&data);
        }
        line.push('\n');
        line
    }

    /// The data of every target, each label once, behind its target where there are several: as much as there is room for.
    fn performance(&self) -> String {
        let several = self.targets.len() > 1;
        let mut seen = BTreeSet::new();
        let mut data = String::new();
        for target in self.targets.values() {
            for (label, value) in &target.data {
                let label = if several {
                    format!("{}_{label}", target.name)
                } else {
                    label.clone()
                };
                let datum = format!("'{label}'={value}");
                if data.len() + datum.len() >= DATA_MAX || !seen.insert(label) {
                    continue;
                }
                if !data.is_empty() {
                    data.push(' ');
                }
                data.push_str(&datum);
            }
        }
        data
    }
}

/// The one line for a run that came to nothing: what stood in the way.
pub fn unknown(sentence: &str) -> String {
    format!("MAILCHECK UNKNOWN - {}\n", safe(sentence))
}

struct Plugin<'a> {
    words: &'a Words,
    style: Style,
    days: Days,
}

impl Plugin<'_> {
    /// The worst finding, unless the limits for certificates say more.
    fn conclusion(&self, target: &TargetReport) -> String {
        let others = target.findings.iter().filter(|finding| !is_expiry(finding));
        let others: Vec<Finding> = others.cloned().collect();
        let verdict = Verdict::of(&others);
        let ending = own(&target.facts)
            .filter_map(|check| days_left(&target.facts, check))
            .min()
            .filter(|left| self.days.of_end(*left) > verdict);
        if let Some(left) = ending {
            let name = sentences::target_name(self.words, &target.facts, self.style.unicode);
            let days = i32::try_from(left).unwrap_or(i32::MAX);
            let args = args! { "name" => name, "days" => days, "ended" => if left < 0 { "yes" } else { "no" } };
            return self.safe(&self.words.text("nagios-certificate", &args));
        }
        let target = TargetReport {
            findings: others,
            verdict,
            ..target.clone()
        };
        self.safe(&sentences::conclusion(
            self.words,
            &target,
            self.style.unicode,
        ))
    }

    /// Labels with `VALUE[UNIT];[WARNING];[CRITICAL];[MINIMUM]`: the time of each service, that of its slowest address, and
    /// the days of the certificate that ends first. `U` is the value that could not be had.
    fn performance(&self, target: &TargetReport) -> Vec<(String, String)> {
        let facts = &target.facts;
        let mut times: Vec<(String, Option<Duration>)> = Vec::new();
        for check in own(facts).filter(|check| check.address.is_some()) {
            let time = match Outcome::of(check) {
                Outcome::Ok => Some(rows::elapsed(check)),
                Outcome::Failed => None,
                Outcome::Skipped => continue,
            };
            let label = label(facts, check);
            match times.iter_mut().find(|(known, _)| *known == label) {
                Some((_, slowest)) => *slowest = slowest.zip(time).map(|(one, two)| one.max(two)),
                None => times.push((label, time)),
            }
        }
        let times = times.into_iter().map(|(label, time)| {
            let time = time.map_or_else(
                || "U".to_owned(),
                |time| format!("{:.3}s", time.as_secs_f64()),
            );
            (label, format!("{time};;;0"))
        });
        let days = own(facts).filter_map(|check| days_left(facts, check));
        let days = days.min().map(|left| {
            let Days { warning, critical } = self.days;
            // `14:` is alarmed at by what is below 14.
            ("days".to_owned(), format!("{left};{warning}:;{critical}:"))
        });
        times.chain(days).collect()
    }

    fn target(&self, text: &mut String, target: &TargetReport) {
        let facts = &target.facts;
        let every = self.style.detail == Detail::Everything;
        for row in rows::rows(self.words, facts, every) {
            let host = facts.hosts.get(row.host);
            let outcome = self.words.plain(&format!("outcome-{}", row.outcome.name()));
            let args = args! {
                "service" => rows::service_name(self.words, &row),
                "port" => Some(rows::port(&row)).filter(|port| !port.is_empty()).unwrap_or_else(|| "none".to_owned()),
                "host" => host.map(|host| host.display.clone()).unwrap_or_default(),
                "address" => rows::place(self.words, &row),
                "outcome" => outcome,
                "details" => row.details,
            };
            self.line(text, &self.words.text("nagios-check", &args));
        }
        for finding in &target.findings {
            self.finding(text, facts, finding);
        }
    }

    fn finding(&self, text: &mut String, facts: &Facts, finding: &Finding) {
        let args = args! {
            "severity" => sentences::severity(self.words, finding.severity),
            "title" => sentences::title(self.words, finding),
        };
        self.line(text, &self.words.text("found-line", &args));
        if finding.severity == Severity::Info {
            return;
        }
        let owner = args! { "owner" => sentences::owner_of(self.words, finding) };
        self.line(text, &self.words.text("found-owner", &owner));
        for sweep in path::of_finding(facts, finding) {
            let args = path::line_args(self.words, sweep);
            self.line(text, &self.words.text("path-line", &args));
        }
        for step in &finding.next_steps {
            let step = sentences::sentence(self.words, step);
            self.line(text, &format!("- {step}"));
        }
    }

    fn line(&self, text: &mut String, line: &str) {
        text.push_str(&self.safe(line));
        text.push('\n');
    }

    fn safe(&self, text: &str) -> String {
        as_shown(safe(text), self.style.unicode)
    }
}

/// The checks that were asked for.
fn own(facts: &Facts) -> impl Iterator<Item = &Check> {
    facts.checks.iter().filter(|check| !check.context)
}

/// `smtp`, with the port where it is not the usual one, and with the host where there are several.
fn label(facts: &Facts, check: &Check) -> String {
    let service = check.endpoint.service;
    let mut label = service.name().to_owned();
    if check.endpoint.port != service.port() {
        let _ = write!(label, "_{}", check.endpoint.port);
    }
    if facts.hosts.len() > 1
        && let Some(host) = facts.hosts.get(check.host)
    {
        let _ = write!(label, "_{}", host.name);
    }
    label
}

/// Leaves as many whole lines as all of the output could hold, and counts the others.
fn cut(lines: &mut String) -> usize {
    let mut kept = 0;
    let mut left_out = 0;
    for line in lines.split_inclusive('\n') {
        if left_out > 0 || kept + line.len() > OUTPUT_MAX {
            left_out += 1;
        } else {
            kept += line.len();
        }
    }
    lines.truncate(kept);
    left_out
}

/// One line without a bar: what is behind a bar is read as performance data.
fn safe(text: &str) -> String {
    terminal(one_line(text)).replace('|', "\\x7c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_stays_on_its_line_and_before_the_bar() {
        assert_eq!(safe("a | b=1\nc"), "a \\x7c b=1 c");
        assert_eq!(unknown("no\nway"), "MAILCHECK UNKNOWN - no way\n");
    }

    #[test]
    fn fewer_days_than_the_limit_are_too_few() {
        use Verdict::{Failed, Ok, Warning};
        let days = Days {
            warning: 14,
            critical: 3,
        };
        let verdicts = [15, 14, 13, 3, 2, 0, -1].map(|left| days.of_end(left));
        assert_eq!(verdicts, [Ok, Ok, Warning, Warning, Failed, Failed, Failed]);
    }
}
