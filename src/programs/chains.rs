//! What programs hold certificates to, as data.

use super::Connects::{No, Unknown, Yes};
use super::profile::{ChainRules, RootRules, StatusRules, Usage, Way};
use crate::facts::CriticalExtension as C;

/// `OpenSSL` 3.0.19 (Debian 12), at security level 2.
pub(super) const OPENSSL: ChainRules = ChainRules {
    rsa_bits: 2048,
    // include/openssl/rsa.h, OPENSSL_RSA_MAX_MODULUS_BITS: 16384.
    rsa_large: Yes,
    p521: Yes,
    ecdsa_sha512: Yes,
    ed25519: Yes,
    ed448: Yes,
    sha1: No,
    sha224: Yes,
    pss_key: Yes,
    pss_sha224: Yes,
    // crypto/rsa/rsa_pss.c checks with whatever the certificate says.
    pss_unusual: Yes,
    brainpool: Yes,
    dsa: Yes,
    // crypto/x509/v3_purp.c, X509_supported_extension.
    critical: Some(&[
        C::RevocationLists,
        C::Policies,
        C::PolicyConstraints,
        C::InhibitAnyPolicy,
        C::NetscapeType,
    ]),
    // crypto/x509/x_name.c, x509_name_canon.
    spelled_otherwise: Yes,
    // crypto/x509/x509_vfy.c, find_issuer().
    way: Way::FirstValid,
    most_between: None,
    most_sent: None,
    root_end: No,
    usage: Usage::AnyOfServers,
    // openssl/openssl#7389: s_client shows it and looks at nothing; others do not ask for one.
    status: StatusRules::IGNORED,
    must_staple: Yes,
    authority_as_server: Yes,
    common_name: Yes,
    // s_client and PHP read it, curl does not.
    partial_star: Unknown,
    stars_anywhere: No,
    // crypto/x509/v3_utl.c, valid_star(): two dots at the least.
    top_star: No,
    // curl strips it (lib/vtls/hostcheck.c), OpenSSL does not.
    final_dot: Unknown,
    // do_x509_check(): the subject counts where no name is among the alternative names.
    common_name_beside_url: Yes,
    // curl wants no address there either (lib/vtls/openssl.c).
    common_name_beside_address: Unknown,
    underscore: Yes,
    // OpenSSL takes none behind a star (valid_star, wildcard_match), curl does.
    underscore_by_star: Unknown,
    issuer_purpose: No,
    any_purpose: No,
    issuer_any_purpose: Yes,
    // crypto/x509/v3_purp.c, check_ca.
    issuer_usage: No,
    // crypto/x509/v3_purp.c, ns_reject.
    netscape_without_servers: No,
    names_beyond_ascii: Yes,
    strict: false,
    fetches_issuers: false,
    limits_validity: false,
    sha3_rsa: Yes,
    // openssl/openssl#21224: 3.0 does not check it.
    sha3_ecdsa: Unknown,
    p224: Yes,
    secp256k1: Yes,
    // crypto/x509/x509_vfy.c: X509_V_ERR_EC_KEY_EXPLICIT_PARAMS.
    explicit_curve: No,
    // crypto/x509/v3_purp.c, check_purpose_ssl_server: XKU_SGC.
    gated: Yes,
    gated_issuer: Yes,
    // crypto/x509/v3_purp.c, X509_check_akid.
    issuer_serial: No,
    directory: Yes,
    outside_directory: No,
    no_subject: Yes,
    odd_serial: Yes,
    young_authority: Yes,
    root: RootRules {
        constraints: No,
        path_length: No,
        purpose: No,
        signs: No,
        authority: No,
        key: No,
        serial: No,
    },
};

/// Schannel.
pub(super) const WINDOWS: ChainRules = ChainRules {
    // KB 2661254: below 1024 bits.
    rsa_bits: 1024,
    rsa_large: Unknown,
    p521: Yes,
    ecdsa_sha512: Yes,
    ed25519: No,
    ed448: No,
    // KB 4472027: refused below the public authorities alone.
    sha1: Unknown,
    sha224: Unknown,
    pss_key: Unknown,
    pss_sha224: Unknown,
    pss_unusual: Unknown,
    brainpool: Unknown,
    dsa: Unknown,
    critical: None,
    spelled_otherwise: Unknown,
    way: Way::Any,
    most_between: None,
    most_sent: None,
    root_end: No,
    usage: Usage::Unknown,
    status: StatusRules::UNTOLD,
    must_staple: Yes,
    authority_as_server: Yes,
    common_name: Yes,
    partial_star: Unknown,
    stars_anywhere: Unknown,
    top_star: Unknown,
    final_dot: Unknown,
    common_name_beside_url: Unknown,
    common_name_beside_address: Unknown,
    underscore: Unknown,
    underscore_by_star: Unknown,
    issuer_purpose: Unknown,
    any_purpose: Unknown,
    issuer_any_purpose: Yes,
    issuer_usage: Unknown,
    netscape_without_servers: Unknown,
    names_beyond_ascii: Unknown,
    strict: false,
    fetches_issuers: true,
    limits_validity: false,
    sha3_rsa: Unknown,
    sha3_ecdsa: Unknown,
    p224: Unknown,
    secp256k1: Unknown,
    explicit_curve: Unknown,
    gated: Unknown,
    gated_issuer: Unknown,
    // openssl/openssl#19982.
    issuer_serial: Yes,
    directory: Unknown,
    outside_directory: Unknown,
    no_subject: Unknown,
    odd_serial: Unknown,
    young_authority: Yes,
    root: UNTOLD,
};

/// `mozilla::pkix`, as Thunderbird has it: the sources stand at [`super::profiles`] and at each line.
pub(super) const NSS: ChainRules = ChainRules {
    rsa_bits: 1024,
    // lib/freebl/blapit.h, RSA_MAX_MODULUS_BITS: 16384.
    rsa_large: Yes,
    p521: Yes,
    ecdsa_sha512: Yes,
    ed25519: No,
    ed448: No,
    sha1: No,
    // lib/mozpkix/lib/pkixder.cpp, SignatureAlgorithmIdentifierValue.
    sha224: No,
    pss_key: No,
    pss_sha224: No,
    // lib/mozpkix/lib/pkixder.cpp, SignatureAlgorithmIdentifierValue: three sets of parameters.
    pss_unusual: No,
    brainpool: No,
    dsa: No,
    // lib/mozpkix/lib/pkixcert.cpp, BackCert::RememberExtension.
    critical: Some(&[
        C::Policies,
        C::PolicyConstraints,
        C::InhibitAnyPolicy,
        C::AuthorityAccess,
        C::NetscapeType,
    ]),
    // lib/mozpkix/lib/pkixbuild.cpp, PathBuildingStep::Check: InputsAreEqual.
    // TritonDataCenter/node-sshpk#40.
    spelled_otherwise: No,
    way: Way::Any,
    // lib/mozpkix/lib/pkixbuild.cpp, MAX_SUBCA_COUNT.
    most_between: Some(6),
    most_sent: None,
    // lib/mozpkix/lib/pkixbuild.cpp: the dates of a trust anchor are looked at as those of every certificate.
    root_end: Unknown,
    usage: Usage::Fits,
    // security/certverifier/NSSCertDBTrustDomain.cpp, CheckRevocationByOCSP: what has ended counts only where the authority is
    // asked and does not answer, and so does the status of another certificate.
    status: StatusRules {
        revoked: No,
        ended: Unknown,
        another: Unknown,
        unknown: No,
    },
    must_staple: No,
    // lib/mozpkix/lib/pkixcheck.cpp: CheckBasicConstraints, ERROR_CA_CERT_USED_AS_END_ENTITY.
    authority_as_server: No,
    common_name: No,
    partial_star: No,
    stars_anywhere: No,
    // lib/mozpkix/lib/pkixnames.cpp: two labels behind the star at the least.
    top_star: No,
    final_dot: No,
    common_name_beside_url: No,
    common_name_beside_address: No,
    underscore: Yes,
    underscore_by_star: Yes,
    // lib/mozpkix/lib/pkixcheck.cpp, CheckExtendedKeyUsage: authorities too.
    issuer_purpose: No,
    any_purpose: No,
    issuer_any_purpose: Yes,
    // lib/mozpkix/lib/pkixcheck.cpp, CheckKeyUsage.
    issuer_usage: No,
    // lib/mozpkix/lib/pkixcert.cpp, RememberExtension: what it does not know is passed over.
    netscape_without_servers: Yes,
    names_beyond_ascii: Unknown,
    strict: false,
    fetches_issuers: false,
    limits_validity: false,
    sha3_rsa: No,
    sha3_ecdsa: No,
    p224: No,
    secp256k1: No,
    explicit_curve: No,
    // lib/mozpkix/lib/pkixcheck.cpp, MatchEKU: Netscape's counts for authorities alone.
    gated: No,
    gated_issuer: Unknown,
    issuer_serial: Yes,
    directory: Yes,
    outside_directory: No,
    no_subject: Yes,
    odd_serial: Yes,
    young_authority: Yes,
    root: RootRules {
        constraints: No,
        path_length: No,
        purpose: Unknown,
        signs: Unknown,
        authority: No,
        key: Unknown,
        serial: Unknown,
    },
};

/// As Apple publishes it.
pub(super) const APPLE: ChainRules = ChainRules {
    rsa_bits: 2048,
    rsa_large: Unknown,
    p521: Yes,
    ecdsa_sha512: Yes,
    ed25519: No,
    ed448: No,
    sha1: No,
    sha224: Unknown,
    pss_key: Unknown,
    pss_sha224: Unknown,
    pss_unusual: Unknown,
    brainpool: Unknown,
    dsa: Unknown,
    critical: None,
    spelled_otherwise: Unknown,
    way: Way::Any,
    most_between: None,
    most_sent: None,
    root_end: No,
    usage: Usage::Unknown,
    status: StatusRules::UNTOLD,
    must_staple: Yes,
    authority_as_server: Unknown,
    common_name: No,
    partial_star: Unknown,
    stars_anywhere: Unknown,
    top_star: Unknown,
    final_dot: Unknown,
    common_name_beside_url: No,
    common_name_beside_address: No,
    underscore: Unknown,
    underscore_by_star: Unknown,
    issuer_purpose: Unknown,
    any_purpose: Unknown,
    issuer_any_purpose: Yes,
    issuer_usage: Unknown,
    netscape_without_servers: Unknown,
    names_beyond_ascii: Unknown,
    strict: false,
    fetches_issuers: true,
    limits_validity: true,
    sha3_rsa: Unknown,
    sha3_ecdsa: Unknown,
    p224: Unknown,
    secp256k1: Unknown,
    explicit_curve: Unknown,
    gated: Unknown,
    gated_issuer: Unknown,
    issuer_serial: Unknown,
    directory: Unknown,
    outside_directory: Unknown,
    // smallstep/certificates#302.
    no_subject: No,
    odd_serial: Unknown,
    young_authority: Yes,
    root: UNTOLD,
};

/// Conscrypt and `BoringSSL`.
pub(super) const ANDROID: ChainRules = ChainRules {
    // ChainStrengthAnalyzer.java: RSA below 1024 bits, MD2 and MD5.
    rsa_bits: 1024,
    // include/openssl/rsa.h of BoringSSL: 16384, to be 8192.
    rsa_large: Unknown,
    p521: Yes,
    ecdsa_sha512: Yes,
    ed25519: No,
    ed448: No,
    sha1: Unknown,
    sha224: Unknown,
    pss_key: Unknown,
    pss_sha224: Unknown,
    pss_unusual: Unknown,
    // BoringSSL has none of them (include/openssl/nid.h).
    brainpool: No,
    dsa: Unknown,
    critical: None,
    spelled_otherwise: Unknown,
    way: Way::Any,
    most_between: None,
    most_sent: None,
    root_end: Yes,
    usage: Usage::Unknown,
    status: StatusRules::UNTOLD,
    must_staple: Yes,
    authority_as_server: Unknown,
    common_name: No,
    partial_star: No,
    stars_anywhere: No,
    // OkHostnameVerifier.verifyHostname: no star for a whole top-level domain.
    top_star: No,
    final_dot: Unknown,
    common_name_beside_url: No,
    common_name_beside_address: No,
    underscore: Unknown,
    underscore_by_star: Unknown,
    issuer_purpose: Unknown,
    any_purpose: Unknown,
    issuer_any_purpose: Yes,
    // Its checks of chains are Java's (PKIX).
    issuer_usage: No,
    netscape_without_servers: Unknown,
    names_beyond_ascii: Unknown,
    strict: false,
    fetches_issuers: false,
    limits_validity: false,
    sha3_rsa: Unknown,
    sha3_ecdsa: Unknown,
    p224: Unknown,
    // BoringSSL has neither it nor curves without a name (openssl/openssl#12600).
    secp256k1: No,
    explicit_curve: No,
    gated: Unknown,
    gated_issuer: Unknown,
    issuer_serial: Unknown,
    directory: Unknown,
    outside_directory: Unknown,
    no_subject: Unknown,
    odd_serial: Unknown,
    // thunderbird/thunderbird-android#9608: the list is that of the device, and as old.
    young_authority: Unknown,
    root: UNTOLD,
};

/// gnutls-cli 3.7.9 (Debian 12).
pub(super) const GNUTLS: ChainRules = ChainRules {
    rsa_bits: 1024,
    rsa_large: Yes,
    p521: Yes,
    ecdsa_sha512: Yes,
    ed25519: Yes,
    ed448: Yes,
    sha1: No,
    sha224: Yes,
    pss_key: Yes,
    pss_sha224: No,
    // 3.7.9 takes a salt of any length from a key for RSASSA-PSS alone, and from other RSA keys none but the usual one.
    pss_unusual: Unknown,
    brainpool: No,
    dsa: Yes,
    critical: Some(&[
        C::RevocationLists,
        C::Policies,
        C::InhibitAnyPolicy,
        C::AuthorityAccess,
        C::IssuerKey,
    ]),
    // Mbed-TLS/mbedtls#1033: lib/x509/verify-high.c compares the bytes.
    spelled_otherwise: No,
    // lib/x509/common.c, _gnutls_sort_clist.
    way: Way::First,
    most_between: None,
    // lib/gnutls_int.h, DEFAULT_MAX_VERIFY_DEPTH.
    most_sent: Some(16),
    root_end: No,
    usage: Usage::Fits,
    // gnutls-cli 3.7.9, measured: "revoked", "old and have been superseded", "The received OCSP status response is invalid".
    status: StatusRules {
        revoked: No,
        ended: No,
        another: No,
        unknown: Yes,
    },
    must_staple: No,
    authority_as_server: Yes,
    common_name: Yes,
    partial_star: No,
    stars_anywhere: No,
    // lib/x509/hostname-verify.c: two dots behind the star's place.
    top_star: No,
    final_dot: No,
    // lib/x509/hostname-verify.c, have_other_addresses.
    common_name_beside_url: No,
    common_name_beside_address: No,
    underscore: Yes,
    underscore_by_star: Yes,
    issuer_purpose: No,
    any_purpose: Yes,
    // Seen with 3.7.9: "does not match the intended purpose".
    issuer_any_purpose: No,
    // lib/x509/verify.c, check_if_ca.
    issuer_usage: No,
    netscape_without_servers: Yes,
    names_beyond_ascii: Yes,
    strict: false,
    fetches_issuers: false,
    limits_validity: false,
    sha3_rsa: Yes,
    sha3_ecdsa: Yes,
    p224: Yes,
    secp256k1: No,
    explicit_curve: No,
    gated: No,
    gated_issuer: Yes,
    issuer_serial: Yes,
    directory: Yes,
    outside_directory: Yes,
    no_subject: Yes,
    odd_serial: Yes,
    young_authority: Yes,
    root: RootRules {
        constraints: No,
        path_length: No,
        purpose: Yes,
        signs: No,
        authority: No,
        key: No,
        serial: Yes,
    },
};

/// `crypto/x509`; measured with Go 1.19.
pub(super) const GO: ChainRules = ChainRules {
    // crypto/x509 of 1.24 refuses below 1024.
    rsa_bits: 1024,
    // docs.gitlab.com, "Troubleshooting SSH": "RSA key larger than 8192 bits", since 1.19.12 and 1.20.7.
    rsa_large: Unknown,
    p521: Yes,
    ecdsa_sha512: Yes,
    ed25519: Yes,
    ed448: No,
    // Go 1.18 release notes.
    sha1: No,
    // crypto/x509/x509.go, signatureAlgorithmDetails.
    sha224: No,
    pss_key: No,
    pss_sha224: No,
    // crypto/x509/x509.go, getSignatureAlgorithmFromAI: three sets of parameters.
    pss_unusual: No,
    brainpool: No,
    dsa: No,
    critical: Some(&[
        C::RevocationLists,
        C::Policies,
        C::AuthorityAccess,
        C::IssuerKey,
    ]),
    // golang/go#31440.
    spelled_otherwise: No,
    way: Way::Any,
    most_between: None,
    most_sent: None,
    root_end: No,
    usage: Usage::Ignored,
    // crypto/tls, ConnectionState.OCSPResponse: handed on to whoever asks for it.
    status: StatusRules::IGNORED,
    must_staple: Yes,
    authority_as_server: Yes,
    common_name: No,
    partial_star: No,
    stars_anywhere: No,
    // crypto/x509/verify.go, matchHostnames: the other labels are compared, however many there are.
    top_star: Yes,
    final_dot: No,
    common_name_beside_url: No,
    common_name_beside_address: No,
    underscore: Yes,
    underscore_by_star: Yes,
    issuer_purpose: No,
    any_purpose: Yes,
    issuer_any_purpose: Yes,
    // crypto/x509/x509.go, CheckSignatureFrom.
    issuer_usage: No,
    netscape_without_servers: Yes,
    // crypto/x509/parser.go, parseSANExtension: isIA5String.
    names_beyond_ascii: No,
    strict: false,
    fetches_issuers: false,
    limits_validity: false,
    sha3_rsa: No,
    sha3_ecdsa: No,
    p224: Yes,
    secp256k1: No,
    explicit_curve: No,
    gated: No,
    gated_issuer: No,
    issuer_serial: Yes,
    // crypto/x509/parser.go: constraints of other names than those that it checks are an unknown extension.
    directory: No,
    outside_directory: No,
    no_subject: Yes,
    // caddyserver/caddy#7115: refused since 1.23.
    odd_serial: Unknown,
    young_authority: Yes,
    root: RootRules {
        constraints: No,
        path_length: No,
        purpose: No,
        signs: No,
        authority: No,
        key: Yes,
        serial: Yes,
    },
};

/// `OpenJDK` 17.0.15.
pub(super) const JAVA: ChainRules = ChainRules {
    rsa_bits: 1024,
    rsa_large: Yes,
    p521: Yes,
    ecdsa_sha512: Yes,
    ed25519: Yes,
    ed448: Yes,
    // "SHA1 jdkCA & usage TLSServer": below the authorities that ship with it alone.
    sha1: Unknown,
    sha224: Yes,
    pss_key: Yes,
    pss_sha224: No,
    pss_unusual: Yes,
    // JDK 16 release notes: the legacy curves left.
    brainpool: No,
    dsa: Yes,
    critical: Some(&[C::Policies, C::PolicyConstraints, C::InhibitAnyPolicy]),
    spelled_otherwise: Yes,
    way: Way::Any,
    most_between: None,
    // openjdk/jdk#15163: jdk.tls.client.maxInboundCertificateChainLength.
    most_sent: Some(10),
    root_end: Yes,
    usage: Usage::Fits,
    // OpenJDK 17.0.15, measured: it asks for a status and takes whatever that says.
    status: StatusRules::IGNORED,
    must_staple: Yes,
    authority_as_server: Yes,
    common_name: Yes,
    partial_star: Yes,
    // sun/security/util/HostnameChecker.java, matchAllWildcards.
    stars_anywhere: Yes,
    // sun/security/util/HostnameChecker.java, hasIllegalWildcard: refused where the top-level domain is a known one, of
    // which Java has a list of its own.
    top_star: Unknown,
    final_dot: No,
    common_name_beside_url: Yes,
    common_name_beside_address: Yes,
    // javax.net.ssl.SNIHostName: the rules of RFC 1122 for host names.
    underscore: No,
    underscore_by_star: No,
    // sun/security/validator/EndEntityChecker.java: the purpose of the server alone.
    issuer_purpose: Yes,
    any_purpose: Yes,
    issuer_any_purpose: Yes,
    // sun/security/provider/certpath/KeyChecker.java, verifyCAKeyUsage.
    issuer_usage: No,
    // sun/security/validator/EndEntityChecker.java, checkTLSServer.
    netscape_without_servers: No,
    names_beyond_ascii: Yes,
    strict: false,
    fetches_issuers: false,
    limits_validity: false,
    sha3_rsa: No,
    sha3_ecdsa: No,
    p224: No,
    secp256k1: No,
    explicit_curve: No,
    // sun/security/validator/EndEntityChecker.java: OID_EKU_NS_SGC, OID_EKU_MS_SGC.
    gated: Yes,
    gated_issuer: Yes,
    issuer_serial: Yes,
    directory: Yes,
    outside_directory: No,
    no_subject: No,
    odd_serial: Yes,
    young_authority: Yes,
    root: RootRules {
        constraints: Yes,
        path_length: Yes,
        purpose: Yes,
        signs: No,
        authority: No,
        key: No,
        serial: No,
    },
};

/// webpki with ring.
pub(super) const RUSTLS: ChainRules = ChainRules {
    rsa_bits: 2048,
    // briansmith/ring#1479.
    rsa_large: No,
    p521: No,
    // ring has neither it nor P-521: src/ec/suite_b/ecdsa/verification.rs.
    ecdsa_sha512: No,
    ed25519: Yes,
    ed448: No,
    sha1: No,
    sha224: No,
    pss_key: No,
    pss_sha224: No,
    // rustls-webpki, src/alg_id.rs: three sets of parameters.
    pss_unusual: No,
    brainpool: No,
    dsa: No,
    critical: Some(&[C::RevocationLists]),
    spelled_otherwise: No,
    way: Way::Any,
    // rustls-webpki, src/verify_cert.rs, MAX_SUB_CA_COUNT.
    most_between: Some(6),
    most_sent: None,
    root_end: Yes,
    usage: Usage::Ignored,
    // rustls/src/webpki/server_verifier.rs: "Unvalidated OCSP response".
    status: StatusRules::IGNORED,
    must_staple: Yes,
    authority_as_server: No,
    common_name: No,
    partial_star: No,
    stars_anywhere: No,
    // webpki: src/subject_name/dns_name.rs.
    top_star: No,
    final_dot: No,
    common_name_beside_url: No,
    common_name_beside_address: No,
    underscore: Yes,
    underscore_by_star: Yes,
    issuer_purpose: No,
    any_purpose: No,
    issuer_any_purpose: Yes,
    // rustls-webpki does not look at the key usage.
    issuer_usage: Yes,
    netscape_without_servers: Yes,
    names_beyond_ascii: Yes,
    strict: false,
    fetches_issuers: false,
    limits_validity: false,
    sha3_rsa: No,
    sha3_ecdsa: No,
    p224: No,
    secp256k1: No,
    explicit_curve: No,
    gated: No,
    gated_issuer: No,
    issuer_serial: Yes,
    // rustls/webpki#19.
    directory: No,
    outside_directory: No,
    no_subject: Yes,
    odd_serial: Yes,
    young_authority: Yes,
    root: RootRules {
        constraints: No,
        path_length: Yes,
        purpose: Yes,
        signs: Yes,
        authority: Yes,
        key: Yes,
        serial: Yes,
    },
};

/// Its makers do not say.
const UNTOLD: RootRules = RootRules {
    constraints: Unknown,
    path_length: Unknown,
    purpose: Unknown,
    signs: Unknown,
    authority: Unknown,
    key: Unknown,
    serial: Unknown,
};
