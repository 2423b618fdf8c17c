//! The proxy that was to be gone through: what it said, and what was not asked because of it.
//!
//! A proxy that stands in the way says nothing of the server, and one that tells what it met beyond itself is believed: the
//! fault is out there then.

use crate::facts::{Facts, Through};
use crate::failure::{Failure, ProxyFault, ProxyMet, ProxyTrouble, Trouble};
use crate::finding::{Finding, FindingId, Owner, Severity};
use crate::wire::proxy::{Beyond, No};

use super::case::{Case, Failed};
use super::draft::ids;
use super::{evidence, read};

/// What the proxy kept from coming about, one finding for each way of it.
pub(super) fn stands_in_the_way(case: &mut Case<'_>) {
    let open = case.open_where(|_, failure| trouble(failure).is_some());
    let mut groups: Vec<(ProxyFault, Vec<Failed<'_>>)> = Vec::new();
    for failed in open {
        let Some(fault) = trouble(failed.failure).map(ProxyTrouble::fault) else {
            continue;
        };
        match groups.iter_mut().find(|(other, _)| *other == fault) {
            Some((_, group)) => group.push(failed),
            None => groups.push((fault, vec![failed])),
        }
    }
    for (fault, group) in groups {
        let finding = finding(case, fault, &group);
        case.claim(finding);
    }
}

/// That everything went through a proxy, and what was left out.
pub(super) fn gone_through(case: &mut Case<'_>) {
    let Some(through) = &case.facts.through else {
        return;
    };
    let checks: Vec<usize> = case
        .own()
        .filter(|(_, check)| !check.skipped)
        .map(|(id, _)| id)
        .collect();
    let names = if through.kind.looks_names_up() {
        "proxy"
    } else {
        "here"
    };
    let finding = Finding::about(
        case,
        FindingId::CheckedThroughProxy,
        Owner::ThisMachine,
        &checks,
    )
    .severity(Severity::Info)
    .arg("proxy", through.url())
    .arg("names", names)
    .variant(through.passed_by.then_some("passed-by"));
    case.add(finding);
}

fn trouble(failure: &Failure) -> Option<&ProxyTrouble> {
    match &failure.trouble {
        Trouble::Proxy(trouble) => Some(trouble),
        _ => None,
    }
}

/// Whether the connections of this target went through a proxy.
pub(super) fn is_between(facts: &Facts) -> bool {
    facts
        .through
        .as_ref()
        .is_some_and(|through| !through.passed_by)
}

/// Parts those of which the server has said something, or to which nobody else spoke, from those whose connection may have
/// ended at the proxy: it said that the connection stands, and not a byte shows that it does. HTTP proxies and gateways that
/// look into TLS say so before they have connected, and some SOCKS servers too.
pub(super) fn by_witness<'a>(facts: &Facts, open: Vec<Failed<'a>>) -> [(bool, Vec<Failed<'a>>); 2] {
    let (unseen, seen) = open
        .into_iter()
        .partition(|failed| is_between(facts) && is_unheard(failed));
    [(false, seen), (true, unseen)]
}

fn is_unheard(failed: &Failed<'_>) -> bool {
    let Failed { check, failure, .. } = failed;
    let in_tls = check
        .tls
        .as_ref()
        .is_some_and(|tls| tls.version.is_some() || !tls.certificates.is_empty());
    let later = check.after_silence.is_some() || read::answered_in_clear(check).is_some();
    check.greeting.is_none() && failure.trouble.received().is_empty() && !in_tls && !later
}

/// The finding of a connection that nobody has shown to have come to the server: whose it is, is not known, and who asks
/// at the proxy learns it.
pub(super) fn unwitnessed(finding: Finding, facts: &Facts) -> Finding {
    let url = facts.through.as_ref().map(Through::url);
    let mut finding = finding
        .variant("through-proxy")
        .arg("proxy", url.unwrap_or_default())
        .step("step-ask-proxy-log")
        .step("step-without-proxy");
    finding.owner = Owner::Unknown;
    finding
}

fn finding(case: &Case<'_>, fault: ProxyFault, group: &[Failed<'_>]) -> Finding {
    let (id, variant) = sort(fault);
    let met = group.iter().find_map(|failed| trouble(failed.failure));
    let url = case.facts.through.as_ref().map(Through::url);
    let finding = Finding::about(case, id, owner(fault), &ids(group))
        .variant(variant)
        .arg("proxy", url.unwrap_or_default())
        .arg("said", met.map(said).unwrap_or_default())
        .arg("speaks", met.map_or("none", speaks))
        .arg(
            "schemes",
            met.and_then(schemes).unwrap_or_else(|| "none".to_owned()),
        )
        .evidence(evidence::of_failures(case, group));
    let finding = if says_nothing_of_the_server(fault) {
        finding.inconclusive()
    } else {
        finding
    };
    steps(finding, fault, case)
}

fn sort(fault: ProxyFault) -> (FindingId, Option<&'static str>) {
    match fault {
        ProxyFault::Unreachable => (FindingId::ProxyUnreachable, None),
        ProxyFault::AuthRequired { told } => {
            (FindingId::ProxyAuthRequired, told.then_some("refused"))
        }
        ProxyFault::AuthUnsupported => (FindingId::ProxyAuthUnsupported, None),
        ProxyFault::Refused(why) => (FindingId::ProxyRefused, Some(why.name())),
        ProxyFault::HungUp => (FindingId::ProxyRefused, Some("hung-up")),
        ProxyFault::CannotReach(beyond) => (FindingId::ProxyCannotReachServer, Some(beyond.name())),
        ProxyFault::WrongKind { closed } => (FindingId::ProxyWrongKind, closed.then_some("closed")),
        ProxyFault::Timeout { asked } => (FindingId::ProxyTimeout, asked.then_some("asked")),
        ProxyFault::Tls => (FindingId::ProxyCertificateUntrusted, None),
    }
}

/// Who can fix it: whoever runs the proxy, whoever set it up here, or somebody beyond it.
const fn owner(fault: ProxyFault) -> Owner {
    match fault {
        ProxyFault::Unreachable
        | ProxyFault::Refused(_)
        | ProxyFault::HungUp
        | ProxyFault::Tls
        | ProxyFault::Timeout { asked: false } => Owner::Network,
        ProxyFault::AuthRequired { .. }
        | ProxyFault::AuthUnsupported
        | ProxyFault::WrongKind { .. } => Owner::ThisMachine,
        ProxyFault::CannotReach(beyond) => match beyond {
            Beyond::Refused => Owner::Server,
            Beyond::Network | Beyond::Ttl => Owner::Network,
            // SOCKS says "host unreachable" of names without an address as well, and a proxy whose DNS fails, or knows
            // nothing but the own network, says of every name that there is none.
            Beyond::Host | Beyond::Name | Beyond::Timeout | Beyond::Untold => Owner::Unknown,
        },
        ProxyFault::Timeout { asked: true } => Owner::Unknown,
    }
}

const fn says_nothing_of_the_server(fault: ProxyFault) -> bool {
    !matches!(fault, ProxyFault::CannotReach(Beyond::Refused))
}

fn said(trouble: &ProxyTrouble) -> String {
    match &trouble.met {
        ProxyMet::No(no) => read::shown(&no.words()),
        ProxyMet::Trouble(met) => read::shown(&String::from_utf8_lossy(met.received())),
    }
}

/// What speaks in place of a proxy of this kind.
fn speaks(trouble: &ProxyTrouble) -> &'static str {
    match &trouble.met {
        ProxyMet::Trouble(met) => match (met.speaks(), met.received()) {
            (Some(speaks), _) => speaks.name(),
            // The first byte is the version.
            (None, [5, ..]) => "SOCKS5",
            (None, [0 | 4, 90..=93, ..]) => "SOCKS4",
            (None, [0x15 | 0x16, 3, ..]) => "TLS",
            (None, _) => "none",
        },
        ProxyMet::No(No::Http(_)) => "HTTP",
        ProxyMet::No(_) => "none",
    }
}

/// The logins that a proxy takes.
fn schemes(trouble: &ProxyTrouble) -> Option<String> {
    match &trouble.met {
        ProxyMet::No(No::Http(head)) => {
            let names = head.schemes.iter().map(|name| match name.as_str() {
                "ntlm" => "NTLM".to_owned(),
                "negotiate" => "Negotiate".to_owned(),
                "digest" => "Digest".to_owned(),
                "kerberos" => "Kerberos".to_owned(),
                other => other.to_owned(),
            });
            Some(names.collect::<Vec<_>>().join(", ")).filter(|names| !names.is_empty())
        }
        ProxyMet::No(No::Method(1)) => Some("GSSAPI".to_owned()),
        ProxyMet::No(_) | ProxyMet::Trouble(_) => None,
    }
}

fn steps(finding: Finding, fault: ProxyFault, case: &Case<'_>) -> Finding {
    match fault {
        ProxyFault::Unreachable => finding
            .step("step-check-proxy-address")
            .step("step-ask-proxy-runs"),
        ProxyFault::AuthRequired { told: false } => finding.step("step-proxy-login"),
        ProxyFault::AuthRequired { told: true } => finding
            .step("step-proxy-password")
            .step("step-ask-proxy-account"),
        ProxyFault::AuthUnsupported => finding
            .step("step-proxy-local-helper")
            .step("step-ask-proxy-basic"),
        ProxyFault::Refused(_) | ProxyFault::HungUp => finding
            .step_alternative(case)
            .step("step-ask-proxy-rule")
            .step("step-without-proxy"),
        ProxyFault::CannotReach(beyond) => match beyond {
            Beyond::Refused => finding
                .step_alternative(case)
                .step("step-check-port")
                .step("step-start-service"),
            Beyond::Name => finding.step("step-check-name-at-proxy"),
            _ => finding
                .step("step-ask-proxy-log")
                .step("step-without-proxy"),
        },
        ProxyFault::WrongKind { .. } => finding
            .step("step-check-proxy-scheme")
            .step("step-check-proxy-address"),
        ProxyFault::Timeout { asked } => finding
            .step_if(!asked, "step-check-proxy-scheme")
            .step("step-ask-proxy-log")
            .step("step-without-proxy"),
        ProxyFault::Tls => finding
            .step("step-proxy-certificate")
            .step("step-ask-proxy-runs"),
    }
}
