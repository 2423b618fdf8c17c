//! The questions that are asked only because a check failed; and in a file of its own one that the user wants.
//!
//! Each tells one cause from another that looks the same. None of them touches the verdict of a check, each makes at
//! most one connection (the search for a hop and the list of TLS versions make a few, one after another), no check has
//! more than three of them, and all are over two seconds after the checks; a little more than three where echo requests go
//! first (Windows, macOS).

mod again;
mod hello;
pub(super) mod large_hello;
mod lookups;
mod names;
mod nat64;
mod offers;
pub(super) mod other_mode;
mod other_name;
pub(super) mod paths;
mod proxy;
mod renowned;
mod segments;
mod siblings;
mod talk;

use std::net::IpAddr;
use std::time::Duration;

use futures_util::future::join_all;
use tokio::time::Instant;

use super::Visit;
use crate::facts::{Check, EchoPath, Facts, FollowUps, Sweep, Vantage};
use crate::failure::{Class, Failure, Stage, TlsTrouble, Trouble};
use crate::net::seats::Room;
use crate::net::{Wait, sweep};
use crate::service::Security;
use crate::wire::Text;
use crate::wire::foreign::Speaks;
use crate::wire::proxy::Goal;

/// For all follow-ups of a target together.
const ALL: Duration = Duration::from_secs(2);
/// Before them, for how far echo requests come, on systems that ask it.
const ECHOES: Duration = Duration::from_millis(1200);
/// Of it, for how far away the servers are whose hellos are looked for.
const DISTANCES: Duration = Duration::from_millis(700);

/// What all follow-ups share.
#[derive(Clone, Copy)]
struct Asking<'a> {
    visit: &'a Visit<'a>,
    /// Where its connections sit.
    room: &'a Room,
    budget: Budget,
    /// How far away servers are, where something else depends on it.
    distances: &'a [Sweep],
    /// How far echo requests came, where that was asked.
    echoes: &'a [EchoPath],
}

/// Asks what is worth asking, and writes it into `facts`. A run in which everything worked asks nothing.
pub(super) async fn run(visit: &Visit<'_>, facts: &mut Facts) {
    // The time for it begins when there is room for it.
    let room = visit.seats(connections(visit, facts)).await;
    let asking = Asking {
        visit,
        room: &room,
        budget: Budget::new(visit.step()),
        distances: &[],
        echoes: &[],
    };
    let seen = &*facts;
    let echoes = echoes(asking, seen).await;
    let asking = Asking {
        budget: Budget::new(visit.step()),
        echoes: &echoes,
        ..asking
    };
    let distances = distances(asking, seen).await;
    let asking = Asking {
        distances: &distances,
        ..asking
    };
    // Before anything else is asked, so that it is alone.
    let again = again::ask(asking, seen).await;
    let checks = seen
        .checks
        .iter()
        .map(|check| of_check(asking, seen, check));
    let (checks, (siblings, sweeps), control, witness, renowned, nat64, in_dns, proxy) = tokio::join!(
        join_all(checks),
        ports_and_paths(asking, seen),
        names::ask(asking, seen),
        lookups::ask(asking, seen),
        renowned::ask(asking, seen),
        nat64::ask(asking, seen),
        lookups::beside_the_hosts_file(asking, seen),
        proxy::ask(asking, seen),
    );
    for (check, mut follow_ups) in facts.checks.iter_mut().zip(checks) {
        // What the library could not finish was seen all the same.
        if let Some(shown) = follow_ups.shown.take() {
            check.tls = Some(shown);
        }
        check.follow_ups = follow_ups;
    }
    for (id, taken) in again {
        facts.checks[id].follow_ups.again = Some(taken);
    }
    let sweeps = alike([distances.as_slice(), &sweeps].concat());
    for (id, answer) in paths::at_first_routers(asking, facts, &sweeps).await {
        facts.checks[id].follow_ups.at_first_router = Some(answer);
    }
    facts.checks.extend(siblings);
    facts.sweeps = sweeps;
    facts.echoes = echoes;
    facts.dns_control = control;
    facts.witness = witness;
    facts.renowned = renowned;
    facts.nat64 = nat64;
    for (host, in_dns) in facts.hosts.iter_mut().zip(in_dns) {
        host.in_dns = in_dns;
    }
    facts.proxy = proxy;
}

/// How many connections the follow-ups may have open at once. None where nothing is to be asked.
fn connections(visit: &Visit<'_>, facts: &Facts) -> usize {
    let trace = traces(visit);
    let alone = visit.manners().is_none();
    let asked = facts.checks.iter().filter(|check| {
        let path = may_trace(visit, &facts.vantage, check);
        !questions(check, path, alone).is_empty()
    });
    // A path that is compared is followed after those that failed.
    let paths = paths::failing(facts, trace).len() + paths::distances(facts, trace).len();
    let proxies = usize::from(proxy::is_worth_a_try(facts));
    let siblings = siblings::wanted(facts).len();
    asked.count() + siblings + paths * usize::from(sweep::WAVE) + proxies
}

/// What this system keeps to itself it keeps on every path: where a router was heard on one, it is heard on all.
fn alike(mut sweeps: Vec<Sweep>) -> Vec<Sweep> {
    let deaf = sweeps.iter().all(|sweep| sweep.deaf);
    for sweep in &mut sweeps {
        sweep.deaf = deaf;
    }
    sweeps
}

/// How far echo requests come to the addresses whose paths are swept.
async fn echoes(asking: Asking<'_>, facts: &Facts) -> Vec<EchoPath> {
    let trace = asking.visit.plan.trace;
    let ends = [paths::failing(facts, trace), paths::distances(facts, trace)].concat();
    let budget = asking.budget.at_most(ECHOES);
    paths::echo(Asking { budget, ..asking }, &ends).await
}

/// How far away the servers are at which a TLS hello was cut off or lost. Nothing is asked where none was.
async fn distances(asking: Asking<'_>, facts: &Facts) -> Vec<Sweep> {
    let ends = paths::distances(facts, traces(asking.visit));
    let budget = asking.budget.at_most(DISTANCES);
    paths::sweep(Asking { budget, ..asking }, &ends).await
}

/// Sibling ports and paths: which path is worth a comparison, the siblings tell.
async fn ports_and_paths(asking: Asking<'_>, facts: &Facts) -> (Vec<Check>, Vec<Sweep>) {
    let known = asking.distances;
    let mut failing = paths::failing(facts, traces(asking.visit));
    failing.retain(|end| known.iter().all(|sweep| sweep.destination != *end));
    let (siblings, mut sweeps) =
        tokio::join!(siblings::ask(asking, facts), paths::sweep(asking, &failing));
    // A path is compared as far as it goes: on a slow line that takes longer than is left.
    let budget = asking.budget.for_a_line_of(slowest(&siblings));
    let asking = Asking { budget, ..asking };
    let all: Vec<&Check> = facts.checks.iter().chain(&siblings).collect();
    let others = paths::comparisons(&paths::missed(facts, &failing), &all, known);
    sweeps.extend(paths::sweep(asking, &others).await);
    (siblings, sweeps)
}

/// The longest time that one of the connections took to come about.
fn slowest(checks: &[Check]) -> Duration {
    let connects = checks.iter().filter_map(|check| check.step(Stage::Connect));
    let connects = connects.filter(|step| step.ok);
    connects.map(|step| step.elapsed).max().unwrap_or_default()
}

/// A question about one check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Question {
    OtherMode,
    SmallSegments,
    HelloSweep,
    OtherName,
    TlsOffers,
}

/// Asks what one failed check calls for, one question after another: they go to the same address and port.
async fn of_check(asking: Asking<'_>, facts: &Facts, check: &Check) -> FollowUps {
    // Something may have been asked while the check was waiting.
    let mut answers = check.follow_ups.clone();
    let path = may_trace(asking.visit, &facts.vantage, check);
    let alone = asking.visit.manners().is_none();
    let questions = questions(check, path, alone);
    for (done, question) in questions.iter().enumerate() {
        // Who cuts connections off or loses hellos matters most, and is mostly found in a part of the time.
        let shares = match question {
            Question::HelloSweep => 1,
            Question::OtherMode
            | Question::SmallSegments
            | Question::OtherName
            | Question::TlsOffers => questions.len() - done,
        };
        let Some(subject) = Subject::new(asking, facts, check, shares) else {
            break;
        };
        // Each has room of its own, which is taken only where it is asked: thousands of targets may be at this point.
        match question {
            Question::OtherMode if answers.other_mode.is_some() => {}
            Question::OtherMode => answers.other_mode = Box::pin(other_mode::ask(subject)).await,
            Question::SmallSegments => {
                answers.small_segments = Box::pin(segments::ask(subject)).await;
            }
            Question::HelloSweep => answers.hello_sweep = Box::pin(hello::ask(subject)).await,
            Question::OtherName => {
                answers.other_name = Box::pin(other_name::ask(subject, facts)).await;
            }
            // A server that goes on once the name is another has versions and ciphers enough.
            Question::TlsOffers if other_name::goes_on(&answers) => {}
            // Whoever cuts connections off on the way is not asked what the server speaks.
            Question::TlsOffers if is_cut_on_the_way(&answers, subject) => {}
            Question::TlsOffers => {
                let shown = Box::pin(offers::ask(subject)).await;
                (answers.tls_offers, answers.shown) = (shown.offers, shown.tls);
            }
        }
    }
    answers
}

fn is_cut_on_the_way(answers: &FollowUps, subject: Subject<'_>) -> bool {
    let hops = answers.hello_sweep.as_deref().unwrap_or_default();
    hello::is_cut_on_the_way(hops, subject.path())
}

/// What is worth asking about a check. `path` says whether there is a path that may be traced, `alone` whether the target is
/// none of a list.
fn questions(check: &Check, path: bool, alone: bool) -> Vec<Question> {
    let Some(failure) = check.failure.as_ref().filter(|_| !check.context) else {
        let asked = alone && other_name::is_for_another(check);
        return asked.then_some(Question::OtherName).into_iter().collect();
    };
    let security = check.endpoint.service.security();
    match failure.stage {
        Stage::Greeting if security == Security::Starttls => of_greeting(failure),
        Stage::Tls => of_handshake(check, failure, path),
        // Who cuts connections off may be somebody on the way who goes by the word.
        Stage::Starttls | Stage::Capabilities if is_cut_at_a_word(check, failure) && path => {
            vec![Question::HelloSweep]
        }
        Stage::Certificate => vec![Question::OtherName],
        Stage::Greeting
        | Stage::Resolve
        | Stage::Connect
        | Stage::Capabilities
        | Stage::Starttls
        | Stage::Login
        | Stage::Transaction
        | Stage::Quit => Vec::new(),
    }
}

/// Whether the connection was cut off, in clear, when something was asked for.
fn is_cut_at_a_word(check: &Check, failure: &Failure) -> bool {
    let asked = matches!(failure.stage, Stage::Starttls | Stage::Capabilities);
    let in_clear =
        check.endpoint.service.security() == Security::Starttls && check.starttls_reply.is_none();
    asked && in_clear && failure.class == Class::Reset
}

/// A port of implicit TLS waits for the client to begin, or calls its first words no TLS.
fn of_greeting(failure: &Failure) -> Vec<Question> {
    let waits_for_a_hello = match &failure.trouble {
        Trouble::Clock { received, .. } | Trouble::Closed { received } => received.0.is_empty(),
        Trouble::Malformed { speaks, .. } => {
            matches!(speaks, Some(Speaks::TlsAlert { .. } | Speaks::TlsHandshake))
        }
        Trouble::Deadline { .. }
        | Trouble::Os(_)
        | Trouble::Rejected(_)
        | Trouble::NotOffered
        | Trouble::Tls(_)
        | Trouble::Certificate(_)
        | Trouble::Resolve(_)
        | Trouble::Proxy(_) => false,
    };
    if waits_for_a_hello {
        vec![Question::OtherMode]
    } else {
        Vec::new()
    }
}

fn of_handshake(check: &Check, failure: &Failure, path: bool) -> Vec<Question> {
    use Question::{HelloSweep, OtherMode, OtherName, SmallSegments, TlsOffers};
    // A server that wants to know who we are has found a version and a cipher.
    let wanted_a_certificate = check
        .tls
        .as_ref()
        .is_some_and(|tls| tls.client_certificate_requested);
    let implicit = check.endpoint.service.security() == Security::Tls;
    let mut questions = match (failure.class, &failure.trouble) {
        _ if wanted_a_certificate => vec![],
        (Class::Timeout, _) if hello_is_lost(check) => vec![HelloSweep],
        (Class::Timeout, _) if implicit => vec![SmallSegments, OtherMode],
        (Class::Timeout, _) => vec![SmallSegments],
        (Class::Reset, _) => vec![HelloSweep, TlsOffers],
        (Class::Closed, _) | (_, Trouble::Tls(TlsTrouble::Incompatible(_))) => vec![TlsOffers],
        (_, Trouble::Tls(TlsTrouble::Alert { description })) if is_about_offers(*description) => {
            vec![TlsOffers]
        }
        (_, Trouble::Tls(TlsTrouble::NotTls { .. })) if implicit => vec![OtherMode],
        _ => vec![],
    };
    if other_name::may_be_about_the_name(check, failure) {
        // Before what it speaks, which is of no interest where the name is to blame.
        let before = |question: &Question| *question == TlsOffers;
        let place = questions.iter().position(before);
        questions.insert(place.unwrap_or(questions.len()), OtherName);
    }
    questions.retain(|question| path || *question != HelloSweep);
    questions
}

/// Whether the peer's kernel never had our hello.
fn hello_is_lost(check: &Check) -> bool {
    check.tcp.is_some_and(|tcp| tcp.unacknowledged > 0)
}

/// Whether an alert says that the two have no version or no cipher in common: `handshake_failure`, `protocol_version`,
/// `insufficient_security` (RFC 8446 section 6.2).
fn is_about_offers(alert: u8) -> bool {
    matches!(alert, 40 | 70 | 71)
}

/// Whether paths are traced: that through a proxy is the path to the proxy.
fn traces(visit: &Visit<'_>) -> bool {
    visit.plan.trace && visit.door.through().is_none()
}

/// Whether there is a path to trace: not within this machine, and not where the user wants none traced.
fn may_trace(visit: &Visit<'_>, vantage: &Vantage, check: &Check) -> bool {
    let is_away = |address: IpAddr| paths::may_be_far(address, vantage);
    traces(visit) && check.address.is_some_and(is_away)
}

/// A check, and what is needed to connect to its server once more.
#[derive(Clone, Copy)]
struct Subject<'a> {
    asking: Asking<'a>,
    check: &'a Check,
    goal: Goal<'a>,
    server_name: &'a str,
}

impl<'a> Subject<'a> {
    /// `shares` questions have to do with what is left of the time.
    fn new(asking: Asking<'a>, facts: &'a Facts, check: &'a Check, shares: usize) -> Option<Self> {
        let host = facts.hosts.get(check.host)?;
        Some(Self {
            asking: Asking {
                budget: asking.budget.share(shares),
                ..asking
            },
            check,
            goal: asking.visit.goal(&host.name, check),
            server_name: server_name(asking.visit, facts, check),
        })
    }

    /// The path of another port of the same address.
    fn path(&self) -> Option<&'a Sweep> {
        let address = self.goal.address()?.ip();
        let same = |sweep: &&Sweep| sweep.destination.ip() == address;
        self.asking.distances.iter().find(same)
    }
}

fn server_name<'a>(visit: &'a Visit<'_>, facts: &'a Facts, check: &Check) -> &'a str {
    let host = facts.hosts.get(check.host).map_or("", |host| &host.name);
    visit.server_name(host)
}

/// The time for something, of which everything it does takes a part.
#[derive(Clone, Copy, Debug)]
struct Budget {
    end: Instant,
    /// What one step may take.
    step: Wait,
}

impl Budget {
    fn new(step: Wait) -> Self {
        Self {
            end: Instant::now() + ALL,
            step,
        }
    }

    /// A part for one of `shares` that are to be treated alike.
    fn share(self, shares: usize) -> Self {
        let shares = u32::try_from(shares.max(1)).unwrap_or(u32::MAX);
        Self {
            end: Instant::now() + self.left() / shares,
            ..self
        }
    }

    /// More of it where a round trip takes so long that a sweep needs more than it has on a line that is not slow.
    fn for_a_line_of(self, round_trip: Duration) -> Self {
        Self {
            end: self.end + sweep::more_on_a_slow_line(round_trip),
            ..self
        }
    }

    /// No more than `limit` of it.
    fn at_most(self, limit: Duration) -> Self {
        Self {
            end: self.end.min(Instant::now() + limit),
            ..self
        }
    }

    fn left(self) -> Duration {
        self.end.saturating_duration_since(Instant::now())
    }

    fn wait(self) -> Wait {
        Wait {
            limit: self.step.limit.min(self.left()),
            ..self.step
        }
    }
}

/// What came of a wait without a word.
fn in_silence(expired: crate::net::Expired) -> Trouble {
    expired.trouble(Text::default())
}

#[cfg(test)]
mod tests;
