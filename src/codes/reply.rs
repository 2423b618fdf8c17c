//! What the text of a reply says, beyond its code.
//!
//! Servers use one code for many things: 554 may be a block list, a relay refusal or a virus. The text is the better
//! witness. Each pattern is a set of fragments in lower case that must all be in the text.

/// What a reply text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReplyText {
    /// A block list refused to answer the server's own DNS resolver; the client is not listed.
    BlockListQueryRefused,
    /// The provider wants the code that it gives out for mail programs.
    AuthorisationCodeNeeded,
    /// The account wants a password made for this one program.
    AppPasswordNeeded,
    /// Sending with a login is switched off for the organisation or the mailbox.
    SmtpLoginDisabled,
    /// The provider no longer takes passwords from mail programs.
    BasicAuthDisabled,
    /// The provider wants the account holder in a web browser first.
    BrowserLoginNeeded,
    /// The provider wants the program to say what it is (IMAP ID).
    UnsafeLogin,
    /// The login was accepted and the mailbox could not be opened.
    AuthenticatedNotConnected,
    /// POP3, IMAP or SMTP is switched off for the account.
    ServiceSwitchedOff,
    /// The client's address is on a block list.
    BlockList,
    /// The client's address is of a kind that the server takes no mail from.
    DynamicAddress,
    /// The client's address or the sending domain has a poor reputation.
    Reputation,
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
    /// The message is too large.
    MessageTooLarge,
    /// The domain of the sender does not exist.
    SenderDomainUnknown,
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
    /// A firewall on the way overwrites parts of the dialogue.
    MaskedByFirewall,
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
}

/// What the text of a reply says; the first row that fits wins, so the order of the table is the order of exactness.
pub fn reply_text(text: &str) -> Option<ReplyText> {
    let text = flat(text);
    super::find(PATTERNS, |row| {
        row.fragments.iter().all(|fragment| text.contains(fragment))
    })
    .map(|row| row.says)
}

impl ReplyText {
    /// The id of the words: `code-text-block-list`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::BlockListQueryRefused => "code-text-block-list-query-refused",
            Self::AuthorisationCodeNeeded => "code-text-authorisation-code-needed",
            Self::AppPasswordNeeded => "code-text-app-password-needed",
            Self::SmtpLoginDisabled => "code-text-smtp-login-disabled",
            Self::BasicAuthDisabled => "code-text-basic-auth-disabled",
            Self::BrowserLoginNeeded => "code-text-browser-login-needed",
            Self::UnsafeLogin => "code-text-unsafe-login",
            Self::AuthenticatedNotConnected => "code-text-authenticated-not-connected",
            Self::ServiceSwitchedOff => "code-text-service-switched-off",
            Self::BlockList => "code-text-block-list",
            Self::DynamicAddress => "code-text-dynamic-address",
            Self::Reputation => "code-text-reputation",
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
            Self::MessageTooLarge => "code-text-message-too-large",
            Self::SenderDomainUnknown => "code-text-sender-domain-unknown",
            Self::MailboxLocked => "code-text-mailbox-locked",
            Self::LoginTemporarilyUnavailable => "code-text-login-temporarily-unavailable",
            Self::AccountDisabled => "code-text-account-disabled",
            Self::CredentialsRefused => "code-text-credentials-refused",
            Self::NoMailService => "code-text-no-mail-service",
            Self::ContentRefused => "code-text-content-refused",
            Self::ProtocolViolation => "code-text-protocol-violation",
            Self::IdleTimeout => "code-text-idle-timeout",
            Self::ShuttingDown => "code-text-shutting-down",
            Self::MaskedByFirewall => "code-text-masked-by-firewall",
            Self::ClientRefused => "code-text-client-refused",
        }
    }
}

/// Lower case, and a single space for every run of white space: a long reply is broken anywhere.
fn flat(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

const fn row(says: ReplyText, fragments: &'static [&'static str]) -> Pattern {
    Pattern { says, fragments }
}

/// The patterns, the most exact first.
#[rustfmt::skip] // a table is read by its columns
pub const PATTERNS: &[Pattern] = &[
    // What the SMTP inspection of Cisco firewalls leaves of the greeting and of STARTTLS.
    row(ReplyText::MaskedByFirewall, &["220 ***"]),
    row(ReplyText::MaskedByFirewall, &["xxxxxxxa"]),
    row(ReplyText::BlockListQueryRefused, &["spamhaus", "open resolver"]),
    row(ReplyText::BlockListQueryRefused, &["spamhaus", "public resolver"]),
    row(ReplyText::AuthorisationCodeNeeded, &["authorization code"]),
    row(ReplyText::AuthorisationCodeNeeded, &["authorisation code"]),
    row(ReplyText::AuthorisationCodeNeeded, &["授权码"]),
    row(ReplyText::AppPasswordNeeded, &["application-specific password"]),
    row(ReplyText::AppPasswordNeeded, &["application password"]),
    row(ReplyText::AppPasswordNeeded, &["app-specific password"]),
    row(ReplyText::AppPasswordNeeded, &["app password"]),
    row(ReplyText::AppPasswordNeeded, &["invalidsecondfactor"]),
    row(ReplyText::SmtpLoginDisabled, &["smtpclientauthentication is disabled"]),
    row(ReplyText::BasicAuthDisabled, &["basic authentication is disabled"]),
    row(ReplyText::BasicAuthDisabled, &["basic authentication is not supported"]),
    row(ReplyText::BrowserLoginNeeded, &["web login required"]),
    row(ReplyText::BrowserLoginNeeded, &["log in via your web browser"]),
    row(ReplyText::BrowserLoginNeeded, &["[webalert"]),
    row(ReplyText::UnsafeLogin, &["unsafe login"]),
    row(ReplyText::AuthenticatedNotConnected, &["authenticated but not connected"]),
    row(ReplyText::ServiceSwitchedOff, &["not enabled for pop"]),
    row(ReplyText::ServiceSwitchedOff, &["not enabled for imap"]),
    row(ReplyText::ServiceSwitchedOff, &["imap is disabled"]),
    row(ReplyText::ServiceSwitchedOff, &["imap access is disabled"]),
    row(ReplyText::ServiceSwitchedOff, &["pop is disabled"]),
    row(ReplyText::ServiceSwitchedOff, &["pop3 is disabled"]),
    row(ReplyText::ServiceSwitchedOff, &["pop access is disabled"]),
    row(ReplyText::ServiceSwitchedOff, &["user has no permission"]),
    row(ReplyText::DynamicAddress, &["dynamic ip"]),
    row(ReplyText::DynamicAddress, &["dynamic address"]),
    row(ReplyText::DynamicAddress, &["dynamically assigned"]),
    row(ReplyText::DynamicAddress, &["residential"]),
    row(ReplyText::DynamicAddress, &["dial-up"]),
    row(ReplyText::DynamicAddress, &["end-user"]),
    row(ReplyText::BlockList, &["blocked using"]),
    row(ReplyText::BlockList, &["spamhaus"]),
    row(ReplyText::BlockList, &["spamcop"]),
    row(ReplyText::BlockList, &["barracudacentral"]),
    row(ReplyText::BlockList, &["block list"]),
    row(ReplyText::BlockList, &["blocklist"]),
    row(ReplyText::BlockList, &["blacklist"]),
    row(ReplyText::BlockList, &["black list"]),
    row(ReplyText::BlockList, &["denylist"]),
    row(ReplyText::BlockList, &["dnsbl"]),
    row(ReplyText::BlockList, &["banned sending ip"]),
    row(ReplyText::BlockList, &["listed at"]),
    row(ReplyText::BlockList, &["listed by"]),
    row(ReplyText::EhloNameRefused, &["helo command rejected"]),
    row(ReplyText::EhloNameRefused, &["ehlo command rejected"]),
    row(ReplyText::EhloNameRefused, &["bad helo"]),
    row(ReplyText::EhloNameRefused, &["invalid helo"]),
    row(ReplyText::EhloNameRefused, &["invalid ehlo"]),
    row(ReplyText::EhloNameRefused, &["invalid domain name", "helo"]),
    row(ReplyText::EhloNameRefused, &["need fully-qualified hostname"]),
    row(ReplyText::ReverseDnsMissing, &["reverse hostname"]),
    row(ReplyText::ReverseDnsMissing, &["reverse dns"]),
    row(ReplyText::ReverseDnsMissing, &["reverse lookup"]),
    row(ReplyText::ReverseDnsMissing, &["ptr record"]),
    row(ReplyText::ReverseDnsMissing, &["no ptr"]),
    row(ReplyText::ReverseDnsMissing, &["rdns"]),
    row(ReplyText::ReverseDnsMissing, &["cannot find your hostname"]),
    row(ReplyText::RelayDenied, &["relay access denied"]),
    row(ReplyText::RelayDenied, &["relaying denied"]),
    row(ReplyText::RelayDenied, &["relay denied"]),
    row(ReplyText::RelayDenied, &["unable to relay"]),
    row(ReplyText::RelayDenied, &["relay not permitted"]),
    row(ReplyText::RelayDenied, &["relaying not allowed"]),
    row(ReplyText::RelayDenied, &["relaying not permitted"]),
    row(ReplyText::RelayDenied, &["not permitted to relay"]),
    row(ReplyText::RelayDenied, &["do not relay"]),
    row(ReplyText::TooManyConnections, &["too many connections"]),
    row(ReplyText::TooManyConnections, &["too many simultaneous"]),
    row(ReplyText::TooManyConnections, &["too many concurrent"]),
    row(ReplyText::TooManyConnections, &["maximum number of connections"]),
    row(ReplyText::TooManyConnections, &["connection limit"]),
    row(ReplyText::TooManyConnections, &["all server ports are busy"]),
    row(ReplyText::RateLimited, &["rate limit"]),
    row(ReplyText::RateLimited, &["too many auth"]),
    row(ReplyText::RateLimited, &["too many bad auth"]),
    row(ReplyText::RateLimited, &["too many login"]),
    row(ReplyText::RateLimited, &["too many errors"]),
    row(ReplyText::RateLimited, &["too many new tls sessions"]),
    row(ReplyText::RateLimited, &["too many messages"]),
    row(ReplyText::RateLimited, &["throttl"]),
    row(ReplyText::StartTlsRequired, &["must issue a starttls"]),
    row(ReplyText::StartTlsRequired, &["starttls first"]),
    row(ReplyText::StartTlsRequired, &["starttls command first"]),
    row(ReplyText::StartTlsRequired, &["starttls is required"]),
    row(ReplyText::StartTlsRequired, &["starttls required"]),
    row(ReplyText::StartTlsRequired, &["cleartext authentication disallowed"]),
    row(ReplyText::StartTlsRequired, &["plaintext authentication disallowed"]),
    row(ReplyText::StartTlsRequired, &["encryption required"]),
    row(ReplyText::StartTlsRequired, &["[privacyrequired]"]),
    row(ReplyText::TlsUnavailable, &["tls not available"]),
    row(ReplyText::TlsUnavailable, &["tls currently unavailable"]),
    row(ReplyText::SenderNotOwned, &["not owned by user"]),
    row(ReplyText::SenderNotOwned, &["must equal authorized user"]),
    row(ReplyText::SenderNotOwned, &["permissions to send as"]),
    row(ReplyText::SenderNotOwned, &["not allowed to send as"]),
    row(ReplyText::AuthenticationNotOffered, &["authentication not enabled"]),
    row(ReplyText::AuthenticationNotOffered, &["unrecognized authentication type"]),
    row(ReplyText::AuthenticationNotOffered, &["authentication mechanism not supported"]),
    row(ReplyText::AuthenticationNotOffered, &["auth command used when not advertised"]),
    row(ReplyText::AuthenticationRequired, &["authentication required"]),
    row(ReplyText::AuthenticationRequired, &["authentication is required"]),
    row(ReplyText::AuthenticationRequired, &["not authenticated"]),
    row(ReplyText::AuthenticationRequired, &["authenticate first"]),
    row(ReplyText::AuthenticationRequired, &["please authenticate"]),
    row(ReplyText::AuthenticationRequired, &["not logged in"]),
    row(ReplyText::Greylisted, &["greylist"]),
    row(ReplyText::Greylisted, &["graylist"]),
    row(ReplyText::Greylisted, &["grey list"]),
    row(ReplyText::Greylisted, &["postgrey"]),
    row(ReplyText::DmarcFailed, &["dmarc"]),
    row(ReplyText::DmarcFailed, &["sender is unauthenticated"]),
    row(ReplyText::SpfFailed, &["spf"]),
    row(ReplyText::DkimFailed, &["dkim"]),
    row(ReplyText::Reputation, &["reputation"]),
    row(ReplyText::Reputation, &["traffic not accepted from this ip"]),
    row(ReplyText::Reputation, &["unsolicited mail originating"]),
    row(ReplyText::MailboxFull, &["mailbox full"]),
    row(ReplyText::MailboxFull, &["mailbox is full"]),
    row(ReplyText::MailboxFull, &["over quota"]),
    row(ReplyText::MailboxFull, &["overquota"]),
    row(ReplyText::MailboxFull, &["quota exceeded"]),
    row(ReplyText::MailboxFull, &["exceeded storage"]),
    row(ReplyText::MessageTooLarge, &["message size exceeds"]),
    row(ReplyText::MessageTooLarge, &["message too large"]),
    row(ReplyText::MessageTooLarge, &["message too big"]),
    row(ReplyText::MessageTooLarge, &["message size limit"]),
    row(ReplyText::SenderDomainUnknown, &["sender address rejected", "domain"]),
    row(ReplyText::SenderDomainUnknown, &["domain of sender"]),
    row(ReplyText::SenderDomainUnknown, &["sender domain"]),
    row(ReplyText::NoMailService, &["no smtp service here"]),
    row(ReplyText::NoMailService, &["does not accept mail"]),
    row(ReplyText::NoMailService, &["nullmx"]),
    row(ReplyText::NoMailService, &["null mx"]),
    row(ReplyText::MailboxUnknown, &["user unknown"]),
    row(ReplyText::MailboxUnknown, &["unknown user"]),
    row(ReplyText::MailboxUnknown, &["unknown recipient"]),
    row(ReplyText::MailboxUnknown, &["no such user"]),
    row(ReplyText::MailboxUnknown, &["no such recipient"]),
    row(ReplyText::MailboxUnknown, &["recipient not found"]),
    row(ReplyText::MailboxUnknown, &["recipientnotfound"]),
    row(ReplyText::MailboxUnknown, &["invalid recipient"]),
    row(ReplyText::MailboxUnknown, &["mailbox not found"]),
    row(ReplyText::MailboxUnknown, &["no mailbox here"]),
    row(ReplyText::MailboxUnknown, &["account that you tried to reach does not exist"]),
    row(ReplyText::MailboxLocked, &["locked by another"]),
    row(ReplyText::MailboxLocked, &["mailbox is locked"]),
    row(ReplyText::MailboxLocked, &["mailbox locked"]),
    row(ReplyText::MailboxLocked, &["[in-use]"]),
    row(ReplyText::LoginTemporarilyUnavailable, &["temporary authentication failure"]),
    row(ReplyText::LoginTemporarilyUnavailable, &["temporary server error"]),
    row(ReplyText::LoginTemporarilyUnavailable, &["account is temporarily unavailable"]),
    row(ReplyText::AccountDisabled, &["user suspended"]),
    row(ReplyText::AccountDisabled, &["account suspended"]),
    row(ReplyText::AccountDisabled, &["account disabled"]),
    row(ReplyText::AccountDisabled, &["account is disabled"]),
    row(ReplyText::AccountDisabled, &["account has been suspended"]),
    row(ReplyText::AccountDisabled, &["account has been disabled"]),
    row(ReplyText::CredentialsRefused, &["username and password not accepted"]),
    row(ReplyText::CredentialsRefused, &["badcredentials"]),
    row(ReplyText::CredentialsRefused, &["invalid credentials"]),
    row(ReplyText::CredentialsRefused, &["invalid login"]),
    row(ReplyText::CredentialsRefused, &["authentication credentials invalid"]),
    row(ReplyText::CredentialsRefused, &["incorrect authentication data"]),
    row(ReplyText::CredentialsRefused, &["authentication failed"]),
    row(ReplyText::CredentialsRefused, &["authentication failure"]),
    row(ReplyText::CredentialsRefused, &["authentication unsuccessful"]),
    row(ReplyText::CredentialsRefused, &["authenticate failed"]),
    row(ReplyText::CredentialsRefused, &["login failed"]),
    row(ReplyText::CredentialsRefused, &["login fail"]),
    row(ReplyText::CredentialsRefused, &["logon failure"]),
    row(ReplyText::CredentialsRefused, &["bad password"]),
    row(ReplyText::CredentialsRefused, &["unable to log on"]),
    row(ReplyText::CredentialsRefused, &["[authenticationfailed]"]),
    row(ReplyText::ProtocolViolation, &["protocol synchronization"]),
    row(ReplyText::ProtocolViolation, &["improper command pipelining"]),
    row(ReplyText::ProtocolViolation, &["protocol error"]),
    row(ReplyText::IdleTimeout, &["timeout exceeded"]),
    row(ReplyText::IdleTimeout, &["idle timeout"]),
    row(ReplyText::IdleTimeout, &["autologout"]),
    row(ReplyText::IdleTimeout, &["inactivity"]),
    row(ReplyText::ShuttingDown, &["shutting down"]),
    row(ReplyText::ShuttingDown, &["shutdown"]),
    row(ReplyText::ShuttingDown, &["maintenance"]),
    row(ReplyText::ContentRefused, &["spam"]),
    row(ReplyText::ContentRefused, &["virus"]),
    row(ReplyText::ContentRefused, &["content rejected"]),
    row(ReplyText::ClientRefused, &["client host rejected"]),
    row(ReplyText::ClientRefused, &["access denied"]),
    row(ReplyText::ClientRefused, &["not authorized to connect"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_can_match_and_is_written_as_the_text_is_read() {
        for (index, row) in PATTERNS.iter().enumerate() {
            let text = row.fragments.join(" ");
            assert_eq!(
                flat(&text),
                text,
                "fragments are lower case with single spaces"
            );
            assert!(!row.fragments.is_empty());
            let first = PATTERNS
                .iter()
                .position(|other| other.fragments.iter().all(|f| text.contains(f)));
            assert_eq!(first, Some(index), "{row:?} is hidden by an earlier one");
        }
    }

    #[test]
    #[expect(clippy::too_many_lines, reason = "a table of replies")]
    fn well_known_replies_are_read_by_their_text() {
        use ReplyText as R;
        for (text, says) in [
            (
                "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://x",
                R::BlockList,
            ),
            (
                "554 5.7.1 blocked using zen.spamhaus.org; Error: open resolver; https://x",
                R::BlockListQueryRefused,
            ),
            (
                "450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]",
                R::ReverseDnsMissing,
            ),
            (
                "504 5.5.2 <pc>: Helo command rejected: need fully-qualified hostname",
                R::EhloNameRefused,
            ),
            (
                "530 5.7.0 Must issue a STARTTLS command first",
                R::StartTlsRequired,
            ),
            (
                "454 4.7.0 TLS not available due to local problem",
                R::TlsUnavailable,
            ),
            (
                "534-5.7.9 Application-specific password required. 534 5.7.9  InvalidSecondFactor",
                R::AppPasswordNeeded,
            ),
            (
                "535-5.7.8 Username and Password not accepted. BadCredentials",
                R::CredentialsRefused,
            ),
            (
                "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.",
                R::BasicAuthDisabled,
            ),
            (
                "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.",
                R::SmtpLoginDisabled,
            ),
            (
                "550 5.7.30 Basic authentication is not supported for Client Submission",
                R::BasicAuthDisabled,
            ),
            (
                "535 Login Fail. Please enter your authorization code to login.",
                R::AuthorisationCodeNeeded,
            ),
            (
                "454 4.7.1 <a@example.org>: Relay access denied",
                R::RelayDenied,
            ),
            (
                "553 5.7.1 <a@example.org>: Sender address rejected: not owned by user b",
                R::SenderNotOwned,
            ),
            (
                "553 5.7.1 <a@example.org>: Sender address rejected: not logged in",
                R::AuthenticationRequired,
            ),
            (
                "450 4.1.8 <a@example.org>: Sender address rejected: Domain not found",
                R::SenderDomainUnknown,
            ),
            (
                "450 4.2.0 <a@example.org>: Recipient address rejected: Greylisted",
                R::Greylisted,
            ),
            (
                "550 5.1.1 <a@example.org>: Recipient address rejected: User unknown in local recipient table",
                R::MailboxUnknown,
            ),
            (
                "421 4.7.0 Error: too many connections from 192.0.2.1",
                R::TooManyConnections,
            ),
            (
                "-ERR [IN-USE] Mailbox is locked by another POP3 session",
                R::MailboxLocked,
            ),
            (
                "NO [ALERT] Application-specific password required: https://x (Failure)",
                R::AppPasswordNeeded,
            ),
            (
                "NO SELECT Unsafe Login. Please contact kefu@188.com for help",
                R::UnsafeLogin,
            ),
            (
                "a1 NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)",
                R::CredentialsRefused,
            ),
            (
                "-ERR [SYS/PERM] Your account is not enabled for POP access",
                R::ServiceSwitchedOff,
            ),
            (
                "550 5.7.26 Unauthenticated email is not accepted due to domain's DMARC policy",
                R::DmarcFailed,
            ),
            (
                "421 4.4.2 mx.example.org Error: timeout exceeded",
                R::IdleTimeout,
            ),
        ] {
            assert_eq!(reply_text(text), Some(says), "{text}");
        }
        assert_eq!(reply_text("250 OK"), None);
        assert_eq!(reply_text(""), None);
    }

    #[test]
    fn a_reply_broken_over_lines_is_still_read() {
        assert_eq!(
            reply_text("554 5.7.1 blocked\r\n using x"),
            Some(ReplyText::BlockList)
        );
    }
}
