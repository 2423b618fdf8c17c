//! Checks against servers on loopback: what the kernel knew, and what a goodbye waits for.

use std::cell::Cell;
use std::net::SocketAddr;

use clap::Parser;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::Instant;

use super::*;
use crate::cli::{Cli, meaning};
use crate::facts::TcpState;
use crate::failure::Class;
use crate::net::Machine;
use crate::net::dns::Resolver;
use crate::progress::Progress;

/// Checks `address` as port 25, with a second for every wait.
async fn check_at(address: SocketAddr) -> Check {
    let mut checks = checks_at(address, 1, || {}).await;
    checks.remove(0)
}

/// Checks it several times, one after another, and calls `done` after each.
async fn checks_at(address: SocketAddr, times: usize, done: impl Fn()) -> Vec<Check> {
    let url = format!("smtp://{address}");
    let words = ["mailcheck", &url, "--timeout=1", "--greeting-timeout=1"];
    let args = Cli::try_parse_from(words).unwrap().check;
    let plan = meaning::plan(&args).unwrap();
    let machine = Machine::open(&plan).unwrap();
    let progress = Progress::default();
    let resolver = Resolver::of(&machine);
    let visit = Visit::begin(&plan, &machine, &resolver, &progress);
    let endpoint = meaning::targets(&args, &plan).unwrap()[0].endpoints[0];
    let mut checks = Vec::new();
    for _ in 0..times {
        let check = Check::new(0, endpoint, Some(address.ip()));
        let room = visit.seats(1).await;
        let checked = run(&visit, &room, "mail.test", "mail.test", check);
        checks.push(Box::pin(checked).await);
        done();
    }
    machine.partings.end(Duration::from_secs(1)).await;
    checks
}

/// Checks a server that says what `serve` says.
async fn checked(serve: impl AsyncFn(&mut TcpStream)) -> Check {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let serving = async {
        let (mut peer, _) = listener.accept().await.unwrap();
        serve(&mut peer).await;
        peer
    };
    let check = check_at(listener.local_addr().unwrap());
    let (check, mut peer) = tokio::join!(check, serving);
    // The connection has ended with the check.
    peer.read_to_end(&mut Vec::new()).await.unwrap();
    check
}

#[tokio::test]
async fn a_check_keeps_what_the_kernel_knew() {
    const GREETING: &[u8] = b"220 mail.test ESMTP\r\n";
    const OFFER: &[u8] = b"250 mail.test\r\n";
    const GOODBYE: &[u8] = b"221 bye\r\n";

    let silent = checked(async |_| {}).await;
    let failure = silent.failure.unwrap();
    assert_eq!(
        (failure.stage, failure.class),
        (Stage::Greeting, Class::Timeout)
    );
    let tcp = silent.tcp.unwrap();
    assert_eq!(
        (tcp.received, tcp.acknowledged, tcp.unacknowledged),
        (0, 0, 0)
    );

    let greeting_alone = checked(async |peer| peer.write_all(GREETING).await.unwrap()).await;
    let failure = greeting_alone.failure.unwrap();
    assert_eq!(
        (failure.stage, failure.class),
        (Stage::Capabilities, Class::Timeout)
    );
    let tcp = greeting_alone.tcp.unwrap();
    assert_eq!(tcp.received, GREETING.len() as u64);
    // EHLO arrived, and nothing came of it; the goodbye that followed is not counted.
    let ehlo = greeting_alone.dialogue[1].text.0.len() + 2;
    assert_eq!((tcp.acknowledged, tcp.unacknowledged), (ehlo as u64, 0));

    let good = checked(async |peer| {
        peer.write_all(GREETING).await.unwrap();
        for answer in [OFFER, GOODBYE] {
            assert!(peer.read(&mut [0; 512]).await.unwrap() > 0);
            peer.write_all(answer).await.unwrap();
        }
    });
    let good = good.await;
    assert!(good.is_ok(), "{:?}", good.failure);
    // The answer to the goodbye is nothing that was waited for.
    let received = [GREETING, OFFER].concat().len();
    assert_eq!(good.tcp.unwrap().received, received as u64);
}

/// By the order of what the server sees: the check is done while the server still owes its answer, and the next one
/// comes when the connection has ended in order.
#[tokio::test]
async fn a_check_does_not_wait_for_the_answer_to_its_goodbye_and_the_next_one_does() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let done = Cell::new(0);
    let serving = async {
        let (mut peer, _) = listener.accept().await.unwrap();
        let mut heard = Vec::new();
        for answer in ["220 mail.test ESMTP\r\n", "250 mail.test\r\n"] {
            peer.write_all(answer.as_bytes()).await.unwrap();
            heard.clear();
            while !heard.ends_with(b"\r\n") {
                peer.read_buf(&mut heard).await.unwrap();
            }
        }
        assert_eq!(heard, b"QUIT\r\n");
        while done.get() == 0 {
            tokio::task::yield_now().await;
        }
        let soon = Instant::now() + Duration::from_millis(100);
        let second = tokio::time::timeout_at(soon, listener.accept()).await;
        assert!(second.is_err(), "two connections at once");
        peer.write_all(b"221 bye\r\n").await.unwrap();
        assert_eq!(peer.read(&mut [0; 8]).await.unwrap(), 0, "an orderly end");
        drop(peer);
        drop(listener.accept().await.unwrap());
    };
    let checks = checks_at(address, 2, || done.set(done.get() + 1));
    let (checks, ()) = tokio::join!(checks, serving);
    assert!(checks[0].is_ok(), "{:?}", checks[0].failure);
}

#[tokio::test]
async fn a_refused_connect_has_a_state_without_a_dialogue() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    let check = check_at(address).await;
    assert_eq!(check.failure.unwrap().class, Class::Refused);
    let nothing = TcpState {
        silent_for: Some(Duration::ZERO),
        ..TcpState::default()
    };
    assert_eq!(check.tcp, Some(nothing));
}
