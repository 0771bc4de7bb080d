"""Signs the form with pyHanko, in a few ways: `bases.py FIXTURES FORM FOLDER`."""
import sys
from pathlib import Path

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko.sign.fields import MDPPerm, SigFieldSpec

fixtures, form, folder = map(Path, sys.argv[1:])
signer = signers.SimpleSigner.load_pkcs12(fixtures / "keys/p256.p12", passphrase=b"test")


def sign(name, certify=None, waits=False):
    with open(form, "rb") as file:
        writer = IncrementalPdfFileWriter(file)
        if waits:
            fields.append_signature_field(writer, SigFieldSpec("Waits", box=(60, 60, 200, 120)))
        meta = signers.PdfSignatureMetadata(
            field_name="One",
            subfilter=fields.SigSeedSubFilter.PADES,
            certify=certify is not None,
            docmdp_permissions=certify or MDPPerm.FILL_FORMS,
        )
        with open(folder / f"pyhanko-{name}.pdf", "wb") as output:
            signers.PdfSigner(meta, signer).sign_pdf(writer, output=output)


sign("approved", waits=True)
sign("form-filling", MDPPerm.FILL_FORMS, waits=True)
sign("annotations", MDPPerm.ANNOTATE)
