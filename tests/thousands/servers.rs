//! Servers at thousands of addresses of loopback: one listener for a port, which knows at every moment who stands where.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use nix::sys::epoll::{Epoll, EpollCreateFlags, EpollEvent, EpollFlags, EpollTimeout};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use socket2::{Domain, SockRef, Socket, Type};

/// How a server behaves to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// As a mail server with STARTTLS, each line after so long.
    Works(Duration),
    /// Takes the connection and never says a word.
    Silent,
    /// Ends the connection before its first word.
    Closes,
    /// Cuts it off.
    Resets,
    /// Says what a web server says.
    Web,
    /// Says this, and goes.
    Says(&'static str),
    /// Begins a line that has no end.
    Endless,
}

/// Who stands at which place, and what was seen of that.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    standing: Mutex<HashMap<SocketAddr, Vec<Arc<TcpStream>>>>,
    seen: Mutex<Seen>,
}

/// What was seen of the clients.
#[derive(Debug, Default, Clone)]
pub(crate) struct Seen {
    /// The most who ever stood at one address and port at once.
    pub(crate) at_a_port: usize,
    /// The most who ever stood at one address at once.
    pub(crate) at_an_address: usize,
    /// How often somebody came to each place.
    pub(crate) visits: HashMap<SocketAddr, usize>,
}

impl Watch {
    /// Somebody came to `place`.
    fn comes(&self, place: SocketAddr, client: &Arc<TcpStream>) {
        let mut standing = locked(&self.standing);
        standing.entry(place).or_default().push(Arc::clone(client));
        let (mut here, mut there) = (0, 0);
        for (other, clients) in &mut *standing {
            if other.ip() == place.ip() {
                clients.retain(|client| is_there(client));
                there += clients.len();
                here += if *other == place { clients.len() } else { 0 };
            }
        }
        drop(standing);
        let mut seen = locked(&self.seen);
        seen.at_a_port = seen.at_a_port.max(here);
        seen.at_an_address = seen.at_an_address.max(there);
        *seen.visits.entry(place).or_default() += 1;
    }

    fn goes(&self, place: SocketAddr, client: &Arc<TcpStream>) {
        let mut standing = locked(&self.standing);
        if let Some(clients) = standing.get_mut(&place) {
            clients.retain(|other| !Arc::ptr_eq(other, client));
            if clients.is_empty() {
                standing.remove(&place);
            }
        }
    }

    /// Waits until nobody is left: what a client that was killed leaves is taken away by the kernel.
    pub(crate) fn is_left_alone(&self) {
        while !locked(&self.standing).is_empty() {
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// What was seen until now.
    pub(crate) fn seen(&self) -> Seen {
        locked(&self.seen).clone()
    }
}

fn locked<T>(what: &Mutex<T>) -> MutexGuard<'_, T> {
    what.lock().expect("no thread died")
}

/// Whether the client has its end open. What it said and nobody has read yet says nothing of that.
fn is_there(client: &TcpStream) -> bool {
    let poll = Epoll::new(EpollCreateFlags::empty()).expect("an epoll");
    let ended = EpollFlags::EPOLLRDHUP | EpollFlags::EPOLLHUP | EpollFlags::EPOLLERR;
    poll.add(client, EpollEvent::new(ended, 0))
        .expect("it takes a socket");
    let mut events = [EpollEvent::empty()];
    let ended = poll.wait(&mut events, EpollTimeout::ZERO);
    ended.expect("it can be asked") == 0
}

/// Servers of one manner at `address` or at all addresses of loopback; gives their port, which is `port` where that is not
/// zero.
pub(crate) fn listen(
    address: Ipv4Addr,
    port: u16,
    manner: Manner,
    watch: &Arc<Watch>,
    tls: &Arc<ServerConfig>,
) -> u16 {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    socket.set_reuse_address(true).expect("an option");
    // All addresses, and no other machine.
    socket
        .bind_device(Some(b"lo"))
        .expect("loopback is called lo");
    let own = SocketAddr::from((address, port));
    socket.bind(&own.into()).expect("the port is free");
    socket.listen(4096).expect("it listens");
    let listener = TcpListener::from(socket);
    let port = listener.local_addr().expect("it is bound").port();
    let (watch, tls) = (Arc::clone(watch), Arc::clone(tls));
    thread::spawn(move || {
        loop {
            let (client, _) = listener.accept().expect("somebody comes");
            let (client, watch, tls) = (Arc::new(client), Arc::clone(&watch), Arc::clone(&tls));
            let place = client.local_addr().expect("it came to an address");
            watch.comes(place, &client);
            thread::spawn(move || {
                // A client may go whenever it likes.
                let _ = serve(&client, manner, tls);
                watch.goes(place, &client);
            });
        }
    });
    port
}

fn serve(client: &Arc<TcpStream>, manner: Manner, tls: Arc<ServerConfig>) -> io::Result<()> {
    let mut plain = &**client;
    match manner {
        Manner::Works(pause) => return works(plain, pause, tls),
        Manner::Silent => {}
        Manner::Closes => return Ok(()),
        Manner::Resets => {
            SockRef::from(plain).set_linger(Some(Duration::ZERO))?;
            return Ok(());
        }
        Manner::Web => {
            plain.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")?;
        }
        Manner::Says(words) => plain.write_all(format!("{words}\r\n").as_bytes())?,
        Manner::Endless => while plain.write_all(&[b'x'; 1024]).is_ok() {},
    }
    if manner != Manner::Silent {
        plain.shutdown(Shutdown::Write)?;
    }
    io::copy(&mut plain, &mut io::sink()).map(drop)
}

const IN_CLEAR: &str = "250-mixed.test\r\n250-STARTTLS\r\n250 SIZE 10240000\r\n";
const WITHIN_TLS: &str = "250-mixed.test\r\n250 SIZE 10240000\r\n";

fn works(client: &TcpStream, pause: Duration, tls: Arc<ServerConfig>) -> io::Result<()> {
    client.set_nodelay(true)?;
    let mut plain = client;
    says(&mut plain, "220 mixed.test ESMTP\r\n", pause)?;
    if !listens(plain, pause, IN_CLEAR)? {
        return Ok(());
    }
    let connection = ServerConnection::new(tls).map_err(io::Error::other)?;
    let mut secured = StreamOwned::new(connection, plain);
    listens(&mut secured, pause, WITHIN_TLS)?;
    secured.conn.send_close_notify();
    secured.flush()
}

fn says(client: &mut impl Write, words: &str, pause: Duration) -> io::Result<()> {
    thread::sleep(pause);
    client.write_all(words.as_bytes())?;
    client.flush()
}

/// Answers commands until QUIT or STARTTLS; says whether TLS is to begin.
fn listens(client: impl Read + Write, pause: Duration, offers: &str) -> io::Result<bool> {
    let mut client = BufReader::with_capacity(512, client);
    let mut line = String::new();
    loop {
        line.clear();
        if client.read_line(&mut line)? == 0 {
            return Ok(false);
        }
        let command = line.trim_end().to_ascii_uppercase();
        let answer = match command.split(' ').next() {
            Some("EHLO") => offers,
            Some("STARTTLS") => "220 go\r\n",
            Some("QUIT") => "221 bye\r\n",
            _ => "502 what\r\n",
        };
        says(client.get_mut(), answer, pause)?;
        if command == "STARTTLS" || command == "QUIT" {
            return Ok(command == "STARTTLS");
        }
    }
}

/// Places at which the queue of connections is full: what asks for another one gets no answer.
pub(crate) struct Full(Vec<Socket>);

impl Full {
    /// One at each of these addresses; gives their places too.
    pub(crate) fn at(addresses: impl Iterator<Item = Ipv4Addr>) -> (Self, Vec<SocketAddr>) {
        let (mut sockets, mut places) = (Vec::new(), Vec::new());
        for address in addresses {
            let any = SocketAddr::from((IpAddr::from(address), 0));
            let listener = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
            listener.bind(&any.into()).expect("an address of loopback");
            listener.listen(0).expect("it listens");
            let place = listener.local_addr().expect("an address");
            sockets.extend([(); 2].map(|()| {
                let client = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
                client.set_nonblocking(true).expect("it does not block");
                // The first fills the queue; whether the second is still taken is the kernel's affair.
                let _ = client.connect(&place);
                client
            }));
            places.push(place.as_socket().expect("an address of the internet"));
            sockets.push(listener);
        }
        (Self(sockets), places)
    }

    /// How many they are.
    pub(crate) fn count(&self) -> usize {
        self.0.len() / 3
    }
}
