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
