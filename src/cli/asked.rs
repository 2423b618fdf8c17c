//! What a command line asks for that makes no sense otherwise: in which language it wants to be told so, and whether a
//! monitoring system asks.

use std::ffi::{OsStr, OsString};

use clap::parser::ValueSource;
use clap::{ArgMatches, CommandFactory, ValueEnum};

use super::{Cli, LangArg, environment};
use crate::report::Format;
use crate::words::Lang;

/// What can be known of a command line whatever else is in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The language that was asked for in so many words.
    pub lang: Option<Lang>,
    /// Whether it was asked for in traditional Chinese.
    pub traditional: bool,
    /// Whether the answer is read by a monitoring system.
    pub by_monitor: bool,
    /// Whether it is made for a person at a terminal, and not for a program or a file.
    pub by_person: bool,
}

impl Asked {
    /// Reads what there is to read. `variable` looks a variable up.
    pub fn of(args: &[OsString], variable: &dyn Fn(&str) -> Option<OsString>) -> Self {
        let lang = typed::<LangArg>(args, "lang")
            .or_else(|| by_variable(environment::LANG.name, variable));
        let format = typed::<Format>(args, "format")
            .or_else(|| by_variable(environment::FORMAT.name, variable));
        let is_command = names_command(args);
        Self {
            lang: lang.map(LangArg::lang),
            traditional: lang == Some(LangArg::ZhTw),
            // The other commands have one way to answer.
            by_monitor: format == Some(Format::Nagios) && !is_command,
            by_person: is_command || matches!(format, None | Some(Format::Text)),
        }
    }
}

fn by_variable<T: ValueEnum>(name: &str, variable: &dyn Fn(&str) -> Option<OsString>) -> Option<T> {
    let value = variable(name)?;
    T::from_str(value.to_str()?, true).ok()
}

/// The value of an option, wherever it stands. The library stops at the first mistake, so that it is asked again with what
/// stands behind.
fn typed<T: Clone + Send + Sync + 'static>(args: &[OsString], option: &str) -> Option<T> {
    if !args.iter().any(|word| may_be(word, option)) {
        return None;
    }
    let program = OsStr::new("mailcheck");
    // Where a mistake may have been made, an option can only begin with a hyphen: a long list of targets is read once.
    let begins = |start: &usize| *start == 1 || args[*start].as_encoded_bytes().starts_with(b"-");
    (1..args.len()).filter(begins).find_map(|start| {
        // What stands behind may make no sense either, so that the next two words are read alone too.
        let read = |words: &[OsString]| {
            let words = words.iter().map(OsString::as_os_str);
            tolerant(std::iter::once(program).chain(words))
        };
        let rest = &args[start..];
        let both = [read(rest), read(&rest[..rest.len().min(2)])];
        let inner = |matches: &ArgMatches| Some(matches.subcommand()?.1.clone());
        let inner = both
            .each_ref()
            .map(|matches| matches.as_ref().and_then(inner));
        [both, inner]
            .into_iter()
            .flatten()
            .flatten()
            .find_map(|matches| {
                // What a command does not know it was not given.
                let value = matches.try_get_one::<T>(option).ok().flatten()?;
                let by_user = matches.value_source(option) == Some(ValueSource::CommandLine);
                by_user.then(|| value.clone())
            })
    })
}

/// Whether a word can have to do with an option: seldom one has, and then the library need not be asked at all.
fn may_be(word: &OsStr, option: &str) -> bool {
    let word = word.as_encoded_bytes();
    let Some(initial) = option.as_bytes().first() else {
        return false;
    };
    match word {
        [b'-', b'-', first, ..] => first == initial,
        [b'-', letters @ ..] => letters.contains(initial),
        _ => false,
    }
}

fn names_command(args: &[OsString]) -> bool {
    let mut words = args.iter().skip(1);
    if !words.any(|word| word == "explain" || word == "diff" || word == "serve" || word == "help") {
        return false;
    }
    let words = args.iter().map(OsString::as_os_str);
    tolerant(words).is_some_and(|matches| matches.subcommand().is_some())
}

/// What can be read of the words, where the rest makes no sense. `None` where they ask for the help or the version.
fn tolerant<'a>(words: impl Iterator<Item = &'a OsStr>) -> Option<ArgMatches> {
    let command = Cli::command().ignore_errors(true);
    command.try_get_matches_from(words).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &[&str], set: &[(&str, &str)]) -> Asked {
        let words = std::iter::once("mailcheck").chain(line.iter().copied());
        let args: Vec<OsString> = words.map(OsString::from).collect();
        let variable = |name: &str| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| OsString::from(value))
        };
        Asked::of(&args, &variable)
    }

    #[test]
    fn a_mistake_is_told_in_the_language_that_was_asked_for() {
        type Row<'a> = (&'a [&'a str], &'a [(&'a str, &'a str)], Option<Lang>);
        let rows: [Row<'_>; 12] = [
            (&["h"], &[], None),
            (&["h", "--lang", "zh-CN"], &[], Some(Lang::ZhCn)),
            (&["--lang=zh-CN", "user@example.com"], &[], Some(Lang::ZhCn)),
            (&["h", "--foo", "--lang", "zh-CN"], &[], Some(Lang::ZhCn)),
            (&["h", "-t", "--lang", "zh-CN"], &[], Some(Lang::ZhCn)),
            (&["h", "--lang", "xx"], &[], None),
            (&["diff", "--lang", "zh-CN", "a"], &[], Some(Lang::ZhCn)),
            (&["--lang", "zh-CN", "explain"], &[], Some(Lang::ZhCn)),
            (&["h"], &[("MAILCHECK_LANG", "zh-CN")], Some(Lang::ZhCn)),
            (
                &["h", "--lang", "en"],
                &[("MAILCHECK_LANG", "zh-CN")],
                Some(Lang::En),
            ),
            (&["h", "--lang", "zh-TW"], &[], Some(Lang::ZhCn)),
            (&["h"], &[("MAILCHECK_LANG", "zh_Hant")], Some(Lang::ZhCn)),
        ];
        for (line, set, lang) in rows {
            assert_eq!(asked(line, set).lang, lang, "{line:?} {set:?}");
        }
        assert!(asked(&["h", "--lang", "zh-HK"], &[]).traditional);
        assert!(!asked(&["h", "--lang", "zh-CN"], &[]).traditional);
    }

    #[test]
    fn only_a_check_is_for_a_monitoring_system() {
        type Row<'a> = (&'a [&'a str], &'a [(&'a str, &'a str)], bool);
        let nagios = [("MAILCHECK_FORMAT", "nagios")];
        let rows: [Row<'_>; 11] = [
            (&["h"], &[], false),
            (&["-f", "nagios"], &[], true),
            (&["-fnagios", "-x"], &[], true),
            (&["-x", "--format=nagios"], &[], true),
            (&["h", "-x"], &nagios, true),
            (&["h", "-x", "-f", "json"], &nagios, false),
            (&["diff", "a"], &nagios, false),
            (&["explain"], &nagios, false),
            (&["--lang", "en", "explain"], &nagios, false),
            (&["diff", "-x"], &nagios, false),
            (&["h", "-f", "json", "-x"], &[], false),
        ];
        for (line, set, expected) in rows {
            assert_eq!(asked(line, set).by_monitor, expected, "{line:?} {set:?}");
        }
    }
}
