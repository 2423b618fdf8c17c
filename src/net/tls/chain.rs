//! Every problem of a certificate chain, not only the first.
//!
//! The library says yes or names one reason. Its yes is taken; after a no the chain is taken apart here, and the library
//! is asked once more, at a time when every certificate was valid, for what this room does not know about.

mod constraints;
mod identifiers;
pub(super) mod issuer;
mod reason;
mod signed;
mod spelling;
mod ways;

pub(super) use self::reason::in_terms_of_the_standard;

use std::net::IpAddr;
use std::time::Duration;

use rustls::CertificateError;
use rustls::pki_types::{CertificateDer, TrustAnchor, UnixTime};
use x509_parser::extensions::{GeneralName, ParsedExtension, X509Extension};
use x509_parser::prelude::{FromDer, X509Certificate, X509Version};

use self::constraints::Constrained;
use self::issuer::{authority_key_identifier, issuer_is_intermediate, subject_key_identifier};
use self::reason::reason_of;
use self::signed::{Signed, signed_with};
use super::certificate::{self, bounded, known_to_some, names, weak_key, weak_signature};
use super::der;
use super::trust::Trust;
use crate::facts::{Certificate, TrustPath};
use crate::failure::CertificateProblem;

/// What is to be said of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Judged {
    /// Every problem; empty where the chain is trusted.
    pub(super) problems: Vec<CertificateProblem>,
    /// The way to a trusted authority, where there is one.
    pub(super) path: Option<TrustPath>,
    /// The authority that vouches for it in this system's list alone.
    pub(super) private_root: Option<String>,
}

/// Judges `chain` for a client that trusts `trust` and wants to reach `expected` at the time `now`.
///
/// No problem means trusted. A chain in the wrong order or with more than is needed has no problem: only the
/// certificates on the way from the server's own to an authority are judged. An empty chain has no problem and no trust
/// either. What some programs refuse and others take is no problem of the chain: see [`crate::programs`].
pub(super) fn judge(
    chain: &[CertificateDer<'_>],
    expected: &str,
    trust: &Trust,
    now: UnixTime,
) -> Judged {
    Judge::new(chain, trust).judged(expected, now)
}

/// The same, and what each certificate says.
pub(super) fn read_and_judge(
    chain: &[CertificateDer<'_>],
    expected: &str,
    trust: &Trust,
    now: UnixTime,
) -> (Vec<Certificate>, Judged) {
    let judge = Judge::new(chain, trust);
    let read = chain.iter().enumerate().map(|(place, der)| {
        let mut parsed = judge.certificates.iter();
        let parsed = parsed.find(|(index, _)| *index == place);
        certificate::of_parsed(der, parsed.map(|(_, parsed)| parsed))
    });
    (read.collect(), judge.judged(expected, now))
}

/// Every problem of a chain.
#[cfg(test)]
pub(super) fn problems(
    chain: &[CertificateDer<'_>],
    expected: &str,
    trust: &Trust,
    now: UnixTime,
) -> Vec<CertificateProblem> {
    judge(chain, expected, trust, now).problems
}

fn name_mismatch(own: &X509Certificate<'_>, expected: &str) -> Option<CertificateProblem> {
    let fits = match expected.parse() {
        Ok(address) => has_address(own, address),
        Err(_) => has_name(own, expected),
    };
    (!fits).then(|| CertificateProblem::NameMismatch {
        expected: expected.to_owned(),
        names: names(own),
    })
}

fn has_address(own: &X509Certificate<'_>, expected: IpAddr) -> bool {
    alternative_names(own).iter().any(|name| {
        matches!(name, GeneralName::IPAddress(octets) if certificate::address(octets) == Some(expected))
    })
}

/// RFC 9525 section 6.3: the common name does not count, and `*` stands for one whole label, the first.
fn has_name(own: &X509Certificate<'_>, expected: &str) -> bool {
    let expected = expected.strip_suffix('.').unwrap_or(expected);
    alternative_names(own)
        .iter()
        .any(|name| matches!(name, GeneralName::DNSName(name) if name_fits(name, expected)))
}

fn name_fits(presented: &str, expected: &str) -> bool {
    match presented.strip_prefix("*.") {
        None => presented.eq_ignore_ascii_case(expected),
        Some(parent) => expected.split_once('.').is_some_and(|(label, rest)| {
            // One label after the star would be everybody under .com.
            !label.is_empty() && parent.contains('.') && parent.eq_ignore_ascii_case(rest)
        }),
    }
}

fn alternative_names<'a, 'b>(certificate: &'b X509Certificate<'a>) -> &'b [GeneralName<'a>] {
    match certificate.subject_alternative_name() {
        Ok(Some(extension)) => &extension.value.general_names,
        Ok(None) | Err(_) => &[],
    }
}

/// A chain taken apart.
struct Judge<'a> {
    chain: &'a [CertificateDer<'a>],
    trust: &'a Trust,
    /// The certificates that can be read, with their place in the chain. The first is the server's own.
    certificates: Vec<(usize, X509Certificate<'a>)>,
}

/// The way from the server's own certificate towards an authority.
struct Path {
    /// Places in [`Judge::certificates`].
    steps: Vec<usize>,
    end: End,
}

/// Where the way ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// A trusted authority signed the last certificate.
    Trusted,
    /// The server's own certificate is itself in the list of the trusted.
    Listed,
    /// The last certificate signed itself.
    SelfSigned,
    /// The issuer of the last certificate is neither sent nor trusted.
    Missing,
    /// The issuer of the last certificate is there, by name and key identifier, and did not make its signature.
    BadSignature,
}

impl<'a> Judge<'a> {
    fn new(chain: &'a [CertificateDer<'a>], trust: &'a Trust) -> Self {
        let readable = chain.iter().enumerate().filter_map(|(index, der)| {
            let (_, certificate) = X509Certificate::from_der(der).ok()?;
            Some((index, certificate))
        });
        Self {
            chain,
            trust,
            certificates: readable.collect(),
        }
    }

    /// What is to be said of it for a client that wants to reach `expected` at the time `now`.
    fn judged(&self, expected: &str, now: UnixTime) -> Judged {
        let none = |problems| Judged {
            problems,
            path: None,
            private_root: None,
        };
        let (chain, trust) = (self.chain, self.trust);
        if chain.is_empty() {
            return none(Vec::new());
        }
        let Some((0, own)) = self.certificates.first() else {
            return none(vec![malformed(0, "DER")]);
        };
        let mismatch = name_mismatch(own, expected);
        let path = self.path();
        let mut problems: Vec<_> = match trust.verify(chain, now) {
            // What the library does not look at: it never computes with the server's own key here, and leaves key usages alone.
            Ok(()) => {
                let weak = weak_key(own).map(|what| weak(0, what));
                let steps = path.steps.iter();
                weak.into_iter()
                    .chain(steps.filter_map(|step| self.may_not_sign(*step)))
                    .collect()
            }
            Err(_) => self.problems(&path, now),
        };
        problems.extend(mismatch);
        let trust_path = self.trust_path(&path, now);
        // A chain that Mozilla's list knows needs no other.
        let unknown = trust_path.is_none() || !trust.listed().is_empty();
        let private_root = unknown.then(|| trust.private_root(chain, now)).flatten();
        Judged {
            problems,
            path: trust_path.map(|path| TrustPath {
                public: path.public && private_root.is_none(),
                ..path
            }),
            private_root,
        }
    }

    fn path(&self) -> Path {
        // Hostile chains could send the search round for long; honest ones need a handful of steps.
        let mut budget = 32;
        self.search(&mut vec![0], &mut budget)
    }

    /// The path as a fact, where it leads to something that is trusted.
    fn trust_path(&self, path: &Path, now: UnixTime) -> Option<TrustPath> {
        let steps = path.steps.iter().map(|step| self.certificates[*step].0);
        let last = &self.certificates[path.steps.last().copied()?].1;
        let root = match path.end {
            End::Trusted => self.root_of(last),
            End::Listed => None,
            End::SelfSigned | End::Missing | End::BadSignature => return None,
        };
        Some(TrustPath {
            steps: steps.collect(),
            root: root.map(|der| self.trust.judgements().read_root(&der)),
            public: self.trust.is_public(),
            ways: self.ways(path, now),
            spelled_otherwise: self.is_spelled_otherwise(path),
        })
    }

    /// Whether a certificate on the way has its issuer's name in another type of string.
    fn is_spelled_otherwise(&self, path: &Path) -> bool {
        let pairs = path.steps.iter().zip(path.steps.iter().skip(1));
        let within = pairs.into_iter().any(|(below, above)| {
            let (below, above) = (&self.certificates[*below].1, &self.certificates[*above].1);
            below.issuer().as_raw() != above.subject().as_raw()
        });
        let last = path.steps.last().map(|last| &self.certificates[*last].1);
        let end = last
            .filter(|_| path.end == End::Trusted)
            .is_some_and(|last| {
                let issuer = der::contents(last.issuer().as_raw());
                let mut anchors = self.trust.anchors().iter();
                !anchors.any(|anchor| issuer == Some(anchor.subject.as_ref()))
            });
        within || end
    }

    /// The certificate of the authority that signed `last`, out of the list of the trusted or as the server sent it.
    fn root_of(&self, last: &X509Certificate<'_>) -> Option<CertificateDer<'a>> {
        let is_root = |der: &&CertificateDer<'a>| {
            let Ok((_, root)) = X509Certificate::from_der(der) else {
                return false;
            };
            let key = der::own_public_key(&root);
            spelling::same(root.subject(), last.issuer())
                && signed_with(last, key, self.trust.signatures()) != Signed::No
                && (self.is_anchor(&root) || self.anchored(&root))
        };
        let listed = self.trust.listed().iter().find(is_root);
        listed.or_else(|| self.chain.iter().find(is_root)).cloned()
    }

    fn problems(&self, path: &Path, now: UnixTime) -> Vec<CertificateProblem> {
        let mut problems = Vec::new();
        for step in &path.steps {
            problems.extend(self.time(*step, now));
        }
        let dated = problems.len();
        problems.extend(self.untrusted(path));
        if self.wrong_purpose(path) {
            problems.push(CertificateProblem::WrongPurpose);
        }
        for step in &path.steps {
            problems.extend(self.weak(*step));
        }
        for step in &path.steps {
            problems.extend(self.against_the_rules(*step));
        }
        if problems.len() == dated && path.end == End::Trusted {
            problems.extend(self.whatever_else(path));
        }
        problems
    }

    /// The way to an authority, or else the first that was tried.
    fn search(&self, steps: &mut Vec<usize>, budget: &mut usize) -> Path {
        let last = steps.last().copied().unwrap_or_default();
        let end = self.end(last);
        let mut best = Path {
            steps: steps.clone(),
            end,
        };
        if end != End::Missing {
            return best;
        }
        for next in self.issuers(last) {
            if steps.contains(&next) || *budget == 0 {
                continue;
            }
            *budget -= 1;
            steps.push(next);
            let found = self.search(steps, budget);
            steps.pop();
            let first = best.steps.len() == steps.len();
            if found.end == End::Trusted || first {
                best = found;
            }
            if best.end == End::Trusted {
                return best;
            }
        }
        if best.steps.len() == steps.len() && self.issuer_did_not_sign(last) {
            best.end = End::BadSignature;
        }
        best
    }

    /// Where the way would end at `at`; [`End::Missing`] where it has to go on.
    fn end(&self, at: usize) -> End {
        let (index, certificate) = &self.certificates[at];
        if *index == 0 && self.trust.lists(&self.chain[0]) {
            End::Listed
        } else if self.anchored(certificate) {
            End::Trusted
        } else if self.self_signed(certificate) {
            End::SelfSigned
        } else {
            End::Missing
        }
    }

    /// Whether it is the certificate of an authority, which is a name and a key (RFC 5280 section 6.1.1): nobody relies on
    /// the signature that it makes on itself.
    fn is_anchor(&self, certificate: &X509Certificate<'_>) -> bool {
        let subject = der::contents(certificate.subject().as_raw());
        let key = der::contents(certificate.tbs_certificate.subject_pki.raw);
        self.trust.anchors().iter().any(|anchor| {
            subject == Some(anchor.subject.as_ref())
                && key == Some(anchor.subject_public_key_info.as_ref())
        })
    }

    fn anchored(&self, certificate: &X509Certificate<'_>) -> bool {
        self.signed_by_anchor(certificate, |signed| signed != Signed::No)
    }

    /// Whether an authority that is trusted has the name of the issuer, and what is wanted holds of its key.
    fn signed_by_anchor(
        &self,
        certificate: &X509Certificate<'_>,
        wanted: impl Fn(Signed) -> bool,
    ) -> bool {
        let issuer = der::contents(certificate.issuer().as_raw());
        let signed = |anchor: &&TrustAnchor<'_>| {
            let key = der::public_key(&anchor.subject_public_key_info);
            wanted(signed_with(certificate, key, self.trust.signatures()))
        };
        let anchors = || self.trust.anchors().iter();
        let named = |anchor: &&TrustAnchor<'_>| issuer == Some(anchor.subject.as_ref());
        // In another type of string only where nobody has the very name.
        anchors().filter(named).any(|anchor| signed(&anchor))
            || !anchors().any(|anchor| named(&anchor))
                && anchors()
                    .filter(|anchor| {
                        spelling::same_as_anchor(certificate.issuer(), &anchor.subject)
                    })
                    .any(|anchor| signed(&anchor))
    }

    fn self_signed(&self, certificate: &X509Certificate<'_>) -> bool {
        let own_key = der::own_public_key(certificate);
        certificate.subject().as_raw() == certificate.issuer().as_raw()
            && signed_with(certificate, own_key, self.trust.signatures()) != Signed::No
    }

    /// The certificates that may have signed the one at `at`, the certain ones first.
    fn issuers(&self, at: usize) -> Vec<usize> {
        let mut issuers: Vec<_> = self
            .named_issuers(at)
            .map(|candidate| (self.signed_by(at, candidate), candidate))
            .filter(|(signed, _)| *signed != Signed::No)
            .collect();
        let may_not = |issuer| self.may_not_sign(issuer).is_some();
        issuers.sort_by_key(|(signed, issuer)| (*signed == Signed::CannotSay, may_not(*issuer)));
        issuers.into_iter().map(|(_, issuer)| issuer).collect()
    }

    fn named_issuers(&self, at: usize) -> impl Iterator<Item = usize> {
        let issuer = self.certificates[at].1.issuer();
        (0..self.certificates.len()).filter(move |candidate| {
            *candidate != at && spelling::same(self.certificates[*candidate].1.subject(), issuer)
        })
    }

    fn signed_by(&self, at: usize, issuer: usize) -> Signed {
        let key = der::own_public_key(&self.certificates[issuer].1);
        signed_with(&self.certificates[at].1, key, self.trust.signatures())
    }

    /// An authority renewed under its old name has another key and another key identifier; then its old certificate is
    /// simply not the issuer. With the same identifier the signature itself is wrong.
    fn issuer_did_not_sign(&self, at: usize) -> bool {
        let wanted = authority_key_identifier(&self.certificates[at].1);
        wanted.is_some()
            && self.named_issuers(at).any(|candidate| {
                subject_key_identifier(&self.certificates[candidate].1) == wanted
                    && self.signed_by(at, candidate) == Signed::No
            })
    }

    fn time(&self, step: usize, now: UnixTime) -> Option<CertificateProblem> {
        let (index, certificate) = &self.certificates[step];
        let (not_before, not_after) = validity(certificate);
        let now = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
        if not_after < not_before {
            return Some(malformed(*index, "validity: notAfter before notBefore"));
        }
        if now > not_after {
            return Some(CertificateProblem::Expired {
                index: *index,
                not_after,
            });
        }
        (now < not_before).then_some(CertificateProblem::NotYetValid {
            index: *index,
            not_before,
        })
    }

    fn untrusted(&self, path: &Path) -> Option<CertificateProblem> {
        let (index, last) = &self.certificates[path.steps.last().copied()?];
        let issuer = bounded(&last.issuer().to_string());
        match path.end {
            End::Trusted | End::Listed => None,
            End::SelfSigned if path.steps.len() == 1 => Some(CertificateProblem::SelfSigned),
            End::BadSignature => Some(malformed(*index, "signatureValue")),
            End::Missing if issuer_is_intermediate(last, self.trust) => {
                Some(CertificateProblem::ChainIncomplete { issuer })
            }
            End::SelfSigned | End::Missing => Some(CertificateProblem::UnknownIssuer { issuer }),
        }
    }

    /// Whether the extended key usage of a certificate on the way leaves servers out (RFC 5280 section 4.2.1.12).
    ///
    /// That a server shows the certificate of an authority as its own some programs refuse and others do not, and the same holds
    /// for the purposes by which servers were known in the nineties.
    fn wrong_purpose(&self, path: &Path) -> bool {
        let not_for_servers = |step: &usize| match self.certificates[*step].1.extended_key_usage() {
            Ok(Some(usage)) => {
                let gated = certificate::is_gated(&self.certificates[*step].1);
                !usage.value.server_auth && !gated
            }
            Ok(None) | Err(_) => false,
        };
        path.steps.iter().any(not_for_servers)
    }

    fn weak(&self, step: usize) -> impl Iterator<Item = CertificateProblem> {
        let (index, certificate) = &self.certificates[step];
        // Nobody relies on the signature that a certificate makes on itself.
        let signature = weak_signature(certificate).filter(|_| !self.self_signed(certificate));
        let weaknesses = [weak_key(certificate), signature.map(str::to_owned)];
        weaknesses
            .into_iter()
            .flatten()
            .map(|what| weak(*index, what))
    }

    /// The certificate of an authority whose key usage, where it has one, does not have it sign others (RFC 5280 section 4.2.1.3).
    fn may_not_sign(&self, step: usize) -> Option<CertificateProblem> {
        let (index, certificate) = &self.certificates[step];
        let usage = certificate.key_usage().ok().flatten();
        let signs = usage.is_none_or(|usage| usage.value.key_cert_sign());
        // Of an authority that is trusted, name and key count (section 6.1.1); that one is not, is told as such.
        let is_root = || certificate.subject().as_raw() == certificate.issuer().as_raw();
        (step > 0 && !signs && !is_root())
            .then(|| malformed(*index, CertificateProblem::NO_CERT_SIGN))
    }

    fn against_the_rules(&self, step: usize) -> Vec<CertificateProblem> {
        let (index, certificate) = &self.certificates[step];
        let version = match certificate.version() {
            X509Version::V3 => None,
            // Authorities of the nineties still are of version 1, and servers that were set up long ago. Programs take
            // them; that such a certificate has no name of a server is told as that.
            X509Version::V1 if step == 0 => return Vec::new(),
            _ if *index > 0 && self.self_signed(certificate) => return Vec::new(),
            other => Some(format!("X.509 version {}", other.0 + 1)),
        };
        let issuer = (step > 0 && version.is_none() && !certificate.is_ca())
            .then(|| "basicConstraints: not a CA".to_owned());
        let extensions = certificate
            .extensions()
            .iter()
            .filter(|extension| extension.critical && !understood(extension))
            .map(|extension| format!("critical extension {}", extension.oid.to_id_string()));
        let mut problems: Vec<_> = version
            .into_iter()
            .chain(issuer)
            .chain(extensions)
            .map(|what| malformed(*index, &what))
            .chain(self.may_not_sign(step))
            .collect();
        if problems.is_empty() && step == 0 {
            // The library is stricter about the encoding, and knows fewer extensions than others do.
            let error = rustls::server::ParsedCertificate::try_from(&self.chain[0]).err();
            let error = error.filter(|error| !is_about_extensions(error));
            problems.extend(error.map(|error| malformed(0, &reason_of(&error))));
        }
        problems
    }

    /// Whether the library's reason is none: it refuses an authority as a server before it looks at anything else, does not
    /// compute every signature, follows names byte by byte and some way alone, and knows few extensions. All that is no
    /// problem of the chain. What it would have looked at then is checked here.
    fn is_known(&self, error: &rustls::Error, path: &Path) -> bool {
        let checked = path
            .steps
            .iter()
            .all(|step| self.is_plain(*step) && self.is_signed(*step, path))
            && self.constrained(path) == Constrained::Within;
        let rustls::Error::InvalidCertificate(error) = error else {
            return false;
        };
        let passed_over = match error {
            CertificateError::UnsupportedSignatureAlgorithmContext { .. }
            | CertificateError::UnsupportedSignatureAlgorithmForPublicKeyContext { .. }
            | CertificateError::BadSignature
            | CertificateError::UnknownIssuer
            | CertificateError::UnhandledCriticalExtension => true,
            CertificateError::InvalidPurpose | CertificateError::InvalidPurposeContext { .. } => {
                path.steps
                    .iter()
                    .any(|step| certificate::is_gated(&self.certificates[*step].1))
            }
            CertificateError::Other(error) => {
                let error = error.to_string();
                let known = [
                    // Of directory names and of URLs it refuses all.
                    "NameConstraintViolation",
                    "MaximumPathDepthExceeded",
                    "UnsupportedCertVersion",
                    "UnsupportedCriticalExtension",
                ];
                known.iter().any(|name| error.contains(name))
            }
            _ => false,
        };
        checked && (passed_over || self.certificates[0].1.is_ca())
    }

    /// What the authorities of the path say of the names of those below them.
    fn constrained(&self, path: &Path) -> Constrained {
        let own: Vec<&X509Certificate<'_>> = path
            .steps
            .iter()
            .map(|step| &self.certificates[*step].1)
            .collect();
        let all = |authority: &X509Certificate<'_>, below: &[&X509Certificate<'_>]| {
            let below = below.iter().enumerate();
            // An authority under its own name again is not held to it, but where it is the server's (section 6.1.3).
            let held = below.filter(|(place, one)| {
                *place == 0 || one.subject().as_raw() != one.issuer().as_raw()
            });
            let said = held.map(|(_, one)| constraints::of(authority, one));
            said.max().unwrap_or(Constrained::Within)
        };
        let between = own.iter().enumerate();
        let between = between.map(|(place, authority)| all(authority, &own[..place]));
        let last = own.last().filter(|_| path.end == End::Trusted);
        let root = last.map(|last| match self.root_of(last) {
            Some(root) => X509Certificate::from_der(&root)
                .map_or(Constrained::CannotSay, |(_, root)| all(&root, &own)),
            None if self.is_free(last) => Constrained::Within,
            None => Constrained::CannotSay,
        });
        let said = between.chain(root).max();
        said.unwrap_or(Constrained::Within)
    }

    /// Whether no trusted authority of the issuer's name has constraints.
    fn is_free(&self, last: &X509Certificate<'_>) -> bool {
        let issuer = der::contents(last.issuer().as_raw());
        let mut anchors = self.trust.anchors().iter();
        anchors.all(|anchor| {
            issuer != Some(anchor.subject.as_ref()) || anchor.name_constraints.is_none()
        })
    }

    /// Whether there is room for all authorities below the one at `step`.
    fn is_plain(&self, step: usize) -> bool {
        let (_, certificate) = &self.certificates[step];
        let below = u32::try_from(step.saturating_sub(1)).unwrap_or(u32::MAX);
        match certificate.basic_constraints() {
            Ok(Some(constraints)) => constraints
                .value
                .path_len_constraint
                .is_none_or(|most| step == 0 || most >= below),
            Ok(None) | Err(_) => true,
        }
    }

    /// Whether the next certificate of the path, or the authority, surely signed the one at `step`.
    fn is_signed(&self, step: usize, path: &Path) -> bool {
        let place = path.steps.iter().position(|other| *other == step);
        let next = place.and_then(|place| path.steps.get(place + 1));
        match next {
            Some(issuer) => self.signed_by(step, *issuer) == Signed::Yes,
            None if path.end == End::Listed => true,
            None => {
                self.signed_by_anchor(&self.certificates[step].1, |signed| signed == Signed::Yes)
            }
        }
    }

    /// What the library still has against a chain that leads to an authority, dates apart.
    fn whatever_else(&self, path: &Path) -> Option<CertificateProblem> {
        let validities = path
            .steps
            .iter()
            .map(|step| validity(&self.certificates[*step].1));
        let (from, until) = validities.fold((0, i64::MAX), |(from, until), next| {
            (from.max(next.0), until.min(next.1))
        });
        if from > until {
            return None;
        }
        let when = UnixTime::since_unix_epoch(Duration::from_secs(from.unsigned_abs()));
        let error = self.trust.verify(self.chain, when).err()?;
        if self.is_known(&error, path) {
            return None;
        }
        let reason = reason_of(&error);
        if reason == "nameConstraints" && self.constrained(path) == Constrained::OutsideDirectory {
            return Some(malformed(0, "nameConstraints: directoryName"));
        }
        Some(malformed(0, &reason))
    }
}

/// Whether a verifier, or at least some, understand an extension well enough for it to be critical. The list is the
/// library's; of the others programs differ.
fn understood(extension: &X509Extension<'_>) -> bool {
    let known = matches!(
        extension.parsed_extension(),
        ParsedExtension::KeyUsage(_)
            | ParsedExtension::SubjectAlternativeName(_)
            | ParsedExtension::BasicConstraints(_)
            | ParsedExtension::NameConstraints(_)
            | ParsedExtension::CRLDistributionPoints(_)
            | ParsedExtension::ExtendedKeyUsage(_)
    );
    known || known_to_some(extension)
}

/// Whether it is an extension that the library does not know, and nothing else.
fn is_about_extensions(error: &rustls::Error) -> bool {
    match error {
        rustls::Error::InvalidCertificate(CertificateError::UnhandledCriticalExtension) => true,
        rustls::Error::InvalidCertificate(CertificateError::Other(error)) => {
            error.to_string().contains("UnsupportedCriticalExtension")
        }
        _ => false,
    }
}

fn validity(certificate: &X509Certificate<'_>) -> (i64, i64) {
    let validity = certificate.validity();
    (
        validity.not_before.timestamp(),
        validity.not_after.timestamp(),
    )
}

fn weak(index: usize, what: String) -> CertificateProblem {
    CertificateProblem::Weak { index, what }
}

fn malformed(index: usize, what: &str) -> CertificateProblem {
    CertificateProblem::Malformed {
        index,
        what: bounded(what),
    }
}

#[cfg(test)]
mod tests;
