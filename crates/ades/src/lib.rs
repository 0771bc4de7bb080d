//! AdES signatures in documents: prepare, finish, augment, read. Today PAdES (EN 319 142-1) up to B-LTA.
//!
//! Making a signature takes two steps with a wait between them, because the value comes from elsewhere:
//! [`Document::prepare`] lays the signature out and says what is to be signed, [`Prepared::finish`] embeds the value.
//! Reading gives [`Facts`], which [`validation`](../validation/index.html) judges; nothing is judged here.

mod beside;
mod demands;
mod digests;
mod document;
mod document_timestamp;
mod error;
mod facts;
mod later;
pub mod looks;
mod options;
mod prepared;
mod seal;
mod second_reader;
mod signature_line;
mod signed_digests;
mod whole;

pub use digests::Passed;
pub use document::Document;
pub use document_timestamp::TimestampSlot;
pub use error::{Demanded, Error, Unfit};
pub use facts::{DocumentFacts, EvidenceCount, Facts, Later, SignatureFacts, SignatureKind};
pub use options::{Options, TOKEN_ROOM};
pub use pdf::{
    Active, ActiveContent, ActiveKind, ByteRangeFault, ContentsFault, FieldLock, LockAction, Modification,
    ModificationKind, ModificationLevel, Modifications, Objection, Permission, Restrictions,
};
pub use prepared::{Draft, Embedded, Prepared, ToBeSigned};
pub use seal::{Occurrence, PersonalCode, SealedName, Side, Spot, sealed_name};
