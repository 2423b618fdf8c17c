//! Whether a chain of certificates is the one that TLSA records name (RFC 6698, and RFC 7672 for SMTP).

use data_encoding::BASE64;
use ring::digest;
use x509_parser::certificate::X509Certificate;
use x509_parser::prelude::FromDer;

use crate::facts::{Certificate, Tlsa};

/// Usage 2: the record names an authority of the chain, a trust anchor of its own (RFC 7671 section 5.2).
const DANE_TA: u8 = 2;
/// Usage 3: the record names the server's own certificate (RFC 7671 section 5.1).
const DANE_EE: u8 = 3;

/// What TLSA records say of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaneMatch {
    /// Nothing: the records were not validated, or none of them is one that SMTP can use. Mail is sent as without DANE.
    Unusable,
    /// A record names the server's own certificate. Its names and its dates do not count then (RFC 7672 section 3.1.1).
    EndEntity {
        /// The place of the record.
        record: usize,
    },
    /// A record names an authority that the server sent and that signed the chain below. Names count then (RFC 7672
    /// section 3.1.2), and so do the dates, which stand among the problems of the chain.
    Authority {
        /// The place of the record.
        record: usize,
        /// The place of the authority in the chain as sent.
        certificate: usize,
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
    let usable = || {
        let all = tlsa.records.iter().enumerate();
        all.filter_map(|(place, record)| Some((place, Association::of(record)?)))
    };
    if !tlsa.secure || usable().next().is_none() {
        return DaneMatch::Unusable;
    }
    let own = |(place, association): (usize, Association<'_>)| {
        let fits = association.usage == DANE_EE && association.names(chain.first()?);
        fits.then_some(DaneMatch::EndEntity { record: place })
    };
    let authority = |(place, association): (usize, Association<'_>)| {
        if association.usage != DANE_TA {
            return None;
        }
        let certificate = (1..chain.len()).find(|&i| association.names(&chain[i]))?;
        is_signed_up_to(chain, certificate).then(|| DaneMatch::Authority {
            record: place,
            certificate,
            // RFC 7672 section 3.2.2: the base domain of the records counts, and so does the name before its aliases.
            name_fits: chain[0]
                .names
                .iter()
                .any(|own| name_fits(own, host) || name_fits(own, &tlsa.base)),
        })
    };
    usable()
        .find_map(own)
        .or_else(|| usable().find_map(authority))
        .unwrap_or(DaneMatch::Mismatch)
}

/// Why a record fits nothing, as far as the chain tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
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
    let usable = tlsa.records.iter().filter_map(Association::of);
    let reasons = usable.map(|association| association.misfit(chain));
    reasons
        .min_by_key(|reason| match reason {
            Misfit::Selector => 0,
            Misfit::Usage => 1,
            Misfit::Text => 2,
            Misfit::Empty => 3,
            Misfit::NotInChain => 4,
            Misfit::NotSent => 5,
            Misfit::Other => 6,
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
    let length = match matching {
        1 => data.len() == digest::SHA256_OUTPUT_LEN,
        2 => data.len() == digest::SHA512_OUTPUT_LEN,
        _ => !data.is_empty(),
    };
    match usage {
        0 | 1 => Some(Unusable::Usage),
        _ if !matches!(*usage, DANE_TA | DANE_EE) || *selector > 1 || *matching > 2 => {
            Some(Unusable::Unknown)
        }
        _ => (!length).then_some(Unusable::Length),
    }
}

/// Whether a mail server would use the records: they are validated, and one at least can be used. TLS is mandatory then
/// (RFC 7672 section 2.2).
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
            matching: match matching {
                1 => Matching::Digest(&digest::SHA256),
                2 => Matching::Digest(&digest::SHA512),
                _ => Matching::Exact,
            },
            data,
        })
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
            (DANE_TA, None) if !ends_itself(chain) => Misfit::NotSent,
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

/// Whether each certificate up to `authority` is signed by a later one of them, the server's own through all of them.
/// Servers send the links in any order, and some that belong to none.
fn is_signed_up_to(chain: &[Certificate], authority: usize) -> bool {
    let Some(all) = chain.iter().map(parsed).collect::<Option<Vec<_>>>() else {
        return false;
    };
    let mut here = 0;
    let mut left: Vec<usize> = (1..all.len()).collect();
    while here != authority {
        let child = &all[here];
        let parent = left.iter().position(|&other| {
            let parent = &all[other];
            parent.subject() == child.issuer()
                && parent.is_ca()
                && child.verify_signature(Some(parent.public_key())).is_ok()
        });
        let Some(parent) = parent else {
            return false;
        };
        here = left.remove(parent);
    }
    true
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

#[cfg(test)]
mod tests {
    use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

    use super::*;

    fn facts(der: &[u8], names: &[&str]) -> Certificate {
        Certificate {
            subject: String::new(),
            issuer: String::new(),
            names: names.iter().map(ToString::to_string).collect(),
            not_before: 0,
            not_after: 0,
            serial: String::new(),
            sha256: String::new(),
            key: String::new(),
            signature: String::new(),
            extensions: crate::facts::Extensions::default(),
            der: der.to_vec(),
        }
    }

    fn authority(name: &str) -> CertificateParams {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let common = rcgen::DnType::CommonName;
        params.distinguished_name.push(common, name);
        params
    }

    /// The server's own certificate, its issuer, the issuer's issuer, and an authority that has nothing to do with it.
    fn chain() -> [Certificate; 4] {
        let key = || KeyPair::generate().unwrap();
        let root = CertifiedIssuer::self_signed(authority("root"), key()).unwrap();
        let middle = CertifiedIssuer::signed_by(authority("middle"), key(), &root).unwrap();
        let stranger = CertifiedIssuer::self_signed(authority("stranger"), key()).unwrap();
        let leaf = CertificateParams::new(vec!["mx.example.com".to_owned()]).unwrap();
        let leaf = leaf.signed_by(&key(), &middle).unwrap();
        [
            facts(leaf.der(), &["mx.example.com"]),
            facts(middle.der(), &[]),
            facts(root.der(), &[]),
            facts(stranger.der(), &[]),
        ]
    }

    fn selected(certificate: &Certificate, selector: u8) -> Vec<u8> {
        match selector {
            0 => certificate.der.clone(),
            _ => parsed(certificate)
                .unwrap()
                .tbs_certificate
                .subject_pki
                .raw
                .to_vec(),
        }
    }

    fn record(
        usage: u8,
        selector: u8,
        matching: u8,
        certificate: &Certificate,
    ) -> (u8, u8, u8, Vec<u8>) {
        let selected = selected(certificate, selector);
        let digest = |algorithm| digest::digest(algorithm, &selected).as_ref().to_vec();
        let data = match matching {
            1 => digest(&digest::SHA256),
            2 => digest(&digest::SHA512),
            _ => selected,
        };
        (usage, selector, matching, data)
    }

    fn secure(records: Vec<(u8, u8, u8, Vec<u8>)>) -> Tlsa {
        Tlsa {
            secure: true,
            unvalidated: false,
            base: "mx.example.com".to_owned(),
            records,
        }
    }

    #[test]
    fn every_usable_combination_fits_what_it_names() {
        let chain = chain();
        for selector in [0, 1] {
            for matching in [0, 1, 2] {
                let what = format!("{selector} {matching}");
                let own = secure(vec![record(3, selector, matching, &chain[0])]);
                let found = matches(&own, &chain, "mx.example.com");
                assert_eq!(found, DaneMatch::EndEntity { record: 0 }, "3 {what}");
                for certificate in [1, 2] {
                    let tlsa = secure(vec![record(2, selector, matching, &chain[certificate])]);
                    let expected = DaneMatch::Authority {
                        record: 0,
                        certificate,
                        name_fits: true,
                    };
                    let found = matches(&tlsa, &chain, "MX.example.com");
                    assert_eq!(found, expected, "2 {what}");
                }
                for wrong in [
                    record(3, selector, matching, &chain[1]),
                    record(2, selector, matching, &chain[0]),
                    // It was sent, but it signed nothing here.
                    record(2, selector, matching, &chain[3]),
                ] {
                    let found = matches(&secure(vec![wrong]), &chain, "mx.example.com");
                    assert_eq!(found, DaneMatch::Mismatch, "{what}");
                }
            }
        }
    }

    #[test]
    fn what_smtp_cannot_use_says_nothing() {
        let chain = chain();
        let fits = record(3, 1, 1, &chain[0]);
        let short = (3, 1, 1, fits.3[..31].to_vec());
        let insecure = Tlsa {
            secure: false,
            ..secure(vec![fits.clone()])
        };
        assert_eq!(
            matches(&insecure, &chain, "mx.example.com"),
            DaneMatch::Unusable
        );
        let rows = [
            vec![],
            vec![record(0, 0, 1, &chain[0])],
            vec![record(1, 1, 1, &chain[0])],
            vec![record(255, 1, 1, &chain[0])],
            vec![(3, 2, 1, fits.3.clone())],
            vec![(3, 1, 3, fits.3.clone())],
            vec![(3, 1, 0, Vec::new())],
            vec![short.clone()],
        ];
        for records in rows {
            let tlsa = secure(records.clone());
            assert_eq!(
                matches(&tlsa, &chain, "mx.example.com"),
                DaneMatch::Unusable,
                "{records:?}"
            );
        }
        let mixed = secure(vec![record(1, 1, 1, &chain[0]), short, fits]);
        assert_eq!(
            matches(&mixed, &chain, "mx.example.com"),
            DaneMatch::EndEntity { record: 2 }
        );
    }

    /// SHA-256 of no bytes (FIPS 180-4).
    const NOTHING: [u8; 32] = [
        0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9,
        0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52,
        0xb8, 0x55,
    ];

    /// `sha256sum cert.pem`, as it is done where the bytes inside are meant.
    #[test]
    fn the_digest_of_a_file_is_known() {
        let file = include_str!("../tests/fixtures/rsa1024.pem");
        let lines = file.lines().filter(|line| !line.starts_with("-----"));
        let der = BASE64.decode(lines.collect::<String>().as_bytes()).unwrap();
        let digest = digest::digest(&digest::SHA256, file.as_bytes());
        let tlsa = secure(vec![(3, 0, 1, digest.as_ref().to_vec())]);
        assert_eq!(misfit(&tlsa, &[facts(&der, &[])]), Misfit::Text);
    }

    #[test]
    fn why_nothing_fits_is_told_from_the_chain() {
        let chain = chain();
        let [leaf, middle, root, _] = &chain;
        let sent = [leaf.clone(), middle.clone()];
        let key_as_certificate = (3, 0, 1, record(3, 1, 1, leaf).3);
        let certificate_as_key = (2, 1, 2, record(2, 0, 2, middle).3);
        let rows = [
            (vec![key_as_certificate], Misfit::Selector),
            (vec![certificate_as_key], Misfit::Selector),
            (vec![record(3, 1, 1, middle)], Misfit::Usage),
            (vec![record(2, 1, 1, leaf)], Misfit::Usage),
            // danefail/list#35 and its kin: the root's digest, and the root is not sent.
            (vec![record(2, 1, 1, root)], Misfit::NotSent),
            (vec![(3, 1, 1, vec![7; 32])], Misfit::Other),
            // virtualmin/virtualmin-gpl#1207: the command that should have given the key had failed.
            (vec![(3, 1, 1, NOTHING.to_vec())], Misfit::Empty),
            (
                vec![(3, 1, 1, vec![7; 32]), record(3, 0, 2, middle)],
                Misfit::Usage,
            ),
        ];
        for (records, reason) in rows {
            assert_eq!(
                misfit(&secure(records.clone()), &sent),
                reason,
                "{records:?}"
            );
        }
        let stray = secure(vec![record(2, 0, 1, &chain[3])]);
        assert_eq!(misfit(&stray, &chain), Misfit::NotInChain);
    }

    #[test]
    fn what_keeps_a_record_from_being_used() {
        let rows = [
            ((0, 0, 1, vec![7; 32]), Some(Unusable::Usage)),
            ((1, 1, 1, vec![7; 32]), Some(Unusable::Usage)),
            ((4, 1, 1, vec![7; 32]), Some(Unusable::Unknown)),
            ((3, 2, 1, vec![7; 32]), Some(Unusable::Unknown)),
            ((3, 1, 3, vec![7; 32]), Some(Unusable::Unknown)),
            ((3, 1, 2, vec![7; 32]), Some(Unusable::Length)),
            ((3, 1, 1, vec![7; 64]), Some(Unusable::Length)),
            ((2, 0, 0, vec![]), Some(Unusable::Length)),
            ((3, 1, 1, vec![7; 32]), None),
            ((2, 0, 2, vec![7; 64]), None),
        ];
        for (record, expected) in rows {
            assert_eq!(unusable(&record), expected, "{record:?}");
        }
    }

    #[test]
    fn a_chain_in_any_order_and_a_name_that_does_not_fit() {
        let [leaf, middle, root, stranger] = chain();
        let tlsa = secure(vec![record(2, 0, 1, &root)]);
        let aliased = Tlsa {
            base: "elsewhere.example.net".to_owned(),
            ..tlsa.clone()
        };
        let shuffled = [leaf.clone(), stranger, root.clone(), middle.clone()];
        let expected = DaneMatch::Authority {
            record: 0,
            certificate: 2,
            name_fits: false,
        };
        assert_eq!(matches(&aliased, &shuffled, "other.example.com"), expected);
        // Without the link the root may be anybody's.
        let gap = [leaf.clone(), root];
        assert_eq!(matches(&tlsa, &gap, "mx.example.com"), DaneMatch::Mismatch);
        assert_eq!(matches(&tlsa, &[], "mx.example.com"), DaneMatch::Mismatch);
        let broken = [leaf, facts(b"no certificate", &[]), middle];
        assert_eq!(
            matches(&tlsa, &broken, "mx.example.com"),
            DaneMatch::Mismatch
        );
    }

    #[test]
    fn names_as_certificates_have_them() {
        let rows = [
            ("mx.example.com", "mx.example.com.", true),
            ("*.example.com", "mx.example.com", true),
            ("*.example.com", "a.mx.example.com", false),
            ("*.example.com", "example.com", false),
            ("example.com", "mx.example.com", false),
        ];
        for (own, wanted, fits) in rows {
            assert_eq!(name_fits(own, wanted), fits, "{own} {wanted}");
        }
    }
}
