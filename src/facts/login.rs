//! What came of logging in, where the user wanted that.

use std::time::Duration;

use super::Line;
use crate::failure::{CertificateProblem, Failure, Permanence};
use crate::sasl::Broken;
use crate::wire::Text;

/// One attempt to log in, or the reason why none was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Login {
    /// The place in [`super::Facts::checks`] of the check whose server was asked.
    pub check: usize,
    /// The user name that was given.
    pub user: String,
    /// How, where it came to that.
    pub method: Option<Method>,
    /// A token was given, and no password.
    pub by_token: bool,
    /// What the server offers to log in with, in its order.
    pub offered: Vec<String>,
    /// What was said, line by line; where the secret was said, only that it was.
    pub dialogue: Vec<Line>,
    /// What came of it.
    pub outcome: LoginOutcome,
    /// From the beginning of the connection.
    pub elapsed: Duration,
}

/// A way to log in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// A mechanism of SASL that takes a password.
    Sasl(crate::sasl::Mechanism),
    /// `AUTH XOAUTH2`.
    XOAuth2,
    /// `AUTH OAUTHBEARER` (RFC 7628).
    OAuthBearer,
    /// LOGIN of IMAP (RFC 9051 section 6.2.3).
    ImapLogin,
    /// USER and PASS of POP3 (RFC 1939 section 7).
    UserPass,
    /// APOP of POP3 (RFC 1939 section 7).
    Apop,
}

impl Method {
    /// The registered name, or the command.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sasl(mechanism) => mechanism.name(),
            Self::XOAuth2 => "XOAUTH2",
            Self::OAuthBearer => "OAUTHBEARER",
            Self::ImapLogin => "IMAP LOGIN",
            Self::UserPass => "USER/PASS",
            Self::Apop => "APOP",
        }
    }
}

/// What came of an attempt.
#[derive(Clone, Debug, PartialEq)]
pub enum LoginOutcome {
    /// The server let the user in.
    Accepted(Opened),
    /// The server said no.
    Refused(Refused),
    /// Nothing secret was sent.
    NotTried(NotTried),
    /// The server broke the rules of the mechanism.
    Broken(Broken),
    /// The connection came to nothing, before the answer or instead of it.
    Failed(Failure),
}

/// What the server said instead of yes.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The answer, line by line.
    pub reply: Vec<Text>,
    /// Whether it says that a later attempt may do.
    pub permanence: Permanence,
    /// What the server said of the token, decoded (RFC 7628 section 3.2.2), where it said that.
    pub token: Option<String>,
}

/// What stood behind the login.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// How many messages INBOX has; of POP3, the mailbox. `None` where nothing was opened.
    pub messages: Option<u64>,
    /// How many mailboxes there are. IMAP alone.
    pub mailboxes: Option<usize>,
    /// The refusal, where the mailbox could not be opened.
    pub refused: Option<Refused>,
}

/// Why nothing was tried.
#[derive(Clone, Debug, PartialEq)]
pub enum NotTried {
    /// No check of the protocol came as far as an offer.
    NoWorkingService,
    /// The certificate cannot be trusted, so nobody knows who would read the password.
    Untrusted(Vec<CertificateProblem>),
    /// There was no TLS.
    Unencrypted,
    /// The server says LOGINDISABLED (RFC 9051 section 7.2.2).
    LoginDisabled,
    /// The server offers no login here.
    NothingOffered,
    /// The server offers none of the mechanisms that are spoken here, for what was given.
    NoCommonMechanism,
    /// The server was already content with the client (PREAUTH).
    Preauthenticated,
    /// The login before it did not come about.
    NotLoggedIn,
    /// An address has other letters than those of ASCII, and the server does not offer SMTPUTF8 (RFC 6531).
    AddressNotAscii,
}

impl NotTried {
    /// The name in the JSON output and in the cases of sentences.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::NoWorkingService => "no-working-service",
            Self::Untrusted(_) => "untrusted",
            Self::Unencrypted => "unencrypted",
            Self::LoginDisabled => "login-disabled",
            Self::NothingOffered => "nothing-offered",
            Self::NoCommonMechanism => "no-common-mechanism",
            Self::Preauthenticated => "preauthenticated",
            Self::NotLoggedIn => "not-logged-in",
            Self::AddressNotAscii => "address-not-ascii",
        }
    }
}
