//! This machine as a sender of mail: the name of its public address (RFC 8601 section 2.7.3, `iprev`), the name that it
//! gives with EHLO, and the lists that the user named (RFC 5782).

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, Mutex as Guarded, PoisonError};

use futures_util::future::{join, join_all};
use tokio::sync::Mutex;

use super::Visit;
use crate::dnsbl;
use crate::facts::sender::{hellos, is_full_name, known};
use crate::facts::{
    Facts, Listing, Lookup, OwnAddress, OwnName, RecordData, RecordKind, ReverseName, Seen, Sender,
};
use crate::net::dns::Question;
use crate::net::interrupt;
use crate::wire::Text;
use crate::wire::kept::{self, MAX_KEPT_LINE};

/// Names of one address that are looked up (RFC 8601 section 2.7.3 wants a limit).
const MAX_NAMES: usize = 10;
/// Different names that one target was greeted with: one for each family, where they are addresses.
const MAX_HELLOS: usize = 4;
/// Lines that a list gives for a reason.
const MAX_TEXTS: usize = 4;
/// Addresses or names that a run remembers. Servers may make them up.
const MAX_REMEMBERED: usize = 256;

/// What was found out for one target of a list, and holds for all.
#[derive(Debug, Default)]
pub(super) struct Known {
    addresses: Once<IpAddr, OwnAddress>,
    names: Once<String, OwnName>,
}

/// Asks what the user wants to know of this machine. `None` where that is nothing.
pub(super) async fn ask(visit: &Visit<'_>, facts: &Facts) -> Option<Sender> {
    let wanted = visit.plan.sender.as_ref()?;
    if interrupt::is_interrupted() {
        return None;
    }
    let addresses = known(&facts.hosts, &facts.checks).into_iter();
    let addresses =
        addresses.map(|(address, seen)| of_address(visit, &wanted.zones, address, seen));
    let names = said(facts).into_iter();
    let names = names.map(|name| of_name(visit, name));
    let (addresses, names) = join(join_all(addresses), join_all(names)).await;
    Some(Sender {
        addresses,
        names,
        zones: wanted.zones.clone(),
        dns: visit.resolver.take_log(),
    })
}

/// The names that were said with EHLO, each once.
fn said(facts: &Facts) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let own = facts.checks.iter().filter(|check| !check.context);
    for (name, _) in own.flat_map(hellos) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.truncate(MAX_HELLOS);
    names
}

async fn of_address(
    visit: &Visit<'_>,
    zones: &[String],
    address: IpAddr,
    seen: Seen,
) -> OwnAddress {
    let ask = async {
        let listings = zones.iter().map(|zone| listing(visit, zone, address));
        let (reverse, listings) = join(reverse(visit, address), join_all(listings)).await;
        OwnAddress {
            address,
            seen,
            reverse,
            listings,
        }
    };
    let found = match visit.manners() {
        Some(manners) => manners.senders.addresses.get(visit, address, ask).await,
        None => ask.await,
    };
    OwnAddress { seen, ..found }
}

async fn of_name(visit: &Visit<'_>, name: String) -> OwnName {
    let ask = async {
        let addresses = if is_full_name(&name) {
            Some(both_families(visit, &name).await)
        } else {
            None
        };
        OwnName {
            name: name.clone(),
            addresses,
        }
    };
    match visit.manners() {
        Some(manners) => manners.senders.names.get(visit, name.clone(), ask).await,
        None => ask.await,
    }
}

/// The names of an address, and where they lead.
async fn reverse(visit: &Visit<'_>, address: IpAddr) -> Lookup<Vec<ReverseName>> {
    let name = dnsbl::reverse_name(address);
    let question = Question::new(&name, RecordKind::Ptr);
    let records = match visit.resolver.lookup(question, visit.step()).await.records {
        Lookup::Found(records) => records,
        Lookup::Failed(trouble) => return Lookup::Failed(trouble),
    };
    let kind = match address {
        IpAddr::V4(_) => RecordKind::A,
        IpAddr::V6(_) => RecordKind::Aaaa,
    };
    let mut names: Vec<String> = records.into_iter().filter_map(pointed_at).collect();
    // Servers shuffle them; the output shall not change from run to run.
    names.sort();
    names.dedup();
    let names = names.into_iter().take(MAX_NAMES);
    let names = names.map(async |name| ReverseName {
        addresses: addresses(visit, &name, kind).await,
        name,
    });
    Lookup::Found(join_all(names).await)
}

fn pointed_at(record: RecordData) -> Option<String> {
    match record {
        RecordData::Ptr(name) => Some(name),
        RecordData::A(_)
        | RecordData::Aaaa(_)
        | RecordData::Cname(_)
        | RecordData::Mx(_)
        | RecordData::Tlsa(..)
        | RecordData::Srv(_)
        | RecordData::Txt(_)
        | RecordData::Other(_) => None,
    }
}

async fn addresses(visit: &Visit<'_>, name: &str, kind: RecordKind) -> Lookup<Vec<IpAddr>> {
    let question = Question::new(name, kind);
    match visit.resolver.lookup(question, visit.step()).await.records {
        Lookup::Found(records) => {
            Lookup::Found(records.iter().filter_map(RecordData::address).collect())
        }
        Lookup::Failed(trouble) => Lookup::Failed(trouble),
    }
}

async fn both_families(visit: &Visit<'_>, name: &str) -> Lookup<Vec<IpAddr>> {
    let v4 = addresses(visit, name, RecordKind::A);
    let v6 = addresses(visit, name, RecordKind::Aaaa);
    let (v4, v6) = join(v4, v6).await;
    of_both(v4, v6)
}

/// What is known of a name out of both families.
fn of_both(v4: Lookup<Vec<IpAddr>>, v6: Lookup<Vec<IpAddr>>) -> Lookup<Vec<IpAddr>> {
    match (v4, v6) {
        (Lookup::Found(mut v4), Lookup::Found(v6)) => {
            v4.extend(v6);
            Lookup::Found(v4)
        }
        // Of a family that could not be asked about, nobody can say that the name has no address there.
        (Lookup::Found(one), Lookup::Failed(why)) | (Lookup::Failed(why), Lookup::Found(one)) => {
            if why.is_absence() {
                Lookup::Found(one)
            } else {
                Lookup::Failed(why)
            }
        }
        // That there is none is known only where both say so.
        (Lookup::Failed(one), Lookup::Failed(other)) if one.is_absence() => Lookup::Failed(other),
        (Lookup::Failed(one), Lookup::Failed(_)) => Lookup::Failed(one),
    }
}

/// Asks a list, and for the proof of what it says.
async fn listing(visit: &Visit<'_>, zone: &str, address: IpAddr) -> Listing {
    let name = dnsbl::question(address, zone);
    let answer = codes(visit, &name).await;
    let controls = dnsbl::controls(address, zone, &answer);
    let controls = controls.iter().map(|name| codes(visit, name));
    // The reason for an entry, or for a refusal. What is no answer of a list has none.
    let is_of_list = answer
        .found()
        .is_some_and(|codes| codes.iter().all(Ipv4Addr::is_loopback));
    let text = async {
        if is_of_list {
            reasons(visit, &name).await
        } else {
            Vec::new()
        }
    };
    let (controls, text) = join(join_all(controls), text).await;
    Listing {
        zone: zone.to_owned(),
        answer,
        text,
        controls,
    }
}

async fn codes(visit: &Visit<'_>, name: &str) -> Lookup<Vec<Ipv4Addr>> {
    match addresses(visit, name, RecordKind::A).await {
        Lookup::Found(found) => {
            let codes = found.into_iter().filter_map(|address| match address {
                IpAddr::V4(code) => Some(code),
                IpAddr::V6(_) => None,
            });
            let mut codes: Vec<Ipv4Addr> = codes.collect();
            codes.sort();
            Lookup::Found(codes)
        }
        Lookup::Failed(trouble) => Lookup::Failed(trouble),
    }
}

/// What a list says of why.
async fn reasons(visit: &Visit<'_>, name: &str) -> Vec<Text> {
    let question = Question::new(name, RecordKind::Txt);
    let records = match visit.resolver.lookup(question, visit.step()).await.records {
        Lookup::Found(records) => records,
        Lookup::Failed(_) => return Vec::new(),
    };
    let texts = records.into_iter().filter_map(|record| match record {
        RecordData::Txt(bytes) => Some(kept::text(&bytes, MAX_KEPT_LINE)),
        _ => None,
    });
    texts.take(MAX_TEXTS).collect()
}

/// Answers that are looked for once, whoever of a list wants them first.
#[derive(Debug)]
struct Once<K, V>(Guarded<HashMap<K, Arc<Mutex<Option<V>>>>>);

impl<K, V> Default for Once<K, V> {
    fn default() -> Self {
        Self(Guarded::default())
    }
}

impl<K: Eq + Hash, V: Clone> Once<K, V> {
    /// What is remembered of `key`, or what `ask` finds. While another target asks, the time of this one stands still.
    async fn get(&self, visit: &Visit<'_>, key: K, ask: impl Future<Output = V>) -> V {
        let place = {
            let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if places.len() >= MAX_REMEMBERED && !places.contains_key(&key) {
                places.clear();
            }
            Arc::clone(places.entry(key).or_default())
        };
        let mut known = visit.resolver.clock().aside(place.lock()).await;
        if let Some(known) = &*known {
            return known.clone();
        }
        let found = ask.await;
        // Whose own time was up can tell the others nothing.
        if visit.step().is_over().is_none() {
            *known = Some(found.clone());
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::ResolveTrouble;

    #[test]
    fn a_name_has_no_address_only_where_both_families_were_answered() {
        let there = || Lookup::Found(vec![IpAddr::from([192, 0, 2, 1])]);
        let none = || Lookup::Failed(ResolveTrouble::NoData);
        let silent = || Lookup::Failed(ResolveTrouble::Timeout);
        for (one, other, both) in [
            (there(), none(), there()),
            (there(), silent(), silent()),
            (none(), silent(), silent()),
            (none(), none(), none()),
        ] {
            assert_eq!(of_both(one.clone(), other.clone()), both);
            assert_eq!(of_both(other, one), both);
        }
    }
}
