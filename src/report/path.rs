//! The way to a server, hop by hop, for whatever shows it.

use std::net::IpAddr;

use super::sentences::icmp_name;
use crate::args;
use crate::facts::{Check, Facts, HopAnswer, Sweep};
use crate::finding::{Evidence, Finding};
use crate::words::{Args, Words};

/// Paths that are shown with one finding: the first tells, the others say the same.
const PATHS_MAX: usize = 2;

/// A hop, or several in a row of which nothing was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leg {
    /// The TTL of the first.
    pub first: u8,
    /// The TTL of the last.
    pub last: u8,
    /// Who answered.
    pub from: Option<IpAddr>,
    /// What the answer was.
    pub answer: HopAnswer,
}

/// The sweep to where `check` was to connect.
pub fn of<'a>(facts: &'a Facts, check: &Check) -> Option<&'a Sweep> {
    let address = check.address?;
    let mut sweeps = facts.sweeps.iter();
    sweeps.find(|sweep| {
        (sweep.destination.ip(), sweep.destination.port()) == (address, check.endpoint.port)
    })
}

/// The sweeps that are to be told beside the evidence of `finding`: none where that tells the paths already.
pub fn beside_evidence<'a>(facts: &'a Facts, finding: &Finding) -> Vec<&'a Sweep> {
    let told = |one: &Evidence| matches!(one, Evidence::Paths(_));
    if finding.evidence.iter().any(told) {
        Vec::new()
    } else {
        of_finding(facts, finding)
    }
}

/// The sweeps to the failed checks that `finding` rests on, each once, as far as they have hops.
pub fn of_finding<'a>(facts: &'a Facts, finding: &Finding) -> Vec<&'a Sweep> {
    let mut sweeps: Vec<&Sweep> = Vec::new();
    let checks = finding.checks.iter().filter_map(|&id| facts.checks.get(id));
    for sweep in checks
        .filter(|check| check.failure.is_some())
        .filter_map(|check| of(facts, check))
    {
        if !sweep.hops.is_empty() && !sweeps.contains(&sweep) {
            sweeps.push(sweep);
        }
    }
    sweeps.truncate(PATHS_MAX);
    sweeps
}

/// The hops, with the silent ones in a row taken together.
pub fn legs(sweep: &Sweep) -> Vec<Leg> {
    let mut legs: Vec<Leg> = Vec::new();
    for hop in &sweep.hops {
        match legs.last_mut() {
            Some(leg) if leg.answer == HopAnswer::Silent && hop.answer == HopAnswer::Silent => {
                leg.last = hop.ttl;
            }
            Some(_) | None => legs.push(Leg {
                first: hop.ttl,
                last: hop.ttl,
                from: hop.from,
                answer: hop.answer,
            }),
        }
    }
    legs
}

/// What the sentence `path-line` names: "Path to port 25 of 192.0.2.1: 1 10.0.0.1, 2-5 silent".
pub fn line_args(words: &Words, sweep: &Sweep) -> Args {
    let legs = legs(sweep);
    let hops: Vec<String> = legs.iter().map(|one| leg(words, one)).collect();
    args! {
        "port" => sweep.destination.port(),
        "address" => sweep.destination.ip().to_string(),
        "hops" => if hops.is_empty() { words.plain("none") } else { hops.join(&words.plain("between-items")) },
    }
}

/// A leg with its number: "1 10.0.0.1", "2-5 silent".
pub fn leg(words: &Words, leg: &Leg) -> String {
    let args = args! { "ttl" => number(leg), "what" => what(words, leg) };
    words.text("path-hop", &args)
}

/// "1", "2-5".
pub fn number(leg: &Leg) -> String {
    if leg.first == leg.last {
        leg.first.to_string()
    } else {
        format!("{}-{}", leg.first, leg.last)
    }
}

/// Who answered, and with what, where that is not what routers on the way do.
pub fn what(words: &Words, leg: &Leg) -> String {
    let from = leg
        .from
        .map_or_else(|| "none".to_owned(), |address| address.to_string());
    let icmp = match leg.answer {
        HopAnswer::Unreachable(icmp) => icmp_name(icmp).map_or_else(
            || format!("ICMP {}.{}", icmp.kind, icmp.code),
            ToOwned::to_owned,
        ),
        HopAnswer::TimeExceeded
        | HopAnswer::Stopped
        | HopAnswer::Open
        | HopAnswer::Refused
        | HopAnswer::Replied
        | HopAnswer::Silent => String::new(),
    };
    let args = args! { "from" => from, "icmp" => icmp };
    words.text(&format!("path-{}", answer(leg.answer)), &args)
}

/// The name in the JSON output and in the ids of words.
pub const fn answer(answer: HopAnswer) -> &'static str {
    match answer {
        HopAnswer::TimeExceeded => "time-exceeded",
        HopAnswer::Unreachable(_) => "unreachable",
        HopAnswer::Stopped => "stopped",
        HopAnswer::Open => "open",
        HopAnswer::Refused => "refused",
        HopAnswer::Replied => "replied",
        HopAnswer::Silent => "silent",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Hop;

    #[test]
    fn silent_hops_in_a_row_are_one_leg() {
        let hop = |ttl, answer| Hop {
            ttl,
            from: None,
            answer,
        };
        let sweep = Sweep {
            deaf: false,
            destination: ([192, 0, 2, 1], 25).into(),
            hops: vec![
                hop(1, HopAnswer::TimeExceeded),
                hop(2, HopAnswer::Silent),
                hop(3, HopAnswer::TimeExceeded),
                hop(4, HopAnswer::Silent),
                hop(5, HopAnswer::Silent),
                hop(6, HopAnswer::Silent),
                hop(7, HopAnswer::Refused),
            ],
        };
        let numbers: Vec<String> = legs(&sweep).iter().map(number).collect();
        assert_eq!(numbers, ["1", "2", "3", "4-6", "7"]);
    }
}
