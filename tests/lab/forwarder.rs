//! A resolver with manners of its own: it asks the real one and spoils what that says.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use serde::Deserialize;

use crate::names::{RESOLVER, SCRIPTED};
use crate::netns::Netns;

const A: u16 = 1;
const AAAA: u16 = 28;
/// The TC bit, in the third byte of a message.
const TRUNCATED: u8 = 0x02;

/// What it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Manner {
    /// Takes questions and answers none.
    Silent,
    /// REFUSED to everybody.
    Refused,
    /// SERVFAIL after three seconds for the lab's domain, because its servers are silent: No Reachable Authority (RFC 8914, 4.23).
    SilentAuthority,
    /// Every name has this one address, and no other records.
    Hijack(Ipv4Addr),
    /// Every answer over UDP is truncated; over TCP it is whole.
    Truncate,
    /// Every answer over UDP is truncated, and over TCP nobody listens.
    TruncateWithoutTcp,
    /// Every name is an alias for another, which is an alias for the name.
    AliasLoop,
    /// The answer is cut in the middle of a record.
    Garbage,
    /// The answer has the identity of another question.
    WrongIdentity,
    /// EDNS is answered with FORMERR, as old boxes do.
    WithoutEdns,
    /// The answer comes after so many milliseconds.
    Slow(u64),
    /// No IPv6 address for anybody (an empty answer).
    WithoutAaaa,
    /// Questions for IPv6 addresses are not answered at all.
    SilentAaaa,
}

/// A running one. Dropping it ends it.
pub(crate) struct Forwarder {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Forwarder {
    /// Starts it at [`SCRIPTED`] on router 1.
    pub(crate) fn start(router: &Netns, manner: Manner) -> Self {
        let here = SocketAddr::new(SCRIPTED.parse::<IpAddr>().expect("an address"), 53);
        let stop = Arc::new(AtomicBool::new(false));
        let mut threads = Vec::new();
        let (udp, tcp, upstream) = router.inside(|| {
            (
                bind(here),
                TcpListener::bind(here).expect("port 53"),
                connected(),
            )
        });
        udp.set_read_timeout(Some(Duration::from_millis(50)))
            .expect("a positive time");
        let stopped = Arc::clone(&stop);
        threads.push(thread::spawn(move || {
            let mut buffer = [0; 4096];
            while !stopped.load(Ordering::Relaxed) {
                match udp.recv_from(&mut buffer) {
                    // Others are answered meanwhile: it is one domain's servers that are waited for.
                    Ok((length, client)) if waits(&buffer[..length], manner) => {
                        let answer = answer(&buffer[..length], manner, &upstream, true);
                        let socket = udp.try_clone().expect("a socket can be cloned");
                        thread::spawn(move || {
                            thread::sleep(Duration::from_secs(3));
                            let _ = socket.send_to(&answer.unwrap_or_default(), client);
                        });
                    }
                    Ok((length, client)) => {
                        if let Some(answer) = answer(&buffer[..length], manner, &upstream, true) {
                            let _ = udp.send_to(&answer, client);
                        }
                    }
                    Err(error)
                        if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
                    // A client that went away.
                    Err(_) => {}
                }
            }
        }));
        // Without a listener the kernel refuses, which is what "nobody listens" means.
        if manner != Manner::TruncateWithoutTcp {
            let upstream = router.inside(connected);
            let stopped = Arc::clone(&stop);
            tcp.set_nonblocking(true)
                .expect("a socket that does not block");
            threads.push(thread::spawn(move || {
                while !stopped.load(Ordering::Relaxed) {
                    match tcp.accept() {
                        Ok((stream, _)) => {
                            let _ = serve_tcp(stream, manner, &upstream);
                        }
                        Err(_) => thread::sleep(Duration::from_millis(5)),
                    }
                }
            }));
        }
        Self { stop, threads }
    }
}

impl Drop for Forwarder {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the lab is the server; the wall holds for the product"
)]
fn bind(address: SocketAddr) -> UdpSocket {
    UdpSocket::bind(address).unwrap_or_else(|error| panic!("{address}: {error}"))
}

/// A way to the real resolver.
fn connected() -> UdpSocket {
    let socket = bind(SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0)));
    socket
        .connect((RESOLVER, 53))
        .expect("an address of our own");
    socket
        .set_read_timeout(Some(Duration::from_secs(5)))
        .expect("a positive time");
    socket
}

/// One question and one answer, each behind its length (RFC 1035, section 4.2.2).
fn serve_tcp(mut stream: TcpStream, manner: Manner, upstream: &UdpSocket) -> std::io::Result<()> {
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let mut length = [0; 2];
    stream.read_exact(&mut length)?;
    let mut query = vec![0; usize::from(u16::from_be_bytes(length))];
    stream.read_exact(&mut query)?;
    if let Some(answer) = answer(&query, manner, upstream, false) {
        let length = u16::try_from(answer.len()).map_err(std::io::Error::other)?;
        stream.write_all(&[&length.to_be_bytes(), answer.as_slice()].concat())?;
    }
    Ok(())
}

/// Whether the answer takes three seconds: it is about the lab's own domain, whose servers are silent.
fn waits(query: &[u8], manner: Manner) -> bool {
    let domain = b"\x07example\x04test\0";
    manner == Manner::SilentAuthority && query.windows(domain.len()).any(|part| part == domain)
}

/// The answer to one query; none when there is to be none.
fn answer(query: &[u8], manner: Manner, upstream: &UdpSocket, udp: bool) -> Option<Vec<u8>> {
    let end = question_end(query)?;
    let kind = u16::from_be_bytes([query[end - 4], query[end - 3]]);
    match manner {
        Manner::Silent => None,
        Manner::Refused => Some(bare(query, end, 5)),
        Manner::SilentAuthority if !waits(query, manner) => ask(query, upstream),
        Manner::SilentAuthority => {
            let mut answer = bare(query, end, 2);
            answer[11] = 1;
            // The root's name, OPT, 1232 bytes, no flags; six bytes of data: option 15 with two bytes, code 22.
            answer.extend([0, 0, 41, 4, 0xd0, 0, 0, 0, 0, 0, 6, 0, 15, 0, 2, 0, 22]);
            Some(answer)
        }
        Manner::Hijack(address) => Some(with_address(query, end, kind, address)),
        Manner::Truncate | Manner::TruncateWithoutTcp if udp => {
            let mut answer = bare(query, end, 0);
            answer[2] |= TRUNCATED;
            Some(answer)
        }
        Manner::AliasLoop => Some(with_alias_loop(query, end)),
        Manner::Garbage => {
            let mut answer = ask(query, upstream)?;
            answer.truncate(end + 5);
            // It claims a record that it does not hold.
            answer[6..8].copy_from_slice(&[0, 1]);
            Some(answer)
        }
        Manner::WrongIdentity => {
            let mut answer = ask(query, upstream)?;
            answer[0] ^= 0xff;
            Some(answer)
        }
        Manner::WithoutEdns if query[10..12] != [0, 0] => Some(bare(query, end, 1)),
        Manner::Slow(milliseconds) => {
            thread::sleep(Duration::from_millis(milliseconds));
            ask(query, upstream)
        }
        Manner::WithoutAaaa if kind == AAAA => Some(bare(query, end, 0)),
        Manner::SilentAaaa if kind == AAAA => None,
        Manner::Truncate
        | Manner::TruncateWithoutTcp
        | Manner::WithoutEdns
        | Manner::WithoutAaaa
        | Manner::SilentAaaa => ask(query, upstream),
    }
}

fn ask(query: &[u8], upstream: &UdpSocket) -> Option<Vec<u8>> {
    upstream.send(query).ok()?;
    let mut answer = [0; 4096];
    loop {
        let length = upstream.recv(&mut answer).ok()?;
        // What is left of an earlier question is not for this one.
        if length >= 12 && answer[..2] == query[..2] {
            return Some(answer[..length].to_vec());
        }
    }
}

/// Where the question ends, its type and class included.
fn question_end(query: &[u8]) -> Option<usize> {
    let mut at = 12;
    loop {
        let length = usize::from(*query.get(at)?);
        at += 1 + length;
        if length == 0 {
            return (at + 4 <= query.len()).then_some(at + 4);
        }
    }
}

/// The question again and a response code, and nothing else.
fn bare(query: &[u8], end: usize, code: u8) -> Vec<u8> {
    let mut answer = query[..end].to_vec();
    answer[2] = 0x80 | query[2] & 1;
    answer[3] = 0x80 | code;
    answer[4..12].copy_from_slice(&[0, 1, 0, 0, 0, 0, 0, 0]);
    answer
}

/// One address record for whatever name; nothing for what is no IPv4 address.
fn with_address(query: &[u8], end: usize, kind: u16, address: Ipv4Addr) -> Vec<u8> {
    let mut answer = bare(query, end, 0);
    if kind == A {
        answer[7] = 1;
        // The name is that of the question; type A, class IN; one minute.
        answer.extend([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4]);
        answer.extend(address.octets());
    }
    answer
}

/// The name is an alias for `alias.` and its own name, and that one for the name again.
fn with_alias_loop(query: &[u8], end: usize) -> Vec<u8> {
    let mut answer = bare(query, end, 0);
    answer[7] = 2;
    // The first record: owner as in the question; CNAME, IN, one minute; a label and a pointer to the question.
    answer.extend([0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 8, 5]);
    let other = u8::try_from(answer.len() - 1).expect("a question is short");
    answer.extend(b"alias\xc0\x0c");
    // The second record: owner as in the data of the first, which is what it points back to.
    answer.extend([0xc0, other, 0, 5, 0, 1, 0, 0, 0, 60, 0, 2, 0xc0, 12]);
    answer
}
