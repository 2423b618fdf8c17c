//! What libraries and Windows say of mail in other languages than English and Chinese, as web sites and accounting programs
//! hand it on.
//!
//! The names of `MailCore`'s errors, which Mailspring and other programs show, stand here as well.
//!
//! Sources: `PHPMailer/PHPMailer`, `language/phpmailer.lang-*.php` of `de`, `fr`, `es`, `pt_br`, `it`, `nl`, `pl`, `ru`, `ja`,
//! `ko` and `tr`: in this order; `MailCore`'s `MCOErrorCode`; .NET's `System.Net.Mail` and `SslStream` as `MicrosoftDocs` and questions in public
//! repositories quote them; the telnet of Windows; CDO's 0x80040213 (BlizD/BPS#6).

use super::Means::{Finding, Reply, Words};
use super::{Group, exact, plain, vague};
use crate::codes::reply::ReplyText as R;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    plain(Reply(R::CredentialsRefused), &[
        // German and French stand with Thunderbird's.
        "imposible autentificar", "imposible autenticar", "impossibile autenticarsi", "authenticatie mislukt",
        "nie można przeprowadzić uwierzytelnienia", "ошибка авторизации", "認証できませんでした", "인증할 수 없습니다",
        "oturum açılamadı",
    ]),
    vague(Words("code-phrase-connect-failed"), &[
        "keine verbindung zum smtp-host", "échec de la connexion", "imposible conectar", "smtp connect() falló",
        "não foi possível conectar", "smtp connect() falhou", "impossibile connettersi", "smtp connect() fallita",
        "kon niet verbinden", "smtp verbinding mislukt", "nie można połączyć się", "smtp connect() zakończone niepowodzeniem",
        "не удается подключиться", "не удаётся подключиться", "не удалось подключиться", "ошибка соединения с",
        "ホストに接続できませんでした", "호스트에 접속할 수 없습니다", "smtp 연결을 실패", "sunucusuna bağlanılamadı",
        "connect() fonksiyonu başarısız", "транспорту не удалось подключиться", "echec de la connexion", "echec de la connection",
    ]),
    vague(Words("code-phrase-sending-failed"), &[
        "erreur dans l'envoi du courriel", "échec de l'envoi", "mail-funktion konnte nicht initialisiert werden",
        "impossible d'instancier la fonction mail", "instancia de la función mail", "instanciar a função mail",
        "istanziare la funzione mail", "kon mailfunctie niet initialiseren", "wywołać funkcji mail()",
        "запустить функцию mail()", "メール関数が正常に動作しませんでした", "mail 함수를 인스턴스화할 수 없습니다",
        "daten werden nicht akzeptiert", "datos no aceptados", "dati non accettati dal server", "data niet geaccepteerd",
        "dane nie zostały przyjęte", "данные не приняты", "データが受け付けられませんでした", "veri kabul edilmedi",
    ]),
    exact(Reply(R::AuthenticationRequired), &[
        "erfordert eine sichere verbindung oder der client", "requiert une connexion sécurisée ou le client",
        "requiere una conexión segura o el cliente", "requer uma conexão segura ou o cliente",
        "richiede una connessione protetta oppure il client", "richiede una connessione protetta o il client",
    ]),
    plain(Finding("certificate-unknown-issuer"), &[
        "remotezertifikat ist laut validierungsverfahren ungültig", "certificat distant n'est pas valide",
        "certificado remoto no es válido según el procedimiento", "certificado remoto é inválido",
        "certificato remoto non è stato ritenuto valido", "certificato remoto non è valido",
        "удаленный сертификат недействителен",
    ]).see(&["certificate-chain-incomplete", "certificate-name-mismatch", "certificate-expired", "tls-intercepted"]),
    exact(Finding("certificate-name-mismatch"), &[
        "der zielprinzipalname ist falsch", "対象のプリンシパル名が間違っています", "главное конечное имя неверно",
    ]),
    // MailCore.
    exact(Finding("starttls-not-offered"), &["errorstarttlsnotavailable", "mcoerrorstarttlsnotavailable"]),
    exact(Reply(R::ServiceSwitchedOff), &["errorgmailimapnotenabled", "mcoerrorgmailimapnotenabled"]),
    exact(Reply(R::AppPasswordNeeded), &[
        "errorgmailapplicationspecificpasswordrequired", "mcoerrorgmailapplicationspecificpasswordrequired",
    ]),
    exact(Reply(R::BrowserLoginNeeded), &[
        "erroroutlookloginviawebbrowser", "mcoerroroutlookloginviawebbrowser", "errorneedsconnecttowebmail",
        "mcoerrorneedsconnecttowebmail",
    ]),
    exact(Reply(R::TooManyConnections), &[
        "errorgmailtoomanysimultaneousconnections", "mcoerrorgmailtoomanysimultaneousconnections",
    ]),
    plain(Finding("tls-failed"), &["errortlsnotavailable", "mcoerrortlsnotavailable"]),
    plain(Words("code-phrase-server-identity"), &["errorcertificate", "mcoerrorcertificate"])
        .see(&["certificate-name-mismatch", "certificate-unknown-issuer", "certificate-expired"]),
    plain(Reply(R::CredentialsRefused), &["errorauthentication", "mcoerrorauthentication"]),
    vague(Words("code-phrase-connect-failed"), &["errorconnection", "mcoerrorconnection"]),
];
