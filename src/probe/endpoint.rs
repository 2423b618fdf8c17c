//! One check: one service at one address, from the connect to the goodbye.
//!
//! 1. connect
//! 2. implicit TLS, where the service has it
//! 3. greeting
//! 4. capabilities
//! 5. STARTTLS, the handshake, and the capabilities again, for what was said before TLS is forgotten (RFC 3207 section 4.2)
//! 6. QUIT or LOGOUT
//!
//! An untrusted certificate fails the check, and the dialogue goes on, so that what the server offers is seen.

mod goodbye;
mod listen;
mod steps;

use std::pin::pin;
use std::rc::Rc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};

use super::conversation::{Conversation, MEASURABLE};
use super::dialogue::{self, Offer};
use super::farewell::Duplex;
use super::followup::{large_hello, paths};
use super::record::Record;
use super::{Visit, ahead, visit};
use crate::facts::{Check, Step};
use crate::failure::{Failure, Permanence, Stage, TlsTrouble, Trouble};
use crate::net::seats::Room;
use crate::net::{Turn, dial, tls};
use crate::progress::Line;
use crate::service::{Endpoint, Protocol, Security, Service};
use crate::wire::kept::{self, MAX_KEPT_LINE};
use crate::wire::proxy::Goal;

/// The check has come to its end early; the failure is recorded.
struct Stop;

/// Runs one check. `check` says where to and what to speak, `server_name` is the name for SNI and for the certificate.
pub(super) fn run<'a>(
    visit: &'a Visit<'_>,
    room: &'a Room,
    host: &'a str,
    server_name: &'a str,
    check: Check,
) -> impl Future<Output = Check> {
    // A check is as large as all that can be seen of a server, and a future keeps room for every place where it was.
    asked(visit, room, host, server_name, Box::new(check))
}

async fn asked(
    visit: &Visit<'_>,
    room: &Room,
    host: &str,
    server_name: &str,
    check: Box<Check>,
) -> Check {
    if !super::is_tried(&check) {
        return *check;
    }
    let goal = visit.goal(host, &check);
    let line = visit.progress.check(|| {
        let label = format!("{}  {goal}", check.endpoint.service);
        if server_name == goal.host() {
            return label;
        }
        // An address alone does not tell which of many targets is waited for.
        format!("{server_name}  {label}")
    });
    let mut run = Run {
        visit,
        room,
        server_name,
        check,
        protocol: Protocol::Smtp,
        watch: None,
        round_trip: None,
        turn: None,
        listened: Duration::ZERO,
        line,
    };
    run.protocol = run.check.endpoint.service.protocol();
    // One connection at a time to one address and port, whichever target asks for it.
    run.turn = visit.turn(goal).await;
    let address = goal.address().map(|address| address.ip());
    if address.is_some_and(|address| visit.finds_resting(address)) {
        return *run.check;
    }
    let manners = visit
        .manners()
        .filter(|_| address.is_some() && is_of_an_exchanger(&run.check));
    // Another domain's exchangers may have led there meanwhile.
    if let Some(known) = manners.and_then(|all| all.known(visit, server_name, &run.check)) {
        run.line.came_to(known.is_ok());
        return known;
    }
    let _sitting = room.sit(1).await;
    if let Some(address) = address {
        visit.pause(address).await;
    }
    // What went wrong is in the check.
    let _ = run.connect_and_talk(goal).await;
    // The stream is gone, or is with whoever sees it off.
    run.watch = None;
    if visit.plan.large_hello {
        // While the turn is ours, so that whoever comes next is told of it.
        let asked = large_hello::ask(visit, room, server_name, &run.check, host);
        run.check.follow_ups.large_hello = Box::pin(asked).await;
    }
    if let Some(address) = address {
        visit.been_at(address, &run.check);
    }
    if let Some(all) = manners {
        all.keep(server_name, &run.check);
    }
    run.line.came_to(run.check.is_ok());
    *run.check
}

/// Whether it is what mail servers ask of each other: there one name after another leads to one address.
pub(super) fn is_of_an_exchanger(check: &Check) -> bool {
    check.endpoint == Endpoint::usual(Service::Smtp)
}

struct Run<'a> {
    visit: &'a Visit<'a>,
    room: &'a Room,
    server_name: &'a str,
    check: Box<Check>,
    protocol: Protocol,
    watch: Option<Rc<dial::Watch>>,
    /// The shortest round trip that is known.
    round_trip: Option<Duration>,
    /// It goes with the connection.
    turn: Option<Turn>,
    /// How long the greeting was waited for before anything was read.
    listened: Duration,
    line: Line<'a>,
}

impl Run<'_> {
    async fn connect_and_talk(&mut self, goal: Goal<'_>) -> Result<(), Stop> {
        let wait = self.visit.step();
        let mut known = (None, None);
        let connecting = async {
            let attempt = pin!(visit::attempt(self.visit.door, self.room, goal, wait));
            let attempt = ahead::beside(self.visit, goal, wait, attempt).await;
            known = (attempt.tcp, attempt.route);
            match attempt.result {
                Err(trouble) if trouble.is_reset_of_a_connection() => Ok(Err(trouble)),
                result => result.map(Ok),
            }
        };
        let connection = self.step(Stage::Connect, pin!(connecting)).await;
        // The socket of an attempt that failed is gone.
        (self.check.tcp, self.check.route) = known;
        let security = self.check.endpoint.service.security();
        let connection = connection?.map_err(|trouble| {
            let waiting_for = match security {
                Security::Starttls => Stage::Greeting,
                Security::Tls => Stage::Tls,
            };
            self.fail(waiting_for, trouble)
        })?;
        let connection = match security {
            Security::Tls => connection,
            // It may have a whole handshake in it, and thousands may be connecting at once.
            Security::Starttls => Box::pin(self.listen(connection, goal)).await?,
        };
        self.check.local = connection.local;
        // Of a list, one target of which is far away and answers so soon is like all the others.
        let is_far = |address| paths::may_be_far(address, &self.visit.machine.vantage);
        let is_asked = self.check.address.is_some_and(is_far) && self.visit.manners().is_none();
        self.check.ends_here = is_asked && connection.ends_here();
        self.watch = dial::Watch::new(&connection.stream).map(Rc::new);
        self.round_trip = connection.min_rtt;
        match security {
            // What a dialogue holds while it waits is kept off the stack of those that wait beside it.
            Security::Tls => Box::pin(self.talk_in_tls(connection.stream)).await,
            Security::Starttls => Box::pin(self.talk_and_upgrade(connection.stream)).await,
        }
    }

    async fn talk_in_tls<S: Duplex>(&mut self, stream: S) -> Result<(), Stop> {
        let stream = self.handshake(stream).await?;
        let mut talk = self.conversation(stream, Record::new().under_tls());
        let done = self.greet_and_ask(&mut talk).await;
        self.leave(talk).await;
        done.map(|_| ())
    }

    async fn talk_and_upgrade<S: Duplex>(&mut self, stream: S) -> Result<(), Stop> {
        let mut talk = self.conversation(stream, Record::new());
        let upgraded = self.ask_for_tls(&mut talk).await;
        if !matches!(upgraded, Ok(true)) {
            self.leave(talk).await;
            return upgraded.map(|_| ());
        }
        let (stream, record, early) = talk.into_parts();
        if !early.is_empty() {
            self.keep(record);
            // Anybody on the way could have put these bytes there, and a client that takes them for the answer of the
            // encrypted session is deceived. The session ends here.
            let received = kept::text(&early, MAX_KEPT_LINE);
            self.check.early_bytes = Some(received.clone());
            return Err(self.fail(
                Stage::Starttls,
                Trouble::Malformed {
                    received,
                    speaks: None,
                },
            ));
        }
        let stream = match self.handshake(stream).await {
            Ok(stream) => stream,
            Err(stop) => {
                self.keep(record);
                return Err(stop);
            }
        };
        let mut talk = self.conversation(stream, record.under_tls());
        let done = self.ask(&mut talk).await;
        self.leave(talk).await;
        done.map(|_| ())
    }

    /// Greeting, capabilities, STARTTLS. Whether TLS is to begin now; on port 25 the server may do without.
    async fn ask_for_tls<S>(&mut self, talk: &mut Conversation<S>) -> Result<bool, Stop>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let offer = self.greet_and_ask(talk).await?;
        // RFC 9051 section 6.2.1: STARTTLS is for the state before login alone.
        let preauthenticated = self
            .check
            .greeting
            .as_ref()
            .is_some_and(|g| g.preauthenticated);
        if !(offer.starttls || offer.untold) || preauthenticated {
            return if self.check.endpoint.service.is_for_users() {
                Err(self.fail(Stage::Starttls, Trouble::NotOffered))
            } else {
                Ok(false)
            };
        }
        let asking = dialogue::starttls(self.protocol, talk, self.visit.step());
        let asking = async {
            // Whoever does not say what it offers is asked, and its no is the answer.
            asking.await.map_err(|trouble| match trouble {
                Trouble::Rejected(refusal)
                    if offer.untold && refusal.permanence == Permanence::Permanent =>
                {
                    Trouble::NotOffered
                }
                trouble => trouble,
            })
        };
        let reply = self.step(Stage::Starttls, pin!(asking)).await?;
        self.check.starttls_reply = Some(reply);
        // What was offered in clear counts for nothing from here on.
        self.check.capabilities_before_tls = self.check.capabilities.take();
        self.check.auth_mechanisms.clear();
        Ok(true)
    }

    async fn greet_and_ask<S>(&mut self, talk: &mut Conversation<S>) -> Result<Offer, Stop>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let limit = self.visit.plan.limits.greeting;
        let wait = self.visit.wait(limit.saturating_sub(self.listened));
        let greeting = dialogue::greet(self.protocol, talk, wait);
        let greeting = self.step(Stage::Greeting, pin!(greeting)).await;
        if let Some(step) = self.check.steps.last_mut() {
            // The waiting began when the connection stood.
            step.at = step.at.saturating_sub(self.listened);
            step.elapsed += self.listened;
        }
        self.check.greeting = Some(greeting?);
        self.ask(talk).await
    }

    async fn ask<S>(&mut self, talk: &mut Conversation<S>) -> Result<Offer, Stop>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let name = self.visit.ehlo_name(self.server_name, self.check.local);
        let wait = self.visit.step();
        let asking = dialogue::capabilities(self.protocol, talk, &name, wait);
        let offer = self.step(Stage::Capabilities, pin!(asking)).await?;
        self.check.capabilities = Some(offer.words.clone());
        self.check.auth_mechanisms.clone_from(&offer.mechanisms);
        if let Some(refusal) = &offer.ehlo_refusal {
            self.check.helo_fallback = true;
            self.check.ehlo_refusal = Some(refusal.clone());
        }
        Ok(offer)
    }

    async fn handshake<S: Duplex>(&mut self, stream: S) -> Result<impl Duplex + use<S>, Stop> {
        let trust = &self.visit.machine.trust;
        let wait = self.visit.step();
        let name = self.server_name;
        let mut seen = None;
        let implicit = self.check.endpoint.service.security() == Security::Tls;
        let protocol = self.protocol;
        let shaking = async {
            let handshake = tls::handshake(stream, name, trust, wait).await;
            seen = Some(handshake.tls);
            // A server that is busy says so before TLS, also where TLS was to come first.
            handshake.stream.map_err(|trouble| match &trouble {
                Trouble::Tls(TlsTrouble::NotTls { received, .. })
                    if implicit && !dialogue::took_it_for_a_command(received) =>
                {
                    let refusal = dialogue::refused_in_any_form(protocol, received);
                    refusal.map_or(trouble, Trouble::Rejected)
                }
                _ => trouble,
            })
        };
        let stream = self.step(Stage::Tls, pin!(shaking)).await;
        self.check.tls = seen;
        let stream = stream?;
        self.judge_certificate();
        Ok(stream)
    }

    /// On port 25 mail servers do not verify one another (RFC 7435), so there the problems are facts and no failure.
    fn judge_certificate(&mut self) {
        let problems = self
            .check
            .tls
            .as_ref()
            .map_or(&[][..], |tls| &tls.problems)
            .to_vec();
        let at = self.visit.machine.started.elapsed();
        let ok = problems.is_empty();
        self.check.steps.push(Step {
            stage: Stage::Certificate,
            at,
            elapsed: Duration::ZERO,
            ok,
        });
        if !ok && self.check.endpoint.service.is_for_users() {
            let trouble = Trouble::Certificate(problems);
            self.note(Failure::new(Stage::Certificate, trouble, Duration::ZERO));
        }
    }

    /// A conversation over the connection of this check.
    fn conversation<S>(&mut self, stream: S, record: Record) -> Conversation<S>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        // The shortest does not become longer, so one that is too short as it is need not be asked for again.
        if self.round_trip.is_none_or(|trip| trip >= MEASURABLE) {
            let tcp = self.watch.as_ref().and_then(|watch| watch.state());
            self.round_trip = tcp.and_then(|tcp| tcp.min_rtt);
        }
        Conversation::new(stream, record).with_round_trip(self.round_trip)
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests;
