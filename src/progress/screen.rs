//! The terminal under the live lines.
//!
//! Between two drawings the cursor waits at the beginning of the last line. indicatif leaves it behind the last column, where
//! the `^C` of whoever interrupts begins a line of its own: then one line too few is taken back, and one stays.

use std::fmt::Debug;
use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use indicatif::{ProgressDrawTarget, TermLike};

use crate::terminal;

/// How often the lines are drawn anew in a second, at the most.
const DRAWINGS: u8 = 20;

/// Where live lines are drawn: on standard error.
pub(super) fn target() -> ProgressDrawTarget {
    // Its consoles show no `^C`, and not all of them take escape sequences.
    if cfg!(windows) {
        return ProgressDrawTarget::stderr();
    }
    let screen = Screen::on(io::stderr());
    ProgressDrawTarget::term_like_with_hz(Box::new(screen), DRAWINGS)
}

/// A terminal that takes escape sequences (ECMA-48), behind `out`.
#[derive(Debug)]
struct Screen<W> {
    /// What is written all at once, so that nobody sees half a drawing.
    drawing: Mutex<Vec<u8>>,
    out: Mutex<W>,
}

impl<W: Write> Screen<W> {
    fn on(out: W) -> Self {
        Self {
            drawing: Mutex::default(),
            out: Mutex::new(out),
        }
    }

    fn draw(&self, text: &str) -> io::Result<()> {
        let mut drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        drawing.write_all(text.as_bytes())
    }

    /// Moves the cursor: nowhere is not the same as one step, which a zero would be.
    fn go(&self, steps: usize, direction: char) -> io::Result<()> {
        match steps {
            0 => Ok(()),
            _ => self.draw(&format!("\x1b[{steps}{direction}")),
        }
    }
}

impl<W: Write + Debug + Send> TermLike for Screen<W> {
    fn width(&self) -> u16 {
        terminal::size_of_stderr().0
    }

    fn height(&self) -> u16 {
        terminal::size_of_stderr().1
    }

    fn move_cursor_up(&self, lines: usize) -> io::Result<()> {
        self.go(lines, 'A')
    }

    fn move_cursor_down(&self, lines: usize) -> io::Result<()> {
        self.go(lines, 'B')
    }

    fn move_cursor_right(&self, columns: usize) -> io::Result<()> {
        self.go(columns, 'C')
    }

    fn move_cursor_left(&self, columns: usize) -> io::Result<()> {
        self.go(columns, 'D')
    }

    fn write_line(&self, text: &str) -> io::Result<()> {
        self.draw(text)?;
        self.draw("\n")
    }

    fn write_str(&self, text: &str) -> io::Result<()> {
        self.draw(text)
    }

    fn clear_line(&self) -> io::Result<()> {
        self.draw("\r\x1b[2K")
    }

    fn flush(&self) -> io::Result<()> {
        self.draw("\r")?;
        let mut drawing = self.drawing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut out = self.out.lock().unwrap_or_else(PoisonError::into_inner);
        out.write_all(&std::mem::take(&mut *drawing))?;
        out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_comes_whole_and_the_cursor_waits_at_the_beginning() {
        let screen = Screen::on(Vec::new());
        screen.move_cursor_up(0).expect("a vector takes it");
        screen.move_cursor_up(2).expect("a vector takes it");
        screen.clear_line().expect("a vector takes it");
        screen.write_str("one").expect("a vector takes it");
        assert!(screen.out.lock().expect("nobody panicked").is_empty());
        screen.flush().expect("a vector takes it");
        let shown = screen.out.into_inner().expect("nobody panicked");
        assert_eq!(shown, b"\x1b[2A\r\x1b[2Kone\r");
    }
}
