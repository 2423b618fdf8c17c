//! Reads what servers and systems said, for the rules. Nothing here judges.

use crate::codes::Os;
use crate::failure::{OsError, ResolveTrouble, Trouble};
use crate::service::Protocol;
use crate::wire::Text;
use crate::wire::foreign::Speaks;

/// How much of a server's words a sentence quotes, in characters.
const QUOTED: usize = 240;

/// A server's words for a sentence: bounded here, and escaped by whoever shows the sentence.
pub(super) fn quote(lines: &[Text]) -> String {
    let lines = lines.iter().map(|line| String::from_utf8_lossy(&line.0));
    let text = lines.collect::<Vec<_>>().join(" ");
    let text = text.trim();
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// What had come in when the trouble came.
pub(super) fn received(trouble: &Trouble) -> &[u8] {
    match trouble {
        Trouble::Clock { received, .. }
        | Trouble::Deadline { received }
        | Trouble::Closed { received }
        | Trouble::Malformed { received, .. }
        | Trouble::Tls(crate::failure::TlsTrouble::NotTls { received, .. }) => &received.0,
        Trouble::Os(_)
        | Trouble::Rejected(_)
        | Trouble::NotOffered
        | Trouble::Tls(_)
        | Trouble::Certificate(_)
        | Trouble::Resolve(_) => &[],
    }
}

/// Whether bytes begin as a TLS alert or handshake record does (RFC 8446 section 5.1).
pub(super) fn is_tls(bytes: &[u8]) -> bool {
    matches!(bytes, [0x15 | 0x16, 3, 0..=4, ..])
}

/// Whether bytes begin as a greeting of the protocol does, or as its refusal.
pub(super) fn is_greeting(protocol: Protocol, bytes: &[u8]) -> bool {
    match protocol {
        Protocol::Smtp => matches!(
            bytes,
            [b'2'..=b'5', b'0'..=b'9', b'0'..=b'9', b' ' | b'-', ..]
        ),
        Protocol::Pop3 => bytes.starts_with(b"+OK") || bytes.starts_with(b"-ERR"),
        Protocol::Imap => bytes.starts_with(b"* "),
    }
}

/// The name of the protocol that speaks in place of `expected`. TLS is a matter of its own.
pub(super) fn foreign(expected: Protocol, speaks: Option<Speaks>) -> Option<&'static str> {
    let name = speaks?.name();
    let own = name.eq_ignore_ascii_case(expected.name());
    (!own && name != "TLS").then_some(name)
}

/// Whether STARTTLS stands masked in the list: firewalls that inspect SMTP write X over the keywords they do not know.
pub(super) fn is_masked(capabilities: &[Text]) -> bool {
    capabilities.iter().any(|line| {
        let word = line
            .0
            .split(|byte| *byte == b' ')
            .next()
            .unwrap_or_default();
        word.len() >= 4
            && word[..4]
                .iter()
                .all(|byte| byte.eq_ignore_ascii_case(&b'x'))
    })
}

/// Whether a greeting is masked in the way of the same firewalls: nothing but digits, blanks and asterisks.
pub(super) fn is_masked_banner(lines: &[Text]) -> bool {
    lines.iter().any(|line| {
        let plain = line
            .0
            .iter()
            .all(|byte| matches!(byte, b'*' | b'0' | b'2' | b' ' | b'-'));
        plain && line.0.windows(4).any(|four| four == b"****")
    })
}

/// Whether a capability is in the list, by its first word.
pub(super) fn offers(capabilities: Option<&Vec<Text>>, keyword: &str) -> bool {
    capabilities.into_iter().flatten().any(|line| {
        let word = line
            .0
            .split(|byte| *byte == b' ')
            .next()
            .unwrap_or_default();
        word.eq_ignore_ascii_case(keyword.as_bytes())
    })
}

/// What a refusal says beyond its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The client's address is on a block list.
    Blocklisted,
    /// The block list would not answer the server; the client is not listed.
    ListUnanswered,
    /// Too many connections, or too many in a short time.
    TooMany,
    /// The name in EHLO was not liked.
    HelloName,
    /// A client certificate is wanted.
    Certificate,
    /// Nothing that is known.
    Other,
}

/// Reads the text of a refusal.
pub(super) fn refusal(reply: &[Text]) -> Refusal {
    let text = quote(reply).to_ascii_lowercase();
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(phrase));
    if says(&["open resolver", "query refused", "public resolver"])
        && says(&["spamhaus", "dnsbl", "block"])
    {
        Refusal::ListUnanswered
    } else if says(BLOCKLIST) || (says(&["client host"]) && says(&["blocked"])) {
        Refusal::Blocklisted
    } else if says(&["too many", "connection limit", "connections exceeded"]) {
        Refusal::TooMany
    } else if says(&["helo", "ehlo"])
        && says(&["reject", "invalid", "bad ", "qualified", "syntax", "denied"])
    {
        Refusal::HelloName
    } else if says(&[
        "client certificate",
        "certificate required",
        "peer certificate",
    ]) {
        Refusal::Certificate
    } else {
        Refusal::Other
    }
}

/// Phrases by which servers say that the client's address is on a block list.
const BLOCKLIST: &[&str] = &[
    "spamhaus",
    "spamcop",
    "barracudacentral",
    "blocked using",
    "blacklist",
    "black list",
    "black-list",
    "blocklist",
    "block list",
    "block-list",
    "dnsbl",
    "banned sending ip",
    "is listed",
    " listed at",
    " listed by",
    " listed in",
    " listed on",
];

/// A condition that a system reports, as far as rules tell conditions apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Condition {
    /// No way to that network, or no network at all.
    NoRoute,
    /// A rule of the system, or of a firewall, forbids it.
    Forbidden,
    /// Too many files or sockets are open.
    TooManyFiles,
    /// No address or no port of this machine is free for it.
    NoLocalAddress,
    /// Another.
    Other,
}

/// The condition behind a system's number.
pub(super) fn condition(error: &OsError) -> Condition {
    let Some(code) = error.code else {
        return Condition::Other;
    };
    match (error.os, code) {
        // ENETUNREACH, ENETDOWN, ENONET.
        (Os::Linux, 101 | 100 | 64) | (Os::MacOs, 51 | 50) | (Os::Windows, 10051 | 10050) => {
            Condition::NoRoute
        }
        // EPERM, EACCES.
        (Os::Linux | Os::MacOs, 1 | 13) | (Os::Windows, 10013) => Condition::Forbidden,
        // EMFILE, ENFILE.
        (Os::Linux | Os::MacOs, 24 | 23) | (Os::Windows, 10024) => Condition::TooManyFiles,
        // EADDRNOTAVAIL, EADDRINUSE.
        (Os::Linux, 99 | 98) | (Os::MacOs, 49 | 48) | (Os::Windows, 10049 | 10048) => {
            Condition::NoLocalAddress
        }
        _ => Condition::Other,
    }
}

/// Which of two troubles with one name tells more: the addresses of both families are asked for, and one answer may
/// say what the other leaves open.
pub(super) fn telling(trouble: &ResolveTrouble) -> u8 {
    match trouble {
        ResolveTrouble::NoResolver => 11,
        ResolveTrouble::AliasLoop => 10,
        ResolveTrouble::NotFound => 9,
        ResolveTrouble::ServFail => 8,
        ResolveTrouble::Refused => 7,
        ResolveTrouble::Rcode(_) => 6,
        ResolveTrouble::TcpBlocked => 5,
        ResolveTrouble::Malformed => 4,
        ResolveTrouble::Unreachable(_) => 3,
        ResolveTrouble::Timeout => 2,
        ResolveTrouble::Deadline => 1,
        ResolveTrouble::NoData => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Text> {
        text.lines()
            .map(|line| Text(line.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn a_refusal_is_known_by_its_words() {
        let rows = [
            (
                "554 5.7.1 Service unavailable; Client host [192.0.2.9] blocked using zen.spamhaus.org",
                Refusal::Blocklisted,
            ),
            (
                "554 Your access to this mail system has been rejected: listed in DNSBL",
                Refusal::Blocklisted,
            ),
            (
                "550 192.0.2.9 is listed, see our site",
                Refusal::Blocklisted,
            ),
            (
                "554 5.7.1 Error: open resolver; https://www.spamhaus.org/returnc/pub/",
                Refusal::ListUnanswered,
            ),
            (
                "421 4.7.0 mx Error: too many connections from 192.0.2.9",
                Refusal::TooMany,
            ),
            (
                "504 5.5.2 <pc>: Helo command rejected: need fully-qualified hostname",
                Refusal::HelloName,
            ),
            (
                "454 4.7.0 Client certificate required",
                Refusal::Certificate,
            ),
            // What is blocked here is the whole service, and "unlisted" is not "listed".
            ("554 No SMTP service here", Refusal::Other),
            ("550 unlisted recipient", Refusal::Other),
        ];
        for (reply, expected) in rows {
            assert_eq!(refusal(&lines(reply)), expected, "{reply}");
        }
    }

    #[test]
    fn masked_words_are_seen() {
        assert!(is_masked(&lines("SIZE 100\nXXXXXXXA")));
        assert!(is_masked(&lines("XXXXXXXX")));
        assert!(!is_masked(&lines("XCLIENT NAME\nX-GM-EXT-1\nXXX")));
        assert!(is_masked_banner(&lines("220 ****************2****")));
        assert!(!is_masked_banner(&lines("220 mx ****")));
    }

    #[test]
    fn a_quotation_is_bounded_and_keeps_characters_whole() {
        let long = "é".repeat(10_000);
        assert_eq!(quote(&lines(&long)).chars().count(), QUOTED + 1);
        assert_eq!(quote(&lines("250-a\n250 b")), "250-a 250 b");
    }
}
