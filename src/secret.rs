//! Text that nobody may see.

mod source;
mod terminal;

use std::fmt;

use zeroize::Zeroizing;

pub use self::source::{Fault, Found, SecretError, Source, VARIABLE, find};

/// A password or a token. It has no `Display`, is never serialised, its `Debug` says `(redacted)` in every build, and its
/// memory is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// What stands where the secret would.
    pub const SHOWN: &str = "(redacted)";

    /// Takes the text out of sight.
    pub fn new(text: impl Into<String>) -> Self {
        Self(Zeroizing::new(text.into()))
    }

    /// The text itself, for the wire alone.
    pub(crate) fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(Self::SHOWN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_shown() {
        let secret = Secret::new("hunter2");
        let shown = [
            format!("{secret:?}"),
            format!("{secret:#?}"),
            format!("{:?}", Some(vec![secret.clone()])),
        ];
        for text in shown {
            assert!(
                !text.contains("hunter2") && text.contains(Secret::SHOWN),
                "{text}"
            );
        }
        assert_eq!(secret.expose(), "hunter2");
    }
}
