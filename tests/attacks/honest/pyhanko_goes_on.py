"""What pyHanko appends to signed files: `pyhanko_goes_on.py FIXTURES BASES FOLDER`."""
import sys
from pathlib import Path

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.validation import dss

fixtures, bases, folder = map(Path, sys.argv[1:])
signer = signers.SimpleSigner.load_pkcs12(fixtures / "keys/p256.p12", passphrase=b"test")
certificates = list(signer.cert_registry) + [signer.signing_cert]
# It stamps with RSA alone.
clock = signers.SimpleSigner.load_pkcs12(fixtures / "keys/rsa.p12", passphrase=b"test")
stamper = timestamps.DummyTimeStamper(clock.signing_cert, clock.signing_key)
certificates.append(clock.signing_cert)


def written(base, what, change):
    with open(base, "rb") as file:
        writer = IncrementalPdfFileWriter(file)
        change(writer)
        with open(folder / f"{base.stem}--{what}.pdf", "wb") as output:
            writer.write(output)


def fill(writer):
    field = writer.root["/AcroForm"]["/Fields"].raw_get(1).get_object()
    field[pdf_name("/V")] = generic.TextStringObject("Bob")
    look = generic.StreamObject(stream_data=b"/Tx BMC BT /F1 12 Tf 2 5 Td (Bob) Tj ET EMC", dict_data={
        pdf_name("/Type"): pdf_name("/XObject"),
        pdf_name("/Subtype"): pdf_name("/Form"),
        pdf_name("/BBox"): generic.ArrayObject(map(generic.NumberObject, (0, 0, 200, 20))),
        pdf_name("/Resources"): generic.DictionaryObject(
            {pdf_name("/Font"): writer.root["/AcroForm"]["/DR"].raw_get("/Font")}),
    })
    field[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(look)})
    writer.update_container(field)


def sign(base, what, name, box=None, **more):
    with open(base, "rb") as file:
        writer = IncrementalPdfFileWriter(file)
        meta = signers.PdfSignatureMetadata(field_name=name, subfilter=fields.SigSeedSubFilter.PADES)
        spec = SigFieldSpec(name, box=box) if name != "Waits" else None
        with open(folder / f"{base.stem}--{what}.pdf", "wb") as output:
            signers.PdfSigner(meta, signer, new_field_spec=spec, **more).sign_pdf(writer, output=output)


def stamp(base, what):
    with open(base, "rb") as file, open(folder / f"{base.stem}--{what}.pdf", "wb") as output:
        writer = IncrementalPdfFileWriter(file)
        signers.PdfTimeStamper(stamper).timestamp_pdf(writer, "sha256", output=output)


def store(base, what):
    """The certificates in a store with a record for the last signature."""
    target = folder / f"{base.stem}--{what}.pdf"
    with open(base, "rb") as file, open(target, "w+b") as output:
        output.write(file.read())
        last = PdfFileReader(output).embedded_signatures[-1]
        dss.DocumentSecurityStore.add_dss(output, last.pkcs7_content.hex().encode(), certs=certificates)
    return target


for base in sorted(bases.glob("*.pdf")):
    if base.stem.endswith("packed"):
        sign(base, "signed", "Two")
        store(base, "stored")
        continue
    written(base, "filled", fill)
    # A new place on a page is not among what a certification permits.
    is_certified = base.stem.endswith(("form-filling", "annotations"))
    sign(base, "signed", "Two", box=None if is_certified else (300, 60, 500, 120))
    stamp(store(base, "stored"), "stamped")
    if base.stem in ("pyhanko-approved", "pyhanko-form-filling"):
        sign(base, "waited", "Waits")
    target = folder / f"{base.stem}--filled.pdf"
    sign(target, "signed", "Two")
