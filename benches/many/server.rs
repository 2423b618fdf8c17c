//! Servers on loopback: one that speaks STARTTLS on as many threads as there are cores, and one that says nothing.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use rustls::{ServerConfig, ServerConnection, StreamOwned};
use socket2::{Domain, Socket, Type};

/// Starts a healthy mail server on every address of loopback, and gives its port. With several configurations one address
/// has another than the next.
pub(crate) fn healthy(configs: &[Arc<ServerConfig>]) -> u16 {
    let listener = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    let any = SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0));
    listener.bind(&any.into()).expect("a free port");
    listener.listen(4096).expect("it listens");
    let listener: TcpListener = listener.into();
    let port = listener.local_addr().expect("it is bound").port();
    for _ in 0..64 {
        let listener = listener.try_clone().expect("a descriptor");
        let configs = configs.to_vec();
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let config = &configs[number(&client) % configs.len()];
                // A client that goes early is its own affair.
                let _ = serve(client, config);
            }
        });
    }
    port
}

/// Which address was asked.
fn number(client: &TcpStream) -> usize {
    let address = client.local_addr().map(|address| address.ip());
    match address {
        Ok(IpAddr::V4(address)) => usize::try_from(u32::from(address)).unwrap_or_default(),
        Ok(IpAddr::V6(_)) | Err(_) => 0,
    }
}

fn serve(client: TcpStream, config: &Arc<ServerConfig>) -> io::Result<()> {
    client.set_nodelay(true)?;
    let mut plain = BufReader::new(client);
    say(plain.get_mut(), "220 mail.test ESMTP\r\n")?;
    hear(&mut plain)?;
    say(
        plain.get_mut(),
        "250-mail.test\r\n250-SIZE 10240000\r\n250 STARTTLS\r\n",
    )?;
    hear(&mut plain)?;
    say(plain.get_mut(), "220 go ahead\r\n")?;
    let session = ServerConnection::new(Arc::clone(config)).map_err(io::Error::other)?;
    let mut secret = BufReader::new(StreamOwned::new(session, plain.into_inner()));
    hear(&mut secret)?;
    let offer = "250-mail.test\r\n250-SIZE 10240000\r\n250 AUTH PLAIN LOGIN\r\n";
    say(secret.get_mut(), offer)?;
    hear(&mut secret)?;
    say(secret.get_mut(), "221 bye\r\n")
}

fn hear(from: &mut impl BufRead) -> io::Result<()> {
    let mut line = String::new();
    from.take(512).read_line(&mut line).map(|_| ())
}

fn say(to: &mut impl Write, words: &str) -> io::Result<()> {
    to.write_all(words.as_bytes())?;
    to.flush()
}

/// A port of every address of loopback whose queue of connections is full: nobody who asks gets an answer.
pub(crate) struct Silent {
    pub(crate) port: u16,
    _sockets: Vec<Socket>,
}

impl Silent {
    /// How many connections to it are under way: those of which the kernel waits for an answer (`proc_net_tcp(5)`).
    pub(crate) fn in_flight(&self) -> usize {
        let table = std::fs::read_to_string("/proc/net/tcp").unwrap_or_default();
        let port = format!(":{:04X} 02", self.port);
        table.matches(&port).count()
    }
}

pub(crate) fn silent() -> Silent {
    let listener = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    let any = SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0));
    listener.bind(&any.into()).expect("a free port");
    listener.listen(0).expect("it listens");
    let address = listener.local_addr().expect("an address").as_socket();
    let port = address.expect("of the internet").port();
    let filling = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let clients = [(); 2].map(|()| {
        let client = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
        client.set_nonblocking(true).expect("it does not block");
        let _ = client.connect(&filling.into());
        client
    });
    Silent {
        port,
        _sockets: clients.into_iter().chain([listener]).collect(),
    }
}
