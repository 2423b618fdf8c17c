//! This machine as a sender of mail, as scenarios have it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use mailcheck::facts::{
    Direction, Facts, Line, Listing, Lookup, OwnAddress, OwnName, ReverseName, Seen, Sender,
};
use mailcheck::wire::Text;
use serde::Deserialize;

use super::{OneOrMany, resolve_trouble};

/// What is known of this machine.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SenderSpec {
    /// Our end of every connection; none where nothing was connected to.
    local: Option<IpAddr>,
    /// What was said with EHLO in every check.
    hello: Option<String>,
    /// What every server answered to it.
    answer: Option<String>,
    /// The lists that the user named.
    #[serde(default)]
    lists: Vec<String>,
    #[serde(default)]
    address: Vec<AddressSpec>,
    #[serde(default)]
    name: Vec<NameSpec>,
}

/// A public address of this machine.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct AddressSpec {
    address: IpAddr,
    /// Whether it is known from our end alone; else a server said it.
    #[serde(default)]
    at_home: bool,
    /// "mail.example.org 203.0.113.5" each: the name and where it leads, or what went wrong there. Or what went wrong here.
    reverse: OneOrMany,
    /// "bl.example: 127.0.0.4; nxdomain; why" each: the list, its answer, that to the control, and its text.
    #[serde(default)]
    listed: Vec<String>,
}

/// A name given with EHLO.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct NameSpec {
    name: String,
    /// Where it leads; absent where it cannot be looked up.
    addresses: Option<OneOrMany>,
}

impl SenderSpec {
    pub(super) fn apply(&self, facts: &mut Facts) {
        for check in &mut facts.checks {
            check.local = self.local.map(|local| SocketAddr::new(local, 50_000));
            let line = |direction, text: &str| Line {
                direction,
                at: Duration::from_millis(30),
                under_tls: false,
                text: Text(text.as_bytes().to_vec()),
            };
            let hello = self.hello.iter();
            let hello = hello.map(|name| line(Direction::Sent, &format!("EHLO {name}")));
            check.dialogue.extend(hello);
            let answer = self.answer.iter();
            let answer = answer.map(|text| line(Direction::Received, text));
            check.dialogue.extend(answer);
        }
        facts.sender = Some(Sender {
            addresses: self.address.iter().map(AddressSpec::address).collect(),
            names: self.name.iter().map(NameSpec::name).collect(),
            zones: self.lists.clone(),
            dns: Vec::new(),
        });
    }
}

impl AddressSpec {
    fn address(&self) -> OwnAddress {
        OwnAddress {
            address: self.address,
            seen: if self.at_home {
                Seen::AtHome(0)
            } else {
                Seen::ByServer(0)
            },
            reverse: match &self.reverse {
                OneOrMany::One(trouble) => Lookup::Failed(resolve_trouble(trouble)),
                OneOrMany::Many(names) => {
                    Lookup::Found(names.iter().map(|name| reverse_name(name)).collect())
                }
            },
            listings: self.listed.iter().map(|text| listing(text)).collect(),
        }
    }
}

impl NameSpec {
    fn name(&self) -> OwnName {
        OwnName {
            name: self.name.clone(),
            addresses: self.addresses.as_ref().map(super::lookup),
        }
    }
}

fn reverse_name(text: &str) -> ReverseName {
    let (name, rest) = text.split_once(' ').expect("a name and where it leads");
    ReverseName {
        name: name.to_owned(),
        addresses: answers(rest),
    }
}

/// Addresses, or what went wrong.
fn answers<A: std::str::FromStr>(text: &str) -> Lookup<Vec<A>> {
    let parsed: Result<Vec<A>, _> = text.split(' ').map(str::parse).collect();
    parsed.map_or_else(|_| Lookup::Failed(resolve_trouble(text)), Lookup::Found)
}

fn listing(text: &str) -> Listing {
    let (zone, rest) = text.split_once(": ").expect("a list and its answer");
    let mut parts = rest.split("; ");
    let answer: Lookup<Vec<Ipv4Addr>> = answers(parts.next().expect("an answer"));
    let controls = parts.next().filter(|text| !text.is_empty());
    Listing {
        zone: zone.to_owned(),
        answer,
        controls: controls.into_iter().map(answers).collect(),
        text: parts.map(|text| Text(text.as_bytes().to_vec())).collect(),
    }
}
