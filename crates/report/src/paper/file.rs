//! The pages, the letters and the tree as one file.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf::{Error, Typeface};
use pdf_writer::types::TabOrder;
use pdf_writer::writers::ColorSpace;
use pdf_writer::{Filter, Finish, Name, Pdf, Rect, Ref, Settings, TextStr};
use validation::objects::DigestAlgorithm;

use crate::paper::sheet::{HEIGHT, Sheet, WIDTH};
use crate::paper::{Whole, metadata};
use crate::words::Value;

/// White of the standard observer at 6500 K, and the primaries of sRGB (IEC 61966-2-1) in columns.
const WHITE: [f32; 3] = [0.9505, 1.0, 1.089];
const GAMMA: [f32; 3] = [2.2; 3];
const PRIMARIES: [f32; 9] = [0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505];

/// Numbers of objects, one after the other.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 = self.0.saturating_add(1);
        Ref::new(self.0)
    }
}

pub(crate) fn assemble(mut sheet: Sheet, whole: &Whole<'_>) -> Result<Vec<u8>, Error> {
    let program = &whole.report.program;
    let mut about = format!("{} {} · {}", program.name, program.version, whole.name);
    if !whole.report.document.sha256.is_empty() {
        about = format!("{about} · {}", whole.report.document.sha256);
    }
    sheet.feet(&about, |page, pages| {
        let figures = [("page", Value::from(page)), ("pages", Value::from(pages))];
        whole.words.text("paper-page", &figures)
    })?;

    let mut pdf = Pdf::with_settings(Settings { pretty: false });
    pdf.set_version(1, 7);
    let mut numbers = Numbers(0);
    let [catalog, page_tree, information, packet, root] = [(); 5].map(|()| numbers.next());
    let fonts = [(); 2].map(|()| [(); Typeface::OBJECTS].map(|()| numbers.next()));
    let contents = std::mem::take(&mut sheet.pages);
    let pages: Vec<(Ref, Ref)> = contents.iter().map(|_| (numbers.next(), numbers.next())).collect();
    let marks: Vec<Ref> = pages.iter().map(|_| numbers.next()).collect();
    let first = numbers.next();

    let mut hasher = DigestAlgorithm::Sha256.hasher();
    let page_ids: Vec<Ref> = pages.iter().map(|(page, _)| *page).collect();
    for (key, (content, (page, stream))) in contents.into_iter().zip(&pages).enumerate() {
        let content = content.finish();
        hasher.update(content.as_slice());
        pdf.stream(*stream, &deflated(content.as_slice())).filter(Filter::FlateDecode);
        let mut written = pdf.page(*page);
        written.parent(page_tree).media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).contents(*stream);
        written.struct_parents(i32::try_from(key).unwrap_or_default()).tab_order(TabOrder::StructureOrder);
        let mut resources = written.resources();
        let [text, name] = fonts.map(|[font, ..]| font);
        resources.fonts().pair(Name(b"T"), text).pair(Name(b"N"), name);
        let mut spaces = resources.color_spaces();
        spaces.insert(Name(b"C")).start::<ColorSpace<'_>>().cal_rgb(
            WHITE,
            None,
            Some(GAMMA),
            Some(PRIMARIES),
        );
    }
    let count = i32::try_from(page_ids.len()).unwrap_or_default();
    pdf.pages(page_tree).kids(page_ids.iter().copied()).count(count);
    let [text, name] = fonts;
    sheet.faces.text.write(&mut pdf, text)?;
    sheet.faces.name.write(&mut pdf, name)?;
    sheet.tree.write(&mut pdf, root, first, &page_ids);
    for (elements, id) in sheet.tree.parents(first).into_iter().zip(&marks) {
        pdf.indirect(*id).array().items(elements);
    }
    tree_root(&mut pdf, root, first, &marks);
    let xmp = metadata::packet(whole);
    // Metadata stay readable for those who know nothing of PDF.
    pdf.metadata(packet, &xmp);
    metadata::information(&mut pdf, information, whole);
    {
        let mut written = pdf.catalog(catalog);
        written.pages(page_tree).metadata(packet).lang(TextStr(whole.words.language().tag()));
        written.mark_info().marked(true);
        written.viewer_preferences().display_doc_title(true);
        written.pair(Name(b"StructTreeRoot"), root);
    }
    hasher.update(&xmp);
    let id: Vec<u8> = hasher.finish().into_iter().take(16).collect();
    pdf.set_file_id((id.clone(), id));
    Ok(pdf.finish())
}

/// The root of the structure tree, and which element each mark of each page belongs to (ISO 32000-1 §14.7.2).
fn tree_root(pdf: &mut Pdf, root: Ref, first: Ref, marks: &[Ref]) {
    let mut written = pdf.indirect(root).dict();
    written.pair(Name(b"Type"), Name(b"StructTreeRoot")).pair(Name(b"K"), first);
    written.pair(Name(b"ParentTreeNextKey"), i32::try_from(marks.len()).unwrap_or_default());
    let mut parents = written.insert(Name(b"ParentTree")).dict();
    let mut pairs = parents.insert(Name(b"Nums")).array();
    for (key, id) in marks.iter().enumerate() {
        pairs.item(i32::try_from(key).unwrap_or_default()).item(*id);
    }
    pairs.finish();
}

fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    // Memory takes everything.
    let _ = encoder.write_all(data);
    encoder.finish().unwrap_or_default()
}
