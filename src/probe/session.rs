//! A session of its own, when the checks are done: for a login, or for the commands that hand over mail. It goes as far as
//! the server has said what it offers.

use std::net::SocketAddr;

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::Conversation;
use super::dialogue::{self, Offer};
use super::record::Record;
use super::{Visit, login, visit};
use crate::facts::{Check, Line, NotTried, Tls};
use crate::failure::{Stage, Trouble};
use crate::net::seats::Room;
use crate::net::{Stream, tls};
use crate::sasl::Binding;
use crate::secret::Secret;
use crate::service::{Protocol, Security};
use crate::wire::Text;
use crate::wire::proxy::Goal;

/// What is spoken through TLS.
pub(super) type Encrypted = tls::Encrypted<Stream>;

/// A session that a server has told its offer in.
pub(super) struct Session<S> {
    pub(super) talk: Conversation<S>,
    /// The greeting, line by line.
    pub(super) greeting: Vec<Text>,
    pub(super) offer: Offer,
    /// What the TLS connection gives to bind a mechanism to.
    pub(super) binding: Binding,
}

/// A session in either state.
pub(super) enum Opened {
    /// Through TLS.
    Encrypted(Box<Session<Encrypted>>),
    /// In clear, where the server has no TLS and none is demanded.
    Clear(Box<Session<Stream>>),
}

/// Why there is no session, and what was said up to there.
pub(super) struct Closed {
    pub(super) why: Why,
    pub(super) dialogue: Vec<Line>,
}

/// Why there is no session.
pub(super) enum Why {
    /// Something forbids to go on; nothing failed.
    Obstacle(NotTried),
    /// Something failed.
    Trouble(Stage, Trouble),
}

/// Whom a session is opened with, and what for.
pub(super) struct Opening<'a> {
    pub(super) visit: &'a Visit<'a>,
    /// The check that this session repeats as far as it got.
    pub(super) check: &'a Check,
    /// Where the check went.
    pub(super) goal: Goal<'a>,
    pub(super) server_name: &'a str,
    /// What is going to be said in it and must not be seen, and whom it may be said to. Without that anybody is good enough,
    /// and TLS is taken where it is offered.
    pub(super) secret: Option<Confided<'a>>,
}

/// A secret, and the certificate that is good enough for it although nothing vouches for it.
#[derive(Clone, Copy)]
pub(super) struct Confided<'a> {
    pub(super) secret: &'a Secret,
    pub(super) anyway: Option<[u8; 32]>,
}

impl Opening<'_> {
    /// Opens the session.
    pub(super) async fn open(&self, room: &Room) -> Result<Opened, Closed> {
        let wait = self.visit.step();
        let dialed = visit::attempt(self.visit.door, room, self.goal, wait)
            .await
            .result;
        let dialed =
            dialed.map_err(|trouble| Closed::at(Stage::Connect, trouble, &Record::new()))?;
        let local = dialed.local;
        match self.check.endpoint.service.security() {
            Security::Tls => {
                let (stream, binding) = self.handshake(dialed.stream, &Record::new()).await?;
                let talk = self.conversation(stream, Record::new().under_tls());
                let session = self.begin(talk, binding, None, local).await?;
                Ok(Opened::Encrypted(Box::new(session)))
            }
            Security::Starttls => self.upgrade(dialed.stream, local).await,
        }
    }

    async fn upgrade(&self, stream: Stream, local: Option<SocketAddr>) -> Result<Opened, Closed> {
        let talk = self.conversation(stream, Record::new());
        let mut session = self.begin(talk, Binding::None, None, local).await?;
        // A server that does not say what it offers may have TLS all the same.
        if !(session.offer.starttls || session.offer.untold) {
            return if self.secret.is_none() {
                Ok(Opened::Clear(Box::new(session)))
            } else {
                let (_, record, _) = session.talk.into_parts();
                Err(Closed::at(Stage::Starttls, Trouble::NotOffered, &record))
            };
        }
        let asked = dialogue::starttls(self.protocol(), &mut session.talk, self.visit.step()).await;
        if matches!(asked, Err(Trouble::Rejected(_))) {
            self.leave(&mut session.talk).await;
        }
        let (stream, record, early) = session.talk.into_parts();
        asked.map_err(|trouble| Closed::at(Stage::Starttls, trouble, &record))?;
        if !early.is_empty() {
            let received = Text(early);
            let speaks = None;
            let trouble = Trouble::Malformed { received, speaks };
            return Err(Closed::at(Stage::Starttls, trouble, &record));
        }
        let (stream, binding) = self.handshake(stream, &record).await?;
        let talk = self.conversation(stream, record.under_tls());
        let greeting = Some(session.greeting);
        let session = self.begin(talk, binding, greeting, local).await?;
        Ok(Opened::Encrypted(Box::new(session)))
    }

    /// Who stood there a moment ago need not be who stands there now: the certificate is judged anew.
    async fn handshake(
        &self,
        stream: Stream,
        record: &Record,
    ) -> Result<(Encrypted, Binding), Closed> {
        let trust = &self.visit.machine.trust;
        let wait = self.visit.step();
        let handshake = tls::handshake(stream, self.server_name, trust, wait).await;
        if handshake.stream.is_ok()
            && let Some(why) = self.forbids(&handshake.tls)
        {
            let why = Why::Obstacle(why);
            let dialogue = record.lines();
            return Err(Closed { why, dialogue });
        }
        let stream = handshake.stream;
        let stream = stream.map_err(|trouble| Closed::at(Stage::Tls, trouble, record))?;
        let binding = tls::exporter(&stream).map_or(Binding::None, Binding::TlsExporter);
        Ok((stream, binding))
    }

    /// Whether the certificate forbids to say a secret there.
    fn forbids(&self, tls: &Tls) -> Option<NotTried> {
        let confided = self.secret?;
        login::untrusted(tls, confided.anyway).map(NotTried::Untrusted)
    }

    fn conversation<S>(&self, stream: S, record: Record) -> Conversation<S>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let talk = Conversation::new(stream, record);
        match self.secret {
            Some(confided) => talk.guarding(confided.secret),
            None => talk,
        }
    }

    /// The greeting, where it is still to come, and what the server offers.
    async fn begin<S>(
        &self,
        mut talk: Conversation<S>,
        binding: Binding,
        greeting: Option<Vec<Text>>,
        local: Option<SocketAddr>,
    ) -> Result<Session<S>, Closed>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        match self.greet_and_ask(&mut talk, greeting, local).await {
            Ok((greeting, offer)) => Ok(Session {
                talk,
                greeting,
                offer,
                binding,
            }),
            Err(why) => {
                let refused = matches!(why, Why::Trouble(_, Trouble::Rejected(_)));
                if refused || matches!(why, Why::Obstacle(_)) {
                    self.leave(&mut talk).await;
                }
                let dialogue = talk.into_parts().1.lines();
                Err(Closed { why, dialogue })
            }
        }
    }

    async fn greet_and_ask<S>(
        &self,
        talk: &mut Conversation<S>,
        greeting: Option<Vec<Text>>,
        local: Option<SocketAddr>,
    ) -> Result<(Vec<Text>, Offer), Why>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let at = |stage| move |trouble| Why::Trouble(stage, trouble);
        let greeting = if let Some(lines) = greeting {
            lines
        } else {
            let patience = self.visit.wait(self.visit.plan.limits.greeting);
            let greeting = dialogue::greet(self.protocol(), talk, patience).await;
            let greeting = greeting.map_err(at(Stage::Greeting))?;
            if greeting.preauthenticated {
                return Err(Why::Obstacle(NotTried::Preauthenticated));
            }
            greeting.lines
        };
        let name = self.visit.ehlo_name(self.server_name, local);
        let step = self.visit.step();
        let offer = dialogue::capabilities(self.protocol(), talk, &name, step).await;
        Ok((greeting, offer.map_err(at(Stage::Capabilities))?))
    }

    /// Says goodbye; whether the server takes it well is of no interest.
    pub(super) async fn leave<S>(&self, talk: &mut Conversation<S>)
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let wait = self.visit.wait(dialogue::GOODBYE);
        let _ = dialogue::quit(self.protocol(), talk, wait).await;
    }

    pub(super) const fn protocol(&self) -> Protocol {
        self.check.endpoint.service.protocol()
    }
}

impl Closed {
    fn at(stage: Stage, trouble: Trouble, record: &Record) -> Self {
        Self {
            why: Why::Trouble(stage, trouble),
            dialogue: record.lines(),
        }
    }
}
