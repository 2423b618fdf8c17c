//! What the visits of a list mind together, for many of its targets may lead to one server.
//!
//! Who asks for rest is left in peace, an address of the internet is not gone to again at once, and what an address said
//! to one target it has said to all.

mod dead;
mod order;
mod rests;
mod seen;

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

pub(super) use self::order::shuffled;

use self::dead::Dead;
use self::rests::{Group, Peace, Rests};
use self::seen::Seen;
use super::sender::Known;
use super::{Visit, endpoint};
use crate::codes::reply::{self, About, ReplyText};
use crate::facts::scope::{Scope, scope};
use crate::facts::{Check, Facts, HostFacts, Reading, Rest};
use crate::failure::{Permanence, Rejection, Trouble};
use crate::net::interrupt;
use crate::plan::Pace;
use crate::registries;

/// Addresses that are remembered for having been gone to lately, before those are forgotten to which one may go again.
const LATELY_MAX: usize = 4096;

/// The manners of a run over a list.
#[derive(Debug)]
pub struct Manners {
    /// What is known of this machine as a sender.
    pub(super) senders: Known,
    rests: Mutex<Rests>,
    seen: Mutex<Seen>,
    dead: Mutex<Dead>,
    /// When one may go to an address again, and who was there last.
    lately: Mutex<HashMap<IpAddr, (u64, Instant)>>,
    again: Duration,
}

impl Manners {
    /// Nobody has been visited yet.
    pub fn new(pace: Pace) -> Self {
        Self {
            senders: Known::default(),
            rests: Mutex::new(Rests::new(pace.rests)),
            seen: Mutex::default(),
            dead: Mutex::default(),
            lately: Mutex::default(),
            again: pace.again,
        }
    }

    /// Until when somebody rests to whom these checks would go. `None` where nobody does, or not before the run is over.
    pub(super) fn resting(
        &self,
        checks: &[Check],
        hosts: &[HostFacts],
        reading: Reading,
    ) -> Option<Instant> {
        let rests = locked(&self.rests);
        let checks = checks.iter().filter(|check| super::is_tried(check));
        let groups = checks.flat_map(|check| groups(check, hosts, reading));
        let until = groups.filter_map(|group| match rests.of(&group)? {
            Peace::Until(until) => Some(until),
            Peace::ForGood(_) => None,
        });
        until.max()
    }

    /// Until when whoever is at `address` rests; until now, where he is left in peace for good.
    pub(super) fn rests_at(&self, address: IpAddr) -> Option<Instant> {
        let rests = locked(&self.rests);
        match rests.of(&Group::Address(address.to_canonical()))? {
            Peace::Until(until) => Some(until),
            Peace::ForGood(_) => Some(Instant::now()),
        }
    }

    /// Remembers whoever is at `address` where he asked for rest.
    pub(super) fn listen_at(&self, address: IpAddr, check: &Check) {
        if let Some(said) = asks_for_rest(check) {
            let group = Group::Address(address.to_canonical());
            locked(&self.rests).told(group, &said);
        }
    }

    /// Leaves out the checks that would go to somebody who is left in peace for the rest of the run.
    pub(super) fn spare(
        &self,
        checks: &mut [Check],
        hosts: &[HostFacts],
        reading: Reading,
    ) -> Option<Rest> {
        let rests = locked(&self.rests);
        let mut rest: Option<Rest> = None;
        for (id, check) in checks.iter_mut().enumerate() {
            if !super::is_tried(check) {
                continue;
            }
            let mut groups = groups(check, hosts, reading);
            let said = groups.find_map(|group| match rests.of(&group)? {
                Peace::ForGood(said) => Some((group.to_string(), said.clone())),
                Peace::Until(_) => None,
            });
            if let Some((who, said)) = said {
                check.skipped = true;
                let rest = rest.get_or_insert_with(|| Rest {
                    who,
                    said,
                    checks: Vec::new(),
                });
                rest.checks.push(id);
            }
        }
        rest
    }

    /// Remembers who asked for rest.
    pub(super) fn listen(&self, checks: &[Check], hosts: &[HostFacts], reading: Reading) {
        let mut rests = locked(&self.rests);
        for check in checks.iter().filter(|check| !check.shared) {
            let Some(said) = asks_for_rest(check) else {
                continue;
            };
            for group in groups(check, hosts, reading) {
                rests.told(group, &said);
            }
        }
    }

    /// What `address` has said to another target, for one that would go there under `server_name`.
    pub(super) fn known(
        &self,
        visit: &Visit<'_>,
        server_name: &str,
        check: &Check,
    ) -> Option<Check> {
        // To judge a certificate takes its time, and nobody is kept waiting for it.
        let found = locked(&self.seen).find(server_name, check);
        if let Some(found) = found {
            return Some(found.for_target(server_name, check, &visit.machine.trust));
        }
        let dead = locked(&self.dead).find(check);
        dead.map(|dead| dead.told_again(check))
    }

    /// Tells with the failures that others met what was asked about them, and keeps those that this target met. Nothing is
    /// kept of what was cut short.
    pub(super) fn settle(&self, facts: &mut Facts) {
        let mut dead = locked(&self.dead);
        dead.tell(facts);
        if !interrupt::is_interrupted() {
            let exchangers = facts.checks.iter();
            let exchangers = exchangers.filter(|check| endpoint::is_of_an_exchanger(check));
            dead.learn(facts, exchangers);
        }
    }

    /// Keeps what an address said.
    pub(super) fn keep(&self, server_name: &str, check: &Check) {
        locked(&self.seen).add(server_name, check);
    }

    /// Waits until one may go to `address` again. What one target asks of it in a row is one visit.
    pub(super) async fn pause(&self, address: IpAddr, visitor: u64) {
        let due = locked(&self.lately).get(&address).copied();
        if let Some((_, until)) = due.filter(|(last, _)| *last != visitor) {
            tokio::time::sleep_until(until).await;
        }
    }

    /// Remembers that somebody was at `address` just now.
    pub(super) fn been_at(&self, address: IpAddr, visitor: u64) {
        // Machines of one's own have no manners to be minded.
        if scope(address) != Scope::Global {
            return;
        }
        let now = Instant::now();
        let mut lately = locked(&self.lately);
        if lately.len() >= LATELY_MAX {
            lately.retain(|_, (_, until)| *until > now);
        }
        lately.insert(address, (visitor, now + self.again));
    }
}

/// Whoever held it before has left it whole: nothing in here waits or fails half way.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// To whom a check goes: an address, and the provider of a domain's mail.
fn groups(
    check: &Check,
    hosts: &[HostFacts],
    reading: Reading,
) -> impl Iterator<Item = Group> + use<> {
    let address = check
        .address
        .map(|address| Group::Address(address.to_canonical()));
    let host = hosts.get(check.host).filter(|_| reading == Reading::Domain);
    let provider = host.map(|host| Group::Provider(registries::base(&host.name)));
    address.into_iter().chain(provider)
}

/// What a server said that wants us to come more seldom: 421, or any refusal for now because of how much comes.
fn asks_for_rest(check: &Check) -> Option<String> {
    let Trouble::Rejected(rejection) = &check.failure.as_ref()?.trouble else {
        return None;
    };
    is_about_us(rejection).then(|| said(rejection))
}

fn is_about_us(rejection: &Rejection) -> bool {
    let text = said(rejection);
    let meaning = reply::meaning(&text.to_ascii_lowercase());
    if meaning.is_some_and(|meaning| meaning.says == ReplyText::Greylisted) {
        return false;
    }
    match meaning.map(|meaning| meaning.about) {
        Some(About::Load) => rejection.permanence == Permanence::Temporary,
        // What was said or not said in time, and not how often we come.
        Some(About::Dialogue | About::ClientName | About::Encryption) => false,
        Some(_) | None => text.starts_with("421"),
    }
}

fn said(rejection: &Rejection) -> String {
    let lines = rejection.reply.iter().map(|line| line.to_lossy());
    lines.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Text;

    #[test]
    fn who_asks_for_rest_is_heard() {
        let rows = [
            ("421 4.7.0 Error: too many connections from 192.0.2.1", true),
            ("421 4.3.2 Service not available", true),
            ("421 Server is busy, try again later.", true),
            (
                "421 4.7.28 Our system has detected an unusual rate of mail. Connection rate limit",
                true,
            ),
            (
                "451 4.7.652 The mail server [192.0.2.1] has exceeded the maximum number of connections. (S3115)",
                true,
            ),
            // Other matters than how much comes.
            (
                "451 4.7.1 Greylisting in action, please come back later",
                false,
            ),
            (
                "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
                false,
            ),
            ("550 too many connections from your host", false),
        ];
        for (text, expected) in rows {
            let permanence = if text.starts_with('4') {
                Permanence::Temporary
            } else {
                Permanence::Permanent
            };
            let rejection = Rejection {
                reply: vec![Text::from(text.as_bytes())],
                permanence,
            };
            assert_eq!(is_about_us(&rejection), expected, "{text}");
        }
    }
}
