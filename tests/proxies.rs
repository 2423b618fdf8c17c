//! Checking through a proxy: every answer that there is, the same findings as without one, and how the environment is read.

mod support;

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rustls::ServerConfig;
use serde_json::Value;
use support::certificates::Pki;
use support::dns::{DnsServer, Zone};
use support::relay::Relay;
use support::run::{findings_of, finished, mailcheck, run};
use support::server::{Server, closed_port};

const KINDS: [&str; 6] = ["socks4", "socks4a", "socks5", "socks5h", "http", "https"];

/// The findings, each behind its severity, without the note that a proxy was gone through. A busy machine is slow in
/// truth, and none of the faults is slowness.
fn outcome(json: &Value) -> Vec<String> {
    let severities = ["error", "inconclusive", "warning", "info"];
    let mut seen: Vec<String> = severities
        .into_iter()
        .flat_map(|severity| {
            let ids = findings_of(json, &[severity]).into_iter();
            ids.map(move |id| format!("{severity} {id}"))
        })
        .filter(|seen| !seen.contains(" slow-") && seen != "info checked-through-proxy")
        .collect();
    seen.sort();
    seen
}

fn looks_names_up(kind: &str) -> bool {
    !matches!(kind, "socks4" | "socks5")
}

/// A fault of a server: its name, the scheme, and the dialogue, with a certificate where it has one.
struct Fault {
    scheme: &'static str,
    dialogue: String,
    tls: Option<Arc<ServerConfig>>,
}

fn fault(scheme: &'static str, dialogue: &str) -> Fault {
    Fault {
        scheme,
        dialogue: dialogue.to_owned(),
        tls: None,
    }
}

fn tls_fault(scheme: &'static str, dialogue: &str, tls: &Arc<ServerConfig>) -> Fault {
    Fault {
        tls: Some(Arc::clone(tls)),
        ..fault(scheme, dialogue)
    }
}

const GREETING: &str = "S: 220 mail.test ESMTP\nC: EHLO\n";

fn plain_faults() -> Vec<Fault> {
    let smtp = |rest: &str| fault("submission", &format!("{GREETING}{rest}"));
    let starttls = |rest: &str| {
        smtp(&format!(
            "S: 250-mail.test\nS: 250 STARTTLS\nC: STARTTLS\n{rest}"
        ))
    };
    vec![
        fault("submission", "CLOSE"),
        fault("smtp", "CLOSE"),
        fault("submission", "RESET"),
        fault("submission", "HOLD"),
        fault("imap", "HOLD"),
        fault("submission", "DRIP 1000: 220 mx.example.com ESMTP Postfix"),
        fault("smtp", "S: 554 5.7.1 No SMTP service here"),
        fault(
            "smtp",
            "S: 554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.example",
        ),
        fault("smtp", "S: 421 4.3.2 All server ports are busy"),
        fault("pop3", "S: -ERR not here"),
        fault("pop3", "S: -ERR [SYS/TEMP] come back"),
        fault("imap", "S: * BYE not here"),
        fault("imap", "S: * BYE [UNAVAILABLE] too many connections"),
        fault("submission", "S: HTTP/1.1 400 Bad Request"),
        fault("imap", "S: SSH-2.0-OpenSSH_9.2p1"),
        fault("pop3", "S: 220 mx.example.com ESMTP"),
        smtp("HOLD"),
        smtp("S: 550 5.7.1 not you\nC: QUIT\nS: 221 bye"),
        smtp("S: 421 4.7.0 too many connections\nCLOSE"),
        smtp("CLOSE"),
        smtp("RESET"),
        smtp("S: banana\nHOLD"),
        fault(
            "imap",
            "S: * OK\nC: a1 CAPABILITY\nS: a1 BAD what\nC: a4 LOGOUT\nS: a4 OK",
        ),
        smtp("S: 250-mail.test\nS: 250 SIZE\nC: QUIT\nS: 221 bye"),
        smtp("S: 250-mail.test\nS: 250 XXXXXXXA\nC: QUIT\nS: 221 bye"),
        starttls("S: 454 4.7.0 no\nC: QUIT\nS: 221 bye"),
        starttls("RAW: 220 go\\r\\n250 injected\\r\\n\nHOLD"),
        starttls("S: 220 go\nCLOSE"),
        starttls("S: 220 go\nHOLD"),
        fault(
            "imap",
            "S: * PREAUTH hello\nC: a1\nS: * CAPABILITY IMAP4rev1 STARTTLS\nS: a1 OK\nC: a4 LOGOUT\nS: a4 OK",
        ),
        fault("submissions", "S: 220 mail.test ESMTP"),
        fault("imaps", "S: * OK hello"),
        fault("submissions", "HOLD"),
        fault("imaps", "CLOSE"),
        fault("pop3s", "RAW: \\x15\\x03\\x01\\x00\\x02\\x02\\x28"),
    ]
}

fn tls_faults(good: &Pki, others: &[&Arc<ServerConfig>]) -> Vec<Fault> {
    let imaps = "TLS\nS: * OK hello\nC: a1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a1 OK\nC: a4 LOGOUT\nS: a4 OK";
    let starttls = format!(
        "{GREETING}S: 250-mail.test\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nTLS\nC: EHLO\nS: 250-mail.test\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye"
    );
    let mut faults = vec![
        // A healthy one.
        tls_fault("imaps", imaps, good.server()),
        tls_fault("submission", &starttls, good.server()),
        tls_fault("imaps", "TLS\nHOLD", good.server()),
        tls_fault("imaps", "TLS\nCLOSE", good.server()),
        tls_fault(
            "submission",
            "TLS\nS: 220 mail.test ESMTP\nC: EHLO\nS: 250-x\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye",
            good.server(),
        ),
        tls_fault("imaps", "TLS\nS: * BYE [UNAVAILABLE] later", good.server()),
    ];
    for other in others {
        faults.push(tls_fault("imaps", imaps, other));
        faults.push(tls_fault("submission", &starttls, other));
    }
    faults
}

impl Fault {
    /// How long each step may take, in seconds. A fault that shows by its silence is waited for to the end of this; nothing
    /// else comes near to it, however busy the machine is.
    fn patience(&self) -> &'static str {
        let is_silence = match self.scheme {
            // Each side waits for the other to begin.
            "submission" if self.dialogue.starts_with("TLS") => true,
            _ => self.dialogue.contains("HOLD") || self.dialogue.contains("DRIP"),
        };
        if is_silence { "5" } else { "40" }
    }
}

/// Where the servers are whose clients are counted. Other tests knock at ports of 127.0.0.1 that were closed a moment ago,
/// and not every system has more addresses than that one.
const SERVER: Ipv4Addr = if cfg!(target_os = "linux") {
    Ipv4Addr::new(127, 0, 0, 77)
} else {
    Ipv4Addr::LOCALHOST
};

/// Plays a fault to one run, straight or through a proxy of a kind.
fn played(fault: &Fault, kind: Option<&str>, pki: &Pki) -> Value {
    let listener = TcpListener::bind((SERVER, 0)).expect("a free port");
    let server = Server::on(listener, &fault.dialogue, fault.tls.as_ref());
    server.forgive();
    let address = SERVER.to_string();
    let ca = pki.ca_file();
    let ca = ca.to_str().expect("UTF-8");
    let by_name = kind.is_none_or(looks_names_up);
    let host = if by_name { "mail.test" } else { &address };
    let target = format!("{}://{host}:{}", fault.scheme, server.port());
    let mut args = vec![target.as_str(), "--ca-file", ca, "--tls-name", "mail.test"];
    let patience = fault.patience();
    args.extend(["-t", patience, "--greeting-timeout", patience]);
    args.extend(["-f", "json"]);
    let tls = (kind == Some("https")).then(|| pki.server());
    let relay = Relay::start_before(SERVER, tls);
    let url = kind.map(|kind| relay.url(kind));
    match &url {
        Some(url) => args.extend(["--proxy", url]),
        None => args.extend(["--connect-to", &address]),
    }
    let json = run(args).json();
    if let Some(kind) = kind {
        let goals = relay.goals();
        let own = format!("{host}:{}", server.port());
        assert!(
            !goals.is_empty() && goals.iter().all(|goal| *goal == own),
            "{kind}: {goals:?}"
        );
        // Whom the kernel has let in already, the server may still have to see.
        let began = Instant::now();
        while server.connections() < goals.len() && began.elapsed() < Duration::from_secs(20) {
            thread::sleep(Duration::from_millis(2));
        }
        assert_eq!(
            goals.len(),
            server.connections(),
            "{kind}: nobody came past the proxy"
        );
        assert_eq!(
            json["targets"][0]["dns"],
            serde_json::json!([]),
            "nobody was asked"
        );
    }
    json
}

/// What differs from a direct connection, fault by fault.
fn differences(faults: &[Fault], pki: &Pki) -> Vec<String> {
    let mut differences = Vec::new();
    for (number, fault) in faults.iter().enumerate() {
        thread::scope(|scope| {
            let direct = scope.spawn(move || played(fault, None, pki));
            let runs =
                KINDS.map(|kind| (kind, scope.spawn(move || played(fault, Some(kind), pki))));
            let direct = outcome(&direct.join().expect("no panic"));
            for (kind, run) in runs {
                let through = outcome(&run.join().expect("no panic"));
                if through != direct {
                    differences.push(format!(
                        "{number} {}: {:?}: direct {direct:?}, through {kind} {through:?}",
                        fault.scheme, fault.dialogue
                    ));
                }
            }
        });
    }
    differences
}

#[test]
fn the_same_faults_have_the_same_names_through_every_kind_of_proxy() {
    let pki = Pki::new();
    let other_authority = Pki::new();
    let other_name = pki.another(&["other.test"], 30);
    let expired = pki.another(&["mail.test"], -3);
    let soon = pki.another(&["mail.test"], 5);
    let self_signed = Pki::self_signed(&["mail.test"]);
    let others = [
        other_authority.server(),
        &other_name,
        &expired,
        &soon,
        &self_signed,
    ];
    let mut faults = plain_faults();
    faults.extend(tls_faults(&pki, &others));
    assert!(faults.len() >= 45, "{}", faults.len());
    let differences = differences(&faults, &pki);
    assert!(
        differences.is_empty(),
        "{}\n{}",
        differences.len(),
        differences.join("\n")
    );
}

/// A gateway ends TLS with a certificate of its own authority, from the first byte and after STARTTLS.
#[test]
fn whoever_opens_tls_behind_a_proxy_is_named() {
    let gateway = Pki::of_authority("Zscaler Intermediate Root CA", &["mail.test"]);
    let stranger = Pki::new();
    let imaps = "TLS\nS: * OK hello\nC: a1 CAPABILITY\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a1 OK\nC: a4 LOGOUT\nS: a4 OK";
    let starttls = format!(
        "{GREETING}S: 250-mail.test\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\nTLS\nC: EHLO\nS: 250-mail.test\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye"
    );
    let faults = [
        tls_fault("imaps", imaps, gateway.server()),
        tls_fault("submission", &starttls, gateway.server()),
    ];
    for fault in &faults {
        for (trusted, severity, says) in [
            (&stranger, "error", "warn of it or give up"),
            // Where the authority is trusted, nothing fails, and somebody reads along all the same.
            (&gateway, "warning", "is trusted here"),
        ] {
            let json = played(fault, Some("http"), trusted);
            let findings = json["targets"][0]["findings"].as_array().expect("findings");
            let finding = findings
                .iter()
                .find(|one| one["id"] == "proxy-intercepts-tls");
            let finding = finding.unwrap_or_else(|| panic!("{}: {findings:?}", fault.scheme));
            assert_eq!(finding["severity"], severity, "{}", fault.scheme);
            assert_eq!(finding["owner"], "network");
            let told = finding["explanation"].as_str().expect("words");
            assert!(told.contains("Zscaler") && told.contains(says), "{told}");
        }
    }
}

/// What cannot be seen through a proxy: it says itself that it did not come to the server.
#[test]
fn what_a_proxy_tells_of_a_closed_port() {
    let pki = Pki::new();
    let rows = [
        ("socks4", "proxy-refused", "proxy"),
        ("socks4a", "proxy-refused", "proxy"),
        ("socks5", "proxy-cannot-reach-server", "refused"),
        ("socks5h", "proxy-cannot-reach-server", "refused"),
        ("http", "proxy-cannot-reach-server", "proxy"),
        ("https", "proxy-cannot-reach-server", "proxy"),
    ];
    for (kind, id, class) in rows {
        let tls = (kind == "https").then(|| pki.server());
        let relay = Relay::start(tls);
        let target = format!("submission://127.0.0.1:{}", closed_port());
        let ca = pki.ca_file();
        let ca = ca.to_str().expect("UTF-8");
        let json = run([
            &target,
            "--proxy",
            &relay.url(kind),
            "--ca-file",
            ca,
            "-f",
            "json",
        ])
        .json();
        let ids = findings_of(&json, &["error", "inconclusive"]);
        assert_eq!(ids, [id], "{kind}");
        let failure = &json["targets"][0]["checks"][0]["failure"];
        assert_eq!(failure["class"], class, "{kind}");
        assert_eq!(failure["proxy"]["step"], "request");
    }
}

/// A proxy that reads what a client says and answers a script: each part once the client has said something.
struct Script {
    port: u16,
    clients: Arc<AtomicUsize>,
}

impl Script {
    fn play(parts: &[&[u8]], hold: bool) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let parts: Vec<Vec<u8>> = parts.iter().map(|part| part.to_vec()).collect();
        let clients = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&clients);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                counted.fetch_add(1, Ordering::SeqCst);
                let parts = parts.clone();
                thread::spawn(move || answer(client, &parts, hold));
            }
        });
        Self { port, clients }
    }
}

fn answer(mut client: TcpStream, parts: &[Vec<u8>], hold: bool) {
    let mut buffer = [0; 4096];
    for part in parts {
        if client.read(&mut buffer).unwrap_or(0) == 0 {
            return;
        }
        // In pieces, as a network may bring it.
        for piece in part.chunks(7) {
            if client.write_all(piece).is_err() {
                return;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }
    while hold && client.read(&mut buffer).unwrap_or(0) > 0 {}
}

/// Kind, user, what the proxy says, the finding, its owner.
type Row<'a> = (&'a str, &'a str, &'a [&'a [u8]], &'a str, &'a str);

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn every_answer_of_a_proxy_through_the_binary() {
    let me = "me@";
    let none = "";
    let rows: [Row<'_>; 30] = [
        (
            "socks5",
            none,
            &[b"\x05\xff"],
            "proxy-auth-required",
            "this-machine",
        ),
        (
            "socks5",
            none,
            &[b"\x05\x02"],
            "proxy-auth-required",
            "this-machine",
        ),
        (
            "socks5",
            me,
            &[b"\x05\xff"],
            "proxy-auth-unsupported",
            "this-machine",
        ),
        (
            "socks5",
            me,
            &[b"\x05\x01"],
            "proxy-auth-unsupported",
            "this-machine",
        ),
        (
            "socks5",
            me,
            &[b"\x05\x02", b"\x01\x01"],
            "proxy-auth-required",
            "this-machine",
        ),
        (
            "socks5",
            none,
            &[b"\x05\x00", b"\x05\x01\x00\x01"],
            "proxy-refused",
            "network",
        ),
        (
            "socks5",
            none,
            &[b"\x05\x00", b"\x05\x02\x00\x01"],
            "proxy-refused",
            "network",
        ),
        (
            "socks5",
            none,
            &[b"\x05\x00", b"\x05\x03\x00\x01"],
            "proxy-cannot-reach-server",
            "network",
        ),
        (
            "socks5",
            none,
            &[b"\x05\x00", b"\x05\x04\x00\x01"],
            "proxy-cannot-reach-server",
            "unknown",
        ),
        (
            "socks5",
            none,
            &[b"\x05\x00", b"\x05\x05\x00\x01"],
            "proxy-cannot-reach-server",
            "server",
        ),
        (
            "socks5",
            none,
            &[b"\x05\x00", b"\x05\x06\x00\x01"],
            "proxy-cannot-reach-server",
            "network",
        ),
        (
            "socks5",
            none,
            &[b"\x05\x00", b"\x05\x07\x00\x01"],
            "proxy-refused",
            "network",
        ),
        (
            "socks5",
            none,
            &[b"\x05\x00", b"\x05\x08\x00\x01"],
            "proxy-refused",
            "network",
        ),
        (
            "socks5",
            none,
            &[b"\x05\x00", b"\x05\x55\x00\x01"],
            "proxy-refused",
            "network",
        ),
        (
            "socks5",
            none,
            &[b"HTTP/1.1 400 Bad Request\r\n\r\n"],
            "proxy-wrong-kind",
            "this-machine",
        ),
        (
            "socks5",
            none,
            &[b"220 mx.test ESMTP\r\n"],
            "proxy-wrong-kind",
            "this-machine",
        ),
        ("socks5", none, &[b""], "proxy-wrong-kind", "this-machine"),
        (
            "socks5",
            none,
            &[b"\x05\x00", b""],
            "proxy-refused",
            "network",
        ),
        (
            "socks4",
            none,
            &[b"\x00\x5b\0\0\0\0\0\0"],
            "proxy-refused",
            "network",
        ),
        (
            "socks4",
            none,
            &[b"\x00\x5d\0\0\0\0\0\0"],
            "proxy-auth-required",
            "this-machine",
        ),
        (
            "http",
            none,
            &[b"\x05\xff"],
            "proxy-wrong-kind",
            "this-machine",
        ),
        (
            "http",
            none,
            &[b"HTTP/1.1 302 Found\r\nLocation: x\r\n\r\n"],
            "proxy-refused",
            "network",
        ),
        (
            "http",
            none,
            &[b"HTTP/1.1 403 Forbidden\r\n\r\n"],
            "proxy-refused",
            "network",
        ),
        (
            "http",
            none,
            &[b"HTTP/1.1 407 x\r\nProxy-Authenticate: Basic realm=x\r\n\r\n"],
            "proxy-auth-required",
            "this-machine",
        ),
        (
            "http",
            me,
            &[b"HTTP/1.1 407 x\r\nProxy-Authenticate: Basic realm=x\r\n\r\n"],
            "proxy-auth-required",
            "this-machine",
        ),
        (
            "http",
            none,
            &[b"HTTP/1.1 407 x\r\nProxy-Authenticate: Negotiate\r\n\r\n"],
            "proxy-auth-unsupported",
            "this-machine",
        ),
        (
            "http",
            none,
            &[b"HTTP/1.1 429 x\r\n\r\n"],
            "proxy-refused",
            "network",
        ),
        (
            "http",
            none,
            &[b"HTTP/1.0 502 x\r\n\r\n"],
            "proxy-cannot-reach-server",
            "unknown",
        ),
        (
            "http",
            none,
            &[b"HTTP/1.1 504 x\r\n\r\n"],
            "proxy-cannot-reach-server",
            "unknown",
        ),
        (
            "https",
            none,
            &[b"HTTP/1.1 400 Bad Request\r\n\r\n"],
            "proxy-wrong-kind",
            "this-machine",
        ),
    ];
    for (kind, user, parts, id, owner) in rows {
        let proxy = Script::play(parts, false);
        let url = format!("{kind}://{user}127.0.0.1:{}", proxy.port);
        let mut command = mailcheck();
        command.args([
            "submission://192.0.2.7",
            "--proxy",
            &url,
            "-f",
            "json",
            "-t",
            "40",
        ]);
        command.env("MAILCHECK_PROXY_PASSWORD", "hunter2 of the proxy");
        let run = finished(command.output().expect("it runs"));
        assert!(!run.stdout.contains("hunter2"), "{}", run.stdout);
        let json = run.json();
        let findings = json["targets"][0]["findings"].as_array().expect("findings");
        let ids: Vec<&str> = findings
            .iter()
            .filter_map(|one| one["id"].as_str())
            .collect();
        assert_eq!(ids, [id, "checked-through-proxy"], "{kind} {parts:?}");
        assert_eq!(findings[0]["owner"], owner, "{kind} {parts:?}");
        assert!(proxy.clients.load(Ordering::SeqCst) >= 1);
    }
}

const YES: &[u8] = b"\x05\x00\x00\x01\0\0\0\0\0\0";
const OK: &[u8] = b"HTTP/1.1 200 Connection established\r\n\r\n";

/// Target, kind, what the proxy says, whether it holds the connection then, the finding, its owner.
type Reported<'a> = (&'a str, &'a str, &'a [&'a [u8]], bool, &'a str, &'a str);

/// What people met who went to mail servers through proxies.
#[test]
fn what_was_reported_of_proxies_has_its_name_and_owner() {
    let rows: [Reported<'_>; 11] = [
        // clue/reactphp-http-proxy#51: 403 to port 587; jstedfast/MailKit#1171: 403 to port 993 before any login was asked
        // for, as jakartaee/mail-api#478 met it at a proxy without logins.
        (
            "submission://192.0.2.7",
            "http",
            &[b"HTTP/1.1 403 Forbidden\r\nX-Squid-Error: ERR_ACCESS_DENIED 0\r\n\r\n"],
            false,
            "proxy-refused",
            "network",
        ),
        (
            "imaps://192.0.2.7",
            "http",
            &[b"HTTP/1.1 403 Forbidden\r\nVia: 1.1 proxy\r\n\r\n"],
            false,
            "proxy-refused",
            "network",
        ),
        // getlantern/flashlight#1124: a SOCKS proxy that forbids port 25.
        (
            "smtp://192.0.2.7",
            "socks5",
            &[b"\x05\x00", b"\x05\x02\x00\x01\0\0\0\0\0\0"],
            false,
            "proxy-refused",
            "network",
        ),
        // rofl0r/proxychains-ng#459: an HTTP proxy denies port 993.
        (
            "imaps://192.0.2.7",
            "http",
            &[b"HTTP/1.1 405 Method Not Allowed\r\n\r\n"],
            false,
            "proxy-refused",
            "network",
        ),
        // reacherhq/check-if-email-exists#1523: "Received malformed reply" of a SOCKS proxy that has no port 25.
        (
            "smtp://192.0.2.7",
            "socks5",
            &[b"\x05\x00", b"HTTP/1.1 400 Bad Request\r\n\r\n"],
            false,
            "proxy-wrong-kind",
            "this-machine",
        ),
        // AfterShip/email-verifier#51: SOCKS says yes, and the end comes in place of the greeting.
        (
            "smtp://192.0.2.7",
            "socks5",
            &[b"\x05\x00", YES],
            false,
            "closed-before-greeting",
            "unknown",
        ),
        // rofl0r/proxychains-ng#358: "OK" for port 587, and nothing for ever.
        (
            "submission://192.0.2.7",
            "socks5",
            &[b"\x05\x00", YES],
            true,
            "silent-service",
            "unknown",
        ),
        // javaee/javamail#296: an HTTP proxy says 200 and brings nothing of the server's before the client has spoken.
        (
            "smtp://192.0.2.7",
            "http",
            &[OK],
            true,
            "silent-service",
            "unknown",
        ),
        // A gateway that says 200 to everything and hangs up when it cannot connect.
        (
            "imaps://192.0.2.7",
            "http",
            &[OK, b""],
            false,
            "tls-closed",
            "unknown",
        ),
        (
            "submissions://192.0.2.7",
            "socks5",
            &[b"\x05\x00", YES],
            true,
            "tls-stalled",
            "unknown",
        ),
        // A login page in place of an answer, with 200 and a body.
        (
            "smtp://192.0.2.7",
            "http",
            &[b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<html>Sign in</html>"],
            false,
            "wrong-service",
            "unknown",
        ),
    ];
    thread::scope(|scope| {
        for row in rows {
            scope.spawn(move || is_named(row));
        }
    });
}

fn is_named((target, kind, parts, hold, id, owner): Reported<'_>) {
    let proxy = Script::play(parts, hold);
    let url = format!("{kind}://127.0.0.1:{}", proxy.port);
    let waits = ["-t", "8", "--greeting-timeout", "8", "-f", "json"];
    let json = run([target, "--proxy", &url].into_iter().chain(waits)).json();
    let findings = json["targets"][0]["findings"].as_array().expect("findings");
    let seen: Vec<(&str, &str)> = findings
        .iter()
        .filter_map(|one| Some((one["id"].as_str()?, one["owner"].as_str()?)))
        .filter(|(id, _)| *id != "checked-through-proxy")
        .collect();
    assert_eq!(seen, [(id, owner)], "{kind} {target} {parts:?}");
}

#[test]
fn a_proxy_that_is_silent_at_each_step_is_waited_for_no_longer_than_wanted() {
    let rows: [(&str, &[&[u8]], &str); 5] = [
        ("socks5", &[], "method"),
        ("socks5", &[b"\x05\x00"], "request"),
        ("socks4", &[], "request"),
        ("http", &[b"HTTP/1.1 200 OK\r\n"], "request"),
        ("https", &[], "tls"),
    ];
    thread::scope(|scope| {
        for (kind, parts, step) in rows {
            scope.spawn(move || is_waited_for(kind, parts, step));
        }
    });
}

fn is_waited_for(kind: &str, parts: &[&[u8]], step: &str) {
    let proxy = Script::play(parts, true);
    let url = format!("{kind}://127.0.0.1:{}", proxy.port);
    let target = "submission://192.0.2.7";
    let began = Instant::now();
    let json = run([target, "--proxy", &url, "-f", "json", "-t", "4"]).json();
    // Less than all the time there is: the busiest machine adds less than that.
    assert!(began.elapsed() < Duration::from_secs(80), "{kind}");
    let ids = findings_of(&json, &["inconclusive"]);
    assert_eq!(ids, ["proxy-timeout"], "{kind}");
    let failure = &json["targets"][0]["checks"][0]["failure"];
    assert_eq!(failure["proxy"]["step"], step, "{kind}");
}

#[test]
fn a_proxy_of_https_with_a_wrong_certificate_is_told_nothing() {
    let (good, stranger) = (Pki::new(), Pki::new());
    let relay = Relay::start(Some(stranger.server()));
    let ca = good.ca_file();
    let url = relay.url("https").replace("://", "://me@");
    let mut command = mailcheck();
    command.args([
        "submission://192.0.2.7",
        "--proxy",
        &url,
        "-f",
        "json",
        "--ca-file",
    ]);
    command.arg(&ca).env("MAILCHECK_PROXY_PASSWORD", "hunter2");
    let json = finished(command.output().expect("it runs")).json();
    assert_eq!(
        findings_of(&json, &["inconclusive"]),
        ["proxy-certificate-untrusted"]
    );
    assert!(relay.goals().is_empty());
}

#[cfg(target_os = "linux")]
fn with_variables(target: &str, set: &[(&str, String)], more: &[&str]) -> support::run::Run {
    let mut command = mailcheck();
    command
        .arg(target)
        .args(["--proxy", "env", "-f", "json", "-t", "20"])
        .args(more);
    command.envs(set.iter().map(|(name, value)| (*name, value.as_str())));
    finished(command.output().expect("it runs"))
}

/// Whether curl goes through the proxy that these variables name.
#[cfg(target_os = "linux")]
fn curl_asks(proxy: &Script, set: &[(&str, String)], host: &str) -> Option<bool> {
    let before = proxy.clients.load(Ordering::SeqCst);
    let mut curl = std::process::Command::new("curl");
    curl.env_clear()
        .envs(set.iter().map(|(name, value)| (*name, value.as_str())));
    // By its own name the protocol has a variable of its own, which mail has not: so it reads the one for all.
    let url = format!("imap://{host}/");
    curl.args([
        "-s",
        "-m",
        "30",
        "--connect-timeout",
        "20",
        "--resolve",
        "mail.test:143:127.0.0.1",
        &url,
    ]);
    curl.output().ok()?;
    Some(proxy.clients.load(Ordering::SeqCst) > before)
}

#[test]
#[cfg(target_os = "linux")]
fn no_proxy_is_read_as_curl_reads_it() {
    let rows = [
        ("*", "mail.test"),
        ("mail.test", "mail.test"),
        ("MAIL.test", "mail.test"),
        (".test", "mail.test"),
        ("test", "mail.test"),
        ("ail.test", "mail.test"),
        ("mail.test.", "mail.test"),
        ("other.test,mail.test", "mail.test"),
        ("other.test mail.test", "mail.test"),
        ("other.test, .mail.test", "mail.test"),
        ("", "mail.test"),
        (",,", "mail.test"),
        ("127.0.0.1", "127.0.0.1"),
        ("127.0.0.0/8", "127.0.0.1"),
        ("127.0.0.0/33", "127.0.0.1"),
        ("128.0.0.0/8", "127.0.0.1"),
        ("0.0.1", "127.0.0.1"),
        ("127.0.0.0/8", "mail.test"),
    ];
    for (list, host) in rows {
        for name in ["no_proxy", "NO_PROXY"] {
            let proxy = Script::play(&[b"\x05\xff"], false);
            let url = format!("socks5h://127.0.0.1:{}", proxy.port);
            let set = [("all_proxy", url), (name, list.to_owned())];
            let Some(expected) = curl_asks(&proxy, &set, host) else {
                return;
            };
            let before = proxy.clients.load(Ordering::SeqCst);
            let port = closed_port();
            let target = format!("imap://{host}:{port}");
            let dns = DnsServer::start(Zone::new().a("mail.test", "127.0.0.1"));
            let resolver = dns.addr().to_string();
            let ran = with_variables(&target, &set, &["--resolver", &resolver]);
            let asked = proxy.clients.load(Ordering::SeqCst) > before;
            assert_eq!(asked, expected, "{name}={list:?} {host}\n{}", ran.stderr);
            assert_eq!(ran.json()["targets"][0]["through"]["passed_by"], !expected);
            if expected {
                assert_eq!(dns.queries().len(), 0, "no name is asked for here");
            }
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn variables_are_taken_in_the_order_of_curl() {
    let names = ["all_proxy", "ALL_PROXY"];
    for filled in [[true, false], [false, true], [true, true]] {
        let proxies = [
            Script::play(&[b"\x05\xff"], false),
            Script::play(&[b"\x05\xff"], false),
        ];
        let set: Vec<(&str, String)> = names
            .into_iter()
            .zip(&proxies)
            .zip(filled)
            .map(|((name, proxy), filled)| {
                let url = format!("socks5h://127.0.0.1:{}", proxy.port);
                (name, if filled { url } else { String::new() })
            })
            .collect();
        let Some(by_curl) = curl_asks(&proxies[0], &set, "mail.test") else {
            return;
        };
        let before = proxies[0].clients.load(Ordering::SeqCst);
        with_variables("imap://mail.test", &set, &[]);
        assert_eq!(
            proxies[0].clients.load(Ordering::SeqCst) > before,
            by_curl,
            "{filled:?}"
        );
    }
}

#[test]
fn no_name_is_asked_for_where_the_proxy_looks_names_up() {
    for kind in ["socks4a", "socks5h", "http"] {
        let relay = Relay::start(None);
        let dns = DnsServer::start(
            Zone::new()
                .mx("mail.test", 10, "mx.mail.test")
                .a("mail.test", "127.0.0.1"),
        );
        let resolver = dns.addr().to_string();
        for target in [
            "mail.test",
            "someone@mail.test",
            "mail.test:25",
            "smtp.mail.test",
        ] {
            let json = run([
                target,
                "--proxy",
                &relay.url(kind),
                "--resolver",
                &resolver,
                "-f",
                "json",
                "-t",
                "20",
            ])
            .json();
            assert_eq!(json["targets"][0]["through"]["names"], "proxy");
            assert_eq!(json["targets"][0]["dns"], serde_json::json!([]), "{target}");
        }
        assert_eq!(dns.queries().len(), 0, "{kind}");
        assert!(
            relay.goals().iter().all(|goal| goal.contains("mail.test")),
            "{:?}",
            relay.goals()
        );
    }
}

/// Dante, tinyproxy, Squid and ssh -D, and a client whose filter counts what would go past them.
#[test]
#[cfg(target_os = "linux")]
#[ignore = "needs root, Dante, tinyproxy, Squid and OpenSSH: tests/run real"]
fn nothing_goes_past_real_proxies_and_no_name_is_asked_for() {
    let mut script = std::process::Command::new("tests/real-proxies");
    let done = script
        .arg(env!("CARGO_BIN_EXE_mailcheck"))
        .output()
        .expect("it runs");
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success(),
        "{told}\n{}",
        String::from_utf8_lossy(&done.stderr)
    );
}
