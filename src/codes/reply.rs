//! What the text of a reply says, beyond its code.
//!
//! Servers use one code for many things: 554 may be a block list, a relay refusal or a virus. The text is the better
//! witness, and a temporary code does not hide what it says. One table serves whoever reads a pasted reply and whoever
//! hears one live: [`meaning`] is all that either needs. Each pattern is a set of fragments in lower case that must all
//! be in the text.

mod accounts;
mod address;
mod apis;
mod collected;
mod grammar;
mod houses;
mod loose;
mod mailbox;
mod patterns;
mod providers;
mod servers;
#[cfg(test)]
mod tests;
mod whose;

use super::grams::Grams;

/// What the text of a reply means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Meaning {
    /// What it says.
    pub says: ReplyText,
    /// What it is about, for whoever wants to know whose matter it is.
    pub about: About,
}

/// What a reply text is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum About {
    /// The address that the client comes from: its listing, its reputation, its name in DNS.
    ClientAddress,
    /// The name that the client gave with EHLO.
    ClientName,
    /// How much comes at once, or in a short time.
    Load,
    /// Failed logins that went before.
    Attempts,
    /// The login: password, method, token, policy.
    Login,
    /// The account or the mailbox behind the login.
    Account,
    /// TLS, which has to come first or does not work.
    Encryption,
    /// The address, account or organisation that sends.
    Sender,
    /// The address that shall receive.
    Recipient,
    /// The message itself.
    Message,
    /// Passing mail on.
    Relay,
    /// The order and timing of the dialogue.
    Dialogue,
    /// The server itself.
    Server,
    /// Something on the way.
    Path,
}

/// What a reply text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReplyText {
    /// A block list refused to answer the server's own DNS resolver; the client is not listed.
    BlockListQueryRefused,
    /// The provider wants the code that it gives out for mail programs.
    AuthorisationCodeNeeded,
    /// Tencent names every cause of a refused login in one sentence.
    LoginCausesListed,
    /// The account wants a password made for this one program.
    AppPasswordNeeded,
    /// Sending with a login is switched off for the organisation or the mailbox.
    SmtpLoginDisabled,
    /// A rule of the organisation forbids this login.
    LoginPolicy,
    /// The provider no longer takes passwords from mail programs.
    BasicAuthDisabled,
    /// The provider wants the account holder in a web browser first.
    BrowserLoginNeeded,
    /// The `OAuth2` token was refused.
    TokenRefused,
    /// A login by AUTHENTICATE was refused, be it with a password or with a token.
    RefusedEitherWay,
    /// The provider wants the program to say what it is (IMAP ID).
    UnsafeLogin,
    /// The login was accepted and the mailbox could not be opened.
    AuthenticatedNotConnected,
    /// The login was refused, or the service is switched off: the server does not say which.
    CredentialsOrService,
    /// POP3, IMAP or SMTP is switched off for the account.
    ServiceSwitchedOff,
    /// The relay serves registered addresses only, and the client's is not one of them.
    SourceNotRegistered,
    /// The client or the account is shut out after too many failed logins.
    TooManyFailedLogins,
    /// The sending account or organisation is blocked by its own provider.
    SenderBlocked,
    /// The sender's organisation does not let mail be forwarded to the outside.
    ForwardingForbidden,
    /// The sender has used up what it may send in a day, or has paid for.
    SendingLimit,
    /// The recipient gets more mail than the provider lets in.
    RecipientBusy,
    /// The sender's own provider no longer sends to this recipient: mail to it bounced, or somebody complained.
    RecipientSuppressed,
    /// The front end of Exchange cannot reach the server behind it.
    ExchangeFrontEnd,
    /// The client's address is on a block list.
    BlockList,
    /// The client's address is of a kind that the server takes no mail from.
    DynamicAddress,
    /// The client's address has a poor reputation.
    Reputation,
    /// A domain is on a block list or has a poor reputation: the sender's, the sending server's, or that of a link.
    DomainReputation,
    /// The name given with EHLO was refused.
    EhloNameRefused,
    /// The client's address has no name in DNS, or not a matching one.
    ReverseDnsMissing,
    /// The server does not pass mail on for this sender.
    RelayDenied,
    /// Too many connections at once.
    TooManyConnections,
    /// Too many commands, messages or attempts in a short time.
    RateLimited,
    /// The server wants STARTTLS first.
    StartTlsRequired,
    /// The server cannot do TLS at the moment.
    TlsUnavailable,
    /// The sender address does not belong to the login.
    SenderNotOwned,
    /// The server wants a login first.
    AuthenticationRequired,
    /// The server offers no login here, or not this kind.
    AuthenticationNotOffered,
    /// The server makes strangers wait once.
    Greylisted,
    /// The message failed the domain's DMARC policy.
    DmarcFailed,
    /// The sending address may not send for the domain (SPF).
    SpfFailed,
    /// The signature of the message is missing or bad (DKIM).
    DkimFailed,
    /// The mailbox is full.
    MailboxFull,
    /// The recipient is unknown.
    MailboxUnknown,
    /// The server could not find out yet whether the recipient exists.
    RecipientUnchecked,
    /// The login has no right to this mailbox or folder.
    MailboxRights,
    /// The server finds no way to the domain of the recipient.
    RecipientDomainUnknown,
    /// The message has more recipients than the server takes at once.
    TooManyRecipients,
    /// The message is too large.
    MessageTooLarge,
    /// The domain of the sender does not exist.
    SenderDomainUnknown,
    /// The server refuses the sender's address.
    SenderRefused,
    /// Another session holds the mailbox.
    MailboxLocked,
    /// The login could not be checked for now.
    LoginTemporarilyUnavailable,
    /// The account is suspended or disabled.
    AccountDisabled,
    /// The user name or the password was refused.
    CredentialsRefused,
    /// The host takes no mail at all.
    NoMailService,
    /// The content of the message was refused.
    ContentRefused,
    /// The client broke the rules of the dialogue.
    ProtocolViolation,
    /// The session was idle for too long.
    IdleTimeout,
    /// The server is shutting down or under maintenance.
    ShuttingDown,
    /// Something inside the server fails for now.
    ServerTrouble,
    /// A firewall on the way overwrites parts of the dialogue.
    MaskedByFirewall,
    /// Something in front, such as a mail scanner, took the connection and did not pass it on.
    CutOffInFront,
    /// The server refuses this client without saying why.
    ClientRefused,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Pattern {
    /// What the text says.
    pub says: ReplyText,
    /// The fragments, in lower case, that must all be there.
    pub fragments: &'static [&'static str],
    /// Many a text has these words that refuses nothing: they count in a refusal alone.
    pub in_refusals: bool,
}

/// What the text of a reply means: of a greeting, an answer to EHLO, a refusal, in any protocol and on any number of
/// lines. Nothing where no row of the table fits.
pub fn meaning(text: &str) -> Option<Meaning> {
    let says = reply_text(text)?;
    let about = says.about();
    Some(Meaning { says, about })
}

/// The same of what is known to be a refusal, be it without a code: a bare line, or one in words alone.
pub fn meaning_of_refusal(text: &str) -> Option<Meaning> {
    let says = read(&flat(text), true)?;
    let about = says.about();
    Some(Meaning { says, about })
}

/// What the text of a reply says; the first row that fits wins, so the order of the table is the order of exactness.
pub fn reply_text(text: &str) -> Option<ReplyText> {
    // The codes of later lines are gone in what is read.
    let refused = is_coded(&text.to_lowercase());
    let says = read(&flat(text), refused)?;
    // Greetings speak of spam, relaying and addresses, and nobody is refused by them; what stands on the way shows in one.
    let only_greets = !refused && is_yes(text) && says.about() != About::Path;
    (!only_greets).then_some(says)
}

/// Whether a reply is one that refuses nothing, and no transcript that goes on to a refusal.
fn is_yes(text: &str) -> bool {
    let text = text.trim_start_matches(['"', '\'', '<', ' ']);
    let refuses = |word: &str| matches!(word, "NO" | "BAD" | "BYE" | "-ERR");
    match text.as_bytes() {
        [b'2', b'0'..=b'9', b'0'..=b'9', b' ' | b'-', ..] => true,
        [b'+', b'O', b'K', ..] | [b'*', b' ', b'O', b'K', ..] => {
            !text.split_whitespace().any(refuses)
        }
        _ => false,
    }
}

fn read(text: &str, refused: bool) -> Option<ReplyText> {
    if let Some(says) = houses::says(text, refused).or_else(|| apis::says(text)) {
        return Some(says);
    }
    let grams = Grams::of(text);
    let fits = |part: &str| grams.may_hold(part) && holds(text, part);
    let of_mail = || text.contains("smtp") || text.contains("mail");
    let is_blocked = || (refused || of_mail()) && address::is_blocked(text);
    // In words alone it takes the word that something was refused, and then it is the message that they speak of.
    let tells = refused
        || [" rejected", " refused", " bounced"]
            .iter()
            .any(|part| fits(part));
    let in_tables = patterns()
        .filter(|row| refused || !row.in_refusals || (tells && row.says.about() == About::Message))
        .chain(refused.then_some(loose::of(text)).into_iter().flatten())
        .filter(|row| row.says != ReplyText::MailboxUnknown || !is_login(text))
        .filter(|row| row.fragments.iter().all(|part| fits(part)))
        .find_map(|row| whose::narrowed(row.says, text))
        // That somebody is refused says less than that his address is blocked.
        .filter(|says| *says != ReplyText::ClientRefused || !is_blocked());
    match in_tables {
        // "Service unavailable" is the end of many a dialogue about a recipient.
        Some(ReplyText::ServerTrouble) if refused => {
            grammar::of_recipient(text, &grams).or(in_tables)
        }
        Some(_) => in_tables,
        None if is_blocked() => Some(ReplyText::BlockList),
        None => grammar::says(text, refused, &grams).and_then(|says| whose::narrowed(says, text)),
    }
}

/// Whether a code says that a login was refused (RFC 4954 section 6): who is unknown there is no recipient.
fn is_login(text: &str) -> bool {
    ["535 ", "535-", "5.7.8"]
        .iter()
        .any(|code| text.contains(code))
}

/// Whether a code says that the text is a refusal: `550`, `5.1.1`, `-ERR`, or the NO and BYE of IMAP.
fn is_coded(text: &str) -> bool {
    let code = |word: &str| {
        word.len() == 3 && word.starts_with(['4', '5']) && word.bytes().all(|b| b.is_ascii_digit())
    };
    let text = text.trim_start_matches(['"', '\'', '<', ' ']);
    // qmail writes `(#5.1.1)`.
    let status = |word: &str| {
        super::smtp::status(word.trim_matches(['(', '#', ')', '.'])).is_some_and(|s| s.class != 2)
    };
    text.split([' ', '-', ';', '"'])
        .any(|word| code(word) || status(word))
        || text.starts_with("-err")
        || text
            .split(' ')
            .take(2)
            .any(|word| matches!(word, "no" | "bye"))
}

/// The patterns: what single providers say, then what servers say everywhere; in each the most exact first.
pub fn patterns() -> impl Iterator<Item = &'static Pattern> {
    let everywhere = [
        apis::PATTERNS,
        servers::PATTERNS,
        collected::PATTERNS,
        patterns::PATTERNS,
        accounts::PATTERNS,
        mailbox::PATTERNS,
    ];
    let everywhere = everywhere.into_iter().flatten();
    providers::PATTERNS.iter().chain(everywhere)
}

/// Whether a text holds a fragment. A short one must be a word of its own: `spf` is in many a host name.
fn holds(text: &str, fragment: &str) -> bool {
    let short = fragment.len() <= 6 && fragment.bytes().all(|byte| byte.is_ascii_alphabetic());
    let word = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + fragment.len()..].chars().next();
        let joins =
            |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        !joins(before) && !joins(after)
    };
    if short {
        text.match_indices(fragment).any(|(at, _)| word(at))
    } else {
        text.contains(fragment)
    }
}

impl ReplyText {
    /// The id of the words: `code-text-block-list`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::BlockListQueryRefused => "code-text-block-list-query-refused",
            Self::AuthorisationCodeNeeded => "code-text-authorisation-code-needed",
            Self::LoginCausesListed => "code-text-login-causes-listed",
            Self::AppPasswordNeeded => "code-text-app-password-needed",
            Self::SmtpLoginDisabled => "code-text-smtp-login-disabled",
            Self::LoginPolicy => "code-text-login-policy",
            Self::BasicAuthDisabled => "code-text-basic-auth-disabled",
            Self::BrowserLoginNeeded => "code-text-browser-login-needed",
            Self::TokenRefused => "code-text-token-refused",
            Self::RefusedEitherWay => "code-text-refused-either-way",
            Self::UnsafeLogin => "code-text-unsafe-login",
            Self::AuthenticatedNotConnected => "code-text-authenticated-not-connected",
            Self::CredentialsOrService => "code-text-credentials-or-service",
            Self::ServiceSwitchedOff => "code-text-service-switched-off",
            Self::SourceNotRegistered => "code-text-source-not-registered",
            Self::TooManyFailedLogins => "code-text-too-many-failed-logins",
            Self::SenderBlocked => "code-text-sender-blocked",
            Self::ForwardingForbidden => "code-text-forwarding-forbidden",
            Self::SendingLimit => "code-text-sending-limit",
            Self::RecipientBusy => "code-text-recipient-busy",
            Self::RecipientSuppressed => "code-text-recipient-suppressed",
            Self::ExchangeFrontEnd => "code-text-exchange-front-end",
            Self::BlockList => "code-text-block-list",
            Self::DynamicAddress => "code-text-dynamic-address",
            Self::Reputation => "code-text-reputation",
            Self::DomainReputation => "code-text-domain-reputation",
            Self::EhloNameRefused => "code-text-ehlo-name-refused",
            Self::ReverseDnsMissing => "code-text-reverse-dns-missing",
            Self::RelayDenied => "code-text-relay-denied",
            Self::TooManyConnections => "code-text-too-many-connections",
            Self::RateLimited => "code-text-rate-limited",
            Self::StartTlsRequired => "code-text-starttls-required",
            Self::TlsUnavailable => "code-text-tls-unavailable",
            Self::SenderNotOwned => "code-text-sender-not-owned",
            Self::AuthenticationRequired => "code-text-authentication-required",
            Self::AuthenticationNotOffered => "code-text-authentication-not-offered",
            Self::Greylisted => "code-text-greylisted",
            Self::DmarcFailed => "code-text-dmarc-failed",
            Self::SpfFailed => "code-text-spf-failed",
            Self::DkimFailed => "code-text-dkim-failed",
            Self::MailboxFull => "code-text-mailbox-full",
            Self::MailboxUnknown => "code-text-mailbox-unknown",
            Self::RecipientUnchecked => "code-text-recipient-unchecked",
            Self::MailboxRights => "code-text-mailbox-rights",
            Self::RecipientDomainUnknown => "code-text-recipient-domain-unknown",
            Self::TooManyRecipients => "code-text-too-many-recipients",
            Self::MessageTooLarge => "code-text-message-too-large",
            Self::SenderDomainUnknown => "code-text-sender-domain-unknown",
            Self::SenderRefused => "code-text-sender-refused",
            Self::MailboxLocked => "code-text-mailbox-locked",
            Self::LoginTemporarilyUnavailable => "code-text-login-temporarily-unavailable",
            Self::AccountDisabled => "code-text-account-disabled",
            Self::CredentialsRefused => "code-text-credentials-refused",
            Self::NoMailService => "code-text-no-mail-service",
            Self::ContentRefused => "code-text-content-refused",
            Self::ProtocolViolation => "code-text-protocol-violation",
            Self::IdleTimeout => "code-text-idle-timeout",
            Self::ShuttingDown => "code-text-shutting-down",
            Self::ServerTrouble => "code-text-server-trouble",
            Self::MaskedByFirewall => "code-text-masked-by-firewall",
            Self::CutOffInFront => "code-text-cut-off-in-front",
            Self::ClientRefused => "code-text-client-refused",
        }
    }

    /// What it is about.
    pub const fn about(self) -> About {
        match self {
            Self::BlockListQueryRefused
            | Self::ExchangeFrontEnd
            | Self::LoginTemporarilyUnavailable
            | Self::NoMailService
            | Self::ShuttingDown
            | Self::ServerTrouble => About::Server,
            Self::AuthorisationCodeNeeded
            | Self::LoginCausesListed
            | Self::AppPasswordNeeded
            | Self::SmtpLoginDisabled
            | Self::LoginPolicy
            | Self::BasicAuthDisabled
            | Self::BrowserLoginNeeded
            | Self::TokenRefused
            | Self::RefusedEitherWay
            | Self::UnsafeLogin
            | Self::CredentialsOrService
            | Self::AuthenticationRequired
            | Self::AuthenticationNotOffered
            | Self::CredentialsRefused => About::Login,
            Self::AuthenticatedNotConnected
            | Self::ServiceSwitchedOff
            | Self::MailboxRights
            | Self::MailboxLocked
            | Self::AccountDisabled => About::Account,
            Self::SourceNotRegistered
            | Self::BlockList
            | Self::DynamicAddress
            | Self::Reputation
            | Self::ReverseDnsMissing
            | Self::ClientRefused => About::ClientAddress,
            Self::TooManyFailedLogins => About::Attempts,
            Self::SenderBlocked
            | Self::ForwardingForbidden
            | Self::SendingLimit
            | Self::SenderNotOwned
            | Self::SenderDomainUnknown
            | Self::DomainReputation
            | Self::SenderRefused => About::Sender,
            Self::RecipientBusy
            | Self::RecipientSuppressed
            | Self::MailboxFull
            | Self::MailboxUnknown
            | Self::RecipientUnchecked
            | Self::RecipientDomainUnknown => About::Recipient,
            Self::EhloNameRefused => About::ClientName,
            Self::RelayDenied => About::Relay,
            Self::TooManyConnections | Self::RateLimited | Self::Greylisted => About::Load,
            Self::StartTlsRequired | Self::TlsUnavailable => About::Encryption,
            Self::DmarcFailed
            | Self::SpfFailed
            | Self::DkimFailed
            | Self::TooManyRecipients
            | Self::MessageTooLarge
            | Self::ContentRefused => About::Message,
            Self::ProtocolViolation | Self::IdleTimeout => About::Dialogue,
            Self::MaskedByFirewall | Self::CutOffInFront => About::Path,
        }
    }
}

/// Lower case, a single space for every run of white space, and the codes that begin the later lines left out: a long
/// reply is broken anywhere.
fn flat(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let mut kept: Vec<&str> = Vec::with_capacity(words.len());
    let mut rest = words.as_slice();
    while let [word, after @ ..] = rest {
        let codes = if kept.is_empty() {
            0
        } else {
            repeated(word, after)
        };
        if codes == 0 {
            kept.push(word);
        }
        rest = &rest[codes.max(1)..];
    }
    let mut flat = kept.join(" ").to_lowercase();
    // One word, in whatever spelling.
    for (apart, one) in [
        ("mail box", "mailbox"),
        ("mail-box", "mailbox"),
        ("mail drop", "maildrop"),
    ] {
        if flat.contains(apart) {
            flat = flat.replace(apart, one);
        }
    }
    flat
}

/// How many words here are the codes of a further line: `550-5.7.1`, or `550 5.7.1`.
fn repeated(word: &str, after: &[&str]) -> usize {
    let status = |text: &str| super::smtp::status(text).is_some();
    let code =
        |text: &str| text.len() == 3 && text.starts_with(['4', '5']) && text.parse::<u16>().is_ok();
    let both = word
        .split_once('-')
        .is_some_and(|(first, second)| code(first) && status(second));
    let apart = code(word) && after.first().is_some_and(|next| status(next));
    if both { 1 } else { usize::from(apart) * 2 }
}

const fn row(says: ReplyText, fragments: &'static [&'static str]) -> Pattern {
    let in_refusals = false;
    Pattern {
        says,
        fragments,
        in_refusals,
    }
}

/// A row that counts in a refusal alone.
const fn wide(says: ReplyText, fragments: &'static [&'static str]) -> Pattern {
    let in_refusals = true;
    Pattern {
        says,
        fragments,
        in_refusals,
    }
}
