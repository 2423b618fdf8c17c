//! What the answer to a login means. Servers answer with a code of a few digits for a dozen causes, so the order of
//! witnesses is: whose server it is, what the text says, the response code in brackets, and last the reply code.

mod codes;
#[cfg(test)]
mod tests;
mod words;

use crate::providers::{Password, Provider};
use crate::service::Protocol;

use super::reply::{self, ReplyText};

/// Why a login, or what follows it, was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// The user name or the password is wrong, as far as the server says.
    Credentials,
    /// The answer is the same for a wrong password and for one of the account where an app password or an authorization
    /// code is wanted.
    CredentialsOrAppPassword,
    /// The answer is the same for a wrong password and for a service that is switched off.
    CredentialsOrService,
    /// The answer lists several causes, and no one can tell which it is.
    Listed,
    /// An app password or an authorization code is wanted.
    AppPassword,
    /// The account holder has to sign in with a browser first.
    Browser,
    /// The protocol is switched off for the account or the organisation.
    ServiceOff,
    /// Passwords are not taken at all, tokens are.
    PasswordLogin,
    /// A rule of the organisation forbids it.
    Policy,
    /// The account is locked, suspended or expired, or its password has expired.
    AccountLocked,
    /// Too many logins, sessions or failures in a short time.
    RateLimited,
    /// The mechanism, or any login at all, is not offered here.
    Mechanism,
    /// TLS has to come first.
    Encryption,
    /// The token was refused.
    Token,
    /// The server could not tell: something of its own failed.
    Server,
    /// The address that the client comes from is not let in.
    Source,
    /// The address may not send under this name.
    Sender,
    /// The server takes no part in this: it is another one's account.
    WrongServer,
    /// The server wants the program to say what it is (IMAP ID).
    ProgramUnknown,
    /// The login was taken, and the mailbox behind it cannot be opened.
    NotConnected,
    /// The mailbox is full.
    Full,
    /// Another session holds the mailbox.
    Held,
}

/// A login and the answer to it.
#[derive(Clone, Copy, Debug)]
pub struct Answer<'a> {
    /// What was spoken.
    pub protocol: Protocol,
    /// Whose server it is, where that is known.
    pub server_of: Option<&'static Provider>,
    /// Whose account it is, where that is known.
    pub account_of: Option<&'static Provider>,
    /// A token was given, and no password.
    pub by_token: bool,
    /// The answer, lines joined by line feeds, as far as it is text.
    pub text: &'a str,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 22] = [
        Self::Credentials,
        Self::CredentialsOrAppPassword,
        Self::CredentialsOrService,
        Self::Listed,
        Self::AppPassword,
        Self::Browser,
        Self::ServiceOff,
        Self::PasswordLogin,
        Self::Policy,
        Self::AccountLocked,
        Self::RateLimited,
        Self::Mechanism,
        Self::Encryption,
        Self::Token,
        Self::Server,
        Self::Source,
        Self::Sender,
        Self::WrongServer,
        Self::ProgramUnknown,
        Self::NotConnected,
        Self::Full,
        Self::Held,
    ];

    /// The id of the finding that tells of it.
    pub const fn finding(self) -> &'static str {
        match self {
            // No one but the account holder can tell a wrong password from one of the wrong kind.
            Self::Credentials
            | Self::CredentialsOrAppPassword
            | Self::CredentialsOrService
            | Self::Listed => "login-refused",
            Self::AppPassword => "app-password-required",
            Self::Browser => "web-login-required",
            Self::ServiceOff | Self::NotConnected => "protocol-disabled",
            Self::PasswordLogin => "password-login-disabled",
            Self::Policy | Self::ProgramUnknown => "login-blocked-by-policy",
            Self::AccountLocked => "account-locked",
            Self::Full => "mailbox-full",
            Self::RateLimited | Self::Held => "login-rate-limited",
            Self::Mechanism | Self::Encryption => "mechanism-not-offered",
            Self::Token => "token-refused",
            Self::Server => "login-server-failure",
            Self::Source => "source-not-registered",
            Self::Sender => "sender-not-allowed",
            Self::WrongServer => "wrong-server-for-account",
        }
    }
}

impl Answer<'_> {
    /// What the answer means. `None` where it says nothing of a login that is known.
    pub fn cause(self) -> Option<Cause> {
        let said = |says| self.said(says);
        let by_words = || self.no_mailbox().or_else(|| self.unknown());
        let by_text = || reply::reply_text(self.text).map_or_else(by_words, said);
        let cause = self.at_login().or_else(by_text)?;
        Some(if cause.is_of_credentials() && self.is_elsewhere() {
            Cause::WrongServer
        } else {
            cause
        })
    }

    /// Whether the code alone says that a login was refused.
    pub fn is_plain_refusal(self) -> bool {
        codes::says(self.protocol, self.text) == Some(codes::Says::Refused)
    }

    /// What the sentences mean that say less, or something else, where no login is answered.
    fn at_login(self) -> Option<Cause> {
        if codes::is_dropped_by_exchange(self.text) {
            return Some(self.token_or(Cause::Server));
        }
        let text = self.text.to_lowercase();
        let row = AT_LOGIN.iter().find(|(words, _)| text.contains(words))?;
        Some(row.1)
    }

    /// What a known text means where it answers a login.
    fn said(self, says: ReplyText) -> Option<Cause> {
        Some(match says {
            ReplyText::CredentialsRefused => self.refused(),
            ReplyText::CredentialsOrService => Cause::CredentialsOrService,
            ReplyText::LoginCausesListed => Cause::Listed,
            ReplyText::AppPasswordNeeded if codes::is_one_of_two(self.text) => self.credentials(),
            ReplyText::AppPasswordNeeded | ReplyText::AuthorisationCodeNeeded => Cause::AppPassword,
            ReplyText::BrowserLoginNeeded => Cause::Browser,
            ReplyText::SmtpLoginDisabled | ReplyText::ServiceSwitchedOff => Cause::ServiceOff,
            ReplyText::BasicAuthDisabled => self.token_or(Cause::PasswordLogin),
            ReplyText::LoginPolicy => Cause::Policy,
            ReplyText::AccountDisabled | ReplyText::SenderBlocked => Cause::AccountLocked,
            ReplyText::TooManyFailedLogins
            | ReplyText::TooManyConnections
            | ReplyText::RateLimited
            | ReplyText::SendingLimit => Cause::RateLimited,
            ReplyText::AuthenticationNotOffered => Cause::Mechanism,
            ReplyText::StartTlsRequired => Cause::Encryption,
            ReplyText::TokenRefused if self.is_of_token() => Cause::Token,
            ReplyText::TokenRefused | ReplyText::RefusedEitherWay => self.credentials(),
            ReplyText::LoginTemporarilyUnavailable
            | ReplyText::ExchangeFrontEnd
            | ReplyText::TlsUnavailable
            | ReplyText::ServerTrouble
            | ReplyText::ShuttingDown => Cause::Server,
            ReplyText::SourceNotRegistered => Cause::Source,
            // Most relays are refused for want of a login; some name the address of the client.
            ReplyText::RelayDenied if words::reason(self.text) == Some(Cause::Source) => {
                Cause::Source
            }
            ReplyText::SenderNotOwned | ReplyText::SenderRefused => Cause::Sender,
            ReplyText::UnsafeLogin => Cause::ProgramUnknown,
            ReplyText::AuthenticatedNotConnected | ReplyText::MailboxRights => Cause::NotConnected,
            ReplyText::MailboxFull => Cause::Full,
            ReplyText::MailboxLocked => Cause::Held,
            // Nobody has logged in; some say so of a login that they refuse.
            ReplyText::AuthenticationRequired => {
                let refused = || self.is_plain_refusal().then(|| self.credentials());
                return words::reason(self.text).or_else(refused);
            }
            ReplyText::MailboxUnknown if self.is_refused_login() => {
                words::reason(self.text).unwrap_or_else(|| codes::unknown(self.protocol, self.text))
            }
            // Their words are those of many refusals: the code is the better witness.
            ReplyText::ClientRefused
            | ReplyText::ProtocolViolation
            | ReplyText::SenderDomainUnknown => return self.unknown(),
            ReplyText::MailboxUnknown
            | ReplyText::BlockListQueryRefused
            | ReplyText::BlockList
            | ReplyText::DynamicAddress
            | ReplyText::Reputation
            | ReplyText::DomainReputation
            | ReplyText::RecipientUnchecked
            | ReplyText::EhloNameRefused
            | ReplyText::ReverseDnsMissing
            | ReplyText::RelayDenied
            | ReplyText::ForwardingForbidden
            | ReplyText::RecipientBusy
            | ReplyText::RecipientSuppressed
            | ReplyText::Greylisted
            | ReplyText::DmarcFailed
            | ReplyText::SpfFailed
            | ReplyText::DkimFailed
            | ReplyText::RecipientDomainUnknown
            | ReplyText::TooManyRecipients
            | ReplyText::MessageTooLarge
            | ReplyText::NoMailService
            | ReplyText::ContentRefused
            | ReplyText::IdleTimeout
            | ReplyText::MaskedByFirewall
            | ReplyText::CutOffInFront => return None,
        })
    }

    /// What a text means that speaks of a refusal and gives no reason: an exact code beside it is the better witness.
    fn refused(self) -> Cause {
        let coded = || self.coded().filter(|_| codes::is_exact(self.text));
        let reason = words::reason(self.text).or_else(coded);
        reason.unwrap_or_else(|| self.credentials())
    }

    /// What it means that there is no mailbox of that name, where it is one of the login's own.
    fn no_mailbox(self) -> Option<Cause> {
        let text = self.text.to_lowercase();
        let any = |words: &[&str]| words.iter().any(|word| text.contains(word));
        let missing = any(&["not exist", "n't exist", "not found", "no such", "unknown"])
            && any(&["mailbox", "maildrop", "inbox"]);
        (missing && self.protocol != Protocol::Smtp)
            .then(|| codes::unknown(self.protocol, self.text))
    }

    /// What a text means that no table knows: by its words, by its codes, and last as a refusal without a reason.
    fn unknown(self) -> Option<Cause> {
        if !codes::is_refusal(self.protocol, self.text) {
            return None;
        }
        let refused = || {
            let login = self.is_refused_login() && words::is_refused(self.text);
            login.then(|| self.credentials())
        };
        let reason = words::reason(self.text);
        reason.or_else(|| self.coded()).or_else(refused)
    }

    /// What the codes mean where the text is not known.
    fn coded(self) -> Option<Cause> {
        use codes::Says;
        Some(match codes::says(self.protocol, self.text)? {
            Says::Refused => self.credentials(),
            Says::TooLong => self.token_or(Cause::Mechanism),
            Says::Expired => self.token_or(Cause::AccountLocked),
            Says::This(cause) => cause,
        })
    }

    /// What a refusal means that gives no reason beyond the user name and the password.
    fn credentials(self) -> Cause {
        if self.by_token {
            return Cause::Token;
        }
        let Some(server) = self.server_of else {
            return Cause::Credentials;
        };
        match server.password {
            Password::OAuthOnly => self.at_microsoft(),
            Password::Mailbox if server.switched_on_first => Cause::CredentialsOrService,
            Password::Mailbox => Cause::Credentials,
            Password::AppPassword
            | Password::AppPasswordWithTwoSteps
            | Password::AuthorizationCode
            | Password::ClientPasswordIfAsked
            | Password::Separate
            | Password::Bridge => Cause::CredentialsOrAppPassword,
        }
    }

    /// Microsoft's own servers take no password for IMAP and POP3 since 2022, whatever the answer; for SMTP some
    /// organisations still have it on, and only a sentence that names the password can mean it.
    fn at_microsoft(self) -> Cause {
        let text = self.text.to_lowercase();
        match self.protocol {
            Protocol::Imap | Protocol::Pop3 => Cause::PasswordLogin,
            Protocol::Smtp if text.contains("credentials were") => Cause::Credentials,
            Protocol::Smtp => Cause::CredentialsOrService,
        }
    }

    /// Whether the token is meant: it was given, or the answer speaks of one.
    fn is_of_token(self) -> bool {
        let text = self.text.to_lowercase();
        // The last is the beginning of the JSON that tells of a token (RFC 7628 section 3.2.2), in base64.
        let signs = ["token", "bearer", "oauth", "invalid_grant", "eyjz"];
        self.by_token || signs.iter().any(|sign| text.contains(sign))
    }

    const fn token_or(self, cause: Cause) -> Cause {
        if self.by_token { Cause::Token } else { cause }
    }

    /// Whether a name that is unknown can only be the one that logged in.
    fn is_refused_login(self) -> bool {
        self.protocol != Protocol::Smtp || codes::is_refused_login(self.text)
    }

    /// Whether the account is another house's than the server. One house may stand in the table under several names.
    fn is_elsewhere(self) -> bool {
        let (Some(server), Some(account)) = (self.server_of, self.account_of) else {
            return false;
        };
        let has = |host: &str| account.servers.iter().any(|own| own.host == host);
        server.name != account.name && !server.servers.iter().any(|theirs| has(theirs.host))
    }
}

impl Cause {
    /// Whether a server answers so to an account that it does not know.
    const fn is_of_credentials(self) -> bool {
        matches!(
            self,
            Self::Credentials
                | Self::CredentialsOrAppPassword
                | Self::CredentialsOrService
                | Self::Listed
                | Self::PasswordLogin
                | Self::Token
        )
    }
}

/// Sentences in lower case, and what they mean as answers to a login.
const AT_LOGIN: &[(&str, Cause)] = &[
    // Yandex does not trust the account, whatever the password: its sources call it bad karma.
    ("authenticate ommm", Cause::Policy),
    ("login ommm", Cause::Policy),
    // Coremail's POP3, for a wrong password as for a service that was never switched on.
    ("-err unable to log on", Cause::CredentialsOrService),
    // Microsoft 365 knows the organisation of a relaying client by its address.
    ("tenantattribution", Cause::Source),
    ("5.7.8 access restricted", Cause::Policy),
    // NetEase has shut the address out, whatever the password.
    ("err.login.ipdeny", Cause::Source),
    // Tencent Exmail, for a busy system as for a service that is off and for another kind of password (harbor#1271).
    ("authentication failed, system busy", Cause::Listed),
];
