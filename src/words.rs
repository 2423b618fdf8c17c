//! Looks sentences up in the locale files, so that no other room holds words for people.
//!
//! A locale file has an entry for every finding, class, code and label. Parsing all of it would cost more than a
//! healthy check does, so an entry is parsed when it is first asked for: Fluent sees only the entries that a report
//! needs, and the build has written down where each of them stands.

mod entries;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use self::entries::{Entries, Place};

/// A language that mailcheck speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    En,
    /// Chinese in simplified characters, as in mainland China.
    ZhCn,
}

impl Lang {
    /// Every language, the reference (English) first.
    pub const ALL: [Self; 2] = [Self::En, Self::ZhCn];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhCn => "zh-CN",
        }
    }

    /// Whether ASCII is enough to write it.
    pub const fn is_ascii(self) -> bool {
        match self {
            Self::En => true,
            Self::ZhCn => false,
        }
    }

    /// The language for readers of `locale`, a BCP 47 tag or a POSIX name: `zh_CN.UTF-8`, `zh-Hans-HK`. `None` where
    /// mailcheck does not speak it: traditional characters are another script.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let locale = locale.to_ascii_lowercase();
        let mut parts = locale.split(['-', '_', '.', '@']);
        match parts.next() {
            Some("en") => Some(Self::En),
            Some("zh") => {
                let rest: Vec<&str> = parts.collect();
                let simplified =
                    rest.contains(&"hans") || rest.iter().all(|part| !is_traditional(part));
                simplified.then_some(Self::ZhCn)
            }
            _ => None,
        }
    }

    /// The locale file, as text.
    pub const fn source(self) -> &'static str {
        match self {
            Self::En => include_str!("../locales/en.ftl"),
            Self::ZhCn => include_str!("../locales/zh-CN.ftl"),
        }
    }

    /// Where each entry of the locale file stands.
    fn index(self) -> &'static [Place] {
        let index: &[u8] = match self {
            Self::En => include_bytes!(concat!(env!("OUT_DIR"), "/en.index")),
            Self::ZhCn => include_bytes!(concat!(env!("OUT_DIR"), "/zh-CN.index")),
        };
        index.as_chunks().0.as_chunks().0
    }
}

/// Whether `locale` is Chinese in traditional characters.
pub fn is_traditional_chinese(locale: &str) -> bool {
    let lower = locale.to_ascii_lowercase();
    let mut parts = lower.split(['-', '_', '.', '@']);
    parts.next() == Some("zh") && Lang::of_locale(locale).is_none()
}

/// The script, and the regions where it is the usual one (CLDR, likely subtags).
fn is_traditional(subtag: &str) -> bool {
    matches!(subtag, "hant" | "tw" | "hk" | "mo")
}

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

/// The sentences of one language.
pub struct Words {
    lang: Lang,
    source: &'static str,
    index: Cow<'static, [Place]>,
    /// The entries that were asked for.
    bundle: RefCell<FluentBundle<FluentResource>>,
}

impl Words {
    /// Opens the locale file of `lang`.
    pub fn new(lang: Lang) -> Self {
        Self::indexed(lang, lang.source(), lang.index().into())
    }

    /// Reads the sentences of `lang` from a text of the same form as a locale file.
    pub fn from_source(lang: Lang, source: &'static str) -> Self {
        Self::indexed(lang, source, entries::index(source).into())
    }

    fn indexed(lang: Lang, source: &'static str, index: Cow<'static, [Place]>) -> Self {
        let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![id]);
        // Isolation marks would end up in tickets and in grep patterns.
        bundle.set_use_isolating(false);
        Self {
            lang,
            source,
            index,
            bundle: RefCell::new(bundle),
        }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The sentence `id`, or `id` itself where the locale has none, so that a gap is seen and nothing fails.
    ///
    /// `id` is a message (`port-closed`) or an attribute of one (`port-closed.explanation`).
    pub fn text(&self, id: &str, args: &Args) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// The sentence `id` without arguments.
    pub fn plain(&self, id: &str) -> String {
        self.text(id, &Args::new())
    }

    /// Several names as one text, joined as the language joins them.
    pub fn list<S: AsRef<str>>(&self, items: impl IntoIterator<Item = S>) -> String {
        let items: Vec<String> = items
            .into_iter()
            .map(|item| item.as_ref().to_owned())
            .collect();
        items.join(&self.plain("between-items"))
    }

    /// The sentence `id` where the locale has it.
    pub fn find(&self, id: &str, args: &Args) -> Option<String> {
        let (message_id, attribute) = match id.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (id, None),
        };
        self.load(message_id)?;
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent.set(*name, self.to_fluent(value));
        }
        let bundle = self.bundle.borrow();
        let message = bundle.get_message(message_id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&fluent), &mut errors);
        Some(text.into_owned())
    }

    fn to_fluent<'a>(&self, value: &'a Value) -> FluentValue<'a> {
        match value {
            Value::Text(text) => FluentValue::from(text.as_str()),
            Value::Number(number) => FluentValue::from(*number),
            Value::List(items) => FluentValue::from(self.list(items)),
            Value::Sentence(sentence) => FluentValue::from(sentence.told(self)),
        }
    }

    /// Every id of the locale, attributes as `message.attribute`.
    pub fn ids(&self) -> Vec<String> {
        self.entries()
            .flat_map(|(id, entry)| ids_of(id, entry))
            .collect()
    }

    /// Every id with the names of the arguments that its sentence uses.
    pub fn arguments(&self) -> BTreeMap<String, BTreeSet<&'static str>> {
        let sentences = self.sentences().into_iter();
        sentences
            .map(|(id, text)| (id, Uses::of(text).named))
            .collect()
    }

    /// In what a translation differs from `reference`, other than in its words: ids that are missing or too many,
    /// arguments that one uses and the other does not, and cases that one tells apart and the other does not. A
    /// sentence may do without an argument only where the reference does, for what is left out is evidence; but each
    /// language has plurals of its own, and a number that does nothing but choose one of them says nothing.
    pub fn disagreements(&self, reference: &Self) -> Vec<String> {
        let (own, other) = (self.sentences(), reference.sentences());
        let ids: BTreeSet<_> = own.keys().chain(other.keys()).collect();
        let tag = self.lang.tag();
        ids.into_iter()
            .filter_map(|id| match (own.get(id), other.get(id)) {
                (None, _) => Some(format!("{tag} has no {id}")),
                (_, None) => Some(format!("{tag} has {id}, and nothing asks for it")),
                (Some(own), Some(other)) => {
                    let (own, other) = (Uses::of(own), Uses::of(other));
                    let difference = own.difference(&other)?;
                    Some(format!("{tag} {difference} in {id}"))
                }
            })
            .collect()
    }

    /// Every sentence as the file has it, by its id.
    fn sentences(&self) -> BTreeMap<String, &'static str> {
        let entries = self.entries();
        entries
            .flat_map(|(id, entry)| sentences_of(id, entry))
            .collect()
    }

    fn entries(&self) -> Entries<'static> {
        Entries::of(self.source)
    }

    fn load(&self, id: &str) -> Option<()> {
        let mut bundle = self.bundle.borrow_mut();
        if !bundle.has_message(id) {
            let (_, entry) = entries::find(self.source, &self.index, id)?;
            // A broken entry is caught by the test that parses every one; here it is as good as absent.
            let resource = FluentResource::try_new(entry.to_owned()).ok()?;
            bundle.add_resource(resource).ok()?;
        }
        Some(())
    }
}

fn ids_of(id: &str, entry: &'static str) -> Vec<String> {
    let sentences = sentences_of(id, entry).into_iter();
    sentences.map(|(id, _)| id).collect()
}

/// An entry cut into the message and its attributes, each with its id.
fn sentences_of(id: &str, entry: &'static str) -> Vec<(String, &'static str)> {
    let mut sentences = Vec::new();
    let (mut open, mut start, mut offset) = (id.to_owned(), 0, 0);
    for line in entry.split_inclusive('\n') {
        let attribute = line
            .trim_start()
            .strip_prefix('.')
            .and_then(|rest| rest.split_once('='));
        if let Some((name, _)) = attribute.filter(|_| offset > 0) {
            let whole = std::mem::replace(&mut open, format!("{id}.{}", name.trim()));
            sentences.push((whole, &entry[start..offset]));
            start = offset;
        }
        offset += line.len();
    }
    sentences.push((open, &entry[start..]));
    sentences
}

/// What a sentence does with its arguments.
#[derive(Default)]
struct Uses {
    /// Every argument that it names.
    named: BTreeSet<&'static str>,
    /// Those that it shows, or by which it tells cases apart that are no plurals.
    needed: BTreeSet<&'static str>,
    /// The cases that it tells apart, by argument; plurals are not among them.
    cases: BTreeSet<(&'static str, &'static str)>,
}

impl Uses {
    fn of(sentence: &'static str) -> Self {
        let mut uses = Self::default();
        for (place, _) in sentence.match_indices('$') {
            let rest = &sentence[place + 1..];
            let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            let (name, behind) = rest.split_at(end);
            uses.named.insert(name);
            let Some(list) = behind.trim_start().strip_prefix("->") else {
                uses.needed.insert(name);
                continue;
            };
            let cases = variants(list);
            if cases.iter().any(|case| !PLURALS.contains(case)) {
                uses.needed.insert(name);
            }
            // Every list has a default, and plurals call theirs "other".
            let cases = cases.into_iter().filter(|case| !PLURALS.contains(case));
            uses.cases.extend(cases.map(|case| (name, case)));
        }
        uses
    }

    /// In what it differs from the same sentence in the reference.
    fn difference(&self, reference: &Self) -> Option<String> {
        let is_number = |case: &str| case.bytes().all(|byte| byte.is_ascii_digit());
        let foreign = self.named.difference(&reference.named).next();
        let missing = reference.needed.difference(&self.named).next();
        let untold = reference.cases.difference(&self.cases).next();
        // A number may have a word of its own in one language and none in the other.
        let mut told = self.cases.difference(&reference.cases);
        let told = told.find(|(_, case)| !is_number(case));
        foreign
            .map(|name| format!("names ${name}, which the reference does not,"))
            .or_else(|| missing.map(|name| format!("does not name ${name}")))
            .or_else(|| untold.map(|(name, case)| format!("has no case {case} of ${name}")))
            .or_else(|| told.map(|(name, case)| format!("has a case {case} of ${name} too many")))
    }
}

/// The plural categories of CLDR.
const PLURALS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The names of the variants in `list`, which begins behind the arrow; not those of lists within.
fn variants(list: &'static str) -> Vec<&'static str> {
    let mut names = Vec::new();
    let mut depth = 0_usize;
    for line in list.lines() {
        let head = line.trim_start().trim_start_matches('*');
        if depth == 0
            && let Some((name, _)) = head.strip_prefix('[').and_then(|rest| rest.split_once(']'))
        {
            names.push(name.trim());
        }
        for letter in line.chars() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => return names,
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFERENCE: &str = "# a comment\nport = Port { $port }\n    .steps = Look at { $host }.\n        And on.\n\nplain = Yes\n";

    fn words(source: &'static str) -> Words {
        Words::from_source(Lang::En, source)
    }

    #[test]
    fn an_entry_is_found_with_its_attributes_and_arguments() {
        let words = words(REFERENCE);
        let args = args! { "port" => 25_u16, "host" => "mx" };
        assert_eq!(words.text("port", &args), "Port 25");
        assert_eq!(words.text("port.steps", &args), "Look at mx.\nAnd on.");
        assert_eq!(words.plain("plain"), "Yes");
        // A gap is seen, and nothing fails.
        assert_eq!(words.plain("absent.too"), "absent.too");
        assert_eq!(words.find("plain.absent", &args), None);
    }

    #[test]
    fn a_translation_that_lacks_something_is_told_so() {
        let reference = words(REFERENCE);
        assert_eq!(reference.disagreements(&reference), [""; 0]);
        let rows = [
            ("port = P { $port }\nplain = Y\n", "has no port.steps"),
            (
                "port = P\n .steps = { $host }\nplain = Y\n",
                "does not name $port in port",
            ),
            (
                "port = P { $prot }\n .steps = { $host }\nplain = Y\n",
                "names $prot",
            ),
            (
                "port = P { $port }\n .steps = { $host }\nplain = Y\nmore = M\n",
                "has more",
            ),
        ];
        for (source, says) in rows {
            let found = words(source).disagreements(&reference);
            assert_eq!(found.len(), 1, "{source}: {found:?}");
            assert!(found[0].contains(says), "{source}: {found:?}");
        }
    }

    #[test]
    fn a_translation_has_plurals_of_its_own_and_the_cases_of_the_reference() {
        let reference = words(
            "a = { $count ->\n    [one] port { $ports }\n   *[other] ports { $ports }\n } { $why ->\n    [none] not\n   \
             *[other] { $days ->\n        [0] today\n       *[other] in { $days }\n    }\n }\n",
        );
        let whole = "{ $why ->\n [none] n\n *[other] { $days ->\n [0] t\n [1] m\n *[other] { $days }\n }\n }\n";
        let rows = [
            (format!("a = {{ $ports }} {whole}"), None),
            (
                format!("a = {{ $count ->\n *[other] {{ $ports }}\n }} {whole}"),
                None,
            ),
            (format!("a = x {whole}"), Some("does not name $ports")),
            (
                format!("a = {{ $ports }} {}", whole.replace("[0] t\n", "")),
                Some("has no case 0 of $days"),
            ),
            (
                format!("a = {{ $ports }} {}", whole.replace("[none]", "[nine]")),
                Some("has no case none of $why"),
            ),
            (
                format!("a = {{ $ports }} {}", whole.replace("[1]", "[much]")),
                Some("has a case much of $days too many"),
            ),
        ];
        for (source, says) in rows {
            let source: &'static str = source.leak();
            let found = words(source).disagreements(&reference);
            let fits = |one: &String| says.is_some_and(|says| one.contains(says));
            assert!(
                found.len() == says.iter().len() && found.iter().all(fits),
                "{source}: {found:?}"
            );
        }
    }

    #[test]
    fn a_locale_is_one_of_ours_or_none() {
        let rows = [
            ("en", Some(Lang::En)),
            ("en-GB", Some(Lang::En)),
            ("en_US.UTF-8", Some(Lang::En)),
            ("zh", Some(Lang::ZhCn)),
            ("zh-CN", Some(Lang::ZhCn)),
            ("zh_CN.UTF-8", Some(Lang::ZhCn)),
            ("zh_SG", Some(Lang::ZhCn)),
            ("zh-Hans", Some(Lang::ZhCn)),
            ("zh-Hans-HK", Some(Lang::ZhCn)),
            ("ZH-hans-cn", Some(Lang::ZhCn)),
            ("zh_TW.UTF-8", None),
            ("zh-Hant", None),
            ("zh-Hant-CN", None),
            ("zh-HK", None),
            ("de_DE.UTF-8", None),
            ("C", None),
            ("", None),
        ];
        for (locale, lang) in rows {
            assert_eq!(Lang::of_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn every_language_is_whole_and_agrees_with_english() {
        let english = Words::new(Lang::En);
        for lang in Lang::ALL {
            if let Err((_, errors)) = FluentResource::try_new(lang.source().to_owned()) {
                panic!("{}: {errors:?}", lang.tag());
            }
            let words = Words::new(lang);
            assert_eq!(words.disagreements(&english), [""; 0], "{}", lang.tag());
            let mut ids = BTreeSet::new();
            for (id, _) in words.entries() {
                assert!(ids.insert(id), "{}: {id} stands twice", lang.tag());
                assert!(entries::find(lang.source(), lang.index(), &format!("{id}x")).is_none());
                words
                    .load(id)
                    .unwrap_or_else(|| panic!("{}: {id}", lang.tag()));
            }
            let heads = lang
                .source()
                .lines()
                .filter(|line| line.as_bytes().first().is_some_and(u8::is_ascii_alphabetic));
            assert_eq!(
                heads.count(),
                ids.len(),
                "{}: a line is no entry",
                lang.tag()
            );
        }
    }
}
