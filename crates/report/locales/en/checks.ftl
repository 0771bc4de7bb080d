# What a validation asks and answers, in words. The indications are those of EN 319 102-1.

## Main indication, EN 319 102-1 §5.1.3

indication-total-passed = Valid
indication-total-failed = Not valid
indication-indeterminate = Cannot be determined

## Answer to one question

answer-passed = Yes
answer-failed = No
answer-indeterminate = Cannot be determined
answer-not-judged = Not judged
answer-not-applicable = Does not apply

## Qualification, TS 119 615

qualification-not-judged = Not judged: whether this is a qualified electronic signature has not been looked into

## Questions

question-signature-dictionary = Is the signature's entry in the document well formed?
question-byte-range = Are the signed bytes stated without overlap and from the start of the file?
question-contents-hole = Is the only gap in the signed bytes the signature itself?
question-cms-format = Has the signature the form that PAdES requires?
question-signing-certificate = Is the certificate the one that was signed for?
question-message-digest = Is the document unchanged since signing?
question-signature-value = Does the signature belong to the certificate's key?
question-algorithms = Were the algorithms strong enough when it was signed?
question-certificate-path = Does the certificate lead to a trusted authority?
question-certificate-validity = Was the certificate in its term when it was signed?
question-key-usage = Is the certificate meant for signing documents?
question-signer-revocation = Was the signer's certificate not revoked?
question-path-revocation = Were the certificates above it not revoked?
question-timestamp-token = Does the time-stamp belong to this signature?
question-timestamp-path = Does the time-stamp come from a trusted authority?
question-time-order = Are all times in a possible order?
question-coverage = Does the signature cover the whole file?
question-changes-after-signing = Was nothing changed after signing?
question-validation-data = Is the proof stored in the file sound?
question-qualification = Is it a qualified electronic signature?
question-unknown = { $code }

## Sub-indications, EN 319 102-1 §5.1.3

sub-indication-format-failure = The signature or its place in the file is malformed.
sub-indication-hash-failure = The document was changed after it was signed.
sub-indication-sig-crypto-failure = The signature value does not fit the certificate's key.
sub-indication-revoked = The certificate had been revoked when the signature was made.
sub-indication-expired = The certificate had expired when the signature was made.
sub-indication-not-yet-valid = The certificate was not in force yet when the signature was made.
sub-indication-sig-constraints-failure = The signature lacks something that the policy demands.
sub-indication-chain-constraints-failure = The certificate's chain does not meet the policy, for example its key is not meant for signing.
sub-indication-certificate-chain-general-failure = The certificate's chain has a fault.
sub-indication-crypto-constraints-failure = An algorithm was already too weak when it was used.
sub-indication-crypto-constraints-failure-no-poe = An algorithm is too weak today, and nothing proves that the signature is older.
sub-indication-policy-processing-error = The signature policy could not be processed.
sub-indication-signature-policy-not-available = The signature policy is not at hand.
sub-indication-timestamp-order-failure = The time-stamps contradict each other.
sub-indication-no-signing-certificate-found = The signer's certificate was not found.
sub-indication-no-certificate-chain-found = The certificate does not lead to an authority that is trusted here.
sub-indication-no-certificate-chain-found-no-poe = The authority is no longer trusted, and nothing proves that the signature is older.
sub-indication-revoked-no-poe = The certificate is revoked today, and nothing proves that the signature is older.
sub-indication-revoked-ca-no-poe = The issuer's certificate is revoked, and nothing proves that the signature is older.
sub-indication-out-of-bounds-no-poe = The certificate is out of its term today, and nothing proves that the signature is older.
sub-indication-out-of-bounds-not-revoked = The certificate is out of its term today. It was not revoked, but nothing proves that the signature is older.
sub-indication-revocation-out-of-bounds-no-poe = The proof about revocation comes from a certificate that is out of its term.
sub-indication-no-poe = Proof that the signature existed at the needed time is missing.
sub-indication-try-later = Fresh proof that the certificate is not revoked could not be had. Try again later.
sub-indication-signed-data-not-found = The signed data was not found.
