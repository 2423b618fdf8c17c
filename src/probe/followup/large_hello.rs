//! Whether the server takes a hello as large as newer programs send it, where the user wants to know: it is sent once the
//! check's own handshake has worked. Where it is not taken, smaller ones tell whether it was the size.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::time::Instant;

use super::super::Visit;
use super::{Asking, Budget, Subject, offers, talk};
use crate::facts::{Check, HelloAnswer, LargeHello};
use crate::failure::Stage;
use crate::net::seats::Room;
use crate::net::{self, Expired, Stream, Wait, dial};
use crate::wire::tls_flight::hello_alone;
use crate::wire::tls_record::{Flight, Hello, Version, X25519MLKEM768, client_hello, first_flight};

/// How long an answer is waited for, at the least. A lost packet is sent again after some 200 milliseconds, and then after
/// twice as long each time: there are four tries in it.
const PATIENCE: Duration = Duration::from_secs(4);
/// How often the time that the check's own handshake took.
const TIMES: u32 = 4;

/// What a client of `OpenSSL` 3.5.0 offers by default (its `CHANGES.md`, and the hello in openssl/openssl#27557): the suites
/// of the versions before it.
const SUITES: [u16; 30] = [
    0x1302, 0x1303, 0x1301, 0xc02c, 0xc030, 0x009f, 0xcca9, 0xcca8, 0xccaa, 0xc02b, 0xc02f, 0x009e,
    0xc024, 0xc028, 0x006b, 0xc023, 0xc027, 0x0067, 0xc00a, 0xc014, 0x0039, 0xc009, 0xc013, 0x0033,
    0x009d, 0x009c, 0x003d, 0x003c, 0x0035, 0x002f,
];
/// Its groups, but for the first: x25519, P-256, x448, P-384, P-521, ffdhe2048, ffdhe3072.
const GROUPS: [u16; 7] = [0x001d, 0x0017, 0x001e, 0x0018, 0x0019, 0x0100, 0x0101];
/// Its signature schemes, which begin with those of ML-DSA.
const SCHEMES: [u16; 19] = [
    0x0905, 0x0906, 0x0904, 0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b, 0x0804,
    0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0303, 0x0301,
];

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    /// With the share that makes it large.
    Large,
    /// The group is offered, and its share not sent.
    Small,
    /// Nor is the group offered.
    Old,
}

/// Asks, where a handshake worked. `None` where there is nothing to ask. The turn and a seat are the caller's.
pub(in crate::probe) async fn ask(
    visit: &Visit<'_>,
    room: &Room,
    server_name: &str,
    check: &Check,
    host: &str,
) -> Option<LargeHello> {
    let handshake = check.step(Stage::Tls).filter(|step| step.ok)?;
    let patience = PATIENCE.max(handshake.elapsed * TIMES);
    let subject = || Subject {
        asking: Asking {
            visit,
            room,
            budget: budget(visit, patience),
            distances: &[],
            echoes: &[],
        },
        check,
        goal: visit.goal(host, check),
        server_name,
    };
    let large = hello(Size::Large, server_name);
    let mut asked = LargeHello {
        bytes: large.len(),
        answer: None,
        lost: None,
        smaller: None,
        without_group: None,
        small_segments: None,
    };
    let (answer, lost) = Box::pin(answered(subject(), &large, patience))
        .await
        .unzip();
    (asked.answer, asked.lost) = (answer, lost.flatten());
    if matches!(answer, None | Some(HelloAnswer::Chosen { .. })) {
        return Some(asked);
    }
    let goes_on = async |size| {
        let hello = hello(size, server_name);
        let (answer, _) = Box::pin(answered(subject(), &hello, patience)).await?;
        Some(matches!(answer, HelloAnswer::Chosen { .. }))
    };
    asked.smaller = goes_on(Size::Small).await;
    if asked.smaller == Some(false) {
        asked.without_group = goes_on(Size::Old).await;
    }
    if asked.lost == Some(true) && asked.is_taken() == Some(false) {
        let answer = Box::pin(answered_in_small_segments(subject(), &large, patience)).await;
        asked.small_segments = answer.map(|answer| matches!(answer, HelloAnswer::Chosen { .. }));
    }
    Some(asked)
}

/// The time for one connection: as long as a check may take to come as far, and for the answer.
fn budget(visit: &Visit<'_>, patience: Duration) -> Budget {
    let limits = visit.plan.limits;
    Budget {
        end: Instant::now() + limits.greeting + limits.step + patience,
        step: visit.step(),
    }
}

fn hello(size: Size, server_name: &str) -> Vec<u8> {
    let first = (size != Size::Old).then_some(X25519MLKEM768);
    client_hello(&Hello {
        max_version: Version::Tls13,
        min_version: Version::Tls12,
        suites: SUITES.to_vec(),
        groups: first.into_iter().chain(GROUPS).collect(),
        large_share: size == Size::Large,
        schemes: SCHEMES.to_vec(),
        server_name: offers::sni(server_name),
        padding: None,
    })
}

/// What comes back, and whether a part of the hello was lost where nothing does.
async fn answered(
    subject: Subject<'_>,
    hello: &[u8],
    patience: Duration,
) -> Option<(HelloAnswer, Option<bool>)> {
    let Asking { visit, budget, .. } = subject.asking;
    let dialed = visit.door.connect(subject.goal, budget.wait()).await.ok()?;
    let stream = talk::up_to_tls(subject, dialed.stream, dialed.local).await;
    let mut stream = stream.ok()?;
    let answer = answer(subject, &mut stream, hello, patience).await?;
    let silent = matches!(answer, HelloAnswer::Silence(_));
    let state = dial::tcp_state(&stream).filter(|_| silent);
    Some((answer, state.map(|tcp| tcp.unacknowledged > 0)))
}

async fn answered_in_small_segments(
    subject: Subject<'_>,
    hello: &[u8],
    patience: Duration,
) -> Option<HelloAnswer> {
    let Asking { visit, budget, .. } = subject.asking;
    let dialed = visit
        .door
        .connect_small(subject.goal, budget.wait())
        .await?;
    let dialed = dialed.ok()?;
    let stream = talk::up_to_tls(subject, dialed.stream, dialed.local).await;
    answer(subject, &mut stream.ok()?, hello, patience).await
}

/// Sends the hello and waits for an answer. `None` where the time for everything was up, or this machine failed.
async fn answer(
    subject: Subject<'_>,
    stream: &mut Stream,
    hello: &[u8],
    patience: Duration,
) -> Option<HelloAnswer> {
    let wait = Wait {
        limit: patience,
        ..subject.asking.budget.wait()
    };
    let mut received = Vec::new();
    let reading = async {
        // Whoever hangs up in the middle may have said why.
        let sent = stream.write_all(hello).await;
        loop {
            if let Some(answer) = read(&received) {
                return Ok(answer);
            }
            if stream.read_buf(&mut received).await? == 0 {
                return sent.map(|()| HelloAnswer::Closed);
            }
        }
    };
    let answer = match net::within(wait, reading).await {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) if net::is_hang_up(&error) => HelloAnswer::Reset,
        Ok(Err(_)) | Err(Expired::Deadline) => return None,
        // A record that never became whole is no silence.
        Err(Expired::Limit(_)) if !received.is_empty() => return None,
        Err(Expired::Limit(limit)) => HelloAnswer::Silence(limit.as_secs()),
    };
    if matches!(answer, HelloAnswer::Chosen { .. }) {
        // A server that has gone already misses nothing.
        let _ = net::within(wait, stream.write_all(&offers::CLOSE_NOTIFY)).await;
    }
    Some(answer)
}

/// The answer, once enough of it is there.
fn read(received: &[u8]) -> Option<HelloAnswer> {
    Some(match first_flight(received) {
        Ok(None) => return None,
        Ok(Some(Flight::ServerHello { .. })) => HelloAnswer::Chosen {
            group: hello_alone(received).and_then(|flight| flight.agreed.group),
        },
        Ok(Some(Flight::Alert { description, .. })) => HelloAnswer::Alert(description),
        Ok(Some(Flight::NotTls)) | Err(_) => HelloAnswer::NotTls,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// openssl/openssl#27557: a record of 1555 bytes to another host, with the session id and the tickets that a client asks
    /// for. Without options of TCP 1460 bytes go into a packet.
    #[test]
    fn the_large_one_needs_two_packets_and_the_others_one() {
        for (size, expected) in [
            (Size::Large, 1461..1700),
            (Size::Small, 200..500),
            (Size::Old, 200..500),
        ] {
            let bytes = hello(size, "mail.example.com").len();
            assert!(expected.contains(&bytes), "{size:?}: {bytes}");
        }
        assert!(hello(Size::Large, "m.example").len() > 1460);
        assert!(hello(Size::Large, "192.0.2.1").len() > 1460);
    }

    #[test]
    fn the_first_record_decides() {
        assert_eq!(
            read(b"\x15\x03\x03\x00\x02\x02\x32"),
            Some(HelloAnswer::Alert(50))
        );
        assert_eq!(read(b"\x15\x03\x03\x00"), None);
        assert_eq!(read(b""), None);
        assert_eq!(read(b"421 busy\r\n"), Some(HelloAnswer::NotTls));
        // TLS 1.2 of no particular group.
        let mut message = vec![2, 0, 0, 38, 3, 3];
        message.extend([7; 32]);
        message.extend([0, 0xc0, 0x2f, 0]);
        let mut wire = vec![22, 3, 3, 0, 42];
        wire.extend(message);
        assert_eq!(read(&wire), Some(HelloAnswer::Chosen { group: None }));
    }
}
