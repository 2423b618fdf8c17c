//! TLS handshakes that do not come to their end.

use crate::codes::Os;
use crate::facts::{Check, TcpState};
use crate::failure::{Class, Failure, Stage, TlsTrouble, Trouble};
use crate::finding::{Finding, FindingId, Owner, Severity};
use crate::service::{Endpoint, Security, Service};

use super::case::{Case, Failed};
use super::draft::ids;
use super::read::{self, Refusal};
use super::{evidence, proxy};

/// `certificate_required` (RFC 8446 section 6.2), which says it outright.
const CERTIFICATE_REQUIRED: u8 = 116;

/// Alerts with which a server judges a client's certificate, once it has asked for one: `handshake_failure`,
/// `bad_certificate`, `unsupported_certificate`, `certificate_unknown`, `unknown_ca`, `access_denied`.
const CERTIFICATE_ALERTS: [u8; 6] = [40, 42, 43, 46, 48, 49];

/// The server wants a certificate of the client. In TLS 1.3 it says so only after the handshake, with the first read.
pub(super) fn client_certificate_required(case: &mut Case<'_>) {
    let open = case.open_where(wants_certificate);
    if open.is_empty() {
        return;
    }
    let said = open.iter().any(|Failed { failure, .. }| {
        matches!(failure.trouble, Trouble::Tls(_) | Trouble::Rejected(_))
    });
    let finding = Finding::about(
        case,
        FindingId::ClientCertificateRequired,
        Owner::Server,
        &ids(&open),
    )
    .variant((!said).then_some("ended"))
    .evidence(evidence::of_failures(case, &open))
    .step_alternative(case)
    .step("step-ask-provider-port")
    .step("step-stop-asking-certificate");
    case.claim(finding);
}

fn wants_certificate(check: &Check, failure: &Failure) -> bool {
    let asked = check
        .tls
        .as_ref()
        .is_some_and(|tls| tls.client_certificate_requested);
    match &failure.trouble {
        Trouble::Tls(TlsTrouble::Alert { description }) => {
            *description == CERTIFICATE_REQUIRED
                || (asked && CERTIFICATE_ALERTS.contains(description))
        }
        Trouble::Rejected(rejection) => {
            asked && read::refusal(&rejection.reply) == Refusal::Certificate
        }
        // Ended without a word, before anything was said under TLS.
        Trouble::Closed { received } => {
            asked && received.0.is_empty() && nothing_said_under_tls(check)
        }
        Trouble::Os(_) => asked && failure.class == Class::Reset && nothing_said_under_tls(check),
        Trouble::Clock { .. }
        | Trouble::Deadline { .. }
        | Trouble::Malformed { .. }
        | Trouble::NotOffered
        | Trouble::Tls(_)
        | Trouble::Certificate(_)
        | Trouble::Resolve(_)
        | Trouble::Proxy(_) => false,
    }
}

fn nothing_said_under_tls(check: &Check) -> bool {
    match check.endpoint.service.security() {
        Security::Tls => check.greeting.is_none(),
        Security::Starttls => check.capabilities.is_none(),
    }
}

/// The port of implicit TLS greets in plain text: it wants STARTTLS, or no TLS at all.
pub(super) fn plaintext_on_tls_port(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| {
        let greeting = read::is_greeting(
            check.endpoint.service.protocol(),
            failure.trouble.received(),
        );
        let implicit = check.endpoint.service.security() == Security::Tls;
        let other_mode = failure.stage == Stage::Tls && read::other_mode_works(check);
        implicit && ((is_not_tls(failure) && greeting) || other_mode)
    });
    let Some(Failed { check, .. }) = open.first() else {
        return;
    };
    let starttls = starttls_twin(check.endpoint);
    let no_tls = open
        .iter()
        .all(|Failed { check, .. }| has_starttls(check) == Some(false));
    let some_tls = open
        .iter()
        .any(|Failed { check, .. }| has_starttls(check) == Some(true));
    let works = case.alternative(&ids(&open)).is_some();
    let offered = match (no_tls, some_tls) {
        (true, _) => "nothing",
        (false, true) => "starttls",
        (false, false) => "unknown",
    };
    let mut finding = Finding::about(
        case,
        FindingId::PlaintextOnTlsPort,
        Owner::Server,
        &ids(&open),
    )
    .arg(
        "protocol",
        check
            .endpoint
            .service
            .protocol()
            .name()
            .to_ascii_uppercase(),
    )
    .arg("usual", starttls.port)
    .arg("offers", offered)
    .variant(match offered {
        "nothing" => Some("no-encryption"),
        "unknown" => Some("untold"),
        _ => None,
    })
    .evidence(evidence::of_failures(case, &open))
    .evidence(evidence::of_other_modes(case.facts, &open))
    .step_if(some_tls, "step-use-starttls-here")
    .step_if(no_tls, "step-do-not-log-in")
    .step_alternative(case);
    // Where the usual port is the one at hand, the first step has said it.
    let elsewhere = starttls.port != check.endpoint.port;
    finding = finding.step_if(!works && elsewhere, "step-use-usual-starttls-port");
    case.claim(finding.step("step-tell-server-implicit-tls"));
}

/// Whether the port offers STARTTLS, as far as a second connection in clear was told.
fn has_starttls(check: &Check) -> Option<bool> {
    check.follow_ups.other_mode.as_ref()?.starttls
}

/// Plain text came where the TLS handshake was due, after the server had agreed to it or on a port of its own.
pub(super) fn answered_in_plaintext(case: &mut Case<'_>) {
    let open = case.open_where(|_, failure| is_not_tls(failure));
    if open.is_empty() {
        return;
    }
    let finding = Finding::about(
        case,
        FindingId::TlsAnsweredInPlaintext,
        Owner::Server,
        &ids(&open),
    )
    .evidence(evidence::of_failures(case, &open))
    .step_alternative(case)
    .step("step-check-port")
    .step("step-tell-server-tls");
    case.claim(finding);
}

/// The server ended the handshake with an alert. One finding an alert: each has its own meaning.
pub(super) fn alert(case: &mut Case<'_>) {
    let mut groups: Vec<(u8, Vec<Failed<'_>>)> = Vec::new();
    for failed in case.open() {
        let Trouble::Tls(TlsTrouble::Alert { description }) = failed.failure.trouble else {
            continue;
        };
        match groups.iter_mut().find(|(other, _)| *other == description) {
            Some((_, group)) => group.push(failed),
            None => groups.push((description, vec![failed])),
        }
    }
    for (description, group) in groups {
        let variant = match description {
            40 | 71 => Some("no-common"),
            70 => Some("version"),
            80 => Some("internal"),
            112 => Some("name"),
            120 => Some("alpn"),
            _ => None,
        };
        let name = group[0]
            .check
            .tls
            .as_ref()
            .map_or("", |tls| tls.server_name.as_str());
        let finding = Finding::about(case, FindingId::TlsAlert, Owner::Server, &ids(&group))
            .arg("alert", description)
            .arg("name", name)
            .variant(variant)
            .evidence(evidence::of_failures(case, &group))
            .step_alternative(case)
            .step_if(variant == Some("name"), "step-check-tls-name")
            .step_if(
                matches!(variant, Some("version" | "no-common")),
                "step-modern-tls",
            )
            .step_if(
                !matches!(variant, Some("version" | "no-common")),
                "step-tell-server-tls",
            );
        case.claim(finding);
    }
}

/// No answer to the TLS hello.
pub(super) fn stalled(case: &mut Case<'_>) {
    let open = at_handshake(case, |failure| failure.waited().is_some());
    for (unseen, group) in proxy::by_witness(case.facts, open) {
        let Some(finding) = hello_without_answer(case, &group) else {
            continue;
        };
        case.claim(witnessed(case, finding, unseen));
    }
}

fn hello_without_answer(case: &Case<'_>, open: &[Failed<'_>]) -> Option<Finding> {
    let &Failed { failure, .. } = open.first()?;
    let waited = failure.waited().unwrap_or_default();
    let has_hello =
        |Failed { check, .. }: &Failed<'_>| check.tcp.is_some_and(|tcp| tcp.acknowledged > 0);
    let acknowledged = open.iter().all(has_hello);
    // Answers whose large packets are lost on the way are told from none by small ones.
    let tried = |Failed { check, .. }: &Failed<'_>| check.follow_ups.small_segments == Some(false);
    let answers_are_not_lost = case.facts.vantage.os == Os::Linux || open.iter().all(tried);
    // Later parts of the answer came, and the first did not: those are lost between the server and here. Behind STARTTLS the
    // kernel counts what came before it, too, and a gap there may long be filled.
    let gap = |Failed { check, .. }: &Failed<'_>| {
        let implicit = check.endpoint.service.security() == Security::Tls;
        let ahead = |tcp: TcpState| tcp.out_of_order > 0 && tcp.received == 0;
        implicit && check.tcp.is_some_and(ahead)
    };
    let lost = open.iter().all(gap);
    let mut finding = broken(case, FindingId::TlsStalled, open)
        .variant(acknowledged.then_some("acknowledged"))
        .variant_if(lost, "gap")
        .arg("seconds", evidence::seconds(waited.as_secs_f64()));
    if lost {
        finding.owner = Owner::Network;
        return Some(finding);
    }
    if !acknowledged || !answers_are_not_lost {
        finding.owner = owner_untraced(case);
    }
    Some(finding)
}

/// A handshake of which nothing shows that its hello came to the server.
fn witnessed(case: &Case<'_>, finding: Finding, unseen: bool) -> Finding {
    let finding = finding.arg("through", if unseen { "yes" } else { "no" });
    if unseen {
        proxy::unwitnessed(finding, case.facts)
    } else {
        finding
    }
}

/// The connection was closed during the handshake.
pub(super) fn closed(case: &mut Case<'_>) {
    let open = at_handshake(case, |failure| {
        matches!(failure.trouble, Trouble::Closed { .. })
    });
    for (unseen, group) in proxy::by_witness(case.facts, open) {
        if !group.is_empty() {
            let finding = broken(case, FindingId::TlsClosed, &group);
            case.claim(witnessed(case, finding, unseen));
        }
    }
}

/// The connection was reset during the handshake.
pub(super) fn reset(case: &mut Case<'_>) {
    let open = at_handshake(case, |failure| matches!(failure.trouble, Trouble::Os(_)));
    for (unseen, group) in proxy::by_witness(case.facts, open) {
        if !group.is_empty() {
            let mut finding = broken(case, FindingId::TlsReset, &group);
            finding.owner = owner_untraced(case);
            case.claim(witnessed(case, finding, unseen));
        }
    }
}

/// Who can mend what happened to a hello that nobody followed on its way: only on Linux it is followed.
pub(super) fn owner_untraced(case: &Case<'_>) -> Owner {
    match case.facts.vantage.os {
        Os::Linux => Owner::Server,
        Os::MacOs | Os::Windows => Owner::Unknown,
    }
}

/// What the four ways to lose a handshake have in common. The server or a device on the way: from here they look alike.
fn broken(case: &Case<'_>, id: FindingId, open: &[Failed<'_>]) -> Finding {
    let implicit = open
        .iter()
        .all(|Failed { check, .. }| check.endpoint.service.security() == Security::Tls);
    let unusual = open
        .iter()
        .any(|Failed { check, .. }| check.endpoint.port != check.endpoint.service.port());
    Finding::about(case, id, Owner::Server, &ids(open))
        .evidence(evidence::of_failures(case, open))
        .step_alternative(case)
        .step_if(implicit && unusual, "step-use-starttls-here")
        .step("step-try-other-network")
        .step("step-tell-server-tls")
}

/// The handshake came to nothing though both agreed, and not for the certificate: what is wrong with that stands beside it.
pub(super) fn broken_within(case: &mut Case<'_>) {
    let open = case.open_where(|_, failure| is_broken_within(failure));
    unfinished(case, &open);
}

/// Whether a handshake came to nothing though both agreed, and not for the certificate.
pub(super) const fn is_broken_within(failure: &Failure) -> bool {
    use TlsTrouble as T;
    matches!(
        failure.trouble,
        Trouble::Tls(T::Signature | T::Misbehaved(_) | T::Other(_))
    )
}

/// The handshake failed for a reason of its own.
pub(super) fn failed(case: &mut Case<'_>) {
    let open = case.open_where(|_, failure| matches!(failure.trouble, Trouble::Tls(_)));
    unfinished(case, &open);
}

fn unfinished(case: &mut Case<'_>, open: &[Failed<'_>]) {
    if open.is_empty() {
        return;
    }
    let incompatible = open.iter().all(|Failed { failure, .. }| {
        matches!(failure.trouble, Trouble::Tls(TlsTrouble::Incompatible(_)))
    });
    let unsigned = open.iter().all(|Failed { failure, .. }| {
        matches!(failure.trouble, Trouble::Tls(TlsTrouble::Signature))
    });
    // Whoever shows a certificate and cannot sign with it may be the server, or somebody in its place.
    let owner = if unsigned {
        Owner::Unknown
    } else {
        Owner::Server
    };
    let oversized = open.iter().all(|Failed { failure, .. }| {
        matches!(failure.trouble, Trouble::Tls(TlsTrouble::Oversized))
    });
    let finding = Finding::about(case, FindingId::TlsFailed, owner, &ids(open))
        .variant(incompatible.then_some("incompatible"))
        .variant_if(unsigned, "signature")
        .variant_if(oversized, "oversized")
        .evidence(evidence::of_failures(case, open))
        .step_alternative(case)
        .step_if(incompatible, "step-modern-tls")
        .step_if(unsigned, "step-do-not-log-in-unsigned")
        .step_if(!oversized, "step-try-other-network")
        .step_if(oversized, "step-send-own-chain")
        .step_if(unsigned, "step-key-of-certificate")
        .step_if(
            !incompatible && !unsigned && !oversized,
            "step-tell-server-tls",
        );
    // Programs of people connect, others do not.
    let most = if oversized {
        Severity::Warning
    } else {
        Severity::Error
    };
    let severity = finding.severity.min(most);
    case.claim(finding.severity(severity));
}

fn at_handshake<'a>(case: &Case<'a>, wanted: impl Fn(&Failure) -> bool) -> Vec<Failed<'a>> {
    case.open_where(|_, failure| failure.stage == Stage::Tls && wanted(failure))
}

fn is_not_tls(failure: &Failure) -> bool {
    match &failure.trouble {
        Trouble::Tls(TlsTrouble::NotTls { .. }) => true,
        Trouble::Malformed { .. } => failure.stage == Stage::Tls,
        _ => false,
    }
}

/// The service of the same protocol that begins in plain text.
fn starttls_twin(endpoint: Endpoint) -> Endpoint {
    Endpoint::usual(match endpoint.service {
        Service::Submissions | Service::Submission | Service::Smtp => Service::Submission,
        Service::Pop3s | Service::Pop3 => Service::Pop3,
        Service::Imaps | Service::Imap => Service::Imap,
    })
}
