//! Reads what servers and systems said, for the rules. Nothing here judges.

use std::time::Duration;

use crate::codes::reply::{About, ReplyText, meaning_of_refusal};
use crate::facts::Check;
use crate::failure::{Failure, ResolveTrouble, TlsTrouble, Trouble};
use crate::service::Protocol;
use crate::wire::foreign::Speaks;
use crate::wire::imap::{self, StatusKind};
use crate::wire::{self, Text, smtp};

/// How much of what comes from outside a sentence quotes, in characters.
const QUOTED: usize = 240;

/// A server's words for a sentence.
pub(super) fn quote(lines: &[Text]) -> String {
    let parts = lines.iter().flat_map(|line| wire::each_line(&line.0));
    let parts = parts.map(String::from_utf8_lossy);
    let joined = parts.collect::<Vec<_>>().join(" ");
    let words: Vec<&str> = joined.split_whitespace().collect();
    shown(&words.join(" "))
}

/// A server's words for whoever looks for a meaning in them.
pub(super) fn joined(lines: &[Text]) -> String {
    let lines: Vec<_> = lines.iter().map(Text::read).collect();
    lines.join("\n")
}

/// Text from outside for a sentence: bounded here, and escaped by whoever shows the sentence. What is empty is shown
/// as two quotation marks, in every language.
pub(super) fn shown(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None if text.is_empty() => "\"\"".to_owned(),
        None => text.to_owned(),
    }
}

/// Why a lookup brought no answer, in a word for the sentences.
pub(super) const fn why(trouble: &ResolveTrouble) -> &'static str {
    match trouble {
        ResolveTrouble::ServFail => "servfail",
        ResolveTrouble::Refused => "refused",
        ResolveTrouble::Timeout | ResolveTrouble::Deadline => "timeout",
        ResolveTrouble::NotFound
        | ResolveTrouble::NoData
        | ResolveTrouble::Rcode(_)
        | ResolveTrouble::Unreachable(_)
        | ResolveTrouble::TcpBlocked
        | ResolveTrouble::AliasLoop
        | ResolveTrouble::Malformed
        | ResolveTrouble::NoResolver
        | ResolveTrouble::ByProxy => "other",
    }
}

/// Whether the other TLS mode brought the server's first words on the same port.
pub(super) fn other_mode_works(check: &Check) -> bool {
    let tried = check.follow_ups.other_mode.as_ref();
    tried.is_some_and(|tried| tried.outcome.is_ok())
}

/// Whether the way to the other side is dead: what was said last was never acknowledged, or the other side's kernel has
/// not been heard of for long although it was asked every second.
pub(super) fn is_path_dead(check: &Check, waited: Duration) -> bool {
    check.tcp.is_some_and(|tcp| {
        let silent_for = tcp.silent_for.unwrap_or_default();
        let long = silent_for >= Duration::from_secs(5);
        let most = silent_for >= Duration::from_secs(2) && silent_for >= waited * 3 / 4;
        tcp.unacknowledged > 0 || long || most
    })
}

/// Whether the system knows when the other side's kernel was heard last, so that a path that is not found dead is alive.
pub(super) fn is_listened_to(check: &Check) -> bool {
    check.tcp.is_some_and(|tcp| tcp.silent_for.is_some())
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

/// Whether bytes begin as a reply of the protocol does, a yes or a no.
pub(super) fn is_reply(protocol: Protocol, bytes: &[u8]) -> bool {
    match protocol {
        Protocol::Smtp | Protocol::Pop3 => is_greeting(protocol, bytes),
        Protocol::Imap => matches!(imap::response(bytes), Ok(Some(_))),
    }
}

/// Whether bytes begin as a reply of the protocol that is no refusal.
pub(super) fn is_positive_reply(protocol: Protocol, bytes: &[u8]) -> bool {
    match protocol {
        Protocol::Smtp => matches!(
            bytes,
            [
                b'2' | b'3',
                b'0'..=b'9',
                b'0'..=b'9',
                b' ' | b'-' | b'\r' | b'\n',
                ..
            ]
        ),
        Protocol::Pop3 => bytes.starts_with(b"+OK"),
        Protocol::Imap => match imap::response(bytes) {
            Ok(Some((response, _))) => match response.status {
                Some(StatusKind::Ok | StatusKind::Preauth) | None => true,
                Some(StatusKind::No | StatusKind::Bad | StatusKind::Bye) => false,
            },
            Ok(None) | Err(_) => false,
        },
    }
}

/// Whether EHLO was answered as programs do that scan mail on its way: without the name of the server, and with the
/// bare commands of RFC 821 in place of extensions.
pub(super) fn sounds_like_a_scanner(check: &Check) -> bool {
    const COMMANDS: [&str; 8] = [
        "SEND", "SOML", "SAML", "TURN", "RSET", "NOOP", "MAIL", "RCPT",
    ];
    let bare = COMMANDS
        .iter()
        .filter(|word| offers(check.capabilities.as_ref(), word));
    bare.count() >= 2
}

/// The name of the protocol that speaks in place of `expected`. TLS is a matter of its own.
pub(super) fn foreign(expected: Protocol, speaks: Option<Speaks>) -> Option<&'static str> {
    let speaks = speaks?;
    let tls = matches!(speaks, Speaks::TlsAlert { .. } | Speaks::TlsHandshake);
    let own = speaks.name().eq_ignore_ascii_case(expected.name());
    (!own && !tls).then_some(speaks.name())
}

/// Whether a firewall that inspects SMTP has written over the words it does not know.
pub(super) fn is_masked(check: &Check) -> bool {
    let words = check.capabilities.as_deref().unwrap_or_default();
    let lines = check.greeting.iter().flat_map(|greeting| &greeting.lines);
    let greeting: Vec<u8> = lines
        .flat_map(|line| [&line.0[..], b"\r\n"].concat())
        .collect();
    let banner =
        matches!(smtp::reply(&greeting), Ok(Some((reply, _))) if smtp::masked_banner(&reply));
    let ehlo = check.ehlo_refusal.as_deref().unwrap_or_default();
    banner || smtp::masked_starttls(words) || ehlo.iter().any(is_masked_text)
}

/// Whether a capability is in the list.
pub(super) fn offers(capabilities: Option<&Vec<Text>>, word: &str) -> bool {
    capabilities.is_some_and(|list| wire::keyword(list, word).is_some())
}

/// What a refusal says beyond its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The client's address is on a block list.
    Blocklisted,
    /// The client's address is refused for another reason, which chooses the explanation.
    Address(&'static str),
    /// The block list would not answer the server; the client is not listed.
    ListUnanswered,
    /// Too many connections at once.
    TooMany,
    /// Too many commands, messages, mistakes or connections in a short time.
    TooOften,
    /// Strangers are made to wait once.
    Greylisted,
    /// Something in front took the connection and did not pass it on.
    CutOff,
    /// Too many failed logins from this address.
    TooManyLogins,
    /// The name in EHLO was not liked.
    HelloName,
    /// The client is said to have spoken before its turn.
    SpokeFirst,
    /// A PROXY header is complained of, which this client never sends.
    ProxyHeader,
    /// A firewall has written over the command.
    Masked,
    /// A client certificate is wanted.
    Certificate,
    /// Nothing that is known.
    Other,
}

/// Reads the text of a refusal.
pub(super) fn refusal(reply: &[Text]) -> Refusal {
    let lines = reply.iter().map(Text::read);
    let text = lines.collect::<Vec<_>>().join(" ").to_ascii_lowercase();
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(phrase));
    if reply.iter().any(is_masked_text) {
        return Refusal::Masked;
    }
    if says(PROXY_HEADER) {
        return Refusal::ProxyHeader;
    }
    match meaning_of_refusal(&text).map(|meaning| (meaning.about, meaning.says)) {
        Some((_, ReplyText::BlockListQueryRefused)) => Refusal::ListUnanswered,
        // Before there is a sender, the domain in question is that of the client's own name.
        Some((
            _,
            ReplyText::BlockList | ReplyText::DynamicAddress | ReplyText::DomainReputation,
        )) => Refusal::Blocklisted,
        // The name of EHLO may be on a list too.
        Some((_, ReplyText::EhloNameRefused)) => Refusal::HelloName,
        _ if says(LISTED) || (says(&["client host"]) && says(&["blocked"])) => Refusal::Blocklisted,
        Some((_, ReplyText::ReverseDnsMissing)) => Refusal::Address("reverse-dns"),
        Some((_, ReplyText::Reputation)) => Refusal::Address("reputation"),
        Some((_, ReplyText::SourceNotRegistered)) => Refusal::Address("not-registered"),
        Some((_, ReplyText::ProtocolViolation)) => Refusal::SpokeFirst,
        Some((About::Attempts, _)) => Refusal::TooManyLogins,
        Some((_, ReplyText::Greylisted)) => Refusal::Greylisted,
        Some((_, ReplyText::RateLimited)) => Refusal::TooOften,
        Some((About::Load, _)) => Refusal::TooMany,
        Some((About::ClientName, _)) => Refusal::HelloName,
        Some((_, ReplyText::CutOffInFront)) => Refusal::CutOff,
        Some((About::Path, _)) => Refusal::Masked,
        _ if says(&[
            "client certificate",
            "certificate required",
            "peer certificate",
        ]) =>
        {
            Refusal::Certificate
        }
        _ if says(&["too many", "too much"]) => Refusal::TooOften,
        _ => Refusal::Other,
    }
}

/// Whether a refusal for the client's address speaks of its kind, and of no list.
pub(super) fn is_of_a_kind(failure: &Failure) -> bool {
    let Trouble::Rejected(rejection) = &failure.trouble else {
        return false;
    };
    let lines = rejection.reply.iter().map(Text::read);
    let text = lines.collect::<Vec<_>>().join(" ").to_ascii_lowercase();
    let says = meaning_of_refusal(&text).map(|meaning| meaning.says);
    says == Some(ReplyText::DynamicAddress) && !LISTED.iter().any(|phrase| text.contains(phrase))
}

/// What a failure's refusal says; of what is no refusal, nothing.
pub(super) fn refusal_of(failure: &Failure) -> Refusal {
    match &failure.trouble {
        Trouble::Rejected(rejection) => refusal(&rejection.reply),
        Trouble::Clock { .. }
        | Trouble::Deadline { .. }
        | Trouble::Os(_)
        | Trouble::Closed { .. }
        | Trouble::Malformed { .. }
        | Trouble::NotOffered
        | Trouble::Tls(_)
        | Trouble::Certificate(_)
        | Trouble::Resolve(_)
        | Trouble::Proxy(_) => Refusal::Other,
    }
}

/// Whether a server's reply shows a command that was written over with X's on its way: `"XXXX [192.0.2.1]"`.
pub(super) fn is_masked_text(line: &Text) -> bool {
    let words = line.0.split(|byte| !byte.is_ascii_alphanumeric());
    let is_run = |word: &[u8]| word.len() >= 4 && word.iter().all(|byte| *byte == b'X');
    words.into_iter().any(is_run)
}

/// What came in clear on a second connection on which TLS was tried, and who speaks so.
pub(super) fn answered_in_clear(check: &Check) -> Option<(&Text, Option<Speaks>)> {
    match &check.follow_ups.other_mode.as_ref()?.outcome {
        Err(Trouble::Tls(TlsTrouble::NotTls { received, speaks })) => Some((received, *speaks)),
        Ok(_) | Err(_) => None,
    }
}

/// What servers say of the header that a proxy sends to tell whom it speaks for (the PROXY protocol of `HAProxy`).
const PROXY_HEADER: &[&str] = &[
    "proxy not allowed",
    "proxy protocol",
    "proxy header",
    "proxy command",
    "'proxy'",
    "\"proxy\"",
];

/// More phrases by which servers say that the client's address is on a block list.
const LISTED: &[&str] = &[
    "is listed",
    " listed in",
    " listed on",
    "block-list",
    "black-list",
    // Before there is a sender, it is the client that is called one.
    "blacklist",
    "black list",
    "blocklist",
    "block list",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Greeting;
    use crate::service::{Endpoint, Service};

    fn lines(text: &str) -> Vec<Text> {
        text.lines()
            .map(|line| Text(line.as_bytes().to_vec()))
            .collect()
    }

    #[test]
    fn a_refusal_in_gbk_is_read() {
        // 连接数过多: too many connections.
        let reply = [Text(
            b"421 \xC1\xAC\xBD\xD3\xCA\xFD\xB9\xFD\xB6\xE0".to_vec(),
        )];
        assert_eq!(refusal(&reply), Refusal::TooMany);
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
            (
                "421 Too many failed logins. Try again later.",
                Refusal::TooManyLogins,
            ),
            (
                "550 5.7.1 Your IP 192.0.2.9 is temporarily blocked due to too many authentication failures",
                Refusal::TooManyLogins,
            ),
            (
                "421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel",
                Refusal::TooMany,
            ),
            (
                "450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.9]",
                Refusal::Address("reverse-dns"),
            ),
            (
                "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation.",
                Refusal::Address("reputation"),
            ),
            (
                "550-5.7.1 [192.0.2.9] The IP you're using to send mail is not authorized to\n550 5.7.1 send email directly to our servers.",
                Refusal::Blocklisted,
            ),
            (
                "421 4.7.0 Try again later, closing connection. (EHLO) id - gsmtp",
                Refusal::HelloName,
            ),
            (
                "421 EHLO MXIN201 Your HELO/EHLO host.example.org is not matching your DNS configuration",
                Refusal::HelloName,
            ),
            ("421 id You talk too soon", Refusal::SpokeFirst),
            (
                "421 4.7.0 Too many messages from 192.0.2.9, slow down",
                Refusal::TooOften,
            ),
            ("* BYE Too many invalid IMAP commands.", Refusal::TooOften),
            (
                "450 4.7.1 Greylisting in action, please come back later",
                Refusal::Greylisted,
            ),
            (
                "-ERR Cannot connect to POP server 192.0.2.1 (192.0.2.1:110), connect error 10060",
                Refusal::CutOff,
            ),
            (
                "500 5.5.1 Command unrecognized: \"XXXX [127.0.0.1]\"",
                Refusal::Masked,
            ),
            ("502 XXXXXXXX not implemented", Refusal::Masked),
            (
                "421 PROXY not allowed from 192.0.2.80",
                Refusal::ProxyHeader,
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
        let masked = |greeting: &str, words: &str| {
            let mut check = Check::new(0, Endpoint::usual(Service::Smtp), None);
            check.greeting = Some(Greeting {
                lines: lines(greeting),
                dripped: false,
                preauthenticated: false,
            });
            check.capabilities = Some(lines(words));
            is_masked(&check)
        };
        assert!(masked("220 mx ESMTP", "SIZE 100\nXXXXXXXA"));
        assert!(masked("220 ****************2****", "SIZE 100"));
        assert!(!masked("220 mx **** ESMTP", "XCLIENT NAME\nX-GM-EXT-1"));
    }

    #[test]
    fn a_quotation_is_bounded_and_keeps_characters_whole() {
        let long = "é".repeat(10_000);
        assert_eq!(quote(&lines(&long)).chars().count(), QUOTED + 1);
        assert_eq!(quote(&lines("250-a\n250 b")), "250-a 250 b");
        assert_eq!(quote(&[]), "\"\"");
    }
}
