//! Names that this machine completes with a search domain of its own (resolv.conf(5)).

use crate::args;
use crate::facts::{Check, HostFacts, Lookup, Searched};
use crate::finding::{Finding, FindingId, Owner, Severity};

use super::case::Case;
use super::draft::{list, sentence};

/// A search domain gave the address. Every program here goes there, and other machines go elsewhere or nowhere.
pub(super) fn domain_answers(case: &mut Case<'_>) {
    for (index, host) in case.facts.hosts.iter().enumerate() {
        let Some(searched) = &host.searched else {
            continue;
        };
        let told = |(id, check): (usize, &Check)| {
            check.host == index && check.skipped && case.is_explained(id)
        };
        if case.own().any(told) {
            continue;
        }
        let works = case
            .own()
            .any(|(_, check)| check.host == index && check.usable());
        let variant = meaning(searched);
        // One word is written to be completed, and a short name of a cluster too.
        let harmless = variant == Some("word") || (variant.is_none() && works);
        let severity = if harmless {
            Severity::Info
        } else {
            Severity::Warning
        };
        let finding = about(host, searched, severity).variant(variant);
        case.add(if harmless {
            finding
        } else {
            finding
                .step("step-final-dot")
                .step("step-check-search-list")
        });
    }
}

/// A search domain gave an address that nothing is connected to: with `localhost` in the list every name is this machine
/// (kubernetes/kubernetes#127702). The domain of the name has no part in it.
pub(super) fn leads_nowhere(
    case: &Case<'_>,
    host: &HostFacts,
    spared: &[usize],
) -> Option<Finding> {
    let searched = host.searched.as_ref()?;
    let severity = case.severity(spared, Severity::Inconclusive);
    let finding = about(host, searched, severity)
        .checks(spared.to_vec())
        .variant(meaning(searched))
        .step("step-final-dot")
        .step("step-check-search-list");
    Some(finding)
}

/// What the DNS says of the name itself: nothing, or that it is somewhere else.
fn meaning(searched: &Searched) -> Option<&'static str> {
    match &searched.itself {
        None => Some("word"),
        Some(Lookup::Failed(_)) => None,
        Some(Lookup::Found(_)) => Some("elsewhere"),
    }
}

fn about(host: &HostFacts, searched: &Searched, severity: Severity) -> Finding {
    let itself = searched.itself.as_ref().and_then(Lookup::found);
    let others = list(itself.into_iter().flatten().map(ToString::to_string));
    let addresses = list(host.addresses().iter().map(ToString::to_string));
    let seen = args! { "name" => searched.name.as_str(), "addresses" => addresses.clone() };
    Finding::about_names(
        FindingId::SearchDomainAnswers,
        severity,
        Owner::ThisMachine,
        std::slice::from_ref(&host.display),
    )
    .arg("name", searched.name.as_str())
    .arg("addresses", addresses)
    .arg("others", others)
    .evidence([sentence("evidence-dns-searched", seen)])
}
