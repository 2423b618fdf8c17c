//! What the DNS answered.

use std::collections::BTreeMap;

use super::read::{Exchange, Target};
use super::{Difference, Trend, What, alone};

/// The questions that both runs asked and that were answered in two ways.
pub(super) fn compare(before: &Target, after: &Target) -> Vec<Difference> {
    let (old, new) = (answers(&before.dns), answers(&after.dns));
    let both = old
        .iter()
        .filter_map(|(question, old)| Some((question, old, new.get(question)?)));
    let differ = both.filter(|(_, old, new)| old != new);
    let difference = |(question, old, new): (&&str, &Answer<'_>, &Answer<'_>)| Difference {
        trend: match (old.outcome == ANSWER, new.outcome == ANSWER) {
            // That there is no such record may be as it should be.
            (true, false) if new.outcome != "nodata" => Trend::Worse,
            (false, true) if old.outcome != "nodata" => Trend::Better,
            (true | false, true | false) => Trend::Changed,
        },
        ..alone(What::Dns((*question).to_owned(), old.text(), new.text()))
    };
    differ.map(difference).collect()
}

const ANSWER: &str = "answer";

#[derive(PartialEq)]
struct Answer<'a> {
    outcome: &'a str,
    records: Vec<&'a str>,
}

impl Answer<'_> {
    fn text(&self) -> String {
        if self.records.is_empty() {
            self.outcome.to_owned()
        } else {
            self.records.join(", ")
        }
    }
}

/// What was learned of each question: an answer where any server gave one, else what came last.
fn answers(exchanges: &[Exchange]) -> BTreeMap<&str, Answer<'_>> {
    let mut known: BTreeMap<&str, Answer<'_>> = BTreeMap::new();
    for exchange in exchanges {
        let has_answer = known
            .get(exchange.question.as_str())
            .is_some_and(|answer| answer.outcome == ANSWER);
        if has_answer && exchange.outcome != ANSWER {
            continue;
        }
        let mut records: Vec<&str> = exchange.answers.iter().map(String::as_str).collect();
        // The order of records turns from answer to answer.
        records.sort_unstable();
        let outcome = exchange.outcome.as_str();
        known.insert(&exchange.question, Answer { outcome, records });
    }
    known
}
