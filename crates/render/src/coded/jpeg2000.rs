//! JPEG 2000, ITU-T T.800.

use super::{CANDIDATES, Claim};
use crate::bytes::Bytes;

/// Start of codestream, and the image and tile size that follows it (§A.4.1, A.5.1).
const START: [u8; 4] = [0xff, 0x4f, 0xff, 0x51];

/// Tiles of an image, at most (the index of a tile has 16 bits, §A.4.2).
const TILES: u64 = 65_535;

/// A pixel of any image is held as numbers of four bytes while it is decoded.
const PER_PIXEL: u64 = 6;

/// All codestreams in it, whichever of the boxes around them the decoder takes.
pub(super) fn claim(data: &[u8]) -> Claim {
    let starts = data.windows(START.len()).enumerate().filter(|(_, head)| *head == START);
    let all = starts.filter_map(|(place, _)| codestream(Bytes(data.get(place + START.len()..)?)));
    Claim::of_all(all.take(CANDIDATES + 1))
}

/// Image and tile sizes, from behind the marker.
struct Size {
    /// The reference grid without its offset.
    image: [u64; 2],
    tile: [u64; 2],
    tiles: u64,
    components: u64,
    /// The sampling that all components have alike.
    sampling: [u64; 2],
}

fn codestream(mut bytes: Bytes<'_>) -> Option<Claim> {
    let size = size(&mut bytes)?;
    let style = Style::of_all(bytes, size.components);
    let [width, height] = [0, 1].map(|axis| size.image[axis].div_ceil(size.sampling[axis].max(1)));
    Some(Claim {
        width,
        height,
        inks: size.components,
        per_pixel: PER_PIXEL,
        beside: if size.tiles > TILES { u64::MAX } else { beside(&size, &style) },
    })
}

fn size(bytes: &mut Bytes<'_>) -> Option<Size> {
    bytes.take(4)?;
    let mut pair = || Some([u64::from(bytes.long()?), u64::from(bytes.long()?)]);
    let (end, start, tile, first) = (pair()?, pair()?, pair()?, pair()?);
    let components = bytes.short()?;
    let mut samplings = Vec::new();
    for _ in 0..components {
        let part = bytes.take(3)?;
        samplings.push([u64::from(*part.get(1)?), u64::from(*part.get(2)?)]);
    }
    let sampling = *samplings.first()?;
    let alike = samplings.iter().all(|other| *other == sampling);
    let image = [0, 1].map(|axis| end[axis].saturating_sub(start[axis]));
    let tiles = [0, 1].map(|axis| end[axis].saturating_sub(first[axis]).div_ceil(tile[axis].max(1)));
    Some(Size {
        image,
        tile: [0, 1].map(|axis| tile[axis].min(image[axis])),
        tiles: tiles[0].saturating_mul(tiles[1]),
        components: components.into(),
        sampling: if alike { sampling } else { [1, 1] },
    })
}

/// Of all coding styles in it, what takes most.
struct Style {
    levels: u8,
    layers: u64,
    /// Exponents of the sides of a code-block.
    block: [u8; 2],
    /// Exponents of the sides of a precinct, by resolution; where none are given they are 15.
    precincts: Vec<[u8; 2]>,
}

impl Style {
    /// Those of the main header and of the headers of tile-parts.
    fn of_all(mut bytes: Bytes<'_>, components: u64) -> Self {
        let mut style = Self { levels: 0, layers: 1, block: [10, 10], precincts: Vec::new() };
        let _ = style.read(&mut bytes, components);
        style
    }

    fn read(&mut self, bytes: &mut Bytes<'_>, components: u64) -> Option<()> {
        loop {
            match marker(bytes)? {
                0x90 => {
                    bytes.take(4)?;
                    let length = bytes.long()? as usize;
                    bytes.take(2)?;
                    self.tile_part(bytes, length, components)?;
                }
                0x30..=0x3f => {}
                other => self.segment(bytes, other, components)?,
            }
        }
    }

    /// From behind its first marker segment to its end.
    fn tile_part(&mut self, bytes: &mut Bytes<'_>, length: usize, components: u64) -> Option<()> {
        let whole = bytes.0.len();
        let length = if length == 0 { whole } else { length.checked_sub(12)? };
        loop {
            let read = whole - bytes.0.len();
            if read >= length {
                return Some(());
            }
            match marker(bytes)? {
                // Start of data, or the end.
                0x93 | 0xd9 => {
                    let read = whole - bytes.0.len();
                    let rest = length.saturating_sub(read).min(bytes.0.len());
                    bytes.take(rest)?;
                    return Some(());
                }
                0x30..=0x3f => {}
                other => self.segment(bytes, other, components)?,
            }
        }
    }

    fn segment(&mut self, bytes: &mut Bytes<'_>, marker: u8, components: u64) -> Option<()> {
        let length = usize::from(Bytes(bytes.0).short()?);
        let mut inside = Bytes(bytes.0.get(2..)?);
        match marker {
            // COD, §A.6.1.
            0x52 => {
                let precincts = inside.byte()? & 1 != 0;
                inside.byte()?;
                self.layers = self.layers.max(inside.short()?.into());
                inside.byte()?;
                self.parameters(&mut inside, precincts)?;
            }
            // COC, §A.6.2.
            0x53 => {
                inside.take(if components < 257 { 1 } else { 2 })?;
                let precincts = inside.byte()? & 1 != 0;
                self.parameters(&mut inside, precincts)?;
            }
            _ => {}
        }
        bytes.take(length.max(2)).map(drop)
    }

    /// Table A.15.
    fn parameters(&mut self, bytes: &mut Bytes<'_>, precincts: bool) -> Option<()> {
        let levels = bytes.byte()?.min(32);
        self.levels = self.levels.max(levels);
        for side in &mut self.block {
            *side = (*side).min(bytes.byte()?.saturating_add(2));
        }
        bytes.take(2)?;
        for resolution in 0..=usize::from(levels) {
            if !precincts {
                break;
            }
            let sides = bytes.byte()?;
            let sides = [sides & 15, sides >> 4];
            // Counted from the largest resolution.
            let place = usize::from(levels) - resolution;
            if self.precincts.len() <= place {
                self.precincts.resize(place + 1, [15, 15]);
            }
            if let Some(known) = self.precincts.get_mut(place) {
                *known = [0, 1].map(|axis| known[axis].min(sides[axis]));
            }
        }
        Some(())
    }
}

fn marker(bytes: &mut Bytes<'_>) -> Option<u8> {
    match bytes.take(2)? {
        [0xff, marker] => Some(*marker),
        _ => None,
    }
}

/// Bytes for the tiles, and for the precincts and code-blocks of one of them (§B.5 to B.7), each a few numbers and a part of two
/// trees.
fn beside(size: &Size, style: &Style) -> u64 {
    let levels = u64::from(style.levels);
    let tiles = size.tiles.saturating_mul(256 + size.components * (256 + levels * 24));
    let mut one = 0_u64;
    for place in 0..=style.levels {
        let halved = |axis: usize, by: u8| size.tile[axis].checked_shr(by.into()).unwrap_or(0) + 1;
        let precinct = style.precincts.get(usize::from(place)).copied().unwrap_or([15, 15]);
        let is_least = place == style.levels;
        let (bands, more) = if is_least { (1, 0) } else { (3, 1) };
        let precincts = [0, 1].map(|axis| (halved(axis, place) >> precinct[axis]) + 2);
        let blocks = [0, 1].map(|axis| {
            let block = style.block[axis].min(precinct[axis].saturating_sub(more));
            (halved(axis, place + more) >> block) + 2
        });
        let precincts = precincts[0].saturating_mul(precincts[1]).saturating_mul(256);
        let blocks = blocks[0].saturating_mul(blocks[1]).saturating_mul(160 + style.layers * 24);
        one = one.saturating_add(precincts.saturating_add(blocks).saturating_mul(bands));
    }
    tiles.saturating_add(one.saturating_mul(size.components))
}
