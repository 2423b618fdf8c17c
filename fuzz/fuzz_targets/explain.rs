#![no_main]

use libfuzzer_sys::fuzz_target;
use mailcheck::explain::{self, MAX_QUERY, MAX_READINGS};
use mailcheck::words::{Lang, Words};

thread_local! {
    static WORDS: Words = Words::new(Lang::En);
}

fuzz_target!(|bytes: &[u8]| {
    let text = explain::decode(bytes);
    WORDS.with(|words| {
        let answer = explain::explain(&text, words);
        assert!(answer.readings.len() <= MAX_READINGS);
        assert!(answer.query.len() <= MAX_QUERY + 1);
        let page = answer.render(words, 80);
        assert!(page.ends_with('\n'));
        assert!(!page.chars().any(|character| character.is_control() && character != '\n'));
    });
});
