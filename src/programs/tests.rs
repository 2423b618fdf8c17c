use super::*;
use crate::facts::{Certificate, CriticalExtension, Extensions, TrustPath, Ways};
use crate::failure::CertificateProblem;
use crate::wire::ocsp::{Response, Says, Status};

/// 2026-06-01.
const NOW: i64 = 1_780_272_000;
const DAY: i64 = 86_400;

fn certificate(subject: &str, issuer: &str) -> Certificate {
    Certificate {
        subject: format!("CN={subject}"),
        issuer: format!("CN={issuer}"),
        names: vec!["mail.example.test".to_owned()],
        not_before: NOW - 30 * DAY,
        not_after: NOW + 60 * DAY,
        serial: String::new(),
        sha256: subject.to_owned(),
        key: "ECDSA P-256".to_owned(),
        signature: "ECDSA with SHA-256".to_owned(),
        extensions: Extensions {
            version: 3,
            issuer_key: Some(vec![1]),
            own_key: Some(vec![2]),
            ..Extensions::default()
        },
        der: Vec::new(),
    }
}

/// A server that every program likes.
fn healthy() -> Tls {
    let mut root = certificate("Root", "Root");
    root.extensions.authority = Some(true);
    root.extensions.constraints_critical = true;
    root.extensions.key_usage = Some(Extensions::KEY_CERT_SIGN);
    Tls {
        server_name: "mail.example.test".to_owned(),
        version: Some("TLSv1.3".to_owned()),
        cipher_suite: None,
        key_exchange: None,
        certificates: vec![certificate("mail.example.test", "Root")],
        problems: Vec::new(),
        path: Some(TrustPath {
            steps: vec![0],
            root: Some(root),
            public: true,
            ways: Ways::default(),
            spelled_otherwise: false,
        }),
        agreed: Some(tls12(0xc02f)),
        private_root: None,
        client_certificate_requested: false,
        status: None,
    }
}

/// The status of the server's certificate, or of one with this serial number, for so many seconds more.
fn status(tls: &Tls, serial: &str, says: Says, seconds: i64) -> Response {
    let own = format!("{}{serial}", tls.certificates[0].serial);
    Response::Answered(vec![Status {
        serial: own,
        says,
        from: NOW - 100,
        until: Some(NOW + seconds),
    }])
}

fn tls12(suite: u16) -> Agreed {
    Agreed {
        version: 0x0303,
        suite,
        group: (suite >= 0xc000).then_some(29),
        renegotiation_info: Some(true),
        stapled: Some(false),
        ..Agreed::default()
    }
}

/// The programs that connect, and those of which it is not known.
fn told(tls: &Tls, asked: &[(ProfileId, TlsAnswer)]) -> (Vec<ProfileId>, Vec<ProfileId>) {
    let measured = Measured {
        tls: Some(tls),
        agreed: tls.agreed.into_iter().collect(),
        asked: asked
            .iter()
            .map(|(id, answer)| (*id, *answer, None))
            .collect(),
        now: NOW,
    };
    let judged = judge_all(&measured);
    let those = |wanted| {
        let those = judged.iter().filter(|one| one.connects == wanted);
        those.map(|one| one.profile.id).collect()
    };
    (those(Connects::No), those(Connects::Unknown))
}

use ProfileId::{
    Android, Apple, GnuTls, Go, Java, Nss, OpenSsl, Postfix, PostfixVerifying, Python, Rustls,
    Windows10, Windows11,
};

#[test]
fn every_program_connects_to_a_healthy_server() {
    let (no, unknown) = told(&healthy(), &[]);
    assert_eq!((no, unknown), (vec![], vec![]));
}

#[expect(clippy::too_many_lines, reason = "a table")]
#[test]
fn a_certificate_that_breaks_one_rule_is_refused_by_some() {
    type Change = fn(&mut Tls);
    let rows: [(&str, Change, &[ProfileId], &[ProfileId]); 17] = [
        (
            "a root that has ended",
            |tls| tls.path.as_mut().unwrap().root.as_mut().unwrap().not_after = NOW - DAY,
            &[
                OpenSsl,
                Python,
                Windows10,
                Windows11,
                Apple,
                GnuTls,
                PostfixVerifying,
                Go,
            ],
            &[Nss],
        ),
        (
            "keyCertSign alone",
            |tls| tls.certificates[0].extensions.key_usage = Some(Extensions::KEY_CERT_SIGN),
            &[OpenSsl, Python, Nss, GnuTls, PostfixVerifying, Java],
            &[Windows10, Windows11, Apple, Android],
        ),
        (
            "keyEncipherment alone, with ECDHE",
            |tls| tls.certificates[0].extensions.key_usage = Some(Extensions::KEY_ENCIPHERMENT),
            &[Nss, GnuTls, Java],
            &[Windows10, Windows11, Apple, Android],
        ),
        (
            "must-staple and no staple",
            |tls| tls.certificates[0].extensions.must_staple = true,
            &[Nss, GnuTls],
            &[],
        ),
        (
            "a status that says revoked",
            |tls| tls.status = Some(status(tls, "", Says::Revoked(NOW - 1), 1)),
            &[Nss, GnuTls],
            &[Windows10, Windows11, Apple, Android],
        ),
        (
            "a status past its date",
            |tls| tls.status = Some(status(tls, "", Says::Good, -1)),
            &[GnuTls],
            &[Windows10, Windows11, Nss, Apple, Android],
        ),
        (
            "a status of another certificate",
            |tls| tls.status = Some(status(tls, "4711", Says::Good, 1)),
            &[GnuTls],
            &[Windows10, Windows11, Nss, Apple, Android],
        ),
        (
            "a status that knows nothing",
            |tls| tls.status = Some(status(tls, "", Says::Unknown, 1)),
            &[Nss],
            &[Windows10, Windows11, Apple, Android],
        ),
        (
            "a status that is good",
            |tls| tls.status = Some(status(tls, "", Says::Good, 1)),
            &[],
            &[],
        ),
        (
            "an authority that did not answer for a status",
            |tls| tls.status = Some(Response::Failed(3)),
            &[],
            &[],
        ),
        (
            "no identifier of the issuer's key",
            |tls| tls.certificates[0].extensions.issuer_key = None,
            &[Python],
            &[],
        ),
        (
            "no renegotiation_info",
            |tls| tls.agreed.as_mut().unwrap().renegotiation_info = Some(false),
            &[OpenSsl, Python, Postfix, PostfixVerifying],
            &[],
        ),
        (
            "ten years below a private authority",
            |tls| {
                tls.path.as_mut().unwrap().public = false;
                tls.certificates[0].not_after = NOW + 3650 * DAY;
            },
            &[Apple],
            &[],
        ),
        (
            "an authority as a server",
            |tls| {
                let extensions = &mut tls.certificates[0].extensions;
                extensions.authority = Some(true);
                extensions.constraints_critical = true;
                extensions.key_usage = Some(Extensions::KEY_CERT_SIGN | 1);
            },
            &[Nss, Rustls],
            &[Apple, Android],
        ),
        (
            "any purpose, and servers are not named",
            |tls| {
                tls.problems = vec![CertificateProblem::WrongPurpose];
                tls.certificates[0].extensions.for_servers = Some(true);
            },
            &[OpenSsl, Python, Nss, PostfixVerifying, Rustls],
            &[Windows10, Windows11, Apple, Android],
        ),
        (
            "a star for a part of a label",
            |tls| {
                tls.problems = vec![CertificateProblem::NameMismatch {
                    expected: "mail.example.com".to_owned(),
                    names: vec!["MA*l.example.com".to_owned()],
                }];
            },
            &[Python, Nss, Android, GnuTls, PostfixVerifying, Go, Rustls],
            &[OpenSsl, Windows10, Windows11, Apple],
        ),
        (
            "P-521",
            |tls| tls.certificates[0].key = "ECDSA P-521".to_owned(),
            &[Rustls],
            &[],
        ),
    ];
    for (what, change, no, unknown) in rows {
        let mut tls = healthy();
        change(&mut tls);
        assert_eq!(told(&tls, &[]), (no.to_vec(), unknown.to_vec()), "{what}");
    }
}

/// Postfix at its levels may and encrypt does not look, and connects.
#[test]
fn what_all_refuse_nobody_connects_to_who_looks() {
    let mut tls = healthy();
    tls.problems = vec![CertificateProblem::SelfSigned];
    let (no, unknown) = told(&tls, &[]);
    assert_eq!((no.len(), unknown), (PROFILES.len() - 1, vec![]));
    assert!(!no.contains(&Postfix));
    for names in [
        vec!["other.example.com".to_owned()],
        vec!["b*.example.com".to_owned(), "*a*l.example.com".to_owned()],
        vec![
            "ma*.example.org".to_owned(),
            "mail*mail.example.com".to_owned(),
        ],
    ] {
        let expected = "mail.example.com".to_owned();
        tls.problems = vec![CertificateProblem::NameMismatch { expected, names }];
        assert_eq!(told(&tls, &[]).0, no);
    }
    tls.problems = vec![CertificateProblem::ChainIncomplete {
        issuer: "R3".to_owned(),
    }];
    // Those that fetch it themselves may connect.
    assert_eq!(told(&tls, &[]).1, [Windows10, Windows11, Apple]);
}

#[test]
fn what_a_server_chose_of_everything_is_not_all_it_has() {
    let mut tls = healthy();
    // TLS_DHE_RSA_WITH_AES_128_GCM_SHA256 with a prime of 1024 bits.
    tls.agreed = Some(Agreed {
        dh_bits: Some(1024),
        ..tls12(0x009e)
    });
    let (no, unknown) = told(&tls, &[]);
    assert_eq!(no, []);
    assert_eq!(
        unknown,
        [OpenSsl, Python, Nss, Apple, Android, Go, Rustls],
        "they may have something else in common"
    );
    let refused = |id| (id, TlsAnswer::Alert(40));
    let all = unknown.iter().copied().map(refused).collect::<Vec<_>>();
    let (no, unknown) = told(&tls, &all);
    assert_eq!((no.len(), unknown.len()), (7, 0));
}

#[test]
fn an_old_version_is_settled_by_one_answer() {
    let mut tls = healthy();
    tls.agreed = Some(Agreed {
        version: 0x0301,
        ..tls12(0xc013)
    });
    let (no, unknown) = told(&tls, &[]);
    assert_eq!(
        no,
        [OpenSsl, Python, Nss, PostfixVerifying, Go, Java, Rustls]
    );
    assert_eq!(
        unknown,
        [Windows10, Windows11, Apple, Android, GnuTls, Postfix]
    );
}

/// `tests/oracles/oracles.py`, old-rsa: nothing is signed there, and OpenSSL goes on where the system lets it.
#[test]
fn an_old_version_without_a_signature_may_be_enough_for_openssl() {
    let mut tls = healthy();
    tls.agreed = Some(Agreed {
        version: 0x0301,
        ..tls12(0x002f)
    });
    let (no, unknown) = told(&tls, &[]);
    assert_eq!(no, [Python, Nss, Go, Java, Rustls]);
    assert!(unknown.contains(&OpenSsl) && unknown.contains(&PostfixVerifying));
}

#[test]
fn programs_are_asked_for_until_all_is_known() {
    let offer = |profile, agreed: Option<Agreed>| TlsOffer {
        version: 0x0303,
        profile,
        answer: agreed.map_or(TlsAnswer::Alert(40), |agreed| TlsAnswer::Chosen {
            version: agreed.version,
            suite: agreed.suite,
        }),
        agreed,
    };
    // ECDHE with CBC and SHA-384, which NSS does not have.
    let mut offers = vec![offer(None, Some(tls12(0xc028)))];
    let next = undecided(&offers).map(|profile| profile.id);
    assert_eq!(next, Some(Nss));
    // What NSS takes, the others take too.
    offers.push(offer(next, Some(tls12(0xc014))));
    assert_eq!(undecided(&offers).map(|profile| profile.id), None);
    // A version that is not theirs is settled.
    let old = Agreed {
        version: 0x0301,
        ..tls12(0x002f)
    };
    assert!(
        undecided(&[offer(None, Some(old))])
            .is_none_or(|profile| !profile.older_versions.is_empty())
    );
}

/// PHPMailer/PHPMailer#2091: a group of 1024 bits for whoever offers DHE, and RSA for all others. What the server agrees to
/// with others tells nothing of a program that offers both.
#[test]
fn a_small_group_that_a_server_prefers_is_met_by_whoever_offers_it() {
    let small = Agreed {
        dh_bits: Some(1024),
        scheme: Some(0x0804),
        ..tls12(0x009f)
    };
    let offer = |profile, agreed: Agreed| TlsOffer {
        version: agreed.version,
        profile,
        answer: TlsAnswer::Chosen {
            version: agreed.version,
            suite: agreed.suite,
        },
        agreed: Some(agreed),
    };
    let offers = [offer(None, small), offer(Some(Go), tls12(0x009d))];
    assert_eq!(undecided(&offers).map(|profile| profile.id), Some(OpenSsl));
    let mut tls = healthy();
    tls.agreed = None;
    let judged = |asked: Vec<_>| {
        let measured = Measured {
            tls: Some(&tls),
            agreed: vec![small, tls12(0x009d)],
            asked,
            now: NOW,
        };
        let all = judge_all(&measured);
        let of = |id| {
            all.iter()
                .find(|one| one.profile.id == id)
                .unwrap()
                .connects
        };
        [OpenSsl, Windows11, Nss].map(of)
    };
    let chosen = TlsAnswer::Chosen {
        version: 0x0303,
        suite: 0x009f,
    };
    let (no, yes) = (Connects::No, Connects::Yes);
    assert_eq!(judged(vec![]), [Connects::Unknown, yes, yes]);
    let asked = vec![(OpenSsl, chosen, Some(small))];
    assert_eq!(judged(asked), [no, yes, yes]);
    let rsa = TlsAnswer::Chosen {
        version: 0x0303,
        suite: 0x009d,
    };
    let asked = vec![(OpenSsl, rsa, Some(tls12(0x009d)))];
    assert_eq!(judged(asked), [yes, yes, yes]);
}

/// thunderbird/thunderbird-android#9608: the list of Android 13 is older than the authority.
#[test]
fn a_young_authority_is_not_in_every_phone() {
    let mut tls = healthy();
    let x2 = "CN=ISRG Root X2,O=Internet Security Research Group,C=US";
    tls.path.as_mut().unwrap().public = true;
    tls.certificates[0].issuer = x2.to_owned();
    tls.certificates[0].not_after = NOW + DAY * 60;
    tls.certificates[0].not_before = NOW - DAY;
    assert_eq!(told(&tls, &[]), (vec![], vec![Android]));
    // Signed by an older one as well.
    let mut cross = tls.certificates[0].clone();
    cross.subject = x2.to_owned();
    cross.issuer = "CN=ISRG Root X1".to_owned();
    tls.certificates.push(cross);
    assert_eq!(told(&tls, &[]).1, vec![]);
    tls.certificates.truncate(1);
    tls.certificates[0].issuer = "CN=ISRG Root X1".to_owned();
    assert_eq!(told(&tls, &[]).1, vec![]);
}

/// theforeman/foreman-installer#413: a whole file of authorities is sent.
#[test]
fn some_take_only_so_many_certificates() {
    let mut tls = healthy();
    let other = tls.certificates[0].clone();
    for (sent, no, unknown) in [
        (10, vec![], vec![]),
        (11, vec![Java], vec![]),
        // No more are kept.
        (16, vec![Java], vec![GnuTls]),
    ] {
        tls.certificates.resize(sent, other.clone());
        assert_eq!(told(&tls, &[]), (no, unknown), "{sent}");
    }
}

#[test]
fn names_are_unique_and_lists_have_no_doubles() {
    for (place, profile) in PROFILES.iter().enumerate() {
        let same = PROFILES.iter().position(|other| other.name == profile.name);
        assert_eq!(same, Some(place));
        for list in [
            profile.versions,
            profile.suites,
            profile.groups,
            profile.schemes,
        ] {
            let different: std::collections::HashSet<_> = list.iter().collect();
            assert_eq!(different.len(), list.len(), "{}", profile.name);
        }
        let known = |suite: &u16| crate::codes::tls::cipher_suite_name(*suite).is_some();
        assert!(profile.suites.iter().all(known), "{}", profile.name);
    }
}

/// Seen with `OpenSSL`, curl, Python, `GnuTLS`, Go, Java and Postfix: tests/oracles.
#[test]
fn some_read_names_as_others_do_not() {
    let mismatch = |expected: &str, names: &[&str]| CertificateProblem::NameMismatch {
        expected: expected.to_owned(),
        names: names.iter().map(|name| (*name).to_owned()).collect(),
    };
    let refuses = |tls: &Tls, id: ProfileId| told(tls, &[]).0.contains(&id);
    let mut tls = healthy();
    tls.problems = vec![mismatch("example.test", &["*.test"])];
    for (id, refused) in [(OpenSsl, true), (GnuTls, true), (Go, false), (Java, false)] {
        assert_eq!(refuses(&tls, id), refused, "{id:?}");
    }
    for stars in ["mail.*.test", "*.*.test"] {
        tls.problems = vec![mismatch("mail.example.test", &[stars])];
        assert!(!refuses(&tls, Java) && refuses(&tls, OpenSsl), "{stars}");
        tls.problems = vec![mismatch("mail.example.org", &[stars])];
        assert!(refuses(&tls, Java), "{stars}");
    }
    tls.problems = vec![mismatch("mail.example.test", &["mail.example.test."])];
    assert!(refuses(&tls, Go) && !refuses(&tls, OpenSsl) && refuses(&tls, PostfixVerifying));
    // The subject counts where nothing stands in its way.
    tls.certificates[0].extensions.common_name = Some("*.example.test".to_owned());
    for (names, url, takes) in [
        (&[][..], false, vec![OpenSsl, GnuTls, Java]),
        (&[], true, vec![OpenSsl, Java]),
        (&["192.0.2.1"], false, vec![PostfixVerifying, Java]),
        (&["other.test"], false, vec![]),
    ] {
        tls.certificates[0].extensions.has_url = url;
        tls.problems = vec![mismatch("mail.example.test", names)];
        for id in [OpenSsl, GnuTls, Java, PostfixVerifying] {
            let unknown = id == OpenSsl && names == ["192.0.2.1"];
            let by_openssl = id == PostfixVerifying && names != ["other.test"];
            let taken = takes.contains(&id) || unknown || by_openssl;
            assert_eq!(!refuses(&tls, id), taken, "{id:?} {names:?} {url}");
        }
    }
    // A star for another domain, and for the one above.
    for name in ["*.example.org", "*.test"] {
        tls.certificates[0].extensions.common_name = Some(name.to_owned());
        tls.problems = vec![mismatch("mail.example.test", &[])];
        assert!(refuses(&tls, Java), "{name}");
    }
}

#[test]
fn underscores_are_no_letters_of_host_names_to_all() {
    let mut tls = healthy();
    tls.server_name = "ma_il.example.com".to_owned();
    tls.certificates[0].names = vec!["ma_il.example.com".to_owned()];
    assert_eq!(told(&tls, &[]).0, [Java]);
    tls.certificates[0].names = vec!["*.example.com".to_owned()];
    let (no, unknown) = told(&tls, &[]);
    assert_eq!(no, [Python, PostfixVerifying, Java]);
    assert!(unknown.contains(&OpenSsl));
}

#[test]
fn what_one_library_does_not_know_another_does() {
    let mut tls = healthy();
    tls.certificates[0].extensions.critical = vec![CriticalExtension::PolicyConstraints];
    let (no, unknown) = told(&tls, &[]);
    assert_eq!(no, [GnuTls, Go, Rustls]);
    assert_eq!(unknown, [Windows10, Windows11, Apple, Android]);

    let mut tls = healthy();
    tls.certificates[0].signature = "SHA-224 with RSA".to_owned();
    assert_eq!(told(&tls, &[]).0, [Nss, Go, Rustls]);
    tls.certificates[0].signature = "RSASSA-PSS with SHA-224".to_owned();
    assert_eq!(told(&tls, &[]).0, [Nss, GnuTls, Go, Java, Rustls]);

    // The key of the authority counts as that of the server does.
    for (key, refused) in [
        ("DSA 2048", vec![Nss, Go, Rustls]),
        ("RSA-PSS 2048", vec![Nss, Go, Rustls]),
        (
            "ECDSA brainpoolP256r1",
            vec![Nss, Android, GnuTls, Go, Java, Rustls],
        ),
    ] {
        let mut tls = healthy();
        let root = tls.path.as_mut().and_then(|path| path.root.as_mut());
        root.expect("a root").key = key.to_owned();
        assert_eq!(told(&tls, &[]).0, refused, "{key}");
    }
}

#[test]
fn the_way_to_the_authority_is_not_the_same_for_all() {
    let mut tls = healthy();
    tls.path.as_mut().expect("a path").ways.first = false;
    assert_eq!(told(&tls, &[]).0, [GnuTls]);
    tls.path.as_mut().expect("a path").ways.first_valid = false;
    assert_eq!(
        told(&tls, &[]).0,
        [OpenSsl, Python, GnuTls, PostfixVerifying]
    );

    let mut tls = healthy();
    tls.path.as_mut().expect("a path").spelled_otherwise = true;
    assert_eq!(told(&tls, &[]).0, [Nss, GnuTls, Go, Rustls]);

    let mut tls = healthy();
    tls.path.as_mut().expect("a path").steps = vec![0; 9];
    assert_eq!(told(&tls, &[]).0, [Nss, Rustls]);
}

#[test]
fn an_authority_for_clients_is_looked_at_by_most() {
    let mut tls = healthy();
    tls.problems = vec![CertificateProblem::WrongPurpose];
    tls.certificates[0].extensions.for_servers = Some(true);
    let mut above = tls.certificates[0].clone();
    above.extensions.for_servers = Some(false);
    tls.certificates.push(above);
    tls.path = None;
    let (no, _) = told(&tls, &[]);
    assert!(no.contains(&OpenSsl) && no.contains(&Go) && !no.contains(&Java));
}

#[test]
fn what_stands_in_a_trusted_authority_binds_most() {
    type Change = fn(&mut TrustPath);
    let root = |path: &mut TrustPath, change: fn(&mut Extensions)| {
        change(&mut path.root.as_mut().expect("a root").extensions);
    };
    let cases: [(Change, &[ProfileId]); 4] = [
        // Java takes the name and the key, and nothing else (RFC 5280 section 6.2).
        (
            |path| path.ways.root_serial = false,
            &[OpenSsl, Python, PostfixVerifying, Java],
        ),
        (
            |path| path.ways.root_key = false,
            &[OpenSsl, Python, GnuTls, PostfixVerifying, Java],
        ),
        (|_| {}, &[]),
        (|path| path.root = None, &[]),
    ];
    for (at, (change, refused)) in cases.into_iter().enumerate() {
        let mut tls = healthy();
        change(tls.path.as_mut().expect("a path"));
        assert_eq!(told(&tls, &[]).0, refused, "{at}");
    }
    let mut tls = healthy();
    root(tls.path.as_mut().expect("a path"), |own| {
        own.for_servers = Some(false);
    });
    let (no, _) = told(&tls, &[]);
    assert!(no.contains(&OpenSsl) && no.contains(&Go));
    assert!(!no.contains(&Java) && !no.contains(&Rustls));
}
