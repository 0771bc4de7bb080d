"""Lets pyHanko make forms with one signature field each, with locks and seed values.

usage: pyhanko_forms.py DOCUMENT ISSUER FOLDER

ISSUER is the certificate, PEM, that the signer's is issued by. Prints a JSON object on a line for each form: its path, and
the code of the refusal that it has to meet, or null where it can be signed.
"""

import json
import pathlib
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SeedLockDocument,
    SeedSignatureType,
    SigCertConstraintFlags,
    SigCertConstraints,
    SigCertKeyUsage,
    SigSeedSubFilter,
    SigSeedValFlags,
    SigSeedValueSpec,
)

document, issuer, folder = sys.argv[1:]
with open(issuer, "rb") as file:
    issuer = next(x509.Certificate.load(der) for _, _, der in pem.unarmor(file.read(), multiple=True))


def lock(action, names=None, permits=None):
    return {"field_mdp_spec": FieldMDPSpec(action, names), "doc_mdp_update_value": permits}


def seeds(flags=0, **values):
    return {"seed_value_dict": SigSeedValueSpec(flags=SigSeedValFlags(flags), **values)}


def certificate(flags, **values):
    return seeds(cert=SigCertConstraints(flags=flags, **values))


FLAGS, CERTIFICATE = SigSeedValFlags, SigCertConstraintFlags
country = x509.Name.build({"country_name": "EE"})
other_country = x509.Name.build({"country_name": "FI"})
FORMS = {
    "plain": ({}, None),
    "lock-all": (lock(FieldMDPAction.ALL), None),
    "lock-include": (lock(FieldMDPAction.INCLUDE, ["Price"], MDPPerm.FILL_FORMS), None),
    "lock-exclude": (lock(FieldMDPAction.EXCLUDE, ["Price"]), None),
    "lock-no-changes": (lock(FieldMDPAction.INCLUDE, [], MDPPerm.NO_CHANGES), None),
    "reason": (seeds(FLAGS.REASONS, reasons=["I approve"]), None),
    "reasons": (seeds(FLAGS.REASONS, reasons=["I approve", "I have read"]), None),
    "no-reason": (seeds(FLAGS.REASONS, reasons=["."]), None),
    "reason-wish": (seeds(reasons=["I approve", "I have read"]), None),
    "digest": (seeds(FLAGS.DIGEST_METHOD, digest_methods=["sha384"]), None),
    "digest-wish": (seeds(digest_methods=["sha512"]), None),
    "digest-old": (seeds(FLAGS.DIGEST_METHOD, digest_methods=["sha1"]), "demand-digest"),
    "encoding": (seeds(FLAGS.SUBFILTER, subfilters=[SigSeedSubFilter.PADES]), None),
    "encoding-other": (
        seeds(FLAGS.SUBFILTER, subfilters=[SigSeedSubFilter.ADOBE_PKCS7_DETACHED]),
        "demand-sub-filter",
    ),
    "timestamp": (seeds(timestamp_server_url="http://tsa.test", timestamp_required=True), None),
    "approval": (seeds(seed_signature_type=SeedSignatureType(None)), None),
    "certification-1": (seeds(seed_signature_type=SeedSignatureType(MDPPerm.NO_CHANGES)), None),
    "certification-2": (seeds(seed_signature_type=SeedSignatureType(MDPPerm.FILL_FORMS)), None),
    "certification-3": (seeds(seed_signature_type=SeedSignatureType(MDPPerm.ANNOTATE)), None),
    "certified-and-locked": (
        seeds(seed_signature_type=SeedSignatureType(MDPPerm.FILL_FORMS))
        | lock(FieldMDPAction.INCLUDE, ["Price"], MDPPerm.FILL_FORMS),
        None,
    ),
    "lock-document": (seeds(FLAGS.LOCK_DOCUMENT, lock_document=SeedLockDocument.LOCK), None),
    "leave-document": (seeds(FLAGS.LOCK_DOCUMENT, lock_document=SeedLockDocument.DO_NOT_LOCK), None),
    "leave-a-locked-document": (
        seeds(FLAGS.LOCK_DOCUMENT, lock_document=SeedLockDocument.DO_NOT_LOCK)
        | lock(FieldMDPAction.ALL, None, MDPPerm.NO_CHANGES),
        "demand-lock-document",
    ),
    "revocation-inside": (seeds(FLAGS.ADD_REV_INFO, add_rev_info=True), "demand-revocation-inside"),
    "no-revocation-inside": (seeds(FLAGS.ADD_REV_INFO, add_rev_info=False), None),
    "attestation": (
        seeds(FLAGS.LEGAL_ATTESTATION, legal_attestations=["None."]),
        "demand-legal-attestation",
    ),
    "look": (seeds(FLAGS.APPEARANCE_FILTER, appearance="Stamp"), "demand-appearance"),
    "version": (seeds(FLAGS.V, sv_dict_version=4), "demand-version"),
    "issuer": (certificate(CERTIFICATE.ISSUER, issuers=[issuer]), None),
    "subject-name": (certificate(CERTIFICATE.SUBJECT_DN, subject_dn=country), None),
    "subject-name-other": (
        certificate(CERTIFICATE.SUBJECT_DN, subject_dn=other_country),
        "demand-subject-name",
    ),
    "subject-other": (certificate(CERTIFICATE.SUBJECT, subjects=[issuer]), "demand-subject"),
    "key-usage": (
        certificate(
            CERTIFICATE.KEY_USAGE,
            key_usage=[SigCertKeyUsage.from_sets(must_have={"non_repudiation"})],
        ),
        None,
    ),
    "key-usage-other": (
        certificate(
            CERTIFICATE.KEY_USAGE,
            key_usage=[SigCertKeyUsage.from_sets(must_have={"crl_sign"})],
        ),
        "demand-key-usage",
    ),
}

for name, (particulars, refusal) in FORMS.items():
    path = pathlib.Path(folder) / f"form-{name}.pdf"
    with open(document, "rb") as file:
        writer = IncrementalPdfFileWriter(file)
        field = fields.SigFieldSpec("Buyer", on_page=0, box=(20, 20, 220, 80), **particulars)
        fields.append_signature_field(writer, field)
        with open(path, "wb") as out:
            writer.write(out)
    print(json.dumps({"path": str(path), "refusal": refusal}))
