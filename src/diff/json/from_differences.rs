//! The object of `diff -f json` out of what was compared.

use super::{
    CertificateJson, ChangeJson, DiffJson, DifferenceJson, FindingJson, LocationJson, PlaceJson,
    ResultJson, RunJson, SCHEMA_VERSION, StateJson, TargetJson, TrendJson,
};
use crate::diff::render::Sides;
use crate::diff::{
    Certificate, Difference, Finding, Place, Run, State, TargetDifferences, Trend, What, count,
};
use crate::report::sentences::rfc3339;

impl DiffJson {
    pub(super) fn new(sides: Sides<'_>, all: &[TargetDifferences], whole: bool) -> Self {
        let [worse, better, changed] = Trend::ALL.map(|trend| count(all, trend));
        Self {
            schema_version: SCHEMA_VERSION,
            mailcheck_version: env!("CARGO_PKG_VERSION").to_owned(),
            result: ResultJson::of(worse, better, changed),
            worse,
            better,
            changed,
            first: RunJson::from(sides.first),
            second: RunJson::from(sides.second),
            targets: whole.then(|| all.iter().map(TargetJson::from).collect()),
        }
    }
}

impl ResultJson {
    const fn of(worse: usize, better: usize, changed: usize) -> Self {
        match (worse, better, changed) {
            (0, 0, 0) => Self::Same,
            (0, 0, _) => Self::Changed,
            (0, ..) => Self::Better,
            (..) => Self::Worse,
        }
    }
}

impl From<(&str, &Run)> for RunJson {
    fn from((file, run): (&str, &Run)) -> Self {
        Self {
            file: file.to_owned(),
            started_at: run.started_at.clone(),
            mailcheck_version: run.mailcheck_version.clone(),
            os: run.vantage.os.clone(),
            verdict: run.verdict.clone(),
            further_runs: run.further,
        }
    }
}

impl From<&TargetDifferences> for TargetJson {
    fn from(target: &TargetDifferences) -> Self {
        Self {
            target: target.target.clone(),
            name: target.name.clone(),
            differences: target
                .differences
                .iter()
                .map(DifferenceJson::from)
                .collect(),
        }
    }
}

impl From<&Difference> for DifferenceJson {
    fn from(one: &Difference) -> Self {
        Self {
            trend: match one.trend {
                Trend::Worse => TrendJson::Worse,
                Trend::Better => TrendJson::Better,
                Trend::Changed => TrendJson::Changed,
            },
            places: one.places.iter().map(PlaceJson::from).collect(),
            change: ChangeJson::from(&one.what),
        }
    }
}

impl From<&Place> for PlaceJson {
    fn from(place: &Place) -> Self {
        Self {
            host: place.host.clone(),
            service: place.service.clone(),
            port: place.port,
            address: place.address.clone(),
        }
    }
}

impl From<&What> for ChangeJson {
    fn from(what: &What) -> Self {
        let text = Clone::clone;
        match what {
            What::TargetNew(after) => Self::TargetNew { after: text(after) },
            What::TargetGone(before) => Self::TargetGone {
                before: text(before),
            },
            What::Verdict(before, after) => Self::Verdict {
                before: text(before),
                after: text(after),
            },
            What::CheckNew(after) => Self::CheckNew {
                after: after.into(),
            },
            What::CheckGone => Self::CheckGone,
            What::Check(before, after) => Self::Check {
                before: before.into(),
                after: after.into(),
            },
            What::Certificate(two) => Self::Certificate {
                before: (&two.0).into(),
                after: (&two.1).into(),
            },
            What::Trust(now) => Self::Trust {
                before: !now,
                after: *now,
            },
            What::TlsVersion(before, after) => Self::TlsVersion {
                before: text(before),
                after: text(after),
            },
            What::CipherSuite(before, after) => Self::CipherSuite {
                before: text(before),
                after: text(after),
            },
            What::Capabilities(lost, gained) => Self::Capabilities {
                lost: lost.clone(),
                gained: gained.clone(),
            },
            What::Slower(before, after) => Self::Slower {
                before_ms: *before,
                after_ms: *after,
            },
            What::Dns(question, before, after) => Self::Dns {
                question: text(question),
                before: text(before),
                after: text(after),
            },
            What::FindingNew(after) => Self::FindingNew {
                after: after.into(),
            },
            What::FindingGone(before) => Self::FindingGone {
                before: before.into(),
            },
            What::Finding(two) => Self::Finding {
                before: (&two.0).into(),
                after: (&two.1).into(),
            },
        }
    }
}

impl From<&State> for StateJson {
    fn from(state: &State) -> Self {
        match state {
            State::Ok => Self::Ok,
            State::Skipped => Self::Skipped,
            State::Failed {
                class,
                stage,
                number,
            } => Self::Failed {
                class: class.clone(),
                stage: stage.clone(),
                number: number.clone(),
            },
        }
    }
}

impl From<&Certificate> for CertificateJson {
    fn from(certificate: &Certificate) -> Self {
        Self {
            sha256: certificate.sha256.clone(),
            not_after: certificate.not_after.map(rfc3339),
            days: certificate.days,
        }
    }
}

impl From<&Finding> for FindingJson {
    fn from(finding: &Finding) -> Self {
        Self {
            id: finding.id.clone(),
            severity: finding.severity.clone(),
            owner: finding.owner.clone(),
            title: finding.title.clone(),
            location: finding
                .location
                .as_ref()
                .map(|(hop, address)| LocationJson {
                    hop: *hop,
                    address: address.clone(),
                }),
        }
    }
}
