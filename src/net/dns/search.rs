//! A host's addresses as libc looks for them: in the search list too, and both families at once.

use std::net::IpAddr;

use super::{Answer, Chain, Question, Resolver, Wait};
use crate::facts::{Lookup, RecordData, RecordKind};
use crate::failure::ResolveTrouble;

/// What came of looking for the addresses of a host.
#[derive(Clone, Debug, PartialEq)]
pub struct HostAnswer {
    /// The full name that the answers are about: the name itself, or the name with a search domain behind it.
    pub name: String,
    /// One for each type asked for, in their order.
    pub answers: Vec<Answer>,
}

impl Resolver {
    /// Looks up a host as libc does (`res_search`, `getaddrinfo`): a name with fewer dots than `ndots` in the search
    /// list first and as it is at the end, any other as it is first and then in the list. The first name that has one of
    /// the types ends the search.
    ///
    /// The list goes on after "no such name", "no such record" and SERVFAIL; anything else ends it, and the name itself
    /// is still asked for.
    pub async fn lookup_host(&self, name: &str, kinds: &[RecordKind], wait: Wait) -> HostAnswer {
        let span = self.clock.span(wait);
        let mut tried = Vec::new();
        let mut list_ended = false;
        for candidate in self.names.settings.candidates(name) {
            let searched = candidate != name;
            if searched && list_ended {
                continue;
            }
            let answer = self.lookup_kinds(candidate, kinds, span.rest()).await;
            if answer.is_found() {
                return answer;
            }
            list_ended |= searched && answer.weight() == SEARCH_ENDS;
            tried.push(answer);
        }
        told(tried, name).unwrap_or_else(|| nothing(name, kinds))
    }

    /// Looks up one name as it is, in every type at once.
    pub async fn lookup_kinds(&self, name: String, kinds: &[RecordKind], wait: Wait) -> HostAnswer {
        let asked = kinds
            .iter()
            .map(|&kind| self.lookup(Question::new(&name, kind), wait));
        let answers = futures_util::future::join_all(asked).await;
        HostAnswer { name, answers }
    }
}

impl HostAnswer {
    /// The addresses of all types together.
    pub fn addresses(&self) -> Lookup<Vec<IpAddr>> {
        let found = self.answers.iter().filter_map(|one| one.records.found());
        let addresses: Vec<IpAddr> = found.flatten().filter_map(RecordData::address).collect();
        let mut troubles = self.answers.iter().filter_map(|one| one.records.trouble());
        match troubles.next() {
            Some(trouble) if addresses.is_empty() => Lookup::Failed(trouble.clone()),
            _ => Lookup::Found(addresses),
        }
    }

    fn is_found(&self) -> bool {
        let mut answers = self.answers.iter();
        answers.any(|answer| answer.records.found().is_some())
    }

    /// The answer of the two that says least of the name itself decides.
    fn weight(&self) -> u8 {
        let troubles = self.answers.iter().filter_map(|one| one.records.trouble());
        troubles.map(weight).max().unwrap_or(0)
    }
}

/// Which of the failures is told in the end: that of the name itself where it was asked for first, else the weightiest.
fn told(tried: Vec<HostAnswer>, name: &str) -> Option<HostAnswer> {
    if tried.first().is_some_and(|first| first.name == name) {
        return tried.into_iter().next();
    }
    // `max_by_key` keeps the last of equals: the name itself.
    tried.into_iter().max_by_key(HostAnswer::weight)
}

fn nothing(name: &str, kinds: &[RecordKind]) -> HostAnswer {
    let gone = || Chain::default().ended(Lookup::Failed(ResolveTrouble::NotFound));
    HostAnswer {
        name: name.to_owned(),
        answers: kinds.iter().map(|_| gone()).collect(),
    }
}

/// The weight at which the search list is not followed any further.
const SEARCH_ENDS: u8 = 3;

/// What of a search list's failures is told in the end, by libc's rule (`res_search`).
fn weight(trouble: &ResolveTrouble) -> u8 {
    match trouble {
        ResolveTrouble::NotFound => 0,
        ResolveTrouble::ServFail => 1,
        ResolveTrouble::NoData => 2,
        ResolveTrouble::Refused
        | ResolveTrouble::Rcode(_)
        | ResolveTrouble::Timeout
        | ResolveTrouble::Unreachable(_)
        | ResolveTrouble::TcpBlocked
        | ResolveTrouble::AliasLoop
        | ResolveTrouble::Malformed
        | ResolveTrouble::NoResolver
        | ResolveTrouble::Deadline
        | ResolveTrouble::ByProxy => SEARCH_ENDS,
    }
}
