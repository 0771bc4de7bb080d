//! A PDF file as its revisions: read lazily through a source, append, compare.
//!
//! ```
//! use std::sync::Arc;
//!
//! let bytes = b"%PDF-1.7 and then nothing".to_vec();
//! match pdf::Document::open(Arc::new(bytes)) {
//!     Ok(document) => println!("{} signatures", document.signatures()?.len()),
//!     Err(error) => println!("not opened: {error}"),
//! }
//! # Ok::<(), pdf::Error>(())
//! ```
//!
//! Reading is positional and strict: [`Document::open`] follows `startxref` and nothing else, and an object is parsed
//! when it is asked for. [`Document::open_repairing`] also opens what can be read only by guessing, to be looked at and
//! never to be appended to. An encrypted file needs [`Access`], and is then like any other. Appending ([`Document::append_signature`], [`Document::append_security_store`]) gives back the
//! bytes to put after the file, and never touches those before.

mod active;
mod additions;
mod appearance;
mod append;
mod blocks;
mod byte_range;
mod chain;
mod conformance;
mod date;
mod dictionary_text;
mod document;
mod encryption;
mod error;
mod every;
mod external;
mod field;
mod filter;
mod form;
mod heads;
mod input;
mod kept;
mod lexer;
mod linearization;
mod listed;
mod lock;
mod looks;
mod modifications;
mod numbers;
mod object;
mod object_stream;
mod objection;
mod owned;
mod packed;
mod pages;
mod permissions;
mod plain;
mod proven;
mod reach;
mod reading;
mod renumbered;
mod repair;
mod revisions;
mod scanner;
mod section;
mod security_store;
mod seed_values;
mod seen;
mod signatures;
mod skim;
mod skims;
mod source;
mod spec;
mod stamp_addition;
mod structure;
mod text;
mod twice;
mod typeface;
mod update;
mod value;
mod void;
mod xref;
mod xref_stream;
mod xref_table;

pub use active::{Active, ActiveContent, ActiveKind, Pages};
pub use additions::Additions;
pub use appearance::{Appearance, Border, Line, PageSize, Picture, Place, Seal, Weight};
pub use append::Placeholder;
pub use blocks::Blocks;
pub use date::{parse_pdf_date, pdf_date};
pub use document::Document;
pub use encryption::{Access, Change, Password};
pub use error::{ByteRangeFault, ContentsFault, Error, Right};
pub use heads::Heads;
pub use lock::{FieldLock, LockAction, Permission};
pub use lopdf::{Dictionary, Object, ObjectId};
pub use modifications::{
    History, Modification, ModificationKind, ModificationLevel, Modifications, Patience,
};
pub use objection::Objection;
pub use permissions::{InForce, Lock, Restrictions, SigningRules};
pub use reach::Apart;
pub use revisions::{Revision, XrefKind};
pub use security_store::SecurityStore;
pub use seed_values::{LockDocument, Seed, SeedCertificate, SeedKind, SeedTimestamp, SeedValues};
pub use signatures::{EmptyField, Signature};
pub use source::{Extended, Prefix, Source};
pub use spec::{AlternateName, FieldPlace, SignatureKind, SignatureSpec};
pub use typeface::Typeface;
