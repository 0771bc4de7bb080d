//! Rows of cells. A row stays on one page if it can; one that is higher than a page goes on on the next, cell by cell.

use pdf::Error;
use pdf_writer::types::{StructRole, TableHeaderScope};

use crate::paper::set::{Line, Style};
use crate::paper::sheet::{LEFT, MEASURE, Sheet};

/// Between columns, and above and below the lines of a row.
const GUTTER: f32 = 10.0;
const PADDING: f32 = 2.5;

/// Where the columns are, and what is said over them.
pub(crate) struct Table<'a> {
    /// Shares of the width.
    pub columns: &'a [f32],
    pub head: &'a [Line],
    /// A line under each row.
    pub ruled: bool,
    /// Whether the first cell of a row heads it.
    pub row_heads: bool,
}

/// A text of a cell; a cell has one or more.
pub(crate) struct Piece {
    pub text: String,
    pub style: Style,
}

pub(crate) fn piece(text: impl Into<String>, style: Style) -> Piece {
    Piece { text: text.into(), style }
}

impl Table<'_> {
    /// Writes the table.
    pub fn write(&self, sheet: &mut Sheet, rows: &[Vec<Vec<Piece>>]) -> Result<(), Error> {
        sheet.tree.open(StructRole::Table);
        if !self.head.is_empty() {
            let cells: Vec<Vec<Line>> = self.head.iter().map(|line| vec![line.clone()]).collect();
            self.row(sheet, &cells, true)?;
        }
        for row in rows {
            let mut cells = Vec::new();
            for (pieces, share) in row.iter().zip(self.columns) {
                let mut lines = Vec::new();
                for piece in pieces {
                    lines.extend(sheet.faces.lines(&piece.text, piece.style, MEASURE * share - GUTTER)?);
                }
                cells.push(lines);
            }
            self.row(sheet, &cells, false)?;
        }
        sheet.tree.close();
        Ok(())
    }

    fn row(&self, sheet: &mut Sheet, cells: &[Vec<Line>], head: bool) -> Result<(), Error> {
        sheet.tree.open(StructRole::TR);
        let elements: Vec<usize> = (0..cells.len())
            .map(|column| {
                let heads = head || (self.row_heads && column == 0);
                let element = sheet.tree.open(if heads { StructRole::TH } else { StructRole::TD });
                if heads {
                    let scope = if head { TableHeaderScope::Column } else { TableHeaderScope::Row };
                    sheet.tree.set_scope(element, scope);
                }
                sheet.tree.close();
                element
            })
            .collect();
        let mut rest: Vec<&[Line]> = cells.iter().map(Vec::as_slice).collect();
        let whole = rest.iter().map(|lines| height(lines)).fold(0.0, f32::max) + 2.0 * PADDING;
        // A head takes its first row along.
        if sheet.left() < whole + if head { 40.0 } else { 0.0 } && whole < Sheet::whole() {
            self.turn(sheet, head)?;
        }
        while rest.iter().any(|lines| !lines.is_empty()) {
            let top = sheet.y() - PADDING;
            let room = sheet.left() - 2.0 * PADDING;
            let fit: Vec<usize> = rest.iter().map(|lines| fitting(lines, room)).collect();
            // A fresh page has room for a line.
            if fit.iter().all(|count| *count == 0) {
                self.turn(sheet, head)?;
                continue;
            }
            let (mut x, mut used) = (LEFT, 0.0_f32);
            for (column, lines) in rest.iter_mut().enumerate() {
                let count = fit.get(column).copied().unwrap_or(0);
                let (now, later) = lines.split_at(count.min(lines.len()));
                if let (false, Some(element)) = (now.is_empty(), elements.get(column)) {
                    used = used.max(sheet.block(*element, now, x, top)?);
                }
                x += MEASURE * self.columns.get(column).copied().unwrap_or(0.0);
                *lines = later;
            }
            sheet.down(used + 2.0 * PADDING);
            if rest.iter().any(|lines| !lines.is_empty()) {
                self.turn(sheet, head)?;
            }
        }
        if self.ruled || head {
            sheet.rule(LEFT, MEASURE, sheet.y());
        }
        sheet.tree.close();
        Ok(())
    }

    /// A new page, with what is over the columns said again.
    fn turn(&self, sheet: &mut Sheet, in_head: bool) -> Result<(), Error> {
        sheet.turn();
        if in_head || self.head.is_empty() {
            return Ok(());
        }
        let (mut x, mut used) = (LEFT, 0.0_f32);
        for (line, share) in self.head.iter().zip(self.columns) {
            let top = sheet.y() - PADDING;
            used = used.max(sheet.decoration(std::slice::from_ref(line), x, top)?);
            x += MEASURE * share;
        }
        sheet.down(used + 2.0 * PADDING);
        sheet.rule(LEFT, MEASURE, sheet.y());
        Ok(())
    }
}

fn height(lines: &[Line]) -> f32 {
    lines.iter().map(|line| line.style.leading).sum()
}

fn fitting(lines: &[Line], mut room: f32) -> usize {
    let fits = lines.iter().take_while(|line| {
        room -= line.style.leading;
        room >= 0.0
    });
    fits.count()
}
