//! A line a target: each line is a whole report of one target, by the same schema as the JSON.
//!
//! It depends on no other target, so that it can be written where the target was visited, on whichever thread.

use std::cell::RefCell;
use std::io::{self, Write};

use super::face::{Face, Manner};
use super::json::{ReportJson, escape_invisible};
use super::{Run, Summary, TargetReport};
use crate::finding::Verdict;
use crate::words::{Lang, Words};

/// The report as lines, each written as soon as its target is done.
pub struct NdjsonFace<'a> {
    manner: Manner<'a>,
    sheet: Sheet,
}

impl<'a> NdjsonFace<'a> {
    /// Begins a report.
    pub fn new(manner: Manner<'a>) -> Self {
        let sheet = Sheet::default();
        Self { manner, sheet }
    }
}

impl Face for NdjsonFace<'_> {
    fn target(
        &mut self,
        _place: usize,
        target: &TargetReport,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let Manner { run, words, .. } = self.manner;
        let line = self.sheet.line(run, words, target)?;
        out.write_all(escape_invisible(line).as_bytes())
    }

    fn end(&mut self, _summary: &Summary, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}

/// A target of which nothing more is wanted than its line.
#[derive(Debug)]
pub struct Line {
    /// With its end, or why there is none.
    text: io::Result<String>,
    /// In one word.
    pub verdict: Verdict,
    /// Whether it was cut short, or somebody was left in peace: no result for a run that is gone on with.
    pub is_unfinished: bool,
}

impl Line {
    /// What is written, as often as somebody wants it.
    pub fn bytes(&self) -> io::Result<&[u8]> {
        match &self.text {
            Ok(text) => Ok(text.as_bytes()),
            Err(error) => Err(io::Error::new(error.kind(), error.to_string())),
        }
    }
}

/// Whoever writes the lines of one thread.
pub struct Scribe {
    run: Run,
    words: Words,
    sheet: RefCell<Sheet>,
}

impl Scribe {
    /// Begins with words of its own.
    pub fn new(run: Run, lang: Lang) -> Self {
        Self {
            run,
            words: Words::new(lang),
            sheet: RefCell::default(),
        }
    }

    /// The line of a target.
    pub fn line(&self, target: &TargetReport) -> Line {
        let mut sheet = self.sheet.borrow_mut();
        let text = sheet.line(&self.run, &self.words, target);
        Line {
            text: text.map(|text| escape_invisible(text).into_owned()),
            verdict: target.verdict,
            is_unfinished: target.is_unfinished(),
        }
    }
}

/// Where a line is put together, out of a thousand pieces of a few bytes. It has room for the longest so far.
#[derive(Default)]
struct Sheet {
    bytes: Vec<u8>,
    used: usize,
}

impl Sheet {
    /// The line of a target with its end, in which nothing invisible is escaped yet.
    fn line(&mut self, run: &Run, words: &Words, target: &TargetReport) -> io::Result<&str> {
        self.used = 0;
        serde_json::to_writer(&mut *self, &ReportJson::alone(run, words, target))?;
        self.write_all(b"\n")?;
        str::from_utf8(&self.bytes[..self.used]).map_err(io::Error::other)
    }
}

impl Write for Sheet {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.write_all(piece)?;
        Ok(piece.len())
    }

    fn write_all(&mut self, piece: &[u8]) -> io::Result<()> {
        const LEAST: usize = 8 * 1024;
        // Most pieces are a quotation mark, a colon or a comma.
        if let ([sign], Some(place)) = (piece, self.bytes.get_mut(self.used)) {
            *place = *sign;
            self.used += 1;
            return Ok(());
        }
        let end = self.used + piece.len();
        if end > self.bytes.len() {
            self.bytes.resize((2 * end).max(LEAST), 0);
        }
        self.bytes[self.used..end].copy_from_slice(piece);
        self.used = end;
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
