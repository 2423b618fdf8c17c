//! The table of checks, for whatever shows one: which checks share a row, and what the row says.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::time::Duration;

use super::sentences;
use crate::args;
use crate::facts::{Check, Facts, Reading};
use crate::service::Endpoint;
use crate::words::Words;

/// A row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The place of the host in [`Facts::hosts`].
    pub host: usize,
    /// One, or all those that failed alike for want of an address.
    pub endpoints: Vec<Endpoint>,
    /// Whether it was tried only for comparison.
    pub context: bool,
    /// Where.
    pub place: Place,
    /// What came of it.
    pub outcome: Outcome,
    /// How long it took; the slowest where checks share the row.
    pub elapsed: Duration,
    /// A few words, with server text in them as it came.
    pub details: String,
}

/// Whether the rows stand below the name of their host: those of a mail domain, and those of an address whose servers are
/// several hosts, which may well have one address.
pub fn are_grouped(facts: &Facts) -> bool {
    facts.reading == Reading::Domain || facts.hosts.len() > 1
}

/// Where the checks of a row were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nowhere: the host has no address.
    Nowhere,
    /// At one address.
    At(IpAddr),
    /// At every address of the host, so many, with the same result.
    Everywhere(usize),
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Everything that was asked worked.
    Ok,
    /// Something did not.
    Failed,
    /// It was not begun.
    Skipped,
}

impl Outcome {
    /// Of one check.
    pub fn of(check: &Check) -> Self {
        if check.failure.is_some() {
            Self::Failed
        } else if check.steps.is_empty() {
            Self::Skipped
        } else {
            Self::Ok
        }
    }

    /// The name in the JSON output and in the ids of words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }
}

/// The rows of a table. `every_check` gives each check a row of its own; otherwise what was the same at every address is
/// said once.
pub fn rows(words: &Words, facts: &Facts, every_check: bool) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut rest = facts.checks.as_slice();
    let mut skipped = Vec::new();
    while let Some(first) = rest.first() {
        if !every_check && first.skipped {
            skipped.push(row(words, facts, first));
            rest = &rest[1..];
            continue;
        }
        let length = rest
            .iter()
            .take_while(|check| same_service(first, check) && (every_check || !check.skipped))
            .count();
        let (group, behind) = rest.split_at(length);
        rest = behind;
        let single = group.iter().map(|check| row(words, facts, check));
        let single: Vec<Row> = single.collect();
        if every_check || !alike(&single) {
            rows.extend(single);
        } else if let Some(shared) = share(&single) {
            rows.push(shared);
        }
    }
    if every_check {
        return rows;
    }
    let (alike, rows) = rows
        .iter()
        .cloned()
        .partition(|row| is_alike_everywhere(facts, &rows, row));
    let mut joined = join(rows, [alike, skipped].concat());
    // What was tried for comparison comes behind what was asked for.
    joined.sort_by_key(|row| (row.host, row.context));
    joined
}

/// Whether every service of its host failed as `row` did, at the same place.
fn is_alike_everywhere(facts: &Facts, rows: &[Row], row: &Row) -> bool {
    if row.outcome != Outcome::Failed || row.context {
        return false;
    }
    let checks = facts.checks.iter();
    let own = checks.filter(|check| check.host == row.host && !check.context);
    own.map(|check| check.endpoint).all(|endpoint| {
        rows.iter()
            .any(|other| says_the_same(other, row) && other.endpoints.contains(&endpoint))
    })
}

/// The service of a row, or how many they are.
pub fn service_name(words: &Words, row: &Row) -> String {
    match row.endpoints.as_slice() {
        [endpoint] => endpoint.service.name().to_owned(),
        _ if row.context => words.plain("row-others"),
        several => {
            let count = sentences::count(several.len());
            words.text("row-services", &args! { "count" => count })
        }
    }
}

/// The port of a row, or the ports of a comparison; empty where they are several services.
pub fn port(row: &Row) -> String {
    match row.endpoints.as_slice() {
        [endpoint] => endpoint.port.to_string(),
        _ if !row.context => String::new(),
        several => {
            let ports: BTreeSet<u16> = several.iter().map(|endpoint| endpoint.port).collect();
            let ports = ports.iter().map(u16::to_string);
            ports.collect::<Vec<_>>().join(" ")
        }
    }
}

/// The address of a row in words.
pub fn place(words: &Words, row: &Row) -> String {
    match row.place {
        Place::Nowhere => words.plain("row-nowhere"),
        Place::At(address) => address.to_string(),
        Place::Everywhere(count) => {
            let count = sentences::count(count);
            words.text("row-everywhere", &args! { "count" => count })
        }
    }
}

/// How long a row took, in words; empty where nothing was begun.
pub fn time(words: &Words, row: &Row) -> String {
    match row.outcome {
        Outcome::Ok | Outcome::Failed => sentences::duration(words, row.elapsed),
        Outcome::Skipped => String::new(),
    }
}

/// From the beginning of the first step to the end of the last.
pub fn elapsed(check: &Check) -> Duration {
    match (check.steps.first(), check.steps.last()) {
        (Some(first), Some(last)) => (last.at + last.elapsed).saturating_sub(first.at),
        _ => check
            .failure
            .as_ref()
            .map_or(Duration::ZERO, |failure| failure.elapsed),
    }
}

fn row(words: &Words, facts: &Facts, check: &Check) -> Row {
    let what = sentences::check_short(words, facts, check);
    let details = if check.context {
        words.text("what-context", &args! { "what" => what })
    } else {
        what
    };
    Row {
        host: check.host,
        endpoints: vec![check.endpoint],
        context: check.context,
        place: check.address.map_or(Place::Nowhere, Place::At),
        outcome: Outcome::of(check),
        elapsed: elapsed(check),
        details,
    }
}

fn same_service(one: &Check, other: &Check) -> bool {
    (one.host, one.endpoint, one.context) == (other.host, other.endpoint, other.context)
}

fn alike(rows: &[Row]) -> bool {
    rows.len() > 1
        && rows
            .windows(2)
            .all(|pair| (pair[0].outcome, &pair[0].details) == (pair[1].outcome, &pair[1].details))
}

fn share(rows: &[Row]) -> Option<Row> {
    let first = rows.first()?;
    let slowest = rows.iter().map(|row| row.elapsed).max();
    Some(Row {
        place: Place::Everywhere(rows.len()),
        elapsed: slowest.unwrap_or(first.elapsed),
        ..first.clone()
    })
}

/// Joins the rows of services that failed alike for want of an address, those that were compared with the same result,
/// and those that were skipped for the same reason, each behind the other rows of their host.
fn join(rows: Vec<Row>, skipped: Vec<Row>) -> Vec<Row> {
    let mut joined: Vec<Row> = Vec::new();
    for row in rows {
        let may_join = row.context || row.place == Place::Nowhere;
        let same = joined.iter_mut().rev();
        let same = same
            .take_while(|_| may_join)
            .find(|other| says_the_same(other, &row));
        match same {
            Some(last) => take_in(last, row),
            None => joined.push(row),
        }
    }
    for row in skipped {
        if let Some(other) = joined.iter_mut().find(|other| says_the_same(other, &row)) {
            take_in(other, row);
        } else {
            let behind = joined.iter().rposition(|other| other.host <= row.host);
            joined.insert(behind.map_or(0, |place| place + 1), row);
        }
    }
    joined
}

fn says_the_same(one: &Row, other: &Row) -> bool {
    let key = |row: &Row| (row.host, row.context, row.place, row.outcome);
    key(one) == key(other) && one.details == other.details
}

fn take_in(row: &mut Row, other: Row) {
    row.elapsed = row.elapsed.max(other.elapsed);
    row.endpoints.extend(other.endpoints);
}
