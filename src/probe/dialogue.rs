//! What the three protocols have in common: greet, capabilities, STARTTLS, quit.

use std::time::Duration;

use data_encoding::BASE64;
use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::{Conversation, Shown};
use super::{imap, pop3, reply, smtp};
use crate::codes::reply::{ReplyText, reply_text};
use crate::facts::Greeting;
use crate::failure::{Permanence, Rejection, Trouble};
use crate::net::Wait;
use crate::secret::Secret;
use crate::service::Protocol;
use crate::wire::Text;
use crate::wire::foreign::{self, Speaks};
use crate::wire::kept::{self, MAX_KEPT_LINE};

/// What a server offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// The list, word for word: keyword lines of SMTP and POP3, words of IMAP.
    pub words: Vec<Text>,
    /// SASL mechanisms, in the order of the server.
    pub mechanisms: Vec<String>,
    /// Whether TLS can be asked for.
    pub starttls: bool,
    /// The refusal of EHLO, where it was unknown and HELO was taken.
    pub ehlo_refusal: Option<Vec<Text>>,
    /// The server would not say what it offers. That it has no TLS does not follow.
    pub untold: bool,
}

/// What the server says in the course of a login.
pub(super) enum Heard {
    /// It wants an answer to this; `None` where it is no base64.
    Challenge(Option<Vec<u8>>),
    /// Yes.
    Accepted,
    /// No, or that the session ends.
    Refused(Rejection),
}

impl Heard {
    /// A challenge out of its base64.
    pub(super) fn challenge(text: &Text) -> Self {
        Self::Challenge(BASE64.decode(text.0.trim_ascii()).ok())
    }
}

/// What is shown of a challenge: with what a mechanism says in it, a password can be guessed at leisure.
pub(super) fn challenge_shown(sign: &str) -> Shown {
    Shown::As(format!("{sign} {}", Secret::SHOWN))
}

/// How long the answer to a goodbye may take. Nothing depends on it.
pub(super) const GOODBYE: Duration = Duration::from_secs(2);

/// How long a second reply is waited for, where the first may belong to a command that was not ours.
const GRACE: Duration = Duration::from_millis(300);

/// Reads the greeting. Nothing may be sent before it is complete (RFC 5321 section 4.3.1).
pub async fn greet<S>(
    protocol: Protocol,
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<Greeting, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let greeting = match protocol {
        Protocol::Smtp => smtp::greet(talk, wait).await,
        Protocol::Pop3 => pop3::greet(talk, wait).await,
        Protocol::Imap => imap::greet(talk, wait).await,
    };
    greeting.map_err(|trouble| no_greeting(protocol, refused_all_the_same(protocol, true, trouble)))
}

/// Asks what the server offers. `name` is for EHLO.
pub async fn capabilities<S>(
    protocol: Protocol,
    talk: &mut Conversation<S>,
    name: &str,
    wait: Wait,
) -> Result<Offer, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let offer = match protocol {
        Protocol::Smtp => smtp::capabilities(talk, name, wait).await,
        Protocol::Pop3 => pop3::capabilities(talk, wait).await,
        Protocol::Imap => imap::capabilities(talk, wait).await,
    };
    offer.map_err(|trouble| refused_all_the_same(protocol, false, trouble))
}

/// Asks for TLS. Gives the server's consent, line by line.
pub async fn starttls<S>(
    protocol: Protocol,
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<Vec<Text>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let consent = match protocol {
        Protocol::Smtp => smtp::starttls(talk, wait).await,
        Protocol::Pop3 => pop3::starttls(talk, wait).await,
        Protocol::Imap => imap::starttls(talk, wait).await,
    };
    consent.map_err(|trouble| refused_all_the_same(protocol, false, trouble))
}

/// Says goodbye, and waits for the answer.
pub async fn quit<S>(
    protocol: Protocol,
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    say_goodbye(protocol, talk, wait).await?;
    goodbye_answered(protocol, talk, wait).await
}

/// Says goodbye.
pub(super) async fn say_goodbye<S>(
    protocol: Protocol,
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    match protocol {
        Protocol::Smtp | Protocol::Pop3 => reply::say(talk, "QUIT", wait).await,
        Protocol::Imap => {
            let tag = talk.tag("LOGOUT");
            talk.send(&format!("{tag} LOGOUT"), wait).await
        }
    }
}

/// Waits for what a server says to a goodbye.
pub(super) async fn goodbye_answered<S>(
    protocol: Protocol,
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    match protocol {
        Protocol::Smtp => smtp::goodbye(talk, wait).await,
        Protocol::Pop3 => pop3::goodbye(talk, wait).await,
        Protocol::Imap => imap::goodbye(talk, wait).await,
    }
}

/// Says the first command although no greeting came, and gives what comes then, whatever it is.
pub(super) async fn begin<S>(
    protocol: Protocol,
    talk: &mut Conversation<S>,
    name: &str,
    wait: Wait,
) -> Option<Text>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let command = match protocol {
        Protocol::Smtp => format!("EHLO {name}"),
        Protocol::Pop3 => "CAPA".to_owned(),
        Protocol::Imap => format!("{} CAPABILITY", talk.tag("CAPABILITY")),
    };
    talk.send(&command, wait).await.ok()?;
    talk.anything(wait).await
}

/// A refusal in the form of another protocol is a refusal all the same: a front end that guards several ports says no
/// in one form on all of them. A server of that other protocol would greet. So is one that did not come to its end:
/// servers that refuse hang up in a hurry.
fn refused_all_the_same(protocol: Protocol, greets: bool, trouble: Trouble) -> Trouble {
    let refused = match &trouble {
        Trouble::Malformed { received, .. } => refused_in_any_form(protocol, received),
        Trouble::Clock { received, .. } | Trouble::Closed { received }
            if !received.0.is_empty() =>
        {
            return refused_so_far(protocol, greets, received).unwrap_or(trouble);
        }
        _ => None,
    };
    refused.map_or(trouble, Trouble::Rejected)
}

/// The refusal in what came of an answer that did not come to its end, in the protocol's own form or another.
fn refused_so_far(protocol: Protocol, greets: bool, received: &Text) -> Option<Trouble> {
    let own = match protocol {
        Protocol::Smtp => smtp::refused_so_far(&received.0),
        Protocol::Pop3 => pop3::refused_so_far(&received.0),
        Protocol::Imap => imap::refused_so_far(&received.0, greets),
    };
    own.or_else(|| {
        let whole = Text([&received.0[..], b"\r\n"].concat());
        refused_in_any_form(protocol, &whole).map(Trouble::Rejected)
    })
}

/// What came in place of a greeting and cannot become one does not wait for its end: another service begins so.
fn no_greeting(protocol: Protocol, trouble: Trouble) -> Trouble {
    match trouble {
        Trouble::Clock { received, .. } if !may_become_a_greeting(protocol, &received.0) => {
            let speaks = foreign::identify(&received.0);
            Trouble::Malformed { received, speaks }
        }
        trouble => trouble,
    }
}

/// Whether bytes begin as a greeting of the protocol does, or as its refusal, as far as they go.
fn may_become_a_greeting(protocol: Protocol, bytes: &[u8]) -> bool {
    let begins = |word: &[u8]| {
        bytes
            .iter()
            .zip(word)
            .all(|(got, due)| got.eq_ignore_ascii_case(due))
    };
    match protocol {
        Protocol::Smtp => bytes.iter().take(3).all(u8::is_ascii_digit),
        Protocol::Pop3 => begins(b"+OK") || begins(b"-ERR"),
        Protocol::Imap => begins(b"* "),
    }
}

/// The refusal that bytes are, in whatever protocol's form.
pub(super) fn refused_in_any_form(protocol: Protocol, received: &Text) -> Option<Rejection> {
    let own = match protocol {
        Protocol::Smtp => Speaks::Smtp,
        Protocol::Pop3 => Speaks::Pop3,
        Protocol::Imap => Speaks::Imap,
    };
    let refusal = foreign::refusal(&received.0, own)?;
    let temporary = refusal.temporary || sounds_temporary(&refusal.line);
    // Without a code only the words tell a no to this client from the voice of another service.
    (refusal.coded || temporary || is_about_us(&refusal.line)).then(|| Rejection {
        reply: vec![kept::text(&refusal.line.0, MAX_KEPT_LINE)],
        permanence: if temporary {
            Permanence::Temporary
        } else {
            Permanence::Permanent
        },
    })
}

/// Whether an answer to a TLS hello says that it is no command (RFC 5321 section 4.2.4): then nobody was refused, and the
/// port speaks unencrypted.
pub(super) fn took_it_for_a_command(received: &Text) -> bool {
    let line = &received.0[..];
    let code = matches!(line, [b'5', b'0', b'0'..=b'3', b' ' | b'-', ..]);
    code && !is_about_us(received)
}

/// Whether the words of a refusal are about the client that connects.
fn is_about_us(line: &Text) -> bool {
    matches!(
        reply_text(&line.read()),
        Some(
            ReplyText::BlockList
                | ReplyText::BlockListQueryRefused
                | ReplyText::DynamicAddress
                | ReplyText::Reputation
                | ReplyText::DomainReputation
                | ReplyText::ReverseDnsMissing
                | ReplyText::TooManyConnections
                | ReplyText::RateLimited
                | ReplyText::ShuttingDown
                | ReplyText::CutOffInFront
                | ReplyText::ClientRefused
        )
    )
}

/// How long a second reply is waited for, within what `wait` allows.
pub(super) fn grace(wait: Wait) -> Wait {
    Wait {
        limit: wait.limit.min(GRACE),
        ..wait
    }
}

/// Whether the text of a refusal speaks of later, for the protocols whose refusals need not carry a code for it.
pub(super) fn sounds_temporary(text: &Text) -> bool {
    const SIGNS: [&str; 9] = [
        "too many",
        "try again",
        "tempor",
        "later",
        "vorübergehend",
        "plus tard",
        "más tarde",
        "稍后",
        "稍後",
    ];
    let said = text.read();
    let lower = said.to_lowercase();
    SIGNS.iter().any(|sign| lower.contains(sign)) || is_trouble_of_the_server(&said)
}

/// Whether the words say that the server, or what stands behind it, is not up to it now.
fn is_trouble_of_the_server(text: &str) -> bool {
    matches!(
        reply_text(text),
        Some(
            ReplyText::ServerTrouble
                | ReplyText::ExchangeFrontEnd
                | ReplyText::ShuttingDown
                | ReplyText::IdleTimeout
                | ReplyText::TooManyConnections
                | ReplyText::RateLimited
                | ReplyText::TooManyFailedLogins
                | ReplyText::LoginTemporarilyUnavailable
                | ReplyText::CutOffInFront
        )
    )
}
