//! JPEG, ITU-T T.81.

use super::{CANDIDATES, Claim};
use crate::bytes::Bytes;

/// Samples of components are held in blocks of so many pixels a side, of 8 by 8 and four times four of them.
const BLOCK: u64 = 32;

/// The largest of the frames in it (§B.2.2), wherever it stands. A single one that claims more than the dictionary of the image
/// is cut to that by the decoder, and claims nothing; what only looks like another one is taken for it there.
pub(super) fn claim(data: &[u8]) -> Claim {
    let marks = || data.windows(2).enumerate().filter(|(_, head)| is_frame(head));
    let frames = marks().filter_map(|(place, _)| frame(Bytes(data.get(place + 2..)?)));
    let all = Claim::of_all(frames.take(CANDIDATES + 1));
    if marks().nth(1).is_some() { all } else { Claim { inks: all.inks, ..Claim::default() } }
}

const fn is_frame(head: &[u8]) -> bool {
    matches!(head, [0xff, 0xc0..=0xcf]) && !matches!(head, [_, 0xc4 | 0xc8 | 0xcc])
}

fn frame(mut head: Bytes<'_>) -> Option<Claim> {
    let length = head.short()?;
    head.byte()?;
    let [height, width] = [head.short()?, head.short()?].map(|side| u64::from(side).next_multiple_of(BLOCK));
    let inks = head.byte()?;
    (length == 8 + 3 * u16::from(inks)).then(|| Claim {
        width,
        height,
        inks: inks.into(),
        ..Claim::default()
    })
}
