//! What libraries and Windows say of mail in other languages than English and Chinese, as web sites and accounting programs
//! hand it on.
//!
//! The names of MailCore's errors, which Mailspring and other programs show, stand here as well.
//!
//! Sources: `PHPMailer/PHPMailer`, `language/phpmailer.lang-*.php` of `de`, `fr`, `es`, `pt_br`, `it`, `nl`, `pl`, `ru`, `ja`,
//! `ko` and `tr`: in this order; MailCore's `MCConstants.h`; .NET's `System.Net.Mail` and `SslStream` as `MicrosoftDocs` and questions in public
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
    // The ordinary words of dialogs: German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Japanese, Korean,
    // Turkish.
    plain(Reply(R::CredentialsRefused), &[
        "benutzername oder passwort*falsch", "benutzername oder kennwort*falsch", "benutzername oder passwort*ungültig",
        "benutzername oder kennwort*ungültig", "benutzername oder passwort*nicht korrekt", "falsches passwort", "falsches kennwort",
        "passwort ist falsch", "kennwort ist falsch", "anmeldedaten sind falsch",
        "mot de passe incorrect", "mot de passe incorrects", "mot de passe erroné", "mot de passe invalide", "identifiants incorrects",
        "contraseña incorrecta", "contraseña incorrectos", "contraseña no es correcta", "contraseña no válidos",
        "credenciales no válidas", "credenciales incorrectas", "falló la autenticación", "fallo de autenticación",
        "fallo en la autenticación",
        "usuário ou senha incorretos", "usuário ou senha inválidos", "senha incorreta", "senha inválida", "falha na autenticação",
        "falha de autenticação", "erro de autenticação", "autenticação falhou", "credenciais inválidas",
        "nome utente o password errati", "nome utente o password non corretti", "nome utente o password non validi",
        "nome utente o la password non", "password errata", "credenziali non valide", "autenticazione fallita",
        "errore di autenticazione",
        "gebruikersnaam of wachtwoord*onjuist", "gebruikersnaam of wachtwoord*ongeldig", "onjuiste gebruikersnaam of",
        "ongeldige gebruikersnaam of", "onjuist wachtwoord", "wachtwoord is onjuist", "aanmelden mislukt", "inloggen mislukt",
        "nieprawidłowa nazwa użytkownika lub", "błędna nazwa użytkownika lub", "niepoprawna nazwa użytkownika lub",
        "nieprawidłowy login lub", "błędny login lub", "nieprawidłowe hasło", "błędne hasło", "uwierzytelnianie nie powiodło się",
        "błąd uwierzytelniania", "logowanie nie powiodło się",
        "неверное имя пользователя или", "неправильное имя пользователя или", "неверный логин или", "неправильный логин или",
        "неверный пароль", "неправильный пароль", "ошибка аутентификации", "сбой аутентификации", "сбой проверки подлинности",
        "ошибка проверки подлинности",
        "パスワードが正しくありません", "パスワードが間違って", "パスワードが違います", "認証エラー", "ログインに失敗",
        "비밀번호가 올바르지", "비밀번호가 일치하지", "비밀번호가 틀", "인증 실패", "로그인에 실패",
        "kullanıcı adı veya parola hatalı", "kullanıcı adı veya parola yanlış", "kullanıcı adı veya şifre hatalı",
        "kullanıcı adı veya şifre yanlış", "parola yanlış", "hatalı şifre", "hatalı parola", "kimlik doğrulama başarısız",
        "kimlik doğrulaması başarısız", "oturum açma başarısız",
    ]),
    vague(Words("code-phrase-connect-failed"), &[
        "verbindung zum server nicht", "verbindung zum server konnte nicht", "keine verbindung zum server",
        "keine verbindung mit dem server", "impossible d'ouvrir une connexion", "impossible de contacter le serveur",
        "conexión fallida", "error de conexión",
        "não é possível conectar", "não foi possível abrir a conexão", "não foi possível estabelecer", "falha na conexão",
        "falha ao conectar", "erro de conexão",
        "impossibile collegarsi", "connessione al server*non riuscita", "connessione non riuscita",
        "connessione fallita", "errore di connessione", "impossibile stabilire una connessione",
        "kan niet verbinden", "kan geen verbinding maken", "geen verbinding met de server", "verbinding met de server*mislukt",
        "nie można nawiązać połączenia", "nie udało się połączyć", "nie udało się nawiązać połączenia",
        "połączenie nie powiodło się", "błąd połączenia",
        "не удается установить соединение", "не удаётся установить соединение", "не удалось установить соединение",
        "невозможно подключиться", "невозможно соединиться", "ошибка соединения", "ошибка подключения", "сбой подключения",
        "サーバーに接続できません", "サーバに接続できません", "サーバーに接続できない", "サーバーへの接続に失敗", "接続に失敗しました",
        "서버에 연결할 수 없", "서버에 접속할 수 없", "연결에 실패", "연결하지 못했습니다",
        "sunucuya bağlanılamıyor", "sunucuya bağlanılamadı", "sunucuya bağlanamadı", "bağlantı kurulamadı", "bağlantı kurulamıyor",
    ]),
    plain(Words("code-phrase-server-identity"), &[
        "identität des servers kann nicht", "serveridentität kann nicht", "impossible de vérifier l'identité du serveur",
        "no se puede verificar la identidad del servidor", "não é possível verificar a identidade do servidor",
        "não foi possível verificar a identidade do servidor", "impossibile verificare l'identità del server",
        "zweryfikować tożsamości serwera", "не удается проверить удостоверение сервера", "サーバの識別情報を検証できません",
        "서버 신원을 확인할 수 없", "sunucu kimliği doğrulanamıyor",
    ]).see(&["certificate-name-mismatch", "certificate-unknown-issuer", "certificate-expired"]),
];
