//! Checks, by service, address and port: what came of them, and what was seen in them.

use std::collections::{BTreeMap, BTreeSet};

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::read::{self, Check, Run, Target, Tls};
use super::{Certificate, Difference, Place, State, Trend, What, place};

/// Slower than this is worth a line: so many times, and so many milliseconds more.
const SLOWER_TIMES: f64 = 3.0;
const SLOWER_MS: f64 = 500.0;

const DAY: i64 = 86_400;

/// Every difference between the checks of two runs; those that are alike share a line.
pub(super) fn compare(first: (&Run, &Target), second: (&Run, &Target)) -> Vec<Difference> {
    let (old, new) = (by_place(first.1), by_place(second.1));
    let starts = (unix(&first.0.started_at), unix(&second.0.started_at));
    let mut found = Vec::new();
    for (place, check) in &old {
        match new.get(place) {
            Some(after) => {
                let changes = both(check, after, starts);
                found.extend(changes.into_iter().map(|change| (place.clone(), change)));
            }
            None => found.push((place.clone(), (Trend::Changed, What::CheckGone))),
        }
    }
    for (place, check) in new.iter().filter(|(place, _)| !old.contains_key(place)) {
        let state = state(check);
        let trend = match state {
            State::Failed { .. } => Trend::Worse,
            State::Ok | State::Skipped => Trend::Changed,
        };
        found.push((place.clone(), (trend, What::CheckNew(state))));
    }
    together(found)
}

/// A sibling that was tried only as evidence is there because another check failed, and says nothing by itself.
fn by_place(target: &Target) -> BTreeMap<Place, &Check> {
    let checks = target.checks.iter().filter(|check| !check.context);
    let mut places = BTreeMap::new();
    for check in checks {
        places.entry(place(check)).or_insert(check);
    }
    places
}

/// What changed alike is said once.
fn together(found: Vec<(Place, (Trend, What))>) -> Vec<Difference> {
    let mut differences: Vec<Difference> = Vec::new();
    for (place, (trend, what)) in found {
        // Only the last few are looked at: a file with a hundred thousand checks must not take a day.
        let mut recent = differences.iter_mut().rev().take(64);
        match recent.find(|one| one.trend == trend && one.what == what) {
            Some(same) => same.places.push(place),
            None => differences.push(Difference {
                trend,
                places: vec![place],
                what,
            }),
        }
    }
    differences
}

fn both(before: &Check, after: &Check, starts: (Option<i64>, Option<i64>)) -> Vec<(Trend, What)> {
    let mut changes = Vec::new();
    let (old, new) = (state(before), state(after));
    let stays = same(&old, &new);
    if !stays {
        let trend = match (&old, &new) {
            (State::Ok | State::Skipped, State::Failed { .. }) => Trend::Worse,
            (State::Failed { .. }, State::Ok) => Trend::Better,
            (State::Ok | State::Skipped | State::Failed { .. }, _) => Trend::Changed,
        };
        changes.push((trend, What::Check(old, new)));
    } else if old == State::Ok {
        changes.extend(slower(before, after));
    }
    if let (Some(old), Some(new)) = (&before.tls, &after.tls) {
        // A check that fails for its certificate has said so.
        changes.extend(trust(old, new).filter(|_| stays));
        changes.extend(tls(old, new, starts));
    }
    changes.extend(capabilities(before, after));
    changes
}

fn state(check: &Check) -> State {
    match (&check.failure, check.outcome.as_str()) {
        (Some(failure), _) => State::Failed {
            class: failure.class.clone(),
            stage: failure.stage.clone(),
            number: failure
                .winsock
                .as_ref()
                .map(|number| format!("{} {}", number.code, number.name)),
        },
        (None, "skipped") => State::Skipped,
        (None, _) => State::Ok,
    }
}

/// The number follows from class and system; two systems may show two for the same failure.
fn same(one: &State, other: &State) -> bool {
    match (one, other) {
        (State::Ok, State::Ok) | (State::Skipped, State::Skipped) => true,
        (
            State::Failed { class, stage, .. },
            State::Failed {
                class: other_class,
                stage: other_stage,
                ..
            },
        ) => (class, stage) == (other_class, other_stage),
        (State::Ok | State::Skipped | State::Failed { .. }, _) => false,
    }
}

fn slower(before: &Check, after: &Check) -> Option<(Trend, What)> {
    let sum = |check: &Check| check.steps.iter().map(|step| step.elapsed_ms).sum::<f64>();
    let (old, new) = (sum(before), sum(after));
    let much = new >= old * SLOWER_TIMES && new - old > SLOWER_MS;
    much.then_some((Trend::Worse, What::Slower(old, new)))
}

fn trust(before: &Tls, after: &Tls) -> Option<(Trend, What)> {
    let trend = match (before.trusted, after.trusted) {
        (true, false) => Trend::Worse,
        (false, true) => Trend::Better,
        (true, true) | (false, false) => return None,
    };
    Some((trend, What::Trust(after.trusted)))
}

fn tls(before: &Tls, after: &Tls, starts: (Option<i64>, Option<i64>)) -> Vec<(Trend, What)> {
    let mut changes = Vec::new();
    if let (Some(old), Some(new)) = (before.certificates.first(), after.certificates.first())
        && !old.sha256.eq_ignore_ascii_case(&new.sha256)
    {
        let two = (certificate(old, starts.0), certificate(new, starts.1));
        changes.push((Trend::Changed, What::Certificate(Box::new(two))));
    }
    if let (Some(old), Some(new)) = (&before.version, &after.version)
        && old != new
    {
        // Names of one pattern, "TLSv1.2", sort as the versions do.
        let known = [old, new]
            .iter()
            .all(|version| version.starts_with("TLSv1."));
        let trend = match (known, new < old) {
            (true, true) => Trend::Worse,
            (true, false) => Trend::Better,
            (false, _) => Trend::Changed,
        };
        changes.push((trend, What::TlsVersion(old.clone(), new.clone())));
    }
    if let (Some(old), Some(new)) = (&before.cipher_suite, &after.cipher_suite)
        && old != new
    {
        changes.push((Trend::Changed, What::CipherSuite(old.clone(), new.clone())));
    }
    changes
}

fn certificate(certificate: &read::Certificate, start: Option<i64>) -> Certificate {
    let not_after = unix(&certificate.not_after);
    let days = not_after
        .zip(start)
        .map(|(end, start)| end.saturating_sub(start).div_euclid(DAY));
    Certificate {
        sha256: certificate.sha256.clone(),
        not_after,
        days,
    }
}

fn unix(rfc3339: &str) -> Option<i64> {
    let time = OffsetDateTime::parse(rfc3339, &Rfc3339).ok()?;
    Some(time.unix_timestamp())
}

fn capabilities(before: &Check, after: &Check) -> Option<(Trend, What)> {
    let old: BTreeSet<&String> = before.capabilities.as_ref()?.iter().collect();
    let new: BTreeSet<&String> = after.capabilities.as_ref()?.iter().collect();
    if old == new {
        return None;
    }
    let named = |check: &Check| {
        check
            .auth_mechanisms
            .as_ref()
            .is_some_and(|list| !list.is_empty())
    };
    // Whatever else goes, without a way to log in nobody can use the server.
    let trend = if named(before) && !named(after) {
        Trend::Worse
    } else {
        Trend::Changed
    };
    let gone = old.difference(&new).map(|one| (*one).clone()).collect();
    let gained = new.difference(&old).map(|one| (*one).clone()).collect();
    Some((trend, What::Capabilities(gone, gained)))
}
