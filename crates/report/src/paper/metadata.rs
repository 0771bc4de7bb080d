//! What the file says of itself, twice and the same: XMP (ISO 16684-1) and the information dictionary.

use pdf_writer::{Date, Pdf, Ref, TextStr};

use crate::paper::Whole;
use crate::words::Value;
use crate::xml::Xml;

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// The title of the report.
pub(crate) fn title(whole: &Whole<'_>) -> String {
    whole.words.text("paper-title-of", &[("name", Value::from(whole.name))])
}

fn program(whole: &Whole<'_>) -> String {
    format!("{} {}", whole.report.program.name, whole.report.program.version)
}

/// The information dictionary, ISO 32000-1 §14.3.3. The report was made when the file was checked: no clock is asked.
pub(crate) fn information(pdf: &mut Pdf, id: Ref, whole: &Whole<'_>) {
    let made = whole.report.validation_time.calendar();
    let date = Date::new(u16::try_from(made.year).unwrap_or_default())
        .month(made.month)
        .day(made.day)
        .hour(made.hour)
        .minute(made.minute)
        .second(made.second)
        .utc_offset_hour(0);
    let mut information = pdf.document_info(id);
    information.title(TextStr(&title(whole))).creator(TextStr(&program(whole)));
    information.producer(TextStr(&program(whole))).creation_date(date);
}

/// The packet of XMP, with what it claims: PDF/A-2a and PDF/UA-1.
pub(crate) fn packet(whole: &Whole<'_>) -> Vec<u8> {
    let made = whole.report.validation_time.to_string();
    // Without fractions: the information dictionary has none.
    let made = format!("{}Z", made.get(..19).unwrap_or_default());
    let program = program(whole);
    Xml::packet(|xml| {
        xml.inside("x:xmpmeta", &[("xmlns:x", "adobe:ns:meta/")], |xml| {
            xml.inside("rdf:RDF", &[("xmlns:rdf", RDF)], |xml| {
                xml.inside("rdf:Description", NAMESPACES, |xml| {
                    xml.text("dc:format", "application/pdf");
                    xml.inside("dc:title", &[], |xml| {
                        xml.inside("rdf:Alt", &[], |xml| {
                            xml.attributed("rdf:li", &[("xml:lang", "x-default")], &title(whole));
                        });
                    });
                    xml.inside("dc:language", &[], |xml| {
                        xml.inside("rdf:Bag", &[], |xml| xml.text("rdf:li", whole.words.language().tag()));
                    });
                    xml.text("xmp:CreateDate", &made);
                    xml.text("xmp:CreatorTool", &program);
                    xml.text("pdf:Producer", &program);
                    xml.text("pdfaid:part", "2");
                    xml.text("pdfaid:conformance", "A");
                    xml.text("pdfuaid:part", "1");
                    xml.inside("pdfaExtension:schemas", &[], |xml| {
                        xml.inside("rdf:Bag", &[], accessibility);
                    });
                });
            });
        });
    })
}

const NAMESPACES: &[(&str, &str)] = &[
    ("rdf:about", ""),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:xmp", "http://ns.adobe.com/xap/1.0/"),
    ("xmlns:pdf", "http://ns.adobe.com/pdf/1.3/"),
    ("xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
    ("xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/"),
    ("xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
    ("xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
    ("xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
];

/// PDF/A knows nothing of PDF/UA, and wants told what its mark is (ISO 19005-2 §6.6.2.3.2).
fn accessibility(xml: &mut Xml) {
    const RESOURCE: &[(&str, &str)] = &[("rdf:parseType", "Resource")];
    xml.inside("rdf:li", RESOURCE, |xml| {
        xml.text("pdfaSchema:schema", "PDF/UA identification schema");
        xml.text("pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/");
        xml.text("pdfaSchema:prefix", "pdfuaid");
        xml.inside("pdfaSchema:property", &[], |xml| {
            xml.inside("rdf:Seq", &[], |xml| {
                xml.inside("rdf:li", RESOURCE, |xml| {
                    xml.text("pdfaProperty:name", "part");
                    xml.text("pdfaProperty:valueType", "Integer");
                    xml.text("pdfaProperty:category", "internal");
                    xml.text("pdfaProperty:description", "Part of ISO 14289 to which the file conforms");
                });
            });
        });
    });
}
