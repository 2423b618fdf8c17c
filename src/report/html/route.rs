//! A path as a picture: the hops from top to bottom, and where the fault is.

use super::page::Page;
use crate::args;
use crate::facts::{HopAnswer, Sweep};
use crate::finding::{Certainty, Location};
use crate::report::path::{self, Leg};
use crate::words::Words;

/// Draws the path of `sweep`, with the fault where its place is known.
pub(super) fn draw(page: &mut Page<'_>, words: &Words, sweep: &Sweep, fault: Option<Location>) {
    let destination = sweep.destination;
    let args = args! {
        "port" => destination.port(),
        "address" => destination.ip().to_string(),
    };
    page.element("article", &[("class", "card route")], |page| {
        page.say("h4", "", &words.text("html-path", &args));
        page.element("ol", &[("class", "hops")], |page| {
            stop(page, "start", |page| {
                page.say("span", "who", &words.plain("html-path-start"));
            });
            for leg in path::legs(sweep) {
                hop(page, words, &leg, fault);
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

fn hop(page: &mut Page<'_>, words: &Words, leg: &Leg, fault: Option<Location>) {
    let here = fault.filter(|one| {
        let hop = one.hop.filter(|hop| (leg.first..=leg.last).contains(hop));
        hop.is_some()
    });
    let mut class = path::answer(leg.answer).to_owned();
    if here.is_some() {
        class.push_str(" fault");
    }
    stop(page, &class, |page| {
        page.say("span", "ttl", &path::number(leg));
        page.verbatim(" ");
        page.say("span", "who", &path::what(words, leg));
        if let Some(location) = here {
            let id = match location.certainty {
                Certainty::At => "html-path-fault-at",
                Certainty::AtOrAfter => "html-path-fault-after",
            };
            page.verbatim(" ");
            page.say("b", "mark", &words.plain(id));
        }
    });
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
