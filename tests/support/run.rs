//! Runs the built binary and reads its JSON.

use std::process::{Command, Output};

use serde_json::Value;

/// The binary in a clean environment: English, no colour, no proxies.
pub fn mailcheck() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mailcheck"));
    command.env_clear().env("LC_ALL", "C.UTF-8");
    // Windows needs its own directory to find its libraries.
    if let Some(root) = std::env::var_os("SystemRoot") {
        command.env("SystemRoot", root);
    }
    command
}

/// What a run gave.
#[derive(Debug)]
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Run {
    /// The report; the run must have been one with `-f json`.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}\n{}\n{}", self.stdout, self.stderr))
    }
}

/// Runs it with `args` and waits for its end.
pub fn run<'a>(args: impl IntoIterator<Item = &'a str>) -> Run {
    finished(mailcheck().args(args).output().expect("the binary runs"))
}

/// Runs it with `args` and `-f json`.
pub fn run_json<'a>(args: impl IntoIterator<Item = &'a str>) -> (Run, Value) {
    let run = run(args.into_iter().chain(["-f", "json"]));
    let json = run.json();
    (run, json)
}

/// What a finished process gave.
pub fn finished(output: Output) -> Run {
    Run {
        code: output.status.code().expect("an exit code, not a signal"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// The ids of the findings of the first target that are worse than info.
pub fn findings(json: &Value) -> Vec<String> {
    findings_of(json, &["error", "inconclusive", "warning"])
}

/// The ids of the findings of the first target with one of `severities`.
pub fn findings_of(json: &Value, severities: &[&str]) -> Vec<String> {
    let findings = json["targets"][0]["findings"].as_array().expect("findings");
    let wanted = findings
        .iter()
        .filter(|finding| severities.contains(&finding["severity"].as_str().expect("a severity")));
    wanted
        .map(|finding| finding["id"].as_str().expect("an id").to_owned())
        .collect()
}
