//! Test results for GitLab, Jenkins, GitHub's actions and whatever else reads JUnit XML: a suite a target, a case a check.
//!
//! A check that failed is a failure, also where another one does in its place and the verdict is a warning: what must
//! work is named with `--service`. Skipped is only what was not tried. What is only noted fails nothing.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::net::SocketAddr;

use quick_junit::{NonSuccessKind, Report as Results, TestCase, TestCaseStatus, TestSuite};

use super::face::{Face, Manner};
use super::rows::{self, Outcome};
use super::sentences::{self, Numbers, one_line};
use super::{Summary, TargetReport, path, record};
use crate::args;
use crate::codes::Os;
use crate::escape::terminal;
use crate::facts::Check;
use crate::finding::{Finding, Severity, Verdict};
use crate::words::{Args, Words};

/// The report as JUnit XML. Its first line counts all cases, so it is written at the end.
pub struct JunitFace<'a> {
    manner: Manner<'a>,
    suites: BTreeMap<usize, TestSuite>,
}

impl<'a> JunitFace<'a> {
    /// Begins a report.
    pub fn new(manner: Manner<'a>) -> Self {
        Self {
            manner,
            suites: BTreeMap::new(),
        }
    }
}

impl Face for JunitFace<'_> {
    fn target(
        &mut self,
        place: usize,
        target: &TargetReport,
        _out: &mut dyn Write,
    ) -> io::Result<()> {
        let run = self.manner.run;
        let cases = Cases {
            words: self.manner.words,
            target,
            version: run.version,
            os: run.vantage.os,
            room: Cell::new(record::RECORDS_MAX),
        };
        let mut suite = cases.suite();
        suite.set_time(target.elapsed);
        let started = sentences::rfc3339(run.started_at);
        suite.extra.insert("timestamp".into(), started.into());
        self.suites.insert(place, suite);
        Ok(())
    }

    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        let mut results = Results::new("mailcheck");
        results.set_time(summary.elapsed);
        results.add_test_suites(std::mem::take(&mut self.suites).into_values());
        let text = results.to_string().map_err(io::Error::other)?;
        out.write_all(text.as_bytes())
    }
}

struct Cases<'a> {
    words: &'a Words,
    target: &'a TargetReport,
    version: &'static str,
    os: Os,
    /// Bytes that the records of this target may still take.
    room: Cell<usize>,
}

impl Cases<'_> {
    fn suite(&self) -> TestSuite {
        let facts = &self.target.facts;
        let mut suite = TestSuite::new(safe(&facts.target.typed));
        suite.add_property(("version", self.version));
        suite.add_property(("verdict", self.target.verdict.name()));
        let reading = safe(&sentences::reading(self.words, facts));
        suite.add_property(("reading", reading.as_str()));
        let own = |check: &Check| !check.context;
        for (id, check) in facts.checks.iter().enumerate() {
            if own(check) {
                suite.add_test_case(self.check(id, check));
            }
        }
        for finding in &self.target.findings {
            let checks = finding.checks.iter().filter_map(|&id| facts.checks.get(id));
            if !checks.into_iter().any(own) {
                suite.add_test_case(self.finding(finding));
            }
        }
        suite
    }

    fn check(&self, id: usize, check: &Check) -> TestCase {
        let facts = &self.target.facts;
        let findings = self.target.findings.iter();
        let findings: Vec<&Finding> = findings.filter(|one| one.checks.contains(&id)).collect();
        let outcome = Outcome::of(check);
        let mut status = status(outcome, &findings, self.target.verdict);
        let message = match (&check.failure, findings.first()) {
            (None, Some(worst)) if !check.skipped => sentences::title(self.words, worst),
            (Some(_) | None, _) => sentences::check_short(self.words, facts, check),
        };
        status.set_message(safe(&message));
        let mut lines = Vec::new();
        if let Some(failure) = &check.failure {
            status.set_type(failure.class.reported());
            let message = sentences::failure_message(self.words, facts, check, failure);
            lines.push(safe(&message));
        }
        for finding in findings {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            self.describe(&mut lines, finding);
        }
        let host = facts.hosts.get(check.host).map(|host| host.name.as_str());
        let name = name(check);
        let mut case = case(&name, status, &lines);
        if check.failure.is_some() && !check.steps.is_empty() {
            let record = self.record(check);
            // Readers of such files hold them in memory, and a server decides how long a record is.
            if let Some(left) = self.room.get().checked_sub(record.len()) {
                self.room.set(left);
                case.set_system_out(record);
            }
        }
        case.set_classname(safe(host.unwrap_or_default()));
        case.set_time(rows::elapsed(check));
        case
    }

    /// What was done and said in a check, a line each.
    fn record(&self, check: &Check) -> String {
        let entries = record::check(self.words, &self.target.facts, check);
        let lines = entries.iter().map(record::Entry::line);
        lines.collect::<Vec<_>>().join("\n")
    }

    /// A finding that is about no check: the name, the resolver, this machine.
    fn finding(&self, finding: &Finding) -> TestCase {
        let mut status = status(Outcome::Ok, &[finding], self.target.verdict);
        status.set_message(safe(&sentences::title(self.words, finding)));
        status.set_type(finding.id.name());
        let mut lines = Vec::new();
        self.describe(&mut lines, finding);
        let mut case = case(finding.id.name(), status, &lines);
        case.set_classname(safe(&self.target.facts.target.typed));
        case
    }

    fn describe(&self, lines: &mut Vec<String>, finding: &Finding) {
        let words = self.words;
        let facts = &self.target.facts;
        let mut say = |id: &str, args: &Args| lines.push(safe(&words.text(id, args)));
        let severity = sentences::severity(words, finding.severity);
        let title = sentences::title(words, finding);
        say(
            "found-line",
            &args! { "severity" => severity, "title" => title },
        );
        let explanation = sentences::explanation(words, finding);
        if !explanation.is_empty() {
            lines.push(safe(&explanation));
        }
        let mut say = |id: &str, args: &Args| lines.push(safe(&words.text(id, args)));
        if !finding.next_steps.is_empty() {
            say("found-steps", &Args::new());
        }
        for (number, one) in finding.next_steps.iter().enumerate() {
            let step = safe(&sentences::sentence(words, one));
            lines.push(format!("{}. {step}", number + 1));
        }
        let mut say = |id: &str, args: &Args| lines.push(safe(&words.text(id, args)));
        if finding.severity > Severity::Info {
            let owner = sentences::owner_of(words, finding);
            say("found-owner", &args! { "owner" => owner });
        }
        if let Some(numbers) = Numbers::of(facts, finding).sentence(words, self.os) {
            say("found-numbers", &args! { "numbers" => numbers });
        }
        for sweep in path::beside_evidence(facts, finding) {
            say("path-line", &path::line_args(words, sweep));
        }
        if !finding.evidence.is_empty() {
            say("found-evidence", &Args::new());
        }
        for one in sentences::evidence(words, facts, finding) {
            lines.push(format!("- {}", safe(&one)));
        }
    }
}

/// What a check with these findings counts as.
fn status(outcome: Outcome, findings: &[&Finding], verdict: Verdict) -> TestCaseStatus {
    let worst = findings.iter().map(|finding| finding.severity).max();
    let worst = worst.unwrap_or(match (outcome, verdict) {
        // A check that failed and that no finding speaks of counts as the target does.
        (Outcome::Failed, Verdict::Failed) => Severity::Error,
        (Outcome::Failed, Verdict::Inconclusive) => Severity::Inconclusive,
        (Outcome::Failed, Verdict::Warning) => Severity::Warning,
        (Outcome::Failed, Verdict::Ok) | (Outcome::Ok | Outcome::Skipped, _) => Severity::Info,
    });
    match (outcome, worst) {
        (Outcome::Skipped, _) => TestCaseStatus::skipped(),
        (Outcome::Failed, Severity::Warning) | (Outcome::Ok | Outcome::Failed, Severity::Error) => {
            TestCaseStatus::non_success(NonSuccessKind::Failure)
        }
        (Outcome::Ok | Outcome::Failed, Severity::Inconclusive) => {
            TestCaseStatus::non_success(NonSuccessKind::Error)
        }
        // What is only noted was not to be expected: a service that the server does not offer.
        (Outcome::Ok, Severity::Info | Severity::Warning) | (Outcome::Failed, Severity::Info) => {
            TestCaseStatus::success()
        }
    }
}

/// A case, with its text where readers of such cases look for it.
fn case(name: &str, mut status: TestCaseStatus, lines: &[String]) -> TestCase {
    let text = lines.join("\n");
    let is_success = matches!(status, TestCaseStatus::Success { .. });
    if !text.is_empty() && !is_success {
        status.set_description(text.as_str());
    }
    let mut case = TestCase::new(name, status);
    if !text.is_empty() && is_success {
        case.set_system_out(text.as_str());
    }
    case
}

/// "smtp 192.0.2.1:25": the same from run to run, so that a case has a history.
fn name(check: &Check) -> String {
    let service = check.endpoint.service.name();
    match check.address {
        Some(address) => format!(
            "{service} {}",
            SocketAddr::new(address, check.endpoint.port)
        ),
        None => format!("{service} port {}", check.endpoint.port),
    }
}

/// A line whose characters XML allows; the writer escapes those that mean something to it.
fn safe(text: &str) -> String {
    terminal(one_line(text))
}
