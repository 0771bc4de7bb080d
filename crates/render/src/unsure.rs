//! Annotations of which a picture does not show what other programs show, or print, and where that may lie (ISO 32000-2 §12.5).

use hayro::hayro_syntax::object::{Dict, Name, Object, Stream};
use hayro::hayro_syntax::page::{Page, Rotation};

use crate::alike;
use crate::course::{Linear, Squeeze};
use crate::error::Error;
use crate::nested::{self, Drawing};
use crate::picture::Budget;
use crate::rectangles::side;
use crate::warning::Warning;

/// Annotation flags, table 167.
const HIDDEN: u32 = 1 << 1;
const NO_ZOOM: u32 = 1 << 3;
const NO_ROTATE: u32 = 1 << 4;
const NO_VIEW: u32 = 1 << 5;
const TOGGLE_NO_VIEW: u32 = 1 << 8;

/// The widest border of a link that counts as one, in points: programs give links one of a point where they say nothing of it
/// (table 166), which hides no word. Many programs add such links, and that they were added is told anyway.
const THIN: f32 = 1.0;

/// A link whose box is lower or narrower than this is little more than its border, in points.
const SMALL_LINK: f32 = 6.0;

/// The side of the icon of a note (§12.5.6.4), in points, which is as large on the screen however large the page is.
const ICON: f32 = 32.0;

/// By how much more one that does not shrink with its page may take of it, on a small screen.
const GROWN: f32 = 2.0;

/// How many times wider than high, or higher than wide, letters may be made: of narrow ones nobody makes more than half.
const FLAT: f32 = 4.0;

/// How high letters are at least, in points: nobody reads half of that.
const TINY: f32 = 0.5;

/// Fields above each other that are looked at.
pub(crate) const MAX_FIELDS: usize = 64;

/// Left, bottom, right, top in the page's user space.
type Sides = [f32; 4];

/// An annotation that other programs may show otherwise.
pub(crate) struct Unsure {
    /// Its box, as it says.
    pub(crate) rect: Sides,
    /// Where it may be seen.
    pub(crate) boxes: Vec<Sides>,
    /// Why it is not in the picture, or not as elsewhere; nothing where only the pixels tell whether it is.
    pub(crate) why: Option<Warning>,
    /// Whether some programs may paint it anywhere on the page.
    pub(crate) strays: bool,
}

impl Unsure {
    /// Nothing where it is seen as it is drawn, or by nobody.
    pub(crate) fn of<'a>(annotation: &Dict<'a>, page: &'a Page<'a>, budget: Budget) -> Option<Self> {
        let flags = Flags::of(annotation);
        if flags.hide_it_everywhere() {
            return None;
        }
        let looks = annotation.get::<Dict<'_>>("AP");
        let drawing = looks.as_ref().map(|looks| nested::looks(page, looks, budget));
        if let (Some(looks), Some(drawing)) = (&looks, &drawing)
            && strays(annotation, looks, drawing)
        {
            let whole = page.intersected_crop_box();
            let whole = [whole.x0, whole.y0, whole.x1, whole.y1].map(side);
            let why = Some(Warning::LookAstray);
            return Some(Self { rect: whole, boxes: vec![whole], why, strays: true });
        }
        let rect = rect(annotation)?;
        let mut boxes = moved(annotation, flags, rect, page);
        let is_moved = !boxes.is_empty();
        if is_bare(annotation) {
            let border = border(annotation).filter(|_| is_a(annotation, b"Link")).unwrap_or(0.0);
            boxes.push(grown(rect, border));
            return Self::on(page, rect, boxes, Some(Warning::AnnotationWithoutAppearance));
        }
        let (looks, drawing) = (looks?, drawing?);
        if drawing.as_ref().is_ok_and(|drawing| !drawing.paints) {
            return None;
        }
        let is_unread = !drawing.is_ok_and(|drawing| !drawing.is_odd && !drawing.is_optional);
        let may_be_shown = flags.0.is_none_or(|flags| flags & (HIDDEN | NO_VIEW) != 0);
        let is_unsure =
            is_unread || may_be_shown || is_moved || is_optional(annotation) || !is_placed(&looks);
        boxes.push(rect);
        Self::on(page, rect, boxes, is_unsure.then_some(Warning::AnnotationNotDrawn))
    }

    /// One that nobody looks at any further.
    pub(crate) fn unread(annotation: &Dict<'_>, page: &Page<'_>) -> Option<Self> {
        let rect = rect(annotation)?;
        let is_hidden = Flags::of(annotation).hide_it_everywhere();
        if is_hidden { None } else { Self::on(page, rect, vec![rect], Some(Warning::AnnotationNotDrawn)) }
    }

    /// Nothing where nothing of it is on the page.
    fn on(page: &Page<'_>, rect: Sides, boxes: Vec<Sides>, why: Option<Warning>) -> Option<Self> {
        let shown = page.intersected_crop_box();
        let shown = [shown.x0, shown.y0, shown.x1, shown.y1].map(side);
        let boxes = boxes.into_iter().filter_map(|[left, bottom, right, top]| {
            let part = [left.max(shown[0]), bottom.max(shown[1]), right.min(shown[2]), top.min(shown[3])];
            (part[0] < part[2] && part[1] < part[3]).then_some(part)
        });
        let boxes: Vec<Sides> = boxes.collect();
        (!boxes.is_empty()).then_some(Self { rect, boxes, why, strays: false })
    }
}

/// Whether some programs may paint a look beyond the box of its annotation: they take what it lacks from the page, believe boxes that
/// glyphs say to have, draw letters that were made flat as high as others, or lay it into no box at all (§12.5.5).
fn strays(annotation: &Dict<'_>, looks: &Dict<'_>, drawing: &Result<Drawing, Error>) -> bool {
    let Ok(drawing) = drawing else { return true };
    let is_little = |rect: Sides| {
        let letters = drawing.letters.map(|letters| letters.and(stretched(looks, rect)));
        letters.is_some_and(|letters| !(letters.flatness <= FLAT && letters.least >= TINY))
    };
    drawing.is_loose || (drawing.paints && (drawing.strays || rect(annotation).is_none_or(is_little)))
}

/// The flags of an annotation; nothing where they are no whole number, so that some programs see others than the rest.
#[derive(Clone, Copy)]
struct Flags(Option<u32>);

impl Flags {
    fn of(annotation: &Dict<'_>) -> Self {
        Self(match annotation.get::<Object<'_>>("F") {
            None | Some(Object::Null(_)) => Some(0),
            // One with a point is written with it.
            Some(Object::Number(flags)) => flags.to_string().parse().ok(),
            Some(_) => None,
        })
    }

    /// One that some programs show when the pointer is over it is not.
    fn hide_it_everywhere(self) -> bool {
        self.0.is_some_and(|flags| flags & HIDDEN != 0 && flags & TOGGLE_NO_VIEW == 0)
    }
}

/// Whether it is seen and does not say how it looks, or is a link with a border.
pub(crate) fn is_bare(annotation: &Dict<'_>) -> bool {
    let Some([left, bottom, right, top]) = rect(annotation) else { return false };
    if Flags::of(annotation).hide_it_everywhere() || is_a(annotation, b"Popup") {
        return false;
    }
    if is_a(annotation, b"Link") {
        let is_small = right - left < SMALL_LINK || top - bottom < SMALL_LINK;
        return border(annotation).is_none_or(|width| width > THIN || (width > 0.0 && is_small));
    }
    let Some(looks) = annotation.get::<Dict<'_>>("AP") else { return true };
    match looks.get::<Object<'_>>("N") {
        Some(Object::Stream(_)) => false,
        Some(Object::Dict(states)) => {
            // A button has no look for the state in which it shows nothing; everything else has one.
            let is_any = |key: Name<'_>| states.get::<Stream<'_>>(&*key).is_some();
            let shown = annotation.get::<Name<'_>>("AS").is_some_and(&is_any);
            let has_any = || is_button(annotation) && states.keys().any(is_any);
            !(shown || has_any())
        }
        _ => true,
    }
}

/// Whether an annotation is the place of a button, as it says or a field above it (§12.7.4.1).
fn is_button(annotation: &Dict<'_>) -> bool {
    let mut above = is_a(annotation, b"Widget").then(|| annotation.clone());
    for _ in 0..MAX_FIELDS {
        let Some(field) = above else { return false };
        if let Some(kind) = field.get::<Name<'_>>("FT") {
            return &*kind == b"Btn";
        }
        above = field.get::<Dict<'_>>("Parent");
    }
    false
}

/// Whether an annotation is of that kind (table 171).
pub(crate) fn is_a(annotation: &Dict<'_>, kind: &[u8]) -> bool {
    annotation.get::<Name<'_>>("Subtype").as_deref() == Some(kind)
}

/// Its box, unless that is none, or no larger than nothing. A note has an icon all the same.
fn rect(annotation: &Dict<'_>) -> Option<Sides> {
    let [x0, y0, x1, y1] = alike::bounds(annotation)?;
    let sides = [x0.min(x1), y0.min(y1), x0.max(x1), y0.max(y1)];
    match sides[0] < sides[2] && sides[1] < sides[3] {
        true => Some(sides),
        false => is_a(annotation, b"Text").then(|| [sides[0], sides[3] - ICON, sides[0] + ICON, sides[3]]),
    }
}

/// The width of its border (tables 166 and 168), the larger of those that it says; nothing where it cannot be told.
fn border(annotation: &Dict<'_>) -> Option<f32> {
    let style = match annotation.get::<Object<'_>>("BS") {
        None | Some(Object::Null(_)) => None,
        Some(Object::Dict(style)) => {
            Some(if style.contains_key("W") { style.get::<f32>("W")? } else { THIN })
        }
        Some(_) => return None,
    };
    let plain = match annotation.get::<Object<'_>>("Border") {
        None | Some(Object::Null(_)) => None,
        Some(Object::Array(border)) => match border.iter::<Object<'_>>().nth(2) {
            Some(Object::Number(width)) => Some(width.as_f32()),
            _ => return None,
        },
        Some(_) => return None,
    };
    let width = match (style, plain) {
        (Some(one), Some(other)) => one.max(other),
        (one, other) => one.or(other).unwrap_or(THIN),
    };
    (width >= 0.0).then_some(width)
}

fn is_optional(annotation: &Dict<'_>) -> bool {
    annotation.contains_key("OC")
}

/// The looks that an annotation may have (§12.5.5).
fn looks_of<'a>(looks: &Dict<'a>) -> Vec<Stream<'a>> {
    match looks.get::<Object<'_>>("N") {
        Some(Object::Stream(look)) => vec![look],
        Some(Object::Dict(states)) => {
            states.keys().filter_map(|key| states.get::<Stream<'_>>(&*key)).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether its looks have boxes that can be laid into that of the annotation.
fn is_placed(looks: &Dict<'_>) -> bool {
    let looks = looks_of(looks);
    !looks.is_empty() && looks.iter().all(nested::is_placed)
}

/// What becomes of a look that fills the box of its annotation.
fn stretched(looks: &Dict<'_>, [left, bottom, right, top]: Sides) -> Squeeze {
    let of = |look: &Stream<'_>| {
        let dict = look.dict();
        let [x0, y0, x1, y1] = dict.get::<[f32; 4]>("BBox")?;
        let [a, b, c, d, _, _] = dict.get::<[f32; 6]>("Matrix").unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
        let (width, height) = ((x1 - x0).abs(), (y1 - y0).abs());
        let (wide, high) = (width * a.abs() + height * c.abs(), width * b.abs() + height * d.abs());
        Some(Linear([(right - left) / wide, 0.0, 0.0, (top - bottom) / high]).squeeze())
    };
    looks_of(looks).iter().filter_map(of).reduce(Squeeze::or).unwrap_or(Squeeze::NONE)
}

/// Where else it lies if it stays upright on a page that is turned, about the upper left corner of its box, and if it stays as large
/// where the page is shown small (table 167).
fn moved(
    annotation: &Dict<'_>,
    flags: Flags,
    [left, bottom, right, top]: Sides,
    page: &Page<'_>,
) -> Vec<Sides> {
    // A note does both whatever it says.
    let is_note = is_a(annotation, b"Text");
    let (width, height) = (right - left, top - bottom);
    let has = |flag: u32| flags.0.is_none_or(|flags| flags & flag != 0);
    let mut boxes = Vec::new();
    let to = |wide: f32, high: f32| match page.rotation() {
        Rotation::None => [left, top - high, left + wide, top],
        Rotation::Horizontal => [left, top, left + high, top + wide],
        Rotation::Flipped => [left - wide, top, left, top + high],
        Rotation::FlippedHorizontal => [left - high, top - wide, left, top],
    };
    let is_turned = !matches!(page.rotation(), Rotation::None) && (has(NO_ROTATE) || is_note);
    if is_turned {
        boxes.push(to(width, height));
    }
    let is_icon = is_note && width <= ICON && height <= ICON;
    if has(NO_ZOOM) && !is_icon {
        boxes.push(match is_turned {
            true => to(width * GROWN, height * GROWN),
            false => [left, top - height * GROWN, left + width * GROWN, top],
        });
    }
    boxes
}

fn grown([left, bottom, right, top]: Sides, by: f32) -> Sides {
    [left - by, bottom - by, right + by, top + by]
}
