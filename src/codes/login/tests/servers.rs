//! Answers of servers as people met them: each with the report or the source that has it.

use super::super::Cause as C;
use super::{hold, read};

#[test]
#[rustfmt::skip] // a table is read by its columns
fn servers_say() {
    let rows = [
        // osTicket/osTicket#6003
        ("a1 NO [ALERT] LOGIN DENIED -- TOO MANY FAILURES", "", Some(C::RateLimited)),
        // higty/higlabo#17, mscdex/node-imap#782
        ("535 5.7.8 Error: authentication failed: Your message looks like spam. You need to use web for sending or prove you are not a robot using the following link http://ya.cc/1IrBc", "Yandex", Some(C::Browser)),
        ("a1 NO Access to your account has been temporarily restricted as Yandex suspects it may have been hacked.", "Yandex", Some(C::AccountLocked)),
        // LukeSmithxyz/mutt-wizard#500: Proton's bridge
        ("a1 NO user email@pm.me not found", "", Some(C::Credentials)),
        // docs.icewarp.com, 5xx errors
        ("501 5.7.0 Authentication failed", "", Some(C::Credentials)),
        // Foundry376/Mailspring#2217
        ("2 NO Incorrect username or password.", "Fastmail", Some(C::CredentialsOrAppPassword)),
        // thunderbird/thunderbird-android#9069, misspelled as it is
        ("a1 NO [AUTHENTICATIONFAILED] NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Aplication password is REQUIRED", "Mail.ru", Some(C::AppPassword)),
        // mailout.ru/2015/09: Mail.ru
        ("550 message sending for this account is disabled", "Mail.ru", Some(C::AccountLocked)),
        // eYou (blog.sina.com.cn, blog_8dc13ec50101fxxr)
        ("451 auth error.", "", Some(C::Server)),
        ("551 auth error.", "", Some(C::Credentials)),
        ("550 user is locked.", "", Some(C::AccountLocked)),
        // OpenSMTPD: usr.sbin/smtpd/smtp_session.c
        ("421 4.3.0 Temporary failure", "", Some(C::Server)),
        ("503 5.5.1 Invalid command: Command not supported", "", Some(C::Mechanism)),
        // mox: smtpserver/server.go
        ("503 5.5.1 authentication only allowed on submission ports (x)", "", Some(C::Mechanism)),
        ("538 5.7.11 authentication requires tls (x)", "", Some(C::Encryption)),
        ("535 5.7.8 bad user/pass (x)", "", Some(C::Credentials)),
        ("535 5.7.8 cannot assume other role (x)", "", Some(C::Credentials)),
        ("454 4.3.0 scram not possible (x)", "", Some(C::Server)),
        // hMailServer: SMTPConnection.cpp
        ("550 Login credentials no longer valid. Please re-authenticate.", "", Some(C::Credentials)),
        // aspnethosting.co.uk, 185: SmarterMail
        ("550 From domain must match authenticated domain", "", Some(C::Sender)),
        // jstedfast/MailKit#856: Free
        ("-ERR Invalid login or password", "", Some(C::Credentials)),
        // A lock outweighs how long it lasts.
        ("a1 NO Account temporarily locked, try again in 5 minutes", "", Some(C::AccountLocked)),
    ];
    hold(&rows, read);
}
