//! A name server on loopback that answers, fails or misbehaves as a test wants it to.
//!
//! It writes its messages by hand: a test that read and wrote them with the same library would find no mistake of it.
//!
//! ```ignore
//! let server = DnsServer::start(Zone::new().a("smtp.example.test", "127.0.0.1"));
//! // mailcheck --resolver {server.addr()} smtp.example.test
//! assert_eq!(server.queries().len(), 2);
//! ```
#![expect(
    unreachable_pub,
    reason = "the doors of this module are for whichever test binary has it"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "the wall is for the program; this is the other side"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How often the threads look whether the test is over.
const TICK: Duration = Duration::from_millis(20);

/// IANA numbers of the record types.
pub mod kind {
    pub const A: u16 = 1;
    pub const CNAME: u16 = 5;
    pub const SOA: u16 = 6;
    pub const PTR: u16 = 12;
    pub const MX: u16 = 15;
    pub const TXT: u16 = 16;
    pub const AAAA: u16 = 28;
    pub const OPT: u16 = 41;
    pub const TLSA: u16 = 52;
}

/// What a server does with a question.
#[derive(Clone, Debug)]
pub enum Behaviour {
    /// Answers from the zone, as a recursive resolver: aliases are followed, what is missing is NXDOMAIN or NODATA.
    Answer,
    /// Answers one alias at a time and leaves the rest to the asker.
    OneLink,
    /// This response code, and nothing else.
    Rcode(u8),
    /// This response code with an extended error (RFC 8914).
    Extended(u8, u16, &'static str),
    /// Says nothing.
    Silent,
    /// TC over UDP, and over TCP what is said here.
    Truncated(Tcp),
    /// TC over UDP in a message that ends in the middle of a record; TCP answers.
    Torn,
    /// The right answer under the wrong number.
    WrongId,
    /// The answer to another question.
    WrongQuestion,
    /// Bytes that are no DNS message.
    Garbage,
    /// A header with the right number, and garbage behind it.
    Broken,
    /// Answers after this time.
    Slow(Duration),
    /// Ignores this many datagrams, then answers.
    Drops(usize),
    /// Says nothing to a question with EDNS, and answers the others.
    DropsEdns,
    /// This response code to a question with EDNS, and answers to the others.
    EdnsRcode(u8),
    /// Answers with all it has so long after the first question for the name, as one that has to ask around.
    SlowOnce(Duration),
    /// Answers questions with EDNS, and has none in its answers.
    OmitsOpt,
    /// Answers questions with EDNS with a cookie (RFC 7873) that nobody asked for.
    StrayCookie,
    /// Puts the OPT record of an answer before the records, and counts it as the answer and them as additional.
    MisplacesOpt,
    /// BADVERS to every question with EDNS, in a message without the question.
    BadVersion,
    /// Answers to questions with EDNS that are larger than this many bytes are cut there, and the TC bit stays clear; the others
    /// are as before EDNS.
    Cuts(usize),
    /// Answers to questions with EDNS that are larger than this many bytes never arrive; the others are as before EDNS.
    LosesAbove(usize),
    /// The right answer, from another address than was asked.
    FromElsewhere,
    /// The question comes back in capitals.
    Shouts,
    /// FORMERR to every question with EDNS, as servers of the last century.
    NoEdns,
    /// An empty answer that says: ask somebody else.
    Referral,
    /// A reply that is wrong under number and question first, and then the right one.
    NoiseFirst,
}

/// What a server does over TCP.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tcp {
    /// Answers.
    Answers,
    /// Has the port closed.
    Closed,
    /// Accepts the connection and says nothing.
    Silent,
    /// Accepts the connection and closes it.
    HangsUp,
}

/// What the names have, and how questions for them are treated.
#[derive(Clone, Debug, Default)]
pub struct Zone {
    records: BTreeMap<String, Vec<(u16, Vec<u8>)>>,
    names: BTreeSet<String>,
    behaviours: BTreeMap<String, Behaviour>,
    of_types: BTreeMap<(String, u16), Behaviour>,
    types: BTreeMap<u16, Behaviour>,
    widths: BTreeMap<String, u8>,
    everywhere: Option<Behaviour>,
    authenticated: bool,
    unvalidated: BTreeSet<String>,
}

impl Zone {
    /// Nothing.
    pub fn new() -> Self {
        Self::default()
    }

    /// An A record.
    pub fn a(self, name: &str, address: &str) -> Self {
        let address: Ipv4Addr = address.parse().expect("an IPv4 address");
        self.raw(name, kind::A, address.octets().to_vec())
    }

    /// An AAAA record.
    pub fn aaaa(self, name: &str, address: &str) -> Self {
        let address: Ipv6Addr = address.parse().expect("an IPv6 address");
        self.raw(name, kind::AAAA, address.octets().to_vec())
    }

    /// An alias.
    pub fn cname(self, name: &str, target: &str) -> Self {
        self.raw(name, kind::CNAME, wire_name(target))
    }

    /// A mail exchanger; an empty exchange is the null MX.
    pub fn mx(self, name: &str, preference: u16, exchange: &str) -> Self {
        let data = [preference.to_be_bytes().to_vec(), wire_name(exchange)].concat();
        self.raw(name, kind::MX, data)
    }

    /// The name of an address, at the name that has it.
    pub fn ptr(self, name: &str, target: &str) -> Self {
        self.raw(name, kind::PTR, wire_name(target))
    }

    /// A text of up to 255 bytes.
    pub fn txt(self, name: &str, text: &str) -> Self {
        let length = u8::try_from(text.len()).expect("one string");
        self.raw(name, kind::TXT, [&[length], text.as_bytes()].concat())
    }

    /// A TLSA record.
    pub fn tlsa(self, name: &str, usage: u8, selector: u8, matching: u8, data: &[u8]) -> Self {
        let data = [&[usage, selector, matching], data].concat();
        self.raw(name, kind::TLSA, data)
    }

    /// Any record, by its number and bytes.
    pub fn raw(mut self, name: &str, kind: u16, data: Vec<u8>) -> Self {
        let records = self.records.entry(name.to_ascii_lowercase()).or_default();
        records.push((kind, data));
        self
    }

    /// A name that exists and has no record that anybody asks for.
    pub fn exists(mut self, name: &str) -> Self {
        self.names.insert(name.to_ascii_lowercase());
        self
    }

    /// How questions for this name are treated.
    pub fn at(mut self, name: &str, behaviour: Behaviour) -> Self {
        let name = name.to_ascii_lowercase();
        self.behaviours.insert(name, behaviour);
        self
    }

    /// How questions of one type for this name are treated.
    pub fn at_type(mut self, name: &str, kind: u16, behaviour: Behaviour) -> Self {
        let name = name.to_ascii_lowercase();
        self.of_types.insert((name, kind), behaviour);
        self
    }

    /// How questions for all other names are treated.
    pub fn everywhere(mut self, behaviour: Behaviour) -> Self {
        self.everywhere = Some(behaviour);
        self
    }

    /// How questions of one type for all names are treated.
    pub fn everywhere_of_type(mut self, kind: u16, behaviour: Behaviour) -> Self {
        self.types.insert(kind, behaviour);
        self
    }

    /// Sixteen bytes more for each of `count` in every answer about this name: addresses that nobody is to use, for they
    /// have another owner.
    pub fn wide(mut self, name: &str, count: u8) -> Self {
        self.widths.insert(name.to_ascii_lowercase(), count);
        self
    }

    /// Sets the AD bit in every answer.
    pub fn authenticated(mut self) -> Self {
        self.authenticated = true;
        self
    }

    /// Leaves the AD bit out of the answers for this name all the same.
    pub fn unvalidated(mut self, name: &str) -> Self {
        self.unvalidated.insert(name.to_ascii_lowercase());
        self
    }

    fn behaviour(&self, question: &Question) -> Behaviour {
        let name = &question.name;
        let of_type = self.of_types.get(&(name.clone(), question.kind));
        let of_type = of_type.or_else(|| self.types.get(&question.kind));
        let own = self.behaviours.get(name).or(self.everywhere.as_ref());
        of_type.or(own).cloned().unwrap_or(Behaviour::Answer)
    }

    fn tcp_is_closed(&self) -> bool {
        let mut all = self.behaviours.values().chain(&self.everywhere);
        all.any(|behaviour| matches!(behaviour, Behaviour::Truncated(Tcp::Closed)))
    }
}

/// A question as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Lower case, without the final dot.
    pub name: String,
    /// The number of the record type.
    pub kind: u16,
    /// Whether it came over TCP.
    pub tcp: bool,
    /// The payload size that EDNS announced.
    pub edns: Option<u16>,
    /// The DO bit.
    pub dnssec_ok: bool,
    /// The CD bit.
    pub checking_disabled: bool,
    /// The number of the message.
    pub id: u16,
    /// The port it came from.
    pub port: u16,
}

/// A running name server. It ends with the value.
#[derive(Debug)]
pub struct DnsServer {
    addr: SocketAddr,
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    zone: Zone,
    queries: Mutex<Vec<Query>>,
    over: AtomicBool,
}

impl DnsServer {
    /// Starts a server on a free port of 127.0.0.1, for UDP and TCP.
    pub fn start(zone: Zone) -> Self {
        let (udp, tcp) = sockets(!zone.tcp_is_closed());
        let addr = udp.local_addr().expect("a bound socket has an address");
        let shared = Arc::new(Shared {
            zone,
            queries: Mutex::default(),
            over: AtomicBool::new(false),
        });
        let mut threads = vec![{
            let shared = Arc::clone(&shared);
            std::thread::spawn(move || serve_udp(&udp, &shared))
        }];
        threads.extend(tcp.map(|listener| {
            let shared = Arc::clone(&shared);
            std::thread::spawn(move || serve_tcp(&listener, &shared))
        }));
        Self {
            addr,
            shared,
            threads,
        }
    }

    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// Every question so far, in order.
    pub fn queries(&self) -> Vec<Query> {
        self.shared.queries.lock().expect("no thread died").clone()
    }
}

impl Drop for DnsServer {
    fn drop(&mut self) {
        self.shared.over.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            // A thread that died has made the test fail already.
            let _ = thread.join();
        }
    }
}

/// An address of this machine where nothing listens.
pub fn closed_port() -> SocketAddr {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a free port");
    socket.local_addr().expect("a bound socket has an address")
}

/// The same free port for both; the kernel gives no pair, so it is tried.
fn sockets(with_tcp: bool) -> (UdpSocket, Option<TcpListener>) {
    for _ in 0..100 {
        let udp = UdpSocket::bind("127.0.0.1:0").expect("a free port");
        udp.set_read_timeout(Some(TICK)).expect("a time-out");
        let addr = udp.local_addr().expect("a bound socket has an address");
        match TcpListener::bind(addr) {
            Ok(tcp) if with_tcp => {
                tcp.set_nonblocking(true).expect("a listener can be so");
                return (udp, Some(tcp));
            }
            Ok(_) => return (udp, None),
            Err(_) => {}
        }
    }
    panic!("no port is free for UDP and TCP");
}

fn serve_udp(socket: &UdpSocket, shared: &Shared) {
    let mut buffer = vec![0; 65_535];
    let mut dropped: BTreeMap<String, usize> = BTreeMap::new();
    let mut first: BTreeMap<String, Instant> = BTreeMap::new();
    while !shared.over.load(Ordering::Relaxed) {
        let Ok((length, asker)) = socket.recv_from(&mut buffer) else {
            continue;
        };
        let Some(question) = Question::read(&buffer[..length]) else {
            continue;
        };
        shared.note(&question, false, asker.port());
        let behaviour = shared.zone.behaviour(&question);
        if let Behaviour::Drops(count) = behaviour {
            let before = dropped.entry(question.name.clone()).or_default();
            *before += 1;
            if *before <= count {
                continue;
            }
        }
        if let Behaviour::Slow(time) = behaviour {
            let socket = socket.try_clone().expect("a socket can be cloned");
            let reply = shared.zone.answer(&question);
            // Not joined: it sleeps for a moment, sends and ends.
            std::thread::spawn(move || {
                std::thread::sleep(time);
                let _ = socket.send_to(&reply, asker);
            });
            continue;
        }
        if let Behaviour::SlowOnce(time) = behaviour {
            let began = *first
                .entry(question.name.clone())
                .or_insert_with(Instant::now);
            let left = time.saturating_sub(began.elapsed());
            let socket = socket.try_clone().expect("a socket can be cloned");
            let reply = shared.zone.answer(&question);
            // Not joined: it sleeps for a moment, sends and ends.
            std::thread::spawn(move || {
                std::thread::sleep(left);
                let _ = socket.send_to(&reply, asker);
            });
            continue;
        }
        for reply in datagrams(&shared.zone, &question, &behaviour) {
            let _ = match behaviour {
                Behaviour::FromElsewhere => elsewhere(socket).send_to(&reply, asker),
                _ => socket.send_to(&reply, asker),
            };
        }
    }
}

/// A socket at the port of `socket` and at another address of this machine.
fn elsewhere(socket: &UdpSocket) -> UdpSocket {
    let port = socket.local_addr().expect("a bound socket").port();
    UdpSocket::bind((Ipv4Addr::new(127, 0, 0, 2), port)).expect("an address of loopback")
}

/// The answer with its OPT record in front, as the only one that counts as an answer.
fn misplaced(mut reply: Vec<u8>, question: &Question) -> Vec<u8> {
    // The OPT record is the last one, and its data is empty.
    let opt = reply.split_off(reply.len() - 11);
    let at = 12 + question.section.len();
    let records = reply.split_off(at);
    let (answers, others) = (reply[7], reply[9]);
    // The counts of answers, authorities and additional records.
    reply[6..12].copy_from_slice(&[0, 1, 0, 0, 0, answers + others]);
    [reply, opt, records].concat()
}

/// RFC 6891 section 6.1.3: the upper bits of the code are in the OPT record, and so it has one.
fn bad_version(question: &Question) -> Vec<u8> {
    let [high, low] = question.id.to_be_bytes();
    let header = [high, low, 0x81, 0x80, 0, 0, 0, 0, 0, 0, 0, 1];
    [&header[..], &[0, 0, 41, 4, 208, 1, 0, 0, 0, 0, 0]].concat()
}

/// What goes out for a question with an OPT record (RFC 6891), where that makes a difference.
fn with_edns(zone: &Zone, question: &Question, behaviour: &Behaviour) -> Option<Vec<Vec<u8>>> {
    let answer = zone.answer(question);
    Some(match behaviour {
        Behaviour::NoEdns => {
            // Such a server does not repeat the question.
            let mut reply = Reply::new(1).bytes(question);
            reply.truncate(12);
            reply[4..12].fill(0);
            vec![reply]
        }
        Behaviour::DropsEdns => Vec::new(),
        Behaviour::EdnsRcode(rcode) => {
            vec![Reply::new(*rcode).bytes(&question.plain())]
        }
        Behaviour::MisplacesOpt => vec![misplaced(answer, question)],
        Behaviour::BadVersion => vec![bad_version(question)],
        Behaviour::Cuts(size) => {
            let mut reply = answer;
            reply.truncate(*size);
            vec![reply]
        }
        Behaviour::LosesAbove(size) => {
            let fits = answer.len() <= *size;
            fits.then_some(answer).into_iter().collect()
        }
        Behaviour::StrayCookie => {
            // The OPT record is the last one, and its data is empty.
            let mut reply = answer;
            reply.truncate(reply.len() - 2);
            reply.extend([0, 20, 0, 10, 0, 16]);
            reply.extend([7; 16]);
            vec![reply]
        }
        _ => return None,
    })
}

/// What goes out for a question over UDP.
fn datagrams(zone: &Zone, question: &Question, behaviour: &Behaviour) -> Vec<Vec<u8>> {
    if question.edns.is_some()
        && let Some(replies) = with_edns(zone, question, behaviour)
    {
        return replies;
    }
    let answer = zone.answer(question);
    let stranger = || {
        let mut reply = answer.clone();
        reply[1] ^= 0xff;
        reply
    };
    match behaviour {
        Behaviour::OneLink => vec![zone.one_link(question)],
        Behaviour::Rcode(rcode) => vec![Reply::new(*rcode).bytes(question)],
        Behaviour::Extended(rcode, code, text) => vec![
            Reply {
                extended: Some((*code, text)),
                ..Reply::new(*rcode)
            }
            .bytes(question),
        ],
        Behaviour::Silent => Vec::new(),
        Behaviour::Truncated(_) => vec![
            Reply {
                truncated: true,
                ..Reply::new(0)
            }
            .bytes(question),
        ],
        Behaviour::Torn => {
            let mut reply = answer;
            reply[2] |= 0x02;
            reply.truncate(reply.len() - 15);
            vec![reply]
        }
        Behaviour::WrongId => vec![stranger()],
        Behaviour::WrongQuestion => {
            let mut reply = answer;
            reply[13] ^= 0x01;
            vec![reply]
        }
        Behaviour::Garbage => vec![b"HTTP/1.1 400 Bad Request\r\n\r\n".to_vec()],
        Behaviour::Broken => {
            let mut reply = answer[..12].to_vec();
            reply.extend([0xff; 40]);
            vec![reply]
        }
        Behaviour::OmitsOpt => vec![zone.answer(&question.plain())],
        Behaviour::Cuts(size) | Behaviour::LosesAbove(size) if answer.len() > *size => vec![
            Reply {
                truncated: true,
                ..Reply::new(0)
            }
            .bytes(question),
        ],
        Behaviour::Shouts => {
            let mut reply = answer;
            let end = 12 + question.section.len() - 4;
            reply[12..end].make_ascii_uppercase();
            vec![reply]
        }
        Behaviour::Answer
        | Behaviour::Drops(_)
        | Behaviour::Slow(_)
        | Behaviour::SlowOnce(_)
        | Behaviour::DropsEdns
        | Behaviour::EdnsRcode(_)
        | Behaviour::StrayCookie
        | Behaviour::MisplacesOpt
        | Behaviour::BadVersion
        | Behaviour::Cuts(_)
        | Behaviour::LosesAbove(_)
        | Behaviour::FromElsewhere
        | Behaviour::NoEdns => {
            vec![answer]
        }
        Behaviour::Referral => vec![
            Reply {
                recursion_available: false,
                ..Reply::new(0)
            }
            .bytes(question),
        ],
        Behaviour::NoiseFirst => vec![b"\0".to_vec(), stranger(), answer],
    }
}

fn serve_tcp(listener: &TcpListener, shared: &Shared) {
    let mut held = Vec::new();
    while !shared.over.load(Ordering::Relaxed) {
        match listener.accept() {
            Ok((stream, asker)) => held.extend(talk(stream, asker, shared)),
            Err(_) => std::thread::sleep(TICK),
        }
    }
}

/// Answers one question. Gives the stream back where it is to stay open in silence.
fn talk(mut stream: TcpStream, asker: SocketAddr, shared: &Shared) -> Option<TcpStream> {
    let question = match read_framed(&mut stream) {
        Ok(bytes) => Question::read(&bytes)?,
        Err(_) => return None,
    };
    shared.note(&question, true, asker.port());
    let reply = match shared.zone.behaviour(&question) {
        Behaviour::Truncated(Tcp::Silent) | Behaviour::Silent => return Some(stream),
        Behaviour::Truncated(Tcp::HangsUp) => return None,
        Behaviour::Rcode(rcode) => Reply::new(rcode).bytes(&question),
        _ => shared.zone.answer(&question),
    };
    let length = u16::try_from(reply.len()).expect("a DNS message");
    let _ = stream.write_all(&[&length.to_be_bytes(), reply.as_slice()].concat());
    None
}

fn read_framed(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(Duration::from_secs(2)))?;
    let mut length = [0; 2];
    stream.read_exact(&mut length)?;
    let mut bytes = vec![0; usize::from(u16::from_be_bytes(length))];
    stream.read_exact(&mut bytes)?;
    Ok(bytes)
}

impl Shared {
    fn note(&self, question: &Question, tcp: bool, port: u16) {
        let query = Query {
            name: question.name.clone(),
            kind: question.kind,
            tcp,
            edns: question.edns,
            dnssec_ok: question.dnssec_ok,
            checking_disabled: question.flags & 0x0010 != 0,
            id: question.id,
            port,
        };
        self.queries.lock().expect("no thread died").push(query);
    }
}

struct Question {
    id: u16,
    flags: u16,
    name: String,
    kind: u16,
    /// The question section as it came.
    section: Vec<u8>,
    edns: Option<u16>,
    dnssec_ok: bool,
}

impl Question {
    /// The same without EDNS.
    fn plain(&self) -> Self {
        Self {
            edns: None,
            section: self.section.clone(),
            name: self.name.clone(),
            ..*self
        }
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let number = |at: usize| Some(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
        let mut labels = Vec::new();
        let mut at = 12;
        loop {
            let length = usize::from(*bytes.get(at)?);
            at += 1;
            if length == 0 {
                break;
            }
            let label = bytes.get(at..at + length)?;
            labels.push(String::from_utf8_lossy(label).to_ascii_lowercase());
            at += length;
        }
        let kind = number(at)?;
        let end = at + 4;
        // The OPT record is the only one that a question has: root name, type, payload size, flags.
        let has_opt = number(10)? > 0 && number(end + 1)? == kind::OPT;
        Some(Self {
            id: number(0)?,
            flags: number(2)?,
            name: labels.join("."),
            kind,
            section: bytes.get(12..end)?.to_vec(),
            edns: if has_opt { number(end + 3) } else { None },
            dnssec_ok: has_opt && number(end + 7)? & 0x8000 != 0,
        })
    }
}

/// A message under construction.
#[expect(clippy::struct_excessive_bools, reason = "a header is made of bits")]
struct Reply {
    rcode: u8,
    truncated: bool,
    authenticated: bool,
    recursion_available: bool,
    answers: Vec<(String, u16, Vec<u8>)>,
    /// Whether the authority section has a SOA record: there is nothing more.
    negative: bool,
    extended: Option<(u16, &'static str)>,
}

impl Reply {
    fn new(rcode: u8) -> Self {
        Self {
            rcode,
            truncated: false,
            authenticated: false,
            recursion_available: true,
            answers: Vec::new(),
            negative: false,
            extended: None,
        }
    }

    fn bytes(&self, question: &Question) -> Vec<u8> {
        let bit = |set: bool, mask: u16| if set { mask } else { 0 };
        let flags = 0x8000
            | (question.flags & 0x0110)
            | bit(self.truncated, 0x0200)
            | bit(self.recursion_available, 0x0080)
            | bit(self.authenticated, 0x0020)
            | u16::from(self.rcode);
        let answers = u16::try_from(self.answers.len()).expect("few answers");
        let counts = [
            question.id,
            flags,
            1,
            answers,
            u16::from(self.negative),
            u16::from(question.edns.is_some()),
        ];
        let mut bytes: Vec<u8> = counts.into_iter().flat_map(u16::to_be_bytes).collect();
        bytes.extend(&question.section);
        for (name, kind, data) in &self.answers {
            record(&mut bytes, name, *kind, data);
        }
        if self.negative {
            let soa = [wire_name("ns.test"), wire_name("admin.test"), vec![0; 20]].concat();
            record(&mut bytes, "test", kind::SOA, &soa);
        }
        if question.edns.is_some() {
            bytes.push(0);
            for number in [kind::OPT, 1232, 0, 0] {
                bytes.extend(number.to_be_bytes());
            }
            let option = self.extended.map_or_else(Vec::new, |(code, text)| {
                let length = u16::try_from(text.len() + 2).expect("a short text");
                let numbers = [15, length, code].into_iter().flat_map(u16::to_be_bytes);
                numbers.chain(text.bytes()).collect()
            });
            let length = u16::try_from(option.len()).expect("a short option");
            bytes.extend(length.to_be_bytes());
            bytes.extend(option);
        }
        bytes
    }
}

impl Zone {
    /// The whole answer, with every alias followed as far as the zone goes.
    fn answer(&self, question: &Question) -> Vec<u8> {
        let mut reply = self.reply(question);
        let mut name = question.name.clone();
        let mut seen = BTreeSet::new();
        loop {
            let of_kind = self.data(&name, question.kind);
            if !of_kind.is_empty() {
                let records = of_kind
                    .into_iter()
                    .map(|d| (name.clone(), question.kind, d));
                reply.answers.extend(records);
                let widths = 0..self.widths.get(&name).copied().unwrap_or_default();
                let others = widths.map(|one| ("x".to_owned(), kind::A, vec![192, 0, 2, one]));
                reply.answers.extend(others);
                break;
            }
            if !seen.insert(name.clone()) {
                break;
            }
            let Some(target) = self.data(&name, kind::CNAME).pop() else {
                reply.negative = true;
                reply.rcode = if self.knows(&name) { 0 } else { 3 };
                break;
            };
            let next = text_name(&target);
            reply.answers.push((name, kind::CNAME, target));
            name = next;
        }
        reply.bytes(question)
    }

    fn one_link(&self, question: &Question) -> Vec<u8> {
        let Some(target) = self.data(&question.name, kind::CNAME).pop() else {
            return self.answer(question);
        };
        let mut reply = self.reply(question);
        reply
            .answers
            .push((question.name.clone(), kind::CNAME, target));
        reply.bytes(question)
    }

    fn reply(&self, question: &Question) -> Reply {
        Reply {
            authenticated: self.authenticated && !self.unvalidated.contains(&question.name),
            ..Reply::new(0)
        }
    }

    fn data(&self, name: &str, kind: u16) -> Vec<Vec<u8>> {
        let records = self.records.get(name).into_iter().flatten();
        let of_kind = records.filter(|(of, _)| *of == kind);
        of_kind.map(|(_, data)| data.clone()).collect()
    }

    fn knows(&self, name: &str) -> bool {
        self.records.contains_key(name) || self.names.contains(name)
    }
}

fn record(bytes: &mut Vec<u8>, name: &str, kind: u16, data: &[u8]) {
    bytes.extend(wire_name(name));
    bytes.extend(kind.to_be_bytes());
    // Class IN, and a time to live of one minute.
    bytes.extend([0, 1, 0, 0, 0, 60]);
    let length = u16::try_from(data.len()).expect("a short record");
    bytes.extend(length.to_be_bytes());
    bytes.extend(data);
}

/// A name as it goes over the wire, without compression.
pub fn wire_name(name: &str) -> Vec<u8> {
    let labels = name.split('.').filter(|label| !label.is_empty());
    let mut bytes: Vec<u8> = labels
        .flat_map(|label| {
            let length = u8::try_from(label.len()).expect("a label of 63 bytes or fewer");
            std::iter::once(length).chain(label.bytes())
        })
        .collect();
    bytes.push(0);
    bytes
}

/// The other way, for names without compression.
fn text_name(mut bytes: &[u8]) -> String {
    let mut labels = Vec::new();
    while let [length @ 1..=63, rest @ ..] = bytes {
        let (label, behind) = rest.split_at(usize::from(*length));
        labels.push(String::from_utf8_lossy(label).to_ascii_lowercase());
        bytes = behind;
    }
    labels.join(".")
}
