//! Logins and the handing over of mail as they are asked for, and where secrets come from and go.

mod support;

use std::fs;
use std::process::Stdio;

use support::run::{Run, finished, mailcheck, run};
use support::server::closed_port;

/// In no output, whatever goes wrong.
const SECRET: &str = "hunter2-Zq9";

/// A check that fails at once, with exit code 1, before anybody could log in.
fn refused() -> String {
    format!("imaps://127.0.0.1:{}", closed_port())
}

/// Runs it without a terminal, with `args` and these variables.
fn run_with(variables: &[(&str, &str)], args: &[&str]) -> Run {
    let mut command = mailcheck();
    command.envs(variables.iter().copied()).args(args);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let command = command.env("PATH", path).stdin(Stdio::null());
    finished(command.output().expect("the binary runs"))
}

/// Fails where the secret, or base64 of it, is in what a run said.
fn assert_silent(run: &Run) {
    let encoded = data_encoding::BASE64.encode(SECRET.as_bytes());
    for text in [&run.stdout, &run.stderr] {
        assert!(!text.contains(SECRET), "{text}");
        assert!(!text.contains(encoded.trim_end_matches('=')), "{text}");
    }
}

#[test]
fn a_mistake_is_told_before_a_secret_is_looked_for() {
    let directory = tempfile::tempdir().expect("a directory");
    let touched = directory.path().join("touched");
    let command = format!("touch {}; echo {SECRET}", touched.display());
    let login = ["--login", "--user", "jane", "--password-command", &command];
    for wrong in [
        &["h", "g"][..],
        &["h", "-t", "0"],
        &["h", "--redact"],
        &["h", "-o", "report.xyz"],
        &["h", "--password-fd", "3"],
        &["h", "--send"],
        &["h", "-f", "prometheus"],
    ] {
        let args: Vec<&str> = login.iter().chain(wrong).copied().collect();
        let run = run_with(&[], &args);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{wrong:?}");
        assert_eq!(run.stderr.lines().count(), 1, "{wrong:?}: {}", run.stderr);
        assert_silent(&run);
        assert!(!touched.exists(), "{wrong:?}");
    }
}

/// A plugin answers on standard output, also of wrong usage.
#[test]
fn monitors_log_in_nowhere() {
    let plugin = run(["--login", "jane@example.com", "-f", "nagios"]);
    assert_eq!((plugin.code, plugin.stderr.as_str()), (3, ""));
    assert!(plugin.stdout.contains("the format nagios"), "{plugin:?}");
    let variable = [("MAILCHECK_FORMAT", "prometheus")];
    let run = run_with(&variable, &["--login", "jane@example.com"]);
    assert_eq!(run.code, 2, "{run:?}");
}

#[test]
fn other_commands_take_none_of_the_options() {
    for option in [
        &["--login"][..],
        &["--user", "jane"],
        &["--password-file", "f"],
        &["--password-fd", "3"],
        &["--password-command", "c"],
        &["--oauth-token-command", "c"],
        &["--login-anyway", "ab"],
        &["--from", "a@x.example"],
        &["--rcpt", "a@x.example"],
        &["--send"],
    ] {
        for command in [&["explain", "10060"][..], &["diff", "a", "b"]] {
            let stray = run(option.iter().chain(command).copied());
            assert_eq!(stray.code, 2, "{option:?}");
            assert!(
                stray.stderr.contains("does not go with mailcheck"),
                "{stray:?}"
            );
            let behind = run(command.iter().chain(option).copied());
            assert_eq!(behind.code, 2, "{behind:?}");
        }
    }
}

/// What may be a password is not repeated, wherever it was typed.
#[test]
fn a_password_on_the_command_line_is_not_said_again() {
    let joined = |option: &str| format!("{option}{SECRET}");
    let pair = format!("jane:{SECRET}");
    let url = format!("imaps://{pair}@mail.example.com");
    let rows = [
        vec!["--password".to_owned(), SECRET.to_owned()],
        vec![joined("--password=")],
        vec![joined("--login=")],
        vec!["--login".to_owned(), SECRET.to_owned()],
        vec!["--login".to_owned(), "--user".to_owned(), pair.clone()],
        vec!["--user".to_owned(), pair.clone()],
        vec!["-u".to_owned(), pair.clone()],
        vec![format!("-u{pair}")],
        vec![joined("-p")],
        vec![joined("-W")],
        vec![url, "--login".to_owned()],
        vec![
            "--login".to_owned(),
            "--user=jane".to_owned(),
            joined("--password-fd="),
        ],
        vec![
            "--login".to_owned(),
            "--user=jane".to_owned(),
            joined("--login-anyway="),
        ],
        vec![joined("--password-command=echo ")],
        vec![
            "--login".to_owned(),
            "--user=jane".to_owned(),
            format!("--password-command=echo {SECRET}; false"),
        ],
        vec![
            "--login".to_owned(),
            "--user=jane".to_owned(),
            format!("--password-command=: '{SECRET}"),
        ],
    ];
    for row in rows {
        for lang in ["en", "zh-CN"] {
            let args = row.iter().map(String::as_str);
            let args: Vec<&str> = ["h", "--lang", lang].into_iter().chain(args).collect();
            let run = run_with(&[], &args);
            assert_eq!(run.code, 2, "{row:?}: {run:?}");
            // The words of a shell are its own.
            let ours = run
                .stderr
                .lines()
                .filter(|line| line.starts_with("mailcheck: "));
            let ours: Vec<&str> = ours.collect();
            assert_eq!(ours.len(), 1, "{row:?}: {run:?}");
            assert!(!ours[0].contains(SECRET), "{row:?}: {run:?}");
        }
    }
}

#[test]
fn a_secret_from_every_source_is_in_no_output() {
    let target = refused();
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("secret");
    fs::write(&path, format!("{SECRET}\n")).expect("it can be written");
    let file = format!("--password-file={}", path.display());
    let ways = [
        (vec![("MAILCHECK_PASSWORD", SECRET)], None),
        (vec![], Some(file)),
        #[cfg(unix)]
        (
            vec![],
            Some(format!("--password-command=cat {}", path.display())),
        ),
        #[cfg(unix)]
        (
            vec![],
            Some(format!("--oauth-token-command=cat {}", path.display())),
        ),
    ];
    for (variables, way) in ways {
        for format in ["text", "json", "ndjson", "markdown", "html", "junit"] {
            let plain = ["--login", "--user", "jane", "-v", "-f", format, &target];
            let args: Vec<&str> = plain.into_iter().chain(way.as_deref()).collect();
            let run = run_with(&variables, &args);
            assert_eq!(run.code, 1, "{way:?} {format}: {run:?}");
            assert_silent(&run);
        }
    }
}

#[test]
fn what_is_no_secret_is_one_sentence() {
    let target = refused();
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("secret");
    let rows: [(Vec<u8>, &str, &str); 4] = [
        (vec![], "its first line is empty", "第一行是空的"),
        (
            format!("{SECRET}\rx").into_bytes(),
            "the end of a line or a NUL",
            "换行符或 NUL",
        ),
        (
            [SECRET.as_bytes(), b"\xFF"].concat(),
            "no UTF-8 text",
            "不是 UTF-8 文本",
        ),
        (
            SECRET.repeat(9999).into_bytes(),
            "more than the 64 KiB",
            "64 KiB",
        ),
    ];
    for (bytes, says, also) in rows {
        fs::write(&path, &bytes).expect("it can be written");
        let file = path.to_str().expect("UTF-8");
        for (lang, says) in [("en", says), ("zh-CN", also)] {
            let args = [
                "--login",
                "--user",
                "jane",
                "--password-file",
                file,
                &target,
            ];
            let args: Vec<&str> = args.into_iter().chain(["--lang", lang]).collect();
            let run = run_with(&[], &args);
            assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{run:?}");
            assert!(run.stderr.contains(says), "{says}: {run:?}");
            assert_silent(&run);
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_others_can_read_is_warned_of() {
    use std::os::unix::fs::PermissionsExt;

    let target = refused();
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("secret");
    fs::write(&path, SECRET).expect("it can be written");
    let file = path.to_str().expect("UTF-8");
    for (mode, lang, says) in [
        (0o600, "en", None),
        (0o644, "en", Some("other users of this machine can read")),
        (0o640, "zh-CN", Some("其他用户可以读取")),
    ] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("a mode");
        let args = ["--login", "--user", "jane", "--password-file", file];
        let args: Vec<&str> = args.into_iter().chain([&target, "--lang", lang]).collect();
        let run = run_with(&[], &args);
        assert_eq!(run.code, 1, "{run:?}");
        match says {
            None => assert_eq!(run.stderr, ""),
            Some(says) => assert!(
                run.stderr.contains(says) && run.stderr.contains(file),
                "{run:?}"
            ),
        }
        assert_silent(&run);
    }
}

/// Standard input is a descriptor too; of a here-document the shell makes a file or a pipe.
#[cfg(unix)]
#[test]
fn a_secret_through_a_descriptor() {
    let binary = env!("CARGO_BIN_EXE_mailcheck");
    let target = refused();
    let rows = [
        format!("echo {SECRET} | {binary} --login --user jane --password-fd 0 {target}"),
        format!("{binary} --login --user jane --password-fd 7 {target} 7<<END\n{SECRET}\nEND\n"),
    ];
    let shell = |line: &str| {
        let mut shell = std::process::Command::new("sh");
        finished(shell.args(["-c", line]).output().expect("a shell"))
    };
    for line in rows {
        let run = shell(&line);
        assert_eq!((run.code, run.stderr.as_str()), (1, ""), "{line}: {run:?}");
        assert_silent(&run);
    }
    let closed = shell(&format!(
        "{binary} --login --user jane --password-fd 9 {target} 9<&-"
    ));
    assert_eq!(closed.code, 2, "{closed:?}");
    assert!(
        closed.stderr.contains("--password-fd 9 cannot be read"),
        "{closed:?}"
    );
}

/// A command gets the user's own standard input and error, and not the variable that may hold the password.
#[cfg(unix)]
#[test]
fn a_command_has_the_terminal_and_no_secret() {
    let target = refused();
    let directory = tempfile::tempdir().expect("a directory");
    let seen = directory.path().join("seen");
    let script = format!(
        "env > {0}; tr '\\0' ' ' < /proc/$PPID/cmdline >> {0}; echo asking >&2; cat",
        seen.display()
    );
    let answer = directory.path().join("answer");
    fs::write(&answer, format!("{SECRET}\n")).expect("it can be written");
    let mut command = mailcheck();
    let path = std::env::var_os("PATH").unwrap_or_default();
    command
        .env("PATH", path)
        .env("MAILCHECK_PASSWORD", SECRET)
        .stdin(fs::File::open(&answer).expect("it is there"))
        .args([
            "--login",
            "--user",
            "jane",
            "--password-command",
            &script,
            &target,
        ]);
    let run = finished(command.output().expect("the binary runs"));
    assert_eq!((run.code, run.stderr.as_str()), (1, "asking\n"), "{run:?}");
    assert_silent(&run);
    let seen = fs::read_to_string(seen).expect("it was run");
    assert!(seen.contains("PATH=") && !seen.contains(SECRET), "{seen}");
}

/// Nobody is there to be asked.
#[cfg(target_os = "linux")]
#[test]
fn without_a_terminal_the_ways_are_named() {
    let binary = env!("CARGO_BIN_EXE_mailcheck");
    for (lang, says) in [
        ("en", "there is none; use --password-file"),
        ("zh-CN", "没有终端"),
    ] {
        let mut command = std::process::Command::new("setsid");
        command
            .args([
                "--wait",
                binary,
                "--login",
                "jane@example.com",
                "--lang",
                lang,
            ])
            .env("LC_ALL", "C.UTF-8")
            .env_remove("MAILCHECK_PASSWORD");
        let run = finished(command.output().expect("setsid"));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{run:?}");
        assert!(run.stderr.contains(says), "{run:?}");
        for way in ["--password-fd", "--password-command", "MAILCHECK_PASSWORD"] {
            assert!(run.stderr.contains(way), "{run:?}");
        }
    }
}

/// What a terminal shows of a run that asks, and gets `answer`; standard output goes to a file beside it.
#[cfg(target_os = "linux")]
fn asked(lang: &str, question: &str, answer: &[u8]) -> (String, String, Option<i32>) {
    use std::io::{Read, Write};

    let directory = tempfile::tempdir().expect("a directory");
    let report = directory.path().join("report");
    let line = format!(
        "{} --login --user jane --lang {lang} {} > {}",
        env!("CARGO_BIN_EXE_mailcheck"),
        refused(),
        report.display()
    );
    // A run in the background ignores Ctrl-C, and so would whatever it starts.
    let mut child = std::process::Command::new("env")
        .args(["--default-signal=INT", "script"])
        .args(["--quiet", "--return", "--command", &line, "/dev/null"])
        .env("LC_ALL", "C.UTF-8")
        .env_remove("MAILCHECK_PASSWORD")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script");
    let mut keyboard = child.stdin.take().expect("a pipe");
    let mut screen = child.stdout.take().expect("a pipe");
    let mut shown = Vec::new();
    let mut byte = [0];
    while !String::from_utf8_lossy(&shown).contains(question) {
        assert_eq!(screen.read(&mut byte).expect("a screen"), 1, "{shown:?}");
        shown.extend(byte);
    }
    keyboard.write_all(answer).expect("a keyboard");
    screen.read_to_end(&mut shown).expect("a screen");
    let code = child.wait().expect("an end").code();
    let shown = String::from_utf8(shown).expect("UTF-8");
    let report = fs::read_to_string(report).expect("a report");
    (shown, report, code)
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_asked_and_shows_nothing_of_the_answer() {
    let typed = format!("{SECRET}\r");
    for (lang, question) in [("en", "Password for jane: "), ("zh-CN", "jane 的密码：")] {
        let (shown, report, code) = asked(lang, question, typed.as_bytes());
        assert_eq!(code, Some(1), "{shown}");
        assert!(report.contains("127.0.0.1"), "{report}");
        for text in [&shown, &report] {
            assert!(!text.contains("hunter"), "{text}");
        }
        // The question is on the terminal alone.
        assert!(!report.contains(question), "{report}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn who_does_not_answer_logs_in_nowhere() {
    let question = "Password for jane: ";
    let (shown, report, code) = asked("en", question, b"\r");
    assert_eq!((code, report.as_str()), (Some(2), ""), "{shown}");
    assert!(shown.contains("no password was typed"), "{shown}");
    // Ctrl-C ends it as it ends every program.
    let (shown, report, code) = asked("en", question, b"hunter\x03");
    assert_eq!((code, report.as_str()), (Some(130), ""), "{shown}");
    assert!(!shown.contains("hunter"), "{shown}");
}

/// Ctrl-C at the prompt, and signals from elsewhere, leave a terminal that shows what is typed.
#[cfg(target_os = "linux")]
#[test]
fn a_signal_at_the_prompt_leaves_the_terminal_as_it_was() {
    let script = r#"
import os, pty, select, signal, sys, termios, time
how, binary, target = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.execv(binary, [binary, "--login", "--user", "jane", target])
def shows():
    flags = termios.tcgetattr(terminal)[3]
    return bool(flags & termios.ECHO and flags & termios.ICANON and flags & termios.ISIG)
seen = b""
while b"jane" not in seen or shows():
    if select.select([terminal], [], [], 0.05)[0]:
        seen += os.read(terminal, 1000)
time.sleep(0.2)
if how == "typed":
    os.write(terminal, b"\x03")
else:
    os.kill(child, getattr(signal, how))
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(code, shows())
"#;
    let (binary, target) = (env!("CARGO_BIN_EXE_mailcheck"), refused());
    for (how, wanted) in [
        ("typed", "130 True\n"),
        ("SIGINT", "130 True\n"),
        ("SIGTERM", "143 True\n"),
    ] {
        let mut command = std::process::Command::new("python3");
        command.args(["-c", script, how, binary, &target]);
        let run = finished(command.output().expect("Python is there"));
        assert_eq!(run.stdout, wanted, "{how}: {run:?}");
    }
}
