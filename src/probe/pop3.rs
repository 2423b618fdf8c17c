//! POP3 (RFC 1939, CAPA by RFC 2449, STLS by RFC 2595). Never a login.

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::Conversation;
use super::dialogue::{Offer, sounds_temporary};
use crate::facts::Greeting;
use crate::failure::{Permanence, Rejection, Trouble};
use crate::net::Wait;
use crate::wire::Text;
use crate::wire::foreign::Speaks;
use crate::wire::pop3::{self, Status};

/// Reads the greeting.
pub(super) async fn greet<S>(talk: &mut Conversation<S>, wait: Wait) -> Result<Greeting, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let foreign = |speaks| speaks != Speaks::Pop3;
    let status = talk.read_unless(pop3::status, foreign, wait).await?;
    accepted(status).map(|line| Greeting {
        lines: vec![line],
        preauthenticated: false,
    })
}

/// Asks what the server offers. A server from before CAPA offers nothing, which is no fault.
pub(super) async fn capabilities<S>(
    talk: &mut Conversation<S>,
    wait: Wait,
) -> Result<Offer, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let status = command(talk, "CAPA", wait).await?;
    if !status.ok {
        return if is_temporary(&status) {
            Err(refusal(status))
        } else {
            Ok(Offer::default())
        };
    }
    let words = talk.read(pop3::multiline, wait).await?;
    Ok(Offer {
        mechanisms: pop3::sasl_mechanisms(&words),
        starttls: pop3::keyword(&words, "STLS").is_some(),
        words,
        helo_fallback: false,
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
    accepted(command(talk, "STLS", wait).await?).map(|line| vec![line])
}

/// Says goodbye.
pub(super) async fn quit<S>(talk: &mut Conversation<S>, wait: Wait) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    accepted(command(talk, "QUIT", wait).await?).map(|_| ())
}

async fn command<S>(talk: &mut Conversation<S>, line: &str, wait: Wait) -> Result<Status, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    talk.send(line, wait).await?;
    talk.read(pop3::status, wait).await
}

fn accepted(status: Status) -> Result<Text, Trouble> {
    if status.ok {
        Ok(status.line)
    } else {
        Err(refusal(status))
    }
}

fn refusal(status: Status) -> Trouble {
    let temporary = is_temporary(&status);
    let permanence = if temporary {
        Permanence::Temporary
    } else {
        Permanence::Permanent
    };
    Trouble::Rejected(Rejection {
        reply: vec![status.line],
        permanence,
    })
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
