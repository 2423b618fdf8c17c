//! The host of a target: a name in both forms, or an address.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use super::error::{BadName, TargetError};
use crate::service::{Protocol, Purpose, Service};

/// The host of a target: a name to look up, or an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Host {
    /// A DNS name.
    Name(HostName),
    /// An address literal; there is nothing to look up.
    Address(IpAddr),
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(&name.ascii),
            Self::Address(address) => address.fmt(f),
        }
    }
}

/// What names of mail servers promise by how they begin.
const PROMISES: [(&str, Purpose); 6] = [
    ("smtp", Purpose::Submitting),
    ("mx", Purpose::Receiving),
    ("mta", Purpose::Receiving),
    ("relay", Purpose::Receiving),
    ("pop", Purpose::Pop3),
    ("imap", Purpose::Imap),
];

/// A host name in both forms: what DNS carries, and what people read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct HostName {
    /// A-labels, lower case, without the final dot.
    pub ascii: String,
    /// U-labels; equal to `ascii` for most names.
    pub unicode: String,
    /// Whether it was written with the final dot, so that no search domain is put behind it.
    pub rooted: bool,
}

impl HostName {
    /// Whether the two forms differ.
    pub fn is_international(&self) -> bool {
        self.ascii != self.unicode
    }

    /// What the first label promises. `None` for a neutral one, such as `mail`.
    pub fn promise(&self) -> Option<Purpose> {
        let label = self.ascii.split('.').next().unwrap_or_default();
        let begins = |prefix: &&(&str, Purpose)| label.starts_with(prefix.0);
        PROMISES.iter().find(begins).map(|(_, purpose)| *purpose)
    }

    /// The services that the first label promises: `imap.example.com` is asked for IMAP alone.
    pub fn promised_services(&self) -> Vec<Service> {
        let protocol = self.promise().map(|purpose| match purpose {
            Purpose::Submitting | Purpose::Receiving => Protocol::Smtp,
            Purpose::Pop3 => Protocol::Pop3,
            Purpose::Imap => Protocol::Imap,
        });
        let promised = |service: &Service| protocol.is_none_or(|one| one == service.protocol());
        Service::ALL.into_iter().filter(promised).collect()
    }
}

impl FromStr for HostName {
    type Err = TargetError;

    fn from_str(typed: &str) -> Result<Self, TargetError> {
        let trimmed = typed.strip_suffix('.').unwrap_or(typed);
        let bad = |why| TargetError::BadName {
            typed: typed.to_owned(),
            why,
        };
        if trimmed.is_empty() {
            return Err(bad(BadName::Empty));
        }
        if trimmed.contains('@') {
            return Err(TargetError::MailAddress {
                typed: typed.to_owned(),
                domain: trimmed.rsplit('@').next().unwrap_or_default().to_owned(),
            });
        }
        let ascii = idna::domain_to_ascii(trimmed).map_err(|_| bad(BadName::Characters))?;
        if let Some(why) = flaw(&ascii) {
            return Err(bad(why));
        }
        let (unicode, readable) = idna::domain_to_unicode(&ascii);
        let unicode = if readable.is_ok() {
            unicode
        } else {
            ascii.clone()
        };
        Ok(Self {
            ascii,
            unicode,
            rooted: trimmed.len() < typed.len(),
        })
    }
}

/// What keeps `ascii` from being a host name (RFC 1123 section 2.1, with the underscore that DNS allows).
fn flaw(ascii: &str) -> Option<BadName> {
    if ascii.len() > 253 {
        return Some(BadName::TooLong);
    }
    for label in ascii.split('.') {
        if label.is_empty() {
            return Some(BadName::EmptyLabel);
        }
        if label.len() > 63 {
            return Some(BadName::LabelTooLong);
        }
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        if !label.bytes().all(plain) || label.starts_with('-') || label.ends_with('-') {
            return Some(BadName::Characters);
        }
    }
    let last = ascii.rsplit('.').next().unwrap_or_default();
    // No top-level name is a number; `192.0.2` and `127.1` are mistyped addresses.
    last.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then_some(BadName::LooksLikeAddress)
}
