//! What the services of a host are for, and how much the failure of one weighs.
//!
//! What was named must work. What was taken by default serves purposes, and of a purpose one usable port is enough. A
//! purpose of which no port connects may simply not be offered; one of which a port connects and none is usable is broken.

use super::{Check, Facts, Reading, Tls};
use crate::service::{Endpoint, Purpose};
use crate::target::Host;
use crate::wire::keyword;

/// How much a failed check weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It is of a purpose that need not be offered here.
    Unoffered,
    /// What was asked for works without it.
    Beside,
    /// Something that was asked for does not work without it.
    Fatal,
}

/// What must work. Its checks are alternatives: one that is usable is enough.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// A mail domain: one of its mail exchangers.
    Domain,
    /// A mail address: one of its servers for sending, one for reading.
    Account {
        /// For sending.
        sending: bool,
    },
    /// One service of a host, because it was named: one of the addresses.
    Service(usize, Endpoint),
    /// What the services of a host are for, because they were taken by default.
    Purposes(usize),
}

impl Facts {
    /// How much each check weighs, in their order.
    pub(crate) fn weights(&self) -> Vec<Weight> {
        self.checks.iter().map(|check| self.weight(check)).collect()
    }

    /// Whether the services were taken by default, so that what a host is for decides what must work.
    pub(crate) fn is_by_default(&self) -> bool {
        self.reading == Reading::Host && !self.target.named
    }

    /// Whether port 25 alone connects at a host, and takes mail: it is a mail exchanger, and mail programs have no
    /// business there.
    pub(crate) fn is_exchanger(&self, host: usize) -> bool {
        let takes_mail =
            |check: &Check| check.usable() && purposes_of(check).eq([Purpose::Receiving]);
        let mut connected = self
            .asked_of(host)
            .filter(|check| check.connected())
            .peekable();
        connected.peek().is_some() && connected.all(takes_mail)
    }

    /// The checks of a host that were asked for and tried.
    pub(crate) fn asked_of(&self, host: usize) -> impl Iterator<Item = &Check> + use<'_> {
        let asked = move |check: &&Check| check.host == host && !check.context && !check.skipped;
        self.checks.iter().filter(asked)
    }

    fn weight(&self, check: &Check) -> Weight {
        let need = self.need_of(check);
        if let Need::Purposes(host) = need {
            let purposes = purposes_of(check);
            let weights = purposes.map(|purpose| self.weight_of(host, purpose));
            return weights.max().unwrap_or(Weight::Beside);
        }
        let meets = |other: &Check| !other.context && other.usable() && self.need_of(other) == need;
        if self.checks.iter().any(meets) {
            Weight::Beside
        } else {
            Weight::Fatal
        }
    }

    fn need_of(&self, check: &Check) -> Need {
        match self.reading {
            Reading::Domain => Need::Domain,
            Reading::Account if !self.target.named => Need::Account {
                sending: check.endpoint.service.is_for_sending(),
            },
            Reading::Host if !self.target.named => Need::Purposes(check.host),
            Reading::Service | Reading::Host | Reading::Account => {
                Need::Service(check.host, check.endpoint)
            }
        }
    }

    /// How much it weighs that a check for this purpose failed.
    fn weight_of(&self, host: usize, purpose: Purpose) -> Weight {
        let serving = || {
            let serves = move |check: &&Check| purposes_of(check).any(|one| one == purpose);
            self.asked_of(host).filter(serves)
        };
        let connects = serving().any(Check::connected);
        if serving().any(Check::usable) {
            return Weight::Beside;
        }
        if !self.is_asked(purpose) {
            return match purpose {
                // A mail server that nobody reaches on port 25 gets no mail, whatever its name.
                Purpose::Receiving if !serving().all(Check::closed) => Weight::Beside,
                _ if connects => Weight::Beside,
                _ => Weight::Unoffered,
            };
        }
        let cut_short = !serving().all(Check::ended);
        match (connects || cut_short, self.promise(), purpose) {
            (true, ..) | (_, Some(_), _) => Weight::Fatal,
            _ if self.is_exchanger(host) => Weight::Beside,
            (_, None, Purpose::Imap) => self.beside_other_reading(host, Purpose::Pop3),
            (_, None, Purpose::Pop3) => self.beside_other_reading(host, Purpose::Imap),
            (_, None, Purpose::Submitting | Purpose::Receiving) => Weight::Fatal,
        }
    }

    /// Where the other way of reading is there, this one may not be offered. What is wrong with the other one weighs by
    /// itself.
    fn beside_other_reading(&self, host: usize, other: Purpose) -> Weight {
        let serves = |check: &Check| check.connected() && check.endpoint.service.purpose() == other;
        if self.asked_of(host).any(serves) {
            Weight::Unoffered
        } else {
            Weight::Fatal
        }
    }

    /// What the name of the target promises. `None` where it is a neutral one: a mail program's user expects to send and
    /// to read there.
    fn promise(&self) -> Option<Purpose> {
        match &self.target.host {
            Host::Name(name) => name.promise(),
            Host::Address(_) => None,
        }
    }

    fn is_asked(&self, purpose: Purpose) -> bool {
        match (self.promise(), purpose) {
            (Some(promised), purpose) => promised == purpose,
            (None, Purpose::Submitting | Purpose::Imap | Purpose::Pop3) => true,
            (None, Purpose::Receiving) => false,
        }
    }
}

/// What a check's service is for; port 25 also serves mail programs, where it offers them a login (RFC 4954) behind a
/// certificate that they trust. Other mail servers do not look at it there, and mail programs do.
fn purposes_of(check: &Check) -> impl Iterator<Item = Purpose> + use<> {
    let own = check.endpoint.service.purpose();
    let login = own == Purpose::Receiving
        && check.tls.as_ref().is_some_and(Tls::is_trusted)
        && (!check.auth_mechanisms.is_empty()
            || check
                .capabilities
                .as_deref()
                .is_some_and(|words| keyword(words, "AUTH").is_some()));
    [Some(own), login.then_some(Purpose::Submitting)]
        .into_iter()
        .flatten()
}
