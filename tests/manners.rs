//! What a server may expect of its guests: how many connections there are, and every word that is said.
//!
//! The servers complain of words before their greeting, and of a second connection while one stands.

mod support;

use std::thread;

use serde_json::json;
use support::certificates::Pki;
use support::run::{Run, findings, run_json};
use support::server::Server;

/// What the server of a healthy service says and wants, up to the end, by scheme.
const HEALTHY: [(&str, &str); 7] = [
    ("smtp", SMTP),
    ("submission", SMTP),
    (
        "submissions",
        "TLS\nS: 220 mail.test ESMTP\nC: EHLO\nS: 250-mail.test\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye",
    ),
    (
        "pop3",
        "S: +OK ready\nC: CAPA\nS: +OK\nS: STLS\nS: .\nC: STLS\nS: +OK begin\n\
         TLS\nC: CAPA\nS: +OK\nS: USER\nS: SASL PLAIN\nS: .\nC: QUIT\nS: +OK bye",
    ),
    (
        "pop3s",
        "TLS\nS: +OK ready\nC: CAPA\nS: +OK\nS: USER\nS: SASL PLAIN\nS: .\nC: QUIT\nS: +OK bye",
    ),
    (
        "imap",
        "S: * OK ready\nC: a1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\nS: a1 OK\n\
         C: a2 STARTTLS\nS: a2 OK begin\nTLS\n\
         C: a3 CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a3 OK\nC: a4 LOGOUT\nS: * BYE\nS: a4 OK",
    ),
    (
        "imaps",
        "TLS\nS: * OK ready\nC: a1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a1 OK\n\
         C: a4 LOGOUT\nS: * BYE\nS: a4 OK",
    ),
];

const SMTP: &str = "S: 220-mail.test ESMTP\nS: 220 ready\nC: EHLO\nS: 250-mail.test\nS: 250 STARTTLS\n\
    C: STARTTLS\nS: 220 go\nTLS\nC: EHLO\nS: 250-mail.test\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye";

/// Every command of a healthy check, in order. Nobody logs in, and no mail is begun.
fn commands(scheme: &str) -> &'static [&'static str] {
    match scheme {
        "smtp" | "submission" => &["EHLO", "STARTTLS", "EHLO", "QUIT"],
        "submissions" => &["EHLO", "QUIT"],
        "pop3" => &["CAPA", "STLS", "CAPA", "QUIT"],
        "pop3s" => &["CAPA", "QUIT"],
        "imap" => &["CAPABILITY", "STARTTLS", "CAPABILITY", "LOGOUT"],
        "imaps" => &["CAPABILITY", "LOGOUT"],
        other => panic!("no service {other}"),
    }
}

/// The commands that clients gave, without tags. Only EHLO has an argument, which is not the server's name.
fn said(server: &Server, scheme: &str) -> Vec<String> {
    let lines = server.said().into_iter().map(|line| {
        let mut words = line.split(' ');
        if scheme.starts_with("imap") {
            words.next();
        }
        let command = words.next().unwrap_or_default().to_owned();
        let arguments = words.collect::<Vec<_>>();
        let expected = usize::from(matches!(command.as_str(), "EHLO" | "HELO"));
        assert_eq!(arguments.len(), expected, "{line}");
        assert_ne!(arguments.first(), Some(&"mail.test"), "{line}");
        command
    });
    lines.collect()
}

fn url(scheme: &str, server: &Server) -> String {
    format!("{scheme}://127.0.0.1:{}", server.port())
}

/// Checks one service whose server plays `dialogue`.
fn visit(scheme: &str, dialogue: &str, pki: &Pki) -> (Server, Run, serde_json::Value) {
    let server = Server::play_tls(dialogue, pki.server());
    let ca_file = pki.ca_file();
    let ca_file = ca_file.to_str().expect("UTF-8");
    let url = url(scheme, &server);
    let (run, json) = run_json([
        url.as_str(),
        "--ca-file",
        ca_file,
        "-t",
        "2",
        "--greeting-timeout",
        "2",
    ]);
    (server, run, json)
}

#[test]
fn seven_healthy_services_are_asked_what_must_be_asked_and_once() {
    let pki = Pki::new();
    let ca_file = pki.ca_file();
    let servers =
        HEALTHY.map(|(scheme, dialogue)| (scheme, Server::play_tls(dialogue, pki.server())));
    let urls = servers
        .each_ref()
        .map(|(scheme, server)| url(scheme, server));
    let options = ["--ca-file", ca_file.to_str().expect("UTF-8")];
    let (run, json) = run_json(urls.iter().map(String::as_str).chain(options));
    assert_eq!((run.code, &json["verdict"]), (0, &json!("ok")), "{json:#}");
    for (scheme, server) in &servers {
        assert_eq!(server.connections(), 1, "{scheme}");
        assert_eq!(said(server, scheme), commands(scheme), "{scheme}");
    }
}

/// Each answer of the server here is a round trip, and without one of them nothing would be known: connect, greeting,
/// offer, STARTTLS, hello, offer. The goodbye is said, and no report waits for what these servers never answer.
#[test]
fn no_report_waits_for_more_round_trips_than_it_needs() {
    let pki = Pki::new();
    for (scheme, dialogue) in HEALTHY {
        let end = dialogue.rfind("C: ").expect("a goodbye");
        let end = end + dialogue[end..].find('\n').unwrap_or(0);
        let (server, run, json) = visit(scheme, &format!("{}\nHOLD", &dialogue[..end]), &pki);
        assert_eq!(run.code, 0, "{scheme}: {json:#}");
        assert_eq!(said(&server, scheme), commands(scheme), "{scheme}");
        let steps = json["targets"][0]["checks"][0]["steps"].as_array();
        let last = steps.and_then(|steps| steps.last()).expect("steps");
        assert_eq!(
            (&last["stage"], &last["outcome"]),
            (&json!("quit"), &json!("ok"))
        );
        let (took, all) = (&last["elapsed_ms"], &json["elapsed_ms"]);
        assert!(took.as_f64() < Some(1000.0), "{scheme}: {took} of {all}");
    }
}

#[test]
fn nothing_is_said_before_a_greeting_is_complete() {
    let pki = Pki::new();
    let late = [
        ("smtp", "S: 220-mail.test wait\nWAIT 400\n"),
        (
            "submission",
            "RAW: 220-mail.te\nWAIT 400\nRAW: st\\r\\n\nWAIT 400\n",
        ),
        (
            "pop3",
            "RAW: +OK rea\nWAIT 400\nRAW: dy\nWAIT 400\nRAW: \\r\nWAIT 400\nRAW: \\n\n",
        ),
        ("imap", "RAW: * O\nWAIT 400\nRAW: K\\x20\nWAIT 400\n"),
    ];
    for (scheme, beginning) in late {
        let (_, dialogue) = HEALTHY[HEALTHY
            .iter()
            .position(|(name, _)| *name == scheme)
            .expect("a service")];
        // POP3 and IMAP greet with one line, of which the rest is the usual one.
        let rest = match scheme {
            "pop3" => dialogue.replacen("S: +OK ready\n", "", 1),
            "imap" => dialogue.replacen("S: * OK ready\n", "S: ready\n", 1),
            _ => dialogue.to_owned(),
        };
        let (server, run, json) = visit(scheme, &format!("{beginning}{rest}"), &pki);
        assert_eq!(run.code, 0, "{scheme}: {json:#}");
        assert_eq!(server.connections(), 1, "{scheme}");
        assert_eq!(said(&server, scheme), commands(scheme), "{scheme}");
    }
}

#[test]
fn not_a_word_is_said_to_a_server_that_never_finishes_its_greeting() {
    let pki = Pki::new();
    for (scheme, greeting) in [
        ("smtp", "S: 220-mail.test wait\nHOLD"),
        ("submission", "RAW: 220 mail.test\nHOLD"),
        ("pop3", "RAW: +OK\nHOLD"),
        ("imap", "RAW: * OK ready\\r\nHOLD"),
        // And nothing over the encrypted line.
        ("submissions", "TLS\nRAW: 220 mail.test\nHOLD"),
        ("imaps", "TLS\nHOLD"),
    ] {
        let (server, run, json) = visit(scheme, greeting, &pki);
        assert_eq!(run.code, 1, "{greeting}: {json:#}");
        assert_eq!(server.connections(), 1, "{greeting}");
        assert_eq!(server.heard(), 0, "{greeting}: {:?}", server.said());
    }
}

#[test]
fn a_server_that_is_busy_is_not_asked_again() {
    const EHLO: &str = "S: 220 x\nC: EHLO\n";
    const STARTTLS: &str = "S: 250-x\nS: 250 STARTTLS\nC: STARTTLS\n";
    let pki = Pki::new();
    let rows: [(&str, String, &[&str]); 8] = [
        (
            "submission",
            "S: 421 4.7.0 too many connections\nCLOSE".into(),
            &[],
        ),
        (
            "smtp",
            "S: 421 4.3.2 going down\nC: QUIT\nS: 221 bye".into(),
            &["QUIT"],
        ),
        (
            "submissions",
            "TLS\nS: 421 too many\nC: QUIT\nS: 221 bye".into(),
            &["QUIT"],
        ),
        (
            "submission",
            format!("{EHLO}S: 421 too many\nC: QUIT\nS: 221 bye"),
            &["EHLO", "QUIT"],
        ),
        (
            "submission",
            format!("{EHLO}{STARTTLS}S: 421 too many\nC: QUIT\nS: 221 bye"),
            &["EHLO", "STARTTLS", "QUIT"],
        ),
        (
            "pop3",
            "S: -ERR [SYS/TEMP] too many connections\nC: QUIT\nS: +OK".into(),
            &["QUIT"],
        ),
        ("imap", "S: * BYE [UNAVAILABLE] later\nCLOSE".into(), &[]),
        (
            "imaps",
            "TLS\nS: * BYE too many connections\nCLOSE".into(),
            &[],
        ),
    ];
    for (scheme, dialogue, expected) in rows {
        let (server, run, json) = visit(scheme, &dialogue, &pki);
        assert_eq!(run.code, 3, "{dialogue}: {json:#}");
        assert_eq!(findings(&json), ["temporarily-refused"], "{dialogue}");
        assert_eq!(server.connections(), 1, "{dialogue}");
        assert_eq!(said(&server, scheme), expected, "{dialogue}");
        let checks = json["targets"][0]["checks"].as_array().expect("checks");
        assert_eq!(checks.len(), 1, "no other port is tried: {json:#}");
    }
}

/// Who has waited in vain for one answer waits for no other.
#[test]
fn a_server_that_falls_silent_is_left_with_a_goodbye_and_without_a_wait() {
    let pki = Pki::new();
    let rows: [(&str, &str, &[&str]); 3] = [
        (
            "submission",
            "S: 220 x\nC: EHLO\nC: QUIT\nHOLD",
            &["EHLO", "QUIT"],
        ),
        (
            "submission",
            "S: 220 x\nC: EHLO\nS: 250-x\nS: 250 STARTTLS\nC: STARTTLS\nC: QUIT\nHOLD",
            &["EHLO", "STARTTLS", "QUIT"],
        ),
        (
            "imaps",
            "TLS\nS: * OK ready\nC: a1\nC: a4\nHOLD",
            &["CAPABILITY", "LOGOUT"],
        ),
    ];
    for (scheme, dialogue, expected) in rows {
        let (server, run, json) = visit(scheme, dialogue, &pki);
        assert_eq!(run.code, 1, "{dialogue}: {json:#}");
        assert_eq!(said(&server, scheme), expected, "{dialogue}");
        let steps = json["targets"][0]["checks"][0]["steps"].as_array();
        let quit = steps.and_then(|steps| steps.last()).expect("steps");
        assert_eq!(quit["stage"], "quit", "{json:#}");
        let elapsed = quit["elapsed_ms"].as_f64().expect("a number");
        assert!(elapsed < 1000.0, "{dialogue}: {elapsed} ms");
    }
}

/// Each question that a failure calls for is one connection more, the list of TLS versions three, and where all of them are
/// refused one for what proves or hides nothing.
#[test]
fn a_failure_calls_for_few_connections_and_one_after_another() {
    const EHLO: &str = "S: 220 x\nC: EHLO\n";
    const STARTTLS: &str = "S: 250-x\nS: 250 STARTTLS\nC: STARTTLS\n";
    let pki = Pki::new();
    let alert = "RAW: \\x15\\x03\\x01\\x00\\x02\\x02\\x28";
    let rows: [(&str, String, usize); 14] = [
        ("submission", "CLOSE".into(), 2),
        ("submission", "RESET".into(), 1),
        ("submission", "HOLD".into(), 2),
        ("submission", "S: 554 5.7.1 no\nHOLD".into(), 1),
        ("submission", "S: HTTP/1.1 400 Bad Request\nHOLD".into(), 1),
        ("submission", format!("{EHLO}HOLD"), 1),
        ("submission", format!("{EHLO}CLOSE"), 1),
        (
            "submission",
            format!("{EHLO}S: 250-x\nS: 250 SIZE\nHOLD"),
            1,
        ),
        ("submission", format!("{EHLO}{STARTTLS}S: 454 no\nHOLD"), 1),
        ("submission", format!("{EHLO}{STARTTLS}S: 220 go\nHOLD"), 2),
        ("imaps", "HOLD".into(), 3),
        ("imaps", "CLOSE".into(), 4),
        ("imaps", format!("WAIT 100\n{alert}\nHOLD"), 5),
        ("imaps", "S: * OK ready\nHOLD".into(), 2),
    ];
    let check = &|(scheme, dialogue, most): (&str, String, usize)| {
        let (server, run, json) = visit(scheme, &dialogue, &pki);
        assert_ne!(run.code, 0, "{scheme} {dialogue}: {json:#}");
        let connections = server.connections();
        assert!(
            (1..=most).contains(&connections),
            "{scheme} {dialogue}: {connections} connections: {json:#}"
        );
    };
    // They mostly wait.
    thread::scope(|scope| {
        for row in rows {
            scope.spawn(move || check(row));
        }
    });
}

#[test]
fn two_questions_to_one_port_wait_for_each_other() {
    let pki = Pki::new();
    let server = Server::play_tls(SMTP, pki.server());
    let ca_file = pki.ca_file();
    let urls = ["smtp", "submission"].map(|scheme| url(scheme, &server));
    let options = ["--ca-file", ca_file.to_str().expect("UTF-8")];
    let (run, json) = run_json(urls.iter().map(String::as_str).chain(options));
    assert_eq!(run.code, 0, "{json:#}");
    assert_eq!(server.connections(), 2);
    assert_eq!(
        said(&server, "smtp"),
        [commands("smtp"), commands("smtp")].concat()
    );
}

/// The servers see what they are there to see.
mod the_servers_complain {
    use std::io::Write;

    use super::*;

    #[test]
    #[should_panic(expected = "two connections at once")]
    fn of_two_connections_at_once() {
        let server = Server::play("S: 220 x\nHOLD");
        let guests = [server.guest(), server.guest()];
        while server.connections() < 2 {
            thread::yield_now();
        }
        // Long enough for the server to see that the first one stays.
        thread::sleep(support::server::NOTICED * 2);
        drop(guests);
        drop(server);
    }

    #[test]
    #[should_panic(expected = "words before the greeting")]
    fn of_words_before_the_greeting() {
        let server = Server::play("WAIT 500\nS: 220 x\nHOLD");
        let mut hasty = server.guest();
        hasty.write_all(b"EHLO hasty\r\n").expect("it is there");
        thread::sleep(std::time::Duration::from_secs(5));
        drop(hasty);
        drop(server);
    }
}
