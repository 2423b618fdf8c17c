//! Addresses that the hosts file of this machine decides.

use super::super::case::Case;
use super::super::draft::{list, sentence};
use crate::args;
use crate::facts::{AddressSource, HostFacts, Lookup};
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};

/// The hosts file of this machine decides the address, so that others may see another server.
pub(in crate::diagnose) fn hosts_file(case: &mut Case<'_>) {
    for (index, host) in case.facts.hosts.iter().enumerate() {
        let localhost = host.name == "localhost" || host.name.ends_with(".localhost");
        if host.source != AddressSource::HostsFile || localhost {
            continue;
        }
        let checks = || case.own().filter(|(_, check)| check.host == index);
        // An entry that means nobody has been told of.
        if checks().any(|(id, check)| check.skipped && case.is_explained(id)) {
            continue;
        }
        // An entry that leads nowhere may be out of date; the silence of the address is reported for itself.
        let dead = checks().next().is_some() && !checks().any(|(_, check)| check.connected());
        let in_dns = host.in_dns.as_ref().and_then(Lookup::found);
        let others = in_dns.filter(|found| host.addresses().iter().all(|own| !found.contains(own)));
        let ids: Vec<usize> = checks().map(|(id, _)| id).collect();
        let (severity, variant) = match (dead, others) {
            // The cheapest cause comes first: the file sends this machine where nobody is, and nobody else goes.
            (true, Some(_)) => (case.severity(&ids, Severity::Error), Some("elsewhere")),
            (true, None) => (Severity::Warning, Some("dead")),
            (false, _) => (Severity::Info, None),
        };
        let addresses = list(host.addresses().iter().map(ToString::to_string));
        let others = list(others.into_iter().flatten().map(ToString::to_string));
        let names = [host.display.clone()];
        let finding = Finding::about_names(
            FindingId::HostsFileOverride,
            severity,
            Owner::ThisMachine,
            &names,
        )
        .arg("addresses", addresses)
        .arg("others", others)
        .variant(variant)
        .checks(ids)
        .evidence((variant == Some("elsewhere")).then(|| in_the_dns(host)))
        .step("step-check-hosts-file");
        case.add(finding);
    }
}

/// What the DNS says beside the hosts file, as evidence.
fn in_the_dns(host: &HostFacts) -> Sentence {
    let found = host.in_dns.as_ref().and_then(Lookup::found);
    let addresses = list(found.into_iter().flatten().map(ToString::to_string));
    let args = args! { "name" => host.display.as_str(), "addresses" => addresses };
    sentence("evidence-dns-beside", args)
}
