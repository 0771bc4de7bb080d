//! The value of the signature taken apart and put together otherwise. It stands in the hole, which no digest covers.

use super::signature::range;
use super::stage::{Base, Case};

/// DER as a tree.
#[derive(Clone, Debug)]
struct Node {
    tag: u8,
    value: Vec<u8>,
    kids: Vec<Node>,
}

impl Node {
    fn leaf(tag: u8, value: &[u8]) -> Self {
        Self { tag, value: value.to_vec(), kids: vec![] }
    }

    fn of(tag: u8, kids: Vec<Node>) -> Self {
        Self { tag, value: vec![], kids }
    }

    /// The first value and what is behind it.
    fn read(der: &[u8]) -> (Self, &[u8]) {
        let (tag, first) = (der[0], usize::from(der[1]));
        let (length, head) = match first {
            0..=127 => (first, 2),
            _ => {
                let bytes = &der[2..2 + (first & 127)];
                (bytes.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte)), 2 + bytes.len())
            }
        };
        let (mut body, rest) = der[head..].split_at(length);
        let mut node = Self::leaf(tag, body);
        if tag & 0x20 != 0 {
            node.value.clear();
            while !body.is_empty() {
                let (kid, behind) = Self::read(body);
                node.kids.push(kid);
                body = behind;
            }
        }
        (node, rest)
    }

    fn written(&self) -> Vec<u8> {
        let body = match self.tag & 0x20 {
            0 => self.value.clone(),
            _ => self.kids.iter().flat_map(Self::written).collect(),
        };
        let mut text = vec![self.tag];
        match body.len() {
            length @ 0..=127 => text.push(length as u8),
            length @ 128..=255 => text.extend([0x81, length as u8]),
            length => text.extend([0x82, (length >> 8) as u8, length as u8]),
        }
        text.extend(body);
        text
    }

    /// SignedData.
    fn signed_data(&mut self) -> &mut Vec<Node> {
        &mut self.kids[1].kids[0].kids
    }

    /// The set of signers.
    fn signers(&mut self) -> &mut Vec<Node> {
        &mut self.signed_data().last_mut().expect("signers").kids
    }

    fn signer(&mut self) -> &mut Vec<Node> {
        &mut self.signers()[0].kids
    }

    /// The signed attributes of the signer.
    fn attributes(&mut self) -> &mut Vec<Node> {
        &mut self.signer().iter_mut().find(|kid| kid.tag == 0xA0).expect("signed attributes").kids
    }

    fn certificates(&mut self) -> &mut Vec<Node> {
        &mut self.signed_data().iter_mut().find(|kid| kid.tag == 0xA0).expect("certificates").kids
    }
}

type Change = fn(&mut Node);

const CHANGES: [(&str, Change); 25] = [
    ("no signed attributes", |cms| cms.signer().retain(|kid| kid.tag != 0xA0)),
    ("the signer twice", |cms| {
        let signer = cms.signers()[0].clone();
        cms.signers().push(signer);
    }),
    ("another signer first", |cms| {
        let mut signer = cms.signers()[0].clone();
        signer.kids.last_mut().expect("a value").value.reverse();
        cms.signers().insert(0, signer);
    }),
    ("another signer second, without attributes", |cms| {
        let mut signer = cms.signers()[0].clone();
        signer.kids.retain(|kid| kid.tag != 0xA0);
        cms.signers().push(signer);
    }),
    ("no signer", |cms| cms.signers().clear()),
    ("the attributes as content", |cms| {
        let mut attributes = cms.signer().iter().find(|kid| kid.tag == 0xA0).expect("attributes").clone();
        attributes.tag = 0x31;
        cms.signer().retain(|kid| kid.tag != 0xA0);
        let content = Node::leaf(0x04, &attributes.written());
        cms.signed_data()[2].kids.push(Node::of(0xA0, vec![content]));
    }),
    ("content inside", |cms| {
        let content = Node::of(0xA0, vec![Node::leaf(0x04, b"something else")]);
        cms.signed_data()[2].kids.push(content);
    }),
    ("another type of content", |cms| {
        cms.signed_data()[2].kids[0] = Node::leaf(0x06, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 2]);
    }),
    ("no certificates", |cms| cms.signed_data().retain(|kid| kid.tag != 0xA0)),
    ("without the signer's certificate", |cms| drop(cms.certificates().remove(0))),
    ("another digest announced", |cms| {
        let sha1 = Node::leaf(0x06, &[0x2B, 0x0E, 3, 2, 0x1A]);
        cms.signed_data()[1] = Node::of(0x31, vec![Node::of(0x30, vec![sha1])]);
    }),
    ("another digest of the signer", |cms| {
        let sha1 = Node::leaf(0x06, &[0x2B, 0x0E, 3, 2, 0x1A]);
        cms.signer()[2] = Node::of(0x30, vec![sha1]);
    }),
    ("another algorithm", |cms| {
        let at = cms.signer().iter().position(|kid| kid.tag == 0xA0).expect("attributes") + 1;
        let plain = Node::leaf(0x06, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 5]);
        cms.signer()[at] = Node::of(0x30, vec![plain, Node::leaf(0x05, b"")]);
    }),
    ("another version", |cms| cms.signed_data()[0].value = vec![3]),
    ("another version of the signer", |cms| cms.signer()[0].value = vec![3]),
    ("an attribute missing", |cms| drop(cms.attributes().remove(0))),
    ("the last attribute missing", |cms| drop(cms.attributes().pop())),
    ("an attribute twice", |cms| {
        let attribute = cms.attributes()[0].clone();
        cms.attributes().insert(0, attribute);
    }),
    ("attributes in another order", |cms| cms.attributes().reverse()),
    ("an attribute with two values", |cms| {
        for attribute in cms.attributes() {
            let value = attribute.kids[1].kids[0].clone();
            attribute.kids[1].kids.push(value);
        }
    }),
    ("another serial number", |cms| {
        cms.signer()[1].kids[1].value = vec![1];
    }),
    ("another value", |cms| {
        let value = cms.signer().iter_mut().find(|kid| kid.tag == 0x04).expect("a value");
        value.value[7] ^= 1;
    }),
    ("a value of zeros", |cms| {
        let value = cms.signer().iter_mut().find(|kid| kid.tag == 0x04).expect("a value");
        value.value.fill(0);
    }),
    ("an empty value", |cms| {
        cms.signer().iter_mut().find(|kid| kid.tag == 0x04).expect("a value").value.clear();
    }),
    ("no signed data", |cms| cms.kids[0] = Node::leaf(0x06, &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 1])),
];

/// All of them, and some that are no DER.
pub fn cases(base: &Base) -> Vec<Case> {
    let [_, hole, behind, _] = range(&base.bytes);
    let text = hex::decode(&base.bytes[hole + 1..behind - 1]).expect("hexadecimal");
    let (cms, padding) = Node::read(&text);
    let own = &text[..text.len() - padding.len()];
    assert_eq!(cms.written(), own, "the tree writes what it read");
    let filled = |name: &str, der: &[u8]| {
        let room = (behind - hole - 2) / 2;
        let mut der = der.to_vec();
        (der.len() <= room).then(|| {
            der.resize(room, 0);
            let mut bytes = base.bytes.clone();
            bytes[hole + 1..behind - 1].copy_from_slice(hex::encode(der).as_bytes());
            Case { name: name.into(), bytes }
        })
    };
    let mut cases = Vec::new();
    for (name, change) in CHANGES {
        let mut changed = cms.clone();
        change(&mut changed);
        cases.extend(filled(name, &changed.written()));
    }
    let trailing = [own, b"behind"].concat();
    cases.extend(filled("bytes behind the value", &trailing));
    cases.extend(filled("cut off", &own[..own.len() / 2]));
    cases
}

/// The value of a signature of another file.
pub fn of_another(base: &Base) -> Vec<Case> {
    let mut cases = Vec::new();
    for other in &super::stage::SCENE.bases {
        let ([_, hole, behind, _], [_, from, to, _]) = (range(&base.bytes), range(&other.bytes));
        if other.bytes == base.bytes {
            continue;
        }
        let digits = String::from_utf8(other.bytes[from + 1..to - 1].to_vec()).expect("ASCII");
        let digits = digits.trim_end_matches('0');
        let digits = format!("{digits:0<width$}", width = behind - hole - 2);
        if digits.len() == behind - hole - 2 {
            let mut bytes = base.bytes.clone();
            bytes[hole + 1..behind - 1].copy_from_slice(digits.as_bytes());
            cases.push(Case { name: format!("the value of {}", other.name), bytes });
        }
    }
    cases
}
