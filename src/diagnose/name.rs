//! Names that give no address, or not the one that the DNS would give.
//!
//! Which names those are, and findings about them, for the rules of the rooms below.

mod aliases;
mod failure;
mod hosts_file;
mod missing;

pub(super) use aliases::{alias_loop, chain, chains};
pub(super) use failure::{answers_now, authority_silent, resolver_failure, server_failure};
pub(super) use hosts_file::hosts_file;
pub(super) use missing::{denied_for_one_family, no_address, not_found};

use crate::facts::{Facts, HostFacts, Lookup};
use crate::failure::{ResolveTrouble, Stage};
use crate::finding::{Finding, FindingId, Owner, Severity};
use crate::target::Host;

use super::case::Case;
use super::{evidence, machine};

/// A name that gave no address, or not those of both families.
pub(super) struct Unresolved<'a> {
    /// In DNS form.
    pub(super) name: &'a str,
    /// As people read it.
    pub(super) display: &'a str,
    /// Its place in [`Facts::hosts`]. `None` for a domain whose mail exchangers could not be asked for.
    pub(super) host: Option<usize>,
    /// What stood in the way.
    pub(super) trouble: ResolveTrouble,
    /// Whether no address is known at all.
    pub(super) lost: bool,
}

/// The names of which `wanted` is true.
pub(super) fn names<'a>(
    case: &Case<'a>,
    wanted: impl Fn(&Unresolved<'a>) -> bool,
) -> Vec<Unresolved<'a>> {
    let mut names = troubles(case);
    names.retain(wanted);
    names
}

/// A finding about names, with what the resolvers said about them.
pub(super) fn about(
    case: &Case<'_>,
    id: FindingId,
    owner: Owner,
    names: &[Unresolved<'_>],
) -> Finding {
    let severity = names.iter().map(|name| {
        if name.lost {
            case.name_severity(name.host, Severity::Error)
        } else {
            Severity::Warning
        }
    });
    let severity = severity.max().unwrap_or(Severity::Error);
    let displays: Vec<String> = names.iter().map(|name| name.display.to_owned()).collect();
    let of_names = |check: usize| {
        let host = case.facts.checks[check].host;
        names
            .iter()
            .any(|name| name.lost && name.host == Some(host))
    };
    let open = case.open_where(|_, failure| failure.stage == Stage::Resolve);
    let checks = open
        .iter()
        .map(|failed| failed.id)
        .filter(|check| of_names(*check));
    Finding::about_names(id, severity, owner, &displays)
        .arg("type", missing_type(case.facts, names))
        .checks(checks.collect())
        .evidence(
            names
                .iter()
                .filter_map(|name| evidence::of_lookup(case.facts, name.name)),
        )
}

/// Adds a finding about names, and marks them.
pub(super) fn claim<'a>(case: &mut Case<'a>, names: &[Unresolved<'a>], finding: Finding) {
    for name in names {
        case.claim_name(name.name);
    }
    case.claim(finding);
}

/// Every lookup that went wrong and is not explained: the hosts, then the domain itself.
fn troubles<'a>(case: &Case<'a>) -> Vec<Unresolved<'a>> {
    let facts = case.facts;
    let hosts = facts
        .hosts
        .iter()
        .enumerate()
        .filter_map(|(index, host)| of_host(index, host));
    let mut names: Vec<Unresolved<'a>> = hosts.collect();
    if let Some(name) = of_mx(case)
        && !names.iter().any(|other| other.name == name.name)
    {
        names.push(name);
    }
    names.retain(|name| !case.is_name_explained(name.name));
    names
}

fn of_host(index: usize, host: &HostFacts) -> Option<Unresolved<'_>> {
    let lost = host.trouble();
    // One family without records is nothing to speak of while the other has some.
    let partial = || {
        let v4 = host.ipv4.as_ref().and_then(Lookup::trouble);
        let v6 = host.ipv6.as_ref().and_then(Lookup::trouble);
        let trouble = v4.or(v6)?;
        let serious = !matches!(trouble, ResolveTrouble::NotFound | ResolveTrouble::NoData);
        serious.then(|| trouble.clone())
    };
    Some(Unresolved {
        name: &host.name,
        display: &host.display,
        host: Some(index),
        lost: lost.is_some(),
        trouble: lost.or_else(partial)?,
    })
}

fn of_mx<'a>(case: &Case<'a>) -> Option<Unresolved<'a>> {
    let trouble = case.facts.mx.as_ref()?.trouble()?;
    let lost = case.facts.hosts.is_empty();
    // A name without mail exchangers is read as a host, and a name that does not exist has no address either.
    if !lost && matches!(trouble, ResolveTrouble::NotFound | ResolveTrouble::NoData) {
        return None;
    }
    let name = machine::domain(case)?;
    let display = match &case.facts.target.host {
        Host::Name(name) => &name.unicode,
        Host::Address(_) => return None,
    };
    Some(Unresolved {
        name,
        display,
        host: None,
        trouble: trouble.clone(),
        lost,
    })
}

/// The type of record that alone is missing; "all" where no address is known.
fn missing_type(facts: &Facts, names: &[Unresolved<'_>]) -> &'static str {
    let types = names.iter().map(|name| {
        let host = name.host.and_then(|host| facts.hosts.get(host));
        match host {
            _ if name.lost => "all",
            Some(host) if host.ipv4.as_ref().is_some_and(|v4| v4.found().is_none()) => "A",
            Some(_) => "AAAA",
            None => "MX",
        }
    });
    let mut types: Vec<&'static str> = types.collect();
    types.dedup();
    if let [one] = types[..] { one } else { "all" }
}
