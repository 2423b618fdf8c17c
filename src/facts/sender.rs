//! What other mail servers see of this machine when it sends: its address, the name of that, the name it calls itself by.

use std::net::{IpAddr, Ipv4Addr};

use super::scope::{Scope, scope};
use super::{Check, Direction, DnsExchange, HostFacts, Lookup};
use crate::failure::Trouble;
use crate::wire::{Text, caller};

/// Addresses that are asked about: one or two is what a machine has.
const MAX_ADDRESSES: usize = 4;

/// What is known of this machine as a sender of mail.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sender {
    /// The public addresses that its connections come from, as far as they are known.
    pub addresses: Vec<OwnAddress>,
    /// The names that it gave with EHLO, each once.
    pub names: Vec<OwnName>,
    /// The lists that the user named.
    pub zones: Vec<String>,
    /// Every DNS exchange about this, which says nothing of the target.
    pub dns: Vec<DnsExchange>,
}

/// A public address of this machine.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnAddress {
    /// The address.
    pub address: IpAddr,
    /// How it is known.
    pub seen: Seen,
    /// The names that its PTR records give.
    pub reverse: Lookup<Vec<ReverseName>>,
    /// What the lists say of it, in the order in which they were named.
    pub listings: Vec<Listing>,
}

/// How an own address is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Seen {
    /// The server of this check said it.
    ByServer(usize),
    /// The connection of this check left from it, and no server said another.
    AtHome(usize),
}

impl Seen {
    /// The name in the JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ByServer(_) => "server",
            Self::AtHome(_) => "interface",
        }
    }

    /// The check that it is known from.
    pub const fn check(self) -> usize {
        match self {
            Self::ByServer(check) | Self::AtHome(check) => check,
        }
    }
}

/// A name that the PTR records of an address give.
#[derive(Clone, Debug, PartialEq)]
pub struct ReverseName {
    /// Without the final dot.
    pub name: String,
    /// Its addresses of the same family.
    pub addresses: Lookup<Vec<IpAddr>>,
}

/// A name that was given with EHLO.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnName {
    /// As it was said.
    pub name: String,
    /// Its addresses. `None` where it is an address or one label, which nobody looks up.
    pub addresses: Option<Lookup<Vec<IpAddr>>>,
}

/// What a list says of an address, as it said it (RFC 5782).
#[derive(Clone, Debug, PartialEq)]
pub struct Listing {
    /// The list.
    pub zone: String,
    /// The A records.
    pub answer: Lookup<Vec<Ipv4Addr>>,
    /// The TXT records, asked where it lists the address.
    pub text: Vec<Text>,
    /// The answers for entries that prove what the first one is worth.
    pub controls: Vec<Lookup<Vec<Ipv4Addr>>>,
}

/// Whether mail servers of the internet can see the address. Laboratories use those for documentation as if it were so.
pub fn is_public(address: IpAddr) -> bool {
    match scope(address) {
        Scope::Global | Scope::Documentation => true,
        Scope::Unspecified
        | Scope::Loopback
        | Scope::LinkLocal
        | Scope::Private
        | Scope::Shared
        | Scope::Translated
        | Scope::MadeUp
        | Scope::Transition
        | Scope::Multicast => false,
    }
}

/// The names that were given with EHLO or HELO in a check, with the first line of the answer where it was one of consent.
pub fn hellos(check: &Check) -> Vec<(String, Option<&Text>)> {
    let mut found: Vec<(String, Option<&Text>)> = Vec::new();
    let mut is_answering = false;
    let mut begins = true;
    for line in &check.dialogue {
        match line.direction {
            Direction::Sent => {
                let name = hello(&line.text);
                is_answering = name.is_some();
                begins = true;
                found.extend(name.map(|name| (name, None)));
            }
            Direction::Received => {
                let last = found.last_mut().filter(|_| is_answering && begins);
                if let Some((_, answer)) = last.filter(|_| line.text.0.starts_with(b"250")) {
                    // Of two replies the second is the answer: the first came too soon.
                    *answer = Some(&line.text);
                }
                begins = line.text.0.get(3) != Some(&b'-');
            }
        }
    }
    found
}

/// The name in a command of greeting.
fn hello(said: &Text) -> Option<String> {
    let text = said.to_lossy();
    let (verb, name) = text.split_once(' ')?;
    let greets = ["EHLO", "HELO"]
        .iter()
        .any(|one| verb.eq_ignore_ascii_case(one));
    greets.then(|| name.trim().to_owned())
}

/// The address that the server of a check says this machine comes from, of whatever kind it is.
///
/// A balancer in front of a server has that server name an address of its own. Where the connection left from a public
/// address, which nobody translates, a server that names another one means that.
pub fn called(hosts: &[HostFacts], check: &Check) -> Option<IpAddr> {
    let home = check.local.map(|local| local.ip().to_canonical());
    let home = home.filter(|home| scope(*home) == Scope::Global);
    let agrees =
        |said: &IpAddr| home.is_none_or(|home| home == *said || home.is_ipv4() != said.is_ipv4());
    named(hosts, check).filter(agrees)
}

fn named(hosts: &[HostFacts], check: &Check) -> Option<IpAddr> {
    let host = hosts.get(check.host);
    let servers = host.map(HostFacts::addresses).unwrap_or_default();
    let servers: Vec<IpAddr> = servers.into_iter().chain(check.address).collect();
    // A server on this very machine may well have the address that it says.
    let local = check.local.map(|local| local.ip().to_canonical());
    let servers: Vec<IpAddr> = servers
        .into_iter()
        .filter(|address| Some(address.to_canonical()) != local)
        .collect();
    let hellos = hellos(check);
    let said = hellos.iter().rev().find_map(|(name, answer)| {
        let line = (*answer)?;
        caller::in_hello(line, name, &servers)
    });
    said.or_else(|| match &check.failure.as_ref()?.trouble {
        Trouble::Rejected(rejection) => caller::in_refusal(&rejection.reply, &servers),
        _ => None,
    })
}

/// The public addresses that connections of these checks came from, as far as they are known: what servers say, and, of a
/// family of which none says anything, what this machine's own end has.
pub fn known(hosts: &[HostFacts], checks: &[Check]) -> Vec<(IpAddr, Seen)> {
    let own = || {
        checks
            .iter()
            .enumerate()
            .filter(|(_, check)| !check.context)
    };
    let mut found: Vec<(IpAddr, Seen)> = Vec::new();
    for (id, check) in own() {
        let said = called(hosts, check).filter(|address| is_public(*address));
        found.extend(said.map(|address| (address, Seen::ByServer(id))));
    }
    let told: Vec<bool> = found.iter().map(|(address, _)| address.is_ipv4()).collect();
    for (id, check) in own() {
        let home = check.local.map(|local| local.ip().to_canonical());
        let home = home.filter(|address| is_public(*address) && !told.contains(&address.is_ipv4()));
        found.extend(home.map(|address| (address, Seen::AtHome(id))));
    }
    let mut different: Vec<(IpAddr, Seen)> = Vec::new();
    for one in found {
        if !different.iter().any(|(address, _)| *address == one.0) {
            different.push(one);
        }
    }
    different.truncate(MAX_ADDRESSES);
    different
}

/// Whether what was said with EHLO can be looked up: a name of several labels, and no address.
pub fn is_full_name(name: &str) -> bool {
    let is_address = name.starts_with('[') || name.parse::<IpAddr>().is_ok();
    !is_address && name.trim_end_matches('.').contains('.')
}

/// The address that was said with EHLO in place of a name (RFC 5321 section 4.1.3).
pub fn literal(name: &str) -> Option<IpAddr> {
    let inside = name.strip_prefix('[')?.strip_suffix(']')?;
    let plain = inside.strip_prefix("IPv6:").unwrap_or(inside);
    Some(plain.parse::<IpAddr>().ok()?.to_canonical())
}

impl OwnAddress {
    /// The names that lead back to the address (RFC 8601 section 2.7.3, `iprev`).
    pub fn confirmed(&self) -> Vec<&str> {
        let names = self.reverse.found().into_iter().flatten();
        let back = names.filter(|one| one.leads_to(self.address) == Some(true));
        back.map(|one| one.name.as_str()).collect()
    }
}

impl ReverseName {
    /// Whether it leads to `address`. `None` where that could not be looked up.
    pub fn leads_to(&self, address: IpAddr) -> Option<bool> {
        leads_to(&self.addresses, address)
    }
}

impl OwnName {
    /// Whether it leads to `address`. `None` where it was not looked up, or could not be.
    pub fn leads_to(&self, address: IpAddr) -> Option<bool> {
        leads_to(self.addresses.as_ref()?, address)
    }
}

fn leads_to(found: &Lookup<Vec<IpAddr>>, address: IpAddr) -> Option<bool> {
    match found {
        Lookup::Found(found) => Some(found.contains(&address)),
        Lookup::Failed(trouble) => trouble.is_absence().then_some(false),
    }
}
