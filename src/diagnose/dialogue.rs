//! What goes wrong once the server has spoken: refusals, silences and hang-ups in the middle of the dialogue.

use crate::args;
use crate::facts::Check;
use crate::failure::{Class, Failure, Permanence, Rejection, Stage, Trouble};
use crate::finding::{Finding, FindingId, Owner, Severity};

use super::case::{Case, Failed};
use super::draft::{ids, sentence};
use super::evidence;
use super::read::{self, Refusal};

/// The refusal says that the address we come from is on a block list: a matter of the network we are on.
pub(super) fn client_blocklisted(case: &mut Case<'_>) {
    let listed = |rejection: &Rejection| read::refusal(&rejection.reply) == Refusal::Blocklisted;
    let open = rejections(case, |_, rejection| listed(rejection));
    let Some(Failed { check, .. }) = open.first() else {
        return;
    };
    let between_servers = !check.endpoint.service.is_for_users();
    let temporary = open
        .iter()
        .all(|Failed { failure, .. }| is_temporary(failure));
    let finding = Finding::about(
        case,
        FindingId::ClientBlocklisted,
        Owner::Network,
        &ids(&open),
    )
    .evidence(evidence::of_failures(case, &open))
    .step_if(between_servers, "step-submit-with-login")
    .step_alternative(case)
    .step("step-follow-list-link")
    .step("step-ask-network-listing")
    .step("step-try-other-network");
    let finding = if temporary {
        finding.inconclusive()
    } else {
        finding
    };
    case.claim(finding);
}

/// The server says "later": load, limits, maintenance. Nothing follows about whether it works.
pub(super) fn temporarily_refused(case: &mut Case<'_>) {
    let open = rejections(case, |failure, rejection| {
        let too_many = read::refusal(&rejection.reply) == Refusal::TooMany;
        let later = rejection.permanence == Permanence::Temporary || too_many;
        // 454 to STARTTLS means that TLS does not work there (RFC 3207 section 4), and waiting seldom mends it.
        later && (failure.stage != Stage::Starttls || is_closing(rejection))
    });
    let Some(Failed { failure, .. }) = open.first() else {
        return;
    };
    let too_many = matches!(&failure.trouble,
        Trouble::Rejected(rejection) if read::refusal(&rejection.reply) == Refusal::TooMany);
    let finding = Finding::about(
        case,
        FindingId::TemporarilyRefused,
        Owner::Server,
        &ids(&open),
    )
    .inconclusive()
    .variant(too_many.then_some("too-many"))
    .evidence(evidence::of_failures(case, &open))
    .step("step-wait-and-run-again")
    .step_if(too_many, "step-close-connections")
    .step("step-tell-server-if-it-lasts");
    case.claim(finding);
}

/// The server refuses the first command, with which a client introduces itself or asks what there is.
pub(super) fn ehlo_rejected(case: &mut Case<'_>) {
    let open = rejections(case, |failure, _| failure.stage == Stage::Capabilities);
    let Some(Failed { check, failure, .. }) = open.first() else {
        return;
    };
    let name = matches!(&failure.trouble,
        Trouble::Rejected(rejection) if read::refusal(&rejection.reply) == Refusal::HelloName);
    let owner = if name {
        Owner::ThisMachine
    } else {
        Owner::Server
    };
    let finding = Finding::about(case, FindingId::EhloRejected, owner, &ids(&open))
        .arg("protocol", check.endpoint.service.protocol().name())
        .variant(name.then_some("name"))
        .evidence(evidence::of_failures(case, &open))
        .step_if(name, "step-ehlo-name")
        .step_if(!name, "step-read-reply")
        .step("step-tell-server");
    case.claim(finding);
}

/// The connection stood and died on the way: what we said was never acknowledged, the other side's kernel fell silent, or
/// the system gave up. TLS handshakes have rules of their own.
pub(super) fn lost_on_path(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| how_lost(check, failure).is_some());
    for how in ["unacknowledged", "silent", "unreachable"] {
        let group: Vec<Failed<'_>> = open
            .iter()
            .filter(|Failed { check, failure, .. }| how_lost(check, failure) == Some(how))
            .copied()
            .collect();
        if group.is_empty() {
            continue;
        }
        let states = group.iter().filter_map(|Failed { check, .. }| {
            let tcp = check.tcp?;
            let args = args! {
                "segments" => tcp.unacknowledged,
                "seconds" => evidence::seconds(tcp.silent_for.as_secs_f64()),
            };
            Some((*check, sentence("evidence-unheard", args)))
        });
        let finding = Finding::about(
            case,
            FindingId::ConnectionLostOnPath,
            Owner::Network,
            &ids(&group),
        )
        .arg("stage", group[0].failure.stage.name())
        .variant(Some(how).filter(|how| *how != "unacknowledged"))
        .evidence(evidence::of_failures(case, &group))
        .evidence(evidence::by_place(case.facts, states))
        .step_alternative(case)
        .step("step-run-again-at-once")
        .step("step-ask-network-firewall-state")
        .step("step-try-other-network");
        let finding = at_the_end(finding, &group);
        case.claim(finding);
    }
}

fn how_lost(check: &Check, failure: &Failure) -> Option<&'static str> {
    if failure.stage <= Stage::Connect {
        return None;
    }
    let waited = failure.waited().filter(|_| failure.stage != Stage::Tls);
    let by_system = matches!(failure.trouble, Trouble::Os(_));
    match (failure.class, waited) {
        // Routers say so now and then, and the kernel gives up only when it heard nothing else for long.
        (Class::Unreachable, _) if by_system => Some("unreachable"),
        (Class::Timeout, Some(_)) if by_system => Some("unacknowledged"),
        (Class::Timeout, Some(waited)) if read::is_path_dead(check, waited) => {
            let said = check.tcp.is_some_and(|tcp| tcp.unacknowledged > 0);
            Some(if said { "unacknowledged" } else { "silent" })
        }
        _ => None,
    }
}

/// Silence after a command.
pub(super) fn reply_timeout(case: &mut Case<'_>) {
    let open = left(case, |failure| failure.waited().is_some());
    let Some(&Failed { failure, .. }) = open.first() else {
        return;
    };
    let waited = failure.waited().unwrap_or_default();
    // A path that is dead was found to be so before.
    let heard = open.iter().all(|Failed { check, .. }| check.tcp.is_some());
    let finding = Finding::about(case, FindingId::ReplyTimeout, Owner::Server, &ids(&open))
        .arg("stage", failure.stage.name())
        .arg("seconds", evidence::seconds(waited.as_secs_f64()))
        .variant(heard.then_some("acknowledged"))
        .evidence(evidence::of_failures(case, &open))
        .step_alternative(case)
        .step("step-wait-and-run-again")
        .step("step-try-other-network")
        .step("step-tell-server");
    let finding = at_the_end(finding, &open);
    case.claim(finding);
}

/// The connection ended in the middle of the dialogue.
pub(super) fn connection_lost(case: &mut Case<'_>) {
    let open = left(case, |failure| {
        matches!(failure.trouble, Trouble::Closed { .. } | Trouble::Os(_))
    });
    let Some(Failed { failure, .. }) = open.first() else {
        return;
    };
    let reset = matches!(failure.trouble, Trouble::Os(_));
    let finding = Finding::about(case, FindingId::ConnectionLost, Owner::Server, &ids(&open))
        .arg("stage", failure.stage.name())
        .variant(reset.then_some("reset"))
        .evidence(evidence::of_failures(case, &open))
        .step_alternative(case)
        .step("step-wait-and-run-again")
        .step("step-try-other-network")
        .step("step-tell-server");
    let finding = at_the_end(finding, &open);
    case.claim(finding);
}

/// What came is not the protocol any more.
pub(super) fn unexpected_reply(case: &mut Case<'_>) {
    let open = left(case, |failure| {
        matches!(
            failure.trouble,
            Trouble::Malformed { .. } | Trouble::Rejected(_) | Trouble::NotOffered
        )
    });
    let Some(Failed { check, failure, .. }) = open.first() else {
        return;
    };
    let finding = Finding::about(case, FindingId::UnexpectedReply, Owner::Server, &ids(&open))
        .arg("stage", failure.stage.name())
        .arg(
            "protocol",
            check
                .endpoint
                .service
                .protocol()
                .name()
                .to_ascii_uppercase(),
        )
        .evidence(evidence::of_failures(case, &open))
        .step_alternative(case)
        .step("step-check-port")
        .step("step-check-redirect")
        .step("step-tell-server");
    let finding = at_the_end(finding, &open);
    case.claim(finding);
}

/// Whether every one of these is a refusal for now.
fn is_temporary(failure: &Failure) -> bool {
    matches!(&failure.trouble, Trouble::Rejected(rejection) if rejection.permanence == Permanence::Temporary)
}

/// 421: the server closes the connection (RFC 5321 section 3.8).
fn is_closing(rejection: &Rejection) -> bool {
    rejection
        .reply
        .iter()
        .any(|line| line.0.starts_with(b"421"))
}

fn rejections<'a>(
    case: &Case<'a>,
    wanted: impl Fn(&Failure, &Rejection) -> bool,
) -> Vec<Failed<'a>> {
    case.open_where(|_, failure| match &failure.trouble {
        Trouble::Rejected(rejection) => wanted(failure, rejection),
        _ => false,
    })
}

/// What the rules before have left, at whatever stage: nothing that failed may go unexplained.
fn left<'a>(case: &Case<'a>, wanted: impl Fn(&Failure) -> bool) -> Vec<Failed<'a>> {
    case.open_where(|_, failure| wanted(failure))
}

/// What fails only at QUIT hurts no mail.
fn at_the_end(finding: Finding, open: &[Failed<'_>]) -> Finding {
    if open
        .iter()
        .all(|Failed { failure, .. }| failure.stage == Stage::Quit)
    {
        finding.severity(Severity::Info)
    } else {
        finding
    }
}
