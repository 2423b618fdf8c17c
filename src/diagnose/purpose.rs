//! Services taken by default of which every port for one purpose is closed: whether that is a fault, what the host is
//! for decides.

use crate::facts::Check;
use crate::facts::purpose::Weight;
use crate::finding::{Finding, FindingId, Owner, Severity};
use crate::service::Purpose;

use super::case::{Case, Failed};
use super::connect;
use super::draft::ids;
use super::evidence;

/// Purposes that people name together, and the word for them.
const TOLD: [(&str, &[Purpose]); 6] = [
    (
        "programs",
        &[Purpose::Submitting, Purpose::Imap, Purpose::Pop3],
    ),
    ("sending", &[Purpose::Submitting]),
    ("reading", &[Purpose::Imap, Purpose::Pop3]),
    ("imap", &[Purpose::Imap]),
    ("pop3", &[Purpose::Pop3]),
    ("receiving", &[Purpose::Receiving]),
];

/// Every port for a purpose is closed, at a host that answers on another port. Either the program for it has stopped, or
/// the host is not meant for it; where nobody expects it there, it is a note.
pub(super) fn closed(case: &mut Case<'_>) {
    if !case.facts.is_by_default() {
        return;
    }
    for host in 0..case.facts.hosts.len() {
        if !case.facts.asked_of(host).any(Check::connected) {
            continue;
        }
        for (word, purposes) in TOLD {
            // Together they are named where mail programs have no business at the host.
            let together = word != "programs" || case.facts.is_exchanger(host);
            let open = closed_for(case, host, purposes).filter(|_| together);
            // Where the purpose is served on another port, a closed one is that and no more.
            let left = open.filter(|open| {
                case.weight(&ids(open)) != Weight::Beside || case.facts.is_exchanger(host)
            });
            if let Some(open) = left {
                let finding = told(case, word, &open);
                case.claim(finding);
            }
        }
    }
}

/// The open checks of the purposes, where every port of each of them is closed and nothing else is known of them.
fn closed_for<'a>(case: &Case<'a>, host: usize, purposes: &[Purpose]) -> Option<Vec<Failed<'a>>> {
    let serves =
        |check: &Check| check.host == host && purposes.contains(&check.endpoint.service.purpose());
    let is_closed = |check: &Check| {
        let failure = check.failure.as_ref();
        failure.is_some_and(|failure| connect::is_closed(case.facts, check, failure))
    };
    let asked = |purpose: &Purpose| {
        let mut asked = case.facts.asked_of(host);
        asked.any(|check| check.endpoint.service.purpose() == *purpose)
    };
    let all = case
        .facts
        .asked_of(host)
        .filter(|check| serves(check))
        .all(is_closed);
    let mut open = case.open_where(|check, _| serves(check));
    if word_needs_all(purposes) && !purposes.iter().all(asked) || !all || open.is_empty() {
        return None;
    }
    // Sending that is closed as a whole is one thing, whichever port is meant.
    if purposes == [Purpose::Submitting] {
        open.extend(case.open_where(|check, _| {
            check.host == host
                && check.endpoint.service.purpose() == Purpose::Receiving
                && is_closed(check)
        }));
        open.sort_by_key(|failed| failed.id);
    }
    Some(open)
}

/// Whether the word is right for all of the purposes alone.
const fn word_needs_all(purposes: &[Purpose]) -> bool {
    purposes.len() > 1
}

fn told(case: &Case<'_>, word: &'static str, open: &[Failed<'_>]) -> Finding {
    let ids = ids(open);
    let weight = case.weight(&ids);
    let id = match weight {
        Weight::Unoffered => FindingId::NotOfferedHere,
        Weight::Beside | Weight::Fatal => FindingId::PurposeClosed,
    };
    let finding = Finding::about(case, id, Owner::Server, &ids)
        .severity(case.severity(&ids, Severity::Error))
        .arg("purpose", word)
        .evidence(evidence::of_failures(case, open));
    match weight {
        Weight::Unoffered => finding.step("step-other-host-for-purpose"),
        Weight::Beside => finding
            .variant("exchanger")
            .step("step-other-host-for-purpose"),
        Weight::Fatal => finding
            .step("step-start-service")
            .step("step-other-host-for-purpose")
            .step("step-name-services"),
    }
}
