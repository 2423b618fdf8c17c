//! Paths and offers in a few words: "1 10.1.0.1, 2 10.12.0.2, 3 *, 4 open".
//!
//! A hop is a TTL and what came: an address where a router says that the TTL ran out, "*" for silence, "open", "refused", or
//! an ICMP message as "3/13 from 198.51.100.2", or "replied" for an echo, and "198.51.100.2 stops" where nobody knows why. "ttl" is a router whose address is not known.

use std::net::IpAddr;

use mailcheck::facts::{HelloAnswer, Hop, HopAnswer, LargeHello, TlsAnswer, TlsOffer};
use mailcheck::failure::Icmp;

/// Reads a path.
pub(crate) fn hops(text: &str) -> Vec<Hop> {
    text.split(", ").map(hop).collect()
}

fn hop(text: &str) -> Hop {
    let (ttl, met) = text.split_once(' ').expect("a TTL and what came");
    let ttl = ttl.parse().expect("a TTL");
    let (from, answer) = match met {
        "*" => (None, HopAnswer::Silent),
        "ttl" => (None, HopAnswer::TimeExceeded),
        "open" => (None, HopAnswer::Open),
        "refused" => (None, HopAnswer::Refused),
        "replied" => (None, HopAnswer::Replied),
        _ => {
            if let Some(router) = met.strip_suffix(" stops") {
                (router.parse().ok(), HopAnswer::Stopped)
            } else if let Ok(router) = met.parse() {
                (Some(router), HopAnswer::TimeExceeded)
            } else {
                let icmp = icmp(met);
                (icmp.from, HopAnswer::Unreachable(icmp))
            }
        }
    };
    Hop { ttl, from, answer }
}

/// Reads an ICMP message.
pub(crate) fn icmp(text: &str) -> Icmp {
    let (numbers, from) = text.split_once(" from ").unwrap_or((text, ""));
    let (kind, code) = numbers.split_once('/').expect("type and code");
    let from: Option<IpAddr> = from.parse().ok();
    Icmp {
        kind: kind.parse().expect("a type"),
        code: code.parse().expect("a code"),
        v6: from.is_some_and(|from| from.is_ipv6()),
        from,
    }
}

/// Reads what came to a hello for one TLS version.
pub(crate) fn offer(text: &str) -> TlsOffer {
    let hex = |text: &str| {
        let digits = text.strip_prefix("0x").expect("a number as on the wire");
        u16::from_str_radix(digits, 16).expect("a number")
    };
    let parts: Vec<&str> = text.split(' ').collect();
    let (version, answer) = match parts[..] {
        [offered, "nothing"] => (offered, TlsAnswer::Nothing),
        [offered, "alert", number] => {
            (offered, TlsAnswer::Alert(number.parse().expect("an alert")))
        }
        [offered, "chosen", version, suite] => {
            let (version, suite) = (hex(version), hex(suite));
            (offered, TlsAnswer::Chosen { version, suite })
        }
        _ => panic!("no such offer: {text}"),
    };
    TlsOffer {
        version: hex(version),
        profile: None,
        answer,
        agreed: None,
    }
}

/// What came of a large hello, as the field of a scenario says it.
pub(crate) fn large_hello(text: &str) -> LargeHello {
    let mut words = text.split(' ');
    let answer = match words.next().expect("an answer") {
        "agreed" => Some(HelloAnswer::Chosen {
            group: Some(0x11ec),
        }),
        "taken" => Some(HelloAnswer::Chosen { group: Some(29) }),
        "alert" => {
            let number = words.next().expect("a number");
            Some(HelloAnswer::Alert(number.parse().expect("an alert")))
        }
        "closed" => Some(HelloAnswer::Closed),
        "reset" => Some(HelloAnswer::Reset),
        "silence" => Some(HelloAnswer::Silence(4)),
        "not-tls" => Some(HelloAnswer::NotTls),
        "nothing" => None,
        other => panic!("no such answer: {other}"),
    };
    let mut hello = LargeHello {
        bytes: 1516,
        answer,
        lost: None,
        smaller: None,
        without_group: None,
        small_segments: None,
    };
    for word in words {
        match word {
            "lost" => hello.lost = Some(true),
            "arrived" => hello.lost = Some(false),
            "smaller+" => hello.smaller = Some(true),
            "smaller-" => hello.smaller = Some(false),
            "without-group+" => hello.without_group = Some(true),
            "without-group-" => hello.without_group = Some(false),
            "small-segments+" => hello.small_segments = Some(true),
            "small-segments-" => hello.small_segments = Some(false),
            other => panic!("no such word: {other}"),
        }
    }
    hello
}
