//! The help in other languages. English is in the doc comments of [`super::Cli`]; a translation has an entry for each.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{Arg, Command, Error};

use crate::report::layout::wrap;
use crate::words::{Args, Lang, Value, Words};

/// The width of the page.
const WIDTH: usize = 80;

/// How far clap indents a description that stands below what it describes.
const INDENT: usize = 10;

/// `command` with its help in `lang`.
pub(super) fn in_language(command: Command, lang: Lang) -> Command {
    match source(lang) {
        None => command,
        Some(source) => translated(command, &Words::from_source(lang, source), "help"),
    }
}

/// What `-h` shows: the options that are used most.
const SHORT: [&str; 7] = [
    "service", "timeout", "format", "output", "verbose", "quiet", "help",
];

/// What is said of an option on the page of `-h`, where its whole description would fill it.
const BRIEF: [(&str, &str); 5] = [
    ("service", "Services by name or port: smtp,587,imaps or all"),
    ("timeout", "Longest wait for each answer"),
    ("format", "text, html, markdown, json, junit and others"),
    (
        "output",
        "Write a file too, such as report.html or report.json",
    ),
    ("verbose", "Show dialogues, DNS exchanges and settings"),
];

/// The page that was asked for. `-h` is a page that fits a window of 24 lines, `--help` the whole; of the other commands
/// both are the same.
pub(super) fn as_asked(error: Error, command: Command, words: &[OsString], lang: Lang) -> Error {
    let whole = command.clone().render_help().to_string();
    if error.kind() != ErrorKind::DisplayHelp || error.render().to_string() != whole {
        return error;
    }
    let without_h = command.clone().mut_arg("help", |arg| arg.short(None));
    match without_h.try_get_matches_from(words) {
        Err(other) if other.kind() == ErrorKind::DisplayHelp => error,
        Ok(_) | Err(_) => match short(command, lang).try_get_matches_from(words) {
            Err(short) => short,
            Ok(_) => error,
        },
    }
}

/// `command` with the options that are used most, under one heading, and what is typed most.
fn short(command: Command, lang: Lang) -> Command {
    let words = source(lang).map(|source| Words::from_source(lang, source));
    let said = |id: &str, english: &str| {
        let words = words.as_ref();
        words.map_or_else(|| english.to_owned(), |words| words.plain(id))
    };
    let heading = said("heading-options", "Options");
    let usage = said("help-short-usage", SHORT_USAGE);
    let command = match words {
        None => command.override_usage(usage),
        Some(_) => command.help_template(template(&usage)),
    };
    command
        .mut_args(|arg| {
            let is_shown = SHORT.contains(&arg.get_id().as_str());
            let brief = BRIEF.iter().find(|(id, _)| arg.get_id() == *id);
            let brief = brief.map(|(id, english)| said(&format!("help-short-{id}"), english));
            let has_default = arg.get_action().takes_values();
            let arg = match brief {
                Some(brief) => arg.help(brief),
                None => arg,
            };
            let arg = arg.help_heading(heading.clone()).hide(!is_shown);
            if has_default {
                arg.hide_default_value(true)
            } else {
                arg
            }
        })
        .mut_subcommands(|command| command.hide(true))
        .next_line_help(false)
        .after_help(said("help-short-after", SHORT_AFTER))
}

const SHORT_USAGE: &str = "\
mailcheck [OPTIONS] <TARGET>...
       mailcheck explain <CODE|FINDING>...";

const SHORT_AFTER: &str = "\
Examples:
  mailcheck smtp.example.com          why sending does not work
  mailcheck imap.example.com          why reading does not work
  mailcheck someone@example.com       the servers of a mail address
  mailcheck example.com               how mail from other servers comes in
  mailcheck explain 10060 0x800CCC0E  what an error number means

Everything there is, also diff, serve and fleet: mailcheck --help";

/// A page with `usage` in the language of the rest: clap's own word for it is English.
fn template(usage: &str) -> String {
    format!("{{about-with-newline}}\n{usage}\n\n{{all-args}}{{after-help}}")
}

/// The entries of a language; English needs none.
const fn source(lang: Lang) -> Option<&'static str> {
    match lang {
        Lang::En => None,
        Lang::ZhCn => Some(include_str!("../../locales/zh-CN-help.ftl")),
    }
}

/// Every text of `command` by the entries that begin with `prefix`.
fn translated(command: Command, words: &Words, prefix: &str) -> Command {
    // clap knows no width of characters, so the lines are cut here, and below what they describe there is always room.
    let about = wrap(&words.plain(&format!("{prefix}-about")), WIDTH).join("\n");
    let usage = words.plain(&format!("{prefix}-usage"));
    let after = words.plain(&format!("{prefix}-after"));
    command
        .about(about)
        .help_template(template(&usage))
        .after_help(after)
        .next_line_help(true)
        .subcommand_help_heading(words.plain("heading-commands"))
        .mut_args(|arg| described(arg, words, prefix))
        .mut_subcommands(|command| {
            let prefix = format!("{prefix}-{}", command.get_name());
            translated(command, words, &prefix)
        })
}

fn described(arg: Arg, words: &Words, prefix: &str) -> Arg {
    let defaults = arg.get_default_values().iter();
    let defaults: Vec<_> = defaults.map(|value| value.to_string_lossy()).collect();
    let has_default = !defaults.is_empty();
    let mut args = Args::new();
    if has_default {
        args.insert("default", Value::Text(defaults.join(",")));
    }
    let text = words.text(&entry(&arg, prefix), &args);
    let heading = words.plain(&heading(&arg));
    let arg = arg
        .help(wrap(&text, WIDTH - INDENT).join("\n"))
        .help_heading(heading);
    // The text names it.
    if has_default {
        arg.hide_default_value(true)
    } else {
        arg
    }
}

/// The id of the description of an argument. Whoever submits a list types what is typed for a list: that has one entry.
fn entry(arg: &Arg, prefix: &str) -> String {
    let id = arg.get_id().as_str();
    let is_own = OF_SUBMIT.contains(&id);
    let prefix = match prefix {
        "help-fleet-submit" if !is_own => "help",
        _ => prefix,
    };
    format!("{prefix}-{}", id.replace('_', "-"))
}

/// What `fleet submit` takes beside what checking takes.
const OF_SUBMIT: [&str; 3] = ["survey", "chunk", "ack_wait"];

/// The id of the heading over an argument.
fn heading(arg: &Arg) -> String {
    let name = match arg.get_help_heading() {
        Some(own) => own,
        None if arg.is_positional() => "Arguments",
        None => "Options",
    };
    format!("heading-{}", name.to_lowercase().replace(' ', "-"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::cli::{Cli, Mistake};

    /// Every id that the help of `command` asks for, and whether its text names a default.
    fn asked(command: &Command, prefix: &str) -> BTreeSet<(String, bool)> {
        let texts = ["about", "usage", "after"];
        let mut ids: BTreeSet<_> = texts.map(|text| (format!("{prefix}-{text}"), false)).into();
        for arg in command.get_arguments() {
            ids.insert((entry(arg, prefix), !arg.get_default_values().is_empty()));
            ids.insert((heading(arg), false));
        }
        if command.get_name() == "mailcheck" {
            let briefs = BRIEF.iter().map(|(id, _)| *id);
            let briefs = briefs.chain(["usage", "after"]);
            ids.extend(briefs.map(|id| (format!("{prefix}-short-{id}"), false)));
        }
        for inner in command.get_subcommands() {
            ids.insert(("heading-commands".to_owned(), false));
            ids.extend(asked(inner, &format!("{prefix}-{}", inner.get_name())));
        }
        ids
    }

    #[test]
    fn every_translation_describes_every_argument_and_nothing_else() {
        let expected = asked(&Cli::command(), "help");
        for lang in Lang::ALL {
            let Some(source) = source(lang) else {
                continue;
            };
            let words = Words::from_source(lang, source);
            let there = words.arguments().into_iter();
            let there: BTreeSet<_> = there
                .map(|(id, args)| (id, args.contains("default")))
                .collect();
            assert_eq!(there, expected, "{}", lang.tag());
            for (id, _) in &there {
                assert!(words.find(id, &Args::new()).is_some(), "{id}");
            }
        }
    }

    /// The prompt is the twenty-fourth line.
    #[test]
    fn the_short_page_fits_a_window_of_24_lines() {
        for lang in Lang::ALL {
            let words = ["mailcheck", "-h"].map(OsString::from);
            let Err(Mistake::Words(page)) = Cli::from_words(words, &|_| None, lang) else {
                panic!("a page was asked for");
            };
            let page = page.render().to_string();
            assert!(page.lines().count() <= 23, "{page}");
            assert!(page.lines().all(|line| line.width() <= 80), "{page}");
        }
    }

    /// clap would cut a longer line, and leave what is over on a line of its own.
    #[test]
    fn what_is_laid_out_by_hand_fits() {
        for lang in Lang::ALL {
            let command = in_language(Cli::command(), lang);
            let all = command.get_subcommands().chain([&command]);
            for text in all.filter_map(Command::get_after_help) {
                for line in text.to_string().lines() {
                    assert!(line.width() <= WIDTH, "{line}");
                }
            }
        }
    }

    #[test]
    fn a_translated_page_fits_and_names_what_the_english_one_names() {
        let pages = |command: Command| {
            let mut command = command;
            // What the inner command takes over from the outer one.
            command.build();
            let mut all: Vec<Command> = command.get_subcommands().cloned().collect();
            all.push(command);
            let pages = all.iter_mut();
            let pages = pages.map(|command| command.render_help().to_string());
            pages.collect::<Vec<String>>()
        };
        let names = |page: &str| -> BTreeSet<String> {
            let words = page.split(|letter: char| {
                !(letter.is_ascii_graphic()) || matches!(letter, ',' | '.' | ':' | ';' | '(' | ')')
            });
            let words = words.filter(|word| {
                word.starts_with(['-', '<']) && word.len() > 1
                    || word.bytes().any(|byte| byte.is_ascii_digit())
            });
            words.map(ToOwned::to_owned).collect()
        };
        let english = pages(Cli::command());
        for lang in Lang::ALL {
            let translated = pages(in_language(Cli::command(), lang));
            for (page, english) in translated.iter().zip(&english) {
                for line in page.lines() {
                    assert!(line.width() <= WIDTH && line.trim_end() == line, "{line:?}");
                }
                assert!(
                    !page.contains("help-") && !page.contains("heading-"),
                    "{page}"
                );
                let (own, reference) = (names(page), names(english));
                assert_eq!(own, reference, "{page}");
            }
        }
    }

    /// A window of 24 lines shows `-h` whole, but for a line or two.
    #[test]
    fn the_short_page_is_short() {
        for lang in Lang::ALL {
            let page = |word: &str| {
                let words = ["mailcheck", word].map(OsString::from);
                let Err(Mistake::Words(error)) = Cli::from_words(words, &|_| None, lang) else {
                    panic!("{word} asks for help")
                };
                error.render().to_string()
            };
            let (short, whole) = (page("-h"), page("--help"));
            assert!(short.lines().count() <= 28, "{short}");
            assert!(short.contains("mailcheck --help"), "{short}");
            assert!(
                whole.lines().count() > 60 && whole.contains("MAILCHECK_LANG"),
                "{whole}"
            );
            for line in short.lines() {
                assert!(line.width() <= WIDTH, "{line:?}");
            }
        }
    }

    #[test]
    fn every_value_is_named() {
        let command = in_language(Cli::command(), Lang::ZhCn);
        for arg in command.get_arguments() {
            let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
            let switch = !arg.get_action().takes_values();
            let values = arg.get_possible_values();
            // One that is hidden is second best.
            let mut shown = values
                .iter()
                .filter(|value| !switch && !value.is_hide_set());
            for value in &mut shown {
                assert!(help.contains(value.get_name()), "{}: {help}", arg.get_id());
            }
        }
    }
}
