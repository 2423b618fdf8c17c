//! Logging in, against hosts that count attempts and remember every word: what is said, what never is, and what is made
//! of the answer.

mod support;

use data_encoding::BASE64;
use serde_json::{Value, json};
use support::certificates::Pki;
use support::mailhost::{MailHost, Mood, PASSWORD, Role, USER};
use support::run::{Run, findings, finished, mailcheck};

/// Mechanisms that take a password, and what carries them.
const WAYS: [(&str, &str, &str); 12] = [
    ("submissions", "PLAIN", "PLAIN"),
    ("submissions", "LOGIN", "LOGIN"),
    ("submissions", "CRAM-MD5", "CRAM-MD5"),
    ("submissions", "SCRAM-SHA-256 PLAIN", "SCRAM-SHA-256"),
    (
        "submissions",
        "SCRAM-SHA-256-PLUS SCRAM-SHA-256",
        "SCRAM-SHA-256-PLUS",
    ),
    ("imaps", "PLAIN", "PLAIN"),
    ("imaps", "SASL-IR SCRAM-SHA-256", "SCRAM-SHA-256"),
    // The first message waits until it is asked for.
    ("imaps", "SCRAM-SHA-256", "SCRAM-SHA-256"),
    ("imaps", "", "IMAP LOGIN"),
    ("pop3s", "PLAIN", "PLAIN"),
    ("pop3s", "USER", "USER/PASS"),
    ("pop3s", "", "APOP"),
];

fn login(host: &MailHost, pki: &Pki, more: &[&str]) -> Run {
    login_with(host, pki, "MAILCHECK_PASSWORD", more)
}

fn login_with(host: &MailHost, pki: &Pki, variable: &str, more: &[&str]) -> Run {
    let ca_file = pki.ca_file();
    let mut command = mailcheck();
    command
        .args(["--login", "--user", USER, &host.url(), "--ca-file"])
        .arg(ca_file)
        .args(more)
        .env(variable, PASSWORD);
    finished(command.output().expect("the binary runs"))
}

fn in_json(host: &MailHost, pki: &Pki) -> (Value, Value) {
    let run = login(host, pki, &["-f", "json"]);
    let json = run.json();
    let login = json["targets"][0]["logins"][0].clone();
    (json, login)
}

fn begun(scheme: &'static str, offer: &'static str, mood: Mood, pki: &Pki) -> MailHost {
    MailHost::begin(Role::new(scheme, offer, mood), pki.server())
}

#[test]
fn every_mechanism_gets_in_once() {
    let pki = Pki::new();
    for (scheme, offer, method) in WAYS {
        let host = begun(scheme, offer, Mood::Fair, &pki);
        let (json, login) = in_json(&host, &pki);
        let case = format!("{scheme} {offer}: {login:#}\n{:?}", host.heard());
        assert_eq!(login["outcome"], json!("accepted"), "{case}");
        assert_eq!(login["method"], json!(method), "{case}");
        assert_eq!(host.attempts(), 1, "{case}");
        assert_eq!(json["verdict"], json!("ok"), "{json:#}");
        let messages = match scheme {
            "imaps" => json!(23),
            "pop3s" => json!(3),
            _ => Value::Null,
        };
        assert_eq!(login["messages"], messages, "{case}");
    }
}

#[test]
fn a_wrong_password_is_tried_once_and_told() {
    let pki = Pki::new();
    for (scheme, offer, _) in WAYS
        .into_iter()
        .filter(|way| way.2 != "APOP" && way.2 != "CRAM-MD5")
    {
        let role = Role::new(scheme, offer, Mood::Fair);
        let host = MailHost::begin(role, pki.server());
        let ca_file = pki.ca_file();
        let output = mailcheck()
            .args([
                "--login",
                "--user",
                USER,
                &host.url(),
                "-f",
                "json",
                "--ca-file",
            ])
            .arg(ca_file)
            .env("MAILCHECK_PASSWORD", "another one")
            .output();
        let run = finished(output.expect("the binary runs"));
        let json = run.json();
        assert_eq!(findings(&json), ["login-refused"], "{scheme} {offer}");
        assert_eq!((run.code, host.attempts()), (1, 1), "{scheme} {offer}");
    }
}

/// Everything that could give the password away: as it is, as each mechanism encodes it, and within longer texts.
fn forms() -> Vec<String> {
    let bytes = PASSWORD.as_bytes();
    let plain = [b"\0", USER.as_bytes(), b"\0", bytes].concat();
    let bearer = format!("user={USER}\x01auth=Bearer {PASSWORD}\x01\x01");
    let mut forms = vec![
        PASSWORD.to_owned(),
        PASSWORD.replace('\\', "\\\\").replace('"', "\\\""),
        // The part that no quoting changes.
        "tr0ub4dor".to_owned(),
        "köln%/+".to_owned(),
        BASE64.encode(bytes),
        BASE64.encode(&plain),
        BASE64.encode(bearer.as_bytes()),
    ];
    for offset in 0..3 {
        let encoded = BASE64.encode(&[&vec![b'x'; offset][..], bytes].concat());
        // Letters at the ends depend on what stands beside.
        forms.push(encoded[4..encoded.len() - 4].to_owned());
    }
    forms
}

#[test]
fn no_output_holds_the_secret_in_any_form() {
    let pki = Pki::new();
    let forms = forms();
    let faces = [
        &["-v"][..],
        &["-q"],
        &["-v", "-f", "json"],
        &["-f", "ndjson"],
        &["-v", "-f", "markdown"],
        &["-v", "-f", "html"],
        &["-f", "junit"],
        &["--letter"],
        &["-v", "--lang", "zh-CN"],
    ];
    let moods = [
        Mood::Fair,
        Mood::Quotes,
        Mood::Babbles,
        Mood::HangsUp,
        Mood::Cheats,
    ];
    for (scheme, offer, _) in WAYS {
        for mood in moods {
            // Every face for the talkative one, one for the others.
            let wanted = if mood == Mood::Quotes { faces.len() } else { 1 };
            for face in &faces[..wanted] {
                let host = begun(scheme, offer, mood, &pki);
                let run = login(&host, &pki, face);
                assert!(host.attempts() <= 1, "{scheme} {offer} {mood:?}");
                for form in &forms {
                    let shown = run.stdout.contains(form) || run.stderr.contains(form);
                    assert!(
                        !shown,
                        "{scheme} {offer} {mood:?} {face:?}: {form}\n{}\n{}",
                        run.stdout, run.stderr
                    );
                }
            }
        }
    }
}

#[test]
fn a_challenge_is_not_shown_for_others_to_guess_by() {
    let pki = Pki::new();
    let host = begun("submissions", "SCRAM-SHA-256", Mood::Fair, &pki);
    let run = login(&host, &pki, &["-v"]);
    let salt = BASE64.encode(b"pepper and salt!");
    assert!(run.stdout.contains("334 (redacted)"), "{}", run.stdout);
    assert!(!run.stdout.contains(&BASE64.encode(salt.as_bytes())));
    assert!(!run.stdout.contains("private matters"));
}

#[test]
fn a_server_that_cannot_prove_itself_is_no_server_of_the_account() {
    let pki = Pki::new();
    for mood in [Mood::Cheats, Mood::ProvesNothing] {
        for scheme in ["submissions", "imaps", "pop3s"] {
            let host = begun(scheme, "SCRAM-SHA-256", mood, &pki);
            let (json, login) = in_json(&host, &pki);
            assert_eq!(
                login["reason"],
                json!("proof"),
                "{scheme} {mood:?}: {login:#}"
            );
            assert_eq!(findings(&json), ["intercepted"], "{scheme} {mood:?}");
            assert_eq!(host.attempts(), 1);
        }
    }
}

#[test]
fn what_makes_no_sense_is_given_up() {
    let pki = Pki::new();
    for (mood, offer, reason) in [
        (Mood::Babbles, "PLAIN", "challenge"),
        (Mood::Babbles, "LOGIN", "challenge"),
        (Mood::WantsRounds, "SCRAM-SHA-256", "rounds"),
    ] {
        let host = begun("submissions", offer, mood, &pki);
        let (json, login) = in_json(&host, &pki);
        assert_eq!(login["reason"], json!(reason), "{login:#}");
        assert_eq!(findings(&json), ["login-server-failure"]);
        assert_eq!(host.attempts(), 1);
    }
}

#[test]
fn nothing_is_sent_without_trust() {
    let (theirs, ours) = (Pki::new(), Pki::new());
    for scheme in ["submissions", "imaps", "pop3s"] {
        let host = begun(scheme, "PLAIN", Mood::Fair, &theirs);
        // The authority of another one.
        let run = login(&host, &ours, &["-f", "json"]);
        let json = run.json();
        let login = &json["targets"][0]["logins"][0];
        let outcome = (&login["outcome"], &login["reason"]);
        assert_eq!(
            outcome,
            (&json!("not-tried"), &json!("untrusted")),
            "{login:#}"
        );
        assert_eq!((run.code, host.attempts()), (1, 0), "{scheme}");
        let certificates = &json["targets"][0]["checks"][0]["tls"]["certificates"];
        let pin = certificates[0]["sha256"].as_str().expect("a fingerprint");
        // The one certificate that the user knows is good enough; another pin is not.
        let anyway = login_with(
            &host,
            &ours,
            "MAILCHECK_PASSWORD",
            &["-f", "json", "--login-anyway", pin],
        );
        let login = &anyway.json()["targets"][0]["logins"][0];
        assert_eq!(login["outcome"], json!("accepted"), "{login:#}");
        let other = pin.chars().rev().collect::<String>();
        let before = host.attempts();
        let refused = login_with(
            &host,
            &ours,
            "MAILCHECK_PASSWORD",
            &["-f", "json", "--login-anyway", &other],
        );
        let login = &refused.json()["targets"][0]["logins"][0];
        assert_eq!(
            (&login["reason"], host.attempts()),
            (&json!("untrusted"), before)
        );
    }
}

#[test]
fn nothing_is_tried_where_nothing_can_be() {
    let pki = Pki::new();
    for (scheme, offer, reason, finding) in [
        (
            "imaps",
            "LOGINDISABLED PLAIN",
            "login-disabled",
            "mechanism-not-offered",
        ),
        (
            "submissions",
            "",
            "nothing-offered",
            "mechanism-not-offered",
        ),
        (
            "submissions",
            "NTLM GSSAPI",
            "no-common-mechanism",
            "mechanism-not-offered",
        ),
        (
            "submissions",
            "XOAUTH2",
            "no-common-mechanism",
            "password-login-disabled",
        ),
    ] {
        let host = begun(scheme, offer, Mood::Fair, &pki);
        let (json, login) = in_json(&host, &pki);
        assert_eq!(login["reason"], json!(reason), "{offer}: {login:#}");
        assert!(
            findings(&json).iter().any(|id| id == finding),
            "{offer}: {json:#}"
        );
        assert_eq!(host.attempts(), 0, "{offer}");
    }
}

#[test]
fn without_the_option_there_is_no_word_of_a_login() {
    let pki = Pki::new();
    for scheme in ["submissions", "imaps", "pop3s"] {
        let host = begun(scheme, "PLAIN", Mood::Fair, &pki);
        let ca_file = pki.ca_file();
        let output = mailcheck()
            .args([&host.url(), "-f", "json", "--ca-file"])
            .arg(ca_file)
            .env("MAILCHECK_PASSWORD", PASSWORD)
            .output();
        let json = finished(output.expect("the binary runs")).json();
        assert_eq!(json["targets"][0].get("logins"), None);
        assert_eq!(host.attempts(), 0, "{scheme}: {:?}", host.heard());
    }
}

#[test]
fn what_the_server_says_of_the_mailbox_is_told() {
    let pki = Pki::new();
    for (scheme, said, finding) in [
        (
            "imaps",
            "BAD User is authenticated but not connected.",
            "protocol-disabled",
        ),
        (
            "imaps",
            "NO [OVERQUOTA] Mailbox is over quota",
            "mailbox-full",
        ),
        (
            "pop3s",
            "-ERR [IN-USE] Mailbox is locked by another session",
            "login-rate-limited",
        ),
    ] {
        let role = Role {
            mailbox: said,
            ..Role::new(scheme, "PLAIN", Mood::Fair)
        };
        let host = MailHost::begin(role, pki.server());
        let (json, login) = in_json(&host, &pki);
        assert_eq!(login["outcome"], json!("accepted"));
        assert_eq!(findings(&json), [finding], "{said}");
    }
}

/// A token comes from a command alone.
#[cfg(unix)]
#[test]
fn a_token_is_given_once_and_the_complaint_is_read() {
    let pki = Pki::new();
    for (scheme, offer) in [
        ("submissions", "XOAUTH2"),
        ("submissions", "OAUTHBEARER"),
        ("imaps", "XOAUTH2"),
        ("imaps", "SASL-IR OAUTHBEARER"),
        ("pop3s", "XOAUTH2"),
    ] {
        for (mood, outcome) in [
            (Mood::Fair, "accepted"),
            (Mood::ComplainsOfTheToken, "refused"),
        ] {
            let host = begun(scheme, offer, mood, &pki);
            let command = [
                "--oauth-token-command",
                "printf '%s\\n' \"$TOKEN\"",
                "-f",
                "json",
            ];
            let run = login_with(&host, &pki, "TOKEN", &command);
            let json = run.json();
            let login = &json["targets"][0]["logins"][0];
            assert_eq!(
                login["outcome"],
                json!(outcome),
                "{scheme} {offer}: {login:#}"
            );
            assert_eq!((host.attempts(), &login["with"]), (1, &json!("token")));
            if outcome == "refused" {
                assert_eq!(findings(&json), ["token-refused"]);
                let told = login["refusal"]["token"].as_str().expect("a complaint");
                assert!(told.contains("\"status\":\"400\""), "{told}");
            }
            for form in forms() {
                assert!(!run.stdout.contains(&form), "{form}");
            }
        }
    }
}

#[test]
fn a_mail_is_asked_about_or_sent_as_is_typed() {
    let pki = Pki::new();
    let host = begun("submissions", "PLAIN", Mood::Fair, &pki);
    let wanted = ["--from", USER, "--rcpt", "you@example.net", "-f", "json"];
    let json = login(&host, &pki, &wanted).json();
    let transaction = &json["targets"][0]["transaction"];
    assert_eq!(transaction["outcome"], json!("accepted"), "{transaction:#}");
    let heard = host.heard();
    assert!(heard.contains(&format!("MAIL FROM:<{USER}>")), "{heard:?}");
    assert!(heard.iter().any(|line| line == "RSET"), "{heard:?}");
    assert!(!heard.iter().any(|line| line == "DATA"), "{heard:?}");
    let wanted = [
        "--from",
        USER,
        "--rcpt",
        "you@example.net",
        "--send",
        "-f",
        "json",
    ];
    let json = login(&host, &pki, &wanted).json();
    let transaction = &json["targets"][0]["transaction"];
    assert_eq!(transaction["outcome"], json!("sent"), "{transaction:#}");
    let last = transaction["exchanges"].as_array().expect("a list").last();
    assert_eq!(
        last.expect("one")["reply"],
        json!("250 2.0.0 queued as 4bTEST")
    );
    let heard = host.heard();
    for line in [
        "DATA",
        "Auto-Submitted: auto-generated",
        "To: <you@example.net>",
    ] {
        assert_eq!(heard.iter().filter(|one| *one == line).count(), 1, "{line}");
    }
}
