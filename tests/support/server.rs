//! Mail servers for tests, on loopback: each plays a dialogue to every client and complains of what it did not expect.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustls::{ServerConfig, ServerConnection, StreamOwned};

use super::transcript::{self, Act};

/// How long a server waits for a client before it calls it a failure of the test.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a server takes at most to notice that a client has gone.
pub const NOTICED: Duration = Duration::from_secs(2);

/// A server that plays one dialogue to each client.
///
/// It complains of what the dialogue does not want, of words before the first of its own, and of a client that comes
/// while another one stands.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

struct Shared {
    /// What is played to the first client, to the second …, and to all that come later.
    plays: Vec<Vec<Act>>,
    tls: Option<Arc<ServerConfig>>,
    stop: AtomicBool,
    forgiving: AtomicBool,
    connections: AtomicUsize,
    said: Mutex<Vec<String>>,
    heard: AtomicUsize,
    complaints: Mutex<Vec<String>>,
}

impl Server {
    /// Plays `dialogue` on a free port of 127.0.0.1. A line `AGAIN` parts what the first client gets from what later ones get.
    pub fn play(dialogue: &str) -> Self {
        Self::start(dialogue, None)
    }

    /// The same, with a certificate for the `TLS` lines.
    pub fn play_tls(dialogue: &str, tls: &Arc<ServerConfig>) -> Self {
        Self::start(dialogue, Some(tls))
    }

    fn start(dialogue: &str, tls: Option<&Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        Self::on(listener, dialogue, tls)
    }

    /// Plays `dialogue` to whoever comes to `listener`, with a certificate for the `TLS` lines.
    pub fn on(listener: TcpListener, dialogue: &str, tls: Option<&Arc<ServerConfig>>) -> Self {
        listener
            .set_nonblocking(true)
            .expect("a socket that does not block");
        let address = listener.local_addr().expect("an address");
        let shared = Arc::new(Shared {
            plays: dialogue.split("\nAGAIN\n").map(transcript::parse).collect(),
            tls: tls.cloned(),
            stop: AtomicBool::new(false),
            forgiving: AtomicBool::new(false),
            connections: AtomicUsize::new(0),
            said: Mutex::default(),
            heard: AtomicUsize::new(0),
            complaints: Mutex::default(),
        });
        let acceptor = {
            let shared = Arc::clone(&shared);
            thread::spawn(move || accept(&listener, &shared))
        };
        Self {
            address,
            shared,
            acceptor: Some(acceptor),
        }
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// How many clients came.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// A client of the test's own.
    pub fn guest(&self) -> TcpStream {
        TcpStream::connect(self.address).expect("it listens")
    }

    /// Takes no offence at clients that say something else than the dialogue wants: whoever tries another way on a second
    /// connection does.
    pub fn forgive(&self) {
        self.shared.forgiving.store(true, Ordering::SeqCst);
    }

    /// How many bytes clients said, TLS handshakes apart.
    pub fn heard(&self) -> usize {
        self.shared.heard.load(Ordering::SeqCst)
    }

    /// Every line that the dialogue wanted of clients, in order.
    pub fn said(&self) -> Vec<String> {
        self.shared
            .said
            .lock()
            .expect("no panic while locked")
            .clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stop.store(true, Ordering::SeqCst);
        if let Some(acceptor) = self.acceptor.take() {
            let _ = acceptor.join();
        }
        let complaints = self
            .shared
            .complaints
            .lock()
            .expect("no panic while locked");
        if !thread::panicking() && !self.shared.forgiving.load(Ordering::SeqCst) {
            assert!(
                complaints.is_empty(),
                "the server on {}: {complaints:?}",
                self.address
            );
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    let mut players = Vec::new();
    while !shared.stop.load(Ordering::SeqCst) {
        match listener.accept() {
            Ok((stream, _)) => {
                let number = shared.connections.fetch_add(1, Ordering::SeqCst);
                if !are_over(&players) {
                    let complaint = "two connections at once".to_owned();
                    shared
                        .complaints
                        .lock()
                        .expect("no panic while locked")
                        .push(complaint);
                }
                let shared = Arc::clone(shared);
                players.push(thread::spawn(move || {
                    if let Err(complaint) = serve(stream, number, &shared) {
                        shared
                            .complaints
                            .lock()
                            .expect("no panic while locked")
                            .push(complaint);
                    }
                }));
            }
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                thread::sleep(Duration::from_millis(2));
            }
            Err(error) => panic!("accept: {error}"),
        }
    }
    for player in players {
        let _ = player.join();
    }
}

/// Whether every client has gone. The last one may have gone a moment ago.
fn are_over(players: &[JoinHandle<()>]) -> bool {
    let start = Instant::now();
    while !players.iter().all(JoinHandle::is_finished) {
        if start.elapsed() > NOTICED {
            return false;
        }
        thread::sleep(Duration::from_millis(2));
    }
    true
}

/// A stream, in clear or not.
enum Link {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ServerConnection, TcpStream>>),
}

impl Link {
    fn socket(&self) -> &TcpStream {
        match self {
            Self::Plain(stream) => stream,
            Self::Tls(stream) => &stream.sock,
        }
    }
}

impl Read for Link {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.read(buffer),
            Self::Tls(stream) => stream.read(buffer),
        }
    }
}

impl Write for Link {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.write(bytes),
            Self::Tls(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(stream) => stream.flush(),
            Self::Tls(stream) => stream.flush(),
        }
    }
}

/// Plays the dialogue. A client that leaves early is its own affair; one that says the wrong thing is a complaint.
fn serve(stream: TcpStream, number: usize, shared: &Shared) -> Result<(), String> {
    stream.set_nonblocking(false).expect("a socket that blocks");
    // Otherwise the second of two lines waits for the client's delayed acknowledgement.
    stream.set_nodelay(true).expect("no delay");
    stream
        .set_read_timeout(Some(Duration::from_millis(50)))
        .expect("a timeout");
    let mut link = Link::Plain(stream);
    let mut greeted = false;
    let last = shared.plays.len() - 1;
    for act in &shared.plays[number.min(last)] {
        if !greeted && matches!(act, Act::Send(_) | Act::Drip(..)) && spoke_first(&link) {
            return Err("words before the greeting".to_owned());
        }
        greeted |= matches!(act, Act::Expect(_) | Act::Any);
        match act {
            Act::Send(bytes) => {
                if link.write_all(bytes).and_then(|()| link.flush()).is_err() {
                    return Ok(());
                }
            }
            Act::Drip(bytes, pause) => {
                for byte in bytes {
                    if link.write_all(&[*byte]).is_err() || shared.stop.load(Ordering::SeqCst) {
                        return Ok(());
                    }
                    thread::sleep(*pause);
                }
            }
            Act::Expect(prefix) => {
                let Some(line) = read_line(&mut link, shared) else {
                    return Ok(());
                };
                shared
                    .said
                    .lock()
                    .expect("no panic while locked")
                    .push(line.clone());
                if !line
                    .to_ascii_uppercase()
                    .starts_with(&prefix.to_ascii_uppercase())
                {
                    return Err(format!("wanted {prefix:?}, the client said {line:?}"));
                }
            }
            Act::Any => {
                let start = Instant::now();
                let patient = || start.elapsed() < PATIENCE && !shared.stop.load(Ordering::SeqCst);
                while matches!(link.read(&mut [0; 4096]), Err(error) if is_wait(&error) && patient())
                {
                }
            }
            Act::Wait(pause) => thread::sleep(*pause),
            Act::Tls => {
                let Link::Plain(plain) = link else {
                    return Err("TLS twice".to_owned());
                };
                plain.set_read_timeout(Some(PATIENCE)).expect("a timeout");
                let config = shared.tls.clone().ok_or("a TLS line and no certificate")?;
                let connection = ServerConnection::new(config).map_err(|e| e.to_string())?;
                let mut tls = StreamOwned::new(connection, plain);
                while tls.conn.is_handshaking() {
                    // What ends the handshake early is what the test is about.
                    if tls.conn.complete_io(&mut tls.sock).is_err() {
                        return Ok(());
                    }
                }
                tls.sock
                    .set_read_timeout(Some(Duration::from_millis(50)))
                    .expect("a timeout");
                link = Link::Tls(Box::new(tls));
            }
            Act::Hold => {
                while read_line(&mut link, shared).is_some() {}
                return Ok(());
            }
            Act::Close => break,
            Act::Reset => {
                let socket = socket2::SockRef::from(link.socket());
                socket.set_linger(Some(Duration::ZERO)).expect("linger");
                return Ok(());
            }
        }
    }
    if let Link::Tls(tls) = &mut link {
        tls.conn.send_close_notify();
        let _ = tls.flush();
    }
    // A socket that is closed over unread bytes ends with a reset, and what is meant here is an orderly end.
    let _ = link.socket().shutdown(Shutdown::Write);
    while read_line(&mut link, shared).is_some() {}
    Ok(())
}

/// Whether the client has said something by now. The hello of TLS is no word.
fn spoke_first(link: &Link) -> bool {
    const HANDSHAKE: u8 = 22;
    let mut first = [HANDSHAKE];
    matches!(link.socket().peek(&mut first), Ok(1) if first[0] != HANDSHAKE || matches!(link, Link::Tls(_)))
}

/// Whether nothing has come yet.
fn is_wait(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
    )
}

/// A line of the client, or `None` where it has gone or the test is over.
fn read_line(link: &mut Link, shared: &Shared) -> Option<String> {
    let start = Instant::now();
    let mut line = Vec::new();
    let mut byte = [0];
    loop {
        match link.read(&mut byte) {
            Ok(0) => return None,
            Ok(_) => {
                shared.heard.fetch_add(1, Ordering::SeqCst);
                if byte[0] == b'\n' {
                    return Some(String::from_utf8_lossy(&line).trim_end().to_owned());
                }
                line.push(byte[0]);
            }
            Err(error) if is_wait(&error) => {
                if shared.stop.load(Ordering::SeqCst) || start.elapsed() > PATIENCE {
                    return None;
                }
            }
            Err(_) => return None,
        }
    }
}

/// A listener whose accept queue is full: the handshake of every further client goes unanswered.
pub struct FullQueue {
    /// The address to connect to in vain.
    pub address: SocketAddr,
    _listener: socket2::Socket,
    _fillers: Vec<socket2::Socket>,
}

impl FullQueue {
    /// Fills the queue of a fresh listener.
    pub fn new() -> Self {
        use socket2::{Domain, Socket, Type};
        let listener = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
        let any = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        listener.bind(&any.into()).expect("a free port");
        listener.listen(0).expect("listen");
        let address = listener
            .local_addr()
            .expect("an address")
            .as_socket()
            .expect("IPv4");
        let fillers = (0..3)
            .map(|_| {
                let filler = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
                filler
                    .set_nonblocking(true)
                    .expect("a socket that does not block");
                let _ = filler.connect(&address.into());
                filler
            })
            .collect();
        // The kernel finishes the handshakes that fit by itself.
        thread::sleep(Duration::from_millis(100));
        Self {
            address,
            _listener: listener,
            _fillers: fillers,
        }
    }
}

/// A port of 127.0.0.1 on which nobody listens.
pub fn closed_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}

/// What a closed port is called on this machine: it depends on whether one of the `siblings` is in use here.
pub fn closed_port_finding(siblings: &[u16]) -> &'static str {
    let listens = |port: &u16| TcpStream::connect((Ipv4Addr::LOCALHOST, *port)).is_ok();
    if siblings.iter().any(listens) {
        "port-closed"
    } else {
        "all-ports-closed"
    }
}
