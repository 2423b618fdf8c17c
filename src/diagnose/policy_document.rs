//! The policy as a document: whether it can be had, and what is wrong with it.

use crate::args;
use crate::facts::{Facts, MailPolicy, PolicyAnswer};
use crate::failure::{CertificateProblem, Class, Failure, ResolveTrouble, Stage, Trouble};
use crate::finding::{Evidence, FindingId, Owner, Severity};
use crate::mta_sts::policy::{Mode, Policy};
use crate::mta_sts::record;
use crate::words::Args;

use super::case::Case;
use super::draft::{list, sentence};
use super::policy::{about, document, places, record_of};
use super::read::shown;
use super::{certificate, evidence};

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

pub(super) fn url(facts: &Facts) -> String {
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
fn of_answer(answer: &PolicyAnswer) -> Option<Args> {
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
pub(super) fn names_of(problem: &CertificateProblem) -> Option<String> {
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
pub(super) fn media_type(said: &MailPolicy) -> Option<String> {
    let Some(PolicyAnswer::Document { media_type, .. }) = &said.answer else {
        return None;
    };
    let text = media_type.as_deref().unwrap_or_default();
    let bare = text.split(';').next().unwrap_or_default().trim();
    (!bare.eq_ignore_ascii_case("text/plain")).then(|| shown(text))
}
