//! One page that can be kept, sent and printed: no script, nothing from elsewhere.

mod delivery;
mod overview;
mod page;
mod route;
mod timeline;
mod tools;

use std::collections::BTreeMap;
use std::io::{self, Write};

use self::overview::Cell;
use self::page::Page;
use super::face::{Face, Manner};
use super::logins;
use super::redact::Scrub;
use super::rows::{self, Outcome};
use super::sentences::{self, Numbers, one_line};
use super::settings::changes::{Change, changes};
use super::settings::programs::{Program, programs};
use super::settings::{Setting, encryption, settings, working};
use super::{Detail, Run, Summary, TargetReport, path, record};
use crate::args;
use crate::escape::terminal;
use crate::facts::{Check, Direction, Facts, Sweep};
use crate::finding::{Finding, Location, Severity, Verdict};
use crate::service::Service;
use crate::words::{Args, Words};

const SHEET: &str = include_str!("html/sheet.css");

/// Nothing is loaded and nothing runs, whatever got into the page.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Names in the title of the page.
const NAMES_MAX: usize = 3;

/// The report as a page. Its overview stands above the targets, so it is written at the end.
pub struct HtmlFace<'a> {
    writer: Writer<'a>,
    scrub: Scrub,
    targets: BTreeMap<usize, Shown>,
}

/// What the page will print of a target.
struct Shown {
    typed: String,
    verdict: Verdict,
    conclusion: String,
    services: BTreeMap<Service, Cell>,
    section: String,
}

impl<'a> HtmlFace<'a> {
    /// Begins a page.
    pub fn new(manner: Manner<'a>) -> Self {
        let Manner {
            run, style, words, ..
        } = manner;
        Self {
            writer: Writer {
                words,
                run,
                detail: style.detail,
            },
            scrub: Scrub::new(run, words.plain("this-machine"), style.redact),
            targets: BTreeMap::new(),
        }
    }
}

impl Face for HtmlFace<'_> {
    fn target(
        &mut self,
        place: usize,
        target: &TargetReport,
        _out: &mut dyn Write,
    ) -> io::Result<()> {
        self.scrub.learn(&target.facts);
        let mut page = Page::new(&self.scrub);
        let id = anchor(place);
        page.element("section", &[("id", &id)], |page| {
            self.writer.target(page, target);
        });
        let shown = Shown {
            typed: target.facts.target.typed.clone(),
            verdict: target.verdict,
            conclusion: sentences::conclusion(self.writer.words, target, true),
            services: overview::cells(&target.facts),
            section: page.finish(),
        };
        self.targets.insert(place, shown);
        Ok(())
    }

    fn end(&mut self, summary: &Summary, out: &mut dyn Write) -> io::Result<()> {
        let mut page = Page::new(&self.scrub);
        page.document(self.writer.words.lang().tag(), |page| {
            page.element("head", &[], |page| {
                self.writer.head(page, summary, &self.targets);
            });
            page.element("body", &[], |page| {
                self.writer.body(page, summary, &self.targets);
            });
        });
        out.write_all(page.finish().as_bytes())
    }
}

struct Writer<'a> {
    words: &'a Words,
    run: &'a Run,
    detail: Detail,
}

impl Writer<'_> {
    fn head(&self, page: &mut Page<'_>, summary: &Summary, targets: &BTreeMap<usize, Shown>) {
        page.void("meta", &[("charset", "utf-8")]);
        let policy = [
            ("http-equiv", "Content-Security-Policy"),
            ("content", POLICY),
        ];
        page.void("meta", &policy);
        for (name, content) in [
            ("viewport", "width=device-width, initial-scale=1"),
            ("color-scheme", "light dark"),
            ("referrer", "no-referrer"),
        ] {
            page.void("meta", &[("name", name), ("content", content)]);
        }
        let names = targets.values().map(|one| one.typed.as_str());
        let mut names: Vec<&str> = names.take(NAMES_MAX).collect();
        if targets.len() > NAMES_MAX {
            names.push("…");
        }
        let args = args! {
            "verdict" => sentences::verdict(self.words, summary.verdict),
            "names" => self.words.list(&names),
        };
        page.element("title", &[], |page| {
            page.text(&self.words.text("html-title", &args));
        });
        page.style(SHEET);
    }

    fn body(&self, page: &mut Page<'_>, summary: &Summary, targets: &BTreeMap<usize, Shown>) {
        page.element("main", &[], |page| {
            self.origin(page, summary);
            if summary.targets > 1 {
                overview::draw(page, self.words, summary, targets);
            }
            for target in targets.values() {
                page.written(&target.section);
            }
        });
    }

    fn target(&self, page: &mut Page<'_>, target: &TargetReport) {
        let facts = &target.facts;
        let class = format!("verdict {}", target.verdict.name());
        page.element("header", &[("class", &class)], |page| {
            badge(page, self.words, target.verdict);
            page.say("h1", "", &sentences::conclusion(self.words, target, true));
            let args = args! {
                "name" => sentences::target_name(self.words, facts, true),
                "reading" => sentences::reading(self.words, facts),
            };
            page.say("p", "", &self.words.text("heading", &args));
            self.addresses(page, facts);
        });
        if self.detail == Detail::Verdict {
            return;
        }
        if !target.findings.is_empty() {
            self.heading(page, "html-findings");
            for (number, finding) in target.findings.iter().enumerate() {
                // The page's heading says the first one's title.
                let titled = number > 0 || finding.severity == Severity::Info;
                self.finding(page, facts, finding, titled);
            }
        }
        if !facts.checks.is_empty() {
            self.heading(page, "html-checks");
            page.element("div", &[("class", "card")], |page| {
                timeline::draw(page, self.words, facts);
            });
        }
        self.paths(page, target);
        for section in logins::sections(self.words, facts) {
            self.heading(page, section.heading);
            page.element("div", &[("class", "card")], |page| {
                for line in &section.lines {
                    page.say("p", "", line);
                }
            });
        }
        self.changes(page, &changes(target));
        self.settings(page, target);
        delivery::draw(page, self.words, facts);
        self.record(page, facts);
    }

    fn addresses(&self, page: &mut Page<'_>, facts: &Facts) {
        self.hosts(page, facts);
        for index in 0..facts.hosts.len() {
            if let Some(line) = sentences::dane_line(self.words, facts, index) {
                page.say("p", "", &line);
            }
        }
    }

    fn hosts(&self, page: &mut Page<'_>, facts: &Facts) {
        if rows::are_grouped(facts) {
            page.element("ul", &[("class", "plain")], |page| {
                for host in &facts.hosts {
                    page.say("li", "", &sentences::host_line(self.words, host));
                }
            });
            return;
        }
        for host in &facts.hosts {
            if !host.aliases.is_empty() {
                let args = args! { "aliases" => self.words.list(&host.aliases) };
                page.say("p", "", &self.words.text("heading-aliases", &args));
            }
            if let Some(line) = sentences::addresses_line(self.words, host) {
                page.say("p", "", &line);
            }
        }
    }

    fn finding(&self, page: &mut Page<'_>, facts: &Facts, finding: &Finding, titled: bool) {
        let class = format!("card finding {}", finding.severity.name());
        page.element("article", &[("class", &class)], |page| {
            if titled {
                page.element("h3", &[], |page| {
                    let severity = sentences::severity(self.words, finding.severity);
                    page.say("span", "chip", &severity);
                    page.verbatim(" ");
                    page.text(&sentences::title(self.words, finding));
                });
            }
            let explanation = sentences::explanation(self.words, finding);
            if !explanation.is_empty() {
                page.say("p", "", &explanation);
            }
            let steps = finding.next_steps.iter();
            let steps: Vec<String> = steps
                .map(|one| sentences::sentence(self.words, one))
                .collect();
            self.sentences(page, "steps", "found-steps", &steps);
            // A note needs no fixing.
            if finding.severity > Severity::Info {
                let owner = sentences::owner_of(self.words, finding);
                let args = args! { "owner" => owner };
                page.say("p", "owner", &self.words.text("found-owner", &args));
            }
            let evidence = sentences::evidence(self.words, facts, finding);
            self.sentences(page, "evidence", "found-evidence", &evidence);
            let numbers = Numbers::of(facts, finding);
            if let Some(numbers) = numbers.sentence(self.words, self.run.vantage.os) {
                self.line(page, "found-numbers", &args! { "numbers" => numbers });
            }
        });
    }

    fn sentences(&self, page: &mut Page<'_>, class: &'static str, heading: &str, list: &[String]) {
        if list.is_empty() {
            return;
        }
        page.element("div", &[("class", class)], |page| {
            page.say("h4", "", &self.words.plain(heading));
            let tag = if class == "steps" { "ol" } else { "ul" };
            page.element(tag, &[], |page| {
                for one in list {
                    page.say("li", "", one);
                }
            });
        });
    }

    fn paths(&self, page: &mut Page<'_>, target: &TargetReport) {
        let facts = &target.facts;
        let traced = facts.sweeps.iter().filter(|sweep| !sweep.hops.is_empty());
        let mut traced = traced.peekable();
        if traced.peek().is_none() {
            return;
        }
        self.heading(page, "html-paths");
        page.element("div", &[("class", "routes")], |page| {
            for (ports, sweep, place) in alike(target, traced.collect()) {
                route::draw(page, self.words, &ports, sweep, place);
            }
        });
    }

    fn changes(&self, page: &mut Page<'_>, changes: &[Change]) {
        if changes.is_empty() {
            return;
        }
        self.heading(page, "settings-change-heading");
        page.element("div", &[("class", "card")], |page| {
            for change in changes {
                page.say("p", "", &change.sentence(self.words));
            }
        });
    }

    fn settings(&self, page: &mut Page<'_>, target: &TargetReport) {
        let best = settings(target);
        if best.is_empty() {
            return;
        }
        self.heading(page, "settings-heading");
        page.element("div", &[("class", "card wide")], |page| {
            page.element("table", &[], |page| {
                page.element("tr", &[], |page| {
                    for column in ["use", "server", "port", "encryption", "authentication"] {
                        page.say("th", "", &self.words.plain(&format!("settings-{column}")));
                    }
                });
                for setting in working(target) {
                    page.element("tr", &[], |page| self.setting(page, &setting));
                }
            });
            page.say("p", "line", &self.words.plain("settings-user"));
        });
        page.element("details", &[("class", "card")], |page| {
            page.say("summary", "", &self.words.plain("settings-programs"));
            for program in programs(self.words, &best) {
                Self::program(page, &program);
            }
        });
    }

    fn program(page: &mut Page<'_>, program: &Program) {
        page.say("h4", "", &program.name);
        for line in &program.lines {
            page.say("p", "", line);
        }
        if !program.file.is_empty() {
            page.element("p", &[("class", "copy")], |page| {
                page.element("code", &[], |page| {
                    page.verbatim(&program.file.join("\n"));
                });
            });
        }
    }

    fn setting(&self, page: &mut Page<'_>, setting: &Setting) {
        let protocol = setting.protocol.name();
        page.say(
            "td",
            "",
            &self.words.plain(&format!("settings-use-{protocol}")),
        );
        page.say("td", "", &setting.host);
        page.say("td", "", &setting.port.to_string());
        page.say("td", "", encryption(setting.security));
        page.say("td", "", &setting.authentication(self.words));
    }

    fn record(&self, page: &mut Page<'_>, facts: &Facts) {
        self.heading(page, "html-record");
        for check in facts.checks.iter().filter(|check| !check.steps.is_empty()) {
            if page.len() > record::RECORDS_MAX {
                self.line(page, "record-left-out", &Args::new());
                break;
            }
            // What was tried for comparison failed beside the point.
            let failed = Outcome::of(check) == Outcome::Failed && !check.context;
            let class = if check.context {
                "card record context".to_owned()
            } else {
                format!("card record {}", Outcome::of(check).name())
            };
            let closed = [("class", class.as_str())];
            let open = [("class", class.as_str()), ("open", "open")];
            let wants_open = failed || self.detail == Detail::Everything;
            page.element(
                "details",
                if wants_open { &open } else { &closed[..] },
                |page| {
                    let heading = record::heading(self.words, facts, check);
                    page.say("summary", "", &heading);
                    entries(page, &record::about(self.words, facts, check));
                    dialogue(page, check);
                },
            );
        }
        let logins = record::logins(self.words, facts);
        if !logins.is_empty() {
            page.element("details", &[("class", "card record")], |page| {
                page.say("summary", "", &self.words.plain("logins-heading"));
                entries(page, &logins);
            });
        }
        if !facts.dns.is_empty() && page.len() <= record::RECORDS_MAX {
            page.element("details", &[("class", "card record")], |page| {
                page.say("summary", "", &self.words.plain("record-dns-heading"));
                entries(page, &record::dns(self.words, facts));
            });
        }
    }

    /// When, with what and from where.
    fn origin(&self, page: &mut Page<'_>, summary: &Summary) {
        let args = sentences::vantage_args(self.words, self.run, summary.elapsed);
        page.element("div", &[("class", "origin")], |page| {
            for id in ["ticket-versions", "ticket-vantage", "ticket-resolvers"] {
                self.line(page, id, &args);
            }
        });
    }

    fn heading(&self, page: &mut Page<'_>, id: &str) {
        page.say("h2", "", &self.words.plain(id));
    }

    fn line(&self, page: &mut Page<'_>, id: &str, args: &Args) {
        page.say("p", "line", &one_line(&self.words.text(id, args)));
    }
}

/// The paths, each once: those to several ports of an address that went the same way, with the same fault, are one.
fn alike<'a>(
    target: &TargetReport,
    sweeps: Vec<&'a Sweep>,
) -> Vec<(Vec<u16>, &'a Sweep, Option<Location>)> {
    let mut paths: Vec<(Vec<u16>, &Sweep, Option<Location>)> = Vec::new();
    for sweep in sweeps {
        let place = fault(target, sweep);
        let port = sweep.destination.port();
        let same = paths.iter_mut().find(|(_, other, there)| {
            let way = other.destination.ip() == sweep.destination.ip();
            way && *there == place && path::legs(other) == path::legs(sweep)
        });
        match same {
            Some((ports, ..)) => ports.push(port),
            None => paths.push((vec![port], sweep, place)),
        }
    }
    paths
}

/// Where on this path a finding says that the fault is.
fn fault(target: &TargetReport, sweep: &Sweep) -> Option<Location> {
    let facts = &target.facts;
    let goes_there = |check: &Check| path::of(facts, check) == Some(sweep);
    let place = target.findings.iter().find_map(|finding| {
        let mut checks = finding.checks.iter().filter_map(|&id| facts.checks.get(id));
        finding.location.filter(|_| checks.any(goes_there))
    });
    place.filter(|place| place.hop.is_some())
}

fn entries(page: &mut Page<'_>, entries: &[record::Entry]) {
    page.element("div", &[("class", "entries")], |page| {
        for entry in entries {
            let indent = format!("margin-left:{}ch", entry.indent.saturating_sub(2));
            page.element("p", &[("style", &indent)], |page| {
                page.verbatim(&entry.text);
            });
        }
    });
}

/// What was said: when, whether it was encrypted, by whom.
fn dialogue(page: &mut Page<'_>, check: &Check) {
    if check.dialogue.is_empty() {
        return;
    }
    page.element("table", &[("class", "dialogue")], |page| {
        for line in &check.dialogue {
            let (class, side) = match line.direction {
                Direction::Sent => ("sent", ">"),
                Direction::Received => ("received", "<"),
            };
            page.element("tr", &[("class", class)], |page| {
                page.say("td", "at", &format!("{:.3}", line.at.as_secs_f64()));
                page.say("td", "cover", if line.under_tls { "TLS" } else { "" });
                page.say("td", "side", side);
                page.element("td", &[("class", "said")], |page| {
                    page.element("code", &[], |page| page.verbatim(&terminal(&line.text.0)));
                });
            });
        }
    });
}

fn badge(page: &mut Page<'_>, words: &Words, verdict: Verdict) {
    let class = format!("badge {}", verdict.name());
    page.say("span", &class, &sentences::verdict(words, verdict));
}

fn anchor(number: usize) -> String {
    format!("target-{}", number + 1)
}
