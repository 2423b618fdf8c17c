//! A host with its addresses, and what the DNS said.

use schemars::JsonSchema;
use serde::Serialize;

use super::sets::{DnsResult, DnsTransport, Source};

/// A mail exchanger.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "mx")]
pub struct MxJson {
    /// The lowest is asked first.
    pub preference: u16,
    /// The host; empty where the domain takes no mail (RFC 7505).
    pub host: String,
}

/// A host and its addresses.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "host")]
pub struct HostJson {
    /// The name in DNS form, or the address.
    pub name: String,
    /// The preference of the MX record that named it; absent where none did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u16")]
    pub preference: Option<u16>,
    /// Where the addresses come from.
    pub source: Source,
    /// The chain of aliases (CNAME) that was followed, without the first name.
    pub aliases: Vec<String>,
    /// A name that is nearly the same and exists, where this one does not; absent where none is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub suggestion: Option<String>,
    /// The certificate associations of the host (TLSA). Absent where they were not asked for; null where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tlsa: Option<Option<TlsaJson>>,
    /// The IPv4 addresses. Absent where they were not asked for; null where none was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ipv4: Option<Option<Vec<String>>>,
    /// The IPv6 addresses. Absent where they were not asked for; null where none was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ipv6: Option<Option<Vec<String>>>,
}

/// The certificate associations of a host.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "tlsa")]
pub struct TlsaJson {
    /// Whether the signatures were validated from the root down; without that the records count for nothing.
    pub secure: bool,
    /// Usage, selector, matching type and data, as in `3 1 1 9f86…`.
    pub records: Vec<String>,
}

/// One question to one DNS server, and what came back.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "dns")]
pub struct DnsJson {
    /// Name and type, as in `smtp.example.com A`.
    pub question: String,
    /// The server that was asked: address and port.
    pub server: String,
    /// What the question travelled on.
    pub transport: DnsTransport,
    /// How long it took, in milliseconds.
    pub elapsed_ms: f64,
    /// What came back, in one word.
    pub outcome: DnsResult,
    /// The records of the answer; an owner other than the name asked for stands in front.
    pub answers: Vec<String>,
    /// Whether the resolver says that it validated the answer (the AD bit).
    pub authenticated: bool,
    /// What else is known: extended errors, a rare response code, the system's error.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub detail: Option<String>,
}

/// What the resolver said of names whose answers are known beforehand.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "dns-control")]
pub struct DnsControlJson {
    /// The addresses of a name that cannot exist: any of them is invented. Null where there is none, as it should be.
    pub impossible: Option<Vec<String>>,
    /// The addresses of another party's name; null where none was found, or it was not asked for.
    pub unrelated: Option<Vec<String>>,
}
