//! TLS alerts in the words of libraries that do not write "alert" before them.
//!
//! Sources: Go `crypto/tls/alert.go`; `GnuTLS` `lib/alert.c`; NSS `SSLerrs.h`; OpenSSL `ssl_err.c` for those of extensions.

use super::Means::Alert;
use super::{Group, exact};

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    exact(Alert(0), &["error: tls: close notify", "remote error: close notify", "alert has been received: close notify"]),
    exact(Alert(10), &["error: tls: unexpected message", "remote error: unexpected message", "alert has been received: unexpected message"]),
    exact(Alert(20), &["error: tls: bad record mac", "remote error: bad record mac", "alert has been received: bad record mac"]),
    exact(Alert(21), &["error: tls: decryption failed", "remote error: decryption failed", "alert has been received: decryption failed"]),
    exact(Alert(22), &["error: tls: record overflow", "remote error: record overflow", "alert has been received: record overflow"]),
    exact(Alert(30), &["error: tls: decompression failure", "remote error: decompression failure", "alert has been received: decompression failed"]),
    exact(Alert(40), &["error: tls: handshake failure", "tls: handshake failure", "remote error: handshake failure", "alert has been received: handshake failed", "ssl peer was unable to negotiate an acceptable set of security parameters"]),
    exact(Alert(41), &["error: tls: no certificate", "remote error: no certificate"]),
    exact(Alert(42), &["error: tls: bad certificate", "remote error: bad certificate", "alert has been received: certificate is bad", "ssl peer could not verify", "peer reports*bad certificate"]),
    exact(Alert(43), &["error: tls: unsupported certificate", "remote error: unsupported certificate", "alert has been received: certificate is not supported"]),
    exact(Alert(44), &["error: tls: revoked certificate", "remote error: revoked certificate", "alert has been received: certificate was revoked", "ssl peer rejected your certificate as revoked"]),
    exact(Alert(45), &["error: tls: expired certificate", "remote error: expired certificate", "alert has been received: certificate is expired", "ssl peer rejected your certificate as expired"]),
    exact(Alert(46), &["error: tls: unknown certificate", "remote error: unknown certificate", "alert has been received: unknown certificate"]),
    exact(Alert(47), &["error: tls: illegal parameter", "remote error: illegal parameter", "alert has been received: illegal parameter"]),
    exact(Alert(48), &["error: tls: unknown certificate authority", "remote error: unknown certificate authority", "alert has been received: ca is unknown", "ssl peer does not recognize and trust the ca"]),
    exact(Alert(49), &["error: tls: access denied", "remote error: access denied", "alert has been received: access was denied"]),
    exact(Alert(50), &["error: tls: error decoding message", "remote error: error decoding message", "alert has been received: decode error"]),
    exact(Alert(51), &["error: tls: error decrypting message", "remote error: error decrypting message", "alert has been received: decrypt error"]),
    exact(Alert(60), &["error: tls: export restriction", "remote error: export restriction", "alert has been received: export restriction"]),
    exact(Alert(70), &["error: tls: protocol version not supported", "remote error: protocol version not supported", "alert has been received: error in protocol version", "peer reports incompatible or unsupported protocol version"]),
    exact(Alert(71), &["error: tls: insufficient security level", "remote error: insufficient security level", "alert has been received: insufficient security"]),
    exact(Alert(80), &["error: tls: internal error", "remote error: internal error", "alert has been received: internal error"]),
    exact(Alert(86), &["error: tls: inappropriate fallback", "remote error: inappropriate fallback", "alert has been received: inappropriate fallback"]),
    exact(Alert(90), &["error: tls: user canceled", "remote error: user canceled", "alert has been received: user canceled"]),
    exact(Alert(100), &["error: tls: no renegotiation", "remote error: no renegotiation", "alert has been received: no renegotiation is allowed"]),
    exact(Alert(109), &["error: tls: missing extension", "remote error: missing extension", "alert has been received: missing extension"]),
    exact(Alert(110), &["error: tls: unsupported extension", "remote error: unsupported extension", "alert has been received: an unsupported extension was sent", "tlsv1 unsupported extension"]),
    exact(Alert(111), &["error: tls: certificate unobtainable", "remote error: certificate unobtainable", "tlsv1 certificate unobtainable"]),
    exact(Alert(112), &["error: tls: unrecognized name", "remote error: unrecognized name", "alert has been received: the server name sent was not recognized", "tlsv1 unrecognized name", "ssl peer has no certificate for the requested dns name"]),
    exact(Alert(113), &["error: tls: bad certificate status response", "remote error: bad certificate status response", "tlsv1 bad certificate status response"]),
    exact(Alert(114), &["error: tls: bad certificate hash value", "remote error: bad certificate hash value", "tlsv1 bad certificate hash value"]),
    exact(Alert(115), &["error: tls: unknown psk identity", "remote error: unknown psk identity", "alert has been received: the srp/psk username is missing or not known"]),
    exact(Alert(116), &["error: tls: certificate required", "remote error: certificate required", "alert has been received: certificate is required"]),
    exact(Alert(120), &["error: tls: no application protocol", "remote error: no application protocol", "alert has been received: no supported application protocol could be negotiated"]),
    exact(Alert(121), &["error: tls: encrypted client hello required", "remote error: encrypted client hello required"]),
];
