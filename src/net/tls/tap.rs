//! Keeps the first bytes that came in, for the case that they are not TLS.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::wire::Text;

/// How many bytes are kept: enough for a greeting, a status line, an alert.
const LIMIT: usize = 512;

/// A stream whose first received bytes are kept.
#[derive(Debug)]
pub struct Tap<S> {
    inner: S,
    tapped: Tapped,
}

/// The bytes. They outlive the stream, which is gone after a failed handshake.
#[derive(Clone, Debug, Default)]
pub(super) struct Tapped(Arc<Mutex<Vec<u8>>>);

impl<S> Tap<S> {
    pub(super) fn new(inner: S) -> (Self, Tapped) {
        let tapped = Tapped::default();
        let tap = Self {
            inner,
            tapped: tapped.clone(),
        };
        (tap, tapped)
    }

    /// The stream itself.
    pub fn get_ref(&self) -> &S {
        &self.inner
    }
}

impl Tapped {
    pub(super) fn text(&self) -> Text {
        Text(self.lock().clone())
    }

    fn keep(&self, bytes: &[u8]) {
        let mut kept = self.lock();
        let room = LIMIT.saturating_sub(kept.len());
        kept.extend(bytes.iter().take(room));
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<S: AsyncRead + Unpin> Tap<S> {
    /// Hears what is there already. A server that refuses says so and hangs up: the hello fails, and its words wait.
    fn hear(&mut self, cx: &mut Context<'_>) {
        let mut words = [0; LIMIT];
        let mut words = ReadBuf::new(&mut words);
        if let Poll::Ready(Ok(())) = Pin::new(&mut self.inner).poll_read(cx, &mut words) {
            self.tapped.keep(words.filled());
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Tap<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        let result = Pin::new(&mut self.inner).poll_read(cx, buf);
        self.tapped
            .keep(buf.filled().get(before..).unwrap_or_default());
        result
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Tap<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.inner).poll_write(cx, buf);
        if matches!(result, Poll::Ready(Err(_))) {
            self.hear(cx);
        }
        result
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.inner).poll_write_vectored(cx, bufs);
        if matches!(result, Poll::Ready(Err(_))) {
            self.hear(cx);
        }
        result
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }
}
