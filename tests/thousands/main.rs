//! A list of twenty thousand targets of every kind, killed twice on its way: the binary against servers of the test's own,
//! which count who comes to them.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "the walls are for the program")]

#[path = "../support/mod.rs"]
mod support;

mod servers;
mod world;

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value;
use support::run::mailcheck;
use world::{Due, TARGETS, World};

/// The same command, again and again.
fn command(world: &World, list: &Path, result: &Path) -> Command {
    let mut command = mailcheck();
    command.arg("--targets").arg(list).arg("-o").arg(result);
    command.args(["--resume", "-q", "-4", "-t", "2", "--greeting-timeout", "2"]);
    command.args(["--resolver", &world.dns.addr().to_string()]);
    command.arg("--ca-file").arg(world.pki.ca_file());
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn lines(result: &Path) -> usize {
    fs::read_to_string(result).map_or(0, |text| text.matches('\n').count())
}

/// Begins, and ends it without a word when there are so many results.
fn killed_at(count: usize, world: &World, list: &Path, result: &Path) {
    let mut child = command(world, list, result).spawn().expect("it runs");
    while lines(result) < count {
        let ended = child.try_wait().expect("it can be asked");
        assert!(ended.is_none(), "{ended:?} at {}", lines(result));
        thread::sleep(Duration::from_millis(200));
    }
    child.kill().expect("it ran");
    child.wait().expect("it ends");
    world.watch.is_left_alone();
}

#[test]
#[ignore = "needs port 25 and some minutes: tests/run real"]
fn twenty_thousand_targets_have_one_true_result_each_whoever_kills_the_run() {
    let world = World::new();
    assert_eq!((world.due.len(), world.full()), (TARGETS, 100));
    let directory = tempfile::tempdir().expect("a directory");
    let [list, result] = ["list", "result.ndjson"].map(|name| directory.path().join(name));
    fs::write(&list, world.list()).expect("it can be written");
    killed_at(TARGETS / 4, &world, &list, &result);
    killed_at(TARGETS / 2, &world, &list, &result);
    let status = command(&world, &list, &result).status().expect("it runs");
    assert_eq!(status.code(), Some(1), "some of them do not work");
    are_true(&world, &fs::read_to_string(&result).expect("it is there"));
    are_polite(&world);
    // Now there is nothing left to do.
    let length = fs::metadata(&result).expect("it is there").len();
    let status = command(&world, &list, &result).status().expect("it runs");
    let after = fs::metadata(&result).expect("it is there").len();
    assert_eq!((status.code(), after), (Some(0), length));
}

/// Each target has one result, and nothing is said of it that is not so.
fn are_true(world: &World, results: &str) {
    let mut wrong: BTreeMap<String, (usize, String)> = BTreeMap::new();
    let mut seen: HashMap<String, usize> = HashMap::new();
    for line in results.lines() {
        let report: Value = serde_json::from_str(line).expect("JSON");
        let target = &report["targets"][0];
        let name = target["target"].as_str().expect("a name");
        *seen.entry(name.to_owned()).or_default() += 1;
        let due = world.due.get(name).expect("a target of the list");
        if let Some(why) = what_is_wrong(target, due) {
            let of_kind = wrong.entry(why).or_insert_with(|| (0, line.to_owned()));
            of_kind.0 += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(seen.values().all(|count| *count == 1), "{seen:?}");
    assert_eq!(seen.len(), TARGETS);
}

fn what_is_wrong(target: &Value, due: &Due) -> Option<String> {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let findings = target["findings"].as_array().expect("a list");
    let ids: Vec<String> = findings.iter().map(|one| text(one, "id")).collect();
    let is_ours = |finding: &Value| {
        text(finding, "owner") == "this-machine" || text(finding, "id").starts_with("local-")
    };
    let is_said = due.findings.is_empty() || ids.iter().any(|id| due.findings.contains(&&**id));
    let verdict = text(target, "verdict");
    let is_true = verdict == due.verdict && is_said && !findings.iter().any(is_ours);
    (!is_true).then(|| format!("{verdict} {ids:?} and not {due:?}"))
}

/// Nobody had more visitors at once than there may be.
fn are_polite(world: &World) {
    let seen = world.watch.seen();
    assert_eq!(seen.at_a_port, 1);
    assert!(seen.at_an_address <= 2, "{}", seen.at_an_address);
    // Eight hundred names lead to ten exchangers. Each was visited once in each of the three runs.
    let exchangers: Vec<usize> = seen
        .visits
        .iter()
        .filter_map(|(place, count)| (place.port() == 25).then_some(*count))
        .collect();
    assert!(exchangers.iter().all(|count| *count <= 3), "{exchangers:?}");
}
