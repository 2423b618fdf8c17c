//! Thunderbird's dialogs in German, French, Spanish and the Chinese of Taiwan, and Outlook's of Exchange in these languages.
//!
//! Sources: `thunderbird/thunderbird-l10n`, `composeMsgs.properties`, `imapMsgs.properties` and `localMsgs.properties` of `de`,
//! `fr`, `es-ES` and `zh-TW`. What each means is what the English sentence of the same name does (see `dialogs`).

use super::Means::{Finding, Outlook, Reply, Resolver, Socket, Words};
use super::{Group, exact, plain, vague};
use crate::codes::reply::ReplyText as R;
use crate::codes::resolver::Failure as F;
use crate::codes::socket::Condition as C;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    plain(Resolver(F::NotFound), &[
        "smtp-server*ist unbekannt", "postausgangs-server*ist unbekannt", "serveur sortant (smtp)*est inconnu",
        "servidor de salida (smtp)*es desconocido", "寄件伺服器 (smtp)*未知",
    ]),
    plain(Socket(C::TimedOut), &[
        "ihre ablaufzeit (timeout) überschritten", "zeitüberschreitung der verbindung", "(smtp)*a expiré",
        "temps limite de connexion*dépassé", "ha caducado la conexión", "superado el tiempo de espera máximo",
    ]),
    plain(Socket(C::ConnectionRefused), &[
        "lehnt smtp-verbindungen ab", "verbindung*da sie verweigert wurde", "refuse les connexions smtp",
        "la connexion a été refusée", "rechazando conexiones smtp", "la conexión ha sido rechazada",
    ]),
    plain(Finding("connection-lost"), &[
        "mitten in der transaktion verloren", "a été perdue pendant la transaction", "se perdió en mitad de la transacción",
        "在傳輸過程中中斷",
    ]),
    plain(Finding("unexpected-reply"), &[
        "ungültige begrüßung", "ist kein imap4-mail-server", "message d'accueil incorrect",
        "n'est pas un serveur de type imap4", "un saludo incorrecto", "no es un servidor de correo imap4",
        "不正確的握手訊息",
    ]).see(&["wrong-service"]),
    plain(Finding("tls-failed"), &[
        "nicht überschreibbarer tls-fehler", "tls-verbindung*kann nicht hergestellt werden",
        "erreur tls non récupérable", "error de tls que no puede ser ignorado",
    ]).see(&["tls-version-unsupported", "plaintext-on-tls-port"]),
    exact(Finding("starttls-not-offered"), &[
        "kann nicht mit starttls aufgebaut werden", "starttls*puisqu'il ne propose pas cette fonctionnalité",
        "usando starttls ya que no anuncia", "並未宣稱有 starttls 功能",
    ]),
    exact(Reply(R::AuthenticationNotOffered), &[
        "scheint die verschlüsselte übertragung des passworts nicht zu unterstützen",
        "scheint die übertragung verschlüsselter passwörter nicht zu unterstützen",
        "unterstützt die gewählte authentifizierungsmethode nicht", "erlaubt die ungesicherte übertragung des passworts im klartext nicht",
        "ne gère pas la méthode d'authentification", "ne semble pas gérer les mots de passe chiffrés",
        "n'autorise pas les mots de passe non chiffrés", "no admite el método de identificación",
        "no admite el mecanismo de identificación", "no parece admitir contraseñas cifradas",
        "no permite contraseñas sin cifrar", "no admite contraseñas no cifradas", "不支援您所選擇的認證方式",
        "不支援加密過的密碼", "不接受未加密的密碼",
    ]),
    exact(Reply(R::MessageTooLarge), &[
        "globale größenlimit des servers", "excède la taille globale limite du serveur", "excède la limite de taille globale",
        "excede el límite global de tamaño del servidor", "超過了伺服器的大小上限",
    ]),
    exact(Reply(R::TooManyRecipients), &[
        "erlaubte anzahl an empfängern überschritten", "exceder el número permitido de destinatarios", "超過允許的收件者數量",
    ]),
    plain(Reply(R::CredentialsRefused), &[
        "(smtp)*kann nicht authentifiziert werden", "authentifizierungsfehler beim verbinden", "anmeldung am server*fehlgeschlagen",
        "anmeldung auf server*fehlgeschlagen", "anmeldung fehlgeschlagen", "authentifizierung fehlgeschlagen",
        "fehler beim senden des passworts", "impossible de s'authentifier",
        "échec de l'authentification", "échec d'authentification", 
        "no se puede identificar al servidor", "fallo de identificación", "error de autenticación", "autenticación fallida",
        
        "無法向寄件伺服器*進行認證",
    ]),
    plain(Words("code-phrase-too-many-sessions"), &[
        "der server ist entweder ausgefallen oder es gibt netzwerkprobleme",
        "maximale anzahl von verbindungen zu diesem server überschritten",
        "il s'est peut-être arrêté, ou il y a un problème sur le réseau", "dépassé le nombre maximal de connexions",
        "puede que el servidor se haya caído", "excedido el número máximo de conexiones",
    ]),
    exact(Finding("certificate-name-mismatch"), &[
        "zertifikat gehört zu einer anderen", "le certificat appartient à un site différent", "el certificado pertenece a un sitio diferente",
        "證書屬於其他網站", "憑證屬於不同的網站",
    ]),
    exact(Finding("certificate-expired"), &["das zertifikat ist abgelaufen", "le certificat a expiré", "el certificado ha caducado"]),
    plain(Finding("certificate-unknown-issuer"), &[
        "dem zertifikat wird nicht vertraut", "le certificat n'est pas sûr", "no se confía en el certificado",
    ]).see(&["certificate-chain-incomplete", "tls-intercepted"]),
    plain(Outlook(0x8004_0115), &[
        "verbindung mit microsoft exchange ist nicht verfügbar", "verbindung zu microsoft exchange ist nicht verfügbar",
        "la connexion à microsoft exchange n'est pas disponible", "la conexión con microsoft exchange no está disponible",
        "microsoft exchange 的連線無法使用", "microsoft exchange 的連線無法",
    ]),
    vague(Words("code-phrase-settings"), &[
        "keine einstellungen für ihr e-mail-konto finden", "konfiguration konnte nicht verifiziert werden",
        "réussi à trouver les paramètres", "la configuration n'a pas pu être vérifiée", "encontrar la configuración de su cuenta",
        "no se ha podido verificar la configuración",
    ]),
    vague(Words("code-phrase-connect-failed"), &[
        "verbindung*konnte nicht hergestellt werden", "keine verbindung*hergestellt werden", "verbindung*fehlgeschlagen",
        "échec lors de la connexion", "impossible de se connecter", "la connexion*a échoué", "no se pudo conectar",
        "no se puede conectar", "no se ha podido conectar", "ha fallado la conexión",
    ]),
    vague(Words("code-phrase-sending-failed"), &[
        "senden der nachricht fehlgeschlagen", "fehler beim senden der nachricht", "nachricht konnte nicht gesendet werden",
        "l'envoi du message a échoué", "une erreur est survenue lors de l'envoi", "le message n'a pas pu être envoyé",
        "falló el envío del mensaje", "error al enviar el correo", "error al enviar el mensaje",
        "el mensaje no se ha podido enviar", "寄送郵件時發生錯誤", "無法寄出",
    ]),
];
