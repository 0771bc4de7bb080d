//! Small files written by hand, so that every byte is known.
#![allow(clippy::unwrap_used, dead_code)]

use std::{collections::BTreeMap, fmt::Write as _, io::Write as _, process::Command, sync::Arc};

use pdf::{Document, Error, Extended, Placeholder, SecurityStore, SignatureKind, SignatureSpec};

/// A file that grows by objects and cross-reference sections.
#[derive(Clone)]
pub struct Builder {
    pub bytes: Vec<u8>,
    /// What the offsets count from.
    pub base: usize,
    entries: BTreeMap<u32, Entry>,
    size: u32,
    pub newest: Option<usize>,
}

#[derive(Clone, Copy)]
enum Entry {
    InFile(usize),
    InStream(u32, u32),
    Free,
}

impl Builder {
    pub fn new(version: &str) -> Self {
        let bytes = format!("%PDF-{version}\n%\u{e2}\u{e3}\n").into_bytes();
        Self { bytes, base: 0, entries: BTreeMap::new(), size: 1, newest: None }
    }

    /// Bytes before the header, from which the offsets count.
    pub fn behind_garbage(version: &str) -> Self {
        let mut this = Self::new(version);
        let garbage = b"HTTP/1.1 200 OK\r\n\r\n";
        this.bytes = [garbage, this.bytes.as_slice()].concat();
        this.base = garbage.len();
        this
    }

    /// One more revision of a file.
    pub fn behind(bytes: &[u8]) -> Self {
        let document = open(bytes);
        let size = document.trailer().get(b"Size").unwrap().as_i64().unwrap();
        let newest = document.revisions().last().unwrap().startxref;
        Self {
            bytes: bytes.to_vec(),
            base: 0,
            entries: BTreeMap::new(),
            size: size.try_into().unwrap(),
            newest: Some(newest.try_into().unwrap()),
        }
    }

    /// Catalog 1, pages 2, page 3 with contents 4.
    pub fn with_page(mut self, catalog: &str, page: &str) -> Self {
        self.object(1, &format!("<</Type/Catalog/Pages 2 0 R{catalog}>>"));
        self.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        self.object(
            3,
            &format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300.12345 144]/Resources<<>>/Contents 4 0 R{page}>>"
            ),
        );
        self.object(4, "<</Length 6>>stream\n0 0 m \nendstream");
        self
    }

    pub fn object(&mut self, number: u32, body: &str) {
        self.raw_object(number, body.as_bytes());
    }

    pub fn raw_object(&mut self, number: u32, body: &[u8]) {
        self.entries.insert(number, Entry::InFile(self.here()));
        self.size = self.size.max(number + 1);
        writeln!(self.bytes, "{number} 0 obj").unwrap();
        self.bytes.extend_from_slice(body);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    pub fn free(&mut self, number: u32) {
        self.entries.insert(number, Entry::Free);
    }

    /// Leaves an object that was written out of the cross-reference data.
    pub fn unlisted(&mut self, number: u32) {
        self.entries.remove(&number);
    }

    /// Objects in a compressed stream, with references only in a cross-reference stream.
    pub fn object_stream(&mut self, number: u32, objects: &[(u32, &str)]) {
        let (mut head, mut body) = (String::new(), String::new());
        for (index, (id, text)) in objects.iter().enumerate() {
            write!(head, "{id} {} ", body.len()).unwrap();
            write!(body, "{text} ").unwrap();
            self.entries.insert(*id, Entry::InStream(number, index as u32));
            self.size = self.size.max(id + 1);
        }
        let data = deflate(format!("{head}{body}").as_bytes());
        let dictionary = format!(
            "<</Type/ObjStm/N {}/First {}/Filter/FlateDecode/Length {}>>stream\n",
            objects.len(),
            head.len(),
            data.len()
        );
        self.raw_object(number, &[dictionary.as_bytes(), &data, b"\nendstream"].concat());
    }

    /// An object stream of this text, of which the cross-reference stream lists these objects in these places.
    pub fn object_stream_of(
        &mut self,
        number: u32,
        more: &str,
        (head, body): (&str, &str),
        listed: &[(u32, u32)],
    ) {
        for (id, index) in listed {
            self.entries.insert(*id, Entry::InStream(number, *index));
            self.size = self.size.max(id + 1);
        }
        let first = head.len();
        let dictionary = format!("<</Type/ObjStm/First {first}/Length {}{more}>>", first + body.len());
        self.object(number, &format!("{dictionary}stream\n{head}{body}\nendstream"));
    }

    /// Objects that stand in that stream, in this order.
    pub fn listed_in(&mut self, stream: u32, numbers: &[u32]) {
        for (index, number) in (0..).zip(numbers) {
            self.entries.insert(*number, Entry::InStream(stream, index));
            self.size = self.size.max(number + 1);
        }
    }

    fn here(&self) -> usize {
        self.bytes.len() - self.base
    }

    fn trailer(&mut self, more: &str) -> String {
        let previous = self.newest.map(|at| format!("/Prev {at}")).unwrap_or_default();
        format!("/Size {}/Root 1 0 R/ID[<0123><4567>]{previous}{more}", self.size)
    }

    /// Ends the revision with a classic table.
    pub fn table(&mut self, more: &str) -> &mut Self {
        let at = self.here();
        let trailer = self.trailer(more);
        self.bytes.extend_from_slice(b"xref\n0 1\n0000000000 65535 f \n");
        for (first, run) in runs(&std::mem::take(&mut self.entries)) {
            writeln!(self.bytes, "{first} {}", run.len()).unwrap();
            for entry in run {
                match entry {
                    Entry::InFile(offset) => writeln!(self.bytes, "{offset:010} 00000 n ").unwrap(),
                    Entry::Free | Entry::InStream(..) => writeln!(self.bytes, "0000000000 00001 f ").unwrap(),
                }
            }
        }
        write!(self.bytes, "trailer\n<<{trailer}>>\nstartxref\n{at}\n%%EOF\n").unwrap();
        self.newest = Some(at);
        self
    }

    /// Ends the revision with a compressed cross-reference stream of number `own`.
    pub fn stream(&mut self, own: u32, more: &str) -> &mut Self {
        self.ended_by(own, more, true)
    }

    /// The same, with a stream that does not list itself.
    pub fn unlisted_stream(&mut self, own: u32, more: &str) -> &mut Self {
        self.ended_by(own, more, false)
    }

    fn ended_by(&mut self, own: u32, more: &str, with_own: bool) -> &mut Self {
        let at = self.xref_stream(own, more, with_own);
        write!(self.bytes, "startxref\n{at}\n%%EOF\n").unwrap();
        self.newest = Some(at);
        self.entries.clear();
        self
    }

    /// Ends the revision with a table that hides compressed objects, and a stream that tells of them.
    pub fn hybrid(&mut self, own: u32) -> &mut Self {
        let visible = self.entries.clone();
        self.entries.retain(|_, entry| matches!(entry, Entry::InStream(..)));
        let at = self.xref_stream(own, "", false);
        self.entries = visible;
        self.table(&format!("/XRefStm {at}"))
    }

    fn xref_stream(&mut self, own: u32, more: &str, with_own: bool) -> usize {
        let at = self.here();
        self.size = self.size.max(own + 1);
        if with_own {
            self.entries.insert(own, Entry::InFile(at));
        }
        let (mut index, mut rows) = (String::new(), vec![]);
        for (first, run) in runs(&self.entries) {
            write!(index, "{first} {} ", run.len()).unwrap();
        }
        for entry in self.entries.values() {
            let (kind, second, third) = match *entry {
                Entry::Free => (0, 0, 1),
                Entry::InFile(offset) => (1_u8, offset as u32, 0),
                Entry::InStream(stream, index) => (2, stream, index as u16),
            };
            // PNG's "up" from the row before is undone by the reader; "none" keeps the rows readable here.
            rows.push(0);
            rows.push(kind);
            rows.extend(second.to_be_bytes());
            rows.extend(third.to_be_bytes());
        }
        let data = deflate(&rows);
        let trailer = self.trailer(more);
        write!(
            self.bytes,
            "{own} 0 obj\n<</Type/XRef/W[1 4 2]/Index[{index}]{trailer}/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>/Length {}>>stream\n",
            data.len()
        )
        .unwrap();
        self.bytes.extend_from_slice(&data);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
        at
    }
}

/// Entries of consecutive numbers.
fn runs(entries: &BTreeMap<u32, Entry>) -> Vec<(u32, Vec<Entry>)> {
    let mut runs: Vec<(u32, Vec<Entry>)> = vec![];
    for (&number, &entry) in entries {
        match runs.last_mut() {
            Some((first, run)) if *first + run.len() as u32 == number => run.push(entry),
            _ => runs.push((number, vec![entry])),
        }
    }
    runs
}

pub fn deflate(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::ZlibEncoder::new(vec![], flate2::Compression::default());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

/// A page and a classic table.
pub fn classic() -> Vec<u8> {
    Builder::new("1.4").with_page("", "").table("").bytes.clone()
}

/// A page whose catalog and page object are compressed, and a cross-reference stream.
pub fn compressed() -> Vec<u8> {
    compressed_with("")
}

/// The same with more in the trailer.
pub fn compressed_with(trailer: &str) -> Vec<u8> {
    let mut file = Builder::new("1.7");
    file.object(4, "<</Length 6>>stream\n0 0 m \nendstream");
    file.object_stream(
        5,
        &[
            (1, "<</Type/Catalog/Pages 2 0 R>>"),
            (2, "<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            (3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144.5]/Resources<<>>/Contents 4 0 R>>"),
        ],
    );
    file.stream(6, trailer).bytes.clone()
}

/// Everything that can be asked of a file.
pub fn ask(bytes: Vec<u8>) -> Result<(), Error> {
    let bytes = Arc::new(bytes);
    // Where repair helps, it is judged as well.
    if let Ok(document) = Document::open_repairing(bytes.clone(), &pdf::Access::default())
        && document.was_repaired()
    {
        let _ = (
            document.signatures(),
            document.security_store(),
            document.page_count(),
            document.signing_rules(),
        );
        assert!(document.append_signature(&spec()).is_err());
    }
    let document = Document::open(bytes)?;
    let signatures = document.signatures();
    let store = document.security_store();
    let _ = (document.version(), document.page_count(), document.unaccounted(), document.signing_rules());
    for index in 0..document.revisions().len().min(4) {
        let _ = (document.at_revision(index), document.apart_from_archival(index));
    }
    for number in 0..12 {
        let _ = document.object((number, 0));
    }
    if let Ok(placeholder) = document.append_signature(&spec()) {
        let whole = Extended::new(document.source().clone(), placeholder.tail);
        let whole = Document::open(Arc::new(whole)).expect("what we append reads back");
        if let Ok(before) = &signatures {
            let found = whole.signatures().expect("what we append reads back");
            assert_eq!(found.len(), before.len() + 1);
            let ours = |s: &&pdf::Signature| s.field_name == placeholder.field_name && s.covers_whole_file;
            assert!(found.iter().find(ours).is_some_and(|s| s.hole_matches && s.hole_is_own));
        }
    }
    let evidence = SecurityStore { crls: vec![b"list".to_vec()], ..Default::default() };
    let _ = document.append_security_store(&evidence);
    signatures.and(store).map(drop)
}

pub fn open(bytes: &[u8]) -> Document {
    Document::open(Arc::new(bytes.to_vec())).unwrap()
}

pub fn spec() -> SignatureSpec {
    SignatureSpec {
        signing_time: Some("D:20261122140000Z".into()),
        reason: Some("Laenuleping nõusolek".into()),
        signer_name: Some("Mari-Liis Männik".into()),
        ..SignatureSpec::new(SignatureKind::Signature, 64)
    }
}

/// Stands for a signature: the crate does not look inside.
pub const CMS: &[u8] = b"0\x05CMS..";

/// The file with one more signature, and what was known while it was made.
pub fn signed(bytes: &[u8]) -> (Vec<u8>, Placeholder) {
    let mut placeholder = open(bytes).append_signature(&spec()).unwrap();
    placeholder.fill(CMS).unwrap();
    ([bytes, &placeholder.tail].concat(), placeholder)
}

/// The bytes of a document.
pub fn all(document: &Document) -> Vec<u8> {
    let mut bytes = vec![0; document.len() as usize];
    document.source().read_at(0, &mut bytes).unwrap();
    bytes
}

pub fn extended(document: &Document, tail: Vec<u8>) -> Document {
    Document::open(Arc::new(Extended::new(document.source().clone(), tail))).unwrap()
}

/// What a digest over the byte range would see.
pub fn covered(document: &Document, range: [u64; 4]) -> Vec<u8> {
    let mut bytes = vec![];
    document.digest_ranges(range, &mut |chunk| bytes.extend_from_slice(chunk)).unwrap();
    bytes
}

/// Other people's readers find nothing to complain of.
pub fn accepted_by_others(bytes: &[u8]) {
    let reread = lopdf::Document::load_mem(bytes).unwrap();
    assert!(reread.catalog().is_ok());
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    match Command::new("qpdf").arg("--check").arg(file.path()).output() {
        Ok(output) => assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr)),
        Err(_) => println!("skipped: qpdf is not installed"),
    }
}
