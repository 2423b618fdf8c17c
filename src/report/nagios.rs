//! What Nagios, Icinga and their kin read: one line, performance data behind a bar, and more lines below.
//!
//! The Monitoring Plugins Development Guidelines: <https://www.monitoring-plugins.org/doc/guidelines.html>, sections 2.6
//! (performance data) and 3 (plugin return codes).

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};

use super::face::{Face, Manner};
use super::rows::{self, Outcome};
use super::sentences::{self, one_line};
use super::{Detail, Run, Style, Summary, TargetReport, path};
use crate::args;
use crate::escape::{plain_ascii, terminal};
use crate::facts::{Check, Facts};
use crate::finding::{Finding, FindingId, Severity, Verdict};
use crate::words::Words;

const DAY: i64 = 86_400;

/// How many days before its end a certificate changes the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// Fewer are a warning.
    pub warning: u16,
    /// Fewer are critical; at most as many as `warning`.
    pub critical: u16,
}

/// The verdict about `target` for a monitoring system: its own, but with these limits for certificates in place of the
/// usual one.
pub fn verdict(run: &Run, target: &TargetReport, days: Days) -> Verdict {
    let others = target.findings.iter().filter(|finding| !is_expiry(finding));
    let certificates = own(&target.facts).filter_map(|check| days_left(run, check));
    let certificates = certificates.map(|left| days.verdict(left)).max();
    Verdict::of(others).max(certificates.unwrap_or(Verdict::Ok))
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
    verdict: Verdict,
    conclusion: String,
    data: Vec<Datum>,
    lines: String,
}

/// A label, which stands behind the target where there are several, and what is behind it.
struct Datum {
    target: String,
    label: String,
    suffix: &'static str,
    value: String,
}

impl<'a> NagiosFace<'a> {
    /// Begins a report.
    pub fn new(manner: Manner<'a>) -> Self {
        let Manner {
            run,
            style,
            words,
            days,
        } = manner;
        Self {
            plugin: Plugin {
                words,
                style,
                run,
                days,
            },
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
        self.worst = self.worst.max(verdict(plugin.run, target, plugin.days));
        let mut lines = String::new();
        if plugin.style.detail != Detail::Verdict {
            plugin.target(&mut lines, target);
        }
        let shown = Shown {
            verdict: target.verdict,
            conclusion: plugin.conclusion(target),
            data: plugin.performance(target),
            lines,
        };
        self.targets.insert(place, shown);
        Ok(())
    }

    fn end(&mut self, _summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(self.first_line().as_bytes())?;
        for target in self.targets.values() {
            out.write_all(target.lines.as_bytes())?;
        }
        Ok(())
    }
}

impl NagiosFace<'_> {
    fn first_line(&self) -> String {
        let (state, _) = state(self.worst);
        let mut targets: Vec<&Shown> = self.targets.values().collect();
        // The line is cut where it is too long for a pager; the worst shall be before that.
        targets.sort_by_key(|target| Reverse(target.verdict));
        let conclusions: Vec<&str> = targets.iter().map(|one| one.conclusion.as_str()).collect();
        let mut line = format!(
            "MAILCHECK {state} - {}",
            conclusions.join(&self.plugin.words.plain("between-clauses"))
        );
        let data = self.performance();
        if !data.is_empty() {
            line.push_str(" | ");
            line.push_str(&data.join(" "));
        }
        line.push('\n');
        line
    }

    /// The data of every target, each label once.
    fn performance(&self) -> Vec<String> {
        let several = self.targets.len() > 1;
        let mut seen = BTreeSet::new();
        let mut data = Vec::new();
        for datum in self.targets.values().flat_map(|target| &target.data) {
            let Datum {
                target,
                label,
                suffix,
                value,
            } = datum;
            let label = if several {
                format!("{target}_{label}{suffix}")
            } else {
                format!("{label}{suffix}")
            };
            if seen.insert(label.clone()) {
                data.push(format!("'{label}'={value}"));
            }
        }
        data
    }
}

/// The one line for a run that came to nothing: what stood in the way.
pub fn unknown(sentence: &str) -> String {
    format!("MAILCHECK UNKNOWN - {}\n", safe(sentence))
}

impl Default for Days {
    fn default() -> Self {
        Self {
            warning: 14,
            critical: 3,
        }
    }
}

impl Days {
    fn verdict(self, left: i64) -> Verdict {
        if left < i64::from(self.critical) {
            Verdict::Failed
        } else if left < i64::from(self.warning) {
            Verdict::Warning
        } else {
            Verdict::Ok
        }
    }
}

struct Plugin<'a> {
    words: &'a Words,
    style: Style,
    run: &'a Run,
    days: Days,
}

impl Plugin<'_> {
    /// The worst finding, unless the limits for certificates say more.
    fn conclusion(&self, target: &TargetReport) -> String {
        let others = target.findings.iter().filter(|finding| !is_expiry(finding));
        let others: Vec<Finding> = others.cloned().collect();
        let verdict = Verdict::of(&others);
        let ending = own(&target.facts)
            .filter_map(|check| days_left(self.run, check))
            .min()
            .filter(|left| self.days.verdict(*left) > verdict);
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

    /// `'LABEL'=VALUE[UNIT];[WARNING];[CRITICAL];[MINIMUM]`. `U` is the value that could not be had.
    fn performance(&self, target: &TargetReport) -> Vec<Datum> {
        let mut data = Vec::new();
        for check in own(&target.facts) {
            let Some(label) = label(check) else {
                continue;
            };
            let time = match Outcome::of(check) {
                Outcome::Ok => format!("{:.3}s", rows::elapsed(check).as_secs_f64()),
                Outcome::Failed => "U".to_owned(),
                Outcome::Skipped => continue,
            };
            let mut push = |suffix, value| {
                data.push(Datum {
                    target: target.facts.target.host.to_string(),
                    label: label.clone(),
                    suffix,
                    value,
                });
            };
            push("", format!("{time};;;0"));
            if let Some(left) = days_left(self.run, check) {
                let Days { warning, critical } = self.days;
                // `14:` is alarmed at by what is below 14.
                push("_days", format!("{left};{warning}:;{critical}:"));
            }
        }
        data
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
        let text = safe(text);
        if self.style.unicode {
            text
        } else {
            plain_ascii(&text)
        }
    }
}

/// The checks that were asked for.
fn own(facts: &Facts) -> impl Iterator<Item = &Check> {
    facts.checks.iter().filter(|check| !check.context)
}

/// Whole days until the first certificate of a chain ends; negative where it has.
fn days_left(run: &Run, check: &Check) -> Option<i64> {
    let end = check.tls.as_ref()?.first_end()?;
    Some((end - run.started_at).div_euclid(DAY))
}

/// Whether `finding` is the one that the limits for certificates stand in for.
fn is_expiry(finding: &Finding) -> bool {
    finding.id == FindingId::CertificateExpiring
}

/// `smtp_192.0.2.1`, with the port where it is not the usual one.
fn label(check: &Check) -> Option<String> {
    let address = check.address?;
    let service = check.endpoint.service;
    let mut label = format!("{}_{address}", service.name());
    if check.endpoint.port != service.port() {
        let _ = write!(label, "_{}", check.endpoint.port);
    }
    Some(label)
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
        let verdicts = [15, 14, 13, 3, 2, 0, -1].map(|left| days.verdict(left));
        assert_eq!(verdicts, [Ok, Ok, Warning, Warning, Failed, Failed, Failed]);
    }
}
