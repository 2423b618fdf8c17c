//! Logins and transactions at Postfix.

use std::fs;
use std::process::Command;

use crate::asking::{Asking, Wrong, swaks};
use crate::dovecot::{Dovecot, PASSWORD, RIGHT};
use crate::house::House;
use crate::postfix::{self, Port, WRAPPED, asked};

/// The Dovecot that knows who may send.
const DOVECOT: Dovecot<'_> = Dovecot {
    number: 1,
    mechanisms: "plain login cram-md5 scram-sha-1 scram-sha-256",
    certificate: Some("good"),
    more: "",
};

/// Port 25 as most have it: mail for the house's own people, and no login.
const EXCHANGER: u16 = 2025;
/// Submission by STARTTLS.
const SUBMISSION: u16 = 2587;
/// Submission by implicit TLS.
const SUBMISSIONS: u16 = 2465;

const SASL: &str = "smtpd_sasl_auth_enable=yes";

#[test]
#[ignore = "needs root, Postfix and Dovecot: tests/run real"]
fn postfix_asks_dovecot_once() {
    let Some(house) = House::enter("relays::postfix_asks_dovecot_once", &[]) else {
        return;
    };
    let _dovecot = DOVECOT.start(&house);
    let ports = [
        Port {
            number: EXCHANGER,
            options: &[],
        },
        Port {
            number: SUBMISSION,
            options: &[SASL],
        },
        Port {
            number: SUBMISSIONS,
            options: &[SASL, WRAPPED],
        },
    ];
    let sasl = house.path(&DOVECOT.file("sasl"));
    let more = format!(
        "smtpd_sasl_type = dovecot\nsmtpd_sasl_path = {}\n",
        sasl.display()
    );
    let _postfix = postfix::start(&house, &ports, &more);
    for (scheme, port) in [("submission", SUBMISSION), ("submissions", SUBMISSIONS)] {
        let right = Asking::of(&house, scheme, port).login(RIGHT, PASSWORD);
        let told = asked(&house, &right, 1);
        assert_eq!(
            (told.outcome().as_str(), told.method()),
            ("accepted", "SCRAM-SHA-256"),
            "{told}"
        );
        assert!(told.owned().is_empty(), "{told}");
        right.show("right");
        let wrong = Asking::of(&house, scheme, port).login(RIGHT, "wrong");
        let told = asked(&house, &wrong, 1);
        assert_eq!(told.owned(), ["login-refused account"], "{told}");
        wrong.show("wrong");
    }
    let none = Asking::of(&house, "smtp", EXCHANGER).login(RIGHT, PASSWORD);
    let told = asked(&house, &none, 0);
    assert_eq!(told.outcome(), "not-tried nothing-offered", "{told}");
    assert_eq!(told.owned(), ["mechanism-not-offered server"], "{told}");
    none.show("no login at port 25");
    // What a program that asks all the same is told there, which explains what mailcheck left out.
    let said = swaks(
        EXCHANGER,
        &[
            "--auth",
            "PLAIN",
            "--auth-user",
            "x",
            "--auth-password",
            "x",
            "--to",
            "x@mail.test",
        ],
    );
    assert!(!said.contains("235"), "{said}");
}

/// Where a mail is asked about, and what comes of it.
struct Case<'a> {
    port: u16,
    logged_in: bool,
    from: &'a str,
    to: &'a str,
    outcome: &'a str,
    reply: &'a str,
    owned: &'a [&'a str],
}

const fn case<'a>(port: u16, from: &'a str, to: &'a str) -> Case<'a> {
    Case {
        port,
        logged_in: false,
        from,
        to,
        outcome: "refused",
        reply: "",
        owned: &[],
    }
}

/// Greylists as postgrey words it.
const GREYLISTS: u16 = 2026;
/// Answers a client that may not relay with a code for now.
const DEFERS: u16 = 2027;
/// Looks at the sender.
const PICKY: u16 = 2028;
/// Lets nobody send under another's name.
const OWNERS: u16 = 2588;

#[test]
#[ignore = "needs root, Postfix, Dovecot and postgrey: tests/run real"]
fn postfix_takes_mail_or_says_why_not() {
    let Some(house) = House::enter("relays::postfix_takes_mail_or_says_why_not", &[]) else {
        return;
    };
    let _dovecot = DOVECOT.start(&house);
    let _postgrey = postgrey(&house);
    let _postfix = start_for_mail(&house);
    let mut wrong = Wrong::default();
    for case in cases() {
        let scheme = if case.port == SUBMISSION || case.port == OWNERS {
            "submission"
        } else {
            "smtp"
        };
        let mut asking = Asking::of(&house, scheme, case.port).mail(case.from, case.to);
        if case.logged_in {
            asking = asking.login(RIGHT, PASSWORD);
        }
        let told = asked(&house, &asking, usize::from(case.logged_in));
        let name = format!("{} {} {} {}", case.port, case.from, case.to, case.reply);
        wrong.hold(&name, told.mail_outcome(), case.outcome, &told);
        wrong.hold(&name, told.last_reply().contains(case.reply), true, &told);
        wrong.hold(&name, told.owned(), case.owned, &told);
        asking.show(case.reply);
    }
    assert!(
        !postfix::log(&house).contains("postfix/qmgr"),
        "nothing was sent"
    );
}

fn postgrey(house: &House) -> crate::house::Daemon {
    let data = house.directory("postgrey", "postgrey", 0o700);
    let daemon = house.start(
        "postgrey-daemon",
        Command::new("postgrey")
            .args(["--inet=127.0.0.1:10023", "--delay=60"])
            .arg(format!("--dbdir={}", data.display())),
    );
    house.wait_for_ports(&[10023]);
    daemon
}

fn start_for_mail(house: &House) -> crate::house::Daemon {
    let access = |name: &str, text: &str| {
        let path = house.write(&format!("postfix/config/{name}"), text);
        format!("texthash:{}", path.display())
    };
    let full = access("full", "full@mail.test 552 5.2.2 Mailbox is full\n");
    let senders = access(
        "senders",
        "banned@sender.test 550 5.7.1 We do not want your mail\n\
         later@sender.test 451 4.7.1 Try again later\n",
    );
    let owners = access(
        "owners",
        &format!("{RIGHT} {RIGHT}\nboss@mail.test boss@mail.test\n"),
    );
    let recipients = format!("smtpd_recipient_restrictions=check_recipient_access,{full}");
    let picky = format!(
        "smtpd_sender_restrictions=check_sender_access,{senders},reject_non_fqdn_sender,reject_unknown_sender_domain"
    );
    let owned = format!("smtpd_sender_login_maps={owners}");
    let sasl = house.path(&DOVECOT.file("sasl"));
    let more = format!(
        "smtpd_sasl_type = dovecot\nsmtpd_sasl_path = {}\n",
        sasl.display()
    );
    let ports = [
        Port {
            number: EXCHANGER,
            options: &[&recipients],
        },
        Port {
            number: SUBMISSION,
            options: &[SASL],
        },
        Port {
            number: GREYLISTS,
            options: &["smtpd_recipient_restrictions=check_policy_service,inet:127.0.0.1:10023"],
        },
        Port {
            number: DEFERS,
            options: &["smtpd_relay_restrictions=defer_unauth_destination"],
        },
        Port {
            number: PICKY,
            options: &[&picky],
        },
        Port {
            number: OWNERS,
            options: &[
                SASL,
                &owned,
                "smtpd_sender_restrictions=reject_sender_login_mismatch",
            ],
        },
    ];
    postfix::start(house, &ports, &more)
}

fn cases() -> Vec<Case<'static>> {
    let me = RIGHT;
    vec![
        Case {
            reply: "554 5.7.1 <you@example.net>: Relay access denied",
            owned: &["relay-denied account"],
            ..case(EXCHANGER, me, "you@example.net")
        },
        Case {
            reply: "454 4.7.1 <you@example.net>: Relay access denied",
            owned: &["relay-denied account"],
            ..case(DEFERS, me, "you@example.net")
        },
        Case {
            logged_in: true,
            outcome: "accepted",
            reply: "250 2.1.5 Ok",
            ..case(SUBMISSION, me, "you@example.net")
        },
        Case {
            outcome: "accepted",
            reply: "250 2.1.5 Ok",
            ..case(EXCHANGER, "me@sender.test", "you@mail.test")
        },
        Case {
            outcome: "accepted",
            reply: "250 2.1.5 Ok",
            ..case(EXCHANGER, "<>", "you@mail.test")
        },
        Case {
            reply: "550 5.1.1 <nobody@mail.test>",
            owned: &["recipient-unknown account"],
            ..case(EXCHANGER, "me@sender.test", "nobody@mail.test")
        },
        Case {
            reply: "Greylisted",
            owned: &["greylisted server"],
            ..case(GREYLISTS, "me@sender.test", "you@mail.test")
        },
        Case {
            reply: "552 5.2.2",
            owned: &["mailbox-full account"],
            ..case(EXCHANGER, "me@sender.test", "full@mail.test")
        },
        Case {
            reply: "550 5.7.1 <banned@sender.test>: Sender address rejected",
            owned: &["sender-rejected account"],
            ..case(PICKY, "banned@sender.test", "you@mail.test")
        },
        Case {
            reply: "451 4.7.1 <later@sender.test>: Sender address rejected",
            owned: &["sender-rejected account"],
            ..case(PICKY, "later@sender.test", "you@mail.test")
        },
        Case {
            reply: "Domain not found",
            owned: &["sender-rejected domain"],
            ..case(PICKY, "me@sender.test", "you@mail.test")
        },
        Case {
            reply: "need fully-qualified address",
            owned: &["sender-rejected account"],
            ..case(PICKY, "me@sender", "you@mail.test")
        },
        Case {
            logged_in: true,
            reply: "not owned by user",
            owned: &["sender-not-allowed account"],
            ..case(OWNERS, "boss@mail.test", "you@mail.test")
        },
        Case {
            reply: "not logged in",
            owned: &["relay-denied account"],
            ..case(OWNERS, "boss@mail.test", "you@mail.test")
        },
    ]
}

#[test]
#[ignore = "needs root, Postfix and Dovecot: tests/run real"]
fn postfix_delivers_what_is_sent() {
    let Some(house) = House::enter("relays::postfix_delivers_what_is_sent", &[]) else {
        return;
    };
    let _dovecot = DOVECOT.start(&house);
    let _postfix = start_for_mail(&house);
    let asking = Asking::of(&house, "submission", SUBMISSION)
        .login(RIGHT, PASSWORD)
        .mail(RIGHT, "you@mail.test")
        .with(&["--send"]);
    let told = asked(&house, &asking, 1);
    assert_eq!(told.mail_outcome(), "sent", "{told}");
    let (_, queue_id) = told
        .last_reply()
        .split_once("queued as ")
        .expect("a queue id");
    house.wait_for("delivery", || {
        let log = postfix::log(&house);
        log.lines().any(|line| {
            line.contains(queue_id)
                && line.contains("to=<you@mail.test>")
                && line.contains("status=sent")
        })
    });
    let mails: Vec<_> = fs::read_dir(house.path("mail/you/new"))
        .expect("a maildir")
        .collect();
    assert_eq!(mails.len(), 1, "one message");
    let mail = fs::read_to_string(mails[0].as_ref().expect("a file").path()).expect("text");
    for line in [
        &format!("From: <{RIGHT}>")[..],
        "To: <you@mail.test>",
        "Subject: Test message of mailcheck",
        "Auto-Submitted: auto-generated",
    ] {
        assert!(mail.lines().any(|one| one == line), "{line}\n{mail}");
    }
    assert!(!mail.contains(PASSWORD), "{mail}");
    asking.show("sent");
}
