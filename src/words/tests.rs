//! Locales and their entries, small ones and ours.

use super::*;
use crate::args;
use crate::finding::FindingId;

const REFERENCE: &str = "# a comment\nport = Port { $port }\n    .steps = Look at { $host }.\n        And on.\n\nplain = Yes\n";

fn words(source: &'static str) -> Words {
    Words::from_source(Lang::En, source)
}

#[test]
fn an_entry_is_found_with_its_attributes_and_arguments() {
    let words = words(REFERENCE);
    let args = args! { "port" => 25_u16, "host" => "mx" };
    assert_eq!(words.text("port", &args), "Port 25");
    assert_eq!(words.text("port.steps", &args), "Look at mx.\nAnd on.");
    assert_eq!(words.plain("plain"), "Yes");
    // A gap is seen, and nothing fails.
    assert_eq!(words.plain("absent.too"), "absent.too");
    assert_eq!(words.find("plain.absent", &args), None);
}

#[test]
fn a_translation_that_lacks_something_is_told_so() {
    let reference = words(REFERENCE);
    assert_eq!(reference.disagreements(&reference), [""; 0]);
    let rows = [
        ("port = P { $port }\nplain = Y\n", "has no port.steps"),
        (
            "port = P\n .steps = { $host }\nplain = Y\n",
            "does not name $port in port",
        ),
        (
            "port = P { $prot }\n .steps = { $host }\nplain = Y\n",
            "names $prot",
        ),
        (
            "port = P { $port }\n .steps = { $host }\nplain = Y\nmore = M\n",
            "has more",
        ),
    ];
    for (source, says) in rows {
        let found = words(source).disagreements(&reference);
        assert_eq!(found.len(), 1, "{source}: {found:?}");
        assert!(found[0].contains(says), "{source}: {found:?}");
    }
}

#[test]
fn a_translation_has_plurals_of_its_own_and_the_cases_of_the_reference() {
    let reference = words(
        "a = { $count ->\n    [one] port { $ports }\n   *[other] ports { $ports }\n } { $why ->\n    [none] not\n   \
         *[other] { $days ->\n        [0] today\n       *[other] in { $days }\n    }\n }\n",
    );
    let whole =
        "{ $why ->\n [none] n\n *[other] { $days ->\n [0] t\n [1] m\n *[other] { $days }\n }\n }\n";
    let rows = [
        (format!("a = {{ $ports }} {whole}"), None),
        (
            format!("a = {{ $count ->\n *[other] {{ $ports }}\n }} {whole}"),
            None,
        ),
        (format!("a = x {whole}"), Some("does not name $ports")),
        (
            format!("a = {{ $ports }} {}", whole.replace("[0] t\n", "")),
            Some("has no case 0 of $days"),
        ),
        (
            format!("a = {{ $ports }} {}", whole.replace("[none]", "[nine]")),
            Some("has no case none of $why"),
        ),
        (
            format!("a = {{ $ports }} {}", whole.replace("[1]", "[much]")),
            Some("has a case much of $days too many"),
        ),
    ];
    for (source, says) in rows {
        let source: &'static str = source.leak();
        let found = words(source).disagreements(&reference);
        let fits = |one: &String| says.is_some_and(|says| one.contains(says));
        assert!(
            found.len() == says.iter().len() && found.iter().all(fits),
            "{source}: {found:?}"
        );
    }
}

#[test]
fn a_locale_is_one_of_ours_or_none() {
    let rows = [
        ("en", Some(Lang::En)),
        ("en-GB", Some(Lang::En)),
        ("en_US.UTF-8", Some(Lang::En)),
        ("zh", Some(Lang::ZhCn)),
        ("zh-CN", Some(Lang::ZhCn)),
        ("zh_CN.UTF-8", Some(Lang::ZhCn)),
        ("zh_SG", Some(Lang::ZhCn)),
        ("zh-Hans", Some(Lang::ZhCn)),
        ("zh-Hans-HK", Some(Lang::ZhCn)),
        ("ZH-hans-cn", Some(Lang::ZhCn)),
        ("zh_TW.UTF-8", None),
        ("zh-Hant", None),
        ("zh-Hant-CN", None),
        ("zh-HK", None),
        ("de_DE.UTF-8", None),
        ("C", None),
        ("", None),
    ];
    for (locale, lang) in rows {
        assert_eq!(Lang::of_locale(locale), lang, "{locale}");
    }
}

#[test]
fn every_language_is_whole_and_agrees_with_english() {
    let english = Words::new(Lang::En);
    for lang in Lang::ALL {
        if let Err((_, errors)) = FluentResource::try_new(lang.source().to_owned()) {
            panic!("{}: {errors:?}", lang.tag());
        }
        let words = Words::new(lang);
        assert_eq!(words.disagreements(&english), [""; 0], "{}", lang.tag());
        let mut ids = BTreeSet::new();
        for (id, _) in words.entries() {
            assert!(ids.insert(id), "{}: {id} stands twice", lang.tag());
            assert!(entries::find(lang.source(), lang.index(), &format!("{id}x")).is_none());
            words
                .load(id)
                .unwrap_or_else(|| panic!("{}: {id}", lang.tag()));
        }
        let heads = lang
            .source()
            .lines()
            .filter(|line| line.as_bytes().first().is_some_and(u8::is_ascii_alphabetic));
        assert_eq!(
            heads.count(),
            ids.len(),
            "{}: a line is no entry",
            lang.tag()
        );
    }
}

#[test]
fn every_finding_has_a_title_where_no_host_is_named() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for id in FindingId::ALL {
            let title = words.in_general(&format!("finding-{id}"));
            let title = title.unwrap_or_else(|| panic!("{lang:?}: {id}"));
            assert!(lang.has_written(&title), "{lang:?}: {id}: {title}");
        }
    }
}

#[test]
fn a_chinese_host_name_in_an_english_sentence_is_told_from_a_chinese_sentence() {
    for english in [
        "邮件.例子.中国 does not offer STARTTLS on port 587",
        "Port 25 of 邮件.例子 is closed",
        "The name 邮件.例子: it does not exist",
    ] {
        assert!(Lang::En.has_written(english) && !Lang::ZhCn.has_written(english));
    }
    for chinese in [
        "邮件.例子 在端口 587 上不提供 STARTTLS",
        "mail.example.com 在端口 25 上拒绝服务",
    ] {
        assert!(Lang::ZhCn.has_written(chinese) && !Lang::En.has_written(chinese));
    }
}
