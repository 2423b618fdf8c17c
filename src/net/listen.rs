//! Where others come in: the sockets of `mailcheck serve`.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::{TcpListener, TcpStream};

/// Clients that may wait for their turn to come in.
const BACKLOG: i32 = 256;

/// A socket that waits for clients.
#[derive(Debug)]
pub struct Listener {
    socket: TcpListener,
    /// Where it is.
    pub address: SocketAddr,
}

impl Listener {
    /// Begins to listen at `address`. Needs a runtime.
    pub fn at(address: SocketAddr) -> io::Result<Self> {
        Self::of(address, false)
    }

    /// Begins to listen at every address of this machine, of both families where it has both.
    pub fn everywhere(port: u16) -> io::Result<Self> {
        let both = Self::of(SocketAddr::from((Ipv6Addr::UNSPECIFIED, port)), true);
        match both {
            // A machine without IPv6.
            Err(error) if error.kind() != io::ErrorKind::AddrInUse => {
                Self::at(SocketAddr::from((Ipv4Addr::UNSPECIFIED, port)))
            }
            listens => listens,
        }
    }

    #[expect(clippy::disallowed_methods, reason = "this is net")]
    fn of(address: SocketAddr, both: bool) -> io::Result<Self> {
        let domain = Domain::for_address(address);
        let socket = Socket::new(domain, Type::STREAM, Some(Protocol::TCP))?;
        if address.is_ipv6() {
            socket.set_only_v6(!both)?;
        }
        // Connections of the one before that are not forgotten yet do not keep the next one from beginning. Windows
        // would let two programs have one port by it.
        #[cfg(not(windows))]
        socket.set_reuse_address(true)?;
        socket.bind(&address.into())?;
        socket.listen(BACKLOG)?;
        socket.set_nonblocking(true)?;
        let socket = TcpListener::from_std(socket.into())?;
        let address = socket.local_addr()?;
        Ok(Self { socket, address })
    }

    /// Waits for the next client.
    pub async fn accept(&self) -> io::Result<TcpStream> {
        let (stream, _) = self.socket.accept().await?;
        // Answers are small; there is nothing to wait for.
        stream.set_nodelay(true)?;
        Ok(stream)
    }
}
