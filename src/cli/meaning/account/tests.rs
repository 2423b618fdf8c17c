use clap::Parser;

use super::*;
use crate::cli::Cli;
use crate::cli::meaning;
use crate::words::{Lang, Words};

/// The login and the transaction that `line` means; its words stand between two blanks where one blank is part of them.
fn meant(line: &str) -> Result<(Option<LoginAsked>, Option<Transaction>), UsageError> {
    let apart = if line.contains("  ") { "  " } else { " " };
    let words = std::iter::once("mailcheck").chain(line.split(apart));
    let args = Cli::try_parse_from(words).expect(line).check;
    let plan = meaning::plan(&args)?;
    let targets = meaning::targets(&args, &plan)?;
    let presentation = Presentation::from_args(&args)?;
    Ok((login(&args, &targets, &presentation)?, plan.transaction))
}

#[test]
fn nothing_is_logged_in_and_no_mail_begun_unless_it_is_asked_for() {
    for line in [
        "h",
        "jane@example.com",
        "h -v",
        "h -f nagios",
        "a b -f prometheus",
    ] {
        assert_eq!(meant(line), Ok((None, None)), "{line}");
    }
}

#[test]
fn logins_as_they_are_typed() {
    let digits = "AB".repeat(32);
    let colons = vec!["aB"; 32].join(":");
    let plain = LoginAsked {
        user: Some("jane".to_owned()),
        source: Source::VariableOrPrompt,
        with: LoginWith::Password,
        anyway: None,
    };
    let from = |source: Source| LoginAsked {
        source,
        ..plain.clone()
    };
    let pinned = LoginAsked {
        anyway: Some([0xAB; 32]),
        ..plain.clone()
    };
    let token = LoginAsked {
        with: LoginWith::Token,
        ..from(Source::TokenCommand("oama access".to_owned()))
    };
    let rows = [
        ("--login --user jane imaps://h".to_owned(), plain.clone()),
        ("imaps://h --user jane --login".to_owned(), plain.clone()),
        // A plain port may offer STARTTLS; the probe decides.
        ("--login --user jane smtp://h:25".to_owned(), plain.clone()),
        (
            "--login --user jane h -f json -o r.html".to_owned(),
            plain.clone(),
        ),
        (
            "--login jane@example.com".to_owned(),
            LoginAsked {
                user: None,
                ..plain.clone()
            },
        ),
        (
            "--login --user jane jane.doe@example.com".to_owned(),
            plain.clone(),
        ),
        (
            "--login --user jane h --password-file secret.txt".to_owned(),
            from(Source::File("secret.txt".into())),
        ),
        (
            "--login --user jane h --password-fd 3".to_owned(),
            from(Source::Descriptor(3)),
        ),
        (
            "--login  --user  jane  h  --password-command  pass show mail".to_owned(),
            from(Source::Command("pass show mail".to_owned())),
        ),
        (
            "--login  --user  jane  h  --oauth-token-command  oama access".to_owned(),
            token,
        ),
        (
            format!("--login --user jane h --login-anyway {digits}"),
            pinned.clone(),
        ),
        (
            format!("--login --user jane h --login-anyway {colons}"),
            pinned.clone(),
        ),
        (
            format!("--login  --user  jane  h  --login-anyway  sha256 Fingerprint={colons}"),
            pinned,
        ),
    ];
    for (line, expected) in rows {
        assert_eq!(meant(&line), Ok((Some(expected), None)), "{line}");
    }
}

#[test]
fn transactions_as_they_are_typed() {
    let rows = [
        (
            "--from a@x.example --rcpt b@y.example h",
            "a@x.example",
            "b@y.example",
            false,
        ),
        ("--from <> --rcpt b@y.example h", "", "b@y.example", false),
        (
            "--from a@x.example --rcpt b@y.example --send h",
            "a@x.example",
            "b@y.example",
            true,
        ),
        (
            "--from  Jane <a+b@x.example>  --rcpt  b@bücher.example  h",
            "a+b@x.example",
            "b@xn--bcher-kva.example",
            false,
        ),
    ];
    for (line, from, to, send) in rows {
        let expected = Transaction {
            from: from.to_owned(),
            to: to.to_owned(),
            send,
        };
        assert_eq!(meant(line), Ok((None, Some(expected))), "{line}");
    }
    let (login, transaction) =
        meant("--login jane@x.example --from jane@x.example --rcpt b@y.example").expect("both");
    assert!(login.is_some() && transaction.is_some());
}

/// What is typed, and a part of the sentence in English and in Chinese.
const MISTAKES: [(&str, &str, &str); 40] = [
    ("h --user jane", "add --login", "请加上 --login"),
    (
        "h --password-file f",
        "--password-file says how to log in",
        "--password-file 用于登录",
    ),
    (
        "h --password-fd 3",
        "--password-fd says how",
        "--password-fd 用于登录",
    ),
    (
        "h --password-command c",
        "--password-command says how",
        "请加上 --login",
    ),
    (
        "h --oauth-token-command c",
        "--oauth-token-command says how",
        "请加上 --login",
    ),
    (
        "h --login-anyway ab",
        "--login-anyway says how",
        "请加上 --login",
    ),
    (
        "--login a@b.example --password-file f --password-fd 3",
        "both say what to log in with",
        "都指定了",
    ),
    (
        "--login a@b.example --password-command c --oauth-token-command c",
        "--password-command and --oauth-token-command both",
        "都指定了",
    ),
    (
        "--login imaps://h",
        "mailcheck --login --user NAME imaps://h,",
        "mailcheck --login --user NAME imaps://h，",
    ),
    (
        "--login example.com",
        "--user NAME example.com",
        "--user NAME example.com",
    ),
    (
        "--login --mx jane@example.com",
        "has to know who",
        "由谁登录",
    ),
    (
        "--login --user me:hunter2 h",
        "the name alone",
        "只写用户名",
    ),
    ("--login --user= h", "the name alone", "只写用户名"),
    ("--login  --user  a\rb  h", "the name alone", "只写用户名"),
    (
        "--login a@b.example --login-anyway hunter2",
        "64 hexadecimal digits",
        "64 个十六进制数字",
    ),
    (
        "--login a@b.example --login-anyway A9:4A:8F:E5:CC:B1:9B:A6:1C:4C:08:73:D3:91:E9:87:98:2F:BB:D3",
        "SHA-256",
        "SHA-256",
    ),
    ("--login a@b.example --login-anyway=", "SHA-256", "SHA-256"),
    (
        "--login a@b.example --password-fd hunter2",
        "--password-fd 3 3< FILE",
        "--password-fd 3 3< FILE",
    ),
    (
        "--login a@b.example --password-fd +3",
        "--password-fd 3 3< FILE",
        "文件描述符",
    ),
    (
        "--login a@b.example --password-fd 99999999999",
        "--password-fd 3 3< FILE",
        "文件描述符",
    ),
    (
        "--login --user jane a b",
        "--login takes one target",
        "--login 只能用于一个目标",
    ),
    (
        "--login hunter2 a@b.example",
        "--login takes one target",
        "只能用于一个目标",
    ),
    (
        "--from a@x.example --rcpt b@y.example g h",
        "--from takes one target",
        "--from 只能用于一个目标",
    ),
    (
        "--login a@b.example -f nagios",
        "does not go with the format nagios",
        "不能与格式 nagios",
    ),
    (
        "--login a@b.example -f prometheus",
        "the format prometheus",
        "格式 prometheus",
    ),
    (
        "--login a@b.example -o m.prom",
        "the format prometheus",
        "格式 prometheus",
    ),
    (
        "--from a@x.example --rcpt b@y.example h -f nagios",
        "--from does not go",
        "--from 不能与",
    ),
    (
        "--from a@x.example h",
        "--from needs --rcpt too",
        "--from 还需要 --rcpt",
    ),
    (
        "--rcpt a@x.example h",
        "--rcpt needs --from too",
        "--rcpt 还需要 --from",
    ),
    (
        "--send h",
        "--send needs --from too",
        "--send 还需要 --from",
    ),
    (
        "--send --from a@x.example h",
        "--from needs --rcpt too",
        "--from 还需要 --rcpt",
    ),
    (
        "--from= --rcpt b@y.example h",
        "\"<>\" in quotes",
        "带引号的 \"<>\"",
    ),
    (
        "--from a@x.example --rcpt= h",
        "such as you@example.net",
        "you@example.net",
    ),
    (
        "--from a@x.example --rcpt <> h",
        "such as you@example.net",
        "you@example.net",
    ),
    (
        "--from x.example --rcpt b@y.example h",
        "\"x.example\" is not a mail address for --from",
        "“x.example”不是",
    ),
    (
        "--from a@x.example --rcpt b@y.example,c@y.example h",
        "for --rcpt",
        "--rcpt",
    ),
    (
        "--from  a@x.example  --rcpt  b@y.example> NOTIFY=NEVER  h",
        "for --rcpt",
        "--rcpt",
    ),
    (
        "--from  a@x.example  --rcpt  b@y.example>\r\nDATA  h",
        "for --rcpt",
        "--rcpt",
    ),
    (
        "--from  a@x.example\nRCPT TO:<c@y.example>  --rcpt  b@y.example  h",
        "for --from",
        "--from",
    ),
    (
        "--from  a\0@x.example  --rcpt  b@y.example  h",
        "for --from",
        "--from",
    ),
];

#[test]
fn each_mistake_is_one_sentence_in_both_languages() {
    let long = ["b"; 123].join(".");
    let long = format!("--from a@x.example --rcpt b@{long}.example h");
    let rows = MISTAKES
        .into_iter()
        .chain([(long.as_str(), "for --rcpt", "--rcpt")]);
    let [english, chinese] = [Lang::En, Lang::ZhCn].map(Words::new);
    for (line, says, also) in rows {
        let said = meant(line).expect_err(line).said();
        let (told, translated) = (said.told(&english), said.told(&chinese));
        assert!(told.contains(says), "{line}: {told}");
        assert!(translated.contains(also), "{line}: {translated}");
        for text in [told, translated] {
            assert!(
                !text.contains("hunter2") && !text.contains("  "),
                "{line}: {text}"
            );
        }
    }
}

/// No path can end the command in which it stands.
#[test]
fn nothing_is_smuggled_into_a_command() {
    for bad in [
        '\r', '\n', '\0', '<', ' ', '\t', '"', '\\', '\u{85}', '\u{2028}',
    ] {
        for typed in [format!("a{bad}b@x.example"), format!("ab@x{bad}y.example")] {
            if let Ok(path) = path(&typed, "--from") {
                assert!(!path.contains([bad, '>']), "{typed:?}: {path:?}");
            }
        }
        assert!(
            path(&format!("a@x.example{bad}DATA"), "--from").is_err(),
            "{bad:?}"
        );
    }
    assert!(path("a@x.example> SIZE=1", "--from").is_err());
    assert_eq!(
        path("<a@x.example>", "--from").as_deref(),
        Ok("a@x.example")
    );
}

#[test]
fn what_may_hold_a_secret_is_not_shown() {
    let asked = meant("--login  a@b.example  --password-command  echo hunter2").expect("a login");
    assert!(!format!("{asked:?}").contains("hunter2"), "{asked:?}");
}
