//! Evidence: which facts a finding rests on, in the order of the checks. How they are said is not decided here.

use crate::args;
use crate::facts::{Check, Facts, Sweep};
use crate::finding::{Evidence, Sentence, Sight};

use super::case::{Case, Failed};
use super::draft::{list, sentence};
use super::read;

/// How the checks failed.
pub(super) fn of_failures(_: &Case<'_>, failed: &[Failed<'_>]) -> Option<Evidence> {
    let ids: Vec<usize> = failed.iter().map(|failed| failed.id).collect();
    (!ids.is_empty()).then_some(Evidence::Failures(ids))
}

/// What was seen of checks, a sentence each that may name its `address`, `ports` and `count`.
pub(super) fn by_place<'a>(
    facts: &Facts,
    seen: impl IntoIterator<Item = (&'a Check, Sentence)>,
) -> Option<Evidence> {
    let sights = seen.into_iter().filter_map(|(check, sentence)| {
        let place = |one: &Check| std::ptr::eq(one, check);
        let check = facts.checks.iter().position(place)?;
        Some(Sight { check, sentence })
    });
    let sights: Vec<Sight> = sights.collect();
    (!sights.is_empty()).then_some(Evidence::Seen(sights))
}

/// The paths to failed checks, and the path to another port of each address, to compare with.
///
/// And how far an echo came to these addresses, where that was asked.
pub(super) fn of_paths(facts: &Facts, failed: &[Failed<'_>]) -> Vec<Evidence> {
    of_paths_to(facts, failed.iter().map(|failed| failed.check))
}

/// The same for checks, failed or not.
pub(super) fn of_paths_to<'a>(
    facts: &'a Facts,
    checks: impl IntoIterator<Item = &'a Check>,
) -> Vec<Evidence> {
    let checks: Vec<&Check> = checks.into_iter().collect();
    let own = checks.iter().filter_map(|check| facts.sweep_of(check));
    let own: Vec<&Sweep> = own.collect();
    let mut compared: Vec<&Sweep> = Vec::new();
    for sweep in &own {
        let others = facts
            .sweeps_beside(sweep)
            .filter(|other| !own.contains(other));
        let farthest = others.max_by_key(|other| (other.distance(), other.hops.len()));
        compared.extend(farthest.filter(|other| !compared.contains(other)));
    }
    let place = |sweep: &Sweep| facts.sweeps.iter().position(|one| std::ptr::eq(one, sweep));
    let all = own.into_iter().chain(compared);
    let places: Vec<usize> = all.filter_map(place).collect();
    let paths = (!places.is_empty()).then_some(Evidence::Paths(places));
    paths.into_iter().chain(of_echoes(facts, &checks)).collect()
}

fn of_echoes(facts: &Facts, checks: &[&Check]) -> Option<Evidence> {
    let to = |place: &usize| {
        let echo = &facts.echoes[*place];
        let mut checks = checks.iter();
        !echo.hops.is_empty() && checks.any(|check| check.address == Some(echo.destination))
    };
    let places: Vec<usize> = (0..facts.echoes.len()).filter(to).collect();
    (!places.is_empty()).then_some(Evidence::Echoes(places))
}

/// What the servers said in the other TLS mode.
pub(super) fn of_other_modes(facts: &Facts, failed: &[Failed<'_>]) -> Option<Evidence> {
    let said = failed.iter().filter_map(|Failed { check, .. }| {
        let tried = check.follow_ups.other_mode.as_ref()?;
        let greeting = read::quote(tried.outcome.as_ref().ok()?);
        let args = args! { "security" => tried.security.name(), "greeting" => greeting };
        Some((*check, sentence("evidence-other-mode", args)))
    });
    by_place(facts, said)
}

/// What the resolver answered when it was asked not to check signatures.
pub(super) fn of_unchecked(facts: &Facts, name: &str) -> Option<Evidence> {
    exchanges(facts, name, true)
}

/// What the resolvers said about a name.
pub(super) fn of_lookup(facts: &Facts, name: &str) -> Option<Evidence> {
    exchanges(facts, name, false)
}

fn exchanges(facts: &Facts, name: &str, unchecked: bool) -> Option<Evidence> {
    let about = facts.dns.iter().enumerate().filter(|(_, exchange)| {
        exchange.checking_disabled == unchecked && exchange.name.eq_ignore_ascii_case(name)
    });
    let places: Vec<usize> = about.map(|(place, _)| place).collect();
    (!places.is_empty()).then_some(Evidence::Exchanges(places))
}

/// What the server offered.
pub(super) fn offered(check: &Check) -> Sentence {
    let words = check.capabilities.as_deref().unwrap_or_default();
    let lines = words
        .iter()
        .map(|line| read::quote(std::slice::from_ref(line)));
    sentence(
        "evidence-offered",
        args! {
            "any" => if words.is_empty() { "no" } else { "yes" },
            "capabilities" => list(lines),
        },
    )
}

/// Seconds with one decimal: what a person can use.
pub(super) fn seconds(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
