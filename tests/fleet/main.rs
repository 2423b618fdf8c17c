//! A fleet over a real nats-server, on loopback, with a directory of its own: machines that die, a server that is killed,
//! queues that are lost. Whatever happens, each target has one result, and `status` tells the truth.
#![cfg(all(target_os = "linux", feature = "nats"))]

#[path = "../support/mod.rs"]
mod support;

mod groups;
mod nats;
mod survey;

use std::collections::BTreeSet;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::time::{Duration, Instant};

use async_nats::jetstream;
use nats::Nats;
use support::certificates::Pki;
use support::server::Server;
use survey::{Status, Survey, refused};

/// What a healthy server says, and hears from one client at a time: another one that stands beside it is complained of.
const SMTP: &str = "S: 220-mail.test ESMTP\nS: 220 ready\nC: EHLO\nS: 250-mail.test\nS: 250 STARTTLS\n\
    C: STARTTLS\nS: 220 go\nTLS\nC: EHLO\nS: 250-mail.test\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye";

/// Who listens at an address of loopback.
fn listener(address: Ipv4Addr) -> TcpListener {
    TcpListener::bind(SocketAddr::from((address, 0))).expect("a free port")
}

/// Servers of every kind, and a list of two thousand targets.
struct World {
    pki: Pki,
    healthy: Vec<(String, Server)>,
    /// They take a connection and never say a word.
    _silent: Vec<TcpListener>,
    targets: Vec<String>,
}

impl World {
    fn new() -> Self {
        let pki = Pki::for_names(&["mail.test"]);
        let healthy = (1..=40).map(|host| {
            let listener = listener(Ipv4Addr::new(127, 70, host, 1));
            let target = format!("smtp://{}", listener.local_addr().expect("an address"));
            (target, Server::on(listener, SMTP, Some(pki.server())))
        });
        let healthy: Vec<(String, Server)> = healthy.collect();
        let silent = (1..=4).map(|host| listener(Ipv4Addr::new(127, 71, host, 1)));
        let silent: Vec<TcpListener> = silent.collect();
        let mut targets: Vec<String> = healthy.iter().map(|(target, _)| target.clone()).collect();
        let of_silent = silent
            .iter()
            .map(|silent| silent.local_addr().expect("an address"));
        targets.extend(of_silent.map(|address| format!("smtp://{address}")));
        targets.extend((0..2000 - targets.len()).map(refused));
        Self {
            pki,
            healthy,
            _silent: silent,
            targets,
        }
    }

    /// Each target has one result, and the right one.
    fn is_told_by(&self, results: &[survey::Result]) {
        assert_eq!(results.len(), 2000);
        let expected: BTreeSet<&str> = self.targets.iter().map(String::as_str).collect();
        let there = results.iter().map(|result| result.target.as_str());
        assert_eq!(there.collect::<BTreeSet<&str>>(), expected);
        for survey::Result { target, verdict } in results {
            let is_healthy = self.healthy.iter().any(|(healthy, _)| healthy == target);
            assert_eq!(verdict != "failed", is_healthy, "{target}: {verdict}");
        }
    }
}

/// Three machines, two thousand targets, one machine killed, the server killed and started again.
#[test]
#[ignore = "needs nats-server: tests/run real"]
fn each_target_has_one_result_whatever_dies() {
    let world = World::new();
    // Results are far larger than a message may be.
    let mut nats = Nats::start("max_payload: 65536");
    let survey = Survey::new(&nats, "weekly", &world.targets);
    let ca = world.pki.ca_file();
    let asked = "--chunk 40 --ack-wait 4 -t 2 --greeting-timeout 2 --deadline 6 --no-trace --tls-name mail.test";
    let asked: Vec<&str> = asked.split(' ').collect();
    let ca = ["--ca-file", ca.to_str().expect("UTF-8")];
    let told = survey.submit(&[&asked[..], &ca].concat());
    assert!(told.stdout.contains("2000 targets"), "{}", told.stdout);
    assert_eq!(survey.status(), Status::waiting(2000));

    let mut workers: Vec<_> = (0..3).map(|_| survey.work(&["--rate", "90"])).collect();
    go_through(&mut nats, &survey, &mut workers);
    assert_eq!(survey.status(), Status::done(2000));
    for worker in workers {
        let (code, told) = worker.end();
        assert_eq!(code, Some(143), "{told}");
    }

    let told = survey.collect(&[]);
    assert_eq!(told.code, 0, "{} {}", told.stdout, told.stderr);
    world.is_told_by(&survey.results());
    survey.is_written_whole_again_wherever_it_was_torn();
    for (_, server) in world.healthy {
        // The machine that was killed may have been there too; and a server that was killed does not know who is at work, and
        // hands it out once more. Both may have been cut short.
        let connections = server.connections();
        assert!((1..=3).contains(&connections), "{connections}");
        server.forgive();
    }
}

/// What happens on the way, and what is said of it.
fn go_through(nats: &mut Nats, survey: &Survey, workers: &mut Vec<survey::Running>) {
    let begun = Instant::now();
    let mut last = Status::waiting(2000);
    let mut part = 0;
    let mut seen_at_work = false;
    let (mut machine_died, mut server_died) = (false, false);
    while last.done < 2000 {
        assert!(begun.elapsed() < survey::PATIENCE, "{last:?}");
        std::thread::sleep(Duration::from_millis(100));
        let status = survey.status();
        // A machine has four chunks at the most.
        status.is_true_after(&last, 2000, 3 * 4 * 40);
        seen_at_work |= status.at_work > 0;
        if status.done >= 300 && !machine_died {
            workers.remove(0).kill();
            machine_died = true;
        }
        if status.done >= 800 && !server_died {
            nats.kill();
            // Nobody says anything of what cannot be known.
            let told = survey.run(&["status", "--survey", "weekly"]);
            assert_eq!(
                (told.code, told.stdout.as_str()),
                (3, ""),
                "{}",
                told.stderr
            );
            nats.restart();
            server_died = true;
        }
        if status.done >= 1200 && part == 0 {
            // What is collected in the middle is what is done.
            let told = survey.collect(&[]);
            part = survey.results().len();
            // Where this test had no time to look, that is all.
            let is_all = part == 2000 && told.code == 0;
            assert!(told.code == 3 || is_all, "{} {}", told.code, told.stdout);
            let after = survey.status().done;
            assert!(
                (status.done..=after).contains(&part),
                "{status:?} {part} {after}"
            );
        }
        last = status;
    }
    assert!(machine_died && server_died && seen_at_work && part > 0);
}

#[test]
#[ignore = "needs nats-server: tests/run real"]
fn who_is_told_to_end_gives_back_what_it_has() {
    let nats = Nats::start("");
    let silent = listener(Ipv4Addr::new(127, 72, 0, 1));
    let silent = format!("smtp://{}", silent.local_addr().expect("an address"));
    let mut targets: Vec<String> = (0..20).map(refused).collect();
    targets.push(silent);
    let survey = Survey::new(&nats, "s", &targets);
    // Nobody would have it again within an hour if it were not given back.
    survey.submit(&[
        "--ack-wait",
        "3600",
        "--greeting-timeout",
        "60",
        "--no-trace",
    ]);
    let worker = survey.work(&[]);
    survey.until(|status| status.at_work == 21);
    let (code, told) = worker.end();
    assert_eq!(code, Some(143), "{told}");
    assert_eq!(survey.status(), Status::waiting(21));
    let worker = survey.work(&[]);
    survey.until(|status| status.at_work == 21);
    worker.kill();
}

#[tokio::test]
#[ignore = "needs nats-server: tests/run real"]
async fn a_chunk_that_takes_long_stays_with_its_machine() {
    let nats = Nats::start("");
    let silent = listener(Ipv4Addr::new(127, 74, 0, 1));
    let silent = format!("smtp://{}", silent.local_addr().expect("an address"));
    let survey = Survey::new(&nats, "s", &[silent]);
    survey.submit(&["--ack-wait", "2", "--greeting-timeout", "8", "--no-trace"]);
    let workers = [
        survey.work(&["--until-done"]),
        survey.work(&["--until-done"]),
    ];
    let begun = Instant::now();
    survey.until(|status| status.done == 1);
    assert!(begun.elapsed() > Duration::from_secs(6), "it takes long");
    for worker in workers {
        assert_eq!(worker.ends().0, Some(0));
    }
    let info = nats.stream("MC_WORK").await.consumer_info("s").await;
    let delivered = info.expect("a consumer").delivered.consumer_sequence;
    assert_eq!(delivered, 1, "it was handed out once");
}

/// A machine that takes an order and does not come back, again and again.
async fn takes_and_drops(nats: &Nats, survey: &str, times: usize) {
    let work = nats.stream("MC_WORK").await;
    let consumer: jetstream::consumer::PullConsumer =
        work.get_consumer(survey).await.expect("a consumer");
    for _ in 0..times {
        let batch = consumer.fetch().max_messages(1).messages().await;
        let mut batch = batch.expect("messages");
        let message = futures_util::StreamExt::next(&mut batch).await;
        let message = message.expect("an order").expect("an order");
        let nak = jetstream::AckKind::Nak(None);
        message
            .double_ack_with(nak)
            .await
            .expect("it is taken back");
    }
}

#[tokio::test]
#[ignore = "needs nats-server: tests/run real"]
async fn what_no_machine_survives_is_given_up_and_told() {
    let nats = Nats::start("");
    let targets: Vec<String> = (0..10).map(refused).collect();
    let survey = Survey::new(&nats, "s", &targets);
    survey.submit(&["--no-trace"]);
    takes_and_drops(&nats, "s", 5).await;
    let worker = survey.work(&["--until-done"]);
    assert_eq!(worker.ends().0, Some(0));
    let status = survey.status();
    assert_eq!((status.failed, status.done), (10, 0), "{status:?}");
    let told = survey.collect(&[]);
    assert_eq!(told.code, 3);
    assert!(told.stdout.contains("--failed"), "{}", told.stdout);
    survey.run(&["reconcile", "--survey", "s", "--failed"]);
    assert_eq!(survey.status(), Status::waiting(10));
    assert_eq!(survey.work(&["--until-done"]).ends().0, Some(0));
    assert_eq!(survey.collect(&[]).code, 0);
    assert_eq!(survey.results().len(), 10);
}

#[tokio::test]
#[ignore = "needs nats-server: tests/run real"]
async fn a_queue_and_results_that_are_lost_are_made_again() {
    let nats = Nats::start("");
    let targets: Vec<String> = (0..60).map(refused).collect();
    let survey = Survey::new(&nats, "s", &targets);
    survey.submit(&["--no-trace", "--chunk", "5"]);
    nats.stream("MC_WORK")
        .await
        .purge()
        .await
        .expect("it is emptied");
    let status = survey.status();
    assert_eq!((status.waiting, status.unqueued), (60, 60), "{status:?}");
    survey.run(&["reconcile", "--survey", "s"]);
    assert_eq!(survey.status(), Status::waiting(60));
    // The same list again changes nothing.
    survey.submit(&["--no-trace", "--chunk", "5"]);
    assert_eq!(survey.status(), Status::waiting(60));
    assert_eq!(survey.work(&["--until-done"]).ends().0, Some(0));
    assert_eq!(survey.status(), Status::done(60));

    nats.stream("MC_RESULT")
        .await
        .purge()
        .await
        .expect("it is emptied");
    let told = survey.collect(&["--wait"]);
    assert_eq!(told.code, 3);
    assert!(told.stderr.contains("reconcile"), "{}", told.stderr);
    survey.run(&["reconcile", "--survey", "s"]);
    let worker = survey.work(&["--until-done"]);
    // It waits for what is still to come.
    let told = survey.collect(&["--wait"]);
    assert_eq!(told.code, 0, "{}{}", told.stdout, told.stderr);
    assert_eq!(survey.results().len(), 60);
    assert_eq!(worker.ends().0, Some(0));

    let told = survey.run(&["forget", "--survey", "s"]);
    assert_eq!(told.code, 0, "{}", told.stderr);
    for name in ["MC_WORK", "MC_RESULT", "MC_SURVEY"] {
        let left = nats
            .stream(name)
            .await
            .get_info()
            .await
            .expect("it is there");
        assert_eq!(left.state.messages, 0, "{name}");
    }
    assert_eq!(survey.run(&["status", "--survey", "s"]).code, 2);
    // The same name is free again, at once and also for who is at work already.
    let worker = survey.work(&[]);
    std::thread::sleep(Duration::from_millis(500));
    for _ in 0..2 {
        survey.submit(&["--no-trace", "--chunk", "5"]);
        survey.until(|status| status.done == 60);
        let told = survey.run(&["forget", "--survey", "s"]);
        assert_eq!(told.code, 0, "{}", told.stderr);
    }
    assert_eq!(worker.end().0, Some(143));
}

#[tokio::test]
#[ignore = "needs nats-server: tests/run real"]
async fn who_submits_waits_where_the_queue_is_full() {
    let nats = Nats::start("");
    let full = jetstream::stream::Config {
        name: "MC_WORK".to_owned(),
        subjects: vec!["mc.work.*.*".to_owned()],
        retention: jetstream::stream::RetentionPolicy::WorkQueue,
        discard: jetstream::stream::DiscardPolicy::New,
        max_messages: 2,
        ..jetstream::stream::Config::default()
    };
    nats.context()
        .await
        .create_stream(full)
        .await
        .expect("a stream");
    let targets: Vec<String> = (0..40).map(refused).collect();
    let survey = Survey::new(&nats, "s", &targets);
    let submitting = survey.start(
        &["submit", "--survey", "s", "--no-trace", "--chunk", "4"],
        true,
    );
    survey.until(|status| status.waiting >= 8);
    std::thread::sleep(Duration::from_secs(2));
    assert!(!survey.status().sealed, "it waits");
    let worker = survey.work(&["--until-done"]);
    let (code, told) = submitting.ends();
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(worker.ends().0, Some(0));
    assert_eq!(survey.collect(&[]).code, 0);
    assert_eq!(survey.results().len(), 40);
}

#[tokio::test]
#[ignore = "needs nats-server: tests/run real"]
async fn a_machine_that_would_ask_otherwise_leaves_it_to_others() {
    let nats = Nats::start("");
    let targets: Vec<String> = (0..5).map(refused).collect();
    let survey = Survey::new(&nats, "s", &targets);
    survey.submit(&["--no-trace"]);
    let stored = nats.stream("MC_SURVEY").await;
    let record = stored
        .get_last_raw_message_by_subject("mc.survey.s")
        .await
        .expect("a survey");
    let record = String::from_utf8(record.payload.to_vec()).expect("UTF-8");
    let later = record.replace("\"format\":1", "\"format\":2");
    let unknown = record.replace("--no-trace", "--no-such-option");
    let context = nats.context().await;
    for (other, says) in [(later, "format 2"), (unknown, "would ask otherwise")] {
        let sent = context
            .publish("mc.survey.s", other.into())
            .await
            .expect("it is sent");
        sent.await.expect("it is stored");
        let worker = survey.work(&["--until-done"]);
        let (code, told) = worker.ends();
        assert_eq!(code, Some(0), "{told}");
        assert!(told.contains(says), "{told}");
        assert_eq!(survey.status(), Status::waiting(5));
    }
    let sent = context.publish("mc.survey.s", record.into()).await;
    sent.expect("it is sent").await.expect("it is stored");
    assert_eq!(survey.work(&["--until-done"]).ends().0, Some(0));
    assert_eq!(survey.collect(&[]).code, 0);

    // Another list, or other options, are another survey.
    let told = survey
        .start(&["submit", "--survey", "s", "--no-trace", "-t", "3"], true)
        .ends();
    assert_eq!(told.0, Some(2), "{}", told.1);
    let other: Vec<String> = (0..6).map(refused).collect();
    let other = Survey::new(&nats, "s", &other);
    let told = other
        .start(&["submit", "--survey", "s", "--no-trace"], true)
        .ends();
    assert_eq!(told.0, Some(2), "{}", told.1);
}

#[test]
#[ignore = "needs nats-server: tests/run real"]
fn who_has_no_credentials_is_not_let_in() {
    let rows = [
        (
            "authorization { user: fleet, password: \"s3cr3t w0rd\" }",
            "user = fleet\npassword = s3cr3t w0rd\n",
        ),
        ("authorization { token: \"t0k3n\" }", "token = t0k3n\n"),
    ];
    for (config, creds) in rows {
        let nats = Nats::start(config);
        let survey = Survey::new(&nats, "s", &[refused(1)]);
        let file = survey.file("creds", creds);
        let wrong = survey.file("wrong", "user = fleet\npassword = guess\n");
        for args in [&[][..], &["--creds", &wrong]] {
            let told = survey.run(&[&["status", "--survey", "s"], args].concat());
            assert_eq!(told.code, 3, "{}", told.stderr);
            assert!(
                told.stderr.contains("does not let this machine in"),
                "{}",
                told.stderr
            );
            assert!(!told.stderr.contains("guess"), "{}", told.stderr);
        }
        let told = survey.submit(&["--no-trace", "--creds", &file]);
        assert_eq!(told.code, 0, "{}", told.stderr);
        let worker = survey.work(&["--until-done", "--creds", &file]);
        assert_eq!(worker.ends().0, Some(0));
        assert_eq!(survey.collect(&["--creds", &file]).code, 0);
        assert_eq!(survey.results().len(), 1);
    }
}

#[test]
#[ignore = "needs nats-server: tests/run real"]
fn tls_is_tls_and_nothing_else() {
    let keys = nats::Keys::new();
    let nats = Nats::start(&keys.config());
    let mut survey = Survey::new(&nats, "s", &[refused(1)]);
    survey.server = format!("tls://127.0.0.1:{}", nats.port);
    let own = keys.own();
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let told = survey.submit(&[&["--no-trace"], &own[..]].concat());
    assert_eq!(told.code, 0, "{}", told.stderr);
    let worker = survey.work(&[&["--until-done"], &own[..]].concat());
    assert_eq!(worker.ends().0, Some(0));
    assert_eq!(survey.collect(&own).code, 0);
    assert_eq!(survey.results().len(), 1);
    // An authority that nobody named, and a client that shows nothing.
    for args in [&[][..], &own[..2]] {
        let told = survey.run(&[&["status", "--survey", "s"], args].concat());
        assert_eq!(
            (told.code, told.stdout.as_str()),
            (3, ""),
            "{}",
            told.stderr
        );
    }
    // A server without TLS is none where TLS is wanted.
    let plain = Nats::start("");
    survey.server = format!("tls://127.0.0.1:{}", plain.port);
    let told = survey.run(&[&["status", "--survey", "s"], &own[..]].concat());
    assert_eq!(
        (told.code, told.stdout.as_str()),
        (3, ""),
        "{}",
        told.stderr
    );
}

#[test]
#[ignore = "needs nats-server: tests/run real"]
fn a_server_that_is_no_help_is_told_in_one_sentence() {
    let nats = Nats::start("");
    let mut survey = Survey::new(&nats, "s", &[refused(1)]);
    let told = survey.run(&["status", "--survey", "s"]);
    assert_eq!(told.code, 2, "{}", told.stderr);
    assert!(
        told.stderr.contains("there is no survey s"),
        "{}",
        told.stderr
    );
    let rows = [
        (Nats::bare(""), "JetStream"),
        (Nats::start("max_payload: 1024"), "max_payload"),
    ];
    for (nats, says) in rows {
        survey.server = format!("nats://127.0.0.1:{}", nats.port);
        let told = survey.run(&["status", "--survey", "s"]);
        assert_eq!(told.code, 3, "{}", told.stderr);
        assert!(told.stderr.contains(says), "{}", told.stderr);
        assert_eq!(told.stderr.lines().count(), 1, "{}", told.stderr);
    }
    "127.0.0.1:9".clone_into(&mut survey.server);
    let told = survey.run(&["status", "--survey", "s"]);
    assert_eq!(told.code, 3);
    assert!(told.stderr.contains("cannot reach"), "{}", told.stderr);
}
