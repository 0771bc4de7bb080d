"""Lets pyHanko compare the signatures of PDF files before and after one more was added, in one process.

usage: pyhanko_diff.py --root FILE --other FILE < LIST

LIST has two paths on a line, before and after, with a tab between them. Prints one JSON object on a line for each: for
every signature that was there whether it was and is intact, what pyHanko makes of the changes after it, and whether they
keep to what it permits; and for the newest whether it is intact and valid, covers the file, and is what its field demands.
"""

import pathlib
import sys

from pyhanko.sign.validation import validate_pdf_signature, validate_pdf_timestamp
from pyhanko_certvalidator import ValidationContext

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "interop"))
from pyhanko_lists import judge_all, newest, opened  # noqa: E402


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
        signatures = opened(file, strict).embedded_signatures
        signatures = sorted(signatures, key=lambda each: int(each.byte_range[2]) + int(each.byte_range[3]))
        return {each.field_name: standing(each) for each in signatures}


def newest_of(path, strict, roots, known):
    with open(path, "rb") as file:
        ours = newest(opened(file, strict).embedded_signatures)
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


def compared(fields, roots, known, _password):
    before, after = fields
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
        "newest": newest_of(after, strict, roots, known),
    }


judge_all(compared)
