//! Whether a program takes the certificates that a server shows.

mod names;
mod strict;

pub(crate) use self::names::top_star_fits;
use self::names::{of_name, of_underscore};
use self::strict::broken_rules;
use super::profile::{ChainRules, Usage, Way};
use super::{
    Cause, Connects, Measured, Profile, Reason, RootRule, StatusFault, perhaps, roots, surely,
};
use crate::facts::{Agreed, Certificate, Extensions, Key, Tls, TrustPath};
use crate::failure::CertificateProblem;
use crate::wire::ocsp;
use crate::wire::tls_flight::MAX_CHAIN;

const DAY: i64 = 86_400;

/// An RSA key beyond this is more than some programs compute with.
const LARGE_RSA: u32 = 8192;

/// The problem of a chain that breaks constraints of directory names and no others.
const OUTSIDE_DIRECTORY: &str = "nameConstraints: directoryName";

/// Apple's rule is about certificates from this day on: 1 July 2019.
const APPLE_825: i64 = 1_561_939_200;
/// And about those of public authorities from this one: 1 September 2020.
const APPLE_398: i64 = 1_598_918_400;

/// What is the same for every program, and would be looked for again for each of them.
pub(super) struct Shown<'a> {
    /// The certificates that a verdict rests on, the server's own first.
    used: Vec<&'a Certificate>,
    /// Their keys, and that of the authority where its certificate is known.
    keys: Vec<(Key, &'a Certificate)>,
    /// By what they are signed, as far as programs differ about it.
    signatures: Signatures<'a>,
    /// The usage that the key exchange needs.
    fitting: u16,
}

/// The first signature of each kind that some programs do not take. Nobody relies on the one that an authority makes on
/// itself.
struct Signatures<'a> {
    sha1: Option<&'a String>,
    sha3_rsa: Option<&'a String>,
    sha3_ecdsa: Option<&'a String>,
    pss_sha224: Option<&'a String>,
    pss_unusual: Option<&'a String>,
    sha224: Option<&'a String>,
    ecdsa_sha512: Option<&'a String>,
}

impl<'a> Shown<'a> {
    pub(super) fn of(measured: &Measured<'a>) -> Self {
        let used = measured.tls.map(Tls::used).unwrap_or_default();
        let path = measured.tls.and_then(|tls| tls.path.as_ref());
        let root = path.and_then(|path| path.root.as_ref());
        let signers = used.iter().copied().chain(root);
        let by = |what: &str| {
            let issued = used.iter().filter(|one| one.subject != one.issuer);
            issued
                .map(|one| &one.signature)
                .find(|by| by.contains(what))
        };
        Self {
            keys: signers.map(|one| (one.key_kind(), one)).collect(),
            signatures: Signatures {
                sha1: by("SHA-1"),
                sha3_rsa: by("SHA3").filter(|by| by.ends_with("RSA")),
                sha3_ecdsa: by("ECDSA with SHA3"),
                pss_sha224: by("RSASSA-PSS with SHA-224"),
                pss_unusual: by("RSASSA-PSS with unusual parameters"),
                sha224: by("SHA-224"),
                ecdsa_sha512: by("ECDSA with SHA-512"),
            },
            fitting: fitting(measured.agreed.first()),
            used,
        }
    }
}

/// What stands in the way of trust; nothing where the program takes the certificates.
pub(super) fn reasons(
    measured: &Measured<'_>,
    shown: &Shown<'_>,
    profile: &Profile,
) -> Vec<Reason> {
    let used = shown.used.as_slice();
    let Some(rules) = &profile.chain else {
        return unreadable(measured);
    };
    let seen = measured
        .tls
        .and_then(|tls| Some((tls, tls.certificates.first()?)));
    let Some((tls, own)) = seen else {
        return vec![perhaps(Cause::ChainNotSeen)];
    };
    let mut found: Vec<Reason> = tls
        .problems
        .iter()
        .filter_map(|problem| of_problem(problem, tls, used, rules))
        .collect();
    let keys = shown.keys.iter();
    found.extend(keys.filter_map(|(key, one)| of_key(*key, one, rules)));
    found.extend(of_signatures(&shown.signatures, rules));
    found.extend(of_critical(used, rules));
    found.extend(of_purpose(used, rules));
    found.extend(of_any_purpose(used, rules));
    found.extend(of_directory(tls, used, rules));
    found.extend(of_form(own, used, rules));
    found.extend(of_authority(own, rules));
    found.extend(of_underscore(tls, own, rules));
    found.extend(of_usage(shown.fitting, own, rules));
    found.extend(of_staple(measured, own, rules));
    found.extend(of_status(measured, tls, own, rules));
    found.extend(of_number(tls.certificates.len(), rules));
    if let Some(path) = &tls.path {
        found.extend(of_way(path, rules));
        found.extend(of_root(measured, path, rules));
        found.extend(roots::reasons(tls, used, path, &rules.root));
        let serial = answered(rules.issuer_serial, Cause::IssuerSerial);
        found.extend(serial.filter(|_| !path.ways.serial));
        found.extend(of_length(own, path, rules));
        let young = young_authority(tls, used, path).map(Cause::YoungAuthority);
        found.extend(young.and_then(|cause| answered(rules.young_authority, cause)));
        if rules.strict {
            found.extend(broken_rules(used, path).map(|rule| surely(Cause::Strict(rule))));
        }
    }
    found
}

/// What even a program that looks at no certificate may stumble over: one that its library cannot read.
fn unreadable(measured: &Measured<'_>) -> Vec<Reason> {
    let mut problems = measured.tls.iter().flat_map(|tls| &tls.problems);
    let malformed = problems.any(|problem| matches!(problem, CertificateProblem::Malformed { .. }));
    malformed
        .then(|| perhaps(Cause::Certificate))
        .into_iter()
        .collect()
}

/// What every program refuses, but for what some can help themselves with.
fn of_problem(
    problem: &CertificateProblem,
    tls: &Tls,
    used: &[&Certificate],
    rules: &ChainRules,
) -> Option<Reason> {
    match problem {
        CertificateProblem::ChainIncomplete { .. } if rules.fetches_issuers => {
            Some(perhaps(Cause::IssuerToFetch))
        }
        CertificateProblem::NameMismatch { expected, names } => {
            of_name(expected, names, used.first().copied(), rules)
        }
        CertificateProblem::WrongPurpose if is_by_an_issuer(&tls.certificates) => {
            answered(rules.issuer_purpose, Cause::IssuerPurpose)
        }
        CertificateProblem::WrongPurpose if is_for_anything(used) => {
            answered(rules.any_purpose, Cause::AnyPurpose)
        }
        CertificateProblem::Malformed { what, .. } if what == OUTSIDE_DIRECTORY => {
            answered(rules.outside_directory, Cause::OutsideDirectory)
        }
        CertificateProblem::Malformed { what, .. }
            if what == "nameConstraints" && !used.iter().any(|one| one.extensions.constrained) =>
        {
            answered(rules.root.constraints, Cause::Root(RootRule::Constraints))
        }
        CertificateProblem::Malformed { what, .. } if what == CertificateProblem::NO_CERT_SIGN => {
            answered(rules.issuer_usage, Cause::Certificate)
        }
        // What mailcheck does not compute, others may.
        CertificateProblem::Malformed { what, .. } if what == "signatureAlgorithm" => {
            Some(perhaps(Cause::Certificate))
        }
        // Keys and signatures are judged one by one.
        CertificateProblem::Weak { what, .. } if !is_broken(what) => None,
        CertificateProblem::ChainIncomplete { .. }
        | CertificateProblem::Weak { .. }
        | CertificateProblem::Expired { .. }
        | CertificateProblem::NotYetValid { .. }
        | CertificateProblem::SelfSigned
        | CertificateProblem::UnknownIssuer { .. }
        | CertificateProblem::WrongPurpose
        | CertificateProblem::Malformed { .. } => Some(surely(Cause::Certificate)),
    }
}

/// Whether those that are not for servers are for anything.
fn is_for_anything(used: &[&Certificate]) -> bool {
    used.iter()
        .all(|one| one.extensions.for_servers != Some(false))
}

/// Whether the server's own certificate is for servers, and one above it is not.
fn is_by_an_issuer(sent: &[Certificate]) -> bool {
    sent.split_first().is_some_and(|(own, above)| {
        own.extensions.for_servers != Some(false)
            && above
                .iter()
                .any(|one| one.extensions.for_servers == Some(false))
    })
}

/// Hashes that nobody takes any more.
fn is_broken(what: &str) -> bool {
    matches!(what, "MD2" | "MD5")
}

pub(super) fn answered(takes: Connects, cause: Cause) -> Option<Reason> {
    match takes {
        Connects::Yes => None,
        Connects::No => Some(surely(cause)),
        Connects::Unknown => Some(perhaps(cause)),
    }
}

fn of_key(key: Key, certificate: &Certificate, rules: &ChainRules) -> Option<Reason> {
    let takes = match key {
        Key::Rsa(bits) if bits < rules.rsa_bits => Connects::No,
        Key::Rsa(bits) if bits > LARGE_RSA => rules.rsa_large,
        Key::Rsa(_) | Key::P256 | Key::P384 => return None,
        Key::RsaPss(bits) if bits < rules.rsa_bits => Connects::No,
        Key::RsaPss(_) => rules.pss_key,
        Key::Dsa => rules.dsa,
        Key::Brainpool => rules.brainpool,
        Key::P521 => rules.p521,
        Key::Ed25519 => rules.ed25519,
        Key::Ed448 => rules.ed448,
        Key::P224 => rules.p224,
        Key::Secp256k1 => rules.secp256k1,
        Key::ExplicitCurve => rules.explicit_curve,
        // What cannot be read is told by the problems of the chain.
        Key::Other if certificate.key.is_empty() => return None,
        Key::Other => Connects::Unknown,
    };
    answered(takes, Cause::Key(certificate.key.clone()))
}

fn of_signatures(signatures: &Signatures<'_>, rules: &ChainRules) -> Option<Reason> {
    let found = [
        (rules.sha1, signatures.sha1),
        (rules.sha3_rsa, signatures.sha3_rsa),
        (rules.sha3_ecdsa, signatures.sha3_ecdsa),
        (rules.pss_sha224, signatures.pss_sha224),
        (rules.pss_unusual, signatures.pss_unusual),
        (rules.sha224, signatures.sha224),
        (rules.ecdsa_sha512, signatures.ecdsa_sha512),
    ];
    found
        .into_iter()
        .find_map(|(takes, signature)| answered(takes, Cause::Signature(signature?.clone())))
}

/// Purposes of the nineties, by which servers were told from others.
fn of_purpose(used: &[&Certificate], rules: &ChainRules) -> Option<Reason> {
    let gated =
        |one: &&Certificate| one.extensions.gated && one.extensions.for_servers == Some(false);
    let (own, above) = used.split_first()?;
    let takes = match (gated(own), above.iter().any(gated)) {
        (true, _) => rules.gated,
        (false, true) => rules.gated_issuer,
        (false, false) => return None,
    };
    answered(takes, Cause::GatedPurpose)
}

/// An authority in between that is for any purpose, which to most programs is for servers, too.
fn of_any_purpose(used: &[&Certificate], rules: &ChainRules) -> Option<Reason> {
    let above = used.get(1..)?;
    let any = above.iter().any(|one| one.extensions.for_anything);
    answered(rules.issuer_any_purpose, Cause::AnyPurpose).filter(|_| any)
}

/// Constraints of directory names that the certificate keeps; that it does not is a problem of the chain.
fn of_directory(tls: &Tls, used: &[&Certificate], rules: &ChainRules) -> Option<Reason> {
    let outside = |problem: &CertificateProblem| matches!(problem, CertificateProblem::Malformed { what, .. } if what.starts_with("nameConstraints"));
    let constrained = used.iter().any(|one| one.extensions.directory_constraint);
    let kept = constrained && !tls.problems.iter().any(outside);
    answered(rules.directory, Cause::DirectoryConstraint).filter(|_| kept)
}

/// What of the form of a certificate programs differ about.
fn of_form(own: &Certificate, used: &[&Certificate], rules: &ChainRules) -> Vec<Reason> {
    let no_subject = has_no_subject(own);
    let odd = used.iter().any(|one| one.extensions.odd_serial);
    let reasons = [
        answered(rules.no_subject, Cause::NoSubject).filter(|_| no_subject),
        answered(rules.odd_serial, Cause::OddSerial).filter(|_| odd),
        answered(rules.netscape_without_servers, Cause::NetscapeType)
            .filter(|_| own.extensions.netscape_without_servers),
        answered(rules.names_beyond_ascii, Cause::NamesBeyondAscii)
            .filter(|_| own.extensions.names_beyond_ascii),
    ];
    reasons.into_iter().flatten().collect()
}

/// Whether the subject is empty, and the alternative names are not critical all the same (RFC 5280 section 4.2.1.6).
fn has_no_subject(own: &Certificate) -> bool {
    own.extensions.version == 3
        && own.subject.is_empty()
        && !own.names.is_empty()
        && !own.extensions.names_critical
}

/// A critical extension that the program does not know makes it refuse the certificate (RFC 5280 section 4.2).
fn of_critical(used: &[&Certificate], rules: &ChainRules) -> Option<Reason> {
    let mut critical = used.iter().flat_map(|one| &one.extensions.critical);
    match rules.critical {
        Some(known) => critical
            .find(|one| !known.contains(one))
            .map(|one| surely(Cause::CriticalExtension(*one))),
        None => critical
            .next()
            .map(|one| perhaps(Cause::CriticalExtension(*one))),
    }
}

/// Whether the program gets from the server's certificate to the authority.
fn of_way(path: &TrustPath, rules: &ChainRules) -> Vec<Reason> {
    let leads = match rules.way {
        Way::Any => true,
        Way::First => path.ways.first,
        Way::FirstValid => path.ways.first_valid,
    };
    let between = path.steps.len().saturating_sub(1);
    let spelled = answered(rules.spelled_otherwise, Cause::SpelledOtherwise);
    let long = rules.most_between.filter(|most| between > *most);
    let reasons = [
        (!leads).then(|| surely(Cause::OtherWay)),
        spelled.filter(|_| path.spelled_otherwise),
        long.map(|_| surely(Cause::TooManyBetween)),
    ];
    reasons.into_iter().flatten().collect()
}

/// Authorities that people met phones without: binwiederhier/ntfy#1270, thunderbird/thunderbird-android#9608,
/// pachli/pachli-android#2142.
const YOUNG: [&str; 4] = [
    "ISRG Root X2",
    "DigiCert TLS RSA4096 Root G5",
    "Sectigo Public Server Authentication Root E46",
    "Sectigo Public Server Authentication Root R46",
];

/// The authority that a chain ends at, where it is young and the server sends no certificate of it by an older one.
fn young_authority(tls: &Tls, used: &[&Certificate], path: &TrustPath) -> Option<&'static str> {
    let issuer = &used.last().filter(|_| path.public)?.issuer;
    let crossed = tls
        .certificates
        .iter()
        .any(|one| one.subject == *issuer && one.issuer != *issuer);
    let named = |name: &&&str| {
        let (_, common) = issuer.split_once("CN=").unwrap_or_default();
        common.split(',').next() == Some(**name)
    };
    YOUNG.iter().find(named).copied().filter(|_| !crossed)
}

/// Whether a server sends more certificates than the program takes. No more than so many are kept.
fn of_number(sent: usize, rules: &ChainRules) -> Option<Reason> {
    let most = rules.most_sent?;
    let cause = Cause::TooManySent { most };
    let most = usize::from(most);
    if sent > most {
        Some(surely(cause))
    } else {
        (sent == MAX_CHAIN && most == MAX_CHAIN).then(|| perhaps(cause))
    }
}

fn of_authority(own: &Certificate, rules: &ChainRules) -> Option<Reason> {
    let authority = own.extensions.authority == Some(true);
    answered(rules.authority_as_server, Cause::AuthorityAsServer).filter(|_| authority)
}

fn of_usage(fitting: u16, own: &Certificate, rules: &ChainRules) -> Option<Reason> {
    use Extensions as E;
    let allowed = match rules.usage {
        Usage::Ignored => return None,
        Usage::AnyOfServers => E::DIGITAL_SIGNATURE | E::KEY_ENCIPHERMENT | E::KEY_AGREEMENT,
        Usage::Fits => fitting,
        Usage::Unknown => {
            let fits = own.extensions.may(fitting);
            return (!fits).then(|| perhaps(Cause::KeyUsage));
        }
    };
    (!own.extensions.may(allowed)).then(|| surely(Cause::KeyUsage))
}

/// The usage that the key exchange needs: a signature, or with RSA key exchange an encryption (RFC 5246 section 7.4.2).
fn fitting(agreed: Option<&Agreed>) -> u16 {
    let suite = agreed.and_then(|agreed| crate::wire::tls_suites::suite(agreed.suite));
    if suite.is_some_and(|suite| suite.name.starts_with("TLS_RSA_")) {
        Extensions::KEY_ENCIPHERMENT
    } else {
        Extensions::DIGITAL_SIGNATURE
    }
}

fn of_staple(measured: &Measured<'_>, own: &Certificate, rules: &ChainRules) -> Option<Reason> {
    if !own.extensions.must_staple {
        return None;
    }
    let stapled = measured.agreed.iter().filter_map(|agreed| agreed.stapled);
    match (stapled.max(), rules.must_staple) {
        (Some(true), _) | (_, Connects::Yes) => None,
        (Some(false), Connects::No) => Some(surely(Cause::MustStaple)),
        (None, Connects::No) | (_, Connects::Unknown) => Some(perhaps(Cause::MustStaple)),
    }
}

fn of_status(
    measured: &Measured<'_>,
    tls: &Tls,
    own: &Certificate,
    rules: &ChainRules,
) -> Option<Reason> {
    let fault = status_fault(tls.status.as_ref()?, own, measured.now)?;
    let takes = match fault {
        StatusFault::Revoked => rules.status.revoked,
        StatusFault::Ended => rules.status.ended,
        StatusFault::Another => rules.status.another,
        StatusFault::Unknown => rules.status.unknown,
    };
    answered(takes, Cause::Status(fault))
}

/// What is wrong with a status. An authority that did not answer says nothing of the certificate.
fn status_fault(response: &ocsp::Response, own: &Certificate, now: i64) -> Option<StatusFault> {
    let ocsp::Response::Answered(statuses) = response else {
        return None;
    };
    let Some(status) = statuses.iter().find(|one| one.serial == own.serial) else {
        return Some(StatusFault::Another);
    };
    match status.says {
        ocsp::Says::Revoked(_) => Some(StatusFault::Revoked),
        ocsp::Says::Unknown => Some(StatusFault::Unknown),
        ocsp::Says::Good => {
            let ended = status.until.is_some_and(|until| until < now);
            ended.then_some(StatusFault::Ended)
        }
    }
}

fn of_root(measured: &Measured<'_>, path: &TrustPath, rules: &ChainRules) -> Option<Reason> {
    let root = path.root.as_ref()?;
    let ended = root.not_after < measured.now;
    answered(rules.root_end, Cause::RootExpired).filter(|_| ended)
}

fn of_length(own: &Certificate, path: &TrustPath, rules: &ChainRules) -> Option<Reason> {
    if !rules.limits_validity {
        return None;
    }
    let most = match own.not_before {
        from if path.public && from >= APPLE_398 => 398_u32,
        from if from >= APPLE_825 => 825,
        _ => return None,
    };
    let seconds = own.not_after - own.not_before;
    let days = u32::try_from(seconds / DAY).unwrap_or_default();
    (seconds > i64::from(most) * DAY).then(|| surely(Cause::TooLong { days, most }))
}
