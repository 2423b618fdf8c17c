//! Which senders deliver to each mail exchanger of a domain: the small table at the end of its report, the same in every
//! face.

use crate::args;
use crate::diagnose::delivery::{Delivers, deliveries};
use crate::diagnose::policy_in_force;
use crate::facts::Facts;
use crate::words::Words;

/// What each column says of a sender, behind the host.
const SENDERS: [&str; 3] = ["dane", "mta-sts", "neither"];

/// The table, in words.
pub struct Table {
    /// Above the table.
    pub heading: String,
    /// The columns: the host, and each kind of sender.
    pub columns: Vec<String>,
    /// A host each.
    pub rows: Vec<Row>,
    /// What the policy of the domain is, where one is in force.
    pub below: Option<String>,
}

/// A host, and what senders do there, in the order of the columns.
pub struct Row {
    /// As people read it.
    pub host: String,
    /// A kind of sender each.
    pub answers: [Delivers; 3],
}

/// The table of a mail domain. `None` for other targets, and where there is no host to deliver to.
pub fn table(words: &Words, facts: &Facts) -> Option<Table> {
    let rows: Vec<Row> = deliveries(facts)
        .into_iter()
        .filter_map(|one| {
            let host = facts.hosts.get(one.host)?.display.clone();
            let answers = [one.dane, one.mta_sts, one.neither];
            Some(Row { host, answers })
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let columns = ["host"].into_iter().chain(SENDERS);
    let policy = policy_in_force(facts);
    Some(Table {
        heading: words.plain("delivery-heading"),
        columns: columns
            .map(|column| words.plain(&format!("delivery-{column}")))
            .collect(),
        rows,
        below: policy.map(|policy| {
            let args = args! { "mode" => policy.mode.name() };
            words.text("delivery-policy", &args)
        }),
    })
}

/// What a sender does, in words.
pub fn word(words: &Words, answer: Delivers) -> String {
    words.plain(&format!("delivery-{}", answer.name()))
}
