//! Texts of programs that have nothing to do with mail, and speak of logins, refusals and connections all the same.

use crate::codes::socket::Condition;

use super::Reading;

/// What programs other than those of mail write: SSH, Git, sudo and PAM, containers, databases, web servers and those who ask
/// them, FTP, telephones, printers, networks at home.
const STRANGERS: &[&str] = &[
    "(publickey",
    "sshd[",
    "sshd:",
    "ssh_exchange_identification",
    "kex_exchange_identification",
    "pam_unix(",
    "sudo:",
    "su: ",
    "fatal: authentication failed for",
    "could not read from remote repository",
    "error response from daemon",
    "sql server",
    "sqlstate",
    "ora-01017",
    "http/1.0 4",
    "http/1.1 4",
    "http/2 4",
    "http/1.0 5",
    "http/1.1 5",
    "http/2 5",
    "http error",
    "http status",
    "status code 4",
    "status code 5",
    "requested url returned",
    "client error: ",
    "httperror",
    "axioserror",
    "get http",
    "post http",
    "cloudflare",
    "an error occurred (",
    "please login with user and pass",
    "login or password incorrect!",
    "failed to change directory",
    "mysql",
    "mongoservererror",
    "rabbitmq",
    "redis:",
    "resource_exhausted",
    "you don't have permission to access",
    "too many clients already",
    "sip/2.0",
    "mount error(",
    "bluetooth",
    "wi-fi",
    "vpn connection",
    "connect to the printer",
    "minecraft",
    "steam",
    "instagram",
    "facebook",
    "whatsapp",
    "paypal",
    "parcel",
    "微信",
    "支付宝",
    "淘宝",
    "抖音",
    "快递",
    "failed password for",
    "docker login",
    "kubectl",
    "npm err!",
    "failed login (",
    "vsftpd",
    "ftp:",
    "nt_status_",
];

/// Words without which a text is not about mail.
const MAIL: &[&str] = &[
    "mail",
    "smtp",
    "imap",
    "pop3",
    "postfix",
    "dovecot",
    "exim",
    "lmtp",
    "sasl",
    "outlook",
    "thunderbird",
    "microsoft exchange",
    "exchange server",
    "exchange online",
    "邮",
    "郵",
];

/// Takes out what only a mail server would mean by the words of another program. The errors of the system stay: they are
/// the same everywhere.
pub(super) fn settle(readings: &mut Vec<Reading>, flat: &str) {
    let any = |words: &[&str]| words.iter().any(|word| flat.contains(word));
    if any(STRANGERS) && !any(MAIL) {
        readings.retain(|reading| !is_of_mail(reading));
    }
}

/// Whether a reading is true of a mail server alone.
fn is_of_mail(reading: &Reading) -> bool {
    let denied = reading.words == Condition::AccessDenied.words();
    denied
        || reading.kind.is_answer()
        || matches!(
            reading.words.as_str(),
            "code-phrase-hung-up"
                | "code-phrase-settings-incomplete"
                | "code-phrase-connect-failed"
                | "code-phrase-sending-failed"
        )
}
