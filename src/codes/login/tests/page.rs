//! The answers of the usual providers and programs, from public reports.

use super::super::Cause as C;
use super::{hold, read, read_token};

#[test]
#[rustfmt::skip] // a table is read by its columns
fn google_says() {
    let rows = [
        ("535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials x - gsmtp", "Gmail", Some(C::CredentialsOrAppPassword)),
        ("535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials x - gsmtp", "", Some(C::Credentials)),
        ("534-5.7.9 Application-specific password required. For more information, go to\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor x - gsmtp", "Gmail", Some(C::AppPassword)),
        // mealie#2395, yagmail#111, nodemailer#653
        ("534-5.7.9 Please log in with your web browser and then try again. For more\n534-5.7.9 information, go to\n534 5.7.9  https://support.google.com/mail/?p=WebLoginRequired x - gsmtp", "Gmail", Some(C::Browser)),
        // nodemailer#401, node-red-nodes#284, grav#154
        ("534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1&scc=1&plt=AKg\n534-5.7.14 Please log in via your web browser and then try again.\n534-5.7.14  Learn more at\n534 5.7.14  https://support.google.com/mail/answer/78754 x - gsmtp", "Gmail", Some(C::Browser)),
        ("454 4.7.0 Too many login attempts, please try again later. x - gsmtp", "Gmail", Some(C::RateLimited)),
        // The name in EHLO, not the login.
        ("421-4.7.0 Try again later, closing connection. (EHLO) x - gsmtp", "Gmail", None),
        // Nobody has logged in.
        ("530-5.7.0 Authentication Required. For more information, go to\n530 5.7.0  https://support.google.com/mail/?p=WantAuthError x - gsmtp", "Gmail", None),
        ("550-5.7.1 Invalid credentials for relay [192.0.2.1]. The IP address you've\n550-5.7.1 registered in your G Suite SMTP Relay service doesn't match the domain of the\n550 5.7.1 account", "Gmail", Some(C::Source)),
        ("550 5.7.0 Mail relay denied [192.0.2.1]. Invalid credentials for relay", "Gmail", Some(C::Source)),
        ("550 5.7.0 Mail relay denied", "Gmail", Some(C::Source)),
        ("550-5.4.5 Daily user sending limit exceeded. For more information on Gmail\n550 5.4.5 sending limits go to https://support.google.com/a/answer/166852", "Gmail", Some(C::RateLimited)),
        ("550 5.4.5 Daily SMTP relay limit exceeded for customer.", "Gmail", Some(C::RateLimited)),
        ("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "Gmail", Some(C::CredentialsOrAppPassword)),
        ("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "", Some(C::Credentials)),
        ("NO [ALERT] Invalid credentials (Failure)", "Gmail", Some(C::CredentialsOrAppPassword)),
        ("NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)", "Gmail", Some(C::AppPassword)),
        ("NO [ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754 (Failure)", "Gmail", Some(C::Browser)),
        ("NO [WEBALERT https://accounts.google.com/signin/continue?sarp=1] Web login required. (Failure)", "Gmail", Some(C::Browser)),
        ("NO [ALERT] Web login required: http://support.google.com/mail/bin/answer.py?answer=78754 (Failure)", "Gmail", Some(C::Browser)),
        ("NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page and enable your account for IMAP access. (Failure)", "Gmail", Some(C::ServiceOff)),
        ("NO [ALERT] IMAP access is disabled for your domain. Please contact your domain administrator for questions about this feature. (Failure)", "Gmail", Some(C::ServiceOff)),
        // wildduck#35
        ("NO [ALERT] Too many simultaneous connections. (Failure)", "Gmail", Some(C::RateLimited)),
        ("NO [UNAVAILABLE] Temporary authentication failure", "Gmail", Some(C::Server)),
        ("-ERR [AUTH] Username and password not accepted.", "Gmail", Some(C::CredentialsOrAppPassword)),
        ("-ERR [AUTH] Application-specific password required: https://support.google.com/accounts/answer/185833", "Gmail", Some(C::AppPassword)),
        ("-ERR [AUTH] Web login required: https://support.google.com/mail/answer/78754", "Gmail", Some(C::Browser)),
        ("-ERR [SYS/PERM] Your account is not enabled for POP access. Please visit your Gmail settings page and enable your account for POP access.", "Gmail", Some(C::ServiceOff)),
        ("-ERR [SYS/TEMP] Temporary system problem. Please try again later.", "Gmail", Some(C::Server)),
    ];
    hold(&rows, read);
    let rows = [
        ("NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "Gmail", Some(C::Token)),
        ("535-5.7.8 Username and Password not accepted. BadCredentials", "Gmail", Some(C::Token)),
        ("334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=", "Gmail", Some(C::Token)),
        ("NO [ALERT] Too many simultaneous connections. (Failure)", "Gmail", Some(C::RateLimited)),
    ];
    hold(&rows, read_token);
}

#[test]
#[rustfmt::skip] // a table is read by its columns
fn microsoft_says() {
    let rows = [
        // mailR#107, rallly#3154
        ("535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [XX.prod.outlook.com]", "Outlook.com", Some(C::PasswordLogin)),
        // email-oauth2-proxy#193, nodemailer#1484
        ("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.", "Microsoft 365", Some(C::ServiceOff)),
        ("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled", "Microsoft 365", Some(C::ServiceOff)),
        ("535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator.", "Microsoft 365", Some(C::Policy)),
        ("535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator.", "Microsoft 365", Some(C::Policy)),
        ("535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.", "Microsoft 365", Some(C::Credentials)),
        ("535 5.7.139 Authentication unsuccessful, account locked. Contact your administrator.", "Microsoft 365", Some(C::AccountLocked)),
        // MailKit#700
        ("535 5.7.3 Authentication unsuccessful [XX.eurprd01.prod.outlook.com]", "Microsoft 365", Some(C::CredentialsOrService)),
        ("535 5.7.3 Authentication unsuccessful", "", Some(C::Credentials)),
        ("504 5.7.4 Unrecognized authentication type", "Microsoft 365", Some(C::Mechanism)),
        ("504 5.7.4 Unrecognized authentication type", "", Some(C::Mechanism)),
        // opencti#12069
        ("550 5.7.30 Basic authentication is not supported for Client Submission.", "Microsoft 365", Some(C::PasswordLogin)),
        // O365Troubleshooters#153: nobody has logged in
        ("530 5.7.57 Client not authenticated to send mail.", "Microsoft 365", None),
        ("432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.", "Microsoft 365", Some(C::RateLimited)),
        ("451 4.7.0 Temporary server error. Please try again later. PRX4", "", Some(C::Server)),
        ("451 4.7.0 Temporary server error. Please try again later. PRX5", "Microsoft 365", Some(C::Server)),
        ("421 4.3.2 Service not active", "", Some(C::Server)),
        // imap-backup#134, imapsync#317, node-imap#894
        ("a1 NO LOGIN failed.", "Outlook.com", Some(C::PasswordLogin)),
        ("a1 NO LOGIN failed.", "", Some(C::Credentials)),
        ("a1 NO AUTHENTICATE failed.", "Outlook.com", Some(C::PasswordLogin)),
        // node-imap#799
        ("a1 NO LOGIN failed. Account is blocked. Login to your account via a web browser to verify your identity.", "Outlook.com", Some(C::Browser)),
        // node-imap#523, #689, MailKit#1494, imapsync#411
        ("a2 BAD User is authenticated but not connected.", "Microsoft 365", Some(C::NotConnected)),
        ("a2 BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds", "Microsoft 365", Some(C::RateLimited)),
        ("* BYE Connection closed. 14", "Microsoft 365", Some(C::Server)),
        ("-ERR Logon failure: unknown user name or bad password.", "Outlook.com", Some(C::PasswordLogin)),
        ("-ERR Logon failure: unknown user name or bad password.", "", Some(C::Credentials)),
        ("550 5.7.60 SMTP; Client does not have permissions to send as this sender", "Microsoft 365", Some(C::Sender)),
    ];
    hold(&rows, read);
    let rows = [
        ("535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.", "Outlook.com", Some(C::ServiceOff)),
        ("535 5.7.3 Authentication unsuccessful", "Microsoft 365", Some(C::Token)),
        ("a1 NO AUTHENTICATE failed.", "Microsoft 365", Some(C::Token)),
        ("* BYE Connection closed. 14", "Microsoft 365", Some(C::Token)),
        ("a1 BAD Command Error. 10", "Microsoft 365", Some(C::Token)),
        ("a2 BAD User is authenticated but not connected.", "Microsoft 365", Some(C::NotConnected)),
    ];
    hold(&rows, read_token);
}

#[test]
#[rustfmt::skip] // a table is read by its columns
fn other_providers_of_the_west_say() {
    let rows = [
        ("535 5.7.0 (#AUTH005) Too many bad auth attempts.", "Yahoo", Some(C::RateLimited)),
        ("535 5.7.0 (#AUTH005) Bad credentials", "Yahoo", Some(C::CredentialsOrAppPassword)),
        // go-imap#436, offlineimap#688, msgvault#229
        ("NO [AUTHENTICATIONFAILED] LOGIN Invalid credentials", "Yahoo", Some(C::CredentialsOrAppPassword)),
        ("NO [AUTHENTICATIONFAILED] AUTHENTICATE Invalid credentials", "AOL", Some(C::CredentialsOrAppPassword)),
        // rainloop#1354
        ("NO [AUTHENTICATIONFAILED] (#MBR1212) Incorrect username or password.", "Yahoo", Some(C::CredentialsOrAppPassword)),
        ("NO [AUTHENTICATIONFAILED] (#MBR1240) Please verify your account by going to https://login.yahoo.com", "Yahoo", Some(C::Browser)),
        ("NO [LIMIT] LOGIN Rate limit hit.", "Yahoo", Some(C::RateLimited)),
        ("535 5.7.8 Error: authentication failed:", "iCloud", Some(C::CredentialsOrAppPassword)),
        ("535 5.7.8 Error: authentication failed:", "", Some(C::Credentials)),
        ("NO [AUTHENTICATIONFAILED] Authentication failed", "iCloud", Some(C::CredentialsOrAppPassword)),
        ("535 5.7.8 Error: authentication failed: This user does not have access rights to this service", "Yandex", Some(C::ServiceOff)),
        ("535 5.7.8 Error: authentication failed: Invalid user or password!", "Yandex", Some(C::CredentialsOrAppPassword)),
        ("NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled sc=ebI8JB0ug4Y1", "Yandex", Some(C::CredentialsOrService)),
        ("-ERR [AUTH] login failure or POP3 disabled, try later. sc=uBZ6", "Yandex", Some(C::CredentialsOrService)),
        ("NO [UNAVAILABLE] AUTHENTICATE Ommm", "Yandex", Some(C::Policy)),
        ("535 5.7.0 NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Application password is REQUIRED", "Mail.ru", Some(C::AppPassword)),
        ("NO [AUTHENTICATIONFAILED] Application password is REQUIRED", "Mail.ru", Some(C::AppPassword)),
        ("535 Authentication Failed", "Zoho Mail", Some(C::CredentialsOrAppPassword)),
        ("NO [ALERT] You are yet to enable IMAP for your account. Please contact your administrator (Failure)", "Zoho Mail", Some(C::ServiceOff)),
        ("535 Authentication credentials invalid", "GMX", Some(C::CredentialsOrService)),
        ("535 Authentication Credentials Invalid", "", Some(C::Credentials)),
        ("NO [AUTHENTICATIONFAILED] Authentication failed", "Fastmail", Some(C::CredentialsOrAppPassword)),
        // SendGrid, Brevo, Mailgun
        ("535 Authentication failed: Bad username / password", "", Some(C::Credentials)),
        ("451 Authentication failed: Maximum credits exceeded", "", Some(C::RateLimited)),
        ("525 5.7.1 Unauthorized IP address", "", Some(C::Source)),
        ("535 5.7.0 Mailgun is not loving your login or password", "", Some(C::Credentials)),
    ];
    hold(&rows, read);
}

#[test]
#[rustfmt::skip] // a table is read by its columns
fn providers_of_china_say() {
    let rows = [
        ("535 Login Fail. Please enter your authorization code to login. More information in http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256", "QQ Mail", Some(C::AppPassword)),
        ("535 Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://help.mail.qq.com/detail/108/1023", "QQ Mail", Some(C::Listed)),
        ("a1 NO Login fail. Account is abnormal, service is not open, password is incorrect, login frequency limited, or system is busy. More information at https://help.mail.qq.com/detail/108/1023", "QQ Mail", Some(C::Listed)),
        // GSIL#70, NOJ#93
        ("535 Error: 请使用授权码登录。详情请看: http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=28&&no=1001256", "QQ Mail", Some(C::AppPassword)),
        // node-solid-server#1281
        ("501 mail from address must be same as authorization user", "QQ Mail", Some(C::Sender)),
        // ComicBook#3, NodeMail#11
        ("535 Error: authentication failed", "NetEase 163", Some(C::CredentialsOrAppPassword)),
        // mail-provider#6, 12306#62
        ("550 User has no permission", "NetEase 163", Some(C::ServiceOff)),
        ("550 User suspended", "NetEase 126", Some(C::AccountLocked)),
        ("553 Mail from must equal authorized user", "NetEase 163", Some(C::Sender)),
        ("a1 NO LOGIN Login error or password error", "NetEase 163", Some(C::CredentialsOrAppPassword)),
        ("a1 NO LOGIN Login error or password error", "", Some(C::Credentials)),
        ("a3 NO SELECT Unsafe Login. Please contact kefu@188.com for help", "NetEase 163", Some(C::ProgramUnknown)),
        ("a3 NO EXAMINE Unsafe Login. Please contact kefu@188.com for help", "NetEase 126", Some(C::ProgramUnknown)),
        ("-ERR Unable to log on", "NetEase 163", Some(C::CredentialsOrService)),
        // Its content: the login was taken.
        ("554 DT:SPM 163 smtp1,C8CowABX,1234 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1", "NetEase 163", None),
        ("526 Authentication failure[0]", "Alibaba Mail", Some(C::Credentials)),
        ("526 Authentication failure[0]", "Alibaba Mail (enterprise)", Some(C::CredentialsOrAppPassword)),
    ];
    hold(&rows, read);
}

#[test]
#[rustfmt::skip] // a table is read by its columns
fn programs_say() {
    let rows = [
        ("535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6", "", Some(C::Credentials)),
        ("535 5.7.8 Error: authentication failed: authentication failure", "", Some(C::Credentials)),
        ("535 5.7.8 Error: authentication failed: (reason unavailable)", "", Some(C::Credentials)),
        ("454 4.7.0 Temporary authentication failure: Connection lost to authentication server", "", Some(C::Server)),
        ("503 5.5.1 Error: authentication not enabled", "", Some(C::Mechanism)),
        ("530 5.7.0 Must issue a STARTTLS command first", "", Some(C::Encryption)),
        ("538 5.7.11 Encryption required for requested authentication mechanism", "", Some(C::Encryption)),
        ("a1 NO [AUTHENTICATIONFAILED] Authentication failed.", "", Some(C::Credentials)),
        ("-ERR [AUTH] Authentication failed.", "", Some(C::Credentials)),
        ("-ERR [AUTH] PLAIN authentication is disabled", "", Some(C::Encryption)),
        ("a1 NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.", "", Some(C::Encryption)),
        ("-ERR [AUTH] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.", "", Some(C::Encryption)),
        ("a1 NO [PRIVACYREQUIRED] Cleartext authentication disallowed on non-secure (SSL/TLS) connections.", "", Some(C::Encryption)),
        ("a1 NO [UNAVAILABLE] Temporary authentication failure. [mx1:2026-11-26 08:00:00]", "", Some(C::Server)),
        ("a1 NO [LIMIT] Too many simultaneous connections", "", Some(C::RateLimited)),
        ("a1 NO [UNAVAILABLE] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)", "", Some(C::RateLimited)),
        ("a1 NO [UNAVAILABLE] Your account has been suspended", "", Some(C::AccountLocked)),
        ("a1 NO [UNAVAILABLE] Account is temporarily unavailable.", "", Some(C::Server)),
        ("-ERR [IN-USE] Mailbox is locked by another POP3 session", "", Some(C::Held)),
        ("535 Incorrect authentication data", "", Some(C::Credentials)),
        ("435 Unable to authenticate at present", "", Some(C::Server)),
        ("535 Authentication failed: account disabled", "", Some(C::AccountLocked)),
        ("a1 NO [AUTHENTICATIONFAILED]", "", Some(C::Credentials)),
        ("-ERR [SYS/PERM] Fatal error: can't initialize SASL", "", Some(C::Server)),
        ("-ERR [IN-USE] Unable to lock maildrop", "", Some(C::Held)),
        ("-ERR [LOGIN-DELAY] minimum time between mail checks violation", "", Some(C::RateLimited)),
        ("450 4.7.1 Error: too many AUTH commands from unknown[192.0.2.1]", "", Some(C::RateLimited)),
        ("553 5.7.1 <a@example.org>: Sender address rejected: not owned by user b@example.org", "", Some(C::Sender)),
        ("a1 NO Permission denied", "", Some(C::NotConnected)),
        ("* NO LOGOUT Intrusion prevention active for 192.0.2.7", "", Some(C::RateLimited)),
        ("502 5.5.1 Error: command not implemented", "", Some(C::Mechanism)),
    ];
    hold(&rows, read);
}
