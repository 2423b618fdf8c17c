//! What changed between two runs, from files that may be anybody's.

mod support;

use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

use mailcheck::diff::render::{Sides, render};
use mailcheck::diff::{self, Run, compare, read};
use mailcheck::report::{self, Detail, Format, Report, Style};
use mailcheck::words::{Lang, Words};
use serde_json::{Value, json};
use support::fixtures;
use support::run::{finished, mailcheck, run};
use tempfile::TempDir;

const SCREEN: Style = Style {
    colour: false,
    unicode: true,
    width: 80,
    detail: Detail::Normal,
    redact: false,
};

fn bytes(report: &Report, format: Format) -> Vec<u8> {
    let mut bytes = Vec::new();
    let words = Words::new(Lang::En);
    report::render(report, format, SCREEN, &words, &mut bytes).expect("memory takes everything");
    bytes
}

fn value(report: &Report) -> Value {
    serde_json::from_slice(&bytes(report, Format::Json)).expect("JSON")
}

fn run_of(value: &Value) -> Run {
    read(value.to_string().as_bytes()).expect("a report")
}

fn said(before: &Value, after: &Value, style: Style, lang: Lang) -> String {
    let (first, second) = (run_of(before), run_of(after));
    let sides = Sides {
        first: ("a.json", &first),
        second: ("b.json", &second),
    };
    let mut out = Vec::new();
    let all = compare(&first, &second);
    render(sides, &all, style, &Words::new(lang), &mut out).expect("memory takes everything");
    String::from_utf8(out).expect("UTF-8")
}

/// The lines about differences, without the runs and without the last line; what was wrapped is joined.
fn lines(before: &Value, after: &Value) -> Vec<String> {
    let wide = Style {
        width: 4000,
        ..SCREEN
    };
    let text = said(before, after, wide, Lang::En);
    let lines = text.lines().filter_map(|line| line.strip_prefix("  "));
    lines
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

/// What `change` makes of a healthy run.
fn after(change: impl Fn(&mut Value)) -> Vec<String> {
    let before = value(&fixtures::healthy());
    let mut after = before.clone();
    change(&mut after);
    lines(&before, &after)
}

#[test]
fn differences_of_real_reports() {
    for (name, before, after) in [
        ("worse", fixtures::healthy(), fixtures::many_faults()),
        ("better", fixtures::many_faults(), fixtures::healthy()),
        ("targets", fixtures::healthy(), fixtures::two_targets()),
        ("expiring", fixtures::healthy(), fixtures::expiring()),
    ] {
        let text = said(&value(&before), &value(&after), SCREEN, Lang::En);
        insta::assert_snapshot!(format!("diff-{name}"), text);
    }
}

#[test]
fn a_report_is_the_same_as_itself() {
    for (fixture, report) in fixtures::all() {
        let it = value(&report);
        assert_eq!(lines(&it, &it), [""; 0], "{fixture}");
        // A line a target is the same run.
        let ndjson = read(&bytes(&report, Format::Ndjson)).expect("a report");
        assert_eq!(ndjson, run_of(&it), "{fixture}");
    }
}

#[test]
fn checks_by_service_address_and_port() {
    let failure = json!({ "stage": "connect", "class": "timeout", "winsock": { "code": 10060, "name": "WSAETIMEDOUT" } });
    let fail = |checks: &mut Value, id: usize| {
        checks[id]["failure"] = failure.clone();
        checks[id]["outcome"] = json!("failed");
    };
    // Places of the fixture: 2 and 3 are submission at both addresses.
    let broke = after(|run| {
        let checks = &mut run["targets"][0]["checks"];
        fail(checks, 2);
        fail(checks, 3);
    });
    assert_eq!(
        broke,
        [
            "worse submission 587 (192.0.2.10, 2001:db8::10): ok before, \
          failed with timeout at connect (10060 WSAETIMEDOUT) now"
        ]
    );
    let mut before = value(&fixtures::healthy());
    fail(&mut before["targets"][0]["checks"], 2);
    let mut other = before.clone();
    other["targets"][0]["checks"][2]["failure"]["class"] = json!("refused");
    let changed = lines(&before, &other);
    assert!(
        changed[0].starts_with("changed submission 587 ("),
        "{changed:?}"
    );
    assert!(
        changed[0].contains("failed with timeout at connect"),
        "{changed:?}"
    );
    assert!(
        changed[0].contains("failed with refused at connect"),
        "{changed:?}"
    );
    let repaired = lines(&before, &value(&fixtures::healthy()));
    assert!(
        repaired[0].starts_with("better submission 587 ("),
        "{repaired:?}"
    );
    // Another number for the same failure is another system.
    let mut other = before.clone();
    other["targets"][0]["checks"][2]["failure"]["winsock"]["code"] = json!(1);
    assert_eq!(lines(&before, &other), [""; 0]);

    let gone = after(|run| {
        run["targets"][0]["checks"]
            .as_array_mut()
            .expect("checks")
            .remove(0);
    });
    assert_eq!(
        gone,
        ["changed smtp 25 (192.0.2.10): only in the first run"]
    );
    let moved = after(|run| run["targets"][0]["checks"][0]["address"] = json!("192.0.2.99"));
    assert_eq!(
        moved,
        [
            "changed smtp 25 (192.0.2.10): only in the first run",
            "changed smtp 25 (192.0.2.99): only in the second run: ok",
        ]
    );
    let sibling = after(|run| run["targets"][0]["checks"][0]["context"] = json!(true));
    assert_eq!(
        sibling.len(),
        1,
        "what was tried as evidence is no check: {sibling:?}"
    );
}

#[test]
fn findings_that_come_and_go() {
    let finding = json!({
        "id": "port-closed", "severity": "error", "owner": "server", "title": "Port 587 is closed", "checks": [2],
    });
    let mut before = value(&fixtures::healthy());
    before["targets"][0]["findings"] = json!([finding]);
    let new = lines(&value(&fixtures::healthy()), &before);
    assert_eq!(
        new,
        [
            "worse new finding, Error: Port 587 is closed (port-closed; who can fix it: whoever runs the mail server)"
        ]
    );
    let gone = lines(&before, &value(&fixtures::healthy()));
    assert_eq!(
        gone,
        ["better finding gone, Error: Port 587 is closed (port-closed)"]
    );

    let mut other = before.clone();
    other["targets"][0]["findings"][0]["severity"] = json!("warning");
    other["targets"][0]["findings"][0]["location"] = json!({ "hop": 3, "address": "203.0.113.1" });
    assert_eq!(
        lines(&before, &other),
        [
            "better finding changed: Port 587 is closed (port-closed); Error before, Warning now; \
          where: not known before, hop 3 (203.0.113.1) now"
        ]
    );
    // Two of a kind are told apart by their checks.
    let mut two = before.clone();
    let mut second = finding.clone();
    second["checks"] = json!([4]);
    two["targets"][0]["findings"] = json!([second, finding]);
    assert_eq!(lines(&before, &two).len(), 1);
    let note =
        json!([{ "id": "slow-path", "severity": "info", "owner": "network", "title": "slow" }]);
    let noted = after(|run| run["targets"][0]["findings"] = note.clone());
    assert!(
        noted[0].starts_with("changed new finding, Note: slow"),
        "{noted:?}"
    );
}

#[test]
fn sessions_certificates_and_offers() {
    let tls = |run: &mut Value, id: usize, what: &str, to: Value| {
        run["targets"][0]["checks"][id]["tls"][what] = to;
    };
    let certificate = after(|run| {
        let new =
            json!([{ "sha256": "00ff00ff00ff00ff00ff", "not_after": "2026-12-01T20:51:07Z" }]);
        tls(run, 4, "certificates", new.clone());
        tls(run, 5, "certificates", new);
    });
    assert_eq!(
        certificate,
        [
            "changed submissions 465 (192.0.2.10, 2001:db8::10): another certificate: \
          9f86d081884c7d65 until 2027-01-20 (60 days) before, 00ff00ff00ff00ff until 2026-12-01 (10 days) now"
        ]
    );
    let older = after(|run| tls(run, 4, "version", json!("TLSv1.2")));
    assert_eq!(
        older,
        ["worse submissions 465 (192.0.2.10): TLS 1.3 before, TLS 1.2 now"]
    );
    let suite = after(|run| tls(run, 4, "cipher_suite", json!("TLS_X")));
    assert!(suite[0].starts_with("changed submissions 465"), "{suite:?}");
    let trust = after(|run| tls(run, 4, "trusted", json!(false)));
    assert!(
        trust[0].ends_with("the certificate is no longer trusted"),
        "{trust:?}"
    );

    // What the check says already is not said twice.
    let failed = after(|run| {
        tls(run, 4, "trusted", json!(false));
        run["targets"][0]["checks"][4]["failure"] =
            json!({ "stage": "certificate", "class": "certificate" });
    });
    assert_eq!(failed.len(), 1, "{failed:?}");

    let offers = after(|run| {
        run["targets"][0]["checks"][4]["capabilities"] =
            json!(["PIPELINING", "AUTH PLAIN LOGIN", "CHUNKING"]);
    });
    assert_eq!(
        offers,
        [
            "changed submissions 465 (192.0.2.10): no longer offers SIZE 52428800; now offers CHUNKING"
        ]
    );
    let mute = after(|run| {
        run["targets"][0]["checks"][4]["capabilities"] = json!(["PIPELINING", "SIZE 52428800"]);
        run["targets"][0]["checks"][4]["auth_mechanisms"] = Value::Null;
    });
    assert!(mute[0].starts_with("worse submissions 465"), "{mute:?}");
}

#[test]
fn only_much_slower_is_slower() {
    // The steps of the check take 101 ms together, whatever the first takes.
    let slower = |ms: u32| {
        after(|run| {
            let step = &mut run["targets"][0]["checks"][4]["steps"][0]["elapsed_ms"];
            *step = json!(step.as_f64().expect("a number") + f64::from(ms));
        })
    };
    assert_eq!(slower(500), [""; 0]);
    assert_eq!(
        slower(501),
        ["worse submissions 465 (192.0.2.10): much slower: 101 ms before, 602 ms now"]
    );
    let mut before = value(&fixtures::healthy());
    before["targets"][0]["checks"][4]["steps"][0]["elapsed_ms"] = json!(1000);
    let mut twice = before.clone();
    twice["targets"][0]["checks"][4]["steps"][0]["elapsed_ms"] = json!(2500);
    assert_eq!(lines(&before, &twice), [""; 0], "more, and not three times");
}

#[test]
fn answers_of_the_dns() {
    let dns = |to: Value| after(move |run| run["targets"][0]["dns"][0] = to.clone());
    let exchange = |outcome: &str, answers: &[&str]| json!({ "question": "mail.example.com A", "outcome": outcome, "answers": answers });
    assert_eq!(
        dns(exchange("answer", &["192.0.2.11", "192.0.2.12"])),
        ["changed DNS, mail.example.com A: 192.0.2.10 before, 192.0.2.11, 192.0.2.12 now"]
    );
    assert_eq!(
        dns(exchange("servfail", &[])),
        ["worse DNS, mail.example.com A: 192.0.2.10 before, servfail now"]
    );
    assert!(dns(exchange("nodata", &[]))[0].starts_with("changed "));
    assert_eq!(
        dns(json!({ "question": "other A", "outcome": "answer" })),
        [""; 0]
    );
    // Records come in any order, and one server of two may be silent.
    let mut before = value(&fixtures::healthy());
    before["targets"][0]["dns"] = json!([exchange("answer", &["a", "b"])]);
    let mut turned = before.clone();
    turned["targets"][0]["dns"] =
        json!([exchange("answer", &["b", "a"]), exchange("timeout", &[])]);
    assert_eq!(lines(&before, &turned), [""; 0]);
}

#[test]
fn what_is_in_a_file_does_no_harm() {
    let mut before = value(&fixtures::hostile());
    let evil = fixtures::HOSTILE;
    for name in ["started_at", "mailcheck_version", "verdict"] {
        before[name] = json!(evil);
    }
    before["vantage"]["os"] = json!(evil);
    let mut after = before.clone();
    let target = &mut after["targets"][0];
    target["verdict"] = json!(evil);
    target["dns"][0]["answers"] = json!([evil, evil.repeat(500)]);
    let check = &mut target["checks"][0];
    check["capabilities"] = json!([evil, "x".repeat(5000)]);
    check["failure"] =
        json!({ "class": evil, "stage": evil, "winsock": { "code": 1, "name": evil } });
    check["tls"]["version"] = json!(evil);
    check["tls"]["cipher_suite"] = json!(evil);
    check["tls"]["certificates"] = json!([{ "sha256": evil, "not_after": evil }]);
    let many = |id: usize| json!({ "id": format!("{evil}{id}"), "severity": evil, "owner": evil, "title": evil });
    target["findings"] = (0..1000).map(many).collect();
    let mut first = before.clone();
    first["targets"][0]["checks"][0]["capabilities"] = json!(["a"]);
    for unicode in [true, false] {
        let style = Style {
            unicode,
            width: 60,
            ..SCREEN
        };
        let text = said(&first, &after, style, Lang::En);
        for line in text.lines() {
            let forged = line.starts_with("verdict: ok") || line.starts_with("evil");
            assert!(
                !forged && !line.contains(|letter: char| letter.is_control()),
                "{line}"
            );
            assert!(!line.contains(['\u{202e}', '\u{2066}']), "{line}");
        }
        assert!(unicode || text.is_ascii());
        let rest = text.lines().find(|line| line.trim().starts_with("and "));
        assert!(rest.is_some_and(|line| line.ends_with(" more")), "{rest:?}");
        let shown = text.matches("new finding, ").count();
        assert!((100..=200).contains(&shown), "{shown}");
        assert!(text.len() < 400_000, "{}", text.len());
    }
}

#[test]
fn every_word_is_there_in_every_language() {
    for lang in Lang::ALL {
        let reports = fixtures::all();
        for (fixture, one) in &reports {
            for (_, other) in &reports {
                let text = said(&value(one), &value(other), SCREEN, lang);
                assert!(
                    !text.contains("diff-") && !text.contains("{ $"),
                    "{fixture}: {text}"
                );
                for line in text.lines() {
                    let width = unicode_width::UnicodeWidthStr::width(line);
                    assert!(width <= 80 && line.trim_end() == line, "{fixture}: {line}");
                }
            }
        }
    }
}

/// Files of reports, until it is dropped.
struct Files(TempDir);

impl Files {
    fn new() -> Self {
        Self(TempDir::new().expect("a directory"))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> String {
        let path: PathBuf = self.0.path().join(name);
        std::fs::write(&path, bytes).expect("it can be written");
        path.to_str().expect("UTF-8").to_owned()
    }
}

#[test]
fn exit_codes_say_whether_something_got_worse() {
    let files = Files::new();
    let good = files.write("good.json", &bytes(&fixtures::healthy(), Format::Json));
    let bad = files.write("bad.json", &bytes(&fixtures::many_faults(), Format::Json));
    for (first, second, code, last) in [
        (&good, &good, 0, "The same: nothing changed."),
        (&good, &bad, 1, "Worse: "),
        (&bad, &good, 0, "Nothing got worse; better: "),
    ] {
        let whole = run(["diff", first.as_str(), second]);
        assert_eq!((whole.code, whole.stderr.as_str()), (code, ""), "{whole:?}");
        assert!(whole.stdout.starts_with("First: "), "{}", whole.stdout);
        let quiet = run(["diff", "-q", first, second]);
        assert_eq!(
            (quiet.code, quiet.stdout.lines().count()),
            (code, 1),
            "{quiet:?}"
        );
        assert!(quiet.stdout.starts_with(last), "{}", quiet.stdout);
        assert!(whole.stdout.ends_with(&quiet.stdout), "{}", whole.stdout);
    }
    let colour = run(["diff", "--color", "always", &good, &bad]);
    assert!(
        colour.stdout.contains("\u{1b}[1;31mworse\u{1b}[0m"),
        "{}",
        colour.stdout
    );
    let chinese = run(["diff", "--lang", "zh-CN", &good, &bad]);
    assert!(chinese.stdout.contains("变差"), "{}", chinese.stdout);
}

/// A report does not say its language. What it calls findings is said in the reader's.
#[test]
fn findings_are_told_in_the_language_of_the_reader() {
    let files = Files::new();
    let english = bytes(&fixtures::one_fault(), Format::Json);
    let bad = files.write("bad.json", &english);
    let report: Value = serde_json::from_slice(&english).expect("JSON");
    let mut without = report.clone();
    without["targets"][0]["findings"] = json!([]);
    let good = files.write("good.json", without.to_string().as_bytes());
    let findings = report["targets"][0]["findings"].as_array();
    let titles = findings.expect("findings").iter();
    let titles: Vec<&str> = titles.filter_map(|one| one["title"].as_str()).collect();
    assert!(!titles.is_empty());
    let told = |lang: &str, bad: &str| {
        let text = run(["diff", "--lang", lang, &good, bad]).stdout;
        // Lines end where they may.
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for title in titles {
        let (english, chinese) = (told("en", &bad), told("zh-CN", &bad));
        assert!(english.contains(title), "{title}: {english}");
        assert!(!chinese.contains(title), "{title}: {chinese}");
    }
    // The other way round, and a finding of a later version, of which nobody here knows more than its title.
    let chinese = english_as(&english, "title", "从这里无法连接");
    let told_in_english = told("en", &files.write("zh.json", &chinese));
    assert!(!told_in_english.contains("无法"), "{told_in_english}");
    let later = english_as(&english, "id", "not-known-yet");
    let told_in_chinese = told("zh-CN", &files.write("later.json", &later));
    assert!(
        told_in_chinese.contains("not-known-yet"),
        "{told_in_chinese}"
    );
}

/// The report with something else in each finding.
fn english_as(report: &[u8], key: &str, value: &str) -> Vec<u8> {
    let mut report: Value = serde_json::from_slice(report).expect("JSON");
    for finding in report["targets"][0]["findings"]
        .as_array_mut()
        .expect("findings")
    {
        finding[key] = value.into();
    }
    report.to_string().into_bytes()
}

#[test]
fn standard_input_is_one_of_the_two() {
    let files = Files::new();
    let good = files.write("good.json", &bytes(&fixtures::healthy(), Format::Json));
    let mut command = mailcheck();
    command.args(["diff", &good, "-"]);
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the binary runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    let two = [
        bytes(&fixtures::two_targets(), Format::Ndjson),
        bytes(&fixtures::one_fault(), Format::Ndjson),
    ];
    stdin.write_all(&two.concat()).expect("it reads");
    drop(stdin);
    let ended = finished(child.wait_with_output().expect("it ends"));
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{ended:?}");
    assert!(
        ended.stdout.contains("only the second run checked this"),
        "{}",
        ended.stdout
    );
}

#[test]
fn what_cannot_be_compared_is_told_in_one_sentence() {
    let files = Files::new();
    let good = files.write("good.json", &bytes(&fixtures::healthy(), Format::Json));
    let text = files.write("report.txt", &bytes(&fixtures::healthy(), Format::Text));
    let mut newer = value(&fixtures::healthy());
    newer["schema_version"] = json!(7);
    let newer = files.write("newer.json", newer.to_string().as_bytes());
    let huge = files.write("huge.json", b" ");
    let grown = std::fs::File::options().write(true).open(&huge);
    let grown = grown.and_then(|file| file.set_len(128 * 1024 * 1024 + 1));
    grown.expect("it grows without taking room");
    let directory = files.0.path().to_str().expect("UTF-8").to_owned();
    let missing = format!("{directory}/missing\u{1b}[31m.json");
    let rows: [(&[&str], &str); 9] = [
        (&["diff"], "two reports are needed"),
        (&["diff", &good], "two reports are needed"),
        (&["diff", &good, &good, &good], "is one too many"),
        (&["diff", "-", "-"], "standard input can be read once"),
        (
            &["diff", &good, &text],
            "report.txt is no report of mailcheck; give a file made with -f json",
        ),
        (
            &["diff", &newer, &good],
            "newer.json is a report of schema version 7, and this mailcheck reads version 1",
        ),
        (&["diff", &good, &huge], "huge.json is larger than 128 MiB"),
        (
            &["diff", &good, &missing],
            "missing\\x1b[31m.json cannot be read: No such file",
        ),
        (&["diff", &good, &directory], "cannot be read: "),
    ];
    for (args, says) in rows {
        let wrong = run(args.iter().copied());
        assert_eq!(
            (wrong.code, wrong.stdout.as_str()),
            (2, ""),
            "{args:?}: {wrong:?}"
        );
        assert!(wrong.stderr.contains(says), "{args:?}: {}", wrong.stderr);
        assert_eq!(wrong.stderr.lines().count(), 1, "{}", wrong.stderr);
    }
}

/// The object that programs get.
fn object(before: &Value, after: &Value, whole: bool) -> Value {
    let (first, second) = (run_of(before), run_of(after));
    let sides = Sides {
        first: ("a.json", &first),
        second: ("-", &second),
    };
    let mut out = Vec::new();
    let all = compare(&first, &second);
    diff::json::render(sides, &all, whole, &mut out).expect("memory takes everything");
    serde_json::from_slice(&out).expect("JSON")
}

mod programs {
    use super::{diff, fixtures, json, object, run, run_of, value};
    use serde_json::Value;

    const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schema/diff-1.schema.json");

    fn schema() -> Value {
        serde_json::to_value(diff::json::schema()).expect("a schema is plain data")
    }

    /// Runs that differ in every way that there is.
    fn pairs() -> Vec<(Value, Value)> {
        let healthy = value(&fixtures::healthy());
        let mut other = healthy.clone();
        let target = &mut other["targets"][0];
        target["checks"][2]["tls"]["version"] = json!("TLSv1.2");
        target["checks"][2]["tls"]["cipher_suite"] = json!("TLS_RSA_WITH_3DES_EDE_CBC_SHA");
        target["checks"][2]["tls"]["trusted"] = json!(false);
        target["checks"][2]["capabilities"] = json!(["PIPELINING", "X-NEW"]);
        target["checks"][2]["tls"]["certificates"] =
            json!([{ "sha256": "00", "not_after": "2030-01-01T00:00:00Z" }]);
        target["checks"][3]["steps"] = json!([{ "elapsed_ms": 60_000.0 }]);
        target["dns"][0]["answers"] = json!(["192.0.2.99"]);
        let faults = value(&fixtures::many_faults());
        let mut elsewhere = faults.clone();
        elsewhere["targets"][0]["findings"][0]["owner"] = json!("you");
        vec![
            (healthy.clone(), healthy.clone()),
            (healthy.clone(), other),
            (healthy.clone(), faults.clone()),
            (faults.clone(), healthy.clone()),
            (faults, elsewhere),
            (healthy.clone(), value(&fixtures::two_targets())),
            (value(&fixtures::two_targets()), healthy),
        ]
    }

    #[test]
    fn the_schema_that_is_generated_is_the_one_that_is_published() {
        let mut made = serde_json::to_string_pretty(&diff::json::schema()).expect("plain data");
        made.push('\n');
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(PATH, &made).expect("the schema can be written");
        }
        let published = std::fs::read_to_string(PATH).expect("the schema is checked in");
        assert_eq!(published, made, "run the tests with UPDATE=1");
    }

    #[test]
    fn every_object_follows_it_and_every_kind_of_change_is_seen() {
        let validator = jsonschema::validator_for(&schema()).expect("a valid schema");
        let mut kinds = std::collections::BTreeSet::new();
        for (before, after) in pairs() {
            let object = object(&before, &after, true);
            let errors: Vec<String> = validator
                .iter_errors(&object)
                .map(|error| error.to_string())
                .collect();
            assert!(errors.is_empty(), "{errors:?}\n{object:#}");
            let targets = object["targets"].as_array().expect("a list");
            let changes = targets
                .iter()
                .flat_map(|target| target["differences"].as_array().expect("a list"));
            kinds.extend(changes.filter_map(|change| change["kind"].as_str().map(str::to_owned)));
        }
        for kind in [
            "target-new",
            "target-gone",
            "verdict",
            "check",
            "certificate",
            "trust",
            "tls-version",
            "cipher-suite",
            "capabilities",
            "slower",
            "dns",
            "finding-new",
            "finding-gone",
            "finding",
        ] {
            assert!(kinds.contains(kind), "{kind} is in no pair: {kinds:?}");
        }
    }

    #[test]
    fn what_is_counted_is_what_is_listed() {
        for (before, after) in pairs() {
            let object = object(&before, &after, true);
            for trend in ["worse", "better", "changed"] {
                let targets = object["targets"].as_array().expect("a list");
                let listed = targets
                    .iter()
                    .flat_map(|target| target["differences"].as_array().expect("a list"))
                    .filter(|one| one["trend"] == trend)
                    .count();
                assert_eq!(object[trend], listed, "{trend}");
            }
            let result = if object["worse"] != 0 {
                "worse"
            } else if object["better"] != 0 {
                "better"
            } else if object["changed"] != 0 {
                "changed"
            } else {
                "same"
            };
            assert_eq!(object["result"], result);
            assert_eq!(object["second"]["file"], "-");
        }
    }

    #[test]
    fn the_schema_notices_what_is_wrong() {
        let validator = jsonschema::validator_for(&schema()).expect("a valid schema");
        let (before, after) = pairs().swap_remove(2);
        let good = object(&before, &after, true);
        for (pointer, wrong) in [
            ("/result", "broken"),
            ("/schema_version", "1"),
            ("/targets/0/differences/0/kind", "no-such-kind"),
            ("/targets/0/differences/0/trend", "sideways"),
        ] {
            let mut bad = good.clone();
            *bad.pointer_mut(pointer).expect(pointer) = wrong.into();
            assert!(!validator.is_valid(&bad), "{pointer}");
        }
    }

    #[test]
    fn without_its_differences_it_is_what_they_come_to() {
        let (before, after) = pairs().swap_remove(2);
        let object = object(&before, &after, false);
        assert_eq!(
            (&object["result"], object.get("targets")),
            (&json!("worse"), None)
        );
        let validator = jsonschema::validator_for(&schema()).expect("a valid schema");
        assert!(validator.is_valid(&object));
        assert_eq!(run_of(&before).further, 0);
    }

    #[test]
    fn the_program_writes_it_and_its_exit_code_is_the_same() {
        let folder = tempfile::tempdir().expect("a folder");
        let (before, after) = pairs().swap_remove(2);
        for (name, value) in [("a.json", &before), ("b.json", &after)] {
            std::fs::write(folder.path().join(name), value.to_string()).expect("a file");
        }
        let path = |name: &str| folder.path().join(name).display().to_string();
        let (a, b) = (path("a.json"), path("b.json"));
        for line in [
            &["diff", "-f", "json", &a, &b][..],
            &["diff", "--format", "JSON", &a, &b],
            &["-f", "json", "diff", &a, &b],
        ] {
            let done = run(line.iter().copied());
            assert_eq!((done.code, done.stderr.as_str()), (1, ""), "{line:?}");
            let object: Value = serde_json::from_str(&done.stdout).expect("JSON");
            assert_eq!(object["first"]["file"], a.as_str());
        }
        assert_eq!(run(["diff", "-f", "json", &a, &a]).code, 0);
        for line in [
            &["diff", "-f", "xml", &a, &b][..],
            &["-f", "junit", "diff", &a, &b],
        ] {
            let done = run(line.iter().copied());
            assert_eq!((done.code, done.stdout.as_str()), (2, ""), "{line:?}");
        }
    }
}
