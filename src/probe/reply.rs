//! Commands that have one reply each, as SMTP's and POP3's have. IMAP's answers carry tags, which say whose they are.

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::{Conversation, Parsed};
use super::dialogue::grace;
use crate::failure::Trouble;
use crate::net::Wait;
use crate::wire::Text;
use crate::wire::pop3::{self, Status};
use crate::wire::smtp::{self, Reply};

/// What answers a command, whole.
pub(super) trait Answer: Sized {
    /// Reads one off the bytes that came.
    fn read(bytes: &[u8]) -> Parsed<Self>;

    /// Its lines, as received.
    fn lines(&self) -> Vec<Text>;
}

impl Answer for Reply {
    fn read(bytes: &[u8]) -> Parsed<Self> {
        smtp::reply(bytes)
    }

    fn lines(&self) -> Vec<Text> {
        self.to_lines()
    }
}

impl Answer for Status {
    fn read(bytes: &[u8]) -> Parsed<Self> {
        pop3::status(bytes)
    }

    fn lines(&self) -> Vec<Text> {
        vec![self.line.clone()]
    }
}

/// Says one line, of which nothing that came before is the answer.
pub(super) async fn say<S>(
    talk: &mut Conversation<S>,
    line: &str,
    wait: Wait,
) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    talk.set_aside();
    talk.send(line, wait).await
}

/// Says one line, and reads the answer to it.
pub(super) async fn command<A, S>(
    talk: &mut Conversation<S>,
    line: &str,
    wait: Wait,
) -> Result<A, Trouble>
where
    A: Answer,
    S: AsyncRead + AsyncWrite + Unpin,
{
    say(talk, line, wait).await?;
    answer(talk, wait).await
}

/// The answer to what was said last.
pub(super) async fn answer<A, S>(talk: &mut Conversation<S>, wait: Wait) -> Result<A, Trouble>
where
    A: Answer,
    S: AsyncRead + AsyncWrite + Unpin,
{
    let first: A = talk.reply(A::read, wait).await?;
    if talk.is_too_soon() {
        return Ok(corrected(talk, first, wait).await);
    }
    Ok(first)
}

/// The reply that came first. Behind the one to STARTTLS or STLS nothing may be taken for an answer (RFC 3207 section 5).
pub(super) async fn first<A, S>(
    talk: &mut Conversation<S>,
    line: &str,
    wait: Wait,
) -> Result<A, Trouble>
where
    A: Answer,
    S: AsyncRead + AsyncWrite + Unpin,
{
    say(talk, line, wait).await?;
    talk.reply(A::read, wait).await
}

/// The reply behind a doubtful one, where another comes soon: then the first answered a command that something in front of
/// the server had sent.
pub(super) async fn corrected<A, S>(talk: &mut Conversation<S>, doubtful: A, wait: Wait) -> A
where
    A: Answer,
    S: AsyncRead + AsyncWrite + Unpin,
{
    let own = talk.correction(doubtful.lines(), A::read, grace(wait));
    own.await.unwrap_or(doubtful)
}
