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
mod elsewhere;
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
mod wine;

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

use crate::elsewhere::NAMES_TESTED_ELSEWHERE;
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

/// One lab after the other: each wants all processors.
static BOX: Mutex<()> = Mutex::new(());

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

/// And so it does with the Windows build, in Wine.
#[test]
#[ignore = "needs root, Wine and a Windows build: tests/run real"]
fn every_scenario_on_windows() {
    let program = match wine::program() {
        Ok(program) => program,
        Err(why) => return left_out(&why),
    };
    if !nix::unistd::geteuid().is_root() {
        return left_out("Wine hears of routers as root alone");
    }
    if inside("every_scenario_on_windows").is_none() {
        return;
    }
    let scenarios = chosen(scenario::load(&directory().join("scenarios")));
    assert!(!scenarios.is_empty(), "no scenario is called so");
    let shared = Shared::for_windows(&program, &others());
    let failed = play_all(scenarios, &shared);
    assert!(
        failed.is_empty(),
        "{} scenarios failed with the Windows build:\n{}",
        failed.len(),
        failed.join("\n")
    );
}

/// The Windows build runs on a machine that has Windows and nothing else.
#[test]
#[ignore = "needs a Windows build: tests/run real"]
fn the_windows_build_wants_no_library_but_the_systems() {
    match wine::program() {
        Ok(program) => assert_eq!(wine::foreign_libraries(&program), Vec::<String>::new()),
        Err(why) => left_out(&why),
    }
}

/// Says why a test does not run, which is a failure where every one has to.
fn left_out(why: &str) {
    assert!(env::var_os("MAILCHECK_EVERY_TEST").is_none(), "{why}");
    say(&format!("not played with the Windows build: {why}"));
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
    let on_windows = scenarios
        .iter()
        .filter(|scenario| scenario.not_on_windows().is_none());
    assert!(on_windows.count() >= 250, "too few for Windows");
    for scenario in &scenarios {
        let plain = scenario
            .id
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-/".contains(c));
        assert!(plain, "{}", scenario.id);
        if let Some(windows) = &scenario.windows {
            assert!(windows.is_plain(), "{}: one reason", scenario.id);
        }
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
    let _turn = BOX.lock().unwrap_or_else(PoisonError::into_inner);
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
    let count = scenarios.len();
    let (playable, skipped): (Vec<_>, Vec<_>) = scenarios
        .into_iter()
        .partition(|scenario| Lab::why_not(scenario, shared).is_none());
    for scenario in &skipped {
        say(&format!(
            "skipped  {}: {}",
            scenario.id,
            Lab::why_not(scenario, shared).unwrap_or_default()
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
                    say(&row(&scenario, shared, &outcome, &wrong));
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
fn row(scenario: &Scenario, shared: &Shared, outcome: &Outcome, wrong: &[String]) -> String {
    let expect = shared.expected(scenario);
    let expected: Vec<&str> = expect
        .finding
        .iter()
        .filter(|finding| finding.severity != "info")
        .map(|finding| finding.id.as_str())
        .collect();
    let expected = if expected.is_empty() {
        expect.verdict.clone()
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
    if env::var_os(VERBOSE).is_some() {
        let _ = write!(text, "\n  {}\n{}", scenario.name, outcome.story);
    }
    text
}

#[expect(clippy::print_stderr, reason = "a person waits for the table")]
fn say(line: &str) {
    eprintln!("{line}");
}
