//! A verifier that records and lets the session go on: the judgement comes afterwards, whole.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rustls::client::ResolvesClientCert;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{WebPkiSupportedAlgorithms, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::sign::CertifiedKey;
use rustls::{DigitallySignedStruct, Error, ProtocolVersion, SignatureScheme};
use x509_parser::prelude::{FromDer, X509Certificate};

use super::{certificate, der, plain};

/// How many certificates of a chain are kept.
const CHAIN_LIMIT: usize = 16;
/// The largest RSA key in bits with which the library checks signatures (briansmith/ring#1479). Of others it says what it says of
/// a signature that does not fit.
const MOST_OF_THE_LIBRARY: usize = 8192;

/// Records what the server shows. It outlives a failed handshake.
#[derive(Debug)]
pub(super) struct Recorder {
    algorithms: WebPkiSupportedAlgorithms,
    seen: Mutex<Seen>,
}

/// What the server showed.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// The chain as sent, the server's own first.
    pub(super) chain: Vec<CertificateDer<'static>>,
    /// The version in which the server signed the handshake.
    pub(super) version: Option<ProtocolVersion>,
    /// The scheme in which it did.
    pub(super) scheme: Option<SignatureScheme>,
    /// The certificate status that came with the chain, where one did.
    pub(super) status: Vec<u8>,
    /// `false` where its signature was checked and does not fit the key of its certificate.
    pub(super) signature_fits: Option<bool>,
    /// The server asked for a certificate of ours.
    pub(super) client_certificate_requested: bool,
}

impl Recorder {
    pub(super) fn new(algorithms: WebPkiSupportedAlgorithms) -> Self {
        Self {
            algorithms,
            seen: Mutex::default(),
        }
    }

    pub(super) fn seen(&self) -> Seen {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn signed_in(&self, version: ProtocolVersion, signed: &DigitallySignedStruct) {
        let mut seen = self.lock();
        (seen.version, seen.scheme) = (Some(version), Some(signed.scheme));
    }

    /// Checks the handshake's signature where the library refused the certificate as such.
    ///
    /// The library reads the certificate anew for this and refuses X.509 version 1 and unknown critical extensions, and
    /// its cryptography refuses RSA keys below 2048 bits. All of these are problems of the chain, reported as such; the
    /// session is never trusted then, and it is worth seeing what the server says in it.
    fn on_the_bare_key(
        &self,
        refused: Error,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let Ok((_, parsed)) = X509Certificate::from_der(certificate) else {
            return Err(refused);
        };
        if certificate::weak_key(&parsed).is_some() {
            return Ok(HandshakeSignatureValid::assertion());
        }
        match self.signed(&parsed, message, signed) {
            Some(true) => Ok(HandshakeSignatureValid::assertion()),
            Some(false) => {
                self.lock().signature_fits = Some(false);
                Err(refused)
            }
            None => Err(refused),
        }
    }

    fn signed(
        &self,
        certificate: &X509Certificate<'_>,
        message: &[u8],
        signed: &DigitallySignedStruct,
    ) -> Option<bool> {
        let key = der::own_public_key(certificate)?;
        if key
            .rsa_bits()
            .is_some_and(|bits| bits > MOST_OF_THE_LIBRARY)
        {
            let scheme = u16::from(signed.scheme);
            return plain::signed_handshake(scheme, &key, message, signed.signature());
        }
        let mut fitting = self
            .algorithms
            .mapping
            .iter()
            .filter(|(scheme, _)| *scheme == signed.scheme)
            .flat_map(|(_, algorithms)| algorithms.iter())
            .filter(|algorithm| algorithm.public_key_alg_id().as_ref() == key.algorithm)
            .peekable();
        fitting.peek()?;
        Some(fitting.any(|algorithm| {
            algorithm
                .verify_signature(key.bits, message, signed.signature())
                .is_ok()
        }))
    }
}

impl ServerCertVerifier for Recorder {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        status: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let mut seen = self.lock();
        seen.status = status.to_vec();
        seen.chain = std::iter::once(end_entity)
            .chain(intermediates)
            .take(CHAIN_LIMIT)
            .map(|certificate| certificate.clone().into_owned())
            .collect();
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signed_in(ProtocolVersion::TLSv1_2, signed);
        verify_tls12_signature(message, certificate, signed, &self.algorithms)
            .or_else(|refused| self.on_the_bare_key(refused, message, certificate, signed))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signed_in(ProtocolVersion::TLSv1_3, signed);
        verify_tls13_signature(message, certificate, signed, &self.algorithms)
            .or_else(|refused| self.on_the_bare_key(refused, message, certificate, signed))
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}

impl ResolvesClientCert for Recorder {
    /// Asked only when the server sent a `CertificateRequest`. There is nothing to show.
    fn resolve(&self, _: &[&[u8]], _: &[SignatureScheme]) -> Option<std::sync::Arc<CertifiedKey>> {
        self.lock().client_certificate_requested = true;
        None
    }

    fn has_certs(&self) -> bool {
        false
    }
}
