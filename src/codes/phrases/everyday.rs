//! The ordinary words of dialogs in other languages than English and Chinese: what phones, Outlook, printers and web sites say
//! of a server, a login, a certificate and a message in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian,
//! Japanese, Korean and Turkish, in this order in each group.
//!
//! They name the same faults as the English ones in `dialogs`, `login`, `certificate` and `network`, and count no more.

use super::Means::{Finding, Reply, Resolver, Socket, Words};
use super::{Group, plain, vague};
use crate::codes::reply::ReplyText as R;
use crate::codes::resolver::Failure as F;
use crate::codes::socket::Condition as C;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    plain(Socket(C::TimedOut), &[
        "zeitüberschreitung", "timeout für vorgang überschritten", "zeitlimit überschritten", "zeitlimit wurde überschritten",
        "délai d'attente dépassé", "délai d'attente*a expiré", "délai de connexion dépassé", "la connexion a expiré",
        "temps d'attente dépassé",
        "agotó el tiempo de espera", "excedió el tiempo de espera", "tiempo de espera agotado", "se ha agotado el tiempo",
        "tempo limite*atingido", "tempo limite*excedido", "tempo limite esgotado", "tempo de espera esgotado",
        "timeout dell'operazione", "timeout della connessione", "tempo di attesa scaduto", "timeout scaduto",
        "time-out opgetreden", "time-out van de verbinding", "time-out van de bewerking",
        "przekroczono limit czasu", "upłynął limit czasu operacji", "przekroczono czas oczekiwania",
        "время ожидания операции истекло", "превышено время ожидания", "истекло время ожидания", "превышен интервал ожидания",
        "タイムアウトしました", "タイムアウトになりました", "タイムアウトが発生", "시간 초과", "시간이 초과", "zaman aşımına uğradı",
    ]),
    plain(Socket(C::ConnectionRefused), &[
        "verbindung verweigert", "verbindung wurde verweigert", "verbindung abgelehnt", "verbindung wurde abgelehnt",
        "conexión rechazada", "conexión denegada", "conexão foi recusada", "verbinding geweigerd", "odmowa połączenia",
        "соединение отклонено", "подключение отклонено", "接続が拒否されました", "연결이 거부되었습니다",
    ]),
    plain(Resolver(F::NotFound), &[
        "server wurde nicht gefunden", "server nicht gefunden", "host nicht gefunden", "serveur introuvable", "hôte introuvable",
        "no se encuentra el servidor", "servidor no encontrado", "no se encontró el servidor",
        "servidor não encontrado", "não foi possível encontrar o servidor", "server non trovato", "impossibile trovare il server",
        "server niet gevonden", "kan de server niet vinden", "nie znaleziono serwera",
        "сервер не найден", "не удалось найти сервер", "не удается найти сервер",
        "サーバーが見つかりません", "ホストが見つかりません", "서버를 찾을 수 없", "sunucu bulunamadı",
    ]),
    plain(Finding("certificate-expired"), &[
        "abgelaufenes zertifikat", "zertifikat abgelaufen", "certificat expiré", "certificado caducado", "certificado expirado",
        "certificado expirou", "certificato è scaduto", "certificato scaduto", "certificaat is verlopen", "certyfikat wygasł",
        "действия сертификата истек", "действия сертификата истёк", "сертификат просрочен",
        "証明書の有効期限が切れ", "証明書の期限が切れ", "인증서가 만료", "sertifikanın süresi doldu", "sertifikanın süresi dolmuş",
    ]),
    plain(Finding("certificate-unknown-issuer"), &[
        "zertifikat ist nicht vertrauenswürdig", "zertifikat nicht vertrauenswürdig", "certificat n'est pas approuvé",
        "certificat non approuvé", "certificat n'est pas fiable", "certificado no es de confianza", "certificado no confiable",
        "certificado não é confiável", "certificado não confiável", "certificato non è attendibile", "certificato non attendibile",
        "certificaat wordt niet vertrouwd", "certificaat is niet vertrouwd", "certyfikat nie jest zaufany",
        "сертификат не является доверенным", "нет доверия к сертификату",
        "証明書は信頼されていません", "証明書が信頼されていません", "信頼されていない証明書", "신뢰할 수 없는 인증서",
        "인증서를 신뢰할 수 없", "sertifikaya güvenilmiyor",
    ]).see(&["certificate-chain-incomplete", "tls-intercepted"]),
    plain(Finding("certificate-name-mismatch"), &[
        "nom du certificat ne correspond pas", "nombre del certificado no coincide", "nome do certificado não corresponde",
        "nome del certificato non corrisponde", "имя сертификата не совпадает",
    ]),
    plain(Finding("tls-failed"), &[
        "ssl-fehler", "tls-fehler", "erreur ssl", "error de ssl", "erro de ssl", "errore ssl", "ssl-fout", "błąd ssl",
        "ошибка ssl", "sslエラー", "ssl 오류", "ssl hatası",
    ]).see(&["plaintext-on-tls-port", "tls-version-unsupported", "certificate-unknown-issuer"]),
    plain(Reply(R::CredentialsRefused), &[
        "anmeldung am*fehlgeschlagen", "anmeldung beim*fehlgeschlagen", "anmeldung ist fehlgeschlagen",
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
    // Outlook: "Your email server rejected your login." Its number says more.
    vague(Reply(R::CredentialsRefused), &[
        "hat die anmeldung abgelehnt", "hat ihre anmeldung abgelehnt", "a refusé votre connexion", "rechazó su inicio de sesión",
        "rechazó el inicio de sesión", "rejeitou o seu logon", "rejeitou seu logon", "rejeitou seu login", "ha rifiutato l'accesso",
    ]),
    vague(Words("code-phrase-connect-failed"), &[
        "verbindung mit dem remoteserver kann nicht", "keine verbindung mit*herstellen", "no es posible conectar",
        "no se pudo establecer", "no se puede establecer", "impossível conectar", "não pode se conectar",
        "impossibile effettuare la connessione",
        "接続できません", "接続できない", "연결할 수 없",
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
        "サーバーへの接続に失敗", "接続に失敗しました",
        "서버에 접속할 수 없", "연결에 실패", "연결하지 못했습니다",
        "sunucuya bağlanılamıyor", "sunucuya bağlanılamadı", "sunucuya bağlanamadı", "bağlantı kurulamadı", "bağlantı kurulamıyor",
    
    ]),
    vague(Words("code-phrase-sending-failed"), &[
        "fehler beim senden", "konnte nicht gesendet werden", "kann nicht gesendet werden", "konnte nicht versendet werden",
        "n'a pas pu être envoyé", "impossible d'envoyer", "erreur lors de l'envoi",
        "no se pudo enviar", "no se puede enviar", "no se ha podido enviar", "error al enviar",
        "não foi possível enviar", "falha ao enviar", "falha no envio", "erro ao enviar",
        "impossibile inviare", "errore durante l'invio", "invio non riuscito", "invio fallito",
        "kan bericht niet verzenden", "kan niet worden verzonden", "kon niet worden verzonden", "verzenden mislukt",
        "verzenden is mislukt", "nie można wysłać", "nie udało się wysłać", "błąd wysyłania",
        "не удалось отправить", "не удается отправить", "не удаётся отправить", "невозможно отправить", "ошибка отправки",
        "ошибка при отправке", "сбой при отправке",
        "送信できません", "送信に失敗", "送信エラー", "보낼 수 없습니다", "보내지 못했습니다", "전송 실패", "전송에 실패", "발송 실패",
        "발송에 실패", "gönderilemedi", "gönderilemiyor",
    ]),
    plain(Words("code-phrase-server-identity"), &[
        "sicherheitszertifikat, das nicht überprüft werden kann", "certificat de sécurité qui ne peut pas être vérifié",
        "certificado de seguridad que no se puede comprobar", "certificado de seguridad que no se puede verificar",
        "certificado de segurança que não pode ser verificado", "certificato*che non può essere verificato",
        "certyfikatu zabezpieczeń, którego nie można zweryfikować", "確認できないセキュリティ証明書",
        "identität des servers kann nicht", "serveridentität kann nicht", "impossible de vérifier l'identité du serveur",
        "no se puede verificar la identidad del servidor", "não é possível verificar a identidade do servidor",
        "não foi possível verificar a identidade do servidor", "impossibile verificare l'identità del server",
        "zweryfikować tożsamości serwera", "не удается проверить удостоверение сервера", "サーバの識別情報を検証できません",
        "서버 신원을 확인할 수 없", "sunucu kimliği doğrulanamıyor",
    
    ]).see(&["certificate-name-mismatch", "certificate-unknown-issuer", "certificate-expired"]),
];
