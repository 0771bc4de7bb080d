//! How deep the colours, shadings and functions that a page uses stand inside each other, and how long its streams become, before
//! anything is made of them; and whether all programs read its drawing alike.

use std::collections::{HashMap, HashSet};

use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream};
use hayro::hayro_syntax::page::{Page, Resources};
use hayro::hayro_syntax::xref::XRef;

use crate::content::Content;
use crate::course::{Linear, Named, Squeeze};
use crate::decoded;
use crate::error::Error;
use crate::picture::Budget;
use crate::undone;

/// Values inside each other: an indexed colour over a separation over a profile with functions for its inks has about ten.
const DEPTH: usize = 40;

/// Values that one of them is made of, each counted as often as it is used: a gradient of a thousand steps has some ten thousand.
const EXPANDED: u64 = 200_000;

/// Values that are looked at on one page.
const VALUES: usize = 400_000;

/// What is known of all the drawing that a page or a look can reach.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Drawing {
    /// Whether programs read some of it differently, or not at all.
    pub(crate) is_odd: bool,
    /// Whether any of it puts something on the page.
    pub(crate) paints: bool,
    /// Whether some of it belongs to a layer.
    pub(crate) is_optional: bool,
    /// Whether it gives back more than it took, or less: what some programs draw behind it is drawn otherwise.
    pub(crate) is_loose: bool,
    /// Whether some programs may find in it, as a look, what it does not have itself, or paint it beyond its box.
    pub(crate) strays: bool,
    /// What becomes of its letters at worst, in its own space; nothing where it has none.
    pub(crate) letters: Option<Squeeze>,
    /// What becomes of its parts that are drawn inside each other, at worst.
    squeezed: Squeeze,
}

impl Default for Drawing {
    fn default() -> Self {
        let (is_odd, paints, is_optional, is_loose, strays, letters) = Default::default();
        Self { is_odd, paints, is_optional, is_loose, strays, letters, squeezed: Squeeze::NONE }
    }
}

/// Bytes of drawing that are read of one page, or of one annotation: a large plan has some ten million. More is passed over, and
/// told as not drawn in full.
const READ: usize = 256 << 20;

/// Judges what drawing a page can reach: the interpreter follows these values to their end, each in a call of its own.
///
/// # Errors
/// [`Error::TooMuch`], [`Error::ImageTooLarge`].
pub(crate) fn check<'a>(page: &'a Page<'a>, budget: Budget) -> Result<Drawing, Error> {
    let mut nests = Nests::on(page, budget);
    nests.page(page.raw())?;
    // Whatever its parts are, it is read as one.
    nests.drawing.is_odd |= page.page_stream().is_some_and(|content| Content::of(content).is_odd);
    let all = page.resources();
    let parts = [
        (Part::States, &all.ext_g_states),
        (Part::Fonts, &all.fonts),
        (Part::Colours, &all.color_spaces),
        (Part::Objects, &all.x_objects),
        (Part::Patterns, &all.patterns),
        (Part::Shadings, &all.shadings),
    ];
    nests.waiting.extend(parts.map(|(part, dict)| (part, dict.clone())));
    for annotation in page.raw().get::<Array<'_>>("Annots").unwrap_or_default().iter::<Dict<'_>>() {
        nests.pay()?;
        match annotation.get::<Dict<'_>>("AP").and_then(|looks| looks.get::<Object<'_>>("N")) {
            Some(Object::Stream(look)) => nests.content(&look)?,
            Some(Object::Dict(looks)) => nests.waiting.push((Part::Looks, looks)),
            _ => {}
        }
    }
    nests.all()?;
    Ok(nests.drawing)
}

/// The same of the looks of one annotation, whichever of them is shown.
///
/// # Errors
/// As [`check`].
pub(crate) fn looks<'a>(page: &'a Page<'a>, looks: &Dict<'a>, budget: Budget) -> Result<Drawing, Error> {
    let mut nests = Nests::on(page, budget);
    match looks.get::<Object<'_>>("N") {
        Some(Object::Stream(look)) => nests.content(&look)?,
        Some(Object::Dict(looks)) => nests.waiting.push((Part::Looks, looks)),
        _ => {}
    }
    nests.all()?;
    let letters = nests.drawing.letters.map(|letters| letters.and(nests.drawing.squeezed));
    Ok(Drawing { letters, ..nests.drawing })
}

/// A part of the resources of a content stream (ISO 32000-2 table 34), or the looks of an annotation and the glyphs of a font.
#[derive(Clone, Copy)]
enum Part {
    Colours,
    Fonts,
    Looks,
    Objects,
    Patterns,
    Shadings,
    States,
}

/// What an object is used as: nothing keeps a file from using it as several things.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum As {
    Content,
    Font,
    Image,
    Program,
}

/// Fonts that a composite font is made of (one, ISO 32000-2 table 119).
const INNER: usize = 4;

struct Nests<'a> {
    xref: &'a XRef,
    budget: Budget,
    left: usize,
    /// How deep the values are that have been looked through, and of how many they are made.
    known: HashMap<ObjectIdentifier, (usize, u64)>,
    /// What has been looked at, and as what.
    seen: HashSet<(As, ObjectIdentifier)>,
    waiting: Vec<(Part, Dict<'a>)>,
    /// What the page has, which a look without resources uses.
    page: &'a Resources<'a>,
    /// Whether the document has layers.
    has_layers: bool,
    drawing: Drawing,
    /// Bytes of drawing that may still be read.
    unread: usize,
}

impl<'a> Nests<'a> {
    fn on(page: &'a Page<'a>, budget: Budget) -> Self {
        let xref = page.xref();
        let catalog = xref.get::<Dict<'_>>(xref.root_id()).unwrap_or_default();
        Self {
            xref,
            budget,
            left: VALUES,
            known: HashMap::new(),
            seen: HashSet::new(),
            waiting: Vec::new(),
            page: page.resources(),
            has_layers: catalog.contains_key("OCProperties"),
            drawing: Drawing::default(),
            unread: READ,
        }
    }

    fn all(&mut self) -> Result<(), Error> {
        while let Some((part, dict)) = self.waiting.pop() {
            for key in dict.keys() {
                self.pay()?;
                self.entry(part, &dict, &key)?;
            }
        }
        Ok(())
    }

    /// The content of a page.
    fn page(&mut self, page: &Dict<'a>) -> Result<(), Error> {
        match page.get::<Object<'a>>("Contents") {
            Some(Object::Stream(stream)) => undone::check(&stream),
            Some(Object::Array(parts)) => {
                for part in parts.iter::<Stream<'a>>() {
                    self.pay()?;
                    undone::check(&part)?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn entry(&mut self, part: Part, dict: &Dict<'a>, key: &[u8]) -> Result<(), Error> {
        match part {
            Part::Colours | Part::Shadings => self.value(dict, key),
            Part::Looks => dict.get::<Stream<'a>>(key).map_or(Ok(()), |look| self.content(&look)),
            Part::Objects => dict.get::<Stream<'a>>(key).map_or(Ok(()), |stream| self.object(&stream)),
            Part::Patterns => match dict.get::<Object<'a>>(key) {
                Some(Object::Stream(cell)) => self.content(&cell),
                Some(Object::Dict(pattern)) => self.value(&pattern, b"Shading"),
                _ => Ok(()),
            },
            Part::Fonts => {
                let id = dict.get_ref(key).map(ObjectIdentifier::from);
                dict.get::<Dict<'a>>(key).map_or(Ok(()), |font| self.font(&font, id))
            }
            Part::States => dict.get::<Dict<'a>>(key).map_or(Ok(()), |state| self.state(&state)),
        }
    }

    fn state(&mut self, state: &Dict<'a>) -> Result<(), Error> {
        self.value(state, b"TR")?;
        self.value(state, b"TR2")?;
        // Letters of which the content says nothing.
        self.drawing.strays |= state.contains_key("Font");
        if let Some(font) = state.get::<Array<'a>>("Font").and_then(|font| font.iter::<Dict<'a>>().next()) {
            self.font(&font, None)?;
        }
        let Some(mask) = state.get::<Dict<'a>>("SMask") else { return Ok(()) };
        self.value(&mask, b"TR")?;
        mask.get::<Stream<'a>>("G").map_or(Ok(()), |group| self.content(&group))
    }

    fn font(&mut self, font: &Dict<'a>, id: Option<ObjectIdentifier>) -> Result<(), Error> {
        if id.is_some_and(|id| !self.seen.insert((As::Font, id))) {
            return Ok(());
        }
        // The box that a glyph says to have is believed by some, and others clip by it.
        self.drawing.strays |= is_drawn_font(font);
        self.resources(font);
        self.waiting.extend(font.get::<Dict<'a>>("CharProcs").map(|glyphs| (Part::Looks, glyphs)));
        self.programs(font)?;
        let inner = font.get::<Array<'a>>("DescendantFonts").unwrap_or_default();
        inner.iter::<Dict<'a>>().take(INNER).try_for_each(|inner| self.programs(&inner))
    }

    /// The streams that a font is made of.
    fn programs(&mut self, font: &Dict<'a>) -> Result<(), Error> {
        let descriptor = font.get::<Dict<'a>>("FontDescriptor").unwrap_or_default();
        let keys = [
            (font, "ToUnicode"),
            (font, "Encoding"),
            (font, "CIDToGIDMap"),
            (&descriptor, "FontFile"),
            (&descriptor, "FontFile2"),
            (&descriptor, "FontFile3"),
        ];
        for (holder, key) in keys {
            let stream = holder.get::<Stream<'a>>(key);
            if let Some(stream) = stream.filter(|stream| self.seen.insert((As::Program, stream.obj_id()))) {
                self.pay()?;
                undone::check(&stream)?;
            }
        }
        Ok(())
    }

    fn object(&mut self, stream: &Stream<'a>) -> Result<(), Error> {
        let dict = stream.dict();
        if !is_image(stream) {
            return self.content(stream);
        }
        self.drawing.paints = true;
        self.drawing.is_optional |= dict.contains_key("OC");
        if self.seen.insert((As::Image, stream.obj_id())) {
            decoded::judge(stream, self.budget)?;
            self.value(dict, b"ColorSpace")?;
            self.value(dict, b"CS")?;
        }
        Ok(())
    }

    /// A stream of drawing.
    fn content(&mut self, stream: &Stream<'a>) -> Result<(), Error> {
        if !self.seen.insert((As::Content, stream.obj_id())) {
            return Ok(());
        }
        undone::check(stream)?;
        self.drawn(stream);
        self.resources(stream.dict());
        let group = stream.dict().get::<Dict<'a>>("Group");
        group.map_or(Ok(()), |group| self.value(&group, b"CS"))
    }

    fn drawn(&mut self, stream: &Stream<'a>) {
        self.drawing.is_optional |= stream.dict().contains_key("OC");
        let data = if self.unread > 0 { stream.decoded_data().ok() } else { None };
        let Some(data) = data else {
            (self.drawing.is_odd, self.drawing.paints, self.drawing.strays) = (true, true, true);
            return;
        };
        self.unread = self.unread.saturating_sub(data.len());
        let found = Content::of(&data);
        let own = stream.dict().get::<Dict<'a>>("Resources");
        let lists = match &own {
            Some(own) => own.get::<Dict<'a>>("Properties").unwrap_or_default(),
            None => self.page.properties.clone(),
        };
        let is_layer = |name: &Vec<u8>| {
            let list = lists.get::<Dict<'a>>(name).unwrap_or_default();
            let kind = list.get::<Name<'_>>("Type");
            // The renderer takes whatever is referred to for one.
            matches!(kind.as_deref(), Some(b"OCG" | b"OCMD"))
                || list.contains_key("OCGs")
                || (self.has_layers && lists.get_ref(name).is_some())
        };
        self.drawing.is_optional |= found.is_optional || found.properties.iter().any(is_layer);
        self.drawing.is_odd |= found.is_odd;
        self.drawing.paints |= found.paints;
        self.drawing.is_loose |= found.course.is_loose;
        self.drawing.strays |= !is_placed(stream);
        let matrix = stream.dict().get::<[f32; 6]>("Matrix").map(|[a, b, c, d, _, _]| Linear([a, b, c, d]));
        let mut squeezed = matrix.map_or(Squeeze::NONE, Linear::squeeze);
        for ((kind, name), squeeze) in &found.course.names {
            let held = own.as_ref().and_then(|own| own.get::<Dict<'a>>(kind.key()));
            match held.and_then(|held| held.get::<Object<'a>>(name)) {
                None | Some(Object::Null(_)) => {
                    let is_found = self.is_found_on_page(*kind, name);
                    self.drawing.strays |= is_found;
                    self.drawing.paints |= is_found && *kind == Named::XObject;
                }
                Some(Object::Stream(part)) if *kind == Named::XObject && !is_image(&part) => {
                    squeezed = squeezed.and(*squeeze)
                }
                Some(_) => {}
            }
        }
        self.drawing.squeezed = self.drawing.squeezed.and(squeezed);
        let letters = self.drawing.letters.into_iter().chain(found.course.letters);
        self.drawing.letters = letters.reduce(Squeeze::or);
    }

    /// Whether some programs find on the page what a look does not have. Of fonts only those matter whose glyphs are drawings.
    fn is_found_on_page(&self, kind: Named, name: &[u8]) -> bool {
        let all = self.page;
        let held = match kind {
            Named::ColorSpace => &all.color_spaces,
            Named::ExtGState => &all.ext_g_states,
            Named::Font => return all.fonts.get::<Dict<'a>>(name).is_some_and(|font| is_drawn_font(&font)),
            Named::Pattern => &all.patterns,
            Named::Properties => &all.properties,
            Named::Shading => &all.shadings,
            Named::XObject => &all.x_objects,
        };
        held.contains_key(name)
    }

    fn resources(&mut self, holder: &Dict<'a>) {
        let Some(resources) = holder.get::<Dict<'a>>("Resources") else { return };
        let parts = [
            (Part::States, "ExtGState"),
            (Part::Fonts, "Font"),
            (Part::Colours, "ColorSpace"),
            (Part::Objects, "XObject"),
            (Part::Patterns, "Pattern"),
            (Part::Shadings, "Shading"),
        ];
        let found = parts.into_iter().filter_map(|(part, key)| Some((part, resources.get::<Dict<'a>>(key)?)));
        self.waiting.extend(found);
    }

    /// An entry that says how to colour.
    fn value(&mut self, dict: &Dict<'a>, key: &[u8]) -> Result<(), Error> {
        match dict.get_raw::<Object<'a>>(key) {
            Some(value) => self.measure(value, 0).map(drop),
            None => Ok(()),
        }
    }

    /// How deep a value is, and of how many it is made.
    fn measure(&mut self, value: MaybeRef<Object<'a>>, above: usize) -> Result<(usize, u64), Error> {
        self.pay()?;
        let (value, id) = match value {
            MaybeRef::NotRef(value) => (Some(value), None),
            MaybeRef::Ref(reference) => {
                let id = ObjectIdentifier::from(reference);
                if let Some((depth, size)) = self.known.get(&id) {
                    return deep_enough(above + depth, (*depth, *size));
                }
                (self.xref.get::<Object<'a>>(id), Some(id))
            }
        };
        deep_enough(above, ())?;
        let inner: Vec<MaybeRef<Object<'a>>> = match value {
            Some(Object::Array(array)) => array.raw_iter().filter(holds).collect(),
            Some(Object::Dict(dict)) => held(&dict),
            Some(Object::Stream(stream)) => {
                undone::check(&stream)?;
                held(stream.dict())
            }
            _ => Vec::new(),
        };
        let (mut depth, mut size) = (0, 1_u64);
        for inner in inner {
            let found = self.measure(inner, above + 1)?;
            depth = depth.max(found.0 + 1);
            size = size.saturating_add(found.1);
        }
        if size > EXPANDED {
            return Err(Error::TooMuch { what: "colours and functions" });
        }
        self.known.extend(id.map(|id| (id, (depth, size))));
        Ok((depth, size))
    }

    fn pay(&mut self) -> Result<(), Error> {
        self.left = self.left.checked_sub(1).ok_or(Error::TooMuch { what: "resources" })?;
        Ok(())
    }
}

fn is_drawn_font(font: &Dict<'_>) -> bool {
    font.get::<Name<'_>>("Subtype").as_deref() == Some(b"Type3")
}

fn is_image(stream: &Stream<'_>) -> bool {
    stream.dict().get::<Name<'_>>("Subtype").as_deref() == Some(b"Image")
}

/// Whether a form has a box that can be laid into that of an annotation, or of what it is part of (§8.10.2, §12.5.5).
pub(crate) fn is_placed(look: &Stream<'_>) -> bool {
    let dict = look.dict();
    let is_a_box = |[x0, y0, x1, y1]: [f32; 4]| x0 != x1 && y0 != y1;
    let is_a_matrix = |[a, b, c, d, _, _]: [f32; 6]| a * d != b * c;
    let is_whole = |key: &str, length: usize| {
        dict.get::<Array<'_>>(key).is_some_and(|list| list.raw_iter().count() == length)
    };
    dict.get::<[f32; 4]>("BBox").is_some_and(is_a_box)
        && is_whole("BBox", 4)
        && (!dict.contains_key("Matrix")
            || (is_whole("Matrix", 6) && dict.get::<[f32; 6]>("Matrix").is_some_and(is_a_matrix)))
}

/// Whether something can stand in a value.
fn holds(value: &MaybeRef<Object<'_>>) -> bool {
    let holds = |value: &Object<'_>| matches!(value, Object::Array(_) | Object::Dict(_) | Object::Stream(_));
    match value {
        MaybeRef::Ref(_) => true,
        MaybeRef::NotRef(value) => holds(value),
    }
}

fn held<'a>(dict: &Dict<'a>) -> Vec<MaybeRef<Object<'a>>> {
    dict.entries().map(|(_, value)| value).filter(holds).collect()
}

fn deep_enough<T>(depth: usize, found: T) -> Result<T, Error> {
    if depth > DEPTH { Err(Error::TooMuch { what: "colours and functions" }) } else { Ok(found) }
}
