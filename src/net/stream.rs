//! A connection that was opened here, whatever it goes through.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
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
    Straight(Shared),
    Proxy(TcpStream),
    ProxyInTls(Encrypted<TcpStream>),
}

/// A socket that whoever talks over it has in common with whoever looks at it. It is closed when both have let go.
///
/// They are never at it at the same time, so the lock costs next to nothing, where a second descriptor costs three system
/// calls and one of the seats of this machine.
#[derive(Clone, Debug)]
pub(super) struct Shared(Arc<Mutex<TcpStream>>);

impl Shared {
    /// Does something with the socket, which does not wait.
    pub(super) fn with<T>(&self, act: impl FnOnce(&mut TcpStream) -> T) -> T {
        // Whoever panicked here has left a socket behind that is as good as before.
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The socket itself, where nobody else has it.
    fn into_inner(self) -> Option<TcpStream> {
        let alone = Arc::into_inner(self.0)?;
        Some(alone.into_inner().unwrap_or_else(PoisonError::into_inner))
    }
}

impl From<TcpStream> for Stream {
    fn from(stream: TcpStream) -> Self {
        let shared = Arc::new(Mutex::new(stream));
        Self::new(Inner::Straight(Shared(shared)))
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
    pub(super) const fn straight(&self) -> Option<&Shared> {
        match &self.inner {
            Inner::Straight(stream) => Some(stream),
            Inner::Proxy(_) | Inner::ProxyInTls(_) => None,
        }
    }

    /// The same, given away. `None` where somebody looks at it, too.
    pub(super) fn into_tcp(self) -> Option<TcpStream> {
        match self.inner {
            Inner::Straight(stream) => stream.into_inner(),
            Inner::Proxy(_) | Inner::ProxyInTls(_) => None,
        }
    }

    /// Waits until something came, or the end. What came is read again, and so is an error.
    pub async fn readable(&mut self) -> io::Result<()> {
        match &mut self.inner {
            _ if self.early.is_some() => Ok(()),
            Inner::Straight(stream) => {
                poll_fn(|cx| stream.with(|stream| stream.poll_read_ready(cx))).await
            }
            Inner::Proxy(stream) => stream.readable().await,
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
            Inner::Straight(stream) => stream.with(|stream| Pin::new(stream).poll_read(cx, buffer)),
            Inner::Proxy(stream) => Pin::new(stream).poll_read(cx, buffer),
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
            Inner::Straight(stream) => stream.with(|stream| Pin::new(stream).poll_write(cx, bytes)),
            Inner::Proxy(stream) => Pin::new(stream).poll_write(cx, bytes),
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
            Inner::Straight(stream) => {
                stream.with(|stream| Pin::new(stream).poll_write_vectored(cx, pieces))
            }
            Inner::Proxy(stream) => Pin::new(stream).poll_write_vectored(cx, pieces),
            Inner::ProxyInTls(stream) => Pin::new(stream).poll_write_vectored(cx, pieces),
        }
    }

    fn is_write_vectored(&self) -> bool {
        match &self.inner {
            Inner::Straight(stream) => stream.with(|stream| stream.is_write_vectored()),
            Inner::Proxy(stream) => stream.is_write_vectored(),
            Inner::ProxyInTls(stream) => stream.is_write_vectored(),
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.inner {
            Inner::Straight(stream) => stream.with(|stream| Pin::new(stream).poll_flush(cx)),
            Inner::Proxy(stream) => Pin::new(stream).poll_flush(cx),
            Inner::ProxyInTls(stream) => Pin::new(stream).poll_flush(cx),
        }
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        match &mut self.inner {
            Inner::Straight(stream) => stream.with(|stream| Pin::new(stream).poll_shutdown(cx)),
            Inner::Proxy(stream) => Pin::new(stream).poll_shutdown(cx),
            Inner::ProxyInTls(stream) => Pin::new(stream).poll_shutdown(cx),
        }
    }
}
