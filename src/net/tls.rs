//! TLS by rustls, with a verifier that records everything and lets the session go on.

use std::io;

use tokio::io::{AsyncRead, AsyncWrite};

use super::Wait;
use crate::facts::Tls;
use crate::failure::Trouble;
use crate::plan::Roots;
use crate::wire::Text;

/// The authorities to trust, loaded.
pub struct Trust;

impl Trust {
    /// Loads them. The error is one sentence for the user.
    pub fn load(roots: &Roots) -> Result<Self, TrustError> {
        let _ = roots;
        todo!()
    }
}

/// Why no authorities could be loaded.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {}

/// What came of a handshake: the session or the trouble, and in both cases what was seen.
pub struct Handshake<S> {
    /// The encrypted stream, or what the handshake ran into.
    pub stream: Result<tokio_rustls::client::TlsStream<S>, Trouble>,
    /// Version, suite, chain and its problems, as far as they were seen.
    pub tls: Tls,
}

/// Speaks TLS over `stream`. An untrusted chain does not end the session: it is in `tls.problems`.
pub async fn handshake<S>(stream: S, server_name: &str, trust: &Trust, wait: Wait) -> Handshake<S>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let _ = (stream, server_name, trust, wait);
    todo!()
}

/// The TLS trouble inside an I/O error of a TLS stream, if it is one.
pub(super) fn trouble(error: &io::Error, received: &Text) -> Option<Trouble> {
    let _ = (error, received);
    todo!()
}
