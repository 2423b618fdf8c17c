use rcgen::{
    BasicConstraints, CertificateParams, DnType, ExtendedKeyUsagePurpose, IsCa, KeyUsagePurpose,
};

use super::super::pki::{
    Authority, NAME, Server, critical, expired, fetchable, maze, names as only_names,
    not_yet_valid, now, pem, trust, unknown_critical,
};
use super::*;
use crate::plan::Roots;
use CertificateProblem as P;

const BEGIN_2025: i64 = 1_735_689_600;
const BEGIN_2040: i64 = 2_208_988_800;

fn judged(chain: &[&CertificateDer<'static>], trust: &Trust) -> Vec<P> {
    let chain: Vec<_> = chain.iter().map(|der| (*der).clone()).collect();
    problems(&chain, NAME, trust, now())
}

fn unchanged(_: &mut CertificateParams) {}

/// Root, intermediate.
fn authorities() -> (Authority, Authority) {
    let root = Authority::root("Example Root CA");
    let intermediate = root.below("Example Intermediate CA", unchanged);
    (root, intermediate)
}

#[test]
fn a_good_chain_has_no_problem_in_any_order_and_with_any_company() {
    let (root, intermediate) = authorities();
    let own = intermediate.server(unchanged).der;
    let stranger = Authority::root("Somebody Else");
    let old = root.below("Example Intermediate CA", expired);
    let chains: [&[_]; 6] = [
        &[&own, &intermediate.der],
        &[&own, &intermediate.der, &root.der],
        &[&own, &root.der, &intermediate.der],
        &[&own, &stranger.der, &intermediate.der],
        &[&own, &own, &intermediate.der],
        &[&own, &old.der, &intermediate.der],
    ];
    for chain in chains {
        assert_eq!(judged(chain, &root.trust()), []);
    }
}

#[test]
fn no_chain_no_problem() {
    assert_eq!(judged(&[], &Authority::root("Root").trust()), []);
}

#[test]
fn every_certificate_on_the_way_must_be_in_its_time() {
    let (root, intermediate) = authorities();
    let own = |change: fn(&mut CertificateParams)| intermediate.server(change).der;
    let late = |index| P::Expired {
        index,
        not_after: BEGIN_2025,
    };
    assert_eq!(
        judged(&[&own(expired), &intermediate.der], &root.trust()),
        [late(0)]
    );
    assert_eq!(
        judged(&[&own(not_yet_valid), &intermediate.der], &root.trust()),
        [P::NotYetValid {
            index: 0,
            not_before: BEGIN_2040
        }]
    );
    let old = root.below("Example Intermediate CA", expired);
    let signed_by_old = old.server(unchanged).der;
    assert_eq!(
        judged(&[&signed_by_old, &old.der], &root.trust()),
        [late(1)]
    );
    let both = old.server(expired).der;
    assert_eq!(
        judged(&[&both, &old.der], &root.trust()),
        [late(0), late(1)]
    );
    let never_together = old.server(not_yet_valid).der;
    assert_eq!(
        judged(&[&never_together, &old.der], &root.trust()),
        [
            P::NotYetValid {
                index: 0,
                not_before: BEGIN_2040
            },
            late(1)
        ]
    );
}

#[test]
fn an_expired_chain_finds_its_way_round_certificates_it_does_not_need() {
    let (root, intermediate) = authorities();
    let stranger = Authority::root("Somebody Else");
    let own = intermediate.server(expired).der;
    let cross = stranger.below("Example Root CA", expired);
    let chain = [&own, &cross.der, &stranger.der, &intermediate.der];
    let expected = [P::Expired {
        index: 0,
        not_after: BEGIN_2025,
    }];
    assert_eq!(judged(&chain, &root.trust()), expected);
}

#[test]
fn names_are_compared_as_the_library_does_it() {
    let root = Authority::root("Root");
    let table: [(&[&str], &str, bool); 12] = [
        (&["mail.example.test"], "mail.example.test", true),
        (&["MAIL.Example.test"], "mail.example.test", true),
        (&["a.test", "mail.example.test"], "mail.example.test", true),
        (&["*.example.test"], "mail.example.test", true),
        (&["*.example.test"], "example.test", false),
        (&["*.example.test"], "a.mail.example.test", false),
        (&["*.test"], "example.test", false),
        (&["example.test"], "mail.example.test", false),
        (&["192.0.2.1"], "192.0.2.1", true),
        (&["2001:db8::1"], "2001:db8::1", true),
        (&["192.0.2.2", "mail.example.test"], "192.0.2.1", false),
        (&[], "mail.example.test", false),
    ];
    for (presented, expected, fits) in table {
        let der = root.server(only_names(presented)).der;
        let found = problems(std::slice::from_ref(&der), expected, &root.trust(), now());
        let names = presented.iter().map(|name| (*name).to_owned()).collect();
        let mismatch = P::NameMismatch {
            expected: expected.to_owned(),
            names,
        };
        let wanted = if fits { vec![] } else { vec![mismatch] };
        assert_eq!(found, wanted, "{presented:?} for {expected}");

        let library = rustls::client::verify_server_name(
            &rustls::server::ParsedCertificate::try_from(&der).unwrap(),
            &rustls::pki_types::ServerName::try_from(expected).unwrap(),
        );
        assert_eq!(library.is_ok(), fits, "{presented:?} for {expected}");
    }
}

#[test]
fn a_certificate_signed_by_itself_is_self_signed_whatever_it_calls_itself() {
    let root = Authority::root("Root");
    let plain = Server::self_signed(unchanged).der;
    let as_authority = Server::self_signed(|params| {
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    })
    .der;
    for own in [&plain, &as_authority] {
        assert_eq!(judged(&[own], &root.trust()), [P::SelfSigned]);
        assert_eq!(judged(&[own, own], &root.trust()), [P::SelfSigned]);
        // What somebody put into the list of the trusted is trusted.
        assert_eq!(judged(&[own], &trust(own)), []);
    }
    let old = Server::self_signed(expired).der;
    assert_eq!(
        judged(&[&old], &trust(&old)),
        [P::Expired {
            index: 0,
            not_after: BEGIN_2025
        }]
    );
}

/// A certificate whose issuer is not sent. What an issuer calls itself tells nothing: mail-mcp#15 "Contoso Issuing CA 01",
/// a gateway's "PA-3220 Forward Trust Intermediate", and private authorities that say where to fetch theirs.
#[test]
fn a_missing_intermediate_is_told_from_an_unknown_authority_by_evidence() {
    let mozilla = Trust::load(&Roots::Mozilla).unwrap();
    let unknown = |issuer: &str| {
        [P::UnknownIssuer {
            issuer: issuer.to_owned(),
        }]
    };
    for name in [
        "Contoso Issuing CA 01",
        "PA-3220 Forward Trust Intermediate",
        "Example Intermediate CA",
        "R11",
    ] {
        let issuer = Authority::root("Nobody").below(name, unchanged);
        for own in [issuer.server(unchanged).der, issuer.server(fetchable).der] {
            let expected = unknown(&format!("CN={name}"));
            assert_eq!(judged(&[&own], &mozilla), expected);
        }
    }
    for (organization, name) in [
        ("Let's Encrypt", "R11"),
        ("Let's Encrypt", "E7"),
        ("Google Trust Services", "WR3"),
        (
            "Sectigo Limited",
            "Sectigo RSA Domain Validation Secure Server CA",
        ),
        ("DigiCert Inc", "DigiCert TLS RSA SHA256 2020 CA1"),
        (
            "GoDaddy.com, Inc.",
            "Go Daddy Secure Certificate Authority - G2",
        ),
    ] {
        let issuer = Authority::root("Nobody").below(name, |params| {
            params
                .distinguished_name
                .push(DnType::OrganizationName, organization);
        });
        let own = issuer.server(unchanged).der;
        let found = judged(&[&own], &mozilla);
        assert!(
            matches!(&found[..], [P::ChainIncomplete { issuer }] if issuer.contains(name)),
            "{found:?}"
        );
        // Below the authority of an organization, one that calls itself its intermediate.
        let lab = Authority::root("Example Lab Root").trust();
        let middle = Authority::root("Nobody").below("Example Lab Intermediate", unchanged);
        let found = judged(&[&middle.server(unchanged).der], &lab);
        assert!(
            matches!(&found[..], [P::ChainIncomplete { .. }]),
            "{found:?}"
        );
        // Below a list of other authorities it is as unknown as any.
        let other = Authority::root("Other").trust();
        let found = judged(&[&own], &other);
        assert!(matches!(&found[..], [P::UnknownIssuer { .. }]), "{found:?}");
    }
}

#[test]
fn the_issuer_of_the_issuer_settles_what_is_missing() {
    // AuthorityKeyIdentifier { [1] { [4] { Name { CN } } } }: the name of who signed the issuer's certificate.
    let issuer_of_issuer = |common_name: &str| {
        let mut der = common_name.as_bytes().to_vec();
        for tag in [0x0c, 0x30, 0x31, 0x30, 0xa4, 0xa1, 0x30] {
            if tag == 0x30 && der[0] == 0x0c {
                der.splice(0..0, [0x06, 3, 0x55, 4, 3]);
            }
            let length = u8::try_from(der.len()).unwrap();
            der.splice(0..0, [tag, length]);
        }
        move |params: &mut CertificateParams| {
            params.use_authority_key_identifier_extension = false;
            let identifier = rcgen::CustomExtension::from_oid_content(&[2, 5, 29, 35], der.clone());
            params.custom_extensions.push(identifier);
        }
    };
    let trusted = Authority::root("Example Root CA").trust();
    let authority = Authority::root("Example Signing");
    let below = authority.server(issuer_of_issuer("Example Root CA")).der;
    let found = judged(&[&below], &trusted);
    assert!(
        matches!(found[..], [P::ChainIncomplete { .. }]),
        "{found:?}"
    );

    let by_root = authority.server(issuer_of_issuer("Example Signing")).der;
    let found = judged(&[&by_root], &trusted);
    assert!(matches!(found[..], [P::UnknownIssuer { .. }]), "{found:?}");
}

#[test]
fn an_authority_of_the_same_name_with_another_key_is_another_authority() {
    let trusted = Authority::root("Example Authority");
    let namesake = Authority::root("Example Authority");
    let own = namesake.server(unchanged).der;
    assert_eq!(
        judged(&[&own], &trusted.trust()),
        [P::UnknownIssuer {
            issuer: "CN=Example Authority".to_owned()
        }]
    );
}

#[test]
fn a_signature_that_its_issuer_did_not_make_is_malformed() {
    let (root, intermediate) = authorities();
    let mut damaged = intermediate.server(unchanged).der.to_vec();
    *damaged.last_mut().unwrap() ^= 1;
    let damaged = CertificateDer::from(damaged);
    assert_eq!(
        judged(&[&damaged, &intermediate.der], &root.trust()),
        [malformed(0, "signatureValue")]
    );
}

#[test]
fn certificates_for_other_purposes_are_not_for_servers() {
    let (root, intermediate) = authorities();
    let client = |params: &mut CertificateParams| {
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ClientAuth];
    };
    let any = |params: &mut CertificateParams| params.extended_key_usages.clear();
    let authority = |params: &mut CertificateParams| {
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    };
    let for_clients = root.below("Clients Only", client);
    let own = |authority: &Authority, change: &dyn Fn(&mut CertificateParams)| {
        authority.server(change).der
    };
    let trusted = root.trust();
    let wrong = [P::WrongPurpose];
    let middle = &intermediate.der;
    assert_eq!(
        judged(&[&own(&intermediate, &client), middle], &trusted),
        wrong
    );
    // Some programs refuse that, and others do not: no problem of the chain.
    assert_eq!(
        judged(&[&own(&intermediate, &authority), middle], &trusted),
        []
    );
    assert_eq!(
        judged(
            &[&own(&for_clients, &unchanged), &for_clients.der],
            &trusted
        ),
        wrong
    );
    assert_eq!(judged(&[&own(&intermediate, &any), middle], &trusted), []);
}

#[test]
fn several_problems_are_all_reported() {
    let stranger = Authority::root("Other Authority");
    let own = stranger.server(|params| {
        expired(params);
        only_names(&["other.example.test"])(params);
    });
    assert_eq!(
        judged(&[&own.der], &Authority::root("Root").trust()),
        [
            P::Expired {
                index: 0,
                not_after: BEGIN_2025
            },
            P::UnknownIssuer {
                issuer: "CN=Other Authority".to_owned()
            },
            P::NameMismatch {
                expected: NAME.to_owned(),
                names: vec!["other.example.test".to_owned()]
            },
        ]
    );
}

#[test]
fn weak_keys_and_signatures_are_weak_and_nothing_else() {
    let trusted = trust(&pem(FIXTURE_ROOT));
    let weak = |what: &str| P::Weak {
        index: 0,
        what: what.to_owned(),
    };
    let short = include_bytes!("../../../../tests/fixtures/rsa1024.pem");
    assert_eq!(judged(&[&pem(short)], &trusted), [weak("RSA 1024")]);
    let sha1 = include_bytes!("../../../../tests/fixtures/sha1.pem");
    assert_eq!(judged(&[&pem(sha1)], &trusted), [weak("SHA-1")]);
}

const FIXTURE_ROOT: &[u8] = include_bytes!("../../../../tests/fixtures/authority.pem");

/// RFC 5280 section 4.2.1.3: without keyCertSign a key verifies no certificate. The library does not look.
#[test]
fn an_authority_that_may_not_sign_is_none() {
    let root = Authority::root("Root");
    let idle = root.below("Idle", |params| {
        params.key_usages = vec![KeyUsagePurpose::CrlSign];
    });
    let own = idle.server(unchanged).der;
    assert_eq!(
        judged(&[&own, &idle.der], &root.trust()),
        [malformed(1, CertificateProblem::NO_CERT_SIGN)]
    );
    // Without any key usage everything is allowed.
    let free = root.below("Free", |params| params.key_usages.clear());
    let own = free.server(unchanged).der;
    assert_eq!(judged(&[&own, &free.der], &root.trust()), []);
}

#[test]
fn what_is_against_the_rules_is_named() {
    let version1 = pem(include_bytes!("../../../../tests/fixtures/version1.pem"));
    assert_eq!(
        judged(&[&version1], &trust(&pem(FIXTURE_ROOT))),
        [P::NameMismatch {
            expected: NAME.to_owned(),
            names: vec![]
        }]
    );

    let root = Authority::root("Root");
    let odd = root.server(unknown_critical).der;
    assert_eq!(
        judged(&[&odd], &root.trust()),
        [malformed(0, "critical extension 1.2.3.4")]
    );

    let no_authority = root.below("Not An Authority", |params| {
        params.is_ca = IsCa::ExplicitNoCa;
    });
    let own = no_authority.server(unchanged).der;
    assert_eq!(
        judged(&[&own, &no_authority.der], &root.trust()),
        [malformed(1, "basicConstraints: not a CA")]
    );

    let backwards = root.server(|params| {
        params.not_before = rcgen::date_time_ymd(2040, 1, 1);
        params.not_after = rcgen::date_time_ymd(2030, 1, 1);
    });
    assert_eq!(
        judged(&[&backwards.der], &root.trust()),
        [malformed(0, "validity: notAfter before notBefore")]
    );

    let noise = CertificateDer::from(vec![0x30, 0x82, 0xff]);
    assert_eq!(judged(&[&noise], &root.trust()), [malformed(0, "DER")]);
}

/// The library refuses what some programs take; who does is told of each: see [`crate::programs`].
#[test]
fn what_some_programs_take_is_no_problem_of_the_chain() {
    let root = Authority::root("Root");
    // Policies in the server's own certificate (pyca/cryptography#11928), their constraints above (Mbed-TLS/mbedtls#4060).
    let policies = root.server(|params| critical(&[2, 5, 29, 32], params)).der;
    assert_eq!(judged(&[&policies], &root.trust()), []);
    let constrained = root.below("Constrained", |params| critical(&[2, 5, 29, 36], params));
    let own = constrained.server(unchanged).der;
    assert_eq!(judged(&[&own, &constrained.der], &root.trust()), []);
    // Such an extension covers up for nothing else.
    let stranger = Authority::root("Root");
    let own = stranger
        .server(|params| critical(&[2, 5, 29, 32], params))
        .der;
    let found = judged(&[&own], &root.trust());
    assert!(matches!(found[..], [P::UnknownIssuer { .. }]), "{found:?}");
    let narrow = root.below("Narrow", |params| {
        critical(&[2, 5, 29, 36], params);
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    });
    let below = narrow.below("Below Narrow", unchanged);
    let own = below.server(unchanged).der;
    let found = judged(&[&own, &below.der, &narrow.der], &root.trust());
    assert!(matches!(found[..], [P::Malformed { .. }]), "{found:?}");
    // More authorities in between than the library goes through.
    let mut deep = vec![root];
    for number in 0..8 {
        let next = deep[number].below(&format!("Authority {number}"), unchanged);
        deep.push(next);
    }
    let own = deep[8].server(unchanged).der;
    let above: Vec<_> = deep[1..].iter().rev().map(|one| &one.der).collect();
    let chain = [&[&own][..], &above].concat();
    assert_eq!(judged(&chain, &deep[0].trust()), []);
}

fn path(chain: &[&CertificateDer<'static>], trust: &Trust) -> TrustPath {
    let chain: Vec<_> = chain.iter().map(|der| (*der).clone()).collect();
    judge(&chain, NAME, trust, now()).path.expect("a path")
}

/// puppetlabs/puppetserver#2907, Mbed-TLS/mbedtls#1033, golang/go#31440.
#[test]
fn a_name_in_another_type_of_string_is_the_same_name() {
    let (authority, spelled) = Authority::spelled_twice("Mixed Root");
    let own = authority.server(unchanged).der;
    assert_eq!(judged(&[&own], &trust(&spelled)), []);
    assert!(path(&[&own], &trust(&spelled)).spelled_otherwise);
    assert!(!path(&[&own], &authority.trust()).spelled_otherwise);
    // The name alone makes nobody the issuer.
    let other = Authority::spelled_twice("Mixed Root").1;
    let found = judged(&[&own], &trust(&other));
    assert!(matches!(found[..], [P::UnknownIssuer { .. }]), "{found:?}");
    let other = Authority::spelled_twice("Another Root").1;
    let found = judged(&[&own], &trust(&other));
    assert!(matches!(found[..], [P::UnknownIssuer { .. }]), "{found:?}");
}

/// Who follows the first certificate that fits ends where it leads.
#[test]
fn the_order_decides_for_those_who_look_once() {
    let root = Authority::root("Root");
    let stranger = Authority::root("Stranger");
    let key = root.below("Middle", unchanged);
    let own = key.server(unchanged).der;
    let once = root.again(&key, "Middle", expired);
    let by_stranger = stranger.again(&key, "Middle", unchanged);
    let table: [(&[_], bool, bool); 5] = [
        (&[&own, &key.der], true, true),
        (&[&own, &once, &key.der], false, true),
        (&[&own, &key.der, &once], true, true),
        (&[&own, &by_stranger, &stranger.der, &key.der], false, false),
        (&[&own, &key.der, &by_stranger, &stranger.der], true, true),
    ];
    for (chain, first, first_valid) in table {
        assert_eq!(judged(chain, &root.trust()), []);
        let ways = path(chain, &root.trust()).ways;
        assert_eq!((ways.first, ways.first_valid), (first, first_valid));
    }
}

#[test]
fn what_only_the_library_sees_is_passed_on() {
    let root = Authority::root("Root");
    let narrow = root.below("Narrow", |params| {
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    });
    let below = narrow.below("Below Narrow", unchanged);
    let own = below.server(expired).der;
    let found = judged(&[&own, &below.der, &narrow.der], &root.trust());
    // The date and the rule: neither hides the other.
    assert!(
        matches!(
            &found[..],
            [P::Expired { index: 0, .. }, P::Malformed { what, .. }] if what == "pathLenConstraint"
        ),
        "{found:?}"
    );
}

#[test]
fn hostile_chains_end() {
    // Every certificate could have been signed by eight others, and none leads out.
    let chain = maze();
    let found = problems(&chain, NAME, &Authority::root("Root").trust(), now());
    assert!(matches!(found[0], P::UnknownIssuer { .. }), "{found:?}");
}
