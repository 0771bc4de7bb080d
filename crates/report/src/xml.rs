//! XML as it is written: elements inside elements, and nothing in a text that XML 1.0 cannot carry.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesPI, BytesStart, BytesText, Event};

use crate::words;

/// A document in the making.
pub(crate) struct Xml(Writer<Vec<u8>>);

/// Attributes of an element.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    pub fn new() -> Self {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// A packet of XMP inside another file (ISO 16684-1 §7.3): no declaration, and marks around it.
    pub fn packet(write: impl FnOnce(&mut Self)) -> Vec<u8> {
        let mut xml = Self(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.put(Event::PI(BytesPI::new("xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"")));
        write(&mut xml);
        xml.put(Event::PI(BytesPI::new("xpacket end=\"r\"")));
        xml.0.into_inner()
    }

    /// An element with others inside.
    pub fn inside(&mut self, name: &str, attributes: Attributes<'_>, write: impl FnOnce(&mut Self)) {
        self.put(Event::Start(start(name, attributes)));
        write(self);
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// An element with a text, which may come from anywhere.
    pub fn text(&mut self, name: &str, text: &str) {
        self.attributed(name, &[], text);
    }

    /// The same, with attributes.
    pub fn attributed(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.put(Event::Start(start(name, attributes)));
        self.put(Event::Text(BytesText::new(&writable(text))));
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing inside.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.put(Event::Empty(start(name, attributes)));
    }

    pub fn finish(self) -> Vec<u8> {
        // What is written is UTF-8.
        let mut text = String::from_utf8(self.0.into_inner()).unwrap_or_default();
        text.push('\n');
        // No name of ours has such a letter, so each stands in a text or an attribute.
        words::escaped(text, |text, c| text.push_str(&format!("&#x{:X};", u32::from(c)))).into_bytes()
    }

    fn put(&mut self, event: Event<'_>) {
        // Memory takes everything.
        let _ = self.0.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, writable(value).as_str()));
    }
    start
}

/// Characters outside the `Char` production (XML 1.0 §2.2) show as `�`: no escape can stand for them. So does a carriage
/// return, which readers would turn into a line feed.
fn writable(text: &str) -> String {
    let fits = |c| matches!(c, '\t' | '\n' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars().map(|c| if fits(c) { c } else { '\u{fffd}' }).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_hostile_name_stays_a_text() {
        let mut xml = Xml::new();
        let hostile = "</Signer><MainIndication>&\"'\u{0}\u{b}\u{fffe}\r]]>Õ";
        xml.inside("a", &[("b", hostile)], |xml| xml.text("c", hostile));
        let written = String::from_utf8(xml.finish()).unwrap();
        assert!(!written.contains("</Signer>") && !written.contains("]]>"), "{written}");
        assert!(!written.contains(['\u{0}', '\u{b}', '\u{fffe}', '\r']), "{written}");
        assert_eq!(written.matches("Õ").count(), 2);

        let mut xml = Xml::new();
        let unseen = "a\u{202e}b\u{9b}c\u{e0041}";
        xml.inside("a", &[("b", unseen)], |xml| xml.text("c", unseen));
        let written = String::from_utf8(xml.finish()).unwrap();
        assert_eq!(written.matches("a&#x202E;b&#x9B;c&#xE0041;").count(), 2, "{written}");
    }
}
