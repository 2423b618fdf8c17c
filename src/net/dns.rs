//! DNS: our own small transport, so that every question, server and attempt is known.
//!
//! A lookup asks the servers in order, as libc does, and is kinder to the second: it is asked while the first is still
//! being waited for. What a server says is final for that server; a lookup ends with the first answer, or when nobody is
//! left to wait for. Every exchange is written down, also those that were cut short.

mod chain;
mod desk;
mod hosts;
mod inquiry;
mod message;
mod search;
mod shared;
mod system;
mod transport;
mod validated;
mod verdict;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use hickory_proto::op::Message;
use hickory_proto::rr::Name;

pub use self::search::HostAnswer;
pub use self::system::{Names, Settings};
pub use self::validated::{AnchorError, Anchors, Validated};

use self::chain::Chain;
use self::desk::Desks;
use self::inquiry::{Inquiry, schedule};
use self::shared::{Answers, Key, Told};
use super::seats::Seats;
use super::{Clock, Expired, Machine, Wait, interrupt, within};
use crate::facts::{Crowd, DnsExchange, DnsOutcome, Lookup, RecordData, RecordKind, Transport};
use crate::failure::ResolveTrouble;
use crate::target::{Host, HostName};

/// A question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question<'a> {
    /// The name, without the final dot.
    pub name: &'a str,
    /// The type of record.
    pub kind: RecordKind,
    /// Whether the resolver shall not validate (the CD bit, RFC 4035 section 3.2.2).
    pub checking_disabled: bool,
    /// Whether an answer without signatures is of no use, so that nobody is asked without EDNS.
    pub signatures: bool,
}

impl<'a> Question<'a> {
    /// A usual question.
    pub const fn new(name: &'a str, kind: RecordKind) -> Self {
        Self {
            name,
            kind,
            checking_disabled: false,
            signatures: false,
        }
    }

    /// The same, where the answer is to be validated.
    #[must_use]
    pub const fn with_signatures(self) -> Self {
        Self {
            signatures: true,
            ..self
        }
    }

    /// The same, with the resolver asked not to validate.
    #[must_use]
    pub const fn unchecked(self) -> Self {
        Self {
            checking_disabled: true,
            ..self
        }
    }
}

/// What came of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The aliases that were followed, without the first name; also those before a failure.
    pub aliases: Vec<String>,
    /// Every reply on the way had the AD bit: the resolver says that it validated them.
    pub authenticated: bool,
    /// What the records of the last name say. Never empty where it is found.
    pub records: Lookup<Vec<RecordData>>,
}

/// Failures with EDNS, answered without, from which on a server is asked without.
const PLAIN_FROM: u8 = 2;

/// Asks the resolvers of this machine, or those of the plan, and writes everything down: one for each target.
pub struct Resolver {
    names: Arc<Names>,
    /// Servers that were silent while another answered. They are asked last from then on.
    silent: RefCell<Vec<SocketAddr>>,
    /// How often in a row a server failed with EDNS and answered without.
    plain: RefCell<HashMap<SocketAddr, u8>>,
    lookups: Cell<u64>,
    /// Each exchange with the number of its lookup.
    log: RefCell<Vec<(u64, DnsExchange)>>,
    /// The time of the target. It stands still while a lookup waits for others.
    clock: Clock,
    sockets: Seats,
    common: Arc<Common>,
    /// Its number among all that have `common`, from 1.
    own: u64,
    /// The worst crowd of ours in which a lookup of this target went unanswered.
    crowd: Cell<Option<Crowd>>,
    way: Way,
}

/// What a proxy has to do with this target's names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// The target is reached without one.
    Straight,
    /// Connections go through it, and names are looked up here.
    Through,
    /// The proxy looks names up: nobody here is asked, whatever for.
    Closed,
}

/// What all resolvers of a run have in common.
#[derive(Debug, Default)]
pub struct Common {
    desks: Desks,
    /// `None` where every target asks for itself.
    answers: Option<Answers>,
    resolvers: AtomicU64,
    /// Of a name that cannot exist, where the targets share what is said of it.
    label: OnceLock<String>,
}

impl Common {
    /// For a run over many targets, which share the answers.
    pub fn sharing() -> Self {
        Self {
            answers: Some(Answers::default()),
            ..Self::default()
        }
    }
}

/// Sockets of lookups where no machine gives a number.
const SOCKETS_UNTOLD: usize = 1024;

impl Resolver {
    /// A resolver with what this machine is told about names. Where a proxy looks names up, it asks nobody.
    pub fn of(machine: &Machine) -> Self {
        let way = match &machine.through {
            None => Way::Straight,
            Some(through) if through.proxy.kind.looks_names_up() => Way::Closed,
            Some(_) => Way::Through,
        };
        Self {
            way,
            ..Self::open(machine)
        }
    }

    /// The same for a target of this name or address, which the user's settings may let past the proxy.
    pub fn of_target(machine: &Machine, host: &Host) -> Self {
        match &machine.through {
            Some(through) if through.except.has(&host.to_string()) => Self::open(machine),
            Some(_) | None => Self::of(machine),
        }
    }

    /// A resolver that asks whatever the proxy does: for the name of the proxy itself, and for what goes past it.
    pub(super) fn open(machine: &Machine) -> Self {
        Self {
            sockets: machine.lookup_seats.clone(),
            ..Self::with(Arc::clone(&machine.names), Arc::clone(&machine.lookups))
        }
    }

    /// Whether connections for this target go straight to it.
    pub(super) fn is_straight(&self) -> bool {
        self.way == Way::Straight
    }

    /// Keeps what was asked elsewhere for this target.
    pub(super) fn keep(&self, exchanges: Vec<DnsExchange>) {
        let mut log = self.log.borrow_mut();
        log.extend(exchanges.into_iter().map(|exchange| (0, exchange)));
    }

    /// A resolver with these settings, and with the text of a hosts file.
    pub fn new(settings: Settings, hosts: &str) -> Self {
        Self::with(Arc::new(Names::new(settings, hosts)), Arc::default())
    }

    fn with(names: Arc<Names>, common: Arc<Common>) -> Self {
        Self {
            names,
            silent: RefCell::default(),
            plain: RefCell::default(),
            lookups: Cell::default(),
            log: RefCell::default(),
            clock: Clock::new(),
            sockets: Seats::new(SOCKETS_UNTOLD),
            own: common.resolvers.fetch_add(1, Ordering::Relaxed) + 1,
            common,
            crowd: Cell::default(),
            way: Way::Straight,
        }
    }

    /// The time of the target that this resolver asks for.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// A label for a name that nobody has asked for before: a `new` one, or that of the first target with which this one
    /// shares its answers. What the resolver says of it is the same for all of them, and whoever has the zone hears of it
    /// once and not for every dead server of a list.
    pub fn unheard_of(&self, new: impl FnOnce() -> String) -> String {
        match &self.common.answers {
            Some(_) => self.common.label.get_or_init(new).clone(),
            None => new(),
        }
    }

    /// The configured servers, in order; empty where none is configured.
    pub fn servers(&self) -> &[SocketAddr] {
        self.names.servers()
    }

    /// How names are looked up here.
    pub fn settings(&self) -> &Settings {
        &self.names.settings
    }

    /// The addresses that this machine knows for `name` without asking anybody; empty where it knows none.
    pub fn known_here(&self, name: &str) -> Vec<IpAddr> {
        self.names.addresses(name)
    }

    /// Whether this machine knows `name` without asking anybody.
    pub fn is_static(&self, name: &HostName) -> bool {
        !self.known_here(&name.ascii).is_empty()
    }

    /// Every exchange so far, in the order in which they ended.
    pub fn exchanges(&self) -> Vec<DnsExchange> {
        let log = self.log.borrow();
        log.iter().map(|(_, exchange)| exchange.clone()).collect()
    }

    /// Every exchange so far, which are forgotten here.
    pub fn take_log(&self) -> Vec<DnsExchange> {
        let log = self.log.take();
        log.into_iter().map(|(_, exchange)| exchange).collect()
    }

    /// The worst crowd of our own in which a lookup went unanswered.
    pub fn crowd(&self) -> Option<Crowd> {
        self.crowd.get()
    }

    /// Looks up a name as it is, without the search list.
    pub async fn lookup(&self, question: Question<'_>, wait: Wait) -> Answer {
        let span = self.clock.span(wait);
        let Some(mut chain) = message::absolute(question.name).map(Chain::new) else {
            // No server can have a name that cannot be asked for.
            return Chain::default().ended(Lookup::Failed(ResolveTrouble::NotFound));
        };
        loop {
            let found = match self.ask(chain.last(), question, span.rest()).await {
                Ok(reply) => chain.follow(&reply, question.kind),
                Err(trouble) => Err(trouble),
            };
            match found {
                Ok(Some(records)) => return chain.ended(Lookup::Found(records)),
                Ok(None) => {}
                Err(trouble) => return chain.ended(Lookup::Failed(trouble)),
            }
        }
    }

    /// Asks for one name, and follows nothing.
    async fn ask(
        &self,
        name: &Name,
        question: Question<'_>,
        wait: Wait,
    ) -> Result<Message, ResolveTrouble> {
        if self.way == Way::Closed {
            return Err(ResolveTrouble::ByProxy);
        }
        let servers = self.order();
        if servers.is_empty() {
            return Err(ResolveTrouble::NoResolver);
        }
        // Once the time is up nothing more goes out.
        if wait.is_over().is_some() {
            return Err(ResolveTrouble::Deadline);
        }
        if wait.limit.is_zero() {
            return Err(ResolveTrouble::Timeout);
        }
        match &self.common.answers {
            Some(answers) => self.ask_together(answers, name, question, wait).await,
            None => {
                self.ask_servers(&servers, name, question, wait)
                    .await
                    .result
            }
        }
    }

    /// Asks, unless another target has the answer or is about to have it.
    async fn ask_together(
        &self,
        answers: &Answers,
        name: &Name,
        question: Question<'_>,
        wait: Wait,
    ) -> Result<Message, ResolveTrouble> {
        let span = self.clock.span(wait);
        let queue = answers.queue(&Key::new(name, question));
        let turn = queue.turn(self.own, wait.limit);
        let turn = if queue.is_asked_by(self.own) {
            // It is this target's own question, so it is its own time.
            within(wait, turn).await
        } else {
            let turn = interrupt::unless_interrupted(turn);
            self.clock.aside(turn).await.ok_or(Expired::Deadline)
        };
        let asking = match turn {
            Ok(Ok(told)) => {
                self.hear(&told);
                return told.result;
            }
            Ok(Err(asking)) => asking,
            Err(expired) => return Err(self.verdict(&[], Some(expired))),
        };
        let servers = self.order();
        let told = self
            .ask_servers(&servers, name, question, span.rest())
            .await;
        let result = told.result.clone();
        // Whose own time was up can tell the others nothing.
        if result != Err(ResolveTrouble::Deadline) {
            asking.tell(told);
        }
        result
    }

    /// Takes over what another target was told.
    fn hear(&self, told: &Told) {
        let number = self.lookups.replace(self.lookups.get() + 1);
        let exchanges = told.exchanges.iter().cloned();
        let mut log = self.log.borrow_mut();
        log.extend(exchanges.map(|exchange| (number, exchange)));
        self.note_crowd(told.crowd);
    }

    fn note_crowd(&self, crowd: Option<Crowd>) {
        let all = crowd.into_iter().chain(self.crowd.get());
        self.crowd.set(all.max_by_key(|crowd| crowd.unanswered));
    }

    /// Asks the servers themselves, when the first of them has room for one more question of ours.
    async fn ask_servers(
        &self,
        servers: &[SocketAddr],
        name: &Name,
        question: Question<'_>,
        wait: Wait,
    ) -> Told {
        let number = self.lookups.replace(self.lookups.get() + 1);
        let stagger = self.names.settings.timeout;
        let turns = schedule(servers, wait.limit, stagger);
        let span = self.clock.span(wait);
        let first = self.common.desks.of(servers[0]).place();
        let place = self.clock.aside(first).await;
        let _sockets = self.clock.aside(self.sockets.take(turns.len())).await;
        let inquiry = Inquiry {
            resolver: self,
            number,
            text: message::shown_name(name),
            query: message::query(name.clone(), question.kind),
            kind: question.kind,
            checking_disabled: question.checking_disabled,
            plain_too: !question.checking_disabled && !question.signatures,
            at_desk: Some(servers[0]),
        };
        let rest = span.rest();
        let ended = within(rest, inquiry.race(turns)).await;
        let outcomes = self.of_lookup(number);
        let answers = outcomes.iter().any(|exchange| {
            exchange.server == servers[0] && matches!(exchange.outcome, DnsOutcome::Reply(_))
        });
        let crowd = place.ended(servers[0], answers);
        let result = match ended {
            Ok(Some(reply)) => {
                self.remember_the_silent(&outcomes);
                Ok(reply)
            }
            Ok(None) => Err(self.verdict(&outcomes, None)),
            Err(expired) => Err(self.verdict(&outcomes, Some(expired))),
        };
        let crowd = crowd.filter(|_| result == Err(ResolveTrouble::Timeout));
        self.note_crowd(crowd);
        Told::now(result, outcomes, crowd, rest.limit)
    }

    /// Asks one server once more with EDNS, to see whether it was that: what failed with it and was answered without may
    /// have been lost or late by chance. The exchanges stand in the log; two are made where the first is silent.
    pub async fn confirm_edns(&self, server: SocketAddr, question: Question<'_>, wait: Wait) {
        let name = message::absolute(question.name).filter(|_| self.way != Way::Closed);
        let Some(name) = name else {
            return;
        };
        let inquiry = Inquiry {
            resolver: self,
            number: self.lookups.replace(self.lookups.get() + 1),
            text: message::shown_name(&name),
            query: message::query(name, question.kind),
            kind: question.kind,
            checking_disabled: false,
            plain_too: false,
            at_desk: None,
        };
        for _ in 0..2 {
            let half = Wait {
                limit: wait.limit / 2,
                ..wait
            };
            if within(half, inquiry.with_edns(server)).await.is_ok() {
                break;
            }
        }
    }

    /// Whether `server` is asked without EDNS by now.
    fn is_plain(&self, server: SocketAddr) -> bool {
        let plain = self.plain.borrow();
        plain.get(&server).is_some_and(|&often| often >= PLAIN_FROM)
    }

    /// Remembers how `server` took EDNS. One failure may have been chance; a server that says itself that it does not
    /// know EDNS is believed at once.
    fn remember_edns(&self, server: SocketAddr, taken: bool, said_so: bool) {
        let mut plain = self.plain.borrow_mut();
        if taken {
            plain.remove(&server);
        } else {
            let often = plain.entry(server).or_default();
            *often = often.saturating_add(if said_so { PLAIN_FROM } else { 1 });
        }
    }

    /// The servers in the order in which they are asked now.
    fn order(&self) -> Vec<SocketAddr> {
        let mut servers = self.names.settings.asked();
        let silent = self.silent.borrow();
        servers.sort_by_key(|server| silent.contains(server));
        servers
    }

    fn of_lookup(&self, number: u64) -> Vec<DnsExchange> {
        let log = self.log.borrow();
        let mine = log.iter().filter(|(of, _)| *of == number);
        mine.map(|(_, exchange)| exchange.clone()).collect()
    }

    /// Keeps a dead first resolver from slowing down every lookup of a run.
    fn remember_the_silent(&self, outcomes: &[DnsExchange]) {
        let answer = outcomes
            .iter()
            .filter(|exchange| matches!(exchange.outcome, DnsOutcome::Reply(_)))
            .map(|exchange| exchange.elapsed)
            .max();
        let mut silent = self.silent.borrow_mut();
        for exchange in outcomes {
            let was_silent = match exchange.outcome {
                // A server that was asked only just before the answer came from another is not silent yet.
                DnsOutcome::Timeout => answer.is_none_or(|answer| exchange.elapsed > answer),
                DnsOutcome::Os(_) => exchange.transport == Transport::Udp,
                DnsOutcome::Reply(_) | DnsOutcome::Malformed => false,
            };
            let spoke = outcomes.iter().any(|other| {
                other.server == exchange.server && matches!(other.outcome, DnsOutcome::Reply(_))
            });
            if was_silent && !spoke && !silent.contains(&exchange.server) {
                silent.push(exchange.server);
            }
        }
    }

    /// Why no server answered.
    fn verdict(&self, outcomes: &[DnsExchange], expired: Option<Expired>) -> ResolveTrouble {
        let trouble = verdict::worst(outcomes);
        let nobody_there = matches!(
            trouble,
            ResolveTrouble::Timeout | ResolveTrouble::Unreachable(_)
        );
        if nobody_there && self.servers().is_empty() {
            ResolveTrouble::NoResolver
        } else if nobody_there && expired == Some(Expired::Deadline) {
            ResolveTrouble::Deadline
        } else {
            trouble
        }
    }
}
