//! The address that a server says its client comes from: in its answer to EHLO or HELO, or where it refuses the client.
//!
//! RFC 5321 section 4.1.1.1 gives the words behind the server's own name no form, so that every program has its own. Where
//! a line can be read in two ways nothing is taken from it.

use std::net::{IpAddr, SocketAddr};

use super::Text;

/// Bytes of a line that are looked at: what RFC 5321 section 4.5.3.1.5 allows a reply line.
const MAX_LOOKED_AT: usize = 512;
/// Lines of a refusal that are looked at.
const MAX_LINES: usize = 16;
/// Bytes of the longest address literal, `IPv6:` and a port with it.
const MAX_LITERAL: usize = 64;
/// Words of greeting behind which an address without brackets is the client's, also with `to` between.
const GREETINGS: [&str; 5] = ["hello", "hi", "hey", "ehlo", "helo"];

/// What the first line of an answer to EHLO or HELO says of where the client comes from. `said` is the name that the client
/// gave, which many servers say back; `servers` are addresses of the server itself.
pub fn in_hello(line: &Text, said: &str, servers: &[IpAddr]) -> Option<IpAddr> {
    let text = behind_the_code(line)?;
    // RFC 5321 section 4.2: the first word is the server's own name, be it an address.
    let (own, rest) = text.split_once(char::is_whitespace)?;
    let rest = if is_greeting(own) { &text[..] } else { rest };
    let mut bracketed = literals(rest);
    let echo = literals(said).into_iter().next();
    if let Some(place) = bracketed.iter().position(|one| Some(*one) == echo) {
        bracketed.remove(place);
    }
    let own = literals(own).into_iter().chain(own.parse().ok());
    let servers: Vec<IpAddr> = servers.iter().copied().chain(own).collect();
    if bracketed.is_empty() {
        the_one(plain(rest, echo), &servers)
    } else {
        the_one(bracketed, &servers)
    }
}

/// The same for a refusal in place of a greeting or of an answer to EHLO, where servers name the client in brackets:
/// `554 5.7.1 Client host [203.0.113.5] blocked`.
pub fn in_refusal(lines: &[Text], servers: &[IpAddr]) -> Option<IpAddr> {
    let lines = lines.iter().take(MAX_LINES).filter_map(behind_the_code);
    let named: Vec<IpAddr> = lines.flat_map(|text| literals(&text)).collect();
    the_one(named, servers)
}

/// What stands behind the code of a reply line, as far as it is looked at.
fn behind_the_code(line: &Text) -> Option<String> {
    let shown = &line.0[..line.0.len().min(MAX_LOOKED_AT)];
    let text = String::from_utf8_lossy(shown);
    let (code, text) = text.split_at_checked(3)?;
    let is_code = code.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix(['-', ' ']).filter(|_| is_code)?;
    Some(text.trim().to_owned())
}

/// Whether a line begins with its greeting, and leaves the server's name out.
fn is_greeting(word: &str) -> bool {
    let word = word.trim_end_matches([',', '!']);
    GREETINGS.iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// Addresses in brackets, with or without `IPv6:` and a port, in their order. Gmail writes something behind the address.
fn literals(text: &str) -> Vec<IpAddr> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, behind)) = rest.split_once('[') {
        let Some((inside, after)) = behind.split_once(']') else {
            break;
        };
        found.extend(address(inside));
        rest = after;
    }
    found
}

fn address(inside: &str) -> Option<IpAddr> {
    let word = inside.split_whitespace().next()?;
    if word.len() > MAX_LITERAL {
        return None;
    }
    let is_tagged = word
        .get(..5)
        .is_some_and(|tag| tag.eq_ignore_ascii_case("IPv6:"));
    let word = if is_tagged { &word[5..] } else { word };
    let plain = word.parse::<IpAddr>().ok();
    let with_port = || Some(word.parse::<SocketAddr>().ok()?.ip());
    Some(plain.or_else(with_port)?.to_canonical())
}

/// Addresses without brackets, where it is plain that they are no version number: behind a greeting, or in two pairs of
/// parentheses, as Zoho has them. `echo` is what the client called itself.
fn plain(text: &str, echo: Option<IpAddr>) -> Vec<IpAddr> {
    let mut found = Vec::new();
    let mut is_greeted = false;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(['(', ')', '<', '>', ',', ';', '!', '.']);
        let is_marked = is_greeted || word.starts_with('(') && word.ends_with("))");
        let said = address(bare).filter(|_| is_marked);
        found.extend(said.filter(|address| Some(*address) != echo));
        is_greeted = is_greeting(bare) || is_greeted && bare.eq_ignore_ascii_case("to");
    }
    found
}

/// The only address that is left without those of the server.
fn the_one(mut found: Vec<IpAddr>, servers: &[IpAddr]) -> Option<IpAddr> {
    found.retain(|address| !servers.iter().any(|own| own.to_canonical() == *address));
    let first = *found.first()?;
    found.iter().all(|other| *other == first).then_some(first)
}

#[cfg(test)]
mod tests;
