//! A connection to a server through a proxy: after the tunnel is open, what comes over the stream comes from there.

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::trouble;
use crate::failure::{Permanence, Rejection, Trouble};
use crate::wire::proxy::{self, Goal, Kind};
use crate::wire::{Malformed, Text, foreign};

/// Has the proxy at the other end of `stream` connect to `goal`. The caller bounds the wait.
pub(super) async fn open<S>(kind: Kind, stream: &mut S, goal: &Goal) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    match kind {
        Kind::Socks5 { .. } => {
            say(stream, &proxy::SOCKS5_HELLO).await?;
            if !hear(stream, proxy::method).await? {
                return Err(refused("SOCKS5 FF no acceptable methods".into()));
            }
            say(stream, &proxy::request(goal)).await?;
            match hear(stream, proxy::answer).await? {
                0 => Ok(()),
                code => {
                    let name = proxy::reply_name(code);
                    Err(refused(format!("SOCKS5 {code:02X} {name}").as_str().into()))
                }
            }
        }
        Kind::Http => {
            say(stream, proxy::connect(goal).as_bytes()).await?;
            let head = hear(stream, proxy::head).await?;
            if head.opens {
                Ok(())
            } else {
                Err(refused(head.status))
            }
        }
    }
}

async fn say<S>(stream: &mut S, bytes: &[u8]) -> Result<(), Trouble>
where
    S: AsyncWrite + Unpin,
{
    let said = stream.write_all(bytes).await;
    said.map_err(|error| trouble(&error, Text::default()))
}

/// Reads until `parse` has a value, byte by byte: what follows it is the server's.
async fn hear<S, T>(
    stream: &mut S,
    parse: impl Fn(&[u8]) -> Result<Option<(T, usize)>, Malformed>,
) -> Result<T, Trouble>
where
    S: AsyncRead + Unpin,
{
    let mut received = Vec::new();
    loop {
        match parse(&received) {
            Ok(Some((value, _))) => return Ok(value),
            Ok(None) => {}
            Err(_) => {
                return Err(Trouble::Malformed {
                    speaks: foreign::identify(&received),
                    received: Text(received),
                });
            }
        }
        match stream.read_u8().await {
            Ok(byte) => received.push(byte),
            Err(error) => return Err(trouble(&error, Text(received))),
        }
    }
}

fn refused(words: Text) -> Trouble {
    Trouble::Rejected(Rejection {
        reply: vec![words],
        permanence: Permanence::Permanent,
    })
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::io::duplex;
    use tokio::time::Instant;

    use super::super::{Wait, within};
    use super::*;

    /// What the client makes of a proxy that says `answer`, what it sent, and what is left for the server's words.
    async fn played(
        kind: Kind,
        goal: &Goal,
        answer: &[u8],
    ) -> (Result<(), Trouble>, Vec<u8>, Vec<u8>) {
        let (mut here, mut there) = duplex(4096);
        there.write_all(answer).await.unwrap();
        let done = open(kind, &mut here, goal).await;
        here.shutdown().await.unwrap();
        let (mut sent, mut rest) = (Vec::new(), Vec::new());
        there.read_to_end(&mut sent).await.unwrap();
        drop(there);
        here.read_to_end(&mut rest).await.unwrap();
        (done, sent, rest)
    }

    #[tokio::test]
    async fn tunnels_end_where_the_servers_words_begin() {
        let name = Goal::Name("mx.test".to_owned(), 25);
        let v6 = Goal::Address("[::1]:587".parse().unwrap());
        let socks = Kind::Socks5 { names: true };
        let rows: [(Kind, &Goal, &[u8], &[u8]); 4] = [
            (
                socks,
                &name,
                b"\x05\x00\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x19",
                b"\x05\x01\x00\x05\x01\x00\x03\x07mx.test\x00\x19",
            ),
            (
                socks,
                &v6,
                b"\x05\x00\x05\x00\x00\x03\x02ab\x00\x19",
                b"\x05\x01\x00\x05\x01\x00\x04\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x02\x4b",
            ),
            (
                Kind::Http,
                &name,
                b"HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\n",
                b"CONNECT mx.test:25 HTTP/1.1\r\nHost: mx.test:25\r\n\r\n",
            ),
            (
                Kind::Http,
                &v6,
                b"HTTP/1.0 200\r\n\r\n",
                b"CONNECT [::1]:587 HTTP/1.1\r\nHost: [::1]:587\r\n\r\n",
            ),
        ];
        for (kind, goal, answer, expected) in rows {
            let answer = [answer, b"220 mx"].concat();
            let (done, sent, rest) = played(kind, goal, &answer).await;
            assert_eq!(done, Ok(()), "{goal}");
            assert_eq!(
                sent.escape_ascii().to_string(),
                expected.escape_ascii().to_string()
            );
            assert_eq!(rest, b"220 mx");
        }
    }

    #[tokio::test]
    async fn a_proxy_that_refuses_or_is_none() {
        let goal = Goal::Name("mx.test".to_owned(), 25);
        let socks = Kind::Socks5 { names: true };
        let rows: [(Kind, &[u8], &str); 6] = [
            (
                socks,
                b"\x05\x00\x05\x05\x00\x01",
                "SOCKS5 05 Connection refused",
            ),
            (socks, b"\x05\xff", "SOCKS5 FF no acceptable methods"),
            (socks, b"HTTP/1.1 400 Bad Request\r\n", "malformed"),
            (
                Kind::Http,
                b"HTTP/1.1 403 Forbidden\r\n\r\n",
                "HTTP/1.1 403 Forbidden",
            ),
            (
                Kind::Http,
                b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n",
                "HTTP/1.1 407",
            ),
            (Kind::Http, b"220 mx.test ESMTP\r\n", "malformed"),
        ];
        for (kind, answer, expected) in rows {
            let (done, ..) = played(kind, &goal, answer).await;
            let seen = match done.unwrap_err() {
                Trouble::Rejected(no) => no.reply[0].to_lossy().into_owned(),
                Trouble::Malformed { .. } => "malformed".to_owned(),
                other => panic!("{other:?}"),
            };
            assert!(seen.starts_with(expected), "{seen}");
        }
        let endless = vec![b'H'; 5]
            .into_iter()
            .chain(std::iter::repeat_n(b'x', 99));
        let (done, ..) = played(Kind::Http, &goal, &endless.collect::<Vec<_>>()).await;
        assert!(matches!(done, Err(Trouble::Malformed { .. })));
    }

    #[tokio::test(start_paused = true)]
    async fn a_silent_proxy_does_not_keep_anybody() {
        let (mut here, _there) = duplex(64);
        let goal = Goal::Name("mx.test".to_owned(), 25);
        let wait = Wait {
            limit: Duration::from_secs(2),
            deadline: Instant::now() + Duration::from_secs(60),
        };
        let done = within(wait, open(Kind::Http, &mut here, &goal)).await;
        assert!(done.is_err());
    }
}
