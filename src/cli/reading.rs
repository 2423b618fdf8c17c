//! Reads a command line: which command it is, and what the environment stands in for.

use std::ffi::OsString;

use clap::parser::ValueSource;
use clap::{ArgMatches, Args, CommandFactory, FromArgMatches};

use super::environment::{self, VariableError};
use super::{CheckArgs, Cli, ColorArg, Command, DiffArgs, DiffFormatArg, LangArg};
use super::{forgiving, help, mistakes};
use crate::report::Format;
use crate::words::{Lang, Sentence};

impl Cli {
    /// Reads the command line, and what it leaves open from the environment, where `variable` looks things up. Where it
    /// asks for help, that is in `lang`.
    pub fn from_words(
        words: impl IntoIterator<Item = OsString>,
        variable: &dyn Fn(&str) -> Option<OsString>,
        lang: Lang,
    ) -> Result<Self, Mistake> {
        let words: Vec<OsString> = words.into_iter().map(apart_from_options).collect();
        if let Some(typed) = of_a_check(&words) {
            return Self::check_of(&typed, variable);
        }
        let command = || forgiving::command(help::in_language(Self::command(), lang));
        let parsed = command().try_get_matches_from(&words);
        let typed = parsed.map_err(|error| help::as_asked(error, command(), &words, lang))?;
        let mut cli = Self::from_arg_matches(&typed)?;
        cli.fill_in(&typed, variable)?;
        Ok(cli)
    }

    /// What the command leaves open: the options that stood before it, and the environment.
    fn fill_in(
        &mut self,
        typed: &ArgMatches,
        variable: &dyn Fn(&str) -> Option<OsString>,
    ) -> Result<(), Mistake> {
        let check = &mut self.check;
        let (Some(command), Some((name, inner))) = (&mut self.command, typed.subcommand()) else {
            // Who asks for a man page or completions checks nothing.
            if self.generate.is_none() {
                environment::fill_in(check, typed, variable)?;
                forgiving::fill_in(check, typed);
            }
            return Ok(());
        };
        let shared: &[&str] = match command {
            Command::Diff(_) => &["lang", "color", "quiet", "format"],
            Command::Explain(_) | Command::Fleet(_) | Command::Serve(_) => &["lang"],
        };
        no_strays(typed, name, shared)?;
        let lang = |own: Option<LangArg>| -> Result<Option<LangArg>, VariableError> {
            let own = own.or(check.lang);
            Ok(own.or(environment::lang(inner, variable)?))
        };
        match command {
            Command::Explain(args) => args.lang = lang(args.lang)?,
            Command::Serve(args) => args.lang = lang(args.lang)?,
            Command::Fleet(args) => args.fill_in(check.lang, inner, variable)?,
            Command::Diff(args) => {
                if typed.value_source("format") == Some(ValueSource::CommandLine) {
                    args.format = diff_format(check.format, name)?;
                }
                args.lang = lang(args.lang)?;
                args.quiet |= check.quiet;
                args.color = color(args, check.color, environment::color(inner, variable)?);
            }
        }
        Ok(())
    }

    fn check_of(
        typed: &ArgMatches,
        variable: &dyn Fn(&str) -> Option<OsString>,
    ) -> Result<Self, Mistake> {
        let mut check = CheckArgs::from_arg_matches(typed)?;
        environment::fill_in(&mut check, typed, variable)?;
        forgiving::fill_in(&mut check, typed);
        Ok(Self {
            command: None,
            check,
            help: None,
            version: None,
            generate: None,
        })
    }
}

/// The format of `diff` that a `--format` before it means.
fn diff_format(typed: Format, command: &str) -> Result<DiffFormatArg, Mistake> {
    match typed {
        Format::Text => Ok(DiffFormatArg::Text),
        Format::Json => Ok(DiffFormatArg::Json),
        Format::Ndjson
        | Format::Markdown
        | Format::Html
        | Format::Junit
        | Format::Nagios
        | Format::Prometheus
        | Format::Letter => Err(Mistake::Stray(mistakes::stray("--format", command))),
    }
}

/// The colour of `diff`: what was typed before it wins, then the variable.
fn color(args: &DiffArgs, before: ColorArg, variable: Option<ColorArg>) -> ColorArg {
    match variable {
        _ if before != ColorArg::Auto => before,
        Some(color) => color,
        None => args.color,
    }
}

/// The words that are no targets: they name what there is beside checking.
const COMMANDS: [&str; 4] = ["explain", "diff", "fleet", "serve"];

/// Reads the words of a check by its own options alone: to define those of the commands takes longer than to read them.
/// `None` where a word may name a command, where help or the version is wanted, and where the words make no sense: then all
/// that there is has to be looked at.
fn of_a_check(words: &[OsString]) -> Option<ArgMatches> {
    if words
        .iter()
        .any(|word| COMMANDS.iter().any(|name| word == name))
    {
        return None;
    }
    let command = clap::Command::new(env!("CARGO_PKG_NAME"))
        .disable_help_flag(true)
        .disable_version_flag(true);
    let command = forgiving::command(CheckArgs::augment_args(command));
    command.try_get_matches_from(words).ok()
}

/// What makes no sense: what was typed, or what the environment says.
#[derive(Debug, thiserror::Error)]
pub enum Mistake {
    /// On the command line; also a wish for the help or the version.
    #[error(transparent)]
    Words(#[from] clap::Error),
    /// In the environment.
    #[error(transparent)]
    Variable(#[from] VariableError),
    /// An option that means nothing to the command that was typed.
    #[error("{0}")]
    Stray(Sentence),
}

/// Options of checking mean nothing to `command`, and whoever types one expects it to.
fn no_strays(typed: &ArgMatches, command: &str, shared: &[&str]) -> Result<(), Mistake> {
    let definition = Cli::command();
    let mut args = definition.get_arguments();
    let stray = args.find(|arg| {
        let id = arg.get_id().as_str();
        typed.value_source(id) == Some(ValueSource::CommandLine) && !shared.contains(&id)
    });
    match stray {
        None => Ok(()),
        Some(arg) => {
            let option = arg.get_long().map(|long| format!("--{long}"));
            let typed = || {
                typed
                    .get_many::<String>("targets")
                    .into_iter()
                    .flatten()
                    .next()
                    .cloned()
            };
            let option = option.or_else(typed).unwrap_or_default();
            Err(Mistake::Stray(mistakes::stray(&option, command)))
        }
    }
}

/// What POP3 servers say, `-ERR …`, begins like an option. A blank before it keeps it apart, and means nothing to
/// whoever reads it.
fn apart_from_options(word: OsString) -> OsString {
    match word.to_str() {
        Some(text) if text.starts_with("-ERR") => format!(" {text}").into(),
        Some(_) | None => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &[&str]) -> Vec<OsString> {
        let words = std::iter::once(&"mailcheck").chain(line);
        words.map(OsString::from).collect()
    }

    #[test]
    fn a_check_reads_the_same_by_its_own_options_alone() {
        let lines: [&[&str]; 8] = [
            &["h"],
            &["-s", "smtp,587", "h", "i:25", "--json"],
            &["--targets", "f", "--jobs", "9", "-vv"],
            &["-4", "h", "-oreport.json", "--language=zh-CN"],
            &["h", "--", "-x", "--help"],
            &["h", "-t3", "--proxy", "socks5://p", "--ca-file", "explains"],
            &["user@h", "--no-color", "--tls-name", "n", "-q", "-q"],
            &[
                "h",
                "--resolver",
                "192.0.2.1,192.0.2.2",
                "--format",
                "NDJSON",
            ],
        ];
        for line in lines {
            let words = words(line);
            let alone = of_a_check(&words).unwrap_or_else(|| panic!("{line:?}"));
            let whole = forgiving::command(Cli::command());
            let whole = whole.try_get_matches_from(&words).expect("good words");
            let read = |matches| format!("{:?}", CheckArgs::from_arg_matches(matches));
            assert_eq!(read(&alone), read(&whole));
            for id in alone.ids() {
                let source = |matches: &ArgMatches| matches.value_source(id.as_str());
                assert_eq!(source(&alone), source(&whole), "{line:?} {id}");
            }
        }
    }

    #[test]
    fn what_may_be_more_than_a_check_is_looked_at_whole() {
        let lines: [&[&str]; 8] = [
            &[],
            &["explain", "10060"],
            &["--lang", "en", "diff", "a", "b"],
            &["h", "-h"],
            &["h", "-V"],
            &["h", "--help"],
            &["--generate", "man"],
            &["h", "--no-such-option"],
        ];
        for line in lines {
            assert!(of_a_check(&words(line)).is_none(), "{line:?}");
        }
        let command = Cli::command();
        let commands = command.get_subcommands();
        let names = commands.flat_map(|command| {
            std::iter::once(command.get_name()).chain(command.get_all_aliases())
        });
        assert!(names.eq(COMMANDS), "a command is missing");
    }
}
