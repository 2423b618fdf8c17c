//! From a name to its addresses.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use tokio::time::Instant;

use super::Visit;
use crate::facts::{AddressSource, HostFacts, Lookup, RecordData, RecordKind, Searched};
use crate::failure::ResolveTrouble;
use crate::net::dns::{Answer, Question};
use crate::plan::{Families, Plan};
use crate::providers::Provider;
use crate::target::HostName;

/// Addresses kept of each family. Every record stands in the log of the DNS.
pub const ADDRESSES_MAX: usize = 16;
/// Names tried in place of one that does not exist.
const SUGGESTIONS_MAX: usize = 2;
/// First labels that mail hosts have, the most usual first.
const MAIL_LABELS: [&str; 8] = [
    "smtp", "imap", "mail", "pop3", "pop", "mx", "relay", "webmail",
];

/// Finds the addresses of `name`, of the families that are wanted: by `--connect-to`, by this machine's own knowledge,
/// or by the DNS. `preference` is that of the MX record that named the host.
///
/// A name that the user typed and that does not exist is tried in a likelier spelling.
pub async fn host(visit: &Visit<'_>, name: &HostName, preference: Option<u16>) -> HostFacts {
    let plan = visit.plan;
    let mut facts = HostFacts {
        preference,
        ..unasked(name.ascii.clone(), name.unicode.clone(), AddressSource::Dns)
    };
    let known = known_here(visit, name);
    if let Some(address) = plan.connect_to {
        facts.source = AddressSource::ConnectTo;
        fill(&mut facts, &[address], family_of(address));
    } else if visit.door.looks_names_up() {
        facts.source = AddressSource::Proxy;
    } else if !known.is_empty() {
        facts.source = AddressSource::HostsFile;
        fill(&mut facts, &known, plan.families);
    } else {
        let typed = preference.is_none();
        // What a DNS record names is a full name (RFC 1035 section 5.1), and mail servers look it up as such.
        let complete = typed && !name.rooted;
        ask(visit, complete, &mut facts).await;
        let missing = facts.trouble() == Some(ResolveTrouble::NotFound);
        // An alias that leads nowhere is no slip of the user's.
        if typed && missing && facts.aliases.is_empty() {
            facts.suggestion = near_miss(visit, name).await;
        }
    }
    facts
}

/// What this machine knows of the name by itself: of the name with its final dot, where it was typed, before all.
fn known_here(visit: &Visit<'_>, name: &HostName) -> Vec<IpAddr> {
    let typed = name.rooted.then(|| format!("{}.", name.ascii));
    let typed = typed.map(|name| visit.resolver.known_here(&name));
    let typed = typed.filter(|known| !known.is_empty());
    typed.unwrap_or_else(|| visit.resolver.known_here(&name.ascii))
}

/// The facts of a host that was given by its address: there is nothing to ask.
pub fn literal(plan: &Plan, address: IpAddr) -> HostFacts {
    let (source, goal) = match plan.connect_to {
        Some(goal) => (AddressSource::ConnectTo, goal),
        None => (AddressSource::Literal, address),
    };
    let mut facts = unasked(address.to_string(), address.to_string(), source);
    fill(&mut facts, &[goal], family_of(goal));
    facts
}

/// The facts of a host whose name is known to be good for nothing: another lookup of it has failed.
pub fn unresolved(name: &HostName, trouble: &ResolveTrouble) -> HostFacts {
    HostFacts {
        ipv4: Some(Lookup::Failed(trouble.clone())),
        ipv6: Some(Lookup::Failed(trouble.clone())),
        ..unasked(name.ascii.clone(), name.unicode.clone(), AddressSource::Dns)
    }
}

/// The facts of a host whose name was said not to exist when another type was asked for: its addresses all the same, where
/// there are some. Mail servers look for them as they are, without a search list.
pub async fn denied(visit: &Visit<'_>, name: &HostName) -> HostFacts {
    let mut facts = unasked(name.ascii.clone(), name.unicode.clone(), AddressSource::Dns);
    ask(visit, false, &mut facts).await;
    if facts.addresses().is_empty() {
        unresolved(name, &ResolveTrouble::NotFound)
    } else {
        facts
    }
}

/// A name that exists and looks much like `name`, which does not: `smtp` for `smpt`. Asks for no more than two.
pub async fn near_miss(visit: &Visit<'_>, name: &HostName) -> Option<String> {
    let kind = if visit.plan.families.v4() {
        RecordKind::A
    } else {
        RecordKind::Aaaa
    };
    for candidate in spellings(&name.ascii) {
        let question = Question::new(&candidate, kind);
        let answer = visit.resolver.lookup(question, visit.step()).await;
        if answer.records.found().is_some() {
            return Some(candidate);
        }
    }
    None
}

/// The name that a zone without the final dot has put `domain` behind, where it exists: `mail.provider.net` for
/// `mail.provider.net.example.com`.
pub async fn without_domain(visit: &Visit<'_>, name: &str, domain: &HostName) -> Option<String> {
    let whole = name.strip_suffix(&domain.ascii)?.strip_suffix('.')?;
    if !whole.contains('.') {
        return None;
    }
    let (kinds, wait) = (kinds(visit), visit.step());
    let asked = visit.resolver.lookup_kinds(whole.to_owned(), &kinds, wait);
    let found = asked.await.addresses().found().is_some();
    found.then(|| whole.to_owned())
}

fn unasked(name: String, display: String, source: AddressSource) -> HostFacts {
    HostFacts {
        name,
        display,
        preference: None,
        endpoints: Vec::new(),
        source,
        aliases: Vec::new(),
        ipv4: None,
        ipv6: None,
        suggestion: None,
        searched: None,
        lookup_time: Duration::ZERO,
        in_dns: None,
        tlsa: None,
    }
}

/// Looks the host up, with the search list where that may `complete` it.
async fn ask(visit: &Visit<'_>, complete: bool, facts: &mut HostFacts) {
    let began = Instant::now();
    let kinds = kinds(visit);
    let (resolver, wait) = (visit.resolver, visit.step());
    let found = if complete {
        resolver.lookup_host(&facts.name, &kinds, wait).await
    } else {
        resolver
            .lookup_kinds(facts.name.clone(), &kinds, wait)
            .await
    };
    // Both follow the same aliases; the one that came further has more of them.
    let chains = found.answers.iter().map(|answer| &answer.aliases);
    facts.aliases = chains
        .max_by_key(|chain| chain.len())
        .cloned()
        .unwrap_or_default();
    for (kind, answer) in kinds.iter().zip(found.answers) {
        if *kind == RecordKind::A {
            facts.ipv4 = Some(addresses(answer, ipv4));
        } else {
            facts.ipv6 = Some(addresses(answer, ipv6));
        }
    }
    facts.lookup_time = began.elapsed();
    if found.name != facts.name && !facts.addresses().is_empty() {
        let itself = itself(visit, &facts.name, &kinds).await;
        facts.searched = Some(Searched {
            name: found.name,
            itself,
        });
    }
}

/// The types of address to ask for. Where this machine's settings keep IPv6 addresses from its programs, nobody asks for
/// them unless they alone are wanted.
fn kinds(visit: &Visit<'_>) -> Vec<RecordKind> {
    let families = visit.plan.families;
    let v6 = families.v6() && !(families.v4() && visit.resolver.settings().no_aaaa);
    let a = families.v4().then_some(RecordKind::A);
    a.into_iter()
        .chain(v6.then_some(RecordKind::Aaaa))
        .collect()
}

/// What the DNS says of a name that a search domain has completed, as everybody else sees it.
async fn itself(
    visit: &Visit<'_>,
    name: &str,
    kinds: &[RecordKind],
) -> Option<Lookup<Vec<IpAddr>>> {
    if !name.contains('.') {
        return None;
    }
    let asked = visit
        .resolver
        .lookup_kinds(name.to_owned(), kinds, visit.step());
    Some(asked.await.addresses())
}

fn addresses<T: PartialEq>(
    answer: Answer,
    of: impl Fn(&RecordData) -> Option<T>,
) -> Lookup<Vec<T>> {
    match answer.records {
        Lookup::Found(records) => Lookup::Found(first_of(records.iter().filter_map(of))),
        Lookup::Failed(trouble) => Lookup::Failed(trouble),
    }
}

fn ipv4(record: &RecordData) -> Option<Ipv4Addr> {
    match record {
        RecordData::A(address) => Some(*address),
        RecordData::Aaaa(_)
        | RecordData::Cname(_)
        | RecordData::Mx(_)
        | RecordData::Tlsa(..)
        | RecordData::Srv(_)
        | RecordData::Txt(_)
        | RecordData::Ptr(_)
        | RecordData::Other(_) => None,
    }
}

fn ipv6(record: &RecordData) -> Option<Ipv6Addr> {
    match record {
        RecordData::Aaaa(address) => Some(*address),
        RecordData::A(_)
        | RecordData::Cname(_)
        | RecordData::Mx(_)
        | RecordData::Tlsa(..)
        | RecordData::Srv(_)
        | RecordData::Txt(_)
        | RecordData::Ptr(_)
        | RecordData::Other(_) => None,
    }
}

/// Fills in addresses that need no question. A wanted family of which there is none has no data.
fn fill(facts: &mut HostFacts, addresses: &[IpAddr], families: Families) {
    let v4 = first_of(addresses.iter().filter_map(|address| match address {
        IpAddr::V4(address) => Some(*address),
        IpAddr::V6(_) => None,
    }));
    let v6 = first_of(addresses.iter().filter_map(|address| match address {
        IpAddr::V6(address) => Some(*address),
        IpAddr::V4(_) => None,
    }));
    facts.ipv4 = families.v4().then(|| found(v4));
    facts.ipv6 = families.v6().then(|| found(v6));
}

/// An address that was given is the only one: of the other family nothing is asked.
const fn family_of(address: IpAddr) -> Families {
    match address {
        IpAddr::V4(_) => Families::V4,
        IpAddr::V6(_) => Families::V6,
    }
}

fn found<T>(addresses: Vec<T>) -> Lookup<Vec<T>> {
    if addresses.is_empty() {
        Lookup::Failed(ResolveTrouble::NoData)
    } else {
        Lookup::Found(addresses)
    }
}

/// Each once, and no more than [`ADDRESSES_MAX`].
fn first_of<T: PartialEq>(addresses: impl Iterator<Item = T>) -> Vec<T> {
    let mut kept = Vec::new();
    for address in addresses {
        if kept.len() < ADDRESSES_MAX && !kept.contains(&address) {
            kept.push(address);
        }
    }
    kept
}

/// The names that may have been meant: a provider's server or domain, the first label one slip away from a usual one, or a
/// `www.` too many.
fn spellings(name: &str) -> Vec<String> {
    let Some((label, domain)) = name.split_once('.') else {
        return Vec::new();
    };
    let provider = Provider::nearest_server(name).or_else(|| Provider::nearest_domain(name));
    let mut likely: Vec<String> = provider.into_iter().map(str::to_owned).collect();
    if label == "www" && domain.contains('.') {
        likely.push(domain.to_owned());
    }
    let near = MAIL_LABELS.iter().filter(|known| is_one_slip(label, known));
    likely.extend(near.map(|known| format!("{known}.{domain}")));
    likely.truncate(SUGGESTIONS_MAX);
    likely
}

/// Whether one slip of the finger turns one into the other: two letters swapped, one wrong, one missing, one too many.
/// Of short labels only the swap and the letter more or less count: `mx` is one wrong letter from too much.
fn is_one_slip(typed: &str, known: &str) -> bool {
    let (typed, known) = (typed.as_bytes(), known.as_bytes());
    let same = typed.iter().zip(known).take_while(|(t, k)| t == k).count();
    let short = known.len() <= 3;
    match (&typed[same..], &known[same..]) {
        // Swapped.
        ([t1, t2, after @ ..], [k1, k2, rest @ ..]) if t1 == k2 && t2 == k1 && after == rest => {
            true
        }
        // Wrong, one too many, one missing.
        ([_, after @ ..], [_, rest @ ..]) if after == rest => !short,
        ([_, after @ ..], rest) if after == rest => true,
        (after, [_, rest @ ..]) => after == rest,
        ([], []) | ([_, ..], _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_finger() {
        let rows: [(&str, &[&str]); 24] = [
            ("smpt.example.test", &["smtp.example.test"]),
            ("stmp.example.test", &["smtp.example.test"]),
            ("smtps.example.test", &["smtp.example.test"]),
            ("smtp1.example.test", &["smtp.example.test"]),
            ("mial.example.test", &["mail.example.test"]),
            ("maill.example.test", &["mail.example.test"]),
            ("imao.example.test", &["imap.example.test"]),
            ("iamp.example.test", &["imap.example.test"]),
            ("imap4.example.test", &["imap.example.test"]),
            (
                "pop2.example.test",
                &["pop3.example.test", "pop.example.test"],
            ),
            ("ppo3.example.test", &["pop3.example.test"]),
            ("pop.example.test", &["pop3.example.test"]),
            ("mx1.example.test", &["mx.example.test"]),
            ("www.mail.example.test", &["mail.example.test"]),
            ("smtp.example.test", &[]),
            ("smtp.gmal.com", &["smtp.gmail.com"]),
            ("smtp.gmail.co", &["smtp.gmail.com"]),
            ("imap.gmial.com", &["imap.gmail.com"]),
            ("imap.google.com", &["imap.gmail.com"]),
            ("imap.office365.com", &["outlook.office365.com"]),
            ("gmial.com", &["gmail.com"]),
            ("vpn.example.test", &[]),
            ("mp.example.test", &[]),
            ("smpt", &[]),
        ];
        for (typed, meant) in rows {
            assert_eq!(spellings(typed), meant, "{typed}");
        }
    }

    #[test]
    fn a_slip_is_one_and_not_two() {
        for typed in ["tpms", "smt", "sm", "smtpss", "ptsm", "", "smtp"] {
            let near = typed == "smt";
            assert_eq!(is_one_slip(typed, "smtp"), near, "{typed}");
        }
    }
}
