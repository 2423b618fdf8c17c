//! Lines that people pasted in public, and what comes first in the answer to each.
//!
//! Each of [`FILES`] holds one a row: the id of the words that must come first, the ids that must not come at all (or `-`), and the
//! line. Comments name where it was seen.

use super::explain;
use crate::explain::Note;

struct Row {
    first: &'static str,
    never: Vec<&'static str>,
    line: String,
}

const FILES: [&str; 10] = [
    include_str!("lines.tsv"),
    include_str!("reports.tsv"),
    include_str!("pasted.tsv"),
    include_str!("headlines.tsv"),
    include_str!("fresh.tsv"),
    include_str!("abroad.tsv"),
    include_str!("programs.tsv"),
    include_str!("bounces.tsv"),
    include_str!("clauses.tsv"),
    include_str!("libraries.tsv"),
];

fn rows() -> Vec<Row> {
    let written = FILES.iter().flat_map(|file| file.lines());
    let written = written.filter(|row| !row.is_empty() && !row.starts_with('#'));
    written
        .map(|row| {
            let mut cells = row.splitn(3, '\t');
            let mut cell = || cells.next().unwrap_or_else(|| panic!("three cells: {row}"));
            let (first, never, line) = (cell(), cell(), cell());
            Row {
                first,
                never: never.split(',').filter(|id| *id != "-").collect(),
                line: line
                    .replace("\\n", "\n")
                    .replace("\\t", "\t")
                    .replace("\\e", "\u{1b}"),
            }
        })
        .collect()
}

#[test]
fn every_line_is_read_as_it_was_meant() {
    let mut faults = Vec::new();
    for row in rows() {
        let answer = explain(&row.line);
        let words: Vec<_> = answer
            .readings
            .iter()
            .map(|reading| reading.words.as_str())
            .collect();
        let sound = answer.notes.contains(&Note::ConnectionWorks);
        let first = words.first().copied().unwrap_or("unknown");
        if first != row.first {
            faults.push(format!(
                "{}\n  wanted {}, came {words:?}",
                row.line, row.first
            ));
        }
        for never in &row.never {
            if words.contains(never) || (*never == "works" && sound) {
                faults.push(format!("{}\n  {never} must not come: {words:?}", row.line));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn a_line_is_read_through_what_its_way_here_did_to_it() {
    let mut faults = Vec::new();
    for (index, row) in rows().iter().filter(|row| is_sentence(row)).enumerate() {
        let mut changes = vec![
            format!("\u{201c}{}\u{201d}", row.line),
            format!("\u{1b}[1;31m{}\u{1b}[0m", row.line),
        ];
        if index % 40 == 0 {
            let filler = "a line of a log that says nothing at all\r\n".repeat(2000);
            changes.push(format!("{filler}{}", row.line));
        }
        for changed in changes {
            let answer = explain(&changed);
            let first = answer
                .readings
                .first()
                .map_or("unknown", |reading| reading.words.as_str());
            if first != row.first {
                faults.push(format!(
                    "{}\n  wanted {}, came {first}",
                    row.line, row.first
                ));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// Whether a row is a sentence of one line. A word or a short name has readings of its own that a text has not, and the
/// signs of other encodings mean something else when they stand in more text.
fn is_sentence(row: &Row) -> bool {
    let plain = !row.line.contains(['\n', '&', '\u{1b}', '=', '\\']);
    plain && row.line.contains(' ') && row.line.len() > 24
}

/// What other programs say in the words of mail servers. `others.tsv` has one a line, which may well be an error of the system
/// or of TLS; but no mail server said it, and where it is about a login, the page says that any program may have.
#[test]
fn what_other_programs_say_is_no_word_of_a_mail_server() {
    let mut faults = Vec::new();
    for line in include_str!("others.tsv").lines() {
        if line.starts_with('#') {
            continue;
        }
        let answer = explain(line);
        let said = answer
            .readings
            .iter()
            .find(|reading| reading.words.starts_with("code-text-"));
        if let Some(said) = said.filter(|_| !answer.notes.contains(&Note::AnyProgram)) {
            faults.push(format!("{line}\n  {}", said.words));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
