//! What the targets of a list mind together: who asks for rest is left in peace, and what an address said to one of them it
//! has said to all.
#![cfg(target_os = "linux")]

mod support;

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use clap::Parser;
use futures_util::stream;
use mailcheck::cli::{Cli, meaning};
use mailcheck::net::Machine;
use mailcheck::plan::Pace;
use mailcheck::progress::Progress;
use mailcheck::report::TargetReport;
use support::certificates::Pki;
use support::dns::{DnsServer, Zone};
use support::server::Server;

/// Checks targets as those of a list, each with its line, in the order in which they are done.
fn listed(options: &[&str], targets: &[String], pace: Pace) -> Vec<TargetReport> {
    let targets = targets.iter().map(String::as_str);
    let words: Vec<&str> = ["mailcheck"]
        .into_iter()
        .chain(options.iter().copied())
        .collect();
    let args = Cli::try_parse_from(words.into_iter().chain(targets));
    let args = args.expect("a command line").check;
    let plan = meaning::plan(&args).expect("a plan");
    let targets = meaning::targets(&args, &plan).expect("targets");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let mut machine = Machine::open(&plan).expect("it opens");
        machine.expect_many();
        let mut told = Vec::new();
        let targets = stream::iter(targets);
        let tell = |_, target| told.push(target);
        mailcheck::ask(&plan, pace, targets, &machine, &Progress::default(), tell).await;
        told
    })
}

fn ids(target: &TargetReport) -> Vec<String> {
    let findings = target.findings.iter();
    findings.map(|finding| finding.id.to_string()).collect()
}

/// Tells whoever comes that he comes too often, and counts.
fn full(address: &str) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind((address, 0)).expect("an address of loopback");
    let port = listener.local_addr().expect("it is bound").port();
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    thread::spawn(move || {
        for client in listener.incoming() {
            let mut client = client.expect("it comes");
            counter.fetch_add(1, Ordering::SeqCst);
            let words = b"421 4.7.0 too many connections from your address\r\n";
            let _ = client.write_all(words);
            let _ = client.read(&mut [0; 512]);
        }
    });
    (port, count)
}

#[test]
fn who_asks_for_rest_rests_twice_and_then_is_left_in_peace() {
    let (port, count) = full("127.68.77.1");
    let targets = vec![format!("smtp://127.68.77.1:{port}"); 8];
    let (first, second) = (Duration::from_millis(300), Duration::from_millis(600));
    let pace = Pace {
        rests: [first, second],
        ..Pace::default()
    };
    let began = Instant::now();
    let told = listed(&["--no-trace"], &targets, pace);
    assert!(began.elapsed() >= first + second, "{:?}", began.elapsed());
    assert_eq!(told.len(), 8);
    assert_eq!(count.load(Ordering::SeqCst), 3);
    let refused = told
        .iter()
        .filter(|one| ids(one) == ["temporarily-refused"]);
    let left = told.iter().filter(|one| ids(one) == ["not-asked"]);
    let all: Vec<_> = told.iter().map(ids).collect();
    assert_eq!((refused.count(), left.count()), (3, 5), "{all:?}");
}

/// The others of the list do not wait for whoever rests.
#[test]
fn who_rests_keeps_nobody_waiting() {
    let (port, _) = full("127.68.77.2");
    let full = vec![format!("smtp://127.68.77.2:{port}"); 3];
    let others = (0..20).map(|number| format!("smtp://127.68.76.{number}:9"));
    let targets: Vec<String> = full.into_iter().chain(others).collect();
    let pace = Pace {
        jobs: 1,
        rests: [Duration::from_millis(500); 2],
        ..Pace::default()
    };
    let told = listed(&["--no-trace"], &targets, pace);
    let refused = |one: &TargetReport| ids(one) == ["temporarily-refused"];
    let places: Vec<usize> = (0..told.len()).filter(|at| refused(&told[*at])).collect();
    assert_eq!(places, [0, 21, 22]);
}

const DIALOGUE: &str = "S: 220 mail.test ESMTP\nC: EHLO\nS: 250-mail.test\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\n\
    TLS\nC: EHLO\nS: 250-mail.test\nS: 250 SIZE 10240000\nC: QUIT\nS: 221 bye";

/// A mail exchanger with a certificate for `names`, and the reports of as many targets that lead there.
fn neighbours(address: &str, names: &[&str], targets: &[&str]) -> (usize, Vec<TargetReport>) {
    let listener = TcpListener::bind((address, 25)).expect("port 25 is ours to bind");
    let pki = Pki::for_names(names);
    let server = Server::on(listener, DIALOGUE, Some(pki.server()));
    let zone = targets
        .iter()
        .fold(Zone::new(), |zone, name| zone.a(name, address));
    let dns = DnsServer::start(zone);
    let (resolver, ca_file) = (dns.addr().to_string(), pki.ca_file());
    let ca_file = ca_file.to_str().expect("UTF-8");
    let targets: Vec<String> = targets
        .iter()
        .map(|name| format!("smtp://{name}."))
        .collect();
    let options = ["-4", "--resolver", &resolver, "--ca-file", ca_file];
    let told = listed(&options, &targets, Pace::default());
    (server.connections(), told)
}

#[test]
#[ignore = "needs port 25: tests/run real"]
fn exchangers_at_one_address_share_one_visit() {
    let names = [
        "a.shared.test",
        "b.shared.test",
        "c.shared.test",
        "d.shared.test",
    ];
    let (connections, told) = neighbours("127.68.78.1", &["*.shared.test"], &names);
    assert_eq!((connections, told.len()), (1, 4));
    let checks = || told.iter().map(|one| &one.facts.checks[0]);
    assert_eq!(checks().filter(|check| check.shared).count(), 3);
    for check in checks() {
        let tls = check.tls.as_ref().expect("it spoke TLS");
        assert!(
            check.is_ok() && tls.problems.is_empty(),
            "{:?}",
            tls.problems
        );
        assert!(tls.server_name.ends_with(".shared.test"));
    }
    let mut said: Vec<_> = checks()
        .map(|check| check.tls.as_ref().map(|tls| &tls.server_name))
        .collect();
    said.sort_unstable();
    said.dedup();
    assert_eq!(said.len(), 4, "each is judged for its own name");
}

/// Whether a certificate is another one for another name, only asking tells; where it is not, nobody is asked again.
#[test]
#[ignore = "needs port 25: tests/run real"]
fn a_certificate_that_does_not_fit_is_asked_for_under_a_second_name_and_no_third() {
    let names = [
        "a.other.test",
        "b.other.test",
        "c.other.test",
        "d.other.test",
    ];
    let (connections, told) = neighbours("127.68.78.2", &["mail.test"], &names);
    assert_eq!((connections, told.len()), (2, 4));
    for one in &told {
        let tls = one.facts.checks[0].tls.as_ref().expect("it spoke TLS");
        assert_eq!(tls.problems.len(), 1, "{:?}", tls.problems);
        assert_eq!(ids(one), ids(&told[0]));
    }
}

/// A dead exchanger is looked at once, with all that a failure calls for, and each of its names has the whole of it.
#[test]
fn a_dead_exchanger_is_asked_once_and_told_of_under_all_its_names() {
    let names: Vec<String> = (0..40).map(|n| format!("mx{n}.dead.test")).collect();
    let zone = names
        .iter()
        .fold(Zone::new(), |zone, name| zone.a(name, "127.68.79.1"));
    let dns = DnsServer::start(zone);
    let resolver = dns.addr().to_string();
    let targets: Vec<String> = names.iter().map(|name| format!("smtp://{name}.")).collect();
    let options = ["-4", "--resolver", &resolver];
    // One after another: who comes while it is still being looked into looks for himself.
    let pace = Pace {
        jobs: 1,
        ..Pace::default()
    };
    let told = listed(&options, &targets, pace);
    assert_eq!(told.len(), 40);
    let own = |one: &TargetReport| one.facts.checks.iter().any(|check| !check.shared);
    assert_eq!(told.iter().filter(|one| own(one)).count(), 1);
    let first = told.iter().find(|one| own(one)).expect("somebody asked");
    let shape = |one: &TargetReport| -> Vec<(u16, bool, bool)> {
        let checks = one.facts.checks.iter();
        let shape = checks.map(|c| (c.endpoint.port, c.context, c.failure.is_some()));
        shape.collect()
    };
    assert!(
        shape(first).iter().any(|(_, context, _)| *context),
        "other ports were tried"
    );
    for one in &told {
        assert_eq!((ids(one), shape(one)), (ids(first), shape(first)));
    }
}
