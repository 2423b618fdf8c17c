//! What was seen: the table of checks, the settings that work, the whole record.

use super::Page;
use crate::args;
use crate::diagnose::delivery::Delivers;
use crate::escape::as_shown;
use crate::facts::{AddressSource, Facts, HostFacts, Login, LoginOutcome};
use crate::finding::Verdict;
use crate::report::layout::{Cell, TableLine, hanging, table, wrap};
use crate::report::rows::{self, Outcome, Row};
use crate::report::settings::programs::{Program, programs};
use crate::report::settings::{Setting, encryption, settings, working};
use crate::report::style::Tone;
use crate::report::{Detail, TargetReport, delivery, record, sentences};

impl Page<'_> {
    pub(super) fn heading(&self, facts: &Facts) -> String {
        let name = self.name(facts);
        let reading = self.safe(&sentences::reading(self.words, facts));
        let line = self.say(
            "heading",
            &args! { "name" => name.clone(), "reading" => reading },
        );
        let mut heading = self.painted(self.paragraph(&line), &name, Tone::Strong);
        if !rows::are_grouped(facts) {
            for host in &facts.hosts {
                heading.push_str(&self.addresses(host));
            }
        }
        for index in 0..facts.hosts.len() {
            if let Some(line) = sentences::dane_line(self.words, facts, index) {
                heading.push_str(&self.paragraph(&self.safe(&line)));
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
            let aliases = self.words.list(&host.aliases);
            let line = self.say("heading-aliases", &args! { "aliases" => aliases });
            lines.push_str(&self.paragraph(&line));
        }
        // A single address stands in every row of the table.
        let in_table = host.source == AddressSource::Dns && host.addresses().len() == 1;
        if let Some(line) = sentences::addresses_line(self.words, host).filter(|_| !in_table) {
            lines.push_str(&self.paragraph(&self.safe(&line)));
        }
        lines
    }

    pub(super) fn checks(&self, facts: &Facts) -> String {
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
        let mut comparisons = Vec::new();
        for row in &rows {
            if rows::are_grouped(facts) && host != Some(row.host) {
                host = Some(row.host);
                lines.extend(facts.hosts.get(row.host).map(|host| self.group(host)));
            }
            if row.context && row.endpoints.len() > 1 {
                comparisons.push(TableLine::Group(self.comparison(row)));
            } else {
                lines.push(TableLine::Cells(self.row(row)));
            }
        }
        lines.extend(comparisons);
        table(&lines, &[1, 4], self.width, self.paint)
    }

    /// The ports that were tried for comparison and came to the same, in a line of their own: so many ports would
    /// widen a column.
    fn comparison(&self, row: &Row) -> String {
        let place = rows::place(self.words, row);
        let cells = [
            rows::service_name(self.words, row),
            rows::port(row),
            place,
            row.details.clone(),
        ];
        cells.map(|cell| self.safe(&cell)).join("  ")
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

    pub(super) fn settings(&self, target: &TargetReport) -> String {
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
        let let_in = |login: &Login| matches!(login.outcome, LoginOutcome::Accepted(_));
        let logged_in = target.facts.logins.iter().any(let_in);
        let below = match (target.verdict, everything) {
            // Where nothing is wrong, the program may be.
            (Verdict::Ok, _) if logged_in => "settings-well-with-login",
            (Verdict::Ok, _) => "settings-well",
            (Verdict::Warning | Verdict::Inconclusive | Verdict::Failed, true) => "settings-user",
            (Verdict::Warning | Verdict::Inconclusive | Verdict::Failed, false) => {
                "settings-user-more"
            }
        };
        block.push_str(&self.paragraph(&self.plain(below)));
        if everything {
            let checks = &target.facts.checks;
            let is_tried = checks
                .iter()
                .any(|check| check.follow_ups.large_hello.is_some());
            if target.verdict == Verdict::Ok && !is_tried {
                block.push_str(&self.paragraph(&self.plain("settings-larger-hello")));
            }
            for program in programs(self.words, &best) {
                block.push_str(&self.program(&program));
            }
        }
        block
    }

    /// Which senders deliver, where the target is a mail domain.
    pub(super) fn delivery(&self, facts: &Facts) -> String {
        let Some(found) = delivery::table(self.words, facts) else {
            return String::new();
        };
        let head = found.columns.iter().map(|column| self.safe(column));
        let mut lines = vec![TableLine::Cells(head.map(Cell::plain).collect())];
        for row in &found.rows {
            let mut cells = vec![Cell::plain(self.safe(&row.host))];
            cells.extend(row.answers.map(|answer| Cell {
                text: self.safe(&delivery::word(self.words, answer)),
                tone: match answer {
                    Delivers::Yes => Tone::Good,
                    Delivers::No => Tone::Bad,
                    Delivers::Unknown => Tone::Unsure,
                },
            }));
            lines.push(TableLine::Cells(cells));
        }
        let mut block = self.strong_line("delivery-heading");
        block.push_str(&table(&lines, &[], self.width, self.paint));
        if let Some(below) = &found.below {
            block.push_str(&self.paragraph(&self.safe(below)));
        }
        block
    }

    fn program(&self, program: &Program) -> String {
        let mut block = format!("\n  {}\n", self.safe(&program.name));
        for line in &program.lines {
            block.push_str(&hanging("    ", &self.safe(line), self.prose));
        }
        // A line that was broken could not be copied.
        for line in &program.file {
            block.push_str("      ");
            block.push_str(&self.safe(line));
            block.push('\n');
        }
        block
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

    pub(super) fn record(&self, facts: &Facts) -> String {
        let mut page = String::new();
        for check in &facts.checks {
            if page.len() > record::RECORDS_MAX {
                page.push_str(&self.paragraph(&self.plain("record-left-out")));
                break;
            }
            self.entries(&mut page, &record::check(self.words, facts, check));
        }
        self.entries(&mut page, &record::logins(self.words, facts));
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
            let text = as_shown(entry.text.clone(), self.style.unicode);
            if entry.marks > 0 {
                let (marks, said) = text.split_at(entry.marks.min(text.len()));
                let marks = " ".repeat(entry.indent) + marks;
                page.push_str(&hanging(&marks, said, self.width));
                continue;
            }
            let width = self.width.saturating_sub(entry.indent + 2);
            for (number, line) in wrap(&text, width).iter().enumerate() {
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
}
