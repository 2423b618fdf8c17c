//! What no table has word for word: two words that stand near each other, in the sentences of programs that nobody listed.
//!
//! They count only where nothing else in the text is known, so each pair names what it can mean and no more.

use super::Means::{Finding, Reply, Resolver, Socket, Words};
use super::{Group, loose};
use crate::codes::reply::ReplyText as R;
use crate::codes::resolver::Failure as F;
use crate::codes::socket::Condition as C;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    loose(Finding("certificate-expired"), &[
        "certificate*no longer valid", "certificate*not valid any",
        "certificate*has expired", "certificate*is expired", "certificate*expired on", "expired*certificate",
        "证书*过期", "憑證*過期",
    ]),
    loose(Finding("certificate-name-mismatch"), &[
        "certificate*issued for*not for", "certificate*is for*not for",
        "certificate*mismatch", "certificate*not match", "certificate*n't match", "certificate*different from",
        "certificate*differs from", "certificate*another name", "certificate*other name", "name*not*certificate's",
        "证书*不匹配", "证书*不一致", "憑證*不符",
    ]),
    loose(Finding("certificate-self-signed"), &["certificate*self-signed", "certificate*self signed", "self-signed*certificate"]),
    loose(Finding("certificate-chain-incomplete"), &["chain*incomplete", "intermediate*missing", "missing*intermediate"]),
    loose(Finding("certificate-unknown-issuer"), &[
        "certificate*not trust", "certificate*authority*not trust", "authority*not trusted", "not trust*certificate",
        "certificate*not trusted", "certificate*n't trusted", "untrusted*certificate", "certificate*untrusted", "certificate*not be verified",
        "certificate*not verified", "unable to*verify*certificate", "could not*verify*certificate", "cannot*verify*certificate",
        "failed*verify*certificate", "trust*certificate*failed", "证书*不受信任", "证书*不可信",
    ]),
    loose(Finding("starttls-not-offered"), &[
        "doesn't*offer starttls", "does not*offer starttls", "doesn't*support starttls",
        "starttls*not offer", "starttls*not support", "starttls*not list", "starttls*not advertise", "starttls*not announce",
        "starttls*n't support", "starttls*unavailable", "starttls*not available", "not offer*starttls", "not support*starttls",
        "not list*starttls", "not advertise*starttls", "n't advertise*starttls", "n't support*starttls",
    ]),
    loose(Finding("tls-failed"), &[
        "handshake*not be completed", "handshake*could not", "handshake*not completed", "handshake*unsuccessful",
        "tls*handshake*failed", "ssl*handshake*failed", "handshake*error", "tls*negotiation*failed", "ssl*negotiation*failed",
        "failed*tls handshake", "failed*ssl handshake", "establish*secure connection", "establish*tls connection", "establish*ssl connection",
    ]),
    loose(Resolver(F::NotFound), &[
        "lookup failed", "lookup of*failed",
        "unable to*resolve", "could not*resolve", "cannot*resolve", "can't*resolve", "resolve*failed",
        "dns*not found", "域名*不存在", "无法解析*域名", "unable to locate*server", "cannot locate*server", "can't locate*server", "could not locate*server",
        "server could not be found", "server cannot be found", "server can't be found",
    ]),
    loose(Socket(C::TimedOut), &["server timeout", 
        "connect*timeout", "connect*time out", "connect*time-out", "connect*timing out", "timeout*connect", "no response*timeout", "timed out*connect",
        "連線*逾時",
    ]),
    loose(Socket(C::ConnectionRefused), &["connect*refused", "refused*connection", ]),
    loose(Reply(R::CredentialsRefused), &[
        "rejected*login", "rejected*password", "refused*login", "refused*password", "authentication*was refused",
        "authentication to*failed", "authentication at*failed", "authentication with*failed",
        "incorrect*password", "wrong*password", "invalid*password", "password*not correct", "password*invalid", "password*wrong",
        "password*incorrect", "login*unsuccessful", "login*rejected", "login*refused", "login*not accepted", "logon*denied", "sign in*failed",
        "sign-in*failed", "authentication*rejected", "authentication*denied", "authentication*refused", "authentication*unsuccessful",
        "credentials*invalid", "credentials*rejected", "credentials*wrong", "credentials*not accepted", "invalid*credentials",
        "服务器*拒绝*登录", "登录*被拒绝", "登录*失败", "密码*错误", "密码*不正确", "账号*错误", "帐号*错误",
    ]),
    loose(Words("code-phrase-hung-up"), &["connection*terminated", "connection*unexpectedly", "terminated*connection", "connection*ended", "disconnected*by the server"]),
    loose(Words("code-phrase-sending-failed"), &[
        "problem*sending*mail", "error*sending*mail", "fail*sending*mail", "fail*to send*mail", "unable to*send*mail",
        "could not*send*mail", "couldn't*send*mail", "cannot*send*mail", "can't*send*mail", "mail*not sent", "mail*not be sent",
        "emails failed", "mails failed", "sending*mail*failed", "mail*failed to send", "mail*returned failure", "unable to email", "versenden*mail*fehlgeschlagen",
        "senden*mail*fehlgeschlagen", "échec d'envoi", "envoi*mail*échoué",
    ]),
    loose(Words("code-phrase-connect-failed"), &[
        "unable*connection", "could not*connection", "cannot*connection", "can't*connection", "not possible*connect",
        "connection*failed", "connection*unsuccessful", "connect*failed", "failed*connection", "unable*connect",
        "not *connect to", "make a connection", "is not reachable", "not be reached", "cannot be reached", "can't be reached",
        "could not*open*connection", "no connection*server", "服务器*连接失败", "连接*服务器*失败", "无法连接*服务器", "连不上",
    ]),
];
