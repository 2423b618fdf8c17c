//! The policy held against the mail exchangers: whether it names them, and whether they show what it demands.

use crate::args;
use crate::facts::{Check, Facts, HostFacts};
use crate::failure::CertificateProblem;
use crate::finding::{Evidence, Finding, FindingId, Owner, Severity};
use crate::mta_sts::policy::{Mode, Policy};

use super::case::Case;
use super::delivery::{self, Delivers, Shows};
use super::draft::{list, sentence};
use super::policy::{about, in_force, is_doubtful};
use super::policy_document::{names_of, url};
use super::read::shown;
use super::{certificate, dane_of, evidence};

/// Whether the mode makes senders look at the servers.
fn looks(policy: &Policy) -> bool {
    match policy.mode {
        Mode::Enforce | Mode::Testing => true,
        Mode::None => false,
    }
}

/// How bad it is that servers do not keep to the policy: an error where senders that look surely deliver to none of
/// them.
fn severity(facts: &Facts, policy: &Policy) -> Severity {
    let some = delivery::deliveries(facts)
        .iter()
        .any(|host| host.mta_sts != Delivers::No);
    if policy.mode == Mode::Enforce && !some && !is_doubtful(facts) {
        Severity::Error
    } else {
        Severity::Warning
    }
}

/// At which of these hosts DANE lets senders that look at it deliver: it goes first (RFC 8461 section 2).
fn by_dane(facts: &Facts, hosts: &[usize]) -> &'static str {
    let matches = |&host: &usize| dane_of(facts, host) == Some("matches");
    if hosts.iter().all(matches) {
        "yes"
    } else if hosts.iter().any(matches) {
        "some"
    } else {
        "no"
    }
}

/// A mail exchanger that the policy does not name.
pub(super) fn mx_not_listed(case: &mut Case<'_>) {
    let facts = case.facts;
    let wanted = |policy: &Policy| looks(policy) && !policy.patterns.is_empty();
    let Some(policy) = in_force(facts).filter(wanted) else {
        return;
    };
    let hosts = facts.hosts.iter().enumerate();
    let unlisted: Vec<(usize, &HostFacts)> = hosts
        .filter(|(_, host)| !delivery::is_listed(&policy, host))
        .collect();
    if unlisted.is_empty() {
        return;
    }
    let places: Vec<usize> = unlisted.iter().map(|(place, _)| *place).collect();
    let checks = checks_of(case, &places);
    // The star stands for one label, and people mean it to stand for more.
    let star = unlisted.iter().any(|(_, host)| {
        let mut stars = policy.patterns.iter().filter(|pattern| pattern.star);
        stars.any(|pattern| host.name.ends_with(&format!(".{}", pattern.name)))
    });
    let patterns = policy.patterns.iter().map(ToString::to_string);
    let args = args! { "patterns" => list(patterns), "star" => if star { "yes" } else { "no" } };
    let of_places = checks.iter().map(|&id| &facts.checks[id]);
    let listed = of_places.filter_map(|check| {
        let names = listed_names(&policy, check);
        let args = args! { "names" => list(names.iter().cloned()) };
        (!names.is_empty()).then(|| (check, sentence("evidence-mta-sts-listed", args)))
    });
    let listed: Vec<_> = listed.collect();
    let names = list(unlisted.iter().map(|(_, host)| host.display.clone()));
    let finding = about(case, FindingId::MtaStsMxNotListed, severity(facts, &policy))
        .checks(checks)
        .arg("host", names)
        .arg("url", url(facts))
        .arg("some", others(facts, places.len()))
        .arg("dane", by_dane(facts, &places))
        .variant(in_doubt(facts, &policy))
        .evidence([Evidence::from(sentence("evidence-mta-sts-patterns", args))])
        .evidence(evidence::by_place(facts, listed))
        .step("step-list-mx")
        .step("step-mta-sts-id");
    case.add(finding);
}

/// The names of a certificate that holds which the policy names: some senders hold the policy against these in place of the
/// MX record (Postfix, where `smtp_tls_enforce_sts_mx_patterns` is not known or off).
fn listed_names(policy: &Policy, check: &Check) -> Vec<String> {
    let Some(tls) = check.tls.as_ref() else {
        return Vec::new();
    };
    let other =
        |problem: &CertificateProblem| !matches!(problem, CertificateProblem::NameMismatch { .. });
    if tls.problems.iter().any(other) {
        return Vec::new();
    }
    let own = tls.certificates.first();
    let names = own.map_or(&[][..], |own| own.names.as_slice());
    let fits = |name: &&String| {
        let mut patterns = policy.patterns.iter();
        patterns.any(|pattern| pattern.fits(name))
    };
    names.iter().filter(fits).map(|name| shown(name)).collect()
}

/// Whether senders that look at the policy have another host to go to: "yes", "none" where the policy names none, "other"
/// where nobody can say.
fn others(facts: &Facts, unlisted: usize) -> &'static str {
    let mut hosts = delivery::deliveries(facts).into_iter();
    if hosts.any(|host| host.mta_sts == Delivers::Yes) {
        "yes"
    } else if unlisted == facts.hosts.len() {
        "none"
    } else {
        "other"
    }
}

/// The explanation where it is not certain that senders hold the servers to the policy.
fn in_doubt(facts: &Facts, policy: &Policy) -> Option<&'static str> {
    match policy.mode {
        Mode::Testing => Some("testing"),
        Mode::Enforce | Mode::None => is_doubtful(facts).then_some("doubtful"),
    }
}

/// The own checks of port 25 at these hosts.
fn checks_of(case: &Case<'_>, hosts: &[usize]) -> Vec<usize> {
    let of_hosts = case.own().filter(|(_, check)| hosts.contains(&check.host));
    of_hosts.map(|(id, _)| id).collect()
}

/// A mail exchanger that the policy names, and that takes mail unencrypted only.
pub(super) fn without_tls(case: &mut Case<'_>) {
    let Some(policy) = in_force(case.facts).filter(looks) else {
        return;
    };
    let mut wrong = breaking(case, &policy, Shows::NoTls);
    wrong.retain(|(id, _)| !case.is_explained(*id));
    if wrong.is_empty() {
        return;
    }
    let finding = not_kept(case, &policy, &wrong)
        .variant(match policy.mode {
            Mode::Testing => "testing-no-tls",
            Mode::Enforce | Mode::None if is_doubtful(case.facts) => "doubtful",
            Mode::Enforce | Mode::None => "no-tls",
        })
        .step("step-offer-starttls")
        .step("step-mta-sts-testing");
    case.claim(finding);
}

/// A mail exchanger that the policy names, and whose certificate is not for its name, or not of a known authority.
pub(super) fn certificate_mismatch(case: &mut Case<'_>) {
    let facts = case.facts;
    let Some(policy) = in_force(facts).filter(looks) else {
        return;
    };
    let wrong = breaking(case, &policy, Shows::Wrong);
    if wrong.is_empty() {
        return;
    }
    let problems = wrong.iter().flat_map(|(_, check)| {
        let problems = check.tls.iter().flat_map(|tls| &tls.problems);
        problems.map(|problem| {
            let names = names_of(problem).unwrap_or_default();
            let args = args! { "what" => problem.reason(), "text" => names };
            (*check, sentence("evidence-mta-sts-certificate", args))
        })
    });
    let certificates = wrong.iter().filter_map(|(_, check)| {
        let own = check.tls.as_ref()?.certificates.first()?;
        Some((*check, certificate::of_certificate(own)))
    });
    let finding = not_kept(case, &policy, &wrong)
        .variant(in_doubt(facts, &policy))
        .evidence(evidence::by_place(facts, problems))
        .evidence(evidence::by_place(facts, certificates))
        .step("step-mta-sts-mx-certificate")
        .step("step-mta-sts-testing");
    case.claim(finding);
}

/// The checks that show this at hosts that the policy names.
fn breaking<'a>(case: &Case<'a>, policy: &Policy, shows: Shows) -> Vec<(usize, &'a Check)> {
    let facts = case.facts;
    case.own()
        .filter(|(id, check)| !case.is_taken(*id) && breaks(facts, policy, check, shows))
        .collect()
}

/// Whether a check shows this at a host that the policy names.
fn breaks(facts: &Facts, policy: &Policy, check: &Check, shows: Shows) -> bool {
    let host = facts.hosts.get(check.host);
    let listed = host.is_some_and(|host| delivery::is_listed(policy, host));
    listed && delivery::shown(facts, check) == shows
}

/// A finding about servers that do not keep to the policy.
fn not_kept(case: &Case<'_>, policy: &Policy, wrong: &[(usize, &Check)]) -> Finding {
    let facts = case.facts;
    let ids: Vec<usize> = wrong.iter().map(|(id, _)| *id).collect();
    let mut hosts: Vec<usize> = wrong.iter().map(|(_, check)| check.host).collect();
    hosts.dedup();
    Finding::about(
        case,
        FindingId::MtaStsCertificateMismatch,
        Owner::Domain,
        &ids,
    )
    .severity(severity(facts, policy))
    .arg("domain", facts.target.host.to_string())
    .arg("some", others(facts, 0))
    .arg("dane", by_dane(facts, &hosts))
}

/// Whether what is wrong with the certificate of a check is told as what the policy forbids.
pub(super) fn accounts_for(facts: &Facts, check: &Check) -> bool {
    let policy = in_force(facts).filter(looks);
    policy.is_some_and(|policy| breaks(facts, &policy, check, Shows::Wrong))
}
