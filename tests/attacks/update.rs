//! What somebody else appends to a file: objects of any kind, and an end that may be well formed or not.

use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// How an update ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A table and a trailer.
    Table,
    /// A cross-reference stream.
    Stream,
    /// A table of nothing but the head of the free list.
    EmptyTable,
    /// A trailer without a table, and `startxref` leading to where the last one stands.
    TrailerAlone,
    /// Nothing but the objects.
    Nothing,
    /// The objects and `startxref` of the section before.
    OldStart,
    /// A table, and `startxref` this far beside it.
    Beside(i64),
    /// A table, and no `startxref`.
    NoStart,
    /// A table that lists each object twice, the first time where nothing is.
    Twice,
    /// A table that hides the objects, and a stream that tells of them.
    Hybrid,
}

/// An update that is being written.
pub struct Update {
    bytes: Vec<u8>,
    /// The file as another library reads it.
    pub read: Document,
    placed: Vec<(u32, u16, usize)>,
    freed: Vec<u32>,
    next: u32,
    before: usize,
    /// Goes into the trailer; later entries win.
    pub trailer: Dictionary,
}

impl Update {
    /// After this file.
    pub fn of(file: &[u8]) -> Self {
        let read = Document::load_mem(file).expect("a file of ours");
        let next = read.objects.keys().map(|id| id.0).max().unwrap_or(0).max(read.max_id) + 1;
        let mut trailer = Dictionary::new();
        for key in [b"Root".as_slice(), b"Info", b"ID"] {
            if let Ok(value) = read.trailer.get(key) {
                trailer.set(key.to_vec(), value.clone());
            }
        }
        let mut bytes = file.to_vec();
        if !bytes.ends_with(b"\n") {
            bytes.push(b'\n');
        }
        Self { before: start(file), bytes, read, placed: vec![], freed: vec![], next, trailer }
    }

    /// The catalog.
    pub fn root(&self) -> ObjectId {
        self.read.trailer.get(b"Root").and_then(Object::as_reference).expect("a catalog")
    }

    /// A page, from 1.
    pub fn page(&self, number: u32) -> ObjectId {
        self.read.get_pages()[&number]
    }

    /// The node above the first page.
    pub fn pages(&self) -> ObjectId {
        let page = self.read.get_dictionary(self.page(1)).expect("a page");
        page.get(b"Parent").and_then(Object::as_reference).expect("a parent")
    }

    /// The dictionary of an object as it was.
    pub fn dictionary(&self, id: ObjectId) -> Dictionary {
        self.read.get_dictionary(id).expect("a dictionary").clone()
    }

    /// Writes an object of a known number.
    pub fn set(&mut self, id: ObjectId, body: impl AsRef<[u8]>) {
        self.placed.push((id.0, id.1, self.bytes.len()));
        self.bytes.extend(format!("{} {} obj\n", id.0, id.1).into_bytes());
        self.bytes.extend(body.as_ref());
        self.bytes.extend(b"\nendobj\n");
    }

    /// Writes an object of a new number.
    pub fn add(&mut self, body: impl AsRef<[u8]>) -> u32 {
        self.next += 1;
        self.set((self.next - 1, 0), body);
        self.next - 1
    }

    /// Writes a dictionary again, with a change.
    pub fn change(&mut self, id: ObjectId, change: impl FnOnce(&mut Dictionary)) {
        let mut dictionary = self.dictionary(id);
        change(&mut dictionary);
        self.set(id, written(&Object::Dictionary(dictionary)));
    }

    /// Deletes an object.
    pub fn free(&mut self, number: u32) {
        self.freed.push(number);
    }

    /// Leads to bytes that are there already.
    pub fn point(&mut self, number: u32, at: usize) {
        self.placed.push((number, 0, at));
    }

    /// The file so far.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The file as it ends.
    pub fn end(mut self, how: End) -> Vec<u8> {
        let at = self.bytes.len();
        let trailer = |this: &Self, more: &str| {
            let mut all = this.trailer.clone();
            all.set("Size", i64::from(this.next + 1));
            all.set("Prev", this.before as i64);
            let text = written(&Object::Dictionary(all));
            [&text[..text.len() - 2], more.as_bytes(), b">>"].concat()
        };
        let (table, start) = match how {
            End::Nothing => return self.bytes,
            End::OldStart => (vec![], Some(self.before)),
            End::TrailerAlone => ([b"trailer\n", trailer(&self, "").as_slice()].concat(), Some(at)),
            End::Stream => {
                self.placed.push((self.next, 0, at));
                (self.section(&trailer(&self, "")), Some(at))
            }
            End::EmptyTable => {
                let text = [b"xref\n0 1\n0000000000 65535 f \ntrailer\n".to_vec(), trailer(&self, "")];
                (text.concat(), Some(at))
            }
            End::Hybrid => {
                let stream = self.section(&trailer(&self, ""));
                self.bytes.extend(stream);
                let table = self.bytes.len();
                let trailer = trailer(&self, &format!("/XRefStm {at}"));
                let text = [b"xref\n0 1\n0000000000 65535 f \ntrailer\n", trailer.as_slice()];
                (text.concat(), Some(table))
            }
            _ => {
                let start = match how {
                    End::Beside(by) => Some(at.saturating_add_signed(by as isize)),
                    End::NoStart => None,
                    _ => Some(at),
                };
                let table = self.table(how == End::Twice);
                ([table.as_bytes(), b"trailer\n", &trailer(&self, "")].concat(), start)
            }
        };
        self.bytes.extend(table);
        if let Some(start) = start {
            self.bytes.extend(format!("\nstartxref\n{start}\n%%EOF\n").into_bytes());
        }
        self.bytes
    }

    fn table(&self, twice: bool) -> String {
        let mut text = String::from("xref\n0 1\n0000000000 65535 f \n");
        for (number, generation, at) in &self.placed {
            if twice {
                let _ = write!(text, "{number} 1\n{:010} {generation:05} n \n", 15);
            }
            let _ = write!(text, "{number} 1\n{at:010} {generation:05} n \n");
        }
        for number in &self.freed {
            let _ = write!(text, "{number} 1\n0000000000 00001 f \n");
        }
        text
    }

    fn section(&self, trailer: &[u8]) -> Vec<u8> {
        let (mut index, mut rows) = (String::new(), vec![]);
        let placed = self.placed.iter().map(|(number, generation, at)| (*number, 1_u8, *at, *generation));
        let freed = self.freed.iter().map(|number| (*number, 0, 0, 1));
        for (number, kind, at, generation) in placed.chain(freed) {
            let _ = write!(index, "{number} 1 ");
            rows.push(kind);
            rows.extend((at as u32).to_be_bytes());
            rows.extend(generation.to_be_bytes());
        }
        let head = format!("{} 0 obj\n<</Type/XRef/W[1 4 2]/Index[{index}]/Length {}", self.next, rows.len());
        [head.as_bytes(), &trailer[2..], b"stream\n", &rows, b"\nendstream\nendobj\n"].concat()
    }
}

/// Where the last `startxref` leads.
pub fn start(file: &[u8]) -> usize {
    let at = file.windows(9).rposition(|window| window == b"startxref").expect("a start") + 9;
    let digits = file[at..].iter().skip_while(|byte| byte.is_ascii_whitespace());
    let digits: Vec<u8> = digits.take_while(|byte| byte.is_ascii_digit()).copied().collect();
    String::from_utf8(digits).expect("digits").parse().expect("a number")
}

/// A stream object's body.
pub fn stream(more: &str, data: &str) -> String {
    format!("<<{more}/Length {}>>stream\n{data}\nendstream", data.len())
}

/// An object as PDF writes it.
pub fn written(object: &Object) -> Vec<u8> {
    match object {
        Object::Null => b"null".to_vec(),
        Object::Boolean(value) => value.to_string().into_bytes(),
        Object::Integer(value) => value.to_string().into_bytes(),
        Object::Real(value) => value.to_string().into_bytes(),
        Object::Name(name) => {
            let mut text = String::from("/");
            for byte in name {
                if byte.is_ascii_alphanumeric() || b"-_.+".contains(byte) {
                    text.push(char::from(*byte));
                } else {
                    let _ = write!(text, "#{byte:02X}");
                }
            }
            text.into_bytes()
        }
        Object::String(text, _) => format!("<{}>", hex::encode(text)).into_bytes(),
        Object::Array(items) => {
            let items: Vec<Vec<u8>> = items.iter().map(written).collect();
            [b"[", items.join(&b' ').as_slice(), b"]"].concat()
        }
        Object::Dictionary(dictionary) => {
            let mut text = b"<<".to_vec();
            for (key, value) in dictionary {
                text.extend(written(&Object::Name(key.clone())));
                text.push(b' ');
                text.extend(written(value));
            }
            text.extend(b">>");
            text
        }
        Object::Stream(stream) => {
            let mut dictionary = stream.dict.clone();
            dictionary.set("Length", stream.content.len() as i64);
            let head = written(&Object::Dictionary(dictionary));
            [head.as_slice(), b"stream\n", &stream.content, b"\nendstream"].concat()
        }
        Object::Reference((number, generation)) => format!("{number} {generation} R").into_bytes(),
    }
}
