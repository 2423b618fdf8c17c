//! The codes of an answer to a login, for a text that no table knows: what stands in brackets (RFC 5530, RFC 2449,
//! RFC 3206), then the enhanced code, then the reply code (RFC 4954, RFC 3207).

use super::Cause;
use crate::codes::smtp;
use crate::service::Protocol;

/// What a code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// That the user name, the password or the token was refused, and no more.
    Refused,
    /// That the line of the mechanism was too long, as those with a token are (RFC 4954 section 4).
    TooLong,
    /// That what was given is out of date.
    Expired,
    /// A cause that needs no further witness.
    This(Cause),
}

/// What the codes of an answer say.
pub(super) fn says(protocol: Protocol, text: &str) -> Option<Says> {
    match protocol {
        Protocol::Smtp => reply(text),
        Protocol::Imap | Protocol::Pop3 => bracket(text).and_then(response),
    }
}

/// Whether an answer refuses anything.
pub(super) fn is_refusal(protocol: Protocol, text: &str) -> bool {
    match protocol {
        Protocol::Smtp => numbers(text).is_some(),
        Protocol::Imap => !text.split_whitespace().take(2).any(|word| word == "OK"),
        Protocol::Pop3 => !text.trim_start().starts_with("+OK"),
    }
}

/// Whether the reply code says that a login was refused, and nothing else does.
pub(super) fn is_refused_login(text: &str) -> bool {
    matches!(numbers(text), Some((454 | 535, _)))
}

/// What it means that nobody of that name is known: a mailbox that the login does not reach, or a wrong user name,
/// which is no question of the kind of password. In POP3 a mailbox is named by its user (RFC 1939 section 7).
pub(super) fn unknown(protocol: Protocol, text: &str) -> Cause {
    let text = text.to_lowercase();
    let mailbox = match protocol {
        Protocol::Imap => "mailbox",
        Protocol::Pop3 | Protocol::Smtp => "inbox",
    };
    if text.contains(mailbox) {
        Cause::NotConnected
    } else {
        Cause::Credentials
    }
}

/// Whether a text names an app password beside a wrong password, as one of two causes.
pub(super) fn is_one_of_two(text: &str) -> bool {
    let text = text.to_lowercase();
    let wrong = ["incorrect", "invalid", "wrong", "bad "];
    text.contains(" or ") && wrong.iter().any(|word| text.contains(word))
}

/// Whether the code of an answer says more than "authentication failed" beside it. Some answer 454 to whatever their
/// library could not do, and then the text names the password.
pub(super) fn is_exact(text: &str) -> bool {
    if let Some((code, _)) = numbers(text) {
        let text = text.to_lowercase();
        let named = ["password", "credential", "user"];
        return code < 500 && !named.iter().any(|word| text.contains(word));
    }
    let vague = ["AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "AUTH"];
    bracket(text).is_some_and(|name| !vague.contains(&name))
}

/// Whether Exchange ended a session that it had let in: with a number of its own, as when a token runs out.
pub(super) fn is_dropped_by_exchange(text: &str) -> bool {
    let text = text.to_lowercase();
    let numbered = |sentence: &str| {
        let rest = text.split_once(sentence).map(|(_, rest)| rest.trim());
        rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    numbered("bye connection closed.") || numbered("bad command error.")
}

/// The name in the first brackets that follow an answer: `[ALERT]` stands before another, and says nothing.
fn bracket(text: &str) -> Option<&str> {
    let mut groups = text.split('[').skip(1);
    groups.find_map(|group| {
        let name = group.split([']', ' ']).next()?;
        let coded = |byte: u8| byte.is_ascii_uppercase() || matches!(byte, b'-' | b'/');
        let is_code = !name.is_empty() && name.bytes().all(coded);
        (is_code && name != "ALERT").then_some(name)
    })
}

/// What a response code of IMAP or POP3 says of a login.
fn response(name: &str) -> Option<Says> {
    let cause = match name {
        "AUTHENTICATIONFAILED" | "AUTH" => return Some(Says::Refused),
        "EXPIRED" => return Some(Says::Expired),
        "AUTHORIZATIONFAILED" | "CONTACTADMIN" => Cause::Policy,
        "PRIVACYREQUIRED" => Cause::Encryption,
        "UNAVAILABLE" | "SERVERBUG" | "CORRUPTION" | "SYS/TEMP" | "SYS/PERM" => Cause::Server,
        "LIMIT" | "THROTTLED" | "LOGIN-DELAY" => Cause::RateLimited,
        "INUSE" | "IN-USE" => Cause::Held,
        "OVERQUOTA" => Cause::Full,
        "NOPERM" | "NONEXISTENT" => Cause::NotConnected,
        "WEBALERT" => Cause::Browser,
        _ => return None,
    };
    Some(Says::This(cause))
}

/// What an SMTP reply says by its numbers.
fn reply(text: &str) -> Option<Says> {
    let (code, status) = numbers(text)?;
    let detail = status.map(|status| (status.subject, status.detail));
    let cause = match (code, detail) {
        (535, _) => return Some(Says::Refused),
        (500, Some((5, 6))) => return Some(Says::TooLong),
        (525, _) | (_, Some((7, 13))) => Cause::AccountLocked,
        (523 | 538, _) | (_, Some((7, 10 | 11))) => Cause::Encryption,
        // RFC 4954 section 6: the mechanism wants a login by another one first (432), or is too weak (534).
        (432, None | Some((7, 12)))
        | (534, _)
        | (500 | 502 | 503 | 504, None | Some((3, 3) | (5, 1 | 2 | 4) | (7, 4))) => {
            Cause::Mechanism
        }
        (421 | 435 | 451 | 454, None | Some((3, _) | (7, 0))) => Cause::Server,
        (526, _) => return Some(Says::Refused),
        _ => return None,
    };
    Some(Says::This(cause))
}

/// The reply code and the enhanced code of the last line: a code may change in the middle of a reply.
fn numbers(text: &str) -> Option<(u16, Option<smtp::Status>)> {
    text.lines().rev().find_map(|line| {
        let (code, rest) = line.trim_start().split_at_checked(3)?;
        let code = code.parse().ok().filter(|code| (400..600).contains(code))?;
        let rest = rest
            .strip_prefix([' ', '-'])
            .or_else(|| rest.is_empty().then_some(""))?;
        let word = rest.trim_start_matches('#').split_whitespace().next();
        Some((code, word.and_then(smtp::status)))
    })
}
