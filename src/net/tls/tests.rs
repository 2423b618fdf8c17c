use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rcgen::{BasicConstraints, IsCa};
use rustls::ServerConfig;
use rustls::pki_types::CertificateDer;
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex};
use tokio::time::Instant;
use tokio_rustls::TlsAcceptor;

use super::super::dial;
use super::pki::{Authority, NAME, Server, names, now, pem, trust, unknown_critical};
use super::*;
use crate::failure::CertificateProblem as P;
use crate::net::skip::skip;
use crate::wire::foreign::Speaks;

fn wait() -> Wait {
    Wait {
        limit: Duration::from_secs(20),
        deadline: Instant::now() + Duration::from_secs(60),
    }
}

/// Serves one session over an in-memory stream and says a line in it.
fn serve(config: ServerConfig) -> DuplexStream {
    let (client, server) = duplex(64 * 1024);
    tokio::spawn(async move {
        if let Ok(mut session) = TlsAcceptor::from(Arc::new(config)).accept(server).await {
            let _ = session.write_all(b"220 ready\r\n").await;
            let _ = session.read(&mut [0; 16]).await;
        }
    });
    client
}

/// Any certificate, also one that rustls itself would not serve.
#[derive(Debug)]
struct Anything(Arc<CertifiedKey>);

impl ResolvesServerCert for Anything {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.0))
    }
}

fn anything(server: &Server, chain: &[&CertificateDer<'static>]) -> Arc<Anything> {
    let key = rustls::crypto::ring::sign::any_supported_type(&server.key).unwrap();
    let chain = std::iter::once(&server.der).chain(chain.iter().copied());
    Arc::new(Anything(Arc::new(CertifiedKey::new(
        chain.cloned().collect(),
        key,
    ))))
}

const BOTH: [&rustls::SupportedProtocolVersion; 2] =
    [&rustls::version::TLS13, &rustls::version::TLS12];

fn config(
    server: &Server,
    chain: &[&CertificateDer<'static>],
    versions: &[&'static rustls::SupportedProtocolVersion],
) -> ServerConfig {
    ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_protocol_versions(versions)
        .unwrap()
        .with_no_client_auth()
        .with_cert_resolver(anything(server, chain))
}

async fn shake(config: ServerConfig, trust: &Trust) -> Handshake<DuplexStream> {
    handshake_at(serve(config), NAME, trust, wait(), now()).await
}

/// What comes of a stream on which the server says `words`, hears the hello and then ends it, or is silent.
async fn said(words: &[u8], ends: bool) -> Result<(), Trouble> {
    let (client, mut server) = duplex(64 * 1024);
    server.write_all(words).await.unwrap();
    let server = tokio::spawn(async move {
        server.read_exact(&mut [0; 5]).await.unwrap();
        (!ends).then_some(server)
    });
    let trouble = broken_off_on(client).await;
    drop(server.await.unwrap());
    trouble
}

async fn broken_off_on(client: DuplexStream) -> Result<(), Trouble> {
    let trust = Authority::root("Root").trust();
    let handshake = handshake_at(client, NAME, &trust, wait(), now()).await;
    assert_eq!(handshake.tls.certificates, []);
    assert!(!handshake.tls.is_trusted());
    handshake.stream.map(drop)
}

#[tokio::test]
async fn a_good_session_is_trusted_and_described() {
    let root = Authority::root("Example Root CA");
    let middle = root.below("Example Intermediate CA", |_| {});
    let own = middle.server(names(&[NAME, "*.example.test", "192.0.2.1"]));
    let handshake = shake(config(&own, &[&middle.der], &BOTH), &root.trust()).await;
    let tls = handshake.tls;
    assert!(tls.is_trusted());
    assert_eq!(tls.server_name, NAME);
    assert_eq!(tls.version.as_deref(), Some("TLSv1.3"));
    assert_eq!(tls.cipher_suite.as_deref(), Some("TLS_AES_128_GCM_SHA256"));
    assert_eq!(tls.key_exchange.as_deref(), Some("X25519"));
    assert!(!tls.client_certificate_requested);
    assert_eq!(tls.certificates.len(), 2);
    let first = &tls.certificates[0];
    assert_eq!(first.subject, format!("CN={NAME}"));
    assert_eq!(first.issuer, "CN=Example Intermediate CA");
    assert_eq!(first.names, [NAME, "*.example.test", "192.0.2.1"]);
    assert_eq!(first.not_before, 1_577_836_800);
    assert_eq!(first.not_after, 4_733_510_400);
    assert_eq!(first.key, "ECDSA P-256");
    assert_eq!(first.signature, "ECDSA with SHA-256");
    assert_eq!(first.der, own.der.as_ref());
    assert_eq!(first.sha256.len(), 64);

    let mut line = [0; 11];
    handshake
        .stream
        .unwrap()
        .read_exact(&mut line)
        .await
        .unwrap();
    assert_eq!(&line, b"220 ready\r\n");
}

#[tokio::test]
async fn tls_1_2_is_spoken_and_named_as_iana_does() {
    let root = Authority::root("Root");
    let config = config(&root.server(|_| {}), &[], &[&rustls::version::TLS12]);
    let tls = shake(config, &root.trust()).await.tls;
    assert!(tls.is_trusted());
    assert_eq!(tls.version.as_deref(), Some("TLSv1.2"));
    let suite = tls.cipher_suite.unwrap();
    assert!(suite.starts_with("TLS_ECDHE_ECDSA_WITH_"), "{suite}");
}

#[tokio::test]
async fn a_status_that_comes_along_is_read() {
    let root = Authority::root("Root");
    let own = root.server(names(&[NAME]));
    let revoked = include_bytes!("../../../tests/fixtures/ocsp/revoked.der");
    for version in BOTH {
        for (status, stapled) in [(&revoked[..], true), (&[], false)] {
            let mut key = CertifiedKey::clone(&anything(&own, &[]).0);
            key.ocsp = Some(status.to_vec()).filter(|status| !status.is_empty());
            let mut config = config(&own, &[], &[version]);
            config.cert_resolver = Arc::new(Anything(Arc::new(key)));
            let tls = shake(config, &root.trust()).await.tls;
            assert_eq!(tls.status.is_some(), stapled, "{version:?}");
            assert_eq!(tls.status, ocsp::response(status).ok());
            assert_eq!(tls.agreed.and_then(|agreed| agreed.stapled), Some(stapled));
        }
    }
}

#[tokio::test]
async fn an_address_is_looked_for_in_the_certificate() {
    let root = Authority::root("Root");
    let own = root.server(names(&["192.0.2.1"]));
    for (address, trusted) in [("192.0.2.1", true), ("192.0.2.2", false)] {
        let stream = serve(config(&own, &[], &BOTH));
        let handshake = handshake_at(stream, address, &root.trust(), wait(), now()).await;
        assert!(handshake.stream.is_ok());
        assert_eq!(handshake.tls.is_trusted(), trusted);
    }
}

#[tokio::test]
async fn a_name_that_is_no_name_is_refused_before_anything_is_sent() {
    let root = Authority::root("Root");
    let (client, _server) = duplex(1024);
    let handshake = handshake_at(client, "a b", &root.trust(), wait(), now()).await;
    assert!(matches!(
        handshake.stream,
        Err(Trouble::Tls(TlsTrouble::Other(_)))
    ));
}

/// Not one of these ends the session: what the server says in it is worth hearing.
#[tokio::test]
async fn an_untrusted_chain_does_not_end_the_session() {
    let root = Authority::root("Root");
    let fixtures = trust(&pem(include_bytes!(
        "../../../tests/fixtures/authority.pem"
    )));
    let version1 = Server::fixture(
        include_bytes!("../../../tests/fixtures/version1.pem"),
        include_bytes!("../../../tests/fixtures/version1.key.pem"),
    );
    let sha1 = Server::fixture(
        include_bytes!("../../../tests/fixtures/sha1.pem"),
        include_bytes!("../../../tests/fixtures/sha1.key.pem"),
    );
    let own_authority = Server::self_signed(|params| {
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    });
    let table: [(Server, &Trust, &[&str]); 6] = [
        (version1, &fixtures, &["name-mismatch"]),
        (sha1, &fixtures, &["weak"]),
        (own_authority, &root.trust(), &["self-signed"]),
        (root.server(unknown_critical), &root.trust(), &["malformed"]),
        (
            Authority::root("Other").server(|_| {}),
            &root.trust(),
            &["unknown-issuer"],
        ),
        (
            root.server(names(&["other.test"])),
            &root.trust(),
            &["name-mismatch"],
        ),
    ];
    for (server, trust, expected) in table {
        for version in BOTH {
            let handshake = shake(config(&server, &[], &[version]), trust).await;
            let reasons: Vec<_> = handshake.tls.problems.iter().map(P::reason).collect();
            assert_eq!(reasons, expected);
            assert!(!handshake.tls.is_trusted());
            let mut line = [0; 11];
            let mut stream = handshake.stream.unwrap();
            stream.read_exact(&mut line).await.unwrap();
        }
    }
}

/// The certificate is one, the key another: nobody may finish that handshake.
#[tokio::test]
async fn a_handshake_signed_with_another_key_fails() {
    let root = Authority::root("Root");
    let certificates = [root.server(|_| {}), root.server(unknown_critical)];
    for mut server in certificates {
        server.key = root.server(|_| {}).key;
        let handshake = shake(config(&server, &[], &BOTH), &root.trust()).await;
        assert!(matches!(
            handshake.stream,
            Err(Trouble::Tls(TlsTrouble::Signature))
        ));
        assert_eq!(handshake.tls.certificates.len(), 1);
        assert_eq!(handshake.tls.version.as_deref(), Some("TLSv1.3"));
    }
}

/// rustls cannot sign with so short a key, so OpenSSL does.
#[tokio::test]
async fn rsa_1024_finishes_the_handshake() {
    let Some((_server, port)) = openssl_server("rsa1024") else {
        return skip("there is no openssl command here");
    };
    let fixtures = trust(&pem(include_bytes!(
        "../../../tests/fixtures/authority.pem"
    )));
    let address = ([127, 0, 0, 1], port).into();
    let stream = dial::connect(address, wait()).await.unwrap().stream;
    let handshake = handshake_at(stream, NAME, &fixtures, wait(), now()).await;
    assert!(handshake.stream.is_ok(), "{:?}", handshake.stream.err());
    assert_eq!(
        handshake.tls.problems,
        [P::Weak {
            index: 0,
            what: "RSA 1024".to_owned()
        }]
    );
}

/// A process that ends with the test.
struct Ends(Child);

impl Drop for Ends {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// `openssl s_server` with a certificate of tests/fixtures, and its port.
fn openssl_server(certificate: &str) -> Option<(Ends, u16)> {
    let server = Command::new("openssl")
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures"))
        .args(["s_server", "-accept", "127.0.0.1:0", "-naccept", "1"])
        .args(["-cipher", "DEFAULT@SECLEVEL=0"])
        .args(["-cert", &format!("{certificate}.pem")])
        .args(["-key", &format!("{certificate}.key.pem")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut server = Ends(server.ok()?);
    let output = BufReader::new(server.0.stdout.take()?);
    let port = output.lines().map_while(Result::ok).find_map(|line| {
        let port = line.strip_prefix("ACCEPT 127.0.0.1:")?;
        port.parse().ok()
    })?;
    Some((server, port))
}

/// Wants a certificate and accepts any.
#[derive(Debug)]
struct Wants(WebPki);

type WebPki = rustls::crypto::WebPkiSupportedAlgorithms;

impl ClientCertVerifier for Wants {
    fn root_hint_subjects(&self) -> &[rustls::DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: UnixTime,
    ) -> Result<ClientCertVerified, rustls::Error> {
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &rustls::DigitallySignedStruct,
    ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
        rustls::crypto::verify_tls12_signature(message, cert, dss, &self.0)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &rustls::DigitallySignedStruct,
    ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
        rustls::crypto::verify_tls13_signature(message, cert, dss, &self.0)
    }

    fn supported_verify_schemes(&self) -> Vec<rustls::SignatureScheme> {
        self.0.supported_schemes()
    }
}

/// RFC 8446 section 6: `certificate_required`, which is 116; in TLS 1.2 `handshake_failure`, which is 40, or the same.
#[tokio::test]
async fn a_wanted_client_certificate_is_seen_in_both_versions() {
    let root = Authority::root("Root");
    let own = root.server(|_| {});
    for version in BOTH {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let wants = Wants(provider.signature_verification_algorithms);
        let config = ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(&[version])
            .unwrap()
            .with_client_cert_verifier(Arc::new(wants))
            .with_cert_resolver(anything(&own, &[]));
        let handshake = shake(config, &root.trust()).await;
        assert!(handshake.tls.client_certificate_requested);
        assert!(handshake.tls.is_trusted());
        let trouble = match handshake.stream {
            Err(trouble) => trouble,
            Ok(mut stream) => {
                let error = stream.read(&mut [0; 16]).await.unwrap_err();
                super::super::trouble(&error, Text::default())
            }
        };
        assert_eq!(
            trouble,
            Trouble::Tls(TlsTrouble::Alert { description: 116 })
        );
    }
}

#[tokio::test]
async fn an_alert_keeps_its_number() {
    // A fatal handshake_failure in a record of TLS 1.2.
    let trouble = said(&[21, 3, 3, 0, 2, 2, 40], true).await.unwrap_err();
    assert_eq!(trouble, Trouble::Tls(TlsTrouble::Alert { description: 40 }));
}

#[tokio::test]
async fn plain_words_on_a_tls_port_are_shown_as_they_were() {
    let table: [(&[u8], bool, Option<Speaks>); 5] = [
        (b"220 mx.example.test ESMTP\r\n", false, Some(Speaks::Smtp)),
        (b"* OK ready\r\n", true, Some(Speaks::Imap)),
        (
            b"HTTP/1.1 400 Bad Request\r\n\r\n",
            false,
            Some(Speaks::Http),
        ),
        // Too short for the library to look at.
        (b"no", true, None),
        (b"\0\0\0\0\0\0\0\0", false, None),
    ];
    for (words, ends, speaks) in table {
        let expected = TlsTrouble::NotTls {
            received: Text(words.to_vec()),
            speaks,
        };
        assert_eq!(said(words, ends).await.unwrap_err(), Trouble::Tls(expected));
    }
}

#[tokio::test]
async fn last_words_are_heard_even_when_the_hello_cannot_be_sent() {
    let words = b"554 too many connections\r\n";
    let (client, mut server) = duplex(1024);
    server.write_all(words).await.unwrap();
    drop(server);
    let expected = TlsTrouble::NotTls {
        received: Text(words.to_vec()),
        speaks: Some(Speaks::Smtp),
    };
    assert_eq!(
        broken_off_on(client).await.unwrap_err(),
        Trouble::Tls(expected)
    );
}

#[tokio::test]
async fn endless_words_are_kept_in_part() {
    let words = b"220-".repeat(1000);
    match said(&words, false).await.unwrap_err() {
        Trouble::Tls(TlsTrouble::NotTls { received, .. }) => {
            assert_eq!(received.0, words[..512]);
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn records_that_make_no_sense_are_misbehaviour() {
    let garbage: [&[u8]; 2] = [
        // A handshake record that holds no handshake message.
        &[22, 3, 3, 0, 4, 99, 0, 0, 0],
        // A ServerHello of nothing.
        &[22, 3, 3, 0, 4, 2, 0, 0, 0],
    ];
    for words in garbage {
        let trouble = said(words, false).await.unwrap_err();
        assert!(
            matches!(trouble, Trouble::Tls(TlsTrouble::Misbehaved(_))),
            "{trouble:?}"
        );
    }
}

#[tokio::test]
async fn a_server_that_picks_an_old_version_is_incompatible() {
    // ServerHello of TLS 1.1 with TLS_RSA_WITH_AES_128_CBC_SHA and no extensions.
    let mut hello = vec![22, 3, 2, 0, 42, 2, 0, 0, 38, 3, 2];
    hello.extend([7; 32]);
    hello.extend([0, 0, 0x2f, 0]);
    let trouble = said(&hello, false).await.unwrap_err();
    assert!(
        matches!(trouble, Trouble::Tls(TlsTrouble::Incompatible(_))),
        "{trouble:?}"
    );
}

#[tokio::test]
async fn an_end_without_a_word_is_closed() {
    let closed = Trouble::Closed {
        received: Text::default(),
    };
    assert_eq!(said(b"", true).await.unwrap_err(), closed);
    // Half a record, then the end.
    assert_eq!(
        said(&[22, 3, 3, 1, 0], true).await.unwrap_err(),
        Trouble::Closed {
            received: Text(vec![22, 3, 3, 1, 0])
        }
    );
}

#[tokio::test(start_paused = true)]
async fn silence_is_our_own_clock() {
    for words in [&b""[..], &[22, 3, 3, 0]] {
        assert_eq!(
            said(words, false).await.unwrap_err(),
            Trouble::Clock {
                limit: Duration::from_secs(20),
                received: Text(words.to_vec())
            }
        );
    }
}
