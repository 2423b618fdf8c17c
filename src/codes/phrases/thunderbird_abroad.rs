//! Thunderbird's dialogs for sending in Italian, the Portuguese of Brazil, Russian, Polish, Dutch, Japanese, Korean and
//! Turkish: in this order in each group.
//!
//! Source: `thunderbird/thunderbird-l10n`, `composeMsgs.properties` of `it`, `pt-BR`, `ru`, `pl`, `nl`, `ja`, `ko` and `tr`.
//! What each means is what the English sentence of the same name does (see `dialogs`).

use super::Means::{Finding, Reply, Resolver, Socket, Words};
use super::{Group, exact, plain, vague};
use crate::codes::reply::ReplyText as R;
use crate::codes::resolver::Failure as F;
use crate::codes::socket::Condition as C;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    plain(Resolver(F::NotFound), &[
        "server posta in uscita (smtp)*sconosciuto", "servidor de envio (smtp)*não é conhecido",
        "исходящей почты (smtp)*неизвестен", "poczty wychodzącej (smtp) jest nieznany", "(smtp-)server*is onbekend",
        "送信 (smtp) サーバー*が見つかりません", "smtp서버(*를 알 수 없습니다", "giden sunucusu (smtp)*bilinmiyor",
    ]),
    plain(Socket(C::TimedOut), &[
        "connessione al server*è scaduta", "conexão com o servidor*expirou", "время ожидания соединения с*истекло",
        "upłynął limit czasu połączenia", "de wachttijd voor de verbinding*is verlopen", "との接続がタイムアウトした",
        "연결 시간이 초과", "bağlantı zaman aşımına uğradı",
    ]),
    plain(Socket(C::ConnectionRefused), &[
        "rifiutare le connessioni in uscita (smtp)", "recusando conexões smtp", "отказывать в соединении по smtp",
        "nie przyjmować połączeń smtp", "weigert smtp-verbindingen", "smtp 接続が拒否された可能性",
        "smtp 연결을 거부할 가능성", "smtp bağlantılarını geri çeviriyor",
    ]),
    plain(Finding("connection-lost"), &[
        "interrotta durante la trasmissione", "perdida no meio da transação", "утеряно в середине транзакции",
        "przerwane w trakcie transakcji", "in het midden van de transactie", "送信処理の途中で*切断されたため",
        "연결이 중간에 실패", "işlem sırasında*bağlantı koptu",
    ]),
    plain(Finding("unexpected-reply"), &[
        "ha iniziato la conversazione in modo non corretto", "enviou a saudação incorreta", "некорректное приветствие",
        "nieprawidłowe powitanie", "een onjuiste begroeting", "グリーティングが正しくありません",
        "메일 서버가 부적절한 응답", "geçersiz bir karşılama gönderdi",
    ]).see(&["wrong-service"]),
    exact(Finding("starttls-not-offered"), &[
        "utilizzando starttls in quanto non supporta", "usando starttls, uma vez que ele não anuncia",
        "starttls, так как он не заявил", "starttls, jako że nie ogłasza", "met starttls, aangezien de server",
        "が starttls をサポートしていないため", "starttls를 통한 보안 연결을 할 수 없습니다",
        "starttls kullanılarak*bu özelliği sunmuyor",
    ]),
    exact(Reply(R::AuthenticationNotOffered), &[
        "non supporta il metodo di autenticazione", "non essere in grado di gestire le password crittate",
        "non gestisce le password in testo semplice",
        "não oferece suporte ao método de autenticação", "não tem suporte a senhas criptografadas",
        "não permite senhas em texto puro",
        "не поддерживает выбранный метод аутентификации", "не поддерживает использование зашифрованных паролей",
        "не разрешает использование обычных текстовых паролей",
        "nie obsługuje wybranej metody uwierzytelniania", "nie obsługiwać uwierzytelniania przy pomocy szyfrowanych haseł",
        "nie zezwala na uwierzytelnianie przy pomocy haseł",
        "ondersteunt de geselecteerde authenticatiemethode niet", "geen versleutelde wachtwoorden te ondersteunen",
        "geen gebruik van plattetekstwachtwoorden",
        "選択された認証方式をサポートしていません", "暗号化されたパスワードをサポートしていない", "平文のパスワードを許可していません",
        "선택한 인증 방식을 지원하지 않습니다", "암호화된 비밀번호 사용을 지원하지 않는", "평문 비밀번호 사용을 허가하지 않습니다",
        "seçilen yetkilendirme yöntemini desteklemiyor", "şifrelenmiş parolaları desteklemiyor",
        "düz metin biçimindeki parolaları desteklemiyor",
    ]),
    exact(Reply(R::MessageTooLarge), &[
        "supera il limite globale del server", "excede o limite global do servidor", "превышает глобальный предел размера",
        "przekracza globalny limit rozmiaru", "globalegroottelimiet van de server", "サーバーのサイズ制限を超えた",
        "서버의 일반 크기 제한 보다", "sunucunun genel boyut sınırını aşıyor",
    ]),
    exact(Reply(R::TooManyRecipients), &[
        "numero di destinatari supera il limite", "exceder o número permitido de destinatários",
        "превышения разрешённого количества получателей", "przekroczenia dozwolonej liczby adresatów",
        "toegestane aantal ontvangers", "受信者の許容数を超えた", "받는 사람 수의 한도를 초과", "verilen alıcı sayısı aşıldığı",
    ]),
    plain(Reply(R::CredentialsRefused), &[
        "autenticazione non riuscita", "não foi possível autenticar", "не удалось аутентифицироваться",
        "nie udało się uwierzytelnić", "kan niet authenticeren", "の認証に失敗しました", "인증에 실패했습니다",
        "kimlik doğrulanamadı",
    ]),
    plain(Words(super::kerberos::UNKNOWN), &[
        "le credenziali kerberos/gssap", "o ticket kerberos/gssapi não foi aceito", "мандат kerberos/gssapi не был принят",
        "kerberos/gssapi nie zostało zaakceptowane", "kerberos/gssapi-ticket werd niet geaccepteerd",
        "kerberos/gssapi チケットが*受け入れられません", "kerberos/gssapi 티켓을 허가하지", "kerberos/gssapi bileti*kabul edilmedi",
    ]),
    vague(Words("code-phrase-sending-failed"), &[
        "invio del messaggio non riuscito", "errore durante l'invio della posta", "falha ao enviar mensagem",
        "erro ao enviar mensagem", "erro ao enviar mensagens", "erro ao enviar email", "erro ao enviar o email", "a mensagem não foi enviada",
        "ошибка отправления", "ошибка при отправлении", "сообщение не может быть отправлено",
        "wysyłanie wiadomości się nie powiodło", "błąd podczas wysyłania", "verzenden van het bericht is mislukt",
        "fout opgetreden bij het verzenden", "het bericht kon niet worden verzonden", "メッセージを送信できませんでした",
        "メールの送信中にエラーが発生", "メールの送信前にエラーが発生", "메시지 보내기 실패", "보내는 중 오류",
        "posta gönderilirken*hata oluştu", "letinin gönderilmesi başarısız", "leti gönderilemedi",
    ]),
];
