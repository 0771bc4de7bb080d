//! Files that conform to PDF/A still do after signing, by the rules that a signature can break (ISO 19005-1 to -4). With
//! `PITSER_KEEP` the signed files are left in that folder, for scripts/interop-verapdf.
#![allow(clippy::unwrap_used)]

mod common;
#[path = "../../../tests/corpus.rs"]
mod published;

use std::{path::PathBuf, sync::Arc};

use common::{all, extended, spec};
use pdf::{
    AlternateName, Appearance, Border, Dictionary, Document, Line, Object, ObjectId, Picture, Place, Seal,
    SignatureSpec, Weight,
};

/// The files of veraPDF's corpus that conform.
fn conforming() -> Vec<PathBuf> {
    let Some(root) = published::corpus("producers") else { return vec![] };
    let table = std::fs::read_to_string(root.join("files.tsv")).unwrap();
    let rows = table.lines().filter(|row| row.split('\t').nth(1) == Some("verapdf"));
    rows.map(|row| root.join(row.split('\t').next().unwrap())).collect()
}

fn seal(picture: Option<&str>) -> Seal {
    let line = |text: &str, weight| Line { text: text.into(), weight };
    let lines = vec![line("Õie Ļaudama", Weight::Name), line("Юрий, 2026-11-26 16:20:00 UTC", Weight::Text)];
    let picture = picture.map(|svg| Picture::read(svg.as_bytes()).unwrap());
    Seal { lines, picture, border: Border::Rule }
}

/// Red and half transparent: what PDF/A likes least.
const LOGO: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='30'>\
                    <circle cx='15' cy='15' r='15' fill='#c02030' fill-opacity='.5'/></svg>";

fn signed(document: &Document, seal: Option<Seal>) -> Document {
    let shown = document.page_size(1).unwrap();
    let place = Place { x: 0.0, y: 0.0, width: shown.width.min(160.0), height: shown.height.min(60.0) };
    let appearance = seal.map(|seal| Appearance { page: 1, place, seal });
    let alternate_name = Some(AlternateName { text: "Signature".into(), language: "en".into() });
    let placeholder =
        document.append_signature(&SignatureSpec { appearance, alternate_name, ..spec() }).unwrap();
    extended(document, placeholder.tail)
}

#[test]
fn a_signature_leaves_a_file_as_conforming_as_it_was() {
    let files = conforming();
    for path in &files {
        let name = path.file_name().unwrap().to_string_lossy();
        let document = Document::open(Arc::new(std::fs::read(path).unwrap())).unwrap();
        for (kind, seal) in
            [("invisible", None), ("seal", Some(seal(None))), ("picture", Some(seal(Some(LOGO))))]
        {
            let is_visible = seal.is_some();
            let signed = signed(&document, seal);
            let faults = Rules { before: &document, after: &signed }.faults(is_visible);
            assert!(faults.is_empty(), "{name}, {kind}: {faults:?}");
            if let Some(kept) = std::env::var_os("PITSER_KEEP") {
                std::fs::write(PathBuf::from(kept).join(format!("{kind}-{name}")), all(&signed)).unwrap();
            }
        }
    }
    println!("{} files, each signed in three ways", files.len());
}

#[test]
fn the_rules_catch_what_they_are_there_for() {
    let Some(path) = conforming().into_iter().next() else { return };
    let document = Document::open(Arc::new(std::fs::read(path).unwrap())).unwrap();
    let signed = signed(&document, Some(seal(Some(LOGO))));
    let bytes = all(&signed);
    let mutations: [(&[u8], &[u8]); 6] = [
        (b"/F 132", b"/F 134"),
        (b"/ToUnicode", b"/ToUnicorn"),
        (b"/FontFile3", b"/FontFileX"),
        (b"/CalRGB", b"/DevRGB"),
        (b"/CIDSet", b"/CIDSex"),
        (b"/Subtype/Image/", b"/SMask  /Image/"),
    ];
    for (from, to) in mutations {
        let at = bytes.windows(from.len()).rposition(|window| window == from);
        let at = at.unwrap_or_else(|| panic!("no {}", String::from_utf8_lossy(from)));
        let mut changed = bytes.clone();
        changed[at..at + from.len()].copy_from_slice(to);
        let changed = Document::open(Arc::new(changed)).unwrap();
        let faults = Rules { before: &document, after: &changed }.faults(true);
        assert!(!faults.is_empty(), "{} passes", String::from_utf8_lossy(to));
    }
}

/// What a signature must not do to a conforming file.
struct Rules<'a> {
    before: &'a Document,
    after: &'a Document,
}

impl Rules<'_> {
    fn faults(&self, is_visible: bool) -> Vec<String> {
        let mut faults = vec![];
        let mut rule = |holds: bool, what: &str| {
            if !holds {
                faults.push(what.to_owned())
            }
        };
        let (before, after) = (all(self.before), all(self.after));
        rule(after.starts_with(&before), "the bytes before are changed");
        rule(
            self.before.newest_kind() == self.after.newest_kind(),
            "another kind of cross-reference section",
        );
        rule(self.before.version() == self.after.version(), "another version");
        let (old, new) = (self.before.catalog().unwrap(), self.after.catalog().unwrap());
        rule(old.get(b"Metadata").ok() == new.get(b"Metadata").ok(), "the metadata are changed");
        let extended = new.has(b"Extensions") && !old.has(b"Extensions");
        rule(!extended || self.after.version() == (1, 7), "extensions in a file that cannot have them");
        let form = self.dictionary(new.get(b"AcroForm").unwrap());
        rule(!matches!(form.get(b"NeedAppearances"), Ok(Object::Boolean(true))), "appearances are made anew");

        let fields = self.resolved(form.get(b"Fields").unwrap());
        let widget = self.dictionary(fields.as_array().unwrap().last().unwrap());
        rule(
            widget.get(b"F").is_ok_and(|flags| *flags == Object::Integer(132)),
            "flags other than Print and Locked",
        );
        let looks = self.dictionary(widget.get(b"AP").unwrap());
        rule(looks.iter().all(|(key, _)| key == b"N"), "looks other than the normal one");
        let looks = self.resolved(looks.get(b"N").unwrap());
        let Ok(form) = looks.as_stream() else {
            faults.push("the normal look is no stream".into());
            return faults;
        };
        faults.extend(self.form_faults(&form.dict));
        if is_visible {
            faults.extend(self.font_faults(&form.dict));
        }
        faults
    }

    /// No transparency, no colours of a device, nothing from elsewhere (6.2.3, 6.2.5, 6.4).
    fn form_faults(&self, form: &Dictionary) -> Vec<String> {
        const NEVER: [&[u8]; 9] =
            [b"SMask", b"Group", b"OPI", b"PS", b"Ref", b"Alternates", b"Interpolate", b"F", b"ExtGState"];
        let mut faults = vec![];
        let resources = self.dictionary(form.get(b"Resources").unwrap());
        let mut looked_at = vec![form.clone(), resources.clone()];
        for key in [&b"XObject"[..], b"ColorSpace"] {
            let Ok(entries) = resources.get(key) else { continue };
            for (_, entry) in &self.dictionary(entries) {
                match self.resolved(entry) {
                    Object::Stream(stream) => {
                        let space = self.resolved(stream.dict.get(b"ColorSpace").unwrap());
                        faults.extend(calibrated(&space));
                        looked_at.push(stream.dict);
                    }
                    other => faults.extend(calibrated(&other)),
                }
            }
        }
        for dictionary in &looked_at {
            let found = NEVER.iter().filter(|key| dictionary.has(key));
            faults.extend(found.map(|key| format!("/{}", String::from_utf8_lossy(key))));
        }
        faults
    }

    /// Embedded, with meanings for all codes, and with a set of all glyphs before PDF 2.0 (6.3).
    fn font_faults(&self, form: &Dictionary) -> Vec<String> {
        let mut faults = vec![];
        let resources = self.dictionary(form.get(b"Resources").unwrap());
        let fonts = self.dictionary(resources.get(b"Font").unwrap());
        for (_, font) in &fonts {
            let font = self.dictionary(font);
            let descendants = self.resolved(font.get(b"DescendantFonts").unwrap());
            let below = self.dictionary(&descendants.as_array().unwrap()[0]);
            let descriptor = self.dictionary(below.get(b"FontDescriptor").unwrap());
            let keys: [(&Dictionary, &[u8]); 4] = [
                (&font, b"ToUnicode"),
                (&below, b"W"),
                (&below, b"CIDSystemInfo"),
                (&descriptor, b"FontFile3"),
            ];
            let missing = keys.iter().filter(|(dictionary, key)| !dictionary.has(key));
            faults.extend(missing.map(|(_, key)| format!("no /{}", String::from_utf8_lossy(key))));
            if self.after.version() < (2, 0) && !descriptor.has(b"CIDSet") {
                faults.push("no /CIDSet".into());
            }
        }
        if fonts.is_empty() {
            faults.push("no font".into());
        }
        faults
    }

    fn resolved(&self, object: &Object) -> Object {
        match object {
            Object::Reference(id) => self.after.object(ObjectId::from(*id)).unwrap(),
            other => other.clone(),
        }
    }

    fn dictionary(&self, object: &Object) -> Dictionary {
        self.resolved(object).as_dict().unwrap().clone()
    }
}

fn calibrated(space: &Object) -> Option<String> {
    let family = space.as_array().ok().and_then(|space| space.first()?.as_name().ok());
    let is = matches!(family, Some(b"CalGray" | b"CalRGB"));
    (!is).then(|| format!("the colour space {space:?}"))
}
