//! Logins and mail transactions of a scenario.

use std::time::Duration;

use mailcheck::facts::{
    Exchange, Facts, Login, LoginOutcome, MailCommand, Method, NotTried, Opened, Refused,
    Transaction, TransactionOutcome,
};
use mailcheck::failure::{CertificateProblem, Failure, Permanence, Stage, Trouble};
use mailcheck::sasl::{Broken, Mechanism};
use mailcheck::wire::Text;
use serde::Deserialize;

/// A login. What it does not say: a password for PLAIN was accepted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LoginSpec {
    /// The first check of this port was asked.
    port: u16,
    /// By default the target, where it is a mail address.
    user: Option<String>,
    #[serde(default)]
    token: bool,
    /// What the server offers; PLAIN and LOGIN by default.
    offered: Option<Vec<String>>,
    /// The answer of a server that says no.
    refused: Option<String>,
    /// The answer to opening the mailbox, where that was refused.
    not_opened: Option<String>,
    /// "untrusted", "login-disabled" and the other names of the JSON output.
    not_tried: Option<String>,
    /// "proof", "challenge".
    broken: Option<String>,
    /// "timeout", "closed" in place of an answer.
    failed: Option<String>,
}

impl LoginSpec {
    pub(super) fn login(&self, facts: &Facts) -> Login {
        let mailbox = facts
            .target
            .mailbox
            .as_ref()
            .map(mailcheck::target::Mailbox::address);
        let usual = || mailbox.unwrap_or_else(|| "someone@example.com".to_owned());
        let method = if self.token {
            Method::XOAuth2
        } else {
            Method::Sasl(Mechanism::Plain)
        };
        let offered = || vec!["PLAIN".to_owned(), "LOGIN".to_owned()];
        Login {
            check: place(facts, self.port),
            user: self.user.clone().unwrap_or_else(usual),
            method: self.not_tried.is_none().then_some(method),
            by_token: self.token,
            offered: self.offered.clone().unwrap_or_else(offered),
            dialogue: Vec::new(),
            outcome: self.outcome(),
            elapsed: Duration::from_millis(120),
        }
    }

    fn outcome(&self) -> LoginOutcome {
        if let Some(reply) = &self.refused {
            return LoginOutcome::Refused(refused(reply));
        }
        if let Some(why) = &self.not_tried {
            return LoginOutcome::NotTried(not_tried(why));
        }
        if let Some(rule) = &self.broken {
            return LoginOutcome::Broken(match rule.as_str() {
                "proof" => Broken::Proof,
                "challenge" => Broken::Challenge,
                other => panic!("no rule: {other}"),
            });
        }
        if let Some(how) = &self.failed {
            return LoginOutcome::Failed(failure(how, Stage::Login));
        }
        LoginOutcome::Accepted(Opened {
            messages: None,
            mailboxes: None,
            refused: self.not_opened.as_deref().map(refused),
        })
    }
}

/// A mail transaction. What it does not say was accepted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TransactionSpec {
    port: u16,
    #[serde(default)]
    logged_in: bool,
    #[serde(default)]
    send: bool,
    /// "rcpt: 550 5.1.1 no such user": the command that was refused, and the answer.
    refused: Option<String>,
    not_tried: Option<String>,
    failed: Option<String>,
}

impl TransactionSpec {
    pub(super) fn transaction(&self, facts: &Facts) -> Transaction {
        let mut transaction = Transaction {
            check: place(facts, self.port),
            from: "me@example.com".to_owned(),
            to: "you@example.net".to_owned(),
            logged_in: self.logged_in,
            send: self.send,
            exchanges: Vec::new(),
            dialogue: Vec::new(),
            outcome: TransactionOutcome::Accepted,
        };
        if let Some(why) = &self.not_tried {
            transaction.outcome = TransactionOutcome::NotTried(not_tried(why));
        } else if let Some(how) = &self.failed {
            transaction.outcome = TransactionOutcome::Failed(failure(how, Stage::Transaction));
        } else if let Some((command, reply)) =
            self.refused.as_ref().and_then(|r| r.split_once(": "))
        {
            let command = command_of(command);
            let refused = refused(reply);
            let reply = refused.reply.clone();
            transaction.exchanges = vec![Exchange { command, reply }];
            transaction.outcome = TransactionOutcome::Refused(command, refused);
        } else if self.send {
            transaction.outcome = TransactionOutcome::Sent;
        }
        transaction
    }
}

fn place(facts: &Facts, port: u16) -> usize {
    let mut checks = facts.checks.iter();
    let found = checks.position(|check| check.endpoint.port == port);
    found.unwrap_or_else(|| panic!("no check of port {port}"))
}

fn command_of(name: &str) -> MailCommand {
    let all = [
        MailCommand::Mail,
        MailCommand::Rcpt,
        MailCommand::Data,
        MailCommand::Message,
    ];
    let found = all.into_iter().find(|command| command.name() == name);
    found.unwrap_or_else(|| panic!("no command: {name}"))
}

/// A refusal, a line each; codes of 4yz and what says so is for now.
fn refused(reply: &str) -> Refused {
    let temporary = reply.starts_with('4') || reply.contains("[UNAVAILABLE]");
    Refused {
        reply: reply.lines().map(Text::from).collect(),
        permanence: if temporary {
            Permanence::Temporary
        } else {
            Permanence::Permanent
        },
        token: None,
    }
}

fn not_tried(why: &str) -> NotTried {
    let all = [
        NotTried::NoWorkingService,
        NotTried::Untrusted(vec![CertificateProblem::SelfSigned]),
        NotTried::Unencrypted,
        NotTried::LoginDisabled,
        NotTried::NothingOffered,
        NotTried::NoCommonMechanism,
        NotTried::Preauthenticated,
        NotTried::NotLoggedIn,
        NotTried::AddressNotAscii,
    ];
    let found = all.into_iter().find(|one| one.name() == why);
    found.unwrap_or_else(|| panic!("no reason: {why}"))
}

fn failure(how: &str, stage: Stage) -> Failure {
    let limit = Duration::from_secs(30);
    let received = Text::default();
    let trouble = match how {
        "timeout" => Trouble::Clock { limit, received },
        "closed" => Trouble::Closed { received },
        other => panic!("no failure: {other}"),
    };
    Failure::new(stage, trouble, limit)
}
