//! The output of test tools: telnet, ping, nslookup, Test-NetConnection, nc, openssl `s_client`, swaks.

use super::Means::{Finding, Resolver, Socket, Words};
use super::{Group, exact, plain, vague};
use crate::codes::resolver::Failure as F;
use crate::codes::socket::Condition as C;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    // telnet of Linux and macOS says why on the same line; that of Windows never does.
    plain(Words("code-phrase-port-test-failed"), &["unable to connect to remote host", "telnet: unable to connect"]).see(&["port-25-blocked", "port-closed"]),
    exact(Words("code-phrase-port-test-failed"), &[
        "could not open connection to the host, on port", "could not open a connection to the host",
        "could not open connection to the host", "无法打开到主机的连接", "無法開啟到主機的連線", "无法打开到主机的连接。 在端口",
        "tcptestsucceeded : false", "tcptestsucceeded: false", "tcp connect to*failed",
        "error in socket", "在端口*连接失败", "連接埠*連線失敗", "verbindung mit dem host hergestellt werden, auf port", "ouvrir une connexion à l'hôte, sur le port",
        "abrir la conexión al host, en puerto",
        "impossibile aprire una connessione con l'host", "não foi possível abrir conexão com o host", "не удалось открыть подключение к этому узлу",
        "ホストへ接続できませんでした", "otworzyć połączenia z hostem", "kan geen verbinding maken met de host", "호스트에 연결할 수 없습니다. 포트",
        "name resolution succeeded*tcp connect",
    ]).see(&["port-25-blocked", "filtered-on-path", "port-closed"]),
    exact(Words("code-phrase-port-test-succeeded"), &[
        "tcptestsucceeded : true", "tcptestsucceeded: true", "port [tcp/*succeeded", "[tcp/smtp] succeeded",
        "[tcp/submission] succeeded", "[tcp/imaps] succeeded", "escape character is '^]'",
    ]),
    exact(Words("code-phrase-ping"), &[
        "request timed out.", "请求超时", "要求等候逾時", "packets: sent = 4, received = 0", "100% packet loss", "100% loss",
        "100% 丢失", "100% 遺失", "pingsucceeded : false", "pingsucceeded: false", "request timeout for icmp_seq",
    ]),
    exact(Socket(C::HostUnreachable), &["无法访问目标主机", "目的地主機無法連線", "无法连接到目标主机", "目标主机不可达", "目標主機無法連線"]),
    exact(Socket(C::NetworkUnreachable), &["无法访问目标网", "目的地網路無法連線", "目标网络不可达"]),
    exact(Resolver(F::NotFound), &[
        "ping 请求找不到主机", "要求找不到主机", "请求找不到主机", "ping 要求找不到主機", "找不到主機", "can't find*: non-existent domain",
        "找不到*non-existent domain", "can't find*: nxdomain", "can't find*: no response from server", "域名不存在",
    ]),
    exact(Words("code-phrase-verified"), &[
        "verify return code: 0 (ok)", "verification: ok", "ssl certificate verify ok",
    ]),
    // curl_easy_strerror.
    plain(Words("code-phrase-hung-up"), &["server returned nothing (no headers, no data)"]).see(&["closed-before-greeting"]),
    plain(Words("code-phrase-no-authorities-here"), &["problem with the ssl ca cert", "failed loading cafile stream"]),
    vague(Finding("starttls-not-offered"), &["host did not advertise starttls"]),
    vague(Words("code-phrase-connect-failed"), &[
        "connect:errno", "bio_connect", "bio_lookup_ex", "connect error",
    ]),
    vague(super::Means::Reply(crate::codes::reply::ReplyText::CredentialsRefused), &["no authentication type succeeded"]),
];
