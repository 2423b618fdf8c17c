//! The way from plain text to TLS: not offered, taken away, refused, or tampered with.

use crate::args;
use crate::facts::Check;
use crate::failure::{Stage, Trouble};
use crate::finding::{Finding, FindingId, Owner, Severity};
use crate::service::{Protocol, Security, Service};

use super::case::{self, Case};
use super::draft::{ids, list, sentence};
use super::evidence;
use super::read;

/// An IMAP session that begins logged in may not be encrypted any more (RFC 9051 section 6.2.1).
pub(super) fn preauthenticated(case: &mut Case<'_>) {
    let found: Vec<(usize, &Check)> = case
        .own()
        .filter(|(id, check)| case::preauthenticated(check) && !case.is_explained(*id))
        .collect();
    if found.is_empty() {
        return;
    }
    let seen = found.iter().map(|(_, check)| {
        let greeting = check.greeting.iter().flat_map(|greeting| &greeting.lines);
        let lines: Vec<_> = greeting.cloned().collect();
        (
            *check,
            sentence(
                "evidence-greeting",
                args! { "greeting" => read::quote(&lines) },
            ),
        )
    });
    let ids: Vec<usize> = found.iter().map(|(id, _)| *id).collect();
    let finding = Finding::about(case, FindingId::Preauthenticated, Owner::Server, &ids)
        .evidence(evidence::by_place(case.facts, seen))
        .step("step-do-not-log-in")
        .step_alternative(case)
        .step("step-try-other-network")
        .step("step-tell-server");
    case.explain(finding);
}

/// Bytes came behind the answer to STARTTLS, in clear: put there by the server's mistake or by somebody on the way.
pub(super) fn injection(case: &mut Case<'_>) {
    let found: Vec<(usize, &Check)> = case
        .own()
        .filter(|(id, check)| check.early_bytes.is_some() && !case.is_explained(*id))
        .collect();
    if found.is_empty() {
        return;
    }
    let seen = found.iter().map(|(_, check)| {
        let early = check.early_bytes.as_slice();
        (
            *check,
            sentence(
                "evidence-early-bytes",
                args! { "received" => read::quote(early) },
            ),
        )
    });
    let ids: Vec<usize> = found.iter().map(|(id, _)| *id).collect();
    let finding = Finding::about(case, FindingId::StarttlsInjection, Owner::Server, &ids)
        .evidence(evidence::by_place(case.facts, seen))
        .step("step-do-not-log-in")
        .step_alternative(case)
        .step("step-try-other-network")
        .step("step-tell-server-injection");
    case.explain(finding);
}

/// STARTTLS was overwritten on the way: firewalls that inspect SMTP put X in its place.
pub(super) fn stripped(case: &mut Case<'_>) {
    let found = without_starttls(case, |check| {
        let offered = check.capabilities.as_deref().unwrap_or_default();
        let greeting = check
            .greeting
            .as_ref()
            .map(|greeting| greeting.lines.as_slice());
        read::is_masked(offered) || greeting.is_some_and(read::is_masked_banner)
    });
    if found.is_empty() {
        return;
    }
    let finding = about(case, FindingId::StarttlsStripped, Owner::Network, &found)
        .step("step-do-not-log-in")
        .step_alternative(case)
        .step("step-switch-off-inspection")
        .step("step-try-other-network");
    case.explain(finding);
}

/// No login without TLS, and no way to TLS.
pub(super) fn login_disabled(case: &mut Case<'_>) {
    let found = without_starttls(case, |check| {
        read::offers(check.capabilities.as_ref(), "LOGINDISABLED")
    });
    if found.is_empty() {
        return;
    }
    let finding = about(case, FindingId::LoginDisabled, Owner::Server, &found)
        .step_alternative(case)
        .step("step-offer-starttls");
    case.explain(finding);
}

/// STARTTLS is missing: a password would go in clear, and between servers the mail does.
pub(super) fn not_offered(case: &mut Case<'_>) {
    let found = without_starttls(case, |_| true);
    if found.is_empty() {
        return;
    }
    let finding = about(case, FindingId::StarttlsNotOffered, Owner::Server, &found)
        .step_alternative(case)
        .step("step-try-other-network")
        .step("step-offer-starttls");
    case.explain(finding);
}

/// STARTTLS was offered, and refused when it was asked for.
pub(super) fn refused(case: &mut Case<'_>) {
    let open = case.open_where(|_, failure| {
        failure.stage == Stage::Starttls && matches!(failure.trouble, Trouble::Rejected(_))
    });
    if open.is_empty() {
        return;
    }
    let finding = Finding::about(case, FindingId::StarttlsRefused, Owner::Server, &ids(&open))
        .evidence(evidence::of_failures(case, &open))
        .step_alternative(case)
        .step("step-tell-server-tls")
        .step("step-run-again");
    case.explain(finding);
}

/// Checks that wanted STARTTLS and did not find it among the capabilities. On port 25 that fails nothing.
fn without_starttls<'a>(
    case: &Case<'a>,
    wanted: impl Fn(&Check) -> bool,
) -> Vec<(usize, &'a Check)> {
    let lacks = |check: &Check| match &check.failure {
        Some(failure) => matches!(failure.trouble, Trouble::NotOffered),
        None => {
            let service = check.endpoint.service;
            let keyword = if service.protocol() == Protocol::Pop3 {
                "STLS"
            } else {
                "STARTTLS"
            };
            let offered = read::offers(check.capabilities_before_tls.as_ref(), keyword)
                || read::offers(check.capabilities.as_ref(), keyword);
            let asked = check.capabilities.is_some() && check.tls.is_none();
            service.security() == Security::Starttls && asked && !offered
        }
    };
    case.own()
        .filter(|(id, check)| !case.is_explained(*id) && lacks(check) && wanted(check))
        .collect()
}

fn about(case: &Case<'_>, id: FindingId, owner: Owner, found: &[(usize, &Check)]) -> Finding {
    let ids: Vec<usize> = found.iter().map(|(id, _)| *id).collect();
    let only_between_servers = found
        .iter()
        .all(|(_, check)| check.endpoint.service == Service::Smtp);
    let failed: Vec<usize> = found
        .iter()
        .filter(|(_, check)| check.failure.is_some())
        .map(|(id, _)| *id)
        .collect();
    // What lacks encryption between servers works; so does what fails beside an alternative.
    let severity = case
        .severity(&failed, Severity::Error)
        .max(Severity::Warning);
    let keyword = match found
        .first()
        .map(|(_, check)| check.endpoint.service.protocol())
    {
        Some(Protocol::Pop3) => "STLS",
        Some(Protocol::Smtp | Protocol::Imap) | None => "STARTTLS",
    };
    let seen = found.iter().map(|(_, check)| {
        let offered = check.capabilities.iter().flatten();
        let offered = offered.map(|line| read::quote(std::slice::from_ref(line)));
        let offered = list(offered);
        (
            *check,
            sentence("evidence-offered", args! { "capabilities" => offered }),
        )
    });
    let finding = Finding::about(case, id, owner, &ids)
        .severity(severity)
        .arg("keyword", keyword)
        .evidence(evidence::by_place(case.facts, seen));
    if only_between_servers {
        finding.variant("between-servers")
    } else {
        finding
    }
}
