//! The certificates of the real servers: one good chain, and four that are wrong in one way each.

use std::fs;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::path::{Path, PathBuf};

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, CustomExtension, DnType,
    ExtendedKeyUsagePurpose, IsCa, KeyPair, KeyUsagePurpose, date_time_ymd,
};
use rustls::crypto::ring::cipher_suite::TLS13_AES_128_GCM_SHA256;
use time::{Duration, OffsetDateTime};

/// The mail domain of the tests.
pub(crate) const DOMAIN: &str = "mailcheck.test";

/// What a certificate of a server is like; every variant has a name and two addresses of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Variant {
    /// Root, intermediate and leaf in order; the leaf has several names.
    Good,
    /// Right in all but the date.
    Expired,
    /// A trusted chain for another host.
    Misnamed,
    /// Signed by itself, with the right name.
    SelfSigned,
    /// The leaf of a good chain, sent without its intermediate.
    Incomplete,
}

impl Variant {
    /// All of them, the good one first.
    pub(crate) const ALL: [Self; 5] = [
        Self::Good,
        Self::Expired,
        Self::Misnamed,
        Self::SelfSigned,
        Self::Incomplete,
    ];

    /// The first label of the host, and the stem of its files.
    pub(crate) fn label(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Expired => "expired",
            Self::Misnamed => "misnamed",
            Self::SelfSigned => "self-signed",
            Self::Incomplete => "incomplete",
        }
    }

    /// The host that serves this certificate.
    pub(crate) fn host(self) -> String {
        format!("{}.{DOMAIN}", self.label())
    }

    /// The addresses of the host, from the documentation ranges (RFC 5737, RFC 3849).
    pub(crate) fn addresses(self) -> [IpAddr; 2] {
        let number = match self {
            Self::Good => 0,
            Self::Expired => 1,
            Self::Misnamed => 2,
            Self::SelfSigned => 3,
            Self::Incomplete => 4,
        };
        [
            Ipv4Addr::new(192, 0, 2, 10 + number).into(),
            Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0x10 + u16::from(number)).into(),
        ]
    }

    /// How many certificates the server sends.
    pub(crate) fn chain_length(self) -> usize {
        match self {
            Self::Good | Self::Expired | Self::Misnamed => 2,
            Self::SelfSigned | Self::Incomplete => 1,
        }
    }

    /// What `openssl s_client` says of it: the codes of `X509_verify_cert_error_string(3)`.
    pub(crate) fn openssl_code(self) -> u32 {
        match self {
            Self::Good => 0,
            Self::Expired => 10,
            Self::Misnamed => 62,
            Self::SelfSigned => 18,
            // "unable to verify the first certificate"
            Self::Incomplete => 21,
        }
    }

    /// The finding that mailcheck owes to it.
    pub(crate) fn finding(self) -> Option<&'static str> {
        match self {
            Self::Good => None,
            Self::Expired => Some("certificate-expired"),
            Self::Misnamed => Some("certificate-name-mismatch"),
            Self::SelfSigned => Some("certificate-self-signed"),
            Self::Incomplete => Some("certificate-chain-incomplete"),
        }
    }
}

/// The files of one variant, and what the server must be seen to send.
pub(crate) struct Served {
    /// Which one.
    pub(crate) variant: Variant,
    /// The chain in PEM, leaf first.
    pub(crate) chain: PathBuf,
    /// The private key in PEM.
    pub(crate) key: PathBuf,
    /// SHA-256 of the leaf, lower-case hexadecimal digits without colons.
    pub(crate) leaf_sha256: String,
    /// The DNS names in the leaf.
    pub(crate) names: Vec<String>,
}

/// Makes every certificate below `directory`, and `root.pem`, which mailcheck and openssl are told to trust.
pub(crate) fn make(directory: &Path) -> (PathBuf, Vec<Served>) {
    let root = CertifiedIssuer::self_signed(authority("mailcheck test root"), new_key())
        .expect("the root can be signed");
    let intermediate =
        CertifiedIssuer::signed_by(authority("mailcheck test intermediate"), new_key(), &root)
            .expect("the intermediate can be signed");
    let root_file = directory.join("root.pem");
    fs::write(&root_file, root.pem()).expect("root.pem can be written");
    let served = Variant::ALL
        .into_iter()
        .map(|variant| serve(variant, &intermediate, directory))
        .collect();
    (root_file, served)
}

fn serve(
    variant: Variant,
    intermediate: &CertifiedIssuer<'_, KeyPair>,
    directory: &Path,
) -> Served {
    let names = names(variant);
    let params = leaf(variant, &names);
    let key = new_key();
    let certificate = match variant {
        Variant::SelfSigned => params.self_signed(&key),
        Variant::Good | Variant::Expired | Variant::Misnamed | Variant::Incomplete => {
            params.signed_by(&key, intermediate)
        }
    }
    .expect("the leaf can be signed");
    let mut pem = certificate.pem();
    if variant.chain_length() == 2 {
        pem.push_str(&intermediate.pem());
    }
    let chain = directory.join(format!("{}.chain.pem", variant.label()));
    let key_file = directory.join(format!("{}.key.pem", variant.label()));
    fs::write(&chain, pem).expect("the chain can be written");
    fs::write(&key_file, key.serialize_pem()).expect("the key can be written");
    Served {
        variant,
        chain,
        key: key_file,
        leaf_sha256: sha256(certificate.der()),
        names,
    }
}

fn names(variant: Variant) -> Vec<String> {
    match variant {
        Variant::Good => ["good", "mail", "smtp", "imap", "pop"]
            .map(|label| format!("{label}.{DOMAIN}"))
            .into(),
        Variant::Misnamed => vec![format!("elsewhere.{DOMAIN}")],
        Variant::Expired | Variant::SelfSigned | Variant::Incomplete => vec![variant.host()],
    }
}

fn leaf(variant: Variant, names: &[String]) -> CertificateParams {
    let mut params = CertificateParams::new(names).expect("the names are DNS names");
    params
        .distinguished_name
        .push(DnType::CommonName, names[0].as_str());
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    let now = OffsetDateTime::now_utc();
    (params.not_before, params.not_after) = match variant {
        Variant::Expired => (date_time_ymd(2020, 1, 1), date_time_ymd(2020, 4, 1)),
        Variant::Good | Variant::Misnamed | Variant::SelfSigned | Variant::Incomplete => {
            (now - Duration::DAY, now + 90 * Duration::DAY)
        }
    };
    if variant != Variant::SelfSigned {
        // Every public authority says where its own certificate can be had, which is the only sign, in a chain
        // that ends with the leaf, that an intermediate is missing rather than the authority unknown.
        params.use_authority_key_identifier_extension = true;
        params.custom_extensions.push(ca_issuers());
    }
    params
}

fn authority(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    // Valid when the expired leaf was, so that the leaf alone is at fault.
    params.not_before = date_time_ymd(2019, 1, 1);
    params.not_after = OffsetDateTime::now_utc() + 3650 * Duration::DAY;
    params
}

fn new_key() -> KeyPair {
    KeyPair::generate().expect("a P-256 key can be made")
}

/// The authority information access extension with one `caIssuers` address (RFC 5280, 4.2.2.1).
fn ca_issuers() -> CustomExtension {
    let url = format!("http://pki.{DOMAIN}/intermediate.der");
    // id-ad-caIssuers, 1.3.6.1.5.5.7.48.2
    let method = [0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x30, 0x02];
    // 0x86: uniformResourceIdentifier, the sixth choice of GeneralName.
    let description = der(0x30, &[&method, der(0x86, &[url.as_bytes()]).as_slice()]);
    CustomExtension::from_oid_content(&[1, 3, 6, 1, 5, 5, 7, 1, 1], der(0x30, &[&description]))
}

/// One DER value of at most 127 bytes.
fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = u8::try_from(content.len()).expect("short");
    assert!(length < 0x80, "one byte of length is enough");
    [&[tag, length], content.as_slice()].concat()
}

fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;

    let suite = TLS13_AES_128_GCM_SHA256.tls13().expect("a TLS 1.3 suite");
    let mut hex = String::new();
    for byte in suite.common.hash_provider.hash(bytes).as_ref() {
        write!(hex, "{byte:02x}").expect("a String takes all");
    }
    hex
}
