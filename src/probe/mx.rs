//! Which hosts take a domain's mail (RFC 5321 section 5.1).

use super::Visit;
use crate::facts::{Lookup, Mx, RecordData, RecordKind};
use crate::net::dns::Question;
use crate::target::HostName;

/// Exchangers kept of a domain, and as many records that name none. Every record stands in the log of the DNS.
pub const EXCHANGERS_MAX: usize = 16;

/// Asks for the mail exchangers of `domain`, the preferred first. A null MX (RFC 7505) is an exchange without a name.
pub async fn exchangers(visit: &Visit<'_>, domain: &HostName) -> Lookup<Vec<Mx>> {
    let question = Question::new(&domain.ascii, RecordKind::Mx);
    match visit.resolver.lookup(question, visit.step()).await.records {
        Lookup::Found(records) => Lookup::Found(in_order(records)),
        Lookup::Failed(trouble) => Lookup::Failed(trouble),
    }
}

/// Sorts by preference, keeps each host once, and no more than [`EXCHANGERS_MAX`]. Records that name no host are counted
/// apart: however many there are of them, they keep no host from being tried.
fn in_order(records: Vec<RecordData>) -> Vec<Mx> {
    let mut sorted: Vec<Mx> = records
        .into_iter()
        .filter_map(|record| match record {
            RecordData::Mx(mx) => Some(mx),
            RecordData::A(_)
            | RecordData::Aaaa(_)
            | RecordData::Cname(_)
            | RecordData::Tlsa(..)
            | RecordData::Srv(_)
            | RecordData::Txt(_)
            | RecordData::Ptr(_)
            | RecordData::Other(_) => None,
        })
        .collect();
    // Servers shuffle equal preferences; the output shall not change from run to run.
    sorted.sort_by(|a, b| (a.preference, &a.exchange).cmp(&(b.preference, &b.exchange)));
    let mut kept: Vec<Mx> = Vec::new();
    for mx in sorted {
        let known = kept.iter().any(|other| other.exchange == mx.exchange);
        let alike = |other: &&Mx| other.is_host() == mx.is_host();
        if !known && kept.iter().filter(alike).count() < EXCHANGERS_MAX {
            kept.push(mx);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mx(preference: u16, exchange: &str) -> Mx {
        Mx {
            preference,
            exchange: exchange.into(),
        }
    }

    #[test]
    fn the_preferred_come_first_and_each_once() {
        let records = [
            mx(20, "b.test"),
            mx(10, "c.test"),
            mx(10, "a.test"),
            mx(30, "c.test"),
        ];
        let sorted = in_order(records.map(RecordData::Mx).to_vec());
        assert_eq!(
            sorted,
            [mx(10, "a.test"), mx(10, "c.test"), mx(20, "b.test")]
        );
    }

    #[test]
    fn a_hundred_exchangers_are_too_many() {
        let records = (0..100)
            .rev()
            .map(|n| RecordData::Mx(mx(n, &format!("{n}.test"))));
        let kept = in_order(records.collect());
        assert_eq!(kept.len(), EXCHANGERS_MAX);
        assert_eq!(kept[0], mx(0, "0.test"));
    }

    #[test]
    fn records_that_name_no_host_do_not_crowd_out_those_that_do() {
        let wrong = (0..40).map(|n| mx(n, &format!("mail\\032{n}.test")));
        let all = wrong.chain([mx(99, "mail.test")]).map(RecordData::Mx);
        let kept = in_order(all.collect());
        assert_eq!(kept.len(), EXCHANGERS_MAX + 1);
        assert!(kept.contains(&mx(99, "mail.test")));
    }
}
