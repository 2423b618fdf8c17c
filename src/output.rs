//! Reports as files, each whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::report::{self, Format, Report, Style};
use crate::words::Words;

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Where.
    pub path: PathBuf,
    /// As what.
    pub format: Format,
}

/// The endings of file names and what they stand for; the first of each format is the one to name.
const ENDINGS: [(&str, Format); 10] = [
    ("txt", Format::Text),
    ("json", Format::Json),
    ("ndjson", Format::Ndjson),
    ("jsonl", Format::Ndjson),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xml", Format::Junit),
    ("prom", Format::Prometheus),
];

impl Output {
    /// The file at `path`, in the format that its ending names. `None` where it names none.
    pub fn at(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        let (_, format) = ENDINGS.into_iter().find(|(name, _)| *name == ending)?;
        Some(Self {
            path: path.to_owned(),
            format,
        })
    }

    /// Writes `report`. Whoever reads the file meanwhile sees the old one or the new one, and nothing between.
    pub fn write(&self, report: &Report, style: Style, words: &Words) -> anyhow::Result<()> {
        // A file is no terminal: whoever opens it brings one.
        let style = Style {
            colour: false,
            unicode: true,
            width: 80,
            ..style
        };
        let mut bytes = Vec::new();
        let rendered = report::render(report, self.format, style, words, &mut bytes);
        let written = rendered.and_then(|()| replace(&self.path, &bytes));
        written.with_context(|| format!("the report cannot be written to {}", self.path.display()))
    }
}

/// Names that are tried for an unfinished file: one that a crash left behind keeps nobody from writing for ever.
const NAMES: u8 = 8;

/// Puts `bytes` in the place of what is at `path`.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (unfinished, file) = create(path)?;
    let done = fill(file, bytes).and_then(|()| fs::rename(&unfinished, path));
    if done.is_err() {
        // What is left of it is of no use, and may not even be there.
        let _ = fs::remove_file(&unfinished);
    }
    done
}

/// A new file beside `path`, for only from there it can be moved in one go. What has its name already is not ours.
fn create(path: &Path) -> io::Result<(PathBuf, File)> {
    let mut number = 0;
    loop {
        let unfinished = unfinished(path, number);
        match File::create_new(&unfinished) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < NAMES => {
                number += 1;
            }
            created => return Ok((unfinished, created?)),
        }
    }
}

fn unfinished(path: &Path, number: u8) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    // Another ending: what collects reports by theirs leaves an unfinished one alone.
    name.push(format!(".{}-{number}.part", std::process::id()));
    path.with_file_name(name)
}

fn fill(mut file: File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    // Without this a crash of the machine could leave an empty file under the final name.
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_names_the_format() {
        let rows = [
            ("a/report.json", Some(Format::Json)),
            ("report.JSON", Some(Format::Json)),
            ("x.tar.md", Some(Format::Markdown)),
            ("mailcheck.prom", Some(Format::Prometheus)),
            ("junit.xml", Some(Format::Junit)),
            (".json", None),
            ("report", None),
            ("report.pdf", None),
        ];
        for (path, format) in rows {
            let output = Output::at(Path::new(path));
            assert_eq!(output.map(|output| output.format), format, "{path}");
        }
    }

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("report.json");
        for bytes in [&b"first"[..], b"second"] {
            replace(&path, bytes).expect("it can be written");
            assert_eq!(fs::read(&path).expect("it is there"), bytes);
        }
        let blocked = directory.path().join("directory.json");
        fs::create_dir(&blocked).expect("a directory");
        fs::write(blocked.join("file"), "").expect("a file");
        replace(&blocked, b"third").expect_err("a directory stays");
        let left = fs::read_dir(directory.path()).expect("the directory is there");
        assert_eq!(left.count(), 2);
    }

    // Windows does not let a file be replaced at every moment of somebody else's reading.
    #[cfg(unix)]
    #[test]
    fn a_reader_never_sees_half_a_file() {
        use std::sync::atomic::{AtomicBool, Ordering};

        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("metrics.prom");
        // Longer than what one call writes at once.
        let [old, new] = [b"a", b"b"].map(|letter| letter.repeat(1 << 20));
        replace(&path, &old).expect("it can be written");
        let done = AtomicBool::new(false);
        std::thread::scope(|scope| {
            let reader = scope.spawn(|| {
                let mut reads = 0;
                while !done.load(Ordering::SeqCst) || reads == 0 {
                    let seen = fs::read(&path).expect("it is always there");
                    assert!(seen == old || seen == new, "{} bytes", seen.len());
                    reads += 1;
                }
            });
            for bytes in [&new, &old, &new, &old, &new] {
                replace(&path, bytes).expect("it can be written");
            }
            done.store(true, Ordering::SeqCst);
            reader.join().expect("whole files alone");
        });
    }

    #[test]
    fn what_cannot_be_written_leaves_the_old_file() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("report.json");
        replace(&path, b"old").expect("it can be written");
        // A file with the name of the unfinished one is not ours: it stays, and another name serves.
        let theirs = unfinished(&path, 0);
        fs::write(&theirs, "theirs").expect("it can be written");
        replace(&path, b"new").expect("it can be written");
        assert_eq!(fs::read(&path).expect("it is there"), b"new");
        for number in 1..=NAMES {
            fs::write(unfinished(&path, number), "theirs").expect("it can be written");
        }
        replace(&path, b"newer").expect_err("every name is taken");
        assert_eq!(fs::read(&path).expect("it is there"), b"new");
        assert_eq!(fs::read(&theirs).expect("it is there"), b"theirs");
    }
}
