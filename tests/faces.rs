//! The formats through the binary: what goes where, and with which exit code.

mod support;

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, Stdio};

use mailcheck::report::{Detail, Format, Report, Style, render};
use mailcheck::words::{Lang, Words};
use support::certificates::Pki;
use support::fixtures;
use support::run::{finished, mailcheck, run};
use support::server::Server;

/// Nobody listens on port 1 of this machine.
const CLOSED: &str = "smtp://127.0.0.1:1";

#[test]
fn a_monitoring_system_gets_its_line_and_its_exit_code() {
    let down = run(["-f", "nagios", CLOSED]);
    assert_eq!((down.code, down.stderr.as_str()), (2, ""), "{down:?}");
    let first = down.stdout.lines().next().expect("a line");
    assert!(first.starts_with("MAILCHECK CRITICAL - "), "{first}");
    assert!(first.ends_with(" | 'smtp_1'=U;;;0"), "{first}");

    let quiet = run(["-q", "-f", "nagios", CLOSED]);
    assert_eq!(quiet.stdout.lines().count(), 1, "{quiet:?}");
}

#[test]
fn a_monitoring_system_is_told_of_wrong_usage_where_it_looks() {
    for args in [
        &["-f", "nagios", "not a host"][..],
        &["--format=nagios"],
        &["-fnagios", "--no-such-option", CLOSED],
        &["-f", "nagios", "--critical-days", "x", CLOSED],
        &[
            "-f",
            "nagios",
            "--warning-days",
            "3",
            "--critical-days",
            "9",
            CLOSED,
        ],
        &["-f", "nagios", "--ca-file", "/no/such/file", CLOSED],
    ] {
        let wrong = run(args.iter().copied());
        assert_eq!((wrong.code, wrong.stderr.as_str()), (3, ""), "{wrong:?}");
        assert_eq!(wrong.stdout.lines().count(), 1, "{wrong:?}");
        assert!(
            wrong.stdout.starts_with("MAILCHECK UNKNOWN - "),
            "{wrong:?}"
        );
    }
}

#[test]
fn limits_for_certificates_are_for_monitoring() {
    let wrong = run(["--critical-days", "30", CLOSED]);
    assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""), "{wrong:?}");
    assert_eq!(
        wrong.stderr,
        "mailcheck: --critical-days works with -f nagios alone; add -f nagios\n"
    );
    // A warning is a warning in every format: --strict in a pipeline wants it early, too.
    let right = run(["--warning-days", "30", "--strict", CLOSED]);
    assert_eq!((right.code, right.stderr.as_str()), (1, ""), "{right:?}");
}

#[test]
fn a_line_of_ndjson_comes_when_its_target_is_done() {
    let slow = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let slow_target = format!("smtp://{}", slow.local_addr().expect("an address"));
    let mut run = mailcheck()
        .args(["-f", "ndjson", "--no-trace", &slow_target, CLOSED])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let (mut held, _) = slow.accept().expect("a client");
    let mut lines = BufReader::new(run.stdout.take().expect("a pipe")).lines();
    let mut target = || -> String {
        let line = lines.next().expect("a line").expect("it can be read");
        let report: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        let [target] = report["targets"].as_array().expect("targets").as_slice() else {
            panic!("one target a line: {line}")
        };
        target["target"].as_str().expect("a name").to_owned()
    };
    // The first server has not said a word yet, so that the run is not over.
    assert_eq!(target(), CLOSED);
    held.write_all(b"554 5.3.2 closed\r\n")
        .expect("the client listens");
    drop(held);
    assert_eq!(target(), slow_target);
    assert!(lines.next().is_none(), "a line a target");
    assert_eq!(run.wait().expect("it ends").code(), Some(1));
}

#[test]
fn a_plain_terminal_gets_plain_text() {
    let shown = |set: &[(&str, &str)], args: &[&str]| {
        let mut command = mailcheck();
        command.env_remove("LC_ALL").envs(set.iter().copied());
        finished(command.args(args).arg(CLOSED).output().expect("it runs"))
    };
    for set in [
        &[
            ("NO_COLOR", "1"),
            ("TERM", "xterm-256color"),
            ("LANG", "C.UTF-8"),
        ][..],
        &[("TERM", "dumb"), ("LANG", "C")],
        &[("LANG", "C")],
        &[],
    ] {
        for args in [&["--no-trace"][..], &["--no-trace", "-v"]] {
            let plain = shown(set, args);
            assert_eq!((plain.code, plain.stderr.as_str()), (1, ""), "{set:?}");
            assert!(!plain.stdout.contains('\u{1b}'), "{set:?}: {plain:?}");
            let ascii = !set.contains(&("LANG", "C.UTF-8"));
            assert!(!ascii || plain.stdout.is_ascii(), "{set:?}: {plain:?}");
        }
        let quiet = shown(set, &["-q", "--no-trace"]);
        assert_eq!(quiet.stdout.lines().count(), 1, "{quiet:?}");
    }
}

#[test]
fn a_reader_may_leave_after_the_first_line() {
    let mut run = mailcheck()
        .args(["-v", "--no-trace", CLOSED])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut reader = BufReader::with_capacity(16, run.stdout.take().expect("a pipe"));
    let mut first = String::new();
    reader.read_line(&mut first).expect("it can be read");
    drop(reader);
    assert!(first.starts_with("Failed: "), "{first}");
    let ended = finished(run.wait_with_output().expect("it ends"));
    assert_eq!((ended.code, ended.stderr.as_str()), (1, ""), "{ended:?}");
}

#[test]
fn a_reader_of_ndjson_may_leave() {
    let mut run = mailcheck()
        .args(["-f", "ndjson", "--no-trace", CLOSED, "smtp://127.0.0.2:1"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    drop(run.stdout.take());
    let ended = finished(run.wait_with_output().expect("it ends"));
    assert_eq!((ended.code, ended.stderr.as_str()), (1, ""), "{ended:?}");
}

#[test]
fn one_run_writes_several_files() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = |name: &str| directory.path().join(name).display().to_string();
    let files = [
        ("r.json", "{"),
        ("r.ndjson", "{"),
        ("r.md", "Failed: "),
        ("r.html", "<!doctype html>"),
        ("r.xml", "<?xml"),
        ("r.prom", "# HELP"),
        ("r.txt", "127.0.0.1"),
    ];
    let paths = files.map(|(name, _)| path(name));
    let options = paths.iter().flat_map(|path| ["--output", path.as_str()]);
    let down = run(options.chain(["-q", CLOSED]));
    assert_eq!((down.code, down.stderr.as_str()), (1, ""), "{down:?}");
    assert!(down.stdout.starts_with("Failed: "), "{down:?}");
    for (path, (_, begins)) in paths.iter().zip(files) {
        let text = std::fs::read_to_string(path).expect("it was written");
        assert!(text.contains(begins), "{path}: {text}");
    }
    let left = std::fs::read_dir(directory.path()).expect("the directory is there");
    assert_eq!(left.count(), files.len(), "nothing else is left");
}

#[test]
fn a_file_that_cannot_be_written_is_told_in_one_sentence() {
    let directory = tempfile::tempdir().expect("a directory");
    let directory = directory.path().display().to_string();
    let as_directory = format!("{directory}/d.json");
    std::fs::create_dir(&as_directory).expect("a directory");
    // Nothing is asked in vain: it is noticed before the run.
    for path in ["/no/such/directory/r.json", &as_directory] {
        let lost = run(["-q", "-o", path, CLOSED]);
        assert_eq!((lost.code, lost.stdout.as_str()), (2, ""), "{lost:?}");
        let sentence = format!("mailcheck: the report cannot be written to {path}: ");
        assert!(lost.stderr.starts_with(&sentence), "{lost:?}");
        assert_eq!(lost.stderr.lines().count(), 1, "{lost:?}");
    }

    let plugin = run(["-f", "nagios", "-o", "/no/such/directory/r.json", CLOSED]);
    assert_eq!((plugin.code, plugin.stderr.as_str()), (3, ""), "{plugin:?}");
    assert!(
        plugin.stdout.starts_with("MAILCHECK UNKNOWN - "),
        "{plugin:?}"
    );
}

#[test]
fn an_ending_that_names_no_format_is_wrong_usage() {
    for file in ["report.pdf", "report", ".json"] {
        let wrong = run(["-o", file, CLOSED]);
        assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""), "{wrong:?}");
        for ending in [".txt", ".json", ".ndjson", ".md", ".html", ".xml", ".prom"] {
            assert!(wrong.stderr.contains(ending), "{wrong:?}");
        }
    }
}

/// Reads a JUnit report as GitLab, Jenkins and their like do, and says what they would show.
const JUNIT_READER: &str = r#"
import sys
from xml.etree import ElementTree

root = ElementTree.fromstring(sys.stdin.buffer.read())
assert root.tag == "testsuites", root.tag
for suite in root:
    assert suite.tag == "testsuite" and suite.get("name"), suite.attrib
    cases = suite.findall("testcase")
    found = {kind: 0 for kind in ("failure", "error", "skipped")}
    for case in cases:
        assert case.get("name") and case.get("classname"), case.attrib
        assert float(case.get("time", 0)) >= 0
        for kind in found:
            for one in case.findall(kind):
                found[kind] += 1
                assert one.get("message"), case.attrib
                assert kind == "skipped" or (one.get("type") and one.text.strip()), case.attrib
    # A reader that counts by itself shows the same numbers as one that believes the attributes.
    counted = (len(cases), found["failure"], found["error"], found["skipped"])
    told = tuple(int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped"))
    assert counted == told, (counted, told)
    assert len({(case.get("classname"), case.get("name")) for case in cases}) == len(cases)
    said = [out.text for out in suite.iter("system-out") if " < " in out.text]
    print(suite.get("name"), *counted, len(said))
"#;

#[test]
#[ignore = "needs python3: tests/run real"]
fn python_reads_the_test_results() {
    for (fixture, report) in fixtures::all() {
        let shown = piped(
            "python3",
            &["-c", JUNIT_READER],
            &rendered(&report, Format::Junit),
        );
        let suites: Vec<&str> = shown.lines().collect();
        assert_eq!(suites.len(), report.targets.len(), "{fixture}: {shown}");
        match fixture {
            "many-faults" => assert_eq!(suites, ["mail.example.com 14 5 0 7 3"]),
            "hostile" => assert_eq!(suites, ["mail.example.com:25 1 0 1 0 1"]),
            _ => {}
        }
    }
}

#[test]
#[ignore = "needs promtool: tests/run real"]
fn prometheus_reads_the_metrics() {
    for (_, report) in fixtures::all() {
        let metrics = rendered(&report, Format::Prometheus);
        assert_eq!(piped("promtool", &["check", "metrics"], &metrics), "");
    }
}

#[test]
fn a_letter_takes_the_place_of_the_report_and_not_of_files() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("report.json");
    let file = file.to_str().expect("UTF-8");
    let letter = run(["--letter", "-o", file, CLOSED]);
    assert_eq!((letter.code, letter.stderr.as_str()), (1, ""), "{letter:?}");
    assert!(letter.stdout.starts_with("Subject: "), "{letter:?}");
    assert!(
        letter.stdout.contains("10061 WSAECONNREFUSED"),
        "{letter:?}"
    );
    let written = std::fs::read_to_string(file).expect("it was written");
    assert!(written.starts_with('{'), "{written}");
}

#[test]
fn there_is_no_letter_where_all_is_well() {
    let server =
        Server::play("S: 220 mail.test ESMTP\nC: EHLO\nS: 250 mail.test\nC: QUIT\nS: 221 bye");
    let url = format!("smtp://127.0.0.1:{}", server.port());
    let letter = run(["--letter", url.as_str()]);
    // No STARTTLS on the port of servers is a warning; that can be written about.
    assert_eq!((letter.code, letter.stderr.as_str()), (0, ""), "{letter:?}");
    assert!(letter.stdout.starts_with("Subject: "), "{letter:?}");

    let pki = Pki::new();
    let ca_file = pki.ca_file();
    let ca_file = ca_file.to_str().expect("UTF-8");
    let dialogue = "TLS\nS: 220 mail.test ESMTP\nC: EHLO\nS: 250-mail.test\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye";
    let server = Server::play_tls(dialogue, pki.server());
    let url = format!("submissions://127.0.0.1:{}", server.port());
    let letter = run(["--letter", "--ca-file", ca_file, url.as_str()]);
    assert_eq!((letter.code, letter.stdout.as_str()), (0, ""), "{letter:?}");
    assert!(
        letter
            .stderr
            .starts_with("mailcheck: There is nothing to complain about"),
        "{letter:?}"
    );
    assert_eq!(letter.stderr.lines().count(), 1, "{letter:?}");
}

fn rendered(report: &Report, format: Format) -> Vec<u8> {
    let style = Style {
        colour: false,
        unicode: true,
        width: 80,
        detail: Detail::Normal,
        redact: false,
    };
    let mut bytes = Vec::new();
    render(report, format, style, &Words::new(Lang::En), &mut bytes).expect("memory takes all");
    bytes
}

/// What `program` prints of `input`, which it must be content with.
fn piped(program: &str, args: &[&str], input: &[u8]) -> String {
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect(program);
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input).expect("it reads");
    drop(stdin);
    let ended = finished(child.wait_with_output().expect("it ends"));
    assert_eq!((ended.code, ended.stderr.as_str()), (0, ""), "{program}");
    ended.stdout
}
