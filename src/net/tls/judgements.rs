//! Chains that were judged lately: the services of a host show the same one, and so do the servers of a provider.
//!
//! A judgement holds for the same certificates, the same name and the same authorities, and as long as none of the
//! certificates begins or ends to be valid.

use std::iter;
use std::ops::RangeInclusive;
use std::sync::Arc;

use rustls::pki_types::{CertificateDer, UnixTime};

use super::certificate;
use super::chain::{self, Judged};
use super::recent::{Recent, digest};
use super::trust::Trust;
use crate::facts::Certificate;

/// How many are remembered at least: at some ten kilobytes each, a megabyte or two.
const REMEMBERED: usize = 64;
/// The same of authorities.
const ROOTS_REMEMBERED: usize = 16;
/// Chains of more bytes are judged each time. Honest ones have some four thousand.
const LONGEST: usize = 16 * 1024;

/// The judgements of a run.
#[derive(Debug)]
pub(super) struct Judgements {
    chains: Recent<Arc<Judgement>>,
    /// What the certificates of authorities say: a few of them stand behind all chains of a list.
    roots: Recent<Arc<Certificate>>,
}

#[derive(Debug)]
struct Judgement {
    /// When it holds, Unix time in seconds.
    holds: RangeInclusive<i64>,
    certificates: Vec<Certificate>,
    judged: Judged,
}

impl Default for Judgements {
    fn default() -> Self {
        Self {
            chains: Recent::of(REMEMBERED),
            roots: Recent::of(ROOTS_REMEMBERED),
        }
    }
}

impl Judgements {
    /// What the certificate of an authority says.
    pub(super) fn read_root(&self, der: &[u8]) -> Certificate {
        if der.len() > LONGEST {
            return certificate::read(der);
        }
        let digest = digest([der]);
        let read = self.roots.get(&digest).unwrap_or_else(|| {
            let read = Arc::new(certificate::read(der));
            self.roots.put(digest, Arc::clone(&read));
            read
        });
        Certificate::clone(&read)
    }
}

/// What the certificates of a chain say, and what is to be said of the chain: see [`chain::judge`].
pub(super) fn read_and_judge(
    chain: &[CertificateDer<'_>],
    expected: &str,
    trust: &Trust,
    now: UnixTime,
) -> (Vec<Certificate>, Judged) {
    let recent = &trust.judgements().chains;
    let parts = iter::once(expected.as_bytes()).chain(chain.iter().map(AsRef::as_ref));
    let digest = digest(parts);
    let seconds = i64::try_from(now.as_secs()).unwrap_or(i64::MAX);
    let known = recent.get(&digest);
    if let Some(known) = known.filter(|known| known.holds.contains(&seconds)) {
        return (known.certificates.clone(), known.judged.clone());
    }
    let (certificates, judged) = chain::read_and_judge(chain, expected, trust, now);
    let length: usize = chain.iter().map(|der| der.len()).sum();
    if let Some(holds) = unchanged(&certificates, seconds).filter(|_| length <= LONGEST) {
        let judgement = Judgement {
            holds,
            certificates: certificates.clone(),
            judged: judged.clone(),
        };
        recent.put(digest, Arc::new(judgement));
    }
    (certificates, judged)
}

/// The time around `now` in which no certificate begins or ends to be valid. `None` where that of one cannot be read.
fn unchanged(certificates: &[Certificate], now: i64) -> Option<RangeInclusive<i64>> {
    let mut holds = i64::MIN..=i64::MAX;
    for certificate in certificates {
        if certificate.key.is_empty() {
            return None;
        }
        // The first second of each stretch: before it is valid, while it is, and after.
        let begins = [
            certificate.not_before,
            certificate.not_after.saturating_add(1),
        ];
        for begin in begins {
            holds = if begin <= now {
                begin.max(*holds.start())..=*holds.end()
            } else {
                *holds.start()..=(begin - 1).min(*holds.end())
            };
        }
    }
    Some(holds)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::pki::{self, Authority, NAME};
    use super::*;

    fn at(seconds: i64) -> UnixTime {
        UnixTime::since_unix_epoch(Duration::from_secs(seconds.unsigned_abs()))
    }

    /// What is remembered is what would be found: at every edge, for every name, under each authority.
    #[test]
    fn what_is_remembered_is_what_would_be_found_anew() {
        let root = Authority::root("Root");
        let below = root.below("Issuing", |_| {});
        let own = below.server(pki::expired);
        let later = below.server(pki::not_yet_valid);
        let named = below.server(pki::names(&["other.test", "192.0.2.1"]));
        let chains = [&own, &later, &named].map(|own| vec![own.der.clone(), below.der.clone()]);
        let trusts = [root.trust(), Authority::root("Root").trust()];
        let edges = chains.iter().flatten().flat_map(|der| {
            let read = certificate::read(der);
            let edges = [read.not_before, read.not_after];
            edges.map(|edge| (edge - 1)..=(edge + 1))
        });
        let edges: Vec<i64> = edges.flatten().collect();
        // There and back, so that each is asked for out of memory too.
        for now in edges.iter().chain(edges.iter().rev()).map(|now| at(*now)) {
            for (chain, trust) in chains
                .iter()
                .flat_map(|chain| trusts.iter().map(move |t| (chain, t)))
            {
                for name in [NAME, "other.test", "192.0.2.1"] {
                    let found = read_and_judge(chain, name, trust, now);
                    let anew = chain::judge(chain, name, trust, now);
                    assert_eq!(found.1, anew, "{name} at {now:?}");
                    assert_eq!(found.0.len(), chain.len());
                    let path = found.1.path.as_ref();
                    if let Some(root) = path.and_then(|path| path.root.as_ref()) {
                        assert_eq!(*root, certificate::read(&root.der), "as it is read anew");
                    }
                }
            }
        }
    }

    #[test]
    fn a_judgement_holds_until_a_certificate_begins_or_ends_to_be_valid() {
        let valid = |not_before, not_after| Certificate {
            not_before,
            not_after,
            ..certificate::read(&Authority::root("Root").der)
        };
        let chain = [valid(10, 100), valid(20, 200)];
        let rows = [
            (5, i64::MIN..=9),
            (10, 10..=19),
            (20, 20..=100),
            (100, 20..=100),
            (101, 101..=200),
            (201, 201..=i64::MAX),
        ];
        for (now, expected) in rows {
            assert_eq!(unchanged(&chain, now), Some(expected), "{now}");
        }
        let unreadable = certificate::read(b"no certificate");
        assert_eq!(unchanged(&[valid(10, 100), unreadable], 50), None);
    }
}
