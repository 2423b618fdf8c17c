//! The dialogues of the three protocols, played in memory from transcripts. No socket, no real clock.

#[allow(
    unreachable_pub,
    reason = "other test binaries have it one level higher"
)]
mod support {
    pub mod transcript;
}

use std::time::Duration;

use mailcheck::facts::{Direction, Greeting, Line, Unasked, UnaskedKind};
use mailcheck::failure::{Failure, Permanence, Stage, Trouble};
use mailcheck::net::Wait;
use mailcheck::probe::conversation::Conversation;
use mailcheck::probe::dialogue::{self, Offer};
use mailcheck::probe::record::Record;
use mailcheck::service::Protocol;
use mailcheck::wire::smtp;
use support::transcript::{self, Act};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::time::Instant;

/// What came of greeting and capabilities, and what was said.
struct Played {
    greeting: Result<Greeting, Trouble>,
    offer: Option<Result<Offer, Trouble>>,
    lines: Vec<Line>,
    unasked: Vec<Unasked>,
    /// The server heard what its transcript wanted, to the end.
    heard: bool,
}

/// Plays greeting and capabilities against a transcript, with a limit of ten seconds each.
fn play(protocol: Protocol, text: &str) -> Played {
    play_over(None, protocol, text)
}

/// The same where the shortest round trip is known.
fn play_over(round_trip: Option<Duration>, protocol: Protocol, text: &str) -> Played {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build()
        .expect("a runtime");
    let acts = transcript::parse(text);
    runtime.block_on(async {
        let (client, server) = tokio::io::duplex(1 << 17);
        let server = tokio::spawn(serve(server, acts));
        let mut talk = Conversation::new(client, Record::new()).with_round_trip(round_trip);
        let wait = || Wait {
            limit: Duration::from_secs(10),
            deadline: Instant::now() + Duration::from_secs(1000),
        };
        let greeting = dialogue::greet(protocol, &mut talk, wait()).await;
        let offer = match greeting {
            Ok(_) => Some(dialogue::capabilities(protocol, &mut talk, "client.test", wait()).await),
            Err(_) => None,
        };
        let (stream, record, _) = talk.into_parts();
        drop(stream);
        let heard = server.await.expect("the server does not panic");
        Played {
            greeting,
            offer,
            lines: record.lines(),
            unasked: record.all_unasked().to_vec(),
            heard,
        }
    })
}

async fn serve(mut stream: DuplexStream, acts: Vec<Act>) -> bool {
    let mut heard = Vec::new();
    for act in acts {
        match act {
            Act::Send(bytes) => {
                if stream.write_all(&bytes).await.is_err() {
                    return false;
                }
            }
            Act::Drip(bytes, pause) => {
                for byte in bytes {
                    if stream.write_all(&[byte]).await.is_err() {
                        return false;
                    }
                    tokio::time::sleep(pause).await;
                }
            }
            Act::Expect(prefix) => {
                while !heard.contains(&b'\n') {
                    match stream.read_buf(&mut heard).await {
                        Ok(0) | Err(_) => return false,
                        Ok(_) => {}
                    }
                }
                let end = heard
                    .iter()
                    .position(|byte| *byte == b'\n')
                    .expect("seen above")
                    + 1;
                let line: Vec<u8> = heard.drain(..end).collect();
                assert!(
                    String::from_utf8_lossy(&line).starts_with(&prefix),
                    "wanted {prefix}, heard {line:?}"
                );
            }
            Act::Wait(pause) => tokio::time::sleep(pause).await,
            Act::Hold => {
                while stream
                    .read_buf(&mut heard)
                    .await
                    .is_ok_and(|count| count > 0)
                {}
                return true;
            }
            Act::Close => return true,
            Act::Any | Act::Tls | Act::Reset => panic!("not in memory"),
        }
    }
    true
}

fn strings(words: &[mailcheck::wire::Text]) -> Vec<String> {
    words
        .iter()
        .map(|word| word.to_lossy().into_owned())
        .collect()
}

fn offered(played: &Played) -> &Offer {
    match &played.offer {
        Some(Ok(offer)) => offer,
        other => panic!("no offer: {:?} {other:?}", played.greeting),
    }
}

#[test]
fn smtp_keeps_every_word_also_those_that_nobody_knows() {
    let played = play(
        Protocol::Smtp,
        "S: 220-mx.example.com ESMTP\nWAIT 3000\nS: 220 ready\nC: EHLO client.test\nS: 250-mx.example.com\n\
         S: 250-PIPELINING\nS: 250-SIZE 10240000\nS: 250-X-Frob  a  b\nS: 250-STARTTLS\nS: 250 AUTH PLAIN LOGIN",
    );
    let offer = offered(&played);
    let words = [
        "PIPELINING",
        "SIZE 10240000",
        "X-Frob  a  b",
        "STARTTLS",
        "AUTH PLAIN LOGIN",
    ];
    assert_eq!(strings(&offer.words), words);
    assert_eq!(offer.mechanisms, ["PLAIN", "LOGIN"]);
    assert!(offer.starttls && offer.ehlo_refusal.is_none() && played.heard);
    let greeting = played.greeting.expect("a greeting");
    assert_eq!(
        strings(&greeting.lines),
        ["220-mx.example.com ESMTP", "220 ready"]
    );
}

#[test]
fn smtp_takes_helo_where_ehlo_is_unknown() {
    for refusal in ["500 5.5.1 what?", "502 not implemented"] {
        let text = format!("S: 220 old\nC: EHLO\nS: {refusal}\nC: HELO client.test\nS: 250 hello");
        let played = play(Protocol::Smtp, &text);
        let offer = offered(&played);
        assert!(
            offer.ehlo_refusal.is_some() && !offer.starttls && offer.words.is_empty(),
            "{refusal}"
        );
    }
}

#[test]
fn pop3_and_imap_say_what_they_can() {
    let played = play(
        Protocol::Pop3,
        "S: +OK ready <1.2@pop>\nC: CAPA\nS: +OK\nS: UIDL\nS: STLS\nS: SASL PLAIN\nS: ..dot\nS: .",
    );
    assert_eq!(
        strings(&offered(&played).words),
        ["UIDL", "STLS", "SASL PLAIN", ".dot"]
    );
    assert_eq!(offered(&played).mechanisms, ["PLAIN"]);
    assert!(offered(&played).starttls);

    let played = play(Protocol::Pop3, "S: +OK\nC: CAPA\nS: -ERR unknown command");
    let untold = Offer {
        untold: true,
        ..Offer::default()
    };
    assert_eq!(offered(&played), &untold);

    let played = play(
        Protocol::Imap,
        "S: * OK [ALERT] ready\nC: a1 CAPABILITY\nS: * 3 EXISTS\n\
         S: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED X-A=1\nS: a1 OK done",
    );
    let words = ["IMAP4rev1", "STARTTLS", "LOGINDISABLED", "X-A=1"];
    assert_eq!(strings(&offered(&played).words), words);

    let played = play(
        Protocol::Imap,
        "S: * PREAUTH welcome\nC: a1\nS: * CAPABILITY IMAP4rev1\nS: a1 OK",
    );
    assert!(played.greeting.expect("a greeting").preauthenticated);
}

#[test]
fn what_goes_wrong_has_its_class_and_stage() {
    use Protocol::{Imap, Pop3, Smtp};
    use Stage::{Capabilities, Greeting};
    let rows = [
        (Smtp, "HOLD", Greeting, "timeout"),
        (Smtp, "CLOSE", Greeting, "closed"),
        (
            Smtp,
            "DRIP 1000: 220 mx.example.com ESMTP",
            Greeting,
            "timeout",
        ),
        (Smtp, "RAW: 220-half", Greeting, "closed"),
        (Smtp, "S: 554 5.7.1 no", Greeting, "rejected"),
        (Smtp, "S: 421 later", Greeting, "rejected"),
        (Smtp, "S: SSH-2.0-OpenSSH_9.2\nHOLD", Greeting, "protocol"),
        (
            Smtp,
            "RAW: \\x15\\x03\\x01\\0\\x02\\x02\\x46\nHOLD",
            Greeting,
            "protocol",
        ),
        (
            Smtp,
            "S: HTTP/1.1 400 Bad Request\nHOLD",
            Greeting,
            "protocol",
        ),
        (Smtp, "S: 220 FTP server ready\nHOLD", Greeting, "protocol"),
        (
            Smtp,
            "S: 200 news.example.com NNTP\nHOLD",
            Greeting,
            "protocol",
        ),
        (Smtp, "S: 220 x\nC: EHLO\nHOLD", Capabilities, "timeout"),
        (Smtp, "S: 220 x\nC: EHLO\nCLOSE", Capabilities, "closed"),
        (
            Smtp,
            "S: 220 x\nC: EHLO\nS: 550 no",
            Capabilities,
            "rejected",
        ),
        (
            Smtp,
            "S: 220 x\nC: EHLO\nS: banana",
            Capabilities,
            "protocol",
        ),
        (
            Smtp,
            "S: 220 x\nC: EHLO\nS: 250-a\nS: 554 b",
            Capabilities,
            "rejected",
        ),
        (Pop3, "S: -ERR no", Greeting, "rejected"),
        (Pop3, "S: 220 smtp", Greeting, "protocol"),
        (
            Pop3,
            "S: +OK\nC: CAPA\nS: -ERR [SYS/TEMP] later",
            Capabilities,
            "rejected",
        ),
        (
            Pop3,
            "S: +OK\nC: CAPA\nS: +OK\nS: UIDL\nHOLD",
            Capabilities,
            "timeout",
        ),
        (Imap, "S: * BYE no", Greeting, "rejected"),
        (Imap, "S: +OK pop", Greeting, "protocol"),
        (
            Imap,
            "S: * OK\nC: a1\nS: a1 BAD what",
            Capabilities,
            "rejected",
        ),
        (
            Imap,
            "S: * OK\nC: a1\nS: * BYE shutdown",
            Capabilities,
            "rejected",
        ),
        (Imap, "S: * OK\nC: a1\nS: b7 OK", Capabilities, "protocol"),
    ];
    for (protocol, text, stage, class) in rows {
        let played = play(protocol, text);
        let trouble = match (&played.greeting, &played.offer) {
            (Err(trouble), None) => (Greeting, trouble.clone()),
            (Ok(_), Some(Err(trouble))) => (Capabilities, trouble.clone()),
            other => panic!("{text}: {other:?}"),
        };
        let failure = Failure::new(trouble.0, trouble.1, Duration::ZERO);
        assert_eq!(
            (failure.stage, failure.class.name()),
            (stage, class),
            "{text}"
        );
    }
}

#[test]
fn a_no_for_now_is_told_from_a_no_for_good() {
    use Permanence::{Permanent, Temporary};
    use Protocol::{Imap, Pop3, Smtp};
    let rows = [
        (Smtp, "S: 421 4.3.2 busy", Temporary),
        (Smtp, "S: 554 5.7.1 blocked", Permanent),
        (Pop3, "S: -ERR [IN-USE] locked", Temporary),
        (Pop3, "S: -ERR Too many connections", Temporary),
        (Pop3, "S: -ERR go away", Permanent),
        (Imap, "S: * BYE [UNAVAILABLE] backend", Temporary),
        (
            Imap,
            "S: * BYE Maximum number of connections from user+IP exceeded",
            Temporary,
        ),
        (Imap, "S: * BYE not you", Permanent),
    ];
    for (protocol, text, permanence) in rows {
        match play(protocol, text).greeting {
            Err(Trouble::Rejected(rejection)) => {
                assert_eq!(rejection.permanence, permanence, "{text}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn what_had_come_is_kept_when_the_time_runs_out() {
    let played = play(Protocol::Smtp, "RAW: 220-first\\r\\n220-sec\nHOLD");
    match played.greeting {
        Err(Trouble::Clock { limit, received }) => {
            assert_eq!(limit, Duration::from_secs(10));
            assert_eq!(received.0, b"220-first\r\n220-sec");
        }
        other => panic!("{other:?}"),
    }
    let lines: Vec<_> = played
        .lines
        .iter()
        .map(|line| line.text.to_lossy())
        .collect();
    assert_eq!(lines, ["220-first", "220-sec"]);
    // Nothing was said to a server that had not finished its greeting.
    assert!(
        played
            .lines
            .iter()
            .all(|line| line.direction == Direction::Received)
    );
}

#[test]
fn a_reply_without_end_is_bounded() {
    let endless = "RAW: 220-".to_owned() + &"x".repeat(9000) + "\nHOLD";
    let played = play(Protocol::Smtp, &endless);
    match played.greeting {
        Err(Trouble::Malformed { received, .. }) => assert!(received.0.len() <= 512),
        other => panic!("{other:?}"),
    }
    let many = "S: 220-y\n".repeat(12_000) + "HOLD";
    let played = play(Protocol::Smtp, &many);
    assert!(matches!(played.greeting, Err(Trouble::Malformed { .. })));
    assert!(played.lines.len() <= 500);
}

/// `HAProxy`'s `send-proxy` before a Postfix that does not expect it, over a line of 20 ms: the refusal of the header is on
/// its way when EHLO leaves, and no answer to EHLO can come so soon.
#[test]
fn what_comes_sooner_than_a_round_trip_is_no_answer() {
    let line = Some(Duration::from_millis(20));
    let text = "S: 220 mx\nC: EHLO\nS: 554 5.5.1 Error: what?\nWAIT 20\nS: 250-mx\nS: 250 STARTTLS";
    let played = play_over(line, Protocol::Smtp, text);
    assert!(offered(&played).starttls);
    assert_eq!(played.unasked.len(), 1);
    assert_eq!(played.unasked[0].kind, UnaskedKind::Reply);
    // Where nothing else comes it was the answer: the first round trip of a line may be its longest.
    let played = play_over(line, Protocol::Smtp, "S: 220 mx\nC: EHLO\nS: 250 mx\nHOLD");
    assert!(played.unasked.is_empty() && offered(&played).words.is_empty());
}

#[test]
fn a_secret_is_said_and_not_recorded() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let (client, mut server) = tokio::io::duplex(1024);
        let mut talk = Conversation::new(client, Record::new());
        let wait = Wait {
            limit: Duration::from_secs(10),
            deadline: Instant::now() + Duration::from_secs(10),
        };
        let secret = mailcheck::secret::Secret::new("AHVzZXIAaHVudGVyMg==");
        talk.send("AUTH PLAIN", wait).await.expect("sent");
        let shown = "(redacted)";
        talk.send_secret(&secret, shown, wait).await.expect("sent");
        // Some servers quote what they do not understand.
        let quoted = b"500 unknown command: AHVzZXIAaHVudGVyMg==\r\n";
        server.write_all(quoted).await.expect("written");
        let reply = talk.reply(smtp::reply, wait).await.expect("a reply");
        assert_eq!(reply.text().to_lossy(), "unknown command: (redacted)");
        let (stream, record, _) = talk.into_parts();
        drop(stream);
        let mut heard = String::new();
        server.read_to_string(&mut heard).await.expect("UTF-8");
        assert_eq!(heard, "AUTH PLAIN\r\nAHVzZXIAaHVudGVyMg==\r\n");
        assert!(!format!("{record:?}").contains("AHVz"));
        let said = record.lines();
        let said: Vec<_> = said.iter().map(|line| line.text.to_lossy()).collect();
        let answer = "500 unknown command: (redacted)";
        assert_eq!(said, ["AUTH PLAIN", "(redacted)", answer]);
    });
}

#[test]
fn a_dialogue_is_kept_as_far_as_there_is_room() {
    let line = "\\e".repeat(4000);
    let greeting = format!("S: 220-{line}\n").repeat(15) + "S: 220 mx\n";
    let answer = format!("S: 250-{line}\n").repeat(15) + "S: 250 STARTTLS";
    let played = play(Protocol::Smtp, &format!("{greeting}C: EHLO\n{answer}"));
    assert!(
        offered(&played).starttls,
        "what counts is read before it is cut"
    );
    let size = |line: &Line| line.text.0.len();
    assert!(played.lines.iter().map(size).sum::<usize>() < 16 * 1024);
    assert!(played.lines.iter().all(|line| size(line) < 1024 + 32));
    let last = played
        .lines
        .last()
        .expect("a line")
        .text
        .to_lossy()
        .into_owned();
    assert!(last.starts_with("…[+"), "{last}");
}
