//! Who acts on the TLS hello: it is sent with a low TTL over connections that stand, and the hop is searched.

use super::{Subject, offers, talk};
use crate::facts::{Hop, HopAnswer};
use crate::net::sweep;
use crate::wire::tls_record::Version;

/// Connections to the server.
const TRIES: usize = 5;
/// Half the TTLs go with each of the five.
const FARTHEST: u8 = 31;

/// `None` where the question could not be put: this system cannot, or the dialogue did not come as far as TLS again.
pub(super) async fn ask(subject: Subject<'_>) -> Option<Vec<Hop>> {
    let hops = search(async |ttl, left| {
        let mut subject = subject;
        subject.asking.budget = subject.asking.budget.share(left);
        hello_at(subject, ttl).await
    });
    Some(hops.await).filter(|hops| !hops.is_empty())
}

/// Searches for the first TTL at which it is not a router that answers, by halves. The hops that were asked, by rising
/// TTL; `probe` is told how many tries are left, itself included.
async fn search(probe: impl AsyncFn(u8, usize) -> Option<HopAnswer>) -> Vec<Hop> {
    let mut hops = Vec::new();
    // A router answers at `near` (0 is this machine), and none at `far`.
    let (mut near, mut far) = (0, FARTHEST + 1);
    for left in (1..=TRIES).rev() {
        let ttl = u8::midpoint(near, far);
        if ttl == near {
            break;
        }
        let Some(answer) = probe(ttl, left).await else {
            break;
        };
        hops.push(Hop {
            ttl,
            // The kernel keeps no address for a connection that stands.
            from: None,
            answer,
        });
        match answer {
            HopAnswer::TimeExceeded => near = ttl,
            HopAnswer::Unreachable(_)
            | HopAnswer::Open
            | HopAnswer::Refused
            | HopAnswer::Silent => far = ttl,
        }
    }
    hops.sort_unstable_by_key(|hop| hop.ttl);
    hops
}

async fn hello_at(subject: Subject<'_>, ttl: u8) -> Option<HopAnswer> {
    let budget = subject.asking.budget;
    let line = talk::connect(subject.asking.net, subject.address, budget)
        .await
        .ok()?;
    // The turn lasts as long as the connection.
    let (_turn, local) = (line.turn, line.local);
    let stream = talk::up_to_tls(subject, line.stream, local).await.ok()?;
    let hello = offers::hello(Version::Tls12, subject.server_name);
    sweep::hello_at(stream, ttl, &hello, budget.wait())
        .await?
        .ok()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    /// A path on which routers answer up to `routers`, and `answer` comes from farther away.
    async fn found(routers: u8, answer: HopAnswer) -> (Vec<Hop>, usize) {
        let asked = Cell::new(0);
        let hops = search(async |ttl, left| {
            asked.set(asked.get() + 1);
            assert_eq!(left, TRIES + 1 - asked.get());
            Some(if ttl <= routers {
                HopAnswer::TimeExceeded
            } else {
                answer
            })
        });
        (hops.await, asked.get())
    }

    #[tokio::test]
    async fn five_connections_find_every_hop() {
        for answer in [HopAnswer::Refused, HopAnswer::Silent, HopAnswer::Open] {
            for routers in 0..FARTHEST {
                let (hops, asked) = found(routers, answer).await;
                assert!(asked <= TRIES, "{routers}");
                assert!(hops.is_sorted_by_key(|hop| hop.ttl));
                let first = hops.iter().find(|hop| hop.answer == answer);
                assert_eq!(first.map(|hop| hop.ttl), Some(routers + 1), "{routers}");
            }
        }
    }

    #[tokio::test]
    async fn a_search_that_cannot_go_on_keeps_what_it_has() {
        let hops = search(async |ttl, _| (ttl == 16).then_some(HopAnswer::Refused)).await;
        assert_eq!(hops.len(), 1);
        assert!(search(async |_, _| None).await.is_empty());
    }
}
