//! What the domain says about its mail exchangers.

use std::net::IpAddr;

use crate::args;
use crate::facts::{HostFacts, Lookup, Mx, Reading};
use crate::failure::ResolveTrouble;
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};
use crate::target::Host;

use super::case::Case;
use super::draft::{list, sentence};
use super::{evidence, machine, name, read, resolver};

/// The domain takes no mail, and says so with the null MX (RFC 7505).
pub(super) fn null(case: &mut Case<'_>) {
    let records = records(case);
    if !records.iter().any(|mx| mx.exchange.is_empty()) {
        return;
    }
    // RFC 7505 section 3: the null MX stands alone. Beside others it is a mistake, and the others are used.
    let alone = records.len() == 1;
    let severity = if alone {
        Severity::Error
    } else {
        Severity::Warning
    };
    let finding = about_domain(case, FindingId::NullMx, severity)
        .arg("alone", if alone { "yes" } else { "no" })
        .variant((!alone).then_some("mixed"))
        .evidence(records.iter().map(of_record))
        .step(if alone {
            "step-other-domain"
        } else {
            "step-remove-null-mx"
        });
    case.add(finding);
}

/// An MX record holds something that is no host name, where RFC 1035 section 3.3.9 wants one.
pub(super) fn not_a_name(case: &mut Case<'_>) {
    let is_wrong = |mx: &&Mx| !mx.exchange.is_empty() && !mx.is_host();
    let wrong: Vec<&Mx> = records(case).iter().filter(is_wrong).collect();
    let Some(first) = wrong.first() else {
        return;
    };
    let severity = if records(case).iter().any(Mx::is_host) {
        Severity::Warning
    } else {
        Severity::Error
    };
    let exchanges = list(wrong.iter().map(|mx| read::shown(&mx.exchange)));
    let finding = about_domain(case, FindingId::MxNotAName, severity)
        .arg("exchanges", exchanges)
        .arg("kind", mistake(&first.exchange))
        .evidence(wrong.iter().map(|mx| of_record(mx)))
        .step("step-mx-to-name");
    let names = name::names(case, |name| wrong.iter().any(|mx| mx.exchange == name.name));
    let checks = name::about(case, FindingId::MxNotAName, Owner::Domain, &names).checks;
    name::claim(case, &names, finding.checks(checks));
}

/// An MX record names a host that does not exist or has no address.
pub(super) fn target_missing(case: &mut Case<'_>) {
    let names = name::names(case, |name| {
        let gone = matches!(
            name.trouble,
            ResolveTrouble::NotFound | ResolveTrouble::NoData
        );
        let host = name.host.and_then(|host| case.facts.hosts.get(host));
        gone && name.lost && host.is_some_and(|host| host.preference.is_some())
    });
    if names.is_empty() {
        return;
    }
    let hosts = names
        .iter()
        .filter_map(|name| case.facts.hosts.get(name.host?));
    let meant: Vec<String> = hosts
        .filter_map(|host| without_domain(case, host))
        .collect();
    let finding = name::about(case, FindingId::MxTargetMissing, Owner::Domain, &names)
        .arg("domain", domain_name(case))
        .arg("meant", list(meant.iter().cloned()))
        .variant((!meant.is_empty()).then_some("dot"))
        .evidence(name::chains(case.facts, &names))
        .step(if meant.is_empty() {
            "step-mend-mx"
        } else {
            "step-final-dot-in-zone"
        });
    name::claim(case, &names, finding);
}

/// The name that was meant, where the zone put its own name behind one that was whole already: it stands there twice, or
/// the name without it exists.
fn without_domain(case: &Case<'_>, host: &HostFacts) -> Option<String> {
    let Host::Name(domain) = &case.facts.target.host else {
        return None;
    };
    let whole = host.name.strip_suffix(&domain.ascii)?.strip_suffix('.')?;
    let inside = whole.strip_suffix(&domain.ascii);
    let twice = inside.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let exists = host.suggestion.as_deref() == Some(whole);
    (twice || exists).then(|| whole.to_owned())
}

/// An MX record names an alias (RFC 2181 section 10.3).
pub(super) fn alias(case: &mut Case<'_>) {
    let hosts = case.facts.hosts.iter();
    let aliases = hosts.filter(|host| host.preference.is_some() && !host.aliases.is_empty());
    let aliases: Vec<_> = aliases
        .filter(|host| !case.is_name_explained(&host.name))
        .collect();
    if aliases.is_empty() {
        return;
    }
    let names: Vec<String> = aliases.iter().map(|host| host.display.clone()).collect();
    let chains = aliases.iter().map(|host| name::chain(host));
    let finding =
        Finding::about_names(FindingId::MxAlias, Severity::Warning, Owner::Domain, &names)
            .arg("domain", domain_name(case))
            .evidence(chains)
            .step("step-mx-to-name");
    case.add(finding);
}

/// NXDOMAIN for the MX records of a name that has an address. It is about the whole name (RFC 2308 section 5, RFC 8020): Exim
/// gives up (`host_find_bydns`), Postfix asks for the address all the same, and a resolver that has learned the denial answers
/// with it to every type.
pub(super) fn denied(case: &mut Case<'_>) {
    let facts = case.facts;
    if !facts.denies_for_exchangers() {
        return;
    }
    let renowned = facts.renowned.as_ref();
    let said = renowned.filter(|renowned| renowned.addresses.found().is_some());
    let (name, addresses) = (
        domain_name(case),
        facts.hosts.iter().flat_map(HostFacts::addresses),
    );
    let addresses = list(addresses.map(|address| address.to_string()));
    let variant = match said.and_then(|renowned| renowned.exchangers.as_ref()) {
        Some(ResolveTrouble::NotFound) => Some("resolver"),
        // The names of containers are those of the resolver itself.
        _ if !name.contains('.') => Some("inner"),
        Some(ResolveTrouble::NoData) => Some("domain"),
        _ => None,
    };
    let theirs = matches!(variant, Some("resolver" | "inner"));
    let owner = match variant {
        _ if theirs => resolver::owner(case),
        Some(_) => Owner::Domain,
        None => Owner::Unknown,
    };
    let severity = match facts.reading {
        Reading::Domain if theirs => Severity::Inconclusive,
        Reading::Domain => Severity::Error,
        // Healthy hosts of containers are so, and mail for them is nobody's wish.
        _ if variant == Some("inner") => Severity::Info,
        Reading::Host | Reading::Account | Reading::Service => Severity::Warning,
    };
    let known = said.map_or("", |renowned| renowned.name);
    let finding = Finding::about_names(FindingId::NxdomainForMx, severity, owner, &[name])
        .arg("addresses", addresses)
        .arg("resolvers", resolver::listed(case))
        .arg("known", known)
        .arg("type", "MX")
        .variant(variant)
        .evidence(machine::domain(case).and_then(|name| evidence::of_lookup(facts, name)))
        .evidence(evidence::of_lookup(facts, known))
        .step_if(!theirs, "step-mend-nxdomain")
        .step_if(theirs, "step-change-answer-for-mx")
        .step("step-other-resolver");
    case.add(finding);
}

/// The domain has no MX record, so that its own address serves (RFC 5321 section 5.1).
pub(super) fn none(case: &mut Case<'_>) {
    let facts = case.facts;
    let empty = match &facts.mx {
        Some(Lookup::Found(records)) => records.is_empty(),
        Some(Lookup::Failed(trouble)) => *trouble == ResolveTrouble::NoData,
        None => false,
    };
    // Without an address the domain has nothing at all, which is another finding.
    let address = facts.hosts.iter().any(|host| !host.addresses().is_empty());
    if facts.reading == Reading::Domain && empty && address {
        let finding = about_domain(case, FindingId::NoMx, Severity::Info).step("step-publish-mx");
        case.add(finding);
    }
}

fn records<'a>(case: &Case<'a>) -> &'a [Mx] {
    let records = case.facts.mx.as_ref().and_then(Lookup::found);
    records.map_or(&[], Vec::as_slice)
}

fn of_record(mx: &Mx) -> Sentence {
    let exchange = if mx.exchange.is_empty() {
        "."
    } else {
        &mx.exchange
    };
    sentence(
        "evidence-mx",
        args! { "preference" => mx.preference, "exchange" => exchange },
    )
}

fn about_domain(case: &Case<'_>, id: FindingId, severity: Severity) -> Finding {
    Finding::about_names(id, severity, Owner::Domain, &[domain_name(case)])
}

/// What somebody took for a host name.
fn mistake(exchange: &str) -> &'static str {
    let bare = exchange.trim_start_matches('[').trim_end_matches(']');
    if bare.parse::<IpAddr>().is_ok() {
        "address"
    } else if exchange.contains("://") {
        "url"
    } else if exchange.contains('@') {
        "mail-address"
    } else if exchange.contains('*') {
        "wildcard"
    } else {
        "other"
    }
}

fn domain_name(case: &Case<'_>) -> String {
    match &case.facts.target.host {
        Host::Name(name) => name.unicode.clone(),
        Host::Address(address) => address.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What people type into the panels of DNS providers in place of a host name, as [`Mx::exchange`] has it.
    #[test]
    fn what_people_type_in_place_of_a_host_name() {
        let rows = [
            ("192.0.2.1", "address"),
            ("[127.0.0.1]", "address"),
            ("[2001:db8::1]", "address"),
            ("http://mail.hs.test", "url"),
            ("smtp://mail.hs.test:25", "url"),
            ("postmaster@hs.test", "mail-address"),
            ("*.hs.test", "wildcard"),
            ("mail\\032hs.test", "other"),
            ("-mail.hs.test", "other"),
            ("mail-.hs.test", "other"),
            ("mail\\.hs.test", "other"),
            ("mail\\027[31m.hs.test", "other"),
            ("xn--\\255\\254.test", "other"),
            ("xn--a\u{80}.test", "other"),
            ("10\\032mail.hs.test", "other"),
            ("mail.hs.test:25", "other"),
            ("mail.hs.test\\;", "other"),
            ("\"mail.hs.test\"", "other"),
            ("192.0.2", "other"),
        ];
        for (exchange, kind) in rows {
            let mx = Mx {
                preference: 10,
                exchange: exchange.to_owned(),
            };
            assert!(!mx.is_host(), "{exchange} is no host");
            assert_eq!(mistake(exchange), kind, "{exchange}");
        }
        for exchange in [
            "mail.hs.test",
            "mail",
            "mail_1.hs.test",
            "xn--bcher-kva.de",
            "1.hs.test",
        ] {
            let mx = Mx {
                preference: 10,
                exchange: exchange.to_owned(),
            };
            assert!(mx.is_host(), "{exchange} is a host");
        }
    }
}
