//! A line a target: each line is a whole report of one target, by the same schema as the JSON.

use std::io::{self, Write};

use super::Report;
use super::json::{ReportJson, escape_invisible};
use crate::words::Words;

/// Writes `report` as lines of JSON. The error is that of `out`.
pub fn render(report: &Report, words: &Words, out: &mut (impl Write + ?Sized)) -> io::Result<()> {
    for target in &report.targets {
        let object = ReportJson::of_targets(report, std::slice::from_ref(target), words);
        let line = serde_json::to_string(&object)?;
        writeln!(out, "{}", escape_invisible(&line))?;
    }
    Ok(())
}
