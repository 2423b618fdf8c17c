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

/// Whether a text without any code says one of them as servers alone do. "Access denied" is said by every program; it counts
/// where it comes first, or where the text speaks of mail.
pub(super) fn is_plain_refusal(flat: &str) -> bool {
    let of_mail = [
        "mail",
        "smtp",
        "imap",
        "pop3",
        "sender",
        "recipient",
        "relay",
        "spam",
    ];
    let denied = || {
        flat.starts_with("access denied")
            || (flat.contains("access denied") && of_mail.iter().any(|word| flat.contains(word)))
    };
    let any = |words: &[&str]| words.iter().any(|word| flat.contains(word));
    any(PLAIN_REFUSALS) || any(BOUNCE) || flat.contains("退信") || denied()
}

/// What of them servers alone say.
const PLAIN_REFUSALS: &[&str] = &[
    "message is not welcome",
    "client host rejected",
    "service unavailable",
    "temporary server error",
    "internal error occurred. refer to server log",
    "server configuration error",
    "server busy",
    "server is busy",
    "contains spam",
    "spam engine",
    "blocked due to spam",
    "delivery failure:",
    "spam message rejected",
    "发信 ip",
    "发件人 ip",
];

/// What .NET puts before the words of the server themselves, which count more than its own sentence for the code.
const SERVER_SAID: &[&str] = &[
    "the server response was:",
    "服务器响应为:",
    "伺服器回應為:",
    "la réponse du serveur était :",
    "la respuesta del servidor fue:",
    "a resposta do servidor foi:",
    "risposta del server:",
];

/// The words of the server in a text of .NET.
pub(super) fn own_words(flat: &str) -> Option<&str> {
    SERVER_SAID
        .iter()
        .find_map(|mark| flat.split_once(mark))
        .map(|(_, said)| said.trim())
        .filter(|said| !said.is_empty())
}

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

/// Whether a status code is one that Exchange gave a meaning of its own.
pub(super) fn is_own_status(reading: &Reading) -> bool {
    reading.kind == Kind::SmtpStatus && reading.words.starts_with("code-enhanced-exchange-")
}

/// Whether a text only says that somebody is refused, or that something fails.
pub(super) fn is_general_refusal(reading: &Reading) -> bool {
    let general = [ReplyText::ClientRefused, ReplyText::ServerTrouble];
    general.iter().any(|says| reading.words == says.words())
}

/// How much a sentence says that counts where nothing else is known: that sending failed is the headline of a dialog, that
/// no connection was made the line below it, and anything else the reason.
pub(super) fn news_of(reading: &Reading) -> u8 {
    match reading.words.as_str() {
        "code-phrase-sending-failed" => HEADLINE,
        "code-phrase-connect-failed" => UNCONNECTED,
        _ => CAUSE,
    }
}

const HEADLINE: u8 = 0;
pub(super) const UNCONNECTED: u8 = 1;
pub(super) const CAUSE: u8 = 2;

/// Whether a text is about programs and not about people: two words that stand near each other are in any letter.
pub(super) fn is_technical(flat: &str) -> bool {
    const WORDS: &[&str] = &[
        "server",
        "smtp",
        "imap",
        "pop3",
        "mail",
        "socket",
        "host",
        "port ",
        "tls",
        "ssl",
        "certificate",
        "error",
        "fail",
        "dns",
        "network",
        "login",
        "password",
        "credential",
        "auth",
        "handshake",
        "timeout",
        "time out",
        "http",
        "://",
        "服务器",
        "伺服器",
        "邮",
        "郵",
        "证书",
        "憑證",
        "端口",
        "域名",
        "密码",
        "密碼",
        "账号",
        "帐号",
        "帳號",
        "错误",
        "錯誤",
        "网络",
        "網路",
        "连接",
        "連線",
    ];
    WORDS.iter().any(|word| flat.contains(word))
}

/// Whether a text without any code says that somebody was refused, where much is written about the thing itself: what proves a
/// sender (SPF, DKIM, DMARC), greylisting, block lists.
pub(super) fn is_told_of_a_refusal(says: ReplyText, flat: &str) -> bool {
    let any = |words: &[&str]| words.iter().any(|word| flat.contains(word));
    match says {
        ReplyText::SpfFailed | ReplyText::DkimFailed | ReplyText::DmarcFailed => any(FAILED),
        ReplyText::Greylisted => any(FAILED) || any(&["try again", "deferred", "delayed", "later"]),
        ReplyText::BlockList => {
            any(FAILED)
                || any(&[
                    "listed",
                    " ip ",
                    "ip in",
                    "address",
                    "see http",
                    "sender",
                    "client",
                    "/query/ip",
                    "ip被",
                    "ip 被",
                ])
        }
        ReplyText::MailboxFull => any(FULL),
        ReplyText::SenderRefused => {
            any(FAILED) || any(&["not ", "n't", "invalid", "bad ", "unknown"])
        }
        ReplyText::DynamicAddress => any(FAILED) || any(&["address", " ip", "isp", "dynamic"]),
        ReplyText::IdleTimeout => any(&[
            "clos",
            "bye",
            "disconnect",
            "terminat",
            "autologout",
            "exceeded",
            "断开",
        ]),
        ReplyText::TooManyConnections => any(&["connect", "session", "thread", "连接", "連線"]),
        ReplyText::AuthenticationRequired => any(&[
            "auth", "smtp", "mail", "relay", "send", "验证", "驗證", "认证",
        ]),
        _ => true,
    }
}

/// Words without which a text of no code does not say that a mailbox is full.
const FULL: &[&str] = &[
    "full",
    "exceed",
    " over ",
    "overquota",
    "over-quota",
    "quota limit",
    "violation",
    "used up",
    "no space",
    "insufficient",
    "not enough",
    "too many",
    "too much",
    "reached",
    "out of",
    "home directory",
    "exhausted",
    "limit ex",
    "file too large",
    "speicherplatz",
    "voll",
    "pleine",
    "lleno",
    "llena",
    "pieno",
    "piena",
    "cheia",
    "满",
    "滿",
    "不足",
    "不够",
    "超",
];

/// Words without which a text of no code does not say that a proof failed.
const FAILED: &[&str] = &[
    "failed",
    "rejected",
    "refused",
    "denied",
    "blocked",
    "violat",
    "did not pass",
    "not accepted",
    "=fail",
    "softfail",
    "hardfail",
    "unauthenticated",
    "spf_reject",
    "失败",
    "失敗",
    "拒",
    "屏蔽",
    "禁",
];

/// Whether a reading is the reply of a server that did what was asked.
pub(super) fn went_well(reading: &Reading) -> bool {
    let done = reading.kind == Kind::SmtpReply && reading.code.starts_with('2');
    done || matches!(
        reading.words.as_str(),
        "code-imap-ok" | "code-imap-preauth" | "code-pop3-ok"
    )
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

/// Whether a finding is about a certificate.
pub(super) fn is_of_certificate(reading: &Reading) -> bool {
    reading.words.starts_with("finding-certificate")
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
