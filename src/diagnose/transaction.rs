//! What came of the commands that hand over mail.

use crate::args;
use crate::codes::reply::{ReplyText, reply_text};
use crate::codes::smtp;
use crate::facts::{MailCommand, NotTried, Refused, Transaction, TransactionOutcome};
use crate::failure::Permanence;
use crate::finding::{Finding, FindingId, Owner, Severity};

use super::case::Case;
use super::draft::sentence;
use super::read;

/// Why the mail would not be taken, or was not. An acceptance is a fact of the report and no finding.
pub(super) fn outcome(case: &mut Case<'_>) {
    let Some(transaction) = &case.facts.transaction else {
        return;
    };
    let finding = match &transaction.outcome {
        TransactionOutcome::Refused(command, refused) => {
            refusal(case, transaction, *command, refused)
        }
        // The check ran into the same, and says more of it.
        TransactionOutcome::Failed(_)
            if transaction.exchanges.is_empty()
                && !case.facts.checks[transaction.check].usable() =>
        {
            return;
        }
        TransactionOutcome::Failed(failure) => {
            let answered = transaction.exchanges.last();
            let after = answered.map_or("none", |exchange| exchange.command.name());
            about(case, transaction, FindingId::MessageRefused, Owner::Server)
                .severity(Severity::Inconclusive)
                .variant(Some("no-answer"))
                .arg("after", after)
                .arg("class", failure.class.name())
                .step("step-wait-and-run-again")
        }
        TransactionOutcome::NotTried(NotTried::AddressNotAscii) => {
            about(case, transaction, FindingId::MessageRefused, Owner::Server)
                .variant(Some("not-ascii"))
                .step("step-ascii-address")
        }
        // Where nothing was asked, the checks and the login say why.
        TransactionOutcome::Accepted
        | TransactionOutcome::Sent
        | TransactionOutcome::NotTried(_) => return,
    };
    case.add(finding);
}

/// What a refusal means, and whose matter it is.
struct Told {
    id: FindingId,
    variant: Option<&'static str>,
    owner: Owner,
    steps: &'static [&'static str],
}

const fn by(id: FindingId, owner: Owner, steps: &'static [&'static str]) -> Told {
    Told {
        id,
        variant: None,
        owner,
        steps,
    }
}

impl Told {
    const fn variant(self, variant: &'static str) -> Self {
        Self {
            variant: Some(variant),
            ..self
        }
    }
}

fn refusal(
    case: &Case<'_>,
    transaction: &Transaction,
    command: MailCommand,
    refused: &Refused,
) -> Finding {
    let text = read::joined(&refused.reply);
    let told = without_a_rule(&text, transaction.logged_in)
        .or_else(|| of_closed_mailbox(&text, command))
        .or_else(|| by_text(reply_text(&text)?, transaction.logged_in))
        .or_else(|| by_code(&text, command))
        .unwrap_or_else(|| unclear(command));
    let severity = match refused.permanence {
        Permanence::Temporary => Severity::Inconclusive,
        Permanence::Permanent => Severity::Error,
    };
    let mut finding = about(case, transaction, told.id, told.owner)
        .severity(severity)
        .variant(told.variant)
        .evidence([sentence(
            "evidence-mail-reply",
            args! { "command" => command.name(), "reply" => read::quote(&refused.reply) },
        )]);
    for step in told.steps {
        finding = finding.step(step);
    }
    // Postfix may put off what it will never take: relaying is not a matter of time.
    let waits = refused.permanence == Permanence::Temporary && told.id != FindingId::RelayDenied;
    finding.step_if(waits && !told.steps.contains(&WAIT), WAIT)
}

const WAIT: &str = "step-wait-and-run-again";

/// The answer of `OpenSMTPD` where none of its rules takes the mail: it means a recipient that is not there as well as one that
/// mail is not passed on to (`lka_session.c`).
fn without_a_rule(text: &str, logged_in: bool) -> Option<Told> {
    let says_so = text.to_lowercase().starts_with("550 invalid recipient: <");
    (says_so && !logged_in)
        .then(|| by(FindingId::RecipientUnknown, Owner::Account, LOG_IN).variant("or-relay"))
}

/// Whose account is closed: of a recipient it is said in answer to him, and of whoever logged in with "your".
fn of_closed_mailbox(text: &str, command: MailCommand) -> Option<Told> {
    let closed = command == MailCommand::Rcpt
        && reply_text(text) == Some(ReplyText::AccountDisabled)
        && !text.to_lowercase().contains("your ");
    closed.then(|| {
        by(
            FindingId::RecipientUnknown,
            Owner::Account,
            &["step-spell-recipient"],
        )
        .variant("disabled")
    })
}

const LOG_IN: &[&str] = &["step-log-in-to-send", "step-spell-recipient"];

/// What the text says. `None` where it says nothing that a transaction is refused for.
fn by_text(says: ReplyText, logged_in: bool) -> Option<Told> {
    of_people(says, logged_in)
        .or_else(|| of_source(says))
        .or_else(|| of_message(says))
}

/// Who sends, who shall receive, and whether the server passes mail on between them.
fn of_people(says: ReplyText, logged_in: bool) -> Option<Told> {
    use FindingId as Id;
    use ReplyText as R;
    const SPELL_RECIPIENT: &[&str] = &["step-spell-recipient"];
    const SENDER: &[&str] = &["step-spell-sender", "step-mend-sender-domain"];
    Some(match says {
        R::RelayDenied if !logged_in => by(Id::RelayDenied, Owner::Account, LOG_IN),
        R::AuthenticationRequired if !logged_in => {
            by(Id::RelayDenied, Owner::Account, LOG_IN).variant("login-wanted")
        }
        R::RelayDenied | R::AuthenticationRequired => {
            by(Id::RelayDenied, Owner::Server, TELL_SERVER).variant("logged-in")
        }
        R::MailboxUnknown => by(Id::RecipientUnknown, Owner::Account, SPELL_RECIPIENT),
        R::RecipientDomainUnknown => {
            by(Id::RecipientUnknown, Owner::Account, SPELL_RECIPIENT).variant("domain")
        }
        R::MailboxFull => by(Id::MailboxFull, Owner::Account, MAKE_ROOM),
        R::Greylisted => by(Id::Greylisted, Owner::Server, &["step-wait-and-run-again"]),
        R::SenderNotOwned => by(Id::SenderNotAllowed, Owner::Account, &["step-own-sender"]),
        R::SenderRefused => by(Id::SenderRejected, Owner::Account, SENDER),
        R::SenderDomainUnknown => by(Id::SenderRejected, Owner::Domain, SENDER).variant("domain"),
        R::SpfFailed => by(Id::SenderRejected, Owner::Domain, SENDER).variant("spf"),
        R::DomainReputation => {
            let steps = &["step-ask-domain-listing"];
            by(Id::SenderRejected, Owner::Domain, steps).variant("listed")
        }
        R::RecipientSuppressed => {
            by(Id::RecipientUnknown, Owner::Account, SPELL_RECIPIENT).variant("suppressed")
        }
        R::SenderBlocked | R::AccountDisabled => {
            let steps = &["step-ask-provider-to-unlock"];
            by(Id::AccountLocked, Owner::Account, steps)
        }
        _ => return None,
    })
}

/// Where the mail comes from, and how much of it.
fn of_source(says: ReplyText) -> Option<Told> {
    use FindingId as Id;
    use ReplyText as R;
    const SOURCE: &[&str] = &["step-send-through-provider", "step-ask-network-listing"];
    let reputation = by(Id::RejectedByReputation, Owner::Network, SOURCE);
    let too_much = by(Id::RateLimited, Owner::Account, &["step-send-less"]);
    Some(match says {
        R::SourceNotRegistered => {
            let steps = &["step-register-source"];
            by(Id::SourceNotRegistered, Owner::Account, steps)
        }
        R::Reputation => reputation,
        R::BlockList => reputation.variant("listed"),
        R::DynamicAddress => reputation.variant("dynamic"),
        R::ReverseDnsMissing => reputation.variant("reverse-dns"),
        R::EhloNameRefused => {
            let steps = &["step-set-ehlo-name"];
            by(Id::RejectedByReputation, Owner::ThisMachine, steps).variant("ehlo-name")
        }
        R::SendingLimit => too_much.variant("quota"),
        R::RateLimited | R::TooManyConnections | R::RecipientBusy => too_much,
        _ => return None,
    })
}

/// The message, and what the server can do for it.
fn of_message(says: ReplyText) -> Option<Told> {
    use ReplyText as R;
    let refused = |owner, steps| by(FindingId::MessageRefused, owner, steps);
    Some(match says {
        R::DmarcFailed | R::DkimFailed => {
            refused(Owner::Domain, &["step-mend-sender-domain"]).variant("unauthenticated")
        }
        R::MessageTooLarge => refused(Owner::Account, &["step-read-refusal"]).variant("too-large"),
        R::ContentRefused => refused(Owner::Account, &["step-read-refusal"]).variant("content"),
        R::StartTlsRequired => refused(Owner::Server, TELL_SERVER).variant("encryption"),
        R::ServerTrouble
        | R::RecipientUnchecked
        | R::ShuttingDown
        | R::ExchangeFrontEnd
        | R::BlockListQueryRefused => refused(Owner::Server, TELL_SERVER).variant("server"),
        _ => return None,
    })
}

/// Who sends is seldom the one whose mailbox is full.
const MAKE_ROOM: &[&str] = &["step-recipient-makes-room"];

const TELL_SERVER: &[&str] = &["step-tell-server-of-relay"];

/// What the enhanced code says (RFC 3463), where the text says nothing.
fn by_code(text: &str, command: MailCommand) -> Option<Told> {
    use FindingId as Id;
    let status = text
        .split(|c: char| c.is_whitespace() || c == '-')
        .find_map(smtp::status)?;
    Some(match (status.subject, status.detail) {
        (1, 1 | 2 | 3 | 6 | 10) => by(
            Id::RecipientUnknown,
            Owner::Account,
            &["step-spell-recipient"],
        ),
        (1, 7 | 8) => by(
            Id::SenderRejected,
            Owner::Domain,
            &["step-spell-sender", "step-mend-sender-domain"],
        ),
        (2, 1) => Told {
            variant: Some("disabled"),
            ..by(
                Id::RecipientUnknown,
                Owner::Account,
                &["step-spell-recipient"],
            )
        },
        (2, 2) => by(Id::MailboxFull, Owner::Account, MAKE_ROOM),
        (2, 4) => by(
            Id::RecipientUnknown,
            Owner::Account,
            &["step-spell-recipient"],
        )
        .variant("expansion"),
        (7, 23 | 24) => Told {
            variant: Some("spf"),
            ..by(
                Id::SenderRejected,
                Owner::Domain,
                &["step-mend-sender-domain"],
            )
        },
        (7, 20..=22 | 26) if command >= MailCommand::Data => Told {
            variant: Some("unauthenticated"),
            ..by(
                Id::MessageRefused,
                Owner::Domain,
                &["step-mend-sender-domain"],
            )
        },
        (7, 25) => Told {
            variant: Some("reverse-dns"),
            ..by(
                Id::RejectedByReputation,
                Owner::Network,
                &["step-send-through-provider"],
            )
        },
        _ => return None,
    })
}

/// A no without a reason.
fn unclear(command: MailCommand) -> Told {
    Told {
        variant: Some(match command {
            MailCommand::Mail => "at-mail",
            MailCommand::Rcpt => "at-rcpt",
            MailCommand::Data | MailCommand::Message => "at-data",
        }),
        ..by(
            FindingId::MessageRefused,
            Owner::Server,
            &["step-read-refusal"],
        )
    }
}

/// Whether there was an answer that refuses: a connection that came to nothing refuses no mail.
const fn answered(transaction: &Transaction) -> &'static str {
    match &transaction.outcome {
        TransactionOutcome::Failed(_) => "no",
        _ => "yes",
    }
}

fn about(case: &Case<'_>, transaction: &Transaction, id: FindingId, owner: Owner) -> Finding {
    Finding::about(case, id, owner, &[transaction.check])
        .arg(
            "from",
            if transaction.from.is_empty() {
                "<>"
            } else {
                &transaction.from
            },
        )
        .arg("to", transaction.to.as_str())
        .arg("answered", answered(transaction))
        .arg("provider", "none")
        .arg("protocols", "SMTP")
}
