//! How near the end of a certificate may be: what a monitoring system is told of it, by limits of its own.

use crate::facts::{Check, Facts};
use crate::finding::{Finding, FindingId, Verdict};

const DAY: i64 = 86_400;

/// How many days before its end a certificate changes the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Days {
    /// Fewer are a warning.
    pub warning: u16,
    /// Fewer are critical; at most as many as `warning`.
    pub critical: u16,
}

impl Default for Days {
    fn default() -> Self {
        Self {
            warning: 14,
            critical: 3,
        }
    }
}

impl Days {
    /// The verdict about what was found, with these limits for certificates in place of the usual one.
    pub fn verdict(self, facts: &Facts, findings: &[Finding]) -> Verdict {
        let others = findings.iter().filter(|finding| !is_expiry(finding));
        let asked = facts.checks.iter().filter(|check| !check.context);
        let left = asked.filter_map(|check| days_left(facts, check)).min();
        Verdict::of(others).max(left.map_or(Verdict::Ok, |left| self.of_end(left)))
    }

    /// What it means that a certificate ends in so many days.
    pub fn of_end(self, left: i64) -> Verdict {
        if left < i64::from(self.critical) {
            Verdict::Failed
        } else if left < i64::from(self.warning) {
            Verdict::Warning
        } else {
            Verdict::Ok
        }
    }
}

/// Whole days until the first certificate of a check's chain ends; fewer than none where one has ended.
pub fn days_left(facts: &Facts, check: &Check) -> Option<i64> {
    let end = check.tls.as_ref()?.first_end()?;
    Some((end - facts.started_at).div_euclid(DAY))
}

/// Whether a finding is the one that these limits stand in for.
pub fn is_expiry(finding: &Finding) -> bool {
    finding.id == FindingId::CertificateExpiring
}
