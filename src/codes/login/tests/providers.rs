//! More answers of providers, from public threads, programs and pages.

use super::super::Cause as C;
use super::{hold, read};

#[test]
#[rustfmt::skip] // a table is read by its columns
fn large_houses_say() {
    let rows = [
        // Gmail: pulled in by himalaya, mbsync and isync threads alike
        ("a1 NO [OVERQUOTA] Account exceeded command or bandwidth limits. (Failure)", "Gmail", Some(C::RateLimited)),
        ("* BYE Account exceeded command or bandwidth limits.", "Gmail", Some(C::RateLimited)),
        ("a1 NO [ALERT] Lockdown in sector 4 (Failure)", "Gmail", Some(C::AccountLocked)),
        ("454-4.7.0 Cannot authenticate due to a temporary system problem. Try again\n454 4.7.0 later. x - gsmtp", "Gmail", Some(C::Server)),
        ("535-5.7.1 Username and Password not accepted. Learn more at\n535 5.7.1 http://support.google.com/mail/bin/answer.py?answer=14257 x", "Gmail", Some(C::CredentialsOrAppPassword)),
        ("535-5.7.1 Application-specific password required. Learn more at\n535 5.7.1 http://support.google.com/accounts/bin/answer.py?answer=185833 x", "Gmail", Some(C::AppPassword)),
        ("-ERR [SYS/PERM] POP access is disabled for your domain. Please contact your domain administrator for questions about this feature.", "Gmail", Some(C::ServiceOff)),
        ("-ERR [IN-USE] Account is currently in use by another session", "Gmail", Some(C::Held)),
        // Hotmail's POP3
        ("-ERR Exceeded the login limit for a 15 minute period. Reduce the frequency of requests to the POP3 server.", "Outlook.com", Some(C::RateLimited)),
        ("535 5.7.139 Authentication unsuccessful, Conditional Access policy blocked the request.", "Microsoft 365", Some(C::Policy)),
        ("535 5.7.139 Authentication unsuccessful, user password expired.", "Microsoft 365", Some(C::AccountLocked)),
        ("535 5.7.139 Authentication unsuccessful, the user account is disabled.", "Microsoft 365", Some(C::AccountLocked)),
        ("535 5.7.139 Authentication unsuccessful, something new.", "Microsoft 365", Some(C::CredentialsOrService)),
        ("a1 NO LOGIN failed. BasicAuthBlocked", "Microsoft 365", Some(C::PasswordLogin)),
        ("550 5.7.64 TenantAttribution; Relay Access Denied", "Microsoft 365", Some(C::Source)),
        ("554 5.2.252 SendAsDenied; a@example.org not allowed to send as b@example.org", "Microsoft 365", Some(C::Sender)),
        // Yahoo
        ("a1 NO [SERVERBUG] LOGIN Server error - Please try again later", "Yahoo", Some(C::Server)),
        ("a1 NO [UNAVAILABLE] LOGIN failure. Server error--please try again after some time.", "Yahoo", Some(C::Server)),
        ("-ERR [SYS/TEMP] Server error - Please try again later.", "Yahoo", Some(C::Server)),
        ("a1 NO [INUSE] LOGIN Mailbox in use", "Yahoo", Some(C::Held)),
        ("-ERR [AUTH] (#MBR1212) Incorrect username or password.", "Yahoo", Some(C::CredentialsOrAppPassword)),
        // iCloud
        ("550 5.7.0 From address is not one of your addresses", "iCloud", Some(C::Sender)),
        ("-ERR login allowed only every 15 minutes", "WEB.DE", Some(C::RateLimited)),
        // yam#638: the services were off
        ("-ERR authentication failed", "GMX", Some(C::CredentialsOrService)),
        ("550-Requested action not taken: mailbox unavailable\n550 Sender address is not allowed.", "WEB.DE", Some(C::Sender)),
        ("550 Sender address is not allowed", "IONOS", Some(C::Sender)),
        // dokuwiki-plugin-smtp#38, webtrees#2370
        ("553 5.7.1 Sender address rejected: not owned by auth user.", "Yandex", Some(C::Sender)),
        ("535 5.7.8 Error: authentication failed: Please accept EULA first", "Yandex", Some(C::Browser)),
        // Mailspring#904
        ("2 NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials or IMAP is disabled sc=ebI8JB0ug4Y1_290737_53p", "Yandex", Some(C::CredentialsOrService)),
        ("550 not local sender over smtp", "Mail.ru", Some(C::Sender)),
        ("535 5.7.0 Invalid login or password", "Rambler", Some(C::Credentials)),
        // Zoho: zoho.com/mail/help, the table of errors
        ("553 Relaying disallowed as anna@example.org", "Zoho Mail", Some(C::Sender)),
        ("550 5.4.6 Unusual sending activity detected. Please try after sometime.", "Zoho Mail", Some(C::AccountLocked)),
        ("554 5.1.8 Email Outgoing Blocked.", "Zoho Mail", Some(C::AccountLocked)),
        ("-ERR [SYS/PERM] You are yet to enable POP for your account.", "Zoho Mail", Some(C::ServiceOff)),
        // Naver: the same for a wrong password and for a service that is off
        ("535 5.7.1 Username and Password not accepted. x - nsmtp", "Naver", Some(C::CredentialsOrAppPassword)),
        // Fastmail
        ("535 5.7.0 Incorrect username or password", "Fastmail", Some(C::CredentialsOrAppPassword)),
        ("a1 NO [AUTHENTICATIONFAILED] You need to use an app password to log in", "Fastmail", Some(C::AppPassword)),
        ("551 5.7.1 Not authorised to send from this header address", "Fastmail", Some(C::Sender)),
        // mailcore2#1517
        ("535 5.7.0 authentication rejected: your password is too simple", "Tiscali", Some(C::Policy)),
        // mailsend#74
        ("535 Incorrect authentication data: authentication failed", "Mail.ru", Some(C::CredentialsOrAppPassword)),
        // offlineimap#682
        ("a1 NO System Error (Failure)", "Gmail", Some(C::Server)),
        // borgbackupserver#16: Brevo
        ("535 5.7.0 Invalid login or password", "", Some(C::Credentials)),
        // MailKit#483: Exchange of a hosting house
        ("A00000001 NO AUTHENTICATE failed.", "", Some(C::Credentials)),
        // imap_tools#167
        ("a1 NO authentication failed", "", Some(C::Credentials)),
        // nextcloud/helm#254
        ("535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6 ", "", Some(C::Credentials)),
        // smtp-validate-email#71: nobody has logged in
        ("550-Please turn on SMTP Authentication in your mail client.", "", None),
        // Yahoo! JAPAN, Rediff
        ("535 authorization failed (#5.7.0)", "Yahoo! JAPAN", Some(C::CredentialsOrService)),
        ("553 Sender is not allowed to relay emails", "Zoho Mail", Some(C::Sender)),
        // Both are named, so neither is meant alone.
        ("535 5.7.8 Incorrect password, or an app password is required", "Fastmail", Some(C::CredentialsOrAppPassword)),
    ];
    hold(&rows, read);
}

#[test]
#[rustfmt::skip] // a table is read by its columns
fn houses_of_china_say() {
    // The Chinese sentences are of the kinds that these houses write, without a public source of their own.
    let rows = [
        // Alibaba Mail and DirectMail
        ("440 mail from account doesn't conform with authentication (Auth Account:a@example.org|Mail Account:b@example.org)", "Alibaba Mail (enterprise)", Some(C::Sender)),
        ("436 \"MAIL FROM\" doesn't conform with authentication (Auth Account:a@example.org|Mail Account:b@example.org)", "Alibaba Mail (enterprise)", Some(C::Sender)),
        // harbor#1271
        ("535 Error: authentication failed, system busy", "Tencent Exmail", Some(C::Listed)),
        ("535 Error: 用户名或密码错误", "QQ Mail", Some(C::CredentialsOrAppPassword)),
        ("-ERR 账号或密码错误", "NetEase 163", Some(C::CredentialsOrAppPassword)),
        ("-ERR 登录太频繁", "", Some(C::RateLimited)),
        ("-ERR 您登录过于频繁，请稍后再试", "", Some(C::RateLimited)),
        ("535 Error: 帐号已被锁定", "", Some(C::AccountLocked)),
        ("535 账户已冻结", "", Some(C::AccountLocked)),
        ("-ERR 未开启POP3服务", "", Some(C::ServiceOff)),
        ("a1 NO 请先开启IMAP服务", "", Some(C::ServiceOff)),
        ("535 SMTP服务未开通", "", Some(C::ServiceOff)),
        ("535 请使用客户端专用密码登录", "Tencent Exmail", Some(C::AppPassword)),
        ("-ERR 系统繁忙，请稍后再试", "", Some(C::Server)),
        ("553 发件人与认证用户不一致", "", Some(C::Sender)),
        ("535 管理员已禁止使用客户端登录", "", Some(C::Policy)),
        ("-ERR 请登录网页邮箱验证身份", "", Some(C::Browser)),
        // Sina, as it is told in Chinese pages; no wording of its own was found.
        ("535 the email's smtp service is not open", "Sina", Some(C::ServiceOff)),
        ("-ERR the pop3 service is not open", "Sina", Some(C::ServiceOff)),
    ];
    hold(&rows, read);
}

#[test]
#[rustfmt::skip] // a table is read by its columns
fn sending_houses_say() {
    let rows = [
        // Amazon SES: the guide, SMTP response codes
        ("535 Authentication Credentials Invalid", "", Some(C::Credentials)),
        ("454 Throttling failure: Maximum sending rate exceeded.", "", Some(C::RateLimited)),
        ("454 Throttling failure: Daily message quota exceeded.", "", Some(C::RateLimited)),
        ("554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: a@example.org", "", Some(C::Sender)),
        ("554 Access denied: User `arn:aws:iam::123456789012:user/x' is not authorized to perform `ses:SendRawEmail' on resource", "", Some(C::Policy)),
        ("554 Sending suspended for this account. For more information, please check the inbox of the email address associated with your AWS account.", "", Some(C::AccountLocked)),
        // SendGrid: sendgrid/docs#6473, the page of SMTP errors
        ("550 Unauthenticated senders not allowed", "", None),
        ("535 Authentication failed: The provided authorization grant is invalid, expired, or revoked", "", Some(C::Credentials)),
        ("550 The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved.", "", Some(C::Sender)),
        ("451 You have exceeded your messaging limits", "", Some(C::RateLimited)),
        ("535 Authentication failed: The requestor's IP Address is not whitelisted", "", Some(C::Source)),
        ("550 Requester IP not whitelisted", "", Some(C::Source)),
        // Mailtrap
        ("535 5.7.0 Invalid credentials", "", Some(C::Credentials)),
        ("535 5.7.0 The email limit is reached. Please upgrade your plan https://mailtrap.io/billing/plans/testing", "", Some(C::RateLimited)),
        ("535 5.7.8 Your account has reached its daily sending limit. Please upgrade your plan or retry in 19m21s.", "", Some(C::RateLimited)),
        ("550 5.7.0 Requested action not taken: too many emails per second", "", Some(C::RateLimited)),
        // Brevo
        ("535 5.7.8 Authentication failed", "", Some(C::Credentials)),
        ("535 5.7.1 Unauthorized IP address", "", Some(C::Source)),
        ("502 5.7.0 Your SMTP account is not yet activated. Please contact us at contact@example.com to request activation", "", Some(C::ServiceOff)),
        // SparkPost
        ("550 5.7.1 Unconfigured Sending Domain <app.example.com>", "", Some(C::Sender)),
        // SendPulse, Postmark, Mailjet, Resend
        ("550 5.7.1 Sender address not verified", "", Some(C::Sender)),
        ("550 5.7.1 The 'From' address you supplied (a@example.org) is not a Sender Signature on your account.", "", Some(C::Sender)),
        ("535 Login failed: account temporarily locked", "", Some(C::AccountLocked)),
        ("550 5.7.1 Sender signature not found for a@example.org", "", Some(C::Sender)),
        ("535 5.7.8 Your account has been blocked", "", Some(C::AccountLocked)),
        ("535 API key is invalid", "", Some(C::Credentials)),
        ("550 The example.org domain is not verified. Please, add and verify your domain.", "", Some(C::Sender)),
        ("535 5.7.0 Mailgun is not loving your login or password", "", Some(C::Credentials)),
        ("535 Login not permitted from this country", "", Some(C::Policy)),
        ("535 5.7.8 Login from this IP address is not allowed", "", Some(C::Source)),
        // zoho.com/zeptomail/help/api/smtp-error-codes.html
        ("553 Relaying disallowed as <a@example.org>.", "", Some(C::Sender)),
        ("554 5.7.1 Sender domain not accepted", "", Some(C::Sender)),
        ("554 5.7.1 sender refused", "", Some(C::Sender)),
    ];
    hold(&rows, read);
}

#[test]
fn a_reply_in_gbk_is_read() {
    // GSIL#70, NOJ#93
    let bytes = b"535 Error: \xC7\xEB\xCA\xB9\xD3\xC3\xCA\xDA\xC8\xA8\xC2\xEB\xB5\xC7\xC2\xBC\xA1\xA3\xCF\xEA\xC7\xE9\xC7\xEB\xBF\xB4: http://service.mail.qq.com/";
    let text = crate::wire::charset::read(bytes);
    assert_eq!(read(&text, "QQ Mail"), Some(C::AppPassword));
}
