//! A check: one service at one address, stage by stage.

use schemars::JsonSchema;
use serde::Serialize;

use super::sets::{CheckOutcome, Protocol, Security, Service, Speaker, Stage, StepOutcome};
use super::{FailureJson, FollowUpsJson, HopJson, RouteJson, TcpJson, TlsJson};

/// One service at one address of a host.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "check")]
pub struct CheckJson {
    /// The number by which findings name this check.
    pub id: usize,
    /// The IANA name of the service.
    pub service: Service,
    /// The protocol.
    pub protocol: Protocol,
    /// How the session comes to be encrypted.
    pub security: Security,
    /// True for a sibling port that was tried only as evidence; it never touches the verdict.
    pub context: bool,
    /// It was made for another target of the list, whose name leads to the same address; the certificate is judged for
    /// this one's, and of a failure all is told that was asked about it there. Absent where it was not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[schemars(default)]
    pub shared: bool,
    /// The host, in DNS form.
    pub host: String,
    /// The address; null where the host has none.
    pub address: Option<String>,
    /// The TCP port.
    pub port: u16,
    /// This machine's end of the connection; absent where no connection came about.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub local: Option<String>,
    /// What came of it.
    pub outcome: CheckOutcome,
    /// What was done, in order.
    pub steps: Vec<StepJson>,
    /// The server's first words, lines separated by line feeds. Absent where the check did not come so far; null where nothing came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub greeting: Option<Option<String>>,
    /// What the server offers at last, after TLS where TLS came about. Absent where it was not asked; null where no answer came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capabilities: Option<Option<Vec<String>>>,
    /// The SASL mechanisms of the last capabilities. Absent where those were not asked for; null where none is named.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auth_mechanisms: Option<Option<Vec<String>>>,
    /// What the server offered before TLS; absent where the session was not upgraded.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<String>")]
    pub capabilities_before_tls: Option<Vec<String>>,
    /// True where the server did not know EHLO and took HELO instead; absent otherwise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub helo_fallback: bool,
    /// The answer to STARTTLS or STLS, lines separated by line feeds. Absent where it was not asked for; null where none came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starttls_reply: Option<Option<String>>,
    /// Bytes that came behind the answer to STARTTLS and before TLS; absent where there were none, as it should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub early_bytes: Option<String>,
    /// The TLS session. Absent where none was begun; null where nothing of it was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tls: Option<Option<TlsJson>>,
    /// Which programs can connect. Absent where TLS was not spoken, and where all of them can or none of them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub programs: Vec<ProgramJson>,
    /// What ended the check early. Absent where it was not begun; null where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<Option<FailureJson>>,
    /// The path to the server, hop by hop; absent where it was not traced.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<HopJson>")]
    pub path: Option<Vec<HopJson>>,
    /// Present, and true, where this system keeps the errors of routers to itself: then a silent hop of `path` says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub path_deaf: Option<bool>,
    /// The path of an echo request (ping) to the address, which need not be that of a connection; absent where it was not
    /// asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<HopJson>")]
    pub echo_path: Option<Vec<HopJson>>,
    /// The first step of the way to the address, asked after a connect that failed; absent where it was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "RouteJson")]
    pub route: Option<RouteJson>,
    /// What the kernel knew of the connection at its end; absent where it does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "TcpJson")]
    pub tcp: Option<TcpJson>,
    /// What came of the questions that were asked because the check failed; absent where there were none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "FollowUpsJson")]
    pub follow_ups: Option<FollowUpsJson>,
    /// What was said, line by line.
    pub dialogue: Vec<LineJson>,
    /// How many lines of the dialogue are left out, because what servers said would make the report too long; absent where none is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize")]
    pub dialogue_left_out: Option<usize>,
}

/// One stage of a check.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "step")]
pub struct StepJson {
    /// The stage.
    pub stage: Stage,
    /// When it began, in milliseconds from the start of the run.
    pub at_ms: f64,
    /// How long it took, in milliseconds.
    pub elapsed_ms: f64,
    /// Whether it came to its end.
    pub outcome: StepOutcome,
}

/// A line of a dialogue.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "line")]
pub struct LineJson {
    /// Who said it.
    pub from: Speaker,
    /// When, in milliseconds from the start of the check.
    pub at_ms: f64,
    /// Whether it went through TLS.
    pub under_tls: bool,
    /// The line without its end.
    pub text: String,
}

/// Whether a program can connect.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProgramJson {
    /// As people know it.
    pub name: String,
    /// Whether it can.
    pub connects: ProgramConnects,
    /// Why it cannot, or why that is not known, in a sentence; absent where it can.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub why: Option<String>,
}

/// Whether a program can connect: true, false, or "unknown".
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum ProgramConnects {
    /// It can, or it cannot.
    Known(bool),
    /// What was measured does not tell.
    Unknown(ProgramUnknown),
}

/// That it is not known.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ProgramUnknown {
    /// What was measured does not tell.
    Unknown,
}
