"""Lets pyHanko check the newest signature of many PDF files, in one process.

usage: pyhanko_all.py --root FILE --other FILE [--password TEXT] [FILE...] < LIST

Without files LIST has one path on a line. Prints one JSON object on a line for each: whether the newest signature is
intact, valid, trusted and covers the whole file, and in how strict a reading. Revocation is not asked for: the files are
of level B-B.
"""

import pathlib
import sys

from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "interop"))
from pyhanko_lists import judge_all, newest, opened  # noqa: E402


def judged(path, roots, known, password, strict):
    with open(path, "rb") as file:
        ours = newest(opened(file, strict, password).embedded_signatures)
        context = ValidationContext(trust_roots=roots, other_certs=known, allow_fetching=False)
        status = validate_pdf_signature(ours, signer_validation_context=context, skip_diff=False)
        holds = status.intact and status.valid and status.trusted and status.coverage.name == "ENTIRE_FILE"
        return {"holds": bool(holds), "strict": strict, "said": status.summary() + " " + status.coverage.name}


def told(fields, roots, known, password):
    [path] = fields
    try:
        return judged(path, roots, known, password, True)
    except Exception as strict:
        try:
            return judged(path, roots, known, password, False) | {"objection": repr(strict)}
        except Exception as error:
            return {"holds": False, "strict": False, "said": repr(error)}


judge_all(told)
