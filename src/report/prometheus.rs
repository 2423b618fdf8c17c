//! Metrics for the textfile collector of Prometheus' `node_exporter`, in the text exposition format 0.0.4.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::time::Duration;

use super::face::{Face, Manner};
use super::rows::Outcome;
use super::{Run, Summary, TargetReport};
use crate::escape::terminal;
use crate::facts::{Check, Tls};
use crate::failure::Stage;
use crate::finding::Verdict;

/// The report as metrics. The samples of a metric stand together, so they are written at the end.
pub struct PrometheusFace<'a> {
    run: &'a Run,
    samples: Vec<Samples>,
}

impl<'a> PrometheusFace<'a> {
    /// Begins a report.
    pub fn new(manner: Manner<'a>) -> Self {
        let samples = FAMILIES.iter().map(|family| Samples {
            name: family.name,
            lines: BTreeMap::new(),
            seen: BTreeSet::new(),
        });
        Self {
            run: manner.run,
            samples: samples.collect(),
        }
    }
}

impl Face for PrometheusFace<'_> {
    fn target(
        &mut self,
        place: usize,
        target: &TargetReport,
        _out: &mut dyn Write,
    ) -> io::Result<()> {
        let measured = Measured {
            run: self.run,
            target,
            place,
        };
        for (family, samples) in FAMILIES.iter().zip(&mut self.samples) {
            (family.fill)(measured, samples);
        }
        Ok(())
    }

    fn end(&mut self, _summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        for (Family { name, help, .. }, samples) in FAMILIES.iter().zip(&self.samples) {
            if samples.lines.is_empty() {
                continue;
            }
            write!(out, "# HELP {name} {help}\n# TYPE {name} gauge\n")?;
            for lines in samples.lines.values() {
                out.write_all(lines.as_bytes())?;
            }
        }
        Ok(())
    }
}

/// A target, and what belongs to it in a run.
#[derive(Clone, Copy)]
struct Measured<'a> {
    run: &'a Run,
    target: &'a TargetReport,
    place: usize,
}

/// A metric: every sample of it stands together.
struct Family {
    name: &'static str,
    help: &'static str,
    fill: fn(Measured<'_>, &mut Samples),
}

/// The metrics. Their help is the same in every language: the collector drops metrics that two files explain differently.
const FAMILIES: [Family; 9] = [
    Family {
        name: "mailcheck_info",
        help: "The version of mailcheck that checked the target.",
        fill: info,
    },
    Family {
        name: "mailcheck_run_timestamp_seconds",
        help: "Unix time at which the run began.",
        fill: run_timestamp,
    },
    Family {
        name: "mailcheck_run_duration_seconds",
        help: "How long the run took.",
        fill: run_duration,
    },
    Family {
        name: "mailcheck_verdict",
        help: "1 for the verdict that holds for the target, 0 for the others.",
        fill: verdict,
    },
    Family {
        name: "mailcheck_up",
        help: "1 where everything worked that was asked of the service at this address, 0 where something failed.",
        fill: up,
    },
    Family {
        name: "mailcheck_stage_seconds",
        help: "How long a stage of the check took; what was done twice is added up.",
        fill: stages,
    },
    Family {
        name: "mailcheck_certificate_not_after_seconds",
        help: "Unix time at which the first certificate of the chain ends.",
        fill: not_after,
    },
    Family {
        name: "mailcheck_failure",
        help: "1 for the stage at which the check failed, with the class of the failure.",
        fill: failure,
    },
    Family {
        name: "mailcheck_finding",
        help: "1 for each finding about the target.",
        fill: findings,
    },
];

fn info(measured: Measured<'_>, samples: &mut Samples) {
    let version = ("version", measured.run.version);
    samples.push(measured, &[measured.label(), version], 1);
}

fn run_timestamp(measured: Measured<'_>, samples: &mut Samples) {
    samples.push(measured, &[measured.label()], measured.run.started_at);
}

fn run_duration(measured: Measured<'_>, samples: &mut Samples) {
    let elapsed = seconds(measured.target.elapsed);
    samples.push(measured, &[measured.label()], elapsed);
}

fn verdict(measured: Measured<'_>, samples: &mut Samples) {
    for one in Verdict::ALL {
        let labels = [measured.label(), ("verdict", one.name())];
        let holds = u8::from(one == measured.target.verdict);
        samples.push(measured, &labels, holds);
    }
}

fn up(measured: Measured<'_>, samples: &mut Samples) {
    measured.each_check(|labels, check| {
        let up = match Outcome::of(check) {
            Outcome::Ok => 1,
            Outcome::Failed => 0,
            Outcome::Skipped => return,
        };
        samples.push(measured, labels, up);
    });
}

fn stages(measured: Measured<'_>, samples: &mut Samples) {
    measured.each_check(|labels, check| {
        for stage in Stage::ALL {
            let steps = check.steps.iter().filter(|step| step.stage == stage);
            let steps: Vec<Duration> = steps.map(|step| step.elapsed).collect();
            if !steps.is_empty() {
                let labels = [labels, &[("stage", stage.name())]].concat();
                samples.push(measured, &labels, seconds(steps.iter().sum()));
            }
        }
    });
}

fn not_after(measured: Measured<'_>, samples: &mut Samples) {
    measured.each_check(|labels, check| {
        if let Some(end) = check.tls.as_ref().and_then(Tls::first_end) {
            samples.push(measured, labels, end);
        }
    });
}

fn failure(measured: Measured<'_>, samples: &mut Samples) {
    measured.each_check(|labels, check| {
        if let Some(failure) = &check.failure {
            let what = [
                ("stage", failure.stage.name()),
                ("class", failure.class.reported()),
            ];
            samples.push(measured, &[labels, &what].concat(), 1);
        }
    });
}

fn findings(measured: Measured<'_>, samples: &mut Samples) {
    for finding in &measured.target.findings {
        let labels = [
            measured.label(),
            ("id", finding.id.name()),
            ("owner", finding.owner.name()),
            ("severity", finding.severity.name()),
        ];
        samples.push(measured, &labels, 1);
    }
}

impl<'a> Measured<'a> {
    /// The target as a label. Even what is the same for all of them has it: a second run writes a second file, and the
    /// collector drops both where a series stands in both.
    fn label(self) -> (&'static str, &'a str) {
        ("target", &self.target.facts.target.typed)
    }

    /// Every check that was asked for, with the labels that tell it from the others.
    fn each_check(self, mut use_it: impl FnMut(&[(&'static str, &str)], &Check)) {
        let facts = &self.target.facts;
        for check in facts.checks.iter().filter(|check| !check.context) {
            let host = facts.hosts.get(check.host).map(|host| host.name.as_str());
            let address = check.address.map(|address| address.to_string());
            let port = check.endpoint.port.to_string();
            let labels = [
                self.label(),
                ("host", host.unwrap_or_default()),
                ("service", check.endpoint.service.name()),
                ("address", address.as_deref().unwrap_or_default()),
                ("port", &port),
            ];
            use_it(&labels, check);
        }
    }
}

/// The samples of one metric.
struct Samples {
    name: &'static str,
    /// Those of each target, by its place.
    lines: BTreeMap<usize, String>,
    seen: BTreeSet<String>,
}

impl Samples {
    /// Adds a sample. One with the same labels as an earlier one is left out, for with it the whole file would be dropped.
    fn push(&mut self, of: Measured<'_>, labels: &[(&str, &str)], value: impl std::fmt::Display) {
        self.add(of.place, labels, value);
    }

    fn add(&mut self, place: usize, labels: &[(&str, &str)], value: impl std::fmt::Display) {
        let labels: Vec<String> = labels
            .iter()
            .map(|(name, value)| format!("{name}=\"{}\"", escaped(value)))
            .collect();
        let series = format!("{}{{{}}}", self.name, labels.join(","));
        if self.seen.insert(series.clone()) {
            let lines = self.lines.entry(place).or_default();
            let _ = writeln!(lines, "{series} {value}");
        }
    }
}

/// A label's value: backslash, quotes and line feed are escaped, and what does not show is shown.
fn escaped(value: &str) -> String {
    terminal(value).replace('\\', "\\\\").replace('"', "\\\"")
}

/// Seconds with six decimals at the most.
fn seconds(duration: Duration) -> f64 {
    (duration.as_secs_f64() * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_ends_where_its_quotes_do() {
        for (value, shown) in [
            ("mail.example.com", "mail.example.com"),
            ("a\"b", "a\\\"b"),
            ("a\\b", "a\\\\b"),
            ("a\nb 1", "a\\\\nb 1"),
        ] {
            assert_eq!(escaped(value), shown);
        }
    }

    #[test]
    fn the_same_labels_come_once() {
        let mut samples = Samples {
            name: "m",
            lines: BTreeMap::new(),
            seen: BTreeSet::new(),
        };
        samples.add(0, &[("a", "1")], 1);
        samples.add(0, &[("a", "1")], 0);
        samples.add(0, &[("a", "2")], 0.5);
        assert_eq!(samples.lines[&0], "m{a=\"1\"} 1\nm{a=\"2\"} 0.5\n");
    }
}
