//! Findings: new, gone, or another.

use std::collections::HashMap;

use super::read::{self, Target};
use super::{
    Difference, Finding, Place, SEVERITIES, Trend, What, alone, pair, place, rank, toward,
};

/// The findings that only one of the two has, and those that changed.
pub(super) fn compare(before: &Target, after: &Target) -> Vec<Difference> {
    // The same finding about the same checks first; one that moved to other checks is still the same finding.
    let about = [places(before), places(after)];
    let strict = |side: usize| {
        let places = &about[side];
        move |one: &read::Finding| (one.id.clone(), rests_on(places, one))
    };
    let pairs = pair::in_turn(
        &before.findings,
        &after.findings,
        &(strict(0), strict(1)),
        |one| one.id.clone(),
    );
    let mut differences = Vec::new();
    for (old, new) in pairs {
        differences.extend(match (old, new) {
            (Some(old), Some(new)) => changed(of(old), of(new)),
            (Some(old), None) => Some(gone(of(old))),
            (None, Some(added)) => Some(new_one(of(added))),
            (None, None) => None,
        });
    }
    differences
}

/// Where each check of a target was made, by its number.
fn places(target: &Target) -> HashMap<u64, Place> {
    let checks = target.checks.iter();
    checks.map(|check| (check.id, place(check))).collect()
}

/// The checks that a finding rests on, by what is the same in every run.
fn rests_on(places: &HashMap<u64, Place>, finding: &read::Finding) -> Vec<Place> {
    let checks = finding.checks.iter();
    let mut places: Vec<Place> = checks.filter_map(|id| places.get(id).cloned()).collect();
    places.sort();
    places.dedup();
    places
}

fn of(finding: &read::Finding) -> Finding {
    let location = finding.location.as_ref();
    Finding {
        id: finding.id.clone(),
        severity: finding.severity.clone(),
        owner: finding.owner.clone(),
        title: finding.title.clone(),
        location: location.map(|place| (place.hop, place.address.clone())),
    }
}

fn new_one(finding: Finding) -> Difference {
    Difference {
        trend: if is_serious(&finding) {
            Trend::Worse
        } else {
            Trend::Changed
        },
        ..alone(What::FindingNew(finding))
    }
}

fn gone(finding: Finding) -> Difference {
    Difference {
        trend: if is_serious(&finding) {
            Trend::Better
        } else {
            Trend::Changed
        },
        ..alone(What::FindingGone(finding))
    }
}

fn changed(before: Finding, after: Finding) -> Option<Difference> {
    let same = (&before.severity, &before.owner, &before.location)
        == (&after.severity, &after.owner, &after.location);
    if same {
        return None;
    }
    let severities = (
        rank(&SEVERITIES, &before.severity),
        rank(&SEVERITIES, &after.severity),
    );
    Some(Difference {
        trend: toward(severities.0, severities.1),
        ..alone(What::Finding(Box::new((before, after))))
    })
}

/// More than a note.
fn is_serious(finding: &Finding) -> bool {
    rank(&SEVERITIES, &finding.severity).is_some_and(|rank| rank > 0)
}
