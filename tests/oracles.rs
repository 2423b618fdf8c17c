//! The programs that people use, as oracles: they and the judge of `mailcheck::programs` meet the same servers.
//!
//! `tests/oracles/oracles.py` makes certificates, serves each with openssl and runs OpenSSL, curl, Python, `GnuTLS`, Go and
//! Java against every server and name. What each answers is held against its profile; a disagreement is a failed test.

#![cfg(unix)]
#![expect(
    clippy::print_stdout,
    reason = "the matrix is for whoever runs the test"
)]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;

use clap::Parser;
use mailcheck::cli::{Cli, meaning};
use mailcheck::facts::{Check, ProfileId};
use mailcheck::net::Machine;
use mailcheck::net::dns::Resolver;
use mailcheck::probe::{self, Visit};
use mailcheck::programs::{Connects, Measured, judge_all};
use mailcheck::progress::Progress;

/// The program, and the profile that it stands for.
const PROGRAMS: [(&str, ProfileId); 6] = [
    ("openssl", ProfileId::OpenSsl),
    ("curl", ProfileId::OpenSsl),
    ("python", ProfileId::Python),
    ("gnutls", ProfileId::GnuTls),
    ("go", ProfileId::Go),
    ("java", ProfileId::Java),
];

/// A server and a name.
#[derive(Debug, Default)]
struct Case {
    server: String,
    port: u16,
    name: String,
    /// By program: whether it connects, and its words.
    saw: BTreeMap<String, (bool, String)>,
}

#[test]
#[ignore = "runs openssl, curl, Python, GnuTLS, Go and Java against some sixty servers"]
fn programs_connect_where_their_profiles_say_so() {
    let directory = tempfile::tempdir().unwrap();
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oracles/oracles.py");
    let mut oracles = Command::new("/usr/bin/python3")
        .args([script.as_ref(), directory.path().as_os_str()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Python is there");
    let cases = read(&mut BufReader::new(oracles.stdout.take().unwrap()));
    assert!(cases.len() >= 150, "{} cases", cases.len());
    let roots = directory.path().join("roots.pem");
    let mut disagreements = Vec::new();
    println!(
        "{:<32} {:<20} {}",
        "server",
        "name",
        PROGRAMS.map(|(name, _)| name).join(" ")
    );
    let checks = measured_all(&cases, roots.to_str().unwrap());
    for (case, check) in cases.iter().zip(&checks) {
        let mut row = Vec::new();
        let verdicts = Measured::of_check(check, now()).map(|measured| judge_all(&measured));
        for (program, profile) in PROGRAMS {
            let (connects, words) = &case.saw[program];
            let verdict = verdicts.iter().flatten();
            let verdict = verdict.clone().find(|one| one.profile.id == profile);
            let said = verdict.map_or(Connects::Unknown, |one| one.connects);
            row.push(match (connects, said) {
                (true, Connects::Yes) => "yes",
                (false, Connects::No) => "no",
                (true, Connects::Unknown) => "(yes)",
                (false, Connects::Unknown) => "(no)",
                (true, Connects::No) | (false, Connects::Yes) => "WRONG",
            });
            if row.last() == Some(&"WRONG") {
                let why = verdict.map(|one| one.reasons.clone());
                disagreements.push(format!(
                    "{} for {}: {program} connects: {connects} ({words}), and we say {said:?}: {why:?}",
                    case.server, case.name
                ));
            }
        }
        println!("{:<32} {:<20} {}", case.server, case.name, row.join(" "));
    }
    drop(oracles.stdin.take());
    oracles.wait().unwrap();
    println!(
        "{} cases, {} disagreements",
        cases.len(),
        disagreements.len()
    );
    assert!(disagreements.is_empty(), "{}", disagreements.join("\n"));
}

/// What the script prints, to its "done".
fn read(lines: &mut impl BufRead) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in lines.lines() {
        let line = line.expect("text");
        let parts: Vec<&str> = line.splitn(6, ' ').collect();
        match parts[..] {
            ["case", server, port, name] => cases.push(Case {
                server: server.to_owned(),
                port: port.parse().unwrap(),
                name: name.to_owned(),
                saw: BTreeMap::new(),
            }),
            ["saw", program, port, name, answer, ..] => {
                let port: u16 = port.parse().unwrap();
                let mut all = cases.iter_mut();
                let case = all.find(|case| case.port == port && case.name == name);
                let words = parts.get(5).copied().unwrap_or_default().to_owned();
                let saw = &mut case.expect("a case").saw;
                saw.insert(program.to_owned(), (answer == "yes", words));
            }
            ["done"] => return cases,
            _ => panic!("the script says {line}"),
        }
    }
    panic!("the script ended early")
}

/// Several at once: each waits a second for a greeting that does not come.
fn measured_all(cases: &[Case], roots: &str) -> Vec<Check> {
    let parts = cases.chunks(cases.len().div_ceil(16));
    thread::scope(|scope| {
        let threads: Vec<_> = parts
            .map(|part| {
                scope.spawn(|| -> Vec<Check> {
                    part.iter().map(|case| measured(case, roots)).collect()
                })
            })
            .collect();
        let done = threads.into_iter();
        done.flat_map(|thread| thread.join().expect("it measures"))
            .collect()
    })
}

/// What mailcheck measures of the server, as a port of implicit TLS.
fn measured(case: &Case, roots: &str) -> Check {
    let target = format!("imaps://127.0.0.1:{}", case.port);
    let words = [
        "mailcheck",
        "--ca-file",
        roots,
        "--tls-name",
        &case.name,
        "--greeting-timeout",
        "1",
        "--no-trace",
        &target,
    ];
    let args = Cli::try_parse_from(words).expect("a command line").check;
    let plan = meaning::plan(&args).expect("a plan");
    let targets = meaning::targets(&args, &plan).expect("targets");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let machine = Machine::open(&plan).expect("it opens");
        let (resolver, progress) = (Resolver::of(&machine), Progress::default());
        let visit = Visit::begin(&plan, &machine, &resolver, &progress);
        let mut facts = probe::gather(&visit, &targets[0]).await;
        facts.checks.remove(0)
    })
}

fn now() -> i64 {
    time::OffsetDateTime::now_utc().unix_timestamp()
}
