//! Lists of addresses in the DNS (DNSBL, RFC 5782): how one is asked about an address, and what its answer means. Pure.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::facts::{Listing, Lookup};
use crate::failure::ResolveTrouble;

/// An entry that every list has, so that it can be seen to live (RFC 5782 section 5).
const ALWAYS_LISTED: Ipv4Addr = Ipv4Addr::new(127, 0, 0, 2);
/// An entry that no list has, unless it lists everything.
const NEVER_LISTED: Ipv4Addr = Ipv4Addr::LOCALHOST;

/// What a list says of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It lists the address; its answers, which say why in a language of its own.
    Listed(Vec<Ipv4Addr>),
    /// It does not list the address.
    Clear,
    /// It does not answer whoever asks so.
    Refused(Refusal),
    /// Its answers mean nothing.
    Useless(Flaw),
    /// No answer came.
    Unanswered(ResolveTrouble),
}

/// Why a list does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// The name of the list is misspelt (Spamhaus: 127.255.255.252).
    Misspelt,
    /// It was asked through a public resolver (Spamhaus: 127.255.255.254).
    PublicResolver,
    /// The resolver asks too often (Spamhaus: 127.255.255.255).
    TooOften,
    /// It lists names, and no addresses (Spamhaus DBL: 127.0.1.255).
    NamesOnly,
    /// Without a reason: 127.0.0.1, as URIBL and SURBL refuse, or another of 127.255.255.0/24.
    Other,
}

impl Refusal {
    /// The name in the words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Misspelt => "misspelt",
            Self::PublicResolver => "public-resolver",
            Self::TooOften => "too-often",
            Self::NamesOnly => "names-only",
            Self::Other => "other",
        }
    }
}

/// Why the answers of a list mean nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flaw {
    /// It answers with an address outside of 127.0.0.0/8, which no list does: the domain is parked or sold, or a resolver
    /// makes answers up.
    OutOfRange,
    /// It lists 127.0.0.1 too: it lists the world, as lists do that have been given up.
    ListsAll,
    /// It does not list 127.0.0.2: nothing is there, or no list of addresses.
    NoTestEntry,
}

impl Flaw {
    /// The name in the words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OutOfRange => "out-of-range",
            Self::ListsAll => "lists-all",
            Self::NoTestEntry => "no-test-entry",
        }
    }
}

impl Standing {
    /// The same without what goes with it.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Listed(_) => Kind::Listed,
            Self::Clear => Kind::Clear,
            Self::Refused(_) => Kind::Refused,
            Self::Useless(_) => Kind::Useless,
            Self::Unanswered(_) => Kind::Unanswered,
        }
    }
}

/// The kinds of [`Standing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The list has the address.
    Listed,
    /// It does not.
    Clear,
    /// It does not answer whoever asks so.
    Refused,
    /// Its answers mean nothing.
    Useless,
    /// No answer came.
    Unanswered,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Listed,
        Self::Clear,
        Self::Refused,
        Self::Useless,
        Self::Unanswered,
    ];

    /// The name in the JSON output and in the words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Listed => "listed",
            Self::Clear => "clear",
            Self::Refused => "refused",
            Self::Useless => "useless",
            Self::Unanswered => "unanswered",
        }
    }
}

/// The name to ask a list for (RFC 5782 sections 2.1 and 2.4).
pub fn question(address: IpAddr, zone: &str) -> String {
    format!("{}.{zone}", reversed(address))
}

/// The name that has the PTR records of an address (RFC 1035 section 3.5, RFC 3596 section 2.5).
pub fn reverse_name(address: IpAddr) -> String {
    let zone = match address.to_canonical() {
        IpAddr::V4(_) => "in-addr.arpa",
        IpAddr::V6(_) => "ip6.arpa",
    };
    format!("{}.{zone}", reversed(address))
}

fn reversed(address: IpAddr) -> String {
    let labels: Vec<String> = match address.to_canonical() {
        IpAddr::V4(address) => address.octets().iter().map(u8::to_string).collect(),
        IpAddr::V6(address) => nibbles(address),
    };
    labels.into_iter().rev().collect::<Vec<_>>().join(".")
}

fn nibbles(address: Ipv6Addr) -> Vec<String> {
    let halves = |byte: &u8| [byte >> 4, byte & 0xf];
    let nibbles = address.octets();
    let nibbles = nibbles.iter().flat_map(halves);
    nibbles.map(|nibble| format!("{nibble:x}")).collect()
}

/// What to ask a list for beside the address, to know what its first answer is worth: where it lists the address, an entry
/// that it must not have; where it does not, entries of which it must have one. Empty where the answer needs no proof.
pub fn controls(address: IpAddr, zone: &str, answer: &Lookup<Vec<Ipv4Addr>>) -> Vec<String> {
    let as_v6 = |entry: Ipv4Addr| {
        let labels: Vec<String> = nibbles(entry.to_ipv6_mapped()).into_iter().rev().collect();
        format!("{}.{zone}", labels.join("."))
    };
    let as_v4 = |entry: Ipv4Addr| question(entry.into(), zone);
    let is_v6 = address.to_canonical().is_ipv6();
    match first_reading(zone, answer) {
        Standing::Listed(_) if is_v6 => vec![as_v6(NEVER_LISTED)],
        Standing::Listed(_) => vec![as_v4(NEVER_LISTED)],
        // Many lists that know IPv6 have the test entry in the form for IPv4 alone.
        Standing::Clear if is_v6 => vec![as_v6(ALWAYS_LISTED), as_v4(ALWAYS_LISTED)],
        Standing::Clear => vec![as_v4(ALWAYS_LISTED)],
        Standing::Refused(_) | Standing::Useless(_) | Standing::Unanswered(_) => Vec::new(),
    }
}

/// What a list says of an address, with the proof.
pub fn standing(listing: &Listing) -> Standing {
    let first = first_reading(&listing.zone, &listing.answer);
    let control = |answer: &Lookup<Vec<Ipv4Addr>>| first_reading(&listing.zone, answer);
    let mut controls = listing.controls.iter().map(control);
    match first {
        Standing::Listed(codes) => {
            let lists_all = controls.any(|one| matches!(one, Standing::Listed(_)));
            if lists_all {
                Standing::Useless(Flaw::ListsAll)
            } else {
                Standing::Listed(codes)
            }
        }
        Standing::Clear => {
            let mut said = Standing::Useless(Flaw::NoTestEntry);
            for one in controls {
                match one {
                    Standing::Listed(_) => return Standing::Clear,
                    Standing::Clear => {}
                    // What refuses to show its test entry has refused before.
                    other => said = other,
                }
            }
            said
        }
        other @ (Standing::Refused(_) | Standing::Useless(_) | Standing::Unanswered(_)) => other,
    }
}

/// What one answer means, taken alone.
fn first_reading(zone: &str, answer: &Lookup<Vec<Ipv4Addr>>) -> Standing {
    let codes = match answer {
        Lookup::Found(codes) => codes,
        Lookup::Failed(ResolveTrouble::NotFound | ResolveTrouble::NoData) => {
            return Standing::Clear;
        }
        Lookup::Failed(trouble) => return Standing::Unanswered(trouble.clone()),
    };
    let outside = |code: &Ipv4Addr| !code.is_loopback();
    if codes.iter().any(outside) {
        return Standing::Useless(Flaw::OutOfRange);
    }
    let is_entry = |code: &&Ipv4Addr| refusal(zone, **code).is_none();
    let entries: Vec<Ipv4Addr> = codes.iter().filter(is_entry).copied().collect();
    match codes.iter().find_map(|code| refusal(zone, *code)) {
        Some(refusal) if entries.is_empty() => Standing::Refused(refusal),
        Some(_) | None => Standing::Listed(entries),
    }
}

/// Whether an answer is none, and why. RFC 5782 section 2.1 has 127.0.0.1 for no entry.
fn refusal(zone: &str, code: Ipv4Addr) -> Option<Refusal> {
    match code.octets() {
        [127, 255, 255, 252] => Some(Refusal::Misspelt),
        [127, 255, 255, 254] => Some(Refusal::PublicResolver),
        [127, 255, 255, 255] => Some(Refusal::TooOften),
        [127, 255, 255, _] | [127, 0, 0, 1] => Some(Refusal::Other),
        [127, 0, 1, 255] if lists_names(zone) => Some(Refusal::NamesOnly),
        _ => None,
    }
}

/// Whether this is the list of domains of Spamhaus, also under a name for those who pay.
fn lists_names(zone: &str) -> bool {
    zone.split('.').any(|label| label == "dbl")
}

#[cfg(test)]
mod tests;
