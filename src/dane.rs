//! Whether a chain of certificates is the one that TLSA records name (RFC 6698, and RFC 7672 for SMTP).

#[cfg(test)]
mod tests;

use data_encoding::BASE64;
use ring::digest;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;
use x509_parser::x509::SubjectPublicKeyInfo;

use crate::facts::{Certificate, Tlsa};

/// Usage 2: the record names an authority of the chain, a trust anchor of its own (RFC 7671 section 5.2).
const DANE_TA: u8 = 2;
/// Usage 3: the record names the server's own certificate (RFC 7671 section 5.1).
const DANE_EE: u8 = 3;

/// Matching types 1 and 2 (RFC 6698 section 2.1.3).
const SHA_256: u8 = 1;
const SHA_512: u8 = 2;

/// What TLSA records say of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaneMatch {
    /// Nothing: the records were not validated, or none of them is one that SMTP can use. Nobody is verified then.
    Unusable,
    /// A record names the server's own certificate. Its names and its dates do not count then (RFC 7672 section 3.1.1).
    EndEntity {
        /// The place of the record.
        record: usize,
    },
    /// A record names an authority that signed the chain below, and that the server sent or the record holds as a whole.
    /// Names count then (RFC 7672 section 3.1.2), and so do the dates, which stand among the problems of the chain.
    Authority {
        /// The place of the record.
        record: usize,
        /// The place of the authority in the chain as sent. `None` where the record brings it.
        certificate: Option<usize>,
        /// Whether the server's certificate has the name.
        name_fits: bool,
    },
    /// There are records that can be used, and the chain is none of them: mail is not delivered to this server.
    Mismatch,
}

/// Holds `chain`, as sent and the server's own first, against the records of `_25._tcp.NAME`.
///
/// Usages 0 and 1 cannot be used for SMTP (RFC 7672 section 3.1.3), nor can selectors and matching types that nobody
/// has defined. Of several records that fit, the one for the server's own certificate is told.
pub fn matches(tlsa: &Tlsa, chain: &[Certificate], host: &str) -> DaneMatch {
    if !is_usable(tlsa) {
        return DaneMatch::Unusable;
    }
    let counting = counting(&tlsa.records);
    let own = |(place, association): &(usize, Association<'_>)| {
        let fits = association.usage == DANE_EE && association.names(chain.first()?);
        fits.then_some(DaneMatch::EndEntity { record: *place })
    };
    let way = way_up(chain);
    let authority = |(place, association): &(usize, Association<'_>)| {
        let sent = association.sent(chain, &way);
        let fits = sent.is_some() || association.holds_authority(chain, &way);
        (association.usage == DANE_TA && fits).then(|| DaneMatch::Authority {
            record: *place,
            certificate: sent,
            // RFC 7672 section 3.2.2: the base domain of the records counts, and so does the name before its aliases.
            name_fits: chain[0]
                .names
                .iter()
                .any(|own| name_fits(own, host) || name_fits(own, &tlsa.base)),
        })
    };
    counting
        .iter()
        .find_map(own)
        .or_else(|| counting.iter().find_map(authority))
        .unwrap_or(DaneMatch::Mismatch)
}

/// The records that SMTP can use, with their places. Of several digests of one thing the strongest alone counts, and the
/// whole thing always does (RFC 7671 section 9).
fn counting(records: &[(u8, u8, u8, Vec<u8>)]) -> Vec<(usize, Association<'_>)> {
    let usable = |record: &(u8, u8, u8, Vec<u8>)| unusable(record).is_none();
    let outdone = |(usage, selector, matching, _): &(u8, u8, u8, Vec<u8>)| {
        *matching == SHA_256
            && records.iter().any(|other| {
                (other.0, other.1, other.2) == (*usage, *selector, SHA_512) && usable(other)
            })
    };
    let all = records.iter().enumerate();
    all.filter(|(_, record)| !outdone(record))
        .filter_map(|(place, record)| Some((place, Association::of(record)?)))
        .collect()
}

/// Why a record fits nothing, as far as the chain tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// A record fits, and one with a stronger digest of the same thing does not, which counts alone.
    Outdone,
    /// The data are those of the other selector: of the key where the certificate is compared, or the other way round.
    Selector,
    /// The data are the server's own certificate's under a usage for authorities, or the other way round.
    Usage,
    /// The digest is that of no bytes at all: whatever made the record was given nothing.
    Empty,
    /// The digest is that of the PEM file, its text, where the bytes inside are compared.
    Text,
    /// The authority is sent, and does not lead to the server's own certificate.
    NotInChain,
    /// The record names an authority, and the server sends none that it is, and not the end of its chain.
    NotSent,
    /// Nothing of the kind: another certificate.
    Other,
}

/// Why the usable records fit nothing: the reason that says most.
pub fn misfit(tlsa: &Tlsa, chain: &[Certificate]) -> Misfit {
    let counting = counting(&tlsa.records);
    let way = way_up(chain);
    let outdone = tlsa.records.iter().enumerate().any(|(place, record)| {
        let counts = counting.iter().any(|(other, _)| *other == place);
        let fits = |one: Association<'_>| match one.usage {
            DANE_EE => chain.first().is_some_and(|own| one.names(own)),
            _ => one.sent(chain, &way).is_some(),
        };
        !counts && Association::of(record).is_some_and(fits)
    });
    let reasons = counting.iter().map(|(_, one)| one.misfit(chain));
    reasons
        .chain(outdone.then_some(Misfit::Outdone))
        .min_by_key(|reason| match reason {
            Misfit::Outdone => 0,
            Misfit::Selector => 1,
            Misfit::Usage => 2,
            Misfit::Text => 3,
            Misfit::Empty => 4,
            Misfit::NotInChain => 5,
            Misfit::NotSent => 6,
            Misfit::Other => 7,
        })
        .unwrap_or(Misfit::Other)
}

/// Why SMTP cannot use a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// Usages 0 and 1 want an authority that all programs trust (RFC 7672 section 3.1.3).
    Usage,
    /// A number that nobody has defined.
    Unknown,
    /// The data are not as long as the digest is.
    Length,
}

/// What keeps a record from being used; `None` where it can be.
pub fn unusable(record: &(u8, u8, u8, Vec<u8>)) -> Option<Unusable> {
    let (usage, selector, matching, data) = record;
    let length = match *matching {
        SHA_256 => data.len() == digest::SHA256_OUTPUT_LEN,
        SHA_512 => data.len() == digest::SHA512_OUTPUT_LEN,
        _ => !data.is_empty(),
    };
    match usage {
        0 | 1 => Some(Unusable::Usage),
        _ if !matches!(*usage, DANE_TA | DANE_EE) || *selector > 1 || *matching > SHA_512 => {
            Some(Unusable::Unknown)
        }
        _ => (!length).then_some(Unusable::Length),
    }
}

/// Whether a mail server that looks at the records goes on over TLS alone (RFC 7672 section 2.2): they are validated. Where
/// none of them can be used it verifies nobody.
pub fn demands_tls(tlsa: &Tlsa) -> bool {
    tlsa.secure && !tlsa.records.is_empty()
}

/// Whether a mail server would use the records to verify the server: they are validated, and one at least can be used.
pub fn is_usable(tlsa: &Tlsa) -> bool {
    tlsa.secure && tlsa.records.iter().any(|record| unusable(record).is_none())
}

/// A record that SMTP can use.
struct Association<'a> {
    usage: u8,
    selector: Selector,
    matching: Matching,
    data: &'a [u8],
}

/// What of the certificate is compared (RFC 6698 section 2.1.2).
enum Selector {
    Certificate,
    PublicKey,
}

/// How it is compared (RFC 6698 section 2.1.3).
enum Matching {
    Exact,
    Digest(&'static digest::Algorithm),
}

impl<'a> Association<'a> {
    fn of(record: &'a (u8, u8, u8, Vec<u8>)) -> Option<Self> {
        if unusable(record).is_some() {
            return None;
        }
        let (usage, selector, matching, data) = record;
        Some(Self {
            usage: *usage,
            selector: if *selector == 0 {
                Selector::Certificate
            } else {
                Selector::PublicKey
            },
            matching: match *matching {
                SHA_256 => Matching::Digest(&digest::SHA256),
                SHA_512 => Matching::Digest(&digest::SHA512),
                _ => Matching::Exact,
            },
            data,
        })
    }

    /// The place of the authority that it names, if that leads to the server's own certificate.
    fn sent(&self, chain: &[Certificate], way: &[usize]) -> Option<usize> {
        let mut authorities = way.iter().copied().filter(|place| *place > 0);
        authorities.find(|place| self.names(&chain[*place]))
    }

    /// Whether it holds such an authority itself, as a whole: then the server need not send it (RFC 7671 section 5.2.1).
    fn holds_authority(&self, chain: &[Certificate], way: &[usize]) -> bool {
        let mut steps = way.iter().filter_map(|place| parsed(&chain[*place]));
        steps.any(|step| self.signed(&step))
    }

    /// Whether what it holds as a whole, a certificate or a key, signed this certificate.
    fn signed(&self, below: &X509Certificate<'_>) -> bool {
        let by = |key: &SubjectPublicKeyInfo<'_>| below.verify_signature(Some(key)).is_ok();
        match (&self.matching, &self.selector) {
            (Matching::Digest(_), _) => false,
            (Matching::Exact, Selector::Certificate) => X509Certificate::from_der(self.data)
                .is_ok_and(|(_, authority)| {
                    authority.subject() == below.issuer() && by(authority.public_key())
                }),
            (Matching::Exact, Selector::PublicKey) => {
                SubjectPublicKeyInfo::from_der(self.data).is_ok_and(|(_, key)| by(&key))
            }
        }
    }

    fn misfit(&self, chain: &[Certificate]) -> Misfit {
        let other = Self {
            selector: match self.selector {
                Selector::Certificate => Selector::PublicKey,
                Selector::PublicKey => Selector::Certificate,
            },
            matching: match self.matching {
                Matching::Exact => Matching::Exact,
                Matching::Digest(algorithm) => Matching::Digest(algorithm),
            },
            ..*self
        };
        let place = |record: &Self| chain.iter().position(|one| record.names(one));
        match (self.usage, place(self)) {
            (DANE_EE, Some(_)) | (DANE_TA, Some(0)) => Misfit::Usage,
            (_, Some(_)) => Misfit::NotInChain,
            (_, None) if place(&other).is_some() => Misfit::Selector,
            (_, None) if self.is_of(&[]) => Misfit::Empty,
            (_, None) if chain.iter().any(|one| self.is_of_text(one)) => Misfit::Text,
            // What a record holds as a whole need not be sent.
            (DANE_TA, None) if !ends_itself(chain) && !matches!(self.matching, Matching::Exact) => {
                Misfit::NotSent
            }
            (_, None) => Misfit::Other,
        }
    }

    fn names(&self, certificate: &Certificate) -> bool {
        self.selected(certificate)
            .is_some_and(|selected| self.is_of(selected))
    }

    /// What of the certificate is compared.
    fn selected<'c>(&self, certificate: &'c Certificate) -> Option<&'c [u8]> {
        match self.selector {
            Selector::Certificate => Some(&certificate.der),
            Selector::PublicKey => parsed(certificate).map(|c| c.tbs_certificate.subject_pki.raw),
        }
    }

    /// Whether the data are those of these bytes.
    fn is_of(&self, bytes: &[u8]) -> bool {
        match self.matching {
            Matching::Exact => bytes == self.data,
            Matching::Digest(algorithm) => digest::digest(algorithm, bytes).as_ref() == self.data,
        }
    }

    /// Whether the data are those of the PEM file (RFC 7468) of what is compared.
    fn is_of_text(&self, certificate: &Certificate) -> bool {
        let label = match self.selector {
            Selector::Certificate => "CERTIFICATE",
            Selector::PublicKey => "PUBLIC KEY",
        };
        self.selected(certificate)
            .is_some_and(|bytes| self.is_of(pem(label, bytes).as_bytes()))
    }
}

/// The text of a PEM file (RFC 7468), as OpenSSL writes it.
fn pem(label: &str, bytes: &[u8]) -> String {
    let text = BASE64.encode(bytes);
    let lines = text.as_bytes().chunks(64).map(String::from_utf8_lossy);
    let lines: Vec<_> = lines.collect();
    format!(
        "-----BEGIN {label}-----\n{}\n-----END {label}-----\n",
        lines.join("\n")
    )
}

/// Whether the chain is sent up to a certificate that is signed by itself.
fn ends_itself(chain: &[Certificate]) -> bool {
    chain
        .iter()
        .filter_map(parsed)
        .any(|one| one.subject() == one.issuer())
}

/// The places of the certificates that lead up from the server's own, each signed by the next. Servers send the links in
/// any order, and some that belong to none.
fn way_up(chain: &[Certificate]) -> Vec<usize> {
    let Some(all) = chain.iter().map(parsed).collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    let mut left: Vec<usize> = (0..all.len()).collect();
    let mut way: Vec<usize> = left.drain(..1.min(all.len())).collect();
    while let Some(child) = way.last().map(|place| &all[*place]) {
        let parent = left.iter().position(|&other| {
            let parent = &all[other];
            parent.subject() == child.issuer()
                && parent.is_ca()
                && child.verify_signature(Some(parent.public_key())).is_ok()
        });
        let Some(parent) = parent else {
            break;
        };
        way.push(left.remove(parent));
    }
    way
}

fn parsed(certificate: &Certificate) -> Option<X509Certificate<'_>> {
    let (_, parsed) = X509Certificate::from_der(&certificate.der).ok()?;
    Some(parsed)
}

/// RFC 6125 section 6.4: letters in either case, and a star for the whole first label.
fn name_fits(own: &str, wanted: &str) -> bool {
    let wanted = wanted.trim_end_matches('.');
    match own.strip_prefix("*.") {
        Some(domain) => wanted
            .split_once('.')
            .is_some_and(|(_, rest)| rest.eq_ignore_ascii_case(domain)),
        None => own.eq_ignore_ascii_case(wanted),
    }
}
