//! Files that the program reads whole, and not more of them than it can use.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// A report of one target is some hundred kilobytes; this is more than any run makes.
pub const MAX: u64 = 16 * 1024 * 1024;

/// Why a file was not read. The text says what would be right.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// The system's error.
    #[error("{} cannot be read: {source}", .path.display())]
    Io {
        /// As typed.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// More than [`MAX`].
    #[error("{} is larger than 16 MiB, and no report is; give a file made with -f json", .path.display())]
    TooLarge {
        /// As typed.
        path: PathBuf,
    },
}

/// Reads what is at `path`, or standard input where it is `-`.
pub fn read(path: &Path) -> Result<Vec<u8>, InputError> {
    let failed = |source| InputError::Io {
        path: path.to_owned(),
        source,
    };
    let bytes = if path.as_os_str() == "-" {
        up_to_max(io::stdin().lock())
    } else {
        File::open(path).and_then(up_to_max)
    };
    bytes.map_err(failed)?.ok_or_else(|| InputError::TooLarge {
        path: path.to_owned(),
    })
}

fn up_to_max(from: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let read = from.take(MAX + 1).read_to_end(&mut bytes)?;
    Ok((u64::try_from(read).unwrap_or(u64::MAX) <= MAX).then_some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_end_is_too_large() {
        assert!(up_to_max(io::repeat(b' ')).expect("it reads").is_none());
        let whole = up_to_max(io::repeat(b' ').take(MAX)).expect("it reads");
        assert_eq!(whole.map(|bytes| bytes.len() as u64), Some(MAX));
    }
}
