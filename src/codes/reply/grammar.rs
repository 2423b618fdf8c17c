//! What a refusal says that stands in no table: of whom or of what it speaks, and what it says of it.
//!
//! A refusal is short, and its words stand in one clause: a subject ("mailbox", "Empfänger", "发件人") and a predicate
//! ("not found", "ist voll", "被拒绝"). The two are read on their own and put together here, so that no table has to hold each of
//! their pairs. What is denied, or only supposed, is no refusal. A text without a code has to speak of mail besides: that a
//! user is not found is said by every program.

#[cfg(test)]
mod tests;
mod words;

use super::super::grams::Grams;
use super::ReplyText as Says;
use words::{PREDICATES, SUBJECTS, Side};

/// Of whom or of what a clause speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    /// A mailbox or its owner, in words that only mail has.
    Mailbox,
    /// Somebody whom any program may mean: a user, an account.
    Person,
    /// An address with an `@`, of which nothing says whose it is.
    Address,
    /// The room that a mailbox has.
    Room,
    /// A domain or a host that mail is for.
    Domain,
    /// The domain of the sender.
    SenderDomain,
    /// The sender, and his address.
    Sender,
    /// The client's address.
    Client,
    /// The message, as a whole.
    Message,
    /// What is in it.
    Content,
    /// A link in it.
    Link,
    /// One of the services that an account has.
    Service,
    /// Who looks for spam, and is never refused.
    Filter,
}

/// What is said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Predicate {
    /// It is not there.
    Missing,
    /// It has not the form that it should have; of a mailbox, servers say so of one that is not there.
    Malformed,
    /// It is switched off.
    Off,
    /// It has no room.
    Full,
    /// It is larger than it may be.
    Large,
    /// It is on a list.
    Listed,
    /// It is refused.
    Refused,
    /// It comes too often.
    Often,
    /// Nobody has proved that it is what it says.
    Unproved,
    /// It cannot be checked.
    Unchecked,
}

/// How much of a text is read; what is longer is a log, in which words stand by each other that have nothing to do with
/// each other.
const BOUND: usize = 4000;

/// The same of a text without a code, which is read at its end: there a log says what came of it.
const BOUND_IN_WORDS: usize = 600;

/// How far a subject may stand from its predicate, in bytes.
const REACH: usize = 64;

/// The same in a text without a code, in characters, but for an address that stands between.
const REACH_IN_WORDS: usize = 20;

/// What a text says, in lower case with single spaces.
pub(super) fn says(text: &str, refused: bool, grams: &Grams) -> Option<Says> {
    if refused && text.len() > BOUND {
        return None;
    }
    let text = if refused {
        text
    } else {
        end_of(text, BOUND_IN_WORDS)
    };
    let holds = |words: &[&str]| {
        words
            .iter()
            .any(|word| grams.may_hold(word) && text.contains(word))
    };
    if holds(words::LOGIN) || !(refused || text.contains('@') || holds(words::OF_MAIL)) {
        return None;
    }
    if !refused && holds(words::STRANGE) {
        return None;
    }
    let words = Words::of(grams);
    let clauses = || clauses(text).filter(|clause| refused || !holds_any(clause, words::ADVICE));
    let plain = clauses().find_map(|clause| of_clause(clause, &words, text, refused, false));
    plain.or_else(|| clauses().find_map(|clause| of_clause(clause, &words, text, refused, true)))
}

/// The last bytes of a text, from the beginning of a character on.
fn end_of(text: &str, bytes: usize) -> &str {
    let start = text.len().saturating_sub(bytes);
    let start = (start..=text.len()).find(|at| text.is_char_boundary(*at));
    &text[start.unwrap_or_default()..]
}

/// What of the tables may stand in a text.
struct Words {
    subjects: Vec<(Subject, &'static str)>,
    predicates: Vec<(Predicate, Side, &'static str)>,
}

impl Words {
    fn of(grams: &Grams) -> Self {
        let subjects = SUBJECTS
            .iter()
            .flat_map(|(is, names)| names.iter().map(|name| (*is, *name)));
        let predicates = PREDICATES
            .iter()
            .flat_map(|(is, side, names)| names.iter().map(|name| (*is, *side, *name)));
        let may_stand = |name: &str| grams.may_hold(name.trim_end());
        Self {
            subjects: subjects.filter(|(_, name)| may_stand(name)).collect(),
            predicates: predicates.filter(|(_, _, name)| may_stand(name)).collect(),
        }
    }
}

/// The same, where the words of a table say no more than that something fails.
pub(super) fn of_recipient(text: &str, grams: &Grams) -> Option<Says> {
    says(text, true, grams).filter(|says| says.about() == super::About::Recipient)
}

/// The parts of a text in which words belong together. A dot within a name ends nothing.
fn clauses(text: &str) -> impl Iterator<Item = &str> {
    const ENDS: [&str; 8] = [". ", "; ", "! ", "? ", "。", "；", " but ", "... "];
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = ENDS
            .iter()
            .filter_map(|mark| text.find(mark).map(|at| (at, mark.len())))
            .min();
        let Some((at, length)) = end else {
            rest = None;
            return Some(text);
        };
        rest = Some(&text[at + length..]);
        Some(&text[..at])
    })
}

/// A word of a table, where it stands in a clause.
#[derive(Clone, Copy)]
struct Place<T> {
    is: T,
    start: usize,
    end: usize,
}

/// What one clause says. `supposed` wants what the clause only supposes ("may not exist").
fn of_clause(
    clause: &str,
    words: &Words,
    text: &str,
    refused: bool,
    supposed: bool,
) -> Option<Says> {
    let predicates = predicates(clause, words);
    if predicates.is_empty() {
        return None;
    }
    let subjects = subjects(clause, words);
    predicates
        .into_iter()
        .filter(|(place, _)| !is_denied(&clause[..place.start]))
        .filter(|(place, _)| is_supposed(&clause[..place.start]) == supposed)
        // A mailbox that takes no mail from outside is no closed one, and one that is closed for the holidays will be read.
        .filter(|(place, _)| {
            let behind = clause[place.end..].split(' ').take(4);
            place.is != Predicate::Off
                || !behind.into_iter().any(|word| {
                    word == "from" || (!refused && matches!(word, "for" | "until" | "till"))
                })
        })
        .find_map(|(place, side)| {
            let candidates = nearest(&subjects, place, side);
            // Whoever is refused is the next one, and nobody else.
            let many = if place.is == Predicate::Refused { 1 } else { 3 };
            candidates.into_iter().take(many).find_map(|subject| {
                let between = clause.get(subject.end..place.start).unwrap_or_default();
                if !refused && between.chars().count() > REACH_IN_WORDS && !between.contains('@') {
                    return None;
                }
                let framed = match subject.is {
                    Subject::Mailbox => true,
                    Subject::Room => text.contains('@') || is_framed(text),
                    _ => is_framed(text),
                };
                let meant = || meaning(subject.is, place.is, text, refused);
                (refused || framed).then(meant).flatten()
            })
        })
}

/// Every subject of a clause, in the order of their places; of two that overlap the longer.
fn subjects(clause: &str, words: &Words) -> Vec<Place<Subject>> {
    let mut places: Vec<Place<Subject>> = Vec::new();
    for &(is, name) in &words.subjects {
        places.extend(found(clause, name).map(|(start, end)| Place { is, start, end }));
    }
    let alone = places.clone();
    let within = |place: &Place<Subject>, other: &Place<Subject>| {
        other.start <= place.start
            && place.end <= other.end
            && place.end - place.start < other.end - other.start
    };
    places.retain(|place| !alone.iter().any(|other| within(place, other)));
    let named = addresses(clause, &places);
    // A word that is part of an address is none.
    places.retain(|place| !named.iter().any(|other| within(place, other)));
    places.extend(named);
    places.sort_by_key(|place| place.start);
    places
}

/// Addresses with an `@`; whose one is, the word before it says.
fn addresses(clause: &str, subjects: &[Place<Subject>]) -> Vec<Place<Subject>> {
    let mut start = 0;
    let mut named = Vec::new();
    for word in clause.split(' ') {
        let end = start + word.len();
        let inner = word.trim_matches(|c: char| !c.is_alphanumeric());
        let full = inner
            .split_once('@')
            .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.'));
        // `<bob>`, as some name the mailbox alone.
        let local = word.starts_with('<') && word.trim_end_matches([':', ',', '.']).ends_with('>');
        let is_address = full || (local && !inner.is_empty() && !inner.contains(['/', ':', '.']));
        if is_address {
            let before = subjects
                .iter()
                .rfind(|place| place.end <= start && start - place.end <= 4);
            let is = before.map_or(Subject::Address, |place| match place.is {
                Subject::Domain | Subject::Message | Subject::Content | Subject::Client => {
                    Subject::Address
                }
                is => is,
            });
            named.push(Place { is, start, end });
        }
        start = end + 1;
    }
    named
}

/// Every predicate of a clause with the side on which its subject stands, in the order of their places.
fn predicates(clause: &str, words: &Words) -> Vec<(Place<Predicate>, Side)> {
    let mut places: Vec<(Place<Predicate>, Side)> = Vec::new();
    for &(is, side, name) in &words.predicates {
        let found = found(clause, name);
        places.extend(found.map(|(start, end)| (Place { is, start, end }, side)));
    }
    places.sort_by_key(|(place, _)| (place.start, usize::MAX - place.end));
    places
}

/// The subjects that a predicate may be about, the likeliest first.
fn nearest(
    subjects: &[Place<Subject>],
    place: Place<Predicate>,
    side: Side,
) -> Vec<Place<Subject>> {
    let subjects = || {
        subjects
            .iter()
            .filter(|subject| subject.is != Subject::Filter)
    };
    let before = subjects()
        .rev()
        .filter(|subject| subject.end <= place.start && place.start - subject.end <= REACH);
    let after = subjects()
        .filter(|subject| subject.start >= place.end && subject.start - place.end <= REACH);
    // `Unknown address b@example.org`, but `<b@example.org>: unknown` and `user b@example.org is unknown`.
    let near = after
        .clone()
        .filter(|subject| subject.start - place.end <= 3);
    match side {
        Side::Before => before.chain(near).copied().collect(),
        Side::After => after.chain(before).copied().collect(),
        Side::Either => near.chain(before).chain(after).copied().collect(),
    }
}

/// Where a word of a table stands. One in Latin or Cyrillic letters begins a word, and may go on: `disable` is in `disabled`.
/// One with a blank behind it ends there, too.
fn found<'a>(clause: &'a str, name: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    let whole = name.ends_with(' ');
    let name = name.trim_end();
    let spaced = name.chars().next().is_some_and(is_spaced);
    clause.match_indices(name).filter_map(move |(start, _)| {
        let end = start + name.len();
        let before = clause[..start].chars().next_back();
        let after = clause[end..].chars().next();
        let joined = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && is_spaced(c));
        let apart = !spaced || !joined(before) || name.starts_with("n't");
        (apart && !(whole && joined(after))).then_some((start, end))
    })
}

/// Whether a character is of a script that puts blanks between words.
const fn is_spaced(c: char) -> bool {
    (c as u32) < 0x0500
}

/// Whether the words before a predicate deny it. That something is no longer so is no denial of `no longer`, which is in the
/// predicate itself.
fn is_denied(before: &str) -> bool {
    let before = before.trim_end();
    // `45 % full`
    if before.ends_with('%') {
        return true;
    }
    let before = ["been", "be", "currently", "yet"]
        .iter()
        .fold(before, |text, word| {
            text.strip_suffix(word).map_or(text, str::trim_end)
        });
    [
        "not",
        "n't",
        "never",
        "nicht",
        "ne",
        "no longer",
        "未",
        "没有",
        "не",
    ]
    .iter()
    .any(|word| {
        before.strip_suffix(word).is_some_and(|rest| {
            !word.is_ascii()
                || word.starts_with("n'")
                || !rest.ends_with(|c: char| c.is_alphanumeric())
        })
    })
}

/// Whether the words before a predicate only suppose it.
fn is_supposed(before: &str) -> bool {
    let words: Vec<&str> = before.split(' ').filter(|word| !word.is_empty()).collect();
    let near = words.len().saturating_sub(5);
    words[near..].iter().any(|word| {
        matches!(
            word.trim_matches(|c: char| !c.is_alphanumeric()),
            "may"
                | "might"
                | "maybe"
                | "perhaps"
                | "possibly"
                | "probably"
                | "if"
                | "whether"
                | "could"
        )
    }) || ["可能", "如果", "是否"]
        .iter()
        .any(|word| before.contains(word))
}

/// Whether a text has the words of a bounce.
fn is_framed(text: &str) -> bool {
    holds_any(text, words::FRAMES)
}

fn holds_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether a code says that the refusal is for now.
fn is_for_now(text: &str) -> bool {
    let code = text.trim_start_matches(['"', '\'', '<', ' ']);
    code.starts_with('4') || text.contains(" 4.") || holds_any(text, words::FOR_NOW)
}

/// What a predicate says of a subject.
fn meaning(subject: Subject, predicate: Predicate, text: &str, refused: bool) -> Option<Says> {
    use Predicate as P;
    use Subject as S;
    // A program finds the form of an address wrong that a user types in.
    if predicate == P::Malformed && !(refused || is_framed(text)) {
        return None;
    }
    Some(match (subject, predicate) {
        (S::Mailbox | S::Person | S::Address, P::Off) => Says::AccountDisabled,
        (S::Mailbox | S::Person | S::Address | S::Room, P::Full) => Says::MailboxFull,
        (S::Mailbox | S::Person | S::Address, P::Unchecked) if is_for_now(text) => {
            Says::RecipientUnchecked
        }
        (S::Mailbox | S::Person | S::Address, P::Missing | P::Malformed | P::Unchecked) => {
            Says::MailboxUnknown
        }
        (S::Domain, P::Missing) if refused || holds_any(text, words::TO_SOMEBODY) => {
            Says::RecipientDomainUnknown
        }
        // Of the name in EHLO, servers say the same.
        (S::Domain, P::Malformed) if holds_any(text, words::TO_SOMEBODY) => {
            Says::RecipientDomainUnknown
        }
        (S::Service, P::Off) => Says::ServiceSwitchedOff,
        (S::SenderDomain, P::Missing | P::Malformed | P::Unchecked) => Says::SenderDomainUnknown,
        (S::SenderDomain, P::Refused) => Says::SenderRefused,
        (S::Sender, P::Missing | P::Malformed | P::Refused | P::Listed | P::Unchecked) => {
            Says::SenderRefused
        }
        (S::Sender | S::SenderDomain, P::Unproved) => Says::SenderNotOwned,
        (S::Sender, P::Off) => Says::SenderBlocked,
        (S::SenderDomain | S::Domain | S::Link, P::Listed) => Says::DomainReputation,
        (S::Client, P::Listed) => Says::BlockList,
        (S::Client | S::Message, P::Often) => Says::RateLimited,
        (S::Client, P::Refused) => Says::ClientRefused,
        (S::Sender, P::Often) => Says::SendingLimit,
        (S::Message, P::Refused) if holds_any(text, words::REASONS) => Says::ContentRefused,
        (S::Message | S::Content, P::Large) => Says::MessageTooLarge,
        (S::Content | S::Link, P::Refused | P::Malformed) => Says::ContentRefused,
        _ => return None,
    })
}
