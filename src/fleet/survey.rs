//! How the targets of a survey are asked, as it travels: the options as they would be typed, and the files that they name.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::cli::meaning::{self, Meaning, UsageError};
use crate::cli::{CheckArgs, Cli, RootsArg};
use crate::input;
use crate::plan::{Plan, Roots};
use crate::resume;
use crate::words::{self, Lang, Said, Sentence};
use crate::{args, said_errors};

/// The version of what lies on the server. Whoever knows another one leaves the survey alone.
pub const FORMAT: u32 = 1;

/// How a survey is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// The version of what lies on the server.
    pub format: u32,
    /// The version of mailcheck that submitted it.
    pub program: String,
    /// The options, one a word: `--timeout=5`.
    pub words: Vec<String>,
    /// The files that the options name, by the names that they have there.
    pub files: BTreeMap<String, String>,
    /// The language of the results.
    pub lang: String,
    /// A fingerprint of everything that says how a target is asked, as in the results.
    pub options: String,
    /// Targets in a chunk, at the most.
    pub chunk: usize,
    /// Seconds that a machine may be silent.
    pub ack_wait: u64,
}

/// That a list has been submitted to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// How many targets it has.
    pub targets: u32,
    /// How many chunks.
    pub chunks: u32,
}

/// Why a survey cannot be worked for on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is written in another way.
    Format(u32),
    /// This version would ask otherwise.
    Otherwise {
        /// The version that submitted it.
        program: String,
    },
}

said_errors!(Refusal);

impl Said for Refusal {
    fn said(&self) -> Sentence {
        let own = env!("CARGO_PKG_VERSION");
        match self {
            Self::Format(format) => Sentence {
                id: "fleet-other-format",
                args: args! { "format" => format.to_string(), "own" => FORMAT.to_string() },
            },
            Self::Otherwise { program } => Sentence {
                id: "fleet-other-program",
                args: args! { "program" => program.as_str(), "own" => own },
            },
        }
    }
}

/// Why the options of a survey cannot travel.
#[derive(Debug)]
pub enum SurveyError {
    /// They mean nothing.
    Usage(UsageError),
    /// They mean nothing where they arrive.
    Words,
    /// A file that they name cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A file that they name is no text.
    NoText(PathBuf),
}

said_errors!(SurveyError);

impl Said for SurveyError {
    fn said(&self) -> Sentence {
        match self {
            Self::Usage(error) => error.said(),
            Self::Words => words::plain_sentence("usage-other"),
            Self::Unreadable(path, error) => Sentence {
                id: "usage-unreadable",
                args: args! { "path" => path.display().to_string(), "why" => words::of_file(error) },
            },
            Self::NoText(path) => Sentence {
                id: "usage-fleet-no-text",
                args: args! { "path" => path.display().to_string() },
            },
        }
    }
}

impl Survey {
    /// What `args` mean for every target, ready to travel.
    pub fn of(
        args: &CheckArgs,
        lang: Lang,
        chunk: usize,
        ack_wait: u64,
    ) -> Result<Self, SurveyError> {
        let mut files = BTreeMap::new();
        let words = words_of(args, &mut files)?;
        let plan = meaning::plan(args).map_err(SurveyError::Usage)?;
        Meaning::new(args, &plan).map_err(SurveyError::Usage)?;
        let options = Asking::from_words(&words).ok_or(SurveyError::Words)?;
        Ok(Self {
            format: FORMAT,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            words,
            files,
            lang: lang.tag().to_owned(),
            options: options.fingerprint(),
            chunk,
            ack_wait,
        })
    }

    /// The survey that was written; a later format has other fields, and is told from one that is no survey.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        #[derive(Deserialize)]
        struct Version {
            format: u32,
        }
        let version = serde_json::from_slice(bytes).unwrap_or(Version { format: 0 });
        let other = Refusal::Format(version.format);
        if version.format != FORMAT {
            return Err(other);
        }
        serde_json::from_slice(bytes).map_err(|_| other)
    }

    /// How this machine would ask. Refused where that is not what whoever submitted it would have done.
    pub fn asking(&self) -> Result<Asking, Refusal> {
        let otherwise = || Refusal::Otherwise {
            program: self.program.clone(),
        };
        let asking = Asking::from_words(&self.words).ok_or_else(otherwise)?;
        if asking.fingerprint() != self.options {
            return Err(otherwise());
        }
        Ok(asking)
    }

    /// The language of its results.
    pub fn lang(&self) -> Lang {
        let mut all = Lang::ALL.into_iter();
        all.find(|lang| lang.tag() == self.lang).unwrap_or(Lang::En)
    }
}

/// How targets are asked, read from words that travelled.
#[derive(Debug)]
pub struct Asking {
    /// As they were typed.
    pub args: CheckArgs,
    /// What they mean. Its files have the names that they travel by.
    pub plan: Plan,
}

impl Asking {
    fn from_words(words: &[String]) -> Option<Self> {
        // A list has to be named, and nothing of this machine's environment counts.
        let always = ["mailcheck", "--targets=-"].map(OsString::from);
        let words = always.into_iter().chain(words.iter().map(OsString::from));
        let cli = Cli::from_words(words, &|_| None, Lang::En);
        let args = cli.ok()?.check;
        let plan = meaning::plan(&args).ok()?;
        Some(Self { args, plan })
    }

    fn fingerprint(&self) -> String {
        let options = Meaning::new(&self.args, &self.plan).map(|meaning| meaning.options());
        resume::fingerprint(&options.unwrap_or_default())
    }

    /// What a target means.
    pub fn meaning(&self) -> Result<Meaning<'_>, UsageError> {
        Meaning::new(&self.args, &self.plan)
    }

    /// The plan with files that are there: `placed` says where the file of a name lies.
    pub fn plan_with(&self, placed: impl Fn(&Path) -> PathBuf) -> Plan {
        let roots = match &self.plan.roots {
            Roots::File(name) => Roots::File(placed(name)),
            other @ (Roots::Mozilla | Roots::System) => other.clone(),
        };
        Plan {
            roots,
            trust_anchor: self.plan.trust_anchor.as_deref().map(placed),
            ..self.plan.clone()
        }
    }
}

/// The options that say how a target is asked, in one order and one form each.
fn words_of(
    args: &CheckArgs,
    files: &mut BTreeMap<String, String>,
) -> Result<Vec<String>, SurveyError> {
    let mut words = Vec::new();
    let switches = [
        ("host", args.host),
        ("mx", args.mx),
        ("ipv4", args.ipv4),
        ("ipv6", args.ipv6),
        ("no-trace", args.no_trace),
        ("online", args.online),
        ("send-address", args.send_address),
        ("large-hello", args.large_hello),
    ];
    for (option, _) in switches.into_iter().filter(|(_, is_set)| *is_set) {
        words.push(format!("--{option}"));
    }
    let mut value = |option: &str, value: &str| words.push(format!("--{option}={value}"));
    for service in &args.service {
        value("service", service);
    }
    for resolver in &args.resolver {
        value("resolver", resolver);
    }
    value("timeout", &args.timeout);
    value("greeting-timeout", &args.greeting_timeout);
    value("deadline", &args.deadline);
    let texts = [
        ("connect-to", &args.connect_to),
        ("tls-name", &args.tls_name),
        ("ehlo", &args.ehlo),
    ];
    for (option, text) in texts {
        if let Some(text) = text {
            value(option, text);
        }
    }
    let paths = [
        ("trust-anchor", &args.trust_anchor),
        ("ca-file", &args.ca_file),
    ];
    for (option, path) in paths {
        if let Some(path) = path {
            let (name, text) = packed(path)?;
            value(option, &name);
            files.insert(name, text);
        }
    }
    if args.roots == RootsArg::System {
        value("roots", "system");
    }
    Ok(words)
}

/// The options that `words_of` takes along.
pub const TRAVELS: [&str; 19] = [
    "service",
    "host",
    "mx",
    "ipv4",
    "ipv6",
    "timeout",
    "greeting_timeout",
    "deadline",
    "resolver",
    "trust_anchor",
    "connect_to",
    "tls_name",
    "ca_file",
    "roots",
    "ehlo",
    "no_trace",
    "online",
    "send_address",
    "large_hello",
];

/// A file by the name that it travels by, which is the same for the same file.
fn packed(path: &Path) -> Result<(String, String), SurveyError> {
    let failed = |error| SurveyError::Unreadable(path.to_owned(), error);
    let bytes = input::whole(path).map_err(failed)?;
    let text = String::from_utf8(bytes).map_err(|_| SurveyError::NoText(path.to_owned()))?;
    Ok((format!("file-{}", resume::fingerprint(&text)), text))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::fleet::STAYS;

    fn survey(line: &str) -> Survey {
        let words = ["mailcheck", "--targets=-"]
            .into_iter()
            .chain(line.split_whitespace());
        let cli = Cli::from_words(words.map(OsString::from), &|_| None, Lang::En);
        let args = cli.unwrap_or_else(|error| panic!("{line}: {error}")).check;
        Survey::of(&args, Lang::ZhCn, 200, 30).expect(line)
    }

    #[test]
    fn options_mean_on_another_machine_what_they_meant_here() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = directory.path().join("ca.pem");
        std::fs::write(&file, "-----BEGIN").expect("it can be written");
        let file = file.display();
        let lines = [
            String::new(),
            "-s smtp,587 --host -4 -t 5 --greeting-timeout 7s --deadline 1m".to_owned(),
            "--mx --ipv6 --no-trace --online --send-address --large-hello --roots system"
                .to_owned(),
            "--resolver 192.0.2.1 --resolver [2001:db8::53]:5353 --ehlo a.test".to_owned(),
            "--connect-to 192.0.2.9 --tls-name mail.test".to_owned(),
            format!("--ca-file {file} --trust-anchor {file}"),
        ];
        for line in &lines {
            let sent = survey(line);
            let bytes = serde_json::to_vec(&sent).expect("JSON");
            let come = Survey::read(&bytes).expect("a survey");
            assert_eq!(come, sent, "{line}");
            let asking = come
                .asking()
                .unwrap_or_else(|refusal| panic!("{line}: {refusal}"));
            assert_eq!(asking.fingerprint(), sent.options);
            assert_eq!(come.lang(), Lang::ZhCn);
        }
        let differ: std::collections::BTreeSet<_> =
            lines.iter().map(|line| survey(line).options).collect();
        assert_eq!(differ.len(), lines.len());
    }

    #[test]
    fn a_file_travels_with_the_survey_and_is_known_by_what_it_holds() {
        let directory = tempfile::tempdir().expect("a directory");
        let [one, other] = ["one.pem", "other.pem"].map(|name| directory.path().join(name));
        std::fs::write(&one, "a certificate").expect("it can be written");
        std::fs::write(&other, "a certificate").expect("it can be written");
        let sent = survey(&format!("--ca-file {}", one.display()));
        assert_eq!(survey(&format!("--ca-file {}", other.display())), sent);
        let (name, text) = sent.files.first_key_value().expect("a file");
        assert_eq!(text, "a certificate");
        let plan = sent.asking().expect("it can be asked").plan_with(|path| {
            assert_eq!(path.as_os_str(), name.as_str());
            PathBuf::from("/here")
        });
        assert_eq!(plan.roots, Roots::File("/here".into()));
    }

    #[test]
    fn who_would_ask_otherwise_refuses() {
        let good = survey("-t 5");
        let later = Survey {
            format: FORMAT + 1,
            ..good.clone()
        };
        let bytes = serde_json::to_vec(&later).expect("JSON");
        assert_eq!(Survey::read(&bytes), Err(Refusal::Format(FORMAT + 1)));
        for bytes in [
            &b"{\"format\":2,\"new\":true}"[..],
            b"{}",
            b"no JSON",
            b"{\"format\":1}",
        ] {
            assert!(Survey::read(bytes).is_err());
        }
        let words = vec!["--an-option-of-tomorrow=1".to_owned()];
        let unknown = Survey {
            words,
            ..good.clone()
        };
        let changed = Survey {
            options: resume::fingerprint("something else"),
            program: "9.9.9".to_owned(),
            ..good
        };
        for survey in [unknown, changed] {
            let refusal = survey.asking().expect_err("it would ask otherwise");
            assert!(refusal.to_string().contains(&survey.program), "{refusal}");
        }
    }

    /// A new option of checking has to be decided about here.
    #[test]
    fn every_option_of_checking_travels_or_stays() {
        let always = [
            "help",
            "version",
            "generate",
            "targets",
            "list",
            "strict_input",
            "lang",
        ];
        for arg in Cli::command().get_arguments() {
            let id = arg.get_id().as_str();
            let travels = TRAVELS.contains(&id);
            let lists = [STAYS.contains(&id), travels, always.contains(&id)];
            let count = lists.into_iter().filter(|is_there| *is_there).count();
            assert_eq!(count, 1, "{id}");
        }
    }
}
