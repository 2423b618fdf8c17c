//! Names of which no DNS server has an answer: SERVFAIL, and servers of the domain that are silent.

use std::time::Duration;

use super::super::case::Case;
use super::super::{dnssec, resolver};
use super::{Unresolved, about, claim, names};
use crate::facts::{DnsExchange, DnsOutcome, DnsReply, Facts, RecordKind};
use crate::failure::ResolveTrouble;
use crate::finding::{Finding, FindingId, Owner};

/// Extended DNS errors (RFC 8914) by which a resolver says that the domain's own servers are silent: No Reachable
/// Authority and Network Error.
const SILENT_AUTHORITY: [u16; 2] = [22, 23];

/// SERVFAIL: the resolver could not get an answer from the domain's servers, or did not believe it; or it gets none from
/// anybody.
pub(in crate::diagnose) fn server_failure(case: &mut Case<'_>) {
    busy_resolver(case);
    let failed = |name: &Unresolved<'_>| name.trouble == ResolveTrouble::ServFail;
    let silent = names(case, |name| {
        failed(name) && is_silent_authority(case.facts, name.name)
    });
    if !silent.is_empty() {
        let finding = silent_authority(case, &silent);
        claim(case, &silent, finding);
    }
    let broken = names(case, failed);
    if broken.is_empty() {
        return;
    }
    let asked = case.facts.witness.is_some();
    let finding = about(case, FindingId::DnsServerFailure, Owner::Domain, &broken)
        .arg("whose", "domain")
        .variant(asked.then_some("domain"))
        .evidence(resolver::of_witness(case))
        .step_if(asked, "step-tell-domain")
        .step("step-other-resolver")
        .step_if(!asked, "step-tell-domain");
    claim(case, &broken, finding);
}

/// SERVFAIL, and an answer when the same was asked again: what failed was a moment's.
fn busy_resolver(case: &mut Case<'_>) {
    let busy = names(case, |name| {
        name.trouble == ResolveTrouble::ServFail && answers_now(case.facts, name.name)
    });
    if busy.is_empty() {
        return;
    }
    let finding = about(case, FindingId::DnsServerFailure, Owner::Unknown, &busy)
        .inconclusive()
        .arg("whose", "moment")
        .arg("resolvers", resolver::listed(case))
        .variant("moment")
        .step("step-run-again-alone");
    claim(case, &busy, finding);
}

/// SERVFAIL for this name, and no answer for a name that has nothing to do with it.
pub(in crate::diagnose) fn resolver_failure(case: &mut Case<'_>) {
    let Some(witness) = case.facts.witness.filter(|witness| !witness.outside) else {
        return;
    };
    let all = names(case, |name| name.trouble == ResolveTrouble::ServFail);
    if all.is_empty() {
        return;
    }
    let owner = resolver::owner(case);
    // Every name fails, and this one has an answer without checking: it is the checking that fails.
    let unchecked = all
        .iter()
        .any(|name| dnssec::unchecked(case.facts, name.name).is_some());
    let finding = about(case, FindingId::DnsServerFailure, owner, &all)
        .inconclusive()
        .arg("whose", "resolver")
        .arg("resolvers", resolver::listed(case))
        .variant(match witness.root {
            _ if unchecked => "validation",
            true => "cut-off",
            false => "resolver",
        })
        .evidence(resolver::of_witness(case));
    let finding = resolver::steps(case, finding);
    claim(case, &all, finding);
}

/// No answer for this name, and answers for others at once: the resolver waits for the domain's own servers.
pub(in crate::diagnose) fn authority_silent(case: &mut Case<'_>) {
    if !case.facts.witness.is_some_and(|witness| witness.outside) {
        return;
    }
    let silent = names(case, |name| name.trouble == ResolveTrouble::Timeout);
    if silent.is_empty() {
        return;
    }
    let finding = silent_authority(case, &silent).variant("waits");
    claim(case, &silent, finding);
}

fn silent_authority(case: &Case<'_>, names: &[Unresolved<'_>]) -> Finding {
    about(case, FindingId::DnsTimeout, Owner::Domain, names)
        .arg("resolvers", resolver::listed(case))
        .variant("authority")
        .evidence(resolver::of_witness(case))
        .step("step-tell-domain")
        .step("step-wait-and-run-again")
}

/// Whether a later question for the name was answered, with signatures checked.
pub(in crate::diagnose) fn answers_now(facts: &Facts, name: &str) -> bool {
    let about = facts.dns.iter().filter(|exchange| {
        let of_host = matches!(
            exchange.kind,
            RecordKind::A | RecordKind::Aaaa | RecordKind::Mx
        );
        exchange.name.eq_ignore_ascii_case(name) && !exchange.checking_disabled && of_host
    });
    let all: Vec<&DnsExchange> = about.collect();
    let rcode = |exchange: &DnsExchange| match &exchange.outcome {
        DnsOutcome::Reply(reply) => Some(reply.rcode),
        DnsOutcome::Timeout | DnsOutcome::Os(_) | DnsOutcome::Malformed => None,
    };
    all.iter().enumerate().any(|(place, exchange)| {
        let mut before = all[..place].iter();
        matches!(rcode(exchange), Some(0 | 3))
            && before.any(|other| other.kind == exchange.kind && rcode(other) == Some(2))
    })
}

/// Whether the resolver waited for the domain's servers and says so.
fn is_silent_authority(facts: &Facts, name: &str) -> bool {
    let says = |reply: &DnsReply| {
        let mut codes = reply.extended_errors.iter().map(|(code, _)| code);
        codes.any(|code| SILENT_AUTHORITY.contains(code))
    };
    facts.dns.iter().any(|exchange| {
        let waited = exchange.elapsed >= Duration::from_secs(1);
        let says = matches!(&exchange.outcome, DnsOutcome::Reply(reply) if says(reply));
        exchange.name.eq_ignore_ascii_case(name) && waited && says
    })
}
