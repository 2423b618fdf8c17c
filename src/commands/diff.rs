//! `mailcheck diff`: says what changed between two reports; asks no network.

use std::path::Path;

use super::write_out;
use crate::cli::{DiffArgs, DiffFormatArg, LangArg};
use crate::complaint::UsageProblem;
use crate::diff::render::Sides;
use crate::diff::{self, Trend};
use crate::exit::{FAILED, WORKS};
use crate::report::{Detail, Style};
use crate::words::Words;
use crate::{input, terminal, words};

/// Says what changed between two reports.
pub(crate) fn diff(args: &DiffArgs) -> anyhow::Result<u8> {
    if [&args.first, &args.second]
        .iter()
        .all(|path| path.as_os_str() == "-")
    {
        return Err(UsageProblem(words::plain_sentence("usage-standard-input-twice")).into());
    }
    let (first, second) = (run_of(&args.first)?, run_of(&args.second)?);
    let asked = args.lang.map(LangArg::lang);
    let words = Words::new(asked.unwrap_or_else(terminal::lang));
    let style = Style {
        colour: terminal::colour(args.color),
        unicode: terminal::is_unicode(asked),
        width: terminal::width(),
        detail: if args.quiet {
            Detail::Verdict
        } else {
            Detail::Normal
        },
        redact: false,
    };
    let names = [&args.first, &args.second].map(|path| path.display().to_string());
    let sides = Sides {
        first: (&names[0], &first),
        second: (&names[1], &second),
    };
    let differences = diff::compare(&first, &second);
    write_out(|out| match args.format {
        DiffFormatArg::Text => diff::render::render(sides, &differences, style, &words, out),
        DiffFormatArg::Json => diff::json::render(sides, &differences, !args.quiet, out),
    })?;
    let worse = diff::count(&differences, Trend::Worse) > 0;
    Ok(if worse { FAILED } else { WORKS })
}

fn run_of(path: &Path) -> Result<diff::Run, UsageProblem> {
    let bytes = input::read(path).map_err(UsageProblem::new)?;
    diff::read(&bytes).map_err(|error| UsageProblem(error.said(&path.display().to_string())))
}
