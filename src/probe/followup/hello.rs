//! Who acts on the TLS hello, on the word that asks for it, or on the first command: it is sent with a low TTL over connections
//! that stand, and the hop is searched.

use std::net::SocketAddr;
use std::time::Duration;

use super::talk::{self, UpTo};
use super::{Subject, offers};
use crate::facts::{Hop, HopAnswer, Sweep};
use crate::failure::{Class, Stage, Trouble};
use crate::net::{Stream, dial, sweep};
use crate::service::Protocol;
use crate::wire::tls_record::Version;

/// Connections to the server. Half the TTLs go with each; where the server is at most fifteen hops away, and where that
/// is known, these find every hop.
const TRIES: usize = 4;
/// The farthest that is looked, as a sweep does.
const FARTHEST: u8 = 30;
/// A hello is said to be lost after no less, nor after less than two round trips: the kernel sends it again after some
/// 200 milliseconds.
const PATIENCE: Duration = Duration::from_millis(300);

/// What it means where nothing comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Silence {
    /// Hellos are lost without a word: this one was lost before its TTL ran out.
    Lost,
    /// Connections are cut off, and this one was not: whoever does it is farther away. The router there is a quiet one.
    Passed,
}

/// `None` where the question could not be put: this system cannot, or the dialogue did not come as far as TLS again.
pub(super) async fn ask(subject: Subject<'_>) -> Option<Vec<Hop>> {
    let is_cut = |failure: &crate::failure::Failure| failure.class == Class::Reset;
    let silence = match &subject.check.failure {
        Some(failure) if is_cut(failure) => Silence::Passed,
        Some(_) | None => Silence::Lost,
    };
    let ttls = ttls(subject.path(), silence);
    let probe = async |ttl, tries| hello_at(subject, ttl, tries).await;
    let hops = search(&ttls, silence, probe).await;
    Some(hops).filter(|hops| !hops.is_empty())
}

/// Whether the connection was cut off nearer than routers are heard: then it was not the server.
pub(super) fn is_cut_on_the_way(hops: &[Hop], path: Option<&Sweep>) -> bool {
    let first = hops.iter().find(|hop| hop.answer == HopAnswer::Refused);
    let routers = path.into_iter().flat_map(|path| &path.hops);
    let mut routers = routers.filter(|hop| hop.answer == HopAnswer::TimeExceeded);
    first.is_some_and(|first| routers.any(|router| router.ttl >= first.ttl))
}

/// The TTLs that can tell something, where `path` is that of another port of the address: up to the server, and in the
/// search for a loss without the routers that are known to say nothing.
fn ttls(path: Option<&Sweep>, silence: Silence) -> Vec<u8> {
    let hops = path.map_or(&[][..], |path| &path.hops);
    let by_server = |hop: &&Hop| matches!(hop.answer, HopAnswer::Open | HopAnswer::Refused);
    let server = hops.last().filter(by_server).map(|hop| hop.ttl);
    let heard = hops
        .iter()
        .rev()
        .find(|hop| hop.answer != HopAnswer::Silent);
    let heard = heard.map_or(0, |hop| hop.ttl);
    let quiet = |ttl: u8| {
        let mut silent = hops.iter().filter(|hop| hop.answer == HopAnswer::Silent);
        silence == Silence::Lost && ttl < heard && silent.any(|hop| hop.ttl == ttl)
    };
    let all = 1..=server.unwrap_or(FARTHEST);
    all.filter(|ttl| !quiet(*ttl)).collect()
}

/// Searches `ttls` for the first at which it is not a router that answers, by halves. The hops that were asked, by
/// rising TTL; `probe` is told how many tries there are to be, itself included.
async fn search(
    ttls: &[u8],
    silence: Silence,
    probe: impl AsyncFn(u8, usize) -> Option<HopAnswer>,
) -> Vec<Hop> {
    let mut hops = Vec::new();
    // The hello comes past those before the first index, and not past those from the second on.
    let (mut near, mut far) = (0, ttls.len());
    for left in (1..=TRIES).rev() {
        let middle = usize::midpoint(near, far);
        let Some(&ttl) = ttls.get(middle).filter(|_| near < far) else {
            break;
        };
        let Some(answer) = probe(ttl, halvings(far - near).min(left)).await else {
            break;
        };
        hops.push(Hop {
            ttl,
            // The kernel keeps no address for a connection that stands.
            from: None,
            answer,
        });
        let passed = match answer {
            HopAnswer::TimeExceeded => true,
            HopAnswer::Silent => silence == Silence::Passed,
            HopAnswer::Unreachable(_)
            | HopAnswer::Stopped
            | HopAnswer::Open
            | HopAnswer::Refused
            | HopAnswer::Replied => false,
        };
        if passed {
            near = middle + 1;
        } else {
            far = middle;
        }
    }
    hops.sort_unstable_by_key(|hop| hop.ttl);
    hops
}

/// How many questions settle where among so many TTLs the change is, if there is one: the binary logarithm of their
/// number and one, rounded up.
fn halvings(ttls: usize) -> usize {
    ttls.checked_ilog2()
        .map_or(0, |log| usize::try_from(log).unwrap_or(TRIES) + 1)
}

/// A connection up to where the check's broke off, and what was said then.
async fn up_to_words(
    subject: Subject<'_>,
    stream: Stream,
    local: Option<SocketAddr>,
) -> Result<(Stream, Vec<u8>), Trouble> {
    let protocol = subject.check.endpoint.service.protocol();
    let stage = subject.check.failure.as_ref().map(|failure| failure.stage);
    let words = match (stage, protocol) {
        (Some(Stage::Capabilities), Protocol::Smtp) => {
            let name = subject.asking.visit.ehlo_name(subject.server_name, local);
            format!("EHLO {name}\r\n").into_bytes()
        }
        (Some(Stage::Capabilities), Protocol::Pop3) => b"CAPA\r\n".to_vec(),
        (Some(Stage::Capabilities), Protocol::Imap) => b"t CAPABILITY\r\n".to_vec(),
        (Some(Stage::Starttls), Protocol::Smtp) => b"STARTTLS\r\n".to_vec(),
        (Some(Stage::Starttls), Protocol::Pop3) => b"STLS\r\n".to_vec(),
        (Some(Stage::Starttls), Protocol::Imap) => b"t STARTTLS\r\n".to_vec(),
        _ => offers::hello(Version::Tls12, subject.server_name),
    };
    let stream = match stage {
        Some(Stage::Capabilities) => talk::go(subject, stream, local, UpTo::FirstCommand).await?,
        Some(Stage::Starttls) => talk::go(subject, stream, local, UpTo::Request).await?,
        _ => talk::up_to_tls(subject, stream, local).await?,
    };
    Ok((stream, words))
}

/// `tries` of them are to be made in the time.
async fn hello_at(subject: Subject<'_>, ttl: u8, tries: usize) -> Option<HopAnswer> {
    let budget = subject.asking.budget;
    let line = talk::connect(subject.asking, subject.goal).await.ok()?;
    // The place lasts as long as the connection.
    let (_place, local) = (line.place, line.local);
    let (stream, words) = up_to_words(subject, line.stream, local).await.ok()?;
    // The first packets to a place may wait for other things; the shortest time counts.
    let known = [dial::tcp_state(&stream), subject.check.tcp];
    let rtt = known.iter().flatten().filter_map(|tcp| tcp.min_rtt).min();
    let least = PATIENCE.max(rtt.unwrap_or_default() * 2);
    let too_short = budget.left() < least;
    let patience = budget.at_most(budget.share(tries).left().max(least));
    let answer = sweep::hello_at(stream, ttl, &words, patience.wait())
        .await?
        .ok();
    answer.filter(|answer| *answer != HopAnswer::Silent || !too_short)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use Silence::{Lost, Passed};

    /// A path on which routers answer up to `routers`, all but the `quiet` ones, and `answer` comes from farther away.
    /// The hops, and how many were asked.
    async fn found(
        ttls: &[u8],
        (routers, quiet): (u8, &[u8]),
        silence: Silence,
        answer: HopAnswer,
    ) -> (Vec<Hop>, usize) {
        let asked = Cell::new(0);
        let hops = search(ttls, silence, async |ttl, tries| {
            asked.set(asked.get() + 1);
            assert!((1..=TRIES + 1 - asked.get()).contains(&tries), "{tries}");
            Some(match ttl {
                _ if ttl > routers => answer,
                _ if quiet.contains(&ttl) => HopAnswer::Silent,
                _ => HopAnswer::TimeExceeded,
            })
        });
        (hops.await, asked.get())
    }

    fn path(answers: &[HopAnswer]) -> Sweep {
        let hops = (1..).zip(answers).map(|(ttl, &answer)| Hop {
            ttl,
            from: None,
            answer,
        });
        Sweep {
            deaf: false,
            destination: ([203, 0, 113, 25], 587).into(),
            hops: hops.collect(),
        }
    }

    #[tokio::test]
    async fn four_connections_find_every_hop_of_a_known_path() {
        for (silence, answer) in [(Passed, HopAnswer::Refused), (Lost, HopAnswer::Silent)] {
            for server in 1..=15 {
                let ttls: Vec<u8> = (1..=server).collect();
                for routers in 0..server {
                    let (hops, asked) = found(&ttls, (routers, &[]), silence, answer).await;
                    assert!(asked <= TRIES, "{routers}");
                    assert!(hops.is_sorted_by_key(|hop| hop.ttl));
                    let first = hops.iter().find(|hop| hop.answer == answer);
                    assert_eq!(first.map(|hop| hop.ttl), Some(routers + 1), "{routers}");
                    let before = hops.iter().any(|hop| hop.ttl == routers);
                    assert!(before || routers == 0, "{routers} of {server}: {hops:?}");
                }
            }
        }
    }

    #[tokio::test]
    async fn on_an_unknown_path_they_come_near_it() {
        let ttls: Vec<u8> = (1..=FARTHEST).collect();
        for routers in 0..FARTHEST {
            let (hops, asked) = found(&ttls, (routers, &[]), Lost, HopAnswer::Silent).await;
            assert!(asked <= TRIES, "{routers}");
            let passed = hops.iter().filter(|hop| hop.answer != HopAnswer::Silent);
            let passed = passed.map(|hop| hop.ttl).max().unwrap_or_default();
            assert!((routers.saturating_sub(1)..=routers).contains(&passed));
        }
    }

    #[tokio::test]
    async fn a_quiet_router_does_not_mislead() {
        let ttls: Vec<u8> = (1..=8).collect();
        let (hops, _) = found(&ttls, (5, &[3, 4, 5]), Passed, HopAnswer::Refused).await;
        let first = hops.iter().find(|hop| hop.answer == HopAnswer::Refused);
        assert_eq!(first.map(|hop| hop.ttl), Some(6), "{hops:?}");
    }

    #[tokio::test]
    async fn a_search_that_cannot_go_on_keeps_what_it_has() {
        let ttls: Vec<u8> = (1..=FARTHEST).collect();
        let hops = search(&ttls, Passed, async |ttl, _| {
            (ttl == 16).then_some(HopAnswer::Refused)
        });
        assert_eq!(hops.await.len(), 1);
        assert!(search(&ttls, Lost, async |_, _| None).await.is_empty());
        assert!(
            search(&[], Lost, async |_, _| Some(HopAnswer::Open))
                .await
                .is_empty()
        );
    }

    #[test]
    fn the_path_of_another_port_says_which_hops_can_tell() {
        use HopAnswer::{Open, Silent, TimeExceeded};
        let known = path(&[TimeExceeded, Silent, TimeExceeded, Open]);
        assert_eq!(ttls(Some(&known), Lost), [1, 3, 4]);
        assert_eq!(ttls(Some(&known), Passed), [1, 2, 3, 4]);
        let lost = path(&[TimeExceeded, Silent, TimeExceeded, Silent, Silent]);
        let expected: Vec<u8> = (1..=FARTHEST).filter(|ttl| *ttl != 2).collect();
        assert_eq!(ttls(Some(&lost), Lost), expected);
        assert_eq!(ttls(None, Passed).len(), usize::from(FARTHEST));
    }

    #[test]
    fn a_cut_nearer_than_a_router_is_not_the_server_s() {
        use HopAnswer::{Open, Refused, TimeExceeded};
        let path = path(&[TimeExceeded, TimeExceeded, TimeExceeded, Open]);
        for (ttl, expected) in [(3, true), (4, false)] {
            let hop = |ttl, answer| Hop {
                ttl,
                from: None,
                answer,
            };
            let hops = [hop(ttl - 1, TimeExceeded), hop(ttl, Refused)];
            assert_eq!(is_cut_on_the_way(&hops, Some(&path)), expected, "{ttl}");
            assert!(!is_cut_on_the_way(&hops, None));
        }
        assert!(!is_cut_on_the_way(&[], Some(&path)));
    }
}
