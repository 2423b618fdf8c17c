//! Every sentence of a locale in every case that it tells apart, and what is wrong with one.

use std::collections::BTreeSet;

use mailcheck::words::{Args, Value, Words};

/// A sentence with stand-ins for what it names.
pub(crate) struct Rendering {
    pub(crate) id: String,
    pub(crate) text: String,
}

/// Every sentence of `words`, in each of its cases.
pub(crate) fn every_rendering(words: &Words) -> Vec<Rendering> {
    let arguments = words.arguments();
    let mut renderings = Vec::new();
    for id in words.ids() {
        let message = id.split('.').next().unwrap_or_default();
        let entry = entry(words.lang().source(), message);
        let names: Vec<&'static str> = arguments[&id].iter().copied().collect();
        for args in assignments(&names, entry) {
            let text = words.find(&id, &args);
            let text = text.unwrap_or_else(|| panic!("{id} cannot be shown"));
            renderings.push(Rendering {
                id: id.clone(),
                text,
            });
        }
    }
    renderings
}

/// The text of an entry, from its id to the next.
fn entry(source: &'static str, id: &str) -> &'static str {
    let head = format!("\n{id} =");
    let start = source.find(&head).expect("the entry is there") + 1;
    let rest = &source[start..];
    let end = rest.match_indices('\n').find(|(place, _)| {
        let next = rest.as_bytes().get(place + 1);
        next.is_some_and(|byte| !matches!(byte, b' ' | b'\n' | b'}'))
    });
    &rest[..end.map_or(rest.len(), |(place, _)| place)]
}

/// Stand-ins for the arguments: a name, and for each argument that tells cases apart every case of the entry too.
fn assignments(names: &[&'static str], entry: &str) -> Vec<Args> {
    let heads = entry.split('[').skip(1);
    let cases = heads.filter_map(|rest| Some(rest.split_once(']')?.0));
    let cases: BTreeSet<&str> = cases.collect();
    let mut all = vec![Args::new()];
    for name in names {
        let mut values = vec![Value::from(stand_in(name))];
        if entry.contains(&format!("${name} ->")) {
            values.extend(cases.iter().map(|case| value(case)));
        }
        let with = |args: &Args| -> Vec<Args> {
            let one = |value: &Value| {
                let mut args = args.clone();
                args.insert(name, value.clone());
                args
            };
            values.iter().map(one).collect()
        };
        all = all.iter().flat_map(with).collect();
    }
    all
}

/// Most arguments are names and numbers; some are words of the locale.
fn stand_in(name: &str) -> &'static str {
    match name {
        "stage" => "问候",
        "elapsed" => "9 秒",
        "place" => "该证书",
        _ => "X",
    }
}

fn value(case: &str) -> Value {
    match case.parse::<u32>() {
        Ok(number) => number.into(),
        Err(_) => case.into(),
    }
}

/// Words of other Chinese-speaking regions for what has another name in mainland China.
const FOREIGN: [&str; 13] = [
    "伺服器",
    "逾时",
    "连线",
    "网路",
    "帐号",
    "位址",
    "使用者",
    "登入",
    "预设",
    "资讯",
    "程式",
    "封包",
    "憑證",
];

/// What is wrong with a Chinese sentence; nothing where all is well.
pub(crate) fn faults_of_chinese(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    // The name of the field of certificates, as Windows has it.
    let own = text.replace("使用者可选名称", "").replace("使用者字段", "");
    for word in FOREIGN {
        if own.contains(word) {
            faults.push(format!("{word} is said elsewhere"));
        }
    }
    if text.contains("{$") || text.contains("{ $") {
        faults.push("a gap".to_owned());
    }
    // Words of programs and servers stay as they are, and so do their signs.
    let own = without_commands(&unquoted(text));
    if let Some(run) = english(&own) {
        faults.push(format!("English is left: {run}"));
    }
    let letters: Vec<char> = own.chars().collect();
    for pair in letters.windows(2) {
        let (one, two) = (pair[0], pair[1]);
        let touching = is_han(one) && two.is_ascii_alphanumeric()
            || one.is_ascii_alphanumeric() && is_han(two);
        if touching {
            faults.push(format!("no space in {one}{two}"));
        }
        if is_han(one) && matches!(two, ',' | ';' | ':' | '?' | '!' | '(' | ')') {
            faults.push(format!("a half-width sign in {one}{two}"));
        }
        if one == ' ' && is_wide_sign(two) || is_wide_sign(one) && two == ' ' {
            faults.push(format!("a blank beside a wide sign in {one}{two}"));
        }
    }
    faults
}

/// Three words in lower case in a row.
fn english(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split([' ', '\n']).collect();
    let is_word = |word: &&str| {
        let word = word.trim_end_matches([',', '.', ':', ';']);
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let mut runs = words.windows(3);
    let run = runs.find(|run| run.iter().all(is_word))?;
    Some(run.join(" "))
}

/// The text with nothing between its quotation marks.
fn unquoted(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, quoted)) = rest.split_once('“') {
        out.push_str(before);
        out.push_str("“”");
        rest = quoted.split_once('”').map_or("", |(_, behind)| behind);
    }
    out + rest
}

/// Programs whose command lines stand in sentences, to be typed as they are.
const PROGRAMS: [&str; 9] = [
    "mailcheck",
    "sudo",
    "netsh",
    "netstat",
    "networksetup",
    "route",
    "ip",
    "ss",
    "telnet",
];

/// The text with a name in the place of every command line: from the program to the next sign of the sentence.
fn without_commands(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = next_command(rest) {
        let (before, command) = rest.split_at(start);
        let end = command.find(|letter: char| !letter.is_ascii() || letter == '\n');
        let end = end.unwrap_or(command.len());
        let words = command[..end].trim_end();
        out.push_str(before);
        out.push_str("CMD");
        rest = &command[words.len()..];
    }
    out + rest
}

/// Where a command line begins: a program's name with a blank behind it and no letter before it.
fn next_command(text: &str) -> Option<usize> {
    let begins = |(place, name): &(usize, &str)| {
        let before = text[..*place].chars().next_back();
        let is_word = before.is_some_and(|letter| letter.is_ascii_alphanumeric() || letter == '-');
        !is_word && text[place + name.len()..].starts_with(' ')
    };
    PROGRAMS
        .iter()
        .flat_map(|name| text.match_indices(name))
        .filter(begins)
        .map(|(place, _)| place)
        .min()
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}')
}

fn is_wide_sign(letter: char) -> bool {
    matches!(
        letter,
        '，' | '。' | '、' | '；' | '：' | '？' | '！' | '（' | '）'
    )
}
