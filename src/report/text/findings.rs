//! What it means: each finding with what to do and who can do it, and behind all of them why we think so.

use super::Page;
use crate::args;
use crate::facts::Facts;
use crate::finding::{Finding, Severity};
use crate::report::TargetReport;
use crate::report::layout::{hanging, wrap};
use crate::report::reasons::{self, Reasons};
use crate::report::sentences::{self, Numbers};
use crate::report::style::Tone;
use crate::words::Args;

impl Page<'_> {
    /// A finding below its title.
    pub(super) fn answer(&self, facts: &Facts, finding: &Finding) -> String {
        let mut block = String::new();
        let explanation = self.safe(&sentences::explanation(self.words, finding));
        if !explanation.is_empty() {
            block.push_str(&hanging("  ", &explanation, self.prose));
        }
        if !finding.next_steps.is_empty() {
            self.label(&mut block, "found-steps", &Args::new());
        }
        for (number, step) in finding.next_steps.iter().enumerate() {
            let text = self.safe(&sentences::sentence(self.words, step));
            let first = format!("    {}. ", number + 1);
            block.push_str(&hanging(&first, &text, self.prose));
        }
        // A note needs no fixing.
        if finding.severity > Severity::Info {
            let owner = sentences::owner_of(self.words, finding);
            self.label(&mut block, "found-owner", &args! { "owner" => owner });
        }
        if let Some(numbers) = Numbers::of(facts, finding).sentence(self.words, self.os) {
            self.label(&mut block, "found-numbers", &args! { "numbers" => numbers });
        }
        block
    }

    /// A finding that is not the first.
    pub(super) fn finding(&self, facts: &Facts, finding: &Finding) -> String {
        let severity = self.safe(&sentences::severity(self.words, finding.severity));
        let title = self.safe(&sentences::title(self.words, finding));
        let args = args! { "severity" => severity.clone(), "title" => title };
        let line = self.paragraph(&self.say("found-line", &args));
        self.painted(line, &severity, severity_tone(finding.severity))
            + &self.answer(facts, finding)
    }

    /// Why we think so: of every finding that says it, under its title where there are several.
    pub(super) fn evidence(&self, target: &TargetReport) -> String {
        let all = reasons::of(self.words, target);
        if all.is_empty() {
            return String::new();
        }
        let mut block = self.strong_line("found-evidence");
        let several = all.iter().flat_map(|one| &one.titles).count() > 1;
        let sign = if several { "    - " } else { "  - " };
        for Reasons { titles, reasons } in all {
            for title in titles.iter().filter(|_| several) {
                block.push_str(&hanging("  ", &self.safe(title), self.prose));
            }
            for reason in reasons {
                block.push_str(&hanging(sign, &self.safe(&reason), self.prose));
            }
        }
        block
    }

    /// A line whose beginning, up to its colon, stands out.
    fn label(&self, block: &mut String, id: &str, args: &Args) {
        let line = self.say(id, args);
        let end = line.find([':', '：']);
        let label = end.map_or("", |end| &line[..end]).to_owned();
        // Continued two columns further in, so that the labels stand out.
        for (number, line) in wrap(&line, self.prose.saturating_sub(4)).iter().enumerate() {
            if number == 0 {
                block.push_str("  ");
                block.push_str(&self.painted(line.clone(), &label, Tone::Strong));
            } else {
                block.push_str("    ");
                block.push_str(line);
            }
            block.push('\n');
        }
    }
}

const fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Bad,
        Severity::Inconclusive => Tone::Unsure,
        Severity::Warning => Tone::Warning,
        Severity::Info => Tone::Note,
    }
}
