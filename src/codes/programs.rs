//! Numbers and names of programs and libraries that have a space of their own: curl, OpenSSL, Node, Apple, NSS, sysexits.
//!
//! Sources: `curl/curl.h`; OpenSSL `x509_vfy.h`, `sslerr.h`; libuv `uv/errno.h`; Apple `NSURLError.h` and
//! `SecureTransport.h`; NSS `sslerr.h`; `sysexits.h`; nodemailer `lib/smtp-connection`.

use super::phrases::Means;
use super::resolver::Failure;
use super::socket::Condition;
use super::tls;

/// A number of a program, and what it means.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The number.
    pub number: i32,
    /// Its name there.
    pub name: &'static str,
    /// What it means.
    pub means: Means,
}

const fn row(number: i32, name: &'static str, means: Means) -> Row {
    Row {
        number,
        name,
        means,
    }
}

/// The row of a number.
pub fn number(table: &'static [Row], number: i32) -> Option<&'static Row> {
    super::find(table, |row| row.number == number)
}

/// The row of a name, in any case.
pub fn name(name: &str) -> Option<&'static Row> {
    let tables = [CURL, VERIFY, NODE, APPLE, SYSEXITS];
    tables
        .into_iter()
        .find_map(|table| super::find(table, |row| row.name.eq_ignore_ascii_case(name)))
}

/// What an error of OpenSSL means by its number alone: `0A00010B`, `1408F10B`, as they stand behind `error:`.
pub fn openssl(code: &str) -> Option<Means> {
    let packed = u32::from_str_radix(code, 16).ok()?;
    let known = code.len() == 8 && matches!(packed >> 24, 0x0A | 0x14);
    // Twelve bits of reason up to version 1.1, twenty-three from version 3 on; the reasons of TLS need twelve.
    let reason = i32::try_from(packed & 0xFFF).ok()?;
    if !known {
        return None;
    }
    // SSL_AD_REASON_OFFSET: from 1000 on a reason is an alert that came.
    if let Ok(alert) = u8::try_from(reason - 1000)
        && tls::alert(alert).is_some()
    {
        return Some(Means::Alert(alert));
    }
    number(REASONS, reason).map(|row| row.means)
}

/// The name of an error of NSS or `mozilla::pkix` out of the number that Mozilla's programs show for it: `0x805A1FF3`, or
/// 2153390067 where it was printed in decimal. The module is 0x45 + 21, what follows the error with its sign turned
/// (xpcom/base/ErrorList.py; secerr.h, sslerr.h, pkixnss.h).
pub fn nsresult(number: &str) -> Option<&'static str> {
    let code = match number
        .strip_prefix("0x")
        .or_else(|| number.strip_prefix("0X"))
    {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    if code >> 16 != 0x805A {
        return None;
    }
    let error = -i32::try_from(code & 0xFFFF).ok()?;
    super::find(NSS, |(number, _)| *number == error).map(|row| row.1)
}

/// Errors of NSS and `mozilla::pkix` that a certificate or a handshake brings about.
#[rustfmt::skip] // a table is read by its columns
const NSS: &[(i32, &str)] = &[
    (-0x3000 + 2, "SSL_ERROR_NO_CYPHER_OVERLAP"),
    (-0x3000 + 12, "SSL_ERROR_BAD_CERT_DOMAIN"),
    (-0x2000 + 9, "SEC_ERROR_BAD_DER"),
    (-0x2000 + 10, "SEC_ERROR_BAD_SIGNATURE"),
    (-0x2000 + 11, "SEC_ERROR_EXPIRED_CERTIFICATE"),
    (-0x2000 + 12, "SEC_ERROR_REVOKED_CERTIFICATE"),
    (-0x2000 + 13, "SEC_ERROR_UNKNOWN_ISSUER"),
    (-0x2000 + 20, "SEC_ERROR_UNTRUSTED_ISSUER"),
    (-0x2000 + 21, "SEC_ERROR_UNTRUSTED_CERT"),
    (-0x2000 + 30, "SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE"),
    (-0x2000 + 36, "SEC_ERROR_CA_CERT_INVALID"),
    (-0x2000 + 90, "SEC_ERROR_INADEQUATE_KEY_USAGE"),
    (-0x2000 + 91, "SEC_ERROR_INADEQUATE_CERT_TYPE"),
    (-0x2000 + 176, "SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED"),
    (-0x4000 + 1, "MOZILLA_PKIX_ERROR_CA_CERT_USED_AS_END_ENTITY"),
    (-0x4000 + 2, "MOZILLA_PKIX_ERROR_INADEQUATE_KEY_SIZE"),
    (-0x4000 + 3, "MOZILLA_PKIX_ERROR_V1_CERT_USED_AS_CA"),
    (-0x4000 + 5, "MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE"),
    (-0x4000 + 14, "MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT"),
    (-0x4000 + 15, "MOZILLA_PKIX_ERROR_MITM_DETECTED"),
];

/// The alert that NSS names: `SSL_ERROR_HANDSHAKE_FAILURE_ALERT`.
pub fn nss_alert(name: &str) -> Option<&'static tls::Alert> {
    let name = name.to_ascii_uppercase();
    let inner = name.strip_prefix("SSL_ERROR_")?.strip_suffix("_ALERT")?;
    let inner = inner.strip_prefix("RX_").unwrap_or(inner);
    let spelled = match inner {
        "BAD_CERT" => "bad_certificate",
        "UNSUPPORTED_CERT" => "unsupported_certificate",
        "REVOKED_CERT" => "certificate_revoked",
        "EXPIRED_CERT" => "certificate_expired",
        "BAD_CERT_STATUS_RESPONSE" => "bad_certificate_status_response",
        "BAD_CERT_HASH_VALUE" => "bad_certificate_hash_value",
        "HANDSHAKE_UNEXPECTED" => "unexpected_message",
        "BAD_MAC" => "bad_record_mac",
        "INSUFFICIENT_SECURITY" => "insufficient_security",
        other => other,
    };
    tls::alert_by_name(spelled)
}

/// curl's exit codes, as it prints them: `curl: (6)`.
#[rustfmt::skip] // a table is read by its columns
pub const CURL: &[Row] = &[
    row(5, "CURLE_COULDNT_RESOLVE_PROXY", Means::Resolver(Failure::NotFound)),
    row(6, "CURLE_COULDNT_RESOLVE_HOST", Means::Resolver(Failure::NotFound)),
    row(7, "CURLE_COULDNT_CONNECT", Means::Words("code-phrase-connect-failed")),
    row(8, "CURLE_WEIRD_SERVER_REPLY", Means::Finding("unexpected-reply")),
    row(28, "CURLE_OPERATION_TIMEDOUT", Means::Socket(Condition::TimedOut)),
    row(35, "CURLE_SSL_CONNECT_ERROR", Means::Finding("tls-failed")),
    row(51, "CURLE_PEER_FAILED_VERIFICATION", Means::Finding("certificate-name-mismatch")),
    row(52, "CURLE_GOT_NOTHING", Means::Words("code-phrase-hung-up")),
    row(55, "CURLE_SEND_ERROR", Means::Finding("connection-lost")),
    row(56, "CURLE_RECV_ERROR", Means::Finding("connection-lost")),
    row(60, "CURLE_SSL_CACERT", Means::Finding("certificate-unknown-issuer")),
    row(64, "CURLE_USE_SSL_FAILED", Means::Finding("starttls-not-offered")),
    row(67, "CURLE_LOGIN_DENIED", Means::Reply(super::reply::ReplyText::CredentialsRefused)),
    row(77, "CURLE_SSL_CACERT_BADFILE", Means::Words("code-phrase-no-authorities-here")),
    row(90, "CURLE_SSL_PINNEDPUBKEYNOTMATCH", Means::Finding("tls-intercepted")),
    row(91, "CURLE_SSL_INVALIDCERTSTATUS", Means::Words("code-certificate-revocation-unchecked")),
];

/// What OpenSSL's verification says: `verify error:num=20`, `Verify return code: 20`.
#[rustfmt::skip] // a table is read by its columns
pub const VERIFY: &[Row] = &[
    row(0, "X509_V_OK", Means::Words("code-phrase-verified")),
    row(2, "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT", Means::Finding("certificate-unknown-issuer")),
    row(7, "X509_V_ERR_CERT_SIGNATURE_FAILURE", Means::Finding("certificate-malformed")),
    row(9, "X509_V_ERR_CERT_NOT_YET_VALID", Means::Finding("certificate-not-yet-valid")),
    row(10, "X509_V_ERR_CERT_HAS_EXPIRED", Means::Finding("certificate-expired")),
    row(13, "X509_V_ERR_ERROR_IN_CERT_NOT_BEFORE_FIELD", Means::Finding("certificate-malformed")),
    row(14, "X509_V_ERR_ERROR_IN_CERT_NOT_AFTER_FIELD", Means::Finding("certificate-malformed")),
    row(18, "X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT", Means::Finding("certificate-self-signed")),
    row(19, "X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN", Means::Words("code-phrase-untrusted-root-sent")),
    row(20, "X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY", Means::Finding("certificate-unknown-issuer")),
    row(21, "X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE", Means::Finding("certificate-chain-incomplete")),
    row(3, "X509_V_ERR_UNABLE_TO_GET_CRL", Means::Words("code-certificate-revocation-unchecked")),
    row(23, "X509_V_ERR_CERT_REVOKED", Means::Words("code-certificate-revoked")),
    row(24, "X509_V_ERR_INVALID_CA", Means::Finding("certificate-malformed")),
    row(26, "X509_V_ERR_INVALID_PURPOSE", Means::Finding("certificate-wrong-purpose")),
    row(27, "X509_V_ERR_CERT_UNTRUSTED", Means::Finding("certificate-unknown-issuer")),
    row(28, "X509_V_ERR_CERT_REJECTED", Means::Finding("certificate-unknown-issuer")),
    row(62, "X509_V_ERR_HOSTNAME_MISMATCH", Means::Finding("certificate-name-mismatch")),
    row(64, "X509_V_ERR_IP_ADDRESS_MISMATCH", Means::Finding("certificate-name-mismatch")),
    row(66, "X509_V_ERR_EE_KEY_TOO_SMALL", Means::Finding("certificate-weak")),
    row(67, "X509_V_ERR_CA_KEY_TOO_SMALL", Means::Finding("certificate-weak")),
    row(68, "X509_V_ERR_CA_MD_TOO_WEAK", Means::Finding("certificate-weak")),
];

/// Reasons of OpenSSL's TLS library.
#[rustfmt::skip] // a table is read by its columns
const REASONS: &[Row] = &[
    row(0x0FC, "SSL_R_UNKNOWN_PROTOCOL", Means::Finding("plaintext-on-tls-port")),
    row(0x10B, "SSL_R_WRONG_VERSION_NUMBER", Means::Finding("plaintext-on-tls-port")),
    row(0x0C6, "SSL_R_PACKET_LENGTH_TOO_LONG", Means::Finding("plaintext-on-tls-port")),
    row(0x086, "SSL_R_CERTIFICATE_VERIFY_FAILED", Means::Finding("certificate-unknown-issuer")),
    row(0x126, "SSL_R_UNEXPECTED_EOF_WHILE_READING", Means::Finding("tls-closed")),
    row(0x152, "SSL_R_UNSAFE_LEGACY_RENEGOTIATION_DISABLED", Means::Words("code-phrase-old-renegotiation")),
    row(0x102, "SSL_R_UNSUPPORTED_PROTOCOL", Means::Finding("tls-version-unsupported")),
    row(0x0BF, "SSL_R_NO_PROTOCOLS_AVAILABLE", Means::Finding("tls-version-unsupported")),
    row(0x0C1, "SSL_R_NO_SHARED_CIPHER", Means::Words("code-schannel-nothing-in-common")),
    row(0x18A, "SSL_R_DH_KEY_TOO_SMALL", Means::Words("code-phrase-dh-too-small")),
];

/// libuv's numbers on Windows and for names, and what nodemailer calls its errors.
#[rustfmt::skip] // a table is read by its columns
pub const NODE: &[Row] = &[
    row(-4039, "ETIMEDOUT", Means::Socket(Condition::TimedOut)),
    row(-4078, "ECONNREFUSED", Means::Socket(Condition::ConnectionRefused)),
    row(-4077, "ECONNRESET", Means::Socket(Condition::ConnectionReset)),
    row(-4079, "ECONNABORTED", Means::Socket(Condition::ConnectionAborted)),
    row(-4073, "EHOSTUNREACH", Means::Socket(Condition::HostUnreachable)),
    row(-4062, "ENETUNREACH", Means::Socket(Condition::NetworkUnreachable)),
    row(-4063, "ENETDOWN", Means::Socket(Condition::NetworkDown)),
    row(-4090, "EADDRNOTAVAIL", Means::Socket(Condition::AddressNotAvailable)),
    row(-4091, "EADDRINUSE", Means::Socket(Condition::AddressInUse)),
    row(-4092, "EACCES", Means::Socket(Condition::AccessDenied)),
    row(-4048, "EPERM", Means::Socket(Condition::NotPermitted)),
    row(-4047, "EPIPE", Means::Socket(Condition::BrokenPipe)),
    row(-4046, "EPROTO", Means::Socket(Condition::Protocol)),
    row(-4058, "ENOENT", Means::Socket(Condition::NoSuchFile)),
    row(-4095, "EOF", Means::Words("code-phrase-hung-up")),
    row(-3008, "ENOTFOUND", Means::Resolver(Failure::NotFound)),
    row(-3001, "EAI_AGAIN", Means::Resolver(Failure::TryAgain)),
    row(-3007, "EAI_NODATA", Means::Resolver(Failure::NoData)),
    row(-3004, "EAI_FAIL", Means::Resolver(Failure::Permanent)),
    row(i32::MIN, "EAUTH", Means::Words("code-node-eauth")),
    row(i32::MIN, "ESOCKET", Means::Words("code-node-esocket")),
    row(i32::MIN, "ECONNECTION", Means::Words("code-node-econnection")),
    row(i32::MIN, "EENVELOPE", Means::Words("code-phrase-envelope")),
    row(i32::MIN, "EMESSAGE", Means::Words("code-node-emessage")),
    row(i32::MIN, "ESTREAM", Means::Words("code-node-emessage")),
    row(i32::MIN, "EPROTOCOL", Means::Finding("unexpected-reply")),
    row(i32::MIN, "ETLS", Means::Finding("starttls-refused")),
    row(i32::MIN, "EDNS", Means::Words("code-phrase-name-lookup-failed")),
    row(i32::MIN, "ESERVFAIL", Means::Resolver(Failure::TryAgain)),
    row(i32::MIN, "ENODATA", Means::Resolver(Failure::NoData)),
    row(i32::MIN, "ETIMEOUT", Means::Words("code-phrase-dns-silent")),
    row(i32::MIN, "EREFUSED", Means::Finding("dns-refused")),
    row(i32::MIN, "ENONAME", Means::Resolver(Failure::NotFound)),
];

/// Apple's `NSURLErrorDomain`, `kCFErrorDomainCFNetwork` and `errSSL` (Secure Transport's `SecureTransport.h`).
#[rustfmt::skip] // a table is read by its columns
pub const APPLE: &[Row] = &[
    row(-1001, "NSURLErrorTimedOut", Means::Socket(Condition::TimedOut)),
    row(-1003, "NSURLErrorCannotFindHost", Means::Resolver(Failure::NotFound)),
    row(-1004, "NSURLErrorCannotConnectToHost", Means::Words("code-phrase-connect-failed")),
    row(-1005, "NSURLErrorNetworkConnectionLost", Means::Words("code-phrase-hung-up")),
    row(-1006, "NSURLErrorDNSLookupFailed", Means::Words("code-phrase-name-lookup-failed")),
    row(-1009, "NSURLErrorNotConnectedToInternet", Means::Finding("no-route-here")),
    row(-1011, "NSURLErrorBadServerResponse", Means::Finding("unexpected-reply")),
    row(-1012, "NSURLErrorUserCancelledAuthentication", Means::Reply(super::reply::ReplyText::CredentialsRefused)),
    row(-1013, "NSURLErrorUserAuthenticationRequired", Means::Reply(super::reply::ReplyText::AuthenticationRequired)),
    row(-1200, "NSURLErrorSecureConnectionFailed", Means::Finding("tls-failed")),
    row(-1201, "NSURLErrorServerCertificateHasBadDate", Means::Finding("certificate-expired")),
    row(-1202, "NSURLErrorServerCertificateUntrusted", Means::Finding("certificate-unknown-issuer")),
    row(-1203, "NSURLErrorServerCertificateHasUnknownRoot", Means::Finding("certificate-unknown-issuer")),
    row(-1204, "NSURLErrorServerCertificateNotYetValid", Means::Finding("certificate-not-yet-valid")),
    row(-1205, "NSURLErrorClientCertificateRejected", Means::Finding("client-certificate-required")),
    row(-1206, "NSURLErrorClientCertificateRequired", Means::Finding("client-certificate-required")),
    row(-9800, "errSSLProtocol", Means::Finding("tls-failed")),
    row(-9801, "errSSLNegotiation", Means::Words("code-schannel-nothing-in-common")),
    row(-9802, "errSSLFatalAlert", Means::Finding("tls-failed")),
    row(-9805, "errSSLClosedGraceful", Means::Finding("tls-closed")),
    row(-9806, "errSSLClosedAbort", Means::Finding("tls-closed")),
    row(-9807, "errSSLXCertChainInvalid", Means::Finding("certificate-unknown-issuer")),
    row(-9808, "errSSLBadCert", Means::Words("code-phrase-server-identity")),
    row(-9809, "errSSLCrypto", Means::Finding("tls-failed")),
    row(-9810, "errSSLInternal", Means::Finding("tls-failed")),
    row(-9812, "errSSLUnknownRootCert", Means::Finding("certificate-unknown-issuer")),
    row(-9813, "errSSLNoRootCert", Means::Finding("certificate-unknown-issuer")),
    row(-9814, "errSSLCertExpired", Means::Finding("certificate-expired")),
    row(-9815, "errSSLCertNotYetValid", Means::Finding("certificate-not-yet-valid")),
    row(-9816, "errSSLClosedNoNotify", Means::Finding("tls-closed")),
    row(-9818, "errSSLBadCipherSuite", Means::Words("code-schannel-nothing-in-common")),
    row(-9819, "errSSLPeerUnexpectedMsg", Means::Alert(10)),
    row(-9820, "errSSLPeerBadRecordMac", Means::Alert(20)),
    row(-9822, "errSSLPeerRecordOverflow", Means::Alert(22)),
    row(-9824, "errSSLPeerHandshakeFail", Means::Alert(40)),
    row(-9825, "errSSLPeerBadCert", Means::Alert(42)),
    row(-9826, "errSSLPeerUnsupportedCert", Means::Alert(43)),
    row(-9827, "errSSLPeerCertRevoked", Means::Alert(44)),
    row(-9828, "errSSLPeerCertExpired", Means::Alert(45)),
    row(-9829, "errSSLPeerCertUnknown", Means::Alert(46)),
    row(-9830, "errSSLIllegalParam", Means::Alert(47)),
    row(-9831, "errSSLPeerUnknownCA", Means::Alert(48)),
    row(-9832, "errSSLPeerAccessDenied", Means::Alert(49)),
    row(-9833, "errSSLPeerDecodeError", Means::Alert(50)),
    row(-9834, "errSSLPeerDecryptError", Means::Alert(51)),
    row(-9836, "errSSLPeerProtocolVersion", Means::Alert(70)),
    row(-9837, "errSSLPeerInsufficientSecurity", Means::Alert(71)),
    row(-9838, "errSSLPeerInternalError", Means::Alert(80)),
    row(-9843, "errSSLHostNameMismatch", Means::Finding("certificate-name-mismatch")),
    row(-9844, "errSSLConnectionRefused", Means::Finding("tls-closed")),
    row(-9845, "errSSLDecryptionFail", Means::Finding("tls-failed")),
    row(-9846, "errSSLBadRecordMac", Means::Finding("tls-failed")),
    row(-9847, "errSSLRecordOverflow", Means::Finding("tls-failed")),
    row(-9848, "errSSLBadConfiguration", Means::Finding("tls-failed")),
];

/// What sendmail, msmtp and others exit with.
#[rustfmt::skip] // a table is read by its columns
pub const SYSEXITS: &[Row] = &[
    row(64, "EX_USAGE", Means::Words("code-sysexit-settings")),
    row(65, "EX_DATAERR", Means::Words("code-sysexit-refused")),
    row(66, "EX_NOINPUT", Means::Words("code-sysexit-settings")),
    row(67, "EX_NOUSER", Means::Reply(super::reply::ReplyText::MailboxUnknown)),
    row(68, "EX_NOHOST", Means::Resolver(Failure::NotFound)),
    row(69, "EX_UNAVAILABLE", Means::Words("code-sysexit-unavailable")),
    row(70, "EX_SOFTWARE", Means::Words("code-sysexit-system")),
    row(71, "EX_OSERR", Means::Words("code-sysexit-system")),
    row(72, "EX_OSFILE", Means::Words("code-sysexit-system")),
    row(73, "EX_CANTCREAT", Means::Words("code-sysexit-system")),
    row(74, "EX_IOERR", Means::Words("code-sysexit-io")),
    row(75, "EX_TEMPFAIL", Means::Words("code-sysexit-tempfail")),
    row(76, "EX_PROTOCOL", Means::Finding("unexpected-reply")),
    row(77, "EX_NOPERM", Means::Words("code-sysexit-noperm")),
    row(78, "EX_CONFIG", Means::Words("code-sysexit-settings")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_openssl_error_is_read_by_its_number_alone() {
        // Both generations: error:1408F10B and error:0A00010B are one thing (nodemailer#1461).
        for code in ["1408F10B", "0A00010B", "140770FC"] {
            assert_eq!(
                openssl(code),
                Some(Means::Finding("plaintext-on-tls-port")),
                "{code}"
            );
        }
        assert_eq!(openssl("14094410"), Some(Means::Alert(40)));
        assert_eq!(openssl("0A000410"), Some(Means::Alert(40)));
        assert_eq!(openssl("0A000458"), Some(Means::Alert(112)));
        assert_eq!(openssl("0A00042E"), Some(Means::Alert(70)));
        assert_eq!(openssl("800CCC0E"), None);
        assert_eq!(openssl("0A00"), None);
    }

    #[test]
    fn every_alert_of_nss_is_known() {
        for (name, number) in [
            ("SSL_ERROR_HANDSHAKE_FAILURE_ALERT", 40),
            ("SSL_ERROR_BAD_CERT_ALERT", 42),
            ("SSL_ERROR_UNKNOWN_CA_ALERT", 48),
            ("ssl_error_rx_certificate_required_alert", 116),
            ("SSL_ERROR_UNRECOGNIZED_NAME_ALERT", 112),
            ("SSL_ERROR_PROTOCOL_VERSION_ALERT", 70),
        ] {
            assert_eq!(
                nss_alert(name).map(|row| row.number),
                Some(number),
                "{name}"
            );
        }
        assert!(nss_alert("SSL_ERROR_NO_CYPHER_OVERLAP").is_none());
    }
}
