//! A question for a name that exists for certain, where the resolver had nothing for the target's, or denied it: whether it
//! has anything for anybody.

use super::Asking;
use super::names::{OF_ANOTHER, addresses};
use crate::facts::special::{ends_for_sure, inner};
use crate::facts::{AddressSource, Facts, HostFacts, RecordKind, Renowned};
use crate::failure::ResolveTrouble;
use crate::net::dns::Question;

pub(super) async fn ask(asking: Asking<'_>, facts: &Facts) -> Option<Renowned> {
    let exchangers = facts.denies_for_exchangers();
    if exchangers || facts.hosts.iter().any(is_doubtful) {
        Some(Box::pin(look_up(asking, exchangers)).await)
    } else {
        None
    }
}

async fn look_up(asking: Asking<'_>, exchangers: bool) -> Renowned {
    let (resolver, wait) = (asking.visit.resolver, asking.budget.wait());
    let kind = if asking.visit.plan.families.v4() {
        RecordKind::A
    } else {
        RecordKind::Aaaa
    };
    let of_exchangers = async {
        let question = exchangers.then_some(Question::new(OF_ANOTHER, RecordKind::Mx))?;
        let answer = resolver.lookup(question, wait).await;
        answer.records.trouble().cloned()
    };
    let (found, exchangers) = tokio::join!(
        resolver.lookup(Question::new(OF_ANOTHER, kind), wait),
        of_exchangers
    );
    Renowned {
        name: OF_ANOTHER,
        addresses: addresses(found),
        exchangers,
    }
}

/// Whether a resolver that has nothing for anybody would say the same of the host. A name of an inner network, and one that
/// has a near neighbour, are told otherwise.
fn is_doubtful(host: &HostFacts) -> bool {
    if host.source != AddressSource::Dns || host.suggestion.is_some() {
        return false;
    }
    let end = host.aliases.last().unwrap_or(&host.name);
    match host.trouble() {
        Some(ResolveTrouble::NoData) => inner(end).is_none(),
        Some(ResolveTrouble::NotFound) => ends_for_sure(end),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::facts;
    use super::*;
    use crate::facts::Lookup;

    #[test]
    fn empty_answers_and_denials_of_what_the_internet_has_are_doubted() {
        let rows = [
            ("mail.example.com", ResolveTrouble::NoData, true),
            ("mail.example.test", ResolveTrouble::NoData, true),
            ("mail.example.com", ResolveTrouble::NotFound, true),
            ("mail.example.test", ResolveTrouble::NotFound, false),
            ("nas.fritz.box", ResolveTrouble::NoData, false),
            ("mail.example.com", ResolveTrouble::ServFail, false),
        ];
        for (name, trouble, expected) in rows {
            let mut host = facts(Vec::new()).hosts.remove(0);
            name.clone_into(&mut host.name);
            host.ipv4 = Some(Lookup::Failed(trouble.clone()));
            assert_eq!(is_doubtful(&host), expected, "{name} {trouble:?}");
            host.source = AddressSource::HostsFile;
            assert!(!is_doubtful(&host), "{name} is not the resolver's");
        }
    }
}
