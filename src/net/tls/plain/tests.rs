use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use x509_parser::prelude::FromDer;

use super::*;

/// Made by tests/fixtures/certificates.sh: a certificate and its issuer's, in turns.
const PAIRS: &[u8] = include_bytes!("../../../../tests/fixtures/signatures.pem");

fn all() -> Vec<CertificateDer<'static>> {
    CertificateDer::pem_slice_iter(PAIRS)
        .map(|der| der.expect("a certificate"))
        .collect()
}

fn parsed<'a>(der: &'a CertificateDer<'_>) -> X509Certificate<'a> {
    X509Certificate::from_der(der).expect("it can be read").1
}

#[test]
fn openssl_makes_them_and_each_fits_its_issuer_and_no_other() {
    let all = all();
    assert_eq!(all.len(), 38);
    for (own, issuer) in all.chunks(2).map(|two| (&two[0], &two[1])) {
        let (own, issuer) = (parsed(own), parsed(issuer));
        let kind = own.signature_algorithm.algorithm.to_id_string();
        let key = der::own_public_key(&issuer).expect("a key");
        assert!(computes(&own, &key), "{kind}");
        assert!(signed_with(&own, &key), "{kind}");
        for other in all.iter().skip(1).step_by(2).map(parsed) {
            let other_key = der::own_public_key(&other).expect("a key");
            let same = other_key.bits == key.bits;
            assert_eq!(signed_with(&own, &other_key), same, "{kind}");
        }
    }
}

#[test]
fn odd_kinds_of_pss_are_told_apart() {
    let all = all();
    let own = all.iter().step_by(2).map(parsed);
    let odd: Vec<_> = own.filter_map(|one| odd_pss(&one)).collect();
    // A salt of 11 bytes with SHA-256, SHA-224, SHA-512 with SHA-256 in the mask, and the longest salt there may be, which is
    // what OpenSSL takes.
    let (odd_parameters, sha224) = (OddPss::Parameters, OddPss::Sha224);
    assert_eq!(
        odd,
        [odd_parameters, sha224, odd_parameters, odd_parameters]
    );
}

/// A handshake is signed as a certificate is, in the schemes that both have.
#[test]
fn handshakes_are_checked_by_their_scheme_alone() {
    const SCHEMES: [u16; 6] = [0x0401, 0x0501, 0x0601, 0x0804, 0x0805, 0x0806];
    let mut fitting = Vec::new();
    for two in all().chunks(2) {
        let (own, issuer) = (parsed(&two[0]), parsed(&two[1]));
        let key = der::own_public_key(&issuer).expect("a key");
        let message = own.tbs_certificate.as_ref();
        let signature = &own.signature_value.data;
        let answers = SCHEMES.map(|scheme| signed_handshake(scheme, &key, message, signature));
        let yes = answers.iter().position(|answer| *answer == Some(true));
        assert!(
            answers
                .iter()
                .filter(|answer| **answer == Some(true))
                .count()
                <= 1
        );
        fitting.extend(yes.map(|at| SCHEMES[at]));
        let rsa = key.rsa_bits().is_some();
        assert!(rsa || answers == [None; 6], "only RSA is computed");
        assert_eq!(signed_handshake(0x0403, &key, message, signature), None);
    }
    // Those with RSASSA-PSS in the file have other parameters; tests/oracles/reported.py has one of a handshake.
    assert!(!fitting.is_empty());
}

/// Each byte of the signature counts, and each of what is signed.
#[test]
fn a_change_of_any_byte_is_seen() {
    for two in all().chunks(2) {
        let (own, issuer) = (&two[0], parsed(&two[1]));
        let key = der::own_public_key(&issuer).expect("a key");
        let length = own.len();
        for at in [60, 90, length - 1, length - 10, length - 30, length - 60] {
            let mut changed = own.to_vec();
            changed[at] ^= 1;
            if let Ok((_, changed)) = X509Certificate::from_der(&changed) {
                assert!(!signed_with(&changed, &key), "{at} of {length}");
            }
        }
    }
}

#[test]
fn sizes_are_bounded() {
    let integer = |bytes: &[u8]| {
        let length = u16::try_from(bytes.len()).expect("short").to_be_bytes();
        [&[2, 0x82][..], &length, bytes].concat()
    };
    let numbers = [integer(&[0x7f; 4000]), integer(&[1, 0, 1])].concat();
    let length = u16::try_from(numbers.len()).expect("short").to_be_bytes();
    let key = [&[0x30, 0x82][..], &length, &numbers].concat();
    let key = PublicKey {
        algorithm: &[],
        bits: &key,
    };
    assert_eq!(pkcs1(Hash::Sha256, &key, b"", &[1; 4000]), None);
}
