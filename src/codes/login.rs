//! What the answer to a login means. Servers answer with a code of a few digits for a dozen causes, so the order of
//! witnesses is: whose server it is, what the text says, and last the code.

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
    /// The account is locked, suspended or expired.
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

impl Answer<'_> {
    /// What the answer means. `None` where it says nothing that is known.
    pub fn cause(self) -> Option<Cause> {
        let says = reply::reply_text(self.text)?;
        let cause = match says {
            ReplyText::CredentialsRefused => self.credentials(),
            ReplyText::AppPasswordNeeded | ReplyText::AuthorisationCodeNeeded => Cause::AppPassword,
            _ => return None,
        };
        Some(cause)
    }

    fn credentials(self) -> Cause {
        let wants_another = |provider: &Provider| provider.password != Password::Mailbox;
        if self.server_of.is_some_and(wants_another) {
            Cause::CredentialsOrAppPassword
        } else {
            Cause::Credentials
        }
    }
}
