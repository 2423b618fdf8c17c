//! Windows result codes: how to read one, and those of `WinINet`, `WinHTTP`, Schannel and certificates.
//!
//! Sources: `winerror.h`, `wininet.h`, `winhttp.h`. A code is severity, facility and number; facility 7 carries a
//! Win32, Winsock or `WinINet` number as it is.

/// The parts of a result code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Whether it is a failure.
    pub failure: bool,
    /// The facility: 4 interface, 7 Win32, 9 security, 11 certificates, 12 internet.
    pub facility: u16,
    /// The number within the facility.
    pub number: u16,
}

/// The parts of a result code.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the number is the low half"
)]
pub const fn parts(code: u32) -> Parts {
    Parts {
        failure: code >> 31 == 1,
        facility: (code >> 16 & 0x7FF) as u16,
        number: code as u16,
    }
}

/// The Win32, Winsock or `WinINet` number within `0x8007xxxx`.
pub fn win32(code: u32) -> Option<i32> {
    let parts = parts(code);
    (parts.failure && parts.facility == 7).then_some(i32::from(parts.number))
}

/// The result code that carries a Win32 number.
pub fn from_win32(number: i32) -> Option<u32> {
    let number = u16::try_from(number).ok()?;
    Some(0x8007_0000 | u32::from(number))
}

/// A result code with a name of its own.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The result code.
    pub code: u32,
    /// Its name.
    pub name: &'static str,
    /// The id of its words; codes that say the same share them.
    pub words: &'static str,
}

/// A number of `WinINet` or `WinHTTP`, 12000 to 12999.
#[derive(Clone, Copy, Debug)]
pub struct Internet {
    /// The number.
    pub number: i32,
    /// Its name.
    pub name: &'static str,
    /// The id of its words; numbers that say the same share them.
    pub words: &'static str,
}

/// The row of a result code.
pub fn code(code: u32) -> Option<&'static Row> {
    super::find(TABLE, |row| row.code == code)
}

/// The row of a name such as `SEC_E_UNTRUSTED_ROOT`, in any case.
pub fn by_name(name: &str) -> Option<&'static Row> {
    let own = MAPI_NAMES
        .iter()
        .find(|(mapi, _)| mapi.eq_ignore_ascii_case(name))
        .map_or(name, |(_, own)| own);
    super::find(TABLE, |row| row.name.eq_ignore_ascii_case(own))
}

/// What `mapicode.h` calls result codes that are not its own.
const MAPI_NAMES: &[(&str, &str)] = &[
    ("MAPI_E_CALL_FAILED", "E_FAIL"),
    ("MAPI_E_NOT_ENOUGH_MEMORY", "E_OUTOFMEMORY"),
    ("MAPI_E_INVALID_PARAMETER", "E_INVALIDARG"),
    ("MAPI_E_INTERFACE_NOT_SUPPORTED", "E_NOINTERFACE"),
    ("MAPI_E_NO_ACCESS", "E_ACCESSDENIED"),
];

/// The row of a `WinINet` or `WinHTTP` number.
pub fn internet(number: i32) -> Option<&'static Internet> {
    super::find(INTERNET, |row| row.number == number)
}

/// The row of a name such as `ERROR_INTERNET_TIMEOUT`, in any case.
pub fn internet_by_name(name: &str) -> Option<&'static Internet> {
    super::find(INTERNET, |row| row.name.eq_ignore_ascii_case(name))
}

const fn row(code: u32, name: &'static str, words: &'static str) -> Row {
    Row { code, name, words }
}

const fn net(number: i32, name: &'static str, words: &'static str) -> Internet {
    Internet {
        number,
        name,
        words,
    }
}

/// Result codes of Schannel, of certificates and of everything.
#[rustfmt::skip] // a table is read by its columns
pub const TABLE: &[Row] = &[
    row(0x8000_4005, "E_FAIL", "code-hresult-unspecified"),
    row(0x8007_0005, "E_ACCESSDENIED", "code-hresult-access-denied"),
    row(0x8007_000E, "E_OUTOFMEMORY", "code-hresult-out-of-memory"),
    row(0x8007_0057, "E_INVALIDARG", "code-hresult-invalid-argument"),
    row(0x8000_4001, "E_NOTIMPL", "code-windows-part-of-program"),
    row(0x8000_4002, "E_NOINTERFACE", "code-windows-part-of-program"),
    row(0x8004_0154, "REGDB_E_CLASSNOTREG", "code-windows-part-of-program"),
    row(0x8007_007E, "ERROR_MOD_NOT_FOUND", "code-windows-part-of-program"),
    row(0x8000_FFFF, "E_UNEXPECTED", "code-windows-mail-account"),
    row(0x8007_0490, "ERROR_NOT_FOUND", "code-windows-mail-account"),
    row(0x8007_139F, "ERROR_INVALID_STATE", "code-windows-mail-account"),
    row(0x8004_8820, "ONL_E_ACTION_REQUIRED", "code-windows-mail-sign-in"),
    row(0x8505_0041, "E_SYNC_CONNECTION", "code-windows-mail-sync"),
    row(0x8505_0042, "E_SYNC_SERVER", "code-windows-mail-sync"),
    row(0x8019_0190, "HTTP_E_STATUS_BAD_REQUEST", "code-windows-mail-sync"),
    row(0x8019_0191, "HTTP_E_STATUS_DENIED", "code-windows-mail-sign-in"),
    row(0x8019_0193, "HTTP_E_STATUS_FORBIDDEN", "code-windows-mail-sync"),
    row(0x8019_0194, "HTTP_E_STATUS_NOT_FOUND", "code-windows-mail-sync"),
    row(0x8019_019A, "HTTP_E_STATUS_GONE", "code-windows-mail-sync"),
    row(0x8019_01F4, "HTTP_E_STATUS_SERVER_ERROR", "code-windows-mail-sync"),
    row(0x8019_01F6, "HTTP_E_STATUS_BAD_GATEWAY", "code-windows-mail-sync"),
    row(0x8019_01F7, "HTTP_E_STATUS_SERVICE_UNAVAIL", "code-windows-mail-sync"),
    row(0x8009_0302, "SEC_E_UNSUPPORTED_FUNCTION", "code-schannel-unsupported"),
    row(0x8009_0305, "SEC_E_SECPKG_NOT_FOUND", "code-schannel-unsupported"),
    row(0x8009_030B, "SEC_E_NO_IMPERSONATION", "code-schannel-credentials"),
    row(0x8009_0317, "SEC_E_CONTEXT_EXPIRED", "code-schannel-incomplete"),
    row(0x8009_0321, "SEC_E_BUFFER_TOO_SMALL", "code-schannel-internal"),
    row(0x8009_0304, "SEC_E_INTERNAL_ERROR", "code-schannel-internal"),
    row(0x8009_0310, "SEC_E_OUT_OF_SEQUENCE", "code-schannel-altered"),
    row(0x8009_0320, "SEC_E_INCOMPLETE_CREDENTIALS", "code-schannel-credentials"),
    row(0x8009_0329, "SEC_E_ENCRYPT_FAILURE", "code-schannel-internal"),
    row(0x8009_0352, "SEC_E_ISSUING_CA_UNTRUSTED", "code-certificate-untrusted-root"),
    row(0x8009_0367, "SEC_E_APPLICATION_PROTOCOL_MISMATCH", "code-schannel-unsupported"),
    row(0x8009_0308, "SEC_E_INVALID_TOKEN", "code-schannel-not-tls"),
    row(0x8009_030C, "SEC_E_LOGON_DENIED", "code-schannel-logon-denied"),
    row(0x8009_030D, "SEC_E_UNKNOWN_CREDENTIALS", "code-schannel-credentials"),
    row(0x8009_030E, "SEC_E_NO_CREDENTIALS", "code-schannel-credentials"),
    row(0x8009_030F, "SEC_E_MESSAGE_ALTERED", "code-schannel-altered"),
    row(0x8009_0318, "SEC_E_INCOMPLETE_MESSAGE", "code-schannel-incomplete"),
    row(0x8009_0322, "SEC_E_WRONG_PRINCIPAL", "code-certificate-name"),
    row(0x8009_0325, "SEC_E_UNTRUSTED_ROOT", "code-certificate-untrusted-root"),
    row(0x8009_0326, "SEC_E_ILLEGAL_MESSAGE", "code-schannel-illegal-message"),
    row(0x8009_0327, "SEC_E_CERT_UNKNOWN", "code-certificate-unusable"),
    row(0x8009_0328, "SEC_E_CERT_EXPIRED", "code-certificate-expired"),
    row(0x8009_0330, "SEC_E_DECRYPT_FAILURE", "code-schannel-altered"),
    row(0x8009_0331, "SEC_E_ALGORITHM_MISMATCH", "code-schannel-nothing-in-common"),
    row(0x8009_0349, "SEC_E_CERT_WRONG_USAGE", "code-certificate-unusable"),
    row(0x8009_2004, "CRYPT_E_NOT_FOUND", "code-certificate-unusable"),
    row(0x8009_6004, "TRUST_E_CERT_SIGNATURE", "code-certificate-unusable"),
    row(0x8009_2010, "CRYPT_E_REVOKED", "code-certificate-revoked"),
    row(0x8009_2012, "CRYPT_E_NO_REVOCATION_CHECK", "code-certificate-revocation-unchecked"),
    row(0x8009_2013, "CRYPT_E_REVOCATION_OFFLINE", "code-certificate-revocation-unchecked"),
    row(0x800B_0101, "CERT_E_EXPIRED", "code-certificate-expired"),
    row(0x800B_0109, "CERT_E_UNTRUSTEDROOT", "code-certificate-untrusted-root"),
    row(0x800B_010A, "CERT_E_CHAINING", "code-certificate-chain"),
    row(0x800B_010C, "CERT_E_REVOKED", "code-certificate-revoked"),
    row(0x800B_010E, "CERT_E_REVOCATION_FAILURE", "code-certificate-revocation-unchecked"),
    row(0x800B_010F, "CERT_E_CN_NO_MATCH", "code-certificate-name"),
    row(0x8009_2011, "CRYPT_E_NO_REVOCATION_DLL", "code-certificate-revocation-unchecked"),
    row(0x8009_2014, "CRYPT_E_NOT_IN_REVOCATION_DATABASE", "code-certificate-revocation-unchecked"),
    row(0x8009_6019, "TRUST_E_BASIC_CONSTRAINTS", "code-certificate-unusable"),
    row(0x800B_0102, "CERT_E_VALIDITYPERIODNESTING", "code-certificate-unusable"),
    row(0x800B_0103, "CERT_E_ROLE", "code-certificate-unusable"),
    row(0x800B_0105, "CERT_E_CRITICAL", "code-certificate-unusable"),
    row(0x800B_0106, "CERT_E_PURPOSE", "code-certificate-unusable"),
    row(0x800B_0108, "CERT_E_MALFORMED", "code-certificate-unusable"),
    row(0x800B_010D, "CERT_E_UNTRUSTEDTESTROOT", "code-certificate-untrusted-root"),
    row(0x800B_0111, "TRUST_E_EXPLICIT_DISTRUST", "code-certificate-distrusted"),
    row(0x800B_0112, "CERT_E_UNTRUSTEDCA", "code-certificate-untrusted-root"),
    row(0x800B_0110, "CERT_E_WRONG_USAGE", "code-certificate-unusable"),
];

/// The numbers of `WinINet` and `WinHTTP` that a mail program meets.
#[rustfmt::skip] // a table is read by its columns
pub const INTERNET: &[Internet] = &[
    net(12_002, "ERROR_INTERNET_TIMEOUT", "code-wininet-timeout"),
    net(12_007, "ERROR_INTERNET_NAME_NOT_RESOLVED", "code-wininet-name"),
    net(12_029, "ERROR_INTERNET_CANNOT_CONNECT", "code-wininet-connect"),
    net(12_030, "ERROR_INTERNET_CONNECTION_ABORTED", "code-wininet-aborted"),
    net(12_031, "ERROR_INTERNET_CONNECTION_RESET", "code-wininet-reset"),
    net(12_037, "ERROR_INTERNET_SEC_CERT_DATE_INVALID", "code-certificate-expired"),
    net(12_038, "ERROR_INTERNET_SEC_CERT_CN_INVALID", "code-certificate-name"),
    net(12_044, "ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED", "code-wininet-client-certificate"),
    net(12_045, "ERROR_INTERNET_INVALID_CA", "code-certificate-untrusted-root"),
    net(12_055, "ERROR_INTERNET_SEC_CERT_ERRORS", "code-wininet-certificate"),
    net(12_056, "ERROR_INTERNET_SEC_CERT_NO_REV", "code-certificate-revocation-unchecked"),
    net(12_057, "ERROR_INTERNET_SEC_CERT_REV_FAILED", "code-certificate-revocation-unchecked"),
    net(12_152, "ERROR_HTTP_INVALID_SERVER_RESPONSE", "code-wininet-not-http"),
    net(12_157, "ERROR_INTERNET_SECURITY_CHANNEL_ERROR", "code-wininet-tls"),
    net(12_163, "ERROR_INTERNET_DISCONNECTED", "code-wininet-offline"),
    net(12_164, "ERROR_INTERNET_SERVER_UNREACHABLE", "code-wininet-connect"),
    net(12_165, "ERROR_INTERNET_PROXY_SERVER_UNREACHABLE", "code-wininet-proxy"),
    net(12_169, "ERROR_INTERNET_SEC_INVALID_CERT", "code-wininet-certificate"),
    net(12_170, "ERROR_INTERNET_SEC_CERT_REVOKED", "code-certificate-revoked"),
    net(12_175, "ERROR_WINHTTP_SECURE_FAILURE", "code-wininet-tls"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_or_name_appears_twice() {
        for (index, row) in TABLE.iter().enumerate() {
            assert!(
                TABLE[..index]
                    .iter()
                    .all(|other| other.code != row.code && other.name != row.name),
                "{row:?}"
            );
            assert!(parts(row.code).failure);
        }
        for (index, row) in INTERNET.iter().enumerate() {
            let same = |other: &Internet| other.number == row.number || other.name == row.name;
            assert!(!INTERNET[..index].iter().any(same), "{row:?}");
            assert!((12_000..13_000).contains(&row.number));
        }
    }

    #[test]
    fn facility_seven_carries_the_number_as_it_is() {
        for (code, number) in [
            (0x8007_274C, 10_060),
            (0x8007_274D, 10_061),
            (0x8007_2743, 10_051),
            (0x8007_2745, 10_053),
            (0x8007_2746, 10_054),
            (0x8007_2751, 10_065),
            (0x8007_2AF9, 11_001),
            (0x8007_2AFC, 11_004),
            (0x8007_2EE2, 12_002),
            (0x8007_2F8F, 12_175),
        ] {
            assert_eq!(win32(code), Some(number));
            assert_eq!(from_win32(number), Some(code));
        }
        assert_eq!(win32(0x800C_CC0E), None);
        assert_eq!(parts(0x800C_CC0E).facility, 12);
        assert_eq!(from_win32(-1), None);
    }
}
