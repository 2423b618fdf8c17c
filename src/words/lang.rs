//! The languages that mailcheck speaks.

use super::entries::Place;

/// A language that mailcheck speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    En,
    /// Chinese in simplified characters, as in mainland China.
    ZhCn,
}

impl Lang {
    /// Every language, the reference (English) first.
    pub const ALL: [Self; 2] = [Self::En, Self::ZhCn];

    /// The BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::ZhCn => "zh-CN",
        }
    }

    /// Whether ASCII is enough to write it.
    pub const fn is_ascii(self) -> bool {
        match self {
            Self::En => true,
            Self::ZhCn => false,
        }
    }

    /// The language for readers of `locale`, a BCP 47 tag or a POSIX name: `zh_CN.UTF-8`, `zh-Hans-HK`. `None` where
    /// mailcheck does not speak it: traditional characters are another script.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let locale = locale.to_ascii_lowercase();
        let mut parts = locale.split(['-', '_', '.', '@']);
        match parts.next() {
            Some("en") => Some(Self::En),
            Some("zh") => {
                let rest: Vec<&str> = parts.collect();
                let simplified =
                    rest.contains(&"hans") || rest.iter().all(|part| !is_traditional(part));
                simplified.then_some(Self::ZhCn)
            }
            _ => None,
        }
    }

    /// Whether a sentence of ours is in this language, by its script.
    pub fn has_written(self, sentence: &str) -> bool {
        // A name in an English sentence may have such letters, too.
        let is_name = |word: &&str| {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            let in_names = |letter: char| letter.is_alphanumeric() || ".-_:".contains(letter);
            word.contains('.') && word.chars().all(in_names)
        };
        let words = sentence.split_whitespace().filter(|word| !is_name(word));
        let is_chinese = words
            .flat_map(str::chars)
            .any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
        match self {
            Self::En => !is_chinese,
            Self::ZhCn => is_chinese,
        }
    }

    /// The locale file, as text.
    pub const fn source(self) -> &'static str {
        match self {
            Self::En => include_str!("../../locales/en.ftl"),
            Self::ZhCn => include_str!("../../locales/zh-CN.ftl"),
        }
    }

    /// Where each entry of the locale file stands.
    pub(super) fn index(self) -> &'static [Place] {
        let index: &[u8] = match self {
            Self::En => include_bytes!(concat!(env!("OUT_DIR"), "/en.index")),
            Self::ZhCn => include_bytes!(concat!(env!("OUT_DIR"), "/zh-CN.index")),
        };
        index.as_chunks().0.as_chunks().0
    }
}

/// Whether `locale` is Chinese in traditional characters.
pub fn is_traditional_chinese(locale: &str) -> bool {
    let lower = locale.to_ascii_lowercase();
    let mut parts = lower.split(['-', '_', '.', '@']);
    parts.next() == Some("zh") && Lang::of_locale(locale).is_none()
}

/// The script, and the regions where it is the usual one (CLDR, likely subtags).
fn is_traditional(subtag: &str) -> bool {
    matches!(subtag, "hant" | "tw" | "hk" | "mo")
}
