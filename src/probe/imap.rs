//! IMAP (RFC 9051 and RFC 3501): greeting, CAPABILITY, STARTTLS, LOGOUT. Never a login.

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::{Conversation, Patience};
use super::dialogue::{Offer, sounds_temporary};
use crate::facts::{Greeting, UnaskedKind};
use crate::failure::{Permanence, Rejection, Trouble};
use crate::net::Wait;
use crate::wire::foreign::Speaks;
use crate::wire::imap::{self, Response, StatusKind, Tag};
use crate::wire::kept::{self, MAX_KEPT_LINE};
use crate::wire::{Text, foreign};

/// Responses that may come before the answer to a command.
const MAX_RESPONSES: usize = 64;

/// What a command brought.
struct Answer {
    /// The tagged line.
    line: Text,
    /// The last list of capabilities before its end, or in it: it replaces earlier ones (RFC 9051 section 7.2.2).
    capabilities: Option<Vec<Text>>,
}

/// Reads the greeting.
pub(super) async fn greet<S>(talk: &mut Conversation<S>, wait: Wait) -> Result<Greeting, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let foreign = |speaks| speaks != Speaks::Imap;
    let greeting = talk.read_unless(imap::response, foreign, wait).await?;
    let welcome = |preauthenticated| Greeting {
        lines: vec![kept::text(&greeting.line.0, MAX_KEPT_LINE)],
        dripped: talk.dripped(),
        preauthenticated,
    };
    match (&greeting.tag, greeting.status) {
        (Tag::Untagged, Some(StatusKind::Ok)) => Ok(welcome(false)),
        (Tag::Untagged, Some(StatusKind::Preauth)) => Ok(welcome(true)),
        (Tag::Untagged, Some(StatusKind::Bye | StatusKind::No | StatusKind::Bad)) => {
            Err(refusal(&greeting))
        }
        _ => Err(unexpected(&greeting)),
    }
}

/// Asks what the server offers.
pub(super) async fn capabilities<S>(
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<Offer, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let answer = command(talk, "CAPABILITY", wait).await?;
    let words = answer.capabilities.unwrap_or_default();
    Ok(Offer {
        mechanisms: imap::auth_mechanisms(&words),
        starttls: imap::keyword(&words, "STARTTLS").is_some(),
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
    let answer = command(talk, "STARTTLS", wait).await?;
    Ok(vec![kept::text(&answer.line.0, MAX_KEPT_LINE)])
}

/// Says goodbye. The BYE that comes first is what was asked for.
pub(super) async fn quit<S>(talk: &mut Conversation<S>, wait: Wait) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let tag = talk.tag("LOGOUT");
    talk.send(&format!("{tag} LOGOUT"), wait).await?;
    let patience = Patience::from(wait);
    for _ in 0..MAX_RESPONSES {
        let response = talk.reply(imap::response, patience).await?;
        if is_tagged(&response, &tag) {
            return Ok(());
        }
    }
    Err(flood())
}

/// Sends a command and reads up to its tagged answer, within one limit for all of it. Of the responses before, the
/// capabilities are kept, and what has no place there is noted.
async fn command<S>(
    talk: &mut Conversation<S>,
    command: &str,
    wait: Wait,
) -> Result<Answer, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let tag = talk.tag(command);
    talk.send(&format!("{tag} {command}"), wait).await?;
    let patience = Patience::from(wait);
    let (mut capabilities, mut stray) = (None, None);
    for _ in 0..MAX_RESPONSES {
        let response = talk.reply(imap::response, patience).await;
        let response = response.map_err(|trouble| instead_of_an_answer(trouble, stray.as_ref()))?;
        capabilities = imap::capabilities(&response).or(capabilities);
        if imap::is_mailbox_data(&response) {
            talk.note(UnaskedKind::MailboxData, &response.line);
        }
        match (&response.tag, response.status) {
            (Tag::Tagged(_), Some(StatusKind::Ok)) if is_tagged(&response, &tag) => {
                let line = response.line;
                return Ok(Answer { line, capabilities });
            }
            (Tag::Tagged(_), _) if is_tagged(&response, &tag) => return Err(refusal(&response)),
            // The answer to a command that somebody else gave, or that the server took for one.
            (Tag::Tagged(_), _) | (Tag::Untagged, Some(StatusKind::Bad)) => {
                talk.note(UnaskedKind::Reply, &response.line);
                stray = Some(response);
            }
            (Tag::Untagged, Some(StatusKind::Bye)) => return Err(farewell(&response)),
            (Tag::Untagged, _) => {}
            (Tag::Continuation, _) => return Err(unexpected(&response)),
        }
    }
    Err(flood())
}

/// Where nothing came but an answer to something else, that is what is wrong, and not the silence or the end behind it.
fn instead_of_an_answer(trouble: Trouble, stray: Option<&Response>) -> Trouble {
    match (&trouble, stray) {
        (Trouble::Clock { .. } | Trouble::Closed { .. }, Some(stray)) => unexpected(stray),
        _ => trouble,
    }
}

fn is_tagged(response: &Response, tag: &str) -> bool {
    matches!(&response.tag, Tag::Tagged(got) if got.eq_ignore_ascii_case(tag))
}

fn refusal(response: &Response) -> Trouble {
    const CODES: [&str; 5] = ["UNAVAILABLE", "LIMIT", "INUSE", "THROTTLED", "SERVERBUG"];
    let coded = response
        .code
        .as_ref()
        .is_some_and(|code| CODES.iter().any(|known| code.eq_ignore_ascii_case(known)));
    let temporary = coded || sounds_temporary(&response.text);
    rejected(
        response,
        if temporary {
            Permanence::Temporary
        } else {
            Permanence::Permanent
        },
    )
}

/// The server ends the session in the middle of the dialogue (RFC 9051 section 7.1.5). As with SMTP's 421, nothing
/// follows from that about the command that was given.
fn farewell(response: &Response) -> Trouble {
    rejected(response, Permanence::Temporary)
}

fn rejected(response: &Response, permanence: Permanence) -> Trouble {
    Trouble::Rejected(Rejection {
        reply: vec![kept::text(&response.line.0, MAX_KEPT_LINE)],
        permanence,
    })
}

fn unexpected(response: &Response) -> Trouble {
    let speaks = foreign::identify(&[&response.line.0[..], b"\r\n"].concat());
    Trouble::Malformed {
        received: kept::text(&response.line.0, MAX_KEPT_LINE),
        speaks,
    }
}

/// So many responses and no answer among them.
fn flood() -> Trouble {
    Trouble::Malformed {
        received: Text::default(),
        speaks: None,
    }
}
