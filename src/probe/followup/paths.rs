//! Which paths are swept: those of connects that failed, and one for comparison.

use std::net::{IpAddr, SocketAddr};

use futures_util::future::join_all;

use super::{Asking, icmp_of, in_silence};
use crate::facts::{Check, Facts, Sweep, Vantage};
use crate::failure::{Class, Failure, Stage, Trouble};
use crate::net;

/// Failed ports of one address that are swept. The path is mostly the same.
const EACH: usize = 3;
/// Failed ports of a target that are swept.
const ALL: usize = 12;

/// Sweeps them, all at once; nothing where this system cannot.
pub(super) async fn sweep(asking: Asking<'_>, destinations: &[SocketAddr]) -> Vec<Sweep> {
    let sweeps = destinations.iter().map(|&destination| async move {
        let turn = net::within(asking.budget.wait(), asking.net.turn(destination)).await;
        let _turn = turn.map_err(in_silence).ok()?;
        net::sweep::sweep(destination, asking.budget.wait()).await
    });
    join_all(sweeps).await.into_iter().flatten().collect()
}

/// The failed ports to sweep: of each address one of each class, then more. `trace` is the user's word.
pub(super) fn failing(facts: &Facts, trace: bool) -> Vec<SocketAddr> {
    let mut chosen: Vec<SocketAddr> = Vec::new();
    if !trace {
        return chosen;
    }
    let wanted: Vec<(SocketAddr, Class)> = facts
        .checks
        .iter()
        .filter(|check| !check.context)
        .filter_map(|check| Some((check, check.failure.as_ref()?)))
        .filter(|(_, failure)| calls_for_sweep(failure, &facts.vantage))
        .filter_map(|(check, failure)| Some((end_of(check)?, failure.class)))
        .filter(|(end, _)| may_be_far(end.ip(), &facts.vantage))
        .collect();
    let mut classes: Vec<(IpAddr, Class)> = Vec::new();
    for first_of_class in [true, false] {
        for &(end, class) in &wanted {
            let is_new = !classes.contains(&(end.ip(), class));
            let same = chosen.iter().filter(|other| other.ip() == end.ip()).count();
            // A closed port answers for itself; one is enough to see from where.
            let more = !first_of_class && class != Class::Refused;
            if (is_new || more) && same < EACH && chosen.len() < ALL && !chosen.contains(&end) {
                classes.push((end.ip(), class));
                chosen.push(end);
            }
        }
    }
    chosen
}

/// For each address that is swept, another port to compare with: one that answers, or the best of those that do not.
/// `checks` are all, siblings included.
pub(super) fn comparisons(failing: &[SocketAddr], checks: &[&Check]) -> Vec<SocketAddr> {
    let mut addresses: Vec<IpAddr> = failing.iter().map(SocketAddr::ip).collect();
    addresses.sort_unstable();
    addresses.dedup();
    let compared = addresses.into_iter().filter_map(|address| {
        let swept = |end: &SocketAddr| failing.contains(end);
        let others = checks
            .iter()
            .filter(|check| check.address == Some(address) && !check.skipped)
            .filter_map(|check| Some((weight(check)?, end_of(check)?)))
            .filter(|(_, end)| !swept(end));
        let (weight, end) = others.min_by_key(|(weight, _)| *weight)?;
        // Two paths that end in silence can be compared already.
        let enough = failing.iter().filter(|end| end.ip() == address).count() > 1;
        (weight < SILENT || !enough).then_some(end)
    });
    compared.collect()
}

/// What tells nothing but its path.
const SILENT: u8 = 2;

/// How little a check's port is worth as a comparison. `None` where nothing was tried.
fn weight(check: &Check) -> Option<u8> {
    let connect = check.step(Stage::Connect)?;
    let refused = check
        .failure
        .as_ref()
        .is_some_and(|failure| failure.class == Class::Refused);
    Some(match (connect.ok, refused) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => SILENT,
    })
}

fn calls_for_sweep(failure: &Failure, vantage: &Vantage) -> bool {
    let by_a_router = || {
        let sender = icmp_of(failure).and_then(|icmp| icmp.from);
        sender.is_some_and(|from| !vantage.is_own(from))
    };
    let cut_short = matches!(failure.trouble, Trouble::Deadline { .. });
    failure.stage == Stage::Connect
        && match failure.class {
            Class::Timeout => !cut_short,
            Class::Refused => true,
            // What this machine decided by itself has no path.
            Class::Unreachable | Class::Prohibited => by_a_router(),
            Class::Reset
            | Class::Closed
            | Class::Local
            | Class::NotFound
            | Class::NoData
            | Class::DnsFailure
            | Class::Protocol
            | Class::Rejected
            | Class::NotOffered
            | Class::Tls
            | Class::Certificate => false,
        }
}

fn may_be_far(address: IpAddr, vantage: &Vantage) -> bool {
    !address.to_canonical().is_loopback() && !vantage.is_own(address)
}

fn end_of(check: &Check) -> Option<SocketAddr> {
    Some(SocketAddr::new(check.address?, check.endpoint.port))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{AWAY, facts, failed, fine, os, rejected_by, timed_out};
    use super::*;
    use crate::service::Service;

    /// What it is about, the checks, the ports swept, the port to compare.
    type Row = (&'static str, Vec<Check>, &'static [u16], &'static [u16]);

    fn ports(ends: &[SocketAddr]) -> Vec<u16> {
        ends.iter().map(SocketAddr::port).collect()
    }

    fn silent(service: Service) -> Check {
        failed(service, Stage::Connect, timed_out())
    }

    fn refused(service: Service) -> Check {
        failed(service, Stage::Connect, os(111))
    }

    #[test]
    fn a_handful_of_failed_ports_is_swept_and_one_to_compare() {
        let rows: [Row; 8] = [
            ("all is well", vec![fine(Service::Smtp)], &[], &[]),
            (
                "25 is silent",
                vec![silent(Service::Smtp), fine(Service::Submission)],
                &[25],
                &[587],
            ),
            (
                "closed ports",
                vec![
                    refused(Service::Pop3),
                    refused(Service::Imap),
                    fine(Service::Imaps),
                ],
                &[110],
                &[993],
            ),
            (
                "everything is silent",
                Service::ALL.map(silent).to_vec(),
                &[25, 587, 465],
                &[],
            ),
            (
                "two are silent",
                vec![silent(Service::Smtp), silent(Service::Imap)],
                &[25, 143],
                &[],
            ),
            (
                "each class has its turn",
                vec![
                    silent(Service::Smtp),
                    silent(Service::Submission),
                    silent(Service::Submissions),
                    refused(Service::Pop3),
                    refused(Service::Imap),
                ],
                &[25, 110, 587],
                &[143],
            ),
            (
                "later stages have their own questions",
                vec![failed(Service::Smtp, Stage::Greeting, timed_out())],
                &[],
                &[],
            ),
            (
                "no way from here",
                vec![failed(Service::Smtp, Stage::Connect, os(101))],
                &[],
                &[],
            ),
        ];
        for (what, checks, swept, compared) in rows {
            let facts = facts(checks);
            let failing = failing(&facts, true);
            assert_eq!(ports(&failing), swept, "{what}");
            let all: Vec<&Check> = facts.checks.iter().collect();
            assert_eq!(ports(&comparisons(&failing, &all)), compared, "{what}");
            assert_eq!(super::failing(&facts, false), [], "{what}");
        }
    }

    #[test]
    fn a_silent_sibling_is_compared_where_nothing_else_can_be() {
        let facts = facts(vec![silent(Service::Smtp)]);
        let sibling = Check {
            context: true,
            ..silent(Service::Submission)
        };
        let failing = failing(&facts, true);
        let all = [&facts.checks[0], &sibling];
        assert_eq!(ports(&comparisons(&failing, &all)), [587]);
    }

    #[test]
    fn errors_of_routers_have_a_path_and_our_own_have_none() {
        let own: IpAddr = [192, 168, 1, 7].into();
        for (from, expected) in [(AWAY, 1), (own, 0)] {
            let mut facts = facts(vec![failed(
                Service::Smtp,
                Stage::Connect,
                rejected_by(from),
            )]);
            facts.vantage.own_addresses = vec![(own, 24)];
            assert_eq!(failing(&facts, true).len(), expected, "{from}");
        }
        let mut here = facts(vec![silent(Service::Smtp)]);
        here.checks[0].address = Some([127, 0, 0, 1].into());
        assert_eq!(failing(&here, true), []);
    }

    #[test]
    fn a_hundred_addresses_are_not_all_swept() {
        let checks = (0..100).map(|last| Check {
            address: Some([203, 0, 113, last].into()),
            ..silent(Service::Smtp)
        });
        assert_eq!(failing(&facts(checks.collect()), true).len(), ALL);
    }
}
