# mailcheck --help 的简体中文。英文就是 src/cli.rs 中的文档注释。
#
# help-NAME 是参数 NAME 的说明；help-explain-NAME、help-diff-NAME 和 help-serve-NAME 是 mailcheck explain、mailcheck diff 和 mailcheck serve 的，
# help-fleet-COMMAND-NAME 是 mailcheck fleet COMMAND 的；fleet submit 与检查相同的参数共用条目。$default 是默认值。

help-about = 说明这台电脑为何无法与邮件服务器通信、责任在谁，以及下一步该怎么做。
help-usage =
    用法：mailcheck [OPTIONS] <TARGET>...
          mailcheck explain <CODE|FINDING>...
          mailcheck diff <FIRST> <SECOND>
          mailcheck fleet submit|work|collect|status|reconcile|forget [OPTIONS]
          mailcheck serve
help-after =
    示例：
      mailcheck smtp.example.com           一台主机的三项 SMTP 服务
      mailcheck mail.example.com:587       一项服务
      mailcheck imaps://mail.example.com   同样是一项服务，以 URL 指定
      mailcheck someone@example.com        邮箱地址所用的服务器
      mailcheck example.com                邮件域名：它的 MX 主机，端口 25
      mailcheck -f markdown mail.example.com > ticket.md
      mailcheck --letter smtp.example.com  写给能够解决问题的一方的请求
      mailcheck -o report.html -o report.json mail.example.com
      mailcheck -f json -s submission,imaps mail.example.com
      mailcheck --login someone@example.com
      mailcheck --from me@example.com --rcpt you@example.net smtp.example.com
      mailcheck --proxy socks5h://proxy.example:1080 mail.example.com
      mailcheck --sender gmail.com         其他服务器看到的本机
      mailcheck --targets hosts.txt        每行一个目标
      mailcheck explain 10060 0x800CCC0E
      mailcheck diff yesterday.json today.json
      mailcheck serve

    退出代码：
      0  可用，可能有警告（使用 --strict 时，有警告则为 1）
      1  不可用
      2  用法错误
      3  无法判断：本机、其网络、其 DNS 服务器或服务器的限制造成阻碍
      使用 -f nagios 时：0 OK，1 WARNING，2 CRITICAL（不可用），
      3 UNKNOWN（无法判断，或用法错误）。

    环境变量：
      MAILCHECK_CA_FILE、MAILCHECK_COLOR、MAILCHECK_DEADLINE、MAILCHECK_EHLO、
      MAILCHECK_FORMAT、MAILCHECK_GREETING_TIMEOUT、MAILCHECK_LANG、
      MAILCHECK_PROXY、MAILCHECK_RESOLVER、MAILCHECK_ROOTS 和
      MAILCHECK_TIMEOUT 代替同名的选项。命令行上的选项优先；空值视为未设置。
      没有选项说明密码从何而来时，MAILCHECK_PASSWORD 是 --login 所用的密码，
      MAILCHECK_PROXY_PASSWORD 是 --proxy 的用户的密码。--proxy env 读取
      ALL_PROXY、HTTPS_PROXY 和 NO_PROXY。
      NO_COLOR 不为空时不使用颜色。

    没有 --login 就不会登录任何账户，没有 --from 和 --rcpt 就不会开始发送邮件，
    没有 --send 就不会发送任何邮件。

help-short-service = 服务的名称或端口：smtp,587,imaps 或 all
help-short-timeout = 每次等待的最长时间（秒）
help-short-format = text、html、markdown、json、junit 等
help-short-output = 另外写入文件，例如 report.html 或 report.json
help-short-verbose = 显示对话、DNS 查询和各邮件客户端的设置
help-short-usage =
    用法：mailcheck [OPTIONS] <TARGET>...
          mailcheck explain <CODE|FINDING>...
help-short-after =
    示例：
      mailcheck smtp.example.com          为何不能发信
      mailcheck imap.example.com          为何不能收信
      mailcheck someone@example.com       邮箱地址所用的服务器
      mailcheck example.com               其他服务器的邮件如何送达
      mailcheck explain 10060 0x800CCC0E  错误号的含义

    全部说明（包括 diff、serve 和 fleet）：mailcheck --help

help-explain-about = 解释错误号、服务器的答复或诊断结果；不访问网络
help-explain-usage = 用法：mailcheck explain [OPTIONS] <CODE|FINDING>...
help-explain-after =
    示例：
      mailcheck explain 10060
      mailcheck explain 0x800CCC0E 0x8007274C
      mailcheck explain ETIMEDOUT 5.7.1 port-25-blocked
      mailcheck explain "554 5.7.1 Service unavailable; Client host blocked"

help-diff-about = 说明两份 -f json 报告之间的变化：昨天与今天，或者两台电脑；不访问网络
help-diff-usage = 用法：mailcheck diff [OPTIONS] <FIRST> <SECOND>
help-diff-after =
    示例：
      mailcheck diff yesterday.json today.json
      mailcheck -f json mail.example.com | mailcheck diff yesterday.json -
      mailcheck diff -f json yesterday.json today.json

    退出代码：
      0  没有变差
      1  有变差之处：原来成功的检查失败了，或者有新的诊断结果
      2  用法错误，或者文件不是报告

heading-commands = 命令
heading-arguments = 参数
heading-options = 选项
heading-what-to-check = 检查什么
heading-how-to-check = 如何检查
heading-lists-of-targets = 目标列表
heading-what-to-show = 显示什么
heading-logging-in = 登录
heading-this-machine-as-a-sender = 作为发送方的本机
heading-through-a-proxy = 通过代理服务器
heading-handing-over-mail = 投递邮件
heading-the-nats-server = NATS 服务器
heading-about-mailcheck = 关于 mailcheck

help-targets = 主机、主机:端口、IP 地址、imaps://host 之类的 URL、邮箱地址，或者邮件域名
help-service = 服务的名称或端口，例如 smtp,587,imaps，或者 all [默认：由主机名推知]
help-host = 将名称视为主机，即使它有 MX 记录
help-mx = 将名称视为邮件域名：检查每台 MX 主机的端口 25
help-ipv4 = 只使用 IPv4
help-ipv6 = 只使用 IPv6
help-list = 还从此文件读取目标，每行一个；- 表示标准输入。# 之后是注释。不是目标的行会在标准错误中指出，其他目标照常检查
help-strict-input = --targets 中有不是目标的行时，检查完其他目标后以 2 退出
help-shard = 只检查列表的一部分，例如 2/8，供多台电脑中的一台使用。一个域名的各主机和一个网段的各地址属于同一部分。env/8 使用 Kubernetes（JOB_COMPLETION_INDEX）或 Slurm（SLURM_ARRAY_TASK_ID）给出的编号；在 Slurm 中，env 还能得知共有几部分
help-jobs = 同时检查的目标数，1 到 10000 [默认：以机器不空闲为准，最多 256]
help-rate = 每秒最多开始检查的目标数，例如 20 或 0.5
help-resume = 接着写 --output 的 .ndjson 文件：其中已有的、以相同选项检查过的目标略过，其余的追加。从第一次运行起就加上此选项，崩溃之后也能继续
help-timeout = 等待一次连接、DNS 答复、服务器答复或 TLS 的最长时间（秒）[默认：{ $default }]
help-greeting-timeout = 等待问候信息的最长时间（秒）；服务器可能需要较长时间 [默认：{ $default }]
help-deadline = 检查每个目标的最长时间（秒），无论是否完成 [默认：{ $default }]
help-resolver = 使用这个 DNS 服务器，而不是系统的；可以重复
help-trust-anchor = 用此文件中的 DNSKEY 记录验证 DNSSEC，适用于私有的根
help-connect-to = 连接到此地址；TLS 仍使用原来的名称
help-tls-name = 证书中应有此名称，而不是主机的名称
help-ca-file = 只信任此 PEM 文件中的证书颁发机构
help-roots = 信任哪些证书颁发机构：mozilla（内置）或 system [默认：{ $default }]
help-ehlo = 用于 EHLO 的名称 [默认：本机的完整名称，没有则用其地址]
help-no-trace = 不追踪失败连接的路径
help-online = 目标为邮箱地址时：还查询 Thunderbird 的数据库，对方会因此得知域名
help-send-address = 目标为邮箱地址时：把完整的邮箱地址告诉该域名自己的网站，有些网站要求这样
help-large-hello = TLS 正常时：另用一个连接，再试较新程序所用的较大 TLS hello（X25519MLKEM768）
help-format = text 供人阅读，html 供浏览器使用，markdown 用于工单，json 和 ndjson（每个目标一行）供程序使用，junit 用于 CI，nagios 和 prometheus 用于监控，letter 写给能解决问题的人 [默认：{ $default }]
help-output = 另外将报告写入此文件，格式由扩展名决定：.txt .json .ndjson .md .html .xml（junit）.prom；可以重复
help-letter = 打印一封信以代替报告：向能够解决第一个故障的一方提出请求，附有判断依据，可以直接发送。--output 的文件仍写入报告
help-verbose = 显示每次对话和每次 DNS 查询，以及各邮件客户端的设置
help-quiet = 只显示总结，每个目标一行
help-color = 颜色：auto、always 或 never；auto 表示在终端上使用，除非设置了 NO_COLOR [默认：{ $default }]
help-lang = 语言：en 或 zh-CN [默认：由区域设置决定]
help-redact = 将公网地址也隐藏（在 Markdown 和 HTML 中），或者隐藏本机的地址（在信件中）
help-warning-days = 证书剩余天数少于此值时为警告 [默认：14]
help-critical-days = 证书剩余天数少于此值时为严重 [默认：3]（与 -f nagios 一起使用）
help-strict = 有警告时也以 1 退出
help-login = 用找到的每种协议各登录一次，只在经过验证的 TLS 之内，密码会当场询问
help-user = 登录所用的名称 [默认：提供商对该邮箱地址的要求]
help-password-file = 从此文件的第一行读取密码
help-password-fd = 从这个已打开的文件描述符的第一行读取密码（Windows 上不可用）
help-password-command = 从此命令输出的第一行读取密码；命令由 shell 运行
help-oauth-token-command = 使用此命令输出的 OAuth 访问令牌登录，而不是密码
help-login-anyway = 证书不受信任时，只要它的 SHA-256 指纹是这一个，仍然登录
help-sender = 像其他邮件服务器那样查看本机：服务器写明的公网地址、其反向名称是否能指回该地址，以及 EHLO 中给出的名称
help-dnsbl = 就该地址查询这个地址黑名单（DNSBL），例如 zen.spamhaus.org；可重复。此外不查询任何黑名单。同时启用 --sender
help-proxy = 所有连接都通过此代理服务器：URL，例如 socks5h://user@proxy.example:1080（socks4、socks4a、socks5、socks5h、http、https）；env 表示按 ALL_PROXY、HTTPS_PROXY 和 NO_PROXY；system 表示按本系统的设置
help-proxy-password-file = 从此文件的第一行读取代理服务器的密码
help-proxy-password-fd = 从这个已打开的文件描述符的第一行读取（Windows 上不可用）
help-proxy-password-command = 从此命令输出的第一行读取；命令由 shell 运行
help-from = 询问来自此地址的邮件是否会被接受；<> 是退信的发件人
help-rcpt = 要询问的唯一收件人；没有 --send 就不会收到邮件
help-send = 向收件人发送一封写明是测试的小邮件
help-help = 显示此帮助
help-version = 显示版本；--version 还显示此程序由什么构建而成
help-generate = 打印手册页（man），或让 shell 补全命令行的脚本：complete-bash、complete-zsh、complete-fish、complete-powershell

help-explain-queries = 错误号或其名称、加引号的服务器答复，或者诊断结果的标识
help-explain-lang = 语言：en 或 zh-CN [默认：由区域设置决定]

help-diff-first = -f json 或 -f ndjson 的文件；- 表示标准输入
help-diff-second = 与之比较的文件
help-diff-format = 输出：text 或 json [默认：{ $default }]
help-diff-quiet = 只显示最后一行
help-diff-color = 颜色：auto、always 或 never [默认：{ $default }]
help-diff-lang = 语言：en 或 zh-CN [默认：由区域设置决定]

help-fleet-about = 通过带有 JetStream 的 NATS 服务器，与其他机器分担一份列表
help-fleet-usage = 用法：mailcheck fleet submit|work|collect|status|reconcile|forget [OPTIONS]
help-fleet-after =
    示例：
      mailcheck fleet submit --survey weekly --targets hosts.txt
      mailcheck fleet work --server tls://nats.example.com --creds nats.creds
      mailcheck fleet status --survey weekly
      mailcheck fleet collect --survey weekly -o result.ndjson

    环境变量：
      MAILCHECK_SERVER 和 MAILCHECK_CREDS 代替 --server 和 --creds。

    退出代码：
      0  完成；对 collect 而言：每个目标都有结果
      2  用法错误
      3  服务器造成阻碍；对 collect 而言：还缺少结果
help-fleet-server = NATS 服务器，例如 nats://nats.example.com:4222，或者用 tls:// 表示只使用 TLS；多个之间用逗号分隔，也可以重复 [默认：nats://127.0.0.1:4222]
help-fleet-creds = 服务器要求的凭据文件：一行 user = NAME 和一行 password = SECRET，或者一行 token = SECRET
help-fleet-tls-ca = 对该服务器只信任此 PEM 文件中的证书颁发机构 [默认：本系统的]
help-fleet-tls-cert = 向服务器出示此证书
help-fleet-tls-key = --tls-cert 的密钥
help-fleet-lang = 语言：en 或 zh-CN [默认：由区域设置决定]

help-fleet-submit-about = 把一份目标列表交给各台机器；对同一份列表再次运行，会补上还缺少的部分
help-fleet-submit-usage = 用法：mailcheck fleet submit --survey <NAME> --targets <FILE> [OPTIONS]
help-fleet-submit-after = {""}
help-fleet-submit-survey = 调查的名称：字母、数字、- 和 _
help-fleet-submit-chunk = 每块的目标数，一台机器一次领取一块，1 到 1000 [默认：{ $default }]
help-fleet-submit-ack-wait = 一台机器多久（秒）没有消息，它的块就交给另一台，2 到 3600 [默认：{ $default }]

help-fleet-work-about = 领取已提交的块，检查其中的目标并交回结果，直到被中断
help-fleet-work-usage = 用法：mailcheck fleet work [OPTIONS]
help-fleet-work-after = {""}
help-fleet-work-survey = 只为此调查工作 [默认：依次为所有调查工作]
help-fleet-work-until-done = 没有等待中和检查中的目标时结束
help-fleet-work-jobs = 这台机器同时检查的目标数，1 到 10000 [默认：以机器不空闲为准，最多 256]
help-fleet-work-rate = 这台机器每秒最多开始检查的目标数，例如 20 或 0.5

help-fleet-collect-about = 把已有的结果写入文件，每个目标一次；再次运行会补上新的结果
help-fleet-collect-usage = 用法：mailcheck fleet collect --survey <NAME> --output <FILE> [OPTIONS]
help-fleet-collect-after = {""}
help-fleet-collect-survey = 调查的名称
help-fleet-collect-output = 文件，例如 result.ndjson；其中已有的结果保留，不会再次写入
help-fleet-collect-wait = 等待尚未得到的结果

help-fleet-status-about = 说明一项调查有多少已完成、检查中、等待中和已放弃
help-fleet-status-usage = 用法：mailcheck fleet status --survey <NAME> [OPTIONS]
help-fleet-status-after = {""}
help-fleet-status-survey = 调查的名称
help-fleet-status-format = text 供人阅读，json 供程序使用 [默认：{ $default }]

help-fleet-reconcile-about = 把没有结果又不在队列里的目标放回队列，例如服务器的磁盘损坏之后
help-fleet-reconcile-usage = 用法：mailcheck fleet reconcile --survey <NAME> [OPTIONS]
help-fleet-reconcile-after = {""}
help-fleet-reconcile-survey = 调查的名称
help-fleet-reconcile-failed = 重新检查已放弃的目标

help-fleet-forget-about = 从服务器上删除一项调查及其全部结果
help-fleet-forget-usage = 用法：mailcheck fleet forget --survey <NAME> [OPTIONS]
help-fleet-forget-after = {""}
help-fleet-forget-survey = 调查的名称

help-serve-about = 答复 Prometheus（每次抓取都指明目标）和使用浏览器的人
help-serve-usage = 用法：mailcheck serve [OPTIONS]
help-serve-after =
    示例：
      mailcheck serve
      mailcheck serve --listen :9825 --allow '*.example.com' --allow 192.0.2.0/24
      mailcheck serve --modules modules.toml --web-config web.yml

    路径：
      /probe?target=TARGET       一次检查的指标；另有 &service=LIST、
                                 &module=NAME、&format=html、text、json 等
      /                          带表单的页面
      /metrics                   关于 mailcheck serve 自身
      /-/healthy、/-/ready       正在运行、可以接受请求时为 200
      /-/reload                  POST 或 SIGHUP：重新读取文件

    无论谁来请求，都不会登录任何账户，也不会开始发送邮件。

    退出代码：
      0  应要求结束
      2  用法错误、文件无法理解，或者地址已被占用

help-serve-listen = 在此监听；:9825 表示本机的所有地址；可以重复 [默认：{ $default }]
help-serve-allow = 只检查这些目标：名称、*.example.com、地址或网络；可以重复。名称按名称列出，地址按网络列出。列出的名称可以指向公网地址，其他地址也必须列出。不给出时检查所有目标，但 --listen 对其他电脑开放时不检查任何目标
help-serve-modules = module= 所指的模块，在 TOML 文件中：[modules.sending] 这样的表，其中是检查的选项，例如 service = "submission"
help-serve-web-config = TLS 和密码，使用 Prometheus 各 exporter 的 web.yml
help-serve-name = 除 localhost、地址和本机自己的名称之外，可以用来访问此服务器的名称；可以重复。这样，其他网站的页面就不能让浏览器用它们的名称来访问
help-serve-jobs = 同时检查的目标数，1 到 1000 [默认：{ $default }]
help-serve-keep = 同一结果在重新检查目标之前可以重复给出多长时间（秒）；0 表示从不 [默认：{ $default }]
help-serve-timeout-offset = 比 Prometheus 放弃的时间提前多少秒给出答复 [默认：{ $default }]
help-serve-lang = 语言：en 或 zh-CN [默认：由区域设置决定]
