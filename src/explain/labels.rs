//! The words before a number that say what it counts, in lower case: English, and both Chinese scripts.

/// Words after which a number of three digits is the code of a reply.
#[rustfmt::skip] // a list of words
pub(super) const REPLY_LABELS: &[&str] = &[
    "responded", "response", "said", "server error", "reply", "replied", "smtp", "smtp error", "smtp code",
    "smtp status", "error", "code", "status", "returned", "responsecode", "response code", "status code",
    "statuscode", "login", "got", "server says", "answer", "answered", "exception", "failed", "failure",
    "unexpected", "refused", "errors", "error number", "says", "replycode", "server replied", "server response",
    "data", "rejected", "err", "with", "response was", "reply was", "answer was", "error was", "response is",
    "reply is", "error is", "code is", "code was", "服务器错误", "服务器响应", "服务器返回", "服务器回应", "返回", "错误", "响应", "响应码", "错误码",
    "错误代码", "错误号", "退信代码", "伺服器回應", "伺服器錯誤", "錯誤", "錯誤碼", "提示",
];

/// Words after which three numbers with stops are a status, not a version.
#[rustfmt::skip] // a list of words
pub(super) const STATUS_LABELS: &[&str] = &[
    "status", "dsn", "code", "said", "error", "smtp", "returned", "responded", "response", "reply", "remote",
    "server", "enhanced", "ndr", "bounced", "failed", "rejected", "deferred", "delayed", "错误", "返回", "代码", "響應",
    "响应", "退信", "with",
];

/// Words after which a number is one of Apple's.
#[rustfmt::skip] // a list of words
pub(super) const APPLE_LABELS: &[&str] = &[
    "nsurlerrordomain", "nsurlerrordomain code", "nsurlerrordomain error", "kcferrordomaincfnetwork",
    "kcferrordomaincfnetwork error", "errssl", "osstatus", "osstatus error", "ssl error",
    "cfnetwork sslhandshake failed", "secure transport error",
];

/// Words after which a number is an `errno` of Apple's systems.
#[rustfmt::skip] // a list of words
pub(super) const POSIX_LABELS: &[&str] = &[
    "nsposixerrordomain", "nsposixerrordomain code", "nsposixerrordomain error", "kcferrordomainposix",
    "kcferrordomainposix error", "posixerrorcode",
];

/// Words after which a number is one of Winsock, whatever its size.
#[rustfmt::skip] // a list of words
pub(super) const SOCKET_LABELS: &[&str] = &[
    "socket error", "socket error code", "winsock error", "winsock error code", "wsa error", "winerror",
    "win32 error code", "套接字错误", "套接字错误号", "通訊端錯誤",
    "socketfehler", "erreur de socket", "error de socket", "errore socket", "errore di socket", "erro de soquete", "ошибка сокета",
    "błąd gniazda", "socketfout", "ソケット エラー", "ソケットエラー", "소켓 오류",
];

/// Words after which a number is a TLS alert.
#[rustfmt::skip] // a list of words
pub(super) const ALERT_LABELS: &[&str] = &[
    "alert", "alert number", "alert code is", "fatal alert code is", "fatal error code is", "alert code",
    "警报代码为", "警告代码为", "警告代码是", "错误代码是", "警報代碼為", "错误代码为",
];

/// What stands between a word for error and its number.
#[rustfmt::skip] // a list of words
pub(super) const FILLERS: &[&str] = &[
    "is", "was", "no", "nr", "num", "number", "code", "id", "of", "with", "the", "value", "status", "号", "碼",
    "码", "为", "是",
];

/// Words after which a number is an error of the system.
#[rustfmt::skip] // a list of words
pub(super) const ERROR_WORDS: &[&str] = &[
    "error", "err", "errno", "exception", "winerror", "winsock", "wsa", "win32", "hresult", "failed", "failure",
    "result", "status",
];

/// The words of a line that may be a number or a name, each with its place.
pub(super) fn tokens(line: &str) -> Vec<(usize, &str)> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '/' | '.' | '-');
    let mut tokens = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find(part) {
        let from = &rest[start..];
        let end = from.find(|c| !part(c)).unwrap_or(from.len());
        let token = from[..end].trim_end_matches(['.', '-', '/']);
        tokens.push((line.len() - from.len(), token));
        rest = &from[end..];
    }
    tokens
}

/// How much of what stands before a number is looked at, in bytes: the words right before it.
const LABEL: usize = 96;

/// What stands before a number, in lower case, without the punctuation between.
pub(super) fn label(before: &str) -> String {
    let mut from = before.len().saturating_sub(LABEL);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let before = before[from..].trim_end_matches(|c: char| !c.is_alphanumeric());
    before.to_lowercase()
}
