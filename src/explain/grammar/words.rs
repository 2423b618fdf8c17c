//! The things that programs speak of, the events that befall them, and what both mean together.

use crate::codes::phrases::Means::{self, Finding, Reply, Resolver, Socket, Words};
use crate::codes::reply::ReplyText as R;
use crate::codes::resolver::Failure as F;
use crate::codes::socket::Condition as C;

/// What a clause speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Thing {
    Certificate,
    Authority,
    PortForMail,
    Lookup,
    Connection,
    Server,
    Session,
    Peer,
    Tls,
    StartTls,
    Token,
    Login,
    Mechanism,
    Setting,
    Answer,
    Envelope,
    Relaying,
    Sending,
}

/// What happened to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    Expired,
    Absent,
    Differs,
    Untrusted,
    Barred,
    TimedOut,
    Ended,
    NotFound,
    Unsupported,
    Missing,
    Wanted,
    Odd,
    Invalid,
    Refused,
    Unreachable,
    Failed,
}

#[rustfmt::skip] // a table is read by its columns
pub(super) const THINGS: &[(Thing, &[&str])] = &[
    (Thing::Certificate, &["certificat~", "cert", "certs", "证书"]),
    (Thing::Authority, &["root certificate", "ca certificate", "ca certificates", "issuer certificate", "根证书", "ca 证书", "ca证书"]),
    (Thing::PortForMail, &[
        "port 25", "tcp 25", "25/tcp", "tcp/25", "25 port", "25 端口", "25端口", "25 号端口", "25号端口", "端口 25", "端口25",
    ]),
    (Thing::Lookup, &["dns", "lookup", "look up", "resolve host~", "resolve the host", "resolve server", "resolve the server", "resolve name", "resolve address", "resolver", "name resolution", "host resolution", "hostname", "host name", "域名", "解析", "主机名"]),
    (Thing::Connection, &[
        "connect~", "connenct", "conect", "connexion", "dial", "dialing", "dialling", "socket", "连接", "链接", "连上", "联网",
    ]),
    (Thing::Server, &["server", "servers", "host", "smtp", "imap", "pop3", "pop", "服务器", "主机", "服务端"]),
    (Thing::Session, &["session", "stream", "idle", "folder closed", "lost folder", "会话"]),
    (Thing::Peer, &["from the peer", "to the peer", "from peer", "to peer"]),
    (Thing::StartTls, &["starttls", "stls"]),
    (Thing::Tls, &["tls", "ssl", "starttls", "stls", "handshake", "secure connection", "encrypted connection", "crypto", "握手", "加密"]),
    (Thing::Token, &["access token", "refresh token", "auth token", "bearer token", "oauth", "oauth2", "xoauth2", "令牌"]),
    (Thing::Login, &[
        "login", "log in", "log-in", "logon", "log on", "sign in", "sign-in", "signin",
        "authenticate", "authentication", "auth", "password", "passwords", "passwd", "credential~", "username", "user name", "smtp verification",
        "account verification", "user verification", "登录", "认证", "身份验证", "用户验证", "密码", "口令", "授权码", "用户名", "账号",
    ]),
    (Thing::Mechanism, &[
        "mechanism", "mechanisms", "auth method", "auth methods", "authentication method", "authentication methods", "authentication type",
        "auth type", "authenticator", "authenticators", "认证方式", "验证方式", "认证机制",
    ]),
    (Thing::Setting, &[
        "host", "hostname", "port", "server", "server name", "server address", "from address", "sender address", "options", "settings",
        "configuration", "config", "username", "password", "credentials", "端口", "配置", "发件人", "服务器地址",
    ]),
    (Thing::Answer, &["response", "responses", "reply", "replies", "answer", "greeting", "banner", "响应", "应答"]),
    (Thing::Envelope, &["recipient", "recipients", "rcpt", "sender", "from address", "收件人", "发件人"]),
    (Thing::Relaying, &["relay", "relaying", "relayed", "中继", "转发"]),
    (Thing::Sending, &[
        "send", "sends", "sending", "sent", "deliver", "delivery", "delivering", "发送", "发信", "发邮件", "投递", "寄信", "寄送", "推送",
    ]),
];

#[rustfmt::skip] // a table is read by its columns
pub(super) const EVENTS: &[(Event, &[&str])] = &[
    (Event::Expired, &["expired", "has expired", "is expired", "no longer valid", "outdated", "过期", "已失效", "到期"]),
    (Event::Absent, &["missing", "lack~", "not installed", "没有", "缺少", "缺失"]),
    (Event::Differs, &["mismatch~", "not match", "n't match", "different from", "differs", "不匹配", "不一致", "不符"]),
    (Event::Untrusted, &[
        "untrusted", "not trusted", "n't trusted", "not trust", "self-signed", "self signed", "selfsigned", "unknown authority",
        "unknown issuer", "unknown ca", "不受信任", "不可信", "不被信任", "自签名", "自签",
    ]),
    (Event::Barred, &[
        "blocked", "blocks", "block", "blocking", "not open", "不开放", "不开", "未开放", "没开放", "没有开放", "没开", "封", "禁", "屏蔽", "拦截", "限制", "不允许",
    ]),
    (Event::TimedOut, &[
        "timed out", "timedout", "timed-out", "timing out", "time out", "time-out", "timeout", "timeouts", "took too long", "超时",
    ]),
    (Event::Ended, &[
        "closed", "dropped", "drops", "lost", "broken", "broke", "disconnected", "disconnects", "eof", "end of file", "hung up", "hangs up",
        "not connected", "no longer connected", "n't connected", "terminated", "aborted", "logging out", "interrupted", "断开", "中断", "断线", "被关闭", "已关闭", "掉线",
    ]),
    (Event::NotFound, &["no *found", "not found", "not be found", "unknown host", "no such host", "does not exist", "n't exist", "not exist", "找不到", "不存在", "未找到"]),
    (Event::Unsupported, &[
        "unsupported", "not support~", "n't support~", "not offer~", "n't offer~", "not available", "unavailable", "not advertis~",
        "n't advertis~", "no supported", "no compatible", "no suitable", "no common", "不支持",
    ]),
    (Event::Missing, &[
        "must be configured", "must be set", "must be specified", "must be provided", "no *provided", "no *configured", "no *specified", "no *defined", "not set", "not configured", "not specified", "not defined", "not provided", "not given", "is empty", "unset", "undefined",
        "was not set", "未配置", "未设置", "没有配置", "没有设置", "没配置", "为空", "未填写", "不能为空",
    ]),
    (Event::Wanted, &["required", "is needed", "requires", "must authenticate", "需要验证", "需要认证", "需要登录", "需要身份验证"]),
    (Event::Odd, &["unexpected", "invalid", "incomplete", "malformed", "unparseable", "unrecognized", "unrecognised", "cannot decode", "无效", "异常"]),
    (Event::Invalid, &[
        "invalid", "incorrect", "wrong", "bad", "not valid", "n't valid", "not correct", "not accepted", "n't accepted", "not recognized",
        "mistyped", "不正确", "错误", "无效", "有误", "不对",
    ]),
    (Event::Refused, &[
        "refus~", "reject~", "denied", "denies", "deny", "disallowed", "not accept", "n't accept", "not allow~", "not permitted",
        "forbidden", "拒绝", "被拒",
    ]),
    (Event::Unreachable, &[
        "no response", "not responding", "not respond", "n't respond", "not answer", "n't answer", "没有响应", "无响应", "没有回应", "unreachable", "not reachable", "not be reached", "n't be reached", "is down", "offline", "不可达", "不可用", "连不上", "连不到", "连接不上", "连接不了",
    ]),
    (Event::Failed, &[
        "fail~", "error", "errors", "unsuccessful~", "not successful", "could not", "couldn't", "can not", "cannot", "can't", "unable", "impossible",
        "not possible", "not work", "n't work", "exception", "problem", "失败", "无法", "不能", "错误", "异常", "不成功", "未能", "出错", "报错", "登不上", "登录不了", "登录不上", "发不出", "发不了",
    ]),
];

/// An event that says enough where it is all that a part of a chain has.
#[rustfmt::skip] // a table is read by its columns
pub(super) const ALONE: &[(&[&str], Means)] = &[
    (&["eof", "eof error", "unexpected eof", "closed", "connection closed", "not connected", "disconnected", "socket closed", "end of file"], Words("code-phrase-hung-up")),
    (&["timeout", "timed out", "timedout", "time out", "connection timeout", "超时", "连接超时"], Socket(C::TimedOut)),
];

/// What a thing and an event mean together. The first that fits counts: what names a fault stands before what a program says
/// of each. That a certificate is not accepted, or a login failed, is told without a reason.
#[rustfmt::skip] // a table is read by its columns
pub(super) const RULES: &[(&[Thing], &[Event], Means)] = &[
    (&[Thing::Certificate], &[Event::Expired], Finding("certificate-expired")),
    (&[Thing::Certificate], &[Event::Differs], Finding("certificate-name-mismatch")),
    (&[Thing::Certificate], &[Event::Untrusted], Finding("certificate-unknown-issuer")),
    (&[Thing::Certificate], &[Event::Invalid, Event::Refused, Event::Failed], Words("code-phrase-server-identity")),
    (&[Thing::Authority], &[Event::Absent, Event::NotFound], Finding("certificate-unknown-issuer")),
    (&[Thing::PortForMail], &[Event::Barred], Finding("port-25-blocked")),
    (&[Thing::Lookup], &[Event::TimedOut], Words("code-phrase-dns-silent")),
    (&[Thing::Connection, Thing::Server, Thing::Session, Thing::Tls, Thing::Login, Thing::Sending], &[Event::TimedOut], Socket(C::TimedOut)),
    (&[Thing::Connection, Thing::Server, Thing::Session], &[Event::Ended], Words("code-phrase-hung-up")),
    (&[Thing::Peer], &[Event::Failed], Finding("connection-lost")),
    (&[Thing::Lookup], &[Event::NotFound, Event::Failed, Event::Invalid], Words("code-phrase-name-lookup-failed")),
    (&[Thing::Server], &[Event::NotFound], Resolver(F::NotFound)),
    (&[Thing::StartTls], &[Event::Unsupported], Finding("starttls-not-offered")),
    (&[Thing::Tls], &[Event::Failed, Event::Refused, Event::Invalid], Finding("tls-failed")),
    (&[Thing::Token], &[Event::Expired, Event::Invalid, Event::Refused, Event::Failed], Reply(R::TokenRefused)),
    (&[Thing::Mechanism], &[Event::Unsupported, Event::NotFound], Reply(R::AuthenticationNotOffered)),
    (&[Thing::Setting], &[Event::Missing], Words("code-phrase-settings-incomplete")),
    (&[Thing::Login], &[Event::Wanted], Reply(R::AuthenticationRequired)),
    (&[Thing::Login], &[Event::Invalid, Event::Refused, Event::Failed], Reply(R::CredentialsRefused)),
    (&[Thing::Answer], &[Event::Odd], Finding("unexpected-reply")),
    (&[Thing::Connection], &[Event::Failed, Event::Refused, Event::Unreachable], Words("code-phrase-connect-failed")),
    (&[Thing::Relaying], &[Event::Refused], Reply(R::RelayDenied)),
    (&[Thing::Envelope], &[Event::Refused], Words("code-phrase-envelope")),
    (&[Thing::Server], &[Event::Unreachable], Words("code-phrase-connect-failed")),
    (&[Thing::Sending], &[Event::Failed], Words("code-phrase-sending-failed")),
];

/// What is told of a message that was not sent.
pub(super) const UNSENT: Means = Words("code-phrase-sending-failed");

/// Words of which one stands beside what was sent.
pub(super) const MAIL: &[&str] = &["mail", "smtp", "message", "msg", "邮", "信", "消息"];

/// Words for somebody who has no name in the DNS.
pub(super) const PEOPLE: &[&str] = &[
    "user",
    "mailbox",
    "recipient",
    "account",
    "folder",
    "用户",
    "收件人",
    "账号",
    "帐号",
    "文件夹",
];

/// What interpreters and compilers say of a program: it is broken, and nothing was asked of a server.
#[rustfmt::skip] // a list of words
pub(super) const BROKEN: &[&str] = &[
    "error[e0", "error ts", "typeerror", "syntaxerror", "nameerror", "attributeerror", "importerror", "modulenotfounderror", "indexerror",
    "keyerror", "nullpointerexception", "nosuchmethoderror", "classnotfoundexception", "noclassdeffounderror", "nomethoderror",
    "undefined method", "undefined variable", "undefined index", "undefined reference", "undefined array key", "is not a function",
    "keyword argument", "cannot read propert", "cannot find symbol", "unresolved import", "trait bound", "segmentation fault",
    "runtime error", "nil pointer", "parse error", "call to undefined", "call to a member function", "null reference",
    "object reference not set", "assertion failed",
];

/// Words behind which stands what a program was about, and not what failed.
pub(super) const MEANWHILE: &[&str] = &["while ", "during ", "performing "];

/// What is told of a connection that was not made, and words with which that is not what failed.
pub(super) const UNCONNECTED: Means = Words("code-phrase-connect-failed");
pub(super) const UNMADE: &[&str] = &["to close", "closing", "closed network"];
