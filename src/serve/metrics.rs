//! What `/metrics` tells of this server itself.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use crate::finding::Verdict;

/// Upper ends of the buckets of durations, in seconds.
const BUCKETS: [f64; 10] = [0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 90.0];

/// Why a probe came to no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Refusal {
    /// It makes no sense.
    Usage,
    /// The target is not listed.
    NotAllowed,
    /// It is listed, and leads elsewhere.
    LeadsElsewhere,
    /// A page of somebody else asks.
    Foreign,
    /// There are too many.
    Busy,
}

impl Refusal {
    const ALL: [Self; 5] = [
        Self::Usage,
        Self::NotAllowed,
        Self::LeadsElsewhere,
        Self::Foreign,
        Self::Busy,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Usage => "usage",
            Self::NotAllowed => "not-allowed",
            Self::LeadsElsewhere => "leads-elsewhere",
            Self::Foreign => "foreign-page",
            Self::Busy => "busy",
        }
    }
}

/// What is counted.
#[derive(Debug, Default)]
pub(super) struct Metrics {
    /// Unix time at which the server began.
    pub(super) started: Cell<i64>,
    /// Clients that are connected.
    pub(super) clients: Cell<u64>,
    /// Checks under way.
    pub(super) in_flight: Cell<u64>,
    /// Answers that were given from memory.
    pub(super) kept: Cell<u64>,
    /// Answers that came from a check that somebody else had asked for.
    pub(super) shared: Cell<u64>,
    /// Whether the files were good when they were last read, and when they were good last.
    pub(super) configuration: Cell<(bool, i64)>,
    requests: RefCell<BTreeMap<(&'static str, u16), u64>>,
    refused: RefCell<BTreeMap<Refusal, u64>>,
    verdicts: RefCell<BTreeMap<&'static str, u64>>,
    durations: RefCell<Durations>,
}

#[derive(Debug, Default)]
struct Durations {
    buckets: [u64; BUCKETS.len()],
    count: u64,
    sum: f64,
}

impl Metrics {
    /// Counts an answer.
    pub(super) fn answered(&self, handler: &'static str, status: u16) {
        *self
            .requests
            .borrow_mut()
            .entry((handler, status))
            .or_default() += 1;
    }

    /// Counts a probe that was refused.
    pub(super) fn refused(&self, why: Refusal) {
        *self.refused.borrow_mut().entry(why).or_default() += 1;
    }

    /// Counts a check that is done.
    pub(super) fn checked(&self, verdict: Verdict, took: Duration) {
        *self
            .verdicts
            .borrow_mut()
            .entry(verdict.name())
            .or_default() += 1;
        let mut durations = self.durations.borrow_mut();
        let seconds = took.as_secs_f64();
        durations.count += 1;
        durations.sum += seconds;
        for (end, count) in BUCKETS.iter().zip(&mut durations.buckets) {
            *count += u64::from(seconds <= *end);
        }
    }

    /// All of it, in the text format of Prometheus.
    pub(super) fn render(&self) -> String {
        let mut page = Page::default();
        let version = env!("CARGO_PKG_VERSION");
        let name = page.family(
            "build_info",
            "gauge",
            "The version of mailcheck that answers.",
        );
        page.sample(name, &format!("{{version=\"{version}\"}}"), 1);
        let name = page.family("requests_total", "counter", "Requests that were answered.");
        for ((handler, status), count) in &*self.requests.borrow() {
            let labels = format!("{{handler=\"{handler}\",code=\"{status}\"}}");
            page.sample(name, &labels, count);
        }
        let name = page.family(
            "probes_total",
            "counter",
            "Checks that were made, by verdict.",
        );
        for verdict in Verdict::ALL {
            let verdict = verdict.name();
            let count = self.verdicts.borrow().get(verdict).copied();
            let labels = format!("{{verdict=\"{verdict}\"}}");
            page.sample(name, &labels, count.unwrap_or_default());
        }
        let help = "Probes that were refused, by reason.";
        let name = page.family("probes_refused_total", "counter", help);
        for why in Refusal::ALL {
            let count = self.refused.borrow().get(&why).copied();
            let labels = format!("{{reason=\"{}\"}}", why.name());
            page.sample(name, &labels, count.unwrap_or_default());
        }
        let help = "Probes that were answered without a check of their own: from memory, or by one under way.";
        let name = page.family("cache_hits_total", "counter", help);
        page.sample(name, "{from=\"memory\"}", self.kept.get());
        page.sample(name, "{from=\"flight\"}", self.shared.get());
        let name = page.family("probes_in_flight", "gauge", "Checks that are under way.");
        page.sample(name, "", self.in_flight.get());
        let name = page.family("clients", "gauge", "Clients that are connected.");
        page.sample(name, "", self.clients.get());
        self.render_durations(&mut page);
        let (good, when) = self.configuration.get();
        let help = "1 where the files of settings were good when they were last read.";
        let name = page.family("config_last_reload_successful", "gauge", help);
        page.sample(name, "", u8::from(good));
        let help = "Unix time at which the files of settings were last read and good.";
        let name = page.family(
            "config_last_reload_success_timestamp_seconds",
            "gauge",
            help,
        );
        page.sample(name, "", when);
        self.render_process(&mut page);
        page.text
    }

    fn render_durations(&self, page: &mut Page) {
        let help = "How long checks took.";
        let name = page.family("probe_duration_seconds", "histogram", help);
        let durations = self.durations.borrow();
        let bucket = |page: &mut Page, end: &str, count: u64| {
            page.sample(name, &format!("_bucket{{le=\"{end}\"}}"), count);
        };
        for (end, count) in BUCKETS.iter().zip(durations.buckets) {
            bucket(page, &end.to_string(), count);
        }
        bucket(page, "+Inf", durations.count);
        page.sample(name, "_sum", durations.sum);
        page.sample(name, "_count", durations.count);
    }

    /// Under the names that every exporter has for them.
    fn render_process(&self, page: &mut Page) {
        let name = "process_start_time_seconds";
        page.head(name, "gauge", "Unix time at which the process began.");
        let _ = writeln!(page.text, "{name} {}", self.started.get());
        if let Some(bytes) = resident_memory() {
            let name = "process_resident_memory_bytes";
            page.head(name, "gauge", "Memory that the process has.");
            let _ = writeln!(page.text, "{name} {bytes}");
        }
    }
}

/// What Linux tells of this process; `None` elsewhere.
fn resident_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn family(&mut self, name: &'static str, kind: &str, help: &str) -> &'static str {
        self.head(&format!("mailcheck_serve_{name}"), kind, help);
        name
    }

    fn head(&mut self, name: &str, kind: &str, help: &str) {
        let _ = write!(self.text, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
    }

    fn sample(&mut self, name: &str, labels: &str, value: impl std::fmt::Display) {
        let _ = writeln!(self.text, "mailcheck_serve_{name}{labels} {value}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_is_told() {
        let metrics = Metrics::default();
        metrics.answered("probe", 200);
        metrics.answered("probe", 200);
        metrics.refused(Refusal::NotAllowed);
        metrics.checked(Verdict::Failed, Duration::from_millis(700));
        let text = metrics.render();
        for line in [
            "mailcheck_serve_requests_total{handler=\"probe\",code=\"200\"} 2",
            "mailcheck_serve_probes_refused_total{reason=\"not-allowed\"} 1",
            "mailcheck_serve_probes_total{verdict=\"failed\"} 1",
            "mailcheck_serve_probes_total{verdict=\"ok\"} 0",
            "mailcheck_serve_probe_duration_seconds_bucket{le=\"0.5\"} 0",
            "mailcheck_serve_probe_duration_seconds_bucket{le=\"1\"} 1",
            "mailcheck_serve_probe_duration_seconds_bucket{le=\"+Inf\"} 1",
            "mailcheck_serve_probe_duration_seconds_sum 0.7",
        ] {
            assert!(text.lines().any(|one| one == line), "{line}\n{text}");
        }
    }
}
