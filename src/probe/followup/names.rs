//! Questions to the resolver: whether it is the signatures that it does not like, and whether it tells the truth.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::net::{IpAddr, SocketAddr};

use futures_util::future::join_all;

use super::Asking;
use crate::facts::scope::scope;
use crate::facts::{
    AddressSource, Check, DnsControl, DnsExchange, DnsOutcome, Facts, HostFacts, Lookup,
    RecordData, RecordKind, Vantage,
};
use crate::failure::{Class, Failure, ResolveTrouble, Stage};
use crate::net::dns::{Answer, Question};
use crate::target::Host;
use crate::wire::foreign::Speaks;

/// Names that are asked for again.
const AGAIN: usize = 4;
/// The zone of the name that cannot exist. It is held for examples (RFC 2606), so nobody will ever have registered a
/// random name in it, nobody is disturbed, and a resolver has to ask for it. Not `.invalid` or `.test`: resolvers answer
/// those by themselves (RFC 6761), also the ones that lie about all others.
const NO_PLACE: &str = "example.com";
/// A name of another party that exists as long as the DNS does: a root name server.
const OF_ANOTHER: &str = "a.root-servers.net";

pub(super) async fn ask(asking: Asking<'_>, facts: &Facts) -> Option<DnsControl> {
    let again = suspects(facts)
        .into_iter()
        .map(|(name, kind)| ask_unchecked(asking, name, kind));
    let log = asking.visit.resolver.exchanges();
    let confirmed = without_edns(&log).map(|exchange| confirm_edns(asking, exchange));
    let (_, _, control) = tokio::join!(join_all(again), join_all(confirmed), async {
        let kind = suspicious(facts)?;
        Some(control(asking, kind).await)
    });
    control
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

/// The names and types for which the resolver failed: it may be that it does not believe the signatures.
fn suspects(facts: &Facts) -> Vec<(&str, RecordKind)> {
    fn failed<T>(lookup: Option<&Lookup<T>>) -> bool {
        lookup.and_then(Lookup::trouble) == Some(&ResolveTrouble::ServFail)
    }
    let hosts = facts.hosts.iter().filter_map(|host| {
        let kind = if failed(host.ipv4.as_ref()) {
            RecordKind::A
        } else if failed(host.ipv6.as_ref()) {
            RecordKind::Aaaa
        } else {
            return None;
        };
        (host.source == AddressSource::Dns).then_some((host.name.as_str(), kind))
    });
    let domain = match &facts.target.host {
        Host::Name(name) if failed(facts.mx.as_ref()) => {
            Some((name.ascii.as_str(), RecordKind::Mx))
        }
        Host::Name(_) | Host::Address(_) => None,
    };
    domain.into_iter().chain(hosts).take(AGAIN).collect()
}

/// The answer stands in the log of the DNS; nothing more is made of it here.
async fn ask_unchecked(asking: Asking<'_>, name: &str, kind: RecordKind) {
    let question = Question::new(name, kind).unchecked();
    let wait = asking.budget.wait();
    asking.visit.resolver.lookup(question, wait).await;
}

async fn control(asking: Asking<'_>, kind: RecordKind) -> DnsControl {
    let random = RandomState::new().build_hasher().finish();
    let impossible = format!("{random:016x}.{NO_PLACE}");
    let wait = asking.budget.wait();
    let (impossible, unrelated) = tokio::join!(
        asking
            .visit
            .resolver
            .lookup(Question::new(&impossible, kind), wait),
        asking
            .visit
            .resolver
            .lookup(Question::new(OF_ANOTHER, kind), wait),
    );
    DnsControl {
        impossible: addresses(impossible),
        unrelated: addresses(unrelated),
    }
}

fn addresses(answer: Answer) -> Lookup<Vec<IpAddr>> {
    match answer.records {
        Lookup::Failed(trouble) => Lookup::Failed(trouble),
        Lookup::Found(records) => {
            let addresses = records.into_iter().filter_map(|record| match record {
                RecordData::A(address) => Some(address.into()),
                RecordData::Aaaa(address) => Some(address.into()),
                RecordData::Cname(_)
                | RecordData::Mx(_)
                | RecordData::Tlsa(..)
                | RecordData::Srv(_)
                | RecordData::Txt(_)
                | RecordData::Other(_) => None,
            });
            Lookup::Found(addresses.collect())
        }
    }
}

/// Whether an address looks invented, and of which family. Only where something failed at it.
fn suspicious(facts: &Facts) -> Option<RecordKind> {
    let answered = facts.hosts.iter().enumerate();
    let answered = answered.filter(|(_, host)| host.source == AddressSource::Dns);
    answered.into_iter().find_map(|(index, host)| {
        let odd = host.addresses().into_iter().find(|&address| {
            let checks: Vec<&Check> = facts
                .checks
                .iter()
                .filter(|check| check.host == index && check.address == Some(address))
                .filter(|check| !check.skipped)
                .collect();
            looks_invented(host, address, &checks, &facts.vantage)
        })?;
        Some(if odd.is_ipv4() {
            RecordKind::A
        } else {
            RecordKind::Aaaa
        })
    })
}

/// A web page where mail was due is the mark of a portal, at any address. An address of the own network is odd for a
/// name that the world can look up, and for every name where no mail server is there.
fn looks_invented(host: &HostFacts, address: IpAddr, checks: &[&Check], vantage: &Vantage) -> bool {
    let failures: Vec<&Failure> = checks.iter().filter_map(|c| c.failure.as_ref()).collect();
    let any = !failures.is_empty();
    let nobody = failures.len() == checks.len() && failures.iter().all(|f| is_no_mail_server(f));
    let page = failures
        .iter()
        .any(|failure| failure.trouble.speaks() == Some(Speaks::Http));
    let near = scope(address).is_local()
        || vantage.is_neighbour(address)
        || vantage.gateways.contains(&address);
    any && (page || (near && (nobody || is_public(&host.name))))
}

fn is_no_mail_server(failure: &Failure) -> bool {
    let silent = matches!(failure.stage, Stage::Connect | Stage::Greeting | Stage::Tls)
        && matches!(
            failure.class,
            Class::Timeout | Class::Refused | Class::Closed | Class::Reset
        );
    silent || failure.trouble.speaks().is_some() || failure.class == Class::Protocol
}

/// Whether the world can look the name up: it has a domain, and the last label is none of those kept for other ends
/// (RFC 6761, RFC 6762, RFC 8375) or used as if they were.
fn is_public(name: &str) -> bool {
    const KEPT: [&str; 12] = [
        "test",
        "localhost",
        "invalid",
        "example",
        "local",
        "arpa",
        "internal",
        "lan",
        "home",
        "corp",
        "intranet",
        "private",
    ];
    name.rsplit_once('.')
        .is_some_and(|(_, last)| !KEPT.contains(&last))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{facts, failed, fine, timed_out};
    use super::*;
    use crate::failure::Trouble;
    use crate::service::Service;
    use crate::wire::Text;

    fn page() -> Trouble {
        Trouble::Malformed {
            received: Text::default(),
            speaks: Some(Speaks::Http),
        }
    }

    #[test]
    fn odd_answers_are_looked_into() {
        let silent = |service| failed(service, Stage::Connect, timed_out());
        let portal = || failed(Service::Submission, Stage::Greeting, page());
        let refusal = || failed(Service::Submission, Stage::Starttls, Trouble::NotOffered);
        let (public, private) = ("203.0.113.25", "10.0.0.1");
        let (com, test) = ("mail.example.com", "mail.test");
        let rows = [
            (com, public, vec![fine(Service::Smtp)], false),
            (com, private, vec![fine(Service::Smtp)], false),
            (com, public, vec![silent(Service::Smtp)], false),
            (com, public, vec![portal()], true),
            (
                com,
                private,
                vec![fine(Service::Smtp), silent(Service::Imap)],
                true,
            ),
            (com, private, vec![refusal()], true),
            (test, private, vec![refusal()], false),
            (
                test,
                private,
                vec![fine(Service::Smtp), silent(Service::Imap)],
                false,
            ),
            (test, private, vec![silent(Service::Smtp), portal()], true),
            (com, "fd00::1", vec![silent(Service::Smtp)], true),
            (com, "100.100.0.1", vec![silent(Service::Smtp)], true),
            (com, "100.128.0.1", vec![silent(Service::Smtp)], false),
        ];
        for (name, address, mut checks, expected) in rows {
            let address: IpAddr = address.parse().unwrap();
            for check in &mut checks {
                check.address = Some(address);
            }
            let mut facts = facts(checks);
            facts.hosts[0].name = name.to_owned();
            (facts.hosts[0].ipv4, facts.hosts[0].ipv6) = match address {
                IpAddr::V4(v4) => (Some(Lookup::Found(vec![v4])), None),
                IpAddr::V6(v6) => (None, Some(Lookup::Found(vec![v6]))),
            };
            let kind = if address.is_ipv4() {
                RecordKind::A
            } else {
                RecordKind::Aaaa
            };
            let asked = suspicious(&facts);
            assert_eq!(asked, expected.then_some(kind), "{name} {address}");
            facts.hosts[0].source = AddressSource::HostsFile;
            assert_eq!(suspicious(&facts), None, "{name} is not the resolver's");
        }
    }

    #[test]
    fn names_that_the_world_can_look_up() {
        for name in ["mail.example.com", "a.b.co.uk", "xn--bcher-kva.de"] {
            assert!(is_public(name), "{name}");
        }
        for name in [
            "mail",
            "mail.test",
            "nas.local",
            "router.lan",
            "a.home.arpa",
            "",
        ] {
            assert!(!is_public(name), "{name}");
        }
    }

    #[test]
    fn what_failed_is_asked_for_again_without_checking() {
        let mut facts = facts(Vec::new());
        assert_eq!(suspects(&facts), []);
        facts.hosts[0].ipv4 = Some(Lookup::Failed(ResolveTrouble::NoData));
        facts.hosts[0].ipv6 = Some(Lookup::Failed(ResolveTrouble::ServFail));
        facts.mx = Some(Lookup::Failed(ResolveTrouble::ServFail));
        let name = facts.hosts[0].name.clone();
        let expected = [
            ("mail.example.com", RecordKind::Mx),
            (name.as_str(), RecordKind::Aaaa),
        ];
        assert_eq!(suspects(&facts), expected);
        facts.hosts = vec![facts.hosts[0].clone(); 9];
        assert_eq!(suspects(&facts).len(), AGAIN);
    }
}
