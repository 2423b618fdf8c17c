//! Several targets at a glance: how many of which verdict, the worst first, and which services of which work.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::page::Page;
use super::{Shown, anchor, badge, tools};
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
        let rows = Rows::of(targets);
        if rows.are_many() {
            tools::draw(page, words, targets);
        }
        page.element("ul", &[], |page| {
            for (place, target) in &order {
                rows.element(page, "li", **place, target, |page| {
                    badge(page, words, target.verdict);
                    page.verbatim(" ");
                    let href = format!("#{}", anchor(**place));
                    page.element("a", &[("href", &href)], |page| {
                        page.text(&target.conclusion);
                    });
                });
            }
        });
        matrix(page, words, &order, &rows);
    });
}

/// The places of the targets in every order that a reader may want.
struct Rows {
    by_name: BTreeMap<usize, usize>,
}

impl Rows {
    fn of(targets: &BTreeMap<usize, Shown>) -> Self {
        let mut named: Vec<(String, usize)> = targets
            .iter()
            .map(|(place, target)| (target.typed.to_lowercase(), *place))
            .collect();
        named.sort_unstable();
        let by_name = named.into_iter().enumerate();
        Self {
            by_name: by_name
                .map(|(number, (_, place))| (place, number))
                .collect(),
        }
    }

    fn are_many(&self) -> bool {
        self.by_name.len() > tools::FEW
    }

    /// What stands for a target in a list or a table. Of many, some can be left out and all can be ordered.
    fn element(
        &self,
        page: &mut Page<'_>,
        tag: &'static str,
        place: usize,
        target: &Shown,
        fill: impl FnOnce(&mut Page<'_>),
    ) {
        if !self.are_many() {
            return page.element(tag, &[], fill);
        }
        let name = self.by_name.get(&place).copied().unwrap_or_default();
        let class = format!("one of-{}", target.verdict.name());
        let order = format!("--by-name:{name};--by-line:{place}");
        page.element(tag, &[("class", &class), ("style", &order)], fill);
    }
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
fn matrix(page: &mut Page<'_>, words: &Words, order: &[(&usize, &Shown)], rows: &Rows) {
    let services = order.iter().flat_map(|(_, target)| target.services.keys());
    let services: BTreeSet<Service> = services.copied().collect();
    page.element("div", &[("class", "wide")], |page| {
        let columns = format!("--columns:{}", services.len() + 1);
        let of_many = [("class", "matrix many"), ("style", columns.as_str())];
        let of_few = [("class", "matrix")];
        let attributes = if rows.are_many() {
            &of_many[..]
        } else {
            &of_few
        };
        page.element("table", attributes, |page| {
            page.element("tr", &[], |page| {
                page.say("th", "", &words.plain("column-host"));
                for service in &services {
                    page.say("th", "", service.name());
                }
            });
            for (place, target) in order {
                rows.element(page, "tr", **place, target, |page| {
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
