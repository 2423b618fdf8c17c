//! What the domain's TLSA records say of the certificates of its mail exchangers (RFC 7672).

use std::fmt::Write as _;

use crate::args;
use crate::dane::{self, DaneMatch, Misfit, Unusable};
use crate::facts::{Check, Facts, HostFacts, Lookup, Reading, Tlsa};
use crate::failure::{CertificateProblem, Class, ResolveTrouble, Stage};
use crate::finding::{Finding, FindingId, Owner, Severity};

use super::case::Case;
use super::draft::{list, sentence};
use super::{dnssec, evidence, signatures, starttls};

/// Where mail servers hand mail over; nobody asks for associations of other ports.
const SMTP: u16 = 25;

/// How bad it is that mail servers deliver nothing where `fails`: a warning where they can elsewhere, or where mail to a
/// domain was not asked about.
fn severity(case: &Case<'_>, fails: impl Fn(&Check) -> bool) -> Severity {
    let takes_mail = case.own().any(|(_, check)| check.usable() && !fails(check));
    match case.facts.reading {
        Reading::Domain if takes_mail => Severity::Warning,
        Reading::Host | Reading::Account => Severity::Warning,
        Reading::Domain | Reading::Service => Severity::Error,
    }
}

/// The question for the TLSA records of a signed host failed. Mail servers that look put the mail off (RFC 7672 section
/// 2.1.2), for an attacker who could not change the records could keep them back.
pub(super) fn lookup_failed(case: &mut Case<'_>) {
    let facts = case.facts;
    let trouble = |host: &HostFacts| {
        let trouble = host.tlsa.as_ref().and_then(Lookup::trouble)?;
        let failed = !matches!(trouble, ResolveTrouble::NotFound | ResolveTrouble::NoData);
        (failed && *trouble != ResolveTrouble::Deadline).then_some(())
    };
    let fails = |check: &Check| {
        let host = facts.hosts.get(check.host);
        check.endpoint.port == SMTP && host.is_some_and(|host| trouble(host).is_some())
    };
    let found: Vec<usize> = case
        .own()
        .filter(|(_, check)| check.connected() && fails(check))
        .map(|(id, _)| id)
        .collect();
    if found.is_empty() {
        return;
    }
    let mut hosts: Vec<usize> = found.iter().map(|&id| facts.checks[id].host).collect();
    hosts.dedup();
    let about = hosts.iter().filter_map(|&host| facts.hosts.get(host));
    let seen = about.flat_map(|host| {
        let bases = host.aliases.last().into_iter().chain([&host.name]);
        bases.filter_map(|base| evidence::of_lookup(facts, &format!("_25._tcp.{base}")))
    });
    let seen: Vec<_> = seen.collect();
    let why = hosts.iter().find_map(|&host| {
        let host = facts.hosts.get(host)?;
        let refused =
            host.tlsa.as_ref().and_then(Lookup::trouble) == Some(&ResolveTrouble::ServFail);
        let mut bases = host.aliases.last().into_iter().chain([&host.name]);
        refused
            .then(|| bases.find_map(|base| signatures::cause(facts, &format!("_25._tcp.{base}"))))?
    });
    let kind = why.as_ref().map(|why| why.kind);
    let finding = Finding::about(case, FindingId::DaneLookupFailed, Owner::Domain, &found)
        .severity(severity(case, fails))
        .variant(kind.map(|_| "bogus"))
        .evidence(why.and_then(|why| why.seen))
        .evidence(seen)
        .step(kind.map_or("step-answer-tlsa", |kind| dnssec::step(Some(kind))))
        .step("step-run-again");
    case.add(finding);
}

/// Signed TLSA records make TLS mandatory (RFC 7672 section 2.2), and the server does not do it.
pub(super) fn without_starttls(case: &mut Case<'_>) {
    let facts = case.facts;
    let demanded = |check: &Check| {
        check.endpoint.port == SMTP && tlsa(facts, check).is_some_and(dane::demands_tls)
    };
    // Mail goes there in clear, so for others that is no failure.
    let mut found = starttls::without_starttls(case, demanded);
    let refused = case.open_where(|check, failure| {
        let refused = failure.stage == Stage::Starttls && failure.class == Class::Rejected;
        refused && demanded(check)
    });
    found.extend(refused.iter().map(|failed| (failed.id, failed.check)));
    found.sort_by_key(|(id, _)| *id);
    found.dedup_by_key(|(id, _)| *id);
    if found.is_empty() {
        return;
    }
    let ids: Vec<usize> = found.iter().map(|(id, _)| *id).collect();
    let fails = |check: &Check| check.tls.is_none() && demanded(check);
    let records = found.iter().filter_map(|(_, check)| {
        let args = args! { "records" => shown(tlsa(facts, check)?) };
        Some((*check, sentence("evidence-tlsa", args)))
    });
    let offered = found.iter().filter(|(_, check)| check.failure.is_none());
    let offered = offered.map(|(_, check)| (*check, evidence::offered(check)));
    let open = case.open_where(|check, _| found.iter().any(|(_, one)| std::ptr::eq(*one, check)));
    let finding = Finding::about(case, FindingId::DaneWithoutStarttls, Owner::Server, &ids)
        .severity(severity(case, fails))
        .evidence(evidence::of_failures(case, &open))
        .evidence(evidence::by_place(facts, offered))
        .evidence(evidence::by_place(facts, records))
        .step("step-offer-starttls")
        .step("step-withdraw-tlsa");
    case.claim(finding);
}

/// Signed TLSA records that no mail server can use (RFC 7672 section 3.1.3).
pub(super) fn unusable(case: &mut Case<'_>) {
    let facts = case.facts;
    let wrong = |check: &Check| {
        let tlsa = tlsa(facts, check).filter(|tlsa| tlsa.secure)?;
        tlsa.records.iter().find_map(dane::unusable)
    };
    let found: Vec<(usize, &Check)> = case
        .own()
        .filter(|(_, check)| check.endpoint.port == SMTP && wrong(check).is_some())
        .collect();
    let Some(kind) = found.first().and_then(|(_, check)| wrong(check)) else {
        return;
    };
    let ids: Vec<usize> = found.iter().map(|(id, _)| *id).collect();
    let records = found.iter().filter_map(|(_, check)| {
        let args = args! { "records" => shown(tlsa(facts, check)?) };
        Some((*check, sentence("evidence-tlsa", args)))
    });
    let finding = Finding::about(case, FindingId::DaneUnusable, Owner::Domain, &ids)
        .severity(Severity::Warning)
        .variant(match kind {
            Unusable::Usage => None,
            Unusable::Unknown => Some("unknown"),
            Unusable::Length => Some("length"),
        })
        .evidence(evidence::by_place(facts, records))
        .step("step-usable-tlsa");
    case.add(finding);
}

/// The chain is not what the signed TLSA records name. Mail servers that look deliver nothing then.
pub(super) fn mismatch(case: &mut Case<'_>) {
    let facts = case.facts;
    let fails = |check: &Check| {
        matches!(
            verdict(facts, check),
            Some(
                DaneMatch::Mismatch
                    | DaneMatch::Authority {
                        name_fits: false,
                        ..
                    }
            )
        )
    };
    let found: Vec<(usize, &Check)> = case.own().filter(|(_, check)| fails(check)).collect();
    if found.is_empty() {
        return;
    }
    let severity = severity(case, fails);
    let name = found
        .iter()
        .all(|(_, check)| verdict(facts, check) != Some(DaneMatch::Mismatch));
    let reasons = found.iter().filter_map(|(_, check)| {
        let chain = &check.tls.as_ref()?.certificates;
        Some(dane::misfit(tlsa(facts, check)?, chain))
    });
    let variant = match reasons.into_iter().next() {
        _ if name => Some("name"),
        Some(Misfit::Outdone) => Some("digest"),
        Some(Misfit::Selector) => Some("selector"),
        Some(Misfit::Usage) => Some("usage"),
        Some(Misfit::Empty) => Some("empty"),
        Some(Misfit::Text) => Some("text"),
        Some(Misfit::NotInChain) => Some("not-in-chain"),
        Some(Misfit::NotSent) => Some("not-sent"),
        Some(Misfit::Other) | None => None,
    };
    let ids: Vec<usize> = found.iter().map(|(id, _)| *id).collect();
    let records = found.iter().filter_map(|(_, check)| {
        let args = args! { "records" => shown(tlsa(facts, check)?) };
        Some((*check, sentence("evidence-tlsa", args)))
    });
    let shows = found.iter().filter_map(|(_, check)| {
        let own = check.tls.as_ref()?.certificates.first()?;
        let args = args! { "fingerprint" => own.sha256.as_str() };
        Some((*check, sentence("evidence-fingerprint", args)))
    });
    let finding = Finding::about(case, FindingId::DaneMismatch, Owner::Domain, &ids)
        .severity(severity)
        .variant(variant)
        .evidence(evidence::by_place(facts, records))
        .evidence(evidence::by_place(facts, shows))
        .step("step-mend-tlsa")
        .step("step-roll-tlsa")
        .step("step-withdraw-tlsa");
    case.add(finding);
}

/// What DANE comes to at a host, in a word. `None` where nobody asked.
pub(super) fn word(facts: &Facts, host: usize) -> Option<&'static str> {
    let tlsa = match facts.hosts.get(host)?.tlsa.as_ref()? {
        Lookup::Found(tlsa) => tlsa,
        Lookup::Failed(ResolveTrouble::NotFound | ResolveTrouble::NoData) => return Some("none"),
        Lookup::Failed(_) => return Some("failed"),
    };
    if tlsa.unvalidated {
        return Some("unvalidated");
    }
    if !tlsa.secure {
        return Some("unsigned");
    }
    if !dane::is_usable(tlsa) {
        return Some("unusable");
    }
    let of_host = facts.checks.iter().filter(|check| check.host == host);
    let said: Vec<DaneMatch> = of_host.filter_map(|check| verdict(facts, check)).collect();
    Some(if said.is_empty() {
        "signed"
    } else if said.iter().all(is_match) {
        "matches"
    } else {
        "mismatch"
    })
}

fn is_match(said: &DaneMatch) -> bool {
    match said {
        DaneMatch::EndEntity { .. } => true,
        DaneMatch::Authority { name_fits, .. } => *name_fits,
        DaneMatch::Mismatch | DaneMatch::Unusable => false,
    }
}

/// Whether a mail server that looks at the records takes the chain for what they name. Where they name an authority, the
/// server's own certificate has to be good besides (RFC 7672 section 3.1.2).
pub(super) fn accepts(facts: &Facts, check: &Check, said: &DaneMatch) -> bool {
    let mut problems = check.tls.iter().flat_map(|tls| &tls.problems);
    is_match(said) && !problems.any(|problem| refuses(facts, check, problem))
}

/// Whether such a server refuses a chain for this problem, though the records name an authority of it.
pub(super) fn refuses(facts: &Facts, check: &Check, problem: &CertificateProblem) -> bool {
    let counts = matches!(
        problem,
        CertificateProblem::Expired { .. }
            | CertificateProblem::NotYetValid { .. }
            | CertificateProblem::WrongPurpose
    );
    counts && matches!(verdict(facts, check), Some(DaneMatch::Authority { .. }))
}

/// How bad that is.
pub(super) fn severity_of_refusal(case: &Case<'_>) -> Severity {
    let facts = case.facts;
    severity(case, |check| {
        verdict(facts, check).is_some_and(|said| !accepts(facts, check, &said))
    })
}

/// What the TLSA records say of the chain of a check; nothing where no mail server would ask them.
pub(super) fn verdict(facts: &Facts, check: &Check) -> Option<DaneMatch> {
    let tls = check.tls.as_ref()?;
    let host = facts.hosts.get(check.host)?;
    let asked = check.endpoint.port == SMTP && !tls.certificates.is_empty();
    let tlsa = tlsa(facts, check).filter(|_| asked)?;
    match dane::matches(tlsa, &tls.certificates, &host.name) {
        DaneMatch::Unusable => None,
        said
        @ (DaneMatch::EndEntity { .. } | DaneMatch::Authority { .. } | DaneMatch::Mismatch) => {
            Some(said)
        }
    }
}

/// Whether a problem of the chain counts, beside what the TLSA records say of it: with them mail servers trust the
/// records and nobody else.
pub(super) fn counts(facts: &Facts, check: &Check, problem: &CertificateProblem) -> bool {
    match verdict(facts, check) {
        None | Some(DaneMatch::Unusable) => true,
        // RFC 7672 section 3.1.1: neither names nor dates. And a mismatch is a matter of its own.
        Some(DaneMatch::EndEntity { .. } | DaneMatch::Mismatch) => false,
        Some(DaneMatch::Authority { .. }) => !matches!(
            problem,
            CertificateProblem::SelfSigned
                | CertificateProblem::UnknownIssuer { .. }
                | CertificateProblem::ChainIncomplete { .. }
                | CertificateProblem::NameMismatch { .. }
        ),
    }
}

fn tlsa<'a>(facts: &'a Facts, check: &Check) -> Option<&'a Tlsa> {
    let host = facts.hosts.get(check.host)?;
    host.tlsa.as_ref().and_then(Lookup::found)
}

/// The records as a zone file has them, each with the beginning of its data.
fn shown(tlsa: &Tlsa) -> Vec<String> {
    list(
        tlsa.records
            .iter()
            .map(|(usage, selector, matching, data)| {
                let data = hex(&data[..data.len().min(8)]);
                format!("{usage} {selector} {matching} {data}…")
            }),
    )
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
