//! Logins and refusals, in the words of the programs that report them.
//!
//! Sources: `PHPMailer`, Swift Mailer and Symfony Mailer; `JavaMail`; Python's smtplib and imaplib; nodemailer; Go `net/smtp`;
//! .NET and `MailKit`; Ruby; Cyrus SASL; msmtp, mutt, fetchmail, Thunderbird.

use super::Means::{Finding, Reply, Words};
use super::{Group, exact, plain, vague};
use crate::codes::reply::ReplyText as R;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    exact(Words("code-phrase-sasl-missing"), &[
        "no worthy mechs found", "no sasl authentication mechanisms", "no worthy mechs", "no mechanism available", "cannot find matching sasl mechanism",
        "couldn't find mech", "no authenticators available", "authentication requires sasl", "returned no usable mech", "no sasl mechanism", "no supported sasl mechanism", "sasl authentication failure: no",
        "无可用的认证机制",
    ]),
    exact(Finding("starttls-not-offered"), &[
        "starttls extension not supported by server", "starttls is required but host does not support starttls",
        "host does not support starttls", "does not support starttls", "doesn't support starttls",
        "starttls is not supported", "starttls not supported", "starttls not offered", "starttls is not offered",
        "no starttls support", "does not advertise the starttls extension", "tls requested but not supported", "starttls-not-supported", "starttls unsupported", "doesn't advertise that feature",
        "does not advertise that feature", "tls is required, but was not offered",
        "tls is required, but our tls engine is unavailable", "tls is required but", "tls required, but",
        "server does not support secure connections", "server does not support starttls",
        "server did not advertise starttls", "not support the starttls extension",
        "does not support the starttls extension", "doesn't offer starttls", "does not offer starttls",
        "starttls not available", "didn't find starttls in server response", "didn't found starttls in server response",
        "requested ssl level failed", "server doesn't support tls", "server does not support tls",
        "tls not supported by server", "does not support tls", "smtp server does not support tls",
        "the smtp server does not support the starttls", "stls not supported", "no starttls capability",
        "lacks starttls", "tls session is required, but the server did not offer tls", "server did not offer tls", "tls is required but not available",
        "missing_requirement*, :tls", "missing_requirement*,tls", "missing_requirement*, tls", "server does not offer tls", "server doesn't offer tls", "starttls command used when not advertised", "not advertise starttls",
        "must issue starttls*not supported", "missing starttls", "missingstarttls", "mandatory starttls",
        "tls was required but is not supported", "server offered no starttls", "starttls feature not supported",
        "no starttls supported", "not appear to support starttls", "starttls_not_supported",
        "不支持 starttls", "不支援 starttls",
    ]),
    exact(Reply(R::AuthenticationNotOffered), &[
        "no suitable authentication method found", "any of the available authentication methods", "no suitable authentication", "no supported authentication",
        "none of the authentication methods supported", "smtp auth extension not supported by server",
        "smtp auth extension not supported", "auth extension not supported", "command unknown: 'auth'", "auth not attempted, no advertised", "does not support authentication",
        "doesn't support authentication", "does not support auth", "doesn't support auth",
        "no authentication mechanisms", "no auth mechanism", "no authentication methods", "no common authentication", "cannot use a secure authentication method",
        "no compatible authentication", "unrecognized authentication", "auth method not supported",
        "server does not support the*auth", "does not advertise auth", "doesn't advertise auth",
        "does not seem to support*authentication", "does not support the selected authentication method",
        "doesn't support the selected authentication method", "authentication method is not supported",
        "server does not support the selected authentication", "does not support encrypted passwords",
        "doesn't support encrypted passwords", "missing server capability", "auth not supported by server", "does not support smtp auth", "doesn't support smtp auth",
        "smtp server doesn't support auth", "doesn't seem to support encrypted passwords",
        "does not seem to support encrypted passwords", "missing_requirement*, :auth", "missing_requirement*,auth", "missing_requirement*, auth", "缺少服务器功能", "不支持所选的验证方式",
        "不支持加密的密码", "不支持选定的身份验证方法",
    ]),
    exact(Reply(R::AuthenticationRequired), &[
        "530 5.7.0 authentication required",
        "the smtp server requires a secure connection or the client was not authenticated",
        "send auth command first", "server requires authentication", "smtp server requires authentication", "my outgoing server (smtp) requires", "my outgoing server requires",
    ]),
    exact(Reply(R::StartTlsRequired), &["unencrypted connection", "plaintext authentication disabled", "disallowed plaintext auth", "starttls is required", "server requires tls", "server requires encryption", "required login capability not supported by server"]),
    // MailKit: whatever the server said, it was no.
    exact(Words("code-pop3-err"), &["did not respond with a +ok response"]),
    exact(Reply(R::IdleTimeout), &["session has timed out", "timeout after auth", "timeout after ehlo", "timeout after connect", "timeout after data", "timeout after rcpt", "timeout after mail"]),
    exact(Reply(R::ServerTrouble), &["unable to contact ldap server", "unable to contact the ldap server"]),
    exact(Finding("wrong-server-for-account"), &["err.login.domainnotexist"]),
    exact(Reply(R::UnsafeLogin), &["unsafe login"]),
    exact(Reply(R::LoginTemporarilyUnavailable), &["cannot connect to saslauthd server", "connection lost to authentication server", "auth process broken", "auth process comm failure"]),
    // What stands behind a mail server has a login of its own: PostgreSQL, MySQL, LDAP, Redis.
    exact(Words("code-phrase-database-denied"), &[
        "password authentication failed for user \"", "access denied for user '*'@'", "(using password: yes)", "(using password: no)",
        "can't bind*invalid credentials", "unable to bind*invalid credentials", "ldap_bind*invalid credentials",
        "ldap bind*invalid credentials", "ldap: error code 49", "acceptsecuritycontext error, data 52e", "noauth authentication required", "wrongpass invalid username-password pair",
    ]),
    // gshang2017/docker#18: a name stood where MAIL FROM wants an address.
    exact(Words("code-phrase-qq-invalid-input"), &["invalid input from*to*qq.com"]),
    exact(Reply(R::AppPasswordNeeded), &["application-specific password required", "需要应用专用密码", "需要*应用专用密码", "请*应用专用密码", "必须*应用专用密码", "需要*应用程式密码", "请*应用程式密码", "必须*应用程式密码"]),
    exact(Reply(R::BasicAuthDisabled), &["basic authentication is disabled"]),
    exact(Reply(R::SmtpLoginDisabled), &["smtpclientauthentication is disabled"]),
    exact(Reply(R::TokenRefused), &[
        "aadsts", "oauth2 token*expired", "oauth2 token*invalid", "oauth2 token*refused", "oauth2 token*rejected", "oauth2 token*fail",
        "invalid oauth2 token", "expired oauth2 token", "fail*oauth2 token", "error*oauth2 token", "refresh oauth2 token", "xoauth2 failed", "oauth2 authentication error", "failed to refresh token",
        "error refreshing token", "create new access token for user", "reauthorize the account",
    ]),
    plain(Words("code-phrase-envelope"), &[
        "eenvelope", "no recipients found", "no recipients defined", "smtprecipientsrefused", "smtpsenderrefused",
        "all recipients were refused", "no valid recipients", "recipient rejected by server", "sendfailedexception",
        "invalid addresses", "some recipients failed", "was rejected by the server", "the following recipients failed", "sender address was rejected",
        "recipient address was rejected", "recipients were rejected", "one of the recipient", "the server rejected one",
    ]),
    plain(Reply(R::CredentialsRefused), &[
        "smtpauthenticationerror", "login request to*failed", "error with login to", "authentication with the destination has failed", "did not accept the password", "server rejected password", "login command failed", "badcredentials", "authenticationfailedexception", "535 authentication",
        "wrong username or password", "incorrect username or password", "user name or password is incorrect",
        "username or password incorrect", "username or password is incorrect", "user name or password for",
        "password was incorrect", "password is incorrect", "password was rejected",
        "rejected your user name or password", "rejected the password", "bad username or password",
        "username and password not accepted", "invalid credentials", "authentication failed", "authentication failure",
        "authentication error", "authentication unsuccessful", "login failed", "login incorrect", "login denied",
        "log in failed", "failed to login", "failed to log in", "failed to authenticate", "could not authenticate",
        "couldn't authenticate", "unable to authenticate", "unable to verify account name or password",
        "unable to verify account information", "couldn't sign in", "could not sign in", "can't sign in",
        "we couldn't log on", "could not log on", "couldn't log on", "could not log in", "couldn't log in",
        "unable to log on", "unable to log in", "login to server*failed",
        "cannot authenticate", "auth failed", "auth error", "authorization failed", "authorization failure", "query status=3 (authfail)", "sign-in failed",
        "authenticationexception", "invalid login", "logon failure", "logon failed", "logon attempt failed", "authentication fault", "user name or password rejected",
        "smtp error: could not authenticate", "sasl authentication failed", "eauth", "password command failed",
        "credentials*incorrect", ":auth_failed", ",auth_failed", ", auth_failed", "denied authentication", "autherror[102]", "login not possible", "credentials are invalid", "credentials were rejected", "check your credentials", "check your email login credential", "check your email login credentials", "setting and/or your credentials", "login was refused", "incorrect authentication", "the password for*incorrect",
        "enter your user name and password for the following server", "enter network password", "身份验证失败", "认证失败",
        "验证失败", "登录失败", "登陆失败", "用户名或密码错误", "帐号或密码错误", "账号或密码错误", "账户或密码错误", "密码错误", "密码不正确", "用户名或密码不正确", "用户名或密码不对",
        "无法登录到", "无法登录", "登入失敗", "使用者名稱或密碼不正確", "驗證失敗", "密碼錯誤", "密碼不正確", "身分驗證失敗", "无法验证帐户名或密码", "无法验证账户名或密码",
        "登录到服务器*失败", "不能登录", "用户名或口令", "拒绝您的登录", "拒绝了您的登录", "拒绝登录", "登录服务器失败", "检查账号密码", "检查用户名和密码", "检查账号和密码",
        "keeps asking for*password", "keeps prompting for*password", "keeps asking me for*password", "keep asking for*password", "一直提示输入密码", "反复提示输入密码",
        "不断提示输入密码", "一直要求输入密码", "反复要求输入密码", "不断要求输入密码", "总是提示输入密码",
    ]),
    exact(Words("code-phrase-settings-incomplete"), &[
        "missing port in address", "missing credentials for", "requested but missing user name",
        "requested but missing secret phrase", "smtp server name is required", "no smtp server configured", "no smtp server has been configured",
        "no smtp host", "missing host", "smtp host is not set", "smtp host not set", "the smtp host was not specified", "missing password",
        "from address was not specified", "cannot send message without a sender address", "no username or password",
        "no password specified", "connect without configured params", "smtp options not configured", "no user name specified", "smtp server is not configured", "smtp is not configured", "a from address must be specified",
    ]),
    plain(Words("code-phrase-settings"), &["unable to log in at server. probably wrong configuration"]),
    vague(Words("code-phrase-settings"), &[
        "thunderbird failed to find the settings", "configuration could not be verified",
        "could not be verified - is the username or password wrong", "is the username or password wrong",
        "problem with your account settings", "make sure to enter correct credentials", "invalid outgoing mail server or port", "check your account settings", "account settings may be wrong",
        "unable to find your account settings", "couldn't find info for that account", "something went wrong", "we can't connect", "couldn't finish",
        "couldn't set up your account", "无法验证配置", "配置无法被验证", "配置无法验证", "用户名或密码是否错误", "未能找到您的电子邮件账户的设置", "無法驗證設定",
        "检查帐户设置", "请检查您的账户设置", "出现了问题", "无法完成此操作",
    ]),
];
