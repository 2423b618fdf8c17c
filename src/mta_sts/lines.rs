//! Lines and the semicolons of a record, each with its place.

/// A piece of a text, and the column in characters at which it begins, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) column: usize,
}

/// What stands between the semicolons of a record, without the blanks around it (`*WSP ";" *WSP`).
pub(super) fn fields(record: &str) -> Vec<Piece<'_>> {
    pieces(record, ';')
}

/// What stands between separators, without the blanks around it.
pub(super) fn pieces(text: &str, separator: char) -> Vec<Piece<'_>> {
    let mut column = 1;
    let pieces = text.split(separator).map(|piece| {
        let inner = piece.trim_start_matches(BLANKS);
        let before = piece[..piece.len() - inner.len()].chars().count();
        let found = Piece {
            text: inner.trim_end_matches(BLANKS),
            column: column + before,
        };
        column += piece.chars().count() + 1;
        found
    });
    pieces.collect()
}

/// WSP of RFC 5234.
pub(super) const BLANKS: [char; 2] = [' ', '\t'];
