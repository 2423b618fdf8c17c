//! Lines and columns: wrapping and padding by the width that a terminal gives a character.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::style::{Paint, Tone};

/// Cuts `text` into lines of at most `width` columns, at spaces and between wide characters. A word that is longer than
/// a line is cut where the line ends.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for piece in pieces(text) {
        if used + piece.trim_end().width() > width && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        for letter in piece.chars() {
            let columns = letter.width().unwrap_or(0);
            if used + columns > width && letter != ' ' {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(letter);
            used += columns;
        }
    }
    lines.push(line);
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

/// `text` with spaces behind it, up to `width` columns.
pub fn pad(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(missing))
}

/// A paragraph: its first line behind `first`, the others indented as far.
pub fn hanging(first: &str, text: &str, width: usize) -> String {
    let indent = first.width();
    let mut paragraph = String::new();
    for (number, line) in wrap(text, width.saturating_sub(indent)).iter().enumerate() {
        if number == 0 {
            paragraph.push_str(first);
        } else {
            paragraph.push_str(&" ".repeat(indent));
        }
        paragraph.push_str(line);
        paragraph.push('\n');
    }
    paragraph
}

/// A paragraph whose first line stands out to the left, as the rows of a table do.
fn outdented(text: &str, width: usize) -> String {
    wrap(text, width.saturating_sub(2)).join("\n  ") + "\n"
}

/// A cell: what it says, and its colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Made safe for the terminal.
    pub text: String,
    /// Its colour.
    pub tone: Tone,
}

impl Cell {
    /// A cell without colour.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: Tone::Plain,
        }
    }
}

/// A line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableLine {
    /// A line of cells.
    Cells(Vec<Cell>),
    /// A heading within the table, over its whole width.
    Group(String),
}

/// How narrow the last column may become before it moves below its row.
const LAST_COLUMN_MIN: usize = 24;

/// A table without rules: columns as wide as their widest cell, two spaces between them; the last column takes what is
/// left and wraps. `right` names the columns of numbers.
pub fn table(lines: &[TableLine], right: &[usize], width: usize, paint: Paint) -> String {
    let widths = column_widths(lines);
    let Some((last, fixed)) = widths.split_last() else {
        return String::new();
    };
    // A column in which no row says anything takes no room.
    let used = fixed.iter().filter(|column| **column > 0);
    let before: usize = used.map(|column| column + 2).sum();
    let columns = Columns {
        fixed,
        right,
        before,
        beside: width >= before + LAST_COLUMN_MIN.min(*last),
        width,
        paint,
    };
    let mut page = String::new();
    for line in lines {
        match line {
            TableLine::Group(text) => page.push_str(&outdented(text, width)),
            TableLine::Cells(cells) => columns.push(&mut page, cells),
        }
    }
    page
}

struct Columns<'a> {
    fixed: &'a [usize],
    right: &'a [usize],
    before: usize,
    beside: bool,
    width: usize,
    paint: Paint,
}

impl Columns<'_> {
    fn push(&self, page: &mut String, cells: &[Cell]) {
        let Some((last, others)) = cells.split_last() else {
            return;
        };
        if self.before > self.width + 2 {
            // Not even the fixed columns fit.
            let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
            let texts = texts.into_iter().filter(|text| !text.is_empty());
            let row = texts.collect::<Vec<_>>().join("  ");
            for (number, line) in wrap(&row, self.width.saturating_sub(4)).iter().enumerate() {
                page.push_str(if number == 0 { "" } else { "    " });
                page.push_str(line);
                page.push('\n');
            }
            return;
        }
        let mut row = String::new();
        for (number, (cell, width)) in others.iter().zip(self.fixed).enumerate() {
            if *width == 0 {
                continue;
            }
            let gap = " ".repeat(width.saturating_sub(cell.text.width()));
            let painted = self.paint.tone(cell.tone, &cell.text);
            if self.right.contains(&number) {
                row.push_str(&gap);
                row.push_str(&painted);
            } else {
                row.push_str(&painted);
                row.push_str(&gap);
            }
            row.push_str("  ");
        }
        let indent = if self.beside { self.before } else { 4 };
        let mut rest = wrap(&last.text, self.width.saturating_sub(indent)).into_iter();
        if self.beside {
            row.push_str(&self.paint.tone(last.tone, &rest.next().unwrap_or_default()));
        }
        page.push_str(row.trim_end());
        page.push('\n');
        for line in rest.filter(|line| !line.is_empty()) {
            page.push_str(&" ".repeat(indent));
            page.push_str(&self.paint.tone(last.tone, &line));
            page.push('\n');
        }
    }
}

fn column_widths(lines: &[TableLine]) -> Vec<usize> {
    let mut widths: Vec<usize> = Vec::new();
    for line in lines {
        let TableLine::Cells(cells) = line else {
            continue;
        };
        for (number, cell) in cells.iter().enumerate() {
            if widths.len() == number {
                widths.push(0);
            }
            widths[number] = widths[number].max(cell.text.width());
        }
    }
    widths
}

/// Cuts text where a line may end: behind spaces, and around wide characters, which have no spaces between words. A
/// number and the name of the error it stands for stay together.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut last = None;
    for (place, letter) in text.char_indices() {
        if let Some(last) = last
            && may_break(text, place, last, letter)
        {
            pieces.push(&text[start..place]);
            start = place;
        }
        last = Some(letter);
    }
    pieces.push(&text[start..]);
    pieces
}

/// Whether a line may end between two neighbours, the second of which is at `place`.
fn may_break(text: &str, place: usize, last: char, next: char) -> bool {
    if next == ' ' {
        return false;
    }
    if last == ' ' {
        let before = text[..place].trim_end();
        let number = before.ends_with(|letter: char| letter.is_ascii_digit());
        return !(number && begins_with_error_name(&text[place..]));
    }
    (is_wide(last) || is_wide(next)) && !is_opening(last) && !is_closing(next)
}

/// "WSAETIMEDOUT", "ECONNREFUSED".
fn begins_with_error_name(text: &str) -> bool {
    let of_name = |letter: char| letter.is_ascii_uppercase() || letter == '_';
    let name = text
        .split(|letter| !of_name(letter))
        .next()
        .unwrap_or_default();
    name.len() >= 4 && (name.starts_with("WSA") || name.starts_with('E'))
}

fn is_wide(letter: char) -> bool {
    letter.width() == Some(2)
}

/// Punctuation that does not end a line.
fn is_opening(letter: char) -> bool {
    matches!(
        letter,
        '（' | '「' | '『' | '《' | '【' | '“' | '‘' | '(' | '[' | '{' | '<'
    )
}

/// Punctuation that does not begin a line.
fn is_closing(letter: char) -> bool {
    matches!(
        letter,
        '、' | '。'
            | '，'
            | '；'
            | '：'
            | '？'
            | '！'
            | '）'
            | '」'
            | '』'
            | '》'
            | '】'
            | '”'
            | '’'
            | ','
            | '.'
            | ';'
            | ':'
            | '?'
            | '!'
            | ')'
            | ']'
            | '}'
            | '>'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_spaces_and_between_wide_characters() {
        let rows: [(&str, usize, &[&str]); 11] = [
            (
                "timeout (10060 WSAETIMEDOUT)",
                20,
                &["timeout", "(10060 WSAETIMEDOUT)"],
            ),
            ("one two three", 7, &["one two", "three"]),
            ("one two three", 80, &["one two three"]),
            ("", 10, &[""]),
            ("abcdefgh", 3, &["abc", "def", "gh"]),
            ("服务器没有应答。", 6, &["服务器", "没有应", "答。"]),
            ("端口 587 关闭", 8, &["端口 587", "关闭"]),
            // Signs that open stay with what follows, signs that close with what they follow.
            ("关闭了（TLS）吗？", 8, &["关闭了", "（TLS）", "吗？"]),
            ("答复“端口”。", 6, &["答复", "“端", "口”。"]),
            ("说“没有”", 8, &["说“没有”"]),
            ("错误 10060 (超时)", 11, &["错误 10060", "(超时)"]),
        ];
        for (text, width, lines) in rows {
            assert_eq!(wrap(text, width), lines, "{text}");
        }
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let text = "Der Server mail.example.com 服务器 antwortet nicht, weil https://example.com/a-very-long-path";
        for width in 4..100 {
            for line in wrap(text, width) {
                assert!(line.width() <= width, "{width}: {line}");
            }
        }
    }

    #[test]
    fn columns_align_by_terminal_width() {
        let row = |a: &str, b: &str, c: &str| {
            TableLine::Cells([a, b, c].into_iter().map(Cell::plain).collect())
        };
        let lines = [row("服务", "1", "x"), row("smtp", "25", "y z")];
        let plain = Paint { on: false };
        assert_eq!(
            table(&lines, &[1], 80, plain),
            "服务   1  x\nsmtp  25  y z\n"
        );
    }

    #[test]
    fn a_narrow_page_puts_the_last_column_below() {
        let lines = [TableLine::Cells(vec![
            Cell::plain("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"),
            Cell::plain("nothing came back in time"),
        ])];
        assert_eq!(
            table(&lines, &[], 60, Paint { on: false }),
            "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff\n    nothing came back in time\n"
        );
    }

    /// A last column that needs less than the least stays beside the others.
    #[test]
    fn a_last_column_that_fits_is_not_put_below() {
        let row = |cells: [&str; 2]| TableLine::Cells(cells.map(Cell::plain).to_vec());
        let lines = [
            row(["dane-host.example.test  delivers", "delivers"]),
            row(["Mail exchanger", "Checks neither"]),
        ];
        let paint = Paint { on: false };
        let beside = "dane-host.example.test  delivers  delivers\n\
                      Mail exchanger                    Checks neither\n";
        assert_eq!(table(&lines, &[], 48, paint), beside);
        assert!(table(&lines, &[], 47, paint).contains("\n    delivers\n"));
    }
}
