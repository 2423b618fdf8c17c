use std::net::TcpListener;

use futures_util::future::join_all;
use nix::libc;

use super::*;
use crate::net::namespaces;

fn wait(milliseconds: u64) -> Wait {
    Wait {
        limit: Duration::from_millis(milliseconds),
        deadline: Instant::now() + Duration::from_secs(60),
    }
}

async fn swept(destination: SocketAddr) -> Vec<Hop> {
    let sweep = sweep(destination, Known::Nothing, wait(60_000))
        .await
        .unwrap();
    assert_eq!(sweep.destination, destination);
    sweep.hops
}

/// The connections that have come to `listener` by now. Each was cut off, and nothing was said.
fn connections(listener: &TcpListener) -> usize {
    listener.set_nonblocking(true).unwrap();
    let peers = std::iter::from_fn(|| listener.accept().ok());
    peers
        .map(|(mut peer, _)| {
            peer.set_read_timeout(Some(Duration::from_secs(10)))
                .unwrap();
            let ended = Read::read(&mut peer, &mut [0; 8]).unwrap_err();
            assert_eq!(ended.kind(), io::ErrorKind::ConnectionReset);
        })
        .count()
}

#[tokio::test]
async fn this_machine_is_the_first_hop_of_itself() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let hop = |answer| Hop {
        ttl: 1,
        from: Some(address.ip()),
        answer,
    };
    assert_eq!(swept(address).await, [hop(HopAnswer::Open)]);
    let connections = connections(&listener);
    assert!((1..=4).contains(&connections), "{connections}");
    drop(listener);
    assert_eq!(swept(address).await, [hop(HopAnswer::Refused)]);
}

#[tokio::test]
async fn what_does_not_leave_this_machine_has_no_hops() {
    // A broadcast address of the loopback network.
    assert_eq!(swept(([127, 255, 255, 255], 25).into()).await, []);
}

#[tokio::test]
async fn a_deadline_ends_a_sweep_without_a_claim() {
    let wait = Wait {
        limit: Duration::from_secs(60),
        deadline: Instant::now(),
    };
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let destination = listener.local_addr().unwrap();
    assert_eq!(
        sweep(destination, Known::Nothing, wait).await.unwrap().hops,
        []
    );
    assert_eq!(connections(&listener), 0);
}

/// The path in network namespaces: every port has its story, see the script.
#[test]
fn a_path_is_followed_to_its_end() {
    namespaces::run_inside("path.sh", "net::sweep::tests::on_linux::path");
}

const ROUTERS: [&str; 3] = ["10.1.0.1", "10.12.0.2", "198.51.100.2"];
const ROUTERS_V6: [&str; 3] = ["2001:db8:1::1", "2001:db8:12::2", "2001:db8:23::2"];
const SERVER: &str = "203.0.113.25";
const SERVER_V6: &str = "2001:db8:113::25";
const OURS: &str = "10.1.0.2";
const OURS_V6: &str = "2001:db8:1::2";

/// The same path by both families: routers, server, and our own address.
const FAMILIES: [([&str; 3], &str, &str); 2] =
    [(ROUTERS, SERVER, OURS), (ROUTERS_V6, SERVER_V6, OURS_V6)];

fn at(host: &str, port: u16) -> SocketAddr {
    SocketAddr::new(host.parse().unwrap(), port)
}

/// Hops: the routers that let pass, by address, and then the others.
fn expected(routers: &[&str], then: &[(Option<&str>, HopAnswer)]) -> Vec<Hop> {
    let passed = routers.iter().map(|&router| (Some(router), PASSED));
    let hops = passed.chain(then.iter().copied()).zip(1..);
    hops.map(|((from, answer), ttl)| Hop {
        ttl,
        from: from.map(|from| from.parse().unwrap()),
        answer,
    })
    .collect()
}

/// Administratively prohibited: RFC 1812 section 5.2.7.1, RFC 4443 section 3.1.
fn prohibited(from: &str) -> HopAnswer {
    let from: IpAddr = from.parse().unwrap();
    let (kind, code) = if from.is_ipv6() { (1, 1) } else { (3, 13) };
    HopAnswer::Unreachable(Icmp {
        kind,
        code,
        from: Some(from),
        v6: from.is_ipv6(),
    })
}

/// Waits until the cables work and all neighbours know each other: a closed port answers.
async fn warm_up(server: &str) {
    dial::connect(at(server, 26), wait(5000)).await.unwrap_err();
}

#[tokio::test]
#[ignore = "runs only inside the namespaces of tests/fixtures/path.sh"]
async fn path() {
    // The test that makes the namespaces starts this one by its exact name.
    if !std::env::args().any(|word| word == "--exact") {
        return;
    }
    for (routers, server, ours) in FAMILIES {
        warm_up(server).await;
        let listen = |host, place| namespaces::on(host, || TcpListener::bind(place).unwrap());
        let open = listen("SERVER", at(server, 25));
        let quiet = listen("SERVER", at(server, 35));
        let near = listen("R1", at(routers[0], 25));
        let table = [
            // The server, open, closed, and behind routers that say nothing.
            (25, expected(&routers, &[(Some(server), HopAnswer::Open)])),
            (
                26,
                expected(&routers, &[(Some(server), HopAnswer::Refused)]),
            ),
            (
                35,
                expected(
                    &[],
                    &[
                        (None, SILENT),
                        (None, SILENT),
                        (None, SILENT),
                        (Some(server), HopAnswer::Open),
                    ],
                ),
            ),
            // The second router drops, with and without quiet routers, and the server drops itself.
            (27, expected(&routers[..2], &[(None, SILENT); 6])),
            (36, expected(&[], &[(None, SILENT); 8])),
            (30, expected(&routers, &[(None, SILENT); 5])),
            // The second router says no, in two ways; the reset comes in the server's name.
            (
                28,
                expected(&routers[..2], &[(Some(routers[1]), prohibited(routers[1]))]),
            ),
            (
                29,
                expected(&routers[..2], &[(Some(server), HopAnswer::Refused)]),
            ),
            // Our own filter, silent and not.
            (37, expected(&[], &[(None, SILENT); 8])),
            (38, expected(&[], &[(Some(ours), prohibited(ours))])),
        ];
        let sweeps = table.map(|(port, expected)| async move {
            let start = Instant::now();
            let hops = swept(at(server, port)).await;
            assert_eq!(hops, expected, "{server} port {port}");
            // The promise is two seconds; a busy machine gets some more.
            let elapsed = start.elapsed();
            assert!(
                elapsed < Duration::from_secs(4),
                "{server} port {port}: {elapsed:?}"
            );
        });
        join_all(sweeps).await;
        assert_eq!(connections(&open), 1);
        assert_eq!(connections(&quiet), 1);

        // The same in two parts: the first while a connect is still waited for, and nobody comes to the server in it.
        let known = super::routers(server.parse().unwrap(), wait(60_000)).await;
        let known = known.unwrap();
        let silent = (None, SILENT);
        let answers = (Some(server), HopAnswer::Open);
        let table = [
            (25, expected(&routers, &[answers])),
            (35, expected(&[], &[silent, silent, silent, answers])),
            (27, expected(&routers[..2], &[(None, SILENT); 5])),
            (36, expected(&[], &[(None, SILENT); 7])),
            (30, expected(&routers, &[(None, SILENT); 4])),
        ];
        for (port, expected) in table {
            let destination = at(server, port);
            let ahead = ahead(destination, &known, wait(60_000)).await;
            let come = connections(&open) + connections(&quiet);
            assert_eq!(come, 0, "{server} port {port}");
            let ahead = Known::Ahead(ahead.unwrap());
            let start = Instant::now();
            let sweep = sweep(destination, ahead, wait(60_000)).await.unwrap();
            assert_eq!(sweep.hops, expected, "{server} port {port}");
            // One wave is left, without a second try of it.
            let elapsed = start.elapsed();
            assert!(elapsed < Duration::from_millis(900), "{port}: {elapsed:?}");
            connections(&open);
            connections(&quiet);
        }

        assert_eq!(
            swept(at(routers[0], 25)).await,
            expected(&[], &[(Some(routers[0]), HopAnswer::Open)])
        );
        let connections = connections(&near);
        assert!((1..=4).contains(&connections), "{connections}");

        // IPv6 answers from where the packet came in, or went out.
        let (nowhere, again) = if server == SERVER {
            ("203.0.113.99", routers[0])
        } else {
            ("2001:db8:113::99", "2001:db8:12::1")
        };
        let round = [routers[1], again].into_iter().cycle().take(29);
        let round: Vec<&str> = std::iter::once(routers[0]).chain(round).collect();
        let start = Instant::now();
        assert_eq!(swept(at(nowhere, 25)).await, expected(&round, &[]));
        // Thirty hops in eight waves; two seconds are the promise.
        let elapsed = start.elapsed();
        assert!(elapsed < Duration::from_secs(4), "{server}: {elapsed:?}");
    }
}

/// Data with a low TTL shows who acts on it.
#[test]
fn a_hello_tells_how_far_it_came() {
    namespaces::run_inside("path.sh", "net::sweep::tests::on_linux::hellos");
}

#[tokio::test]
#[ignore = "runs only inside the namespaces of tests/fixtures/path.sh"]
async fn hellos() {
    use HopAnswer::{Open, Refused};

    // The test that makes the namespaces starts this one by its exact name.
    if !std::env::args().any(|word| word == "--exact") {
        return;
    }
    for (_, server, _) in FAMILIES {
        warm_up(server).await;
        // Nothing in the way, a reset and a drop by the second router. A router looks at the TTL first.
        let table = [
            (25, [PASSED, PASSED, PASSED, Open]),
            (32, [PASSED, PASSED, Refused, Refused]),
            (33, [PASSED, PASSED, SILENT, SILENT]),
        ];
        let searches = table.map(|(port, answers)| async move {
            let place = at(server, port);
            let listener = namespaces::on("SERVER", || TcpListener::bind(place).unwrap());
            for (ttl, expected) in (1..).zip(answers) {
                let dialed = dial::connect(place, wait(5000)).await.unwrap();
                let hello = b"\x16\x03\x01\x00\x00";
                let heard = hello_at(dialed.stream, ttl, hello, wait(1000)).await;
                assert_eq!(heard, Some(Ok(expected)), "{place}, TTL {ttl}");
            }
            listener
        });
        let listeners = join_all(searches).await;
        // Nothing of the last came through but the connections and their resets.
        assert_eq!(connections(&listeners[2]), 4);

        // A server that speaks before it has the hello: our acknowledgement dies behind the one who drops, at the third
        // router, and is not to be taken for the hello; nor are the words for an answer.
        let table = [(25, 3, PASSED), (33, 3, SILENT), (33, 4, SILENT)];
        drop(listeners);
        for (port, ttl, expected) in table {
            let place = at(server, port);
            let listener = namespaces::on("SERVER", || TcpListener::bind(place).unwrap());
            let speaker = std::thread::spawn(move || {
                let (mut peer, _) = listener.accept().unwrap();
                std::thread::sleep(Duration::from_millis(50));
                io::Write::write_all(&mut peer, b"220 too early\r\n").unwrap();
                Read::read(&mut peer, &mut [0; 64]).map_err(|error| error.kind())
            });
            let dialed = dial::connect(place, wait(5000)).await.unwrap();
            let heard = hello_at(dialed.stream, ttl, b"\x16\x03\x01\x00\x00", wait(1000)).await;
            assert_eq!(heard, Some(Ok(expected)), "{place}, TTL {ttl}");
            let ended = tokio::task::spawn_blocking(|| speaker.join().unwrap());
            assert_eq!(ended.await.unwrap(), Err(io::ErrorKind::ConnectionReset));
        }
    }
}

/// A server that answers the hello, and one that ends the dialogue in order.
#[tokio::test]
async fn an_answer_to_a_hello_is_heard() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let rows: [(&[u8], _); 2] = [
        (b"\x15\x03\x01\x00\x02\x02\x28", Ok(HopAnswer::Open)),
        (
            b"",
            Err(Trouble::Closed {
                received: Text::default(),
            }),
        ),
    ];
    for (answer, expected) in rows {
        let dialed = dial::connect(address, wait(5000)).await.unwrap();
        let (mut peer, _) = listener.accept().unwrap();
        io::Write::write_all(&mut peer, answer).unwrap();
        peer.shutdown(std::net::Shutdown::Write).unwrap();
        let heard = hello_at(dialed.stream, 1, b"\x16\x03\x01\x00\x00", wait(5000)).await;
        assert_eq!(heard, Some(expected));
    }
}

#[test]
fn an_error_is_heard_as_what_it_is() {
    let rows = [
        (libc::EHOSTUNREACH, Some(HopAnswer::TimeExceeded)),
        (libc::ECONNRESET, Some(HopAnswer::Refused)),
        (libc::ENETUNREACH, None),
        (libc::EPIPE, None),
    ];
    for (errno, expected) in rows {
        let heard = heard_error(&io::Error::from_raw_os_error(errno));
        assert_eq!(heard.ok(), expected, "{errno}");
    }
}
