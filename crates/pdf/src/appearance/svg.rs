//! SVG, drawn to pixels. Nothing outside the file is read, and what would be left out silently is refused.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Group, ImageHrefResolver, Node, Options, Tree, roxmltree},
};

use crate::{
    appearance::picture::{LONGEST, Picture, unusable},
    error::Error,
};

/// Elements of the file: logos have some hundreds.
const MAX_NODES: u32 = 50_000;

/// Shapes that are drawn, and groups that need a picture of their own; each may cover the whole, so that these bound the
/// work to some seconds.
const MAX_SHAPES: usize = 5_000;
const MAX_GROUPS: usize = 200;

/// Groups inside each other.
const MAX_DEPTH: usize = 50;

/// Elements without which a picture is another one: text needs the fonts of the machine it was made on, pictures other
/// files and decoders, filters unbounded work.
const REFUSED: [&str; 4] = ["filter", "foreignObject", "image", "text"];

pub(crate) fn read(bytes: &[u8]) -> Result<Picture, Error> {
    let damaged = |error: &dyn std::fmt::Display| unusable(format!("SVG: {error}"));
    let text = std::str::from_utf8(bytes).map_err(|error| damaged(&error))?;
    // Drawing programs write a DOCTYPE; the parser bounds what its entities expand to.
    let options = roxmltree::ParsingOptions { allow_dtd: true, nodes_limit: MAX_NODES, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options).map_err(|error| damaged(&error))?;
    let is_refused = |name: &str| REFUSED.contains(&name);
    if let Some(node) = document.descendants().find(|node| is_refused(node.tag_name().name())) {
        return Err(unusable(format!("SVG: <{}>", node.tag_name().name())));
    }
    let tree = Tree::from_xmltree(&document, &options_without_files()).map_err(|error| damaged(&error))?;
    let mut counted = Counted::default();
    counted.group(tree.root(), 0)?;
    draw(&tree)
}

fn options_without_files() -> Options<'static> {
    let none =
        ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    Options { image_href_resolver: none, ..Default::default() }
}

fn draw(tree: &Tree) -> Result<Picture, Error> {
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = LONGEST as f32 / width.max(height);
    // At least one pixel and at most the longest side.
    let side = |length: f32| (length * scale).round().clamp(1.0, LONGEST as f32) as u32;
    let (pixels_x, pixels_y) = (side(width), side(height));
    let mut pixmap = Pixmap::new(pixels_x, pixels_y).ok_or_else(|| unusable("SVG: no size"))?;
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let straight: Vec<u8> = (pixmap.pixels().iter().map(|pixel| pixel.demultiply()))
        .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()])
        .collect();
    Ok(Picture::from_rgba(pixels_x as usize, pixels_y as usize, &straight))
}

#[derive(Default)]
struct Counted {
    shapes: usize,
    groups: usize,
}

impl Counted {
    fn group(&mut self, group: &Group, depth: usize) -> Result<(), Error> {
        self.groups += usize::from(group.should_isolate());
        if self.shapes > MAX_SHAPES || self.groups > MAX_GROUPS || depth > MAX_DEPTH {
            return Err(unusable("SVG: more shapes than are drawn"));
        }
        let mut clip = group.clip_path();
        let mut mask = group.mask();
        while let Some(found) = clip {
            self.groups += 1;
            self.group(found.root(), depth + 1)?;
            clip = found.clip_path();
        }
        while let Some(found) = mask {
            self.groups += 1;
            self.group(found.root(), depth + 1)?;
            mask = found.mask();
        }
        for node in group.children() {
            match node {
                Node::Group(inner) => self.group(inner, depth + 1)?,
                Node::Path(path) => {
                    self.shapes += 1;
                    let patterns =
                        [path.fill().map(|fill| fill.paint()), path.stroke().map(|stroke| stroke.paint())];
                    for paint in patterns.into_iter().flatten() {
                        if let resvg::usvg::Paint::Pattern(pattern) = paint {
                            self.group(pattern.root(), depth + 1)?;
                        }
                    }
                }
                Node::Image(_) | Node::Text(_) => return Err(unusable("SVG: a picture or text inside")),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::appearance::picture::Data;

    const HEAD: &str = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='40' height='20'>";

    #[test]
    fn a_drawing_becomes_pixels_on_white() {
        let found =
            read(format!("{HEAD}<rect width='20' height='20' fill='#102030'/></svg>").as_bytes()).unwrap();
        assert_eq!(found.size(), (1_200, 600));
        let Data::Rgb(pixels) = found.data else { panic!("grey") };
        assert_eq!((&pixels[..3], &pixels[pixels.len() - 3..]), (&[16, 32, 48][..], &[255, 255, 255][..]));
    }

    #[test]
    fn what_would_be_missing_is_refused() {
        for inside in [
            "<text>Valid</text>",
            "<image href='file:///etc/passwd' width='9' height='9'/>",
            "<filter id='f'/>",
            "<g><switch><foreignObject/></switch></g>",
        ] {
            assert!(
                matches!(read(format!("{HEAD}{inside}</svg>").as_bytes()), Err(Error::SealPicture { .. })),
                "{inside}"
            );
        }
    }

    #[test]
    fn copies_of_copies_end_in_an_error() {
        let mut levels = "<g id='a0'><rect width='1' height='1'/></g>".to_owned();
        for level in 1..20 {
            let uses = format!("<use xlink:href='#a{}'/>", level - 1).repeat(10);
            levels.push_str(&format!("<g id='a{level}'>{uses}</g>"));
        }
        assert!(read(format!("{HEAD}{levels}</svg>").as_bytes()).is_err());
    }
}
