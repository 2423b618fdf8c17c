//! What a mail domain says of the protection of its mail, held against what its servers show: MTA-STS (RFC 8461), and
//! whether it hears of failures (RFC 8460).

use crate::args;
use crate::facts::{Facts, Lookup, MailPolicy, PolicyAnswer};
use crate::failure::ResolveTrouble;
use crate::finding::{Evidence, Finding, FindingId, Owner, Severity};
use crate::mta_sts::policy::{Mode, Policy};
use crate::mta_sts::{Mistake, policy, record, reports};

use super::case::Case;
use super::draft::sentence;
use super::evidence;
use super::policy_document::media_type;
use super::read::shown;

/// The policy that senders hold the domain's servers to. `None` where there is none that they would use.
pub(super) fn in_force(facts: &Facts) -> Option<Policy> {
    let said = facts.policy.as_ref()?;
    record::read(said.record.found()?).id()?;
    document(said)?.policy
}

/// Whether some senders hold the domain's servers to the policy and some may pass over it: the record, the document or its
/// media type is not as it has to be.
pub(super) fn is_doubtful(facts: &Facts) -> bool {
    facts.policy.as_ref().is_some_and(|said| {
        let bad_record = matches!(record_of(said), Some(record::Read::Bad { .. }));
        let bad_document = document(said).is_some_and(|read| read.is_doubtful());
        bad_record || bad_document || media_type(said).is_some()
    })
}

/// The document as it was read, where one came.
pub(super) fn document(said: &MailPolicy) -> Option<policy::Read> {
    match said.answer.as_ref()? {
        PolicyAnswer::Document { body, .. } => Some(policy::read(body)),
        PolicyAnswer::NoHost
        | PolicyAnswer::Unresolved(_)
        | PolicyAnswer::Failed { .. }
        | PolicyAnswer::NotHttp
        | PolicyAnswer::Untrusted(_)
        | PolicyAnswer::Redirect(_)
        | PolicyAnswer::Status(_) => None,
    }
}

/// What the record says, where that is known.
pub(super) fn record_of(said: &MailPolicy) -> Option<record::Read> {
    match &said.record {
        Lookup::Found(records) => Some(record::read(records)),
        Lookup::Failed(trouble) => is_absence(trouble).then_some(record::Read::Nothing),
    }
}

const fn is_absence(trouble: &ResolveTrouble) -> bool {
    matches!(trouble, ResolveTrouble::NotFound | ResolveTrouble::NoData)
}

/// Whether mail can be delivered at all: nobody who has none wants to read how it could be protected.
fn takes_mail(case: &Case<'_>) -> bool {
    case.own().any(|(_, check)| check.usable())
}

/// A finding about the domain as a whole.
pub(super) fn about(case: &Case<'_>, id: FindingId, severity: Severity) -> Finding {
    let domain = case.facts.target.host.to_string();
    Finding::about_names(id, severity, Owner::Domain, std::slice::from_ref(&domain))
        .arg("domain", domain)
}

/// The mistakes of a text, each with its place.
pub(super) fn places<'a>(
    id: &'static str,
    mistakes: &'a [Mistake],
) -> impl Iterator<Item = Evidence> + 'a {
    mistakes.iter().map(move |mistake| {
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        let args = args! {
            "fault" => mistake.fault.name(),
            "key" => mistake.fault.key().map_or("", |key| key.name()),
            "line" => number(mistake.line),
            "column" => number(mistake.column),
            "text" => shown(&mistake.text),
        };
        sentence(id, args).into()
    })
}

/// The TXT record is there, and no sender looks for a policy because of it.
pub(super) fn record_invalid(case: &mut Case<'_>) {
    let Some(said) = &case.facts.policy else {
        return;
    };
    let misplaced = said.misplaced.iter().find(|one| record::is_meant(one));
    let (variant, mistakes) = match (record_of(said), misplaced) {
        (Some(record::Read::Bad { mistakes, id }), _) => (id.map(|_| "some"), mistakes),
        (Some(record::Read::Nothing), Some(_)) => (Some("misplaced"), Vec::new()),
        (None | Some(record::Read::Nothing | record::Read::Id(_)), _) => return,
    };
    let domain = case.facts.target.host.to_string();
    let seen = evidence::of_lookup(case.facts, &format!("_mta-sts.{domain}"));
    let finding = about(case, FindingId::MtaStsRecordInvalid, Severity::Warning)
        .variant(variant)
        .evidence(places("evidence-mta-sts-record", &mistakes))
        .evidence(misplaced.map(|text| {
            let args = args! { "name" => format!("_mta_sts.{domain}"), "text" => shown(text) };
            Evidence::from(sentence("evidence-txt", args))
        }))
        .evidence(seen)
        .step("step-mend-mta-sts-record");
    case.add(finding);
}

/// A policy stands where it has to, and no record says so: it is never read. One that is being withdrawn stands so.
pub(super) fn without_record(case: &mut Case<'_>) {
    let Some(said) = &case.facts.policy else {
        return;
    };
    let none = record_of(said) == Some(record::Read::Nothing);
    let policy = document(said).and_then(|read| read.policy);
    let is_meant = policy.is_some_and(|policy| policy.mode != Mode::None);
    if !none || !is_meant || case.has(FindingId::MtaStsRecordInvalid) {
        return;
    }
    let finding = about(case, FindingId::MtaStsWithoutRecord, Severity::Warning)
        .step("step-publish-mta-sts-record")
        .step("step-withdraw-mta-sts");
    case.add(finding);
}

/// There is neither record nor policy. Where no reports are asked for either, that is said in the same breath.
pub(super) fn missing(case: &mut Case<'_>) {
    let Some(said) = &case.facts.policy else {
        return;
    };
    let none = record_of(said) == Some(record::Read::Nothing);
    let told = case.has(FindingId::MtaStsRecordInvalid) || case.has(FindingId::MtaStsWithoutRecord);
    if !none || told || !takes_mail(case) {
        return;
    }
    let finding = about(case, FindingId::MtaStsMissing, Severity::Info)
        .variant_if(lacks_reports(said), "nor-reports");
    case.add(finding);
}

/// The policy is only tried out.
pub(super) fn testing(case: &mut Case<'_>) {
    if in_force(case.facts).is_none_or(|policy| policy.mode != Mode::Testing) {
        return;
    }
    let well =
        !case.has(FindingId::MtaStsMxNotListed) && !case.has(FindingId::MtaStsCertificateMismatch);
    let finding = about(case, FindingId::MtaStsTesting, Severity::Info)
        .variant_if(!well, "not-yet")
        .step_if(well, "step-mta-sts-enforce");
    case.add(finding);
}

/// Whether the domain surely asks for no reports.
fn lacks_reports(said: &MailPolicy) -> bool {
    match &said.reports {
        Lookup::Found(records) => reports::read(records) == reports::Read::Nothing,
        Lookup::Failed(trouble) => is_absence(trouble),
    }
}

/// Nobody hears of failures, although there is a policy that mail can fail by. Where there is none, it is said with that.
pub(super) fn reports_missing(case: &mut Case<'_>) {
    let Some(said) = &case.facts.policy else {
        return;
    };
    if !lacks_reports(said) || case.has(FindingId::MtaStsMissing) || !takes_mail(case) {
        return;
    }
    let finding = about(case, FindingId::TlsrptMissing, Severity::Info);
    case.add(finding);
}

/// The wish for reports is there, and no sender can follow it.
pub(super) fn reports_invalid(case: &mut Case<'_>) {
    let Some(said) = &case.facts.policy else {
        return;
    };
    let Lookup::Found(records) = &said.reports else {
        return;
    };
    let reports::Read::Bad(mistakes) = reports::read(records) else {
        return;
    };
    let finding = about(case, FindingId::TlsrptInvalid, Severity::Warning)
        .evidence(places("evidence-tlsrpt-record", &mistakes))
        .step("step-mend-tlsrpt");
    case.add(finding);
}
