//! How much of what servers said a report has room for: a server decides how long that is, and with sixteen addresses it is
//! said a hundred times.

use std::io;

use serde::Serialize;

use crate::report::sentences::lossy;
use crate::wire::Text;

/// Bytes of output for what the servers of a target said in all, and for what was said in one check.
const TARGET_MAX: usize = 2 * 1024 * 1024;
const CHECK_MAX: usize = 224 * 1024;

/// What is left.
#[derive(Debug)]
pub(super) struct Room {
    target: usize,
    check: usize,
}

impl Room {
    /// For a target.
    pub(super) fn new() -> Self {
        Self {
            target: TARGET_MAX,
            check: CHECK_MAX,
        }
    }

    /// Begins a check.
    pub(super) fn next_check(&mut self) {
        self.check = CHECK_MAX;
    }

    /// `text`, where there is room for it.
    pub(super) fn text(&mut self, text: &Text) -> Option<String> {
        let text = lossy(text);
        self.spend(cost(&text))?;
        Some(text)
    }

    /// Whether there is room for `object`, which takes it.
    pub(super) fn takes(&mut self, object: &impl Serialize) -> bool {
        let mut bytes = Counted(0);
        let counted = serde_json::to_writer(&mut bytes, object);
        counted.is_ok() && self.spend(bytes.0).is_some()
    }

    fn spend(&mut self, bytes: usize) -> Option<()> {
        let (target, check) = (
            self.target.checked_sub(bytes)?,
            self.check.checked_sub(bytes)?,
        );
        (self.target, self.check) = (target, check);
        Some(())
    }

    /// As many entries of a list as there is room for.
    pub(super) fn texts(&mut self, list: &[Text]) -> Vec<String> {
        list.iter().map_while(|one| self.text(one)).collect()
    }

    /// As many lines as there is room for, as one text.
    pub(super) fn joined(&mut self, lines: &[Text]) -> String {
        self.texts(lines).join("\n")
    }
}

/// How many bytes were written. Nothing is kept of them.
struct Counted(usize);

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Bytes of a JSON string, at most: what does not show takes six.
fn cost(text: &str) -> usize {
    const ESCAPE: usize = 6;
    let letters = text.chars().map(|letter| match letter {
        '"' | '\\' => 2,
        ' '..='~' => 1,
        other => other.len_utf16() * ESCAPE,
    });
    // Quotes, the comma and the names around it.
    letters.sum::<usize>() + 100
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_does_not_decide_how_long_a_report_is() {
        let said = Text(vec![0x1b; 1024]);
        let mut room = Room::new();
        let mut bytes = 0;
        for _ in 0..112 {
            room.next_check();
            let kept = room.texts(&vec![said.clone(); 64]);
            let of_check: usize = kept
                .iter()
                .map(|text| serde_json::to_string(text).map_or(0, |json| json.len()))
                .sum();
            assert!(of_check <= CHECK_MAX, "{of_check}");
            bytes += of_check;
        }
        assert!(bytes > TARGET_MAX / 2 && bytes <= TARGET_MAX, "{bytes}");
    }
}
