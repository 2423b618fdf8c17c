//! A proxy that really connects, of every kind at one port: SOCKS 4, 4a, 5 and HTTP CONNECT, also through TLS.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// How long it waits for whatever has to come.
const PATIENCE: Duration = Duration::from_secs(60);

/// A proxy, and what it was asked for.
pub struct Relay {
    address: SocketAddr,
    goals: Arc<Mutex<Vec<String>>>,
}

impl Relay {
    /// Starts one. It knows one name, `mail.test`, which is 127.0.0.1.
    pub fn start(tls: Option<&Arc<ServerConfig>>) -> Self {
        Self::start_before(Ipv4Addr::LOCALHOST, tls)
    }

    /// The same, where `mail.test` is another address.
    pub fn start_before(server: Ipv4Addr, tls: Option<&Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let goals = Arc::new(Mutex::new(Vec::new()));
        let (asked, tls) = (Arc::clone(&goals), tls.cloned());
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (asked, tls) = (Arc::clone(&asked), tls.clone());
                thread::spawn(move || serve(client, tls, &asked, server));
            }
        });
        Self { address, goals }
    }

    /// Its URL.
    pub fn url(&self, kind: &str) -> String {
        // The certificate of an https proxy is for the name.
        format!("{kind}://127.0.0.1:{}", self.address.port())
    }

    /// Where it was asked to connect to, in order.
    pub fn goals(&self) -> Vec<String> {
        self.goals.lock().expect("nobody panicked").clone()
    }
}

/// Anything that can be read and written by one thread.
trait Both: Read + Write + Send {}
impl<T: Read + Write + Send> Both for T {}

fn serve(
    client: TcpStream,
    tls: Option<Arc<ServerConfig>>,
    asked: &Mutex<Vec<String>>,
    server: Ipv4Addr,
) {
    let raw = client.try_clone().expect("a descriptor");
    let mut stream: Box<dyn Both> = match tls {
        Some(tls) => {
            let session = ServerConnection::new(tls).expect("a session");
            Box::new(StreamOwned::new(session, client))
        }
        None => Box::new(client),
    };
    let Ok((goal, version)) = goal(&mut stream) else {
        return;
    };
    asked.lock().expect("nobody panicked").push(goal.clone());
    let reached = reach(&goal.replace("mail.test", &server.to_string()));
    let answer = answer(version, reached.as_ref().err());
    if stream
        .write_all(&answer)
        .and_then(|()| stream.flush())
        .is_err()
    {
        return;
    }
    let end = match reached {
        Ok(Some(server)) => carry(&mut stream, &raw, server),
        Ok(None) => End::Reset,
        Err(_) => End::Orderly,
    };
    finish(&mut stream, &raw, end);
}

/// Connects to the goal. `None` is a connection that stood and was reset before this thread looked: connect(2) of Linux
/// returns `ECONNRESET` then, where a port that is closed gives `ECONNREFUSED`.
fn reach(goal: &str) -> io::Result<Option<TcpStream>> {
    use io::ErrorKind::{ConnectionAborted, ConnectionReset};
    let address = goal.parse::<SocketAddr>().map_err(io::Error::other)?;
    match TcpStream::connect_timeout(&address, PATIENCE) {
        Err(error) if matches!(error.kind(), ConnectionReset | ConnectionAborted) => Ok(None),
        connected => connected.map(Some),
    }
}

/// Where to connect to, and the version of what was spoken: 4, 5 or `b'H'`.
fn goal(stream: &mut dyn Both) -> io::Result<(String, u8)> {
    let mut first = [0];
    stream.read_exact(&mut first)?;
    match first[0] {
        5 => {
            let methods = usize::from(byte(stream)?);
            take(stream, methods)?;
            stream.write_all(&[5, 0])?;
            stream.flush()?;
            let head = take(stream, 4)?;
            let host = match head[3] {
                1 => {
                    Ipv4Addr::from(<[u8; 4]>::try_from(take(stream, 4)?).expect("four")).to_string()
                }
                3 => {
                    let length = usize::from(byte(stream)?);
                    String::from_utf8(take(stream, length)?).map_err(io::Error::other)?
                }
                other => return Err(io::Error::other(format!("type {other}"))),
            };
            let port = take(stream, 2)?;
            Ok((
                format!("{host}:{}", u16::from_be_bytes([port[0], port[1]])),
                5,
            ))
        }
        4 => {
            let head = take(stream, 7)?;
            until_zero(stream)?;
            let port = u16::from_be_bytes([head[1], head[2]]);
            let address = [head[3], head[4], head[5], head[6]];
            let host = if address[..3] == [0; 3] && address[3] != 0 {
                until_zero(stream)?
            } else {
                Ipv4Addr::from(address).to_string()
            };
            Ok((format!("{host}:{port}"), 4))
        }
        _ => {
            let mut head = vec![first[0]];
            while !head.ends_with(b"\r\n\r\n") {
                head.push(byte(stream)?);
            }
            let head = String::from_utf8(head).map_err(io::Error::other)?;
            let goal = head.split(' ').nth(1).unwrap_or_default();
            Ok((goal.to_owned(), b'H'))
        }
    }
}

fn byte(stream: &mut dyn Both) -> io::Result<u8> {
    Ok(take(stream, 1)?[0])
}

fn take(stream: &mut dyn Both, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    stream.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn until_zero(stream: &mut dyn Both) -> io::Result<String> {
    let mut bytes = Vec::new();
    loop {
        match byte(stream)? {
            0 => return String::from_utf8(bytes).map_err(io::Error::other),
            other => bytes.push(other),
        }
    }
}

fn answer(version: u8, error: Option<&io::Error>) -> Vec<u8> {
    let kind = error.map(io::Error::kind);
    match (version, kind) {
        (4, None) => vec![0, 90, 0, 0, 0, 0, 0, 0],
        (4, Some(_)) => vec![0, 91, 0, 0, 0, 0, 0, 0],
        (5, None) => vec![5, 0, 0, 1, 0, 0, 0, 0, 0, 0],
        (5, Some(io::ErrorKind::ConnectionRefused)) => vec![5, 5, 0, 1, 0, 0, 0, 0, 0, 0],
        (5, Some(_)) => vec![5, 4, 0, 1, 0, 0, 0, 0, 0, 0],
        (_, None) => b"HTTP/1.1 200 Connection established\r\n\r\n".to_vec(),
        (_, Some(_)) => b"HTTP/1.1 502 Bad Gateway\r\n\r\n".to_vec(),
    }
}

/// How the server's side came to its end.
#[derive(Clone, Copy)]
enum End {
    Orderly,
    Reset,
}

/// Carries bytes both ways until one side ends.
fn carry(client: &mut dyn Both, raw: &TcpStream, mut server: TcpStream) -> End {
    // A clock of its own keeps both directions moving.
    let tick = Some(Duration::from_millis(5));
    let _ = raw.set_read_timeout(tick);
    let _ = server.set_read_timeout(tick);
    let mut buffer = [0; 16 * 1024];
    let mut cut = None;
    loop {
        match server.read(&mut buffer) {
            Ok(0) => return cut.unwrap_or(End::Orderly),
            Ok(length) => {
                let passed_on = client.write_all(&buffer[..length]);
                if passed_on.and_then(|()| client.flush()).is_err() {
                    return End::Orderly;
                }
            }
            Err(error) if is_pause(&error) => {}
            Err(_) => return End::Reset,
        }
        match client.read(&mut buffer) {
            Ok(0) => return End::Orderly,
            // What the server had said before it went is still to be read, and whoever writes is told of a reset alone.
            Ok(length) => {
                let now = server.write_all(&buffer[..length]).err().map(cut_by);
                cut = cut.or(now);
            }
            Err(error) if is_pause(&error) => {}
            Err(_) => return End::Orderly,
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it stands in map")]
fn cut_by(error: io::Error) -> End {
    match error.kind() {
        io::ErrorKind::BrokenPipe => End::Orderly,
        _ => End::Reset,
    }
}

/// Ends the client's connection as the server's ended.
fn finish(client: &mut dyn Both, raw: &TcpStream, end: End) {
    match end {
        End::Orderly => {
            let _ = client.flush();
            let _ = raw.shutdown(Shutdown::Write);
            // A socket that is closed over unread bytes ends with a reset: what the client still says has nobody to hear it.
            let _ = raw.set_read_timeout(Some(PATIENCE));
            let mut buffer = [0; 1024];
            while client.read(&mut buffer).is_ok_and(|length| length > 0) {}
        }
        End::Reset => {
            // Not every system lets the answer be read that came before a reset.
            thread::sleep(Duration::from_secs(1));
            let _ = socket2::SockRef::from(raw).set_linger(Some(Duration::ZERO));
        }
    }
}

fn is_pause(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
    )
}
