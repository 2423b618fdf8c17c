//! Handshakes that a second look explains: who acted on the hello, whether small segments get through, and what the
//! server speaks.

use crate::args;
use crate::codes;
use crate::facts::{Check, Facts, Hop, HopAnswer, TlsAnswer, TlsOffer};
use crate::failure::{Class, Failure, Stage};
use crate::finding::{Certainty, Finding, FindingId, Location, Owner, Sentence};
use crate::wire::tls_record::Version;
use crate::wire::tls_suites::{self, Kind};

use super::case::{Case, Failed};
use super::draft::{ids, list, sentence};
use super::evidence;
use super::path;

/// Large packets are lost and nobody says so: the handshake stalls, and completes when all segments are small.
pub(super) fn path_mtu_black_hole(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| {
        let had_hello = check.tcp.is_none_or(|tcp| tcp.unacknowledged == 0);
        is_stalled(failure) && had_hello && check.follow_ups.small_segments == Some(true)
    });
    if open.is_empty() {
        return;
    }
    let small = open
        .iter()
        .map(|Failed { check, .. }| (*check, sentence("evidence-small-segments", args! {})));
    let gaps = open.iter().filter_map(|Failed { check, .. }| {
        let tcp = check.tcp.filter(|tcp| tcp.out_of_order > 0)?;
        let args = args! { "segments" => tcp.out_of_order };
        Some((*check, sentence("evidence-gap", args)))
    });
    let finding = Finding::about(
        case,
        FindingId::PathMtuBlackHole,
        Owner::Network,
        &ids(&open),
    )
    .evidence(evidence::of_failures(case, &open))
    .evidence(evidence::by_place(case.facts, gaps))
    .evidence(evidence::by_place(case.facts, small))
    .step("step-lower-mtu")
    .step("step-let-too-big-through")
    .step("step-try-other-network");
    case.claim(finding);
}

/// The hello never came to the server's system: something on the way drops it, though the connection stands.
pub(super) fn dropped_on_path(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| {
        is_stalled(failure) && check.tcp.is_some_and(|tcp| tcp.unacknowledged > 0)
    });
    for group in by_end(case.facts, open, dropped_at) {
        let place = dropped_at(case.facts, group[0].check);
        // Where nobody is heard beyond, it may be the server itself that drops.
        let address = group[0].check.address;
        let near_server = place.and_then(|place| place.hop).is_some_and(|hop| {
            let beyond = |address| case.facts.goes_beyond(address, hop + 1);
            address
                .and_then(|address| case.facts.distance(address))
                .is_some()
                && !address.is_some_and(beyond)
        });
        let (owner, variant) = if near_server {
            (Owner::Unknown, Some("near-server"))
        } else {
            (Owner::Network, place.map(|_| "place"))
        };
        let finding = on_path(case, FindingId::TlsDroppedOnPath, owner, &group, place)
            .variant(variant)
            .step_alternative(case)
            .step("step-ask-network-tls")
            .step("step-try-other-network")
            .step_if(near_server, "step-tell-server-tls");
        case.claim(finding);
    }
}

/// Whether a device on the way is known to cut the connection off.
pub(super) fn is_reset_on_path(facts: &Facts, check: &Check) -> bool {
    reset_at(facts, check).is_some()
}

/// The connection is cut off by somebody who is nearer than the server, as soon as the hello or STARTTLS passes.
pub(super) fn reset_on_path(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| {
        matches!(failure.stage, Stage::Tls | Stage::Starttls)
            && failure.class == Class::Reset
            && reset_at(case.facts, check).is_some()
    });
    for group in by_end(case.facts, open, reset_at) {
        let place = reset_at(case.facts, group[0].check);
        let certainty = |wanted| place.is_some_and(|place| place.certainty == wanted);
        let no_router = place.and_then(|place| place.hop) == Some(0);
        let here = no_router && certainty(Certainty::At);
        let (owner, variant) = match (here, no_router, certainty(Certainty::At)) {
            (true, ..) => (Owner::ThisMachine, Some("here")),
            // Before the first router that was asked: whose it is, nobody can tell.
            (_, true, _) => (Owner::Unknown, Some("near")),
            (_, _, true) => (Owner::Network, None),
            (_, _, false) => (Owner::Network, Some("after")),
        };
        // The router there, or whoever is between it and the next.
        let place = place.filter(|_| !no_router).map(|place| Location {
            certainty: Certainty::AtOrAfter,
            ..place
        });
        let finding = on_path(case, FindingId::TlsResetOnPath, owner, &group, place)
            .variant(variant)
            .step_alternative(case)
            .step_if(no_router, "step-allow-here")
            .step_if(!here, "step-ask-network-tls")
            .step("step-try-other-network");
        case.claim(finding);
    }
}

/// The connection is cut off by somebody who is nearer than the server, as soon as the first command passes.
pub(super) fn cut_on_path(case: &mut Case<'_>) {
    let open = case.open_where(|check, failure| {
        failure.stage == Stage::Capabilities
            && failure.class == Class::Reset
            && reset_at(case.facts, check).is_some()
    });
    for group in by_end(case.facts, open, reset_at) {
        let place = reset_at(case.facts, group[0].check);
        let no_router = place.and_then(|place| place.hop) == Some(0);
        let owner = if no_router {
            Owner::Unknown
        } else {
            Owner::Network
        };
        let place = place.filter(|_| !no_router).map(|place| Location {
            certainty: Certainty::AtOrAfter,
            ..place
        });
        let finding = on_path(case, FindingId::ConnectionLostOnPath, owner, &group, place)
            .variant(Some("cut"))
            .step_alternative(case)
            .step_if(no_router, "step-allow-here")
            .step_if(!no_router, "step-ask-network-filter")
            .step("step-try-other-network");
        case.claim(finding);
    }
}

/// The server speaks no version of TLS that is in use today.
pub(super) fn version_unsupported(case: &mut Case<'_>) {
    let open = offered(case, |chosen| chosen.0 < Version::Tls12.number());
    let Some(Failed { check, .. }) = open.first() else {
        return;
    };
    let mut versions: Vec<u16> = choices(check).map(|(version, _)| version).collect();
    versions.sort_unstable();
    let versions = list(versions.into_iter().map(version_name));
    let finding = spoken(case, FindingId::TlsVersionUnsupported, &open).arg("versions", versions);
    case.claim(finding.step("step-modern-tls"));
}

/// The server speaks TLS 1.2, with ciphers alone that are not in use today.
pub(super) fn no_common_cipher(case: &mut Case<'_>) {
    let open = offered(case, |(version, suite)| {
        let modern = tls_suites::suite(suite)
            .is_some_and(|suite| matches!(suite.kind, Kind::Ecdhe | Kind::Tls13));
        version == Version::Tls12.number() && !modern
    });
    let Some(Failed { check, .. }) = open.first() else {
        return;
    };
    let suites = list(choices(check).map(|(_, suite)| suite_name(suite)));
    let hollow = choices(check).find_map(|(_, suite)| hollow(suite));
    let finding = spoken(case, FindingId::TlsNoCommonCipher, &open)
        .arg("suites", suites)
        .arg("kind", hollow.unwrap_or("old"))
        .variant(hollow)
        .step(match hollow {
            Some("anonymous") => "step-set-up-certificate",
            Some(_) => "step-set-up-encryption",
            None => "step-modern-tls",
        });
    case.claim(finding);
}

/// What a suite leaves out, where that is what matters. Such are only asked for where a server has taken no other.
fn hollow(suite: u16) -> Option<&'static str> {
    match tls_suites::suite(suite)?.kind {
        Kind::Anonymous => Some("anonymous"),
        Kind::Unencrypted => Some("unencrypted"),
        Kind::Tls13
        | Kind::Ecdhe
        | Kind::EcdheCbc
        | Kind::Dhe
        | Kind::Rsa
        | Kind::Rare
        | Kind::Old => None,
    }
}

fn is_stalled(failure: &Failure) -> bool {
    failure.stage == Stage::Tls && failure.waited().is_some()
}

fn on_path(
    case: &Case<'_>,
    id: FindingId,
    owner: Owner,
    group: &[Failed<'_>],
    place: Option<Location>,
) -> Finding {
    let router = place.and_then(|place| place.address);
    let router = router.map_or_else(|| "?".to_owned(), |router| router.to_string());
    let said = said(group);
    let swept = group.iter().filter_map(|Failed { check, .. }| {
        let hops = check.follow_ups.hello_sweep.as_deref()?;
        Some((*check, told(hops, said)))
    });
    Finding::about(case, id, owner, &ids(group))
        .arg("hop", place.and_then(|place| place.hop).unwrap_or_default())
        .arg("router", router)
        .arg("said", said)
        .at(place)
        .evidence(evidence::of_failures(case, group))
        .evidence(evidence::by_place(case.facts, swept))
        .evidence(evidence::of_paths(case.facts, group))
}

/// What was said when a connection broke off.
fn said(group: &[Failed<'_>]) -> &'static str {
    match group.first().map(|failed| failed.failure.stage) {
        Some(Stage::Starttls) => "starttls",
        Some(Stage::Capabilities) => "capabilities",
        _ => "hello",
    }
}

/// What became of hellos with low TTLs, as evidence.
fn told(hops: &[Hop], said: &'static str) -> Sentence {
    let beyond = beyond(hops);
    sentence(
        "evidence-hello",
        args! {
            "said" => said,
            "passed" => last_passed(hops).unwrap_or_default(),
            "hop" => beyond.map_or(0, |hop| hop.ttl),
            "end" => match beyond.map(|hop| hop.answer) {
                Some(HopAnswer::Refused) => "reset",
                Some(HopAnswer::Open) => "answered",
                Some(HopAnswer::Unreachable(_) | HopAnswer::Stopped) => "error",
                Some(HopAnswer::Silent | HopAnswer::TimeExceeded | HopAnswer::Replied) | None => {
                    "silence"
                }
            },
        },
    )
}

/// The highest TTL at which a router said that it ran out.
fn last_passed(hops: &[Hop]) -> Option<u8> {
    let passed = hops
        .iter()
        .filter(|hop| hop.answer == HopAnswer::TimeExceeded);
    passed.map(|hop| hop.ttl).max()
}

/// The first answer that is no router's: a reset, where there is one, for a quiet router may be before it.
fn beyond(hops: &[Hop]) -> Option<&Hop> {
    let farther = |hop: &&Hop| {
        let beyond = last_passed(hops).is_none_or(|passed| hop.ttl > passed);
        beyond && hop.answer != HopAnswer::TimeExceeded
    };
    first_reset(hops).or_else(|| hops.iter().find(farther))
}

/// The lowest TTL at which a reset came.
fn first_reset(hops: &[Hop]) -> Option<&Hop> {
    hops.iter().find(|hop| hop.answer == HopAnswer::Refused)
}

/// Behind which router hellos are silently lost.
fn dropped_at(facts: &Facts, check: &Check) -> Option<Location> {
    let hops = check.follow_ups.hello_sweep.as_deref()?;
    let address = check.address?;
    let passed = last_passed(hops)?;
    let lost = beyond(hops).is_some_and(|hop| hop.answer == HopAnswer::Silent);
    lost.then(|| path::at_hop(facts, address, passed, Certainty::AtOrAfter))
}

/// Who resets the connection when the hello passes, if it is not the server. Hop 0 is this machine.
fn reset_at(facts: &Facts, check: &Check) -> Option<Location> {
    let hops = check.follow_ups.hello_sweep.as_deref()?;
    let address = check.address?;
    let first = first_reset(hops)?;
    if !facts.goes_beyond(address, first.ttl) {
        return None;
    }
    // Where no reset came, it was made farther away, whether the router there says so or keeps silent.
    let before = hops.iter().rev().find(|hop| hop.ttl < first.ttl);
    let before = before.map_or(0, |hop| hop.ttl);
    let certainty = if before + 1 == first.ttl {
        Certainty::At
    } else {
        Certainty::AtOrAfter
    };
    Some(path::at_hop(facts, address, before, certainty))
}

/// Groups by the hop, and by what was said.
fn by_end<'a>(
    facts: &Facts,
    failed: Vec<Failed<'a>>,
    place: fn(&Facts, &Check) -> Option<Location>,
) -> Vec<Vec<Failed<'a>>> {
    let mut groups: Vec<Vec<Failed<'a>>> = Vec::new();
    let key = |failed: &Failed<'_>| (failed.failure.stage, place(facts, failed.check));
    for one in failed {
        match groups.iter_mut().find(|group| key(&group[0]) == key(&one)) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

/// Failed handshakes with a server that answered a hello made by hand, by the best that it chose.
fn offered<'a>(case: &Case<'a>, wanted: impl Fn((u16, u16)) -> bool) -> Vec<Failed<'a>> {
    case.open_where(|check, failure| {
        failure.stage == Stage::Tls && choices(check).max().is_some_and(&wanted)
    })
}

/// The versions and suites that a server chose.
fn choices(check: &Check) -> impl Iterator<Item = (u16, u16)> {
    let offers = check.follow_ups.tls_offers.iter().flatten();
    offers.filter_map(|offer| match offer.answer {
        TlsAnswer::Chosen { version, suite } => Some((version, suite)),
        TlsAnswer::Alert(_) | TlsAnswer::Nothing => None,
    })
}

fn spoken(case: &Case<'_>, id: FindingId, open: &[Failed<'_>]) -> Finding {
    let offers = open.iter().flat_map(|Failed { check, .. }| {
        let offers = check.follow_ups.tls_offers.iter().flatten();
        offers.map(|offer| (*check, of_offer(*offer)))
    });
    Finding::about(case, id, Owner::Server, &ids(open))
        .evidence(evidence::of_failures(case, open))
        .evidence(evidence::by_place(case.facts, offers))
        .step_alternative(case)
}

fn of_offer(offer: TlsOffer) -> Sentence {
    let offered = version_name(offer.version);
    let (answer, text) = match offer.answer {
        TlsAnswer::Chosen { version, suite } => {
            let text = format!("{}, {}", version_name(version), suite_name(suite));
            ("chosen", text)
        }
        TlsAnswer::Alert(number) => {
            let name = codes::tls::alert_name(number);
            let name = name.map_or_else(|| number.to_string(), str::to_owned);
            ("alert", name)
        }
        TlsAnswer::Nothing => ("nothing", String::new()),
    };
    let args = args! { "offered" => offered, "answer" => answer, "text" => text };
    sentence("evidence-offer", args)
}

fn version_name(number: u16) -> String {
    codes::tls::version_name(number).map_or_else(|| format!("{number:#06x}"), str::to_owned)
}

fn suite_name(number: u16) -> String {
    codes::tls::cipher_suite_name(number).map_or_else(|| format!("{number:#06x}"), str::to_owned)
}
