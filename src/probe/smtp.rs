//! SMTP (RFC 5321, STARTTLS by RFC 3207, AUTH by RFC 4954): greeting, EHLO, STARTTLS, QUIT, and what answers a login.

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::{Conversation, Patience, Shown};
use super::dialogue::{Heard, Offer, challenge_shown};
use super::reply::{answer, command, corrected, first};
use crate::facts::Greeting;
use crate::failure::{Permanence, Rejection, Trouble};
use crate::net::Wait;
use crate::wire::Text;
use crate::wire::foreign::{self, Speaks};
use crate::wire::kept::{self, MAX_KEPT_LINE};
use crate::wire::smtp::{self, Reply};

/// Reads the greeting.
pub(super) async fn greet<S>(talk: &mut Conversation<S>, wait: Wait) -> Result<Greeting, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let is_foreign = |speaks| !matches!(speaks, Speaks::Smtp | Speaks::Lmtp);
    let reply = talk.read_unless(smtp::reply, is_foreign, wait).await?;
    match reply.code {
        // FTP greets with 220 too, and says so in its text.
        220 if speaks(&reply).is_some_and(is_foreign) => Err(unexpected(&reply)),
        220 => Ok(Greeting {
            lines: kept::reply(reply.to_lines()),
            dripped: talk.dripped(),
            preauthenticated: false,
        }),
        _ => Err(refusal(&reply)),
    }
}

/// Asks what the server offers: EHLO, and HELO where EHLO is unknown.
pub(super) async fn capabilities<S>(
    talk: &mut Conversation<S>,
    name: &str,
    wait: Wait,
) -> Result<Offer, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut reply: Reply = command(talk, &format!("EHLO {name}"), wait).await?;
    // What refuses a command like this may refuse another one, which something in front of the server sent first.
    // A greeting is none either: some servers greet once more inside TLS.
    if matches!(reply.code, 220 | 500..=503) {
        reply = corrected(talk, reply, wait).await;
    }
    match reply.code {
        250 => Ok(offer(&reply)),
        // RFC 5321 section 3.2: a server from before ESMTP does not know EHLO, and HELO is to be tried.
        500 | 502 => hello(talk, name, &reply, wait).await,
        // Some of them call it out of order. What was greeted already is another matter.
        503 if !greeted_already(&reply) => {
            let offer = hello(talk, name, &reply, wait).await;
            offer.map_err(|_| refusal(&reply))
        }
        _ => Err(refusal(&reply)),
    }
}

fn greeted_already(reply: &Reply) -> bool {
    let text = reply.text().to_lossy().to_ascii_lowercase();
    ["already", "duplicate", "twice", "again"]
        .iter()
        .any(|word| text.contains(word))
}

fn offer(reply: &Reply) -> Offer {
    let words = smtp::ehlo_keywords(reply);
    Offer {
        mechanisms: smtp::auth_mechanisms(&words),
        starttls: smtp::keyword(&words, "STARTTLS").is_some(),
        words: kept::list(words),
        ..Offer::default()
    }
}

async fn hello<S>(
    talk: &mut Conversation<S>,
    name: &str,
    refused: &Reply,
    wait: Wait,
) -> Result<Offer, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let reply: Reply = command(talk, &format!("HELO {name}"), wait).await?;
    match reply.code {
        250 => Ok(Offer {
            ehlo_refusal: Some(kept::reply(refused.to_lines())),
            ..Offer::default()
        }),
        _ => Err(refusal(&reply)),
    }
}

/// Asks for TLS.
pub(super) async fn starttls<S>(
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<Vec<Text>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let reply: Reply = first(talk, "STARTTLS", wait).await?;
    match reply.code {
        220 => Ok(kept::reply(reply.to_lines())),
        _ => Err(refusal(&reply)),
    }
}

/// Reads what the server says in the course of a login.
pub(super) async fn answer_to_login<S>(
    talk: &mut Conversation<S>,
    patience: Patience,
) -> Result<Heard, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let shown = |reply: &Reply| match reply.code {
        334 => challenge_shown("334"),
        _ => Shown::Whole,
    };
    let reply = talk.reply_shown_as(smtp::reply, shown, patience).await?;
    match reply.code {
        334 => Ok(Heard::challenge(&reply.text())),
        235 => Ok(Heard::Accepted),
        _ => match refusal(&reply) {
            Trouble::Rejected(refusal) => Ok(Heard::Refused(refusal)),
            trouble => Err(trouble),
        },
    }
}

/// A command of a transaction and its answer: lines of consent, or the refusal.
pub(super) async fn mail_command<S>(
    talk: &mut Conversation<S>,
    line: &str,
    wait: Wait,
) -> Result<Result<Vec<Text>, Rejection>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    consent(&command(talk, line, wait).await?)
}

/// The message of a transaction up to its lone dot, and the answer to it.
pub(super) async fn message<S>(
    talk: &mut Conversation<S>,
    message: &str,
    wait: Wait,
) -> Result<Result<Vec<Text>, Rejection>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    talk.send(message, wait).await?;
    consent(&talk.reply(smtp::reply, wait).await?)
}

fn consent(reply: &Reply) -> Result<Result<Vec<Text>, Rejection>, Trouble> {
    if reply.is_positive() {
        return Ok(Ok(kept::reply(reply.to_lines())));
    }
    match refusal(reply) {
        Trouble::Rejected(refusal) => Ok(Err(refusal)),
        trouble => Err(trouble),
    }
}

/// Reads the answer to a goodbye.
pub(super) async fn goodbye<S>(talk: &mut Conversation<S>, wait: Wait) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let reply: Reply = answer(talk, wait).await?;
    if reply.is_positive() {
        Ok(())
    } else {
        Err(refusal(&reply))
    }
}

/// A reply that is not what was hoped for. A positive one in the wrong place is no refusal, but for the goodbye, by which
/// the server ends the session (RFC 5321 section 4.2.3).
fn refusal(reply: &Reply) -> Trouble {
    let permanence = match reply.code {
        221 | 400..=499 => Permanence::Temporary,
        500..=599 => Permanence::Permanent,
        _ => return unexpected(reply),
    };
    Trouble::Rejected(Rejection {
        reply: kept::reply(reply.to_lines()),
        permanence,
    })
}

/// The refusal in what came of a reply that did not come to its end.
pub(super) fn refused_so_far(received: &[u8]) -> Option<Trouble> {
    smtp::refusal_so_far(received).map(|reply| refusal(&reply))
}

fn unexpected(reply: &Reply) -> Trouble {
    Trouble::Malformed {
        received: kept::text(&bytes(reply), MAX_KEPT_LINE),
        speaks: speaks(reply),
    }
}

fn speaks(reply: &Reply) -> Option<Speaks> {
    foreign::identify(&bytes(reply))
}

fn bytes(reply: &Reply) -> Vec<u8> {
    reply
        .to_lines()
        .iter()
        .flat_map(|line| [&line.0[..], b"\r\n"].concat())
        .collect()
}
