//! The mark beside the verdict: a form for each, so that it is told without colour.

use pdf::Error;
use pdf_writer::types::{LineCapStyle, LineJoinStyle, StructRole};
use pdf_writer::{Content, Name, Rect};
use validation::report::Indication;

use crate::paper::set::Ink;
use crate::paper::sheet::{Sheet, fill};

/// How far the handles of a quarter of a circle reach, in shares of the radius.
const ROUND: f32 = 0.552_28;

/// The ink that goes with a verdict.
pub(crate) const fn ink(verdict: Option<Indication>) -> Ink {
    match verdict {
        Some(Indication::TotalPassed) => Ink::Good,
        Some(Indication::Indeterminate) => Ink::Open,
        Some(Indication::TotalFailed) => Ink::Bad,
        None => Ink::Gray,
    }
}

/// Draws the mark of a verdict into the square with this lower left corner and side; `meaning` is read out.
pub(crate) fn draw(
    sheet: &mut Sheet,
    verdict: Option<Indication>,
    [x, y, side]: [f32; 3],
    meaning: String,
) -> Result<(), Error> {
    let element = sheet.tree.open(StructRole::Figure);
    sheet.tree.set_picture(element, meaning, Rect::new(x, y, x + side, y + side));
    let (mark, role) = sheet.tree.mark(element);
    sheet.tree.close();
    let page = sheet.page();
    page.begin_marked_content_with_properties(role.to_name()).properties().identify(mark);
    page.save_state().transform([side / 2.0, 0.0, 0.0, side / 2.0, x + side / 2.0, y + side / 2.0]);
    fill(page, ink(verdict));
    circle(page);
    page.fill_nonzero();
    page.set_stroke_color_space(Name(b"C")).set_stroke_color([1.0, 1.0, 1.0]);
    page.set_line_width(0.2).set_line_cap(LineCapStyle::RoundCap).set_line_join(LineJoinStyle::RoundJoin);
    strokes(page, verdict);
    page.restore_state().end_marked_content();
    Ok(())
}

/// Around the origin, with radius 1.
fn circle(page: &mut Content) {
    page.move_to(1.0, 0.0);
    for [from, to] in [
        [(1.0, 0.0), (0.0, 1.0)],
        [(0.0, 1.0), (-1.0, 0.0)],
        [(-1.0, 0.0), (0.0, -1.0)],
        [(0.0, -1.0), (1.0, 0.0)],
    ] {
        // The handle at each end points along the axis of the other.
        let (a, b) =
            ((from.0 + ROUND * to.0, from.1 + ROUND * to.1), (to.0 + ROUND * from.0, to.1 + ROUND * from.1));
        page.cubic_to(a.0, a.1, b.0, b.1, to.0, to.1);
    }
    page.close_path();
}

/// A tick, a cross, a question mark, or a dash where there is nothing to judge.
fn strokes(page: &mut Content, verdict: Option<Indication>) {
    match verdict {
        Some(Indication::TotalPassed) => {
            page.move_to(-0.42, -0.02).line_to(-0.12, -0.34).line_to(0.44, 0.36);
        }
        Some(Indication::TotalFailed) => {
            page.move_to(-0.34, -0.34).line_to(0.34, 0.34).move_to(-0.34, 0.34).line_to(0.34, -0.34);
        }
        Some(Indication::Indeterminate) => {
            page.move_to(-0.28, 0.26).cubic_to(-0.28, 0.66, 0.32, 0.66, 0.32, 0.26);
            page.cubic_to(0.32, 0.0, 0.0, 0.02, 0.0, -0.22).move_to(0.0, -0.54).line_to(0.0, -0.55);
        }
        None => {
            page.move_to(-0.4, 0.0).line_to(0.4, 0.0);
        }
    }
    page.stroke();
}
