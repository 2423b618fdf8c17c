//! Questions after a lookup that failed: whether it fails again, whether it is the signatures that the resolver does not
//! like, and whether the resolver has answers for anybody else.

use std::net::{IpAddr, SocketAddr};

use futures_util::future::join_all;

use super::Asking;
use super::names::random_label;
use crate::facts::{
    AddressSource, DnsExchange, DnsOutcome, Facts, HostFacts, Link, Lookup, RecordKind, Witness,
};
use crate::failure::{ResolveTrouble, Stage};
use crate::net::dns::{Answer, Question};
use crate::target::Host;

/// Names that are asked for again.
const AGAIN: usize = 4;
/// Zones above a name that are asked for their place in the chain of signatures.
const ZONES: usize = 5;
/// Zones that signed an answer, aliases and all, of which the keys are asked for.
const SIGNERS: usize = 3;
/// Where the names are that nobody has asked for before. The second is for targets that are in the first.
const ELSEWHERE: [&str; 2] = ["org", "net"];

/// A lookup that failed: the name, and the first type that did.
type Failed<'a> = (&'a str, RecordKind, &'a ResolveTrouble);

/// The answers to the first two questions stand in the log of the DNS, and what the resolver said of others is told.
pub(super) async fn ask(asking: Asking<'_>, facts: &Facts) -> Option<Witness> {
    let failed = failed(facts);
    let doubted = failed
        .iter()
        .filter(|(.., trouble)| **trouble == ResolveTrouble::ServFail);
    let again = doubted.map(|&(name, kind, _)| ask_again(asking, name, kind));
    let associations = facts.hosts.iter().flat_map(doubted_associations);
    let associations = associations.take(AGAIN).map(async |name| {
        ask_again(asking, &name, RecordKind::Tlsa).await;
    });
    let log = asking.visit.resolver.exchanges();
    let confirmed = without_edns(&log).map(|exchange| confirm_edns(asking, exchange));
    let witness = async {
        let (_, kind, _) = failed.iter().find(|(.., trouble)| may_be_either(trouble))?;
        Some(Box::pin(witness(asking, facts, *kind)).await)
    };
    let (_, _, _, witness) = tokio::join!(
        join_all(again),
        join_all(associations),
        join_all(confirmed),
        witness
    );
    witness
}

/// The names of the certificate associations of a host whose signatures were not believed.
fn doubted_associations(host: &HostFacts) -> Vec<String> {
    let trouble = host.tlsa.as_ref().and_then(Lookup::trouble);
    if trouble != Some(&ResolveTrouble::ServFail) {
        return Vec::new();
    }
    let bases = host.aliases.last().into_iter().chain([&host.name]);
    bases.map(|base| format!("_25._tcp.{base}")).collect()
}

/// The lookups that brought no answer, the domain's own first.
fn failed(facts: &Facts) -> Vec<Failed<'_>> {
    let hosts = facts.hosts.iter().filter_map(of_host);
    let domain = match (&facts.target.host, facts.mx.as_ref()) {
        (Host::Name(name), Some(Lookup::Failed(trouble))) => {
            Some((name.ascii.as_str(), RecordKind::Mx, trouble))
        }
        _ => None,
    };
    let all = domain.into_iter().chain(hosts);
    all.filter(|(.., trouble)| is_no_answer(trouble))
        .take(AGAIN)
        .collect()
}

fn of_host(host: &HostFacts) -> Option<Failed<'_>> {
    if host.source != AddressSource::Dns {
        return None;
    }
    let of = |trouble: Option<&'_ ResolveTrouble>| trouble.is_some_and(is_no_answer);
    let v4 = host.ipv4.as_ref().and_then(Lookup::trouble);
    let v6 = host.ipv6.as_ref().and_then(Lookup::trouble);
    if of(v4) {
        Some((&host.name, RecordKind::A, v4?))
    } else if of(v6) {
        Some((&host.name, RecordKind::Aaaa, v6?))
    } else {
        None
    }
}

fn is_no_answer(trouble: &ResolveTrouble) -> bool {
    !matches!(
        trouble,
        ResolveTrouble::NotFound | ResolveTrouble::NoData | ResolveTrouble::AliasLoop
    )
}

/// Whether the fault may be the resolver's as well as the domain's.
fn may_be_either(trouble: &ResolveTrouble) -> bool {
    matches!(
        trouble,
        ResolveTrouble::ServFail
            | ResolveTrouble::Timeout
            | ResolveTrouble::Refused
            | ResolveTrouble::Rcode(_)
            | ResolveTrouble::Malformed
    )
}

/// SERVFAIL may be a moment's: under load resolvers give up sooner. Only where it comes again and an answer comes without
/// the checking of signatures, these are to blame; and where that answer has none, the zone's place in the chain tells.
async fn ask_again(asking: Asking<'_>, name: &str, kind: RecordKind) {
    let resolver = asking.visit.resolver;
    let wait = asking.budget.wait();
    let question = Question::new(name, kind);
    let (_, unchecked) = tokio::join!(
        resolver.lookup(question, wait),
        resolver.lookup(question.unchecked(), wait),
    );
    let signers = signers(&resolver.exchanges(), name);
    let keys = signers.iter().flat_map(|zone| {
        [RecordKind::Dnskey, RecordKind::Ds].map(|kind| async move {
            let question = Question::new(zone, kind).unchecked();
            resolver.lookup(question, asking.budget.wait()).await
        })
    });
    join_all(keys).await;
    if unchecked.records.found().is_some() && !came_signed(&resolver.exchanges(), name) {
        let zones = zones(name).into_iter().flat_map(|zone| {
            [RecordKind::Ds, RecordKind::Ns].map(|kind| async move {
                let question = Question::new(zone, kind).unchecked();
                resolver.lookup(question, asking.budget.wait()).await
            })
        });
        join_all(zones).await;
    }
}

/// The zones that signed what came without checking.
fn signers(log: &[DnsExchange], name: &str) -> Vec<String> {
    let about = log
        .iter()
        .filter(|exchange| exchange.checking_disabled && exchange.name.eq_ignore_ascii_case(name));
    let mut signers: Vec<String> = Vec::new();
    for exchange in about {
        let DnsOutcome::Reply(reply) = &exchange.outcome else {
            continue;
        };
        for link in &reply.links {
            if let Link::Signature { signer, .. } = link
                && !signers.contains(signer)
                && !signer.is_empty()
                && signers.len() < SIGNERS
            {
                signers.push(signer.clone());
            }
        }
    }
    signers
}

fn came_signed(log: &[DnsExchange], name: &str) -> bool {
    log.iter().any(|exchange| {
        let signed = matches!(&exchange.outcome, DnsOutcome::Reply(reply) if reply.signed);
        exchange.checking_disabled && exchange.name.eq_ignore_ascii_case(name) && signed
    })
}

/// The name and those above it, the nearest to the root last.
fn zones(name: &str) -> Vec<&str> {
    let above = name.match_indices('.').map(|(at, _)| &name[at + 1..]);
    let mut zones: Vec<&str> = std::iter::once(name).chain(above).collect();
    let surplus = zones.len().saturating_sub(ZONES);
    zones.drain(..surplus);
    zones
}

/// Asks for the root, which every resolver knows by itself, and for a name that nobody has asked for before, for which it
/// has to ask others.
async fn witness(asking: Asking<'_>, facts: &Facts, kind: RecordKind) -> Witness {
    let resolver = asking.visit.resolver;
    let wait = asking.budget.wait();
    let target = facts.target.host.to_string();
    let inside = |zone: &&str| target.ends_with(&format!(".{zone}"));
    let zone = ELSEWHERE.iter().find(|zone| !inside(zone));
    let name = format!("{}.{}", random_label(), zone.unwrap_or(&ELSEWHERE[0]));
    let kind = match kind {
        RecordKind::Aaaa => RecordKind::Aaaa,
        _ => RecordKind::A,
    };
    let (root, outside) = tokio::join!(
        resolver.lookup(Question::new(".", RecordKind::Ns), wait),
        resolver.lookup(Question::new(&name, kind), wait),
    );
    Witness {
        root: is_answered(&root),
        outside: is_answered(&outside),
    }
}

fn is_answered(answer: &Answer) -> bool {
    answer
        .records
        .trouble()
        .is_none_or(|trouble| !is_no_answer(trouble))
}

/// What the DNS says of each host whose address is the hosts file's, where nobody is at that address.
pub(super) async fn beside_the_hosts_file(
    asking: Asking<'_>,
    facts: &Facts,
) -> Vec<Option<Lookup<Vec<IpAddr>>>> {
    let hosts = facts.hosts.iter().enumerate();
    let asked = hosts.map(async |(index, host)| {
        let dead = host.source == AddressSource::HostsFile && nobody_is_there(facts, index);
        if !dead {
            return None;
        }
        let kinds = [RecordKind::A, RecordKind::Aaaa];
        let (resolver, wait) = (asking.visit.resolver, asking.budget.wait());
        let answer = resolver.lookup_kinds(host.name.clone(), &kinds, wait).await;
        Some(answer.addresses())
    });
    join_all(asked).await
}

/// Whether no check of the host came as far as a connection.
fn nobody_is_there(facts: &Facts, host: usize) -> bool {
    let mut checks = facts.checks.iter().filter(|check| check.host == host);
    checks.all(|check| match &check.failure {
        Some(failure) => failure.stage <= Stage::Connect,
        None => check.skipped,
    })
}

/// For each server the first exchange that had an answer without EDNS, after it failed with it.
fn without_edns(log: &[DnsExchange]) -> impl Iterator<Item = &DnsExchange> {
    let plain = |exchange: &&DnsExchange| {
        let answered =
            matches!(&exchange.outcome, DnsOutcome::Reply(reply) if matches!(reply.rcode, 0 | 3));
        !exchange.edns && answered
    };
    let mut servers: Vec<SocketAddr> = Vec::new();
    log.iter().filter(plain).filter(move |exchange| {
        let first = !servers.contains(&exchange.server);
        servers.push(exchange.server);
        first
    })
}

/// The answer stands in the log: whether EDNS is broken there is told by it alone.
async fn confirm_edns(asking: Asking<'_>, exchange: &DnsExchange) {
    let question = Question::new(&exchange.name, exchange.kind);
    let resolver = asking.visit.resolver;
    let wait = asking.budget.wait();
    resolver.confirm_edns(exchange.server, question, wait).await;
}

#[cfg(test)]
mod tests {
    use super::super::tests::facts;
    use super::*;

    #[test]
    fn what_failed_is_asked_for_again() {
        let mut facts = facts(Vec::new());
        assert_eq!(failed(&facts), []);
        facts.hosts[0].ipv4 = Some(Lookup::Failed(ResolveTrouble::NoData));
        facts.hosts[0].ipv6 = Some(Lookup::Failed(ResolveTrouble::ServFail));
        facts.mx = Some(Lookup::Failed(ResolveTrouble::Timeout));
        let name = facts.hosts[0].name.clone();
        let expected = [
            ("mail.example.com", RecordKind::Mx, &ResolveTrouble::Timeout),
            (name.as_str(), RecordKind::Aaaa, &ResolveTrouble::ServFail),
        ];
        assert_eq!(failed(&facts), expected);
        facts.hosts = vec![facts.hosts[0].clone(); 9];
        assert_eq!(failed(&facts).len(), AGAIN);
        facts.hosts[0].source = AddressSource::HostsFile;
        assert_eq!(of_host(&facts.hosts[0]), None);
    }

    #[test]
    fn zones_go_up_to_the_top() {
        assert_eq!(
            zones("mail.example.com"),
            ["mail.example.com", "example.com", "com"]
        );
        assert_eq!(zones("com"), ["com"]);
        assert_eq!(zones("a.b.c.d.e.f.g").len(), ZONES);
        assert_eq!(zones("a.b.c.d.e.f.g").last(), Some(&"g"));
    }
}
