//! Whether an address to which nothing leads is an IPv4 address that this network writes as IPv6 (RFC 7050).

use std::net::IpAddr;

use super::Asking;
use crate::facts::nat64::{Prefix, WELL_KNOWN_NAME, prefixes};
use crate::facts::{AddressSource, Check, Facts, RecordKind};
use crate::failure::{Class, Stage};
use crate::net::dns::Question;

/// The prefixes of this network, where a check may have met one. The resolver is asked one question, and nobody else.
pub(super) async fn ask(asking: Asking<'_>, facts: &Facts) -> Vec<Prefix> {
    let lost = facts
        .checks
        .iter()
        .any(|check| may_be_translated(facts, check));
    if !lost || asking.visit.door.through().is_some() {
        return Vec::new();
    }
    let question = Question::new(WELL_KNOWN_NAME, RecordKind::Aaaa);
    let resolver = asking.visit.resolver;
    let answer = Box::pin(resolver.lookup(question, asking.budget.wait())).await;
    let records = answer.records.found().into_iter().flatten();
    prefixes(records.filter_map(|record| match record.address() {
        Some(IpAddr::V6(address)) => Some(address),
        Some(IpAddr::V4(_)) | None => None,
    }))
}

/// Whether nothing came back from an IPv6 address that a resolver may have made up.
fn may_be_translated(facts: &Facts, check: &Check) -> bool {
    let Some(IpAddr::V6(address)) = check.address else {
        return false;
    };
    let host = facts.hosts.get(check.host);
    let asked = host.is_some_and(|host| {
        matches!(
            host.source,
            AddressSource::Dns | AddressSource::Literal | AddressSource::ConnectTo
        )
    });
    let failure = check.failure.as_ref();
    let lost = failure.is_some_and(|failure| {
        let silent = matches!(
            failure.class,
            Class::Timeout | Class::Unreachable | Class::Prohibited
        );
        failure.stage == Stage::Connect && silent
    });
    let known = Prefix::WELL_KNOWN.embedded(address).is_some();
    asked && lost && !known && !check.context && !address.is_loopback()
}
