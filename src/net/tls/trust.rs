//! The authorities to trust.

use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rustls::client::verify_server_cert_signed_by_trust_anchor;
use rustls::crypto::hash::HashAlgorithm;
use rustls::crypto::{CryptoProvider, WebPkiSupportedAlgorithms, ring};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, TrustAnchor, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{RootCertStore, SupportedCipherSuite};
use rustls_native_certs::CertificateResult;

use super::beyond::Beyond;
use super::judgements::Judgements;
use super::signatures::Signatures;
use crate::input;
use crate::net::system;
use crate::plan::Roots;
use crate::words::{self, Said, Sentence};
use crate::{args, said_errors};

/// The library's cryptography, with the suites that hash with SHA-256 before the others. All keys of a session are derived by
/// hashing, and what computes SHA-256 in hardware mostly computes SHA-384 without: with that a handshake costs up to a tenth more.
/// `BoringSSL` and Go have AES-128 before AES-256 as well.
fn cryptography() -> CryptoProvider {
    let mut provider = ring::default_provider();
    provider
        .cipher_suites
        .sort_by_key(|suite| hash_of(suite) != HashAlgorithm::SHA256);
    provider
}

/// What the keys of a session are derived with.
fn hash_of(suite: &SupportedCipherSuite) -> HashAlgorithm {
    let common = match suite {
        SupportedCipherSuite::Tls12(suite) => &suite.common,
        SupportedCipherSuite::Tls13(suite) => &suite.common,
    };
    common.hash_provider.algorithm()
}

/// The authorities to trust, loaded, and the cryptography to check with.
#[derive(Debug)]
pub struct Trust {
    store: RootCertStore,
    /// The certificates of a file or of the system, whole: a server's own certificate among them is trusted as it is,
    /// without an issuer, as OpenSSL and Schannel do it.
    listed: Vec<CertificateDer<'static>>,
    public: bool,
    /// Whether the list of this system may be looked at for what this one has not.
    looks_beyond: bool,
    beyond: OnceLock<Box<Beyond>>,
    provider: Arc<CryptoProvider>,
    /// What was computed with it.
    signatures: Signatures,
    /// What was said of chains.
    judgements: Judgements,
}

/// Why no authorities could be loaded.
#[derive(Debug)]
pub enum TrustError {
    /// The file cannot be read.
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        why: Sentence,
    },
    /// The file has no certificate in it.
    NoCertificate {
        /// Which file.
        path: PathBuf,
    },
    /// A block of the file is no certificate.
    BadCertificate {
        /// Which file.
        path: PathBuf,
        /// Which block, counted from 1.
        number: usize,
        /// What is wrong with it.
        why: String,
    },
    /// This system has no list of authorities, or it cannot be read.
    NoSystemRoots {
        /// The reason, in the system's words; may be empty.
        why: String,
    },
}

said_errors!(TrustError);

impl Said for TrustError {
    fn said(&self) -> Sentence {
        let (id, args) = match self {
            Self::Unreadable { path, why } => (
                "usage-ca-unreadable",
                args! { "path" => path.display().to_string(), "why" => why.clone() },
            ),
            Self::NoCertificate { path } => (
                "usage-ca-empty",
                args! { "path" => path.display().to_string() },
            ),
            Self::BadCertificate { path, number, why } => (
                "usage-ca-broken",
                args! {
                    "path" => path.display().to_string(),
                    "number" => number.to_string(),
                    "why" => why.as_str(),
                },
            ),
            Self::NoSystemRoots { why } => (
                "usage-no-system-roots",
                args! {
                    "any" => if why.is_empty() { "no" } else { "yes" },
                    "why" => why.as_str(),
                },
            ),
        };
        Sentence { id, args }
    }
}

/// How many authorities of Mozilla's list are built in.
pub const fn mozilla_roots() -> usize {
    webpki_roots::TLS_SERVER_ROOTS.len()
}

impl Trust {
    /// Loads them. The error is one sentence for the user.
    pub fn load(roots: &Roots) -> Result<Self, TrustError> {
        Ok(match roots {
            Roots::Mozilla => Self {
                looks_beyond: true,
                ..Self::mozilla()
            },
            Roots::System => {
                let (store, listed) = system()?;
                Self {
                    public: true,
                    looks_beyond: true,
                    ..Self::new(store, listed)
                }
            }
            Roots::File(path) => {
                let (store, listed) = file(path)?;
                Self::new(store, listed)
            }
        })
    }

    /// Mozilla's list, and no look beyond it.
    pub(super) fn mozilla() -> Self {
        // Built in, parsed already: a copy of some 150 pairs of pointers.
        let store = webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect();
        Self::new(store, Vec::new())
    }

    pub(super) fn new(store: RootCertStore, listed: Vec<CertificateDer<'static>>) -> Self {
        let provider = cryptography();
        Self {
            store,
            public: listed.is_empty(),
            looks_beyond: false,
            beyond: OnceLock::new(),
            listed,
            judgements: Judgements::default(),
            signatures: Signatures::by(provider.signature_verification_algorithms),
            provider: Arc::new(provider),
        }
    }

    pub(super) fn provider(&self) -> Arc<CryptoProvider> {
        Arc::clone(&self.provider)
    }

    pub(super) fn algorithms(&self) -> WebPkiSupportedAlgorithms {
        self.provider.signature_verification_algorithms
    }

    /// The same for the signatures of certificates, which come again and again.
    pub(super) const fn signatures(&self) -> &Signatures {
        &self.signatures
    }

    /// What was said of chains under these authorities.
    pub(super) const fn judgements(&self) -> &Judgements {
        &self.judgements
    }

    pub(super) fn anchors(&self) -> &[TrustAnchor<'static>] {
        &self.store.roots
    }

    /// Whether these are the authorities that ship with systems and browsers.
    pub(super) const fn is_public(&self) -> bool {
        self.public
    }

    /// The certificates of a file or of the system, whole.
    pub(super) fn listed(&self) -> &[CertificateDer<'static>] {
        &self.listed
    }

    /// Whether this very certificate is among the trusted.
    pub(super) fn lists(&self, certificate: &CertificateDer<'_>) -> bool {
        self.listed.contains(certificate)
    }

    /// The authority that vouches for `chain` in this system's own list and is not in Mozilla's, by its name. Not asked
    /// where the authorities come from a file.
    ///
    /// The list is read at the first time, which takes some milliseconds.
    pub(super) fn private_root(
        &self,
        chain: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Option<String> {
        let root = self
            .looks_beyond
            .then(|| self.beyond().root_of(chain, now))??;
        // Where it is asked of a chain that is trusted, Mozilla's list may know another way.
        (self.listed.is_empty() || Self::mozilla().verify(chain, now).is_err()).then_some(root)
    }

    /// The names of the authorities that this system's own list has and Mozilla's has not.
    pub fn private_authorities(&self) -> Vec<String> {
        self.beyond().names()
    }

    fn beyond(&self) -> &Beyond {
        self.beyond.get_or_init(|| Box::new(Beyond::read()))
    }

    /// Whether `chain` leads to a trusted authority at the time `now` (names are not looked at).
    pub(super) fn verify(
        &self,
        chain: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Result<(), rustls::Error> {
        let Some((own, others)) = chain.split_first() else {
            return Err(rustls::Error::NoCertificatesPresented);
        };
        verify_server_cert_signed_by_trust_anchor(
            &ParsedCertificate::try_from(own)?,
            &self.store,
            others,
            now,
            &self.signatures.all(),
        )
    }
}

type Loaded = (RootCertStore, Vec<CertificateDer<'static>>);

/// What this system's list has: of the file or folder of `SSL_CERT_FILE` and `SSL_CERT_DIR` where these are set.
pub(super) fn system_certificates() -> CertificateResult {
    system::authorities()
}

fn system() -> Result<Loaded, TrustError> {
    let found = system_certificates();
    let mut store = RootCertStore::empty();
    // Systems carry a few certificates that no verifier can read; they are nobody's fault here.
    let (readable, _) = store.add_parsable_certificates(found.certs.iter().cloned());
    if readable == 0 {
        let why = found.errors.first();
        return Err(TrustError::NoSystemRoots {
            why: why.map(ToString::to_string).unwrap_or_default(),
        });
    }
    Ok((store, found.certs))
}

fn file(path: &Path) -> Result<Loaded, TrustError> {
    let pem = input::whole(path).map_err(|error| TrustError::Unreadable {
        path: path.to_owned(),
        why: words::of_file(&error),
    })?;
    let mut store = RootCertStore::empty();
    let mut listed = Vec::new();
    for (block, number) in CertificateDer::pem_slice_iter(&pem).zip(1..) {
        let bad = |why| TrustError::BadCertificate {
            path: path.to_owned(),
            number,
            why,
        };
        let certificate = block.map_err(|error| bad(error.to_string()))?;
        store
            .add(certificate.clone())
            .map_err(|error| bad(error.to_string()))?;
        listed.push(certificate);
    }
    if listed.is_empty() {
        return Err(TrustError::NoCertificate {
            path: path.to_owned(),
        });
    }
    Ok((store, listed))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn mozilla_is_built_in() {
        let trust = Trust::load(&Roots::Mozilla).unwrap();
        assert!(trust.anchors().len() > 100);
    }

    #[test]
    fn a_file_gives_its_certificates_and_no_others() {
        let key = rcgen::generate_simple_self_signed(["a.test".to_owned()]).unwrap();
        let file = written(&format!("Some words.\n{}", key.cert.pem()));
        let trust = Trust::load(&Roots::File(file.path().to_owned())).unwrap();
        assert_eq!(trust.anchors().len(), 1);
        assert!(trust.lists(key.cert.der()));
    }

    #[test]
    fn a_bad_file_gives_a_sentence_that_says_what_would_be_right() {
        let key = rcgen::generate_simple_self_signed(["a.test".to_owned()]).unwrap();
        let good = key.cert.pem();
        let table = [
            (String::new(), "holds no certificate"),
            ("not PEM at all".to_owned(), "holds no certificate"),
            (
                key.signing_key.serialize_pem(),
                "-----BEGIN CERTIFICATE-----",
            ),
            (
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".to_owned(),
                "certificate 1 in",
            ),
            (
                format!("{good}-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n"),
                "certificate 2 in",
            ),
        ];
        for (pem, expected) in table {
            let file = written(&pem);
            let error = Trust::load(&Roots::File(file.path().to_owned())).unwrap_err();
            assert!(error.to_string().contains(expected), "{pem:?}: {error}");
        }
    }

    #[test]
    fn a_missing_file_is_named() {
        let path = PathBuf::from("/nonexistent/authorities.pem");
        let error = Trust::load(&Roots::File(path)).unwrap_err();
        assert!(matches!(error, TrustError::Unreadable { .. }));
        assert!(error.to_string().contains("/nonexistent/authorities.pem"));
    }

    fn written(pem: &str) -> tempfile::NamedTempFile {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(pem.as_bytes()).unwrap();
        file
    }
}
