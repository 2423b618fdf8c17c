//! Which programs can connect, in words.

use crate::args;
use crate::facts::{Check, Facts};
use crate::programs::{Connects, Judgement, Measured, judge_all};
use crate::words::{Args, Words};

/// What is said of every program. Nothing where TLS was not spoken.
fn all_programs(facts: &Facts, check: &Check) -> Vec<Judgement> {
    Measured::of_check(check, facts.started_at)
        .map(|measured| judge_all(&measured))
        .unwrap_or_default()
}

/// The same, where some can connect and others cannot. That a program which looks at no certificate connects where all
/// others refuse it says nothing of the server.
pub fn differing_programs(facts: &Facts, check: &Check) -> Vec<Judgement> {
    let all = all_programs(facts, check);
    let blind = |one: &Judgement| one.profile.chain.is_none();
    let cannot = all.iter().any(|one| one.connects == Connects::No);
    let may = |one: &Judgement| !blind(one) && one.connects != Connects::No;
    if cannot && all.iter().any(may) {
        all
    } else {
        Vec::new()
    }
}

/// Why a program cannot connect, or why that is not known.
pub fn program_reasons(words: &Words, one: &Judgement) -> Option<String> {
    let reason = one.reasons.first()?;
    let mut args: Args = reason.cause.args();
    args.insert("programs", one.profile.name.into());
    Some(words.text(reason.cause.sentence(), &args))
}

/// A line for each program, for those who want to know everything.
pub fn program_lines(words: &Words, facts: &Facts, check: &Check) -> Vec<String> {
    let all = all_programs(facts, check);
    if all.is_empty() {
        return Vec::new();
    }
    let can = all.iter().filter(|one| one.connects == Connects::Yes);
    let can: Vec<&str> = can.map(|one| one.profile.name).collect();
    let mut lines = Vec::new();
    if !can.is_empty() {
        let args = args! { "programs" => can.join(", ") };
        lines.push(words.text("record-programs-can", &args));
    }
    for (wanted, id) in [
        (Connects::No, "record-program-cannot"),
        (Connects::Unknown, "record-program-unknown"),
    ] {
        let those = all.iter().filter(|one| one.connects == wanted);
        let told = those.filter_map(|one| program_reasons(words, one));
        lines.extend(told.map(|why| words.text(id, &args! { "why" => why })));
    }
    lines
}
