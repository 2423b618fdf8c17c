//! What a socket call can fail with, and its number on each system.
//!
//! Sources: Linux `asm-generic/errno-base.h` and `errno.h`; XNU `bsd/sys/errno.h`; `winerror.h`. For the classic rows
//! the Winsock number is 10000 plus the BSD number; Linux follows no such rule.

use super::Os;

/// A condition that a socket call reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// Nothing came back in time.
    TimedOut,
    /// The peer, or something in its place, answered with a refusal.
    ConnectionRefused,
    /// The network reports that the host is down.
    HostDown,
    /// The host cannot be reached: a router, a firewall or the neighbour lookup says so.
    HostUnreachable,
    /// There is no way to the network of the address.
    NetworkUnreachable,
    /// The network interface or the stack is down.
    NetworkDown,
    /// The network dropped the connection; a keep-alive found the peer gone.
    NetworkReset,
    /// This machine gave the connection up.
    ConnectionAborted,
    /// The connection was cut by a reset.
    ConnectionReset,
    /// No buffer space, or on Windows no free port.
    NoBuffers,
    /// The address cannot be used on this machine.
    AddressNotAvailable,
    /// The local address and port are taken.
    AddressInUse,
    /// A rule forbids it.
    AccessDenied,
    /// The system does not permit the operation.
    NotPermitted,
    /// The process has too many files and sockets open.
    TooManyFiles,
    /// The system has too many files and sockets open.
    TooManyFilesSystem,
    /// Written to a connection that the peer has closed.
    BrokenPipe,
    /// This side had already shut the connection down.
    Shutdown,
    /// An answer broke the rules of the protocol.
    Protocol,
    /// The protocol is not available there.
    ProtocolNotAvailable,
    /// The protocol is not supported on this machine.
    ProtocolNotSupported,
    /// The type of socket is not supported on this machine.
    SocketTypeNotSupported,
    /// The operation is not supported.
    NotSupported,
    /// The machine is not on the network.
    NoNetwork,
    /// The address family is not supported.
    AddressFamily,
    /// The message is too long for one packet.
    MessageTooLong,
    /// An argument makes no sense, or a black-hole route swallows the address.
    InvalidArgument,
    /// A memory address of the program is bad.
    BadAddress,
    /// The operation would have to wait.
    WouldBlock,
    /// The operation has begun and is not finished.
    InProgress,
    /// The operation was begun earlier and is not finished.
    AlreadyInProgress,
    /// The socket is not connected.
    NotConnected,
    /// The socket is connected already.
    AlreadyConnected,
    /// What was given is not a socket.
    NotSocket,
    /// A signal or a cancelled call interrupted the wait.
    Interrupted,
    /// The operation was cancelled.
    Cancelled,
    /// Out of memory.
    OutOfMemory,
    /// Too many programs use Winsock.
    ProcessLimit,
    /// The network subsystem of Windows is not usable.
    NetworkNotReady,
    /// The wanted version of Winsock is not there.
    VersionNotSupported,
    /// The program did not start Winsock.
    NotInitialised,
    /// The peer has begun an orderly end.
    Disconnecting,
    /// A network provider of Windows could not be loaded.
    ProviderFailed,
    /// A system call that should never fail has failed.
    SystemCallFailure,
    /// A file is missing: a socket file, a certificate.
    NoSuchFile,
    /// The disk is full.
    NoSpace,
    /// A disk or a device failed.
    InputOutput,
}

/// A number and its name, as one system has them.
pub type Number = (i32, &'static str);

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// What the row is about.
    pub condition: Condition,
    /// The id of its words.
    pub words: &'static str,
    /// The errno of Linux.
    pub linux: Option<Number>,
    /// The errno of macOS.
    pub macos: Option<Number>,
    /// The number of Winsock.
    pub winsock: Option<Number>,
}

/// What Windows reports through overlapped input and output, or for files, where Winsock has a number of its own.
/// Source: `winerror.h`; the meanings are those of the Rust standard library (`std/src/sys/io/error/windows.rs`).
pub const WIN32: &[(i32, &str, Condition)] = &[
    (5, "ERROR_ACCESS_DENIED", Condition::AccessDenied),
    (64, "ERROR_NETNAME_DELETED", Condition::ConnectionReset),
    (121, "ERROR_SEM_TIMEOUT", Condition::TimedOut),
    (995, "ERROR_OPERATION_ABORTED", Condition::Cancelled),
    (
        1225,
        "ERROR_CONNECTION_REFUSED",
        Condition::ConnectionRefused,
    ),
    (
        1231,
        "ERROR_NETWORK_UNREACHABLE",
        Condition::NetworkUnreachable,
    ),
    (1232, "ERROR_HOST_UNREACHABLE", Condition::HostUnreachable),
    (
        1236,
        "ERROR_CONNECTION_ABORTED",
        Condition::ConnectionAborted,
    ),
    (1222, "ERROR_NO_NETWORK", Condition::NoNetwork),
    (1226, "ERROR_GRACEFUL_DISCONNECT", Condition::Disconnecting),
    (1229, "ERROR_CONNECTION_INVALID", Condition::NotConnected),
    (
        1233,
        "ERROR_PROTOCOL_UNREACHABLE",
        Condition::ProtocolNotAvailable,
    ),
    (1234, "ERROR_PORT_UNREACHABLE", Condition::ConnectionRefused),
    (1235, "ERROR_REQUEST_ABORTED", Condition::Cancelled),
    (1460, "ERROR_TIMEOUT", Condition::TimedOut),
    // Second numbers of Winsock 2 for the same things.
    (10_103, "WSAECANCELLED", Condition::Cancelled),
    (10_104, "WSAEINVALIDPROCTABLE", Condition::ProviderFailed),
    (10_105, "WSAEINVALIDPROVIDER", Condition::ProviderFailed),
];

/// Numbers of Winsock that say nothing of a connection to a mail server, for whoever meets one all the same, and those of
/// Windows' own look-ups (`Resolve-DnsName`, `DnsQuery`, secure names), each with the id of its words. Source: `winerror.h`.
#[rustfmt::skip] // a table is read by its columns
pub const RARE: &[(i32, &str, &str)] = &[
    (10_009, "WSAEBADF", "code-winsock-program"), (10_039, "WSAEDESTADDRREQ", "code-winsock-program"),
    (10_041, "WSAEPROTOTYPE", "code-winsock-program"), (10_046, "WSAEPFNOSUPPORT", "code-winsock-program"),
    (10_059, "WSAETOOMANYREFS", "code-winsock-program"), (10_062, "WSAELOOP", "code-winsock-program"),
    (10_063, "WSAENAMETOOLONG", "code-winsock-program"), (10_066, "WSAENOTEMPTY", "code-winsock-program"),
    (10_068, "WSAEUSERS", "code-winsock-program"), (10_069, "WSAEDQUOT", "code-winsock-program"),
    (10_070, "WSAESTALE", "code-winsock-program"), (10_071, "WSAEREMOTE", "code-winsock-program"),
    (10_102, "WSAENOMORE", "code-winsock-program"), (10_108, "WSASERVICE_NOT_FOUND", "code-winsock-program"),
    (10_110, "WSA_E_NO_MORE", "code-winsock-program"), (10_112, "WSAEREFUSED", "code-winsock-program"),
    (9001, "DNS_ERROR_RCODE_FORMAT_ERROR", "code-dns-formerr"), (9002, "DNS_ERROR_RCODE_SERVER_FAILURE", "code-dns-servfail"),
    (9003, "DNS_ERROR_RCODE_NAME_ERROR", "code-dns-nxdomain"), (9004, "DNS_ERROR_RCODE_NOT_IMPLEMENTED", "code-dns-notimp"),
    (9005, "DNS_ERROR_RCODE_REFUSED", "code-dns-refused"), (9501, "DNS_INFO_NO_RECORDS", "code-resolver-no-data"),
    (11_032, "WSA_SECURE_HOST_NOT_FOUND", "code-resolver-not-found"), (11_033, "WSA_IPSEC_NAME_POLICY_ERROR", "code-resolver-permanent"),
    (11_005, "WSA_QOS_RECEIVERS", "code-winsock-qos"), (11_006, "WSA_QOS_SENDERS", "code-winsock-qos"),
    (11_007, "WSA_QOS_NO_SENDERS", "code-winsock-qos"), (11_008, "WSA_QOS_NO_RECEIVERS", "code-winsock-qos"),
    (11_009, "WSA_QOS_REQUEST_CONFIRMED", "code-winsock-qos"), (11_010, "WSA_QOS_ADMISSION_FAILURE", "code-winsock-qos"),
    (11_011, "WSA_QOS_POLICY_FAILURE", "code-winsock-qos"), (11_012, "WSA_QOS_BAD_STYLE", "code-winsock-qos"),
    (11_013, "WSA_QOS_BAD_OBJECT", "code-winsock-qos"), (11_014, "WSA_QOS_TRAFFIC_CTRL_ERROR", "code-winsock-qos"),
    (11_015, "WSA_QOS_GENERIC_ERROR", "code-winsock-qos"), (11_016, "WSA_QOS_ESERVICETYPE", "code-winsock-qos"),
    (11_017, "WSA_QOS_EFLOWSPEC", "code-winsock-qos"), (11_018, "WSA_QOS_EPROVSPECBUF", "code-winsock-qos"),
    (11_019, "WSA_QOS_EFILTERSTYLE", "code-winsock-qos"), (11_020, "WSA_QOS_EFILTERTYPE", "code-winsock-qos"),
    (11_021, "WSA_QOS_EFILTERCOUNT", "code-winsock-qos"), (11_022, "WSA_QOS_EOBJLENGTH", "code-winsock-qos"),
    (11_023, "WSA_QOS_EFLOWCOUNT", "code-winsock-qos"), (11_024, "WSA_QOS_EUNKOWNPSOBJ", "code-winsock-qos"),
    (11_025, "WSA_QOS_EPOLICYOBJ", "code-winsock-qos"), (11_026, "WSA_QOS_EFLOWDESC", "code-winsock-qos"),
    (11_027, "WSA_QOS_EPSFLOWSPEC", "code-winsock-qos"), (11_028, "WSA_QOS_EPSFILTERSPEC", "code-winsock-qos"),
    (11_029, "WSA_QOS_ESDMODEOBJ", "code-winsock-qos"), (11_030, "WSA_QOS_ESHAPERATEOBJ", "code-winsock-qos"),
    (11_031, "WSA_QOS_RESERVED_PETYPE", "code-winsock-qos"),
];

/// The rare number of Winsock.
pub fn rare(number: i32) -> Option<&'static (i32, &'static str, &'static str)> {
    super::find(RARE, |row| row.0 == number)
}

impl Condition {
    /// The row of this condition.
    pub fn row(self) -> &'static Row {
        // A test holds that every condition has a row; the first stands in, so that nothing can fail here.
        super::find(TABLE, |row| row.condition == self).unwrap_or(&TABLE[0])
    }

    /// The id of the words: `code-socket-timed-out`.
    pub fn words(self) -> &'static str {
        self.row().words
    }

    /// The number and name on `os`, where that system has one.
    pub fn errno(self, os: Os) -> Option<Number> {
        let row = self.row();
        match os {
            Os::Linux => row.linux,
            Os::MacOs => row.macos,
            Os::Windows => row.winsock,
        }
    }

    /// The number that Windows would show for the same thing.
    ///
    /// Where Winsock has no number of its own, the one that Windows programs report in that place.
    pub fn winsock(self) -> Option<Number> {
        match self {
            Self::NotPermitted => Self::AccessDenied.row().winsock,
            Self::BrokenPipe => Self::ConnectionReset.row().winsock,
            other => other.row().winsock,
        }
    }
}

/// What the number `code` means on `os`.
pub fn condition(os: Os, code: i32) -> Option<Condition> {
    let has = |number: Option<Number>| number.is_some_and(|(n, _)| n == code);
    let row = super::find(TABLE, |row| match os {
        Os::Linux => has(row.linux),
        Os::MacOs => has(row.macos),
        Os::Windows => has(row.winsock),
    });
    let plain = row.map(|row| row.condition);
    match os {
        Os::Linux => plain,
        // ENOTSUP: the older number for what EOPNOTSUPP 102 says today.
        Os::MacOs => plain.or_else(|| (code == 45).then_some(Condition::NotSupported)),
        Os::Windows => plain.or_else(|| win32(code).map(|(_, _, condition)| *condition)),
    }
}

/// The Windows system error `code`, where it stands for a socket condition.
pub fn win32(code: i32) -> Option<&'static (i32, &'static str, Condition)> {
    super::find(WIN32, |row| row.0 == code)
}

/// What a name such as `ETIMEDOUT`, `WSAETIMEDOUT` or `ERROR_SEM_TIMEOUT` means, in any case.
pub fn by_name(name: &str) -> Option<Condition> {
    let is = |number: Option<Number>| number.is_some_and(|(_, n)| n.eq_ignore_ascii_case(name));
    let row = super::find(TABLE, |row| {
        is(row.linux) || is(row.macos) || is(row.winsock)
    });
    let alias = || super::find(ALIASES, |(alias, _)| alias.eq_ignore_ascii_case(name));
    let win32 = || super::find(WIN32, |row| row.1.eq_ignore_ascii_case(name));
    row.map(|row| row.condition)
        .or_else(|| alias().map(|(_, condition)| *condition))
        .or_else(|| win32().map(|(_, _, condition)| *condition))
}

/// Second names of the same number.
const ALIASES: &[(&str, Condition)] = &[
    ("EWOULDBLOCK", Condition::WouldBlock),
    ("ENOTSUP", Condition::NotSupported),
    ("WSA_NOT_ENOUGH_MEMORY", Condition::OutOfMemory),
    ("WSA_OPERATION_ABORTED", Condition::Cancelled),
    // What people call the classic ones.
    ("timeout", Condition::TimedOut),
    ("refused", Condition::ConnectionRefused),
    ("reset", Condition::ConnectionReset),
];

const fn row(
    condition: Condition,
    words: &'static str,
    linux: Option<Number>,
    macos: Option<Number>,
    winsock: Option<Number>,
) -> Row {
    Row {
        condition,
        words,
        linux,
        macos,
        winsock,
    }
}

/// A condition that all three systems know by the same name.
const fn classic(
    condition: Condition,
    words: &'static str,
    name: &'static str,
    wsa_name: &'static str,
    linux: i32,
    macos: i32,
) -> Row {
    row(
        condition,
        words,
        Some((linux, name)),
        Some((macos, name)),
        // WSABASEERR + the BSD number.
        Some((10_000 + macos, wsa_name)),
    )
}

const fn unix(
    condition: Condition,
    words: &'static str,
    name: &'static str,
    linux: i32,
    macos: i32,
) -> Row {
    row(
        condition,
        words,
        Some((linux, name)),
        Some((macos, name)),
        None,
    )
}

const fn windows(condition: Condition, words: &'static str, code: i32, name: &'static str) -> Row {
    row(condition, words, None, None, Some((code, name)))
}

/// Every condition, one row each.
#[rustfmt::skip] // a table is read by its columns
pub const TABLE: &[Row] = &[
    classic(Condition::TimedOut, "code-socket-timed-out", "ETIMEDOUT", "WSAETIMEDOUT", 110, 60),
    classic(Condition::ConnectionRefused, "code-socket-connection-refused", "ECONNREFUSED", "WSAECONNREFUSED", 111, 61),
    classic(Condition::HostDown, "code-socket-host-down", "EHOSTDOWN", "WSAEHOSTDOWN", 112, 64),
    classic(Condition::HostUnreachable, "code-socket-host-unreachable", "EHOSTUNREACH", "WSAEHOSTUNREACH", 113, 65),
    classic(Condition::NetworkUnreachable, "code-socket-network-unreachable", "ENETUNREACH", "WSAENETUNREACH", 101, 51),
    classic(Condition::NetworkDown, "code-socket-network-down", "ENETDOWN", "WSAENETDOWN", 100, 50),
    classic(Condition::NetworkReset, "code-socket-network-reset", "ENETRESET", "WSAENETRESET", 102, 52),
    classic(Condition::ConnectionAborted, "code-socket-connection-aborted", "ECONNABORTED", "WSAECONNABORTED", 103, 53),
    classic(Condition::ConnectionReset, "code-socket-connection-reset", "ECONNRESET", "WSAECONNRESET", 104, 54),
    classic(Condition::NoBuffers, "code-socket-no-buffers", "ENOBUFS", "WSAENOBUFS", 105, 55),
    classic(Condition::AddressNotAvailable, "code-socket-address-not-available", "EADDRNOTAVAIL", "WSAEADDRNOTAVAIL", 99, 49),
    classic(Condition::AddressInUse, "code-socket-address-in-use", "EADDRINUSE", "WSAEADDRINUSE", 98, 48),
    classic(Condition::AccessDenied, "code-socket-access-denied", "EACCES", "WSAEACCES", 13, 13),
    unix(Condition::NotPermitted, "code-socket-not-permitted", "EPERM", 1, 1),
    classic(Condition::TooManyFiles, "code-socket-too-many-files", "EMFILE", "WSAEMFILE", 24, 24),
    unix(Condition::TooManyFilesSystem, "code-socket-too-many-files-system", "ENFILE", 23, 23),
    unix(Condition::BrokenPipe, "code-socket-broken-pipe", "EPIPE", 32, 32),
    classic(Condition::Shutdown, "code-socket-shutdown", "ESHUTDOWN", "WSAESHUTDOWN", 108, 58),
    unix(Condition::Protocol, "code-socket-protocol", "EPROTO", 71, 100),
    classic(Condition::ProtocolNotAvailable, "code-socket-protocol-not-available", "ENOPROTOOPT", "WSAENOPROTOOPT", 92, 42),
    classic(Condition::ProtocolNotSupported, "code-socket-protocol-not-supported", "EPROTONOSUPPORT", "WSAEPROTONOSUPPORT", 93, 43),
    classic(Condition::SocketTypeNotSupported, "code-socket-socket-type-not-supported", "ESOCKTNOSUPPORT", "WSAESOCKTNOSUPPORT", 94, 44),
    // macOS moved EOPNOTSUPP to 102; Winsock kept the old BSD number.
    row(Condition::NotSupported, "code-socket-not-supported", Some((95, "EOPNOTSUPP")), Some((102, "EOPNOTSUPP")), Some((10_045, "WSAEOPNOTSUPP"))),
    row(Condition::NoNetwork, "code-socket-no-network", Some((64, "ENONET")), None, None),
    classic(Condition::AddressFamily, "code-socket-address-family", "EAFNOSUPPORT", "WSAEAFNOSUPPORT", 97, 47),
    classic(Condition::MessageTooLong, "code-socket-message-too-long", "EMSGSIZE", "WSAEMSGSIZE", 90, 40),
    classic(Condition::InvalidArgument, "code-socket-invalid-argument", "EINVAL", "WSAEINVAL", 22, 22),
    classic(Condition::BadAddress, "code-socket-bad-address", "EFAULT", "WSAEFAULT", 14, 14),
    row(Condition::WouldBlock, "code-socket-would-block", Some((11, "EAGAIN")), Some((35, "EAGAIN")), Some((10_035, "WSAEWOULDBLOCK"))),
    classic(Condition::InProgress, "code-socket-in-progress", "EINPROGRESS", "WSAEINPROGRESS", 115, 36),
    classic(Condition::AlreadyInProgress, "code-socket-already-in-progress", "EALREADY", "WSAEALREADY", 114, 37),
    classic(Condition::NotConnected, "code-socket-not-connected", "ENOTCONN", "WSAENOTCONN", 107, 57),
    classic(Condition::AlreadyConnected, "code-socket-already-connected", "EISCONN", "WSAEISCONN", 106, 56),
    classic(Condition::NotSocket, "code-socket-not-socket", "ENOTSOCK", "WSAENOTSOCK", 88, 38),
    classic(Condition::Interrupted, "code-socket-interrupted", "EINTR", "WSAEINTR", 4, 4),
    row(Condition::Cancelled, "code-socket-cancelled", Some((125, "ECANCELED")), Some((89, "ECANCELED")), Some((10_111, "WSA_E_CANCELLED"))),
    row(Condition::OutOfMemory, "code-socket-out-of-memory", Some((12, "ENOMEM")), Some((12, "ENOMEM")), Some((8, "ERROR_NOT_ENOUGH_MEMORY"))),
    windows(Condition::ProcessLimit, "code-socket-process-limit", 10_067, "WSAEPROCLIM"),
    windows(Condition::NetworkNotReady, "code-socket-network-not-ready", 10_091, "WSASYSNOTREADY"),
    windows(Condition::VersionNotSupported, "code-socket-version-not-supported", 10_092, "WSAVERNOTSUPPORTED"),
    windows(Condition::NotInitialised, "code-socket-not-initialised", 10_093, "WSANOTINITIALISED"),
    windows(Condition::Disconnecting, "code-socket-disconnecting", 10_101, "WSAEDISCON"),
    windows(Condition::ProviderFailed, "code-socket-provider-failed", 10_106, "WSAEPROVIDERFAILEDINIT"),
    windows(Condition::SystemCallFailure, "code-socket-system-call-failure", 10_107, "WSASYSCALLFAILURE"),
    unix(Condition::NoSuchFile, "code-socket-no-such-file", "ENOENT", 2, 2),
    unix(Condition::NoSpace, "code-socket-no-space", "ENOSPC", 28, 28),
    unix(Condition::InputOutput, "code-socket-input-output", "EIO", 5, 5),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_number_name_or_condition_appears_twice() {
        for os in Os::ALL {
            let mut seen = BTreeSet::new();
            for (code, name) in TABLE.iter().filter_map(|row| row.condition.errno(os)) {
                assert!(seen.insert(code), "{os:?} {code} {name} twice");
                assert_eq!(
                    condition(os, code).and_then(|c| c.errno(os)),
                    Some((code, name))
                );
            }
        }
        for (index, row) in TABLE.iter().enumerate() {
            assert!(
                TABLE[..index]
                    .iter()
                    .all(|other| other.condition != row.condition && other.words != row.words)
            );
        }
        for (code, name, _) in WIN32 {
            assert!(
                TABLE
                    .iter()
                    .all(|row| row.winsock.is_none_or(|(n, _)| n != *code)),
                "{name}"
            );
        }
    }

    #[test]
    fn winsock_is_bsd_plus_ten_thousand_for_the_classic_rows() {
        // The rows where the rule does not hold, each for its reason given in the table.
        let apart = [
            Condition::NotSupported,
            Condition::Cancelled,
            Condition::OutOfMemory,
        ];
        for row in TABLE.iter().filter(|row| !apart.contains(&row.condition)) {
            if let (Some((bsd, _)), Some((wsa, name))) = (row.macos, row.winsock) {
                assert_eq!(wsa, 10_000 + bsd, "{name}");
            }
        }
    }

    #[test]
    fn names_follow_the_numbers() {
        for row in TABLE {
            if let (Some((_, linux)), Some((_, macos))) = (row.linux, row.macos) {
                assert_eq!(linux, macos);
            }
            for (_, name) in [row.linux, row.macos, row.winsock].into_iter().flatten() {
                assert_eq!(by_name(name), Some(row.condition), "{name}");
            }
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn linux_numbers_are_those_of_the_c_library() {
        use nix::errno::Errno;
        for (code, name) in TABLE.iter().filter_map(|row| row.linux) {
            assert_eq!(format!("{:?}", Errno::from_raw(code)), name);
        }
    }

    #[test]
    fn windows_knows_the_system_errors_too() {
        for (code, expected) in [
            (64, Condition::ConnectionReset),
            (121, Condition::TimedOut),
            (1225, Condition::ConnectionRefused),
            (1231, Condition::NetworkUnreachable),
            (1232, Condition::HostUnreachable),
            (1236, Condition::ConnectionAborted),
            (1226, Condition::Disconnecting),
            (1234, Condition::ConnectionRefused),
        ] {
            assert_eq!(condition(Os::Windows, code), Some(expected));
        }
        // The same 64 is something else on each other system.
        assert_eq!(condition(Os::Linux, 64), Some(Condition::NoNetwork));
        assert_eq!(condition(Os::MacOs, 64), Some(Condition::HostDown));
    }

    #[test]
    fn every_twin_is_a_windows_number() {
        assert_eq!(
            Condition::NotPermitted.winsock(),
            Some((10_013, "WSAEACCES"))
        );
        assert_eq!(
            Condition::BrokenPipe.winsock(),
            Some((10_054, "WSAECONNRESET"))
        );
        assert_eq!(Condition::NoNetwork.winsock(), None);
    }
}
