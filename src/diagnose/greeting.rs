//! The server's first words: none, too late, a no, or another protocol's.

use std::time::Duration;

use crate::args;
use crate::failure::{Class, Failure, Stage, Trouble};
use crate::finding::{Finding, FindingId, Owner, Severity};
use crate::service::Security;

use super::case::{Case, Failed};
use super::draft::{ids, sentence};
use super::evidence;
use super::read::{self, Refusal};

/// A greeting that takes longer makes people wait and impatient programs give up.
const SLOW: Duration = Duration::from_secs(5);
/// The same between mail servers, on port 25.
const SLOW_BETWEEN_SERVERS: Duration = Duration::from_secs(30);

/// TLS spoke where a plain greeting was due: the port wants TLS from the first byte.
pub(super) fn tls_on_starttls_port(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| {
        let plain_yet = check.endpoint.service.security() != Security::Tls && check.tls.is_none();
        let speaks_tls = read::is_tls(failure.trouble.received());
        plain_yet && is_before_tls(failure) && (speaks_tls || read::other_mode_works(check))
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
    let open = case
        .open_where(|check, failure| foreign(check.endpoint.service.protocol(), failure).is_some());
    let mut groups: Vec<(&'static str, Vec<Failed<'_>>)> = Vec::new();
    for failed in open {
        let Some(name) = foreign(failed.check.endpoint.service.protocol(), failed.failure) else {
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
        let finding = Finding::about(case, FindingId::WrongService, Owner::Server, &ids(&group))
            .arg("speaks", name)
            .arg("expected", expected)
            .evidence(evidence::of_failures(case, &group))
            .step_alternative(case)
            .step("step-check-port")
            .step("step-check-host")
            .step("step-check-redirect");
        case.claim(finding);
    }
}

/// The server greets with a no.
pub(super) fn rejected(case: &mut Case<'_>) {
    let open = at_greeting(case, |failure| {
        matches!(failure.trouble, Trouble::Rejected(_))
    });
    if open.is_empty() {
        return;
    }
    let unanswered = open.iter().all(|Failed { failure, .. }| {
        matches!(&failure.trouble,
        Trouble::Rejected(rejection) if read::refusal(&rejection.reply) == Refusal::ListUnanswered)
    });
    let finding = Finding::about(
        case,
        FindingId::GreetingRejected,
        Owner::Server,
        &ids(&open),
    )
    .variant(unanswered.then_some("list-unanswered"))
    .evidence(evidence::of_failures(case, &open))
    .step_alternative(case)
    .step_if(unanswered, "step-tell-server-resolver")
    .step_if(!unanswered, "step-read-reply")
    .step_if(!unanswered, "step-check-host")
    .step_if(!unanswered, "step-tell-server");
    case.claim(finding);
}

/// The connection is closed before a byte came.
pub(super) fn closed(case: &mut Case<'_>) {
    let open = at_greeting(
        case,
        |failure| matches!(&failure.trouble, Trouble::Closed { received } if received.0.is_empty()),
    );
    hung_up(case, FindingId::ClosedBeforeGreeting, &open);
}

/// The connection is reset before a byte came.
pub(super) fn reset(case: &mut Case<'_>) {
    let open = at_greeting(case, |failure| {
        let ended = !matches!(failure.class, Class::Timeout | Class::Local);
        ended && matches!(failure.trouble, Trouble::Os(_))
    });
    hung_up(case, FindingId::ResetBeforeGreeting, &open);
}

fn hung_up(case: &mut Case<'_>, id: FindingId, open: &[Failed<'_>]) {
    if open.is_empty() {
        return;
    }
    let finding = Finding::about(case, id, Owner::Server, &ids(open))
        .evidence(evidence::of_failures(case, open))
        .step_alternative(case)
        .step("step-wait-and-run-again")
        .step("step-try-other-network")
        .step("step-tell-server-access");
    case.claim(finding);
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

/// Connected, and not a word.
pub(super) fn silent(case: &mut Case<'_>) {
    let open = at_greeting(case, |failure| failure.waited().is_some());
    let Some(&Failed { check, failure, .. }) = open.first() else {
        return;
    };
    let waited = failure.waited().unwrap_or_default();
    // A port of implicit TLS waits for the client to speak first, and looks like this. The usual ports are known.
    let usual = open
        .iter()
        .all(|Failed { check, .. }| check.endpoint.port == check.endpoint.service.port());
    let implicit = check.endpoint.service.security() == Security::Tls;
    let variant = if implicit {
        Some("under-tls")
    } else if !usual {
        Some("unusual-port")
    } else if open.iter().all(|Failed { check, .. }| check.tcp.is_some()) {
        // A path that is dead was found to be so before.
        Some("alive")
    } else {
        None
    };
    let finding = Finding::about(case, FindingId::SilentService, Owner::Server, &ids(&open))
        .arg("seconds", evidence::seconds(waited.as_secs_f64()))
        .variant(variant)
        .evidence(evidence::of_failures(case, &open))
        .step_alternative(case)
        .step_if(variant == Some("unusual-port"), "step-try-implicit-tls")
        .step("step-wait-longer")
        .step("step-tell-server-slow")
        .step("step-try-other-network");
    case.claim(finding);
}

/// The greeting came whole, and late.
pub(super) fn slow(case: &mut Case<'_>) {
    let waited = |check: &crate::facts::Check| {
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
    let finding = Finding::about(case, FindingId::SlowGreeting, Owner::Server, &ids)
        .severity(severity)
        .arg("seconds", evidence::seconds(longest.as_secs_f64()))
        .variant(between_servers.then_some("between-servers"))
        .evidence(evidence::by_place(case.facts, seen))
        .step_if(!between_servers, "step-raise-client-timeout")
        .step_if(severity > Severity::Info, "step-tell-server-slow");
    case.add(finding);
}

fn at_greeting<'a>(case: &Case<'a>, wanted: impl Fn(&Failure) -> bool) -> Vec<Failed<'a>> {
    case.open_where(|_, failure| failure.stage == Stage::Greeting && wanted(failure))
}

fn is_before_tls(failure: &Failure) -> bool {
    match failure.stage {
        Stage::Greeting | Stage::Capabilities | Stage::Starttls => true,
        Stage::Resolve | Stage::Connect | Stage::Tls | Stage::Certificate | Stage::Quit => false,
    }
}

/// Who speaks in place of the expected protocol.

fn foreign(expected: crate::service::Protocol, failure: &Failure) -> Option<&'static str> {
    read::foreign(expected, failure.trouble.speaks())
}
