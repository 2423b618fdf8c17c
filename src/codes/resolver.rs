//! What the system's own name resolution can fail with.
//!
//! Sources: glibc `netdb.h`; Apple's `netdb.h`; `winerror.h` and `ws2tcpip.h`.

use super::Os;
use super::socket::Number;

/// A failure of `getaddrinfo`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Failure {
    /// The name does not exist.
    NotFound,
    /// The resolver failed for now; nothing is said of the name.
    TryAgain,
    /// The resolver rejects the question.
    Permanent,
    /// The name exists and has no address of the kind.
    NoData,
    /// The address family is not supported.
    Family,
    /// The name has no address in the wanted family.
    AddressFamily,
    /// The service name is unknown.
    Service,
    /// The socket type is not supported.
    SocketType,
    /// Out of memory.
    Memory,
    /// The call was made with bad flags.
    Flags,
    /// A system call failed; errno says which way.
    System,
    /// An argument was too long.
    Overflow,
    /// The name cannot be written in the form that DNS needs.
    IdnEncode,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// What the row is about.
    pub failure: Failure,
    /// The id of its words.
    pub words: &'static str,
    /// The number of glibc, a negative one.
    pub linux: Option<Number>,
    /// The number of macOS.
    pub macos: Option<Number>,
    /// The number of Winsock, where it is not one of the socket table.
    pub winsock: Option<Number>,
}

impl Failure {
    /// The row of this failure.
    pub fn row(self) -> &'static Row {
        // A test holds that every failure has a row.
        super::find(TABLE, |row| row.failure == self).unwrap_or(&TABLE[0])
    }

    /// The id of the words: `code-resolver-not-found`.
    pub fn words(self) -> &'static str {
        self.row().words
    }

    /// The number and name on `os`, where that system has one.
    pub fn number(self, os: Os) -> Option<Number> {
        let row = self.row();
        match os {
            Os::Linux => row.linux,
            Os::MacOs => row.macos,
            Os::Windows => row.winsock,
        }
    }

    /// The number that Windows would show for the same thing.
    pub fn winsock(self) -> Option<Number> {
        self.row().winsock
    }
}

/// What the number `code` means when name resolution on `os` returns it.
pub fn failure(os: Os, code: i32) -> Option<Failure> {
    super::find(TABLE, |row| {
        row.failure.number(os).is_some_and(|(n, _)| n == code)
    })
    .map(|row| row.failure)
}

/// What a name such as `EAI_AGAIN`, `WSAHOST_NOT_FOUND` or `HOST_NOT_FOUND` means, in any case.
pub fn by_name(name: &str) -> Option<Failure> {
    let is = |number: Option<Number>| number.is_some_and(|(_, n)| n.eq_ignore_ascii_case(name));
    let alias = || super::find(ALIASES, |(alias, _)| alias.eq_ignore_ascii_case(name));
    super::find(TABLE, |row| {
        is(row.linux) || is(row.macos) || is(row.winsock)
    })
    .map(|row| row.failure)
    .or_else(|| alias().map(|(_, failure)| *failure))
}

/// The older names of `gethostbyname`, and what other resolvers call the same.
const ALIASES: &[(&str, Failure)] = &[
    ("HOST_NOT_FOUND", Failure::NotFound),
    ("TRY_AGAIN", Failure::TryAgain),
    ("NO_RECOVERY", Failure::Permanent),
    ("NO_DATA", Failure::NoData),
    ("NO_ADDRESS", Failure::NoData),
    // What Node.js reports.
    ("ENOTFOUND", Failure::NotFound),
    ("UnknownHostException", Failure::NotFound),
];

const fn row(
    failure: Failure,
    words: &'static str,
    linux: Option<Number>,
    macos: Option<Number>,
    winsock: Option<Number>,
) -> Row {
    Row {
        failure,
        words,
        linux,
        macos,
        winsock,
    }
}

/// Every failure, one row each.
#[rustfmt::skip] // a table is read by its columns
pub const TABLE: &[Row] = &[
    row(Failure::NotFound, "code-resolver-not-found", Some((-2, "EAI_NONAME")), Some((8, "EAI_NONAME")), Some((11_001, "WSAHOST_NOT_FOUND"))),
    row(Failure::TryAgain, "code-resolver-try-again", Some((-3, "EAI_AGAIN")), Some((2, "EAI_AGAIN")), Some((11_002, "WSATRY_AGAIN"))),
    row(Failure::Permanent, "code-resolver-permanent", Some((-4, "EAI_FAIL")), Some((4, "EAI_FAIL")), Some((11_003, "WSANO_RECOVERY"))),
    row(Failure::NoData, "code-resolver-no-data", Some((-5, "EAI_NODATA")), Some((7, "EAI_NODATA")), Some((11_004, "WSANO_DATA"))),
    // Windows reports 10047 and 10044 for these two; the socket table has them.
    row(Failure::Family, "code-resolver-family", Some((-6, "EAI_FAMILY")), Some((5, "EAI_FAMILY")), None),
    row(Failure::SocketType, "code-resolver-socket-type", Some((-7, "EAI_SOCKTYPE")), Some((10, "EAI_SOCKTYPE")), None),
    row(Failure::Service, "code-resolver-service", Some((-8, "EAI_SERVICE")), Some((9, "EAI_SERVICE")), Some((10_109, "WSATYPE_NOT_FOUND"))),
    row(Failure::AddressFamily, "code-resolver-address-family", Some((-9, "EAI_ADDRFAMILY")), Some((1, "EAI_ADDRFAMILY")), None),
    row(Failure::Memory, "code-resolver-memory", Some((-10, "EAI_MEMORY")), Some((6, "EAI_MEMORY")), None),
    row(Failure::Flags, "code-resolver-flags", Some((-1, "EAI_BADFLAGS")), Some((3, "EAI_BADFLAGS")), None),
    row(Failure::System, "code-resolver-system", Some((-11, "EAI_SYSTEM")), Some((11, "EAI_SYSTEM")), None),
    row(Failure::Overflow, "code-resolver-overflow", Some((-12, "EAI_OVERFLOW")), Some((14, "EAI_OVERFLOW")), None),
    row(Failure::IdnEncode, "code-resolver-idn-encode", Some((-105, "EAI_IDN_ENCODE")), None, None),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_number_appears_twice_and_each_leads_back() {
        for os in Os::ALL {
            let mut seen = BTreeSet::new();
            for (code, name) in TABLE.iter().filter_map(|row| row.failure.number(os)) {
                assert!(seen.insert(code), "{os:?} {code}");
                assert_eq!(
                    failure(os, code).and_then(|f| f.number(os)),
                    Some((code, name))
                );
                assert_eq!(by_name(name), failure(os, code));
            }
        }
        for (index, row) in TABLE.iter().enumerate() {
            assert!(
                TABLE[..index]
                    .iter()
                    .all(|other| other.failure != row.failure && other.words != row.words)
            );
        }
    }

    #[test]
    fn windows_numbers_stay_out_of_the_socket_table() {
        for (code, name) in TABLE.iter().filter_map(|row| row.winsock) {
            assert_eq!(
                super::super::socket::condition(Os::Windows, code),
                None,
                "{name}"
            );
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn linux_numbers_are_those_of_the_c_library() {
        use nix::libc;
        for (failure, number) in [
            (Failure::NotFound, libc::EAI_NONAME),
            (Failure::TryAgain, libc::EAI_AGAIN),
            (Failure::Permanent, libc::EAI_FAIL),
            (Failure::NoData, libc::EAI_NODATA),
            (Failure::Family, libc::EAI_FAMILY),
            (Failure::SocketType, libc::EAI_SOCKTYPE),
            (Failure::Service, libc::EAI_SERVICE),
            (Failure::Memory, libc::EAI_MEMORY),
            (Failure::Flags, libc::EAI_BADFLAGS),
            (Failure::System, libc::EAI_SYSTEM),
            (Failure::Overflow, libc::EAI_OVERFLOW),
        ] {
            assert_eq!(
                failure.number(Os::Linux).map(|(n, _)| n),
                Some(number),
                "{failure:?}"
            );
        }
    }
}
