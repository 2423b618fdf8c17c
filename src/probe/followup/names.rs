//! Questions to the resolver about its own answers: whether it tells the truth.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::net::IpAddr;

use super::Asking;
use crate::facts::scope::scope;
use crate::facts::special::{is_public, leads_nowhere};
use crate::facts::{
    AddressSource, Check, DnsControl, Facts, HostFacts, Lookup, RecordData, RecordKind, Vantage,
};
use crate::failure::{Class, Failure, Stage};
use crate::net::dns::{Answer, Question};
use crate::wire::foreign::Speaks;

/// The zone of the name that cannot exist. It is held for examples (RFC 2606), so nobody will ever have registered a
/// random name in it, nobody is disturbed, and a resolver has to ask for it. Not `.invalid` or `.test`: resolvers answer
/// those by themselves (RFC 6761), also the ones that lie about all others.
const NO_PLACE: &str = "example.com";
/// A name of another party that exists as long as the DNS does: a root name server.
pub(super) const OF_ANOTHER: &str = "a.root-servers.net";

/// Asks where something about an answer is odd.
pub(super) async fn ask(asking: Asking<'_>, facts: &Facts) -> Option<DnsControl> {
    let (kind, doubt) = suspicious(facts)?;
    Some(Box::pin(control(asking, kind, doubt)).await)
}

/// A label that nobody has used before.
pub(super) fn random_label() -> String {
    let random = RandomState::new().build_hasher().finish();
    format!("{random:016x}")
}

/// Why a resolver is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doubt {
    /// The address looks invented.
    Address,
    /// Nobody at all is there, and the name may not be either: one question will do.
    Nobody,
}

async fn control(asking: Asking<'_>, kind: RecordKind, doubt: Doubt) -> DnsControl {
    let wait = asking.budget.wait();
    let resolver = asking.visit.resolver;
    let impossible = format!("{}.{NO_PLACE}", resolver.unheard_of(random_label));
    let unrelated = async {
        let asked = doubt == Doubt::Address;
        let question = asked.then_some(Question::new(OF_ANOTHER, kind))?;
        Some(resolver.lookup(question, wait).await)
    };
    let (impossible, unrelated) = tokio::join!(
        resolver.lookup(Question::new(&impossible, kind), wait),
        unrelated
    );
    DnsControl {
        impossible: addresses(impossible),
        unrelated: unrelated.map(addresses),
    }
}

pub(super) fn addresses(answer: Answer) -> Lookup<Vec<IpAddr>> {
    match answer.records {
        Lookup::Failed(trouble) => Lookup::Failed(trouble),
        Lookup::Found(records) => {
            Lookup::Found(records.iter().filter_map(RecordData::address).collect())
        }
    }
}

/// Whether an address looks invented, and of which family. Only where something failed at it.
fn suspicious(facts: &Facts) -> Option<(RecordKind, Doubt)> {
    let checks = |index: usize, address: IpAddr| {
        let of = move |check: &&Check| check.host == index && check.address == Some(address);
        let checks = facts.checks.iter().filter(of);
        checks.filter(|check| !check.skipped).collect::<Vec<_>>()
    };
    let answered = facts.hosts.iter().enumerate();
    let answered = answered.filter(|(_, host)| host.source == AddressSource::Dns);
    let mut all = answered.flat_map(|(index, host)| {
        let addresses = host.addresses().into_iter();
        addresses.map(move |address| (host, address, checks(index, address)))
    });
    let kind = |address: IpAddr| match address {
        IpAddr::V4(_) => RecordKind::A,
        IpAddr::V6(_) => RecordKind::Aaaa,
    };
    let odd = all.clone().find(|(host, address, checks)| {
        leads_nowhere(host, *address, facts.reading).is_some()
            || looks_invented(host, *address, checks, &facts.vantage)
    });
    if let Some((_, address, _)) = odd {
        return Some((kind(address), Doubt::Address));
    }
    let (_, first, _) = all.clone().next()?;
    all.all(|(.., checks)| is_nobody_there(&checks))
        .then_some((kind(first), Doubt::Nobody))
}

/// Whether every port that was asked refused or was silent.
fn is_nobody_there(checks: &[&Check]) -> bool {
    let gone = |check: &&Check| {
        let failure = check.failure.as_ref();
        failure.is_some_and(|failure| {
            failure.stage == Stage::Connect
                && matches!(failure.class, Class::Timeout | Class::Refused)
        })
    };
    checks.iter().all(gone)
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

#[cfg(test)]
mod tests {
    use super::super::tests::{facts, failed, fine, timed_out};
    use super::*;
    use crate::failure::Trouble;
    use crate::net::Machine;
    use crate::net::dns::Resolver;
    use crate::plan::Plan;
    use crate::service::Service;
    use crate::wire::Text;

    fn page() -> Trouble {
        Trouble::Malformed {
            received: Text::default(),
            speaks: Some(Speaks::Http),
        }
    }

    #[tokio::test]
    async fn the_targets_of_a_list_ask_for_one_name_that_cannot_exist() {
        let mut machine = Machine::open(&Plan::default()).expect("it opens");
        let label = |machine: &Machine| Resolver::of(machine).unheard_of(random_label);
        assert_ne!(label(&machine), label(&machine));
        machine.expect_many();
        assert_eq!(label(&machine), label(&machine.for_another_thread()));
    }

    #[test]
    fn odd_answers_are_looked_into() {
        let silent = |service| failed(service, Stage::Connect, timed_out());
        let portal = || failed(Service::Submission, Stage::Greeting, page());
        let refusal = || failed(Service::Submission, Stage::Starttls, Trouble::NotOffered);
        let (public, private) = ("203.0.113.25", "10.0.0.1");
        let (com, test) = ("mail.example.com", "mail.test");
        let (no, address_is, nobody) = (None, Some(Doubt::Address), Some(Doubt::Nobody));
        let rows = [
            (com, public, vec![fine(Service::Smtp)], no),
            (com, private, vec![fine(Service::Smtp)], no),
            (com, public, vec![silent(Service::Smtp)], nobody),
            (
                com,
                public,
                vec![silent(Service::Smtp), fine(Service::Imap)],
                no,
            ),
            (com, public, vec![portal()], address_is),
            (
                com,
                private,
                vec![fine(Service::Smtp), silent(Service::Imap)],
                address_is,
            ),
            (com, private, vec![refusal()], address_is),
            (test, private, vec![refusal()], no),
            (
                test,
                private,
                vec![fine(Service::Smtp), silent(Service::Imap)],
                no,
            ),
            (
                test,
                private,
                vec![silent(Service::Smtp), portal()],
                address_is,
            ),
            (com, "fd00::1", vec![silent(Service::Smtp)], address_is),
            (com, "100.100.0.1", vec![silent(Service::Smtp)], address_is),
            (com, "100.128.0.1", vec![silent(Service::Smtp)], nobody),
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
            let expected = expected.map(|doubt| (kind, doubt));
            assert_eq!(asked, expected, "{name} {address}");
            facts.hosts[0].source = AddressSource::HostsFile;
            assert_eq!(suspicious(&facts), None, "{name} is not the resolver's");
        }
    }
}
