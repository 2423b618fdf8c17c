//! What came of the commands that hand over mail, where the user wanted that.

use super::Line;
use super::login::{NotTried, Refused};
use crate::failure::Failure;
use crate::plan;
use crate::wire::Text;

/// A mail transaction (RFC 5321 section 3.3), as far as it was to go.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    /// The place in [`super::Facts::checks`] of the check whose server was asked.
    pub check: usize,
    /// The sender that was given; empty is the null sender.
    pub from: String,
    /// The recipient that was given.
    pub to: String,
    /// Whether a login went before.
    pub logged_in: bool,
    /// Whether a message was to be sent, and not only asked about.
    pub send: bool,
    /// The commands and their answers, in order.
    pub exchanges: Vec<Exchange>,
    /// What was said, line by line. Empty behind a login, whose dialogue has it.
    pub dialogue: Vec<Line>,
    /// What came of it.
    pub outcome: TransactionOutcome,
}

/// A command and its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// Which.
    pub command: MailCommand,
    /// The answer, line by line.
    pub reply: Vec<Text>,
}

/// A command of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MailCommand {
    /// `MAIL FROM`.
    Mail,
    /// `RCPT TO`.
    Rcpt,
    /// `DATA`.
    Data,
    /// The message itself, up to the lone dot.
    Message,
}

impl MailCommand {
    /// The name in the JSON output and in the ids of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Rcpt => "rcpt",
            Self::Data => "data",
            Self::Message => "message",
        }
    }
}

/// What came of a transaction.
#[derive(Clone, Debug, PartialEq)]
pub enum TransactionOutcome {
    /// Sender and recipient were taken, and the transaction was given up.
    Accepted,
    /// The message was taken.
    Sent,
    /// A command was refused.
    Refused(MailCommand, Refused),
    /// Nothing was asked.
    NotTried(NotTried),
    /// The connection came to nothing.
    Failed(Failure),
}

impl Transaction {
    /// One of which nothing has been said yet.
    pub fn begun(
        check: usize,
        wanted: &plan::Transaction,
        logged_in: bool,
        outcome: TransactionOutcome,
    ) -> Self {
        Self {
            check,
            from: wanted.from.clone(),
            to: wanted.to.clone(),
            logged_in,
            send: wanted.send,
            exchanges: Vec::new(),
            dialogue: Vec::new(),
            outcome,
        }
    }

    /// The answer to a command, where it came to that.
    pub fn reply(&self, command: MailCommand) -> Option<&[Text]> {
        let mut exchanges = self.exchanges.iter();
        let exchange = exchanges.find(|exchange| exchange.command == command)?;
        Some(&exchange.reply)
    }
}
