//! The questions, in order: the name, the mail exchangers, and every service at every address.

mod ahead;
pub mod conversation;
mod crew;
mod dane;
pub mod dialogue;
mod discover;
mod document;
mod endpoint;
mod farewell;
pub mod fence;
mod followup;
mod hosts;
mod imap;
mod login;
mod manners;
pub mod mx;
pub mod name;
mod pace;
mod policy;
mod pop3;
pub mod record;
mod reply;
mod sender;
mod session;
mod smtp;
mod transaction;
mod visit;
mod window;

pub use self::crew::threads;
pub use self::manners::Manners;
pub use self::visit::Visit;

use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::sync::Arc;

use futures_util::future::{join, join_all, join3};
use futures_util::stream::{Stream, StreamExt};
use tokio::time::Instant;

use self::crew::{Came, Crew, Errand};
use self::manners::shuffled;
use self::pace::at_pace;
use self::window::Window;
use crate::facts::special::leads_nowhere;
use crate::facts::{Because, Check, Facts, HostFacts, Lookup, Reading, Through, Tlsa};
use crate::failure::{Class, Stage};
use crate::net::{self, Machine, interrupt};
use crate::plan::{Pace, Plan};
use crate::progress::Progress;
use crate::registries;
use crate::target::Target;

/// Targets that are postponed before no more are taken from the list.
const POSTPONED_MAX: usize = 10_000;

/// Asks everything about every target, as many at once as `pace` allows. What is thought of all that is known of a target
/// goes to `done` at once, with the target's place among the others, and is not kept here. The list, the pace and who is
/// postponed are minded here; the visits, and what is thought of them, are on several threads where they are many. `thinking`
/// makes what thinks, for each thread its own.
pub async fn run<J: Fn(Facts) -> R, R: Send + 'static>(
    plan: &Plan,
    pace: Pace,
    targets: impl Stream<Item = Target>,
    machine: &Machine,
    progress: &Progress,
    thinking: impl Fn() -> J + Clone + Send + 'static,
    mut done: impl FnMut(usize, R),
) {
    let manners = machine.expects_many().then(|| Arc::new(Manners::new(pace)));
    let targets = targets.enumerate();
    let targets = match &manners {
        Some(_) => shuffled(targets).left_stream(),
        None => targets.right_stream(),
    };
    let mut targets = pin!(at_pace(pace.gap, targets));
    let errand = Errand {
        plan,
        machine,
        progress,
        manners: manners.as_ref(),
        think: thinking(),
        thinking,
    };
    let mut crew = Crew::new(&errand, pace);
    let mut window = Window::new(pace, threads(pace, machine));
    let mut postponed = Postponed::default();
    let mut are_more = true;
    loop {
        let under_way = crew.under_way();
        let has_room = window.has_room(under_way);
        // Nobody of the crew is left without work because others of it have something to tell.
        let (number, target) = tokio::select! {
            biased;
            due = postponed.due(), if has_room && !postponed.is_empty() => {
                let Some(due) = due else {
                    // The run is interrupted.
                    postponed.forget();
                    continue;
                };
                due
            },
            next = targets.next(), if has_room && are_more && !postponed.are_many() => {
                let Some(next) = next else {
                    are_more = false;
                    continue;
                };
                next
            },
            Some(Came { number, outcome }) = crew.next(), if under_way > 0 => {
                match outcome {
                    Ok(thought) => done(number, thought),
                    Err((until, target)) => postponed.add(until, number, target),
                }
                continue;
            }
            () = window.due(), if !has_room && window.may_change() => {
                window.look(crew.worked());
                continue;
            }
            else => break,
        };
        crew.begin(number, target);
    }
}

/// Asks everything about one target. Whoever rests now is waited for.
pub async fn gather(visit: &Visit<'_>, target: &Target) -> Facts {
    loop {
        match Box::pin(visited(visit, target)).await {
            Ok(facts) => return facts,
            Err(until) => tokio::time::sleep_until(until).await,
        }
    }
}

/// Asks everything about one target; the error is until when somebody rests whom it would take.
async fn visited(visit: &Visit<'_>, target: &Target) -> Result<Facts, Instant> {
    let looking = visit.progress.line(|| target.host.to_string());
    looking.stage(Stage::Resolve);
    let found = hosts::find(visit, target).await;
    let hosts::Found {
        because,
        mx,
        account,
        mut hosts,
    } = found;
    let reading = because.reading();
    drop(looking);
    let mut checks = hosts::planned(visit, &hosts);
    spare_nobody(&mut checks, &hosts, reading);
    let manners = visit.manners();
    if let Some(until) = manners.and_then(|all| all.resting(&checks, &hosts, reading)) {
        return Err(until);
    }
    let providers = visit.providers(&providers(&hosts, reading)).await;
    // Somebody may have asked for rest while this one waited for him.
    if let Some(until) = manners.and_then(|all| all.resting(&checks, &hosts, reading)) {
        return Err(until);
    }
    let rest = manners.and_then(|all| all.spare(&mut checks, &hosts, reading));
    let room = visit
        .seats(checks.iter().filter(|check| is_tried(check)).count())
        .await;
    let checks = checks.into_iter().map(|check| {
        let name = &hosts[check.host].name;
        endpoint::run(visit, &room, name, visit.server_name(name), check)
    });
    let associations = associations(visit, &hosts);
    let alone = visit.alone();
    // Of a list, hardly a target is alone, and the kernel writes some hundred lines each time.
    let counted = alone.filter(|_| !visit.machine.expects_many());
    let counted = counted.and_then(|_| net::counters());
    let said = policy::records(visit, target, reading, &hosts);
    let (checks, associations, said) = join3(join_all(checks), associations, said).await;
    drop(room);
    if let Some(manners) = manners {
        manners.listen(&checks, &hosts, reading);
    }
    if let Some(until) = visit.postponed() {
        return Err(until);
    }
    // The kernel counts for the whole machine: with other targets beside this one the numbers would be theirs as well.
    let counted = counted.filter(|_| visit.alone() == alone);
    let counters = counted.and_then(|then| Some(net::counters()?.since(then)));
    for (host, tlsa) in hosts.iter_mut().zip(associations) {
        host.tlsa = tlsa;
    }
    let mut facts = Facts {
        rest,
        mx,
        account,
        hosts,
        checks,
        counters,
        ..unasked(visit, target, because)
    };
    let looking = visit.progress.line(|| target.host.to_string());
    looking.causes();
    let follow_ups = Box::pin(followup::run(visit, &mut facts));
    ((), facts.policy) = join(follow_ups, policy::with_document(visit, target, said)).await;
    if let Some(manners) = manners {
        manners.settle(&mut facts);
    }
    drop(looking);
    if facts.checks.iter().any(came_to_nothing) {
        facts.private_authorities = visit.machine.trust.private_authorities();
    }
    Box::pin(log_in_and_hand_over(visit, &mut facts)).await;
    drop(providers);
    visit.machine.forget_providers();
    facts.dns = visit.resolver.take_log();
    facts.crowd = visit.resolver.crowd();
    // Last, so that what is asked about this machine says nothing of the target.
    facts.sender = sender::ask(visit, &facts).await;
    facts.interrupted = interrupt::is_interrupted();
    Ok(facts)
}

/// A target of which nothing is known but how it was read.
fn unasked(visit: &Visit<'_>, target: &Target, because: Because) -> Facts {
    Facts {
        target: target.clone(),
        reading: because.reading(),
        because,
        interrupted: false,
        rest: None,
        vantage: visit.machine.vantage.clone(),
        started_at: visit.machine.started_at,
        built_at: built_at(),
        soon_days: visit.plan.soon_days,
        dns: Vec::new(),
        crowd: None,
        mx: None,
        account: None,
        policy: None,
        hosts: Vec::new(),
        checks: Vec::new(),
        sweeps: Vec::new(),
        echoes: Vec::new(),
        dns_control: None,
        witness: None,
        renowned: None,
        nat64: Vec::new(),
        proxy: None,
        logins: Vec::new(),
        transaction: None,
        counters: None,
        through: through(visit),
        sender: None,
        private_authorities: Vec::new(),
    }
}

/// Whether a connection that was taken ended in silence or without a word: a mail shield of this machine does that too.
fn came_to_nothing(check: &Check) -> bool {
    check.connected()
        && check.failure.as_ref().is_some_and(|failure| {
            matches!(failure.class, Class::Closed | Class::Reset | Class::Timeout)
        })
}

/// Targets that lead to somebody who rests, by the time at which he does no longer.
#[derive(Default)]
struct Postponed(BTreeMap<(Instant, usize), Target>);

impl Postponed {
    fn add(&mut self, until: Instant, place: usize, target: Target) {
        self.0.insert((until, place), target);
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether no more targets are taken from the list until some of these have been visited.
    fn are_many(&self) -> bool {
        self.0.len() >= POSTPONED_MAX
    }

    fn forget(&mut self) {
        self.0.clear();
    }

    /// Waits for the first of them. `None` where the run is interrupted.
    async fn due(&mut self) -> Option<(usize, Target)> {
        let first = self.0.first_entry()?;
        let (until, place) = *first.key();
        let wait = tokio::time::sleep_until(until);
        interrupt::unless_interrupted(wait).await?;
        Some((place, first.remove()))
    }
}

/// What is done where the user asks for it, and not otherwise.
async fn log_in_and_hand_over(visit: &Visit<'_>, facts: &mut Facts) {
    if interrupt::is_interrupted() {
        return;
    }
    match (&visit.plan.login, &visit.plan.transaction) {
        (Some(login), _) => {
            (facts.logins, facts.transaction) = login::run(visit, facts, login).await;
        }
        (None, Some(wanted)) => facts.transaction = transaction::run(visit, facts, wanted).await,
        (None, None) => {}
    }
}

/// The certificate associations of the hosts that are asked on port 25, host by host.
async fn associations(visit: &Visit<'_>, hosts: &[HostFacts]) -> Vec<Option<Lookup<Tlsa>>> {
    let asked = hosts.iter().map(async |host| {
        let takes_mail = host.endpoints.iter().any(|endpoint| endpoint.port == 25);
        if takes_mail {
            dane::associations(visit, host).await
        } else {
            None
        }
    });
    join_all(asked).await
}

/// Leaves out the checks of addresses that are nobody's server: what answered there would be taken for somebody else's.
fn spare_nobody(checks: &mut [Check], hosts: &[HostFacts], reading: Reading) {
    for check in checks {
        let host = &hosts[check.host];
        let nowhere = |address| leads_nowhere(host, address, reading).is_some();
        check.skipped |= check.address.is_some_and(nowhere);
    }
}

/// Whose the mail exchangers of a domain are.
fn providers(hosts: &[HostFacts], reading: Reading) -> BTreeSet<String> {
    let is_domain = reading == Reading::Domain;
    let hosts = hosts.iter().filter(|_| is_domain);
    hosts.map(|host| registries::base(&host.name)).collect()
}

/// Whether anything goes out for a check of which nothing has been done: one whose name gave no address has failed.
fn is_tried(check: &Check) -> bool {
    check.failure.is_none() && !check.skipped
}

/// The proxy that this target was asked through, or would have been.
fn through(visit: &Visit<'_>) -> Option<Through> {
    let machine = visit.machine;
    let wanted = visit.plan.through.as_ref()?;
    let at = machine.proxy_address();
    Some(Through {
        kind: wanted.proxy.kind,
        host: wanted.proxy.host.clone(),
        port: wanted.proxy.port,
        address: at.map(|at| at.ip()),
        login: wanted.proxy.user.is_some(),
        named: wanted.named,
        passed_by: visit.door.through().is_none(),
    })
}

/// Midnight of the day of the last change, where the build knew it.
fn built_at() -> Option<i64> {
    let format = time::macros::format_description!("[year]-[month]-[day]");
    let day = time::Date::parse(option_env!("MAILCHECK_BUILD_DATE")?, format).ok()?;
    Some(day.midnight().assume_utc().unix_timestamp())
}
