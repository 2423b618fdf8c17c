//! The table.

use std::fs;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};
use std::thread;
use std::time::Duration;

use super::support::certificates::Pki;
use super::{blackbox, cost, names, server};

/// The program: that which `MAILCHECK` names, else the one that was built with this. Dependencies of tests and benches add
/// features to it, so that the program as it is released is better built for itself.
static MAILCHECK: LazyLock<String> = LazyLock::new(|| {
    std::env::var("MAILCHECK").unwrap_or_else(|_| env!("CARGO_BIN_EXE_mailcheck").to_owned())
});
/// Sessions that are compared with the bare client's.
const SESSIONS: u32 = 4000;
/// Targets that the exporter probes.
const PROBES: u32 = 500;
/// Targets that say nothing.
const SILENT: u32 = 10_000;
/// Names that unbound is asked for.
const NAMES: u32 = 20_000;
/// Files and sockets that a run may open: as many as the program makes use of.
const DESCRIPTORS: u64 = 32_768;

/// The parts of the table.
const PARTS: [&str; 6] = ["healthy", "refused", "silent", "dns", "alone", "exporter"];

/// Measures everything, or the parts that are named, and prints it line by line.
pub(crate) fn print(named: &[&str]) {
    cost::allow_descriptors(DESCRIPTORS);
    let is_full = std::env::var_os("MANY_FULL").is_some();
    let pki = Pki::new();
    let ca_file = pki.ca_file();
    let ca_file = ca_file.to_str().expect("UTF-8");
    let port = server::healthy(&[Arc::clone(pki.server())]);
    let is_wanted = |part: &&str| named.is_empty() || named.contains(part);
    for part in PARTS.iter().filter(|part| is_wanted(part)) {
        match *part {
            "healthy" => sessions(port, ca_file, if is_full { 100_000 } else { 10_000 }),
            "refused" => refused(if is_full { 100_000 } else { 20_000 }),
            "silent" => silent(),
            "dns" => dns(NAMES),
            "alone" => alone(port, ca_file),
            _ => exporters(port, &pki, ca_file),
        }
    }
}

fn row(what: &str, measured: &str, limit: &str, is_met: bool) {
    let verdict = if is_met { "met" } else { "NOT MET" };
    println!("{what:<64} {measured:>24}   {limit:<24} {verdict}");
}

/// Runs the binary over a list.
fn listed(list: &tempfile::NamedTempFile, more: &[&str]) -> cost::Cost {
    let path = list.path().to_str().expect("UTF-8");
    cost::of(
        &MAILCHECK,
        &[&["-f", "ndjson", "--targets", path], more].concat(),
    )
}

fn healthy(many: u32, port: u16, ca_file: &str) -> cost::Cost {
    let list = cost::list(many, |number| {
        format!("smtp://{}:{port}", cost::address(number))
    });
    let run = listed(&list, &["--ca-file", ca_file, "--tls-name", "mail.test"]);
    assert_eq!(run.code, Some(0), "every target is healthy");
    run
}

fn sessions(port: u16, ca_file: &str, long: u32) {
    let own = std::env::current_exe().expect("a path");
    let own = own.to_str().expect("UTF-8");
    let (port_text, many) = (port.to_string(), SESSIONS.to_string());
    let bare = cost::of(own, &["--bare-sessions", &port_text, &many, ca_file]);
    let ours = healthy(SESSIONS, port, ca_file);
    let (cpu, rate) = (
        ours.each(SESSIONS) / bare.each(SESSIONS),
        ours.rate(SESSIONS) / bare.rate(SESSIONS),
    );
    let measured = format!(
        "{cpu:.2} ({:.2}/{:.2} ms)",
        ours.each(SESSIONS),
        bare.each(SESSIONS)
    );
    row(
        "CPU of a STARTTLS check, times the bare client's",
        &measured,
        "at most 1.25",
        cpu <= 1.25,
    );
    let measured = format!(
        "{rate:.2} ({:.0}/{:.0})",
        ours.rate(SESSIONS),
        bare.rate(SESSIONS)
    );
    row(
        "targets a second, times the bare client's",
        &measured,
        "at least 0.8",
        rate >= 0.8,
    );
    let short = healthy(1000, port, ca_file).each(1000);
    let long_each = healthy(long, port, ca_file).each(long);
    growth(
        &format!("CPU a healthy target, {long} against 1000"),
        short,
        long_each,
    );
}

fn growth(what: &str, short: f64, long: f64) {
    let more = (long / short - 1.0) * 100.0;
    let measured = format!("{more:+.1} % ({long:.3}/{short:.3} ms)");
    row(what, &measured, "within 5 %", more <= 5.0);
}

fn refused(many: u32) {
    let run = |many| {
        let list = cost::list(many, |number| format!("smtp://{}:9", cost::address(number)));
        listed(&list, &[])
    };
    let (short, long) = (run(1000), run(many));
    let what = format!("CPU a refused target, {many} against 1000");
    growth(&what, short.each(1000), long.each(many));
    memory(
        &format!("peak memory, {many} refused targets"),
        long.peak,
        64,
    );
}

fn memory(what: &str, peak: u64, limit: u64) {
    let mebibytes = peak >> 20;
    row(
        what,
        &format!("{mebibytes} MB"),
        &format!("at most {limit} MB"),
        mebibytes <= limit,
    );
}

fn silent() {
    let silent = server::silent();
    let url = |number| format!("smtp://{}:{}", cost::address(number), silent.port);
    let list = cost::list(SILENT, url);
    let (is_over, most) = (AtomicBool::new(false), AtomicUsize::new(0));
    let run = thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Ordering::Relaxed) {
                most.fetch_max(silent.in_flight(), Ordering::Relaxed);
                thread::sleep(Duration::from_millis(100));
            }
        });
        let run = listed(&list, &["--jobs", "10000", "-t", "10", "--no-trace"]);
        is_over.store(true, Ordering::Relaxed);
        run
    });
    let most = most.load(Ordering::Relaxed);
    let what = format!("peak memory, {SILENT} silent targets, {most} in flight");
    memory(&what, run.peak, 160);
}

fn dns(many: u32) {
    let Some(unbound) = names::unbound(many) else {
        println!("DNS: unbound is not installed");
        return;
    };
    let own = std::env::current_exe().expect("a path");
    let (port, count) = (unbound.port.to_string(), many.to_string());
    let own = own.to_str().expect("UTF-8");
    let bare = cost::of(own, &["--bare-questions", &port, &count]);
    let lookups = cost::of(own, &["--lookups", &port, &count]);
    assert_eq!(lookups.code, Some(0), "every name has an address");
    let targets = cost::list(many, |number| format!("smtp://n{number}.names.test.:9"));
    let output = tempfile::tempdir().expect("a directory");
    let output = output.path().join("result.ndjson");
    let path = output.to_str().expect("UTF-8");
    let resolver = format!("127.0.0.1:{port}");
    let more = ["-4", "--resolver", &resolver, "-o", path];
    let unnamed = cost::list(many, |number| format!("smtp://{}:9", cost::address(number)));
    let without = listed(&unnamed, &more);
    let ours = listed(&targets, &more);
    let text = fs::read_to_string(&output).expect("results");
    let lost = text.matches("\"id\":\"dns-timeout\"").count();
    row(
        "DNS: dns-timeout among 20000 names",
        &lost.to_string(),
        "none",
        lost == 0,
    );
    let rate = lookups.rate(many) / bare.rate(many);
    let measured = format!(
        "{rate:.2} ({:.0}/{:.0})",
        lookups.rate(many),
        bare.rate(many)
    );
    row(
        "DNS: lookups a second, times a bare loop of questions",
        &measured,
        "at least 0.5",
        rate >= 0.5,
    );
    // The bare loop asks and does nothing else; of a target, to ask is the smaller part.
    let rate = ours.rate(many) / bare.rate(many);
    let measured = format!("{rate:.2} ({:.0}/{:.0})", ours.rate(many), bare.rate(many));
    let what = "DNS: whole targets (4 connects, a report), times a bare loop";
    println!("{what:<64} {measured:>24}   for comparison");
    let asking = ours.each(many) - without.each(many);
    let measured = format!(
        "{:.2} ({asking:.3}/{:.3} ms)",
        asking / bare.each(many),
        bare.each(many)
    );
    let what = "DNS: CPU of a name beyond its address, times a bare question";
    println!("{what:<64} {measured:>24}   for comparison");
}

fn alone(port: u16, ca_file: &str) {
    let url = format!("smtp://127.66.0.1:{port}");
    let arguments = [
        url.as_str(),
        "--ca-file",
        ca_file,
        "--tls-name",
        "mail.test",
    ];
    let many = 50;
    let all = |arguments: &[&str]| {
        let costs = (0..many).map(|_| cost::of(&MAILCHECK, arguments));
        let costs: Vec<cost::Cost> = costs.collect();
        let cpu: f64 = costs.iter().map(|cost| cost.each(1)).sum();
        let peak = costs.iter().map(|cost| cost.peak).max();
        (cpu / f64::from(many), peak.unwrap_or_default())
    };
    // What starting a process through `time` costs is not ours.
    let (nothing, _) = {
        let costs = (0..many).map(|_| cost::of("/bin/true", &[]).each(1));
        (costs.sum::<f64>() / f64::from(many), 0)
    };
    let (check, peak) = all(&arguments);
    let (version, _) = all(&["-V"]);
    let (check, version) = (check - nothing, version - nothing);
    row(
        "a cold single check, CPU",
        &format!("{check:.2} ms"),
        "at most 3.5 ms",
        check <= 3.5,
    );
    memory("a cold single check, memory", peak, 9);
    row(
        "-V, CPU",
        &format!("{version:.2} ms"),
        "at most 1 ms",
        version <= 1.0,
    );
    let size = fs::metadata(MAILCHECK.as_str()).expect("the binary").len();
    row(
        "the binary",
        &format!("{:.2} MB", size as f64 / 1e6),
        "at most 11 MB",
        size <= 11_000_000,
    );
}

/// Servers that all show one certificate, as a provider's do, and servers with a certificate each: no run verifies the same
/// one twice.
fn exporters(port: u16, pki: &Pki, ca_file: &str) {
    exporter("one certificate", port, ca_file);
    let others = (0..PROBES).map(|_| pki.another(&["mail.test", "127.0.0.1"], 90));
    let others: Vec<_> = others.collect();
    exporter("one each", server::healthy(&others), ca_file);
}

fn exporter(certificates: &str, port: u16, ca_file: &str) {
    let Some(cpu) = blackbox::cpu(port, PROBES, ca_file) else {
        println!("blackbox_exporter is not installed");
        return;
    };
    let ours = healthy(PROBES, port, ca_file);
    let rate = cpu.as_secs_f64() / ours.cpu.as_secs_f64();
    let measured = format!(
        "{rate:.2} ({:.2}/{:.2} ms)",
        ours.each(PROBES),
        cpu.as_secs_f64() * 1000.0 / f64::from(PROBES)
    );
    row(
        &format!("targets a CPU-second, times the exporter's, {certificates}"),
        &measured,
        "at least 3",
        rate >= 3.0,
    );
}
