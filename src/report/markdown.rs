//! One block to paste into a support ticket, on GitHub, on GitLab or anywhere else.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::net::IpAddr;
use std::time::Duration;

use super::face::{Face, Manner};
use super::logins;
use super::reasons::{self, Reasons};
use super::redact::Scrub;
use super::rows::{self, Outcome, Row};
use super::sentences::{self, Numbers, one_line};
use super::settings::changes::{Change, changes};
use super::settings::programs::{Program, programs};
use super::settings::{encryption, settings, working};
use super::{Detail, Run, Summary, TargetReport, delivery, record};
use crate::args;
use crate::escape::{markdown_code_block, markdown_inline};
use crate::facts::{Check, Facts};
use crate::failure::Stage;
use crate::finding::{Finding, Severity};
use crate::words::{Args, Words};

/// The report as a ticket. What all targets come to stands above the first, so it is written at the end.
pub struct MarkdownFace<'a> {
    ticket: Ticket<'a>,
    heads: BTreeMap<usize, String>,
    bodies: BTreeMap<usize, String>,
}

impl<'a> MarkdownFace<'a> {
    /// Begins a ticket.
    pub fn new(manner: Manner<'a>) -> Self {
        let Manner {
            run, style, words, ..
        } = manner;
        let ticket = Ticket {
            words,
            detail: style.detail,
            run,
            scrub: Scrub::new(run, words.plain("this-machine"), style.redact),
        };
        Self {
            ticket,
            heads: BTreeMap::new(),
            bodies: BTreeMap::new(),
        }
    }
}

impl Face for MarkdownFace<'_> {
    fn target(
        &mut self,
        place: usize,
        target: &TargetReport,
        _out: &mut dyn Write,
    ) -> io::Result<()> {
        self.ticket.scrub.learn(&target.facts);
        self.heads.insert(place, self.ticket.head(target));
        if self.ticket.detail != Detail::Verdict {
            let mut text = String::new();
            self.ticket.target(&mut text, target);
            self.bodies.insert(place, text);
        }
        Ok(())
    }

    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        // Each target's own verdict stands above it; only several need a list.
        if summary.targets > 1 || self.ticket.detail == Detail::Verdict {
            for head in std::mem::take(&mut self.heads).into_values() {
                out.write_all(head.as_bytes())?;
            }
        }
        if self.ticket.detail == Detail::Verdict {
            return Ok(());
        }
        for (place, body) in std::mem::take(&mut self.bodies) {
            // No blank line at the beginning.
            let alone = summary.targets == 1 && place == 0;
            let body = if alone { body.trim_start() } else { &body };
            out.write_all(body.as_bytes())?;
        }
        out.write_all(self.ticket.vantage(summary.elapsed).as_bytes())
    }
}

/// Bytes of the records of failed checks at which a ticket has no more of them: GitHub takes 65,536 characters in all.
const RECORDS_MAX: usize = 24 * 1024;

struct Ticket<'a> {
    words: &'a Words,
    detail: Detail,
    run: &'a Run,
    scrub: Scrub,
}

// Writing to a String cannot fail, so the results of `write!` are dropped here.
impl Ticket<'_> {
    fn head(&self, target: &TargetReport) -> String {
        format!("- {}\n", self.verdict(target))
    }

    fn verdict(&self, target: &TargetReport) -> String {
        let verdict = sentences::verdict(self.words, target.verdict);
        let conclusion = sentences::conclusion(self.words, target, true);
        self.say(
            "verdict-target",
            &args! { "verdict" => verdict, "what" => conclusion },
        )
    }

    fn vantage(&self, elapsed: Duration) -> String {
        let args = sentences::vantage_args(self.words, self.run, elapsed);
        let mut text = String::from("\n");
        for id in ["ticket-versions", "ticket-vantage", "ticket-resolvers"] {
            let _ = writeln!(text, "- {}", self.say(id, &args));
        }
        text
    }

    /// The answer first, then what was seen, then why we think so.
    fn target(&self, text: &mut String, target: &TargetReport) {
        let facts = &target.facts;
        let _ = writeln!(text, "\n### {}", self.verdict(target));
        let first = target.findings.first();
        let first = first.filter(|first| first.severity > Severity::Info);
        if let Some(first) = first {
            self.answer(text, facts, first);
        }
        let name = sentences::target_name(self.words, facts, true);
        let args = args! { "name" => name, "reading" => sentences::reading(self.words, facts) };
        let _ = writeln!(text, "\n{}", self.say("heading", &args));
        self.hosts(text, facts);
        self.table(text, facts);
        for finding in &target.findings[usize::from(first.is_some())..] {
            self.finding(text, facts, finding);
        }
        for section in logins::sections(self.words, facts) {
            let _ = writeln!(text, "\n#### {}\n", self.plain(section.heading));
            for line in section.lines {
                let _ = writeln!(text, "- {}", self.safe(&line));
            }
        }
        self.changes(text, &changes(target));
        self.settings(text, target);
        self.delivery(text, facts);
        self.evidence(text, target);
        self.record(text, facts);
    }

    fn hosts(&self, text: &mut String, facts: &Facts) {
        let hosts: Vec<_> = facts
            .hosts
            .iter()
            .filter(|host| {
                let addresses = host.addresses();
                addresses.iter().any(|one| one.to_string() != host.display)
            })
            .collect();
        if !hosts.is_empty() {
            text.push('\n');
        }
        for host in hosts {
            let line = sentences::host_line(self.words, host);
            let _ = writeln!(text, "- {}", self.safe(&line));
        }
    }

    fn table(&self, text: &mut String, facts: &Facts) {
        let rows = rows::rows(self.words, facts, self.detail == Detail::Everything);
        if rows.is_empty() {
            return;
        }
        let several_hosts = facts.hosts.len() > 1;
        let mut columns = vec!["service", "port", "address", "result", "time", "details"];
        let mut rules = vec!["---", "---:", "---", "---", "---:", "---"];
        if several_hosts {
            columns.insert(0, "host");
            rules.insert(0, "---");
        }
        let head = columns
            .iter()
            .map(|column| self.plain(&format!("column-{column}")));
        let head: Vec<String> = head.collect();
        let _ = writeln!(
            text,
            "\n| {} |\n| {} |",
            head.join(" | "),
            rules.join(" | ")
        );
        for row in &rows {
            let mut cells = self.cells(row);
            if several_hosts {
                let host = facts.hosts.get(row.host);
                cells.insert(
                    0,
                    host.map(|host| self.safe(&host.display))
                        .unwrap_or_default(),
                );
            }
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
    }

    fn cells(&self, row: &Row) -> Vec<String> {
        vec![
            self.safe(&rows::service_name(self.words, row)),
            rows::port(row),
            // An address that begins a cell would be taken for a numbered list and escaped.
            self.scrub.clean(&rows::place(self.words, row)),
            self.plain(&format!("outcome-{}", row.outcome.name())),
            rows::time(self.words, row),
            self.safe(&row.details),
        ]
    }

    fn finding(&self, text: &mut String, facts: &Facts, finding: &Finding) {
        let args = args! {
            "severity" => sentences::severity(self.words, finding.severity),
            "title" => sentences::title(self.words, finding),
        };
        let _ = writeln!(text, "\n#### {}", self.say("found-line", &args));
        self.answer(text, facts, finding);
    }

    /// A finding below its title: what it means, what to do, who can do it.
    fn answer(&self, text: &mut String, facts: &Facts, finding: &Finding) {
        let explanation = self.safe(&sentences::explanation(self.words, finding));
        if !explanation.is_empty() {
            let _ = writeln!(text, "\n{explanation}");
        }
        let mut list = String::new();
        if !finding.next_steps.is_empty() {
            let _ = writeln!(list, "- {}", self.plain("found-steps"));
        }
        for (number, step) in finding.next_steps.iter().enumerate() {
            let step = self.safe(&sentences::sentence(self.words, step));
            let _ = writeln!(list, "  {}. {step}", number + 1);
        }
        // A note needs no fixing.
        if finding.severity > Severity::Info {
            let owner = sentences::owner_of(self.words, finding);
            let line = self.say("found-owner", &args! { "owner" => owner });
            let _ = writeln!(list, "- {line}");
        }
        let numbers = Numbers::of(facts, finding);
        if let Some(numbers) = numbers.sentence(self.words, self.run.vantage.os) {
            let line = self.say("found-numbers", &args! { "numbers" => numbers });
            let _ = writeln!(list, "- {line}");
        }
        if !list.is_empty() {
            let _ = write!(text, "\n{list}");
        }
    }

    /// Why we think so: of every finding that says it, under its title where there are several.
    fn evidence(&self, text: &mut String, target: &TargetReport) {
        let all = reasons::of(self.words, target);
        if all.is_empty() {
            return;
        }
        // A heading ends with no colon.
        let heading = self.plain("found-evidence");
        let _ = writeln!(text, "\n#### {}\n", heading.trim_end_matches([':', '：']));
        let several = all.iter().flat_map(|one| &one.titles).count() > 1;
        let indent = if several { "  " } else { "" };
        for Reasons { titles, reasons } in all {
            for title in titles.iter().filter(|_| several) {
                let _ = writeln!(text, "- {}", self.safe(title));
            }
            for reason in reasons {
                let _ = writeln!(text, "{indent}- {}", self.safe(&reason));
            }
        }
    }

    fn changes(&self, text: &mut String, changes: &[Change]) {
        if !changes.is_empty() {
            let heading = self.plain("settings-change-heading");
            let _ = writeln!(text, "\n#### {heading}\n");
        }
        for change in changes {
            let _ = writeln!(text, "- {}", self.safe(&change.sentence(self.words)));
        }
    }

    fn settings(&self, text: &mut String, target: &TargetReport) {
        let best = settings(target);
        if best.is_empty() {
            return;
        }
        let columns = ["use", "server", "port", "encryption", "authentication"];
        let head = columns.map(|column| self.plain(&format!("settings-{column}")));
        let _ = writeln!(
            text,
            "\n#### {}\n\n| {} |\n| --- | --- | ---: | --- | --- |",
            self.plain("settings-heading"),
            head.join(" | ")
        );
        for setting in working(target) {
            let cells = [
                self.plain(&format!("settings-use-{}", setting.protocol.name())),
                self.host_cell(&setting.host),
                setting.port.to_string(),
                encryption(setting.security).to_owned(),
                self.safe(&setting.authentication(self.words)),
            ];
            let _ = writeln!(text, "| {} |", cells.join(" | "));
        }
        let _ = writeln!(text, "\n{}\n", self.plain("settings-user"));
        for program in programs(self.words, &best) {
            self.program(text, &program);
        }
    }

    /// Which senders deliver, where the target is a mail domain.
    fn delivery(&self, text: &mut String, facts: &Facts) {
        let Some(table) = delivery::table(self.words, facts) else {
            return;
        };
        let columns: Vec<String> = table.columns.iter().map(|one| self.safe(one)).collect();
        let _ = writeln!(
            text,
            "\n#### {}\n\n| {} |\n|{}",
            self.safe(&table.heading),
            columns.join(" | "),
            " --- |".repeat(columns.len())
        );
        for row in &table.rows {
            let answers = row.answers.map(|one| delivery::word(self.words, one));
            let answers = answers.map(|one| self.safe(&one)).join(" | ");
            let _ = writeln!(text, "| {} | {answers} |", self.safe(&row.host));
        }
        if let Some(below) = &table.below {
            let _ = writeln!(text, "\n{}", self.safe(below));
        }
    }

    /// An address that begins a cell would be taken for a numbered list and escaped.
    fn host_cell(&self, host: &str) -> String {
        if host.parse::<IpAddr>().is_ok() {
            self.scrub.clean(host)
        } else {
            self.safe(host)
        }
    }

    fn program(&self, text: &mut String, program: &Program) {
        let _ = writeln!(text, "- {}", self.safe(&program.name));
        for line in &program.lines {
            let _ = writeln!(text, "  - {}", self.safe(line));
        }
        if !program.file.is_empty() {
            let file = self.scrub.clean(&program.file.join("\n"));
            let _ = write!(text, "\n{}", markdown_code_block(file));
        }
    }

    /// What was said and done in the checks that failed, or in all of them with `-v`.
    fn record(&self, text: &mut String, facts: &Facts) {
        let everything = self.detail == Detail::Everything;
        let failed =
            |check: &&Check| Outcome::of(check) == Outcome::Failed && !check.steps.is_empty();
        let wanted = facts
            .checks
            .iter()
            .filter(|check| everything || failed(check));
        let most = if everything {
            record::RECORDS_MAX
        } else {
            RECORDS_MAX
        };
        let mut lines: Vec<String> = Vec::new();
        for check in wanted {
            if lines.iter().map(String::len).sum::<usize>() > most {
                lines.push(one_line(&self.words.plain("record-left-out")));
                break;
            }
            self.push(&mut lines, &record::check(self.words, facts, check));
        }
        self.push(&mut lines, &record::logins(self.words, facts));
        let unresolved = facts.checks.iter().any(|check| {
            check
                .failure
                .as_ref()
                .is_some_and(|failure| failure.stage == Stage::Resolve)
        });
        if (everything || unresolved) && !facts.dns.is_empty() {
            lines.push(self.words.plain("record-dns-heading"));
            self.push(&mut lines, &record::dns(self.words, facts));
        }
        if !lines.is_empty() {
            let id = if everything {
                "ticket-record-all"
            } else {
                "ticket-record"
            };
            let _ = writeln!(
                text,
                "\n#### {}\n\n{}",
                self.plain(id),
                markdown_code_block(lines.join("\n"))
            );
        }
    }

    fn push(&self, lines: &mut Vec<String>, entries: &[record::Entry]) {
        for entry in entries {
            // Cut last: half a name would not be recognised.
            let text = self.scrub.clean(&entry.text);
            lines.push(record::Entry { text, ..*entry }.line());
        }
    }

    fn say(&self, id: &str, args: &Args) -> String {
        self.safe(&self.words.text(id, args))
    }

    fn plain(&self, id: &str) -> String {
        self.safe(&self.words.plain(id))
    }

    fn safe(&self, text: &str) -> String {
        markdown_inline(self.scrub.clean(&one_line(text)))
    }
}
