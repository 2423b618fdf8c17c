//! What a finding says of a reason why a login came to nothing: which, how bad, whose matter it is, and what to do.

use crate::codes::login::Cause;
use crate::failure::{Class, Permanence};
use crate::finding::{FindingId as Id, Owner, Severity};

use super::login::Why;

/// What a finding says of a reason.
pub(super) struct Row {
    pub(super) id: Id,
    pub(super) variant: Option<&'static str>,
    pub(super) severity: Severity,
    pub(super) owner: Owner,
    pub(super) steps: &'static [&'static str],
}

/// A matter of whoever owns the account, as most are.
const fn by(id: Id, steps: &'static [&'static str]) -> Row {
    Row {
        id,
        variant: None,
        severity: Severity::Error,
        owner: Owner::Account,
        steps,
    }
}

impl Row {
    const fn variant(self, variant: &'static str) -> Self {
        Self {
            variant: Some(variant),
            ..self
        }
    }

    const fn owner(self, owner: Owner) -> Self {
        Self { owner, ..self }
    }

    const fn inconclusive(self) -> Self {
        Self {
            severity: Severity::Inconclusive,
            ..self
        }
    }
}

const LOG_IN_ONCE: &str = "step-wait-and-log-in-once";
const TELL_SERVER: &str = "step-tell-server-of-login";
const SUBMISSION_PORT: &str = "step-use-submission-port";
const OFFER: &str = "step-offer-a-mechanism";
const SWITCH_ON: &str = "step-switch-protocol-on";
const WEBMAIL: &str = "step-try-webmail";
const WHICH_PASSWORD: &str = "step-which-password";
const BROWSER: &str = "step-sign-in-with-browser";
const STOP_PROGRAMS: &str = "step-stop-programs";

/// The row of a reason.
pub(super) fn of(why: Why) -> Row {
    match why {
        Why::Told(cause) => of_credentials(cause)
            .or_else(|| of_account(cause))
            .unwrap_or_else(|| of_server(cause)),
        Why::OnlyHere => by(Id::ProtocolDisabled, &[SWITCH_ON]).variant("only-here"),
        Why::Unproved => {
            let steps = &["step-try-other-network", "step-ask-who-answers"];
            by(Id::Intercepted, steps)
                .variant("unproved")
                .owner(Owner::Unknown)
        }
        why => at_server(why),
    }
}

/// What is the server's matter, or nobody's that is known, and no answer of the server says.
fn at_server(why: Why) -> Row {
    let failure = |steps, variant| {
        by(Id::LoginServerFailure, steps)
            .variant(variant)
            .owner(Owner::Server)
    };
    let offers = |steps, variant| {
        by(Id::MechanismNotOffered, steps)
            .variant(variant)
            .owner(Owner::Server)
    };
    match why {
        Why::NotOpened => failure(&[TELL_SERVER], "mailbox"),
        Why::Misbehaved => failure(&[TELL_SERVER], "misbehaved"),
        Why::NoMechanism => offers(&[OFFER], "none-in-common"),
        Why::NothingOffered => offers(&[SUBMISSION_PORT, OFFER], "nothing"),
        Why::LoginDisabled => offers(&[OFFER], "login-disabled"),
        Why::Unencrypted => offers(&[SUBMISSION_PORT], "unencrypted"),
        Why::NoAnswer(Class::Timeout) => {
            failure(&[LOG_IN_ONCE, TELL_SERVER], "silent").inconclusive()
        }
        Why::NoAnswer(Class::Closed | Class::Reset) => {
            failure(&[LOG_IN_ONCE, TELL_SERVER], "closed").inconclusive()
        }
        // What stopped the second connection, the first one says nothing of.
        Why::NoAnswer(_) => failure(&[LOG_IN_ONCE, TELL_SERVER], "second-connection")
            .owner(Owner::Unknown)
            .inconclusive(),
        Why::Untold(Permanence::Temporary) => failure(&[LOG_IN_ONCE], "for-now")
            .owner(Owner::Account)
            .inconclusive(),
        Why::Untold(Permanence::Permanent) | Why::Told(_) | Why::OnlyHere | Why::Unproved => {
            let steps = &["step-read-refusal", "step-check-password"];
            by(Id::LoginRefused, steps).variant("unclear")
        }
    }
}

/// The password or the token: wrong, or of the wrong kind.
fn of_credentials(cause: Cause) -> Option<Row> {
    Some(match cause {
        Cause::Credentials => by(
            Id::LoginRefused,
            &["step-check-password", "step-check-user-name"],
        ),
        Cause::CredentialsOrAppPassword => {
            by(Id::LoginRefused, &[WEBMAIL, WHICH_PASSWORD]).variant("or-app-password")
        }
        Cause::CredentialsOrService => {
            by(Id::LoginRefused, &[WEBMAIL, SWITCH_ON]).variant("or-service")
        }
        Cause::Listed => {
            by(Id::LoginRefused, &[WEBMAIL, SWITCH_ON, WHICH_PASSWORD]).variant("listed")
        }
        Cause::AppPassword => by(Id::AppPasswordRequired, &[WHICH_PASSWORD]),
        Cause::PasswordLogin => by(
            Id::PasswordLoginDisabled,
            &["step-choose-oauth", "step-another-relay"],
        ),
        Cause::Token => by(Id::TokenRefused, &["step-new-token", "step-token-scope"]),
        _ => return None,
    })
}

/// The account, and what may be done with it.
fn of_account(cause: Cause) -> Option<Row> {
    Some(match cause {
        Cause::Browser => by(Id::WebLoginRequired, &[BROWSER, WHICH_PASSWORD]),
        Cause::ServiceOff => by(Id::ProtocolDisabled, &[SWITCH_ON]),
        Cause::NotConnected => {
            by(Id::ProtocolDisabled, &[SWITCH_ON, "step-token-scope"]).variant("not-connected")
        }
        Cause::Policy => by(Id::LoginBlockedByPolicy, &["step-ask-administrator"]),
        Cause::ProgramUnknown => {
            by(Id::LoginBlockedByPolicy, &[WHICH_PASSWORD, BROWSER]).variant("program")
        }
        Cause::AccountLocked => by(Id::AccountLocked, &[BROWSER, "step-ask-provider-to-unlock"]),
        Cause::RateLimited => {
            by(Id::LoginRateLimited, &[STOP_PROGRAMS, LOG_IN_ONCE]).inconclusive()
        }
        Cause::Held => by(Id::LoginRateLimited, &[STOP_PROGRAMS, LOG_IN_ONCE])
            .variant("held")
            .inconclusive(),
        Cause::Source => by(Id::SourceNotRegistered, &["step-register-source"]),
        Cause::Sender => by(Id::SenderNotAllowed, &["step-own-sender"]),
        Cause::WrongServer => by(Id::WrongServerForAccount, &["step-servers-of-account"]),
        Cause::Full => by(Id::MailboxFull, &["step-empty-mailbox"]).variant("own"),
        _ => return None,
    })
}

/// The server, by its own word.
fn of_server(cause: Cause) -> Row {
    let row = match cause {
        Cause::Mechanism => by(Id::MechanismNotOffered, &[SUBMISSION_PORT, OFFER]),
        Cause::Encryption => by(Id::MechanismNotOffered, &[TELL_SERVER]).variant("encryption"),
        _ => by(Id::LoginServerFailure, &[LOG_IN_ONCE, TELL_SERVER]),
    };
    row.owner(Owner::Server)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_about_the_finding_that_the_cause_has() {
        for cause in Cause::ALL {
            assert_eq!(of(Why::Told(cause)).id.name(), cause.finding(), "{cause:?}");
        }
    }
}
