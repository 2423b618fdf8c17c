//! Other ports of the same address: where one of them answers, the way to the server is open.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use futures_util::future::join_all;
use tokio::time::Instant;

use super::{Asking, talk};
use crate::facts::{Check, Facts, Step};
use crate::failure::{Class, Failure, Stage};
use crate::service::{Endpoint, Service};
use crate::wire::proxy::Goal;

/// Siblings of one failed check.
const EACH: usize = 3;
/// The first connection request is repeated after a second; its answer shall still count, and leave time for a sweep.
const LIMIT: Duration = Duration::from_millis(1200);

/// The services that most hosts have, the most usual first.
pub(super) const USUAL: [Service; 7] = [
    Service::Submission,
    Service::Submissions,
    Service::Imaps,
    Service::Imap,
    Service::Smtp,
    Service::Pop3s,
    Service::Pop3,
];

/// Connects to the siblings, all at once, and says nothing to them.
pub(super) async fn ask(asking: Asking<'_>, facts: &Facts) -> Vec<Check> {
    let checks = wanted(facts)
        .into_iter()
        .map(|check| connect(asking, Box::new(check)));
    join_all(checks).await
}

/// The checks to make: for each address that no check could connect to, the usual ports that were not among them.
pub(super) fn wanted(facts: &Facts) -> Vec<Check> {
    let mut siblings: Vec<Check> = Vec::new();
    // Whether the way to the server is open is the proxy's to say.
    if facts.through.as_ref().is_some_and(|proxy| !proxy.passed_by) {
        return siblings;
    }
    for (host, address) in silent_addresses(facts) {
        let own = |check: &&Check| check.address == Some(address);
        let failed: Vec<&Check> = facts.checks.iter().filter(own).collect();
        let protocol = failed.first().map(|c| c.endpoint.service.protocol());
        let mut others: Vec<Service> = USUAL
            .into_iter()
            .filter(|other| {
                failed
                    .iter()
                    .all(|check| check.endpoint.port != other.port())
            })
            .collect();
        // What speaks the same protocol is the likeliest to be there.
        others.sort_by_key(|other| Some(other.protocol()) != protocol);
        others.truncate(EACH * failed.len());
        let check = |service| Check {
            context: true,
            ..Check::new(host, Endpoint::usual(service), Some(address))
        };
        siblings.extend(others.into_iter().map(check));
    }
    siblings
}

/// The addresses at which every connect failed in a way that another port may tell more about, each once.
fn silent_addresses(facts: &Facts) -> Vec<(usize, IpAddr)> {
    let mut found: Vec<(usize, IpAddr)> = Vec::new();
    for check in &facts.checks {
        let Some(address) = check
            .address
            .filter(|_| !check.skipped && !check.is_anothers())
        else {
            continue;
        };
        let mut own = facts.checks.iter().filter(|c| c.address == Some(address));
        let known = found.iter().any(|(_, other)| *other == address);
        if !known && own.all(|check| check.failure.as_ref().is_some_and(calls_for_siblings)) {
            found.push((check.host, address));
        }
    }
    found
}

fn calls_for_siblings(failure: &Failure) -> bool {
    let at_connect = failure.stage == Stage::Connect;
    match failure.class {
        Class::Timeout | Class::Refused | Class::Prohibited => at_connect,
        // Where this machine has no way, it has none to any port.
        Class::Unreachable => at_connect && failure.trouble.icmp().is_some(),
        // Nothing more goes out once the time for everything is up.
        Class::Deadline
        | Class::Reset
        | Class::Closed
        | Class::Local
        | Class::NotFound
        | Class::NoData
        | Class::DnsFailure
        | Class::Protocol
        | Class::Rejected
        | Class::NotOffered
        | Class::Tls
        | Class::Certificate
        | Class::Proxy => false,
    }
}

async fn connect(asking: Asking<'_>, mut check: Box<Check>) -> Check {
    let Some(address) = check.address else {
        return *check;
    };
    let goal = Goal::Address(SocketAddr::new(address, check.endpoint.port));
    let at = asking.visit.machine.started.elapsed();
    let start = Instant::now();
    let budget = asking.budget.at_most(LIMIT);
    let line = talk::connect(Asking { budget, ..asking }, goal).await;
    let elapsed = start.elapsed();
    check.steps.push(Step {
        stage: Stage::Connect,
        at,
        elapsed,
        ok: line.is_ok(),
    });
    match line {
        Ok(line) => check.local = line.local,
        Err(trouble) => check.failure = Some(Failure::new(Stage::Connect, trouble, elapsed)),
    }
    *check
}

#[cfg(test)]
mod tests {
    use super::super::tests::{facts, failed, fine, timed_out};
    use super::*;
    use crate::failure::Trouble;
    use crate::wire::Text;

    fn ports(checks: Vec<Check>) -> Vec<u16> {
        let siblings = wanted(&facts(checks));
        assert!(siblings.iter().all(|sibling| sibling.context));
        siblings
            .iter()
            .map(|sibling| sibling.endpoint.port)
            .collect()
    }

    #[test]
    fn the_likeliest_siblings_of_what_failed() {
        let silent = |service| failed(service, Stage::Connect, timed_out());
        let rows: [(&str, Vec<Check>, &[u16]); 7] = [
            ("a healthy run", vec![fine(Service::Smtp)], &[]),
            ("25 alone", vec![silent(Service::Smtp)], &[587, 465, 993]),
            ("993 alone", vec![silent(Service::Imaps)], &[143, 587, 465]),
            (
                "a whole family",
                vec![
                    silent(Service::Smtp),
                    silent(Service::Submission),
                    silent(Service::Submissions),
                ],
                &[993, 143, 995, 110],
            ),
            (
                "another port answers already",
                vec![silent(Service::Smtp), fine(Service::Submission)],
                &[],
            ),
            (
                "it connected",
                vec![failed(Service::Smtp, Stage::Greeting, timed_out())],
                &[],
            ),
            (
                "the run was cut short",
                vec![failed(
                    Service::Smtp,
                    Stage::Connect,
                    Trouble::Deadline {
                        received: Text::default(),
                    },
                )],
                &[],
            ),
        ];
        for (what, checks, expected) in rows {
            assert_eq!(ports(checks), expected, "{what}");
        }
        let all = Service::ALL.map(silent).to_vec();
        assert!(ports(all).is_empty(), "none is left");
    }
}
