//! One question to one server: a datagram, and a stream where the datagram was too small.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use hickory_proto::op::Message;
use tokio::io::{AsyncReadExt, AsyncWriteExt, Interest};
use tokio::net::{TcpStream, UdpSocket};
use tokio::task::yield_now;

use super::message::{Read, Sent};
use crate::facts::DnsOutcome;
use crate::net::{os_error, system};

/// More than any server sends in one datagram: our questions allow 1232 bytes (see `message`), and servers that do not
/// look at that know 4096 as the usual limit of EDNS (RFC 6891 section 6.2.5).
const DATAGRAM_MAX: usize = 4096;

/// Asks over UDP and waits for the answer; the caller bounds the wait. Packets that are no answer are passed over and
/// noted in `outcome`, so that silence and nonsense stay apart when the wait is cut short.
///
/// The socket is connected: so a closed port at the server is an error at once, and nobody else can answer.
pub(super) async fn udp(
    server: SocketAddr,
    sent: &Sent,
    outcome: &mut DnsOutcome,
) -> Result<Message, DnsOutcome> {
    let failed = |error: io::Error| DnsOutcome::Os(os_error(&error));
    let socket = connected(server).await.map_err(failed)?;
    socket.send(&sent.bytes).await.map_err(failed)?;
    let mut buffer = vec![0; DATAGRAM_MAX];
    loop {
        let length = receive(&socket, &mut buffer).await.map_err(failed)?;
        match sent.read(&buffer[..length]) {
            Read::Reply(message) => return Ok(message),
            Read::Broken => return Err(DnsOutcome::Malformed),
            Read::Stranger => *outcome = DnsOutcome::Malformed,
        }
    }
}

/// Waits for a datagram or an error.
///
/// A socket can be called readable for good while there is nothing to read: Wine does so with one that a router's or a
/// host's refusal has reached. The error is asked for then, and the clock of the caller has its turn.
async fn receive(socket: &UdpSocket, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        socket.ready(Interest::READABLE | Interest::ERROR).await?;
        match socket.try_recv(buffer) {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            done => return done,
        }
        if let Some(error) = socket.take_error()? {
            return Err(error);
        }
        // What the socket was woken for is gone.
        let nothing = || Err::<(), _>(io::ErrorKind::WouldBlock.into());
        let _ = socket.try_io(Interest::ERROR, nothing);
        yield_now().await;
    }
}

/// Asks over TCP (RFC 7766); the caller bounds the wait.
pub(super) async fn tcp(server: SocketAddr, sent: &Sent) -> Result<Message, DnsOutcome> {
    let bytes = over_stream(server, &sent.bytes)
        .await
        .map_err(|error| DnsOutcome::Os(os_error(&error)))?;
    match sent.read(&bytes) {
        Read::Reply(message) => Ok(message),
        Read::Broken | Read::Stranger => Err(DnsOutcome::Malformed),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the place that the wall leaves open for datagrams"
)]
async fn connected(server: SocketAddr) -> io::Result<UdpSocket> {
    let any: IpAddr = match server {
        SocketAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
        SocketAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
    };
    let socket = UdpSocket::bind((any, 0)).await?;
    // Has the kernel hand on what routers say: without that, Linux keeps "host unreachable" to itself and the wait lasts
    // to its end (ip(7), `IP_RECVERR`). Where the kernel refuses, the answer is a time-out, as everywhere else.
    let _ = system::keep_icmp_errors(&socket, server, true);
    socket.connect(server).await?;
    Ok(socket)
}

#[expect(
    clippy::disallowed_methods,
    reason = "a resolver is no check: its connection belongs to the lookup and to nothing else"
)]
async fn over_stream(server: SocketAddr, question: &[u8]) -> io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(server).await?;
    let length = u16::try_from(question.len()).map_err(io::Error::other)?;
    // One write: RFC 7766 section 8 asks for the length and the message in one segment.
    let framed = [&length.to_be_bytes(), question].concat();
    stream.write_all(&framed).await?;
    let length = stream.read_u16().await?;
    let mut answer = vec![0; usize::from(length)];
    stream.read_exact(&mut answer).await?;
    Ok(answer)
}
