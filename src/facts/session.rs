//! What TLS showed: the session and its certificates, the part of a handshake that decides who can go on, and what a certificate asks of its readers.

use crate::failure::CertificateProblem;
use crate::wire::ocsp;
pub use crate::wire::tls_flight::Agreed;

/// A TLS session.
#[derive(Clone, Debug, PartialEq)]
pub struct Tls {
    /// The name that was asked for (SNI) and that the certificate must have.
    pub server_name: String,
    /// "TLSv1.3". `None` where the handshake did not come so far.
    pub version: Option<String>,
    /// The IANA name.
    pub cipher_suite: Option<String>,
    /// "X25519".
    pub key_exchange: Option<String>,
    /// The chain as sent, the server's own first. At most 16 are kept.
    pub certificates: Vec<Certificate>,
    /// Every problem of the chain; empty where it is trusted.
    pub problems: Vec<CertificateProblem>,
    /// The way from the server's own certificate to a trusted authority. `None` where there is none.
    pub path: Option<TrustPath>,
    /// The authority that vouches for the chain in this system's own list and is not in Mozilla's, by its name. `None` where
    /// there is none, or where it was not asked.
    pub private_root: Option<String>,
    /// What the server agreed to. `None` where it agreed to nothing.
    pub agreed: Option<Agreed>,
    /// The server asked this client for a certificate.
    pub client_certificate_requested: bool,
    /// The status that the server sent along with its certificate. `None` where it sent none, or none that can be read.
    pub status: Option<ocsp::Response>,
}

impl Tls {
    /// Whether the chain leads to a trusted root and fits the name.
    pub fn is_trusted(&self) -> bool {
        self.problems.is_empty() && !self.certificates.is_empty()
    }

    /// When the first certificate of those that a verdict rests on ends, Unix time in seconds. `None` where no chain was
    /// sent.
    pub fn first_end(&self) -> Option<i64> {
        let root = self.path.iter().filter_map(|path| path.root.as_ref());
        let used = self.used().into_iter().chain(root);
        used.map(|one| one.not_after).min()
    }
}

/// A certificate, as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Distinguished name, RFC 4514 order as the certificate has it.
    pub subject: String,
    /// Distinguished name.
    pub issuer: String,
    /// Subject alternative names: DNS names and addresses.
    pub names: Vec<String>,
    /// Unix time in seconds.
    pub not_before: i64,
    /// Unix time in seconds.
    pub not_after: i64,
    /// Hexadecimal, as in the certificate.
    pub serial: String,
    /// Of the DER, hexadecimal.
    pub sha256: String,
    /// "RSA 2048", "ECDSA P-256".
    pub key: String,
    /// "SHA-256 with RSA", or the object identifier.
    pub signature: String,
    /// What its extensions say, as far as programs differ about it.
    pub extensions: Extensions,
    /// The DER itself, for DANE and for whoever wants more.
    pub der: Vec<u8>,
}

/// The extensions of a certificate that programs judge differently (RFC 5280 section 4.2).
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extensions {
    /// The version of X.509, 3 in all certificates of today; 0 where the certificate cannot be read.
    pub version: u8,
    /// Basic constraints: whether it is an authority. `None` where the extension is missing.
    pub authority: Option<bool>,
    /// Whether the basic constraints are critical.
    pub constraints_critical: bool,
    /// Basic constraints: how many authorities may follow.
    pub path_length: Option<u32>,
    /// Key usage, bit 0 being digitalSignature. `None` where the extension is missing.
    pub key_usage: Option<u16>,
    /// Extended key usage: whether servers are among it. `None` where the extension is missing.
    pub for_servers: Option<bool>,
    /// Extended key usage: whether Netscape's or Microsoft's "server gated cryptography" of the nineties is among it.
    pub gated: bool,
    /// It has name constraints.
    pub constrained: bool,
    /// Among them critical ones of directory names.
    pub directory_constraint: bool,
    /// The alternative names are critical, as they have to be where the subject is empty (section 4.2.1.6).
    pub names_critical: bool,
    /// The serial number is negative, or longer than 20 octets (section 4.1.2.2).
    pub odd_serial: bool,
    /// The identifier of the issuer's key.
    pub issuer_key: Option<Vec<u8>>,
    /// The identifier of its own key.
    pub own_key: Option<Vec<u8>>,
    /// It asks for a stapled status (RFC 7633).
    pub must_staple: bool,
    /// A URL is among its alternative names.
    pub has_url: bool,
    /// A DNS name among its alternative names has letters beyond ASCII, which belong into their form for the DNS (section 7.2).
    pub names_beyond_ascii: bool,
    /// Extended key usage: anyExtendedKeyUsage is among it.
    pub for_anything: bool,
    /// Netscape's certificate type of the nineties, without servers.
    pub netscape_without_servers: bool,
    /// The common name of the subject.
    pub common_name: Option<String>,
    /// Critical extensions that some programs know and others refuse.
    pub critical: Vec<CriticalExtension>,
}

/// An extension of which programs differ whether they know it, where it is critical.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CriticalExtension {
    /// cRLDistributionPoints (section 4.2.1.13), which should not be critical.
    RevocationLists,
    /// certificatePolicies (RFC 5280 section 4.2.1.4).
    Policies,
    /// policyConstraints (section 4.2.1.11), which has to be critical.
    PolicyConstraints,
    /// inhibitAnyPolicy (section 4.2.1.14), which has to be critical.
    InhibitAnyPolicy,
    /// authorityKeyIdentifier (section 4.2.1.1), which must not be critical.
    IssuerKey,
    /// authorityInfoAccess (section 4.2.2.1), which must not be critical.
    AuthorityAccess,
    /// Netscape's certificate type of the nineties.
    NetscapeType,
}

impl CriticalExtension {
    /// Its name in the standard.
    pub const fn name(self) -> &'static str {
        match self {
            Self::RevocationLists => "cRLDistributionPoints",
            Self::Policies => "certificatePolicies",
            Self::PolicyConstraints => "policyConstraints",
            Self::InhibitAnyPolicy => "inhibitAnyPolicy",
            Self::IssuerKey => "authorityKeyIdentifier",
            Self::AuthorityAccess => "authorityInfoAccess",
            Self::NetscapeType => "nsCertType",
        }
    }
}

impl Extensions {
    /// digitalSignature (RFC 5280 section 4.2.1.3).
    pub const DIGITAL_SIGNATURE: u16 = 1;
    /// keyEncipherment.
    pub const KEY_ENCIPHERMENT: u16 = 1 << 2;
    /// keyAgreement.
    pub const KEY_AGREEMENT: u16 = 1 << 4;
    /// keyCertSign.
    pub const KEY_CERT_SIGN: u16 = 1 << 5;

    /// Whether the key usage, where there is one, has one of these bits.
    pub fn may(&self, usage: u16) -> bool {
        self.key_usage.is_none_or(|bits| bits & usage != 0)
    }
}

/// The way from the server's own certificate to a trusted authority: what a verdict rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustPath {
    /// Places in [`Tls::certificates`], the server's own first. The authority's own is not among them.
    pub steps: Vec<usize>,
    /// The authority's own certificate, where it is known: out of a file, or because the server sent it.
    pub root: Option<Certificate>,
    /// The authority is one of those that ship with systems and browsers, and none that was given in a file.
    pub public: bool,
    /// Whether programs get there that look for one way alone.
    pub ways: Ways,
    /// A certificate of the path has its issuer's name in another type of string than the issuer itself.
    pub spelled_otherwise: bool,
}

/// Whether a way leads to a trusted authority that is looked for without a second try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each answers a question of its own"
)]
pub struct Ways {
    /// By the first certificate that fits, each time.
    pub first: bool,
    /// By the first that fits and is in its time.
    pub first_valid: bool,
    /// With a trusted authority whose key has the identifier that the certificate below names.
    pub root_key: bool,
    /// With one that has the serial number and the issuer that the certificate below names.
    pub root_serial: bool,
    /// The same of the authorities in between.
    pub serial: bool,
}

impl Default for Ways {
    fn default() -> Self {
        Self {
            first: true,
            first_valid: true,
            root_key: true,
            root_serial: true,
            serial: true,
        }
    }
}

/// The family and size of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// RSA of so many bits.
    Rsa(u32),
    /// RSA of so many bits, for RSASSA-PSS alone.
    RsaPss(u32),
    /// DSA.
    Dsa,
    /// A curve of RFC 5639.
    Brainpool,
    /// NIST P-224.
    P224,
    /// The curve of SEC 2 that Bitcoin has.
    Secp256k1,
    /// A curve with all its numbers in place of its name (RFC 5480 section 2.1.1 forbids it).
    ExplicitCurve,
    /// NIST P-256.
    P256,
    /// NIST P-384.
    P384,
    /// NIST P-521.
    P521,
    /// Edwards curve 25519.
    Ed25519,
    /// Edwards curve 448.
    Ed448,
    /// Anything else.
    Other,
}

/// A program, or a library that several share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProfileId {
    /// `OpenSSL` 3 at Debian's security level 2.
    OpenSsl,
    /// Postfix at its levels may and encrypt, which do not verify.
    Postfix,
    /// Postfix at its levels verify and secure.
    PostfixVerifying,
    /// Python 3.13 and later, with the ciphers and the strictness of its own.
    Python,
    /// Schannel of Windows 10.
    Windows10,
    /// Schannel of Windows 11.
    Windows11,
    /// NSS, with the certificate rules of Mozilla's programs.
    Nss,
    /// Apple's Secure Transport and Network framework.
    Apple,
    /// Conscrypt, from Android 10 on.
    Android,
    /// `GnuTLS` with its default priorities.
    GnuTls,
    /// Go's crypto/tls.
    Go,
    /// Java 17 and later.
    Java,
    /// rustls with ring.
    Rustls,
}

impl Tls {
    /// The certificates that a verdict rests on, the server's own first: those of the path, or the server's own alone
    /// where none was found.
    pub fn used(&self) -> Vec<&Certificate> {
        let steps = self.path.as_ref().map_or(&[0][..], |path| &path.steps);
        let used = steps.iter().filter_map(|step| self.certificates.get(*step));
        used.collect()
    }
}

impl Certificate {
    /// The family and size of its key, out of its description.
    pub fn key_kind(&self) -> Key {
        match self.key.as_str() {
            "ECDSA P-256" => Key::P256,
            "ECDSA P-384" => Key::P384,
            "ECDSA P-521" => Key::P521,
            "ECDSA P-224" => Key::P224,
            "ECDSA secp256k1" => Key::Secp256k1,
            "ECDSA with explicit parameters" => Key::ExplicitCurve,
            "Ed25519" => Key::Ed25519,
            "Ed448" => Key::Ed448,
            other if other.starts_with("DSA") => Key::Dsa,
            other if other.starts_with("ECDSA brainpool") => Key::Brainpool,
            other => {
                let bits = |family| other.strip_prefix(family)?.parse().ok();
                let rsa = bits("RSA ").map(Key::Rsa);
                rsa.or_else(|| bits("RSA-PSS ").map(Key::RsaPss))
                    .unwrap_or(Key::Other)
            }
        }
    }
}
