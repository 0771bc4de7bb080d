"""What PyMuPDF and pypdf append to signed files: `python_goes_on.py BASES FOLDER`, which has a folder for each tool.

pikepdf is not here: it writes every file anew (qpdf has no incremental update), which leaves no signature whole.
"""
import shutil
import sys
from pathlib import Path

import pymupdf
from pypdf import PdfWriter
from pypdf.annotations import FreeText, Highlight
from pypdf.generic import ArrayObject, FloatObject

bases, folder = map(Path, sys.argv[1:])


def mupdf(base, what, change):
    target = folder / "pymupdf" / f"{base.stem}--{what}.pdf"
    shutil.copy(base, target)
    target.chmod(0o644)
    document = pymupdf.open(target)
    change(document)
    document.save(target, incremental=True, encryption=pymupdf.PDF_ENCRYPT_KEEP)
    document.close()


def fill(document):
    for widget in document[0].widgets():
        if widget.field_name == "payee":
            widget.field_value = "Bob"
            widget.update()


def fill_twice(document):
    for widget in document[0].widgets():
        if widget.field_name in ("payee", "amount"):
            widget.field_value = "12"
            widget.update()


def note(document):
    document[0].add_text_annot((400, 300), "Seen and agreed.")


def highlight(document):
    document[1].add_highlight_annot(pymupdf.Rect(70, 120, 220, 150))


def py(base, what, change):
    writer = PdfWriter(base, incremental=True)
    change(writer)
    writer.write(folder / "pypdf" / f"{base.stem}--{what}.pdf")


def py_fill(writer):
    writer.update_page_form_field_values(writer.pages[0], {"payee": "Bob"}, auto_regenerate=False)


def py_note(writer):
    writer.add_annotation(0, FreeText(text="Seen and agreed.", rect=(400, 300, 550, 330)))


def py_highlight(writer):
    corners = ArrayObject(map(FloatObject, (70, 720, 220, 720, 70, 695, 220, 695)))
    writer.add_annotation(1, Highlight(rect=(70, 695, 220, 720), quad_points=corners))


for base in sorted(bases.glob("*.pdf")):
    if base.stem.endswith("packed"):
        continue
    mupdf(base, "filled", fill)
    mupdf(base, "filled-twice", fill_twice)
    py(base, "filled", py_fill)
    if base.stem.endswith("annotations"):
        mupdf(base, "noted", note)
        mupdf(base, "highlighted", highlight)
        py(base, "noted", py_note)
        py(base, "highlighted", py_highlight)
