//! The letters that a seal uses, as a composite font in the file (ISO 32000-1 §9.7).

use std::collections::BTreeMap;

use lopdf::ObjectId;
use pdf_writer::{
    Chunk, Finish, Name, Rect, Ref, Settings, Str,
    types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap},
};
use skrifa::{MetadataProvider, instance::LocationRef, instance::Size, raw::TableProvider};
use subsetter::GlyphRemapper;

use crate::{
    appearance::{
        Weight, draw,
        face::{Face, face},
    },
    error::Error,
    update::Update,
};

/// CIDs are the subset's glyph numbers, in no order of letters.
const IDENTITY: SystemInfo<'_> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// The objects of a font.
pub(crate) struct Numbers {
    pub(crate) font: Ref,
    pub(crate) cid_font: Ref,
    pub(crate) descriptor: Ref,
    pub(crate) file: Ref,
    pub(crate) meanings: Ref,
    /// `/CIDSet`, where it is wanted.
    pub(crate) set: Option<Ref>,
}

/// Takes an object: its number, and what writes it into a chunk.
pub(crate) type Put<'a> = &'a mut dyn FnMut(Ref, &dyn Fn(&mut Chunk, Ref));

/// One face of a seal in the making.
pub(crate) struct Embedding {
    face: &'static Face,
    glyphs: GlyphRemapper,
    /// What each glyph of the subset says.
    says: BTreeMap<u16, char>,
}

impl Embedding {
    pub(crate) fn new(weight: Weight) -> Result<Self, Error> {
        Ok(Self { face: face(weight)?, glyphs: GlyphRemapper::new(), says: BTreeMap::new() })
    }

    /// A text as the font's codes, two bytes for a letter.
    pub(crate) fn encoded(&mut self, text: &str) -> Result<Vec<u8>, Error> {
        let mut codes = Vec::with_capacity(text.len() * 2);
        for letter in text.chars() {
            // Glyph numbers of OpenType have 16 bits.
            let glyph = self.glyphs.remap(self.face.glyph(letter)?.to_u32() as u16);
            self.says.insert(glyph, letter);
            codes.extend(glyph.to_be_bytes());
        }
        Ok(codes)
    }

    /// Writes the font's objects; gives that of the font.
    pub(crate) fn write(&self, update: &mut Update<'_>) -> Result<ObjectId, Error> {
        let font = draw::reserved(update)?;
        let [cid_font, descriptor, file, meanings, set] = [(); 5].map(|()| draw::reserved(update));
        let set = set?;
        // §9.8.3: deprecated in PDF 2.0, demanded by PDF/A-1 (§6.3.5).
        let with_set = update.version() < (2, 0);
        let numbers = Numbers {
            font: draw::number(font),
            cid_font: draw::number(cid_font?),
            descriptor: draw::number(descriptor?),
            file: draw::number(file?),
            meanings: draw::number(meanings?),
            set: with_set.then(|| draw::number(set)),
        };
        self.objects(&numbers, &mut |id, write| draw::put(update, (id.get().unsigned_abs(), 0), write))?;
        if !with_set {
            update.put(set, b"null".to_vec());
        }
        Ok(font)
    }

    /// Gives each object of the font to `put`, with what writes it.
    pub(crate) fn objects(&self, numbers: &Numbers, put: Put<'_>) -> Result<(), Error> {
        let wrong = || Error::Unsupported { what: "the font of seals".into() };
        let subset = subsetter::subset(self.face.data, 0, &self.glyphs).map_err(|_| wrong())?;
        let subset = skrifa::FontRef::new(&subset).map_err(|_| wrong())?;
        let program = subset.table_data(skrifa::Tag::new(b"CFF ")).ok_or_else(wrong)?;
        let name = format!("{}+{}", self.tag(), self.face.name);
        put(numbers.font, &|chunk, id| {
            chunk
                .type0_font(id)
                .base_font(Name(format!("{name}-Identity-H").as_bytes()))
                .encoding_predefined(Name(b"Identity-H"))
                .descendant_font(numbers.cid_font)
                .to_unicode(numbers.meanings);
        });
        put(numbers.cid_font, &|chunk, id| self.cid_font(chunk, id, &name, numbers.descriptor));
        put(numbers.descriptor, &|chunk, id| {
            self.descriptor(chunk, id, &name, numbers.file, numbers.set);
        });
        let packed = draw::deflated(program.as_bytes());
        put(numbers.file, &|chunk, id| {
            let mut stream = chunk.stream(id, &packed);
            stream.filter(pdf_writer::Filter::FlateDecode);
            stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
        });
        let meant = draw::deflated(self.meanings().as_slice());
        put(numbers.meanings, &|chunk, id| {
            chunk.cmap(id, &meant).filter(pdf_writer::Filter::FlateDecode);
        });
        if let Some(set) = numbers.set {
            let present = self.present();
            put(set, &|chunk, id| {
                chunk.stream(id, &present);
            });
        }
        Ok(())
    }

    fn cid_font(&self, chunk: &mut Chunk, id: Ref, name: &str, descriptor: Ref) {
        let mut font = chunk.cid_font(id);
        font.subtype(CidFontType::Type0).base_font(Name(name.as_bytes())).system_info(IDENTITY);
        font.font_descriptor(descriptor).default_width(0.0);
        let advances = (self.glyphs.remapped_gids())
            .map(|glyph| self.face.advance(skrifa::GlyphId::new(u32::from(glyph))));
        font.widths().consecutive(0, advances);
    }

    fn descriptor(&self, chunk: &mut Chunk, id: Ref, name: &str, file: Ref, set: Option<Ref>) {
        let font = &self.face.font;
        let metrics = font.metrics(Size::new(1000.0), LocationRef::default());
        let bounds = font.head().map(|head| {
            let scale = |value: i16| f32::from(value) * 1000.0 / f32::from(metrics.units_per_em);
            Rect::new(scale(head.x_min()), scale(head.y_min()), scale(head.x_max()), scale(head.y_max()))
        });
        let mut descriptor = chunk.font_descriptor(id);
        descriptor
            .name(Name(name.as_bytes()))
            .flags(FontFlags::NON_SYMBOLIC)
            .bbox(bounds.unwrap_or(Rect::new(0.0, -300.0, 1000.0, 1000.0)))
            .italic_angle(0.0)
            .ascent(metrics.ascent)
            .descent(metrics.descent)
            .cap_height(metrics.cap_height.unwrap_or(727.0))
            .stem_v(self.face.stem)
            .font_file3(file);
        if let Some(set) = set {
            descriptor.cid_set(set);
        }
        descriptor.finish();
    }

    /// What the codes mean, so that the seal can be searched and read out (§9.10.3).
    fn meanings(&self) -> pdf_writer::Buf {
        let mut cmap = UnicodeCmap::new(Name(b"Pitser-UCS"), IDENTITY);
        self.says.iter().for_each(|(&glyph, &letter)| cmap.pair(glyph, letter));
        cmap.finish()
    }

    /// `/CIDSet`: a bit for each glyph of the subset, the one for what is missing included.
    fn present(&self) -> Vec<u8> {
        let count = usize::from(self.glyphs.num_gids());
        let mut bits = vec![0_u8; count.div_ceil(8)];
        for glyph in 0..count {
            if let Some(byte) = bits.get_mut(glyph / 8) {
                *byte |= 0x80 >> (glyph % 8);
            }
        }
        bits
    }

    /// Six letters that name the subset (§9.6.4), from its glyphs.
    fn tag(&self) -> String {
        use sha2::{Digest, Sha256};
        let mut digest = Sha256::new();
        self.glyphs.remapped_gids().for_each(|glyph| digest.update(glyph.to_be_bytes()));
        digest.finalize().iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect()
    }
}

/// Objects without blanks that nobody needs.
pub(crate) fn chunk() -> Chunk {
    Chunk::with_settings(Settings { pretty: false })
}
