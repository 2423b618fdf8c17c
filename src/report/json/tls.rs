//! A TLS session and its certificates.

use schemars::JsonSchema;
use serde::Serialize;

/// A TLS session.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "tls")]
pub struct TlsJson {
    /// The name that was asked for (SNI) and that the certificate must have.
    pub server_name: String,
    /// The version, as in `TLSv1.3`; null where the handshake did not come so far.
    pub version: Option<String>,
    /// The IANA name of the cipher suite; null where the handshake did not come so far.
    pub cipher_suite: Option<String>,
    /// The group of the key exchange; null where the handshake did not come so far.
    pub key_exchange: Option<String>,
    /// Whether the chain leads to a trusted root and fits the name.
    pub trusted: bool,
    /// Every problem of the chain; empty where it is trusted or where none was sent.
    pub problems: Vec<ProblemJson>,
    /// The chain as the server sent it, its own certificate first.
    pub certificates: Vec<CertificateJson>,
    /// Whether the server asked for a client certificate.
    pub client_certificate_requested: bool,
}

/// A problem of a certificate chain.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "problem")]
pub struct ProblemJson {
    /// `expired`, `not-yet-valid`, `name-mismatch`, `self-signed`, `unknown-issuer`, `chain-incomplete`, `wrong-purpose`, `weak` or `malformed`.
    pub reason: String,
    /// The problem in words.
    pub message: String,
}

/// A certificate.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "certificate")]
pub struct CertificateJson {
    /// The distinguished name of the subject.
    pub subject: String,
    /// The distinguished name of the issuer.
    pub issuer: String,
    /// The subject alternative names.
    pub names: Vec<String>,
    /// The beginning of its validity, RFC 3339 in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub not_before: String,
    /// The end of its validity, RFC 3339 in UTC.
    #[schemars(extend("format" = "date-time"))]
    pub not_after: String,
    /// The serial number, hexadecimal.
    pub serial: String,
    /// The SHA-256 fingerprint of the certificate, hexadecimal.
    pub sha256: String,
    /// The key, as in `ECDSA P-256`.
    pub key: String,
    /// The signature, as in `SHA-256 with RSA`.
    pub signature: String,
}
