//! What servers say, text by text.

use super::*;

#[test]
fn what_a_server_says_is_read_as_it_was_meant() {
    let rows = include_str!("servers.tsv").lines();
    let rows = rows.filter(|row| !row.starts_with('#'));
    let wrong: Vec<_> = rows
        .filter_map(|row| {
            let (id, text) = row.split_once('\t').expect("an id and a text");
            let says = reply_text(&text.replace("\\n", "\n")).map_or("-", ReplyText::words);
            (says != id).then(|| format!("{text}\n  {says}, not {id}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A row of the tables that is too wide says so of every text that begins with a yes.
#[test]
fn nobody_is_refused_by_a_greeting() {
    for row in patterns() {
        let words = row.fragments.join(" ");
        for yes in ["220 mx.example.org ", "250-", "+OK ", "* OK "] {
            let text = format!("{yes}{words}");
            let says = reply_text(&text);
            let of_path = says.is_none_or(|says| says.about() == About::Path);
            assert!(of_path || is_coded(&text), "{text}: {says:?}");
        }
    }
}
