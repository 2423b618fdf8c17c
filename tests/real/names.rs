//! The name server of the tests: one small zone, over UDP (RFC 1035, section 4).

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::namespace::Namespace;

const A: u16 = 1;
const MX: u16 = 15;
const AAAA: u16 = 28;
const NXDOMAIN: u8 = 3;

/// What the server knows. A name that is not here does not exist.
#[derive(Clone, Default)]
pub(crate) struct Zone {
    /// Hosts and their addresses.
    pub(crate) hosts: Vec<(String, Vec<IpAddr>)>,
    /// Mail domains, each with one mail server of preference 10.
    pub(crate) domains: Vec<(String, String)>,
}

/// A running name server; it ends when it is dropped.
pub(crate) struct NameServer {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl NameServer {
    /// Answers at port 53 of `address` in the namespace.
    pub(crate) fn start(namespace: &Namespace, address: IpAddr, zone: Zone) -> Self {
        let socket = namespace.inside(|| bind(SocketAddr::new(address, 53)));
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || serve(&socket, &zone, &stopped));
        Self {
            stop,
            thread: Some(thread),
        }
    }
}

impl Drop for NameServer {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the tests are the server; the wall holds for the product"
)]
fn bind(address: SocketAddr) -> UdpSocket {
    let socket = UdpSocket::bind(address).expect("port 53 is free in a new namespace");
    socket
        .set_read_timeout(Some(Duration::from_millis(100)))
        .expect("a positive time");
    socket
}

fn serve(socket: &UdpSocket, zone: &Zone, stop: &AtomicBool) {
    let mut query = [0; 1500];
    while !stop.load(Ordering::Relaxed) {
        match socket.recv_from(&mut query) {
            Ok((length, client)) => {
                if let Some(answer) = answer(&query[..length], zone) {
                    let _ = socket.send_to(&answer, client);
                }
            }
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {}
            // A client that went away.
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => {}
            Err(error) => panic!("the name server cannot read: {error}"),
        }
    }
}

/// The answer to one query; none when it is too broken to be answered.
fn answer(query: &[u8], zone: &Zone) -> Option<Vec<u8>> {
    let (name, end) = question(query)?;
    let kind = u16::from_be_bytes([*query.get(end)?, *query.get(end + 1)?]);
    let records = zone.records(&name, kind);
    let code = if zone.knows(&name) { 0 } else { NXDOMAIN };
    let count = u8::try_from(records.len()).ok()?;
    let mut answer = query.get(..2)?.to_vec();
    // Response, authoritative, recursion desired as asked and available; one question, no additional records.
    answer.extend([
        0x84 | query.get(2)? & 1,
        0x80 | code,
        0,
        1,
        0,
        count,
        0,
        0,
        0,
        0,
    ]);
    answer.extend(query.get(12..end + 4)?);
    for data in records {
        // The name is that of the question; class IN; one minute.
        answer.extend([0xc0, 12]);
        answer.extend(kind.to_be_bytes());
        answer.extend([0, 1, 0, 0, 0, 60]);
        answer.extend(u16::try_from(data.len()).ok()?.to_be_bytes());
        answer.extend(data);
    }
    Some(answer)
}

/// The name asked for, in lower case, and where it ends.
fn question(query: &[u8]) -> Option<(String, usize)> {
    let mut labels = Vec::new();
    let mut at = 12;
    loop {
        let length = usize::from(*query.get(at)?);
        at += 1;
        if length == 0 {
            return Some((labels.join("."), at));
        }
        let label = query.get(at..at + length)?;
        labels.push(String::from_utf8_lossy(label).to_ascii_lowercase());
        at += length;
    }
}

impl Zone {
    fn knows(&self, name: &str) -> bool {
        // A name above an existing one exists as well (RFC 8020).
        let below = format!(".{name}");
        self.hosts
            .iter()
            .map(|(host, _)| host)
            .chain(self.domains.iter().map(|(domain, _)| domain))
            .any(|known| known == name || known.ends_with(&below))
    }

    fn records(&self, name: &str, kind: u16) -> Vec<Vec<u8>> {
        match kind {
            A | AAAA => self
                .hosts
                .iter()
                .filter(|(host, _)| host == name)
                .flat_map(|(_, addresses)| addresses)
                .filter_map(|address| match (address, kind) {
                    (IpAddr::V4(address), A) => Some(address.octets().to_vec()),
                    (IpAddr::V6(address), AAAA) => Some(address.octets().to_vec()),
                    _ => None,
                })
                .collect(),
            MX => self
                .domains
                .iter()
                .filter(|(domain, _)| domain == name)
                .map(|(_, host)| [&[0, 10], encoded(host).as_slice()].concat())
                .collect(),
            _ => Vec::new(),
        }
    }
}

fn encoded(name: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for label in name.split('.') {
        bytes.push(u8::try_from(label.len()).expect("a label is at most 63 bytes"));
        bytes.extend(label.as_bytes());
    }
    bytes.push(0);
    bytes
}
