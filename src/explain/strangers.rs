//! Texts of programs that have nothing to do with mail, and speak of logins, refusals and connections all the same.

use crate::codes::socket::Condition;

use super::{Kind, Reading};

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
    "400 client error",
    "401 client error",
    "403 client error",
    "404 client error",
    "429 client error",
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
    "ftp>",
    "530 login incorrect",
    "530 user cannot log in",
    "530 sorry, no anonymous",
    "550 failed to open file",
    ": no such file or directory",
    "directory operation failed",
    "service not available, remote server has closed connection",
    "nt_status_",
    "pymongo",
    "mongodb",
    "ora-28000",
    "login failed for user '",
    "kinit:",
    "sambaserver",
    "{\"message\":",
    "{\"error\":",
    "{\"detail\":",
    "{\"code\":",
    "\"statuscode\":",
    "arn:aws",
    "api key",
    "your session has",
    "while parsing",
    " game",
    "phone number",
    "sms delivery",
    "xmpp",
    "游戏",
    "wallet",
    "rsync:",
    "rsync error",
    "rsync(",
    "postgres",
    "psycopg",
    "psql:",
    "docker:",
    "kubernetes",
    "kafka",
    "elasticsearch",
    "memcached",
    "cassandra",
    "zookeeper",
    "websocket",
    "wget:",
    "scp:",
    "sftp",
    "lftp",
    "samba",
    "smbclient",
    "pip install",
    "cargo:",
    "yarn ",
    "apt-get",
    "ssh:",
    "ssh://",
    "git://",
    "ftp://",
    "ws://",
    "wss://",
    "amqp://",
    "redis://",
    "postgresql://",
    "mongodb://",
    "mysql://",
    "jdbc:",
    "ldap://",
    "ldaps://",
    "rtsp://",
    "mqtt",
    "grpc",
    "rpc error",
    "rpc failed",
    "incompleteread",
    "fatal: the remote end hung up",
    "get \"http",
    "post \"http",
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
    "sendgrid",
    "sparkpost",
    "postmark",
    "mandrill",
    "resend.com",
    "brevo",
    "dm.aliyuncs",
    "reject_reason",
    "邮",
    "郵",
];

/// Words of mail that others seldom use, and those of its logs.
#[rustfmt::skip] // a list of words
const OF_MAIL: &[&str] = &[
    "recipient", "sender", "rcpt", "inbox", "spam", "relay", "bounce", "undeliver", "deliver", "ehlo", "helo", "stat=",
    "dsn=", "user unknown", "auth attempt", "message submission", "sending quota", "sending limit", "退信", "发信", "信箱", "收件", "发件", "寄件", "nachricht",
    "postfach", "unzustellbar", "empfänger", "destinatair", "destinatari", "destinatár", "adresse électronique", "courriel", "courrier",
    "correo", "buzón", "casilla", "caixa postal", "skrzynk", "получател", "ящик", "почт", "письм", "メール", "tencentcloudsdk", "ses.tencent", "exceedsendlimit",
    "domino", "diagnostic-code", "address book", " mx ", "starttls", "port 25", "25 端口",
];

/// Whether anything in a text says that it is about mail: a word, or an address.
pub(super) fn speaks_of_mail(flat: &str) -> bool {
    let any = |words: &[&str]| words.iter().any(|word| flat.contains(word));
    any(MAIL) || any(OF_MAIL) || flat.split(' ').any(is_address)
}

/// `<a@example.org>`, and no `git@github.com:owner`.
fn is_address(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let Some((local, domain)) = word.split_once('@') else {
        return false;
    };
    !local.is_empty() && domain.contains('.') && !domain.contains(['/', ':', '@'])
}

/// What servers of every kind say in the same words, and mail servers mean in a way of their own: that somebody is not found,
/// that a disk is full, that too much comes.
const ANYBODYS: &[&str] = &[
    "code-text-mailbox-unknown",
    "code-text-recipient-suppressed",
    "code-text-mailbox-full",
    "code-text-message-too-large",
    "code-text-recipient-domain-unknown",
    "code-text-rate-limited",
    "code-text-too-many-connections",
    "code-text-block-list",
    "code-text-login-policy",
    "code-text-sending-limit",
    "code-text-server-trouble",
    "code-text-content-refused",
    "code-text-idle-timeout",
    "code-text-shutting-down",
];

/// What is true of any login, but for the advice.
const LOGINS: &[&str] = &[
    "code-text-credentials-refused",
    "code-text-too-many-failed-logins",
    "code-text-account-disabled",
    "code-text-login-temporarily-unavailable",
];

/// Whether a mail server's code stands beside the words.
fn is_coded(readings: &[Reading]) -> bool {
    readings
        .iter()
        .any(|reading| reading.kind.is_answer() && reading.kind != Kind::ReplyText)
}

/// Whether a text speaks of a login that was refused, in words that any program says, and of nothing else.
pub(super) fn is_any_programs(readings: &[Reading], flat: &str) -> bool {
    let of_login = |reading: &Reading| LOGINS.contains(&reading.words.as_str());
    !readings.is_empty() && readings.iter().all(of_login) && !speaks_of_mail(flat)
}

/// Takes out what only a mail server would mean by the words of another program. The errors of the system stay: they are
/// the same everywhere.
pub(super) fn settle(readings: &mut Vec<Reading>, flat: &str) {
    let any = |words: &[&str]| words.iter().any(|word| flat.contains(word));
    if any(STRANGERS) && !any(MAIL) {
        readings.retain(|reading| !is_of_mail(reading));
    }
    if !is_coded(readings) && !speaks_of_mail(flat) {
        readings.retain(|reading| !ANYBODYS.contains(&reading.words.as_str()));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::{Note, explain};
    use crate::words::{Lang, Words};

    #[test]
    fn what_any_program_says_of_a_login_is_told_as_such() {
        let words = Words::new(Lang::En);
        for (text, is_any) in [
            ("The user name or password is incorrect.", true),
            ("Login incorrect", true),
            ("密码错误次数过多，账号已锁定", true),
            ("535 Login incorrect", false),
            ("SMTP login failed", false),
            ("Login failed for <a@example.org>", false),
            ("a1 NO LOGIN failed.", false),
            ("Connection refused", false),
        ] {
            let answer = explain(text, &words);
            assert!(answer.is_known(), "{text}");
            assert_eq!(answer.notes.contains(&Note::AnyProgram), is_any, "{text}");
        }
    }

    #[test]
    fn an_address_has_a_domain_and_no_path() {
        for word in ["a@example.org", "<a@example.org>:", "user=a@mail.example,"] {
            assert!(is_address(word), "{word}");
        }
        for word in [
            "git@github.com:owner",
            "root@localhost",
            "@example.org",
            "a",
            "x@",
            "https://a@b.example/c",
        ] {
            assert!(!is_address(word), "{word}");
        }
    }
}
