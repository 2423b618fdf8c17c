//! TLS: alerts, versions and cipher suites.
//!
//! Sources: RFC 8446 section 6, RFC 5246 section 7.2 and the IANA registry "TLS Alerts"; names are those of the RFCs.

pub mod suites;

/// A row of the table of alerts.
#[derive(Clone, Copy, Debug)]
pub struct Alert {
    /// The number on the wire.
    pub number: u8,
    /// The name in the RFC: `handshake_failure`.
    pub name: &'static str,
    /// The id of the words; alerts of the same meaning share them.
    pub words: &'static str,
}

/// The row of an alert.
pub fn alert(number: u8) -> Option<&'static Alert> {
    super::find(ALERTS, |row| row.number == number)
}

/// The RFC name of an alert: `handshake_failure`.
pub fn alert_name(number: u8) -> Option<&'static str> {
    alert(number).map(|row| row.name)
}

/// The row of an alert by its name, in any spelling: `handshake_failure`, `handshake failure`, `HandshakeFailure`.
pub fn alert_by_name(name: &str) -> Option<&'static Alert> {
    let letters = |text: &str| -> String {
        let letters = text
            .chars()
            .filter(|letter| !matches!(letter, '_' | '-' | ' '));
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let wanted = letters(name);
    super::find(ALERTS, |row| letters(row.name) == wanted)
}

/// The name of a protocol version, as OpenSSL and the reports of mail servers write it: `TLSv1.2`.
pub fn version_name(version: u16) -> Option<&'static str> {
    match version {
        0x0002 => Some("SSLv2"),
        0x0300 => Some("SSLv3"),
        0x0301 => Some("TLSv1.0"),
        0x0302 => Some("TLSv1.1"),
        0x0303 => Some("TLSv1.2"),
        0x0304 => Some("TLSv1.3"),
        _ => None,
    }
}

/// The IANA name of a cipher suite: `TLS_AES_128_GCM_SHA256`.
pub fn cipher_suite_name(number: u16) -> Option<&'static str> {
    super::find(suites::TABLE, |row| row.0 == number).map(|row| row.1)
}

const fn row(number: u8, name: &'static str, words: &'static str) -> Alert {
    Alert {
        number,
        name,
        words,
    }
}

/// Every alert of the registry, in order, the withdrawn ones included: old servers still send them.
#[rustfmt::skip] // a table is read by its columns
pub const ALERTS: &[Alert] = &[
    row(0, "close_notify", "code-tls-close-notify"),
    row(10, "unexpected_message", "code-tls-unexpected-message"),
    row(20, "bad_record_mac", "code-tls-damaged-record"),
    row(21, "decryption_failed", "code-tls-damaged-record"),
    row(22, "record_overflow", "code-tls-record-overflow"),
    row(30, "decompression_failure", "code-tls-damaged-record"),
    row(40, "handshake_failure", "code-tls-handshake-failure"),
    row(41, "no_certificate", "code-tls-no-certificate"),
    row(42, "bad_certificate", "code-tls-bad-certificate"),
    row(43, "unsupported_certificate", "code-tls-unsupported-certificate"),
    row(44, "certificate_revoked", "code-tls-certificate-revoked"),
    row(45, "certificate_expired", "code-tls-certificate-expired"),
    row(46, "certificate_unknown", "code-tls-certificate-unknown"),
    row(47, "illegal_parameter", "code-tls-illegal-parameter"),
    row(48, "unknown_ca", "code-tls-unknown-ca"),
    row(49, "access_denied", "code-tls-access-denied"),
    row(50, "decode_error", "code-tls-decode-error"),
    row(51, "decrypt_error", "code-tls-decrypt-error"),
    row(52, "too_many_cids_requested", "code-tls-rare"),
    row(60, "export_restriction", "code-tls-rare"),
    row(70, "protocol_version", "code-tls-protocol-version"),
    row(71, "insufficient_security", "code-tls-insufficient-security"),
    row(80, "internal_error", "code-tls-internal-error"),
    row(86, "inappropriate_fallback", "code-tls-inappropriate-fallback"),
    row(90, "user_canceled", "code-tls-user-canceled"),
    row(100, "no_renegotiation", "code-tls-no-renegotiation"),
    row(109, "missing_extension", "code-tls-missing-extension"),
    row(110, "unsupported_extension", "code-tls-unsupported-extension"),
    row(111, "certificate_unobtainable", "code-tls-rare"),
    row(112, "unrecognized_name", "code-tls-unrecognized-name"),
    row(113, "bad_certificate_status_response", "code-tls-bad-status-response"),
    row(114, "bad_certificate_hash_value", "code-tls-rare"),
    row(115, "unknown_psk_identity", "code-tls-rare"),
    row(116, "certificate_required", "code-tls-certificate-required"),
    row(120, "no_application_protocol", "code-tls-no-application-protocol"),
    row(121, "ech_required", "code-tls-rare"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_in_order_and_names_unique() {
        assert!(
            ALERTS
                .windows(2)
                .all(|pair| pair[0].number < pair[1].number)
        );
        assert!(suites::TABLE.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for row in ALERTS {
            assert_eq!(
                alert_by_name(row.name).map(|found| found.number),
                Some(row.number)
            );
        }
    }

    #[test]
    fn an_alert_is_found_in_any_spelling() {
        for name in [
            "handshake_failure",
            "handshake failure",
            "HandshakeFailure",
            "HANDSHAKE-FAILURE",
        ] {
            assert_eq!(
                alert_by_name(name).map(|row| row.number),
                Some(40),
                "{name}"
            );
        }
        assert!(alert_by_name("").is_none());
    }

    #[test]
    fn suites_have_their_iana_names() {
        for (number, name) in [
            (0x0005, "TLS_RSA_WITH_RC4_128_SHA"),
            (0x000A, "TLS_RSA_WITH_3DES_EDE_CBC_SHA"),
            (0x002F, "TLS_RSA_WITH_AES_128_CBC_SHA"),
            (0x0041, "TLS_RSA_WITH_CAMELLIA_128_CBC_SHA"),
            (0x1301, "TLS_AES_128_GCM_SHA256"),
            (0xC013, "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"),
            (0xC02F, "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
            (0xCCA8, "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"),
        ] {
            assert_eq!(cipher_suite_name(number), Some(name));
        }
        assert_eq!(cipher_suite_name(0xFFFF), None);
        assert_eq!(version_name(0x0303), Some("TLSv1.2"));
        assert_eq!(version_name(0x7F1C), None);
    }
}
