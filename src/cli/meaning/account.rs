//! What the options mean that log in and hand over mail.

use data_encoding::HEXLOWER_PERMISSIVE;

use super::{Presentation, UsageError};
use crate::cli::CheckArgs;
use crate::cli::account::AccountArgs;
use crate::plan::{LoginWith, Transaction};
use crate::report::Format;
use crate::secret::Source;
use crate::target::{Mailbox, Target};
use crate::words::{Said, Sentence};
use crate::{args, said_errors};

/// A login as it was asked for: everything but the secret itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoginAsked {
    /// The user name; `None` where it follows from the mail address that is the target.
    pub user: Option<String>,
    /// Where the secret is to come from.
    pub source: Source,
    /// What the secret is.
    pub with: LoginWith,
    /// The SHA-256 of the one certificate that is good enough.
    pub anyway: Option<[u8; 32]>,
}

/// Octets of a path in a command, without its brackets (RFC 5321 section 4.5.3.1.3).
const MAX_PATH: usize = 254;

/// Why options for logins and for handing over mail make no plan. None of the sentences repeats what may be a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountError {
    /// An option that says how to log in, where nobody logs in.
    WithoutLogin {
        /// The option.
        option: &'static str,
    },
    /// Two options that say where the secret comes from.
    TwoSources {
        /// The first.
        option: &'static str,
        /// The other one.
        other: &'static str,
    },
    /// No user name, and none that follows from the target.
    NoUser {
        /// The target as typed.
        target: String,
    },
    /// A user name that is none; a password behind a colon is one reason.
    User,
    /// A fingerprint that is no SHA-256.
    Fingerprint,
    /// A descriptor that is no number.
    Descriptor,
    /// The same for the password of the proxy.
    ProxyDescriptor,
    /// More than one target.
    Targets {
        /// The option that wants a single one.
        option: &'static str,
    },
    /// A format that is read by what asks again every few minutes.
    Monitor {
        /// The option that does not go with it.
        option: &'static str,
        /// The format.
        format: Format,
    },
    /// An address that cannot stand in a command.
    Address {
        /// As typed.
        value: String,
        /// The option.
        option: &'static str,
    },
    /// An option that means nothing without another one.
    Lacks {
        /// The option that was typed.
        option: &'static str,
        /// What it needs.
        other: &'static str,
    },
}

said_errors!(AccountError);

impl Said for AccountError {
    fn said(&self) -> Sentence {
        let (id, args) = match self {
            Self::WithoutLogin { option } => ("usage-without-login", args! { "option" => *option }),
            Self::TwoSources { option, other } => (
                "usage-two-secrets",
                args! { "option" => *option, "other" => *other },
            ),
            Self::NoUser { target } => ("usage-no-user", args! { "target" => target.as_str() }),
            Self::User => ("usage-bad-user", args! {}),
            Self::Fingerprint => ("usage-fingerprint", args! {}),
            Self::Descriptor => ("usage-descriptor", args! { "option" => "--password-fd" }),
            Self::ProxyDescriptor => (
                "usage-descriptor",
                args! { "option" => "--proxy-password-fd" },
            ),
            Self::Targets { option } => ("usage-one-target", args! { "option" => *option }),
            Self::Monitor { option, format } => (
                "usage-no-monitor",
                args! { "option" => *option, "format" => format.name() },
            ),
            Self::Address { value, option } => (
                "usage-no-path",
                args! {
                    "value" => value.as_str(),
                    "option" => *option,
                    "of" => if *option == "--from" { "sender" } else { "recipient" },
                },
            ),
            Self::Lacks { option, other } => (
                "usage-lacks",
                args! { "option" => *option, "other" => *other },
            ),
        };
        Sentence { id, args }
    }
}

impl From<AccountError> for UsageError {
    fn from(error: AccountError) -> Self {
        Self::Account(error)
    }
}

/// The login that was asked for, where it and the transaction go with the targets and with who reads the report.
pub fn login(
    args: &CheckArgs,
    targets: &[Target],
    presentation: &Presentation,
) -> Result<Option<LoginAsked>, UsageError> {
    let account = &args.account;
    let (source, with) = source(account)?;
    if let Some(option) = account.doing() {
        // A list is never looked into for that: it has as many targets as it has.
        if targets.len() != 1 || args.list.is_some() {
            return Err(AccountError::Targets { option }.into());
        }
        unmonitored(option, presentation)?;
    }
    if !account.login {
        return Ok(None);
    }
    let user = account.user.as_deref().map(user).transpose()?;
    if let ([target], None) = (targets, &user)
        && target.mailbox.is_none()
    {
        let target = target.typed.clone();
        return Err(AccountError::NoUser { target }.into());
    }
    let anyway = account.login_anyway.as_deref().map(fingerprint);
    Ok(Some(LoginAsked {
        user,
        source,
        with,
        anyway: anyway.transpose()?,
    }))
}

/// Where the secret comes from, and what it is.
fn source(account: &AccountArgs) -> Result<(Source, LoginWith), AccountError> {
    let AccountArgs {
        password_file: file,
        password_fd: descriptor,
        password_command: command,
        oauth_token_command: token,
        ..
    } = account;
    let given = [
        ("--password-file", file.is_some()),
        ("--password-fd", descriptor.is_some()),
        ("--password-command", command.is_some()),
        ("--oauth-token-command", token.is_some()),
    ];
    let of_login = [
        ("--user", account.user.is_some()),
        ("--login-anyway", account.login_anyway.is_some()),
    ];
    let stray = given.into_iter().chain(of_login).find(|(_, is)| *is);
    if let (false, Some((option, _))) = (account.login, stray) {
        return Err(AccountError::WithoutLogin { option });
    }
    let mut given = given.into_iter().filter(|(_, is)| *is);
    if let (Some((option, _)), Some((other, _))) = (given.next(), given.next()) {
        return Err(AccountError::TwoSources { option, other });
    }
    Ok(match (file, descriptor, command, token) {
        (Some(path), ..) => (Source::File(path.clone()), LoginWith::Password),
        (None, Some(number), ..) => (
            Source::Descriptor(self::descriptor(number)?),
            LoginWith::Password,
        ),
        (None, None, Some(command), _) => (Source::Command(command.clone()), LoginWith::Password),
        (None, None, None, Some(token)) => (Source::TokenCommand(token.clone()), LoginWith::Token),
        (None, None, None, None) => (Source::VariableOrPrompt, LoginWith::Password),
    })
}

pub(super) fn descriptor(typed: &str) -> Result<u32, AccountError> {
    let digits = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
    let number = typed.parse().ok().filter(|_| digits);
    number.ok_or(AccountError::Descriptor)
}

/// curl and others take the password behind a colon.
fn user(typed: &str) -> Result<String, AccountError> {
    let good = |c: char| c != ':' && !c.is_control();
    if typed.trim().is_empty() || !typed.chars().all(good) {
        return Err(AccountError::User);
    }
    Ok(typed.to_owned())
}

/// As `openssl x509 -fingerprint` prints it, with its label, and as certificate viewers do, in groups.
fn fingerprint(typed: &str) -> Result<[u8; 32], AccountError> {
    let bare = typed.rsplit_once('=').map_or(typed, |(_, digits)| digits);
    let digits: String = bare.chars().filter(|c| !matches!(c, ':' | ' ')).collect();
    let bytes = HEXLOWER_PERMISSIVE.decode(digits.as_bytes());
    let bytes = bytes.map_err(|_| AccountError::Fingerprint)?;
    bytes.try_into().map_err(|_| AccountError::Fingerprint)
}

/// Whoever watches a server asks every few minutes, and an account is locked for that.
fn unmonitored(option: &'static str, presentation: &Presentation) -> Result<(), AccountError> {
    let files = presentation.outputs.iter().map(|output| output.format);
    let mut formats = std::iter::once(presentation.format).chain(files);
    let monitor = formats.find(|format| matches!(format, Format::Nagios | Format::Prometheus));
    monitor.map_or(Ok(()), |format| {
        Err(AccountError::Monitor { option, format })
    })
}

/// The commands to go through, as `--from`, `--rcpt` and `--send` say.
pub(super) fn transaction(account: &AccountArgs) -> Result<Option<Transaction>, AccountError> {
    let lacks = |option, other| Err(AccountError::Lacks { option, other });
    match (&account.from, &account.rcpt) {
        (None, None) if account.send => lacks("--send", "--from"),
        (None, None) => Ok(None),
        (Some(_), None) => lacks("--from", "--rcpt"),
        (None, Some(_)) => lacks("--rcpt", "--from"),
        (Some(from), Some(to)) => Ok(Some(Transaction {
            from: match from.as_str() {
                "<>" => String::new(),
                address => path(address, "--from")?,
            },
            to: path(to, "--rcpt")?,
            send: account.send,
        })),
    }
}

/// An address as it may stand between the brackets of a command: nothing in it ends the path or the line.
fn path(typed: &str, option: &'static str) -> Result<String, AccountError> {
    let bad = || AccountError::Address {
        value: typed.to_owned(),
        option,
    };
    let plain = Some(typed).filter(|typed| !typed.contains(char::is_control));
    let mailbox = plain.and_then(Mailbox::read).ok_or_else(bad)?;
    let path = format!("{}@{}", mailbox.local(), mailbox.domain.ascii);
    Some(path)
        .filter(|path| path.len() <= MAX_PATH)
        .ok_or_else(bad)
}

#[cfg(test)]
mod tests;
