//! Documents of a wished size: pages with a picture each, as a scanner makes them, and updates after updates.

use std::fs::File;
use std::io::{BufWriter, Result, Write};
use std::path::Path;

/// Pages below one node of the page tree, as most producers have it.
const KIDS: usize = 50;

/// Where each object went.
struct Writer {
    file: BufWriter<File>,
    at: u64,
    offsets: Vec<u64>,
}

impl Writer {
    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.at += bytes.len() as u64;
        self.file.write_all(bytes)
    }

    /// Objects have to come in the order of their numbers.
    fn object(&mut self, body: &[u8]) -> Result<()> {
        self.offsets.push(self.at);
        let number = self.offsets.len();
        self.put(format!("{number} 0 obj\n").as_bytes())?;
        self.put(body)?;
        self.put(b"\nendobj\n")
    }

    fn stream(&mut self, dictionary: &str, data: &[u8]) -> Result<()> {
        let head = format!("<<{dictionary}/Length {}>>stream\n", data.len());
        self.object(&[head.as_bytes(), data, b"\nendstream"].concat())
    }
}

/// Writes a document of `pages` pages with a picture of `picture` bytes on each; none where that is 0.
///
/// # Errors
/// What writing the file said.
pub fn write(path: &Path, pages: usize, picture: usize) -> Result<()> {
    let mut writer = Writer { file: BufWriter::new(File::create(path)?), at: 0, offsets: Vec::new() };
    writer.put(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")?;
    let nodes = pages.div_ceil(KIDS);
    // 1 catalog, 2 root of the pages, then the nodes, then three objects a page.
    let page = |index: usize| 3 + nodes + 3 * index;
    let references = |numbers: &mut dyn Iterator<Item = usize>| {
        numbers.map(|number| format!("{number} 0 R")).collect::<Vec<_>>().join(" ")
    };
    writer.object(b"<</Type/Catalog/Pages 2 0 R>>")?;
    let kids = references(&mut (3..3 + nodes));
    writer.object(format!("<</Type/Pages/Count {pages}/Kids[{kids}]>>").as_bytes())?;
    for node in 0..nodes {
        let below = node * KIDS..pages.min((node + 1) * KIDS);
        let (count, kids) = (below.len(), references(&mut below.map(page)));
        writer.object(format!("<</Type/Pages/Parent 2 0 R/Count {count}/Kids[{kids}]>>").as_bytes())?;
    }
    let mut dice = 1_u64;
    for index in 0..pages {
        let (own, node) = (page(index), 3 + index / KIDS);
        writer.object(
            format!(
                "<</Type/Page/Parent {node} 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</P {} 0 R>>>>/Contents {} 0 R>>",
                own + 2,
                own + 1
            )
            .as_bytes(),
        )?;
        writer.stream("", format!("q 595 0 0 842 0 0 cm /P Do Q % page {index}").as_bytes())?;
        let data: Vec<u8> = (0..picture)
            .map(|_| {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (dice >> 56) as u8
            })
            .collect();
        let kind = "/Type/XObject/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceGray/BitsPerComponent 8";
        writer.stream(kind, &data)?;
    }
    let (size, startxref) = (writer.offsets.len() + 1, writer.at);
    let mut table = format!("xref\n0 {size}\n0000000000 65535 f \n");
    table.extend(writer.offsets.iter().map(|offset| format!("{offset:010} 00000 n \n")));
    table.push_str(&format!("trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{startxref}\n%%EOF\n"));
    writer.put(table.as_bytes())?;
    writer.file.flush()
}

/// Appends `count` updates, each with the catalog anew, to a document that [`write()`] wrote.
///
/// # Errors
/// What reading or writing the file said.
pub fn update(path: &Path, count: usize) -> Result<()> {
    let mut bytes = std::fs::read(path)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let number = |key: &str| {
        let behind = text.rfind(key).map_or("", |at| &text[at + key.len()..]);
        behind.trim_start().split(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse::<usize>().ok())
    };
    let (mut previous, size) = (number("startxref").unwrap_or(0), number("/Size").unwrap_or(0));
    for update in 0..count {
        let at = bytes.len();
        let object = format!("1 0 obj\n<</Type/Catalog/Pages 2 0 R/Bench {update}>>\nendobj\n");
        let startxref = at + object.len();
        bytes.extend(object.bytes());
        let section = format!(
            "xref\n1 1\n{at:010} 00000 n \ntrailer\n<</Size {size}/Root 1 0 R/Prev {previous}>>\nstartxref\n{startxref}\n%%EOF\n"
        );
        bytes.extend(section.bytes());
        previous = startxref;
    }
    std::fs::write(path, bytes)
}
