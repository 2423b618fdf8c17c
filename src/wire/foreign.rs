//! Which protocol speaks, by its first bytes.

/// A protocol told by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaks {
    /// RFC 9112.
    Http,
}
