//! Sentences that no table has: what a clause speaks of, and what happened to it.
//!
//! Programs say the same few things in words of their own: `Error Dialing smtp server: EOF`, `Could not login as cannot login as
//! a@b.c`. A text is taken apart into lines, sentences and the parts that programs chain (`a: b: c`, `---> c`), and each part is
//! searched for a thing and an event that make sense together. The part that says most counts, and of those that say as much
//! the last, for that is where programs put the cause. What is found so is told only where no table knows more.

mod clauses;
mod words;

use crate::codes::phrases::Means;
use crate::codes::reply::ReplyText;
use crate::codes::resolver::Failure;

use super::weigh::{CAUSE, news_of};
use super::{Reading, hits, strangers};
use clauses::{Clause, clauses};
use words::{EVENTS, Event, RULES, THINGS, Thing};

/// How far a thing and its event may be apart, in bytes.
const NEAR: usize = 90;

/// How much may stand for a `*`, in bytes.
const GAP: usize = 50;

/// What the lines of a text about mail say that no table has.
pub(super) fn read<'a>(flat: &str, lines: impl Iterator<Item = &'a str>) -> Option<Reading> {
    if !strangers::speaks_of_mail(flat) || words::BROKEN.iter().any(|word| flat.contains(word)) {
        return None;
    }
    let mut best: Option<Reading> = None;
    for clause in lines.flat_map(clauses) {
        let Some(reading) = meaning(&clause).and_then(|means| hits::readings(means).pop()) else {
            continue;
        };
        if best
            .as_ref()
            .is_none_or(|best| news_of(&reading) >= news_of(best))
        {
            best = Some(reading);
        }
    }
    best
}

/// What a clause means: its parts, of which the last counts most, or else all of it.
fn meaning(clause: &Clause) -> Option<Means> {
    let last = clause.parts().next_back();
    let parts = || {
        clause
            .parts()
            .filter_map(|part| alone(part, Some(part) == last).or_else(|| of_part(part)))
    };
    let deepest = parts().rfind(|means| says_most(*means));
    deepest
        .or_else(|| parts().next_back())
        .or_else(|| of_part(clause.whole()))
}

fn says_most(means: Means) -> bool {
    hits::readings(means)
        .first()
        .is_some_and(|reading| news_of(reading) == CAUSE)
}

/// What one part says.
fn of_part(part: &str) -> Option<Means> {
    let things: Vec<(Thing, usize)> = places(part, THINGS);
    let events: Vec<(Event, usize)> = places(part, EVENTS);
    let near = |thing: Thing, event: Event| {
        let mut pairs = things
            .iter()
            .filter(|(one, _)| *one == thing)
            .flat_map(|(_, at)| {
                events
                    .iter()
                    .filter(|(other, _)| *other == event)
                    .map(move |(_, other)| at.abs_diff(*other))
            });
        pairs.any(|apart| apart <= NEAR)
    };
    RULES
        .iter()
        .find(|(things, events, _)| {
            things
                .iter()
                .any(|thing| events.iter().any(|event| near(*thing, *event)))
        })
        .map(|(_, _, means)| *means)
        // Parcels are sent, too.
        .filter(|means| {
            *means != words::UNSENT || words::MAIL.iter().any(|word| part.contains(word))
        })
        // What went wrong while somebody logged in need not be the login.
        .filter(|means| {
            let login = [ReplyText::CredentialsRefused, ReplyText::TokenRefused];
            !login.iter().any(|says| *means == Means::Reply(*says))
                || !words::MEANWHILE.iter().any(|word| part.contains(word))
        })
        // Who is not found in a server is no server.
        .filter(|means| {
            let missing = Means::Resolver(Failure::NotFound);
            *means != missing || !words::PEOPLE.iter().any(|word| part.contains(word))
        })
        // A connection that could not be closed was there.
        .filter(|means| {
            *means != words::UNCONNECTED || !words::UNMADE.iter().any(|word| part.contains(word))
        })
}

/// An event that is a part of its own, as Go and Java end their chains: `dial: EOF`, `send: timeout`. The name of a setting
/// is one, too, but for its value behind it: `timeout: 30`.
fn alone(part: &str, is_last: bool) -> Option<Means> {
    let bare = part.trim_matches(|c: char| !c.is_alphanumeric());
    words::ALONE
        .iter()
        .find(|(words, _)| words.contains(&bare))
        .map(|(_, means)| *means)
        .filter(|means| is_last || !matches!(means, Means::Socket(_)))
}

/// Where the words of a table stand in a part.
fn places<T: Copy>(part: &str, table: &[(T, &[&str])]) -> Vec<(T, usize)> {
    let mut found = Vec::new();
    for (kind, words) in table {
        for word in *words {
            found.extend(find(part, word).map(|at| (*kind, at)));
        }
    }
    found
}

/// Where a word stands. A `~` at its end stands for any ending, a `*` within it for a few words; others of ASCII end at the
/// edge of a word.
fn find<'a>(part: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let (first, second) = word.split_once('*').unwrap_or((word, ""));
    let stem = first.trim_end_matches('~');
    let open = stem.len() < first.len();
    part.match_indices(stem)
        .map(|(at, _)| at)
        .filter(move |at| {
            let before = part[..*at].chars().next_back();
            let after = part[at + stem.len()..].chars().next();
            // `mail_storage` and `lib-smtp` are names of a program's own.
            let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let named = |c: Option<char>| latin(c) || matches!(c, Some('_' | '-'));
            let edge = |own: Option<char>, other: Option<char>| !(latin(own) && named(other));
            let whole = edge(stem.chars().next(), before)
                && (open || edge(stem.chars().next_back(), after));
            let rest = &part[at + stem.len()..];
            let followed = second.is_empty() || rest.find(second).is_some_and(|gap| gap <= GAP);
            let setting = stem.starts_with("time") && has_value(rest);
            whole && followed && !setting && !is_label(stem, rest)
        })
}

/// Whether a word is what a program puts before all that goes wrong: `Error: no TLS socket open`.
fn is_label(word: &str, rest: &str) -> bool {
    let failure = word == "fail" && rest.starts_with("ure:");
    failure
        || rest.starts_with(':')
            && ["error", "errors", "exception", "failure", "problem"].contains(&word)
}

/// Whether a value follows: `timeout=5000`, `timeout -1`, `timeout = off`.
fn has_value(rest: &str) -> bool {
    let value = rest.trim_start_matches([' ', '=', ':', '"', '\'']);
    let value = value.strip_prefix('-').unwrap_or(value);
    rest.starts_with('=')
        || rest.trim_start().starts_with('=')
        || value.starts_with(|c: char| c.is_ascii_digit())
        || ["off", "none", "null"].contains(&value)
}

#[cfg(test)]
mod tests;
