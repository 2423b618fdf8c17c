//! TCP connections.

use std::net::SocketAddr;

use tokio::net::TcpStream;

use super::Wait;
use crate::failure::Trouble;

/// A connection.
#[derive(Debug)]
pub struct Dialed {
    /// The stream.
    pub stream: TcpStream,
    /// Our end of it.
    pub local: Option<SocketAddr>,
}

/// Connects to `address`.
pub async fn connect(address: SocketAddr, wait: Wait) -> Result<Dialed, Trouble> {
    let _ = (address, wait);
    todo!()
}
