//! Clients that do no more than they must, with the same libraries.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use futures_util::stream::{self, StreamExt};
use rustls::client::Resumption;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpStream, UdpSocket};
use tokio_rustls::TlsConnector;

use super::cost;

/// At once, as many as the binary has.
const AT_ONCE: usize = 256;
/// Questions at once, as many as the binary begins with.
const QUESTIONS_AT_ONCE: usize = 50;

/// Connect, handshake, and the same five lines: PORT MANY CA-FILE.
pub(crate) fn sessions(arguments: &[String]) {
    let [port, many, ca_file] = arguments else {
        panic!("PORT MANY CA-FILE");
    };
    let (port, many): (u16, u32) = (number(port), number(many));
    let mut roots = RootCertStore::empty();
    let certificates = CertificateDer::pem_file_iter(ca_file).expect("a file");
    roots.add_parsable_certificates(certificates.flatten());
    let mut config =
        ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("its own versions")
            .with_root_certificates(roots)
            .with_no_client_auth();
    // Each address stands for a server of its own: none would take up a session of another's, though all have one name here.
    config.resumption = Resumption::disabled();
    let connector = TlsConnector::from(Arc::new(config));
    block_on(async {
        let sessions = stream::iter(1..=many).map(|number| {
            let address = format!("{}:{port}", cost::address(number));
            session(address.parse().expect("an address"), &connector)
        });
        let mut sessions = sessions.buffer_unordered(AT_ONCE);
        while let Some(ended) = sessions.next().await {
            ended.expect("the server is healthy");
        }
    });
}

async fn session(address: SocketAddr, connector: &TlsConnector) -> io::Result<()> {
    let stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let mut plain = BufReader::new(stream);
    reply(&mut plain).await?;
    ask(&mut plain, "EHLO client.test\r\n").await?;
    ask(&mut plain, "STARTTLS\r\n").await?;
    let name = ServerName::try_from("mail.test").map_err(io::Error::other)?;
    let mut secret = BufReader::new(connector.connect(name, plain.into_inner()).await?);
    ask(&mut secret, "EHLO client.test\r\n").await?;
    ask(&mut secret, "QUIT\r\n").await
}

async fn ask<S: AsyncRead + AsyncWrite + Unpin>(
    line: &mut BufReader<S>,
    words: &str,
) -> io::Result<()> {
    line.write_all(words.as_bytes()).await?;
    line.flush().await?;
    reply(line).await
}

async fn reply<S: AsyncRead + AsyncWrite + Unpin>(line: &mut BufReader<S>) -> io::Result<()> {
    loop {
        let mut text = String::new();
        if line.read_line(&mut text).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if text.as_bytes().get(3) != Some(&b'-') {
            return Ok(());
        }
    }
}

/// Asks a resolver for the addresses of names, each over a socket of its own: PORT MANY.
pub(crate) fn questions(arguments: &[String]) {
    let [port, many] = arguments else {
        panic!("PORT MANY");
    };
    let server = SocketAddr::from((Ipv4Addr::LOCALHOST, number(port)));
    block_on(async {
        let asked = stream::iter(1..=number::<u32>(many)).map(|number| question(server, number));
        let mut asked = asked.buffer_unordered(QUESTIONS_AT_ONCE);
        while asked.next().await.is_some() {}
    });
}

async fn question(server: SocketAddr, number: u32) {
    let name = format!("n{number}");
    let mut bytes = vec![0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    for label in [name.as_str(), "names", "test"] {
        bytes.push(u8::try_from(label.len()).expect("a short label"));
        bytes.extend(label.bytes());
    }
    bytes.extend([0, 0, 1, 0, 1]);
    let socket = UdpSocket::bind("127.0.0.1:0").await.expect("a free port");
    socket.connect(server).await.expect("a way");
    for _ in 0..3 {
        let mut answer = [0; 512];
        socket.send(&bytes).await.expect("it goes out");
        let heard = tokio::time::timeout(Duration::from_secs(2), socket.recv(&mut answer));
        if heard.await.is_ok() {
            return;
        }
    }
}

pub(crate) fn number<T: std::str::FromStr>(text: &str) -> T {
    text.parse().ok().expect("a number")
}

pub(crate) fn block_on(work: impl Future<Output = ()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("a runtime").block_on(work);
}
