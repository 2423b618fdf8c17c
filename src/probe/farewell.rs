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
