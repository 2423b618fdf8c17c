//! Whether the server can be reached through the proxy that is configured here, where every direct way was silent.

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::{Asking, in_silence, server_name, talk};
use crate::facts::{Check, Facts, ProxyAttempt, RecordData, RecordKind};
use crate::failure::{Class, Permanence, Rejection, ResolveTrouble, Stage, Trouble};
use crate::net;
use crate::wire::Text;

/// Bytes of an HTTP proxy's answer that are read before it is taken for something else.
const MAX_HEAD: usize = 8192;
/// Where no port is named (curl(1), `--proxy`).
const USUAL_PORT: u16 = 1080;

pub(super) async fn ask(asking: Asking<'_>, facts: &Facts) -> Option<ProxyAttempt> {
    let check = silent_everywhere(facts)?;
    let mut known = facts.vantage.proxies.iter();
    let (shown, proxy) = known.find_map(|url| Some((url, Proxy::parse(url)?)))?;
    Some(ProxyAttempt {
        proxy: shown.clone(),
        check,
        outcome: first_line(asking, facts, &proxy, &facts.checks[check]).await,
    })
}

/// Whether there is anything to ask a proxy for.
pub(super) fn is_worth_a_try(facts: &Facts) -> bool {
    !facts.vantage.proxies.is_empty() && silent_everywhere(facts).is_some()
}

/// The first check, if every connect of every check was met with silence.
fn silent_everywhere(facts: &Facts) -> Option<usize> {
    let is_silent = |check: &Check| {
        check.failure.as_ref().is_some_and(|failure| {
            failure.stage == Stage::Connect
                && failure.class == Class::Timeout
                && !matches!(failure.trouble, Trouble::Deadline { .. })
        })
    };
    let mut tried = facts.checks.iter().enumerate();
    let mut tried = tried
        .by_ref()
        .filter(|(_, check)| !check.skipped)
        .peekable();
    let (first, _) = *tried.peek()?;
    tried.all(|(_, check)| is_silent(check)).then_some(first)
}

async fn first_line(
    asking: Asking<'_>,
    facts: &Facts,
    proxy: &Proxy,
    check: &Check,
) -> Result<Text, Trouble> {
    let address = find(asking, proxy).await?;
    let mut line = talk::connect(asking, address).await?;
    let goal = Goal::of(facts, check, proxy.kind);
    let tunnel = proxy.kind.tunnel(&mut line.stream, &goal);
    let tunnel = net::within(asking.budget.wait(), tunnel).await;
    tunnel.map_err(in_silence)??;
    let service = check.endpoint.service;
    let words = talk::first_words(
        asking,
        line.stream,
        service.protocol(),
        service.security(),
        server_name(asking.visit, facts, check),
    );
    Ok(words.await?.into_iter().next().unwrap_or_default())
}

/// The proxy's address.
async fn find(asking: Asking<'_>, proxy: &Proxy) -> Result<SocketAddr, Trouble> {
    let end = |address| SocketAddr::new(address, proxy.port);
    if let Ok(address) = proxy.host.parse() {
        return Ok(end(address));
    }
    if let Some(&address) = asking.visit.resolver.known_here(&proxy.host).first() {
        return Ok(end(address));
    }
    let wait = asking.budget.wait();
    let kinds = [RecordKind::A, RecordKind::Aaaa];
    let resolver = asking.visit.resolver;
    let answer = resolver.lookup_host(&proxy.host, &kinds, wait).await;
    let mut records = answer.answers.iter().map(|answer| &answer.records);
    let why = records
        .clone()
        .find_map(|records| records.trouble().cloned());
    let found = records.find_map(|records| records.found()?.iter().find_map(RecordData::address));
    found
        .map(end)
        .ok_or_else(|| Trouble::Resolve(why.unwrap_or(ResolveTrouble::NoData)))
}

/// What the environment names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Proxy {
    kind: Kind,
    host: String,
    port: u16,
}

/// How a proxy is spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// RFC 1928. `names`: the proxy looks the name up (`socks5h`).
    Socks5 { names: bool },
    /// CONNECT (RFC 9110 section 9.3.6).
    Http,
}

impl Proxy {
    /// Reads a proxy's URL as curl does; `None` for those that mailcheck cannot speak to.
    fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://").unwrap_or(("http", url));
        let kind = match scheme.to_ascii_lowercase().as_str() {
            "socks5" | "socks" => Kind::Socks5 { names: false },
            "socks5h" => Kind::Socks5 { names: true },
            "http" => Kind::Http,
            _ => return None,
        };
        let place = rest.split('/').next().unwrap_or_default();
        let (host, port) = match place
            .strip_prefix('[')
            .and_then(|rest| rest.split_once(']'))
        {
            Some((host, rest)) => (host, rest.strip_prefix(':')),
            None => match place.rsplit_once(':') {
                Some((host, port)) => (host, Some(port)),
                None => (place, None),
            },
        };
        let port = port.map_or(Ok(USUAL_PORT), str::parse).ok()?;
        (!host.is_empty()).then(|| Self {
            kind,
            host: host.to_owned(),
            port,
        })
    }
}

/// Where the proxy shall connect to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Goal {
    Name(String, u16),
    Address(SocketAddr),
}

impl Goal {
    /// The host by its name where the proxy looks names up, and the DNS gave the address; else the address.
    fn of(facts: &Facts, check: &Check, kind: Kind) -> Self {
        use crate::facts::AddressSource::{ConnectTo, Dns, HostsFile, Literal};
        let port = check.endpoint.port;
        let host = facts.hosts.get(check.host);
        let by_name = match host.map(|host| host.source) {
            Some(Dns) => kind != Kind::Socks5 { names: false },
            Some(ConnectTo | HostsFile | Literal) | None => false,
        };
        match (check.address, host) {
            (Some(address), _) if !by_name => Self::Address(SocketAddr::new(address, port)),
            (_, host) => Self::Name(host.map_or_else(String::new, |h| h.name.clone()), port),
        }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name, port) => write!(f, "{name}:{port}"),
            Self::Address(address) => address.fmt(f),
        }
    }
}

impl Kind {
    /// Has the proxy connect to `goal`; what comes over the stream after that comes from there. The caller bounds the
    /// wait.
    async fn tunnel<S>(self, stream: &mut S, goal: &Goal) -> Result<(), Trouble>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let mut received = Vec::new();
        let done = match self {
            Self::Socks5 { .. } => socks5(stream, goal, &mut received).await,
            Self::Http => connect(stream, goal, &mut received).await,
        };
        match done {
            Ok(None) => Ok(()),
            Ok(Some(refusal)) => Err(refusal),
            Err(error) => Err(net::trouble(&error, Text(received))),
        }
    }
}

/// RFC 1928, without authentication: no password is ever sent.
async fn socks5<S>(
    stream: &mut S,
    goal: &Goal,
    received: &mut Vec<u8>,
) -> std::io::Result<Option<Trouble>>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    stream.write_all(&[5, 1, 0]).await?;
    match read_exactly(stream, received, 2).await?[..] {
        [5, 0] => {}
        [5, 0xff] => return Ok(Some(refused("SOCKS5 FF no acceptable methods"))),
        _ => return Ok(Some(no_proxy(received))),
    }
    stream.write_all(&request(goal)).await?;
    let head = read_exactly(stream, received, 4).await?;
    let &[5, code, _, kind] = &head[..] else {
        return Ok(Some(no_proxy(received)));
    };
    if code != 0 {
        return Ok(Some(refused(&format!(
            "SOCKS5 {code:02X} {}",
            reply_name(code)
        ))));
    }
    // The address that it bound is of no interest; it stands before the server's first byte.
    let length = match kind {
        1 => 4,
        4 => 16,
        3 => usize::from(read_exactly(stream, received, 1).await?[0]),
        _ => return Ok(Some(no_proxy(received))),
    };
    read_exactly(stream, received, length + 2).await?;
    Ok(None)
}

fn request(goal: &Goal) -> Vec<u8> {
    let mut request = vec![5, 1, 0];
    let port = match goal {
        Goal::Address(address) => {
            match address.ip() {
                IpAddr::V4(v4) => request.extend([1].iter().chain(&v4.octets())),
                IpAddr::V6(v6) => request.extend([4].iter().chain(&v6.octets())),
            }
            address.port()
        }
        Goal::Name(name, port) => {
            // Host names have 253 bytes at the most.
            request.extend([3, u8::try_from(name.len()).unwrap_or(u8::MAX)]);
            request.extend(name.bytes().take(usize::from(u8::MAX)));
            *port
        }
    };
    request.extend(port.to_be_bytes());
    request
}

/// The words of RFC 1928 section 6.
fn reply_name(code: u8) -> &'static str {
    match code {
        1 => "general SOCKS server failure",
        2 => "connection not allowed by ruleset",
        3 => "Network unreachable",
        4 => "Host unreachable",
        5 => "Connection refused",
        6 => "TTL expired",
        7 => "Command not supported",
        8 => "Address type not supported",
        _ => "unassigned",
    }
}

/// CONNECT over HTTP/1.1. The head is read byte by byte: what follows it is the server's.
async fn connect<S>(
    stream: &mut S,
    goal: &Goal,
    received: &mut Vec<u8>,
) -> std::io::Result<Option<Trouble>>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let request = format!("CONNECT {goal} HTTP/1.1\r\nHost: {goal}\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    while !received.ends_with(b"\r\n\r\n") {
        let is_http = received.starts_with(&b"HTTP/"[..received.len().min(5)]);
        if !is_http || received.len() >= MAX_HEAD {
            return Ok(Some(no_proxy(received)));
        }
        received.push(stream.read_u8().await?);
    }
    let status = received.split(|byte| *byte == b'\r').next();
    let status = status.unwrap_or_default();
    let mut words = status.split(|byte| *byte == b' ');
    // RFC 9110 section 9.3.6: any 2xx switches to the tunnel.
    let code = words.nth(1).unwrap_or_default();
    if code.len() == 3 && code.starts_with(b"2") {
        return Ok(None);
    }
    Ok(Some(refused(&String::from_utf8_lossy(status))))
}

async fn read_exactly<S>(
    stream: &mut S,
    received: &mut Vec<u8>,
    length: usize,
) -> std::io::Result<Vec<u8>>
where
    S: AsyncRead + Unpin,
{
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes).await?;
    received.extend(&bytes);
    Ok(bytes)
}

fn refused(words: &str) -> Trouble {
    Trouble::Rejected(Rejection {
        reply: vec![Text(words.as_bytes().to_vec())],
        permanence: Permanence::Permanent,
    })
}

fn no_proxy(received: &[u8]) -> Trouble {
    Trouble::Malformed {
        received: Text(received.to_vec()),
        speaks: crate::wire::foreign::identify(received),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::io::duplex;
    use tokio::time::Instant;

    use super::super::tests::{facts, failed, fine, timed_out};
    use super::*;
    use crate::facts::AddressSource;
    use crate::net::Wait;
    use crate::service::Service;

    #[test]
    fn proxies_as_people_name_them() {
        let socks = |names| Kind::Socks5 { names };
        let rows = [
            (
                "socks5://proxy.test:9050",
                Some((socks(false), "proxy.test", 9050)),
            ),
            (
                "socks5h://proxy.test",
                Some((socks(true), "proxy.test", 1080)),
            ),
            ("SOCKS://192.0.2.1:1", Some((socks(false), "192.0.2.1", 1))),
            (
                "http://proxy.test:3128/",
                Some((Kind::Http, "proxy.test", 3128)),
            ),
            ("proxy.test:8080", Some((Kind::Http, "proxy.test", 8080))),
            (
                "http://[2001:db8::1]:3128",
                Some((Kind::Http, "2001:db8::1", 3128)),
            ),
            (
                "http://[2001:db8::1]",
                Some((Kind::Http, "2001:db8::1", 1080)),
            ),
            ("https://proxy.test", None),
            ("socks4://proxy.test", None),
            ("http://:3128", None),
            ("http://proxy.test:port", None),
        ];
        for (url, expected) in rows {
            let proxy = Proxy::parse(url);
            let seen = proxy.as_ref().map(|p| (p.kind, p.host.as_str(), p.port));
            assert_eq!(seen, expected, "{url}");
        }
    }

    #[test]
    fn only_silence_everywhere_calls_for_the_proxy() {
        let silent = || failed(Service::Smtp, Stage::Connect, timed_out());
        let cut = || {
            let received = Text::default();
            failed(
                Service::Smtp,
                Stage::Connect,
                Trouble::Deadline { received },
            )
        };
        let skipped = || Check {
            skipped: true,
            failure: None,
            ..silent()
        };
        let rows = [
            (vec![], None),
            (vec![silent(), silent()], Some(0)),
            (vec![skipped(), silent()], Some(1)),
            (vec![silent(), fine(Service::Imaps)], None),
            (vec![cut()], None),
            (
                vec![failed(Service::Smtp, Stage::Greeting, timed_out())],
                None,
            ),
        ];
        for (checks, expected) in rows {
            assert_eq!(silent_everywhere(&facts(checks)), expected);
        }
    }

    #[test]
    fn names_go_to_the_proxy_where_it_looks_them_up() {
        let mut facts = facts(vec![fine(Service::Smtp)]);
        facts.hosts[0].name = "mx.example.com".to_owned();
        let goal = |facts: &Facts, kind| Goal::of(facts, &facts.checks[0], kind).to_string();
        assert_eq!(goal(&facts, Kind::Http), "mx.example.com:25");
        assert_eq!(
            goal(&facts, Kind::Socks5 { names: true }),
            "mx.example.com:25"
        );
        assert_eq!(
            goal(&facts, Kind::Socks5 { names: false }),
            "203.0.113.25:25"
        );
        facts.hosts[0].source = AddressSource::ConnectTo;
        assert_eq!(goal(&facts, Kind::Http), "203.0.113.25:25");
        facts.checks[0].address = Some("2001:db8::1".parse().unwrap());
        assert_eq!(goal(&facts, Kind::Http), "[2001:db8::1]:25");
    }

    /// What the client makes of a proxy that says `answer`, what it sent, and what is left for the server's words.
    async fn played(
        kind: Kind,
        goal: &Goal,
        answer: &[u8],
    ) -> (Result<(), Trouble>, Vec<u8>, Vec<u8>) {
        let (mut here, mut there) = duplex(4096);
        there.write_all(answer).await.unwrap();
        let done = kind.tunnel(&mut here, goal).await;
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
        let done = net::within(wait, Kind::Http.tunnel(&mut here, &goal)).await;
        assert!(done.is_err());
    }
}
