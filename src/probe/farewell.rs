//! The end of a connection whose goodbye is said: nobody waits for it but whoever comes to the place next.

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::Conversation;
use super::dialogue;
use crate::net::partings::Everything;
use crate::net::seats::Spare;
use crate::net::{Turn, Wait};
use crate::service::Protocol;

/// What a connection is, through TLS or not.
pub(super) trait Duplex: AsyncRead + AsyncWrite + Unpin + Send + 'static {}

impl<S: AsyncRead + AsyncWrite + Unpin + Send + 'static> Duplex for S {}

/// Waits for the answer to a goodbye, hangs up, and gives the place free.
pub(super) async fn see_off<S: Duplex>(
    mut everything: Everything,
    place: (Option<Turn>, Spare),
    protocol: Protocol,
    mut talk: Conversation<S>,
    wait: Wait,
) {
    let answer = dialogue::goodbye_answered(protocol, &mut talk, wait);
    // A program that is at its end waits for nobody.
    let _ = everything.or_over(answer).await;
    talk.hang_up(wait).await;
    drop(place);
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::pin::Pin;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::task::{Context, Poll};
    use std::time::Duration;

    use tokio::io::ReadBuf;
    use tokio::time::Instant;

    use super::super::record::Record;
    use super::*;

    /// What comes of a connection over which nothing more is said.
    #[derive(Clone, Copy)]
    enum End {
        /// The other side is still there.
        None,
        /// It has said that it is done.
        Said,
        /// It is gone without that.
        Broken,
    }

    struct Line {
        end: End,
        told: Arc<AtomicBool>,
    }

    impl AsyncRead for Line {
        fn poll_read(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
            _: &mut ReadBuf<'_>,
        ) -> Poll<io::Result<()>> {
            match self.end {
                End::None => Poll::Pending,
                End::Said => Poll::Ready(Ok(())),
                End::Broken => Poll::Ready(Err(io::ErrorKind::UnexpectedEof.into())),
            }
        }
    }

    impl AsyncWrite for Line {
        fn poll_write(
            self: Pin<&mut Self>,
            _: &mut Context<'_>,
            bytes: &[u8],
        ) -> Poll<io::Result<usize>> {
            Poll::Ready(Ok(bytes.len()))
        }

        fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Ok(()))
        }

        fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
            self.told.store(true, Ordering::Relaxed);
            Poll::Ready(Ok(()))
        }
    }

    #[tokio::test]
    async fn only_who_is_still_there_is_told_that_nothing_more_comes() {
        for (end, is_told) in [(End::None, true), (End::Said, true), (End::Broken, false)] {
            let told = Arc::new(AtomicBool::new(false));
            let line = Line {
                end,
                told: Arc::clone(&told),
            };
            let wait = Wait {
                limit: Duration::from_secs(60),
                deadline: Instant::now() + Duration::from_secs(60),
            };
            Conversation::new(line, Record::new()).hang_up(wait).await;
            assert_eq!(told.load(Ordering::Relaxed), is_told);
        }
    }
}
