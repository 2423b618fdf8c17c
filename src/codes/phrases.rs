//! What programs and libraries say in words: fragments of their sentences, and what they mean.
//!
//! A sentence of OpenSSL, Java, Outlook or a phone points at a finding, at an error of the system, at an alert, at what a
//! server said, or at words of its own where it is none of these. Sources stand with the groups.

mod abroad;
mod alerts;
mod certificate;
mod chinese;
mod dialogs;
mod everyday;
pub mod kerberos;
mod libraries;
mod login;
mod loose;
mod names;
mod network;
mod script;
mod strerror;
mod thunderbird;
mod thunderbird_abroad;
mod tls;
mod tools;
mod verify;

pub(crate) use script::simplified;

use super::grams::Grams;
use super::reply::ReplyText;
use super::resolver::Failure;
use super::socket::Condition;

/// What a sentence means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// The finding of that id.
    Finding(&'static str),
    /// An error of a socket.
    Socket(Condition),
    /// A failure of name resolution.
    Resolver(Failure),
    /// A TLS alert.
    Alert(u8),
    /// What a server said.
    Reply(ReplyText),
    /// A number of Outlook, which words the same thing.
    Outlook(u32),
    /// The words of that id.
    Words(&'static str),
}

/// How much a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It names the fault.
    Exact,
    /// It names a fault of which a more exact one may be told beside it.
    Plain,
    /// It says that something failed, and counts where nothing else is known.
    Vague,
    /// It is two words that stand near each other, and counts last of all.
    Loose,
}

/// Fragments of one meaning.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// What they mean.
    pub means: Means,
    /// How much they say.
    pub weight: Weight,
    /// Fragments in lower case with single spaces; a star stands for some bytes of anything.
    pub fragments: &'static [&'static str],
    /// Findings that are worth a look as well.
    pub see: &'static [&'static str],
}

/// A fragment that was found.
#[derive(Clone, Copy, Debug)]
pub struct Hit {
    /// The group that it belongs to.
    pub group: &'static Group,
    /// Where it begins in the text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// How far the parts of a fragment may be apart.
const STAR: usize = 160;

/// Every group, all tables.
pub fn groups() -> impl Iterator<Item = &'static Group> {
    let tables = [
        alerts::GROUPS,
        certificate::GROUPS,
        verify::GROUPS,
        tls::GROUPS,
        network::GROUPS,
        names::GROUPS,
        login::GROUPS,
        kerberos::GROUPS,
        dialogs::GROUPS,
        tools::GROUPS,
        chinese::GROUPS,
        abroad::GROUPS,
        strerror::GROUPS,
        thunderbird::GROUPS,
        thunderbird_abroad::GROUPS,
        libraries::GROUPS,
        everyday::GROUPS,
        loose::GROUPS,
    ];
    tables.into_iter().flatten()
}

/// What is found in a text of lower case with single spaces, in its order. Of two fragments of which one lies within the
/// other the longer counts, but for one that says less about one that says more.
pub fn find(text: &str) -> Vec<Hit> {
    let mut hits = all(text);
    if let Some(folded) = simplified(text) {
        let is_new = |one: &Hit| {
            let same = |other: &Hit| {
                std::ptr::eq(one.group, other.group)
                    && one.start < other.end
                    && other.start < one.end
            };
            !hits.iter().any(same)
        };
        let more: Vec<Hit> = all(&folded).into_iter().filter(is_new).collect();
        hits.extend(more);
    }
    let within = |one: &Hit, other: &Hit| {
        // What spans much and says little hides nothing that says more.
        (other.group.weight < Weight::Vague || one.group.weight >= other.group.weight)
            && other.start <= one.start
            && one.end <= other.end
            && other.end - other.start > one.end - one.start
    };
    let mut kept: Vec<Hit> = hits
        .iter()
        .filter(|hit| !hits.iter().any(|other| within(hit, other)))
        .copied()
        .collect();
    kept.sort_by_key(|hit| hit.start);
    kept
}

/// Every fragment that is found.
fn all(text: &str) -> Vec<Hit> {
    let grams = Grams::of(text);
    let mut hits: Vec<Hit> = Vec::new();
    for group in groups() {
        let found = group
            .fragments
            .iter()
            .filter(|fragment| fragment.split('*').all(|part| grams.may_hold(part)))
            .filter_map(|fragment| place(text, fragment))
            .filter(|(_, end)| !is_of_a_task(group.means, &text[*end..]))
            // Words of two sentences are no pair, nor is the name of a setting.
            .filter(|(start, end)| {
                let setting = text[*end..].starts_with('=');
                group.weight != Weight::Loose || !(setting || holds_an_end(&text[*start..*end]))
            });
        hits.extend(found.map(|(start, end)| Hit { group, start, end }));
    }
    hits
}

/// Where a fragment is found first. One that begins or ends in a letter or digit of ASCII stands at the edge of a word
/// there, so that `timed out` is not found in `untimed outage`.
fn place(text: &str, fragment: &str) -> Option<(usize, usize)> {
    let mut parts = fragment.split('*');
    let first = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    text.match_indices(first).find_map(|(start, _)| {
        let mut end = start + first.len();
        for part in &rest {
            let near = &text[end..floor(text, end + STAR)];
            end += near.find(part)? + part.len();
        }
        (edge(text, start, fragment.chars().next())
            && edge_after(text, end, fragment.chars().next_back()))
        .then_some((start, end))
    })
}

/// Whether what cannot be resolved is no name of a host: `cannot resolve IMAP task`, `could not resolve module`.
fn is_of_a_task(means: Means, rest: &str) -> bool {
    const OTHERS: &[&str] = &[
        "task",
        "module",
        "depend",
        "promise",
        "conflict",
        "symbol",
        "import",
        "type",
        "class",
        "path",
        "reference",
        "plugin",
        "package",
        "issue",
        "problem",
        "variable",
        "placeholder",
        "view",
        "entity",
        "schema",
    ];
    let near = || &rest[..floor(rest, 40)];
    matches!(means, Means::Resolver(_)) && OTHERS.iter().any(|word| near().contains(word))
}

/// Whether a sentence ends within a text.
fn holds_an_end(text: &str) -> bool {
    [". ", "! ", "? ", "。", "！", "？"]
        .iter()
        .any(|end| text.contains(end))
}

/// The nearest end of a character at or below an index.
fn floor(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

fn edge(text: &str, at: usize, own: Option<char>) -> bool {
    !(wordy(own) && wordy(text[..at].chars().next_back()))
}

fn edge_after(text: &str, at: usize, own: Option<char>) -> bool {
    !(wordy(own) && wordy(text[at..].chars().next()))
}

fn wordy(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_alphanumeric())
}

const fn group(means: Means, weight: Weight, fragments: &'static [&'static str]) -> Group {
    Group {
        means,
        weight,
        fragments,
        see: &[],
    }
}

const fn exact(means: Means, fragments: &'static [&'static str]) -> Group {
    group(means, Weight::Exact, fragments)
}

const fn plain(means: Means, fragments: &'static [&'static str]) -> Group {
    group(means, Weight::Plain, fragments)
}

const fn vague(means: Means, fragments: &'static [&'static str]) -> Group {
    group(means, Weight::Vague, fragments)
}

const fn loose(means: Means, fragments: &'static [&'static str]) -> Group {
    group(means, Weight::Loose, fragments)
}

const fn finding(id: &'static str, fragments: &'static [&'static str]) -> Group {
    exact(Means::Finding(id), fragments)
}

impl Group {
    /// The same, with findings that are worth a look as well.
    const fn see(self, see: &'static [&'static str]) -> Self {
        Self { see, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fragment_is_found_and_written_as_the_text_is_read() {
        for group in groups() {
            for fragment in group.fragments {
                // A star stands for any words, with a space before it of its own or the fragment's.
                let text = fragment.replace(" *", " x ").replace('*', " x ");
                let flat = text
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
                    .to_lowercase();
                assert_eq!(
                    flat,
                    text.trim(),
                    "{fragment}: lower case and single spaces"
                );
                let hits = find(&format!("say: {flat} now"));
                assert!(
                    hits.iter().any(|hit| hit.group.means == group.means),
                    "{fragment} is hidden by {hits:?}"
                );
            }
        }
    }

    #[test]
    fn no_fragment_stands_in_two_groups() {
        let mut seen = std::collections::BTreeMap::new();
        for group in groups() {
            for fragment in group.fragments {
                let other = seen.insert(*fragment, group.means);
                assert_eq!(other, None, "{fragment}");
            }
        }
    }

    #[test]
    fn the_parts_of_a_fragment_stand_near_each_other_and_at_the_edges_of_words() {
        assert_eq!(place("valid for a, not b", "valid for*not"), Some((0, 16)));
        let far = format!("valid for {} not b", "x".repeat(200));
        assert_eq!(place(&far, "valid for*not"), None);
        assert_eq!(place("untimed outage", "timed out"), None);
        assert_eq!(place("连接超时了", "连接超时"), Some((0, 12)));
    }
}
