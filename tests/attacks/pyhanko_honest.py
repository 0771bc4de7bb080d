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


def store(writer):
    """Validation data in an object stream."""
    packed = writer.prepare_object_stream()
    certificate = writer.add_object(generic.StreamObject(stream_data=signer.signing_cert.dump()))
    certificates = writer.add_object(generic.ArrayObject([certificate]), obj_stream=packed)
    entries = {pdf_name("/Type"): pdf_name("/DSS"), pdf_name("/Certs"): certificates}
    writer.root[pdf_name("/DSS")] = writer.add_object(generic.DictionaryObject(entries), obj_stream=packed)
    writer.update_root()


def tagged(writer):
    """A place for a signature with its element in the structure tree, as PDF/UA demands."""
    root = writer.root["/StructTreeRoot"]
    tree = root["/ParentTree"]
    leaf = tree
    while "/Kids" in leaf:
        leaf = leaf["/Kids"][-1]
    numbers = leaf["/Nums"]
    key = int(root["/ParentTreeNextKey"]) if "/ParentTreeNextKey" in root else int(numbers[-2]) + 1
    fields.append_signature_field(writer, SigFieldSpec("Later", box=(60, 60, 200, 120)))
    widget = writer.root["/AcroForm"]["/Fields"].raw_get(-1)
    widget.get_object()[pdf_name("/StructParent")] = generic.NumberObject(key)
    writer.mark_update(widget)
    above = root.raw_get("/K")
    if isinstance(root["/K"], generic.ArrayObject):
        above = root["/K"].raw_get(0)
    held = generic.DictionaryObject({pdf_name("/Type"): pdf_name("/OBJR")})
    held[pdf_name("/Obj")] = generic.IndirectObject(widget.idnum, widget.generation, writer)
    element = writer.add_object(generic.DictionaryObject({
        pdf_name("/Type"): pdf_name("/StructElem"),
        pdf_name("/S"): pdf_name("/Form"),
        pdf_name("/P"): generic.IndirectObject(above.idnum, above.generation, writer),
        pdf_name("/K"): held,
    }))
    parent = above.get_object()
    kids = parent["/K"]
    if isinstance(kids, generic.ArrayObject):
        kids.append(element)
        writer.update_container(kids)
    else:
        parent[pdf_name("/K")] = generic.ArrayObject([parent.raw_get("/K"), element])
    writer.update_container(parent)
    numbers.extend([generic.NumberObject(key), element])
    if "/Limits" in leaf:
        leaf[pdf_name("/Limits")] = generic.ArrayObject([leaf["/Limits"][0], generic.NumberObject(key)])
    writer.update_container(numbers)
    root[pdf_name("/ParentTreeNextKey")] = generic.NumberObject(key + 1)
    writer.update_container(root)


papers = sorted((fixtures / "producers").glob("*.pdf")) + [folder / "form.pdf"]
for paper in papers:
    def named(what):
        return folder / f"{paper.stem}--{what}.pdf"

    first = sign(paper, folder / f"{paper.stem}-once.pdf", "One")
    sign(first, named("twice"), "Two")
    sign(first, named("twice-seen"), "Two", box=(60, 60, 200, 120))
    waits = update(first, named("waits"), wait)
    sign(waits, named("waited"), "Later")
    sign(first, named("grouped"), "Group.Two")
    sign(first, named("grouped-seen"), "Group.Sub.Two", box=(60, 60, 200, 120))
    with open(first, "rb") as file:
        opened = IncrementalPdfFileWriter(file, strict=False)
        packs, structured = opened.stream_xrefs, "/StructTreeRoot" in opened.root
    if packs:
        stored = update(first, named("stored"), store)
        sign(stored, named("stored-signed"), "Two")
    if structured:
        waits = update(first, named("tagged-waits"), tagged)
        sign(waits, named("tagged-waited"), "Later")
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
