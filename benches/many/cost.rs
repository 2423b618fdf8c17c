//! What a child costs.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{Resource, UsageWho, getrlimit, getrusage, setrlimit};

/// What a run cost.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// User and system.
    pub(crate) cpu: Duration,
    pub(crate) time: Duration,
    /// Bytes at the peak.
    pub(crate) peak: u64,
    /// How it ended: a program of many targets that all went well ends with 0.
    pub(crate) code: Option<i32>,
}

impl Cost {
    /// Milliseconds of CPU for each of so many.
    pub(crate) fn each(&self, many: u32) -> f64 {
        self.cpu.as_secs_f64() * 1000.0 / f64::from(many)
    }

    /// So many for each second.
    pub(crate) fn rate(&self, many: u32) -> f64 {
        f64::from(many) / self.time.as_secs_f64()
    }
}

/// Runs a command to its end. `time` says what its own peak was, which the usage of all children does not.
pub(crate) fn of(program: &str, arguments: &[&str]) -> Cost {
    let peak = tempfile::NamedTempFile::new().expect("a file");
    let before = children();
    let began = Instant::now();
    let status = Command::new("/usr/bin/time")
        .args(["-f", "%M", "-o"])
        .arg(peak.path())
        .arg(program)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("/usr/bin/time (Debian: time) runs");
    let time = began.elapsed();
    let text = std::fs::read_to_string(peak.path()).expect("it wrote");
    let kilobytes = text
        .lines()
        .last()
        .and_then(|line| line.parse::<u64>().ok());
    Cost {
        cpu: children().saturating_sub(before),
        time,
        peak: kilobytes.unwrap_or_default() * 1024,
        code: status.code(),
    }
}

/// Lets this process and its children open so many files, as far as the system allows.
pub(crate) fn allow_descriptors(many: u64) {
    let limit = Resource::RLIMIT_NOFILE;
    let raised = setrlimit(limit, many, many);
    if raised.is_err()
        && let Ok((_, most)) = getrlimit(limit)
    {
        let _ = setrlimit(limit, most, most);
    }
}

/// The CPU time of all children so far.
fn children() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("Linux tells");
    let times = [usage.user_time(), usage.system_time()];
    let micros = times.map(|time| time.tv_sec() * 1_000_000 + time.tv_usec());
    Duration::from_micros(micros.iter().sum::<i64>().unsigned_abs())
}

/// A list of so many targets.
pub(crate) fn list(many: u32, target: impl Fn(u32) -> String) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    let lines: String = (1..=many).map(|number| target(number) + "\n").collect();
    file.write_all(lines.as_bytes()).expect("it takes it");
    file
}

/// Addresses of loopback, another one for each number.
pub(crate) fn address(number: u32) -> String {
    let [_, high, middle, low] = number.to_be_bytes();
    format!("127.{}.{middle}.{low}", 66 + high)
}
