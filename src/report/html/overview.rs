//! Several targets at a glance: how many of which verdict, the worst first, and which services of which work.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::page::Page;
use super::{Shown, anchor, badge};
use crate::args;
use crate::facts::Facts;
use crate::finding::Verdict;
use crate::report::rows::Outcome;
use crate::report::{Summary, sentences};
use crate::service::Service;
use crate::words::Words;

/// What came of a service at all addresses of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Everything that was tried worked.
    Works,
    /// Some of it did.
    Partly,
    /// None of it did.
    Fails,
}

impl Cell {
    /// With one more check that came to `ok`.
    fn and(self, ok: bool) -> Self {
        match (self, ok) {
            (Self::Works, true) => Self::Works,
            (Self::Fails, false) => Self::Fails,
            (Self::Works, false) | (Self::Fails, true) | (Self::Partly, _) => Self::Partly,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Works => "ok",
            Self::Partly => "warning",
            Self::Fails => "failed",
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Works => "outcome-ok",
            Self::Partly => "outcome-partly",
            Self::Fails => "outcome-failed",
        }
    }
}

/// What came of each service that was asked for.
pub(super) fn cells(facts: &Facts) -> BTreeMap<Service, Cell> {
    let mut cells: BTreeMap<Service, Cell> = BTreeMap::new();
    for check in facts.checks.iter().filter(|check| !check.context) {
        let ok = match Outcome::of(check) {
            Outcome::Ok => true,
            Outcome::Failed => false,
            Outcome::Skipped => continue,
        };
        let first = if ok { Cell::Works } else { Cell::Fails };
        let cell = cells.entry(check.endpoint.service);
        cell.and_modify(|cell| *cell = cell.and(ok))
            .or_insert(first);
    }
    cells
}

/// Draws the overview.
pub(super) fn draw(
    page: &mut Page<'_>,
    words: &Words,
    summary: &Summary,
    targets: &BTreeMap<usize, Shown>,
) {
    let mut order: Vec<(&usize, &Shown)> = targets.iter().collect();
    order.sort_by_key(|(place, target)| (Reverse(target.verdict), **place));
    page.element("header", &[("class", "overview")], |page| {
        let args = args! {
            "good" => sentences::count(summary.working),
            "all" => sentences::count(summary.targets),
        };
        page.say("h1", "", &words.text("conclusion-targets", &args));
        counts(page, words, targets);
        page.element("ul", &[], |page| {
            for (place, target) in &order {
                page.element("li", &[], |page| {
                    badge(page, words, target.verdict);
                    page.verbatim(" ");
                    let href = format!("#{}", anchor(**place));
                    page.element("a", &[("href", &href)], |page| {
                        page.text(&target.conclusion);
                    });
                });
            }
        });
        matrix(page, words, &order);
    });
}

/// How many targets have which verdict, the worst first.
fn counts(page: &mut Page<'_>, words: &Words, targets: &BTreeMap<usize, Shown>) {
    page.element("p", &[("class", "counts")], |page| {
        for verdict in Verdict::ALL.into_iter().rev() {
            let same = targets.values().filter(|target| target.verdict == verdict);
            let count = same.count();
            if count > 0 {
                badge(page, words, verdict);
                page.verbatim(" ");
                page.say("span", "count", &count.to_string());
                page.verbatim(" ");
            }
        }
    });
}

/// Targets by services.
fn matrix(page: &mut Page<'_>, words: &Words, order: &[(&usize, &Shown)]) {
    let services = order.iter().flat_map(|(_, target)| target.services.keys());
    let services: BTreeSet<Service> = services.copied().collect();
    page.element("div", &[("class", "wide")], |page| {
        page.element("table", &[("class", "matrix")], |page| {
            page.element("tr", &[], |page| {
                page.say("th", "", &words.plain("column-host"));
                for service in &services {
                    page.say("th", "", service.name());
                }
            });
            for (place, target) in order {
                page.element("tr", &[], |page| {
                    page.element("td", &[], |page| {
                        let href = format!("#{}", anchor(**place));
                        page.element("a", &[("href", &href)], |page| page.text(&target.typed));
                    });
                    for service in &services {
                        match target.services.get(service) {
                            Some(cell) => {
                                let class = format!("cell {}", cell.class());
                                page.say("td", &class, &words.plain(cell.id()));
                            }
                            None => page.say("td", "cell", "–"),
                        }
                    }
                });
            }
        });
    });
}
