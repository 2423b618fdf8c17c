//! The way from plain text to TLS: not offered, taken away, refused, or tampered with.

use crate::args;
use crate::facts::Check;
use crate::failure::{Stage, Trouble};
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};
use crate::service::{Protocol, Security, Service};

use super::case::Case;
use super::draft::{ids, list, sentence};
use super::evidence;
use super::read;

/// An IMAP session that begins logged in may not be encrypted any more (RFC 9051 section 6.2.1).
pub(super) fn preauthenticated(case: &mut Case<'_>) {
    let found: Vec<(usize, &Check)> = case
        .own()
        .filter(|(id, check)| Check::came_logged_in(check) && !case.is_explained(*id))
        .collect();
    if found.is_empty() {
        return;
    }
    let seen = found.iter().map(|(_, check)| greeting(check));
    let ids: Vec<usize> = found.iter().map(|(id, _)| *id).collect();
    let finding = Finding::about(case, FindingId::Preauthenticated, Owner::Server, &ids)
        .evidence(evidence::by_place(case.facts, seen))
        .step("step-do-not-log-in")
        .step_alternative(case)
        .step("step-try-other-network")
        .step("step-tell-server");
    case.claim(finding);
}

/// The server's first words, as evidence.
fn greeting(check: &Check) -> (&Check, Sentence) {
    let lines = check
        .greeting
        .as_ref()
        .map_or(&[][..], |greeting| &greeting.lines);
    let said = args! { "greeting" => read::quote(lines) };
    (check, sentence("evidence-greeting", said))
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
    case.claim(finding);
}

/// STARTTLS was overwritten on the way: firewalls that inspect SMTP put X in its place.
pub(super) fn stripped(case: &mut Case<'_>) {
    let found = without_starttls(case, read::is_masked);
    if found.is_empty() {
        return;
    }
    let greetings = evidence::by_place(case.facts, found.iter().map(|(_, check)| greeting(check)));
    let for_users = found
        .iter()
        .any(|(_, check)| check.endpoint.service.is_for_users());
    let finding = about(case, FindingId::StarttlsStripped, Owner::Network, &found)
        .evidence(greetings)
        .step_if(for_users, "step-do-not-log-in")
        .step_alternative(case)
        .step("step-switch-off-inspection")
        .step("step-try-other-network");
    case.claim(finding);
}

/// STARTTLS is missing at one address of a service and there at another: taken away on one of the ways, or two servers
/// are set up differently. Where they give themselves different names, they are two servers.
pub(super) fn missing_on_one_path(case: &mut Case<'_>) {
    let twins = |check: &Check| -> Vec<&Check> {
        let twin = |other: &Check| other.host == check.host && other.endpoint == check.endpoint;
        let offers = |other: &Check| other.capabilities_before_tls.is_some() && other.tls.is_some();
        let others = case.own().map(|(_, other)| other);
        others
            .filter(|other| twin(other) && offers(other) && greets_alike(check, other))
            .collect()
    };
    let found = without_starttls(case, |check| !twins(check).is_empty());
    let Some((_, first)) = found.first() else {
        return;
    };
    let good = list(
        twins(first)
            .iter()
            .filter_map(|twin| Some(twin.address?.to_string())),
    );
    let greetings = evidence::by_place(case.facts, found.iter().map(|(_, check)| greeting(check)));
    let for_users = first.endpoint.service.is_for_users();
    let finding = about(case, FindingId::StarttlsStripped, Owner::Network, &found)
        .variant("one-path")
        .arg("good", good)
        .evidence(greetings)
        .step_if(for_users, "step-do-not-log-in")
        .step_alternative(case)
        .step("step-switch-off-inspection")
        .step("step-try-other-network");
    case.claim(finding);
}

/// Whether two SMTP servers give themselves the same name; others give none.
fn greets_alike(one: &Check, other: &Check) -> bool {
    let name = |check: &Check| {
        let line = check.greeting.as_ref()?.lines.first()?.to_lossy();
        line.split([' ', '-']).nth(1).map(str::to_ascii_lowercase)
    };
    one.endpoint.service.protocol() != Protocol::Smtp || name(one) == name(other)
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
    case.claim(finding);
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
    case.claim(finding);
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
    case.claim(finding);
}

/// Checks that wanted STARTTLS and did not find it among the capabilities. On port 25 that fails nothing.
fn without_starttls<'a>(
    case: &Case<'a>,
    wanted: impl Fn(&Check) -> bool,
) -> Vec<(usize, &'a Check)> {
    case.own()
        .filter(|(id, check)| !case.is_explained(*id) && lacks_starttls(check) && wanted(check))
        .collect()
}

fn lacks_starttls(check: &Check) -> bool {
    if let Some(failure) = &check.failure {
        return matches!(failure.trouble, Trouble::NotOffered);
    }
    let service = check.endpoint.service;
    let offered = read::offers(check.capabilities.as_ref(), keyword(service.protocol()))
        || check.capabilities_before_tls.is_some();
    let asked = check.capabilities.is_some() && check.tls.is_none();
    service.security() == Security::Starttls && asked && !offered
}

/// The word that offers encryption.
const fn keyword(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Pop3 => "STLS",
        Protocol::Smtp | Protocol::Imap => "STARTTLS",
    }
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
    let protocol = found.first().map_or(Protocol::Smtp, |(_, check)| {
        check.endpoint.service.protocol()
    });
    let seen = found
        .iter()
        .map(|(_, check)| (*check, evidence::offered(check)));
    let finding = Finding::about(case, id, owner, &ids)
        .severity(severity)
        .arg("keyword", keyword(protocol))
        .evidence(evidence::by_place(case.facts, seen));
    if only_between_servers {
        finding.variant("between-servers")
    } else {
        finding
    }
}
