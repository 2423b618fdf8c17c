//! The properties that every parser of `mailcheck::wire` keeps.

use std::fmt::Debug;

use mailcheck::wire::{MAX_LINE, MAX_REPLY, Malformed, Text};

/// An answer is final, takes what it needs and no more than it was given.
///
/// What a prefix says for good, the whole says too. A finished value is the same without the leftover, and unfinished
/// without its last byte.
pub fn check<T: PartialEq + Debug>(
    bytes: &[u8],
    parse: impl Fn(&[u8]) -> Result<Option<(T, usize)>, Malformed>,
) {
    let whole = parse(bytes);
    for end in cuts(bytes.len()) {
        let prefix = parse(&bytes[..end]);
        assert!(
            prefix == Ok(None) || prefix == whole,
            "{prefix:?} at {end}, then {whole:?}"
        );
    }
    match &whole {
        Ok(Some((_, used))) => {
            assert!(*used <= bytes.len() && *used <= MAX_REPLY);
            assert_eq!(parse(&bytes[..*used]), whole);
            assert_eq!(parse(&bytes[..used - 1]), Ok(None));
        }
        // Nothing asks for more than the limit.
        Ok(None) => assert!(bytes.len() < MAX_REPLY),
        Err(Malformed::NotAReply { line } | Malformed::CodeChanges { line, .. }) => {
            check_line(line)
        }
        Err(Malformed::LineTooLong
            | Malformed::ReplyTooLong
            | Malformed::NotAProxy
            | Malformed::BrokenTls) => {}
    }
}

/// A line holds no line ending and keeps the limit.
pub fn check_line(line: &Text) {
    assert!(line.0.len() < MAX_LINE);
    assert!(!line.0.contains(&b'\n'));
}

/// Every length of a short input, some of a long one: all would take quadratic time.
pub fn cuts(length: usize) -> impl Iterator<Item = usize> {
    (0..length).step_by(length / 256 + 1)
}
