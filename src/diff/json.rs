//! Differences for programs: a promise, as the report of `-f json` is. Names stay; new ones may come.
//!
//! The schema is made from these types and published as `schema/diff-1.schema.json`. Texts come from the two files and are
//! whatever stands there; verdicts, severities and owners of a later version may be others than ours.

mod from_differences;

use std::io::{self, Write};

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::TargetDifferences;
use super::render::Sides;
use crate::report::json::escape_invisible;

/// The version of the schema. It changes when a name changes its meaning or goes away, not when one is added.
pub const SCHEMA_VERSION: u8 = 1;

/// Writes what changed as one JSON object; `whole` is without the differences themselves where it is false. The error is
/// that of `out`.
pub fn render(
    sides: Sides<'_>,
    all: &[TargetDifferences],
    whole: bool,
    out: &mut (impl Write + ?Sized),
) -> io::Result<()> {
    let object = DiffJson::new(sides, all, whole);
    let mut text = serde_json::to_string_pretty(&object)?;
    text.push('\n');
    out.write_all(escape_invisible(&text).as_bytes())
}

/// The schema of the object.
pub fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<DiffJson>()
}

/// What changed from one run of mailcheck to another.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "diff")]
pub struct DiffJson {
    /// The version of this schema.
    pub schema_version: u8,
    /// The version of mailcheck that compared.
    pub mailcheck_version: String,
    /// What it comes to. Exit code 1 goes with "worse".
    pub result: ResultJson,
    /// How many differences are for the worse.
    pub worse: usize,
    /// How many are for the better.
    pub better: usize,
    /// How many are neither.
    pub changed: usize,
    /// The first run.
    pub first: RunJson,
    /// The run that was held against it.
    pub second: RunJson,
    /// The targets that differ, each with its differences. Absent with --quiet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub targets: Option<Vec<TargetJson>>,
}

/// What all differences come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "result")]
pub enum ResultJson {
    /// At least one difference is for the worse.
    Worse,
    /// At least one is for the better, and none for the worse.
    Better,
    /// There are differences, and none is for better or worse.
    Changed,
    /// There are none.
    Same,
}

/// One of the two runs.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "run")]
pub struct RunJson {
    /// The file, as it was named; "-" is standard input.
    pub file: String,
    /// When the run began, RFC 3339.
    pub started_at: String,
    /// The version of mailcheck that made it.
    pub mailcheck_version: String,
    /// The operating system it was made on.
    pub os: String,
    /// The worst verdict of all its targets.
    pub verdict: String,
    /// Reports of other runs in the same file, which were left out.
    pub further_runs: usize,
}

/// A target, and how it differs.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "target")]
pub struct TargetJson {
    /// As it was typed.
    pub target: String,
    /// In DNS form.
    pub name: String,
    /// The differences, the worst first.
    pub differences: Vec<DifferenceJson>,
}

/// One difference.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "difference")]
pub struct DifferenceJson {
    /// For better or worse.
    pub trend: TrendJson,
    /// The checks that changed alike; empty where it is not about checks.
    pub places: Vec<PlaceJson>,
    /// What changed.
    #[serde(flatten)]
    pub change: ChangeJson,
}

/// In which direction something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(rename = "trend")]
pub enum TrendJson {
    /// For the worse.
    Worse,
    /// For the better.
    Better,
    /// Neither can be said.
    Changed,
}

/// A service at an address.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "place")]
pub struct PlaceJson {
    /// The host, in DNS form.
    pub host: String,
    /// The IANA name of the service.
    pub service: String,
    /// The port.
    pub port: u16,
    /// The address; null where the host has none.
    pub address: Option<String>,
}

/// What changed.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[schemars(rename = "change")]
pub enum ChangeJson {
    /// The target is in the second run alone.
    TargetNew {
        /// Its verdict.
        after: String,
    },
    /// The target is in the first run alone.
    TargetGone {
        /// Its verdict.
        before: String,
    },
    /// The verdict of the target.
    Verdict {
        /// In the first run.
        before: String,
        /// In the second.
        after: String,
    },
    /// Checks that only the second run made.
    CheckNew {
        /// What came of them.
        after: StateJson,
    },
    /// Checks that only the first run made.
    CheckGone,
    /// What came of checks.
    Check {
        /// In the first run.
        before: StateJson,
        /// In the second.
        after: StateJson,
    },
    /// The server's certificate.
    Certificate {
        /// In the first run.
        before: CertificateJson,
        /// In the second.
        after: CertificateJson,
    },
    /// Whether the certificate is trusted.
    Trust {
        /// In the first run.
        before: bool,
        /// In the second.
        after: bool,
    },
    /// The TLS version.
    TlsVersion {
        /// In the first run.
        before: String,
        /// In the second.
        after: String,
    },
    /// The cipher suite.
    CipherSuite {
        /// In the first run.
        before: String,
        /// In the second.
        after: String,
    },
    /// What the server offers.
    Capabilities {
        /// What it offers no longer.
        lost: Vec<String>,
        /// What it offers now and did not before.
        gained: Vec<String>,
    },
    /// How long the checks took: much longer than before.
    Slower {
        /// In the first run, in milliseconds.
        before_ms: f64,
        /// In the second.
        after_ms: f64,
    },
    /// An answer of the DNS.
    Dns {
        /// Name and type.
        question: String,
        /// What came back in the first run.
        before: String,
        /// In the second.
        after: String,
    },
    /// A finding that was not there.
    FindingNew {
        /// As the second run has it.
        after: FindingJson,
    },
    /// A finding that is gone.
    FindingGone {
        /// As the first run had it.
        before: FindingJson,
    },
    /// A finding that is another now: its severity, who can fix it, or the place.
    Finding {
        /// As the first run had it.
        before: FindingJson,
        /// As the second run has it.
        after: FindingJson,
    },
}

/// What came of a check.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
#[schemars(rename = "state")]
pub enum StateJson {
    /// It worked.
    Ok,
    /// It was not tried.
    Skipped,
    /// It failed.
    Failed {
        /// The class of the failure.
        class: String,
        /// The stage that failed.
        stage: String,
        /// The number that Windows programs show, "10060 WSAETIMEDOUT"; null where there is none.
        number: Option<String>,
    },
}

/// A certificate, as far as it is compared.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "certificate")]
pub struct CertificateJson {
    /// SHA-256, hexadecimal.
    pub sha256: String,
    /// The end of its validity, RFC 3339; null where the report does not say it in a form that is known.
    pub not_after: Option<String>,
    /// Days from the start of the run to that end.
    pub days: Option<i64>,
}

/// A finding, as far as it is compared.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "finding")]
pub struct FindingJson {
    /// Its id.
    pub id: String,
    /// Its severity.
    pub severity: String,
    /// Who can fix it.
    pub owner: String,
    /// In the words of its run.
    pub title: String,
    /// Where on the path; null where it has no place there.
    pub location: Option<LocationJson>,
}

/// A place on the path.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "location")]
pub struct LocationJson {
    /// How many routers away.
    pub hop: Option<u8>,
    /// The address of the router.
    pub address: Option<String>,
}
