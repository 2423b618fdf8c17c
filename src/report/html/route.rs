//! A path as a picture: the hops from top to bottom, and where the fault is.

use super::page::Page;
use crate::args;
use crate::facts::{HopAnswer, Sweep};
use crate::finding::{Certainty, Location};
use crate::report::path::{self, Leg};
use crate::report::sentences::count;
use crate::words::Words;

/// Draws the path of `sweep`, which is that to each of `ports`, with the fault where its place is known.
pub(super) fn draw(
    page: &mut Page<'_>,
    words: &Words,
    ports: &[u16],
    sweep: &Sweep,
    fault: Option<Location>,
) {
    let destination = sweep.destination;
    let numbers: Vec<String> = ports.iter().map(ToString::to_string).collect();
    let args = args! {
        "count" => count(ports.len()),
        "ports" => words.list(&numbers),
        "address" => destination.ip().to_string(),
    };
    page.element("article", &[("class", "card route")], |page| {
        page.say("h4", "", &words.text("html-path", &args));
        page.element("ol", &[("class", "hops")], |page| {
            stop(page, "start", |page| {
                page.say("span", "who", &words.plain("html-path-start"));
            });
            for leg in path::legs(sweep) {
                hop(page, words, sweep, &leg, fault);
            }
            // Where the destination has answered, the path ends with it.
            let last = sweep.hops.last().map(|hop| hop.answer);
            if !matches!(last, Some(HopAnswer::Open | HopAnswer::Refused)) {
                let target = args! { "address" => destination.ip().to_string() };
                stop(page, "unreached", |page| {
                    page.say("span", "who", &words.text("html-path-unreached", &target));
                });
            }
        });
    });
}

/// A hop, and behind it the fault where that is not at the hop: what answers lets packets pass, and no cross may stand on
/// it.
fn hop(page: &mut Page<'_>, words: &Words, sweep: &Sweep, leg: &Leg, fault: Option<Location>) {
    let here = fault.filter(|one| {
        let hop = one.hop.filter(|hop| (leg.first..=leg.last).contains(hop));
        hop.is_some()
    });
    // A router that said of a packet that it went no farther is where it ended.
    let ended = matches!(
        leg.answer,
        HopAnswer::Unreachable(_) | HopAnswer::Stopped | HopAnswer::Refused
    );
    let is_at = |one: &Location| one.certainty == Certainty::At || ended;
    let at = here.filter(is_at);
    let behind = here.filter(|one| !is_at(one));
    let mut class = path::answer(leg.answer).to_owned();
    if at.is_some() {
        class.push_str(" fault");
    }
    stop(page, &class, |page| {
        page.say("span", "ttl", &path::number(leg));
        page.verbatim(" ");
        page.say("span", "who", &who(words, sweep, leg, at));
        if at.is_some() {
            page.verbatim(" ");
            page.say("b", "mark", &words.plain("html-path-fault-at"));
        }
    });
    if behind.is_some() {
        stop(page, "between fault", |page| {
            page.say("b", "mark", &words.plain("html-path-fault-after"));
        });
    }
}

/// Who answers at a hop. A device that stands in for the server has an address of its own.
fn who(words: &Words, sweep: &Sweep, leg: &Leg, at: Option<Location>) -> String {
    let own = at.and_then(|location| location.address);
    match own.filter(|own| *own != sweep.destination.ip() && Some(*own) != leg.from) {
        Some(own) if leg.from == Some(sweep.destination.ip()) || leg.from.is_none() => {
            let args = args! {
                "own" => own.to_string(),
                "address" => sweep.destination.ip().to_string(),
            };
            words.text("html-path-stands-in", &args)
        }
        Some(_) | None => path::what(words, leg),
    }
}

/// A stop on the way, with its sign: form says what colour says.
fn stop(page: &mut Page<'_>, class: &str, fill: impl FnOnce(&mut Page<'_>)) {
    page.element("li", &[("class", class)], |page| {
        let sign = [
            ("class", "sign"),
            ("viewBox", "0 0 20 20"),
            ("aria-hidden", "true"),
        ];
        page.element("svg", &sign, |page| {
            if class.contains("fault") || class == "refused" {
                page.void("circle", &[("cx", "10"), ("cy", "10"), ("r", "9")]);
                page.void(
                    "path",
                    &[("class", "cross"), ("d", "M6 6 L14 14 M14 6 L6 14")],
                );
            } else {
                page.void("circle", &[("cx", "10"), ("cy", "10"), ("r", "6")]);
            }
        });
        fill(page);
    });
}
