"""Signs the papers with pyHanko and lets pyHanko go on: `pyhanko_honest.py FIXTURES FOLDER [CORPUS]`."""
import sys
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import MDPPerm, SigFieldSpec

fixtures, folder, *corpora = map(Path, sys.argv[1:])
signer = signers.SimpleSigner.load_pkcs12(fixtures / "keys/p256.p12", passphrase=b"test")


def sign(source, target, name, certify=None, box=None):
    with open(source, "rb") as file:
        writer = IncrementalPdfFileWriter(file, strict=False)
        meta = signers.PdfSignatureMetadata(
            field_name=name,
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=certify is not None,
            docmdp_permissions=certify or MDPPerm.FILL_FORMS,
        )
        spec = SigFieldSpec(name, box=box) if box else None
        with open(target, "wb") as output:
            signers.PdfSigner(meta, signer, new_field_spec=spec).sign_pdf(writer, output=output)
    return target


def update(source, target, change):
    with open(source, "rb") as file:
        writer = IncrementalPdfFileWriter(file, strict=False)
        change(writer)
        with open(target, "wb") as output:
            writer.write(output)
    return target


def fill(writer):
    form = writer.root["/AcroForm"]
    field = form["/Fields"].raw_get(1).get_object()
    field[pdf_name("/V")] = generic.TextStringObject("Bob")
    writer.update_container(field)


def wait(writer):
    fields.append_signature_field(writer, SigFieldSpec("Later", box=(60, 60, 200, 120)))


papers = sorted((fixtures / "producers").glob("*.pdf")) + [folder / "form.pdf"]
for paper in papers:
    def named(what):
        return folder / f"{paper.stem}--{what}.pdf"

    first = sign(paper, folder / f"{paper.stem}-once.pdf", "One")
    sign(first, named("twice"), "Two")
    sign(first, named("twice-seen"), "Two", box=(60, 60, 200, 120))
    waits = update(first, named("waits"), wait)
    sign(waits, named("waited"), "Later")
    certified = sign(paper, folder / f"{paper.stem}-certified.pdf", "One", MDPPerm.FILL_FORMS)
    sign(certified, named("certified-signed"), "Two")
    if paper.stem == "form":
        sign(update(first, named("filled"), fill), named("filled-signed"), "Two")
        update(certified, named("certified-filled"), fill)

# Papers of many more producers, the smaller ones.
for paper in sorted(path for corpus in corpora for path in corpus.glob("*.pdf") if path.stat().st_size < 12_000):
    try:
        first = sign(paper, folder / f"{paper.stem}-once.pdf", "Eka")
        sign(first, folder / f"{paper.stem}--twice.pdf", "Toka")
    except Exception as refused:  # whatever pyHanko cannot sign is no honest file of its making
        print(paper.name, refused)
