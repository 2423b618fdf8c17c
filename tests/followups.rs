//! What is asked because a check failed, against servers on loopback: what comes of it, and how much of it there is.

mod support;

use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use clap::Parser;
use mailcheck::cli::{Cli, meaning};
use mailcheck::facts::{Facts, FollowUps, Lookup, TlsAnswer};
use mailcheck::failure::{Class, ResolveTrouble, Stage, Trouble};
use mailcheck::net::Machine;
use mailcheck::net::dns::Resolver;
use mailcheck::probe::{self, Visit};
use mailcheck::progress::Progress;
use mailcheck::service::Security;
use mailcheck::wire::Text;
use rustls::{ServerConnection, StreamOwned};
use support::certificates::Pki;
use support::dns::{Behaviour, DnsServer, Zone, kind};
#[cfg(target_os = "linux")]
use support::server::FullQueue;
use support::server::{Server, closed_port};

/// A server that treats each client by its number, counted from 0. The connection ends with the treatment.
struct Counter {
    address: SocketAddr,
    connections: Arc<AtomicUsize>,
    over: Arc<AtomicBool>,
    complaints: Arc<Mutex<Vec<String>>>,
    acceptor: Option<JoinHandle<()>>,
}

impl Counter {
    fn start(serve: impl Fn(usize, &mut TcpStream) -> Result<(), String> + Send + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        listener.set_nonblocking(true).expect("it does not block");
        let address = listener.local_addr().expect("an address");
        let (connections, over): (Arc<AtomicUsize>, Arc<AtomicBool>) = Default::default();
        let complaints: Arc<Mutex<Vec<String>>> = Arc::default();
        let acceptor = {
            let (connections, over) = (Arc::clone(&connections), Arc::clone(&over));
            let complaints = Arc::clone(&complaints);
            thread::spawn(move || {
                while !over.load(Ordering::SeqCst) {
                    let Ok((mut stream, _)) = listener.accept() else {
                        thread::sleep(Duration::from_millis(2));
                        continue;
                    };
                    stream.set_nonblocking(false).expect("it blocks");
                    let patience = Some(Duration::from_secs(30));
                    stream.set_read_timeout(patience).expect("a timeout");
                    // One at a time: a second connection while the first stands is a failure of manners.
                    let number = connections.fetch_add(1, Ordering::SeqCst);
                    if let Err(complaint) = serve(number, &mut stream) {
                        complaints.lock().expect("no panic").push(complaint);
                    }
                }
            })
        };
        Self {
            address,
            connections,
            over,
            complaints,
            acceptor: Some(acceptor),
        }
    }

    fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    fn url(&self, scheme: &str) -> String {
        format!("{scheme}://{}", self.address)
    }
}

impl Drop for Counter {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        if let Some(acceptor) = self.acceptor.take() {
            let _ = acceptor.join();
        }
        if !thread::panicking() {
            let complaints = self.complaints.lock().expect("no panic");
            assert!(complaints.is_empty(), "{complaints:?}");
        }
    }
}

/// The facts of the first target.
fn facts(options: &[&str]) -> Facts {
    facts_from(options, |_| {})
}

/// The same, from a machine that `change` makes.
fn facts_from(options: &[&str], change: impl FnOnce(&mut Machine)) -> Facts {
    let words = ["mailcheck"].iter().chain(options);
    let args = Cli::try_parse_from(words).expect("a command line").check;
    let plan = meaning::plan(&args).expect("a plan");
    let targets = meaning::targets(&args, &plan).expect("targets");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let mut machine = Machine::open(&plan).expect("it opens");
        change(&mut machine);
        let (resolver, progress) = (Resolver::of(&machine), Progress::default());
        let visit = Visit::begin(&plan, &machine, &resolver, &progress);
        Box::pin(probe::gather(&visit, &targets[0])).await
    })
}

/// Waits for the client to go, whatever it says.
fn hold(stream: &mut impl Read) {
    let mut bytes = [0; 1024];
    while matches!(stream.read(&mut bytes), Ok(length) if length > 0) {}
}

fn say(stream: &mut impl Write, words: &[u8]) {
    // A client that has gone is its own affair.
    let _ = stream.write_all(words).and_then(|()| stream.flush());
}

/// The next line must begin with `word`.
fn hear(stream: &mut impl Read, word: &str) -> Result<(), String> {
    let mut line = Vec::new();
    let mut byte = [0];
    while line.last() != Some(&b'\n') {
        match stream.read(&mut byte) {
            Ok(1) => line.push(byte[0]),
            Ok(_) | Err(_) => break,
        }
    }
    let line = String::from_utf8_lossy(&line).into_owned();
    if line.starts_with(word) {
        Ok(())
    } else {
        Err(format!("wanted {word}, the client said {line:?}"))
    }
}

/// Greets late, and complains of a client that speaks before.
fn greet(stream: &mut TcpStream, greeting: &[u8]) -> Result<(), String> {
    let short = Some(Duration::from_millis(100));
    stream.set_read_timeout(short).expect("a timeout");
    let early = stream.peek(&mut [0; 16]);
    let patience = Some(Duration::from_secs(30));
    stream.set_read_timeout(patience).expect("a timeout");
    match early {
        Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
            say(stream, greeting);
            Ok(())
        }
        other => Err(format!("words before the greeting: {other:?}")),
    }
}

/// A TLS record of the client: its content.
fn record(stream: &mut impl Read) -> Vec<u8> {
    let mut head = [0; 5];
    let mut content = Vec::new();
    if stream.read_exact(&mut head).is_ok() {
        content.resize(usize::from(u16::from_be_bytes([head[3], head[4]])), 0);
        let _ = stream.read_exact(&mut content);
    }
    content
}

const ALERT_VERSION: &[u8] = &[21, 3, 1, 0, 2, 2, 70];

/// The hello of a server that chooses TLS 1.0 and `TLS_RSA_WITH_AES_128_CBC_SHA`.
fn old_server_hello() -> Vec<u8> {
    let mut hello = vec![22, 3, 1, 0, 42, 2, 0, 0, 38, 3, 1];
    hello.extend([7; 32]);
    hello.extend([0, 0, 0x2f, 0]);
    hello
}

fn texts(words: &[&str]) -> Vec<Text> {
    let text = |word: &&str| Text(word.as_bytes().to_vec());
    words.iter().map(text).collect()
}

#[test]
fn a_healthy_run_makes_not_one_connection_more() {
    let pki = Pki::new();
    let dialogue = "
        S: 220 mx ESMTP
        C: EHLO
        S: 250-mx
        S: 250 STARTTLS
        C: STARTTLS
        S: 220 go
        TLS
        C: EHLO
        S: 250 mx
        C: QUIT
        S: 221 bye
    ";
    let server = Server::play_tls(dialogue, pki.server());
    let dns = DnsServer::start(Zone::new().a("mail.test", "127.0.0.1"));
    let ca = pki.ca_file();
    let resolver = dns.addr().to_string();
    let url = format!("submission://mail.test:{}", server.port());
    let options = [
        "--ca-file",
        ca.to_str().expect("UTF-8"),
        "--resolver",
        &resolver,
        &url,
    ];
    // A proxy is configured, and nobody asks it.
    let facts = facts_from(&options, |machine| {
        machine.vantage.proxies = vec![format!("http://127.0.0.1:{}", server.port())];
    });
    assert_eq!(facts.checks.len(), 1);
    assert!(facts.checks[0].is_ok(), "{:?}", facts.checks[0].failure);
    assert_eq!(server.connections(), 1);
    assert_eq!(facts.checks[0].follow_ups, FollowUps::default());
    assert_eq!(facts.sweeps, []);
    assert_eq!(facts.dns_control, None);
    assert_eq!(facts.proxy, None);
    assert_eq!(dns.queries().len(), 2, "A and AAAA");
    assert_eq!(facts.counters.is_some(), cfg!(target_os = "linux"));
}

#[test]
fn a_tls_port_taken_for_a_starttls_port() {
    let pki = Pki::new();
    let config = Arc::clone(pki.server());
    let server = Counter::start(move |_, stream| {
        let connection = ServerConnection::new(Arc::clone(&config)).expect("a connection");
        let mut tls = StreamOwned::new(connection, stream);
        while tls.conn.is_handshaking() {
            if tls.conn.complete_io(&mut tls.sock).is_err() {
                return Ok(());
            }
        }
        say(&mut tls, b"220 mx over TLS\r\n");
        hear(&mut tls, "QUIT")?;
        say(&mut tls, b"221 bye\r\n");
        Ok(())
    });
    let facts = facts(&[&server.url("submission"), "--greeting-timeout", "1"]);
    let other = facts.checks[0]
        .follow_ups
        .other_mode
        .as_ref()
        .expect("it was asked");
    assert_eq!(other.security, Security::Tls);
    assert_eq!(other.outcome, Ok(texts(&["220 mx over TLS"])));
    assert_eq!(server.connections(), 2);
    let failure = facts.checks[0].failure.as_ref().expect("the check failed");
    assert_eq!(
        (failure.stage, failure.class),
        (Stage::Greeting, Class::Timeout)
    );
}

#[test]
fn a_starttls_port_taken_for_a_tls_port() {
    let server = Counter::start(|number, stream| {
        if number == 0 {
            say(stream, b"* OK plain IMAP\r\n");
            hold(stream);
            return Ok(());
        }
        greet(stream, b"* OK plain IMAP\r\n")?;
        hear(stream, "a1 CAPABILITY")?;
        say(stream, b"* CAPABILITY IMAP4rev1\r\na1 OK\r\n");
        hear(stream, "a4 LOGOUT")?;
        say(stream, b"* BYE\r\na4 OK\r\n");
        Ok(())
    });
    let facts = facts(&[&server.url("imaps")]);
    let other = facts.checks[0]
        .follow_ups
        .other_mode
        .as_ref()
        .expect("it was asked");
    assert_eq!(other.security, Security::Starttls);
    assert_eq!(other.outcome, Ok(texts(&["* OK plain IMAP"])));
    assert_eq!(other.starttls, Some(false));
    assert_eq!(server.connections(), 2);
}

#[test]
fn what_an_old_server_speaks() {
    let server = Counter::start(|number, stream| {
        let hello = record(stream);
        // The fifth and sixth byte of the message are the version.
        let version = hello.get(4..6).map(<[u8]>::to_vec);
        match (number, version.as_deref()) {
            (0, _) | (_, Some([3, 2 | 3])) => say(stream, ALERT_VERSION),
            (_, Some([3, 1])) => say(stream, &old_server_hello()),
            (_, other) => return Err(format!("no hello for a version: {other:?}")),
        }
        hold(stream);
        Ok(())
    });
    let facts = facts(&[&server.url("submissions")]);
    let chosen = TlsAnswer::Chosen {
        version: 0x0301,
        suite: 0x002f,
    };
    let expected = [
        (0x0303, TlsAnswer::Alert(70)),
        (0x0302, TlsAnswer::Alert(70)),
        (0x0301, chosen),
    ];
    let offers = facts.checks[0].follow_ups.tls_offers.iter().flatten();
    let offers: Vec<_> = offers.map(|offer| (offer.version, offer.answer)).collect();
    assert_eq!(offers, expected);
    assert_eq!(server.connections(), 4);
}

#[test]
fn what_an_old_server_speaks_behind_starttls() {
    let server = Counter::start(|number, stream| {
        greet(stream, b"220-mx\r\n220 ESMTP\r\n")?;
        hear(stream, "EHLO")?;
        say(stream, b"250-mx\r\n250 STARTTLS\r\n");
        hear(stream, "STARTTLS")?;
        say(stream, b"220 go\r\n");
        record(stream);
        match number {
            0 => say(stream, ALERT_VERSION),
            _ => say(stream, &old_server_hello()),
        }
        hold(stream);
        Ok(())
    });
    let facts = facts(&[&server.url("submission")]);
    let offers = facts.checks[0].follow_ups.tls_offers.as_deref();
    // It said what it has: nothing more is asked.
    let chosen = TlsAnswer::Chosen {
        version: 0x0301,
        suite: 0x002f,
    };
    let [offer] = offers.unwrap() else {
        panic!("{offers:?}");
    };
    assert_eq!((offer.version, offer.answer), (0x0303, chosen));
    assert_eq!(server.connections(), 2);
}

#[test]
fn a_server_that_does_not_come_as_far_again_is_left_with_a_goodbye() {
    let server = Counter::start(|number, stream| {
        greet(stream, b"220 mx\r\n")?;
        hear(stream, "EHLO")?;
        if number > 0 {
            say(stream, b"250 mx\r\n");
            hear(stream, "QUIT")?;
            say(stream, b"221 bye\r\n");
            return Ok(());
        }
        say(stream, b"250-mx\r\n250 STARTTLS\r\n");
        hear(stream, "STARTTLS")?;
        say(stream, b"220 go\r\n");
        record(stream);
        say(stream, ALERT_VERSION);
        hold(stream);
        Ok(())
    });
    let facts = facts(&[&server.url("submission")]);
    assert_eq!(facts.checks[0].follow_ups.tls_offers, None);
    assert_eq!(server.connections(), 2);
}

#[test]
fn a_handshake_that_stalls_is_tried_in_small_segments() {
    let pki = Pki::new();
    let config = Arc::clone(pki.server());
    let server = Counter::start(move |number, stream| {
        if number != 1 {
            hold(stream);
            return Ok(());
        }
        let connection = ServerConnection::new(Arc::clone(&config)).expect("a connection");
        let mut tls = StreamOwned::new(connection, stream);
        while tls.conn.is_handshaking() {
            tls.conn
                .complete_io(&mut tls.sock)
                .map_err(|e| e.to_string())?;
        }
        say(&mut tls, b"+OK ready\r\n");
        hear(&mut tls, "QUIT")?;
        say(&mut tls, b"+OK bye\r\n");
        Ok(())
    });
    let facts = facts(&[&server.url("pop3s"), "-t", "1"]);
    let linux = cfg!(target_os = "linux");
    let follow_ups = &facts.checks[0].follow_ups;
    assert_eq!(follow_ups.small_segments, linux.then_some(true));
    if linux {
        // The last question is whether it speaks in clear. It does not.
        let other = follow_ups.other_mode.as_ref().expect("it was asked");
        assert!(matches!(other.outcome, Err(Trouble::Clock { .. })));
        assert_eq!(server.connections(), 3);
    }
}

#[test]
fn follow_ups_are_over_long_before_a_check_would_be() {
    let server = Counter::start(|_, stream| {
        hold(stream);
        Ok(())
    });
    let start = Instant::now();
    let options = ["-t", "60", "--greeting-timeout", "1", "--deadline", "90"];
    let facts = facts(&[&[server.url("submission").as_str()], &options[..]].concat());
    assert!(start.elapsed() < Duration::from_secs(30));
    let other = facts.checks[0]
        .follow_ups
        .other_mode
        .as_ref()
        .expect("it was asked");
    assert!(matches!(other.outcome, Err(Trouble::Clock { .. })));
    assert_eq!(server.connections(), 2);
}

#[test]
fn the_siblings_of_a_closed_port() {
    let facts = facts(&[&format!("smtp://127.0.0.1:{}", closed_port())]);
    let (checks, siblings) = facts.checks.split_at(1);
    assert!(!checks[0].context);
    let ports: Vec<u16> = siblings.iter().map(|check| check.endpoint.port).collect();
    assert_eq!(ports, [587, 465, 25]);
    for sibling in siblings {
        assert!(sibling.context);
        assert_eq!(sibling.steps.len(), 1, "connect only");
        assert_eq!(sibling.follow_ups, FollowUps::default());
    }
    assert_eq!(facts.sweeps, [], "there is no path within this machine");
}

/// A proxy that agrees to everything and is the server itself. It speaks the protocol that the client begins with.
#[cfg(target_os = "linux")]
fn proxy() -> Counter {
    Counter::start(|_, stream| {
        let mut first = [0];
        stream.read_exact(&mut first).map_err(|e| e.to_string())?;
        if first[0] == 5 {
            let mut rest = [0; 2];
            stream.read_exact(&mut rest).map_err(|e| e.to_string())?;
            say(stream, &[5, 0]);
            // The target is given by its address: no name was looked up for it.
            let mut request = [0; 10];
            stream.read_exact(&mut request).map_err(|e| e.to_string())?;
            if request[..8] != [5, 1, 0, 1, 127, 0, 0, 1] {
                return Err(format!("asked for {request:?}"));
            }
            say(stream, &[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
        } else {
            hear(stream, "ONNECT 127.0.0.1:")?;
            hear(stream, "Host: 127.0.0.1:")?;
            hear(stream, "User-Agent: mailcheck/")?;
            hear(stream, "\r\n")?;
            say(stream, b"HTTP/1.1 200 OK\r\n\r\n");
        }
        greet(stream, b"220 mx by proxy\r\n")?;
        hear(stream, "QUIT")?;
        say(stream, b"221 bye\r\n");
        Ok(())
    })
}

#[test]
#[cfg(target_os = "linux")]
fn silence_everywhere_and_a_proxy() {
    for scheme in ["socks5", "socks5h", "http"] {
        let full = FullQueue::new();
        let proxy = proxy();
        let url = format!("smtp://{}", full.address);
        let facts = facts_from(&[&url, "-t", "1"], |machine| {
            machine.vantage.proxies = vec!["gopher://127.0.0.1:1".into(), proxy.url(scheme)];
        });
        let attempt = facts.proxy.expect("the proxy was tried");
        assert_eq!(attempt.proxy, proxy.url(scheme));
        assert_eq!(attempt.check, 0);
        assert_eq!(
            attempt.outcome,
            Ok(Text(b"220 mx by proxy".to_vec())),
            "{scheme}"
        );
        assert_eq!(proxy.connections(), 1);
    }
}

#[test]
fn a_failure_of_the_resolver_is_asked_about_without_checking() {
    const SERVFAIL: u8 = 2;
    let zone = Zone::new().at("mail.test", Behaviour::Rcode(SERVFAIL));
    let dns = DnsServer::start(zone);
    let resolver = dns.addr().to_string();
    let facts = facts(&["mail.test:25", "--resolver", &resolver]);
    let unchecked: Vec<_> = dns
        .queries()
        .into_iter()
        .filter(|q| q.checking_disabled)
        .collect();
    assert_eq!(unchecked.len(), 1, "{unchecked:?}");
    assert_eq!(
        (unchecked[0].name.as_str(), unchecked[0].kind),
        ("mail.test", kind::A)
    );
    let logged = facts
        .dns
        .iter()
        .filter(|exchange| exchange.checking_disabled)
        .count();
    assert_eq!(logged, 1);
    assert_eq!(facts.dns_control, None);
}

#[test]
fn an_answer_that_looks_invented_is_compared() {
    let zone = Zone::new()
        .a("mail.example.com", "127.0.0.1")
        .a("a.root-servers.net", "127.0.0.1");
    let dns = DnsServer::start(zone);
    let resolver = dns.addr().to_string();
    let target = format!("mail.example.com:{}", closed_port());
    let target = format!("smtp://{target}");
    let facts = facts(&[&target, "-4", "--resolver", &resolver]);
    let control = facts.dns_control.expect("it was asked");
    assert_eq!(control.impossible, Lookup::Failed(ResolveTrouble::NotFound));
    assert_eq!(
        control.unrelated,
        Some(Lookup::Found(vec![Ipv4Addr::LOCALHOST.into()]))
    );
    let asked = dns.queries();
    let random = asked.iter().find_map(|query| {
        let label = query.name.strip_suffix(".example.com")?;
        (label != "mail").then(|| label.to_owned())
    });
    let random = random.expect("a random name");
    assert!(random.len() == 16 && random.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_eq!(asked.len(), 3, "{asked:?}");
}

#[test]
fn certificate_associations_are_asked_for_where_addresses_are_signed() {
    let zone = || {
        Zone::new()
            .mx("example.test", 10, "mx.example.test")
            .a("mx.example.test", "127.0.0.1")
            .tlsa("_25._tcp.mx.example.test", 3, 1, 1, &[7; 32])
    };
    // The resolver says that it validated, and what it hands out has no signature: that is not believed.
    let rows = [
        (zone(), None),
        (zone().authenticated(), Some(false)),
        (zone().authenticated().unvalidated("mx.example.test"), None),
    ];
    for (zone, expected) in rows {
        let dns = DnsServer::start(zone);
        let resolver = dns.addr().to_string();
        let facts = facts(&["example.test", "--mx", "-4", "--resolver", &resolver]);
        let tlsa = facts.hosts[0].tlsa.as_ref().and_then(Lookup::found);
        assert_eq!(tlsa.map(|tlsa| tlsa.secure), expected);
        let asked = dns.queries().iter().any(|query| query.kind == kind::TLSA);
        assert_eq!(asked, expected.is_some());
    }
}
