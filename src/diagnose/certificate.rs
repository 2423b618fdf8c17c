//! Certificates: every problem of a chain, once for all the ports that show the same chain.

use std::net::IpAddr;

use time::OffsetDateTime;
use time::macros::format_description;

use crate::args;
use crate::dane::DaneMatch;
use crate::facts::{Certificate, Check, Tls};
use crate::failure::{CertificateProblem, Failure, TlsTrouble, Trouble};
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};

use super::case::Case;
use super::clock;
use super::dane;
use super::draft::{list, sentence};
use super::evidence;
use super::names;
use super::policy_servers;
use super::read::shown;
use super::shield::{self, Shield};
use super::tls;

const DAY: i64 = 86_400;

/// A problem, and the checks that share it.
struct Group<'a> {
    problem: CertificateProblem,
    certificate: Option<&'a Certificate>,
    checks: Vec<usize>,
}

/// Every problem of every chain. A chain made by a shield or a gateway is that, and not an unknown issuer.
pub(super) fn problems(case: &mut Case<'_>) {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut shielded: Vec<(Shield, Vec<usize>)> = Vec::new();
    let broken = |check: &Check| check.failure.as_ref().is_some_and(tls::is_broken_within);
    let seen = |case: &Case<'_>, id, check: &Check| !case.is_taken(id) || broken(check);
    for (id, check) in case.own().filter(|(id, check)| seen(case, *id, check)) {
        let shield = check.tls.as_ref().and_then(shield::of);
        if let Some(shield) = &shield {
            match shielded.iter_mut().find(|(other, ..)| other == shield) {
                Some((.., checks)) => checks.push(id),
                None => shielded.push((shield.clone(), vec![id])),
            }
        }
        for problem in of_check(check) {
            // What the shield made says nothing about the server, whatever it made of the name.
            let by_shield =
                shield.is_some() && (is_about_issuer(&problem) || is_about_name(&problem));
            let counts = dane::counts(case.facts, check, &problem)
                && !policy_servers::accounts_for(case.facts, check);
            if !by_shield && counts {
                add(&mut groups, id, check, problem);
            }
        }
    }
    for (shield, checks) in shielded {
        let finding = shield::intercepted(case, &shield, &checks, severity(case, &checks));
        case.claim(finding);
    }
    for group in merged(groups) {
        let finding = of_group(case, &group);
        case.claim(finding);
    }
}

/// The server sends a certificate that has ended, and that nobody needs: the cross-sign of a root, mostly. Programs pass
/// over it (RFC 8446 section 4.4.2), but for some that are very old.
pub(super) fn not_needed(case: &mut Case<'_>) {
    let now = case.facts.started_at;
    let mut found: Vec<(&Certificate, Vec<usize>)> = Vec::new();
    for (id, check) in case.own() {
        let Some((tls, path)) = check
            .tls
            .as_ref()
            .and_then(|tls| Some((tls, tls.path.as_ref()?)))
        else {
            continue;
        };
        let unused = tls.certificates.iter().enumerate();
        let ended = unused.filter(|(index, one)| {
            let root = path
                .root
                .as_ref()
                .is_some_and(|root| root.sha256 == one.sha256);
            !path.steps.contains(index) && !root && one.not_after < now && one.not_after != 0
        });
        for (_, certificate) in ended {
            let same = |(other, _): &&mut (&Certificate, _)| other.sha256 == certificate.sha256;
            match found.iter_mut().find(same) {
                Some((_, checks)) => checks.push(id),
                None => found.push((certificate, vec![id])),
            }
        }
    }
    for (certificate, checks) in found {
        let finding = Finding::about(
            case,
            FindingId::CertificateNotNeeded,
            Owner::Server,
            &checks,
        )
        .severity(Severity::Info)
        .arg("date", date(certificate.not_after))
        .arg("subject", shown(&certificate.subject))
        .arg("issuer", shown(&certificate.issuer))
        .step("step-leave-certificate-out");
        case.add(finding);
    }
}

/// A certificate of the chain ends soon.
pub(super) fn expiring(case: &mut Case<'_>) {
    let now = case.facts.started_at;
    let soon = i64::from(case.facts.soon_days) * DAY;
    let mut found: Vec<(&Certificate, usize, Vec<usize>)> = Vec::new();
    let dated = |check: &Check| {
        // A certificate that a TLSA record names serves beyond its end (RFC 7672 section 3.1.1).
        !matches!(
            dane::verdict(case.facts, check),
            Some(DaneMatch::EndEntity { .. })
        )
    };
    for (id, check) in case.own().filter(|(_, check)| dated(check)) {
        let used = |tls: &Tls, index: usize| {
            tls.path
                .as_ref()
                .is_none_or(|path| path.steps.contains(&index))
        };
        let chain = check.tls.iter().flat_map(|tls| {
            let all = tls.certificates.iter().enumerate();
            all.filter(move |(index, _)| used(tls, *index))
        });
        for (index, certificate) in chain {
            let left = certificate.not_after - now;
            if !(0..=soon.min(late(certificate, soon))).contains(&left) {
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

/// From how many seconds before its end on a renewal is late. Of a certificate that lives no longer than `soon` there would
/// always be too little left (jannispinter/indicatetls#59, testssl/testssl.sh#3097): its last third counts there.
fn late(certificate: &Certificate, soon: i64) -> i64 {
    let life = certificate.not_after - certificate.not_before;
    if (1..=soon).contains(&life) {
        life / 3
    } else {
        soon
    }
}

/// Of one chain, one finding a cause: a clock that is wrong, or a server that was not renewed, shows in every
/// certificate alike.
fn merged(groups: Vec<Group<'_>>) -> Vec<Group<'_>> {
    let mut merged: Vec<Group<'_>> = Vec::new();
    for group in groups {
        let same = |other: &Group<'_>| {
            let id = id_of(&group.problem);
            let dates = matches!(
                id,
                FindingId::CertificateExpired | FindingId::CertificateNotYetValid
            );
            let once = dates || id == FindingId::CertificateMalformed;
            once && id_of(&other.problem) == id && other.checks == group.checks
        };
        if !merged.iter().any(same) {
            merged.push(group);
        }
    }
    merged
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
        // So broken that the handshake stopped there, and nothing is known of it but the reason.
        Some(Trouble::Tls(TlsTrouble::Certificate(what))) if problems.is_empty() => {
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
    let owner = owner(problem);
    let root = is_about_issuer(problem)
        .then(|| shield::private_root(case, &group.checks))
        .flatten();
    // Below an authority of TLSA records mail servers verify on port 25 too.
    let verified = group
        .checks
        .iter()
        .any(|&id| dane::refuses(case.facts, &case.facts.checks[id], problem));
    let severity = if verified {
        dane::severity_of_refusal(case)
    } else {
        severity(case, &group.checks)
    };
    let finding = Finding::about(case, id_of(problem), owner, &group.checks)
        .severity(severity)
        .arg("subject", subject)
        .variant(names::variant(problem, group.certificate).or_else(|| variant(problem)))
        .arg(
            "entry",
            names::entry(problem).map_or_else(String::new, |entry| shown(&entry)),
        )
        .variant_if(
            owner == Owner::ThisMachine && clock::is_behind(case.facts, &group.checks),
            "clock",
        )
        .variant_if(another_key(case, group), "another-key")
        .variant_if(is_by_an_issuer(case, group), "issuer")
        .variant_if(root.is_some() && is_unvouched(problem), "here")
        .step_if(root.is_some(), "step-roots-system")
        .step_alternative(case);
    let finding = with_args(finding, problem, now);
    let evidence = match group.certificate {
        Some(certificate) => {
            let shown = group
                .checks
                .iter()
                .map(|&id| (&case.facts.checks[id], of_certificate(certificate)));
            evidence::by_place(case.facts, shown)
        }
        None => evidence::of_failures(case, &case.open_where(|_, failure| is_about_chain(failure))),
    };
    let unverified = sentence(
        if verified {
            "evidence-port-25-authority"
        } else {
            "evidence-port-25-unverified"
        },
        args! {},
    );
    let only_warned = group
        .checks
        .iter()
        .all(|&id| case.facts.checks[id].failure.is_none());
    let finding = match problem {
        CertificateProblem::NameMismatch { expected, .. } => {
            finding.arg("expected", names::as_people_read_it(case, expected))
        }
        _ => finding,
    };
    with_steps(
        finding,
        problem,
        names::is_on_this_machine(case, &group.checks),
    )
    .evidence(evidence)
    .evidence(root.as_deref().map(shield::root_here))
    .evidence(only_warned.then_some(unverified))
}

/// Whose fault it is. A certificate of the future is first of all a clock of the past; and an authority that nobody knows
/// may be the server's own or that of somebody on the way.
pub(super) const fn owner(problem: &CertificateProblem) -> Owner {
    match problem {
        CertificateProblem::NotYetValid { .. } => Owner::ThisMachine,
        CertificateProblem::UnknownIssuer { .. } => Owner::Unknown,
        CertificateProblem::Expired { .. }
        | CertificateProblem::NameMismatch { .. }
        | CertificateProblem::SelfSigned
        | CertificateProblem::ChainIncomplete { .. }
        | CertificateProblem::WrongPurpose
        | CertificateProblem::Weak { .. }
        | CertificateProblem::Malformed { .. } => Owner::Server,
    }
}

/// Whether the purpose of an authority in between is what is refused, and not that of the server's own certificate.
fn is_by_an_issuer(case: &Case<'_>, group: &Group<'_>) -> bool {
    let sessions = group
        .checks
        .iter()
        .filter_map(|&id| case.facts.checks[id].tls.as_ref());
    let mut chains = sessions.filter_map(|tls| tls.certificates.split_first());
    let is_other = |one: &Certificate| one.extensions.for_servers == Some(false);
    group.problem == CertificateProblem::WrongPurpose
        && chains.any(|(own, above)| !is_other(own) && above.iter().any(is_other))
}

/// Whether the server sends a certificate with the issuer's name and another key (RFC 5280 section 4.2.1.1).
fn another_key(case: &Case<'_>, group: &Group<'_>) -> bool {
    let CertificateProblem::UnknownIssuer { issuer } = &group.problem else {
        return false;
    };
    let sessions = group
        .checks
        .iter()
        .filter_map(|&id| case.facts.checks[id].tls.as_ref());
    let mut pairs = sessions.flat_map(|tls| {
        let signed = tls.certificates.iter().filter(|one| one.issuer == *issuer);
        signed.flat_map(|one| tls.certificates.iter().map(move |other| (one, other)))
    });
    pairs.any(|(one, other)| {
        let named = &one.extensions.issuer_key;
        let differs = named.is_some() && other.extensions.own_key.is_some();
        other.subject == *issuer && differs && other.extensions.own_key != *named
    })
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
        CertificateProblem::Malformed { what, .. } => match what.as_str() {
            "nameConstraints" | "nameConstraints: directoryName" => Some("constraints"),
            "pathLenConstraint" => Some("path-length"),
            "signatureAlgorithm" => Some("algorithm"),
            CertificateProblem::NO_CERT_SIGN => Some("key-usage"),
            what if what.starts_with("critical extension") => Some("critical"),
            _ => None,
        },
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
        CertificateProblem::Weak { what, .. } => finding.arg("what", shown(what)),
        CertificateProblem::Malformed { what, .. } => finding
            .arg("what", shown(what))
            .arg("kind", variant(problem).unwrap_or("other")),
        CertificateProblem::SelfSigned | CertificateProblem::WrongPurpose => finding,
    }
}

fn with_steps(finding: Finding, problem: &CertificateProblem, here: bool) -> Finding {
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
            let usable = names.iter().find(|name| names::is_usable(name));
            let finding = match usable {
                _ if names::entry(problem).is_some() => finding,
                Some(name) => finding.step_with("step-use-name", args! { "name" => shown(name) }),
                None => finding.step("step-ask-provider-name"),
            };
            // Certificates are made for names, so that nobody is sent for one with an address.
            let by_name = expected.parse::<IpAddr>().is_err();
            let as_name = !by_name && names::entry(problem).is_some();
            finding
                .step_if(by_name, "step-certificate-with-name")
                .step_if(as_name, "step-certificate-with-address")
        }
        // But for a tunnel, nobody is in between.
        CertificateProblem::SelfSigned | CertificateProblem::UnknownIssuer { .. } if here => {
            finding
                .step("step-name-on-this-machine")
                .step("step-trust-own-authority")
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
        let check = &case.facts.checks[**id];
        let failure = check.failure.as_ref();
        // A chain that was seen behind the back of a handshake that failed would have failed the check as well.
        let unseen = check.follow_ups.tls_offers.is_some() && check.endpoint.service.is_for_users();
        failure.is_some_and(|failure| is_about_chain(failure) || unseen)
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

const fn is_about_name(problem: &CertificateProblem) -> bool {
    matches!(problem, CertificateProblem::NameMismatch { .. })
}

const fn is_unvouched(problem: &CertificateProblem) -> bool {
    matches!(
        problem,
        CertificateProblem::SelfSigned | CertificateProblem::UnknownIssuer { .. }
    )
}

const fn is_about_issuer(problem: &CertificateProblem) -> bool {
    is_unvouched(problem) || matches!(problem, CertificateProblem::ChainIncomplete { .. })
}

pub(super) fn of_certificate(certificate: &Certificate) -> Sentence {
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
pub(super) fn date(seconds: i64) -> String {
    let format = format_description!("[year]-[month]-[day] [hour]:[minute] UTC");
    let moment = OffsetDateTime::from_unix_timestamp(seconds).ok();
    moment
        .and_then(|moment| moment.format(format).ok())
        .unwrap_or_else(|| seconds.to_string())
}
