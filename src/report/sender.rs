//! This machine as a sender of mail: a few lines at the end of a target's report, the same in every face.

use crate::args;
use crate::dnsbl::{self, Standing};
use crate::facts::{Facts, Listing, Lookup, OwnAddress, OwnName, Seen, Sender};
use crate::words::{Args, Words};

/// Characters of a name that are shown.
const NAME_MAX: usize = 253;

/// What is known, in words: a line each. `None` where nobody asked.
pub fn lines(words: &Words, facts: &Facts) -> Option<Vec<String>> {
    let sender = facts.sender.as_ref()?;
    let say = |id: &str, args: &Args| words.text(id, args);
    let mut lines = Vec::new();
    if sender.addresses.is_empty() {
        lines.push(words.plain("sender-no-address"));
    }
    for one in &sender.addresses {
        lines.push(say("sender-address", &address(facts, one)));
        lines.push(say("sender-reverse", &reverse(words, one)));
        let lists = one.listings.iter();
        lines.extend(lists.map(|listing| say("sender-list", &list(words, listing))));
    }
    let names = sender.names.iter();
    lines.extend(names.map(|name| say("sender-ehlo", &ehlo(sender, name))));
    Some(lines)
}

fn address(facts: &Facts, one: &OwnAddress) -> Args {
    let check = facts.checks.get(one.seen.check());
    let host = check.and_then(|check| facts.hosts.get(check.host));
    args! {
        "address" => one.address.to_string(),
        "server" => host.map_or("", |host| host.display.as_str()),
        "seen" => match one.seen {
            Seen::ByServer(_) => "server",
            Seen::AtHome(_) => "interface",
        },
    }
}

fn reverse(words: &Words, one: &OwnAddress) -> Args {
    let confirmed = one.confirmed();
    let all = one.reverse.found().into_iter().flatten();
    let all: Vec<&str> = all.map(|name| name.name.as_str()).collect();
    let names = if confirmed.is_empty() { all } else { confirmed };
    let names: Vec<String> = names.into_iter().map(cut).collect();
    args! { "what" => Reverse::of(one).name(), "names" => words.list(&names) }
}

/// What is known of the name of an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reverse {
    /// A name leads back.
    Confirmed,
    /// No name does.
    Unconfirmed,
    /// It has no name.
    None,
    /// It could not be looked up.
    Unknown,
}

impl Reverse {
    /// Every case.
    pub const ALL: [Self; 4] = [
        Self::Confirmed,
        Self::Unconfirmed,
        Self::None,
        Self::Unknown,
    ];

    /// The name in the JSON output and in the words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Unconfirmed => "unconfirmed",
            Self::None => "none",
            Self::Unknown => "unknown",
        }
    }

    /// Of this address.
    pub fn of(one: &OwnAddress) -> Self {
        match &one.reverse {
            Lookup::Failed(trouble) if trouble.is_absence() => Self::None,
            Lookup::Failed(_) => Self::Unknown,
            Lookup::Found(_) if !one.confirmed().is_empty() => Self::Confirmed,
            Lookup::Found(names) => {
                let unknown = names
                    .iter()
                    .any(|name| name.leads_to(one.address).is_none());
                if unknown {
                    Self::Unknown
                } else {
                    Self::Unconfirmed
                }
            }
        }
    }
}

/// What is known of a name given with EHLO.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ehlo {
    /// It leads to an address of this machine.
    Here,
    /// It leads elsewhere.
    Elsewhere,
    /// The DNS does not know it.
    Nowhere,
    /// It is an address.
    Address,
    /// It is no full name.
    Unqualified,
    /// It could not be looked up, or the address of this machine is not known.
    Unknown,
}

impl Ehlo {
    /// Every case.
    pub const ALL: [Self; 6] = [
        Self::Here,
        Self::Elsewhere,
        Self::Nowhere,
        Self::Address,
        Self::Unqualified,
        Self::Unknown,
    ];

    /// The name in the JSON output and in the words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Elsewhere => "elsewhere",
            Self::Nowhere => "nowhere",
            Self::Address => "address",
            Self::Unqualified => "unqualified",
            Self::Unknown => "unknown",
        }
    }

    /// Of this name.
    pub fn of(sender: &Sender, name: &OwnName) -> Self {
        let Some(found) = &name.addresses else {
            return if name.name.starts_with('[') {
                Self::Address
            } else {
                Self::Unqualified
            };
        };
        let leads = |one: &OwnAddress| name.leads_to(one.address) == Some(true);
        match found {
            Lookup::Failed(trouble) if trouble.is_absence() => Self::Nowhere,
            Lookup::Failed(_) => Self::Unknown,
            Lookup::Found(_) if sender.addresses.is_empty() => Self::Unknown,
            Lookup::Found(_) if sender.addresses.iter().any(leads) => Self::Here,
            Lookup::Found(_) => Self::Elsewhere,
        }
    }
}

fn ehlo(sender: &Sender, name: &OwnName) -> Args {
    args! { "what" => Ehlo::of(sender, name).name(), "name" => cut(&name.name) }
}

fn list(words: &Words, listing: &Listing) -> Args {
    let standing = dnsbl::standing(listing);
    let codes = match &standing {
        Standing::Listed(codes) => codes.iter().map(ToString::to_string).collect(),
        Standing::Clear | Standing::Refused(_) | Standing::Useless(_) | Standing::Unanswered(_) => {
            Vec::new()
        }
    };
    args! { "zone" => listing.zone.clone(), "what" => standing.kind().name(), "codes" => words.list(&codes) }
}

fn cut(name: &str) -> String {
    name.chars().take(NAME_MAX).collect()
}
