//! Names that a resolver does not hand out for the sake of their signatures.

use crate::facts::{DnsExchange, DnsOutcome, DnsReply, Facts, RecordData, RecordKind};
use crate::failure::ResolveTrouble;
use crate::finding::{FindingId, Owner};

use super::case::Case;
use super::evidence;
use super::name::{self, Unresolved};
use super::resolver;
use super::signatures::{self, Cause, Kind};

/// Extended DNS errors (RFC 8914) by which a validating resolver says that the signatures do not fit: DNSSEC Bogus, Signature Expired,
/// Signature Not Yet Valid, DNSKEY Missing, RRSIGs Missing, No Zone Key Bit Set, NSEC Missing.
const BOGUS: std::ops::RangeInclusive<u16> = 6..=12;

/// SERVFAIL, and the answer that comes without checking has no signature at all, nor ought it to have one.
pub(super) fn not_signed_here(case: &mut Case<'_>) {
    for wanted in [Unsigned::InnerZone, Unsigned::Nowhere] {
        let facts = case.facts;
        let names = name::names(case, |name| {
            name.trouble == ResolveTrouble::ServFail && unsigned(facts, name.name) == Some(wanted)
        });
        if names.is_empty() {
            continue;
        }
        let unchecked = unchecked_evidence(case, &names);
        let owner = resolver::owner(case);
        let finding = name::about(case, FindingId::NameNotSignedHere, owner, &names)
            .inconclusive()
            .variant((wanted == Unsigned::InnerZone).then_some("inner"))
            .arg("resolvers", resolver::listed(case))
            .evidence(unchecked)
            .step(match wanted {
                Unsigned::InnerZone => "step-domain-insecure",
                Unsigned::Nowhere => "step-check-validation",
            })
            .step("step-other-resolver");
        name::claim(case, &names, finding);
    }
}

/// SERVFAIL because the signatures do not fit: the resolver says so, or it answers once it is asked not to check.
pub(super) fn bogus(case: &mut Case<'_>) {
    let facts = case.facts;
    let names = name::names(case, |name| {
        name.trouble == ResolveTrouble::ServFail
            && !name::answers_now(facts, name.name)
            && (says_bogus(facts, name.name) || unchecked(facts, name.name).is_some())
    });
    if names.is_empty() {
        return;
    }
    let unchecked = unchecked_evidence(case, &names);
    let why = names
        .iter()
        .find_map(|one| signatures::cause(facts, one.name));
    let seen = why.as_ref().and_then(|why| why.seen.clone());
    let kind = why.map(|why: Cause| why.kind);
    let finding = name::about(case, FindingId::DnssecBogus, Owner::Domain, &names)
        .variant(kind.map(Kind::variant))
        .evidence(seen)
        .evidence(unchecked)
        .step(step(kind))
        .step("step-other-resolver");
    name::claim(case, &names, finding);
}

/// What mends it.
pub(super) const fn step(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Expired | Kind::Early) => "step-sign-zone-again",
        Some(Kind::NoKey | Kind::Unproved) => "step-sign-zone-whole",
        Some(Kind::OtherKeys | Kind::Unsigned) => "step-publish-ds",
        None => "step-tell-domain-dnssec",
    }
}

/// Why an answer has no signatures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unsigned {
    /// No zone above it is signed, or the parent says with a signature that the zone is not.
    Nowhere,
    /// The zone is not signed and a zone above it is, and nothing says that this is meant to be so.
    InnerZone,
}

/// `None` where the answer is signed, or ought to be.
fn unsigned(facts: &Facts, name: &str) -> Option<Unsigned> {
    let reply = unchecked(facts, name)?;
    if reply.signed || reply.answers.is_empty() {
        return None;
    }
    if says_of_ds(facts, name) {
        return Some(Unsigned::InnerZone);
    }
    let ds = |zone: &str| chain_link(facts, zone, RecordKind::Ds);
    zones(name).find_map(ds)?;
    // From the name upwards: the first zone that begins there decides, by what stands above it.
    let mut below_signed = zones(name).take_while(|zone| !has(ds(zone), "DS"));
    let unsigned_cut = below_signed.find(|zone| is_cut(facts, zone));
    let signed_above = zones(name).any(|zone| has(ds(zone), "DS"));
    match (unsigned_cut, signed_above) {
        (None, true) => None,
        (_, false) => Some(Unsigned::Nowhere),
        (Some(zone), true) if ds(zone).is_some_and(|reply| reply.signed) => Some(Unsigned::Nowhere),
        (Some(_), true) => Some(Unsigned::InnerZone),
    }
}

/// The zone that a name is in, where the zone above vouches for its keys, with a signature: what carries that one carries
/// those of answers too, so that an answer without one has none. `None` where that is not known.
pub(super) fn signed_zone<'a>(facts: &Facts, name: &'a str) -> Option<&'a str> {
    let ds = |zone: &str| chain_link(facts, zone, RecordKind::Ds);
    let begins = |zone: &&str| has(ds(zone), "DS") || is_cut(facts, zone);
    let zone = zones(name).find(begins)?;
    let vouches = ds(zone).is_some_and(|reply| has(Some(reply), "DS") && reply.signed);
    vouches.then_some(zone)
}

/// The name, and what stands above it, but for the root.
fn zones(name: &str) -> impl Iterator<Item = &str> {
    let above = name.match_indices('.').map(|(at, _)| &name[at + 1..]);
    std::iter::once(name).chain(above)
}

/// Whether a zone begins at a name.
fn is_cut(facts: &Facts, zone: &str) -> bool {
    has(chain_link(facts, zone, RecordKind::Ns), "NS")
}

fn has(reply: Option<&DnsReply>, kind: &str) -> bool {
    reply.is_some_and(|reply| {
        let mut data = reply.answers.iter().map(|record| &record.data);
        data.any(|data| matches!(data, RecordData::Other(other) if other == kind))
    })
}

/// What the resolver has for the name when it is asked not to check: records, or that there are none.
pub(super) fn unchecked<'a>(facts: &'a Facts, name: &str) -> Option<&'a DnsReply> {
    replies(facts, name).find_map(|(exchange, reply)| {
        let of_chain = matches!(
            exchange.kind,
            RecordKind::Ds | RecordKind::Ns | RecordKind::Dnskey
        );
        let of_name = !of_chain;
        let counts = exchange.checking_disabled && of_name && matches!(reply.rcode, 0 | 3);
        (counts && !answered_with_checking(facts, name, exchange.kind)).then_some(reply)
    })
}

/// Whether the same question had an answer with the checking too: then checking is not what stands in the way.
fn answered_with_checking(facts: &Facts, name: &str, kind: RecordKind) -> bool {
    replies(facts, name).any(|(exchange, reply)| {
        exchange.kind == kind && !exchange.checking_disabled && matches!(reply.rcode, 0 | 3)
    })
}

/// What was said of a place in the chain of signatures.
fn chain_link<'a>(facts: &'a Facts, zone: &str, kind: RecordKind) -> Option<&'a DnsReply> {
    replies(facts, zone).find_map(|(exchange, reply)| {
        (exchange.kind == kind && matches!(reply.rcode, 0 | 3)).then_some(reply)
    })
}

/// What was said of a name, whatever was asked.
pub(super) fn replies<'a>(
    facts: &'a Facts,
    name: &str,
) -> impl Iterator<Item = (&'a DnsExchange, &'a DnsReply)> {
    let about = facts
        .dns
        .iter()
        .filter(move |exchange| exchange.name.eq_ignore_ascii_case(name));
    about.filter_map(|exchange| match &exchange.outcome {
        DnsOutcome::Reply(reply) => Some((exchange, reply)),
        DnsOutcome::Timeout | DnsOutcome::Os(_) | DnsOutcome::Malformed => None,
    })
}

/// Whether the resolver says that it is the signatures.
fn says_bogus(facts: &Facts, name: &str) -> bool {
    let mut errors = replies(facts, name).flat_map(|(_, reply)| &reply.extended_errors);
    errors.any(|(code, _)| BOGUS.contains(code))
}

/// Whether the resolver says that it stumbled over a DS record, which is where a signed zone ends and another begins:
/// "… for DS corp.example.com" (unbound).
fn says_of_ds(facts: &Facts, name: &str) -> bool {
    let mut errors = replies(facts, name).flat_map(|(_, reply)| &reply.extended_errors);
    errors.any(|(code, text)| {
        let text = String::from_utf8_lossy(&text.0);
        let mut words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        BOGUS.contains(code) && words.any(|word| word == "DS")
    })
}

fn unchecked_evidence(case: &Case<'_>, names: &[Unresolved<'_>]) -> Vec<crate::finding::Evidence> {
    let about = names.iter();
    about
        .filter_map(|name| evidence::of_unchecked(case.facts, name.name))
        .collect()
}
