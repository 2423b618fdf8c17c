//! Colour, on or off by the style of the report and never by a guess about standard output.

use colored::Color;

/// Puts colour on words, or leaves them as they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    /// Whether colours are wanted.
    pub on: bool,
}

/// What a piece of text is, for its colour. Colour repeats what the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// As the terminal has it.
    Plain,
    /// A name or a title.
    Strong,
    /// Works.
    Good,
    /// Works, with a but.
    Warning,
    /// Does not work.
    Bad,
    /// Cannot be said.
    Unsure,
    /// Worth knowing.
    Note,
    /// Beside the point.
    Faint,
}

impl Paint {
    /// `text` in the colour of `tone`.
    pub fn tone(self, tone: Tone, text: &str) -> String {
        let Some(codes) = codes(tone).filter(|_| self.on && !text.is_empty()) else {
            return text.to_owned();
        };
        // `colored` asks a global switch before it paints, and tests and renderers run side by side; its numbers alone
        // do not.
        format!("\u{1b}[{codes}m{text}\u{1b}[0m")
    }
}

fn codes(tone: Tone) -> Option<String> {
    let strong = |colour: Color| format!("1;{}", colour.to_fg_str());
    match tone {
        Tone::Plain => None,
        Tone::Strong => Some("1".to_owned()),
        Tone::Good => Some(Color::Green.to_fg_str().into_owned()),
        Tone::Warning => Some(strong(Color::Yellow)),
        Tone::Bad => Some(strong(Color::Red)),
        Tone::Unsure => Some(strong(Color::Magenta)),
        Tone::Note => Some(strong(Color::Cyan)),
        Tone::Faint => Some("2".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colour_is_on_or_off_by_request_alone() {
        assert_eq!(Paint { on: false }.tone(Tone::Bad, "failed"), "failed");
        assert_eq!(
            Paint { on: true }.tone(Tone::Bad, "failed"),
            "\u{1b}[1;31mfailed\u{1b}[0m"
        );
        assert_eq!(Paint { on: true }.tone(Tone::Bad, ""), "");
    }
}
