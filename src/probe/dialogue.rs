//! What the three protocols have in common: greet, capabilities, STARTTLS, quit.

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::Conversation;
use super::{imap, pop3, smtp};
use crate::facts::Greeting;
use crate::failure::Trouble;
use crate::net::Wait;
use crate::service::Protocol;
use crate::wire::Text;

/// What a server offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// The list, word for word: keyword lines of SMTP and POP3, words of IMAP.
    pub words: Vec<Text>,
    /// SASL mechanisms, in the order of the server.
    pub mechanisms: Vec<String>,
    /// Whether TLS can be asked for.
    pub starttls: bool,
    /// EHLO was unknown, HELO was taken.
    pub helo_fallback: bool,
}

/// Reads the greeting. Nothing may be sent before it is complete (RFC 5321 section 4.3.1).
pub async fn greet<S>(
    protocol: Protocol,
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<Greeting, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    match protocol {
        Protocol::Smtp => smtp::greet(talk, wait).await,
        Protocol::Pop3 => pop3::greet(talk, wait).await,
        Protocol::Imap => imap::greet(talk, wait).await,
    }
}

/// Asks what the server offers. `name` is for EHLO; `after_tls` keeps the tags of IMAP apart.
pub async fn capabilities<S>(
    protocol: Protocol,
    talk: &mut Conversation<S>,
    name: &str,
    after_tls: bool,
    wait: Wait,
) -> Result<Offer, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let tag = if after_tls { "a3" } else { "a1" };
    match protocol {
        Protocol::Smtp => smtp::capabilities(talk, name, wait).await,
        Protocol::Pop3 => pop3::capabilities(talk, wait).await,
        Protocol::Imap => imap::capabilities(talk, tag, wait).await,
    }
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
    match protocol {
        Protocol::Smtp => smtp::starttls(talk, wait).await,
        Protocol::Pop3 => pop3::starttls(talk, wait).await,
        Protocol::Imap => imap::starttls(talk, "a2", wait).await,
    }
}

/// Says goodbye.
pub async fn quit<S>(
    protocol: Protocol,
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    match protocol {
        Protocol::Smtp => smtp::quit(talk, wait).await,
        Protocol::Pop3 => pop3::quit(talk, wait).await,
        Protocol::Imap => imap::quit(talk, "a4", wait).await,
    }
}

/// Whether the text of a refusal speaks of later, for the protocols whose refusals need not carry a code for it.
pub(super) fn sounds_temporary(text: &Text) -> bool {
    const SIGNS: [&str; 5] = [
        "too many",
        "try again",
        "temporar",
        "later",
        "maximum number of connections",
    ];
    let lower = text.to_lossy().to_lowercase();
    SIGNS.iter().any(|sign| lower.contains(sign))
}
