"""Lets pyHanko check the newest signature of many PDF files, in one process.

usage: pyhanko_all.py --root FILE --other FILE < LIST

LIST has one path on a line. Prints one JSON object on a line for each: whether the newest signature is intact, valid,
trusted and covers the whole file, and in how strict a reading. Revocation is not asked for: the files are of level B-B.
"""

import argparse
import json
import logging
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext


def certificates(path):
    with open(path, "rb") as file:
        return [x509.Certificate.load(der) for _, _, der in pem.unarmor(file.read(), multiple=True)]


def judged(path, roots, known, strict):
    with open(path, "rb") as file:
        signatures = PdfFileReader(file, strict=strict).embedded_signatures
        newest = max(signatures, key=lambda each: int(each.byte_range[2]) + int(each.byte_range[3]))
        context = ValidationContext(trust_roots=roots, other_certs=known, allow_fetching=False)
        status = validate_pdf_signature(newest, signer_validation_context=context, skip_diff=False)
        holds = status.intact and status.valid and status.trusted and status.coverage.name == "ENTIRE_FILE"
        return {"holds": bool(holds), "strict": strict, "said": status.summary() + " " + status.coverage.name}


def told(path, roots, known):
    try:
        return judged(path, roots, known, True)
    except Exception as strict:
        try:
            return judged(path, roots, known, False) | {"objection": repr(strict)}
        except Exception as error:
            return {"holds": False, "strict": False, "said": repr(error)}


def main():
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", required=True)
    parser.add_argument("--other", required=True)
    asked = parser.parse_args()
    roots, known = certificates(asked.root), certificates(asked.other)
    for line in sys.stdin:
        path = line.rstrip("\n")
        print(json.dumps({"file": path} | told(path, roots, known)), flush=True)


main()
