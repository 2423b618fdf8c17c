//! Whether a refusal says that an address is blocked, in whatever words: every provider has its own.

use std::net::IpAddr;

/// Words that may stand between an address and what is said of it. A ban for a while is no list.
const BETWEEN: [&str; 9] = [
    "is",
    "has",
    "been",
    "was",
    "are",
    "currently",
    "permanently",
    "ip",
    "address",
];

/// `IP 192.0.2.9 is blocked by …`, or `blocked - see https://…?ip=192.0.2.9`, in lower case. What is said of a message is
/// about its content.
pub(super) fn is_blocked(text: &str) -> bool {
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ':')))
        .map(|word| word.trim_matches(['.', ':']))
        .filter(|word| !word.is_empty())
        .collect();
    let about_content = ["content", "virus"].iter().any(|word| text.contains(word));
    let mut places = (0..words.len()).filter(|&at| words[at].parse::<IpAddr>().is_ok());
    !about_content && places.any(|at| follows(&words[at + 1..]) || is_linked(&words[..at]))
}

/// Whether the words behind an address say that it is blocked.
fn follows(behind: &[&str]) -> bool {
    let said = behind.iter().find(|word| !BETWEEN.contains(*word));
    said.is_some_and(|word| is_no(word))
}

/// Whether the words before an address say that something is blocked, and lead to a page about it.
fn is_linked(before: &[&str]) -> bool {
    let link = before.iter().rev().take(2).any(|word| *word == "ip");
    link && before.iter().take(6).any(|word| is_no(word))
}

fn is_no(word: &str) -> bool {
    matches!(word, "blocked" | "banned" | "blacklisted" | "blocklisted")
}
