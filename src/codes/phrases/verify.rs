//! Why a library refuses a chain of certificates or a handshake: the whole of the lists that libraries have of such sentences,
//! and for what these lists do not have the marks by which a library is known.
//!
//! Sources: OpenSSL `crypto/x509/x509_txt.c`; `GnuTLS` `lib/x509/verify-high.c` and `lib/errors.c`; NSS `SECerrs.h` and NSPR
//! `prerr.h`; Go `crypto/x509` and `crypto/tls`; `OpenJDK` `sun/security/provider/certpath` and `sun/security/validator`; mbedTLS
//! `x509_crt.c`; Windows' `wintrust.h` in words; curl `lib/strerror.c`.

use super::Means::{Alert, Resolver, Socket, Words};
use super::{Group, exact, finding, plain, vague};
use crate::codes::resolver::Failure;
use crate::codes::socket::Condition as C;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    finding("certificate-malformed", &[
        // OpenSSL.
        "format error in certificate's not", "issuer certificate doesn't have a public key", "unable to decrypt certificate's signature",
        "key usage does not include certificate signing", "invalid non-ca certificate", "invalid or inconsistent certificate",
        "no explicit policy", "unsupported extension feature", "excluded subtree violation", "name constraints minimum and maximum not supported",
        "unsupported name constraint type", "unsupported or invalid name", "error*path loop", "cannot find certificate signature algorithm",
        "subject signature algorithm and issuer public key algorithm mismatch", "cert info signature and signature algorithm mismatch",
        "path length invalid for non-ca", "path length given without key usage", "key usage keycertsign invalid for non-ca", "issuer name empty",
        "subject name empty", "missing subject key identifier", "empty subject alternative name", "subject empty and subject alt name extension not critical",
        "authority key identifier marked critical", "subject key identifier marked critical", "ca cert does not include key usage",
        "using cert extension requires at least x509v3", "public key has explicit ecc parameters", "certificate chain too long",
        // GnuTLS.
        "certificate issuer is not a ca", "signature in the certificate is invalid", "violates the signer's constraints",
        "certificate contains an unknown critical extension", "unsupported critical extension in x.509", "duplicate extension in x.509",
        "unsupported extension in x.509", "error in the time fields of certificate", "unknown subject alternative name in x.509",
        "certificate has unsupported attributes", "asn1 parser:",
        // Go.
        "x509: malformed", "x509: failed to parse*constraint", "x509: trailing data", "contains duplicate extensions", "x509: cannot parse", "x509: san*is malformed",
        "x509: inner and outer signature algorithm", "x509: unsupported time format", "x509: unknown public key algorithm", "x509: rsa modulus is not",
        "x509: rsa public exponent is not", "x509: rsa key missing null", "x509: failed to unmarshal elliptic curve point", "x509: public key contains", "x509: ecdsa verification failure", "x509: ed25519 verification failure",
        "x509: ip constraint contained", "x509: empty name constraints", "not authorized to sign other certificates", "not authorized to sign for this name",
        "too many intermediates for path length", "issuer has name constraints but leaf", "issuer name does not match subject from issuing certificate",
        "cannot verify signature: algorithm unimplemented", 
        "parent certificate cannot sign this kind of certificate", "x509: unsupported elliptic curve", "unsupported type of public key",
        // Java.
        "ca key usage check failed", "basic constraints check failed", "name constraints check failed", "certpathvalidatorexception*signature check failed", "name chaining check failed",
        "unrecognized critical extension", "non-null policy tree required", "end user tried to act as a ca", "violated path length constraints",
        // NSS.
        "sec_error_path_len_constraint_invalid", "sec_error_extension_value_invalid", "sec_error_extension_not_found", "sec_error_cert_not_in_name_space",
        "sec_error_invalid_time", "sec_error_unsupported_elliptic_curve", "sec_error_unsupported_ec_point_form", "sec_error_unsupported_keyalg",
        "sec_error_invalid_key", "sec_error_bad_key", "sec_error_reused_issuer_and_serial", "sec_error_policy_validation_failed", "sec_error_algorithm_mismatch",
        "sec_error_invalid_algorithm", "sec_error_unrecognized_oid", "mozilla_pkix_error_empty_issuer_name",
        "mozilla_pkix_error_invalid_integer_encoding", "mozilla_pkix_error_issuer_no_longer_trusted", "mozilla_pkix_error_signature_algorithm_mismatch", "mozilla_pkix_error_additional_policy_constraint_failed", "mozilla_pkix_error_validity_too_long",
        // Windows and .NET.
        "a certificate's basic constraint extension has not been observed", "basic constraint extension of a certificate has not been observed",
        "invalidbasicconstraints", "invalidnameconstraints", "hasnotpermittednameconstraint", "hasexcludednameconstraint", "notsignaturevalid", "invalidextension",
        "hasnotsupportedcriticalextension", "the signature of the certificate cannot be verified", "certificate has an invalid name",
        "certificate that can only be used as an end-entity is being used as a ca", "contains an unknown extension that is marked", "path length constraint in the certification chain",
        "name is not included in the permitted list",
        // rustls, wolfSSL and Python.
        "unhandledcriticalextension", "asn signature error", "invalid_ca",
    ]),
    // mbedTLS says the same of both extensions, and of Netscape's.
    finding("certificate-wrong-purpose", &[
        "usage does not match the keyusage extension", "usage does not match the extendedkeyusage extension", "usage does not match the nscerttype extension",
        "netscape cert type does not permit", "certificate chain does not match the intended purpose", "not authorized for an extended key usage",
        "sec_error_cert_usages_invalid", "notvalidforusage", "certificate is not valid for the requested usage", "certificate being used for a purpose other than",
    ]),
    finding("certificate-key-usage", &["key usage does not include digital signature", "key usage violation in certificate", "keyusage does not allow digital signatures", "keyusage does not allow key encipherment"]),
    finding("certificate-not-yet-valid", &["chain uses not yet valid certificate", "certificate validity starts in the future", "certificate*valid from the future"]),
    finding("certificate-expired", &["chain uses expired certificate", "certificate validity has expired", "errseccertificateexpired", "invalidcertificate(expired"]),
    finding("certificate-weak", &[
        "signature digest algorithm too weak", "signed with an unacceptable hash", "signed with an unacceptable pk alg", "signed with an unacceptable key",
        "sec_error_signature_algorithm_disabled", "insufficient security level", "hasweaksignature", "err_cert_weak_signature_algorithm", "err_cert_weak_key",
    ]),
    finding("certificate-must-staple", &["certificate requires the server to include an ocsp status"]),
    finding("certificate-unknown-issuer", &[
        "authority and subject key identifier mismatch", "authority and issuer serial number mismatch", "subject issuer mismatch", "issuer certificate lookup error",
        "sec_error_unknown_cert", "sec_error_unknown_signer", "issuer check against peer certificate failed", "no trusted certificate found",
        "explicitdistrust", "errsslatscertificatetrustviolation",
    ]).see(&["certificate-chain-incomplete", "tls-intercepted"]),
    exact(Words("code-certificate-revoked"), &["sec_error_revoked_key", "crl cert revoked", "ocsp cert revoked", "errseccertificaterevoked"]),
    exact(Words("code-certificate-revocation-unchecked"), &[
        "unable to decrypt crl", "crl signature failure", "crl is not yet valid", "crl has expired", "format error in crl", "unable to get crl issuer",
        "key usage does not include crl signing", "unhandled critical crl extension", "different crl scope", "crl path validation error", "ocsp verification needed",
        "ocsp verification failed", "ocsp unknown cert", "the ocsp response is invalid",
        "no certificate status (ocsp)", "ocsp response provided doesn't match", "crl verification", "sec_error_crl", "sec_error_krl", "sec_error_old_crl", "sec_error_old_krl",
        "revocation status check failed", "crl is not correctly signed", "crl is expired", "crl is from the future", "invalid status response", "missing crl", "mozilla_pkix_error_ocsp_response_for_cert_missing", "the revocation process could not continue",
    ]),
    exact(Words("code-phrase-certificate-pinned"), &["certificate doesn't match the local copy", "does not match pinned public key", "mozilla_pkix_error_key_pinning_failure"]).see(&["tls-intercepted"]),
    exact(Words("code-phrase-own-key"), &[
        "certificate and the given key do not match", "key values mismatch", "private key does not match public key", "private key mismatch", "private key type does not match public key type",
        "certificate and private key do not match", "private key does not match the certificate",
    ]),
    exact(Words("code-phrase-protocol-not-built-in"), &["curl: (1) unsupported protocol", "not supported or disabled in libcurl"]),
    exact(Words("code-schannel-nothing-in-common"), &[
        "no common key share with peer", "no supported ecc curves were found", "the curve is unsupported", "no supported compression algorithms have been found",
        "could not negotiate a supported compression method", "no ecdhe curve supported by both", "server selected unsupported group", "no suitable groups",
        "no suitable digest algorithm", "used with invalid signature algorithm", "does not comply to algorithm constraints", "unsupported named group", "ssl_error_no_ciphers_supported", "ssl_error_unsupported_signature_algorithm",
        "err_ssl_version_or_cipher_mismatch",
    ]).see(&["tls-no-common-cipher", "tls-version-unsupported"]),
    exact(Words("code-phrase-dh-too-small"), &["errsslweakpeerephemeraldhkey"]),
    finding("tls-version-unsupported", &["err_ssl_obsolete_version"]),
    exact(Alert(48), &["alertreceived(unknownca"]),
    exact(Words("code-phrase-old-renegotiation"), &["unsafe renegotiation denied"]),
    exact(Words("code-phrase-handshake-too-long"), &["handshake data size is too large"]),
    finding("plaintext-on-tls-port", &["tls record packet with invalid length was received"]).see(&["wrong-service", "tls-answered-in-plaintext"]),
    exact(Alert(112), &["sni host name not recognised", "disallowed sni server name"]),
    exact(Alert(120), &["no common application protocol could be negotiated"]),
    exact(Alert(86), &["connection with inappropriate fallback was attempted"]),
    // NSPR's names.
    exact(Socket(C::NetworkUnreachable), &["pr_network_unreachable_error"]),
    exact(Socket(C::HostUnreachable), &["pr_host_unreachable_error"]),
    exact(Socket(C::NetworkDown), &["pr_network_down_error"]),
    exact(Socket(C::ConnectionAborted), &["pr_connect_aborted_error"]),
    exact(Socket(C::AddressNotAvailable), &["pr_address_not_available_error"]),
    exact(Socket(C::AccessDenied), &["pr_no_access_rights_error"]),
    exact(Socket(C::NotConnected), &["pr_not_connected_error"]),
    exact(Socket(C::Shutdown), &["pr_socket_shutdown_error"]),
    exact(Socket(C::TooManyFiles), &["pr_proc_desc_table_full_error"]),
    exact(Resolver(Failure::NotFound), &["pr_directory_lookup_error"]),
    plain(super::Means::Finding("proxy-unreachable"), &["proxy handshake error"]).see(&["proxy-refused"]),
    plain(super::Means::Finding("tls-failed"), &[
        // GnuTLS, of whatever it cannot read.
        "message authentication code verification failed", "unexpected tls handshake packet", "error decoding the received tls packet", "illegal tls extension was received",
        "invalid tls extensions length", "error was encountered at the tls finished packet", "tls warning alert has been received", "error in the pull function",
        "too many empty record packets", "too many handshake packets", "algorithm that is not enabled was negotiated",
        // Go.
        "downgrade attempt detected", "finished message was incorrect", "finished hash",
        // Java.
        "tag mismatch!", "unexpected handshake message", "invalid ecdh serverkeyexchange signature", "insufficient buffer remaining for aead", "failure in ssl library, usually a protocol error", "peer sent no certificates",
    ]),
    plain(Words("code-phrase-hung-up"), &["peer has terminated the connection"]),
    // The server cannot prove that the certificate is its own, which says nothing against the certificate.
    finding("tls-failed", &["invalid signature by the server certificate", "public key signature verification has failed"]),
    // rustls says the same of a signature within the chain and of the one that the server makes.
    exact(Words("code-phrase-server-identity"), &["badsignature"]).see(&["certificate-malformed", "tls-failed"]),
    // Java says so of a certificate, and no login was tried.
    exact(Words("code-phrase-server-identity"), &["peer not authenticated", "could not authenticate peer"]).see(&["certificate-name-mismatch", "certificate-unknown-issuer"]),
    vague(Words("code-phrase-server-identity"), &[
        "verify error:num", "x509_v_err_", "sslpeerunverifiedexception", "invalid certificate or alg", "certpathvalidatorexception", "sec_error_cert_not_valid",
        "application verification failure", "no valid scts found", "sct verification failed", "certificate was missing", "x509: certificate", "x509chainstatus", "ssl_error_bad_certificate", "mozilla_pkix_error",
    ]).see(&["certificate-unknown-issuer", "certificate-name-mismatch", "certificate-expired"]),
    vague(super::Means::Finding("tls-failed"), &["ssl routines:", "gnutls_e_", "ssl_error_", "tls: server", "tls: received", "tls: invalid", "tls: unexpected", "tls: malformed", "tls: internal error", "javax.net.ssl.", "kcfstreamerrordomainssl"]),
];
