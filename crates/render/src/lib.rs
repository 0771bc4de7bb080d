//! A page as pixels and as text with its places, over hayro.
//!
//! [`Pages::open`] takes the bytes of a PDF; [`Pages::picture`] draws a page, [`Pages::text`] says which words stand
//! where on it, and [`Pages::survey`] names what can make a page look different elsewhere. [`Versions`] says where two versions
//! of a document look different.
//!
//! ```no_run
//! # fn main() -> Result<(), render::Error> {
//! # let bytes: std::sync::Arc<[u8]> = std::sync::Arc::from(&b""[..]);
//! let pages = render::Pages::open(bytes)?;
//! let picture = pages.picture(0, 1.5, render::Budget::default())?;
//! for run in pages.text(0)?.runs {
//!     println!("{:5.1} {:5.1} {}", run.x, run.y, run.text);
//! }
//! # let _ = picture.png; Ok(()) }
//! ```

mod alike;
mod apart;
mod bytes;
mod coded;
mod content;
mod course;
mod covered;
mod decoded;
mod difference;
mod effort;
mod error;
mod field_look;
mod free;
mod lines;
mod nested;
mod pages;
mod picture;
mod rectangles;
mod survey;
mod text;
mod undone;
mod unsure;
mod versions;
mod warning;

pub use apart::on_a_thread;
pub use covered::Covered;
pub use difference::{Explained, Seen, Unexplained, Within};
pub use error::Error;
pub use field_look::FieldLook;
pub use lines::TextRun;
pub use pages::{Pages, Size};
pub use picture::{Budget, Picture};
pub use text::Text;
pub use versions::Versions;
pub use warning::Warning;
