//! A certificate as plain data, and what is to be said of its key and its signature.

use std::net::IpAddr;

use data_encoding::HEXLOWER;
use ring::digest::{SHA256, digest};
use x509_parser::extensions::{GeneralName, X509Extension};
use x509_parser::oid_registry::{
    OID_EC_P256, OID_KEY_TYPE_DSA, OID_KEY_TYPE_EC_PUBLIC_KEY, OID_NIST_EC_P384, OID_NIST_EC_P521,
    OID_PKCS1_RSAENCRYPTION, OID_PKCS1_RSASSAPSS, OID_SIG_ED448, OID_SIG_ED25519, Oid,
};
use x509_parser::prelude::{FromDer, X509Certificate};
use x509_parser::public_key::PublicKey;

use super::chain::issuer::{authority_key_identifier, subject_key_identifier};
use super::der;
use super::plain::{self, OddPss};
use crate::facts::{Certificate, CriticalExtension, Extensions};

/// How many names of a certificate are kept.
const NAMES_LIMIT: usize = 100;
/// How many characters of a name are kept. A DNS name has at most 253.
const TEXT_LIMIT: usize = 256;

/// Reads a certificate. What cannot be read stays empty; the digest and the DER are always there.
pub(super) fn read(der: &[u8]) -> Certificate {
    let parsed = X509Certificate::from_der(der).ok();
    of_parsed(der, parsed.as_ref().map(|(_, parsed)| parsed))
}

/// The same of one that was parsed already, where it can be.
pub(super) fn of_parsed(der: &[u8], parsed: Option<&X509Certificate<'_>>) -> Certificate {
    let mut certificate = Certificate {
        subject: String::new(),
        issuer: String::new(),
        names: Vec::new(),
        not_before: 0,
        not_after: 0,
        serial: String::new(),
        sha256: HEXLOWER.encode(digest(&SHA256, der).as_ref()),
        key: String::new(),
        signature: String::new(),
        extensions: Extensions::default(),
        der: der.to_owned(),
    };
    if let Some(parsed) = parsed {
        certificate.subject = bounded(&parsed.subject().to_string());
        certificate.issuer = bounded(&parsed.issuer().to_string());
        certificate.names = names(parsed);
        certificate.not_before = parsed.validity().not_before.timestamp();
        certificate.not_after = parsed.validity().not_after.timestamp();
        certificate.serial = serial(parsed);
        certificate.key = key(parsed);
        certificate.signature = signature(parsed);
        certificate.extensions = extensions(parsed);
    }
    certificate
}

fn extensions(certificate: &X509Certificate<'_>) -> Extensions {
    let constraints = certificate.basic_constraints().ok().flatten();
    let usage = certificate.key_usage().ok().flatten();
    let purposes = certificate.extended_key_usage().ok().flatten();
    let common_name = certificate.subject().iter_common_name().last();
    let purposes_any = purposes.as_ref().is_some_and(|purposes| purposes.value.any);
    Extensions {
        version: u8::try_from(certificate.version().0.saturating_add(1)).unwrap_or(u8::MAX),
        authority: constraints.as_ref().map(|extension| extension.value.ca),
        constraints_critical: constraints
            .as_ref()
            .is_some_and(|extension| extension.critical),
        path_length: constraints.and_then(|extension| extension.value.path_len_constraint),
        key_usage: usage.map(|extension| extension.value.flags),
        gated: is_gated(certificate),
        constrained: !matches!(certificate.name_constraints(), Ok(None)),
        directory_constraint: has_directory_constraint(certificate),
        names_critical: certificate
            .subject_alternative_name()
            .is_ok_and(|names| names.is_some_and(|names| names.critical)),
        odd_serial: is_odd(certificate.raw_serial()),
        for_servers: purposes.map(|extension| extension.value.server_auth || extension.value.any),
        issuer_key: authority_key_identifier(certificate).map(<[u8]>::to_vec),
        own_key: subject_key_identifier(certificate).map(<[u8]>::to_vec),
        must_staple: must_staple(certificate),
        critical: critical(certificate),
        has_url: has_url(certificate),
        names_beyond_ascii: names_beyond_ascii(certificate),
        for_anything: purposes_any,
        netscape_without_servers: netscape_without_servers(certificate),
        common_name: common_name.and_then(|name| name.as_str().ok()).map(bounded),
    }
}

/// Whether it has a purpose by which servers were told from others when strong encryption was for banks: Netscape's or
/// Microsoft's.
pub(super) fn is_gated(certificate: &X509Certificate<'_>) -> bool {
    const GATED: [&str; 2] = ["2.16.840.1.113730.4.1", "1.3.6.1.4.1.311.10.3.3"];
    let purposes = certificate.extended_key_usage().ok().flatten();
    let others = purposes.iter().flat_map(|purposes| &purposes.value.other);
    others
        .map(Oid::to_id_string)
        .any(|id| GATED.contains(&id.as_str()))
}

/// Whether it has critical constraints of directory names.
fn has_directory_constraint(certificate: &X509Certificate<'_>) -> bool {
    let Ok(Some(constraints)) = certificate.name_constraints() else {
        return false;
    };
    let subtrees = [
        &constraints.value.permitted_subtrees,
        &constraints.value.excluded_subtrees,
    ];
    let mut all = subtrees.into_iter().flatten().flatten();
    constraints.critical && all.any(|one| matches!(one.base, GeneralName::DirectoryName(_)))
}

/// Negative, or longer than 20 octets.
fn is_odd(serial: &[u8]) -> bool {
    let digits = serial.strip_prefix(&[0]).unwrap_or(serial);
    serial.first().is_some_and(|first| first & 0x80 != 0) || digits.len() > 20
}

/// The critical extensions that some programs know and others refuse.
fn critical(certificate: &X509Certificate<'_>) -> Vec<CriticalExtension> {
    let extensions = certificate.extensions().iter();
    let critical = extensions.filter(|extension| extension.critical);
    critical.filter_map(of_some).collect()
}

/// Whether programs differ about an extension that is critical.
pub(super) fn known_to_some(extension: &X509Extension<'_>) -> bool {
    of_some(extension).is_some()
}

/// RFC 5280 section 4.2, and Netscape's of the nineties.
fn of_some(extension: &X509Extension<'_>) -> Option<CriticalExtension> {
    Some(match extension.oid.to_id_string().as_str() {
        "2.5.29.31" => CriticalExtension::RevocationLists,
        "2.5.29.32" => CriticalExtension::Policies,
        "2.5.29.36" => CriticalExtension::PolicyConstraints,
        "2.5.29.54" => CriticalExtension::InhibitAnyPolicy,
        "2.5.29.35" => CriticalExtension::IssuerKey,
        "1.3.6.1.5.5.7.1.1" => CriticalExtension::AuthorityAccess,
        "2.16.840.1.113730.1.1" => CriticalExtension::NetscapeType,
        _ => return None,
    })
}

/// RFC 7633: the TLS feature `status_request`, which is 5.
fn must_staple(certificate: &X509Certificate<'_>) -> bool {
    const TLS_FEATURE: &str = "1.3.6.1.5.5.7.1.24";
    const STATUS_REQUEST: [u8; 3] = [2, 1, 5];
    certificate.extensions().iter().any(|extension| {
        extension.oid.to_id_string() == TLS_FEATURE
            && extension
                .value
                .windows(STATUS_REQUEST.len())
                .any(|feature| feature == STATUS_REQUEST)
    })
}

/// Whether Netscape's type of the nineties, a BIT STRING, is there and keeps the certificate to other uses than servers.
fn netscape_without_servers(certificate: &X509Certificate<'_>) -> bool {
    const NETSCAPE_TYPE: &str = "2.16.840.1.113730.1.1";
    const SSL_SERVER: u8 = 0x40;
    certificate.extensions().iter().any(|extension| {
        extension.oid.to_id_string() == NETSCAPE_TYPE
            && matches!(extension.value, [3, 2, _unused, bits] if bits & SSL_SERVER == 0)
    })
}

/// Whether a DNS name has letters that are written otherwise in the DNS (RFC 5280 section 7.2).
fn names_beyond_ascii(certificate: &X509Certificate<'_>) -> bool {
    const DNS_NAME: u32 = 2;
    let names = certificate.subject_alternative_name().ok().flatten();
    let mut names = names.iter().flat_map(|names| &names.value.general_names);
    names.any(|name| match name {
        GeneralName::DNSName(name) => !name.is_ascii(),
        GeneralName::Invalid(tag, _) => tag.0 == DNS_NAME,
        _ => false,
    })
}

fn has_url(certificate: &X509Certificate<'_>) -> bool {
    let names = certificate.subject_alternative_name().ok().flatten();
    let names = names.iter().flat_map(|names| &names.value.general_names);
    names
        .into_iter()
        .any(|name| matches!(name, GeneralName::URI(_)))
}

/// The DNS names and addresses of a certificate (RFC 5280 section 4.2.1.6), as far as they are kept.
pub(super) fn names(certificate: &X509Certificate<'_>) -> Vec<String> {
    let Ok(Some(extension)) = certificate.subject_alternative_name() else {
        return Vec::new();
    };
    let names = extension.value.general_names.iter();
    names.filter_map(name).take(NAMES_LIMIT).collect()
}

fn name(name: &GeneralName<'_>) -> Option<String> {
    match name {
        GeneralName::DNSName(name) => Some(bounded(name)),
        GeneralName::IPAddress(octets) => Some(address(octets)?.to_string()),
        _ => None,
    }
}

/// An address in a certificate: four or sixteen octets.
pub(super) fn address(octets: &[u8]) -> Option<IpAddr> {
    if let Ok(v4) = <[u8; 4]>::try_from(octets) {
        return Some(IpAddr::from(v4));
    }
    Some(IpAddr::from(<[u8; 16]>::try_from(octets).ok()?))
}

/// The key, where it is too short by today's rules: RSA below 2048 bits, a curve below 256.
pub(super) fn weak_key(certificate: &X509Certificate<'_>) -> Option<String> {
    let family = key_family(certificate);
    let bits = match family {
        // The parser takes no key apart that is for RSASSA-PSS alone.
        KeyFamily::Rsa | KeyFamily::RsaPss => der::own_public_key(certificate)?.modulus_bits()?,
        KeyFamily::Curve(_) | KeyFamily::Other => {
            certificate.public_key().parsed().ok()?.key_size()
        }
    };
    let least = match family {
        KeyFamily::Rsa | KeyFamily::RsaPss => 2048,
        // Of 112 bits, as RSA of 2048 (SP 800-57 part 1, table 2).
        KeyFamily::Curve(_) => 224,
        KeyFamily::Other => return None,
    };
    (bits < least).then(|| key(certificate))
}

/// The signature's hash, where it is broken.
pub(super) fn weak_signature(certificate: &X509Certificate<'_>) -> Option<&'static str> {
    let by_parameters = plain::odd_pss(certificate) == Some(OddPss::Sha1);
    by_parameters
        .then_some("SHA-1")
        .or_else(|| known_signature(certificate)?.2)
}

/// "RSA 2048", "ECDSA P-256", "Ed25519", or an object identifier.
fn key(certificate: &X509Certificate<'_>) -> String {
    let algorithm = &certificate.public_key().algorithm.algorithm;
    let bits = |family: &str| match certificate.public_key().parsed() {
        Ok(key @ (PublicKey::RSA(_) | PublicKey::DSA(_) | PublicKey::EC(_))) => {
            format!("{family} {}", key.key_size())
        }
        Ok(_) | Err(_) => family.to_owned(),
    };
    // The parser leaves out a byte that is not full, and programs count it (a key of 2047 bits is one of 2048 to OpenSSL).
    let modulus = |family: &str| {
        let key = der::own_public_key(certificate);
        let bits = key.and_then(|key| key.modulus_bits());
        bits.map_or_else(|| family.to_owned(), |bits| format!("{family} {bits}"))
    };
    match key_family(certificate) {
        KeyFamily::Rsa => modulus("RSA"),
        KeyFamily::RsaPss => modulus("RSA-PSS"),
        KeyFamily::Curve(Some(curve)) => format!("ECDSA {curve}"),
        KeyFamily::Curve(None) => bits("ECDSA"),
        KeyFamily::Other if *algorithm == OID_SIG_ED25519 => "Ed25519".to_owned(),
        KeyFamily::Other if *algorithm == OID_SIG_ED448 => "Ed448".to_owned(),
        KeyFamily::Other if *algorithm == OID_KEY_TYPE_DSA => bits("DSA"),
        KeyFamily::Other => algorithm.to_id_string(),
    }
}

enum KeyFamily {
    Rsa,
    /// RSA for RSASSA-PSS alone (RFC 4055 section 1.2).
    RsaPss,
    Curve(Option<&'static str>),
    Other,
}

fn key_family(certificate: &X509Certificate<'_>) -> KeyFamily {
    let algorithm = &certificate.public_key().algorithm;
    if algorithm.algorithm == OID_PKCS1_RSAENCRYPTION {
        return KeyFamily::Rsa;
    }
    if algorithm.algorithm == OID_PKCS1_RSASSAPSS {
        return KeyFamily::RsaPss;
    }
    if algorithm.algorithm != OID_KEY_TYPE_EC_PUBLIC_KEY {
        return KeyFamily::Other;
    }
    let curve = algorithm.parameters.as_ref();
    let curve = curve.and_then(|parameters| Oid::try_from(parameters.clone()).ok());
    let known = [
        (OID_EC_P256, "P-256"),
        (OID_NIST_EC_P384, "P-384"),
        (OID_NIST_EC_P521, "P-521"),
    ];
    let known = known.into_iter().find(|(id, _)| Some(id) == curve.as_ref());
    let named = || match curve.as_ref()?.to_id_string().as_str() {
        // RFC 5639 section 3.
        "1.3.36.3.3.2.8.1.1.7" => Some("brainpoolP256r1"),
        "1.3.36.3.3.2.8.1.1.11" => Some("brainpoolP384r1"),
        "1.3.36.3.3.2.8.1.1.13" => Some("brainpoolP512r1"),
        // RFC 5480 section 2.1.1.1, SEC 2 appendix A.2.
        "1.3.132.0.33" => Some("P-224"),
        "1.3.132.0.10" => Some("secp256k1"),
        _ => None,
    };
    // All the numbers of the curve in place of its name.
    let explicit = || {
        let parameters = algorithm.parameters.as_ref()?;
        (parameters.tag().0 == 16).then_some("with explicit parameters")
    };
    KeyFamily::Curve(known.map(|(_, name)| name).or_else(named).or_else(explicit))
}

/// "SHA-256 with RSA", or the object identifier.
fn signature(certificate: &X509Certificate<'_>) -> String {
    if let Some(odd) = plain::odd_pss(certificate) {
        let name = match odd {
            OddPss::Sha1 => "RSASSA-PSS with SHA-1",
            OddPss::Sha224 => "RSASSA-PSS with SHA-224",
            OddPss::Parameters => "RSASSA-PSS with unusual parameters",
        };
        return name.to_owned();
    }
    let id = || certificate.signature_algorithm.algorithm.to_id_string();
    known_signature(certificate).map_or_else(id, |known| known.1.to_owned())
}

fn known_signature(
    certificate: &X509Certificate<'_>,
) -> Option<&'static (&'static str, &'static str, Option<&'static str>)> {
    let id = certificate.signature_algorithm.algorithm.to_id_string();
    SIGNATURES.iter().find(|known| known.0 == id)
}

/// Object identifier, name, and the hash where it is broken. RFC 8017 appendix C, RFC 5758, RFC 8410, RFC 3279, and NIST's
/// Computer Security Objects Register for SHA-3.
const SIGNATURES: [(&str, &str, Option<&str>); 30] = [
    ("1.2.840.113549.1.1.2", "MD2 with RSA", Some("MD2")),
    ("1.2.840.113549.1.1.4", "MD5 with RSA", Some("MD5")),
    ("1.2.840.113549.1.1.5", "SHA-1 with RSA", Some("SHA-1")),
    ("1.2.840.113549.1.1.10", "RSASSA-PSS", None),
    ("1.2.840.113549.1.1.11", "SHA-256 with RSA", None),
    ("1.2.840.113549.1.1.12", "SHA-384 with RSA", None),
    ("1.2.840.113549.1.1.13", "SHA-512 with RSA", None),
    ("1.2.840.113549.1.1.14", "SHA-224 with RSA", None),
    ("1.2.840.10045.4.1", "ECDSA with SHA-1", Some("SHA-1")),
    ("1.2.840.10045.4.3.1", "ECDSA with SHA-224", None),
    ("1.2.840.10045.4.3.2", "ECDSA with SHA-256", None),
    ("1.2.840.10045.4.3.3", "ECDSA with SHA-384", None),
    ("1.2.840.10045.4.3.4", "ECDSA with SHA-512", None),
    ("1.2.840.10040.4.3", "DSA with SHA-1", Some("SHA-1")),
    ("2.16.840.1.101.3.4.3.1", "DSA with SHA-224", None),
    ("2.16.840.1.101.3.4.3.2", "DSA with SHA-256", None),
    ("1.3.101.112", "Ed25519", None),
    ("1.3.101.113", "Ed448", None),
    ("2.16.840.1.101.3.4.3.5", "DSA with SHA3-224", None),
    ("2.16.840.1.101.3.4.3.6", "DSA with SHA3-256", None),
    ("2.16.840.1.101.3.4.3.7", "DSA with SHA3-384", None),
    ("2.16.840.1.101.3.4.3.8", "DSA with SHA3-512", None),
    ("2.16.840.1.101.3.4.3.9", "ECDSA with SHA3-224", None),
    ("2.16.840.1.101.3.4.3.10", "ECDSA with SHA3-256", None),
    ("2.16.840.1.101.3.4.3.11", "ECDSA with SHA3-384", None),
    ("2.16.840.1.101.3.4.3.12", "ECDSA with SHA3-512", None),
    ("2.16.840.1.101.3.4.3.13", "SHA3-224 with RSA", None),
    ("2.16.840.1.101.3.4.3.14", "SHA3-256 with RSA", None),
    ("2.16.840.1.101.3.4.3.15", "SHA3-384 with RSA", None),
    ("2.16.840.1.101.3.4.3.16", "SHA3-512 with RSA", None),
];

/// The serial number as tools show it: without the zero byte that only keeps it positive.
fn serial(certificate: &X509Certificate<'_>) -> String {
    let raw = certificate.raw_serial();
    HEXLOWER.encode(match raw {
        [0, rest @ ..] if !rest.is_empty() => rest,
        whole => whole,
    })
}

/// At most [`TEXT_LIMIT`] characters.
pub(super) fn bounded(text: &str) -> String {
    text.chars().take(TEXT_LIMIT).collect()
}
