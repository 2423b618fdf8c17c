//! Groups that are larger than a chunk: one machine at a time, also where one dies between two chunks.

use futures_util::StreamExt;

use crate::nats::Nats;
use crate::survey::{Status, Survey};

/// Ninety targets of one network, in nine chunks.
fn submitted(nats: &Nats) -> Survey {
    let targets: Vec<String> = (1..=90)
        .map(|host| format!("smtp://127.73.0.{host}:9"))
        .collect();
    let survey = Survey::new(nats, "s", &targets);
    survey.submit(&["--no-trace", "--chunk", "10"]);
    survey
}

#[tokio::test]
#[ignore = "needs nats-server: tests/run real"]
async fn a_group_that_is_too_big_has_one_visitor_at_a_time() {
    let nats = Nats::start("");
    let client = nats.client().await;
    let mut said = client.subscribe("mc.*.s.*").await.expect("it listens");
    let survey = submitted(&nats);
    let work = nats.stream("MC_WORK").await;
    let queued = work.get_info().await.expect("it is there");
    assert_eq!(queued.state.messages, 1, "the others wait for their turn");
    assert_eq!(survey.status(), Status::waiting(90));
    let workers = [
        survey.work(&["--until-done"]),
        survey.work(&["--until-done"]),
    ];
    survey.until(|status| {
        assert!(status.at_work <= 10, "{status:?}");
        status.done == 90
    });
    for worker in workers {
        let (code, told) = worker.ends();
        assert_eq!(code, Some(0), "{told}");
    }
    assert_eq!(survey.collect(&[]).code, 0);
    assert_eq!(survey.results().len(), 90);

    client.publish("mc.end.s.0", "".into()).await.expect("sent");
    let mut done = 0;
    while let Some(message) = said.next().await {
        match message.subject.split('.').nth(1) {
            Some("end") => break,
            Some("done") => done += 1,
            // The first order, and then one for each chunk whose predecessor is known to have ended.
            Some("work") => {
                let chunk = message.subject.rsplit('.').next().expect("a chunk");
                let number = chunk.split('-').next().expect("its number");
                assert_eq!(number, done.to_string(), "{}", message.subject);
            }
            _ => {}
        }
    }
    assert_eq!(done, 9);
}

#[tokio::test]
#[ignore = "needs nats-server: tests/run real"]
async fn a_group_goes_on_where_a_machine_died_between_two_chunks() {
    let nats = Nats::start("");
    let survey = submitted(&nats);
    // What a machine leaves that stored its results and was cut off before it ordered what follows.
    let chunk = nats.stream("MC_WORK").await;
    let chunk = chunk.get_raw_message(1).await.expect("the first order");
    let done = chunk.subject.replace("mc.work.", "mc.done.");
    let record = r#"{"pieces":[],"sum":""}"#;
    let context = nats.context().await;
    let sent = context.publish(done, record.into()).await;
    sent.expect("it is sent").await.expect("it is stored");
    // Its order is in the queue still, so nothing is put back in its place.
    let status = survey.status();
    assert_eq!((status.done, status.unqueued), (10, 0), "{status:?}");
    survey.run(&["reconcile", "--survey", "s"]);
    let queued = nats.stream("MC_WORK").await.get_info().await;
    assert_eq!(queued.expect("it is there").state.messages, 1);
    let (code, told) = survey.work(&["--until-done"]).ends();
    assert_eq!(code, Some(0), "{told}");
    assert_eq!(survey.status(), Status::done(90));
}
