//! What the domain's TLSA records say of the certificates of its mail exchangers (RFC 7672).

use std::fmt::Write as _;

use crate::args;
use crate::dane::{self, DaneMatch};
use crate::facts::{Check, Facts, Lookup, Reading, Tlsa};
use crate::failure::CertificateProblem;
use crate::finding::{Finding, FindingId, Owner, Severity};

use super::case::Case;
use super::draft::{list, sentence};
use super::evidence;

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
    let takes_mail = case.own().any(|(_, check)| check.usable() && !fails(check));
    let severity = if takes_mail {
        Severity::Warning
    } else {
        Severity::Error
    };
    let name = found
        .iter()
        .all(|(_, check)| verdict(facts, check) != Some(DaneMatch::Mismatch));
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
        .variant(name.then_some("name"))
        .evidence(evidence::by_place(facts, records))
        .evidence(evidence::by_place(facts, shows))
        .step("step-mend-tlsa")
        .step("step-roll-tlsa")
        .step("step-withdraw-tlsa");
    case.add(finding);
}

/// What the TLSA records say of the chain of a check; nothing where no mail server would ask them.
pub(super) fn verdict(facts: &Facts, check: &Check) -> Option<DaneMatch> {
    let tls = check.tls.as_ref()?;
    let host = facts.hosts.get(check.host)?;
    let asked = facts.reading == Reading::Domain && !tls.certificates.is_empty();
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
