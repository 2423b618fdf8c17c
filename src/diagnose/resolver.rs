//! Resolvers that give no answer. Nothing is known of the mail server then.

use crate::codes::socket::Condition;
use crate::facts::DnsOutcome;
use crate::failure::{OsError, ResolveTrouble};
use crate::finding::{Finding, FindingId, Owner, Severity};

use super::case::Case;
use super::draft::list;
use super::evidence;
use super::name;

/// No resolver is configured.
pub(super) fn none(case: &mut Case<'_>) {
    troubled(case, FindingId::NoResolver, Owner::ThisMachine, |trouble| {
        matches!(trouble, ResolveTrouble::NoResolver)
    });
}

/// The resolver's port is closed, or there is no way to it.
pub(super) fn down(case: &mut Case<'_>) {
    let resolvers = &case.facts.vantage.resolvers;
    let local =
        !resolvers.is_empty() && resolvers.iter().all(|resolver| resolver.ip().is_loopback());
    let forbidden = |error: &OsError| {
        matches!(
            error.condition(),
            Some(Condition::AccessDenied | Condition::NotPermitted)
        )
    };
    let stopped = name::names(case, |_| true).iter().any(
        |name| matches!(&name.trouble, ResolveTrouble::Unreachable(error) if forbidden(error)),
    );
    let owner = if local || stopped {
        Owner::ThisMachine
    } else {
        Owner::Network
    };
    troubled(case, FindingId::ResolverDown, owner, |trouble| {
        matches!(trouble, ResolveTrouble::Unreachable(_))
    });
}

/// No resolver answers in time.
pub(super) fn timeout(case: &mut Case<'_>) {
    // A resolver that answered another question is alive; it may wait for the domain's servers itself.
    let alive = case
        .facts
        .dns
        .iter()
        .any(|exchange| matches!(exchange.outcome, DnsOutcome::Reply(_)));
    let owner = if alive {
        Owner::Unknown
    } else {
        Owner::Network
    };
    troubled(case, FindingId::DnsTimeout, owner, |trouble| {
        matches!(trouble, ResolveTrouble::Timeout)
    });
}

/// The resolver will not answer this question, or none of ours.
pub(super) fn refused(case: &mut Case<'_>) {
    troubled(case, FindingId::DnsRefused, Owner::Network, |trouble| {
        matches!(trouble, ResolveTrouble::Refused | ResolveTrouble::Rcode(_))
    });
}

/// The answer does not fit a datagram, and the resolver cannot be reached over TCP.
pub(super) fn tcp_blocked(case: &mut Case<'_>) {
    troubled(case, FindingId::DnsTcpBlocked, Owner::Network, |trouble| {
        matches!(trouble, ResolveTrouble::TcpBlocked)
    });
}

/// What answers on the resolver's port speaks no DNS.
pub(super) fn malformed(case: &mut Case<'_>) {
    troubled(case, FindingId::DnsMalformed, Owner::Network, |trouble| {
        matches!(trouble, ResolveTrouble::Malformed)
    });
}

/// Troubles of the resolver: one finding for every name, and nothing is known of the server.
fn troubled(
    case: &mut Case<'_>,
    id: FindingId,
    owner: Owner,
    wanted: impl Fn(&ResolveTrouble) -> bool,
) {
    let names = name::names(case, |name| wanted(&name.trouble));
    if names.is_empty() {
        return;
    }
    let resolvers = case.facts.vantage.resolvers.iter().map(ToString::to_string);
    let resolvers = list(resolvers);
    let variant = match (id, owner) {
        (FindingId::ResolverDown, Owner::ThisMachine) => Some("local"),
        (FindingId::DnsTimeout, Owner::Unknown) => Some("alive"),
        _ => None,
    };
    let finding = name::about(case, id, owner, &names)
        .inconclusive()
        .variant(variant)
        .arg("resolvers", resolvers);
    let finding = match id {
        FindingId::NoResolver => finding.step("step-configure-resolver"),
        FindingId::DnsTcpBlocked => finding.step("step-allow-dns-tcp"),
        FindingId::DnsTimeout if owner == Owner::Unknown => finding
            .step("step-wait-and-run-again")
            .step("step-other-resolver")
            .step("step-tell-domain"),
        _ if variant == Some("local") => finding.step("step-start-resolver").step("step-allow-dns"),
        // Who answers, if only with nonsense, is on the network.
        FindingId::DnsRefused | FindingId::DnsMalformed => finding.step("step-ask-network-dns"),
        _ => finding
            .step("step-check-network-here")
            .step("step-ask-network-dns"),
    };
    let other = id != FindingId::DnsTimeout || owner != Owner::Unknown;
    let finding = finding.step_if(other, "step-other-resolver");
    name::claim(case, &names, finding);
}

/// The first resolver is dead and another answers: every program here waits for the first.
pub(super) fn first_dead(case: &mut Case<'_>) {
    let facts = case.facts;
    let [first, others @ ..] = facts.vantage.resolvers.as_slice() else {
        return;
    };
    let mut asked = facts
        .dns
        .iter()
        .filter(|exchange| exchange.server == *first)
        .peekable();
    let dead = asked.peek().is_some()
        && asked
            .all(|exchange| matches!(exchange.outcome, DnsOutcome::Timeout | DnsOutcome::Os(_)));
    let answers = facts.dns.iter().find(|exchange| {
        others.contains(&exchange.server) && matches!(exchange.outcome, DnsOutcome::Reply(_))
    });
    let (true, Some(answer)) = (dead, answers) else {
        return;
    };
    let lost = facts
        .dns
        .iter()
        .filter(|exchange| exchange.server == *first);
    let lost = lost
        .map(|exchange| exchange.elapsed)
        .max()
        .unwrap_or_default();
    let finding = Finding::about_names(
        FindingId::ResolverSlow,
        Severity::Warning,
        Owner::Network,
        &[],
    )
    .arg("resolver", first.to_string())
    .arg("other", answer.server.to_string())
    .arg("seconds", evidence::seconds(lost.as_secs_f64()))
    .evidence(evidence::of_lookup(facts, &answer.name))
    .step("step-change-resolver");
    case.add(finding);
}
