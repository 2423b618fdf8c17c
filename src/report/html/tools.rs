//! What orders many targets and leaves some of them out: buttons of which one is pressed, and a style sheet that asks which.
//!
//! Nothing runs. A browser that cannot ask shows no buttons and every target, and paper shows what the screen does.

use std::collections::BTreeMap;

use super::Shown;
use super::page::Page;
use crate::finding::Verdict;
use crate::report::sentences;
use crate::words::Words;

/// So many targets are seen at a glance.
pub(super) const FEW: usize = 10;

/// The orders; the first one is that of the document. The sheet knows their names.
const ORDERS: [&str; 3] = ["by-worst", "by-name", "by-line"];

/// Draws the buttons.
pub(super) fn draw(page: &mut Page<'_>, words: &Words, targets: &BTreeMap<usize, Shown>) {
    let verdicts = Verdict::ALL.into_iter().rev();
    let there = verdicts.filter(|verdict| targets.values().any(|one| one.verdict == *verdict));
    group(page, words, "html-show", |page| {
        button(
            page,
            "show",
            "show-all",
            &words.plain("html-show-all"),
            true,
        );
        for verdict in there {
            let id = format!("show-{}", verdict.name());
            button(
                page,
                "show",
                &id,
                &sentences::verdict(words, verdict),
                false,
            );
        }
    });
    group(page, words, "html-order", |page| {
        for (number, id) in ORDERS.into_iter().enumerate() {
            let label = words.plain(&format!("html-{id}"));
            button(page, "order", id, &label, number == 0);
        }
    });
}

fn group(page: &mut Page<'_>, words: &Words, id: &str, fill: impl FnOnce(&mut Page<'_>)) {
    page.element("fieldset", &[("class", "tools")], |page| {
        page.say("legend", "", &words.plain(id));
        fill(page);
    });
}

fn button(page: &mut Page<'_>, name: &'static str, id: &str, label: &str, is_pressed: bool) {
    page.element("label", &[], |page| {
        let all = [
            ("type", "radio"),
            ("name", name),
            ("id", id),
            ("checked", "checked"),
        ];
        let attributes = if is_pressed { &all[..] } else { &all[..3] };
        page.void("input", attributes);
        page.text(label);
    });
}
