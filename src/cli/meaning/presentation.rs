//! How the outcome is to be shown.

use std::path::Path;

use clap::ValueEnum;

use super::UsageError;
use crate::cli::{CheckArgs, ColorArg, LangArg};
use crate::output::{Output, is_standard_output};
use crate::plan::SOON_DAYS;
use crate::report::nagios::Days;
use crate::report::{Detail, Format};
use crate::words::Lang;

/// The days of [`Days`] where the command line gives none.
const WARNING_DAYS: u16 = 14;
const CRITICAL_DAYS: u16 = 3;

/// How to show the outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// `--format`.
    pub format: Format,
    /// `--warning-days`, `--critical-days`.
    pub days: Days,
    /// `--output`, without the names of standard output.
    pub outputs: Vec<Output>,
    /// `--color`.
    pub colour: ColorArg,
    /// `--lang`; `None` = from the locale.
    pub lang: Option<Lang>,
    /// `-q`, `-v`.
    pub detail: Detail,
    /// `--redact`.
    pub redact: bool,
    /// `--strict`.
    pub strict: bool,
}

impl Presentation {
    /// How the command line wants the outcome.
    pub fn from_args(args: &CheckArgs) -> Result<Self, UsageError> {
        let days = days(args)?;
        let format = if args.letter {
            Format::Letter
        } else {
            args.format
        };
        let files = args.output.iter();
        let mut outputs: Vec<Output> = files
            .filter(|path| !is_standard_output(path))
            .map(|path| Output::at(path).ok_or_else(|| no_ending(path)))
            .collect::<Result<_, _>>()?;
        if args.resume {
            resumed(&mut outputs)?;
        }
        let mut formats = outputs.iter().map(|output| output.format).chain([format]);
        if args.redact && !formats.any(Format::is_handed_on) {
            return Err(UsageError::RedactWithoutMarkdown);
        }
        let detail = match (args.quiet, args.verbose) {
            (true, _) => Detail::Verdict,
            (false, true) => Detail::Everything,
            (false, false) => Detail::Normal,
        };
        Ok(Self {
            format,
            days,
            outputs,
            colour: args.color,
            lang: args.lang.map(LangArg::lang),
            detail,
            redact: args.redact,
            strict: args.strict,
        })
    }
}

/// Marks the file that is gone on with.
fn resumed(outputs: &mut [Output]) -> Result<(), UsageError> {
    let lines = outputs.iter_mut();
    let mut lines = lines.filter(|output| output.format == Format::Ndjson);
    match (lines.next(), lines.next()) {
        (Some(only), None) => only.resumed = true,
        (None, _) | (Some(_), Some(_)) => return Err(UsageError::ResumeWhat),
    }
    Ok(())
}

/// Why a file has no format. `-o json` is how other programs are asked for one.
fn no_ending(path: &Path) -> UsageError {
    let format = path
        .to_str()
        .and_then(|name| Format::from_str(name, true).ok());
    match format {
        Some(format) => UsageError::FormatForFile {
            format: format.name().to_owned(),
        },
        None => UsageError::Ending {
            path: path.to_owned(),
        },
    }
}

/// How many days before its end a certificate is a warning. A monitoring system is told of the days themselves, and holds
/// them against limits of its own.
pub(super) fn soon_days(args: &CheckArgs) -> u16 {
    let typed = args.warning_days.filter(|_| args.format != Format::Nagios);
    typed.unwrap_or(SOON_DAYS)
}

/// The limits for certificates, as a monitoring system has them. A limit that was given alone moves the other one out of its way.
fn days(args: &CheckArgs) -> Result<Days, UsageError> {
    if args.critical_days.is_some() && args.format != Format::Nagios {
        let option = "--critical-days";
        return Err(UsageError::DaysWithoutNagios { option });
    }
    let (warning, critical) = match (args.warning_days, args.critical_days) {
        (Some(warning), Some(critical)) => (warning, critical),
        (Some(warning), None) => (warning, CRITICAL_DAYS.min(warning)),
        (None, Some(critical)) => (WARNING_DAYS.max(critical), critical),
        (None, None) => (WARNING_DAYS, CRITICAL_DAYS),
    };
    if critical > warning {
        return Err(UsageError::DaysReversed { warning, critical });
    }
    Ok(Days { warning, critical })
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn redact_is_for_what_is_handed_on() {
        let parse = |line: &[&str]| {
            Presentation::from_args(&Cli::try_parse_from(line).expect("parses").check)
        };
        let error = parse(&["mailcheck", "h", "--redact"]).expect_err("text has no --redact");
        assert!(error.to_string().contains("add -f markdown"));
        for format in ["markdown", "html"] {
            assert!(parse(&["mailcheck", "h", "--redact", "-f", format]).is_ok());
        }
    }
}
