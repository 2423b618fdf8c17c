//! What the terminal and the locale allow: colour, width, characters, language.

#[cfg(not(windows))]
mod other;
#[cfg(windows)]
mod windows;

#[cfg(not(windows))]
use other as system;
#[cfg(windows)]
use windows as system;

use std::env;
use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

use crate::cli::ColorArg;
use crate::cli::meaning::Presentation;
use crate::report::Style;
use crate::words::{self, Lang};

/// Columns where nobody tells a width: pipes, files, tickets.
const DEFAULT_WIDTH: usize = 80;

/// The layout that the terminal and the command line allow.
pub fn style(presentation: &Presentation) -> Style {
    Style {
        colour: colour(presentation.colour),
        unicode: is_unicode(presentation.lang),
        width: width(),
        detail: presentation.detail,
        redact: presentation.redact,
    }
}

/// The language of the locale; English where mailcheck does not speak it, and where the terminal cannot show it.
pub fn lang() -> Lang {
    lang_of(&locales(), is_utf8())
}

/// Whether the reader would have traditional Chinese, of which there is none, and reads it on this terminal.
pub fn wants_traditional() -> bool {
    let locales = locales();
    let first = locales
        .first()
        .is_some_and(|locale| words::is_traditional_chinese(locale));
    first && is_utf8() && lang_of(&locales, true) == Lang::En
}

/// What the reader prefers, first things first: GNU's list, where the locale is not that of no country, then the locale.
fn locales() -> Vec<String> {
    let locale = sys_locale::get_locale().unwrap_or_default();
    let list = env::var("LANGUAGE").unwrap_or_default();
    preferred(&list, &locale)
}

/// <https://www.gnu.org/software/gettext/manual/html_node/The-LANGUAGE-variable.html>
fn preferred(list: &str, locale: &str) -> Vec<String> {
    let plain = ["", "c", "posix"].contains(&locale.to_ascii_lowercase().as_str())
        || locale.to_ascii_lowercase().starts_with("c.");
    let listed = list.split(':').filter(|one| !plain && !one.is_empty());
    listed
        .map(str::to_owned)
        .chain([locale.to_owned()])
        .collect()
}

/// The first that mailcheck speaks and the terminal can show.
fn lang_of(locales: &[String], utf8: bool) -> Lang {
    let spoken = locales.iter().filter_map(|locale| Lang::of_locale(locale));
    let mut shown = spoken.filter(|lang| utf8 || lang.is_ascii());
    shown.next().unwrap_or(Lang::En)
}

/// Whether to write more than ASCII. Whoever asks for a language in so many words gets it whole.
pub fn is_unicode(asked: Option<Lang>) -> bool {
    is_utf8() || asked.is_some_and(|lang| !lang.is_ascii())
}

/// Whether standard output gets colour, as the command line and the terminal want it.
pub fn colour(wanted: ColorArg) -> bool {
    match wanted {
        ColorArg::Always => {
            // Whoever wants colours for certain has them, also where the console was not told yet.
            system::takes_colours();
            true
        }
        ColorArg::Never => false,
        ColorArg::Auto => {
            wants_colour(io::stdout().is_terminal(), |name| env::var_os(name))
                && system::takes_colours()
        }
    }
}

/// <https://no-color.org>: set and not empty, it forbids colour. A dumb terminal has none.
fn wants_colour(is_terminal: bool, variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let no_color = variable("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = variable("TERM").is_some_and(|term| term == "dumb");
    is_terminal && !no_color && !dumb
}

/// How many columns there are.
pub fn width() -> usize {
    let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let terminal = terminal.filter(|_| io::stdout().is_terminal());
    // A console without escape sequences begins a new line as soon as the last column is written.
    let terminal =
        terminal.map(|width| width.saturating_sub(usize::from(!system::takes_colours())));
    terminal.unwrap_or(DEFAULT_WIDTH).clamp(40, 200)
}

/// The columns and rows of the terminal that standard error is; the usual ones where it does not say.
pub fn size_of_stderr() -> (u16, u16) {
    let size = terminal_size::terminal_size_of(io::stderr());
    size.map_or((80, 24), |(width, height)| (width.0, height.0))
}

/// Whether a person started the program by a double click: the window is its own and goes with it.
pub fn is_own_window() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal() && system::has_own_console()
}

/// Where a person finds a file again.
pub fn desktop() -> Option<PathBuf> {
    system::desktop()
}

/// Whether a write failed because nobody reads any more, as in `mailcheck … | head`.
pub fn is_closed_pipe(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe || system::is_closed_pipe(error)
}

/// Whether the reader's locale is UTF-8. Windows consoles take Unicode whatever the locale says.
pub fn is_utf8() -> bool {
    cfg!(windows) || names_utf8(|name| env::var(name).ok())
}

/// POSIX: the first of these that is set and not empty decides.
fn names_utf8(variable: impl Fn(&str) -> Option<String>) -> bool {
    let set = |name| variable(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(set)
        .unwrap_or_default();
    let lower = locale.to_ascii_lowercase();
    lower.contains("utf-8") || lower.contains("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value<'a>(set: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
        set.iter()
            .find(|(key, _)| *key == name)
            .map(|(_, value)| *value)
    }

    type Row<'a> = (bool, &'a [(&'a str, &'a str)], bool);

    #[test]
    fn colour_is_for_terminals_that_want_it() {
        let rows: [Row<'_>; 6] = [
            (true, &[], true),
            (true, &[("TERM", "xterm"), ("NO_COLOR", "")], true),
            (true, &[("NO_COLOR", "1")], false),
            (true, &[("NO_COLOR", "0")], false),
            (true, &[("TERM", "dumb")], false),
            (false, &[("TERM", "xterm")], false),
        ];
        for (is_terminal, set, expected) in rows {
            let wants = wants_colour(is_terminal, |name| value(set, name).map(OsString::from));
            assert_eq!(wants, expected, "{is_terminal} {set:?}");
        }
    }

    #[test]
    fn a_language_that_the_terminal_cannot_show_is_not_chosen() {
        let rows = [
            ("zh-CN", true, Lang::ZhCn),
            ("zh-CN", false, Lang::En),
            ("zh-TW", true, Lang::En),
            ("en-US", false, Lang::En),
            ("fr-FR", true, Lang::En),
        ];
        for (locale, utf8, lang) in rows {
            let locales = preferred("", locale);
            assert_eq!(lang_of(&locales, utf8), lang, "{locale} {utf8}");
        }
        let rows = [
            ("zh_TW:zh_CN", "zh_TW.UTF-8", Lang::ZhCn),
            ("zh_TW:zh", "zh_TW.UTF-8", Lang::ZhCn),
            ("zh_CN:en", "en_US.UTF-8", Lang::ZhCn),
            ("en:zh_CN", "zh_CN.UTF-8", Lang::En),
            ("de:fr", "zh_CN.UTF-8", Lang::ZhCn),
            ("zh_TW", "zh_TW.UTF-8", Lang::En),
            ("zh_CN", "C", Lang::En),
            ("zh_CN", "C.UTF-8", Lang::En),
            ("zh_CN", "POSIX", Lang::En),
        ];
        for (list, locale, lang) in rows {
            let locales = preferred(list, locale);
            assert_eq!(lang_of(&locales, true), lang, "{list} {locale}");
        }
        assert!(is_unicode(Some(Lang::ZhCn)));
    }

    #[test]
    fn the_strongest_variable_names_the_character_set() {
        let rows: [(&[(&str, &str)], bool); 7] = [
            (&[], false),
            (&[("LANG", "de_DE.UTF-8")], true),
            (&[("LANG", "C.utf8")], true),
            (&[("LANG", "en_US.ISO-8859-1")], false),
            (&[("LC_ALL", "C"), ("LANG", "de_DE.UTF-8")], false),
            (&[("LC_ALL", ""), ("LANG", "de_DE.UTF-8")], true),
            (&[("LC_CTYPE", "C.UTF-8"), ("LANG", "C")], true),
        ];
        for (set, expected) in rows {
            let utf8 = names_utf8(|name| value(set, name).map(str::to_owned));
            assert_eq!(utf8, expected, "{set:?}");
        }
    }
}
