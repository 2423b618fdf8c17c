//! Servers that answer what nobody asked, change their mind, say no in another tongue, or talk without end: the binary
//! against each, on loopback. The name of a row names the public report of it, where there is one.

mod support;

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use support::certificates::Pki;
use support::run::{findings_of, run_json};
use support::server::Server;

const STARTTLS: &str = "S: 250-mx.test\nS: 250-SIZE 1\nS: 250 STARTTLS\n";
const BEHIND: &str = "TLS\nC: EHLO\nS: 250-mx.test\nS: 250 AUTH PLAIN\nC: QUIT\nS: 221 bye";

/// A server, and what is to come of it: exit code, finding, severity, owner.
type Row = (&'static str, &'static str, String, Expected);
type Expected = (i32, &'static str, &'static str, &'static str);

fn upgraded(greeting: &str) -> String {
    format!("{greeting}\nC: EHLO\n{STARTTLS}C: STARTTLS\nS: 220 go\n{BEHIND}")
}

/// The same, with what was on its way already behind EHLO.
fn late(greeting: &str, stray: &str) -> String {
    let usual = upgraded(greeting);
    usual.replacen("C: EHLO\n", &format!("C: EHLO\n{stray}\n"), 1)
}

/// Plays every row at once, for some of them wait.
fn play(rows: Vec<Row>) {
    let pki = Pki::new();
    let play_one = &|(name, scheme, dialogue, expected): Row| {
        let server = Server::play_tls(&dialogue, pki.server());
        server.forgive();
        let ca_file = pki.ca_file();
        let url = format!("{scheme}://127.0.0.1:{}", server.port());
        let ca_file = ca_file.to_str().expect("UTF-8");
        let (run, json) = run_json([
            &url,
            "--ca-file",
            ca_file,
            "-t",
            "2",
            "--greeting-timeout",
            "2",
        ]);
        let (code, id, severity, owner) = expected;
        assert_eq!(run.code, code, "{name}: {json:#}");
        assert!(
            findings_of(&json, &[severity]).contains(&id.to_owned()),
            "{name}: {json:#}"
        );
        let findings = json["targets"][0]["findings"].as_array().expect("findings");
        let finding = findings.iter().find(|finding| finding["id"] == id);
        assert_eq!(finding.expect("it is there")["owner"], owner, "{name}");
    };
    thread::scope(|scope| {
        for row in rows {
            scope.spawn(move || play_one(row));
        }
    });
}

#[test]
fn a_code_that_changes_in_the_middle_is_the_answer() {
    let busy = (3, "temporarily-refused", "inconclusive", "server");
    let listed = (1, "client-blocklisted", "error", "network");
    play(vec![
        ("postscreen, vert-x3/vertx-mail-client#81", "smtp", "S: 220-mx.test ESMTP Postfix\nWAIT 500\nS: 521 5.7.1 Service unavailable; client [192.0.2.9] blocked using zen.spamhaus.org".into(), listed),
        ("postscreen that is busy", "smtp", "S: 220-mx.test ESMTP\nWAIT 300\nS: 421 4.3.2 All server ports are busy".into(), busy),
        ("several lines of both", "smtp", "S: 220-mx.test\nS: 220-wait\nS: 554-5.7.1 Client host blocked\nS: 554 5.7.1 using dnsbl.test".into(), listed),
        ("421 in the answer to EHLO", "submission", "S: 220 mx\nC: EHLO\nS: 250-mx\nS: 250-SIZE\nS: 421 4.3.2 System shutdown".into(), busy),
        ("421 within another refusal", "smtp", "S: 550-no\nS: 421 4.3.0 closing".into(), busy),
    ]);
}

#[test]
fn replies_that_nobody_asked_for_answer_nothing() {
    let noted = (0, "unasked-reply", "warning", "server");
    let broken = (1, "unasked-reply", "error", "server");
    play(vec![
        ("one write, aio-libs/aiosmtpd#372", "submission", upgraded("RAW: 220 b1 Python SMTP\\r\\n500 Error: bad syntax\\r\\n"), noted),
        ("a moment later", "submission", late("S: 220 b1", "S: 500 Error: bad syntax\nWAIT 20"), noted),
        ("PROXY header, stalwartlabs/stalwart#774", "smtp", "RAW: 220 mx\\r\\n500 5.5.1 Invalid command.\\r\\n500 5.5.1 Invalid command.\\r\\n221 2.0.0 Bye.\\r\\n".into(), broken),
        ("three hops, 4commerce-technologies-AG/midi-smtp-server#49", "submission", upgraded("RAW: 220 mx\\r\\n500 Bad input, PIPELINING is not allowed\\r\\n500 Bad input, PIPELINING is not allowed\\r\\n"), noted),
        ("POP3", "pop3", "RAW: +OK POP3 ready\\r\\n-ERR Unknown command.\\r\\n\nC: CAPA\nS: +OK\nS: STLS\nS: .\nC: STLS\nS: +OK\nTLS\nC: CAPA\nS: +OK\nS: USER\nS: .\nC: QUIT\nS: +OK".into(), noted),
        ("IMAP, with the tag of another command", "imap", "RAW: * OK ready\\r\\nPROXY BAD Error in IMAP command\\r\\n\nC: a1\nS: * CAPABILITY IMAP4rev1 STARTTLS\nS: a1 OK\nC: a2\nS: a2 OK\nTLS\nC: a3\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a3 OK\nC: a4\nS: a4 OK".into(), noted),
        ("an empty line before the greeting, rnwood/smtp4dev#5", "submission", upgraded("S: \nS: 220 mx"), noted),
        ("an empty line behind the greeting", "submission", upgraded("RAW: 220 mx\\r\\n\\r\\n"), noted),
        ("the rest of an answer without a hyphen", "smtp", "S: 220 mx\nC: EHLO\nRAW: 250 Nice to meet you.\\r\\nSIZE\\r\\n\nC: QUIT\nS: 221".into(), noted),
        ("a line that is cut", "submission", late("RAW: 220 mx\\r\\n500 Err", "WAIT 20\nRAW: or\\r\\n"), noted),
        ("a client that had said nothing", "smtp", "S: 421 id You talk too soon".into(), broken),
        ("data of a mailbox before a login", "imap", "S: * OK hi\nC: a1\nS: * 3 EXISTS\nS: * CAPABILITY IMAP4rev1 STARTTLS\nS: a1 OK\nC: a2\nS: a2 OK\nTLS\nC: a3\nS: * CAPABILITY IMAP4rev1 AUTH=PLAIN\nS: a3 OK\nC: a4\nS: a4 OK".into(), (0, "unexpected-reply", "warning", "server")),
    ]);
}

#[test]
fn a_refusal_says_more_than_its_code() {
    let later = (3, "temporarily-refused", "inconclusive", "server");
    let name = (1, "ehlo-rejected", "error", "this-machine");
    let address = (1, "greeting-rejected", "error", "network");
    let ehlo = |reply: &str| format!("S: 220 mx\nC: EHLO\nS: {reply}\nCLOSE");
    play(vec![
        (
            "Gmail and EHLO, go-mail/mail#63",
            "smtp",
            ehlo("421 4.7.0 Try again later, closing connection. (EHLO) id - gsmtp"),
            name,
        ),
        (
            "a name that does not fit, PHPMailer/PHPMailer#2189",
            "smtp",
            ehlo(
                "421 EHLO MXIN201 Your HELO/EHLO host.example.org is not matching your DNS configuration",
            ),
            name,
        ),
        (
            "no reverse name, for now",
            "smtp",
            "S: 450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.9]".into(),
            (3, "greeting-rejected", "inconclusive", "network"),
        ),
        (
            "no reverse name",
            "smtp",
            "S: 554 5.7.1 Client host rejected: cannot find your reverse hostname".into(),
            address,
        ),
        (
            "poor reputation",
            "smtp",
            "S: 554 Your access has been rejected due to the sending MTA's poor reputation.".into(),
            address,
        ),
        (
            "SMTP's form on the IMAP port, jstedfast/MailKit#1100",
            "imap",
            "S: 421 Server is busy, try again later.".into(),
            later,
        ),
        (
            "the same in TLS",
            "imaps",
            "TLS\nS: 421 4.3.2 Service not available".into(),
            later,
        ),
        (
            "the same with POP3",
            "pop3",
            "S: 421 Too many connections, please try again later.".into(),
            later,
        ),
        (
            "POP3's form on the IMAP port",
            "imap",
            "S: -ERR too many connections from your address".into(),
            later,
        ),
        (
            "a bare line",
            "pop3",
            "S: Too many connections from your address".into(),
            later,
        ),
        (
            "IMAP's form on the submission port",
            "submission",
            "S: * BYE Too many connections, try again later".into(),
            later,
        ),
        (
            "failed logins, jstedfast/MailKit#320",
            "imap",
            "S: 421 Too many failed logins. Try again later.".into(),
            later,
        ),
        (
            "BYE in the middle, jstedfast/MailKit#849",
            "imap",
            "S: * OK x\nC: a1\nS: * BYE Connection closed. 14".into(),
            later,
        ),
        (
            "busy, in clear where TLS was due",
            "submissions",
            "WAIT 200\nS: 421 4.3.0 mx.test Server local error".into(),
            later,
        ),
    ]);
}

#[test]
fn behind_tls_is_told_as_behind_tls() {
    let no_login = (1, "login-disabled", "error", "server");
    let start = format!("S: 220 mx\nC: EHLO\n{STARTTLS}C: STARTTLS\nS: 220 go\nTLS\nC: EHLO\n");
    play(vec![
        ("503, jstedfast/MailKit#33", "submission", format!("{start}S: 503 but you already said HELO ..."), (1, "ehlo-rejected", "error", "server")),
        ("an end", "submission", format!("{start}CLOSE"), (1, "connection-lost", "error", "server")),
        ("LOGINDISABLED, dovecot/documentation#574", "imaps", "TLS\nS: * OK hi\nC: a1\nS: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\nS: a1 OK\nC: a4\nS: a4 OK".into(), no_login),
        ("STARTTLS once more, Mailu/Mailu#1060", "submissions", format!("TLS\nS: 220 mx\nC: EHLO\n{STARTTLS}C: QUIT\nS: 221"), no_login),
        ("an AUTH without a name, jstedfast/MailKit#603", "submissions", "TLS\nS: 220 mx\nC: EHLO\nS: 250-mx\nS: 250-AUTH\nS: 250 X-EXPS GSSAPI NTLM LOGIN\nC: QUIT\nS: 221".into(), (0, "login-disabled", "warning", "server")),
    ]);
}

#[test]
fn the_way_to_tls_is_told_as_it_is() {
    let stripped = |code, severity| (code, "starttls-stripped", severity, "network");
    let ask = format!("S: 220 mx\nC: EHLO\n{STARTTLS}C: STARTTLS\n");
    let clear = "S: * OK [CAPABILITY IMAP4REV1 AUTH=LOGIN MOVE] hi\nC: a1\nS: * CAPABILITY IMAP4REV1\nS: a1 OK\nC: a4\nS: a4 OK";
    let injected = (1, "starttls-injection", "error", "server");
    play(vec![
        ("EHLO as X", "smtp", "S: 220 mx\nC: EHLO\nS: 500 5.5.1 Command unrecognized: \"XXXX [127.0.0.1]\"\nC: HELO\nS: 250 mx\nC: QUIT\nS: 221".into(), stripped(0, "warning")),
        ("STARTTLS as X", "submission", format!("{ask}S: 500 5.5.1 Command unrecognized: \"XXXXXXXX\"\nC: QUIT\nS: 221"), stripped(1, "error")),
        ("offered and unknown", "submission", format!("{ask}S: 502 5.5.1 command not implemented\nC: QUIT\nS: 221"), (1, "starttls-refused", "error", "server")),
        ("an alert with the consent", "submission", format!("{ask}RAW: 220 go\\r\\n\\x15\\x03\\x03\\0\\x02\\x01\\x70\nHOLD"), injected),
        ("a reply in the place of TLS", "submission", format!("{ask}S: 220 go\nWAIT 200\nS: 250 AUTH PLAIN\nHOLD"), injected),
        ("no encryption at all, mailhog/MailHog#294", "imaps", clear.into(), (1, "plaintext-on-tls-port", "error", "server")),
        ("a port that waits for its client, traefik/traefik#9648", "smtp", "C: EHLO\nS: 220 lists.test ESMTP\nHOLD".into(), (1, "silent-service", "error", "server")),
        ("the last list of capabilities counts", "imap", "RAW: * OK hi\\r\\n* CAPABILITY IDLE\\r\\n\nC: a1\nS: * CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED\nS: a1 OK\nC: a2\nS: a2 NO [UNAVAILABLE] busy\nC: a4\nS: a4 OK".into(), (1, "starttls-refused", "error", "server")),
        ("an answer without an end", "pop3", "S: +OK\nC: CAPA\nS: +OK\nHOLD".into(), (1, "reply-timeout", "error", "server")),
    ]);
}

/// A server that floods, on a port of its own, for whoever comes.
fn flooding(serve: impl Fn(&mut TcpStream) -> std::io::Result<()> + Send + 'static) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            // A client that leaves is what is waited for.
            let _ = stream.and_then(|mut stream| serve(&mut stream));
        }
    });
    port
}

/// The words of the next line.
fn heard(stream: &mut TcpStream) -> std::io::Result<Vec<String>> {
    let mut line = Vec::new();
    let mut byte = [0];
    while line.last() != Some(&b'\n') {
        stream.read_exact(&mut byte)?;
        line.push(byte[0]);
    }
    let line = String::from_utf8_lossy(&line);
    Ok(line.split_whitespace().map(str::to_owned).collect())
}

/// To each command as many literals as fit, full of control bytes, and then the answer.
#[cfg(target_os = "linux")]
fn endless_literals(stream: &mut TcpStream) -> std::io::Result<()> {
    let body = [vec![0x1b; 8186], b"\r\n".to_vec()].concat().repeat(7);
    let one = [
        format!("* X {{{}}}\r\n", body.len()).into_bytes(),
        body,
        b"\r\n".to_vec(),
    ]
    .concat();
    stream.write_all(b"* OK hi\r\n")?;
    loop {
        let tag = heard(stream)?.first().cloned().unwrap_or_default();
        stream.write_all(&one.repeat(62))?;
        stream.write_all(format!("* CAPABILITY IMAP4rev1\r\n{tag} OK\r\n").as_bytes())?;
    }
}

/// Every reply as long as one may be.
#[cfg(target_os = "linux")]
fn endless_replies(stream: &mut TcpStream) -> std::io::Result<()> {
    let line = [b"250-".to_vec(), vec![0x1b; 4000], b"\r\n".to_vec()].concat();
    let reply = [line.repeat(15), b"250 STARTTLX\r\n".to_vec()].concat();
    let greeting = String::from_utf8_lossy(&reply).replace("250", "220");
    stream.write_all(greeting.as_bytes())?;
    loop {
        heard(stream)?;
        stream.write_all(&reply)?;
    }
}

/// What a run printed, and the most memory it had, in KiB.
#[cfg(target_os = "linux")]
fn measured(port: u16, scheme: &str, options: &[&str]) -> (usize, u64) {
    use std::process::Stdio;

    use support::run::mailcheck;

    let mut command = mailcheck();
    command
        .arg(format!("{scheme}://127.0.0.1:{port}"))
        .args(options);
    let mut child = command
        .args(["-t", "5"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut stdout = child.stdout.take().expect("a pipe");
    let reader = thread::spawn(move || {
        let mut printed = Vec::new();
        stdout.read_to_end(&mut printed).map(|_| printed.len())
    });
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().expect("it can be asked").is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let peak = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.parse().ok());
        most = most.max(peak.unwrap_or(0));
        thread::sleep(Duration::from_millis(1));
    }
    let printed = reader.join().expect("no panic").expect("it can be read");
    (printed, most)
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_server_makes_us_keep_is_bounded() {
    let quiet = flooding(|stream| {
        stream.write_all(b"* OK hi\r\n")?;
        loop {
            let tag = heard(stream)?.first().cloned().unwrap_or_default();
            stream.write_all(format!("* CAPABILITY IMAP4rev1\r\n{tag} OK\r\n").as_bytes())?;
        }
    });
    let (_, plain) = measured(quiet, "imap", &["-f", "json"]);
    let servers = [
        ("imap", flooding(endless_literals)),
        ("submission", flooding(endless_replies)),
    ];
    for (scheme, port) in servers {
        for options in [
            &["-f", "json"][..],
            &["-v"],
            &["-f", "html"],
            &["-f", "markdown"],
        ] {
            let (printed, most) = measured(port, scheme, options);
            assert!(
                printed < 256 * 1024,
                "{scheme} {options:?}: {printed} bytes"
            );
            assert!(
                most < plain + 16 * 1024,
                "{scheme} {options:?}: {most} KiB, plain {plain}"
            );
        }
    }
}

#[test]
fn a_line_now_and_then_does_not_renew_the_wait() {
    let port = flooding(|stream| {
        stream.write_all(b"* OK hi\r\n")?;
        loop {
            let words = heard(stream)?;
            if words.get(1).map(String::as_str) == Some("CAPABILITY") {
                let answer = format!("* CAPABILITY IMAP4rev1\r\n{} OK\r\n", words[0]);
                stream.write_all(answer.as_bytes())?;
            } else {
                for _ in 0..20 {
                    stream.write_all(b"* OK wait\r\n")?;
                    thread::sleep(Duration::from_millis(500));
                }
            }
        }
    });
    let start = Instant::now();
    let url = format!("imap://127.0.0.1:{port}");
    let (_, json) = run_json([&url, "--deadline", "15"]);
    // Two seconds for the whole goodbye; the rest is patience with a busy machine.
    assert!(start.elapsed() < Duration::from_secs(7), "{json:#}");
}
