use std::io::Write as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::time::Instant;
use tokio_rustls::TlsAcceptor;

use super::*;
use crate::net::Machine;
use crate::net::dns::Resolver;
use crate::plan::Plan;
use crate::plan::Roots;

const NAME: &str = "autoconfig.example.test";

fn wait() -> Wait {
    Wait {
        limit: Duration::from_secs(20),
        deadline: Instant::now() + Duration::from_secs(60),
    }
}

/// A server that answers one request with `answer`, whom it can be trusted by, and what it was asked.
async fn server(
    answer: Vec<u8>,
) -> (
    SocketAddr,
    Trust,
    tokio::task::JoinHandle<Result<Vec<u8>, std::io::Error>>,
) {
    let made = rcgen::generate_simple_self_signed([NAME.to_owned()]).expect("a certificate");
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(made.cert.pem().as_bytes()).expect("written");
    let trust = Trust::load(&Roots::File(file.path().to_owned())).expect("trust");
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .expect("a configuration");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let serving = tokio::spawn(async move {
        let (stream, _) = listener.accept().await?;
        let mut stream = TlsAcceptor::from(Arc::new(config)).accept(stream).await?;
        let mut asked = Vec::new();
        while !asked.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            if stream.read(&mut byte).await? == 0 {
                break;
            }
            asked.push(byte[0]);
        }
        stream.write_all(&answer).await?;
        stream.shutdown().await?;
        Ok(asked)
    });
    (address, trust, serving)
}

/// The way straight to a server.
fn door() -> Door<'static> {
    let machine: &Machine = Box::leak(Box::new(Machine::open(&Plan::default()).expect("it opens")));
    let resolver = Box::leak(Box::new(Resolver::of(machine)));
    Door::of(machine, resolver)
}

async fn fetched(answer: &[u8]) -> Result<Fetched, FetchTrouble> {
    let (address, trust, _) = server(answer.to_vec()).await;
    get(
        door(),
        Goal::Address(address),
        NAME,
        "/mail/config-v1.1.xml",
        &trust,
        1024,
        wait(),
    )
    .await
}

#[tokio::test]
async fn a_document_comes_with_its_type() {
    let answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: 5\r\n\r\n<a/>\n";
    let (address, trust, serving) = server(answer.to_vec()).await;
    let fetched = get(
        door(),
        Goal::Address(address),
        NAME,
        "/a?b=c",
        &trust,
        1024,
        wait(),
    )
    .await;
    let fetched = fetched.expect("an answer");
    assert_eq!(fetched.status, 200);
    assert_eq!(
        fetched.media_type.as_deref(),
        Some("text/xml; charset=utf-8")
    );
    assert_eq!(fetched.body, b"<a/>\n");
    assert!(!fetched.cut);
    assert_eq!(fetched.problems, []);
    let asked = serving.await.expect("served").expect("read");
    let asked = String::from_utf8(asked).expect("text").to_ascii_lowercase();
    assert!(asked.starts_with("get /a?b=c http/1.1\r\n"), "{asked}");
    assert!(
        asked.contains("\r\nhost: autoconfig.example.test\r\n"),
        "{asked}"
    );
}

#[tokio::test]
async fn a_redirect_is_told_and_not_followed() {
    let fetched = fetched(
        b"HTTP/1.1 302 Found\r\nLocation: https://elsewhere.test/\r\nContent-Length: 0\r\n\r\n",
    )
    .await;
    let fetched = fetched.expect("an answer");
    assert_eq!(fetched.status, 302);
    assert_eq!(fetched.location.as_deref(), Some("https://elsewhere.test/"));
}

#[tokio::test]
async fn more_than_the_limit_is_cut() {
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".to_vec();
    let fetched = fetched(&[head, vec![b'x'; 100_000]].concat()).await;
    let fetched = fetched.expect("an answer");
    assert!(fetched.cut);
    assert_eq!(fetched.body.len(), 1024);
}

#[tokio::test]
async fn what_is_no_http_is_told() {
    for answer in [
        &b"220 mail.example.test ESMTP\r\n"[..],
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort",
    ] {
        let fetched = fetched(answer).await;
        assert!(matches!(fetched, Err(FetchTrouble::Http(_))), "{fetched:?}");
    }
}

#[tokio::test]
async fn a_certificate_for_another_name_is_told() {
    let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    let (address, trust, _) = server(answer.to_vec()).await;
    let fetched = get(
        door(),
        Goal::Address(address),
        "other.example.test",
        "/",
        &trust,
        1024,
        wait(),
    )
    .await;
    assert!(!fetched.expect("an answer").problems.is_empty());
}

#[tokio::test]
async fn a_closed_port_is_the_connections_trouble() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let trust = Trust::load(&Roots::Mozilla).expect("trust");
    let fetched = get(
        door(),
        Goal::Address(address),
        NAME,
        "/",
        &trust,
        1024,
        wait(),
    )
    .await;
    assert!(
        matches!(
            fetched,
            Err(FetchTrouble::Net(Stage::Connect, Trouble::Os(_)))
        ),
        "{fetched:?}"
    );
}

#[tokio::test]
async fn silence_is_told_by_where_it_is() {
    let short = || Wait {
        limit: Duration::from_millis(300),
        ..wait()
    };
    // Nothing at all: the handshake is waited for.
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let trust = Trust::load(&Roots::Mozilla).expect("trust");
    let fetched = get(
        door(),
        Goal::Address(address),
        NAME,
        "/",
        &trust,
        1024,
        short(),
    )
    .await;
    assert!(
        matches!(
            fetched,
            Err(FetchTrouble::Net(Stage::Tls, Trouble::Clock { .. }))
        ),
        "{fetched:?}"
    );
    // A document that is promised and does not come, as far as the client can wait.
    let made = rcgen::generate_simple_self_signed([NAME.to_owned()]).expect("a certificate");
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .expect("a configuration");
    let serving = tokio::spawn(async move {
        let (stream, _) = listener.accept().await?;
        drop(stream);
        let (stream, _) = listener.accept().await?;
        let mut stream = TlsAcceptor::from(Arc::new(config)).accept(stream).await?;
        let head = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nversion: STSv1\r\n";
        stream.write_all(head).await?;
        stream.flush().await?;
        tokio::time::sleep(Duration::from_secs(30)).await;
        Ok::<(), std::io::Error>(())
    });
    let fetched = get(
        door(),
        Goal::Address(address),
        NAME,
        "/",
        &trust,
        1024,
        Wait {
            limit: Duration::from_secs(2),
            ..wait()
        },
    )
    .await;
    assert!(
        matches!(
            fetched,
            Err(FetchTrouble::Net(Stage::Greeting, Trouble::Clock { .. }))
        ),
        "{fetched:?}"
    );
    serving.abort();
}
