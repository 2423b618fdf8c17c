//! IMAP (RFC 9051 and RFC 3501): greeting, CAPABILITY, STARTTLS, LOGOUT; and, once somebody logs in, what answers that, and
//! which mailboxes there are. Nothing in them is read or changed.

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::{Conversation, Patience, Shown};
use super::dialogue::{Heard, Offer, challenge_shown, sounds_temporary};
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

/// Reads what the server says in the course of the login that carries `tag`. What it says untagged and not as data
/// belongs to a refusal: it often has the reason.
pub(super) async fn answer_to_login<S>(
    talk: &mut Conversation<S>,
    tag: &str,
    patience: Patience,
) -> Result<Heard, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let shown = |response: &Response| match response.tag {
        Tag::Continuation => challenge_shown("+"),
        Tag::Tagged(_) | Tag::Untagged => Shown::Whole,
    };
    let mut before = Vec::new();
    for _ in 0..MAX_RESPONSES {
        let response = talk.reply_shown_as(imap::response, shown, patience).await?;
        match (&response.tag, response.status) {
            (Tag::Continuation, _) => return Ok(Heard::challenge(&response.text)),
            (Tag::Tagged(_), Some(StatusKind::Ok)) if is_tagged(&response, tag) => {
                return Ok(Heard::Accepted);
            }
            (Tag::Tagged(_), _) if is_tagged(&response, tag) => {
                return Ok(Heard::Refused(with_reasons(before, rejection(&response))));
            }
            (Tag::Untagged, Some(StatusKind::Bye)) => {
                let farewell = Rejection {
                    permanence: Permanence::Temporary,
                    ..rejection(&response)
                };
                return Ok(Heard::Refused(with_reasons(before, farewell)));
            }
            (Tag::Untagged, Some(StatusKind::No | StatusKind::Bad)) => {
                before.push(kept::text(&response.line.0, MAX_KEPT_LINE));
            }
            (Tag::Tagged(_), _) => return Err(unexpected(&response)),
            (Tag::Untagged, _) => {}
        }
    }
    Err(flood())
}

fn with_reasons(mut before: Vec<Text>, refusal: Rejection) -> Rejection {
    before.extend(refusal.reply);
    Rejection {
        reply: kept::list(before),
        permanence: refusal.permanence,
    }
}

/// Says what program this is (RFC 2971), which some providers want to know before they open a mailbox.
pub(super) async fn identify<S>(talk: &mut Conversation<S>, wait: Wait) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let version = env!("CARGO_PKG_VERSION");
    let line = format!("ID (\"name\" \"mailcheck\" \"version\" \"{version}\")");
    after_login(talk, &line, |_| {}, wait).await.map(|_| ())
}

/// How many mailboxes there are. Their names are nobody's business.
pub(super) async fn mailboxes<S>(
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<Result<usize, Rejection>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut found = 0;
    let count = |response: &Response| found += usize::from(first_word(response) == "LIST");
    let answer = after_login(talk, "LIST \"\" \"*\"", count, wait).await?;
    Ok(answer.map(|()| found))
}

/// Opens INBOX to read (RFC 9051 section 6.3.3), and tells how many messages are there.
pub(super) async fn examine<S>(
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<Result<Option<u64>, Rejection>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut messages = None;
    let exists = |response: &Response| {
        let text = response.text.to_lossy();
        if let Some((number, "EXISTS")) = text.trim_end().split_once(' ') {
            messages = number.parse().ok();
        }
    };
    let answer = after_login(talk, "EXAMINE INBOX", exists, wait).await?;
    Ok(answer.map(|()| messages))
}

fn first_word(response: &Response) -> String {
    let text = response.text.to_lossy();
    let first = text.split(' ').next().unwrap_or_default();
    first.to_ascii_uppercase()
}

/// Of everything that one may have in a mailbox, so many lines are listened to.
const MAX_DATA: usize = 20_000;

/// Sends a command that only a session knows which is logged in. Each untagged response goes to `data`, and is not
/// recorded: it may be about private matters.
async fn after_login<S>(
    talk: &mut Conversation<S>,
    command: &str,
    mut data: impl FnMut(&Response),
    wait: Wait,
) -> Result<Result<(), Rejection>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let word = command.split(' ').next().unwrap_or_default();
    let tag = talk.tag(word);
    talk.send(&format!("{tag} {command}"), wait).await?;
    let patience = Patience::from(wait);
    let shown = |response: &Response| match (&response.tag, response.status) {
        (Tag::Untagged, None | Some(StatusKind::Ok)) => Shown::Nothing,
        _ => Shown::Whole,
    };
    let mut before = Vec::new();
    for _ in 0..MAX_DATA {
        let response = talk.reply_shown_as(imap::response, shown, patience).await?;
        match (&response.tag, response.status) {
            (Tag::Tagged(_), Some(StatusKind::Ok)) if is_tagged(&response, &tag) => {
                return Ok(Ok(()));
            }
            (Tag::Tagged(_), _) if is_tagged(&response, &tag) => {
                return Ok(Err(with_reasons(before, rejection(&response))));
            }
            (Tag::Untagged, Some(StatusKind::Bye)) => {
                return Ok(Err(with_reasons(before, rejection(&response))));
            }
            (Tag::Untagged, Some(StatusKind::No | StatusKind::Bad))
                if before.len() < MAX_RESPONSES =>
            {
                before.push(kept::text(&response.line.0, MAX_KEPT_LINE));
            }
            (Tag::Tagged(_) | Tag::Continuation, _) => return Err(unexpected(&response)),
            (Tag::Untagged, _) => data(&response),
        }
    }
    Err(flood())
}

/// Reads the answer to a goodbye. The BYE that comes first is what was asked for.
pub(super) async fn goodbye<S>(talk: &mut Conversation<S>, wait: Wait) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    // It is the same whenever it is asked for.
    let tag = talk.tag("LOGOUT");
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
            // Some servers put their own tag to it.
            (_, Some(StatusKind::Bye)) => return Err(farewell(&response)),
            (Tag::Tagged(_), _) if is_tagged(&response, &tag) => return Err(refusal(&response)),
            // The answer to a command that somebody else gave, or that the server took for one.
            (Tag::Tagged(_), _) | (Tag::Untagged, Some(StatusKind::Bad)) => {
                talk.note(UnaskedKind::Reply, &response.line);
                stray = Some(response);
            }
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
    Trouble::Rejected(rejection(response))
}

fn rejection(response: &Response) -> Rejection {
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
    Rejection {
        reply: vec![kept::text(&response.line.0, MAX_KEPT_LINE)],
        permanence,
    }
}

/// The server ends the session in the middle of the dialogue (RFC 9051 section 7.1.5). As with SMTP's 421, nothing
/// follows from that about the command that was given.
fn farewell(response: &Response) -> Trouble {
    Trouble::Rejected(Rejection {
        permanence: Permanence::Temporary,
        ..rejection(response)
    })
}

/// The farewell in what came of a response that did not come to its end: in place of a greeting, or in the dialogue.
pub(super) fn refused_so_far(received: &[u8], greets: bool) -> Option<Trouble> {
    let told = if greets { refusal } else { farewell };
    imap::farewell_so_far(received).as_ref().map(told)
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
