//! A survey, and the commands that people give for it.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::nats::Nats;
use crate::support::run::{Run, finished, mailcheck};

/// How long anything may take, also on a machine that has much else to do.
pub(crate) const PATIENCE: Duration = Duration::from_secs(300);

/// A target at which nobody listens, each in a network of its own.
pub(crate) fn refused(number: usize) -> String {
    format!("smtp://127.{}.{}.1:9", 80 + number / 250, number % 250)
}

/// A list on a server.
pub(crate) struct Survey {
    pub(crate) server: String,
    name: String,
    directory: tempfile::TempDir,
}

/// How far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Status {
    pub(crate) sealed: bool,
    pub(crate) submitted: usize,
    pub(crate) done: usize,
    pub(crate) at_work: usize,
    pub(crate) waiting: usize,
    pub(crate) failed: usize,
    pub(crate) unqueued: usize,
}

impl Status {
    pub(crate) fn waiting(targets: usize) -> Self {
        Self {
            sealed: true,
            submitted: targets,
            done: 0,
            at_work: 0,
            waiting: targets,
            failed: 0,
            unqueued: 0,
        }
    }

    pub(crate) fn done(targets: usize) -> Self {
        Self {
            done: targets,
            waiting: 0,
            ..Self::waiting(targets)
        }
    }

    /// The states make up the whole, what is done stays done, and no more is at work than there are hands.
    pub(crate) fn is_true_after(&self, earlier: &Self, submitted: usize, hands: usize) {
        assert!(self.sealed && self.submitted == submitted, "{self:?}");
        let sum = self.done + self.at_work + self.waiting + self.failed;
        assert_eq!(sum, submitted, "{self:?}");
        assert!(self.done >= earlier.done, "{earlier:?} {self:?}");
        assert!(self.at_work <= hands, "{self:?}");
        assert_eq!((self.failed, self.unqueued), (0, 0), "{self:?}");
    }
}

/// A line of results.
pub(crate) struct Result {
    pub(crate) target: String,
    pub(crate) verdict: String,
}

impl Survey {
    /// A list of `targets` that nobody knows yet.
    pub(crate) fn new(nats: &Nats, name: &str, targets: &[String]) -> Self {
        let survey = Self {
            server: format!("nats://127.0.0.1:{}", nats.port),
            name: name.to_owned(),
            directory: tempfile::tempdir().expect("a directory"),
        };
        survey.file("list", &(targets.join("\n") + "\n"));
        survey
    }

    /// A file that only this user reads.
    pub(crate) fn file(&self, name: &str, text: &str) -> String {
        use std::os::unix::fs::PermissionsExt;

        let path = self.path(name);
        fs::write(&path, text).expect("it can be written");
        let mode = fs::Permissions::from_mode(0o600);
        fs::set_permissions(&path, mode).expect("it is ours");
        path.display().to_string()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = mailcheck();
        command.arg("fleet").args(args);
        command.args(["--server", &self.server]);
        command
    }

    /// Runs `mailcheck fleet` to its end.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        finished(self.command(args).output().expect("it runs"))
    }

    /// Starts `mailcheck fleet`, and does not wait.
    pub(crate) fn start(&self, args: &[&str], of_list: bool) -> Running {
        let mut command = self.command(args);
        if of_list {
            command.arg("--targets").arg(self.path("list"));
        }
        let child = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it runs");
        Running(child)
    }

    pub(crate) fn submit(&self, more: &[&str]) -> Run {
        let list = self.path("list").display().to_string();
        let args = ["submit", "--survey", &self.name, "--targets", &list];
        let run = self.run(&[&args, more].concat());
        assert_eq!(run.code, 0, "{}", run.stderr);
        run
    }

    pub(crate) fn work(&self, more: &[&str]) -> Running {
        self.start(&[&["work"], more].concat(), false)
    }

    pub(crate) fn collect(&self, more: &[&str]) -> Run {
        let file = self.path("result.ndjson").display().to_string();
        let args = ["collect", "--survey", &self.name, "-o", &file];
        self.run(&[&args, more].concat())
    }

    pub(crate) fn status(&self) -> Status {
        let run = self.run(&["status", "--survey", &self.name, "-f", "json"]);
        let told = run.json();
        let count = |state: &str| {
            let targets = told[state]["targets"].as_u64().expect("a number");
            usize::try_from(targets).expect("a number")
        };
        Status {
            sealed: told["sealed"].as_bool().expect("yes or no"),
            submitted: count("submitted"),
            done: count("done"),
            at_work: count("at_work"),
            waiting: count("waiting"),
            failed: count("failed"),
            unqueued: count("unqueued"),
        }
    }

    /// Waits until it is as far as that.
    pub(crate) fn until(&self, mut is_so: impl FnMut(&Status) -> bool) {
        let begun = Instant::now();
        loop {
            // Before anything is submitted there is nothing to tell.
            let is_there = self.run(&["status", "--survey", &self.name]).code == 0;
            if is_there {
                let status = self.status();
                if is_so(&status) {
                    return;
                }
                assert!(begun.elapsed() < PATIENCE, "{status:?}");
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// What was collected.
    pub(crate) fn results(&self) -> Vec<Result> {
        let text = fs::read_to_string(self.path("result.ndjson")).expect("it is there");
        let line = |line: &str| {
            let report: Value = serde_json::from_str(line).expect("JSON");
            let targets = report["targets"].as_array().expect("targets");
            assert_eq!(targets.len(), 1, "{line}");
            let text = |key: &str| targets[0][key].as_str().expect("text").to_owned();
            Result {
                target: text("target"),
                verdict: text("verdict"),
            }
        };
        text.lines().map(line).collect()
    }

    /// Cuts the file in the middle of a line, and has it collected again.
    pub(crate) fn is_written_whole_again_wherever_it_was_torn(&self) {
        let path = self.path("result.ndjson");
        let whole = fs::read_to_string(&path).expect("it is there");
        let lines = |text: &str| -> BTreeSet<String> { text.lines().map(str::to_owned).collect() };
        for length in [0, 100, whole.len() / 3, whole.len() - 1] {
            fs::write(&path, &whole[..length]).expect("it can be written");
            let told = self.collect(&[]);
            assert_eq!(told.code, 0, "{} {}", told.stdout, told.stderr);
            let again = fs::read_to_string(&path).expect("it is there");
            assert_eq!(again.len(), whole.len(), "{length}");
            assert_eq!(lines(&again), lines(&whole), "{length}");
        }
        let told = self.collect(&[]);
        assert!(told.stdout.contains("No new results"), "{}", told.stdout);
        assert_eq!(
            fs::read_to_string(&path).expect("it is there").len(),
            whole.len()
        );
    }
}

/// A `mailcheck fleet` that runs, gone with the test.
pub(crate) struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Running {
    /// Ends it as a crash does.
    pub(crate) fn kill(mut self) {
        self.0.kill().expect("it ran");
        self.0.wait().expect("it ends");
    }

    /// Asks it to end; gives its exit code and what it said.
    pub(crate) fn end(self) -> (Option<i32>, String) {
        let number = self.0.id().to_string();
        let status = Command::new("kill").args(["-s", "TERM", &number]).status();
        assert!(status.expect("kill").success());
        self.ends()
    }

    /// Waits for its end; gives its exit code and what it said.
    pub(crate) fn ends(mut self) -> (Option<i32>, String) {
        let begun = Instant::now();
        while self.0.try_wait().expect("it can be asked").is_none() {
            if begun.elapsed() > PATIENCE {
                let _ = self.0.kill();
                panic!("it does not end");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let mut told = String::new();
        if let Some(mut from) = self.0.stderr.take() {
            std::io::Read::read_to_string(&mut from, &mut told).expect("UTF-8");
        }
        let code = self.0.wait().expect("it ends").code();
        (code, told)
    }
}
