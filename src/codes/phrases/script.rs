//! Traditional Chinese as a reader of simplified Chinese would write it, so that a sentence need not stand in the tables twice.

/// Characters, each before its simplified form, as they occur in messages of programs.
#[rustfmt::skip] // a table is read by its columns
const CHARACTERS: &[&str] = &[
    "無无連连線线網网絡络務务證证書书憑凭驗验錯错誤误帳账帐账號号戶户碼码郵邮傳传發发開开關关閉闭錄录請请確确認认設设檢检應应",
    "該该對对遠远機机電电腦脑標标絕绝強强現现個个時时間间過过沒没響响試试敗败嘗尝為为與与這这從从來来們们輸输訊讯權权額额滿满",
    "單单數数據据庫库稱称協协議议類类變变選选擇择聯联繫系業业軟软體体異异頁页讀读寫写鎖锁簽签頒颁構构鏈链結结節节點点較较尋寻",
    "擋挡牆墙護护擴扩備备側侧雙双處处還还啟启啓启動动暫暂續续終终斷断換换轉转測测濾滤範范圍围屬属獲获識识別别僅仅須须當当樣样",
    "實实際际給给級级經经內内員员隱隐隨随檔档預预條条項项頻频滯滞態态準准區区壓压參参術术顯显題题訪访問问詢询調调維维營营運运",
    "適适遲迟遞递達达遺遗釋释靜静順顺顧顾驅驱積积極极舊旧佔占貼贴週周離离緩缓衝冲併并決决歷历擁拥險险報报載载戰战劃划廠厂產产",
    "稅税購购費费資资質质賴赖贊赞軌轨鄰邻釘钉銀银銷销鍵键鐘钟長长門门陳陈陸陆陽阳隊队階阶雖虽難难雲云韌韧領领頭头風风駐驻驟骤",
];

/// Words that differ by more than their characters, in simplified characters: as Taiwan and Hong Kong have them, and as the
/// tables do. Both are of one length, so that a place in the one text is a place in the other.
const WORDS: &[(&str, &str)] = &[
    ("伺服器", "服务器"),
    ("连线", "连接"),
    ("逾时", "超时"),
    ("凭证", "证书"),
    ("登入", "登录"),
    ("登陆", "登录"),
    ("信箱", "邮箱"),
    ("传送", "发送"),
    ("网路", "网络"),
    ("位址", "地址"),
    ("讯息", "消息"),
    ("授权单位", "颁发机构"),
    ("身分", "身份"),
];

/// A text in simplified characters and words, byte for byte as long; nothing where it is so already.
pub(crate) fn simplified(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut folded: String = text.chars().map(character).collect();
    for (from, to) in WORDS {
        if folded.contains(from) {
            folded = folded.replace(from, to);
        }
    }
    (folded != text).then_some(folded)
}

fn character(c: char) -> char {
    // Everything else stays as it is, at the cost of one comparison.
    if !('\u{4e00}'..='\u{9fff}').contains(&c) {
        return c;
    }
    let pair = |line: &str| {
        let mut characters = line.chars();
        std::iter::from_fn(move || Some((characters.next()?, characters.next()?)))
            .find_map(|(from, to)| (from == c).then_some(to))
    };
    CHARACTERS.iter().find_map(|line| pair(line)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_folded_stays_as_long() {
        for line in CHARACTERS {
            let all: Vec<char> = line.chars().collect();
            assert_eq!(all.len() % 2, 0, "{line}");
            for pair in all.chunks_exact(2) {
                assert_eq!(pair[0].len_utf8(), pair[1].len_utf8(), "{pair:?}");
                assert_eq!(character(pair[1]), pair[1], "{pair:?} is the end of it");
            }
        }
        for (from, to) in WORDS {
            assert_eq!(from.len(), to.len(), "{from}");
            assert_eq!(from.chars().map(character).collect::<String>(), *from);
        }
    }

    #[test]
    fn both_scripts_say_the_same() {
        let folded = simplified("無法連線到伺服器：憑證錯誤 (993)");
        assert_eq!(folded.as_deref(), Some("无法连接到服务器：证书错误 (993)"));
        assert_eq!(simplified("无法连接到服务器"), None);
        assert_eq!(simplified("connection refused"), None);
    }
}
