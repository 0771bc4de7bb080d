//! Pages that are turned and cropped.

use lopdf::{Document, Object};

/// Degrees clockwise, and what is cut off: left, bottom, right, top in points.
#[derive(Clone, Copy, Debug)]
pub struct Way(i64, [i64; 4]);

pub const WAYS: [Way; 4] =
    [Way(0, [20, 30, 40, 50]), Way(90, [20, 30, 40, 50]), Way(180, [0; 4]), Way(270, [50, 0, 0, 20])];

/// The document with all its pages shown that way.
pub fn turned(bytes: &[u8], Way(degrees, [left, bottom, right, top]): Way) -> Vec<u8> {
    let mut document = Document::load_mem(bytes).unwrap();
    for page in document.get_pages().into_values().collect::<Vec<_>>() {
        let sides = media_box(&document, page);
        let page = document.get_object_mut(page).unwrap().as_dict_mut().unwrap();
        let crop = [sides[0] + left, sides[1] + bottom, sides[2] - right, sides[3] - top];
        page.set("CropBox", crop.map(Object::Integer).to_vec());
        page.set("Rotate", degrees);
    }
    let mut turned = vec![];
    document.save_to(&mut turned).unwrap();
    turned
}

/// The page's own or the one it takes over, in whole points.
fn media_box(document: &Document, page: lopdf::ObjectId) -> [i64; 4] {
    let mut node = document.get_dictionary(page).unwrap();
    loop {
        if let Ok(sides) =
            document.dereference(node.get(b"MediaBox").unwrap_or(&Object::Null)).unwrap().1.as_array()
        {
            let sides: Vec<i64> = sides.iter().map(|side| side.as_float().unwrap() as i64).collect();
            return sides.try_into().unwrap();
        }
        node = document.get_dictionary(node.get(b"Parent").unwrap().as_reference().unwrap()).unwrap();
    }
}
