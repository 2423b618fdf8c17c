//! A proxy that really connects, of every kind at one port: SOCKS 4, 4a, 5 and HTTP CONNECT, also through TLS.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// A proxy, and what it was asked for.
pub struct Relay {
    address: SocketAddr,
    goals: Arc<Mutex<Vec<String>>>,
}

impl Relay {
    /// Starts one. It knows one name, `mail.test`, which is 127.0.0.1.
    pub fn start(tls: Option<&Arc<ServerConfig>>) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let goals = Arc::new(Mutex::new(Vec::new()));
        let (asked, tls) = (Arc::clone(&goals), tls.cloned());
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let (asked, tls) = (Arc::clone(&asked), tls.clone());
                thread::spawn(move || serve(client, tls, &asked));
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

fn serve(client: TcpStream, tls: Option<Arc<ServerConfig>>, asked: &Mutex<Vec<String>>) {
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
    let place = goal.replace("mail.test", "127.0.0.1");
    let server = place
        .parse::<SocketAddr>()
        .map_err(io::Error::other)
        .and_then(|address| TcpStream::connect_timeout(&address, Duration::from_secs(5)));
    let answer = answer(version, server.as_ref().err());
    if stream
        .write_all(&answer)
        .and_then(|()| stream.flush())
        .is_err()
    {
        return;
    }
    if let Ok(server) = server {
        // A clock of its own keeps both directions moving.
        let tick = Duration::from_millis(5);
        let _ = raw.set_read_timeout(Some(tick));
        let _ = server.set_read_timeout(Some(tick));
        let _ = pump(&mut stream, &raw, server);
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

/// Carries bytes both ways until one side ends; a reset is passed on as one.
fn pump(client: &mut dyn Both, raw: &TcpStream, mut server: TcpStream) -> io::Result<()> {
    let mut buffer = [0; 16 * 1024];
    loop {
        match server.read(&mut buffer) {
            Ok(0) => {
                client.flush()?;
                let _ = raw.shutdown(Shutdown::Write);
                break;
            }
            Ok(length) => {
                client.write_all(&buffer[..length])?;
                client.flush()?;
            }
            Err(error) if is_pause(&error) => {}
            Err(_) => {
                // A reset can throw away what was said just before it, and the answer to the client is to come through.
                thread::sleep(Duration::from_millis(100));
                let socket = socket2::SockRef::from(raw);
                socket.set_linger(Some(Duration::ZERO))?;
                return Ok(());
            }
        }
        match client.read(&mut buffer) {
            Ok(0) => break,
            Ok(length) => server.write_all(&buffer[..length])?,
            Err(error) if is_pause(&error) => {}
            Err(_) => break,
        }
    }
    // What the client still says has nobody to hear it.
    let _ = server.shutdown(Shutdown::Both);
    let _ = raw.set_read_timeout(Some(Duration::from_millis(300)));
    while client.read(&mut buffer).is_ok_and(|length| length > 0) {}
    Ok(())
}

fn is_pause(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut
    )
}
