//! Logins to Dovecot.

use crate::asking::{Asking, Told, Wrong};
use crate::dovecot::{
    DENIED, Dovecot, FROM_ELSEWHERE, NO_LOGIN, PASSWORD, RIGHT, SHUT_OUT, TOLD_WHY,
};
use crate::house::House;

/// The usual one.
const USUAL: Dovecot<'_> = Dovecot {
    number: 1,
    mechanisms: "plain login",
    certificate: Some("good"),
    more: "",
};

/// Asks, and holds what was counted against what was asked: the attempts of the run are the server's.
fn asked(house: &House, dovecot: &Dovecot<'_>, asking: &Asking<'_>, attempts: usize) -> Told {
    let before = dovecot.attempts(house);
    let told = asking.told();
    // The log is written when the answer is on its way.
    if attempts > 0 {
        house.wait_for("attempt in the log", || dovecot.attempts(house) > before);
    }
    let counted = dovecot.attempts(house) - before;
    assert_eq!(counted, attempts, "{told}\n{}", dovecot.log(house));
    told
}

fn port(dovecot: &Dovecot<'_>, scheme: &str) -> u16 {
    dovecot.port(match scheme {
        "imap" => 143,
        "imaps" => 993,
        "pop3" => 110,
        "pop3s" => 995,
        other => panic!("no service: {other}"),
    })
}

#[test]
#[ignore = "needs root and Dovecot: tests/run real"]
fn every_user_is_asked_for_once_and_told_why() {
    let Some(house) = House::enter("logins::every_user_is_asked_for_once_and_told_why", &[]) else {
        return;
    };
    let _daemon = USUAL.start(&house);
    let mut wrong = Wrong::default();
    for scheme in ["imaps", "imap", "pop3s", "pop3"] {
        for (user, password, outcome, owned) in [
            (RIGHT, PASSWORD, "accepted", &[][..]),
            (RIGHT, "wrong", "refused", &["login-refused account"]),
            (
                "nobody@mail.test",
                PASSWORD,
                "refused",
                &["login-refused account"],
            ),
            (NO_LOGIN, PASSWORD, "refused", &["account-locked account"]),
            (TOLD_WHY, PASSWORD, "refused", &["account-locked account"]),
            (DENIED, PASSWORD, "refused", &["login-refused account"]),
            (
                FROM_ELSEWHERE,
                PASSWORD,
                "refused",
                &["login-refused account"],
            ),
            (
                SHUT_OUT,
                PASSWORD,
                "accepted",
                &["login-server-failure server"],
            ),
        ] {
            let asking = Asking::of(&house, scheme, port(&USUAL, scheme)).login(user, password);
            let told = asked(&house, &USUAL, &asking, 1);
            let case = format!("{scheme} {user}");
            wrong.hold(&case, told.outcome(), outcome, &told);
            wrong.hold(&case, told.owned(), owned, &told);
            asking.show(user);
        }
    }
}

/// Mechanisms, each of them alone at a Dovecot of its own. Without PLAIN it says LOGINDISABLED in IMAP, and nothing is tried.
const ALONE: [(&str, &str); 4] = [
    ("plain", "PLAIN"),
    ("cram-md5", "CRAM-MD5"),
    ("scram-sha-1", "SCRAM-SHA-1"),
    ("scram-sha-256", "SCRAM-SHA-256"),
];

#[test]
#[ignore = "needs root and Dovecot: tests/run real"]
fn every_mechanism_alone_is_right_and_wrong_once() {
    let test = "logins::every_mechanism_alone_is_right_and_wrong_once";
    let Some(house) = House::enter(test, &[]) else {
        return;
    };
    let mut wrong = Wrong::default();
    for (number, (mechanisms, method)) in (1..).zip(ALONE) {
        let dovecot = Dovecot {
            number,
            mechanisms,
            ..USUAL
        };
        let _daemon = dovecot.start(&house);
        let ask = |scheme, password| {
            Asking::of(&house, scheme, port(&dovecot, scheme)).login(RIGHT, password)
        };
        // POP3 has USER all the same, which mail programs prefer to CRAM-MD5 and Dovecot takes with PLAIN alone.
        if mechanisms != "cram-md5" {
            let told = asked(&house, &dovecot, &ask("pop3s", PASSWORD), 1);
            wrong.hold(mechanisms, told.outcome(), "accepted", &told);
            wrong.hold(mechanisms, told.method(), method, &told);
            let told = asked(&house, &dovecot, &ask("pop3s", "another one"), 1);
            wrong.hold(mechanisms, told.owned(), ["login-refused account"], &told);
        }
        if mechanisms != "plain" {
            let told = asked(&house, &dovecot, &ask("imaps", PASSWORD), 0);
            wrong.hold(
                mechanisms,
                told.outcome(),
                "not-tried login-disabled",
                &told,
            );
        }
    }
}

#[test]
#[ignore = "needs root and Dovecot: tests/run real"]
fn nothing_is_said_to_whom_nothing_vouches_for() {
    let test = "logins::nothing_is_said_to_whom_nothing_vouches_for";
    let Some(house) = House::enter(test, &[]) else {
        return;
    };
    for (number, certificate) in [(1, "misnamed"), (2, "unknown")] {
        let dovecot = Dovecot {
            number,
            certificate: Some(certificate),
            ..USUAL
        };
        let _daemon = dovecot.start(&house);
        for scheme in ["imaps", "imap", "pop3s", "pop3"] {
            let port = port(&dovecot, scheme);
            let asking = Asking::of(&house, scheme, port).login(RIGHT, PASSWORD);
            let told = asked(&house, &dovecot, &asking, 0);
            assert_eq!(told.outcome(), "not-tried untrusted", "{told}");
            asking.show(certificate);
            // Whoever knows the certificate may say so.
            let pin = told.fingerprint().to_owned();
            let anyway = asking.with(&["--login-anyway", &pin]);
            let told = asked(&house, &dovecot, &anyway, 1);
            assert_eq!(told.outcome(), "accepted", "{told}");
            anyway.show("anyway");
        }
    }
}

#[test]
#[ignore = "needs root and Dovecot: tests/run real"]
fn nothing_is_said_in_clear() {
    let Some(house) = House::enter("logins::nothing_is_said_in_clear", &[]) else {
        return;
    };
    let dovecot = Dovecot {
        certificate: None,
        more: "disable_plaintext_auth = no\n",
        ..USUAL
    };
    let _daemon = dovecot.start(&house);
    for scheme in ["imap", "pop3"] {
        let asking = Asking::of(&house, scheme, port(&dovecot, scheme)).login(RIGHT, PASSWORD);
        let told = asked(&house, &dovecot, &asking, 0);
        assert!(told.outcome().starts_with("not-tried"), "{told}");
        let log = dovecot.log(&house);
        assert!(!log.contains(RIGHT), "{log}");
        asking.show("in clear");
    }
}
