//! One document from a host of the domain's own, over HTTPS.

use std::net::{IpAddr, SocketAddr};

use futures_util::future::join_all;

use super::Visit;
use crate::facts::{Lookup, RecordData, RecordKind};
use crate::failure::{ResolveTrouble, Stage, Trouble};
use crate::net::dns::Question;
use crate::net::https::{self, FetchTrouble, Fetched};
use crate::net::vantage::has_route;
use crate::wire::Text;
use crate::wire::proxy::Goal;

/// Why nothing came.
pub(super) enum Missed {
    /// No such name, or no address.
    NoHost,
    /// The name could not be looked up.
    Unresolved(ResolveTrouble),
    /// The connection, the handshake, or the time for the document.
    Failed(Stage, Trouble),
    /// What came was no HTTP.
    NotHttp,
}

/// IANA's port of HTTPS.
const HTTPS: u16 = 443;

/// Fetches a document from the first address of a host that this machine has a way to, and keeps at most `limit` bytes.
pub(super) async fn fetch(
    visit: &Visit<'_>,
    host: &str,
    path: &str,
    limit: usize,
) -> Result<Fetched, Missed> {
    let goal = goal(visit, host).await?;
    let _room = visit.seats(1).await;
    get(visit, goal, host, path, limit).await
}

/// The same, one target after another: the domains of a list may all have one web server.
pub(super) async fn fetch_in_turn(
    visit: &Visit<'_>,
    host: &str,
    path: &str,
    limit: usize,
) -> Result<Fetched, Missed> {
    let goal = goal(visit, host).await?;
    let _room = visit.seats(1).await;
    match visit.turn(goal).await {
        Some(_turn) => get(visit, goal, host, path, limit).await,
        // An interrupt acts as the deadline does.
        None => Err(Missed::Failed(
            Stage::Connect,
            Trouble::Deadline {
                received: Text::default(),
            },
        )),
    }
}

/// Where the host is: its name, where a proxy looks it up.
async fn goal<'h>(visit: &Visit<'_>, host: &'h str) -> Result<Goal<'h>, Missed> {
    if visit.door.looks_names_up() {
        return Ok(Goal::Name(host, HTTPS));
    }
    let addresses = addresses(visit, host).await.map_err(Missed::Unresolved)?;
    let usable = addresses
        .iter()
        .find(|&&address| match visit.door.through() {
            Some(through) => address.is_ipv4() || through.proxy.kind.takes_ipv6(),
            None => has_route(address),
        });
    let Some(address) = usable.or_else(|| addresses.first()) else {
        return Err(Missed::NoHost);
    };
    Ok(Goal::Address(SocketAddr::new(*address, HTTPS)))
}

async fn get(
    visit: &Visit<'_>,
    goal: Goal<'_>,
    host: &str,
    path: &str,
    limit: usize,
) -> Result<Fetched, Missed> {
    visit.passage_to(goal).await;
    let trust = &visit.machine.trust;
    let fetched = https::get(visit.door, goal, host, path, trust, limit, visit.step()).await;
    fetched.map_err(Missed::from)
}

impl From<FetchTrouble> for Missed {
    fn from(trouble: FetchTrouble) -> Self {
        match trouble {
            FetchTrouble::Net(stage, trouble) => Self::Failed(stage, trouble),
            FetchTrouble::Http(_) => Self::NotHttp,
        }
    }
}

/// The addresses of a host, of the families that are wanted; none where there is no such name.
pub(super) async fn addresses(
    visit: &Visit<'_>,
    host: &str,
) -> Result<Vec<IpAddr>, ResolveTrouble> {
    let families = visit.plan.families;
    let kinds = [
        families.v4().then_some(RecordKind::A),
        families.v6().then_some(RecordKind::Aaaa),
    ];
    let asked = kinds.into_iter().flatten().map(|kind| async move {
        let question = Question::new(host, kind);
        visit.resolver.lookup(question, visit.step()).await.records
    });
    let (mut found, mut trouble) = (visit.resolver.known_here(host), None);
    for records in join_all(asked).await {
        match records {
            Lookup::Found(records) => found.extend(records.iter().filter_map(RecordData::address)),
            Lookup::Failed(ResolveTrouble::NotFound | ResolveTrouble::NoData) => {}
            Lookup::Failed(why) => trouble = Some(why),
        }
    }
    match trouble {
        Some(trouble) if found.is_empty() => Err(trouble),
        _ => Ok(found),
    }
}
