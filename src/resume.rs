//! What a file of results has already, so that a run can go on where another one ended, however that ended.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use ring::digest::{SHA256, digest};
use serde::Deserialize;

use crate::output::{Output, OutputError};
use crate::words::{Said, Sentence};
use crate::{args, said_errors};

/// Why a file cannot be gone on with.
#[derive(Debug)]
pub enum ResumeError {
    /// The system does not let us.
    Io(OutputError),
    /// Another run goes on with it.
    InUse(PathBuf),
    /// Something else than results is in it.
    NoResults {
        /// As typed.
        path: PathBuf,
        /// Where.
        line: u64,
    },
}

said_errors!(ResumeError);

impl Said for ResumeError {
    fn said(&self) -> Sentence {
        match self {
            Self::Io(error) => error.said(),
            Self::InUse(path) => Sentence {
                id: "resume-in-use",
                args: args! { "path" => path.display().to_string() },
            },
            Self::NoResults { path, line } => Sentence {
                id: "usage-not-resumable",
                args: args! { "path" => path.display().to_string(), "line" => line.to_string() },
            },
        }
    }
}

/// The targets that have their results, as often as they have them.
#[derive(Default)]
pub struct Had {
    path: PathBuf,
    /// Nobody else goes on with the file as long as this lives.
    lock: Option<Lock>,
    /// By the beginning of a digest: a million names would not fit.
    results: RefCell<HashMap<[u8; 16], u32>>,
    left_out: Cell<u32>,
}

/// A lock that other runs see.
#[cfg(target_os = "linux")]
type Lock = nix::fcntl::Flock<File>;
/// Other systems have none that the standard library of the oldest Rust knows.
#[cfg(not(target_os = "linux"))]
type Lock = ();

/// What of a line is looked at.
#[derive(Deserialize)]
struct Written {
    schema_version: u8,
    options: Option<String>,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    target: String,
}

/// How the lines of results begin.
const BEGINNING: &[u8] = b"{\"schema_version\":";

impl Had {
    /// What the file that is resumed has of targets that were asked with `options`. The line at its end that was not
    /// written to its end is cut off.
    pub fn of(outputs: &[Output], options: &str) -> Result<Self, ResumeError> {
        match outputs.iter().find(|output| output.resumed) {
            Some(output) => Self::at(&output.path, options),
            None => Ok(Self::default()),
        }
    }

    fn at(path: &Path, options: &str) -> Result<Self, ResumeError> {
        let failed = |error| ResumeError::Io(OutputError::new(path, error));
        let mut had = Self {
            path: path.to_owned(),
            ..Self::default()
        };
        match open(path) {
            Ok(file) => {
                had.lock = lock(&file).map_err(|error| match error.kind() {
                    io::ErrorKind::WouldBlock => ResumeError::InUse(path.to_owned()),
                    _ => failed(error),
                })?;
                let whole = had.read(&file, options)?;
                file.set_len(whole).map_err(failed)?;
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(failed(error)),
        }
        Ok(had)
    }

    /// Reads every line, and says where the last whole one ends.
    fn read(&mut self, file: &File, options: &str) -> Result<u64, ResumeError> {
        let path = self.path.clone();
        let failed = |error| ResumeError::Io(OutputError::new(&path, error));
        let mut from = BufReader::new(file);
        let (mut line, mut whole, mut number) = (Vec::new(), 0, 0);
        loop {
            line.clear();
            number += 1;
            let length = from.read_until(b'\n', &mut line).map_err(failed)?;
            if length == 0 {
                return Ok(whole);
            }
            let path = path.clone();
            let other = ResumeError::NoResults { path, line: number };
            if line.last() != Some(&b'\n') {
                let beginning = &line[..line.len().min(BEGINNING.len())];
                // What is cut off has to be ours.
                let is_ours = BEGINNING.starts_with(beginning);
                return if is_ours { Ok(whole) } else { Err(other) };
            }
            self.add(&line, options).ok_or(other)?;
            whole += u64::try_from(length).unwrap_or(u64::MAX);
        }
    }

    fn add(&mut self, line: &[u8], options: &str) -> Option<()> {
        let result: Written = serde_json::from_slice(line).ok()?;
        let is_known = result.schema_version == crate::report::json::SCHEMA_VERSION;
        for target in result.targets {
            if result.options.as_deref() == Some(options) {
                let results = self.results.get_mut();
                *results.entry(key(&target.target)).or_default() += 1;
            }
        }
        is_known.then_some(())
    }

    /// Whether there is a result for `typed`, which is good for one target.
    pub fn has(&self, typed: &str) -> bool {
        let mut results = self.results.borrow_mut();
        let Some(left) = results.get_mut(&key(typed)).filter(|left| **left > 0) else {
            return false;
        };
        *left -= 1;
        self.left_out.set(self.left_out.get() + 1);
        true
    }

    /// How many targets had their results, in a sentence; `None` where none had.
    pub fn left_out(&self) -> Option<Sentence> {
        let count = self.left_out.get();
        (count > 0).then(|| Sentence {
            id: "resume-left-out",
            args: args! { "path" => self.path.display().to_string(), "count" => count },
        })
    }
}

fn open(path: &Path) -> io::Result<File> {
    let there = path.metadata()?;
    if there.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !there.is_file() {
        return Err(io::Error::other("it is no regular file"));
    }
    File::options().read(true).write(true).open(path)
}

/// Keeps other runs away from a file: each would cut off the line that the other is about to write. `None` where the file
/// system knows no locks.
#[cfg(target_os = "linux")]
fn lock(file: &File) -> io::Result<Option<Lock>> {
    let kind = nix::fcntl::FlockArg::LockExclusiveNonblock;
    match nix::fcntl::Flock::lock(file.try_clone()?, kind) {
        Ok(lock) => Ok(Some(lock)),
        Err((_, nix::errno::Errno::EWOULDBLOCK)) => Err(io::ErrorKind::WouldBlock.into()),
        Err(_) => Ok(None),
    }
}

#[cfg(not(target_os = "linux"))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the signature is that of Linux, where it can fail"
)]
fn lock(_: &File) -> io::Result<Option<Lock>> {
    Ok(None)
}

/// What a target is known by: a million names would not fit.
pub(crate) fn key(typed: &str) -> [u8; 16] {
    let digest = digest(&SHA256, typed.as_bytes());
    let mut key = [0; 16];
    key.copy_from_slice(&digest.as_ref()[..16]);
    key
}

/// A text in short, the same for the same text in every version and on every machine.
pub fn fingerprint(text: &str) -> String {
    let mut hex = String::with_capacity(32);
    for byte in key(text) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(target: &str, options: &str) -> String {
        format!(
            "{{\"schema_version\":1,\"options\":\"{options}\",\"targets\":[{{\"target\":\"{target}\"}}]}}\n"
        )
    }

    fn had(text: &str) -> (Result<Had, ResumeError>, String) {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("result.ndjson");
        std::fs::write(&path, text).expect("it can be written");
        let had = Had::at(&path, "a");
        (had, std::fs::read_to_string(&path).expect("it is there"))
    }

    #[test]
    fn a_result_is_good_for_one_target_with_the_same_options() {
        let text = [("x", "a"), ("y", "a"), ("x", "a"), ("z", "b")];
        let text: String = text.map(|(target, with)| result(target, with)).concat();
        let (had, left) = had(&text);
        let had = had.expect("results");
        assert_eq!(left, text);
        let asked = ["x", "x", "x", "y", "z", "v"].map(|typed| had.has(typed));
        assert_eq!(asked, [true, true, false, true, false, false]);
    }

    #[test]
    fn a_line_that_was_not_finished_is_cut_off_wherever_it_was_torn() {
        let (first, second) = (result("x", "a"), result("y", "a"));
        for length in 1..second.len() {
            let (had, left) = had(&format!("{first}{}", &second[..length]));
            let had = had.expect("results");
            assert_eq!(left, first, "{length}");
            assert!(had.has("x") && !had.has("y"), "{length}");
        }
    }

    #[test]
    fn what_is_no_result_is_left_as_it_is() {
        let good = result("x", "a");
        let rows = [
            ("Dear diary".to_owned(), 1),
            ("{}\n".to_owned(), 1),
            (format!("{good}\n{good}"), 2),
            (format!("{good}more"), 2),
            (good.replace(":1,", ":2,"), 1),
        ];
        for (text, at) in rows {
            let (had, left) = had(&text);
            let error = had.err().expect("no results");
            assert!(matches!(error, ResumeError::NoResults { line, .. } if line == at));
            assert_eq!(left, text);
        }
    }
}
