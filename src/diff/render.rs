//! Differences as text: the two runs, a line a difference, and what it comes to.

use std::io::{self, Write};

use super::{
    Certificate, Difference, Finding, Place, Run, State, TargetDifferences, Trend, What, count,
};
use crate::args;
use crate::escape::{as_shown, terminal, truncate};
use crate::failure::Stage;
use crate::finding::{FindingId, Owner, Severity, Verdict};
use crate::report::layout::{hanging, pad};
use crate::report::sentences::{self, one_line};
use crate::report::style::{Paint, Tone};
use crate::report::{Detail, Style};
use crate::words::{Args, Words};
use unicode_width::UnicodeWidthStr;

/// Differences of one target that are shown, and places that share a line: a file may hold any number.
const LINES_MAX: usize = 200;
const PLACES_MAX: usize = 8;

/// Characters of a text from a file, and entries of a list.
const TEXT_MAX: usize = 160;
const LIST_MAX: usize = 8;

/// Two runs and what they are called.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    /// The name of the first file, and its run.
    pub first: (&'a str, &'a Run),
    /// The second.
    pub second: (&'a str, &'a Run),
}

/// Writes what changed. The error is that of `out`.
pub fn render(
    sides: Sides<'_>,
    all: &[TargetDifferences],
    style: Style,
    words: &Words,
    out: &mut (impl Write + ?Sized),
) -> io::Result<()> {
    let page = Page {
        words,
        style,
        paint: Paint { on: style.colour },
    };
    let mut text = String::new();
    if style.detail != Detail::Verdict {
        page.side(&mut text, "diff-first", sides.first);
        page.side(&mut text, "diff-second", sides.second);
        text.push('\n');
        for target in all {
            page.target(&mut text, target);
        }
    }
    page.summary(&mut text, all);
    out.write_all(text.as_bytes())
}

struct Page<'a> {
    words: &'a Words,
    style: Style,
    paint: Paint,
}

impl Page<'_> {
    fn side(&self, text: &mut String, id: &str, (name, run): (&str, &Run)) {
        let args = args! {
            "file" => name,
            "time" => cut(&run.started_at),
            "version" => cut(&run.mailcheck_version),
            "os" => cut(&run.vantage.os),
            "verdict" => self.verdict(&run.verdict),
            "further" => sentences::count(run.further),
        };
        text.push_str(&hanging("", &self.say(id, &args), self.style.width));
        if run.further > 0 {
            let line = self.say("diff-further", &args);
            text.push_str(&hanging("  ", &line, self.style.width));
        }
    }

    fn target(&self, text: &mut String, target: &TargetDifferences) {
        let name = self.safe(&cut(&target.target));
        let line = hanging("", &name, self.style.width);
        text.push_str(&self.paint.tone(Tone::Strong, line.trim_end()));
        text.push('\n');
        for one in target.differences.iter().take(LINES_MAX) {
            self.line(text, &target.name, one);
        }
        let more = target.differences.len().saturating_sub(LINES_MAX);
        if more > 0 {
            let args = args! { "count" => sentences::count(more) };
            let line = self.say("diff-more", &args);
            text.push_str(&hanging("  ", &line, self.style.width));
        }
        text.push('\n');
    }

    fn line(&self, text: &mut String, name: &str, one: &Difference) {
        let trends = Trend::ALL.map(|trend| self.trend(trend));
        let widest = trends.iter().map(|word| word.width()).max().unwrap_or(0);
        let word = self.trend(one.trend);
        let first = format!("  {}  ", pad(&word, widest));
        let mut what = self.what(&one.what);
        if !one.places.is_empty() {
            let args = args! { "places" => self.places(name, &one.places), "what" => what };
            what = self.words.text("diff-at", &args);
        }
        let mut line = hanging(&first, &self.safe(&what), self.style.width);
        // Painted behind the layout, which counts columns and not colour codes.
        line.replace_range(2..2 + word.len(), &self.paint.tone(tone(one.trend), &word));
        text.push_str(&line);
    }

    fn trend(&self, trend: Trend) -> String {
        self.say(&format!("diff-trend-{}", trend.name()), &Args::new())
    }

    /// "submission 587 (192.0.2.1, 192.0.2.2), imaps 993 (192.0.2.1)". The host is named where it is not the target.
    fn places(&self, name: &str, places: &[Place]) -> String {
        let mut shown: Vec<(&Place, Vec<String>)> = Vec::new();
        for place in places {
            let address = place.address.clone();
            let address = address.unwrap_or_else(|| self.words.plain("row-nowhere"));
            match shown.last_mut() {
                Some((last, addresses))
                    if (&last.host, &last.service, last.port)
                        == (&place.host, &place.service, place.port) =>
                {
                    addresses.push(address);
                }
                Some(_) | None => shown.push((place, vec![address])),
            }
        }
        let texts = shown.iter().map(|(place, addresses)| {
            let args = args! {
                "service" => cut(&place.service),
                "port" => place.port,
                "host" => cut(&place.host),
                "addresses" => self.list(addresses),
            };
            let id = if place.host == name {
                "diff-place"
            } else {
                "diff-place-of"
            };
            self.words.text(id, &args)
        });
        self.some(texts.collect(), PLACES_MAX)
    }

    fn list(&self, items: &[String]) -> String {
        self.some(items.iter().map(|one| cut(one)).collect(), LIST_MAX)
    }

    fn some(&self, mut items: Vec<String>, most: usize) -> String {
        let more = items.len().saturating_sub(most);
        items.truncate(most);
        let mut list = items.join(&self.words.plain("between-items"));
        if more > 0 {
            let args = args! { "count" => sentences::count(more) };
            list.push_str(&self.words.text("and-more", &args));
        }
        list
    }

    fn what(&self, what: &What) -> String {
        let say = |id: &str, before: String, after: String| {
            let args = args! { "before" => before, "after" => after };
            self.words.text(id, &args)
        };
        match what {
            What::TargetNew(verdict) => {
                say("diff-target-new", String::new(), self.verdict(verdict))
            }
            What::TargetGone(verdict) => {
                say("diff-target-gone", self.verdict(verdict), String::new())
            }
            What::Verdict(before, after) => {
                say("diff-verdict", self.verdict(before), self.verdict(after))
            }
            What::CheckNew(after) => say("diff-check-new", String::new(), self.state(after)),
            What::CheckGone => self.words.plain("diff-check-gone"),
            What::Check(before, after) => say("diff-check", self.state(before), self.state(after)),
            What::Certificate(two) => say(
                "diff-certificate",
                self.certificate(&two.0),
                self.certificate(&two.1),
            ),
            What::Trust(true) => self.words.plain("diff-trusted"),
            What::Trust(false) => self.words.plain("diff-untrusted"),
            What::TlsVersion(before, after) => say("diff-tls-version", tls(before), tls(after)),
            What::CipherSuite(before, after) => say("diff-cipher-suite", cut(before), cut(after)),
            What::Capabilities(lost, gained) => self.capabilities(lost, gained),
            What::Slower(before, after) => say(
                "diff-slower",
                self.milliseconds(*before),
                self.milliseconds(*after),
            ),
            What::Dns(question, before, after) => {
                let args = args! {
                    "question" => cut(question),
                    "before" => cut(before),
                    "after" => cut(after),
                };
                self.words.text("diff-dns", &args)
            }
            What::FindingNew(finding) => self.finding("diff-finding-new", finding),
            What::FindingGone(finding) => self.finding("diff-finding-gone", finding),
            What::Finding(two) => self.changed(&two.0, &two.1),
        }
    }

    fn state(&self, state: &State) -> String {
        match state {
            State::Ok => self.words.plain("outcome-ok"),
            State::Skipped => self.words.plain("outcome-skipped"),
            State::Failed {
                class,
                stage,
                number,
            } => {
                let args = args! {
                    "class" => cut(class),
                    "stage" => self.stage(stage),
                    "number" => number.as_deref().map_or_else(|| "none".to_owned(), cut),
                };
                self.words.text("diff-failed", &args)
            }
        }
    }

    fn stage(&self, name: &str) -> String {
        let known = Stage::ALL.into_iter().find(|one| one.name() == name);
        let word = known.map(|stage| self.words.plain(&format!("stage-{stage}")));
        word.unwrap_or_else(|| cut(name))
    }

    fn certificate(&self, certificate: &Certificate) -> String {
        let none = || "none".to_owned();
        let args = args! {
            "fingerprint" => certificate.sha256.chars().take(16).collect::<String>(),
            "date" => certificate.not_after.map_or_else(none, sentences::date),
            "days" => certificate.days.map_or_else(none, |days| days.to_string()),
        };
        self.words.text("diff-one-certificate", &args)
    }

    fn capabilities(&self, lost: &[String], gained: &[String]) -> String {
        let mut parts = Vec::new();
        for (id, list) in [("diff-lost", lost), ("diff-gained", gained)] {
            if !list.is_empty() {
                let args = args! { "capabilities" => self.list(list) };
                parts.push(self.words.text(id, &args));
            }
        }
        parts.join(&self.words.plain("between-clauses"))
    }

    fn milliseconds(&self, milliseconds: f64) -> String {
        let args = args! { "number" => format!("{milliseconds:.0}") };
        self.words.text("duration-ms", &args)
    }

    fn finding(&self, id: &str, finding: &Finding) -> String {
        let args = args! {
            "id" => cut(&finding.id),
            "title" => self.title(finding),
            "severity" => self.severity(&finding.severity),
            "owner" => self.owner(&finding.owner),
        };
        self.words.text(id, &args)
    }

    /// The title as the report has it, which may be one in another language: then what is said of such findings in general.
    fn title(&self, finding: &Finding) -> String {
        let is_ours = self.words.lang().has_written(&finding.title);
        let known = FindingId::ALL.iter().find(|id| id.name() == finding.id);
        let general = known
            .filter(|_| !is_ours)
            .and_then(|id| self.words.in_general(&format!("finding-{id}")));
        general.unwrap_or_else(|| cut(&finding.title))
    }

    fn changed(&self, before: &Finding, after: &Finding) -> String {
        let mut parts = Vec::new();
        let mut differs = |id: &str, before: String, after: String| {
            if before != after {
                let args = args! { "before" => before, "after" => after };
                parts.push(self.words.text(id, &args));
            }
        };
        let severity = |one: &Finding| self.severity(&one.severity);
        differs("diff-severity", severity(before), severity(after));
        let owner = |one: &Finding| self.owner(&one.owner);
        differs("diff-owner", owner(before), owner(after));
        differs("diff-location", self.location(before), self.location(after));
        let args = args! {
            "id" => cut(&after.id),
            "title" => self.title(after),
            "changes" => parts.join(&self.words.plain("between-clauses")),
        };
        self.words.text("diff-finding", &args)
    }

    fn location(&self, finding: &Finding) -> String {
        let Some((hop, address)) = &finding.location else {
            return self.words.plain("diff-nowhere");
        };
        let none = || "none".to_owned();
        let args = args! {
            "hop" => hop.map_or_else(none, |hop| hop.to_string()),
            "address" => address.as_deref().map_or_else(none, cut),
        };
        self.words.text("diff-hop", &args)
    }

    fn verdict(&self, name: &str) -> String {
        let known = Verdict::ALL.into_iter().find(|one| one.name() == name);
        known.map_or_else(
            || cut(name),
            |verdict| sentences::verdict(self.words, verdict),
        )
    }

    fn severity(&self, name: &str) -> String {
        let all = [
            Severity::Info,
            Severity::Warning,
            Severity::Inconclusive,
            Severity::Error,
        ];
        let known = all.into_iter().find(|one| one.name() == name);
        known.map_or_else(
            || cut(name),
            |severity| sentences::severity(self.words, severity),
        )
    }

    fn owner(&self, name: &str) -> String {
        let known = Owner::ALL.into_iter().find(|one| one.name() == name);
        known.map_or_else(|| cut(name), |owner| sentences::owner(self.words, owner))
    }

    fn summary(&self, text: &mut String, all: &[TargetDifferences]) {
        let [worse, better, changed] = Trend::ALL.map(|trend| count(all, trend));
        let (outcome, shade) = match (worse, better, changed) {
            (0, 0, 0) => ("same", Tone::Good),
            (0, 0, _) => ("changed", Tone::Note),
            (0, ..) => ("better", Tone::Good),
            (..) => ("worse", Tone::Bad),
        };
        let args = args! {
            "worse" => sentences::count(worse),
            "better" => sentences::count(better),
            "changed" => sentences::count(changed),
        };
        let line = self.say(&format!("diff-summary-{outcome}"), &args);
        let lines = hanging("", &line, self.style.width);
        text.push_str(&self.paint.tone(shade, lines.trim_end()));
        text.push('\n');
    }

    fn say(&self, id: &str, args: &Args) -> String {
        self.safe(&self.words.text(id, args))
    }

    fn safe(&self, text: &str) -> String {
        as_shown(terminal(one_line(text)), self.style.unicode)
    }
}

const fn tone(trend: Trend) -> Tone {
    match trend {
        Trend::Worse => Tone::Bad,
        Trend::Better => Tone::Good,
        Trend::Changed => Tone::Note,
    }
}

fn tls(version: &str) -> String {
    cut(&sentences::tls_version(version))
}

/// A text of a file, as far as a line takes it. What would end the line is escaped here, before lines are joined.
fn cut(text: &str) -> String {
    truncate(&terminal(text), TEXT_MAX)
}
