//! The pages of a file as pixels, a pixel for a point, by poppler and by our own renderer.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use crate::tools;

/// Pages drawn of one file.
const MAX_PAGES: usize = 6;

/// Width, height, and the grey or the colours of each pixel.
type Pixels = (usize, usize, Vec<u32>);

/// The first pages of a file: by poppler, where it is installed, and by ours.
pub struct Drawn {
    poppler: Vec<Pixels>,
    ours: Vec<Pixels>,
}

/// Draws a file; nothing when neither can draw any page of it.
pub fn drawn(bytes: &[u8], folder: &Path) -> Option<Drawn> {
    let drawn = Drawn { poppler: by_poppler(bytes, folder), ours: by_ours(bytes) };
    (drawn.pages() > 0).then_some(drawn)
}

impl Drawn {
    pub fn pages(&self) -> usize {
        self.poppler.len() + self.ours.len()
    }

    /// How many pages were drawn by whoever drew the most.
    pub fn pages_of_each(&self) -> u32 {
        self.poppler.len().max(self.ours.len()) as u32
    }

    /// Pixels that differ: but for those in a box of a page (from 1), which may, and some of which have to.
    pub fn changes(&self, after: &Self, within: Option<(u32, [f32; 4])>) -> Vec<String> {
        let pairs = [("poppler", &self.poppler, &after.poppler), ("ours", &self.ours, &after.ours)];
        pairs
            .into_iter()
            .filter_map(|(who, before, after)| {
                changes(before, after, within).map(|what| format!("{who}: {what}"))
            })
            .collect()
    }
}

fn changes(before: &[Pixels], after: &[Pixels], within: Option<(u32, [f32; 4])>) -> Option<String> {
    if before.len() != after.len() {
        return Some(format!("{} pages, then {}", before.len(), after.len()));
    }
    let mut seen = 0;
    for (number, (old, new)) in (1..).zip(before.iter().zip(after)) {
        if (old.0, old.1) != (new.0, new.1) {
            return Some(format!("page {number} has another size"));
        }
        for (at, _) in old.2.iter().zip(&new.2).enumerate().filter(|(_, (old, new))| old != new) {
            let (x, y) = ((at % old.0) as f32, (at / old.0) as f32);
            let is_inside = within.is_some_and(|(page, [left, top, width, height])| {
                // A pixel of antialiasing.
                page == number
                    && (left - 2.0..=left + width + 1.0).contains(&x)
                    && (top - 2.0..=top + height + 1.0).contains(&y)
            });
            if !is_inside {
                return Some(format!("page {number}, {x}, {y} is changed, {within:?}"));
            }
            seen += 1;
        }
    }
    // Our own refuses a page whose images nobody can bound beforehand.
    let drawn = |page: u32| before.get(page as usize - 1).is_some_and(|(width, ..)| *width > 0);
    (within.is_some_and(|(page, _)| drawn(page)) && seen < 200).then(|| format!("{seen} pixels of a seal"))
}

fn by_poppler(bytes: &[u8], folder: &Path) -> Vec<Pixels> {
    for old in std::fs::read_dir(folder).unwrap() {
        std::fs::remove_file(old.unwrap().path()).unwrap();
    }
    let file = folder.join("file.pdf");
    std::fs::write(&file, bytes).unwrap();
    let mut command = Command::new("pdftoppm");
    command.args(["-r", "72", "-gray", "-cropbox", "-l", &MAX_PAGES.to_string()]);
    // It has its say about many a file, and draws what it can.
    if tools::run(command.arg(&file).arg(folder.join("page"))).is_none() {
        return vec![];
    }
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "pgm"));
    files.sort();
    files.iter().map(|path| grey(&std::fs::read(path).unwrap())).collect()
}

/// P5, width, height, 255 and one blank, then the pixels.
fn grey(file: &[u8]) -> Pixels {
    let head = String::from_utf8_lossy(&file[..30.min(file.len())]).into_owned();
    let size: Vec<usize> = head.split_whitespace().skip(1).take(2).map(|n| n.parse().unwrap()).collect();
    let pixels = &file[file.len() - size[0] * size[1]..];
    (size[0], size[1], pixels.iter().map(|grey| u32::from(*grey)).collect())
}

fn by_ours(bytes: &[u8]) -> Vec<Pixels> {
    let Ok(pages) = render::Pages::open(Arc::<[u8]>::from(bytes)) else { return vec![] };
    let drawn = (0..pages.count().min(MAX_PAGES)).map(|index| {
        let picture = pages.picture(index, 1.0, render::Budget::default());
        picture.map_or((0, 0, vec![]), |picture| coloured(&picture.png))
    });
    drawn.collect()
}

fn coloured(png: &[u8]) -> Pixels {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let step = info.color_type.samples();
    let colour = |pixel: &[u8]| pixel.iter().fold(0, |all, part| all << 8 | u32::from(*part));
    (
        info.width as usize,
        info.height as usize,
        pixels[..info.buffer_size()].chunks(step).map(colour).collect(),
    )
}
