//! Resolvers that give no answer. Nothing is known of the mail server then.

use std::net::SocketAddr;

use crate::args;
use crate::codes::socket::Condition;
use crate::facts::{DnsExchange, DnsOutcome, Facts, Lookup};
use crate::failure::{OsError, ResolveTrouble};
use crate::finding::{Evidence, Finding, FindingId, Owner, Sentence, Severity};

use super::case::Case;
use super::draft::{list, sentence};
use super::evidence;
use super::machine;
use super::name;

/// No resolver is configured.
pub(super) fn none(case: &mut Case<'_>) {
    troubled(case, FindingId::NoResolver, Owner::ThisMachine, |trouble| {
        matches!(trouble, ResolveTrouble::NoResolver)
    });
}

/// The resolver's port is closed, or there is no way to it.
pub(super) fn down(case: &mut Case<'_>) {
    let forbidden = |error: &OsError| {
        matches!(
            error.condition(),
            Some(Condition::AccessDenied | Condition::NotPermitted)
        )
    };
    let stopped = name::names(case, |_| true).iter().any(
        |name| matches!(&name.trouble, ResolveTrouble::Unreachable(error) if forbidden(error)),
    );
    let owner = if stopped {
        Owner::ThisMachine
    } else {
        owner(case)
    };
    troubled(
        case,
        FindingId::ResolverDown,
        owner,
        |trouble| match trouble {
            // Nothing was asked for want of a descriptor.
            ResolveTrouble::Unreachable(error) => !machine::lacks_a_descriptor(error),
            _ => false,
        },
    );
}

/// This run asked so much at once that the resolver left most of it unanswered: that says nothing of the name.
pub(super) fn overloaded(case: &mut Case<'_>) {
    let Some(crowd) = case.facts.crowd else {
        return;
    };
    let names = name::names(case, |name| name.trouble == ResolveTrouble::Timeout);
    if names.is_empty() {
        return;
    }
    let id = FindingId::ResolverOverloaded;
    let finding = name::about(case, id, Owner::ThisMachine, &names)
        .inconclusive()
        .arg("resolvers", vec![crowd.server.to_string()])
        .arg("open", u32::try_from(crowd.open).unwrap_or(u32::MAX))
        .arg("answered", crowd.answered)
        .arg("unanswered", crowd.unanswered)
        .step("step-fewer-at-once")
        .step("step-own-resolver");
    name::claim(case, &names, finding);
}

/// No resolver answers in time.
pub(super) fn timeout(case: &mut Case<'_>) {
    // A resolver that answered another question is alive; it may wait for the domain's servers itself.
    let replied = case
        .facts
        .dns
        .iter()
        .any(|exchange| matches!(exchange.outcome, DnsOutcome::Reply(_)));
    let owner = if replied { Owner::Unknown } else { owner(case) };
    troubled(case, FindingId::DnsTimeout, owner, |trouble| {
        matches!(trouble, ResolveTrouble::Timeout)
    });
}

/// The resolver will not answer this question, or none of ours.
pub(super) fn refused(case: &mut Case<'_>) {
    troubled(case, FindingId::DnsRefused, owner(case), |trouble| {
        matches!(trouble, ResolveTrouble::Refused | ResolveTrouble::Rcode(_))
    });
}

/// The answer does not fit a datagram, and the resolver cannot be reached over TCP.
pub(super) fn tcp_blocked(case: &mut Case<'_>) {
    troubled(case, FindingId::DnsTcpBlocked, owner(case), |trouble| {
        matches!(trouble, ResolveTrouble::TcpBlocked)
    });
}

/// What answers on the resolver's port speaks no DNS.
pub(super) fn malformed(case: &mut Case<'_>) {
    troubled(case, FindingId::DnsMalformed, owner(case), |trouble| {
        matches!(trouble, ResolveTrouble::Malformed)
    });
}

/// The resolver says that it keeps the name back by a rule.
pub(super) fn filters(case: &mut Case<'_>) {
    let facts = case.facts;
    let names = name::names(case, |name| says_filtered(facts, name.name));
    if names.is_empty() {
        return;
    }
    let finding = name::about(case, FindingId::ResolverFilters, owner(case), &names)
        .inconclusive()
        .arg("resolvers", listed(case))
        .step("step-unblock-name")
        .step("step-other-resolver");
    name::claim(case, &names, finding);
}

/// An empty answer for a name that exists for certain, as for this one: the resolver answers, and looks nothing up.
pub(super) fn answers_nothing(case: &mut Case<'_>) {
    let nothing = Lookup::Failed(ResolveTrouble::NoData);
    let Some(renowned) = case.facts.renowned.as_ref() else {
        return;
    };
    if renowned.addresses != nothing {
        return;
    }
    let names = name::names(case, |name| {
        name.lost && name.trouble == ResolveTrouble::NoData
    });
    if names.is_empty() {
        return;
    }
    let finding = name::about(case, FindingId::DnsServerFailure, owner(case), &names)
        .inconclusive()
        .arg("whose", "resolver")
        .arg("resolvers", listed(case))
        .arg("known", renowned.name)
        .variant("empty")
        .evidence(evidence::of_lookup(case.facts, renowned.name));
    let finding = steps(case, finding);
    name::claim(case, &names, finding);
}

/// Whether an answer about the name came with the word that it is a filter's.
pub(super) fn says_filtered(facts: &Facts, name: &str) -> bool {
    let about = facts
        .dns
        .iter()
        .filter(|exchange| exchange.name.eq_ignore_ascii_case(name));
    let mut errors = about.flat_map(|exchange| match &exchange.outcome {
        DnsOutcome::Reply(reply) => reply.extended_errors.as_slice(),
        DnsOutcome::Timeout | DnsOutcome::Os(_) | DnsOutcome::Malformed => &[],
    });
    errors.any(|(code, _)| FILTERED.contains(code))
}

/// Whether an answer about the name came with signatures, or the resolver says that it has checked them.
pub(super) fn is_signed(facts: &Facts, name: &str) -> bool {
    facts.dns.iter().any(|exchange| {
        let signed = matches!(&exchange.outcome, DnsOutcome::Reply(reply)
            if !reply.answers.is_empty() && (reply.signed || reply.authenticated));
        exchange.name.eq_ignore_ascii_case(name) && signed
    })
}

/// Extended DNS errors of filters (RFC 8914 sections 4.5 and 4.16 to 4.18): Forged Answer, Blocked, Censored, Filtered.
const FILTERED: [u16; 4] = [4, 15, 16, 17];

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
    let variant = match (id, owner) {
        // The name is known all the same.
        (FindingId::DnsRefused, _) if names.iter().all(|name| !name.lost) => Some("one-type"),
        (
            FindingId::ResolverDown | FindingId::DnsTimeout | FindingId::DnsRefused,
            Owner::ThisMachine,
        ) => Some("local"),
        (FindingId::DnsTimeout, Owner::Unknown) => Some("alive"),
        _ => None,
    };
    let finding = name::about(case, id, owner, &names)
        .inconclusive()
        .variant(variant)
        .arg("resolvers", listed(case))
        .evidence(of_witness(case));
    let finding = match id {
        FindingId::NoResolver => finding.step("step-configure-resolver"),
        FindingId::DnsTcpBlocked => finding.step("step-allow-dns-tcp"),
        FindingId::DnsTimeout if owner == Owner::Unknown => finding
            .step("step-wait-and-run-again")
            .step("step-other-resolver")
            .step("step-tell-domain"),
        FindingId::ResolverDown if variant == Some("local") => {
            finding.step("step-start-resolver").step("step-allow-dns")
        }
        _ if owner == Owner::ThisMachine => finding.step("step-check-own-resolver"),
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

/// Whoever looks after the resolvers of this machine.
pub(super) fn owner(case: &Case<'_>) -> Owner {
    let resolvers = &case.facts.vantage.resolvers;
    let own = |resolver: &SocketAddr| owner_of(case, *resolver) == Owner::ThisMachine;
    if !resolvers.is_empty() && resolvers.iter().all(own) {
        Owner::ThisMachine
    } else {
        Owner::Network
    }
}

/// The resolvers, for a sentence.
pub(super) fn listed(case: &Case<'_>) -> Vec<String> {
    list(case.facts.vantage.resolvers.iter().map(ToString::to_string))
}

/// What to do about a resolver that has answers for nobody.
pub(super) fn steps(case: &Case<'_>, finding: Finding) -> Finding {
    let step = if owner(case) == Owner::ThisMachine {
        "step-check-own-resolver"
    } else {
        "step-ask-network-dns"
    };
    finding.step(step).step("step-other-resolver")
}

/// What the resolver made of names of other parties, as evidence.
pub(super) fn of_witness(case: &Case<'_>) -> Option<Sentence> {
    let witness = case.facts.witness?;
    let answers = match (witness.root, witness.outside) {
        (_, true) => "yes",
        (true, false) => "root",
        (false, false) => "no",
    };
    let args = args! { "resolvers" => listed(case), "answers" => answers };
    Some(sentence("evidence-dns-others", args))
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

/// The resolver, or a box before it, fails at questions with EDNS and answers the same without.
pub(super) fn breaks_edns(case: &mut Case<'_>) {
    let facts = case.facts;
    let mut told: Vec<SocketAddr> = Vec::new();
    for exchange in facts.dns.iter().filter(|exchange| !exchange.edns) {
        if told.contains(&exchange.server) {
            continue;
        }
        let Some(how) = fails_at_edns(facts, exchange) else {
            continue;
        };
        told.push(exchange.server);
        let with = facts.dns.iter().position(|other| {
            other.edns && same_question(other, exchange) && !is_answered(&other.outcome)
        });
        let with = with.map(|place| Evidence::Exchanges(vec![place]));
        let without = args! {
            "question" => format!("{} {}", exchange.name, exchange.kind.name()),
            "server" => exchange.server.to_string(),
        };
        let conforming = how == "unknown";
        let severity = if conforming {
            Severity::Info
        } else {
            Severity::Warning
        };
        let owner = owner_of(case, exchange.server);
        let finding = Finding::about_names(FindingId::ResolverBreaksEdns, severity, owner, &[])
            .arg("resolver", exchange.server.to_string())
            .arg("how", how)
            .variant(conforming.then_some("unknown"))
            .evidence(with)
            .evidence([sentence("evidence-dns-plain", without)])
            .step("step-change-resolver");
        case.add(finding);
    }
}

/// How `plain`, an exchange without EDNS, shows that the same question fails with it. What was lost or refused once may have
/// been chance: it has to fail again after the answer. A server that says that it does not know EDNS is believed at once.
fn fails_at_edns(facts: &Facts, plain: &DnsExchange) -> Option<&'static str> {
    if !is_answered(&plain.outcome) {
        return None;
    }
    let place = facts.dns.iter().position(|one| std::ptr::eq(one, plain))?;
    let with = |exchanges: &'_ [DnsExchange]| -> Vec<DnsOutcome> {
        let same = |one: &&DnsExchange| one.edns && same_question(one, plain);
        let outcomes = exchanges.iter().filter(same);
        outcomes.map(|one| one.outcome.clone()).collect()
    };
    let all = with(&facts.dns);
    if all.iter().any(is_answered) {
        return None;
    }
    let said = |outcome: &DnsOutcome| matches!(outcome, DnsOutcome::Reply(reply) if reply.rcode == FORMERR);
    if all.iter().any(said) {
        return Some("unknown");
    }
    // The silent one of a pair ends when the other is answered, and so stands right behind it.
    let again = with(&facts.dns[place + 1..]);
    let silent = |outcome: &DnsOutcome| matches!(outcome, DnsOutcome::Timeout);
    let spoilt = |outcome: &DnsOutcome| matches!(outcome, DnsOutcome::Malformed);
    if all.len() > 1 && again.iter().any(spoilt) {
        return Some("spoils");
    }
    if again.iter().filter(|outcome| silent(outcome)).count() > 1 {
        Some("silent")
    } else if all.len() > 1 && again.iter().any(|outcome| !silent(outcome)) {
        Some("refuses")
    } else {
        None
    }
}

/// RFC 6891 section 7: how a server that does not know EDNS has to say so.
const FORMERR: u16 = 1;

fn same_question(one: &DnsExchange, other: &DnsExchange) -> bool {
    one.server == other.server
        && one.name == other.name
        && one.kind == other.kind
        && !one.checking_disabled
}

/// NOERROR or NXDOMAIN.
fn is_answered(outcome: &DnsOutcome) -> bool {
    matches!(outcome, DnsOutcome::Reply(reply) if matches!(reply.rcode, 0 | 3))
}

/// Who looks after a resolver: a stub of this machine or of its container (127.0.0.53, 127.0.0.11) is this machine's.
pub(super) fn owner_of(case: &Case<'_>, resolver: SocketAddr) -> Owner {
    let address = resolver.ip();
    if address.is_loopback() || case.facts.vantage.is_own(address) {
        Owner::ThisMachine
    } else {
        Owner::Network
    }
}
