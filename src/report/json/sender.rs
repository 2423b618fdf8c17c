//! This machine as a sender of mail, in JSON form.

use schemars::JsonSchema;
use serde::Serialize;

use super::DnsJson;
use super::from_report::exchange;
use super::sets::{EhloStanding, ListStanding, ReverseStanding, SeenBy};
use crate::dnsbl::{self, Standing};
use crate::facts::{Listing, OwnAddress, OwnName, Sender};
use crate::report::sender::{Ehlo, Reverse};
use crate::report::sentences::lossy;

/// What other mail servers see of this machine when it sends (--sender).
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "sender")]
pub struct SenderJson {
    /// The public addresses that its connections come from, as far as they are known; empty where none is.
    pub addresses: Vec<OwnAddressJson>,
    /// The names that it gave with EHLO.
    pub ehlo: Vec<EhloJson>,
    /// Every DNS exchange about this.
    pub dns: Vec<DnsJson>,
}

/// A public address of this machine.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "own-address")]
pub struct OwnAddressJson {
    /// The address.
    pub address: String,
    /// How it is known: a server said it, or it is that of an interface and no server said another.
    pub seen_by: SeenBy,
    /// The check that it is known from, by its place.
    pub check: usize,
    /// What is known of its name.
    pub reverse: ReverseStanding,
    /// The names of its PTR records.
    pub reverse_names: Vec<ReverseNameJson>,
    /// What the lists say that --dnsbl named.
    pub lists: Vec<ListingJson>,
}

/// The name of a PTR record.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "reverse-name")]
pub struct ReverseNameJson {
    /// The name.
    pub name: String,
    /// Whether it leads back to the address; null where that could not be looked up.
    pub leads_back: Option<bool>,
}

/// A name given with EHLO.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ehlo-name")]
pub struct EhloJson {
    /// As it was said.
    pub name: String,
    /// What is known of it.
    pub standing: EhloStanding,
}

/// What a list says of an address (RFC 5782).
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "listing")]
pub struct ListingJson {
    /// The list.
    pub zone: String,
    /// What its answer means.
    pub standing: ListStanding,
    /// Why it is no answer, in a word such as `public-resolver` or `lists-all`; absent where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub why: Option<String>,
    /// The addresses that it answered.
    pub codes: Vec<String>,
    /// What it says of why.
    pub text: Vec<String>,
}

pub(super) fn sender(sender: &Sender) -> SenderJson {
    SenderJson {
        addresses: sender.addresses.iter().map(address).collect(),
        ehlo: sender.names.iter().map(|name| ehlo(sender, name)).collect(),
        dns: sender.dns.iter().map(exchange).collect(),
    }
}

fn address(one: &OwnAddress) -> OwnAddressJson {
    let names = one.reverse.found().into_iter().flatten();
    OwnAddressJson {
        address: one.address.to_string(),
        seen_by: one.seen.into(),
        check: one.seen.check(),
        reverse: Reverse::of(one).into(),
        reverse_names: names
            .map(|name| ReverseNameJson {
                name: name.name.clone(),
                leads_back: name.leads_to(one.address),
            })
            .collect(),
        lists: one.listings.iter().map(listing).collect(),
    }
}

fn ehlo(sender: &Sender, name: &OwnName) -> EhloJson {
    EhloJson {
        name: name.name.clone(),
        standing: Ehlo::of(sender, name).into(),
    }
}

fn listing(listing: &Listing) -> ListingJson {
    let standing = dnsbl::standing(listing);
    let codes = listing.answer.found().into_iter().flatten();
    ListingJson {
        zone: listing.zone.clone(),
        why: match &standing {
            Standing::Listed(_) | Standing::Clear | Standing::Unanswered(_) => None,
            Standing::Refused(refusal) => Some(refusal.name().to_owned()),
            Standing::Useless(flaw) => Some(flaw.name().to_owned()),
        },
        standing: standing.kind().into(),
        codes: codes.map(ToString::to_string).collect(),
        text: listing.text.iter().map(lossy).collect(),
    }
}
