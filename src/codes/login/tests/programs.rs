//! The answers of server programs, from their sources.

use super::super::Cause as C;
use super::{hold, read, read_token};

#[test]
#[rustfmt::skip] // a table is read by its columns
fn programs_of_mailboxes_say() {
    let rows = [
        // Cyrus imapd: imap/imapd.c, imap/pop3d.c; the sentences behind the colon are those of Cyrus SASL, lib/common.c
        ("a1 NO Login failed: authentication failure", "", Some(C::Credentials)),
        ("a1 NO Login failed: user not found", "", Some(C::Credentials)),
        ("a1 NO Login only available under a layer", "", Some(C::Encryption)),
        ("-ERR [AUTH] USER command only available under a layer", "", Some(C::Encryption)),
        ("-ERR [AUTH] Invalid login", "", Some(C::Credentials)),
        ("-ERR [AUTH] Invalid user", "", Some(C::Credentials)),
        ("a1 NO no mechanism available", "", Some(C::Mechanism)),
        ("a1 NO encryption needed to use mechanism", "", Some(C::Encryption)),
        ("a1 NO mechanism too weak for this user", "", Some(C::Mechanism)),
        ("a1 NO One time use of a plaintext password will enable requested mechanism for user", "", Some(C::Mechanism)),
        ("a1 NO account disabled", "", Some(C::AccountLocked)),
        ("a1 NO passphrase expired, has to be reset", "", Some(C::AccountLocked)),
        ("a1 NO passphrase locked", "", Some(C::AccountLocked)),
        ("a1 NO passphrase is too weak for security policy", "", Some(C::Policy)),
        ("a1 NO user exists, but no verifier for user", "", Some(C::Mechanism)),
        ("a1 NO remote authentication server unavailable", "", Some(C::Server)),
        ("535 5.7.8 Error: authentication failed: no mechanism available", "", Some(C::Mechanism)),
        ("535 5.7.8 Error: authentication failed: encryption needed to use mechanism", "", Some(C::Encryption)),
        ("535 5.7.8 Error: authentication failed: user not found", "", Some(C::Credentials)),
        ("535 5.7.8 Error: authentication failed: generic failure", "", Some(C::Server)),
        ("454 4.7.0 Temporary authentication failure: generic failure", "", Some(C::Server)),
        // Cyrus imapd: a mailbox that was never made, or is not the login's
        ("a2 NO Mailbox does not exist", "", Some(C::NotConnected)),
        ("-ERR [SYS/PERM] Unable to locate maildrop INBOX: Mailbox does not exist", "", Some(C::NotConnected)),
        // Dovecot: src/login-common/client-common-auth.c, src/imap-login/imap-login-client.c
        ("a1 NO [CONTACTADMIN] Login disabled for this user", "", Some(C::AccountLocked)),
        ("-ERR [AUTH] Login disabled for this user", "", Some(C::AccountLocked)),
        ("525 5.7.13 Login disabled for this user", "", Some(C::AccountLocked)),
        ("a1 NO [EXPIRED] Password expired", "", Some(C::AccountLocked)),
        ("a1 NO [AUTHORIZATIONFAILED] Authorization failed.", "", Some(C::Policy)),
        ("a1 NO Unsupported authentication mechanism.", "", Some(C::Mechanism)),
        ("-ERR [SYS/TEMP] Temporary authentication failure. [mx1:2026-11-26 08:00:00]", "", Some(C::Server)),
        ("a1 NO [SERVERBUG] Internal error occurred. Refer to server log for more information.", "", Some(C::Server)),
        ("a1 NO Internal login failure. Refer to server log for more information.", "", Some(C::Server)),
        // Courier: imap/imaplogin.c, imap/pop3dserver.c, imap/imapd.c
        ("a1 NO Login failed.", "", Some(C::Credentials)),
        ("-ERR POP3 access disabled for this account.", "", Some(C::ServiceOff)),
        ("* BYE IMAP access disabled for this account.", "", Some(C::ServiceOff)),
        ("* BYE Temporary problem, please try again later", "", Some(C::Server)),
        ("-ERR Temporary problem, please try again later", "", Some(C::Server)),
        // Zimbra: ImapHandler.java, Pop3Handler.java
        ("a1 NO cleartext logins disabled", "", Some(C::Encryption)),
        ("a1 NO LOGIN failed", "", Some(C::Credentials)),
        ("-ERR only valid after entering TLS mode", "", Some(C::Encryption)),
        ("a1 NO account does not have IMAP access enabled", "", Some(C::ServiceOff)),
        ("-ERR pop3 access not enabled for account", "", Some(C::ServiceOff)),
        // hMailServer: POP3Connection.cpp, IMAPCommandLogin.cpp, SMTPConnection.cpp
        ("-ERR [AUTH] Invalid user name or password. Too many invalid logon attempts.", "", Some(C::RateLimited)),
        ("-ERR Invalid user name or password. Please use full email address as user name.", "", Some(C::Credentials)),
        ("535 Authentication failed. Restarting authentication process.", "", Some(C::Credentials)),
        ("535 Authentication failed. Too many invalid logon attempts.", "", Some(C::RateLimited)),
        ("530 5.7.0 A SSL/TLS-connection is required for authentication.", "", Some(C::Encryption)),
        ("a1 BAD A SSL/TLS-connection is required for authentication.", "", Some(C::Encryption)),
        ("-ERR Your mailbox is already locked", "", Some(C::Held)),
        // Exchange: numbers of its own at the end
        ("a1 NO Server Unavailable. 15", "", Some(C::Server)),
        ("-ERR Server Unavailable. 21", "", Some(C::Server)),
        // Lavabit's magma: src/servers/imap/imap.c
        ("a1 NO [CONTACTADMIN] This account has been administratively locked.", "", Some(C::AccountLocked)),
        // Yandex's own tests of its IMAP server
        ("a1 NO [UNAVAILABLE] AUTHENTICATE internal server error sc=x", "Yandex", Some(C::Server)),
        ("a1 BAD [PRIVACYREQUIRED] AUTHENTICATE Working without SSL/TLS encryption is not allowed", "Yandex", Some(C::Encryption)),
        ("a1 NO [AUTHENTICATIONFAILED] AUTHENTICATE Ommm", "Yandex", Some(C::Policy)),
        ("-ERR [AUTH] Your organization allows only webmail and JMAP apps.", "", Some(C::Policy)),
        // qmail-popup and vpopmail
        ("-ERR authorization failed", "", Some(C::Credentials)),
        ("-ERR aack, child crashed", "", Some(C::Server)),
        // popa3d, ipop3d, Qpopper: the drop is taken
        ("-ERR maildrop already locked", "", Some(C::Held)),
        ("-ERR [IN-USE] /var/mail/.anna.pop lock busy!  Is another session active? (11)", "", Some(C::Held)),
        // Tencent's mail kit knows these of other servers: com.tencent.moai.mailsdk
        ("-ERR maildrop opened for exclusive access by another user", "", Some(C::Held)),
        ("a1 NO please enable mail protocol first", "", Some(C::ServiceOff)),
        ("a1 NO custom imap off", "", Some(C::ServiceOff)),
        ("-ERR auth limit", "", Some(C::RateLimited)),
        ("-ERR ERR.LOGIN.PASSERR", "NetEase 163", Some(C::CredentialsOrAppPassword)),
        ("-ERR service busy", "", Some(C::Server)),
    ];
    hold(&rows, read);
}

#[test]
#[rustfmt::skip] // a table is read by its columns
fn programs_of_sending_say() {
    let rows = [
        // qmail and its children: qmail-smtpd's AUTH patch, ofmipd
        ("535 authorization failed (#5.7.0)", "", Some(C::Credentials)),
        ("535 auth failure (#5.7.1)", "", Some(C::Credentials)),
        ("454 temporary authentication failure (#4.3.0)", "", Some(C::Server)),
        ("503 auth not available (#5.3.3)", "", Some(C::Mechanism)),
        ("504 auth type unimplemented (#5.5.1)", "", Some(C::Mechanism)),
        // sendgrid/docs#2191
        ("451 Authentication failed: Could not authenticate", "", Some(C::Server)),
        // Sendmail: sendmail/srvrsmtp.c
        ("535 5.7.0 authentication failed", "", Some(C::Credentials)),
        ("503 5.3.3 AUTH not available", "", Some(C::Mechanism)),
        ("504 5.3.3 AUTH mechanism LOGIN not available", "", Some(C::Mechanism)),
        ("538 5.7.0 Encryption required for requested authentication mechanism", "", Some(C::Encryption)),
        ("500 5.3.3 Unrecognized command 'AUTH'", "", Some(C::Mechanism)),
        // Exim: src/smtp_in.c
        ("503 AUTH command used when not advertised", "", Some(C::Mechanism)),
        ("504 CRAM-MD5 authentication mechanism not supported", "", Some(C::Mechanism)),
        ("435 Unable to authenticate at present: lookup deferred", "", Some(C::Server)),
        ("535 Incorrect authentication data", "", Some(C::Credentials)),
        // OpenSMTPD: usr.sbin/smtpd/smtp_session.c
        ("535 Authentication failed", "", Some(C::Credentials)),
        ("530 5.5.1 Invalid command: Must issue a STARTTLS command first", "", Some(C::Encryption)),
        ("421 4.3.0 Temporary Error", "", Some(C::Server)),
        // Postfix: src/smtpd/smtpd_sasl_proto.c, smtpd_sasl_glue.c
        ("535 5.7.8 Error: authentication failed: Invalid authentication mechanism", "", Some(C::Mechanism)),
        ("454 4.7.0 Temporary authentication failure: ", "", Some(C::Server)),
        ("421 4.7.0 mx.example.org Error: too many errors", "", Some(C::RateLimited)),
        // Exchange, on premises
        ("454 4.7.0 Temporary authentication failure", "", Some(C::Server)),
        ("550 5.7.1 Client does not have permissions to send as this sender", "", Some(C::Sender)),
        // Citadel, Stalwart, aiosmtpd, maddy, mox
        ("535 5.7.0 Authentication failed.", "", Some(C::Credentials)),
        ("535 5.7.8 Authentication credentials invalid.", "", Some(C::Credentials)),
        ("421 4.3.0 Too many authentication errors, disconnecting.", "", Some(C::RateLimited)),
        ("535 5.7.8 Invalid credentials", "", Some(C::Credentials)),
        ("523 5.7.10 TLS is required", "", Some(C::Encryption)),
        ("535 5.7.8 bad user/pass", "", Some(C::Credentials)),
        ("525 5.7.13 Account disabled", "", Some(C::AccountLocked)),
        // Proton Mail Bridge answers by the library's default code: go-smtp
        ("454 4.7.0 no such user", "Proton Mail (Bridge)", Some(C::Credentials)),
        ("454 4.7.0 invalid username or password", "Proton Mail (Bridge)", Some(C::CredentialsOrAppPassword)),
        // MDaemon, CommuniGate, Kerio, MailEnable
        ("535 (515) incorrect password or account name", "", Some(C::Credentials)),
        ("-ERR incorrect password or account name", "", Some(C::Credentials)),
        ("535 Invalid Username or Password", "", Some(C::Credentials)),
        ("-ERR account is locked out", "", Some(C::AccountLocked)),
        // Stalwart, mox, Postfix and those that copy them: MAIL FROM behind a login
        ("501 5.5.4 You are not allowed to send from this address.", "", Some(C::Sender)),
        ("550 5.7.1 Sender address does not match authenticated user", "", Some(C::Sender)),
        ("550 5.7.1 Sender address not owned by the authenticated account", "", Some(C::Sender)),
        ("550 5.7.1 Sender address not authorized", "", Some(C::Sender)),
    ];
    hold(&rows, read);
    let rows = [
        ("a1 NO [AUTHENTICATIONFAILED] Invalid OAuth payload", "", Some(C::Token)),
        ("a1 BAD Invalid SASL argument. x17mb1", "Gmail", Some(C::Token)),
        // async-imap#35: the token or the service
        ("A0001 NO [AUTHENTICATIONFAILED] AUTHENTICATE invalid credentials or IMAP is disabled sc=x", "Yandex", Some(C::CredentialsOrService)),
        // MailKit#345
        ("A00000001 NO [AUTHENTICATIONFAILED] Authentication failed", "Mail.ru", Some(C::Token)),
        ("535 5.7.8 Error: authentication failed: token expired", "", Some(C::Token)),
    ];
    hold(&rows, read_token);
}
