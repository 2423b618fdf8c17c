//! Of whom or of what a refusal speaks, where no fragment of a table can tell: that something is on a list, is not known or
//! takes no mail is said of the client's address as of a sender, a recipient, a domain or a message.

use std::net::IpAddr;

use super::ReplyText as Says;

/// What a row says of a text, once it is seen whom it is said of; nothing where it is said of somebody else.
pub(super) fn narrowed(says: Says, text: &str) -> Option<Says> {
    match says {
        Says::BlockList if is_using_a_filter(text) => Some(Says::ContentRefused),
        Says::BlockList => listed(text),
        Says::ContentRefused if is_of_size(text) => Some(Says::MessageTooLarge),
        Says::RateLimited if is_in_mailbox(text) => Some(Says::MailboxFull),
        Says::IdleTimeout if is_of_unused_mailbox(text) => Some(Says::AccountDisabled),
        Says::RateLimited if is_of_recipient(text) => Some(Says::RecipientBusy),
        Says::MailboxFull if is_of_sending(text) => Some(Says::SendingLimit),
        Says::SenderDomainUnknown => Some(of_sender_domain(text)),
        Says::NoMailService => (!is_of_mailbox(text)).then_some(says),
        Says::MailboxUnknown => unknown(text),
        Says::ClientRefused => refused(text),
        Says::RefusedEitherWay => Some(in_which_way(text)),
        // What could not be looked up has not failed.
        Says::DmarcFailed | Says::SpfFailed | Says::DkimFailed => {
            (!is_not_looked_up(text)).then_some(says)
        }
        // A protocol of TLS is no service.
        Says::ServiceSwitchedOff => (!text.contains("cipher")).then_some(says),
        _ => Some(says),
    }
}

/// Whom or what a word may be about that stands near one for a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Client,
    Sender,
    Recipient,
    Content,
}

/// What a listing means: of the client's address, unless somebody else is named next to it. `sender in blacklist`,
/// `recipient <a@example.org> black listed`, `Blacklisted file extension`.
fn listed(text: &str) -> Option<Says> {
    let words: Vec<&str> = text.split(is_between).filter(|w| !w.is_empty()).collect();
    let Some((begins, ends)) = list_word(&words) else {
        return Some(if is_of_link(&words) {
            Says::DomainReputation
        } else {
            Says::BlockList
        });
    };
    // "They may be blacklisted" is a guess among others.
    if words[..begins]
        .iter()
        .rev()
        .take(2)
        .any(|word| matches!(*word, "may" | "might" | "possibly"))
    {
        return None;
    }
    // A list that has a name is one of addresses: `in a black list rbl.example.net`.
    let named = words[ends..].iter().take(2).any(|word| is_host(word));
    // `<b@example.org> has blacklisted <a@example.org>`
    let by_somebody = words.get(ends).is_some_and(|next| next.contains('@'));
    if by_somebody && words[begins].ends_with("listed") {
        return Some(Says::SenderRefused);
    }
    let next = || (ends..words.len()).take(2).find_map(|at| whose(&words, at));
    let next = || next().filter(|_| words[begins].ends_with("listed"));
    let before = || (0..begins).rev().take(6).find_map(|at| whose(&words, at));
    let after = || (ends..words.len()).take(5).find_map(|at| whose(&words, at));
    let whose = next()
        .or_else(before)
        .or_else(|| after().filter(|whose| *whose == Whose::Content));
    match whose {
        None | Some(Whose::Client) => Some(Says::BlockList),
        Some(_) if named => Some(Says::BlockList),
        Some(Whose::Sender) => Some(Says::SenderRefused),
        Some(Whose::Content) => Some(Says::ContentRefused),
        Some(Whose::Recipient) => None,
    }
}

/// `Blocked using spam pattern`: what was used is no list.
fn is_using_a_filter(text: &str) -> bool {
    let used = text.split("blocked using ").nth(1).unwrap_or_default();
    ["spam", "content", "pattern", "filter", "a filter"]
        .iter()
        .any(|word| used.starts_with(word))
        && !used.starts_with("spam.")
        && !used.starts_with("spamhaus")
        && !used.starts_with("spamcop")
        && !used.starts_with("spamrats")
}

/// Whether all that is wrong with an attachment is its size.
fn is_of_size(text: &str) -> bool {
    let large = [
        "too large",
        "too big",
        "too long",
        "exceeds the size",
        "size limit",
    ];
    text.contains("attachment") && large.iter().any(|word| text.contains(word))
}

/// Whether what is too much lies in the mailbox already.
fn is_in_mailbox(text: &str) -> bool {
    [
        "in this mailbox",
        "on this mailbox",
        "in mailbox",
        "in the mailbox",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// Whether it is a mailbox that nobody used, and no session.
fn is_of_unused_mailbox(text: &str) -> bool {
    !text.contains("421")
        && !text.contains("bye ")
        && ["mailbox", "account", "new mail"]
            .iter()
            .any(|word| text.contains(word))
}

/// Whether it is one recipient who gets too much.
fn is_of_recipient(text: &str) -> bool {
    let much = ["messages", "mails", "emails"];
    much.iter().any(|word| text.contains(word))
        && [
            "for this recipient",
            "to this recipient",
            "for this mailbox",
            "to this mailbox",
        ]
        .iter()
        .any(|word| text.contains(word))
}

/// Whether a quota is one of what may be sent.
fn is_of_sending(text: &str) -> bool {
    [
        "messages quota",
        "message quota",
        "sending quota",
        "send quota",
        "recharge",
        "credits",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// Whether it is a link in the message that is listed somewhere.
fn is_of_link(words: &[&str]) -> bool {
    let listed = words.iter().position(|word| *word == "listed");
    let before = listed.map_or(&[][..], |at| &words[..at]);
    let mut before = before.iter().rev().take(8);
    before.any(|word| matches!(*word, "url" | "urls" | "link" | "links"))
}

fn is_between(c: char) -> bool {
    !(c.is_alphanumeric() || matches!(c, '.' | ':' | '@' | '-' | '_'))
}

/// Where the word for a list begins and ends.
fn list_word(words: &[&str]) -> Option<(usize, usize)> {
    const WHOLE: [&str; 6] = [
        "blacklist",
        "blacklists",
        "blacklisted",
        "blocklist",
        "blocklisted",
        "denylist",
    ];
    (0..words.len()).find_map(|at| {
        let two = matches!(words[at], "black" | "block" | "deny")
            && words
                .get(at + 1)
                .is_some_and(|next| next.starts_with("list"));
        if two {
            Some((at, at + 2))
        } else {
            WHOLE
                .contains(&words[at].trim_end_matches('.'))
                .then_some((at, at + 1))
        }
    })
}

fn is_host(word: &str) -> bool {
    let word = word.trim_matches('.');
    word.contains('.') && word.bytes().any(|b| b.is_ascii_alphabetic()) && !word.contains('@')
}

/// Whom a word is about; an address is whose the word before it says.
fn whose(words: &[&str], at: usize) -> Option<Whose> {
    let word = words[at].trim_matches(['.', ':']);
    if word.parse::<IpAddr>().is_ok() {
        return Some(Whose::Client);
    }
    Some(match word {
        "address" if at > 0 => whose(words, at - 1).unwrap_or(Whose::Client),
        "ip" | "ips" | "host" | "client" | "network" | "server" | "mta" | "address"
        | "addresses" => Whose::Client,
        "sender" | "user" | "from" => Whose::Sender,
        "recipient" | "rcpt" => Whose::Recipient,
        "file" | "extension" | "attachment" | "url" | "urls" | "link" | "links" | "phrase"
        | "word" | "words" | "content" | "body" | "subject" => Whose::Content,
        _ => return None,
    })
}

/// A sender's domain is unknown only where the text says that it is not there; else it is refused.
fn of_sender_domain(text: &str) -> Says {
    const NOT_THERE: [&str; 14] = [
        "exist",
        "not found",
        "unknown",
        "resolv",
        "mx",
        "dns",
        "invalid",
        "not valid",
        "verif",
        "look",
        "no such",
        "a record",
        "not a real",
        "unrout",
    ];
    let of_somebody = ["user", "account", "mailbox", "recipient"]
        .iter()
        .any(|word| text.contains(word));
    let to_somebody = ["deliver mail to", "deliver to", "delivery to"];
    let of_sender = ["sender", "domain", "mail from"]
        .iter()
        .any(|word| text.contains(word))
        && !to_somebody.iter().any(|word| text.contains(word));
    if of_somebody && !of_sender {
        Says::MailboxUnknown
    } else if NOT_THERE.iter().any(|word| text.contains(word)) {
        Says::SenderDomainUnknown
    } else {
        Says::SenderRefused
    }
}

/// Whether a check of the sender came to nothing for now.
fn is_not_looked_up(text: &str) -> bool {
    text.starts_with('4')
        && ["lookup", "temperror", "dns fail"]
            .iter()
            .any(|word| text.contains(word))
}

/// Whether it is a mailbox that takes no mail, and not the host or the domain.
fn is_of_mailbox(text: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let whole = has(&[
        "domain",
        "host",
        "null mx",
        "nullmx",
        "smtp service",
        "server",
    ]);
    !whole
        && has(&[
            "@",
            "mailbox",
            "address",
            "user",
            "account",
            "group",
            "recipient",
        ])
}

/// Somebody who is unknown is the recipient in SMTP. In POP3 and IMAP only who logs in has a name; in IMAP a mailbox is a
/// folder as well. Thunderbird tells by what it advises whether the recipient was refused.
fn unknown(text: &str) -> Option<Says> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if is_unavailable_for_now(text) {
        return Some(Says::RecipientUnchecked);
    }
    // Dovecot and Postfix write of logins in logs of their own.
    if has(&["dovecot: auth", "auth-worker", "passdb", "passwd-file("]) {
        return Some(Says::CredentialsRefused);
    }
    if is_pop3(text) || is_imap(text) {
        // In POP3 a mailbox is named by its user (RFC 1939 section 7).
        let of_login = has(&["user", "account", "login"]) || (is_pop3(text) && !has(&["inbox"]));
        return of_login.then_some(Says::CredentialsRefused);
    }
    if has(&["please verify that your email address is correct"]) {
        return Some(Says::SenderRefused);
    }
    (!has(&["please check the message and try again"])).then_some(Says::MailboxUnknown)
}

fn is_pop3(text: &str) -> bool {
    text.starts_with("-err") || text.contains(" -err ")
}

/// Whether a text is the NO of IMAP, with its tag or without, or speaks of IMAP and has no code of SMTP.
fn is_imap(text: &str) -> bool {
    let coded = |word: &str| word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let mut words = text.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next());
    if second == Some("no") {
        return first.len() <= 12 && !coded(first) && first.bytes().all(is_of_tag);
    }
    // "No user not found" says no twice: the first is the answer.
    let twice = first == "no" && second != Some("such") && text.contains(" not ");
    twice || (text.contains("imap command") && !text.split([' ', '-']).any(coded))
}

/// Whether a byte may stand in the tag of a command, or is the star of an answer without one.
const fn is_of_tag(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'*'
}

/// How somebody logged in whose AUTHENTICATE failed, where the text tells. An offer names every way.
fn in_which_way(text: &str) -> Says {
    let words = || text.split(' ').filter(|word| !word.contains("auth="));
    let any = |signs: &[&str]| words().any(|word| signs.iter().any(|sign| word.contains(sign)));
    if any(&["oauth", "bearer", "token"]) {
        Says::TokenRefused
    } else if any(&["ntlm", "gssapi", "md5", "password"])
        || text.contains("authenticate plain")
        || text.contains("authenticate login")
    {
        Says::CredentialsRefused
    } else {
        Says::RefusedEitherWay
    }
}

/// Whether a mailbox is said to be unavailable or could not be asked about, and only for now (RFC 5321 section 4.2.3: 450 is
/// a busy one).
fn is_unavailable_for_now(text: &str) -> bool {
    const FOR_GOOD: [&str; 6] = [
        "unknown",
        "exist",
        "no such",
        "not found",
        "invalid",
        "no mailbox",
    ];
    let code = text.trim_start_matches(['"', '\'', '<', ' ']);
    let now = code.starts_with("45") || text.contains(" 4.2.");
    let unavailable = ["unavailable", "not available", "verif"]
        .iter()
        .any(|word| text.contains(word));
    now && unavailable && !FOR_GOOD.iter().any(|word| text.contains(word))
}

/// A client is refused unless the words are about who sends to whom.
fn refused(text: &str) -> Option<Says> {
    const FILTERS: [&str; 7] = [
        "spamassassin",
        "rspamd",
        "spam filter",
        "antispam",
        "anti-spam",
        "antivirus",
        "content filter",
    ];
    let by_filter = FILTERS.iter().any(|filter| text.contains(filter));
    if text.contains("message blocked by") || (by_filter && text.contains("blocked by")) {
        return Some(Says::ContentRefused);
    }
    let of_recipient = text.contains("recipient") || text.contains("to this user");
    if of_recipient && text.contains("recipient address rejected") {
        None
    } else if of_recipient && (text.contains("blocked by") || text.contains("to send")) {
        Some(Says::SenderRefused)
    } else {
        Some(Says::ClientRefused)
    }
}
