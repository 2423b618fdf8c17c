//! What a real sender makes of a domain's MTA-STS, held against what mailcheck says: where it would deliver, so do we say.
//!
//! The sender is Postfix with postfix-mta-sts-resolver (`PyPI`), whose resolver `tests/oracles/mta_sts.py` runs as it is.
//! `MAILCHECK_PYTHON` names a Python that has it.

#![expect(clippy::print_stdout, reason = "it says why it is skipped")]

use std::env;
use std::io::Write as _;
use std::process::{Command, Stdio};

use mailcheck::mta_sts::policy::{self, Mode};
use mailcheck::mta_sts::record;
use serde_json::{Value, json};

/// Records and a document, and what comes with it.
struct Case {
    records: Vec<String>,
    status: u16,
    media: Option<&'static str>,
    body: Vec<u8>,
}

const RECORD: &str = "v=STSv1; id=1;";
const GOOD: &str = "version: STSv1\nmode: enforce\nmx: mx.example.com\nmax_age: 604800\n";

/// One thing changed at a time.
fn cases() -> Vec<Case> {
    let documents = [
        GOOD.to_owned(),
        GOOD.replace('\n', "\r\n"),
        GOOD.trim_end().to_owned(),
        GOOD.replace("enforce", "testing"),
        GOOD.replace("enforce", "none"),
        GOOD.replace("enforce", "Enforce"),
        GOOD.replace("mx: mx", "mx: *"),
        GOOD.replace("mx:", "nmx:"),
        GOOD.replace("mx:", "MX:"),
        GOOD.replace("mode:", "Mode:"),
        GOOD.replace("max_age", "max-age"),
        GOOD.replace("mx.example.com", "192.0.2.1"),
        GOOD.replace("max_age", "mx: 192.0.2.1\nmax_age"),
        GOOD.replace("604800", "7d"),
        GOOD.replace("604800", "-1"),
        GOOD.replace("604800", "0"),
        GOOD.replace("604800", "31557600"),
        GOOD.replace("604800", "31557601"),
        GOOD.replace("604800", ""),
        GOOD.replace("STSv1", "STSv2"),
        GOOD.replace("version", " version"),
        GOOD.replace("version: STSv1\n", ""),
        GOOD.replace("mode: enforce\n", ""),
        GOOD.replace("mx: mx.example.com\n", ""),
        GOOD.replace("max_age: 604800\n", ""),
        GOOD.replace("mode: enforce\nmx: mx.example.com", "mode: none"),
        format!("\u{feff}{GOOD}"),
        format!("\n{GOOD}\n"),
        format!("# ours\n{GOOD}"),
        format!("{GOOD}x-new: yes\n"),
        format!("{GOOD}mode: testing\n"),
        String::new(),
        "<!DOCTYPE html><html></html>".to_owned(),
        "x".repeat(70_000),
    ];
    let case = |body: &str| Case {
        records: vec![RECORD.to_owned()],
        status: 200,
        media: Some("text/plain"),
        body: body.as_bytes().to_vec(),
    };
    let mut cases: Vec<Case> = documents.iter().map(|body| case(body)).collect();
    for records in [
        &[][..],
        &["v=spf1 -all"],
        &["v=spf1 -all", RECORD],
        &[RECORD, "v=STSv1; id=2;"],
        &["v=STSv1"],
        &["v=STSv1; id=2026-01-01;"],
        &["v=STSv1;; id=1"],
        &["v=STSv1; id = 1"],
        &["v=STSv1; x=1"],
        &["v=stsv1; id=1"],
        &[" v=STSv1; id=1"],
        &["v=STSv1 ; id=1"],
    ] {
        let records = records.iter().map(ToString::to_string).collect();
        cases.push(Case {
            records,
            ..case(GOOD)
        });
    }
    for status in [204, 301, 304, 403, 404, 500] {
        cases.push(Case {
            status,
            ..case(GOOD)
        });
    }
    for media in [None, Some("text/html"), Some("Text/Plain; charset=utf-8")] {
        cases.push(Case {
            media,
            ..case(GOOD)
        });
    }
    cases
}

/// What mailcheck says of a policy in force: that senders use it, that they do not, or that some do.
#[derive(Debug, PartialEq)]
enum Uses {
    Yes(Mode),
    No,
    Some,
}

fn ours(case: &Case) -> Uses {
    let record = record::read(&case.records);
    if record.id().is_none() || case.status != 200 {
        return Uses::No;
    }
    let media = case.media.unwrap_or_default().split(';').next();
    let plain = media.is_some_and(|media| media.trim().eq_ignore_ascii_case("text/plain"));
    let strict = matches!(record, record::Read::Id(_));
    let read = policy::read(&case.body);
    match &read.policy {
        None => Uses::No,
        Some(policy) if strict && plain && !read.is_doubtful() => Uses::Yes(policy.mode),
        Some(_) => Uses::Some,
    }
}

#[test]
#[ignore = "wants postfix-mta-sts-resolver of PyPI, for the Python that MAILCHECK_PYTHON names"]
fn postfix_uses_a_policy_where_we_say_so() {
    let python = env::var("MAILCHECK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let import = ["-c", "import postfix_mta_sts_resolver.resolver"];
    let probed = Command::new(&python)
        .args(import)
        .stderr(Stdio::null())
        .status();
    if !probed.is_ok_and(|status| status.success()) {
        let why = format!("{python} has no postfix-mta-sts-resolver (pip install it into a venv)");
        assert!(env::var_os("MAILCHECK_EVERY_TEST").is_none(), "{why}");
        println!("skipped: {why}");
        return;
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracles/mta_sts.py");
    let mut oracle = Command::new(python)
        .arg(script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python is there");
    let cases = cases();
    let mut to_it = oracle.stdin.take().expect("a pipe");
    let asked: Vec<String> = cases
        .iter()
        .map(|case| question(case).to_string())
        .collect();
    let asking = std::thread::spawn(move || to_it.write_all((asked.join("\n") + "\n").as_bytes()));
    let output = oracle.wait_with_output().expect("it ends");
    asking.join().expect("no panic").expect("written");
    let text = String::from_utf8(output.stdout).expect("JSON");
    let answers: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(answers.len(), cases.len(), "an answer each");
    let mut wrong = Vec::new();
    for (case, answer) in cases.iter().zip(&answers) {
        let agrees = match ours(case) {
            Uses::Yes(mode) => answer["mode"] == mode.name(),
            Uses::No => answer["mode"].is_null(),
            Uses::Some => true,
        };
        if !agrees {
            let body: String = String::from_utf8_lossy(&case.body)
                .chars()
                .take(120)
                .collect();
            wrong.push(format!(
                "{:?} {} {body:?}: we say {:?}, it says {answer}",
                case.records,
                case.status,
                ours(case)
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn question(case: &Case) -> Value {
    json!({ "records": case.records, "status": case.status, "media": case.media, "body": case.body })
}

/// Most cases are told for certain, so that the oracle has something to disagree with.
#[test]
fn most_cases_are_certain() {
    let cases = cases();
    let certain = cases.iter().filter(|case| ours(case) != Uses::Some).count();
    assert!(
        certain * 10 >= cases.len() * 8,
        "{certain} of {}",
        cases.len()
    );
}
