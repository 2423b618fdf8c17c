//! The questions, in order: the name, the mail exchangers, and every service at every address.

pub mod conversation;
mod dane;
pub mod dialogue;
mod endpoint;
mod followup;
mod imap;
pub mod mx;
pub mod name;
mod pop3;
pub mod record;
mod smtp;
mod visit;

pub use self::visit::Visit;

use futures_util::future::{join, join_all};
use futures_util::stream::{self, StreamExt};

use crate::facts::{Check, Facts, HostFacts, Lookup, Mx, Reading, Tlsa};
use crate::failure::{Failure, ResolveTrouble, Stage, Trouble};
use crate::net::dns::Resolver;
use crate::net::{self, Machine};
use crate::plan::Plan;
use crate::progress::Progress;
use crate::service::{Endpoint, Service};
use crate::target::{Host, MxQuestion, Target};

/// Mail exchangers that are checked; more than that is rare, and the first ones are those that get the mail.
const MAX_EXCHANGERS: usize = 16;

/// Addresses of one host that are checked.
const MAX_ADDRESSES: usize = 16;

/// Targets that are visited at once. Those behind them wait, and their time does not run yet.
const TARGETS_AT_ONCE: usize = 256;

/// Asks everything about every target, many at once. What is known of a target goes to `done` as soon as it is all
/// known, with the target's place among the others, and is not kept here.
pub async fn run(
    plan: &Plan,
    targets: impl IntoIterator<Item = Target>,
    machine: &Machine,
    progress: &Progress,
    mut done: impl FnMut(usize, Facts),
) {
    let visits = targets.into_iter().enumerate();
    let visits = visits.map(async |(place, target)| {
        let resolver = Resolver::of(machine);
        let visit = Visit::begin(plan, machine, &resolver, progress);
        (place, gather(&visit, &target).await)
    });
    let mut visits = stream::iter(visits).buffer_unordered(TARGETS_AT_ONCE);
    while let Some((place, facts)) = visits.next().await {
        done(place, facts);
    }
}

/// Asks everything about one target.
pub async fn gather(visit: &Visit<'_>, target: &Target) -> Facts {
    let looking = visit.progress.line(target.host.to_string());
    looking.stage(Stage::Resolve);
    let (reading, mx, mut hosts) = find_hosts(visit, target).await;
    drop(looking);
    let endpoints = match reading {
        Reading::Host | Reading::Service => target.endpoints.clone(),
        Reading::Domain => vec![Endpoint::usual(Service::Smtp)],
    };
    let checks = planned(&hosts, &endpoints);
    let checks = checks.into_iter().map(|check| {
        let host: &HostFacts = &hosts[check.host];
        endpoint::run(visit, visit.server_name(&host.name), check)
    });
    let associations = associations(visit, reading, &hosts);
    let counted = net::counters();
    let (checks, associations) = join(join_all(checks), associations).await;
    let counters = net::counters()
        .zip(counted)
        .map(|(now, then)| now.since(then));
    for (host, tlsa) in hosts.iter_mut().zip(associations) {
        host.tlsa = tlsa;
    }
    let mut facts = Facts {
        target: target.clone(),
        reading,
        vantage: visit.machine.vantage.clone(),
        started_at: visit.machine.started_at,
        built_at: built_at(),
        dns: Vec::new(),
        mx,
        hosts,
        checks,
        sweeps: Vec::new(),
        dns_control: None,
        proxy: None,
        counters,
    };
    let looking = visit.progress.line(target.host.to_string());
    looking.causes();
    followup::run(visit, &mut facts).await;
    drop(looking);
    facts.dns = visit.resolver.take_log();
    facts
}

/// The certificate associations of a domain's mail exchangers, host by host.
async fn associations(
    visit: &Visit<'_>,
    reading: Reading,
    hosts: &[HostFacts],
) -> Vec<Option<Lookup<Tlsa>>> {
    match reading {
        Reading::Host | Reading::Service => Vec::new(),
        Reading::Domain => {
            let asked = hosts.iter().map(|host| dane::associations(visit, host));
            join_all(asked).await
        }
    }
}

/// Decides how the target is to be read, and finds its hosts and their addresses.
async fn find_hosts(
    visit: &Visit<'_>,
    target: &Target,
) -> (Reading, Option<Lookup<Vec<Mx>>>, Vec<HostFacts>) {
    let reading = if target.named && target.endpoints.len() == 1 {
        Reading::Service
    } else {
        Reading::Host
    };
    let plan = visit.plan;
    let name = match &target.host {
        Host::Address(address) => {
            return (reading, None, vec![name::literal(plan, *address)]);
        }
        Host::Name(name) => name,
    };
    let own = name::host(visit, name, None);
    match target.mx {
        MxQuestion::Never => (reading, None, vec![own.await]),
        // A name that this machine's hosts file knows is a host to this machine.
        MxQuestion::Ask if plan.connect_to.is_some() || visit.resolver.is_static(name) => {
            (reading, None, vec![own.await])
        }
        MxQuestion::Ask => {
            let (own, mx) = tokio::join!(own, mx::exchangers(visit, name));
            match mx {
                Lookup::Found(mx) => {
                    let hosts = exchangers(visit, &mx).await;
                    (Reading::Domain, Some(Lookup::Found(mx)), hosts)
                }
                Lookup::Failed(_) => (reading, Some(mx), vec![own]),
            }
        }
        MxQuestion::Must => {
            let mx = mx::exchangers(visit, name).await;
            let hosts = match &mx {
                Lookup::Found(mx) => exchangers(visit, mx).await,
                // RFC 5321 section 5.1: without MX records the domain's own address takes the mail.
                Lookup::Failed(ResolveTrouble::NoData) => vec![own.await],
                // Nothing may be concluded from a lookup that failed, and after NXDOMAIN there is no host.
                Lookup::Failed(trouble) => vec![name::unresolved(name, trouble)],
            };
            (Reading::Domain, Some(mx), hosts)
        }
    }
}

/// The hosts that MX records name, with their addresses, in the order of preference. The null MX names none, and what
/// is no host name is none either: both are findings.
async fn exchangers(visit: &Visit<'_>, mx: &[Mx]) -> Vec<HostFacts> {
    let hosts = mx.iter().filter_map(|mx| Some((mx.host()?, mx.preference)));
    let hosts = hosts
        .take(MAX_EXCHANGERS)
        .map(|(name, preference)| async move { name::host(visit, &name, Some(preference)).await });
    join_all(hosts).await
}

/// The checks to make, host by host, service by service, address by address.
fn planned(hosts: &[HostFacts], endpoints: &[Endpoint]) -> Vec<Check> {
    let mut checks = Vec::new();
    for (index, host) in hosts.iter().enumerate() {
        let addresses = host.addresses();
        let reachable: Vec<bool> = addresses
            .iter()
            .map(|&a| net::vantage::has_route(a))
            .collect();
        for &endpoint in endpoints {
            if addresses.is_empty() {
                checks.push(unresolved(index, endpoint, host));
            }
            for (&address, &reachable_one) in addresses.iter().zip(&reachable).take(MAX_ADDRESSES) {
                let mut check = Check::new(index, endpoint, Some(address));
                // An address of a family that this machine does not have is no fault while another can be reached.
                check.skipped = !reachable_one && reachable.contains(&true);
                checks.push(check);
            }
        }
    }
    checks
}

/// A check that cannot begin, for the name gave no address.
fn unresolved(host: usize, endpoint: Endpoint, facts: &HostFacts) -> Check {
    let mut check = Check::new(host, endpoint, None);
    let trouble = facts.trouble().unwrap_or(ResolveTrouble::NoData);
    let failure = Failure::new(Stage::Resolve, Trouble::Resolve(trouble), facts.lookup_time);
    check.failure = Some(failure);
    check
}

/// Midnight of the day of the last change, where the build knew it.
fn built_at() -> Option<i64> {
    let format = time::macros::format_description!("[year]-[month]-[day]");
    let day = time::Date::parse(option_env!("MAILCHECK_BUILD_DATE")?, format).ok()?;
    Some(day.midnight().assume_utc().unix_timestamp())
}
