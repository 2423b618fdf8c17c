//! One fault after another on loopback, through the binary: class, stage, codes, finding, verdict, exit code.

mod support;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use support::certificates::Pki;
use support::run::{findings, findings_of, run, run_json};
use support::server::{FullQueue, Server, closed_port, closed_port_finding};

/// What must come out.
struct Expected {
    class: &'static str,
    stage: &'static str,
    winsock: Option<i64>,
    outlook: &'static str,
    finding: &'static str,
    verdict: &'static str,
    code: i32,
}

/// A failure, with exit code 1.
const fn failed(
    class: &'static str,
    stage: &'static str,
    winsock: Option<i64>,
    outlook: &'static str,
    finding: &'static str,
) -> Expected {
    Expected {
        class,
        stage,
        winsock,
        outlook,
        finding,
        verdict: "failed",
        code: 1,
    }
}

/// The server says later, with exit code 3.
const fn later(stage: &'static str, outlook: &'static str) -> Expected {
    Expected {
        class: "rejected",
        stage,
        winsock: None,
        outlook,
        finding: "temporarily-refused",
        verdict: "inconclusive",
        code: 3,
    }
}

/// Checks one service and holds the outcome against what must come out. No other finding may be claimed.
fn check(name: &str, url: &str, options: &[&str], expected: &Expected) -> Value {
    let (run, json) = run_json([url].into_iter().chain(options.iter().copied()));
    let check = &json["targets"][0]["checks"][0];
    let failure = &check["failure"];
    let seen = json!([
        failure["class"],
        failure["stage"],
        failure["winsock"]["code"],
        failure["outlook"][0],
        findings(&json),
        json["verdict"],
        run.code,
    ]);
    let wanted = json!([
        expected.class,
        expected.stage,
        expected.winsock,
        expected.outlook,
        [expected.finding],
        expected.verdict,
        expected.code,
    ]);
    assert_eq!(seen, wanted, "{name}: {json:#}");
    assert_eq!(check["outcome"], "failed", "{name}");
    json
}

#[test]
fn connections_that_do_not_come_about() {
    let closed = format!("submission://127.0.0.1:{}", closed_port());
    let expected = failed(
        "refused",
        "connect",
        Some(10061),
        "0x800CCC0E",
        closed_port_finding(&[587, 465, 25]),
    );
    let json = check("closed port", &closed, &[], &expected);
    if cfg!(target_os = "linux") {
        let os_error = &json["targets"][0]["checks"][0]["failure"]["os_error"];
        assert_eq!(os_error, &json!({ "code": 111, "name": "ECONNREFUSED" }));
    }
    if cfg!(target_os = "linux") {
        let full = FullQueue::new();
        let url = format!("imap://{}", full.address);
        let expected = failed("timeout", "connect", Some(10060), "0x800CCC0E", "no-answer");
        check("full accept queue", &url, &["-t", "1"], &expected);
    }
}

#[test]
fn greetings_that_do_not_come() {
    let fast = ["--greeting-timeout", "2"];
    let rows = [
        (
            "CLOSE",
            failed(
                "closed",
                "greeting",
                Some(10054),
                "0x800CCC0F",
                "closed-before-greeting",
            ),
        ),
        (
            "RESET",
            failed(
                "reset",
                "greeting",
                Some(10054),
                "0x800CCC0F",
                "reset-before-greeting",
            ),
        ),
        (
            "HOLD",
            failed(
                "timeout",
                "greeting",
                Some(10060),
                "0x800CCC19",
                "silent-service",
            ),
        ),
        (
            "DRIP 1000: 220 mx.example.com ESMTP Postfix",
            failed(
                "timeout",
                "greeting",
                Some(10060),
                "0x800CCC19",
                "greeting-incomplete",
            ),
        ),
    ];
    for (dialogue, expected) in rows {
        let server = Server::play(dialogue);
        let url = format!("submission://127.0.0.1:{}", server.port());
        check(dialogue, &url, &fast, &expected);
        // It may be a port of implicit TLS, which waits for the client to begin: one more connection tells.
        let connections = if matches!(dialogue, "CLOSE" | "HOLD") {
            2
        } else {
            1
        };
        assert_eq!(server.connections(), connections, "{dialogue}");
        assert_eq!(
            server.said(),
            [""; 0],
            "{dialogue}: nothing is said before the greeting is there"
        );
    }
}

#[test]
fn greetings_that_say_no_or_are_somebody_elses() {
    let listed =
        "S: 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.example";
    let rows = [
        (
            "smtp",
            "S: 554 5.7.1 No SMTP service here",
            failed(
                "rejected",
                "greeting",
                None,
                "0x800CCC6F",
                "greeting-rejected",
            ),
        ),
        (
            "smtp",
            listed,
            failed(
                "rejected",
                "greeting",
                None,
                "0x800CCC6F",
                "client-blocklisted",
            ),
        ),
        (
            "smtp",
            "S: 421 4.3.2 All server ports are busy",
            later("greeting", "0x800CCC67"),
        ),
        (
            "pop3",
            "S: -ERR not here",
            failed(
                "rejected",
                "greeting",
                None,
                "0x800CCC90",
                "greeting-rejected",
            ),
        ),
        (
            "pop3",
            "S: -ERR [SYS/TEMP] come back",
            later("greeting", "0x800CCC90"),
        ),
        (
            "imap",
            "S: * BYE not here",
            failed(
                "rejected",
                "greeting",
                None,
                "0x800CCCD9",
                "greeting-rejected",
            ),
        ),
        (
            "imap",
            "S: * BYE [UNAVAILABLE] too many connections",
            later("greeting", "0x800CCCD9"),
        ),
        (
            "submission",
            "S: HTTP/1.1 400 Bad Request",
            failed("protocol", "greeting", None, "0x800CCC61", "wrong-service"),
        ),
        (
            "imap",
            "S: SSH-2.0-OpenSSH_9.2p1",
            failed("protocol", "greeting", None, "0x800CCCD5", "wrong-service"),
        ),
        (
            "pop3",
            "S: 220 mx.example.com ESMTP",
            failed("protocol", "greeting", None, "0x800CCC93", "wrong-service"),
        ),
    ];
    for (scheme, dialogue, expected) in rows {
        let server = Server::play(dialogue);
        let url = format!("{scheme}://127.0.0.1:{}", server.port());
        check(dialogue, &url, &[], &expected);
    }
}

#[test]
fn dialogues_that_break_off() {
    let rows = [
        (
            "submission",
            "S: 220 x\nC: EHLO\nHOLD",
            failed(
                "timeout",
                "capabilities",
                Some(10060),
                "0x800CCC19",
                "reply-timeout",
            ),
        ),
        (
            "submission",
            "S: 220 x\nC: EHLO\nS: 550 5.7.1 not you\nC: QUIT\nS: 221 bye",
            failed(
                "rejected",
                "capabilities",
                None,
                "0x800CCC69",
                "ehlo-rejected",
            ),
        ),
        (
            "submission",
            "S: 220 x\nC: EHLO\nS: 421 4.7.0 too many connections\nCLOSE",
            later("capabilities", "0x800CCC67"),
        ),
        (
            "submission",
            "S: 220 x\nC: EHLO\nCLOSE",
            failed(
                "closed",
                "capabilities",
                Some(10054),
                "0x800CCC0F",
                "connection-lost",
            ),
        ),
        (
            "submission",
            "S: 220 x\nC: EHLO\nRESET",
            failed(
                "reset",
                "capabilities",
                Some(10054),
                "0x800CCC0F",
                "connection-lost",
            ),
        ),
        (
            "submission",
            "S: 220 x\nC: EHLO\nS: banana\nHOLD",
            failed(
                "protocol",
                "capabilities",
                None,
                "0x800CCC61",
                "unexpected-reply",
            ),
        ),
        (
            "imap",
            "S: * OK\nC: a1 CAPABILITY\nS: a1 BAD what\nC: a4 LOGOUT\nS: a4 OK",
            failed(
                "rejected",
                "capabilities",
                None,
                "0x800CCCD3",
                "ehlo-rejected",
            ),
        ),
    ];
    for (scheme, dialogue, expected) in rows {
        let server = Server::play(dialogue);
        let url = format!("{scheme}://127.0.0.1:{}", server.port());
        check(dialogue, &url, &["-t", "2"], &expected);
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn starttls_that_does_not_come_about() {
    const EHLO: &str = "S: 220 x\nC: EHLO\nS: 250-x\n";
    let missing = format!("{EHLO}S: 250 SIZE\nC: QUIT\nS: 221 bye");
    let masked = format!("{EHLO}S: 250 XXXXXXXA\nC: QUIT\nS: 221 bye");
    let refused =
        format!("{EHLO}S: 250 STARTTLS\nC: STARTTLS\nS: 454 4.7.0 no\nC: QUIT\nS: 221 bye");
    let plain = format!(
        "{EHLO}S: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nWAIT 300\nS: 250-more in clear\nHOLD"
    );
    let extra =
        format!("{EHLO}S: 250 STARTTLS\nC: STARTTLS\nRAW: 220 go\\r\\n250 injected\\r\\n\nHOLD");
    let stalled = format!("{EHLO}S: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nHOLD");
    let hung_up = format!("{EHLO}S: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nCLOSE");
    let preauth = "S: * PREAUTH hello\nC: a1\nS: * CAPABILITY IMAP4rev1 STARTTLS\nS: a1 OK\nC: a4 LOGOUT\nS: a4 OK";
    let disabled = "S: * OK hello\nC: a1\nS: * CAPABILITY IMAP4rev1 LOGINDISABLED\nS: a1 OK\nC: a4 LOGOUT\nS: a4 OK";
    let rows = [
        (
            "submission",
            missing.as_str(),
            failed(
                "not-offered",
                "starttls",
                None,
                "0x800CCC7D",
                "starttls-not-offered",
            ),
        ),
        (
            "submission",
            &masked,
            failed(
                "not-offered",
                "starttls",
                None,
                "0x800CCC7D",
                "starttls-stripped",
            ),
        ),
        (
            "submission",
            &refused,
            failed(
                "rejected",
                "starttls",
                None,
                "0x800CCC7F",
                "starttls-refused",
            ),
        ),
        (
            "submission",
            &plain,
            failed("tls", "tls", None, "0x800CCC1A", "starttls-injection"),
        ),
        (
            "submission",
            &extra,
            failed(
                "protocol",
                "starttls",
                None,
                "0x800CCC61",
                "starttls-injection",
            ),
        ),
        (
            "submission",
            &stalled,
            failed("timeout", "tls", Some(10060), "0x800CCC19", "tls-stalled"),
        ),
        (
            "submission",
            &hung_up,
            failed("closed", "tls", Some(10054), "0x800CCC0F", "tls-closed"),
        ),
        (
            "imap",
            preauth,
            failed(
                "not-offered",
                "starttls",
                None,
                "0x800CCC1A",
                "preauthenticated",
            ),
        ),
        (
            "imap",
            disabled,
            failed(
                "not-offered",
                "starttls",
                None,
                "0x800CCC1A",
                "login-disabled",
            ),
        ),
    ];
    for (scheme, dialogue, expected) in rows {
        let server = Server::play(dialogue);
        let url = format!("{scheme}://127.0.0.1:{}", server.port());
        check(dialogue, &url, &["-t", "3"], &expected);
    }
}

#[test]
fn port_25_may_do_without_starttls() {
    let server = Server::play("S: 220 x\nC: EHLO\nS: 250-x\nS: 250 SIZE\nC: QUIT\nS: 221 bye");
    let url = format!("smtp://127.0.0.1:{}", server.port());
    let (run, json) = run_json([url.as_str()]);
    assert_eq!(
        (run.code, &json["verdict"]),
        (0, &json!("warning")),
        "{json:#}"
    );
    assert_eq!(findings(&json), ["starttls-not-offered"]);
    assert_eq!(json["targets"][0]["checks"][0]["outcome"], "ok");
    assert_eq!(support::run::run([url.as_str(), "--strict"]).code, 1);
}

#[test]
fn plain_text_on_a_tls_port_is_shown_as_what_it_was() {
    for (scheme, banner) in [
        ("submissions", "220 mx.example.com ESMTP Postfix"),
        ("pop3s", "+OK Dovecot ready."),
        ("imaps", "* OK Dovecot ready."),
    ] {
        let server = Server::play(&format!("S: {banner}\nHOLD"));
        let url = format!("{scheme}://127.0.0.1:{}", server.port());
        let expected = failed("tls", "tls", None, "0x800CCC1A", "plaintext-on-tls-port");
        let json = check(scheme, &url, &[], &expected);
        assert!(json.to_string().contains(banner), "{scheme}: {json:#}");
    }
}

const SMTP_OK: &str = "S: 220 mail.test ESMTP\nC: EHLO\nS: 250-mail.test\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\n\
    TLS\nC: EHLO\nS: 250-mail.test\nS: 250-SIZE 1000\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye";

#[test]
fn a_healthy_server_gets_one_connection_and_a_goodbye() {
    let pki = Pki::new();
    let ca_file = pki.ca_file();
    let ca_file = ca_file.to_str().expect("UTF-8");
    let server = Server::play_tls(SMTP_OK, pki.server());
    let url = format!("submission://127.0.0.1:{}", server.port());
    let (run, json) = run_json([url.as_str(), "--ca-file", ca_file]);
    assert_eq!((run.code, &json["verdict"]), (0, &json!("ok")), "{json:#}");
    assert!(findings(&json).is_empty());
    let check = &json["targets"][0]["checks"][0];
    assert_eq!(check["capabilities"], json!(["SIZE 1000", "AUTH PLAIN"]));
    assert_eq!(check["capabilities_before_tls"], json!(["STARTTLS"]));
    assert_eq!(check["auth_mechanisms"], json!(["PLAIN"]));
    assert_eq!(check["tls"]["version"], "TLSv1.3");
    assert_eq!(check["tls"]["trusted"], true);
    assert_eq!(server.connections(), 1);
    let said = server.said();
    assert_eq!(said.len(), 4, "{said:?}");
    assert_eq!((said[1].as_str(), said[3].as_str()), ("STARTTLS", "QUIT"));
}

#[test]
fn an_untrusted_certificate_fails_a_users_port_and_warns_on_port_25() {
    let pki = Pki::for_names(&["other.test"]);
    let server = Server::play_tls(SMTP_OK, pki.server());
    // Whether the certificate depends on the name is asked on a second connection, which ends behind the handshake.
    server.forgive();
    for (scheme, code, severity) in [("submission", 1, "error"), ("smtp", 0, "warning")] {
        let url = format!("{scheme}://127.0.0.1:{}", server.port());
        let (run, json) = run_json([url.as_str()]);
        assert_eq!(run.code, code, "{scheme}");
        let mut ids = findings_of(&json, &[severity]);
        ids.sort();
        let wanted = ["certificate-name-mismatch", "certificate-unknown-issuer"];
        assert_eq!(
            ids, wanted,
            "{scheme}: every problem, not the first alone: {json:#}"
        );
        // The dialogue after TLS was read all the same.
        let capabilities = &json["targets"][0]["checks"][0]["capabilities"];
        assert_eq!(
            capabilities,
            &json!(["SIZE 1000", "AUTH PLAIN"]),
            "{scheme}"
        );
    }
}

#[test]
fn dead_ports_cost_one_timeout_together() {
    if !cfg!(target_os = "linux") {
        // Elsewhere a full accept queue answers with a reset.
        return;
    }
    let queues: Vec<FullQueue> = (0..7).map(|_| FullQueue::new()).collect();
    let schemes = [
        "smtp",
        "submission",
        "submissions",
        "pop3",
        "pop3s",
        "imap",
        "imaps",
    ];
    let urls: Vec<String> = queues
        .iter()
        .zip(schemes)
        .map(|(q, scheme)| format!("{scheme}://{}", q.address))
        .collect();
    let start = Instant::now();
    let (run, json) = run_json(urls.iter().map(String::as_str).chain(["-t", "4"]));
    // Seven times four seconds would be 28; what is measured is that they ran at once.
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    assert_eq!(run.code, 1);
    assert_eq!(json["targets"].as_array().map(Vec::len), Some(7));
}

#[test]
fn nothing_outlives_the_deadline() {
    let server = Server::play("HOLD");
    let url = format!("submission://127.0.0.1:{}", server.port());
    let (run, json) = run_json([url.as_str(), "--greeting-timeout", "600", "--deadline", "1"]);
    assert_eq!(
        (run.code, &json["verdict"]),
        (3, &json!("inconclusive")),
        "{json:#}"
    );
    assert_eq!(findings(&json), ["deadline-reached"]);
}

#[test]
fn a_late_greeting_is_waited_for() {
    let dialogue = format!("WAIT 5500\n{SMTP_OK}");
    let pki = Pki::new();
    let ca_file = pki.ca_file();
    let server = Server::play_tls(&dialogue, pki.server());
    let url = format!("submission://127.0.0.1:{}", server.port());
    let (run, json) = run_json([url.as_str(), "--ca-file", ca_file.to_str().expect("UTF-8")]);
    assert_eq!(
        (run.code, findings(&json)),
        (0, vec!["slow-greeting".to_owned()]),
        "{json:#}"
    );
}

#[test]
fn no_control_byte_of_a_server_reaches_a_terminal() {
    let hostile = "RAW: 220 \\e]0;owned\\x07\\e[31m \\xc2\\x9b31m \\xe2\\x80\\xae |<b>`]]> \\xff\\0 x\\r\\n\n\
        C: EHLO\nS: 250-\\e[2Jx\nS: 250 X\\e[1mY\nC: QUIT\nS: 221 \\e[0m";
    for format in ["text", "json", "markdown"] {
        let server = Server::play(hostile);
        let url = format!("submission://127.0.0.1:{}", server.port());
        let verbose: &[&str] = if format == "text" {
            &["-v", "--color", "never"]
        } else {
            &[]
        };
        let run = run([url.as_str(), "-f", format]
            .into_iter()
            .chain(verbose.iter().copied()));
        assert!(
            run.stdout.contains("owned"),
            "{format}: the text is shown: {}",
            run.stdout
        );
        for bad in run.stdout.chars().filter(|c| *c != '\n') {
            let bidi = ('\u{202a}'..='\u{202e}').contains(&bad)
                || ('\u{2066}'..='\u{2069}').contains(&bad);
            assert!(
                !bad.is_control() && !bidi,
                "{format}: {bad:?} in {}",
                run.stdout
            );
        }
    }
}
