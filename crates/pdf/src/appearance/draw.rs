//! A seal as objects: the form that shows it, its picture, its fonts.

use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};
use lopdf::ObjectId;
use pdf_writer::{Chunk, Content, Filter, Finish, Name, Rect, Ref, Str};

use crate::{
    appearance::{
        Border, Seal, Weight,
        embed::{self, Embedding},
        layout::layout,
        picture::{Data, Picture},
    },
    error::Error,
    update::Update,
};

/// The darkness of the rule, and its width in points.
const RULE_GRAY: f32 = 0.6;
const RULE_WIDTH: f32 = 0.5;

/// White of the standard observer at 6500 K, and the primaries of sRGB (IEC 61966-2-1) in columns.
const WHITE: [f32; 3] = [0.9505, 1.0, 1.089];
const GAMMA: f32 = 2.2;
const PRIMARIES: [f32; 9] = [0.4124, 0.2126, 0.0193, 0.3576, 0.7152, 0.1192, 0.1805, 0.0722, 0.9505];

/// The form XObject of a seal in a box of that size, in points.
pub(crate) fn form(
    update: &mut Update<'_>,
    seal: &Seal,
    (width, height): (f32, f32),
    matrix: [f32; 6],
) -> Result<ObjectId, Error> {
    let layout = layout(seal, width, height)?;
    let (mut text, mut name) = (Embedding::new(Weight::Text)?, Embedding::new(Weight::Name)?);
    let mut content = Content::new();
    if seal.border == Border::Rule {
        let inset = RULE_WIDTH / 2.0;
        content.save_state().set_stroke_color_space(Name(b"G")).set_stroke_color([RULE_GRAY]);
        content.set_line_width(RULE_WIDTH);
        content.rect(inset, inset, width - RULE_WIDTH, height - RULE_WIDTH).stroke().restore_state();
    }
    let picture = match (&seal.picture, layout.picture) {
        (Some(picture), Some([x, y, wide, high])) => {
            content.save_state().transform([wide, 0.0, 0.0, high, x, y]).x_object(Name(b"P")).restore_state();
            Some(image(update, picture)?)
        }
        _ => None,
    };
    content.set_fill_color_space(Name(b"G")).set_fill_color([0.0]);
    for row in &layout.rows {
        let (font, embedding) = match row.weight {
            Weight::Name => (Name(b"N"), &mut name),
            Weight::Text => (Name(b"T"), &mut text),
        };
        content.begin_text().set_font(font, row.size).next_line(row.x, row.y);
        content.show(Str(&embedding.encoded(&row.text)?)).end_text();
    }
    let used = |weight| layout.rows.iter().any(|row| row.weight == weight);
    let name = used(Weight::Name).then(|| name.write(update)).transpose()?;
    let text = used(Weight::Text).then(|| text.write(update)).transpose()?;

    let content = deflated(content.finish().as_slice());
    let id = reserved(update)?;
    put(update, id, |chunk, id| {
        let mut form = chunk.form_xobject(id, &content);
        form.filter(Filter::FlateDecode);
        form.bbox(Rect::new(0.0, 0.0, width, height)).matrix(matrix);
        let mut resources = form.resources();
        resources.color_spaces().insert(Name(b"G")).start::<pdf_writer::writers::ColorSpace<'_>>().cal_gray(
            WHITE,
            None,
            Some(GAMMA),
        );
        if let Some(picture) = picture {
            resources.x_objects().pair(Name(b"P"), number(picture));
        }
        let mut fonts = resources.fonts();
        for (key, font) in [(b"N", name), (b"T", text)] {
            if let Some(font) = font {
                fonts.pair(Name(key), number(font));
            }
        }
        fonts.finish();
        resources.finish();
        form.finish();
    });
    Ok(id)
}

/// The image XObject of a picture.
fn image(update: &mut Update<'_>, picture: &Picture) -> Result<ObjectId, Error> {
    let (data, filter, gray) = match &picture.data {
        Data::Gray(samples) => (deflated(samples), Filter::FlateDecode, true),
        Data::Rgb(samples) => (deflated(samples), Filter::FlateDecode, false),
        Data::Jpeg { stream, gray } => (stream.clone(), Filter::DctDecode, *gray),
    };
    let id = reserved(update)?;
    put(update, id, |chunk, id| {
        let mut image = chunk.image_xobject(id, &data);
        image.filter(filter);
        // Within the bounds of what is decoded.
        image.width(picture.width as i32).height(picture.height as i32).bits_per_component(8);
        let space = image.color_space();
        if gray {
            space.cal_gray(WHITE, None, Some(GAMMA));
        } else {
            space.cal_rgb(WHITE, None, Some([GAMMA; 3]), Some(PRIMARIES));
        }
    });
    Ok(id)
}

pub(crate) fn reserved(update: &mut Update<'_>) -> Result<ObjectId, Error> {
    update.reserve()
}

/// Our numbers are below the format's largest, which is far below this type's.
pub(crate) fn number(id: ObjectId) -> Ref {
    Ref::new(i32::try_from(id.0).unwrap_or(i32::MAX))
}

/// Writes one object with pdf-writer.
pub(crate) fn put(update: &mut Update<'_>, id: ObjectId, write: impl FnOnce(&mut Chunk, Ref)) {
    let mut chunk = embed::chunk();
    write(&mut chunk, number(id));
    // It comes as `N 0 obj`, value, `endobj`; the update writes the frame itself.
    let text = chunk.as_bytes();
    let head = format!("{} 0 obj", id.0);
    let value = text.strip_prefix(head.as_bytes()).unwrap_or(text).trim_ascii();
    let value = value.strip_suffix(b"endobj").unwrap_or(value).trim_ascii_end();
    update.put(id, value.to_vec());
}

pub(crate) fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    let _ = encoder.write_all(data);
    encoder.finish().unwrap_or_default()
}
