//! What a scenario is: a TOML file that says what is broken and what mailcheck must make of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::fault::Fault;

/// One file of `tests/lab/scenarios`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Scenario {
    /// The path below the directory of scenarios, without `.toml`.
    #[serde(skip)]
    pub(crate) id: String,
    /// What is so, in words.
    pub(crate) name: String,
    /// Why mailcheck does not tell this yet. The scenario is played and shown, and does not count as failed.
    pub(crate) pending: Option<String>,
    /// What the scenario cannot do without.
    #[serde(default)]
    pub(crate) needs: Needs,
    /// Unusual, but nothing is wrong.
    #[serde(default)]
    pub(crate) healthy: bool,
    /// What is broken, in the order in which it breaks.
    #[serde(default, rename = "break")]
    pub(crate) faults: Vec<Fault>,
    /// The words behind `mailcheck`. The lab adds `--trust-anchor`, and `--ca-file`, `-t`, `--greeting-timeout` and `--deadline`
    /// where they are not given.
    pub(crate) args: Vec<String>,
    /// The environment of mailcheck; it has `LC_ALL` and nothing else otherwise.
    #[serde(default)]
    pub(crate) env: BTreeMap<String, String>,
    /// How many files and sockets mailcheck may have open.
    pub(crate) descriptors: Option<u32>,
    /// What must come out.
    pub(crate) expect: Expect,
    /// How that differs on Windows.
    pub(crate) windows: Option<Windows>,
}

/// What the Windows build makes of a scenario where that is not what is made of it on Linux. One of the three reasons is given.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Windows {
    /// Why Windows says something else, or less.
    pub(crate) why: Option<String>,
    /// Why there is nothing to play: the fault is Linux' own.
    pub(crate) skip: Option<String>,
    /// What Wine does and Windows would not, so that the scenario cannot be played.
    pub(crate) wine: Option<String>,
    exit: Option<i32>,
    verdict: Option<String>,
    finding: Option<Vec<ExpectedFinding>>,
    check: Option<Vec<ExpectedCheck>>,
    may: Option<Vec<String>>,
    connections: Option<BTreeMap<String, usize>>,
    at_most: Option<BTreeMap<String, usize>>,
}

impl Windows {
    /// Whether exactly one reason is given, and nothing beside a reason not to play.
    pub(crate) fn is_plain(&self) -> bool {
        let reasons = [&self.why, &self.skip, &self.wine];
        let differs = self.exit.is_some()
            || self.verdict.is_some()
            || self.finding.is_some()
            || self.check.is_some()
            || self.may.is_some()
            || self.connections.is_some()
            || self.at_most.is_some();
        reasons.iter().filter(|reason| reason.is_some()).count() == 1
            && differs == self.why.is_some()
    }
}

impl Scenario {
    /// Why the Windows build does not play it.
    pub(crate) fn not_on_windows(&self) -> Option<&str> {
        let windows = self.windows.as_ref()?;
        windows.skip.as_deref().or(windows.wine.as_deref())
    }

    /// What the Windows build must make of it: the same, but for what Windows does not tell and what the file says.
    pub(crate) fn expected_of_windows(&self) -> Expect {
        let mut expect = self.expect.clone();
        for check in &mut expect.check {
            // The number has a name of its own there, which is held by `winsock`, and no ICMP message is told.
            (check.errno, check.icmp) = (None, None);
        }
        if let Some(windows) = self.windows.clone() {
            expect.exit = windows.exit.unwrap_or(expect.exit);
            expect.verdict = windows.verdict.unwrap_or(expect.verdict);
            expect.finding = windows.finding.unwrap_or(expect.finding);
            expect.check = windows.check.unwrap_or(expect.check);
            expect.may = windows.may.unwrap_or(expect.may);
            expect.connections = windows.connections.unwrap_or(expect.connections);
            expect.at_most = windows.at_most.unwrap_or(expect.at_most);
        }
        for finding in &mut expect.finding {
            finding.less_of_place = true;
        }
        // Wine takes its time to start and to end.
        expect.within = expect.within.map(|seconds| seconds + 4.0);
        expect
    }
}

/// What a scenario cannot do without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Needs {
    /// A network namespace, which every user may make on many machines. Scripted servers do.
    #[default]
    Namespaces,
    /// Real servers, which want several users.
    Root,
}

/// What must come out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expect {
    /// The exit code.
    pub(crate) exit: i32,
    /// The verdict of the first target.
    pub(crate) verdict: String,
    /// Findings that must be made. No other may be that is a warning or worse.
    #[serde(default)]
    pub(crate) finding: Vec<ExpectedFinding>,
    /// What must be so of certain checks.
    #[serde(default)]
    pub(crate) check: Vec<ExpectedCheck>,
    /// Findings that may be made or not, where chance decides.
    #[serde(default)]
    pub(crate) may: Vec<String>,
    /// By port: how many connections the server must have seen.
    #[serde(default)]
    pub(crate) connections: BTreeMap<String, usize>,
    /// By port: how many connections the server may have seen at most.
    #[serde(default)]
    pub(crate) at_most: BTreeMap<String, usize>,
    /// Seconds within which the run must have ended.
    pub(crate) within: Option<f64>,
}

/// A finding that must be made.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedFinding {
    /// Its id.
    pub(crate) id: String,
    /// `error` where nothing is said.
    #[serde(default = "error")]
    pub(crate) severity: String,
    /// Who can mend it.
    pub(crate) owner: Option<String>,
    /// Where.
    pub(crate) location: Option<ExpectedLocation>,
    /// Nothing may be said of the place.
    #[serde(default)]
    pub(crate) nowhere: bool,
    /// Words that must stand in what the finding says, evidence and next steps included.
    #[serde(default)]
    pub(crate) says: Vec<String>,
    /// Less may be said of the place, but nothing else.
    #[serde(skip)]
    pub(crate) less_of_place: bool,
}

/// A place on the path.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedLocation {
    /// The number of the router.
    pub(crate) hop: Option<u64>,
    /// Its address, in either family where several are listed.
    #[serde(default)]
    pub(crate) address: Vec<String>,
    /// `at` or `at-or-after`.
    pub(crate) certainty: String,
}

/// What must be so of every check that the first three fields choose; at least one must be there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ExpectedCheck {
    /// The IANA name.
    pub(crate) service: Option<String>,
    /// The IP address.
    pub(crate) address: Option<String>,
    /// 4 or 6.
    pub(crate) family: Option<u8>,
    /// `ok`, `failed` or `skipped`.
    pub(crate) outcome: Option<String>,
    /// Where it failed.
    pub(crate) stage: Option<String>,
    /// How.
    pub(crate) class: Option<String>,
    /// The number that Windows has for it.
    pub(crate) winsock: Option<i64>,
    /// The number that Linux has for it, by name.
    pub(crate) errno: Option<String>,
    /// A number that Outlook shows.
    pub(crate) outlook: Option<String>,
    /// The reason, or a part of it.
    pub(crate) reason: Option<String>,
    /// The ICMP message: type, code and sender.
    pub(crate) icmp: Option<(i64, i64, String)>,
    /// A part of the server's first words.
    pub(crate) greeting: Option<String>,
    /// The version of TLS.
    pub(crate) tls: Option<String>,
    /// Whether the chain is trusted.
    pub(crate) trusted: Option<bool>,
    /// How many certificates the server sent.
    pub(crate) chain: Option<usize>,
    /// The stages, in order, each of which went well.
    pub(crate) stages: Option<Vec<String>>,
    /// What the server must offer after TLS, by first word.
    #[serde(default)]
    pub(crate) offers: Vec<String>,
    /// What it must have offered before.
    #[serde(default)]
    pub(crate) offers_before_tls: Vec<String>,
    /// What it must offer neither before TLS nor after.
    #[serde(default)]
    pub(crate) lacks: Vec<String>,
    /// The SASL mechanisms.
    pub(crate) auth: Option<Vec<String>>,
}

fn error() -> String {
    "error".to_owned()
}

/// Reads every scenario below `directory`, in order.
pub(crate) fn load(directory: &Path) -> Vec<Scenario> {
    let mut files = Vec::new();
    collect(directory, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let text = fs::read_to_string(&file).expect("a file of the lab");
            let mut scenario: Scenario =
                toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let id = file
                .strip_prefix(directory)
                .expect("below it")
                .with_extension("");
            id.to_str().expect("ASCII").clone_into(&mut scenario.id);
            scenario
        })
        .collect()
}

fn collect(directory: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(directory).expect("the directory of scenarios") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "toml")
        {
            files.push(path);
        }
    }
}
