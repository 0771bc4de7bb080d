//! What may stand on the command line. The words of the help are set by [`help`](crate::help), from Fluent.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint, value_parser};
use workflow::password::Password;
use workflow::report::words::Language;

use crate::document_password::DocumentPassword;
use crate::seal::Occurrence;
use crate::standing::Standing;

#[derive(Debug, Parser)]
#[command(name = "pitser", version, arg_required_else_help = true)]
pub struct Arguments {
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Option<Command>,
}

#[derive(Clone, Debug, Args)]
pub struct Common {
    #[arg(
        long,
        global = true,
        env = "PITSER_PROFILE",
        hide_env_values = true,
        default_value = "demo",
        value_name = "NAME|FILE"
    )]
    pub profile: String,
    #[arg(long, short, global = true)]
    pub quiet: bool,
    #[arg(
        long,
        global = true,
        env = "PITSER_LANGUAGE",
        hide_env_values = true,
        value_parser = language,
        value_name = "en|et|lv|lt"
    )]
    pub language: Option<Language>,
}

/// One of the languages of the program.
fn language(tag: &str) -> Result<Language, String> {
    Language::spoken(tag).ok_or_else(|| Language::ALL.map(Language::tag).join(", "))
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Sign(Box<Sign>),
    Extend(Extend),
    Extract(Extract),
    Verify(Verify),
    Demo(Demo),
    Emulator(Emulator),
    Finish(Finish),
    Fields(Fields),
    #[command(subcommand)]
    Profile(ProfileCommand),
    Log(Log),
    Completions(Completions),
}

#[derive(Debug, Subcommand)]
pub enum ProfileCommand {
    List,
    Check {
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
    },
    Import {
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,
        #[arg(long)]
        force: bool,
    },
    Export {
        name: String,
    },
    Remove {
        name: String,
    },
    Secret {
        name: String,
    },
    ProxyLogin {
        name: String,
    },
    Forget {
        name: String,
        #[arg(long)]
        login: bool,
    },
    Schema,
}

#[derive(Debug, Args)]
pub struct Sign {
    #[arg(required = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub signer: Signer,
    #[arg(long, value_name = "CODE", requires = "mobile_id")]
    pub person: Option<String>,
    #[arg(long, value_name = "ID", requires = "csc")]
    pub credential: Option<String>,
    #[arg(long, requires = "csc")]
    pub no_browser: bool,
    #[arg(long, conflicts_with_all = ["csc", "key"])]
    pub remember: bool,
    #[command(flatten)]
    pub key: Key,
    #[command(flatten)]
    pub document_password: DocumentPassword,
    #[arg(long, value_enum)]
    pub level: Option<Level>,
    #[arg(long, short, alias = "out", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub reason: Option<String>,
    #[arg(long)]
    pub location: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub field: Option<String>,
    #[arg(long, value_enum, value_name = "PERMITTED")]
    pub certify: Option<Certify>,
    #[command(flatten)]
    pub seal: Seal,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub phone: bool,
}

/// Any of these but the first asks for a seal too.
#[derive(Clone, Debug, Args)]
pub struct Seal {
    #[arg(long)]
    pub seal: bool,
    #[arg(long, value_name = "X,Y,W,H", allow_hyphen_values = true, conflicts_with = "seal_at")]
    pub seal_box: Option<String>,
    #[arg(long, value_name = "N", conflicts_with = "seal_at")]
    pub seal_page: Option<u32>,
    #[arg(long, value_name = "TEXT")]
    pub seal_at: Option<String>,
    #[arg(long, value_name = "N", default_value = "1", requires = "seal_at")]
    pub seal_occurrence: Occurrence,
    #[arg(long, value_enum, value_name = "SIDE", requires = "seal_at")]
    pub seal_side: Option<Side>,
    #[arg(long, value_name = "W,H", conflicts_with = "seal_box")]
    pub seal_size: Option<String>,
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub seal_image: Option<PathBuf>,
    #[arg(long, value_enum, value_name = "HOW")]
    pub seal_personal_code: Option<PersonalCode>,
    #[arg(long, value_name = "LINE")]
    pub seal_text: Vec<String>,
    #[arg(long, value_parser = language, value_name = "en|et|lv|lt")]
    pub seal_language: Option<Language>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Side {
    Below,
    Over,
    Right,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PersonalCode {
    Full,
    Masked,
    None,
}

/// Whom to ask. A QR code may be for a person or an account; without any of these it is who is known, or as the profile
/// says.
#[derive(Debug, Args)]
pub struct Signer {
    #[arg(long, value_name = "PERSON", conflicts_with_all = ["document_number", "mobile_id", "csc", "key"])]
    pub smart_id: Option<String>,
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["mobile_id", "csc", "key"])]
    pub document_number: Option<String>,
    #[arg(long, conflicts_with_all = ["mobile_id", "csc", "key"])]
    pub qr: bool,
    #[arg(long, value_name = "PHONE", requires = "person", conflicts_with_all = ["csc", "key"])]
    pub mobile_id: Option<String>,
    #[arg(long, conflicts_with = "key")]
    pub csc: bool,
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub key: Option<PathBuf>,
}

/// What goes with `--key`.
#[derive(Debug, Args)]
pub struct Key {
    #[arg(long, requires = "key", value_name = "TEXT", conflicts_with = "password_file")]
    pub password: Option<Password>,
    #[arg(long, requires = "key", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub password_file: Option<PathBuf>,
    #[arg(long, requires = "key")]
    pub pss: bool,
    #[arg(long, requires = "key", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub trust: Vec<PathBuf>,
    #[arg(long, requires = "key", value_name = "URL")]
    pub tsa: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Level {
    #[value(name = "b-b")]
    BB,
    #[value(name = "b-t")]
    BT,
    #[value(name = "b-lt")]
    BLt,
    #[value(name = "b-lta")]
    BLta,
}

impl From<Level> for workflow::order::Level {
    fn from(level: Level) -> Self {
        match level {
            Level::BB => Self::BB,
            Level::BT => Self::BT,
            Level::BLt => Self::BLt,
            Level::BLta => Self::BLta,
        }
    }
}

/// What a certified document permits, with the numbers of the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Certify {
    #[value(alias = "1")]
    NoChanges,
    #[value(alias = "2")]
    FormFilling,
    #[value(alias = "3")]
    Annotations,
}

impl From<Certify> for workflow::order::Permission {
    fn from(certify: Certify) -> Self {
        match certify {
            Certify::NoChanges => Self::NoChanges,
            Certify::FormFilling => Self::FormFilling,
            Certify::Annotations => Self::Annotations,
        }
    }
}

#[derive(Debug, Args)]
pub struct Fields {
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Extend {
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    #[command(flatten)]
    pub password: DocumentPassword,
    #[arg(long, value_enum, default_value_t = Level::BLta)]
    pub level: Level,
    #[arg(long, short, alias = "out", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub trust: Vec<PathBuf>,
    #[arg(long, value_name = "URL")]
    pub tsa: Vec<String>,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Extract {
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    #[command(flatten)]
    pub password: DocumentPassword,
    #[arg(long, value_name = "NAME")]
    pub field: Option<String>,
    #[arg(long, short, alias = "out", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Args)]
pub struct Verify {
    #[arg(required_unless_present_any = ["list", "evidence"], value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    #[arg(long, conflicts_with_all = ["files", "details"], value_name = "FILE|-", value_hint = ValueHint::FilePath)]
    pub list: Option<PathBuf>,
    #[arg(long, conflicts_with = "files", value_name = "N", value_parser = value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    #[command(flatten)]
    pub password: DocumentPassword,
    #[arg(long)]
    pub json: bool,
    #[arg(long, conflicts_with_all = ["json", "details"])]
    pub csv: bool,
    #[arg(long, conflicts_with = "json")]
    pub details: bool,
    #[arg(long, conflicts_with_all = ["list", "reports"], value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub report_pdf: Option<PathBuf>,
    #[arg(long, conflicts_with_all = ["list", "reports"], value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub report_xml: Option<PathBuf>,
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub reports: Option<PathBuf>,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub offline: bool,
    #[arg(long)]
    pub no_pages: bool,
    #[command(flatten)]
    pub standing: Standing,
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub trust: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Demo {
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    #[arg(long, short, value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub qr: bool,
    #[arg(long)]
    pub phone: bool,
}

#[derive(Debug, Args)]
pub struct Emulator {
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8443")]
    pub listen: SocketAddr,
    #[arg(long = "name", value_name = "HOST")]
    pub names: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Finish {
    pub key: Option<String>,
    #[command(flatten)]
    pub password: DocumentPassword,
    #[arg(long, requires = "key")]
    pub discard: bool,
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Log {
    #[arg(long)]
    pub fields: bool,
    #[arg(long, conflicts_with = "fields")]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}
