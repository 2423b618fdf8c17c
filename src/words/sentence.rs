//! A sentence before it is told: its id, and the values that it names.

use std::collections::BTreeMap;
use std::fmt;

use super::{Lang, Words};

/// A value that a sentence names.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words or names, put in as they are.
    Text(String),
    /// A number, for plural rules and for showing.
    Number(f64),
    /// Several names, joined as the language joins them.
    List(Vec<String>),
    /// Words of the locale.
    Sentence(Box<Sentence>),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Sentence> for Value {
    fn from(sentence: Sentence) -> Self {
        Self::Sentence(Box::new(sentence))
    }
}

impl From<Vec<String>> for Value {
    fn from(items: Vec<String>) -> Self {
        Self::List(items)
    }
}

macro_rules! value_from_integer {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Value {
            fn from(number: $integer) -> Self {
                Self::Number(f64::from(number))
            }
        }
    )*};
}
value_from_integer!(u8, u16, u32, i32, f64);

/// The arguments of a sentence: name and value.
pub type Args = BTreeMap<&'static str, Value>;

/// A sentence: the id of a message in `locales/` and its arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// `evidence-connect-timeout`, `step-ask-network`.
    pub id: &'static str,
    /// What the sentence names.
    pub args: Args,
}

impl Sentence {
    /// The sentence in the language of `words`.
    pub fn told(&self, words: &Words) -> String {
        words.text(self.id, &self.args)
    }
}

/// In English, for whoever asks a type of this crate for its text and names no language.
impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(&Words::new(Lang::En)))
    }
}

/// An error that is told in the language of the reader.
pub trait Said {
    /// The sentence that says what is wrong and what would be right.
    fn said(&self) -> Sentence;
}

/// Makes errors of types that are [`Said`]; without a language their text is English.
#[macro_export]
macro_rules! said_errors {
    ($($name:ty),+ $(,)?) => {$(
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::words::Said::said(self).fmt(f)
            }
        }

        impl std::error::Error for $name {}
    )+};
}

/// A sentence that names nothing.
pub fn plain_sentence(id: &'static str) -> Sentence {
    Sentence {
        id,
        args: Args::new(),
    }
}

/// What the system said of a file, in the reader's language where the kind of error is known.
pub fn of_file(error: &std::io::Error) -> Sentence {
    use std::io::ErrorKind;
    let id = match error.kind() {
        ErrorKind::NotFound => "file-not-found",
        ErrorKind::PermissionDenied => "file-not-permitted",
        ErrorKind::IsADirectory => "file-is-a-directory",
        ErrorKind::NotADirectory => "file-not-a-directory",
        ErrorKind::ReadOnlyFilesystem => "file-system-read-only",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "file-system-full",
        ErrorKind::FileTooLarge => "file-too-large",
        ErrorKind::InvalidData => "file-not-text",
        // The library's list is open; the system's own words are better than none.
        _ => "file-other",
    };
    Sentence {
        id,
        args: Args::from([("text", without_number(error).into())]),
    }
}

/// The system's words without the number that Rust puts behind them.
fn without_number(error: &std::io::Error) -> String {
    let text = error.to_string();
    let number = error
        .raw_os_error()
        .map(|code| format!(" (os error {code})"));
    let shorter = number.and_then(|number| text.strip_suffix(&number).map(str::to_owned));
    shorter.unwrap_or(text)
}

/// Builds [`Args`] from pairs: `args! { "port" => 25u16, "host" => name }`.
#[macro_export]
macro_rules! args {
    ($($name:literal => $value:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut args = $crate::words::Args::new();
        $(args.insert($name, $crate::words::Value::from($value));)*
        args
    }};
}
