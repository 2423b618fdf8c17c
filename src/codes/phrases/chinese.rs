//! The sentences of systems in Chinese: Windows and glibc in the simplified and the traditional script, mailcheck's own
//! titles, and what Chinese mail programs say.

use super::Means::{Finding, Reply, Resolver, Socket, Words};
use super::{Group, exact, plain};
use crate::codes::reply::ReplyText as R;
use crate::codes::resolver::Failure as F;
use crate::codes::socket::Condition as C;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    exact(Socket(C::TimedOut), &[
        "没有正确答复", "没有正确响应", "没有反应", "沒有正確回應", "無法回應", "连接尝试失败", "连线尝试失败", "連線嘗試失敗",
    ]),
    plain(Socket(C::TimedOut), &[
        "连接超时", "连接*超时", "连接已超时", "操作已超时", "操作超时", "连线逾时", "連線逾時", "連線超時", "操作逾時", "作業逾時", "網路連線逾時", "连接到服务器超时", "响应超时", "请求已超时",
        "等待超时", "信号灯超时时间已到",
    ]),
    exact(Socket(C::ConnectionRefused), &[
        "积极拒绝", "目标计算机拒绝", "連線被拒絕", "連線被拒", "目標電腦拒絕連線", "拒绝连接", "连接被拒绝", "拒絕連線", "连接被服务器拒绝", "拒绝了连接", "连接遭到拒绝",
    ]),
    exact(Socket(C::ConnectionReset), &[
        "强迫关闭", "强制关闭", "強制關閉", "連線被重設", "連線已重設", "連線被重置", "连接被对方重设", "连接被对方重置", "连接被重置", "连接被重设", "连接已重置", "连接已被重置", "被远程主机重置",
        "對方重設連線", "连接重置",
    ]),
    exact(Socket(C::ConnectionAborted), &[
        "中止了一个已建立的连接", "放弃了一个已建立的连接", "中止了一個已建立的連線", "連線已經被主機上的軟體中止", "软件导致连接中止", "软件引起连接中止", "连接被中止",
    ]),
    exact(Socket(C::NetworkUnreachable), &[
        "无法连接的网络", "網路無法連線", "網路上無法連線", "网络不可达", "網路無法使用", "網路無法到達", "無法連線到網路", "网络不可到达",
    ]),
    exact(Socket(C::HostUnreachable), &[
        "无法连接的主机", "没有到主机的路由", "沒有到主機的路由", "主机不可达", "無法連線的主機", "沒有路由可到達主機", "主機無法連線",
    ]),
    exact(Socket(C::HostDown), &["目标主机坏了", "目标主机已关闭", "主机关闭", "主機已關閉"]),
    exact(Socket(C::NetworkDown), &["已死的网络", "網路已關閉", "网络已关闭", "网络已断开"]),
    exact(Socket(C::NoBuffers), &["缓冲区空间不足或队列已满", "没有可用的缓冲区空间", "緩衝區空間不足"]),
    exact(Socket(C::NotConnected), &["套接字没有连接", "套接字未连接", "传输端点尚未连接", "通訊端未連線", "沒有連線通訊端"]),
    exact(Socket(C::Shutdown), &["套接字在那个方向已经关闭"]),
    exact(Socket(C::AccessDenied), &["访问权限不允许的方式", "存取權限不允許", "嘗試存取通訊端被拒絕", "权限不够", "权限不足", "拒絕存取通訊端"]),
    exact(Socket(C::NotPermitted), &["不允许的操作", "操作不允许", "此项操作不被允许"]),
    exact(Socket(C::AddressNotAvailable), &["请求的地址无效", "無法指定所要求的位址", "无法指定被请求的地址", "要求的位址不正確"]),
    exact(Socket(C::AddressInUse), &["只允许使用一次", "地址已在使用", "地址已被使用", "位址已在使用", "一次只能用一個通訊端位址"]),
    exact(Socket(C::BrokenPipe), &["断开的管道", "管道已断开", "管线中断"]),
    exact(Socket(C::TooManyFiles), &["打开的文件过多", "太多打开的文件", "开启太多文件"]),
    exact(Socket(C::WouldBlock), &["资源暂时不可用", "無法立即完成通訊端操作", "无法立即完成一个非阻止性套接字操作"]),
    exact(Socket(C::AddressFamily), &["不支持的协议族地址", "协议不支持的地址族", "协议不支持的地址系列", "使用了与请求的协议不兼容的地址"]),
    exact(Socket(C::NoSpace), &["设备上没有空间", "磁盘空间不足"]),
    exact(Resolver(F::NotFound), &[
        "不知道这样的主机", "不知道該主機", "無法識別這台主機", "无法识别这台主机", "未知的名称或服务", "未知的主机", "找不到主机名", "未能解析此远程名称", "无法解析远程名称",
        "不存在这样的主机", "無法解析主機", "無法解析遠端名稱", "主機名稱不存在", "名称解析失败", "域名解析失败", "无法解析主机", "无法解析服务器", "没有这样的主机", "未知的名稱或服務",
        "找不到服务器的 ip", "找不到邮件服务器", "无法找到电子邮件服务器", "无法找到邮件服务器",
    ]),
    exact(Resolver(F::TryAgain), &[
        "域名解析暂时失败", "名称解析暂时失败", "名称解析中的暂时失败", "暂时错误", "通常这是主机名解析时出现的暂时错误", "名稱解析暫時失敗", "主機名稱解析時發生暫時錯誤",
    ]),
    exact(Resolver(F::Permanent), &["不可恢复的错误", "無法復原的錯誤"]),
    exact(Resolver(F::NoData), &[
        "找不到请求的类型的数据", "没有找到请求的类型的数据", "请求的名称有效, 但", "请求的名称有效,但", "主机名没有关联地址", "要求的名稱有效",
    ]),
    exact(Reply(R::AuthenticationRequired), &[
        "服务器要求身份验证", "服务器需要身份验证", "服务器要求验证",
    ]),
    exact(Reply(R::MailboxUnknown), &["邮箱不存在", "收件人不存在", "用户不存在", "收件人地址不存在", "邮件地址*不存在", "地址不存在", "无此用户", "收件者不存在", "信箱不存在", "查无此人"]),
    exact(Reply(R::MailboxFull), &["邮箱已满", "邮箱空间已满", "邮箱容量不足", "信箱已滿", "空间不足, 无法接收"]),
    exact(Reply(R::MessageTooLarge), &["邮件过大", "超过大小限制", "附件过大", "超出邮件大小"]),
    exact(Reply(R::RateLimited), &["发送过于频繁", "登录过于频繁", "登录太频繁", "操作过于频繁", "频率过高", "发信频率", "登录频率"]),
    exact(Reply(R::AccountDisabled), &["账号已被冻结", "帐号已被冻结", "账户被冻结", "帐户被锁定", "账号被锁定", "账户已被锁定", "帐号被封", "账号异常"]),
    exact(Reply(R::ServiceSwitchedOff), &["未开启 smtp", "没有开启 smtp", "服务未开启", "未开通 smtp", "未开启 imap", "未开启 pop3", "没有开启 imap", "请先开启"]),
    exact(Reply(R::ContentRefused), &["被判定为垃圾邮件", "疑似垃圾邮件", "垃圾邮件特征", "被反垃圾"]),
    exact(Finding("port-25-blocked"), &[
        "默认关闭 25 端口", "默认禁用 tcp 25 端口", "封禁 tcp 25 端口", "封禁 25 端口", "封禁了 25 端口", "封禁了 tcp 25 端口", "封锁 25 端口", "封了 25 端口", "限制了 25 端口", "25 端口被禁", "25 端口被屏蔽", "禁用 25 端口", "禁用 tcp 25 端口", "屏蔽 25 端口", "封锁了 25 端口", "25 端口被封", "禁用了 25 端口", "屏蔽了 25 端口",
    ]),
    plain(Words("code-phrase-hung-up"), &[
        "连接已关闭", "连接被关闭", "连接意外关闭", "连接中断", "連線中斷", "连接断开", "服务器断开连接", "断开了连接", "连接已断开", "連線已關閉", "连接丢失", "服务器关闭了连接",
        "意外断开",
    ]).see(&["closed-before-greeting"]),
];
