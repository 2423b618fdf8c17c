//! What the environment says where the command line is silent.
//!
//! The library that reads the command line could read variables too, but takes them for words that were typed: a
//! variable would exclude a typed option, an empty one would be a value, and a mistake would not name the variable.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{ArgMatches, ValueEnum};

use super::mistakes::one_of;
use super::{CheckArgs, ColorArg, LangArg};
use crate::words::{Said, Sentence};
use crate::{args, said_errors};

/// A variable that stands in for an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// As it is set.
    pub name: &'static str,
    /// The option, with its hyphens.
    pub option: &'static str,
    /// The option that excludes this one; where it was typed, the variable says nothing.
    rival: Option<&'static str>,
}

/// `MAILCHECK_CA_FILE`.
const CA_FILE: Variable = Variable::new("MAILCHECK_CA_FILE", "--ca-file", Some("--roots"));
/// `MAILCHECK_COLOR`.
const COLOR: Variable = Variable::new("MAILCHECK_COLOR", "--color", None);
/// `MAILCHECK_DEADLINE`.
const DEADLINE: Variable = Variable::new("MAILCHECK_DEADLINE", "--deadline", None);
/// `MAILCHECK_EHLO`.
const EHLO: Variable = Variable::new("MAILCHECK_EHLO", "--ehlo", None);
/// `MAILCHECK_FORMAT`.
pub(super) const FORMAT: Variable = Variable::new("MAILCHECK_FORMAT", "--format", None);
/// `MAILCHECK_GREETING_TIMEOUT`.
const GREETING_TIMEOUT: Variable =
    Variable::new("MAILCHECK_GREETING_TIMEOUT", "--greeting-timeout", None);
/// `MAILCHECK_LANG`.
pub(super) const LANG: Variable = Variable::new("MAILCHECK_LANG", "--lang", None);
/// `MAILCHECK_PROXY`.
pub const PROXY: Variable = Variable::new("MAILCHECK_PROXY", "--proxy", None);
/// `MAILCHECK_RESOLVER`: several between commas or blanks.
const RESOLVER: Variable = Variable::new("MAILCHECK_RESOLVER", "--resolver", None);
/// `MAILCHECK_ROOTS`.
const ROOTS: Variable = Variable::new("MAILCHECK_ROOTS", "--roots", Some("--ca-file"));
/// `MAILCHECK_TIMEOUT`.
const TIMEOUT: Variable = Variable::new("MAILCHECK_TIMEOUT", "--timeout", None);

/// Every variable that stands in for an option, as the help lists them.
pub const VARIABLES: [Variable; 11] = [
    CA_FILE,
    COLOR,
    DEADLINE,
    EHLO,
    FORMAT,
    GREETING_TIMEOUT,
    LANG,
    PROXY,
    RESOLVER,
    ROOTS,
    TIMEOUT,
];

/// How a value was given, for the sentence that says what is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// With this option, which may have been left at its default.
    Option(&'static str),
    /// By this variable.
    Variable(&'static str),
}

impl Given {
    /// The same with a good value: `--timeout 10`, `MAILCHECK_TIMEOUT=10`.
    pub fn with(self, value: &str) -> String {
        match self {
            Self::Option(option) => format!("{option} {value}"),
            Self::Variable(name) => format!("{name}={value}"),
        }
    }
}

impl fmt::Display for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Option(name) | Self::Variable(name) => f.write_str(name),
        }
    }
}

/// What is wrong with a variable, in one sentence that names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VariableError {
    /// None of the values that there are.
    Value {
        /// As set.
        value: String,
        /// The variable.
        name: &'static str,
        /// What would be right.
        choices: Vec<String>,
    },
    /// Two that exclude each other, and no option that decides.
    Both(Variable, Variable),
}

said_errors!(VariableError);

impl Said for VariableError {
    fn said(&self) -> Sentence {
        match self {
            Self::Value {
                value,
                name,
                choices,
            } => Sentence {
                id: "usage-value",
                args: args! {
                    "value" => value.as_str(),
                    "option" => *name,
                    "choices" => one_of(choices.clone()),
                },
            },
            Self::Both(one, other) => Sentence {
                id: "usage-exclude",
                args: args! { "option" => one.name, "other" => other.name },
            },
        }
    }
}

/// Fills in what was not typed. `variable` looks a variable up.
pub(super) fn fill_in(
    args: &mut CheckArgs,
    typed: &ArgMatches,
    variable: &dyn Fn(&str) -> Option<OsString>,
) -> Result<(), VariableError> {
    let text = |value: OsString| value.to_string_lossy().into_owned();
    let mut used = Vec::new();
    let mut value = |wanted: Variable| {
        let value = wanted.value(typed, variable);
        used.extend(value.is_some().then_some(wanted));
        value
    };
    if let Some(file) = value(CA_FILE) {
        args.ca_file = Some(PathBuf::from(file));
    }
    if let Some(roots) = value(ROOTS) {
        args.roots = choice(ROOTS, &roots)?;
    }
    if let Some(when) = value(COLOR) {
        args.color = choice(COLOR, &when)?;
    }
    if let Some(format) = value(FORMAT) {
        args.format = choice(FORMAT, &format)?;
    }
    if let Some(lang) = value(LANG) {
        args.lang = Some(choice(LANG, &lang)?);
    }
    if let Some(seconds) = value(DEADLINE) {
        args.deadline = text(seconds);
    }
    if let Some(seconds) = value(GREETING_TIMEOUT) {
        args.greeting_timeout = text(seconds);
    }
    if let Some(seconds) = value(TIMEOUT) {
        args.timeout = text(seconds);
    }
    if let Some(name) = value(EHLO) {
        args.ehlo = Some(text(name));
    }
    if let Some(url) = value(PROXY) {
        args.proxy.proxy = Some(text(url));
    }
    if let Some(list) = value(RESOLVER) {
        let list = text(list);
        let several = list.split([',', ' ']).filter(|one| !one.is_empty());
        args.resolver = several.map(str::to_owned).collect();
    }
    if used.contains(&CA_FILE) && used.contains(&ROOTS) {
        return Err(VariableError::Both(CA_FILE, ROOTS));
    }
    args.variables = used;
    Ok(())
}

/// The language for `explain`, `diff` and `serve`.
pub(super) fn lang(
    typed: &ArgMatches,
    variable: &dyn Fn(&str) -> Option<OsString>,
) -> Result<Option<LangArg>, VariableError> {
    let value = LANG.value(typed, variable);
    value.map(|value| choice(LANG, &value)).transpose()
}

/// The language for what has its own way to type it.
pub(super) fn lang_of(
    variable: &dyn Fn(&str) -> Option<OsString>,
) -> Result<Option<LangArg>, VariableError> {
    let value = variable(LANG.name).filter(|value| !value.is_empty());
    value.map(|value| choice(LANG, &value)).transpose()
}

/// Whether `diff` is to colour what it says.
pub(super) fn color(
    typed: &ArgMatches,
    variable: &dyn Fn(&str) -> Option<OsString>,
) -> Result<Option<ColorArg>, VariableError> {
    let value = COLOR.value(typed, variable);
    value.map(|value| choice(COLOR, &value)).transpose()
}

impl Variable {
    const fn new(name: &'static str, option: &'static str, rival: Option<&'static str>) -> Self {
        Self {
            name,
            option,
            rival,
        }
    }

    /// The value, where it is set, not empty, and nothing that was typed decides.
    fn value(
        self,
        typed: &ArgMatches,
        variable: &dyn Fn(&str) -> Option<OsString>,
    ) -> Option<OsString> {
        if was_typed(typed, self.option) || self.rival.is_some_and(|rival| was_typed(typed, rival))
        {
            return None;
        }
        variable(self.name).filter(|value| !value.is_empty())
    }
}

fn was_typed(typed: &ArgMatches, option: &str) -> bool {
    let id = option.trim_start_matches('-').replace('-', "_");
    typed.value_source(&id) == Some(ValueSource::CommandLine)
}

fn choice<T: ValueEnum>(variable: Variable, value: &OsStr) -> Result<T, VariableError> {
    let value = value.to_string_lossy();
    // As the options do.
    T::from_str(&value, true).map_err(|_| VariableError::Value {
        value: value.into_owned(),
        name: variable.name,
        choices: choices::<T>(),
    })
}

/// The values that there are.
fn choices<T: ValueEnum>() -> Vec<String> {
    let values = T::value_variants()
        .iter()
        .filter_map(ValueEnum::to_possible_value);
    values.map(|value| value.get_name().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Cli, Mistake, RootsArg};
    use crate::report::Format;
    use crate::words::Lang;

    fn read(line: &[&str], set: &[(&str, &str)]) -> Result<CheckArgs, String> {
        let words = std::iter::once("mailcheck").chain(line.iter().copied());
        let variable = |name: &str| {
            let found = set.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| OsString::from(value))
        };
        match Cli::from_words(words.map(OsString::from), &variable, Lang::En) {
            Ok(cli) => Ok(cli.check),
            Err(Mistake::Variable(error)) => Err(error.to_string()),
            Err(Mistake::Words(error)) => panic!("{error}"),
            Err(Mistake::Stray(said)) => panic!("{said}"),
        }
    }

    #[test]
    fn every_variable_fills_its_option() {
        let set = [
            ("MAILCHECK_COLOR", "always"),
            ("MAILCHECK_DEADLINE", "50"),
            ("MAILCHECK_EHLO", "here.example.com"),
            ("MAILCHECK_FORMAT", "json"),
            ("MAILCHECK_GREETING_TIMEOUT", "20"),
            ("MAILCHECK_LANG", "en"),
            ("MAILCHECK_PROXY", "env"),
            ("MAILCHECK_RESOLVER", "192.0.2.1, 192.0.2.2:5353,"),
            ("MAILCHECK_ROOTS", "system"),
            ("MAILCHECK_TIMEOUT", "5"),
        ];
        let args = read(&["h"], &set).expect("good values");
        assert_eq!(
            (args.color, args.format, args.roots, args.lang),
            (
                ColorArg::Always,
                Format::Json,
                RootsArg::System,
                Some(LangArg::En)
            )
        );
        assert_eq!([args.timeout, args.greeting_timeout], ["5", "20"]);
        assert_eq!(args.deadline, "50");
        assert_eq!(args.ehlo.as_deref(), Some("here.example.com"));
        assert_eq!(args.proxy.proxy.as_deref(), Some("env"));
        assert_eq!(args.resolver, ["192.0.2.1", "192.0.2.2:5353"]);
        let args = read(&["h"], &[("MAILCHECK_CA_FILE", "ca.pem")]).expect("a file");
        assert_eq!(args.ca_file, Some(PathBuf::from("ca.pem")));
        let named = set.map(|(name, _)| name);
        let listed = VARIABLES.map(|variable| variable.name);
        assert!(listed.iter().skip(1).eq(named.iter()), "{listed:?}");
    }

    #[test]
    fn a_comparison_has_its_language_and_colour_from_there_too() {
        let read = |line: &[&str]| {
            let words = ["mailcheck", "diff", "a", "b"].iter().chain(line);
            let variable = |name: &str| match name {
                "MAILCHECK_COLOR" => Some(OsString::from("never")),
                "MAILCHECK_LANG" => Some(OsString::from("en")),
                _ => None,
            };
            let cli = Cli::from_words(words.map(OsString::from), &variable, Lang::En);
            match cli.expect("good values").command {
                Some(crate::cli::Command::Diff(args)) => (args.color, args.lang),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(read(&[]), (ColorArg::Never, Some(LangArg::En)));
        assert_eq!(
            read(&["--color", "always"]),
            (ColorArg::Always, Some(LangArg::En))
        );
    }

    #[test]
    fn what_is_typed_wins() {
        let set = [("MAILCHECK_FORMAT", "xml"), ("MAILCHECK_ROOTS", "system")];
        let args = read(&["h", "-f", "text", "--ca-file", "ca.pem"], &set).expect("nothing wrong");
        assert_eq!((args.format, args.roots), (Format::Text, RootsArg::Mozilla));
        assert!(args.variables.is_empty());
        let args = read(
            &["h", "--roots", "mozilla"],
            &[("MAILCHECK_CA_FILE", "ca.pem")],
        );
        assert_eq!(args.expect("nothing wrong").ca_file, None);
    }

    #[test]
    fn an_empty_variable_is_none() {
        let set = VARIABLES.map(|variable| (variable.name, ""));
        let args = read(&["h"], &set).expect("nothing wrong");
        assert!(args.variables.is_empty());
        assert_eq!((args.timeout.as_str(), args.ca_file), ("10", None));
    }

    #[test]
    fn a_mistake_names_the_variable() {
        let rows: [(&[(&str, &str)], &str); 3] = [
            (
                &[("MAILCHECK_FORMAT", "xml")],
                "\"xml\" is no value for MAILCHECK_FORMAT; use text, json, ndjson, markdown",
            ),
            (
                &[("MAILCHECK_COLOR", "green")],
                "\"green\" is no value for MAILCHECK_COLOR; use auto, always or never",
            ),
            (
                &[("MAILCHECK_CA_FILE", "a"), ("MAILCHECK_ROOTS", "system")],
                "MAILCHECK_CA_FILE and MAILCHECK_ROOTS exclude each other; leave one out",
            ),
        ];
        for (set, says) in rows {
            let told = read(&["h"], set).expect_err("a mistake");
            assert!(told.starts_with(says), "{told}");
        }
    }
}
