//! What a second look refutes: a port that refuses one connection and takes the next.

use crate::args;
use crate::facts::{Check, Facts};
use crate::failure::Failure;
use crate::finding::{Evidence, Finding, FindingId, Owner};

use super::case::{Case, Failed};
use super::draft::{ids, list, sentence};
use super::evidence;
use super::stop::{self, By};

/// A port refuses one connection and takes the next: that is no closed port, no dead address and no broken family. What
/// was asked at once may itself be the cause.
pub(super) fn refused(case: &mut Case<'_>) {
    let answers_now = |check: &Check, failure: &Failure| {
        check.closed() && stop::obstacle(case.facts, check, failure).by == By::AnswersNow
    };
    let seen = case.open_where(answers_now);
    if seen.is_empty() {
        return;
    }
    // Where the address is known to do that, another port that refused may be one of those, also twice.
    let open = case.open_where(|check, failure| {
        let same = |one: &Failed<'_>| one.check.address == check.address;
        answers_now(check, failure) || (check.closed() && seen.iter().any(same))
    });
    let mut taken: Vec<u16> = seen.iter().map(|one| one.check.endpoint.port).collect();
    taken.sort_unstable();
    let ids = ids(&open);
    let service = open[0].check.endpoint.service.name();
    let finding = Finding::about(case, FindingId::RefusedNowAndThen, Owner::Server, &ids)
        .inconclusive()
        .arg("service", service)
        .arg("taken", list(taken.iter().map(u16::to_string)))
        .evidence(evidence::of_failures(case, &open))
        .evidence(evidence::of_paths(case.facts, &open))
        .evidence(taken_again(case.facts, &open))
        .step("step-ask-fewer-services")
        .step("step-wait-and-run-again")
        .step("step-tell-server-now-and-then");
    case.claim(finding);
}

fn taken_again(facts: &Facts, open: &[Failed<'_>]) -> Option<Evidence> {
    let again = open
        .iter()
        .filter(|failed| failed.check.follow_ups.again == Some(true));
    let taken = again.map(|failed| (failed.check, sentence("evidence-taken-again", args! {})));
    evidence::by_place(facts, taken)
}
