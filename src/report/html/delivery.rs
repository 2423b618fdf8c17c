//! Which senders deliver to each mail exchanger, as a table.

use super::page::Page;
use crate::facts::Facts;
use crate::report::delivery::{self, Row};
use crate::words::Words;

/// Draws the table of a mail domain; nothing for other targets.
pub(super) fn draw(page: &mut Page<'_>, words: &Words, facts: &Facts) {
    let Some(table) = delivery::table(words, facts) else {
        return;
    };
    page.say("h2", "", &table.heading);
    page.element("div", &[("class", "card wide")], |page| {
        page.element("table", &[], |page| {
            page.element("tr", &[], |page| {
                for column in &table.columns {
                    page.say("th", "", column);
                }
            });
            for row in &table.rows {
                page.element("tr", &[], |page| cells(page, words, row));
            }
        });
        if let Some(below) = &table.below {
            page.say("p", "line", below);
        }
    });
}

fn cells(page: &mut Page<'_>, words: &Words, row: &Row) {
    page.say("td", "", &row.host);
    for answer in row.answers {
        page.say("td", "", &delivery::word(words, answer));
    }
}
