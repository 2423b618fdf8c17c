//! What ended a check early, with the numbers under which others know it.

use schemars::JsonSchema;
use serde::Serialize;

use super::sets::{Class, Stage, Timer};
use super::{IcmpJson, ProxyFailureJson};

/// What ended a check early.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "failure")]
pub struct FailureJson {
    /// The stage that failed.
    pub stage: Stage,
    /// What happened, from a closed set.
    pub class: Class,
    /// What happened, in one sentence.
    pub message: String,
    /// Which clock ended the wait: mailcheck's own limit, the kernel's, or the deadline of the target. Absent where it was no matter of time.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Timer")]
    pub timer: Option<Timer>,
    /// The number that a Windows program would show; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "NumberJson")]
    pub winsock: Option<NumberJson>,
    /// The error number of the system; absent where no system reported one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "NumberJson")]
    pub os_error: Option<NumberJson>,
    /// The codes that Outlook shows, most usual first, as in `0x800CCC0E`.
    pub outlook: Vec<String>,
    /// The ICMP message behind it; absent where none is known of.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "IcmpJson")]
    pub icmp: Option<IcmpJson>,
    /// The server's reply, where that is the failure, lines separated by line feeds.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub reply: Option<String>,
    /// What more is known than the class says: the certificate's problem, the TLS alert, the DNS answer, `temporary` or `permanent`, the protocol that speaks there.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub reason: Option<String>,
    /// What stood in the way at the proxy; absent where there is none, or where it did not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "ProxyFailureJson")]
    pub proxy: Option<ProxyFailureJson>,
}

/// An error number and its name.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "number")]
pub struct NumberJson {
    /// The number.
    pub code: i32,
    /// The name; empty where it has none.
    pub name: String,
}
