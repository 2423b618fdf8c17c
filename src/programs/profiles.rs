//! What programs take, as data.
//!
//! Where a program of Debian stands for the profile, the lists are those of its own hello, taken on loopback, and a test
//! holds them against the real program. The others are what their makers publish; the source stands at each.

use super::Connects::{No, Yes};
use super::chains;
use super::profile::{ChainRules, Profile};
use crate::facts::ProfileId;

const TLS_1_0: u16 = 0x0301;
const TLS_1_1: u16 = 0x0302;
const TLS_1_2: u16 = 0x0303;
const TLS_1_3: u16 = 0x0304;

/// Of today.
const MODERN: &[u16] = &[TLS_1_2, TLS_1_3];
/// RFC 8996 withdrew them.
const WITHDRAWN: &[u16] = &[TLS_1_0, TLS_1_1];

/// Every profile, in the order in which they are told.
pub static PROFILES: [Profile; 13] = [
    OPENSSL,
    PYTHON,
    WINDOWS_10,
    WINDOWS_11,
    NSS,
    APPLE,
    ANDROID,
    GNUTLS,
    POSTFIX,
    POSTFIX_VERIFYING,
    GO,
    JAVA,
    RUSTLS,
];

/// Hello of curl 7.88.1 with `OpenSSL` 3.0.19 (Debian 12), at security level 2.
const OPENSSL: Profile = Profile {
    id: ProfileId::OpenSsl,
    name: "OpenSSL 3 (curl, PHP)",
    is_mail: true,
    is_server: true,
    sends_name: true,
    versions: MODERN,
    // Debian's offers them, Ubuntu and Red Hat have TLS 1.2 as the least.
    older_versions: WITHDRAWN,
    // SSL_CTX_set_security_level(3): a signature with SHA-1 has too few bits for level 1.
    old_signatures: false,
    suites: &[
        0x1302, 0x1303, 0x1301, 0xc02c, 0xc030, 0x009f, 0xcca9, 0xcca8, 0xccaa, 0xc02b, 0xc02f,
        0x009e, 0xc024, 0xc028, 0x006b, 0xc023, 0xc027, 0x0067, 0xc00a, 0xc014, 0x0039, 0xc009,
        0xc013, 0x0033, 0x009d, 0x009c, 0x003d, 0x003c, 0x0035, 0x002f,
    ],
    older_suites: &[],
    groups: &[
        0x001d, 0x0017, 0x001e, 0x0019, 0x0018, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104,
    ],
    schemes: &[
        0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b, 0x0804, 0x0805, 0x0806,
        0x0401, 0x0501, 0x0601, 0x0303, 0x0301,
    ],
    // SSL_CTX_set_security_level(3): level 2 wants 112 bits, which are 2048 of a prime or an RSA key.
    dh_bits: 2048,
    // SSL_CTX_set_options(3): SSL_OP_LEGACY_SERVER_CONNECT is off since 3.0.
    wants_renegotiation_info: true,
    chain: Some(chains::OPENSSL),
};

/// Hello of Postfix 3.7.11 (Debian 12) with its defaults at `smtp_tls_security_level` may and encrypt: ciphers medium,
/// protocols from TLS 1.0 on. Postfix sets `OpenSSL`'s security level to 0 there (`src/tls/tls_client.c`) and goes on whatever
/// the certificate is (`TLS_README`, "Opportunistic TLS" and "Mandatory TLS encryption").
const POSTFIX: Profile = Profile {
    id: ProfileId::Postfix,
    name: "Postfix (may, encrypt)",
    is_mail: false,
    is_server: true,
    // postconf(5), smtp_tls_servername: empty by default; only DANE sends the name of its records.
    sends_name: false,
    versions: MODERN,
    // As OpenSSL has it.
    older_versions: WITHDRAWN,
    old_signatures: true,
    suites: &[
        0x1302, 0x1303, 0x1301, 0x00a7, 0x006d, 0x00c5, 0xc019, 0x003a, 0x0089, 0xc02c, 0xc030,
        0x00a3, 0x009f, 0xcca9, 0xcca8, 0xccaa, 0xc0af, 0xc0ad, 0xc0a3, 0xc09f, 0xc05d, 0xc061,
        0xc057, 0xc053, 0xc024, 0xc028, 0x006b, 0x006a, 0xc073, 0xc077, 0x00c4, 0x00c3, 0xc00a,
        0xc014, 0x0039, 0x0038, 0x0088, 0x0087, 0x009d, 0xc0a1, 0xc09d, 0xc051, 0x003d, 0x00c0,
        0x0035, 0x0084, 0x00a6, 0x006c, 0x00bf, 0xc018, 0x0034, 0x0046, 0xc02b, 0xc02f, 0x00a2,
        0x009e, 0xc0ae, 0xc0ac, 0xc0a2, 0xc09e, 0xc05c, 0xc060, 0xc056, 0xc052, 0xc023, 0xc027,
        0x0067, 0x0040, 0xc072, 0xc076, 0x00be, 0x00bd, 0xc009, 0xc013, 0x0033, 0x0032, 0x0045,
        0x0044, 0x009c, 0xc0a0, 0xc09c, 0xc050, 0x003c, 0x00ba, 0x002f, 0x0041,
    ],
    older_suites: &[],
    // tls_eecdh_auto_curves.
    groups: &[0x001d, 0x001e, 0x0017, 0x0019, 0x0018],
    schemes: &[
        0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b, 0x0804, 0x0805, 0x0806,
        0x0401, 0x0501, 0x0601, 0x0303, 0x0203, 0x0301, 0x0201, 0x0302, 0x0202, 0x0402, 0x0502,
        0x0602,
    ],
    // crypto/dh/dh_key.c: DH_MIN_MODULUS_BITS.
    dh_bits: 512,
    // src/tls/tls_misc.c: nothing that SSL_OP_ALL has not, and SSL_OP_LEGACY_SERVER_CONNECT is not in it since 3.0.
    wants_renegotiation_info: true,
    chain: None,
};

/// The same at verify and secure: the security level is 1, which is 80 bits (`src/tls/tls_client.c`), and suites without a
/// certificate are out. The handshake is that of dane and dane-only too; there TLSA records stand in for the chain.
const POSTFIX_VERIFYING: Profile = Profile {
    id: ProfileId::PostfixVerifying,
    name: "Postfix (verify, secure)",
    old_signatures: false,
    suites: &[
        0x1302, 0x1303, 0x1301, 0xc02c, 0xc030, 0x00a3, 0x009f, 0xcca9, 0xcca8, 0xccaa, 0xc0af,
        0xc0ad, 0xc0a3, 0xc09f, 0xc05d, 0xc061, 0xc057, 0xc053, 0xc024, 0xc028, 0x006b, 0x006a,
        0xc073, 0xc077, 0x00c4, 0x00c3, 0xc00a, 0xc014, 0x0039, 0x0038, 0x0088, 0x0087, 0x009d,
        0xc0a1, 0xc09d, 0xc051, 0x003d, 0x00c0, 0x0035, 0x0084, 0xc02b, 0xc02f, 0x00a2, 0x009e,
        0xc0ae, 0xc0ac, 0xc0a2, 0xc09e, 0xc05c, 0xc060, 0xc056, 0xc052, 0xc023, 0xc027, 0x0067,
        0x0040, 0xc072, 0xc076, 0x00be, 0x00bd, 0xc009, 0xc013, 0x0033, 0x0032, 0x0045, 0x0044,
        0x009c, 0xc0a0, 0xc09c, 0xc050, 0x003c, 0x00ba, 0x002f, 0x0041,
    ],
    schemes: &[
        0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b, 0x0804, 0x0805, 0x0806,
        0x0401, 0x0501, 0x0601, 0x0303, 0x0301, 0x0302, 0x0402, 0x0502, 0x0602,
    ],
    // SSL_CTX_set_security_level(3): 80 bits are 1024 of a prime or an RSA key.
    dh_bits: 1024,
    chain: Some(ChainRules {
        rsa_bits: 1024,
        // src/tls/tls_client.c: X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS.
        partial_star: No,
        // Names are held against the certificate by OpenSSL itself.
        final_dot: No,
        common_name_beside_address: Yes,
        underscore_by_star: No,
        ..chains::OPENSSL
    }),
    ..POSTFIX
};

/// Lib/ssl.py and Modules/_ssl.c of Python 3.13: `create_default_context` sets `VERIFY_X509_STRICT`, and the default
/// ciphers are "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM". The common
/// name counts for nothing since 3.7.
const PYTHON: Profile = Profile {
    id: ProfileId::Python,
    name: "Python 3.13+",
    is_mail: false,
    is_server: false,
    sends_name: true,
    // create_default_context sets TLS 1.2 as the least since 3.10.
    older_versions: &[],
    suites: &[
        0x1302, 0x1303, 0x1301, 0xc02c, 0xc030, 0xc02b, 0xc02f, 0xcca9, 0xcca8, 0xc024, 0xc028,
        0xc023, 0xc027, 0x009f, 0x009e, 0x006b, 0x0067,
    ],
    chain: Some(ChainRules {
        common_name: No,
        common_name_beside_url: No,
        common_name_beside_address: No,
        final_dot: No,
        underscore_by_star: No,
        partial_star: No,
        strict: true,
        ..chains::OPENSSL
    }),
    ..OPENSSL
};

/// learn.microsoft.com, "TLS Cipher Suites in Windows 10 v22H2" and "TLS Elliptic Curves in Windows 10 version 1607 and
/// later"; "Protocols in TLS/SSL (Schannel SSP)": TLS 1.3 is not supported, 1.0 and 1.1 can be switched on and off.
const WINDOWS_10: Profile = Profile {
    id: ProfileId::Windows10,
    name: "Windows 10 (Outlook, .NET)",
    is_mail: true,
    is_server: true,
    sends_name: true,
    versions: &[TLS_1_2],
    older_versions: WITHDRAWN,
    old_signatures: true,
    suites: &[
        0xc02c, 0xc02b, 0xc030, 0xc02f, 0x009f, 0x009e, 0xc024, 0xc023, 0xc028, 0xc027, 0xc00a,
        0xc009, 0xc014, 0xc013, 0x009d, 0x009c, 0x003d, 0x003c, 0x0035, 0x002f,
    ],
    older_suites: &[0x0039, 0x0033, 0x000a],
    groups: &[0x001d, 0x0017, 0x0018],
    schemes: &[
        0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0201, 0x0403, 0x0503, 0x0603, 0x0203,
    ],
    // Microsoft Security Advisory 3174644.
    dh_bits: 1024,
    wants_renegotiation_info: false,
    chain: Some(chains::WINDOWS),
};

/// learn.microsoft.com, "TLS Cipher Suites in Windows 11": the same and `ChaCha20` for TLS 1.3 alone.
const WINDOWS_11: Profile = Profile {
    id: ProfileId::Windows11,
    name: "Windows 11 (Outlook, .NET)",
    versions: MODERN,
    suites: &[
        0x1302, 0x1301, 0xc02c, 0xc02b, 0xc030, 0xc02f, 0x009f, 0x009e, 0xc024, 0xc023, 0xc028,
        0xc027, 0xc00a, 0xc009, 0xc014, 0xc013, 0x009d, 0x009c, 0x003d, 0x003c, 0x0035, 0x002f,
    ],
    older_suites: &[0x1303, 0x0039, 0x0033],
    ..WINDOWS_10
};

/// mozilla-central, security/manager/ssl/nsNSSComponent.cpp (`sCipherPrefs`, `EnabledGroups`, signature schemes) and
/// security/certverifier/NSSCertDBTrustDomain.cpp; must-staple: `security.ssl.enable_ocsp_must_staple`, on by default.
const NSS: Profile = Profile {
    id: ProfileId::Nss,
    name: "Thunderbird",
    is_mail: true,
    is_server: false,
    sends_name: true,
    versions: MODERN,
    older_versions: &[],
    old_signatures: true,
    suites: &[
        0x1301, 0x1303, 0x1302, 0xc02b, 0xc02f, 0xcca9, 0xcca8, 0xc02c, 0xc030, 0xc00a, 0xc009,
        0xc013, 0xc014, 0x009c, 0x009d, 0x002f, 0x0035,
    ],
    older_suites: &[0x0033, 0x0039, 0x000a],
    groups: &[0x001d, 0x0017, 0x0018, 0x0019, 0x0100, 0x0101],
    schemes: &[
        0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201,
    ],
    dh_bits: 1023,
    wants_renegotiation_info: false,
    chain: Some(chains::NSS),
};

/// Apple Platform Security, "TLS security"; Safari's hello; support.apple.com/103769 "Requirements for trusted
/// certificates in iOS 13 and macOS 10.15": RSA of 2048 bits, SHA-2, names among the alternative ones, 825 days.
const APPLE: Profile = Profile {
    id: ProfileId::Apple,
    name: "Apple Mail",
    is_mail: true,
    is_server: false,
    sends_name: true,
    versions: MODERN,
    older_versions: WITHDRAWN,
    old_signatures: true,
    suites: &[
        0x1301, 0x1302, 0x1303, 0xc02c, 0xc02b, 0xcca9, 0xc030, 0xc02f, 0xcca8, 0xc00a, 0xc009,
        0xc014, 0xc013, 0x009d, 0x009c, 0x0035, 0x002f,
    ],
    older_suites: &[
        0xc024, 0xc023, 0xc028, 0xc027, 0x003d, 0x003c, 0xc008, 0xc012, 0x000a,
    ],
    groups: &[0x001d, 0x0017, 0x0018, 0x0019],
    schemes: &[
        0x0403, 0x0804, 0x0401, 0x0503, 0x0203, 0x0805, 0x0501, 0x0806, 0x0601, 0x0201,
    ],
    dh_bits: 1024,
    wants_renegotiation_info: false,
    chain: Some(chains::APPLE),
};

/// Conscrypt's default suites (`NativeCrypto.java`, `DEFAULT_X509_CIPHER_SUITES`) and `BoringSSL`'s groups and schemes
/// (ssl/extensions.cc, `kVerifySignatureAlgorithms`).
const ANDROID: Profile = Profile {
    id: ProfileId::Android,
    name: "Android (Gmail, K-9, Thunderbird for Android)",
    is_mail: true,
    is_server: false,
    sends_name: true,
    versions: MODERN,
    older_versions: WITHDRAWN,
    old_signatures: true,
    suites: &[
        0x1301, 0x1302, 0x1303, 0xc02b, 0xc02c, 0xcca9, 0xc02f, 0xc030, 0xcca8, 0xc009, 0xc00a,
        0xc013, 0xc014, 0x009c, 0x009d, 0x002f, 0x0035,
    ],
    older_suites: &[],
    groups: &[0x001d, 0x0017, 0x0018],
    schemes: &[
        0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601, 0x0201,
    ],
    dh_bits: 1024,
    wants_renegotiation_info: false,
    chain: Some(chains::ANDROID),
};

/// Hello of gnutls-cli 3.7.9 (Debian 12), priority NORMAL.
const GNUTLS: Profile = Profile {
    id: ProfileId::GnuTls,
    name: "GnuTLS (Exim on Debian, msmtp)",
    is_mail: false,
    is_server: true,
    sends_name: true,
    versions: MODERN,
    // 3.7 still speaks them; 3.8 in many systems does not.
    older_versions: WITHDRAWN,
    old_signatures: true,
    suites: &[
        0x1302, 0x1303, 0x1301, 0x1304, 0xc02c, 0xcca9, 0xc0ad, 0xc00a, 0xc02b, 0xc0ac, 0xc009,
        0xc030, 0xcca8, 0xc014, 0xc02f, 0xc013, 0x009d, 0xc09d, 0x0035, 0x009c, 0xc09c, 0x002f,
        0x009f, 0xccaa, 0xc09f, 0x0039, 0x009e, 0xc09e, 0x0033,
    ],
    older_suites: &[],
    groups: &[
        0x0017, 0x0018, 0x0019, 0x001d, 0x001e, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104,
    ],
    schemes: &[
        0x0401, 0x0809, 0x0804, 0x0403, 0x0807, 0x0501, 0x080a, 0x0805, 0x0503, 0x0808, 0x0601,
        0x080b, 0x0806, 0x0603, 0x0201, 0x0203,
    ],
    dh_bits: 1008,
    // gnutls.info, "Safe renegotiation": %PARTIAL_RENEGOTIATION is the default of clients.
    wants_renegotiation_info: false,
    chain: Some(chains::GNUTLS),
};

/// Hello of Go 1.19; `src/crypto/tls/cipher_suites.go`. RSA key exchange left the defaults with 1.22, 3DES with 1.23.
const GO: Profile = Profile {
    id: ProfileId::Go,
    name: "Go",
    is_mail: false,
    is_server: false,
    sends_name: true,
    versions: MODERN,
    older_versions: &[],
    old_signatures: true,
    suites: &[
        0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8, 0xc009, 0xc013, 0xc00a, 0xc014, 0x1301,
        0x1302, 0x1303,
    ],
    older_suites: &[0x009c, 0x009d, 0x002f, 0x0035, 0xc012, 0x000a],
    groups: &[0x001d, 0x0017, 0x0018, 0x0019],
    schemes: &[
        0x0804, 0x0403, 0x0807, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0503, 0x0603, 0x0201,
        0x0203,
    ],
    dh_bits: 0,
    wants_renegotiation_info: false,
    chain: Some(chains::GO),
};

/// Hello of `OpenJDK` 17.0.15; conf/security/java.security (`jdk.tls.disabledAlgorithms`, `jdk.certpath.disabledAlgorithms`).
/// RSA key exchange is disabled in some releases of 2025 and later.
const JAVA: Profile = Profile {
    id: ProfileId::Java,
    name: "Java 17+",
    is_mail: false,
    is_server: false,
    sends_name: true,
    versions: MODERN,
    older_versions: &[],
    old_signatures: true,
    suites: &[
        0x1302, 0x1301, 0x1303, 0xc02c, 0xc02b, 0xcca9, 0xc030, 0xcca8, 0xc02f, 0x009f, 0xccaa,
        0x009e, 0xc024, 0xc028, 0xc023, 0xc027, 0x006b, 0x0067, 0xc00a, 0xc014, 0xc009, 0xc013,
        0x0039, 0x0033,
    ],
    older_suites: &[0x009d, 0x009c, 0x003d, 0x003c, 0x0035, 0x002f],
    groups: &[
        0x001d, 0x0017, 0x0018, 0x0019, 0x001e, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104,
    ],
    schemes: &[
        0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b,
        0x0401, 0x0501, 0x0601, 0x0402, 0x0303, 0x0301, 0x0203, 0x0201,
    ],
    dh_bits: 1024,
    wants_renegotiation_info: false,
    chain: Some(chains::JAVA),
};

/// rustls 0.23 with ring and webpki.
const RUSTLS: Profile = Profile {
    id: ProfileId::Rustls,
    name: "rustls",
    is_mail: false,
    is_server: false,
    sends_name: true,
    versions: MODERN,
    older_versions: &[],
    old_signatures: true,
    suites: &[
        0x1302, 0x1301, 0x1303, 0xc02c, 0xc02b, 0xcca9, 0xc030, 0xc02f, 0xcca8,
    ],
    older_suites: &[],
    groups: &[0x001d, 0x0017, 0x0018],
    schemes: &[
        0x0503, 0x0403, 0x0807, 0x0806, 0x0805, 0x0804, 0x0601, 0x0501, 0x0401,
    ],
    dh_bits: 0,
    wants_renegotiation_info: false,
    chain: Some(chains::RUSTLS),
};
