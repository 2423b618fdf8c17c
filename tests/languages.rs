//! Every sentence in every language but English: whole, and with no English left in it.

#[path = "support/fixtures.rs"]
#[expect(dead_code, reason = "the tests of the renderers use the rest")]
mod fixtures;
#[path = "support/scenario.rs"]
#[expect(dead_code, reason = "what a scenario expects is tested elsewhere")]
mod scenario;
#[path = "support/sentences.rs"]
mod sentences;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Duration;

use mailcheck::diagnose::diagnose;
use mailcheck::explain::explain;
use mailcheck::finding::{FindingId, Verdict};
use mailcheck::report::{Detail, Format, Report, Style, TargetReport, render};
use mailcheck::words::{Lang, Words};
use unicode_width::UnicodeWidthStr;

use scenario::Scenario;
use sentences::{every_rendering, faults_of_chinese};

const SCREEN: Style = Style {
    colour: false,
    unicode: true,
    width: 80,
    detail: Detail::Normal,
    redact: false,
};

const WIDTHS: [usize; 3] = [60, 80, 200];

/// Signs that begin no line of Chinese text, and signs that end none.
const CLOSING: &str = "，。、；：？！）》】”’";
const OPENING: &str = "（《【“‘";

thread_local! {
    // A test asks for the same sentences over and over.
    static CHINESE: Words = Words::new(Lang::ZhCn);
}

fn shown(report: &Report, format: Format, style: Style) -> String {
    let mut out = Vec::new();
    CHINESE.with(|words| {
        render(report, format, style, words, &mut out).expect("memory takes everything");
    });
    String::from_utf8(out).expect("every format is UTF-8")
}

fn explained(query: &str, width: usize) -> String {
    CHINESE.with(|words| explain(query, words).render(words, width))
}

/// A report whose findings are those of the rules, not those of the fixture.
fn judged(report: Report) -> Report {
    let targets = report.targets.into_iter().map(|target| {
        let findings = diagnose(&target.facts);
        TargetReport {
            verdict: Verdict::of(&findings),
            findings,
            ..target
        }
    });
    Report {
        targets: targets.collect(),
        ..report
    }
}

/// A report for every fixture and every scenario, by its name.
fn every_report() -> Vec<(String, Report)> {
    let fixtures = fixtures::all().into_iter();
    let mut reports: Vec<_> = fixtures
        .map(|(name, report)| (name.to_owned(), judged(report)))
        .collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    for entry in fs::read_dir(folder).expect("the scenarios") {
        let path = entry.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a readable file");
        let facts = Scenario::parse(&text).expect("a scenario").facts();
        let target = TargetReport {
            facts,
            findings: Vec::new(),
            verdict: Verdict::Ok,
            elapsed: Duration::ZERO,
        };
        let report = judged(fixtures::report(vec![target]));
        reports.push((path.display().to_string(), report));
    }
    assert!(reports.len() > 100, "{} scenarios", reports.len());
    reports
}

#[test]
fn every_finding_is_told_in_chinese() {
    let words = Words::new(Lang::ZhCn);
    let ids = words.ids();
    for finding in FindingId::ALL {
        let title = format!("finding-{}", finding.name());
        for part in ["", ".explanation", ".about", ".steps"] {
            let id = format!("{title}{part}");
            // Where every explanation is a special case, none stands alone.
            let there = ids.iter().any(|one| one.starts_with(&id));
            assert!(there, "{id} is missing");
        }
    }
    let mut told = 0;
    let mut faults = Vec::new();
    for rendering in every_rendering(&words) {
        told += 1;
        for fault in faults_of_chinese(&rendering.text) {
            faults.push(format!("{}: {fault}: {}", rendering.id, rendering.text));
        }
    }
    assert!(told > ids.len(), "every id, and every case of some");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_report_is_half_english() {
    let english = Words::new(Lang::En);
    let chinese = Words::new(Lang::ZhCn);
    let ids: BTreeSet<String> = english.ids().into_iter().collect();
    // Words of a report that are alike in both languages are names, numbers and what a server said.
    let labels: Vec<String> = english
        .ids()
        .into_iter()
        .filter(|id| {
            [
                "column-",
                "outcome-",
                "severity-",
                "verdict-",
                "found-",
                "settings-",
                "stage-",
                "owner-",
            ]
            .iter()
            .any(|label| id.starts_with(label))
        })
        .map(|id| (english.plain(&id), chinese.plain(&id)))
        .filter(|(label, chinese)| label != chinese)
        .map(|(label, _)| label)
        .filter(|label| label.len() > 8 && !label.contains("{$"))
        // Servers begin their refusals with this word.
        .filter(|label| label != "Authentication")
        .collect();
    for (name, report) in every_report() {
        for format in [
            Format::Text,
            Format::Markdown,
            Format::Html,
            Format::Junit,
            Format::Letter,
            Format::Nagios,
        ] {
            let style = Style {
                detail: Detail::Everything,
                width: 1000,
                ..SCREEN
            };
            let text = without_tags(&shown(&report, format, style));
            for label in &labels {
                assert!(
                    !text.contains(label.as_str()),
                    "{name}: {format:?}: {label}: {text}"
                );
            }
            assert!(
                !text.contains("{$") && !text.contains("{ $"),
                "{name}: {format:?}: {text}"
            );
            let gap = text
                .split_whitespace()
                .find(|word| word.contains('-') && ids.contains(*word));
            assert_eq!(gap, None, "{name}: {format:?}: {text}");
        }
    }
}

/// What a reader sees of a page; other formats have no tags.
fn without_tags(page: &str) -> String {
    let body = page.split_once("</style>").map_or(page, |(_, body)| body);
    let pieces = body.split('<').map(|piece| match piece.split_once('>') {
        Some((_, text)) => text,
        None => piece,
    });
    pieces.collect()
}

#[test]
fn lines_of_chinese_end_where_they_may() {
    for (name, report) in every_report() {
        check_lines(&name, |width| {
            shown(&report, Format::Text, Style { width, ..SCREEN })
        });
    }
    let findings = FindingId::ALL.iter().map(|finding| finding.name());
    for query in findings.chain(["10060", "0x800CCC0E", "554 5.7.1", "nonsense"]) {
        check_lines(query, |width| explained(query, width));
    }
}

fn check_lines(name: &str, page: impl Fn(usize) -> String) {
    let widest = |text: &str| text.lines().map(UnicodeWidthStr::width).max();
    let unbroken = widest(&page(10_000));
    for width in WIDTHS {
        let text = page(width);
        for line in text.lines() {
            let first = line.trim_start().chars().next();
            assert!(
                !first.is_some_and(|sign| CLOSING.contains(sign)),
                "{name}: {width}: {text}"
            );
            let last = line.chars().next_back();
            assert!(
                !last.is_some_and(|sign| OPENING.contains(sign)),
                "{name}: {width}: {text}"
            );
        }
        assert!(widest(&text) <= Some(width), "{name}: {width}: {text}");
        // Lines are filled: Chinese has no blanks at which a line would have to wait for a break. A word of a command is
        // not cut.
        let words = text.split(|letter: char| !letter.is_ascii_graphic());
        let longest = words.map(str::len).max().unwrap_or_default().max(8);
        let broken = unbroken > Some(width);
        assert!(
            !broken || widest(&text) >= Some(width.saturating_sub(longest)),
            "{name}: {width}: {text}"
        );
    }
}

#[test]
fn columns_of_chinese_are_aligned() {
    let text = shown(&judged(fixtures::healthy()), Format::Text, SCREEN);
    let table: Vec<&str> = text
        .lines()
        .skip_while(|line| !line.starts_with("服务"))
        .take_while(|line| !line.is_empty())
        .collect();
    let column = |line: &str, of: &str| line.find(of).map(|place| line[..place].width());
    let result = column(table[0], "结果").expect("the column is there");
    for line in &table[1..] {
        assert_eq!(column(line, "成功"), Some(result), "{text}");
    }
}

#[test]
fn whole_reports() {
    for (name, report) in [
        ("healthy", fixtures::healthy()),
        ("one-fault", fixtures::one_fault()),
        ("hostile", fixtures::hostile()),
    ] {
        let text = shown(&judged(report), Format::Text, SCREEN);
        insta::assert_snapshot!(format!("zh-CN-{name}"), text);
    }
    for (name, format) in [
        ("markdown", Format::Markdown),
        ("junit", Format::Junit),
        ("nagios", Format::Nagios),
    ] {
        let text = shown(&judged(fixtures::one_fault()), format, SCREEN);
        insta::assert_snapshot!(format!("zh-CN-{name}"), text);
    }
    let verbose = Style {
        detail: Detail::Everything,
        ..SCREEN
    };
    let text = shown(&judged(fixtures::firewall()), Format::Text, verbose);
    insta::assert_snapshot!("zh-CN-verbose-firewall", text);
    insta::assert_snapshot!("zh-CN-explain-10060", explained("10060", 80));
    insta::assert_snapshot!("zh-CN-explain-unknown", explained("nonsense", 80));
}

#[test]
fn a_page_says_in_which_language_it_is() {
    let page = shown(&judged(fixtures::one_fault()), Format::Html, SCREEN);
    assert!(page.contains("<html lang=\"zh-CN\">"), "{page}");
}

/// What programs read is the same in every language, but for the sentences in it.
#[test]
fn programs_read_the_same_in_every_language() {
    let report = judged(fixtures::one_fault());
    let json = |words: &Words| {
        let mut out = Vec::new();
        render(&report, Format::Json, SCREEN, words, &mut out).expect("memory takes everything");
        serde_json::from_slice::<serde_json::Value>(&out).expect("JSON")
    };
    let (chinese, english) = (json(&Words::new(Lang::ZhCn)), json(&Words::new(Lang::En)));
    assert_ne!(
        chinese, english,
        "sentences are in the language of the reader"
    );
    assert_same_but_for_sentences("", &chinese, &english);
}

fn assert_same_but_for_sentences(place: &str, one: &serde_json::Value, other: &serde_json::Value) {
    use serde_json::Value;
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            assert!(one.keys().eq(other.keys()), "{place}");
            for (key, value) in one {
                assert_same_but_for_sentences(&format!("{place}/{key}"), value, &other[key]);
            }
        }
        (Value::Array(one), Value::Array(other)) => {
            assert_eq!(one.len(), other.len(), "{place}");
            for (number, (one, other)) in one.iter().zip(other).enumerate() {
                assert_same_but_for_sentences(&format!("{place}/{number}"), one, other);
            }
        }
        (Value::String(one), Value::String(other)) if one != other => {
            assert!(
                faults_of_chinese(one).is_empty() && !one.is_ascii(),
                "{place}: {one}"
            );
        }
        _ => assert_eq!(one, other, "{place}"),
    }
}

/// Every kind of mistake that a command line can have, as a shell hands it over.
const MISTAKES: [&str; 125] = [
    "-v",
    "diff",
    "diff a.json",
    "diff a b c",
    "diff - -",
    "diff /nonexistent/a.json /nonexistent/b.json",
    "explain -t 5",
    "explain --format json 1",
    "--strict explain 10060",
    "-v diff a b",
    "h -f xml",
    "h --color=green",
    "h --roots mine",
    "h --lang",
    "h -t",
    "h --foramt json",
    "h --zzz",
    "h -x",
    "h -4 -6",
    "h --host --mx",
    "h -q -v",
    "h --mx -s smtp",
    "h --letter -f json",
    "h --ca-file a --roots system",
    "h -t 1 -t 2",
    "h --generate man",
    "--generate html",
    "h --strict=yes",
    "h --warning-days x",
    "h --warning-days 70000",
    "h --warning-days 3 --critical-days 5",
    "h -p 25",
    "h --port 25",
    "h --starttls",
    "h --ssl",
    "h --user me",
    "h --password x",
    "h --to me@example.com",
    "--server h",
    "-H h",
    "-connect h:587",
    "h --domain example.com",
    "h --nameserver 192.0.2.53",
    "h --cacert ca.pem",
    "h -k",
    "h --connect-timeout 5",
    "h --resolve x",
    "h --sni x",
    "h --debug",
    "h -starttls smtp",
    "h -servername x",
    "h -showcerts",
    "h -tls",
    "h -o json",
    "h -o report.pdf",
    "h --redact",
    "h -s smpt",
    "h -s mail.example.com",
    "h:25 -s imap",
    "imap://h -s imap",
    "h -t 0",
    "h -t ten",
    "h --deadline inf",
    "h --dnsbl zen",
    "h --sender --proxy socks5://192.0.2.1",
    "fleet submit --survey s h --sender",
    "h --jobs 0",
    "--targets - --shard 0/8",
    "--targets - --shard env",
    "--shard 1/8 h",
    "serve --listen here",
    "serve --listen 192.0.2.1:9825",
    "serve --allow a..b",
    "serve --jobs many",
    "serve --keep -1",
    "serve --timeout-offset x",
    "serve --modules /nonexistent/modules.toml",
    "serve --web-config /nonexistent/web.yml",
    "serve --login",
    "serve mail.example.com",
    "-v serve",
    "h --resume",
    "h --rate 0",
    "--targets /nonexistent/hosts.txt",
    "h --greeting-timeout -1",
    "h --resolver dns.example.com",
    "h --connect-to x",
    "192.0.2.1 -6",
    "h --tls-name a..b",
    "h --ehlo [nonsense]",
    "192.0.2.1 --mx",
    "h:25 --mx",
    "me:secret@mail.example.com",
    "@192.0.2.53",
    "h:0",
    "h:8080",
    "ftp://h",
    "https://mail.example.com/owa",
    "smtp://h/path",
    "fe80::1%eth0",
    "[::1",
    "2001:db8::1:587",
    "smtp.example.com 587",
    "help",
    "check mail.example.com",
    "a.example.com,b.example.com",
    "fleet",
    "fleet bogus",
    "fleet status",
    "fleet collect --survey s",
    "fleet submit --survey s",
    "fleet submit --survey s h -f json",
    "fleet submit --survey s h --login",
    "fleet submit --survey s h --chunk 0",
    "fleet submit --survey s h --ack-wait 1",
    "fleet submit --survey s h -t 0",
    "fleet work --jobs 0",
    "fleet status --survey a.b",
    "fleet status --survey s --server http://h",
    "fleet status --survey s --server nats://me:secret@h",
    "fleet status --survey s --creds /nonexistent/creds",
    "fleet status --survey s --tls-ca /nonexistent/ca.pem",
    "fleet status --survey s --tls-cert /nonexistent/ca.pem",
    "fleet collect --survey s -o result.json",
    "-f json fleet status --survey s",
];

#[test]
fn no_usage_error_is_english_in_a_chinese_run() {
    let directory = tempfile::tempdir().expect("a directory");
    let text = directory.path().join("text");
    fs::write(&text, "no certificate\n").expect("it can be written");
    let broken = directory.path().join("broken.pem");
    let block = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    fs::write(&broken, block).expect("it can be written");
    let [text, broken, folder] = [&text, &broken, directory.path()].map(|path| path.display());
    let of_files = [
        "h --ca-file /nonexistent/ca.pem".to_owned(),
        format!("h --ca-file {text}"),
        format!("h --ca-file {broken}"),
        format!("h --ca-file {folder}"),
        "h --trust-anchor /nonexistent/root.key".to_owned(),
        format!("h --trust-anchor {text}"),
        "h -o /nonexistent/report.json".to_owned(),
        format!("serve --modules {text}"),
        format!("serve --modules {folder}"),
        format!("serve --web-config {text}"),
        format!("diff {text} {text}"),
        format!("diff {folder} {text}"),
        format!("fleet status --survey s --creds {text}"),
    ];
    let lines = MISTAKES
        .iter()
        .map(|line| (*line).to_owned())
        .chain(of_files);
    for line in lines {
        let run = |variable: &str, words: &[&str]| {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_mailcheck"));
            command
                .env_clear()
                .env("LC_ALL", "C.UTF-8")
                .env("MAILCHECK_LANG", variable);
            let output = command
                .args(words)
                .stdin(std::process::Stdio::null())
                .output();
            let output = output.expect("the binary runs");
            let text = String::from_utf8(output.stderr).expect("UTF-8");
            (output.status.code(), text)
        };
        let words: Vec<&str> = line.split(' ').collect();
        let (code, told) = run("zh-CN", &words);
        assert_eq!(code, Some(2), "{line}: {told}");
        let sentence = told.trim_end().strip_prefix("mailcheck: ");
        let sentence = sentence.unwrap_or_else(|| panic!("{line}: {told}"));
        assert!(
            !sentence.is_ascii() && !sentence.contains('\n'),
            "{line}: {told}"
        );
        assert_eq!(faults_of_chinese(sentence), [""; 0], "{line}: {told}");
        let (code, told) = run("en", &words);
        assert_eq!(code, Some(2), "{line}: {told}");
        assert!(told.replace('…', "").is_ascii(), "{line}: {told}");
    }
}

#[test]
fn a_wrong_language_is_told_in_the_one_of_the_locale() {
    let run = |variables: &[(&str, &str)], words: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_mailcheck"));
        command
            .env_clear()
            .envs(variables.iter().copied())
            .args(words);
        let output = command.output().expect("the binary runs");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    if cfg!(target_os = "linux") {
        let told = run(&[("LC_ALL", "zh_CN.UTF-8")], &["h", "--lang", "xx"]);
        assert!(
            told.contains("不是 --lang 的值；请使用 en 或 zh-CN"),
            "{told}"
        );
    }
    // Traditional characters are second best, and that is said once.
    for asked in ["zh-TW", "zh_Hant", "zh-HK", "ZH-tw"] {
        let told = run(
            &[("LC_ALL", "C.UTF-8")],
            &["explain", "10060", "--lang", asked],
        );
        assert_eq!(
            told, "mailcheck: 没有繁体中文，以简体中文显示。\n",
            "{asked}"
        );
    }
    let told = run(
        &[("LC_ALL", "C.UTF-8"), ("MAILCHECK_LANG", "zh-TW")],
        &["explain", "10060"],
    );
    assert_eq!(told.lines().count(), 1, "{told}");
}
