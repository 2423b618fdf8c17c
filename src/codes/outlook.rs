//! The error numbers of Outlook, Outlook Express and Windows Mail.
//!
//! Sources: the IXP names of `imnxport.idl` (Windows SDK; facility 12, so every one is `0x800CCCxx`); the MAPI names of
//! `mapicode.h`. The `0x800421xx` numbers of Outlook have no public name.

/// The server name was not found.
pub const CANT_FIND_HOST: u32 = 0x800C_CC0D;
/// The connection could not be made.
pub const FAILED_TO_CONNECT: u32 = 0x800C_CC0E;
/// The connection ended unexpectedly.
pub const CONNECTION_DROPPED: u32 = 0x800C_CC0F;
/// The program's own time ran out while it waited for an answer.
pub const TIMEOUT: u32 = 0x800C_CC19;
/// TLS could not be set up.
pub const SECURE_CONNECT_FAILED: u32 = 0x800C_CC1A;
/// The certificate does not carry the name.
pub const INVALID_CERT_CN: u32 = 0x800C_CC01;
/// The certificate is outside its dates.
pub const INVALID_CERT_DATE: u32 = 0x800C_CC02;
/// The socket could not be opened.
pub const SOCKET_CONNECT_ERROR: u32 = 0x800C_CC15;
/// The SMTP server's answer was not understood.
pub const SMTP_RESPONSE_ERROR: u32 = 0x800C_CC60;
/// The SMTP server's reply code is unknown.
pub const SMTP_UNKNOWN_RESPONSE_CODE: u32 = 0x800C_CC61;
/// The SMTP server wants STARTTLS first.
pub const SMTP_STARTTLS_REQUIRED: u32 = 0x800C_CC7C;
/// The SMTP server does not offer STARTTLS.
pub const SMTP_NO_STARTTLS_SUPPORT: u32 = 0x800C_CC7D;
/// The SMTP server offered STARTTLS and could not do it.
pub const SMTP_STARTTLS_FAILED: u32 = 0x800C_CC7F;
/// The SMTP server offers no way of logging in that the program knows.
pub const SMTP_NO_COMMON_AUTH: u32 = 0x800C_CC80;
/// The POP3 server said no.
pub const POP3_RESPONSE_ERROR: u32 = 0x800C_CC90;
/// The POP3 server's answer was not understood.
pub const POP3_PARSE_FAILURE: u32 = 0x800C_CC93;
/// The IMAP server answered NO.
pub const IMAP_TAGGED_NO_RESPONSE: u32 = 0x800C_CCD2;
/// The IMAP server answered BAD.
pub const IMAP_BAD_RESPONSE: u32 = 0x800C_CCD3;
/// The greeting was not that of an IMAP server.
pub const IMAP_NOT_IMAP_SERVER: u32 = 0x800C_CCD5;
/// The IMAP server greeted with BYE.
pub const IMAP_CONNECTION_REFUSED: u32 = 0x800C_CCD9;
/// The IMAP server said BYE in mid-session.
pub const IMAP_UNSOLICITED_BYE: u32 = 0x800C_CCDD;
/// The IMAP server offers no way of logging in that the program knows.
pub const IMAP_AUTH_NOT_POSSIBLE: u32 = 0x800C_CCDF;

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The number, as an HRESULT.
    pub code: u32,
    /// The symbolic name, where there is a public one.
    pub name: Option<&'static str>,
    /// The id of the words; numbers of no interest to the connection share some.
    pub words: &'static str,
    /// The SMTP reply that the number stands for.
    pub reply: Option<u16>,
    /// The Winsock error that the number stands for.
    pub winsock: Option<i32>,
}

/// The row of a number.
pub fn code(code: u32) -> Option<&'static Row> {
    super::find(TABLE, |row| row.code == code)
}

/// The row of a name such as `IXP_E_FAILED_TO_CONNECT`, in any case.
pub fn by_name(name: &str) -> Option<&'static Row> {
    super::find(TABLE, |row| {
        row.name.is_some_and(|own| own.eq_ignore_ascii_case(name))
    })
}

/// The number that Outlook shows for a final SMTP reply, where the reply has a number of its own.
pub fn for_reply(reply: u16) -> Option<u32> {
    super::find(TABLE, |row| row.reply == Some(reply)).map(|row| row.code)
}

/// A number as Outlook writes it: `0x800CCC0E`.
pub fn text(code: u32) -> String {
    format!("0x{code:08X}")
}

const fn named(code: u32, name: &'static str, words: &'static str) -> Row {
    Row {
        code,
        name: Some(name),
        words,
        reply: None,
        winsock: None,
    }
}

const fn nameless(code: u32, words: &'static str) -> Row {
    Row {
        code,
        name: None,
        words,
        reply: None,
        winsock: None,
    }
}

const fn reply(code: u32, name: &'static str, words: &'static str, reply: u16) -> Row {
    Row {
        code,
        name: Some(name),
        words,
        reply: Some(reply),
        winsock: None,
    }
}

const fn winsock(code: u32, name: &'static str, words: &'static str, winsock: i32) -> Row {
    Row {
        code,
        name: Some(name),
        words,
        reply: None,
        winsock: Some(winsock),
    }
}

/// Every number, in order.
#[rustfmt::skip] // a table is read by its columns
pub const TABLE: &[Row] = &[
    // Transport.
    named(0x800C_CC00, "IXP_E_LOAD_SICILY_FAILED", "code-outlook-load-spa-failed"),
    named(INVALID_CERT_CN, "IXP_E_INVALID_CERT_CN", "code-outlook-certificate-name"),
    named(INVALID_CERT_DATE, "IXP_E_INVALID_CERT_DATE", "code-outlook-certificate-date"),
    named(0x800C_CC03, "IXP_E_ALREADY_CONNECTED", "code-outlook-already-connected"),
    named(0x800C_CC04, "IXP_E_CONN", "code-outlook-connection-error"),
    named(0x800C_CC05, "IXP_E_NOT_CONNECTED", "code-outlook-not-connected"),
    named(0x800C_CC06, "IXP_E_CONN_SEND", "code-outlook-send-failed"),
    named(0x800C_CC07, "IXP_E_WOULD_BLOCK", "code-outlook-client-state"),
    named(0x800C_CC08, "IXP_E_INVALID_STATE", "code-outlook-client-state"),
    named(0x800C_CC09, "IXP_E_CONN_RECV", "code-outlook-receive-failed"),
    named(0x800C_CC0A, "IXP_E_INCOMPLETE", "code-outlook-incomplete"),
    named(0x800C_CC0B, "IXP_E_BUSY", "code-outlook-busy"),
    named(0x800C_CC0C, "IXP_E_NOT_INIT", "code-outlook-client-state"),
    named(CANT_FIND_HOST, "IXP_E_CANT_FIND_HOST", "code-outlook-host-not-found"),
    named(FAILED_TO_CONNECT, "IXP_E_FAILED_TO_CONNECT", "code-outlook-failed-to-connect"),
    named(CONNECTION_DROPPED, "IXP_E_CONNECTION_DROPPED", "code-outlook-connection-dropped"),
    named(0x800C_CC10, "IXP_E_INVALID_ADDRESS", "code-outlook-invalid-address"),
    named(0x800C_CC11, "IXP_E_INVALID_ADDRESS_LIST", "code-outlook-invalid-address"),
    // Many web pages exchange the texts of the next two; the names are right.
    named(0x800C_CC12, "IXP_E_SOCKET_READ_ERROR", "code-outlook-socket-read"),
    named(0x800C_CC13, "IXP_E_SOCKET_WRITE_ERROR", "code-outlook-socket-write"),
    named(0x800C_CC14, "IXP_E_SOCKET_INIT_ERROR", "code-outlook-socket-init"),
    named(SOCKET_CONNECT_ERROR, "IXP_E_SOCKET_CONNECT_ERROR", "code-outlook-socket-open"),
    named(0x800C_CC16, "IXP_E_INVALID_ACCOUNT", "code-outlook-invalid-account"),
    named(0x800C_CC17, "IXP_E_USER_CANCEL", "code-outlook-cancelled"),
    named(0x800C_CC18, "IXP_E_SICILY_LOGON_FAILED", "code-outlook-spa-logon-failed"),
    named(TIMEOUT, "IXP_E_TIMEOUT", "code-outlook-timeout"),
    named(SECURE_CONNECT_FAILED, "IXP_E_SECURE_CONNECT_FAILED", "code-outlook-secure-connect-failed"),
    // HTTP mail; the names carry the HTTP status.
    named(0x800C_CC30, "IXP_E_HTTP_USE_PROXY", "code-outlook-http-proxy"),
    named(0x800C_CC31, "IXP_E_HTTP_BAD_REQUEST", "code-outlook-http"),
    named(0x800C_CC32, "IXP_E_HTTP_UNAUTHORIZED", "code-outlook-http-login"),
    named(0x800C_CC33, "IXP_E_HTTP_FORBIDDEN", "code-outlook-http-login"),
    named(0x800C_CC34, "IXP_E_HTTP_NOT_FOUND", "code-outlook-http"),
    named(0x800C_CC35, "IXP_E_HTTP_METHOD_NOT_ALLOW", "code-outlook-http"),
    named(0x800C_CC36, "IXP_E_HTTP_NOT_ACCEPTABLE", "code-outlook-http"),
    named(0x800C_CC37, "IXP_E_HTTP_PROXY_AUTH_REQ", "code-outlook-http-proxy"),
    named(0x800C_CC38, "IXP_E_HTTP_REQUEST_TIMEOUT", "code-outlook-http-timeout"),
    named(0x800C_CC39, "IXP_E_HTTP_CONFLICT", "code-outlook-http"),
    named(0x800C_CC3A, "IXP_E_HTTP_GONE", "code-outlook-http"),
    named(0x800C_CC3B, "IXP_E_HTTP_LENGTH_REQUIRED", "code-outlook-http"),
    named(0x800C_CC3C, "IXP_E_HTTP_PRECOND_FAILED", "code-outlook-http"),
    named(0x800C_CC3D, "IXP_E_HTTP_INTERNAL_ERROR", "code-outlook-http-server"),
    named(0x800C_CC3E, "IXP_E_HTTP_NOT_IMPLEMENTED", "code-outlook-http-server"),
    named(0x800C_CC3F, "IXP_E_HTTP_BAD_GATEWAY", "code-outlook-http-server"),
    // The start of Winsock.
    winsock(0x800C_CC40, "IXP_E_WINSOCK_WSASYSNOTREADY", "code-outlook-winsock", 10_091),
    winsock(0x800C_CC41, "IXP_E_WINSOCK_WSAVERNOTSUPPORTED", "code-outlook-winsock", 10_092),
    winsock(0x800C_CC42, "IXP_E_WINSOCK_WSAEPROCLIM", "code-outlook-winsock", 10_067),
    winsock(0x800C_CC43, "IXP_E_WINSOCK_WSAEFAULT", "code-outlook-winsock", 10_014),
    named(0x800C_CC44, "IXP_E_WINSOCK_FAILED_WSASTARTUP", "code-outlook-winsock"),
    winsock(0x800C_CC45, "IXP_E_WINSOCK_WSAEINPROGRESS", "code-outlook-winsock", 10_036),
    // SMTP.
    named(SMTP_RESPONSE_ERROR, "IXP_E_SMTP_RESPONSE_ERROR", "code-outlook-smtp-response"),
    named(SMTP_UNKNOWN_RESPONSE_CODE, "IXP_E_SMTP_UNKNOWN_RESPONSE_CODE", "code-outlook-smtp-response"),
    reply(0x800C_CC62, "IXP_E_SMTP_500_SYNTAX_ERROR", "code-outlook-smtp-reply", 500),
    reply(0x800C_CC63, "IXP_E_SMTP_501_PARAM_SYNTAX", "code-outlook-smtp-reply", 501),
    reply(0x800C_CC64, "IXP_E_SMTP_502_COMMAND_NOTIMPL", "code-outlook-smtp-reply", 502),
    reply(0x800C_CC65, "IXP_E_SMTP_503_COMMAND_SEQ", "code-outlook-smtp-reply", 503),
    reply(0x800C_CC66, "IXP_E_SMTP_504_COMMAND_PARAM_NOTIMPL", "code-outlook-smtp-reply", 504),
    reply(0x800C_CC67, "IXP_E_SMTP_421_NOT_AVAILABLE", "code-outlook-smtp-reply", 421),
    reply(0x800C_CC68, "IXP_E_SMTP_450_MAILBOX_BUSY", "code-outlook-smtp-reply", 450),
    reply(0x800C_CC69, "IXP_E_SMTP_550_MAILBOX_NOT_FOUND", "code-outlook-smtp-reply", 550),
    reply(0x800C_CC6A, "IXP_E_SMTP_451_ERROR_PROCESSING", "code-outlook-smtp-reply", 451),
    reply(0x800C_CC6B, "IXP_E_SMTP_551_USER_NOT_LOCAL", "code-outlook-smtp-reply", 551),
    reply(0x800C_CC6C, "IXP_E_SMTP_452_NO_SYSTEM_STORAGE", "code-outlook-smtp-reply", 452),
    reply(0x800C_CC6D, "IXP_E_SMTP_552_STORAGE_OVERFLOW", "code-outlook-smtp-reply", 552),
    reply(0x800C_CC6E, "IXP_E_SMTP_553_MAILBOX_NAME_SYNTAX", "code-outlook-smtp-reply", 553),
    reply(0x800C_CC6F, "IXP_E_SMTP_554_TRANSACT_FAILED", "code-outlook-smtp-reply", 554),
    named(0x800C_CC78, "IXP_E_SMTP_REJECTED_SENDER", "code-outlook-smtp-sender-rejected"),
    named(0x800C_CC79, "IXP_E_SMTP_REJECTED_RECIPIENTS", "code-outlook-smtp-recipients-rejected"),
    named(0x800C_CC7A, "IXP_E_SMTP_NO_SENDER", "code-outlook-smtp-address-missing"),
    named(0x800C_CC7B, "IXP_E_SMTP_NO_RECIPIENTS", "code-outlook-smtp-address-missing"),
    reply(SMTP_STARTTLS_REQUIRED, "IXP_E_SMTP_530_STARTTLS_REQUIRED", "code-outlook-smtp-starttls-required", 530),
    named(SMTP_NO_STARTTLS_SUPPORT, "IXP_E_SMTP_NO_STARTTLS_SUPPORT", "code-outlook-smtp-no-starttls"),
    named(0x800C_CC7E, "IXP_E_SMTP_NO_DSN_SUPPORT", "code-outlook-smtp-no-dsn"),
    reply(SMTP_STARTTLS_FAILED, "IXP_E_SMTP_454_STARTTLS_FAILED", "code-outlook-smtp-starttls-failed", 454),
    nameless(SMTP_NO_COMMON_AUTH, "code-outlook-smtp-no-common-auth"),
    // POP3.
    named(POP3_RESPONSE_ERROR, "IXP_E_POP3_RESPONSE_ERROR", "code-outlook-pop3-response"),
    named(0x800C_CC91, "IXP_E_POP3_INVALID_USER_NAME", "code-outlook-pop3-user"),
    named(0x800C_CC92, "IXP_E_POP3_INVALID_PASSWORD", "code-outlook-pop3-password"),
    named(POP3_PARSE_FAILURE, "IXP_E_POP3_PARSE_FAILURE", "code-outlook-pop3-parse"),
    named(0x800C_CC94, "IXP_E_POP3_NEED_STAT", "code-outlook-client-state"),
    named(0x800C_CC95, "IXP_E_POP3_NO_MESSAGES", "code-outlook-pop3-nothing"),
    named(0x800C_CC96, "IXP_E_POP3_NO_MARKED_MESSAGES", "code-outlook-pop3-nothing"),
    named(0x800C_CC97, "IXP_E_POP3_POPID_OUT_OF_RANGE", "code-outlook-pop3-range"),
    // News servers: not mail.
    named(0x800C_CCA0, "IXP_E_NNTP_RESPONSE_ERROR", "code-outlook-nntp"),
    named(0x800C_CCA1, "IXP_E_NNTP_NEWGROUPS_FAILED", "code-outlook-nntp"),
    named(0x800C_CCA2, "IXP_E_NNTP_LIST_FAILED", "code-outlook-nntp"),
    named(0x800C_CCA3, "IXP_E_NNTP_LISTGROUP_FAILED", "code-outlook-nntp"),
    named(0x800C_CCA4, "IXP_E_NNTP_GROUP_FAILED", "code-outlook-nntp"),
    named(0x800C_CCA5, "IXP_E_NNTP_GROUP_NOTFOUND", "code-outlook-nntp"),
    named(0x800C_CCA6, "IXP_E_NNTP_ARTICLE_FAILED", "code-outlook-nntp"),
    named(0x800C_CCA7, "IXP_E_NNTP_HEAD_FAILED", "code-outlook-nntp"),
    named(0x800C_CCA8, "IXP_E_NNTP_BODY_FAILED", "code-outlook-nntp"),
    named(0x800C_CCA9, "IXP_E_NNTP_POST_FAILED", "code-outlook-nntp"),
    named(0x800C_CCAA, "IXP_E_NNTP_NEXT_FAILED", "code-outlook-nntp"),
    named(0x800C_CCAB, "IXP_E_NNTP_DATE_FAILED", "code-outlook-nntp"),
    named(0x800C_CCAC, "IXP_E_NNTP_HEADERS_FAILED", "code-outlook-nntp"),
    named(0x800C_CCAD, "IXP_E_NNTP_XHDR_FAILED", "code-outlook-nntp"),
    named(0x800C_CCAE, "IXP_E_NNTP_INVALID_USERPASS", "code-outlook-nntp"),
    // Dial-up.
    named(0x800C_CCC2, "IXP_E_RAS_NOT_INSTALLED", "code-outlook-dial-up"),
    named(0x800C_CCC3, "IXP_E_RAS_PROCS_NOT_FOUND", "code-outlook-dial-up"),
    named(0x800C_CCC4, "IXP_E_RAS_ERROR", "code-outlook-dial-up"),
    named(0x800C_CCC5, "IXP_E_RAS_INVALID_CONNECTOID", "code-outlook-dial-up"),
    named(0x800C_CCC6, "IXP_E_RAS_GET_DIAL_PARAMS", "code-outlook-dial-up"),
    // IMAP.
    named(0x800C_CCD1, "IXP_E_IMAP_LOGINFAILURE", "code-outlook-imap-login"),
    named(IMAP_TAGGED_NO_RESPONSE, "IXP_E_IMAP_TAGGED_NO_RESPONSE", "code-outlook-imap-no"),
    named(IMAP_BAD_RESPONSE, "IXP_E_IMAP_BAD_RESPONSE", "code-outlook-imap-bad"),
    named(0x800C_CCD4, "IXP_E_IMAP_SVR_SYNTAXERR", "code-outlook-imap-syntax"),
    named(IMAP_NOT_IMAP_SERVER, "IXP_E_IMAP_NOTIMAPSERVER", "code-outlook-imap-not-imap"),
    named(0x800C_CCD6, "IXP_E_IMAP_BUFFER_OVERFLOW", "code-outlook-client-state"),
    named(0x800C_CCD7, "IXP_E_IMAP_RECVR_ERROR", "code-outlook-client-state"),
    named(0x800C_CCD8, "IXP_E_IMAP_INCOMPLETE_LINE", "code-outlook-imap-incomplete"),
    named(IMAP_CONNECTION_REFUSED, "IXP_E_IMAP_CONNECTION_REFUSED", "code-outlook-imap-refused"),
    named(0x800C_CCDA, "IXP_E_IMAP_UNRECOGNIZED_RESP", "code-outlook-imap-syntax"),
    named(0x800C_CCDB, "IXP_E_IMAP_CHANGEDUID", "code-outlook-imap-mailbox"),
    named(0x800C_CCDC, "IXP_E_IMAP_UIDORDER", "code-outlook-imap-mailbox"),
    named(IMAP_UNSOLICITED_BYE, "IXP_E_IMAP_UNSOLICITED_BYE", "code-outlook-imap-bye"),
    named(0x800C_CCDE, "IXP_E_IMAP_IMPROPER_SVRSTATE", "code-outlook-client-state"),
    named(IMAP_AUTH_NOT_POSSIBLE, "IXP_E_IMAP_AUTH_NOT_POSSIBLE", "code-outlook-imap-no-common-auth"),
    named(0x800C_CCE0, "IXP_E_IMAP_OUT_OF_AUTH_METHODS", "code-outlook-imap-auth-failed"),
    // HTTP mail again.
    named(0x800C_CCF0, "IXP_E_HTTP_SERVICE_UNAVAIL", "code-outlook-http-server"),
    named(0x800C_CCF1, "IXP_E_HTTP_GATEWAY_TIMEOUT", "code-outlook-http-timeout"),
    named(0x800C_CCF2, "IXP_E_HTTP_VERS_NOT_SUP", "code-outlook-http-server"),
    named(0x800C_CCF3, "IXP_E_HTTP_INSUFFICIENT_STORAGE", "code-outlook-http-server"),
    named(0x800C_CCF4, "IXP_E_HTTP_ROOT_PROP_NOT_FOUND", "code-outlook-http"),
    // MAPI.
    named(0x8004_0102, "MAPI_E_NO_SUPPORT", "code-outlook-mapi-inner"),
    named(0x8004_0103, "MAPI_E_BAD_CHARWIDTH", "code-outlook-mapi-inner"),
    named(0x8004_0105, "MAPI_E_STRING_TOO_LONG", "code-outlook-mapi-inner"),
    named(0x8004_0106, "MAPI_E_UNKNOWN_FLAGS", "code-outlook-mapi-inner"),
    named(0x8004_0107, "MAPI_E_INVALID_ENTRYID", "code-outlook-mapi-not-found"),
    named(0x8004_0108, "MAPI_E_INVALID_OBJECT", "code-outlook-mapi-inner"),
    named(0x8004_0109, "MAPI_E_OBJECT_CHANGED", "code-outlook-mapi-changed"),
    named(0x8004_010A, "MAPI_E_OBJECT_DELETED", "code-outlook-mapi-changed"),
    named(0x8004_010B, "MAPI_E_BUSY", "code-outlook-mapi-busy"),
    named(0x8004_010D, "MAPI_E_NOT_ENOUGH_DISK", "code-outlook-mapi-full"),
    named(0x8004_010E, "MAPI_E_NOT_ENOUGH_RESOURCES", "code-outlook-mapi-busy"),
    named(0x8004_010F, "MAPI_E_NOT_FOUND", "code-outlook-mapi-not-found"),
    named(0x8004_0110, "MAPI_E_VERSION", "code-outlook-mapi-inner"),
    named(0x8004_0111, "MAPI_E_LOGON_FAILED", "code-outlook-mapi-logon"),
    named(0x8004_0112, "MAPI_E_SESSION_LIMIT", "code-outlook-mapi-busy"),
    named(0x8004_0113, "MAPI_E_USER_CANCEL", "code-outlook-cancelled"),
    named(0x8004_0114, "MAPI_E_UNABLE_TO_ABORT", "code-outlook-mapi-submitted"),
    named(0x8004_0115, "MAPI_E_NETWORK_ERROR", "code-outlook-mapi-network"),
    named(0x8004_0116, "MAPI_E_DISK_ERROR", "code-outlook-mapi-store"),
    named(0x8004_0117, "MAPI_E_TOO_COMPLEX", "code-outlook-mapi-inner"),
    named(0x8004_0118, "MAPI_E_BAD_COLUMN", "code-outlook-mapi-inner"),
    named(0x8004_0119, "MAPI_E_EXTENDED_ERROR", "code-outlook-mapi-extended"),
    named(0x8004_011A, "MAPI_E_COMPUTED", "code-outlook-mapi-inner"),
    named(0x8004_011B, "MAPI_E_CORRUPT_DATA", "code-outlook-mapi-store"),
    named(0x8004_011C, "MAPI_E_UNCONFIGURED", "code-outlook-mapi-unconfigured"),
    named(0x8004_011D, "MAPI_E_FAILONEPROVIDER", "code-outlook-mapi-provider"),
    named(0x8004_011E, "MAPI_E_UNKNOWN_CPID", "code-outlook-mapi-inner"),
    named(0x8004_011F, "MAPI_E_UNKNOWN_LCID", "code-outlook-mapi-inner"),
    named(0x8004_0120, "MAPI_E_PASSWORD_CHANGE_REQUIRED", "code-outlook-mapi-password"),
    named(0x8004_0121, "MAPI_E_PASSWORD_EXPIRED", "code-outlook-mapi-password"),
    named(0x8004_0122, "MAPI_E_INVALID_WORKSTATION_ACCOUNT", "code-outlook-mapi-logon-rule"),
    named(0x8004_0123, "MAPI_E_INVALID_ACCESS_TIME", "code-outlook-mapi-logon-rule"),
    named(0x8004_0124, "MAPI_E_ACCOUNT_DISABLED", "code-outlook-mapi-disabled"),
    nameless(0x8004_0126, "code-outlook-mapi-offline"),
    named(0x8004_0200, "MAPI_E_END_OF_SESSION", "code-outlook-mapi-session"),
    named(0x8004_0201, "MAPI_E_UNKNOWN_ENTRYID", "code-outlook-mapi-not-found"),
    named(0x8004_0202, "MAPI_E_MISSING_REQUIRED_COLUMN", "code-outlook-mapi-inner"),
    named(0x8004_0301, "MAPI_E_BAD_VALUE", "code-outlook-mapi-inner"),
    named(0x8004_0302, "MAPI_E_INVALID_TYPE", "code-outlook-mapi-inner"),
    named(0x8004_0303, "MAPI_E_TYPE_NO_SUPPORT", "code-outlook-mapi-inner"),
    named(0x8004_0304, "MAPI_E_UNEXPECTED_TYPE", "code-outlook-mapi-inner"),
    named(0x8004_0305, "MAPI_E_TOO_BIG", "code-outlook-mapi-too-big"),
    named(0x8004_0306, "MAPI_E_DECLINE_COPY", "code-outlook-mapi-inner"),
    named(0x8004_0307, "MAPI_E_UNEXPECTED_ID", "code-outlook-mapi-inner"),
    named(0x8004_0400, "MAPI_E_UNABLE_TO_COMPLETE", "code-outlook-mapi-inner"),
    named(0x8004_0401, "MAPI_E_TIMEOUT", "code-outlook-mapi-timeout"),
    named(0x8004_0402, "MAPI_E_TABLE_EMPTY", "code-outlook-mapi-inner"),
    named(0x8004_0403, "MAPI_E_TABLE_TOO_BIG", "code-outlook-mapi-too-big"),
    named(0x8004_0405, "MAPI_E_INVALID_BOOKMARK", "code-outlook-mapi-inner"),
    named(0x8004_0500, "MAPI_E_WAIT", "code-outlook-mapi-busy"),
    named(0x8004_0501, "MAPI_E_CANCEL", "code-outlook-cancelled"),
    named(0x8004_0502, "MAPI_E_NOT_ME", "code-outlook-mapi-inner"),
    named(0x8004_0600, "MAPI_E_CORRUPT_STORE", "code-outlook-mapi-store"),
    named(0x8004_0601, "MAPI_E_NOT_IN_QUEUE", "code-outlook-mapi-submitted"),
    named(0x8004_0602, "MAPI_E_NO_SUPPRESS", "code-outlook-mapi-inner"),
    named(0x8004_0604, "MAPI_E_COLLISION", "code-outlook-mapi-folder"),
    named(0x8004_0605, "MAPI_E_NOT_INITIALIZED", "code-outlook-mapi-session"),
    named(0x8004_0606, "MAPI_E_NON_STANDARD", "code-outlook-mapi-inner"),
    named(0x8004_0607, "MAPI_E_NO_RECIPIENTS", "code-outlook-smtp-address-missing"),
    named(0x8004_0608, "MAPI_E_SUBMITTED", "code-outlook-mapi-submitted"),
    named(0x8004_0609, "MAPI_E_HAS_FOLDERS", "code-outlook-mapi-folder"),
    named(0x8004_060A, "MAPI_E_HAS_MESSAGES", "code-outlook-mapi-folder"),
    named(0x8004_060B, "MAPI_E_FOLDER_CYCLE", "code-outlook-mapi-folder"),
    nameless(0x8004_060C, "code-outlook-mapi-full"),
    named(0x8004_0700, "MAPI_E_AMBIGUOUS_RECIP", "code-outlook-mapi-ambiguous"),
    nameless(0x8004_20CB, "code-outlook-pop3-no-store"),
    nameless(0x8004_2108, "code-outlook-incoming-unreachable"),
    nameless(0x8004_2109, "code-outlook-outgoing-unreachable"),
    nameless(0x8004_210A, "code-outlook-incoming-timeout"),
    nameless(0x8004_210B, "code-outlook-outgoing-timeout"),
    nameless(0x8004_210C, "code-outlook-undocumented"),
    nameless(0x8004_2112, "code-outlook-undocumented"),
    nameless(0x800C_CCF7, "code-outlook-undocumented"),
    // The mail store of Outlook Express.
    nameless(0x800C_0131, "code-outlook-mapi-store"),
    nameless(0x800C_0133, "code-outlook-mapi-store"),
    nameless(0x800C_013E, "code-outlook-mapi-store"),
    nameless(0x8004_8002, "code-outlook-task-cancelled"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::Os;
    use crate::codes::{smtp, socket};

    #[test]
    fn no_number_or_name_appears_twice() {
        for (index, row) in TABLE.iter().enumerate() {
            assert!(
                TABLE[..index].iter().all(|other| other.code != row.code),
                "{}",
                text(row.code)
            );
            if let Some(name) = row.name {
                assert_eq!(by_name(name).map(|found| found.code), Some(row.code));
            }
        }
    }

    #[test]
    fn ixp_numbers_are_failures_of_the_internet_facility() {
        for row in TABLE
            .iter()
            .filter(|row| row.name.is_some_and(|name| name.starts_with("IXP_")))
        {
            assert_eq!(row.code >> 8, 0x0080_0CCC, "{row:?}");
        }
    }

    #[test]
    fn a_reply_in_the_name_is_the_reply_of_the_row() {
        for row in TABLE {
            let digits = row
                .name
                .and_then(|name| name.strip_prefix("IXP_E_SMTP_")?.get(..3)?.parse().ok());
            assert_eq!(row.reply, digits, "{row:?}");
            if let Some(reply) = row.reply {
                assert!(smtp::reply(reply).is_some());
                assert_eq!(for_reply(reply), Some(row.code));
            }
        }
    }

    #[test]
    fn winsock_rows_lead_to_the_socket_table() {
        for winsock in TABLE.iter().filter_map(|row| row.winsock) {
            assert!(socket::condition(Os::Windows, winsock).is_some());
        }
    }
}
