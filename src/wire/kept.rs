//! How much is kept of what a server says: bounded in bytes, in memory and in every output.
//!
//! A server may say a great deal within the limits of a reply, many times a check. What is kept of it is cut here, once,
//! with a mark that says how much is left out, so that no face of the report has to be on its guard.

use super::Text;

/// Of one line, in bytes.
pub const MAX_KEPT_LINE: usize = 1024;
/// Of one reply or greeting, in bytes as they are printed.
pub const MAX_KEPT_REPLY: usize = 8 * 1024;
/// Of one list of capabilities, in bytes as they are printed.
pub const MAX_KEPT_LIST: usize = 16 * 1024;
/// Of the dialogue of one check, in bytes as they are printed.
pub const MAX_KEPT_DIALOGUE: usize = 64 * 1024;
/// Of a list of capabilities, in entries.
const MAX_ENTRIES: usize = 128;

/// What an entry costs beside its text: its place in memory, and what a report prints around it.
const ENTRY: usize = 32;

/// One line or text, cut at `most` bytes and between characters: `220 mx…[+1200]`.
pub fn text(bytes: &[u8], most: usize) -> Text {
    if bytes.len() <= most {
        return bytes.into();
    }
    // A character of UTF-8 has at most three bytes behind its first.
    let is_inside = |at: usize| bytes[at] & 0xc0 == 0x80;
    let end = (most.saturating_sub(3)..=most)
        .rev()
        .find(|at| !is_inside(*at))
        .unwrap_or(most);
    let mut cut = bytes[..end].to_vec();
    cut.extend_from_slice(mark(bytes.len() - end).as_bytes());
    Text(cut)
}

/// The lines of a reply, as far as [`MAX_KEPT_REPLY`] goes.
pub fn reply(lines: Vec<Text>) -> Vec<Text> {
    bounded(lines, MAX_KEPT_REPLY, usize::MAX)
}

/// The entries of a list of capabilities, as far as [`MAX_KEPT_LIST`] goes.
pub fn list(words: Vec<Text>) -> Vec<Text> {
    bounded(words, MAX_KEPT_LIST, MAX_ENTRIES)
}

/// Entries while there is room; where some are left out, a last one says how many bytes those had.
fn bounded(lines: Vec<Text>, most: usize, entries: usize) -> Vec<Text> {
    let mut room = Room::new(most);
    let mut kept = Vec::new();
    let mut left_out = 0;
    for line in lines {
        let length = line.0.len();
        let cut = if length <= MAX_KEPT_LINE {
            line
        } else {
            text(&line.0, MAX_KEPT_LINE)
        };
        if left_out == 0 && kept.len() < entries && room.take(ENTRY, &cut.0) {
            kept.push(cut);
        } else {
            left_out += length;
        }
    }
    if left_out > 0 {
        kept.push(Text::from(mark(left_out).as_str()));
    }
    kept
}

/// What stands in the place of so many bytes.
pub fn mark(left_out: usize) -> String {
    format!("…[+{left_out}]")
}

/// Room for so many bytes as they are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    left: usize,
}

impl Room {
    /// Room for `bytes`.
    pub const fn new(bytes: usize) -> Self {
        Self { left: bytes }
    }

    /// Takes the room for a text and for what is printed around it. Whether there was enough; what is too big takes
    /// none.
    pub fn take(&mut self, around: usize, text: &[u8]) -> bool {
        let wanted = around + printed(text);
        let enough = wanted <= self.left;
        if enough {
            self.left -= wanted;
        }
        enough
    }
}

/// How many bytes a text has at most where it is printed. A control byte is `\\x1b` in JSON, `<` is `&lt;` in HTML.
fn printed(text: &[u8]) -> usize {
    let each = text.iter().map(|byte| match byte {
        b'"' | b'\'' | b'&' | b'<' | b'>' => 6,
        b' '..=b'~' if *byte != b'\\' => 1,
        _ => 5,
    });
    each.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_says_how_much_is_left_out() {
        assert_eq!(text(b"220 mx", 6), Text::from("220 mx"));
        assert_eq!(text(b"220 mail", 6), Text::from("220 ma…[+2]"));
        // Between characters, and no farther back than one of them goes.
        assert_eq!(text("220 aé".as_bytes(), 6), Text::from("220 a…[+2]"));
        assert_eq!(text("邮邮邮".as_bytes(), 8), Text::from("邮邮…[+3]"));
        assert_eq!(
            text(&[0x80; 9], 6).0,
            [&[0x80; 6][..], "…[+3]".as_bytes()].concat()
        );
    }

    #[test]
    fn a_reply_is_kept_as_far_as_there_is_room() {
        let few = vec![Text::from("250-mx"), Text::from("250 SIZE")];
        assert_eq!(reply(few.clone()), few);
        let many = vec![Text(vec![0x1b; 100]); 1000];
        let kept = reply(many);
        let bytes: usize = kept.iter().map(|line| ENTRY + printed(&line.0)).sum();
        assert!(bytes < MAX_KEPT_REPLY + 100, "{bytes}");
        let whole = kept.len() - 1;
        let left_out = format!("…[+{}]", (1000 - whole) * 100);
        assert_eq!(kept[whole], Text::from(left_out.as_str()));
    }

    #[test]
    fn a_list_is_bounded_in_entries_too() {
        let words: Vec<Text> = (0..500)
            .map(|number| Text::from(format!("X{number}").as_str()))
            .collect();
        let kept = list(words.clone());
        assert_eq!(kept.len(), MAX_ENTRIES + 1);
        assert_eq!(kept[..MAX_ENTRIES], words[..MAX_ENTRIES]);
        // 372 names of four bytes.
        assert_eq!(kept[MAX_ENTRIES], Text::from("…[+1488]"));
    }

    #[test]
    fn room_is_counted_as_printed() {
        let mut room = Room::new(20);
        assert!(room.take(2, b"abc"));
        assert!(room.take(0, b"\x1b<"));
        assert!(!room.take(0, b"12345"));
        assert!(room.take(0, b"1234"));
        assert!(!room.take(1, b""));
    }
}
