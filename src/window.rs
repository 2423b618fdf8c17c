//! The program in a window of its own, which goes when it ends: a double click, and nobody has typed anything. It asks for the
//! server, has it checked, offers the report as a file on the desktop, and waits.
//!
//! Reading and writing are its only doors; the rest is done by whoever calls it, so that a test can sit at the window.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use crate::args;
use crate::words::{self, Words};

/// What came of what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// It makes no sense, says this sentence.
    Mistake(String),
    /// Something was shown that is no report: help, what a number means.
    Shown,
    /// A server was checked, and the report was shown.
    Checked {
        /// The exit code.
        code: u8,
        /// The same report.
        page: Page,
    },
    /// It could not be done, says this sentence.
    Failed {
        /// What stood in the way.
        sentence: String,
        /// The exit code.
        code: u8,
    },
    /// The system ends the program, and the window is gone.
    Ended {
        /// The exit code.
        code: u8,
    },
}

/// A report that somebody may want to keep.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The report for a browser; empty where nothing was checked.
    pub html: Vec<u8>,
    /// What was checked, as it was typed.
    pub target: String,
}

/// The person, and where a file of theirs goes.
pub struct Window<'a, R, W> {
    /// What is typed.
    pub input: R,
    /// What is read.
    pub output: W,
    /// The language of both.
    pub words: &'a Words,
    /// Where files are found again, if that is known.
    pub desktop: Option<PathBuf>,
    /// The date, for the name of a file.
    pub today: String,
}

impl<R: BufRead, W: Write> Window<'_, R, W> {
    /// Talks until the person is done, and gives the exit code. Where the window is gone, there is nobody to talk to.
    pub fn talk(mut self, perform: impl FnMut(Vec<OsString>) -> Done) -> u8 {
        let mut code = 0;
        // Whoever closes the window meant to.
        let _ = self.conversation(perform, &mut code);
        code
    }

    fn conversation(
        &mut self,
        mut perform: impl FnMut(Vec<OsString>) -> Done,
        code: &mut u8,
    ) -> io::Result<()> {
        self.say("window-welcome")?;
        let Some(done) = self.ask_until_done(&mut perform)? else {
            return Ok(());
        };
        match done {
            Done::Checked {
                code: checked,
                page,
            } => {
                *code = checked;
                self.offer(&page)?;
            }
            Done::Failed {
                sentence,
                code: failed,
            } => {
                *code = failed;
                writeln!(self.output, "{sentence}")?;
            }
            Done::Ended { code: ended } => {
                *code = ended;
                return Ok(());
            }
            Done::Mistake(_) | Done::Shown => {}
        }
        self.ask("window-close").map(drop)
    }

    /// Asks until something was checked. `None` where no more is typed.
    fn ask_until_done(
        &mut self,
        perform: &mut impl FnMut(Vec<OsString>) -> Done,
    ) -> io::Result<Option<Done>> {
        while let Some(line) = self.ask("window-question")? {
            let typed = typed(&line);
            if typed.is_empty() {
                self.say("window-nothing-typed")?;
                continue;
            }
            match perform(typed) {
                Done::Mistake(sentence) => writeln!(self.output, "{sentence}")?,
                Done::Shown => {}
                done @ (Done::Checked { .. } | Done::Failed { .. } | Done::Ended { .. }) => {
                    return Ok(Some(done));
                }
            }
        }
        Ok(None)
    }

    /// Offers the report as a file, where there is a place for it.
    fn offer(&mut self, page: &Page) -> io::Result<()> {
        let Some(desktop) = self.desktop.clone() else {
            return Ok(());
        };
        if !self.agrees()? {
            return Ok(());
        }
        let name = file_name(&page.target, &self.today);
        let (id, args) = match save(&desktop, &name, &page.html) {
            Ok(path) => (
                "window-saved",
                args! { "path" => path.display().to_string() },
            ),
            Err(error) => (
                "usage-unwritable",
                args! {
                    "path" => desktop.join(name).display().to_string(),
                    "why" => words::of_file(&error),
                },
            ),
        };
        writeln!(self.output, "{}", self.words.text(id, &args))
    }

    /// Asks until the answer is one.
    fn agrees(&mut self) -> io::Result<bool> {
        while let Some(line) = self.ask("window-save")? {
            match yes_or_no(&line) {
                Some(yes) => return Ok(yes),
                None => self.say("window-yes-or-no")?,
            }
        }
        Ok(false)
    }

    fn say(&mut self, id: &str) -> io::Result<()> {
        writeln!(self.output, "{}", self.words.plain(id))
    }

    /// What is typed after the question. `None` where no more comes.
    fn ask(&mut self, id: &str) -> io::Result<Option<String>> {
        write!(self.output, "\n{} ", self.words.plain(id))?;
        self.output.flush()?;
        let mut line = Vec::new();
        let more = self.input.read_until(b'\n', &mut line)? > 0;
        Ok(more.then(|| String::from_utf8_lossy(&line).into_owned()))
    }
}

/// The words of a line, as a command line. Whoever copies a whole command has its name in it, and quotation marks.
fn typed(line: &str) -> Vec<OsString> {
    let words = line.split_whitespace().map(|word| word.trim_matches('"'));
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    let is_name = |word: &&str| {
        let name = word.rsplit(['\\', '/']).next().unwrap_or_default();
        ["mailcheck", "mailcheck.exe"].contains(&name.to_ascii_lowercase().as_str())
    };
    words.next_if(is_name);
    let words: Vec<&str> = words.collect();
    // Who has an error before their eyes types its number, and no server is called so.
    let numbers = !words.is_empty() && words.iter().all(|word| is_error_number(word));
    let command = numbers.then_some("explain");
    command
        .into_iter()
        .chain(words)
        .map(OsString::from)
        .collect()
}

/// Whether it can be nothing but the number of an error: `10060`, `0x800CCC0E`.
fn is_error_number(word: &str) -> bool {
    let hexadecimal = word.strip_prefix("0x").or_else(|| word.strip_prefix("0X"));
    match hexadecimal {
        Some(digits) => !digits.is_empty() && digits.chars().all(|c| c.is_ascii_hexdigit()),
        None => word.chars().all(|c| c.is_ascii_digit()),
    }
}

/// What an answer means, in either language: a person may have English keys under Chinese words.
fn yes_or_no(line: &str) -> Option<bool> {
    match line.trim().to_lowercase().as_str() {
        "y" | "yes" | "j" | "ja" | "ｙ" | "是" | "是的" | "好" | "要" => Some(true),
        "" | "n" | "no" | "nein" | "ｎ" | "否" | "不" | "不要" | "不用" => Some(false),
        _ => None,
    }
}

/// Longer names are cut: a path of Windows may have 260 characters.
const MAX_NAME: usize = 60;

/// A name that says what is in it. Of a mail address it has the domain alone, for the file is handed on.
fn file_name(target: &str, today: &str) -> String {
    let behind_scheme = target.rsplit("://").next().unwrap_or_default();
    let domain = behind_scheme.rsplit('@').next().unwrap_or_default();
    let domain = domain.trim_end_matches('/');
    let kept = |letter: char| letter.is_alphanumeric() || ".-".contains(letter);
    let safe: String = domain
        .chars()
        .map(|letter| if kept(letter) { letter } else { '_' })
        .take(MAX_NAME)
        .collect();
    format!("mailcheck {safe} {today}")
}

/// Files of one name that are tried: yesterday's report stays.
const COPIES: u16 = 999;

/// Writes a file that was not there.
fn save(directory: &Path, name: &str, page: &[u8]) -> io::Result<PathBuf> {
    let mut copy = 1;
    loop {
        let number = if copy == 1 {
            String::new()
        } else {
            format!(" ({copy})")
        };
        let path = directory.join(format!("{name}{number}.html"));
        match File::create_new(&path) {
            Ok(mut file) => {
                let written = file.write_all(page).and_then(|()| file.sync_all());
                // Half a page is worse than none.
                return written.map(|()| path.clone()).inspect_err(|_| {
                    let _ = fs::remove_file(&path);
                });
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && copy < COPIES => {
                copy += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;
    use crate::words::Lang;

    /// What a person who types `typed` reads, what was performed, and the exit code.
    fn sit(
        lang: Lang,
        typed: &str,
        desktop: Option<&Path>,
        done: impl Fn(&[String]) -> Done,
    ) -> (String, Vec<String>, u8) {
        let (mut output, mut performed) = (Vec::new(), Vec::new());
        let window = Window {
            input: typed.as_bytes(),
            output: &mut output,
            words: &Words::new(lang),
            desktop: desktop.map(Path::to_owned),
            today: "2026-11-26".to_owned(),
        };
        let code = window.talk(|words| {
            let words: Vec<String> = words
                .into_iter()
                .map(|word| word.into_string().expect("typed as UTF-8"))
                .collect();
            let done = done(&words);
            performed.push(words.join(" "));
            done
        });
        let output = String::from_utf8(output).expect("sentences");
        (output, performed, code)
    }

    fn checked(words: &[String]) -> Done {
        Done::Checked {
            code: 1,
            page: Page {
                html: b"<html>".to_vec(),
                target: words[0].clone(),
            },
        }
    }

    #[test]
    fn a_server_is_asked_for_checked_and_saved() {
        let desktop = tempfile::tempdir().expect("a directory");
        let line = "smtp.example.com\r\ny\r\n\r\n";
        let (output, performed, code) = sit(Lang::En, line, Some(desktop.path()), checked);
        assert_eq!((performed, code), (vec!["smtp.example.com".to_owned()], 1));
        let path = desktop
            .path()
            .join("mailcheck smtp.example.com 2026-11-26.html");
        assert_eq!(fs::read(&path).expect("it is there"), b"<html>");
        let saved = output
            .find(&path.display().to_string())
            .expect("it is named");
        let close = output.find("Press Enter to close").expect("it waits");
        assert!(saved < close, "{output}");
    }

    #[test]
    fn no_sentence_is_wider_than_a_console() {
        let ids = [
            "welcome",
            "question",
            "nothing-typed",
            "save",
            "yes-or-no",
            "close",
        ];
        for words in Lang::ALL.map(Words::new) {
            for id in ids {
                let text = words.plain(&format!("window-{id}"));
                for line in text.lines() {
                    assert!(line.width() < 80, "{line}");
                }
            }
        }
    }

    #[test]
    fn what_makes_no_sense_is_said_and_asked_again() {
        let answer = |words: &[String]| match words[0].as_str() {
            "a..b" => Done::Mistake("That is no name.".to_owned()),
            "explain" => Done::Shown,
            _ => checked(words),
        };
        let line = "\na..b\nexplain 10060\nmail.example.com\n\n\n";
        let (output, performed, code) = sit(Lang::En, line, None, answer);
        assert_eq!(performed, ["a..b", "explain 10060", "mail.example.com"]);
        assert_eq!(code, 1);
        assert_eq!(output.matches("Mail server or mail address").count(), 4);
        assert!(output.contains("That is no name.\n"), "{output}");
        // Without a desktop nothing is offered.
        assert!(!output.contains("desktop"), "{output}");
    }

    #[test]
    fn nobody_is_asked_when_no_more_can_be_typed() {
        let (output, performed, code) = sit(Lang::En, "", None, checked);
        assert!(performed.is_empty() && code == 0);
        assert!(!output.contains("Press Enter to close"), "{output}");
        let desktop = tempfile::tempdir().expect("a directory");
        let (_, performed, code) = sit(Lang::En, "h", Some(desktop.path()), checked);
        assert_eq!((performed.len(), code), (1, 1));
        let mut left = fs::read_dir(desktop.path()).expect("it is there");
        assert!(left.next().is_none());
    }

    #[test]
    fn what_failed_is_said_and_a_closed_window_is_left_alone() {
        let failed = |_: &[String]| Done::Failed {
            sentence: "No file can be opened.".to_owned(),
            code: 3,
        };
        let (output, _, code) = sit(Lang::En, "h\n\n", None, failed);
        assert!(output.contains("No file can be opened.\n") && code == 3);
        assert!(output.contains("Press Enter to close"), "{output}");
        let ended = |_: &[String]| Done::Ended { code: 143 };
        let (output, _, code) = sit(Lang::En, "h\n\n", None, ended);
        assert!(!output.contains("Press Enter to close") && code == 143);
    }

    #[test]
    fn it_speaks_the_language_of_the_system() {
        let desktop = tempfile::tempdir().expect("a directory");
        let line = "mail.example.com\n什么\n是\n\n";
        let (output, ..) = sit(Lang::ZhCn, line, Some(desktop.path()), checked);
        for words in ["邮件服务器", "桌面", "已保存", "按回车键关闭"] {
            assert!(output.contains(words), "{words}: {output}");
        }
    }

    #[test]
    fn a_command_that_was_copied_is_read_as_one() {
        let rows = [
            ("mailcheck smtp.example.com", "smtp.example.com"),
            (".\\mailcheck.exe -s imap h", "-s imap h"),
            ("\"C:\\Tools\\Mailcheck.exe\" h", "h"),
            ("  smtp.example.com \t 587 ", "smtp.example.com 587"),
            ("mailcheck", ""),
            ("0x800CCC0E", "explain 0x800CCC0E"),
            ("10060 0x800ccc0e", "explain 10060 0x800ccc0e"),
            ("mail 587", "mail 587"),
            ("0xmail", "0xmail"),
            ("192.0.2.1", "192.0.2.1"),
            ("mailcheck.example.com", "mailcheck.example.com"),
        ];
        for (line, words) in rows {
            let read: Vec<_> = typed(line)
                .into_iter()
                .map(|word| word.into_string().expect("text"))
                .collect();
            assert_eq!(read.join(" "), words, "{line}");
        }
    }

    #[test]
    fn no_report_takes_the_place_of_another() {
        let directory = tempfile::tempdir().expect("a directory");
        for (number, page) in [b"first", b"again", b"third"].iter().enumerate() {
            let path = save(directory.path(), "mailcheck h", *page).expect("it can be written");
            let tail = ["h.html", "h (2).html", "h (3).html"][number];
            assert!(path.to_string_lossy().ends_with(tail), "{}", path.display());
            assert_eq!(fs::read(path).expect("it is there"), *page);
        }
        save(&directory.path().join("gone"), "h", b"x").expect_err("no directory");
    }

    #[test]
    fn the_name_of_a_file_is_one_on_every_system_and_tells_no_user() {
        let rows = [
            ("smtp.example.com:587", "mailcheck smtp.example.com_587 d"),
            ("imaps://me@h/", "mailcheck h d"),
            ("jane.doe@example.com", "mailcheck example.com d"),
            ("..\\..\\x", "mailcheck .._.._x d"),
            ("[2001:db8::1]", "mailcheck _2001_db8__1_ d"),
            ("邮件.example", "mailcheck 邮件.example d"),
        ];
        for (target, name) in rows {
            assert_eq!(file_name(target, "d"), name);
        }
        assert!(file_name(&"n".repeat(5000), "d").len() < 80);
    }
}
