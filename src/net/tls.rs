//! TLS by rustls, with a verifier that records everything and lets the session go on.

mod beyond;
mod certificate;
mod chain;
mod der;
mod ecdsa;
mod ed448;
mod judgements;
mod plain;
mod recent;
mod recorder;
pub mod serving;
mod sha224;
mod sha3;
mod signatures;
mod tap;
mod trust;

pub use tap::Tap;
pub use trust::{Trust, TrustError, mozilla_roots};

use std::io;
use std::sync::Arc;

use rustls::client::{Resumption, TicketRequest};
use rustls::pki_types::{CertificateDer, InvalidDnsNameError, ServerName, UnixTime};
use rustls::{ClientConfig, ClientConnection, InvalidMessage};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;

use self::judgements::read_and_judge;
use self::recorder::{Recorder, Seen};
use super::{Wait, within};
use crate::facts::{Agreed, Tls};
use crate::failure::{TlsTrouble, Trouble};
use crate::wire::{Text, foreign, ocsp, tls_flight};

/// Who speaks TLS here, with whose cryptography, and which versions.
pub const LIBRARY: &str = "rustls with ring; TLS 1.2 and 1.3";

/// A stream through TLS. It has a place of its own: a session is a kilobyte, and whatever hands it on would have room for it
/// more than once.
pub type Encrypted<S> = Box<TlsStream<Tap<S>>>;

/// What came of a handshake: the session or the trouble, and in both cases what was seen.
pub struct Handshake<S> {
    /// The encrypted stream, or what the handshake ran into.
    pub stream: Result<Encrypted<S>, Trouble>,
    /// Version, suite, chain and its problems, as far as they were seen.
    pub tls: Tls,
}

/// Speaks TLS 1.3 or 1.2 over `stream`, without resumption, ALPN or a certificate of our own.
///
/// `server_name` is the name for SNI and for the certificate; the text of an address sends no SNI and asks for the
/// address in the certificate. An untrusted chain does not end the session: it is in `tls.problems`, judged by this
/// machine's clock. What a server says in plain where TLS was due is [`TlsTrouble::NotTls`].
pub async fn handshake<S>(stream: S, server_name: &str, trust: &Trust, wait: Wait) -> Handshake<S>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    handshake_at(stream, server_name, trust, wait, UnixTime::now()).await
}

/// The same without a word of the name: what programs see that send none. The chain has to fit it all the same.
pub async fn handshake_unnamed<S>(
    stream: S,
    server_name: &str,
    trust: &Trust,
    wait: Wait,
) -> Handshake<S>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    shake(stream, server_name, false, trust, wait, UnixTime::now()).await
}

async fn handshake_at<S>(
    stream: S,
    server_name: &str,
    trust: &Trust,
    wait: Wait,
    now: UnixTime,
) -> Handshake<S>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    shake(stream, server_name, true, trust, wait, now).await
}

async fn shake<S>(
    stream: S,
    server_name: &str,
    named: bool,
    trust: &Trust,
    wait: Wait,
    now: UnixTime,
) -> Handshake<S>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let recorder = Arc::new(Recorder::new(trust.algorithms()));
    let (tap, tapped) = Tap::new(stream);
    let stream = match prepare(server_name, named, trust, &recorder) {
        Err(trouble) => Err(Trouble::Tls(trouble)),
        Ok((connector, name)) => match within(wait, connector.connect(name, tap)).await {
            Ok(Ok(stream)) => Ok(Box::new(stream)),
            // The library says "bad signature" of this as of a certificate that its authority did not sign.
            Ok(Err(_)) if recorder.seen().signature_fits == Some(false) => {
                Err(Trouble::Tls(TlsTrouble::Signature))
            }
            Ok(Err(error)) => Err(broken_off(&error, tapped.text())),
            Err(expired) => Err(expired.trouble(tapped.text())),
        },
    };
    let session = stream.as_ref().ok().map(|stream| stream.get_ref().1);
    let seen = recorder.seen();
    let mut tls = tls_facts(server_name, trust, now, session, &seen);
    tls.agreed = agreed(session, &seen, &tapped.text());
    Handshake { stream, tls }
}

fn prepare(
    server_name: &str,
    named: bool,
    trust: &Trust,
    recorder: &Arc<Recorder>,
) -> Result<(TlsConnector, ServerName<'static>), TlsTrouble> {
    let name = ServerName::try_from(server_name.to_owned())
        .map_err(|error: InvalidDnsNameError| TlsTrouble::Other(error.to_string()))?;
    let mut config = ClientConfig::builder_with_provider(trust.provider())
        .with_protocol_versions(&[&rustls::version::TLS13, &rustls::version::TLS12])
        .map_err(|error| TlsTrouble::Other(error.to_string()))?
        .dangerous()
        .with_custom_certificate_verifier(Arc::clone(recorder) as _)
        .with_client_cert_resolver(Arc::clone(recorder) as _);
    config.enable_sni = named;
    config.resumption = Resumption::disabled();
    // Nobody comes back to this session, and a server that sends no tickets has its answer on the way sooner (RFC 9149).
    config.send_ticket_request = Some(TicketRequest {
        new_session_count: 0,
        resumption_count: 0,
    });
    Ok((TlsConnector::from(Arc::new(config)), name))
}

fn tls_facts(
    server_name: &str,
    trust: &Trust,
    now: UnixTime,
    session: Option<&ClientConnection>,
    seen: &Seen,
) -> Tls {
    let version = session
        .and_then(|session| session.protocol_version())
        .or(seen.version);
    let (certificates, judged) = read_and_judge(&seen.chain, server_name, trust, now);
    Tls {
        server_name: server_name.to_owned(),
        version: version.and_then(|version| Some(version.as_str()?.replace("TLSv1_", "TLSv1."))),
        cipher_suite: session
            .and_then(|session| session.negotiated_cipher_suite())
            .map(|suite| format!("{:?}", suite.suite()).replace("TLS13_", "TLS_")),
        key_exchange: session
            .and_then(|session| session.negotiated_key_exchange_group())
            .map(|group| format!("{:?}", group.name())),
        certificates,
        problems: judged.problems,
        path: judged.path,
        private_root: judged.private_root,
        agreed: None,
        client_certificate_requested: seen.client_certificate_requested,
        status: ocsp::response(&seen.status).ok(),
    }
}

/// What the server agreed to, as far as the library tells and as far as its hello, which is in clear, says so.
fn agreed(session: Option<&ClientConnection>, seen: &Seen, received: &Text) -> Option<Agreed> {
    let hello = tls_flight::hello_alone(&received.0).map(|flight| flight.agreed);
    let Some(session) = session else {
        return hello;
    };
    let version = session.protocol_version()?;
    let group = session.negotiated_key_exchange_group();
    Some(Agreed {
        version: version.into(),
        suite: session.negotiated_cipher_suite()?.suite().into(),
        group: group.map(|group| group.name().into()),
        scheme: seen.scheme.map(u16::from),
        stapled: Some(!seen.status.is_empty()),
        ..hello.unwrap_or_default()
    })
}

/// What binds a login to this session and no other (RFC 9266): the label, no context, 32 bytes. Before TLS 1.3 the keys
/// are only unique where both sides agreed to that, which the library does not tell.
pub fn exporter<S>(stream: &Encrypted<S>) -> Option<Vec<u8>> {
    let session = stream.get_ref().1;
    let is_bound = session.protocol_version() == Some(rustls::ProtocolVersion::TLSv1_3);
    let keys = vec![0; 32];
    let keys = session.export_keying_material(keys, b"EXPORTER-Channel-Binding", None);
    keys.ok().filter(|_| is_bound)
}

/// Judges a chain that was not shown in a session of this library.
pub fn judge_chain(mut tls: Tls, chain: Vec<Vec<u8>>, trust: &Trust) -> Tls {
    let chain: Vec<_> = chain.into_iter().map(CertificateDer::from).collect();
    let (certificates, judged) = read_and_judge(&chain, &tls.server_name, trust, UnixTime::now());
    tls.certificates = certificates;
    tls.problems = judged.problems;
    tls.path = judged.path;
    tls.private_root = judged.private_root;
    tls
}

/// What a failed handshake means, given the first bytes that came.
fn broken_off(error: &io::Error, received: Text) -> Trouble {
    // Text on a TLS port is the fact, whatever the library or the system made of it afterwards.
    if !received.0.is_empty() && !looks_like_tls(&received.0) {
        return Trouble::Tls(not_tls(received));
    }
    super::trouble(error, received)
}

/// The library's reason in plain words: its names are those of its own types.
fn plain(reason: &impl std::fmt::Debug) -> String {
    let name = format!("{reason:?}");
    let name = name.split(['(', ' ', '{']).next().unwrap_or_default();
    let mut words = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(letter.to_ascii_lowercase());
    }
    words
}

/// Whether a record may begin like this (RFC 8446 section 5.1): a known content type, then the major version 3.
fn looks_like_tls(bytes: &[u8]) -> bool {
    const CHANGE_CIPHER_SPEC: u8 = 20;
    const HEARTBEAT: u8 = 24;
    bytes
        .first()
        .is_some_and(|kind| (CHANGE_CIPHER_SPEC..=HEARTBEAT).contains(kind))
        && bytes.get(1).is_none_or(|major| *major == 3)
}

fn not_tls(received: Text) -> TlsTrouble {
    TlsTrouble::NotTls {
        speaks: foreign::identify(&received.0),
        received,
    }
}

/// An error that the library made of its own accord, without one of the system behind it: more than it keeps came in, or
/// pieces that make no whole. Only the other side can bring that about.
fn of_stream(error: &io::Error) -> Option<Trouble> {
    let made_up = error.raw_os_error().is_none();
    let other = matches!(
        error.kind(),
        io::ErrorKind::Other | io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput
    );
    (made_up && other).then(|| {
        let said = error.to_string();
        // A message just below the library's limit and its header (rustls/rustls#3176).
        Trouble::Tls(if said == "message buffer full" {
            TlsTrouble::Oversized
        } else {
            TlsTrouble::Misbehaved(said)
        })
    })
}

/// The TLS trouble inside an I/O error of a TLS stream, if it is one.
///
/// A read after the handshake can fail with one as well: in TLS 1.3 the server judges the client's certificate when the
/// client believes that the handshake is over (RFC 8446 section 4.4.2.4).
pub(super) fn trouble(error: &io::Error, received: &Text) -> Option<Trouble> {
    use rustls::Error;
    let inner = error.get_ref()?;
    let Some(error) = inner.downcast_ref::<Error>() else {
        return of_stream(error);
    };
    Some(Trouble::Tls(match error {
        Error::AlertReceived(alert) => TlsTrouble::Alert {
            description: u8::from(*alert),
        },
        Error::InvalidMessage(InvalidMessage::InvalidContentType) => not_tls(received.clone()),
        Error::InvalidMessage(InvalidMessage::HandshakePayloadTooLarge) => TlsTrouble::Oversized,
        Error::PeerIncompatible(why) => TlsTrouble::Incompatible(plain(why)),
        Error::PeerMisbehaved(why) => TlsTrouble::Misbehaved(plain(why)),
        Error::InvalidMessage(why) => TlsTrouble::Misbehaved(plain(why)),
        Error::InappropriateMessage { .. }
        | Error::InappropriateHandshakeMessage { .. }
        | Error::NoCertificatesPresented
        | Error::DecryptError
        | Error::PeerSentOversizedRecord => TlsTrouble::Misbehaved(error.to_string()),
        Error::InvalidCertificate(why) => {
            TlsTrouble::Certificate(chain::in_terms_of_the_standard(why))
        }
        // The library's list is open.
        _ => TlsTrouble::Other(error.to_string()),
    }))
}

#[cfg(test)]
mod pki;
#[cfg(test)]
mod tests;
