//! Looks sentences up in the locale files, so that no other room holds words for people.
//!
//! A locale file has an entry for every finding, class, code and label. Parsing all of it would cost more than a
//! healthy check does, so an entry is parsed when it is first asked for: Fluent sees only the entries that a report
//! needs, and the build has written down where each of them stands.

mod entries;
mod lang;
mod sentence;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use self::entries::{Entries, Place};
pub use self::lang::{Lang, is_traditional_chinese};
pub use self::sentence::{Args, Said, Sentence, Value, of_file, plain_sentence};

/// The sentences of one language.
pub struct Words {
    lang: Lang,
    source: &'static str,
    index: Cow<'static, [Place]>,
    /// The entries that were asked for.
    bundle: RefCell<FluentBundle<FluentResource>>,
    /// What each of them names, in any of its sentences.
    named: RefCell<HashMap<&'static str, Named>>,
}

/// The arguments that an entry names.
type Named = Rc<[&'static str]>;

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
            named: RefCell::default(),
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
        let mut items = items.into_iter();
        let first = items.next();
        let mut list = first.map_or_else(String::new, |first| first.as_ref().to_owned());
        let mut between = None;
        for item in items {
            list.push_str(between.get_or_insert_with(|| self.plain("between-items")));
            list.push_str(item.as_ref());
        }
        list
    }

    /// The sentence `id` where nothing in particular is named: the one that is written for that, or its own where it names
    /// nothing.
    pub fn in_general(&self, id: &str) -> Option<String> {
        let general = self.find(&format!("explain-{id}"), &Args::new());
        let title = general.or_else(|| self.find(id, &Args::new()));
        title.filter(|title| !title.contains("{$"))
    }

    /// The sentence `id` where the locale has it.
    pub fn find(&self, id: &str, args: &Args) -> Option<String> {
        let (message_id, attribute) = match id.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (id, None),
        };
        let named = self.load(message_id)?;
        let mut fluent = FluentArgs::with_capacity(named.len());
        // Nothing is told that the sentence does not name.
        for (name, value) in args.iter().filter(|(name, _)| named.contains(name)) {
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

    /// Which arguments the message `id` or any attribute of it names. `None` where the locale has no such message.
    pub fn named_by(&self, id: &str) -> Option<Rc<[&'static str]>> {
        self.load(id)
    }

    fn load(&self, id: &str) -> Option<Named> {
        if let Some(named) = self.named.borrow().get(id) {
            return Some(Rc::clone(named));
        }
        let (id, entry) = entries::find(self.source, &self.index, id)?;
        // A broken entry is caught by the test that parses every one; here it is as good as absent.
        let resource = FluentResource::try_new(entry.to_owned()).ok()?;
        self.bundle.borrow_mut().add_resource(resource).ok()?;
        let named: Named = Uses::of(entry).named.into_iter().collect();
        self.named.borrow_mut().insert(id, Rc::clone(&named));
        Some(named)
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
mod tests;
