//! Who can connect: what was measured of a server, held against what programs take.
//!
//! The question people ask is not whether the library of this program can talk to the server but whether theirs can.
//! [`PROFILES`] says of each what it takes, as data; [`judge`] holds a server against one of them. Nothing here asks the
//! network: what was not measured is unknown.

mod certificates;
mod chains;
mod handshake;
mod profile;
mod profiles;
mod roots;

#[cfg(test)]
mod tests;

pub(crate) use certificates::top_star_fits;
pub use profile::{Profile, RootRules};
pub use profiles::PROFILES;

use self::certificates::Shown;
use crate::args;
use crate::facts::{Agreed, Check, CriticalExtension, ProfileId, Tls, TlsAnswer, TlsOffer};
use crate::words::Args;

/// Whether a program can connect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Connects {
    /// It can.
    Yes,
    /// It cannot.
    No,
    /// What was measured does not tell, or it depends on how the program is set up.
    Unknown,
}

impl Connects {
    /// What follows from the reasons, the certain ones standing first.
    pub fn of(reasons: &[Reason]) -> Self {
        match reasons.first() {
            None => Self::Yes,
            Some(reason) if reason.sure => Self::No,
            Some(_) => Self::Unknown,
        }
    }
}

/// What is said of one program.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// Which.
    pub profile: &'static Profile,
    /// Whether it can.
    pub connects: Connects,
    /// Why it cannot, or why that is not known. Empty where it can.
    pub reasons: Vec<Reason>,
}

/// Why a program cannot connect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What stands in the way.
    pub cause: Cause,
    /// Whether it surely does.
    pub sure: bool,
}

/// What stands in the way of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Every program refuses the certificate: the findings about it say why.
    Certificate,
    /// The server speaks this version, which the program does not.
    Version(u16),
    /// The server chose this cipher suite, which the program does not have.
    Suite(u16),
    /// Of what the program offers, the server takes nothing.
    NothingInCommon,
    /// The key exchange is in this group, which the program does not have.
    Group(u16),
    /// The Diffie-Hellman prime has this many bits, and the program wants more.
    DhBits {
        /// What the server has.
        bits: u16,
        /// What the program wants.
        least: u16,
    },
    /// The server signs in this scheme, which the program does not check.
    Scheme(u16),
    /// The server knows no secure renegotiation (RFC 5746).
    Renegotiation,
    /// The handshake was not seen.
    NotSeen,
    /// The certificates were not seen.
    ChainNotSeen,
    /// An intermediate certificate is missing, which the program may fetch by itself.
    IssuerToFetch,
    /// The authority's own certificate has ended.
    RootExpired,
    /// The key usage of the server's certificate does not allow what it is used for.
    KeyUsage,
    /// The certificate asks for a stapled status, and none came (RFC 7633).
    MustStaple,
    /// The status that the server sends along says this.
    Status(StatusFault),
    /// The server shows the certificate of an authority as its own.
    AuthorityAsServer,
    /// A certificate has a key of this kind, which the program does not take.
    Key(String),
    /// A certificate is signed like this, which the program does not take.
    Signature(String),
    /// The certificate has no names but the common name, which the program does not read.
    CommonNameOnly,
    /// A star stands for a part of a label, which the program does not read so.
    PartialStar,
    /// A star stands directly below a top-level domain.
    TopStar,
    /// A name in the certificate has a final dot.
    FinalDot,
    /// The host name has an underscore.
    Underscore,
    /// An authority in between is not for servers.
    IssuerPurpose,
    /// The certificate, or that of an authority in between, is for "server gated cryptography" alone.
    GatedPurpose,
    /// The certificate names another serial number of its issuer.
    IssuerSerial,
    /// An authority in between has constraints of directory names.
    DirectoryConstraint,
    /// The certificate does not keep them.
    OutsideDirectory,
    /// The subject is empty, and the alternative names are not critical.
    NoSubject,
    /// The serial number is negative or too long.
    OddSerial,
    /// What stands in the trusted authority's own certificate.
    Root(RootRule),
    /// The certificate, or that of an authority in between, is for any purpose, and the program wants it to be for servers.
    AnyPurpose,
    /// Netscape's certificate type keeps the certificate to other uses than servers.
    NetscapeType,
    /// A name in the certificate has letters beyond ASCII.
    NamesBeyondAscii,
    /// The certificate is valid for longer than the program accepts.
    TooLong {
        /// For how long it is.
        days: u32,
        /// What the program accepts.
        most: u32,
    },
    /// A critical extension that the program does not know.
    CriticalExtension(CriticalExtension),
    /// The program follows the first certificate that fits, and that leads to no authority.
    OtherWay,
    /// The name of an issuer stands in another type of string than in the issuer's own certificate.
    SpelledOtherwise,
    /// There are more authorities in between than the program goes through.
    TooManyBetween,
    /// The authority is younger than the lists of some devices.
    YoungAuthority(&'static str),
    /// The server sends more certificates than the program takes, needed or not.
    TooManySent {
        /// What the program takes.
        most: u16,
    },
    /// A rule of RFC 5280 is broken of which strict programs alone take note.
    Strict(StrictRule),
}

/// What of a trusted authority's own certificate some programs look at and others do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RootRule {
    /// Name constraints.
    Constraints,
    /// The path length.
    PathLength,
    /// The extended key usage.
    Purpose,
    /// The key usage.
    Signs,
    /// The basic constraints.
    Authority,
    /// The identifier of its key.
    Key,
    /// Its serial number.
    Serial,
}

impl RootRule {
    /// The name in the ids of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Constraints => "constraints",
            Self::PathLength => "path-length",
            Self::Purpose => "purpose",
            Self::Signs => "signs",
            Self::Authority => "authority",
            Self::Key => "key",
            Self::Serial => "serial",
        }
    }
}

/// A rule of RFC 5280 that strict programs hold certificates to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StrictRule {
    /// Section 4.2.1.9: an authority's basic constraints have to be critical.
    ConstraintsNotCritical,
    /// Section 4.2.1.1: the identifier of the issuer's key is missing.
    NoIssuerKey,
    /// Section 4.2.1.2: an authority's own key has no identifier.
    NoOwnKey,
    /// Section 4.2.1.3: an authority has no key usage.
    NoKeyUsage,
    /// Section 4.2.1.3: keyCertSign in a certificate that is no authority's.
    SignsWithoutAuthority,
    /// Section 4.2.1.9: a path length without keyCertSign, or in a certificate that is no authority's.
    PathLength,
    /// Section 4.2.1.6: without a subject the alternative names have to be critical.
    NamesNotCritical,
}

/// What may be wrong with the status that a server sends along with its certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusFault {
    /// It says that the certificate is revoked.
    Revoked,
    /// It is too old to count.
    Ended,
    /// It is that of another certificate.
    Another,
    /// It says that the authority does not know the certificate.
    Unknown,
}

impl StatusFault {
    /// Every fault.
    pub const ALL: [Self; 4] = [Self::Revoked, Self::Ended, Self::Another, Self::Unknown];

    /// The id of its sentence.
    const fn sentence(self) -> &'static str {
        match self {
            Self::Revoked => "program-status-revoked",
            Self::Ended => "program-status-ended",
            Self::Another => "program-status-another",
            Self::Unknown => "program-status-unknown",
        }
    }
}

impl StrictRule {
    /// The name in the ids of sentences.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ConstraintsNotCritical => "constraints-not-critical",
            Self::NoIssuerKey => "no-issuer-key",
            Self::NoOwnKey => "no-own-key",
            Self::NoKeyUsage => "no-key-usage",
            Self::SignsWithoutAuthority => "signs-without-authority",
            Self::PathLength => "path-length",
            Self::NamesNotCritical => "names-not-critical",
        }
    }
}

impl Cause {
    /// Whether it is about the handshake, and not about the certificates.
    pub const fn is_about_handshake(&self) -> bool {
        match self {
            Self::Version(_)
            | Self::Suite(_)
            | Self::NothingInCommon
            | Self::Group(_)
            | Self::DhBits { .. }
            | Self::Scheme(_)
            | Self::Renegotiation
            | Self::NotSeen => true,
            Self::Certificate
            | Self::IssuerToFetch
            | Self::ChainNotSeen
            | Self::RootExpired
            | Self::KeyUsage
            | Self::MustStaple
            | Self::Status(_)
            | Self::AuthorityAsServer
            | Self::Key(_)
            | Self::Signature(_)
            | Self::CommonNameOnly
            | Self::PartialStar
            | Self::TopStar
            | Self::FinalDot
            | Self::Underscore
            | Self::IssuerPurpose
            | Self::GatedPurpose
            | Self::IssuerSerial
            | Self::DirectoryConstraint
            | Self::OutsideDirectory
            | Self::NoSubject
            | Self::OddSerial
            | Self::Root(_)
            | Self::AnyPurpose
            | Self::NetscapeType
            | Self::NamesBeyondAscii
            | Self::TooLong { .. }
            | Self::CriticalExtension(_)
            | Self::OtherWay
            | Self::SpelledOtherwise
            | Self::TooManyBetween
            | Self::TooManySent { .. }
            | Self::YoungAuthority(_)
            | Self::Strict(_) => false,
        }
    }

    /// The id of the sentence that says it.
    pub const fn sentence(&self) -> &'static str {
        match self {
            Self::Certificate => "program-certificate",
            Self::Version(_) => "program-version",
            Self::Suite(_) => "program-suite",
            Self::NothingInCommon => "program-nothing-in-common",
            Self::Group(_) => "program-group",
            Self::DhBits { .. } => "program-dh-bits",
            Self::Scheme(_) => "program-scheme",
            Self::Renegotiation => "program-renegotiation",
            Self::NotSeen => "program-not-seen",
            Self::ChainNotSeen => "program-chain-not-seen",
            Self::IssuerToFetch => "program-issuer-to-fetch",
            Self::RootExpired => "program-root-expired",
            Self::KeyUsage => "program-key-usage",
            Self::MustStaple => "program-must-staple",
            Self::Status(fault) => fault.sentence(),
            Self::AuthorityAsServer => "program-authority",
            Self::Key(_) => "program-key",
            Self::Signature(_) => "program-signature",
            Self::CommonNameOnly => "program-common-name",
            Self::PartialStar => "program-partial-star",
            Self::TopStar => "program-top-star",
            Self::FinalDot => "program-final-dot",
            Self::Underscore => "program-underscore",
            Self::IssuerPurpose => "program-issuer-purpose",
            Self::GatedPurpose => "program-gated-purpose",
            Self::IssuerSerial => "program-issuer-serial",
            Self::DirectoryConstraint => "program-directory-constraint",
            Self::OutsideDirectory => "program-outside-directory",
            Self::NoSubject => "program-no-subject",
            Self::OddSerial => "program-odd-serial",
            Self::Root(_) => "program-root",
            Self::AnyPurpose => "program-any-purpose",
            Self::NetscapeType => "program-netscape-type",
            Self::NamesBeyondAscii => "program-names-beyond-ascii",
            Self::TooLong { .. } => "program-too-long",
            Self::CriticalExtension(_) => "program-critical",
            Self::OtherWay => "program-other-way",
            Self::SpelledOtherwise => "program-spelled-otherwise",
            Self::TooManyBetween => "program-too-many-between",
            Self::TooManySent { .. } => "program-too-many-sent",
            Self::YoungAuthority(_) => "program-young-authority",
            Self::Strict(_) => "program-strict",
        }
    }

    /// What the sentence names.
    pub fn args(&self) -> Args {
        match self {
            Self::Version(version) => args! { "what" => version_name(*version) },
            Self::Suite(suite) => args! { "what" => suite_name(*suite) },
            Self::Group(group) => args! { "what" => handshake::group_name(*group) },
            Self::DhBits { bits, least } => args! { "bits" => *bits, "least" => *least },
            Self::Scheme(scheme) => args! { "what" => handshake::scheme_name(*scheme) },
            Self::Key(what) | Self::Signature(what) => args! { "what" => what.as_str() },
            Self::TooLong { days, most } => args! { "days" => *days, "most" => *most },
            Self::YoungAuthority(name) => args! { "what" => *name },
            Self::TooManySent { most } => args! { "most" => *most },
            Self::Strict(rule) => args! { "rule" => rule.name() },
            Self::Root(rule) => args! { "rule" => rule.name() },
            Self::CriticalExtension(extension) => args! { "what" => extension.name() },
            Self::Certificate
            | Self::NothingInCommon
            | Self::Renegotiation
            | Self::NotSeen
            | Self::IssuerToFetch
            | Self::ChainNotSeen
            | Self::RootExpired
            | Self::KeyUsage
            | Self::MustStaple
            | Self::Status(_)
            | Self::AuthorityAsServer
            | Self::CommonNameOnly
            | Self::PartialStar
            | Self::TopStar
            | Self::FinalDot
            | Self::Underscore
            | Self::IssuerPurpose
            | Self::GatedPurpose
            | Self::IssuerSerial
            | Self::DirectoryConstraint
            | Self::OutsideDirectory
            | Self::NoSubject
            | Self::OddSerial
            | Self::OtherWay
            | Self::SpelledOtherwise
            | Self::TooManyBetween
            | Self::NetscapeType
            | Self::NamesBeyondAscii
            | Self::AnyPurpose => Args::new(),
        }
    }
}

/// What was measured of one server.
#[derive(Clone, Debug)]
pub struct Measured<'a> {
    /// The session, or what a hello made by hand showed of it. `None` where nothing of it was seen.
    pub tls: Option<&'a Tls>,
    /// What the server agreed to, in one handshake or several.
    pub agreed: Vec<Agreed>,
    /// What it answered to hellos that were made as a program makes its own.
    pub asked: Vec<(ProfileId, TlsAnswer, Option<Agreed>)>,
    /// The machine's clock, Unix time in seconds.
    pub now: i64,
}

impl<'a> Measured<'a> {
    /// What a check measured. `None` where TLS was not spoken.
    pub fn of_check(check: &'a Check, now: i64) -> Option<Self> {
        let tls = check.tls.as_ref();
        if tls.is_none() && check.follow_ups.tls_offers.is_none() {
            return None;
        }
        let offers = check.follow_ups.tls_offers.iter().flatten();
        let hellos = offers.clone().filter_map(agreed);
        let asked = offers.filter_map(|offer| Some((offer.profile?, offer.answer, offer.agreed)));
        let mut asked: Vec<_> = asked.collect();
        // Hellos are only made where the library of this program found nothing.
        if check.follow_ups.tls_offers.is_some() {
            asked.push((ProfileId::Rustls, TlsAnswer::Nothing, None));
        }
        Some(Self {
            tls,
            agreed: tls
                .and_then(|tls| tls.agreed)
                .into_iter()
                .chain(hellos)
                .collect(),
            asked,
            now,
        })
    }
}

/// What a server agreed to in answer to a hello.
fn agreed(offer: &TlsOffer) -> Option<Agreed> {
    let chosen = match offer.answer {
        TlsAnswer::Chosen { version, suite } => Some(Agreed {
            version,
            suite,
            ..Agreed::default()
        }),
        TlsAnswer::Alert(_) | TlsAnswer::Nothing => None,
    };
    offer.agreed.or(chosen)
}

/// A program of which these answers do not tell whether it comes to an agreement with the server.
pub fn undecided(offers: &[TlsOffer]) -> Option<&'static Profile> {
    let agreed: Vec<Agreed> = offers.iter().filter_map(agreed).collect();
    // A server that takes nothing from one that offers nearly everything takes nothing from the others.
    if agreed.is_empty() && offers.iter().any(|offer| offer.profile.is_some()) {
        return None;
    }
    PROFILES.iter().find(|profile| {
        let asked = offers.iter().any(|offer| offer.profile == Some(profile.id));
        // The library of this program has tried already.
        let tried = profile.id == ProfileId::Rustls;
        !asked && !tried && handshake::is_open(&agreed, profile)
    })
}

/// Says of every program whether it can connect.
pub fn judge_all(measured: &Measured<'_>) -> Vec<Judgement> {
    let shown = Shown::of(measured);
    PROFILES
        .iter()
        .map(|profile| judge_with(measured, &shown, profile))
        .collect()
}

/// Says of one program whether it can connect.
pub fn judge(measured: &Measured<'_>, profile: &'static Profile) -> Judgement {
    judge_with(measured, &Shown::of(measured), profile)
}

fn judge_with(measured: &Measured<'_>, shown: &Shown<'_>, profile: &'static Profile) -> Judgement {
    let handshake = handshake::reasons(measured, profile);
    let certificates = certificates::reasons(measured, shown, profile);
    let mut reasons: Vec<Reason> = Vec::new();
    for reason in handshake.into_iter().chain(certificates) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    // What is certain comes first: the rest matters no more.
    reasons.sort_by_key(|reason| !reason.sure);
    Judgement {
        profile,
        connects: Connects::of(&reasons),
        reasons,
    }
}

const fn surely(cause: Cause) -> Reason {
    Reason { cause, sure: true }
}

const fn perhaps(cause: Cause) -> Reason {
    Reason { cause, sure: false }
}

fn version_name(version: u16) -> String {
    crate::codes::tls::version_name(version)
        .map_or_else(|| format!("{version:#06x}"), str::to_owned)
}

fn suite_name(suite: u16) -> String {
    crate::codes::tls::cipher_suite_name(suite)
        .map_or_else(|| format!("{suite:#06x}"), str::to_owned)
}
