//! `--large-hello`: servers that take the TLS hello of newer programs, and servers that do not, each in a way of its own.

#![expect(clippy::disallowed_methods, reason = "the walls are for the program")]

mod support;

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::{Value, json};
use support::certificates::Pki;
use support::run::run_json;

/// What goes into one packet on most lines.
const PACKET: usize = 1460;
/// `decode_error`.
const DECODE_ERROR: [u8; 7] = [21, 3, 3, 0, 2, 2, 50];
const X25519MLKEM768: [u8; 2] = [0x11, 0xec];

/// What a server does to a hello, once it has looked at it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Manner {
    Healthy,
    /// It takes the first packet for everything, and says so with an alert.
    AlertToLarge,
    /// The same, and it closes the connection.
    ClosesLarge,
    /// It closes it with the rest unread, which the kernel makes a reset of.
    CutsLarge,
    /// It waits for what it has already.
    SilentToLarge,
    /// Large or small, the group is what it does not take.
    AlertToGroup,
    /// It takes what it was offered first, and nothing after that.
    OnlyOnce,
    /// It has no second connection for anybody.
    Busy,
}

/// A port of submission, or of implicit TLS, that keeps count of its hellos.
struct Host {
    port: u16,
    hellos: Arc<Mutex<Vec<usize>>>,
    connections: Arc<AtomicUsize>,
    over: Arc<AtomicBool>,
    acceptor: Option<thread::JoinHandle<()>>,
}

impl Host {
    fn start(manner: Manner, implicit: bool, tls: &Arc<ServerConfig>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let (hellos, connections, over): (
            Arc<Mutex<Vec<usize>>>,
            Arc<AtomicUsize>,
            Arc<AtomicBool>,
        ) = Default::default();
        let (tls, seen, count, end) = (
            Arc::clone(tls),
            Arc::clone(&hellos),
            Arc::clone(&connections),
            Arc::clone(&over),
        );
        let acceptor = thread::spawn(move || {
            for stream in listener.incoming() {
                if end.load(Ordering::SeqCst) {
                    break;
                }
                let stream = stream.expect("a connection");
                let patience = Some(Duration::from_secs(20));
                stream.set_read_timeout(patience).expect("a timeout");
                let number = count.fetch_add(1, Ordering::SeqCst);
                // One at a time: whoever comes twice at once waits, and is not heard.
                let _ = serve(stream, manner, implicit, number, &tls, &seen);
            }
        });
        Self {
            port,
            hellos,
            connections,
            over,
            acceptor: Some(acceptor),
        }
    }

    /// The sizes of the hellos, the first of which was the check's own.
    fn hellos(&self) -> Vec<usize> {
        self.hellos.lock().expect("no panic").clone()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
        if let Some(acceptor) = self.acceptor.take() {
            let _ = acceptor.join();
        }
    }
}

/// What was read already, and the rest.
struct Again(io::Cursor<Vec<u8>>, TcpStream);

impl Read for Again {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        match self.0.read(bytes)? {
            0 => self.1.read(bytes),
            some => Ok(some),
        }
    }
}

impl Write for Again {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.1.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.1.flush()
    }
}

fn serve(
    mut stream: TcpStream,
    manner: Manner,
    implicit: bool,
    number: usize,
    tls: &Arc<ServerConfig>,
    seen: &Mutex<Vec<usize>>,
) -> io::Result<()> {
    if !implicit {
        if manner == Manner::Busy && number > 0 {
            stream.write_all(b"421 4.7.0 too many connections\r\n")?;
            return hear(&mut stream);
        }
        stream.write_all(b"220 mail.test ESMTP\r\n")?;
        hear(&mut stream)?;
        stream.write_all(b"250-mail.test\r\n250 STARTTLS\r\n")?;
        hear(&mut stream)?;
        stream.write_all(b"220 go\r\n")?;
    }
    let mut head = [0; 5];
    stream.read_exact(&mut head)?;
    let length = usize::from(u16::from_be_bytes([head[3], head[4]]));
    seen.lock().expect("no panic").push(length + head.len());
    let is_large = length + head.len() > PACKET;
    if is_large && manner == Manner::CutsLarge {
        return Ok(());
    }
    let mut hello = head.to_vec();
    hello.resize(head.len() + length, 0);
    stream.read_exact(&mut hello[head.len()..])?;
    // Nothing else in a hello has these two in a row; the check's own has no such group.
    let has_group = hello.windows(2).any(|two| two == X25519MLKEM768);
    let refuses = match manner {
        Manner::AlertToLarge => is_large,
        Manner::AlertToGroup => has_group,
        Manner::OnlyOnce => number > 0,
        _ => false,
    };
    if refuses {
        return stream.write_all(&DECODE_ERROR);
    }
    if is_large && manner == Manner::ClosesLarge {
        return Ok(());
    }
    if is_large && manner == Manner::SilentToLarge {
        return hear(&mut stream);
    }
    let connection = ServerConnection::new(Arc::clone(tls)).map_err(io::Error::other)?;
    let mut stream = StreamOwned::new(connection, Again(io::Cursor::new(hello), stream));
    while stream.conn.is_handshaking() {
        stream.conn.complete_io(&mut stream.sock)?;
    }
    if implicit {
        stream.write_all(b"220 mail.test ESMTP\r\n")?;
    }
    hear(&mut stream)?;
    stream.write_all(b"250-mail.test\r\n250 AUTH PLAIN\r\n")?;
    hear(&mut stream)?;
    stream.write_all(b"221 bye\r\n")
}

/// Waits for a line, or for the end.
fn hear(stream: &mut impl Read) -> io::Result<()> {
    let mut byte = [0];
    while stream.read(&mut byte)? > 0 && byte[0] != b'\n' {}
    Ok(())
}

/// Asks a server, and gives the report with it.
fn ask(manner: Manner, implicit: bool, options: &[&str]) -> (Host, i32, Value) {
    let pki = Pki::new();
    let host = Host::start(manner, implicit, pki.server());
    let scheme = if implicit {
        "submissions"
    } else {
        "submission"
    };
    let url = format!("{scheme}://127.0.0.1:{}", host.port);
    let ca_file = pki.ca_file();
    let ca_file = ca_file.to_str().expect("UTF-8");
    let always = [url.as_str(), "--ca-file", ca_file];
    let (run, json) = run_json(always.iter().chain(options).copied());
    (host, run.code, json)
}

fn large_hello(json: &Value) -> &Value {
    &json["targets"][0]["checks"][0]["follow_ups"]["large_hello"]
}

/// What is found about hellos in the first target. The certificates of these tests are not for all programs.
fn findings(json: &Value) -> Vec<&Value> {
    findings_of(&json["targets"][0])
}

fn findings_of(target: &Value) -> Vec<&Value> {
    let findings = target["findings"].as_array().expect("findings");
    let others = |one: &&Value| one["id"] != "weak-for-some-programs";
    findings.iter().filter(others).collect()
}

fn told(json: &Value) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let findings = findings(json).into_iter();
    let findings = findings.map(|one| {
        (
            text(&one["id"]),
            text(&one["severity"]),
            text(&one["owner"]),
        )
    });
    findings.collect()
}

fn one(id: &str, severity: &str, owner: &str) -> Vec<(String, String, String)> {
    vec![(id.to_owned(), severity.to_owned(), owner.to_owned())]
}

#[test]
fn a_healthy_server_takes_it_on_one_more_connection() {
    for implicit in [false, true] {
        let (host, code, json) = ask(Manner::Healthy, implicit, &["--large-hello"]);
        assert_eq!(code, 0, "{json:#}");
        let hellos = host.hellos();
        assert_eq!(hellos.len(), 2, "{hellos:?}");
        assert!(hellos[0] < PACKET && hellos[1] > PACKET, "{hellos:?}");
        assert_eq!(
            *large_hello(&json),
            json!({ "bytes": hellos[1], "taken": true, "answer": "chosen", "group": "0x001D" })
        );
        assert_eq!(told(&json), one("tls-large-hello-tried", "info", "server"));
        assert_eq!(json["verdict"], "ok");
    }
}

#[test]
fn nobody_sends_it_unasked() {
    let (host, code, json) = ask(Manner::Healthy, false, &[]);
    assert_eq!((code, told(&json)), (0, Vec::new()));
    assert_eq!(host.connections.load(Ordering::SeqCst), 1);
    assert_eq!(*large_hello(&json), Value::Null);
}

#[test]
fn a_server_that_takes_the_first_packet_for_all_of_it_is_told_of() {
    for (manner, implicit, answer, owner) in [
        (Manner::AlertToLarge, false, "alert", "server"),
        (Manner::AlertToLarge, true, "alert", "server"),
        (Manner::ClosesLarge, false, "closed", "server"),
        // Somebody on the way may have done that.
        (Manner::CutsLarge, true, "reset", "unknown"),
    ] {
        let (host, code, json) = ask(manner, implicit, &["--large-hello"]);
        let hellos = host.hellos();
        assert_eq!(hellos.len(), 3, "{manner:?}: {hellos:?}");
        assert!(hellos[1] > PACKET && hellos[2] < 500, "{hellos:?}");
        let asked = large_hello(&json);
        assert_eq!(
            (&asked["answer"], &asked["smaller"]),
            (&json!(answer), &json!(true))
        );
        assert_eq!(asked["taken"], false);
        assert_eq!(
            told(&json),
            one("tls-large-hello", "warning", owner),
            "{manner:?}"
        );
        assert_eq!((code, &json["verdict"]), (0, &json!("warning")));
    }
}

#[test]
fn silence_of_a_server_that_has_all_of_it_is_its_own() {
    let (host, _, json) = ask(Manner::SilentToLarge, false, &["--large-hello"]);
    assert_eq!(host.hellos().len(), 3);
    let asked = large_hello(&json);
    assert_eq!(
        (&asked["answer"], &asked["smaller"]),
        (&json!("silence"), &json!(true))
    );
    // Where the system does not tell what was acknowledged, nobody is named.
    let knows = asked["lost"] == json!(false);
    assert!(knows || !cfg!(target_os = "linux"), "{asked:#}");
    let owner = if knows { "server" } else { "unknown" };
    assert_eq!(told(&json), one("tls-large-hello", "warning", owner));
}

#[test]
fn the_group_is_told_from_the_size() {
    let (host, _, json) = ask(Manner::AlertToGroup, true, &["--large-hello"]);
    assert_eq!(host.hellos().len(), 4);
    let asked = large_hello(&json);
    assert_eq!(
        (&asked["smaller"], &asked["without_group"], &asked["taken"]),
        (&json!(false), &json!(true), &json!(false))
    );
    assert_eq!(told(&json), one("tls-large-hello", "warning", "server"));
    let words = findings(&json)[0]["explanation"].to_string();
    assert!(words.contains("whether it is large or small"), "{words}");
}

#[test]
fn nothing_follows_where_smaller_ones_fail_too_or_nothing_was_sent() {
    for (manner, hellos, answer) in [
        (Manner::OnlyOnce, 4, json!("alert")),
        (Manner::Busy, 1, Value::Null),
    ] {
        let (host, code, json) = ask(manner, false, &["--large-hello"]);
        assert_eq!(host.hellos().len(), hellos, "{manner:?}");
        let asked = large_hello(&json);
        assert_eq!((&asked["answer"], &asked["taken"]), (&answer, &Value::Null));
        assert_eq!(
            (code, told(&json)),
            (0, one("tls-large-hello-tried", "info", "server"))
        );
        let title = findings(&json)[0]["title"].to_string();
        assert!(title.contains("Nothing can be said"), "{title}");
    }
}

#[test]
fn it_goes_with_a_list() {
    let pki = Pki::new();
    let hosts = [Manner::AlertToLarge, Manner::Healthy]
        .map(|manner| Host::start(manner, false, pki.server()));
    let list = tempfile::NamedTempFile::new().expect("a file");
    let lines = hosts
        .each_ref()
        .map(|host| format!("submission://127.0.0.1:{}\n", host.port));
    std::fs::write(list.path(), lines.concat()).expect("it can be written");
    let ca_file = pki.ca_file();
    let (_, json) = run_json([
        "--targets",
        list.path().to_str().expect("UTF-8"),
        "--large-hello",
        "--ca-file",
        ca_file.to_str().expect("UTF-8"),
    ]);
    let targets = json["targets"].as_array().expect("targets");
    let mut told: Vec<_> = targets
        .iter()
        .map(|one| &findings_of(one)[0]["id"])
        .collect();
    told.sort_unstable_by_key(ToString::to_string);
    assert_eq!(
        told,
        [&json!("tls-large-hello"), &json!("tls-large-hello-tried")]
    );
    assert_eq!(hosts.map(|host| host.hellos().len()), [3, 2]);
}
