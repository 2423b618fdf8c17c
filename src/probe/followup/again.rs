//! Whether a port that refused takes one more connection, alone: what was asked at once may have been too much.

use std::time::Duration;

use super::{Asking, talk};
use crate::facts::{Check, Facts};

/// Refused ports of a target that are asked again.
const MOST: usize = 4;
/// For each of them. A refusal takes one round trip.
const LIMIT: Duration = Duration::from_millis(400);

/// Asks them one after another: the check, and whether its port took the connection.
pub(super) async fn ask(asking: Asking<'_>, facts: &Facts) -> Vec<(usize, bool)> {
    let mut answers = Vec::new();
    for id in refused(facts) {
        let check = &facts.checks[id];
        let Some(host) = facts.hosts.get(check.host) else {
            continue;
        };
        let goal = asking.visit.goal(&host.name, check);
        let alone = Asking {
            budget: asking.budget.at_most(LIMIT),
            ..asking
        };
        let line = Box::pin(talk::connect(alone, goal)).await;
        answers.push((id, line.is_ok()));
    }
    answers
}

/// The checks that were refused beside others that were not: an address, a port or a family of which all is refused is
/// not limited by anybody.
fn refused(facts: &Facts) -> Vec<usize> {
    let beside = |check: &Check| {
        let same = |other: &Check| other.host == check.host && other.connected();
        facts.checks.iter().any(same)
    };
    let own = facts.checks.iter().enumerate();
    let is_known = |check: &Check| check.is_anothers() && check.follow_ups.again.is_some();
    let refused = own.filter(|(_, check)| !check.context && check.closed() && beside(check));
    let refused = refused.filter(|(_, check)| !is_known(check));
    refused.map(|(id, _)| id).take(MOST).collect()
}
