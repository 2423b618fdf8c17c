//! TLS errors other than those of a certificate, in the words of every library.
//!
//! Sources: OpenSSL `ssl_err.c`; Python `ssl`; Node; Go `crypto/tls`; `OpenJDK` `sun.security.ssl`; .NET `SslStream`; NSS
//! `SSLerrs.h`; `GnuTLS` `lib/errors.c`; Schannel's events 36871 to 36888; rustls `error.rs`; wolfSSL and mbedTLS.

use super::{Group, Means, exact, finding, plain, vague};

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    // nodemailer#1461, himalaya#614 and the most of all TLS lines that people ask about.
    finding("plaintext-on-tls-port", &[
        "wrong version number", "wrong_version_number", "err_ssl_wrong_version_number",
        "ssl23_get_server_hello:unknown protocol", "state=*unknown protocol", "could not connect via ssl to host*non-standard ssl port", "routines:*:unknown protocol", "unknown_protocol",
        "first record does not look like a tls handshake", "unrecognized ssl message, plaintext connection",
        "unrecognized ssl message", "unsupported or unrecognized ssl message",
        "handshake failed due to an unexpected packet format", "received an unexpected tls packet",
        "an unexpected tls packet was received", "ssl_error_rx_record_too_long",
        "ssl received a record that exceeded the maximum permissible length", "record with an incorrect version number",
        "packet length too long", "packet_length_too_long", "record too long", "bad record type", "received record with version", "invalidcontenttype",
        "invalid content type", "invalid header type", "corruptmessage", "received corrupt message", "cannot determine if a tls record", "received plaintext",
        "a tls packet with unexpected length was received", "tls packet with unexpected length",
        "an ssl invalid record was received", "invalid ssl record", "record layer version error",
        "malformed record header", "not an ssl/tls record",
        "oversized record received with length 20527", "oversized record received with length 8307", "oversized record received with length 11565",
        "cannot determine the frame size or a corrupted frame was received", "frame size*corrupted frame",
        "握手失败, 由于意外的数据包格式", "由于意外的数据包格式, 握手失败", "由于意外的数据包格式,握手失败", "由于远程方发送了意外的数据包格式",
    ]).see(&["wrong-service", "tls-answered-in-plaintext"]),
    finding("tls-on-starttls-port", &[
        "routines:*:http request", "client sent plain", "plain http request was sent to https port",
        "received a tls record in place", "response: -1", "response code -1",
        "got bad greeting from smtp host*response: [eof]", "bad greeting from smtp host",
    ]).see(&["closed-before-greeting"]),
    finding("tls-version-unsupported", &[
        "routines:*:unsupported protocol", "unsupported protocol", "unsupported_protocol", "no protocols available",
        "no_protocols_available", "no appropriate protocol", "server selected unsupported protocol version",
        "server selected protocol version*not accepted by client preferences", "is not accepted by client preferences",
        "ssl_error_unsupported_version", "ssl_error_protocol_version_alert",
        "peer using unsupported version of security protocol",

        "serverdoesnotsupporttls12or13", "servertlsversionisdisabled",
        "a packet with illegal or unsupported version was received", "unsupported version", "version too low",
        "version_too_low", "protocol is disabled or cipher suites are inappropriate", "server chose tlsv1,",
        "tls version 1.0 is not supported", "tls 1.0 and 1.1 are not supported", "requires tls version",
    ]).see(&["tls-no-common-cipher"]),
    exact(Means::Words("code-schannel-nothing-in-common"), &[
        "no shared cipher", "no supported cipher suites have been found", "none of the cipher suites supported by the client", "no_shared_cipher", "no ciphers available", "no cipher suites in common", "no cipher match",
        "no_cipher_match", "ssl_error_no_cypher_overlap", "no common encryption algorithm",
        "do not possess a common algorithm", "no suitable signature algorithm", "no shared signature algorithms",
        "no suitable key share", "no shared group", "no supported cipher suite",
        "could not negotiate a supported cipher suite", "could not negotiate a supported cipher",
        "no cipher suite supported by both", "no cipher suites supported by both",
        "cipher suites supported by the server are not", "nociphersuitesincommon", "nokxgroupsincommon",
        "nosignatureschemesincommon", "tls: server selected unsupported curve",
        "server chose an unconfigured cipher suite", "wrong signature type", "wrong_signature_type", "wrong curve",
        "bad ecpoint", "unsupported elliptic curve", "legacy sigalg disallowed or unsupported",
        "legacy_sigalg_disallowed_or_unsupported", "no supported versions satisfy minversion and maxversion", "没有通用的算法",
        "不具有共同的算法", "不支持通用的算法", "客户端和服务器无法通信, 因为它们没有共同的算法", "没有共同的算法", "沒有共同的演算法", "無法通訊, 因為它們沒有一般演算法",
    ]).see(&["tls-no-common-cipher", "tls-version-unsupported"]),
    exact(Means::Words("code-phrase-dh-too-small"), &[
        "dh key too small", "dh_key_too_small", "ssl_error_weak_server_ephemeral_dh_key",
        "weak ephemeral diffie-hellman", "could not generate dh keypair", "dh server keyexchange",
        "the diffie-hellman prime sent by the server is not acceptable", "diffie-hellman prime sent by the server",
        "prime size must be multiple of 64",
    ]),
    exact(Means::Words("code-phrase-handshake-too-long"), &[
        "excessive message size", "excessive_message_size", "certificate chain length (", "size of the handshake message (",
        "handshake message of length", "handshake payload too large",
    ]),
    exact(Means::Words("code-phrase-rsa-too-large"), &["certificate containing rsa key larger than"]),
    exact(Means::Words("code-phrase-large-hello"), &["x25519mlkem768", "x25519kyber768"]),
    exact(Means::Words("code-phrase-old-renegotiation"), &[
        "unsafe legacy renegotiation disabled", "unsafe_legacy_renegotiation_disabled", "ssl_error_unsafe_negotiation",
        "ssl_error_renegotiation_not_allowed", "safe renegotiation failed",
        "peer does not support secure renegotiation",
    ]),
    finding("tls-closed", &[
        "routines:*:unexpected eof while reading", "unexpected eof while reading", "tls handshake eof", "protocol is shutdown", "ssl_connect error*lost connection", "ssl_accept error*lost connection", "unexpected_eof_while_reading",
        "eof occurred in violation of protocol", "eof was observed that violates the protocol", "eof observed that violates", "remote host closed connection during handshake",
        "remote host terminated the handshake", "ssl peer shut down incorrectly",
        "client network socket disconnected before secure tls connection",
        "disconnected before secure tls connection was established", "closed connection during tls handshake",
        "connection closed during handshake", "connection closed during the handshake",
        "connection closed via ssl alert during handshake", "ssl_error_syscall",
        "has closed the transport stream", "remote party closed the transport stream",
        "unexpected eof or 0 bytes from the transport stream", "received an unexpected eof",
        "the tls connection was non-properly terminated", "tls connection was non-properly terminated",
        "ssl handshake has read 0 bytes", "ssl_connect syscall returned=5", "ssl_connect returned=5 errno=0 state=ss", "ssl_connect returned=5 errno=0",
        "ssl_connect: ssl_error_syscall in connection to", "errsslclosedabort", "errsslclosedgraceful",
        "errsslclosednonotify", "peer closed connection without sending tls close_notify",
        "lost connection*in the middle of the tls handshake", "peer reports it experienced an internal error",
        "pr_end_of_file_error", "no peer certificate available", "connection terminated during ssl",
        "disconnected (no auth attempts*tls handshaking", "远程主机在握手期间关闭了连接", "远程方已关闭传输流",
    ]).see(&["tls-on-starttls-port", "plaintext-on-tls-port"]),
    finding("tls-stalled", &[
        "tls handshake timeout", "tls: handshake timeout", "ssl handshake timed out", "tls handshake timed out", "handshake timed out",
        "handshake operation timed out", "ssl connection timeout", "ssl connect timeout", "the handshake timed out",
        "_ssl.c*the handshake operation timed out",
    ]),
    finding("tls-reset", &[
        "ssl_connect: connection reset", "ssl_connect: broken pipe", "connection reset by peer in connection to",
        "connection was reset during the tls handshake", "ssl_connect returned=5 errno=104", "pr_connect_reset_error",
    ]),
    finding("tls-failed", &[
        "digital signature*did not verify", "decryption failed or bad record mac",
        "decryption_failed_or_bad_record_mac", "block cipher padding is wrong", "bad_mac",
        "oversized record received with length", "data length too long", "length mismatch", "peermisbehaved", "inappropriatehandshakemessage",
            ]),
    finding("client-certificate-required", &[
        "peer did not return a certificate", "client didn't provide a certificate",
        "no required ssl certificate was sent", "no client certificate presented",
        "tls client certificate required", "ssl peer cannot verify your certificate", "client certificate required",
    ]),
    exact(Means::Words("code-schannel-not-tls"), &["the token supplied to the function is invalid"]),
    exact(Means::Words("code-schannel-credentials"), &["the credentials supplied to the package were not recognized"]),
    exact(Means::Words("code-schannel-illegal-message"), &["message received was unexpected or badly formatted"]),
    exact(Means::Words("code-phrase-schannel-state"), &[
        "the internal error state is", "internal error state is", "while creating a tls client credential",
        "while creating an ssl client credential", "内部错误状态为", "內部錯誤狀態為",
    ]),
    // fetchmail, after the answer to STLS.
    finding("starttls-refused", &["upgrade to tls failed", "opportunistic upgrade to tls failed"]),
    plain(Means::Finding("starttls-refused"), &[
        "couldn't establish starttls", "could not establish starttls",
        "cannot start tls", "could not start tls", "starttls failed", "unable to start tls", "failed to start tls",
        "starttls command failed", "tls negotiation failed", "cannot convert to ssl",
        "could not turn on ssl", "unable to starttls",
    ]),
    // PHP and OfflineIMAP say so before they say why.
    vague(Means::Finding("tls-failed"), &["stream_socket_enable_crypto", "ssl operation failed", "unknown ssl protocol", "sslexception", "[ssl: bad_length]"]),
    // JavaMail says so before the cause that is nested in it.
    vague(Means::Finding("starttls-refused"), &["could not convert socket to tls"]),
    plain(Means::Finding("tls-failed"), &[
        // Symfony and Dolibarr say so when PHP could not switch the encryption on, swaks of every handshake that fails.
        "unable to connect with starttls", "starttls connection failed", "tls startup failed",
        // .NET has it for TLS; the refused logins of MailKit, Java and LDAP have other names.
        "system.security.authentication.authenticationexception",
        "cannot start tls: handshake failure", "failed to enable crypto", "error in the push function", "gnutls_handshake() failed", "gnutls_handshake failed",
        "a tls fatal alert has been received", "tls fatal alert", "a fatal alert message was received from our peer",
        "received alert fatal error", "fatal error: peer", "authentication failed, see inner exception",
        "a call to sspi failed", "ssl connection could not be established", "could not create ssl/tls secure channel",
        "unable to negotiate", "could not establish trust relationship", "ssl handshake failed", "tls handshake failed",
        "ssl handshake failure", "tls handshake failure", "tls handshake error", "ssl handshake error",
        "sslhandshakeexception", "sslexception: connection closed", "failure while setting up tls session", "attempt to establish tls failed", "handshake error", "handshakeexception", ":tls_failed", ",tls_failed", ", tls_failed", "secure tls connection to", "open secure tls connection", "could not open secure",
        "tls negotiation error", "ssl negotiation error", "error in tls handshake", "error during tls handshake", "ssl_do_handshake() failed",
        "an error occurred during the tls handshake",
        "an error occurred while attempting to establish an ssl or tls connection", "error performing tls handshake",
        "could not establish a secure connection", "cannot make ssl connection", "could not make ssl connection", "secure connection failed", "secure connection to server failed",
        "ssl connect error", "ssl error", "tls_connect: handshake failed", "handshake failed", "ssl_error_rx_unexpected", "ssl_error_rx_malformed", "ssl_error_bad_server", "err_ssl_protocol_error",
        "peer misbehaved", "-0x7780", "-0x2700", "ssl_connect error", "ssl_accept error", "ssl failed", "ssl_accept() failed", "tls error", "ssl negotiation failed", "ssl connection failed",
        "tls connection failed", "error initializing ssl", "failed to initialize tls", "安全通道支持出错", "未能创建 ssl/tls 安全通道",
        "请求被中止: 未能创建 ssl/tls 安全通道", "无法建立 ssl 连接", "ssl 连接失败", "ssl 错误", "ssl 握手失败", "tls 握手失败", "对 sspi 的调用失败",
        "無法建立 ssl/tls 的安全通道",
    ]).see(&["plaintext-on-tls-port", "tls-version-unsupported", "certificate-unknown-issuer",]),
    vague(Means::Words("code-phrase-no-secure-connection"), &[
        "can't safely connect to server", "cannot safely connect to server", "couldn't safely connect",
        "cannot connect using ssl", "can't connect using ssl",
        "your server does not support the connection encryption type you have specified",
        "try changing the encryption method", "encrypted connection to your mail server is not available",
        "an encrypted connection to your mail server is not available",
        "a secure connection to the server could not be", "could not establish an encrypted connection", "无法安全连接到服务器",
        "無法安全連線至伺服器", "无法安全地连接", "无法使用 ssl 连接", "您的服务器不支持您指定的连接加密类型", "您的伺服器不支援您指定的連線加密類型", "伺服器不支援您指定的連線加密類型",
        "无法建立到邮件服务器的加密连接",
    ]).see(&["plaintext-on-tls-port", "starttls-not-offered", "certificate-name-mismatch",]),
];
