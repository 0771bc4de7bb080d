"""Lets pyHanko judge the signatures of a PDF by EN 319 102-1, offline, from what is in the file.

usage: pyhanko_ades.py --root FILE [--other FILE] [--at MOMENT] [--level b-b|b-t|b-lt|b-lta] PDF

Prints one JSON object: for each signature its indication (PASSED, FAILED, INDETERMINATE), the sub-indication, the best
signature time, and how much of the file it covers. --root and --other
hold certificates, DER or PEM, trusted and merely known. MOMENT is RFC 3339; without it the clock of this machine. For b-b
and b-t revocation is not asked for, since there is none in such a file; for b-lt and b-lta it is required. Ends with 1
if a signature has not PASSED or the file has none.
"""

import argparse
import asyncio
import json
import sys
from datetime import datetime, timedelta, timezone

from asn1crypto import crl, ocsp, pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.ades import (
    ades_basic_validation,
    ades_lta_validation,
    ades_with_time_validation,
)
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.policy_decl import (
    LocalKnowledge,
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import (
    CertValidationPolicySpec,
    ValidationTimingInfo,
)
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    FreshnessReqType,
    RevocationCheckingPolicy,
)
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer, OCSPContainer


def certificates(path):
    with open(path, "rb") as file:
        data = file.read()
    if pem.detect(data):
        return [x509.Certificate.load(der) for _, _, der in pem.unarmor(data, multiple=True)]
    return [x509.Certificate.load(data)]


def policy(roots, known, level):
    """What is trusted, and whether revocation must be settled by what is in the file."""
    if level in ("b-lt", "b-lta"):
        # By default an OCSP answer without nextUpdate would be old after half an hour.
        revocation = CertRevTrustPolicy(
            RevocationCheckingPolicy.from_legacy("require"),
            freshness=timedelta(days=1),
            freshness_req_type=FreshnessReqType.MAX_DIFF_REVOCATION_VALIDATION
            if level == "b-lt"
            else FreshnessReqType.DEFAULT,
        )
    else:
        revocation = CertRevTrustPolicy(RevocationCheckingPolicy.from_legacy("soft-fail"))
    trust = CertValidationPolicySpec(
        trust_manager=SimpleTrustManager.build(trust_roots=roots),
        revinfo_policy=revocation,
    )
    return SignatureValidationSpec(
        cert_validation_policy=trust,
        revinfo_gathering_policy=RevocationInfoGatheringSpec(
            online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY
        ),
        local_knowledge=known,
    )


def in_the_file(reader, known):
    """What is known, and what the /DSS dictionary holds."""
    if "/DSS" not in reader.root:
        return LocalKnowledge(known_certs=known)
    store = DocumentSecurityStore.read_dss(reader)
    answers = [ocsp.OCSPResponse.load(each.get_object().data) for each in store.ocsps]
    lists = [crl.CertificateList.load(each.get_object().data) for each in store.crls]
    return LocalKnowledge(
        known_certs=known + list(store.load_certs()),
        known_ocsps=[single for answer in answers for single in OCSPContainer.load_multi(answer)],
        known_crls=[CRLContainer(each) for each in lists],
    )


async def judge(signature, spec, level, at):
    """The process of EN 319 102-1 for the level: §5.3 for b-b, §5.5 for b-t and b-lt, §5.6 for b-lta."""
    timing = ValidationTimingInfo(
        validation_time=at, best_signature_time=at, point_in_time_validation=True
    )
    if level == "b-lta":
        return await ades_lta_validation(
            signature, PdfSignatureValidationSpec(spec), timing_info=timing
        )
    process = ades_basic_validation if level == "b-b" else ades_with_time_validation
    return await process(
        signature.signed_data,
        spec,
        timing_info=timing,
        raw_digest=signature.compute_digest(),
    )


def told(signature, result):
    indication = result.ades_subindic
    status = result.api_status
    return {
        "field": signature.field_name,
        "indication": indication.status.name,
        "subIndication": None if indication.status.name == "PASSED" else getattr(indication, "name", str(indication)),
        "bestSignatureTime": str(getattr(result, "best_signature_time", None)),
        "coverage": signature.evaluate_signature_coverage().name,
        "intact": None if status is None else status.intact,
        "valid": None if status is None else status.valid,
        "problem": result.failure_msg,
    }


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", action="append", required=True)
    parser.add_argument("--other", action="append", default=[])
    parser.add_argument("--at")
    parser.add_argument("--level", default="b-lt", choices=["b-b", "b-t", "b-lt", "b-lta"])
    parser.add_argument("file")
    asked = parser.parse_args()
    roots = [certificate for path in asked.root for certificate in certificates(path)]
    # Whoever issued a revocation list is looked for among the known, and not among the trusted.
    known = roots + [certificate for path in asked.other for certificate in certificates(path)]
    at = datetime.fromisoformat(asked.at) if asked.at else datetime.now(timezone.utc)
    with open(asked.file, "rb") as file:
        reader = PdfFileReader(file)
        signatures = reader.embedded_regular_signatures
        spec = policy(roots, in_the_file(reader, known), asked.level)
        answers = [told(each, await judge(each, spec, asked.level, at)) for each in signatures]
    passed = bool(answers) and all(each["indication"] == "PASSED" for each in answers)
    print(json.dumps({"file": asked.file, "passed": passed, "signatures": answers}))
    return 0 if passed else 1


sys.exit(asyncio.run(main()))
