//! Whoever is told of a run: standard output, and each file of `--output`.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use anyhow::Context;

use crate::output::{Output, OutputError, OutputFile};
use crate::report::ndjson::Line;
use crate::report::{Face, Format, Manner, Style, Summary, TargetReport};
use crate::{terminal, words};

/// All who are told, each in a face of their own.
pub struct Audience<'a> {
    screen: Screen<'a>,
    files: Vec<FileSink<'a>>,
    kept: Option<Kept<'a>>,
}

/// A page in memory, for somebody who may want it as a file when they have read the report.
struct Kept<'a> {
    face: Box<dyn Face + 'a>,
    page: &'a mut Vec<u8>,
}

/// Standard output.
struct Screen<'a> {
    face: Box<dyn Face + 'a>,
    format: Format,
    written: io::Result<()>,
    /// Where what is told of a target is put together, to be written in one go.
    buffer: Vec<u8>,
}

/// A file of `--output`.
struct FileSink<'a> {
    output: Output,
    face: Box<dyn Face + 'a>,
    file: OutputFile,
    /// When the disk was last told to keep it.
    kept: Instant,
    written: io::Result<()>,
}

/// How often the disk is told to keep results that a later run goes on with.
const KEEP_EVERY: Duration = Duration::from_secs(5);

impl<'a> Audience<'a> {
    /// Opens every file, so that one which cannot be written is noticed before anything is asked.
    pub fn begin(
        manner: Manner<'a>,
        format: Format,
        outputs: &[Output],
    ) -> Result<Self, OutputError> {
        let files = outputs.iter().map(|output| FileSink::open(output, manner));
        Ok(Self {
            screen: Screen {
                face: format.begin(manner),
                format,
                written: Ok(()),
                buffer: Vec::new(),
            },
            files: files.collect::<Result<_, _>>()?,
            kept: None,
        })
    }

    /// The same, with the report as a page in `page` at the end, where that is wanted.
    #[must_use]
    pub fn keeping(mut self, page: Option<&'a mut Vec<u8>>, manner: Manner<'a>) -> Self {
        self.kept = page.map(|page| Kept {
            face: Format::Html.begin(as_file(manner)),
            page,
        });
        self
    }

    /// Tells everyone of a target. Who cannot be told any more is left alone.
    pub fn tell(&mut self, place: usize, target: &TargetReport) {
        for sink in &mut self.files {
            if sink.written.is_ok() && sink.wants(target) {
                sink.written = sink.tell(place, target);
            }
        }
        if let Some(Kept { face, page }) = &mut self.kept {
            // Nothing goes wrong in memory.
            let _ = face.target(place, target, page);
        }
        self.screen.tell(place, target);
    }

    /// Whether nobody wants more of a target than its line.
    pub fn wants_lines_alone(&self) -> bool {
        let mut formats = self.files.iter().map(|sink| sink.output.format);
        let is_line = |format| format == Format::Ndjson;
        is_line(self.screen.format) && formats.all(is_line) && self.kept.is_none()
    }

    /// The same for those who want nothing else.
    pub fn tell_line(&mut self, line: &Line) {
        for sink in &mut self.files {
            if sink.written.is_ok() && !(sink.output.resumed && line.is_unfinished) {
                sink.written = sink.tell_line(line);
            }
        }
        if self.screen.written.is_ok() {
            self.screen.written = line.bytes().and_then(written_out);
        }
    }

    /// Tells everyone what all targets come to. Gives what there is to say beside it.
    pub fn end(self, summary: &Summary) -> anyhow::Result<Option<String>> {
        let mut told = Ok(());
        for sink in self.files {
            let written = sink.end(summary);
            told = told.and(written);
        }
        if let Some(Kept { mut face, page }) = self.kept {
            let _ = face.end(summary, page);
        }
        let mut screen = self.screen;
        // A person reads the report whether or not a file could be written; a monitoring system reads one line, also of what
        // went wrong with a file.
        if told.is_ok() || screen.format != Format::Nagios {
            let face = &mut screen.face;
            let last = screen
                .written
                .and_then(|()| on_screen(|out| face.end(summary, out)));
            excused(last).context(words::plain_sentence("usage-no-output"))?;
        }
        told?;
        Ok(screen.face.remark())
    }
}

impl Screen<'_> {
    fn tell(&mut self, place: usize, target: &TargetReport) {
        if self.written.is_err() {
            return;
        }
        self.buffer.clear();
        let told = self.face.target(place, target, &mut self.buffer);
        self.written = told.and_then(|()| written_out(&self.buffer));
    }
}

fn written_out(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

impl<'a> FileSink<'a> {
    fn open(output: &Output, manner: Manner<'a>) -> Result<Self, OutputError> {
        let open = if output.resumed {
            OutputFile::append
        } else {
            OutputFile::open
        };
        let file = open(&output.path).map_err(|error| OutputError::new(&output.path, error))?;
        Ok(Self {
            output: output.clone(),
            face: output.format.begin(as_file(manner)),
            file,
            kept: Instant::now(),
            written: Ok(()),
        })
    }

    /// What was cut short or not asked is asked when the run is resumed, so it is no result yet.
    fn wants(&self, target: &TargetReport) -> bool {
        !(self.output.resumed && target.is_unfinished())
    }

    fn tell(&mut self, place: usize, target: &TargetReport) -> io::Result<()> {
        self.face.target(place, target, &mut self.file)?;
        self.keep()
    }

    fn tell_line(&mut self, line: &Line) -> io::Result<()> {
        self.file.write_all(line.bytes()?)?;
        self.keep()
    }

    /// Has the disk keep what a later run goes on with.
    fn keep(&mut self) -> io::Result<()> {
        if self.output.resumed {
            self.file.flush()?;
            if self.kept.elapsed() >= KEEP_EVERY {
                self.file.keep()?;
                self.kept = Instant::now();
            }
        }
        Ok(())
    }

    fn end(mut self, summary: &Summary) -> Result<(), OutputError> {
        let mut written = self.written;
        if written.is_ok() {
            written = self.face.end(summary, &mut self.file);
        }
        if self.output.resumed {
            written = written.and_then(|()| self.file.keep());
        }
        let written = written.and_then(|()| self.file.finish());
        written.map_err(|error| OutputError::new(&self.output.path, error))
    }
}

/// A file is no terminal: whoever opens it brings one.
fn as_file(manner: Manner<'_>) -> Manner<'_> {
    let style = Style {
        colour: false,
        unicode: true,
        width: 80,
        ..manner.style
    };
    Manner { style, ..manner }
}

/// Writes to standard output.
pub fn on_screen(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let result = write(&mut out).and_then(|()| out.flush());
    if result.is_err() {
        // What is still in the buffer has no reader.
        let _ = out.into_parts();
    }
    result
}

/// A reader that has seen enough (`| head`) is no error.
pub fn excused(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(error) if terminal::is_closed_pipe(&error) => Ok(()),
        done => done,
    }
}
