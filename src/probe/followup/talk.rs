//! A second conversation: to the server's first words, or to the point where TLS begins. Always with a goodbye.

use std::net::SocketAddr;

use tokio::io::{AsyncRead, AsyncWrite};

use super::super::conversation::Conversation;
use super::super::dialogue;
use super::super::record::Record;
use super::{Asking, Budget, Subject, in_silence};
use crate::facts::Greeting;
use crate::failure::Trouble;
use crate::net::seats::Sitting;
use crate::net::{self, Stream, Turn, tls};
use crate::service::{Protocol, Security};
use crate::wire::Text;
use crate::wire::proxy::Goal;

/// A connection, and its place. It is given up with the value.
pub(super) struct Line<'a> {
    pub(super) stream: Stream,
    pub(super) local: Option<SocketAddr>,
    pub(super) place: Place<'a>,
}

/// The turn at a place, and seats for what goes there. Both are given up with the value.
pub(super) struct Place<'a> {
    _turn: Turn,
    _seats: Sitting<'a>,
}

/// Waits for the turn at a place, and for seats for as many connections at once.
pub(super) async fn place<'a>(
    asking: Asking<'a>,
    goal: Goal<'_>,
    connections: usize,
) -> Result<Place<'a>, Trouble> {
    let wait = asking.budget.wait();
    let turn = asking.visit.turn_within(wait, goal).await;
    let seats = net::within(wait, asking.room.sit(connections)).await;
    Ok(Place {
        _turn: turn.map_err(in_silence)?,
        _seats: seats.map_err(in_silence)?,
    })
}

/// Waits for a place and connects.
pub(super) async fn connect<'a>(asking: Asking<'a>, goal: Goal<'_>) -> Result<Line<'a>, Trouble> {
    let place = place(asking, goal, 1).await?;
    let dialed = asking
        .visit
        .door
        .connect(goal, asking.budget.wait())
        .await?;
    Ok(Line {
        stream: dialed.stream,
        local: dialed.local,
        place,
    })
}

/// How a server begins.
pub(super) struct FirstWords {
    pub(super) greeting: Vec<Text>,
    /// Whether it offers STARTTLS, where it was asked in clear and told.
    pub(super) starttls: Option<bool>,
}

/// The server's first words, in clear or through TLS; whom the certificate names does not matter here.
pub(super) async fn first_words<S>(
    asking: Asking<'_>,
    stream: S,
    protocol: Protocol,
    security: Security,
    server_name: &str,
) -> Result<Vec<Text>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let budget = asking.budget;
    match security {
        Security::Starttls => {
            greeting(Conversation::new(stream, Record::new()), protocol, budget).await
        }
        Security::Tls => {
            let trust = &asking.visit.machine.trust;
            let handshake = tls::handshake(stream, server_name, trust, budget.wait()).await;
            let record = Record::new().under_tls();
            let talk = Conversation::new(handshake.stream?, record);
            greeting(talk, protocol, budget).await
        }
    }
}

/// The same in clear, and whether STARTTLS is offered: a server without TLS is another matter than one with STARTTLS.
pub(super) async fn first_words_and_offer<S>(
    asking: Asking<'_>,
    stream: S,
    protocol: Protocol,
    server_name: &str,
) -> Result<FirstWords, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut talk = Conversation::new(stream, Record::new());
    let greeting = dialogue::greet(protocol, &mut talk, asking.budget.wait()).await;
    let starttls = match greeting {
        Ok(_) => offers_starttls(asking, &mut talk, protocol, server_name).await,
        Err(_) => None,
    };
    end(talk, &greeting, protocol, asking.budget).await;
    let greeting = greeting?.lines;
    Ok(FirstWords { greeting, starttls })
}

async fn offers_starttls<S>(
    asking: Asking<'_>,
    talk: &mut Conversation<S>,
    protocol: Protocol,
    server_name: &str,
) -> Option<bool>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let name = asking.visit.ehlo_name(server_name, None);
    let wait = asking.budget.wait();
    let offer = dialogue::capabilities(protocol, talk, &name, wait).await;
    let offer = offer.ok().filter(|offer| !offer.untold)?;
    Some(offer.starttls)
}

/// How far a second conversation goes in clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UpTo {
    /// To where the first command would be said.
    FirstCommand,
    /// To where TLS would be asked for.
    Request,
    /// To where TLS begins.
    Tls,
}

/// Goes to where TLS begins, by STARTTLS where the service has it. What fails on the way fails here as well.
pub(super) async fn up_to_tls<S>(
    subject: Subject<'_>,
    stream: S,
    local: Option<SocketAddr>,
) -> Result<S, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    if subject.check.endpoint.service.security() == Security::Tls {
        return Ok(stream);
    }
    go(subject, stream, local, UpTo::Tls).await
}

/// Goes as far in clear. Nothing may have come by then that was not asked for.
pub(super) async fn go<S>(
    subject: Subject<'_>,
    stream: S,
    local: Option<SocketAddr>,
    up_to: UpTo,
) -> Result<S, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut talk = Conversation::new(stream, Record::new());
    if let Err(trouble) = say_up_to(subject, &mut talk, local, up_to).await {
        leave(&mut talk, &trouble, subject).await;
        return Err(trouble);
    }
    let (stream, _, early) = talk.into_parts();
    if early.is_empty() {
        Ok(stream)
    } else {
        Err(Trouble::Malformed {
            received: Text(early),
            speaks: None,
        })
    }
}

/// Says goodbye through TLS: after the greeting, which a port of implicit TLS has yet to say.
pub(super) async fn goodbye<S>(subject: Subject<'_>, stream: S)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let service = subject.check.endpoint.service;
    let (protocol, budget) = (service.protocol(), subject.asking.budget);
    let mut talk = Conversation::new(stream, Record::new().under_tls());
    // Whether the server takes it well is of no interest.
    match service.security() {
        Security::Tls => drop(greeting(talk, protocol, budget).await),
        Security::Starttls => drop(dialogue::quit(protocol, &mut talk, budget.wait()).await),
    }
}

async fn greeting<S>(
    mut talk: Conversation<S>,
    protocol: Protocol,
    budget: Budget,
) -> Result<Vec<Text>, Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let greeting = dialogue::greet(protocol, &mut talk, budget.wait()).await;
    end(talk, &greeting, protocol, budget).await;
    greeting.map(|greeting| greeting.lines)
}

/// Says goodbye. Nothing is said to a server that has not finished its greeting; a refusal is one.
async fn end<S>(
    mut talk: Conversation<S>,
    greeting: &Result<Greeting, Trouble>,
    protocol: Protocol,
    budget: Budget,
) where
    S: AsyncRead + AsyncWrite + Unpin,
{
    if matches!(greeting, Ok(_) | Err(Trouble::Rejected(_))) {
        let _ = dialogue::quit(protocol, &mut talk, budget.wait()).await;
    }
}

async fn say_up_to<S>(
    subject: Subject<'_>,
    talk: &mut Conversation<S>,
    local: Option<SocketAddr>,
    up_to: UpTo,
) -> Result<(), Trouble>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let protocol = subject.check.endpoint.service.protocol();
    let Asking { visit, budget, .. } = subject.asking;
    dialogue::greet(protocol, talk, budget.wait()).await?;
    if up_to == UpTo::FirstCommand {
        return Ok(());
    }
    let name = visit.ehlo_name(subject.server_name, local);
    let offer = dialogue::capabilities(protocol, talk, &name, budget.wait()).await?;
    if !offer.starttls {
        return Err(Trouble::NotOffered);
    }
    if up_to == UpTo::Tls {
        dialogue::starttls(protocol, talk, budget.wait()).await?;
    }
    Ok(())
}

/// Leaves a server that still listens: one that said no, or that has nothing to offer.
async fn leave<S>(talk: &mut Conversation<S>, trouble: &Trouble, subject: Subject<'_>)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    if matches!(trouble, Trouble::Rejected(_) | Trouble::NotOffered) {
        let protocol = subject.check.endpoint.service.protocol();
        let _ = dialogue::quit(protocol, talk, subject.asking.budget.wait()).await;
    }
}
