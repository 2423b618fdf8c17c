//! The address that we came from, as far as it is known here.

use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::args;
use crate::facts::sender::called;
use crate::facts::{Check, Facts};
use crate::finding::Finding;
use crate::report::Run;
use crate::report::redact::leads_to_nobody;
use crate::words::{Args, Words};

/// Where we came from.
pub(super) struct Source {
    /// The addresses of this machine's end.
    own: BTreeSet<IpAddr>,
    /// What a server called us, where that is another.
    seen: BTreeSet<IpAddr>,
}

impl Source {
    /// The ends of the connections that `finding` is about, or of the others; of those that never came about only the
    /// addresses of this machine are known.
    pub(super) fn of(run: &Run, facts: &Facts, finding: &Finding) -> Self {
        let about: Vec<&Check> = finding
            .checks
            .iter()
            .filter_map(|&id| facts.checks.get(id))
            .collect();
        let v4 = about.iter().any(|check| is_v4(check.address));
        let v6 = about
            .iter()
            .any(|check| check.address.is_some() && !is_v4(check.address));
        let wanted = |address: &IpAddr| {
            let family = if address.is_ipv4() { v4 } else { v6 };
            family || !(v4 || v6)
        };
        let ends = |checks: &mut dyn Iterator<Item = &Check>| -> BTreeSet<IpAddr> {
            let locals = checks.filter_map(|check| check.local.map(|local| local.ip()));
            locals.filter(|address| !address.is_loopback()).collect()
        };
        let mut own = ends(&mut about.iter().copied());
        if own.is_empty() {
            own = ends(&mut facts.checks.iter());
            own.retain(wanted);
        }
        if own.is_empty() {
            let interfaces = run.vantage.own_addresses.iter().map(|(own, _)| *own);
            own = interfaces
                .filter(|address| !address.is_loopback() && wanted(address))
                .collect();
        }
        let seen = facts
            .checks
            .iter()
            .filter_map(|check| called(&facts.hosts, check));
        let mut seen: BTreeSet<IpAddr> = seen.collect();
        seen.retain(|address| !own.contains(address));
        Self { own, seen }
    }

    /// What a letter says of it.
    pub(super) fn sentences(&self, words: &Words) -> Vec<(&'static str, Args)> {
        let list = |addresses: &BTreeSet<IpAddr>| {
            let texts: Vec<String> = addresses.iter().map(ToString::to_string).collect();
            words.list(&texts)
        };
        let mut said = Vec::new();
        // Behind a NAT one family may be inner and the other not.
        let own = self.own.iter().copied();
        let (inner, outer): (BTreeSet<IpAddr>, BTreeSet<IpAddr>) =
            own.partition(|address| leads_to_nobody(*address));
        for (id, own) in [("letter-source", outer), ("letter-source-inner", inner)] {
            if !own.is_empty() {
                let count = u32::try_from(own.len()).unwrap_or(u32::MAX);
                said.push((id, args! { "addresses" => list(&own), "count" => count }));
            }
        }
        if !self.seen.is_empty() {
            said.push((
                "letter-source-seen",
                args! { "addresses" => list(&self.seen) },
            ));
        }
        said
    }
}

fn is_v4(address: Option<IpAddr>) -> bool {
    address.is_some_and(|address| address.is_ipv4())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    /// Most homes: IPv4 is translated, and IPv6 is not.
    #[test]
    fn inner_and_outer_addresses_are_told_apart() {
        let rows: [(&[&str], &[&str]); 3] = [
            (&["203.0.113.7"], &["We came from 203.0.113.7."]),
            (
                &["192.168.1.7", "2001:db8::7"],
                &[
                    "We came from 2001:db8::7.",
                    "We came from 192.168.1.7, an address of our own network",
                ],
            ),
            (
                &["10.1.0.2", "fd00::2"],
                &["We came from 10.1.0.2, fd00::2, addresses of our own network"],
            ),
        ];
        let words = Words::new(Lang::En);
        for (own, told) in rows {
            let own = own.iter().map(|one| one.parse().expect("an address"));
            let source = Source {
                own: own.collect(),
                seen: BTreeSet::new(),
            };
            let sentences = source.sentences(&words);
            assert_eq!(sentences.len(), told.len(), "{told:?}");
            for ((id, args), told) in sentences.iter().zip(told) {
                let text = words.text(id, args);
                assert!(text.starts_with(told), "{text}");
            }
        }
    }
}
