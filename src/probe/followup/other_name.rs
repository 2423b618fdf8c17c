//! Whether the server goes by the name in the TLS hello (SNI): the port is asked without the name where it was sent, and
//! with the name that the server gives itself where it was addressed by a number.

use std::net::IpAddr;
use std::time::Duration;

use super::{Asking, Subject, talk};
use crate::facts::stranger::greeting_name;
use crate::facts::{Check, Facts, FollowUps, OtherName, Tls};
use crate::failure::{CertificateProblem, Class, Failure, TlsTrouble, Trouble};
use crate::net::tls;

/// Alerts of servers that have no certificate for a name: `unrecognized_name`, and what libraries say whose lookup found
/// none, `internal_error` (Go) and `access_denied` (rustls).
const ABOUT_NAMES: [u8; 3] = [112, 80, 49];
/// `handshake_failure`: besides much else, that there is no certificate for a hello without a name.
const HANDSHAKE_FAILURE: u8 = 40;

/// For a greeting that is still due behind the handshake, and the goodbye: there are more questions to ask.
const GOODBYE: Duration = Duration::from_millis(300);

/// `None` where there is no other name to send, where the dialogue did not come as far as TLS again, or where the port
/// shows now this and now that, whatever the name.
pub(super) async fn ask(subject: Subject<'_>, facts: &Facts) -> Option<OtherName> {
    let sent = if is_address(subject.server_name) {
        Some(own_name(facts, subject.check)?)
    } else {
        None
    };
    let outcome = shown(subject, sent.as_deref()).await?;
    let answer = OtherName { sent, outcome };
    // A pool whose members have different certificates looks the same until it is asked again.
    if goes_well(&answer) && !is_confirmed(subject, &answer).await {
        return None;
    }
    Some(answer)
}

/// Whether a handshake that failed may have failed for the name.
pub(super) fn may_be_about_the_name(check: &Check, failure: &Failure) -> bool {
    let named = check
        .tls
        .as_ref()
        .is_some_and(|tls| !is_address(&tls.server_name));
    match (&failure.trouble, failure.class) {
        (Trouble::Tls(TlsTrouble::Alert { description }), _) => {
            ABOUT_NAMES.contains(description) || !named && *description == HANDSHAKE_FAILURE
        }
        (_, Class::Closed | Class::Reset) => !named,
        _ => false,
    }
}

/// Whether the certificate of a mail exchanger is good, and for another name. Few mail servers look at it, so the check has not
/// failed; those that do may get a better one without the name.
pub(super) fn is_for_another(check: &Check) -> bool {
    let problems = check.tls.as_ref().map_or(&[][..], |tls| &tls.problems);
    let about_name =
        |problem: &CertificateProblem| matches!(problem, CertificateProblem::NameMismatch { .. });
    let own = check.failure.is_none() && !check.context;
    own && !problems.is_empty() && problems.iter().all(about_name)
}

/// Whether the server went on with the other name.
pub(super) fn goes_on(answers: &FollowUps) -> bool {
    let asked = answers.other_name.as_ref();
    asked.is_some_and(|asked| asked.outcome.is_ok())
}

fn is_address(name: &str) -> bool {
    name.parse::<IpAddr>().is_ok()
}

/// The name by which the server greets, on this port or on another one of the address.
fn own_name(facts: &Facts, check: &Check) -> Option<String> {
    let beside = facts
        .checks
        .iter()
        .filter(|other| other.address == check.address);
    std::iter::once(check).chain(beside).find_map(greeting_name)
}

/// A session with the name or without; `None` where it never came to a hello.
async fn shown(subject: Subject<'_>, sent: Option<&str>) -> Option<Result<Tls, Trouble>> {
    let Subject { asking, goal, .. } = subject;
    let line = talk::connect(asking, goal).await.ok()?;
    let (_place, local) = (line.place, line.local);
    let stream = talk::up_to_tls(subject, line.stream, local).await.ok()?;
    let (trust, wait) = (&asking.visit.machine.trust, asking.budget.wait());
    let handshake = match sent {
        Some(name) => tls::handshake(stream, name, trust, wait).await,
        None => tls::handshake_unnamed(stream, subject.server_name, trust, wait).await,
    };
    match handshake.stream {
        Ok(stream) => {
            let asking = Asking {
                budget: asking.budget.at_most(GOODBYE),
                ..asking
            };
            talk::goodbye(Subject { asking, ..subject }, stream).await;
            Some(Ok(handshake.tls))
        }
        Err(trouble) => Some(Err(trouble)),
    }
}

fn goes_well(answer: &OtherName) -> bool {
    answer.outcome.as_ref().is_ok_and(Tls::is_trusted)
}

/// Whether the port does the same again with the other name, and then again what it did at first. In this order a pool of
/// two that are asked in turn gives itself away.
async fn is_confirmed(subject: Subject<'_>, answer: &OtherName) -> bool {
    let again = shown(subject, answer.sent.as_deref()).await;
    let same = matches!((&again, &answer.outcome), (Some(Ok(again)), Ok(before)) if leaf(again) == leaf(before));
    if !same {
        return false;
    }
    // What is an address is not sent.
    let first = shown(subject, Some(subject.server_name)).await;
    let seen = subject.check.tls.as_ref().and_then(leaf);
    match first {
        Some(Ok(first)) => seen.is_some() && leaf(&first) == seen,
        Some(Err(_)) => seen.is_none(),
        None => false,
    }
}

/// The server's own certificate.
fn leaf(tls: &Tls) -> Option<&str> {
    let own = tls.certificates.first()?;
    Some(own.sha256.as_str())
}
