//! mailcheck against faults of the network and of real daemons, in network namespaces.
//!
//! Every file below `tests/lab/scenarios` breaks something and says what mailcheck must make of it. `tests/run real` plays
//! them all, `tests/lab/run NAME` plays one and shows everything. Root gets real servers; another user, where he may make
//! namespaces, gets scripted ones, and the scenarios that need more are skipped.
//!
//! The test starts itself again inside of fresh mount, network and process namespaces, in which the lab is built, so that
//! nothing is left of it, however it ends.

#![cfg(target_os = "linux")]

#[path = "../support/mod.rs"]
mod support;

mod cable;
mod certificates;
mod daemons;
mod expect;
mod fault;
mod forwarder;
mod hosts;
mod lab;
mod names;
mod netns;
mod openssl;
mod proxy;
mod scenario;
mod stand_ins;
mod topology;

use std::collections::VecDeque;
use std::env;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use mailcheck::finding::FindingId;

use crate::lab::{Lab, Outcome, Shared};
use crate::netns::prepare_box;
use crate::scenario::Scenario;

/// Set where the test runs inside of the box.
const INSIDE: &str = "MAILCHECK_LAB_INSIDE";
/// Scenarios to play, by words of their ids; all where nothing is given.
const ONLY: &str = "MAILCHECK_LAB_ONLY";
/// Shows everything that is done and found.
const VERBOSE: &str = "MAILCHECK_LAB_VERBOSE";
/// How many labs there are at once.
const LABS: &str = "MAILCHECK_LABS";
/// Another program in the place of the one that cargo built.
const PROGRAM: &str = "MAILCHECK_LAB_PROGRAM";

/// Scenarios mostly wait, so that there are more labs than processors.
const USUAL_LABS: usize = 4;

/// Every scenario ends as its file says.
#[test]
#[ignore = "needs root, or a user who may make namespaces: tests/run real"]
fn every_scenario() {
    let Some(root) = inside("every_scenario") else {
        return;
    };
    let scenarios = chosen(scenario::load(&directory().join("scenarios")));
    assert!(!scenarios.is_empty(), "no scenario is called so");
    let shared = shared(root);
    let failed = play_all(scenarios, &shared);
    assert!(
        failed.is_empty(),
        "{} scenarios failed:\n{}",
        failed.len(),
        failed.join("\n")
    );
}

/// The servers are what the scenarios take them for, by the word of another program.
#[test]
#[ignore = "needs root, Postfix and Dovecot: tests/run real"]
fn openssl_agrees_about_every_certificate() {
    let Some(root) = inside("openssl_agrees_about_every_certificate") else {
        return;
    };
    assert!(root, "real servers need root");
    let shared = shared(root);
    let lab = Lab::start(0, &shared);
    let wrong = openssl::disagreements(&lab);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Findings about names that this lab does not make, each with the reason and the place where it is made.
const NAMES_TESTED_ELSEWHERE: &[(&str, &str)] = &[
    (
        "proxy-unreachable",
        "the proxies of the lab are up; tests/proxies.rs",
    ),
    (
        "proxy-auth-unsupported",
        "no proxy of the lab has Kerberos or NTLM; tests/proxies.rs",
    ),
    (
        "proxy-timeout",
        "wants a proxy that hangs; tests/proxies.rs",
    ),
    (
        "proxy-intercepts-tls",
        "wants a proxy that re-signs; tests/scenarios, and one by script; tests/proxies.rs",
    ),
    (
        "proxy-certificate-untrusted",
        "wants an https proxy with a wrong certificate; tests/proxies.rs",
    ),
    (
        "proxy-auth-required",
        "by script, each answer of it; tests/proxies.rs",
    ),
    (
        "proxy-refused",
        "by script, each answer of it; tests/proxies.rs",
    ),
    (
        "proxy-cannot-reach-server",
        "by script, each answer of it; tests/proxies.rs",
    ),
    (
        "proxy-wrong-kind",
        "by script, each answer of it; tests/proxies.rs",
    ),
    (
        "checked-through-proxy",
        "in every run through a proxy; tests/proxies.rs",
    ),
    (
        "local-descriptors-exhausted",
        "wants a machine that is out of files: a low limit alone is lived with; tests/scenarios",
    ),
    (
        "nothing-checked",
        "no answer of a server leads to it; tests/scenarios",
    ),
    (
        "search-domain-answers",
        "wants a search list in resolv.conf; tests/dns.rs",
    ),
    (
        "resolver-breaks-edns",
        "wants a server that drops EDNS; tests/names.rs",
    ),
    (
        "resolver-filters",
        "wants a server that filters; tests/names.rs",
    ),
    (
        "name-not-signed-here",
        "wants a resolver that errs about signatures; tests/scenarios",
    ),
    (
        "nxdomain-for-one-family",
        "wants a server that lies about AAAA; tests/scenarios",
    ),
    (
        "island-network",
        "wants a client without a route and with a resolver; tests/scenarios",
    ),
    (
        "special-address",
        "wants records that no zone of the lab has; tests/names.rs",
    ),
    (
        "nat64-unreachable",
        "wants a network of IPv6 alone; tests/scenarios",
    ),
    (
        "dane-lookup-failed",
        "wants a server that fails at TLSA alone; tests/scenarios",
    ),
    (
        "dane-unusable",
        "wants records that no zone of the lab has; tests/scenarios",
    ),
    (
        "dane-without-starttls",
        "wants Postfix without TLS and with TLSA; tests/scenarios",
    ),
    (
        "weak-for-some-programs",
        "wants servers of one suite; tests/oracles.rs has them",
    ),
    (
        "renegotiation-unsafe",
        "wants GnuTLS without safe renegotiation; tests/scenarios",
    ),
    (
        "root-expired",
        "wants an authority of its own; tests/oracles.rs",
    ),
    (
        "certificate-key-usage",
        "wants certificates of its own; tests/oracles.rs",
    ),
    (
        "certificate-must-staple",
        "wants certificates of its own; tests/oracles.rs",
    ),
    (
        "certificate-not-needed",
        "wants a chain of its own; tests/scenarios",
    ),
    ("login-refused", "wants a login or a mail: tests/postmen"),
    (
        "app-password-required",
        "wants a login or a mail: tests/scenarios",
    ),
    (
        "web-login-required",
        "wants a login or a mail: tests/scenarios",
    ),
    (
        "protocol-disabled",
        "wants a login or a mail: tests/logins.rs",
    ),
    (
        "password-login-disabled",
        "wants a login or a mail: tests/logins.rs",
    ),
    (
        "login-blocked-by-policy",
        "wants a login or a mail: tests/scenarios",
    ),
    ("account-locked", "wants a login or a mail: tests/postmen"),
    (
        "login-rate-limited",
        "wants a login or a mail: tests/logins.rs",
    ),
    (
        "mechanism-not-offered",
        "wants a login or a mail: tests/postmen",
    ),
    ("token-refused", "wants a login or a mail: tests/postmen"),
    (
        "login-server-failure",
        "wants a login or a mail: tests/postmen",
    ),
    (
        "source-not-registered",
        "wants a login or a mail: tests/scenarios",
    ),
    (
        "wrong-server-for-account",
        "wants a login or a mail: tests/scenarios",
    ),
    (
        "sender-not-allowed",
        "wants a login or a mail: tests/postmen",
    ),
    ("relay-denied", "wants a login or a mail: tests/postmen"),
    (
        "recipient-unknown",
        "wants a login or a mail: tests/postmen",
    ),
    ("greylisted", "wants a login or a mail: tests/postmen"),
    ("sender-rejected", "wants a login or a mail: tests/postmen"),
    ("rate-limited", "wants a login or a mail: tests/scenarios"),
    (
        "rejected-by-reputation",
        "wants a login or a mail: tests/scenarios",
    ),
    (
        "message-refused",
        "wants a login or a mail: tests/scenarios",
    ),
    ("mailbox-full", "wants a login or a mail: tests/postmen"),
    (
        "no-nat-loopback",
        "wants a router whose refusal takes its time; tests/scenarios",
    ),
];

/// Every finding has a scenario in which it must be made.
#[test]
fn every_finding_has_a_scenario() {
    let scenarios = scenario::load(&directory().join("scenarios"));
    let expected = scenarios
        .iter()
        .flat_map(|scenario| &scenario.expect.finding);
    let expected: Vec<&str> = expected.map(|finding| finding.id.as_str()).collect();
    let missing: Vec<&str> = FindingId::ALL
        .iter()
        .map(|id| id.name())
        .filter(|id| !expected.contains(id))
        .filter(|id| NAMES_TESTED_ELSEWHERE.iter().all(|(other, _)| other != id))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
    // And no scenario expects what mailcheck could never say.
    let unknown: Vec<&&str> = expected
        .iter()
        .filter(|id| !FindingId::ALL.iter().any(|known| known.name() == **id))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

/// Every file of a scenario can be read, and its id says what it is.
#[test]
fn every_file_is_a_scenario() {
    let scenarios = scenario::load(&directory().join("scenarios"));
    let healthy = scenarios.iter().filter(|scenario| scenario.healthy).count();
    assert!(
        scenarios.len() - healthy >= 100,
        "{} scenarios with a fault",
        scenarios.len() - healthy
    );
    assert!(healthy >= 15, "{healthy} healthy scenarios");
    for scenario in &scenarios {
        let plain = scenario
            .id
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-/".contains(c));
        assert!(plain, "{}", scenario.id);
        assert!(
            !scenario.healthy || scenario.expect.exit == 0,
            "{}: healthy, and something fails",
            scenario.id
        );
        let claims = scenario
            .expect
            .finding
            .iter()
            .filter(|finding| finding.severity != "info")
            .count();
        assert_eq!(
            scenario.expect.verdict == "ok",
            claims == 0,
            "{}: the worst finding is the verdict",
            scenario.id
        );
    }
}

/// Inside of the box: whether this is root. Outside: starts this test again in namespaces of its own, which end with it, as it
/// ends with us, and gives nothing when it went well.
fn inside(test: &str) -> Option<bool> {
    let Ok(who) = env::var(INSIDE) else {
        go_inside(test);
        return None;
    };
    let root = who == "root";
    prepare_box(root);
    Some(root)
}

/// Makes what all labs have in common.
fn shared(root: bool) -> Shared {
    let program = env::var_os(PROGRAM).map_or_else(
        || PathBuf::from(env!("CARGO_BIN_EXE_mailcheck")),
        PathBuf::from,
    );
    Shared::make(&program, &others(), root)
}

fn go_inside(test: &str) {
    let root = nix::unistd::geteuid().is_root();
    if root {
        // There is no network in the box. One at a time: apt allows no two.
        static APT: Mutex<()> = Mutex::new(());
        let _turn = APT.lock().unwrap_or_else(PoisonError::into_inner);
        netns::run(
            Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/packages"))
                .arg("--unpack")
                .arg(others())
                .arg("exim4-daemon-light"),
        );
    }
    let mut words = vec![
        "--pdeathsig",
        "KILL",
        "unshare",
        "--mount",
        "--net",
        "--pid",
        "--fork",
        "--kill-child",
        "--mount-proc",
    ];
    if !root {
        words.extend(["--user", "--map-root-user"]);
    }
    let status = Command::new("setpriv")
        .args(words)
        .arg(env::current_exe().expect("a program has a name"))
        .args(["--exact", test, "--ignored", "--nocapture"])
        .env(INSIDE, if root { "root" } else { "user" })
        .stdin(Stdio::null())
        // The chatter of the test harness inside; what the lab has to say goes to stderr.
        .stdout(Stdio::null())
        .status()
        .expect("setpriv and unshare are in util-linux");
    assert!(
        status.success(),
        "{test} failed inside of the lab; what it said is above"
    );
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lab")
}

/// Where tests/packages unpacks what cannot be installed beside Postfix.
fn others() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("lab-packages")
}

fn chosen(scenarios: Vec<Scenario>) -> Vec<Scenario> {
    let only = env::var(ONLY).unwrap_or_default();
    let words: Vec<&str> = only.split_whitespace().collect();
    // A whole id means that one alone.
    let fits = |scenario: &Scenario| {
        words.is_empty()
            || words
                .iter()
                .any(|word| scenario.id == *word || scenario.id.contains(word))
    };
    scenarios.into_iter().filter(fits).collect()
}

/// Plays the scenarios in several labs at once and prints the table. Gives those that failed, with the reasons.
fn play_all(scenarios: Vec<Scenario>, shared: &Shared) -> Vec<String> {
    let start = Instant::now();
    let verbose = env::var_os(VERBOSE).is_some();
    let count = scenarios.len();
    let (playable, skipped): (Vec<_>, Vec<_>) = scenarios
        .into_iter()
        .partition(|scenario| Lab::why_not(scenario, shared.root).is_none());
    for scenario in &skipped {
        say(&format!(
            "skipped  {}: {}",
            scenario.id,
            Lab::why_not(scenario, shared.root).unwrap_or_default()
        ));
    }
    let labs = env::var(LABS)
        .ok()
        .and_then(|labs| labs.parse().ok())
        .unwrap_or(USUAL_LABS)
        .clamp(1, playable.len().max(1));
    let played = playable.len();
    let waiting = Mutex::new(VecDeque::from(playable));
    let failed = Mutex::new(Vec::new());
    let pending = AtomicUsize::new(0);
    thread::scope(|scope| {
        for number in 0..labs {
            let (waiting, failed, pending) = (&waiting, &failed, &pending);
            scope.spawn(move || {
                let mut lab = None;
                loop {
                    let Some(scenario) = waiting.lock().expect("no panic while locked").pop_front()
                    else {
                        return;
                    };
                    let (outcome, wrong) = play(&mut lab, number, shared, &scenario);
                    say(&row(&scenario, &outcome, &wrong, verbose));
                    if !wrong.is_empty() && scenario.pending.is_some() {
                        pending.fetch_add(1, Ordering::Relaxed);
                    } else if !wrong.is_empty() {
                        let mut failed = failed.lock().expect("no panic while locked");
                        failed.push(format!("{}: {}", scenario.id, wrong.join("\n    ")));
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().expect("no panic while locked");
    let pending = pending.into_inner();
    say(&format!(
        "{count} scenarios: {} ok, {} FAILED, {pending} pending, {} skipped, in {:.0} s with {labs} labs",
        played - failed.len() - pending,
        failed.len(),
        skipped.len(),
        start.elapsed().as_secs_f64()
    ));
    failed
}

/// Plays a scenario and says what was wrong; in a new lab afterwards where it left the old one broken.
fn play<'a>(
    place: &mut Option<Lab<'a>>,
    number: usize,
    shared: &'a Shared,
    scenario: &Scenario,
) -> (Outcome, Vec<String>) {
    let verbose = env::var_os(VERBOSE).is_some();
    let lab = place.get_or_insert_with(|| Lab::start(number, shared));
    let played = catch_unwind(AssertUnwindSafe(|| {
        let outcome = lab.play(scenario, verbose);
        (outcome, lab.dirt())
    }));
    // The panic has said what it had to say.
    let (outcome, dirt) = played.unwrap_or_else(|_| (Outcome::default(), "a panic".to_owned()));
    let mut wrong = outcome.wrong.clone();
    if !dirt.is_empty() {
        wrong.push(format!("the lab was not clean afterwards:\n{dirt}"));
        // The next scenario starts in a new one, once this one is gone.
        *place = None;
    }
    (outcome, wrong)
}

/// One line of the table, and what there is to say below it.
fn row(scenario: &Scenario, outcome: &Outcome, wrong: &[String], verbose: bool) -> String {
    let expected: Vec<&str> = scenario
        .expect
        .finding
        .iter()
        .filter(|finding| finding.severity != "info")
        .map(|finding| finding.id.as_str())
        .collect();
    let expected = if expected.is_empty() {
        scenario.expect.verdict.clone()
    } else {
        expected.join(" ")
    };
    let mut text = format!(
        "{:7}  {:5.1} s  {:44}  expected {expected:36}  found {}",
        match (wrong.is_empty(), &scenario.pending) {
            (true, None) => "ok",
            (true, Some(_)) => "ok now",
            (false, None) => "FAILED",
            (false, Some(_)) => "pending",
        },
        outcome.elapsed.as_secs_f64(),
        scenario.id,
        outcome.found
    );
    if let Some(why) = &scenario.pending {
        let _ = write!(text, "\n    pending: {why}");
    }
    for line in wrong {
        let _ = write!(text, "\n    {line}");
    }
    if verbose {
        let _ = write!(text, "\n  {}\n{}", scenario.name, outcome.story);
    }
    text
}

#[expect(clippy::print_stderr, reason = "a person waits for the table")]
fn say(line: &str) {
    eprintln!("{line}");
}
