//! The renderers, on the same fixtures.

#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "report/letter.rs"]
mod letter;
#[path = "report/many.rs"]
mod many;
#[path = "report/readme.rs"]
mod readme;
#[path = "report/settings.rs"]
mod settings;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use mailcheck::finding::Verdict;
use mailcheck::report::{Detail, Format, Manner, Report, Style, nagios, render};
use mailcheck::words::{Lang, Words};
use quick_junit::TestCaseStatus;
use unicode_width::UnicodeWidthStr;

const SCREEN: Style = Style {
    colour: false,
    unicode: true,
    width: 80,
    detail: Detail::Normal,
    redact: false,
};

const ALL: [Format; 9] = [
    Format::Text,
    Format::Json,
    Format::Ndjson,
    Format::Markdown,
    Format::Html,
    Format::Junit,
    Format::Nagios,
    Format::Prometheus,
    Format::Letter,
];

thread_local! {
    // A test asks for the same sentences over and over.
    static WORDS: Words = words();
}

fn words() -> Words {
    Words::new(Lang::En)
}

fn shown(report: &Report, format: Format, style: Style) -> String {
    let mut out = Vec::new();
    WORDS.with(|words| {
        render(report, format, style, words, &mut out).expect("memory takes everything");
    });
    String::from_utf8(out).expect("every format is UTF-8")
}

/// `text` with long runs of the letter of a flood as their length, for a snapshot that can be read.
fn folded(text: &str) -> String {
    let mut short = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("xxxxxxxxxxxxxxxxxxxx") {
        let (before, run) = rest.split_at(start);
        let length = run.len() - run.trim_start_matches('x').len();
        short.push_str(before);
        let _ = write!(short, "({length} x)");
        rest = &run[length..];
    }
    short + rest
}

#[test]
fn text() {
    for (fixture, report) in fixtures::all() {
        let text = shown(&report, Format::Text, SCREEN);
        insta::assert_snapshot!(format!("text-{fixture}"), folded(&text));
    }
}

#[test]
fn text_in_other_styles() {
    let colour = Style {
        colour: true,
        ..SCREEN
    };
    let ascii = Style {
        unicode: false,
        ..SCREEN
    };
    let verbose = Style {
        detail: Detail::Everything,
        ..SCREEN
    };
    let narrow = Style {
        width: 60,
        ..SCREEN
    };
    let cases = [
        ("colour", colour, fixtures::many_faults()),
        ("ascii-domain", ascii, fixtures::domain()),
        ("ascii-hostile", ascii, fixtures::hostile()),
        ("verbose-one-fault", verbose, fixtures::one_fault()),
        ("verbose-hostile", verbose, fixtures::hostile()),
        ("narrow", narrow, fixtures::many_faults()),
    ];
    for (name, style, report) in cases {
        insta::assert_snapshot!(format!("text-{name}"), shown(&report, Format::Text, style));
    }
}

#[test]
fn a_report_is_the_same_in_whatever_order_its_targets_are_done() {
    let mut report = fixtures::two_targets();
    report.targets.extend(fixtures::domain().targets);
    for format in ALL {
        let in_order = shown(&report, format, SCREEN);
        let backwards = told(&report, format, &[2, 1, 0]);
        if format == Format::Ndjson {
            // Each line is written as soon as its target is done.
            let lines: Vec<&str> = backwards.lines().rev().collect();
            assert_eq!(lines.join("\n") + "\n", in_order);
        } else {
            assert_eq!(backwards, in_order, "{format:?}");
        }
    }
}

#[test]
fn a_screen_shows_a_target_before_the_next_is_done() {
    let report = fixtures::two_targets();
    for (format, at_once) in [
        (Format::Text, true),
        (Format::Ndjson, true),
        (Format::Json, false),
    ] {
        let mut out = Vec::new();
        WORDS.with(|words| {
            let mut face = format.begin(manner(&report, words));
            face.target(0, &report.targets[0], &mut out)
                .expect("memory takes everything");
        });
        assert_eq!(!out.is_empty(), at_once, "{format:?}");
    }
}

/// The report as its targets are done in the order of `places`.
fn told(report: &Report, format: Format, places: &[usize]) -> String {
    let mut out = Vec::new();
    WORDS.with(|words| {
        let mut face = format.begin(manner(report, words));
        for &place in places {
            face.target(place, &report.targets[place], &mut out)
                .expect("memory takes everything");
        }
        face.end(&report.summary(), &mut out)
            .expect("memory takes everything");
    });
    String::from_utf8(out).expect("every format is UTF-8")
}

/// The report as a plugin with these limits.
fn monitored(report: &Report, days: nagios::Days) -> String {
    let mut out = Vec::new();
    WORDS.with(|words| {
        let manner = Manner {
            days,
            ..manner(report, words)
        };
        let mut face = Format::Nagios.begin(manner);
        for (place, target) in report.targets.iter().enumerate() {
            face.target(place, target, &mut out)
                .expect("memory takes everything");
        }
        face.end(&report.summary(), &mut out)
            .expect("memory takes everything");
    });
    String::from_utf8(out).expect("every format is UTF-8")
}

fn manner<'a>(report: &'a Report, words: &'a Words) -> Manner<'a> {
    Manner {
        run: &report.run,
        style: SCREEN,
        words,
        days: nagios::Days::default(),
    }
}

#[test]
fn the_verdict_alone() {
    let quiet = Style {
        detail: Detail::Verdict,
        ..SCREEN
    };
    let mut lines = String::new();
    for (_, report) in fixtures::all() {
        lines.push_str(&shown(&report, Format::Text, quiet));
    }
    insta::assert_snapshot!("text-quiet", lines);
}

#[test]
fn json() {
    for (fixture, report) in fixtures::all() {
        let text = shown(&report, Format::Json, SCREEN);
        insta::assert_snapshot!(format!("json-{fixture}"), folded(&text));
    }
}

#[test]
fn ndjson() {
    let text = shown(&fixtures::two_targets(), Format::Ndjson, SCREEN);
    insta::assert_snapshot!("ndjson-two-targets", text);
    for (fixture, report) in fixtures::all() {
        let text = shown(&report, Format::Ndjson, SCREEN);
        assert_eq!(text.lines().count(), report.targets.len(), "{fixture}");
        for (line, target) in text.lines().zip(&report.targets) {
            // What is said of one target is what a report about it alone says.
            let alone = Report {
                targets: vec![target.clone()],
                ..report.clone()
            };
            let alone = shown(&alone, Format::Json, SCREEN);
            let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
            assert_eq!(value(line), value(&alone), "{fixture}");
        }
    }
}

#[test]
fn prometheus() {
    for (fixture, report) in fixtures::all() {
        let text = shown(&report, Format::Prometheus, SCREEN);
        insta::assert_snapshot!(format!("prometheus-{fixture}"), text);
        let series: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .map(|line| line.rsplit_once(' ').expect("a name and a value").0)
            .collect();
        let mut once = series.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), series.len(), "{fixture}: the same series twice");
    }
}

#[test]
fn junit() {
    for (fixture, report) in fixtures::all() {
        let text = shown(&report, Format::Junit, SCREEN);
        insta::assert_snapshot!(format!("junit-{fixture}"), folded(&text));
        let read =
            quick_junit::Report::deserialize_from_str(&text).expect("it reads what it wrote");
        assert_eq!(read.test_suites.len(), report.targets.len(), "{fixture}");
        let fails = |verdict| matches!(verdict, Verdict::Failed | Verdict::Warning);
        let failed = report.targets.iter().any(|target| {
            let checks = target.facts.checks.iter();
            let mut own = checks.filter(|check| !check.context);
            fails(target.verdict) && own.any(|check| check.failure.is_some())
        });
        assert_eq!(
            read.failures > 0,
            failed,
            "{fixture}: what fails fails the job, and nothing else does"
        );
        // What was tried is never skipped.
        let cases = read.test_suites.iter().flat_map(|suite| &suite.test_cases);
        let skipped = cases.filter(|case| matches!(case.status, TestCaseStatus::Skipped { .. }));
        let untried = report
            .targets
            .iter()
            .flat_map(|target| &target.facts.checks);
        let untried = untried.filter(|check| check.failure.is_none() && check.steps.is_empty());
        assert_eq!(skipped.count(), untried.count(), "{fixture}");
    }
}

mod html {
    //! A page that stands alone, in which nobody else can write.

    use super::{Detail, Format, SCREEN, Style, fixtures, folded, shown};

    #[test]
    fn html() {
        for (fixture, report) in fixtures::all() {
            let text = shown(&report, Format::Html, SCREEN);
            // The sheet is a file of its own.
            let (head, rest) = text.split_once("<style>").expect("a sheet");
            let (_, body) = rest.split_once("</style>").expect("its end");
            insta::assert_snapshot!(
                format!("html-{fixture}"),
                folded(&format!("{head}[…]{body}"))
            );
        }
    }

    /// Name and attributes of every tag, in order; `/name` where one ends, `name/` where it has no inside.
    fn tags(text: &str) -> Vec<(String, Vec<(String, String)>)> {
        let mut tags = Vec::new();
        let mut rest = text;
        while let Some((_, from)) = rest.split_once('<') {
            let (tag, behind) = from.split_once('>').expect("a tag ends");
            assert!(!tag.contains('<'), "{tag}");
            let (name, mut list) = tag.split_once(' ').unwrap_or((tag, ""));
            let mut attributes = Vec::new();
            while let Some((name, value)) = list.split_once("=\"") {
                let (value, others) = value.split_once('"').expect("a value ends");
                attributes.push((name.trim().to_owned(), value.to_owned()));
                list = others;
            }
            assert!(matches!(list, "" | "/" | "html"), "{tag}: {list}");
            let end = if list == "/" { "/" } else { "" };
            tags.push((format!("{name}{end}"), attributes));
            rest = behind;
        }
        tags
    }

    #[test]
    fn every_tag_is_ours_and_is_closed() {
        const OURS: &str = " !doctype html head meta/ title style body header main footer section \
            article div h1 h2 h3 h4 p ol ul li span b code a table tr th td details summary svg \
            rect rect/ line/ path/ circle/ ";
        for (fixture, report) in fixtures::all() {
            for detail in [Detail::Verdict, Detail::Normal, Detail::Everything] {
                let text = shown(&report, Format::Html, Style { detail, ..SCREEN });
                let mut open = Vec::new();
                for (tag, _) in tags(&text) {
                    if let Some(name) = tag.strip_prefix('/') {
                        assert_eq!(open.pop().as_deref(), Some(name), "{fixture}");
                        continue;
                    }
                    assert!(OURS.contains(&format!(" {tag} ")), "{fixture}: {tag}");
                    if !tag.ends_with('/') && tag != "!doctype" {
                        open.push(tag);
                    }
                }
                assert!(open.is_empty(), "{fixture}: {open:?}");
            }
        }
    }

    #[test]
    fn nothing_is_loaded_and_nothing_runs() {
        const HARMLESS: &str = " aria-hidden aria-label charset class content cx cy d height href \
            http-equiv id lang name open preserveAspectRatio r role rx style viewBox width x x1 x2 \
            y y1 y2 ";
        for (fixture, report) in fixtures::all() {
            let text = shown(&report, Format::Html, SCREEN);
            for (tag, attributes) in tags(&text) {
                for (name, value) in attributes {
                    let harmless = HARMLESS.contains(&format!(" {name} "));
                    assert!(harmless, "{fixture}: {tag} {name}");
                    let stays = name != "href" || value.starts_with('#');
                    assert!(stays, "{fixture}: {value}");
                }
            }
            let policy =
                "http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;";
            assert!(
                text.contains(policy),
                "{fixture}: whatever got in does not run"
            );
            let sheet = text.split_once("<style>").expect("a sheet").1;
            let sheet = sheet.split_once("</style>").expect("its end").0;
            for load in ["url(", "@import", "@font-face", "image", "<"] {
                assert!(!sheet.contains(load), "{load}");
            }
        }
    }

    #[test]
    fn what_a_server_says_is_text() {
        let style = Style {
            detail: Detail::Everything,
            ..SCREEN
        };
        let text = shown(&fixtures::hostile(), Format::Html, style);
        assert!(text.contains("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(!text.contains("<script") && !text.contains("alert(1)<"));
        // The words that look like a line of ours stand behind what the server began with.
        assert!(text.contains("\\r\\nverdict: ok"), "{text}");
    }
}

#[test]
fn nagios() {
    for (fixture, report) in fixtures::all() {
        let text = shown(&report, Format::Nagios, SCREEN);
        insta::assert_snapshot!(format!("nagios-{fixture}"), folded(&text));
    }
}

// One server at sixteen addresses filled reports of 600 MB.
#[test]
fn a_server_does_not_decide_how_long_a_report_is() {
    let report = torrent();
    for format in Format::all() {
        for detail in [Detail::Normal, Detail::Everything] {
            let text = shown(&report, format, Style { detail, ..SCREEN });
            let megabytes = text.len() / 1024 / 1024;
            let most = match format {
                // Everything that was seen of 112 checks.
                Format::Json | Format::Ndjson => 10,
                _ => 3,
            };
            assert!(megabytes < most, "{format:?} {detail:?}: {megabytes} MB");
        }
    }
}

/// Seven services at sixteen addresses, and at each the server says as much as is kept, in signs that do not show.
fn torrent() -> Report {
    let mut report = fixtures::flood();
    let facts = &mut report.targets[0].facts;
    let mut one = facts.checks[0].clone();
    let line = mailcheck::facts::Line {
        text: mailcheck::wire::Text(vec![0x1b; 1024]),
        ..one.dialogue[0].clone()
    };
    one.dialogue = vec![line.clone(); 64];
    one.capabilities = Some(vec![line.text; 16]);
    facts.checks = (0..112)
        .map(|number| {
            let mut check = one.clone();
            check.address = Some([192, 0, 2, number % 16].into());
            check
        })
        .collect();
    report
}

#[test]
fn a_plugin_keeps_to_what_monitoring_systems_read() {
    let mut report = fixtures::many_faults();
    for number in 0..80 {
        let mut target = fixtures::many_faults().targets.remove(0);
        target.facts.target.typed = format!("mail{number}.example.com");
        report.targets.push(target);
    }
    for detail in [Detail::Verdict, Detail::Normal, Detail::Everything] {
        let text = shown(&report, Format::Nagios, Style { detail, ..SCREEN });
        assert!(text.len() <= 8192, "{}", text.len());
        let last = text.lines().last().expect("a line");
        assert!(
            detail == Detail::Verdict || last.contains(" more lines are left out"),
            "{last}"
        );
    }
    let one = shown(&fixtures::healthy(), Format::Nagios, SCREEN);
    let first = one.lines().next().expect("a line");
    assert!(first.len() < 300, "{first}");
}

#[test]
fn only_the_first_line_of_a_plugin_has_performance_data() {
    for (fixture, report) in fixtures::all() {
        for detail in [Detail::Verdict, Detail::Normal, Detail::Everything] {
            let text = shown(&report, Format::Nagios, Style { detail, ..SCREEN });
            let (first, rest) = text.split_once('\n').expect("a line");
            assert!(first.starts_with("MAILCHECK "), "{fixture}: {first}");
            assert!(first.matches('|').count() <= 1, "{fixture}: {first}");
            assert!(!rest.contains('|'), "{fixture}: {rest}");
            let data = first.split_once(" | ").map_or("", |(_, data)| data);
            for datum in data.split_whitespace() {
                let (label, values) = datum
                    .strip_prefix('\'')
                    .and_then(|datum| datum.split_once("'="))
                    .unwrap_or_else(|| panic!("{fixture}: {datum}"));
                assert!(!label.contains(['\'', '=']), "{fixture}: {label}");
                let value = values.split(';').next().unwrap_or_default();
                let number = value.trim_end_matches('s').parse::<f64>();
                assert!(value == "U" || number.is_ok(), "{fixture}: {datum}");
            }
        }
    }
}

#[test]
fn days_to_the_end_of_a_certificate_decide_the_state() {
    // The certificates of this fixture end in 60 days.
    let report = fixtures::healthy();
    let rows = [
        (14, 3, ("OK", 0)),
        (60, 3, ("OK", 0)),
        (61, 60, ("WARNING", 1)),
        (90, 61, ("CRITICAL", 2)),
    ];
    for (warning, critical, (state, code)) in rows {
        let days = nagios::Days { warning, critical };
        assert_eq!(
            nagios::state(nagios::verdict(&report.targets[0], days)),
            (state, code)
        );
        let text = monitored(&report, days);
        assert!(text.starts_with(&format!("MAILCHECK {state} - ")), "{text}");
        let says_why = text.contains("a certificate expires in 60 days");
        assert_eq!(says_why, state != "OK", "{text}");
    }
    // A warning is left where the limits say so.
    let report = fixtures::expiring();
    assert_eq!(report.summary().verdict, Verdict::Warning);
    for (warning, verdict) in [(9, Verdict::Ok), (10, Verdict::Warning)] {
        let critical = 0;
        let days = nagios::Days { warning, critical };
        assert_eq!(
            nagios::verdict(&report.targets[0], days),
            verdict,
            "{warning}"
        );
    }
}

#[test]
fn markdown() {
    let redacted = Style {
        redact: true,
        ..SCREEN
    };
    for (fixture, report) in fixtures::all() {
        let text = shown(&report, Format::Markdown, SCREEN);
        insta::assert_snapshot!(format!("markdown-{fixture}"), folded(&text));
        if matches!(fixture, "many-faults" | "domain") {
            let text = shown(&report, Format::Markdown, redacted);
            insta::assert_snapshot!(format!("markdown-{fixture}-redacted"), text);
        }
    }
}

#[test]
fn a_healthy_host_fits_a_screen() {
    let text = shown(&fixtures::healthy(), Format::Text, SCREEN);
    let prompts = 2;
    assert!(text.lines().count() + prompts <= 24, "{text}");
}

#[test]
fn no_line_is_decoration() {
    // A screen reader reads every sign of one aloud.
    for (fixture, report) in fixtures::all() {
        for detail in [Detail::Normal, Detail::Everything] {
            let text = shown(&report, Format::Text, Style { detail, ..SCREEN });
            for line in text.lines().filter(|line| !line.is_empty()) {
                let says = line.contains(|letter: char| letter.is_alphanumeric());
                let drawn = |letter: char| ('\u{2500}'..='\u{259f}').contains(&letter);
                assert!(says && !line.contains(drawn), "{fixture}: {line}");
                assert!(
                    !line.contains("---") && !line.contains("==="),
                    "{fixture}: {line}"
                );
            }
        }
    }
}

#[test]
fn a_dialogue_says_who_spoke_when_and_what_was_hidden() {
    let verbose = Style {
        detail: Detail::Everything,
        ..SCREEN
    };
    let text = shown(&fixtures::healthy(), Format::Text, verbose);
    let submission = text
        .split("submission, port 587 ")
        .nth(1)
        .expect("a record");
    let lines = submission.lines().map(str::trim);
    let said = lines.skip_while(|line| !line.starts_with("Dialogue"));
    let said: Vec<&str> = said.skip(1).collect();
    let expected = [
        "0.024     < 220 mail.example.com ESMTP",
        "0.024     > EHLO pc7.corp.example",
        "0.036     < 250-mail.example.com Hello pc7.corp.example [192.168.1.7]",
        "0.036     < 250 STARTTLS",
        "0.036     > STARTTLS",
        "0.048     < 220 2.0.0 Ready to start TLS",
        "0.101 TLS > EHLO pc7.corp.example",
    ];
    assert_eq!(said[..expected.len()], expected);
}

#[test]
fn text_keeps_to_its_width() {
    for (fixture, report) in fixtures::all() {
        for width in [40, 60, 72, 80, 100, 120, 132, 200] {
            for detail in [Detail::Normal, Detail::Everything] {
                let text = shown(
                    &report,
                    Format::Text,
                    Style {
                        width,
                        detail,
                        ..SCREEN
                    },
                );
                for line in text.lines() {
                    assert!(line.width() <= width, "{fixture} at {width}: {line}");
                    assert_eq!(line.trim_end(), line, "{fixture}: blanks at the end");
                }
            }
        }
    }
}

#[test]
fn colour_and_detail_change_no_words() {
    for (fixture, report) in fixtures::all() {
        let colour = shown(
            &report,
            Format::Text,
            Style {
                colour: true,
                ..SCREEN
            },
        );
        assert_eq!(
            without_colour(&colour),
            shown(&report, Format::Text, SCREEN),
            "{fixture}"
        );
        let quiet = shown(
            &report,
            Format::Text,
            Style {
                detail: Detail::Verdict,
                width: 40,
                ..SCREEN
            },
        );
        assert_eq!(
            quiet.lines().count(),
            if report.targets.len() == 1 {
                1
            } else {
                report.targets.len() + 1
            }
        );
    }
}

fn without_colour(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('m').map_or(part, |(_, behind)| behind));
    }
    plain
}

#[test]
fn no_format_lets_the_server_speak_for_itself() {
    for (fixture, report) in fixtures::all() {
        for format in ALL {
            for detail in [Detail::Verdict, Detail::Normal, Detail::Everything] {
                let text = shown(&report, format, Style { detail, ..SCREEN });
                let bad = |letter: char| {
                    letter.is_control() && letter != '\n'
                        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                };
                assert_eq!(text.find(bad), None, "{fixture}: {format:?}: {text}");
                assert!(
                    !text.lines().any(|line| line.starts_with("verdict: ok")),
                    "{fixture}: a forged line"
                );
            }
        }
        let ascii = shown(
            &report,
            Format::Text,
            Style {
                unicode: false,
                detail: Detail::Everything,
                ..SCREEN
            },
        );
        assert!(ascii.is_ascii(), "{fixture}");
    }
}

#[test]
fn every_word_is_there() {
    let ids: BTreeSet<String> = words().ids().into_iter().collect();
    for (fixture, report) in fixtures::all() {
        for format in [
            Format::Text,
            Format::Markdown,
            Format::Html,
            Format::Junit,
            Format::Nagios,
            Format::Letter,
        ] {
            let style = Style {
                detail: Detail::Everything,
                width: 1000,
                ..SCREEN
            };
            let text = shown(&report, format, style);
            // An id of several parts would stand in the text where its words are missing.
            let gap = text
                .split_whitespace()
                .find(|word| word.contains('-') && ids.contains(*word));
            assert_eq!(gap, None, "{fixture}: {text}");
            assert!(
                !text.contains("{ $") && !text.contains("{$"),
                "{fixture}: {text}"
            );
        }
    }
}

#[test]
fn what_is_handed_on_does_not_tell_where_it_was_made() {
    for (fixture, report) in fixtures::all() {
        for detail in [Detail::Normal, Detail::Everything] {
            for format in [Format::Markdown, Format::Html] {
                let text = shown(&report, format, Style { detail, ..SCREEN });
                for own in ["pc7", "corp.example", "192.168.1.7", "2001:db8:7::7"] {
                    assert!(!text.contains(own), "{fixture}: {own}: {text}");
                }
                let redacted = shown(
                    &report,
                    format,
                    Style {
                        detail,
                        redact: true,
                        ..SCREEN
                    },
                );
                for public in ["192.0.2.10", "2001:db8::10", "203.0.113.7", "198.51.100.25"] {
                    assert!(
                        !redacted.contains(public),
                        "{fixture}: {public}: {redacted}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_ticket_fits_into_what_it_is_pasted_into() {
    // GitHub takes 65,536 characters.
    for format in [Format::Markdown, Format::Junit] {
        let text = shown(&fixtures::flood(), format, SCREEN);
        let longest = text.lines().map(str::len).max().unwrap_or_default();
        assert!(longest < 3000, "{format:?}: {longest}");
        assert!(text.len() < 30_000, "{format:?}: {}", text.len());
        assert!(text.contains("…[+"), "{format:?}: what is left out is said");
    }
}

/// A line without its code spans, in which nothing is markup.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect()
}

#[test]
fn a_ticket_is_one_block() {
    // The server's backticks end no fence, and its markup formats nothing.
    let text = shown(&fixtures::hostile(), Format::Markdown, SCREEN);
    let mut fence: Option<String> = None;
    for line in text.lines() {
        let ticks: String = line.chars().take_while(|letter| *letter == '`').collect();
        match &fence {
            None if ticks.len() >= 3 => fence = Some(ticks),
            None => {
                let line = without_code(line);
                let plain = line.replace("\\<", "");
                for (place, _) in plain.match_indices('<') {
                    let next = plain[place + 1..].chars().next();
                    let is_time = next.is_some_and(|next| next == ' ' || next.is_ascii_digit());
                    assert!(is_time, "{line}");
                }
                assert!(!line.replace("\\]", "").contains("](http"), "{line}");
                assert!(!line.contains("@everyone"), "{line}");
            }
            Some(open) if line == open => fence = None,
            Some(_) => {}
        }
    }
    assert_eq!(fence, None, "every fence is closed");
}

mod schema {
    use super::{Format, SCREEN, fixtures, shown};
    use mailcheck::report::json;

    const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/report-1.schema.json");

    #[test]
    fn the_generated_schema_is_that_of_the_types() {
        let mut made =
            serde_json::to_string_pretty(&json::schema()).expect("a schema is plain data");
        made.push('\n');
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(PATH, &made).expect("the schema can be written");
        }
        let published = std::fs::read_to_string(PATH).expect("the schema is checked in");
        assert_eq!(published, made, "run the tests with UPDATE=1");
    }

    #[test]
    fn every_report_follows_it() {
        let schema = serde_json::to_value(json::schema()).expect("a schema is plain data");
        let validator = jsonschema::options()
            .should_validate_formats(true)
            .build(&schema)
            .expect("a valid schema");
        for (fixture, report) in fixtures::all() {
            let text = shown(&report, Format::Json, SCREEN);
            let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            let errors: Vec<String> = validator
                .iter_errors(&value)
                .map(|error| error.to_string())
                .collect();
            assert!(errors.is_empty(), "{fixture}: {errors:?}");
        }
    }

    #[test]
    fn it_notices_what_is_wrong() {
        let schema = serde_json::to_value(json::schema()).expect("a schema is plain data");
        let validator = jsonschema::validator_for(&schema).expect("a valid schema");
        let text = shown(&fixtures::one_fault(), Format::Json, SCREEN);
        let good: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        for (pointer, wrong) in [
            ("/verdict", "broken"),
            ("/schema_version", "1"),
            ("/targets/0/checks/0/failure/class", "silence"),
            ("/targets/0/findings/0/id", "no-such-finding"),
            ("/targets/0/checks/0/port", "587"),
        ] {
            let mut bad = good.clone();
            *bad.pointer_mut(pointer).expect(pointer) = wrong.into();
            assert!(!validator.is_valid(&bad), "{pointer}");
        }
    }

    #[test]
    fn every_name_is_explained() {
        let schema = serde_json::to_value(json::schema()).expect("a schema is plain data");
        let objects = schema["$defs"].as_object().expect("definitions").iter();
        for (name, object) in objects.chain([(&"report".to_owned(), &schema)]) {
            let properties = object["properties"].as_object();
            for (property, what) in properties.into_iter().flatten() {
                assert!(what["description"].is_string(), "{name}.{property}");
            }
        }
    }

    #[test]
    fn absent_and_null_are_two_things() {
        let text = shown(&fixtures::one_fault(), Format::Json, SCREEN);
        let value: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let [silent, sibling, ..] = value["targets"][0]["checks"]
            .as_array()
            .expect("checks")
            .as_slice()
        else {
            panic!("two checks at least")
        };
        assert_eq!(value["targets"][0].get("mx"), None, "not asked");
        assert_eq!(
            value["targets"][0]["hosts"][0].get("ipv6"),
            Some(&serde_json::Value::Null),
            "asked, and none"
        );
        assert_eq!(silent.get("greeting"), None);
        assert_eq!(silent["failure"]["timer"], "own");
        assert_eq!(silent["failure"]["winsock"]["code"], 10060);
        assert_eq!(silent["failure"].get("os_error"), None, "no system gave up");
        assert_eq!(sibling.get("failure"), Some(&serde_json::Value::Null));
        assert_eq!(sibling["context"], true);
    }
}

mod failures {
    //! Every trouble at every stage has words of its own, in sentence and in table.

    use std::fmt::Write as _;
    use std::time::Duration;

    use mailcheck::codes::Os;
    use mailcheck::facts::Check;
    use mailcheck::failure::{
        CertificateProblem, Failure, Icmp, OsError, Permanence, Rejection, ResolveTrouble, Stage,
        TlsTrouble, Trouble,
    };
    use mailcheck::report::sentences;
    use mailcheck::wire::Text;
    use mailcheck::wire::foreign::Speaks;

    use super::{fixtures, words};

    fn troubles() -> Vec<Trouble> {
        let text = |said: &str| Text(said.as_bytes().to_vec());
        let os = |code, icmp| OsError {
            os: Os::Linux,
            code: Some(code),
            text: "os text".to_owned(),
            icmp,
        };
        let icmp = |kind, code, from| {
            Some(Icmp {
                kind,
                code,
                from,
                v6: false,
            })
        };
        let router = Some("203.0.113.1".parse().expect("an address"));
        let limit = Duration::from_secs(10);
        let mut troubles = vec![
            Trouble::Clock {
                limit,
                received: text(""),
            },
            Trouble::Clock {
                limit,
                received: text("220-"),
            },
            Trouble::Deadline { received: text("") },
            Trouble::Closed { received: text("") },
            Trouble::Closed {
                received: text("220-"),
            },
            Trouble::Malformed {
                received: text("?"),
                speaks: None,
            },
            Trouble::Malformed {
                received: text("SSH-2.0"),
                speaks: Some(Speaks::Ssh),
            },
            Trouble::NotOffered,
            Trouble::Tls(TlsTrouble::Alert { description: 40 }),
            Trouble::Tls(TlsTrouble::Alert { description: 250 }),
            Trouble::Tls(TlsTrouble::NotTls {
                received: text("220 x"),
                speaks: None,
            }),
            Trouble::Tls(TlsTrouble::NotTls {
                received: text("220 x"),
                speaks: Some(Speaks::Smtp),
            }),
            Trouble::Tls(TlsTrouble::Incompatible("no version".to_owned())),
            Trouble::Tls(TlsTrouble::Misbehaved("odd".to_owned())),
            Trouble::Tls(TlsTrouble::Certificate("bad DER".to_owned())),
            Trouble::Tls(TlsTrouble::Other("odd".to_owned())),
        ];
        for permanence in [Permanence::Temporary, Permanence::Permanent] {
            troubles.push(Trouble::Rejected(Rejection {
                reply: vec![text("554 no")],
                permanence,
            }));
        }
        // Timeout, refused, unreachable, prohibited, reset, local.
        for code in [110, 111, 113, 13, 104, 24] {
            troubles.push(Trouble::Os(os(code, None)));
        }
        for (kind, code) in [(3, 3), (3, 1), (3, 13), (11, 0), (99, 0)] {
            troubles.push(Trouble::Os(os(113, icmp(kind, code, router))));
            troubles.push(Trouble::Os(os(113, icmp(kind, code, None))));
        }
        let problems = problems();
        troubles.extend(
            problems
                .iter()
                .map(|one| Trouble::Certificate(vec![one.clone()])),
        );
        troubles.push(Trouble::Certificate(problems));
        troubles
    }

    fn problems() -> Vec<CertificateProblem> {
        vec![
            CertificateProblem::Expired {
                index: 0,
                not_after: 0,
            },
            CertificateProblem::NotYetValid {
                index: 1,
                not_before: 0,
            },
            CertificateProblem::NameMismatch {
                expected: "a.example".to_owned(),
                names: vec![],
            },
            CertificateProblem::SelfSigned,
            CertificateProblem::UnknownIssuer {
                issuer: "CN=x".to_owned(),
            },
            CertificateProblem::ChainIncomplete {
                issuer: "CN=x".to_owned(),
            },
            CertificateProblem::WrongPurpose,
            CertificateProblem::Weak {
                index: 0,
                what: "SHA-1".to_owned(),
            },
            CertificateProblem::Malformed {
                index: 0,
                what: "version".to_owned(),
            },
        ]
    }

    fn resolve_troubles() -> Vec<ResolveTrouble> {
        vec![
            ResolveTrouble::NotFound,
            ResolveTrouble::NoData,
            ResolveTrouble::ServFail,
            ResolveTrouble::Refused,
            ResolveTrouble::Rcode(9),
            ResolveTrouble::Timeout,
            ResolveTrouble::Unreachable(OsError {
                os: Os::Linux,
                code: Some(111),
                text: "os text".to_owned(),
                icmp: None,
            }),
            ResolveTrouble::TcpBlocked,
            ResolveTrouble::AliasLoop,
            ResolveTrouble::Malformed,
            ResolveTrouble::NoResolver,
            ResolveTrouble::Deadline,
        ]
    }

    /// Whether the probes can meet this; the others have words all the same, and need not be read over.
    fn occurs(stage: Stage, trouble: &Trouble) -> bool {
        match (stage, trouble) {
            (Stage::Resolve, Trouble::Resolve(_))
            | (Stage::Certificate, Trouble::Certificate(_))
            | (Stage::Starttls, Trouble::NotOffered)
            | (Stage::Tls, Trouble::Tls(_)) => true,
            (Stage::Resolve | Stage::Certificate, _) => false,
            (_, Trouble::Clock { .. } | Trouble::Deadline { .. }) => true,
            (Stage::Connect, trouble) => matches!(trouble, Trouble::Os(_)),
            (_, Trouble::Os(error)) => error.code == Some(104),
            (_, Trouble::Closed { .. }) => true,
            (Stage::Greeting | Stage::Capabilities | Stage::Starttls, trouble) => {
                matches!(trouble, Trouble::Malformed { .. } | Trouble::Rejected(_))
            }
            _ => false,
        }
    }

    #[test]
    fn every_failure_has_its_words() {
        let mut said = String::new();
        let words = words();
        let facts = &fixtures::one_fault().targets[0].facts;
        let check: &Check = &facts.checks[0];
        let resolve = resolve_troubles()
            .into_iter()
            .map(|trouble| (Stage::Resolve, Trouble::Resolve(trouble)));
        let others = Stage::ALL
            .into_iter()
            .filter(|stage| *stage != Stage::Resolve);
        let others =
            others.flat_map(|stage| troubles().into_iter().map(move |trouble| (stage, trouble)));
        for (stage, trouble) in resolve.chain(others) {
            let failure = Failure::new(stage, trouble, Duration::from_millis(350));
            let message = sentences::failure_message(&words, facts, check, &failure);
            let short = sentences::failure_short(&words, facts, check, &failure);
            for text in [&message, &short] {
                assert!(text.contains(' '), "{failure:?}: {text}");
                assert!(!text.contains(['{', '}', '\n']), "{failure:?}: {text}");
                assert!(
                    !text.contains("  ") && !text.contains("none"),
                    "{failure:?}: {text}"
                );
            }
            assert!(message.ends_with(['.', '"']), "{failure:?}: {message}");
            if occurs(stage, &failure.trouble) {
                let _ = writeln!(said, "{stage} {}\n  {message}\n  {short}", failure.class);
            }
        }
        insta::assert_snapshot!("failures", said);
    }

    #[test]
    fn durations_as_people_say_them() {
        let rows = [
            (0, "<1 ms"),
            (900, "<1 ms"),
            (12_400, "12 ms"),
            (99_400, "99 ms"),
            (99_600, "0.10 s"),
            (350_000, "0.35 s"),
            (9_994_000, "9.99 s"),
            (9_996_000, "10.0 s"),
            (134_600_000, "135 s"),
        ];
        for (microseconds, said) in rows {
            assert_eq!(
                sentences::duration(&words(), Duration::from_micros(microseconds)),
                said
            );
        }
    }
}
