//! What mailcheck is asked, and what it reports.

use std::env;
use std::process::Command;

use serde_json::Value;

use crate::house::House;
use crate::support::run::{Run, finished, mailcheck};

/// Shows the reports as people read them.
const SHOW: &str = "MAILCHECK_POSTMEN_SHOW";

/// One run of mailcheck.
pub(crate) struct Asking<'a> {
    house: &'a House,
    url: String,
    words: Vec<String>,
    password: Option<String>,
}

/// What it reported.
pub(crate) struct Told {
    /// The whole report.
    pub(crate) json: Value,
}

impl<'a> Asking<'a> {
    /// Asks a server: `imaps`, 993.
    pub(crate) fn of(house: &'a House, scheme: &str, port: u16) -> Self {
        Self {
            house,
            url: format!("{scheme}://127.0.0.1:{port}"),
            words: Vec::new(),
            password: None,
        }
    }

    /// Logs in with a password.
    pub(crate) fn login(mut self, user: &str, password: &str) -> Self {
        self.password = Some(password.to_owned());
        self.with(&["--login", "--user", user])
    }

    /// Logs in with a token.
    pub(crate) fn token(self, user: &str, token: &str) -> Self {
        let command = format!("printf '%s' '{token}'");
        self.with(&["--login", "--user", user, "--oauth-token-command", &command])
    }

    /// Asks whether a mail would be taken.
    pub(crate) fn mail(self, from: &str, to: &str) -> Self {
        self.with(&["--from", from, "--rcpt", to])
    }

    /// Adds what else is typed.
    pub(crate) fn with(mut self, words: &[&str]) -> Self {
        self.words.extend(words.iter().map(ToString::to_string));
        self
    }

    /// Runs it.
    pub(crate) fn told(&self) -> Told {
        let run = self.run(&["-f", "json"]);
        Told { json: run.json() }
    }

    /// Shows what a person reads, where that is wanted. That is another attempt: first comes what is counted.
    pub(crate) fn show(&self, title: &str) {
        if env::var_os(SHOW).is_some() {
            for language in ["en", "zh-CN"] {
                let run = self.run(&["--lang", language]);
                say(&format!(
                    "=== {title}: {}\n{}{}",
                    self.words.join(" "),
                    run.stdout,
                    run.stderr
                ));
            }
        }
    }

    fn run(&self, more: &[&str]) -> Run {
        let mut command = mailcheck();
        command
            .args(&self.words)
            .args(more)
            .args([&self.url, "--no-trace", "--ca-file"])
            .arg(self.house.pki.ca_file());
        // For commands that give a token.
        command.env("PATH", "/usr/bin:/bin");
        if let Some(password) = &self.password {
            command.env("MAILCHECK_PASSWORD", password);
        }
        finished(command.output().expect("the binary runs"))
    }
}

impl Told {
    /// The first login.
    pub(crate) fn login(&self) -> &Value {
        &self.json["targets"][0]["logins"][0]
    }

    /// What came of it, and why not: "accepted", "not-tried untrusted".
    pub(crate) fn outcome(&self) -> String {
        let word = |key| self.login()[key].as_str().unwrap_or_default();
        [word("outcome"), word("reason")]
            .join(" ")
            .trim_end()
            .to_owned()
    }

    /// The mechanism or command.
    pub(crate) fn method(&self) -> &str {
        self.login()["method"].as_str().unwrap_or_default()
    }

    /// What the server answered when it refused.
    pub(crate) fn refusal(&self) -> &str {
        self.login()["refusal"]["reply"]
            .as_str()
            .unwrap_or_default()
    }

    /// The fingerprint of the certificate that the server shows.
    pub(crate) fn fingerprint(&self) -> &str {
        let tls = &self.json["targets"][0]["checks"][0]["tls"];
        tls["certificates"][0]["sha256"]
            .as_str()
            .unwrap_or_default()
    }

    /// The transaction.
    pub(crate) fn mail(&self) -> &Value {
        &self.json["targets"][0]["transaction"]
    }

    /// What came of the mail.
    pub(crate) fn mail_outcome(&self) -> &str {
        self.mail()["outcome"].as_str().unwrap_or_default()
    }

    /// The answer to the last command of the transaction.
    pub(crate) fn last_reply(&self) -> &str {
        let exchanges = self.mail()["exchanges"].as_array();
        let last = exchanges.and_then(|all| all.last());
        last.and_then(|one| one["reply"].as_str())
            .unwrap_or_default()
    }

    /// Who can help with a finding: "login-refused account".
    pub(crate) fn owned(&self) -> Vec<String> {
        let all = self.json["targets"][0]["findings"].as_array();
        let all = all.expect("findings").iter();
        let worse = all.filter(|one| one["severity"] != "info");
        let word = |one: &Value, key| one[key].as_str().unwrap_or_default().to_owned();
        worse
            .map(|one| format!("{} {}", word(one, "id"), word(one, "owner")))
            .collect()
    }
}

/// Cases that went another way than they must, so that a test shows all of them at once.
#[derive(Default)]
pub(crate) struct Wrong(Vec<String>);

impl Wrong {
    /// Holds what was found against what must be.
    #[expect(
        clippy::needless_pass_by_value,
        reason = "values stand where they are made"
    )]
    pub(crate) fn hold<A, B>(&mut self, case: &str, found: A, expected: B, told: &Told)
    where
        A: PartialEq<B> + std::fmt::Debug,
        B: std::fmt::Debug,
    {
        if found != expected {
            self.0.push(format!(
                "--- {case}\nexpected {expected:?}\nfound    {found:?}\nrefusal: {:?}\nreply: {:?}\n{told}",
                told.refusal(),
                told.last_reply()
            ));
        }
    }
}

impl Drop for Wrong {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert!(
                self.0.is_empty(),
                "{} wrong:\n{}",
                self.0.len(),
                self.0.join("\n")
            );
        }
    }
}

/// The whole report for whoever has to see why a test failed.
impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let target = &self.json["targets"][0];
        for finding in target["findings"].as_array().into_iter().flatten() {
            if finding["severity"] != "info" {
                writeln!(f, "finding: {finding}")?;
            }
        }
        for part in [&target["logins"][0], &target["transaction"]] {
            writeln!(
                f,
                "{} {} {}",
                part["outcome"], part["refusal"], part["exchanges"]
            )?;
        }
        Ok(())
    }
}

/// The reply that another program of this kind gets to its last command.
pub(crate) fn swaks(port: u16, words: &[&str]) -> String {
    let mut command = Command::new("swaks");
    command.args(["--server", "127.0.0.1", "--port", &port.to_string()]);
    command
        .args(["--timeout", "30", "--helo", "client.test"])
        .args(words);
    let output = command.output().expect("swaks is installed");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[expect(clippy::print_stderr, reason = "a person reads it")]
fn say(text: &str) {
    eprintln!("{text}");
}
