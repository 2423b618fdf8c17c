//! Findings: new, gone, or another.

use super::read::{self, Target};
use super::{Difference, Finding, Place, SEVERITIES, Trend, What, alone, place, rank, toward};

/// The findings that only one of the two has, and those that changed.
pub(super) fn compare(before: &Target, after: &Target) -> Vec<Difference> {
    let mut left: Vec<Option<&read::Finding>> = after.findings.iter().map(Some).collect();
    let mut pairs: Vec<(&read::Finding, Option<&read::Finding>)> =
        before.findings.iter().map(|one| (one, None)).collect();
    // The same finding about the same checks first; one that moved to other checks is still the same finding.
    for strict in [true, false] {
        for (old, new) in pairs.iter_mut().filter(|(_, new)| new.is_none()) {
            let found = left.iter_mut().find(|other| {
                other.is_some_and(|other| {
                    other.id == old.id && (!strict || about(before, old) == about(after, other))
                })
            });
            *new = found.and_then(Option::take);
        }
    }
    let mut differences = Vec::new();
    for (old, new) in pairs {
        differences.extend(match new {
            Some(new) => changed(of(old), of(new)),
            None => Some(gone(of(old))),
        });
    }
    differences.extend(left.into_iter().flatten().map(|one| new(of(one))));
    differences
}

/// The checks that a finding rests on, by what is the same in every run.
fn about(target: &Target, finding: &read::Finding) -> Vec<Place> {
    let checks = target.checks.iter();
    let checks = checks.filter(|check| finding.checks.contains(&check.id));
    let mut places: Vec<Place> = checks.map(place).collect();
    places.sort();
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

fn new(finding: Finding) -> Difference {
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
