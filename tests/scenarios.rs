//! Facts in, findings out: every file of `tests/scenarios/` is a case. A new case is a new file.

#[path = "support/findings_page.rs"]
mod findings_page;
#[path = "support/scenario.rs"]
mod scenario;
#[path = "support/systems.rs"]
mod systems;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use mailcheck::codes::Os;
use mailcheck::diagnose::diagnose;
use mailcheck::facts::Facts;
use mailcheck::finding::{Finding, FindingId, Severity, Verdict};
use mailcheck::report::{Detail, Format, Report, Run, Style, TargetReport, render, sentences};
use mailcheck::words::{Lang, Words};

use scenario::{Expected, Scenario};
use systems::{SYSTEMS, foreign, on_system, steps};

#[test]
fn every_scenario_gives_its_findings_and_no_others() {
    let mut wrong = Vec::new();
    for (name, scenario) in scenarios() {
        let facts = scenario.facts();
        let findings = diagnose(&facts);
        let verdict = Verdict::of(&findings).name();
        let mut complaints = compare(&facts, &scenario.finding, &findings);
        if verdict != scenario.verdict {
            complaints.push(format!("verdict {verdict}, expected {}", scenario.verdict));
        }
        let first = findings.first().map(|finding| finding.id.name());
        if scenario.first.is_some() && scenario.first.as_deref() != first {
            complaints.push(format!("{first:?} stands first"));
        }
        if !complaints.is_empty() {
            let found: Vec<String> = findings
                .iter()
                .map(|finding| describe(&facts, finding))
                .collect();
            wrong.push(format!(
                "{name}: {}\n  {}\n  found:\n    {}",
                scenario.about,
                complaints.join("\n  "),
                found.join("\n    ")
            ));
        }
    }
    assert!(wrong.is_empty(), "\n\n{}\n", wrong.join("\n\n"));
}

#[test]
fn every_finding_of_every_scenario_can_be_said() {
    let words = words();
    for (name, scenario) in scenarios() {
        let facts = scenario.facts();
        for finding in diagnose(&facts) {
            for text in sentences_of(&words, &facts, &finding) {
                assert!(
                    !text.contains("{$") && !text.contains("{ $"),
                    "{name}: {} lacks a value: {text}",
                    finding.id
                );
                // A value that is empty leaves a gap.
                let gap = text.contains("  ") || text.trim() != text || text.contains("()");
                assert!(!gap, "{name}: {} has a gap: {text:?}", finding.id);
                assert!(
                    !text.contains('\n'),
                    "{name}: {} is one line: {text:?}",
                    finding.id
                );
            }
            let first = finding.next_steps.first();
            assert!(
                first.is_none_or(|step| step.id != "step-run-again"),
                "{name}: {} begins with \"then\"",
                finding.id
            );
            // Where a mail program has its settings is not one more thing to do.
            let steps = finding.next_steps.iter();
            let to_do = steps.filter(|step| step.id != "step-where-in-programs");
            assert!(
                to_do.count() <= 4,
                "{name}: {} gives too many steps",
                finding.id
            );
        }
    }
}

#[test]
fn commands_are_those_of_the_system_of_the_run() {
    let languages = Lang::ALL.map(Words::new);
    for (name, scenario) in scenarios() {
        for (os, _) in SYSTEMS {
            let mut facts = scenario.facts();
            facts.vantage.os = os;
            for finding in diagnose(&facts) {
                let told = languages
                    .iter()
                    .flat_map(|words| sentences_of(words, &facts, &finding));
                for text in told {
                    let wrong = foreign(os, &text);
                    assert_eq!(wrong, None, "{name}, {os:?}, {}: {text}", finding.id);
                }
            }
        }
    }
}

#[test]
fn a_filter_of_this_machine_is_looked_for_where_its_system_has_it() {
    let (_, scenario) = scenarios()
        .into_iter()
        .find(|(name, _)| name == "own-firewall-rejects.toml")
        .expect("the scenario");
    for (os, says) in [
        (Os::Linux, "sudo nft list ruleset"),
        (Os::MacOs, "Little Snitch"),
        (
            Os::Windows,
            "Windows Security → Firewall & network protection",
        ),
        (
            Os::Windows,
            "Test-NetConnection 192.0.2.1 -Port 587 in PowerShell",
        ),
    ] {
        let mut facts = scenario.facts();
        facts.vantage.os = os;
        let findings = diagnose(&facts);
        let mut told = findings
            .iter()
            .flat_map(|finding| sentences_of(&words(), &facts, finding));
        assert!(told.any(|text| text.contains(says)), "{os:?}: {says}");
    }
}

/// Steps that no scenario comes to are held to the same.
#[test]
fn no_step_names_a_command_of_one_system_to_all() {
    let mut chosen = 0;
    for step in Lang::ALL.into_iter().flat_map(steps) {
        for (os, name) in SYSTEMS {
            let said = on_system(&step, name);
            assert_eq!(foreign(os, &said), None, "{os:?}: {said}");
            chosen += usize::from(said != step);
        }
    }
    assert!(chosen > 60, "{chosen}");
}

/// A terminal of 24 lines shows the answer, what to do and who can do it, and one page back is all there is.
#[test]
fn a_window_shows_the_answer_and_what_to_do() {
    let languages = Lang::ALL.map(Words::new);
    let (mut seen, mut lacking) = (0, Vec::new());
    for (name, scenario) in scenarios() {
        let facts = scenario.facts();
        let findings = diagnose(&facts);
        let serious = |one: &&Finding| one.severity > Severity::Info;
        if findings.iter().filter(serious).count() != 1 {
            continue;
        }
        seen += 1;
        let report = report(facts, findings);
        for words in &languages {
            let window = window_lacks(&report, words);
            lacking.extend(window.into_iter().map(|lack| format!("{name}: {lack}")));
        }
    }
    assert!(
        lacking.is_empty(),
        "{} of {seen}:\n{}",
        lacking.len(),
        lacking.join("\n")
    );
    assert!(seen > 300, "{seen}");
}

/// What a person at a window of 80 by 24 does not see: of the answer at its top, or of the whole one page back.
fn window_lacks(report: &Report, words: &Words) -> Vec<String> {
    let style = Style {
        colour: false,
        unicode: true,
        width: 80,
        detail: Detail::Normal,
        redact: false,
    };
    let findings = &report.targets[0].findings;
    let first = &findings[0];
    let mut out = Vec::new();
    render(report, Format::Text, style, words, &mut out).expect("memory takes everything");
    let text = String::from_utf8(out).expect("UTF-8");
    // Lines break between words in English, and between any two signs in Chinese.
    let dense = |text: &str| text.split_whitespace().collect::<String>();
    // The prompt below stays in sight too.
    let window = dense(&text.lines().take(23).collect::<Vec<_>>().join(" "));
    let steps = first.next_steps.iter();
    let steps = steps.map(|step| words.text(step.id, &step.args));
    let wanted = steps.chain([
        sentences::owner_of(words, first),
        sentences::verdict(words, Verdict::of(findings)),
        sentences::title(words, first),
        sentences::explanation(words, first),
    ]);
    let mut lacks: Vec<String> = wanted
        .filter(|wanted| !window.contains(&dense(wanted)))
        .map(|wanted| format!("{wanted}\n{text}"))
        .collect();
    // Whoever scrolls back by one screen sees the beginning.
    let lines = text.lines().count();
    if lines > 48 {
        lacks.push(format!("{lines} lines\n{text}"));
    }
    lacks
}

/// Ports that were tried for comparison count too, and those that nobody tried are not said to be closed.
#[test]
fn closed_ports_are_told_as_far_as_they_were_tried() {
    let name = "all-ports-closed-by-the-witness-of-siblings.toml";
    let scenario = scenarios().into_iter().find(|(one, _)| one == name);
    let facts = scenario.expect("the scenario").1.facts();
    let findings = diagnose(&facts);
    let words = words();
    let told = sentences::explanation(&words, &findings[0]);
    let ports = "192.0.2.1 refused every port that was tried: 25, 465, 587, 993.";
    assert!(told.starts_with(ports), "{told}");
    let title = sentences::title(&words, &findings[0]);
    assert_eq!(
        title,
        "Every port that was tried at mail.example.com is closed"
    );
}

#[test]
fn several_names_are_told_in_the_plural() {
    let name = "account-of-a-provider-with-unknown-names.toml";
    let scenario = scenarios().into_iter().find(|(one, _)| one == name);
    let findings = diagnose(&scenario.expect("the scenario").1.facts());
    let title = sentences::title(&words(), &findings[0]);
    assert_eq!(
        title,
        "The names imap.qq.com, pop.qq.com, smtp.qq.com do not exist"
    );
}

/// No mail program shows a number because mailcheck was stopped.
#[test]
fn an_interrupted_run_has_no_error_codes() {
    let mut seen = 0;
    for (name, scenario) in scenarios() {
        let facts = scenario.facts();
        let findings = diagnose(&facts);
        for finding in &findings {
            let stopped = finding.id == FindingId::DeadlineReached;
            seen += usize::from(stopped);
            let numbers = sentences::Numbers::of(&facts, finding);
            assert!(
                !stopped || numbers == sentences::Numbers::default(),
                "{name}"
            );
        }
    }
    assert!(seen > 0);
}

#[test]
fn servers_on_several_hosts_stand_below_their_names() {
    let words = words();
    let mut seen = 0;
    for (name, scenario) in scenarios() {
        let facts = scenario.facts();
        let asked = |host: usize| facts.checks.iter().any(|check| check.host == host);
        let hosts: Vec<String> = (0..facts.hosts.len())
            .filter(|host| asked(*host))
            .map(|host| facts.hosts[host].display.clone())
            .collect();
        if hosts.len() < 2 {
            continue;
        }
        seen += 1;
        let findings = diagnose(&facts);
        let text = text_of(&report(facts, findings), &words);
        for host in hosts {
            let below = |line: &str| line.starts_with(&host) && line.contains(": ");
            assert!(text.lines().any(below), "{name}: {host}\n{text}");
        }
    }
    assert!(seen > 5, "{seen}");
}

fn text_of(report: &Report, words: &Words) -> String {
    let style = Style {
        colour: false,
        unicode: true,
        width: 80,
        detail: Detail::Normal,
        redact: false,
    };
    let mut out = Vec::new();
    render(report, Format::Text, style, words, &mut out).expect("memory takes everything");
    String::from_utf8(out).expect("UTF-8")
}

fn report(facts: Facts, findings: Vec<Finding>) -> Report {
    Report {
        run: Run {
            version: "0.1.0",
            started_at: facts.started_at,
            vantage: facts.vantage.clone(),
            options: None,
        },
        elapsed: Duration::ZERO,
        targets: vec![TargetReport {
            verdict: Verdict::of(&findings),
            facts,
            findings,
            elapsed: Duration::ZERO,
        }],
    }
}

#[test]
fn every_finding_has_a_scenario() {
    let seen: BTreeSet<FindingId> = scenarios()
        .iter()
        .flat_map(|(_, scenario)| diagnose(&scenario.facts()))
        .map(|finding| finding.id)
        .collect();
    let missing: Vec<&str> = FindingId::ALL
        .iter()
        .filter(|id| !seen.contains(id))
        .map(|id| id.name())
        .collect();
    assert!(
        missing.is_empty(),
        "no scenario for: {}",
        missing.join(", ")
    );
}

#[test]
fn the_worst_comes_first() {
    for (name, scenario) in scenarios() {
        let findings = diagnose(&scenario.facts());
        assert!(
            findings.is_sorted_by(|a, b| a.severity >= b.severity),
            "{name}"
        );
    }
}

/// The documentation of findings says what the words and the rules say: rewritten with `UPDATE=1 cargo test generated`.
#[test]
fn the_page_of_findings_is_generated() {
    let made = findings_page::page(&scenarios(), &Words::new(Lang::En));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/findings.md");
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().expect("docs")).expect("a folder");
        fs::write(&path, &made).expect("written");
    }
    let published = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        published == made,
        "docs/findings.md is stale: UPDATE=1 cargo test generated"
    );
    // Every link of the contents leads to a heading.
    let headings: Vec<&str> = made
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .collect();
    let ids: Vec<&str> = FindingId::ALL.iter().map(|id| id.name()).collect();
    assert_eq!(headings, ids);
    assert!(
        !made.contains("{$") && !made.contains("{ $"),
        "a title lacks a placeholder"
    );
}

/// Every scenario with the name of its file.
fn scenarios() -> Vec<(String, Scenario)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of the scenarios")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
        .into_iter()
        .map(|file| {
            let name = file
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let text = fs::read_to_string(&file).expect("a readable file");
            let scenario = Scenario::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, scenario)
        })
        .collect()
}

fn words() -> Words {
    Words::new(Lang::En)
}

fn sentences_of(words: &Words, facts: &Facts, finding: &Finding) -> Vec<String> {
    let title = format!("finding-{}", finding.id);
    let explanation = match finding.variant {
        Some(variant) => format!("{title}.explanation-{variant}"),
        None => format!("{title}.explanation"),
    };
    let of_finding = [title, explanation];
    let of_finding = of_finding.iter().map(|id| {
        words
            .find(id, &finding.args)
            .unwrap_or_else(|| panic!("{id} is missing"))
    });
    let steps = finding.next_steps.iter().map(|sentence| {
        words
            .find(sentence.id, &sentence.args)
            .unwrap_or_else(|| panic!("{} is missing", sentence.id))
    });
    let evidence = sentences::evidence(words, facts, finding);
    of_finding.chain(steps).chain(evidence).collect()
}

fn compare(facts: &Facts, expected: &[Expected], found: &[Finding]) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut left: Vec<&Finding> = found.iter().collect();
    for wanted in expected {
        match left.iter().position(|finding| fits(facts, wanted, finding)) {
            Some(index) => {
                left.remove(index);
            }
            None => complaints.push(format!("missing: {wanted:?}")),
        }
    }
    complaints.extend(
        left.into_iter()
            .map(|finding| format!("too much: {}", describe(facts, finding))),
    );
    complaints
}

fn fits(facts: &Facts, wanted: &Expected, found: &Finding) -> bool {
    let steps: Vec<&str> = found.next_steps.iter().map(|step| step.id).collect();
    wanted.id == found.id.name()
        && wanted.severity == found.severity.name()
        && wanted.owner == found.owner.name()
        && wanted.variant.as_deref() == found.variant
        && wanted
            .checks
            .is_none_or(|checks| checks == found.checks.len())
        && wanted
            .ports
            .as_ref()
            .is_none_or(|wanted| *wanted == ports(facts, found))
        && wanted
            .location
            .is_none_or(|address| found.location.and_then(|place| place.address) == Some(address))
        && wanted
            .hop
            .is_none_or(|hop| found.location.and_then(|place| place.hop) == Some(hop))
        && wanted.certainty.as_deref().is_none_or(|certainty| {
            certainty
                == found
                    .location
                    .map_or("nowhere", |place| place.certainty.name())
        })
        && wanted
            .steps
            .iter()
            .all(|step| steps.contains(&step.as_str()))
        && wanted.evidence.iter().all(|id| {
            found
                .evidence
                .iter()
                .any(|one| one.ids().contains(&id.as_str()))
        })
}

fn ports(facts: &Facts, finding: &Finding) -> Vec<u16> {
    let ports: BTreeSet<u16> = finding
        .checks
        .iter()
        .map(|&id| facts.checks[id].endpoint.port)
        .collect();
    ports.into_iter().collect()
}

fn describe(facts: &Facts, finding: &Finding) -> String {
    let steps: Vec<&str> = finding.next_steps.iter().map(|step| step.id).collect();
    format!(
        "{} {} {} variant {:?} ports {:?} ({} checks) at {:?} steps {steps:?}",
        finding.severity.name(),
        finding.owner.name(),
        finding.id,
        finding.variant,
        ports(facts, finding),
        finding.checks.len(),
        finding.location,
    )
}
