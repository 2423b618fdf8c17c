//! Tables of numbers: what systems, mail programs and servers mean by them.

/// A family of operating systems, for their error numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Os {
    /// Linux.
    Linux,
    /// macOS and the BSDs.
    MacOs,
    /// Windows.
    Windows,
}

impl Os {
    /// The system this was built for.
    pub const HERE: Self = if cfg!(windows) {
        Self::Windows
    } else if cfg!(target_os = "linux") {
        Self::Linux
    } else {
        Self::MacOs
    };
}
