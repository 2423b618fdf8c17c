//! What was asked because something failed, and what the kernel knew, in JSON form.

use std::time::Duration;

use schemars::JsonSchema;
use serde::Serialize;

use super::from_report::{found, icmp, joined, milliseconds};
use super::sets::{Class, HelloAnswer, HopAnswer, Security, TlsAnswer};
use super::{CountersJson, DnsControlJson, HopJson, RouteJson, TcpJson, TlsaJson};
use crate::codes::tls::alert_name;
use crate::facts::{
    self, Counters, DnsControl, FollowUps, Hop, LargeHello, OtherMode, OtherName, ProxyAttempt,
    RecordData, Route, TcpState, Tls, TlsOffer, Tlsa,
};
use crate::failure::{Failure, Stage, Trouble};
use crate::report::record;
use crate::report::sentences::lossy;

/// What came of the questions that were asked because a check failed, and of one that the user wants. What was not asked is absent.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "follow-ups")]
pub struct FollowUpsJson {
    /// The other TLS mode on the same port.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "OtherModeJson")]
    pub other_mode: Option<OtherModeJson>,
    /// Whether a port that had refused took one more connection, alone, after the other checks; absent where it was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub again: Option<bool>,
    /// Whether the TLS handshake completes when all segments are small.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub small_segments: Option<bool>,
    /// What the connection broke off at (the TLS hello, STARTTLS, the first command), sent over a standing connection, hop by hop: who acts on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<HopJson>")]
    pub hello_path: Option<Vec<HopJson>>,
    /// What a hello for each TLS version brought.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Vec<TlsOfferJson>")]
    pub tls_offers: Option<Vec<TlsOfferJson>>,
    /// A second handshake with another server name in the hello (SNI).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "OtherNameJson")]
    pub other_name: Option<OtherNameJson>,
    /// What came of a TLS hello as large as newer programs send it (`--large-hello`).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "LargeHelloJson")]
    pub large_hello: Option<LargeHelloJson>,
}

/// What came of a TLS hello with a key share for X25519MLKEM768, and of smaller ones where it was not taken. What was not asked is absent.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "large-hello")]
pub struct LargeHelloJson {
    /// The length of its record, in bytes.
    pub bytes: usize,
    /// Whether it is taken; null where nothing says so, or nothing says that it was the hello.
    pub taken: Option<bool>,
    /// What came back; null where no second connection came as far as TLS.
    pub answer: Option<HelloAnswer>,
    /// The group that the server agreed to: its number in the registry, as in `0x11EC`; absent where it did not come to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub group: Option<String>,
    /// The name of the alert, or its number where it has none; absent where none came.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub alert: Option<String>,
    /// After silence: whether a part of the hello was never acknowledged; absent where the system does not tell.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub lost: Option<bool>,
    /// Whether the same hello without the large key share was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub smaller: Option<bool>,
    /// Whether one that does not name the group was answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub without_group: Option<bool>,
    /// Whether the large hello was answered in segments of 536 bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "bool")]
    pub small_segments: Option<bool>,
}

/// What the port shows with another server name in the hello.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "other-name")]
pub struct OtherNameJson {
    /// The name that was sent; null where it was left out.
    pub sent: Option<String>,
    /// Whether the chain is trusted, and fits the name that was sent or left out; null where there was no session.
    pub trusted: Option<bool>,
    /// The subject of the server's own certificate; absent where none was shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub subject: Option<String>,
    /// The names in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// What stood in the way, from the same set as the class of a failure; absent where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Class")]
    pub class: Option<Class>,
}

/// What the other TLS mode brought.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "other-mode")]
pub struct OtherModeJson {
    /// The mode that was tried.
    pub security: Security,
    /// The server's first words in it, lines separated by line feeds; null where none came.
    pub greeting: Option<String>,
    /// What stood in the way, from the same set as the class of a failure; absent where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Class")]
    pub class: Option<Class>,
}

/// What a server answers to a hello for one TLS version.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "tls-offer")]
pub struct TlsOfferJson {
    /// The version offered, as in `TLSv1.0`.
    pub offered: String,
    /// What came back.
    pub answer: TlsAnswer,
    /// The version chosen; absent where none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub version: Option<String>,
    /// The cipher suite chosen: its number in the registry, as in `0xC02F`; absent where none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub cipher_suite: Option<String>,
    /// The name of the alert, or its number where it has none; absent where none came.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub alert: Option<String>,
}

/// A connection through a proxy.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "proxy")]
pub struct ProxyJson {
    /// The proxy, without user and password.
    pub proxy: String,
    /// The check whose service was asked for through it, by its id.
    pub check: usize,
    /// The server's first line; null where none came.
    pub greeting: Option<String>,
    /// What stood in the way, from the same set as the class of a failure; absent where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Class")]
    pub class: Option<Class>,
}

/// Absent where nothing was asked.
pub(super) fn of(asked: &FollowUps) -> Option<FollowUpsJson> {
    let json = FollowUpsJson {
        other_mode: asked.other_mode.as_ref().map(other_mode),
        again: asked.again,
        small_segments: asked.small_segments,
        hello_path: asked.hello_sweep.as_deref().map(hops),
        tls_offers: asked
            .tls_offers
            .as_ref()
            .map(|offers| offers.iter().copied().map(offer).collect()),
        other_name: asked.other_name.as_ref().map(other_name),
        large_hello: asked.large_hello.as_ref().map(large_hello),
    };
    (*asked != FollowUps::default()).then_some(json)
}

fn other_name(other: &OtherName) -> OtherNameJson {
    let session = other.outcome.as_ref().ok();
    let own = session.and_then(|tls| tls.certificates.first());
    let trouble = other.outcome.as_ref().err();
    OtherNameJson {
        sent: other.sent.clone(),
        trusted: session.map(Tls::is_trusted),
        subject: own.map(|own| own.subject.clone()),
        names: own.map_or_else(Vec::new, |own| own.names.clone()),
        class: trouble.map(|trouble| class(Stage::Tls, trouble)),
    }
}

pub(super) fn hops(hops: &[Hop]) -> Vec<HopJson> {
    hops.iter().map(hop).collect()
}

pub(super) fn route(route: Route) -> RouteJson {
    let (next, answers) = match route {
        Route::None => (None, None),
        Route::Via { next, answers } => (Some(next.to_string()), answers),
    };
    RouteJson { next, answers }
}

pub(super) fn tcp(state: &TcpState) -> TcpJson {
    TcpJson {
        timeouts: state.timeouts,
        retransmissions: state.retransmissions,
        unacknowledged: state.unacknowledged,
        acknowledged_bytes: state.acknowledged,
        received_bytes: state.received,
        data_segments_in: state.data_segments_in,
        out_of_order: state.out_of_order,
        silent_ms: state.silent_for.map(milliseconds),
        rtt_ms: state.rtt.map(milliseconds),
        min_rtt_ms: state.min_rtt.map(milliseconds),
    }
}

pub(super) fn dns_control(control: &DnsControl) -> DnsControlJson {
    DnsControlJson {
        impossible: found(&control.impossible, ToString::to_string),
        unrelated: control
            .unrelated
            .as_ref()
            .and_then(|unrelated| found(unrelated, ToString::to_string)),
    }
}

pub(super) fn proxy(attempt: &ProxyAttempt) -> ProxyJson {
    let trouble = attempt.outcome.as_ref().err();
    ProxyJson {
        proxy: attempt.proxy.clone(),
        check: attempt.check,
        greeting: attempt.outcome.as_ref().ok().map(lossy),
        class: trouble.map(|trouble| class(Stage::Connect, trouble)),
    }
}

pub(super) fn counters(counters: Counters) -> CountersJson {
    CountersJson {
        retransmissions_failed: counters.retransmissions_failed,
        syn_retransmissions: counters.syn_retransmissions,
    }
}

/// None where there are no records.
pub(super) fn tlsa(tlsa: &Tlsa) -> Option<TlsaJson> {
    let records = tlsa
        .records
        .iter()
        .map(|(usage, selector, matching, data)| {
            let data = RecordData::Tlsa(*usage, *selector, *matching, data.clone());
            record::dns_data(&data)
        });
    (!tlsa.records.is_empty()).then(|| TlsaJson {
        secure: tlsa.secure,
        records: records.collect(),
    })
}

fn hop(hop: &Hop) -> HopJson {
    let (answer, message) = match hop.answer {
        facts::HopAnswer::TimeExceeded => (HopAnswer::TimeExceeded, None),
        facts::HopAnswer::Unreachable(message) => (HopAnswer::Unreachable, Some(icmp(message))),
        // Which message it was the system keeps to itself.
        facts::HopAnswer::Stopped => (HopAnswer::Unreachable, None),
        facts::HopAnswer::Open => (HopAnswer::Open, None),
        facts::HopAnswer::Refused => (HopAnswer::Refused, None),
        facts::HopAnswer::Replied => (HopAnswer::Replied, None),
        facts::HopAnswer::Silent => (HopAnswer::Silent, None),
    };
    HopJson {
        ttl: hop.ttl,
        from: hop.from.map(|from| from.to_string()),
        answer,
        icmp: message,
    }
}

fn other_mode(mode: &OtherMode) -> OtherModeJson {
    let trouble = mode.outcome.as_ref().err();
    OtherModeJson {
        security: mode.security.into(),
        greeting: mode.outcome.as_ref().ok().map(|lines| joined(lines)),
        class: trouble.map(|trouble| class(Stage::Greeting, trouble)),
    }
}

fn large_hello(hello: &LargeHello) -> LargeHelloJson {
    let (group, alert) = match hello.answer {
        Some(facts::HelloAnswer::Chosen { group }) => (group, None),
        Some(facts::HelloAnswer::Alert(number)) => (None, Some(number)),
        _ => (None, None),
    };
    LargeHelloJson {
        bytes: hello.bytes,
        taken: hello.is_taken(),
        answer: hello.answer.map(|answer| match answer {
            facts::HelloAnswer::Chosen { .. } => HelloAnswer::Chosen,
            facts::HelloAnswer::Alert(_) => HelloAnswer::Alert,
            facts::HelloAnswer::Closed => HelloAnswer::Closed,
            facts::HelloAnswer::Reset => HelloAnswer::Reset,
            facts::HelloAnswer::Silence(_) => HelloAnswer::Silence,
            facts::HelloAnswer::NotTls => HelloAnswer::NotTls,
        }),
        group: group.map(|group| format!("0x{group:04X}")),
        alert: alert.map(alert_text),
        lost: hello.lost,
        smaller: hello.smaller,
        without_group: hello.without_group,
        small_segments: hello.small_segments,
    }
}

fn alert_text(number: u8) -> String {
    alert_name(number).map_or_else(|| number.to_string(), ToOwned::to_owned)
}

fn offer(offer: TlsOffer) -> TlsOfferJson {
    let mut json = TlsOfferJson {
        offered: version_name(offer.version),
        answer: TlsAnswer::Nothing,
        version: None,
        cipher_suite: None,
        alert: None,
    };
    match offer.answer {
        facts::TlsAnswer::Chosen { version, suite } => {
            json.answer = TlsAnswer::Chosen;
            json.version = Some(version_name(version));
            json.cipher_suite = Some(format!("0x{suite:04X}"));
        }
        facts::TlsAnswer::Alert(number) => {
            json.answer = TlsAnswer::Alert;
            json.alert = Some(alert_text(number));
        }
        facts::TlsAnswer::Nothing => {}
    }
    json
}

/// The names that TLS sessions have in the report: `TLSv1.3`.
fn version_name(version: u16) -> String {
    match version {
        0x0300 => "SSLv3".to_owned(),
        0x0301..=0x0304 => format!("TLSv1.{}", version - 0x0301),
        other => format!("0x{other:04X}"),
    }
}

fn class(stage: Stage, trouble: &Trouble) -> Class {
    Failure::new(stage, trouble.clone(), Duration::ZERO)
        .class
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_have_the_names_of_sessions() {
        let names = [0x0300, 0x0301, 0x0302, 0x0303, 0x0304, 0x0305].map(version_name);
        assert_eq!(
            names,
            [
                "SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3", "0x0305"
            ]
        );
    }
}
