//! A validation report for people and for programs, and the words it is written in.
//!
//! [`text`] gives one screen of plain text, [`json`] a documented and versioned form, [`etsi`] the XML of TS 119 102-2,
//! [`paper`] a PDF to be filed, [`csv`] a table of many files, [`words`] every sentence of the program, by language. Nothing here decides anything: it says what a [`Report`](validation::report::Report) says.
//!
//! ```
//! use report::words::{Language, Words};
//! let words = Words::new(Language::English);
//! assert_eq!(words.text("indication-total-passed", &[]), "Valid");
//! assert_eq!(words.text("no-such-sentence", &[]), "no-such-sentence");
//! ```

mod amount;
mod codes;
pub mod csv;
pub mod etsi;
mod facts;
pub mod json;
mod language;
pub mod paper;
mod sight;
pub mod text;
pub mod words;
mod xml;
