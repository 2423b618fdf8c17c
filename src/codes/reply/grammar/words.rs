//! The words of the grammar, in lower case. A word may go on (`disable` is in `disabled`) unless a blank stands behind it.

use super::{Predicate, Subject};

/// Where the subject of a predicate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Before it: `mailbox full`.
    Before,
    /// Behind it: `no such user`.
    After,
    /// On either: `unknown user`, `user unknown`.
    Either,
}

/// Whom or what a clause may speak of.
#[rustfmt::skip] // a table is read by its columns
pub(super) const SUBJECTS: &[(Subject, &[&str])] = &[
    (Subject::Mailbox, &[
        "mailbox", "maildrop", "inbox", "recipient", "rcpt ", "addressee", "mail user", "email user",
        "email address", "e-mail address", "email account", "e-mail account", "mail account", "e-mail adress", "email adress",
        "destination address", "mail address", "mailing address", "addressbook", "name & address book", "domino directory", "mail recipient",
        "user's mailbox", "delivery address", "target address", "rcptto", "toaddress", "mail receiving",
        "postfach", "empfänger", "empfaenger", "mailadresse", "e-mail-adresse", "emailadresse",
        "destinataire", "boîte", "boite aux lettres", "boite de ", "adresse électronique", "adresse e-mail", "adresse mail", "messagerie de",
        "destinatario", "buzón", "buzon ", "casilla", "dirección de correo", "correo lleno", "directorio de domino", "libreta",
        "casella", "indirizzo e-mail", "indirizzo email", "destinatário", "caixa postal", "caixa de correio", "caixa de entrada",
        "odbiorc", "skrzynk", "geadresseerde", "ontvanger", "postbus", "e-mailadres",
        "получател", "почтовый ящик", "почтового ящика", "ящик", "адресат", "受信者", "宛先", "メールボックス", "メールアドレス",
        "收件人", "收件方", "收件地址", "收件邮箱", "收信人", "收件箱", "邮箱", "信箱", "郵箱", "收件者", "邮件地址", "收件帐号", "收件账号",
    ]),
    (Subject::Person, &[
        "user ", "users ", "account", "alias", "customer", "username", "user name", "local part", "local-part", "member ", "this person",
        "no id", "such id", "benutzer", "konto ", "nutzer", "utilisateur", "compte ", "usuario", "cuenta", "utente", "usuário", "conta ",
        "użytkownik", "konta ", "gebruiker", "пользовател", "учетная запись", "учётная запись", "аккаунт", "ユーザー", "アカウント",
        "用户", "用戶", "账号", "帐号", "帳號", "账户", "帐户",
    ]),
    (Subject::Address, &["address", "adress ", "adresse ", "dirección", "indirizzo", "endereço", "адрес "]),
    (Subject::Room, &[
        "quota", "storage", "disk space", "mailbox size", "space ", "speicherplatz", "espace ", "espacio ", "空间", "容量", "配额",
    ]),
    (Subject::Domain, &[
        "domain ", "domains ", "recipient domain", "recipient's domain", "destination domain", "domain name", "host name", "hostname ", "mail exchanger",
        "mx record", "mx host", "any host", "domaine", "dominio", "domínio", "domena", "domeny", "домен", "ドメイン",
        "域名", "收件域", "网域", "主机名",
    ]),
    (Subject::SenderDomain, &[
        "sender domain", "sender's domain", "senders domain", "sending domain", "from domain", "domain of sender", "domain of the sender",
        "envelope sender domain", "return-path domain", "发件域名", "发信域名", "发件人域名",
    ]),
    (Subject::Sender, &[
        "sender", "senders", "sender address", "mail from", "mailfrom", "from address", "from: ", "from header", "return path", "return-path", "envelope from", "envelope-from",
        "reverse-path", "originator", "mailaddress ", "absender", "expéditeur", "expediteur", "remitente", "mittente", "remetente", "nadawc", "afzender",
        "отправител", "差出人", "送信者", "发件人", "发信人", "发件地址", "发信地址", "寄件人", "寄件者", "发件邮箱", "发信账号", "发信帐号", "发件sender",
        "发件 sender",
    ]),
    (Subject::Client, &[
        "ip ", "ips ", "ip address", "ip-address", "ip addresses", "ip-adresse", "adresse ip", "dirección ip", "indirizzo ip", "endereço ip", "adres ip", "ip-адрес",
        "client host", "client ", "clients ", "connecting host", "remote host ", "remotehost", "your host", "your server", "sending server", "sending host", "mta ", "your network",
        "connection ", "ip地址", "ip 地址", "发信ip", "发信 ip", "服务器ip", "服务器 ip", "发件ip", "发件人ip", "发件人 ip", "您的ip", "您的 ip",
        "该ip", "该 ip", "此ip", "此 ip", "主机ip", "来源ip", "ipアドレス",
    ]),
    (Subject::Message, &[
        "message", "messages", "mails ", "emails ", "mail ", "email ", "nachricht", "mensaje", "messaggio", "mensagem", "wiadomość", "bericht", "письмо", "сообщени",
        "邮件", "郵件", "发信量", "发送量", "发信频率", "メール",
    ]),
    (Subject::Content, &[
        "content", "mail content", "message content", "contents", "attachment", "attached file", "subject line", "message body", "mail body", "message size", "mail size",
        "header", "length of data", "anhang", "pièce jointe", "archivo adjunto", "allegato", "anexo", "załącznik", "вложени", "taille du message", "taille",
        "内容", "附件", "正文", "主题", "邮件大小", "邮件内容", "信件内容",
    ]),
    (Subject::Filter, &["anti-spam", "antispam", "spam filter", "反垃圾邮件", "反垃圾"]),
    (Subject::Service, &["service ", "services ", "access "]),
    (Subject::Link, &["url ", "urls ", "a url", "link ", "links ", "链接"]),
];

/// What may be said of them. The longer of two that begin at one place comes first.
#[rustfmt::skip] // a table is read by its columns
pub(super) const PREDICATES: &[(Predicate, Side, &[&str])] = &[
    (Predicate::Missing, Side::Before, &[
        "not found", "n't found", "is not found", "not be found", "cannot be found", "cannot be resolved", "n't be found", "not exist", "n't exist", "not exists", "no exist", "don't exist", "non-existent",
        "nonexistent", "non existent", "not known", "not listed", "not recogni", "unrecogni", "not registered", "not present", "not a member", "not one of our",
        "no longer valid", "no longer exist", "no longer in use", "no longer available", "no longer on", "no longer here", "not here",
        "not our ", "not in our", "not in server", "not user of", "not a user", "not a known", "not an active", "is deleted", "been deleted", "was deleted", "been removed",
        "has moved", "has changed", "undeliverable", "lookup in domain map failed", "lookup failed", "does not have an account", "doesn't have an account", "path no exist", "mismatch in database",
        "existiert nicht", "nicht gefunden", "nicht vorhanden", "unbekannt", "gibt es nicht", "n'existe", "introuvable", "inconnu", "a changé",
        "no existe", "no se encuentra", "desconocid", "inexistente", "no encontrad", "non esiste", "inesistente", "sconosciut", "non trovat",
        "não existe", "nao existe", "desconhecid", "não encontrad", "nie istnieje", "nieznan", "nie znaleziono", "bestaat niet", "onbekend", "niet gevonden",
        "не существует", "не найден", "неизвест", "не зарегистрирован", "存在しません", "見つかりません", "登録されていません", "登録されて", "不存在", "无效", "没有找到", "找不到", "未找到", "未开通", "已注销", "已删除",
    ]),
    (Predicate::Missing, Side::After, &[
        "no such", "unable to find", "cannot find", "can't find", "can not find", "couldn't find", "couldnt find", "could not find", "did not find",
        "does not like", "no valid", "无法查找", "无法找到", "查找不到",
    ]),
    (Predicate::Missing, Side::Either, &["unknown", "nonexist"]),
    (Predicate::Malformed, Side::Either, &[
        "invalid", "not valid", "not a valid", "isn't valid", "illegal", "wrong", "incorrect", "malformed", "mismatch", "bad ", "ungültig", "invalide", "no válid", "non valid", "inválid", "niepoprawn", "ongeldig",
        "недействител", "неверн", "格式不正确", "格式错误",
    ]),
    (Predicate::Off, Side::Either, &[
        "disabled", "disable", "deactivated", "inactivated", "inactive", "suspended", "terminated", "discontinued", "frozen", "not active", "not activated", "hasn't entered", "not enabled", "is closed", "been closed", "was closed",
        "expired", "has expired", "not accepting", "isn't accepting", "no longer accept", "deaktiviert", "gesperrt", "inaktiv", "abgelaufen",
        "désactivé", "desactive", "suspendu", "bloqué ", "n'accepte plus", "desactivad", "suspendid", "caducad", "expirado", "inactiv", "disattivat", "sospes", "scadut", "desativad", "suspens", "zablokowan", "nieaktywn",
        "uitgeschakeld", "geblokkeerd", "заблокирован", "отключен", "неактивен", "無効", "停用", "禁用", "冻结", "凍結", "锁定", "已过期", "过期", "无法运作", "被封", "休眠",
    ]),
    (Predicate::Full, Side::Before, &[
        "full ", "over quota", "over-quota", "overquota", "over its", "over his", "over limit", "exceed", "exeed", "exhausted", "used up", "not enough", "insufficient", "out of space", "too full", "limit reached", "no space",
        "voll ", "überschritten", "pleine", "plein ", "dépassé", "lleno", "llena", "excedid", "superad", "pieno", "piena", "superat", "cheia", "cheio", "excedeu", "pełna", "przepełnion", "vol ",
        "переполнен", "превышен", "満杯", "いっぱい", "一杯", "已满", "已滿", "满了", "不足", "不够", "不夠", "超限", "超出", "超过", "达到上限", "用完", "爆满",
    ]),
    (Predicate::Full, Side::After, &["not enough", "no more", "insufficient", "exhausted", "out of space", "out of storage", "超出", "超过", "超限"]),
    (Predicate::Large, Side::Either, &[
        "too large", "too big", "larger than", "bigger than", "exceeds", "exceed", "maximum threshold", "zu groß", "zu gross", "trop grand", "trop gros", "trop volumineu", "trop lourd",
        "demasiado grande", "muy grande", "troppo grande", "muito grande", "za duż", "te groot", "слишком больш", "大きすぎ", "过大", "太大", "過大", "超过大小", "超出大小", "超过限制", "超出限制",
    ]),
    (Predicate::Listed, Side::Before, &[
        "blacklisted", "blocklisted", "black listed", "is listed", "are listed", "listed on", "listed in", "on a block list", "on a black list", "on a blacklist", "on a blocklist", "in a blacklist",
        "黑名单", "列入", "被加黑", "拉黑",
    ]),
    (Predicate::Refused, Side::Before, &[
        "rejected", "refused", "denied", "not allowed", "not permitted", "not accepted", "not authori", "unauthori", "forbidden", "prohibited", "blocked", "banned", "disallowed", "unwelcome", "not welcome", "restricted",
        "abgelehnt", "abgewiesen", "verweigert", "blockiert", "refusé", "rejeté", "interdit", "rechazad", "denegad", "bloquead", "rifiutat", "respint", "rejeitad", "recusad", "odrzucon", "geweigerd", "отклонен", "запрещен",
        "拒否", "拒绝", "拒絕", "拒收", "屏蔽", "禁止", "被禁", "封禁", "限制", "拦截", "不允许", "触及", "命中", "违反",
    ]),
    (Predicate::Refused, Side::After, &["unwelcome", "forbidden", "prohibited", "banned", "blocked", "illegal", "restricted"]),
    (Predicate::Often, Side::Either, &[
        "too many", "too often", "too frequent", "too fast", "frequency limited", "frequency limit", "rate limit", "ratelimit", "frequently", "zu viele", "zu häufig", "trop de ", "demasiados", "troppi", "muitos", "zbyt wiele", "слишком много", "слишком часто",
        "频率", "太频繁", "过于频繁", "过频", "频繁", "数量超过", "次数过多", "多すぎ",
    ]),
    (Predicate::Unproved, Side::Before, &[
        "not verified", "unverified", "not been verified", "not authenticated", "not validated", "not confirmed", "没有经过认证", "未认证", "未经认证", "未验证", "未通过验证", "没有验证",
    ]),
    (Predicate::Unchecked, Side::Before, &[
        "cannot be verified", "can't be verified", "could not be verified", "couldn't be verified", "not be verified", "verification failed", "无法验证",
    ]),
];

/// What stands in refusals of a login: who is unknown there is no recipient.
#[rustfmt::skip] // a list of words
pub(super) const LOGIN: &[&str] = &[
    "authentica", "password", "passwort", "kennwort", "mot de passe", "contraseña", "senha ", "пароль", "密码", "密碼", "login", "logon", "log in", "sign in",
    "登录", "登陆", "授权码", "credential", "535 ", "535-", "534 ", "5.7.8 ", "sasl", "oauth", "token",
];

/// Words without which a text of no code is not about mail.
#[rustfmt::skip] // a list of words
pub(super) const OF_MAIL: &[&str] = &[
    "mail", "smtp", "recipient", "rcpt", "sender", "inbox", "deliver", "bounce", "addressee", "address book", "domino", "diagnostic-code", " mx ", "correo", "courrier", "courriel", "adresse électronique", "posta",
    "postfach", "empfänger", "destinatair", "destinatari", "destinatár", "buzón", "casilla", "casella", "caixa postal", "skrzynk", "получател", "ящик", "почт", "письм", "退信", "邮", "郵", "收件", "发件", "发信", "信箱", "メール", "unzustellbar",
];

/// Words that only a bounce has.
#[rustfmt::skip] // a list of words
pub(super) const FRAMES: &[&str] = &[
    "smtp", "recipient", "rcpt", "undeliver", "deliver", "bounce", "退信", "收件", "发件", "发信", "被退", "投递", "mailbox", "unzustellbar", "non remis", "no entregad", "non recapitat", "domino", "sendmail", "mail server",
    "email server", "mailer", "postmaster", "mail exchanger", "diagnostic-code", "address book", "connected to ", "any mail", "accept mail", "accepting mail", "邮件", "邮箱",
];

/// Clauses that advise, and do not refuse.
#[rustfmt::skip] // a list of words
pub(super) const ADVICE: &[&str] = &[
    "make sure", "please check", "check that", "check if", "check whether", "verify that", "ensure ", "how to", "what if", "please enter", "please provide", "for example", "e.g.", "usually", "common", "请检查", "请确认", "如何", "怎么", "常见",
];

/// Words of a refusal that is for now.
pub(super) const FOR_NOW: &[&str] = &["temporar", "try again", "later", "临时", "稍后", "暂时"];

/// Words of texts without a code that have nothing to do with mail servers, whatever else is in them: compilers, databases, letters
/// of paper, and mailboxes of telephones.
#[rustfmt::skip] // a list of words
pub(super) const STRANGE: &[&str] = &[
    "error ts", "property '", "attribute", "column", "undefined", "null", "verzogen", "goodbye", "phone", "sms ", "parcel", "voicemail", "voice mail", "wallet",
];

/// Words of a bounce that tell of the recipient.
pub(super) const TO_SOMEBODY: &[&str] = &[
    "recipient",
    "rcpt",
    "deliver",
    "bounce",
    "mail exchanger",
    "transcript of session",
    "退信",
    "收件",
    "投递",
    "non remis",
    "unzustellbar",
];

/// What a message is refused for.
#[rustfmt::skip] // a list of words
pub(super) const REASONS: &[&str] = &[
    "spam", "junk", "mime", "header", "rule", "filter", "virus", "malware", "content", "phish", "scor", "垃圾", "病毒", "敏感", "内容",
];
