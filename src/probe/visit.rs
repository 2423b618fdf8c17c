//! One target's stay with the network.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use futures_util::poll;
use tokio::sync::OwnedMutexGuard;
use tokio::time::Instant;

use crate::facts::Check;
use crate::net::dns::Resolver;
use crate::net::seats::Room;
use crate::net::{self, Door, Expired, Machine, Turn, Visitor, Wait, dial, interrupt};
use crate::plan::Plan;
use crate::progress::Progress;
use crate::target::HostName;
use crate::wire::proxy::Goal;

use super::ahead::Scouts;
use super::fence::Fence;
use super::manners::Manners;

/// What every question about one target needs: what was asked for, this machine, a resolver that writes down what it is
/// told, the target's own clock, and whoever watches.
pub struct Visit<'a> {
    /// How to ask.
    pub plan: &'a Plan,
    /// What all targets share.
    pub machine: &'a Machine,
    /// Asks the DNS, and keeps the exchanges of this target.
    pub resolver: &'a Resolver,
    /// The way out for whatever is said to servers.
    pub door: Door<'a>,
    /// Who is told what is being waited for.
    pub progress: &'a Progress,
    /// What is asked of paths ahead of the end of a connect.
    pub(super) scouts: Scouts,
    /// Where it may go; everywhere where this is `None`.
    fence: Option<&'a Fence>,
    /// What it minds together with the other visits of a list.
    manners: Option<&'a Manners>,
    /// Until when somebody rests to whom it was about to go.
    postponed: Cell<Option<Instant>>,
    /// This visit among the others.
    visitor: Visitor<'a>,
    /// When the time for this target would be up, were nothing waited for that others hold.
    deadline: Instant,
}

impl<'a> Visit<'a> {
    /// Begins the visit; the target's time runs from here.
    pub fn begin(
        plan: &'a Plan,
        machine: &'a Machine,
        resolver: &'a Resolver,
        progress: &'a Progress,
    ) -> Self {
        Self {
            plan,
            machine,
            resolver,
            door: Door::of(machine, resolver),
            progress,
            scouts: Scouts::default(),
            fence: None,
            manners: None,
            postponed: Cell::default(),
            visitor: machine.arrival(),
            deadline: Instant::now() + plan.limits.deadline,
        }
    }

    /// The same visit, which goes nowhere but where `fence` lets it.
    #[must_use]
    pub fn fenced(self, fence: Option<&'a Fence>) -> Self {
        Self { fence, ..self }
    }

    /// Goes on where something may go to `address`. Otherwise it never does: whoever made the fence hears of it there, and
    /// ends the visit.
    pub async fn passage(&self, address: IpAddr) {
        if let Some(fence) = self.fence {
            fence.passage(address).await;
        }
    }

    /// The same for wherever a connection goes. Nobody knows which address a proxy finds for a name: there is none that a
    /// fence lets pass.
    pub async fn passage_to(&self, goal: Goal<'_>) {
        let nowhere = IpAddr::from([0, 0, 0, 0]);
        let address = goal.address().map_or(nowhere, |address| address.ip());
        self.passage(address).await;
    }

    /// The same as one of a list.
    #[must_use]
    pub fn minding(self, manners: Option<&'a Manners>) -> Self {
        Self { manners, ..self }
    }

    /// What it minds together with others, where it is one of a list.
    pub(super) fn manners(&self) -> Option<&'a Manners> {
        self.manners
    }

    /// Until when it is postponed, where it is.
    pub(super) fn postponed(&self) -> Option<Instant> {
        self.postponed.get()
    }

    /// Whether whoever is at `address` rests. Then the visit is to come again.
    pub(super) fn finds_resting(&self, address: IpAddr) -> bool {
        let until = self.manners.and_then(|all| all.rests_at(address));
        self.postponed.set(until.max(self.postponed.get()));
        until.is_some()
    }

    /// Waits until one may go to `address` again. The time of this target stands still.
    pub(super) async fn pause(&self, address: IpAddr) {
        if let Some(manners) = self.manners {
            let pause = manners.pause(address, self.visitor.number());
            let pause = interrupt::unless_interrupted(pause);
            self.resolver.clock().aside(pause).await;
        }
    }

    /// Remembers that this visit was at `address`, and what came of it.
    pub(super) fn been_at(&self, address: IpAddr, check: &Check) {
        if let Some(manners) = self.manners {
            manners.been_at(address, self.visitor.number());
            manners.listen_at(address, check);
        }
    }

    /// A wait of no more than `limit`, and no longer than the target's time.
    pub fn wait(&self, limit: Duration) -> Wait {
        Wait {
            limit,
            deadline: self.deadline + self.resolver.clock().stood(),
        }
    }

    /// The usual wait: for a connect, a lookup, a reply, a handshake.
    pub fn step(&self) -> Wait {
        self.wait(self.plan.limits.step)
    }

    /// Where the connection of a check goes: to its address, or to the name of its host where the proxy looks it up.
    pub fn goal<'n>(&self, host: &'n str, check: &Check) -> Goal<'n> {
        let port = check.endpoint.port;
        match check.address {
            Some(address) => Goal::Address(SocketAddr::new(address, port)),
            None => Goal::Name(host, port),
        }
    }

    /// Waits for the turn at `goal`. As long as another target has it, the time of this one stands still. `None`
    /// where the run is interrupted.
    pub async fn turn(&self, goal: Goal<'_>) -> Option<Turn> {
        self.passage_to(goal).await;
        let turn = interrupt::unless_interrupted(self.machine.turn(goal, &self.visitor));
        let mut turn = pin!(turn);
        // Trying comes before looking: another thread may take it in between.
        if let Poll::Ready(turn) = poll!(turn.as_mut()) {
            return turn;
        }
        if self.machine.is_taken(goal, &self.visitor) {
            self.resolver.clock().aside(turn).await
        } else {
            turn.await
        }
    }

    /// Waits for the turn at `goal` no longer than `wait` allows.
    pub async fn turn_within(&self, wait: Wait, goal: Goal<'_>) -> Result<Turn, Expired> {
        net::within(wait, self.machine.turn(goal, &self.visitor)).await
    }

    /// Waits for seats for as many connections, or for all that there are. The time of this target stands still.
    pub async fn seats(&self, connections: usize) -> Room {
        let seats = self.machine.seats.take(connections);
        self.resolver.clock().aside(seats).await
    }

    /// Waits until no other domain of these providers is visited. The time of this target stands still.
    pub async fn providers(&self, names: &BTreeSet<String>) -> Option<Vec<OwnedMutexGuard<()>>> {
        let providers = interrupt::unless_interrupted(self.machine.providers(names));
        self.resolver.clock().aside(providers).await
    }

    /// A number that stays the same as long as no other target is visited; `None` while one is.
    pub fn alone(&self) -> Option<u64> {
        self.visitor.alone()
    }

    /// The name for SNI and for the certificate of a host of this name.
    pub fn server_name<'n>(&'n self, host: &'n str) -> &'n str {
        self.plan.tls_name.as_deref().unwrap_or(host)
    }

    /// The name for EHLO: what the user wants, else this host's full name, else its address (RFC 5321 section 4.1.4).
    /// Never the target's own name, which servers take for a forgery.
    pub fn ehlo_name(&self, server_name: &str, local: Option<SocketAddr>) -> String {
        if let Some(name) = &self.plan.ehlo {
            return name.clone();
        }
        // Whatever this machine calls itself, only a host name is said: anything else could be a command.
        let own = self.machine.host_name.as_deref();
        let own = own.and_then(|own| own.parse::<HostName>().ok());
        match own.filter(|own| !own.ascii.eq_ignore_ascii_case(server_name)) {
            Some(name) => name.ascii,
            None => match local.map(|local| local.ip().to_canonical()) {
                Some(IpAddr::V4(address)) => format!("[{address}]"),
                Some(IpAddr::V6(address)) => format!("[IPv6:{address}]"),
                None => "localhost".to_owned(),
            },
        }
    }
}

/// Connects. Where the system has no descriptor to give, others of ours may have them all: then it is tried again when
/// one of them is done.
pub(super) async fn attempt(
    door: Door<'_>,
    room: &Room,
    goal: Goal<'_>,
    wait: Wait,
) -> dial::Attempt {
    loop {
        let look_out = room.look_out();
        let attempt = door.attempt(goal, wait).await;
        let is_refused = attempt
            .result
            .as_ref()
            .is_err_and(net::told_of_no_descriptor);
        if !(is_refused && net::within(wait, look_out.somebody_leaves()).await == Ok(true)) {
            return attempt;
        }
    }
}
