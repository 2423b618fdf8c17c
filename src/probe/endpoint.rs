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

use std::pin::{Pin, pin};
use std::rc::Rc;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::time::Instant;

use super::conversation::{Conversation, MEASURABLE};
use super::dialogue::{self, GOODBYE, Offer};
use super::farewell::{Duplex, see_off};
use super::followup::{other_mode, paths};
use super::record::Record;
use super::{Visit, ahead, visit};
use crate::facts::{Check, Step};
use crate::failure::{Class, Failure, Permanence, Stage, TlsTrouble, Trouble};
use crate::net::seats::Room;
use crate::net::{self, Expired, Turn, dial, tls};
use crate::progress::Line;
use crate::service::{Endpoint, Protocol, Security, Service};
use crate::wire::Text;
use crate::wire::kept::{self, MAX_KEPT_LINE};
use crate::wire::proxy::Goal;

/// After so much silence a port for mail programs is asked whether it waits for TLS. The usual ports are known to begin
/// in clear, and a server there may have its reasons for being late.
const SILENT: Duration = Duration::from_secs(8);
/// The same on a port whose number says nothing, where a server with TLS from the first byte is as likely as a late one.
/// A lookup of the client's name that fails takes five seconds, and who waits for it is not to be disturbed.
const SILENT_ELSEWHERE: Duration = Duration::from_secs(6);

/// How long the answer to one command is waited for, said when the greeting had not come.
const LAST_WORD: Duration = Duration::from_secs(1);

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
    let mut label = format!("{}  {goal}", check.endpoint.service);
    if server_name != goal.host() {
        // An address alone does not tell which of many targets is waited for.
        label = format!("{server_name}  {label}");
    }
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
        line: visit.progress.check(label),
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

    /// Gives a port for mail programs some seconds to begin. Where it does not, it may wait for TLS: that is looked at
    /// on a second connection, the first being given up, for one at a time is enough. Where TLS does not bring the
    /// greeting, a third one waits for it as long as it takes.
    ///
    /// Port 25 makes strangers wait on purpose, and nobody has TLS from the first byte there.
    async fn listen(
        &mut self,
        mut connection: dial::Dialed,
        goal: Goal<'_>,
    ) -> Result<dial::Dialed, Stop> {
        let endpoint = self.check.endpoint;
        let limit = self.visit.plan.limits.greeting;
        let silent = if endpoint.port == endpoint.service.port() {
            SILENT
        } else {
            SILENT_ELSEWHERE
        };
        if !endpoint.service.is_for_users() || limit <= silent {
            return Ok(connection);
        }
        let at = self.visit.machine.started.elapsed();
        self.line.stage(Stage::Greeting);
        let began = Instant::now();
        let first = net::within(self.visit.wait(silent), connection.stream.readable()).await;
        self.listened = began.elapsed();
        if !matches!(first, Err(Expired::Limit(_))) {
            return Ok(connection);
        }
        drop(connection);
        self.listened = Duration::ZERO;
        let look = other_mode::look(self.visit, self.room, self.server_name, goal, endpoint);
        // It is seldom asked, and takes room.
        let other = Box::pin(look).await;
        let works = other.outcome.is_ok();
        self.check.follow_ups.other_mode = Some(other);
        let again = if works {
            None
        } else {
            let again = self.visit.door.connect(goal, self.visit.step());
            again.await.ok()
        };
        again.ok_or_else(|| {
            self.check.steps.push(Step {
                stage: Stage::Greeting,
                at,
                elapsed: silent,
                ok: false,
            });
            let silence = Trouble::Clock {
                limit: silent,
                received: Text::default(),
            };
            self.note(Failure::new(Stage::Greeting, silence, silent));
            Stop
        })
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
            self.keep(&record);
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
                self.keep(&record);
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

    /// Says goodbye where the server is still listening, and keeps what was said. Nothing is said to a server that has
    /// not finished its greeting: that is what spammers do.
    async fn leave<S: Duplex>(&mut self, mut talk: Conversation<S>) {
        if self.check.failure.is_none() {
            self.look();
        }
        if self.is_listened_to() {
            return self.say_goodbye(talk).await;
        }
        if self.heard_nothing() {
            // The connection is given up anyway. Whoever waits for the client to begin answers now.
            let name = self.visit.ehlo_name(self.server_name, self.check.local);
            let wait = self.visit.wait(LAST_WORD);
            self.check.after_silence = dialogue::begin(self.protocol, &mut talk, &name, wait).await;
        }
        self.keep(talk.record());
    }

    /// Whether the server has spoken, and is still there.
    fn is_listened_to(&self) -> bool {
        let failure = self.check.failure.as_ref();
        let gone = failure.is_some_and(|f| matches!(f.class, Class::Closed | Class::Reset));
        let rejected = failure.is_some_and(|f| f.class == Class::Rejected);
        (self.check.greeting.is_some() || rejected) && !gone
    }

    /// Says goodbye. The answer is waited for beside everything else, as far as there is a seat for that: nothing in the
    /// report depends on it, and the next connection to this place comes after it.
    async fn say_goodbye<S: Duplex>(&mut self, mut talk: Conversation<S>) {
        self.line.stage(Stage::Quit);
        let wait = self.visit.wait(GOODBYE);
        let at = self.visit.machine.started.elapsed();
        let start = Instant::now();
        let said = dialogue::say_goodbye(self.protocol, &mut talk, wait).await;
        self.check.steps.push(Step {
            stage: Stage::Quit,
            at,
            elapsed: start.elapsed(),
            ok: said.is_ok(),
        });
        self.keep(talk.record());
        // Who has let one command wait for too long is told, and not waited for again.
        let silent = self
            .check
            .failure
            .as_ref()
            .is_some_and(|f| matches!(f.class, Class::Timeout | Class::Deadline));
        if silent || said.is_err() {
            return;
        }
        let machine = self.visit.machine;
        if let Some(seat) = machine.seats.spare(1) {
            let place = (self.turn.take(), seat);
            let protocol = self.protocol;
            let see_off = |everything| see_off(everything, place, protocol, talk, wait);
            machine.partings.see_off(see_off);
        } else {
            let _ = dialogue::goodbye_answered(self.protocol, &mut talk, wait).await;
            talk.hang_up(wait).await;
        }
    }

    /// Whether the time for the greeting went by without a byte, on a connection that still stands.
    fn heard_nothing(&self) -> bool {
        self.check.failure.as_ref().is_some_and(|failure| {
            let silence = matches!(&failure.trouble, Trouble::Clock { received, .. } if received.0.is_empty());
            failure.stage == Stage::Greeting && silence && self.check.tls.is_none()
        })
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

    /// Keeps what was said so far.
    fn keep(&mut self, record: &Record) {
        self.check.dialogue = record.lines();
        self.check.unasked = record.all_unasked().to_vec();
    }

    /// Runs one stage: records when it was and how it ended. The work stays where it is: each move would make room for
    /// another copy.
    async fn step<T>(
        &mut self,
        stage: Stage,
        work: Pin<&mut impl Future<Output = Result<T, Trouble>>>,
    ) -> Result<T, Stop> {
        self.line.stage(stage);
        let limits = self.visit.plan.limits;
        let limit = if stage == Stage::Greeting {
            limits.greeting
        } else {
            limits.step
        };
        let at = self.visit.machine.started.elapsed();
        let start = Instant::now();
        let watch = self.watch.clone();
        let done = dial::minding(watch.as_deref(), limit, work).await;
        let elapsed = start.elapsed();
        self.check.steps.push(Step {
            stage,
            at,
            elapsed,
            ok: done.is_ok(),
        });
        done.map_err(|trouble| {
            self.note(Failure::new(stage, trouble, elapsed));
            Stop
        })
    }

    /// A failure that is no step of its own.
    fn fail(&mut self, stage: Stage, trouble: Trouble) -> Stop {
        let at = self.visit.machine.started.elapsed();
        match self.check.steps.last_mut() {
            Some(last) if last.stage == stage => last.ok = false,
            _ => {
                self.check.steps.push(Step {
                    stage,
                    at,
                    elapsed: Duration::ZERO,
                    ok: false,
                });
            }
        }
        self.note(Failure::new(stage, trouble, Duration::ZERO));
        Stop
    }

    /// The first failure is the one that counts; what follows may be its consequence.
    fn note(&mut self, failure: Failure) {
        if self.check.failure.is_none() {
            self.look();
            self.check.failure = Some(failure);
        }
    }

    /// Keeps what the kernel knows of the connection now.
    fn look(&mut self) {
        if let Some(watch) = &self.watch {
            self.check.tcp = watch.state();
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::cell::Cell;
    use std::net::SocketAddr;

    use clap::Parser;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::{TcpListener, TcpStream};

    use super::*;
    use crate::cli::{Cli, meaning};
    use crate::facts::TcpState;
    use crate::net::Machine;
    use crate::net::dns::Resolver;
    use crate::progress::Progress;

    /// Checks `address` as port 25, with a second for every wait.
    async fn check_at(address: SocketAddr) -> Check {
        let mut checks = checks_at(address, 1, || {}).await;
        checks.remove(0)
    }

    /// Checks it several times, one after another, and calls `done` after each.
    async fn checks_at(address: SocketAddr, times: usize, done: impl Fn()) -> Vec<Check> {
        let url = format!("smtp://{address}");
        let words = ["mailcheck", &url, "--timeout=1", "--greeting-timeout=1"];
        let args = Cli::try_parse_from(words).unwrap().check;
        let plan = meaning::plan(&args).unwrap();
        let machine = Machine::open(&plan).unwrap();
        let progress = Progress::default();
        let resolver = Resolver::of(&machine);
        let visit = Visit::begin(&plan, &machine, &resolver, &progress);
        let endpoint = meaning::targets(&args, &plan).unwrap()[0].endpoints[0];
        let mut checks = Vec::new();
        for _ in 0..times {
            let check = Check::new(0, endpoint, Some(address.ip()));
            let room = visit.seats(1).await;
            let checked = run(&visit, &room, "mail.test", "mail.test", check);
            checks.push(Box::pin(checked).await);
            done();
        }
        machine.partings.end(Duration::from_secs(1)).await;
        checks
    }

    /// Checks a server that says what `serve` says.
    async fn checked(serve: impl AsyncFn(&mut TcpStream)) -> Check {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let serving = async {
            let (mut peer, _) = listener.accept().await.unwrap();
            serve(&mut peer).await;
            peer
        };
        let check = check_at(listener.local_addr().unwrap());
        let (check, mut peer) = tokio::join!(check, serving);
        // The connection has ended with the check.
        peer.read_to_end(&mut Vec::new()).await.unwrap();
        check
    }

    #[tokio::test]
    async fn a_check_keeps_what_the_kernel_knew() {
        const GREETING: &[u8] = b"220 mail.test ESMTP\r\n";
        const OFFER: &[u8] = b"250 mail.test\r\n";
        const GOODBYE: &[u8] = b"221 bye\r\n";

        let silent = checked(async |_| {}).await;
        let failure = silent.failure.unwrap();
        assert_eq!(
            (failure.stage, failure.class),
            (Stage::Greeting, Class::Timeout)
        );
        let tcp = silent.tcp.unwrap();
        assert_eq!(
            (tcp.received, tcp.acknowledged, tcp.unacknowledged),
            (0, 0, 0)
        );

        let greeting_alone = checked(async |peer| peer.write_all(GREETING).await.unwrap()).await;
        let failure = greeting_alone.failure.unwrap();
        assert_eq!(
            (failure.stage, failure.class),
            (Stage::Capabilities, Class::Timeout)
        );
        let tcp = greeting_alone.tcp.unwrap();
        assert_eq!(tcp.received, GREETING.len() as u64);
        // EHLO arrived, and nothing came of it; the goodbye that followed is not counted.
        let ehlo = greeting_alone.dialogue[1].text.0.len() + 2;
        assert_eq!((tcp.acknowledged, tcp.unacknowledged), (ehlo as u64, 0));

        let good = checked(async |peer| {
            peer.write_all(GREETING).await.unwrap();
            for answer in [OFFER, GOODBYE] {
                assert!(peer.read(&mut [0; 512]).await.unwrap() > 0);
                peer.write_all(answer).await.unwrap();
            }
        });
        let good = good.await;
        assert!(good.is_ok(), "{:?}", good.failure);
        // The answer to the goodbye is nothing that was waited for.
        let received = [GREETING, OFFER].concat().len();
        assert_eq!(good.tcp.unwrap().received, received as u64);
    }

    /// By the order of what the server sees: the check is done while the server still owes its answer, and the next one
    /// comes when the connection has ended in order.
    #[tokio::test]
    async fn a_check_does_not_wait_for_the_answer_to_its_goodbye_and_the_next_one_does() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let done = Cell::new(0);
        let serving = async {
            let (mut peer, _) = listener.accept().await.unwrap();
            let mut heard = Vec::new();
            for answer in ["220 mail.test ESMTP\r\n", "250 mail.test\r\n"] {
                peer.write_all(answer.as_bytes()).await.unwrap();
                heard.clear();
                while !heard.ends_with(b"\r\n") {
                    peer.read_buf(&mut heard).await.unwrap();
                }
            }
            assert_eq!(heard, b"QUIT\r\n");
            while done.get() == 0 {
                tokio::task::yield_now().await;
            }
            let soon = Instant::now() + Duration::from_millis(100);
            let second = tokio::time::timeout_at(soon, listener.accept()).await;
            assert!(second.is_err(), "two connections at once");
            peer.write_all(b"221 bye\r\n").await.unwrap();
            assert_eq!(peer.read(&mut [0; 8]).await.unwrap(), 0, "an orderly end");
            drop(peer);
            drop(listener.accept().await.unwrap());
        };
        let checks = checks_at(address, 2, || done.set(done.get() + 1));
        let (checks, ()) = tokio::join!(checks, serving);
        assert!(checks[0].is_ok(), "{:?}", checks[0].failure);
    }

    #[tokio::test]
    async fn a_refused_connect_has_a_state_without_a_dialogue() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let check = check_at(address).await;
        assert_eq!(check.failure.unwrap().class, Class::Refused);
        let nothing = TcpState {
            silent_for: Some(Duration::ZERO),
            ..TcpState::default()
        };
        assert_eq!(check.tcp, Some(nothing));
    }
}
