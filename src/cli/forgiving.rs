//! What is taken as it was meant: options that are given twice, and names that other programs give them.

use clap::{Arg, ArgAction, ArgMatches, Command, ValueEnum};

use super::{CheckArgs, ColorArg};
use crate::report::Format;

/// The option that forbids colour in other programs.
const NO_COLOUR: &str = "no-color";

/// `command` that also takes what does no harm. None of it is shown.
pub(super) fn command(command: Command) -> Command {
    let formats = Format::all().filter(|format| *format != Format::Letter);
    let formats = formats.map(|format| flag(format.name()).conflicts_with("format"));
    let colour = flag(NO_COLOUR).aliases(["no-colour", "nocolor", "monochrome"]);
    command
        .mut_args(|arg| match arg.get_action() {
            // `-vv` and `-q -q` say it louder.
            ArgAction::SetTrue => {
                let id = arg.get_id().clone();
                arg.overrides_with(id)
            }
            _ => arg,
        })
        .mut_arg("quiet", |arg| arg.alias("silent"))
        .mut_arg("color", |arg| arg.alias("colour"))
        .mut_arg("lang", |arg| arg.alias("language"))
        .mut_arg("resolver", |arg| arg.alias("dns-resolver"))
        .args(formats)
        .arg(colour)
}

fn flag(name: &'static str) -> Arg {
    Arg::new(name)
        .long(name)
        .hide(true)
        .action(ArgAction::SetTrue)
        .overrides_with(name)
}

/// What those options mean.
pub(super) fn fill_in(args: &mut CheckArgs, typed: &ArgMatches) {
    let is_set = |name: &str| typed.try_get_one::<bool>(name).ok().flatten() == Some(&true);
    let mut formats = Format::value_variants().iter();
    if let Some(format) = formats.find(|format| is_set(format.name()) && **format != Format::Letter)
    {
        args.format = *format;
    }
    if is_set(NO_COLOUR) {
        args.color = ColorArg::Never;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use crate::words::Lang;

    fn read(line: &[&str]) -> CheckArgs {
        let words = std::iter::once("mailcheck").chain(line.iter().copied());
        let cli = Cli::from_words(words.map(Into::into), &|_| None, Lang::En);
        cli.unwrap_or_else(|error| panic!("{line:?}: {error}"))
            .check
    }

    #[test]
    fn what_does_no_harm_is_taken() {
        assert!(read(&["h", "-vv"]).verbose);
        assert!(read(&["h", "-v", "--verbose"]).verbose);
        assert!(read(&["h", "-q", "-q"]).quiet);
        assert!(read(&["h", "--silent"]).quiet);
        assert!(read(&["h", "--ipv4", "--ipv4"]).ipv4);
        assert!(read(&["h", "-4", "--ipv4"]).ipv4);
        assert!(read(&["h", "--strict", "--strict"]).strict);
        for line in [
            &["h", "-f", "JSON"][..],
            &["h", "-f", "Json"],
            &["h", "--json"],
            &["h", "--json", "--json"],
        ] {
            assert_eq!(read(line).format, Format::Json, "{line:?}");
        }
        assert_eq!(read(&["h", "--markdown"]).format, Format::Markdown);
        assert_eq!(read(&["h", "--html"]).format, Format::Html);
        assert_eq!(read(&["h", "--nagios"]).format, Format::Nagios);
        assert_eq!(read(&["h", "--no-color"]).color, ColorArg::Never);
        assert_eq!(read(&["h", "--colour", "NEVER"]).color, ColorArg::Never);
    }
}
