//! Files that the program reads whole, and not more of them than it can use.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use crate::words::{self, Said, Sentence};
use crate::{args, said_errors};

/// What a file of settings may have.
pub const MAX: u64 = 16 * 1024 * 1024;
/// What a report may have. One of a healthy host is some 35 kilobytes.
pub const REPORT_MAX: u64 = 128 * 1024 * 1024;
/// How long what is no regular file may be silent.
const PATIENCE: Duration = Duration::from_secs(5);

/// Why a file was not read. The text says what would be right.
#[derive(Debug)]
pub enum InputError {
    /// The system's error.
    Io {
        /// As typed.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// More than [`REPORT_MAX`].
    TooLarge {
        /// As typed.
        path: PathBuf,
    },
}

said_errors!(InputError);

impl Said for InputError {
    fn said(&self) -> Sentence {
        match self {
            Self::Io { path, source } => Sentence {
                id: "usage-unreadable",
                args: args! { "path" => path.display().to_string(), "why" => words::of_file(source) },
            },
            Self::TooLarge { path } => Sentence {
                id: "usage-too-large",
                args: args! { "path" => path.display().to_string() },
            },
        }
    }
}

/// Reads the report at `path`, or standard input where it is `-`.
pub fn read(path: &Path) -> Result<Vec<u8>, InputError> {
    let failed = |source| InputError::Io {
        path: path.to_owned(),
        source,
    };
    let bytes = if path.as_os_str() == "-" {
        up_to(io::stdin().lock(), REPORT_MAX + 1)
    } else {
        beginning(path, REPORT_MAX + 1)
    };
    let bytes = bytes.map_err(failed)?;
    if is_longer(&bytes, REPORT_MAX) {
        return Err(InputError::TooLarge {
            path: path.to_owned(),
        });
    }
    Ok(bytes)
}

/// Reads a file that somebody named as a setting: whole, or not at all.
pub fn whole(path: &Path) -> io::Result<Vec<u8>> {
    let bytes = beginning(path, MAX + 1)?;
    if is_longer(&bytes, MAX) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Reads at most `max` bytes of a file. What is no regular file may have nobody at its other end, and may never end:
/// there the patience ends.
pub fn beginning(path: &Path, max: u64) -> io::Result<Vec<u8>> {
    if path.metadata()?.is_file() {
        return up_to(File::open(path)?, max);
    }
    patiently(path, max, PATIENCE)
}

fn patiently(path: &Path, max: u64, patience: Duration) -> io::Result<Vec<u8>> {
    let (done, reading) = mpsc::channel();
    let path = path.to_owned();
    // Opening a FIFO waits for whoever writes to it, and cannot be told to stop. Who waits in vain ends with the program.
    thread::Builder::new().spawn(move || {
        // Nobody listens any more where the patience was up.
        let _ = done.send(File::open(path).and_then(|file| up_to(file, max)));
    })?;
    let nothing = |_| io::Error::new(io::ErrorKind::TimedOut, "nothing comes from it");
    reading.recv_timeout(patience).map_err(nothing)?
}

fn up_to(from: impl Read, max: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(max).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_longer(bytes: &[u8], max: u64) -> bool {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX) > max
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_end_is_too_large() {
        let endless = up_to(io::repeat(b' '), MAX + 1).expect("it reads");
        assert!(is_longer(&endless, MAX));
        let most = up_to(io::repeat(b' ').take(MAX), MAX + 1).expect("it reads");
        assert!(!is_longer(&most, MAX) && most.len() as u64 == MAX);
    }

    #[cfg(unix)]
    #[test]
    fn what_never_ends_is_refused_and_what_a_writer_gives_is_read() {
        let error = whole(Path::new("/dev/zero")).expect_err("it has no end");
        let told = words::of_file(&error).to_string();
        assert_eq!(told, "it is larger than 16 MiB");
        let directory = tempfile::tempdir().expect("a directory");
        let [silent, written] = ["silent", "written"].map(|name| {
            let path = directory.path().join(name);
            let made = std::process::Command::new("mkfifo").arg(&path).status();
            assert!(made.expect("mkfifo").success());
            path
        });
        let error = patiently(&silent, MAX, Duration::from_millis(50)).expect_err("nobody writes");
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        let read = thread::scope(|scope| {
            scope.spawn(|| std::fs::write(&written, "words"));
            whole(&written)
        });
        assert_eq!(read.expect("somebody writes"), b"words");
    }
}
