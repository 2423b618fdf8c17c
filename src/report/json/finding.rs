//! A finding: what the facts mean, in words.

use schemars::JsonSchema;
use serde::Serialize;

use super::sets::{Certainty, FindingName, Owner, Severity};

/// What the facts mean.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "finding")]
pub struct FindingJson {
    /// The stable name of the finding; `mailcheck explain` knows it.
    pub id: FindingName,
    /// How bad it is.
    pub severity: Severity,
    /// Who can fix it.
    pub owner: Owner,
    /// The finding in a few words.
    pub title: String,
    /// The finding in a few sentences.
    pub explanation: String,
    /// Why we think so.
    pub evidence: Vec<String>,
    /// What to do, first things first.
    pub next_steps: Vec<String>,
    /// The checks that it rests on, by their id.
    pub checks: Vec<usize>,
    /// Where on the path the cause sits; absent where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "LocationJson")]
    pub location: Option<LocationJson>,
}

/// A place on the path.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "location")]
pub struct LocationJson {
    /// Counted from this machine, the first router is 1; null where it is not known.
    pub hop: Option<u8>,
    /// The router or host there; null where it is not known.
    pub address: Option<String>,
    /// How sure that is.
    pub certainty: Certainty,
}
