//! A list of targets, a line each, read as it comes and never whole.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::{thread, vec};

use tokio::sync::mpsc;

/// Bytes of a line; the longest name is 253, and a URL or a mail address has little beside it.
const MAX_LINE: usize = 4096;
/// Lines that are handed over together, where they are there together. Waking whoever waits costs more than reading.
const TOGETHER: usize = 64;

/// What a line of a list holds.
#[derive(Debug)]
pub enum Entry {
    /// A target, as typed.
    Typed(String),
    /// More than fits into a line.
    TooLong,
    /// Bytes that are no UTF-8.
    NoText,
    /// The system gives no more of it.
    Broken(io::Error),
}

/// A line with its number, from 1. Blank lines and comments count and are left out.
#[derive(Debug)]
pub struct Line {
    /// Where it stands.
    pub number: u64,
    /// What it holds.
    pub entry: Entry,
}

/// A list that is being read.
#[derive(Debug)]
pub struct List {
    batches: mpsc::Receiver<Vec<Line>>,
    /// What is left of the last one.
    batch: vec::IntoIter<Line>,
}

impl List {
    /// Begins to read `path`, or standard input where it is `-`. A thread of its own waits for the lines: whoever writes
    /// them may take his time.
    pub fn open(path: &Path) -> io::Result<Self> {
        let from = source(path)?;
        let (give, batches) = mpsc::channel(1);
        let reader = thread::Builder::new().name("list".to_owned());
        reader.spawn(move || {
            let mut lines = Lines::of(from);
            while let Some(batch) = lines.batch() {
                // Where nobody wants more, the run is over.
                if give.blocking_send(batch).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self {
            batches,
            batch: Vec::new().into_iter(),
        })
    }

    /// The next line that holds anything.
    pub async fn next(&mut self) -> Option<Line> {
        loop {
            if let Some(line) = self.batch.next() {
                return Some(line);
            }
            self.batch = self.batches.recv().await?.into_iter();
        }
    }
}

/// Bytes of a list that are read through to count its lines.
const COUNTED_MAX: u64 = 64 << 20;

/// How many lines of a file hold anything. `None` where it is no file, or a long one.
pub fn count(path: &Path) -> Option<u64> {
    let there = path.metadata().ok()?;
    if path.as_os_str() == "-" || !there.is_file() || there.len() > COUNTED_MAX {
        return None;
    }
    let file = BufReader::new(File::open(path).ok()?);
    let lines = file.split(b'\n').map_while(Result::ok);
    let held = lines.filter(|line| !matches!(line.trim_ascii(), [] | [b'#', ..]));
    u64::try_from(held.count()).ok()
}

fn source(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(io::stdin()));
    }
    let there = path.metadata()?;
    if there.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if there.is_file() {
        return Ok(Box::new(File::open(path)?));
    }
    Ok(Box::new(Late::At(path.to_owned())))
}

/// A pipe with a name opens when somebody writes to it, which only the reader's thread may wait for.
enum Late {
    At(PathBuf),
    Open(File),
}

impl Read for Late {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            match self {
                Self::At(path) => *self = Self::Open(File::open(path)?),
                Self::Open(file) => return file.read(into),
            }
        }
    }
}

/// The lines of a source that hold anything.
struct Lines<R> {
    from: BufReader<R>,
    number: u64,
    is_over: bool,
}

impl<R: Read> Lines<R> {
    fn of(from: R) -> Self {
        Self {
            from: BufReader::new(from),
            number: 0,
            is_over: false,
        }
    }

    /// The lines that are there now, at least one. `None` at the end.
    fn batch(&mut self) -> Option<Vec<Line>> {
        let mut batch = vec![self.next()?];
        while batch.len() < TOGETHER && self.from.buffer().contains(&b'\n') {
            batch.extend(self.next());
        }
        Some(batch)
    }

    /// One line, without the rest of one that is too long. `None` at the end.
    fn bytes(&mut self) -> io::Result<Option<(Vec<u8>, bool)>> {
        let mut bytes = Vec::new();
        let most = u64::try_from(MAX_LINE + 1).unwrap_or(u64::MAX);
        self.from
            .by_ref()
            .take(most)
            .read_until(b'\n', &mut bytes)?;
        if bytes.is_empty() {
            return Ok(None);
        }
        let is_long = bytes.len() > MAX_LINE && bytes.last() != Some(&b'\n');
        if is_long {
            self.from.skip_until(b'\n')?;
        }
        Ok(Some((bytes, is_long)))
    }

    fn entry(&mut self) -> Option<Entry> {
        let (mut bytes, is_long) = match self.bytes() {
            Ok(line) => line?,
            Err(error) => {
                self.is_over = true;
                return Some(Entry::Broken(error));
            }
        };
        if self.number == 0 && bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        self.number += 1;
        let is_comment = bytes.trim_ascii_start().starts_with(b"#");
        Some(match String::from_utf8(bytes) {
            _ if is_comment => Entry::Typed(String::new()),
            _ if is_long => Entry::TooLong,
            Err(_) => Entry::NoText,
            Ok(text) => Entry::Typed(without_comment(&text).to_owned()),
        })
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        while !self.is_over {
            let entry = self.entry()?;
            if !matches!(&entry, Entry::Typed(typed) if typed.is_empty()) {
                let number = self.number;
                return Some(Line { number, entry });
            }
        }
        None
    }
}

/// The target of a line. A `#` within a word belongs to the word.
fn without_comment(line: &str) -> &str {
    let begins = |(at, _): &(usize, &str)| line[..*at].ends_with(char::is_whitespace) || *at == 0;
    let comment = line.match_indices('#').find(begins);
    line[..comment.map_or(line.len(), |(at, _)| at)].trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Vec<(u64, String)> {
        let shown = |entry| match entry {
            Entry::Typed(typed) => typed,
            other => format!("{other:?}"),
        };
        Lines::of(bytes)
            .map(|line| (line.number, shown(line.entry)))
            .collect()
    }

    fn rows(rows: &[(u64, &str)]) -> Vec<(u64, String)> {
        rows.iter()
            .map(|(number, typed)| (*number, (*typed).to_owned()))
            .collect()
    }

    #[test]
    fn comments_and_blanks_count_and_say_nothing() {
        let list = b"\xef\xbb\xbf# servers\r\n\r\na.test\r\n  b.test:25\t# the old one\n\n#c.test\nd#e.test\n\tf.test";
        let expected = [
            (3, "a.test"),
            (4, "b.test:25"),
            (7, "d#e.test"),
            (8, "f.test"),
        ];
        assert_eq!(read(list), rows(&expected));
        assert_eq!(read(b""), []);
        assert_eq!(read(b"\xef\xbb\xbf"), []);
        assert_eq!(read(b"\xef\xbb\xbfa.test"), rows(&[(1, "a.test")]));
    }

    #[test]
    fn a_line_without_end_is_one_bad_line() {
        let mut list = vec![b'a'; 1_000_000];
        list.extend(b"\nb.test\n");
        assert_eq!(read(&list), rows(&[(1, "TooLong"), (2, "b.test")]));
        // The longest that fits, and one more.
        let longest = "a".repeat(MAX_LINE);
        let fits = read(format!("{longest}\nb.test").as_bytes());
        assert_eq!(fits, rows(&[(1, &longest), (2, "b.test")]));
        let over = read(format!("{longest}a\nb.test").as_bytes());
        assert_eq!(over, rows(&[(1, "TooLong"), (2, "b.test")]));
    }

    #[test]
    fn what_is_no_text_is_one_bad_line() {
        let latin = b"m\xfcller.test\n# M\xfcller\nb.test\n";
        assert_eq!(read(latin), rows(&[(1, "NoText"), (3, "b.test")]));
    }

    #[test]
    fn what_breaks_is_told_once() {
        struct Breaking;
        impl Read for Breaking {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::PermissionDenied.into())
            }
        }
        let told: Vec<Line> = Lines::of(Breaking).collect();
        assert!(matches!(
            told[..],
            [Line {
                entry: Entry::Broken(_),
                ..
            }]
        ));
    }
}
