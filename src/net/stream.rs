//! A connection that was opened here, whatever it goes through.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

use super::tls::Encrypted;

/// A connection: straight to the server, or through a proxy, to which TLS may be spoken.
#[derive(Debug)]
pub struct Stream {
    inner: Inner,
    /// What was read to see whether anything comes: a byte, or how the connection broke.
    early: Option<io::Result<u8>>,
}

#[derive(Debug)]
enum Inner {
    Straight(TcpStream),
    Proxy(TcpStream),
    ProxyInTls(Encrypted<TcpStream>),
}

impl From<TcpStream> for Stream {
    fn from(stream: TcpStream) -> Self {
        Self::new(Inner::Straight(stream))
    }
}

impl Stream {
    const fn new(inner: Inner) -> Self {
        let early = None;
        Self { inner, early }
    }

    /// A connection whose other end is a proxy.
    pub(super) fn to_proxy(stream: TcpStream) -> Self {
        Self::new(Inner::Proxy(stream))
    }

    /// The same through TLS to the proxy.
    pub(super) fn to_proxy_in_tls(stream: Encrypted<TcpStream>) -> Self {
        Self::new(Inner::ProxyInTls(stream))
    }

    /// The connection itself, where its other end is the server.
    pub const fn straight(&self) -> Option<&TcpStream> {
        match &self.inner {
            Inner::Straight(stream) => Some(stream),
            Inner::Proxy(_) | Inner::ProxyInTls(_) => None,
        }
    }

    /// The same, given away.
    pub(super) fn into_tcp(self) -> Option<TcpStream> {
        match self.inner {
            Inner::Straight(stream) => Some(stream),
            Inner::Proxy(_) | Inner::ProxyInTls(_) => None,
        }
    }

    /// Waits until something came, or the end. What came is read again, and so is an error.
    pub async fn readable(&mut self) -> io::Result<()> {
        match &mut self.inner {
            _ if self.early.is_some() => Ok(()),
            Inner::Straight(stream) | Inner::Proxy(stream) => stream.readable().await,
            Inner::ProxyInTls(stream) => {
                let mut byte = [0];
                // An error is told once, and whoever reads after this wants it; an end is told again.
                match stream.read(&mut byte).await {
                    Ok(0) => {}
                    Ok(_) => self.early = Some(Ok(byte[0])),
                    Err(error) => self.early = Some(Err(error)),
                }
                Ok(())
            }
        }
    }
}

impl AsyncRead for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if buffer.remaining() > 0
            && let Some(early) = self.early.take()
        {
            return Poll::Ready(early.map(|byte| buffer.put_slice(&[byte])));
        }
        match &mut self.inner {
            Inner::Straight(stream) | Inner::Proxy(stream) => {
                Pin::new(stream).poll_read(cx, buffer)
            }
            Inner::ProxyInTls(stream) => Pin::new(stream).poll_read(cx, buffer),
        }
    }
}

impl AsyncWrite for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match &mut self.inner {
            Inner::Straight(stream) | Inner::Proxy(stream) => {
                Pin::new(stream).poll_write(cx, bytes)
            }
            Inner::ProxyInTls(stream) => Pin::new(stream).poll_write(cx, bytes),
        }
    }

    /// The last words of a handshake leave in one piece.
    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match &mut self.inner {
            Inner::Straight(stream) | Inner::Proxy(stream) => {
                Pin::new(stream).poll_write_vectored(cx, pieces)
            }
            Inner::ProxyInTls(stream) => Pin::new(stream).poll_write_vectored(cx, pieces),
        }
    }

    fn is_write_vectored(&self) -> bool {
        match &self.inner {
            Inner::Straight(stream) | Inner::Proxy(stream) => stream.is_write_vectored(),
            Inner::ProxyInTls(stream) => stream.is_write_vectored(),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.inner {
            Inner::Straight(stream) | Inner::Proxy(stream) => Pin::new(stream).poll_flush(cx),
            Inner::ProxyInTls(stream) => Pin::new(stream).poll_flush(cx),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.inner {
            Inner::Straight(stream) | Inner::Proxy(stream) => Pin::new(stream).poll_shutdown(cx),
            Inner::ProxyInTls(stream) => Pin::new(stream).poll_shutdown(cx),
        }
    }
}
