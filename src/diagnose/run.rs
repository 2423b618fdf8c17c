//! The run itself.

use crate::facts::Lookup;
use crate::failure::{ResolveTrouble, Trouble};
use crate::finding::{Finding, FindingId, Owner, Severity};

use super::case::Case;
use super::draft::ids;
use super::evidence;
use super::machine;

/// The time for the target was up, or somebody ended the run before it was. Nothing follows from that about what was not finished.
pub(super) fn deadline_reached(case: &mut Case<'_>) {
    let open = case.open_where(|_, failure| {
        matches!(
            failure.trouble,
            Trouble::Deadline { .. } | Trouble::Resolve(ResolveTrouble::Deadline)
        )
    });
    let mx = case.facts.mx.as_ref().and_then(Lookup::trouble);
    let mx = mx == Some(&ResolveTrouble::Deadline) && case.facts.hosts.is_empty();
    if open.is_empty() && !mx {
        return;
    }
    let finding = Finding::about(
        case,
        FindingId::DeadlineReached,
        Owner::Unknown,
        &ids(&open),
    );
    let severity = if mx {
        Severity::Inconclusive
    } else {
        finding.severity
    };
    let interrupted = case.facts.interrupted;
    let finding = finding
        .severity(severity)
        .inconclusive()
        .variant(interrupted.then_some("interrupted"))
        .arg(
            "stopped",
            if interrupted {
                "interrupted"
            } else {
                "deadline"
            },
        )
        .arg("name", machine::domain(case).unwrap_or_default())
        .evidence(evidence::of_failures(case, &open))
        .step_if(!interrupted, "step-raise-deadline")
        .step(if interrupted {
            "step-run-again-alone"
        } else {
            "step-run-again"
        });
    case.claim(finding);
}

/// Somebody was left in peace, because other targets of the run had been asked to come more seldom. Nothing follows from that
/// about this one.
pub(super) fn not_asked(case: &mut Case<'_>) {
    let Some(rest) = &case.facts.rest else {
        return;
    };
    let mut others = case.own();
    let some_are_asked = others.any(|(id, check)| !check.skipped && !rest.checks.contains(&id));
    let severity = if some_are_asked {
        Severity::Info
    } else {
        Severity::Inconclusive
    };
    let finding = Finding::about(case, FindingId::NotAsked, Owner::ThisMachine, &rest.checks)
        .severity(severity)
        .arg("who", rest.who.clone())
        .arg("said", rest.said.clone())
        .step("step-ask-later")
        .step("step-ask-more-slowly");
    case.add(finding);
    case.claim_checks(&rest.checks);
}

/// No check was made and nothing above says why. Whatever it was, it is no success.
pub(super) fn nothing_checked(case: &mut Case<'_>) {
    let mut own = case.own();
    let ran = own.any(|(_, check)| !check.steps.is_empty() || check.failure.is_some());
    if ran || case.worst() >= Some(Severity::Inconclusive) {
        return;
    }
    let names = [case.facts.target.host.to_string()];
    let severity = Severity::Inconclusive;
    let finding = Finding::about_names(FindingId::NothingChecked, severity, Owner::Unknown, &names)
        .step("step-name-the-server");
    case.claim(finding);
}
