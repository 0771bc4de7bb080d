//! What the marks on the pages mean: the structure tree, ISO 32000-1 §14.7.

use pdf_writer::types::{StructRole, TableHeaderScope};
use pdf_writer::{Chunk, Finish, Rect, Ref, TextStr};

/// Elements in the order in which they were opened; the first is the document.
pub(crate) struct Tree {
    elements: Vec<Element>,
    open: Vec<usize>,
    /// For each page, the element of each piece of marked content.
    marks: Vec<Vec<usize>>,
}

struct Element {
    role: StructRole,
    parent: usize,
    kids: Vec<Kid>,
    /// The picture's meaning, and where it is on the page.
    picture: Option<(String, Rect)>,
    scope: Option<TableHeaderScope>,
}

enum Kid {
    Element(usize),
    Content { page: usize, mark: i32 },
}

impl Tree {
    pub fn new() -> Self {
        let document =
            Element { role: StructRole::Document, parent: 0, kids: Vec::new(), picture: None, scope: None };
        Self { elements: vec![document], open: vec![0], marks: Vec::new() }
    }

    /// Begins a page.
    pub fn page(&mut self) {
        self.marks.push(Vec::new());
    }

    /// Opens an element inside the one that is open; gives its number.
    pub fn open(&mut self, role: StructRole) -> usize {
        let parent = self.open.last().copied().unwrap_or_default();
        let number = self.elements.len();
        self.elements.push(Element { role, parent, kids: Vec::new(), picture: None, scope: None });
        if let Some(parent) = self.elements.get_mut(parent) {
            parent.kids.push(Kid::Element(number));
        }
        self.open.push(number);
        number
    }

    /// Closes the element that was opened last.
    pub fn close(&mut self) {
        if self.open.len() > 1 {
            self.open.pop();
        }
    }

    pub fn set_picture(&mut self, element: usize, meaning: String, place: Rect) {
        if let Some(element) = self.elements.get_mut(element) {
            element.picture = Some((meaning, place));
        }
    }

    pub fn set_scope(&mut self, element: usize, scope: TableHeaderScope) {
        if let Some(element) = self.elements.get_mut(element) {
            element.scope = Some(scope);
        }
    }

    /// The number under which content of this element stands on the newest page, and its tag.
    pub fn mark(&mut self, element: usize) -> (i32, StructRole) {
        let page = self.marks.len().saturating_sub(1);
        let mut mark = 0;
        if let Some(marks) = self.marks.last_mut() {
            mark = i32::try_from(marks.len()).unwrap_or(i32::MAX);
            marks.push(element);
        }
        match self.elements.get_mut(element) {
            Some(element) => {
                element.kids.push(Kid::Content { page, mark });
                (mark, element.role)
            }
            None => (mark, StructRole::P),
        }
    }

    /// Writes the elements: the first object is `first`, the root's is `root`.
    pub fn write(&self, chunk: &mut Chunk, root: Ref, first: Ref, pages: &[Ref]) {
        let number =
            |element: usize| Ref::new(first.get().saturating_add(i32::try_from(element).unwrap_or(0)));
        for (index, element) in self.elements.iter().enumerate() {
            let mut written = chunk.struct_element(number(index));
            written.kind(element.role);
            written.parent(if index == 0 { root } else { number(element.parent) });
            if let Some((meaning, place)) = &element.picture {
                written.alt(TextStr(meaning));
                written.attributes().push().layout().bbox(*place);
            }
            if let Some(scope) = element.scope {
                written.attributes().push().table().scope(scope);
            }
            let mut kids = written.children();
            for kid in &element.kids {
                match kid {
                    Kid::Element(kid) => {
                        kids.struct_element(number(*kid));
                    }
                    Kid::Content { page, mark } => {
                        if let Some(page) = pages.get(*page) {
                            kids.marked_content_ref().page(*page).marked_content_id(*mark);
                        }
                    }
                }
            }
            kids.finish();
        }
    }

    /// For each page, the objects of the elements of its marks (§14.7.4.4).
    pub fn parents(&self, first: Ref) -> Vec<Vec<Ref>> {
        let number =
            |element: &usize| Ref::new(first.get().saturating_add(i32::try_from(*element).unwrap_or(0)));
        self.marks.iter().map(|marks| marks.iter().map(number).collect()).collect()
    }
}
