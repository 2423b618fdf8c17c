//! Which programs can connect, where some can and some cannot.

use crate::args;
use crate::facts::Check;
use crate::failure::Stage;
use crate::finding::{Finding, FindingId, Owner, Sentence, Severity};
use crate::programs::{Cause, Connects, Judgement, Measured, Reason, StatusFault, judge_all};

use super::case::{Case, Failed};
use super::draft::{list, sentence};

/// What some programs do not take, and the checks that have it.
struct Group {
    id: FindingId,
    variant: Option<&'static str>,
    judgements: Vec<Judgement>,
    checks: Vec<usize>,
}

/// The library of this program finds nothing in common with the server, and others do: that is no fault of the server's,
/// and a hint to those whose program is not among them.
pub(super) fn handshake_for_some(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| {
        failure.stage == Stage::Tls && check.follow_ups.tls_offers.is_some()
    });
    let judged = open.iter().filter_map(|Failed { id, check, .. }| {
        let judgements = handshake_alone(judge(case, check)?);
        some_mail_program_connects(check, &judgements).then_some((*id, judgements))
    });
    for group in grouped(judged.map(|(id, judgements)| (id, judgements, Part::Whole))) {
        let finding = found(case, &group).severity(Severity::Warning);
        let step = if is_about_group(&group.judgements) {
            "step-larger-group"
        } else {
            "step-modern-tls"
        };
        case.claim(finding.step_alternative(case).step(step));
    }
}

/// Whether the size of the Diffie-Hellman group is all that stands in the way.
fn is_about_group(judgements: &[Judgement]) -> bool {
    let mut first = judgements.iter().filter_map(|one| one.reasons.first());
    let group = |reason: &Reason| matches!(reason.cause, Cause::DhBits { .. });
    judgements
        .iter()
        .any(|one| one.reasons.first().is_some_and(group))
        && first.all(|reason| {
            group(reason) || matches!(reason.cause, Cause::Suite(_) | Cause::NothingInCommon)
        })
}

/// The session came about, and some programs would not have gone so far or do not take the certificates.
pub(super) fn refused_by_some(case: &mut Case<'_>) {
    let seen = case.own().filter(|(id, check)| {
        // Before the session there is nothing to be refused, and what all refuse is told elsewhere.
        let failed = check.failure.as_ref().map(|failure| failure.stage);
        !case.is_taken(*id) && !matches!(failed, Some(Stage::Tls | Stage::Certificate))
    });
    let mut parts = Vec::new();
    for (id, check) in seen {
        let Some(judgements) = judge(case, check) else {
            continue;
        };
        // Mail servers do not verify one another (RFC 7435).
        let judgements = if check.endpoint.service.is_for_users() {
            judgements
        } else {
            handshake_alone(judgements)
        };
        // Nearly every server is good for all: nothing is sorted by its cause there.
        if judgements.iter().all(|one| one.connects != Connects::No) {
            continue;
        }
        for part in Part::ALL {
            let own = only(part, &judgements);
            if own.iter().any(|one| one.connects == Connects::No) {
                parts.push((id, own, part));
            }
        }
    }
    for group in grouped(parts) {
        let some = group
            .checks
            .iter()
            .all(|&id| some_mail_program_connects(&case.facts.checks[id], &group.judgements));
        let severity = severity(some, &group.judgements);
        let finding = found(case, &group);
        let finding = finding.step_if(!some, "step-try-other-network");
        let finding = finding.step(if is_about_group(&group.judgements) {
            "step-larger-group"
        } else {
            step(group.id, group.variant)
        });
        let severity = severity.min(case.severity(&group.checks, Severity::Error));
        case.add(finding.severity(severity));
    }
}

/// An error where no mail program connects, a warning where some do not, and a note where all do and others do not.
fn severity(some: bool, judgements: &[Judgement]) -> Severity {
    let mut refused = judgements.iter().filter(|one| one.connects == Connects::No);
    if !some {
        Severity::Error
    } else if refused.any(|one| one.profile.is_mail || one.profile.is_server) {
        Severity::Warning
    } else {
        Severity::Info
    }
}

/// What is told in a finding of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Root,
    KeyUsage,
    Staple,
    Status(StatusFault),
    Renegotiation,
    Authority,
    /// Everything else.
    Whole,
}

impl Part {
    const ALL: [Self; 10] = [
        Self::Root,
        Self::KeyUsage,
        Self::Staple,
        Self::Status(StatusFault::Revoked),
        Self::Status(StatusFault::Ended),
        Self::Status(StatusFault::Another),
        Self::Status(StatusFault::Unknown),
        Self::Renegotiation,
        Self::Authority,
        Self::Whole,
    ];

    const fn of(cause: &Cause) -> Self {
        match cause {
            Cause::RootExpired => Self::Root,
            Cause::KeyUsage => Self::KeyUsage,
            Cause::MustStaple => Self::Staple,
            Cause::Status(fault) => Self::Status(*fault),
            Cause::Renegotiation => Self::Renegotiation,
            Cause::AuthorityAsServer => Self::Authority,
            Cause::Certificate
            | Cause::Version(_)
            | Cause::Suite(_)
            | Cause::NothingInCommon
            | Cause::Group(_)
            | Cause::DhBits { .. }
            | Cause::Scheme(_)
            | Cause::NotSeen
            | Cause::IssuerToFetch
            | Cause::ChainNotSeen
            | Cause::Key(_)
            | Cause::Signature(_)
            | Cause::CommonNameOnly
            | Cause::PartialStar
            | Cause::TopStar
            | Cause::FinalDot
            | Cause::Underscore
            | Cause::IssuerPurpose
            | Cause::GatedPurpose
            | Cause::IssuerSerial
            | Cause::DirectoryConstraint
            | Cause::OutsideDirectory
            | Cause::NoSubject
            | Cause::OddSerial
            | Cause::Root(_)
            | Cause::AnyPurpose
            | Cause::NetscapeType
            | Cause::NamesBeyondAscii
            | Cause::TooLong { .. }
            | Cause::CriticalExtension(_)
            | Cause::OtherWay
            | Cause::SpelledOtherwise
            | Cause::TooManyBetween
            | Cause::TooManySent { .. }
            | Cause::YoungAuthority(_)
            | Cause::Strict(_) => Self::Whole,
        }
    }

    const fn finding(self) -> (FindingId, Option<&'static str>) {
        match self {
            Self::Root => (FindingId::RootExpired, None),
            Self::KeyUsage => (FindingId::CertificateKeyUsage, None),
            Self::Staple => (FindingId::CertificateMustStaple, None),
            Self::Status(StatusFault::Revoked) => (FindingId::CertificateStatusRefused, None),
            Self::Status(StatusFault::Ended) => {
                (FindingId::CertificateStatusRefused, Some("ended"))
            }
            Self::Status(StatusFault::Another) => {
                (FindingId::CertificateStatusRefused, Some("another"))
            }
            Self::Status(StatusFault::Unknown) => {
                (FindingId::CertificateStatusRefused, Some("unknown"))
            }
            Self::Renegotiation => (FindingId::RenegotiationUnsafe, None),
            Self::Authority => (FindingId::CertificateWrongPurpose, Some("authority")),
            Self::Whole => (FindingId::WeakForSomePrograms, None),
        }
    }
}

fn judge(case: &Case<'_>, check: &Check) -> Option<Vec<Judgement>> {
    let measured = Measured::of_check(check, case.facts.started_at)?;
    Some(judge_all(&measured))
}

fn some_mail_program_connects(check: &Check, judgements: &[Judgement]) -> bool {
    let for_users = check.endpoint.service.is_for_users();
    judgements.iter().any(|one| {
        let counts = if for_users {
            one.profile.is_mail
        } else {
            one.profile.is_server
        };
        counts && one.connects == Connects::Yes
    })
}

/// What the certificates are like is told elsewhere.
fn handshake_alone(judgements: Vec<Judgement>) -> Vec<Judgement> {
    kept(judgements, |reason| reason.cause.is_about_handshake())
}

/// Judged by one kind of cause alone.
fn only(part: Part, judgements: &[Judgement]) -> Vec<Judgement> {
    kept(judgements.to_vec(), |reason| {
        Part::of(&reason.cause) == part
    })
}

fn kept(mut judgements: Vec<Judgement>, keep: impl Fn(&Reason) -> bool) -> Vec<Judgement> {
    for one in &mut judgements {
        one.reasons.retain(&keep);
        one.connects = Connects::of(&one.reasons);
    }
    judgements
}

fn grouped(judged: impl IntoIterator<Item = (usize, Vec<Judgement>, Part)>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (check, judgements, part) in judged {
        let (id, variant) = part.finding();
        let same = |group: &&mut Group| group.id == id && group.judgements == judgements;
        match groups.iter_mut().find(same) {
            Some(group) => group.checks.push(check),
            None => groups.push(Group {
                id,
                variant,
                judgements,
                checks: vec![check],
            }),
        }
    }
    groups
}

fn found(case: &Case<'_>, group: &Group) -> Finding {
    let those = |wanted| {
        let those = group.judgements.iter();
        let those = those.filter(move |one| one.connects == wanted);
        list(those.map(|one| one.profile.name.to_owned()))
    };
    let rustls = group.judgements.iter().any(|one| {
        one.profile.id == crate::facts::ProfileId::Rustls && one.connects == Connects::No
    });
    let cut = group
        .checks
        .iter()
        .all(|&id| case.facts.checks[id].failure.is_some());
    let variant = group
        .variant
        .or_else(|| (rustls && cut).then_some("unseen"));
    Finding::about(case, group.id, Owner::Server, &group.checks)
        .variant(variant)
        .arg("can", those(Connects::Yes))
        .arg("cannot", those(Connects::No))
        .evidence(reasons(&group.judgements))
}

/// Why each program cannot, those with one reason together.
fn reasons(judgements: &[Judgement]) -> Vec<Sentence> {
    let mut told: Vec<(&Cause, Vec<String>)> = Vec::new();
    let those = judgements.iter().filter(|one| one.connects == Connects::No);
    for one in those {
        let Some(reason) = one.reasons.first() else {
            continue;
        };
        match told.iter_mut().find(|(cause, _)| **cause == reason.cause) {
            Some((_, programs)) => programs.push(one.profile.name.to_owned()),
            None => told.push((&reason.cause, vec![one.profile.name.to_owned()])),
        }
    }
    let can = judgements
        .iter()
        .filter(|one| one.connects == Connects::Yes)
        .map(|one| one.profile.name.to_owned());
    let can = list(can);
    let can =
        (!can.is_empty()).then(|| sentence("evidence-programs-can", args! { "programs" => can }));
    let cannot = told.into_iter().map(|(cause, programs)| {
        let mut args = cause.args();
        args.insert("programs", list(programs).into());
        sentence(cause.sentence(), args)
    });
    can.into_iter().chain(cannot).collect()
}

fn step(id: FindingId, variant: Option<&str>) -> &'static str {
    match (id, variant) {
        (FindingId::RootExpired, _) => "step-renew-root",
        (FindingId::RenegotiationUnsafe, _) => "step-update-tls-library",
        (FindingId::CertificateMustStaple, _) => "step-staple",
        (FindingId::CertificateStatusRefused, Some("ended" | "another")) => "step-fresh-status",
        (FindingId::WeakForSomePrograms, _) => "step-serve-all-programs",
        _ => "step-replace-certificate",
    }
}
