//! The waterfall: when each stage of each check ran, from left to right.

use std::time::Duration;

use super::page::Page;
use crate::args;
use crate::facts::{Check, Facts};
use crate::failure::Stage;
use crate::report::rows::{self, Place, Row};
use crate::report::sentences;
use crate::words::Words;

/// The units of a picture's width.
const WIDTH: f64 = 1000.0;
/// The units of a bar's height.
const HEIGHT: f64 = 20.0;
/// What took no time is seen all the same.
const THIN: f64 = 4.0;
/// Bars so many times as long as those of the checks that worked are cut, for otherwise nothing else could be seen.
const TOO_LONG: f64 = 5.0;

/// Draws the checks of `facts`.
pub(super) fn draw(page: &mut Page<'_>, words: &Words, facts: &Facts) {
    let drawn = |check: &&Check| !check.steps.is_empty();
    let checks: Vec<&Check> = facts.checks.iter().filter(drawn).collect();
    let rows = rows::rows(words, facts, false);
    page.element("div", &[("class", "timeline")], |page| {
        if let Some(scale) = Scale::of(&checks) {
            legend(page, words, &checks);
            ticks(page, words, scale);
            let mut host = None;
            for (check, row) in rows
                .iter()
                .filter_map(|row| Some((slowest(facts, row)?, row)))
            {
                if facts.hosts.len() > 1 && host != Some(check.host) {
                    host = Some(check.host);
                    let name = facts.hosts.get(check.host);
                    let name = name.map(|host| host.display.as_str());
                    page.say("h4", "", name.unwrap_or_default());
                }
                bar_row(page, words, row, |page| bar(page, words, check, scale));
            }
            if scale.cuts {
                page.say("p", "note", &words.plain("html-cut"));
            }
        }
        // What was not begun has no time, and says the same of many.
        for row in rows.iter().filter(|row| slowest(facts, row).is_none()) {
            bar_row(page, words, row, |_| {});
        }
    });
}

/// The check whose bar stands for a row: the slowest of those that came to the same. `None` where nothing was begun.
fn slowest<'a>(facts: &'a Facts, row: &Row) -> Option<&'a Check> {
    let checks = facts.checks.iter().filter(|check| {
        let there = match row.place {
            Place::Nowhere => false,
            Place::At(address) => check.address == Some(address),
            Place::Everywhere(_) => true,
        };
        there
            && check.host == row.host
            && check.context == row.context
            && row.endpoints.contains(&check.endpoint)
            && !check.steps.is_empty()
    });
    checks.max_by_key(|check| rows::elapsed(check))
}

/// What part of the run the picture shows.
#[derive(Clone, Copy, Debug)]
struct Scale {
    start: Duration,
    span: Duration,
    cuts: bool,
}

impl Scale {
    fn of(checks: &[&Check]) -> Option<Self> {
        let steps = |checks: &[&Check]| {
            let steps = checks.iter().flat_map(|check| &check.steps);
            steps.map(|step| step.at + step.elapsed).max()
        };
        let starts = checks.iter().filter_map(|check| check.steps.first());
        let start = starts.map(|step| step.at).min()?;
        let all = steps(checks)?.saturating_sub(start);
        let good: Vec<&Check> = checks.iter().filter(|one| one.is_ok()).copied().collect();
        let good = steps(&good).map(|end| end.saturating_sub(start).mul_f64(1.25));
        let (span, cuts) = match good {
            Some(good) if good.mul_f64(TOO_LONG) < all && !good.is_zero() => (good, true),
            Some(_) | None => (all, false),
        };
        Some(Self {
            start,
            span: span.max(Duration::from_millis(1)),
            cuts,
        })
    }

    /// Where on the picture a moment is; to the right of it where it is cut.
    fn x(&self, at: Duration) -> f64 {
        at.saturating_sub(self.start).as_secs_f64() / self.span.as_secs_f64() * WIDTH
    }

    /// Round times for the axis, nine at the most.
    fn ticks(&self) -> Vec<Duration> {
        let span = self.span.as_secs_f64();
        let rough = span / 4.0;
        let power = 10_f64.powf(rough.log10().floor());
        let step = [5.0, 2.0, 1.0]
            .map(|factor| factor * power)
            .into_iter()
            .find(|step| *step <= rough)
            .unwrap_or(power)
            // Less is not said in numbers.
            .max(0.001);
        let times = (0..10).map(|number| f64::from(number) * step);
        times
            .take_while(|time| *time <= span * 1.001)
            .map(Duration::from_secs_f64)
            .collect()
    }
}

fn legend(page: &mut Page<'_>, words: &Words, checks: &[&Check]) {
    page.element("ul", &[("class", "legend")], |page| {
        for stage in Stage::ALL {
            let ran = |check: &&&Check| check.step(stage).is_some();
            if checks.iter().any(|check| ran(&check)) {
                page.element("li", &[], |page| {
                    let class = format!("key {stage}");
                    page.element(
                        "svg",
                        &[("class", &class), ("viewBox", "0 0 10 10")],
                        |page| {
                            page.void("rect", &[("width", "10"), ("height", "10"), ("rx", "2")]);
                        },
                    );
                    page.text(&words.plain(&format!("stage-{stage}")));
                });
            }
        }
    });
}

fn ticks(page: &mut Page<'_>, words: &Words, scale: Scale) {
    page.element(
        "div",
        &[("class", "axis"), ("aria-hidden", "true")],
        |page| {
            page.element("div", &[("class", "ticks")], |page| {
                for tick in scale.ticks() {
                    let left = scale.x(scale.start + tick) / WIDTH * 100.0;
                    let label = if tick.is_zero() {
                        "0".to_owned()
                    } else {
                        sentences::duration(words, tick)
                    };
                    let place = format!("left:{left:.2}%");
                    // There is no room beside the last one on a narrow page.
                    let class = if left > 93.0 { "end" } else { "tick" };
                    let attributes = [("class", class), ("style", &place)];
                    page.element("span", &attributes, |page| page.text(&label));
                }
            });
        },
    );
}

/// A row: which check, its bar, what came of it.
fn bar_row(page: &mut Page<'_>, words: &Words, row: &Row, bar: impl FnOnce(&mut Page<'_>)) {
    let class = format!("row {}", row.outcome.name());
    page.element("div", &[("class", &class)], |page| {
        page.element("div", &[("class", "who")], |page| {
            page.say("b", "", &rows::service_name(words, row));
            page.verbatim(" ");
            page.say("span", "port", &rows::port(row));
            page.verbatim(" ");
            page.say("span", "where", &rows::place(words, row));
        });
        page.element("div", &[("class", "bar")], bar);
        page.say("div", "time", &rows::time(words, row));
        page.element("div", &[("class", "what")], |page| {
            let outcome = words.plain(&format!("outcome-{}", row.outcome.name()));
            page.say("b", "outcome", &outcome);
            page.verbatim(" ");
            page.say("span", "", &row.details);
        });
    });
}

fn bar(page: &mut Page<'_>, words: &Words, check: &Check, scale: Scale) {
    let view = format!("0 0 {WIDTH} {HEIGHT}");
    let attributes = [
        ("viewBox", view.as_str()),
        ("preserveAspectRatio", "none"),
        ("role", "img"),
        ("aria-label", &spoken(words, check)),
    ];
    page.element("svg", &attributes, |page| {
        for tick in scale.ticks() {
            let x = format!("{:.1}", scale.x(scale.start + tick));
            let end = HEIGHT.to_string();
            let line = [
                ("class", "grid"),
                ("x1", &x),
                ("x2", &x),
                ("y1", "0"),
                ("y2", &end),
            ];
            page.void("line", &line);
        }
        for step in &check.steps {
            let from = scale.x(step.at).min(WIDTH - THIN);
            let to = scale.x(step.at + step.elapsed);
            // What is cut has its end outside the picture.
            let width = (to.min(WIDTH + THIN) - from).max(THIN);
            let class = if step.ok {
                step.stage.name().to_owned()
            } else {
                format!("{} broken", step.stage)
            };
            let attributes = [
                ("class", class.as_str()),
                ("x", &format!("{from:.1}")),
                ("y", "3"),
                ("width", &format!("{width:.1}")),
                ("height", "14"),
            ];
            page.element("rect", &attributes, |page| {
                page.say("title", "", &step_text(words, step.stage, step.elapsed));
            });
            if to > WIDTH + 1.0 {
                page.void("path", &[("class", "torn"), ("d", TORN)]);
            }
        }
    });
}

/// Teeth at the right end.
const TORN: &str = "M1000 0 L978 0 L992 5 L978 10 L992 15 L978 20 L1000 20 Z";

/// The bar in words, for who cannot see it.
fn spoken(words: &Words, check: &Check) -> String {
    let steps = check.steps.iter();
    let steps = steps.map(|step| step_text(words, step.stage, step.elapsed));
    steps
        .collect::<Vec<_>>()
        .join(&words.plain("between-items"))
}

fn step_text(words: &Words, stage: Stage, elapsed: Duration) -> String {
    let args = args! {
        "stage" => words.plain(&format!("stage-{stage}")),
        "elapsed" => sentences::duration(words, elapsed),
    };
    words.text("record-step-ok", &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        for (span, last, count) in [
            (1_u64, 1.0, 2),
            (7, 7.0, 8),
            (125, 120.0, 7),
            (10_000, 10_000.0, 6),
            (134_000, 120_000.0, 7),
        ] {
            let scale = Scale {
                start: Duration::ZERO,
                span: Duration::from_millis(span),
                cuts: false,
            };
            let ticks = scale.ticks();
            let end = ticks.last().expect("at least nought").as_secs_f64() * 1e3;
            assert_eq!(ticks.len(), count, "{span}: {ticks:?}");
            assert!((end - last).abs() < 0.01, "{span}: {ticks:?}");
        }
    }
}
