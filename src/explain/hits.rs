//! Makes readings of what the table of sentences found.

use crate::codes::phrases::{Hit, Means};
use crate::codes::{outlook, tls};

use super::Kind;
use super::reading::{self, Reading, Related};

/// The readings of a sentence, with the findings that are worth a look as well.
pub(super) fn of(hit: &Hit) -> Vec<Reading> {
    let mut readings = readings(hit.group.means);
    let see = hit
        .group
        .see
        .iter()
        .map(|id| Related::new(Kind::Finding, (*id).to_owned()));
    if let Some(first) = readings.first_mut() {
        first.related.extend(see);
    }
    readings
}

/// The readings of a meaning.
pub(super) fn readings(means: Means) -> Vec<Reading> {
    match means {
        Means::Finding(id) => vec![Reading::new(Kind::Finding, id, format!("finding-{id}"))],
        Means::Socket(condition) => vec![reading::socket_message(condition)],
        Means::Resolver(failure) => vec![reading::resolver_message(failure)],
        Means::Alert(number) => tls::alert(number)
            .map(reading::tls_alert)
            .into_iter()
            .collect(),
        Means::Reply(says) => vec![Reading::new(Kind::ReplyText, "", says.words())],
        Means::Outlook(code) => outlook::code(code)
            .map(reading::outlook_readings)
            .unwrap_or_default(),
        Means::Words(id) => vec![Reading::new(Kind::Phrase, "", id)],
    }
}
