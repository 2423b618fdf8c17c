//! The certificate depends on the name in the TLS hello (SNI, RFC 6066 section 3): one that fits is there, and who connects
//! like this does not get it.

use crate::args;
use crate::facts::{Check, OtherName, Tls};
use crate::failure::Stage;
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};
use crate::programs::PROFILES;

use super::case::Case;
use super::certificate;
use super::dane;
use super::draft::{list, sentence};
use super::evidence;
use super::policy_servers;
use super::read::shown;

/// What the checks of one finding have in common.
#[derive(Clone, Debug, PartialEq)]
struct Kind {
    /// The name that was asked for at first; an address was not sent.
    asked: String,
    /// The name that was sent afterwards.
    sent: Option<String>,
    /// Whether the server went so far as to show a certificate at first.
    shows: bool,
    /// Whether the check went on all the same, as between mail servers.
    passes: bool,
}

/// With the other name the certificate is good: that is the cause, whatever is wrong with the first one.
pub(super) fn certificate_depends(case: &mut Case<'_>) {
    let mut groups: Vec<(Kind, Vec<usize>)> = Vec::new();
    let open = case.open_where(|check, failure| {
        matches!(failure.stage, Stage::Tls | Stage::Certificate) && good(check).is_some()
    });
    let failed = open
        .iter()
        .map(|failed| (failed.id, failed.check, failed.failure.stage, false));
    // What mail servers do not look at is no failure.
    let passed = case
        .own()
        .filter(|(_, check)| check.failure.is_none() && counts(case, check));
    let passed = passed.map(|(id, check)| (id, check, Stage::Certificate, true));
    for (id, check, stage, passes) in failed.chain(passed) {
        let Some(kind) = kind(check, stage, passes) else {
            continue;
        };
        match groups.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, checks)) => checks.push(id),
            None => groups.push((kind, vec![id])),
        }
    }
    for (kind, checks) in groups {
        let finding = of_group(case, &kind, &checks);
        case.claim(finding);
    }
}

/// Whether anybody holds the certificate of a mail exchanger to its authority and its name.
fn counts(case: &Case<'_>, check: &Check) -> bool {
    let mut problems = check.tls.iter().flat_map(|tls| &tls.problems);
    problems.any(|problem| dane::counts(case.facts, check, problem))
        && !policy_servers::accounts_for(case.facts, check)
}

fn kind(check: &Check, stage: Stage, passes: bool) -> Option<Kind> {
    let (other, tls) = good(check)?;
    // Nothing need be left of a session that broke off.
    let asked = match (&check.tls, &other.sent) {
        (Some(first), _) => first.server_name.clone(),
        (None, Some(_)) => check.address?.to_string(),
        (None, None) => tls.server_name.clone(),
    };
    Some(Kind {
        asked,
        sent: other.sent.clone(),
        shows: stage == Stage::Certificate,
        passes,
    })
}

/// What the other name brought, where its certificate is good.
fn good(check: &Check) -> Option<(&OtherName, &Tls)> {
    let other = check.follow_ups.other_name.as_ref()?;
    let tls = other.outcome.as_ref().ok()?;
    tls.is_trusted().then_some((other, tls))
}

fn of_group(case: &Case<'_>, kind: &Kind, checks: &[usize]) -> Finding {
    let all = || checks.iter().map(|&id| &case.facts.checks[id]);
    let own = all().find_map(|check| check.tls.as_ref()?.certificates.first());
    let names = own.map_or(&[][..], |own| &own.names);
    let first = all().filter_map(|check| {
        let own = check.tls.as_ref()?.certificates.first()?;
        Some((check, certificate::of_certificate(own)))
    });
    let open = case.open_where(|check, _| all().any(|one| std::ptr::eq(one, check)));
    let failures = (!kind.shows).then(|| evidence::of_failures(case, &open));
    let sent = kind.sent.as_deref().unwrap_or_default();
    let finding = Finding::about(
        case,
        FindingId::CertificateDependsOnSni,
        Owner::Server,
        checks,
    )
    .variant(match (&kind.sent, kind.shows) {
        (None, _) if kind.passes => Some("exchanger"),
        (None, true) => None,
        (None, false) => Some("refused"),
        (Some(_), true) => Some("address"),
        (Some(_), false) => Some("address-refused"),
    })
    .arg("asked", kind.asked.as_str())
    .arg("sent", sent)
    .arg("names", list(names.iter().map(|name| shown(name))))
    .arg("silent", silent())
    .evidence(evidence::by_place(case.facts, first))
    .evidence(failures.flatten())
    .evidence(evidence::by_place(case.facts, others(all())));
    let finding = if kind.passes {
        finding.severity(Severity::Warning)
    } else {
        finding
    };
    match &kind.sent {
        Some(name) => finding.step_with("step-use-name", args! { "name" => shown(name) }),
        None if kind.passes => finding,
        None => finding.step_alternative(case),
    }
    .step("step-mend-certificate-by-name")
}

/// What the server shows with the other name.
pub(super) fn others<'a>(
    checks: impl Iterator<Item = &'a Check>,
) -> impl Iterator<Item = (&'a Check, Sentence)> {
    checks.filter_map(|check| {
        let other = check.follow_ups.other_name.as_ref()?;
        let own = other.outcome.as_ref().ok()?.certificates.first()?;
        let args = args! {
            "named" => if other.sent.is_some() { "yes" } else { "no" },
            "name" => shown(other.sent.as_deref().unwrap_or_default()),
            "subject" => shown(&own.subject),
            "issuer" => shown(&own.issuer),
            "names" => list(own.names.iter().map(|name| shown(name))),
        };
        Some((check, sentence("evidence-other-name", args)))
    })
}

/// The programs that send no name.
fn silent() -> Vec<String> {
    let silent = PROFILES.iter().filter(|profile| !profile.sends_name);
    list(silent.map(|profile| profile.name.to_owned()))
}
