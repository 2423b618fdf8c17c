//! Signatures of certificates, each computed once.
//!
//! A chain is judged in several steps, some by the library and some here, that ask for the same signatures; and most
//! chains of a list are signed by the same few authorities. Nothing is taken for granted: what is remembered is the answer
//! of the very same computation, found by a digest over all that goes into it.

use std::sync::Arc;

use rustls::crypto::WebPkiSupportedAlgorithms;
use rustls::pki_types::{AlgorithmIdentifier, InvalidSignature, SignatureVerificationAlgorithm};

use super::der::PublicKey;
use super::recent::{Digest, Recent, digest};

/// The algorithms of the library, with a memory.
#[derive(Debug)]
pub(super) struct Signatures {
    algorithms: Vec<Remembering>,
    known: Arc<Recent<bool>>,
}

impl Signatures {
    /// With nothing in memory.
    pub(super) fn by(algorithms: WebPkiSupportedAlgorithms) -> Self {
        let known = Arc::new(Recent::of(REMEMBERED));
        let remembering = (0..)
            .zip(algorithms.all)
            .map(|(number, computes)| Remembering {
                number,
                computes: *computes,
                known: Arc::clone(&known),
            });
        Self {
            algorithms: remembering.collect(),
            known,
        }
    }

    /// All of them, as the library wants them.
    pub(super) fn all(&self) -> Vec<&dyn SignatureVerificationAlgorithm> {
        let all = self.algorithms.iter();
        all.map(|one| one as &dyn SignatureVerificationAlgorithm)
            .collect()
    }

    /// The one that computes signatures of this kind with keys of that kind; both are contents of algorithm identifiers.
    pub(super) fn for_kind(
        &self,
        signature: &[u8],
        key: &[u8],
    ) -> Option<&dyn SignatureVerificationAlgorithm> {
        let mut all = self.algorithms.iter();
        let fitting = all.find(|one| {
            one.signature_alg_id().as_ref() == signature && one.public_key_alg_id().as_ref() == key
        });
        fitting.map(|one| one as &dyn SignatureVerificationAlgorithm)
    }

    /// The same memory for a computation that is none of the library's. `name` tells it from all others.
    pub(super) fn once(
        &self,
        name: &[u8],
        key: &PublicKey<'_>,
        message: &[u8],
        signature: &[u8],
        compute: impl FnOnce() -> bool,
    ) -> bool {
        let digest = digest([name, key.bits, message, signature]);
        once(&self.known, digest, compute)
    }
}

/// One of them.
#[derive(Debug)]
struct Remembering {
    number: u8,
    computes: &'static dyn SignatureVerificationAlgorithm,
    known: Arc<Recent<bool>>,
}

impl SignatureVerificationAlgorithm for Remembering {
    fn verify_signature(
        &self,
        public_key: &[u8],
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), InvalidSignature> {
        let digest = digest([&[self.number][..], public_key, message, signature]);
        let compute = || {
            let verified = self
                .computes
                .verify_signature(public_key, message, signature);
            verified.is_ok()
        };
        let fits = once(&self.known, digest, compute);
        fits.then_some(()).ok_or(InvalidSignature)
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        self.computes.public_key_alg_id()
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        self.computes.signature_alg_id()
    }

    fn fips(&self) -> bool {
        self.computes.fips()
    }
}

/// How many answers are remembered: some hundred kilobytes of them.
const REMEMBERED: usize = 1024;

/// Whether the signature fits: remembered, or computed now. Nobody waits for it; two who ask at the same time compute the
/// same.
fn once(known: &Recent<bool>, digest: Digest, compute: impl FnOnce() -> bool) -> bool {
    known.get(&digest).unwrap_or_else(|| {
        let fits = compute();
        known.put(digest, fits);
        fits
    })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use rustls::crypto::ring::default_provider;

    use super::*;

    #[test]
    fn a_computation_is_made_once_and_its_answer_stays_the_same() {
        let known = Recent::of(REMEMBERED);
        let made = Cell::new(0);
        let ask = |digest, fits| {
            once(&known, digest, || {
                made.set(made.get() + 1);
                fits
            })
        };
        let (good, bad) = ([1; 32], [2; 32]);
        for _ in 0..3 {
            assert!(ask(good, true));
            assert!(!ask(bad, false));
        }
        assert_eq!(made.get(), 2);
    }

    /// Each part counts: a change of any of them is another question.
    #[test]
    fn the_answer_is_that_of_the_library_for_whatever_is_asked() {
        let key = rcgen::KeyPair::generate().unwrap();
        let message = b"what was signed".to_vec();
        let signature = rcgen::SigningKey::sign(&key, &message).unwrap();
        let public = rcgen::PublicKeyData::der_bytes(&key).to_vec();
        let signatures = Signatures::by(default_provider().signature_verification_algorithms);
        let other = rcgen::KeyPair::generate().unwrap();
        let other = rcgen::PublicKeyData::der_bytes(&other).to_vec();
        let changed = |bytes: &[u8]| {
            let mut bytes = bytes.to_vec();
            bytes[5] ^= 1;
            bytes
        };
        let table = [
            (&public, &message, &signature, true),
            (&other, &message, &signature, false),
            (&public, &changed(&message), &signature, false),
            (&public, &message, &changed(&signature), false),
        ];
        for _ in 0..2 {
            for (key, message, signature, fits) in &table {
                let verified: Vec<bool> = signatures
                    .all()
                    .iter()
                    .map(|one| one.verify_signature(key, message, signature).is_ok())
                    .collect();
                // One algorithm fits, and no other takes its answer for its own.
                let expected = usize::from(*fits);
                assert_eq!(verified.iter().filter(|fits| **fits).count(), expected);
            }
        }
    }
}
