//! A report of `-f json` or `-f ndjson`, as far as it is compared. What a later version adds is passed over.

mod bounded;

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::args;
use crate::report::json::SCHEMA_VERSION;
use crate::words::Sentence;

/// A run, as its report tells it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Run {
    /// The version of mailcheck.
    pub mailcheck_version: String,
    /// When it began, RFC 3339.
    pub started_at: String,
    /// The worst of all targets.
    pub verdict: String,
    /// From where.
    pub vantage: Vantage,
    /// What was checked.
    #[serde(deserialize_with = "bounded::few")]
    pub targets: Vec<Target>,
    /// Reports of other runs in the same file; they were left out.
    #[serde(skip)]
    pub further: usize,
}

/// From where.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Vantage {
    /// The operating system.
    pub os: String,
}

/// A target.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Target {
    /// As it was typed.
    #[serde(rename = "target")]
    pub typed: String,
    /// In DNS form.
    pub name: String,
    /// The worst finding in one word.
    pub verdict: String,
    /// Every DNS exchange.
    #[serde(deserialize_with = "bounded::few")]
    pub dns: Vec<Exchange>,
    /// Every check.
    #[serde(deserialize_with = "bounded::few")]
    pub checks: Vec<Check>,
    /// What the facts mean.
    #[serde(deserialize_with = "bounded::few")]
    pub findings: Vec<Finding>,
}

/// One question to one DNS server.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Exchange {
    /// Name and type.
    pub question: String,
    /// What came back, in one word.
    pub outcome: String,
    /// The records.
    #[serde(deserialize_with = "bounded::few")]
    pub answers: Vec<String>,
}

/// One service at one address.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Check {
    pub id: u64,
    pub service: String,
    pub host: String,
    pub address: Option<String>,
    pub port: u16,
    pub context: bool,
    pub outcome: String,
    #[serde(deserialize_with = "bounded::few")]
    pub steps: Vec<Step>,
    #[serde(deserialize_with = "bounded::few_or_none")]
    pub capabilities: Option<Vec<String>>,
    #[serde(deserialize_with = "bounded::few_or_none")]
    pub auth_mechanisms: Option<Vec<String>>,
    pub tls: Option<Tls>,
    pub failure: Option<Failure>,
}

/// A stage of a check.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Step {
    pub elapsed_ms: f64,
}

/// A TLS session.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Tls {
    pub version: Option<String>,
    pub cipher_suite: Option<String>,
    pub trusted: bool,
    #[serde(deserialize_with = "bounded::few")]
    pub certificates: Vec<Certificate>,
}

/// A certificate.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Certificate {
    pub sha256: String,
    pub not_after: String,
}

/// What ended a check.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Failure {
    pub stage: String,
    pub class: String,
    pub winsock: Option<Number>,
}

/// An error number.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Number {
    pub code: i64,
    pub name: String,
}

/// A finding.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Finding {
    pub id: String,
    pub severity: String,
    pub owner: String,
    pub title: String,
    #[serde(deserialize_with = "bounded::few")]
    pub checks: Vec<u64>,
    pub location: Option<Location>,
}

/// A place on the path.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Location {
    pub hop: Option<u8>,
    pub address: Option<String>,
}

/// Why bytes are no run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// They are no report of mailcheck.
    NotAReport,
    /// They are one, of another schema.
    OtherSchema(u64),
    /// They hold more than any run comes to.
    TooMuch,
}

impl ReadError {
    /// One sentence about the file `name`, for exit code 2.
    pub fn said(self, name: &str) -> Sentence {
        match self {
            Self::NotAReport => Sentence {
                id: "usage-not-a-report",
                args: args! { "name" => name },
            },
            Self::TooMuch => Sentence {
                id: "usage-too-much",
                args: args! { "name" => name },
            },
            Self::OtherSchema(version) => Sentence {
                id: "usage-other-schema",
                args: args! {
                    "name" => name,
                    "version" => version.to_string(),
                    "own" => SCHEMA_VERSION.to_string(),
                },
            },
        }
    }
}

/// What every version of the schema has.
#[derive(Deserialize)]
struct Head {
    schema_version: u64,
    #[serde(rename = "mailcheck_version")]
    _version: String,
    started_at: String,
    #[serde(rename = "targets")]
    _targets: Vec<IgnoredAny>,
}

/// Reads the first run of `bytes`: one object of `-f json`, or the objects of `-f ndjson` that began at the same time.
pub fn read(bytes: &[u8]) -> Result<Run, ReadError> {
    bounded::begin();
    let text = decoded(bytes);
    let mut rest: &str = &text;
    let mut run: Option<Run> = None;
    while !rest.trim_ascii_start().is_empty() {
        let mut heads = serde_json::Deserializer::from_str(rest).into_iter::<Head>();
        let head = heads
            .next()
            .and_then(Result::ok)
            .ok_or(ReadError::NotAReport)?;
        let (object, behind) = rest.split_at(heads.byte_offset());
        rest = behind;
        if head.schema_version != u64::from(SCHEMA_VERSION) {
            return Err(ReadError::OtherSchema(head.schema_version));
        }
        match &mut run {
            Some(run) if run.started_at != head.started_at => run.further += 1,
            Some(run) if run.targets.len() >= bounded::LIST_MAX => return Err(ReadError::TooMuch),
            Some(run) => join(run, parsed(object)?),
            None => run = Some(parsed(object)?),
        }
    }
    run.ok_or(ReadError::NotAReport)
}

fn parsed(object: &str) -> Result<Run, ReadError> {
    serde_json::from_str(object).map_err(|_| {
        if bounded::is_too_much() {
            ReadError::TooMuch
        } else {
            ReadError::NotAReport
        }
    })
}

fn join(run: &mut Run, other: Run) {
    let worse = |one: &str| super::rank(&super::VERDICTS, one);
    if worse(&other.verdict) > worse(&run.verdict) {
        run.verdict = other.verdict;
    }
    run.targets.extend(other.targets);
}

/// The text of the file. Where Windows `PowerShell` redirects output it writes UTF-16 with a byte order mark.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xff, 0xfe, rest @ ..] => {
            let units = rest
                .chunks_exact(2)
                .map(|two| u16::from_le_bytes([two[0], two[1]]));
            let letters = char::decode_utf16(units);
            letters
                .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect()
        }
        _ => String::from_utf8_lossy(bytes).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str =
        r#"{"schema_version":1,"mailcheck_version":"0.1.0","started_at":"2026-11-21T20:51:07Z","#;

    fn report(rest: &str) -> String {
        format!("{HEAD}{rest}}}")
    }

    // 16 MiB of `{}` were gigabytes in memory, and half a minute against themselves.
    #[test]
    fn a_file_that_holds_more_than_any_run_is_refused_at_once() {
        let many = |one: &str, count: usize| vec![one; count].join(",");
        let started = std::time::Instant::now();
        for rest in [
            format!(r#""targets":[{{"checks":[{}]}}]"#, many("{}", 100_000)),
            format!(r#""targets":[{}]"#, many("{}", 100_000)),
            format!(r#""targets":[{{"findings":[{}]}}]"#, many("{}", 100_000)),
            format!(
                r#""targets":[{{"checks":[{{"capabilities":[{}]}}]}}]"#,
                many("\"\"", 20_000)
            ),
        ] {
            assert_eq!(
                read(report(&rest).as_bytes()),
                Err(ReadError::TooMuch),
                "{rest:.80}"
            );
        }
        // What a run comes to is read: the limits are of one file, and not of the program's life.
        let rest = format!(r#""targets":[{{"checks":[{}]}}]"#, many("{}", 9_000));
        for _ in 0..3 {
            assert!(read(report(&rest).as_bytes()).is_ok());
        }
        assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    }

    #[test]
    fn what_is_no_report_is_told_apart() {
        let other = report(r#""targets":[]"#).replace("_version\":1", "_version\":2");
        let deep = "[".repeat(100_000);
        let rows = [
            ("", ReadError::NotAReport),
            (" \n", ReadError::NotAReport),
            ("null", ReadError::NotAReport),
            ("[]", ReadError::NotAReport),
            ("{}", ReadError::NotAReport),
            ("220 mx ESMTP", ReadError::NotAReport),
            (r#"{"schema_version":1}"#, ReadError::NotAReport),
            (&deep, ReadError::NotAReport),
            (&report(r#""targets":{}"#), ReadError::NotAReport),
            (
                &report(r#""targets":[{"checks":7}]"#),
                ReadError::NotAReport,
            ),
            (&report(r#""targets":[]"#)[1..], ReadError::NotAReport),
            (&(report(r#""targets":[]"#) + "x"), ReadError::NotAReport),
            (&other, ReadError::OtherSchema(2)),
        ];
        for (text, error) in rows {
            assert_eq!(read(text.as_bytes()), Err(error), "{text:.60}");
        }
    }

    #[test]
    fn what_is_not_known_is_passed_over() {
        let text = report(
            r#""later":[1],"targets":[{"target":"a","new":{"x":[]},"checks":[{"port":25,"tls":null}]}]"#,
        );
        let run = read(text.as_bytes()).expect("a report");
        assert_eq!(run.targets[0].typed, "a");
        assert_eq!(
            (run.targets[0].checks[0].port, &run.targets[0].checks[0].tls),
            (25, &None)
        );
    }

    #[test]
    fn lines_of_one_run_are_one_run() {
        let line = |verdict: &str, target: &str| {
            report(&format!(
                r#""verdict":"{verdict}","targets":[{{"target":"{target}"}}]"#
            ))
        };
        let other = line("failed", "c").replace("20:51:07", "21:51:07");
        let text = [line("ok", "a"), line("warning", "b"), other].join("\n");
        let run = read(text.as_bytes()).expect("a report");
        let targets: Vec<&str> = run.targets.iter().map(|one| one.typed.as_str()).collect();
        assert_eq!(
            (targets, run.verdict.as_str(), run.further),
            (vec!["a", "b"], "warning", 1)
        );
    }

    #[test]
    fn files_of_windows_are_read() {
        let text = report(r#""targets":[]"#);
        let mut utf16 = vec![0xff, 0xfe];
        utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let utf8 = [b"\xef\xbb\xbf", text.as_bytes()].concat();
        for bytes in [&utf16, &utf8] {
            assert_eq!(read(bytes), read(text.as_bytes()));
        }
    }
}
