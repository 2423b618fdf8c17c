//! What may be typed to `mailcheck diff`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum};

use super::{ColorArg, LangArg};

/// `mailcheck diff FIRST SECOND`.
#[derive(Debug, ClapArgs)]
pub struct DiffArgs {
    /// A file of -f json or -f ndjson; - is standard input
    #[arg(value_name = "FIRST")]
    pub first: PathBuf,
    /// The one to hold against it
    #[arg(value_name = "SECOND")]
    pub second: PathBuf,
    /// Output: text or json
    #[arg(
        short,
        long,
        value_name = "FORMAT",
        hide_possible_values = true,
        ignore_case = true,
        default_value = "text"
    )]
    pub format: DiffFormatArg,
    /// Show the last line alone
    #[arg(short, long)]
    pub quiet: bool,
    /// Colour: auto, always or never
    #[arg(
        long,
        value_name = "WHEN",
        hide_possible_values = true,
        ignore_case = true,
        default_value = "auto"
    )]
    pub color: ColorArg,
    /// Language: en or zh-CN [default: from the locale]
    #[arg(
        long,
        value_name = "LANG",
        hide_possible_values = true,
        ignore_case = true
    )]
    pub lang: Option<LangArg>,
}

/// `--format` of `diff`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormatArg {
    /// A line a difference, for people.
    Text,
    /// One object, which `schema/diff-1.schema.json` describes.
    Json,
}
