//! What goes wrong once the server has spoken: refusals, silences and hang-ups in the middle of the dialogue.

use std::time::Duration;

use crate::args;
use crate::codes::Os;
use crate::facts::{Check, UnaskedKind};
use crate::failure::{Class, Failure, Permanence, Rejection, Stage, Trouble};
use crate::finding::{Evidence, Finding, FindingId, Owner, Severity};
use crate::service::{Protocol, Security};
use crate::wire::Text;

use super::case::{Case, Failed};
use super::draft::{ids, sentence};
use super::evidence;
use super::read::{self, Refusal};
use super::tls;

/// An answer that takes longer makes people wait, and impatient programs give up.
const SLOW: Duration = Duration::from_secs(5);

/// The refusal says that the address we come from is on a block list: a matter of the network we are on.
pub(super) fn client_blocklisted(case: &mut Case<'_>) {
    let listed = |rejection: &Rejection| read::refusal(&rejection.reply) == Refusal::Blocklisted;
    let open = rejections(case, |_, rejection| listed(rejection));
    let (of_a_kind, on_a_list): (Vec<_>, Vec<_>) = open
        .into_iter()
        .partition(|Failed { failure, .. }| read::is_of_a_kind(failure));
    for (kind, group) in [(false, on_a_list), (true, of_a_kind)] {
        if !group.is_empty() {
            let finding = refused_address(case, kind, &group);
            case.claim(finding);
        }
    }
}

/// The address is refused: it is on a list, or it is of a kind that the server takes nothing from.
fn refused_address(case: &Case<'_>, kind: bool, open: &[Failed<'_>]) -> Finding {
    let between_servers = !open[0].check.endpoint.service.is_for_users();
    let temporary = open
        .iter()
        .all(|Failed { failure, .. }| is_temporary(failure));
    let finding = Finding::about(
        case,
        FindingId::ClientBlocklisted,
        Owner::Network,
        &ids(open),
    )
    .arg("why", if kind { "kind" } else { "list" })
    .variant_if(kind, "kind")
    .evidence(evidence::of_failures(case, open))
    .step_if(between_servers, "step-submit-with-login")
    .step_alternative(case)
    .step_if(kind, "step-read-reply")
    .step_if(!kind, "step-follow-list-link")
    .step_if(!kind, "step-ask-network-listing")
    .step("step-try-other-network");
    if temporary {
        finding.inconclusive()
    } else {
        finding
    }
}

/// The server says "later": load, limits, maintenance. Nothing follows about whether it works. What the text of a
/// temporary refusal says outranks its code, and is told by other rules.
pub(super) fn temporarily_refused(case: &mut Case<'_>) {
    let open = rejections(case, |failure, rejection| {
        let later = match read::refusal(&rejection.reply) {
            Refusal::TooMany
            | Refusal::TooOften
            | Refusal::TooManyLogins
            | Refusal::Greylisted
            | Refusal::CutOff => true,
            Refusal::Other | Refusal::Certificate => rejection.permanence == Permanence::Temporary,
            Refusal::HelloName => {
                let to_ehlo = failure.stage == Stage::Capabilities;
                rejection.permanence == Permanence::Temporary && !to_ehlo
            }
            // Of errors that are counted, and not of who speaks first.
            Refusal::SpokeFirst => {
                let in_dialogue = failure.stage > Stage::Greeting && failure.stage != Stage::Tls;
                rejection.permanence == Permanence::Temporary && in_dialogue
            }
            Refusal::Blocklisted
            | Refusal::Address(_)
            | Refusal::ListUnanswered
            | Refusal::ProxyHeader
            | Refusal::Masked => false,
        };
        // 454 to STARTTLS means that TLS does not work there (RFC 3207 section 4), and waiting seldom mends it.
        later && (failure.stage != Stage::Starttls || is_closing(rejection))
    });
    for variant in [
        Some("too-many-logins"),
        Some("too-many"),
        Some("too-often"),
        Some("cut-off"),
        Some("ended"),
        None,
    ] {
        let group: Vec<Failed<'_>> = open
            .iter()
            .filter(|Failed { failure, .. }| why_later(failure) == variant)
            .copied()
            .collect();
        if group.is_empty() {
            continue;
        }
        let in_front = variant == Some("cut-off");
        let owner = if in_front {
            Owner::Unknown
        } else {
            Owner::Server
        };
        let finding = Finding::about(case, FindingId::TemporarilyRefused, owner, &ids(&group))
            .inconclusive()
            .variant(variant)
            .evidence(evidence::of_failures(case, &group))
            .step_if(
                variant == Some("too-many-logins"),
                "step-mend-stored-passwords",
            )
            .step_if(in_front, "step-check-scanner")
            .step("step-wait-and-run-again")
            .step_if(in_front, "step-try-other-network")
            .step_if(variant == Some("too-many"), "step-close-connections")
            .step_if(!in_front, "step-tell-server-if-it-lasts");
        case.claim(finding);
    }
}

/// Which of the explanations of "later" fits.
fn why_later(failure: &Failure) -> Option<&'static str> {
    let ended = matches!(&failure.trouble, Trouble::Rejected(rejection) if is_closing(rejection));
    match read::refusal_of(failure) {
        Refusal::TooManyLogins => Some("too-many-logins"),
        Refusal::TooMany => Some("too-many"),
        Refusal::TooOften => Some("too-often"),
        Refusal::CutOff => Some("cut-off"),
        _ if ended && failure.stage > Stage::Greeting && failure.stage != Stage::Tls => {
            Some("ended")
        }
        _ => None,
    }
}

/// The server says that the client spoke before its turn, and this one had said nothing: something in front did.
pub(super) fn spoke_first(case: &mut Case<'_>) {
    let open = rejections(case, |failure, rejection| {
        let first_words = matches!(failure.stage, Stage::Greeting | Stage::Tls);
        match read::refusal(&rejection.reply) {
            Refusal::SpokeFirst => first_words,
            Refusal::ProxyHeader => first_words || failure.stage == Stage::Capabilities,
            _ => false,
        }
    });
    if open.is_empty() {
        return;
    }
    let header = |one: &Failed<'_>| read::refusal_of(one.failure) == Refusal::ProxyHeader;
    let variant = if open.iter().all(header) {
        "proxy-header"
    } else {
        "spoke-first"
    };
    let finding = Finding::about(case, FindingId::UnaskedReply, Owner::Server, &ids(&open))
        .variant(variant)
        .evidence(evidence::of_failures(case, &open))
        .step_alternative(case)
        .step("step-check-proxy-header")
        .step("step-tell-server");
    case.claim(finding);
}

/// Replies came that nobody had asked for. Where the dialogue then came to nothing, that is why; where it went on, it is
/// a warning: other programs take such a reply for the answer to their next command.
pub(super) fn unasked_reply(case: &mut Case<'_>) {
    for (kind, variant) in [
        (UnaskedKind::Reply, None),
        (UnaskedKind::EmptyLine, Some("empty-line")),
    ] {
        let found: Vec<(usize, &Check)> = case
            .own()
            .filter(|(_, check)| check.unasked.iter().any(|one| one.kind == kind))
            // What came behind the answer to STARTTLS is told as what it may be.
            .filter(|(_, check)| check.early_bytes.is_none())
            // Where no mail service greeted, an empty line is no matter.
            .filter(|(_, check)| kind == UnaskedKind::Reply || check.greeting.is_some())
            .collect();
        let is_why = |(id, check): &&(usize, &Check)| {
            kind == UnaskedKind::Reply && !case.is_explained(*id) && came_to_nothing(check)
        };
        let broken: Vec<usize> = found.iter().filter(is_why).map(|(id, _)| *id).collect();
        let ids: Vec<usize> = match broken.as_slice() {
            [] => found.iter().map(|(id, _)| *id).collect(),
            broken => broken.to_vec(),
        };
        if ids.is_empty() {
            continue;
        }
        let finding = Finding::about(case, FindingId::UnaskedReply, Owner::Server, &ids)
            .variant(variant)
            .evidence(of_unasked(case, &found, kind))
            .step_if(kind == UnaskedKind::Reply, "step-check-proxy-header")
            .step("step-tell-server");
        if broken.is_empty() {
            case.add(finding.severity(Severity::Warning));
        } else {
            case.claim(finding.variant("broken"));
        }
    }
}

/// Whether the dialogue broke off where an answer was due.
fn came_to_nothing(check: &Check) -> bool {
    check.failure.as_ref().is_some_and(|failure| {
        let due = matches!(failure.stage, Stage::Capabilities | Stage::Starttls);
        let nothing = matches!(
            failure.trouble,
            Trouble::Closed { .. }
                | Trouble::Clock { .. }
                | Trouble::Os(_)
                | Trouble::Malformed { .. }
        );
        due && nothing
    })
}

/// Untagged data about mailboxes came before anybody had logged in.
pub(super) fn mailbox_data(case: &mut Case<'_>) {
    let kind = UnaskedKind::MailboxData;
    let found: Vec<(usize, &Check)> = case
        .own()
        .filter(|(_, check)| check.unasked.iter().any(|one| one.kind == kind))
        .collect();
    if found.is_empty() {
        return;
    }
    let ids: Vec<usize> = found.iter().map(|(id, _)| *id).collect();
    let finding = Finding::about(case, FindingId::UnexpectedReply, Owner::Server, &ids)
        .severity(Severity::Warning)
        .arg("kind", "mailbox-data")
        .arg("stage", Stage::Capabilities.name())
        .arg("protocol", "IMAP")
        .variant("mailbox-data")
        .evidence(of_unasked(case, &found, kind))
        .step("step-do-not-log-in")
        .step("step-try-other-network")
        .step("step-tell-server");
    case.add(finding);
}

fn of_unasked(case: &Case<'_>, found: &[(usize, &Check)], kind: UnaskedKind) -> Option<Evidence> {
    let said = found.iter().flat_map(|(_, check)| {
        let of_kind = check.unasked.iter().filter(|one| one.kind == kind);
        of_kind.map(|one| {
            let text = args! { "received" => read::quote(std::slice::from_ref(&one.text)) };
            (*check, sentence("evidence-unasked", text))
        })
    });
    evidence::by_place(case.facts, said)
}

/// The server refuses the first command, with which a client introduces itself or asks what there is.
pub(super) fn ehlo_rejected(case: &mut Case<'_>) {
    let open = rejections(case, |failure, _| failure.stage == Stage::Capabilities);
    let mut groups: Vec<(Option<&'static str>, Vec<Failed<'_>>)> = Vec::new();
    for failed in open {
        let why = why_refused(failed.check, failed.failure);
        match groups.iter_mut().find(|(other, _)| *other == why) {
            Some((_, group)) => group.push(failed),
            None => groups.push((why, vec![failed])),
        }
    }
    for (why, group) in groups {
        let name = why == Some("name");
        let address = matches!(why, Some("reverse-dns" | "reputation" | "not-registered"));
        let owner = match (name, address) {
            (true, _) => Owner::ThisMachine,
            (false, true) => Owner::Network,
            (false, false) => Owner::Server,
        };
        let protocol = group[0].check.endpoint.service.protocol();
        let finding = Finding::about(case, FindingId::EhloRejected, owner, &ids(&group))
            .arg("protocol", protocol.name())
            .variant(why)
            .evidence(evidence::of_failures(case, &group))
            .step_if(name, "step-ehlo-name")
            .step_if(why == Some("reverse-dns"), "step-ask-network-reverse-dns")
            .step_if(why == Some("behind-tls"), "step-tell-server-behind-tls")
            .step_if(!name && why != Some("behind-tls"), "step-read-reply")
            .step("step-tell-server");
        let temporary = address
            && group
                .iter()
                .all(|Failed { failure, .. }| is_temporary(failure));
        case.claim(if temporary {
            finding.inconclusive()
        } else {
            finding
        });
    }
}

/// What the refusal of the first command is about, where that is known.
fn why_refused(check: &Check, failure: &Failure) -> Option<&'static str> {
    match read::refusal_of(failure) {
        Refusal::HelloName => Some("name"),
        Refusal::Address(why) => Some(why),
        Refusal::Other if refuses_the_argument(check, failure) => Some("name"),
        _ if is_behind_tls(check) => Some("behind-tls"),
        _ => None,
    }
}

/// Whether the code is one about the argument of a command (RFC 5321 section 4.2.3), and EHLO has one: the name. Beside a
/// code for a rule of the server's (RFC 3463 section 3.8) it is about something else.
fn refuses_the_argument(check: &Check, failure: &Failure) -> bool {
    let Trouble::Rejected(rejection) = &failure.trouble else {
        return false;
    };
    let codes = |line: &Text| {
        let code = line.0.starts_with(b"501") || line.0.starts_with(b"504");
        code && !line
            .0
            .get(4..)
            .is_some_and(|rest| rest.starts_with(b"5.7."))
    };
    check.endpoint.service.protocol() == Protocol::Smtp && rejection.reply.iter().any(codes)
}

/// Whether STARTTLS had come about: what goes wrong then is not what a client meets first.
fn is_behind_tls(check: &Check) -> bool {
    check.endpoint.service.security() == Security::Starttls && check.starttls_reply.is_some()
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
            let segments = tcp.unacknowledged;
            let Some(silent_for) = tcp.silent_for else {
                let args = args! { "segments" => segments };
                return Some((*check, sentence("evidence-unacknowledged", args)));
            };
            let args = args! {
                "segments" => segments,
                "seconds" => evidence::seconds(silent_for.as_secs_f64()),
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
    let begun = |failure: &Failure| !failure.trouble.received().is_empty();
    let unfinished = open.iter().all(|Failed { failure, .. }| begun(failure));
    // A path that is dead was found to be so before.
    let heard = open
        .iter()
        .all(|Failed { check, .. }| read::is_listened_to(check));
    let variant = match (unfinished, heard) {
        (true, _) => Some("unfinished"),
        (false, true) => Some("acknowledged"),
        (false, false) => None,
    };
    // What this system does not tell of may have been lost on the way.
    let told = open.iter().all(|Failed { check, .. }| check.tcp.is_some());
    let owner = match variant {
        None if case.facts.vantage.os != Os::Linux && !told => Owner::Unknown,
        Some(_) | None => Owner::Server,
    };
    let finding = Finding::about(case, FindingId::ReplyTimeout, owner, &ids(&open))
        .arg("stage", failure.stage.name())
        .arg("seconds", evidence::seconds(waited.as_secs_f64()))
        .variant(variant)
        .evidence(evidence::of_failures(case, &open))
        .step_alternative(case)
        .step("step-raise-timeout")
        .step("step-try-other-network")
        .step("step-tell-server");
    let finding = at_the_end(finding, &open);
    case.claim(finding);
}

/// An answer came, and late: impatient programs have gone by then.
pub(super) fn slow_reply(case: &mut Case<'_>) {
    let slow: Vec<(usize, &Check, Duration)> = case
        .own()
        .filter_map(|(id, check)| Some((id, check, slowest_answer(check)?)))
        .collect();
    let Some(longest) = slow.iter().map(|(.., elapsed)| *elapsed).max() else {
        return;
    };
    let seen = slow.iter().map(|(_, check, elapsed)| {
        let seconds = evidence::seconds(elapsed.as_secs_f64());
        let said = args! { "seconds" => seconds };
        (*check, sentence("evidence-slow-reply", said))
    });
    let ids: Vec<usize> = slow.iter().map(|(id, ..)| *id).collect();
    let finding = Finding::about(case, FindingId::SlowReply, Owner::Server, &ids)
        .severity(Severity::Warning)
        .arg("seconds", evidence::seconds(longest.as_secs_f64()))
        .evidence(evidence::by_place(case.facts, seen))
        .step("step-raise-client-timeout")
        .step("step-tell-server");
    case.add(finding);
}

/// The longest that an answer to a command took, where it is long. Packets that are lost and sent again take time of
/// their own.
fn slowest_answer(check: &Check) -> Option<Duration> {
    let answers = check
        .steps
        .iter()
        .filter(|step| step.ok && matches!(step.stage, Stage::Capabilities | Stage::Starttls));
    let longest = answers.map(|step| step.elapsed).max()?;
    let repeated = check.tcp.is_some_and(|tcp| tcp.retransmissions > 0);
    (longest > SLOW && !repeated).then_some(longest)
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
    let behind_tls = open.iter().all(|Failed { check, failure, .. }| {
        is_behind_tls(check) && failure.stage == Stage::Capabilities
    });
    let variant = match (behind_tls, reset) {
        (true, _) => Some("behind-tls"),
        (false, true) => Some("reset"),
        (false, false) => None,
    };
    let begun = |Failed { failure, .. }: &Failed<'_>| {
        let in_answer = matches!(failure.stage, Stage::Capabilities | Stage::Starttls);
        in_answer && !failure.trouble.received().is_empty()
    };
    let stage = if open.iter().all(begun) {
        "within"
    } else {
        failure.stage.name()
    };
    let finding = Finding::about(case, FindingId::ConnectionLost, Owner::Server, &ids(&open))
        .arg("stage", stage)
        .variant(variant)
        .evidence(evidence::of_failures(case, &open))
        .step_alternative(case)
        .step_if(behind_tls, "step-tell-server-behind-tls")
        .step("step-wait-and-run-again")
        .step("step-try-other-network")
        .step("step-tell-server");
    let mut finding = at_the_end(finding, &open);
    // Who goes by a word that is said in clear is looked for on Linux alone.
    let at_a_word = |Failed { check, failure, .. }: &Failed<'_>| {
        let in_clear =
            check.endpoint.service.security() == Security::Starttls && !is_behind_tls(check);
        in_clear && matches!(failure.stage, Stage::Starttls | Stage::Capabilities)
    };
    if reset && open.iter().all(at_a_word) {
        finding.owner = tls::owner_untraced(case);
    }
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
    let (out_of_place, strange): (Vec<_>, Vec<_>) = open.into_iter().partition(|one| {
        let protocol = one.check.endpoint.service.protocol();
        one.failure.trouble.is_out_of_place(protocol)
    });
    for (kind, group) in [("other", strange), ("out-of-place", out_of_place)] {
        if !group.is_empty() {
            let finding = no_answer_of_the_protocol(case, kind, &group);
            case.claim(finding);
        }
    }
}

fn no_answer_of_the_protocol(case: &Case<'_>, kind: &'static str, open: &[Failed<'_>]) -> Finding {
    let Failed { check, failure, .. } = &open[0];
    let strange = kind == "other";
    let finding = Finding::about(case, FindingId::UnexpectedReply, Owner::Server, &ids(open))
        .arg("stage", failure.stage.name())
        .variant_if(!strange, "out-of-place")
        .arg(
            "protocol",
            check
                .endpoint
                .service
                .protocol()
                .name()
                .to_ascii_uppercase(),
        )
        .arg("kind", kind)
        .evidence(evidence::of_failures(case, open))
        .step_alternative(case)
        .step_if(strange, "step-check-port")
        .step_if(strange, "step-check-redirect")
        .step("step-tell-server");
    at_the_end(finding, open)
}

/// Whether every one of these is a refusal for now.
pub(super) fn is_temporary(failure: &Failure) -> bool {
    matches!(&failure.trouble, Trouble::Rejected(rejection) if rejection.permanence == Permanence::Temporary)
}

/// 421, 221 and BYE: the server closes the connection (RFC 5321 sections 3.8 and 4.2.3, RFC 9051 section 7.1.5).
fn is_closing(rejection: &Rejection) -> bool {
    let closes = |line: &Text| {
        matches!(&line.0[..], [b'4' | b'2', b'2', b'1', ..])
            || line.starts_with_ignore_ascii_case("* BYE")
    };
    rejection.reply.iter().any(closes)
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
