//! A line a target: each line is a whole report of one target, by the same schema as the JSON.

use std::io::{self, Write};

use super::face::{Face, Manner};
use super::json::{ReportJson, escape_invisible};
use super::{Summary, TargetReport};

/// The report as lines, each written as soon as its target is done.
pub struct NdjsonFace<'a> {
    manner: Manner<'a>,
    /// Has room for the longest line so far.
    line: Vec<u8>,
}

impl<'a> NdjsonFace<'a> {
    /// Begins a report.
    pub fn new(manner: Manner<'a>) -> Self {
        let line = Vec::new();
        Self { manner, line }
    }
}

impl Face for NdjsonFace<'_> {
    fn target(
        &mut self,
        _place: usize,
        target: &TargetReport,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let object = ReportJson::alone(self.manner.run, self.manner.words, target);
        self.line.clear();
        serde_json::to_writer(&mut self.line, &object)?;
        let line = str::from_utf8(&self.line).map_err(io::Error::other)?;
        out.write_all(escape_invisible(line).as_bytes())?;
        out.write_all(b"\n")
    }

    fn end(&mut self, _summary: &Summary, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
