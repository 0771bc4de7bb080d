//! What the data of an image say themselves of what decoding them takes: the decoders go by that, whatever the dictionary says.

mod jbig2;
mod jpeg;
mod jpeg2000;

use hayro::hayro_syntax::object::{Dict, Stream};

use crate::error::Error;
use crate::undone::{self, Filter};

/// Beginnings of a coded image in its data: thumbnails have one each.
const CANDIDATES: usize = 1_000;

/// What the data of an image claim.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Claim {
    /// In pixels.
    pub(crate) width: u64,
    /// In pixels.
    pub(crate) height: u64,
    /// Samples of a pixel.
    pub(crate) inks: u64,
    /// Bytes of a pixel while it is decoded, at least.
    pub(crate) per_pixel: u64,
    /// Bytes beside the pixels.
    pub(crate) beside: u64,
}

impl Claim {
    /// What is more of each.
    fn or(self, other: Self) -> Self {
        let (width, height) = if self.pixels() < other.pixels() {
            (other.width, other.height)
        } else {
            (self.width, self.height)
        };
        Self {
            width,
            height,
            inks: self.inks.max(other.inks),
            per_pixel: self.per_pixel.max(other.per_pixel),
            beside: self.beside.max(other.beside),
        }
    }

    /// Of all that could be meant; of more than anybody needs none can be.
    fn of_all(claims: impl Iterator<Item = Self>) -> Self {
        claims.enumerate().fold(Self::default(), |all, (place, claim)| {
            let all = all.or(claim);
            if place < CANDIDATES { all } else { Self { beside: u64::MAX, ..all } }
        })
    }

    pub(crate) fn pixels(&self) -> u64 {
        self.width.saturating_mul(self.height)
    }
}

/// Reads the heads of what an image is coded as.
///
/// # Errors
/// [`Error::TooMuch`] where its filters, or what is coded in it, cannot be bounded.
pub(crate) fn claim(image: &Stream<'_>, allowed: u64) -> Result<Claim, Error> {
    let filters = undone::filters(image.dict());
    let Some(last) = filters.last() else { return Ok(Claim::default()) };
    let raw = image.raw_data();
    let data = undone::before(&raw, &filters, allowed)?;
    match &*last.name {
        b"DCTDecode" | b"DCT" => Ok(jpeg::claim(&data)),
        b"JPXDecode" => Ok(jpeg2000::claim(&data)),
        b"JBIG2Decode" => of_jbig2(&data, last, allowed),
        b"CCITTFaxDecode" | b"CCF" => Ok(of_fax(&data, last, image.dict())),
        _ => Ok(Claim::default()),
    }
}

fn of_jbig2(data: &[u8], filter: &Filter<'_>, allowed: u64) -> Result<Claim, Error> {
    let Some(shared) = filter.parameters.get::<Stream<'_>>("JBIG2Globals") else {
        return jbig2::claim(&[], data);
    };
    let filters = undone::filters(shared.dict());
    if filters.iter().any(Filter::is_of_images) {
        return Ok(Claim::default());
    }
    undone::before(&shared.raw_data(), &filters, allowed)?;
    let Ok(shared) = shared.decoded_data() else { return jbig2::claim(&[], data) };
    jbig2::claim(&shared, data)
}

/// ISO 32000-2 table 11. The height of the image comes before that of the parameters; where neither is known, the data are drawn to
/// their end, a bit of them at least for a line.
fn of_fax(data: &[u8], filter: &Filter<'_>, dict: &Dict<'_>) -> Claim {
    let side = |dict: &Dict<'_>, key| dict.get::<u32>(key).map_or(0, u64::from);
    let heights = [side(dict, "H"), side(dict, "Height"), side(&filter.parameters, "Rows")];
    let height = heights.into_iter().find(|height| *height > 0).unwrap_or(data.len() as u64 * 8);
    let width = filter.parameters.get::<usize>("Columns").map_or(1_728, |columns| columns as u64);
    Claim { width, height, inks: 1, ..Claim::default() }
}
