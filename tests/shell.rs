//! What shells and `man` get out of the command line's own definitions, and what shells and `man` make of it.

mod support;

use std::path::Path;
use std::process::Command;

use support::run::{run, run_json};

const SHELLS: [&str; 4] = [
    "complete-bash",
    "complete-zsh",
    "complete-fish",
    "complete-powershell",
];

/// What `--generate` prints.
fn generated(what: &str) -> String {
    let run = run(["--generate", what]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{what}");
    run.stdout
}

/// Every long option that the help names.
fn long_options() -> Vec<String> {
    let help = run(["--help"]).stdout;
    let words = help.split_whitespace();
    let mut options: Vec<String> = words
        .filter_map(|word| word.strip_prefix("--"))
        .map(|word| word.trim_end_matches([',', ':', ';']).to_owned())
        .collect();
    options.sort_unstable();
    options.dedup();
    assert!(options.len() > 25, "{options:?}");
    options
}

/// What `program` says to a script; it must succeed and complain of nothing.
fn says(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .env("LC_ALL", "C.UTF-8")
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    let complaint = String::from_utf8_lossy(&output.stderr);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{program}: {complaint}{said}");
    assert_eq!(complaint, "", "{program}");
    said
}

fn text(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

#[test]
fn every_option_is_completed_in_every_shell() {
    for shell in SHELLS {
        let script = generated(shell);
        for option in long_options() {
            // fish names options without hyphens.
            assert!(script.contains(&option), "{shell}: {option}");
        }
        if shell == "complete-powershell" {
            // What is typed behind a host is completed too.
            assert!(script.contains("else { 'mailcheck' }"), "{script}");
        }
        for word in ["explain", "diff", "fleet", "prometheus", "mozilla"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
    }
}

#[cfg(unix)]
#[test]
fn bash_completes() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("mailcheck.bash");
    std::fs::write(&path, generated("complete-bash")).expect("it can be written");
    let script = r#"
        source "$0"
        complete -p mailcheck
        try() {
          COMP_WORDS=(mailcheck "$@") COMP_CWORD=$# COMPREPLY=()
          _mailcheck mailcheck "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
          echo "$*: ${COMPREPLY[*]}"
        }
        try --form
        try h -f j
        try h --color a
        try ex
        try explain --l
        try diff --co
        try fleet st
        try fleet status --s
        try fleet submit --sur
        try --generate complete-b
        try ''
    "#;
    let said = says("bash", &["--norc", "-c", script, text(&path)]);
    let lines: Vec<&str> = said.lines().collect();
    let [loaded, tries @ .., everything] = lines.as_slice() else {
        panic!("{said}");
    };
    assert!(loaded.contains("-F _mailcheck"), "{loaded}");
    let expected = [
        "--form: --format",
        "h -f j: json junit",
        "h --color a: auto always",
        "ex: explain",
        "explain --l: --lang",
        "diff --co: --color",
        "fleet st: status",
        "fleet status --s: --survey --server",
        "fleet submit --sur: --survey",
        "--generate complete-b: complete-bash",
    ];
    assert_eq!(tries, expected);
    assert!(
        everything.ends_with(" explain diff fleet serve"),
        "{everything}"
    );
    assert!(!everything.contains(['<', '[']), "{everything}");
}

#[test]
#[ignore = "needs zsh: tests/run real"]
fn zsh_completes() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("_mailcheck");
    std::fs::write(&path, generated("complete-zsh")).expect("it can be written");
    says("zsh", &["-n", text(&path)]);
    // A terminal in which a person types, and a program that says what came of it.
    let script = r#"
        zmodload zsh/zpty
        zpty shell "TERM=xterm zsh -f -i"
        zpty -w shell "PS1= ; fpath=($1 \$fpath); autoload -U compinit; compinit -u -D"
        zpty -w shell 'mailcheck() { print -r -- "typed[$*]" }; print READY$((1))'
        zpty -r shell line '*READY1*'
        try() {
          zpty -w -n shell "$1"$'\n'
          zpty -r shell line '*typed\[*\]*'
          line=${line##*typed}
          print -r -- ${line%%\]*}
        }
        try $'mailcheck --form\tjs\t -s smtp'
        try $'mailcheck h --color\tal\t'
        try $'mailcheck exp\t --l\ten'
        try $'mailcheck dif\t --l\ten'
        try $'mailcheck fle\t stat\t --surv\ts'
        try $'mailcheck --generate complete-b\t'
        zpty -d shell
    "#;
    let directory = text(directory.path());
    let said = says(
        "timeout",
        &["60", "zsh", "-f", "-c", script, "zsh", directory],
    );
    let lines: Vec<&str> = said.lines().map(str::trim_end).collect();
    let expected = [
        "[--format=json -s smtp",
        "[h --color=always",
        "[explain --lang=en",
        "[diff --lang=en",
        "[fleet status --survey=s",
        "[--generate complete-bash",
    ];
    assert_eq!(lines, expected);
}

#[test]
#[ignore = "needs fish: tests/run real"]
fn fish_completes() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("mailcheck.fish");
    std::fs::write(&path, generated("complete-fish")).expect("it can be written");
    says("fish", &["--no-config", "--no-execute", text(&path)]);
    let complete = |line: &str| {
        let script = format!("source {}; complete --do-complete '{line}'", text(&path));
        let said = says("fish", &["--no-config", "--command", &script]);
        let words = said.lines().filter_map(|line| line.split('\t').next());
        words.map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(complete("mailcheck --form"), ["--format"]);
    assert_eq!(complete("mailcheck h --format j"), ["json", "junit"]);
    assert_eq!(complete("mailcheck -4 h --no-t"), ["--no-trace"]);
    assert!(complete("mailcheck ex").contains(&"explain".to_owned()));
    assert_eq!(complete("mailcheck explain --l"), ["--lang"]);
    assert_eq!(complete("mailcheck diff --co"), ["--color"]);
    assert!(complete("mailcheck fleet st").contains(&"status".to_owned()));
    assert_eq!(complete("mailcheck fleet status --surv"), ["--survey"]);
}

#[test]
fn the_man_page_has_everything() {
    let page = generated("man");
    let sections: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix(".SH "))
        .map(|title| title.trim_matches('"'))
        .collect();
    let expected = [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "OPTIONS",
        "EXPLAIN",
        "DIFF",
        "FLEET",
        "SERVE",
        "EXIT STATUS",
        "ENVIRONMENT",
        "FILES",
        "EXAMPLES",
        "SEE ALSO",
    ];
    assert_eq!(sections, expected);
    let plain = page.replace("\\-", "-").replace("\\*(Aq", "'");
    let headings = [
        "What to check",
        "How to check",
        "What to show",
        "Logging in",
        "Handing over mail",
    ];
    for heading in headings {
        assert!(plain.contains(&format!(".SS \"{heading}\"\n")), "{heading}");
    }
    for option in long_options() {
        assert!(plain.contains(&format!("--{option}")), "{option}");
    }
    for option in ["listen", "allow", "modules", "web-config", "keep"] {
        assert!(plain.contains(&format!("--{option}")), "{option}");
    }
    for variable in mailcheck::cli::environment::VARIABLES {
        assert!(plain.contains(variable.name), "{}", variable.name);
    }
    // Every line of the help's examples and exit codes is somewhere.
    let help = run(["--help"]).stdout;
    let (_, rest) = help.split_once("\nExamples:\n").expect("examples");
    let (rest, _) = rest.split_once("\nEnvironment:\n").expect("variables");
    for line in rest.lines().filter(|line| line.starts_with(' ')) {
        let words = line.trim().split("  ").next().expect("a part");
        assert!(plain.contains(words), "{words}");
    }
    assert!(page.starts_with(".TH MAILCHECK 1 \""), "{page}");
    assert!(page.is_ascii());
}

#[test]
#[ignore = "needs groff and man: tests/run real"]
fn man_shows_the_page_without_a_warning() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("mailcheck.1");
    std::fs::write(&path, generated("man")).expect("it can be written");
    let path = text(&path);
    for device in ["-Tutf8", "-Tascii"] {
        // Without backspaces and colours for what is bold.
        let shown = says("groff", &["-man", "-ww", device, "-P-cbou", path]);
        assert!(shown.contains("MAILCHECK_FORMAT"), "{shown}");
    }
    let shown = says("man", &["--warnings", "--pager=cat", "-l", path]);
    for words in ["EXIT STATUS", "User Commands", "mailcheck 0."] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let indexed = says("lexgrog", &[path]);
    assert!(indexed.contains("\"mailcheck - says why"), "{indexed}");
}

#[test]
fn a_host_may_be_called_anything() {
    for name in ["man", "completions", "version", "generate"] {
        let (run, json) = run_json([name, "--connect-to", "127.0.0.1", "-s", "smtp", "--host"]);
        assert_eq!(json["targets"][0]["name"], name, "{run:?}");
    }
}

#[test]
fn a_generated_text_is_what_was_asked_for_and_nothing_else() {
    for args in [
        &["--generate", "man", "mail.example.com"][..],
        &["--generate", "man", "-f", "json"],
        &["--generate", "html"],
        &["--generate"],
    ] {
        let wrong = run(args.iter().copied());
        assert_eq!((wrong.code, wrong.stdout.as_str()), (2, ""), "{args:?}");
        assert_eq!(wrong.stderr.lines().count(), 1, "{args:?}");
    }
}
