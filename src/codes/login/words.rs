//! What the words of an answer to a login mean where no table knows the sentence: of what it speaks, and what it says
//! of it. Only where a login was answered: elsewhere the same words are said of messages, recipients and hosts.

use super::Cause;

/// Groups of words, of each of which one has to be there. A word may go on, `disable` is in `disabled`; one with a
/// blank behind it may not.
struct Row {
    cause: Cause,
    groups: &'static [&'static [&'static str]],
}

const fn row(cause: Cause, groups: &'static [&'static [&'static str]]) -> Row {
    Row { cause, groups }
}

/// What is said of a thing that one may not use.
#[rustfmt::skip]
const FORBIDDEN: &[&str] = &[
    "not allowed", "not authori", "not permitted", "unauthori", "denied", "forbidden", "prohibited", "restricted",
    "disallowed", "not registered", "not in the list", "not whitelisted",
];

/// What is said of a thing that is switched off.
#[rustfmt::skip]
const OFF: &[&str] = &[
    "disabled", "not enabled", "not active", "not allowed", "not permitted", "not available", "not open", "turned off",
    "switched off", "deactivated", "is denied", "access denied", "premium", "paid ", "please enable", "need to enable",
    "must enable", "no right", "no access",
];

/// What is said of an account that is shut.
#[rustfmt::skip]
const SHUT: &[&str] = &[
    "suspended", "frozen", "disabled", "deactivated", "inactive", "not active", "expired", "closed", "terminated",
    "banned", "blocked", "lockout", "locked out", "is locked", "been locked", "account locked", "temporarily locked",
];

/// The reasons that an answer may give, the most exact first.
#[rustfmt::skip] // a table is read by its columns
const REASONS: &[Row] = &[
    row(Cause::Source, &[&["ip ", "ip address", "this network", "your network"], FORBIDDEN]),
    row(Cause::RateLimited, &[&[
        "too many", "rate exceeded", "rate limit", "attempts exceeded", "number of login attempts", "hourly limit",
        "daily limit", "too often", "too frequent", "login frequency",
    ]]),
    row(Cause::PasswordLogin, &[
        &["only oauth", "use oauth", "oauth2 is required", "oauth is required", "modern authentication", "basic auth"],
        &["only", "required", "use ", "disabled", "blocked", "not supported", "not allowed"],
    ]),
    row(Cause::Token, &[&["token", "bearer", "jwt "], &[
        "invalid", "expired", "revoked", "rejected", "not valid", "bad ", "scope",
    ]]),
    row(Cause::Sender, &[
        &["sender ", "from address", "mail from", "from header", "send as", "send from"],
        &["not allowed", "not authori", "not permitted", "mismatch", "not match", "must be", "must match", "is not the",
          "not verified", "not owned", "not registered", "refused", "rejected", "blocked", "not accepted", "denied",
          "unauthori", "can only", "may only"],
    ]),
    row(Cause::Encryption, &[
        &["tls ", "ssl ", "encrypt", "unencrypted", "plaintext", "plain text", "cleartext", "secure connection"],
        &["required", "must", "first", "without", "disabled", "not allowed", "not permitted", "disallowed", "only ",
          "use "],
    ]),
    row(Cause::Mechanism, &[
        &["mechanism", "auth method", "authentication method", "authentication type", "auth type", "auth command"],
        &["unknown", "unsupported", "not supported", "not available", "not implemented", "unrecogni", "not recogni",
          "unavailable", "not allowed", "disabled"],
    ]),
    row(Cause::Mechanism, &[
        &["auth plain", "auth login", "authenticate ", "login command", "user pass", "sasl "],
        &["not supported", "unsupported", "disabled", "not implemented", "unknown"],
    ]),
    row(Cause::Policy, &[
        &["policy", "policies"],
        &["blocked", "locked", "denied", "not allowed", "disallow", "forbid", "restrict", "reject"],
    ]),
    row(Cause::Policy, &[&["password", "passphrase"], &["too simple", "too weak", "too short"]]),
    row(Cause::ServiceOff, &[&["imap ", "pop ", "pop3 ", "smtp ", "third party", "this service", "this protocol"], OFF]),
    row(Cause::AccountLocked, &[&["account", "user ", "mailbox"], SHUT]),
    row(Cause::AccountLocked, &[&["password", "passphrase"], &["expired", "must change", "must be changed"]]),
    row(Cause::Policy, &[
        &["administrator", "admin ", "organization", "organisation", "country", "region", "business hours", "location"],
        &["blocked", "denied", "not allowed", "not permitted", "prohibited", "forbidden", "restricted", "disabled",
          "allows only"],
    ]),
    row(Cause::Browser, &[
        &["browser", "webmail", "web interface", "website", "web site"],
        &["sign in", "log in", "login", "log on", "visit", "verify"],
    ]),
    row(Cause::AppPassword, &[&["app password", "application password", "app specific password"]]),
    row(Cause::Server, &[
        &["ldap", "backend", "database", "auth server", "authentication server", "authentication service", "login"],
        &["unavailable", "not responding", "server error", "internal error", "timed out", "unreachable", "connect"],
    ]),
    row(Cause::Held, &[&["mailbox", "maildrop"], &["in use", "locked", "busy"]]),
    row(Cause::Server, &[&["temporarily unavailable", "temporary failure", "temporary error", "temporary problem"]]),
];

/// That a name or a password is wrong.
#[rustfmt::skip]
const REFUSED: Row = row(Cause::Credentials, &[
    &["password", "passphrase", "credential", "username", "user ", "login", "logon", "account name", "authentication"],
    &["invalid", "incorrect", "wrong", "bad ", "reject", "refused", "not accepted", "failed", "failure", "unknown",
      "not exist", "not found"],
]);

/// The reason that an answer gives, where it gives one and only one.
pub(super) fn reason(text: &str) -> Option<Cause> {
    let text = plain(text);
    let row = REASONS.iter().find(|row| row.fits(&text));
    row.filter(|_| !is_hedged(&text)).map(|row| row.cause)
}

/// Whether an answer says that a name or a password is wrong.
pub(super) fn is_refused(text: &str) -> bool {
    REFUSED.fits(&plain(text))
}

impl Row {
    fn fits(&self, text: &str) -> bool {
        let begins = |at: usize| text[..at].ends_with(' ');
        let holds = |word: &str| text.match_indices(word).any(|(at, _)| begins(at));
        let any = |group: &&[&str]| group.iter().any(|word| holds(word));
        self.groups.iter().all(any)
    }
}

/// Whether a text names several causes, or a possible one.
fn is_hedged(text: &str) -> bool {
    const DOUBTS: [&str; 6] = [
        " may be ",
        " might ",
        " maybe ",
        " perhaps ",
        " could be ",
        " check ",
    ];
    const PAIRS: [&str; 5] = [
        "name or password",
        "login or password",
        "user or password",
        "email or password",
        "address or password",
    ];
    let without = |text: String, pair: &&str| text.replace(pair, "");
    let text = PAIRS.iter().fold(text.to_owned(), without);
    DOUBTS.iter().any(|doubt| text.contains(doubt)) || text.contains(" or ")
}

/// The words of a text in lower case, each with a blank before and behind; addresses of pages left out.
fn plain(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| !word.contains("://"));
    let mut plain = String::from(" ");
    for word in words {
        let letters = word.to_lowercase();
        let parts = letters.split(|c: char| !c.is_alphanumeric() && c != '\'');
        for part in parts.filter(|part| !part.is_empty()) {
            plain.push_str(part);
            plain.push(' ');
        }
    }
    plain
}
