//! Why a page cannot be shown.

/// Why a document or one of its pages cannot be shown.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are no PDF that can be read.
    #[error("not a readable PDF")]
    Unreadable,
    /// The document is encrypted in a way that needs a password or is not supported.
    #[error("encrypted")]
    Encrypted,
    /// There is no such page.
    #[error("no page {index} of {count}")]
    NoSuchPage {
        /// The page asked for, from 0.
        index: usize,
        /// How many pages there are.
        count: usize,
    },
    /// The scale is not a positive number, or leaves no pixel.
    #[error("scale {scale}")]
    Scale {
        /// Pixels per point, as asked.
        scale: f32,
    },
    /// The picture would be larger than allowed.
    #[error("{width} x {height} pixels, {allowed} allowed")]
    TooLarge {
        /// Width of the picture in pixels.
        width: f64,
        /// Height of the picture in pixels.
        height: f64,
        /// The budget, in pixels.
        allowed: u64,
    },
    /// Decoding an image in the page takes more memory than allowed.
    #[error("an image of {width} x {height} pixels, {allowed} bytes allowed")]
    ImageTooLarge {
        /// Width of the image in pixels, as its dictionary or its data claim.
        width: u64,
        /// Height of it in the same way.
        height: u64,
        /// The budget, in bytes.
        allowed: u64,
    },
    /// Drawing the page takes more work or memory than any page that is meant to be read.
    #[error("too much of it: {what}")]
    TooMuch {
        /// Of what.
        what: &'static str,
    },
    /// The renderer gave up on the page.
    #[error("the renderer failed")]
    Failed,
}
