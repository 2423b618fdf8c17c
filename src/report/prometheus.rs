//! Metrics for the textfile collector of Prometheus' `node_exporter`, in the text exposition format 0.0.4.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::time::Duration;

use super::rows::Outcome;
use super::{Report, TargetReport};
use crate::escape::terminal;
use crate::facts::{Check, Tls};
use crate::failure::Stage;
use crate::finding::Verdict;

/// Writes `report` as metrics. The error is that of `out`.
pub fn render(report: &Report, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
    let mut text = String::new();
    for family in FAMILIES {
        let mut samples = Samples {
            name: family.name,
            lines: String::new(),
            seen: BTreeSet::new(),
        };
        (family.fill)(report, &mut samples);
        if !samples.lines.is_empty() {
            let Family { name, help, .. } = family;
            let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n");
            text.push_str(&samples.lines);
        }
    }
    out.write_all(text.as_bytes())
}

/// A metric: every sample of it stands together.
struct Family {
    name: &'static str,
    help: &'static str,
    fill: fn(&Report, &mut Samples),
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

fn info(report: &Report, samples: &mut Samples) {
    each_target(report, |target| {
        samples.push(&[target, ("version", report.version)], 1);
    });
}

fn run_timestamp(report: &Report, samples: &mut Samples) {
    each_target(report, |target| samples.push(&[target], report.started_at));
}

fn run_duration(report: &Report, samples: &mut Samples) {
    each_target(report, |target| {
        samples.push(&[target], seconds(report.elapsed));
    });
}

fn verdict(report: &Report, samples: &mut Samples) {
    for target in &report.targets {
        for one in Verdict::ALL {
            let labels = [
                ("target", target.facts.target.typed.as_str()),
                ("verdict", one.name()),
            ];
            samples.push(&labels, u8::from(one == target.verdict));
        }
    }
}

fn up(report: &Report, samples: &mut Samples) {
    each_check(report, |labels, check| {
        let up = match Outcome::of(check) {
            Outcome::Ok => 1,
            Outcome::Failed => 0,
            Outcome::Skipped => return,
        };
        samples.push(labels, up);
    });
}

fn stages(report: &Report, samples: &mut Samples) {
    each_check(report, |labels, check| {
        for stage in Stage::ALL {
            let steps = check.steps.iter().filter(|step| step.stage == stage);
            let steps: Vec<Duration> = steps.map(|step| step.elapsed).collect();
            if !steps.is_empty() {
                let labels = [labels, &[("stage", stage.name())]].concat();
                samples.push(&labels, seconds(steps.iter().sum()));
            }
        }
    });
}

fn not_after(report: &Report, samples: &mut Samples) {
    each_check(report, |labels, check| {
        if let Some(end) = check.tls.as_ref().and_then(Tls::first_end) {
            samples.push(labels, end);
        }
    });
}

fn failure(report: &Report, samples: &mut Samples) {
    each_check(report, |labels, check| {
        if let Some(failure) = &check.failure {
            let what = [
                ("stage", failure.stage.name()),
                ("class", failure.class.reported()),
            ];
            samples.push(&[labels, &what].concat(), 1);
        }
    });
}

fn findings(report: &Report, samples: &mut Samples) {
    for target in &report.targets {
        for finding in &target.findings {
            let labels = [
                ("target", target.facts.target.typed.as_str()),
                ("id", finding.id.name()),
                ("owner", finding.owner.name()),
                ("severity", finding.severity.name()),
            ];
            samples.push(&labels, 1);
        }
    }
}

/// Every target as a label. Even what is the same for all of them has it: a second run writes a second file, and the
/// collector drops both where a series stands in both.
fn each_target(report: &Report, mut use_it: impl FnMut((&'static str, &str))) {
    for target in &report.targets {
        use_it(("target", &target.facts.target.typed));
    }
}

/// Every check that was asked for, with the labels that tell it from the others.
fn each_check(report: &Report, mut use_it: impl FnMut(&[(&'static str, &str)], &Check)) {
    for TargetReport { facts, .. } in &report.targets {
        for check in facts.checks.iter().filter(|check| !check.context) {
            let host = facts.hosts.get(check.host).map(|host| host.name.as_str());
            let address = check.address.map(|address| address.to_string());
            let port = check.endpoint.port.to_string();
            let labels = [
                ("target", facts.target.typed.as_str()),
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
    lines: String,
    seen: BTreeSet<String>,
}

impl Samples {
    /// Adds a sample. One with the same labels as an earlier one is left out, for with it the whole file would be dropped.
    fn push(&mut self, labels: &[(&str, &str)], value: impl std::fmt::Display) {
        let labels: Vec<String> = labels
            .iter()
            .map(|(name, value)| format!("{name}=\"{}\"", escaped(value)))
            .collect();
        let series = format!("{}{{{}}}", self.name, labels.join(","));
        if self.seen.insert(series.clone()) {
            let _ = writeln!(self.lines, "{series} {value}");
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
            lines: String::new(),
            seen: BTreeSet::new(),
        };
        samples.push(&[("a", "1")], 1);
        samples.push(&[("a", "1")], 0);
        samples.push(&[("a", "2")], 0.5);
        assert_eq!(samples.lines, "m{a=\"1\"} 1\nm{a=\"2\"} 0.5\n");
    }
}
