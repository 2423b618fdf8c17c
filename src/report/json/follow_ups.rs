//! What was asked because something failed, and what the kernel knew, in JSON form.

use std::time::Duration;

use super::from_report::{found, icmp, joined, milliseconds};
use super::sets::{Class, HopAnswer, TlsAnswer};
use super::{
    CountersJson, DnsControlJson, FollowUpsJson, HopJson, OtherModeJson, OtherNameJson, ProxyJson,
    RouteJson, TcpJson, TlsOfferJson, TlsaJson,
};
use crate::codes::tls::alert_name;
use crate::facts::{
    self, Counters, DnsControl, FollowUps, Hop, OtherMode, OtherName, ProxyAttempt, RecordData,
    Route, TcpState, Tls, TlsOffer, Tlsa,
};
use crate::failure::{Failure, Stage, Trouble};
use crate::report::record;
use crate::report::sentences::lossy;

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
            let name = alert_name(number).map(ToOwned::to_owned);
            json.alert = name.or_else(|| Some(number.to_string()));
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
