//! Connections that are not made, or end: what systems and libraries say.
//!
//! Sources: Windows' system messages in English and both Chinese scripts; `strerror` of glibc (English and `zh_CN`,
//! `zh_TW`), musl and macOS; `OpenJDK`, Go `net`, Node, .NET, Ruby, PHP and Apple's `NSURLError`.

use super::Means::Socket;
use super::{Group, Means, exact, finding, plain, vague};
use crate::codes::socket::Condition as C;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    plain(Socket(C::TimedOut), &[
        "did not properly respond", "connection timed out", "operation timed out", "connect timed out",
        "connect timeout", "connection timeout", "connect() timed out", "connecttimeout", "timed out while connecting",
        "timed out connecting", "ncat: timeout", "socket error on*: timeout", "i/o timeout", "context deadline exceeded", "deadline exceeded", "net::opentimeout",
        "execution expired", "connection attempt timed out", "the operation has timed out",
        "the operation was timed out", "the operation timed out", "operation has timed out", "timeout expired",
        "timed out", "request timed out", "connection time-out", "connection timed-out", "timeouterror",
        "sockettimeoutexception", "the request timed out", "the request timed out.", "semaphore timeout period has expired",
        "err_connection_timed_out", "timeout was reached", "etimeout", "no response from server", "server did not respond", "server not responding", "smtp timeout",
        "connecting timed out", "socket timeout after", "ora-29276", "nietimeout", "timeout after*waiting for server", "timeout fetching", "waiting to connect to server", "the connection has timed out", "did not respond in a timely fashion",
        "has stopped responding", "{:error, :timeout}", "{error,timeout}", "{error, timeout}", ":etimedout", ",etimedout", ", etimedout", "layer4 timeout", "layer6 timeout", "l4tout", "connection expired", "pr_io_timeout_error", "pr_connect_timeout_error", "ns_error_net_timeout", "err_socket_connection_timeout",
    ]),
    exact(Socket(C::ConnectionRefused), &[
        "actively refused", "connection refused", "connection was refused", "connection is refused",
        "refused the connection", "target machine refused", "err_connection_refused", "pr_connect_refused_error", "ns_error_connection_refused",
        "connection was actively refused", "no connection could be made because the target machine actively refused it",
        "refused by the server's host", "nieconn_refused", ":econnrefused", ",econnrefused", ", econnrefused",
    ]),
    exact(Socket(C::ConnectionReset), &[
        "forcibly closed", "connection reset by peer", "connection reset", "connection was reset", "reset by peer",
        "connection has been reset", "err_connection_reset", "ns_error_net_reset", "reset by remote", "recv failure: connection was reset",
        "recv failure: connection reset", "broken by peer", "connection reset by remote", ":econnreset", ",econnreset", ", econnreset",
    ]),
    exact(Socket(C::ConnectionAborted), &[
        "aborted by the software in your host", "software caused connection abort", "connection aborted",
        "connection was aborted", "established connection was aborted",
    ]),
    exact(Socket(C::NetworkUnreachable), &[
        "unreachable network", "network is unreachable", "network unreachable", "network is not reachable",
        "network is not available", "no route to network", "destination net unreachable", ":enetunreach", ",enetunreach", ", enetunreach", "err_address_unreachable",
    ]),
    exact(Socket(C::HostUnreachable), &[
        "unreachable host", "no route to host", "host is unreachable", "host unreachable", "noroutetohostexception",
        "destination host unreachable", "host is not reachable", ":ehostunreach", ",ehostunreach", ", ehostunreach",
    ]),
    exact(Socket(C::HostDown), &["host is down", "destination host was down"]),
    exact(Socket(C::NetworkDown), &["network is down", "dead network", "network down"]),
    exact(Socket(C::NetworkReset), &[
        "network dropped connection on reset", "network dropped connection because of reset",
    ]),
    exact(Socket(C::AccessDenied), &[
        "forbidden by its access permissions", "forbidden by its access rules", "access to a socket was denied",
    ]),
    plain(Socket(C::AccessDenied), &["permission denied"]),
    exact(Means::Words("code-phrase-bind-denied"), &[
        "bind: permission denied", "bind(): permission denied", "listen eacces: permission denied", "bind eacces: permission denied", "listen eacces", "bind eacces", "cannot bind*permission denied",
        "could not bind*permission denied", "failed to bind*permission denied", "bind() to*permission denied",
    ]),
    // A file, a folder or a socket file: the name of one stands beside it.
    exact(Means::Words("code-phrase-file-denied"), &[
        "permission denied: '/", "permission denied, open '", "permission denied, mkdir '", "permission denied, unlink '",
        "permission denied, scandir '", "permission denied, access '", "dial unix*permission denied", "open /*permission denied", "permission denied: \"/", "permission denied: 'c:", "permission denied (euid",
        "cannot open: permission denied", "open(*failed: permission denied", "open(/*permission denied",
        "fopen(/*permission denied", "stat(/*permission denied", "mkdir(/*permission denied", "chdir(/*permission denied",
        "chown(/*permission denied", "failed to open stream: permission denied", "cannot open file*permission denied",
        "could not open file*permission denied", "can't open file*permission denied", "unable to open file*permission denied",
        "cannot open*file*permission denied", "msmtprc: permission denied", "muttrc: permission denied",
        "fetchmailrc: permission denied", "offlineimaprc: permission denied", "mbsyncrc: permission denied", "getmailrc: permission denied",
        ".log: permission denied", ".key: permission denied",
        ".pem: permission denied", ".crt: permission denied", ".conf: permission denied", ".cf: permission denied",
        ".lock: permission denied", ".db: permission denied", ".sock: permission denied",
        "unix:/*permission denied", "connect(/*permission denied", "net_connect_unix(/*permission denied",
        "connect to private/*permission denied",
    ]),
    exact(Socket(C::NotPermitted), &["operation not permitted"]),
    exact(Socket(C::AddressNotAvailable), &[
        "requested address is not valid in its context", "cannot assign requested address",
        "can't assign requested address", "address not available", "cannot bind to local address",
    ]),
    exact(Socket(C::AddressInUse), &[
        "only one usage of each socket address", "address already in use", "address in use",
    ]),
    exact(Socket(C::NoBuffers), &["lacked sufficient buffer space", "no buffer space available"]),
    exact(Socket(C::TooManyFilesSystem), &[
        "too many open files in system", "no file descriptors available in system",
    ]),
    exact(Socket(C::TooManyFiles), &[
        "too many open files", "no file descriptors available", "too many open sockets",
    ]),
    exact(Socket(C::BrokenPipe), &["broken pipe"]),
    exact(Socket(C::NotConnected), &[
        "transport endpoint is not connected", "socket is not connected", "socket not connected",
        "endpoint not connected",
    ]),
    exact(Socket(C::Shutdown), &[
        "cannot send after transport endpoint shutdown", "cannot send after socket shutdown",
    ]),
    exact(Socket(C::InProgress), &["operation now in progress", "operation in progress"]),
    exact(Socket(C::AlreadyInProgress), &["operation already in progress"]),
    exact(Socket(C::AddressFamily), &[
        "address family not supported by protocol", "address family not supported",
        "address incompatible with the requested protocol", "address family for hostname not supported",
    ]),
    exact(Socket(C::InvalidArgument), &["invalid argument"]),
    exact(Socket(C::MessageTooLong), &["message too long"]),
    exact(Socket(C::NotSocket), &[
        "socket operation on non-socket", "not a socket", "something that is not a socket",
    ]),
    exact(Socket(C::WouldBlock), &[
        "resource temporarily unavailable", "non-blocking socket operation could not be completed",
    ]),
    exact(Socket(C::ProtocolNotAvailable), &["protocol not available"]),
    exact(Socket(C::ProtocolNotSupported), &["protocol not supported", "protocol family not supported"]),
    exact(Socket(C::NoNetwork), &["machine is not on the network"]),
    exact(Socket(C::Interrupted), &["interrupted system call", "interrupted function call"]),
    exact(Socket(C::OutOfMemory), &["cannot allocate memory", "not enough storage is available"]),
    exact(Socket(C::NoSpace), &["no space left on device", "disk full"]),
    exact(Socket(C::InputOutput), &["input/output error"]),
    exact(Socket(C::Cancelled), &[
        "operation canceled", "operation was canceled", "operation has been aborted because of either",
    ]),
    plain(Socket(C::NoSuchFile), &["no such file or directory"]),
    exact(Socket(C::VersionNotSupported), &["windows sockets version requested is not supported"]),
    exact(Socket(C::ProviderFailed), &[
        "service provider could not be loaded or initialized", "service provider is invalid",
    ]),
    exact(Socket(C::ProcessLimit), &["too many processes are using the windows sockets"]),
    // Nothing comes on a connection that was made.
    exact(Means::Finding("reply-timeout"), &[
        "read timed out", "read timeout", "read operation timed out", "timed out while receiving",
        "timed out while sending", "timeout while waiting for server response", "timeout waiting for response",
        "timed out waiting for a response", "timed out waiting for server", "readtimeout", "net::readtimeout",
        "timeout on read", "waiting to read data", "socket read timeout", "conversation with*timed out", "timed out before server responded",
        "data timeout", "timeout during read", "smtp timeout after", "timeout while reading", "timed out reading",
        "reading response timed out", "response timed out", "response timeout", "socket timeout", "timeout*while trying to read", "commandtimeout",
        "waiting for reply timed out", "data timed out", "while reading response*timed out", "timed out while authenticating", "timed out during authentication", "layer7 timeout", "l7tout",
    ]).see(&["silent-service", "path-mtu-black-hole"]),
    exact(Means::Finding("silent-service"), &[
        "greeting never received", "conversation with*timed out while receiving the initial server greeting", "empty startup greeting", "could not handle smtp server response", "timed out while receiving the initial server greeting",
        "waiting for initial server greeting", "timeout waiting for greeting", "no greeting from server",
        "greeting timeout", "timeout waiting for banner",
    ]).see(&["tls-on-starttls-port", "filtered-near-server"]),
    finding("closed-before-greeting", &[
        "while receiving the initial server greeting", "closed connection in response to initial connection",
        "lost connection*initial server greeting", "remote host closed connection in response to initial",
        "expected response code 220 but got an empty response", "expected response code \"220\" but got empty code",
        "expected response code 220 but got code \"\"", "expected response code \"220\" but got an empty response",
        "expected response code 220 but got no response", "expected response code \"220\" but got code \"\"",
        "short response: 220", "unexpected eof while waiting for greeting", "closed before greeting",
        "connection closed before greeting", "but greeting failed", "connected to*but greeting failed", "server refused connection", "connection closed by server before greeting",
    ]).see(&["tls-on-starttls-port"]),
    finding("connection-lost", &[
        "lost connection*while sending", "lost connection*while performing",
        "lost in the middle of the transaction", "lost in the middle", "closed connection in response to",
        "server dropped connection", "but connection died", "connected to*but connection died", "dropped the connection",
    ]),
    plain(Means::Words("code-phrase-hung-up"), &[
        "connection: eof", "notification failed: eof", "dial failed: eof", "mail failed: eof", "send failed: eof", "msg=eof", "connection unexpectedly closed", "server -> client: *smtp notice: eof caught", "when not connected", "server not connected", "connection to*lost, ", "read:errno=0", "please run connect() first", "has unexpectedly disconnected", "client is not connected", "smtpclient is not connected", "imapclient is not connected", "socket error: eof", "error=eof", "err=eof", "failed to send*: eof", "failed to send*- eof", "unexpected bye response", "socket error while fetching", "connection closed unexpectedly", "unexpected socket close",
        "unexpected close", "lost connection with", "ns_error_net_interrupt", "lost connection", "lost connection to", "connection lost",
        "connection was lost", "connection ended unexpectedly", "has been closed unexpectedly", "connection closed gracefully", "{:error, :closed}", "{error,closed}", "{error, closed}", "smtp client: eof", "alerts failed: eof", "attempt*failed: eof", "error on notify: eof", "too many read 0", "incomplete response", "imap client: eof", "error: eof", "auth: eof", "smtp: eof", "imap: eof", "closed prematurely", "ended by the other party", "connection was closed", "connection closed by", "connection closed",
        "connection is closed", "connection has been closed", "closed the connection", "closed by remote host",
        "closed by foreign host", "closed by peer", "closed by the remote", "empty reply from server",
        "server*has disconnected", "server disconnected", "serverdisconnected", "disconnected unexpectedly",
        "unexpectedly terminated the connection", "unexpectedly terminated",
        "unexpected eof", "unexpected end of file", "eof on socket", "end of file reached", "unexpected end of stream",
        "net_io_connectionclosed", "server closed connection", "server closed the connection", "server hung up",
        "socket hang up", "but got code \"\", with message", "but got empty code", "but got an empty response",
        "got an empty response", "econnclosed", "connection broken", "connection dropped",
        "connection to the server was interrupted", "connection to*was interrupted", "connection was interrupted",
        "broken connection", "remote end closed", "[eof]", "read error*eof", "underlying connection was closed",
        "exception reading response", "socket closed", "connection terminated", "connection interrupted",
        "imap server unexpectedly disconnected", "无法从传输连接中读取数据", "基础连接已经关闭",
    ]).see(&["closed-before-greeting", "connection-lost"]),
    finding("no-route-here", &[
        "no network connection", "internet connection appears to be offline", "the network connection was lost",
        "appears to be offline", "you are offline", "not connected to the internet", "no internet connection",
        "no network", "network connection is not available", "无网络连接", "没有网络连接", "似乎已断开与互联网的连接", "互联网连接似乎已断开", "沒有網路連線",
        "網際網路連線已中斷",
    ]),
    finding("prohibited-by-firewall", &[
        "icmp_seq*packet filtered", "icmp_seq*prohibited", "communication administratively prohibited", "communication prohibited by filter",
    ]),
    // UTL_SMTP, UTL_MAIL and UTL_TCP ask the database first.
    exact(Means::Words("code-phrase-oracle-acl"), &["ora-24247", "network access denied by access control list"]),
    exact(Means::Words("code-phrase-mail-loop"), &[
        "loops back to myself", "too many hops", "mail loop", "routing loop", "message is looping",
        "hop count exceeded", "lowest numbered mx record points to local host", "received\" headers - suspected mail loop", "suspected mail loop", "too many received headers", "possible mail loop", "loop detected",
    ]),
    plain(Means::Words("code-phrase-retries-ended"), &[
        "retry timeout exceeded", "status=expired", "retry time not reached for any host", "have been failing for a long time",
        "delivery time expired", "message expired", "delivery expired", "message has been in the queue too long",
        "still not been delivered", "could not be delivered for", "will be retried", "delivery temporarily suspended",
        "has not been delivered to", "delivery to the following recipient has been delayed",
    ]),
    // Roundcube names the address behind the login that it says has failed.
    plain(Means::Words("code-phrase-connect-failed"), &[
        "io::socket::ip configuration failed", "could not connect to imap server*using ssl error", "could not connect to smtp server*using ssl error", "io::socket::ip configuration failed invalid argument", "could not connect to ssl://", "could not connect to tls://", "could not connect to*: unknown reason",
    ]),
    vague(Means::Words("code-phrase-connect-failed"), &[
        "smtp connect() failed", "failed to connect to server", "could not connect to smtp host",
        "couldn't connect to host", "could not connect to server", "couldn't connect to server",
        "could not connect to host", "could not connect to", "couldn't connect", "unable to connect to",
        "unable to connect", "failed to connect to", "failed to connect", "cannot connect to", "can't connect to",
        "can't connect", "cannot connect", "could not communicate with", "couldn't communicate with", "unable to communicate with",
        "connection not available", "connectionerror[104]", "unable to initialize smtp properly", "mail: cannot open", "sendmail: cannot open", "ssmtp: cannot open",
        "connection could not be established", "could not be established with host",
        "connection failed", "connection to server failed", "the connection to the server has failed", "connect failed",
        "unable to connect to the remote server", "unable to read data from the transport connection",
        "connection error", "error connecting", "couldn't open connection to server", "couldn't open connection",
        "could not open connection", "unable to open connection", "unable to open mailbox", "cannot get mail",
        "connection to the server failed", "connection to storage server failed", "connection to smtp server failed", "connection to imap server failed", "transport failed to connect", "wasn't able to establish an smtp connection", "establish an smtp connection", "network error on destination", "network error", "fsockopen()", "stream_socket_client()",
        "unable to connect to ssl://", "unable to reach", "couldn't open stream", "a stable connection to the server could not be established", "query status=2 (socket)", "cannot reach", "could not reach", "server is unavailable",
        "server unreachable", "server not reachable", "error when communicating with the mail server", "error when communicating with the server", "error communicating with the mail server", "server is unreachable", "server could not be reached", "cannot send mail",
        "connectexception", "mailconnectexception", "failed to open socket", "ora-29260", "smtp server connection error", "connection with the destination has failed", "couldn't establish connection",
        "could not establish connection", "cannot establish connection", "can't get mail",
        "net_http_ssl_connection_failed", "hostnotreachable", "net::err_connection",
        // asyncio and HAProxy say so of every reason.
        "connect call failed", "layer4 connection problem",
    ]),
];
