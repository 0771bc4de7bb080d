# What a validation asks and answers, in words. The indications are those of EN 319 102-1.

## Main indication, EN 319 102-1 §5.1.3

indication-total-passed = Valid
indication-total-failed = Not valid
indication-indeterminate = Cannot be determined

## Answer to one question

answer-passed = Yes
answer-failed = No
answer-indeterminate = Cannot be determined
answer-warning = Warning
answer-information = For information
answer-not-judged = Not judged
answer-not-applicable = Does not apply

## Qualification, TS 119 615

qualification-not-judged = Not judged: whether this is a qualified electronic signature has not been looked into

## Questions

question-file-structure = Can the file be read as it is written?
question-signature-dictionary = Is the signature's entry in the document well formed?
question-byte-range = Are the signed bytes stated without overlap and from the start of the file?
question-contents-hole = Is the only gap in the signed bytes the signature itself?
question-cms-format = Can the signature be checked by its form?
question-signing-certificate = Is the certificate the one that was signed for?
question-context = Is it settled by which policy and as of when it is judged?
question-revocation-freshness = Is what is known about revocation recent enough?
question-certificate-path = Does the certificate lead to a trusted authority?
question-certificate-validity = Was the certificate in its term when it was signed?
question-key-usage = Is the certificate meant for signing documents?
question-qualified-certificate = Does the certificate say that it is a qualified one?
question-signer-revocation = Was the signer's certificate not revoked?
question-path-revocation = Were the certificates above it not revoked?
question-message-digest = Are the signed bytes what was signed?
question-signature-value = Does the signature belong to the certificate's key?
question-algorithms = Were the algorithms strong enough when it was signed?
question-timestamp-imprint = Does the time-stamp belong to this signature or document?
question-timestamp-token = Was the time-stamp made by the authority that it names?
question-timestamp-freshness = Is what is known about the revocation of the time-stamp's certificates recent enough?
question-timestamp-path = Does the time-stamp come from a trusted authority?
question-timestamp-validity = Was the time-stamp authority's certificate in its term?
question-timestamp-purpose = Is the time-stamp authority's certificate meant for time-stamps?
question-timestamp-revocation = Were the certificates behind the time-stamp not revoked?
question-timestamp-algorithms = Are the algorithms of the time-stamp strong enough?
question-time-order = Are all times in a possible order?
question-past-certificate = Is it proven that the signature is older than what is known against its certificates?
question-past-timestamp = Is it proven that the time-stamp is older than what is known against its certificates?
question-proof-of-existence = Is it proven since when the signature exists?
question-coverage = Does the signature cover all that may not change?
question-changes-after-signing = Was nothing changed after signing that may not be?
question-pages = Do the pages look as they did when it was signed?
question-covered-content = Is nothing that was signed covered by what was added?
question-field-looks = Do the fields show their values?
question-active-content = Is nothing in it that can change what it shows?
question-validation-data = Is the proof stored in the file sound?
question-qualification = Is it a qualified electronic signature?
question-unknown = { $code }

## Sub-indications, EN 319 102-1 §5.1.3

sub-indication-format-failure = The signature or its place in the file is malformed.
sub-indication-hash-failure = The document was changed after it was signed.
sub-indication-sig-crypto-failure = The signature value does not fit the certificate's key.
sub-indication-revoked = The certificate had been revoked when the signature was made.
sub-indication-expired = The certificate had expired when the signature was made.
sub-indication-not-yet-valid = The certificate was not in force yet at the time that counts.
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
sub-indication-try-later = There is no fresh proof that the certificate is not revoked. Try again later.
sub-indication-signed-data-not-found = The signed data was not found.

## Why a signature did not pass where that is for an algorithm of which nobody says that it is weak

reason-algorithm = { $fault ->
    [unlisted] The policy does not name an algorithm of this signature as strong enough.
   *[other] An algorithm of this signature is one that this program does not verify.
}

## Why a signature did not pass where that is for its time-stamps alone, by the sub-indication

reason-judged-before = The check is about a time before the signature's time-stamp was made.
reason-timestamp = { $code ->
    [certificate-chain-general-failure] A certificate behind the time-stamp does not hold, so that its time is not proven.
    [chain-constraints-failure] The certificate of the time-stamp's authority may not be used for it, so that its time is not proven.
    [no-certificate-chain-found] The time-stamp does not come from an authority that is trusted here.
    [no-certificate-chain-found-no-poe] The time-stamp's authority is no longer trusted, and nothing proves that the time-stamp is older.
    [out-of-bounds-no-poe] The certificate of the time-stamp's authority is out of its term today, and nothing proves that the time-stamp is older.
    [out-of-bounds-not-revoked] The certificate of the time-stamp's authority is out of its term today, and nothing proves that the time-stamp is older.
    [revoked-ca-no-poe] A certificate above that of the time-stamp's authority is revoked, and nothing proves that the time-stamp is older.
    [revoked-no-poe] The certificate of the time-stamp's authority is revoked today, and nothing proves that the time-stamp is older.
    [try-later] There is no fresh proof that the certificate of the time-stamp's authority is not revoked. Try again later.
   *[other] The time-stamp does not hold, so that its time is not proven.
}

## What is in the way, by question: what, why, what to do now. Failed: it is not as required. Otherwise: the evidence does not decide.

obstacle-file-structure = The file is damaged and could be read only by repairing it.
    .cause = What is in it, and what the signature covers, had to be guessed, and other programs may guess otherwise.
    .next = Do not rely on this file. Ask the sender for the document as it was signed.
obstacle-signature-dictionary = The signature's entry in the document is malformed.
    .cause = It lacks something that every PDF signature must say, or says something it must not.
    .next = Ask the signer to sign the original document anew.
obstacle-byte-range = The signature does not say properly which bytes it covers.
    .cause = The stated ranges do not begin at the start of the file, overlap, or reach beyond its end.
    .next = Do not rely on this file. Ask the sender for the document as it was signed.
obstacle-contents-hole = Something that is not signed hides inside the signed range.
    .cause = The gap in the signed bytes is not exactly the signature itself.
    .next = Do not rely on this file: it may have been manipulated.
obstacle-cms-format = The signature has not the form that PAdES requires.
    .cause = It was made by a program that follows another form, or it is damaged.
    .next = Ask the signer to sign the original document anew with a program that makes PAdES signatures.
obstacle-signing-certificate = { $answer ->
    [failed] The certificate is not the one that was signed for.
   *[other] The signer's certificate was not found.
}
    .cause = The signature names its certificate by a digest, and no certificate in the file has that digest.
    .next = Do not rely on this file. Ask the sender for the document as it was signed.
obstacle-context = The signature follows a policy of its own that is not at hand.
    .cause = It names a signature policy, and this check requires that it is known.
    .next = Ask the signer under which policy the document was signed.
obstacle-revocation-freshness = What is known about revocation is too old.
    .cause = The answer or list is older than the policy accepts for the moment that counts.
    .next = Check again with an internet connection.
obstacle-certificate-path = { $answer ->
    [failed] The certificate's chain has a fault.
   *[other] The certificate does not lead to an authority that is trusted here.
}
    .cause = No unbroken chain of certificates from the signer to a trust anchor of this profile was found.
    .next = Check with the profile that fits the signature. A test signature is never trusted under a real profile.
obstacle-certificate-validity = { $when ->
    [before] The certificate was not in force yet at the time that counts.
   *[other] { $answer ->
        [failed] The certificate was not in force when the signature was made.
       *[other] Whether the certificate was in force at signing cannot be determined.
    }
}
    .cause = { $when ->
        [before] The earliest time at which the signature is known to have existed, or the time that the check is about, is before the term of the certificate begins.
       *[other] { $answer ->
            [failed] The moment of signing is outside the term of the certificate.
           *[other] The certificate is out of its term today, and nothing proves that the signature is older.
        }
    }
    .next = { $when ->
        [before] Check about a later time, if the signature was made later.
       *[other] { $answer ->
            [failed] Ask the signer to sign the original document anew.
           *[other] Ask the sender for a copy with a time-stamp, if there is one.
        }
    }
obstacle-key-usage = The certificate is not meant for signing documents.
    .cause = Its key may not be used for signatures that commit a person, or it is meant for other things alone. Which of these is listed with the check.
    .next = Ask the signer to sign with the signing certificate (PIN2).
obstacle-qualified-certificate = The certificate does not say that it is a qualified one.
    .cause = It lacks the statement that qualified certificates for signatures and seals carry.
    .next = Where a qualified signature is required, ask the signer to sign with a qualified certificate.
obstacle-signer-revocation = { $answer ->
    [failed] The signer's certificate was revoked.
   *[other] { $known ->
        [revoked] The signer's certificate is revoked or suspended, and nothing proves that the signature is older.
       *[other] It is not known whether the signer's certificate was revoked.
    }
}
    .cause = { $answer ->
        [failed] The authority withdrew it before the signature is proven to have existed.
       *[other] { $known ->
            [revoked] Since when is listed with the check.
            [incomplete] There is more revocation data than is looked at, or some of it cannot be read.
            [stale] What is known about it is too old for the time that counts.
           *[other] { $asked ->
                [nobody] There is no proof in the file, and nobody was asked for it.
               *[other] There is no proof in the file, and none could be had from the authority.
            }
        }
    }
    .next = { $answer ->
        [failed] Do not rely on this signature. Ask the signer to sign anew.
       *[other] { $known ->
            [revoked] Ask the sender for a copy with a time-stamp, if there is one.
            [incomplete] Ask the signer to sign the original document anew, or ask the authority about the certificate.
           *[other] Check again with an internet connection, or later.
        }
    }
obstacle-path-revocation = { $answer ->
    [failed] A certificate above the signer's was revoked.
   *[other] { $known ->
        [revoked] A certificate above the signer's is revoked or suspended, and nothing proves that the signature is older.
       *[other] It is not known whether the certificates above the signer's were revoked.
    }
}
    .cause = { $answer ->
        [failed] The authority withdrew it before the signature is proven to have existed.
       *[other] { $known ->
            [revoked] Since when is listed with the check.
            [incomplete] There is more revocation data than is looked at, or some of it cannot be read.
            [stale] What is known about it is too old for the time that counts.
           *[other] { $asked ->
                [nobody] There is no proof in the file, and nobody was asked for it.
               *[other] There is no proof in the file, and none could be had from the authority.
            }
        }
    }
    .next = { $answer ->
        [failed] Do not rely on this signature. Ask the signer to sign anew.
       *[other] { $known ->
            [revoked] Ask the sender for a copy with a time-stamp, if there is one.
            [incomplete] Ask the signer to sign the original document anew, or ask the authority about the certificate.
           *[other] Check again with an internet connection, or later.
        }
    }
obstacle-message-digest = { $answer ->
    [failed] The document was changed after it was signed.
   *[other] Whether the document is unchanged cannot be determined.
}
    .cause = { $answer ->
        [failed] The digest of the signed bytes is not the one that was signed.
       *[other] The signed bytes could not be found.
    }
    .next = Do not rely on this file. Ask the sender for the document as it was signed.
obstacle-signature-value = The signature does not belong to the certificate's key.
    .cause = Its value does not verify: the signature or the signed attributes were changed, or another key made it.
    .next = Do not rely on this file. Ask the sender for the document as it was signed.
obstacle-algorithms = { $fault ->
    [unknown] An algorithm of this signature is one that this program does not verify.
    [unlisted] The policy does not name an algorithm of this signature as strong enough.
   *[other] An algorithm of this signature is too weak.
}
    .cause = { $fault ->
        [unknown] Without it, whether the signature is right cannot be told.
       *[other] The policy does not accept it for the time at which the signature is proven to have existed.
    }
    .next = { $fault ->
        [unknown] Check the file with a program that knows the algorithm.
       *[other] Ask the signer to sign the original document anew.
    }
obstacle-timestamp-imprint = The time-stamp belongs to something else.
    .cause = What it stamps is not what stands here.
    .next = The signature may still be good, but its time is not proven. Ask the sender for the document as it was signed.
obstacle-timestamp-token = The time-stamp does not hold.
    .cause = It cannot be read, its own signature does not verify, or another certificate made it than it names.
    .next = The signature may still be good, but its time is not proven. Ask the sender for the document as it was signed.
obstacle-timestamp-freshness = What is known about the revocation of the time-stamp's certificates is too old.
    .cause = The answer or list is older than the policy accepts for the time that the time-stamp states.
    .next = Check again with an internet connection.
obstacle-timestamp-path = { $answer ->
    [failed] The time-stamp comes from an authority whose certificate does not hold.
   *[other] The time-stamp does not come from an authority that is trusted here.
}
    .cause = No chain of certificates that holds leads from the time-stamp to a trust anchor of this profile.
    .next = Check with the profile that fits the signature, and with an internet connection.
obstacle-timestamp-validity = The certificate of the time-stamp's authority is out of its term.
    .cause = It was so when the time-stamp was made, or it is so today and nothing proves that the time-stamp is older.
    .next = The signature may still be good, but its time is not proven. Ask the sender for a copy that was renewed in time, if there is one.
obstacle-timestamp-purpose = The certificate of the time-stamp's authority is not meant for time-stamps.
    .cause = What it lacks is listed with the check.
    .next = The signature may still be good, but its time is not proven.
obstacle-timestamp-revocation = It is not known whether the certificates behind the time-stamp were revoked, or one of them was.
    .cause = Which of these is listed with the check.
    .next = Check again with an internet connection, or later.
obstacle-timestamp-algorithms = An algorithm of the time-stamp is too weak or not known to this program.
    .cause = The policy does not accept it, and nothing proves that the time-stamp is older than that.
    .next = The signature may still be good, but its time is not proven.
obstacle-time-order = { $when ->
    [before] The check is about a time before the signature's time-stamp was made.
   *[other] The times in this signature contradict each other.
}
    .cause = { $when ->
        [before] What was made later proves nothing about that time.
       *[other] Something is dated before a thing that must have come first.
    }
    .next = { $when ->
        [before] Check about a later time.
       *[other] Do not rely on this file. Ask the sender for the document as it was signed.
    }
obstacle-past-certificate = Nothing proves that the signature is older than what is known against its certificates.
    .cause = Without such proof, what holds today counts.
    .next = Ask the sender for a copy with a time-stamp, if there is one.
obstacle-past-timestamp = Nothing proves that the time-stamp is older than what is known against its certificates.
    .cause = Without such proof, what holds today counts.
    .next = Ask the sender for a copy that was renewed in time, if there is one.
obstacle-proof-of-existence = Nothing proves since when the signature exists.
    .cause = No time-stamp that holds is over it.
    .next = Ask the sender for a copy with a time-stamp, if there is one.
obstacle-coverage = { $answer ->
    [failed] The signature does not cover the whole file.
   *[other] Something stands in the file that the signature does not cover.
}
    .cause = Something was added behind the signed version that is more than further signatures, values in a form, and proof.
    .next = Compare with the signed version, or ask the sender for the document as it was signed.
obstacle-changes-after-signing = { $answer ->
    [failed] The document was changed after it was signed.
   *[other] The document was changed after signing in a way that the signature does not foresee.
}
    .cause = A later revision of the file holds more than further signatures, values in a form, and proof. What it changes is listed with the check.
    .next = Compare with the signed version, or ask the sender for the document as it was signed.
obstacle-pages = A page looks different from what was signed.
    .cause = No change that the file owns up to explains the difference. The page and the place are listed with the check.
    .next = Compare with the signed version, or ask the sender for the document as it was signed.
obstacle-covered-content = Something that was signed is covered now.
    .cause = An annotation, a field or a signature mark that was added later lies over it. The page and what is covered are listed with the check.
    .next = Read the signed version, which can be saved by itself.
obstacle-field-looks = A field of the form shows something other than its value.
    .cause = Programs that print the page and programs that read the form tell different things. Both are listed with the check.
    .next = Ask the sender which of the two was meant.
obstacle-active-content = The document holds something that can change what it shows.
    .cause = It can look different elsewhere or at another time, or do something by itself, and no signature notices that. What it is and where is listed with the check.
    .next = Ask the sender for the document without it, such as a PDF/A.
obstacle-validation-data = Some of the proof stored in the file cannot be used.
    .cause = A certificate or a revocation answer in it cannot be read, or does not belong there.
    .next = Check again with an internet connection.
obstacle-qualification = Whether this is a qualified electronic signature cannot be determined.
    .cause = The trusted lists say nothing about it.
    .next = Check again with the trusted lists at hand.
obstacle-unknown = Something did not pass: { $question }
    .cause = Pitser has no better words for this case.
    .next = See the details.

## What was changed, and where: `sight` puts a place before it, `sight-named` a name behind it

place-page = page { $page }
place-pages = pages { $first } to { $last }
place-box = page { $page }, { $left } mm from the left, { $bottom } mm from the bottom, { $width } × { $height } mm
sight = { $place }: { $what }
sight-named = { $what } ({ $name })
change-validation-data = proof about signatures added
change-metadata = data about the document changed
change-timestamp = document time-stamp added
change-signature = signature added
change-signature-field = empty field for a signature added
change-field-value = field filled in
change-field = field changed
change-form = settings of the form changed
change-annotation-added = annotation added
change-annotation-changed = annotation changed
change-annotation-removed = annotation removed
change-page = content of the page changed
change-pages = pages added, removed or put in another order
change-document = structure of the document changed
forbidden-level = not permitted: { $what }
forbidden-locked = locked by the signature: { $what }
forbidden-new-field = not foreseen where the document was certified: { $what }
forbidden-large = takes more room than a signature needs: { $what }
sight-page-count = { $before } pages when it was signed, { $now } now
sight-differs = looks different, and nothing that is permitted explains it
sight-words-replaced = the text “{ $was }” was replaced by “{ $is }”, and nothing that is permitted explains it
sight-words-gone = the text “{ $was }” is gone, and nothing that is permitted explains it
sight-words-added = the text “{ $is }” was added, and nothing that is permitted explains it
sight-covered-words = lies over “{ $words }”
sight-covered-picture = lies over something that was drawn there
sight-may-cover = may lie over something: what is below it was not compared, or not in full
sight-astray = what was added is written so that some programs may paint it anywhere on the page
sight-misleading = “{ $name }” shows “{ $shown }”, its value is “{ $value }”
sight-more = and { $count } more
sight-times = { $what }, { $count } times
sight-unread = part of the file could not be read, and may hold more of it
not-compared-memory = not compared, the file is too large for it
not-compared-time = not compared, it would have taken too long
not-compared-versions = not compared, there are too many signed versions
not-compared-partly = compared in part, something on it could not be drawn
not-compared-not-drawn = not compared, it could not be drawn
active-script = JavaScript
active-action = an action
active-multimedia = sound, film or a model in space
active-layers = layers that can be switched on and off
active-external = something that is taken from another file
active-xfa = a second form (XFA), which some programs show instead of the pages
active-form-remade = fields of the form that each program draws anew

## What came after the signed version and cannot be told apart from anything else

later-annotations-changed = the notes on a page are others than before
later-appended = bytes added behind the signed version, which can be read only by guessing: { $length }
later-before-end = there are bytes between the trailer and the end
later-behind-end = bytes behind the end of the last version: { $length }
later-catalog-changed = what belongs to the document as a whole was changed
later-damaged = the file cannot be read on from byte { $at }
later-deleted = object { $object } was deleted
later-extensions-changed = the announced extensions of the format are others than before
later-fields-changed = the fields of the form are others than before
later-form-changed = the form was changed beyond its fields
later-hybrid = a version was not simply appended to the one before
later-in-stream = object { $object } stands compressed among others, where proof cannot be told from anything else
later-info-replaced = the data about the document were put where something else was
later-leads-nowhere = a new reference leads to object { $object }, which does not exist
later-malformed = object { $object } is not what its place in the file requires
later-misplaced = object { $found } stands where object { $object } should
later-name-taken = the new field has the name of another
later-needless = object { $object } was written, which proof about signatures does not need
later-no-object = no object stands at byte { $at }, where one is announced
later-no-section = the addition has no table of its objects
later-no-table = no table of objects stands at byte { $at }, where one is announced
later-not-as-signed = the signed bytes do not end with a version of the document
later-odd-end = the end of the file is written so that not every program finds it
later-odd-table = a table of objects is written so that programs read it differently
later-overlap = objects lie over one another
later-page-changed = a page was changed beyond its notes
later-part-replaced = a part of the form or of the page is another object than before
later-repeated-key = /{ $name } stands twice in a trailer
later-reused = object { $object } was something else before
later-section-reused = object { $object } is a table of objects and something else at once
later-size-unfit = the stated number of objects does not fit
later-stamp-entry = /{ $name } of the added document time-stamp or of its field is not as it has to be
later-stamp-incomplete = the added document time-stamp lacks something that it needs
later-stamp-inside = a part of the added document time-stamp is no object of its own
later-stamp-page = the field of the added document time-stamp is on no page that was there
later-stamp-shows = the field of the added document time-stamp shows something
later-store-entry = the stored proof has an entry /{ $name }, which does not belong there
later-store-lost = the stored proof lost its entry /{ $name }
later-store-malformed = the stored proof is not built as the standard says
later-stray = something that looks like an object stands at byte { $at } and is listed nowhere
later-stream-more = object { $object } of the stored proof holds more than proof
later-too-many = there are more objects than are looked at
later-trailer-changed = what leads into the document was changed
later-truncated = the end of the file is missing
later-twice = what was signed holds another object { $object } at byte { $at }, which is not the listed one: a program that searches the file for its objects may show that one instead
later-unfinished = “{ $word }” is missing at byte { $at }
later-unowned = bytes that belong to no object, from byte { $at } on: { $length }
later-unread = something in it could not be read or compared

## Why, where it did not come out well, and which rule of the policy is not met

cause-no-issuer = the issuer of { $certificate } was not found
cause-not-yet-valid = { $certificate } was not in force yet
cause-expired = { $certificate } had expired
cause-not-authority = { $certificate } may not issue certificates
cause-path-length = { $certificate } permits fewer certificates below it
cause-critical-extension = { $certificate } has a critical extension that is not known ({ $oid })
cause-not-its-issuers = the signature on { $certificate } is not its issuer's
cause-not-verified = the signature on { $certificate } is made with an algorithm that is not verified with here
cause-extension = { $certificate } has an extension that cannot be read
cause-name-constraints = { $certificate } has a name that an authority above it does not permit
cause-policies = from { $certificate } on there is no acceptable certificate policy
cause-gave-up = the search for a chain took too long
cause-no-path = no chain to a trusted authority
cause-revoked = { $certificate } was revoked
cause-malformed = { $part } cannot be read
cause-too-large = { $part } is larger than is read
cause-missing = { $part } is missing
cause-duplicate = { $part } stands more than once
cause-unknown-algorithm = the algorithm { $oid } is one that is not verified with here
cause-parameters = parameters of the algorithm are refused: { $part }
cause-unsupported-key = the public key is of a kind that is not verified with here
cause-key-mismatch = the algorithm does not fit the key
cause-value-invalid = the value is not that of the key
cause-other-algorithm = two places name different digest algorithms
cause-other-digest = the digest is that of something else
cause-signer-unknown = the certificate of whoever signed it is not there
cause-signer-unauthorised = the certificate of whoever signed it is not meant for that: { $part }
cause-other-purposes = its extended key usage permits other things only: { $purposes }
cause-authority = { $certificate } is the certificate of a certification authority, which signs certificates and not documents
cause-no-reference = the signature does not say by a digest which certificate it is for; it names it by issuer and serial number alone
cause-other-issuer-serial = beside the right digest, the signature names issuer and serial number of another certificate
cause-outside-validity = a certificate was used outside its term
cause-other-certificate = another certificate was signed for
cause-technical = { $what }
cause-padding = behind it stand bytes other than zero
cause-signers = there is not exactly one signer
cause-content-inside = the signed content is inside
cause-certificate-unreadable = a certificate inside cannot be read
cause-revocation-inside = revocation data is inside
cause-content-type = the content is not called data
cause-version = the version is not what the contents call for
cause-announced-algorithm = the announced digest algorithm is not the signer's
cause-attribute-order = the signed attributes are not in their order
cause-attribute-twice = a signed attribute stands twice
cause-attribute-content-type = the signed attribute for the type of content is not there or names another
cause-no-attributes = there are no signed attributes
cause-other-imprint = the time-stamp is over something else
cause-other-signer = the time-stamp names another signer
cause-outside-unit = the time-stamp was made outside the term of its authority's certificate
cause-in-future = the time-stamp is later than the time that the check is about
cause-vouches-for-itself = the certificate vouches for itself
cause-data-not-verified = the signature on the revocation data does not hold
cause-data-unknowing = the revocation data does not know the certificate
cause-data-forgets = the revocation data says nothing about certificates that had expired
cause-data-older = the revocation data is older than the certificate
cause-data-outside-term = the certificate that signed the revocation data was out of its term
cause-data-in-future = the revocation data is from the future
cause-data-not-conforming = the revocation data is not as its standard has it
cause-data-incomplete = not all of the revocation data could be verified
cause-contents-empty = the value of the signature is empty
cause-range-beyond-file = the signed bytes end at byte { $end }, behind the end of the file
cause-range-empty = one of the two ranges of signed bytes is empty
cause-range-malformed = the signed bytes are not stated by four whole numbers
cause-range-overlap = the two ranges of signed bytes overlap
cause-range-start = the signed bytes begin at byte { $start } instead of the start of the file
cause-unlisted = not named by the policy: { $algorithms }
cause-weak = too weak: { $algorithms }
constraint-advised-purpose = the extended key usage should have a purpose that signing documents falls under
constraint-algorithms = an algorithm is not strong enough for the policy
constraint-bound-content = the signature must be bound to its content
constraint-claimed-time = the signature must say when it was made
constraint-conforming = revocation data must be as its standard has it
constraint-delay = the time-stamp must follow the claimed time soon enough
constraint-document-purpose = the extended key usage must have a purpose that signing documents falls under
constraint-end-entity = the certificate must not be that of a certification authority
constraint-freshness = revocation data must be fresh
constraint-issued-in-the-past = revocation data must not be from the future
constraint-issuer-revocation = it must be known whether the certificates above were revoked
constraint-key-usage = the certificate must be meant for signing documents
constraint-order = all times must be in a possible order
constraint-purpose = the certificate must be meant for time-stamps
constraint-qualified-certificate = the certificate must say that it is a qualified one
constraint-signature-policy = the signature policy must be at hand as it was signed
constraint-signer-in-term = whoever signed revocation data must be in term
constraint-signing-certificate = the certificate must be signed for
constraint-stated-in-validity = a time-stamp must be made within the term of its authority's certificate
constraint-timestamps = every time-stamp that is there must hold

## Figures of a check, beside their values

figure = { $label }: { $value }
figure-algorithm = Algorithm
figure-at = Asked for
figure-authority = Authority
figure-bytes = Bytes
figure-cause = Cause
figure-certificate = Certificate
figure-certificates = Certificates
figure-computed = Computed
figure-constraint = Rule
figure-contents = Contents
figure-crls = Revocation lists
figure-digest = Digest
figure-drawn = Pages drawn
figure-fault = Fault
figure-faults = Faults
figure-filter = Filter
figure-found = Found
figure-from = From
figure-good-until = Good until
figure-issued = Issued
figure-later = Later changes
figure-next = Next due
figure-now = Now
figure-ocsp = Answers on revocation
figure-pages = Pages
figure-path = Path
figure-policy = Policy
figure-proven = Proven
figure-revoked = Revoked
figure-same = Pages untouched
figure-signed = Signed
figure-source = Source
figure-sub-filter = Form
figure-subject = Subject
figure-time = Time
figure-unread = Not read
figure-unsigned-attributes = Attributes that nobody signed
figure-until = Until
figure-unverified = Not confirmed
figure-weak = Too weak
value-filter-none = none
value-found-not-at-hand = not at hand
value-found-not-signed-one = not the one that was signed for
value-found-time-stamp = in the time-stamp
value-later-none = none
value-later-archival = proof about signatures
value-later-metadata = data about the document
value-later-form-filling = fields filled in or signed
value-later-annotation = notes
value-later-other = anything else
value-signed-none = nothing
value-source-short-term = not needed for this certificate
value-sub-filter-none = none

evidence-used = Rests on
object-certificate = Certificate
object-crl = Revocation list
object-ocsp = OCSP answer
object-timestamp = Time-stamp
