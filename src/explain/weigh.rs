//! What counts of the readings of one text where they meet: numbers, sentences, replies.

use crate::codes::phrases::Means;
use crate::codes::reply::ReplyText;

use super::{Kind, Reading};

/// Sayings that prove nothing where no reply is in the text, for their words are those of ordinary sentences.
pub(super) const fn is_of_replies_only(says: ReplyText) -> bool {
    matches!(
        says,
        ReplyText::ClientRefused
            | ReplyText::ContentRefused
            | ReplyText::ServerTrouble
            | ReplyText::ShuttingDown
    )
}

/// What of them servers alone say.
pub(super) const PLAIN_REFUSALS: &[&str] = &[
    "access denied",
    "client host rejected",
    "service unavailable",
    "temporary server error",
    "server busy",
    "server is busy",
    "contains spam",
    "blocked due to spam",
];

/// Words that stand in a bounce and nowhere else.
pub(super) const BOUNCE: &[&str] = &[
    "undelivered mail returned to sender",
    "returned mail: see transcript",
    "delivery status notification (failure)",
    "mail delivery failed: returning message to sender",
    "this message was created automatically by mail delivery software",
    "i'm sorry to have to inform you that your message could not",
    "your message wasn't delivered to",
    "your message couldn't be delivered",
    "delivery has failed to these recipients",
    "reporting-mta:",
    "final-recipient:",
    "diagnostic-code:",
    "系统退信",
    "退信原因",
    "您的邮件被退回",
    "邮件被退回",
    "无法投递到",
];

/// Status codes that several systems use in ways of their own: what the text says, and what the code then does not mean.
pub(super) const CONTRADICTED: &[(&str, &[&str])] = &[
    (
        "code-text-mailbox-unknown",
        &["code-enhanced-1-10", "code-enhanced-4-1"],
    ),
    ("code-text-recipient-unchecked", &["code-enhanced-1-1"]),
    ("code-text-credentials-refused", &["code-enhanced-7-3"]),
    (
        "code-text-browser-login-needed",
        &["code-enhanced-3-4", "code-enhanced-7-14"],
    ),
    ("code-text-recipient-busy", &["code-enhanced-2-1"]),
    (
        "code-text-sending-limit",
        &["code-enhanced-4-5", "code-enhanced-4-0"],
    ),
    ("code-text-sender-blocked", &["code-enhanced-1-8"]),
    ("code-text-too-many-connections", &["code-smtp-432"]),
];

/// Whether a number says the same as a sentence beside it, or is one that a sentence does not touch.
pub(super) fn agrees(number: &Reading, sentence: &[Reading]) -> bool {
    let small = number
        .code
        .split(' ')
        .next()
        .and_then(|digits| digits.parse::<i32>().ok())
        .is_none_or(|digits| digits < 10_000);
    let system = matches!(
        number.kind,
        Kind::Socket(_) | Kind::Unix | Kind::Win32 | Kind::Resolver(_) | Kind::ResolverName
    );
    let lookup = matches!(number.kind, Kind::Resolver(_));
    if matches!(number.kind, Kind::Finding | Kind::Phrase) {
        // curl and OpenSSL put a general number before a sentence that says more.
        return false;
    }
    lookup || !(system && small) || sentence.iter().any(|said| said.words == number.words)
}

/// Whether a reading is what a server said when it refused.
pub(super) fn is_refusal(reading: &Reading) -> bool {
    match reading.kind {
        Kind::SmtpReply => reading.code.starts_with(['4', '5']),
        Kind::Pop3 | Kind::Imap => true,
        _ => false,
    }
}

pub(super) const fn is_of_system(means: Means) -> bool {
    matches!(means, Means::Socket(_) | Means::Resolver(_))
}

pub(super) fn is_refused_login(means: Means) -> bool {
    means == Means::Reply(ReplyText::CredentialsRefused)
}

/// What nodemailer calls every error of a kind says less than anything else.
pub(super) fn is_label(reading: &Reading) -> bool {
    reading.words.starts_with("code-node-") || reading.words == "code-phrase-name-lookup-failed"
}

/// Whether a finding is about encryption, which a reply may tell of.
pub(super) fn is_of_tls(reading: &Reading) -> bool {
    ["finding-tls", "finding-starttls", "finding-certificate"]
        .iter()
        .any(|kind| reading.words.starts_with(kind))
}

/// Whether a reading is about looking up a name.
pub(super) fn is_lookup(reading: &Reading) -> bool {
    reading.words.starts_with("code-resolver-") || reading.words == "code-phrase-dns-silent"
}

pub(super) fn is_bare_answer(reading: &Reading) -> bool {
    match reading.kind {
        Kind::Imap => crate::codes::imap::answer(&reading.code).is_some(),
        Kind::Pop3 => crate::codes::pop3::answer(&reading.code).is_some(),
        _ => false,
    }
}
