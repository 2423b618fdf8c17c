//! What addresses said at which all went well, for the other domains whose mail exchangers lead there.
//!
//! An address is visited once, and the certificate that it showed is judged for every name that leads there. It may have
//! another certificate for another name: where the one that is known does not fit a name, it is asked under that name, and
//! only where it shows the same one again is it known not to look at names.

use std::collections::{HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::time::Instant;

use crate::facts::{Certificate, Check, Tls};
use crate::failure::Stage;
use crate::net::tls::{self, Trust};
use crate::service::Endpoint;

/// Visits that are kept; some kilobytes each.
const KEPT_MAX: usize = 2048;
/// How long what was seen is told as it was.
const FRESH: Duration = Duration::from_secs(3600);
/// Names of one address that are kept. Who shows each another certificate is asked for each.
const NAMES_MAX: usize = 16;

type Place = (IpAddr, Endpoint);

/// What was seen in a run.
#[derive(Debug, Default)]
pub(super) struct Seen {
    places: HashMap<Place, Vec<Arc<Visited>>>,
    /// The order in which they came.
    kept: VecDeque<Place>,
}

/// A check that was made under a name.
#[derive(Debug)]
pub(super) struct Visited {
    server_name: String,
    check: Check,
    at: Instant,
}

impl Seen {
    /// Keeps a check that came to its end without a failure.
    pub(super) fn add(&mut self, server_name: &str, check: &Check) {
        let Some(place) = place(check).filter(|_| check.failure.is_none() && !check.shared) else {
            return;
        };
        let visits = self.places.entry(place).or_default();
        visits.retain(|visited| visited.at.elapsed() < FRESH && visited.server_name != server_name);
        if visits.len() >= NAMES_MAX {
            return;
        }
        visits.push(Arc::new(Visited {
            server_name: server_name.to_owned(),
            check: check.clone(),
            at: Instant::now(),
        }));
        self.kept.push_back(place);
        if self.kept.len() > KEPT_MAX
            && let Some(oldest) = self.kept.pop_front()
        {
            self.places.remove(&oldest);
        }
    }

    /// What is known of the place where `check` would go under this name.
    pub(super) fn find(&self, server_name: &str, check: &Check) -> Option<Arc<Visited>> {
        let visits = self.places.get(&place(check)?)?;
        let fresh = || visits.iter().filter(|visited| visited.at.elapsed() < FRESH);
        let same = fresh().find(|visited| visited.server_name == server_name);
        let without = || fresh().find(|visited| visited.check.tls.is_none());
        let fits = || fresh().find(|visited| visited.fits(server_name));
        let blind = || {
            let (one, other) = (fresh().next()?, fresh().nth(1)?);
            (one.leaf()? == other.leaf()?).then_some(one)
        };
        let known = same.or_else(without).or_else(fits).or_else(blind);
        known.map(Arc::clone)
    }
}

fn place(check: &Check) -> Option<Place> {
    Some((check.address?.to_canonical(), check.endpoint))
}

impl Visited {
    fn leaf(&self) -> Option<&Certificate> {
        self.check.tls.as_ref()?.certificates.first()
    }

    /// Whether the certificate is one for this name, as far as its names go: a wildcard stands for one label (RFC 6125
    /// section 6.4.3).
    fn fits(&self, server_name: &str) -> bool {
        let name = server_name.trim_end_matches('.').to_ascii_lowercase();
        let names = self.leaf().into_iter().flat_map(|leaf| &leaf.names);
        names.map(|one| one.to_ascii_lowercase()).any(|one| {
            let below = one.strip_prefix("*.").zip(name.split_once('.'));
            one == name || below.is_some_and(|(domain, (_, rest))| domain == rest)
        })
    }

    /// The check as it is for another target: its certificate is judged for the other name.
    pub(super) fn for_target(&self, server_name: &str, check: &Check, trust: &Trust) -> Check {
        let mut known = Check {
            host: check.host,
            address: check.address,
            shared: true,
            ..self.check.clone()
        };
        if server_name == self.server_name {
            return known;
        }
        if let Some(tls) = known.tls.take() {
            let chain = tls.certificates.iter();
            let chain = chain.map(|certificate| certificate.der.clone()).collect();
            let server_name = server_name.to_owned();
            let judged = tls::judge_chain(Tls { server_name, ..tls }, chain, trust);
            let mut steps = known.steps.iter_mut();
            if let Some(step) = steps.find(|step| step.stage == Stage::Certificate) {
                step.ok = judged.problems.is_empty();
            }
            known.tls = Some(judged);
        }
        known
    }
}
