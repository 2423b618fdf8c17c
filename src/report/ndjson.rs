//! A line a target: each line is a whole report of one target, by the same schema as the JSON.

use std::io::{self, Write};

use super::face::{Face, Manner};
use super::json::{ReportJson, escape_invisible};
use super::{Summary, TargetReport};

/// The report as lines, each written as soon as its target is done.
pub struct NdjsonFace<'a> {
    manner: Manner<'a>,
}

impl<'a> NdjsonFace<'a> {
    /// Begins a report.
    pub fn new(manner: Manner<'a>) -> Self {
        Self { manner }
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
        let line = serde_json::to_string(&object)?;
        writeln!(out, "{}", escape_invisible(&line))
    }

    fn end(&mut self, _summary: &Summary, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }
}
