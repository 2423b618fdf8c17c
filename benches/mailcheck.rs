//! What a run costs: the start of the process, a whole check, and the pure rooms.

#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};
use mailcheck::report::{Detail, Format, Style};
use mailcheck::wire::{foreign, imap, smtp};
use mailcheck::words::{Lang, Words};
use support::certificates::Pki;
use support::server::Server;

const DIALOGUE: &str = "S: 220 mail.test ESMTP\nC: EHLO\nS: 250-mail.test\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 go\n\
    TLS\nC: EHLO\nS: 250-mail.test\nS: 250-PIPELINING\nS: 250-SIZE 10240000\nS: 250 AUTH PLAIN LOGIN\nC: QUIT\nS: 221 bye";

fn mailcheck(args: &[&str]) {
    let status = Command::new(env!("CARGO_BIN_EXE_mailcheck"))
        .args(args)
        .stdout(Stdio::null())
        .status()
        .expect("the binary runs");
    assert!(status.success(), "{args:?}");
}

fn process(c: &mut Criterion) {
    let pki = Pki::new();
    let ca_file = pki.ca_file();
    let ca_file = ca_file.to_str().expect("UTF-8");
    let server = Server::play_tls(DIALOGUE, pki.server());
    let url = format!("submission://127.0.0.1:{}", server.port());
    let mut group = c.benchmark_group("process");
    group.sample_size(30);
    group.bench_function("cold start", |b| b.iter(|| mailcheck(&["--version"])));
    group.bench_function("explain a code", |b| {
        b.iter(|| mailcheck(&["explain", "10060"]));
    });
    group.bench_function("a full STARTTLS check", |b| {
        b.iter(|| mailcheck(&[&url, "--ca-file", ca_file]));
    });
    group.finish();
}

fn parsers(c: &mut Criterion) {
    let ehlo = b"250-mail.test\r\n250-PIPELINING\r\n250-SIZE 10240000\r\n250-STARTTLS\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME\r\n";
    let capability = b"* CAPABILITY IMAP4rev1 SASL-IR LOGIN-REFERRALS ID ENABLE IDLE LITERAL+ STARTTLS LOGINDISABLED\r\n";
    c.bench_function("parse an EHLO reply", |b| {
        b.iter(|| smtp::reply(black_box(ehlo)));
    });
    c.bench_function("parse a CAPABILITY response", |b| {
        b.iter(|| imap::response(black_box(capability)));
    });
    c.bench_function("tell a foreign protocol", |b| {
        b.iter(|| foreign::identify(black_box(b"HTTP/1.1 400 Bad Request\r\n")));
    });
}

fn thinking(c: &mut Criterion) {
    let reports = support::fixtures::all();
    for (name, report) in &reports {
        c.bench_function(&format!("diagnose: {name}"), |b| {
            b.iter(|| {
                for target in &report.targets {
                    black_box(mailcheck::diagnose::diagnose(black_box(&target.facts)));
                }
            });
        });
    }
    let style = Style {
        colour: false,
        unicode: true,
        width: 80,
        detail: Detail::Normal,
        redact: false,
    };
    for format in [Format::Text, Format::Json, Format::Markdown] {
        c.bench_function(&format!("render everything: {format:?}"), |b| {
            b.iter(|| {
                let words = Words::new(Lang::En);
                for (_, report) in &reports {
                    let mut out = Vec::new();
                    mailcheck::report::render(report, format, style, &words, &mut out)
                        .expect("a vector takes it");
                    black_box(out);
                }
            });
        });
    }
}

/// What a target costs in a short list and in a long one: nothing of it may be kept when it has been told. Printed, and
/// not measured again and again as the others are.
#[cfg(target_os = "linux")]
#[expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
fn many(_: &mut Criterion) {
    // The peak of all children so far: the short list goes first, and the limit is for the long one.
    let [short, long] = [1_000, LONG].map(|targets| (targets, refused(targets)));
    for (targets, cost) in [short, long] {
        println!(
            "{targets} refused targets: {:.3} ms of CPU a target, {} MiB at the peak",
            cost.cpu.as_secs_f64() * 1000.0 / f64::from(targets),
            cost.peak >> 20,
        );
    }
    // What a debug build takes is nobody's concern.
    if !cfg!(debug_assertions) {
        assert!(long.1.peak <= 64 << 20, "more than 64 MiB for a long list");
    }
}

/// Targets of the long list. A debug build, which the tests run once, would be at it for minutes.
#[cfg(target_os = "linux")]
const LONG: u32 = if cfg!(debug_assertions) {
    2_000
} else {
    100_000
};

#[cfg(not(target_os = "linux"))]
fn many(_: &mut Criterion) {}

/// What a run cost.
#[cfg(target_os = "linux")]
#[derive(Clone, Copy)]
struct Cost {
    cpu: std::time::Duration,
    /// Bytes.
    peak: u64,
}

/// Runs over a list of so many targets at which nobody listens, each with an address of its own.
#[cfg(target_os = "linux")]
fn refused(targets: u32) -> Cost {
    use std::io::Write as _;

    use nix::sys::resource::{UsageWho, getrusage};
    let usage = || getrusage(UsageWho::RUSAGE_CHILDREN).expect("Linux tells");
    let cpu = || {
        let usage = usage();
        let times = [usage.user_time(), usage.system_time()];
        let micros = times.map(|time| time.tv_sec() * 1_000_000 + time.tv_usec());
        std::time::Duration::from_micros(micros.iter().sum::<i64>().unsigned_abs())
    };
    let mut list = tempfile::NamedTempFile::new().expect("a file");
    for number in 1..=targets {
        let [_, high, middle, low] = number.to_be_bytes();
        writeln!(list, "smtp://127.{}.{middle}.{low}:9", 66 + high).expect("it takes it");
    }
    let before = cpu();
    Command::new(env!("CARGO_BIN_EXE_mailcheck"))
        .args(["-f", "ndjson", "--targets"])
        .arg(list.path())
        .stdout(Stdio::null())
        .status()
        .expect("the binary runs");
    Cost {
        cpu: cpu().saturating_sub(before),
        peak: usage().max_rss().unsigned_abs() * 1024,
    }
}

criterion_group!(benches, process, parsers, thinking, many);
criterion_main!(benches);
