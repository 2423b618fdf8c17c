//! What clap says about a mistake, as one sentence that says what would be right.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The mistake in one sentence, for exit code 2.
pub fn sentence(error: &Error) -> String {
    let option = name(error, ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::MissingRequiredArgument if option.contains("FIRST") || option.contains("SECOND") => {
            "two reports are needed; give two files of -f json, as in mailcheck diff yesterday.json today.json".to_owned()
        }
        ErrorKind::MissingRequiredArgument => {
            "nothing to check was named; name a mail server, as in mailcheck smtp.example.com, or see mailcheck --help"
                .to_owned()
        }
        ErrorKind::InvalidValue => match text(error, ContextKind::InvalidValue) {
            "" => format!("{option} needs a value; see mailcheck --help"),
            value => format!("\"{value}\" is no value for {option}; use {}", choices(error)),
        },
        ErrorKind::UnknownArgument if !option.starts_with('-') => {
            format!("\"{option}\" is one too many; leave it out, or see mailcheck --help")
        }
        ErrorKind::UnknownArgument => match name(error, ContextKind::SuggestedArg) {
            "" => format!("there is no option {option}; see mailcheck --help"),
            near => format!("there is no option {option}; is {near} meant?"),
        },
        ErrorKind::ArgumentConflict => {
            let other = name(error, ContextKind::PriorArg);
            if other.is_empty() {
                format!("{option} stands alone; leave out the rest")
            } else if option == other {
                format!("{option} is given twice; give it once")
            } else {
                format!("{option} and {other} exclude each other; leave one out")
            }
        }
        ErrorKind::TooManyValues => format!("{option} takes no value; leave out what is behind it"),
        ErrorKind::InvalidUtf8 => "a word on the command line is no UTF-8 text; type it again".to_owned(),
        // The library's list is open.
        _ => plain(error),
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

/// The values that an option takes: `text, json or markdown`.
fn choices(error: &Error) -> String {
    let Some(ContextValue::Strings(choices)) = error.get(ContextKind::ValidValue) else {
        return "another; see mailcheck --help".to_owned();
    };
    one_of(choices)
}

/// `text, json or markdown`.
pub(super) fn one_of(choices: &[String]) -> String {
    match choices {
        [others @ .., last] if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => choices.concat(),
    }
}

/// The library's own sentence.
fn plain(error: &Error) -> String {
    let text = error.to_string();
    let first = text.lines().next().unwrap_or_default();
    let first = first.trim_start_matches("error: ").trim_end_matches(':');
    format!("{first}; see mailcheck --help")
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::Cli;

    #[test]
    fn every_mistake_is_one_sentence_with_what_would_be_right() {
        let rows: [(&[&str], &str); 20] = [
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
            (
                &["h", "--zzz"],
                "there is no option --zzz; see mailcheck --help",
            ),
            (&["h", "-x"], "there is no option -x; see mailcheck --help"),
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
        for (line, says) in rows {
            let words = std::iter::once("mailcheck").chain(line.iter().copied());
            let error = Cli::try_parse_from(words).expect_err("a mistake");
            let told = sentence(&error);
            assert!(told.contains(says), "{line:?}: {told}");
            assert!(
                !told.contains('\n') && !told.contains(['<', '[']),
                "{line:?}: {told}"
            );
        }
    }
}
