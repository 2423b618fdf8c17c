//! Certificates: every problem of a chain, once for all the ports that show the same chain.

use std::net::IpAddr;

use time::OffsetDateTime;
use time::macros::format_description;

use crate::args;
use crate::dane::DaneMatch;
use crate::facts::{Certificate, Check, Tls};
use crate::failure::{CertificateProblem, Failure, TlsTrouble, Trouble};
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};
use crate::target::HostName;

use super::case::Case;
use super::dane;
use super::draft::{list, sentence};
use super::evidence;
use super::read::shown;

const DAY: i64 = 86_400;

/// A certificate that ends within this time is worth a word, in seconds.
const SOON: i64 = 14 * DAY;

/// Issuers of certificates that programs on the own machine make up: mail shields of virus scanners.
const SHIELDS: &[&str] = &[
    "web/mail shield",
    "kaspersky",
    "eset ssl filter",
    "bitdefender personal ca",
    "adguard personal",
];

/// The same for gateways of companies.
const GATEWAYS: &[&str] = &["zscaler", "fortinet", "fortigate", "netskope"];

/// A problem, and the checks that share it.
struct Group<'a> {
    problem: CertificateProblem,
    certificate: Option<&'a Certificate>,
    checks: Vec<usize>,
}

/// Every problem of every chain. A chain made by a shield or a gateway is that, and not an unknown issuer.
pub(super) fn problems(case: &mut Case<'_>) {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut shielded: Vec<(&'static str, Owner, String, Vec<usize>)> = Vec::new();
    for (id, check) in case.own().filter(|(id, _)| !case.is_taken(*id)) {
        let shield = check.tls.as_ref().and_then(shield);
        if let Some((product, owner, issuer)) = &shield {
            match shielded.iter_mut().find(|(other, ..)| other == product) {
                Some((.., checks)) => checks.push(id),
                None => shielded.push((product, *owner, issuer.clone(), vec![id])),
            }
        }
        for problem in of_check(check) {
            let by_shield = shield.is_some() && is_about_issuer(&problem);
            if !by_shield && dane::counts(case.facts, check, &problem) {
                add(&mut groups, id, check, problem);
            }
        }
    }
    for (_, owner, issuer, checks) in shielded {
        let finding = intercepted(case, owner, &issuer, &checks);
        case.claim(finding);
    }
    for group in groups {
        let finding = of_group(case, &group);
        case.claim(finding);
    }
}

/// A certificate of the chain ends soon.
pub(super) fn expiring(case: &mut Case<'_>) {
    let now = case.facts.started_at;
    let mut found: Vec<(&Certificate, usize, Vec<usize>)> = Vec::new();
    let dated = |check: &Check| {
        // A certificate that a TLSA record names serves beyond its end (RFC 7672 section 3.1.1).
        !matches!(
            dane::verdict(case.facts, check),
            Some(DaneMatch::EndEntity { .. })
        )
    };
    for (id, check) in case.own().filter(|(_, check)| dated(check)) {
        let chain = check
            .tls
            .iter()
            .flat_map(|tls| tls.certificates.iter().enumerate());
        for (index, certificate) in chain {
            let left = certificate.not_after - now;
            if !(0..=SOON).contains(&left) {
                continue;
            }
            match found
                .iter_mut()
                .find(|(other, ..)| other.sha256 == certificate.sha256)
            {
                Some((.., checks)) => checks.push(id),
                None => found.push((certificate, index, vec![id])),
            }
        }
    }
    for (certificate, index, checks) in found {
        let days = u32::try_from((certificate.not_after - now) / DAY).unwrap_or_default();
        let finding = Finding::about(case, FindingId::CertificateExpiring, Owner::Server, &checks)
            .severity(Severity::Warning)
            .arg("date", date(certificate.not_after))
            .arg("days", days)
            .arg("subject", shown(&certificate.subject))
            .variant((index > 0).then_some("chain"))
            .step(if index > 0 {
                "step-renew-chain"
            } else {
                "step-renew-certificate"
            });
        case.add(finding);
    }
}

fn add<'a>(groups: &mut Vec<Group<'a>>, id: usize, check: &'a Check, problem: CertificateProblem) {
    let chain = check
        .tls
        .as_ref()
        .map_or(&[][..], |tls| tls.certificates.as_slice());
    let certificate = chain.get(place(&problem)).or_else(|| chain.first());
    let key = certificate.map(|certificate| certificate.sha256.as_str());
    let same = |group: &&mut Group<'a>| {
        let other = group
            .certificate
            .map(|certificate| certificate.sha256.as_str());
        group.problem == problem && other == key
    };
    match groups.iter_mut().find(same) {
        Some(group) if group.checks.contains(&id) => {}
        Some(group) => group.checks.push(id),
        None => groups.push(Group {
            problem,
            certificate,
            checks: vec![id],
        }),
    }
}

/// The problems that a check has, wherever they were recorded.
fn of_check(check: &Check) -> Vec<CertificateProblem> {
    let recorded = check.tls.iter().flat_map(|tls| tls.problems.clone());
    let mut problems: Vec<CertificateProblem> = recorded.collect();
    match check.failure.as_ref().map(|failure| &failure.trouble) {
        Some(Trouble::Certificate(reported)) if problems.is_empty() => {
            problems.clone_from(reported);
        }
        // So broken that the handshake stopped there; the library's words are all there is.
        Some(Trouble::Tls(TlsTrouble::Certificate(what))) => {
            problems.push(CertificateProblem::Malformed {
                index: 0,
                what: what.clone(),
            });
        }
        _ => {}
    }
    problems
}

fn of_group(case: &Case<'_>, group: &Group<'_>) -> Finding {
    let now = case.facts.started_at;
    let problem = &group.problem;
    let subject = group
        .certificate
        .map_or_else(String::new, |certificate| shown(&certificate.subject));
    let finding = Finding::about(case, id_of(problem), owner_of(problem), &group.checks)
        .severity(severity(case, &group.checks))
        .arg("subject", subject)
        .variant(variant(problem))
        .step_alternative(case);
    let finding = with_args(finding, problem, now);
    let evidence = match group.certificate {
        Some(certificate) => Some(of_certificate(certificate).into()),
        None => evidence::of_failures(case, &case.open_where(|_, failure| is_about_chain(failure))),
    };
    let unverified = sentence("evidence-port-25-unverified", args! {});
    let only_warned = group
        .checks
        .iter()
        .all(|&id| case.facts.checks[id].failure.is_none());
    with_steps(finding, problem)
        .evidence(evidence)
        .evidence(only_warned.then_some(unverified))
}

const fn id_of(problem: &CertificateProblem) -> FindingId {
    match problem {
        CertificateProblem::Expired { .. } => FindingId::CertificateExpired,
        CertificateProblem::NotYetValid { .. } => FindingId::CertificateNotYetValid,
        CertificateProblem::NameMismatch { .. } => FindingId::CertificateNameMismatch,
        CertificateProblem::SelfSigned => FindingId::CertificateSelfSigned,
        CertificateProblem::UnknownIssuer { .. } => FindingId::CertificateUnknownIssuer,
        CertificateProblem::ChainIncomplete { .. } => FindingId::CertificateChainIncomplete,
        CertificateProblem::WrongPurpose => FindingId::CertificateWrongPurpose,
        CertificateProblem::Weak { .. } => FindingId::CertificateWeak,
        CertificateProblem::Malformed { .. } => FindingId::CertificateMalformed,
    }
}

/// A certificate that seems to begin in the future says first that the clock here is to be looked at.
const fn owner_of(problem: &CertificateProblem) -> Owner {
    match problem {
        CertificateProblem::NotYetValid { .. } => Owner::ThisMachine,
        CertificateProblem::Expired { .. }
        | CertificateProblem::NameMismatch { .. }
        | CertificateProblem::SelfSigned
        | CertificateProblem::UnknownIssuer { .. }
        | CertificateProblem::ChainIncomplete { .. }
        | CertificateProblem::WrongPurpose
        | CertificateProblem::Weak { .. }
        | CertificateProblem::Malformed { .. } => Owner::Server,
    }
}

/// The place in the chain that the problem is about.
const fn place(problem: &CertificateProblem) -> usize {
    match problem {
        CertificateProblem::Expired { index, .. }
        | CertificateProblem::NotYetValid { index, .. }
        | CertificateProblem::Weak { index, .. }
        | CertificateProblem::Malformed { index, .. } => *index,
        CertificateProblem::NameMismatch { .. }
        | CertificateProblem::SelfSigned
        | CertificateProblem::UnknownIssuer { .. }
        | CertificateProblem::ChainIncomplete { .. }
        | CertificateProblem::WrongPurpose => 0,
    }
}

fn variant(problem: &CertificateProblem) -> Option<&'static str> {
    match problem {
        CertificateProblem::NameMismatch { names, .. } if names.is_empty() => Some("no-names"),
        CertificateProblem::NameMismatch { expected, .. } if expected.parse::<IpAddr>().is_ok() => {
            Some("address")
        }
        CertificateProblem::Expired { index, .. } if *index > 0 => Some("chain"),
        _ => None,
    }
}

fn with_args(finding: Finding, problem: &CertificateProblem, now: i64) -> Finding {
    match problem {
        CertificateProblem::Expired { not_after, .. } => {
            let days = u32::try_from((now - not_after) / DAY).unwrap_or_default();
            finding.arg("date", date(*not_after)).arg("days", days)
        }
        CertificateProblem::NotYetValid { not_before, .. } => {
            finding.arg("date", date(*not_before)).arg("now", date(now))
        }
        CertificateProblem::NameMismatch { expected, names } => finding
            .arg("expected", expected.as_str())
            .arg("names", list(names.iter().map(|name| shown(name)))),
        CertificateProblem::UnknownIssuer { issuer }
        | CertificateProblem::ChainIncomplete { issuer } => finding.arg("issuer", shown(issuer)),
        CertificateProblem::Weak { what, .. } | CertificateProblem::Malformed { what, .. } => {
            finding.arg("what", shown(what))
        }
        CertificateProblem::SelfSigned | CertificateProblem::WrongPurpose => finding,
    }
}

fn with_steps(finding: Finding, problem: &CertificateProblem) -> Finding {
    match problem {
        CertificateProblem::Expired { index, .. } => finding.step(if *index > 0 {
            "step-renew-chain"
        } else {
            "step-renew-certificate"
        }),
        CertificateProblem::NotYetValid { .. } => finding
            .step("step-check-clock")
            .step("step-tell-server-early"),
        CertificateProblem::NameMismatch { names, expected } => {
            // Neither a pattern nor an address, nor what a server put there to be read by somebody.
            let usable = names
                .iter()
                .find(|name| name.parse::<IpAddr>().is_err() && name.parse::<HostName>().is_ok());
            let finding = match usable {
                Some(name) => finding.step_with("step-use-name", args! { "name" => shown(name) }),
                None => finding.step("step-ask-provider-name"),
            };
            // Certificates are made for names, so that nobody is sent for one with an address.
            let by_name = expected.parse::<IpAddr>().is_err();
            finding.step_if(by_name, "step-certificate-with-name")
        }
        CertificateProblem::SelfSigned | CertificateProblem::UnknownIssuer { .. } => finding
            .step("step-compare-certificate")
            .step("step-trust-own-authority")
            .step("step-certificate-from-known-authority"),
        CertificateProblem::ChainIncomplete { .. } => finding.step("step-send-intermediate"),
        CertificateProblem::WrongPurpose
        | CertificateProblem::Weak { .. }
        | CertificateProblem::Malformed { .. } => finding.step("step-replace-certificate"),
    }
}

/// What fails a check counts as its failure does; what port 25 lets pass is a warning (RFC 7435).
fn severity(case: &Case<'_>, checks: &[usize]) -> Severity {
    let failing = |id: &&usize| {
        let failure = case.facts.checks[**id].failure.as_ref();
        failure.is_some_and(is_about_chain)
    };
    let failing: Vec<usize> = checks.iter().filter(failing).copied().collect();
    case.severity(&failing, Severity::Error)
        .max(Severity::Warning)
}

fn is_about_chain(failure: &Failure) -> bool {
    matches!(
        failure.trouble,
        Trouble::Certificate(_) | Trouble::Tls(TlsTrouble::Certificate(_))
    )
}

/// The answer did not come from the mail server: a program here or a gateway opened the encryption.
fn intercepted(case: &Case<'_>, owner: Owner, issuer: &str, checks: &[usize]) -> Finding {
    let variant = if owner == Owner::ThisMachine {
        "here"
    } else {
        "gateway"
    };
    let seen = checks.iter().map(|&id| {
        let check = &case.facts.checks[id];
        (
            check,
            sentence("evidence-issuer", args! { "issuer" => issuer }),
        )
    });
    let evidence = evidence::by_place(case.facts, seen);
    Finding::about(case, FindingId::TlsIntercepted, owner, checks)
        .severity(severity(case, checks))
        .arg("issuer", issuer)
        .variant(variant)
        .evidence(evidence)
        .step(if owner == Owner::ThisMachine {
            "step-switch-off-shield"
        } else {
            "step-ask-network-inspection"
        })
        .step("step-run-again")
}

/// The product fragment, its owner and the issuer, where a chain was made by a shield or a gateway.
fn shield(tls: &Tls) -> Option<(&'static str, Owner, String)> {
    let known = |issuer: &str| {
        let lower = issuer.to_lowercase();
        let of = |fragments: &'static [&'static str], owner| {
            let fragment = fragments
                .iter()
                .find(|fragment| lower.contains(*fragment))?;
            Some((*fragment, owner, shown(issuer)))
        };
        of(SHIELDS, Owner::ThisMachine).or_else(|| of(GATEWAYS, Owner::Network))
    };
    tls.certificates
        .iter()
        .find_map(|certificate| known(&certificate.issuer))
}

const fn is_about_issuer(problem: &CertificateProblem) -> bool {
    matches!(
        problem,
        CertificateProblem::SelfSigned
            | CertificateProblem::UnknownIssuer { .. }
            | CertificateProblem::ChainIncomplete { .. }
    )
}

fn of_certificate(certificate: &Certificate) -> Sentence {
    sentence(
        "evidence-certificate",
        args! {
            "subject" => shown(&certificate.subject),
            "issuer" => shown(&certificate.issuer),
            "from" => date(certificate.not_before),
            "until" => date(certificate.not_after),
        },
    )
}

/// Unix time as a date and time of UTC; certificates are dated to the second, and people compare them with clocks.
fn date(seconds: i64) -> String {
    let format = format_description!("[year]-[month]-[day] [hour]:[minute] UTC");
    let moment = OffsetDateTime::from_unix_timestamp(seconds).ok();
    moment
        .and_then(|moment| moment.format(format).ok())
        .unwrap_or_else(|| seconds.to_string())
}
