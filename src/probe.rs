//! The questions, in order: the name, the mail exchangers, and every service at every address.

pub mod conversation;
mod dane;
pub mod dialogue;
mod discover;
mod document;
mod endpoint;
mod followup;
mod hosts;
mod imap;
mod login;
pub mod mx;
pub mod name;
mod policy;
mod pop3;
pub mod record;
mod session;
mod smtp;
mod transaction;
mod visit;

pub use self::visit::Visit;

use std::collections::BTreeSet;
use std::pin::pin;
use std::time::Duration;

use futures_util::future::{join, join_all, join3};
use futures_util::stream::{self, Stream, StreamExt};
use tokio::time::Instant;

use crate::facts::special::leads_nowhere;
use crate::facts::{Check, Facts, HostFacts, Lookup, Reading, Through, Tlsa};
use crate::failure::Stage;
use crate::net::dns::Resolver;
use crate::net::{self, Machine, interrupt};
use crate::plan::{Pace, Plan};
use crate::progress::Progress;
use crate::target::Target;

/// Asks everything about every target, as many at once as `pace` allows. What is known of a target goes to `done` as soon as it is all
/// known, with the target's place among the others, and is not kept here.
pub async fn run(
    plan: &Plan,
    pace: Pace,
    targets: impl Stream<Item = Target>,
    machine: &Machine,
    progress: &Progress,
    mut done: impl FnMut(usize, Facts),
) {
    let targets = at_pace(pace.gap, targets).enumerate();
    let visits = targets.map(async |(place, target)| {
        let resolver = Resolver::of_target(machine, &target.host.to_string());
        let visit = Visit::begin(plan, machine, &resolver, progress);
        (place, Box::pin(gather(&visit, &target)).await)
    });
    let mut visits = pin!(visits.buffer_unordered(pace.jobs));
    while let Some((place, facts)) = visits.next().await {
        done(place, facts);
    }
}

/// The targets, one no sooner than `gap` after the other. Where the run is interrupted, nobody is visited any more.
fn at_pace(gap: Duration, targets: impl Stream<Item = Target>) -> impl Stream<Item = Target> {
    let next = (Box::pin(targets), Instant::now());
    stream::unfold(next, move |(mut targets, earliest)| async move {
        let target = interrupt::unless_interrupted(targets.next()).await??;
        let wait = tokio::time::sleep_until(earliest);
        interrupt::unless_interrupted(wait).await?;
        // What was late is not made up for in a rush.
        let next = Instant::now().max(earliest) + gap;
        (!interrupt::is_interrupted()).then_some((target, (targets, next)))
    })
}

/// Asks everything about one target.
pub async fn gather(visit: &Visit<'_>, target: &Target) -> Facts {
    let looking = visit.progress.line(target.host.to_string());
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
    let providers = visit.providers(&providers(&hosts, reading)).await;
    let room = visit
        .seats(checks.iter().filter(|check| is_tried(check)).count())
        .await;
    let checks = checks.into_iter().map(|check| {
        let host: &HostFacts = &hosts[check.host];
        endpoint::run(
            visit,
            &room,
            &host.name,
            visit.server_name(&host.name),
            check,
        )
    });
    let associations = associations(visit, &hosts);
    let alone = visit.alone();
    let counted = alone.and_then(|_| net::counters());
    let said = policy::records(visit, target, reading, &hosts);
    let (checks, associations, said) = join3(join_all(checks), associations, said).await;
    drop(room);
    // The kernel counts for the whole machine: with other targets beside this one the numbers would be theirs as well.
    let counted = counted.filter(|_| visit.alone() == alone);
    let counters = counted.and_then(|then| Some(net::counters()?.since(then)));
    for (host, tlsa) in hosts.iter_mut().zip(associations) {
        host.tlsa = tlsa;
    }
    let mut facts = Facts {
        target: target.clone(),
        reading,
        because,
        interrupted: false,
        vantage: visit.machine.vantage.clone(),
        started_at: visit.machine.started_at,
        built_at: built_at(),
        dns: Vec::new(),
        mx,
        account,
        policy: None,
        hosts,
        checks,
        sweeps: Vec::new(),
        echoes: Vec::new(),
        dns_control: None,
        witness: None,
        proxy: None,
        logins: Vec::new(),
        transaction: None,
        counters,
        through: through(visit),
    };
    let looking = visit.progress.line(target.host.to_string());
    looking.causes();
    let follow_ups = Box::pin(followup::run(visit, &mut facts));
    ((), facts.policy) = join(follow_ups, policy::with_document(visit, target, said)).await;
    drop(looking);
    Box::pin(log_in_and_hand_over(visit, &mut facts)).await;
    drop(providers);
    visit.machine.forget_providers();
    facts.dns = visit.resolver.take_log();
    facts.interrupted = interrupt::is_interrupted();
    facts
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

/// Whose the mail exchangers of a domain are: the last two labels of their names, or three below `co.uk` and its like. Where
/// that takes two providers for one, they are asked one after the other, which does no harm.
fn providers(hosts: &[HostFacts], reading: Reading) -> BTreeSet<String> {
    let is_domain = reading == Reading::Domain;
    let hosts = hosts.iter().filter(|_| is_domain);
    hosts.map(|host| base(&host.name)).collect()
}

fn base(name: &str) -> String {
    let labels: Vec<&str> = name.trim_end_matches('.').rsplit('.').collect();
    let is_below = labels.get(1).is_some_and(|second| second.len() <= 3);
    let kept = if is_below { 3 } else { 2 };
    let mut kept: Vec<&str> = labels.into_iter().take(kept).collect();
    kept.reverse();
    kept.join(".").to_ascii_lowercase()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exchangers_of_one_provider_have_one_base() {
        let rows = [
            ("aspmx.l.google.com", "google.com"),
            ("alt1.aspmx.l.Google.com.", "google.com"),
            ("mx1.example.co.uk", "example.co.uk"),
            ("mxbiz1.example.com.cn", "example.com.cn"),
            ("mx.example.org", "example.org"),
            ("localhost", "localhost"),
        ];
        for (name, expected) in rows {
            assert_eq!(base(name), expected, "{name}");
        }
    }
}
