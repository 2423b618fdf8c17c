use tokio::io::duplex;
use tokio::time::Instant;

use super::*;
use crate::failure::ProxyFault;
use crate::wire::proxy::{Beyond, Refused};

fn proxy(kind: Kind, user: Option<&str>) -> Proxy {
    Proxy {
        kind,
        host: "proxy.test".to_owned(),
        port: 1080,
        user: user.map(str::to_owned),
    }
}

fn wait() -> Wait {
    Wait {
        limit: Duration::from_secs(2),
        deadline: Instant::now() + Duration::from_secs(60),
    }
}

/// What the client makes of a proxy that says `answer`, what it sent, and what is left for the server's words. The answer
/// comes byte by byte where it is `slow`, and the proxy hangs up behind it.
async fn played(
    proxy: &Proxy,
    goal: Goal<'_>,
    answer: &[u8],
    slow: bool,
) -> (Result<(), ProxyTrouble>, Vec<u8>, Vec<u8>) {
    let (mut here, mut there) = duplex(64 * 1024);
    let talk = Talk {
        proxy,
        password: "pass word",
        wait: wait(),
    };
    let saying = async {
        for byte in answer.chunks(if slow { 1 } else { answer.len().max(1) }) {
            if there.write_all(byte).await.is_err() {
                break;
            }
            tokio::task::yield_now().await;
        }
        there.shutdown().await.unwrap();
        there
    };
    let (done, mut there) = tokio::join!(talk.open(&mut here, goal), saying);
    here.shutdown().await.unwrap();
    let (mut sent, mut rest) = (Vec::new(), Vec::new());
    there.read_to_end(&mut sent).await.unwrap();
    drop(there);
    here.read_to_end(&mut rest).await.unwrap();
    (done, sent, rest)
}

const NAME: Goal<'_> = Goal::Name("mx.test", 25);

/// Kind, user, goal, what the proxy says and what it hears.
type Opened<'a> = (Kind, Option<&'a str>, Goal<'a>, &'a [u8], Vec<u8>);

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "a table")]
async fn tunnels_end_where_the_servers_words_begin() {
    let v6 = Goal::Address("[::1]:587".parse().unwrap());
    let v4 = Goal::Address("192.0.2.7:465".parse().unwrap());
    let agent = concat!(
        "User-Agent: mailcheck/",
        env!("CARGO_PKG_VERSION"),
        "\r\n\r\n"
    );
    let rows: [Opened<'_>; 13] = [
        (
            Kind::Socks5h,
            None,
            NAME,
            b"\x05\x00\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x19",
            b"\x05\x01\x00\x05\x01\x00\x03\x07mx.test\x00\x19".to_vec(),
        ),
        (
            Kind::Socks5,
            None,
            v6,
            b"\x05\x00\x05\x00\x00\x03\x02ab\x00\x19",
            b"\x05\x01\x00\x05\x01\x00\x04\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x02\x4b".to_vec(),
        ),
        (
            Kind::Socks5,
            None,
            v4,
            b"\x05\x00\x05\x00\x00\x04\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x00\x19",
            b"\x05\x01\x00\x05\x01\x00\x01\xc0\x00\x02\x07\x01\xd1".to_vec(),
        ),
        // With a login, which the proxy may want or not.
        (
            Kind::Socks5,
            Some("me"),
            v4,
            b"\x05\x00\x05\x00\x00\x01\0\0\0\0\0\0",
            b"\x05\x02\x00\x02\x05\x01\x00\x01\xc0\x00\x02\x07\x01\xd1".to_vec(),
        ),
        (
            Kind::Socks5,
            Some("me"),
            v4,
            b"\x05\x02\x01\x00\x05\x00\x00\x01\0\0\0\0\0\0",
            b"\x05\x02\x00\x02\x01\x02me\x09pass word\x05\x01\x00\x01\xc0\x00\x02\x07\x01\xd1"
                .to_vec(),
        ),
        (
            Kind::Socks4,
            Some("me"),
            v4,
            b"\x00\x5a\0\0\0\0\0\0",
            b"\x04\x01\x01\xd1\xc0\x00\x02\x07me\x00".to_vec(),
        ),
        (
            Kind::Socks4a,
            None,
            NAME,
            b"\x00\x5a\0\0\0\0\0\0",
            b"\x04\x01\x00\x19\x00\x00\x00\x01\x00mx.test\x00".to_vec(),
        ),
        (
            Kind::Http,
            None,
            NAME,
            b"HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n",
            format!("CONNECT mx.test:25 HTTP/1.1\r\nHost: mx.test:25\r\n{agent}").into_bytes(),
        ),
        (
            Kind::Https,
            None,
            v6,
            b"HTTP/1.0 200\r\n\r\n",
            format!("CONNECT [::1]:587 HTTP/1.1\r\nHost: [::1]:587\r\n{agent}").into_bytes(),
        ),
        (
            Kind::Http,
            Some("me"),
            v4,
            b"HTTP/1.1 299 Fine\n\n",
            format!(
                "CONNECT 192.0.2.7:465 HTTP/1.1\r\nHost: 192.0.2.7:465\r\n\
                 Proxy-Authorization: Basic bWU6cGFzcyB3b3Jk\r\n{agent}"
            )
            .into_bytes(),
        ),
        // RFC 9110 section 9.3.6: what a 2xx says of a length means nothing.
        (
            Kind::Http,
            None,
            v4,
            b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n",
            format!("CONNECT 192.0.2.7:465 HTTP/1.1\r\nHost: 192.0.2.7:465\r\n{agent}")
                .into_bytes(),
        ),
        (
            Kind::Http,
            None,
            v4,
            b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
            format!("CONNECT 192.0.2.7:465 HTTP/1.1\r\nHost: 192.0.2.7:465\r\n{agent}")
                .into_bytes(),
        ),
        (
            Kind::Socks4,
            None,
            v4,
            b"\x04\x5a\0\0\0\0\0\0",
            b"\x04\x01\x01\xd1\xc0\x00\x02\x07\x00".to_vec(),
        ),
    ];
    for (kind, user, goal, answer, expected) in rows {
        let answer = [answer, b"220 mx"].concat();
        for slow in [false, true] {
            let (done, sent, rest) = played(&proxy(kind, user), goal, &answer, slow).await;
            assert_eq!(done, Ok(()), "{kind:?} {goal}");
            assert_eq!(
                sent.escape_ascii().to_string(),
                expected.escape_ascii().to_string()
            );
            assert_eq!(rest, b"220 mx");
        }
    }
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "a table")]
async fn every_answer_that_is_a_no() {
    use ProxyFault::{AuthRequired, AuthUnsupported, CannotReach, HungUp, WrongKind};
    let refused = ProxyFault::Refused;
    let rows: [(Kind, Option<&str>, &[u8], ProxyFault); 40] = [
        (
            Kind::Socks5,
            None,
            b"\x05\xff",
            AuthRequired { told: false },
        ),
        (Kind::Socks5, Some("me"), b"\x05\xff", AuthUnsupported),
        (
            Kind::Socks5,
            None,
            b"\x05\x02",
            AuthRequired { told: false },
        ),
        (Kind::Socks5, Some("me"), b"\x05\x01", AuthUnsupported),
        (Kind::Socks5, Some("me"), b"\x05\x07", AuthUnsupported),
        (
            Kind::Socks5,
            Some("me"),
            b"\x05\x02\x01\x01",
            AuthRequired { told: true },
        ),
        (
            Kind::Socks5,
            Some("me"),
            b"\x05\x02\x05\xff",
            AuthRequired { told: true },
        ),
        (Kind::Socks5, Some("me"), b"\x05\x02", HungUp),
        (
            Kind::Socks5,
            Some("me"),
            b"\x05\x02\x09\x00",
            WrongKind { closed: false },
        ),
        (
            Kind::Socks5,
            None,
            b"\x05\x00\x05\x01\x00\x01",
            refused(Refused::Untold),
        ),
        (
            Kind::Socks5,
            None,
            b"\x05\x00\x05\x02\x00\x01",
            refused(Refused::Rule),
        ),
        (
            Kind::Socks5h,
            None,
            b"\x05\x00\x05\x03\x00\x01",
            CannotReach(Beyond::Network),
        ),
        (
            Kind::Socks5h,
            None,
            b"\x05\x00\x05\x04\x00\x01",
            CannotReach(Beyond::Host),
        ),
        (
            Kind::Socks5,
            None,
            b"\x05\x00\x05\x05\x00\x01",
            CannotReach(Beyond::Refused),
        ),
        (
            Kind::Socks5,
            None,
            b"\x05\x00\x05\x06\x00\x01",
            CannotReach(Beyond::Ttl),
        ),
        (
            Kind::Socks5,
            None,
            b"\x05\x00\x05\x07\x00\x01",
            refused(Refused::Command),
        ),
        (
            Kind::Socks5,
            None,
            b"\x05\x00\x05\x08\x00\x01",
            refused(Refused::AddressType),
        ),
        (
            Kind::Socks5,
            None,
            b"\x05\x00\x05\x09\x00\x01",
            refused(Refused::Untold),
        ),
        (
            Kind::Socks5,
            None,
            b"\x05\x00\x05\xf7\x00\x01",
            refused(Refused::Untold),
        ),
        // A bound address of a type that nobody knows.
        (
            Kind::Socks5,
            None,
            b"\x05\x00\x05\x00\x00\x09",
            WrongKind { closed: false },
        ),
        (Kind::Socks5, None, b"\x05\x00\x05\x00\x00\x01\x7f", HungUp),
        (Kind::Socks5, None, b"\x05\x00", HungUp),
        (Kind::Socks5, None, b"", WrongKind { closed: true }),
        (
            Kind::Socks4,
            None,
            b"\x00\x5b\0\0\0\0\0\0",
            refused(Refused::Untold),
        ),
        (
            Kind::Socks4,
            None,
            b"\x00\x5c\0\0\0\0\0\0",
            AuthRequired { told: true },
        ),
        (Kind::Socks4, None, b"\x00\x5d", AuthRequired { told: true }),
        (Kind::Socks4, None, b"\x00\x5f", refused(Refused::Untold)),
        (Kind::Socks4, None, b"\x00\x00", WrongKind { closed: false }),
        (Kind::Socks4, None, b"\x05\xff", WrongKind { closed: false }),
        (Kind::Socks4a, None, b"", WrongKind { closed: true }),
        (Kind::Http, None, b"", WrongKind { closed: true }),
        (Kind::Http, None, b"HTTP/1.1 2", HungUp),
        (Kind::Http, None, b"HTTP/1.1 200 OK\r\nVia: x\r\n", HungUp),
        (Kind::Http, None, b"\x05\xff", WrongKind { closed: false }),
        (
            Kind::Http,
            None,
            b"220 mx.test ESMTP\r\n",
            WrongKind { closed: false },
        ),
        (
            Kind::Http,
            None,
            b"\x15\x03\x01\x00\x02\x02\x28",
            WrongKind { closed: false },
        ),
        (Kind::Http, None, b"<html>", WrongKind { closed: false }),
        (
            Kind::Socks5,
            None,
            b"HTTP/1.1 400 Bad Request\r\n",
            WrongKind { closed: false },
        ),
        (Kind::Socks5, None, b"\x00\x5b", WrongKind { closed: false }),
        (
            Kind::Socks5,
            None,
            b"SSH-2.0-OpenSSH_9.2\r\n",
            WrongKind { closed: false },
        ),
    ];
    for (kind, user, answer, expected) in rows {
        for slow in [false, true] {
            let (done, ..) = played(&proxy(kind, user), place(kind), answer, slow).await;
            let fault = done.expect_err("a no").fault();
            assert_eq!(fault, expected, "{kind:?} {}", answer.escape_ascii());
        }
    }
}

/// What a kind can be told.
fn place(kind: Kind) -> Goal<'static> {
    if kind.looks_names_up() {
        NAME
    } else {
        Goal::Address(([192, 0, 2, 7], 25).into())
    }
}

#[tokio::test]
async fn socks_4_has_no_room_for_ipv6() {
    let goal = Goal::Address("[2001:db8::1]:25".parse().unwrap());
    let (done, sent, _) = played(&proxy(Kind::Socks4, None), goal, b"", false).await;
    let trouble = done.expect_err("a no");
    assert_eq!(trouble.fault(), ProxyFault::Refused(Refused::AddressType));
    assert!(sent.is_empty());
}

#[tokio::test]
async fn who_speaks_instead_is_named() {
    let rows: [(&[u8], Option<&str>); 4] = [
        (b"HTTP/1.1 400 Bad Request\r\n", Some("HTTP")),
        (b"SSH-2.0-OpenSSH_9.2\r\n", Some("SSH")),
        (b"220 mx.test ESMTP\r\n", Some("SMTP")),
        (b"\x15\x03\x01\x00\x02\x02\x28", Some("TLS")),
    ];
    for (answer, expected) in rows {
        let goal = Goal::Address(([192, 0, 2, 7], 25).into());
        let (done, ..) = played(&proxy(Kind::Socks5, None), goal, answer, false).await;
        let ProxyMet::Trouble(met) = done.expect_err("a no").met else {
            panic!("no answer is expected");
        };
        assert_eq!(met.speaks().map(foreign::Speaks::name), expected);
    }
}

#[tokio::test]
async fn floods_end_somewhere() {
    let floods: [(Kind, Vec<u8>); 4] = [
        (Kind::Http, [b"HTTP/".to_vec(), vec![b'x'; 60_000]].concat()),
        (Kind::Http, b"HTTP/1.1 100 x\r\n\r\n".repeat(3000)),
        (
            Kind::Http,
            b"HTTP/1.1 407 x\r\n"
                .iter()
                .copied()
                .chain(b"A: b\r\n".repeat(9000))
                .collect(),
        ),
        (Kind::Socks5, vec![0x41; 60_000]),
    ];
    for (kind, flood) in floods {
        let goal = place(kind);
        let (done, ..) = played(&proxy(kind, None), goal, &flood, false).await;
        assert!(done.is_err(), "{kind:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_silent_proxy_does_not_keep_anybody() {
    let scripts: [(Kind, &[u8], ProxyStep); 5] = [
        (Kind::Http, b"", ProxyStep::Request),
        (Kind::Http, b"HTTP/1.1 200", ProxyStep::Request),
        (Kind::Socks4, b"", ProxyStep::Request),
        (Kind::Socks5, b"\x05", ProxyStep::Method),
        (Kind::Socks5, b"\x05\x00\x05", ProxyStep::Request),
    ];
    for (kind, said, step) in scripts {
        let (mut here, mut there) = duplex(4096);
        there.write_all(said).await.unwrap();
        let proxy = proxy(kind, None);
        let talk = Talk {
            proxy: &proxy,
            password: "",
            wait: wait(),
        };
        let began = Instant::now();
        let trouble = talk.open(&mut here, place(kind)).await;
        let trouble = trouble.expect_err("silence");
        assert_eq!(trouble.step, step);
        let asked = step == ProxyStep::Request;
        assert_eq!(trouble.fault(), ProxyFault::Timeout { asked });
        assert!(began.elapsed() <= Duration::from_secs(4));
    }
}

#[tokio::test]
async fn a_proxy_that_gives_the_password_back_does_not_make_it_known() {
    let answers: [&[u8]; 3] = [
        b"HTTP/1.1 407 pass word bWU6cGFzcyB3b3Jk\r\n\r\n",
        b"HTTP/1.1 403 pass word\r\nX-Squid-Error: bWU6cGFzcyB3b3Jk 1\r\nProxy-Authenticate: bWU6cGFzcyB3b3Jk\r\n\r\n",
        b"pass word",
    ];
    for answer in answers {
        let (done, ..) = played(&proxy(Kind::Http, Some("me")), NAME, answer, false).await;
        let told = format!("{:?}", done.expect_err("a no"));
        assert!(!told.contains("pass word"), "{told}");
        assert!(
            !told.to_ascii_lowercase().contains("bwu6cgfzcyb3b3jk"),
            "{told}"
        );
    }
}
