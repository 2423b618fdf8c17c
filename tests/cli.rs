//! The command line as a person meets it: help, mistakes, exit codes, and terminals of every kind.

mod support;

use std::collections::BTreeSet;
use std::io::pipe;
use std::process::Stdio;

use support::run::{Run, finished, mailcheck, run};
use support::server::closed_port;

/// Every long option, as it is promised.
const OPTIONS: [&str; 53] = [
    "service",
    "host",
    "mx",
    "ipv4",
    "ipv6",
    "timeout",
    "greeting-timeout",
    "deadline",
    "resolver",
    "trust-anchor",
    "connect-to",
    "tls-name",
    "ca-file",
    "roots",
    "send-address",
    "large-hello",
    "ehlo",
    "no-trace",
    "online",
    "format",
    "letter",
    "verbose",
    "output",
    "warning-days",
    "critical-days",
    "quiet",
    "color",
    "lang",
    "redact",
    "strict",
    "login",
    "user",
    "password-file",
    "proxy",
    "proxy-password-command",
    "proxy-password-fd",
    "proxy-password-file",
    "password-fd",
    "password-command",
    "oauth-token-command",
    "login-anyway",
    "from",
    "rcpt",
    "send",
    "generate",
    "targets",
    "strict-input",
    "sender",
    "dnsbl",
    "resume",
    "jobs",
    "rate",
    "shard",
];

/// A check that fails at once, with exit code 1.
fn refused() -> String {
    format!("submission://127.0.0.1:{}", closed_port())
}

/// Runs it with `args` in an environment that has these variables too.
fn run_with(variables: &[(&str, &str)], args: &[&str]) -> Run {
    let mut command = mailcheck();
    command.envs(variables.iter().copied()).args(args);
    finished(command.output().expect("the binary runs"))
}

#[test]
fn help_fits_and_names_everything() {
    let help = run(["--help"]);
    assert_eq!((help.code, help.stderr.as_str()), (0, ""));
    // A window shows the page of the options that are used most.
    let short = run(["-h"]);
    assert_eq!((short.code, short.stderr.as_str()), (0, ""));
    assert!(short.stdout.lines().count() <= 23, "{}", short.stdout);
    let named: BTreeSet<&str> = help
        .stdout
        .split_whitespace()
        .filter_map(|word| word.strip_prefix("--"))
        .map(|word| word.trim_end_matches([',', ':']))
        .collect();
    let promised: BTreeSet<&str> = OPTIONS.into_iter().chain(["help", "version"]).collect();
    assert_eq!(named, promised);
    let explain = run(["explain", "--help"]);
    assert_eq!((explain.code, explain.stderr.as_str()), (0, ""));
    let diff = run(["diff", "--help"]);
    assert_eq!((diff.code, diff.stderr.as_str()), (0, ""));
    for page in [&help.stdout, &explain.stdout, &diff.stdout] {
        for line in page.lines() {
            assert!(line.len() <= 80 && line.trim_end() == line, "{line:?}");
        }
        assert!(page.is_ascii(), "{page}");
        assert!(page.contains("\nExamples:\n  mailcheck "), "{page}");
        assert!(page.contains("\nUsage: mailcheck "), "{page}");
    }
    assert!(help.stdout.contains("\nExit codes:\n  0  works"));
}

#[test]
fn help_names_the_values_that_an_option_takes() {
    let help = run(["--help"]).stdout;
    for option in ["--format", "--color", "--roots", "--lang"] {
        let mistake = run(["h", option, "nonsense"]).stderr;
        let (_, right) = mistake.trim_end().split_once("; use ").expect(&mistake);
        let (_, described) = help.split_once(&format!("{option} <")).expect(option);
        let described = described.split("\n  -").next().expect("the first part");
        for value in right.replace(" or ", ", ").split(", ") {
            assert!(described.contains(value), "{option}: {value}");
        }
    }
}

#[test]
fn examples_of_the_help_are_good() {
    let page = run(["explain", "--help"]).stdout;
    let (_, examples) = page.split_once("\nExamples:\n").expect("examples");
    for line in examples.lines() {
        let words = line.trim().strip_prefix("mailcheck ").expect(line);
        let (quoted, words) = match words.split_once('"') {
            Some((words, quoted)) => (Some(quoted.trim_end_matches('"')), words),
            None => (None, words),
        };
        let run = run(words.split_whitespace().chain(quoted));
        assert_eq!(run.code, 0, "{line}: {}", run.stdout);
    }
}

#[test]
fn the_version_is_one_line_and_the_long_one_tells_of_the_build() {
    let expected = format!("mailcheck {}", env!("CARGO_PKG_VERSION"));
    let short = run(["-V"]);
    assert_eq!((short.code, short.stdout), (0, format!("{expected}\n")));
    let long = run(["--version"]);
    assert_eq!((long.code, long.stderr.as_str()), (0, ""));
    let lines: Vec<&str> = long.stdout.lines().collect();
    let commit = commit().map(|commit| format!("{expected} ({commit})"));
    assert_eq!(lines[0], commit.unwrap_or(expected));
    let rest = lines[1..].iter().map(|line| line.split_once(": "));
    let rest: Option<Vec<(&str, &str)>> = rest.collect();
    let rest = rest.expect("a word and what it is");
    let words: Vec<&str> = rest.iter().map(|(word, _)| *word).collect();
    let expected = [
        "Target",
        "Compiler",
        "TLS",
        "Trust",
        "Features",
        "Languages",
        "JSON schema",
    ];
    assert_eq!(words, expected);
    assert!(rest[0].1.contains(std::env::consts::ARCH), "{rest:?}");
    assert!(rest[1].1.starts_with("rustc 1."), "{rest:?}");
    assert!(rest[2].1.contains("ring"), "{rest:?}");
    let roots: usize = rest[3]
        .1
        .split(' ')
        .next()
        .and_then(|n| n.parse().ok())
        .expect("a number");
    assert!(roots > 50, "{rest:?}");
    // A report names the plain version.
    let json = run([&refused(), "-f", "json"]).json();
    assert_eq!(json["mailcheck_version"], env!("CARGO_PKG_VERSION"));
}

/// The commit that is checked out here and its date. `None` where the sources are in no checkout of their own.
fn commit() -> Option<String> {
    let git = |args: &[&str]| {
        let mut git = std::process::Command::new("git");
        let output = git
            .args(args)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output();
        let output = output.ok().filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    git(&["rev-parse", "--show-prefix"]).filter(String::is_empty)?;
    git(&[
        "show",
        "--no-patch",
        "--abbrev=12",
        "--format=%h %cs",
        "HEAD",
    ])
}

#[test]
fn every_mistake_is_one_sentence_on_standard_error() {
    let missing = std::env::temp_dir().join("mailcheck-is-not-here.pem");
    let missing = missing.to_str().expect("UTF-8");
    let rows: [(&[&str], &str); 35] = [
        (&["user@"], "as in mailcheck smtp.example.com\n"),
        (&[], "nothing to check was named"),
        (&["explain"], "nothing to explain was given"),
        (
            &["h", "--format", "xml"],
            "use text, json, ndjson, markdown",
        ),
        (&["h", "--color", "green"], "use auto, always or never"),
        (&["h", "--roots", "mine"], "use mozilla or system"),
        (&["h", "--lang", "xx"], "use en"),
        (&["h", "--service", "smpt"], "use smtp, submission"),
        (&["h", "--timeout", "0"], "as in --timeout 10"),
        (&["h", "--timeout", "-5"], "as in --timeout 10"),
        (&["h", "--timeout"], "--timeout needs a value"),
        (
            &["h", "--greeting-timeout", "x"],
            "as in --greeting-timeout 30",
        ),
        (&["h", "--deadline", "1e9"], "as in --deadline 90"),
        (&["h", "--resolver", "x"], "192.0.2.53:5353"),
        (&["h", "--connect-to", "x"], "give one such as 192.0.2.1"),
        (&["h", "--tls-name", ".."], "give a host name such as"),
        (&["h", "--ehlo", "a b"], "give a host name such as"),
        (&["h", "--ca-file", missing], "give a readable file"),
        (&["h", "--strict=yes"], "--strict takes no value"),
        (&["h", "--bogus"], "there is no option --bogus"),
        (&["h", "--foramt", "json"], "is --format meant?"),
        (&["h", "-4", "-6"], "exclude each other"),
        (&["h", "--host", "--mx"], "exclude each other"),
        (&["h", "-q", "-v"], "exclude each other"),
        (&["h", "--mx", "-s", "smtp"], "exclude each other"),
        (&["h", "--redact"], "add -f markdown"),
        (&["h", "--letter", "-f", "json"], "exclude each other"),
        (&["192.0.2.1", "--mx"], "give a name such as example.com"),
        (&["192.0.2.1", "-6"], "leave -6 out"),
        (&["h:0"], "a number from 1 to 65535"),
        (&["a b c"], "as in smtp.example.com"),
        (&[""], "give a host such as"),
        (&["http://h"], "for a browser"),
        (&["ftp://h"], "use smtp://"),
        (&["explain", "1", "--lang", "xx"], "use en"),
    ];
    for (args, says) in rows {
        let run = run(args.iter().copied());
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{args:?}");
        assert!(run.stderr.contains(says), "{args:?}: {}", run.stderr);
        assert!(run.stderr.starts_with("mailcheck: "), "{}", run.stderr);
        assert!(run.stderr.ends_with('\n'), "{}", run.stderr);
        assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    }
}

#[test]
fn a_mistake_is_shown_without_harm() {
    let run = run(["evil\u{1b}[31m\u{202e}.example"]);
    assert_eq!(run.code, 2);
    assert!(
        run.stderr.contains("\"evil\\x1b[31m\\u{202e}.example\""),
        "{}",
        run.stderr
    );
}

#[test]
fn codes_that_are_known_and_codes_that_are_not() {
    let known: [&[&str]; 6] = [
        &["10060"],
        &["0x800CCC0E", "-2146644978"],
        &["-ERR [IN-USE] mailbox locked"],
        &["ETIMEDOUT", "--lang", "en"],
        &["554 5.7.1 Service unavailable", "5.7.1"],
        &["port-25-blocked"],
    ];
    for args in known {
        let run = run(["explain"].into_iter().chain(args.iter().copied()));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{args:?}");
        assert!(run.stdout.contains("What it means"), "{args:?}");
        assert!(!run.stdout.contains("What is understood"), "{args:?}");
    }
    for args in [&["nonsense"][..], &["10060", "nonsense"]] {
        let run = run(["explain"].into_iter().chain(args.iter().copied()));
        assert_eq!((run.code, run.stderr.as_str()), (1, ""), "{args:?}");
        assert!(run.stdout.contains("What is understood"), "{args:?}");
    }
}

#[test]
fn explain_reads_standard_input_and_unquoted_words() {
    let fed = |args: &[&str], input: &[u8]| {
        let mut child = mailcheck()
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let mut stdin = child.stdin.take().expect("a pipe");
        std::io::Write::write_all(&mut stdin, input).expect("it reads");
        drop(stdin);
        finished(child.wait_with_output().expect("it ends"))
    };
    // A traceback has its error in the last line, and more than a thousand characters before it.
    let frames = "  File \"/usr/lib/python3.11/smtplib.py\", line 255, in __init__\n".repeat(2000);
    let traceback = format!(
        "Traceback (most recent call last):\n{frames}TimeoutError: [Errno 110] Connection timed out\n"
    );
    for args in [&["explain"][..], &["explain", "-"]] {
        let run = fed(args, traceback.as_bytes());
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{args:?}");
        assert!(run.stdout.starts_with("110 ETIMEDOUT"), "{}", run.stdout);
    }
    // The sentence of QQ Mail in its own encoding, GBK.
    let gbk = b"535 Error: \xc7\xeb\xca\xb9\xd3\xc3\xca\xda\xc8\xa8\xc2\xeb\xb5\xc7\xc2\xbc";
    let run_gbk = fed(&["explain", "-"], gbk);
    assert!(
        run_gbk.stdout.contains("authorisation code needed"),
        "{}",
        run_gbk.stdout
    );
    let empty = fed(&["explain", "-"], b" \n");
    assert_eq!(empty.code, 2, "{}", empty.stderr);
    assert!(empty.stderr.contains("nothing to explain was given"));
    let words = "explain Cannot connect to server. Server: smtp.example.com, Socket Error: 10060";
    let unquoted = run(words.split(' '));
    assert_eq!(unquoted.code, 0);
    assert!(
        unquoted.stdout.starts_with("10060 WSAETIMEDOUT"),
        "{}",
        unquoted.stdout
    );
}

#[test]
fn a_closed_pipe_is_no_error() {
    let refused = refused();
    let rows: [(&[&str], i32); 5] = [
        (&["--help"], 0),
        (&["--version"], 0),
        (&["explain", "10060"], 0),
        (&[&refused], 1),
        (&[&refused, "-f", "json"], 1),
    ];
    for (args, code) in rows {
        let (reader, writer) = pipe().expect("a pipe");
        drop(reader);
        let child = mailcheck()
            .args(args)
            .stdout(writer)
            .stderr(Stdio::piped())
            .spawn();
        let output = child.expect("the binary runs").wait_with_output();
        let run = finished(output.expect("it ends"));
        assert_eq!((run.code, run.stderr.as_str()), (code, ""), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let refused = refused();
    for args in [&["--help"][..], &["explain", "10060"], &[&refused]] {
        let full = std::fs::File::create("/dev/full").expect("the device");
        let child = mailcheck().args(args).stdout(full).output();
        let run = finished(child.expect("the binary runs"));
        assert_eq!(run.code, 3, "{args:?}");
        assert!(
            run.stderr.contains("standard output: No space left"),
            "{args:?}: {}",
            run.stderr
        );
    }
}

#[cfg(unix)]
#[test]
fn descriptors_may_be_closed() {
    for closed in [
        "<&-",
        ">&-",
        "2>&-",
        "<&- >&-",
        "<&- 2>&-",
        ">&- 2>&-",
        "<&- >&- 2>&-",
    ] {
        let mut command = std::process::Command::new("/bin/sh");
        command
            .arg("-c")
            .arg(format!("exec \"$0\" \"$1\" {closed}"))
            .arg(env!("CARGO_BIN_EXE_mailcheck"))
            .arg(refused());
        let run = finished(command.output().expect("a shell"));
        assert_eq!((run.code, run.stderr.as_str()), (1, ""), "{closed}");
        let shown = !closed.split(' ').any(|one| one == ">&-");
        assert_eq!(run.stdout.contains("10061"), shown, "{closed}");
    }
}

/// Variables, options, and whether there is colour.
type Row<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str], bool);

#[test]
fn colour_comes_when_it_is_wanted() {
    let refused = refused();
    let rows: [Row<'_>; 6] = [
        (&[], &[], false),
        (&[], &["--color", "always"], true),
        (&[], &["--color", "never"], false),
        (&[("NO_COLOR", "1")], &[], false),
        // Who types it wants it.
        (&[("NO_COLOR", "1")], &["--color", "always"], true),
        (&[("CLICOLOR_FORCE", "1"), ("TERM", "dumb")], &[], false),
    ];
    for (variables, options, coloured) in rows {
        let run = run_with(variables, &[&[refused.as_str()], options].concat());
        assert_eq!(run.code, 1);
        assert_eq!(
            run.stdout.contains('\u{1b}'),
            coloured,
            "{variables:?} {options:?}"
        );
    }
    let json = run([refused.as_str(), "-f", "json", "--color", "always"]);
    assert!(!json.stdout.contains('\u{1b}'), "{}", json.stdout);
}

/// Windows consoles take Unicode whatever the locale says.
#[cfg(unix)]
#[test]
fn a_locale_without_utf_8_gets_ascii_alone() {
    let server = support::server::Server::play(
        "RAW: 220 m\\xc3\\xbcller.test \\xe2\\x80\\xa6 \\xff\\r\\n\nC: EHLO\nCLOSE",
    );
    let url = format!("smtp://127.0.0.1:{}", server.port());
    let rows: [&[&str]; 5] = [
        &[&url, "-v"],
        &[
            "explain",
            "10060",
            "0x800CCC0E",
            "554 5.7.1 \u{fc}",
            "\u{2026}",
        ],
        &["--help"],
        &["m\u{fc}ll er"],
        &["h", "--lang", "\u{4e2d}\u{6587}"],
    ];
    for args in rows {
        for locale in ["C", "POSIX", "de_DE.ISO-8859-1"] {
            let run = run_with(&[("LC_ALL", locale)], args);
            for text in [&run.stdout, &run.stderr] {
                assert!(text.is_ascii(), "{args:?} in {locale}: {text}");
            }
        }
    }
    let run = run(["m\u{fc}ll er"]);
    assert!(run.stderr.contains("m\u{fc}ll er"), "{}", run.stderr);
}

#[test]
fn the_locale_or_the_option_chooses_the_language() {
    type Row<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str], bool);
    let is_chinese = |text: &str| text.contains('\u{ff1a}') && text.contains("超时");
    let asked: [Row<'_>; 9] = [
        (&[("LC_ALL", "zh_CN.UTF-8")], &[], true),
        (
            &[
                ("LC_ALL", ""),
                ("LC_MESSAGES", "zh_SG.UTF-8"),
                ("LANG", "en_US.UTF-8"),
            ],
            &[],
            true,
        ),
        (&[("LC_ALL", ""), ("LANG", "zh_CN.utf8")], &[], true),
        (&[("LC_ALL", "zh_TW.UTF-8")], &[], false),
        // A terminal that shows no Chinese gets none, unless it is asked for.
        (&[("LC_ALL", "zh_CN.GBK")], &[], false),
        (&[("LC_ALL", "zh_CN.GBK")], &["--lang", "zh-CN"], true),
        (&[("LC_ALL", "C")], &["--lang", "zh"], true),
        (&[("LC_ALL", "en_US.UTF-8")], &["--lang", "ZH_cn"], true),
        (&[("LC_ALL", "zh_CN.UTF-8")], &["--lang", "en"], false),
    ];
    for (variables, option, chinese) in asked {
        // Windows and macOS have a locale of their own.
        if option.is_empty() && cfg!(not(target_os = "linux")) {
            continue;
        }
        let variables: Vec<_> = [("LC_CTYPE", "")]
            .iter()
            .chain(variables)
            .copied()
            .collect();
        let args: Vec<_> = ["explain", "10060"].iter().chain(option).copied().collect();
        let explained = run_with(&variables, &args);
        assert_eq!(explained.code, 0);
        // Readers of traditional characters are told that there are simplified ones.
        let traditional = variables.contains(&("LC_ALL", "zh_TW.UTF-8"));
        let hint = if traditional {
            "mailcheck: 中文（简体）: --lang zh-CN\n"
        } else {
            ""
        };
        assert_eq!(explained.stderr, hint, "{variables:?} {option:?}");
        let text = &explained.stdout;
        assert_eq!(
            is_chinese(text),
            chinese,
            "{variables:?} {option:?}: {text}"
        );
        assert_eq!(
            text.is_ascii(),
            !chinese,
            "{variables:?} {option:?}: {text}"
        );
    }
    for page in ["--help", "explain --help"] {
        let args: Vec<_> = page.split(' ').chain(["--lang", "zh-CN"]).collect();
        let help = run(args.iter().copied());
        assert_eq!((help.code, help.stderr.as_str()), (0, ""), "{page}");
        for heading in ["\n用法：mailcheck ", "\n参数:\n", "\n示例：\n  mailcheck "] {
            assert!(help.stdout.contains(heading), "{page}: {}", help.stdout);
        }
        assert!(!help.stdout.contains("Usage:"), "{page}: {}", help.stdout);
    }
    let refused = refused();
    let report = run_with(
        &[("LC_ALL", "C")],
        &[&refused, "--lang", "zh_CN", "--no-trace"],
    );
    assert_eq!(report.code, 1);
    assert!(report.stdout.contains("失败"), "{report:?}");
    assert!(!report.stdout.contains("\\u{"), "{report:?}");
}

#[test]
fn the_environment_stands_in_for_options() {
    let refused = refused();
    let json = run_with(&[("MAILCHECK_FORMAT", "json")], &[&refused]);
    assert_eq!(json.json()["verdict"], "failed");
    let nagios = [("MAILCHECK_FORMAT", "nagios")];
    let plugin = run_with(&nagios, &[&refused]);
    assert_eq!(plugin.code, 2, "{plugin:?}");
    assert!(plugin.stdout.starts_with("MAILCHECK CRITICAL - "));
    let coloured = run_with(&[("MAILCHECK_COLOR", "always")], &[&refused]);
    assert!(coloured.stdout.contains('\u{1b}'), "{coloured:?}");

    // What is typed wins, and what is empty is nothing.
    for (variables, args) in [
        (nagios, &[refused.as_str(), "-f", "text"][..]),
        ([("MAILCHECK_FORMAT", "")], &[&refused]),
        ([("MAILCHECK_TIMEOUT", "x")], &[&refused, "-t", "5"]),
        ([("MAILCHECK_COLOR", "always")], &[&refused, "--color=auto"]),
        (
            [("MAILCHECK_CA_FILE", "/no/such/file")],
            &[&refused, "--roots=mozilla"],
        ),
    ] {
        let text = run_with(&variables, args);
        assert_eq!((text.code, text.stderr.as_str()), (1, ""), "{variables:?}");
        assert!(text.stdout.contains("Failed: "), "{}", text.stdout);
        assert!(!text.stdout.contains('\u{1b}'), "{}", text.stdout);
    }
}

#[test]
fn a_name_for_ehlo_may_come_from_the_environment() {
    let server = support::server::Server::play(
        "S: 220 mail.test ESMTP\nC: EHLO here.example.com\nS: 250 mail.test\nC: QUIT\nS: 221 bye",
    );
    let url = format!("smtp://127.0.0.1:{}", server.port());
    let run = run_with(&[("MAILCHECK_EHLO", "here.example.com")], &[&url]);
    assert_eq!(
        server.said().first().expect("a line"),
        "EHLO here.example.com"
    );
    assert_eq!(run.stderr, "");
}

#[test]
fn a_bad_variable_is_one_sentence_that_names_it() {
    let refused = refused();
    let missing = "/no/such/file.pem";
    let rows = [
        ("FORMAT", "xml", "use text, json, ndjson, markdown"),
        ("COLOR", "green", "use auto, always or never"),
        ("LANG", "xx", "use en"),
        ("ROOTS", "mine", "use mozilla or system"),
        ("TIMEOUT", "ten", "as in MAILCHECK_TIMEOUT=10"),
        (
            "GREETING_TIMEOUT",
            "0",
            "as in MAILCHECK_GREETING_TIMEOUT=30",
        ),
        ("DEADLINE", "-1", "as in MAILCHECK_DEADLINE=90"),
        (
            "RESOLVER",
            "192.0.2.1,dns.example.com",
            "\"dns.example.com\"",
        ),
        ("EHLO", "a b", "give a host name such as"),
        ("CA_FILE", missing, "give a readable file"),
    ];
    for (name, value, says) in rows {
        let name = format!("MAILCHECK_{name}");
        let wrong = run_with(&[(&name, value)], &[&refused]);
        assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""), "{name}");
        for part in [name.as_str(), says, "mailcheck: "] {
            assert!(wrong.stderr.contains(part), "{part}: {}", wrong.stderr);
        }
        assert!(!wrong.stderr.contains("--"), "{}", wrong.stderr);
        assert_eq!(wrong.stderr.lines().count(), 1, "{}", wrong.stderr);
        // A monitoring system is told where it looks.
        let plugin = run_with(&[(&name, value)], &[&refused, "-f", "nagios"]);
        if name != "MAILCHECK_FORMAT" {
            assert_eq!((plugin.code, plugin.stderr.as_str()), (3, ""), "{name}");
            assert!(plugin.stdout.starts_with("MAILCHECK UNKNOWN - "));
        }
    }
    let bad = [("MAILCHECK_LANG", "xx"), ("MAILCHECK_FORMAT", "nagios")];
    let plugin = run_with(&bad, &[&refused]);
    assert_eq!((plugin.code, plugin.stderr.as_str()), (3, ""));
    let explain = run_with(&bad, &["explain", "10060"]);
    assert_eq!((explain.code, explain.stdout.as_str()), (2, ""));
    assert!(explain.stderr.contains("MAILCHECK_LANG"), "{explain:?}");
    // Help is there for whoever has set something wrong.
    assert_eq!(run_with(&bad, &["--help"]).code, 0);
    assert_eq!(
        run_with(&[("MAILCHECK_TIMEOUT", "x")], &["explain", "1"]).code,
        0
    );
}

#[test]
fn the_help_names_every_variable() {
    let help = run(["--help"]).stdout;
    let (_, section) = help.split_once("\nEnvironment:\n").expect("the section");
    for variable in mailcheck::cli::environment::VARIABLES {
        assert!(section.contains(variable.name), "{}", variable.name);
        assert!(help.contains(variable.option), "{}", variable.option);
    }
    assert!(section.contains("NO_COLOR"));
}
