//! What can be said of a program, one by one.

use super::Connects;
use crate::facts::{CriticalExtension, ProfileId};

/// What a program takes.
#[derive(Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each answers a question of its own"
)]
pub struct Profile {
    /// Which.
    pub id: ProfileId,
    /// As people know it.
    pub name: &'static str,
    /// Whether people read and send their mail with it.
    pub is_mail: bool,
    /// Whether mail servers speak to one another with it.
    pub is_server: bool,
    /// Whether its hello says which server is wanted (SNI), where a name is known.
    pub sends_name: bool,
    /// The versions of TLS that it speaks, whoever set it up.
    pub versions: &'static [u16],
    /// Those that it speaks in some of its versions, or where somebody has allowed them.
    pub older_versions: &'static [u16],
    /// It checks the server's signature in TLS 1.0 and 1.1, which is made with MD5 and SHA-1. Without that only suites whose
    /// key exchange is RSA, where nothing is signed, go with them.
    pub old_signatures: bool,
    /// The cipher suites that it offers.
    pub suites: &'static [u16],
    /// Those that only some of its versions offer.
    pub older_suites: &'static [u16],
    /// The groups of the key exchange.
    pub groups: &'static [u16],
    /// The schemes of the server's signature.
    pub schemes: &'static [u16],
    /// The least size of a Diffie-Hellman prime.
    pub dh_bits: u16,
    /// It goes on only with servers that know secure renegotiation (RFC 5746).
    pub wants_renegotiation_info: bool,
    /// What it holds certificates to. `None` where it connects whatever they are.
    pub chain: Option<ChainRules>,
}

/// What a program holds certificates to. `Yes` is that it takes such a thing.
#[derive(Debug, PartialEq)]
pub struct ChainRules {
    /// The least size of an RSA key.
    pub rsa_bits: u32,
    /// An RSA key of more than 8192 bits.
    pub rsa_large: Connects,
    /// A key on P-521.
    pub p521: Connects,
    /// ECDSA with SHA-512 in the chain.
    pub ecdsa_sha512: Connects,
    /// An Ed25519 key.
    pub ed25519: Connects,
    /// An Ed448 key.
    pub ed448: Connects,
    /// A signature with SHA-1.
    pub sha1: Connects,
    /// A signature with SHA-224.
    pub sha224: Connects,
    /// A signature with SHA-3 and RSA.
    pub sha3_rsa: Connects,
    /// A signature with SHA-3 and ECDSA.
    pub sha3_ecdsa: Connects,
    /// An RSA key for RSASSA-PSS alone.
    pub pss_key: Connects,
    /// RSASSA-PSS with SHA-224.
    pub pss_sha224: Connects,
    /// RSASSA-PSS with another hash in its mask, or with a salt that is not as long as the hash.
    pub pss_unusual: Connects,
    /// A key on a curve of RFC 5639.
    pub brainpool: Connects,
    /// A DSA key.
    pub dsa: Connects,
    /// A key on P-224.
    pub p224: Connects,
    /// A key on secp256k1.
    pub secp256k1: Connects,
    /// A key on a curve that is given by its numbers.
    pub explicit_curve: Connects,
    /// The critical extensions that it knows beyond those that all know. `None` where the makers do not say.
    pub critical: Option<&'static [CriticalExtension]>,
    /// An issuer's name that stands in another type of string than in the issuer's own certificate.
    pub spelled_otherwise: Connects,
    /// How it looks for the way to an authority.
    pub way: Way,
    /// The most authorities in between.
    pub most_between: Option<usize>,
    /// How many certificates a server may send, needed or not.
    pub most_sent: Option<u16>,
    /// An authority whose own certificate has ended.
    pub root_end: Connects,
    /// What the key usage of the server's certificate has to allow.
    pub usage: Usage,
    /// What it makes of the status that a server sends along.
    pub status: StatusRules,
    /// A certificate that asks for a stapled status, without one.
    pub must_staple: Connects,
    /// The certificate of an authority as a server's own.
    pub authority_as_server: Connects,
    /// A certificate without alternative names, whose common name fits.
    pub common_name: Connects,
    /// A star that stands for a part of a label (RFC 6125 section 6.4.3).
    pub partial_star: Connects,
    /// A star in any label, and more than one.
    pub stars_anywhere: Connects,
    /// A star directly below a top-level domain, as in `*.example`.
    pub top_star: Connects,
    /// A name with a final dot.
    pub final_dot: Connects,
    /// A common name that fits, where the alternative names have a URL and no name.
    pub common_name_beside_url: Connects,
    /// The same where they have an address and no name.
    pub common_name_beside_address: Connects,
    /// A host name with an underscore, which the certificate has as it is.
    pub underscore: Connects,
    /// The same where a star stands for a label.
    pub underscore_by_star: Connects,
    /// An authority in between whose extended key usage does not name servers.
    pub issuer_purpose: Connects,
    /// An authority in between that is for any purpose, and does not name servers.
    pub issuer_any_purpose: Connects,
    /// An authority in between whose key usage does not have it sign certificates.
    pub issuer_usage: Connects,
    /// A certificate that Netscape's type of the nineties keeps to other uses than servers.
    pub netscape_without_servers: Connects,
    /// A DNS name with letters beyond ASCII, beside one that fits.
    pub names_beyond_ascii: Connects,
    /// A server's certificate for Netscape's or Microsoft's "server gated cryptography" alone.
    pub gated: Connects,
    /// The same of an authority in between.
    pub gated_issuer: Connects,
    /// The certificate names another serial number, or issuer, of the authority in between that signed it.
    pub issuer_serial: Connects,
    /// Name constraints of directory names, which the certificate keeps.
    pub directory: Connects,
    /// The same where it does not.
    pub outside_directory: Connects,
    /// An empty subject, with alternative names that are not critical.
    pub no_subject: Connects,
    /// A serial number that is negative or longer than 20 octets.
    pub odd_serial: Connects,
    /// An authority that is younger than the lists of some devices.
    pub young_authority: Connects,
    /// What stands in the certificate of the trusted authority.
    pub root: RootRules,
    /// A certificate for any purpose that does not name servers (RFC 5280 section 4.2.1.12).
    pub any_purpose: Connects,
    /// It holds certificates to RFC 5280 in every point.
    pub strict: bool,
    /// It fetches intermediate certificates that a server did not send.
    pub fetches_issuers: bool,
    /// It refuses certificates that are valid for too long (support.apple.com/103769 and 103214).
    pub limits_validity: bool,
}

/// What a program makes of the certificate of a trusted authority, of which name and key alone have to count (RFC 5280 section
/// 6.2). `Yes` is that it connects all the same.
#[derive(Debug, PartialEq)]
pub struct RootRules {
    /// Name constraints that leave the server out.
    pub constraints: Connects,
    /// A path length that is less than there are authorities below it.
    pub path_length: Connects,
    /// An extended key usage without servers.
    pub purpose: Connects,
    /// A key usage without the signing of certificates.
    pub signs: Connects,
    /// Basic constraints by which it is no authority.
    pub authority: Connects,
    /// Another identifier of its key than the certificate below names.
    pub key: Connects,
    /// Another serial number, or issuer, than that names.
    pub serial: Connects,
}

/// What the key usage of the server's certificate has to allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// It is not looked at.
    Ignored,
    /// One of the usages that a server can have.
    AnyOfServers,
    /// The usage that the key exchange needs.
    Fits,
    /// The makers do not say.
    Unknown,
}

/// How a program looks for the way from the server's certificate to an authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It tries all.
    Any,
    /// It follows the first certificate that fits, each time.
    First,
    /// It follows the first that fits and is in its time.
    FirstValid,
}

/// Whether a program connects where the status that the server sends along (RFC 6066 section 8) says this. None asks for a status
/// that does not come, but for [`ChainRules::must_staple`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusRules {
    /// The certificate is revoked.
    pub revoked: Connects,
    /// It was good, and that is too old to count.
    pub ended: Connects,
    /// The status of another certificate.
    pub another: Connects,
    /// The authority does not know the certificate.
    pub unknown: Connects,
}

impl StatusRules {
    /// The status is not asked for, or not looked at.
    pub const IGNORED: Self = Self::all(Connects::Yes);
    /// The makers do not say.
    pub const UNTOLD: Self = Self::all(Connects::Unknown);

    const fn all(takes: Connects) -> Self {
        Self {
            revoked: takes,
            ended: takes,
            another: takes,
            unknown: takes,
        }
    }
}
