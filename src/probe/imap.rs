//! IMAP (RFC 9051 and RFC 3501): greeting, CAPABILITY, STARTTLS, LOGOUT. Never a login.

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::Conversation;
use super::dialogue::{Offer, sounds_temporary};
use crate::facts::Greeting;
use crate::failure::{Permanence, Rejection, Trouble};
use crate::net::Wait;
use crate::wire::foreign::Speaks;
use crate::wire::imap::{self, Response, StatusKind, Tag};
use crate::wire::{Text, foreign};

/// Untagged responses that may come before the answer to a command.
const MAX_UNTAGGED: usize = 64;

/// Reads the greeting.
pub(super) async fn greet<S>(talk: &mut Conversation<S>, wait: Wait) -> Result<Greeting, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let foreign = |speaks| speaks != Speaks::Imap;
    let greeting = talk.read_unless(imap::response, foreign, wait).await?;
    match (&greeting.tag, greeting.status) {
        (Tag::Untagged, Some(StatusKind::Ok)) => Ok(Greeting {
            lines: vec![greeting.line],
            preauthenticated: false,
        }),
        (Tag::Untagged, Some(StatusKind::Preauth)) => Ok(Greeting {
            lines: vec![greeting.line],
            preauthenticated: true,
        }),
        (Tag::Untagged, Some(StatusKind::Bye | StatusKind::No | StatusKind::Bad)) => {
            Err(refusal(greeting))
        }
        _ => Err(unexpected(greeting)),
    }
}

/// Asks what the server offers.
pub(super) async fn capabilities<S>(
    talk: &mut Conversation<S>,
    tag: &str,
    wait: Wait,
) -> Result<Offer, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (untagged, done) = command(talk, tag, "CAPABILITY", wait).await?;
    let words = untagged
        .iter()
        .chain(std::iter::once(&done))
        .find_map(imap::capabilities)
        .unwrap_or_default();
    Ok(Offer {
        mechanisms: imap::auth_mechanisms(&words),
        starttls: imap::keyword(&words, "STARTTLS").is_some(),
        words,
        helo_fallback: false,
    })
}

/// Asks for TLS.
pub(super) async fn starttls<S>(
    talk: &mut Conversation<S>,
    tag: &str,
    wait: Wait,
) -> Result<Vec<Text>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (_, done) = command(talk, tag, "STARTTLS", wait).await?;
    Ok(vec![done.line])
}

/// Says goodbye. The BYE that comes first is what was asked for.
pub(super) async fn quit<S>(
    talk: &mut Conversation<S>,
    tag: &str,
    wait: Wait,
) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    talk.send(&format!("{tag} LOGOUT"), wait).await?;
    for _ in 0..MAX_UNTAGGED {
        let response = talk.read(imap::response, wait).await?;
        if matches!(&response.tag, Tag::Tagged(got) if got.eq_ignore_ascii_case(tag)) {
            return Ok(());
        }
    }
    Err(Trouble::Malformed {
        received: Text::default(),
        speaks: None,
    })
}

/// Sends a command and reads up to its tagged answer. Gives the untagged responses before it, and the answer.
async fn command<S>(
    talk: &mut Conversation<S>,
    tag: &str,
    command: &str,
    wait: Wait,
) -> Result<(Vec<Response>, Response), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    talk.send(&format!("{tag} {command}"), wait).await?;
    let mut untagged = Vec::new();
    loop {
        let response = talk.read(imap::response, wait).await?;
        match (&response.tag, response.status) {
            (Tag::Tagged(got), Some(StatusKind::Ok)) if got.eq_ignore_ascii_case(tag) => {
                return Ok((untagged, response));
            }
            (Tag::Tagged(got), Some(StatusKind::No | StatusKind::Bad))
                if got.eq_ignore_ascii_case(tag) =>
            {
                return Err(refusal(response));
            }
            // The server ends the session in the middle of the dialogue.
            (Tag::Untagged, Some(StatusKind::Bye)) => return Err(refusal(response)),
            (Tag::Untagged, _) if untagged.len() < MAX_UNTAGGED => untagged.push(response),
            _ => return Err(unexpected(response)),
        }
    }
}

fn refusal(response: Response) -> Trouble {
    const CODES: [&str; 5] = ["UNAVAILABLE", "LIMIT", "INUSE", "THROTTLED", "SERVERBUG"];
    let coded = response
        .code
        .as_ref()
        .is_some_and(|code| CODES.iter().any(|known| code.eq_ignore_ascii_case(known)));
    let temporary = coded || sounds_temporary(&response.text);
    let permanence = if temporary {
        Permanence::Temporary
    } else {
        Permanence::Permanent
    };
    Trouble::Rejected(Rejection {
        reply: vec![response.line],
        permanence,
    })
}

fn unexpected(response: Response) -> Trouble {
    let speaks = foreign::identify(&[&response.line.0[..], b"\r\n"].concat());
    Trouble::Malformed {
        received: response.line,
        speaks,
    }
}
