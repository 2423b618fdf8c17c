//! What the kernel and the path know of a connection: hops, the first step of the way, counters.

use schemars::JsonSchema;
use serde::Serialize;

use super::sets::HopAnswer;

/// What a packet met that was allowed to pass so many routers.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "hop")]
pub struct HopJson {
    /// The routers that it may pass, plus one: the first router is 1.
    pub ttl: u8,
    /// Who answered; null where nobody did, or where the system did not say.
    pub from: Option<String>,
    /// What the answer was.
    pub answer: HopAnswer,
    /// The ICMP message; absent where the answer is not `unreachable`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "IcmpJson")]
    pub icmp: Option<IcmpJson>,
}

/// The first step of the way to an address.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "route")]
pub struct RouteJson {
    /// The router that packets go to first, or the address itself; null where this machine has no route there.
    pub next: Option<String>,
    /// Whether that neighbour answered on the own network; null where this is not known.
    pub answers: Option<bool>,
}

/// What the kernel knew of a connection.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "tcp")]
pub struct TcpJson {
    /// Timeouts in a row of the segment that was waited for.
    pub timeouts: u8,
    /// Segments that were sent again.
    pub retransmissions: u32,
    /// Segments that the server had not acknowledged.
    pub unacknowledged: u32,
    /// Bytes that the server had acknowledged.
    pub acknowledged_bytes: u64,
    /// Bytes that came in, in order.
    pub received_bytes: u64,
    /// Segments with data that came in.
    pub data_segments_in: u32,
    /// Segments that came in ahead of a gap.
    pub out_of_order: u32,
    /// How long the server's kernel had been silent, in milliseconds; absent where this system does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "f64")]
    pub silent_ms: Option<f64>,
    /// The smoothed round-trip time, in milliseconds; null where there is no sample.
    pub rtt_ms: Option<f64>,
    /// The smallest round-trip time, in milliseconds; null where there is no sample.
    pub min_rtt_ms: Option<f64>,
}

/// Counters of this machine's kernel, as what they rose by during the run.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "counters")]
pub struct CountersJson {
    /// Segments that this machine's own packet filter dropped on their way out.
    pub retransmissions_failed: u64,
    /// Connection requests that were sent again.
    pub syn_retransmissions: u64,
}

/// An ICMP or ICMPv6 error.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "icmp")]
pub struct IcmpJson {
    /// The type.
    pub r#type: u8,
    /// The code of that type.
    pub code: u8,
    /// Whether the numbers are those of ICMPv6.
    pub v6: bool,
    /// What the numbers mean; null where they mean nothing known.
    pub name: Option<String>,
    /// Who sent it; null where the system did not say.
    pub from: Option<String>,
}
