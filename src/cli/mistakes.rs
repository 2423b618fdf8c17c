//! What clap says about a mistake, as one sentence that says what would be right.

mod habits;

use std::ffi::OsString;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::args;
use crate::words::{Args, Sentence};

/// The mistake in one sentence, for exit code 2. `typed` is the command line: clap names an option like `-connect` by its
/// first letter alone.
pub fn said(error: &Error, typed: &[OsString]) -> Sentence {
    let option = name(error, ContextKind::InvalidArg);
    let (id, args) = match error.kind() {
        ErrorKind::MissingRequiredArgument
            if option.contains("FIRST") || option.contains("SECOND") =>
        {
            ("usage-two-reports", args! {})
        }
        ErrorKind::MissingRequiredArgument if missing(error, "--survey") => {
            ("usage-fleet-survey-missing", args! {})
        }
        ErrorKind::MissingRequiredArgument if missing(error, "--output") => {
            ("usage-fleet-output-missing", args! {})
        }
        ErrorKind::MissingRequiredArgument => ("usage-nothing-to-check", args! {}),
        ErrorKind::MissingSubcommand
        | ErrorKind::InvalidSubcommand
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => ("usage-fleet-which", args! {}),
        ErrorKind::InvalidValue => match text(error, ContextKind::InvalidValue) {
            "" => ("usage-value-missing", args! { "option" => option }),
            value => no_value(option, value, choices(error)),
        },
        ErrorKind::ValueValidation => {
            let value = text(error, ContextKind::InvalidValue);
            (
                "usage-number",
                args! { "option" => option, "value" => value },
            )
        }
        ErrorKind::UnknownArgument if !option.starts_with('-') => {
            ("usage-one-too-many", args! { "word" => option })
        }
        ErrorKind::UnknownArgument => unknown(error, option, typed),
        ErrorKind::ArgumentConflict => {
            let other = name(error, ContextKind::PriorArg);
            let id = if other.is_empty() {
                "usage-alone"
            } else if option == other {
                "usage-twice"
            } else {
                "usage-exclude"
            };
            (id, args! { "option" => option, "other" => other })
        }
        ErrorKind::TooManyValues => ("usage-no-value-wanted", args! { "option" => option }),
        ErrorKind::InvalidUtf8 => ("usage-not-utf8", args! {}),
        // The library's list is open.
        _ => ("usage-other", args! {}),
    };
    Sentence { id, args }
}

/// An option that belongs to checking, before `explain`, `diff` or `serve`.
pub fn stray(option: &str, command: &str) -> Sentence {
    Sentence {
        id: "usage-stray",
        args: args! { "option" => option, "command" => command },
    }
}

fn no_value(option: &str, value: &str, choices: Option<Sentence>) -> (&'static str, Args) {
    let args = args! { "option" => option, "value" => value };
    match choices {
        None => ("usage-value-other", args),
        Some(choices) => {
            let mut args = args;
            args.insert("choices", choices.into());
            ("usage-value", args)
        }
    }
}

/// An option that there is not: another program's, a near miss, or neither.
fn unknown(error: &Error, option: &str, typed: &[OsString]) -> (&'static str, Args) {
    let mut words = typed.iter().filter_map(|word| word.to_str());
    // `-v=2`: what clap does not know is the sign.
    if option == "-"
        && let Some(flag) = words.clone().find_map(flag_with_value)
    {
        return ("usage-no-value-wanted", args! { "option" => flag });
    }
    let whole = as_typed(option, typed);
    let value = words.by_ref().find(|word| *word == whole);
    let value = value.and_then(|_| words.next());
    if let Some(habit) = habits::of(&whole, value) {
        return ("usage-habit", args! { "option" => whole, "habit" => habit });
    }
    match name(error, ContextKind::SuggestedArg) {
        near if is_near(&whole, near) => (
            "usage-near-option",
            args! { "option" => whole, "near" => near },
        ),
        _ => ("usage-unknown-option", args! { "option" => whole }),
    }
}

/// The flag of one letter in `-v=2`.
fn flag_with_value(word: &str) -> Option<String> {
    let (flag, _) = word.split_once('=')?;
    let is_flag = flag.starts_with('-') && flag.len() == 2 && flag != "--";
    is_flag.then(|| flag.to_owned())
}

/// Whether one option may have been meant by another: it begins so, or two letters are wrong at most, and no third of the word.
/// The library's own measure takes `--prot` for `--prometheus`.
fn is_near(typed: &str, near: &str) -> bool {
    let typed = typed.trim_start_matches('-').to_ascii_lowercase();
    let near = near.trim_start_matches('-');
    let most = typed.chars().count().div_ceil(3).min(2);
    !near.is_empty()
        && ((typed.len() >= 3 && near.starts_with(&typed))
            || strsim::osa_distance(&typed, near) <= most)
}

/// The word in which clap met a short option that it does not know, where another program has it. Else the option alone:
/// what is behind it may be a password, as in `-uME:PASSWORD`.
fn as_typed(option: &str, typed: &[OsString]) -> String {
    let words = typed.iter().filter_map(|word| word.to_str());
    let is_short = option.len() == 2 && !option.starts_with("--");
    let words = words.filter(|word| is_short && word.starts_with(option));
    let mut words = words.map(|word| word.split('=').next().unwrap_or(word));
    let known = |word: &&str| habits::of(word, None).is_some();
    words.find(known).unwrap_or(option).to_owned()
}

/// Whether `option` is one of those that have to be there and are not.
fn missing(error: &Error, option: &str) -> bool {
    match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::Strings(missing)) => missing.iter().any(|one| one.starts_with(option)),
        Some(ContextValue::String(missing)) => missing.starts_with(option),
        _ => false,
    }
}

/// The name of an option without its value: `--format <FORMAT>` is `--format`.
fn name(error: &Error, kind: ContextKind) -> &str {
    let text = text(error, kind);
    text.split([' ', '=']).next().unwrap_or(text)
}

fn text(error: &Error, kind: ContextKind) -> &str {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text,
        Some(ContextValue::Strings(texts)) => texts.first().map_or("", String::as_str),
        _ => "",
    }
}

/// The values that an option takes; `None` where they are too many to name.
fn choices(error: &Error) -> Option<Sentence> {
    match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(choices)) => Some(one_of(choices.clone())),
        _ => None,
    }
}

/// `text, json or markdown`.
pub fn one_of(mut choices: Vec<String>) -> Sentence {
    let last = choices.pop().unwrap_or_default();
    Sentence {
        id: "usage-one-of",
        args: args! {
            "any" => if choices.is_empty() { "no" } else { "yes" },
            "others" => choices,
            "last" => last,
        },
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn every_mistake_is_one_sentence_with_what_would_be_right() {
        let rows: [(&[&str], &str); 26] = [
            (
                &["diff"],
                "two reports are needed; give two files of -f json",
            ),
            (&["diff", "a.json"], "two reports are needed"),
            (&["diff", "a", "b", "c"], "\"c\" is one too many"),
            (
                &[],
                "nothing to check was named; name a mail server, as in mailcheck smtp.example.com",
            ),
            (&["-v"], "nothing to check was named"),
            (
                &["h", "-f", "xml"],
                "\"xml\" is no value for --format; use text, json, ndjson, markdown",
            ),
            (&["h", "--color=green"], "use auto, always or never"),
            (&["h", "--roots", "mine"], "use mozilla or system"),
            (
                &["h", "--lang", "xx"],
                "\"xx\" is no value for --lang; use en or zh-CN",
            ),
            (&["h", "-t"], "--timeout needs a value"),
            (
                &["h", "--foramt", "json"],
                "there is no option --foramt; is --format meant?",
            ),
            (&["h", "--verb"], "is --verbose meant?"),
            (&["h", "--targest", "x"], "is --targets meant?"),
            (&["h", "--tpye"], "there is no option --tpye; see"),
            (&["h", "--promote"], "there is no option --promote; see"),
            (&["h", "--prot", "imap"], "mailcheck imaps://"),
            (&["h", "--protocol", "pop3"], "mailcheck imaps://"),
            (
                &["h", "--zzz"],
                "there is no option --zzz; see mailcheck --help",
            ),
            (&["h", "-z"], "there is no option -z; see mailcheck --help"),
            (
                &["h", "-4", "-6"],
                "--ipv4 and --ipv6 exclude each other; leave one out",
            ),
            (
                &["h", "--ca-file", "a", "--roots", "system"],
                "--ca-file and --roots exclude each other",
            ),
            (&["h", "-t", "1", "-t", "2"], "--timeout is given twice"),
            (
                &["h", "--generate", "man"],
                "--generate stands alone; leave out the rest",
            ),
            (
                &["--generate", "html"],
                "\"html\" is no value for --generate; use man, complete-bash, complete-zsh",
            ),
            (&["h", "--strict=yes"], "--strict takes no value"),
            (
                &["explain", "10060", "--lang", "xx"],
                "\"xx\" is no value for --lang",
            ),
        ];
        assert_all(&rows);
    }

    #[test]
    fn options_of_other_programs_are_answered_with_what_they_are_here() {
        let rows: [(&[&str], &str); 33] = [
            // As curl, swaks, openssl s_client, dig and the Nagios plugins have them.
            (&["h", "-p", "25"], "mailcheck smtp.example.com:25"),
            (&["h", "--port", "25"], "mailcheck smtp.example.com:25"),
            (&["h", "--port=25"], "mailcheck smtp.example.com:25"),
            (&["h", "--starttls"], "the port decides"),
            (&["h", "--tls"], "the port decides"),
            (&["h", "--ssl-reqd"], "the port decides"),
            (&["h", "--username", "me"], "mailcheck --login --user"),
            (&["h", "-au", "me"], "mailcheck --login --user"),
            (&["h", "--to", "me@example.com"], "use --from and --rcpt"),
            (&["h", "--subject", "x"], "--send writes its own"),
            (&["h", "--password", "hunter2"], "--password-file"),
            (
                &["h", "--oauth2-bearer", "hunter2"],
                "--oauth-token-command",
            ),
            (&["--server", "h"], "without an option"),
            (&["-connect", "h:587"], "without an option"),
            (&["-H", "h"], "without an option"),
            (&["h", "--nameserver", "9.9.9.9"], "--resolver"),
            (&["h", "--cacert", "ca.pem"], "--ca-file"),
            (&["h", "-k"], "shown all the same"),
            (&["h", "--connect-timeout", "5"], "--timeout"),
            (&["h", "--warning-days", "x"], "whole number"),
            (&["h", "-P", "587"], "mailcheck smtp.example.com:25"),
            (&["h", "-P", "hunter2"], "--password-file"),
            (&["h", "-v=2"], "-v takes no value"),
            (&["h", "--imap"], "-s imap"),
            (&["h", "--all"], "-s all"),
            (&["h", "--ipv4only"], "use -4"),
            (&["h", "--socks5", "p:1080"], "--proxy socks5h://"),
            (&["h", "--retries", "3"], "asks once"),
            (&["h", "--parallel", "9"], "--jobs"),
            (&["h", "--save", "a.html"], "-o report.html"),
            (&["h", "--config", "a.toml"], "MAILCHECK_"),
            (&["h", "--helo", "me.example.com"], "--ehlo"),
            (&["h", "--rbl", "zen.example.net"], "--dnsbl"),
        ];
        assert_all(&rows);
    }

    fn assert_all(rows: &[(&[&str], &str)]) {
        for &(line, says) in rows {
            let words = std::iter::once("mailcheck").chain(line.iter().copied());
            let error = Cli::try_parse_from(words).expect_err("a mistake");
            let line: Vec<OsString> = line.iter().map(OsString::from).collect();
            let told = said(&error, &line).to_string();
            assert!(told.contains(says), "{line:?}: {told}");
            assert!(
                !told.contains('\n') && !told.contains(['<', '[']),
                "{line:?}: {told}"
            );
        }
    }

    /// As mysql, curl, swaks, openssl, sshpass and PuTTY take passwords; and as somebody may try it here.
    #[test]
    fn a_password_that_was_typed_is_not_said_again() {
        let rows: [&[&str]; 18] = [
            &["h", "--password", "hunter2"],
            &["h", "--password=hunter2"],
            &["h", "--passwort=hunter2"],
            &["h", "--login=hunter2"],
            &["h", "-u", "me:hunter2"],
            &["h", "-ume:hunter2"],
            &["h", "-u=me:hunter2"],
            &["h", "-phunter2"],
            &["h", "-Phunter2"],
            &["h", "-Whunter2"],
            &["h", "-zhunter2"],
            &["h", "-ap", "hunter2"],
            &["h", "-pw", "hunter2"],
            &["h", "-password", "hunter2"],
            &["h", "--secret", "hunter2"],
            &["h", "--oauth2-bearer=hunter2"],
            &["h", "--token", "hunter2"],
            &["h", "--login-anyway"],
        ];
        for line in rows {
            let words = std::iter::once("mailcheck").chain(line.iter().copied());
            let error = Cli::try_parse_from(words).expect_err("a mistake");
            let line: Vec<OsString> = line.iter().map(OsString::from).collect();
            let told = said(&error, &line);
            for lang in crate::words::Lang::ALL {
                let told = told.told(&crate::words::Words::new(lang));
                assert!(!told.contains("hunter"), "{line:?}: {told}");
            }
        }
    }
}
