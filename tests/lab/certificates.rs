//! The certificates of the servers: a good chain, and others that are wrong in one way each, or in two.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, CustomExtension, DnType,
    ExtendedKeyUsagePurpose, IsCa, KeyPair, KeyUsagePurpose, PublicKeyData, SignatureAlgorithm,
    date_time_ymd,
};
use rustls::ServerConfig;
use rustls::crypto::ring::cipher_suite::TLS13_AES_128_GCM_SHA256;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::{CertifiedKey, SingleCertAndKey};
use serde::Deserialize;
use time::{Duration, OffsetDateTime};

use crate::hosts::{HOSTS, Host, Runs, ZONE};
use crate::netns::run;

/// What a certificate is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Variant {
    /// Root, intermediate and leaf in order; the leaf is for every host of the zone.
    Good,
    /// Good, with two hundred names.
    ManyNames,
    /// Right in all but the date, which is past.
    Expired,
    /// Right in all but the date, which is to come.
    NotYetValid,
    /// Right for ten days more.
    Expiring,
    /// A trusted chain for another host.
    Misnamed,
    /// Signed by itself, with the right name.
    SelfSigned,
    /// The leaf of a good chain, sent without its intermediate.
    Incomplete,
    /// A whole chain to a root that nobody knows.
    UnknownIssuer,
    /// For clients alone.
    WrongPurpose,
    /// With an RSA key of 1024 bits.
    Weak,
    /// Good, with an RSA key of 2048 bits: what ciphers without elliptic curves need.
    Rsa,
    /// Made by a virus scanner on the way, as its issuer says; the root is trusted, as it is on such machines.
    Shield,
    /// The leaf is good, its intermediate is past its date.
    ExpiredIntermediate,
    /// Past its date and for another host.
    ExpiredAndMisnamed,
    /// Cut off in the middle; only a scripted server serves such a thing.
    Malformed,
}

impl Variant {
    const ALL: [Self; 16] = [
        Self::Good,
        Self::ManyNames,
        Self::Expired,
        Self::NotYetValid,
        Self::Expiring,
        Self::Misnamed,
        Self::SelfSigned,
        Self::Incomplete,
        Self::UnknownIssuer,
        Self::WrongPurpose,
        Self::Weak,
        Self::Rsa,
        Self::Shield,
        Self::ExpiredIntermediate,
        Self::ExpiredAndMisnamed,
        Self::Malformed,
    ];

    fn names(self) -> Vec<String> {
        let elsewhere = vec![format!("elsewhere.{ZONE}")];
        let of_host = HOSTS
            .iter()
            .filter(|host| host.runs == Runs::Both(self))
            .map(Host::name);
        match self {
            Self::Malformed | Self::Shield | Self::Rsa => vec![format!("*.{ZONE}")],
            Self::Good => [
                "mail.example.test",
                "*.example.test",
                "example.test",
                "mail.insecure.test",
                "mail.bogus.test",
                "mta-sts.sts.example.test",
                "mta-sts.sts-unreported.example.test",
                "mta-sts.sts-misnamed.example.test",
                "mta-sts.sts-no-tls.example.test",
                "mta-sts.sts-two-mx.example.test",
                "mta-sts.sts-unsaid.example.test",
                "autoconfig.web.example.test",
                "autoconfig.web-alone.example.test",
                "ua-auto-config.pacc.example.test",
            ]
            .map(str::to_owned)
            .into(),
            Self::ManyNames => of_host
                .chain((0..200).map(|number| format!("customer-{number}.{ZONE}")))
                .collect(),
            Self::Misnamed | Self::ExpiredAndMisnamed => elsewhere,
            Self::Expired
            | Self::NotYetValid
            | Self::Expiring
            | Self::SelfSigned
            | Self::Incomplete
            | Self::UnknownIssuer
            | Self::WrongPurpose
            | Self::Weak
            | Self::ExpiredIntermediate => of_host.collect(),
        }
    }

    fn validity(self) -> (OffsetDateTime, OffsetDateTime) {
        let now = OffsetDateTime::now_utc();
        match self {
            Self::Expired | Self::ExpiredAndMisnamed => {
                (date_time_ymd(2020, 1, 1), date_time_ymd(2020, 4, 1))
            }
            Self::NotYetValid => (now + 30 * Duration::DAY, now + 120 * Duration::DAY),
            Self::Expiring => (now - 80 * Duration::DAY, now + 10 * Duration::DAY),
            Self::Good
            | Self::ManyNames
            | Self::Misnamed
            | Self::SelfSigned
            | Self::Incomplete
            | Self::UnknownIssuer
            | Self::WrongPurpose
            | Self::Weak
            | Self::Rsa
            | Self::Shield
            | Self::ExpiredIntermediate
            | Self::Malformed => (now - Duration::DAY, now + 90 * Duration::DAY),
        }
    }
}

/// The files of one variant.
#[derive(Clone, Debug)]
pub(crate) struct Served {
    /// Which one.
    pub(crate) variant: Variant,
    /// The chain in PEM, leaf first.
    pub(crate) chain: PathBuf,
    /// The private key in PEM.
    pub(crate) key: PathBuf,
    /// SHA-256 of the public key of the leaf, for TLSA records 3 1 1 (RFC 6698).
    pub(crate) spki_sha256: String,
}

/// Everything that was made.
#[derive(Clone, Debug)]
pub(crate) struct Certificates {
    /// What mailcheck is told to trust.
    pub(crate) roots: PathBuf,
    served: Vec<Served>,
}

impl Certificates {
    /// Makes every certificate below `directory`.
    pub(crate) fn make(directory: &Path) -> Self {
        let root = issuer("mailcheck lab root", None, false);
        let shield = issuer("AVG Web/Mail Shield Root", None, false);
        let issuers = Issuers {
            good: issuer("mailcheck lab intermediate", Some(&root), false),
            expired: issuer("mailcheck lab old intermediate", Some(&root), true),
            unknown: issuer("Example Corp Internal CA", None, false),
            shield,
        };
        let roots = directory.join("roots.pem");
        fs::write(&roots, format!("{}{}", root.pem(), issuers.shield.pem()))
            .expect("roots.pem can be written");
        let served = Variant::ALL
            .iter()
            .map(|variant| serve(*variant, &issuers, directory))
            .collect();
        Self { roots, served }
    }

    /// One of them.
    pub(crate) fn get(&self, variant: Variant) -> &Served {
        self.served
            .iter()
            .find(|served| served.variant == variant)
            .expect("every variant is made")
    }
}

impl Served {
    /// What a scripted server needs to serve it.
    pub(crate) fn server_config(&self) -> Arc<ServerConfig> {
        let chain = CertificateDer::pem_file_iter(&self.chain).expect("a file of ours");
        let mut chain: Vec<_> = chain.collect::<Result<_, _>>().expect("a chain of ours");
        if self.variant == Variant::Malformed {
            chain[0] = CertificateDer::from(chain[0][..chain[0].len() / 2].to_vec());
        }
        let key = PrivateKeyDer::from_pem_file(&self.key).expect("a key of ours");
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let key = provider
            .key_provider
            .load_private_key(key)
            .expect("a key that ring can use");
        // Given as it is: whatever else checks that the certificate makes sense.
        let certified = SingleCertAndKey::from(CertifiedKey::new(chain, key));
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_cert_resolver(Arc::new(certified));
        Arc::new(config)
    }
}

type Issuer = CertifiedIssuer<'static, KeyPair>;

struct Issuers {
    good: Issuer,
    expired: Issuer,
    unknown: Issuer,
    shield: Issuer,
}

fn issuer(name: &str, by: Option<&Issuer>, expired: bool) -> Issuer {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(DnType::CommonName, name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    // Valid when the expired leaves were, so that the leaf alone is at fault.
    params.not_before = date_time_ymd(2019, 1, 1);
    params.not_after = if expired {
        date_time_ymd(2022, 1, 1)
    } else {
        OffsetDateTime::now_utc() + 3650 * Duration::DAY
    };
    let key = KeyPair::generate().expect("a P-256 key can be made");
    match by {
        Some(by) => CertifiedIssuer::signed_by(params, key, by),
        None => CertifiedIssuer::self_signed(params, key),
    }
    .expect("an issuer can be signed")
}

fn serve(variant: Variant, issuers: &Issuers, directory: &Path) -> Served {
    let stem = format!("{variant:?}");
    let key_file = directory.join(format!("{stem}.key.pem"));
    let params = leaf(variant);
    let rsa_bits = match variant {
        Variant::Weak => Some(1024),
        Variant::Rsa => Some(2048),
        _ => None,
    };
    let (pem, spki) = if let Some(bits) = rsa_bits {
        let key = RsaKey::make(&key_file, bits);
        let leaf = params
            .signed_by(&key, &issuers.good)
            .expect("the leaf can be signed");
        (
            leaf.pem() + &issuers.good.pem(),
            key.subject_public_key_info(),
        )
    } else {
        let key = KeyPair::generate().expect("a P-256 key can be made");
        fs::write(&key_file, key.serialize_pem()).expect("the key can be written");
        let signed = |by: &Issuer| {
            params
                .signed_by(&key, by)
                .expect("the leaf can be signed")
                .pem()
        };
        let pem = match variant {
            Variant::SelfSigned => params
                .self_signed(&key)
                .expect("the leaf can be signed")
                .pem(),
            Variant::Incomplete => signed(&issuers.good),
            Variant::UnknownIssuer => signed(&issuers.unknown) + &issuers.unknown.pem(),
            Variant::Shield => signed(&issuers.shield),
            Variant::ExpiredIntermediate => signed(&issuers.expired) + &issuers.expired.pem(),
            Variant::Good
            | Variant::ManyNames
            | Variant::Expired
            | Variant::NotYetValid
            | Variant::Expiring
            | Variant::Misnamed
            | Variant::WrongPurpose
            | Variant::Weak
            | Variant::Rsa
            | Variant::ExpiredAndMisnamed
            | Variant::Malformed => signed(&issuers.good) + &issuers.good.pem(),
        };
        (pem, key.subject_public_key_info())
    };
    let chain = directory.join(format!("{stem}.chain.pem"));
    fs::write(&chain, pem).expect("the chain can be written");
    Served {
        variant,
        chain,
        key: key_file,
        spki_sha256: sha256(&spki),
    }
}

fn leaf(variant: Variant) -> CertificateParams {
    let names = variant.names();
    let mut params = CertificateParams::new(names.clone()).expect("the names are DNS names");
    params
        .distinguished_name
        .push(DnType::CommonName, names[0].as_str());
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    if variant == Variant::Rsa {
        params.key_usages.push(KeyUsagePurpose::KeyEncipherment);
    }
    params.extended_key_usages = vec![if variant == Variant::WrongPurpose {
        ExtendedKeyUsagePurpose::ClientAuth
    } else {
        ExtendedKeyUsagePurpose::ServerAuth
    }];
    (params.not_before, params.not_after) = variant.validity();
    if variant != Variant::SelfSigned && variant != Variant::UnknownIssuer {
        // Every public authority says where its own certificate can be had, which is the only sign, in a chain
        // that ends with the leaf, that an intermediate is missing rather than the authority unknown.
        params.use_authority_key_identifier_extension = true;
        params.custom_extensions.push(ca_issuers());
    }
    params
}

/// The authority information access extension with one `caIssuers` address (RFC 5280, 4.2.2.1).
fn ca_issuers() -> CustomExtension {
    let url = format!("http://pki.{ZONE}/intermediate.der");
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

/// A key that ring would not make, from openssl: the PKCS #1 public key.
struct RsaKey(Vec<u8>);

impl RsaKey {
    fn make(file: &Path, bits: u32) -> Self {
        run(Command::new("openssl")
            .args(["genrsa", "-out"])
            .arg(file)
            .arg(bits.to_string()));
        let public = file.with_extension("public");
        run(Command::new("openssl")
            .args(["rsa", "-RSAPublicKey_out", "-outform", "DER", "-in"])
            .arg(file)
            .arg("-out")
            .arg(&public));
        Self(fs::read(public).expect("openssl wrote it"))
    }
}

impl PublicKeyData for RsaKey {
    fn der_bytes(&self) -> &[u8] {
        &self.0
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &rcgen::PKCS_RSA_SHA256
    }
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
