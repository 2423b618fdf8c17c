//! The exit code: what a run came to, in one number.

use crate::cli::meaning::Presentation;
use crate::complaint::UsageProblem;
use crate::finding::Verdict;
use crate::net::OpenError;
use crate::report::{Format, Summary, TargetReport, nagios};

/// It works, perhaps with warnings.
pub(crate) const WORKS: u8 = 0;

/// It does not work; `explain` knows nothing of what was asked; `diff` saw something get worse.
pub(crate) const FAILED: u8 = 1;

/// The command line makes no sense.
pub(crate) const USAGE: u8 = 2;

/// This machine or its network stood in the way.
pub(crate) const INCONCLUSIVE: u8 = 3;

/// What a run comes to.
#[derive(Default)]
pub(crate) struct Outcome {
    /// What all targets come to.
    pub(crate) summary: Summary,
    /// The worst state of a service for a monitoring system, which has limits of its own.
    monitored: Option<Verdict>,
}

impl Outcome {
    /// Takes a target in.
    pub(crate) fn add(&mut self, target: &TargetReport, presentation: &Presentation) {
        self.add_verdict(target.verdict);
        if presentation.format == Format::Nagios {
            let state = nagios::verdict(target, presentation.days);
            self.monitored = self.monitored.max(Some(state));
        }
    }

    /// The same where no monitoring system reads the report.
    pub(crate) fn add_verdict(&mut self, verdict: Verdict) {
        self.summary.add(verdict);
    }

    /// The format decides whose exit codes these are: monitoring systems have their own. A run that was interrupted knows
    /// of a failure, or of nothing.
    pub(crate) fn exit_code(&self, presentation: &Presentation, interrupted: Option<u8>) -> u8 {
        if presentation.format == Format::Nagios {
            let stopped = interrupted.map(|_| Verdict::Inconclusive);
            let verdict = self.monitored.max(stopped);
            return nagios::state(verdict.unwrap_or(Verdict::Inconclusive)).1;
        }
        match (self.summary.verdict, interrupted) {
            (Verdict::Failed, _) => FAILED,
            (Verdict::Ok | Verdict::Warning | Verdict::Inconclusive, Some(code)) => code,
            (verdict, None) => Self::usual_exit_code(verdict, presentation),
        }
    }

    fn usual_exit_code(verdict: Verdict, presentation: &Presentation) -> u8 {
        match verdict {
            Verdict::Warning if presentation.strict => FAILED,
            Verdict::Ok | Verdict::Warning => WORKS,
            Verdict::Failed => FAILED,
            Verdict::Inconclusive => INCONCLUSIVE,
        }
    }
}

/// The exit code of an error that ended a run.
pub(crate) fn code_of(error: &anyhow::Error) -> u8 {
    if error.is::<UsageProblem>() || error.is::<OpenError>() {
        USAGE
    } else {
        INCONCLUSIVE
    }
}
