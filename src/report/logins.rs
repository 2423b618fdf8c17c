//! What came of logging in, of handing over mail and of looking at this machine as a sender, a line each, where somebody
//! wanted that.

use super::sender;
use super::sentences::{failure_short, lossy};
use crate::args;
use crate::facts::{
    Check, Exchange, Facts, Login, LoginOutcome, Method, Transaction, TransactionOutcome,
};
use crate::sasl::Broken;
use crate::wire::Text;
use crate::words::{Value, Words};

/// A section: its heading, and its lines. None of it is safe for any format yet.
pub struct Section {
    /// The id of the heading.
    pub heading: &'static str,
    /// The lines.
    pub lines: Vec<String>,
}

/// The sections of a target; none where nobody wanted any of it.
pub fn sections(words: &Words, facts: &Facts) -> Vec<Section> {
    let logins = facts.logins.iter();
    let logins = Section {
        heading: "logins-heading",
        lines: logins.map(|one| login(words, facts, one)).collect(),
    };
    let mail = Section {
        heading: "mail-heading",
        lines: facts
            .transaction
            .as_ref()
            .map_or_else(Vec::new, |one| transaction(words, facts, one)),
    };
    let sender = Section {
        heading: "sender-heading",
        lines: sender::lines(words, facts).unwrap_or_default(),
    };
    let mut sections = vec![logins, mail, sender];
    sections.retain(|section| !section.lines.is_empty());
    sections
}

fn login(words: &Words, facts: &Facts, login: &Login) -> String {
    let check = &facts.checks[login.check];
    let mut args = args! {
        "protocol" => check.endpoint.service.protocol().name().to_ascii_uppercase(),
        "port" => check.endpoint.port,
        "user" => login.user.clone(),
        "method" => login.method.map_or("none", Method::name),
        "offered" => login.offered.join(&words.plain("between-items")),
    };
    let (id, more) = of_outcome(words, facts, check, &login.outcome);
    args.extend(more);
    words.text(id, &args)
}

fn of_outcome(
    words: &Words,
    facts: &Facts,
    check: &Check,
    outcome: &LoginOutcome,
) -> (&'static str, crate::words::Args) {
    match outcome {
        LoginOutcome::Accepted(opened) => match &opened.refused {
            Some(refused) => (
                "login-not-opened",
                args! { "reply" => reply(&refused.reply) },
            ),
            None => (
                "login-accepted",
                args! { "messages" => number(opened.messages) },
            ),
        },
        LoginOutcome::Refused(refused) => {
            ("login-refused", args! { "reply" => reply(&refused.reply) })
        }
        LoginOutcome::Broken(broken) => {
            let reason = match broken {
                Broken::Proof => "proof",
                Broken::Rounds => "rounds",
                Broken::Challenge | Broken::Ended => "challenge",
            };
            ("login-broken", args! { "reason" => reason })
        }
        LoginOutcome::Failed(failure) => {
            let what = failure_short(words, facts, check, failure);
            ("login-failed", args! { "what" => what })
        }
        LoginOutcome::NotTried(why) => ("login-not-tried", args! { "why" => why.name() }),
    }
}

fn number(messages: Option<u64>) -> Value {
    match messages {
        Some(count) => u32::try_from(count).unwrap_or(u32::MAX).into(),
        None => "none".into(),
    }
}

fn transaction(words: &Words, facts: &Facts, transaction: &Transaction) -> Vec<String> {
    let exchanges = transaction.exchanges.iter();
    let mut lines: Vec<String> = exchanges
        .map(|one| exchange(words, transaction, one))
        .collect();
    lines.extend(end(words, facts, transaction));
    lines
}

fn exchange(words: &Words, transaction: &Transaction, exchange: &Exchange) -> String {
    let args = args! {
        "command" => exchange.command.name(),
        "from" => transaction.from.clone(),
        "to" => transaction.to.clone(),
        "reply" => reply(&exchange.reply),
    };
    words.text("mail-exchange", &args)
}

/// What it came to; a refusal is a finding, and its words stand in the line above.
fn end(words: &Words, facts: &Facts, transaction: &Transaction) -> Option<String> {
    let check = &facts.checks[transaction.check];
    let host = facts.hosts.get(check.host);
    let from = match transaction.from.as_str() {
        "" => "<>",
        from => from,
    };
    let args = args! {
        "host" => host.map_or_else(String::new, |host| host.display.clone()),
        "from" => from,
        "to" => transaction.to.clone(),
    };
    match &transaction.outcome {
        TransactionOutcome::Accepted => Some(words.text("mail-accepted", &args)),
        TransactionOutcome::Sent => Some(words.text("mail-sent", &args)),
        TransactionOutcome::Refused(..) => None,
        TransactionOutcome::NotTried(why) => {
            let args = args! { "why" => why.name() };
            Some(words.text("mail-not-tried", &args))
        }
        TransactionOutcome::Failed(failure) => Some(failure_short(words, facts, check, failure)),
    }
}

fn reply(lines: &[Text]) -> String {
    let lines: Vec<String> = lines.iter().map(lossy).collect();
    lines.join(" ")
}
