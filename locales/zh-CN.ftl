# mailcheck 的简体中文词句。
#
# 条目与 en.ftl 一一对应：标识、属性和参数都相同。每个条目在第一次用到时才被截取和解析，因此条目之间不互相引用。
# 中文没有单复数，英文里只为单复数而设的选择在这里不需要。

### 报告中诊断结果以外的部分：标题、表格、设置、失败。

## 词语

this-machine = （本机）
yes = 是
no = 否
none = 无
and-more = { " " }等，另有 { $count } 个
between-items = 、
between-clauses = ；
both-forms = { $unicode }（{ $ascii }）

duration-under-ms = <{ $number } 毫秒
duration-ms = { $number } 毫秒
duration-s = { $number } 秒

protocol-smtp = SMTP
protocol-pop3 = POP3
protocol-imap = IMAP

stage-resolve = 名称解析
stage-connect = 连接
stage-greeting = 问候
stage-capabilities = 功能查询
stage-starttls = STARTTLS 请求
stage-tls = TLS 握手
stage-certificate = 证书检查
stage-login = 登录
stage-transaction = 提交邮件
stage-quit = 结束会话

outcome-ok = 成功
outcome-failed = 失败
outcome-partly = 部分成功
outcome-skipped = 未检查

severity-error = 错误
severity-inconclusive = 无法判断
severity-warning = 警告
severity-info = 提示

verdict-ok = 正常
verdict-warning = 警告
verdict-inconclusive = 无法判断
verdict-failed = 失败

owner-this-machine = 这台电脑的管理员
owner-network = 这台电脑与服务器之间网络的管理方
owner-server = 邮件服务器的管理方
owner-domain = 该域名 DNS 的管理方
owner-account = 邮箱的所有者
owner-unknown = 从本机无法判断
owner-own-router = 您自己的路由器的管理员，或者您的运营商

## 如何理解检查目标

heading = { $name }：{ $reading }
heading-addresses = 地址：{ $addresses }
heading-addresses-connect-to = 地址：{ $addresses }（由 --connect-to 指定）
heading-addresses-hosts-file = 地址：{ $addresses }（来自本机的 hosts 文件，而不是 DNS）
heading-addresses-by-proxy = 地址：由代理服务器查询
heading-aliases = 是以下名称的别名：{ $aliases }
heading-dane = { $several ->
    [yes] { $host } 的 DANE
   *[no] DANE
}：{ $what ->
    [matches] 证书与经过签名的记录相符
    [mismatch] 证书与经过签名的记录不符
    [none] 没有发布记录
    [unsigned] 已发布记录，但没有签名，因此无效
    [unusable] 经过签名的记录不能用于邮件
    [unvalidated] 已发布记录；从这里无法验证其签名
    [failed] 无法查询记录
   *[signed] 已发布经过签名的记录；没有看到证书
}

reading-service = 一台主机的一项服务：{ $service }，端口 { $port }
reading-domain-mx = 邮件域名，因为它有 MX 记录；按其他邮件服务器的方式检查
reading-domain-forced = 按要求作为邮件域名；按其他邮件服务器的方式检查
reading-host-no-mx = 主机，因为它没有 MX 记录
reading-host-unknown = 视为主机
reading-host-mx-unknown = 视为主机；无法查询它的 MX 记录
reading-host-named = 主机，检查所要求的服务
reading-host-address = 主机，以地址指定
reading-host-label = 主机；按其名称检查 { $protocol } 服务
reading-host-forced = 按要求作为主机
reading-host-connect-to = 主机，因为 --connect-to 指定了连接到哪里
reading-host-by-proxy = 主机，因为名称由代理服务器查询，无法查询 MX 记录
reading-host-hosts-file = 主机，因为本机的 hosts 文件中有这个名称

## 表格

column-host = 主机
column-service = 服务
column-port = 端口
column-address = 地址
column-result = 结果
column-time = 用时
column-details = 详细信息

group-host = { $preference ->
    [none] { $host }：{ $addresses ->
        [none] 没有地址
       *[other] { $addresses }
    }
   *[other] { $host }（优先级 { $preference }）：{ $addresses ->
        [none] 没有地址
       *[other] { $addresses }
    }
}
row-services = 全部 { $count } 项
row-others = 其他
row-nowhere = 无
row-everywhere = { $count ->
    [2] 两个地址
   *[other] 全部 { $count } 个地址
}

what-not-tried = 未检查
what-skipped = 未检查：本机没有 { $family }
what-no-tls = 未加密
what-tls-trusted = { $version }，可信，有效至 { $date }
what-tls-untrusted = { $version }，不受信任：{ $problems }
what-answers = 有响应
what-context = 用于对照：{ $what }

short-deadline = 未完成：mailcheck 在这一阶段停止：{ $stage }
short-timeout = { $stage }超时，已等待 { $elapsed }
short-refused = { $stage }被拒绝
short-unreachable = { $icmp ->
    [none] 不可达
   *[other] { $icmp }
}
short-prohibited = { $icmp ->
    [none] 被禁止
   *[other] { $icmp }
}
short-reset = { $stage }时连接被重置
short-closed = { $partial ->
    [some] { $stage }时只收到部分数据，连接就已关闭
   *[none] { $stage }时未收到数据，连接就已关闭
}
short-closed-starttls = STARTTLS 请求时连接被关闭
short-closed-tls = TLS 握手期间连接被关闭
short-closed-login = 未答复登录，连接就被关闭
short-closed-quit = 结束会话时连接被关闭
short-local = 本机无法建立连接
short-not-found = 找不到该名称
short-no-data = 该名称没有地址
short-dns-failure = { $reason ->
    [servfail] DNS 失败：SERVFAIL
    [refused] DNS 失败：REFUSED
    [rcode] DNS 失败：响应代码 { $detail }
    [unreachable] 无法连接到 DNS 服务器
    [tcp-blocked] 基于 TCP 的 DNS 被封锁
    [alias-loop] 别名没有尽头
    [malformed] 收到的不是 DNS 答复
    [no-resolver] 未配置 DNS 服务器
   *[other] DNS 失败
}
short-protocol = { $detail ->
    [none] { $stage }时收到的不是 { $protocol }
    [out-of-place] { $stage }时收到的答复对不上
   *[other] 对方使用的是 { $detail }，不是 { $protocol }
}
short-rejected = { $reason ->
    [temporary] 暂时被拒绝：{ $detail }
   *[permanent] 被拒绝：{ $detail }
}
short-not-offered = 未提供 { $keyword }
short-tls = { $reason ->
    [not-tls] { $detail ->
        [none] 此端口没有 TLS
       *[other] 此端口没有 TLS，对方使用的是 { $detail }
    }
    [incompatible] 没有共同的 TLS 版本或加密算法
    [misbehaved] 服务器违反了 TLS 规则
    [oversized] 握手消息过长
    [signature] 握手签名与证书不符
    [other] TLS 失败
   *[alert] TLS 警报 { $detail }
}
short-proxy = { $fault ->
    [unreachable] 无法连接到代理服务器：{ $detail }
    [auth-required] 代理服务器要求登录：{ $detail }
    [auth-refused] 代理服务器拒绝了登录：{ $detail }
    [auth-unsupported] 代理服务器要求另一种登录方式：{ $detail }
    [refused] 代理服务器拒绝：{ $detail }
    [hung-up] 代理服务器断开了连接
    [cannot-reach-server] 代理服务器无法连接到服务器：{ $detail }
    [wrong-kind] 响应的不是这种代理服务器
    [wrong-kind-closed] 代理服务器立即断开了连接
    [timeout] 代理服务器没有答复
    [timeout-asked] 代理服务器没有答复连接请求
   *[tls] 与代理服务器的 TLS 失败：{ $detail }
}
short-certificate = 证书不受信任：{ $detail }

## 失败：每种一句话

failure-deadline = mailcheck 在这一阶段停止：{ $stage }。由此不能对服务器得出任何结论。

failure-timeout = { $address } 的端口 { $port } 在 { $elapsed }内没有任何响应，当时处于这一阶段：{ $stage }。
failure-timeout-resolve = 查询 { $host } 的地址时，没有 DNS 服务器在 { $elapsed }内答复。
failure-timeout-connect = { $timer ->
    [kernel] { $address } 的端口 { $port } 没有响应；操作系统在 { $elapsed }后放弃。
   *[own] { $address } 的端口 { $port } 在 { $elapsed }内没有响应。
}
failure-timeout-greeting = { $partial ->
    [some] { $address } 接受了到端口 { $port } 的连接，但过了 { $elapsed }仍未发完问候信息；开头是“{ $received }”。
   *[none] { $address } 接受了到端口 { $port } 的连接，随后在 { $elapsed }内没有发出任何内容。
}
failure-timeout-capabilities = { $address } 在端口 { $port } 上停止答复：被问及提供哪些功能后，{ $elapsed }内没有答复。
failure-timeout-starttls = { $address } 在 { $elapsed }内没有答复端口 { $port } 上的 STARTTLS 请求。
failure-timeout-tls = { $address } 在 { $elapsed }内没有完成端口 { $port } 上的 TLS 握手。
failure-timeout-login = { $address } 在 { $elapsed }内没有答复端口 { $port } 上的登录。
failure-timeout-quit = { $address } 在 { $elapsed }内没有答复端口 { $port } 上结束会话的命令。

failure-refused = { $from ->
    [none] { $address } 在 { $elapsed }后拒绝了到端口 { $port } 的连接。
   *[other] 请求连接 { $address } 的端口 { $port } 时，{ $from } 答复“{ $icmp }”。
}
failure-unreachable = { $icmp ->
    [none] 没有通往 { $address } 的路径：{ $detail }。
   *[other] { $from ->
        [none] 某台路由器针对 { $address } 报告“{ $icmp }”。
       *[other] { $from } 针对 { $address } 报告“{ $icmp }”。
    }
}
failure-prohibited = { $icmp ->
    [none] 系统报告连接 { $address } 的端口 { $port } 被禁止：{ $detail }。
   *[other] { $from ->
        [none] 防火墙禁止连接 { $address } 的端口 { $port }：“{ $icmp }”。
       *[other] { $from } 禁止连接 { $address } 的端口 { $port }：“{ $icmp }”。
    }
}
failure-reset = 到 { $address } 端口 { $port } 的连接在 { $elapsed }后被重置，当时处于这一阶段：{ $stage }。
failure-reset-greeting = 到 { $address } 端口 { $port } 的连接在收到问候信息之前被重置。
failure-reset-tls = 到 { $address } 端口 { $port } 的连接在 TLS 握手期间被重置。
failure-closed = { $partial ->
    [some] { $address } 在答复途中关闭了到端口 { $port } 的连接，当时处于这一阶段：{ $stage }。
   *[none] { $address } 在应当答复时关闭了到端口 { $port } 的连接，当时处于这一阶段：{ $stage }。
}
failure-closed-greeting = { $partial ->
    [some] { $address } 在问候信息发送途中关闭了到端口 { $port } 的连接。
   *[none] { $address } 在发出问候信息之前关闭了到端口 { $port } 的连接。
}
failure-closed-tls = { $address } 在 TLS 握手期间关闭了到端口 { $port } 的连接。
failure-local = 本机无法建立到 { $address } 端口 { $port } 的连接：{ $detail }。
failure-not-found = 名称 { $host } 在 DNS 中不存在。
failure-no-data = 名称 { $host } 存在，但没有地址。
failure-dns-failure = { $reason ->
    [servfail] DNS 服务器无法查出 { $host } 的地址（SERVFAIL）。
    [refused] DNS 服务器拒绝查询 { $host }（REFUSED）。
    [rcode] DNS 服务器对 { $host } 的查询答复了响应代码 { $detail }。
    [unreachable] 无法连接到 DNS 服务器：{ $detail }。
    [tcp-blocked] { $host } 的答复太长，无法通过 UDP 传送，而 DNS 服务器不通过 TCP 答复。
    [alias-loop] { $host } 的别名绕回起点，或者没有尽头。
    [malformed] DNS 服务器针对 { $host } 发来的内容不是 DNS 答复。
    [no-resolver] 本机未配置 DNS 服务器，因此无法查询 { $host }。
   *[other] 无法查询 { $host } 的地址。
}
failure-protocol = { $detail ->
    [none] { $address } 在端口 { $port } 上发来的内容不是 { $protocol }：“{ $received }”。
    [out-of-place] { $address } 在端口 { $port } 上的答复与所说的内容对不上：“{ $received }”。
   *[other] { $address } 的端口 { $port } 上使用的是 { $detail }，不是 { $protocol }：“{ $received }”。
}
failure-rejected = { $reason ->
    [temporary] { $address } 在端口 { $port } 上暂时拒绝，当时处于这一阶段：{ $stage }。原文：“{ $detail }”。
   *[permanent] { $address } 在端口 { $port } 上拒绝，当时处于这一阶段：{ $stage }。原文：“{ $detail }”。
}
failure-not-offered = { $address } 在端口 { $port } 上不提供 { $keyword }。
failure-tls = { $reason ->
    [not-tls] { $detail ->
        [none] { $address } 在端口 { $port } 上对 TLS 握手的答复不是 TLS：“{ $received }”。
       *[other] { $address } 在端口 { $port } 上以 { $detail } 答复 TLS 握手：“{ $received }”。
    }
    [incompatible] { $address } 与 mailcheck 在端口 { $port } 上没有共同的 TLS 版本或加密算法：{ $detail }。
    [signature] { $address } 在端口 { $port } 上出示了一张它无法用来签名的证书。
    [oversized] { $address } 在端口 { $port } 的 TLS 握手中有一条消息超过 64 KiB，mailcheck 不接受这么长的消息。
    [misbehaved] { $address } 在端口 { $port } 上违反了 TLS 规则：{ $detail }。
    [other] 与 { $address } 在端口 { $port } 上的 TLS 握手失败：{ $detail }。
   *[alert] { $address } 以警报 { $detail } 终止了端口 { $port } 上的 TLS 握手。
}
failure-proxy = { $fault ->
    [unreachable] 无法连接到代理服务器，因此没有请求 { $address } 的端口 { $port }：{ $detail }。
    [auth-required] 代理服务器要求先登录，才连接 { $address } 的端口 { $port }：{ $detail }。
    [auth-refused] 代理服务器拒绝了登录，没有连接 { $address } 的端口 { $port }：{ $detail }。
    [auth-unsupported] 代理服务器要求先以另一种方式登录，才连接 { $address } 的端口 { $port }：{ $detail }。
    [refused] 代理服务器拒绝连接 { $address } 的端口 { $port }：{ $detail }。
    [hung-up] 请求连接 { $address } 的端口 { $port } 时，代理服务器断开了连接。
    [cannot-reach-server] 代理服务器无法连接到 { $address } 的端口 { $port }：{ $detail }。
    [wrong-kind] 代理服务器地址处响应的不是这种代理；没有请求 { $address } 的端口 { $port }。
    [wrong-kind-closed] 代理服务器地址处的程序立即断开了连接；没有请求 { $address } 的端口 { $port }。
    [timeout] 代理服务器在 { $elapsed }内没有答复；没有请求 { $address } 的端口 { $port }。
    [timeout-asked] 代理服务器在 { $elapsed }内没有说明是否已连接到 { $address } 的端口 { $port }。
   *[tls] 与代理服务器的 TLS 失败，因此没有请求 { $address } 的端口 { $port }：{ $detail }。
}
failure-certificate = { $address } 在端口 { $port } 上出示的证书不受信任：{ $detail }。

certificate-place = { $number ->
    [1] 该证书
   *[other] 证书链中的第 { $number } 张证书
}
no-names = 没有名称
problem-expired = { $place }已于 { $date } 过期
    .short = 已于 { $date } 过期
problem-not-yet-valid = { $place }在 { $date } 之前无效
    .short = 在 { $date } 之前无效
problem-name-mismatch = 该证书颁发给 { $names }，而不是 { $expected }
    .short = 颁发给另一个名称
problem-self-signed = 该证书是自签名证书
    .short = 自签名
problem-unknown-issuer = 该证书的颁发者不在受信任的机构之列：{ $issuer }
    .short = 颁发者未知
problem-chain-incomplete = 服务器没有发送颁发者的证书：{ $issuer }
    .short = 证书链不完整
problem-wrong-purpose = 该证书不是用于服务器的
    .short = 不是用于服务器的
problem-weak = { $place }强度太弱（{ $what }）
    .short = 强度太弱，{ $what }
problem-malformed = { $place }不符合规范（{ $what }）
    .short = 格式错误

## 诊断结果

found-line = { $severity }：{ $title }
found-owner = 可由谁解决：{ $owner }
found-evidence = 判断依据：
found-steps = 下一步：
found-numbers = 邮件程序对此显示的错误代码：{ $numbers }
numbers-outlook = Outlook { $numbers }
numbers-winsock = 套接字错误 { $numbers }
numbers-os = { $os } errno { $numbers }

## 路径

path-line = 到 { $address } 端口 { $port } 的路径：{ $hops }
path-hop = { $ttl } { $what }
path-time-exceeded = { $from ->
    [none] 某台路由器
   *[other] { $from }
}
path-unreachable = { $from ->
    [none] “{ $icmp }”
   *[other] { $from } 报告“{ $icmp }”
}
path-stopped = { $from ->
    [none] 不能再往前
   *[other] { $from } 报告不能再往前
}
path-open = { $from ->
    [none] 开放
   *[other] { $from } 开放
}
path-refused = { $from ->
    [none] 拒绝
   *[other] { $from } 拒绝
}
path-replied = { $from ->
    [none] 已答复
   *[other] { $from } 已答复
}
path-silent = 无响应

## 设置

settings-heading = 从本机可用的邮件客户端设置
settings-use = 用途
settings-server = 服务器
settings-port = 端口
settings-encryption = 加密
settings-authentication = 身份验证
settings-use-smtp = 发送（SMTP）
settings-use-imap = 接收（IMAP）
settings-use-pop3 = 接收（POP3）
settings-no-mechanism = 服务器未列出
settings-login = { $ways ->
    [both] 密码或 OAuth2（{ $mechanisms }）
    [password] 密码（{ $mechanisms }）
    [oauth2] OAuth2（{ $mechanisms }）
    [encrypted] 加密的密码（{ $mechanisms }）
   *[none] { $mechanisms }
}
settings-not-everywhere = { $what }（仅在部分地址上可用）
settings-user = 用户名：通常是完整的邮箱地址；请向邮件服务商确认。
settings-well = 从本机看，网络和服务器均可用。如果邮件程序仍然失败：请将其设置与以上设置核对（各程序的设置：-v）；暂时关闭杀毒软件的邮件防护和邮件程序的代理再试；检查用户名（通常是完整的邮件地址）和密码（或授权码）。
settings-well-with-login = 从本机看，网络和服务器均可用，登录也已被接受。如果邮件程序仍然失败：请将其设置与以上设置核对（各程序的设置：-v），在其中重新输入密码，并暂时关闭杀毒软件的邮件防护和邮件程序的代理再试。
settings-larger-hello = mailcheck 的 TLS hello 只占一个数据包。较新程序（使用 X25519MLKEM768，例如 OpenSSL 3.5 和 Go 1.24）的 hello 需要两个数据包，而有些旧的服务器和防火墙不接受：这时此类程序得不到应答或连接被重置，较旧的程序却能连接。使用 --large-hello 时 mailcheck 会测试这一点。
settings-user-more = 用户名：通常是完整的邮箱地址；请向邮件服务商确认。各邮件客户端的写法：-v
settings-programs = Outlook、Thunderbird、Apple Mail 和 msmtp 中的写法
settings-change-heading = 需要在邮件客户端中更改的设置
settings-change = { $host } 的端口 { $port }：应使用 { $right }，而不是 { $wrong }。要确认这样是否一切可用：mailcheck { $url }

settings-outlook = Outlook
settings-outlook-line = { $use ->
    [smtp] 发送邮件服务器（SMTP）
    [pop3] 接收邮件服务器（POP3）
   *[imap] 接收邮件服务器（IMAP）
}：{ $host }，端口 { $port }，加密方法 { $encryption }
settings-outlook-login = “我的发送服务器(SMTP)要求验证”：勾选
settings-outlook-password = “要求使用安全密码验证(SPA)进行登录”：不勾选
settings-thunderbird = Thunderbird
settings-thunderbird-line = { $use ->
    [smtp] 发件服务器（SMTP）
    [pop3] 收件服务器（POP3）
   *[imap] 收件服务器（IMAP）
}：主机名 { $host }，端口 { $port }，连接安全性 { $encryption }，验证方式{ " " }{ $ways ->
    [both] 普通密码或 OAuth2
    [password] 普通密码
    [oauth2] OAuth2
    [encrypted] 加密的密码
   *[none] 自动检测
}
settings-apple-mail = Apple Mail
settings-apple-mail-line = { $use ->
    [smtp] 发件服务器（SMTP）
    [pop3] 收件服务器（POP）
   *[imap] 收件服务器（IMAP）
}：主机名 { $host }，端口 { $port }，勾选“使用 TLS/SSL”，认证{ " " }{ $ways ->
    [both] 密码或 OAuth2
    [oauth2] OAuth2
    [encrypted] MD5 质询回应
   *[password] 密码
}
settings-apple-mail-always = “自动管理连接设置”：不勾选，才能设置端口和 TLS。勾选“使用 TLS/SSL”也包括 STARTTLS：由端口决定。
settings-msmtp = msmtp
settings-msmtp-line = 将以下各行复制到 ~/.msmtprc，并填入自己的用户名和地址：

## 总结

verdict-line = { $verdict }：{ $what }（mailcheck { $version }，{ $time }）
verdict-target = { $verdict }：{ $what }
signature = mailcheck { $version }，{ $time }；未检查证书吊销
well-domain = 这里检查的是其他邮件服务器能否连接到该域名的邮件服务器。要检查邮件程序，请输入其设置中的服务器名称。
conclusion = { $name }：{ $what }
conclusion-ok = { $all } 项检查中有 { $good } 项成功
conclusion-finding = { $more ->
    [0] { $title }
    [1] { $title }；另有 1 项诊断结果
   *[other] { $title }；另有 { $more } 项诊断结果
}
conclusion-targets = { $all } 个目标中有 { $good } 个可用

## 完整记录

record-check = { $service }，{ $host } 的端口 { $port }，地址 { $address }：{ $outcome }
record-steps = 步骤：{ $steps }
record-step-ok = { $stage } { $elapsed }
record-step-failed = { $stage } { $elapsed }（失败）
record-unknown = 未知
record-tls = { $version }，{ $suite }，密钥交换 { $group }，请求的名称 { $name }
record-client-certificate = 服务器要求提供客户端证书。
record-certificate = 证书 { $number }：{ $subject }
record-programs-can = 可以连接：{ $programs }
record-program-cannot = 无法连接：{ $why }
record-program-unknown = 无法判断：{ $why }
record-certificate-issuer = 颁发者：{ $issuer }
record-certificate-dates = 有效期从 { $from } 到 { $to }
record-certificate-key = 密钥 { $key }，签名算法 { $signature }
record-certificate-names = 名称：{ $names }
record-certificate-serial = 序列号 { $serial }
record-certificate-sha256 = SHA-256 { $sha256 }
record-problem = 不受信任：{ $problem }
record-path = 路径（逐跳）：
record-early-bytes = 在 TLS 之前到达、本不应出现的数据：{ $bytes }
record-dialogue = 对话（时间以秒计；TLS 表示已加密；< 服务器，> mailcheck）：
record-login = 通过 { $protocol } 登录，端口 { $port }：
record-mail = 通过 { $protocol } 提交邮件，端口 { $port }：
record-dns-heading = DNS 查询记录
record-dns = { $unchecked ->
    [yes] { $name } { $type }，未经验证：{ $outcome }（{ $server }，{ $transport }，{ $elapsed }）
   *[no] { $name } { $type }：{ $outcome }（{ $server }，{ $transport }，{ $elapsed }）
}
dns-outcome-nodata = 没有这种记录
dns-outcome-nxdomain = 没有这个名称
dns-outcome-servfail = SERVFAIL
dns-outcome-refused = REFUSED
dns-outcome-rcode = 响应代码 { $code }
dns-outcome-truncated = 答复被截断
dns-outcome-authenticated = 已由 DNS 服务器验证
dns-outcome-timeout = 没有答复
dns-outcome-malformed = 不是 DNS 答复
dns-outcome-extended = 扩展错误 { $code }“{ $text }”

## 网页

html-title = { $verdict }：{ $names }
html-findings = 诊断结果
html-checks = 检查过程
html-cut = 末端呈撕裂状的条形超出了图的范围。
html-paths = 网络路径
html-path = 到 { $address } 端口 { $ports } 的路径
html-path-stands-in = { $own } 以 { $address } 的身份应答
record-left-out = 其余检查的记录从略：服务器返回的内容过多。JSON 报告中的内容更完整。
html-path-start = 这台电脑
html-path-unreached = 未到达 { $address }
html-path-fault-at = 故障在这里
html-path-fault-after = 故障在两者之间，或在其中之一
html-record = 完整记录
html-show = 显示
html-show-all = 全部
html-order = 排序
html-by-worst = 最严重的在前
html-by-name = 按名称
html-by-line = 按列表顺序

## 监控

nagios-certificate = { $ended ->
    [yes] { $name }：有证书已过期
   *[no] { $name }：有证书将在 { $days } 天后过期
}
nagios-more = 另有 { $count } 行从略
nagios-check = { $port ->
    [none] { $host } { $service }（{ $address }）：{ $outcome }，{ $details }
   *[other] { $host } { $service } 端口 { $port }（{ $address }）：{ $outcome }，{ $details }
}

## 工单

ticket-versions = mailcheck { $version }，{ $os }，{ $time }，运行 { $elapsed }
ticket-vantage = 本机：IPv4：{ $ipv4 }；IPv6：{ $ipv6 }；已配置代理服务器：{ $proxy }
ticket-resolvers = DNS 服务器：{ $resolvers }
ticket-record = 失败检查的记录
ticket-record-all = 记录

## 信件

letter-nothing = 一切正常，没有需要反映的问题，因此不写信。
letter-nobody = 没有可以写信的对象：只有邮箱的所有者才能解决。
letter-subject = 主题：{ $title }
letter-greeting = 您好！
letter-opening-network = { $severity ->
    [warning] 我们发现一个问题，它涉及
   *[error] 我们的电脑无法使用
}{ $kind ->
    [domain] { " " }{ $name } 的各邮件服务器
   *[host] 邮件服务器 { $name }
}。测量结果表明，问题在两者之间的网络。我们认为该网络或我们所接入的部分由贵方管理，因此写信给贵方。
letter-opening-server = { $severity ->
    [warning] 我们发现一个问题，它涉及
   *[error] 我们的电脑无法使用
}{ $kind ->
    [domain] { " " }{ $name } 的各邮件服务器
   *[host] 邮件服务器 { $name }
}。测量结果表明，问题在服务器。我们认为该服务器由贵方管理，因此写信给贵方。
letter-opening-domain = { $severity ->
    [warning] 我们发现一个问题，它涉及
   *[error] 我们的电脑无法使用
}{ $kind ->
    [domain] { " " }{ $name } 的各邮件服务器
   *[host] 邮件服务器 { $name }
}。测量结果表明，问题在该域名的 DNS。我们认为它由贵方管理，因此写信给贵方。
letter-opening-this-machine = { $severity ->
    [warning] 我们发现一个问题，它涉及
   *[error] 这台电脑无法使用
}{ $kind ->
    [domain] { " " }{ $name } 的各邮件服务器
   *[host] 邮件服务器 { $name }
}。测量结果表明，问题在这台电脑本身。这台电脑由您管理，因此写信给您。
letter-opening-unknown = { $severity ->
    [warning] 我们发现一个问题，它涉及
   *[error] 我们的电脑无法使用
}{ $kind ->
    [domain] { " " }{ $name } 的各邮件服务器
   *[host] 邮件服务器 { $name }
}。责任方从这里无法判断。我们的电脑由您管理，您或许能查明原因，因此写信给您。
letter-title = { $title }。
letter-checks = 失败的检查和时间：
letter-check = { $time }：{ $address } 端口 { $port }（{ $service }）：{ $what }
letter-lookup = { $time }：{ $host }：{ $what }
letter-rejected = 被拒绝（{ $stage }）
letter-source = 我们使用的源地址：{ $addresses }。
letter-source-inner = 我们使用的源地址：{ $addresses }。这是内部网络的地址，贵方日志中显示的是该网络的公网地址。
letter-source-seen = 服务器看到的我们的地址：{ $addresses }。
letter-evidence = 判断依据：
letter-path = 位置：
letter-place = { $hop ->
    [none] 位于 { $address }
   *[other] { $address ->
        [none] 从我们的电脑数起第 { $hop } 跳
       *[other] 从我们的电脑数起第 { $hop } 跳，即 { $address }
    }
}{ $certainty ->
    [after] ，或在其后、下一个有响应的节点之前
   *[at] {""}
}
letter-reply = 服务器的原话：
letter-numbers = 可供查询的代码：{ $numbers }
letter-others = 我们还发现：
letter-more = 以及另外 { $count } 项
letter-request-network = 请查看贵方网络中是否有过滤规则或故障阻碍了这些连接，并予以放行或修复。如果该网络由他人管理，请告诉我们由谁管理。
letter-request-server = { $severity ->
    [warning] 请予以查看。
   *[error] 请予以查看，并告诉我们何时可以重试。
}
letter-request-domain = 请更正相关记录，并告诉我们何时可以重试。
letter-request-this-machine = 请予以查看。
letter-request-unknown = 请予以查看，或转告能够解决的人。
letter-step-certificate-expired = 恳请续期证书、重启邮件服务，并在完成后告知我们。
letter-step-certificate-expiring = 恳请在证书到期之前续期，并重启邮件服务。
letter-step-certificate-name-mismatch = 恳请安装包含用户所用服务器名称的证书，或告知我们正确的服务器名称。
letter-step-certificate-chain-incomplete = 恳请让服务器同时发送中间证书，并重启邮件服务。
letter-step-certificate-self-signed = 恳请安装由邮件程序信任的机构颁发的证书，或通过其他途径将此证书的指纹发给我们。
letter-step-certificate-unknown-issuer = 恳请安装由邮件程序信任的机构颁发的证书，或告知我们此证书由谁签发。
letter-step-starttls-not-offered = 恳请为这些端口启用 TLS，并在完成后告知我们。
letter-step-port-closed = 恳请检查服务是否正在运行、是否在这些地址和端口上监听；如果端口不同，请告知我们正确的端口。
letter-step-client-blocklisted = 恳请将我们使用的地址从封锁名单中移除，或为我们更换一个未被列入的地址。
letter-step-port-25-blocked = 恳请告知是否封锁了出站的 25 端口，并为我们开放该端口，或告知应使用的中继服务器。
letter-step-dnssec-bogus = 恳请重新签名该区域，并核对上级区域的 DS 记录与贵方的密钥是否一致。
letter-step-dane-mismatch = 恳请使 TLSA 记录与服务器的证书重新一致。
letter-step-mta-sts-mx-not-listed = 恳请在 MTA-STS 策略的 mx 行中列出该主机，或更正 MX 记录，然后更改 TXT 记录中的 id。
letter-step-mta-sts-certificate-mismatch = 恳请为邮件交换服务器配置颁发给其自身名称、且来自公共证书颁发机构的证书，或在此之前将策略设为 testing 模式。
letter-step-mta-sts-policy-unreachable = 恳请确保能够在应有的地址获取该策略。
letter-step-mta-sts-policy-invalid = 恳请更正该策略，然后更改 TXT 记录中的 id。
letter-step-sender-no-reverse-name = 恳请为该地址设置 PTR 记录，使用我方邮件服务器的完整名称。
letter-step-sender-reverse-name-unconfirmed = 恳请将该地址的 PTR 记录改为能指回该地址的名称。
letter-closing = 非常感谢。我们愿意再次测量，或提供完整的报告。
letter-measured = 由 mailcheck { $version } 在 { $os } 上测量，{ $time }。没有登录任何账户，也没有发送任何邮件。

## 两次运行之间的变化

diff-first = 第一次：{ $file }，{ $time }，mailcheck { $version }，{ $os }：{ $verdict }
diff-second = 第二次：{ $file }，{ $time }，mailcheck { $version }，{ $os }：{ $verdict }
diff-further = 此文件还包含另外 { $further } 次运行的报告，未作比较：只比较文件中的第一次运行。
diff-trend-worse = 变差
diff-trend-better = 好转
diff-trend-changed = 变化
diff-more = 以及另外 { $count } 项
diff-at = { $places }：{ $what }
diff-place = { $service } { $port }（{ $addresses }）
diff-place-of = { $host } 的 { $service } { $port }（{ $addresses }）
diff-target-new = 只在第二次运行中检查：{ $after }
diff-target-gone = 只在第一次运行中检查：{ $before }
diff-verdict = 结论：从“{ $before }”变为“{ $after }”
diff-check-new = 只在第二次运行中：{ $after }
diff-check-gone = 只在第一次运行中
diff-check = 从“{ $before }”变为“{ $after }”
diff-failed = { $number ->
    [none] 失败（{ $class }，阶段：{ $stage }）
   *[other] 失败（{ $class }，阶段：{ $stage }，{ $number }）
}
diff-certificate = 证书不同：从“{ $before }”变为“{ $after }”
diff-one-certificate = { $days ->
    [none] { $fingerprint }
   *[other] { $fingerprint }，有效期至 { $date }（{ $days } 天）
}
diff-trusted = 证书现在受信任
diff-untrusted = 证书不再受信任
diff-tls-version = 从“{ $before }”变为“{ $after }”
diff-cipher-suite = 密码套件：从“{ $before }”变为“{ $after }”
diff-lost = 不再提供 { $capabilities }
diff-gained = 现在提供 { $capabilities }
diff-slower = 明显变慢：从“{ $before }”变为“{ $after }”
diff-dns = DNS，{ $question }：从“{ $before }”变为“{ $after }”
diff-finding-new = 新的诊断结果，{ $severity }：{ $title }（{ $id }；可由谁解决：{ $owner }）
diff-finding-gone = 不再出现的诊断结果，{ $severity }：{ $title }（{ $id }）
diff-finding = 有变化的诊断结果：{ $title }（{ $id }）；{ $changes }
diff-severity = 从“{ $before }”变为“{ $after }”
diff-owner = 可由谁解决：从“{ $before }”变为“{ $after }”
diff-location = 位置：从“{ $before }”变为“{ $after }”
diff-hop = { $hop ->
    [none] { $address }
   *[other] { $address ->
        [none] 第 { $hop } 跳
       *[other] 第 { $hop } 跳（{ $address }）
    }
}
diff-nowhere = 未知
diff-summary-same = 相同：没有变化。
diff-summary-changed = 没有变差；变化：{ $changed }。
diff-summary-better = 没有变差；好转：{ $better }，其他变化：{ $changed }。
diff-summary-worse = 变差：{ $worse }；好转：{ $better }，其他变化：{ $changed }。

## 运行时正在等待什么

progress-waiting = 正在排队等待
progress-resolve = 正在查询名称
progress-connect = 正在连接
progress-greeting = 正在等待问候信息
progress-capabilities = 正在查询服务器提供的功能
progress-starttls = 正在请求加密
progress-tls = 正在协商加密
progress-certificate = 正在检查证书
progress-login = 正在登录
progress-transaction = 正在询问服务器是否接收邮件
progress-quit = 正在结束会话
progress-causes = 正在查找原因
progress-limit = { $what }（最多 { $seconds } 秒）
progress-all = { $all } 项中已完成 { $done } 项，目前{ $failed ->
    [0] 均正常
   *[other] 有 { $failed } 项失败
}；总共最多 { $seconds } 秒
progress-list = { $all ->
        [no] 已完成 { $done }
       *[other] 已完成 { $done } / { $all }
    }，{ $rate } 个/秒{ $left ->
        [no] {""}
       *[other] ，剩余 { $left }
    }：不可用 { $failed }，无法判断 { $inconclusive }，有警告 { $warning }，正常 { $ok }
progress-plain = 正在检查，最多 { $seconds } 秒

## 双击启动后，在自己的窗口中

window-welcome = mailcheck 会查明这台电脑为什么连不上邮件服务器。
    它不登录任何账户，也不发送邮件。服务器名称可在邮件程序的账户设置中找到，
    例如 smtp.example.com。
window-question = 邮件服务器或邮箱地址：
window-nothing-typed = 请输入服务器名称后按回车键；要退出，请关闭窗口。
window-save = 要把这份报告保存到桌面，以便发给能解决问题的人吗？（y/n）
window-yes-or-no = 保存请输入 y，不保存请输入 n，然后按回车键。
window-saved = 已保存：{ $path }
window-close = 按回车键关闭此窗口。

## 用法错误

usage-one-of = { $any ->
    [yes] { $others } 或 { $last }
   *[no] { $last }
}
usage-nothing-to-check = 没有指定检查对象；请指定邮件服务器，例如 mailcheck smtp.example.com，或参阅 mailcheck --help
usage-nothing-to-explain = 没有需要解释的内容；请粘贴代码或答复，例如 mailcheck explain 10060
usage-two-reports = 需要两份报告；请给出两个 -f json 的文件，例如 mailcheck diff yesterday.json today.json
usage-value-missing = { $option } 需要一个值；请参阅 mailcheck --help
usage-value = “{ $value }”不是 { $option } 的值；请使用 { $choices }
usage-value-other = “{ $value }”不是 { $option } 的值；请参阅 mailcheck --help
usage-number = “{ $value }”不是 { $option } 的值；请使用 0 到 65535 的整数
usage-one-too-many = “{ $word }”是多余的；请去掉它，或参阅 mailcheck --help
usage-unknown-option = 没有选项 { $option }；请参阅 mailcheck --help
usage-near-option = 没有选项 { $option }；是否指 { $near }？
usage-habit = 没有选项 { $option }；{ $habit ->
    [port] 请将端口写在主机后面，例如 mailcheck smtp.example.com:25，或使用 -s 25
    [protocol] 请指明服务，例如 mailcheck -s imap imap.example.com，或写成网址，例如 mailcheck imaps://imap.example.com
    [tls] 加密方式由端口决定：465、993 和 995 使用 SSL/TLS，其他端口使用 STARTTLS
    [login] 要登录请输入 mailcheck --login --user NAME smtp.example.com，它会询问密码
    [password] 这台电脑上的任何人都能看到命令行上的密码；请使用 --login，它会询问密码，或者与 --login 一起使用 --password-file、--password-fd、--password-command 或 MAILCHECK_PASSWORD
    [token] 这台电脑上的任何人都能看到命令行上的令牌；请将 --login 与 --oauth-token-command 一起使用，后者是输出令牌的命令
    [mail] 请使用 --from 和 --rcpt，例如 mailcheck --from me@example.com --rcpt you@example.net smtp.example.com
    [message] --send 使用自己的邮件，其中写明是测试；请去掉此选项
    [target] 请直接写服务器，不用选项，例如 mailcheck smtp.example.com:587
    [domain] 请直接写域名，例如 mailcheck --mx example.com
    [resolver] 请使用 --resolver，例如 mailcheck --resolver 223.5.5.5 smtp.example.com
    [ca-file] 请使用 --ca-file，例如 mailcheck --ca-file company.pem smtp.example.com
    [insecure] 不受信任的证书同样会显示；要信任自己的证书颁发机构，请使用 --ca-file
    [timeout] 每次等待用 --timeout，总时限用 --deadline，例如 mailcheck --timeout 5 smtp.example.com
    [connect-to] 请使用 --connect-to，例如 mailcheck --connect-to 192.0.2.1 smtp.example.com
    [tls-name] 请使用 --tls-name，例如 mailcheck --tls-name mail.example.com 192.0.2.1
    [list] 请使用 --targets，例如 mailcheck --targets servers.txt
    [all] -s all 检查所有服务，例如 mailcheck -s all mail.example.com
    [family] 仅用 IPv4 请用 -4，仅用 IPv6 请用 -6
    [versions] 服务器与 mailcheck 会选用双方都支持的最好的 TLS；-v 会显示选用了什么。若有程序因此无法连接，报告中自会说明
    [address] 请直接写邮件地址，不用选项，例如 mailcheck someone@example.com
    [proxy] 请使用 --proxy，例如 mailcheck --proxy socks5h://proxy.example:1080 smtp.example.com
    [source] 从哪个地址连接由本系统的路由决定
    [ehlo] 请使用 --ehlo，例如 mailcheck --ehlo mail.example.com smtp.example.net
    [jobs] 请使用 --jobs，例如 mailcheck --jobs 50 --targets servers.txt
    [rate] 请使用 --rate 限定每秒开始多少个目标，例如 mailcheck --rate 5 --targets servers.txt
    [again] mailcheck 只检查一次；要持续监视，请用系统的定时任务运行它，或使用 mailcheck serve
    [output] 请使用 -o，格式由文件扩展名决定，例如 mailcheck -o report.html smtp.example.com
    [days] 请使用 --warning-days，例如 mailcheck --warning-days 30 smtp.example.com
    [lists] 请使用 --dnsbl 并写上列表的名称，例如 mailcheck --dnsbl zen.spamhaus.org gmail.com
    [config] 没有配置文件；可以用 MAILCHECK_TIMEOUT 之类的环境变量代替选项
    [trace] 请去掉此选项：失败的连接会自动跟踪其路径
   *[verbose] 请使用 -v 查看每次对话
}
usage-openssl = 没有选项 { $option }；{ $means ->
    [servername] 请使用 --tls-name，例如 mailcheck --tls-name mail.example.com 192.0.2.1
    [showcerts] 请使用 -v 查看每张证书
    [status] 请使用 -v 查看对话内容
    [sess_out] 请使用 -v 查看对话内容
   *[other] 加密方式由端口决定：465、993 和 995 使用 SSL/TLS，其他端口使用 STARTTLS
}
usage-exclude = { $option } 和 { $other } 不能同时使用；请去掉其中一个
usage-twice = { $option } 给出了两次；请只给一次
usage-alone = { $option } 只能单独使用；请去掉其余部分
usage-stray = { $option } 不能与 mailcheck { $command } 一起使用；请去掉它
usage-no-value-wanted = { $option } 不带值；请去掉它后面的内容
usage-not-utf8 = 命令行中有一个词不是 UTF-8 文本；请重新输入
usage-other = mailcheck 无法理解这个命令行；请参阅 mailcheck --help
usage-by-variable = { $name }：{ $why }

usage-not-a-name = “{ $typed }”不是主机名：{ $why }
usage-name-empty = 它是空的；请给出主机，例如 smtp.example.com
usage-name-gap = 它的两个点之间没有内容；请写成 smtp.example.com
usage-name-part-too-long = 两个点之间最多 63 个字符
usage-name-too-long = 名称最多 253 个字符
usage-name-characters = 名称由字母、数字、连字符和点组成，例如 smtp.example.com
usage-name-number = 它以数字结尾，而 IPv4 地址有四个数字，例如 192.0.2.1
usage-mail-address = “{ $typed }”是邮箱地址；请输入邮件客户端中填写的服务器名称，例如 mailcheck smtp.example.com{ $domain ->
        [none] {""}
       *[other] （mailcheck { $domain } 检查的是其他服务器能否向该域名投递，而不是您的邮件客户端）
    }
usage-credentials = 目标中没有用户名和密码；请去掉它们：mailcheck { $host }，或者输入 mailcheck --login --user NAME { $host }，它会询问密码
usage-server-to-ask = “@{ $server }”不是检查目标；DNS 服务器请用 --resolver { $server }，目标列表请用 --targets { $server }
usage-bad-port = “{ $port }”不是端口；端口是 1 到 65535 的数字，例如 smtp.example.com:587
usage-several-ports = 主机的冒号后面只能有一个端口；多个端口请用：mailcheck -s { $ports } { $host }
usage-port-sign = 端口写在冒号后面：mailcheck { $host }:{ $port }
usage-port-apart = 端口紧跟在主机后面：mailcheck { $host }:{ $port }
usage-service-before = 服务写在主机前面时要加两个斜杠：mailcheck { $service }://{ $host }
usage-security-behind = 加密方式由端口决定：465、993 和 995 使用 SSL/TLS，其余使用 STARTTLS；请去掉其余部分：mailcheck { $host }
usage-commas-for-dots = 主机名里是点，不是逗号：mailcheck { $host }
usage-several-hosts = 多台主机之间用空格，不用逗号：mailcheck { $apart }
usage-port-or-address = “{ $typed }”可能是地址，也可能是地址加端口；如果是端口，请写 mailcheck [{ $address }]:{ $port }；如果是地址，请写 mailcheck [{ $typed }]
usage-unknown-port = 端口 { $port } 不属于任何邮件服务；请用 URL 说明它使用什么协议，例如 { $example }://{ $host }:{ $port }（smtp、submission、submissions、pop3、pop3s、imap 或 imaps）
usage-bad-scheme = “{ $scheme }://”不是邮件服务；请使用 smtp://、submission://、submissions://、pop3://、pop3s://、imap:// 或 imaps://
usage-web-page = 这是浏览器网页的地址；请给出邮件服务器，例如 mailcheck { $host }
usage-url-extra = “{ $typed }”除主机和端口外还有其他内容；请去掉其余部分，例如 { $scheme }://{ $host }
usage-zone = “{ $typed }”注明了接口；链路本地地址不能检查，请给出服务器的全局地址
usage-bad-address = “{ $typed }”不是 IPv6 地址；请写成 [2001:db8::1] 或 [2001:db8::1]:25
usage-word = “{ $word }”不是邮件服务器的名称；是否指：mailcheck { $right }
usage-service = “{ $word }”不是服务；请使用 smtp、submission、submissions、pop3、pop3s、imap、imaps、它们的端口之一，或者 all
usage-host-for-service = -s 后面是服务，主机不用选项：mailcheck { $host }
usage-service-twice = “{ $typed }”已经指明服务；请去掉 --service 或{ $by ->
    [scheme] {" "}URL 的协议部分
   *[port] 端口
}
usage-seconds = “{ $value }”不是 { $given } 的时间；请给出 0.1 到 3600 的秒数，例如 { $example }
usage-address = “{ $value }”不是 { $given } 的地址；{ $of ->
    [resolver] 请给出地址，例如 192.0.2.53、192.0.2.53:5353 或 [2001:db8::53]:5353
   *[server] 请给出地址，例如 192.0.2.1 或 2001:db8::1；端口由服务决定
}
usage-family = { $address } 是 IPv{ $is } 地址，而 { $option } 要求只用 IPv{ $wants }；请去掉 { $option }
usage-name = “{ $value }”不是 { $given } 的名称；请给出主机名，例如 mail.example.com，或者地址
usage-mx-needs-name = --mx 需要域名，而“{ $typed }”是{ $is ->
    [service] 一台主机的一项服务
   *[address] 地址
}；请给出名称，例如 example.com
usage-redact = --redact 用于 Markdown、HTML 和信件；请加上 -f markdown、-f html 或 --letter，或者用 --output 写入以 .md 或 .html 结尾的文件
usage-ending = “{ $path }”没有说明格式；文件名请以 { $endings } 结尾
usage-format-for-file = -o 用于写入文件；格式请用：-f { $format }
usage-days-without-nagios = { $option } 只能与 -f nagios 一起使用；请加上 -f nagios
usage-days-reversed = --critical-days { $critical } 大于 --warning-days { $warning }；证书应先警告、后严重

usage-without-login = { $option } 用于登录，而没有 --login 就不会登录；请加上 --login，或去掉 { $option }
usage-two-secrets = { $option } 和 { $other } 都指定了登录所用的密码或令牌；请去掉其中一个
usage-no-user = --login 需要知道由谁登录；请输入 mailcheck --login --user NAME { $target }，或者用邮箱地址代替服务器
usage-bad-user = --user 只写用户名，其中没有冒号；密码不应写在命令行上：请去掉，mailcheck 会询问
usage-fingerprint = --login-anyway 需要一张证书的 SHA-256 指纹：64 个十六进制数字，可以带冒号，即 openssl x509 -noout -fingerprint -sha256 显示的内容
usage-descriptor = { $option } 需要一个已打开的文件描述符的编号，例如 { $option } 3 3< FILE
usage-one-target = { $option } 只能用于一个目标，这样一个账户只使用一次；请只给出一台服务器或一个邮箱地址
usage-no-monitor = { $option } 不能与格式 { $format } 一起使用，因为它用于监控：每隔几分钟就登录或写信，账户会被锁定；请去掉其中一个
usage-no-path = “{ $value }”不是可用于 { $option } 的邮箱地址；请给出 { $of ->
    [sender] me@example.com 这样的地址，退信的发件人请写成带引号的 "<>"
   *[other] you@example.net 这样的地址
}
usage-lacks = { $option } 还需要 { $other }，例如 mailcheck --from me@example.com --rcpt you@example.net smtp.example.com

prompt-password = { $user } 的密码：
usage-secret-unreadable = 无法读取 { $from }：{ $why }
usage-secret-command = { $option } 的命令失败，{ $code ->
    [none] 被信号终止
   *[other] 退出代码为 { $code }
}；请单独运行它查看原因
usage-secret-empty = { $from ->
    [prompt] 没有输入密码；请在提示后输入，输入的内容不会显示
   *[other] { $from } 没有给出密码：第一行是空的
}
usage-secret-too-long = { $from ->
    [prompt] 输入的内容太长，不可能是密码
   *[other] { $from } 给出的内容超过密码或令牌的上限 64 KiB；请只给出一行
}
usage-secret-characters = { $from ->
    [prompt] 输入的内容含有换行符或 NUL 字符，密码不可能含有它们；请重新输入
   *[other] { $from } 给出的密码含有换行符或 NUL 字符，密码不可能含有它们；请给出一行文本
}
usage-secret-not-text = { $from ->
    [prompt] 输入的内容不是 UTF-8 文本；请重新输入
   *[other] { $from } 给出的密码不是 UTF-8 文本；请以 UTF-8 保存或输出
}
usage-secret-no-terminal = --login 会在终端上询问密码，而这里没有终端；请使用 --password-file、--password-fd、--password-command、--oauth-token-command 或 MAILCHECK_PASSWORD
usage-secret-not-typed = 没有输入密码，因此没有登录
usage-secret-no-descriptors = --password-fd 在 Windows 上不可用；请使用 --password-file、--password-command 或 MAILCHECK_PASSWORD
usage-secret-exposed = 这台电脑的其他用户可以读取 { $path }；chmod 600 可使密码只有您能读取
usage-secret-no-terminal-proxy = 代理服务器需要密码，而这里没有可供询问的终端；请使用 --proxy-password-file、--proxy-password-fd、--proxy-password-command 或 MAILCHECK_PROXY_PASSWORD
prompt-proxy-password = { $user } 在 { $proxy } 的密码：
usage-proxy-scheme = “{ $value }”不是 { $option } 可用的代理服务器；请给出以 socks4、socks4a、socks5、socks5h、http 或 https 开头的 URL，例如 socks5h://proxy.example:1080，或者 env、system
usage-proxy-host = { $option } 的“{ $value }”中没有有效的主机；请给出例如 socks5h://proxy.example:1080
usage-proxy-port = { $option } 的“{ $value }”中没有有效的端口；请给出 1 到 65535 之间的端口，例如 socks5h://proxy.example:1080
usage-proxy-user = 代理服务器的用户名（{ $option }，{ $value }）的字符或长度无法告知这种代理；请检查
usage-proxy-password = 这台电脑上的任何人都能看到命令行上的密码；请从 --proxy 的 URL 中去掉密码、保留用户：mailcheck 会询问密码，或者使用 --proxy-password-file、--proxy-password-fd、--proxy-password-command 或 MAILCHECK_PROXY_PASSWORD
usage-proxy-no-password = { $kind } 代理只能告知用户名，不能告知密码；请去掉密码，或使用 socks5h
usage-proxy-no-user = { $option } 给出了代理服务器的密码，却没有用户；请在 URL 中写明用户，例如 --proxy socks5h://user@proxy.example:1080
usage-proxy-env = --proxy env 没有找到代理服务器：ALL_PROXY 和 HTTPS_PROXY 都没有设置；请设置其中一个，或者给 --proxy 一个 URL，或者去掉它
usage-proxy-system = --proxy system 没有找到代理服务器：本系统的设置中没有，或者 mailcheck 在这里无法读取；请给 --proxy 一个 URL，或使用 env
usage-proxy-pac = 本系统的设置指定了选择代理服务器的脚本 { $pac }；mailcheck 不运行它，请查看其内容并给 --proxy 一个 URL
usage-proxy-sender = --sender 和 --dnsbl 不能与 --proxy 同时使用：这时服务器看到的是代理服务器的地址，而不是本机的地址
usage-proxy-mx = --mx 需要查询 MX 记录，而使用 { $kind } 代理时本机不查询任何名称；请使用 socks5 或 socks4，或者直接给出 MX 主机
usage-proxy-not-here = { $option } 指定了代理服务器，但 mailcheck { $command } 不经过代理服务器，而是从本机所在的网络检查；请为它取消该环境变量
usage-resume = --resume 接着写一个结果文件；请加上 -o result.ndjson，且只给一个这样的文件
usage-not-resumable = --resume 无法接着写 { $path }：第 { $line } 行不是 -f ndjson 的报告；请给出另一个文件
resume-in-use = { $path } 正由另一次运行写入；请等它结束，或者使用另一个文件
resume-left-out = 略过了 { $count } 个目标：{ $path } 中已有它们的结果
usage-dnsbl = “{ $value }”不是地址黑名单的名称；请给出其域名，例如 --dnsbl zen.spamhaus.org
usage-jobs = “{ $value }”不是同时检查的目标数；请给出 1 到 10000 的数，例如 --jobs 50
usage-rate = “{ $value }”不是每秒的目标数；请给出大于 0 的数，例如 --rate 20 或 --rate 0.5
usage-list-unreadable = 无法读取 { $path } 中的目标：{ $why }；请给出每行一个目标的文件，或者用 - 表示标准输入
list-verdicts = { $ok } 个正常，{ $warning } 个有警告，{ $inconclusive } 个无法判断，{ $failed } 个不可用；共用时 { $seconds } 秒
list-slowest = 最慢的目标（秒）：
list-jobs = { $asked ->
        [yes] 同时检查 { $jobs } 个目标
       *[no] 最多同时检查 { $jobs } 个目标
    }，最多使用 { $threads } 个线程，受 { $seats } 个连接的限制（--jobs）
list-frequent = 最常见的诊断结果：
list-line = { $path } 第 { $line } 行：{ $why }
list-standard-input = 标准输入
list-too-long = 该行超过 4096 字节；请每行写一个目标
list-no-text = 该行不是 UTF-8 编码；请用这种编码保存文件
list-broken = { $path } 在第 { $line } 行之后无法读取：{ $why }。其后的目标没有检查
list-bad-lines = { $path } 中有 { $count } 行不是目标；其他目标都已检查

usage-ca-unreadable = 无法读取 { $path }：{ $why }；请给出可读的 PEM 格式证书文件
usage-ca-empty = { $path } 中没有证书；请给出至少含有一段以 -----BEGIN CERTIFICATE----- 开头的内容的文件
usage-ca-broken = 无法读取 { $path } 中的第 { $number } 张证书（“{ $why }”）；请重新以 PEM 格式导出
usage-no-system-roots = 本系统没有可读的证书颁发机构列表{ $any ->
    [yes] ：“{ $why }”
   *[no] {""}
}；请使用 --roots mozilla 或 --ca-file
usage-anchor-unreadable = 无法读取 { $path }：{ $why }；请给出可读的、含有 DNSKEY 记录的文件
usage-anchor-empty = { $path } 中没有 DNSKEY 记录（{ $why }）；请每行给出一条，例如：. 3600 IN DNSKEY 257 3 13 …
usage-anchor-no-word = 其中没有 DNSKEY 一词
usage-anchor-words = “{ $text }”
usage-unreadable = 无法读取 { $path }：{ $why }
usage-too-large = { $path } 大于 128 MiB；请每次比较较少的目标
usage-too-much = { $name } 的一个列表中有超过 10 000 个目标、检查或结论；请每次比较较少的内容
usage-not-a-report = { $name } 不是 mailcheck 的报告；请给出用 -f json 生成的文件
usage-other-schema = { $name } 是格式版本 { $version } 的报告，而此 mailcheck 读取版本 { $own }；请用生成它的 mailcheck 进行比较
usage-standard-input-twice = 标准输入只能读取一次；两份报告中只能有一份用 - 表示
usage-unwritable = 无法将报告写入 { $path }：{ $why }
usage-no-output = 无法写入标准输出
usage-no-waiting = 本系统不允许 mailcheck 等待网络
usage-traditional = 没有繁体中文，以简体中文显示。
usage-chinese-exists = 中文（简体）: --lang zh-CN

os-error = { $title ->
    [none] { $text }
   *[other] { $title }（“{ $text }”）
}
file-not-found = 没有该文件（“{ $text }”）
file-not-permitted = 权限不够（“{ $text }”）
file-is-a-directory = 它是目录（“{ $text }”）
file-not-a-directory = 路径中有一部分不是目录（“{ $text }”）
file-system-read-only = 文件系统是只读的（“{ $text }”）
file-system-full = 磁盘已满（“{ $text }”）
file-too-large = 它大于 16 MiB
file-not-text = 它不是文本
file-other = “{ $text }”

# 事实意味着什么。
#
# finding-ID 是标题。.explanation 说明发生了什么、意味着什么；特殊情况下由 .explanation-VARIANT 代替。.about 用于
# “mailcheck explain ID”：该诊断结果的含义、依据哪些迹象、不能说明什么。.steps 是通常的下一步，每行一条。.about 和
# .steps 不含具体数值。

# 名称与 DNS

finding-name-not-found = { $alias ->
        [yes] { $host } 是别名，指向一个不存在的名称
        [local] DNS 中没有名称 { $host }
        [root] DNS 服务器（解析器）对 { $host } 的答复不可能正确
        [several] 名称 { $host } 均不存在
       *[no] 名称 { $host } 不存在
    }
    .explanation = { $alias ->
        [several] DNS 答复没有这些名称（NXDOMAIN）。可能是名称输入有误，也可能是域名已过期，或者域名中已没有这些记录。无法尝试任何连接。
       *[no] DNS 答复没有这个名称（NXDOMAIN）。可能是名称输入有误，也可能是域名已过期，或者域名中已没有这条记录。无法尝试任何连接。
    }
    .explanation-alias = 该名称存在，但它是别名（CNAME），而它指向的名称 { $end } 不存在（NXDOMAIN）。可能是目标已迁移或停用而别名没有更新，也可能是输入有误。无法尝试任何连接。
    .explanation-suggestion = DNS 答复没有这个名称（NXDOMAIN）。有一个几乎相同的名称确实存在：{ $suggestion }。这很可能是输入错误。
    .explanation-one-word = DNS 答复没有这个名称（NXDOMAIN）。这只是一个单词；邮件服务器使用带点的完整名称，例如 smtp.example.com。
    .explanation-local = 以 .local 结尾的名称由本地网络中的电脑互相告知（mDNS，Bonjour），而不是由 DNS 提供。mailcheck 只查询 DNS，其中没有这个名称。本机的程序仍可能找到它。
    .explanation-cluster = cluster.local 之下的名称只在 Kubernetes 集群内部有效，由集群的 DNS 服务器提供。这里询问的 DNS 服务器（{ $resolvers }）没有这个名称。可能是 mailcheck 没有在集群内运行，也可能是该命名空间中没有这个服务。
    .explanation-inner = 这样的名称不是互联网上的名称，只有某个内部网络的 DNS 服务器才有。这里询问的 DNS 服务器（{ $resolvers }）没有。可能它不是那个网络的 DNS 服务器（例如没有连接 VPN，或者在容器中），也可能是名称输入有误或已停用。
    .explanation-root = DNS 服务器（{ $resolvers }）答复说 DNS 的根中没有这个名称，也就是说以此结尾的名称一个都没有，而这是不可能的。可能是这个 DNS 服务器并不查询互联网上的名称，只提供某个网络内部的名称；可能是它按自己的规则屏蔽了这个名称；也可能是途中有设备代它作答。由此不能对该名称或服务器得出任何结论。
    .explanation-all = DNS 服务器（{ $resolvers }）对 { $known } 也这样答复，而它是 DNS 根的服务器之一，肯定存在。因此这个答复对 { $host } 说明不了什么。可能是这个 DNS 服务器并不查询互联网上的名称，只提供某个网络内部的名称；可能是它联系不上可以查询的服务器；也可能是途中有设备代它作答。由此不能对该名称或服务器得出任何结论。
    .owner-suggestion = 您自己：名称很可能输入有误
    .about = DNS 答复该名称不存在（NXDOMAIN）：既没有地址，也没有任何其他记录。这是明确的答复，不是 DNS 服务器的故障。它不能说明名称是输入有误、已被撤销，还是从未存在过。可由谁解决：如果是输入错误，则为输入者自己；否则为该域名 DNS 的管理方。
    .steps =
        请将名称与邮件服务商提供的名称逐个字母核对。
        请向邮件服务商询问正确的服务器名称。
        如果是您自己的域名：请检查域名是否已注册，以及区域中是否有这条记录。

finding-no-address = { $host } 没有地址
    .explanation = 该名称存在，但 DNS 中既没有它的 IPv4 地址，也没有 IPv6 地址。它很可能是邮件域名或其他类型的名称，而不是服务器的名称。如果该服务器使用私有地址（192.168…、10…）：有些路由器和 DNS 服务器会在答复中去掉这类地址（DNS 重绑定保护），看起来与此完全相同。
    .explanation-ipv4 = 该名称存在，但没有 IPv4 地址。没有查询 IPv6。如果该服务器使用私有地址（192.168…、10…）：有些路由器和 DNS 服务器会在答复中去掉这类地址（DNS 重绑定保护），看起来与此完全相同。
    .explanation-ipv6 = 该名称存在，但没有 IPv6 地址。没有查询 IPv4。
    .explanation-domain = 该域名存在，但 DNS 中没有为它指定邮件交换服务器，它自己也没有地址。发往该域名的邮件无处可投。
    .about = 该名称存在，但没有任何电脑使用它：没有所查询地址类型的 A 或 AAAA 记录。这是 DNS 自己的答复，没有 DNS 服务器出现故障。可由谁解决：该域名 DNS 的管理方。
    .steps =
        请向服务商询问服务器的名称；邮箱地址中 @ 后面的部分往往不是服务器名称。
        如果是您自己的名称：请为它发布 A 或 AAAA 记录。

finding-dns-server-failure = { $whose ->
        [resolver] DNS 服务器（解析器）无法查到任何名称，包括 { $host }
        [moment] DNS 服务器（解析器）查询 { $host } 时出现短暂故障
       *[domain] { $type ->
            [all] { $host } 的权威 DNS 服务器没有正常答复
           *[other] 查询 { $host } 的 { $type } 记录时，其权威 DNS 服务器没有正常答复
        }
    }
    .explanation = 本网络的 DNS 服务器（解析器）未能得到该名称的可用答复（SERVFAIL）。常见原因是该域名的权威 DNS 服务器已停止工作或没有该域名的数据，或者签名（DNSSEC）不匹配。这并不表示名称有误。
    .explanation-domain = 本网络的 DNS 服务器（解析器）能答复其他名称，唯独不能答复这一个（SERVFAIL）。因此问题在该域名的权威 DNS 服务器：它们已停止工作、没有该域名的数据，或者答复互相矛盾。这并不表示名称有误。
    .explanation-resolver = DNS 服务器（{ $resolvers }）对查询的每个名称都答复 SERVFAIL，因此该名称本身没有问题。它无法连接到其他 DNS 服务器，或者设置有误。由此不能对邮件服务器得出任何结论。
    .explanation-cut-off = DNS 服务器（{ $resolvers }）知道 DNS 的根，但对任何需要向别处查询的名称都没有答复。它与互联网断开，或者不查询外部名称。由此不能对邮件服务器得出任何结论。
    .explanation-validation = DNS 服务器（{ $resolvers }）对查询的每个名称都答复 SERVFAIL，而在被要求不检查签名时能答复该名称。因此是它的签名（DNSSEC）检查出了故障：它的时钟有误，或者它保存的根密钥已过时。由此不能对邮件服务器得出任何结论。
    .explanation-empty = DNS 服务器（{ $resolvers }）的答复不报错，却没有地址；对 { $known } 也是如此，而它是 DNS 根的服务器之一，肯定有地址。因此它的答复不能说明该名称的情况：这个 DNS 服务器什么都不查询，或者在答复中去掉了地址，或者有别的设备代它作答，例如网络的登录页面或过滤器。由此不能对邮件服务器得出任何结论。
    .explanation-moment = DNS 服务器（{ $resolvers }）先答复 SERVFAIL，片刻之后再次查询时给出了答复。可能是它或该域名的权威 DNS 服务器一时繁忙。本次检查不能对邮件服务器得出任何结论。
    .about = 该名称无法查询，因为该域名的权威 DNS 服务器没有给出可用的答复。本网络的 DNS 服务器（解析器）答复 SERVFAIL：它向该域名自己的服务器查询，没有得到可用的内容。如果 DNS 服务器给出了原因（扩展 DNS 错误），判断依据中会列出。没有给出原因时，从本机无法区分服务器停止工作、委派错误和签名损坏。DNS 服务器自身的故障看起来也一样：换一个 DNS 服务器查询即可分辨。可由谁解决：该域名 DNS 的管理方。
    .steps =
        请用另一个 DNS 服务器查询同一名称（mailcheck --resolver 223.5.5.5 smtp.example.com）。如果它有答复，则故障在第一个 DNS 服务器。
        请告知该域名 DNS 的管理方哪个名称查询失败，以及 DNS 服务器答复了什么。

finding-dnssec-bogus = { $host } 在 DNS 中的签名无效
    .explanation = DNS 服务器（解析器）找到了记录，但其签名（DNSSEC）有误、已过期或缺失，因此不予提供。检查签名的 DNS 服务器看不到服务器，不检查签名的则能看到。该域名需要修复其签名。
    .explanation-expired = DNS 服务器（解析器）找到了记录，但其签名（DNSSEC）已过期，因此不予提供。检查签名的 DNS 服务器看不到服务器，不检查签名的则能看到。该域名需要重新为区域签名：通常是负责签名的程序停止了运行。只有在许多名称都这样失败时，才是这台电脑或其 DNS 服务器的时钟偏快。
    .explanation-early = DNS 服务器（解析器）找到了记录，但其签名（DNSSEC）尚未生效，因此不予提供。检查签名的 DNS 服务器看不到服务器，不检查签名的则能看到。可能是为区域签名的电脑时钟偏快，或者这台电脑或其 DNS 服务器的时钟偏慢。
    .explanation-no-key = DNS 服务器（解析器）找到了记录，但签署它们（DNSSEC）的密钥未由该区域发布，因此不予提供。检查签名的 DNS 服务器看不到服务器，不检查签名的则能看到。通常是更换了密钥，而该域名的部分 DNS 服务器仍保留旧区域，或者旧密钥删除得过早。
    .explanation-other-keys = DNS 服务器（解析器）找到了记录，记录也有签名（DNSSEC），但上级区域担保的密钥与该区域的密钥不同，因此不予提供。检查签名的 DNS 服务器看不到服务器，不检查签名的则能看到。通常是该域名更换了 DNS 服务商或密钥，而注册商处的 DS 记录仍是旧的。
    .explanation-unsigned = DNS 服务器（解析器）找到的记录没有签名（DNSSEC），而上级区域说明该区域是有签名的，因此不予提供。检查签名的 DNS 服务器看不到服务器，不检查签名的则能看到。通常是该域名换到了不签名的 DNS 服务商，而注册商处的 DS 记录没有删除。
    .explanation-unproved = 该域名的权威 DNS 服务器说没有这样的记录，却没有附上有签名的区域（DNSSEC）必须给出的证明（NSEC 或 NSEC3 记录）。检查签名的 DNS 服务器不相信它，并表示没有答复。
    .about = 在检查签名的地方无法查询该名称，因为该域名的 DNSSEC 签名无效。DNS 服务器（解析器）答复 SERVFAIL，并且要么自己说明验证失败（扩展 DNS 错误 6 至 12），要么在被要求不检查签名（CD 位，RFC 4035）时立即给出了答复。常见原因是签名已过期，或者上级区域不认识该密钥。自身时钟有误的 DNS 服务器也会这样误判；换一个 DNS 服务器即可分辨。可由谁解决：该域名 DNS 的管理方。
    .steps =
        请告知该域名 DNS 的管理方，那里的 DNSSEC 已失效。
        要确认是否只有一个 DNS 服务器如此：请用另一个检查签名的 DNS 服务器查询：mailcheck --resolver 9.9.9.9 smtp.example.com

finding-name-not-signed-here = DNS 服务器（解析器）不接受没有签名的 { $host }
    .explanation = DNS 服务器（{ $resolvers }）答复 SERVFAIL，而在被要求不检查签名时给出记录。这些记录没有签名，也不需要签名：上级区域都没有说明它有签名。因此故障在 DNS 服务器，而不在该域名。由此不能对邮件服务器得出任何结论。
    .explanation-inner = DNS 服务器（{ $resolvers }）答复 SERVFAIL，而在被要求不检查签名时给出记录。这些记录没有签名，而上级区域有签名。通常该区域只在本网络内部使用（内外分离的 DNS），而 DNS 服务器不知道它没有签名；否则是上级区域缺少委派。
    .about = 从这里无法查询该名称，因为本网络的 DNS 服务器（解析器）要求并不存在的签名（DNSSEC）。不检查签名时得到的答复没有签名；mailcheck 会在上级区域中查找说明应有签名的 DS 记录。如果没有这种记录，或者上级区域以签名说明下级区域没有签名，则是 DNS 服务器的错误。如果上级区域有签名而名称所在的区域没有，则是 DNS 服务器不了解的内部区域。可由谁解决：DNS 服务器的管理方。
    .steps =
        如果是您自己的内部区域：请告知 DNS 服务器该区域没有签名（unbound：domain-insecure）。
        请用另一个 DNS 服务器查询同一名称。

finding-nxdomain-for-one-family = 查询 { $type } 记录时，DNS 否认 { $host } 存在
    .explanation = 该名称有另一种类型的地址，而查询 { $type } 记录时得到“没有这个名称”（NXDOMAIN），正确的答复应是“没有这种记录”。有些程序会因此认为整个名称不存在，时好时坏；Alpine 容器中的程序（musl）就是如此。这样答复的可能是该域名的权威 DNS 服务器，也可能是这里询问的 DNS 服务器：{ $resolvers }。
    .about = 该名称在有些程序中可用，在另一些程序中不可用，因为该域名的权威 DNS 服务器给出了错误的答复：NXDOMAIN 表示该名称没有任何记录（RFC 4074 第 4.2 节、RFC 8020）。这常常来自只认识 A 记录的负载均衡器。容器或路由器的 DNS 服务器也可能这样答复，而且对许多名称都如此。可由谁解决：该域名 DNS 的管理方，或该 DNS 服务器的管理方。
    .steps =
        对于该名称没有的记录类型，请让 DNS 服务器答复不含记录的 NOERROR。

finding-nxdomain-for-mx = 查询邮件交换器时，DNS 否认 { $host } 存在
    .explanation = 该名称的地址是 { $addresses }，而查询它的 MX 记录时得到“没有这个名称”（NXDOMAIN），正确的答复应是“没有这种记录”。有些邮件服务器会因此认为整个名称不存在，把发往它的邮件作为无法投递退回（Exim）；另一些仍会去查地址（Postfix），但只要它们的 DNS 服务器记住了这个否认，就会失败。这样答复的可能是该域名的权威 DNS 服务器，也可能是这里询问的 DNS 服务器：{ $resolvers }。
    .explanation-domain = 该名称的地址是 { $addresses }，而查询它的 MX 记录时得到“没有这个名称”（NXDOMAIN），正确的答复应是“没有这种记录”。有些邮件服务器会因此认为整个名称不存在，把发往它的邮件作为无法投递退回（Exim）；另一些仍会去查地址（Postfix），但只要它们的 DNS 服务器记住了这个否认，就会失败。这里询问的 DNS 服务器（解析器）对 { $known } 的答复是正确的，因此很可能是该域名的权威 DNS 服务器否认了该名称。如果某个 DNS 服务器自己为 { $host } 设了地址，而其他内容转问别处（分离式 DNS），看起来也一样。
    .explanation-resolver = 该名称的地址是 { $addresses }，而向这里的 DNS 服务器（{ $resolvers }）查询它的 MX 记录时得到“没有这个名称”（NXDOMAIN）。它对 { $known } 也这样答复，而正确的答复应是“没有这种记录”。因此是这个 DNS 服务器有误，某些容器的 DNS 服务器就是如此；{ $host } 的 MX 记录无从得知。使用它的邮件服务器会把邮件作为无法投递退回（Exim），或者仍去查地址（Postfix）。
    .explanation-inner = 该名称的地址是 { $addresses }，而向这里的 DNS 服务器（{ $resolvers }）查询它的 MX 记录时得到“没有这个名称”（NXDOMAIN），正确的答复应是“没有这种记录”。只有一个单词的名称只有这个 DNS 服务器知道，某些容器的网络就是如此。使用它的邮件服务器会把邮件作为无法投递退回（Exim），或者仍去查地址（Postfix）。
    .about = 从有些服务器发往该名称的邮件能送达，从另一些服务器发出的会被退回，因为邮件服务器的第一个查询得到了错误的答复：NXDOMAIN 表示该名称没有任何记录（RFC 2308、RFC 8020），而它有地址。这样答复的有只认识 A 记录的负载均衡器和 DNS 服务器，也有某些容器的 DNS 服务器。为了区分两者，mailcheck 会查询一个肯定存在而没有 MX 记录的名称。检查域名的邮件时这是错误，检查主机时是警告；对容器常用的单个单词的名称，只作提示。可由谁解决：该域名 DNS 的管理方，或该 DNS 服务器的管理方。
    .steps =
        查询该名称没有的 MX 记录时，请让 DNS 服务器答复不含记录的 NOERROR。
        或者为该名称发布 MX 记录。

finding-special-address = { $addresses } 不是 { $host } 的邮件服务器地址
    .explanation = DNS 将 { $host } 指向本机自身（{ $addresses }）。对于他人的名称这不可能正确，因此没有进行连接：否则本机上的任何响应都会被当作那台服务器。可能是 DNS 记录有误，也可能是 DNS 服务器（解析器）屏蔽了该名称。
    .explanation-unspecified = DNS 中 { $host } 的地址是 { $addresses }，表示“没有地址”，无法连接。可能是 DNS 记录有误，也可能是 DNS 服务器（解析器）屏蔽了该名称。
    .explanation-link-local = DNS 中 { $host } 的地址是 { $addresses }。这种地址只在一段网线或一个无线网络内有效，其他地方的任何人都无法连接。DNS 记录有误。
    .explanation-multicast = DNS 中 { $host } 的地址是 { $addresses }，它不是单台电脑的地址，无法连接。DNS 记录有误。
    .explanation-private = MX 记录指向 { $addresses }，这是专用网络的地址。该网络之外的任何人都无法将邮件投递到那里。如果这是您自己的内部邮件域名，则只是服务器没有从这里响应。
    .explanation-documentation = DNS 中 { $host } 的地址是 { $addresses }。该地址保留用于文档中的示例，没有任何电脑使用它。它很可能是从手册中复制的。
    .explanation-made-up = DNS 服务器答复的是 { $addresses }，互联网上没有任何服务器使用这个地址。通常是这台电脑或路由器上的代理程序（Clash、mihomo、sing-box、Surge）为每个名称编造了这样的地址（fake-ip），并自己连接真正的服务器。在端口 { $ports } 上没有成功：代理程序不转发邮件，它的服务器不转发邮件，或者它没有运行。如果没有这样的程序，这个地址就属于某个内部网络。因此不能对邮件服务器得出任何结论。
    .explanation-transition = DNS 中 { $host } 的地址是 { $addresses }。这种地址属于早年单台电脑获取 IPv6 的方法（6to4、Teredo），如今几乎没有人能连接到它。该 DNS 记录已过时。
    .explanation-local-name = DNS 将 { $host } 指向本机自身（{ $addresses }），而本机上没有运行邮件服务。
    .explanation-one-family = localhost 有一个 IPv4 地址和一个 IPv6 地址，而本机上的服务器只侦听其中一个。{ $addresses } 上没有响应。两个地址都尝试的程序不受影响。
    .explanation-container = mailcheck 在容器中运行，localhost 就是该容器自身，其中没有运行邮件服务。主机上或其他容器中的服务器在这里有另外的名称。
    .about = 该名称指向的地址不可能是邮件服务器，因为它只属于本机（127.0.0.1、::1）、不属于任何主机（0.0.0.0、::）、属于专用网络，或者只用于文档。对于他人的名称，这是 DNS 中的错误，或者是 DNS 服务器屏蔽了该名称；如果连接会到达本机或无处可达，则不会进行连接。localhost 是本机，在容器中则是容器自身。可由谁解决：该域名 DNS 的管理方；对于 localhost，则是本机的管理员。
    .steps =
        请发布服务器在互联网上的地址。
        请用另一个 DNS 服务器查询，看看第一个是否屏蔽了该名称。

finding-nat64-unreachable = 无法通过 NAT64 连接 { $host }
    .explanation = 地址 { $addresses } 代表 IPv4 地址 { $inner }：本网络没有自己的 IPv4，而是进行转换（NAT64）。没有任何响应。可能是转换不起作用，也可能是服务器没有响应；从本机无法区分这些情况。
    .explanation-direct = 地址 { $addresses } 代表 IPv4 地址 { $inner }，这是没有 IPv4 的网络的写法（NAT64）。服务器在它的 IPv4 地址上有响应，而通过这条路径没有：这里的转换不起作用，或者没有转换。
    .about = 通过 NAT64 的连接失败，因为代表某个 IPv4 地址的 IPv6 地址（RFC 6052）没有任何响应：它属于 64:ff9b::/96，或属于这个网络自己的前缀，mailcheck 通过查询 ipv4only.arpa 得知该前缀（RFC 7050）。具有 DNS64 功能的 DNS 服务器会为只有 IPv4 地址的名称生成这种地址，需要由网关进行转换。可由谁解决：该网络的管理方。
    .steps =
        请询问网络管理员其 NAT64 网关是否正常。

finding-cname-loop = { $host } 的别名绕成了一个圈
    .explanation = 该名称是另一个名称的别名（CNAME），而别名链绕回起点或没有尽头。任何 DNS 服务器都无法找到它的地址。
    .about = 该名称无法查询，因为它是永远不会通向地址的别名。CNAME 记录最终指回自身，或者数量太多，DNS 服务器只能放弃。别名链列在判断依据中。可由谁解决：该域名 DNS 的管理方。
    .steps =
        请让其中一个别名最终指向有地址的名称。

finding-dns-refused = { $type ->
        [all] DNS 服务器（解析器）拒绝查询 { $host }
       *[other] DNS 服务器（解析器）拒绝查询 { $host } 的 { $type } 记录
    }
    .explanation = DNS 服务器（{ $resolvers }）有响应，但拒绝了查询。如果本机不在它的服务范围之内，或者有规则禁止该名称，DNS 服务器就会这样做。由此不能对邮件服务器得出任何结论。
    .explanation-one-type = DNS 服务器（{ $resolvers }）会答复这个名称，但拒绝查询它的 { $type } 记录。屏蔽整类记录的规则就会这样，例如屏蔽 IPv6。大多数程序会使用已有的结果；有些程序会因此认为整个名称不可用，例如 Alpine 容器中的程序（musl）。
    .explanation-local = 本机使用自身上的 DNS 服务器（{ $resolvers }），而它拒绝了查询。它没有设置为答复查询，或者有规则禁止该名称。由此不能对邮件服务器得出任何结论。
    .about = 该名称无法查询，因为本机使用的 DNS 服务器（解析器）拒绝查询：它答复 REFUSED，或者另一个表示拒绝查询的代码。这不能说明该名称的任何情况。常见原因：该 DNS 服务器属于另一个网络，只为自己的用户服务；或者启用了过滤。可由谁解决：该 DNS 服务器的管理方。
    .steps =
        请设置本网络分配的 DNS 服务器：设置 → 网络 → DNS 服务器。
        请询问该 DNS 服务器的管理方为何拒绝。

finding-dns-timeout = { $type ->
        [all] 对 { $host } 的 DNS 查询没有答复
       *[other] 对 { $host } 的 { $type } 记录的 DNS 查询没有答复
    }
    .explanation = 没有 DNS 服务器（解析器）及时答复（{ $resolvers }），因此不知道服务器的地址。可能是网络中断，可能是 DNS 服务器停止工作，也可能是途中有设备丢弃 DNS 数据包。由此不能对邮件服务器得出任何结论。
    .explanation-alive = DNS 服务器（{ $resolvers }）答复了其他查询，却没有答复这一个。可能是该域名的权威 DNS 服务器没有响应，DNS 服务器仍在等待；也可能是数据包丢失。从本机无法区分这些情况。
    .explanation-authority = 本网络的 DNS 服务器（解析器）说明该域名的权威 DNS 服务器没有答复。前者正常；该域名的服务器已停止工作或无法连接。
    .explanation-waits = 本网络的 DNS 服务器（{ $resolvers }）能立即答复其他名称，唯独没有答复这一个。它在等待该域名的权威 DNS 服务器，而后者已停止工作或无法连接。
    .explanation-local = 本机使用自身上的 DNS 服务器（{ $resolvers }），而它没有及时答复。由此不能对邮件服务器得出任何结论。
    .about = 该名称无法查询，因为没有答复：或者来自本网络的 DNS 服务器（解析器），或者来自该域名的权威 DNS 服务器。查询没有得到任何 DNS 服务器的及时答复；或者 DNS 服务器在等待之后自己报告该域名的服务器没有响应（扩展 DNS 错误 22 和 23）。前一种情况的怀疑对象是 DNS 服务器或通往它的网络，后一种情况的怀疑对象是该域名。默默等待该域名服务器的 DNS 服务器，看起来与停止工作的 DNS 服务器相同：如果它答复了其他查询，诊断结果会说明这一点，并且不指明责任方。
    .steps =
        请检查其他名称能否解析。
        请用另一个 DNS 服务器查询同一名称：mailcheck --resolver 223.5.5.5 smtp.example.com
        如果只有这个名称失败：请告知该域名 DNS 的管理方。

finding-not-asked = { $who } 要求不要再连接，因此没有检查
    .explanation = 本次运行的其他目标也指向 { $who }。它要求降低连接频率（“{ $said }”），在本次运行让它休息两次之后仍然如此要求。因此没有为 { $host } 向它发送任何内容，由此不能得出任何结论。
    .about = 对于连接过于频繁的客户端，邮件服务器会要求降低频率，通常用 421 表示。检查列表时，mailcheck 会让该地址和该服务商休息：第一次十分钟，第二次一小时。第三次这样要求的，在同一次运行中不再检查。这对服务器和发送方都有好处：继续连接的客户端会被列入黑名单。这并不说明目标本身有问题。
    .steps =
        请稍后用 --resume 继续检查列表的其余部分：没有检查的目标届时会检查。
        请降低每秒检查的目标数：mailcheck --rate 1 --targets FILE

finding-resolver-overloaded = 本次运行向 DNS 服务器提出的查询超出了它的处理能力
    .explanation = 查询 { $host } 期间，DNS 服务器 { $resolvers } 同时收到本次运行的最多 { $open } 个查询。这段时间里它答复了 { $answered } 个，有 { $unanswered } 个没有答复，其中包括这一个。由此不能对 { $host } 得出任何结论，也不能对邮件服务器得出任何结论：减少同时检查的目标数，再运行一次才能判断。
    .about = 检查大量目标时，会向 DNS 服务器（解析器）提出大量查询。mailcheck 限制同时提出的查询数，并在它不再答复时进一步减少。如果它确实在工作，却仍有大部分查询没有答复，那么某一个查询没有答复就不说明该域名有故障：它是被本次运行自己的大量查询淹没的。也可能是列表中大部分域名的权威 DNS 服务器都已停止工作，解析器在等待它们；在大量查询进行期间，mailcheck 无法区分这两种情况。
    .steps =
        请减少同时检查的目标数：mailcheck --jobs 20 --targets FILE
        请使用能处理大量查询的 DNS 服务器，例如本机上的 unbound：mailcheck --resolver 127.0.0.1 --targets FILE

finding-resolver-down = 无法连接到 DNS 服务器（解析器）
    .explanation = DNS 服务器（{ $resolvers }）拒绝了查询：它的端口已关闭，或者没有通往它的路径。没有它就无法查询任何名称，由此不能对邮件服务器得出任何结论。
    .explanation-local = 本机使用自身上的 DNS 服务器，或者本机自己的规则阻止了查询（{ $resolvers }）。可能是 DNS 服务器没有运行，也可能是这里的防火墙禁止 DNS。
    .about = 从本机无法查询名称，因为本机使用的 DNS 服务器（解析器）拒收查询或无法连接。查询返回了系统错误：端口已关闭、没有路由或不允许。这比没有答复更快，也更明确。如果 DNS 服务器就是本机，或者系统禁止发出数据包，则故障在本机；否则故障在网络。
    .steps =
        请检查本机是否已连接到网络。
        请启动 DNS 服务器，或者设置另一个：设置 → 网络 → DNS 服务器。

finding-no-resolver = 本机没有设置 DNS 服务器（解析器）
    .explanation = 本机没有设置 DNS 服务器，因此无法将任何名称转换为地址。由此不能对邮件服务器得出任何结论。
    .about = 无法查询名称，因为本机的设置中没有 DNS 服务器（解析器）。通常是本机没有连接到网络，或者存放 DNS 服务器的文件为空。可由谁解决：这台电脑的管理员。
    .steps =
        请连接到网络，或者重新建立连接。
        请设置 DNS 服务器：设置 → 网络 → DNS 服务器。

finding-resolver-slow = 第一个 DNS 服务器（解析器）没有答复
    .explanation = DNS 服务器 { $resolver } 没有答复，{ $other } 有答复。本机上的每个程序都会先向没有答复的那个查询，每个名称都要为此耗费时间。
    .about = 查询名称很慢，因为设置中的第一个 DNS 服务器（解析器）没有答复：它对每次查询都超时或拒收数据包，排在后面的一个给出了答复。名称可以解析，但每次都要先等待。可由谁解决：该 DNS 服务器的管理方，或者分配其地址的一方。
    .steps =
        请修复第一个 DNS 服务器，或者将它从列表中移除。

finding-resolver-breaks-edns = { $how ->
        [unknown] DNS 服务器（解析器）{ $resolver } 不支持 EDNS
        [silent] 发往 DNS 服务器（解析器）{ $resolver } 的 EDNS 查询没有答复
        [spoils] DNS 服务器（解析器）{ $resolver } 对 EDNS 查询的答复到达时已损坏
       *[refuses] DNS 服务器（解析器）{ $resolver } 无法处理 EDNS 查询
    }
    .explanation = 同一个查询只要不带 EDNS 就能得到答复；EDNS 是自 1999 年起使用的 DNS 扩展。DNS 服务器或它前面的路由器破坏了它。使用 EDNS 的程序查询每个名称都要等待，或者查不到；其他程序不受影响。从本机无法检查签名（DNSSEC）和 DANE。
    .explanation-unknown = DNS 服务器说明它不支持 EDNS（自 1999 年起使用的 DNS 扩展），不带 EDNS 时有答复。名称仍可查询；从本机无法检查签名（DNSSEC）和 DANE。
    .about = 有些程序查询名称很慢或查不到，因为 DNS 服务器（解析器）或它前面的路由器无法处理 EDNS（RFC 6891）：带 EDNS 的查询不止一次没有答复或得到错误，而期间不带 EDNS 的同一查询有答复。此后 mailcheck 不再使用 EDNS，与大多数系统的 C 库的查询方式相同。答复 FORMERR 的 DNS 服务器是按标准规定的方式说明自己不支持 EDNS，这只是提示。可由谁解决：DNS 服务器或路由器的管理方。
    .steps =
        请更新路由器，或者设置另一个 DNS 服务器：设置 → 网络 → DNS 服务器。

finding-search-domain-answers = 本机将 { $host } 补全为 { $name }
    .explanation = 该名称本身在 DNS 中不存在。本机的程序会在它后面加上设置中的搜索域，而 { $name } 的地址是 { $addresses }。没有该搜索域的电脑查不到它。
    .explanation-elsewhere = 本机的程序会在该名称后面加上设置中的搜索域，而 { $name } 的地址是 { $addresses }，程序会连接到那里。该名称本身在 DNS 中的地址是 { $others }，其他电脑都会连接到那里。
    .explanation-word = 该名称只有一个单词。本机的程序会在它后面加上设置中的搜索域，而 { $name } 的地址是 { $addresses }。没有该搜索域的电脑查不到它。
    .about = 地址是通过补全名称得到的，因为本机的设置中有搜索列表（resolv.conf：search、ndots）。点的数量少于 ndots 的名称会先在这些域中查询，然后才按原样查询；其他名称则先按原样查询。如果补全后的名称指向与名称本身不同的服务器，或者那里什么都不能使用，则为警告。在名称末尾加一个点可以避免使用搜索域。可由谁解决：本机的管理员。
    .steps =
        请在名称末尾加一个点，看看是否可用。
        请检查本机的搜索列表（/etc/resolv.conf：search、options ndots）。

finding-dns-tcp-blocked = 基于 TCP 的 DNS 被封锁
    .explanation = { $host } 的答复太长，一个数据报容纳不下，而 DNS 服务器（{ $resolvers }）不通过 TCP 端口 53 答复。可能是途中有设备封锁，也可能是该 DNS 服务器不提供这种方式。由此不能对邮件服务器得出任何结论。
    .about = 较长的 DNS 答复无法到达，因为从本机不能使用基于 TCP 的 DNS。DNS 服务器（解析器）发来被截断的答复，意思是“请改用 TCP 再次查询”（RFC 7766），而 TCP 无法使用。较短的答复仍能通过，因此只有部分名称失败。途中的过滤与不支持 TCP 的 DNS 服务器看起来相同。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        请允许访问 DNS 服务器的 TCP 端口 53。
        请设置另一个 DNS 服务器：设置 → 网络 → DNS 服务器。

finding-dns-malformed = DNS 服务器的答复不符合 DNS 协议
    .explanation = DNS 服务器（{ $resolvers }）对 { $host } 的答复不是 DNS 报文，或者与查询不符。常见原因是路由器有故障，或者有设备干预 DNS。由此不能对邮件服务器得出任何结论。
    .about = 本网络的 DNS 服务器（解析器）有答复，但其答复无法使用：返回的数据不是对查询的 DNS 答复。可由谁解决：该 DNS 服务器所在网络的管理方。
    .steps =
        请设置另一个 DNS 服务器：设置 → 网络 → DNS 服务器。
        如果路由器就是 DNS 服务器：请重新启动路由器。

finding-resolver-filters = DNS 服务器（解析器）屏蔽了 { $host }
    .explanation = DNS 服务器（{ $resolvers }）根据自己的规则屏蔽了该名称：它这样说明，或者答复一个不代表任何主机的地址（0.0.0.0 或 ::），屏蔽广告和恶意软件的过滤器就是这样做的。该名称本身可能没有问题。由此不能对邮件服务器得出任何结论。
    .explanation-block-page = DNS 服务器（{ $resolvers }）答复 { $addresses }，这是 OpenDNS 和 Cisco Umbrella 把所屏蔽的名称引向的地址。该名称本身可能没有问题。由此不能对邮件服务器得出任何结论。
    .about = 从这里无法连接该名称，因为 DNS 服务器（解析器）过滤了它：它给出扩展 DNS 错误 Blocked、Censored 或 Filtered（15 至 17，RFC 8914），给出地址 0.0.0.0 或 ::，或者给出屏蔽提示页面的地址（OpenDNS、Cisco Umbrella）。Pi-hole、AdGuard、带家长控制的路由器和某些服务商会这样做。可由谁解决：DNS 服务器的管理方。
    .steps =
        请在过滤器中放行该名称（Pi-hole、AdGuard、路由器的家长控制）。
        请用另一个 DNS 服务器查询同一名称。

finding-dns-hijacked = { $host } 的 DNS 答复是伪造的
    .explanation = DNS 服务器（{ $resolvers }）对一个不可能存在的名称也给出地址，而 { $addresses } 就是这样的地址。因此它不是邮件服务器的地址。带登录页面的网络会这样做，有些运营商对不存在的名称也会这样做。由此不能对邮件服务器得出任何结论。
    .explanation-unrelated = DNS 服务器（{ $resolvers }）对 { $host } 和对另一个完全无关的名称都给出 { $addresses }。因此它不是邮件服务器的地址。带登录页面的网络会这样做。由此不能对邮件服务器得出任何结论。
    .about = 本网络的 DNS 服务器（解析器）给出虚假的地址。当连接到一个可疑的地址失败时，mailcheck 会向 DNS 服务器查询一个不可能存在的名称，以及另一方的一个知名名称。如果前者有地址，或者后者得到相同的地址，那么这个地址就是伪造的。名称本身可能是对的，也可能根本不存在：返回伪造结果的 DNS 服务器无法说明。可由谁解决：该 DNS 服务器所在网络的管理方。
    .steps =
        请打开一次任意网页：网络可能要求先登录。
        请设置另一个 DNS 服务器（设置 → 网络 → DNS 服务器），然后再次运行 mailcheck。

finding-null-mx = { $alone ->
        [yes] { $host } 不接收邮件
       *[no] { $host } 在其他 MX 之外还有一条空 MX
    }
    .explanation = 该域名在 DNS 中声明完全不接收邮件（空 MX）。这是有意的设置，没有可供连接的邮件服务器。
    .explanation-mixed = 该域名除了真正的邮件交换服务器之外，还有一条表示“这里不接收邮件”的空 MX 记录。两者相互矛盾；有些服务器会拒绝发送。
    .about = 该域名不接收邮件，并且在 DNS 中作了声明。它发布了 RFC 7505 的空 MX：唯一一条指向根“.”的 MX 记录。没有任何故障；该域名不想接收邮件。如果它与其他 MX 记录并存，则是错误。可由谁解决：该域名 DNS 的管理方。
    .steps =
        请检查域名是否正确；邮件往往使用同一所有者的另一个域名。
        如果它应当接收邮件：请将空 MX 替换为邮件服务器的名称。

finding-mx-alias = 邮件交换服务器 { $host } 是别名
    .explanation = { $domain } 的 MX 记录指向一个别名（CNAME）。大多数服务器会照样解析，但标准禁止这样做，有些服务器不会投递。
    .about = 有些服务器无法向该域名投递，因为它的 MX 记录指向别名。MX 记录必须指向自身有地址的主机（RFC 2181 第 10.3 节，RFC 5321 第 5.1 节）。来自大多数发件方的邮件仍能送达，因此这只是警告。可由谁解决：该域名 DNS 的管理方。
    .steps =
        请让 MX 记录指向别名最终对应的主机。

finding-mx-target-missing = 邮件交换服务器 { $host } 不存在或没有地址
    .explanation = { $domain } 的一条 MX 记录指向 DNS 中没有地址的主机。邮件无法投递到那里；如果还有下一台邮件交换服务器，发件方会改用它。
    .explanation-dot = { $domain } 的一条 MX 记录指向 { $host }，而它不存在；本意应为 { $meant }。区域文件中该名称末尾缺少一个点，因此区域在它后面加上了自己的名称。邮件无法投递到那里。
    .about = 邮件无法投递到该域名指定的某台服务器，因为 DNS 中没有它的地址。DNS 中有这条 MX 记录，但其中的主机得到 NXDOMAIN，或者没有 A 和 AAAA 记录。如果另一台邮件交换服务器可用，这只是警告。可由谁解决：该域名 DNS 的管理方。
    .steps =
        请更正 MX 记录中的名称，或者为该主机设置地址。
        请删除已不存在的服务器的记录。

finding-mx-not-a-name = { $host } 的一条 MX 记录填写的不是主机名
    .explanation = 该 MX 记录的内容是 { $exchanges }。{ $kind ->
        [address] 这是一个地址；MX 记录必须填写服务器的名称，大多数发件方无法使用填在那里的地址。
        [url] 这是一个网址；MX 记录只能填写服务器的名称，例如 mail.example.com。
        [mail-address] 这是一个邮箱地址；MX 记录只能填写服务器的名称，例如 mail.example.com。
        [wildcard] 星号代表其他名称，本身不是名称；MX 记录必须填写服务器的名称。
       *[other] 没有服务器会有这样的名称：名称由字母、数字、连字符和点组成。邮件无法投递到那里。
    }
    .about = 按这条 MX 记录无法投递邮件，因为它没有指定主机。MX 记录的主机字段填写的内容不可能是主机名：IP 地址、网址、邮箱地址、星号，或者带有空格等主机名中不会出现的字符的名称。发件方无法向它投递。如果另一条 MX 记录指向主机，则为警告。可由谁解决：该域名 DNS 的管理方。
    .steps =
        请为服务器设置一个带 A 或 AAAA 记录的名称，并将该名称填入 MX 记录。

finding-no-mx = { $host } 没有 MX 记录
    .explanation = 该域名没有指定邮件交换服务器，因此邮件会发往域名自身的地址。这是允许的；不过许多收件方和过滤系统都期望有 MX 记录。
    .about = 没有 MX 记录时，由域名自身的 A 或 AAAA 记录接收邮件（RFC 5321 第 5.1 节）。没有任何故障。
    .steps =
        如果该域名要接收邮件，请发布 MX 记录。

finding-hosts-file-override = { $host } 的地址由本机的 hosts 文件决定
    .explanation = 本机的 hosts 文件中有该名称的条目：{ $addresses }。没有查询 DNS。其他电脑看到的可能是另一台服务器。
    .explanation-dead = 本机的 hosts 文件中有该名称的条目：{ $addresses }。没有查询 DNS，而该地址上什么都连接不到。该条目可能已过时。
    .explanation-elsewhere = 本机的 hosts 文件中有该名称的条目：{ $addresses }。该地址上什么都连接不到。DNS 中该名称的地址是 { $others }，其他电脑都会连接到那里。
    .explanation-blocked = 本机的 hosts 文件中该名称的条目表示“没有地址”：{ $addresses }。屏蔽广告的列表中有这种条目。本机上的任何程序都无法连接该服务器。
    .about = 本机从自己的 hosts 文件而不是从 DNS 得到邮件服务器的地址。本机的一个静态条目（/etc/hosts，或 Windows 中对应的文件）代替了 DNS。如果到该地址的连接都没有建立，则为警告。可由谁解决：这台电脑的管理员。
    .steps =
        请将该条目与 DNS 的答复进行比较。该文件在 Windows 上是 C:\Windows\System32\drivers\etc\hosts，在其他系统上是 /etc/hosts。
        如果没有人需要该条目，请将其删除。

# 本机

finding-ipv6-unavailable-here = { $host } 有 IPv6 地址，而本机没有 IPv6
    .explanation = 本机没有通往 IPv6 互联网的路径，因此从这里无法连接 { $addresses }。将改用 IPv4，这没有任何问题。
    .about = 本机不能使用 IPv6，邮件通过 IPv4 收发。该名称有 AAAA 记录，而系统没有 IPv6 路由。这种情况下邮件客户端会使用 IPv4。这不能说明服务器的 IPv6 是否正常。
    .steps =
        无需任何操作。

finding-ipv4-unavailable-here = { $host } 有 IPv4 地址，而本机没有 IPv4
    .explanation = 本机没有通往 IPv4 互联网的路径，因此从这里无法连接 { $addresses }。将改用 IPv6，这没有任何问题。
    .about = 本机不能使用 IPv4，邮件通过 IPv6 收发。该名称有 A 记录，而系统没有 IPv4 路由。这不能说明服务器的 IPv4 是否正常。
    .steps =
        无需任何操作。

finding-island-network = 本机所在的网络没有通往外部的路径
    .explanation = 本机已连接到网络，其 DNS 服务器（{ $resolvers }）也有答复；但没有通往互联网的路由，IPv4 和 IPv6 都没有。标记为 internal 的容器网络和测试网络就是这样。由此不能对邮件服务器得出任何结论。
    .about = 无法连接外部的任何地方，因为本机所在的网络不通向别处：没有默认路由，而网络中的 DNS 服务器仍有答复。处于设置了 “internal: true” 的 Docker 网络中的容器就是这种情况。可由谁解决：本机的管理员。
    .steps =
        请将本机或容器连接到一个也能通往互联网的网络。

finding-no-route-here = 本机没有通往 { $host } 的路径
    .explanation = 系统找不到通往 { $addresses } 的路由。没有任何数据包离开本机，因此不能对服务器得出任何结论。可能是网线、无线网络或 VPN 已断开，也可能是缺少路由。
    .explanation-both = 本机没有通往互联网的路由，IPv4 和 IPv6 都没有。可能没有连接任何网络，也可能所连接的网络不通向别处。由此不能对服务器得出任何结论。
    .explanation-ipv6 = 该服务器只能通过 IPv6 连接（{ $addresses }），而本机没有通往 IPv6 互联网的路径。从有 IPv6 的网络也许可以连接。
    .explanation-ipv4 = 该服务器只能通过 IPv4 连接（{ $addresses }），而本机没有通往 IPv4 互联网的路径。从有 IPv4 的网络也许可以连接。
    .explanation-short-lived = 本机发出的数据包的 TTL 是 { $ttl }，而 { $host } 离得更远：途中的路由器会先将其丢弃。因此不能对服务器得出任何结论。
    .about = 本机没有通往服务器的路由，没有发送任何数据。连接立即失败，错误为“网络不可达”（ENETUNREACH，10051），而且没有路由器这样报告：这是本机自己的路由表作出的判断。在 Windows 上，仅凭这个编号无法判断，因为路由器的回应看起来相同：在那里会查询路由表。在到达服务器之前就用完的 TTL（Linux 上的 net.ipv4.ip_default_ttl）也不是通路。可由谁解决：这台电脑的管理员。
    .steps =
        请检查网线或无线网络是否已连接。
        请检查 VPN 是否已完全连接；请断开后重新连接。
        请试着访问其他网站或服务器，看看是否有任何地方能够连接。

finding-local-route-rejects = 本机设置为拒绝连接 { $addresses }（VPN 或断网保护会这样做）
    .explanation = 系统立即报告主机不可达，而网络上没有任何设备这样报告：设置了“unreachable”类型的路由。没有发送任何数据，因此不能对服务器得出任何结论。VPN 程序和断网保护（kill switch）会设置这种路由。
    .explanation-prohibit = 系统立即报告不允许连接，而网络上没有任何设备这样报告：可能是设置了“prohibit”类型的路由，也可能是安全软件禁止该连接。从本机无法区分这些情况。没有发送任何数据，因此不能对服务器得出任何结论。
    .explanation-blackhole = 系统立即报告地址无效：本机设置了“blackhole”类型的路由。没有发送任何数据，因此不能对服务器得出任何结论。VPN 程序和防攻击工具会设置这种路由。
    .about = 本机自己拒绝到该地址的连接，连接没有到达网络。连接立即失败，错误为 EHOSTUNREACH、EACCES 或 EINVAL，而且套接字的错误队列为空：没有 ICMP 消息，因此是本机作出的判断。在 Linux 上，这些是 unreachable、prohibit 和 blackhole 类型的路由；EACCES 也可能来自安全软件。可由谁解决：这台电脑的管理员。
    .steps =
        请列出路由，并查明起拒绝作用的路由是由谁设置的：ip route get 192.0.2.1（Linux）、route -n get 192.0.2.1（macOS）、route print（Windows），换成服务器的地址。
        请断开 VPN，然后重试。

finding-local-firewall = 本机自己的防火墙阻止了到 { $host } 端口 { $ports } 的连接
    .explanation = 本机的防火墙拒绝了连接：拒绝来自本机自己的地址。没有任何数据离开本机，因此不能对服务器得出任何结论。
    .explanation-reset = 拒绝来自本机：测试数据包的生存时间（TTL）不足以离开本机所在的网络，服务器的距离更远，却仍收到了拒绝。是本机的防火墙或安全软件拒绝了连接；极少数情况下，是第一台路由器。由此不能对服务器得出任何结论。
    .explanation-dropped = 本机的防火墙丢弃了连接请求：没有路由器看到它们，而系统统计到自己的过滤规则丢弃了向外发送的数据包。由此不能对服务器得出任何结论。
    .explanation-access-denied = Windows 自己拒绝了该连接（WSAEACCES，10013）：它的防火墙、杀毒软件或 VPN 的断网保护（kill switch）禁止了该连接。没有发送任何数据，因此不能对服务器得出任何结论。
    .explanation-not-permitted = 本机禁止该连接（EPERM）：是安全软件、沙箱或系统规则。没有发送任何数据，因此不能对服务器得出任何结论。
    .about = 本机的防火墙或安全软件阻止了连接，连接没有到达网络。依据以下五种迹象之一：发送方为本机自己地址的 ICMP 拒绝；在 TTL 为 1（数据包只能刚刚离开本机）时收到重置；连接没有响应、也没有路由器收到这些连接的数据包，同时内核统计的被自身过滤规则丢弃的数据包数（TcpExt.TCPRetransFail）上升；EPERM；或者在 Windows 上，出现 WSAEACCES（10013），同时发往该端口的数据包在途中没有任何设备回应过。该计数针对整台电脑，因此每个没有响应的端口至少要对应一次。可由谁解决：这台电脑的管理员。
    .steps =
        请在本机的防火墙和安全软件中允许该端口：wf.msc → 出站规则（Windows）、sudo nft list ruleset（Linux）、Little Snitch 或 LuLu 之类的程序（macOS）、杀毒软件的邮件防护。
        请再次运行 mailcheck。

finding-no-nat-loopback = { $by ->
        [rejected] 到 { $host } 的连接在第一步就被拒绝
       *[other] 第一台路由器没有把到 { $host } 的连接转给服务器
    }
    .explanation-rejected = 到 { $addresses } 的尝试在越过任何路由器之前，就被以该地址本身的名义用 ICMP 拒绝。很可能该地址就在第一台路由器上：那么它是您所在网络的公网地址，而路由器不让内部的连接进入（没有 NAT 回流）。在隐藏路由器的网络中（某些云就是如此），服务器本身也可能这么近，由它自己的防火墙拒绝。从互联网访问时它可能是正常的；从这里无法得出结论。
    .explanation = 到 { $addresses } 每个端口的请求，都在越过第一台路由器之前被拒绝，而且拒绝的不是本机。很可能该地址就在那台路由器上：它是您所在网络的公网地址，而路由器不会把内部发起的连接再引回内部（没有 NAT 回流）。从互联网访问时服务器可能是正常的；从这里无法得出结论。
    .explanation-silent = 到 { $addresses } 的连接都没有建立，而第一台路由器以该地址的名义回答其他数据包。因此该地址就在那台路由器上：它是您所在网络的公网地址，而路由器不会把内部发起的连接再引回内部（没有 NAT 回流），或者引回的方式使应答无法返回。从互联网访问时服务器可能是正常的；从这里无法得出结论。
    .explanation-ports = 端口 { $ports } 被第一台路由器拒绝，而它把 { $addresses } 的另一个端口继续转发，并以该地址的名义回答。因此该地址就在那台路由器上：很可能它是您所在网络的公网地址，而路由器不会从内部转发该端口。从互联网访问时是否会转发，从这里无法得知。
    .about = 与服务器处于同一网络的人，往往无法通过公网地址访问它：该地址在路由器上，而路由器只转发来自互联网的连接。其表现是每个端口都在 TTL 为 1 时被重置，而该路由器以该地址的名义回答其他数据包，或者重置所用的时间比本机防火墙的拒绝更长；也可能表现为没有任何响应，而该路由器回答了发往该地址、但最远只能到达它的数据包。拒绝到该地址的一切连接的路由器看起来也一样。可由谁解决：路由器的管理方。
    .steps =
        在此网络中，使用服务器的内部地址，或使用能给出内部地址的 DNS 服务器。
        或在路由器中开启 NAT 回流（hairpin NAT、NAT reflection）。
        请从另一个网络尝试，例如手机的移动数据。

finding-local-ports-exhausted = 本机没有空闲端口
    .explanation = 系统没有可用于连接 { $host } 的空闲本机地址或端口：打开的连接太多，或者有太多连接刚刚结束。没有发送任何数据，因此不能对服务器得出任何结论。
    .about = 本机打开的连接太多，无法再建立连接。在发送任何数据之前，系统就报告 EADDRNOTAVAIL（10049）、EADDRINUSE（10048）或 ENOBUFS（10055，在 Windows 上）。可自动分配给程序的端口已全部占用。完全不能使用该地址类型的电脑看起来也一样。可由谁解决：这台电脑的管理员。
    .steps =
        请关闭占用大量连接的程序，或者重新启动本机。
        请查看是哪些程序占用了端口：netstat -ano（Windows）、ss -tanp（Linux）、netstat -an -p tcp（macOS）。

finding-local-descriptors-exhausted = 本机无法再打开文件和连接
    .explanation = 本进程或整台电脑打开的文件和连接太多，因此无法再打开到 { $host } 的连接。没有发送任何数据，因此不能对服务器得出任何结论。
    .about = 本机打开的文件和连接太多，无法再建立连接。在发送任何数据之前，系统就报告 EMFILE（10024）或 ENFILE：已达到进程或系统的打开文件数上限。可由谁解决：这台电脑的管理员。
    .steps =
        请提高打开文件数的上限（ulimit -n）。
        请关闭占用大量连接的程序。

finding-local-failure = 本机无法打开连接
    .explanation = 在发送任何数据包之前，系统就因自身的原因拒绝打开到 { $host } 的连接。由此不能对服务器得出任何结论。
    .explanation-link-local = { $addresses } 是链路本地地址。它只在同一条网线或同一个无线网络内有效，不注明接口名称就没有意义。服务器另外还有一个地址，邮件应当发往那个地址。
    .about = 本机甚至无法开始连接。系统调用失败，而原因不属于其他几种：不是缺少端口或描述符，不是路由，也不是防火墙。系统的原话见“判断依据”。可由谁解决：这台电脑的管理员。
    .steps =
        请查询该错误，例如：mailcheck explain EADDRNOTAVAIL

# 网络

finding-gateway-down = 本网络的网关没有响应
    .explanation = 发往 { $addresses } 的每个数据包都必须经过网关，而网关在本地网络上没有响应。没有任何数据离开本网络，因此不能对服务器得出任何结论。
    .explanation-known = 发往 { $addresses } 的每个数据包都必须经过网关 { $gateway }，而它在本地网络上没有响应。没有任何数据离开本网络，因此不能对服务器得出任何结论。
    .about = 通向外部的路由器不答复本机。系统在大约三秒后放弃，“主机不可达”的发送方是本机自己的地址，而且没有发送任何数据：没有设备答复它对硬件地址的查询（ARP 或邻居发现）。Windows 的错误不说明这一点，在那里依据的是系统的邻居表。服务器不在本地网络上，因此查询的是网关。可能是网关已关机，可能是网关设置错误，也可能是网线或无线网络没有通向任何地方。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        请检查路由器是否已开机，并重新启动它。
        请检查所用的网线或无线网络是否正确。

finding-neighbour-silent = { $taken ->
        [yes] { $host } 被当作本网络中的机器，而它在那里没有响应
       *[no] { $host } 在本网络上，但没有响应
    }
    .explanation-taken = 从地址看，{ $addresses } 不在本机的任何网络中，而有一条路由不经过路由器直接把数据包发往那里。该网络中没有设备使用这个地址。如果服务器确实在那里，则它已关机或换了地址；如果不在，则是路由有误：静态路由、错误的子网掩码或 VPN 的路由。没有数据包离开本网络。
    .explanation = { $addresses } 属于本机所在的网络，而那里没有任何设备使用该地址。可能是服务器已关机、使用另一个地址，或者连接在另一根网线或另一个无线网络上。
    .about = 服务器应当与本机在同一个本地网络上，而那里没有设备使用它的地址。系统在本地网络上查询谁拥有该地址（ARP 或邻居发现），大约三秒内没有设备答复。这里不涉及任何路由器。服务器已关机与地址已过时看起来相同。可由谁解决：邮件服务器的管理方。
    .steps =
        请检查服务器是否已开机，以及它的地址是什么。
        请检查两台电脑是否在同一个网络上。

finding-port-25-blocked = { $here ->
        [yes] 从本机到 { $host } 的端口 25 被封锁
       *[no] 通往 { $host } 的途中端口 25 被封锁
    }
    .explanation = 从本机连接 { $addresses } 的端口 25 没有响应，而同一地址的其他端口（{ $answering }）有响应。许多云服务商（如阿里云、腾讯云）和部分宽带运营商为防止垃圾邮件而有意封锁端口 25。从本机无法排除服务器只对本网络丢弃端口 25 数据包的可能。
    .explanation-here = 从本机连接 { $addresses } 的端口 25 没有响应，而同一地址的其他端口（{ $answering }）有响应。途中没有任何设备表明收到过这些数据包。许多云服务商（如阿里云、腾讯云）和部分宽带运营商为防止垃圾邮件而有意封锁端口 25，本机的安全软件也可能如此。从本机无法区分这些情况。
    .explanation-rejected = 途中的设备拒绝了到端口 25 的连接，而同一地址的其他端口（{ $answering }）有响应。许多云服务商（如阿里云、腾讯云）和部分宽带运营商为防止垃圾邮件而有意封锁端口 25。
    .about = 到服务器端口 25 的连接在途中被阻止，通常是云服务商或宽带运营商所为。端口 25 没有响应或在途中被拒绝，同一地址的另一个端口有响应，而其他服务器的端口 25 也都没有响应。常见原因是云服务商或宽带运营商的过滤。如果追踪了路径，则路径在到达服务器之前就中断。（如果恰好在服务器处没有响应，则是诊断结果 filtered-near-server。）如果路径未知，服务器上只对本网络丢弃端口 25 数据包的过滤规则看起来也一样。邮件客户端不需要端口 25：它们登录后通过 465 或 587 发送。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        在邮件客户端中：请使用端口 465（SSL/TLS）或 587（STARTTLS）并登录。
        对于邮件服务器：请要求运营商开放端口 25，或者通过中继服务器的端口 587 发送。
        要进一步确认：请从另一个网络尝试。

finding-proxy-required = 只有通过代理服务器才能连接到 { $host }
    .explanation = 没有任何直接连接建立成功，而通过这里配置的代理服务器 { $proxy }，服务器有响应。本网络只允许通过代理服务器访问外部。邮件客户端必须使用它，或者由网络放行邮件连接。
    .about = 本网络只允许邮件连接通过代理服务器出去。每个直接连接的端口都没有响应或被拒绝，环境变量中指定了代理服务器，并且通过它收到了服务器的问候信息。因此服务器可用，是网络从中阻挡。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        如果邮件客户端能够使用代理服务器，请在其中设置。
        请要求网络管理员放行邮件端口。

finding-proxy-unreachable = 无法连接到代理服务器 { $proxy }
    .explanation = 按要求应通过代理服务器 { $proxy } 连接，但到它的连接没有建立：证据说明遇到了什么。没有向邮件服务器发出任何请求，因此对它不能得出任何结论。
    .about = 到代理服务器本身的连接失败：其名称没有地址、端口已关闭，或者那里没有响应。没有向邮件服务器发出任何内容。可由谁解决：代理服务器或网络的管理方；也可能是代理服务器的地址不对。
    .steps =
        请将代理服务器的名称和端口与网络管理员提供的进行比较。
        请询问代理服务器的管理方它是否正在运行。

finding-proxy-auth-required = 代理服务器 { $proxy } 要求登录
    .explanation = 该代理服务器不允许未登录者通过，而 mailcheck 没有提供登录信息。它的答复：{ $said }。完全不为这台电脑服务的 SOCKS 代理也会这样答复。
    .explanation-refused = 代理服务器没有接受所提供的登录信息。它的答复：{ $said }。用户名或密码不对，或者该用户无权使用此代理。
    .about = 代理服务器在连接任何地方之前要求用户名和密码：SOCKS 5 答复“没有可接受的方法”或拒绝登录（RFC 1929），SOCKS 4 查询 identd，HTTP 答复 407。没有向邮件服务器发出任何内容。可由谁解决：您自己，提供正确的登录信息即可。
    .steps =
        请在代理服务器的 URL 中给出用户，例如 socks5h://user@proxy.example:1080，密码通过 --proxy-password-file、--proxy-password-command、MAILCHECK_PROXY_PASSWORD 或提示输入。
        请向代理服务器的管理方索取登录信息。

finding-proxy-auth-unsupported = 代理服务器 { $proxy } 要求的登录方式 mailcheck 不支持
    .explanation = { $schemes ->
        [none] 代理服务器不接受 mailcheck 所支持的登录方式：不登录，或者用户名加密码。它的答复：{ $said }。
       *[other] 代理服务器要求 { $schemes }。mailcheck 只支持用户名加密码（Basic、RFC 1929）。它的答复：{ $said }。
    }
    .about = 代理服务器要求 NTLM、Negotiate、Digest 或 Kerberos（GSSAPI），mailcheck 和多数邮件客户端一样不支持。没有向邮件服务器发出任何内容。可由谁解决：您自己，使用代为登录的小程序；或者代理服务器的管理方。
    .steps =
        请在本机运行代为登录此类代理的程序，例如 px 或 cntlm，并将其地址告诉 mailcheck。
        请代理服务器的管理方允许 Basic，或者允许这台电脑不登录使用。

finding-proxy-refused = 代理服务器 { $proxy } 不放行 { $host } 的端口 { $ports }
    .explanation = 代理服务器拒绝：{ $said }。
    .explanation-rule = 代理服务器的规则禁止这样连接：{ $said }。许多代理只放行网页端口，几乎没有代理放行端口 25，以防垃圾邮件。没有向邮件服务器发出任何请求。
    .explanation-untold = 代理服务器拒绝了，但没有说明原因：{ $said }。可能是代理的规则，针对端口 25 常有这种规则；也可能是它无法到达服务器；如果它答 405，也可能是网页服务器而不是代理。
    .explanation-busy = 代理服务器要求稍候：{ $said }。通过它的连接太多，或者它已过载。
    .explanation-redirect = 代理服务器将用户引向一个网页：{ $said }。这类网络要求先在浏览器中登录，或者同意其条款。
    .explanation-command = 代理服务器不为任何人建立连接：{ $said }。它用于其他目的，不提供隧道。
    .explanation-address-type = 代理服务器不接受这种地址：{ $said }。SOCKS 4 只支持 IPv4；有的代理不接受名称，或不接受 IPv6。
    .explanation-hung-up = 代理服务器接受了连接，得知要连接到哪里之后，没有答复就断开了。可能是代理的规则，也可能是它无法到达服务器。
    .about = 已连接到代理服务器，但它拒绝连接邮件服务器：由于规则、负载，或没有说明原因（SOCKS 5 答复 1、2、7、8，SOCKS 4 答复 91，HTTP 403、405、429 和重定向）。可由谁解决：代理服务器的管理方。
    .steps =
        请代理服务器的管理方放行邮件端口。
        请使用代理放行的端口，或者使用没有代理的网络。

finding-proxy-cannot-reach-server = 代理服务器 { $proxy } 无法连接到 { $host } 的端口 { $ports }
    .explanation = 代理服务器尝试过，但没有成功：{ $said }。
    .explanation-network = 代理服务器没有通往服务器所在网络的路径：{ $said }。故障在代理服务器之外。
    .explanation-host = 代理服务器没有通往服务器的路径：{ $said }。对于查不到地址的名称，代理也会这样答复。故障在代理服务器之外。
    .explanation-refused = 代理服务器到达了服务器的地址，连接在那里被拒绝：{ $said }。该端口上没有程序在监听，或者有防火墙以同样的方式拒绝。
    .explanation-ttl = 从代理服务器到服务器的数据包在途中超过了跳数限制：{ $said }。代理之外的路由器互相转发，形成循环。
    .explanation-name = 代理服务器查不到该名称的地址：{ $said }。可能是名称不对，也可能是代理的 DNS 不知道它，或者出了故障。
    .explanation-timeout = 代理服务器没有及时得到服务器的响应：{ $said }。服务器可能没有运行，或者代理之外有设备丢弃了连接。
    .explanation-untold = 代理服务器尝试过，但没有成功，也没有说明遇到了什么：{ $said }。服务器可能拒绝连接、没有响应，或者名称不存在；代理的日志会说明是哪一种。
    .about = 已连接到代理服务器，它也愿意连接，但无法连接到邮件服务器：SOCKS 5 答复 3 至 6，HTTP 502、503、504。故障在代理服务器之外；代理所说的情况见说明。可由谁解决取决于此：服务器的管理方、代理之外的网络，或该名称的 DNS。
    .steps =
        请检查主机和端口。
        请询问代理服务器的管理方其日志的内容。

finding-proxy-wrong-kind = { $proxy } 处响应的不是这种代理服务器
    .explanation = mailcheck 按 URL 中的代理类型进行了通信，答复却不是这种类型的{ $speaks ->
        [none] ：{ $said }
       *[other] ：响应的是 { $speaks }（{ $said }）
    }。代理服务器的类型或端口不对。
    .explanation-closed = 代理服务器地址处的程序在 mailcheck 刚发出内容时就断开了连接。其他类型的代理会这样（HTTP 与 SOCKS 互不理解），不为这台电脑服务的代理也会这样。
    .about = 代理服务器的端口是开放的，但那里使用的是另一种协议：应为 SOCKS 却是 HTTP，或者相反；也可能是 TLS、不支持 CONNECT 的网站服务器，或者邮件服务器。可由谁解决：您自己，使用正确的类型和端口即可。
    .steps =
        请尝试其他类型：http、https、socks5h、socks4a。
        请将代理服务器的名称和端口与网络管理员提供的进行比较。

finding-proxy-timeout = 代理服务器 { $proxy } 没有答复
    .explanation = 代理服务器接受了连接，之后没有及时发出任何内容。可能是它停滞，也可能是另一种代理：以 SOCKS 与 HTTP 代理通信时，它会这样等待。没有向邮件服务器发出任何内容。
    .explanation-asked = 代理服务器得知要连接到哪里之后，没有及时答复。多半是它仍在等待邮件服务器，而后者没有运行或与它隔断；也可能是代理本身停滞。
    .about = 到代理服务器的连接已建立，但没有及时得到答复。如果它还不知道要连接到哪里，就是它本身停滞，或者是另一种代理。之后多半是它在等待没有响应的邮件服务器；从本机看两者没有区别。可由谁解决：代理服务器的管理方；其日志会说明。
    .steps =
        请询问代理服务器的管理方其日志的内容。
        请不通过代理或从另一个网络尝试。

finding-proxy-intercepts-tls = 代理服务器解开了到 { $host } 的加密
    .explanation = 通过 { $proxy } 收到的证书由 { $issuer } 签发，它以解开加密连接而为人所知，而不是邮件服务器的证书颁发机构。代理服务器或其后的设备在读取内容；邮件客户端会警告或放弃。
    .explanation-trusted = 通过 { $proxy } 收到的证书由 { $issuer } 签发，它以解开加密连接而为人所知，而本机信任它的证书颁发机构。代理服务器或其后的设备在读取内容。同样信任该机构的程序察觉不到；其他程序会警告或放弃。
    .about = 通过代理服务器收到的是检查网关签发的证书，而不是邮件服务器的证书。签发者可以读取一切内容，包括密码。对服务器自己的证书一无所知。可由谁解决：代理服务器的管理方，将邮件服务器排除在检查之外即可。
    .steps =
        在弄清是谁解开加密之前，请不要登录。
        请代理服务器的管理方将邮件服务器排除在检查之外。

finding-proxy-certificate-untrusted = 与代理服务器 { $proxy } 本身的 TLS 失败
    .explanation = 与该代理服务器应通过 TLS 通信，但 TLS 没有建立，或者其证书不受信任：见证据。mailcheck 没有向它发出任何内容，因为其中可能有密码。
    .about = 与 https 代理通过 TLS 通信，其自身的证书和服务器的证书一样受到检查。它可能已过期、属于别的名称或由未知的机构签发，或者握手失败。可由谁解决：代理服务器的管理方；如果公司有自己的证书颁发机构，请用 --ca-file 或 --roots system 指定。
    .steps =
        如果公司有自己的证书颁发机构：请用 --ca-file 指定，或使用 --roots system。
        请代理服务器的管理方更正其证书。

finding-checked-through-proxy = 所有检查都通过 { $proxy } 进行
    .explanation = 没有任何连接绕过代理服务器。{ $names ->
        [proxy] 名称由它查询，因此本机没有查询 DNS：没有查询 MX、DANE、MTA-STS 和 TLS 报告。
       *[here] 名称在本机查询。
    }没有检查：路径、ICMP、数据包大小、丢包和其他端口。
    .explanation-passed-by = 已配置代理服务器，但此目标不经过它：所有连接都直接到达服务器。
    .about = 按要求通过代理服务器进行了检查。只有直接连接才能看到的情况没有检查：路径、路由器的答复（ICMP）、数据包大小、丢包，以及用于比较的其他端口。如果名称由代理服务器查询，本机就没有查询 DNS：没有 MX 记录、DANE、MTA-STS、TLS 报告和搜索域。有些代理（例如 Shadowsocks）在到达服务器之前就答复成功：通过它们，无法到达的服务器看起来像是主动断开连接。这不是故障，只说明报告了解多少。
    .steps =
        如果还要查看路径和数据包，请在允许的情况下不用 --proxy 运行 mailcheck。

finding-intercepted = { $unproved ->
        [yes] { $host } 没有证明自己是此帐户的服务器
        [here] 本机上的程序代替 { $host } 在端口 { $ports } 上响应
       *[no] 途中有设备代替 { $host } 在端口 { $ports } 上响应
    }
    .explanation = 到 { $addresses } 的连接由{ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 距本机 { $hop } 跳的一台设备（{ $router }）
    }答复，没有到达服务器。发往同一地址其他端口的数据包能越过该设备，因此响应的不是服务器，失败也是由该设备造成的。通过此端口发送的一切内容都会经过它。
    .explanation-works = 到 { $addresses } 的连接由{ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 距本机 { $hop } 跳的一台设备（{ $router }）
    }答复，没有到达服务器。发往同一地址其他端口的数据包能越过该设备，因此响应的不是服务器。通过此端口发送的一切内容都会经过它。
    .explanation-first = 到 { $addresses } 的连接在越过第一台路由器（{ $router }）之前就得到了答复：答复的可能是这台电脑上的程序（杀毒软件的邮件防护就这样接管连接），也可能是那台路由器。发往同一地址其他端口的数据包走得更远，或者那里不可能有别人答复，因此响应的不是服务器。通过此端口发送的一切内容都会经过它。
    .explanation-name = 此端口上问候的是 { $name }，而同一地址的其他端口上是 { $usual }。可能是途中的设备接管了连接，有些运营商对端口 25 就这样做；也可能是服务器的运营者将此端口转给了另一方。从本机无法区分这些情况。
    .explanation-here = 本机的连接表显示，到 { $addresses } 的连接的另一端就在本机：这里的某个程序接管了连接。带有邮件防护功能的杀毒软件会这样做；有人在本机设置的隧道或代理也会这样做。看到的内容可能是它自己的，例如无人认识的证书，也可能是它原样转来的服务器内容：只要该程序夹在中间，就无法对服务器得出确定的结论。
    .explanation-unproved = 登录时服务器须证明它也知道密码（SCRAM，RFC 5802），但它没有证明。可能是途中的设备代替它答复，也可能是它自己的软件或用户数据库有问题；从本机无法区分。密码没有泄露：该机制不发送密码。
    .about = 到邮件服务器的连接由途中的设备答复，没有到达服务器。端口在某一跳就已打开，而发往同一地址其他端口的数据包在那一跳仍在途中：这一跳是第一台路由器，或者至少近两跳。在 Windows 和 macOS 上，接管连接的本机程序也会使端口在那一跳打开，因此不指明由谁造成。或者：连接的另一端就在本机（Linux）。或者：某个端口以完全不相干的另一方的名称问候。运营商会对端口 25 这样做，公司防火墙会对每个端口这样做。如果服务器的运营者将个别端口转到别处的电脑，仅从名称看可能也一样。只在检查失败时，或者只有一个端口没有 STARTTLS 或以另一方的名称问候时，才查找这种情况。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        请不要从这里通过该端口发送密码。
        请询问运营商或管理员为何接管邮件连接。
        请从另一个网络尝试。

finding-refused-on-path = 途中有设备拒绝到 { $host } 端口 { $ports } 的连接
    .explanation = { $own ->
        [yes] 您自己的路由器（{ $sender }）
       *[no] { $sender }{" "}
    }代替服务器答复端口已关闭（port unreachable）。请求没有到达服务器。那里的过滤规则拒绝了连接。
    .explanation-reset = 连接在到达服务器之前，就在{ $own ->
        [yes] 您自己的路由器（{ $sender }）
       *[no] 第 { $hop } 跳（{ $sender }）
    }以服务器的名义被拒绝：发往 { $addresses } 其他端口的数据包在那里仍在途中。请求没有到达服务器。那里的过滤规则重置了连接。
    .about = 途中的设备以服务器的名义拒绝连接。程序看到的是“连接被拒绝”（10061），看起来像是端口已关闭。但重置出现时的 TTL 低于服务器在其他端口上的响应，因此是由服务器之前的路由器发出的；或者它是由路由器发出的 ICMP“port unreachable”。如果同一地址的路径长短不一，可能造成误判，但这很少见。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        请询问运营商或网络管理员该端口是否被封锁。
        请从另一个网络尝试。

finding-protocol-blocked = 到 { $host } 的 TCP 连接未被放行
    .explanation = { $own ->
        [yes] 您自己的路由器（{ $sender }）
       *[no] { $sender }{" "}
    }报告 { $addresses } 上不能使用 TCP（protocol unreachable）。常见原因是途中的过滤，或者该地址不属于邮件服务器，而属于别的设备。
    .about = 途中的设备，或者使用该地址的设备，不接受 TCP 连接。收到 ICMP 消息“protocol unreachable”（IPv6：“unrecognized next header”）。普通主机都有 TCP，因此这是过滤规则的一种少见的拒绝方式，或者对方根本不是主机。可由谁解决：发出该消息的设备的管理方。
    .steps =
        请询问上述地址的管理方。
        请将地址与服务商提供的地址进行比较。

finding-routing-loop = 路由器之间来回转发发往 { $host } 的数据包
    .explanation = 发往 { $addresses } 的数据包在路由器之间不断转发，直到生存时间（TTL）耗尽；{ $sender } 是其中之一。两台或更多路由器互相转发给对方。
    .about = 数据包到不了服务器，因为途中的路由器来回转发。路由器报告 TTL 已耗尽，而数据包出发时的 TTL 是满的（ICMP“time exceeded”）；或者路径一再经过相同的路由器。少数情况下地址正确而路由有误；多数情况下该地址已无人使用，而其网络仍在公告。可由谁解决：这些路由器所在网络的管理方。
    .steps =
        请将路由器的报告告知您的运营商。
        请将地址与服务商提供的地址进行比较。
        请从另一个网络尝试。

finding-connection-lost-on-path = 到 { $host } 的连接在途中失效
    .explanation = 到 { $addresses } 的连接已建立，但随后数据包不再到达服务器：{ $stage ->
        [greeting] 发送的内容
        [capabilities] 第一条命令
        [starttls] 请求加密的命令
       *[other] 发送的内容
    }一直没有得到确认。可能是途中有设备允许连接开始，却丢弃后续内容；也可能是线路在那一刻中断。
    .explanation-silent = 到 { $addresses } 的连接已建立，但随后再也没有收到服务器系统的任何消息，尽管每秒都在询问。可能是途中的防火墙丢失了连接状态，可能是线路中断，也可能是服务器崩溃：从本机无法区分这些情况。
    .explanation-unreachable = 到 { $addresses } 的连接已建立，但随后有路由器报告路径已不通，直到系统放弃。可能是线路中断，也可能是过滤规则开始起作用。
    .explanation-cut = 到 { $addresses } 的连接一直正常，直到发送第一条命令；随后连接以服务器的名义被切断，此时该命令还不可能到达服务器。{ $hop ->
        [0] 切断连接的设备或程序在本机或离本机不远处。
       *[other] 该命令能通过{ $own ->
            [yes] 您自己的路由器（{ $router }）
           *[no] 第 { $hop } 跳（{ $router }）
        }，因此切断连接的设备就在那里或在其之后。
    }
    .about = 到邮件服务器的连接已建立，随后在途中中断。如果第一条命令的 TTL 太低而无法到达服务器，却仍然收到重置，那么重置就不是服务器发出的。系统知道连接的情况：我们发送的数据一直没有得到对方的确认，或者对方的系统不再答复连接是否存活的询问。如果只是服务卡住，其系统仍会正常工作，因此问题在路径或整台服务器。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        请立即重试。如果每次都在同一处失效，就说明途中有过滤设备检查连接内容。
        请从另一个网络尝试。

finding-path-mtu-black-hole = 大数据包在通往 { $host } 的途中丢失
    .explanation = 小数据包能通过，大数据包会消失：端口 { $ports } 上的加密在服务器发送证书时卡住，而将所有数据包都改小后立即正常。某段线路能通过的数据包比通常的小，而防火墙丢弃了本应报告此事的消息。网页加载到一半就停住也是同样的原因。
    .about = 大数据包在服务器与本机之间丢失，因此无法开始加密。服务器系统收到 ClientHello 之后 TLS 卡住，而用小报文段（536 字节）再试一次则成功。VPN 隧道和 PPPoE 线路只能通过较小的数据包；这时路由器会发送 ICMP“fragmentation needed”（IPv6：“packet too big”），而某台防火墙丢弃了这些消息。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        请将本机或 VPN 的 MTU 降低到 1400 或 1280：netsh interface ipv4 set subinterface "WLAN" mtu=1400 store=persistent（Windows）、sudo ip link set dev eth0 mtu 1400（Linux）、sudo networksetup -setMTU en0 1400（macOS）。
        请要求网络管理员放行“fragmentation needed”和“packet too big”，或者限制报文段的大小（MSS）。

finding-tls-dropped-on-path = 途中有设备丢弃端口 { $ports } 上到 { $host } 的 TLS 数据
    .explanation = 到 { $addresses } 的连接已建立，但 TLS 的第一条消息（ClientHello）一直没有到达服务器系统：反复发送都没有得到确认。可能是途中的防火墙将其丢弃，也可能是线路在那一刻中断。
    .explanation-place = 到 { $addresses } 的连接已建立，但 TLS 的第一条消息（ClientHello）一直没有到达服务器系统。它最远到达{ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 第 { $hop } 跳（{ $router }）
    }；那里或紧随其后的过滤设备会丢弃看起来像 TLS 的内容。
    .explanation-near-server = 到 { $addresses } 的连接已建立，但 TLS 的第一条消息（ClientHello）一直没有得到确认。它最远到达{ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 第 { $hop } 跳（{ $router }）
    }，即服务器的前一跳；那里或服务器上的过滤规则会丢弃看起来像 TLS 的内容。从本机无法区分这些情况。
    .about = 连接能够建立，但加密的第一个数据包在途中丢失。TCP 已连接，但 TLS 开头的数据一直没有得到确认。服务卡住时，其内核仍会工作并予以确认；因此 ClientHello 是丢失了。以逐步增大的 TTL 重新发送，可以看出它在哪台路由器之后丢失。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        请询问本网络的管理员，防火墙是否封锁了邮件端口上的 TLS。
        请从另一个网络尝试。

finding-tls-reset-on-path = 途中有设备切断端口 { $ports } 上到 { $host } 的 TLS
    .explanation = 途中的防火墙不允许在此端口上使用 TLS。到 { $addresses } 的连接一直正常，直到{ $said ->
        [starttls] 请求加密
       *[hello] 发送 TLS 的第一条消息（ClientHello）
    }；随后连接在{ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 第 { $hop } 跳（{ $router }）
    }以服务器的名义被切断，此时所发送的内容还不可能到达服务器。
    .explanation-after = 途中的防火墙不允许在此端口上使用 TLS。到 { $addresses } 的连接一直正常，直到{ $said ->
        [starttls] 请求加密
       *[hello] 发送 TLS 的第一条消息（ClientHello）
    }；随后连接以服务器的名义被切断，此时所发送的内容还不可能到达服务器。它能通过{ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 第 { $hop } 跳（{ $router }）
    }，因此防火墙在那台路由器之后。
    .explanation-near = 本机或离本机不远处的防火墙不允许在此端口上使用 TLS。到 { $addresses } 的连接一直正常，直到{ $said ->
        [starttls] 请求加密
       *[hello] 发送 TLS 的第一条消息（ClientHello）
    }；随后连接以服务器的名义被切断，此时所发送的内容还不可能到达服务器。
    .explanation-here = 本机的防火墙或安全软件不允许在此端口上使用 TLS。到 { $addresses } 的连接一直正常，直到{ $said ->
        [starttls] 请求加密
       *[hello] 发送 TLS 的第一条消息（ClientHello）
    }；随后连接被切断，而所发送内容的生存时间（TTL）不足以通过任何一台路由器。
    .about = 加密一开始，服务器之前的防火墙就切断连接。即使 ClientHello 或加密请求（STARTTLS）的 TTL 太低而无法到达服务器，也会收到终止握手的重置。因此是服务器之前的设备检查了连接内容并将其切断。可由谁解决：该设备所在网络的管理方。
    .steps =
        请询问本网络的管理员，防火墙是否封锁了邮件端口上的 TLS。
        请从另一个网络尝试。

finding-packet-loss = 本机与 { $host } 之间有数据包丢失
    .explanation = 有 { $lost } 个数据包需要重传或没有按顺序到达，涉及 { $connections } 个连接中的 { $affected } 个。最终所有数据都已送达，但耗时更长，超时时间较短的程序会放弃。信号弱的无线网络和过载的线路会造成这种情况。
    .explanation-stalls = { $lost } 个数据包不得不重新发送或次序错乱，涉及 { $connections } 个可用连接中的 { $affected } 个，另有连接停滞。停滞极有可能由此造成，而不是服务器的原因。信号弱的无线网络和过载的线路会造成这种情况。
    .about = 本机与服务器之间的数据包会丢失，需要重新发送。系统统计正常连接上重传的和没有按顺序到达的报文段。只丢失一个数据包时不报告。如果在多个连接中有一半以上受影响，则为警告。丢包发生在您附近、途中还是服务器处，看起来都一样。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        请改用网线代替无线网络进行比较。
        如果持续存在：请告知网络运营商。

finding-slow-path = 到 { $host } 的路径很长
    .explanation = 数据包往返服务器一次需要 { $milliseconds } 毫秒。没有任何故障，但一次邮件会话要往返十几次，每次都要花费这么长时间。超时时间较短的程序会放弃。常见原因是服务器在另一个大洲、使用卫星线路或网络过载。
    .about = 服务器很远，或者通往它的线路很慢。系统测得的最小往返时间超过 250 毫秒。以最小值为准，因为连接最初的数据包可能在等待其他事情。不一定有任何问题。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        无需任何操作。请为反应慢的程序设置更长的超时时间。

finding-ipv6-broken = 到 { $host } 的 IPv6 不可用
    .explanation = 到 { $addresses } 的连接都没有建立，而同一服务器的 IPv4 地址有响应。先尝试 IPv6 的程序会变慢或失败。故障可能在本网络的 IPv6、途中或服务器处。
    .explanation-refused = 服务器通过 IPv4 有响应，但通过 IPv6 拒绝连接（{ $addresses }）。它没有在其 IPv6 地址上监听。
    .about = 从本机不能通过 IPv6 连接服务器，只能通过 IPv4。通过 IPv6 的每个连接都失败，而通过 IPv4 到同一主机的连接已建立。没有响应不能说明 IPv6 的故障是在本机、途中还是服务器处；拒绝来自服务器，ICMP 消息会指明其发送方。责任方由此确定。
    .steps =
        如果另一台服务器通过 IPv6 也不可用，则故障在您附近：mailcheck -6 smtp.office365.com:587
        否则请告知服务器管理员哪个地址失败。

finding-ipv4-broken = 到 { $host } 的 IPv4 不可用
    .explanation = 到 { $addresses } 的连接都没有建立，而同一服务器的 IPv6 地址有响应。只有 IPv4 的程序无法连接到它。故障可能在本网络的 IPv4、途中或服务器处。
    .explanation-refused = 服务器通过 IPv6 有响应，但通过 IPv4 拒绝连接（{ $addresses }）。它没有在其 IPv4 地址上监听。
    .about = 从本机不能通过 IPv4 连接服务器，只能通过 IPv6。通过 IPv4 的每个连接都失败，而通过 IPv6 到同一主机的连接已建立。没有响应不能说明故障在哪里。责任方由失败的方式确定。
    .steps =
        如果另一台服务器通过 IPv4 也不可用，则故障在您附近：mailcheck -4 smtp.office365.com:587
        否则请告知服务器管理员哪个地址失败。

finding-filtered-on-path = 发往 { $host } 端口 { $ports } 的数据包在途中丢失
    .explanation = 途中的过滤规则丢弃发往 { $addresses } 端口 { $ports } 的数据包。这些数据包最远到达{ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 第 { $hop } 跳（{ $router }）
    }；发往其他端口的则能走得更远。过滤规则在那台路由器中，或者在紧随其后的路由器中。
    .explanation-trail = 发往 { $addresses } 的数据包最远到达{ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 第 { $hop } 跳（{ $router }）
    }，并在那里或紧随其后丢失：无论哪个端口，更远处既没有路由器也没有服务器响应。最后一台响应的路由器使用私有地址，因此就在附近：过滤规则或中断的线路很可能在那台路由器中，或者紧随其后。
    .explanation-before-first = 发往 { $addresses } 端口 { $ports } 的数据包到不了第一台路由器；发往其他端口的则能到达。可能是本机将其丢弃，也可能是网络中的第一台设备将其丢弃。从本机无法区分这些情况。
    .about = 发往该端口的数据包在本机与服务器之间丢失，而发往其他端口的能走得更远。某个连接没有响应，只允许经过几台路由器的连接也没有响应：它们在到达服务器之前就中断了，而发往同一地址其他端口的连接能得到更远处路由器的答复。路由器会先为自己这一跳作出答复，再检查过滤规则，因此过滤规则在最后一台答复的路由器中，或者紧随其后：下一台路由器在计入跳数之前就丢弃的访问控制列表看起来也一样。如果该地址没有任何端口响应，则只在路径终止于私有地址时才指明位置。可由谁解决：这台电脑与服务器之间网络的管理方。
    .steps =
        请询问上述路由器的管理方或网络运营商，该端口是否被过滤。
        请从另一个网络尝试。

finding-filtered-near-server = { $host } 的端口 { $ports } 没有响应；数据包最远到达第 { $hop } 跳
    .explanation = 服务器没有响应，而它的其他端口（{ $answering }）有响应。发往 { $addresses } 的数据包最远到达{ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 第 { $hop } 跳（{ $router }）
    }，即服务器的前一跳。可能是服务器处或紧邻其前的过滤规则将其丢弃，可能是响应在返回途中丢失，也可能是服务卡住、不再接受连接。从本机无法区分这些情况。
    .explanation-alone = 服务器没有响应。发往 { $addresses } 的数据包最远到达{ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 第 { $hop } 跳（{ $router }）
    }，即服务器的前一跳。可能是服务器处或紧邻其前的过滤规则将其丢弃，可能是响应在返回途中丢失，也可能是服务卡住、不再接受连接。从本机无法区分这些情况。
    .explanation-end-unknown ={ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 第 { $hop } 跳（{ $router }）
    }之后没有任何响应：发往 { $addresses } 的数据包无论哪个端口都最远到达那台路由器。无法得知那是不是服务器之前的最后一台路由器。可能是服务器已关机或丢弃一切数据包，可能是响应在返回途中丢失，也可能是那台路由器之后有设备丢弃数据包。从本机无法区分这些情况。
    .about = 服务器没有响应，虽然数据包能到达它前面的路由器。某个连接没有响应，而直到服务器为止的每台路由器都对它作出了答复。因此没有响应的是服务器、服务器之前的最后一道过滤或返回路径。连接队列已满的卡住服务同样没有响应。如果该地址没有任何端口响应，就无法得知路由器的数量，诊断结果也不指明责任方。可由谁解决：邮件服务器的管理方。
    .steps =
        请询问服务器管理员该端口是否被过滤，以及服务是否仍在接受连接。
        请将端口与服务商提供的端口进行比较。

finding-no-answer = { $host } 的端口 { $ports } 没有响应
    .explanation = 已向 { $addresses } 发送连接请求，但没有收到任何响应。可能是服务器已关机，可能是地址已过时，也可能是途中某处的防火墙丢弃了数据包。从本机无法区分这些情况。
    .explanation-others-answer = 已向 { $addresses } 的端口 { $ports } 发送连接请求，但没有收到任何响应，而同一地址的其他端口（{ $answering }）有响应。某台防火墙丢弃了数据包，它可能在您附近、途中或服务器处。从本机无法区分这些情况。
    .explanation-port-25 = 已向 { $addresses } 的端口 25 发送连接请求，但没有收到任何响应。许多云服务商（如阿里云、腾讯云）和部分宽带运营商封锁端口 25；服务器也可能已关机或过滤该端口。从本机无法区分这些情况。
    .explanation-behind = 直到{ $own ->
        [yes] 您自己的路由器（{ $router }）
       *[no] 第 { $hop } 跳（{ $router }）
    }为止的路由器都放行发往 { $addresses } 的数据包。在它之后的路由器对任何端口都从不显露自己，尽管该地址的其他端口（{ $answering }）有响应。可能是那台路由器之后某处或服务器处的过滤，也可能是返回路径丢失数据包：从本机无法区分这些情况。
    .explanation-later = 已向 { $addresses } 发送连接请求，没有及时收到任何响应；片刻之后同一端口有了响应。可能是途中丢包，也可能是服务器只是偶尔接受连接。从本机无法区分这些情况。
    .about = 服务器没有响应，也没有迹象表明数据包在哪里丢失。没有响应：在规定时间内连接请求没有得到答复（Windows 上为 10060），也没有任何路由器的消息指明位置，或者没有询问任何路由器。服务器已关机、地址过时、去程中的过滤、服务器处的过滤和返回路径丢失，看起来都是这样。可由谁解决：无法判断。
    .steps =
        请从另一个网络尝试，例如手机的移动数据。如果在那里可用，则您的网络或其运营商有过滤。
        请将主机名和端口与服务商提供的进行比较。
        请询问服务器管理员您的地址是否被过滤，以及服务是否正在运行。

finding-prohibited-by-firewall = 防火墙禁止连接 { $host } 的端口 { $ports }
    .explanation = { $own ->
        [yes] 您自己的路由器（{ $sender }）
       *[no] { $sender }{" "}
    }代替服务器答复该连接被禁止。这是防火墙中的规则，不是服务器的故障。程序对此显示“没有到主机的路由”（No route to host）或“权限不够”（Permission denied）。
    .explanation-server = 服务器自己（{ $sender }）答复该连接被禁止。服务器防火墙中的规则使此端口保持关闭，可能是对所有人，也可能是对本网络。
    .explanation-unknown = 该连接因规则禁止而被拒绝，系统没有说明是谁拒绝的。可能是本机的安全软件，也可能是途中的防火墙。
    .about = 防火墙作出答复，不放行连接；除非是服务器自己的防火墙，否则不是服务器的问题。收到 ICMP 消息“administratively prohibited”（如果来自服务器自己，则为“port unreachable”，许多防火墙用它来拒绝）；或者系统报告“permission denied”（10013）而隐去了来源。如果系统保留该消息的发送方，就能得知是谁。同样的拒绝在 IPv4 上显示为“no route to host”，在 IPv6 上显示为“permission denied”；两者都不是路由故障。可由谁解决：发出该消息的设备的管理方。
    .steps =
        请询问上述地址的管理方为何禁止该端口。
        请从另一个网络尝试。

finding-no-route-on-path = { $own ->
        [yes] 您自己的路由器（{ $sender }）
       *[no] 路由器 { $sender }{" "}
    }没有通往 { $host } 的路由
    .explanation = { $own ->
        [yes] 您自己的路由器（{ $sender }）
       *[no] 路由器 { $sender }{" "}
    }报告没有通往 { $addresses } 所在网络的路由。可能是那里缺少路由，可能是它自己的线路已中断，也可能是地址已过时。
    .explanation-gateway = { $own ->
        [yes] 您自己的路由器（{ $sender }）
       *[no] 第一台路由器 { $sender }{" "}
    }报告没有通往 { $addresses } 的路由。可能是它到运营商的线路已中断，也可能是它没有开通这类地址的服务。
    .about = 途中的一台路由器没有通往服务器的路由。路由器发来了 ICMP 消息“network unreachable”（IPv6：“no route”）。这是路由器的说法，不是本机的：没有这种消息而出现相同的错误号，则表示本机没有路由。可由谁解决：该路由器所在网络的管理方。
    .steps =
        如果是您自己的路由器：请检查它的线路是否正常，并重新启动它。
        请将地址与服务商提供的地址进行比较。
        请将路由器的报告告知您的运营商。

finding-host-unreachable = { $part ->
        [yes] 无法到达 { $host } 的端口 { $ports }
       *[no] 无法到达 { $host }
    }
    .explanation-port-at-once = { $itself ->
        [yes] 地址 { $sender } 自己立即报告在那里什么也无法到达
       *[no] { $sender } 立即报告在那里无法到达 { $addresses }
    }，而同一地址的其他端口（{ $answering }）有答复。因此该地址并未失效：很可能是服务器处的防火墙拒绝了这些连接。
    .explanation-port = { $itself ->
        [yes] 地址 { $sender } 自己报告在那里什么也无法到达
       *[no] { $sender } 报告在那里无法到达 { $addresses }
    }，而同一地址的其他端口（{ $answering }）有答复。因此该地址并未失效：很可能是服务器处的路由器或负载均衡器把这些端口转到了一台已关机的机器。
    .explanation = { $own ->
        [yes] 您自己的路由器（{ $sender }）
       *[no] 路由器 { $sender }{" "}
    }报告无法到达 { $addresses }。可能是服务器已关机，可能是地址已过时，也可能是服务器周围的网络有故障。
    .explanation-last-router = 服务器之前的最后一台路由器 { $sender } 在自己的网络上寻找 { $addresses }，那里没有设备答复。可能是服务器已关机，可能是地址已过时，也可能是它与自己的网络断开了。
    .explanation-unknown = 系统报告无法到达 { $addresses }，没有指明任何路由器。可能是本地网络上没有设备为该地址或网关答复（这大约需要三秒），也可能是某台路由器这样报告而系统隐去了是哪一台。
    .explanation-echo-stops = 系统报告无法到达 { $addresses }。发往该地址的回显请求（ping）同样没有到达：途中的一台设备报告不能再往前（见“判断依据”）。拦住这些连接的可能也是它，因为它没有路由、找不到服务器或者禁止通过；也可能它只禁止回显请求。Windows 隐去了它说的是哪一种。
    .explanation-echo-answered = 系统报告无法到达 { $addresses }，但发往该地址的回显请求（ping）得到了答复。因此有路径通向它，是途中或服务器处的某个设备拒绝了这些连接；系统没有说明是哪个设备。
    .about = 服务器附近的一台路由器无法到达它，或者系统没有说明是谁无法到达。收到路由器的 ICMP 消息“host unreachable”，或者系统报告“no route to host”（10065）而隐去了来源。服务器之前的最后一台路由器在自己的网络上查询该主机而没有设备答复时，会发送此消息：这大约需要三秒，而且它距服务器只有一跳。可由谁解决：如果是最后一台路由器报告，则为邮件服务器的管理方；如果是另一台路由器报告，则为网络的管理方；否则无法判断。
    .steps =
        请将地址与服务商提供的地址进行比较。
        请告知服务器或上述路由器的管理方。
        请从另一个网络尝试。

# 服务器：连接

finding-refused-now-and-then = { $host } 拒绝了一些连接，又接受了另一些连接
    .explanation = 端口 { $ports } 拒绝了一次连接，片刻之后端口 { $taken } 又接受了另一次连接，因此这里的拒绝并不表示端口已关闭。可能是服务器或其前面的防火墙限制了同时连接数，而 mailcheck 自身的检查超出了限制；也可能是该地址后面的多台机器中有一台没有运行该服务。mailcheck 从这里无法区分这两种情况。
    .about = 端口拒绝一次连接，又接受下一次连接。在断定某个端口、地址或地址族不可用之前，mailcheck 会再单独连接一次；路径跟踪发现端口开放也算在内。同时连接数的限制，以及服务器池中有一台停止运行，都会造成这种情况。可由谁解决：邮件服务器的管理方。
    .steps =
        请一次只检查一个服务：mailcheck --service。
        如果是您的服务器：请检查连接数限制，以及服务器池中的每一台机器。

finding-port-closed = { $host } 的端口 { $ports } 已关闭
    .explanation = { $addresses } 拒绝了连接：那里没有程序在监听，或者有防火墙以同样的方式拒绝。可能是服务没有运行，也可能是端口不对。
    .explanation-others-answer = { $addresses } 拒绝了连接，而同一地址的其他端口是开放的。服务器已开机；该服务不在此端口上提供，或者没有运行。
    .about = 服务器已开机，但没有邮件服务在该端口上接受连接。连接被 TCP 重置拒绝（10061）。该地址上的电脑已开机并且可以到达。服务器上以重置方式拒绝的防火墙看起来也一样，途中冒充服务器的设备也是如此。可由谁解决：邮件服务器的管理方。
    .steps =
        请将端口与服务商提供的端口进行比较。
        如果是您的服务器：请检查服务是否正在运行，以及在哪些地址上监听。

finding-all-ports-closed = { $host } 上所有尝试过的端口都已关闭
    .explanation = { $addresses } 拒绝了所有尝试过的端口：{ $ports }。该电脑已开机，但这些端口上没有邮件服务在监听。可能是主机不对，可能是旧地址，也可能是服务器的邮件服务已停止。
    .about = 该地址上的电脑已开机，但它的邮件端口都不接受连接。所有尝试过的端口都以 TCP 重置答复。该电脑可以到达。现已属于另一台电脑的过时地址看起来也一样，拒绝一切连接的防火墙也是如此。可由谁解决：邮件服务器的管理方。
    .steps =
        请检查主机名是否就是服务商提供的名称。
        如果是您的服务器：请启动邮件服务。

finding-some-addresses-fail = { $host } 的部分地址不可用
    .explanation = { $addresses } 的端口 { $ports } 无法连接，而 { $good } 可以。程序会选用其中一个地址或依次尝试，因此服务看起来时好时坏，或者很慢。
    .about = 服务器的某个地址不可用，因此连接时好时坏。该名称有多个地址，对于某项服务，至少有一个地址响应，至少有一个地址不响应。责任方由失败地址的失败方式确定：拒绝归服务器，ICMP 消息归其发送方，没有响应则不能归于特定一方。
    .steps =
        请告知服务器管理员哪个地址失败。
        在修复之前，应当将该地址从 DNS 中移除。

finding-not-offered-here = { $host } 不提供{ $purpose ->
        [sending] 发送邮件的服务
        [imap] {" "}IMAP
        [pop3] {" "}POP3
        [receiving] 供其他邮件服务器使用的端口 25
       *[reading] 收取邮件的服务
    }
    .explanation = 端口 { $ports } 已关闭，而邮件程序所需的功能不依赖它。除非本来应该可用，否则无需处理。
    .about = 邮件的某一用途在此主机上不提供，也没有人指望它提供。该用途的每个端口都拒绝连接（用 IMAP 收取：143、993；用 POP3 收取：110、995；发送：25、465、587），而另一种收取方式可用，或者主机名所表明的用途可用。没有指名要求检查任何服务，因此没有任何问题。可由谁解决：无需解决。
    .steps =
        请为另一用途使用服务商提供的主机名。

finding-purpose-closed = { $purpose ->
        [sending] { $host } 没有任何供邮件程序发送邮件的开放端口
        [imap] { $host } 没有任何开放的 IMAP 端口
        [pop3] { $host } 没有任何开放的 POP3 端口
        [receiving] { $host } 不接收其他服务器的邮件：端口 25 已关闭
        [programs] { $host } 只开放了端口 25
       *[reading] { $host } 没有任何开放的收取邮件端口
    }
    .explanation = 端口 { $ports } 已关闭，而 { $addresses } 的其他端口有应答。可能是相应的程序已停止，也可能是此主机本来就不作此用途：服务商往往使用两个名称，例如以“smtp.”和“imap.”开头的名称。mailcheck 从这里无法区分这两种情况。
    .explanation-exchanger = 端口 { $ports } 已关闭，而端口 25 接收邮件：此主机是邮件交换服务器，供其他邮件服务器投递邮件。邮件程序在此既不能发送也不能收取。如果本来应该可以，则是相应的程序已停止。
    .about = 主机拒绝邮件某一用途的所有端口，而其他端口有应答。用途包括：用邮件程序发送（465、587；端口 25 仅在提供登录时算在内）、用 IMAP 收取（143、993）、用 POP3 收取（110、995）、接收其他服务器的邮件（25）。从外部看，崩溃的邮件服务器与本来就不作此用途的主机是一样的。如果主机名表明了这一用途，或者“mail.”之类的中性名称没有任何发送方式或没有任何收取方式，则为错误；如果只有端口 25 开放并接收邮件，则为警告。可由谁解决：邮件服务器的管理方。
    .steps =
        如果本来应该可用：请启动相应的程序，并检查它监听哪些端口。
        请使用服务商为此用途提供的主机名。
        如果主机不作此用途：请用 --service 指明需要检查的服务。

finding-closed-before-greeting = { $through ->
        [yes] 经代理服务器到 { $host } 端口 { $ports } 的连接在收到问候信息之前就断开
       *[no] { $host } 在端口 { $ports } 上未发出问候信息就断开连接
    }
    .explanation = 连接已建立，而 { $addresses } 没有发出任何内容就关闭了连接。可能是服务器拒绝此客户端，可能是达到了某个限制，也可能是端口后面的服务有故障。
    .explanation-here = 连接在本机上建立，而 { $addresses } 没有发出任何内容就关闭了连接。可能是本机上的服务拒绝客户端或有故障；也可能那是一个接受所有连接的转发程序（Docker 已发布端口的代理、ssh -L、kubectl port-forward），后面没有服务应答时就断开：例如容器中的服务没有运行、只监听容器内的 127.0.0.1，或者监听另一个端口。
    .explanation-through-proxy = { $proxy } 表示到 { $host } 的连接已建立，但连接没有传来任何内容就被关闭。没有迹象表明连接真的建立过：有些代理服务器在连上之前就这样答复，连不上时再断开。如果连接确实建立过，则可能是服务器拒绝代理服务器的地址，可能是达到了某个限制，也可能是端口后面的服务有故障。
    .about = 服务器接受连接，没有发出任何内容就关闭。TCP 已连接，对方在发送任何数据之前正常结束了连接（FIN）。访问控制列表、连接数限制以及负载均衡器后面崩溃的服务都会造成这种情况。途中代替服务器接受连接的设备看起来也一样，过早声称已连接的代理服务器也是如此：因此经过代理服务器时不指明是谁的问题。可由谁解决：邮件服务器的管理方。
    .steps =
        请等待几分钟后重试。
        请从另一个网络尝试。如果在那里可用，则是服务器拒绝您的地址。
        请要求服务器管理员查看日志。

finding-reset-before-greeting = { $through ->
        [yes] 经代理服务器到 { $host } 端口 { $ports } 的连接在收到问候信息之前就被切断
       *[no] { $host } 在端口 { $ports } 上未发出问候信息就切断连接
    }
    .explanation = 连接已建立，但在收到任何内容之前就被切断（重置，10054）。可能是服务器或其前面的设备拒绝此客户端，也可能是端口后面的服务崩溃。
    .explanation-here = 连接在本机上建立，但在收到任何内容之前就被切断（重置，10054）。可能是端口后面的服务崩溃；也可能那是一个接受所有连接的转发程序（Docker 已发布端口的代理、ssh -L、kubectl port-forward），后面没有服务应答时就断开：例如容器中的服务没有运行、只监听容器内的 127.0.0.1，或者监听另一个端口。
    .explanation-through-proxy = { $proxy } 表示到 { $host } 的连接已建立，但连接在收到任何内容之前就被切断（重置，10054）。没有迹象表明连接真的建立过：有些代理服务器在连上之前就这样答复，连不上时再断开。如果连接确实建立过，则可能是服务器拒绝代理服务器的地址，也可能是端口后面的服务崩溃。
    .about = 服务器接受连接，没有发出任何内容就切断。TCP 已连接，但在收到任何数据之前就收到了重置。访问控制列表、过载和崩溃的服务会造成这种情况；途中冒充服务器的防火墙也会。从本机看，这些情况都一样。可由谁解决：邮件服务器的管理方。
    .steps =
        请等待几分钟后重试。
        请从另一个网络尝试。如果在那里可用，则是服务器或某个过滤设备拒绝您的地址。
        请要求服务器管理员查看日志。

finding-silent-service = { $through ->
        [yes] 经代理服务器在 { $host } 的端口 { $ports } 上收不到任何内容
       *[no] { $host } 在端口 { $ports } 上接受连接，但不发出任何内容
    }
    .explanation = 到 { $addresses } 的连接已建立，但 { $seconds } 秒内没有收到问候信息。可能是服务卡住、过载，或者让陌生客户端等待更长时间。途中代替服务器接受连接的设备看起来也一样。
    .explanation-unusual-port = 到 { $addresses } 的连接已建立，但 { $seconds } 秒内没有收到问候信息。在不常用的端口上，从第一个字节起就使用 SSL/TLS 的服务器看起来也是这样：它在等待客户端。
    .explanation-under-tls = 连接和加密已建立，但 { $seconds } 秒内没有收到问候信息。可能是加密后面的邮件服务卡住或过载，也可能那里是另一种等待客户端先开口的服务。
    .explanation-alive = 到 { $addresses } 的连接已建立并保持：每次询问是否存活，那里的系统都会答复。邮件服务在 { $seconds } 秒内没有发出任何内容。可能是它卡住、过载，或者让陌生客户端等待更长时间。代替服务器接受连接的设备，或者只丢失服务器所发内容的设备，看起来也一样。
    .explanation-waits-for-client = 到 { $addresses } 的连接已建立，但 { $seconds } 秒内没有收到问候信息；向该端口发送内容之后，邮件服务才以明文答复。它在等待客户端先开口，而邮件客户端在等待服务器。按最初的字节分发连接的代理会这样，例如使用 TLS 规则的 Traefik。
    .explanation-through-proxy = { $proxy } 表示到 { $host } 的连接已建立，但 { $seconds } 秒内没有收到问候信息。没有迹象表明连接真的建立过：有些代理服务器在连上之前就这样答复，有些在客户端开口之前不放行任何内容。如果连接确实建立过，则可能是服务卡住、过载，或者让陌生客户端等待更长时间。
    .about = 服务器接受连接，但一直不发出问候信息。TCP 已连接并保持打开，但在等待问候信息的时间内没有收到任何数据。在系统能够提供信息的情况下，对方的系统一直存活；路径失效属于另一项诊断结果。稍后才会到来的问候信息与永远不会到来的无法区分：标准要求客户端等待五分钟（RFC 5321 第 4.5.3.2 节）。先查询客户端名称或有意拖延陌生客户端的服务器，可能需要半分钟。可由谁解决：邮件服务器的管理方。
    .steps =
        请等待更长时间：mailcheck --greeting-timeout 300 --deadline 600 smtp.example.com
        请询问服务器管理员服务是否过载，以及它是否在等待查询客户端的名称。

finding-slow-greeting = { $host } 在端口 { $ports } 上用了 { $seconds } 秒才发出问候信息
    .explanation = 服务可用，但第一条信息来得很晚。可能是服务器先查询客户端的名称，可能是有意拖延陌生客户端，也可能是过载。超时时间较短的邮件客户端会在这段时间内放弃。
    .explanation-between-servers = 服务可用，但问候信息来得很晚。在端口 25 上，服务器会有意让陌生的客户端等待，以摆脱垃圾邮件发送者，而其他邮件服务器会等待数分钟。
    .explanation-dripped = 服务可用，但问候信息是几个字节几个字节地发来的。服务器会有意这样做，以拖慢发送垃圾邮件的一方（tarpit）。缺乏耐心的邮件客户端会在此期间放弃。
    .about = 服务器的问候信息来得很晚。超过五秒之后才收到完整的问候信息。为防止垃圾邮件而拖延是允许的，在端口 25 上也很常见；在供邮件客户端使用的端口上则会造成困扰。可由谁解决：邮件服务器的管理方。
    .steps =
        请为邮件客户端设置更长的服务器超时时间。
        如果是您的服务器：请检查对客户端名称的查询是否超时。

finding-greeting-incomplete = { $host } 在端口 { $ports } 上的问候信息没有发完
    .explanation = 服务器开始发送问候信息，但到时间用完时仍未发完。可能是它为了拖慢陌生客户端而一点一点地发送，也可能是卡住。
    .about = 服务器开始问候，但没有发完。收到了问候信息的一些字节，但没有收到最后一行的结尾。拖延陷阱（tarpit）会有意这样做；卡住的服务器也会如此。可由谁解决：邮件服务器的管理方。
    .steps =
        请等待更长时间：mailcheck --greeting-timeout 300 --deadline 600 smtp.example.com
        请询问服务器管理员。

finding-greeting-rejected = { $host } 在端口 { $ports } 上拒绝提供服务
    .explanation = 服务器有响应，但第一条信息就是拒绝。名称、路径和端口都正确；可能是服务器不愿为此客户端服务，也可能是那里不提供邮件服务。服务器的原话见“判断依据”。
    .explanation-list-unanswered = 服务器以拒绝作答，因为它所查询的黑名单不答复它的 DNS 服务器。您的地址没有被列入黑名单：是服务器自己的 DNS 设置有问题。
    .explanation-reverse-dns = 服务器拒绝了本客户端，因为您所用的地址在 DNS 中没有名称，或者该名称不能解析回这个地址（反向解析，PTR）。地址的名称由提供网络的一方设置。这与账户和密码无关。
    .explanation-reputation = 服务器拒绝了本客户端，因为从您所用的地址发出的邮件在那里信誉不佳。这与账户和密码无关。
    .explanation-not-registered = 服务器拒绝了本客户端，因为您所用的地址不在允许使用它的地址之列。这与密码无关。
    .about = 服务器有响应，但第一行就拒绝本机。问候信息不是欢迎，而是 5yz、-ERR 或 BYE。554 和 521 还表示“此主机上没有邮件服务”（RFC 5321，RFC 7504）。文字比代码更能说明问题。可由谁解决：邮件服务器的管理方。
    .steps =
        请阅读拒绝信息的文字；其中往往说明原因或给出网页。
        请检查主机是否正确。
        请询问服务器管理员。

finding-client-blocklisted = { $why ->
        [kind] { $host } 不直接接收来自这类地址的邮件
       *[list] { $host } 因黑名单而拒绝此地址
    }
    .explanation = 服务器的拒绝信息说明，您所使用的地址在黑名单上。被列入的是您所在的网络，而且往往是整个网络：家庭和手机使用的地址段会按照策略列入。这与账户或密码无关。
    .explanation-kind = 服务器的拒绝信息说明，它不直接接收来自您所用这类地址的邮件：家庭和手机使用的地址、会变动的地址，或者不是已知邮件服务器的地址。这是服务器针对许多网络的规则，与账户或密码无关。
    .owner = 您所在网络的运营商
    .about = 邮件服务器拒绝来自本网络公网地址的连接，因为该地址在黑名单上。拒绝信息的文字中提到了黑名单。被列入的是本网络的公网地址，而不是用户。服务器在端口 25 上使用黑名单来防止直接发送；在端口 465 或 587 上登录时通常不查询黑名单。可由谁解决：您所在网络的运营商。
    .steps =
        在邮件客户端中：请登录后通过端口 465 或 587 发送。
        请打开拒绝信息中的链接，或在拒绝信息所提到的黑名单的网站上查询该地址；那里说明该地址为何被列入，以及如何申请移除。
        请向网络运营商要求一个未被列入黑名单的地址。

finding-temporarily-refused = { $host } 暂时拒绝提供服务
    .explanation = 服务器在端口 { $ports } 上有响应，但暂时拒绝。过载、维护期间或遇到尚不认识的客户端时会这样。这不能说明服务是否可用。
    .explanation-too-many = 服务器在端口 { $ports } 上答复连接太多，可能是来自此地址的连接太多，也可能是总数太多。这不能说明服务是否可用。
    .explanation-too-often = 服务器在端口 { $ports } 上答复：来自此地址或总体上的连接、命令或邮件太多或太频繁。服务器自己的说明见“判断依据”。这不能说明服务是否可用。
    .explanation-cut-off = 端口 { $ports } 上的答复来自服务器前面的程序，例如本机杀毒软件的邮件扫描：它接受了连接，却没有转给服务器。由此不能对服务器本身得出任何结论。
    .explanation-too-many-logins = 服务器在端口 { $ports } 上答复：来自您所用地址的登录失败太多，因此在一段时间内拒绝来自那里的一切连接。该地址后面有某个程序或设备在用错误的密码登录。这不能说明服务是否可用。
    .explanation-ended = 服务器在端口 { $ports } 上中途结束了会话，并给出了它自己的说明，见“判断依据”。过载、维护期间或达到限制时会这样。这不能说明服务是否可用。
    .about = 服务器暂时拒绝本机，以后也许会接受。服务器答复 421 或其他 4yz 代码，或者在拒绝信息中写有“too many”或“temporary”。限制、维护和灰名单看起来都一样。由此不能对服务得出任何结论，因此总体判断为“无法判断”。可由谁解决：邮件服务器的管理方。
    .steps =
        请等待几分钟后重试。
        请关闭使用同一服务器的其他邮件客户端。
        如果持续数小时：请告知服务器管理员。

finding-wrong-service = 在 { $host } 的端口 { $ports } 上响应的是 { $speaks }
    .explanation-everywhere = { $speaks } 在多种邮件服务的端口上都有响应，而邮件服务器不会这样。可能是该名称指向另一台主机，也可能是途中有设备（代理服务器、网络的登录页面）代替服务器响应。
    .explanation = 本应是 { $expected }，而响应的是 { $speaks }。可能是端口或主机不对，也可能是途中有设备（代理服务器、网络的登录页面）代替服务器响应。
    .about = 在该端口上响应的不是邮件服务。最初的字节属于另一种协议。可能是端口号不对，可能是端口被转发到错误的服务，也可能是途中的设备在响应。可由谁解决：邮件服务器的管理方；如果是设置有误则除外。
    .steps =
        请将主机和端口与服务商提供的进行比较。
        请打开一次任意网页，以防网络要求先登录。

finding-plaintext-on-tls-port = { $host } 的端口 { $ports } { $offers ->
        [nothing] 没有加密
        [unknown] 不是从第一个字节起使用 SSL/TLS
       *[starttls] 要求 STARTTLS，而不是 SSL/TLS
    }
    .explanation = 本应从第一个字节起加密，而服务器使用明文 { $protocol }。邮件客户端中与此端口相符的设置是 STARTTLS。常用的端口是 { $usual }。
    .explanation-untold = 本应从第一个字节起加密，而服务器使用明文 { $protocol }。无法得知它在该端口上是否提供 STARTTLS。
    .explanation-no-encryption = 本应从第一个字节起加密，而服务器使用明文 { $protocol }，也不提供 STARTTLS：此端口上没有加密。邮件客户端在那里会以明文发送密码。
    .about = 该端口一开始不加密，而设置要求从一开始就使用 SSL/TLS。在隐式 TLS 端口上最初收到的是同一协议的明文问候信息，或者不使用 TLS 的第二个连接收到了问候信息。服务器在该端口上设置为 STARTTLS，或者没有设置 TLS。可由谁解决：邮件服务器的管理方；也可以相应设置邮件客户端。
    .steps =
        请在邮件客户端中将此端口的连接安全性设置为 STARTTLS。
        如果是您的服务器：请为该端口启用隐式 TLS（Postfix：smtpd_tls_wrappermode；Dovecot：ssl = yes）。

finding-tls-on-starttls-port = { $host } 的端口 { $ports } 要求 SSL/TLS，而不是 STARTTLS
    .explanation = 本应收到明文 { $protocol } 问候信息，而服务器以 TLS 响应。邮件客户端中与此端口相符的设置是 SSL/TLS（也称为隐式 TLS）。
    .about = 该端口从一开始就加密，而设置要求 STARTTLS。收到的不是明文问候信息，而是 TLS 警报或握手记录；或者该端口没有发出任何内容，而从第一个字节起使用 TLS 的第二个连接收到了问候信息。该端口设置为隐式 TLS。可由谁解决：邮件服务器的管理方；也可以相应设置邮件客户端。
    .steps =
        请在邮件客户端中将此端口的连接安全性设置为 SSL/TLS。

# 服务器：对话

finding-ehlo-rejected = { $host } 在端口 { $ports } 上拒绝第一条命令
    .explanation = 服务器发出了问候信息，随后拒绝了{ $protocol ->
        [smtp] {" "}EHLO，即每个客户端用来自我介绍的命令
        [pop3] {" "}CAPA，即查询其所提供功能的命令
       *[imap] {" "}CAPABILITY，即查询其所提供功能的命令
    }。服务器的原话见“判断依据”。
    .explanation-name = 服务器发出了问候信息，随后拒绝了本机用 EHLO 报出的名称。它要求完整的主机名。该名称可以设置。
    .explanation-behind-tls = 服务器发出了问候信息并开始加密，但在加密之后拒绝了那里的第一条命令 { $protocol ->
        [smtp] EHLO
        [pop3] CAPA
       *[imap] CAPABILITY
    }。加密开始后一切从头开始（RFC 3207 第 4.2 节）；加密后面答复的一方不知道这一点，由邮件服务前面的设备处理 TLS 时就会这样。
    .explanation-reverse-dns = 服务器发出了问候信息，随后拒绝了本客户端，因为您所用的地址在 DNS 中没有名称，或者该名称不能解析回这个地址（反向解析，PTR）。地址的名称由提供网络的一方设置。
    .explanation-reputation = 服务器发出了问候信息，随后拒绝了本客户端，因为从您所用的地址发出的邮件在那里信誉不佳。
    .explanation-not-registered = 服务器发出了问候信息，随后拒绝了本客户端，因为您所用的地址不在允许使用它的地址之列。
    .about = 服务器拒绝本机的第一条命令。EHLO（或 HELO、CAPA、CAPABILITY）得到了永久拒绝。有些服务器根据客户端报出的名称拒绝：这时可以为客户端设置另一个名称。改写命令的防火墙也会造成这种情况。可由谁解决：邮件服务器的管理方；如果被拒绝的是名称，则为这台电脑的管理员。
    .steps =
        请阅读拒绝信息的文字。
        请使用另一个名称：mailcheck --ehlo pc.example.com smtp.example.com

finding-slow-reply = { $host } 在端口 { $ports } 上 { $seconds } 秒后才答复
    .explanation = 服务可用，但对命令的答复来得很晚。可能是服务器在查询客户端的名称、在等待另一项服务、过载，或者有意让陌生客户端等待。缺乏耐心的邮件客户端会在此期间放弃。
    .about = 服务器可用，但答复缓慢。对 EHLO、CAPA、CAPABILITY 或 STARTTLS 的完整答复在五秒多之后才收到，而且没有重传数据包。可由谁解决：邮件服务器的管理方。
    .steps =
        请为邮件客户端设置更长的服务器超时时间。
        如果是您的服务器：请检查对客户端名称的查询是否超时。

finding-unasked-reply = { $host } 在端口 { $ports } 上答复了没有人提出的问题
    .explanation = 在 mailcheck 发出任何命令之前就收到了答复，或者收到的答复比命令多。mailcheck 将其搁置；其他程序会把它当作对下一条命令的答复，此后的一切都会误读。往往是邮件服务前面的设备先向它发送了内容：代理发送了邮件服务没有预料到的 PROXY 头。
    .explanation-broken = 收到了不属于 mailcheck 任何命令的答复，随后对话没有结果。往往是邮件服务前面的设备先向它发送了内容：代理发送了邮件服务没有预料到的 PROXY 头。对邮件服务来说那是错误的命令，它的答复会使每个客户端混乱。
    .explanation-proxy-header = 服务器对 PROXY 头提出异议，而 mailcheck 并不发送它：邮件服务前面有某个程序在发送（例如 HAProxy、Traefik 或负载均衡器），邮件服务却没有预期它，或者不信任发送者。
    .explanation-spoke-first = 服务器说它的客户端开口太早。mailcheck 什么也没有发送：是邮件服务前面的设备先开口的，例如代理发送了邮件服务没有预料到的 PROXY 头。
    .explanation-empty-line = 应当答复的位置收到了空行。mailcheck 将其跳过；严格的邮件客户端会认为答复有误并放弃。
    .about = 服务器或它前面的设备答复了没有人发出的命令。在发出任何命令之前，或者在完整的答复之后收到了答复，或者服务器抱怨从未发送过的内容。代理（HAProxy、Traefik、nginx）发送 PROXY 头，而邮件服务没有为此设置时，就会这样。可由谁解决：邮件服务器及其前面设备的管理方。
    .steps =
        如果是您的服务器：请在两端都启用 PROXY 协议，或者两端都不启用。
        请告知服务器管理员。

finding-reply-timeout = { $host } 在端口 { $ports } 上停止答复
    .explanation = 服务器发出了问候信息，随后在 { $seconds } 秒内没有答复{ $stage ->
        [capabilities] 对其所提供功能的查询
        [starttls] 加密请求
        [greeting] 该连接
       *[other] 一条命令
    }。可能是它卡住，也可能是途中有设备丢弃了命令。从本机无法区分这些情况。
    .explanation-acknowledged = 服务器发出了问候信息，其系统确认收到了{ $stage ->
        [capabilities] 对其所提供功能的查询
        [starttls] 加密请求
       *[other] 命令
    }，但 { $seconds } 秒内没有答复。后面的服务卡住或过载；代替服务器接受连接的设备看起来也一样。
    .explanation-unfinished = 服务器开始答复{ $stage ->
        [capabilities] 关于它提供哪些功能的询问
        [starttls] 加密请求
       *[other] 命令
    }，但 { $seconds } 秒内没有收到答复的结尾。可能是答复没有结尾，也可能是其余部分丢失。收到的内容见“判断依据”。
    .about = 服务器发出问候信息之后不再答复。发送了命令，但没有及时收到完整的答复。在系统能够提供信息的情况下，命令已经送达；命令在途中丢失属于另一项诊断结果。过载的服务器、其后面有故障的服务和丢弃命令的防火墙看起来都一样。可由谁解决：邮件服务器的管理方。
    .steps =
        请在几分钟后重试。
        请从另一个网络尝试。
        请告知服务器管理员。

finding-connection-lost = { $host } 在端口 { $ports } 上中途断开连接
    .explanation = 服务器发出了问候信息，而连接{ $stage ->
        [greeting] 在问候途中
        [within] 在答复途中
        [capabilities] 在应当答复第一条命令时
        [starttls] 在应当答复 STARTTLS 时
       *[other] 在结束之前
    }被关闭。可能是服务器放弃了，也可能是途中有设备关闭了连接。从本机无法区分这些情况。
    .explanation-reset = 连接{ $stage ->
        [greeting] 在问候途中
        [within] 在答复途中
        [capabilities] 在应当答复第一条命令时
        [starttls] 在应当答复 STARTTLS 时
       *[other] 在结束之前
    }被切断（重置，10054）。可能是服务器崩溃或放弃了，也可能是途中有设备切断了连接。从本机无法区分这些情况。
    .explanation-behind-tls = 服务器发出了问候信息并开始加密，却在加密之后应当给出第一个答复时结束了连接。加密后面的一方没有继续下去；由邮件服务前面的设备处理 TLS，而邮件服务无法连接或没有为此设置时，就会这样。
    .about = 到服务器的连接在对话途中结束。在最初的信息之后、对话结束之前，连接正常结束（FIN）或因重置而结束。限制、崩溃以及不接受某条命令的防火墙看起来都一样。可由谁解决：邮件服务器的管理方。
    .steps =
        请重试。
        请从另一个网络尝试。
        请告知服务器管理员连接在哪条命令处结束。

finding-unexpected-reply = { $host } 在端口 { $ports } 上{ $kind ->
        [mailbox-data] 未经登录就发来邮箱内容
        [out-of-place] 的答复对不上
       *[other] 发出的内容不是 { $protocol }
    }
    .explanation = { $stage ->
        [greeting] 在应当问候时
        [capabilities] 在第一条命令之后
        [starttls] 在 STARTTLS 之后
       *[other] 在对话中
    }收到了协议中没有的答复。可能是另一种服务，可能是从中干预的设备，也可能是有故障的服务器。收到的内容见“判断依据”。
    .explanation-out-of-place = { $stage ->
        [greeting] 在应当问候时，收到的答复
        [capabilities] 第一条命令收到的答复
        [starttls] 对 STARTTLS 的答复
       *[other] 某条命令收到的答复
    }没有拒绝什么，但它的代码属于另一种答复。可能是服务器有故障，也可能是前面的设备同时在与服务器对话，使答复错了位。收到的内容见“判断依据”。
    .explanation-once-spoken-to = { $seconds } 秒内没有收到任何内容；向该端口发送内容之后，收到的不是 { $protocol }：可能是另一种等待客户端先开口的服务，也可能是从中干预的设备。收到的内容见“判断依据”。
    .explanation-mailbox-data = 在任何人登录之前，服务器就发来了关于邮箱的内容。mailcheck 没有采信；采信的邮件客户端会显示不属于您的邮件，或者跟随服务器转到另一台服务器。可能是服务器有故障，也可能是途中有人插入内容。
    .about = 在该端口上响应的不使用邮件协议。收到的字节不属于该端口的协议，也不属于其他已知协议。作为警告：登录之前收到了关于邮箱的 IMAP 数据。可由谁解决：邮件服务器的管理方；如果是端口不对则除外。
    .steps =
        请将主机和端口与服务商提供的进行比较。
        请从另一个网络尝试。

# STARTTLS

finding-starttls-not-offered = { $host } 在端口 { $ports } 上不提供 { $keyword }
    .explanation = 服务器会问候和答复，但不提供加密。邮件客户端在那里会以明文发送密码，大多数邮件客户端会拒绝这样做。可能是服务器没有为此端口设置 TLS，也可能是途中有设备移除了加密选项。
    .explanation-between-servers = 服务器不提供 STARTTLS：它接收的邮件以明文传送给它。{ $mail ->
        [asked] {""}
       *[not-asked] 它是否接收邮件，mailcheck 没有询问。
    }可能是服务器没有设置 TLS，也可能是途中有设备移除了加密选项。
    .explanation-exchange = 这台 Exchange 服务器向其他 Exchange 服务器提供加密（X-ANONYMOUSTLS），却不提供其他各方需要的 STARTTLS。当没有为此连接器的 SMTP 服务分配有效证书时就会这样。发往它的内容以明文传送。
    .explanation-scanner = 对 EHLO 的答复列出的是单纯的命令而不是扩展，途中扫描邮件的程序（本机的杀毒软件、网关）会这样答复。这类程序会移除加密选项；老旧的服务器看起来也一样。发送的内容以明文传送。
    .about = 服务器在该端口上不提供加密。STARTTLS（POP3 中为 STLS）不在功能列表中。在 587、110 和 143 上这属于失败，因为密码会以明文传送；在 25 上这属于警告，因为邮件仍能传送。没有 TLS 的服务器与途中移除该词的设备看起来相同，除非设备留下痕迹。可由谁解决：邮件服务器的管理方。
    .steps =
        请使用从一开始就用 SSL/TLS 的端口：465、993 或 995。
        请从另一个网络尝试，看看途中是否有设备移除了加密选项。
        如果是您的服务器：请为该端口设置 TLS。

finding-starttls-stripped = 通往 { $host } 的途中有防火墙移除 STARTTLS
    .explanation = 加密选项被覆盖：本应是单词的地方是成排的 X 或星号。检查 SMTP 内容的防火墙会这样做。密码和邮件会以明文传送。
    .explanation-between-servers = 加密选项被覆盖：本应是单词的地方是成排的 X 或星号。检查 SMTP 内容的防火墙会这样做。发往此服务器的邮件以明文传送。
    .explanation-one-path = 服务器在 { $good } 上提供 { $keyword }，在 { $addresses } 上则不提供。可能是其中一条路径上有设备移除了加密选项，也可能是两个地址通往设置不同的服务器；从本机无法区分这些情况。密码和邮件会以明文传送。
    .explanation-command = 服务器显示了它收到的命令，而那并不是这里发出的：命令到达时变成了一串 X。检查 SMTP 的防火墙会改写它不认识的命令。密码和邮件会以明文传送。
    .about = 本机与服务器之间的防火墙移除了加密选项。有两种迹象。一项服务在同一名称的一个地址上提供 STARTTLS，在另一个地址上则不提供。或者：由 X 组成的功能名称，或由星号组成的问候信息：这是检查 SMTP 内容的防火墙（Cisco“fixup”、MailGuard）的特征。防火墙位于本机与服务器之间的某处，也可能在任意一端。可由谁解决：该防火墙所在网络的管理方。
    .steps =
        请不要从这里通过该端口登录。
        请使用从一开始就用 SSL/TLS 的端口：465、993 或 995。
        请在防火墙上关闭 SMTP 内容检查。

finding-starttls-refused = { $host } 在端口 { $ports } 上提供 STARTTLS，随后又拒绝
    .explanation = 服务器提供了加密，但在收到请求时拒绝。服务器的原话见“判断依据”。
    .explanation-unavailable = 服务器提供了加密，但在收到请求时答复加密不可用。它的 TLS 有故障：往往是证书或密钥无法读取。服务器的原话见“判断依据”。
    .explanation-unknown = 服务器提供了加密，但在收到请求时不认识该命令。提供加密的一方与答复的一方不相符：可能是邮件服务前面的设备添加了该选项或吞掉了命令，也可能是服务设置有误。服务器的原话见“判断依据”。
    .about = 服务器提供加密，随后却无法开始。STARTTLS 在功能列表中，而该命令得到的答复是 454、5yz、-ERR、NO 或 BAD。454 表示“TLS 现在不可用”（RFC 3207）；这种情况很少自行恢复。可由谁解决：邮件服务器的管理方。
    .steps =
        请使用从一开始就用 SSL/TLS 的端口：465、993 或 995。
        请告知服务器管理员；原因在服务器的日志中。

finding-starttls-injection = 未加密的数据混入 { $host } 端口 { $ports } 上的加密会话
    .explanation = 在 STARTTLS 的答复之后还有明文数据。不够谨慎的客户端会将其当作加密会话的内容；途中的攻击者就是这样冒充服务器插入内容的。会话在此处已终止。
    .explanation-later = 在对 STARTTLS 的答复之后、加密之前，本应是 TLS 的位置又收到了一个明文答复。这可能是注入：途中的攻击者会这样冒充服务器，不谨慎的客户端会把它当作加密会话中的内容。也可能是服务器继续以明文对话。mailcheck 在此处无法区分这两种情况。mailcheck 没有采信其中任何内容。
    .about = 服务器或途中的某方将未加密的内容混入加密会话。在 STARTTLS 的答复之后、TLS 握手之前收到了数据（RFC 3207 第 4 节，CVE-2011-0411 及类似问题）。有缺陷的服务器与途中的攻击者看起来相同。可由谁解决：邮件服务器的管理方。
    .steps =
        请不要通过该端口登录。
        请使用从一开始就用 SSL/TLS 的端口：465、993 或 995。
        请更新服务器。

finding-preauthenticated = { $host } 在端口 { $ports } 上的问候信息表示已经登录
    .explanation = IMAP 服务器发出 PREAUTH：会话从一开始就已登录。这时禁止使用 STARTTLS，因此一切内容都会以明文传送。在公开的端口上，这是设置错误，或者途中有人干预。
    .about = 服务器说会话已经登录，而还没有人登录过，因此无法加密。在需要 STARTTLS 的端口上，问候信息是 PREAUTH。标准禁止在该状态下使用 STARTTLS（RFC 9051 第 6.2.1 节）。攻击者利用它来阻止客户端加密。设置错误与攻击者看起来相同。可由谁解决：邮件服务器的管理方。
    .steps =
        请不要使用此端口。
        请使用端口 993 和 SSL/TLS。
        请告知服务器管理员。

finding-login-disabled = { $host } 在端口 { $ports } 上不允许登录
    .explanation = 服务器禁止未加密的登录，又不提供加密方式。任何人都无法在那里登录。
    .explanation-in-tls = 加密已建立，服务器在加密之中却表现得像没有加密一样：它禁止登录，或者再次提供 STARTTLS 而不提供登录。TLS 由前面的设备处理，而后面的邮件服务不知道。任何人都无法在那里登录。
    .explanation-private = 服务器没有提供邮件客户端认识的登录方式：它的 AUTH 没有列出任何方式，或者只有它自己的方式（X-EXPS）。用用户名和密码发送邮件的客户端无法在此登录。
    .explanation-none-named = 服务器在此没有提供登录方式。用用户名和密码发送邮件的客户端无法登录；无需登录即可发送的（例如凭其地址），可以继续使用。
    .about = 任何人都无法在该端口上登录。LOGINDISABLED 在功能列表中，而 STARTTLS 不在；或者加密已建立，服务器仍禁止登录或再次提供 STARTTLS；或者（作为警告或提示）用于发送的端口没有列出任何登录方式。可由谁解决：邮件服务器的管理方。
    .steps =
        请使用端口 993 和 SSL/TLS。
        如果是您的服务器：请为该端口设置 TLS。

# TLS

finding-tls-stalled = { $host } 在端口 { $ports } 上没有答复 TLS ClientHello
    .explanation = 连接已建立，但加密没有建立：TLS 的第一条消息（ClientHello）在 { $seconds } 秒内没有得到答复。可能是服务器卡住，可能是它在那里不使用 TLS，也可能是大数据包在途中丢失。从本机无法区分这些情况。
    .explanation-gap = 服务器答复了 TLS 问候，但 { $seconds } 秒内只收到答复中靠后的部分：在它之前的部分无论重发多少次都在途中丢失。某段线路只能通过较小的数据包、又没有设备报告此事时，大数据包就会丢失。
    .explanation-acknowledged = 服务器系统确认收到了 TLS 的第一条消息（ClientHello），但 { $seconds } 秒内没有返回任何内容。可能是服务卡住，也可能是它在那里不使用 TLS；答复在途中丢失看起来也一样。
    .explanation-through-proxy = { $proxy } 表示到 { $host } 的连接已建立，但 TLS 的第一条消息（ClientHello）在 { $seconds } 秒内没有得到答复。没有迹象表明连接真的建立过：有些代理服务器在连上之前就这样答复。如果连接确实建立过，则可能是服务器卡住，也可能是它在那里不使用 TLS。
    .about = 服务器接受连接，但加密一直没有开始。发送了客户端的 TLS ClientHello，但没有及时返回任何内容。ClientHello 在途中丢失，以及答复太大而无法通过，在能够分辨时属于其他诊断结果。等待明文的服务器、卡住的服务、丢弃 TLS 的防火墙和丢失大数据包的路径看起来都一样。可由谁解决：目前看来是邮件服务器的管理方。
    .steps =
        请尝试该端口的另一种设置：用 STARTTLS 代替 SSL/TLS。
        请从另一个网络尝试。如果在那里可用，则途中有设备干扰。
        请告知服务器管理员。

finding-tls-closed = { $through ->
        [yes] 经代理服务器到 { $host } 端口 { $ports } 的连接在 TLS 握手期间断开
       *[no] { $host } 在端口 { $ports } 上的 TLS 握手期间断开连接
    }
    .explanation = 连接已建立，但在应当开始加密时被关闭。可能是服务器的 TLS 有故障或拒绝此客户端，也可能是途中有设备关闭了连接。
    .explanation-through-proxy = { $proxy } 表示到 { $host } 的连接已建立，但在应当开始加密时连接被关闭。没有迹象表明连接真的建立过：有些代理服务器在连上之前就这样答复，连不上时再断开。如果连接确实建立过，则可能是服务器的 TLS 有故障或拒绝代理服务器的地址。
    .about = 加密一开始，服务器就关闭连接。在 TLS ClientHello 之后、握手完成之前，连接正常结束。缺少证书、限制和途中的设备看起来都一样。可由谁解决：邮件服务器的管理方。
    .steps =
        请从另一个网络尝试。
        请告知服务器管理员；原因在服务器的日志中。

finding-tls-reset = 到 { $host } 的连接在端口 { $ports } 上的 TLS 握手期间被切断
    .explanation = 连接已建立，但在应当开始加密时被切断（重置，10054）。可能是服务器的 TLS 崩溃，可能是该端口使用明文，也可能是途中有设备切断 TLS。从本机无法区分这些情况。
    .explanation-through-proxy = { $proxy } 表示到 { $host } 的连接已建立，但在应当开始加密时连接被切断（重置，10054）。没有迹象表明连接真的建立过：有些代理服务器在连上之前就这样答复，连不上时再断开。如果连接确实建立过，则可能是服务器的 TLS 崩溃，可能是该端口使用明文，也可能是代理服务器之外有设备切断 TLS。
    .about = 加密一开始，连接就被切断。在 TLS ClientHello 之后、握手完成之前收到了重置。崩溃的服务、没有 TLS 的端口和切断 TLS 的防火墙看起来都一样。可由谁解决：目前看来是邮件服务器的管理方。
    .steps =
        请从另一个网络尝试。如果在那里可用，则途中有设备切断 TLS。
        请告知服务器管理员。

finding-tls-alert = { $host } 在端口 { $ports } 上以警报 { $alert } 中止 TLS 握手
    .explanation = 服务器以致命警报答复 TLS 的第一条消息（ClientHello）。它不能或不愿与此客户端加密。
    .explanation-no-common = 服务器表示与我们没有共同的加密算法或版本，或者它自己没有证书。只支持旧加密算法的服务器会这样答复新的客户端；较旧的程序也许仍能连接。
    .explanation-version = 服务器不支持任何现今使用的 TLS 版本。TLS 1.0 和 1.1 已停用（RFC 8996）；较旧的程序也许仍能连接。
    .explanation-internal = 服务器自身发生了错误。往往是它的证书或密钥文件缺失或无法读取。
    .explanation-name = 服务器没有为名称 { $name } 配置证书，只有其他名称的证书。
    .explanation-alpn = 服务器要求客户端先说明使用哪种协议（ALPN，RFC 7301），网站服务器会这样要求，而邮件客户端不会说明。多半是邮件服务器前面的代理或负载均衡器在此端口上按其他协议设置。
    .about = 服务器拒绝与本机加密，并给出一个编号作为原因。服务器以 TLS 警报结束了握手（RFC 8446 第 6 节）。编号表明服务器的判断：40 没有共同之处，70 版本，80 自身错误，112 未知名称。警报 40 不能说明缺少什么。可由谁解决：邮件服务器的管理方。
    .steps =
        请查询该编号，例如：mailcheck explain "alert 40"
        请将编号和时间告知服务器管理员；原因在服务器的日志中。

finding-tls-version-unsupported = { $host } 在端口 { $ports } 上只支持旧版本的 TLS
    .explanation = 服务器支持的最高版本是 { $versions }。TLS 1.0 和 1.1 已停用（RFC 8996），现今的邮件客户端会拒绝它们。旧程序也许仍能连接。
    .about = 对现今的程序来说，服务器的加密过于陈旧。握手失败，而对专为旧版本构造的 ClientHello，服务器以其中一个版本答复。服务器或其设置已过时。可由谁解决：邮件服务器的管理方。
    .steps =
        如果是您的服务器：请启用 TLS 1.2 和 1.3；这可能需要更新的程序。
        否则请告知其管理员。

finding-tls-no-common-cipher = { $kind ->
        [anonymous] { $host } 在端口 { $ports } 上只提供不使用证书的密码套件
        [unencrypted] { $host } 在端口 { $ports } 上只提供不加密的密码套件
       *[old] { $host } 在端口 { $ports } 上只支持旧的加密算法
    }
    .explanation = 服务器支持 TLS 1.2，但在提供的全部（含已淘汰的）算法中选择了 { $suites }。现今的程序不提供这种算法。旧程序也许仍能连接。
    .explanation-anonymous = 服务器没有接受任何需要证书的密码套件，随后却接受了不需要证书的 { $suites }：任何人都可以冒充它来应答。邮件程序不提供这种套件，某些邮件服务器之间才会使用。通常是服务器没有证书，或者无法读取证书。
    .explanation-unencrypted = 服务器没有接受任何会加密的密码套件，随后却接受了不加密的 { $suites }：途中的任何人都能看到所发送的全部内容。邮件程序不提供这种套件。
    .about = 对现今的程序来说，服务器的加密算法过于陈旧，或者不使用证书、不加密。握手因没有共同之处而失败，而对列出所有密码套件的专门构造的 ClientHello，服务器答复了一个已不再使用的套件：没有前向保密，加密算法已被攻破，或者根本不加密。可由谁解决：邮件服务器的管理方。
    .steps =
        如果服务器没有证书：请安装证书，之后就可以使用依赖证书的密码套件。
        如果是您的服务器：请允许使用 ECDHE 以及 AES-GCM 或 ChaCha20 的加密算法。
        否则请告知其管理员。

finding-tls-answered-in-plaintext = { $host } 在端口 { $ports } 上以明文答复 TLS ClientHello
    .explanation = 应当开始加密，收到的却是明文。可能是服务器在那里应当使用 TLS 却没有使用，也可能是途中有设备在答复。收到的内容见“判断依据”。
    .about = 应当开始加密时，服务器以明文答复。对 TLS ClientHello 的答复不是 TLS 记录。可能是服务器没有设置 TLS，也可能是该端口属于其他服务。可由谁解决：邮件服务器的管理方。
    .steps =
        请将主机和端口与服务商提供的进行比较。
        请告知服务器管理员。

finding-weak-for-some-programs = 有些程序无法连接 { $host } 的端口 { $ports }
    .explanation = 服务器提供的内容对有些程序来说足够，对另一些则不够。可以连接：{ $can }；无法连接：{ $cannot }。
    .explanation-unseen = 服务器提供的内容对有些程序来说足够，对另一些则不够。可以连接：{ $can }；无法连接：{ $cannot }。mailcheck 自己的程序库也属于无法连接的，因此只看到了握手的开头。
    .about = 有些邮件客户端能连接这台服务器，有些不能。各程序接受的 TLS 版本、加密套件、密钥和证书各不相同。mailcheck 将服务器提供的内容与常用程序接受的内容进行比较；各程序的受信任证书颁发机构列表是否不同，不在比较之列。可由谁解决：邮件服务器的管理方。
    .steps =
        请使用能够连接的程序，或者另一个端口。
        如果是您的服务器：请提供 TLS 1.2 和 1.3 以及 ECDHE 与 AES-GCM，并使用有效期不超过一年的证书。

finding-renegotiation-unsafe = { $host } 在端口 { $ports } 上不支持安全重新协商
    .explanation = 服务器使用 TLS 1.2 或更旧的版本，且未表明能安全地重新协商（RFC 5746，2010 年）。以下程序拒绝这样的服务器：{ $cannot }。其他程序可以连接。
    .about = 服务器的 TLS 过旧或功能受限，有些程序因此拒绝连接。没有 RFC 5746 的扩展，途中的人就能在会话之前插入自己的内容。OpenSSL 3 会报告 "unsafe legacy renegotiation disabled" 并放弃。可由谁解决：邮件服务器的管理方。
    .steps =
        请更新服务器的 TLS 程序库，或者更新服务器前面的设备。

finding-tls-large-hello = { $host } 的端口 { $ports } 不接受较新程序的 TLS hello
    .explanation = mailcheck 自己的 TLS hello 在那里得到应答，而一个数据包装不下的 hello 没有；紧接着发送的同类较小 hello 得到了应答。服务器已收到整个 hello，或者明确拒绝：它或它前面的设备很可能把第一个数据包当作了整个 hello。较旧的程序可以连接。发送较大 hello 的程序会一直等待或被切断：使用 OpenSSL 3.5、Go 1.24、Java 27 及更高版本的程序默认如此（X25519MLKEM768），除非程序像 Postfix 那样自己选择密钥交换。每种 hello 只发送了一次。
    .explanation-group = mailcheck 自己的 TLS hello 在那里得到应答，而提供 X25519MLKEM768 的 hello 无论大小都没有；去掉它就得到应答。服务器或它前面的设备遇到不认识的内容时出错，而不是略过。较旧的程序可以连接。提供它的程序会一直等待或被切断：使用 OpenSSL 3.5、Go 1.24、Java 27 及更高版本的程序默认如此，除非程序自己选择密钥交换。每种 hello 只发送了一次。
    .explanation-anybody = mailcheck 自己的 TLS hello 在那里得到应答，而一个数据包装不下的 hello 没有；紧接着发送的同类较小 hello 得到了应答。有些服务器把第一个数据包当作整个 hello，有些防火墙会丢弃或切断占两个数据包的 hello：从这里看不出区别。较旧的程序可以连接。发送较大 hello 的程序会一直等待或被切断：使用 OpenSSL 3.5、Go 1.24、Java 27 及更高版本的程序默认如此（X25519MLKEM768），除非程序像 Postfix 那样自己选择密钥交换。每种 hello 只发送了一次。
    .explanation-lost = mailcheck 自己的 TLS hello 在那里得到应答。一个数据包装不下的 hello 有一部分从未到达服务器：它被反复重发，始终没有得到确认，而紧接着发送的同类较小 hello 得到了应答。途中或服务器处的防火墙丢弃了它。较旧的程序可以连接。发送较大 hello 的程序会白白等待：使用 OpenSSL 3.5、Go 1.24、Java 27 及更高版本的程序默认如此（X25519MLKEM768），除非程序像 Postfix 那样自己选择密钥交换。
    .explanation-segments = mailcheck 自己的 TLS hello 在那里得到应答。一个数据包装不下的 hello 有一部分从未到达服务器，而分成 536 字节的数据包就能到达：从这里发往那里的满长数据包似乎在途中丢失。这样，较大的邮件也会卡住，使用较大 hello 的程序也一样（X25519MLKEM768，OpenSSL 3.5、Go 1.24、Java 27 及更高版本默认使用）。
    .about = 较新的程序开始 TLS 时发送的 hello 需要两个数据包，因为其中有后量子密码的密钥（X25519MLKEM768）。使用 --large-hello 时，mailcheck 在平常的握手成功之后，另用一个连接发送这样的 hello；没有应答时，再发送同类的较小 hello：只有后者得到应答，原因才是较大的 hello。有些服务器只读取一次，把读到的当作整个 hello；有些防火墙会丢弃或切断占两个数据包的 hello。如果有一部分从未得到确认，它就是在途中丢失的；如果改用小数据包就不同，则丢失的是满长的数据包。可由谁解决：服务器或中间防火墙的管理方。
    .steps =
        请更新服务器或它前面的设备；TLS hello 无论分成几个数据包，都必须读到结尾，并略过其中不认识的内容（https://tldr.fail）。
        请询问两端防火墙的管理方，是否有防火墙丢弃或切断占两个数据包的 TLS hello。
        作为变通办法，可以让程序发送较小的 hello：openssl.cnf 中写 Groups = X25519:P-256:P-384（OpenSSL）、GODEBUG=tlsmlkem=0（Go）、-Djdk.tls.namedGroups=x25519,secp256r1,secp384r1（Java）。

finding-tls-large-hello-tried = { $told ->
        [unsure] 无法判断 { $host } 是否接受较新程序的较大 TLS hello
       *[taken] { $host } 接受较新程序的较大 TLS hello
    }
    .explanation = 端口 { $ports } 应答了在一般线路上需要两个数据包的 TLS hello（含 X25519MLKEM768 的密钥份额，与 OpenSSL 3.5 发送的一样）。
    .explanation-unsure = 在端口 { $ports }，平常的握手之后本应再试需要两个数据包的 TLS hello（X25519MLKEM768），但之后的连接没有到达这一步，或者同类的较小 hello 也没有应答。因此不能对较大的 hello 下结论。
    .about = 使用 --large-hello 而没有发现问题时的结果：较新程序所用的 hello 得到了应答；或者无法判断，因为之后的连接没有到达 TLS 这一步，或者较小的 hello 也没有应答。只接受少量连续连接的服务器会这样。可由谁解决：无需解决。
    .steps =
        无需任何操作。如果无法判断，请过几分钟再试。

finding-tls-failed = 与 { $host } 在端口 { $ports } 上的 TLS 握手失败
    .explanation = 服务器和客户端开始加密，但未能完成：服务器发来的内容违反了 TLS 规则。有缺陷的服务器或途中干预 TLS 的设备会造成这种情况。
    .explanation-incompatible = 服务器选择了新的客户端不支持的内容：旧版本，或者已停用的选项。较旧的程序也许仍能连接。
    .explanation-signature = 应答方出示了服务器的证书，但它的签名与该证书不符。证书本身可能没有问题，但应答方无法证明证书属于自己。可能是服务器配置了错误的密钥文件，也可能是途中有人出示了不属于自己的证书。
    .explanation-oversized = 服务器在 TLS 握手的一条消息中发送了超过 64 KiB 的内容。TLS 并不禁止这样做，但各程序的限度不同：使用 OpenSSL 的程序（最多 100 kB）和 Thunderbird 会继续，其他程序会断开连接。这么长的消息几乎总是因为服务器发送的不是自己的证书链，而是整个颁发机构文件；或者在服务器要求客户端证书时，发送了所有可以签发该证书的颁发机构的列表。mailcheck 也无法继续，因此没有看到握手之后的任何内容。
    .about = 与服务器的加密失败。TLS 程序库因自身的原因放弃，原因见“判断依据”。可由谁解决：邮件服务器的管理方。
    .steps =
        请从另一个网络尝试。
        请将判断依据中的原文告知服务器管理员。

finding-client-certificate-required = { $host } 在端口 { $ports } 上要求客户端证书
    .explanation = 服务器只接受有证书的客户端。普通用户的邮件客户端没有证书，因此该端口不是供它们使用的。
    .explanation-ended = 服务器要求客户端提供证书，没有得到证书就结束了连接。它很可能只为有证书的客户端服务。
    .about = 服务器只允许有证书的客户端进入。服务器要求客户端证书，随后发出警报 116、另一种针对证书的警报或拒绝信息，或者直接结束连接。在最后一种情况下，原因很可能是证书，但不能确定。可由谁解决：邮件服务器的管理方。
    .steps =
        请向服务商询问供邮件客户端使用的端口。
        如果是您的服务器：请只在需要的地方要求客户端证书。

# 证书

finding-certificate-expired = { $host } 的证书已过期
    .explanation = 它于 { $date } 到期，已过期 { $days } 天。邮件客户端会发出警告或拒绝连接。端口 { $ports } 正在使用它。
    .explanation-chain = 服务器发送的一张中间证书已于 { $date } 到期。邮件客户端会发出警告或拒绝连接。端口 { $ports } 正在使用它。
    .about = 服务器的证书过期了。按本机时钟，证书链中某张证书的结束日期已过。如果每台服务器的证书似乎都已过期，则是本机的时钟快了。可由谁解决：邮件服务器的管理方。
    .steps =
        请续订证书，并重新启动邮件服务：正在运行的服务会继续使用旧证书。
        请检查本机的日期是否正确。

finding-certificate-not-yet-valid = { $host } 的证书尚未生效
    .explanation = 它于 { $date } 生效；本机时钟显示 { $now }。很可能是本机的时钟慢了。如果时钟正确，则是服务器过早使用了证书。
    .explanation-clock = 它于 { $date } 生效；本机时钟显示 { $now }，而这个时钟有误：不依赖本机时钟的信息显示的日期更晚。
    .about = 服务器的证书在将来才生效，或者本机的时钟慢了。按本机时钟，证书链中某张证书的生效日期在将来。本机时钟有误与证书较晚生效看起来相同；首先应怀疑时钟。可由谁解决：这台电脑的管理员（时钟）；只有在时钟正确时，才是邮件服务器的管理方。
    .steps =
        请检查本机的日期、时间和时区。
        如果都正确：请告知服务器管理员。

finding-certificate-name-mismatch = 证书不是颁发给 { $expected } 的
    .explanation = 服务器在端口 { $ports } 上出示的证书是颁发给 { $names } 的。邮件客户端会发出警告或拒绝连接。可能是服务器的名称与输入的不同，也可能是它的证书缺少这个名称。
    .explanation-no-names = 端口 { $ports } 上的证书的使用者可选名称（SAN）中没有服务器名称。大多数邮件客户端不再查看仅写在使用者字段中的名称。
    .explanation-address = 服务器是以 IP 地址 { $expected } 指定的，而它在端口 { $ports } 上的证书是颁发给 { $names } 的。证书是为名称颁发的；请使用名称。
    .explanation-address-as-name = 服务器是以 IP 地址指定的，端口 { $ports } 上的证书含有 { $entry }，但写成了 DNS 名称。地址只有写在地址条目中才有效（RFC 9525 第 6.5 节），因此程序会拒绝。
    .explanation-written-wrong = 端口 { $ports } 上的证书含有“{ $entry }”，这不是名称的正确写法：名称前后的空格、末尾的点或其他内容会使该条目无效（RFC 9525 第 6.3 节）。
    .explanation-star = 端口 { $ports } 上的证书含有 { $entry }。星号恰好代表一个完整的标签，即第一个标签（RFC 9525 第 6.3 节），因此不包括 { $expected }。
    .explanation-star-top = 端口 { $ports } 上的证书含有 { $entry }。几乎所有程序都不接受直接位于顶级域之下的星号，因此对它们来说该条目不包括 { $expected }。
    .explanation-no-sni = 服务器是以 IP 地址 { $expected } 指定的，因此没有发送服务器名称。它用一张说明此事的证书作答：{ $subject }。请使用服务器的名称。
    .about = 服务器的证书是颁发给另一个名称的。证书中没有一个名称是所要求的名称。使用共享主机时，证书中是服务商自己的服务器名称，应当使用那个名称。可由谁解决：邮件服务器的管理方；往往只需输入服务商的服务器名称。
    .steps =
        如果证书中的某个名称属于同一服务商，请使用该名称。
        如果是您的服务器：请获取包含此名称的证书。

finding-certificate-depends-on-sni = { $host } 出示哪张证书取决于程序发送的名称
    .explanation = 程序在加密开始时发送名称 { $asked }（SNI）时，服务器在端口 { $ports } 上出示的证书会被程序拒绝。不发送名称时，它出示另一张证书，那张对 { $asked } 有效。因此服务器有正确的证书，只是它为这个名称保存的证书有误或已过时。几乎所有邮件客户端都会发送名称，得到的是错误的那张。以下程序不发送名称，得到的是正确的那张：{ $silent }，以及未设置 tls_sni 的 Exim。
    .explanation-refused = 程序在加密开始时发送名称 { $asked }（SNI）时，服务器在端口 { $ports } 上中断连接。不发送名称时，它会继续，并出示对 { $asked } 有效的证书。因此服务器有正确的证书，只是它没有为这个名称保存证书，或保存的有误。几乎所有邮件客户端都会发送名称，因而被拒绝。以下程序不发送名称：{ $silent }，以及未设置 tls_sni 的 Exim。
    .explanation-address = 服务器是以 IP 地址 { $asked } 指定的，因此没有发送服务器名称（SNI），这时它在端口 { $ports } 上出示的证书不是颁发给 { $asked } 的。发送它在问候语中自称的名称 { $sent } 时，它出示另一张证书，那张对该名称有效。使用该名称的邮件客户端可以连接。不发送名称的程序得到第一张证书：填写地址的程序、{ $silent }，以及未设置 tls_sni 的 Exim。
    .explanation-address-refused = 服务器是以 IP 地址 { $asked } 指定的，因此没有发送服务器名称（SNI），它在端口 { $ports } 上中断连接。发送它在问候语中自称的名称 { $sent } 时，它会继续，并出示对该名称有效的证书。使用该名称的邮件客户端可以连接。不发送名称的程序会被拒绝：填写地址的程序、{ $silent }，以及未设置 tls_sni 的 Exim。
    .explanation-exchanger = 邮件服务器在加密开始时发送名称 { $asked }（SNI）时，该服务器在端口 { $ports } 上出示的证书是颁发给其他名称的。不发送名称时，它出示另一张证书，那张对 { $asked } 有效。因此服务器有正确的证书，只是它为这个名称保存的证书有误。大多数邮件服务器不检查证书，照常投递。检查证书的服务器会按 MTA-STS 或 DANE 的要求发送名称，得到的是错误的那张。以下程序不发送名称，得到的是正确的那张：{ $silent }，以及未设置 tls_sni 的 Exim。
    .about = 服务器有多张证书，并按程序在 TLS 握手开始时发送的名称来选择（SNI，RFC 6066 第 3 节）。其中一张是合适的，而按 mailcheck 最初的方式连接的程序得不到它。得出这一结论之前，mailcheck 又询问了三次：两次用另一种方式，一次用最初的方式，每次结果都相同。可由谁解决：邮件服务器的管理方；如果服务器是以 IP 地址指定的，改为输入它的名称即可。
    .steps =
        请使用服务器的名称代替 IP 地址。
        如果是您的服务器：请为每个名称设置正确的证书，并为不发送名称的程序设置大多数程序所需的那一张。

finding-certificate-self-signed = { $host } 的证书是自签名证书
    .explanation = 没有任何机构为它担保，因此无法将它与伪造的证书区分开。邮件客户端会发出警告或拒绝连接。端口 { $ports } 正在使用它。
    .explanation-here = 没有任何机构为它担保。但这台电脑的列表中有它：有人把它加了进去，使用该列表的程序（Windows 上的 Outlook、Mac 上的“邮件”）会接受它。其他电脑以及自带列表的程序会发出警告或拒绝连接。端口 { $ports } 正在使用它。
    .about = 服务器的证书不是由证书颁发机构签发的。该证书的颁发者就是它自己，并且它不在受信任的证书之列。测试服务器和专用设备会附带这种证书。可由谁解决：邮件服务器的管理方。
    .steps =
        请从知名的证书颁发机构获取证书。
        如果是您自己的证书：请用它再试（mailcheck --ca-file own.pem smtp.example.com），并将其安装到各客户端。

finding-certificate-unknown-issuer = { $host } 的证书来自未知的证书颁发机构
    .explanation = 它由 { $issuer } 签名，该机构不在受信任的证书颁发机构之列。常见原因是公司自己的证书颁发机构、途中伪造证书的设备，或者缺少中间证书。端口 { $ports } 正在使用它。
    .explanation-another-key = 它注明的颁发者是 { $issuer }。服务器发送了一张同名的证书，但密钥不同：为它签名的不是那张证书。证书颁发机构已更新或更换，而服务器仍在发送旧证书。端口 { $ports } 正在使用它。
    .explanation-here = 它由 { $issuer } 签名，该机构不在 Mozilla 的列表中。但这台电脑的列表中有它或为它担保的机构：使用该列表的程序（Windows 上的 Outlook、Mac 上的“邮件”）会接受该证书，手机以及自带列表的程序会拒绝。该机构可能是系统自带的，也可能是有人加进去的：例如公司自己的证书颁发机构，或者程序或网关用来解密连接的机构。端口 { $ports } 正在使用它。
    .about = 服务器的证书来自程序不信任的证书颁发机构。证书链终止于一个不在受信任列表中的证书颁发机构。私有的证书颁发机构、连接被拦截以及缺少这里所不知道的中间证书，看起来都一样，因此 mailcheck 无法判断由谁造成。可由谁解决：邮件服务器的管理方，或者在中间放置设备的一方。
    .steps =
        如果是您公司的证书颁发机构：请用其证书再试（mailcheck --ca-file company.pem smtp.example.com），并将其安装到各客户端（Windows：certmgr.msc → 受信任的根证书颁发机构）。
        否则请不要登录，并从另一个网络进行比较。

finding-certificate-chain-incomplete = { $host } 没有发送中间证书
    .explanation = 证书本身来自已知的证书颁发机构，但缺少与它连接的中间证书：{ $issuer }。有些程序会自行找到它，有些则会警告或拒绝。所以才会此处可用而别处不可用。端口 { $ports } 正在使用它。
    .about = 服务器缺少程序所需的一张证书。服务器只发送自己的证书，没有发送为其签名的中间证书；已知该中间证书属于受信任的证书颁发机构。可由谁解决：邮件服务器的管理方。
    .steps =
        请让服务器发送完整的证书链：先是证书，然后是中间证书（使用 Let's Encrypt 时：fullchain.pem）。

finding-certificate-weak = { $host } 的证书强度太弱
    .explanation = 它使用 { $what }，这已不再安全。现今的程序会拒绝它。端口 { $ports } 正在使用它。
    .about = 对现今的程序来说，服务器的证书不够安全。证书链中的某个密钥或签名低于现今的要求：不足 2048 位的 RSA，SHA-1 或 MD5 签名。可由谁解决：邮件服务器的管理方。
    .steps =
        请将证书替换为密钥和签名符合现今要求的证书。

finding-certificate-wrong-purpose = { $host } 的证书不是用于服务器的
    .explanation = 它被标记为其他用途，例如为邮件签名或标识客户端。程序不接受将它用于服务器。端口 { $ports } 正在使用它。
    .explanation-issuer = 它的证书链中有一个证书颁发机构只能为其他用途签发证书，例如为邮件签名或标识客户端，而不能用于服务器（扩展密钥用法）。大多数程序会拒绝端口 { $ports } 上的证书。
    .explanation-authority = 该证书被标记为证书颁发机构的证书（CA:TRUE）。以下程序不接受服务器使用它：{ $cannot }。其他程序接受：{ $can }。端口 { $ports } 正在使用它。
    .about = 该证书是为服务器以外的用途签发的。该证书的扩展密钥用法不包含服务器身份验证。可由谁解决：邮件服务器的管理方。
    .steps =
        请将证书替换为用于服务器的证书。

finding-certificate-malformed = { $kind ->
        [algorithm] { $host } 的证书所用的签名算法很少有程序能验证
       *[other] { $host } 的证书不符合规范
    }
    .explanation = 程序无法接受它：{ $what }。端口 { $ports } 正在使用它。
    .explanation-constraints = 它的证书链中有一个证书颁发机构只能为特定的名称签发证书（名称约束，RFC 5280 第 4.2.1.10 节），而证书中的名称不在其中。大多数程序会拒绝端口 { $ports } 上的证书。
    .explanation-path-length = 它的证书链中有一个证书颁发机构，其下的颁发机构多于它所允许的数目（路径长度，RFC 5280 第 4.2.1.9 节）。程序会拒绝端口 { $ports } 上的证书。
    .explanation-key-usage = 它的证书链中有一个证书颁发机构，其密钥用法不允许签发证书（keyCertSign，RFC 5280 第 4.2.1.3 节）。多数程序会拒绝端口 { $ports } 上的证书。
    .explanation-algorithm = 证书链中的某张证书所用的签名算法，mailcheck 不会计算，因此无法判断签名是否正确。认识该算法的程序也许能连接；多数程序不认识它，会拒绝该证书。端口 { $ports } 正在使用它。
    .explanation-critical = 它有一个标记为关键而程序不认识的扩展：{ $what }。程序必须拒绝这样的证书（RFC 5280 第 4.2 节）。端口 { $ports } 正在使用它。
    .about = 程序无法接受服务器的证书，因为它不符合规范。证书链中的某张证书无法读取，或者其结构违反标准（RFC 5280）。有些程序比其他程序更宽松。可由谁解决：邮件服务器的管理方。
    .steps =
        请替换证书。

finding-root-expired = { $host } 的证书所属的根证书已过期
    .explanation = 证书链通向的证书颁发机构在这里受信任，但它自己的证书已过期。以下程序拒绝该证书链：{ $cannot }。端口 { $ports } 正在使用它。
    .about = 服务器的证书链通向一个自身证书已过期的证书颁发机构。有些程序不查看受信任的根证书的到期日期，可以连接；有些则拒绝。可由谁解决：邮件服务器的管理方，改用通向仍然有效的根证书的证书链。
    .steps =
        请续订证书颁发机构的根证书，并将新证书安装到各客户端。

finding-certificate-key-usage = { $host } 的证书不允许这样使用
    .explanation = 它的密钥用法不允许服务器对它的使用方式（RFC 5280 第 4.2.1.3 节）。以下程序拒绝它：{ $cannot }。端口 { $ports } 正在使用它。
    .about = 有些程序因密钥用法而拒绝服务器的证书。服务器用密钥签名，这需要 digitalSignature；使用旧的加密套件时则用密钥解密，这需要 keyEncipherment。可由谁解决：邮件服务器的管理方。
    .steps =
        请将证书替换为密钥用法含 digitalSignature 的证书。

finding-certificate-must-staple = { $host } 的证书要求一个服务器没有发送的状态
    .explanation = 它标有 "must-staple"（RFC 7633），而服务器没有附带 OCSP 响应。以下程序因此拒绝它：{ $cannot }。端口 { $ports } 正在使用它。
    .about = 有些程序因缺少所承诺的状态而拒绝服务器的证书。"must-staple" 表示服务器总是随证书发送最新的 OCSP 响应。很少有邮件服务器能做到。可由谁解决：邮件服务器的管理方。
    .steps =
        请将证书替换为不带 "must-staple" 的证书，或者启用 OCSP 装订（stapling）。

finding-certificate-status-refused = 有些程序拒绝 { $host } 随证书发送的状态
    .explanation = 服务器自己出示的证书状态（附带的 OCSP 响应）表明，颁发机构已吊销该证书。以下程序因此拒绝它：{ $cannot }。其他程序不查看该状态；但证书对它们来说同样已被吊销，多半是因为密钥泄露或已签发新证书。端口 { $ports } 正在使用它。
    .explanation-ended = 服务器发送的证书状态（附带的 OCSP 响应）按本机的时钟已经过期：多半是从颁发机构获取它的机制停止了工作。以下程序因此拒绝它：{ $cannot }。端口 { $ports } 发送它。
    .explanation-another = 服务器发送的状态（附带的 OCSP 响应）属于另一张证书：多半是更换证书后没有重新获取。以下程序因此拒绝它：{ $cannot }。端口 { $ports } 发送它。
    .explanation-unknown = 服务器出示的证书状态（附带的 OCSP 响应）表明，颁发机构不认识该证书。以下程序因此拒绝它：{ $cannot }。端口 { $ports } 正在使用它。
    .about = 服务器可以随证书发送颁发机构对它的说明（OCSP 装订，RFC 6066）。有些程序会查看它并据此拒绝证书：已吊销的、未知的，或者状态已过期、属于另一张证书的。mailcheck 读取状态的内容，不验证其签名。可由谁解决：邮件服务器的管理方。
    .steps =
        请更换已吊销的证书。
        请让服务器重新获取状态，或者关闭 OCSP 装订，除非证书要求它（"must-staple"）。

finding-certificate-not-needed = { $host } 发送了一张无人需要的过期证书
    .explanation = 证书 { $subject }（颁发者 { $issuer }）已于 { $date } 到期。程序使用的证书链不经过它，因此没有任何失败；非常旧的程序可能会受其影响。
    .about = 服务器多发送了一张证书，而这张证书已经过期。它通常是某个如今本身就受信任的根证书的交叉签名证书。现今的程序会忽略它。可由谁解决：邮件服务器的管理方。
    .steps =
        请将该证书从证书链中去掉。

finding-certificate-private-authority = 只有这台电脑的列表为 { $host } 的证书担保
    .explanation = 它在这里受信任，是因为 { $root }：这台电脑的列表中有该机构，而 Mozilla 的列表中没有。它可能是公司自己的证书颁发机构、系统自带的机构，或者是解密加密连接的程序或网关的机构，仅凭名称无法判断。手机以及自带列表的程序（没有采用系统列表的 Thunderbird）会拒绝端口 { $ports } 上的证书。
    .about = 该证书在这台电脑上受信任，在别处则未必。使用 --roots system 时，mailcheck 信任本系统所信任的机构，而这个列表可以添加：公司添加自己的机构，杀毒软件或网关添加用于解密连接的机构。在这里没有任何失败由它造成。可由谁解决：如果知道该机构是谁的，则无需处理；否则为这台电脑的管理员。
    .steps =
        请询问这台电脑的管理员，该证书颁发机构是谁的。
        如果没有人知道：请不要登录，并从另一个网络进行比较。

finding-certificate-expiring = { $host } 的证书{ $days ->
        [0] 今天
        [1] 明天
       *[other] {" "}{ $days } 天后
    }到期
    .explanation = 它于 { $date } 到期，端口 { $ports } 正在使用它。它仍然有效；自动续订本应在此之前就将其替换。
    .explanation-chain = 服务器发送的一张中间证书于 { $date } 到期：{ $subject }。此后程序将拒绝该证书链。
    .about = 服务器的证书即将到期，还没有续订。证书链中的某张证书将在 14 天之内到期；如果证书的有效期本身不超过 14 天，则表示有效期已过去三分之二。可由谁解决：邮件服务器的管理方。
    .steps =
        请续订证书，并重新启动邮件服务：正在运行的服务会继续使用旧证书。

finding-tls-intercepted = 到 { $host } 的加密连接在途中被解密
    .explanation-here = 端口 { $ports } 上的证书不是来自邮件服务器，而是由本机上的{ $product ->
        [none] 一个程序
       *[other] {" "}{ $product }{" "}
    }签发的：{ $issuer }。带有邮件防护的杀毒软件会这样做。从这里看不到真正的服务器出示什么证书。
    .explanation-gateway = 端口 { $ports } 上的证书不是来自邮件服务器，而是由{ $product ->
        [none] 本网络的一个网关
       *[other] {" "}{ $product }（本网络的网关，或通向该网关的程序）
    }签发的：{ $issuer }。从这里看不到真正的服务器出示什么证书。
    .explanation = 端口 { $ports } 上的证书不是来自邮件服务器，而是在途中签发的：{ $issuer }。
    .explanation-self-signed = 端口 { $ports } 上的证书不是来自邮件服务器，而是由本机上的{ $product ->
        [none] 杀毒软件
       *[other] 杀毒软件 { $product }{" "}
    }签发的：{ $issuer }。它用这个名称表示，服务器自己的证书是自签名的。
    .explanation-untrusted = 端口 { $ports } 上的证书不是来自邮件服务器，而是由本机上的{ $product ->
        [none] 杀毒软件
       *[other] 杀毒软件 { $product }{" "}
    }签发的：{ $issuer }。它用这个名称表示，它不信任服务器自己的证书。
    .about = 本机上的程序或网络中的网关解密到邮件服务器的连接，然后重新加密。该证书的颁发者是已知的邮件防护或公司网关。它处于客户端与服务器之间，能读取内容。使用系统证书颁发机构列表的邮件客户端可能不显示任何警告。可由谁解决：如果是杀毒软件，则为这台电脑的管理员；如果是网关，则为网络的管理方。
    .steps =
        请关闭杀毒软件的邮件扫描或 TLS 扫描，然后重试。
        在公司中：请询问网关的管理员。

finding-dane-lookup-failed = 无法查询 { $host } 的 DANE 记录
    .explanation = 服务器所在的区域有签名，而对其 TLSA 记录（_25._tcp）的查询没有得到正常答复。使用 DANE 的邮件服务器因此无法知道是否存在这种记录，会一再推迟投递，直到放弃。其他邮件服务器不受影响。
    .explanation-bogus = 服务器所在的区域有签名（DNSSEC），而对其 TLSA 记录（_25._tcp）的查询得到的答复不可信：证据中说明了签名有什么问题。使用 DANE 的邮件服务器因此无法知道是否存在这种记录，会一再推迟投递，直到放弃。其他邮件服务器不受影响。
    .about = 部分邮件无法送达，因为该域名的权威 DNS 服务器没有正常答复对 TLSA 记录的查询：SERVFAIL、没有答复，或者答复的签名不匹配。RFC 7672（第 2.1.2 节）要求邮件服务器在这种情况下等待，因为攻击者可能隐瞒这些记录。可由谁解决：该域名 DNS 的管理方。
    .steps =
        请让该域名的权威 DNS 服务器答复对 TLSA 记录的查询，即使答复是“没有”（NODATA 或 NXDOMAIN）。

finding-dane-unusable = { $host } 的 DANE 记录不能用于邮件
    .explanation = 该域名发布了经过签名的 TLSA 记录，但其用途对邮件无效：用途 0 和 1 要求所有程序都信任的证书颁发机构，而邮件服务器没有共同信任的机构。只有用途 2 和 3 有效。邮件服务器会忽略其他记录。
    .explanation-unknown = 该域名发布了经过签名的 TLSA 记录，但其中含有未定义的数字：已定义的是用途 0 至 3、选择器 0 或 1、匹配类型 0 至 2。邮件服务器会忽略这种记录。
    .explanation-length = 该域名发布了经过签名的 TLSA 记录，但数据的长度与摘要不符：匹配类型 1（SHA-256）为 32 字节，匹配类型 2（SHA-512）为 64 字节。邮件服务器会忽略这种记录。
    .about = 该域名打算用 DANE 保护邮件，而这些记录没有起到作用：邮件服务器不能使用它们（RFC 7672 第 3.1 节）。除了邮件只通过 TLS 传送之外，它们被当作不存在。可由谁解决：该域名 DNS 的管理方。
    .steps =
        请发布 3 1 1 类型的记录：服务器公钥的 SHA-256 摘要。

finding-dane-without-starttls = { $host } 有 DANE 记录，却不提供 STARTTLS
    .explanation = 该域名为服务器发布了经过签名的 TLSA 记录，因此所有会查看这些记录的邮件服务器都必须加密。服务器不提供加密，所以它们不向它投递任何邮件。
    .about = 部分邮件无法送达，因为服务器只接收未加密的邮件，而该域名的 TLSA 记录要求加密（RFC 7672 第 2.2 节）。没有这种记录时，不提供 STARTTLS 是弱点；有了这种记录，就是故障。可由谁解决：邮件服务器的管理方。
    .steps =
        请为端口 25 启用 STARTTLS。
        在此之前，请撤回 TLSA 记录。

finding-dane-mismatch = { $host } 的证书与其 DANE 记录指定的不符
    .explanation = 其他邮件服务器会拒绝向 { $host } 投递：该域名发布了经过签名的 TLSA 记录，说明服务器在端口 25 上必须出示哪张证书，而服务器出示的是另一张。通常是证书已续订，而记录没有更新。
    .explanation-name = 其他邮件服务器会拒绝向 { $host } 投递：该服务器经过签名的 TLSA 记录指定了相符的证书颁发机构，但证书不是颁发给这个名称的。有了这种记录，邮件服务器也会查看名称。
    .explanation-digest = 该域名经过签名的 TLSA 记录对同一对象给出了两种摘要：SHA-256（匹配类型 1）和 SHA-512（匹配类型 2）。前者正确，后者不正确，而会查看这些记录的邮件服务器只采用较强的摘要（RFC 7671 第 9 节），因此不向它投递任何邮件。
    .explanation-selector = 该域名经过签名的 TLSA 记录指定的就是这台服务器，但比较的对象有误：在比较整张证书的地方填写了公钥的数据，或者相反（选择器 0 为证书，选择器 1 为公钥）。会查看这些记录的邮件服务器不向它投递任何邮件。
    .explanation-usage = 该域名经过签名的 TLSA 记录指定了服务器出示的一张证书，但用途有误：用途 3 用于服务器自己的证书，用途 2 用于证书颁发机构。会查看这些记录的邮件服务器不向它投递任何邮件。
    .explanation-empty = 其他邮件服务器拒绝向 { $host } 投递：服务器的一条已签名 TLSA 记录是空内容的摘要。生成记录的程序拿到的是空文件，或者前面的命令失败了，因此任何证书都不可能相符。
    .explanation-text = 其他邮件服务器拒绝向 { $host } 投递：服务器的一条已签名 TLSA 记录是 PEM 文件文本的摘要，而需要比较的是其中的字节（DER）。
    .explanation-not-in-chain = 该域名经过签名的 TLSA 记录指定了服务器发送的一个证书颁发机构，但服务器自己的证书不是由它颁发的。会查看这些记录的邮件服务器不向它投递任何邮件。
    .explanation-not-sent = 该域名经过签名的 TLSA 记录指定了一个证书颁发机构（用途 2），而服务器没有发送这张证书。邮件服务器自己不认识任何证书颁发机构：如果记录指定的是根证书，服务器也必须发送根证书。在此之前，它们不向它投递任何邮件。
    .about = 检查 DANE 的邮件服务器不向这台服务器投递任何邮件，因为它的证书不是 DNS 中指定的那张。对于邮件域名，mailcheck 会读取每台邮件交换服务器的 TLSA 记录（RFC 7672），并从根开始逐级验证其签名。未签名的记录或 SMTP 不能使用的记录不予考虑。如果证书链与所有可用的记录都不符，每台使用 DANE 的服务器都会拒绝它；这时通常的证书颁发机构对该证书的评价无论好坏都不起作用。可由谁解决：该域名 DNS 的管理方，因为记录应随证书一同更改。
    .steps =
        请为目前的证书发布 TLSA 记录，最好与旧记录并存。
        续订证书时请保留密钥，或者事先发布下一条记录。

# 检查该目标

finding-deadline-reached = { $stopped ->
        [interrupted] 检查被中断
       *[deadline] 检查该目标的时间已用完
    }
    .explanation = 到检查该目标的时间结束时，有些检查尚未完成。由此不能对服务器得出任何结论。
    .explanation-interrupted = 有些检查尚未完成时，mailcheck 就被 Ctrl-C 或系统要求停止。由此不能对服务器得出任何结论。
    .about = mailcheck 在检查完一切之前就停止了。检查该目标的时间限制（--deadline，默认 90 秒）在检查进行期间到期，或者运行被 Ctrl-C 或系统的信号中断。在此之前已完成的内容都在报告中。可由谁解决：无法判断。
    .steps =
        请延长总时限：mailcheck --deadline 300 smtp.example.com
        请一次少检查几项服务：mailcheck --service submission smtp.example.com

finding-nothing-checked = 没有可以检查 { $host } 的对象
    .explanation = DNS 没有给出任何可以连接的服务器，因此没有进行任何检查。由此不能对任何服务器得出结论。
    .about = mailcheck 什么都无法检查。没有进行任何检查，也没有其他诊断结果说明原因。没有进行检查的运行绝不会被称为成功。可由谁解决：无法判断。
    .steps =
        请提供邮件服务器的名称来代替域名，例如 mailcheck mail.example.com。

# 判断依据：看到了什么。

evidence-failure = { $address }，端口 { $ports }：{ $what }{ $icmp ->
        [none] {""}
       *[other] （{ $version } { $icmp }）
    }{ $from ->
        [none] {""}
       *[other] ，来自 { $from }
    }{ $system ->
        [none] {""}
       *[other] ：{ $system }
    }{ $received ->
        [none] {""}
       *[other] ；已收到的内容：{ $received }
    }
evidence-greeting = { $address }，端口 { $ports }：问候信息：{ $greeting }
evidence-offered = { $address }，端口 { $ports }：提供：{ $any ->
        [yes] { $capabilities }
       *[no] 无
    }
evidence-early-bytes = { $address }，端口 { $ports }：STARTTLS 答复之后的明文数据：{ $received }
evidence-programs-can = 可以连接：{ $programs }
evidence-answered-hello-in-clear = { $address }，端口 { $ports }：对 TLS 以明文答复：{ $received }
evidence-answered-after-silence = { $address }，端口 { $ports }：沉默之后对一条命令答复：{ $received }
evidence-unasked = { $address }，端口 { $ports }：未经询问而收到：{ $received }
evidence-slow-reply = { $address }，端口 { $ports }：{ $seconds } 秒后收到完整的答复
evidence-signature-expired = { $name } 的 { $type } 记录的签名（由区域 { $zone } 签署）已于 { $date } 到期
evidence-signature-early = { $name } 的 { $type } 记录的签名（由区域 { $zone } 签署）从 { $date } 起才有效
evidence-signature-no-key = { $name } 的 { $type } 记录由区域 { $zone } 的密钥 { $tag } 签署，而该区域发布的密钥是 { $keys }
evidence-signature-other-keys = 上级区域为区域 { $zone } 的密钥 { $known } 担保（DS 记录），而该区域发布的密钥是 { $keys }
evidence-signature-none = { $name } 的应答没有签名，而区域 { $zone } 有 DS 记录
evidence-signature-unproved = 关于 { $name } 处没有记录的应答不含 NSEC 或 NSEC3 记录
evidence-other-name = { $address }，端口 { $ports }：{ $named ->
        [yes] 发送名称 { $name } 时
       *[no] 不发送名称时
    }，证书 { $subject }，颁发给 { $names }，颁发者 { $issuer }
evidence-certificate = { $address }：证书 { $subject }，颁发者 { $issuer }，有效期从 { $from } 到 { $until }
evidence-issuer = { $address }，端口 { $ports }：证书颁发者：{ $issuer }
evidence-root-here = 这台电脑的证书颁发机构列表中有它，而 Mozilla 的列表中没有：{ $root }
evidence-shield-installed = 这台电脑的证书颁发机构列表中有 { $product } 的机构（{ $root }）；它解密加密连接，可能介于其间：它会接受每个连接，在其后面没有连接时再将它断开
evidence-port-25-authority = 经过签名的 TLSA 记录指定了该证书的颁发机构：会查看这些记录的邮件服务器也检查有效期和用途，因此不投递任何邮件
evidence-port-25-unverified = 在端口 25 上，邮件服务器加密时不检查证书，因此邮件仍能传送
evidence-port-answers = { $address }，端口 { $ports }：有响应
evidence-slow-greeting = { $address }，端口 { $ports }：{ $seconds } 秒后收到完整的问候信息
evidence-no-route-any = 系统没有通往互联网的路由，IPv4 和 IPv6 都没有
evidence-aliases = 别名：{ $chain }
evidence-mx = MX { $preference } { $exchange }
evidence-path = { $address }，端口 { $ports }：路径{ $any ->
        [yes] {" "}{ $trail }
        [deaf] 上的路由器，本系统不予显示
       *[no] 中没有路由器响应
    }{ $end ->
        [open] ，随后在第 { $hop } 跳开放
        [refused] ，随后在第 { $hop } 跳被拒绝
        [error] ，随后在第 { $hop } 跳出现 ICMP 错误
       *[silence] ，随后没有响应
    }
evidence-echo = { $address }：回显请求（ping）{ $any ->
        [yes] 经过 { $trail }
       *[no] 途中没有路由器响应
    }{ $end ->
        [reply] ，并在第 { $hop } 跳得到答复
        [error] ，并在第 { $hop } 跳终止，{ $from } 在那里报告“{ $icmp }”
        [stop] ，并在第 { $hop } 跳终止：{ $from } 报告不能再往前（Windows 不说明它的原话）
       *[silence] ，随后没有响应
    }。连接走的路径可能不同。
evidence-unacknowledged = { $address }，端口 { $ports }：{ $segments } 个数据包未被确认
evidence-port-closed-too = { $address }，端口 { $ports }：同样已关闭
evidence-own-drops = 在此期间被本机自己的过滤规则丢弃的数据包：{ $dropped }
evidence-dns-impossible = 对一个不可能存在的名称，DNS 服务器给出 { $addresses }
evidence-dns-unrelated = 对另一方的名称，DNS 服务器给出 { $addresses }
evidence-dns-plain = { $question }：不带 EDNS 查询时，{ $server } 有答复
evidence-dns-searched = { $name } 的地址是 { $addresses }
evidence-dns-others = { $answers ->
        [yes] { $resolvers } 能答复其他名称
        [root] 除了根之外，{ $resolvers } 也不能答复其他名称
       *[no] { $resolvers } 也不能答复其他名称
    }
evidence-dns-beside = { $name } 在 DNS 中的地址是 { $addresses }
evidence-dns-truncated = { $question }：{ $server } 发来了被截断的答复（{ $transport }）
evidence-dns-unchecked = { $question }：在被要求不检查签名时，{ $server } 答复 { $rcode }
evidence-taken-again = { $address }，端口 { $ports }：之后单独进行的一次连接被接受
evidence-proxy = { $address }，端口 { $ports }：通过代理服务器 { $proxy }，服务器发出：{ $greeting }
evidence-other-mode = { $address }，端口 { $ports }：{ $security ->
        [tls] 从第一个字节起使用 TLS 时
       *[starttls] 不使用 TLS 时
    }，服务器发出：{ $greeting }
evidence-small-segments = { $address }，端口 { $ports }：使用小报文段时 TLS 握手完成
evidence-large-hello = { $address }，端口 { $ports }：{ $bytes } 字节的 TLS hello：{ $answer ->
        [agreed] 得到应答，使用 X25519MLKEM768
        [taken] 得到应答
        [alert] 被警报 { $alert } 拒绝
        [closed] 连接被关闭
        [reset] 连接被切断
        [lost] { $seconds } 秒内没有应答，有一部分从未得到确认
        [arrived] { $seconds } 秒内没有应答，尽管全部得到了确认
        [silence] { $seconds } 秒内没有应答
        [not-tls] 应答的不是 TLS
       *[nothing] 没有发送，因为之后的连接没有到达这一步
    }
evidence-smaller-hello = { $address }，端口 { $ports }：{ $small ->
        [segments] 较小的 hello，或分成 536 字节的数据包时，得到应答
        [small] 去掉其中较大的密钥份额后得到应答
       *[old] 去掉 X25519MLKEM768 后得到应答
    }
evidence-gap = { $address }，端口 { $ports }：没有按顺序到达的数据包：{ $segments }
evidence-hello = { $address }，端口 { $ports }：TTL 较低的{ $said ->
        [capabilities] 第一条命令
        [starttls] 加密请求
       *[hello] {" "}TLS ClientHello
    }：{ $passed ->
        [0] 没有路由器答复
       *[other] 到第 { $passed } 跳为止的路由器都有答复
    }{ $end ->
        [reset] ，在第 { $hop } 跳收到重置
        [answered] ，在第 { $hop } 跳收到答复
        [error] ，在第 { $hop } 跳收到 ICMP 错误
       *[silence] ，随后没有响应
    }
evidence-offer = { $address }，端口 { $ports }：对提供 { $offered } 的 ClientHello，服务器{ $answer ->
        [chosen] 答复 { $text }
        [alert] 以警报 { $text } 答复
       *[nothing] 没有答复
    }
evidence-lost-packets = { $address }，端口 { $ports }：重传的或没有按顺序到达的数据包：{ $lost }
evidence-round-trip = { $address }，端口 { $ports }：往返时间 { $milliseconds } 毫秒
evidence-unheard = { $address }，端口 { $ports }：{ $segments ->
        [0] 已有
       *[other] 未得到确认的数据包：{ $segments }；已有
    } { $seconds } 秒没有收到对方的任何消息
evidence-tlsa = { $address }，端口 { $ports }：TLSA 记录：{ $records }
evidence-fingerprint = { $address }，端口 { $ports }：证书的 SHA-256 为 { $fingerprint }
evidence-dns-reply = { $question }：{ $server } 答复 { $rcode }（{ $transport }{ $seconds ->
        [0] {""}
       *[other] ，{ $seconds } 秒
    }）{ $rcode ->
        [NOERROR] ，没有该类型的记录
       *[other] {""}
    }
evidence-dns-extended = { $question }：{ $server } 以扩展错误 { $code }（{ $name }）说明{ $said ->
        [yes] ：{ $text }
       *[no] {""}
    }
evidence-dns-timeout = { $question }：{ $server } 在 { $seconds } 秒内没有答复（{ $transport }）
evidence-dns-os-error = { $question }：{ $server }：{ $text }（{ $transport }）
evidence-dns-malformed = { $question }：{ $server } 发来的内容不是 DNS 答复（{ $transport }）

# 下一步。

step-allow-dns = 请在本机的防火墙中允许 DNS（端口 53，UDP 和 TCP）：{ $os ->
        [windows] Windows 安全中心 → 防火墙和网络保护 → 高级设置 → 出站规则（wf.msc）可以看到 Windows 阻止了什么。
        [macos] 请检查 Little Snitch 或 LuLu 之类的程序。
       *[linux] sudo nft list ruleset 可以看到 Linux 阻止了什么。
    }
step-allow-dns-tcp = 请在路由器和防火墙中允许访问 DNS 服务器 { $resolvers } 的 TCP 端口 53。
step-allow-here = 请在本机的防火墙和安全软件（包括杀毒软件的邮件防护）中允许连接 { $addresses } 的端口 { $ports }：{ $os ->
        [windows] Windows 安全中心 → 防火墙和网络保护 → 高级设置 → 出站规则（wf.msc）可以看到 Windows 阻止了什么；之后在 PowerShell 中运行 Test-NetConnection { $address } -Port { $port } 可以看到是否已放行。
        [macos] 请检查 Little Snitch 或 LuLu 之类的程序；macOS 自带的防火墙不阻止向外的连接。
       *[linux] sudo nft list ruleset 可以看到 Linux 阻止了什么。
    }
step-answer-tlsa = 请告知 { $host } 的 DNS 管理方：对 _25._tcp.{ $host } 的 TLSA 记录的查询失败；答复“没有”也可以。
step-ask-mx = 如果 { $host } 是邮件域名而不是服务器，请运行：mailcheck --mx { $host }
step-ask-fewer-services = 请只检查一个服务：mailcheck -s { $service } { $host }
step-ask-network-direct = 请要求本网络的管理员允许连接 { $addresses } 的端口 { $ports }。
step-ask-network-dns = 请告知本网络的管理方，其 DNS 服务器（{ $resolvers }）没有给出正确的答复。
step-ask-network-family = 请要求您所在网络的运营商提供 { $family }。
step-ask-network-filter = { $own ->
        [yes] 请在您自己的路由器（{ $router }）的设置中查看是否有过滤规则或家长控制阻止了端口 { $ports }；如果没有，请询问运营商。
       *[no] 请询问您所在网络的运营商或路由器 { $router } 的管理方，为何到 { $addresses } 端口 { $ports } 的连接无法通过。
    }
step-ask-network-firewall = { $own ->
        [yes] 请在您自己的路由器（{ $sender }）的防火墙中允许连接 { $addresses } 的端口 { $ports }。
       *[no] 请询问 { $sender } 的管理方为何禁止连接 { $addresses } 的端口 { $ports }，并要求其允许。
    }
step-ask-network-firewall-state = 请询问本网络的管理员，防火墙是否会丢失空闲连接的状态或切断空闲连接。
step-ask-network-inspection = 请要求本网络的管理员不要解密（检查）到 { $host } 的邮件连接，或向其索取网关的根证书。
step-ask-network-interception = 请询问您所在网络的运营商，为何接管到端口 { $ports } 的连接。
step-ask-domain-listing = 请在答复所指的黑名单中查询该域名，并让域名的管理方申请移除。该服务器上的其他发件人无需处理。
step-ask-network-listing = 请要求您所在网络的运营商将其地址从黑名单中移除。
step-ask-network-loss = 如果持续存在：请告知您所在网络的运营商有数据包丢失。
step-ask-network-port-25 = 请询问您所在网络的运营商是否封锁了向外的端口 25，以及能否开放。
step-ask-network-route = { $own ->
        [yes] 请重新启动您自己的路由器（{ $sender }），并检查它的线路是否正常；如果没有用，请告知您的运营商。
       *[no] 请将路由器 { $sender } 针对 { $addresses } 的报告告知您的运营商。
    }
step-ask-network-large-hello = 请询问本网络的管理员和 { $host } 的管理方，是否有防火墙丢弃或切断占两个数据包的 TLS hello。
step-ask-network-tls = 请询问本网络的管理员，防火墙是否阻止了到 { $addresses } 端口 { $ports } 的 TLS。
step-ask-provider-name = 请向邮件服务商询问正确的服务器名称。
step-ask-provider-port = 请向邮件服务商询问供邮件客户端使用的端口。
step-both-families = 请不指定地址类型（不用 -4 或 -6）再试一次：mailcheck { $target }
step-certificate-from-known-authority = 如果 { $host } 是您的服务器：请从知名的证书颁发机构获取证书。
step-mend-certificate-by-name = 如果是您的服务器：请为每个名称设置正确的证书（Postfix：tls_server_sni_maps；Dovecot：local_name；Exim：tls_certificate 中的 $tls_in_sni；HAProxy：crt-list），并为不发送名称的程序设置一张合适的证书。
step-except-from-proxy = 请在代理程序中将 { $host } 设为例外：让它得到真实地址（Clash、mihomo：fake-ip-filter）并直接连接，或使用能转发邮件的代理服务器。
step-switch-proxy-off = 请暂时关闭这台电脑或路由器上的代理程序，然后再次运行 mailcheck。
step-certificate-with-address = 如果是您的服务器：请将 { $expected } 作为 IP 地址写入证书（OpenSSL：subjectAltName = IP:{ $expected }），或改用名称。
step-certificate-with-name = 如果是您的服务器：请获取包含 { $expected } 的证书。
step-change-resolver = 请修复 DNS 服务器 { $resolver }，或者将它从本机的网络设置中移除：{ $os ->
        [windows] 设置 → 网络和 Internet → 当前使用的连接 → DNS 服务器分配（Windows 10：属性 → IP 设置 → 编辑）。
        [macos] 系统设置 → 网络 → 当前使用的连接 → 详细信息 → DNS。
       *[linux] NetworkManager 中该连接的设置，或 /etc/resolv.conf。
    }
step-ask-network-nat64 = 请询问网络管理员其 NAT64 网关对 { $addresses } 是否正常。
step-check-address = 请将 { $addresses } 与服务商提供的地址进行比较；服务器停用后，旧条目可能仍留在 DNS 中。
step-check-clock = 请先检查本机的日期、时间和时区：{ $os ->
        [windows] 设置 → 时间和语言 → 日期和时间 → 立即同步。
        [macos] 系统设置 → 通用 → 日期与时间 → 自动设置时间和日期。
       *[linux] timedatectl 可以看到时间是否已同步。
    }
step-check-gateway = 请检查从本机能否连接其他服务器；如果都不能，则是网关的问题。
step-check-host = 请检查 { $host } 是否就是服务商提供的服务器名称。
step-attach-network = 请将本机或容器连接到一个也能通往互联网的网络（Docker：没有设置 “internal: true” 的网络）。
step-check-hosts-file = 请将本机的 hosts 文件（{ $os ->
        [windows] C:\Windows\System32\drivers\etc\hosts；要修改它，请以管理员身份运行“记事本”，在其中打开
       *[linux] /etc/hosts
    }）与 DNS 对 { $host } 的答复进行比较；如果没有人需要该条目，请将其删除。
step-check-network-here = 请检查本机是否已连接到网络：网线、无线网络、VPN{ $os ->
        [windows] （设置 → 网络和 Internet；Windows 10 在其中的“状态”页）。
        [macos] （系统设置 → 网络）。
       *[linux] 。
    }
step-check-port = 请将端口 { $ports } 与服务商为 { $host } 提供的端口进行比较。
step-check-redirect = 请打开一次任意网页：在您登录之前，有些网络会代替服务器响应。
step-check-own-resolver = 请检查本机上的 DNS 服务器以及它所查询的服务器：{ $os ->
        [windows] 在 PowerShell 中运行 Get-NetUDPEndpoint -LocalPort 53 | Select-Object OwningProcess 可以看到它是哪个程序。
        [macos] sudo lsof -nP -iUDP:53 可以看到它是哪个程序。
       *[linux] resolvectl status；在容器中：Docker 的 DNS 设置。
    }
step-check-registration = 如果是您的域名：请检查它是否已注册，以及区域中是否有这条记录。
step-check-route = 请检查本机是否有默认路由，以及通往 { $addresses } 的路由：{ $os ->
        [windows] 在 PowerShell 中运行 Find-NetRoute -RemoteIPAddress { $address }，或者 route print
        [macos] route -n get { $address }
       *[linux] ip route get { $address }
    }
step-check-route-and-mask = 请检查本机地址的子网掩码，并查找到 { $addresses } 而不经过路由器的路由：{ $os ->
        [windows] 在 PowerShell 中运行 Find-NetRoute -RemoteIPAddress { $address }，或者 route print
        [macos] route -n get { $address }
       *[linux] ip route get { $address }
    }
step-usual-ttl = 请将本机的 TTL 恢复为通常的 64{ $os ->
        [windows] 。
        [macos] 。
       *[linux] ：sudo sysctl -w net.ipv4.ip_default_ttl=64
    }
step-check-server-is-on = 请检查服务器 { $addresses } 是否已开机，以及它是否使用该地址。
step-check-search-list = 请检查本机的搜索列表：{ $os ->
        [windows] 在 PowerShell 中运行 Get-DnsClientGlobalSetting 和 Get-DnsClient 可以看到（SuffixSearchList、ConnectionSpecificSuffix）。
        [macos] 系统设置 → 网络 → 当前使用的连接 → 详细信息 → DNS → 搜索域。
       *[linux] /etc/resolv.conf：search、options ndots。
    }
step-check-spelling = 请将名称与服务商提供的名称逐个字母核对。
step-check-tls-name = 请使用服务商提供的服务器名称；这台服务器没有为名称 { $name } 配置证书。
step-check-validation = 请告知 DNS 服务器 { $resolvers } 的管理方：它不接受没有签名的名称；请检查它的时钟和信任锚。
step-check-vpn = 如果使用 VPN，请断开后重新连接。
step-check-wireless = 请改用网线代替无线网络，并且不使用 VPN，再试一次。
step-close-connections = 请关闭使用同一服务器的其他邮件客户端和设备。
step-compare-certificate = 在弄清证书由谁签名之前，请不要登录。请从另一个网络比较它的 SHA-256 指纹：mailcheck -v { $target }
step-configure-resolver = 请在本机的网络设置中设置 DNS 服务器，或者重新连接网络：{ $os ->
        [windows] 设置 → 网络和 Internet → 当前使用的连接 → DNS 服务器分配（Windows 10：属性 → IP 设置 → 编辑）。
        [macos] 系统设置 → 网络 → 当前使用的连接 → 详细信息 → DNS。
       *[linux] NetworkManager 中该连接的设置，或 /etc/resolv.conf。
    }
step-domain-insecure = 如果是您自己的内部区域：请告知 DNS 服务器 { $resolvers } 该区域没有签名（unbound：domain-insecure），或者在上级区域中添加委派。
step-do-not-log-in = 请不要从这里通过端口 { $ports } 发送密码。
step-ehlo-name = 请使用完整的主机名：mailcheck --ehlo pc.example.com { $target }（换成您自己的名称）。对于邮件服务器，请设置它自己的主机名（Postfix：myhostname）。
step-follow-list-link = 请打开拒绝信息中的链接，或在拒绝信息所提到的黑名单的网站上查询该地址：那里说明该地址为何被列入，以及如何申请移除。
step-final-dot-in-zone = 请在 { $domain } 的区域中为该名称加上末尾的点：{ $meant }.
step-final-dot = 请在名称末尾加一个点，以避免使用搜索域：mailcheck { $host }.
step-free-ports = 请关闭占用大量连接的程序，或者重新启动本机。{ $os ->
        [windows] netstat -ano 可以看到是哪些程序。
        [macos] netstat -an -p tcp 可以看到有哪些连接。
       *[linux] ss -tanp 可以看到是哪些程序；sudo sysctl -w net.ipv4.ip_local_port_range="15000 65000" 可以增加端口。
    }
step-full-name = 请输入服务器的完整名称，包括域名。
step-smaller-hello = 作为变通办法，可以让程序发送较小的 hello：openssl.cnf 中写 Groups = X25519:P-256:P-384（OpenSSL）、GODEBUG=tlsmlkem=0（Go）、-Djdk.tls.namedGroups=x25519,secp256r1,secp384r1（Java）。
step-let-too-big-through = 请要求网络管理员放行 ICMP“fragmentation needed”和 ICMPv6“packet too big”。
step-look-at-system-error = { $error ->
        [none] 请用 mailcheck explain 查询“判断依据”中系统的原话；该错误与本机有关。
       *[other] 请查询该错误（它与本机有关）：mailcheck explain { $error }
    }
step-look-for-route = 请找出拒绝 { $addresses } 的路由，并将其删除：{ $os ->
        [windows] 在 PowerShell 中运行 Find-NetRoute -RemoteIPAddress { $address }，或者 route print
        [macos] route -n get { $address }
       *[linux] ip route get { $address }
    }
step-lower-mtu = 作为变通办法，请将本机的 MTU 先降低到 1400，再降低到 1280：{ $os ->
        [windows] netsh interface ipv4 set subinterface "WLAN" mtu=1400 store=persistent（以管理员身份运行；netsh interface ipv4 show subinterfaces 列出名称）
        [macos] sudo networksetup -setMTU en0 1400（networksetup -listallhardwareports 列出名称）
       *[linux] sudo ip link set dev eth0 mtu 1400（ip link 列出名称）
    }
step-mend-aliases = 请告知 { $host } 的 DNS 管理方，让别名最终指向有地址的名称。
step-mend-mx = 请更正 { $domain } 的 MX 记录，或者为 { $host } 设置地址。
step-mend-nxdomain = 如果其他 DNS 服务器的答复也相同，请告知 { $host } 的 DNS 管理方：查询 { $type } 记录得到 NXDOMAIN，正确的答复应是不含记录的 NOERROR。
step-change-answer-for-mx = 请更新 DNS 服务器 { $resolvers }，或者改用另一个：名称没有 MX 记录时，正确的答复是不含记录的 NOERROR。
step-mend-tlsa = 如果是您的域名：请为 { $host } 目前出示的证书发布 TLSA 记录。
step-do-not-log-in-unsigned = 在弄清应答方是谁之前，请不要登录。
step-send-own-chain = 请告知 { $host } 的管理方：TLS 设置中只应放入服务器自己的证书及其中间证书，不要放入整个颁发机构文件；不需要客户端证书时请不要索取。
step-key-of-certificate = 如果 { $host } 是您的服务器：请检查密钥文件与证书是否匹配。
step-leave-certificate-out = 如果 { $host } 是您的服务器：请将该证书从证书链中去掉。
step-renew-root = 请告知 { $host } 的管理方，使用通向仍然有效的根证书的证书链。
step-serve-all-programs = 请告知 { $host } 的管理方，哪些程序无法连接以及原因。
step-fresh-status = 请告知 { $host } 的管理方，让服务器重新获取证书状态，或者关闭 OCSP 装订。
step-staple = 请告知 { $host } 的管理方，启用 OCSP 装订，或者使用不带 "must-staple" 的证书。
step-update-tls-library = 请告知 { $host } 的管理方更新 TLS 程序库。
step-server-of-provider = 如果您的邮箱由 { $provider } 提供：邮件程序使用的服务器是 { $server }。请检查它：mailcheck { $server }
step-set-up-certificate = 请告知 { $host } 的管理方：应当为 TLS 设置证书，或检查服务器能否读取其证书和密钥。
step-set-up-encryption = 请告知 { $host } 的管理方：其密码套件列表不允许任何加密。
step-larger-group = 请告知 { $host } 的管理方使用 2048 位或更大的 Diffie-Hellman 组，或者使用带 ECDHE 的加密算法。
step-modern-tls = 请告知 { $host } 的管理方启用 TLS 1.2 或 1.3 以及现今的加密算法。
step-mx-to-name = 请让 MX 记录指向自身有 A 或 AAAA 记录的主机。
step-name-the-server = 请提供邮件服务器的名称：mailcheck mail.example.com
step-name-on-this-machine = 该服务器就在本机上（除非有隧道通向别处），中间没有别人。请让程序使用它的真实名称（如果证书中有该名称），或者在本机上不使用加密。
step-name-the-container = 请使用另一个容器或主机的名称（Docker：host.docker.internal）来代替 localhost。
step-offer-starttls = 如果 { $host } 是您的服务器：请为端口 { $ports } 设置 TLS。否则请告知其管理员。
step-other-domain = 请检查 { $host } 是否是正确的域名；它不接收邮件。
step-name-services = 如果 { $host } 不用于{ $purpose ->
        [sending] 发送邮件
        [imap] {" "}IMAP
        [pop3] {" "}POP3
        [receiving] 接收邮件
       *[reading] 收取邮件
    }：请指明应当可用的服务，例如 mailcheck -s { $purpose ->
        [reading] submissions
        [imap] pop3s
        [pop3] imaps
        [receiving] submissions
       *[sending] imaps
    } { $host }
step-other-host-for-purpose = 要{ $purpose ->
        [sending] 发送邮件
        [imap] 使用 IMAP
        [pop3] 使用 POP3
        [receiving] 向该域投递邮件
        [programs] 使用邮件程序
       *[reading] 收取邮件
    }，请使用服务商为此提供的服务器名称。
step-other-resolver = 请用另一个 DNS 服务器查询：mailcheck --resolver { $asked ->
        [yes] 119.29.29.29
       *[no] 223.5.5.5
    } { $target }
step-publish-address = 如果是您的名称：请为 { $host } 发布 A 或 AAAA 记录。
step-publish-mx = 如果 { $host } 要接收邮件：请发布 MX 记录。
step-raise-client-timeout = 请为邮件客户端设置更长的服务器超时时间：一分钟或更长。
step-publish-real-address = 请告知 { $host } 的 DNS 管理方：它指向 { $addresses }，应填写服务器在互联网上的地址。
step-raise-deadline = 请延长总时限：mailcheck --deadline 300 { $target }
step-raise-file-limit = 请关闭占用大量文件和连接的程序，或者提高上限{ $os ->
        [windows] 。
       *[linux] ：ulimit -n 4096
    }
step-read-reply = 请阅读服务器的原话：其中往往说明原因或给出网页。
step-ask-network-reverse-dns = 请要求提供网络的一方为您的地址设置能解析回该地址的 DNS 名称（反向解析，PTR）。
step-tell-server-speaks-first = 请告知 { $host } 的管理方：邮件服务器必须先发出问候信息，端口 { $ports } 上的代理不得等待客户端的第一批字节。
step-tell-server-tarpit = 请询问 { $host } 的管理方为什么拖慢您；其设置说明它把谁当作发送垃圾邮件的一方。
step-mend-stored-passwords = 请检查您的网络中使用此服务器的每个邮件客户端、手机和打印机里保存的密码。
step-check-proxy-header = 如果 { $host } 是您的服务器：请在两端都启用 PROXY 协议，或者两端都不启用（HAProxy：send-proxy；Postfix：smtpd_upstream_proxy_protocol、postscreen_upstream_proxy_protocol；Dovecot：haproxy = yes）。
step-tell-server-behind-tls = 请告知 { $host } 的管理方，加密后面的服务失败；请检查处理 TLS 的设备或代理。
step-raise-timeout = 请给答复更多时间：--timeout 60
step-tell-server-tls-in-front = 请告知 { $host } 的管理方，让邮件服务知道连接已加密，或者由邮件服务自己处理 TLS。
step-tell-server-offer-login = 如果 { $host } 是您的服务器：请在那里提供登录（AUTH PLAIN，旧版 Outlook 用 LOGIN）。
step-exchange-certificate = 如果 { $host } 是您的服务器：请为 SMTP 分配有效证书（Enable-ExchangeCertificate -Services SMTP）。
step-check-scanner = 请关闭本机杀毒软件的邮件扫描，然后再次运行 mailcheck。
step-relay = 如果这是邮件服务器：在端口 25 开放之前，请通过中继服务器的端口 587 或 465 发送。
step-remove-null-mx = 请删除空 MX 记录，或者删除其他 MX 记录。
step-renew-certificate = 请告知 { $host } 的管理方续订证书，并重新启动邮件服务。
step-renew-chain = 请告知 { $host } 的管理方安装其证书颁发机构目前的中间证书。
step-replace-certificate = 请告知 { $host } 的管理方替换证书。
step-restart-gateway = 请检查本网络的路由器是否已开机、线路是否正常；请重新启动它。
step-roll-tlsa = 下次续订时，请保留密钥，或者事先发布下一张证书的记录。
step-ask-later = 请稍后用 --resume 继续检查列表的其余部分：没有检查的目标届时会检查。
step-ask-more-slowly = 请降低每秒检查的目标数：mailcheck --rate 1 --targets FILE
step-fewer-at-once = 请减少同时检查的目标数：mailcheck --jobs 20 --targets FILE
step-own-resolver = 请使用能处理大量查询的 DNS 服务器，例如本机上的 unbound：mailcheck --resolver 127.0.0.1 --targets FILE
step-run-again = 然后请再次运行 mailcheck。
step-run-again-alone = 请再次运行 mailcheck。
step-run-again-at-once = 请再次运行 mailcheck。如果每次都在同一处失效，就说明有过滤设备检查连接内容。
step-send-intermediate = 请告知 { $host } 的管理方发送完整的证书链，即证书和中间证书 { $issuer }。
step-serve-family = 请告知 { $host } 的管理方，邮件服务没有在 { $addresses } 上监听。
step-start-resolver = 请启动本机上的 DNS 服务器，或者设置另一个：{ $os ->
        [windows] 设置 → 网络和 Internet → 当前使用的连接 → DNS 服务器分配（Windows 10：属性 → IP 设置 → 编辑）。
        [macos] 系统设置 → 网络 → 当前使用的连接 → 详细信息 → DNS。
       *[linux] NetworkManager 中该连接的设置，或 /etc/resolv.conf。
    }
step-start-service = 如果 { $host } 是您的服务器：请检查服务是否正在运行，以及在哪些地址上监听。
step-stop-asking-certificate = 如果 { $host } 是您的服务器：请只在需要的地方要求客户端证书。
step-submit-with-login = 在邮件客户端中，请不要通过端口 25 发送：请使用端口 465 或 587 并登录。
step-switch-off-inspection = 请要求防火墙的管理方关闭 SMTP 内容检查（“fixup”、MailGuard）。
step-switch-off-ipv6 = 作为测试，请在本机上关闭 IPv6：{ $os ->
        [windows] Win+R → ncpa.cpl → 右键单击所用的连接 → 属性 → 取消勾选“Internet 协议版本 6 (TCP/IPv6)”。
        [macos] sudo networksetup -setv6off Wi-Fi（用 -setv6automatic 恢复）。
       *[linux] sudo sysctl -w net.ipv6.conf.all.disable_ipv6=1（用 0 恢复）。
    }
step-switch-off-shield = 请关闭本机上杀毒软件的邮件扫描（邮件防护）。
step-without-shield = 请暂时关闭 { $product } 的邮件扫描，或请这台电脑的管理员关闭，然后再次运行 mailcheck：如果那时能够连接，原因就不在服务器。
step-roots-system = 查看这台电脑上使用系统列表的程序看到什么：mailcheck --roots system { $target }
step-know-authority = 请询问这台电脑的管理员，该证书颁发机构是谁的。如果没有人知道，请不要登录，并从另一个网络进行比较。
step-tell-domain = 请告知 { $host } 的 DNS 管理方哪个名称查询失败，以及 DNS 服务器答复了什么。
step-sign-zone-again = 如果是您的域名：请重新为区域签名，并确保按时进行（BIND：rndc sign；Knot：knotc zone-sign；PowerDNS：pdnsutil rectify-zone）。否则请告知其 DNS 管理方。
step-sign-zone-whole = 如果是您的域名：请让它的所有 DNS 服务器拥有相同的已签名区域，且其中包含签名所用的密钥。否则请告知其 DNS 管理方。
step-publish-ds = 如果是您的域名：请在注册商处发布当前密钥的 DS 记录，或删除旧的 DS 记录。否则请告知其 DNS 管理方。
step-tell-domain-dnssec = 请告知 { $host } 的 DNS 管理方，其 DNSSEC 签名不被接受。
step-tell-server = 请将这份报告转交给 { $host } 的管理方：mailcheck --letter { $target } 生成信件，mailcheck -o report.html { $target } 生成网页。
step-look-behind-forwarder = 如果服务在容器中运行：请查看它在容器内监听哪个地址和端口，以及发布的端口是否指向那里。在容器内应监听 0.0.0.0 或 [::]，而不是 127.0.0.1。
step-tell-server-access = 请询问 { $host } 的管理方，服务器是否拒绝您的地址；其日志中有记录。
step-tell-server-address = 请告知 { $host } 的管理方，{ $addresses } 的端口 { $ports } 没有响应。
step-tell-server-early = 如果时钟正确：请告知 { $host } 的管理方，该证书到 { $date } 才生效。
step-tell-server-family = 如果其他服务器通过同一地址类型有响应，请告知 { $host } 的管理方，{ $addresses } 没有响应。
step-tell-server-firewall = 请要求 { $host } 的管理方在服务器的防火墙中允许端口 { $ports }。
step-tell-server-if-it-lasts = 如果持续数小时：请将服务器的原话转告给 { $host } 的管理方。
step-tell-server-implicit-tls = 如果 { $host } 是您的服务器：请为端口 { $ports } 启用隐式 TLS。
step-tell-server-injection = 请告知 { $host } 的管理方更新邮件服务器：其 STARTTLS 会让数据混入。
step-tell-server-resolver = 请告知 { $host } 的管理方，黑名单不答复该服务器的 DNS 服务器。
step-tell-server-now-and-then = 请告知 { $host } 的管理方：对端口 { $ports } 的连接时而被拒绝。原因可能是连接数限制，或者服务器池中的某一台机器。
step-tell-server-silent = 请询问 { $host } 的管理方，服务器是否正在运行，以及端口 { $ports } 是否对您的地址开放。
step-tell-server-slow = 请告知 { $host } 的管理方问候信息很慢：可能是过载，也可能是查询客户端名称超时。
step-tell-server-large-hello = 请告知 { $host } 的管理方更新服务器或它前面的设备：TLS hello 无论分成几个数据包，都必须读到结尾，并略过其中不认识的内容（https://tldr.fail）。
step-tell-server-tls = 请告知 { $host } 的管理方，端口 { $ports } 上的 TLS 失败；原因在服务器的日志中。
step-trust-own-authority = 如果您知道该颁发者是谁，例如它是您公司的：请用它的证书再试（mailcheck --ca-file company.pem { $target }），并将其安装到各客户端{ $os ->
        [windows] （certmgr.msc → 受信任的根证书颁发机构 → 所有任务 → 导入）。
        [macos] （钥匙串访问 → 系统 → 拖入证书 → 显示简介 → 信任 → 始终信任）。
       *[linux] （以 .crt 为扩展名放入 /usr/local/share/ca-certificates 之后，运行 sudo update-ca-certificates）。
    }
step-try-implicit-tls = 请尝试在该端口上从第一个字节起使用 SSL/TLS（submissions://、imaps:// 或 pop3s://）。
step-try-ipv4-elsewhere = 如果通过 IPv4 连接另一台服务器也没有响应，则故障在本网络：mailcheck -4 { $provider ->
        [google] smtp.office365.com:587
        [microsoft] smtp.gmail.com:587
       *[other] smtp.office365.com:587
    }
step-try-ipv6-elsewhere = 如果通过 IPv6 连接另一台服务器也没有响应，则故障在本网络：mailcheck -6 { $provider ->
        [google] smtp.office365.com:587
        [microsoft] smtp.gmail.com:587
       *[other] smtp.office365.com:587
    }
step-try-port = 请在邮件客户端中尝试使用端口 { $port } 和 { $security ->
        [tls] SSL/TLS
       *[starttls] STARTTLS
    }（{ $protocol }）：从这里可以连接到它。
step-try-other-network = 请从另一个网络尝试，例如手机的移动数据。如果在那里可用，则是您所在的网络造成阻碍。
step-use-global-address = 请使用服务器的名称或它的全局地址；链路本地地址以 fe80 开头。
step-use-implicit-tls = 请在邮件客户端中将端口 { $ports } 的连接安全性设置为 SSL/TLS。
step-use-name = 如果服务商确认，请使用 { $name } 作为服务器名称。
step-unblock-name = 请在 DNS 服务器 { $resolvers } 的过滤器中放行 { $host }（Pi-hole、AdGuard、路由器的家长控制）。
step-use-address = 请用服务器的地址代替名称：mailcheck 192.0.2.1（换成它自己的地址）。
step-ask-in-cluster = 请在集群的 Pod 中运行 mailcheck，或者使用从集群外部访问该服务的名称或地址。
step-ask-inner-resolver = 请在那个网络中的电脑上运行 mailcheck（先连接 VPN），或者指定它的 DNS 服务器：mailcheck --resolver 192.0.2.53（换成它自己的地址）。
step-use-other-loopback = 请让服务器侦听 localhost 的两个地址，或者使用有响应的那个。
step-usable-tlsa = 如果是您的域名：请为 { $host } 发布 3 1 1 类型的 TLSA 记录，以代替不能使用的记录。
step-use-port = 请在邮件客户端中使用端口 { $port } 和 { $security ->
        [tls] SSL/TLS
       *[starttls] STARTTLS
    }（{ $protocol }）：从这里可用。
step-check-proxy-address = 请将代理服务器的名称和端口与网络管理员提供的进行比较。
step-ask-proxy-runs = 请询问代理服务器的管理方，它是否正在运行，是否接受这台电脑的连接。
step-proxy-login = 请将用户写入 --proxy 的 URL，例如 socks5h://user@proxy.example:1080，并通过 --proxy-password-file、--proxy-password-command、MAILCHECK_PROXY_PASSWORD 或提示提供密码。
step-proxy-password = 请检查代理服务器的用户名和密码。
step-ask-proxy-account = 请询问代理服务器的管理方，该用户是否有权使用它。
step-proxy-local-helper = 请在本机运行代为登录此类代理的程序，例如 px 或 cntlm，并将其地址告诉 mailcheck。
step-ask-proxy-basic = 请代理服务器的管理方允许用户名加密码登录，或者允许这台电脑不登录使用。
step-ask-proxy-rule = 请代理服务器的管理方放行 { $host } 的端口 { $ports }。
step-without-proxy = 请不通过代理或从另一个网络尝试。
step-check-name-at-proxy = 请检查 { $host } 的拼写；如果没有错，请询问代理服务器的管理方其 DNS 是否知道该名称。
step-ask-proxy-log = 请询问代理服务器的管理方，其日志中关于 { $host } 的内容。
step-ask-proxy-inspection = 请代理服务器的管理方将 { $host } 排除在检查之外。
step-check-proxy-scheme = 请在 --proxy 的 URL 中尝试其他类型：http、https、socks5h、socks4a。
step-proxy-certificate = 如果公司有自己的证书颁发机构：请用 --ca-file 指定，或使用 --roots system。
step-use-proxy = 如果邮件客户端能够使用代理服务器，请在其中设置代理服务器 { $proxy }。
step-use-starttls-here = 请在邮件客户端中将端口 { $ports } 的连接安全性设置为 STARTTLS。
step-use-suggestion = 请用 { $suggestion } 代替 { $host }：mailcheck { $suggestion }
step-use-usual-starttls-port = 或者使用端口 { $usual } 和 STARTTLS，如果服务商提供的话。
step-wait-and-run-again = 请等待几分钟，然后再次运行 mailcheck。
step-wait-longer = 请为问候信息留出更多时间：mailcheck --greeting-timeout 300 --deadline 600 { $target }
step-where-in-programs = 设置的位置：{ $os ->
        [windows] Outlook：文件 → 帐户设置 → 帐户设置 → 所用的帐户 → 更改 → 其他设置 → 发送服务器和高级（或控制面板 → 邮件；新版 Outlook：设置）。
        [macos] Apple Mail：邮件 → 设置 → 账户 → 服务器设置。Outlook：工具 → 账户 → 所用的账户。
       *[linux] Evolution：编辑 → 账户 → 所用的账户 → 编辑 → 接收邮件或发送邮件。
    }Thunderbird：账户设置 → 发件服务器（SMTP），收信则为服务器设置。
step-withdraw-address = 在修复之前，请将 { $addresses } 从 DNS 中移除。
step-withdraw-tlsa = 在此之前：请撤回 TLSA 记录，使邮件能够传送。

# 数字和名称的含义：`mailcheck explain`。
#
# 条目是一个简短的标题，带有以下属性：meaning（一句话的含义）、causes（邮件实践中的原因）、tell-apart（如何与看起来相似
# 的情况区分）、next（下一步）。

# 套接字错误。

code-socket-timed-out = 超时，没有答复
    .meaning = 连接尝试，或已建立的连接上的数据，在时限内一直没有得到答复。
    .causes = 端口在途中被封锁，而且不返回任何消息：出站端口 25 被封锁、公司防火墙或云防火墙规则。也可能是服务器已关机、地址不对，或 IPv6 线路不通。
    .tell-apart = 被拒绝时会立即收到答复；而这里是毫无反应。如果同一主机的其他端口有答复，说明该端口被过滤。如果只有 IPv6 失败，说明 IPv6 线路有故障。如果所有邮件服务器的端口 25 都没有反应，而 587 或 443 正常，说明出站端口 25 被封锁。如果等待时间远小于 20 秒，通常是程序自己的时限，不是系统的时限。
    .next = 请用 mailcheck 检查该主机：它会尝试其他端口，并查看数据包能走多远。用邮件客户端发信时，请使用端口 587 或 465，不要使用 25。
code-socket-connection-refused = 连接被拒绝
    .meaning = 连接尝试得到了答复，而答复是明确的拒绝（Windows 称为“积极拒绝”）。
    .causes = 该端口上没有程序在监听：服务已停止，或端口号不对。也可能是防火墙设置为拒绝，或者应当接管连接的本机邮件防护或代理程序没有运行。
    .tell-apart = 被封锁的端口通常毫无反应（超时）；而这里收到了答复。如果所有邮件服务器都拒绝端口 25，那么拒绝的是网络，不是服务器。如果服务器名是 127.0.0.1 或 localhost，说明本机的某个程序没有运行。Windows 大约要两秒钟才报告此错误。
    .next = 请检查账户设置中的端口号：发信用 587 或 465，IMAP 用 993，POP3 用 995。如果端口号正确，请询问服务器管理方该服务是否在运行。
code-socket-host-down = 目标主机已关闭
    .meaning = 网络报告说该主机不在。
    .causes = 某台路由器答复“主机未知”，或者邻居查找失败。这种情况很少见；Windows 几乎总是改报超时（10060）。
    .tell-apart = 与“主机不可达”很相似：是某个设备这样说的，并不是毫无反应。
    .next = 请检查该主机是否已开机，地址是否正确。
code-socket-host-unreachable = 主机不可达（无法连接的主机）
    .meaning = 路由器、防火墙或本机自己说无法到达该主机。
    .causes = 该主机在同一本地网络中但已关机，防火墙用 ICMP 消息拒绝，数据包在绕圈，或者某台路由器没有通往该主机的路径。
    .tell-apart = 如果是本地网络中的地址，并且约三秒后才报错：那里没有设备答复。如果立即报错并带有“administratively prohibited”（被管理员禁止）消息：是防火墙，不是路由故障。单看这个数字无法区分。
    .next = 请用 mailcheck 检查该主机：它会显示这条消息是谁发出的。
code-socket-network-unreachable = 网络不可达（无法连接的网络）
    .meaning = 没有通往该地址所在网络的路径。
    .causes = 本机没有默认路由：未连接网络、VPN 已断开或处于飞行模式。或者服务器有 IPv6 地址，而本网络没有 IPv6。也可能是更远处的某台路由器没有路由。
    .tell-apart = 如果在发出任何数据包之前就立即报错：故障在本机。如果稍后才报错：是途中的路由器这样说的。如果只有 IPv6 地址失败，仍值得尝试 IPv4。
    .next = 请检查网络连接和 VPN。如果其他网站正常，请尝试通过 IPv4 连接该服务器。
code-socket-network-down = 网络已断开
    .meaning = 本机的网络接口或网络协议栈不能工作。
    .causes = 驱动程序故障、VPN 适配器消失，或网络协议栈损坏。
    .next = 请重新连接网络，关闭再打开 VPN，或重新启动电脑。
code-socket-network-reset = 连接被网络断开
    .meaning = 保持活动（keep-alive）检测发现对方已经不在。
    .causes = 电脑进入过睡眠状态，网络发生了变化，或途中的路由器遗忘了这个连接。
    .next = 请重新连接。如果反复发生，请缩短邮件客户端的保持活动时间。
code-socket-connection-aborted = 连接被本机中止
    .meaning = 本机中止了一个已建立的连接。
    .causes = 数据太久没有得到答复，安全软件或邮件防护切断了连接，或者连接期间网络发生了变化，例如使用 Wi-Fi 时。
    .tell-apart = 重置（10054）来自对方；而这个错误来自本机。
    .next = 请关闭安全软件的邮件扫描后再试，并换一个网络再试。
code-socket-connection-reset = 连接被重置
    .meaning = 一个已建立的连接被重置切断（Windows 称为“强迫关闭”）。
    .causes = 服务器或途中的设备切断了连接：访问控制列表、连接过多、在明文端口上使用 TLS、程序崩溃，或路由器遗忘了空闲的连接。
    .tell-apart = 看发生的时刻：在问候信息之前，是访问控制列表或过载；紧接在 TLS ClientHello 之后，是端口的类型不对或 TLS 受到干扰；在登录之后，是服务器的策略；在传送邮件期间，是内容过滤或数据包大小的问题。
    .next = 请用 mailcheck 检查该主机：它会显示重置发生在哪个阶段。
code-socket-no-buffers = 缓冲区空间不足
    .meaning = 本机的网络缓冲区或本地端口已用完。
    .causes = 某个程序保持了过多的连接，或内存不足。
    .next = 请关闭打开大量连接的程序，或重新启动电脑。
code-socket-address-not-available = 地址不可用
    .meaning = 该地址不能在本机上使用。
    .causes = IPv6 已关闭，端口或地址为零，程序绑定了本机没有的地址，或者所有本地端口都已占用。
    .tell-apart = 如果设置了固定的源地址，就是该地址不对。如果没有设置，请查看 IPv6 的状态和已打开连接的数量。
    .next = 请先检查设置中的服务器地址和端口，再检查本机的 IPv6 状态。
code-socket-address-in-use = 地址已被占用
    .meaning = 该本地地址和端口已被另一个连接占用。
    .causes = 某个程序使用固定的本地端口，或者刚刚关闭了大量连接。
    .next = 请关闭另一个程序，或等待几分钟。
code-socket-access-denied = 访问被拒绝
    .meaning = 有规则禁止这个连接。
    .causes = 本机的安全软件或防火墙，设置为“prohibit”的路由，或者在使用 IPv6 时，途中的防火墙。在 Red Hat 和 CentOS 的网页服务器下：SELinux 不允许网页程序打开邮件连接。
    .tell-apart = 立即报错：是本机的规则。稍后才报错，并且使用 IPv6：是更远处的防火墙拒绝了。
    .next = 请查看防火墙和安全软件中是否有针对邮件端口的规则。也请尝试 IPv4。如果是 SELinux，请以 root 身份运行：setsebool -P httpd_can_network_connect 1（以及 httpd_can_sendmail 1）。
code-socket-not-permitted = 不允许的操作
    .meaning = 系统不允许这项操作。
    .causes = 本机的包过滤规则丢弃了一个数据报（常常是 DNS 查询），沙箱禁止访问网络，或者程序没有发送原始数据包的权限。
    .next = 请查看本机的防火墙规则，以及程序所在的沙箱。
code-socket-too-many-files = 打开的文件过多
    .meaning = 该程序打开的文件和连接数已达到允许的上限。
    .causes = 程序没有释放连接，或上限设得太低。不是网络的问题。
    .next = 请重新启动该程序，或提高它的上限。
code-socket-too-many-files-system = 系统中打开的文件过多
    .meaning = 整个系统打开的文件和连接数已达到上限。
    .causes = 某个程序没有释放连接，或系统上限设得太低。不是网络的问题。
    .next = 请找出打开文件最多的程序；如果这些文件确实都需要，请提高上限。
code-socket-broken-pipe = 对方已先关闭连接
    .meaning = 程序向一个已被对方关闭的连接写入了数据。
    .causes = 服务器已经结束会话，最后一行（例如 421）往往说明了原因，但程序没有读取。
    .next = 请在邮件客户端的日志中查找服务器的最后一行。
code-socket-shutdown = 连接已在本机关闭
    .meaning = 程序使用了一个它自己已经关闭的连接。
    .causes = 通常是前面某个错误的后果；日志中的第一个错误才是关键。
    .next = 请查看在此之前的错误。
code-socket-protocol = 协议错误
    .meaning = 在网络协议这一层，收到的答复没有意义。
    .causes = 某台路由器报告数据包头损坏，或发出了未知的消息。这种情况很少见。
    .next = 请换一个网络再试。
code-socket-protocol-not-available = 协议不可用
    .meaning = 对方，或对方之前的设备，说自己不支持 TCP。
    .causes = 有过滤设备答复“协议不可达”。这种情况很少见。
    .next = 请换一个网络再试。
code-socket-protocol-not-supported = 不支持该协议
    .meaning = 本机没有程序所要求的协议。
    .causes = 经过精简的系统，或网络协议栈的安装已损坏。
    .next = 请修复网络协议栈；在 Windows 上，请重置 Winsock（以管理员身份运行 netsh winsock reset）。
code-socket-socket-type-not-supported = 不支持该套接字类型
    .meaning = 本机没有程序所要求的套接字类型。
    .causes = 程序的错误，或网络协议栈损坏。
    .next = 请更新该程序。
code-socket-not-supported = 不支持该操作
    .meaning = 在这种连接上不能进行这项操作。
    .causes = 程序的错误；或者，在 Linux 上，某台路由器答复“源路由失败”。
    .next = 请更新该程序。
code-socket-no-network = 本机不在网络上
    .meaning = 某台路由器报告说本机与网络隔离。
    .causes = 一种古老的 ICMP 消息（“源主机被隔离”）。这种情况非常少见。
    .next = 请检查网络连接。
code-socket-address-family = 不支持该地址族
    .meaning = 本机没有所要求的那类地址，多半是 IPv6。
    .causes = IPv6（或 IPv4）已关闭，或者系统中没有这项功能。
    .next = 请使用另一种地址族，或打开这项功能。
code-socket-message-too-long = 消息过长
    .meaning = 一个数据包超过了线路允许的大小。
    .causes = 程序的错误，或某段线路的数据包上限较小。
    .next = 请检查连接的 MTU，尤其是在使用 VPN 和 DSL 时。
code-socket-invalid-argument = 参数无效
    .meaning = 系统无法理解要它做的事情。
    .causes = 链路本地 IPv6 地址没有注明接口，Linux 上的黑洞路由，或程序的错误。
    .next = 请先检查设置中的地址，再检查本机的路由。
code-socket-bad-address = 内存地址错误
    .meaning = 程序把一个错误的内存地址交给了系统。
    .causes = 程序的错误。不是网络的问题。
    .next = 请更新或修复该程序。
code-socket-would-block = 暂时没有数据
    .meaning = 这项操作本来必须等待；在 Linux 上，读取超时也会这样显示。
    .causes = 通常是程序的内部状态。如果它是最终的错误，就表示对方没有及时答复。
    .tell-apart = 连接已经建立。这一点与连接时的超时不同。
    .next = 请查看程序当时在等待哪个答复。
code-socket-in-progress = 操作正在进行中
    .meaning = 操作已经开始，还没有完成。
    .causes = 程序的内部状态，不是网络故障。在 Windows 上，是先前的一个阻塞调用仍在运行。
    .next = 请再试一次；如果仍然如此，请重新启动该程序。
code-socket-already-in-progress = 操作早已在进行中
    .meaning = 先前的同一项操作仍在运行。
    .causes = 程序的内部状态，不是网络故障。
    .next = 请再试一次；如果仍然如此，请重新启动该程序。
code-socket-not-connected = 套接字没有连接
    .meaning = 程序使用了一个不存在的连接。
    .causes = 连接从未建立，或在此之前已经断开。日志中的第一个错误才是关键。
    .next = 请查看在此之前的错误。
code-socket-already-connected = 已经连接
    .meaning = 程序试图连接一个已经连接的套接字。
    .causes = 程序的错误，不是网络故障。
    .next = 请重新启动该程序。
code-socket-not-socket = 不是套接字
    .meaning = 程序把不是连接的东西当作连接来使用。
    .causes = 程序的错误，或某个安全产品介入了 Windows 的网络部分。
    .next = 请重新启动该程序；然后在不使用该安全产品的情况下再试。
code-socket-interrupted = 操作被中断
    .meaning = 一个信号或被取消的调用结束了等待。
    .causes = 程序或用户停止了这项操作。
    .next = 请再试一次。
code-socket-cancelled = 操作被取消
    .meaning = 操作在完成之前被取消。
    .causes = 程序或用户停止了操作，常常是因为程序自己的时限已到。
    .next = 请用更长的时限再试一次。
code-socket-out-of-memory = 内存不足
    .meaning = 本机没有足够的内存进行这项操作。
    .causes = 内存不足。不是网络的问题。
    .next = 请关闭一些程序，或重新启动电脑。
code-socket-process-limit = 使用 Winsock 的程序过多
    .meaning = 使用 Windows 网络接口的程序数已达到上限。
    .causes = 程序过多，或有程序没有释放它。
    .next = 请重新启动电脑。
code-socket-network-not-ready = 网络子系统不可用
    .meaning = Windows 的网络部分不能使用。
    .causes = 安装已损坏，或网络驱动程序没有启动。
    .next = 请重置 Winsock（以管理员身份运行 netsh winsock reset），重新启动；如果仍然如此，请重新安装网络驱动程序。
code-socket-version-not-supported = 没有所需的 Winsock 版本
    .meaning = Windows 没有程序所要求的 Winsock 版本。
    .causes = 安装已损坏，或程序的文件夹中有错误的 Winsock 库副本。
    .next = 请先修复该程序，再修复 Windows。
code-socket-not-initialised = Winsock 未启动
    .meaning = 程序在启动 Winsock 之前就使用了网络。
    .causes = 程序或加载项的错误。
    .next = 请不带加载项重新启动该程序。
code-socket-disconnecting = 对方正在断开连接
    .meaning = 对方已经开始正常关闭连接。
    .causes = 服务器结束了会话：空闲太久、正在关机，或拒绝了这次会话。
    .next = 请在邮件客户端的日志中查找服务器的最后一行。
code-socket-provider-failed = 网络提供程序失败
    .meaning = Windows 无法加载处理网络连接的某个部分。
    .causes = Winsock 目录已损坏，常常是因为 VPN 或安全产品没有卸载干净。
    .next = 请重置 Winsock（以管理员身份运行 netsh winsock reset），然后重新启动。
code-socket-system-call-failure = 系统调用失败
    .meaning = 一个本来不应失败的调用失败了。
    .causes = 网络协议栈损坏，或有产品介入其中。
    .next = 请重置 Winsock（以管理员身份运行 netsh winsock reset），然后重新启动。

# 名称解析。

code-resolver-not-found = 名称不存在
    .meaning = 在 DNS 中找不到这个服务器名（Windows 称为“不知道这样的主机”）。
    .causes = 服务器名输入错误，域名已过期，或者这个名称只有公司内部网络才认识。
    .tell-apart = “请重试”（try again）类的错误表示 DNS 服务器出了故障；而这个错误是关于名称本身的答复。有些系统对存在但没有地址的名称也这样报告。
    .next = 请对照服务商的说明检查拼写。
code-resolver-try-again = DNS 服务器暂时失败
    .meaning = 名称解析失败，而这并不说明名称本身有没有问题。
    .causes = DNS 服务器没有答复，没有网络，或者该域名的权威 DNS 服务器有故障或未通过 DNSSEC 检查。
    .tell-apart = 如果其他名称正常，问题在该域名的 DNS 服务器；如果所有名称都不行，问题在 DNS 服务器或网络。
    .next = 请用 mailcheck 检查该主机：它会自己询问 DNS 服务器并显示答复。请不要因为这个错误而更改服务器名。
code-resolver-permanent = DNS 服务器拒绝了查询
    .meaning = DNS 服务器有答复，但拒绝了查询，或无法处理查询。
    .causes = DNS 服务器不为本网络服务，或者不理解这个查询。
    .next = 请使用本网络的 DNS 服务器，或换一个 DNS 服务器。
code-resolver-no-data = 名称存在，但没有地址
    .meaning = 名称在 DNS 中存在，但没有所要求的那类地址。
    .causes = 填写的是邮件域名而不是服务器名（该域名可能只有 MX 记录），或者缺少地址记录。
    .next = 请按照服务商的说明填写服务器名，例如 smtp.example.com 或 mail.example.com。
code-resolver-family = 不支持该地址族
    .meaning = 本机不能使用所要求的那类地址。
    .causes = IPv6 或 IPv4 已关闭，或者系统中没有这项功能。
    .next = 请使用另一种地址族。
code-resolver-address-family = 没有该地址族的地址
    .meaning = 该名称没有所需的那类地址，例如没有 IPv6 地址。
    .causes = 该服务器只能通过另一种地址族访问。
    .next = 请让程序同时使用 IPv4 和 IPv6。
code-resolver-service = 服务名称未知
    .meaning = 本机不认识这个服务的名称。
    .causes = 本机的服务列表中没有“smtps”或“submissions”之类的名称。
    .next = 请用数字填写端口：465、587、993、995。
code-resolver-socket-type = 不支持该套接字类型
    .meaning = 程序要求的套接字类型与该服务不相配。
    .causes = 程序的错误。
    .next = 请更新该程序。
code-resolver-memory = 内存不足
    .meaning = 没有足够的内存来解析名称。
    .causes = 内存不足。不是 DNS 的问题。
    .next = 请关闭一些程序，或重新启动电脑。
code-resolver-flags = 标志错误
    .meaning = 程序以错误的方式调用了名称解析。
    .causes = 程序的错误。
    .next = 请更新该程序。
code-resolver-system = 名称解析时发生系统错误
    .meaning = 解析名称时，一个系统调用失败；旁边的 errno 说明是哪种失败。
    .causes = 如果旁边是“不允许的操作”（operation not permitted），说明本机防火墙丢弃了 DNS 数据包。
    .next = 请查看旁边的 errno，并查询它的解释。
code-resolver-overflow = 名称过长
    .meaning = 名称解析的一个参数过长。
    .causes = 服务器名过长，或程序的错误。
    .next = 请检查服务器名。
code-resolver-idn-encode = 名称无法编码
    .meaning = 名称中有 DNS 无法传送的字符。
    .causes = 输入错误，复制时带入了隐藏字符，或国际化域名无效。
    .next = 请重新手工输入服务器名。

# ICMP 消息。

code-icmp-no-route = 没有通往该网络的路径
    .meaning = 某台路由器没有通往服务器所在网络的路径。
    .causes = 某个网络运营商的路由故障，地址不对或已被撤回，或者 VPN 接管了流量却通不到任何地方。
    .next = 请查看是哪台路由器发出的。如果在本地网络中，请在那里修正路由；如果在更远处，请告知网络运营商。
code-icmp-host-unreachable = 最后一台路由器找不到该主机
    .meaning = 最后一台路由器在自己的网络中找不到服务器。
    .causes = 服务器已关机或网线已断开，或者该地址已不再使用。有些防火墙用它来表示拒绝。
    .next = 请询问服务器管理方：服务器是否在运行，地址是否正确。
code-icmp-protocol-unreachable = TCP 被拒绝
    .meaning = 该主机，或它之前的设备，说自己不支持 TCP。
    .causes = 几乎总是过滤设备；每个邮件服务器都支持 TCP。
    .next = 请查看是谁发出的，并向其询问。
code-icmp-port-unreachable = 端口已关闭或被拒绝
    .meaning = 该端口上没有程序接受连接，或者防火墙这样说。
    .causes = 对于 TCP，关闭的端口用重置来答复；这条消息多半来自设置为拒绝的防火墙。
    .tell-apart = 程序把它显示为“连接被拒绝”，与端口关闭时一样。看这条消息的发送者就能区分两者。
    .next = 请查看是谁发出的：服务器自己，还是途中的防火墙。
code-icmp-too-big = 数据包需要更小
    .meaning = 一个数据包对途中的某段线路来说过大，发送方应当发送更小的数据包。
    .causes = VPN、DSL 和隧道的数据包上限较小；这条消息属于正常工作的一部分。
    .tell-apart = 它不会结束任何连接尝试。如果防火墙丢弃这条消息，就会造成危害：连接能够建立，但大数据包会消失。
    .next = 无需处理，除非传输卡住：那时请让防火墙放行这条消息。
code-icmp-source-route = 源路由故障
    .meaning = 数据包要求走网络中的某条指定路径，但没有成功。
    .causes = 邮件客户端从不这样要求；是途中的某个设备设置异常。
    .next = 请换一个网络再试。
code-icmp-source-isolated = 本机被隔离
    .meaning = 某台路由器说本机与网络隔离。
    .causes = 一种古老的消息，几乎没有设备会发送。
    .next = 请换一个网络再试。
code-icmp-prohibited = 被防火墙禁止
    .meaning = 防火墙禁止这种流量，并且明确告知。
    .causes = 公司防火墙、网络运营商或服务器前面的规则。最常见的是对端口 25 的过滤。
    .tell-apart = 这不是路由故障，虽然程序在 IPv4 上把它显示为“no route to host”（没有到主机的路由），在 IPv6 上显示为“permission denied”（权限不够）。
    .next = 请查看是谁发出的，并请其管理方放行该端口。用邮件客户端发信时，请使用端口 587 或 465。
code-icmp-type-of-service = 没有供这种标记的数据包使用的路径
    .meaning = 某台路由器没有供带这种标记的数据包使用的路径。
    .causes = 一种古老的消息，如今几乎没有设备会发送。
    .next = 请换一个网络再试。
code-icmp-precedence = 因优先级标记被拒绝
    .meaning = 某台路由器因为优先级标记而拒绝了数据包。
    .causes = 途中有针对优先级标记的规则。
    .next = 请查看是谁发出的，并向其询问。
code-icmp-source-quench = 请放慢发送
    .meaning = 某台路由器请求本机放慢发送速度。
    .causes = 一种古老的消息，如今的系统会忽略它。
    .next = 无需处理。
code-icmp-time-exceeded = 经过的路由器过多
    .meaning = 数据包经过的路由器数超过了允许的数目。
    .causes = 如果是对普通连接的答复，说明数据包在路由器之间绕圈。在路由跟踪中，这是每台路由器的正常答复。
    .next = 请在路由跟踪中查看哪些路由器重复出现，并告知其管理方。
code-icmp-reassembly = 数据包缺少一部分
    .meaning = 一个被分片的数据包没有完整到达。
    .causes = 途中丢包，或防火墙丢弃了分片。
    .next = 请检查连接的 MTU。
code-icmp-parameter-problem = 包头无法读取
    .meaning = 某台路由器无法读取数据包的包头。
    .causes = 数据包在途中损坏或被改动；路由器或隧道有故障。
    .next = 请换一个网络再试。
code-icmp-beyond-scope = 源地址仅在本地有效
    .meaning = 源地址的有效范围到不了服务器那么远。
    .causes = 本机用链路本地 IPv6 地址发送。
    .next = 请给本机配置全局 IPv6 地址，或使用 IPv4。
code-icmp-source-policy = 源地址不被允许
    .meaning = 某台路由器不让这个源地址通过。
    .causes = 本机使用了另一家运营商的 IPv6 地址，例如在更换网络之后。
    .next = 请检查本机的 IPv6 地址；在此期间使用 IPv4。
code-icmp-reject-route = 被路由拒绝
    .meaning = 某台路由器上有一条拒绝该目标的路由。
    .causes = 该路由器的管理方封锁了这个地址，或不承载这个网络。
    .next = 请查看是谁发出的，并向其询问。

# Outlook、Outlook Express、Windows Mail。

code-outlook-load-spa-failed = 无法加载安全密码验证（SPA）
    .meaning = 程序无法加载 Windows 的登录方式“SPA”（NTLM）。
    .causes = 账户中勾选了 SPA，但本机不能使用它。不是网络的问题。
    .next = 请在账户设置中取消勾选“安全密码验证”（SPA）。
code-outlook-certificate-name = 证书名称不匹配
    .meaning = 服务器的证书中没有账户里填写的服务器名。
    .causes = 账户填写的是自己的域名，而证书上是服务商的名称；使用共享主机；或者是网络的登录页面作出了答复。
    .next = 请使用服务商说明中的服务器名。mailcheck 会列出证书中的名称。
code-outlook-certificate-date = 证书不在有效期内
    .meaning = 服务器的证书已过期，或尚未生效。
    .causes = 服务器管理方没有续订证书，或者本机的时钟不对。
    .next = 请先检查本机的日期和时间。如果正确，需要由服务器管理方续订证书。
code-outlook-already-connected = 账户已经连接
    .meaning = 该账户已有一个打开的连接。
    .causes = 邮件客户端的内部状态。
    .next = 请重新启动该程序。
code-outlook-connection-error = 连接错误
    .meaning = 连接失败，没有更确切的原因。
    .causes = 任何妨碍连接的情况。
    .next = 请在同一条消息中查找“套接字错误”（Socket Error）：那个数字说明得更多。或者用 mailcheck 检查该服务器。
code-outlook-not-connected = 未连接到服务器
    .meaning = 程序试图在没有连接的情况下工作。
    .causes = 连接从未建立，或在此之前已被服务器关闭。
    .next = 请查看在此之前的错误。
code-outlook-send-failed = 在连接上发送失败
    .meaning = 程序正在发送时，连接中断。
    .causes = 服务器、途中的设备或邮件防护切断了连接。
    .next = 请关闭安全软件的邮件扫描后再试，然后用 mailcheck 检查该服务器。
code-outlook-receive-failed = 在连接上接收失败
    .meaning = 程序正在等待答复时，连接中断。
    .causes = 服务器、途中的设备或邮件防护切断了连接。
    .next = 请关闭安全软件的邮件扫描后再试，然后用 mailcheck 检查该服务器。
code-outlook-client-state = 邮件客户端的内部状态
    .meaning = 邮件客户端自己的步骤乱了顺序。
    .causes = 程序的错误，常常出现在更早的错误之后。它不说明网络有问题。
    .next = 请重新启动该程序，并查看在此之前的错误。
code-outlook-incomplete = 邮件下载未完成
    .meaning = 一封邮件的下载中途断开。
    .causes = 连接中断，邮件防护干扰，或者大数据包在途中丢失。
    .next = 请关闭安全软件的邮件扫描后再试，并换一个网络再试。
code-outlook-busy = 服务器或邮箱忙
    .meaning = 服务器说它自己或邮箱正在使用中。
    .causes = 另一台设备正在读取同一个 POP3 邮箱，先前的会话尚未结束，或者服务器过载。
    .next = 请关闭另一个邮件客户端，等待十分钟。
code-outlook-host-not-found = 找不到服务器
    .meaning = 无法解析服务器的名称。
    .causes = 服务器名输入错误，没有网络，或者 DNS 服务器失败。
    .tell-apart = 这个错误只涉及名称：还没有尝试连接。如果网站也打不开，问题在网络，不在名称。
    .next = 请检查账户中的服务器名。请用 mailcheck 检查它，看看 DNS 答复什么。
code-outlook-failed-to-connect = 无法连接到服务器
    .meaning = 无法建立到服务器的 TCP 连接。
    .causes = 端口被封锁或端口号不对，服务器已关机，没有网络，或者本机防火墙阻止。同一条消息中的“套接字错误”（Socket Error）说明是哪一种。
    .tell-apart = 套接字错误 10060：没有反应，往往是端口被封锁。10061：被拒绝，往往是端口号不对或服务已停止。10051 或 10065：没有通往那里的路径。10013：被本机阻止。
    .next = 请检查服务器名和端口；发信请使用 587 或 465，不要使用 25。然后请用 mailcheck 检查该服务器。
code-outlook-connection-dropped = 连接意外关闭
    .meaning = 连接已经建立，但在工作完成之前就结束了。
    .causes = 服务器关闭连接（达到限制、地址被屏蔽），邮件防护或防火墙切断了连接，或者加密方式与端口不相符。
    .tell-apart = 它不是“找不到服务器”，尽管很多列表这样写：服务器已经连上了。
    .next = 请检查加密方式：465、993 和 995 用 SSL/TLS，587、143 和 110 用 STARTTLS。然后请关闭邮件扫描再试。
code-outlook-invalid-address = 地址被服务器拒绝
    .meaning = 服务器没有接受某个发件人或收件人地址。
    .causes = 收件人地址输入错误，发件人地址不属于该账户，或者发信时没有登录。连接本身正常。
    .next = 请阅读同一条消息中服务器的响应。请勾选“我的发送服务器(SMTP)要求验证”。
code-outlook-socket-read = 从连接读取失败
    .meaning = 程序无法从连接中读取。
    .causes = 连接被切断，或没有及时收到数据。
    .tell-apart = 很多列表把 0x800CCC12 和 0x800CCC13 的说明弄反了。按名称，这一个是读取。
    .next = 请在同一条消息中查找“套接字错误”（Socket Error）：那个数字说明得更多。
code-outlook-socket-write = 向连接写入失败
    .meaning = 程序无法向连接写入。
    .causes = 程序正在发送时，连接被切断。
    .tell-apart = 很多列表把 0x800CCC12 和 0x800CCC13 的说明弄反了。按名称，这一个是写入。
    .next = 请在同一条消息中查找“套接字错误”（Socket Error）：那个数字说明得更多。
code-outlook-socket-init = 无法初始化 Winsock
    .meaning = 无法启动 Windows 的网络部分。
    .causes = 安装已损坏。没有任何数据包离开本机。
    .next = 请重置 Winsock（以管理员身份运行 netsh winsock reset），然后重新启动。
code-outlook-socket-open = 无法打开 Windows 套接字
    .meaning = Windows 没有给程序提供可用的套接字。
    .causes = 本机的防火墙或安全软件，没有空闲的套接字，或没有网络。
    .next = 请在不使用安全软件的情况下再试，然后重新启动电脑。
code-outlook-invalid-account = 无法识别用户账户
    .meaning = 没有以此为名的账户。
    .causes = 设置中的用户名不对；很多服务商要求填写完整的邮件地址。
    .next = 请对照服务商的说明检查用户名。
code-outlook-cancelled = 用户取消了操作
    .meaning = 操作被取消。
    .causes = 用户关闭了进度窗口或密码窗口。这不是故障。
    .next = 请再试一次。
code-outlook-spa-logon-failed = 安全密码验证（SPA）登录失败
    .meaning = 用 SPA（NTLM）登录失败。
    .causes = 密码错误，或者勾选了 SPA 而服务器不支持。
    .next = 请取消勾选“安全密码验证”（SPA），然后检查密码。
code-outlook-timeout = 服务器没有及时答复
    .meaning = 邮件客户端在等待答复时，它自己的时限已到。
    .causes = 服务器缓慢或过载，邮件客户端要用 SSL 而服务器使用明文（或者相反），邮件防护，或大数据包丢失。
    .tell-apart = 连接已经建立；如果是无法建立连接，代码是 0x800CCC0E。
    .next = 请检查加密方式和端口是否相符。请在账户设置中延长服务器超时时间，关闭邮件扫描再试，然后用 mailcheck 检查。
code-outlook-secure-connect-failed = 无法建立安全（SSL/TLS）连接
    .meaning = 无法与服务器建立 TLS。
    .causes = 在要求 STARTTLS 的端口上使用了 SSL/TLS，TLS 版本不一致，证书未被接受，或中间有邮件防护。
    .next = 请检查加密方式和端口：465、993、995 用 SSL/TLS；587、143、110 用 STARTTLS。请用 mailcheck 查看 TLS 版本和证书。
code-outlook-http = HTTP 邮件：请求失败
    .meaning = 通过 HTTP 访问的邮件服务器拒绝了请求；代码的名称中带有原因。
    .causes = 服务已停用或已迁移，或者设置不对。这不是邮件端口的问题。
    .next = 请把账户重新设置为 IMAP、POP3 或 Exchange。
code-outlook-http-proxy = HTTP 邮件：中间有代理服务器
    .meaning = 必须使用代理服务器，或代理服务器要求登录。
    .causes = 这里的网络让网页流量经过代理服务器。
    .next = 请在系统设置中设置代理服务器及其登录信息。
code-outlook-http-login = HTTP 邮件：登录被拒绝
    .meaning = 服务器拒绝了登录或访问。
    .causes = 密码错误，或者是服务商已不再支持的旧账户类型。
    .next = 请先用网页浏览器登录一次，然后重新设置账户。
code-outlook-http-timeout = HTTP 邮件：没有及时答复
    .meaning = 服务器，或它前面的网关，用时过长。
    .causes = 服务过载，或网关有故障。
    .next = 请稍后再试。
code-outlook-http-server = HTTP 邮件：服务器故障
    .meaning = 服务器，或它前面的网关，自身有故障。
    .causes = 服务已停止或过载。
    .next = 请稍后再试；查看服务商的状态页面。
code-outlook-winsock = 无法使用 Winsock
    .meaning = 在尝试任何连接之前，Windows 的网络接口就已失败。
    .causes = 安装已损坏，或有安全产品介入了网络部分。
    .next = 请重置 Winsock（以管理员身份运行 netsh winsock reset），然后重新启动。
code-outlook-smtp-response = 无法理解 SMTP 响应
    .meaning = 邮件客户端无法理解服务器的响应，或其中的代码。
    .causes = 带有少见代码的拒绝，对方不是邮件服务器，或有设备改动了对话。
    .next = 请用 mailcheck 检查该服务器：它会显示响应本身。
code-outlook-smtp-reply = 被 SMTP 服务器拒绝
    .meaning = 服务器用此代码名称中的那个 SMTP 响应作出了拒绝。
    .causes = 连接本身正常：名称、端口和服务器都正确。响应说明了服务器不满意的地方。
    .next = 请阅读同一条消息中服务器的原文：它比代码更确切。
code-outlook-smtp-sender-rejected = 发件人被拒绝
    .meaning = 服务器没有接受发件人地址。
    .causes = 该地址不属于登录的账户，没有登录，或者域名不存在。连接本身正常。
    .next = 请为发送邮件服务器（SMTP）启用身份验证（在 Outlook 中勾选“我的发送服务器(SMTP)要求验证”），并检查账户中的邮件地址。
code-outlook-smtp-recipients-rejected = 收件人被拒绝
    .meaning = 服务器没有接受任何一个收件人，或没有接受这一个收件人。
    .causes = 没有登录，因此服务器不转发邮件；或者该地址不存在。连接本身正常。
    .next = 请为发送邮件服务器（SMTP）启用身份验证（在 Outlook 中勾选“我的发送服务器(SMTP)要求验证”），然后检查地址。
code-outlook-smtp-address-missing = 缺少地址
    .meaning = 邮件没有发件人，或没有收件人。
    .causes = 邮件或账户的错误，不是网络故障。
    .next = 请填写地址。
code-outlook-smtp-starttls-required = 服务器要求先 STARTTLS
    .meaning = 连接加密之前，服务器什么都不接受。
    .causes = 账户设置为不加密。连接本身正常。
    .next = 请把加密方式设为 STARTTLS、端口 587，或设为 SSL/TLS、端口 465。
code-outlook-smtp-no-starttls = 未提供 STARTTLS
    .meaning = 程序要使用 STARTTLS，而服务器没有提供。
    .causes = 端口不对，服务器没有 TLS，或者防火墙或邮件防护隐藏了这项功能。
    .next = 请尝试在端口 465 上使用 SSL/TLS。请用 mailcheck 查看服务器提供哪些功能。
code-outlook-smtp-no-dsn = 未提供送达状态通知
    .meaning = 服务器不提供送达状态通知。
    .causes = 缺少一项附加功能。邮件照样会发送。
    .next = 无需处理，或关闭送达回执。
code-outlook-smtp-starttls-failed = 服务器上的 STARTTLS 失败
    .meaning = 服务器提供了 STARTTLS，但没能完成。
    .causes = 服务器的证书或 TLS 配置有故障，或服务器过载。
    .next = 请告知服务器管理方；在此期间尝试端口 465。
code-outlook-smtp-no-common-auth = 没有共同支持的登录方式
    .meaning = 服务器提供的登录方式，程序一种也不支持。
    .causes = 没有启用加密，所以服务器还不提供登录；勾选了 SPA；有设备隐藏了这项功能；或者服务商只接受新式（OAuth2）登录。
    .next = 请设为端口 587 和 STARTTLS，或端口 465 和 SSL/TLS，并取消勾选 SPA。如果仍然如此，请使用支持 OAuth2 的程序。
code-outlook-pop3-response = POP3 服务器拒绝了命令
    .meaning = 服务器用 -ERR 答复了一个命令。
    .causes = 邮箱被锁定，服务器故障，或登录被拒绝。连接本身正常。
    .next = 请阅读同一条消息中服务器的原文。
code-outlook-pop3-user = 用户名被拒绝
    .meaning = POP3 服务器没有接受用户名。
    .causes = 用户名错误（很多服务商要求填写完整地址），POP3 未开启，或没有加密。连接本身正常。
    .next = 请先检查用户名，再到网页版邮箱的设置中查看 POP3 是否已开启。
code-outlook-pop3-password = 密码被拒绝
    .meaning = POP3 服务器没有接受密码。
    .causes = 密码错误，POP3 未开启，或者服务商要求使用应用专用密码或授权码。连接本身正常。
    .next = 请用同一密码登录网页版邮箱。如果能登录，请在那里查找 POP3 访问和应用专用密码的设置。
code-outlook-pop3-parse = 无法理解 POP3 响应
    .meaning = 作出答复的一方没有按预期使用 POP3。
    .causes = 端口不对，加密方式与端口不相符，或者是另一种服务。
    .next = 请使用端口 995 和 SSL/TLS，或端口 110 和 STARTTLS。
code-outlook-pop3-nothing = 没有可接收的邮件
    .meaning = 没有需要接收的邮件。
    .causes = 这不是故障。
    .next = 无需处理。
code-outlook-pop3-range = 邮件编号未知
    .meaning = 程序请求了一封不存在的邮件。
    .causes = 在此期间，另一个程序清空了邮箱。
    .next = 请重新接收。
code-outlook-pop3-no-store = 无法存储邮件
    .meaning = 程序报告说它无法存储邮件。
    .causes = 据报告，会在数据文件已满或损坏时出现。连接本身正常。
    .next = 请检查数据文件和剩余的磁盘空间。
code-outlook-dial-up = 拨号连接失败
    .meaning = 账户设置使用的拨号连接不存在或已失败。
    .causes = 账户设置为“使用电话线连接”。
    .next = 请把账户设置为通过局域网连接。
code-outlook-imap-login = IMAP 登录被拒绝
    .meaning = IMAP 服务器拒绝了登录。
    .causes = 密码错误，服务商要求使用应用专用密码或 OAuth2，或者 IMAP 未开启。连接本身正常。
    .next = 请用同一密码登录网页版邮箱。如果能登录，请在那里查找 IMAP 访问和应用专用密码的设置。
code-outlook-imap-no = IMAP 服务器拒绝了命令
    .meaning = 服务器用 NO 答复了一个命令。
    .causes = 连接本身正常。NO 后面方括号中的词说明了原因。
    .next = 请阅读同一条消息中服务器的原文，并查询方括号中那个词的解释。
code-outlook-imap-bad = IMAP 服务器没有接受该命令
    .meaning = 服务器用 BAD 答复了一个命令。
    .causes = 在未加密的连接上登录，加密方式与端口不相符，或程序的错误。
    .next = 请使用端口 993 和 SSL/TLS，或端口 143 和 STARTTLS。
code-outlook-imap-syntax = 无法理解 IMAP 响应
    .meaning = 程序不认识服务器的这种响应。
    .causes = 中间有代理服务器或安全软件，或者程序缺少某个扩展功能。
    .next = 请关闭安全软件的邮件扫描后再试；更新邮件客户端。
code-outlook-imap-not-imap = 不是 IMAP 服务器
    .meaning = 作出答复的一方没有像 IMAP 服务器那样发送问候信息。
    .causes = 端口不对，协议不对，或中间有别的设备。
    .next = 请使用端口 993 和 SSL/TLS，或端口 143 和 STARTTLS。mailcheck 会显示那里使用的是什么协议。
code-outlook-imap-incomplete = 连接在一行的中间结束
    .meaning = 响应还不完整，连接就已结束。
    .causes = 服务器或途中的设备切断了连接。
    .next = 请关闭安全软件的邮件扫描后再试，并换一个网络再试。
code-outlook-imap-refused = IMAP 服务器一连接就返回 BYE
    .meaning = 连接一建立，服务器就立即答复 BYE。
    .causes = 连接过多，地址被屏蔽，或服务器正在关机。连接本身正常。
    .tell-apart = 它不是端口关闭时的“连接被拒绝”，尽管它的名称是这样写的：服务器已经连上了。
    .next = 请关闭使用同一账户的其他邮件客户端，等待几分钟。
code-outlook-imap-mailbox = 邮箱已发生变化
    .meaning = 邮件的编号与程序所知道的不再相符。
    .causes = 邮箱在服务器上被重建或迁移。
    .next = 请让程序重新加载该文件夹。
code-outlook-imap-bye = IMAP 服务器结束了会话
    .meaning = 服务器在会话中途发送了 BYE。
    .causes = 空闲太久，服务器关机，或连接过多。
    .next = 请重新连接；如果反复发生，请阅读 BYE 后面服务器的原文。
code-outlook-imap-no-common-auth = 没有共同支持的登录方式
    .meaning = 服务器没有提供程序所支持的登录方式。
    .causes = 没有启用加密，或者服务商只接受新式（OAuth2）登录。
    .next = 请使用端口 993 和 SSL/TLS。如果仍然如此，请使用支持 OAuth2 的程序。
code-outlook-imap-auth-failed = 所有登录方式都失败
    .meaning = 双方都支持的登录方式全部试过，全部失败。
    .causes = 密码错误，需要应用专用密码，或服务商的策略。连接本身正常。
    .next = 请用同一密码登录网页版邮箱，并在那里查找应用专用密码的设置。
code-outlook-mapi-not-found = 找不到对象
    .meaning = Outlook 找不到某个数据文件、通讯簿或账户设置。
    .causes = 数据文件被移动，缺少脱机通讯簿，或自动发现（Autodiscover）失败。这不是邮件端口的问题。
    .next = 请检查账户的数据文件，或新建一个 Outlook 配置文件。
code-outlook-mapi-logon = Outlook 登录失败
    .meaning = 登录邮件存储失败。
    .causes = 凭据错误，或配置文件损坏。
    .next = 请重新输入密码，或新建一个 Outlook 配置文件。
code-outlook-mapi-network = 与邮件存储之间的网络错误
    .meaning = Outlook 无法连接到它的邮件存储，多半是 Exchange 服务器。
    .causes = 没有网络，启用了“脱机工作”，或无法连接到服务器。
    .next = 请检查“脱机工作”和网络。
code-outlook-mapi-extended = 未指定的 Outlook 错误
    .meaning = Outlook 中失败的那个部分没有说明原因。
    .causes = 仅凭这个数字无法诊断；常常与邮件防护有关。
    .next = 请在同一条消息中查找第二个数字。请关闭邮件扫描再试，然后用 mailcheck 检查。
code-outlook-mapi-unconfigured = 账户未配置
    .meaning = 账户或账户的某个部分没有设置。
    .causes = 配置文件不完整。
    .next = 请修复或重新创建账户。
code-outlook-mapi-provider = 配置文件的某个部分失败
    .meaning = 配置文件中的一个邮件存储无法打开。
    .causes = 无法连接到 Exchange 服务器，或数据文件损坏。
    .next = 请联机后再试；然后修复数据文件或配置文件。
code-outlook-mapi-password = 必须更改密码
    .meaning = 密码已过期，或必须先更改。
    .causes = 单位的规定。连接本身正常。
    .next = 请更改密码，然后在 Outlook 中输入新密码。
code-outlook-mapi-disabled = 账户已禁用
    .meaning = 账户已被禁用。
    .causes = 单位或服务商锁定了该账户。连接本身正常。
    .next = 请询问管理员。
code-outlook-mapi-offline = 与服务器的连接处于脱机状态
    .meaning = Outlook 目前在没有服务器的情况下工作。
    .causes = 启用了“脱机工作”，或者旧的连接器不再有对应的服务。
    .next = 请关闭“脱机工作”；重新设置使用旧连接器的账户。
code-outlook-mapi-timeout = Outlook 等待时间过长
    .meaning = Outlook 自己通往邮件存储的路径上发生超时。
    .causes = 通往 Exchange 的路径缓慢，或服务器过载。
    .next = 请再试一次；检查通往服务器的网络路径。
code-outlook-mapi-store = 数据文件损坏
    .meaning = 邮件存储已损坏。
    .causes = 磁盘故障，或数据文件放在网络驱动器上。通往邮件服务器的网络没有问题。
    .next = 请运行收件箱修复工具（scanpst）。
code-outlook-mapi-full = 数据文件或磁盘已满
    .meaning = Outlook 无法再存储任何内容：数据文件已达到最大大小，或磁盘已满。
    .causes = 多年的邮件都存放在一个数据文件（.pst、.ost）中。通往邮件服务器的网络没有问题。
    .next = 请存档或删除旧邮件并压缩数据文件，或释放磁盘空间。
code-outlook-mapi-busy = 邮件存储正忙
    .meaning = Outlook 的邮件存储暂时无法接受更多请求：它正忙、资源不足，或打开的会话过多。
    .causes = 同时有许多窗口、加载项或其他程序在使用 Outlook，或 Exchange 服务器负载过高。
    .next = 请关闭其他窗口和使用 Outlook 的程序，重启 Outlook 后再试。
code-outlook-mapi-too-big = 项目或文件夹过大，一次处理不了
    .meaning = 邮件、附件或列表超过了邮件存储一次能接受的大小。
    .causes = 组织或服务商的限制，或文件夹中邮件过多。连接是正常的。
    .next = 请发送较小的附件或改发链接；把旧邮件移出该文件夹。
code-outlook-mapi-logon-rule = 不允许从此处或在此时段登录
    .meaning = 该帐户不得从这台计算机登录，或不得在这个时段登录。
    .causes = 组织对该帐户的规定。不是密码的问题。
    .next = 请询问管理员该帐户允许在哪些计算机、哪些时段登录。
code-outlook-mapi-session = Outlook 的会话已结束或尚未开始
    .meaning = 程序在没有会话的情况下向 Outlook 提出了请求。
    .causes = Outlook 已关闭或仍在启动，或者加载项或其他程序在错误的时间调用了它。
    .next = 请重启 Outlook。如果仍然出现，请不带加载项启动：outlook.exe /safe。
code-outlook-mapi-submitted = 邮件已在发送
    .meaning = 邮件已交付发送，无法再更改，或已不在队列中。
    .causes = 在发送过程中，有人在发件箱中打开或删除了它。
    .next = 如果它一直留在发件箱中，请启用“脱机工作”，重启 Outlook，在发件箱中删除它后重新撰写。
code-outlook-mapi-folder = 文件夹已存在，或无法移动、删除
    .meaning = 已有同名的文件夹，或文件夹不为空，或要把文件夹移到它自己里面。
    .causes = 两个同名的文件夹，常因两台设备或导入而产生。连接是正常的。
    .next = 请重命名、清空或删除该文件夹，也可以在网页邮箱中进行。
code-outlook-mapi-ambiguous = 该名称对应通讯簿中的多个条目
    .meaning = Outlook 为这个名称找到了多个地址。
    .causes = 有多个人，或一个人有多个条目。
    .next = 请用“检查姓名”选择一个，或输入完整的邮件地址。
code-outlook-mapi-inner = Outlook 内部的问题
    .meaning = Outlook 的某个部分、加载项或使用 Outlook 的程序，向邮件存储提出了它不支持的请求。
    .causes = 加载项或同步程序，损坏的项目、配置文件或数据文件。这与网络无关。
    .next = 请不带加载项启动 Outlook（outlook.exe /safe）。如果没有帮助，请新建一个 Outlook 配置文件。
code-outlook-mapi-changed = 项目在此期间被更改或删除
    .meaning = Outlook 打开该项目之后，它被更改或删除了。
    .causes = 另一台设备、另一个窗口或某条规则处理了同一个项目。连接是正常的。
    .next = 请重新打开该项目。如果邮件一直留在发件箱中，请先启用“脱机工作”，在那里删除它，再重新撰写。
code-outlook-incoming-unreachable = 无法连接到接收邮件服务器
    .meaning = Outlook 无法连接到接收邮件（POP）服务器。
    .causes = 服务器名或端口不对，端口被封锁，没有网络，或邮件防护。
    .next = 请检查服务器和端口：995 用 SSL/TLS，110 用 STARTTLS。然后请用 mailcheck 检查该服务器。
code-outlook-outgoing-unreachable = 无法连接到发送邮件服务器（SMTP）
    .meaning = Outlook 无法连接到发送邮件（SMTP）服务器。
    .causes = 首先可能是端口 25 被封锁；也可能是服务器名或端口不对，没有网络，或邮件防护。
    .tell-apart = 它与登录无关，尽管有些列表这样写。
    .next = 请使用端口 587 和 STARTTLS，或端口 465 和 SSL/TLS。然后请用 mailcheck 检查该服务器。
code-outlook-incoming-timeout = 接收邮件服务器没有及时答复
    .meaning = Outlook 在等待接收邮件服务器时超时。
    .causes = 服务器缓慢，邮件防护，大数据包丢失，或 Outlook 中的时限过短。
    .next = 请在账户设置中延长服务器超时时间，关闭邮件扫描再试，然后用 mailcheck 检查。
code-outlook-outgoing-timeout = 发送邮件服务器（SMTP）没有及时答复
    .meaning = Outlook 在等待发送邮件服务器（SMTP）时超时。
    .causes = 服务器缓慢，邮件防护，附件很大，或时限过短。消息的末尾可能带有服务器自己的响应。
    .next = 请阅读“服务器响应”（The server responded）后面的内容。请延长服务器超时时间，然后用 mailcheck 检查。
code-outlook-task-cancelled = 任务被取消
    .meaning = Outlook 在任务完成之前取消了它。
    .causes = 用户、加载项或安全软件。它不说明网络有问题。
    .next = 请不带加载项启动 Outlook，再试一次。

# Windows 结果代码。

code-hresult-unspecified = 未指定的失败
    .meaning = 某个操作失败，而代码没有说明是什么。
    .causes = 仅凭这个数字无法诊断。
    .next = 请在同一条消息中查找第二个数字。
code-hresult-access-denied = 拒绝访问
    .meaning = Windows 拒绝了访问。
    .causes = 安全软件、某条规则，或缺少文件的权限。
    .next = 请查看涉及的是哪个文件或连接。
code-hresult-out-of-memory = 内存不足
    .meaning = 没有足够的内存进行这项操作。
    .causes = 内存不足，或数据文件过大。
    .next = 请重新启动该程序。
code-hresult-invalid-argument = 参数无效
    .meaning = 程序的某个部分以错误的方式被调用。
    .causes = 程序或其设置的错误。不是网络的问题。
    .next = 请修复账户或配置文件。

# WinINet 和 WinHTTP：通过 HTTP 访问邮件的程序，以及自动发现（Autodiscover）。

code-wininet-timeout = 没有及时答复
    .meaning = 请求在时限内没有得到答复。
    .causes = 服务器缓慢或已关机，或者端口被封锁而且不返回任何消息。
    .next = 请再试一次，然后换一个网络再试。
code-wininet-name = 找不到服务器
    .meaning = 无法解析服务器名。
    .causes = 输入错误，没有网络，或者 DNS 服务器失败。
    .next = 请先检查服务器名，再检查网络。
code-wininet-connect = 无法连接到服务器
    .meaning = 无法建立到服务器的连接。
    .causes = 服务器已关机，端口不对或被封锁，或者没有网络。
    .next = 请先检查服务器和端口，再检查防火墙和代理服务器。
code-wininet-aborted = 连接提前结束
    .meaning = 答复到达之前，连接就已结束。
    .causes = 常常是 TLS 握手出错：TLS 版本过旧，或中间有别的设备。
    .next = 请更新 Windows，并换一个网络再试。
code-wininet-reset = 连接被重置
    .meaning = 连接被重置切断。
    .causes = 服务器或途中的设备切断了连接。
    .next = 请换一个网络再试。
code-wininet-client-certificate = 需要客户端证书
    .meaning = 服务器要求本机提供证书。
    .causes = 该服务器只供已知的设备使用。
    .next = 请向服务器管理方索取证书。
code-wininet-certificate = 证书未被接受
    .meaning = 服务器的证书有一处或多处问题。
    .causes = 名称不对，日期已过，颁发者未知；或者是网络的登录页面或邮件防护作出了答复。
    .next = 请在网页浏览器中打开该地址并查看证书。请检查本机的日期和时间。
code-wininet-not-http = 答复不是 HTTP
    .meaning = 作出答复的一方没有按预期使用 HTTP。
    .causes = 网络的登录页面、代理服务器，或加密方式与端口不相符。
    .next = 请先打开一个网页，看看网络是否要求登录。
code-wininet-tls = 无法建立 TLS
    .meaning = 安全连接失败。
    .causes = 本机时钟不对，某一方的 TLS 版本过旧，或证书未被接受。
    .next = 请检查日期和时间，然后更新 Windows。
code-wininet-offline = 本机处于脱机状态
    .meaning = Windows 说没有到互联网的连接。
    .causes = 没有网络，或处于飞行模式。
    .next = 请连接网络。
code-wininet-proxy = 无法连接到代理服务器
    .meaning = 无法连接到设置中的代理服务器。
    .causes = 设置了代理服务器，但它并不存在，常见于更换网络之后。
    .next = 请在系统设置中检查代理服务器。

# Schannel：Windows 的 TLS。

code-schannel-internal = Windows 的 TLS 内部错误
    .meaning = Windows 的 TLS 部分自身出错。
    .causes = 客户端证书有问题，或密钥存储损坏。
    .next = 请在不使用客户端证书的情况下再试。
code-schannel-not-tls = 对方没有使用 TLS
    .meaning = 收到的内容不是 TLS。
    .causes = 在以明文开始的端口上设置了 SSL/TLS，所以服务器发来的是问候信息；或者有设备改动了数据。
    .next = 请检查加密方式和端口：465、993、995 用 SSL/TLS；587、143、110 用 STARTTLS。
code-schannel-logon-denied = Windows 登录被拒绝
    .meaning = 用 NTLM 或 Kerberos 的登录被拒绝。
    .causes = 凭据错误，或服务器不允许这种登录方式。
    .next = 请检查用户名和密码；取消勾选 SPA。
code-schannel-credentials = 没有可用的凭据
    .meaning = Windows 没有可在此使用的凭据或证书。
    .causes = 缺少客户端证书，或者本机关闭了某些 TLS 版本。
    .next = 请在“Internet 选项”中检查 TLS 版本。
code-schannel-altered = 数据在途中损坏
    .meaning = 收到的加密数据已被改动。
    .causes = 途中的设备，或有故障的驱动程序。
    .next = 请换一个网络再试。
code-schannel-incomplete = 握手不完整
    .meaning = TLS 握手在完成之前停止。
    .causes = 如果这是最后的错误，说明对方在握手期间断开连接。
    .next = 请用 mailcheck 检查该服务器：它会显示握手进行到哪一步。
code-schannel-illegal-message = 握手响应无法使用
    .meaning = 服务器在 TLS 握手中的响应无法使用。
    .causes = 没有共同支持的 TLS 版本或加密算法，或服务器发送了警报。
    .next = 请用 mailcheck 查看服务器支持哪些 TLS 版本。
code-schannel-nothing-in-common = 没有共同支持的 TLS 版本或加密算法
    .meaning = 双方没有共同支持的 TLS 版本或加密算法。
    .causes = 服务器过旧，或 Windows 过旧。
    .next = 请更新两者中较旧的一方。mailcheck 会显示服务器支持什么。

# Windows 程序报告的证书错误。

code-certificate-name = 证书名称不匹配
    .meaning = 证书中没有所要求的服务器名。
    .causes = 账户填写的是自己的域名，而证书上是服务商的名称；或者是网络的登录页面作出了答复。
    .next = 请使用服务商说明中的服务器名。mailcheck 会列出证书中的名称。
code-certificate-untrusted-root = 颁发者不受信任
    .meaning = 证书来自本机不信任的颁发者。
    .causes = 自签名证书，公司自己的颁发者，或者能看到通信内容的邮件防护或网关。
    .next = 请查看颁发者的名称。如果是安全产品，说明答复不是来自服务器。
code-certificate-expired = 证书不在有效期内
    .meaning = 证书已过期，或尚未生效。
    .causes = 服务器管理方没有续订证书，或者本机的时钟不对。
    .next = 请先检查本机的日期和时间。如果正确，需要由服务器管理方续订证书。
code-certificate-chain = 证书链不完整
    .meaning = 无法从该证书构建出通往受信任颁发者的证书链。
    .causes = 服务器没有发送中间证书，或颁发者不受信任。
    .next = 需要由服务器管理方安装完整的证书链。
code-certificate-revoked = 证书已被吊销
    .meaning = 颁发者已吊销该证书。
    .causes = 密钥丢失，或证书是误发的。
    .next = 需要由服务器管理方安装新证书。
code-certificate-distrusted = 证书已被明确标记为不受信任
    .meaning = 该证书或其证书链中的某个颁发者，在此 Windows 的不受信任列表中。
    .causes = 微软或所在单位撤销了对颁发者的信任，或者有人在本机上把该证书放进了不受信任的证书中。
    .next = 需要由服务器管理方安装另一颁发者的证书。certmgr.msc 可以看到本机不信任哪些证书。
code-certificate-revocation-unchecked = 无法检查吊销状态
    .meaning = Windows 无法查明该证书是否已被吊销。
    .causes = 无法连接到颁发者的服务，常常是因为防火墙封锁了端口 80。这并不表示证书有问题。
    .next = 请放行颁发者的地址，或换一个网络再试。
code-certificate-unusable = 证书无法使用
    .meaning = 证书无法读取，或不是供服务器使用的。
    .causes = 为其他用途制作的证书，或已损坏的证书。
    .next = 需要由服务器管理方安装合适的服务器证书。

# SMTP 响应。

code-smtp-211 = 状态
    .meaning = 服务器报告自己的状态。
code-smtp-214 = 帮助
    .meaning = 服务器答复帮助请求。
code-smtp-220 = 就绪
    .meaning = 服务器发送问候信息，或已准备好开始 TLS。
    .causes = 一切正常。
code-smtp-221 = 结束会话
    .meaning = 服务器按要求关闭连接。
    .causes = 一切正常。
code-smtp-235 = 登录成功
    .meaning = 服务器接受了登录。
    .causes = 一切正常。
code-smtp-250 = 完成
    .meaning = 命令已执行。
    .causes = 一切正常。
code-smtp-251 = 收件人在别处，将转发
    .meaning = 收件人不在本服务器，服务器将转发这封邮件。
    .causes = 一切正常。
code-smtp-252 = 无法核实，将尝试投递
    .meaning = 服务器不能说明该地址是否存在，但会接收邮件。
    .causes = 一切正常；大多数服务器不核实地址。
code-smtp-334 = 登录：请继续
    .meaning = 服务器要求提供登录的下一部分。
    .causes = 一切正常。“VXNlcm5hbWU6”要求提供用户名，“UGFzc3dvcmQ6”要求提供密码。
code-smtp-354 = 请发送邮件
    .meaning = 服务器已准备好接收邮件内容。
    .causes = 一切正常。
code-smtp-421 = 服务不可用，正在关闭
    .meaning = 服务器暂时结束会话。它可能随时出现，也可能代替问候信息出现。
    .causes = 连接过多、频率限制、过载、维护、会话空闲，或发送方 IP 地址的信誉不佳。
    .next = 请等待后再试。请关闭同一账户的其他连接。如果持续数小时，请阅读代码后面的文本。
code-smtp-432 = 必须先更改密码
    .meaning = 登录时：必须重新设置密码。向 Exchange Online 投递时：达到了收件人的某项限制。
    .next = 请登录一次网页版邮箱；如果是投递，请等待。
code-smtp-450 = 邮箱暂时不可用
    .meaning = 服务器暂时拒绝。
    .causes = 灰名单，邮箱被锁定，或发送方 IP 地址没有反向 DNS 名称。
    .next = 邮件服务器会自动重试。如果持续数小时，请阅读代码后面的文本。
code-smtp-451 = 服务器本地错误
    .meaning = 服务器自身遇到问题，要求稍后再试。
    .causes = 灰名单，过滤器停止工作，或服务器的 DNS 有问题。
    .next = 请等待后再试。
code-smtp-452 = 存储空间不足，或收件人过多
    .meaning = 服务器目前无法接收这么多。
    .causes = 服务器磁盘已满，或收件人数超过它一次接受的数目。
    .next = 请每次发送给较少的收件人，或稍后再发。
code-smtp-454 = TLS 或登录暂时不可用
    .meaning = 在 STARTTLS 之后：服务器现在无法进行 TLS。在 AUTH 之后：服务器现在无法检查登录。在 RCPT 之后：拒绝中继。
    .causes = 服务器的证书或登录服务有故障；或者，如果是“relay access denied”，是没有登录。
    .tell-apart = 如果是“relay access denied”，等待没有用：请登录。
    .next = 请阅读代码后面的文本。如果是 TLS 或登录故障，请告知服务器管理方。
code-smtp-455 = 参数目前不可用
    .meaning = 服务器目前无法接受该命令的参数。
    .next = 请稍后再试，或换一个程序。
code-smtp-500 = 无法识别命令
    .meaning = 服务器不理解该命令。
    .causes = 服务器非常旧，或防火墙改写命令。如果是对 EHLO 的响应，很可能是后者。
    .next = 请查看是否有防火墙在检查 SMTP 内容；尝试 587 或 465。
code-smtp-501 = 参数错误
    .meaning = 服务器没有接受命令后面的内容。
    .causes = EHLO 中的名称被拒绝，地址书写有误，或登录交换出错。
    .next = 请检查邮件地址，以及本机自报的名称。
code-smtp-502 = 命令未实现
    .meaning = 服务器没有该命令。
    .causes = 在不提供登录或 STARTTLS 的端口上使用了它们。
    .next = 请使用端口 587 或 465。
code-smtp-503 = 命令顺序错误
    .meaning = 服务器要求先发送另一个命令。
    .causes = 没有登录，或程序没有按顺序操作。有些服务器用这种方式表示“请先登录”。
    .next = 请为发送邮件服务器（SMTP）启用身份验证（在 Outlook 中勾选“我的发送服务器(SMTP)要求验证”）。
code-smtp-504 = 参数未实现
    .meaning = 服务器没有所要求的选项。
    .causes = 使用了未提供的登录方式，或 EHLO 中的名称不是完整域名。
    .next = 请取消勾选 SPA；给本机设置完整的名称，例如 pc.example.com。
code-smtp-521 = 主机不接收邮件
    .meaning = 该主机不接收任何邮件，或不接收来自这里的邮件。
    .causes = 主机不对，或服务器用这种方式拒收黑名单中的地址。
    .next = 请检查服务器名；在黑名单中查询发送方 IP 地址。
code-smtp-523 = 邮件过大
    .meaning = 邮件超过了收件人接收的大小。
    .next = 请发送较小的邮件，或发送链接。
code-smtp-525 = 账户已禁用
    .meaning = 账户已被禁用。
    .next = 请询问服务商。
code-smtp-526 = 登录被拒绝
    .meaning = 没有 RFC 定义这个代码；据报告，有些服务商用它表示拒绝登录。
    .causes = 密码错误，或者必须先在网页版邮箱中创建客户端专用密码。
    .next = 请在网页版邮箱的安全设置中查找供邮件客户端使用的密码。
code-smtp-530 = 需要登录或加密
    .meaning = 服务器要求先登录，或先 STARTTLS。
    .causes = 账户设置为发信时不登录或不加密。连接本身正常。
    .next = 请为发送邮件服务器（SMTP）启用身份验证（在 Outlook 中勾选“我的发送服务器(SMTP)要求验证”），并设为端口 587 和 STARTTLS，或端口 465 和 SSL/TLS。
code-smtp-534 = 登录方式过弱
    .meaning = 服务器要求更强的登录方式。
    .causes = 常见于启用了两步验证、需要应用专用密码的账户。
    .next = 请在账户设置中创建应用专用密码，或使用 OAuth2。
code-smtp-535 = 登录被拒绝
    .meaning = 服务器没有接受用户名和密码。
    .causes = 密码错误；或者服务商要求使用应用专用密码或授权码，已停用密码登录，或该账户的这项服务未开启。连接本身正常。
    .next = 请用同一密码登录网页版邮箱。如果能登录，请在那里查找应用专用密码和 SMTP 访问的设置。
code-smtp-538 = 此登录方式需要加密
    .meaning = 只有在加密的连接上才允许使用这种登录方式。
    .next = 请设为端口 587 和 STARTTLS，或端口 465 和 SSL/TLS。
code-smtp-550 = 被拒绝
    .meaning = 服务器永久拒绝：邮箱不存在，或有规则禁止。
    .causes = 收件人未知，没有登录（拒绝中继），发送方 IP 地址在黑名单中，或 SPF 或 DMARC 检查失败。
    .tell-apart = 单看这个代码无法区分。文本和增强状态码（例如 5.1.1 或 5.7.1）可以区分。
    .next = 请阅读代码后面的文本，或用 mailcheck explain "550 …" 查询整行。
code-smtp-551 = 用户不在本服务器
    .meaning = 收件人不在该服务器上，而且服务器不转发邮件。
    .causes = 没有登录。
    .next = 请为发送邮件服务器（SMTP）启用身份验证（在 Outlook 中勾选“我的发送服务器(SMTP)要求验证”）。
code-smtp-552 = 超出存储空间
    .meaning = 邮件或邮箱超过了允许的大小。
    .causes = 附件很大，或邮箱已满。
    .next = 请发送较小的邮件；告诉收件人邮箱可能已满。
code-smtp-553 = 地址不被允许
    .meaning = 服务器不允许这个地址。
    .causes = 发件人地址不属于登录的账户，或某个地址书写有误。
    .next = 请检查账户中的邮件地址是否与登录的账户一致。
code-smtp-554 = 事务失败
    .meaning = 服务器永久拒绝。如果它作为问候信息出现，表示不为这个客户端提供服务。
    .causes = 发送方 IP 地址在黑名单中，没有登录（拒绝中继），或邮件被当作垃圾邮件。
    .tell-apart = 作为问候信息出现时：本网络的 IP 地址被拒绝，或该主机不接收邮件。在 RCPT 之后：拒绝中继或黑名单。在邮件内容之后：是邮件内容的原因。
    .next = 请阅读代码后面的文本，或用 mailcheck explain "554 …" 查询整行。从家里或办公室发信，请登录后通过 587 或 465 发送，不要使用 25。
code-smtp-555 = 无法识别参数
    .meaning = 服务器不认识 MAIL 或 RCPT 后面的某个参数。
    .next = 请换一个程序再试。
code-smtp-556 = 域名不接收邮件
    .meaning = 收件人的域名已声明自己不接收邮件。
    .next = 请检查地址。
code-smtp-2xx = 成功
    .meaning = 属于“完成”一类的代码：命令已执行。
code-smtp-3xx = 请继续
    .meaning = 属于“请继续”一类的代码：服务器在等待更多内容。
code-smtp-4xx = 临时拒绝
    .meaning = 属于“稍后再试”一类的代码。代码本身不在任何表中；按第一位数字，它是临时拒绝。
    .next = 请等待后再试。如果仍然如此，请阅读代码后面的文本。
code-smtp-5xx = 永久拒绝
    .meaning = 属于“拒绝”一类的代码。代码本身不在任何表中；按第一位数字，原样重试没有用。
    .next = 请阅读代码后面的文本。

# 增强状态码。

code-enhanced-subject-0 = 未定义的状态
    .meaning = 只有第一位数字有含义：4 是临时，5 是永久。
code-enhanced-subject-1 = 涉及地址
    .meaning = 具体代码不在任何表中；它涉及发件人或收件人的地址。
code-enhanced-subject-2 = 涉及邮箱
    .meaning = 具体代码不在任何表中；它涉及收件人的邮箱。
code-enhanced-subject-3 = 涉及邮件系统
    .meaning = 具体代码不在任何表中；它涉及接收方的邮件系统。
code-enhanced-subject-4 = 涉及网络或路由
    .meaning = 具体代码不在任何表中；它涉及邮件服务器之间的路径。
code-enhanced-subject-5 = 涉及邮件协议
    .meaning = 具体代码不在任何表中；它涉及客户端与服务器的对话。
code-enhanced-subject-6 = 涉及内容
    .meaning = 它涉及邮件的内容或字符集，与连接无关。
code-enhanced-subject-7 = 涉及安全或策略
    .meaning = 具体代码不在任何表中；它涉及安全或服务器的策略。
    .next = 请阅读代码后面的文本；服务商会在这里加入自己的细节。
code-enhanced-0-0 = 其他状态
    .meaning = 只有第一位数字有含义：4 是临时，5 是永久。
code-enhanced-1-0 = 其他地址状态
    .meaning = 某个地址有问题。
code-enhanced-1-1 = 邮箱不存在
    .meaning = 对方不认识地址中 @ 之前的部分。
    .next = 请检查收件人的地址。
code-enhanced-1-2 = 域名不存在
    .meaning = 地址中 @ 之后的部分不对，或不接收邮件。
    .next = 请检查收件人的地址。
code-enhanced-1-3 = 地址书写有误
    .meaning = 收件人的地址不是有效的地址。
    .next = 请检查收件人的地址。
code-enhanced-1-4 = 地址有歧义
    .meaning = 该地址与多个收件人相符。
    .next = 请使用完整的地址。
code-enhanced-1-5 = 地址有效
    .meaning = 该地址有效。
code-enhanced-1-6 = 邮箱已迁移
    .meaning = 邮箱已迁移，没有转发地址。
    .next = 请向收件人询问新地址。
code-enhanced-1-7 = 发件人地址书写有误
    .meaning = 发件人的地址不是有效的地址。
    .next = 请检查账户中的邮件地址。
code-enhanced-1-8 = 发件人域名有问题
    .meaning = 发件人的域名不存在，或不接收邮件。Exchange Online 也用 5.1.8 表示发件人账户因垃圾邮件被封锁。
    .next = 请检查账户中的邮件地址；如果是 Exchange Online，请询问管理员。
code-enhanced-1-9 = 已转交给不使用状态码的系统
    .meaning = 邮件已转到一个不报告此类代码的邮件系统。
code-enhanced-1-10 = 收件人域名不接收邮件
    .meaning = 该域名有空 MX 记录（null MX）：它根本不接收邮件。
    .next = 请检查收件人的地址。
code-enhanced-2-0 = 其他邮箱状态
    .meaning = 邮箱有问题。
code-enhanced-2-1 = 邮箱已停用
    .meaning = 邮箱存在，但不接收邮件。
    .next = 请用其他方式询问收件人。
code-enhanced-2-2 = 邮箱已满
    .meaning = 邮箱没有剩余空间。
    .next = 请用其他方式告知收件人。
code-enhanced-2-3 = 邮件对该邮箱过大
    .meaning = 邮件超过了该邮箱接收的大小。
    .next = 请发送较小的邮件，或发送链接。
code-enhanced-2-4 = 邮件列表有问题
    .meaning = 无法展开该邮件列表。
    .next = 请询问该列表的所有者。
code-enhanced-3-0 = 其他邮件系统状态
    .meaning = 接收方的邮件系统有问题。
code-enhanced-3-1 = 邮件系统已满
    .meaning = 接收方的系统没有剩余空间。
    .next = 请稍后再试。
code-enhanced-3-2 = 目前不接收邮件
    .meaning = 接收方的系统目前不接收邮件。
    .causes = 过载、维护，或对这个客户端的限制。
    .next = 请稍后再试。
code-enhanced-3-3 = 缺少功能
    .meaning = 接收方的系统缺少这封邮件所需的功能。
code-enhanced-3-4 = 邮件对该系统过大
    .meaning = 邮件超过了接收方系统接收的大小。
    .next = 请发送较小的邮件，或发送链接。
code-enhanced-3-5 = 系统设置错误
    .meaning = 接收方的系统没有设置为接收这封邮件。
    .next = 请告知服务器管理方。
code-enhanced-3-6 = 优先级已更改
    .meaning = 邮件的优先级已被更改。
code-enhanced-4-0 = 其他网络状态
    .meaning = 在邮件服务器之间的路径上出了问题。
code-enhanced-4-1 = 下一台主机没有应答
    .meaning = 发送服务器没有收到下一台服务器的应答。
    .causes = 最常见的是发送服务器的服务商封锁了出站 25 端口。其次是收件人的邮件服务器停止工作，或途中的防火墙丢弃了数据包。
    .tell-apart = 发往所有域名的邮件都在等待：是发送方自己的 25 端口被封锁。只有一个域名在等待：是该域名的服务器。
    .next = 请在发送服务器上用收件人的域名运行 mailcheck。如果 25 端口被封锁，请让服务商开放，或通过 587 端口的中继发送。
code-enhanced-4-2 = 连接中断
    .meaning = 连接已经建立，然后失败或停顿太久。
    .causes = 在退信中：两台服务器之间失去联系。如果是对邮件客户端说的：客户端太久没有发送内容。
    .next = 请再试一次；用 mailcheck 检查该服务器。
code-enhanced-4-3 = 目录查询失败
    .meaning = 服务器无法查询到某项信息，多半是在 DNS 中。
    .next = 请稍后再试；用 mailcheck 检查该域名。
code-enhanced-4-4 = 无法路由
    .meaning = 服务器不知道该把邮件送到哪里。
    .causes = 收件人的域名在 DNS 中没有可用的邮件服务器。
    .next = 请用 mailcheck 检查收件人的域名。
code-enhanced-4-5 = 邮件系统拥塞
    .meaning = 邮件系统太忙。
    .next = 请稍后再试。
code-enhanced-4-6 = 邮件循环
    .meaning = 邮件在绕圈。
    .causes = 互相指向对方的转发规则。
    .next = 请询问收件人的管理员。
code-enhanced-4-7 = 投递超时
    .meaning = 邮件无法在允许的时间内送达。
    .next = 请在退信中查找更早的错误：它们说明了原因。
code-enhanced-exchange-refused = Exchange Online：到下一台主机的连接失败
    .meaning = Exchange Online 无法建立到收件人邮件服务器的连接。
    .causes = 该服务器在端口 25 上拒绝或没有答复；文本中的套接字错误说明是哪一种。
    .next = 请用 mailcheck 检查收件人的域名。
code-enhanced-5-0 = 其他协议状态
    .meaning = 客户端与服务器的对话出了问题。
code-enhanced-5-1 = 命令无效
    .meaning = 命令未知，或出现的时机不对。
    .causes = 在不提供登录或 STARTTLS 的地方使用了它们，或程序没有按次序发言。
    .next = 请检查端口和加密方式。
code-enhanced-5-2 = 语法错误
    .meaning = 服务器无法读懂该命令。
    .causes = 常常是 EHLO 中的名称被拒绝。
    .next = 请给本机设置完整的名称，例如 pc.example.com。
code-enhanced-5-3 = 收件人过多
    .meaning = 邮件的收件人数超过服务器接受的数目。
    .next = 请每次发送给较少的收件人。
code-enhanced-5-4 = 参数无效
    .meaning = 该命令的参数无效。
code-enhanced-5-5 = 协议版本不对
    .meaning = 双方使用的协议版本不同。
code-enhanced-5-6 = 登录行过长
    .meaning = 登录交换超过了服务器接受的长度。
    .next = 请使用另一种登录方式。
code-enhanced-7-0 = 其他安全状态
    .meaning = 涉及安全；文本说明了具体内容。
    .causes = 常常是没有登录或没有加密，或对这个客户端的限制。
    .next = 请阅读代码后面的文本。
code-enhanced-7-1 = 未获授权
    .meaning = 服务器的策略不允许。
    .causes = 未登录就要求中继，发送方 IP 地址在黑名单中，或有针对发件人或内容的规则。
    .next = 请阅读代码后面的文本：它可以区分这些情况。
code-enhanced-7-2 = 禁止展开邮件列表
    .meaning = 发件人无权向该邮件列表发信。
    .next = 请询问该列表的所有者。
code-enhanced-7-3 = 无法进行安全转换
    .meaning = 按 IANA 登记表的定义，是安全系统之间的转换失败。Exchange 也用 5.7.3 表示拒绝登录。
    .next = 如果是 Exchange，请先检查密码，再检查该邮箱是否允许 SMTP 登录。
code-enhanced-7-4 = 不支持该安全功能
    .meaning = 邮件需要服务器所缺少的安全功能。
    .next = 请不使用该功能发送邮件。如果这是对登录的答复，请使用另一种登录方式。
code-enhanced-7-5 = 加密或签名处理失败
    .meaning = 无法检查签名或加密。
code-enhanced-7-6 = 不支持该算法
    .meaning = 服务器没有该密码算法。
code-enhanced-7-7 = 邮件完整性校验失败
    .meaning = 邮件在途中被改动。
code-enhanced-7-8 = 凭据无效
    .meaning = 服务器没有接受用户名和密码。
    .causes = 密码错误，或需要应用专用密码。连接本身正常。
    .next = 请用同一密码登录网页版邮箱，并在那里查找应用专用密码的设置。
code-enhanced-7-9 = 登录方式过弱
    .meaning = 服务器要求更强的登录方式。
    .causes = 常见于启用了两步验证、需要应用专用密码的账户。
    .next = 请创建应用专用密码，或使用 OAuth2。
code-enhanced-7-10 = 需要加密
    .meaning = 服务器要求加密的连接。
    .next = 请设为端口 587 和 STARTTLS，或端口 465 和 SSL/TLS。
code-enhanced-7-11 = 此登录方式需要加密
    .meaning = 只有在加密的连接上才允许使用这种登录方式。
    .next = 请设为端口 587 和 STARTTLS，或端口 465 和 SSL/TLS。
code-enhanced-7-12 = 必须重新设置密码
    .meaning = 账户必须有新密码，才能使用这种登录方式。
    .next = 请登录网页版邮箱，或更改密码。
code-enhanced-7-13 = 账户已禁用
    .meaning = 账户已被禁用。
    .next = 请询问服务商。
code-enhanced-7-14 = 需要信任关系
    .meaning = 服务器要求两个系统之间先有约定。据报告，Gmail 也用它表示登录必须在网页浏览器中确认。
    .next = 请阅读代码后面的文本。
code-enhanced-7-15 = 优先级过低
    .meaning = 服务器目前只接收优先级更高的邮件。
    .tell-apart = 有些列表把它称为“凭据无效”。IANA 登记表并非如此。
    .next = 请稍后再试。
code-enhanced-7-16 = 邮件对其优先级过大
    .meaning = 以邮件所具有的优先级而言，它过大。
    .next = 请发送较小的邮件。
code-enhanced-7-17 = 邮箱已更换所有者
    .meaning = 自发件人指定的日期以来，该邮箱或域名换过所有者。
    .next = 请向收件人询问当前的地址。
code-enhanced-7-20 = DKIM 签名未被接受
    .meaning = 邮件没有服务器接受的 DKIM 签名。
    .next = 需要由发件域名的管理员检查 DKIM。
code-enhanced-7-23 = SPF 检查失败
    .meaning = 发送方 IP 地址无权为该域名发送邮件。
    .next = 需要由发件域名的管理员把发送服务器加入 SPF。
code-enhanced-7-24 = SPF 检查出错
    .meaning = 无法读取发件域名的 SPF 记录。
    .next = 需要由发件域名的管理员修复该记录。
code-enhanced-7-25 = 反向 DNS 检查失败
    .meaning = 发送方 IP 地址在 DNS 中没有名称，或该名称没有指回这个地址。
    .next = 需要由发送方 IP 地址的提供商设置 PTR 记录。
code-enhanced-7-26 = 多项发件人检查失败
    .meaning = 邮件既没有按服务器的要求通过 SPF，也没有通过 DKIM。
    .next = 需要由发件域名的管理员设置 SPF、DKIM 和 DMARC。
code-enhanced-7-27 = 发件人域名不接收邮件
    .meaning = 发件人的域名有空 MX 记录（null MX），因此无人能够回信。
    .next = 请使用能接收邮件的发件人地址。
code-enhanced-7-28 = 短时间内邮件过多
    .meaning = 服务器发现来自该发件人的邮件过多。
    .next = 请放慢发送；查看是否有电脑在发送垃圾邮件。
code-enhanced-7-29 = ARC 检查失败
    .meaning = 转发服务器加在邮件上的封签已损坏。
    .next = 需要由转发服务器的管理员检查 ARC。
code-enhanced-7-30 = 需要 REQUIRETLS，或密码登录被拒绝
    .meaning = 按 IANA 登记表的定义，邮件全程需要 TLS。Exchange Online 用同一个数字表示用普通密码登录。
    .tell-apart = 如果文本中有“basic authentication”，就是登录的问题。
    .next = 如果是 Exchange Online，请使用支持 OAuth2 的程序。
code-enhanced-exchange-relay = Exchange：拒绝中继
    .meaning = 服务器不转发这封邮件。
    .causes = 没有登录，或连接器不认识发送服务器。
    .next = 需要由管理员检查连接器；邮件客户端必须登录。
code-enhanced-exchange-not-authenticated = Exchange：没有登录
    .meaning = 程序没有登录就试图发信。
    .next = 请为发送邮件服务器（SMTP）启用身份验证（在 Outlook 中勾选“我的发送服务器(SMTP)要求验证”）。
code-enhanced-exchange-send-as = Exchange：不允许以该发件人的名义发送
    .meaning = 发件人地址不属于登录的账户。
    .next = 请使用登录账户的地址，或请管理员授予以另一发件人名义发送的权限。
code-enhanced-exchange-password-login = Exchange Online：密码登录被拒绝
    .meaning = 登录被拒绝，多半是因为密码登录或 SMTP 登录已停用。
    .causes = 文本说明是哪一种：基本身份验证已停用，或该组织或邮箱的 SMTP 登录已停用。
    .next = 请使用支持 OAuth2 的程序，或向管理员询问 SMTP 登录。
code-enhanced-exchange-bad-helo = Exchange Online：EHLO 中的名称有问题
    .meaning = 客户端自报的名称不是它自己的。
    .next = 请设置发送服务器自报的名称。
code-enhanced-exchange-banned = Exchange Online：发送方 IP 地址被封禁
    .meaning = Exchange Online 不接收来自这个地址或组织的邮件。
    .causes = 发现该地址发出过垃圾邮件，或者是受到限制的新组织。
    .next = 需要由发送方 IP 地址的管理员在 Microsoft 的表单中申请移除。
code-enhanced-exchange-throttled = Exchange Online：发送方 IP 地址被限制
    .meaning = Exchange Online 只缓慢接收，或暂时不接收来自这个地址的邮件。
    .causes = 邮件数量异常，或信誉不佳。
    .next = 请等待；查看使用该地址的网络中是否有电脑在发送垃圾邮件。

# 响应文本的含义。

code-text-block-list-query-refused = 服务器自己的黑名单查询被拒绝
    .meaning = 黑名单不答复邮件服务器所用的 DNS 服务器，而服务器把这当成了已列入黑名单。
    .causes = 邮件服务器使用了公共 DNS 服务器。发送方 IP 地址并没有被列入。
    .next = 请告知接收方服务器的管理方：它需要使用自己的 DNS 服务器。
code-text-authorisation-code-needed = 需要授权码，而不是密码
    .meaning = 服务商要求使用网页版邮箱为邮件客户端生成的授权码。
    .causes = 使用了账户密码，或者 POP3、IMAP 和 SMTP 未开启。
    .next = 请登录网页版邮箱，开启该服务，生成授权码，并把它当作密码使用。
code-text-app-password-needed = 需要应用专用密码
    .meaning = 该账户要求使用专为这一个程序创建的密码。
    .causes = 启用了两步验证，而使用的是普通密码。
    .next = 请在账户的安全设置中创建应用专用密码，或使用支持 OAuth2 的程序。
code-text-smtp-login-disabled = SMTP 登录已停用
    .meaning = 该组织或该邮箱的登录发信功能已停用。
    .causes = 管理员的设置。密码和连接可能都正确。
    .next = 需要由管理员为该邮箱（Set-CASMailbox）或该组织（Set-TransportConfig）允许 SMTP AUTH。
code-text-basic-auth-disabled = 密码登录已停用
    .meaning = 服务商不再接受邮件客户端使用普通密码。
    .causes = 服务商的策略，与密码是什么无关。
    .next = 请使用支持新式身份验证（OAuth2）的程序。
code-text-browser-login-needed = 需要用网页浏览器登录
    .meaning = 服务商要求账户持有人先在网页浏览器中登录。
    .causes = 地点或设备是新的，看起来可疑；或者有使用条款需要同意。
    .next = 请登录一次网页版邮箱并确认，然后再试。
code-text-unsafe-login = 服务商要求知道使用的程序
    .meaning = 登录已被接受，但邮箱没有打开，因为程序没有说明自己是什么。
    .causes = 程序没有发送 IMAP ID 命令。密码和连接都正确。
    .next = 请使用会发送 ID 的程序，或更新该程序。
code-text-authenticated-not-connected = 登录已被接受，邮箱未打开
    .meaning = 服务器接受了登录，但无法打开邮箱。
    .causes = 常常是邮箱不存在，或该邮箱的 IMAP 已停用。
    .next = 请向管理员询问该邮箱的情况。
code-text-service-switched-off = 该账户的服务未开启
    .meaning = 该账户没有开启 POP3、IMAP 或 SMTP。
    .causes = 很多服务商默认不开启，需要在网页版邮箱中开启。
    .next = 请在网页版邮箱的设置中开启。
code-text-block-list = 发送方 IP 地址在黑名单中
    .meaning = 服务器拒绝，因为有黑名单列出了本网络的 IP 地址。
    .causes = 发现该地址发出过垃圾邮件，或者它是普通的家庭或移动网络地址，不应自己向端口 25 发信。
    .next = 用邮件客户端发信时，请登录后通过自己服务商的端口 587 或 465 发送。如果是邮件服务器，请在该黑名单中查询这个地址，并申请移除。
code-text-dynamic-address = 发送方 IP 地址的类型不合适
    .meaning = 服务器不接收来自家庭、拨号或移动网络地址的邮件。
    .causes = 邮件被直接发往收件人服务器的端口 25。
    .next = 请登录后通过自己服务商的 587 或 465 发送。
code-text-domain-reputation = 某个域名不受信任或在黑名单上
    .meaning = 服务器拒绝的原因是域名，而不是此网络的地址：发件人的域名、发送服务器的名称或邮件中出现的域名在域名黑名单上，或者信誉不佳。
    .causes = 发现该域名发出过垃圾邮件或钓鱼邮件，域名刚注册，其网站被入侵，或者邮件中含有指向黑名单域名的链接。
    .next = 由域名的所有者在答复所指的黑名单（Spamhaus DBL、SURBL 和 URIBL 的网站都有查询页面）中查询，消除原因后申请移除。去掉链接再发一次，可以看出是否由链接引起。
code-text-reputation = 发送方 IP 地址的信誉不佳
    .meaning = 服务器不信任邮件来源的地址。
    .causes = 发现那里发出过垃圾邮件，一次发送的邮件过多，或者是新的地址。
    .next = 需要由发送服务器的管理员查找垃圾邮件，并检查 SPF、DKIM 和反向 DNS。
code-text-ehlo-name-refused = EHLO 中的名称被拒绝
    .meaning = 服务器不接受客户端自报的名称。
    .causes = 名称中没有点，名称不存在，或用了服务器自己的名称。
    .next = 请给发送方的机器设置一个在 DNS 中存在的完整名称。
code-text-reverse-dns-missing = 缺少反向 DNS
    .meaning = 发送方 IP 地址在 DNS 中没有名称，或该名称没有指回这个地址。
    .causes = 该地址的提供商没有设置 PTR 记录。
    .next = 如果是邮件服务器，请让提供商设置 PTR 记录。如果是邮件客户端，请使用 587 或 465。
code-text-relay-denied = 拒绝中继
    .meaning = 服务器不为这个客户端向其他域名转发邮件。
    .causes = 客户端没有登录，或对这个发件人来说服务器不对。
    .tell-apart = 等待没有用，即使代码以 4 开头。
    .next = 请为发送邮件服务器（SMTP）启用身份验证（在 Outlook 中勾选“我的发送服务器(SMTP)要求验证”），使用端口 587 或 465。
code-text-too-many-connections = 连接过多
    .meaning = 来自这里的连接，或该账户的连接，已达到服务器允许的上限。
    .causes = 多台设备或多个程序使用同一账户或同一地址，或者有会话尚未结束。
    .next = 请关闭其他程序，等待几分钟。
code-text-rate-limited = 短时间内过于频繁
    .meaning = 服务器对这个客户端进行限制。
    .causes = 短时间内登录、错误或邮件过多。
    .next = 请等待；查找是否有程序在用错误的密码不断尝试。
code-text-starttls-required = 要求先加密
    .meaning = 连接加密之后，服务器才会继续。
    .causes = 账户设置为不加密。
    .next = 请设为 STARTTLS（587、143、110）或 SSL/TLS（465、993、995）。
code-text-tls-unavailable = 服务器的 TLS 有故障
    .meaning = 服务器提供 TLS，但目前无法进行。
    .causes = 证书或密钥无法读取，或服务器过载。
    .next = 请告知服务器管理方；在此期间尝试隐式 TLS 端口（465、993、995）。
code-text-sender-not-owned = 发件人地址不属于登录的账户
    .meaning = 服务器只允许这个登录账户以自己的地址发信；邮件推送服务只允许使用已通过验证的地址。
    .causes = 账户中的邮件地址与登录名不同；或者在邮件推送服务中，该地址或域名尚未验证，或账户仍处于试用状态。
    .next = 请让邮件地址与登录名一致，或申请允许使用另一个地址并完成验证。
code-text-authentication-required = 需要登录
    .meaning = 服务器要求先登录，才接收邮件。
    .causes = 账户设置为发信时不登录。
    .next = 请为发送邮件服务器（SMTP）启用身份验证（在 Outlook 中勾选“我的发送服务器(SMTP)要求验证”）。
code-text-authentication-not-offered = 这里不提供登录
    .meaning = 服务器在这个连接上不提供登录，或不提供这种登录方式。
    .causes = 使用了端口 25，没有 STARTTLS，或勾选了 SPA。
    .next = 请使用端口 587 和 STARTTLS，或端口 465 和 SSL/TLS，并取消勾选 SPA。
code-text-greylisted = 灰名单
    .meaning = 服务器让未知的发送方等待一次。
    .causes = 防范垃圾邮件的正常措施。
    .next = 无需处理：邮件服务器会在几分钟后自动重试。邮件客户端应使用 587 或 465。
code-text-dmarc-failed = 发件人检查失败（DMARC）
    .meaning = 邮件无法证明它来自所声称的域名。
    .causes = 通过 SPF 中没有列出的服务器发送，或没有 DKIM 签名。
    .next = 请通过该域名自己的服务商发送；需要由管理员检查 SPF、DKIM 和 DMARC。
code-text-spf-failed = SPF 检查失败
    .meaning = 发送方 IP 地址无权为该域名发送邮件，或该域名的 SPF 记录有错误。
    .causes = 通过该域名没有列出的其他服务器发送。
    .next = 请通过该域名自己的服务商发送；需要由管理员检查 SPF 记录。
code-text-dkim-failed = DKIM 检查失败
    .meaning = 邮件的签名缺失或不相符。
    .causes = 发送服务器没有签名，或邮件被改动。
    .next = 需要由发件域名的管理员检查 DKIM。
code-text-mailbox-full = 邮箱已满
    .meaning = 邮箱没有剩余空间。
    .next = 请用其他方式告知收件人；如果是自己的邮箱，请删除或移走邮件。
code-text-mailbox-unknown = 收件人未知
    .meaning = 服务器不认识该收件人。
    .causes = 地址输入错误，或地址已停用。
    .next = 请检查收件人的地址。
code-text-recipient-unchecked = 暂时无法核实收件人
    .meaning = 服务器在接收邮件之前先向收件人自己的服务器查询地址是否存在，目前还没有得到答复。地址可能是正确的。
    .causes = 核实仍在进行（对服务器来说是新地址时都会这样），或者收件人自己的服务器目前无法连接。
    .next = 请等几分钟后再发送；邮件服务器会自动重试。如果持续数小时，请用其他方式告知收件人其服务器无法连接。
code-text-message-too-large = 邮件过大
    .meaning = 邮件超过了服务器接收的大小。
    .causes = 附件很大；它在传送时会增大三分之一。
    .next = 请发送较小的邮件，或发送链接。
code-text-sender-domain-unknown = 找不到发件人域名
    .meaning = 服务器在 DNS 中找不到发件人的域名。
    .causes = 发件人地址输入错误，域名已过期，或 DNS 有问题。
    .next = 请检查账户中的邮件地址；用 mailcheck 检查该域名。
code-text-mailbox-locked = 邮箱正被另一个会话使用
    .meaning = 另一个会话占用着邮箱。
    .causes = 第二台设备或程序，或者有会话中途断开而尚未结束。密码和连接都正确。
    .next = 请关闭另一个程序，或等待约十分钟。
code-text-login-temporarily-unavailable = 暂时无法检查登录
    .meaning = 服务器目前无法检查登录。
    .causes = 登录服务停止工作。不是密码的问题。
    .next = 请等待后再试。
code-text-account-disabled = 账户已被暂停
    .meaning = 账户已被暂停、锁定或禁用，或者密码已过期。
    .causes = 发现该账户发出过垃圾邮件，欠费，或单位的规定。
    .next = 请询问服务商。
code-text-credentials-refused = 用户名或密码被拒绝
    .meaning = 服务器没有接受登录。
    .causes = 用户名或密码错误；或者服务商要求使用应用专用密码、授权码或 OAuth2。
    .next = 请用同一密码登录网页版邮箱。如果能登录，请在那里查找应用专用密码，以及 POP3、IMAP 和 SMTP 访问的设置。
code-text-no-mail-service = 主机不接收邮件
    .meaning = 该主机声明自己不接收邮件。
    .causes = 主机名不对，或域名不用于邮件。
    .next = 请检查服务器名或收件人的域名。
code-text-content-refused = 邮件内容被拒绝
    .meaning = 服务器把邮件当作垃圾邮件或有害邮件。
    .causes = 文字、链接或附件。
    .next = 请去掉链接和附件再发送，看看是哪一项的原因。
code-text-protocol-violation = 客户端违反了规则
    .meaning = 服务器结束了对话，因为客户端没有遵守次序。
    .causes = 客户端抢先发言，向明文端口发送了 TLS，或有设备改动了对话。
    .next = 请检查加密方式和端口；换一个程序再试。
code-text-idle-timeout = 太久没有发送内容
    .meaning = 服务器结束了会话，因为没有收到客户端的任何内容。
    .causes = 程序空闲，或客户端发出的数据包丢失。
    .next = 请重新连接。如果在发送时发生，请用 mailcheck 检查：可能是大数据包丢失。
code-text-shutting-down = 服务器正在关机
    .meaning = 服务器正在停止或维护。
    .causes = 维护。
    .next = 请稍后再试。
code-text-client-refused = 这个客户端被拒绝
    .meaning = 服务器按规则拒绝这个客户端。
    .causes = 访问控制列表，或地址被屏蔽。
    .next = 请询问服务器管理方，并提供完整的响应和本网络的 IP 地址。
code-text-login-causes-listed = 登录被拒绝：QQ 邮箱列出了五种原因
    .meaning = 服务商拒绝登录，并列出它所知道的全部原因，没有说明是哪一种。
    .causes = 按可能性排列：网页版邮箱中没有开启 SMTP、IMAP 或 POP3；使用了账户密码而不是授权码；授权码错误或已失效；短时间内登录过于频繁；账户受到限制；或该地址属于另一家服务商。
    .next = 请在 QQ 邮箱网页版的“设置 → 账户”中开启 POP3/IMAP/SMTP 服务并生成授权码，用授权码作为密码；然后等待几分钟再登录。
code-text-login-policy = 登录被单位的规定禁止
    .meaning = 单位的规定不允许这次登录，与密码无关。
    .causes = Microsoft 365 的“安全默认值”或条件访问，或其他服务商的类似规定。
    .next = 请询问单位的管理员：登录日志中写有具体规定。
code-text-token-refused = OAuth2 令牌被拒绝
    .meaning = 服务器没有接受程序提供的 OAuth2 令牌。
    .causes = 令牌已过期，是为另一项服务或另一个租户签发的，或缺少 IMAP、POP、SMTP 的权限。没有尝试过密码。
    .next = 请在程序中重新登录该账户。如果是脚本，请检查令牌的权限范围（scope）、租户和用户名。
code-text-refused-either-way = 登录被拒绝（密码或令牌）
    .meaning = 服务器拒绝了登录，没有说明原因。无论程序提供的是密码还是 OAuth2 令牌，Exchange 和 Microsoft 365 都这样回应。
    .causes = 使用密码时：密码错误，或者该组织已不再接受密码（Microsoft 365 的 IMAP 和 POP3 就是如此）。使用 OAuth2 时：令牌已过期，是为另一项服务或另一个租户签发的，或缺少权限。
    .next = 请查看程序对该账户使用的是哪一种。如果是 OAuth2，请在程序中重新登录该账户；如果是 Microsoft 365 或 Outlook.com 的密码登录，请把账户改为 OAuth2（新式验证）。
code-text-credentials-or-service = 登录被拒绝，或者服务没有开启
    .meaning = 服务器拒绝登录，没有说明是密码错误，还是该账户没有开启 IMAP、POP3 或 SMTP。
    .causes = 网页版邮箱中从未开启该服务；需要应用专用密码；或密码错误。
    .next = 请在网页版邮箱的设置中开启该服务，如有应用专用密码就生成一个，几分钟后再试。
code-text-source-not-registered = IP 地址没有在这个中继服务中登记
    .meaning = 该中继只为登记过的 IP 地址服务，而本网络的 IP 地址不在其中。
    .causes = 公网 IP 地址是新的或已改变；常见的是只登记了 IPv4 地址，连接却用了 IPv6。这不是密码问题。
    .next = 请在中继服务中登记本机的公网 IP 地址（Google：管理控制台的 Gmail 路由中的 SMTP 中继），或改用登录方式发送。
code-text-too-many-failed-logins = 登录失败次数过多，暂时被限制
    .meaning = 由于登录失败过于频繁，服务器暂时限制这个 IP 地址或账户（频率限制）。这与连接数无关。
    .causes = 某个程序或设备一直用旧密码尝试；或同一 IP 地址后面的其他人。
    .next = 请更正所有程序和设备中保存的密码，然后等待几分钟到一小时，有的服务商需要一天。
code-text-sender-blocked = 发送账户或单位被禁止发信
    .meaning = 发件人的服务商禁止这个账户或单位发信。与本网络的 IP 地址无关。
    .causes = 账户发出过垃圾邮件，可能是密码被盗；或新的单位发信超出限额。
    .next = 请发件单位的管理员查明原因，更改密码，并解除限制（Microsoft 365：security.microsoft.com 的“受限实体”）。
code-text-forwarding-forbidden = 不允许自动转发到外部
    .meaning = 发件单位不允许把邮件自动转发到其他域名。
    .causes = 收件箱规则或转发地址违反了单位的外发规定。
    .next = 可由发件单位的管理员允许（出站垃圾邮件策略中的自动转发），或删除该转发规则。
code-text-sending-limit = 发件人的发送限额已用完
    .meaning = 发件人已达到服务商允许的每日（或已付费的）发送量。收件人的邮箱并没有满。
    .causes = 群发邮件、脚本，或密码被盗。
    .next = 请等到第二天，减少发送量，或使用专门的群发服务。如果不是您发的，请更改密码。
code-text-recipient-busy = 收件人短时间内收到的邮件过多
    .meaning = 收件人的服务商暂缓投递，因为这个邮箱在短时间内收到的邮件过多。
    .causes = 大量邮件发往同一个邮箱。邮箱存在，也没有被停用。
    .next = 无需处理：邮件服务器会自动重试。请减少发往该地址的邮件。
code-text-recipient-suppressed = 发信服务不再向该收件人发信
    .meaning = 发信服务有一份不再投递的收件人名单，该收件人在名单中。收件人自己的服务器没有被询问。
    .causes = 以前发往该地址的邮件被退回、收件人投诉或退订，或者有人把该地址加入了名单。
    .next = 请检查该地址。如果地址无误，请在发信服务的设置中将其移出名单（无效地址、黑名单、抑制列表）。
code-text-exchange-front-end = Exchange 无法连接到自己的邮箱服务器
    .meaning = Exchange 的前端已应答，但无法连接到后面的服务器。与登录无关。
    .causes = Exchange 内部问题：服务停止，网卡的 DNS 服务器设置错误，或接收连接器错误。在 Exchange Online 上：会自行恢复的故障，或主机名错误。
    .next = 请稍后再试。如果是自己的 Exchange 服务器，请检查其 DNS 设置和传输服务。
code-text-mailbox-rights = 没有访问该邮箱或文件夹的权限
    .meaning = 登录有效，但没有权限访问所请求的邮箱或文件夹。
    .causes = 缺少共享文件夹的权限，或服务器上邮件文件的权限错误。
    .next = 请邮件服务器的管理员授予该文件夹的权限。
code-text-recipient-domain-unknown = 找不到收件人域名的邮件服务器
    .meaning = 服务器找不到收件人域名的邮件服务器。
    .causes = @ 后面的域名输入错误，域名已失效，或发送服务器的 DNS 有问题。
    .next = 请检查收件人地址中 @ 后面的部分；用 mailcheck 检查该域名。
code-text-too-many-recipients = 收件人过多
    .meaning = 邮件的收件人数量超过了服务器一次接受的数量。
    .causes = 群发邮件，或服务商的限制。
    .next = 请减少每次的收件人数量。
code-text-sender-refused = 发件人地址被拒绝
    .meaning = 服务器不接受邮件的发件人地址。
    .causes = 地址不存在或无法核实，域名没有邮件服务，或服务器的规则。
    .next = 请检查账户中的邮件地址。如果正确，请把完整的响应交给服务器管理方询问。
code-text-server-trouble = 服务器内部有故障
    .meaning = 服务器已应答，但其内部的某个部分目前不工作。
    .causes = 过载，磁盘已满，或邮件服务器所依赖的过滤器、数据库、DNS 服务器有问题。
    .next = 请稍后再试。如果一直如此，请把完整的响应告知服务器管理方。

code-text-masked-by-firewall = 防火墙改动了对话
    .meaning = 服务器响应的一部分被覆盖，带有“SMTP 内容检查”功能的防火墙会这样做。
    .causes = 途中的防火墙（最有名的是 Cisco PIX 和 ASA 的 fixup 或 MailGuard）隐藏了问候信息、STARTTLS 或登录。
    .next = 请关闭防火墙的 SMTP 内容检查，或使用端口 465。

code-text-cut-off-in-front = 服务器前面的程序没有转交连接
    .meaning = 这是邮件服务器前面的程序说的：本机或服务商一侧的邮件扫描程序或代理接受了连接，却没有转给邮件服务器。
    .causes = 本机杀毒软件的邮件扫描（Avast 和 AVG 会这样答复）或代理无法连上服务器，或者达到了它自己的限制。
    .next = 请暂时关闭邮件扫描试一试，或检查防火墙是否允许扫描程序连接。

# POP3 响应和响应代码。

code-pop3-ok = 完成
    .meaning = POP3 服务器执行了请求。
code-pop3-err = 被拒绝，没有程序可以读懂的原因
    .meaning = POP3 服务器拒绝；只有它的文本说明原因。
    .causes = 在密码之后：多半是登录被拒绝。在用户名之后：用户名错误，或没有加密。在 STLS 之后：没有 TLS。
    .next = 请阅读文本。请在网页版邮箱的设置中查看 POP3 是否已开启。

code-pop3-login-delay = 再次登录过早
    .meaning = 服务器要求两次登录之间间隔更长的时间。
    .causes = 程序接收邮件过于频繁。密码和连接可能都正确。
    .next = 请降低程序接收邮件的频率。
code-pop3-in-use = 邮箱正在使用中
    .meaning = 另一个会话占用着邮箱，或会话过多。
    .causes = 第二台设备或程序，或者有会话中途断开。密码正确。
    .next = 请关闭另一个程序，或等待约十分钟。
code-pop3-sys-temp = 服务器暂时有问题
    .meaning = 服务器有故障，可能会自行恢复。
    .causes = 服务器的某个部分停止工作。不是密码的问题。
    .next = 请等待后再试。
code-pop3-sys-perm = 服务器有问题，需要其管理方处理
    .meaning = 服务器有故障，不会自行恢复。
    .causes = 邮箱损坏或不存在，或该账户的 POP3 已停用。不是密码的问题。
    .next = 请阅读文本；告知服务器管理方。
code-pop3-auth = 登录被拒绝
    .meaning = 服务器拒绝了登录。
    .causes = 密码错误，需要应用专用密码，或账户被锁定。连接本身正常。
    .next = 请用同一密码登录网页版邮箱，并在那里查找应用专用密码和 POP3 访问的设置。

# IMAP 响应和响应代码。

code-imap-ok = 完成
    .meaning = IMAP 服务器执行了请求，或在发送问候信息。
code-imap-no = 被拒绝
    .meaning = IMAP 服务器拒绝；文本说明原因。
    .causes = 在登录之后：多半是密码错误，需要应用专用密码或 OAuth2，或者 IMAP 未开启。
    .next = 请阅读文本。请用同一密码登录网页版邮箱，并在那里查找应用专用密码和 IMAP 访问的设置。
code-imap-bad = 命令未被接受
    .meaning = IMAP 服务器不理解该命令，或现在不允许使用它。
    .causes = 在未加密的连接上登录，或加密方式与端口不相符。
    .next = 请使用端口 993 和 SSL/TLS，或端口 143 和 STARTTLS。

code-imap-unavailable = 服务器的某个部分停止工作
    .meaning = 服务器现在无法完成，因为它后面的某个部分不可用。
    .causes = 服务器的故障。不是密码的问题。
    .next = 请等待后再试。
code-imap-authentication-failed = 登录被拒绝
    .meaning = 服务器没有接受用户名或密码。
    .causes = 密码错误，需要应用专用密码或 OAuth2，或者 IMAP 未开启。连接本身正常。
    .next = 请用同一密码登录网页版邮箱，并在那里查找应用专用密码和 IMAP 访问的设置。
code-imap-authorization-failed = 无权代表该用户操作
    .meaning = 登录正确，但无权使用所要求的邮箱。
    .causes = 没有权限的共享邮箱。
    .next = 请向管理员申请权限。
code-imap-expired = 密码已过期
    .meaning = 密码或访问令牌已过期。
    .next = 请更改密码，或重新登录。
code-imap-privacy-required = 必须加密
    .meaning = 服务器只在加密的连接上执行此操作。
    .next = 请使用端口 993 和 SSL/TLS，或端口 143 和 STARTTLS。
code-imap-contact-admin = 需要服务器管理方协助
    .meaning = 服务器要求用户联系它的管理方。
    .causes = 账户被锁定或禁用。
    .next = 请询问服务商。
code-imap-no-permission = 没有权限执行此操作
    .meaning = 登录的账户没有执行该命令的权限。
    .next = 请向管理员申请权限。
code-imap-in-use = 被另一个会话锁定
    .meaning = 另一个会话持有锁。
    .next = 请等待后再试。
code-imap-limit = 已达到某项限制
    .meaning = 服务器不允许更多。
    .causes = 常常是连接过多：有多台设备，每台又有多个连接。
    .next = 请关闭其他程序，或在程序中减少连接数。
code-imap-over-quota = 邮箱已满
    .meaning = 邮箱没有剩余空间。
    .next = 请删除或移走邮件。
code-imap-server-bug = 服务器的错误
    .meaning = 服务器自身遇到错误。据报告，有些服务商在限制客户端时也会这样答复。
    .next = 请等待后再试；如果仍然如此，请告知服务商。
code-imap-client-bug = 程序的错误
    .meaning = 服务器说邮件客户端有做错的地方。
    .next = 请更新该程序。
code-imap-corruption = 邮箱损坏
    .meaning = 服务器发现数据损坏。
    .next = 请告知服务器管理方。
code-imap-cannot = 此服务器无法做到
    .meaning = 所要求的操作在此服务器上永远无法完成。
    .next = 请查看是哪个命令；多半是不允许的文件夹名称。
code-imap-mailbox = 涉及文件夹或邮件
    .meaning = 涉及的文件夹或邮件已经存在，或已不存在。
    .causes = 有两个程序在使用同一邮箱。连接本身正常。
    .next = 请让程序重新加载文件夹。
code-imap-alert = 给用户的消息
    .meaning = 服务器要求把这个词后面的文本显示给用户。
    .next = 请阅读文本：它就是解释。
code-imap-capability = 功能列表
    .meaning = 服务器说明自己支持哪些功能。这不是错误。
code-imap-referral = 另一台服务器
    .meaning = 服务器为该用户或邮箱指出了另一台服务器。
    .next = 请使用所指出的服务器。
code-imap-web-alert = 需要用网页浏览器登录
    .meaning = 服务商要求账户持有人先打开一个网页。
    .causes = 这次登录看起来可疑。连接本身正常。
    .next = 请打开该网页并确认，然后再试。
code-imap-throttled = 被服务器限制
    .meaning = 服务器放慢了对这个客户端的服务。
    .causes = 短时间内命令过多。
    .next = 请等待。
code-imap-login-disabled = 此连接上还不能登录
    .meaning = 服务器在这里不接受密码；多数服务器要求先加密。
    .causes = 连接未加密。
    .next = 请使用端口 993 和 SSL/TLS，或端口 143 和 STARTTLS。
code-imap-preauth = 已经登录
    .meaning = 服务器从一开始就把连接视为已登录，因此不能再使用 STARTTLS。
    .causes = 对公共服务器来说不寻常；在明文端口上，可能是有人处在中间。
    .next = 请使用端口 993 和 SSL/TLS，并询问服务器管理方。
code-imap-bye = 服务器结束会话
    .meaning = 服务器结束连接。如果它作为问候信息出现，表示不欢迎这个连接。
    .causes = 连接过多，地址被屏蔽，空闲太久，或服务器关机。
    .next = 请阅读 BYE 后面的文本；等待后再试。

# TLS 警报。

code-tls-close-notify = 正常结束
    .meaning = 对方正常结束 TLS 连接。
    .causes = 如果出现在握手完成之前，表示服务器放弃了。
    .next = 请查看服务器的日志。
code-tls-unexpected-message = 意外的消息
    .meaning = 收到的消息与握手的状态不相符。
    .causes = 在隐式 TLS 端口上使用了 STARTTLS，或中间有设备改动了握手。
    .next = 请检查加密方式和端口是否相符。
code-tls-damaged-record = 数据损坏
    .meaning = 收到的加密数据已被改动。
    .causes = 途中的设备，或有故障的硬件或驱动程序。
    .next = 请换一个网络再试。
code-tls-record-overflow = 记录过长
    .meaning = 一个 TLS 记录超过了允许的长度。
    .causes = 多半是把明文当作 TLS 来读：加密方式与端口不相符。
    .next = 请对 465、993、995 使用 SSL/TLS；对 587、143、110 使用 STARTTLS。
code-tls-handshake-failure = 握手未能达成一致
    .meaning = 服务器没有找到双方都支持的选项。
    .causes = 没有共同支持的密码套件、密钥交换或签名；服务器只有旧的密码套件；或没有与该名称对应的证书。单看这个警报无法区分。
    .next = 请用 mailcheck 检查该服务器：它会提出更多选项，并显示服务器支持什么。
code-tls-no-certificate = 没有客户端证书
    .meaning = 客户端没有可出示的证书。只有 SSL 3.0 有这个警报。
    .next = 请更新双方：SSL 3.0 不安全。
code-tls-bad-certificate = 证书有问题
    .meaning = 一方认为对方的证书损坏或签名错误，予以拒绝。
    .causes = 如果在服务器的日志中：邮件客户端不接受服务器的证书。如果来自服务器：它不接受客户端的证书。
    .next = 请用 mailcheck 检查证书链。
code-tls-unsupported-certificate = 不支持该类证书
    .meaning = 一方不能使用对方的那类证书。
    .next = 请使用供服务器使用的、带有普通 RSA 或 ECDSA 密钥的证书。
code-tls-certificate-revoked = 证书已被吊销
    .meaning = 一方发现对方的证书已被吊销。
    .next = 请安装新证书。
code-tls-certificate-expired = 证书已过期
    .meaning = 一方发现对方的证书不在有效期内。
    .causes = 证书没有续订，或时钟不对。
    .next = 请检查时钟，然后续订证书。
code-tls-certificate-unknown = 证书未被接受
    .meaning = 一方拒绝了对方的证书，但没有说明原因。
    .causes = 在服务器的日志中，常常是用户拒绝了证书。
    .next = 请用 mailcheck 检查证书链。
code-tls-illegal-parameter = 参数不合法
    .meaning = 握手中有一个值不被允许。
    .causes = 旧设备不接受新式的 ClientHello，或中间有别的设备。
    .next = 请换一个网络再试；更新该设备。
code-tls-unknown-ca = 颁发者未知
    .meaning = 一方不认识对方证书的颁发者。
    .causes = 私有的颁发者，缺少中间证书，或邮件防护。
    .tell-apart = 如果出现在服务器的日志中，是客户端不接受。如果由服务器发出，涉及的是客户端的证书。
    .next = 请安装完整的证书链；mailcheck 会显示缺少什么。
code-tls-access-denied = 访问被拒绝
    .meaning = 证书有效，但服务器不允许其持有者访问。
    .next = 请询问服务器管理方。
code-tls-decode-error = 消息无法读取
    .meaning = 一条握手消息损坏或被截断。
    .causes = 途中的设备切分或合并了数据包。
    .next = 请换一个网络再试。
code-tls-decrypt-error = 签名检查失败
    .meaning = 握手中的签名或校验值错误。
    .causes = 服务器的密钥与证书不匹配，或数据被改动。
    .next = 需要由服务器管理方检查密钥和证书。
code-tls-rare = 罕见的警报
    .meaning = 属于邮件服务器几乎不用的 TLS 功能，或早已过时的版本。
    .next = 请把警报的名称告知服务器管理方。
code-tls-protocol-version = 不支持该 TLS 版本
    .meaning = 服务器不支持所提供的 TLS 版本。
    .causes = 服务器只有 TLS 1.0 或 1.1；或者服务器停用了旧版本，而客户端只有旧版本。
    .next = 请更新两者中较旧的一方。mailcheck 会显示服务器支持什么。
code-tls-insufficient-security = 要求更强的加密
    .meaning = 服务器要求的参数强于客户端所提供的。
    .next = 请更新邮件客户端。
code-tls-internal-error = 服务器内部错误
    .meaning = 服务器因自身的原因失败。
    .causes = 证书或密钥文件缺失或无法读取，或服务器后面的某个部分有故障。
    .next = 请告知服务器管理方。
code-tls-inappropriate-fallback = 拒绝降级
    .meaning = 客户端提供了较旧的版本，尽管双方都支持更好的版本。
    .causes = 第一次尝试因其他原因失败，或中间有别的设备。
    .next = 请查明第一次尝试失败的原因。
code-tls-user-canceled = 已取消
    .meaning = 握手被人或程序取消。
    .next = 请再试一次。
code-tls-no-renegotiation = 不进行第二次握手
    .meaning = 一方不在已建立的连接中重新握手。
    .next = 多数情况下无需处理；否则请更新较旧的一方。
code-tls-missing-extension = ClientHello 缺少一部分
    .meaning = ClientHello 缺少服务器需要的内容，常常是服务器名。
    .next = 请按名称连接，不要按地址连接。
code-tls-unsupported-extension = 返回了未请求的扩展
    .meaning = 服务器答复了客户端没有提出的扩展。
    .causes = 服务器的错误。
    .next = 请告知服务器管理方。
code-tls-unrecognized-name = 服务器不认识该名称
    .meaning = 服务器没有与所要求的名称对应的证书。
    .causes = 账户中的名称与服务器所设置的名称不同。
    .next = 请使用服务商说明中的服务器名。
code-tls-bad-status-response = 吊销状态声明有问题
    .meaning = 服务器随附的吊销状态声明无效。
    .next = 需要由服务器管理方检查 OCSP 装订（OCSP stapling）。
code-tls-certificate-required = 需要客户端证书
    .meaning = 服务器要求客户端提供证书，但没有收到。
    .causes = 这项服务供已知的服务器或设备使用，不是供用户的邮件客户端使用。在 TLS 1.3 中，它出现在握手看似完成之后。
    .next = 请使用供邮件客户端使用的服务，或向服务器管理方索取证书。
code-tls-no-application-protocol = 没有共同支持的应用协议
    .meaning = 服务器不认识客户端提出的应用协议（ALPN）。
    .causes = 该端口上是网页服务器或代理服务器。
    .next = 请检查服务器名和端口。

# DNS 响应代码。

code-dns-noerror = 没有错误
    .meaning = DNS 的答复没有错误。如果答复为空，说明名称存在，但没有该类记录。
code-dns-formerr = 无法理解查询
    .meaning = DNS 服务器无法读懂查询。
    .causes = 服务器非常旧，或有设备改动了 DNS。
    .next = 请换一个 DNS 服务器。
code-dns-servfail = 服务器失败
    .meaning = DNS 服务器无法得到答复；这并不说明名称本身有没有问题。
    .causes = 该域名的 DNS 服务器停止工作或有故障，或 DNSSEC 检查失败。
    .next = 请用 mailcheck 检查该域名：它会显示是两者中的哪一种。需要由域名所有者修复。
code-dns-nxdomain = 名称不存在
    .meaning = DNS 说该名称不存在。
    .causes = 输入错误，域名已过期，或者这个名称只有公司内部网络才认识。
    .next = 请检查拼写。
code-dns-notimp = 未实现
    .meaning = DNS 服务器不认识这类查询。
    .next = 请换一个 DNS 服务器。
code-dns-refused = 被拒绝
    .meaning = DNS 服务器拒绝答复这个客户端或这个查询。
    .causes = 只为其他网络服务的 DNS 服务器，或没有为该域名设置的 DNS 服务器。
    .next = 请使用本网络的 DNS 服务器。
code-dns-update = 涉及更新
    .meaning = 这个代码属于对 DNS 区域的更改，不应作为查询的答复出现。
    .next = 请换一个 DNS 服务器。
code-dns-notauth = 未获授权，或不负责该区域
    .meaning = DNS 服务器不负责该区域，或不接受该密钥。
    .next = 需要由域名所有者检查该域名的 DNS 服务器。
code-dns-badvers = 不支持该 DNS 版本
    .meaning = DNS 服务器不支持这个版本的 EDNS。
    .next = 请换一个 DNS 服务器。
code-dns-badcookie = DNS cookie 缺失或错误
    .meaning = DNS 服务器要求有效的 cookie，这是防范伪造查询的措施。
    .next = 请再查询一次；DNS 服务器会自动这样做。

# 扩展 DNS 错误。

code-ede-other = 其他错误
    .meaning = DNS 服务器没有给出更确切的原因，或只在文本中给出。
code-ede-unsupported-signature = 不支持该类签名
    .meaning = 该域名的签名方式 DNS 服务器不认识，因此被当作未签名处理。
    .next = 多数情况下无需处理；域名所有者应使用现行的算法。
code-ede-stale = 旧的答复
    .meaning = DNS 服务器无法连接到该域名的 DNS 服务器，给出了旧的答复。
    .causes = 该域名的 DNS 服务器停止工作。
    .next = 需要由域名所有者检查该域名的 DNS 服务器。
code-ede-forged = 伪造的答复
    .meaning = DNS 服务器说它有意用别的内容作答。
    .causes = 网络的过滤器或策略。
    .next = 请询问 DNS 服务器的管理方，或换一个 DNS 服务器。
code-ede-indeterminate = DNSSEC 状态不明
    .meaning = DNS 服务器无法查明该域名的签名是否正确。
    .next = 需要由域名所有者检查 DNSSEC。
code-ede-bogus = DNSSEC 检查失败
    .meaning = 该域名的签名不相符，因此 DNS 服务器不给出答复。
    .causes = 密钥更换或区域签名有误。
    .next = 需要由域名所有者修复 DNSSEC。
code-ede-signature-expired = DNSSEC 签名已过期
    .meaning = 该域名的签名已过期，因此 DNS 服务器不给出答复。
    .causes = 该区域没有及时重新签名。
    .next = 需要由域名所有者对该区域重新签名。
code-ede-signature-not-yet-valid = DNSSEC 签名尚未生效
    .meaning = 该域名签名的生效时间在未来。
    .causes = 签名方或 DNS 服务器的时钟不对。
    .next = 请检查时钟。
code-ede-dnskey-missing = 缺少 DNSSEC 密钥
    .meaning = 上级区域指定的密钥，该域名没有。
    .causes = 更换了服务商或密钥，却没有更改 DS 记录。
    .next = 需要由域名所有者更正 DS 记录。
code-ede-rrsigs-missing = 缺少 DNSSEC 签名
    .meaning = 该域名应当有签名，但签名不存在。
    .next = 需要由域名所有者对该区域签名，或删除 DS 记录。
code-ede-cached-error = 缓存的错误
    .meaning = DNS 服务器用它先前缓存的错误作答。
    .next = 请在几分钟后再试。
code-ede-not-ready = DNS 服务器未就绪
    .meaning = DNS 服务器仍在启动。
    .next = 请再试一次。
code-ede-blocked = 名称被屏蔽
    .meaning = DNS 服务器按规则不答复这个名称。
    .causes = 管理方的过滤、法律要求的过滤，或用户自己要求的过滤。
    .next = 请询问 DNS 服务器的管理方，或换一个 DNS 服务器。
code-ede-prohibited = 查询不被允许
    .meaning = DNS 服务器不为这个客户端服务，或不处理这类查询。
    .causes = 使用了其他网络的 DNS 服务器。
    .next = 请使用本网络的 DNS 服务器。
code-ede-not-authoritative = 不负责该名称
    .meaning = DNS 服务器被问到一个不由它负责的名称。
    .next = 需要由域名所有者检查该域名的 DNS 服务器。
code-ede-not-supported = 不支持
    .meaning = DNS 服务器不支持该查询。
    .next = 请换一个 DNS 服务器。
code-ede-no-reachable-authority = 该域名的 DNS 服务器没有答复
    .meaning = DNS 服务器无法连接到该域名的任何一台 DNS 服务器。
    .causes = 它们停止工作，或通往它们的路径被封锁。
    .next = 需要由域名所有者检查该域名的 DNS 服务器。
code-ede-network-error = 与该域名的 DNS 服务器之间的网络错误
    .meaning = DNS 服务器在询问该域名的 DNS 服务器时遇到网络错误。
    .next = 请再试一次；如果仍然如此，需要由域名所有者检查该域名的 DNS 服务器。
code-ede-invalid-data = 数据无效
    .meaning = 该域名的 DNS 服务器给出的答复没有意义。
    .next = 需要由域名所有者检查该区域。
code-ede-nsec3-iterations = DNSSEC 设置被拒绝
    .meaning = 该域名使用了 DNS 服务器不接受的 NSEC3 设置。
    .next = 需要由域名所有者把 NSEC3 迭代次数降为 0。
code-ede-synthesized = 按规则合成的答复
    .meaning = DNS 服务器按照规则，用其他记录合成了这个答复。

# 端口：供同时也是端口号的数字使用。

code-port-25 = 邮件服务器之间的 SMTP
    .meaning = 邮件服务器通过端口 25 传递邮件。很多网络对其他人封锁这个端口；邮件客户端使用 587 或 465。
code-port-465 = 发送邮件，隐式 TLS
    .meaning = 邮件客户端通过端口 465 发信，从第一个字节起就加密（SSL/TLS）。
code-port-587 = 发送邮件，STARTTLS
    .meaning = 邮件客户端通过端口 587 发信，开始时是明文，登录之前用 STARTTLS 加密。
code-port-110 = POP3，STARTTLS
    .meaning = 端口 110 上的 POP3 以明文开始，用 STARTTLS 加密。
code-port-995 = POP3，隐式 TLS
    .meaning = 端口 995 上的 POP3 从第一个字节起就加密（SSL/TLS）。
code-port-143 = IMAP，STARTTLS
    .meaning = 端口 143 上的 IMAP 以明文开始，用 STARTTLS 加密。
code-port-993 = IMAP，隐式 TLS
    .meaning = 端口 993 上的 IMAP 从第一个字节起就加密（SSL/TLS）。

# 程序和程序库的文字消息。

code-phrase-untrusted-root-sent = 证书链的根证书在这里不受信任
    .meaning = 服务器（或代替它应答的设备）发送的证书链，其最后一个证书是自己签发的，并且不在本机信任的颁发机构之列。
    .causes = 带有邮件防护的杀毒软件或公司网关解密了连接，并用自己的根证书签发；或服务器使用私有的颁发机构。
    .tell-apart = 如果颁发者是 Avast、AVG、卡巴斯基、ESET、Zscaler、Fortinet 等，就是杀毒软件或网关。mailcheck 会显示颁发者。
    .next = 如果是杀毒软件：关闭其邮件检查，或让程序信任它的根证书。如果是私有颁发机构：把它的根证书交给程序。
code-phrase-no-authorities-here = 本机没有受信任的颁发机构列表
    .meaning = 程序找不到可用来验证服务器的颁发机构证书。问题不在服务器的证书。
    .causes = 容器或精简系统没有安装证书软件包，程序设置中的路径错误，或运行环境过旧。
    .next = 请安装软件包（Debian、Alpine 和 Red Hat 上为 ca-certificates），或更正路径：PHP 的 openssl.cafile、SSL_CERT_FILE、curl 的 cacert、Java 的信任库。
code-phrase-server-identity = 程序不接受服务器的证书
    .meaning = 邮件程序无法根据证书确认这是正确的服务器，但没有说明原因。
    .causes = 证书中的名称与设置的服务器名不同，证书已过期，颁发机构不受信任，或设备的时间不对。中间的杀毒软件或酒店网络也会如此。
    .tell-apart = mailcheck 会说明是哪一种，以及证书适用于哪些名称。
    .next = 请检查设备的日期和时间；然后用账户中的服务器名和端口运行 mailcheck。不要直接接受该证书。
code-phrase-certificate-pinned = 服务器的证书与事先记录的不同
    .meaning = 程序的设置中写明了服务器证书的指纹，而服务器出示的是另一张证书。
    .causes = 证书已更新（每几个月或每年一次）；指纹抄写有误；或者途中有设备或程序在解密连接。
    .tell-apart = 用该服务器和端口运行 mailcheck，它会说明证书由谁签发、何时开始生效。如果是由常见的颁发机构新近签发的，就是更新后的证书。
    .next = 如果服务器的管理方确认新证书无误，请把新指纹写入程序的设置（msmtp 中是 tls_fingerprint），或者去掉指纹，让程序按颁发机构检查证书。
code-phrase-dh-too-small = 服务器的 Diffie-Hellman 密钥太短
    .meaning = 服务器使用较小的密钥交换组（常为 1024 位），程序认为太弱而拒绝。
    .causes = 服务器过旧或设置过旧。使用 OpenSSL 3 和新版 Java 的程序会拒绝，旧程序可以连接。
    .next = 服务器管理方应使用 2048 位的组或 ECDHE。在此之前程序可以使用其他加密套件；降低安全级别是最后的办法。
code-phrase-handshake-too-long = 服务器在 TLS 握手中发送的内容超过了程序的限度
    .meaning = 握手中有一条消息过长，或者证书过多。各程序的限度不同：Java 为 10 张证书、32 KB，OpenSSL 为 100 kB。
    .causes = 服务器发送的不是自己的证书链，而是整个颁发机构文件；或者是它接受客户端证书的颁发机构列表过长。
    .next = 服务器管理方应只设置服务器证书及其中间证书，并且只在需要时索取客户端证书。
code-phrase-rsa-too-large = 服务器的 RSA 密钥超过了程序的限度
    .meaning = 证书的 RSA 密钥超过 8192 位。Go 和 rustls 不支持这么长的密钥，OpenSSL 和 Thunderbird 支持。
    .causes = 生成的密钥过长，并无必要。
    .next = 服务器管理方应使用 2048 至 4096 位的密钥，或 P-256 密钥。在此之前，使用其他 TLS 库的程序可以连接。
code-phrase-own-key = 证书与私钥不是一对
    .meaning = 报错的一方（多半是正在启动的服务器）所用的证书和私钥不属于同一对。
    .causes = 续签证书时换了新的密钥，而两个文件只替换了一个；或者混用了两个名称的文件。
    .next = 在报错的机器上，请使用签发该证书时的私钥，或为现有私钥重新签发证书。两者相符时，openssl x509 -noout -pubkey 与 openssl pkey -pubout 的输出相同。
code-phrase-protocol-not-built-in = 该程序不支持此协议
    .meaning = curl 或使用它的程序在编译时没有加入 :// 前面的协议，或者这一部分拼写有误。没有发送任何内容。
    .causes = 例如把 smtp:// 写成 smpt://；或者使用了只支持网页的精简版 curl。
    .next = 请核对拼写；curl --version 会列出所支持的协议。
code-phrase-large-hello = 使用后量子密码的密钥交换（X25519MLKEM768）
    .meaning = 较新的程序（OpenSSL 3.5、Go 1.24、浏览器）会提供它。这使它们的 TLS hello 变得很大，需要两个数据包。
    .causes = 它本身不是故障。有些旧的服务器和防火墙不接受占两个数据包的 hello：它们不应答或切断连接，而较旧的程序可以连接。
    .next = mailcheck --large-hello 会试用两种 hello。也可以在测试时去掉它：openssl s_client -groups X25519 -connect host:port。如果这样能连接，而不加 -groups 不能，则需要更新服务器或它前面的防火墙。
code-phrase-old-renegotiation = 服务器只支持旧式的重新协商
    .meaning = 服务器不支持安全重新协商（RFC 5746），而程序拒绝这样的服务器。
    .causes = 服务器或设备过旧。OpenSSL 3 默认拒绝，旧版本不拒绝。
    .next = 服务器管理方需要更新服务器。最后的办法是在 openssl.cnf 中允许：UnsafeLegacyServerConnect。
code-phrase-schannel-state = Windows 无法建立自己一侧的 TLS
    .meaning = 这是 Windows 的 TLS（Schannel）的事件。“内部错误状态”是它自己的编号，不是套接字错误：10011 和 10013 表示没有可用的协议版本、密钥或相应权限。
    .causes = 注册表中关闭了 TLS 1.0、1.1 或 1.2，程序请求了已关闭的版本，或缺少私钥（MachineKeys）的权限。
    .next = 请检查允许哪些 TLS 版本（Internet 选项的“高级”；注册表项 SCHANNEL 下的 Protocols），并更新发起请求的程序。
code-phrase-no-secure-connection = 没有建立安全连接
    .meaning = 程序无法加密连接，或不接受证书，没有说明是哪一种。
    .causes = 在需要 STARTTLS 的端口上设置了 SSL/TLS，或者相反；证书名称不符或不受信任；或中间有杀毒软件。
    .tell-apart = 通常的组合：465、993、995 用 SSL/TLS；587、143、110 用 STARTTLS。
    .next = 请对照上述组合检查端口和加密方式，然后用账户中的服务器名运行 mailcheck。
code-phrase-hung-up = 服务器没有说明原因就关闭了连接
    .meaning = 连接已建立，对方随后关闭了它，没有说明原因。
    .causes = 刚连接时：IP 地址被屏蔽、连接过多，或该端口一开始就要求 SSL/TLS（465、993、995）。登录时：QQ 邮箱等在使用账户密码而不是授权码时会直接断开。之后：某种限制，或途中的设备。
    .next = 请先检查端口与加密方式的组合（465、993、995 用 SSL/TLS；587、143、110 用 STARTTLS），然后用服务器名和端口运行 mailcheck：它会说明发生在哪一步。
code-phrase-mail-loop = 邮件在循环
    .meaning = 邮件服务器发现邮件又回到自己，或经过的服务器过多。
    .causes = 域名的 MX 记录指向一台不把该域名当作自己域名的服务器，或两台服务器互相转发。
    .next = 管理员需要把该域名加入服务器自己的域名，或更正 MX 记录和转发设置。
code-phrase-retries-ended = 邮件服务器一直没有投递成功
    .meaning = 邮件服务器说明它尝试过，还会重试或已放弃。原因在更早的一行：超时、拒绝，或找不到名称。
    .causes = 无法连接到下一台服务器，或被它暂时拒绝。
    .next = 请查找更早的那一行并解释它；或在该服务器上对收件人的域名运行 mailcheck。
code-phrase-connect-failed = 无法连接到服务器，文本没有说明原因
    .meaning = 程序无法连接。这句话没有给出原因。
    .causes = 服务器名输入错误，端口错误，端口在途中被封锁，安全软件，或没有网络。
    .tell-apart = 原因写在上一行或下一行、日志中，或“详细信息”中：超时、被拒绝、找不到。
    .next = 请用账户中的服务器名运行 mailcheck：它会说明是哪一种。或者找到写有原因的那一行并解释它。
code-phrase-name-lookup-failed = 无法查询该名称
    .meaning = 无法把服务器名解析为 IP 地址。
    .causes = 名称输入错误，没有网络，或 DNS 服务器没有应答。
    .next = 请检查服务器名；用它运行 mailcheck。
code-phrase-dns-silent = DNS 服务器没有应答
    .meaning = 本机询问的 DNS 服务器没有及时应答，或无法连接。这并不说明名称本身有问题。
    .causes = DNS 服务器停止工作或地址错误，53 端口被封锁，或没有网络。
    .tell-apart = 如果其他名称可以立即解析，就是这个域名自己的 DNS 服务器有问题。
    .next = 请用服务器名运行 mailcheck。可以换一个 DNS 服务器，例如 223.5.5.5：mailcheck --resolver 223.5.5.5 smtp.example.com。
code-phrase-tlsa-lookup = 无法查询 DANE 记录
    .meaning = 发送服务器想通过 DNSSEC 得知下一台服务器的证书，但查询失败。在能够查询之前邮件会一直等待（RFC 7672）。
    .causes = 收件人域名的 DNS 服务器不能正确处理 DNSSEC 或不回答 TLSA 查询；或发送方自己的 DNS 服务器有问题。
    .next = 请对收件人的域名运行 mailcheck；该域名的所有者需要修正其 DNS 服务器。
code-phrase-sasl-missing = 没有本机可用的登录方式
    .meaning = 程序找不到可用的登录方式。没有发送密码。
    .causes = 本机缺少 SASL 库的插件，或服务器只提供程序不支持的方式。
    .next = 请安装插件（Debian 上为 libsasl2-modules，Red Hat 上为 cyrus-sasl-plain）。如果已安装，请检查连接是否加密：许多服务器只在加密后才提供登录。
code-phrase-kerberos = 用 Kerberos 票据登录失败
    .meaning = 程序尝试用 Kerberos 票据（GSSAPI）登录，而不是用邮箱密码。文字没有说明失败的原因。
    .causes = 本机没有票据或票据已过期，领域不认识该服务器名，时钟不准，或服务器不接受该票据。
    .next = 请查看 klist 的输出，并用 kinit 获取新票据。如果您不使用 Kerberos，请在程序中把身份验证方式设为“普通密码”，或关闭 GSSAPI。
code-phrase-kerberos-ticket = 本机没有有效的 Kerberos 票据
    .meaning = 程序想用 Kerberos 票据（GSSAPI）登录，但这里没有它能用的票据。没有邮箱密码被拒绝。
    .causes = 没有运行 kinit 或没有登录领域，票据已过期，或者票据属于其他用户、放在该程序找不到的位置（服务和定时任务常如此）。许多程序只因服务器提供 Kerberos 就会尝试它。
    .next = 请以程序的用户身份运行 klist，然后运行 kinit。如果您不使用 Kerberos，请在程序中把身份验证方式设为“普通密码”，或关闭 GSSAPI（Postfix：smtp_sasl_mechanism_filter = plain, login）。
code-phrase-kerberos-service = Kerberos 领域不认识这个服务器名
    .meaning = 票据是有的，但领域中没有这个名称的服务，例如 imap/mail.example.com。没有密码被拒绝。
    .causes = 账户中的服务器名与其 Kerberos 条目不同（别名、短名称、IP 地址），反向 DNS 给出了另一个名称，或管理员没有建立该条目。
    .next = 请在账户中填写服务器的完整名称。如果已正确，请管理员建立该条目（服务主体）。如果您不使用 Kerberos，请把身份验证方式设为“普通密码”。
code-phrase-kerberos-clock = 时钟相差太大，Kerberos 无法使用
    .meaning = 本机与服务器的时钟最多只能相差几分钟，Kerberos 才接受票据。没有密码被拒绝。
    .causes = 本机或服务器的时钟不准，或时区设置错误。
    .next = 请通过网络校准日期、时间和时区，然后重新运行 kinit。
code-phrase-kerberos-realm = 找不到该领域的 Kerberos 服务器
    .meaning = 程序想用 Kerberos 票据登录，但本机没有找到或无法连接签发票据的服务器（KDC）。这与邮件服务器无关。
    .causes = 本机不在组织的网络或 VPN 中，本机的 DNS 不认识该领域，或 krb5.conf 中缺少或写错了领域。
    .next = 请连接组织的网络或 VPN，然后运行 kinit。如果您不使用 Kerberos，请在程序中把身份验证方式设为“普通密码”。
code-phrase-file-denied = 没有权限访问本机上的文件
    .meaning = 程序无权打开本机的某个文件、文件夹或本地套接字。这与网络无关。
    .causes = 文件属于其他用户，权限设置过严，或 SELinux、AppArmor 禁止访问。
    .next = 请针对运行该程序的用户，检查文字中路径的所有者和权限（ls -l、namei -l）。
code-phrase-bind-denied = 没有权限监听这个端口
    .meaning = 一个要在本机端口上提供服务的程序无权打开该端口。它没有连接任何服务器。
    .causes = 在 Linux 和 macOS 上，1024 以下的端口（如 25、465、587）只有 root 可以打开，或被 SELinux 禁止。在 Windows 上，该端口可能被保留。
    .next = 请以服务的方式启动该程序，或授予它权限（setcap cap_net_bind_service=+ep，或 systemd 的 AmbientCapabilities），或改用 1024 以上的端口。
code-phrase-database-denied = 数据库或目录服务拒绝了登录
    .meaning = 邮件服务器或程序要登录它自己使用的服务（PostgreSQL、MySQL、LDAP、Redis），该服务拒绝了用户名或密码。
    .causes = 邮件服务器配置中的密码有误，或只在一边改过。使用 LDAP 时，如果邮件服务器用用户的密码去登录，也可能是用户的密码有误。
    .next = 请邮件服务器的管理方把文字所涉及的配置中的用户名和密码与该服务的进行核对。
code-phrase-qq-invalid-input = QQ 邮箱读不懂程序发来的命令
    .meaning = QQ 的服务器收到了一行它不认为是命令的内容，多半是带有发件人地址的那一行。
    .causes = 程序中应填邮件地址的地方填了名称，或地址写了两遍，或含有不该有的字符。
    .next = 请把账户的纯地址填作发件人，例如 12345@qq.com，前后不要加名称。
code-phrase-envelope = 发件人或收件人被拒绝
    .meaning = 服务器不接受发件人或某个收件人的地址，或程序没有给出地址。连接正常，如有登录，登录也正常。
    .causes = 地址输入错误，发件人与登录账户不符，或需要登录而没有登录。
    .next = 请查找旁边的服务器响应（550、553、554……）并解释它。
code-phrase-settings = 无法验证设置
    .meaning = 程序把服务器、端口、加密方式和密码一起尝试，没有说明哪一项错误。
    .causes = 密码错误（许多服务商要求应用专用密码或授权码），服务器名输入错误，或端口被封锁。
    .next = 请用服务器名运行 mailcheck：如果那里一切正常，问题就在用户名或密码。
code-phrase-settings-incomplete = 程序中的邮件设置不完整
    .meaning = 程序还没有连接任何服务器就停止了：其设置中缺少服务器名、端口、发件人、用户名或密码。
    .causes = 漏填或写错了某项设置，或者设置没有被读取，例如环境变量没有设置。
    .next = 请在程序中填写服务器、端口、用户名和密码。运行 mailcheck user@example.com 可以查看服务商的服务器和端口。
code-phrase-default-ports = 常用端口都没有应答
    .meaning = Apple 邮件尝试了发件服务器的常用端口（25、465、587），都没有应答。
    .causes = 服务器名输入错误，端口被网络或安全软件封锁，或服务器停止工作。
    .next = 请用服务器名运行 mailcheck。可以换一个网络再试，例如手机热点。
code-phrase-too-many-sessions = 服务器结束了会话：可能连接过多
    .meaning = 服务器关闭了连接。邮件程序会同时保持多个连接，而服务器对每个账户或 IP 地址有数量限制。
    .causes = 多个程序和设备使用同一账户，或服务器重新启动。
    .next = 在 Thunderbird 中：账户设置 → 服务器设置 → 高级，减少缓存的连接数。关闭其他程序后再试。
code-phrase-sending-failed = 邮件没有发送成功，文本没有说明原因
    .meaning = 发送失败。这句话只是标题；原因在它后面或“详细信息”中。
    .causes = 无法连接到服务器，登录被拒绝，或地址被拒绝。
    .next = 请解释它后面的那句话。或者用账户的发件服务器运行 mailcheck。
code-phrase-offline = 邮件程序处于脱机状态
    .meaning = 程序被设为脱机工作，或认为本机没有网络。
    .causes = 开启了“脱机工作”，或网络中断。
    .next = 请关闭它（Outlook：发送/接收 → 脱机工作；Thunderbird：文件 → 离线），并检查网页能否打开。
code-phrase-outlook-profile = Outlook 打不开自己的配置文件或数据文件
    .meaning = Outlook 还没能显示邮件就停下了。这多半是本机上的文件和设置的问题，与邮件端口无关。
    .causes = 配置文件或数据文件（.ost、.pst）损坏，数据文件被移走或放在网络驱动器上，或者 Exchange 配置文件从未连上过服务器。
    .next = 先运行 outlook.exe /safe，再运行 outlook.exe /resetnavpane。都不行就新建配置文件：控制面板 → 邮件 → 显示配置文件 → 添加。如果对话框还说 Exchange 不可用，请查询那一句。
code-phrase-exchange-name = Exchange 的地址列表中没有这个名称
    .meaning = Outlook 在 Exchange 的地址列表中查找该邮箱，没有找到这个名称。与邮件端口无关。
    .causes = 输入有误；邮箱刚建好，地址列表还没有更新；或者该邮箱在列表中被隐藏。
    .next = 请输入完整的邮箱地址代替名称。仍然不行，就问 Exchange 的管理员该邮箱是否在地址列表中被隐藏。
code-phrase-oracle-acl = Oracle 数据库不允许这次连接
    .meaning = 是数据库自己拒绝的：运行这段代码的用户没有访问该主机和端口的权限。邮件服务器什么也没有收到。
    .causes = 没有为该主机建立访问控制项，或者只允许别的端口。数据库出厂时一项也没有。
    .next = 请数据库管理员用 DBMS_NETWORK_ACL_ADMIN.APPEND_HOST_ACE 为该邮件服务器授予 connect 和 resolve 权限。
code-phrase-port-test-failed = 测试无法连接到该端口
    .meaning = telnet、Test-NetConnection 等尝试连接该端口失败，没有说明是谁在阻拦。
    .causes = 端口 25：在很多网络中被运营商或云服务商封锁。其他端口：防火墙，名称或端口错误，或服务器停止工作。
    .tell-apart = 等了很久才失败：没有应答，是过滤或地址无效。立即失败：被拒绝，该端口没有服务，或防火墙拒绝。
    .next = 请用同样的名称和端口运行 mailcheck，例如 mailcheck smtp.example.com:25；它能区分这些情况。邮件程序使用 587 或 465，而不是 25。
code-phrase-port-test-succeeded = 该端口可以连接
    .meaning = 测试成功连接到该端口。就测试范围而言，名称、路由和端口都正确。
    .causes = 如果邮件程序仍然失败，问题在加密、证书或登录。
    .next = 请用同样的名称和端口运行 mailcheck：它也检查这些。
code-phrase-ping = ping 没有应答；这与邮件关系不大
    .meaning = 该主机或途中的设备不应答 ping。许多邮件服务器就是这样设置的，邮件仍然正常。
    .causes = ICMP 被过滤；或者服务器或网络真的中断。
    .tell-apart = ping 没有应答而邮件端口有应答，这很常见。
    .next = 请测试端口而不是 ping：mailcheck smtp.example.com。
code-phrase-verified = 证书已通过验证
    .meaning = OpenSSL 接受了证书链。如果没有使用 -verify_hostname，它没有比较名称。
    .next = 如果邮件程序仍然报错，请比较名称：用服务器名运行 mailcheck 会显示证书适用于哪些名称。
code-node-eauth = nodemailer：登录失败
    .meaning = nodemailer 把所有登录失败都称为 EAUTH。原因在旁边的服务器响应中。
    .causes = 密码错误，或需要应用专用密码、授权码或 OAuth2；或没有给出登录数据。
    .next = 请解释服务器的响应（response 属性），例如 535 5.7.8。
code-node-esocket = nodemailer：连接或 TLS 失败
    .meaning = nodemailer 把所有套接字或 TLS 错误都称为 ESOCKET。原因在它前面。
    .causes = 被拒绝、超时、证书不被接受，或在 STARTTLS 端口上设置了 secure: true。
    .next = 请解释错误消息本身。通常的组合：端口 465 用 secure: true；端口 587 用 secure: false。
code-node-econnection = nodemailer：没有连接成功或连接已断开
    .meaning = nodemailer 无法连接，或服务器关闭了连接。
    .causes = 端口被封锁，主机错误，服务器断开连接，或达到它自己的 connectionTimeout。
    .next = 请解释旁边的消息，或用主机和端口运行 mailcheck。
code-node-emessage = nodemailer：邮件被拒绝或无法读取
    .meaning = 服务器在收到邮件后拒绝，或 nodemailer 无法读取附件。
    .causes = 内容、大小，或文件不存在。
    .next = 请解释旁边的服务器响应。
code-sysexit-settings = 程序设置错误
    .meaning = 程序因自身设置或调用方式有误而退出。
    .causes = 配置文件（msmtprc、mail.rc）有误，缺少账户，或选项错误。
    .next = 请阅读前一行；更正设置。
code-sysexit-refused = 数据被拒绝
    .meaning = 服务器或程序不接受邮件或其中的地址。
    .causes = 地址输入错误，或服务器拒绝。
    .next = 请在前一行查找服务器的响应。
code-sysexit-unavailable = 服务不可用，或拒绝了邮件
    .meaning = 邮件程序无法交出邮件：msmtp 和 sendmail 在服务器拒绝时也用这个数字。
    .causes = 服务器拒绝，或缺少程序。
    .next = 请在前一行查找服务器的响应。
code-sysexit-system = 程序或本机的故障
    .meaning = 程序因本机某处出错而退出。
    .causes = 文件不存在，磁盘已满，缺少权限，或程序错误。
    .next = 请阅读前一行。
code-sysexit-io = 读写失败
    .meaning = 程序失去了连接，或无法读写文件。
    .causes = 连接被切断，或磁盘已满。
    .next = 请阅读前一行；对服务器运行 mailcheck。
code-sysexit-tempfail = 暂时失败，请重试
    .meaning = 邮件程序暂时无法投递，没有说明原因。
    .causes = 服务器无法连接或暂时拒绝，名称找不到，或登录失败。
    .next = 请阅读前一行，或对服务器运行 mailcheck。
code-sysexit-noperm = 不允许，常见于登录被拒绝
    .meaning = 邮件程序没有相应权限。登录被拒绝时 msmtp 以这个数字退出。
    .causes = 密码错误，或需要应用专用密码。
    .next = 请在前一行查找服务器的响应，例如 535。
code-socket-no-such-file = 没有这个文件
    .meaning = 程序需要的文件或套接字文件不存在。
    .causes = 在邮件服务器上：某个服务（Dovecot、过滤器、数据库）没有运行，其套接字不存在；或证书路径错误。这不是网络问题。
    .next = 请检查该行提到的服务是否在运行，路径是否正确。
code-socket-no-space = 磁盘已满
    .meaning = 磁盘没有剩余空间。
    .causes = 在邮件服务器上：邮件队列或邮箱占满了磁盘，或 inode 用尽。
    .next = 请释放空间（df -h、df -i）。
code-socket-input-output = 设备出错
    .meaning = 读写磁盘或设备失败。
    .causes = 磁盘故障，或网络共享已断开。
    .next = 请查看系统日志。
code-winsock-program = 程序内部错误
    .meaning = 程序以 Winsock 不接受的方式使用了它。这与网络或服务器无关。
    .causes = 程序错误，或挂接在网络上的安全软件。
    .next = 请重新启动并更新该程序；为了测试可暂时关闭其他安全软件。
code-winsock-qos = Windows 的服务质量（QoS）
    .meaning = Windows 带宽预留的通知或错误。邮件程序不使用它。
    .next = 请查找旁边的其他错误号。
code-schannel-unsupported = Windows 的 TLS 不支持所请求的功能
    .meaning = Windows 无法使用程序请求的 TLS 版本或功能。
    .causes = Windows 或程序过旧，只支持 TLS 1.0 或 1.1；注册表中关闭了某些版本；或服务器要求更新的版本。
    .next = 请更新 Windows 和程序，并检查允许哪些 TLS 版本（Internet 选项的“高级”）。
code-windows-mail-account = Windows 邮件：本机上的账户已损坏
    .meaning = Windows 的“邮件”应用在本机上出错。这与服务器无关。
    .causes = 应用的账户或数据损坏，或缺少更新。
    .next = 请在应用中删除该账户再重新添加；更新 Windows。使用 IMAP 和 Exchange 账户时邮件保留在服务器上。
code-windows-part-of-program = 程序的某个部分缺失或无法工作
    .meaning = Windows 找不到或无法使用程序所调用的某个部分。这与网络和服务器无关。
    .causes = 某个加载项（常常是杀毒软件的加载项），安装已损坏，或 Outlook 配置文件已损坏。
    .next = 请不带加载项启动 Outlook（outlook.exe /safe）。如果有效，请逐个禁用加载项；否则请修复 Office。
code-windows-mail-sign-in = Windows 邮件：Microsoft 账户需要处理
    .meaning = Windows 的“邮件”应用需要账户持有人登录或确认。
    .causes = 密码已更改，或安全检查。
    .next = 请在 account.microsoft.com 登录，然后在应用中选择“修复账户”。
code-windows-mail-sync = Windows 邮件：同步失败
    .meaning = Windows 的“邮件”应用无法与服务器同步。
    .causes = 服务器无法连接或拒绝，设置错误，或单位的策略。
    .next = 请在账户设置中检查密码；用服务器名运行 mailcheck。
code-outlook-undocumented = 没有公开含义的 Outlook 错误
    .meaning = Outlook 会显示这个数字，但 Microsoft 没有公布其含义。
    .next = 请查找旁边的其他数字或文字，并用账户的服务器运行 mailcheck。
code-outlook-nntp = 新闻组服务器的错误，不是邮件
    .meaning = 这个数字属于新闻组（NNTP），与收发邮件无关。
    .causes = 新闻组服务器拒绝，或已停用：许多服务商已关闭此服务。
    .next = 如果不需要，请删除新闻组账户。邮件问题请查找其他错误。
code-enhanced-exchange-expired = Exchange：邮件未能及时投递
    .meaning = Exchange 一直尝试到超时。原因是同一文本中的另一个代码。
    .causes = 下一台服务器无法连接或暂时拒绝。
    .next = 请阅读同一文本中下一台服务器的最后错误，并解释它。
code-enhanced-exchange-next-host = Exchange：无法与下一台服务器建立会话
    .meaning = 发送方的 Exchange 无法与下一台服务器建立或保持会话。
    .causes = 该服务器无法连接、断开连接或 TLS 失败；或连接器中的主机错误。
    .next = 请发送单位的管理员检查连接器；对收件人的域名运行 mailcheck。
code-enhanced-exchange-no-domain = Exchange：收件人的域名不存在
    .meaning = Exchange Online 在 DNS 中找不到该域名。
    .causes = 地址输入错误，或域名已失效。
    .next = 请检查 @ 后面的部分；用 mailcheck 检查该域名。
code-enhanced-exchange-dns = Exchange：无法查询收件人的域名
    .meaning = Exchange Online 查询该域名的邮件服务器时 DNS 失败。
    .causes = 收件人域名的 DNS 服务器没有应答，或缺少记录。
    .next = 请用 mailcheck 检查收件人的域名；域名的所有者需要修正 DNS。
code-enhanced-exchange-sender-blocked = Exchange Online：发送账户或单位被禁止发信
    .meaning = Exchange Online 不允许这个账户或单位发信。
    .causes = 发出过垃圾邮件（可能密码被盗），或新的单位发信过多。
    .next = 请发送单位的管理员查明原因并申请解除。
code-enhanced-exchange-recipient = Exchange Online：收件人不接收邮件
    .meaning = Exchange Online 拒绝发往该收件人的邮件。
    .causes = 该收件人或群组的规则，例如只接收本单位的发件人。
    .next = 请询问收件人的管理员。
code-enhanced-exchange-dmarc = Exchange Online：发件人验证失败（DMARC）
    .meaning = 邮件无法证明来自它所声称的域名，而该域名要求拒绝这样的邮件。
    .causes = 通过 SPF 未列出的服务器发送，或没有 DKIM 签名。
    .next = 请发件域名的管理员检查 SPF、DKIM 和 DMARC。
code-enhanced-exchange-forwarding = Exchange Online：不允许自动转发到外部
    .meaning = 发件单位不允许自动转发到其他域名。
    .causes = 邮箱的转发规则。
    .next = 请删除该规则，或由管理员允许（出站垃圾邮件策略）。
code-enhanced-exchange-daily-limit = Exchange Online：已达到每日收件人限额
    .meaning = 发件人已达到单位每日允许的收件人数量。
    .causes = 群发邮件，或密码被盗。
    .next = 请等到第二天，或使用专门的群发服务。
code-icmp-redirect = 路由器指出了更好的路径
    .meaning = 路由器告知发送方有更好的第一跳路由器。没有任何失败。
    .causes = 同一网络中有两台路由器。
    .next = 无需处理。如果连接失败，请查找其他 ICMP 消息。
code-imap-read-only = 邮箱以只读方式打开
    .meaning = 服务器打开了该文件夹，但不能更改其中的内容。
    .causes = 没有写权限的共享文件夹，或另一个会话。
    .next = 请管理员授予该文件夹的权限。
code-imap-too-big = 邮件太大，服务器不接受
    .meaning = 服务器不接受把这样大小的邮件存入该文件夹。
    .causes = 附件过大，或服务商的限制。
    .next = 请保存较小的邮件，或向服务商询问限制。
code-imap-in-progress = 服务器仍在处理
    .meaning = 服务器说明一个耗时的命令仍在进行。没有任何失败。
    .causes = 邮箱很大，或正在搜索。
    .next = 请等待。

# 页面本身。

explain-heading = { $code }：{ $title }
explain-kind = （{ $kind }）
explain-related = { $kind }：{ $code }

explain-label-meaning = 含义
explain-label-causes = 常见原因
explain-label-tell-apart = 如何区分
explain-label-next = 下一步
explain-label-steps = 下一步
explain-label-related = 别处的对应代码
explain-label-evidence = mailcheck 如何判断
explain-label-owner = 谁能解决
explain-label-see = 另请参阅

explain-note-several-readings = 这个数字在不同的地方有不同的含义。要看它出现在哪里，才能确定哪一种解读正确。
explain-note-connection-works = 连接正常：名称、路由和端口都正确，服务器已应答。问题在于它的应答。
explain-note-sending-server = 这是一台邮件服务器关于自己连接下一台服务器的记录。无法连接的是那台服务器，不是这台电脑。
explain-note-bounce = 这是退信：邮件已被接受发送，但某台邮件服务器无法或不愿投递。下面是那台服务器得到的回应。“收件人”指邮件发往的地址，“发件人”指您这一方。
explain-note-any-program = 文字中没有表明它与邮件有关。如果出自邮件服务器或邮件程序，则含义如下；其他程序或网站可能另有所指。
explain-note-result-code = 从形式上看，它是 Windows 结果代码（HRESULT），但不属于邮件客户端会显示的那些。
explain-note-winsock-range = 10000 到 11999 的数字属于 Windows 套接字。这一个不属于邮件客户端会遇到的那些。
explain-note-wininet-range = 12000 到 12999 的数字属于 WinINet 和 WinHTTP。这一个不属于邮件客户端会遇到的那些。

explain-unknown = 未知
    .meaning = 它不在 mailcheck 的任何表中，mailcheck 也不作猜测。
    .forms-label = 可以识别的内容
    .forms =
        Windows 和 Unix 数字：10060、110、WSAETIMEDOUT、ETIMEDOUT
        Outlook 和 Windows 代码：0x800CCC0E、800CCC0E、-2146644978、0x8007274C
        名称解析：EAI_AGAIN、-3、NXDOMAIN
        SMTP 响应：550、5.7.1，或整行 "554 5.7.1 ..."
        POP3 和 IMAP 响应："-ERR [IN-USE] ..."、[SYS/TEMP]、AUTHENTICATIONFAILED
        TLS 警报：handshake_failure、"alert 40"
        ICMP 消息："icmp 3/13"、"icmpv6 1/1"
        诊断结果的标识，例如 port-25-blocked
        完整的错误报告、日志、程序的错误输出或退信：加引号，或通过管道（mailcheck explain < error.txt）

explain-kind-linux = Linux 错误
explain-kind-macos = macOS 错误
explain-kind-unix = Linux 和 macOS 错误
explain-kind-winsock = Windows 套接字错误
explain-kind-win32 = Windows 系统错误
explain-kind-wininet = WinINet 或 WinHTTP 错误
explain-kind-result-code = Windows 结果代码
explain-kind-system-message = 系统消息
explain-kind-resolver-linux = Linux 上的名称解析
explain-kind-resolver-macos = macOS 上的名称解析
explain-kind-resolver-windows = Windows 上的名称解析
explain-kind-resolver = 名称解析
explain-kind-outlook = Outlook 错误
explain-kind-icmp-v4 = ICMP 消息
explain-kind-icmp-v6 = ICMPv6 消息
explain-kind-smtp-reply = SMTP 响应
explain-kind-smtp-status = 增强状态码
explain-kind-phrase = 文本的内容
explain-kind-reply-text = 响应的文本
explain-kind-pop3 = POP3 响应
explain-kind-imap = IMAP 响应
explain-kind-tls-alert = TLS 警报
explain-kind-dns-rcode = DNS 响应代码
explain-kind-dns-extended = 扩展 DNS 错误
explain-kind-port = 端口
explain-kind-finding = mailcheck 的诊断结果

# 未指明主机时的诊断结果：mailcheck explain 的页面。

explain-finding-name-not-found = 服务器名称不存在
    .meaning = 找不到该名称的地址。常见的是输入错误，把邮件域名当作服务器名，或没有可用的 DNS 服务器。
explain-finding-no-address = 服务器名称没有 IP 地址
    .meaning = 该名称在 DNS 中存在，但没有所查询类型的地址。
explain-finding-dns-refused = DNS 服务器拒绝回答
    .meaning = DNS 服务器拒绝了这个查询。这并不说明名称本身有问题。
explain-finding-dns-timeout = 没有收到 DNS 应答
    .meaning = DNS 服务器没有及时应答。
explain-finding-not-asked = 应对方要求没有检查
    .meaning = 服务器或其服务商多次要求降低连接频率，因此没有为这个目标连接它。
explain-finding-resolver-overloaded = 本次运行同时向 DNS 服务器提出的查询过多
    .meaning = DNS 服务器没有答复本次运行的大部分查询；这一个没有答复并不说明该名称有问题。
explain-finding-resolver-down = 无法连接到 DNS 服务器
    .meaning = 本机询问的 DNS 服务器完全没有应答。
explain-finding-resolver-slow = 第一个 DNS 服务器没有应答
    .meaning = 本机设有多个 DNS 服务器，第一个没有应答，每次查询都要等待它。
explain-finding-dns-tcp-blocked = TCP 上的 DNS 被封锁
    .meaning = 较长的 DNS 应答通过 TCP 传输，而它被封锁。
explain-finding-dns-malformed = DNS 服务器的应答不是有效的 DNS
    .meaning = 在 53 端口应答的设备没有发送有效的 DNS 消息。
explain-finding-dns-hijacked = DNS 应答是伪造的
    .meaning = DNS 服务器对不存在的名称也给出地址，或给出与别处不同的地址。
explain-finding-null-mx = 该域名不接收邮件
    .meaning = 域名的所有者在 DNS 中声明不接收邮件（空 MX 记录）。
explain-finding-mx-alias = 邮件交换器是别名
    .meaning = MX 记录指向一个别名（CNAME），这不符合邮件规范。多数邮件仍然能送达。
explain-finding-mx-target-missing = 邮件交换器不存在或没有地址
    .meaning = MX 记录指向一台找不到的主机。
explain-finding-mx-not-a-name = MX 记录中写的是 IP 地址
    .meaning = MX 记录应写主机名，而不是 IP 地址。
explain-finding-hosts-file-override = 本机的 hosts 文件决定了服务器的地址
    .meaning = hosts 文件中的条目把连接引向它写的地址，与 DNS 无关。
explain-finding-ipv6-unavailable-here = 服务器有 IPv6 地址，本机没有 IPv6
    .meaning = 只要 IPv4 正常就没有问题。
explain-finding-ipv4-unavailable-here = 服务器有 IPv4 地址，本机没有 IPv4
    .meaning = 只能通过 IPv4 访问的服务器在这里无法访问。
explain-finding-no-route-here = 本机没有通往服务器的路由
    .meaning = 本机没有连接到能通往服务器的网络。
explain-finding-local-route-rejects = 本机的路由拒绝连接到服务器
    .meaning = 本机的一条路由拒绝该地址；VPN 或其“断网保护”会这样做。
explain-finding-local-firewall = 本机的防火墙阻止了连接
    .meaning = 本机的防火墙或安全软件不允许该连接发出。
explain-finding-local-ports-exhausted = 本机没有空闲端口
    .meaning = 打开或刚结束的连接过多，没有端口可用于新连接。
explain-finding-local-descriptors-exhausted = 本机无法再打开文件和连接
    .meaning = 已达到打开文件和连接数的上限。
explain-finding-local-failure = 本机无法打开连接
    .meaning = 在发送任何数据之前，系统拒绝打开连接。
explain-finding-gateway-down = 本网络的网关没有应答
    .meaning = 第一台路由器没有应答，任何数据都无法离开本网络。
explain-finding-neighbour-silent = 服务器在本网络中，但没有应答
    .meaning = 服务器应在同一网络中，但没有应答。
explain-finding-port-25-blocked = 到服务器的 25 端口在途中被封锁
    .meaning = 到 25 端口的连接无法通过，而其他端口可以。许多云服务商和部分运营商封锁它，以防止其网络中的机器发送垃圾邮件。邮件程序不需要它：发送使用 587 或 465。
explain-finding-proxy-required = 只有通过代理服务器才能到达服务器
    .meaning = 本网络只允许通过代理服务器对外连接。
explain-finding-proxy-unreachable = 无法连接到代理服务器
    .meaning = 到代理服务器的连接没有建立；没有向邮件服务器发出请求。
explain-finding-proxy-auth-required = 代理服务器要求登录
    .meaning = 没有正确的用户名和密码，代理服务器不允许通过。
explain-finding-proxy-auth-unsupported = 代理服务器要求另一种登录方式
    .meaning = 代理服务器要求 NTLM、Negotiate、Digest 或 Kerberos，这里不支持。
explain-finding-proxy-refused = 代理服务器不放行
    .meaning = 代理服务器拒绝连接该端口或主机。
explain-finding-proxy-cannot-reach-server = 代理服务器无法连接到邮件服务器
    .meaning = 代理服务器尝试过但没有成功；故障在它之外。
explain-finding-proxy-wrong-kind = 不是这种代理服务器
    .meaning = 代理服务器处响应的是别的程序：类型或端口不对。
explain-finding-proxy-timeout = 代理服务器没有答复
    .meaning = 代理服务器接受了连接，但没有及时答复。
explain-finding-proxy-intercepts-tls = 代理服务器解开了加密
    .meaning = 通过代理服务器收到的是网关的证书，而不是服务器的证书。
explain-finding-proxy-certificate-untrusted = 与代理服务器本身的 TLS 失败
    .meaning = 代理服务器自身的证书不受信任，或者与它的 TLS 没有建立。
explain-finding-checked-through-proxy = 所有检查都通过代理服务器进行
    .meaning = 只有直接连接才能看到的情况没有检查。
explain-finding-intercepted = 途中有设备代替服务器应答
    .meaning = 途中的设备截取了连接并自己应答。
explain-finding-refused-on-path = 途中有设备拒绝了连接
    .meaning = 服务器之前的防火墙或路由器拒绝了连接，服务器本身没有收到请求。
explain-finding-protocol-blocked = 不允许 TCP 通往服务器
    .meaning = 路由器表示不允许该协议通过。
explain-finding-routing-loop = 路由器之间出现循环
    .meaning = 途中的路由器互相转发，数据包无法到达。
explain-finding-connection-lost-on-path = 到服务器的连接在途中中断
    .meaning = 连接已建立，随后不再有任何数据通过。
explain-finding-path-mtu-black-hole = 到服务器的大数据包在途中丢失
    .meaning = 小数据包能通过，大数据包消失，因此连接能建立，随后停滞，常在 TLS 握手或发送邮件时。VPN 和宽带拨号线路会出现这种情况。
explain-finding-tls-dropped-on-path = 途中有设备丢弃 TLS
    .meaning = 连接已建立，但加密的开始部分没有到达。
explain-finding-tls-reset-on-path = 途中有设备切断 TLS
    .meaning = 加密开始时，连接被途中的设备切断。
explain-finding-packet-loss = 到服务器的途中丢包
    .meaning = 数据包丢失，需要重新发送。超时时间较短的程序会放弃。
explain-finding-slow-path = 到服务器的路径很长
    .meaning = 与服务器的每次往返都需要较长时间。
explain-finding-ipv6-broken = 到服务器的 IPv6 不通
    .meaning = 服务器通过 IPv4 可以访问，通过 IPv6 不行。先尝试 IPv6 的程序会等待或失败。
explain-finding-ipv4-broken = 到服务器的 IPv4 不通
    .meaning = 服务器通过 IPv6 可以访问，通过 IPv4 不行。
explain-finding-filtered-on-path = 到服务器的数据包在途中被丢弃
    .meaning = 途中的防火墙或路由器悄悄丢弃了数据包。
explain-finding-filtered-near-server = 服务器没有应答，数据包在它附近消失
    .meaning = 数据包到达服务器所在的网络后消失：是它的防火墙，或服务器本身。
explain-finding-no-answer = 服务器没有应答
    .meaning = 没有收到任何回应，无法判断数据包在哪里消失。
explain-finding-prohibited-by-firewall = 防火墙禁止连接
    .meaning = 途中的防火墙或服务器自己的防火墙表示不允许该连接。
explain-finding-no-route-on-path = 途中的路由器没有通往服务器的路由
    .meaning = 途中的一台路由器没有通往该地址的路由。
explain-finding-host-unreachable = 无法到达服务器
    .meaning = 路由器表示服务器在其所在网络中没有应答：服务器已关机，或地址错误。
explain-finding-port-closed = 服务器的端口已关闭
    .meaning = 该主机在运行，但拒绝该端口：没有服务在监听，或防火墙代为拒绝。
explain-finding-all-ports-closed = 服务器上所有尝试过的端口都已关闭
    .meaning = 该主机在运行，但拒绝所有尝试过的邮件端口。
explain-finding-some-addresses-fail = 服务器的部分地址不可用
    .meaning = 该名称有多个地址，其中一些不可用：时好时坏。
explain-finding-not-offered-here = 该服务器不提供这项服务
    .meaning = 该主机不提供这项服务，服务商另有服务器名。
explain-finding-closed-before-greeting = 服务器在问候之前关闭了连接
    .meaning = 连接已建立，服务器没有发送任何内容就关闭了它：IP 地址被屏蔽、连接过多，或该端口一开始就要求 SSL/TLS。
explain-finding-reset-before-greeting = 连接在问候之前被重置
    .meaning = 连接已建立，在服务器发送任何内容之前被重置。
explain-finding-silent-service = 服务器接受连接但没有发送任何内容
    .meaning = 连接已建立，但没有收到问候信息。常见的是该端口一开始就要求 SSL/TLS，或服务器过载。
explain-finding-slow-greeting = 服务器的问候很慢
    .meaning = 问候信息来得很晚。超时时间较短的程序会放弃。
explain-finding-greeting-incomplete = 服务器的问候信息不完整
    .meaning = 问候信息开始后没有结束。
explain-finding-greeting-rejected = 服务器拒绝提供服务
    .meaning = 服务器一连接就拒绝。原因见它的原话。
explain-finding-client-blocklisted = 服务器因黑名单拒绝本网络的 IP 地址
    .meaning = 本网络的公网 IP 地址在垃圾邮件黑名单或家庭宽带地址名单中。
explain-finding-temporarily-refused = 服务器暂时拒绝连接
    .meaning = 服务器要求稍后再试。
explain-finding-wrong-server-for-account = 该帐户属于另一台服务器
    .meaning = 服务器不认识该帐户的域名：邮箱在其他服务商处，或在同一服务商的另一台服务器上（例如网易企业邮箱的其他区域）。请以邮箱地址为目标运行 mailcheck，查找正确的服务器。
explain-finding-wrong-service = 应答的不是邮件服务器
    .meaning = 应答来自其他服务，例如网页服务器：主机或端口错误，或途中有设备代为应答。
explain-finding-plaintext-on-tls-port = 该端口需要 STARTTLS，而不是 SSL/TLS
    .meaning = 程序一开始就加密，收到的却是明文（或不是 TLS 的内容）：该端口以不加密方式开始。请在邮件程序中为 587、143、110、25 设置 STARTTLS，或改用 465、993、995 的 SSL/TLS。在代码中：secure: false，用 SMTP 而不是 SMTP_SSL，用 smtp:// 而不是 smtps://。少数情况下是网页服务器、代理或杀毒软件代为应答。
explain-finding-tls-on-starttls-port = 该端口需要 SSL/TLS，而不是 STARTTLS
    .meaning = 该端口要求一开始就加密，而程序在等待明文问候：所以什么也没收到，或收到的不是问候。请为 465、993、995 设置 SSL/TLS，或改用 587、143、110 的 STARTTLS。
explain-finding-ehlo-rejected = 服务器拒绝第一条命令
    .meaning = 服务器没有接受 EHLO：常见的是它不接受程序自报的主机名。
explain-finding-reply-timeout = 服务器停止应答
    .meaning = 连接已建立，随后没有及时收到应答：服务器过载，它在进行域名查询或垃圾邮件检查，或途中的设备使连接失效。
explain-finding-connection-lost = 服务器中途关闭了连接
    .meaning = 连接已建立，在对话中途被关闭。可能是服务器上的限制、过滤器或崩溃，本机的杀毒软件，或途中的设备。
explain-finding-unexpected-reply = 服务器的应答不符合协议
    .meaning = 无法理解该应答：其他服务、端口错误、应为明文却是 TLS，或有设备代为应答。
explain-finding-starttls-not-offered = 服务器没有提供 STARTTLS
    .meaning = 程序要用 STARTTLS 加密，但服务器在该端口没有提供。通常应使用 465、993、995 的 SSL/TLS；或者杀毒软件或防火墙删除了这一功能。
explain-finding-starttls-stripped = 防火墙在途中删除了 STARTTLS
    .meaning = 服务器提供 STARTTLS，但途中有设备将其删除。
explain-finding-starttls-refused = 服务器上的 STARTTLS 失败
    .meaning = STARTTLS 已开始，但没有建立加密连接：服务器的证书或密钥缺失，过载，或双方没有共同的算法。
explain-finding-starttls-injection = 未加密的数据混入了服务器的加密会话
    .meaning = 服务器保留了加密开始之前的数据，并当作加密会话的一部分。他人可借此混入命令。
explain-finding-preauthenticated = 服务器在问候时就表示已登录
    .meaning = 服务器认为连接已登录，因此无法再加密。
explain-finding-login-disabled = 服务器不允许在此连接上登录
    .meaning = 服务器在这里不提供登录，通常因为连接没有加密。
explain-finding-tls-stalled = 服务器没有应答 TLS 握手
    .meaning = 加密已开始，但没有及时收到应答：该端口要求明文，服务器过载，或途中的设备丢弃了 TLS。
explain-finding-tls-closed = 连接在 TLS 握手时被关闭
    .meaning = 加密已开始，对方关闭了连接：该端口不支持 TLS 或只支持旧版本，服务器拒绝这个客户端，或途中的设备关闭了连接。没有发送密码。
explain-finding-tls-reset = 连接在 TLS 握手时被重置
    .meaning = 加密已开始，连接被重置：服务器的 TLS 崩溃，该端口要求明文，或途中的设备切断 TLS。
explain-finding-tls-alert = 对方中断了 TLS 握手
    .meaning = 收到的是警报而不是加密连接；警报的名称说明原因。
explain-finding-tls-version-unsupported = 没有共同的 TLS 版本
    .meaning = 一方只支持旧版本的 TLS（1.0、1.1），另一方拒绝。通常是服务器过旧，也可能是程序或系统过旧。
explain-finding-tls-no-common-cipher = 服务器只支持旧的加密套件
    .meaning = 双方没有共同的加密套件，因为服务器只提供如今的程序会拒绝的套件。
explain-finding-tls-answered-in-plaintext = 服务器用明文应答 TLS 握手
    .meaning = STARTTLS 已约定，但服务器继续使用明文。
explain-finding-tls-large-hello = 服务器不接受较新程序的 TLS hello
    .meaning = 较新的程序开始 TLS 时发送的 hello 需要两个数据包。较旧的程序可以连接，较新的会一直等待或被切断。
explain-finding-tls-large-hello-tried = 试用较新程序的较大 TLS hello 的结果
    .meaning = 按要求试过：它得到了应答，或者无法判断。
explain-finding-tls-failed = TLS 握手失败
    .meaning = 没有建立加密连接。文本没有说明哪一方出错：端口与加密方式的组合、TLS 版本、证书，或数据损坏。
explain-finding-client-certificate-required = 服务器只接受持有证书的客户端
    .meaning = 服务器要求客户端提供证书。面向大众的邮件服务器不会这样做。
explain-finding-certificate-expired = 服务器的证书已过期
    .meaning = 证书或证书链中的某个证书已过有效期；或本机的时间不对。
explain-finding-certificate-not-yet-valid = 服务器的证书尚未生效
    .meaning = 证书的生效日期晚于本机的时间。请先检查本机的时间。
explain-finding-certificate-name-mismatch = 证书是另一个名称的
    .meaning = 服务器出示的证书不包含设置中的名称。请使用服务商提供的名称：常为服务商自己的服务器名，而不是您的域名。否则就是连接到了错误的服务器，或中间有设备。
explain-finding-certificate-depends-on-sni = 出示哪张证书取决于程序发送的名称
    .meaning = 服务器有多张证书，并按 TLS 握手开始时发送的名称（SNI）来选择。不发送名称或发送其他名称的程序得到的是另一张证书。
explain-finding-certificate-self-signed = 证书是自签名的
    .meaning = 证书由自己的密钥签发，无法与伪造的证书区分。自建服务器和设备会这样；中间的杀毒软件也可能如此。
explain-finding-certificate-unknown-issuer = 证书的颁发者在这里不受信任
    .meaning = 无法把证书追溯到该程序信任的颁发机构。可能是服务器没有发送中间证书，使用私有的颁发机构，杀毒软件或网关换上了自己的证书，或本机的颁发机构列表过旧或缺失。
explain-finding-certificate-chain-incomplete = 缺少中间证书
    .meaning = 无法把证书追溯到颁发机构，因为没有收到中间的证书；或这里不认识该颁发机构。以前见过该中间证书的程序不会报错。
explain-finding-weak-for-some-programs = 有些程序能连接，有些不能
    .meaning = 各程序接受的 TLS 版本、加密套件和证书各不相同。这台服务器提供的内容并不能满足所有程序。
explain-finding-renegotiation-unsafe = 服务器不支持安全重新协商
    .meaning = 服务器的 TLS 缺少 2010 年的一个扩展（RFC 5746）。OpenSSL 3 以及基于它的程序会拒绝这样的服务器。
explain-finding-root-expired = 根证书已过期
    .meaning = 证书链通向的证书颁发机构自己的证书已过期。有些程序不介意，有些则拒绝。
explain-finding-certificate-key-usage = 证书不允许这样使用
    .meaning = 证书中的密钥用法不允许服务器对它的使用方式。
explain-finding-certificate-must-staple = 缺少证书所要求的状态
    .meaning = 证书声明服务器总是发送最新的 OCSP 响应（"must-staple"），但没有收到。
explain-finding-certificate-status-refused = 有些程序拒绝服务器随证书发送的状态
    .meaning = 附带的 OCSP 响应表明证书已被吊销或未知，或者它已过期，或者属于另一张证书。
explain-finding-certificate-not-needed = 服务器发送了一张无人需要的过期证书
    .meaning = 没有任何失败由它造成；可以将该证书从证书链中去掉。
explain-finding-certificate-private-authority = 只有这台电脑的列表为该证书担保
    .meaning = 这台电脑的列表中有该证书颁发机构，而 Mozilla 的列表中没有：可能是公司自己的、系统自带的，也可能是解密加密连接的一方的。
explain-finding-certificate-weak = 服务器的证书太弱
    .meaning = 密钥太短或签名算法太旧（SHA-1、MD5），如今的程序不接受。
explain-finding-certificate-wrong-purpose = 证书不是用于服务器的
    .meaning = 证书标明用于其他用途。
explain-finding-certificate-malformed = 证书不符合规范
    .meaning = 程序无法读取证书，或其格式不符合规范。
explain-finding-certificate-expiring = 服务器的证书即将到期
    .meaning = 需要在到期之前更新。
explain-finding-tls-intercepted = 有程序或设备在途中解密连接
    .meaning = 证书不是服务器的：本机的杀毒软件或本网络的网关解密了连接，并出示自己的证书。
explain-finding-deadline-reached = 检查该目标的时间已到，或者运行被中断
    .meaning = mailcheck 在检查完成之前停止。
explain-finding-dns-server-failure = 域名的 DNS 服务器没有正常应答
    .meaning = 所询问的 DNS 服务器没有从该域名的服务器得到可用的应答。
explain-finding-dnssec-bogus = 该名称的 DNSSEC 签名不正确
    .meaning = 该名称有签名，但签名错误或已过期。检查签名的 DNS 服务器不会给出应答。
explain-finding-cname-loop = 该名称的别名形成循环
    .meaning = 别名（CNAME）一个指向下一个，最后又指回第一个。
explain-finding-no-resolver = 本机没有设置 DNS 服务器
    .meaning = 没有设置 DNS 服务器，因此无法查询任何名称。
explain-finding-no-mx = 域名没有 MX 记录
    .meaning = 发往该域名的邮件会送到域名自身的地址（如果有）。
explain-finding-dane-mismatch = 证书与 DANE 记录不符
    .meaning = 域名通过 DNSSEC 声明了其邮件服务器的证书，但服务器使用的是另一个。检查 DANE 的发送方不会投递。

## Mail addresses

finding-settings-found = { $by ->
        [published] { $domain } 公布了自己的邮件服务器
        [guessed] 尝试了 { $domain } 的常用邮件服务器名称
        [exchanger] { $domain } 的邮件服务器很可能是 { $provider } 的服务器
       *[provider] { $domain } 的邮件服务器是 { $provider } 的服务器
    }
    .explanation = 这些是 { $provider } 的服务器，取自本程序内置的表。{ $user-name ->
        [local-part] 用户名是 @ 前面的部分。
        [local-part-for-reading] 收信时用户名是 @ 前面的部分，发信时是完整的邮箱地址。
        [shown] 用户名和密码由 { $provider } 要求安装在这台电脑上的程序显示；该程序必须正在运行。
       *[other] 用户名是完整的邮箱地址。
    }
    .explanation-exchanger = { $domain } 的邮件由 { $provider } 接收（根据 MX 记录），因此很可能使用 { $provider } 的服务器。请以您的服务商或管理员的说明为准。{ $user-name ->
        [local-part] 用户名通常是 @ 前面的部分。
        [local-part-for-reading] 收信时用户名通常是 @ 前面的部分，发信时是完整的邮箱地址。
       *[other] 用户名通常是完整的邮箱地址。
    }
    .explanation-published = 该域名自己公布了这些服务器。判断依据说明了每台服务器由哪条记录或哪个文件给出。
    .explanation-guessed = 没有任何来源说明 { $domain } 的邮件服务器。这里只是一些确实存在的常用名称；正确的名称请向服务商询问。
    .about = 一个邮箱地址有哪些服务器、由谁说明。程序内置了常用服务商的表；还会查询该域名的 SRV 记录（RFC 6186、RFC 8314）、通过 HTTPS 提供的 autoconfig 文件和 draft-ietf-mailmaint-pacc 的设置文件（Thunderbird 还会通过未加密的 HTTP 查询，途中任何人都可以改动内容，mailcheck 不这样做）；使用 --online 时还会查询 Thunderbird 的数据库；MX 记录说明最可能使用谁的服务器；最后尝试常用名称。除非使用 --send-address，否则不会向任何人透露 @ 前面的部分。
    .steps =
        如果邮件程序要求填写服务器，请填写这些服务器。

finding-settings-not-found = 没有任何来源说明 { $domain } 的邮件服务器
    .explanation = 该域名不在本程序的表中，没有发布 SRV 记录或 autoconfig 文件，它的邮件交换服务器不属于本程序认识的服务商，常用名称也都不存在。
    .explanation-meant = 找不到 { $domain } 的邮件服务器。它与邮件服务商 { $meant } 非常相似。
    .about = 没有任何来源为这个地址给出邮件程序使用的服务器，因此无法测试。域名可能拼写有误，可能根本没有邮件服务，也可能以其他方式告知用户。可由谁解决：邮箱的所有者，请向服务商询问。
    .steps =
        检查邮箱地址的拼写。
        请向您的服务商询问邮件服务器的名称。

finding-settings-outdated = { $domain } 公布了不存在的邮件服务器：{ $host }
    .explanation = 该域名让邮件程序使用 { $host }，而这个名称没有地址。据此自动设置的程序得到的是无法连接的服务器。
    .about = 该域名的记录或文件（SRV、autoconfig）给出了 DNS 中不存在的服务器。常见原因是服务器已迁移而记录没有更新。可由谁解决：该域名的 DNS 和网站的管理方。
    .steps =
        如果这是您的域名：更正该记录或文件，使其给出现在的服务器。

finding-settings-disagree = 两个来源为 { $domain } 给出了不同的服务器
    .explanation = { $one ->
        [table] 本程序内置的表
        [srv] 该域名的 SRV 记录
        [pacc] 该域名的设置文件
        [autoconfig] 该域名的 autoconfig 文件
       *[ispdb] Thunderbird 的数据库
    }给出 { $one-hosts }；{ $other ->
        [table] 本程序内置的表
        [srv] 该域名的 SRV 记录
        [pacc] 该域名的设置文件
        [autoconfig] 该域名的 autoconfig 文件
       *[ispdb] Thunderbird 的数据库
    }给出 { $other-hosts }。不同的邮件程序读取不同的来源，因此有的使用前者，有的使用后者。所有服务器都已检查。
    .about = 对同一用途，两个来源没有共同的服务器。两者可能都能用；如果其中之一不能用，读取该来源的程序就会失败。可由谁解决：该域名的 DNS 和网站的管理方。
    .steps =
        如果这是您的域名：更正该记录或文件，使其给出现在的服务器。

finding-service-not-offered = { $domain } 不提供 { $services }
    .explanation = 该域名在 SRV 记录中声明不提供 { $services }。请不要为此设置邮件程序。
    .about = SRV 记录的目标是一个点，表示不提供该服务（RFC 6186 第 3.4 节）。没有任何故障。可由谁解决：如果其实提供该服务，则为该域名的 DNS 管理方。
    .steps =
        如果其实提供该服务：更正 SRV 记录。

finding-what-password = { $provider } 要求的不只是邮箱地址和密码
    .explanation = { $provider } 接受邮箱密码，但须先在网页邮箱中为邮件程序开启服务。
    .explanation-app-password = { $provider } 不接受邮件程序使用网页登录密码。邮件程序须通过 OAuth（程序自己的登录窗口）登录，或使用在帐户中为它生成的应用专用密码；后者需要先开启两步验证。
    .explanation-app-password-with-two-steps = { $provider } 接受邮箱密码；开启两步验证后则须使用应用专用密码。
    .explanation-authorization-code = { $provider } 不接受邮件程序使用网页登录密码。须先在网页邮箱中开启服务，随后会得到授权码；在密码栏中填写授权码。
    .explanation-oauth-only = { $provider } 不再接受邮件程序使用密码，应用专用密码也不行。邮件程序须通过 OAuth（程序自己的登录窗口）登录。
    .explanation-client-password-if-asked = { $provider } 接受邮箱密码；如果企业要求，则须使用客户端专用密码。
    .explanation-separate = { $provider } 为电子邮件使用单独的密码，与客户中心的密码不同，须先在那里设置。
    .explanation-bridge = { $provider } 在互联网上没有供邮件程序使用的服务器。它自己的程序须在这台电脑上运行，并显示应填写的用户名和密码。
    .about = 登录被拒绝最常见的原因：在服务商要求另一种密码的地方填写了网页登录密码，或者没有为邮件程序开启服务。密码种类取自服务商自己的帮助页面。可由谁解决：邮箱的所有者。
    .steps =
        登录服务商的网页邮箱，为邮件程序开启服务。
        生成服务商要求的密码，并填写它。

evidence-account-server = { $server }，端口 { $port }：{ $protocol }，{ $security ->
        [tls] SSL/TLS
        [starttls] STARTTLS
       *[plain] 不加密（按所公布的设置）
    }{ $source ->
        [told] { "" }
        [table] ；来源：内置的表
        [srv] ；来源：该域名的 SRV 记录
        [pacc] ；来源：该域名的设置文件
        [autoconfig] ；来源：该域名的 autoconfig 文件
        [ispdb] ；来源：Thunderbird 的数据库
        [mx] ；来源：内置的表（根据 MX 记录）
       *[guess] ；来源：常用名称，并无人公布
    }{ $more ->
        [0] { "" }
       *[other] ，以及另外 { $more } 个来源
    }
evidence-account-source = { $asked }：{ $what ->
        [bad-document] 文件无效（{ $detail }）
        [http-status] HTTP 状态 { $detail }
        [redirect] 重定向到 { $detail }，未跟随
        [untrusted] 该服务器的证书对它无效，因此不采信其内容
        [unresolved] 无法解析该名称
        [failed] 无法建立连接，或没有及时收到答复
       *[not-http] 没有收到完整的 HTTP 答复
    }

step-ask-provider-for-settings = 请向您的服务商询问邮件服务器的名称。
step-type-server-name = 输入您的邮件程序中填写的服务器名称：mailcheck imap.{ $domain }
step-spell-address = 检查邮箱地址的拼写：是 { $domain } 还是 { $meant }？
step-mend-published-settings = 如果这是您的域名：更正该记录或文件，使其给出现在的服务器。
step-switch-service-on = 登录 { $provider } 的网页邮箱，为邮件程序开启 IMAP、POP3 和 SMTP 服务。
step-which-password = { $kind ->
        [app-password] 在 { $provider } 的帐户中生成应用专用密码并填入密码栏，或在邮件程序中选择 OAuth。
        [app-password-with-two-steps] 如果在 { $provider } 开启了两步验证：生成应用专用密码并填写它。
        [authorization-code] 在密码栏中填写授权码，而不是网页登录密码。
        [oauth-only] 在邮件程序中选择 OAuth 登录方式（Thunderbird 中为 OAuth2）；没有这种方式的程序不能用于 { $provider }。
        [client-password-if-asked] 如果密码被拒绝：在 { $provider } 的网页邮箱中生成客户端专用密码并填写它。
        [separate] 在 { $provider } 设置电子邮件密码并填写它。
        [bridge] 安装并启动 { $provider } 的程序，填写它显示的内容。
       *[mailbox] 填写邮箱密码。
    }
step-provider-page = { $provider } 的说明：{ $page }

# 登录。protocols 是协议名称；不知道服务器属于谁时，provider 为 none。
finding-login-refused = { $host } 拒绝登录（{ $protocols }）
    .explanation = 服务器拒绝登录，用户名或密码不正确时就是这样。究竟是哪一个，服务器有意不说明。
    .explanation-or-app-password = 服务器拒绝登录，用户名或密码不正确时就是这样。如果密码本身正确，但 { $provider } 要求的是另一种密码（应用专用密码或授权码，而不是网页登录密码），它的答复也是这样。从本机无法区分这两种情况。
    .explanation-or-service = 服务器拒绝登录。密码错误和帐户未开启邮件程序服务时，它的答复相同。从本机无法区分这两种情况。
    .explanation-listed = { $provider ->
        [none] 服务器
       *[other] { $provider }{" "}
    }对多种原因给出同一个答复：帐户未开启服务、密码错误或种类不对、登录过于频繁，或者帐户受到限制。从本机无法区分这些情况。
    .explanation-unclear = 服务器拒绝登录，没有给出 mailcheck 认识的理由。服务器的原话见下文。
    .about = 邮件服务器没有接受用户名和密码。许多服务器对各种原因给出同样的答复：密码错误、在要求应用专用密码的地方填写了网页登录密码、服务未开启。mailcheck 用每种协议只尝试一次，不再重试，因为帐户可能因此被锁定。仅在使用 --login 时检查。可由谁解决：邮箱的所有者。
    .steps =
        用同样的用户名和密码登录服务商的网页邮箱。如果登录失败，说明密码错误。
        如果登录成功：查看服务商是否要求应用专用密码或授权码，以及是否已开启 IMAP、POP3 和 SMTP。
        检查用户名：多数服务器要求填写完整的邮箱地址。

finding-app-password-required = { $host } 要求使用应用专用密码（{ $protocols }）
    .explanation = 服务器不接受邮件程序使用网页登录密码，要求使用为某个程序单独生成的密码，或使用通过 OAuth 登录的程序。这是服务器自己说的。
    .explanation-authorization-code = { $provider } 不接受邮件程序使用网页登录密码，要求使用授权码；在网页邮箱中开启服务时会得到授权码。这是服务器自己说的。
    .about = 服务商只接受专为邮件程序生成的密码：应用专用密码（通常需要先开启两步验证），或者授权码。服务器自己指出了这个原因。仅在使用 --login 时检查。可由谁解决：邮箱的所有者。
    .steps =
        在帐户中生成应用专用密码或授权码，并代替平时的密码填写。
        如果服务商和程序都支持，也可以在邮件程序中选择 OAuth。

finding-web-login-required = 服务商要求先用浏览器登录（{ $protocols }）
    .explanation = 在帐户所有者登录服务商的网页并确认无误之前，服务器暂不允许登录。它没有说明密码是否正确。
    .about = 对于看起来不寻常的登录（新的地点、新的程序、长时间未使用），服务商会先行拦截。仅在使用 --login 时检查。可由谁解决：邮箱的所有者。
    .steps =
        登录服务商的网页（最好在当前网络中），并按提示确认。
        然后用邮件程序再登录一次。

finding-protocol-disabled = 此帐户在 { $host } 上未开启 { $protocols }
    .explanation = 服务器称此帐户未开启该服务。这不说明密码是否正确。
    .explanation-only-here = 同样的用户名和密码在另一项服务上被接受，而 { $protocols } 被拒绝。很可能是此帐户未开启 { $protocols }。
    .explanation-not-connected = 服务器接受了登录，但没有打开邮箱。很可能是此帐户未开启该服务，帐户没有自己的邮箱（共享邮箱、没有许可证），或者令牌不包含该服务。
    .about = 帐户或其所属组织关闭了 IMAP、POP3 或 SMTP 登录。许多服务商要求先在网页邮箱中开启；Microsoft 365 对每个邮箱和整个组织各有一个 SMTP AUTH 开关。仅在使用 --login 时检查。可由谁解决：邮箱的所有者，或组织的管理员。
    .steps =
        在网页邮箱或帐户设置中开启该服务，或请管理员开启。
        Microsoft 365：由管理员为该邮箱允许“经过身份验证的 SMTP”或 IMAP。

finding-password-login-disabled = { $host } 不再接受密码登录（{ $protocols }）
    .explanation = 无论密码是否正确，服务器都不再允许用密码登录。邮件程序须通过 OAuth，在服务商的窗口中登录。不支持 OAuth 的程序和设备需要改用别的发送方式。
    .about = 服务商已停用密码登录（“基本身份验证”），只接受 OAuth 2.0 令牌。换一个新密码没有用。仅在使用 --login 时检查。可由谁解决：邮箱的所有者，改用支持 OAuth 的程序。
    .steps =
        在邮件程序中删除该帐户并重新添加，使其通过 OAuth 登录；或将身份验证方式选为 OAuth2。
        打印机和脚本：通过接受密码的中继服务器发送，或获取令牌。

finding-login-blocked-by-policy = 有规则禁止此次登录（{ $protocols }）
    .explanation = 组织或服务商的规则禁止此次登录：按地点、程序或安全默认设置。这是服务器自己说的。密码很可能是正确的。
    .explanation-program = 服务器接受了登录，但认为该程序不安全，因此不打开邮箱。如果服务器支持，mailcheck 已说明自己是什么程序（IMAP ID）。
    .about = 组织的规则（安全默认设置、条件访问、允许的程序或地址列表）禁止登录，尽管登录信息可能是正确的。仅在使用 --login 时检查。可由谁解决：组织的管理员，或服务商。
    .steps =
        请帐户的管理员查明是哪条规则禁止登录；那里的登录日志会写明。

finding-account-locked = 帐户已被锁定（{ $protocols }）
    .explanation = 服务器称此帐户已被锁定、暂停或停用。在解除之前，任何密码都没有用。
    .about = 服务商锁定了帐户：登录失败次数过多、有人用它发送垃圾邮件、欠费，或长期未使用。可由谁解决：邮箱的所有者与服务商。
    .steps =
        登录服务商的网页；那里会说明原因，往往也说明如何解锁。
        否则请联系服务商或管理员。

finding-login-rate-limited = { $host } 暂时不允许登录：登录过多（{ $protocols }）
    .explanation = 服务器认为此帐户或地址的登录、失败的登录或连接过多，在一段时间内不再接受。在此之前无法判断密码是否正确。
    .explanation-held = 另一个会话占用了邮箱，服务器暂时不向其他人打开。无法判断登录是否会被接受。
    .about = 服务器限制登录或连接的次数。常见的情况是手机或其他程序一直用旧密码重试。仅在使用 --login 时检查。可由谁解决：邮箱的所有者。
    .steps =
        停止使用此帐户的其他程序和设备，或在其中改为正确的密码。
        等待几分钟（有些服务商要求等待一天），然后只试一次。

finding-mechanism-not-offered = { $host } 没有提供可用的登录方式（{ $protocols }）
    .explanation = 服务器不接受这种登录方式，或在此端口上不接受任何登录。
    .explanation-none-in-common = 服务器提供的登录方式，mailcheck 都不会用{ $by ->
        [token] 令牌
       *[password] 密码
    }尝试：{ $offered }。
    .explanation-nothing = 在加密连接中，服务器没有提供任何登录方式。此端口不是供用户使用的，或者登录已被关闭。
    .explanation-login-disabled = 在加密连接中，服务器声明 LOGINDISABLED，即至少不允许用用户名和密码登录。mailcheck 在那里不作任何尝试，没有发送任何内容。
    .explanation-unencrypted = 此端口没有加密，因此没有发送任何机密内容。
    .explanation-encryption = 服务器要求先加密再登录，却不知道连接已经加密：TLS 由它前面的设备处理，而后面的服务器不知道。
    .about = 邮件程序与服务器没有共同的登录方式：此端口上没有 AUTH，或者只提供 NTLM、GSSAPI 或服务商自己的方式。仅在使用 --login 时检查。可由谁解决：邮件服务器的管理方。
    .steps =
        使用供邮件程序使用的端口：465（SSL/TLS）或 587（STARTTLS）。
        如果是您的服务器：在 TLS 中提供 PLAIN。

finding-token-refused = { $host } 拒绝 OAuth 令牌（{ $protocols }）
    .explanation = 服务器不接受该令牌。令牌已过期、属于另一个用户，或者不包含此服务（scope）。与密码无关。
    .about = OAuth 2.0 令牌只对一个用户和某些服务有效，有效期约一小时。仅在使用 --login 和 --oauth-token-command 时检查。可由谁解决：邮箱的所有者，以及获取令牌的程序。
    .steps =
        获取新的令牌，并立即重试。
        检查令牌的 scope 和用户：Microsoft 要求 https://outlook.office.com 的 IMAP.AccessAsUser.All、POP.AccessAsUser.All 或 SMTP.Send，Google 要求 https://mail.google.com/。

finding-login-server-failure = { $let-in ->
        [yes] { $host } 无法打开邮箱（{ $protocols }）
       *[no] { $host } 无法核对登录信息（{ $protocols }）
    }
    .explanation = 服务器称在核对登录信息时自身发生了故障。这不说明密码是否正确。
    .explanation-mailbox = 登录已被接受，用户名和密码都正确。随后服务器称，由于自身的原因无法打开邮箱。常见的原因是邮箱文件属于另一个用户，或者磁盘已满或不可用；具体原因见服务器的日志。
    .explanation-for-now = 服务器暂时推迟登录，没有说明原因。由此无法判断密码是否正确。
    .explanation-silent = 服务器没有答复登录。无法判断密码是否正确。
    .explanation-closed = 服务器没有答复登录，而是断开了连接。有些服务器会这样对待不受欢迎的用户或地址；无法判断密码是否正确。
    .explanation-second-connection = 检查都成功了，但用于登录的连接没有建立。无法判断密码是否正确。
    .explanation-misbehaved = 服务器在登录过程中的答复不符合该登录机制，因此放弃了尝试。
    .about = 邮件服务器无法完成登录的处理：用户数据库没有响应，或者它断开了连接。仅在使用 --login 时检查。可由谁解决：邮件服务器的管理方。
    .steps =
        几分钟后重试。
        如果持续发生：请将时间和下文的答复告知服务器的管理方。

finding-source-not-registered = { $host } 不认识这台电脑所用的地址
    .explanation = 服务器只接受已登记的地址，而这台电脑所用的地址不在其中。常见的情况是只登记了 IPv4，而连接使用了 IPv6。
    .about = Google Workspace、Microsoft 365 或 Brevo 等中继服务按地址识别客户。可由谁解决：中继服务帐户的管理员。
    .steps =
        在中继服务中登记此网络的公网地址，包括 IPv6 地址。
        或使用已登记的地址族连接：mailcheck -4

finding-wrong-server-for-account = { $host } 与帐户属于不同的服务商（{ $protocols }）
    .explanation = 服务器属于 { $provider }，帐户属于 { $account }。服务器通常只认识自己服务商的帐户，对其他帐户的拒绝与密码错误时相同。
    .about = 帐户和服务器属于不同的服务商。仅在使用 --login 并且两者都已知时检查。可由谁解决：设置邮件程序的人。
    .steps =
        查找正确的服务器：以邮箱地址为目标运行 mailcheck。

finding-sender-not-allowed = 此登录不能以该地址发送
    .explanation = 登录没有问题，但服务器只允许它以自己的地址或属于它的地址发送。
    .about = 发件人地址必须是登录帐户的地址，或者是服务商已为其确认的地址。可由谁解决：邮箱的所有者。
    .steps =
        以帐户的地址发送，或请服务商添加另一个地址。

# 提交邮件。from 和 to 是邮箱地址。
finding-relay-denied = { $host } 不向 { $to } 转发邮件
    .explanation = 服务器只接收发往自己域名的邮件，或已登录用户的邮件。此次没有登录。
    .explanation-login-wanted = 服务器要求先登录才接收邮件。
    .explanation-logged-in = 登录已被接受，但服务器仍不向此收件人转发邮件。
    .about = 邮件服务器只为它认识的人向其他域名转发邮件：已登录的用户，或它信任的地址。否则就成了开放中继。仅在使用 --from 和 --rcpt 时检查。可由谁解决：通常是发件人，登录即可。
    .steps =
        在邮件程序中为发送开启“我的服务器要求身份验证”。要在这里尝试：--login
        检查收件人：域名写错也会得到同样的答复。

finding-recipient-unknown = { $host } 不认识 { $to }
    .explanation = 服务器称此收件人不存在。
    .explanation-domain = 服务器找不到收件人域名的去路。
    .explanation-or-relay = 服务器称收件人无效。收件人不存在时，OpenSMTPD 这样答复；未登录而收件人的域名不归它接收时，它的答复也是这样。
    .explanation-expansion = 服务器找不到此地址背后的邮箱：它是没有去处的邮件列表或别名。用户不存在时，OpenSMTPD 的答复也是这样。
    .explanation-disabled = 服务器称收件人的邮箱已停用。
    .explanation-suppressed = 该收件人在服务器不再投递的名单上：以前的邮件被退回，或有人投诉。
    .about = 收件人地址有误，或者邮箱已不存在。仅在使用 --from 和 --rcpt 时检查。可由谁解决：发件人，或邮箱的所有者。
    .steps =
        检查地址的拼写。

finding-greylisted = { $host } 让第一封邮件等待
    .explanation = 服务器还没有同时见过这个发件人、收件人和地址，会在以后的尝试中接收邮件（灰名单）。邮件服务器会自动重试，没有任何问题。
    .about = 灰名单会让陌生人的第一封邮件推迟几分钟。邮件服务器会自动重试，脚本往往不会。可由谁解决：无需解决。
    .steps =
        几分钟后用同样的发件人和收件人重试。

finding-sender-rejected = { $host } 不接收 { $from } 的邮件
    .explanation = 服务器拒绝该发件人地址。
    .explanation-domain = 服务器称发件人的域名不存在，或不接收邮件。
    .explanation-spf = 服务器称此发件人的邮件不能从这个地址发出（SPF）。
    .explanation-listed = 服务器称某个域名在黑名单上或信誉不佳：发件人的域名，或邮件中出现的域名。它拒绝的不是此网络的地址。
    .about = 收件方服务器拒绝发件人：域名在 DNS 中不存在、SPF 记录中没有发送邮件的服务器、域名在域名黑名单上，或地址无法核实。仅在使用 --from 和 --rcpt 时检查。可由谁解决：发件人域名的管理方。
    .steps =
        检查发件人地址是否写错。
        如果是您的域名：检查其 MX、地址和 SPF 记录。

finding-rate-limited = { $host } 暂时不再接收邮件
    .explanation = 服务器称短时间内收到的邮件过多。
    .explanation-quota = 帐户已用完一天内可发送的数量，或已用完购买的数量。
    .about = 服务器限制一个帐户或地址可发送的数量，以及一个邮箱可接收的数量。仅在使用 --from 和 --rcpt 时检查。可由谁解决：发送邮件的人。
    .steps =
        减少每次发送的数量，稍后再发。

finding-rejected-by-reputation = { $host } 不接收来自此网络地址的邮件
    .explanation = 由于信誉问题，服务器拒绝来自这台电脑所用地址的邮件。
    .explanation-listed = 服务器称这台电脑所用的地址在黑名单上。许多服务器在指明收件人时才这样说，因此问候看起来是正常的。
    .explanation-dynamic = 服务器不接收来自家庭和手机网络地址的邮件。
    .explanation-reverse-dns = 这台电脑所用的地址在 DNS 中没有名称，或者没有能指回该地址的名称。
    .explanation-ehlo-name = 服务器拒绝这台电脑报出的名称（EHLO）。
    .about = 收件方服务器会评判邮件来源的地址：黑名单、反向 DNS、网络类型。许多服务器把所有拒绝推迟到指明收件人之后，因此只有在这里才能看到。仅在使用 --from 和 --rcpt 时检查。可由谁解决：邮件来源网络的管理方。
    .steps =
        在家庭或办公网络中：登录后通过服务商的提交服务器发送。
        如果是您的邮件服务器：在答复所指的黑名单中查询该地址，并设置反向 DNS。

finding-message-refused = { $answered ->
        [no] { $host } 没有答复邮件
       *[yes] { $host } 拒收邮件
    }
    .explanation = 服务器拒收邮件，原话见下文。
    .explanation-at-mail = 服务器在指明发件人时就拒收邮件，没有给出 mailcheck 认识的理由。原话见下文。
    .explanation-at-rcpt = 服务器拒绝收件人，没有给出 mailcheck 认识的理由。原话见下文。
    .explanation-at-data = 服务器拒收邮件内容，没有给出 mailcheck 认识的理由。原话见下文。
    .explanation-content = 服务器因邮件的内容，或因对内容的判断而拒收。
    .explanation-unauthenticated = 服务器拒收邮件，因为它没有通过验证：发件人的域名要求 SPF 或 DKIM 相符（DMARC），或者服务器要求如此。
    .explanation-too-large = 服务器称邮件过大。
    .explanation-encryption = 服务器要求先加密才接收邮件。
    .explanation-server = 由于服务器自身的原因，目前无法接收邮件。
    .explanation-not-ascii = 有一个地址含有 ASCII 以外的字符，而服务器不支持 SMTPUTF8。没有进行询问。
    .explanation-no-answer = { $after ->
        [data] 邮件已发出，但没有收到答复。邮件可能已经被接收。
       *[other] 服务器还没有答复，连接就断开或没有了响应。
    }
    .about = 服务器不会接收或没有接收邮件。仅在使用 --from 和 --rcpt 时检查。可由谁解决：服务器的原话所指的一方。
    .steps =
        阅读服务器的答复；可将其放在引号中交给 mailcheck explain。

finding-mailbox-full = 邮箱已满（{ $host }）
    .explanation = 服务器称收件人的邮箱已没有空间。
    .explanation-own = 登录已被接受，服务器称邮箱已没有空间。
    .about = 邮箱已达到配额，发往它的邮件会被拒绝或等待。可由谁解决：邮箱的所有者。
    .steps =
        删除或移走邮件，清空回收站，或向服务商获取更多空间。

evidence-login-reply = { $protocol }，端口 { $port }，{ $method }：{ $reply }{ $complaint ->
        [none] {""}
       *[other] （关于令牌：{ $complaint }）
    }
evidence-mail-reply = { $command ->
        [mail] MAIL FROM
        [rcpt] RCPT TO
        [data] DATA
       *[message] 邮件内容
    }：{ $reply }

step-read-refusal = 查询答复的含义：mailcheck explain，把服务器的原话放在引号中。
step-check-password = 用同样的用户名和密码登录网页邮箱。如果也失败，说明密码错误：请在那里重置密码。
step-check-user-name = 检查用户名：多数服务器要求完整的邮箱地址，有些只要求 @ 之前的部分。
step-try-webmail = 用同样的密码登录网页邮箱。如果成功，说明密码正确，而服务器要求另一种密码，或者服务未开启。
step-make-app-password = 在服务商的帐户设置中查找“应用专用密码”或“授权码”，生成一个并填写它。
step-switch-protocol-on = 在网页邮箱或帐户设置中开启 { $protocols }，或请帐户的管理员开启。
step-choose-oauth = 在邮件程序中将身份验证方式选为 OAuth2，或在其中重新添加帐户。换一个新密码没有用。
step-another-relay = 不支持 OAuth 的打印机和脚本：通过接受密码的中继服务器发送，或为其获取令牌。
step-sign-in-with-browser = 登录服务商的网页，并按提示确认。
step-ask-administrator = 请帐户的管理员查明是哪条规则禁止登录；登录日志会写明。
step-ask-provider-to-unlock = 询问服务商或管理员锁定的原因，并请其解锁。
step-stop-programs = 停止使用此帐户的其他程序和设备，或在其中改为正确的密码。
step-wait-and-log-in-once = 等待几分钟后再试一次；每多试一次都可能延长等待的时间。
step-use-inner-address = 在此网络中使用服务器的内部地址（在邮件程序或此网络的 DNS 中设置）。尝试方法：mailcheck --connect-to 内部地址 { $target }
step-switch-on-nat-loopback = 或在路由器中开启 NAT 回流（hairpin NAT、NAT reflection）。
step-use-submission-port = 使用供邮件程序使用的端口：465（SSL/TLS）或 587（STARTTLS）。
step-offer-a-mechanism = 如果 { $host } 是您的服务器：在 TLS 中提供 PLAIN 登录。否则请询问其管理方哪些程序可以登录。
step-ask-who-answers = 询问 { $host } 的管理方，服务器前面是否有设备代为答复登录。
step-tell-server-of-login = 如果持续发生，请将时间和答复告知 { $host } 的管理方。
step-new-token = 为该用户获取新的令牌，并立即重试：令牌的有效期约一小时。
step-token-scope = 检查令牌包含的权限。Microsoft：https://outlook.office.com 的 IMAP.AccessAsUser.All、POP.AccessAsUser.All 或 SMTP.Send。Google：https://mail.google.com/。
step-register-source = 在中继服务中登记此网络的公网地址（IPv4 和 IPv6）；如果它接受登录，也可以登录。
step-own-sender = 以帐户的地址发送，或请服务商为帐户添加另一个地址。
step-servers-of-account = 查找帐户的服务器：以邮箱地址为目标运行 mailcheck。
step-empty-mailbox = 删除或移走邮件并清空回收站，或向服务商获取更多空间。
step-recipient-makes-room = { $to } 的所有者需要删除或移走邮件，或向服务商获取更多空间。如果那不是您，请用邮件以外的方式告知对方。
step-log-in-to-send = 在邮件程序中为发送开启登录（“我的服务器要求身份验证”）。要在这里尝试，请加上 --login。
step-spell-recipient = 检查 { $to } 的拼写。
step-spell-sender = 检查 { $from } 的拼写。
step-mend-sender-domain = 如果发件人的域名是您的：检查其 MX、SPF、DKIM 和 DMARC 记录。
step-tell-server-of-relay = 将下文的答复告知 { $host } 的管理方。
step-send-less = 减少每次发送的数量，稍后重试。
step-send-through-provider = 登录后通过服务商的提交服务器（端口 465 或 587）发送，不要直接发送。
step-set-ehlo-name = 报出一个在 DNS 中存在的完整主机名：--ehlo，或在您的邮件服务器设置中修改。
step-ascii-address = 使用只含普通字母的地址，或支持 SMTPUTF8 的服务器。

# 报告中关于登录和邮件的部分。
logins-heading = 登录
login-accepted = { $protocol }，端口 { $port }：服务器允许 { $user } 登录（{ $method }）{ $messages ->
        [none] {""}
       *[other] ；收件箱中有 { $messages } 封邮件
    }
login-not-opened = { $protocol }，端口 { $port }：服务器允许 { $user } 登录（{ $method }），但没有打开邮箱：{ $reply }
login-refused = { $protocol }，端口 { $port }：服务器拒绝 { $user } 登录（{ $method }）：{ $reply }
login-broken = { $protocol }，端口 { $port }：已放弃尝试（{ $method }）：{ $reason ->
        [proof] 服务器无法证明它知道密码
        [rounds] 服务器要求的散列轮数过多
       *[challenge] 服务器的要求不符合该登录机制
    }
login-failed = { $protocol }，端口 { $port }：用于登录的连接失败：{ $what }
login-not-tried = { $protocol }，端口 { $port }：没有发送任何内容，因为{ $why ->
        [untrusted] 证书不受信任
        [unencrypted] 没有加密
        [login-disabled] 服务器声明 LOGINDISABLED
        [nothing-offered] 服务器没有提供任何登录方式
        [no-common-mechanism] 服务器没有提供 mailcheck 支持的登录方式：{ $offered }
        [preauthenticated] 会话一开始就已登录
       *[no-working-service] 该服务不可用
    }
mail-heading = 提交邮件
mail-exchange = { $command ->
        [mail] MAIL FROM:<{ $from }>
        [rcpt] RCPT TO:<{ $to }>
        [data] DATA
       *[message] 邮件内容
    } → { $reply }
mail-accepted = { $host } 会接收从 { $from } 到 { $to } 的邮件。没有发送任何邮件。有些服务器看到邮件内容后才作决定。
mail-sent = { $host } 已接收发往 { $to } 的测试邮件。
mail-not-tried = 没有进行询问，因为{ $why ->
        [not-logged-in] 登录没有成功
        [address-not-ascii] 服务器不支持 SMTPUTF8
       *[no-working-service] 没有可用的 SMTP 服务
    }。

reading-account = 邮箱地址；查找并检查其邮件程序需要的服务器

# 程序无法连接的原因。“programs”是一个或多个程序的名称。
program-certificate = { $programs }：因证书而拒绝
program-version = { $programs }：不支持 { $what }
program-suite = { $programs }：不支持加密套件 { $what }
program-nothing-in-common = { $programs }：与服务器提供的内容没有共同之处
program-group = { $programs }：不支持密钥交换组 { $what }
program-dh-bits = { $programs }：{ $bits } 位的 Diffie-Hellman 密钥太短，至少需要 { $least } 位
program-scheme = { $programs }：不支持签名方案 { $what }
program-renegotiation = { $programs }：服务器不支持安全重新协商（RFC 5746）
program-not-seen = { $programs }：看到的握手内容太少，无法判断
program-chain-not-seen = { $programs }：没有看到证书
program-issuer-to-fetch = { $programs }：可能会自行获取缺少的中间证书
program-root-expired = { $programs }：根证书已过期
program-key-usage = { $programs }：证书的密钥用法不允许这样使用（RFC 5280 第 4.2.1.3 节）
program-must-staple = { $programs }：证书要求附带 OCSP 响应，而服务器没有发送（RFC 7633）
program-status-revoked = { $programs }：服务器附带的状态表明证书已被吊销
program-status-ended = { $programs }：服务器附带的状态已经过期
program-status-another = { $programs }：服务器附带的状态属于另一张证书
program-status-unknown = { $programs }：服务器附带的状态表明颁发机构不认识该证书
program-authority = { $programs }：证书被标记为证书颁发机构的证书（CA:TRUE）
program-key = { $programs }：不接受密钥 { $what }
program-signature = { $programs }：不接受签名 { $what }
program-common-name = { $programs }：名称只写在证书的使用者字段中
program-final-dot = { $programs }：不接受末尾带点的名称
program-underscore = { $programs }：不接受含下划线的主机名
program-issuer-purpose = { $programs }：中间的证书颁发机构不用于服务器
program-gated-purpose = { $programs }：扩展密钥用法只有“服务器网关加密”（SGC），它不算数（需要 serverAuth）
program-issuer-serial = { $programs }：证书所写的颁发者序列号或其上级颁发者与颁发者的证书不符（颁发机构密钥标识符）
program-directory-constraint = { $programs }：证书链中某个颁发机构有针对目录名称的名称约束，而该程序不支持
program-outside-directory = { $programs }：证书链中某个颁发机构不得签发使用者字段如此的证书（名称约束）
program-no-subject = { $programs }：使用者字段为空，而使用者可选名称没有标为关键（RFC 5280 第 4.2.1.6 节）
program-odd-serial = { $programs }：序列号为负数或超过 20 个字节（RFC 5280 第 4.1.2.2 节）
program-root = { $programs }：{ $rule ->
        [constraints] 受信任的颁发机构只能为其他名称签发（名称约束）
        [path-length] 受信任的颁发机构之下允许的颁发机构层数更少（路径长度）
        [purpose] 受信任的颁发机构不用于服务器（扩展密钥用法）
        [signs] 受信任的颁发机构的密钥用法不允许签发证书
        [authority] 受信任的证书没有标记为证书颁发机构的证书（CA:TRUE）
        [key] 证书所写的颁发者密钥与受信任的颁发机构的密钥标识不符（颁发机构密钥标识符）
       *[serial] 证书所写的序列号或上级颁发者与受信任的颁发机构不符（颁发机构密钥标识符）
    }
program-top-star = { $programs }：不接受直接位于顶级域之下的星号
program-partial-star = { $programs }：不接受只代表名称一部分的星号
program-any-purpose = { $programs }：链中的某张证书允许任何用途，但必须写明用于服务器（serverAuth）
program-netscape-type = { $programs }：证书标明用于服务器以外的用途（Netscape 证书类型）
program-names-beyond-ascii = { $programs }：证书中的某个名称含有 ASCII 以外的字符，应写成 DNS 使用的形式（xn--…）
program-critical = { $programs }：不认识标为关键的扩展 { $what }
program-other-way = { $programs }：若有多张证书与颁发者同名，只沿第一张往上找，而它不通向受信任的证书颁发机构
program-spelled-otherwise = { $programs }：颁发者名称的字符串类型与颁发者自己证书中的不同（RFC 5280 第 7.1 节）
program-too-many-between = { $programs }：中间证书过多
program-too-many-sent = { $programs }：服务器发送的证书超过 { $most } 张
program-young-authority = { $programs }：颁发机构列表较旧（数年前）的设备中没有 { $what }
program-too-long = { $programs }：证书的有效期为 { $days } 天，超过所接受的 { $most } 天
program-strict = { $programs }：{ $rule ->
        [constraints-not-critical] 证书颁发机构的基本约束未标为关键（RFC 5280 第 4.2.1.9 节）
        [no-issuer-key] 缺少颁发机构密钥标识符（RFC 5280 第 4.2.1.1 节）
        [no-own-key] 证书颁发机构缺少自身密钥标识符（RFC 5280 第 4.2.1.2 节）
        [no-key-usage] 证书颁发机构缺少密钥用法（RFC 5280 第 4.2.1.3 节）
        [signs-without-authority] 非证书颁发机构的证书含有 keyCertSign（RFC 5280 第 4.2.1.3 节）
        [names-not-critical] 使用者字段为空，而使用者可选名称没有标为关键（RFC 5280 第 4.2.1.6 节）
       *[path-length] 路径长度出现在不允许之处（RFC 5280 第 4.2.1.9 节）
    }
explain-finding-dane-lookup-failed = 无法查询 DANE 记录
    .meaning = TLSA 记录的查询失败。检查 DANE 的邮件服务器在得到应答之前不会投递。
explain-finding-dane-unusable = DANE 记录无法使用
    .meaning = TLSA 记录的类型不适用于邮件，或已损坏，因此不起保护作用。
explain-finding-dane-without-starttls = 有 DANE 记录，但没有 STARTTLS
    .meaning = 域名为一台不提供 STARTTLS 的服务器发布了 DANE 记录。检查 DANE 的邮件服务器不会投递。
explain-finding-island-network = 本网络没有通往互联网的路由
    .meaning = 在本网络之外什么都无法访问。
explain-finding-name-not-signed-here = 该名称没有签名，而 DNS 服务器拒绝它
    .meaning = DNS 服务器要求签名，但该名称没有签名。
explain-finding-nat64-unreachable = 从 IPv6 到 IPv4 的转换（NAT64）不通
    .meaning = 本网络通过转换器访问 IPv4 服务器，而转换器没有应答。
explain-finding-nxdomain-for-one-family = 对一种地址类型否认该名称存在
    .meaning = 该域名的 DNS 服务器对其中一种地址类型回答整个名称不存在，部分程序会因此认为名称不存在。
explain-finding-nxdomain-for-mx = 查询邮件交换器时，DNS 否认该名称存在
    .meaning = 查询 MX 记录时，DNS 回答整个名称不存在，而它有地址。部分邮件服务器会因此退回发往它的邮件。
explain-finding-resolver-breaks-edns = DNS 服务器不支持 EDNS 查询
    .meaning = DNS 服务器或路由器不回答带 EDNS 的查询，而如今的软件会使用它。
explain-finding-resolver-filters = DNS 服务器屏蔽了该名称
    .meaning = DNS 服务器返回无效的地址，广告过滤会这样做。
explain-finding-search-domain-answers = 应答来自搜索域
    .meaning = 该名称被补上了本机的搜索域，因此连接的不是原本的主机。
explain-finding-slow-reply = 服务器应答很慢
    .meaning = 应答来得很晚。超时时间较短的程序会放弃。
explain-finding-special-address = 该名称指向的地址不是服务器
    .meaning = 该地址是本机自身的地址或无效地址：DNS 设置错误，或过滤所致。
explain-finding-unasked-reply = 收到了没有请求的应答
    .meaning = 服务器或它前面的设备在应答之外多发送了一条应答。
explain-finding-nothing-checked = 没有进行任何检查
    .meaning = 没有进行检查，因此无法判断服务器的情况。
explain-finding-no-nat-loopback = 第一台路由器没有把到服务器的连接转过去
explain-finding-refused-now-and-then = 服务器拒绝了一些连接，又接受了另一些连接
explain-finding-purpose-closed = 服务器没有开放所需用途的任何端口
explain-finding-settings-found = 找到了该域名的邮件服务器
explain-finding-settings-not-found = 没有任何来源说明该域名的邮件服务器
explain-finding-settings-outdated = 该域名公布了不存在的邮件服务器
explain-finding-settings-disagree = 两个来源为该域名给出了不同的服务器
explain-finding-service-not-offered = 该域名不提供某项服务
explain-finding-what-password = 服务商要求的不只是邮箱地址和密码
explain-finding-login-refused = 服务器拒绝登录
explain-finding-app-password-required = 服务器要求使用应用专用密码
explain-finding-web-login-required = 服务商要求先用浏览器登录
explain-finding-protocol-disabled = 此帐户未开启该协议
explain-finding-password-login-disabled = 服务器不再接受密码登录
explain-finding-login-blocked-by-policy = 有规则禁止此次登录
explain-finding-account-locked = 帐户已被锁定
explain-finding-login-rate-limited = 服务器暂时不允许登录：登录过多
explain-finding-mechanism-not-offered = 服务器没有提供可用的登录方式
explain-finding-token-refused = 服务器拒绝 OAuth 令牌
explain-finding-login-server-failure = 服务器无法核对登录信息，或无法打开邮箱
explain-finding-source-not-registered = 服务器不认识这台电脑所用的地址
explain-finding-relay-denied = 服务器不转发该邮件
explain-finding-recipient-unknown = 服务器不认识收件人
explain-finding-greylisted = 服务器让第一封邮件等待
explain-finding-sender-rejected = 服务器不接收该发件人的邮件
explain-finding-rate-limited = 服务器暂时不再接收邮件
explain-finding-rejected-by-reputation = 服务器不接收来自此网络地址的邮件
explain-finding-message-refused = 服务器拒收邮件，或没有答复
explain-finding-mailbox-full = 邮箱已满
explain-finding-mta-sts-mx-not-listed = 域名的 MTA-STS 策略没有列出某台邮件交换服务器
explain-finding-mta-sts-certificate-mismatch = 邮件交换服务器不符合 MTA-STS 策略的要求
explain-finding-mta-sts-record-invalid = 域名的 MTA-STS 记录有误
explain-finding-mta-sts-without-record = 域名有 MTA-STS 策略，却没有说明其存在的记录
explain-finding-mta-sts-policy-unreachable = 无法获取域名的 MTA-STS 策略
explain-finding-mta-sts-policy-invalid = 域名的 MTA-STS 策略有误
explain-finding-mta-sts-testing = 域名正在试用其 MTA-STS 策略
explain-finding-mta-sts-missing = 域名没有使用 MTA-STS
explain-finding-tlsrpt-invalid = 域名的 TLSRPT 记录有误
explain-finding-tlsrpt-missing = 域名没有要求报告加密失败的情况
explain-finding-sender-no-reverse-name = 本机的地址没有反向名称
explain-finding-sender-reverse-name-unconfirmed = 本机地址的反向名称没有指回该地址
explain-finding-sender-reverse-lookup-failed = 无法查询本机地址的反向名称
explain-finding-sender-several-reverse-names = 本机的地址有多个反向名称
explain-finding-sender-generic-reverse-name = 本机地址的反向名称像是批量分配的
explain-finding-sender-ehlo-name = EHLO 中的名称不适合邮件服务器
explain-finding-sender-listed = 本机的地址在黑名单上
explain-finding-dnsbl-refused = 地址黑名单（DNSBL）没有回答该问题
explain-finding-dnsbl-useless = 地址黑名单（DNSBL）的答复没有意义
explain-finding-dnsbl-unanswered = 无法查询地址黑名单（DNSBL）

## MTA-STS and TLS reports

finding-mta-sts-mx-not-listed = { $domain } 的 MTA-STS 策略没有列出 { $host }
    .explanation = 该域名的策略已生效（enforce 模式），但其中没有任何 mx 行包含 { $host }。{ $dane ->
        [no] 检查 MTA-STS 的发送方（例如 Gmail 和 Outlook.com）不会向它投递。
        [yes] 检查 MTA-STS 而不检查 DANE 的发送方（例如 Gmail）不会向它投递；检查 DANE 的发送方仍会投递，因为 DANE 优先（RFC 8461 第 2 节）。
       *[some] 检查 MTA-STS 的发送方（例如 Gmail）不会向它投递。
    }其他发送方不理会该策略{ $some ->
        [yes] ；检查该策略的发送方可以使用该域名的另一台邮件交换服务器。
        [none] ，因此有的能向该域名发送邮件，有的不能，因为该策略没有列出该域名的任何一台邮件交换服务器。
       *[other] ，因此有的能投递到这里，有的不能。该策略列出了该域名的另一台邮件交换服务器。
    }
    .explanation-doubtful = 该域名的策略（enforce 模式）中没有任何 mx 行包含 { $host }。发送方是否遵守该策略并不确定，因为策略本身不符合要求；遵守的发送方不会向它投递。
    .explanation-testing = 该域名的策略中没有任何 mx 行包含 { $host }。该策略仅处于试用阶段（testing 模式），因此邮件仍能送达。在 enforce 模式下，检查 MTA-STS 的发送方（例如 Gmail）将不会向它投递。
    .owner = 该域名的管理方：更正其 MTA-STS 策略或 MX 记录
    .about = 域名在其 MTA-STS 策略中说明哪些主机可以接收其邮件（RFC 8461 第 4.1 节），而某条 MX 记录指向了另一台主机。通常是邮件迁移到了另一家服务商，或增加了主机，而策略没有随 MX 记录一同更改。在 enforce 模式下，检查该策略的发送方会拒绝投递，而不检查的发送方察觉不到任何异常。策略中的星号恰好代表一级域名标签。少数发送方将策略中的名称与证书比较，因此可能在其他发送方不投递时仍会投递。可由谁解决：该域名的管理方，因为策略属于该域名，必须与其 MX 记录相符。
    .steps =
        在策略的 mx 行中写入该主机。
        然后为 TXT 记录 _mta-sts 设置新的 id，使发送方重新获取策略。
finding-mta-sts-certificate-mismatch = { $host } 不符合 { $domain } 的 MTA-STS 策略的要求
    .explanation = 该域名的策略已生效（enforce 模式）：邮件交换服务器必须出示颁发给其自身名称、且来自公认证书颁发机构的证书。{ $host } 出示的是另一种证书。{ $dane ->
        [no] 检查 MTA-STS 的发送方（例如 Gmail 和 Outlook.com）不会向它投递。
        [yes] 检查 MTA-STS 而不检查 DANE 的发送方（例如 Gmail）不会向它投递；检查 DANE 的发送方仍会投递，因为 DANE 优先（RFC 8461 第 2 节）。
       *[some] 检查 MTA-STS 的发送方（例如 Gmail）不会向它投递。
    }其他发送方加密时不检查证书{ $some ->
        [yes] ；检查该策略的发送方可以使用该域名的另一台邮件交换服务器。
       *[other] ，因此有的能投递到这里，有的不能。
    }
    .explanation-no-tls = 该域名的策略已生效（enforce 模式）：邮件必须加密传送。{ $host } 不以这种方式接收邮件。{ $dane ->
        [no] 检查 MTA-STS 的发送方（例如 Gmail 和 Outlook.com）不会向它投递。
        [yes] 检查 MTA-STS 而不检查 DANE 的发送方（例如 Gmail）不会向它投递。
       *[some] 检查 MTA-STS 的发送方（例如 Gmail）不会向它投递。
    }其他发送方不理会该策略{ $some ->
        [yes] ；检查该策略的发送方可以使用该域名的另一台邮件交换服务器。
       *[other] ，因此有的能投递到这里，有的不能。
    }
    .explanation-doubtful = 该域名的策略（enforce 模式）要求邮件加密传送，并要求证书颁发给邮件交换服务器的名称，且来自公认的证书颁发机构。{ $host } 不符合要求。发送方是否遵守该策略并不确定，因为策略本身不符合要求；遵守的发送方不会向它投递。
    .explanation-testing = 该域名的策略要求证书颁发给邮件交换服务器的名称，且来自公认的证书颁发机构。{ $host } 出示的是另一种证书。该策略仅处于试用阶段（testing 模式），因此邮件仍能送达。在 enforce 模式下，检查 MTA-STS 的发送方（例如 Gmail）将不会向它投递。
    .explanation-testing-no-tls = 该域名的策略要求邮件加密传送，而 { $host } 不以这种方式接收邮件。该策略仅处于试用阶段（testing 模式），因此邮件仍能送达。在 enforce 模式下，检查 MTA-STS 的发送方（例如 Gmail）将不会向它投递。
    .owner = 该域名及其邮件交换服务器的管理方
    .about = 该域名的 MTA-STS 策略列出了这台邮件交换服务器，但服务器不符合策略的要求：不提供 STARTTLS，或者其证书已过期、颁发给其他名称、来自并非公认的证书颁发机构（RFC 8461 第 4.2 节）。在其他情况下，邮件服务器之间不在意这一点。策略为 enforce 模式时，检查它的发送方不会投递。可由谁解决：该域名的管理方，会同其邮件交换服务器的管理方。
    .steps =
        为邮件交换服务器配置颁发给其自身名称、且来自公共证书颁发机构的证书。
        在此之前，将策略设为 testing 模式，并为 TXT 记录设置新的 id。
finding-mta-sts-record-invalid = { $domain } 的 MTA-STS 记录有误
    .explanation = 发送方不会理会该域名的 MTA-STS 策略：TXT 记录 _mta-sts.{ $domain } 不符合 RFC 8461 的要求。邮件照常传送，如同没有策略；先前获取过策略的发送方，在其有效期内可能仍会遵守。
    .explanation-some = 严格遵守 RFC 8461 的发送方不会理会该域名的 MTA-STS 策略，因为 TXT 记录 _mta-sts.{ $domain } 不符合要求；其他发送方可能仍会采用该策略。
    .explanation-misplaced = 发送方不会理会该域名的 MTA-STS 策略：它们查看的是 _mta-sts.{ $domain }（连字符），而 TXT 记录位于 _mta_sts.{ $domain }（下划线）。邮件照常传送，如同没有策略。
    .about = TXT 记录 _mta-sts 说明域名有 MTA-STS 策略，并以 id 标明是哪一版（RFC 8461 第 3.1 节），例如 v=STSv1; id=20260101T000000;。同类记录只能有一条，必须一字不差地以 v=STSv1; 开头，id 最多 32 个字母和数字。否则发送方视同没有策略。可由谁解决：该域名 DNS 的管理方。
    .steps =
        更正 TXT 记录。
finding-mta-sts-without-record = { $domain } 有 MTA-STS 策略，却没有说明其存在的记录
    .explanation = 策略位于正确的地址，但缺少 TXT 记录 _mta-sts.{ $domain }。发送方首先查看该记录，没有就不再继续，因此策略起不到任何保护作用。
    .about = MTA-STS 由两部分组成：域名的 mta-sts 网站上的策略，以及说明策略存在的 TXT 记录（RFC 8461 第 3 节）。这里缺少的是记录。可由谁解决：该域名 DNS 的管理方。
    .steps =
        发布 TXT 记录 _mta-sts。
        如果不需要策略，则将其移除。
finding-mta-sts-policy-unreachable = 无法获取 { $domain } 的 MTA-STS 策略
    .explanation = { $url } 没有给出应有的响应。
    .explanation-no-host = TXT 记录说明该域名有策略，但策略所在的 { $policy-host } 不存在或没有地址。发送方视同没有策略；先前获取过的发送方，在其有效期内可能仍会遵守。
    .explanation-unresolved = TXT 记录说明该域名有策略，但无法查询名称 { $policy-host }。只要发送方也无法查询，就视同没有策略。
    .explanation-refused = TXT 记录说明该域名有策略，但 { $policy-host } 拒绝端口 443 上的连接。发送方视同没有策略；先前获取过的发送方，在其有效期内可能仍会遵守。
    .explanation-connect = TXT 记录说明该域名有策略，但从本机无法连接到 { $policy-host } 的端口 443。其他地方是否也是如此，从本机无法判断。无法获取策略的发送方视同没有策略。
    .explanation-tls = TXT 记录说明该域名有策略，但 { $policy-host } 在端口 443 上没有完成 TLS 握手。无法获取策略的发送方视同没有策略。
    .explanation-slow = TXT 记录说明该域名有策略，但 { $policy-host } 接受了请求，却没有在等待时间内给出完整的响应。无法获取策略的发送方视同没有策略。
    .explanation-not-http = { $policy-host } 发来的不是网站的完整响应。发送方视同没有策略。
    .explanation-certificate = { $policy-host } 的证书无效，因此发送方不会从那里获取策略（RFC 8461 第 3.3 节），而是视同没有策略；先前获取过的发送方，在其有效期内可能仍会遵守。
    .explanation-redirect = { $url } 将访问者重定向到别处。浏览器会跟随重定向，而邮件服务器不得跟随（RFC 8461 第 3.3 节）：它们视同没有策略。
    .explanation-not-found = { $url } 处没有文件。发送方视同没有策略；先前获取过的发送方，在其有效期内可能仍会遵守。
    .explanation-status = 网站没有提供 { $url }。发送方视同没有策略；先前获取过的发送方，在其有效期内可能仍会遵守。
    .owner-refused = 该域名及提供其策略的网站的管理方
    .owner-slow = 该域名及提供其策略的网站的管理方
    .owner-not-http = 该域名及提供其策略的网站的管理方
    .owner-redirect = 该域名及提供其策略的网站的管理方
    .owner-not-found = 该域名及提供其策略的网站的管理方
    .owner-status = 该域名及提供其策略的网站的管理方
    .about = TXT 记录 _mta-sts 说明域名有策略，但策略不在应在的位置：https://mta-sts.域名/.well-known/mta-sts.txt。发送方要求就在这个地址得到状态 200，没有重定向，并且证书颁发给 mta-sts.域名，来自公认的证书颁发机构（RFC 8461 第 3.3 节）。邮件仍能送达，只是没有这层保护。可由谁解决：该域名及其网站的管理方；如果连接没有建立，也可能是从本机出发的线路问题。
    .steps =
        在这个地址以状态 200 提供策略，并使用颁发给 mta-sts.域名 的证书。
finding-mta-sts-policy-invalid = { $domain } 的 MTA-STS 策略有误
    .explanation = 发送方无法使用 { $url } 处的策略，视同没有策略。依据中说明了哪一行有误。先前获取过正确策略的发送方，在其有效期内可能仍会遵守。
    .explanation-nobody = { $url } 处的策略已生效（enforce 模式），但其中没有任何 mx 行是主机名。照此执行的发送方不会向该域名的任何邮件交换服务器投递；其他发送方则忽略整个策略，因此有的能向该域名发送邮件，有的不能。
    .explanation-usable = { $url } 处的策略可以使用，但其中一部分有误：发送方可能忽略这一部分，也可能忽略整个策略。依据中说明了哪一行有误。
    .explanation-media-type = { $url } 处的策略是正确的，但网站没有将其标为 text/plain。发送方应当检查这一点（RFC 8461 第 3.3 节），有的可能不接受该策略。
    .owner = 该域名及提供其策略的网站的管理方
    .about = 策略已获取，但不符合 RFC 8461 第 3.2 节的规则。它有四个键：version（STSv1）、mode（enforce、testing 或 none）、max_age（秒数，最大 31557600），以及每台可以接收该域名邮件的主机或每个模式各一个 mx。键为小写；每行以 LF 或 CRLF 结尾；其他键会被忽略。可由谁解决：该域名及其网站的管理方。
    .steps =
        更正策略。
        然后为 TXT 记录 _mta-sts 设置新的 id，使发送方重新获取策略。
finding-mta-sts-testing = { $domain } 正在试用其 MTA-STS 策略
    .explanation = 策略处于 testing 模式：发送方会报告不符之处，但仍会投递。从本机看到的情况中，没有什么妨碍启用 enforce 模式。
    .explanation-not-yet = 策略处于 testing 模式：发送方会报告不符之处，但仍会投递。
    .about = testing 模式的 MTA-STS 策略还不提供保护，其用途是通过报告了解一切是否会正常（RFC 8461 第 5 节）。没有任何故障。可由谁解决：该域名的管理方，在报告正常后启用 enforce 模式。
    .steps =
        报告正常后，将模式设为 enforce，并为 TXT 记录设置新的 id。
finding-mta-sts-missing = { $domain } 没有使用 MTA-STS
    .explanation = 没有任何故障：大多数域名都没有使用。
    .explanation-nor-reports = 没有任何故障：大多数域名都没有使用，也没有使用 TLSRPT。
    .about = 该域名没有发布 MTA-STS 策略（RFC 8461），因此发往它的邮件在双方都支持时加密，而途中的攻击者可以阻止加密。大多数域名都没有策略，邮件也能正常收发。DANE 是达到同一目的的另一种方式。可由谁解决：该域名的管理方，如果需要的话。
    .steps =
        先发布 testing 模式的策略和 TLSRPT 记录，再看报告的内容。
finding-tlsrpt-invalid = { $domain } 的 TLSRPT 记录有误
    .explanation = 该域名希望获知哪些邮件无法安全投递，但不会收到这样的报告，或者不是每个应收到的地方都能收到：TXT 记录 _smtp._tls.{ $domain } 不符合 RFC 8460 的要求。邮件本身不受影响。
    .about = TXT 记录 _smtp._tls 说明发送方向何处报告加密情况（RFC 8460 第 3 节），例如 v=TLSRPTv1; rua=mailto:reports@example.com。同类记录只能有一条，必须一字不差地以 v=TLSRPTv1; 开头，并给出 mailto: 或 https: 地址。可由谁解决：该域名 DNS 的管理方。
    .steps =
        更正 TXT 记录。
finding-tlsrpt-missing = { $domain } 没有要求报告加密失败的情况
    .explanation = 没有任何故障。如果发送方因该域名的策略而无法投递，该域名的管理方不会获知：缺少 TXT 记录 _smtp._tls.{ $domain }（TLSRPT，RFC 8460）。
    .about = 域名可以通过 TLSRPT（RFC 8460）让发送方报告加密情况，从而在有人抱怨之前发现错误的策略或证书。该记录缺失，但邮件能正常收发。可由谁解决：该域名 DNS 的管理方，如果需要的话。
    .steps =
        发布 TXT 记录 _smtp._tls。

# Evidence and steps of these.

evidence-txt = { $name } TXT：{ $text }
evidence-media-type = 策略的媒体类型：{ $text }
evidence-mta-sts-record = 记录第 { $column } 列：{ $fault ->
        [several] 同类记录不止一条；只能保留一条，现在都无效：{ $text }
        [version] 必须一字不差地以 v=STSv1; 开头：{ $text }
        [id-missing] 缺少 id
        [id-malformed] id 只能由字母和数字组成，最多 32 个：{ $text }
       *[field-malformed] 这里不是“名称=值”的形式：{ $text }
    }
evidence-tlsrpt-record = 记录第 { $column } 列：{ $fault ->
        [several] 同类记录不止一条；只能保留一条，现在都无效：{ $text }
        [version] 必须一字不差地以 v=TLSRPTv1; 开头：{ $text }
        [rua-missing] 缺少 rua，因此没有指定报告的去处
        [rua-malformed] 这既不是带地址的 mailto:，也不是带主机的 https://：{ $text }
       *[field-malformed] 这里不是“名称=值”的形式：{ $text }
    }
evidence-mta-sts-policy = 策略第 { $line } 行第 { $column } 列：{ $fault ->
        [too-large] 超过 64 KB，发送方不会读取这么多
        [empty] 内容为空
        [web-page] 这是一个网页
        [encoding] 这些字节不是文本（UTF-8）
        [byte-order-mark] 第一个键之前有不可见的字节顺序标记（BOM），使键名改变
        [no-colon] 这里不是带冒号的键：{ $text }
        [blank-line] 键与键之间有空行
        [misspelt] { $text } 不是有效的键；可能是想写 { $key }
        [twice] { $key } 再次出现；只有第一个有效
        [missing] 缺少 { $key }
        [version-unknown] version 必须是 STSv1，一字不差：{ $text }
        [mode-unknown] mode 必须是 enforce、testing 或 none：{ $text }
        [max-age-no-number] max_age 必须是秒数：{ $text }
        [max-age-too-large] max_age 超过一年（31557600）：{ $text }
        [mx-address] mx 中不能写 IP 地址，只能写主机名：{ $text }
        [mx-star] 星号只能是完整的第一级标签，例如 *.example.com：{ $text }
       *[mx-no-name] 这不是主机名：{ $text }
    }
evidence-mta-sts-patterns = 策略中的 mx：{ $patterns }{ $star ->
        [yes] （星号恰好代表一级标签）
       *[no] { "" }
    }
evidence-mta-sts-listed = { $address }，端口 { $ports }：证书包含策略中的名称：{ $names }；少数发送方据此判断并会投递
evidence-mta-sts-answer = 收到的不是策略，而是：{ $what ->
        [redirect] 重定向到 { $text }
        [status] HTTP 状态 { $text }
        [name-mismatch] 颁发给其他名称的证书：{ $text }
        [expired] 已过期的证书
        [not-yet-valid] 按本机时钟尚未生效的证书
        [self-signed] 自签名证书
        [unknown-issuer] 来自未知证书颁发机构的证书
        [chain-incomplete] 缺少中间证书的证书
        [wrong-purpose] 不用于服务器的证书
        [weak] 强度不足的证书
       *[malformed] 不合规范的证书
    }
evidence-mta-sts-certificate = { $address }，端口 { $ports }：证书{ $what ->
        [name-mismatch] 颁发给其他名称：{ $text }
        [expired] 已过期
        [not-yet-valid] 按本机时钟尚未生效
        [self-signed] 是自签名的
        [unknown-issuer] 来自未知的证书颁发机构
        [chain-incomplete] 缺少中间证书
        [wrong-purpose] 不用于服务器
        [weak] 强度不足
       *[malformed] 不合规范
    }
step-list-mx = 如果这是您的域名：请在 { $url } 处的策略中添加一行“mx: { $host }”，或更正 MX 记录。
step-mta-sts-id = 然后更改 TXT 记录 _mta-sts.{ $domain } 中的 id：只有 id 变化时，发送方才会重新获取策略。先前是否忘记更改，从外部无法看出。
step-mta-sts-mx-certificate = 如果这是您的域名：请确保 { $host } 有颁发给其名称、且来自公共证书颁发机构的证书。
step-mta-sts-testing = 在此之前：请将 { $domain } 的策略设为 testing 模式，并为其 TXT 记录设置新的 id，使邮件能够传送。
step-mend-mta-sts-record = 如果这是您的域名：请在 _mta-sts.{ $domain } 处发布唯一一条 TXT 记录，形式为 v=STSv1; id=20260101T000000;
step-publish-mta-sts-record = 如果这是您的域名：请发布 TXT 记录 _mta-sts.{ $domain }，形式为 v=STSv1; id=20260101T000000;
step-withdraw-mta-sts = 如果不需要 MTA-STS，则移除策略。
step-mta-sts-host = 如果这是您的域名：请让 { $policy-host } 指向提供该策略的网站。
step-mta-sts-certificate = 如果这是您的域名：请为网站配置颁发给 { $policy-host }、且来自公共证书颁发机构的证书。
step-mta-sts-no-redirect = 如果这是您的域名：请直接在 { $url } 处提供策略，不要重定向。
step-mta-sts-serve = 如果这是您的域名：请确保 { $url } 以状态 200 提供策略。
step-mend-mta-sts-policy = 如果这是您的域名：请更正 { $url } 处的策略，然后为 TXT 记录 _mta-sts.{ $domain } 设置新的 id。
step-mta-sts-enforce = 报告正常后：请启用 enforce 模式，并为 TXT 记录设置新的 id。
step-mend-tlsrpt = 如果这是您的域名：请在 _smtp._tls.{ $domain } 处发布唯一一条 TXT 记录，形式为 v=TLSRPTv1; rua=mailto:reports@example.com

# Who would deliver.

delivery-heading = 哪些发送方会投递
delivery-host = 邮件交换服务器
delivery-dane = 检查 DANE
delivery-mta-sts = 检查 MTA-STS
delivery-neither = 都不检查
delivery-yes = 会投递
delivery-no = 不投递
delivery-unknown = 无法判断
delivery-policy = { $mode ->
        [enforce] 该域名的 MTA-STS 策略已生效（enforce 模式）。
        [testing] 该域名的 MTA-STS 策略仅处于试用阶段（testing 模式），目前尚不强制执行。
       *[none] 该域名已撤销其 MTA-STS 策略（none 模式）。
    }

# 作为发送方的本机（--sender、--dnsbl）。

finding-sender-address-unknown = 从本机无法得知本机的公网地址
    .explanation = 通过 { $family ->
        [v4] IPv4
        [v6] IPv6
       *[both] IPv4 和 IPv6
    } 建立的连接从 { $host } 发出，这不是互联网地址：其他网络看到的是另一个地址，而被询问的服务器没有说明是哪一个。因此无法判断其反向名称，也无法判断它是否在黑名单上。
    .explanation-private = 通过 { $family ->
        [v4] IPv4
        [v6] IPv6
       *[both] IPv4 和 IPv6
    } 连接时，服务器看到的本机地址是 { $seen }，这不是互联网地址：双方在同一网络中，或者服务器前面还有其他设备。由此无法得知互联网看到的是哪个地址，因此无法判断其反向名称，也无法判断它是否在黑名单上。
    .explanation-not-connected = 没有建立任何连接，因此没有服务器能说明连接来自哪个地址，也就无法判断反向名称和黑名单。
    .about = 使用 --sender 时，mailcheck 会查看邮件服务器所看到的本机公网地址。有些服务器在对 EHLO 的答复中写明该地址；如果没有服务器写明，而本机位于转换地址的路由器（NAT）之后，本机就无从得知。这不是故障。可由谁解决：无需解决。
    .steps =
        用 --sender 询问一个其服务器会写明地址的邮件域名，例如 gmail.com 或 outlook.com。
finding-sender-no-reverse-name = { $address } 没有反向名称
    .explanation = DNS 中没有 { $address } 的名称（PTR 记录），而本机看来正是从这个地址发送的。许多服务器会拒绝或推迟来自没有名称的地址的邮件；Gmail 要求有一个能指回该地址的名称。
    .owner = 为您提供该地址的一方：网络或服务器的提供商，反向区域由其管理
    .about = 邮件服务器会查询邮件来源地址的名称（PTR 记录，RFC 1912 第 2.1 节），没有名称时，许多服务器会拒绝或推迟邮件。只有管理反向区域的一方才能设置：网络或服务器的提供商，通常在客户账户的页面上设置。家庭宽带一般不提供。可由谁解决：该地址所属的提供商。
    .steps =
        请提供商将 PTR 记录设为邮件服务器的完整名称，并为该名称添加指向该地址的 A 或 AAAA 记录。
        或者登录提供商的邮件服务器，通过它发送。
finding-sender-reverse-name-unconfirmed = { $address } 的反向名称没有指回该地址
    .explanation = { $address } 的名称是 { $names }，而该名称并没有指向这个地址。任何人都可以给自己的地址取任意名称，因此邮件服务器还会查询该名称，并要求能指回该地址（正向确认的反向 DNS）。否则许多服务器会拒绝或推迟邮件；Gmail 有此要求。
    .explanation-nowhere = { $address } 的名称是 { $names }，而该名称在 DNS 中没有地址。邮件服务器还会查询该名称，并要求能指回该地址（正向确认的反向 DNS）。否则许多服务器会拒绝或推迟邮件；Gmail 有此要求。
    .about = 该地址有名称（PTR 记录），但该名称没有这个地址。邮件服务器两者都会查询，因为任何人都可以为自己的地址声称任何名称（RFC 8601 第 2.7.3 节，iprev）。要么由该名称所属域名的管理方添加 A 或 AAAA 记录，要么由该地址所属的提供商更改 PTR 记录。可由谁解决：名称属于您时是您自己；否则是提供商。
    .steps =
        如果名称属于您，请为它添加含有该地址的 A 记录（IPv4）或 AAAA 记录（IPv6）。
        否则请提供商将 PTR 记录改为能指回该地址的名称。
finding-sender-reverse-lookup-failed = 无法查询 { $address } 的反向名称
    .explanation = 无法得知 { $address } 是否有能指回它的名称：相关查询{ $why ->
        [servfail] 在 DNS 中失败（SERVFAIL）
        [refused] 被 DNS 服务器拒绝
        [timeout] 没有及时得到答复
       *[other] 没有得到答复
    }。如果其他邮件服务器也无法查询，就会推迟邮件。
    .explanation-forward = { $address } 的名称是 { $names }，但无法得知它是否指回该地址：相关查询{ $why ->
        [servfail] 在 DNS 中失败（SERVFAIL）
        [refused] 被 DNS 服务器拒绝
        [timeout] 没有及时得到答复
       *[other] 没有得到答复
    }。如果其他邮件服务器也无法查询，就会推迟邮件。
    .owner = 反向区域或该名称的 DNS 服务器的管理方，或者您所用 DNS 服务器的管理方
    .about = 无法查询公网地址的名称（PTR 记录），或者无法查询该名称的地址。遇到同样问题的接收服务器会推迟邮件，直到查询成功。问题也可能出在本机所用的 DNS 服务器上。可由谁解决：没有答复的 DNS 服务器的管理方。
    .steps =
        稍后再试，并换一个 DNS 服务器：--resolver 9.9.9.9。
finding-sender-several-reverse-names = { $address } 有多个反向名称
    .explanation = 它们是 { $names }，都能指回该地址。没有任何故障；有些服务器只看其中一个，而得到哪一个全凭偶然。
    .explanation-some = 它们是 { $names }，其中 { $confirmed } 能指回该地址。大多数服务器只要有一个能指回就满意；有些只看其中一个，而得到哪一个全凭偶然。
    .owner = 为您提供该地址的一方：网络或服务器的提供商，反向区域由其管理
    .about = 该地址有不止一条 PTR 记录。这是允许的，但没有好处：只看一个名称的服务器，得到的可能与 EHLO 中的名称不符。可由谁解决：该地址所属的提供商。
    .steps =
        请提供商只保留一条 PTR 记录，其中的名称与邮件服务器在 EHLO 中给出的相同。
finding-sender-generic-reverse-name = { $address } 的反向名称像是批量分配的
    .explanation = { $names } 按要求指回该地址，但看起来像提供商统一分配给所有客户的名称。这只是一个提示：有些服务器把这类名称当作家庭宽带，拒绝或不信任来自那里的邮件。
    .owner = 为您提供该地址的一方：网络或服务器的提供商，反向区域由其管理
    .about = 反向名称中含有地址本身，或者含有 dynamic、pool、dsl 之类的词。许多过滤器会因此降低对发送方的评价，因为家庭宽带上很少有邮件服务器。仅凭名称无法断定。可由谁解决：该地址所属的提供商，如果它允许客户自选名称。
    .steps =
        请提供商将 PTR 记录设为邮件服务器的完整名称。
        或者登录提供商的邮件服务器，通过它发送。
finding-sender-ehlo-name = EHLO 中的名称不适合邮件服务器：{ $name }
    .explanation = { $name } 在 DNS 中没有地址。邮件服务器必须给出有地址的名称（RFC 5321 第 4.1.4 节），许多服务器会查询它。
    .explanation-literal = 由于本机没有完整名称，mailcheck 以地址 { $name } 代替了名称。这是允许的（RFC 5321 第 4.1.4 节），但许多服务器不信任这种做法。您的邮件服务器使用什么名称，由它自己的设置决定。
    .explanation-other-literal = 由于本机没有完整名称，mailcheck 以地址 { $name } 代替了名称，而本机看来是从 { $own } 发送的。如果地址与所看到的不同，许多服务器会拒绝。您的邮件服务器使用什么名称，由它自己的设置决定。
    .explanation-unqualified = { $name } 不是完整名称：邮件服务器必须给出 DNS 中存在的完整名称（RFC 5321 第 4.1.4 节），例如 mail.example.com。许多服务器拒绝其他形式。
    .explanation-elsewhere = { $name } 指向 { $addresses }，而本机看来是从 { $own } 发送的。服务器不得仅因此而拒绝邮件（RFC 5321 第 4.1.4 节），但有些会因此降低对发送方的评价。
    .about = 邮件服务器用 EHLO 和自己的完整名称介绍自己（RFC 5321 第 4.1.4 节）。接收方会查看它是否是完整名称、DNS 中是否存在，以及是否指向所看到的地址。mailcheck 给出的是本机的名称，或者 --ehlo 指定的名称；您的邮件服务器有自己的设置，因此请用 --ehlo 加上它的名称来询问。可由谁解决：这台电脑及其邮件服务器的管理员。
    .steps =
        在邮件服务器中设置完整名称（Postfix：myhostname 或 smtp_helo_name），并为它添加 A 或 AAAA 记录。
        用该名称再次询问：--ehlo mail.example.com。
finding-sender-listed = { $address } 在 { $zones } 上
    .explanation = 该黑名单列入了本机看来正在使用的发送地址。使用该黑名单的服务器会拒绝或不信任这样的邮件。地址为何被列入，只有黑名单自己才能说明：有的列入垃圾邮件的发送方，有的列入所有家庭宽带，有的列入整个网络。
    .owner = 本机的管理员；如果整个网络都被列入，则是其提供商
    .about = 接收服务器会就邮件的来源地址查询 DNS 中的黑名单（DNSBL，RFC 5782）。只有用 --dnsbl 指定的黑名单才会被查询。黑名单的含义和移除方法，请见它自己的网站。可由谁解决：本机的管理员，但要先查明从本机发出了什么；如果黑名单列入的是家庭宽带或整个网络，则是提供商。
    .steps =
        在黑名单自己的网站上查询该地址，查明从本机发出了什么，然后再申请移除。
        或者登录提供商的邮件服务器，通过它发送。
finding-dnsbl-refused = { $zone } 没有回答该问题
    .explanation = 它的答复是拒绝，而不是列入：{ $what ->
        [misspelt] 黑名单的名称有误（127.255.255.252）
        [public-resolver] 查询来自公共 DNS 服务器，它不予回答（127.255.255.254）
        [too-often] 该 DNS 服务器查询得过于频繁（127.255.255.255）
        [names-only] 它列入的是域名，而不是地址（127.0.1.255）
       *[other] 它没有说明原因，而没有任何黑名单用这个数值表示列入
    }。无法得知该地址是否在黑名单上。把这种答复当作列入的邮件服务器会拒绝所有邮件。
    .about = 有些黑名单用一个并不表示列入的地址来答复无权查询的一方：Spamhaus 用 127.255.255.0/24，URIBL 和 SURBL 用 127.0.0.1，Spamhaus 的域名黑名单对地址查询用 127.0.1.255。把任何答复都当作列入的邮件服务器和过滤器会因此拒绝所有邮件。可由谁解决：选择该黑名单和 DNS 服务器的一方。
    .steps =
        通过自己的 DNS 服务器查询该黑名单，不要通过公共 DNS 服务器或转发器。
finding-dnsbl-useless = { $zone } 的答复没有意义
    .explanation = { $what ->
        [out-of-range] 它的答复不是 127.0.0.0/8 中的地址，而所有黑名单的答复都应如此（RFC 5782）：该域名已被停放或易主，或者途中的 DNS 服务器或过滤器编造了答复。
        [lists-all] 它也列入了 127.0.0.1，而任何黑名单都不得列入它（RFC 5782 第 5 节）：它列入了所有地址，有些停止运营的黑名单就是这样。
       *[no-test-entry] 它没有黑名单用来表明自己在运行的条目（127.0.0.2，RFC 5782 第 5 节）：名称有误，黑名单已停止运营，它列入的不是地址，或者它没有这个条目，少数仍在运行的黑名单就是这样。
    }因此无法对该地址作出判断。
    .about = 为了判断黑名单的答复有多可靠，mailcheck 会再查询一个名称：如果它没有列入该地址，就查询它必须有的条目；如果列入了，就查询它不得有的条目（RFC 5782 第 5 节）。127.0.0.0/8 以外的答复从不表示列入。停止运营的黑名单起初不答复，后来则列入一切，使仍在查询的服务器拒绝所有邮件。可由谁解决：选择该黑名单的一方。
    .steps =
        请在黑名单自己的网站上查看它是否仍在运行；如果不是，就不再使用它，邮件服务器的设置中也是如此。
finding-dnsbl-unanswered = 无法查询 { $zone }
    .explanation = 无法得知该地址是否在黑名单上：查询{ $what ->
        [servfail] 在 DNS 中失败（SERVFAIL）
        [refused] 被 DNS 服务器拒绝
        [timeout] 没有及时得到答复
       *[other] 没有得到答复
    }。
    .about = 用 --dnsbl 指定的黑名单没有答复。可能是它停止服务，可能是途中出了问题，也可能是本机所用的 DNS 服务器的问题。这不能说明该地址是否被列入。可由谁解决：从本机无法判断。
    .steps =
        稍后再试。

evidence-dnsbl-not-asked = 没有可供查询的地址，因此没有查询：{ $zones }
evidence-sender-name = { $name }：{ $what ->
        [nowhere] 在 DNS 中没有地址
       *[somewhere] { $addresses }
    }
evidence-dnsbl-entry = { $zone } 答复 { $codes }{ $any ->
        [yes] ：{ $text }
       *[no] {""}
    }
step-sender-who-says-it = 询问一个其服务器会写明地址的邮件域名，例如 Gmail 和 Outlook：mailcheck --sender gmail.com。这需要能够从端口 25 连出。
step-sender-other-way = 能够建立连接时再次询问，或者换一个目标：mailcheck --sender gmail.com
step-sender-set-reverse = 请为您提供 { $address } 的一方将其 PTR 记录设为您邮件服务器的完整名称，并且该名称的 A 或 AAAA 记录要指回该地址。
step-sender-relay = 或者登录您提供商的邮件服务器，用端口 465 或 587 发送：这时起作用的是它的地址。
step-sender-forward = 如果 { $names } 是您的名称：请为它添加含有 { $address } 的 A 记录（IPv4）或 AAAA 记录（IPv6）。
step-sender-one-name = 请为您提供 { $address } 的一方只保留一条 PTR 记录，其中的名称与您的邮件服务器在 EHLO 中给出的相同。
step-sender-ask-again = 稍后再试，并换一个 DNS 服务器：mailcheck --sender --resolver 9.9.9.9 { $target }
step-sender-ehlo = 用您的邮件服务器给出的名称来询问：--ehlo { $better ->
        [none] mail.example.com
       *[other] { $better }
    }。在 Postfix 中是 myhostname 或 smtp_helo_name。
step-sender-delist = 在黑名单自己的网站上查询 { $address }。请先查明从本机发出了什么，然后再在那里申请移除。
step-dnsbl-own-resolver = 通过自己的 DNS 服务器查询，不要通过公共 DNS 服务器或转发器，或者使用黑名单发给您的密钥。您的邮件服务器也是如此。
step-dnsbl-spelling = 请在黑名单自己的网站上核对其名称，邮件服务器的设置中也要核对。
step-dnsbl-names-only = 请指定列入地址的黑名单：这一个要用域名查询，而 mailcheck 只用地址查询。
step-dnsbl-leave-out = 请在黑名单自己的网站上查看它是否仍在运行，以及名称是什么。如果已停止，就不再使用 { $zone }，邮件服务器的设置中也是如此。
step-dnsbl-again = 稍后再试；如果情况依旧，请在黑名单自己的网站上查看它是否仍然存在。

sender-heading = 作为发送方的本机
sender-address = { $seen ->
        [server] 地址：{ $address }，由 { $server } 写明
       *[interface] 地址：{ $address }，这是本机自己的地址；没有服务器写明其他地址
    }
sender-no-address = 地址：从本机无法得知
sender-reverse = { $what ->
        [confirmed] 反向名称：{ $names }，能指回该地址
        [unconfirmed] 反向名称：{ $names }，没有指回该地址
        [unknown] 反向名称：无法得知
       *[none] 反向名称：没有
    }
sender-ehlo = { $what ->
        [here] EHLO 中的名称：{ $name }，指向本机
        [elsewhere] EHLO 中的名称：{ $name }，指向别处
        [nowhere] EHLO 中的名称：{ $name }，DNS 中不存在
        [address] EHLO 中的名称：{ $name }，是地址而不是名称
        [unqualified] EHLO 中的名称：{ $name }，不是完整名称
       *[unknown] EHLO 中的名称：{ $name }
    }
sender-list = { $what ->
        [listed] { $zone }：已列入（{ $codes }）
        [clear] { $zone }：未列入
        [refused] { $zone }：没有回答该问题
        [useless] { $zone }：答复没有意义
       *[unanswered] { $zone }：没有答复
    }
usage-shard = “{ $value }”不是列表的一部分；请给出编号和总份数，从 1/8 到 8/8，或者 env/8
usage-shard-no-variable = --shard env 需要 Kubernetes 的 { $one } 或 Slurm 的 { $other }，但两者都没有设置；请直接给出是哪一部分，例如 --shard 1/8
usage-shard-how-many = { $name } 没有说明共有几部分；请给出 completions 的数目，例如 --shard env/8
usage-shard-variable = { $name } 是“{ $value }”，与 --shard 的份数不符；每一部分都必须检查，而且只检查一次
serve-listens = 正在 { $url } 监听
serve-ends = 收到结束请求；正在等待答复的客户端仍会得到答复
serve-ended = 已结束
serve-reloaded = 已重新读取设置文件
serve-not-reloaded = 设置文件未被采用，原先的设置继续有效：{ $why }
serve-nothing-allowed = 其他电脑可以访问这里，而 --allow 没有列出任何目标，因此会拒绝所有目标；请列出可以检查的目标，例如 --allow '*.example.com' --allow 192.0.2.0/24
serve-allow = “{ $typed }”不是目标的模式；请给出名称、*.example.com、地址或 192.0.2.0/24 这样的网络，例如 --allow '*.example.com'
serve-listen = 无法在“{ $value }”监听；请给出地址和端口，例如 --listen 127.0.0.1:9825，或者用 :9825 表示所有地址
serve-cannot-listen = 无法在 { $address } 监听：{ $why }；请用 --listen 给出另一个
serve-jobs = “{ $value }”不是同时检查的目标数；请给出 1 到 1000 的数，例如 --jobs 64
serve-keep = “{ $value }”不是保留结果的时间；请给出 0 到 3600 的秒数，例如 --keep 10
serve-offset = “{ $value }”不是提前的时间；请给出 0 到 3600 的秒数，例如 --timeout-offset 0.5
serve-file = { $path } 第 { $line } 行第 { $column } 列：{ $why }
serve-syntax = 格式不正确：“{ $why }”
serve-unknown-key = 这里没有“{ $key }”；可用的有 { $known }
serve-value = “{ $value }”不是 { $key } 的值；可用的有 { $known }
serve-kind = { $kind ->
    [table] “{ $key }”必须是由选项组成的表，例如 [modules.{ $key }]
    [fewer] 模块超过了 1000 个
    [switch] “{ $key }”只能是 true 或 false
    [texts] “{ $key }”必须是文本或文本的列表
    [map] “{ $key }”必须包含设置，每行一项
    [hash] “{ $key }”的密码必须是成本为 4 到 18 的 bcrypt 散列值，可以用 htpasswd -nB 生成；用户名中不能有冒号
   *[text] “{ $key }”必须是一个文本
}
serve-needed = 这里需要 { $key }
serve-module = 模块 { $module }：{ $why }
serve-pem-empty = { $path } 中没有 PEM 格式的{ $what ->
    [key] 私钥
   *[certificate] 证书
}
serve-pem-refused = { $path } 不能用于 TLS：“{ $why }”
serve-parameter = “{ $name }”不是 /probe 的参数；可用的有 { $known }
serve-parameter-twice = “{ $name }”给出了两次；请去掉其中一个
serve-encoding = “{ $name }”不是 URL 编码的文本；特殊字符请写成 % 加 UTF-8 的两位十六进制数字
serve-no-target = 缺少目标；请访问 /probe?target=mail.example.com
serve-no-module = 没有“{ $module }”这个模块；可用的有 { $known }
serve-no-format = 没有“{ $format }”这种格式；可用的有 { $known }
serve-not-allowed = “{ $target }”不在可以从这里检查的目标之中；这些目标由 --allow 列出
serve-leads-elsewhere = “{ $target }”指向 { $address }，不能从这里访问；--allow 列出的是网络，以及指向公网地址的名称
serve-foreign = 请求来自另一个网站的页面；请打开此服务器自己的页面，在那里提出请求
serve-host = 此服务器的名称不是“{ $host }”；请用地址或 localhost 访问，或者在启动时加上 --name
serve-unauthorized = 需要用户名和密码
serve-busy = 目前请求过多；请过几秒再试
serve-ending = 此服务器即将结束
serve-too-long = URL 太长
serve-not-found = 这里没有内容；页面在 /
serve-method = 这里不接受这种请求方法
serve-page-title = mailcheck
serve-page-about = 说明此服务器为何无法与邮件服务器通信、责任在谁，以及下一步该怎么做。
serve-page-target = 目标
serve-page-service = 服务
serve-page-module = 模块
serve-page-format = 格式
serve-page-check = 检查
serve-page-recent = 最近检查的目标
serve-page-nothing = 还没有。
serve-page-verdict = 总结
serve-page-time = 时间
serve-page-metrics = 此服务器的指标
serve-page-came-to = { $verdict ->
    [ok] 正常
    [warning] 警告
    [inconclusive] 无法判断
   *[failed] 失败
}

## 多台机器

usage-fleet-absent = 此版 mailcheck 不含 fleet 功能；请使用发布的程序，或者用 --features nats 构建
usage-fleet-which = 请说明要做什么：submit、work、collect、status、reconcile 或 forget，例如 mailcheck fleet status --survey weekly。要检查名为 fleet 的主机，请用 mailcheck -- fleet
usage-fleet-survey-missing = 没有指明调查；请给出它的名称，例如 --survey weekly
usage-fleet-output-missing = 没有指明结果文件；请给出一个，例如 -o result.ndjson
usage-fleet-survey = “{ $value }”不能作为调查的名称；请使用最多 64 个字母、数字、- 和 _，例如 --survey weekly-2026
usage-fleet-number = “{ $value }”不是 { $option } 的值；请给出 { $least } 到 { $most } 的整数，例如 { $option } { $example }
usage-fleet-server = “{ $value }”不是 NATS 服务器；请像 --server nats://nats.example.com:4222 或 tls://nats.example.com 这样给出
usage-fleet-secret = 服务器 { $host } 的 URL 中带有名称或密钥，本机的其他用户能看到；请把它们写入文件，并用 --creds 给出
usage-fleet-creds = { $path } 中没有凭据；请在其中写一行 user = 名称和一行 password = 密码，或者只写一行 token = 令牌
usage-fleet-signed = { $path } 中是签名的令牌或密钥的种子，此版本不能使用；请给出服务器的用户名和密码、令牌，或者客户端证书（--tls-cert、--tls-key）
usage-fleet-half = 没有 { $other }，{ $option } 不起作用；请同时给出两者
usage-fleet-no-text = { $path } 不是文本；请给出 PEM 格式的文件
usage-fleet-output = 结果文件每行一个目标；请给出以 .ndjson 结尾的名称，而不是 { $path }
usage-fleet-no-survey = 服务器上没有调查 { $survey }；请先提交，例如 mailcheck fleet submit --survey { $survey } --targets hosts.txt
usage-fleet-other-options = 调查 { $survey } 提交时用的是其他选项；请给出同样的选项，或者换一个名称
usage-fleet-other-list = 调查 { $survey } 的列表不同；请给出同一个列表，或者换一个名称
fleet-unprotected = 除非服务器要求 TLS，凭据会以明文发送到 { $host }；使用 tls:// 可避免他人看到
fleet-unreachable = 无法连接 { $server } 的 NATS 服务器：{ $why }
fleet-not-permitted = { $server } 的 NATS 服务器不允许本机连接；请查看 --creds、--tls-cert 和 --tls-key
fleet-tls = 无法与 { $server } 的 NATS 服务器建立 TLS：{ $why }；--tls-ca 指明信任哪些证书颁发机构
fleet-no-streams = NATS 服务器没有可用的 JetStream：{ $why }
fleet-small-messages = NATS 服务器只接受 { $bytes } 字节的消息；max_payload 至少须为 { $least }
fleet-full = NATS 服务器没有空间：{ $why }
fleet-silent = NATS 服务器没有完成：{ $why }
fleet-too-large = 超过了 NATS 服务器一条消息的上限；请增大它的 max_payload
fleet-patience = { $why }。会一直重试，直到成功
fleet-other-format = 它的格式是 { $format }，而此版 mailcheck 只认识格式 { $own }；请在所有机器上使用同一版本
fleet-other-program = 它由 mailcheck { $program } 提交，而此版 mailcheck { $own } 的检查方式不同；请在所有机器上使用同一版本
fleet-left-alone = 调查 { $survey } 留给其他机器：{ $why }
fleet-lost-results = 第 { $chunk } 块的结果已不在服务器上，或者不完整；用 mailcheck fleet reconcile 可以重新检查其中的目标
fleet-repeated = 列表中有 { $count } 行重复，相同的目标只检查一次
fleet-submitted = 调查 { $survey }：{ $targets } 个目标，分为 { $chunks } 块
fleet-worked = 检查了 { $targets } 个目标，共 { $chunks } 块
fleet-status-submitted = 调查 { $survey }：{ $targets } 个目标，分为 { $chunks } 块
fleet-status-open = 列表还没有全部提交。
fleet-status-done = 已完成：{ $targets }
fleet-status-at-work = 检查中：{ $targets }
fleet-status-waiting = 等待中：{ $targets }
fleet-status-failed = 已放弃：{ $targets }
fleet-status-unqueued = 等待中的目标有 { $targets } 个不在队列里：用 mailcheck fleet reconcile --survey { $survey } 可以放回。
fleet-collected = { $written ->
    [0] 没有新的结果
   *[other] { $written } 个新结果
}写入 { $path }；{ $left ->
    [0] 没有尚待完成的目标
   *[other] 还有 { $left } 个目标没有结果
}{ $failed ->
    [0] {""}
   *[other] {""}；{ $failed } 个已放弃：用 mailcheck fleet reconcile --survey { $survey } --failed 可以重新检查
}
fleet-reconciled = { $targets ->
    [0] 调查 { $survey } 的队列没有缺少任何目标
   *[other] 调查 { $survey } 有 { $targets } 个目标放回了队列
}
fleet-not-sealed = 调查 { $survey } 的列表还没有全部提交；请再次运行 mailcheck fleet submit，它会补上缺少的部分
fleet-forgotten = 调查 { $survey } 已从服务器上删除
