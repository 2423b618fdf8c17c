//! The way from plain text to TLS: not offered, taken away, refused, or tampered with.

use crate::args;
use crate::facts::Check;
use crate::failure::{Failure, Stage, TlsTrouble, Trouble};
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};
use crate::service::{Protocol, Security, Service};
use crate::wire::Text;

use super::case::{Case, Failed};
use super::draft::{ids, list, sentence};
use super::evidence;
use super::read::{self, Refusal};

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
    let found: Vec<(usize, &Check, &Text)> = case
        .own()
        .filter(|(id, _)| !case.is_explained(*id))
        .filter_map(|(id, check)| Some((id, check, slipped_in(check)?)))
        .collect();
    if found.is_empty() {
        return;
    }
    let seen = found.iter().map(|(_, check, early)| {
        let said = args! { "received" => read::quote(std::slice::from_ref(*early)) };
        (*check, sentence("evidence-early-bytes", said))
    });
    let ids: Vec<usize> = found.iter().map(|(id, ..)| *id).collect();
    let sure = found
        .iter()
        .any(|(_, check, _)| check.early_bytes.is_some());
    let finding = Finding::about(case, FindingId::StarttlsInjection, Owner::Server, &ids)
        .variant((!sure).then_some("later"))
        .evidence(evidence::by_place(case.facts, seen))
        .step("step-do-not-log-in")
        .step_alternative(case)
        .step("step-try-other-network")
        .step("step-tell-server-injection");
    case.claim(finding);
}

/// What slipped in between the answer to STARTTLS and TLS: bytes that came together with the answer, or a reply of the
/// protocol that came in the place of TLS. How TCP cuts the bytes is chance. A refusal in that place is no such thing:
/// the server takes our hello for a command, or cannot do TLS after all.
fn slipped_in(check: &Check) -> Option<&Text> {
    let later = || match &check.failure.as_ref()?.trouble {
        Trouble::Tls(TlsTrouble::NotTls { received, .. }) => Some(received),
        _ => None,
    };
    let is_reply = |received: &&Text| {
        let service = check.endpoint.service;
        service.security() == Security::Starttls
            && read::is_positive_reply(service.protocol(), &received.0)
    };
    check
        .early_bytes
        .as_ref()
        .or_else(|| later().filter(is_reply))
}

/// A command came to the server written over with X's, and it shows what it got.
pub(super) fn masked_command(case: &mut Case<'_>) {
    let open = case.open_where(|_, failure| {
        let before_tls = matches!(failure.stage, Stage::Capabilities | Stage::Starttls);
        before_tls && read::refusal_of(failure) == Refusal::Masked
    });
    let Some(Failed { check: first, .. }) = open.first() else {
        return;
    };
    let for_users = first.endpoint.service.is_for_users();
    let finding = Finding::about(
        case,
        FindingId::StarttlsStripped,
        Owner::Network,
        &ids(&open),
    )
    .variant("command")
    .evidence(evidence::of_failures(case, &open))
    .step_if(for_users, "step-do-not-log-in")
    .step_alternative(case)
    .step("step-switch-off-inspection")
    .step("step-try-other-network");
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

/// Within TLS the server goes on as if in clear: it forbids the login, or offers STARTTLS once more and no login
/// (RFC 3207 section 4.2 and RFC 9051 section 6.2.3 want neither). TLS ends in front of it, and it does not know.
pub(super) fn login_disabled_in_tls(case: &mut Case<'_>) {
    let found: Vec<(usize, &Check)> = case
        .own()
        .filter(|(id, check)| !case.is_explained(*id) && check.acts_as_in_clear())
        .collect();
    if found.is_empty() {
        return;
    }
    let ids: Vec<usize> = found.iter().map(|(id, _)| *id).collect();
    let seen = found
        .iter()
        .map(|(_, check)| (*check, evidence::offered(check)));
    let finding = Finding::about(case, FindingId::LoginDisabled, Owner::Server, &ids)
        .variant("in-tls")
        .evidence(evidence::by_place(case.facts, seen))
        .step_alternative(case)
        .step("step-tell-server-tls-in-front");
    case.claim(finding);
}

/// A service for mail programs that offers no way to log in that the standards know.
pub(super) fn no_login_offered(case: &mut Case<'_>) {
    let found: Vec<(usize, &Check)> = case
        .own()
        .filter(|(id, check)| !case.is_explained(*id) && offers_no_login(check))
        .collect();
    let Some((_, first)) = found.first() else {
        return;
    };
    // An AUTH without a name, or Exchange's own word for it, says that a login was meant.
    let words = ["AUTH", "X-EXPS"];
    let private = words
        .iter()
        .any(|word| read::offers(first.capabilities.as_ref(), word));
    let severity = if private {
        Severity::Warning
    } else {
        Severity::Info
    };
    let ids: Vec<usize> = found.iter().map(|(id, _)| *id).collect();
    let seen = found
        .iter()
        .map(|(_, check)| (*check, evidence::offered(check)));
    let finding = Finding::about(case, FindingId::LoginDisabled, Owner::Server, &ids)
        .severity(severity)
        .variant(if private { "private" } else { "none-named" })
        .evidence(evidence::by_place(case.facts, seen))
        .step("step-tell-server-offer-login");
    case.add(finding);
}

fn offers_no_login(check: &Check) -> bool {
    let service = check.endpoint.service;
    let submission = service.is_for_users() && service.protocol() == Protocol::Smtp;
    submission && check.usable() && check.tls.is_some() && check.auth_mechanisms.is_empty()
}

/// STARTTLS is missing: a password would go in clear, and between servers the mail does.
pub(super) fn not_offered(case: &mut Case<'_>) {
    let found = without_starttls(case, |_| true);
    if found.is_empty() {
        return;
    }
    let exchange = found
        .iter()
        .all(|(_, check)| read::offers(check.capabilities.as_ref(), "X-ANONYMOUSTLS"));
    let scanner = found
        .iter()
        .all(|(_, check)| read::sounds_like_a_scanner(check));
    // A scanner on the way and an old server look the same.
    let owner = if scanner && !exchange {
        Owner::Unknown
    } else {
        Owner::Server
    };
    let finding = about(case, FindingId::StarttlsNotOffered, owner, &found);
    let finding = match (exchange, scanner) {
        (true, _) => finding.variant("exchange"),
        (false, true) => finding.variant("scanner"),
        (false, false) => finding,
    };
    let finding = finding
        .step_alternative(case)
        .step_if(exchange, "step-exchange-certificate")
        .step_if(scanner, "step-check-scanner")
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
    // 454 says that TLS is not available (RFC 3207 section 4). Who does not know the word that it offered has another
    // fault than a certificate.
    let begins = |failure: &Failure, codes: &[&[u8]]| match &failure.trouble {
        Trouble::Rejected(rejection) => rejection
            .reply
            .iter()
            .any(|line| codes.iter().any(|code| line.0.starts_with(code))),
        _ => false,
    };
    let every = |codes: &[&[u8]]| {
        open.iter()
            .all(|Failed { failure, .. }| begins(failure, codes))
    };
    let variant = if every(&[b"454"]) {
        Some("unavailable")
    } else if every(&[b"500", b"502", b"504"]) {
        Some("unknown")
    } else {
        None
    };
    let finding = Finding::about(case, FindingId::StarttlsRefused, Owner::Server, &ids(&open))
        .variant(variant)
        .evidence(evidence::of_failures(case, &open))
        .step_alternative(case)
        .step("step-tell-server-tls")
        .step("step-run-again");
    case.claim(finding);
}

/// Checks that wanted STARTTLS and did not find it among the capabilities. On port 25 that fails nothing.
pub(super) fn without_starttls<'a>(
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
        .arg(
            "mail",
            if case.facts.transaction.is_some() {
                "asked"
            } else {
                "not-asked"
            },
        )
        .evidence(evidence::by_place(case.facts, seen));
    if only_between_servers {
        finding.variant("between-servers")
    } else {
        finding
    }
}
