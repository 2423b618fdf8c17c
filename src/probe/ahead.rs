//! The beginning of a sweep, while the last seconds of a connect run out.
//!
//! Where a port is dead this is told as soon as its time is up. Where the server was only slow, nothing of it has come there,
//! and nothing of it is kept.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::time::Duration;

use futures_util::future::{Either, select};
use tokio::sync::OnceCell;
use tokio::time::Instant;

use super::Visit;
use super::followup::paths;
use crate::failure::Trouble;
use crate::net::Wait;
use crate::net::dial::Attempt;
use crate::net::sweep::{Ahead, Routers, WAVE};
use crate::wire::proxy::Goal;

/// So long before its end a connect is likely to be in vain: two paths are followed in that time, one after the other.
const LAST: Duration = Duration::from_millis(2500);

/// What was asked ahead of the end of connects.
#[derive(Default)]
pub(super) struct Scouts {
    routers: RefCell<BTreeMap<IpAddr, Rc<OnceCell<Option<Routers>>>>>,
    /// By the end of the path; `None` while it is followed.
    paths: RefCell<BTreeMap<SocketAddr, Option<Ahead>>>,
}

impl Scouts {
    /// Whether one more path is followed: as many as are swept afterwards.
    fn sets_out(&self, destination: SocketAddr) -> bool {
        let mut paths = self.paths.borrow_mut();
        let same = paths.keys().filter(|end| end.ip() == destination.ip());
        let goes = same.count() < paths::EACH && paths.len() < paths::ALL;
        if goes {
            paths.insert(destination, None);
        }
        goes
    }

    /// What was learnt of a path. Nobody else gets it.
    pub(super) fn take(&self, destination: SocketAddr) -> Option<Ahead> {
        self.paths.borrow_mut().remove(&destination).flatten()
    }
}

/// Waits for `attempt`, and follows its path when it is nearly over.
pub(super) async fn beside(
    visit: &Visit<'_>,
    goal: Goal<'_>,
    wait: Wait,
    attempt: Pin<&mut impl Future<Output = Attempt>>,
) -> Attempt {
    let Some(destination) = destination(visit, goal) else {
        return attempt.await;
    };
    let scouting = pin!(scout(visit, destination, wait));
    let attempt = match select(attempt, scouting).await {
        Either::Left((attempt, _)) => attempt,
        Either::Right(((), attempt)) => attempt.await,
    };
    if !matches!(attempt.result, Err(Trouble::Clock { .. })) {
        visit.scouts.take(destination);
    }
    attempt
}

/// The end of a path that may be followed.
fn destination(visit: &Visit<'_>, goal: Goal<'_>) -> Option<SocketAddr> {
    let is_traced = visit.plan.trace && visit.door.through().is_none();
    let far = |end: &SocketAddr| paths::may_be_far(end.ip(), &visit.machine.vantage);
    goal.address().filter(|_| is_traced).filter(far)
}

async fn scout(visit: &Visit<'_>, destination: SocketAddr, wait: Wait) {
    let last = LAST.min(wait.limit / 2);
    tokio::time::sleep(wait.limit.saturating_sub(last)).await;
    let wait = Wait {
        limit: last,
        deadline: wait.deadline.min(Instant::now() + last),
    };
    // It is seldom asked, and takes room.
    Box::pin(follow(visit, destination, wait)).await;
}

async fn follow(visit: &Visit<'_>, destination: SocketAddr, wait: Wait) {
    let scouts = &visit.scouts;
    let Some(_seats) = visit.machine.seats.spare(usize::from(WAVE)) else {
        return;
    };
    if !scouts.sets_out(destination) {
        return;
    }
    let routers = Rc::clone(
        scouts
            .routers
            .borrow_mut()
            .entry(destination.ip())
            .or_default(),
    );
    let ask = || visit.door.routers(destination.ip(), wait);
    let Some(routers) = routers.get_or_init(ask).await else {
        return;
    };
    let ahead = visit.door.ahead(destination, routers, wait).await;
    scouts.paths.borrow_mut().insert(destination, ahead);
}
