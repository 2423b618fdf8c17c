//! The encoding of what a server says: UTF-8, or what Chinese servers write in its place.

use std::borrow::Cow;

use encoding_rs::GB18030;

/// Bytes as text, for its meaning: UTF-8, else GB18030 (of which GBK and GB 2312 are parts) where it looks like
/// Chinese, else with a replacement character for each byte that is no UTF-8.
///
/// For reading only, not for showing: Korean and Japanese of the old encodings look the same.
pub fn read(bytes: &[u8]) -> Cow<'_, str> {
    let utf8 = String::from_utf8_lossy(bytes);
    match utf8 {
        Cow::Owned(lossy) => chinese(bytes).map_or(Cow::Owned(lossy), Cow::Owned),
        Cow::Borrowed(_) => utf8,
    }
}

/// Bytes as Chinese of before UTF-8, where they are nothing else.
pub fn chinese(bytes: &[u8]) -> Option<String> {
    let looks_so = looks_chinese(bytes);
    let decoded = GB18030.decode_without_bom_handling_and_without_replacement(bytes);
    decoded.filter(|_| looks_so).map(Cow::into_owned)
}

/// Whether characters of two bytes follow each other, as in every Chinese word. In a text of Latin-1 an accented letter
/// stands alone among ASCII ones.
fn looks_chinese(bytes: &[u8]) -> bool {
    let mut run = 0;
    let mut rest = bytes;
    while let [first, after @ ..] = rest {
        run = if first.is_ascii() { 0 } else { run + 1 };
        if run >= 2 {
            return true;
        }
        let second = usize::from(!first.is_ascii() && !after.is_empty());
        rest = &after[second..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 请使用授权码登录, as QQ Mail sent it (GSIL#70, NOJ#93).
    const GBK: &[u8] =
        b"535 Error: \xC7\xEB\xCA\xB9\xD3\xC3\xCA\xDA\xC8\xA8\xC2\xEB\xB5\xC7\xC2\xBC\xA1\xA3";

    #[test]
    fn chinese_of_before_utf8_is_read() {
        assert_eq!(read(GBK), "535 Error: 请使用授权码登录。");
        assert_eq!(
            read("535 请使用授权码登录".as_bytes()),
            "535 请使用授权码登录"
        );
        // GBK beyond GB 2312: 帳號已凍結, in traditional characters.
        let traditional = GB18030.encode("帳號已凍結，請聯繫管理員").0;
        assert_eq!(read(&traditional).chars().last(), Some('員'));
    }

    #[test]
    fn other_bytes_are_no_chinese() {
        for other in [
            &b"535 Anmeldung verweigert: Pr\xFCfung f\xFCr \xE4lter"[..],
            b"550 gr\xF6\xDFer",
            b"535 \xFF\xFE",
            b"535 refus\xE9",
            // Cut within a character.
            &GBK[..GBK.len() - 1],
        ] {
            assert!(read(other).contains('\u{fffd}'), "{other:?}");
        }
        assert_eq!(read(b""), "");
    }
}
