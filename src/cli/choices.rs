//! The closed sets of which an option takes one.

use clap::ValueEnum;

use crate::words::Lang;

/// `--generate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum GenerateArg {
    /// The man page.
    Man,
    /// Completions for bash.
    CompleteBash,
    /// Completions for zsh.
    CompleteZsh,
    /// Completions for fish.
    CompleteFish,
    /// Completions for PowerShell.
    CompletePowershell,
}

/// `--roots`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RootsArg {
    /// Mozilla's list, built in.
    Mozilla,
    /// The list of this system.
    System,
}

/// `--color`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Also into a pipe.
    Always,
    /// Never.
    Never,
}

/// `--lang`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    /// English.
    En,
    /// Chinese in simplified characters.
    #[value(name = "zh-CN", aliases = ["zh", "zh_CN", "zh-Hans"])]
    ZhCn,
    /// Chinese in traditional characters, which there is none of: simplified ones are second best.
    #[value(
        name = "zh-TW",
        aliases = ["zh_TW", "zh-Hant", "zh_Hant", "zh-HK", "zh_HK", "zh-MO", "zh_MO", "zh-Hant-TW", "zh-Hant-HK"],
        hide = true
    )]
    ZhTw,
}

impl LangArg {
    /// The language meant.
    pub const fn lang(self) -> Lang {
        match self {
            Self::En => Lang::En,
            Self::ZhCn | Self::ZhTw => Lang::ZhCn,
        }
    }
}
