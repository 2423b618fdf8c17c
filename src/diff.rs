//! What changed between two runs: yesterday and today, or one machine and another.
//!
//! Pure. Two reports of `-f json` come in as bytes, and differences come out; [`render`] puts them into words, [`json`]
//! into an object for programs. The files
//! may be anybody's: what is not understood is left out, and every text of theirs is escaped where it is shown.

mod checks;
mod findings;
pub mod json;
mod names;
mod pair;
mod read;
pub mod render;

pub use self::read::{ReadError, Run, read};

use self::read::{Check, Target};

/// In which direction something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Trend {
    /// For the worse.
    Worse,
    /// For the better.
    Better,
    /// Neither can be said.
    Changed,
}

impl Trend {
    /// Every trend, the worst first.
    pub const ALL: [Self; 3] = [Self::Worse, Self::Better, Self::Changed];

    /// The name in the ids of words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::Better => "better",
            Self::Changed => "changed",
        }
    }
}

/// A service at an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place {
    /// The host, in DNS form.
    pub host: String,
    /// The IANA name of the service.
    pub service: String,
    /// The port.
    pub port: u16,
    /// The address; `None` where the host has none.
    pub address: Option<String>,
}

/// One difference of one target.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// For better or worse.
    pub trend: Trend,
    /// The checks that changed alike; empty where it is not about checks.
    pub places: Vec<Place>,
    /// What changed.
    pub what: What,
}

/// What came of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// It worked.
    Ok,
    /// It was not tried.
    Skipped,
    /// It failed.
    Failed {
        /// The class of the failure.
        class: String,
        /// The stage that failed.
        stage: String,
        /// "10060 WSAETIMEDOUT".
        number: Option<String>,
    },
}

/// What changed.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// The target is in the second run alone, with this verdict.
    TargetNew(String),
    /// The target is in the first run alone, with this verdict.
    TargetGone(String),
    /// The verdict of the target: before, after.
    Verdict(String, String),
    /// Checks that only the second run made, and what came of them.
    CheckNew(State),
    /// Checks that only the first run made.
    CheckGone,
    /// What came of checks: before, after.
    Check(State, State),
    /// The server's certificate: fingerprint and end before, and after.
    Certificate(Box<(Certificate, Certificate)>),
    /// Whether the certificate is trusted now.
    Trust(bool),
    /// The TLS version: before, after.
    TlsVersion(String, String),
    /// The cipher suite: before, after.
    CipherSuite(String, String),
    /// What the server offers no longer, and what it offers now.
    Capabilities(Vec<String>, Vec<String>),
    /// Much slower: milliseconds before, and after.
    Slower(f64, f64),
    /// An answer of the DNS: the question, before, after.
    Dns(String, String, String),
    /// A finding that was not there.
    FindingNew(Finding),
    /// A finding that is gone.
    FindingGone(Finding),
    /// A finding that is another now: before, after.
    Finding(Box<(Finding, Finding)>),
}

/// A certificate, as far as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// The end of its validity, Unix time in seconds; `None` where the report does not say it in a form that is known.
    pub not_after: Option<i64>,
    /// Days from the start of the run to its end.
    pub days: Option<i64>,
}

/// A finding, as far as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its id.
    pub id: String,
    /// Its severity.
    pub severity: String,
    /// Who can fix it.
    pub owner: String,
    /// In the words of its run.
    pub title: String,
    /// Where on the path: hop and address.
    pub location: Option<(Option<u8>, Option<String>)>,
}

/// The differences of one target.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetDifferences {
    /// As it was typed.
    pub target: String,
    /// In DNS form.
    pub name: String,
    /// The worst first.
    pub differences: Vec<Difference>,
}

/// Everything that changed from `first` to `second`. A target without differences is left out.
pub fn compare(first: &Run, second: &Run) -> Vec<TargetDifferences> {
    // Those that were typed alike, then those with the same name.
    let typed = |one: &Target| one.typed.clone();
    let pairs = pair::in_turn(&first.targets, &second.targets, &(typed, typed), |one| {
        one.name.clone()
    });
    let mut all: Vec<TargetDifferences> = pairs
        .into_iter()
        .map(|(before, after)| TargetDifferences {
            target: before
                .or(after)
                .map(|one| one.typed.clone())
                .unwrap_or_default(),
            name: before
                .or(after)
                .map(|one| one.name.clone())
                .unwrap_or_default(),
            differences: match (before, after) {
                (Some(before), Some(after)) => of_target((first, before), (second, after)),
                (Some(before), None) => {
                    vec![alone(What::TargetGone(before.verdict.clone()))]
                }
                (None, Some(after)) => vec![alone(What::TargetNew(after.verdict.clone()))],
                (None, None) => Vec::new(),
            },
        })
        .collect();
    all.retain(|one| !one.differences.is_empty());
    all
}

/// How many differences of `trend` there are.
pub fn count(all: &[TargetDifferences], trend: Trend) -> usize {
    let differences = all.iter().flat_map(|one| &one.differences);
    differences.filter(|one| one.trend == trend).count()
}

fn of_target(first: (&Run, &Target), second: (&Run, &Target)) -> Vec<Difference> {
    let (before, after) = (first.1, second.1);
    let mut differences = Vec::new();
    if before.verdict != after.verdict {
        let trend = toward(
            rank(&VERDICTS, &before.verdict),
            rank(&VERDICTS, &after.verdict),
        );
        let what = What::Verdict(before.verdict.clone(), after.verdict.clone());
        differences.push(Difference {
            trend,
            ..alone(what)
        });
    }
    differences.extend(findings::compare(before, after));
    differences.extend(checks::compare(first, second));
    differences.extend(names::compare(before, after));
    differences.sort_by_key(|one| one.trend);
    differences
}

/// Verdicts and severities, the best first.
const VERDICTS: [&str; 4] = ["ok", "warning", "inconclusive", "failed"];
const SEVERITIES: [&str; 4] = ["info", "warning", "inconclusive", "error"];

/// The place of `name` in a list that gets worse; `None` for a name that is not known here.
fn rank(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|one| *one == name)
}

fn toward(before: Option<usize>, after: Option<usize>) -> Trend {
    match (before, after) {
        (Some(before), Some(after)) if after > before => Trend::Worse,
        (Some(before), Some(after)) if after < before => Trend::Better,
        (Some(_) | None, Some(_) | None) => Trend::Changed,
    }
}

/// A difference that is not about checks, and of no direction.
fn alone(what: What) -> Difference {
    Difference {
        trend: Trend::Changed,
        places: Vec::new(),
        what,
    }
}

fn place(check: &Check) -> Place {
    Place {
        host: check.host.clone(),
        service: check.service.clone(),
        port: check.port,
        address: check.address.clone(),
    }
}
