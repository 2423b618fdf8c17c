//! The way out for everything that is said to servers: straight to them, or through a proxy and nowhere past it.
//!
//! Whoever wants a connection asks here. With a proxy nothing else leaves this machine, but for the lookup of the proxy's
//! own name, and for the names of targets where the kind of proxy has them looked up here.

use std::net::{IpAddr, SocketAddr};

use super::dial::{self, Attempt, Dialed};
use super::dns::Resolver;
use super::{Machine, Wait, sweep, tunnel};
use crate::facts::{EchoPath, HopAnswer, RecordKind, Sweep};
use crate::failure::{
    Class, Failure, ProxyMet, ProxyStep, ProxyTrouble, ResolveTrouble, Stage, Trouble,
};
use crate::plan::Through;
use crate::wire::Text;
use crate::wire::proxy::{Goal, Proxy};

/// The way out for one target.
#[derive(Clone, Copy)]
pub struct Door<'a> {
    machine: &'a Machine,
    resolver: &'a Resolver,
    through: Option<&'a Through>,
}

impl<'a> Door<'a> {
    /// The way out for the target that `resolver` asks for.
    pub fn of(machine: &'a Machine, resolver: &'a Resolver) -> Self {
        Self {
            machine,
            resolver,
            through: machine.through.as_ref().filter(|_| !resolver.is_straight()),
        }
    }

    /// The proxy that it leads through.
    pub const fn through(&self) -> Option<&'a Through> {
        self.through
    }

    /// Whether the proxy looks names up, so that a target is told by its name.
    pub fn looks_names_up(&self) -> bool {
        self.through
            .is_some_and(|through| through.proxy.kind.looks_names_up())
    }

    /// Connects, with what the kernel says about the packets it sent where it sent them to the server.
    pub async fn attempt(&self, goal: Goal<'_>, wait: Wait) -> Attempt {
        match (self.through, goal) {
            (None, Goal::Address(address)) => dial::attempt(address, wait).await,
            (Some(through), goal) => Attempt {
                // Few go through a proxy, and its TLS takes room.
                result: Box::pin(self.by(through, goal, wait)).await,
                tcp: None,
                route: None,
            },
            // Nobody has looked the name up: it is the proxy's to do, and there is none.
            (None, Goal::Name(..)) => Attempt {
                result: Err(Trouble::Resolve(ResolveTrouble::NoData)),
                tcp: None,
                route: None,
            },
        }
    }

    /// The same, where nobody wants to know about packets.
    pub async fn connect(&self, goal: Goal<'_>, wait: Wait) -> Result<Dialed, Trouble> {
        self.attempt(goal, wait).await.result
    }

    /// Connects for small segments. `None` where this system cannot, and through a proxy, whose path it would be about.
    pub async fn connect_small(
        &self,
        goal: Goal<'_>,
        wait: Wait,
    ) -> Option<Result<Dialed, Trouble>> {
        let address = goal.address().filter(|_| self.through.is_none())?;
        dial::connect_small(address, wait).await
    }

    /// Follows the path to an address. `None` where this system cannot, and through a proxy.
    pub async fn sweep(
        &self,
        destination: SocketAddr,
        known: sweep::Known<'_>,
        wait: Wait,
    ) -> Option<Sweep> {
        if self.through.is_some() {
            return None;
        }
        sweep::sweep(destination, known, wait).await
    }

    /// The routers on the way to an address. `None` where this system cannot tell, and through a proxy.
    pub async fn routers(&self, destination: IpAddr, wait: Wait) -> Option<sweep::Routers> {
        if self.through.is_some() {
            return None;
        }
        sweep::routers(destination, wait).await
    }

    /// Follows the path to an address as far as `routers` say that nothing arrives, while a connect is still waited for.
    pub async fn ahead(
        &self,
        destination: SocketAddr,
        routers: &sweep::Routers,
        wait: Wait,
    ) -> Option<sweep::Ahead> {
        sweep::ahead(destination, routers, wait).await
    }

    /// What a datagram meets that may pass no router. `None` where this system cannot tell or nobody answers, and through a
    /// proxy.
    pub async fn at_first_router(&self, destination: IpAddr, wait: Wait) -> Option<HopAnswer> {
        if self.through.is_some() {
            return None;
        }
        sweep::at_first_router(destination, wait).await
    }

    /// Follows it with echo requests. `None` where this system does not need that or cannot, and through a proxy.
    pub async fn echo(&self, destination: IpAddr, wait: Wait) -> Option<EchoPath> {
        if self.through.is_some() {
            return None;
        }
        sweep::echo(destination, wait).await
    }

    /// Tries a proxy that nobody asked to go through, without a login. `None` where another one is to be gone through.
    pub async fn try_proxy(
        &self,
        address: SocketAddr,
        proxy: &Proxy,
        goal: Goal<'_>,
        wait: Wait,
    ) -> Option<Result<Dialed, Trouble>> {
        if self.through.is_some() {
            return None;
        }
        let trust = &self.machine.trust;
        let opened = tunnel::connect(&[address], proxy, None, goal, trust, wait).await;
        Some(opened.map_err(plain))
    }

    async fn by(&self, through: &Through, goal: Goal<'_>, wait: Wait) -> Result<Dialed, Trouble> {
        let proxy = &through.proxy;
        let addresses = self
            .machine
            .proxy_addresses(proxy, self.resolver, wait)
            .await;
        let opened = match addresses {
            Ok(addresses) => {
                let password = through.password.as_ref();
                let trust = &self.machine.trust;
                tunnel::connect(&addresses, proxy, password, goal, trust, wait).await
            }
            Err(trouble) => Err(ProxyTrouble {
                kind: proxy.kind,
                step: ProxyStep::Connect,
                login: proxy.user.is_some(),
                met: ProxyMet::Trouble(Box::new(Trouble::Resolve(trouble))),
            }),
        };
        opened.map_err(plain)
    }
}

/// What says nothing of the proxy stays what it is: the end of all time, and what this machine could not even try.
fn plain(trouble: ProxyTrouble) -> Trouble {
    let ProxyMet::Trouble(met) = &trouble.met else {
        return Trouble::Proxy(trouble);
    };
    let failure = Failure::new(Stage::Connect, (**met).clone(), std::time::Duration::ZERO);
    match failure.class {
        Class::Deadline => Trouble::Deadline {
            received: Text::default(),
        },
        Class::Local => failure.trouble,
        _ => Trouble::Proxy(trouble),
    }
}

impl Machine {
    /// The addresses of the proxy, looked up once in a run: by this machine's own knowledge, or by the DNS. The lookup is
    /// written down with the target that made it.
    async fn proxy_addresses(
        &self,
        proxy: &Proxy,
        resolver: &Resolver,
        wait: Wait,
    ) -> Result<Vec<SocketAddr>, ResolveTrouble> {
        let look = async || match looked_up(self, proxy, resolver, wait).await {
            // The time of this target is not that of the others.
            Err(ResolveTrouble::Deadline) => Err(ResolveTrouble::Deadline),
            told => Ok(told),
        };
        self.proxy_at.get_or_try_init(look).await?.clone()
    }
}

async fn looked_up(
    machine: &Machine,
    proxy: &Proxy,
    resolver: &Resolver,
    wait: Wait,
) -> Result<Vec<SocketAddr>, ResolveTrouble> {
    let end = |address| SocketAddr::new(address, proxy.port);
    if let Ok(address) = proxy.host.parse() {
        return Ok(vec![end(address)]);
    }
    let known = resolver.known_here(&proxy.host);
    if !known.is_empty() {
        return Ok(known.into_iter().map(end).collect());
    }
    let own = Resolver::open(machine);
    let kinds = [RecordKind::A, RecordKind::Aaaa];
    let answer = own.lookup_host(&proxy.host, &kinds, wait).await;
    resolver.keep(own.take_log());
    match answer.addresses() {
        crate::facts::Lookup::Found(addresses) if addresses.is_empty() => {
            Err(ResolveTrouble::NoData)
        }
        crate::facts::Lookup::Found(addresses) => Ok(addresses.into_iter().map(end).collect()),
        crate::facts::Lookup::Failed(trouble) => Err(trouble),
    }
}
