//! The few pieces of DER that x509-parser takes apart without keeping them whole.

use rustls::pki_types::alg_id;
use x509_parser::certificate::X509Certificate;

use crate::wire::der::Der;

/// A public key as X.509 carries it (RFC 5280 section 4.1.2.7).
pub(super) struct PublicKey<'a> {
    /// The contents of the algorithm identifier.
    pub(super) algorithm: &'a [u8],
    /// The key itself.
    pub(super) bits: &'a [u8],
}

impl PublicKey<'_> {
    /// The size of an RSA modulus; `None` for other keys.
    pub(super) fn rsa_bits(&self) -> Option<usize> {
        let rsa = self.algorithm == alg_id::RSA_ENCRYPTION.as_ref();
        rsa.then(|| self.modulus_bits())?
    }

    /// The same, of a key that is known to be one of RSA.
    pub(super) fn modulus_bits(&self) -> Option<usize> {
        let (_, modulus) = element(contents(self.bits)?)?;
        let positive = modulus.strip_prefix(&[0]).unwrap_or(modulus);
        Some(positive.len() * 8)
    }
}

/// Reads the contents of a `SubjectPublicKeyInfo`, which is how a trust anchor keeps it.
pub(super) fn public_key(contents: &[u8]) -> Option<PublicKey<'_>> {
    let (rest, algorithm) = element(contents)?;
    let (_, bits) = element(rest)?;
    // The first byte of a BIT STRING counts the bits that the last one does not use; keys use all.
    Some(PublicKey {
        algorithm,
        bits: bits.strip_prefix(&[0])?,
    })
}

/// The public key of a certificate.
pub(super) fn own_public_key<'a>(certificate: &X509Certificate<'a>) -> Option<PublicKey<'a>> {
    public_key(contents(certificate.tbs_certificate.subject_pki.raw)?)
}

/// The contents of a certificate's signature algorithm identifier.
pub(super) fn signature_algorithm<'a>(certificate: &X509Certificate<'a>) -> Option<&'a [u8]> {
    let (after_tbs, _) = element(contents(certificate.as_raw())?)?;
    Some(element(after_tbs)?.1)
}

/// What is inside an element, without its tag and length.
pub(super) fn contents(element_: &[u8]) -> Option<&[u8]> {
    Some(element(element_)?.1)
}

/// What stands behind the first element, and what is in it.
pub(super) fn element(input: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut der = Der(input);
    let (_, inside) = der.any()?;
    Some((der.0, inside))
}
