//! Whether a certificate was signed with a key.

use x509_parser::prelude::X509Certificate;

use super::super::der::{self, PublicKey};
use super::super::plain;
use super::super::signatures::Signatures;

/// Whether a certificate was signed with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signed {
    Yes,
    No,
    /// The key or the algorithm is one that nothing here computes, such as Ed448 or SHA-3.
    CannotSay,
}

pub(super) fn signed_with(
    certificate: &X509Certificate<'_>,
    key: Option<PublicKey<'_>>,
    signatures: &Signatures,
) -> Signed {
    let (Some(key), Some(signature)) = (key, der::signature_algorithm(certificate)) else {
        return Signed::CannotSay;
    };
    let Some(algorithm) = signatures.for_kind(signature, key.algorithm) else {
        return plainly(certificate, &key, signatures);
    };
    let verified = algorithm.verify_signature(
        key.bits,
        certificate.tbs_certificate.as_ref(),
        &certificate.signature_value.data,
    );
    match verified {
        Ok(()) => Signed::Yes,
        // The library refuses RSA keys below 2048 bits, and above 8192, in the same words as wrong signatures.
        Err(_)
            if key
                .rsa_bits()
                .is_some_and(|bits| !(2048..=8192).contains(&bits)) =>
        {
            plainly(certificate, &key, signatures)
        }
        Err(_) => Signed::No,
    }
}

/// Without the library.
fn plainly(
    certificate: &X509Certificate<'_>,
    key: &PublicKey<'_>,
    signatures: &Signatures,
) -> Signed {
    let Some(kind) = der::signature_algorithm(certificate) else {
        return Signed::CannotSay;
    };
    if !plain::computes(certificate, key) {
        return Signed::CannotSay;
    }
    let message = certificate.tbs_certificate.as_ref();
    let signature = &certificate.signature_value.data;
    // What kind of signature and key it is goes into the memory too: their bytes say nothing of it.
    let named = [b"plain".as_slice(), kind, key.algorithm].concat();
    let compute = || plain::signed_with(certificate, key);
    if signatures.once(&named, key, message, signature, compute) {
        Signed::Yes
    } else {
        Signed::No
    }
}
