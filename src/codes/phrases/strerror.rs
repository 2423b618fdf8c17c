//! What glibc says of a socket and of a name in other languages than English, as servers and programs on Linux print it.
//!
//! From the catalogues `libc.mo` of glibc 2.36 (`strerror`, `gai_strerror`), one language after the other: German, French,
//! Spanish, Italian, Portuguese of Brazil and of Portugal, Russian, Polish, Dutch, Japanese, Korean, Turkish, Czech, Ukrainian,
//! Swedish, Danish, Vietnamese, Indonesian, Hungarian, Greek, and the Chinese of Taiwan.

use super::Means::{Resolver, Socket};
use super::{Group, exact, plain};
use crate::codes::resolver::Failure as F;
use crate::codes::socket::Condition as C;

#[rustfmt::skip] // a table is read by its columns
pub(super) const GROUPS: &[Group] = &[
    exact(Socket(C::ConnectionRefused), &[
        "verbindungsaufbau abgelehnt", "connexion refusée", "conexión rehusada",
        "connessione rifiutata", "conexão recusada", "ligação recusada",
        "в соединении отказано", "połączenie odrzucone", "verbinding is geweigerd",
        "接続を拒否されました", "연결이 거부됨", "bağlantı reddedildi",
        "spojení odmítnuto", "у з'єднанні відмовлено", "förbindelsen förvägrad",
        "opkobling nægtet", "kết nối bị từ chối", "koneksi ditolak",
        "kapcsolat elutasítva", "απόρριψη σύνδεσης",
    ]),
    plain(Socket(C::TimedOut), &[
        "die wartezeit für die verbindung ist abgelaufen", "connexion terminée par expiration du délai d'attente", "expiró el tiempo de conexión",
        "connessione scaduta", "tempo esgotado para conexão", "ligação expirada",
        "время ожидания соединения истекло", "przekroczony czas oczekiwania na połączenie", "verbinding is verlopen",
        "接続がタイムアウトしました", "연결 시간 초과", "bağlantıda zaman aşımı",
        "spojení bylo příliš dlouho neaktivní", "перевищено інтервал очікування з'єднання", "förbindelsens tidsgräns löpte ut",
        "opkoblingen overskred tidsgrænsen", "kết nối đã quá hạn", "koneksi kehabisan waktu",
        "időtúllépés a kapcsolatban", "λήξη σύνδεσης", "連線超過時間",
    ]),
    exact(Socket(C::HostUnreachable), &[
        "keine route zum zielrechner", "aucun chemin d'accès pour atteindre l'hôte cible", "no existe ninguna ruta hasta el",
        "nessun instradamento per l'host", "não há rota para o host", "sem caminho para o anfitrião",
        "нет маршрута до узла", "brak trasy do hosta", "geen route naar host",
        "ホストへの経路がありません", "호스트로 갈 루트가 없음", "makinaya ağ üzerinden yol yok",
        "k počítači neexistuje cesta", "немає маршруту до вузла", "ingen väg till värd",
        "ingen rute til værtsmaskinen", "không có đường dẫn đến máy", "tidak ada rute ke host",
        "nincs útvonal a gép felé", "δεν υπάρχει διαδρομή στο σύστημα", "找不到通往該主機的路由路徑",
    ]),
    exact(Socket(C::NetworkUnreachable), &[
        "das netzwerk ist nicht erreichbar", "le réseau n'est pas accessible", "la red es inaccesible",
        "la rete non è raggiungibile", "a rede está fora de alcance", "rede inacessível",
        "сеть недоступна", "sieć jest niedostępna", "netwerk is onbereikbaar",
        "ネットワークに届きません", "네트워크가 접근 불가능합니다", "ağ erişilebilir durumda değil",
        "síť není dostupná", "не вдалося отримати доступ до мережі", "nätverket kan inte nås",
        "netværket er ikke tilgængeligt", "không thể kết nối mạng", "jaringan tidak dapat dicapai",
        "a hálózat elérhetetlen", "το δίκτυο δεν είναι προσπελάσιμο", "無法接觸網路",
    ]),
    exact(Socket(C::ConnectionReset), &[
        "die verbindung wurde vom kommunikationspartner zurückgesetzt", "connexion ré-initialisée par le correspondant", "conexión reinicializada por la máquina remota",
        "connessione interrotta dal corrispondente", "conexão fechada pela outra ponta", "ligação reposta pelo peer",
        "соединение разорвано другой стороной", "połączenie zerwane przez drugą stronę", "verbinding is weggevallen",
        "接続が相手からリセットされました", "상대편이 연결을 끊음", "bağlantı karşıdan kesildi",
        "spojení zrušeno druhou stranou", "вузол розірвав з'єднання", "förbindelse borttagen av partnern",
        "forbindelsen brudt i den anden ende", "kết nối bị đặt lại bởi ngang hàng", "koneksi direset oleh peer",
        "a kapcsolatot bontotta a távoli fél", "η σύνδεση έκλεισε από το ταίρι", "連線被對方重設",
    ]),
    exact(Socket(C::AddressNotAvailable), &[
        "die angeforderte adresse kann nicht zugewiesen werden", "ne peut attribuer l'adresse demandée", "no se puede asignar la dirección solicitada",
        "impossibile assegnare l'indirizzo richiesto", "não foi possível acessar o endereço requisitado", "impossível atribuir o endereço pedido",
        "невозможно назначить запрошенный адрес", "nie można przypisać żądanego adresu", "kan verzochte adres niet toewijzen",
        "要求アドレスに割り当てられません", "요청한 주소를 배정할 수 없습니다", "stenen adres bulunamıyor",
        "požadovanou adresu nelze přiřadit", "не вдалося призначити вказану адресу", "kan inte tilldela begärd adress",
        "kan ikke tildele den ønskede adresse", "không thể gán địa chỉ đã yêu cầu", "tidak dapat menempatkan permintaan alamat",
        "nem sikerült a kért címet hozzárendelni", "δεν είναι δυνατή η εκχώρηση της ζητηθήσας διεύθυνσης", "無法指定所需的位址",
    ]),
    exact(Resolver(F::NotFound), &[
        "der name oder der dienst ist nicht bekannt", "nom ou service inconnu", "nombre o servicio desconocido",
        "nome o servizio sconosciuto", "nome ou serviço desconhecido", "nome ou serviço desconhecidos",
        "неизвестное имя или служба", "ta nazwa lub usługa jest nieznana", "naam of dienst is niet bekend",
        "名前またはサービスが不明です", "이름 혹은 서비스를 알 수 없습니다", "sim ya da servis bilinmiyor",
        "neznámé jméno nebo služba", "невідома назва чи сервіс", "namn eller tjänst okänd",
        "navn eller tjeneste ukendt", "không rõ tên hoặc dịch vụ", "nama atau layanan tidak diketahui",
        "a név vagy a szolgáltatás nem ismert", "το όνομα ή η υπηρεσία δεν είναι γνωστά", "名稱或服務未知",
    ]),
    exact(Resolver(F::TryAgain), &[
        "temporärer fehler bei der namensauflösung", "échec temporaire dans la résolution du nom", "fallo temporal en la resolución del nombre",
        "errore temporaneo nella risoluzione del nome", "falha temporário na resolução de nome", "falha temporária na resolução de nome",
        "временный сбой в разрешении имен", "odwzorowanie nazwy jest chwilowo niemożliwe", "tijdelijk probleem in naamsherleiding",
        "名前解決に一時的に失敗しました", "name resolution에서 일시적인 실패", "sim çözünürlüğünde geçici başarısızlık",
        "dočasná chyba při vyhodnocování jména", "тимчасова помилка розв'язання назв", "namnuppslagning misslyckades temporärt",
        "midlertidig fejl i navneopslag", "tạm thời không thể phân giải tên", "kegagalan sementara dalam resolusi nama",
        "átmeneti névfeloldási hiba", "προσωρινή αποτυχία κατά την ανάλυση ονόματος", "解析名稱時發生暫時性錯誤",
    ]),
    exact(Resolver(F::NoData), &[
        "zu diesem hostnamen gehört keine adresse", "aucune adresse associée avec le nom de l'hôte", "no existe ninguna dirección asociada al nombre",
        "nessun indirizzo associato al nome host", "não há endereço associado com o nome", "sem endereço associado ao nome de servidor",
        "с именем узла не связано ни одного адреса", "brak adresu związanego z nazwą hosta", "aan hostnaam is geen adres verbonden",
        "ホスト名にアドレスが割り当てられていません", "호스트이름과 대응되는 주소가 없음", "makina ismiyle ilişkili adres yok",
        "jméno počítače nemá přiřazenu adresu", "з даною назвою вузла не пов'язано жодної адреси", "ingen adress associerad med värdnamn",
        "ingen adresse associeret med værtsnavn", "không có địa chỉ liên quan đến tên máy", "tidak ada alamat terasosiasi dengan hostname",
        "nincs cím társítva a gépnévhez", "καμιά διεύθυνση δε συνδέεται με το όνομα συστήματος", "沒有位址關聯至此主機名稱",
    ]),
];
