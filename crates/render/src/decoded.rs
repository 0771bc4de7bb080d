//! What decoding an image takes, told from its dictionary and from its data.

use hayro::hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use crate::coded;
use crate::error::Error;
use crate::picture::Budget;

/// Inks of a colour that is not known (ISO 32000-2 annex C has 32 at most, few have more than four).
const INKS: u64 = 4;

/// Refuses an image that takes more than the budget allows, and says how many bytes it takes else: as its dictionary says, or as
/// its data say themselves, whichever is more.
pub(crate) fn judge(image: &Stream<'_>, budget: Budget) -> Result<u64, Error> {
    let allowed = budget.image_bytes;
    let mut sides = sides(image.dict());
    let mut bytes = bytes(image.dict());
    let masks = ["SMask", "Mask"].iter().filter_map(|key| image.dict().get::<Stream<'_>>(key));
    for (place, stream) in std::iter::once(image.clone()).chain(masks).enumerate() {
        // What is known to be too large need not be read.
        if bytes > allowed {
            break;
        }
        let claim = coded::claim(&stream, allowed)?;
        let of_dictionary = if place == 0 { per_pixel(stream.dict()) } else { 2 };
        let held =
            claim.pixels().saturating_mul(claim.per_pixel.max(of_dictionary).max(inks_take(claim.inks)));
        let held = held.max(claim.beside);
        if held > bytes {
            (bytes, sides) = (held, [claim.width, claim.height]);
        }
    }
    if bytes > allowed {
        return Err(Error::ImageTooLarge { width: sides[0], height: sides[1], allowed });
    }
    Ok(bytes)
}

/// Bytes while an image is decoded with its mask: its samples, one byte each, and pixels of three bytes and of four, as far as
/// they are held at the same time.
fn bytes(dict: &Dict<'_>) -> u64 {
    let own = pixels(dict).saturating_mul(per_pixel(dict));
    let masks = ["SMask", "Mask"].iter().filter_map(|key| dict.get::<Stream<'_>>(key));
    masks.map(|mask| pixels(mask.dict()).saturating_mul(2)).fold(own, u64::saturating_add)
}

/// Bytes of a pixel of so many samples, of one byte each.
const fn inks_take(inks: u64) -> u64 {
    match inks {
        0 | 1 => 1 + inks,
        3 => 6,
        inks => 7 + inks,
    }
}

fn per_pixel(dict: &Dict<'_>) -> u64 {
    let bits = dict.get::<u8>("BPC").or_else(|| dict.get::<u8>("BitsPerComponent"));
    let wide = bits.is_some_and(|bits| bits > 8);
    let samples = if wide { 3 } else { 1 };
    match inks(dict) {
        1 => 1 + samples,
        3 => 3 + 3 * samples,
        inks => 7 + inks * samples,
    }
}

fn inks(dict: &Dict<'_>) -> u64 {
    // Images in a content stream have shorter names (§8.9.7); the interpreter takes those first.
    if dict.get::<bool>("IM").or_else(|| dict.get::<bool>("ImageMask")).unwrap_or(false) {
        return 1;
    }
    match dict.get::<Object<'_>>("CS").or_else(|| dict.get::<Object<'_>>("ColorSpace")) {
        Some(Object::Name(name)) => named(&name),
        Some(Object::Array(space)) => of_space(&space),
        _ => INKS,
    }
}

fn of_space(space: &Array<'_>) -> u64 {
    let mut parts = space.flex_iter();
    let Some(name) = parts.next::<Name<'_>>() else { return INKS };
    match &*name {
        b"ICCBased" => {
            let inks = parts.next::<Stream<'_>>().and_then(|profile| profile.dict().get::<u8>("N"));
            inks.map_or(INKS, u64::from)
        }
        b"CalRGB" | b"Lab" => 3,
        b"DeviceN" => {
            parts.next::<Array<'_>>().map_or(INKS, |names| names.iter::<Object<'_>>().count() as u64)
        }
        // One sample, and pixels of three bytes.
        b"Indexed" | b"I" | b"Separation" => 2,
        _ => named(&name),
    }
}

fn named(name: &[u8]) -> u64 {
    match name {
        b"DeviceGray" | b"G" | b"CalGray" => 1,
        b"DeviceRGB" | b"RGB" => 3,
        _ => INKS,
    }
}

/// As the image claims them.
pub(crate) fn pixels(dict: &Dict<'_>) -> u64 {
    let [width, height] = sides(dict);
    width.saturating_mul(height)
}

fn sides(dict: &Dict<'_>) -> [u64; 2] {
    let side = |short, long| dict.get::<u32>(short).or_else(|| dict.get::<u32>(long));
    [side("W", "Width"), side("H", "Height")].map(|side| u64::from(side.unwrap_or(0)))
}
