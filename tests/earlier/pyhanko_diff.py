"""Lets pyHanko compare the signatures of PDF files before and after one more was added, in one process.

usage: pyhanko_diff.py --root FILE --other FILE < LIST

LIST has two paths on a line, before and after, with a tab between them. Prints one JSON object on a line for each: for
every signature that was there whether it was and is intact, what pyHanko makes of the changes after it, and whether they
keep to what it permits; and for the newest whether it is intact and valid, covers the file, and is what its field demands.
"""

import argparse
import json
import logging
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext


def certificates(path):
    with open(path, "rb") as file:
        return [x509.Certificate.load(der) for _, _, der in pem.unarmor(file.read(), multiple=True)]


def is_intact(signature):
    """Whether the digest in the signature is the document's."""
    signed = signature.signer_info["signed_attrs"]
    content = signature.signed_data["encap_content_info"]
    if content["content_type"].native == "tst_info":
        imprint = content["content"].parsed["message_imprint"]
        wanted, algorithm = imprint["hashed_message"].native, imprint["hash_algorithm"]["algorithm"].native
        return signature.compute_digest(algorithm) == wanted
    wanted = next(each["values"][0].native for each in signed if each["type"].native == "message_digest")
    return signature.compute_digest() == wanted


def standing(signature):
    try:
        signature.compute_integrity_info()
        told = signature.summarise_integrity_info()
        diff = signature.diff_result
        if told["coverage"].name == "ENTIRE_FILE":
            level = "NONE"
        elif isinstance(diff, Exception) or diff is None:
            level = "OTHER"
        else:
            level = diff.modification_level.name
        return {
            "intact": is_intact(signature),
            "coverage": told["coverage"].name,
            "level": level,
            "docmdpOk": told["docmdp_ok"],
            "objection": str(diff) if isinstance(diff, Exception) else None,
        }
    except Exception as error:
        return {"intact": False, "error": repr(error)}


def read(path, strict):
    """The signatures of a file by field, the newest last."""
    with open(path, "rb") as file:
        signatures = PdfFileReader(file, strict=strict).embedded_signatures
        signatures = sorted(signatures, key=lambda each: int(each.byte_range[2]) + int(each.byte_range[3]))
        return {each.field_name: standing(each) for each in signatures}


def newest(path, strict, roots, known):
    with open(path, "rb") as file:
        signatures = PdfFileReader(file, strict=strict).embedded_signatures
        ours = max(signatures, key=lambda each: int(each.byte_range[2]) + int(each.byte_range[3]))
        context = ValidationContext(trust_roots=roots, other_certs=known, allow_fetching=False)
        if ours.sig_object_type == "/DocTimeStamp":
            status = validate_pdf_timestamp(ours, validation_context=context)
            holds = status.intact and status.valid and status.coverage.name == "ENTIRE_FILE"
            return {"field": ours.field_name, "holds": bool(holds), "seedValueOk": True, "docmdpOk": None}
        status = validate_pdf_signature(ours, signer_validation_context=context, ts_validation_context=context)
        return {
            "field": ours.field_name,
            "holds": bool(status.intact and status.valid and status.coverage.name == "ENTIRE_FILE"),
            "seedValueOk": bool(status.seed_value_ok),
            "seedValueObjection": str(status.seed_value_constraint_error or ""),
            "docmdpOk": status.docmdp_ok,
            "docmdp": None if ours.docmdp_level is None else ours.docmdp_level.value,
            "fieldmdp": None if ours.fieldmdp is None else ours.fieldmdp.action.value,
        }


def compared(before, after, roots, known):
    for strict in (True, False):
        try:
            was, now = read(before, strict), read(after, strict)
        except Exception:
            if not strict:
                raise
            continue
        if all("error" not in each for each in [*was.values(), *now.values()]):
            break
    return {
        "strict": strict,
        "earlier": [{"field": name, "was": each, "is": now.get(name)} for name, each in was.items()],
        "newest": newest(after, strict, roots, known),
    }


def main():
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", required=True)
    parser.add_argument("--other", required=True)
    asked = parser.parse_args()
    roots, known = certificates(asked.root), certificates(asked.other)
    for line in sys.stdin:
        before, after = line.rstrip("\n").split("\t")
        try:
            answer = compared(before, after, roots, known)
        except Exception as error:
            answer = {"error": repr(error)}
        print(json.dumps({"file": after} | answer), flush=True)


main()
