//! Why a signature in the DNS does not hold (RFC 4035 section 5.3), as far as the records that came without checking tell.
//!
//! A validator says SERVFAIL to all of it. The answer that it keeps back has the dates and the key of the signature, the zone
//! has its keys, and the zone above what it knows of them; where one does not fit the other, that is the cause.

use crate::args;
use crate::facts::{DnsReply, Facts, Link, RecordKind};
use crate::finding::Sentence;

use super::certificate::date;
use super::dnssec::{replies, signed_zone};
use super::draft::{list, sentence};

/// Signature Expired, Signature Not Yet Valid, RRSIGs Missing, NSEC Missing (RFC 8914 section 4). Not DNSKEY Missing, which
/// unbound also says of keys whose signature has ended.
const TOLD: [(u16, Kind); 4] = [
    (7, Kind::Expired),
    (8, Kind::Early),
    (10, Kind::Unsigned),
    (12, Kind::Unproved),
];

/// What is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The signature has ended.
    Expired,
    /// The signature has not begun.
    Early,
    /// The zone does not publish the key of the signature.
    NoKey,
    /// The zone above knows other keys than the zone has.
    OtherKeys,
    /// There is no signature, and the zone above says that there is one.
    Unsigned,
    /// That there is nothing comes without its proof.
    Unproved,
}

impl Kind {
    /// The name of the explanation.
    pub(super) const fn variant(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Early => "early",
            Self::NoKey => "no-key",
            Self::OtherKeys => "other-keys",
            Self::Unsigned => "unsigned",
            Self::Unproved => "unproved",
        }
    }
}

/// The cause, and what shows it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cause {
    pub(super) kind: Kind,
    /// `None` where the resolver says so and no record does.
    pub(super) seen: Option<Sentence>,
}

/// A signature of an answer.
#[derive(Clone, Copy)]
struct Signature<'a> {
    owner: &'a str,
    covers: &'a str,
    key: (u8, u16),
    signer: &'a str,
    from: i64,
    until: i64,
}

/// Why the signatures about a name do not hold. `None` where nothing tells.
pub(super) fn cause(facts: &Facts, name: &str) -> Option<Cause> {
    let seen = replies(facts, name).find_map(|(exchange, reply)| {
        let is_answer = matches!(reply.rcode, 0 | 3) && !is_about_chain(exchange.kind);
        is_answer.then(|| of_reply(facts, name, reply)).flatten()
    });
    seen.or_else(|| {
        let mut codes = replies(facts, name).flat_map(|(_, reply)| &reply.extended_errors);
        let told = |code: u16| TOLD.iter().find(|(known, _)| *known == code);
        let (_, kind) = codes.find_map(|(code, _)| told(*code))?;
        let seen = None;
        Some(Cause { kind: *kind, seen })
    })
}

fn of_reply(facts: &Facts, name: &str, reply: &DnsReply) -> Option<Cause> {
    let own = signatures(reply);
    if own.is_empty() {
        return unsigned(facts, name, reply);
    }
    of_dates(facts, &own)
        .or_else(|| of_zones(facts, &own))
        .or_else(|| unproved(name, reply))
}

/// Every signature over some records is out of date, be it the last one.
fn of_dates(facts: &Facts, signatures: &[Signature<'_>]) -> Option<Cause> {
    let now = facts.started_at;
    signatures.iter().find_map(|one| {
        let same = |other: &&Signature<'_>| (other.owner, other.covers) == (one.owner, one.covers);
        let all = || signatures.iter().filter(same);
        let (kind, id, when) = if all().all(|one| one.until < now) {
            let last = all().map(|one| one.until).max()?;
            (Kind::Expired, "evidence-signature-expired", last)
        } else if all().all(|one| one.from > now) {
            let first = all().map(|one| one.from).min()?;
            (Kind::Early, "evidence-signature-early", first)
        } else {
            return None;
        };
        let seen = args! {
            "type" => one.covers,
            "name" => one.owner,
            "zone" => one.signer,
            "date" => date(when),
        };
        let seen = Some(sentence(id, seen));
        Some(Cause { kind, seen })
    })
}

/// The zones that signed: whether they have the key, whether their keys are signed in time, and known above.
fn of_zones(facts: &Facts, signatures: &[Signature<'_>]) -> Option<Cause> {
    signatures.iter().find_map(|one| {
        let zone = one.signer;
        let (published, reply) = keys(facts, zone)?;
        let of_keys: Vec<Signature<'_>> = self::signatures(reply)
            .into_iter()
            .filter(|one| one.covers == "DNSKEY")
            .collect();
        no_key(signatures, one, &published)
            .or_else(|| of_dates(facts, &of_keys))
            .or_else(|| other_keys(facts, zone, reply))
    })
}

/// None of the signatures over these records is with a key that the zone publishes.
fn no_key(
    signatures: &[Signature<'_>],
    one: &Signature<'_>,
    published: &[(u8, u16)],
) -> Option<Cause> {
    let same = |other: &&Signature<'_>| {
        (other.owner, other.covers, other.signer) == (one.owner, one.covers, one.signer)
    };
    let mut all = signatures.iter().filter(same);
    if published.is_empty() || all.any(|one| published.contains(&one.key)) {
        return None;
    }
    let seen = args! {
        "type" => one.covers,
        "name" => one.owner,
        "zone" => one.signer,
        "tag" => u32::from(one.key.1),
        "keys" => tags(published.iter().map(|(_, tag)| *tag)),
    };
    let seen = Some(sentence("evidence-signature-no-key", seen));
    Some(Cause {
        kind: Kind::NoKey,
        seen,
    })
}

/// The zone above publishes digests of keys, and of none that the zone has.
fn other_keys(facts: &Facts, zone: &str, keys: &DnsReply) -> Option<Cause> {
    let above = links(facts, zone, RecordKind::Ds)?;
    let mut known = Vec::new();
    for link in &above.links {
        let Link::Digest { key_tag, .. } = link else {
            continue;
        };
        if keys.links.iter().any(|key| fits(link, key)) {
            return None;
        }
        known.push(*key_tag);
    }
    let own = keys.links.iter().filter_map(|link| match link {
        Link::Key { key_tag, .. } => Some(*key_tag),
        _ => None,
    });
    let seen = args! { "zone" => zone, "known" => tags(known.clone()), "keys" => tags(own) };
    let seen = Some(sentence("evidence-signature-other-keys", seen));
    (!known.is_empty()).then_some(Cause {
        kind: Kind::OtherKeys,
        seen,
    })
}

/// Whether a digest is that of the key. One of a kind that was not computed may be.
fn fits(digest: &Link, key: &Link) -> bool {
    let (
        Link::Digest {
            algorithm,
            key_tag,
            kind,
            digest,
            ..
        },
        Link::Key {
            algorithm: own_algorithm,
            key_tag: own_tag,
            digests,
            ..
        },
    ) = (digest, key)
    else {
        return false;
    };
    let computed = digests.iter().find(|(own, _)| own == kind);
    (algorithm, key_tag) == (own_algorithm, own_tag)
        && computed.is_none_or(|(_, own)| own == digest)
}

/// No signature came with records, and the zone above says that they have one.
fn unsigned(facts: &Facts, name: &str, reply: &DnsReply) -> Option<Cause> {
    let zone = signed_zone(facts, name).filter(|_| !reply.answers.is_empty())?;
    let seen = args! { "name" => name, "zone" => zone };
    let seen = Some(sentence("evidence-signature-none", seen));
    Some(Cause {
        kind: Kind::Unsigned,
        seen,
    })
}

/// Nothing is there, by a word that is signed and a proof that is missing.
fn unproved(name: &str, reply: &DnsReply) -> Option<Cause> {
    let proof = |link: &Link| matches!(link, Link::Denial { .. });
    let nothing = reply.answers.is_empty() && !reply.links.iter().any(proof);
    let seen = Some(sentence(
        "evidence-signature-unproved",
        args! { "name" => name },
    ));
    nothing.then_some(Cause {
        kind: Kind::Unproved,
        seen,
    })
}

fn signatures(reply: &DnsReply) -> Vec<Signature<'_>> {
    let all = reply.links.iter().filter_map(|link| match link {
        Link::Signature {
            owner,
            covers,
            algorithm,
            key_tag,
            signer,
            from,
            until,
        } => Some(Signature {
            owner,
            covers,
            key: (*algorithm, *key_tag),
            signer,
            from: *from,
            until: *until,
        }),
        Link::Key { .. } | Link::Digest { .. } | Link::Denial { .. } => None,
    });
    all.collect()
}

/// The keys that a zone publishes, and the answer that has them.
fn keys<'a>(facts: &'a Facts, zone: &str) -> Option<(Vec<(u8, u16)>, &'a DnsReply)> {
    let reply = links(facts, zone, RecordKind::Dnskey)?;
    let keys = reply.links.iter().filter_map(|link| match link {
        Link::Key {
            algorithm, key_tag, ..
        } => Some((*algorithm, *key_tag)),
        Link::Signature { .. } | Link::Digest { .. } | Link::Denial { .. } => None,
    });
    Some((keys.collect(), reply))
}

/// The answer to a question about a place in the chain.
fn links<'a>(facts: &'a Facts, zone: &str, kind: RecordKind) -> Option<&'a DnsReply> {
    replies(facts, zone).find_map(|(exchange, reply)| {
        (exchange.kind == kind && reply.rcode == 0 && !reply.links.is_empty()).then_some(reply)
    })
}

const fn is_about_chain(kind: RecordKind) -> bool {
    matches!(kind, RecordKind::Ds | RecordKind::Dnskey | RecordKind::Ns)
}

fn tags(tags: impl IntoIterator<Item = u16>) -> Vec<String> {
    list(tags.into_iter().map(|tag| tag.to_string()))
}
