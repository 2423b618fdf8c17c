//! Signatures of certificates that the cryptography of this program's library does not compute: with SHA-224, SHA-1 or SHA-3,
//! RSASSA-PSS of every kind, RSA keys of every size, DSA, ECDSA on more curves, and Ed448.
//!
//! Whether a program can connect is not a question of what one library computes. Everything here is public, so the
//! arithmetic is plain and not constant in time; it only checks and never signs. Sizes are bounded: who shows a
//! certificate decides what is computed.

use ring::digest;
use x509_parser::num_bigint::BigUint;
use x509_parser::prelude::X509Certificate;
use x509_parser::signature_algorithm::SignatureAlgorithm;
use x509_parser::x509::AlgorithmIdentifier;

use super::der::{self, PublicKey};
use super::{ecdsa, ed448, sha3, sha224};

/// The largest modulus that is computed with, which is more than the largest that programs take.
const MOST_BITS: u64 = 16_384;
/// The largest public exponent: all that are used are far below.
const MOST_EXPONENT_BITS: u64 = 64;
/// The largest prime of a DSA key (FIPS 186-4 section 4.2), with room.
const MOST_DSA_BITS: u64 = 4096;

/// Whether signatures of this kind by this key are computed here.
pub(super) fn computes(certificate: &X509Certificate<'_>, key: &PublicKey<'_>) -> bool {
    family(key).is_some_and(|family| way(certificate, family).is_some())
}

/// Whether a certificate was signed with a key; no where that is not computed here.
pub(super) fn signed_with(certificate: &X509Certificate<'_>, key: &PublicKey<'_>) -> bool {
    let message = certificate.tbs_certificate.as_ref();
    let signature = &certificate.signature_value.data;
    let way = family(key).and_then(|family| way(certificate, family));
    let fits = way.and_then(|way| match way {
        Way::Pkcs1(hash) => pkcs1(hash, key, message, signature),
        Way::Pss(way) => pss(&way, key, message, signature),
        Way::Dsa(hash) => dsa(hash, key, message, signature),
        Way::Ecdsa(curve, hash) => ecdsa::verify(curve, key.bits, &hash.digest(message), signature),
        Way::Ed448 => ed448::verify(key.bits, message, signature),
    });
    fits == Some(true)
}

/// Whether a handshake was signed with an RSA key, by the schemes of RFC 8446 section 4.2.3; `None` where that is not computed
/// here.
pub(super) fn signed_handshake(
    scheme: u16,
    key: &PublicKey<'_>,
    message: &[u8],
    signature: &[u8],
) -> Option<bool> {
    if !matches!(family(key)?, Family::Rsa) {
        return None;
    }
    let pss_with = |hash, salt| {
        let way = Pss {
            hash,
            mask: hash,
            salt,
        };
        pss(&way, key, message, signature)
    };
    match scheme {
        0x0401 => pkcs1(Hash::Sha256, key, message, signature),
        0x0501 => pkcs1(Hash::Sha384, key, message, signature),
        0x0601 => pkcs1(Hash::Sha512, key, message, signature),
        0x0804 => pss_with(Hash::Sha256, 32),
        0x0805 => pss_with(Hash::Sha384, 48),
        0x0806 => pss_with(Hash::Sha512, 64),
        _ => None,
    }
}

/// A kind of RSASSA-PSS that programs differ about. Those that take it at all take it with SHA-256 and its longer kin, with the
/// same hash in the mask, and with a salt as long as that (RFC 8446 section 4.2.3 has no other).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OddPss {
    Sha1,
    Sha224,
    /// Another hash in the mask, or a salt of another length.
    Parameters,
}

/// What is odd about a signature of RSASSA-PSS; `None` also where it is none.
pub(super) fn odd_pss(certificate: &X509Certificate<'_>) -> Option<OddPss> {
    let algorithm = &certificate.signature_algorithm;
    (algorithm.algorithm.to_id_string() == RSASSA_PSS).then_some(())?;
    let way = parameters(algorithm)?;
    match way.hash {
        Hash::Sha1 => Some(OddPss::Sha1),
        Hash::Sha224 => Some(OddPss::Sha224),
        hash => {
            let usual = way.mask == hash && way.salt == hash.length();
            (!usual).then_some(OddPss::Parameters)
        }
    }
}

/// How a signature is checked.
enum Way {
    Pkcs1(Hash),
    Pss(Pss),
    Dsa(Hash),
    Ecdsa(&'static ecdsa::Named, Hash),
    Ed448,
}

/// What RSASSA-PSS leaves open (RFC 4055 section 3.1).
struct Pss {
    hash: Hash,
    mask: Hash,
    salt: usize,
}

fn way(certificate: &X509Certificate<'_>, family: Family) -> Option<Way> {
    let kind = certificate.signature_algorithm.algorithm.to_id_string();
    let kind = kind.as_str();
    Some(match family {
        Family::Rsa | Family::RsaPss if kind == RSASSA_PSS => {
            Way::Pss(parameters(&certificate.signature_algorithm)?)
        }
        Family::RsaPss => return None,
        Family::Rsa => Way::Pkcs1(of(&RSA, kind)?),
        Family::Dsa => Way::Dsa(of(&DSA, kind)?),
        Family::Curve(curve) => Way::Ecdsa(curve, of(&ECDSA, kind)?),
        // RFC 8410 section 3: the same for the key and the signature.
        Family::Ed448 => (kind == "1.3.101.113").then_some(Way::Ed448)?,
    })
}

fn parameters(algorithm: &AlgorithmIdentifier<'_>) -> Option<Pss> {
    let SignatureAlgorithm::RSASSA_PSS(parameters) =
        SignatureAlgorithm::try_from(algorithm).ok()?
    else {
        return None;
    };
    let mask = parameters.mask_gen_algorithm().ok()?;
    let usual = mask.mgf.to_id_string() == MGF1 && parameters.trailer_field() == 1;
    Some(Pss {
        hash: of(&HASHES, &parameters.hash_algorithm_oid().to_id_string())?,
        mask: usual.then(|| of(&HASHES, &mask.hash.to_id_string()))??,
        salt: usize::try_from(parameters.salt_length()).ok()?,
    })
}

/// Object identifiers of RFC 8017 appendix A.2.3.
const RSASSA_PSS: &str = "1.2.840.113549.1.1.10";
const MGF1: &str = "1.2.840.113549.1.1.8";

/// RFC 8017 appendix A.2.4, RFC 5758, RFC 3279; with SHA-3 NIST's Computer Security Objects Register.
const RSA: [(&str, Hash); 9] = [
    ("1.2.840.113549.1.1.5", Hash::Sha1),
    ("1.2.840.113549.1.1.14", Hash::Sha224),
    ("1.2.840.113549.1.1.11", Hash::Sha256),
    ("1.2.840.113549.1.1.12", Hash::Sha384),
    ("1.2.840.113549.1.1.13", Hash::Sha512),
    ("2.16.840.1.101.3.4.3.13", Hash::SHA3[0]),
    ("2.16.840.1.101.3.4.3.14", Hash::SHA3[1]),
    ("2.16.840.1.101.3.4.3.15", Hash::SHA3[2]),
    ("2.16.840.1.101.3.4.3.16", Hash::SHA3[3]),
];
const DSA: [(&str, Hash); 9] = [
    ("1.2.840.10040.4.3", Hash::Sha1),
    ("2.16.840.1.101.3.4.3.1", Hash::Sha224),
    ("2.16.840.1.101.3.4.3.2", Hash::Sha256),
    ("2.16.840.1.101.3.4.3.3", Hash::Sha384),
    ("2.16.840.1.101.3.4.3.4", Hash::Sha512),
    ("2.16.840.1.101.3.4.3.5", Hash::SHA3[0]),
    ("2.16.840.1.101.3.4.3.6", Hash::SHA3[1]),
    ("2.16.840.1.101.3.4.3.7", Hash::SHA3[2]),
    ("2.16.840.1.101.3.4.3.8", Hash::SHA3[3]),
];
const ECDSA: [(&str, Hash); 9] = [
    ("1.2.840.10045.4.1", Hash::Sha1),
    ("1.2.840.10045.4.3.1", Hash::Sha224),
    ("1.2.840.10045.4.3.2", Hash::Sha256),
    ("1.2.840.10045.4.3.3", Hash::Sha384),
    ("1.2.840.10045.4.3.4", Hash::Sha512),
    ("2.16.840.1.101.3.4.3.9", Hash::SHA3[0]),
    ("2.16.840.1.101.3.4.3.10", Hash::SHA3[1]),
    ("2.16.840.1.101.3.4.3.11", Hash::SHA3[2]),
    ("2.16.840.1.101.3.4.3.12", Hash::SHA3[3]),
];
const HASHES: [(&str, Hash); 9] = [
    ("1.3.14.3.2.26", Hash::Sha1),
    ("2.16.840.1.101.3.4.2.4", Hash::Sha224),
    ("2.16.840.1.101.3.4.2.1", Hash::Sha256),
    ("2.16.840.1.101.3.4.2.2", Hash::Sha384),
    ("2.16.840.1.101.3.4.2.3", Hash::Sha512),
    ("2.16.840.1.101.3.4.2.7", Hash::SHA3[0]),
    ("2.16.840.1.101.3.4.2.8", Hash::SHA3[1]),
    ("2.16.840.1.101.3.4.2.9", Hash::SHA3[2]),
    ("2.16.840.1.101.3.4.2.10", Hash::SHA3[3]),
];

fn of(table: &[(&str, Hash)], id: &str) -> Option<Hash> {
    let found = table.iter().find(|(known, _)| *known == id);
    found.map(|(_, hash)| *hash)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hash {
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    /// Of so many bytes.
    Sha3(usize),
}

impl Hash {
    /// All of SHA-3 (FIPS 202 section 6.1).
    const SHA3: [Self; 4] = [
        Self::Sha3(28),
        Self::Sha3(32),
        Self::Sha3(48),
        Self::Sha3(64),
    ];

    fn digest(self, message: &[u8]) -> Vec<u8> {
        let algorithm = match self {
            Self::Sha224 => return sha224::digest(message),
            Self::Sha3(length) => return sha3::digest(message, length),
            Self::Sha1 => &digest::SHA1_FOR_LEGACY_USE_ONLY,
            Self::Sha256 => &digest::SHA256,
            Self::Sha384 => &digest::SHA384,
            Self::Sha512 => &digest::SHA512,
        };
        digest::digest(algorithm, message).as_ref().to_vec()
    }

    /// In bytes.
    const fn length(self) -> usize {
        match self {
            Self::Sha1 => 20,
            Self::Sha224 => 28,
            Self::Sha256 => 32,
            Self::Sha384 => 48,
            Self::Sha512 => 64,
            Self::Sha3(length) => length,
        }
    }

    /// What stands before the hash (RFC 8017 section 9.2, note 1).
    const fn prefix(self) -> &'static [u8] {
        match self {
            Self::Sha1 => b"\x30\x21\x30\x09\x06\x05\x2b\x0e\x03\x02\x1a\x05\x00\x04\x14",
            Self::Sha224 => {
                b"\x30\x2d\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x04\x05\x00\x04\x1c"
            }
            Self::Sha256 => {
                b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20"
            }
            Self::Sha384 => {
                b"\x30\x41\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x02\x05\x00\x04\x30"
            }
            Self::Sha512 => {
                b"\x30\x51\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x03\x05\x00\x04\x40"
            }
            Self::Sha3(28) => {
                b"\x30\x2d\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x07\x05\x00\x04\x1c"
            }
            Self::Sha3(32) => {
                b"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x08\x05\x00\x04\x20"
            }
            Self::Sha3(48) => {
                b"\x30\x41\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x09\x05\x00\x04\x30"
            }
            Self::Sha3(_) => {
                b"\x30\x51\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x0a\x05\x00\x04\x40"
            }
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Family {
    Rsa,
    RsaPss,
    Dsa,
    Curve(&'static ecdsa::Named),
    Ed448,
}

/// By the contents of the key's algorithm identifier: an object identifier, and for a curve another one.
fn family(key: &PublicKey<'_>) -> Option<Family> {
    const RSA_ENCRYPTION: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01";
    const RSA_PSS: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a";
    const ID_DSA: &[u8] = b"\x06\x07\x2a\x86\x48\xce\x38\x04\x01";
    const ID_ED448: &[u8] = b"\x06\x03\x2b\x65\x71";
    const EC_PUBLIC_KEY: &[u8] = b"\x06\x07\x2a\x86\x48\xce\x3d\x02\x01";
    // RFC 5480 section 2.1.1.1, SEC 2 appendix A.2, RFC 5639 section 3.
    const CURVES: [(&[u8], &ecdsa::Named); 8] = [
        (b"\x06\x05\x2b\x81\x04\x00\x21", &ecdsa::P224),
        (b"\x06\x05\x2b\x81\x04\x00\x0a", &ecdsa::SECP256K1),
        (b"\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07", &ecdsa::P256),
        (b"\x06\x05\x2b\x81\x04\x00\x22", &ecdsa::P384),
        (b"\x06\x05\x2b\x81\x04\x00\x23", &ecdsa::P521),
        (
            b"\x06\x09\x2b\x24\x03\x03\x02\x08\x01\x01\x07",
            &ecdsa::BRAINPOOL_256,
        ),
        (
            b"\x06\x09\x2b\x24\x03\x03\x02\x08\x01\x01\x0b",
            &ecdsa::BRAINPOOL_384,
        ),
        (
            b"\x06\x09\x2b\x24\x03\x03\x02\x08\x01\x01\x0d",
            &ecdsa::BRAINPOOL_512,
        ),
    ];
    let algorithm = key.algorithm;
    if let Some(curve) = algorithm.strip_prefix(EC_PUBLIC_KEY) {
        let known = CURVES.into_iter().find(|(id, _)| *id == curve);
        return known.map(|(_, curve)| Family::Curve(curve));
    }
    if algorithm == ID_ED448 {
        Some(Family::Ed448)
    } else if algorithm.starts_with(RSA_ENCRYPTION) {
        Some(Family::Rsa)
    } else if algorithm.starts_with(RSA_PSS) {
        Some(Family::RsaPss)
    } else {
        algorithm.starts_with(ID_DSA).then_some(Family::Dsa)
    }
}

/// The modulus of an RSA key, and what a signature is with the public exponent applied, in as many bytes as the modulus has.
fn opened(key: &PublicKey<'_>, signature: &[u8]) -> Option<(BigUint, Vec<u8>)> {
    let (rest, modulus) = der::element(der::contents(key.bits)?)?;
    let (_, exponent) = der::element(rest)?;
    let (modulus, exponent) = (
        BigUint::from_bytes_be(modulus),
        BigUint::from_bytes_be(exponent),
    );
    let bounded = modulus.bits() <= MOST_BITS && exponent.bits() <= MOST_EXPONENT_BITS;
    if !bounded || !modulus.bit(0) {
        return None;
    }
    let signature = BigUint::from_bytes_be(signature);
    let fits = signature < modulus;
    let opened = fits.then(|| signature.modpow(&exponent, &modulus))?;
    let length = usize::try_from(modulus.bits().div_ceil(8)).ok()?;
    Some((modulus, padded(&opened, length)?))
}

/// A number in so many bytes.
fn padded(number: &BigUint, length: usize) -> Option<Vec<u8>> {
    let bytes = number.to_bytes_be();
    let zeros = length.checked_sub(bytes.len())?;
    Some([vec![0; zeros], bytes].concat())
}

/// RFC 8017 section 8.2.2.
fn pkcs1(hash: Hash, key: &PublicKey<'_>, message: &[u8], signature: &[u8]) -> Option<bool> {
    let (_, opened) = opened(key, signature)?;
    let end = [&[0][..], hash.prefix(), &hash.digest(message)].concat();
    let filling = opened.len().checked_sub(end.len() + 2)?;
    let expected = [&[0, 1][..], &vec![0xff; filling], &end].concat();
    Some(filling >= 8 && opened == expected)
}

/// RFC 8017 sections 8.1.2 and 9.1.2.
fn pss(way: &Pss, key: &PublicKey<'_>, message: &[u8], signature: &[u8]) -> Option<bool> {
    let hash = way.hash;
    let (modulus, opened) = opened(key, signature)?;
    // One bit less than the modulus has.
    let bits = usize::try_from(modulus.bits()).ok()?.checked_sub(1)?;
    let encoded = &opened[opened.len() - bits.div_ceil(8)..];
    if opened[..opened.len() - encoded.len()]
        .iter()
        .any(|byte| *byte != 0)
    {
        return Some(false);
    }
    let hashed = hash.digest(message);
    let (body, tail) = encoded.split_at_checked(encoded.len().checked_sub(hashed.len() + 1)?)?;
    let (seal, trailer) = tail.split_at(hashed.len());
    let unused = 8 * encoded.len() - bits;
    let data = unmasked(way.mask, seal, body, unused);
    let zeros = data.len().checked_sub(way.salt + 1)?;
    let begins = data[..zeros].iter().all(|byte| *byte == 0) && data[zeros] == 1;
    let sealed = [&[0; 8][..], &hashed, &data[zeros + 1..]].concat();
    // The bits that are none of the number are zero.
    let clear = u16::from(*body.first()?) >> (8 - unused) == 0;
    Some(trailer == [0xbc] && clear && begins && hash.digest(&sealed) == seal)
}

/// The data block without its mask, and without the bits that are none of the number (RFC 8017 appendix B.2.1).
fn unmasked(hash: Hash, seal: &[u8], body: &[u8], unused: usize) -> Vec<u8> {
    let mask = (0_u32..).flat_map(|count| hash.digest(&[seal, &count.to_be_bytes()].concat()));
    let data = body.iter().zip(mask).map(|(byte, mask)| byte ^ mask);
    let mut data: Vec<u8> = data.collect();
    if let Some(first) = data.first_mut() {
        *first &= 0xff_u8 >> unused;
    }
    data
}

/// FIPS 186-4 section 4.7; the key is of RFC 3279 section 2.3.2.
#[expect(clippy::many_single_char_names, reason = "the names of the standard")]
fn dsa(hash: Hash, key: &PublicKey<'_>, message: &[u8], signature: &[u8]) -> Option<bool> {
    let (after_id, _) = der::element(key.algorithm)?;
    let [p, q, g] = numbers(der::contents(after_id)?)?;
    let y = BigUint::from_bytes_be(der::contents(key.bits)?);
    let [r, s] = numbers(der::contents(signature)?)?;
    let zero = BigUint::ZERO;
    if p.bits() > MOST_DSA_BITS || q.bits() > 512 || q == zero || p <= q || y.bits() > p.bits() {
        return None;
    }
    if r == zero || s == zero || r >= q || s >= q {
        return Some(false);
    }
    let hashed = hash.digest(message);
    let length = usize::try_from(q.bits() / 8).ok()?.min(hashed.len());
    let hashed = BigUint::from_bytes_be(&hashed[..length]);
    let w = s.modpow(&(&q - 2_u32), &q);
    let (u1, u2) = (hashed * &w % &q, &r * &w % &q);
    let v = g.modpow(&u1, &p) * y.modpow(&u2, &p) % &p % &q;
    Some(v == r)
}

/// So many INTEGERs, one after the other.
fn numbers<const N: usize>(mut input: &[u8]) -> Option<[BigUint; N]> {
    let mut found = Vec::new();
    for _ in 0..N {
        (input.first() == Some(&2)).then_some(())?;
        let (rest, number) = der::element(input)?;
        found.push(BigUint::from_bytes_be(number));
        input = rest;
    }
    found.try_into().ok()
}

#[cfg(test)]
mod tests;
