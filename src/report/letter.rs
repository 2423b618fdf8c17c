//! A request to whoever can put the first fault right: plain text, ready to send, with the evidence in it.
//!
//! Nothing is erased unless `--redact` asks for it: whoever reads it searches a log for the address that we came from.
//! Whatever a server said stands behind an indent or a quotation mark, so that no line of it can pass for one of ours.

mod source;

use std::cmp::Reverse;
use std::io::{self, Write};

use super::face::{Face, Manner};
use super::layout::wrap;
use super::redact::Scrub;
use super::sentences::{self, Numbers, one_line};
use super::{Run, Summary, TargetReport, path};
use crate::args;
use crate::escape::{as_shown, terminal, truncate};
use crate::facts::{Check, Facts, Reading};
use crate::failure::{Failure, Trouble};
use crate::finding::{Certainty, Finding, Owner, Severity};
use crate::target::Host;
use crate::words::{Args, Words};

/// Columns: what mail programs quote twice without breaking a line.
const WIDTH: usize = 72;

/// A letter is short. More checks, further findings and lines of a reply than these are left out.
const CHECKS_MAX: usize = 6;
const OTHERS_MAX: usize = 4;
const REPLY_LINES_MAX: usize = 8;
const REPLY_LINE_MAX: usize = 200;

/// The letter about the worst finding of a run: nothing where there is nothing to complain about, and one sentence where
/// there is nobody to write to.
pub struct LetterFace<'a> {
    manner: Manner<'a>,
    scrub: Scrub,
    /// Of the worst finding so far, and of the first target among those whose worst is as bad.
    letter: Option<(Severity, usize, String)>,
}

impl<'a> LetterFace<'a> {
    /// Begins a letter.
    pub fn new(manner: Manner<'a>) -> Self {
        let placeholder = manner.words.plain("this-machine");
        Self {
            manner,
            scrub: Scrub::new(manner.run, placeholder, manner.style.redact),
            letter: None,
        }
    }

    fn about(&mut self, target: &TargetReport, finding: &Finding) -> String {
        if self.manner.style.redact {
            self.scrub.learn(&target.facts);
            self.scrub.keep(&target.facts, finding);
        }
        let mut sheet = Sheet {
            words: self.manner.words,
            run: self.manner.run,
            facts: &target.facts,
            finding,
            unicode: self.manner.style.unicode,
            scrub: Some(&self.scrub).filter(|_| self.manner.style.redact),
            text: String::new(),
        };
        match finding.owner {
            Owner::Account => sheet.paragraph("", "letter-nobody", &Args::new()),
            Owner::ThisMachine
            | Owner::Network
            | Owner::Server
            | Owner::Domain
            | Owner::Unknown => sheet.letter(target),
        }
        sheet.text
    }
}

impl Face for LetterFace<'_> {
    fn target(
        &mut self,
        place: usize,
        target: &TargetReport,
        _out: &mut dyn Write,
    ) -> io::Result<()> {
        let Some(worst) = worst(&target.findings) else {
            return Ok(());
        };
        let so_far = self.letter.as_ref();
        let is_worse = so_far.is_none_or(|(severity, first, _)| {
            (worst.severity, Reverse(place)) > (*severity, Reverse(*first))
        });
        if is_worse {
            self.letter = Some((worst.severity, place, self.about(target, worst)));
        }
        Ok(())
    }

    fn end(&mut self, _summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        match &self.letter {
            Some((_, _, text)) => out.write_all(text.as_bytes()),
            None => Ok(()),
        }
    }

    /// What to say in place of a letter where all is well.
    fn remark(&self) -> Option<String> {
        let nothing = self.letter.is_none();
        nothing.then(|| one_line(&self.manner.words.plain("letter-nothing")))
    }
}

/// The worst finding that is more than a note; the first of equals.
fn worst(findings: &[Finding]) -> Option<&Finding> {
    let serious = findings.iter().rev().filter(|one| is_serious(one));
    serious.max_by_key(|one| one.severity)
}

fn is_serious(finding: &Finding) -> bool {
    finding.severity > Severity::Info
}

struct Sheet<'a> {
    words: &'a Words,
    run: &'a Run,
    facts: &'a Facts,
    finding: &'a Finding,
    unicode: bool,
    /// What is erased, where that is asked for.
    scrub: Option<&'a Scrub>,
    text: String,
}

impl Sheet<'_> {
    fn letter(&mut self, target: &TargetReport) {
        let title = sentences::title(self.words, self.finding);
        let title = title.trim_end_matches(['.', '。']).to_owned();
        let owner = self.finding.owner.name();
        let args = args! {
            "title" => title,
            "name" => self.name(),
            "kind" => match self.facts.reading {
                Reading::Domain => "domain",
                Reading::Host | Reading::Service | Reading::Account => "host",
            },
            "severity" => self.finding.severity.name(),
            "version" => self.run.version,
            "os" => sentences::os_name(self.run.vantage.os),
            "time" => sentences::moment(self.run.started_at),
        };
        // A folded header field goes on behind a blank (RFC 5322 section 2.2.3).
        self.wrapped("", "  ", &self.words.text("letter-subject", &args));
        self.paragraph("", "letter-greeting", &args);
        self.paragraph("", &format!("letter-opening-{owner}"), &args);
        self.paragraph("  ", "letter-title", &args);
        self.checks();
        self.source();
        self.evidence();
        self.place();
        self.reply();
        self.numbers();
        self.others(target);
        self.request(&args);
        self.paragraph("", "letter-closing", &args);
        self.paragraph("", "letter-measured", &args);
    }

    /// The host or the domain; what was typed may be a URL.
    fn name(&self) -> String {
        match &self.facts.target.host {
            Host::Name(name) if name.is_international() => {
                sentences::target_name(self.words, self.facts, self.unicode)
            }
            host @ (Host::Name(_) | Host::Address(_)) => host.to_string(),
        }
    }

    /// What we ask for: the step that ends it where that is known.
    fn request(&mut self, args: &Args) {
        let step = format!("letter-step-{}", self.finding.id);
        let is_known = self.words.find(&step, args).is_some();
        let owner = self.finding.owner.name();
        let id = if is_known {
            step
        } else {
            format!("letter-request-{owner}")
        };
        self.paragraph("", &id, args);
    }

    /// From where we came: without that nobody finds us in a log.
    fn source(&mut self) {
        let source = source::Source::of(self.run, self.facts, self.finding);
        for (id, args) in source.sentences(self.words) {
            self.paragraph("", id, &args);
        }
    }

    /// When, where and with what the checks failed.
    fn checks(&mut self) {
        let mut lines: Vec<String> = Vec::new();
        let checks = self.finding.checks.iter();
        for check in checks.filter_map(|&id| self.facts.checks.get(id)) {
            let Some(failure) = &check.failure else {
                continue;
            };
            let line = self.check(check, failure);
            // A name that was not found is the same for every service.
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
        if lines.is_empty() {
            return;
        }
        self.paragraph("", "letter-checks", &Args::new());
        for line in lines.iter().take(CHECKS_MAX) {
            self.item(line);
        }
        self.more(lines.len().saturating_sub(CHECKS_MAX));
    }

    fn check(&self, check: &Check, failure: &Failure) -> String {
        let host = self.facts.hosts.get(check.host);
        let args = args! {
            "time" => sentences::moment(self.ended(check, failure)),
            "service" => check.endpoint.service.name(),
            "port" => check.endpoint.port,
            "host" => host.map(|host| host.name.clone()).unwrap_or_default(),
            "address" => check.address.map(|address| address.to_string()).unwrap_or_default(),
            "what" => self.what(check, failure),
        };
        let id = if check.address.is_some() {
            "letter-check"
        } else {
            "letter-lookup"
        };
        self.words.text(id, &args)
    }

    /// In a few words; a reply is quoted in its own place.
    fn what(&self, check: &Check, failure: &Failure) -> String {
        if matches!(failure.trouble, Trouble::Rejected(_)) {
            let stage = self.words.plain(&format!("stage-{}", failure.stage));
            return self
                .words
                .text("letter-rejected", &args! { "stage" => stage });
        }
        sentences::failure_short(self.words, self.facts, check, failure)
    }

    /// By the clock of this machine, Unix time in seconds.
    fn ended(&self, check: &Check, failure: &Failure) -> i64 {
        let last = check.steps.last().map(|step| step.at + step.elapsed);
        let after = last.unwrap_or(failure.elapsed);
        let seconds = i64::try_from(after.as_secs()).unwrap_or_default();
        self.run.started_at.saturating_add(seconds)
    }

    fn evidence(&mut self) {
        if self.finding.evidence.is_empty() {
            return;
        }
        self.paragraph("", "letter-evidence", &Args::new());
        for one in sentences::evidence(self.words, self.facts, self.finding) {
            self.item(&one);
        }
    }

    /// The hop, and the path to it.
    fn place(&mut self) {
        let mut lines = Vec::new();
        if let Some(location) = self.finding.location {
            let none = || "none".to_owned();
            let hop = location.hop.map(|hop| hop.to_string());
            let address = location.address.map(|address| address.to_string());
            if hop.is_some() || address.is_some() {
                let args = args! {
                    "hop" => hop.unwrap_or_else(none),
                    "address" => address.unwrap_or_else(none),
                    "certainty" => match location.certainty {
                        Certainty::At => "at",
                        Certainty::AtOrAfter => "after",
                    },
                };
                lines.push(self.words.text("letter-place", &args));
            }
        }
        for sweep in path::beside_evidence(self.facts, self.finding) {
            let args = path::line_args(self.words, sweep);
            lines.push(self.words.text("path-line", &args));
        }
        if lines.is_empty() {
            return;
        }
        self.paragraph("", "letter-path", &Args::new());
        for line in lines {
            self.item(&line);
        }
    }

    /// What the server answered, word for word.
    fn reply(&mut self) {
        let checks = self.finding.checks.iter();
        let mut checks = checks.filter_map(|&id| self.facts.checks.get(id));
        let reply = checks.find_map(|check| match &check.failure.as_ref()?.trouble {
            Trouble::Rejected(rejection) => Some(&rejection.reply),
            Trouble::Clock { .. }
            | Trouble::Deadline { .. }
            | Trouble::Os(_)
            | Trouble::Closed { .. }
            | Trouble::Malformed { .. }
            | Trouble::NotOffered
            | Trouble::Tls(_)
            | Trouble::Certificate(_)
            | Trouble::Resolve(_)
            | Trouble::Proxy(_) => None,
        });
        let Some(reply) = reply else {
            return;
        };
        self.paragraph("", "letter-reply", &Args::new());
        for line in reply.iter().take(REPLY_LINES_MAX) {
            let line = truncate(&terminal(&line.0), REPLY_LINE_MAX);
            self.wrapped("> ", "> ", &line);
        }
        self.more(reply.len().saturating_sub(REPLY_LINES_MAX));
    }

    fn numbers(&mut self) {
        let numbers = Numbers::of(self.facts, self.finding);
        if let Some(numbers) = numbers.sentence(self.words, self.run.vantage.os) {
            let args = args! { "numbers" => numbers };
            self.paragraph("", "letter-numbers", &args);
        }
    }

    /// What else the same people can put right.
    fn others(&mut self, target: &TargetReport) {
        let same = |one: &&Finding| {
            *one != self.finding && one.owner == self.finding.owner && is_serious(one)
        };
        let others: Vec<&Finding> = target.findings.iter().filter(same).collect();
        if others.is_empty() {
            return;
        }
        self.paragraph("", "letter-others", &Args::new());
        for one in others.iter().take(OTHERS_MAX) {
            self.item(&sentences::title(self.words, one));
        }
        self.more(others.len().saturating_sub(OTHERS_MAX));
    }

    fn more(&mut self, count: usize) {
        if count > 0 {
            let args = args! { "count" => sentences::count(count) };
            self.item(&self.words.text("letter-more", &args));
        }
    }

    /// A paragraph of its own, every line of it behind `indent`.
    fn paragraph(&mut self, indent: &str, id: &str, args: &Args) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let sentence = self.words.text(id, args);
        self.wrapped(indent, indent, &sentence);
    }

    fn item(&mut self, text: &str) {
        self.wrapped("  - ", "    ", text);
    }

    fn wrapped(&mut self, first: &str, others: &str, text: &str) {
        let safe = self.safe(text);
        let wide = WIDTH.saturating_sub(first.len().max(others.len()));
        for (number, line) in wrap(&safe, wide).iter().enumerate() {
            let line = if number == 0 {
                format!("{first}{line}")
            } else {
                format!("{others}{line}")
            };
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    fn safe(&self, text: &str) -> String {
        let text = one_line(text);
        let safe = terminal(
            self.scrub
                .map_or_else(|| text.clone(), |scrub| scrub.clean(&text)),
        );
        as_shown(safe, self.unicode)
    }
}
