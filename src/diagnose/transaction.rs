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
        TransactionOutcome::Accepted | TransactionOutcome::Sent => return,
        TransactionOutcome::Refused(command, refused) => {
            refusal(case, transaction, *command, refused)
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
        // The checks and the login say why.
        TransactionOutcome::NotTried(_) => return,
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

fn refusal(
    case: &Case<'_>,
    transaction: &Transaction,
    command: MailCommand,
    refused: &Refused,
) -> Finding {
    let text = read::joined(&refused.reply);
    let told = reply_text(&text)
        .and_then(|says| by_text(says, transaction.logged_in))
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
    finding.step_if(
        refused.permanence == Permanence::Temporary,
        "step-wait-and-run-again",
    )
}

/// What the text says. `None` where it says nothing that a transaction is refused for.
fn by_text(says: ReplyText, logged_in: bool) -> Option<Told> {
    use FindingId as Id;
    use ReplyText as R;
    let owner_of_source = Owner::Network;
    Some(match says {
        R::RelayDenied | R::AuthenticationRequired if !logged_in => Told {
            variant: (says == R::AuthenticationRequired).then_some("login-wanted"),
            ..by(
                Id::RelayDenied,
                Owner::Account,
                &["step-log-in-to-send", "step-spell-recipient"],
            )
        },
        R::RelayDenied | R::AuthenticationRequired => Told {
            variant: Some("logged-in"),
            ..by(
                Id::RelayDenied,
                Owner::Server,
                &["step-tell-server-of-relay"],
            )
        },
        R::SourceNotRegistered => by(
            Id::SourceNotRegistered,
            Owner::Account,
            &["step-register-source"],
        ),
        R::MailboxUnknown | R::RecipientDomainUnknown => Told {
            variant: (says == R::RecipientDomainUnknown).then_some("domain"),
            ..by(
                Id::RecipientUnknown,
                Owner::Account,
                &["step-spell-recipient"],
            )
        },
        R::Greylisted => by(Id::Greylisted, Owner::Server, &["step-wait-and-run-again"]),
        R::SenderNotOwned => by(Id::SenderNotAllowed, Owner::Account, &["step-own-sender"]),
        R::SenderRefused | R::SenderDomainUnknown | R::SpfFailed => Told {
            variant: match says {
                R::SenderDomainUnknown => Some("domain"),
                R::SpfFailed => Some("spf"),
                _ => None,
            },
            ..by(
                Id::SenderRejected,
                Owner::Domain,
                &["step-spell-sender", "step-mend-sender-domain"],
            )
        },
        R::SenderBlocked | R::AccountDisabled => by(
            Id::AccountLocked,
            Owner::Account,
            &["step-ask-provider-to-unlock"],
        ),
        R::RateLimited | R::TooManyConnections | R::RecipientBusy | R::SendingLimit => Told {
            variant: (says == R::SendingLimit).then_some("quota"),
            ..by(Id::RateLimited, Owner::Account, &["step-send-less"])
        },
        R::BlockList | R::DynamicAddress | R::Reputation | R::ReverseDnsMissing => Told {
            variant: match says {
                R::BlockList => Some("listed"),
                R::DynamicAddress => Some("dynamic"),
                R::ReverseDnsMissing => Some("reverse-dns"),
                _ => None,
            },
            ..by(
                Id::RejectedByReputation,
                owner_of_source,
                &["step-send-through-provider", "step-ask-network-listing"],
            )
        },
        R::EhloNameRefused => Told {
            variant: Some("ehlo-name"),
            ..by(
                Id::RejectedByReputation,
                Owner::ThisMachine,
                &["step-set-ehlo-name"],
            )
        },
        R::MailboxFull => by(Id::MailboxFull, Owner::Account, &["step-empty-mailbox"]),
        R::DmarcFailed | R::DkimFailed => Told {
            variant: Some("unauthenticated"),
            ..by(
                Id::MessageRefused,
                Owner::Domain,
                &["step-mend-sender-domain"],
            )
        },
        R::MessageTooLarge => Told {
            variant: Some("too-large"),
            ..by(Id::MessageRefused, Owner::Account, &["step-read-refusal"])
        },
        R::ContentRefused => Told {
            variant: Some("content"),
            ..by(Id::MessageRefused, Owner::Account, &["step-read-refusal"])
        },
        R::StartTlsRequired => Told {
            variant: Some("encryption"),
            ..by(
                Id::MessageRefused,
                Owner::Server,
                &["step-tell-server-of-relay"],
            )
        },
        R::ServerTrouble | R::ShuttingDown | R::ExchangeFrontEnd | R::BlockListQueryRefused => {
            Told {
                variant: Some("server"),
                ..by(
                    Id::MessageRefused,
                    Owner::Server,
                    &["step-tell-server-of-relay"],
                )
            }
        }
        _ => return None,
    })
}

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
        (2, 2) => by(Id::MailboxFull, Owner::Account, &["step-empty-mailbox"]),
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
        .arg("provider", "none")
        .arg("protocols", "SMTP")
}
