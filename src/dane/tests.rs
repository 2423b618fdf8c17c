//! Chains and records of every kind.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

use super::*;

fn facts(der: &[u8], names: &[&str]) -> Certificate {
    Certificate {
        subject: String::new(),
        issuer: String::new(),
        names: names.iter().map(ToString::to_string).collect(),
        not_before: 0,
        not_after: 0,
        serial: String::new(),
        sha256: String::new(),
        key: String::new(),
        signature: String::new(),
        extensions: crate::facts::Extensions::default(),
        der: der.to_vec(),
    }
}

fn authority(name: &str) -> CertificateParams {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let common = rcgen::DnType::CommonName;
    params.distinguished_name.push(common, name);
    params
}

/// The server's own certificate, its issuer, the issuer's issuer, and an authority that has nothing to do with it.
fn chain() -> [Certificate; 4] {
    let key = || KeyPair::generate().unwrap();
    let root = CertifiedIssuer::self_signed(authority("root"), key()).unwrap();
    let middle = CertifiedIssuer::signed_by(authority("middle"), key(), &root).unwrap();
    let stranger = CertifiedIssuer::self_signed(authority("stranger"), key()).unwrap();
    let leaf = CertificateParams::new(vec!["mx.example.com".to_owned()]).unwrap();
    let leaf = leaf.signed_by(&key(), &middle).unwrap();
    [
        facts(leaf.der(), &["mx.example.com"]),
        facts(middle.der(), &[]),
        facts(root.der(), &[]),
        facts(stranger.der(), &[]),
    ]
}

fn selected(certificate: &Certificate, selector: u8) -> Vec<u8> {
    match selector {
        0 => certificate.der.clone(),
        _ => parsed(certificate)
            .unwrap()
            .tbs_certificate
            .subject_pki
            .raw
            .to_vec(),
    }
}

fn record(
    usage: u8,
    selector: u8,
    matching: u8,
    certificate: &Certificate,
) -> (u8, u8, u8, Vec<u8>) {
    let selected = selected(certificate, selector);
    let digest = |algorithm| digest::digest(algorithm, &selected).as_ref().to_vec();
    let data = match matching {
        1 => digest(&digest::SHA256),
        2 => digest(&digest::SHA512),
        _ => selected,
    };
    (usage, selector, matching, data)
}

fn secure(records: Vec<(u8, u8, u8, Vec<u8>)>) -> Tlsa {
    Tlsa {
        secure: true,
        unvalidated: false,
        base: "mx.example.com".to_owned(),
        records,
    }
}

#[test]
fn every_usable_combination_fits_what_it_names() {
    let chain = chain();
    for selector in [0, 1] {
        for matching in [0, 1, 2] {
            let what = format!("{selector} {matching}");
            let own = secure(vec![record(3, selector, matching, &chain[0])]);
            let found = matches(&own, &chain, "mx.example.com");
            assert_eq!(found, DaneMatch::EndEntity { record: 0 }, "3 {what}");
            for certificate in [1, 2] {
                let tlsa = secure(vec![record(2, selector, matching, &chain[certificate])]);
                let expected = DaneMatch::Authority {
                    record: 0,
                    certificate: Some(certificate),
                    name_fits: true,
                };
                let found = matches(&tlsa, &chain, "MX.example.com");
                assert_eq!(found, expected, "2 {what}");
            }
            for wrong in [
                record(3, selector, matching, &chain[1]),
                record(2, selector, matching, &chain[0]),
                // It was sent, but it signed nothing here.
                record(2, selector, matching, &chain[3]),
            ] {
                let found = matches(&secure(vec![wrong]), &chain, "mx.example.com");
                assert_eq!(found, DaneMatch::Mismatch, "{what}");
            }
        }
    }
}

#[test]
fn what_smtp_cannot_use_says_nothing() {
    let chain = chain();
    let fits = record(3, 1, 1, &chain[0]);
    let short = (3, 1, 1, fits.3[..31].to_vec());
    let insecure = Tlsa {
        secure: false,
        ..secure(vec![fits.clone()])
    };
    assert_eq!(
        matches(&insecure, &chain, "mx.example.com"),
        DaneMatch::Unusable
    );
    let rows = [
        vec![],
        vec![record(0, 0, 1, &chain[0])],
        vec![record(1, 1, 1, &chain[0])],
        vec![record(255, 1, 1, &chain[0])],
        vec![(3, 2, 1, fits.3.clone())],
        vec![(3, 1, 3, fits.3.clone())],
        vec![(3, 1, 0, Vec::new())],
        vec![short.clone()],
    ];
    for records in rows {
        let tlsa = secure(records.clone());
        assert_eq!(
            matches(&tlsa, &chain, "mx.example.com"),
            DaneMatch::Unusable,
            "{records:?}"
        );
    }
    let mixed = secure(vec![record(1, 1, 1, &chain[0]), short, fits]);
    assert_eq!(
        matches(&mixed, &chain, "mx.example.com"),
        DaneMatch::EndEntity { record: 2 }
    );
}

/// SHA-256 of no bytes (FIPS 180-4).
const NOTHING: [u8; 32] = [
    0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24,
    0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
];

/// `sha256sum cert.pem`, as it is done where the bytes inside are meant.
#[test]
fn the_digest_of_a_file_is_known() {
    let file = include_str!("../../tests/fixtures/rsa1024.pem");
    let lines = file.lines().filter(|line| !line.starts_with("-----"));
    let der = BASE64.decode(lines.collect::<String>().as_bytes()).unwrap();
    let digest = digest::digest(&digest::SHA256, file.as_bytes());
    let tlsa = secure(vec![(3, 0, 1, digest.as_ref().to_vec())]);
    assert_eq!(misfit(&tlsa, &[facts(&der, &[])]), Misfit::Text);
}

#[test]
fn why_nothing_fits_is_told_from_the_chain() {
    let chain = chain();
    let [leaf, middle, root, _] = &chain;
    let sent = [leaf.clone(), middle.clone()];
    let key_as_certificate = (3, 0, 1, record(3, 1, 1, leaf).3);
    let certificate_as_key = (2, 1, 2, record(2, 0, 2, middle).3);
    let rows = [
        (vec![key_as_certificate], Misfit::Selector),
        (vec![certificate_as_key], Misfit::Selector),
        (vec![record(3, 1, 1, middle)], Misfit::Usage),
        (vec![record(2, 1, 1, leaf)], Misfit::Usage),
        // danefail/list#35 and its kin: the root's digest, and the root is not sent.
        (vec![record(2, 1, 1, root)], Misfit::NotSent),
        (vec![(3, 1, 1, vec![7; 32])], Misfit::Other),
        // virtualmin/virtualmin-gpl#1207: the command that should have given the key had failed.
        (vec![(3, 1, 1, NOTHING.to_vec())], Misfit::Empty),
        (
            vec![(3, 1, 1, vec![7; 32]), record(3, 0, 2, middle)],
            Misfit::Usage,
        ),
    ];
    for (records, reason) in rows {
        assert_eq!(
            misfit(&secure(records.clone()), &sent),
            reason,
            "{records:?}"
        );
    }
    let stray = secure(vec![record(2, 0, 1, &chain[3])]);
    assert_eq!(misfit(&stray, &chain), Misfit::NotInChain);
}

#[test]
fn what_keeps_a_record_from_being_used() {
    let rows = [
        ((0, 0, 1, vec![7; 32]), Some(Unusable::Usage)),
        ((1, 1, 1, vec![7; 32]), Some(Unusable::Usage)),
        ((4, 1, 1, vec![7; 32]), Some(Unusable::Unknown)),
        ((3, 2, 1, vec![7; 32]), Some(Unusable::Unknown)),
        ((3, 1, 3, vec![7; 32]), Some(Unusable::Unknown)),
        ((3, 1, 2, vec![7; 32]), Some(Unusable::Length)),
        ((3, 1, 1, vec![7; 64]), Some(Unusable::Length)),
        ((2, 0, 0, vec![]), Some(Unusable::Length)),
        ((3, 1, 1, vec![7; 32]), None),
        ((2, 0, 2, vec![7; 64]), None),
    ];
    for (record, expected) in rows {
        assert_eq!(unusable(&record), expected, "{record:?}");
    }
}

#[test]
fn a_chain_in_any_order_and_a_name_that_does_not_fit() {
    let [leaf, middle, root, stranger] = chain();
    let tlsa = secure(vec![record(2, 0, 1, &root)]);
    let aliased = Tlsa {
        base: "elsewhere.example.net".to_owned(),
        ..tlsa.clone()
    };
    let shuffled = [leaf.clone(), stranger, root.clone(), middle.clone()];
    let expected = DaneMatch::Authority {
        record: 0,
        certificate: Some(2),
        name_fits: false,
    };
    assert_eq!(matches(&aliased, &shuffled, "other.example.com"), expected);
    // Without the link the root may be anybody's.
    let gap = [leaf.clone(), root];
    assert_eq!(matches(&tlsa, &gap, "mx.example.com"), DaneMatch::Mismatch);
    assert_eq!(matches(&tlsa, &[], "mx.example.com"), DaneMatch::Mismatch);
    let broken = [leaf, facts(b"no certificate", &[]), middle];
    assert_eq!(
        matches(&tlsa, &broken, "mx.example.com"),
        DaneMatch::Mismatch
    );
}

#[test]
fn names_as_certificates_have_them() {
    let rows = [
        ("mx.example.com", "mx.example.com.", true),
        ("*.example.com", "mx.example.com", true),
        ("*.example.com", "a.mx.example.com", false),
        ("*.example.com", "example.com", false),
        ("example.com", "mx.example.com", false),
    ];
    for (own, wanted, fits) in rows {
        assert_eq!(name_fits(own, wanted), fits, "{own} {wanted}");
    }
}

/// Postfix verifies by them, as `tests/oracles/dane.py` shows: the root itself is in the record, and need not be sent.
#[test]
fn an_authority_that_the_record_holds_need_not_be_sent() {
    let [leaf, middle, root, stranger] = chain();
    let host = "mx.example.com";
    let rows = [
        (vec![&leaf, &middle], record(2, 0, 0, &root), true),
        (vec![&leaf, &middle], record(2, 1, 0, &root), true),
        (vec![&leaf], record(2, 0, 0, &middle), true),
        (vec![&leaf], record(2, 1, 0, &middle), true),
        (vec![&leaf, &middle], record(2, 0, 0, &stranger), false),
        (vec![&leaf, &middle], record(2, 1, 0, &stranger), false),
        // The link is missing.
        (vec![&leaf], record(2, 0, 0, &root), false),
        (vec![&leaf, &middle], record(2, 0, 1, &root), false),
    ];
    for (sent, record, fits) in rows {
        let sent: Vec<Certificate> = sent.into_iter().cloned().collect();
        let (selector, matching) = (record.1, record.2);
        let found = matches(&secure(vec![record]), &sent, host);
        let expected = if fits {
            DaneMatch::Authority {
                record: 0,
                certificate: None,
                name_fits: true,
            }
        } else {
            DaneMatch::Mismatch
        };
        assert_eq!(
            found,
            expected,
            "2 {selector} {matching}, {} sent",
            sent.len()
        );
    }
    let strange = secure(vec![record(2, 0, 0, &stranger)]);
    assert_eq!(misfit(&strange, &[leaf, middle]), Misfit::Other);
}

/// RFC 7671 section 9.
#[test]
fn of_several_digests_the_strongest_counts() {
    let chain = chain();
    let [leaf, middle, ..] = &chain;
    let host = "mx.example.com";
    let rows = [
        // The weaker fits, the stronger does not.
        (vec![record(3, 1, 1, leaf), record(3, 1, 2, middle)], false),
        (vec![record(3, 1, 1, middle), record(3, 1, 2, leaf)], true),
        // Another selector, another usage, the whole thing: each is judged by itself.
        (vec![record(3, 1, 1, leaf), record(3, 0, 2, middle)], true),
        (vec![record(3, 1, 1, leaf), record(2, 1, 2, leaf)], true),
        (vec![record(3, 1, 0, leaf), record(3, 1, 2, middle)], true),
        // What cannot be used outdoes nothing.
        (vec![record(3, 1, 1, leaf), (3, 1, 2, vec![7; 32])], true),
    ];
    for (records, fits) in rows {
        let found = matches(&secure(records.clone()), &chain, host);
        assert_eq!(found != DaneMatch::Mismatch, fits, "{records:?}");
        if !fits {
            assert_eq!(misfit(&secure(records), &chain), Misfit::Outdone);
        }
    }
}

#[test]
fn signed_records_demand_tls_even_where_none_can_be_used() {
    let unusable = secure(vec![(1, 1, 1, vec![7; 32])]);
    assert!(demands_tls(&unusable) && !is_usable(&unusable));
    assert!(!demands_tls(&secure(vec![])));
    let unsigned = Tlsa {
        secure: false,
        ..unusable
    };
    assert!(!demands_tls(&unsigned));
}
