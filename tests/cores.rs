//! A list whose visits are on several threads: servers see one guest, and each target has one result.
#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "the walls are for the program")]

#[expect(dead_code, reason = "nobody is left unanswered here")]
#[path = "thousands/servers.rs"]
mod servers;
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::net::Ipv4Addr;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use servers::{Manner, Watch};
use support::certificates::Pki;
use support::run::{finished, mailcheck};

/// A target at which nobody listens, each at an address of its own.
fn refused(number: u16) -> String {
    let [high, low] = number.to_be_bytes();
    format!("smtp://127.69.{high}.{low}:9")
}

fn list(lines: impl IntoIterator<Item = String>) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    let text: String = lines.into_iter().map(|line| line + "\n").collect();
    file.write_all(text.as_bytes()).expect("it takes it");
    file
}

fn begun(list: &tempfile::NamedTempFile, more: &[&str]) -> Child {
    let mut command = mailcheck();
    command.args(["-f", "ndjson", "--no-trace", "--targets"]);
    command.arg(list.path()).args(more);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("it runs")
}

/// How many threads a process has that visit targets.
fn visiting(child: &Child) -> usize {
    let tasks = fs::read_dir(format!("/proc/{}/task", child.id()));
    let names = tasks.into_iter().flatten().flatten();
    let names = names.filter_map(|task| fs::read_to_string(task.path().join("comm")).ok());
    names.filter(|name| name.starts_with("visits-")).count()
}

/// How many there should be: as many as the process of this test may use at once, or as 4096 descriptors are for.
fn cores() -> usize {
    match thread::available_parallelism().map_or(1, usize::from) {
        1 => 0,
        cores => cores.min(63),
    }
}

/// How often each target has a result, by its line.
fn results(ndjson: &str) -> BTreeMap<u64, usize> {
    let mut results = BTreeMap::new();
    for line in ndjson.lines() {
        let report: Value = serde_json::from_str(line).expect("JSON");
        let line = report["targets"][0]["line"].as_u64().expect("a line");
        *results.entry(line).or_default() += 1;
    }
    results
}

/// The most threads that were seen until it ended, and what it said.
fn watched(mut child: Child) -> (usize, support::run::Run) {
    let mut most = 0;
    let mut out = child.stdout.take().expect("a pipe");
    let reader = thread::spawn(move || {
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut out, &mut text).map(|_| text)
    });
    while child.try_wait().expect("it can be asked").is_none() {
        most = most.max(visiting(&child));
        thread::sleep(Duration::from_millis(2));
    }
    let stdout = reader.join().expect("no panic").expect("it reads");
    let mut output = child.wait_with_output().expect("it ended");
    output.stdout = stdout;
    (most, finished(output))
}

/// Forty targets of an address, at four of its ports, among hundreds of others.
#[test]
fn whoever_is_reached_from_several_threads_sees_one_guest() {
    let pki = Pki::new();
    let watch = Arc::new(Watch::default());
    let address = Ipv4Addr::new(127, 69, 200, 1);
    let pause = Duration::from_millis(3);
    let ports =
        [(); 4].map(|()| servers::listen(address, 0, Manner::Works(pause), &watch, pki.server()));
    let here = (0..40).map(|number| format!("smtp://{address}:{}", ports[number % 4]));
    let list = list(here.chain((0..400).map(refused)));
    let ca_file = pki.ca_file();
    let ca_file = ca_file.to_str().expect("UTF-8");
    let options = ["--ca-file", ca_file, "--tls-name", "mail.test"];
    let (threads, run) = watched(begun(&list, &options));
    let results = results(&run.stdout);
    assert_eq!(results.len(), 440, "{}", run.stderr);
    assert!(results.values().all(|count| *count == 1), "{results:?}");
    assert_eq!(threads, cores());
    let seen = watch.seen();
    assert_eq!((seen.at_a_port, seen.at_an_address), (1, 2), "{seen:?}");
    let visits: Vec<usize> = ports
        .iter()
        .map(|port| seen.visits[&(address, *port).into()])
        .collect();
    assert_eq!(visits, [10; 4], "{run:?}", run = run.stderr);
}

/// Ctrl-C: what is under way is told, nothing begins, and nothing is told twice.
#[test]
fn an_interrupt_reaches_every_thread() {
    let pki = Pki::new();
    let watch = Arc::new(Watch::default());
    let any = Ipv4Addr::UNSPECIFIED;
    let port = servers::listen(any, 0, Manner::Silent, &watch, pki.server());
    let list = list((1..=200).map(|number| format!("smtp://127.69.202.{number}:{port}")));
    let mut child = begun(&list, &["--jobs", "100", "--greeting-timeout", "60"]);
    let began = Instant::now();
    while watch.seen().visits.len() < 100 {
        assert!(
            began.elapsed() < Duration::from_secs(20),
            "{:?}",
            watch.seen()
        );
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(visiting(&child), cores());
    let asked = Instant::now();
    let id = child.id().to_string();
    let sent = Command::new("kill").args(["-s", "INT", &id]).status();
    assert!(sent.expect("kill runs").success());
    let mut text = String::new();
    let out = child.stdout.as_mut().expect("a pipe");
    std::io::Read::read_to_string(out, &mut text).expect("it reads");
    let status = child.wait().expect("it ends");
    assert!(
        asked.elapsed() < Duration::from_secs(5),
        "{:?}",
        asked.elapsed()
    );
    assert_eq!(status.code(), Some(130));
    let results = results(&text);
    assert_eq!(results.len(), 100);
    assert!(results.values().all(|count| *count == 1), "{results:?}");
    assert_eq!(
        watch.seen().visits.len(),
        100,
        "nobody was visited afterwards"
    );
}

/// With `-v` a run says on how many threads it is.
#[test]
fn a_run_says_on_how_many_threads_it_is() {
    let list = list((0..3).map(refused));
    for (jobs, threads) in [("1", 1), ("200", cores().max(1))] {
        let run = begun(&list, &["-v", "--jobs", jobs]).wait_with_output();
        let run = finished(run.expect("it runs"));
        let said = match threads {
            1 => format!("{jobs} targets at once on one thread,"),
            threads => format!("{jobs} targets at once on up to {threads} threads,"),
        };
        assert!(run.stderr.contains(&said), "{}", run.stderr);
    }
}
