//! For each mail exchanger of a domain: who would deliver to it? A sender that looks at DANE, one that looks at MTA-STS, and
//! one that looks at neither (RFC 7672, RFC 8461, RFC 7435).

use crate::dane;
use crate::facts::{Check, Facts, HostFacts, Lookup, Reading};
use crate::failure::{Class, ResolveTrouble, Stage};
use crate::mta_sts::policy::{Mode, Policy};

use super::dane as associations;
use super::policy::{in_force, is_doubtful};
use super::shield;

/// Where mail servers hand mail over.
const SMTP: u16 = 25;

/// Whether a sender delivers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Delivers {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Nothing was seen from here that would tell.
    Unknown,
}

impl Delivers {
    /// Every answer.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Unknown];

    /// The name in the JSON output.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

/// Who delivers to a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The place of the host in [`Facts::hosts`].
    pub host: usize,
    /// A sender that looks at DANE and not at MTA-STS.
    pub dane: Delivers,
    /// A sender that looks at MTA-STS and not at DANE.
    pub mta_sts: Delivers,
    /// A sender that looks at neither.
    pub neither: Delivers,
}

/// Who delivers to the hosts of a mail domain. Empty for other targets.
pub fn deliveries(facts: &Facts) -> Vec<Delivery> {
    if facts.reading != Reading::Domain || facts.policy.is_none() {
        return Vec::new();
    }
    let policy = in_force(facts);
    let hosts = facts.hosts.iter().enumerate();
    let of_host = hosts.map(|(place, host)| {
        let neither = neither(facts, place, host);
        Delivery {
            host: place,
            dane: by_dane(facts, place, host, neither),
            mta_sts: by_policy(facts, place, host, policy.as_ref(), neither),
            neither,
        }
    });
    of_host.collect()
}

/// Senders that look at nothing encrypt where they can, and deliver in any case.
fn neither(facts: &Facts, place: usize, host: &HostFacts) -> Delivers {
    let nowhere = matches!(
        host.trouble(),
        Some(ResolveTrouble::NotFound | ResolveTrouble::NoData)
    );
    if nowhere {
        return Delivers::No;
    }
    // A failure may be the way from here, or what the server thinks of this machine.
    if smtp(facts, place).any(Check::usable) {
        Delivers::Yes
    } else {
        Delivers::Unknown
    }
}

fn by_dane(facts: &Facts, place: usize, host: &HostFacts, neither: Delivers) -> Delivers {
    let tlsa = match &host.tlsa {
        None | Some(Lookup::Failed(ResolveTrouble::NotFound | ResolveTrouble::NoData)) => {
            return neither;
        }
        // Our own time was up, which says nothing.
        Some(Lookup::Failed(ResolveTrouble::Deadline)) => return Delivers::Unknown,
        // RFC 7672 section 2.1.2: the mail is put off.
        Some(Lookup::Failed(_)) => return Delivers::No,
        Some(Lookup::Found(tlsa)) => tlsa,
    };
    if tlsa.unvalidated {
        return Delivers::Unknown;
    }
    if !dane::demands_tls(tlsa) {
        return neither;
    }
    // RFC 7672 section 2.2: encrypted, with whomever it is.
    if !dane::is_usable(tlsa) {
        let shows = |check: &Check| match check.tls {
            Some(_) if check.usable() => Shows::Right,
            Some(_) => Shows::Nothing,
            None => without_tls(check),
        };
        return together(smtp(facts, place).map(shows));
    }
    let shows = |check: &Check| match associations::verdict(facts, check) {
        Some(said) if associations::accepts(facts, check, &said) => Shows::Right,
        Some(_) => Shows::Wrong,
        None => without_tls(check),
    };
    together(smtp(facts, place).map(shows))
}

fn by_policy(
    facts: &Facts,
    place: usize,
    host: &HostFacts,
    policy: Option<&Policy>,
    neither: Delivers,
) -> Delivers {
    let Some(policy) = policy.filter(|policy| policy.mode == Mode::Enforce) else {
        return neither;
    };
    if neither == Delivers::No {
        return Delivers::No;
    }
    let said = if is_listed(policy, host) {
        together(smtp(facts, place).map(|check| shown(facts, check)))
    } else {
        Delivers::No
    };
    // Some hold to such a policy, and some do not.
    if said == Delivers::No && is_doubtful(facts) {
        Delivers::Unknown
    } else {
        said
    }
}

/// Whether the policy names the host.
pub(super) fn is_listed(policy: &Policy, host: &HostFacts) -> bool {
    policy
        .patterns
        .iter()
        .any(|pattern| pattern.fits(&host.name))
}

/// What a server shows of what a policy demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shows {
    /// TLS, and the certificate that it has to be.
    Right,
    /// TLS with another one.
    Wrong,
    /// No TLS.
    NoTls,
    /// It was not seen.
    Nothing,
}

/// What the server of a check shows of what RFC 8461 section 4.2 demands: TLS, and a certificate of a known authority for
/// the name of the host.
pub(super) fn shown(facts: &Facts, check: &Check) -> Shows {
    let Some(tls) = check
        .tls
        .as_ref()
        .filter(|tls| !tls.certificates.is_empty())
    else {
        return without_tls(check);
    };
    // What a shield of this machine made says nothing about the server.
    if shield::of(tls).is_some() {
        return Shows::Nothing;
    }
    let host = facts.hosts.get(check.host);
    let named = host.is_some_and(|host| tls.server_name.eq_ignore_ascii_case(&host.name));
    if !named {
        // The user had another name asked for, and what it was judged by is not what senders look at.
        return Shows::Nothing;
    }
    if tls.problems.is_empty() {
        Shows::Right
    } else {
        Shows::Wrong
    }
}

fn without_tls(check: &Check) -> Shows {
    let refused = check.failure.as_ref().is_some_and(|failure| {
        failure.stage == Stage::Starttls && failure.class == Class::Rejected
    });
    if check.tls.is_none() && (check.usable() || refused) {
        Shows::NoTls
    } else {
        Shows::Nothing
    }
}

/// Senders try every address of a host.
fn together(shown: impl Iterator<Item = Shows>) -> Delivers {
    let shown: Vec<Shows> = shown.collect();
    if shown.contains(&Shows::Right) {
        Delivers::Yes
    } else if shown.is_empty() || shown.contains(&Shows::Nothing) {
        Delivers::Unknown
    } else {
        Delivers::No
    }
}

fn smtp(facts: &Facts, host: usize) -> impl Iterator<Item = &Check> {
    facts
        .asked_of(host)
        .filter(|check| check.endpoint.port == SMTP)
}
