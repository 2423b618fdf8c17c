//! The formats through the binary: what goes where, and with which exit code.

mod support;

use std::io::Write;
use std::process::{Command, Stdio};

use mailcheck::report::{Detail, Format, Style, render};
use mailcheck::words::{Lang, Words};
use support::certificates::Pki;
use support::fixtures;
use support::run::run;
use support::server::Server;

/// Nobody listens on port 1 of this machine.
const CLOSED: &str = "smtp://127.0.0.1:1";

#[test]
fn a_monitoring_system_gets_its_line_and_its_exit_code() {
    let down = run(["-f", "nagios", CLOSED]);
    assert_eq!((down.code, down.stderr.as_str()), (2, ""), "{down:?}");
    let first = down.stdout.lines().next().expect("a line");
    assert!(first.starts_with("MAILCHECK CRITICAL - "), "{first}");
    assert!(first.ends_with(" | 'smtp_127.0.0.1_1'=U;;;0"), "{first}");

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
    for option in ["--warning-days", "--critical-days"] {
        let wrong = run([option, "30", CLOSED]);
        assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""), "{wrong:?}");
        assert_eq!(
            wrong.stderr,
            format!("mailcheck: {option} works with -f nagios alone; add -f nagios\n")
        );
    }
}

#[test]
fn one_run_writes_several_files() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = |name: &str| directory.path().join(name).display().to_string();
    let files = [
        ("r.json", "{"),
        ("r.ndjson", "{"),
        ("r.md", "**"),
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
    let lost = run(["-q", "-o", "/no/such/directory/r.json", CLOSED]);
    assert_eq!(lost.code, 3, "{lost:?}");
    assert!(lost.stdout.starts_with("Failed: "), "{lost:?}");
    let sentence = "mailcheck: the report cannot be written to /no/such/directory/r.json: ";
    assert!(lost.stderr.starts_with(sentence), "{lost:?}");
    assert_eq!(lost.stderr.lines().count(), 1, "{lost:?}");

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

#[test]
#[ignore = "needs promtool: tests/run real"]
fn prometheus_reads_the_metrics() {
    for (fixture, report) in fixtures::all() {
        let style = Style {
            colour: false,
            unicode: true,
            width: 80,
            detail: Detail::Normal,
            redact: false,
        };
        let mut metrics = Vec::new();
        let words = Words::new(Lang::En);
        render(&report, Format::Prometheus, style, &words, &mut metrics).expect("memory takes all");
        let mut promtool = Command::new("promtool")
            .args(["check", "metrics"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("promtool runs");
        let mut stdin = promtool.stdin.take().expect("a pipe");
        stdin.write_all(&metrics).expect("promtool reads");
        drop(stdin);
        let said = promtool.wait_with_output().expect("promtool ends");
        let problems = [said.stdout, said.stderr].concat();
        assert!(
            said.status.success() && problems.is_empty(),
            "{fixture}: {}",
            String::from_utf8_lossy(&problems)
        );
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
