//! POP3 (RFC 1939, CAPA by RFC 2449, STLS by RFC 2595, AUTH by RFC 5034): greeting, CAPA, STLS, QUIT, and what answers a
//! login.

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::{Conversation, Patience, Shown};
use super::dialogue::{Heard, Offer, challenge_shown, sounds_temporary};
use super::reply;
use crate::facts::{Greeting, UnaskedKind};
use crate::failure::{Permanence, Rejection, Trouble};
use crate::net::Wait;
use crate::wire::Text;
use crate::wire::foreign::Speaks;
use crate::wire::kept::{self, MAX_KEPT_LINE};
use crate::wire::pop3::{self, Status, StatusOrChallenge};

/// Reads the greeting.
pub(super) async fn greet<S>(talk: &mut Conversation<S>, wait: Wait) -> Result<Greeting, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let foreign = |speaks| speaks != Speaks::Pop3;
    let status = talk.read_unless(pop3::status, foreign, wait).await?;
    let dripped = talk.dripped();
    accepted(&status).map(|line| Greeting {
        lines: vec![line],
        dripped,
        preauthenticated: false,
    })
}

/// Asks what the server offers. A server from before CAPA does not say, which is no fault.
pub(super) async fn capabilities<S>(
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<Offer, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let patience = Patience::from(wait);
    let mut status: Status = reply::command(talk, "CAPA", wait).await?;
    // The refusal may be of another command, which something in front of the server sent first.
    if !status.ok && !is_temporary(&status) {
        status = reply::corrected(talk, status, wait).await;
    }
    if !status.ok {
        return if is_temporary(&status) {
            Err(refusal(&status))
        } else {
            Ok(Offer {
                untold: true,
                ..Offer::default()
            })
        };
    }
    let mut words = talk.rest(pop3::multiline, patience).await?;
    // Some servers greet once more inside TLS: then the greeting stood for the answer, and the answer for a word.
    if words.first().is_some_and(|word| word.0.starts_with(b"+OK")) {
        words.remove(0);
        talk.note(UnaskedKind::Reply, &status.line);
    }
    Ok(Offer {
        mechanisms: pop3::sasl_mechanisms(&words),
        starttls: pop3::keyword(&words, "STLS").is_some(),
        words: kept::list(words),
        ..Offer::default()
    })
}

/// Asks for TLS.
pub(super) async fn starttls<S>(
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<Vec<Text>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    accepted(&reply::first(talk, "STLS", wait).await?).map(|line| vec![line])
}

/// Reads what the server says in the course of a login.
pub(super) async fn answer_to_login<S>(
    talk: &mut Conversation<S>,
    patience: Patience,
) -> Result<Heard, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let shown = |line: &StatusOrChallenge| match line {
        StatusOrChallenge::Status(_) => Shown::Whole,
        StatusOrChallenge::Challenge(_) => challenge_shown("+"),
    };
    let reading = talk.reply_shown_as(pop3::status_or_challenge, shown, patience);
    Ok(match reading.await? {
        StatusOrChallenge::Challenge(text) => Heard::challenge(&text),
        StatusOrChallenge::Status(status) if status.ok => Heard::Accepted,
        StatusOrChallenge::Status(status) => Heard::Refused(rejection(&status)),
    })
}

/// How many messages the mailbox has, once one is logged in (RFC 1939 section 5).
pub(super) async fn count<S>(
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<Result<u64, Rejection>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    // A server that cannot open the mailbox says so unasked and hangs up, perhaps before the question can be sent.
    let sent = talk.send("STAT", wait).await;
    let status = match (talk.reply(pop3::status, wait).await, sent) {
        (Ok(status), _) => status,
        (Err(trouble), Ok(())) | (Err(_), Err(trouble)) => return Err(trouble),
    };
    if !status.ok {
        return Ok(Err(rejection(&status)));
    }
    let text = status.text.to_lossy();
    let first = text.split_whitespace().next().unwrap_or_default();
    first.parse().map(Ok).map_err(|_| Trouble::Malformed {
        received: kept::text(&status.line.0, MAX_KEPT_LINE),
        speaks: None,
    })
}

/// Reads the answer to a goodbye.
pub(super) async fn goodbye<S>(talk: &mut Conversation<S>, wait: Wait) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    accepted(&reply::answer(talk, wait).await?).map(|_| ())
}

fn accepted(status: &Status) -> Result<Text, Trouble> {
    if status.ok {
        Ok(kept::text(&status.line.0, MAX_KEPT_LINE))
    } else {
        Err(refusal(status))
    }
}

/// The refusal in what came of a response that did not come to its end.
pub(super) fn refused_so_far(received: &[u8]) -> Option<Trouble> {
    pop3::refusal_so_far(received).map(|status| refusal(&status))
}

fn refusal(status: &Status) -> Trouble {
    Trouble::Rejected(rejection(status))
}

fn rejection(status: &Status) -> Rejection {
    let permanence = if is_temporary(status) {
        Permanence::Temporary
    } else {
        Permanence::Permanent
    };
    Rejection {
        reply: vec![kept::text(&status.line.0, MAX_KEPT_LINE)],
        permanence,
    }
}

/// RFC 2449 section 8.1 and RFC 3206; many servers give no code and only say it.
fn is_temporary(status: &Status) -> bool {
    const CODES: [&str; 3] = ["SYS/TEMP", "IN-USE", "LOGIN-DELAY"];
    let coded = status
        .code
        .as_ref()
        .is_some_and(|code| CODES.iter().any(|known| code.eq_ignore_ascii_case(known)));
    coded || sounds_temporary(&status.text)
}
