//! Commands that have one reply each, as SMTP's and POP3's have. IMAP's answers carry tags, which say whose they are.

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::{Conversation, Parsed};
use super::dialogue::grace;
use crate::codes::reply::{About, meaning};
use crate::failure::Trouble;
use crate::net::Wait;
use crate::wire::pop3::{self, Status};
use crate::wire::smtp::{self, Reply};
use crate::wire::{Text, charset};

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

/// Whether what begins here turns the client away, whatever it is going to ask: a 421, which may come at any time (RFC
/// 5321 section 3.8), or a refusal that speaks of the client, of how much comes, or of the server. What is said of a
/// command does not, and where an answer is still due (`out_of_step`) it may be a late one.
pub(super) fn turns_away(bytes: &[u8], out_of_step: bool) -> bool {
    if bytes.starts_with(b"421") {
        return true;
    }
    let refuses = match bytes {
        [b'4' | b'5', b'0'..=b'9', b'0'..=b'9', b' ' | b'-', ..] => true,
        [b'-', rest @ ..] => rest
            .get(..3)
            .is_some_and(|word| word.eq_ignore_ascii_case(b"ERR")),
        _ => false,
    };
    if !refuses || out_of_step {
        return false;
    }
    let end = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n'));
    let line = &bytes[..end.unwrap_or(bytes.len()).min(MAX_READ)];
    meaning(&charset::read(line)).is_some_and(|meaning| {
        matches!(
            meaning.about,
            About::ClientAddress | About::Load | About::Attempts | About::Server
        )
    })
}

/// Of a line that nobody asked for, so much is read.
const MAX_READ: usize = 512;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_a_client_away_is_told_from_an_answer_to_somebody_else() {
        let rows: [(&[u8], bool); 11] = [
            (b"421 4.3.2 Service shutting down\r\n", true),
            (
                b"554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using zen.spamhaus.org\r\n",
                true,
            ),
            (b"554 No SMTP service here\n", true),
            (b"-ERR [SYS/TEMP] server shutting down\r\n", true),
            (b"450 4.7.0 too many connections", true),
            // Answers to the header of a proxy.
            (b"500 Error: bad syntax\r\n", false),
            (b"502 ESMTP command error\r\n", false),
            (b"500 5.5.1 Invalid command.\r\n", false),
            (b"554 SMTP synchronization error\r\n", false),
            (b"-ERR Unknown command.\r\n", false),
            (b"250 OK, not on any block list\r\n", false),
        ];
        for (line, expected) in rows {
            assert_eq!(
                turns_away(line, false),
                expected,
                "{:?}",
                charset::read(line)
            );
        }
        // It may be what was waited for in vain before.
        assert!(!turns_away(rows[1].0, true));
    }
}
