"""What the scripts share that let pyHanko judge many files in one process: certificates, arguments, and the loop."""

import argparse
import json
import logging
import sys

from asn1crypto import pem, x509
from pyhanko.pdf_utils.reader import PdfFileReader


def certificates(path):
    """The certificates of a file, PEM."""
    with open(path, "rb") as file:
        return [x509.Certificate.load(der) for _, _, der in pem.unarmor(file.read(), multiple=True)]


def opened(file, strict, password=None):
    """A reader; with the password of its user or its owner where the file is encrypted."""
    reader = PdfFileReader(file, strict=strict)
    if password is not None:
        reader.decrypt(password)
    return reader


def newest(signatures):
    """The signature that covers the most."""
    return max(signatures, key=lambda each: int(each.byte_range[2]) + int(each.byte_range[3]))


def judge_all(judged):
    """Prints one JSON object for each FILE, or for each line of the input: its last field, and what
    `judged(fields, roots, known, password)` says of the fields, which tabs divide."""
    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", required=True)
    parser.add_argument("--other", required=True)
    parser.add_argument("--password")
    parser.add_argument("file", nargs="*")
    asked = parser.parse_args()
    roots, known = certificates(asked.root), certificates(asked.other)
    for line in asked.file or sys.stdin:
        fields = line.rstrip("\n").split("\t")
        try:
            answer = judged(fields, roots, known, asked.password)
        except Exception as error:
            answer = {"error": repr(error)}
        print(json.dumps({"file": fields[-1]} | answer), flush=True)
