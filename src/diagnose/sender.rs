//! This machine as a sender of mail: what other servers make of its address and of its name (RFC 1912 section 2.1, RFC 5321
//! section 4.1.4, RFC 8601 section 2.7.3), and what lists say of it (RFC 5782).

mod generic;

use std::net::IpAddr;

use crate::args;
use crate::dnsbl::{self, Standing};
use crate::facts::sender::{called, is_public, literal};
use crate::facts::{Listing, Lookup, OwnAddress, OwnName, ReverseName, Sender};
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};

use super::case::Case;
use super::draft::{list, sentence};
use super::read::{quote, shown, why};

/// The public address is not known from here.
pub(super) fn address_unknown(case: &mut Case<'_>) {
    let Some(sender) = &case.facts.sender else {
        return;
    };
    let is_told = |v4: bool| {
        sender
            .addresses
            .iter()
            .any(|one| one.address.is_ipv4() == v4)
    };
    let mut homes: Vec<IpAddr> = Vec::new();
    let mut seen: Vec<IpAddr> = Vec::new();
    for (_, check) in case.own() {
        let home = check.local.map(|local| local.ip().to_canonical());
        homes.extend(home.filter(|home| !is_told(home.is_ipv4())));
        let said = called(&case.facts.hosts, check).filter(|said| !is_public(*said));
        seen.extend(said.filter(|said| !is_told(said.is_ipv4())));
    }
    if homes.is_empty() && !sender.addresses.is_empty() {
        return;
    }
    let variant = match (homes.is_empty(), seen.is_empty()) {
        (true, _) => Some("not-connected"),
        (false, false) => Some("private"),
        (false, true) => None,
    };
    let own = list(homes.iter().map(IpAddr::to_string));
    let family = match homes.iter().map(IpAddr::is_ipv4).collect::<Vec<_>>() {
        all if all.iter().all(|v4| *v4) && !all.is_empty() => "v4",
        all if all.iter().all(|v4| !*v4) && !all.is_empty() => "v6",
        _ => "both",
    };
    let nothing_known = sender.addresses.is_empty();
    let zones = if nothing_known {
        &sender.zones[..]
    } else {
        &[]
    };
    let finding = Finding::about_names(
        FindingId::SenderAddressUnknown,
        Severity::Info,
        Owner::Unknown,
        &own,
    )
    .variant(variant)
    .arg("seen", list(seen.iter().map(IpAddr::to_string)))
    .arg("family", family)
    .evidence((!zones.is_empty()).then(|| {
        sentence(
            "evidence-dnsbl-not-asked",
            args! { "zones" => list(zones.iter().cloned()) },
        )
    }))
    .step_if(variant == Some("not-connected"), "step-sender-other-way")
    .step_if(variant != Some("not-connected"), "step-sender-who-says-it");
    case.add(finding);
}

/// The name that the public address has, and does not have.
pub(super) fn reverse_name(case: &mut Case<'_>) {
    let Some(sender) = &case.facts.sender else {
        return;
    };
    for one in &sender.addresses {
        let finding = match &one.reverse {
            Lookup::Failed(trouble) if trouble.is_absence() => no_name(one),
            Lookup::Failed(trouble) => lookup_failed(one, why(trouble)),
            Lookup::Found(names) => match unconfirmed(one, names) {
                Some(finding) => finding,
                None => continue,
            },
        };
        case.add(finding);
    }
}

fn no_name(one: &OwnAddress) -> Finding {
    about(
        one,
        FindingId::SenderNoReverseName,
        Severity::Warning,
        Owner::Network,
    )
    .step("step-sender-set-reverse")
    .step("step-sender-relay")
}

fn lookup_failed(one: &OwnAddress, why: &'static str) -> Finding {
    about(
        one,
        FindingId::SenderReverseLookupFailed,
        Severity::Warning,
        Owner::Network,
    )
    .arg("why", why)
    .step("step-sender-ask-again")
}

/// None of the names leads back, or it is not known whether one does.
fn unconfirmed(one: &OwnAddress, names: &[ReverseName]) -> Option<Finding> {
    if !one.confirmed().is_empty() {
        return None;
    }
    let leads = |name: &ReverseName| name.leads_to(one.address);
    if names.iter().any(|name| leads(name).is_none()) {
        let failed = names
            .iter()
            .find_map(|name| name.addresses.trouble().filter(|one| !one.is_absence()));
        let finding = lookup_failed(one, failed.map_or("other", why)).variant("forward");
        return Some(finding.arg("names", of_names(names)));
    }
    let is_nowhere = names.iter().all(|name| name.addresses.found().is_none());
    // The name of a provider is the provider's to mend; of a name of one's own the missing record is one's own.
    let owner = if names
        .iter()
        .all(|name| generic::looks_generic(&name.name, one.address))
    {
        Owner::Network
    } else {
        Owner::ThisMachine
    };
    let finding = about(
        one,
        FindingId::SenderReverseNameUnconfirmed,
        Severity::Warning,
        owner,
    )
    .variant_if(is_nowhere, "nowhere")
    .arg("names", of_names(names))
    .evidence(names.iter().map(leads_where))
    .step("step-sender-forward")
    .step("step-sender-set-reverse");
    Some(finding)
}

fn of_names(names: &[ReverseName]) -> Vec<String> {
    list(names.iter().map(|name| shown(&name.name)))
}

fn leads_where(name: &ReverseName) -> Sentence {
    let addresses = name.addresses.found().into_iter().flatten();
    let addresses = list(addresses.map(IpAddr::to_string));
    let args = args! {
        "name" => shown(&name.name),
        "what" => if addresses.is_empty() { "nowhere" } else { "somewhere" },
        "addresses" => addresses,
    };
    sentence("evidence-sender-name", args)
}

/// Several names, or one that looks like one of many: nothing is wrong with either, and some servers mind.
pub(super) fn reverse_name_hints(case: &mut Case<'_>) {
    let Some(sender) = &case.facts.sender else {
        return;
    };
    for one in &sender.addresses {
        let confirmed = one.confirmed();
        let names = one.reverse.found().map_or(&[][..], |names| names);
        if confirmed.is_empty() {
            continue;
        }
        if names.len() > 1 {
            let finding = about(
                one,
                FindingId::SenderSeveralReverseNames,
                Severity::Info,
                Owner::Network,
            )
            .variant_if(confirmed.len() < names.len(), "some")
            .arg("names", of_names(names))
            .arg("confirmed", list(confirmed.iter().map(|name| shown(name))))
            .step("step-sender-one-name");
            case.add(finding);
        }
        if confirmed
            .iter()
            .all(|name| generic::looks_generic(name, one.address))
        {
            let finding = about(
                one,
                FindingId::SenderGenericReverseName,
                Severity::Info,
                Owner::Network,
            )
            .arg("names", list(confirmed.iter().map(|name| shown(name))))
            .step("step-sender-set-reverse")
            .step("step-sender-relay");
            case.add(finding);
        }
    }
}

/// The name that was given with EHLO.
pub(super) fn ehlo_name(case: &mut Case<'_>) {
    let Some(sender) = &case.facts.sender else {
        return;
    };
    for name in &sender.names {
        let Some((variant, severity)) = unfit(sender, name) else {
            continue;
        };
        let own = [shown(&name.name)];
        let addresses = name.addresses.iter().filter_map(Lookup::found).flatten();
        let finding = Finding::about_names(
            FindingId::SenderEhloName,
            severity,
            Owner::ThisMachine,
            &own,
        )
        .variant((variant != "nowhere").then_some(variant))
        .arg("name", shown(&name.name))
        .arg("addresses", list(addresses.map(IpAddr::to_string)))
        .arg(
            "own",
            list(sender.addresses.iter().map(|one| one.address.to_string())),
        )
        .step_with("step-sender-ehlo", args! { "better" => better(sender) });
        case.add(finding);
    }
}

/// What is wrong with a name, and how much it matters. `None` where nothing is known to be.
fn unfit(sender: &Sender, name: &OwnName) -> Option<(&'static str, Severity)> {
    let Some(found) = &name.addresses else {
        let is_literal = name.name.starts_with('[');
        let is_own = literal(&name.name)
            .is_some_and(|said| sender.addresses.iter().any(|one| one.address == said));
        return Some(match (is_literal, is_own || sender.addresses.is_empty()) {
            (true, true) => ("literal", Severity::Info),
            (true, false) => ("other-literal", Severity::Info),
            (false, _) => ("unqualified", Severity::Warning),
        });
    };
    match found {
        Lookup::Failed(trouble) => trouble
            .is_absence()
            .then_some(("nowhere", Severity::Warning)),
        Lookup::Found(_) => {
            let elsewhere = |one: &OwnAddress| name.leads_to(one.address) == Some(false);
            // RFC 5321 section 4.1.4: a server must not refuse for that, and some count it.
            let is_elsewhere =
                !sender.addresses.is_empty() && sender.addresses.iter().all(elsewhere);
            is_elsewhere.then_some(("elsewhere", Severity::Info))
        }
    }
}

/// The name that would do: one that the address has, and that leads back to it. Empty where there is none.
fn better(sender: &Sender) -> String {
    let mut confirmed = sender.addresses.iter().flat_map(OwnAddress::confirmed);
    confirmed
        .next()
        .map(shown)
        .unwrap_or_else(|| "none".to_owned())
}

/// Lists that have the address.
pub(super) fn listed(case: &mut Case<'_>) {
    let Some(sender) = &case.facts.sender else {
        return;
    };
    for one in &sender.addresses {
        let entries = one.listings.iter().filter_map(entry);
        let (zones, evidence): (Vec<String>, Vec<Sentence>) = entries.unzip();
        if zones.is_empty() {
            continue;
        }
        let finding = about(
            one,
            FindingId::SenderListed,
            Severity::Warning,
            Owner::ThisMachine,
        )
        .arg("zones", list(zones.iter().cloned()))
        .evidence(evidence)
        .step("step-sender-delist")
        .step("step-sender-relay");
        case.add(finding);
    }
}

fn entry(listing: &Listing) -> Option<(String, Sentence)> {
    let Standing::Listed(codes) = dnsbl::standing(listing) else {
        return None;
    };
    let args = args! {
        "zone" => listing.zone.clone(),
        "codes" => list(codes.iter().map(ToString::to_string)),
        "any" => if listing.text.is_empty() { "no" } else { "yes" },
        "text" => quote(&listing.text),
    };
    Some((listing.zone.clone(), sentence("evidence-dnsbl-entry", args)))
}

/// Lists that say nothing that counts, each once however many addresses they were asked about.
pub(super) fn lists_without_answer(case: &mut Case<'_>) {
    let Some(sender) = &case.facts.sender else {
        return;
    };
    let mut told: Vec<(&str, Standing)> = Vec::new();
    for listing in sender.addresses.iter().flat_map(|one| &one.listings) {
        let said = (listing.zone.as_str(), dnsbl::standing(listing));
        if told.contains(&said) {
            continue;
        }
        let (id, severity, owner, variant) = match &said.1 {
            Standing::Listed(_) | Standing::Clear => continue,
            Standing::Refused(refusal) => (
                FindingId::DnsblRefused,
                Severity::Warning,
                Owner::ThisMachine,
                refusal.name(),
            ),
            Standing::Useless(flaw) => (
                FindingId::DnsblUseless,
                Severity::Warning,
                Owner::ThisMachine,
                flaw.name(),
            ),
            Standing::Unanswered(trouble) => (
                FindingId::DnsblUnanswered,
                Severity::Info,
                Owner::Unknown,
                why(trouble),
            ),
        };
        let codes = listing.answer.found().into_iter().flatten();
        let zone = [listing.zone.clone()];
        let finding = Finding::about_names(id, severity, owner, &zone)
            .arg("zone", listing.zone.clone())
            .arg("what", variant)
            .evidence(answer(listing, &list(codes.map(ToString::to_string))))
            .step(match id {
                FindingId::DnsblRefused if variant == "names-only" => "step-dnsbl-names-only",
                FindingId::DnsblRefused if variant == "misspelt" => "step-dnsbl-spelling",
                FindingId::DnsblRefused => "step-dnsbl-own-resolver",
                FindingId::DnsblUseless => "step-dnsbl-leave-out",
                _ => "step-dnsbl-again",
            });
        case.add(finding);
        told.push(said);
    }
}

/// What the list answered, where it did.
fn answer(listing: &Listing, codes: &[String]) -> Option<Sentence> {
    (!codes.is_empty()).then(|| {
        let args = args! {
            "zone" => listing.zone.clone(),
            "codes" => codes.to_vec(),
            "any" => if listing.text.is_empty() { "no" } else { "yes" },
            "text" => quote(&listing.text),
        };
        sentence("evidence-dnsbl-entry", args)
    })
}

fn about(one: &OwnAddress, id: FindingId, severity: Severity, owner: Owner) -> Finding {
    let address = one.address.to_string();
    Finding::about_names(id, severity, owner, std::slice::from_ref(&address))
        .arg("address", address)
}
