//! What the terminal and the locale allow: colour, width, characters, language.

use std::env;
use std::io::{self, IsTerminal};

use crate::cli::ColorArg;
use crate::plan::Presentation;
use crate::report::{Detail, Style};
use crate::words::Lang;

/// Columns where nobody tells a width: pipes, files, tickets.
const DEFAULT_WIDTH: usize = 80;

/// The layout that the terminal and the command line allow.
pub fn style(presentation: &Presentation) -> Style {
    Style {
        colour: match presentation.colour {
            ColorArg::Always => true,
            ColorArg::Never => false,
            ColorArg::Auto => wants_colour(),
        },
        detail: presentation.detail,
        redact: presentation.redact,
        ..plain_style()
    }
}

/// The same without colour.
pub fn plain_style() -> Style {
    Style {
        colour: false,
        unicode: is_utf8(),
        width: width(),
        detail: Detail::Normal,
        redact: false,
    }
}

/// The language of the locale; English where mailcheck does not speak it.
pub fn lang() -> Lang {
    let locale = sys_locale::get_locale().unwrap_or_default();
    let language = locale.split(['-', '_', '.']).next().unwrap_or_default();
    let speaks = |lang: &Lang| lang.tag().split('-').next() == Some(language);
    Lang::ALL.into_iter().find(speaks).unwrap_or(Lang::En)
}

/// <https://no-color.org>: set and not empty, it forbids colour. A dumb terminal has none.
fn wants_colour() -> bool {
    let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && !no_color && !dumb
}

fn width() -> usize {
    let terminal = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    terminal
        .filter(|_| io::stdout().is_terminal())
        .unwrap_or(DEFAULT_WIDTH)
        .clamp(40, 200)
}

/// POSIX: the first of these that is set and not empty decides. Windows consoles take Unicode whatever they say.
fn is_utf8() -> bool {
    if cfg!(windows) {
        return true;
    }
    let set = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(set)
        .unwrap_or_default();
    let lower = locale.to_ascii_lowercase();
    lower.contains("utf-8") || lower.contains("utf8")
}
