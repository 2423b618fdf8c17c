//! The page of all findings, made of the words of the locale and of what the scenarios show.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use mailcheck::diagnose::diagnose;
use mailcheck::finding::{Finding, FindingId, Owner, Severity};
use mailcheck::report::sentences;
use mailcheck::words::{Args, Value, Words};

use super::scenario::Scenario;

/// The groups, each by its first finding. The others follow in the order of [`FindingId::ALL`].
const GROUPS: [(FindingId, &str); 13] = [
    (FindingId::NotAsked, "Who wants to be left alone"),
    (FindingId::NameNotFound, "Names and the DNS"),
    (FindingId::HostsFileOverride, "This machine"),
    (FindingId::GatewayDown, "The network"),
    (FindingId::PortClosed, "The server: connections"),
    (FindingId::ClosedBeforeGreeting, "The server: greeting"),
    (FindingId::EhloRejected, "The server: dialogue"),
    (FindingId::StarttlsNotOffered, "STARTTLS"),
    (FindingId::TlsStalled, "TLS"),
    (FindingId::CertificateExpired, "Certificates"),
    (FindingId::DeadlineReached, "The run"),
    (
        FindingId::MtaStsMxNotListed,
        "How a domain has its mail protected",
    ),
    (FindingId::SenderAddressUnknown, "This machine as a sender"),
];

const INTRODUCTION: &str = "\
<!-- Made of locales/en.ftl and tests/scenarios; after a change there: UPDATE=1 cargo test generated -->

# Findings

A finding is what mailcheck makes of what it saw: what is wrong, whose fault it is, and what to do next. Each has a name that
never changes; the JSON output carries it, and `mailcheck explain NAME` shows what stands here.

A finding is an **error** where something that was asked for does not work, **inconclusive** where nothing can be said from here,
a **warning** where it works and something is wrong all the same, and a **note** where it is only worth knowing. What a
finding can be, and who can fix it, depends on what was seen. Placeholders such as *host* stand for what a report names.
";

/// The page, as Markdown.
pub(crate) fn page(scenarios: &[(String, Scenario)], words: &Words) -> String {
    let shown = shown(scenarios, words);
    let mut page = INTRODUCTION.to_owned();
    contents(&mut page);
    for id in FindingId::ALL {
        if let Some((_, name)) = GROUPS.iter().find(|(first, _)| first == id) {
            let _ = write!(page, "\n## {name}\n");
        }
        let seen = shown.get(id).map_or(&[][..], Vec::as_slice);
        section(&mut page, *id, seen, words);
    }
    page
}

/// A finding, and what the scenario that shows it is about.
struct Shown {
    about: String,
    finding: Finding,
    /// What it rests on, in words.
    evidence: Vec<String>,
}

/// Every finding of every scenario.
fn shown(scenarios: &[(String, Scenario)], words: &Words) -> BTreeMap<FindingId, Vec<Shown>> {
    let mut shown: BTreeMap<FindingId, Vec<Shown>> = BTreeMap::new();
    for (_, scenario) in scenarios {
        let facts = scenario.facts();
        for finding in diagnose(&facts) {
            let about = scenario.about.clone();
            let evidence = sentences::evidence(words, &facts, &finding);
            shown.entry(finding.id).or_default().push(Shown {
                about,
                finding,
                evidence,
            });
        }
    }
    shown
}

fn contents(page: &mut String) {
    page.push_str("\n## Contents\n\n");
    for id in FindingId::ALL {
        match GROUPS.iter().find(|(first, _)| first == id) {
            Some((_, name)) => {
                let _ = write!(page, "- [{name}](#{})", anchor(name));
                let _ = write!(page, ":\n  [{id}](#{id})");
            }
            None => {
                let _ = write!(page, ",\n  [{id}](#{id})");
            }
        }
        let next = FindingId::ALL
            .iter()
            .skip_while(|other| *other != id)
            .nth(1);
        if next.is_none_or(|next| GROUPS.iter().any(|(first, _)| first == next)) {
            page.push('\n');
        }
    }
}

/// The anchor that GitHub gives a heading.
fn anchor(heading: &str) -> String {
    let kept = heading
        .chars()
        .filter(|letter| letter.is_alphanumeric() || *letter == ' ');
    let lower: String = kept.flat_map(char::to_lowercase).collect();
    lower.replace(' ', "-")
}

fn section(page: &mut String, id: FindingId, seen: &[Shown], words: &Words) {
    let _ = write!(page, "\n### {id}\n\n**{}**\n", title(id, words));
    let severities: BTreeSet<Severity> = seen.iter().map(|shown| shown.finding.severity).collect();
    let severities = severities
        .iter()
        .rev()
        .map(|severity| words.plain(&format!("severity-{}", severity.name())));
    let owners: BTreeSet<Owner> = seen.iter().map(|shown| shown.finding.owner).collect();
    let owners = owners
        .iter()
        .map(|owner| words.plain(&format!("owner-{}", owner.name())));
    let owners = owners.collect::<Vec<_>>().join("; or ");
    let about = words.plain(&format!("finding-{id}.about"));
    // Where the words say who, they say it better than the cases.
    let (about, owner) = match about.split_once(" Who can fix it: ") {
        Some((about, owner)) => (about, owner.trim_end_matches('.')),
        None => (about.as_str(), owners.as_str()),
    };
    let _ = write!(
        page,
        "\n{} · Who can fix it: {}\n\n{}\n",
        capitalised(&severities.collect::<Vec<_>>().join(" or ")),
        prose(owner),
        prose(about)
    );
    if let Some(example) = example(seen) {
        evidence(page, example, words);
    }
    page.push_str("\nNext steps:\n\n");
    for step in words.plain(&format!("finding-{id}.steps")).lines() {
        let _ = writeln!(page, "- {}", prose(step.trim()));
    }
}

/// A sentence of our own for Markdown: nothing in it is meant as markup.
fn prose(text: &str) -> String {
    text.replace('<', "&lt;")
        .replace('*', "\\*")
        .replace('[', "\\[")
}

fn capitalised(text: &str) -> String {
    let lower = text.to_lowercase();
    let mut letters = lower.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The title with names of what it names in the place of values.
fn title(id: FindingId, words: &Words) -> String {
    let message = format!("finding-{id}");
    let arguments = words.arguments();
    let names = arguments.get(&message).into_iter().flatten();
    let mut args = Args::new();
    for name in names {
        let value = match *name {
            // Of these the sentence chooses its form.
            "count" => Value::from(1_u8),
            "days" => Value::from(10_u8),
            "alias" => Value::from("no"),
            "alone" => Value::from("yes"),
            "purpose" => Value::from("sending"),
            "ports" => Value::from("*port*"),
            other => Value::from(format!("*{other}*")),
        };
        args.insert(name, value);
    }
    words.text(&message, &args)
}

/// The scenario that shows most: the plainest explanation, the worst severity, and most evidence.
fn example(seen: &[Shown]) -> Option<&Shown> {
    seen.iter().max_by_key(|shown| {
        let finding = &shown.finding;
        let located = finding.location.is_some();
        let evidence = shown.evidence.len().min(3);
        (
            finding.variant.is_none(),
            finding.severity,
            located,
            evidence,
        )
    })
}

fn evidence(page: &mut String, example: &Shown, words: &Words) {
    let finding = &example.finding;
    let message = format!("finding-{}", finding.id);
    let explanation = finding.variant.map_or_else(
        || format!("{message}.explanation"),
        |variant| format!("{message}.explanation-{variant}"),
    );
    let _ = write!(page, "\nFor example: {}\n\n", prose(&example.about));
    let _ = writeln!(
        page,
        "> **{}**",
        prose(&words.text(&message, &finding.args))
    );
    let _ = writeln!(
        page,
        ">\n> {}",
        prose(&words.text(&explanation, &finding.args))
    );
    if example.evidence.is_empty() {
        return;
    }
    page.push_str(">\n");
    for line in example.evidence.iter().take(4) {
        let _ = writeln!(page, "> - {}", prose(line));
    }
}
