//! Logins and mail transactions in the JSON output.

use schemars::JsonSchema;
use serde::Serialize;

use super::from_report::{failure, line};
use super::room::Room;
use super::{FailureJson, LineJson};
use crate::facts::{self, Facts, LoginOutcome, Method, Opened, Refused, TransactionOutcome};
use crate::report::sentences::lossy;
use crate::sasl::Broken;
use crate::wire::Text;
use crate::words::Words;

/// What came of logging in to one service.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "login")]
pub struct LoginJson {
    /// The check whose server was asked, by its id.
    pub check: usize,
    /// The user name that was given.
    pub user: String,
    /// The mechanism of SASL or the command of the protocol; absent where it did not come to that.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub method: Option<&'static str>,
    /// What was given: `password` or `token`.
    pub with: &'static str,
    /// The SASL mechanisms that the server offers.
    pub offered: Vec<String>,
    /// What came of it: `accepted`, `refused`, `not-tried`, `broken` or `failed`.
    pub outcome: &'static str,
    /// Why nothing was tried, or which rule the server broke; absent elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub reason: Option<&'static str>,
    /// The refusal, of the login or of the mailbox behind it; absent where there was none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "RefusalJson")]
    pub refusal: Option<RefusalJson>,
    /// The messages in the inbox; absent where they were not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "u64")]
    pub messages: Option<u64>,
    /// The mailboxes of the account; absent where they were not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "usize")]
    pub mailboxes: Option<usize>,
    /// What ended the connection before an answer; absent where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "FailureJson")]
    pub failure: Option<FailureJson>,
    /// What was said, line by line; a secret is never among it.
    pub dialogue: Vec<LineJson>,
}

/// A refusal.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "refusal")]
pub struct RefusalJson {
    /// The answer, lines separated by line feeds.
    pub reply: String,
    /// Whether the answer says that a later attempt may do.
    pub temporary: bool,
    /// What the server said of the token (RFC 7628 section 3.2.2), as it said it; absent where it said nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub token: Option<String>,
}

/// What came of the commands that hand over mail.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "transaction")]
pub struct TransactionJson {
    /// The check whose server was asked, by its id.
    pub check: usize,
    /// The sender; empty is the null sender.
    pub from: String,
    /// The recipient.
    pub to: String,
    /// Whether a login went before.
    pub logged_in: bool,
    /// What came of it: `accepted`, `sent`, `refused`, `not-tried` or `failed`.
    pub outcome: &'static str,
    /// Why nothing was asked; absent elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub reason: Option<&'static str>,
    /// The commands and their answers, in order.
    pub exchanges: Vec<ExchangeJson>,
    /// What ended the connection before an answer; absent where nothing did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "FailureJson")]
    pub failure: Option<FailureJson>,
    /// What was said, line by line; empty behind a login, whose dialogue has it.
    pub dialogue: Vec<LineJson>,
}

/// A command and its answer.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "exchange")]
pub struct ExchangeJson {
    /// Which: `mail`, `rcpt`, `data` or `message`.
    pub command: &'static str,
    /// The answer, lines separated by line feeds.
    pub reply: String,
}

/// The logins of a target; `None` where nobody wanted any.
pub(super) fn logins(words: &Words, facts: &Facts, room: &mut Room) -> Option<Vec<LoginJson>> {
    let logins = facts.logins.iter();
    let all: Vec<_> = logins.map(|one| login(words, facts, one, room)).collect();
    (!all.is_empty()).then_some(all)
}

fn login(words: &Words, facts: &Facts, login: &facts::Login, room: &mut Room) -> LoginJson {
    let opened = match &login.outcome {
        LoginOutcome::Accepted(opened) => opened.clone(),
        _ => Opened::default(),
    };
    let (outcome, reason) = word(&login.outcome);
    let refused = match &login.outcome {
        LoginOutcome::Refused(refused) => Some(refused),
        _ => opened.refused.as_ref(),
    };
    let check = &facts.checks[login.check];
    LoginJson {
        check: login.check,
        user: login.user.clone(),
        method: login.method.map(Method::name),
        with: if login.by_token { "token" } else { "password" },
        offered: login.offered.clone(),
        outcome,
        reason,
        refusal: refused.map(refusal),
        messages: opened.messages,
        mailboxes: opened.mailboxes,
        failure: match &login.outcome {
            LoginOutcome::Failed(one) => Some(failure(words, facts, check, one)),
            _ => None,
        },
        dialogue: dialogue(&login.dialogue, room),
    }
}

fn word(outcome: &LoginOutcome) -> (&'static str, Option<&'static str>) {
    match outcome {
        LoginOutcome::Accepted(_) => ("accepted", None),
        LoginOutcome::Refused(_) => ("refused", None),
        LoginOutcome::NotTried(why) => ("not-tried", Some(why.name())),
        LoginOutcome::Failed(_) => ("failed", None),
        LoginOutcome::Broken(broken) => {
            let rule = match broken {
                Broken::Challenge => "challenge",
                Broken::Rounds => "rounds",
                Broken::Proof => "proof",
                Broken::Ended => "ended",
            };
            ("broken", Some(rule))
        }
    }
}

fn refusal(refused: &Refused) -> RefusalJson {
    RefusalJson {
        reply: joined(&refused.reply),
        temporary: refused.permanence == crate::failure::Permanence::Temporary,
        token: refused.token.clone(),
    }
}

/// The transaction of a target; `None` where nobody wanted one.
pub(super) fn transaction(
    words: &Words,
    facts: &Facts,
    room: &mut Room,
) -> Option<TransactionJson> {
    let transaction = facts.transaction.as_ref()?;
    let check = &facts.checks[transaction.check];
    let (outcome, reason) = match &transaction.outcome {
        TransactionOutcome::Accepted => ("accepted", None),
        TransactionOutcome::Sent => ("sent", None),
        TransactionOutcome::Refused(..) => ("refused", None),
        TransactionOutcome::NotTried(why) => ("not-tried", Some(why.name())),
        TransactionOutcome::Failed(_) => ("failed", None),
    };
    let exchanges = transaction.exchanges.iter().map(|one| ExchangeJson {
        command: one.command.name(),
        reply: joined(&one.reply),
    });
    Some(TransactionJson {
        check: transaction.check,
        from: transaction.from.clone(),
        to: transaction.to.clone(),
        logged_in: transaction.logged_in,
        outcome,
        reason,
        exchanges: exchanges.collect(),
        failure: match &transaction.outcome {
            TransactionOutcome::Failed(one) => Some(failure(words, facts, check, one)),
            _ => None,
        },
        dialogue: dialogue(&transaction.dialogue, room),
    })
}

fn dialogue(lines: &[facts::Line], room: &mut Room) -> Vec<LineJson> {
    room.next_check();
    let lines = lines.iter();
    lines
        .map_while(|one| Some(line(one, room.text(&one.text)?)))
        .collect()
}

fn joined(lines: &[Text]) -> String {
    let lines: Vec<String> = lines.iter().map(lossy).collect();
    lines.join("\n")
}
