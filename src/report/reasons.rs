//! Why we think so: the reasons of all findings, each list once.

use super::{TargetReport, path, sentences};
use crate::facts::Facts;
use crate::finding::Finding;
use crate::words::Words;

/// Reasons, and the titles of the findings that rest on them.
pub(super) struct Reasons {
    pub(super) titles: Vec<String>,
    pub(super) reasons: Vec<String>,
}

/// The reasons of every finding that has some, in the order of the findings. Those that rest on the same stand together.
pub(super) fn of(words: &Words, target: &TargetReport) -> Vec<Reasons> {
    let mut all: Vec<Reasons> = Vec::new();
    for finding in &target.findings {
        let reasons = of_finding(words, &target.facts, finding);
        let title = sentences::title(words, finding);
        match all.iter_mut().find(|other| other.reasons == reasons) {
            _ if reasons.is_empty() => {}
            Some(same) => same.titles.push(title),
            None => all.push(Reasons {
                titles: vec![title],
                reasons,
            }),
        }
    }
    all
}

fn of_finding(words: &Words, facts: &Facts, finding: &Finding) -> Vec<String> {
    let evidence = sentences::evidence(words, facts, finding).into_iter();
    let paths = path::beside_evidence(facts, finding).into_iter();
    let paths = paths.map(|sweep| words.text("path-line", &path::line_args(words, sweep)));
    evidence.chain(paths).collect()
}
