//! What may be typed to `mailcheck explain`.

use clap::Args as ClapArgs;

use super::LangArg;

/// `mailcheck explain CODE...`.
#[derive(Debug, ClapArgs)]
pub struct ExplainArgs {
    /// An error number or its name, a server's reply or a whole error report in quotes, the id of a finding, or - for
    /// standard input
    // A pasted code may begin with a hyphen: -2146644978 is 0x800CCC0E.
    #[arg(value_name = "CODE|FINDING", allow_negative_numbers = true)]
    pub queries: Vec<String>,
    /// Language: en or zh-CN [default: from the locale]
    #[arg(
        long,
        value_name = "LANG",
        hide_possible_values = true,
        ignore_case = true
    )]
    pub lang: Option<LangArg>,
}
