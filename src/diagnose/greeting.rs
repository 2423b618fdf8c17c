//! The server's first words: none, too late, a no, or another protocol's.

use std::time::Duration;

use crate::args;
use crate::facts::{Check, Direction, Line};
use crate::failure::{Class, Failure, Stage, TlsTrouble, Trouble};
use crate::finding::{Evidence, Finding, FindingId, Owner, Severity};
use crate::service::Security;
use crate::wire::foreign::Speaks;
use crate::wire::{Text, foreign};

use super::case::{Case, Failed};
use super::draft::{ids, sentence};
use super::read::{self, Refusal};
use super::{evidence, handshake, proxy};

/// A greeting that takes longer makes people wait and impatient programs give up.
const SLOW: Duration = Duration::from_secs(5);
/// The same between mail servers, on port 25.
const SLOW_BETWEEN_SERVERS: Duration = Duration::from_secs(30);

/// TLS spoke where a plain greeting was due: the port wants TLS from the first byte.
pub(super) fn tls_on_starttls_port(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| {
        // Only in place of the greeting: where words in clear came first, the port is no port of implicit TLS.
        let greeting_was_due =
            check.endpoint.service.security() != Security::Tls && failure.stage == Stage::Greeting;
        // In place of an answer to a command an alert says the same.
        let said = check.after_silence.as_ref().map(|text| &text.0[..]);
        let speaks_tls = [Some(failure.trouble.received()), said]
            .into_iter()
            .flatten()
            .any(read::is_tls);
        greeting_was_due && (speaks_tls || read::other_mode_works(check))
    });
    let Some(Failed { check, .. }) = open.first() else {
        return;
    };
    let finding = Finding::about(
        case,
        FindingId::TlsOnStarttlsPort,
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
    .evidence(evidence::of_failures(case, &open))
    .evidence(evidence::of_other_modes(case.facts, &open))
    .step("step-use-implicit-tls")
    .step("step-tell-server");
    case.claim(finding);
}

/// Another service answers on the port.
pub(super) fn wrong_service(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| foreign(check, failure).is_some());
    let mut groups: Vec<(&'static str, Vec<Failed<'_>>)> = Vec::new();
    for failed in open {
        let Some(name) = foreign(failed.check, failed.failure) else {
            continue;
        };
        match groups.iter_mut().find(|(other, _)| *other == name) {
            Some((_, group)) => group.push(failed),
            None => groups.push((name, vec![failed])),
        }
    }
    for (name, group) in groups {
        let expected = group[0]
            .check
            .endpoint
            .service
            .protocol()
            .name()
            .to_ascii_uppercase();
        // A page behind a proxy's yes may be the proxy's own, as of a network that wants a login first.
        // And whoever answers so on the ports of several services at one address is no mail server.
        let everywhere = name == "HTTP" && is_everywhere(&group);
        let owner = if everywhere || name == "HTTP" && proxy::is_between(case.facts) {
            Owner::Unknown
        } else {
            Owner::Server
        };
        let finding = Finding::about(case, FindingId::WrongService, owner, &ids(&group))
            .arg("speaks", name)
            .arg("expected", expected)
            .variant_if(everywhere, "everywhere")
            .evidence(evidence::of_failures(case, &group))
            .evidence(of_second_tries(case, &group))
            .step_alternative(case)
            .step_if(everywhere, "step-check-redirect")
            .step_if(everywhere, "step-check-host")
            .step("step-check-port")
            .step_if(!everywhere, "step-check-host")
            .step_if(!everywhere, "step-check-redirect");
        case.claim(finding);
    }
}

/// Whether ports of more than one protocol at one address are among these.
fn is_everywhere(group: &[Failed<'_>]) -> bool {
    group.iter().any(|Failed { check: one, .. }| {
        group.iter().any(|Failed { check: other, .. }| {
            let protocol = |check: &Check| check.endpoint.service.protocol();
            one.address == other.address && protocol(one) != protocol(other)
        })
    })
}

/// The server greets with a no.
pub(super) fn rejected(case: &mut Case<'_>) {
    let open = case.open_where(|_, failure| {
        // A busy port of implicit TLS says no before TLS.
        let first_words = matches!(failure.stage, Stage::Greeting | Stage::Tls);
        first_words && matches!(failure.trouble, Trouble::Rejected(_))
    });
    let mut groups: Vec<(Refusal, Vec<Failed<'_>>)> = Vec::new();
    for failed in open {
        let says = match read::refusal_of(failed.failure) {
            known @ (Refusal::ListUnanswered | Refusal::Address(_)) => known,
            _ => Refusal::Other,
        };
        match groups.iter_mut().find(|(other, _)| *other == says) {
            Some((_, group)) => group.push(failed),
            None => groups.push((says, vec![failed])),
        }
    }
    for (says, group) in groups {
        let finding = refused_service(case, says, &group);
        case.claim(finding);
    }
}

fn refused_service(case: &Case<'_>, says: Refusal, group: &[Failed<'_>]) -> Finding {
    let address = matches!(says, Refusal::Address(_));
    let (variant, owner) = match says {
        Refusal::Address(why) => (Some(why), Owner::Network),
        Refusal::ListUnanswered => (Some("list-unanswered"), Owner::Server),
        _ => (None, Owner::Server),
    };
    let users = group
        .iter()
        .all(|Failed { check, .. }| check.endpoint.service.is_for_users());
    let finding = Finding::about(case, FindingId::GreetingRejected, owner, &ids(group))
        .variant(variant)
        .evidence(evidence::of_failures(case, group))
        .step_if(address && !users, "step-submit-with-login")
        .step_alternative(case)
        .step_if(
            says == Refusal::Address("reverse-dns"),
            "step-ask-network-reverse-dns",
        )
        .step_if(address, "step-read-reply")
        .step_if(address, "step-try-other-network")
        .step_if(says == Refusal::ListUnanswered, "step-tell-server-resolver")
        .step_if(says == Refusal::Other, "step-read-reply")
        .step_if(says == Refusal::Other, "step-check-host")
        .step_if(says == Refusal::Other, "step-tell-server");
    let temporary = group
        .iter()
        .all(|Failed { failure, .. }| super::dialogue::is_temporary(failure));
    if temporary {
        finding.inconclusive()
    } else {
        finding
    }
}

/// The connection is closed before a byte came.
pub(super) fn closed(case: &mut Case<'_>) {
    let ended = |failure: &Failure| matches!(&failure.trouble, Trouble::Closed { received } if received.0.is_empty());
    let open = at_greeting(case, ended);
    let open = with_twins_in_tls(case, open, |_, failure| ended(failure));
    hung_up(case, FindingId::ClosedBeforeGreeting, open);
}

/// The connection is reset before a byte came.
pub(super) fn reset(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| {
        let ended = !matches!(failure.class, Class::Timeout | Class::Local);
        let heard = |line: &Line| line.direction == Direction::Received;
        let before_a_word = !check.dialogue.iter().any(heard);
        let at_greeting = failure.stage == Stage::Greeting;
        at_greeting && ended && before_a_word && matches!(failure.trouble, Trouble::Os(_))
    });
    let open = with_twins_in_tls(case, open, |check, failure| {
        let by_peer = failure.class == Class::Reset && matches!(failure.trouble, Trouble::Os(_));
        by_peer && !handshake::is_reset_on_path(case.facts, check)
    });
    hung_up(case, FindingId::ResetBeforeGreeting, open);
}

/// The same with the ports of implicit TLS where the same happened in place of the first word of the handshake, beside a
/// port in clear for the same purpose: it is one service that does so, and not its TLS.
fn with_twins_in_tls<'a>(
    case: &Case<'a>,
    open: Vec<Failed<'a>>,
    same: impl Fn(&Check, &Failure) -> bool,
) -> Vec<Failed<'a>> {
    let serves = |one: &Check, other: &Check| {
        let purpose = |check: &Check| check.endpoint.service.purpose();
        one.address == other.address && purpose(one) == purpose(other)
    };
    let twins = case.open_where(|check, failure| {
        let implicit = check.endpoint.service.security() == Security::Tls;
        implicit
            && failure.stage == Stage::Tls
            && same(check, failure)
            && open.iter().any(|plain| serves(plain.check, check))
    });
    let mut both = [open, twins].concat();
    both.sort_by_key(|failed| failed.id);
    both.dedup_by_key(|failed| failed.id);
    both
}

fn hung_up(case: &mut Case<'_>, id: FindingId, open: Vec<Failed<'_>>) {
    for (unseen, group) in proxy::by_witness(case.facts, open) {
        if group.is_empty() {
            continue;
        }
        let finding = Finding::about(case, id, Owner::Server, &ids(&group))
            .arg("through", if unseen { "yes" } else { "no" })
            .evidence(evidence::of_failures(case, &group))
            .step_alternative(case)
            .step("step-wait-and-run-again");
        let finding = if unseen {
            proxy::unwitnessed(finding, case.facts)
        } else {
            let here = case.is_all_here(&ids(&group));
            finding
                .variant_if(here, "here")
                .step_if(here, "step-look-behind-forwarder")
                .step("step-try-other-network")
                .step("step-tell-server-access")
        };
        case.claim(finding);
    }
}

/// A greeting began and was not finished in time.
pub(super) fn incomplete(case: &mut Case<'_>) {
    let open = at_greeting(
        case,
        |failure| matches!(&failure.trouble, Trouble::Clock { received, .. } if !received.0.is_empty()),
    );
    if open.is_empty() {
        return;
    }
    let finding = Finding::about(
        case,
        FindingId::GreetingIncomplete,
        Owner::Server,
        &ids(&open),
    )
    .evidence(evidence::of_failures(case, &open))
    .step("step-wait-longer")
    .step("step-tell-server-slow");
    case.claim(finding);
}

/// Connected, and not a word, until something was said: what came then is nothing that the protocol knows.
pub(super) fn silent_until_spoken_to(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| {
        let silent = failure.stage == Stage::Greeting && failure.waited().is_some();
        silent && answers_otherwise(check)
    });
    let Some(&Failed { check, failure, .. }) = open.first() else {
        return;
    };
    let waited = failure.waited().unwrap_or_default();
    let protocol = check.endpoint.service.protocol().name();
    let finding = Finding::about(case, FindingId::UnexpectedReply, Owner::Server, &ids(&open))
        .arg("kind", "other")
        .arg("stage", Stage::Greeting.name())
        .arg("protocol", protocol.to_ascii_uppercase())
        .arg("seconds", evidence::seconds(waited.as_secs_f64()))
        .variant("once-spoken-to")
        .evidence(evidence::of_failures(case, &open))
        .evidence(of_second_tries(case, &open))
        .step_alternative(case)
        .step("step-check-port")
        .step("step-check-redirect")
        .step("step-tell-server");
    case.claim(finding);
}

/// Whether everything that came when the silence was broken is another protocol's, though nobody knows whose.
fn answers_otherwise(check: &Check) -> bool {
    let protocol = check.endpoint.service.protocol();
    let in_clear = read::answered_in_clear(check).map(|(received, _)| received);
    let mut heard = in_clear
        .into_iter()
        .chain(&check.after_silence)
        .filter(|said| !said.0.trim_ascii().is_empty())
        .peekable();
    heard.peek().is_some()
        && heard.all(|said| !read::is_tls(&said.0) && !read::is_reply(protocol, &said.0))
}

/// Connected, and not a word.
pub(super) fn silent(case: &mut Case<'_>) {
    let open = at_greeting(case, |failure| failure.waited().is_some());
    let open = with_twins_in_tls(case, open, |check, failure| {
        let has_hello = check
            .tcp
            .is_some_and(|tcp| tcp.acknowledged > 0 && tcp.unacknowledged == 0);
        let lost_on_the_way = check.follow_ups.small_segments == Some(true)
            || check.tcp.is_some_and(|tcp| tcp.out_of_order > 0);
        let nothing_came = failure.trouble.received().is_empty();
        failure.waited().is_some() && has_hello && nothing_came && !lost_on_the_way
    });
    for (unseen, group) in proxy::by_witness(case.facts, open) {
        let Some(finding) = silence(case, &group) else {
            continue;
        };
        let through = if unseen { "yes" } else { "no" };
        let finding = finding.arg("through", through);
        case.claim(if unseen {
            proxy::unwitnessed(finding, case.facts)
        } else {
            finding
        });
    }
}

fn silence(case: &Case<'_>, open: &[Failed<'_>]) -> Option<Finding> {
    let &Failed { check, failure, .. } = open.first()?;
    let waited = failure.waited().unwrap_or_default();
    // A port of implicit TLS waits for the client to speak first, and looks like this. The usual ports are known.
    let usual = open
        .iter()
        .all(|Failed { check, .. }| check.endpoint.port == check.endpoint.service.port());
    let implicit = check.endpoint.service.security() == Security::Tls;
    let waits = open
        .iter()
        .all(|Failed { check, .. }| waits_for_the_client(check));
    let variant = if waits {
        Some("waits-for-client")
    } else if implicit {
        Some("under-tls")
    } else if !usual && !open.iter().all(|Failed { check, .. }| was_tried(check)) {
        Some("unusual-port")
    } else if open
        .iter()
        .all(|Failed { check, .. }| read::is_listened_to(check))
    {
        // A path that is dead was found to be so before.
        Some("alive")
    } else {
        None
    };
    let finding = Finding::about(case, FindingId::SilentService, Owner::Server, &ids(open))
        .arg("seconds", evidence::seconds(waited.as_secs_f64()))
        .variant(variant)
        .evidence(evidence::of_failures(case, open))
        .evidence(of_second_tries(case, open))
        .step_alternative(case)
        // Where TLS was tried in vain, nobody is told to try it, or that the port may be waiting for it.
        .step_if(variant == Some("unusual-port"), "step-try-implicit-tls")
        .step_if(waits, "step-tell-server-speaks-first")
        .step_if(!waits, "step-wait-longer")
        .step_if(!waits, "step-tell-server-slow")
        .step_if(!waits, "step-try-other-network");
    Some(finding)
}

/// Whether the mail service greeted once it had been spoken to: to a command, or in clear to a TLS hello. A refusal may be
/// about just that: a server that was still making a stranger wait does not want to be spoken to.
fn waits_for_the_client(check: &Check) -> bool {
    let protocol = check.endpoint.service.protocol();
    let in_clear = read::answered_in_clear(check).map(|(received, _)| received);
    let heard = in_clear.into_iter().chain(&check.after_silence);
    heard
        .into_iter()
        .any(|said| read::is_positive_reply(protocol, &said.0))
}

fn was_tried(check: &Check) -> bool {
    check.follow_ups.other_mode.is_some()
}

/// What came when the silence was broken: to one command, and in clear to a TLS hello.
fn of_second_tries(case: &Case<'_>, open: &[Failed<'_>]) -> Option<Evidence> {
    let said = open.iter().flat_map(|Failed { check, .. }| {
        let quoted = |id: &'static str, text: &Text| {
            let said = args! { "received" => read::quote(std::slice::from_ref(text)) };
            (*check, sentence(id, said))
        };
        let to_hello = read::answered_in_clear(check);
        let to_hello = to_hello.map(|(text, _)| quoted("evidence-answered-hello-in-clear", text));
        let to_command = check.after_silence.as_ref();
        let to_command = to_command.map(|text| quoted("evidence-answered-after-silence", text));
        to_command.into_iter().chain(to_hello)
    });
    evidence::by_place(case.facts, said)
}

/// The greeting came whole, and late.
pub(super) fn slow(case: &mut Case<'_>) {
    let waited = |check: &Check| {
        let step = check.step(Stage::Greeting)?;
        // Where packets are lost, waiting for their repetition is no slowness of the server's.
        let by_loss = check.lost() > 0 && case.facts.loses_packets();
        (step.ok && step.elapsed > SLOW && !by_loss).then_some(step.elapsed)
    };
    let slow: Vec<_> = case
        .own()
        .filter_map(|(id, check)| Some((id, check, waited(check)?)))
        .collect();
    let Some(longest) = slow.iter().map(|(.., elapsed)| *elapsed).max() else {
        return;
    };
    let seen = slow.iter().map(|(_, check, elapsed)| {
        let seconds = evidence::seconds(elapsed.as_secs_f64());
        (
            *check,
            sentence("evidence-slow-greeting", args! { "seconds" => seconds }),
        )
    });
    let ids: Vec<usize> = slow.iter().map(|(id, ..)| *id).collect();
    // Mail servers wait five minutes (RFC 5321 section 4.5.3.2.1), and those that let strangers wait some seconds on port
    // 25 lose spammers by it (Postfix' postscreen, greet pauses): nothing is wrong with that.
    let between_servers = slow
        .iter()
        .all(|(_, check, _)| !check.endpoint.service.is_for_users());
    let severity = if between_servers && longest < SLOW_BETWEEN_SERVERS {
        Severity::Info
    } else {
        Severity::Warning
    };
    let dripped = |check: &Check| check.greeting.as_ref().is_some_and(|one| one.dripped);
    let tarpit = slow.iter().all(|(_, check, _)| dripped(check));
    let variant = match (tarpit, between_servers) {
        (true, _) => Some("dripped"),
        (false, true) => Some("between-servers"),
        (false, false) => None,
    };
    let finding = Finding::about(case, FindingId::SlowGreeting, Owner::Server, &ids)
        .severity(severity)
        .arg("seconds", evidence::seconds(longest.as_secs_f64()))
        .variant(variant)
        .evidence(evidence::by_place(case.facts, seen))
        .step_if(!between_servers, "step-raise-client-timeout")
        .step_if(
            !tarpit && severity > Severity::Info,
            "step-tell-server-slow",
        )
        .step_if(
            tarpit && severity > Severity::Info,
            "step-tell-server-tarpit",
        );
    case.add(finding);
}

fn at_greeting<'a>(case: &Case<'a>, wanted: impl Fn(&Failure) -> bool) -> Vec<Failed<'a>> {
    case.open_where(|_, failure| failure.stage == Stage::Greeting && wanted(failure))
}

/// Who speaks in place of the expected protocol: at once, or once something was said to it.
fn foreign(check: &Check, failure: &Failure) -> Option<&'static str> {
    let expected = check.endpoint.service.protocol();
    match &failure.trouble {
        Trouble::Malformed { speaks, .. } | Trouble::Tls(TlsTrouble::NotTls { speaks, .. }) => {
            read::foreign(expected, *speaks)
        }
        Trouble::Clock { .. } | Trouble::Closed { .. } if failure.stage == Stage::Greeting => {
            let to_hello = read::answered_in_clear(check).and_then(|(_, speaks)| speaks);
            let to_command = check.after_silence.as_ref();
            let to_command = to_command.and_then(|said| foreign::identify(&said.0));
            read::foreign(expected, to_command.or(to_hello))
        }
        // LMTP greets as SMTP does, and knows no EHLO (RFC 2033 section 4.1).
        Trouble::Rejected(_) if failure.stage == Stage::Capabilities => {
            let lines = check.greeting.as_ref()?.lines.iter();
            let whole: Vec<u8> = lines
                .flat_map(|line| [&line.0[..], b"\r\n"].concat())
                .collect();
            let speaks = foreign::identify(&whole).filter(|speaks| *speaks == Speaks::Lmtp);
            read::foreign(expected, speaks)
        }
        Trouble::Clock { .. }
        | Trouble::Deadline { .. }
        | Trouble::Os(_)
        | Trouble::Closed { .. }
        | Trouble::Rejected(_)
        | Trouble::NotOffered
        | Trouble::Tls(_)
        | Trouble::Certificate(_)
        | Trouble::Resolve(_)
        | Trouble::Proxy(_) => None,
    }
}
