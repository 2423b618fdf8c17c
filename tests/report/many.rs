//! A page about many targets can be ordered, and some of them left out, though nothing runs.

use std::collections::BTreeSet;

use mailcheck::finding::Verdict;
use mailcheck::report::{Format, Report};

use super::{SCREEN, fixtures, shown};

/// A dozen targets of every verdict, whose names would leave their place if they could.
fn dozen() -> Report {
    let mut report = fixtures::hostile();
    let first = report.targets[0].clone();
    report.targets = (0..12)
        .map(|number| {
            let mut target = first.clone();
            target.verdict = Verdict::ALL[number % Verdict::ALL.len()];
            target.facts.target.typed = format!("\"><i>{}.test", 20 - number);
            target
        })
        .collect();
    report
}

/// The values of every attribute of this name.
fn values<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let begins = format!(" {name}=\"");
    let after = text.split(begins.as_str()).skip(1);
    after
        .filter_map(|rest| Some(rest.split_once('"')?.0))
        .collect()
}

#[test]
fn many_targets_can_be_ordered_and_some_left_out() {
    let text = shown(&dozen(), Format::Html, SCREEN);
    assert!(!text.contains("<i>") && !text.contains("<script"));
    let (head, body) = text.split_once("</style>").expect("a sheet");
    // Each button but the two for the page as it is has its rule, and each rule its button.
    let buttons: BTreeSet<&str> = body
        .split("<input")
        .skip(1)
        .filter_map(|rest| values(rest, "id").first().copied())
        .collect();
    let rules: BTreeSet<&str> = head
        .split(":has(#")
        .skip(1)
        .filter_map(|rest| rest.split_once(':').map(|(id, _)| id))
        .collect();
    let mut expected = rules.clone();
    expected.extend(["show-all", "by-worst"]);
    assert_eq!(buttons, expected);
    assert_eq!(values(body, "checked").len(), 2);
    assert!(values(body, "type").iter().all(|kind| *kind == "radio"));
    // Every target stands in the list and in the table, and has its place in each order.
    let ones = values(body, "class");
    let ones = ones.iter().filter(|class| class.starts_with("one of-"));
    assert_eq!(ones.count(), 24);
    let orders = values(body, "style");
    let of_rows = |name: &str| -> BTreeSet<usize> {
        let name = format!("--{name}:");
        let places = orders.iter().filter_map(|style| style.split_once(&name));
        let places = places.map(|(_, rest)| rest.split(';').next().expect("a number"));
        places
            .map(|place| place.parse().expect("a number"))
            .collect()
    };
    assert_eq!(of_rows("by-name"), (0..12).collect());
    assert_eq!(of_rows("by-line"), (0..12).collect());
    // 10.test is the first by name, as names are compared.
    assert!(body.contains("--by-name:0;--by-line:10"), "{body}");
}

#[test]
fn few_targets_are_seen_at_a_glance() {
    let mut report = dozen();
    report.targets.truncate(10);
    let text = shown(&report, Format::Html, SCREEN);
    assert!(!text.contains("<input") && !text.contains("--by-name:"));
}
