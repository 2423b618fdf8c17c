//! Aliases: where they lead, and that they lead round in a circle.

use super::super::case::Case;
use super::super::draft::sentence;
use super::{Unresolved, about, claim, names};
use crate::args;
use crate::facts::{DnsOutcome, Facts, HostFacts, RecordData};
use crate::failure::ResolveTrouble;
use crate::finding::{FindingId, Owner, Sentence};

/// The aliases go round in a circle.
pub(in crate::diagnose) fn alias_loop(case: &mut Case<'_>) {
    let names = names(case, |name| name.trouble == ResolveTrouble::AliasLoop);
    if names.is_empty() {
        return;
    }
    let finding = about(case, FindingId::CnameLoop, Owner::Domain, &names)
        .evidence(chains(case.facts, &names))
        .step("step-mend-aliases");
    claim(case, &names, finding);
}

/// Where the aliases of a name end; `None` for a name that is no alias.
pub(super) fn end<'a>(facts: &'a Facts, name: &Unresolved<'_>) -> Option<&'a String> {
    let host = name.host.and_then(|host| facts.hosts.get(host));
    let known = host.and_then(|host| host.aliases.last());
    known.or_else(|| answered_aliases(facts, name.name).last().copied())
}

/// The aliases that stand in the answers about a name: of a domain that is asked for its exchangers no others are known.
fn answered_aliases<'a>(facts: &'a Facts, name: &str) -> Vec<&'a String> {
    let replies = facts
        .dns
        .iter()
        .filter_map(|exchange| match &exchange.outcome {
            DnsOutcome::Reply(reply) => Some(reply),
            DnsOutcome::Timeout | DnsOutcome::Os(_) | DnsOutcome::Malformed => None,
        });
    let records: Vec<_> = replies.flat_map(|reply| &reply.answers).collect();
    let next = |owner: &str| {
        records.iter().find_map(|record| match &record.data {
            RecordData::Cname(target) if record.name == owner => Some(target),
            _ => None,
        })
    };
    let mut found = Vec::new();
    while let Some(target) = next(found.last().copied().map_or(name, String::as_str)) {
        if found.contains(&target) {
            break;
        }
        found.push(target);
    }
    found
}

/// The aliases of those names that are some, as evidence.
pub(in crate::diagnose) fn chains(facts: &Facts, names: &[Unresolved<'_>]) -> Vec<Sentence> {
    let chains = names.iter().filter_map(|name| {
        let host = name.host.and_then(|host| facts.hosts.get(host));
        if let Some(host) = host.filter(|host| !host.aliases.is_empty()) {
            return Some(chain(host));
        }
        let aliases = answered_aliases(facts, name.name);
        (!aliases.is_empty()).then(|| chain_of(name.name, aliases))
    });
    chains.collect()
}

/// The aliases of a host, as evidence.
pub(in crate::diagnose) fn chain(host: &HostFacts) -> Sentence {
    chain_of(&host.name, host.aliases.iter().collect())
}

fn chain_of(name: &str, aliases: Vec<&String>) -> Sentence {
    let aliases = aliases.into_iter().map(String::as_str);
    let chain: Vec<&str> = std::iter::once(name).chain(aliases).collect();
    sentence("evidence-aliases", args! { "chain" => chain.join(" → ") })
}
