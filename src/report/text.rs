//! What a person reads in a terminal: the answer first. No rules, no boxes: a screen reader reads every character aloud.

mod findings;
mod list;
mod tables;

use std::collections::BTreeMap;
use std::io::{self, Write};

use self::list::Listed;
use super::face::{Face, InOrder, Manner};
use super::layout::hanging;
use super::logins;
use super::sentences::{self, one_line};
use super::settings::changes::{Change, changes};
use super::style::{Paint, Tone};
use super::{Detail, Run, Style, Summary, TargetReport};
use crate::args;
use crate::codes::Os;
use crate::escape::{as_shown, terminal};
use crate::facts::{Facts, Reading};
use crate::finding::{Severity, Verdict};
use crate::words::{Args, Words};

/// Below this no text can be laid out.
const MIN_WIDTH: usize = 40;

/// Longer lines of prose are hard to read; tables may be wider.
const PROSE_MAX: usize = 100;

/// The report for a terminal.
pub struct TextFace<'a> {
    page: Page<'a>,
    run: &'a Run,
    blocks: InOrder<String>,
    /// What comes from a list.
    listed: Listed,
    /// How many blocks have been written.
    written: usize,
    /// The lines about what is not well, for the end of a run with several targets.
    troubles: BTreeMap<usize, String>,
    /// With `-q` the first target's verdict and conclusion, for as long as it may be the only one.
    alone: Option<(Verdict, String)>,
}

impl<'a> TextFace<'a> {
    /// Begins a report.
    pub fn new(manner: Manner<'a>) -> Self {
        let Manner {
            run, style, words, ..
        } = manner;
        let width = style.width.max(MIN_WIDTH);
        Self {
            page: Page {
                words,
                style,
                paint: Paint { on: style.colour },
                width,
                prose: width.min(PROSE_MAX),
                os: run.vantage.os,
            },
            run,
            blocks: InOrder::default(),
            listed: Listed::default(),
            written: 0,
            troubles: BTreeMap::new(),
            alone: None,
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
        let is_listed = target.facts.target.line.is_some();
        if is_listed && self.page.style.detail == Detail::Normal {
            return self.listed.add(place, target, &self.page, out);
        }
        let verdict = self.page.verdict(target);
        if self.page.style.detail == Detail::Verdict {
            if place == 0 {
                self.alone = Some((target.verdict, self.page.conclusion(target)));
            }
            self.blocks.put(place, verdict);
        } else {
            if target.verdict > Verdict::Ok {
                self.troubles.insert(place, verdict);
            }
            self.blocks.put(place, self.page.target(target));
        }
        // The first waits for a second one where its line alone is all there is.
        if self.page.style.detail != Detail::Verdict || place > 0 || self.written > 0 {
            self.write_blocks(out)?;
        }
        Ok(())
    }

    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        let only_line = self.page.style.detail == Detail::Verdict && summary.targets == 1;
        if let Some((verdict, conclusion)) = self.alone.take().filter(|_| only_line) {
            return self.verdict_line(out, verdict, &conclusion);
        }
        for (place, short) in self.listed.few() {
            self.blocks.put(place, short.block);
            self.troubles
                .extend(short.trouble.map(|line| (place, line)));
        }
        self.write_blocks(out)?;
        for block in self.blocks.rest() {
            self.write_block(out, &block)?;
        }
        let all = self.listed.summary(summary, &self.page);
        out.write_all(all.as_bytes())?;
        if summary.targets == 1 {
            let signature = self.page.say("signature", &self.signature());
            return out.write_all(self.page.paragraph(&signature).as_bytes());
        }
        if self.page.style.detail != Detail::Verdict {
            writeln!(out)?;
        }
        for line in std::mem::take(&mut self.troubles).into_values() {
            out.write_all(line.as_bytes())?;
        }
        let args = args! {
            "good" => sentences::count(summary.working),
            "all" => sentences::count(summary.targets),
        };
        let all = self.page.say("conclusion-targets", &args);
        self.verdict_line(out, summary.verdict, &all)
    }
}

impl TextFace<'_> {
    fn write_blocks(&mut self, out: &mut dyn Write) -> io::Result<()> {
        while let Some(block) = self.blocks.next() {
            self.write_block(out, &block)?;
        }
        Ok(())
    }

    fn write_block(&mut self, out: &mut dyn Write, block: &str) -> io::Result<()> {
        if self.written > 0 && self.page.style.detail != Detail::Verdict {
            writeln!(out)?;
        }
        self.written += 1;
        out.write_all(block.as_bytes())
    }

    fn verdict_line(&self, out: &mut dyn Write, verdict: Verdict, what: &str) -> io::Result<()> {
        let mut args = self.signature();
        let word = sentences::verdict(self.page.words, verdict);
        args.insert("verdict", word.into());
        args.insert("what", what.into());
        let line = self.page.say("verdict-line", &args);
        let line = self.page.verdict_block(verdict, &line);
        out.write_all(line.as_bytes())
    }

    /// With what and when.
    fn signature(&self) -> Args {
        args! {
            "version" => self.run.version,
            "time" => sentences::moment(self.run.started_at),
        }
    }
}

struct Page<'a> {
    words: &'a Words,
    style: Style,
    paint: Paint,
    /// Columns of tables.
    width: usize,
    /// Columns of sentences.
    prose: usize,
    os: Os,
}

impl Page<'_> {
    /// The answer, what to do and who, then what was seen: the table, then the evidence.
    fn target(&self, target: &TargetReport) -> String {
        let facts = &target.facts;
        let serious = target.findings.first();
        let serious = serious.filter(|first| first.severity > Severity::Info);
        let others = &target.findings[usize::from(serious.is_some())..];
        let answer = match serious {
            Some(first) => self.verdict(target) + &self.answer(facts, first),
            None => self.verdict(target) + &self.meaning(target),
        };
        let mut sections = vec![answer, self.heading(facts) + &self.checks(facts)];
        sections.extend(others.iter().map(|one| self.finding(facts, one)));
        sections.extend(self.logins(facts));
        sections.push(self.changes(&changes(target)));
        sections.push(self.settings(target));
        sections.push(self.delivery(facts));
        sections.push(self.evidence(target));
        if self.style.detail == Detail::Everything {
            sections.push(self.record(facts));
        }
        sections.retain(|section| !section.is_empty());
        sections.join("\n")
    }

    /// The line about a target: its verdict, and the worst finding or how much works.
    fn verdict(&self, target: &TargetReport) -> String {
        let args = args! {
            "verdict" => sentences::verdict(self.words, target.verdict),
            "what" => self.conclusion(target),
        };
        self.verdict_block(target.verdict, &self.say("verdict-target", &args))
    }

    fn verdict_block(&self, verdict: Verdict, line: &str) -> String {
        // The verdict alone is one line, however long: it goes to logs.
        let block = if self.style.detail == Detail::Verdict {
            format!("{line}\n")
        } else {
            self.paragraph(line)
        };
        self.painted_verdict(verdict, block)
    }

    /// The verdict in one line, however long.
    fn line(&self, target: &TargetReport) -> String {
        let args = args! {
            "verdict" => sentences::verdict(self.words, target.verdict),
            "what" => self.conclusion(target),
        };
        let line = self.say("verdict-target", &args) + "\n";
        self.painted_verdict(target.verdict, line)
    }

    fn painted_verdict(&self, verdict: Verdict, block: String) -> String {
        let word = self.safe(&sentences::verdict(self.words, verdict));
        self.painted(block, &word, verdict_tone(verdict))
    }

    /// What it means that all is well with a mail domain, which is no settings of a mail program.
    fn meaning(&self, target: &TargetReport) -> String {
        match target.facts.reading {
            Reading::Domain => hanging("  ", &self.plain("well-domain"), self.prose),
            Reading::Host | Reading::Service | Reading::Account => String::new(),
        }
    }

    fn changes(&self, changes: &[Change]) -> String {
        if changes.is_empty() {
            return String::new();
        }
        let mut block = self.strong_line("settings-change-heading");
        for change in changes {
            let line = self.safe(&change.sentence(self.words));
            block.push_str(&hanging("  - ", &line, self.prose));
        }
        block
    }

    /// What came of logging in and of handing over mail.
    fn logins(&self, facts: &Facts) -> Vec<String> {
        let sections = logins::sections(self.words, facts).into_iter();
        let section = |section: logins::Section| {
            let mut block = self.strong_line(section.heading);
            for line in section.lines {
                block.push_str(&hanging("  - ", &self.safe(&line), self.prose));
            }
            block
        };
        sections.map(section).collect()
    }

    fn strong_line(&self, id: &str) -> String {
        let line = self.paragraph(&self.plain(id));
        self.paint.tone(Tone::Strong, line.trim_end()) + "\n"
    }

    fn paragraph(&self, text: &str) -> String {
        hanging("", text, self.prose)
    }

    /// `block` with its beginning in a colour: painted behind the layout, which counts columns and not colour codes.
    fn painted(&self, mut block: String, beginning: &str, tone: Tone) -> String {
        if block.starts_with(beginning) {
            let painted = self.paint.tone(tone, beginning);
            block.replace_range(..beginning.len(), &painted);
        }
        block
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
        as_shown(terminal(one_line(text)), self.style.unicode)
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
