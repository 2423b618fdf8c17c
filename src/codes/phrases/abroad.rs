//! What Windows says of a socket in other languages than English and Chinese, as it stands in logs and in questions.
//!
//! The sentences are those of the system's own table of messages (`FormatMessage`, `netmsg.dll` and `kernel32.dll`), which
//! are the same in every program: .NET, Go, Python and Node.js hand them on. Public reports that have them:
//! `dotnet/dotnet-api-docs#9821` (Spanish).

use super::Means::{Resolver, Socket};
use super::{Group, exact};
use crate::codes::resolver::Failure as F;
use crate::codes::socket::Condition as C;

/// German, French, Spanish, Italian, Portuguese, Russian, Polish, Dutch, Japanese, Korean, Turkish and others: in this order.
#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    exact(Socket(C::TimedOut), &[
        "verbindungsversuch ist fehlgeschlagen, da die gegenstelle",
        "le parti connecté n'a pas répondu convenablement",
        "la parte conectada no respondió adecuadamente",
        "risposta non corretta della parte connessa",
        "o componente conectado não respondeu",
        "попытка установить соединение была безуспешной",
        "ponieważ połączona strona nie odpowiedziała",
        "verbindingspoging is mislukt omdat de verbonden",
        "正しく応答しなかったため、接続できませんでした",
        "연결된 구성원으로부터 응답이 없어",
        "bağlanılan uygun olarak belli bir süre içinde yanıt vermediğinden",
    ]),
    exact(Socket(C::ConnectionRefused), &[
        "zielcomputer die verbindung verweigerte",
        "car l'ordinateur cible l'a expressément refusée",
        "el equipo de destino denegó expresamente",
        "rifiuto persistente del computer di destinazione",
        "a máquina de destino as recusou ativamente", "a máquina de destino recusou ativamente",
        "конечный компьютер отверг запрос на подключение",
        "komputer docelowy aktywnie",
        "de doelcomputer de verbinding actief heeft geweigerd", "doelcomputer deze actief heeft geweigerd",
        "対象のコンピューターによって拒否された",
        "대상 컴퓨터에서 연결을 거부",
        "hedef makine etkin olarak reddettiğ", "cílový počítač je aktivně odmítl", "måldatorn aktivt nekade", "célszámítógép már visszautasította",
    ]),
    exact(Socket(C::ConnectionReset), &[
        "verbindung wurde vom remotehost geschlossen",
        "connexion existante a dû être fermée par l'hôte distant",
        "forzado la interrupción de una conexión existente por el host remoto",
        "connessione in corso interrotta forzatamente dall'host remoto",
        "forçado o cancelamento de uma conexão existente pelo host remoto",
        "удаленный хост принудительно разорвал", "удалённый хост принудительно разорвал",
        "połączenie zostało gwałtownie zamknięte przez zdalnego hosta",
        "verbinding is geforceerd verbroken door de externe host", "verbinding is gedwongen gesloten door de externe host",
        "リモート ホストに強制的に切断されました",
        "원격 호스트에 의해 강제로 끊",
        "uzaktaki bir ana bilgisayar tarafından zorla kapatıldı",
    ]),
    exact(Socket(C::ConnectionAborted), &[
        "softwaregesteuert durch den hostcomputer abgebrochen",
        "connexion établie a été abandonnée par un logiciel",
        "anulado una conexión establecida por el software",
        "connessione stabilita interrotta dal software",
        "conexão estabelecida foi anulada pelo software",
        "программа на вашем хост-компьютере разорвала",
        "połączenie zostało przerwane przez oprogramowanie",
        "確立された接続がホスト コンピューター",
        "현재 연결은 사용자의 호스트 시스템의 소프트웨어의 의해 중단",
    ]),
    exact(Socket(C::NetworkUnreachable), &[
        "socketvorgang bezog sich auf ein nicht verfügbares netzwerk",
        "opération a été tentée sur un réseau impossible à atteindre",
        "operación de socket en una red no accesible",
        "operazione del socket verso una rete non raggiungibile",
        "operação de soquete foi tentada em uma rede inacessível",
        "операцию на сокете при отключенной сети", "операцию на сокете для недоступной сети",
        "到達できないネットワークに対してソケット操作",
        "연결할 수 없는 네트워크에서 소켓 작업",
    ]),
    exact(Socket(C::HostUnreachable), &[
        "socketvorgang bezog sich auf einen nicht verfügbaren host",
        "opération a été tentée sur un hôte impossible à atteindre",
        "operación de socket en un host no accesible",
        "operazione del socket verso un host non raggiungibile",
        "operação de soquete foi tentada em um host inacessível",
        "операцию на сокете для недоступного хоста",
        "到達できないホストに対してソケット操作",
    ]),
    exact(Socket(C::AccessDenied), &[
        "zugriff auf einen socket war aufgrund der zugriffsrechte",
        "accès à un socket de manière interdite par ses autorisations",
        "acceso a un socket no permitido por sus permisos de acceso",
        "accesso al socket con modalità non consentite",
        "acesso a um soquete de uma maneira que é proibida",
        "доступа к сокету методом, запрещенным правами доступа",
        "uzyskania dostępu do gniazda w sposób zabroniony",
        "アクセス許可で禁じられた方法でソケットにアクセス",
        "액세스 권한에 의해 숨겨진 소켓에 액세스",
    ]),
    exact(Socket(C::AddressNotAvailable), &[
        "angeforderte adresse ist in diesem kontext ungültig", "adresse demandée n'est pas valide dans son contexte",
        "dirección solicitada no es válida en este contexto", "indirizzo richiesto non è valido nel proprio contesto",
        "требуемый адрес для своего контекста неверен",
    ]),
    exact(Socket(C::NoBuffers), &[
        "da dem system pufferspeicher fehlte",
        "le système ne disposait pas de suffisamment d'espace dans la mémoire tampon",
        "el sistema carece de suficiente espacio de búfer",
        "недостаточно места в буфере или очередь переполнена",
        "システムのバッファー領域が不足しているか",
    ]),
    exact(Resolver(F::NotFound), &[
        "es ist kein solcher host bekannt", "der angegebene host ist unbekannt", "der remotename konnte nicht aufgelöst werden",
        "hôte inconnu", "le nom distant n'a pas pu être résolu",
        "host desconocido", "no se puede resolver el nombre remoto",
        "host sconosciuto", "impossibile risolvere il nome remoto",
        "este host não é conhecido", "o nome remoto não pôde ser resolvido",
        "этот хост неизвестен", "невозможно разрешить удаленное имя",
        "nieznany host",
        "そのようなホストは不明です", "リモート名を解決できませんでした",
        "알려진 호스트가 없습니다",
    ]),
];
