//! Sheets of A4 that are filled from the top, and what stands on them.

use pdf::{Error, Weight};
use pdf_writer::types::{ArtifactSubtype, ArtifactType, StructRole};
use pdf_writer::{Content, Name, Str};

use crate::paper::set::{FINE, Faces, Ink, Line, Style};
use crate::paper::tree::Tree;

/// A4 in points, and what stays free around.
pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
pub(crate) const LEFT: f32 = 56.0;
const TOP: f32 = 54.0;
const BOTTOM: f32 = 70.0;
/// Of the text.
pub(crate) const MEASURE: f32 = WIDTH - 2.0 * LEFT;

/// Of the letters above the base line, in shares of the size.
const ASCENT: f32 = 0.97;

/// The report in the making.
pub(crate) struct Sheet {
    pub faces: Faces,
    pub tree: Tree,
    pub pages: Vec<Content>,
    /// From the lower edge of the page to where the next thing goes.
    y: f32,
}

impl Sheet {
    pub fn new() -> Result<Self, Error> {
        let mut sheet = Self { faces: Faces::new()?, tree: Tree::new(), pages: Vec::new(), y: 0.0 };
        sheet.turn();
        Ok(sheet)
    }

    /// Begins a new page.
    pub fn turn(&mut self) {
        self.pages.push(Content::new());
        self.tree.page();
        self.y = HEIGHT - TOP;
    }

    /// Whether anything stands on the newest page.
    pub fn is_fresh(&self) -> bool {
        self.y >= HEIGHT - TOP
    }

    pub fn y(&self) -> f32 {
        self.y
    }

    /// What is left of the page.
    pub fn left(&self) -> f32 {
        self.y - BOTTOM
    }

    /// What a whole page has.
    pub const fn whole() -> f32 {
        HEIGHT - TOP - BOTTOM
    }

    /// Free space, if it is not at the top of a page.
    pub fn space(&mut self, points: f32) {
        if !self.is_fresh() {
            self.y -= points;
        }
    }

    pub fn down(&mut self, points: f32) {
        self.y -= points;
    }

    /// Turns the page if there is less room than this.
    pub fn need(&mut self, points: f32) {
        if self.left() < points && !self.is_fresh() {
            self.turn();
        }
    }

    /// A heading, with room for `company` points of what it heads.
    pub fn heading(&mut self, role: StructRole, text: &str, style: Style, company: f32) -> Result<(), Error> {
        let lines = self.faces.lines(text, style, MEASURE)?;
        self.need(lines.len() as f32 * style.leading + company);
        self.element(role, &lines, LEFT)
    }

    /// A paragraph from `x` on, over as many pages as it takes.
    pub fn paragraph(&mut self, text: &str, style: Style, x: f32, room: f32) -> Result<(), Error> {
        let lines = self.faces.lines(text, style, room)?;
        self.element(StructRole::P, &lines, x)
    }

    fn element(&mut self, role: StructRole, lines: &[Line], x: f32) -> Result<(), Error> {
        let element = self.tree.open(role);
        let mut rest = lines;
        while let Some(first) = rest.first() {
            self.need(first.style.leading);
            let mut room = self.left();
            let fits = rest.iter().take_while(|line| {
                room -= line.style.leading;
                room >= 0.0
            });
            let (now, later) = rest.split_at(fits.count().max(1));
            let y = self.y;
            let height = self.block(element, now, x, y)?;
            self.y -= height;
            rest = later;
        }
        self.tree.close();
        Ok(())
    }

    /// Lines of an element on this page, the first below `top`. Gives their height.
    pub fn block(&mut self, element: usize, lines: &[Line], x: f32, top: f32) -> Result<f32, Error> {
        let (mark, role) = self.tree.mark(element);
        self.page().begin_marked_content_with_properties(role.to_name()).properties().identify(mark);
        let height = self.letters(lines, x, top)?;
        self.page().end_marked_content();
        Ok(height)
    }

    /// Lines that mean nothing of their own: a head that is said again, a foot.
    pub fn decoration(&mut self, lines: &[Line], x: f32, top: f32) -> Result<f32, Error> {
        self.page().begin_marked_content(Name(b"Artifact"));
        let height = self.letters(lines, x, top)?;
        self.page().end_marked_content();
        Ok(height)
    }

    fn letters(&mut self, lines: &[Line], x: f32, top: f32) -> Result<f32, Error> {
        let mut y = top;
        for line in lines {
            let Style { weight, size, leading, ink } = line.style;
            let codes = self.faces.face(weight).encoded(&line.text)?;
            let base = y - (leading - size) / 2.0 - size * ASCENT;
            let page = self.page();
            fill(page, ink);
            page.begin_text().set_font(font(weight), size).next_line(x, base).show(Str(&codes)).end_text();
            y -= leading;
        }
        Ok(top - y)
    }

    /// A filled box: left, bottom, width, height.
    pub fn filled(&mut self, place: [f32; 4], ink: Ink) {
        let [x, y, width, height] = place;
        let page = self.page();
        page.begin_marked_content(Name(b"Artifact"));
        fill(page, ink);
        page.rect(x, y, width, height).fill_nonzero().end_marked_content();
    }

    /// A thin line across, from `x` on.
    pub fn rule(&mut self, x: f32, width: f32, y: f32) {
        self.filled([x, y, width, 0.5], Ink::Light);
    }

    /// The foot of every page: what this is about, and which page it is.
    pub fn feet(&mut self, about: &str, numbered: impl Fn(usize, usize) -> String) -> Result<(), Error> {
        let pages = std::mem::take(&mut self.pages);
        let count = pages.len();
        let top = BOTTOM - 26.0;
        for (index, page) in pages.into_iter().enumerate() {
            self.pages.push(page);
            let number = self.faces.lines(&numbered(index + 1, count), FINE, MEASURE)?;
            let width = match number.first() {
                Some(line) => self.faces.width(&line.text, FINE)?,
                None => 0.0,
            };
            let about: Vec<Line> =
                self.faces.lines(about, FINE, MEASURE - width - 20.0)?.into_iter().take(2).collect();
            let page = self.page();
            let mut marked = page.begin_marked_content_with_properties(Name(b"Artifact"));
            marked.properties().artifact().kind(ArtifactType::Pagination).subtype(ArtifactSubtype::Footer);
            drop(marked);
            self.letters(&about, LEFT, top)?;
            self.letters(number.get(..1).unwrap_or_default(), WIDTH - LEFT - width, top)?;
            self.page().end_marked_content();
        }
        Ok(())
    }

    pub fn page(&mut self) -> &mut Content {
        if self.pages.is_empty() {
            self.turn();
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }
}

pub(crate) const fn font(weight: Weight) -> Name<'static> {
    match weight {
        Weight::Name => Name(b"N"),
        Weight::Text => Name(b"T"),
    }
}

/// The inks, as light of the standard observer: with that, no output intent is needed (ISO 19005-2 §6.2.4.3).
pub(crate) fn fill(page: &mut Content, ink: Ink) {
    let [red, green, blue] = match ink {
        Ink::Black => [0.07, 0.09, 0.13],
        Ink::Gray => [0.36, 0.39, 0.44],
        Ink::Light => [0.8, 0.82, 0.85],
        Ink::White => [1.0, 1.0, 1.0],
        Ink::Good => [0.09, 0.42, 0.25],
        Ink::Open => [0.55, 0.36, 0.0],
        Ink::Bad => [0.67, 0.11, 0.13],
    };
    page.set_fill_color_space(Name(b"C")).set_fill_color([red, green, blue]);
}
