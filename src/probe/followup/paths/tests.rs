//! Which ports are swept.

use super::super::tests::{AWAY, facts, failed, fine, os, rejected_by, timed_out};
use super::*;
use crate::facts::{Certificate, Extensions, Greeting, Tls};
use crate::failure::{CertificateProblem, Permanence, Rejection, Trouble};
use crate::wire::Text;

/// What it is about, the checks, the ports swept, the port to compare.
type Row = (&'static str, Vec<Check>, &'static [u16], &'static [u16]);

fn ports(ends: &[SocketAddr]) -> Vec<u16> {
    ends.iter().map(SocketAddr::port).collect()
}

fn silent(service: Service) -> Check {
    failed(service, Stage::Connect, timed_out())
}

fn refused(service: Service) -> Check {
    failed(service, Stage::Connect, os(111))
}

#[test]
fn a_handful_of_failed_ports_is_swept_and_one_to_compare() {
    let no = |permanence| {
        let reply = Vec::new();
        let trouble = Trouble::Rejected(Rejection { reply, permanence });
        vec![failed(Service::Smtp, Stage::Greeting, trouble)]
    };
    let rows: [Row; 11] = [
        (
            "refused for good: the server has answered",
            no(Permanence::Permanent),
            &[],
            &[],
        ),
        ("busy", no(Permanence::Temporary), &[], &[]),
        (
            "no STARTTLS, and 993 works",
            vec![
                failed(Service::Submission, Stage::Starttls, Trouble::NotOffered),
                fine(Service::Imaps),
            ],
            &[587],
            &[993],
        ),
        ("all is well", vec![fine(Service::Smtp)], &[], &[]),
        (
            "25 is silent",
            vec![silent(Service::Smtp), fine(Service::Submission)],
            &[25],
            &[587],
        ),
        (
            "closed ports",
            vec![
                refused(Service::Pop3),
                refused(Service::Imap),
                fine(Service::Imaps),
            ],
            &[110],
            &[993],
        ),
        (
            "everything is silent",
            Service::ALL.map(silent).to_vec(),
            &[25, 587, 465],
            &[],
        ),
        (
            "two are silent",
            vec![silent(Service::Smtp), silent(Service::Imap)],
            &[25, 143],
            &[],
        ),
        (
            "each class has its turn",
            vec![
                silent(Service::Smtp),
                silent(Service::Submission),
                silent(Service::Submissions),
                refused(Service::Pop3),
                refused(Service::Imap),
            ],
            &[25, 110, 587],
            &[143],
        ),
        (
            "later stages have their own questions",
            vec![failed(Service::Smtp, Stage::Greeting, timed_out())],
            &[],
            &[],
        ),
        (
            "no way from here",
            vec![failed(Service::Smtp, Stage::Connect, os(101))],
            &[],
            &[],
        ),
    ];
    for (what, checks, swept, compared) in rows {
        let facts = facts(checks);
        let failing = failing(&facts, true);
        assert_eq!(ports(&failing), swept, "{what}");
        let all: Vec<&Check> = facts.checks.iter().collect();
        assert_eq!(ports(&comparisons(&failing, &all, &[])), compared, "{what}");
        assert_eq!(super::failing(&facts, false), [], "{what}");
    }
}

#[test]
fn where_tls_is_cut_off_the_distance_is_looked_for_on_another_port() {
    let cut = || failed(Service::Imaps, Stage::Tls, os(104));
    let rows = [
        (vec![cut()], vec![587]),
        (vec![cut(), fine(Service::Smtp)], vec![25]),
        (vec![cut(), silent(Service::Smtp)], vec![587]),
        (
            vec![cut(), silent(Service::Smtp), refused(Service::Pop3)],
            vec![110],
        ),
        (
            vec![cut(), failed(Service::Submissions, Stage::Tls, os(104))],
            vec![587],
        ),
        (
            vec![failed(Service::Imaps, Stage::Tls, timed_out())],
            vec![],
        ),
    ];
    for (checks, expected) in rows {
        let facts = facts(checks);
        assert_eq!(ports(&distances(&facts, true)), expected);
        assert_eq!(distances(&facts, false), []);
    }
}

#[test]
fn a_port_that_works_is_swept_where_it_is_odd_beside_its_siblings() {
    use CertificateProblem::{Expired, SelfSigned};
    let plain = || Check {
        capabilities: Some(vec![Text(b"SIZE".to_vec())]),
        ..fine(Service::Smtp)
    };
    let greets = |service, name: &str| Check {
        greeting: Some(Greeting {
            lines: vec![Text(format!("220 {name} ESMTP").into_bytes())],
            dripped: false,
            preauthenticated: false,
        }),
        ..fine(service)
    };
    let imaps = |problem| {
        let trouble = Trouble::Certificate(vec![problem]);
        failed(Service::Imaps, Stage::Certificate, trouble)
    };
    let expired = Expired {
        not_after: 0,
        index: 0,
    };
    let trusted = || in_tls(Service::Submission);
    let rows: [(&str, Vec<Check>, &[u16]); 8] = [
        ("no STARTTLS on 25 alone", vec![plain(), trusted()], &[25]),
        (
            "nobody has TLS",
            vec![plain(), fine(Service::Submission)],
            &[],
        ),
        (
            "alone without STARTTLS: where does it answer?",
            vec![plain()],
            &[25],
        ),
        (
            "another party on 25",
            vec![
                greets(Service::Smtp, "relay.provider.example"),
                greets(Service::Submission, "mail.example.com"),
            ],
            &[25],
        ),
        (
            "another name of the same party",
            vec![
                greets(Service::Smtp, "mx.example.com"),
                greets(Service::Submission, "mail.example.com"),
            ],
            &[],
        ),
        (
            "all greet as the provider",
            vec![
                greets(Service::Smtp, "mx.provider.example"),
                greets(Service::Submission, "mx.provider.example"),
            ],
            &[],
        ),
        (
            "its own certificate",
            vec![imaps(SelfSigned), trusted()],
            &[993],
        ),
        ("out of date", vec![imaps(expired), trusted()], &[]),
    ];
    for (what, checks, expected) in rows {
        assert_eq!(ports(&failing(&facts(checks), true)), expected, "{what}");
    }
}

/// A check that went well through TLS, with a certificate that is trusted.
fn in_tls(service: Service) -> Check {
    let certificate = Certificate {
        subject: String::new(),
        issuer: String::new(),
        names: Vec::new(),
        not_before: 0,
        not_after: 0,
        serial: String::new(),
        sha256: String::new(),
        key: String::new(),
        signature: String::new(),
        extensions: Extensions::default(),
        der: Vec::new(),
    };
    Check {
        tls: Some(Tls {
            server_name: String::new(),
            version: None,
            cipher_suite: None,
            key_exchange: None,
            certificates: vec![certificate],
            problems: Vec::new(),
            path: None,
            agreed: None,
            private_root: None,
            client_certificate_requested: false,
            status: None,
        }),
        ..fine(service)
    }
}

#[test]
fn a_purpose_that_nobody_expects_is_not_compared() {
    let reading = || [Service::Imap, Service::Imaps].map(refused);
    let sending = || [Service::Pop3s, Service::Submission].map(fine);
    let good = || [reading(), sending()].concat();
    let half = || {
        [
            fine(Service::Imap),
            refused(Service::Imaps),
            fine(Service::Submission),
        ]
    };
    let limping = || {
        [
            &reading()[..],
            &[fine(Service::Pop3s), silent(Service::Submission)],
        ]
        .concat()
    };
    let rows: [(&str, Vec<Check>, bool, &[u16]); 5] = [
        ("POP3 serves in place of IMAP", good(), false, &[]),
        ("IMAP was named", good(), true, &[143]),
        (
            "one closed port of a purpose",
            half().to_vec(),
            false,
            &[993],
        ),
        ("another purpose has a fault", limping(), false, &[587, 143]),
        ("nothing works", reading().to_vec(), false, &[143]),
    ];
    for (what, checks, named, expected) in rows {
        let mut facts = facts(checks);
        facts.target.named = named;
        let failing = failing(&facts, true);
        assert!(!failing.is_empty(), "{what}");
        let mut found = ports(&missed(&facts, &failing));
        let mut expected = expected.to_vec();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{what}");
    }
}

#[test]
fn what_the_distance_was_learnt_from_serves_for_comparison() {
    let cut = failed(Service::Imaps, Stage::Tls, os(104));
    let facts = facts(vec![cut, silent(Service::Smtp)]);
    let all: Vec<&Check> = facts.checks.iter().collect();
    let failing = failing(&facts, true);
    let known = |answer| Sweep {
        deaf: false,
        destination: SocketAddr::new(AWAY, 587),
        hops: vec![Hop {
            ttl: 1,
            from: None,
            answer,
        }],
    };
    let others = |answer| ports(&comparisons(&failing, &all, &[known(answer)]));
    assert_eq!(others(HopAnswer::Refused), [] as [u16; 0]);
    assert_eq!(others(HopAnswer::Silent), [993]);
}

#[test]
fn a_silent_sibling_is_compared_where_nothing_else_can_be() {
    let facts = facts(vec![silent(Service::Smtp)]);
    let sibling = Check {
        context: true,
        ..silent(Service::Submission)
    };
    let failing = failing(&facts, true);
    let all = [&facts.checks[0], &sibling];
    assert_eq!(ports(&comparisons(&failing, &all, &[])), [587]);
}

#[test]
fn errors_of_routers_have_a_path_and_our_own_have_none() {
    let own: IpAddr = [192, 168, 1, 7].into();
    for (from, expected) in [(AWAY, 1), (own, 0)] {
        let mut facts = facts(vec![failed(
            Service::Smtp,
            Stage::Connect,
            rejected_by(from),
        )]);
        facts.vantage.own_addresses = vec![(own, 24)];
        assert_eq!(failing(&facts, true).len(), expected, "{from}");
    }
    let mut here = facts(vec![silent(Service::Smtp)]);
    here.checks[0].address = Some([127, 0, 0, 1].into());
    assert_eq!(failing(&here, true), []);
}

#[test]
fn a_hundred_addresses_are_not_all_swept() {
    let checks = (0..100).map(|last| Check {
        address: Some([203, 0, 113, last].into()),
        ..silent(Service::Smtp)
    });
    assert_eq!(failing(&facts(checks.collect()), true).len(), ALL);
}
