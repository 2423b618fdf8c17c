//! Dialogs of mail programs whose sentences stand for a fault of their own.
//!
//! Sources: Outlook's account set-up and test, Outlook Express, Windows Mail (English, both Chinese scripts);
//! thunderbird-l10n `en-US` and `zh-CN`; Thunderbird for Android; Apple Mail on macOS and iOS; Gmail for Android.

use super::Means::{Finding, Outlook, Resolver, Socket, Words};
use super::{Group, exact, plain, vague};
use crate::codes::outlook;
use crate::codes::resolver::Failure as F;
use crate::codes::socket::Condition as C;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    exact(Outlook(outlook::CANT_FIND_HOST), &[
        "cannot find the e-mail server. verify the server information in your account properties",
        "outlook cannot find the server", "找不到电子邮件服务器", "找不到该电子邮件服务器", "找不到電子郵件伺服器", "未能找到该主机", "找不到主机", "找不到伺服器",
        "找不到服务器", "无法找到服务器",
    ]),
    plain(Outlook(outlook::FAILED_TO_CONNECT), &[
        "outlook could not connect to the outgoing mail server", "could not connect to the outgoing mail server",
        "outlook cannot connect to your outgoing", "cannot connect to your outgoing (smtp) e-mail server",
        "cannot connect to your incoming", "outlook cannot connect to your incoming (pop3) e-mail server",
        "outlook is unable to connect to your incoming", "outlook is unable to connect to your outgoing",
        "could not connect to the incoming mail server", "outlook can't connect", "outlook 无法连接到待发", "无法连接到待发",
        "无法连接到您的待发", "无法连接到您的接收", "无法连接到接收邮件服务器", "无法连接到发送邮件服务器", "outlook 无法连接到发送", "无法连接到您的外发", "outlook 無法連線到您的外寄",
        "無法連線至外寄", "無法連線到外寄", "無法連線至內送", "無法連線到您的內送",
    ]),
    plain(Outlook(0x8004_210A), &[
        "operation timed out waiting for a response from the receiving", "the operation timed out waiting for a response from the receiving", "接收 (pop) 服务器响应时操作超时", "等待接收 (pop) 服务器响应时操作超时",
        "等待接收服务器的响应时操作超时", "等待接收",
    ]),
    plain(Outlook(0x8004_210B), &[
        "operation timed out waiting for a response from the sending", "the operation timed out waiting for a response from the sending", "发送 (smtp) 服务器响应时操作超时", "等待发送 (smtp) 服务器响应时操作超时",
        "等待发送",
    ]),
    plain(Outlook(outlook::CONNECTION_DROPPED), &[
        "your server has unexpectedly terminated the connection", "the connection to the server was interrupted",
        "服务器意外终止了连接", "意外地终止了连接", "伺服器意外終止了連線", "意外結束連線", "您的服务器意外中断了连接", "服务器已意外中断连接",
    ]),
    plain(Outlook(0x8004_0115), &[
        "the connection to microsoft exchange is unavailable", "connection to microsoft exchange is unavailable",
        "无法连接到 microsoft exchange", "与 microsoft exchange 的连接不可用", "microsoft exchange 的连接不可用",
        "outlook must be online or connected", "microsoft exchange is not available", "microsoft exchange server computer is not available",
        "microsoft exchange server is not available", "preventing connection to the microsoft exchange", "exchange server is down for maintenance",
        "exchange computer is down for maintenance", "outlook cannot log on. verify you are connected to the network", "the name cannot be resolved. the connection to microsoft exchange",
    ]),
    // Before any mail server is asked. The cause may follow in the same dialog.
    vague(Words("code-phrase-outlook-profile"), &[
        "cannot start microsoft outlook", "cannot open the outlook window", "set of folders cannot be opened", "set of folders could not be opened",
        "unable to open your default e-mail folders", "cannot open your default e-mail folders", "is not an outlook data file",
        "无法启动 microsoft outlook", "无法打开 outlook 窗口", "無法啟動 microsoft outlook", "無法開啟 outlook 視窗",
        "microsoft outlook kann nicht gestartet werden", "outlook-fenster kann nicht geöffnet werden",
        "impossible de démarrer microsoft outlook", "no se puede iniciar microsoft outlook",
    ]),
    exact(Words("code-phrase-exchange-name"), &[
        "cannot be matched to a name in the address list", "could not be matched to a name in the address list", "无法与地址列表中的姓名匹配",
        "无法与通讯簿中的姓名匹配",
    ]),
    plain(Outlook(0x8004_0111), &["attempt to log on to microsoft exchange has failed", "attempt to log on to the microsoft exchange server computer has failed"]),
    exact(Outlook(outlook::SMTP_NO_COMMON_AUTH), &[
        "none of the authentication methods supported by this client are supported by your server",
        "此客户端支持的验证方法都不被服务器支持", "服务器不支持此客户端支持的任何身份验证方法",
    ]),
    // Thunderbird says this of a name that is not found.
    plain(Resolver(F::NotFound), &[
        "outgoing server (smtp)*is unknown", "the outgoing server (smtp)*is unknown", "(smtp)*是未知的", "发件服务器 (smtp)*未知",
    ]),
    plain(Socket(C::TimedOut), &[
        "connection to server*timed out", "the connection to*timed out", "connecting to outgoing server*timed out",
        "连接发件服务器*超时", "连接服务器*超时", "连接到服务器*超时", "连接邮件服务器*超时", "与服务器*的连接超时",
    ]),
    plain(Socket(C::ConnectionRefused), &[
        "could not connect to mail server*the connection was refused",
        "may be unavailable or is refusing smtp connections", "is refusing smtp connections",
        "refusing smtp connections", "连接邮件服务器*时被拒绝", "拒绝 smtp 连接", "可能不可用, 或者拒绝", "连接*被拒绝",
    ]),
    plain(Finding("connection-lost"), &["在传输过程中失去连接", "连接中途断开", "与*的连接在传输过程中"]),
    plain(Finding("unexpected-reply"), &[
        "sent an incorrect greeting", "an error occurred sending mail: the mail server sent an incorrect greeting",
        "unexpected token in*response", "unable to parse status code", "unable to parse*response", "incorrect greeting", "missing +ok response", "invalid greeting", "is not an imap4 server", "not an imap4 server", "not an imap server",
        "unexpected greeting", "bad greeting", "invalid smtp greeting", "unexpected server greeting", "invalid banner",
        "unexpected banner", "invalid response code received from server", "invalid response smtp server", "weird server reply", "not an smtp server",
        "got unexpected response", "unexpected response", "malformed response", "malformed answer from server", "wrong code length", "response error: error tag at", "could not parse", "不正确的问候",
        "不是 imap4 服务器", "malformed imap", "textproto: malformed", "invalid server response",
        "unrecognized server response",
    ]).see(&["wrong-service"]),
    exact(Finding("wrong-service"), &[
        "unexpected response: b'220", "unexpected response: 220", "unexpected greeting*220", "unexpected response: b'http/1", "unexpected greeting from server: +ok",
        "unexpected response: b'+ok", "bad greeting: +ok", "unexpected response: http/1", "smtpunknownerror*ok [capability", "smtpunknownerror (+ok", "malformed greeting*http/1", "invalid greeting*http/1",
    ]),
    plain(Finding("wrong-service"), &[
        "http/1.1 400", "http/1.0 400", "http/1.1 200", "http/1.1 3", "<!doctype html", "ssh-2.0-",
    ]),
    exact(Words("code-phrase-default-ports"), &[
        "not responding on the default ports", "on the default ports", "cannot be contacted on the default ports",
        "未在默认端口上响应", "在默认端口上没有响应", "默认端口上没有响应", "沒有在預設的連接埠上回應", "预设端口",
    ]),
    plain(Words("code-phrase-too-many-sessions"), &[
        "has disconnected. the server may have gone down or there may be a network problem",
        "too many simultaneous connections", "exceeded this limit*number of cached connections",
        "maximum number of connections to this server", "connections to this server. if so, use the advanced",
    ]),
    vague(Words("code-phrase-sending-failed"), &[
        "failed to send some messages", "error sending message, child exited", "unable to send email", "sending the email to the following server failed", "email could not be sent", "problem occurred while sending", "server does not allow relaying", "unable to send mail", "cannot send mails to mail server", "failure sending mail", "might not be configured to send mail", "mail server failure",
        "sending of the message failed", "sending of message failed", "data not accepted", "could not instantiate mail function", "ehlo command failed", "message could not be sent",
        "the message could not be sent", "an error occurred while sending mail", "an error occurred when sending mail",
        "an error occurred sending mail", "send failed", "mail could not be sent", "could not send mail",
        "unable to send the message", "cannot send message using the server", "the sender address was rejected",
        "无法发送邮件", "发送邮件失败", "发送消息失败", "邮件发送失败", "邮件无法发送", "发送失败", "消息发送失败", "無法傳送郵件", "傳送失敗", "邮件未能发送", "未能发送",
    ]),
    vague(Words("code-phrase-connect-failed"), &[
        "is not responding. verify", "mail server*is not responding", "the connection to the outgoing server*failed", "服务器*没有响应", "服务器没有响应", "伺服器沒有回應", "无法连接到服务器", "无法访问邮件服务器", "无法访问服务器", "无法连接服务器", "无法连接到该服务器", "无法连接至服务器", "未能连接服务器", "未能连接到服务器", "连接服务器失败", "连接 smtp 服务器失败", "连接 imap 服务器失败", "连接 pop3 服务器失败", "无法获取邮件", "連線伺服器失敗",
        "無法連線到伺服器", "無法連接到伺服器", "無法連線至伺服器", "無法取得郵件", "无法打开与服务器的连接", "无法打开到服务器的连接", "無法開啟伺服器連線", "无法与服务器建立连接", "无法连接到",
        "网络错误", "連線失敗", "连接失败", "無法連線", "无法连接", "未能连接", "连接错误", "无法打开连接",
    ]),
    plain(Words("code-phrase-offline"), &[
        "work offline", "working offline", "must be working online", "is offline", "currently offline", "脱机工作", "处于脱机状态", "離線工作", "脱机状态",
    ]),
];
