//! TLS from the server's side, for whoever asks `mailcheck serve`.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::WebPkiClientVerifier;
use rustls::{RootCertStore, ServerConfig, SupportedProtocolVersion};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

use crate::input;
use crate::words::{self, Said, Sentence};
use crate::{args, said_errors};

/// What a server is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// The chain, in PEM.
    pub certificate: PathBuf,
    /// Its key, in PEM.
    pub key: PathBuf,
    /// The authorities of clients' certificates, which are asked for then.
    pub client_authorities: Option<PathBuf>,
    /// Whether TLS 1.2 is too old.
    pub only_1_3: bool,
}

/// Why there is no TLS. One sentence for the user.
#[derive(Debug)]
pub enum ServingError {
    /// A file cannot be read.
    Unreadable(PathBuf, io::Error),
    /// There is no certificate, or no key, in the file.
    Useless(PathBuf, &'static str),
    /// Certificate and key are no pair, or too odd.
    Refused(PathBuf, String),
}

said_errors!(ServingError);

impl Said for ServingError {
    fn said(&self) -> Sentence {
        let path = |path: &Path| path.display().to_string();
        match self {
            Self::Unreadable(at, error) => Sentence {
                id: "usage-unreadable",
                args: args! { "path" => path(at), "why" => words::of_file(error) },
            },
            Self::Useless(at, what) => Sentence {
                id: "serve-pem-empty",
                args: args! { "path" => path(at), "what" => *what },
            },
            Self::Refused(at, why) => Sentence {
                id: "serve-pem-refused",
                args: args! { "path" => path(at), "why" => why.as_str() },
            },
        }
    }
}

/// Lets clients in.
#[derive(Clone)]
pub struct Serving(TlsAcceptor);

impl Serving {
    /// Reads the files.
    pub fn load(files: &Files) -> Result<Self, ServingError> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let versions: &[&SupportedProtocolVersion] = if files.only_1_3 {
            &[&rustls::version::TLS13]
        } else {
            &[&rustls::version::TLS13, &rustls::version::TLS12]
        };
        let refused = |path: &Path, error: &dyn ToString| {
            ServingError::Refused(path.to_owned(), error.to_string())
        };
        let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_protocol_versions(versions)
            .map_err(|error| refused(&files.certificate, &error))?;
        let builder = match &files.client_authorities {
            None => builder.with_no_client_auth(),
            Some(path) => {
                let mut roots = RootCertStore::empty();
                for authority in certificates(path)? {
                    roots
                        .add(authority)
                        .map_err(|error| refused(path, &error))?;
                }
                let verifier =
                    WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
                let verifier = verifier.build().map_err(|error| refused(path, &error))?;
                builder.with_client_cert_verifier(verifier)
            }
        };
        let config = builder
            .with_single_cert(certificates(&files.certificate)?, key(&files.key)?)
            .map_err(|error| refused(&files.key, &error))?;
        Ok(Self(TlsAcceptor::from(Arc::new(config))))
    }

    /// Speaks TLS with a client.
    pub async fn accept<S>(&self, stream: S) -> io::Result<TlsStream<S>>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        self.0.accept(stream).await
    }
}

fn read(path: &Path) -> Result<Vec<u8>, ServingError> {
    input::whole(path).map_err(|error| ServingError::Unreadable(path.to_owned(), error))
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, ServingError> {
    let bytes = read(path)?;
    let found: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&bytes).collect();
    match found {
        Ok(found) if !found.is_empty() => Ok(found),
        Ok(_) | Err(_) => Err(ServingError::Useless(path.to_owned(), "certificate")),
    }
}

fn key(path: &Path) -> Result<PrivateKeyDer<'static>, ServingError> {
    let bytes = read(path)?;
    PrivateKeyDer::from_pem_slice(&bytes).map_err(|_| ServingError::Useless(path.to_owned(), "key"))
}
