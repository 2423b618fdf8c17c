use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::thread::ThreadId;
use std::time::Duration;

use clap::Parser;
use futures_util::{FutureExt, stream};

use super::*;
use crate::cli::{Cli, meaning};
use crate::probe;

/// Targets on this machine, one for each port.
fn targets(ports: impl IntoIterator<Item = u16>) -> Vec<Target> {
    let ports = ports.into_iter();
    targets_at(ports.map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, port))))
}

fn targets_at(addresses: impl Iterator<Item = SocketAddr>) -> Vec<Target> {
    let words = addresses.map(|address| format!("smtp://{address}"));
    let words = std::iter::once("mailcheck".to_owned()).chain(words);
    let args = Cli::try_parse_from(words).expect("a command line").check;
    let plan = meaning::plan(&args).expect("a plan");
    meaning::targets(&args, &plan).expect("targets")
}

/// Servers that take a connection and say nothing, each at an address of its own where the system has so many.
fn silent(many: usize) -> (Vec<TcpListener>, Vec<Target>) {
    let listener = |number: u8| {
        let address = if cfg!(target_os = "macos") { 0 } else { number };
        TcpListener::bind((Ipv4Addr::new(127, 0, address, 1), 0)).expect("a free port")
    };
    let many = u8::try_from(many).expect("as many addresses as there are");
    let listeners: Vec<TcpListener> = (0..many).map(listener).collect();
    let addresses = listeners.iter().map(TcpListener::local_addr);
    let targets = targets_at(addresses.map(|address| address.expect("it is bound")));
    (listeners, targets)
}

fn pace(jobs: usize) -> Pace {
    Pace {
        jobs,
        is_asked_for: true,
        ..Pace::default()
    }
}

/// Asks about the targets of a list; what `think` makes of each, with its place.
fn run<R: Send + 'static>(
    targets: Vec<Target>,
    jobs: usize,
    think: impl Fn(Facts) -> R + Clone + Send + 'static,
) -> Vec<(usize, R)> {
    runtime().block_on(async {
        let plan = Plan {
            trace: false,
            ..Plan::default()
        };
        let mut machine = Machine::open(&plan).expect("it opens");
        machine.expect_many();
        let (targets, progress) = (stream::iter(targets), Progress::default());
        let mut thoughts = Vec::new();
        let done = |place, thought| thoughts.push((place, thought));
        let thinking = move || think.clone();
        probe::run(
            &plan,
            pace(jobs),
            targets,
            &machine,
            &progress,
            thinking,
            done,
        )
        .await;
        thoughts
    })
}

fn runtime() -> Runtime {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime")
}

fn machine() -> Machine {
    let runtime = runtime();
    let _inside = runtime.enter();
    Machine::open(&Plan::default()).expect("it opens")
}

/// How many threads a list has here.
fn most(jobs: usize) -> usize {
    threads(pace(jobs), &machine())
}

/// Ports at which nobody listens: those that the system gives out begin above them.
const CLOSED: std::ops::Range<u16> = 600..800;

fn thread_id(_: Facts) -> ThreadId {
    thread::current().id()
}

#[test]
fn a_few_targets_stay_on_the_thread_that_tells_of_them() {
    let here = thread::current().id();
    let few = u16::try_from(FEW).expect("few");
    let told = run(targets(CLOSED.take(few.into())), 256, thread_id);
    assert_eq!(told.len(), FEW);
    assert!(told.iter().all(|(_, thread)| *thread == here));
    // Many as well, where they are asked one after another.
    let told = run(targets(CLOSED), 1, thread_id);
    assert!(told.iter().all(|(_, thread)| *thread == here));
}

#[test]
fn many_targets_are_asked_on_as_many_threads_as_there_are_cores_and_each_once() {
    let told = run(targets(CLOSED), 64, thread_id);
    let places: BTreeSet<usize> = told.iter().map(|(place, _)| *place).collect();
    assert_eq!((told.len(), places.len()), (CLOSED.len(), CLOSED.len()));
    let here = thread::current().id();
    let threads: BTreeSet<String> = told.iter().map(|(_, id)| format!("{id:?}")).collect();
    if most(64) > 1 {
        assert_eq!(threads.len(), 1 + most(64));
        assert_eq!(told.iter().filter(|(_, id)| *id == here).count(), FEW);
    }
}

#[test]
fn the_targets_at_once_are_divided_among_the_threads() {
    let jobs = 61;
    let (_listeners, targets) = silent(jobs);
    runtime().block_on(async {
        let plan = Plan::default();
        let machine = Machine::open(&plan).expect("it opens");
        let errand = Errand {
            plan: &plan,
            machine: &machine,
            progress: &Progress::default(),
            manners: None,
            think: thread_id,
            thinking: || thread_id,
        };
        let mut crew = Crew::new(&errand, pace(jobs));
        for (place, target) in targets.into_iter().enumerate() {
            crew.begin(place, target);
        }
        assert_eq!(crew.under_way(), jobs);
        let threads = crew.others.iter().flat_map(|others| &others.threads);
        let visits: Vec<usize> = threads.map(|thread| thread.visits).collect();
        if let Some(fewest) = visits.iter().min() {
            assert_eq!(crew.here.len(), FEW);
            assert_eq!(visits.iter().sum::<usize>(), jobs - FEW);
            assert!(
                visits.iter().all(|visits| visits - fewest <= 1),
                "{visits:?}"
            );
        }
    });
}

/// Servers that keep us waiting leave room for the others, also where nobody said how many are to be asked at once. No two
/// of them may have one address: no more are asked at once there.
#[test]
#[cfg(not(target_os = "macos"))]
fn where_all_wait_more_are_asked_at_once() {
    let many = 200;
    assert!(many < Pace::default().jobs);
    let (listeners, targets) = silent(many);
    runtime().block_on(async {
        let plan = Plan::default();
        let mut machine = Machine::open(&plan).expect("it opens");
        machine.expect_many();
        let (targets, progress) = (stream::iter(targets), Progress::default());
        let mut over = 0;
        let done = |_, _| over += 1;
        let thinking = || thread_id;
        let pace = Pace::default();
        let all = probe::run(&plan, pace, targets, &machine, &progress, thinking, done);
        let taken = tokio::task::spawn_blocking(move || {
            let taken = listeners.into_iter().map(|one| (one.accept().is_ok(), one));
            taken.collect::<Vec<_>>()
        });
        tokio::select! {
            () = all => panic!("nobody said a word"),
            taken = taken => assert_eq!(taken.expect("they are taken").len(), many),
        }
        assert_eq!(over, 0, "one had to end before another began");
    });
}

#[test]
fn there_is_no_thread_that_would_have_nothing_to_do() {
    for jobs in [1, 2, 3, 10_000] {
        assert!((1..=jobs).contains(&most(jobs)), "{jobs}");
    }
}

#[test]
fn who_panics_on_another_thread_is_heard_here() {
    let think = |facts: Facts| {
        let port = facts.checks[0].endpoint.port;
        assert_ne!(port, CLOSED.end - 1, "the last one");
    };
    let ran = catch_unwind(AssertUnwindSafe(|| run(targets(CLOSED), 32, think)));
    let why = ran.expect_err("it panics");
    let why = why.downcast_ref::<String>().expect("a message");
    assert!(why.contains("the last one"), "{why}");
}

/// Whoever drops the run has ended the threads, and their connections with them.
#[test]
fn nothing_is_left_of_a_run_that_nobody_wants_any_more() {
    let (listeners, targets) = silent(40);
    let token = Arc::new(());
    let held = Arc::clone(&token);
    let thinking = move || {
        let held = Arc::clone(&held);
        move |_: Facts| Arc::strong_count(&held)
    };
    runtime().block_on(async {
        let plan = Plan::default();
        let machine = Machine::open(&plan).expect("it opens");
        let (targets, progress) = (stream::iter(targets), Progress::default());
        let done = |_, _| unreachable!("nobody says anything");
        let run = probe::run(
            &plan,
            pace(64),
            targets,
            &machine,
            &progress,
            thinking,
            done,
        );
        let mut run = Box::pin(run);
        let came = async {
            for listener in &listeners {
                listener.set_nonblocking(true).expect("an option");
                let _standing = loop {
                    match listener.accept() {
                        Ok(client) => break client,
                        Err(_) => tokio::time::sleep(Duration::from_millis(5)).await,
                    }
                };
            }
        };
        tokio::select! {
            () = &mut run => unreachable!("nobody answers"),
            () = came => {}
        }
        assert!(run.as_mut().now_or_never().is_none());
    });
    assert_eq!(Arc::strong_count(&token), 1);
}
