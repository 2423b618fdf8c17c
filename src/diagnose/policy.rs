//! What a mail domain says of the protection of its mail, held against what its servers show: MTA-STS (RFC 8461), and
//! whether it hears of failures (RFC 8460).

use crate::args;
use crate::facts::{Check, Facts, HostFacts, Lookup, MailPolicy, PolicyAnswer};
use crate::failure::{CertificateProblem, Class, Failure, ResolveTrouble, Stage, Trouble};
use crate::finding::{Evidence, Finding, FindingId, Owner, Severity};
use crate::mta_sts::policy::{Mode, Policy};
use crate::mta_sts::{Mistake, policy, record, reports};

use super::case::Case;
use super::certificate;
use super::delivery::{self, Delivers, Shows};
use super::draft::{list, sentence};
use super::evidence;
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
fn document(said: &MailPolicy) -> Option<policy::Read> {
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
fn record_of(said: &MailPolicy) -> Option<record::Read> {
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
fn about(case: &Case<'_>, id: FindingId, severity: Severity) -> Finding {
    let domain = case.facts.target.host.to_string();
    Finding::about_names(id, severity, Owner::Domain, std::slice::from_ref(&domain))
        .arg("domain", domain)
}

/// The mistakes of a text, each with its place.
fn places<'a>(id: &'static str, mistakes: &'a [Mistake]) -> impl Iterator<Item = Evidence> + 'a {
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

/// A record says that there is a policy, and it cannot be had.
pub(super) fn unreachable(case: &mut Case<'_>) {
    let Some(said) = &case.facts.policy else {
        return;
    };
    let (Some(record::Read::Id(_)), Some(answer)) = (record_of(said), &said.answer) else {
        return;
    };
    let Some((variant, owner)) = why_unreachable(answer) else {
        return;
    };
    let host = format!("mta-sts.{}", case.facts.target.host);
    let finding = about(case, FindingId::MtaStsPolicyUnreachable, Severity::Warning)
        .owner(owner)
        .arg("url", url(case.facts))
        .arg("policy-host", host.as_str())
        .variant(variant)
        .evidence(
            of_answer(answer).map(|args| Evidence::from(sentence("evidence-mta-sts-answer", args))),
        )
        .evidence(
            evidence::of_lookup(case.facts, &host)
                .filter(|_| matches!(answer, PolicyAnswer::NoHost | PolicyAnswer::Unresolved(_))),
        )
        .step(step_for(answer));
    case.add(finding);
}

fn url(facts: &Facts) -> String {
    format!(
        "https://mta-sts.{}/.well-known/mta-sts.txt",
        facts.target.host
    )
}

/// Why there is no policy, and who can mend it. `None` where one came, or where our own time was up.
fn why_unreachable(answer: &PolicyAnswer) -> Option<(&'static str, Owner)> {
    Some(match answer {
        PolicyAnswer::Document { .. }
        | PolicyAnswer::Unresolved(ResolveTrouble::Deadline)
        | PolicyAnswer::Failed {
            trouble: Trouble::Deadline { .. },
            ..
        } => return None,
        PolicyAnswer::NoHost => ("no-host", Owner::Domain),
        PolicyAnswer::Unresolved(_) => ("unresolved", Owner::Unknown),
        PolicyAnswer::Failed { stage, trouble } => of_trouble(*stage, trouble),
        PolicyAnswer::NotHttp => ("not-http", Owner::Domain),
        PolicyAnswer::Untrusted(problems) => ("certificate", owner_of(problems)),
        PolicyAnswer::Redirect(_) => ("redirect", Owner::Domain),
        PolicyAnswer::Status(404 | 410) => ("not-found", Owner::Domain),
        PolicyAnswer::Status(_) => ("status", Owner::Domain),
    })
}

/// A server that refuses or says no is the domain's; silence may be the way from here.
fn of_trouble(stage: Stage, trouble: &Trouble) -> (&'static str, Owner) {
    let class = Failure::new(stage, trouble.clone(), std::time::Duration::ZERO).class;
    match (stage, class) {
        (Stage::Connect, Class::Refused) => ("refused", Owner::Domain),
        (Stage::Connect, _) => ("connect", Owner::Unknown),
        (Stage::Tls, Class::Timeout | Class::Reset | Class::Closed) => ("tls", Owner::Unknown),
        (Stage::Tls, _) => ("tls", Owner::Domain),
        // Connected, encrypted, and nothing comes.
        (_, Class::Timeout) => ("slow", Owner::Domain),
        _ => ("connect", Owner::Unknown),
    }
}

/// A wrong date may be this machine's clock, and an authority that nobody knows somebody on the way.
fn owner_of(problems: &[CertificateProblem]) -> Owner {
    match problems.first().map(certificate::owner) {
        None | Some(Owner::Server) => Owner::Domain,
        Some(other) => other,
    }
}

/// What the server answered, for the evidence.
fn of_answer(answer: &PolicyAnswer) -> Option<crate::words::Args> {
    let said = |what: &'static str, text: String| Some(args! { "what" => what, "text" => text });
    match answer {
        PolicyAnswer::Redirect(to) => said("redirect", shown(to)),
        PolicyAnswer::Status(status) => said("status", status.to_string()),
        PolicyAnswer::Untrusted(problems) => {
            let problem = problems.first()?;
            said(problem.reason(), names_of(problem).unwrap_or_default())
        }
        PolicyAnswer::NoHost
        | PolicyAnswer::Unresolved(_)
        | PolicyAnswer::Failed { .. }
        | PolicyAnswer::NotHttp
        | PolicyAnswer::Document { .. } => None,
    }
}

/// The names that a certificate is for, where it is about them.
fn names_of(problem: &CertificateProblem) -> Option<String> {
    match problem {
        CertificateProblem::NameMismatch { names, .. } => {
            let few = list(names.iter().map(|name| shown(name)));
            Some(few.join(", ")).filter(|text| !text.is_empty())
        }
        CertificateProblem::Expired { .. }
        | CertificateProblem::NotYetValid { .. }
        | CertificateProblem::SelfSigned
        | CertificateProblem::UnknownIssuer { .. }
        | CertificateProblem::ChainIncomplete { .. }
        | CertificateProblem::WrongPurpose
        | CertificateProblem::Weak { .. }
        | CertificateProblem::Malformed { .. } => None,
    }
}

const fn step_for(answer: &PolicyAnswer) -> &'static str {
    match answer {
        PolicyAnswer::NoHost | PolicyAnswer::Unresolved(_) => "step-mta-sts-host",
        PolicyAnswer::Untrusted(_) => "step-mta-sts-certificate",
        PolicyAnswer::Redirect(_) => "step-mta-sts-no-redirect",
        PolicyAnswer::Failed { .. }
        | PolicyAnswer::NotHttp
        | PolicyAnswer::Status(_)
        | PolicyAnswer::Document { .. } => "step-mta-sts-serve",
    }
}

/// The policy came, and is wrong: senders do as if there were none, or some of them may.
pub(super) fn invalid(case: &mut Case<'_>) {
    let Some(said) = &case.facts.policy else {
        return;
    };
    let (Some(record::Read::Id(_)), Some(read)) = (record_of(said), document(said)) else {
        return;
    };
    let media = media_type(said).filter(|_| read.policy.is_some());
    if read.mistakes.is_empty() && media.is_none() {
        return;
    }
    let only_media = read.mistakes.is_empty();
    let fits_nobody = read.policy.as_ref().is_some_and(fits_nobody);
    let severity = if fits_nobody {
        Severity::Error
    } else {
        Severity::Warning
    };
    let finding =
        about(case, FindingId::MtaStsPolicyInvalid, severity)
            .arg("url", url(case.facts))
            .variant(match read.policy {
                None => None,
                Some(_) if fits_nobody => Some("nobody"),
                Some(_) if only_media => Some("media-type"),
                Some(_) => Some("usable"),
            })
            .evidence(places("evidence-mta-sts-policy", &read.mistakes))
            .evidence(media.map(|text| {
                Evidence::from(sentence("evidence-media-type", args! { "text" => text }))
            }))
            .step("step-mend-mta-sts-policy");
    case.add(finding);
}

/// Whether the policy is in force and each of its `mx` lines is wrong.
fn fits_nobody(policy: &Policy) -> bool {
    policy.mode == Mode::Enforce && policy.patterns.is_empty()
}

/// A media type that is not `text/plain`, or is missing: senders should look at it (RFC 8461 section 3.3).
fn media_type(said: &MailPolicy) -> Option<String> {
    let Some(PolicyAnswer::Document { media_type, .. }) = &said.answer else {
        return None;
    };
    let text = media_type.as_deref().unwrap_or_default();
    let bare = text.split(';').next().unwrap_or_default().trim();
    (!bare.eq_ignore_ascii_case("text/plain")).then(|| shown(text))
}

/// Whether the mode makes senders look at the servers.
fn looks(policy: &Policy) -> bool {
    match policy.mode {
        Mode::Enforce | Mode::Testing => true,
        Mode::None => false,
    }
}

/// How bad it is that servers do not keep to the policy: an error where senders that look deliver to none of them.
fn severity(facts: &Facts, policy: &Policy) -> Severity {
    let some = delivery::deliveries(facts)
        .iter()
        .any(|host| host.mta_sts == Delivers::Yes);
    if policy.mode == Mode::Enforce && !some && !is_doubtful(facts) {
        Severity::Error
    } else {
        Severity::Warning
    }
}

/// At which of these hosts DANE lets senders that look at it deliver: it goes first (RFC 8461 section 2).
fn by_dane(facts: &Facts, hosts: &[usize]) -> &'static str {
    let matches = |&host: &usize| super::dane_of(facts, host) == Some("matches");
    if hosts.iter().all(matches) {
        "yes"
    } else if hosts.iter().any(matches) {
        "some"
    } else {
        "no"
    }
}

/// A mail exchanger that the policy does not name.
pub(super) fn mx_not_listed(case: &mut Case<'_>) {
    let facts = case.facts;
    let wanted = |policy: &Policy| looks(policy) && !policy.patterns.is_empty();
    let Some(policy) = in_force(facts).filter(wanted) else {
        return;
    };
    let hosts = facts.hosts.iter().enumerate();
    let unlisted: Vec<(usize, &HostFacts)> = hosts
        .filter(|(_, host)| !delivery::is_listed(&policy, host))
        .collect();
    if unlisted.is_empty() {
        return;
    }
    let places: Vec<usize> = unlisted.iter().map(|(place, _)| *place).collect();
    let checks = checks_of(case, &places);
    // The star stands for one label, and people mean it to stand for more.
    let star = unlisted.iter().any(|(_, host)| {
        let mut stars = policy.patterns.iter().filter(|pattern| pattern.star);
        stars.any(|pattern| host.name.ends_with(&format!(".{}", pattern.name)))
    });
    let patterns = policy.patterns.iter().map(ToString::to_string);
    let args = args! { "patterns" => list(patterns), "star" => if star { "yes" } else { "no" } };
    let names = list(unlisted.iter().map(|(_, host)| host.display.clone()));
    let finding = about(case, FindingId::MtaStsMxNotListed, severity(facts, &policy))
        .checks(checks)
        .arg("host", names)
        .arg("url", url(facts))
        .arg("some", others(facts, places.len()))
        .arg("dane", by_dane(facts, &places))
        .variant(in_doubt(facts, &policy))
        .evidence([Evidence::from(sentence("evidence-mta-sts-patterns", args))])
        .step("step-list-mx")
        .step("step-mta-sts-id");
    case.add(finding);
}

/// Whether senders that look at the policy have another host to go to: "yes", "none" where the policy names none, "other"
/// where nobody can say.
fn others(facts: &Facts, unlisted: usize) -> &'static str {
    let mut hosts = delivery::deliveries(facts).into_iter();
    if hosts.any(|host| host.mta_sts == Delivers::Yes) {
        "yes"
    } else if unlisted == facts.hosts.len() {
        "none"
    } else {
        "other"
    }
}

/// The explanation where it is not certain that senders hold the servers to the policy.
fn in_doubt(facts: &Facts, policy: &Policy) -> Option<&'static str> {
    match policy.mode {
        Mode::Testing => Some("testing"),
        Mode::Enforce | Mode::None => is_doubtful(facts).then_some("doubtful"),
    }
}

/// The own checks of port 25 at these hosts.
fn checks_of(case: &Case<'_>, hosts: &[usize]) -> Vec<usize> {
    let of_hosts = case.own().filter(|(_, check)| hosts.contains(&check.host));
    of_hosts.map(|(id, _)| id).collect()
}

/// A mail exchanger that the policy names, and that takes mail unencrypted only.
pub(super) fn without_tls(case: &mut Case<'_>) {
    let Some(policy) = in_force(case.facts).filter(looks) else {
        return;
    };
    let mut wrong = breaking(case, &policy, Shows::NoTls);
    wrong.retain(|(id, _)| !case.is_explained(*id));
    if wrong.is_empty() {
        return;
    }
    let finding = not_kept(case, &policy, &wrong)
        .variant(match policy.mode {
            Mode::Testing => "testing-no-tls",
            Mode::Enforce | Mode::None if is_doubtful(case.facts) => "doubtful",
            Mode::Enforce | Mode::None => "no-tls",
        })
        .step("step-offer-starttls")
        .step("step-mta-sts-testing");
    case.claim(finding);
}

/// A mail exchanger that the policy names, and whose certificate is not for its name, or not of a known authority.
pub(super) fn certificate_mismatch(case: &mut Case<'_>) {
    let facts = case.facts;
    let Some(policy) = in_force(facts).filter(looks) else {
        return;
    };
    let wrong = breaking(case, &policy, Shows::Wrong);
    if wrong.is_empty() {
        return;
    }
    let problems = wrong.iter().flat_map(|(_, check)| {
        let problems = check.tls.iter().flat_map(|tls| &tls.problems);
        problems.map(|problem| {
            let names = names_of(problem).unwrap_or_default();
            let args = args! { "what" => problem.reason(), "text" => names };
            (*check, sentence("evidence-mta-sts-certificate", args))
        })
    });
    let certificates = wrong.iter().filter_map(|(_, check)| {
        let own = check.tls.as_ref()?.certificates.first()?;
        Some((*check, certificate::of_certificate(own)))
    });
    let finding = not_kept(case, &policy, &wrong)
        .variant(in_doubt(facts, &policy))
        .evidence(evidence::by_place(facts, problems))
        .evidence(evidence::by_place(facts, certificates))
        .step("step-mta-sts-mx-certificate")
        .step("step-mta-sts-testing");
    case.claim(finding);
}

/// The checks that show this at hosts that the policy names.
fn breaking<'a>(case: &Case<'a>, policy: &Policy, shows: Shows) -> Vec<(usize, &'a Check)> {
    let facts = case.facts;
    case.own()
        .filter(|(id, check)| !case.is_taken(*id) && breaks(facts, policy, check, shows))
        .collect()
}

/// Whether a check shows this at a host that the policy names.
fn breaks(facts: &Facts, policy: &Policy, check: &Check, shows: Shows) -> bool {
    let host = facts.hosts.get(check.host);
    let listed = host.is_some_and(|host| delivery::is_listed(policy, host));
    listed && delivery::shown(facts, check) == shows
}

/// A finding about servers that do not keep to the policy.
fn not_kept(case: &Case<'_>, policy: &Policy, wrong: &[(usize, &Check)]) -> Finding {
    let facts = case.facts;
    let ids: Vec<usize> = wrong.iter().map(|(id, _)| *id).collect();
    let mut hosts: Vec<usize> = wrong.iter().map(|(_, check)| check.host).collect();
    hosts.dedup();
    Finding::about(
        case,
        FindingId::MtaStsCertificateMismatch,
        Owner::Domain,
        &ids,
    )
    .severity(severity(facts, policy))
    .arg("domain", facts.target.host.to_string())
    .arg("dane", by_dane(facts, &hosts))
}

/// Whether what is wrong with the certificate of a check is told as what the policy forbids.
pub(super) fn accounts_for(facts: &Facts, check: &Check) -> bool {
    let policy = in_force(facts).filter(looks);
    policy.is_some_and(|policy| breaks(facts, &policy, check, Shows::Wrong))
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
