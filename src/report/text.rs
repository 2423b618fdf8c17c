//! What a person reads in a terminal. No rules, no boxes: a screen reader reads every character aloud.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::face::{Face, InOrder, Manner};
use super::layout::{Cell, TableLine, hanging, table};
use super::rows::{self, Outcome, Row};
use super::sentences::{self, Numbers, one_line};
use super::settings::changes::{Change, changes};
use super::settings::programs::{Program, programs};
use super::settings::{Setting, encryption, settings, working};
use super::style::{Paint, Tone};
use super::{Detail, Style, Summary, TargetReport, path, record};
use crate::args;
use crate::codes::Os;
use crate::escape::{plain_ascii, terminal};
use crate::facts::{Check, Facts, HostFacts, Reading, Tls};
use crate::finding::{Finding, Severity, Verdict};
use crate::words::{Args, Words};

/// Below this no text can be laid out.
const MIN_WIDTH: usize = 40;

/// The report for a terminal.
pub struct TextFace<'a> {
    page: Page<'a>,
    started_at: i64,
    version: &'static str,
    blocks: InOrder<String>,
    conclusions: BTreeMap<usize, (Verdict, String)>,
}

impl<'a> TextFace<'a> {
    /// Begins a report.
    pub fn new(manner: Manner<'a>) -> Self {
        let Manner {
            run, style, words, ..
        } = manner;
        Self {
            page: Page {
                words,
                style,
                paint: Paint { on: style.colour },
                width: style.width.max(MIN_WIDTH),
                os: run.vantage.os,
            },
            started_at: run.started_at,
            version: run.version,
            blocks: InOrder::default(),
            conclusions: BTreeMap::new(),
        }
    }
}

impl Face for TextFace<'_> {
    fn target(
        &mut self,
        place: usize,
        target: &TargetReport,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let conclusion = self.page.conclusion(target);
        self.conclusions.insert(place, (target.verdict, conclusion));
        if self.page.style.detail != Detail::Verdict {
            self.blocks.put(place, self.page.target(target));
        }
        while let Some(block) = self.blocks.next() {
            out.write_all(block.as_bytes())?;
        }
        Ok(())
    }

    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        for block in self.blocks.rest() {
            out.write_all(block.as_bytes())?;
        }
        out.write_all(self.verdict(summary).as_bytes())
    }
}

impl TextFace<'_> {
    /// One line a target where there are several, and one for all.
    fn verdict(&self, summary: &Summary) -> String {
        let mut lines = String::new();
        if let Some((_, (verdict, conclusion))) = self
            .conclusions
            .first_key_value()
            .filter(|_| summary.targets == 1)
        {
            self.verdict_line(&mut lines, *verdict, conclusion);
            return lines;
        }
        for (verdict, conclusion) in self.conclusions.values() {
            let args = args! {
                "verdict" => sentences::verdict(self.page.words, *verdict),
                "what" => conclusion.clone(),
            };
            let line = self.page.say("verdict-target", &args);
            self.page.push_line(&mut lines, *verdict, &line);
        }
        let args = args! {
            "good" => sentences::count(summary.working),
            "all" => sentences::count(summary.targets),
        };
        let all = self.page.say("conclusion-targets", &args);
        self.verdict_line(&mut lines, summary.verdict, &all);
        lines
    }

    fn verdict_line(&self, lines: &mut String, verdict: Verdict, what: &str) {
        let args = args! {
            "verdict" => sentences::verdict(self.page.words, verdict),
            "what" => what,
            "version" => self.version,
            "time" => sentences::moment(self.started_at),
        };
        let line = self.page.say("verdict-line", &args);
        self.page.push_line(lines, verdict, &line);
    }
}

struct Page<'a> {
    words: &'a Words,
    style: Style,
    paint: Paint,
    width: usize,
    os: Os,
}

impl Page<'_> {
    fn target(&self, target: &TargetReport) -> String {
        let facts = &target.facts;
        let mut sections = vec![self.heading(facts) + &self.checks(facts)];
        sections.extend(target.findings.iter().map(|one| self.finding(facts, one)));
        sections.push(self.changes(&changes(target)));
        sections.push(self.settings(target));
        if self.style.detail == Detail::Everything {
            sections.push(self.record(facts));
        }
        sections.retain(|section| !section.is_empty());
        sections
            .iter()
            .fold(String::new(), |page, section| page + section + "\n")
    }

    fn heading(&self, facts: &Facts) -> String {
        let name = self.name(facts);
        let reading = self.safe(&sentences::reading(self.words, facts));
        let line = self.say(
            "heading",
            &args! { "name" => name.clone(), "reading" => reading },
        );
        let mut heading = hanging("", &line, self.width);
        // Painted behind the layout, which counts columns and not colour codes.
        if heading.starts_with(&name) {
            heading.replace_range(..name.len(), &self.paint.tone(Tone::Strong, &name));
        }
        if facts.reading != Reading::Domain {
            for host in &facts.hosts {
                heading.push_str(&self.addresses(host));
            }
        }
        heading
    }

    fn name(&self, facts: &Facts) -> String {
        let name = sentences::target_name(self.words, facts, self.style.unicode);
        self.safe(&name)
    }

    fn addresses(&self, host: &HostFacts) -> String {
        let mut lines = String::new();
        if !host.aliases.is_empty() {
            let aliases = host.aliases.join(", ");
            let line = self.say("heading-aliases", &args! { "aliases" => aliases });
            lines.push_str(&hanging("", &line, self.width));
        }
        if let Some(line) = sentences::addresses_line(self.words, host) {
            lines.push_str(&hanging("", &self.safe(&line), self.width));
        }
        lines
    }

    fn checks(&self, facts: &Facts) -> String {
        let every = self.style.detail == Detail::Everything;
        let rows = rows::rows(self.words, facts, every);
        if rows.is_empty() {
            return String::new();
        }
        let head = ["service", "port", "address", "result", "time", "details"];
        let head = head.map(|column| Cell {
            text: self.plain(&format!("column-{column}")),
            tone: Tone::Strong,
        });
        let mut lines = vec![TableLine::Cells(head.to_vec())];
        let mut host = None;
        for row in &rows {
            if facts.reading == Reading::Domain && host != Some(row.host) {
                host = Some(row.host);
                lines.extend(facts.hosts.get(row.host).map(|host| self.group(host)));
            }
            lines.push(TableLine::Cells(self.row(row)));
        }
        let mut page = table(&lines, &[1, 4], self.width, self.paint);
        if facts.checks.iter().any(is_trusted) {
            let note = self.plain("revocation-unchecked");
            page.push_str(&hanging("", &note, self.width));
        }
        page
    }

    fn group(&self, host: &HostFacts) -> TableLine {
        TableLine::Group(self.safe(&sentences::host_line(self.words, host)))
    }

    fn row(&self, row: &Row) -> Vec<Cell> {
        let outcome = Cell {
            text: self.plain(&format!("outcome-{}", row.outcome.name())),
            tone: match row.outcome {
                Outcome::Ok => Tone::Good,
                Outcome::Failed => Tone::Bad,
                Outcome::Skipped => Tone::Faint,
            },
        };
        vec![
            Cell::plain(self.safe(&rows::service_name(self.words, row))),
            Cell::plain(rows::port(row)),
            Cell::plain(self.safe(&rows::place(self.words, row))),
            outcome,
            Cell::plain(self.safe(&rows::time(self.words, row))),
            Cell::plain(self.safe(&row.details)),
        ]
    }

    fn finding(&self, facts: &Facts, finding: &Finding) -> String {
        let severity = self.safe(&sentences::severity(self.words, finding.severity));
        let title = self.safe(&sentences::title(self.words, finding));
        let line = self.say(
            "found-line",
            &args! { "severity" => severity.clone(), "title" => title },
        );
        let mut block = hanging("", &line, self.width);
        if block.starts_with(&severity) {
            let painted = self.paint.tone(severity_tone(finding.severity), &severity);
            block.replace_range(..severity.len(), &painted);
        }
        let explanation = self.safe(&sentences::explanation(self.words, finding));
        if !explanation.is_empty() {
            block.push_str(&hanging("  ", &explanation, self.width));
        }
        // A note needs no fixing.
        if finding.severity > Severity::Info {
            let owner = sentences::owner(self.words, finding.owner);
            self.field(&mut block, "found-owner", &args! { "owner" => owner });
        }
        if !finding.evidence.is_empty() {
            self.field(&mut block, "found-evidence", &Args::new());
        }
        for sentence in &finding.evidence {
            let text = self.safe(&sentences::sentence(self.words, sentence));
            block.push_str(&hanging("    - ", &text, self.width));
        }
        for sweep in path::beside_evidence(facts, finding) {
            let args = path::line_args(self.words, sweep);
            self.field(&mut block, "path-line", &args);
        }
        if !finding.next_steps.is_empty() {
            self.field(&mut block, "found-steps", &Args::new());
        }
        for (number, step) in finding.next_steps.iter().enumerate() {
            let text = self.safe(&sentences::sentence(self.words, step));
            let first = format!("    {}. ", number + 1);
            block.push_str(&hanging(&first, &text, self.width));
        }
        if let Some(numbers) = Numbers::of(facts, finding).sentence(self.words, self.os) {
            self.field(&mut block, "found-numbers", &args! { "numbers" => numbers });
        }
        block
    }

    fn field(&self, block: &mut String, id: &str, args: &Args) {
        let line = self.say(id, args);
        // Continued two columns further in, so that the labels stand out.
        let wrapped = super::layout::wrap(&line, self.width.saturating_sub(4));
        for (number, line) in wrapped.iter().enumerate() {
            let indent = if number == 0 { "  " } else { "    " };
            block.push_str(indent);
            block.push_str(line);
            block.push('\n');
        }
    }

    fn changes(&self, changes: &[Change]) -> String {
        if changes.is_empty() {
            return String::new();
        }
        let mut block = self.strong_line("settings-change-heading");
        for change in changes {
            let line = self.safe(&change.sentence(self.words));
            block.push_str(&hanging("  - ", &line, self.width));
        }
        block
    }

    fn settings(&self, target: &TargetReport) -> String {
        let everything = self.style.detail == Detail::Everything;
        let best = settings(target);
        if best.is_empty() {
            return String::new();
        }
        let head = ["use", "server", "port", "encryption", "authentication"];
        let head = head.map(|column| Cell::plain(self.plain(&format!("settings-{column}"))));
        let mut lines = vec![TableLine::Cells(head.to_vec())];
        let shown = if everything { &working(target) } else { &best };
        for setting in shown {
            lines.push(TableLine::Cells(self.setting(setting)));
        }
        let mut block = self.strong_line("settings-heading");
        block.push_str(&table(&lines, &[2], self.width, self.paint));
        let user = if everything {
            "settings-user"
        } else {
            "settings-user-more"
        };
        block.push_str(&hanging("", &self.plain(user), self.width));
        if everything {
            for program in programs(self.words, &best) {
                block.push_str(&self.program(&program));
            }
        }
        block
    }

    fn program(&self, program: &Program) -> String {
        let mut block = format!("\n  {}\n", self.safe(&program.name));
        for line in &program.lines {
            block.push_str(&hanging("    ", &self.safe(line), self.width));
        }
        // A line that was broken could not be copied.
        for line in &program.file {
            block.push_str("      ");
            block.push_str(&self.safe(line));
            block.push('\n');
        }
        block
    }

    fn strong_line(&self, id: &str) -> String {
        let line = hanging("", &self.plain(id), self.width);
        self.paint.tone(Tone::Strong, line.trim_end()) + "\n"
    }

    fn setting(&self, setting: &Setting) -> Vec<Cell> {
        vec![
            Cell::plain(self.plain(&format!("settings-use-{}", setting.protocol.name()))),
            Cell::plain(self.safe(&setting.host)),
            Cell::plain(setting.port.to_string()),
            Cell::plain(encryption(setting.security)),
            Cell::plain(self.safe(&setting.authentication(self.words))),
        ]
    }

    fn record(&self, facts: &Facts) -> String {
        let mut page = String::new();
        for check in &facts.checks {
            self.entries(&mut page, &record::check(self.words, facts, check));
        }
        let dns = record::dns(self.words, facts);
        if !dns.is_empty() {
            page.push_str(&self.plain("record-dns-heading"));
            page.push('\n');
            self.entries(&mut page, &dns);
        }
        page
    }

    fn entries(&self, page: &mut String, entries: &[record::Entry]) {
        for entry in entries {
            let text = if self.style.unicode {
                entry.text.clone()
            } else {
                plain_ascii(&entry.text)
            };
            if entry.marks > 0 {
                let (marks, said) = text.split_at(entry.marks.min(text.len()));
                let marks = " ".repeat(entry.indent) + marks;
                page.push_str(&hanging(&marks, said, self.width));
                continue;
            }
            let width = self.width.saturating_sub(entry.indent + 2);
            for (number, line) in super::layout::wrap(&text, width).iter().enumerate() {
                let indent = if number == 0 {
                    entry.indent
                } else {
                    entry.indent + 2
                };
                page.push_str(&" ".repeat(indent));
                page.push_str(line);
                page.push('\n');
            }
        }
    }

    fn push_line(&self, lines: &mut String, verdict: Verdict, line: &str) {
        // The verdict alone is one line, however long: it goes to logs.
        let mut wrapped = if self.style.detail == Detail::Verdict {
            format!("{line}\n")
        } else {
            hanging("", line, self.width)
        };
        let word = self.safe(&sentences::verdict(self.words, verdict));
        if wrapped.starts_with(&word) {
            wrapped.replace_range(..word.len(), &self.paint.tone(verdict_tone(verdict), &word));
        }
        lines.push_str(&wrapped);
    }

    fn conclusion(&self, target: &TargetReport) -> String {
        sentences::conclusion(self.words, target, self.style.unicode)
    }

    fn say(&self, id: &str, args: &Args) -> String {
        self.safe(&self.words.text(id, args))
    }

    fn plain(&self, id: &str) -> String {
        self.safe(&self.words.plain(id))
    }

    fn safe(&self, text: &str) -> String {
        let safe = terminal(one_line(text));
        if self.style.unicode {
            safe
        } else {
            plain_ascii(&safe)
        }
    }
}

fn is_trusted(check: &Check) -> bool {
    check.tls.as_ref().is_some_and(Tls::is_trusted)
}

const fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Bad,
        Severity::Inconclusive => Tone::Unsure,
        Severity::Warning => Tone::Warning,
        Severity::Info => Tone::Note,
    }
}

const fn verdict_tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Ok => Tone::Good,
        Verdict::Warning => Tone::Warning,
        Verdict::Inconclusive => Tone::Unsure,
        Verdict::Failed => Tone::Bad,
    }
}
