# The command line, and the plain text of a report.

## Report: head

report-trust = Trust: { $source }. Checked { $time }, { $program }, policy { $policy } ({ $hash })
report-trust-test = TEST. Trust: { $source } (test anchors, no legal effect). Checked { $time }, { $program }, policy { $policy } ({ $hash })
report-document-passed = { $name }: { $count ->
    [one] the signature is valid
   *[other] all { $count } signatures are valid
}
report-document-indeterminate = { $name }: { $count ->
    [one] the signature cannot be determined
   *[other] not every one of { $count } signatures can be determined
}
report-document-failed = { $name }: { $count ->
    [one] the signature is not valid
   *[other] not every one of { $count } signatures is valid
}
report-document-unsigned = { $name }: not signed
report-document-unsigned-behind = { $name }: not signed, but the file goes on behind its end and a signature may have been lost
report-document-unsigned-cut-off = { $name }: not signed, but the file is cut off and a signature may have been lost
report-document-unsigned-damaged = { $name }: not signed, but the file is damaged and a signature may have been lost
report-unaccounted = { $count ->
    [one] One byte stands behind the end of the document and belongs to no version of it.
   *[other] { $count } bytes stand behind the end of the document and belong to no version of it.
}

## Report: one signature

report-signature = Signature { $number }: { $verdict } ({ $standard })
report-signature-test = Signature { $number }: { $verdict } ({ $standard }), TEST
report-stamp = Time-stamp { $number }: { $verdict } ({ $standard })
report-stamp-test = Time-stamp { $number }: { $verdict } ({ $standard }), TEST
report-checks = Checks
report-timestamp = Time-stamp of { $time } by { $authority }: { $verdict } ({ $standard })
report-more-obstacles = { $count ->
    [one] One more point: see --details
   *[other] { $count } more points: see --details
}
report-missing-some = { $count ->
    [one] One piece of proof is missing that could change the result: see --details
   *[other] { $count } pieces of proof are missing that could change the result: see --details
}
report-missing = Missing
missing-issuer = the certificate of the issuer of { $subject }: { $where }
missing-revocation = whether the certificate of { $subject } was revoked: { $where }
missing-nowhere = the certificate names no address
report-stated-time = Time that it states
report-same = The same as with signature { $number }
report-why = Why: { $why }
report-next = What to do: { $next }
report-sha256 = File SHA-256
report-size = File size, bytes
report-revisions = Revisions
report-rebuilt = Damage
report-earlier = Judged again
report-earlier-trust = under another trust than when the evidence was saved: then { $then }, now { $now }
report-earlier-policy = by another policy than when the evidence was saved: then { $then }, now { $now }
report-earlier-saved = from what was saved of { $then }; the document was not read, and what was saved is taken as it is
report-policy = Policy
report-anchor = Trust anchor SHA-256
report-program = Checked with
report-unknown-error = Something unexpected happened: { $code }
    .cause = { -product } has no better words for this case.
    .next = Look for an update of { -product }.

## Command line: what goes on

cli-profile = Profile { $profile }
cli-profile-test = Profile { $profile }: TEST. Signatures have no legal effect.
cli-profile-sound = The file is a profile: { $name }
cli-profile-ineffective = Line { $line }: { $place } has no effect with version 2 of the Smart-ID API.
cli-profile-imported = Profile { $name } is kept. Use it with --profile { $name }
cli-profile-removed = Profile { $name } is forgotten.
cli-profile-secret-ask = Secret of this program at the signing service of { $name } (it is not shown):
cli-profile-secret-kept = The secret for { $name } is in the keychain.
cli-profile-secret-forgotten = The secret for { $name } is not in the keychain any more.
cli-profile-proxy-ask = Login for the proxy of { $name }, as NAME:PASSWORD (it is not shown):
cli-profile-proxy-kept = The login for the proxy of { $name } is in the keychain.
cli-profile-proxy-forgotten = The login for the proxy of { $name } is not in the keychain any more.
cli-profile-no-login = There was no login at the signing service of { $name } to forget.
cli-profile-revoked = The login at the signing service of { $name } is forgotten, and the service takes it no longer.
cli-profile-not-revoked = The login at the signing service of { $name } is forgotten here, but the service could not be told: { $detail }
cli-profile-not-forgotten = What the keychain has of { $name } could not be forgotten: { $detail }
cli-profile-forgotten = Nobody is remembered for the profile { $name } any more.
cli-profile-of-program = of the program
cli-profile-of-administrator = of the administrator
cli-profile-of-user = yours
cli-profile-not-allowed = not allowed here
cli-profile-broken = cannot be used: { $detail }
cli-profile-for-tests = TEST
cli-profile-for-use = in use
cli-demo-starting = Starting the demo world on this computer. The first time, it makes its keys; that takes a while.
cli-emulator-runs = Everything answers at this address until Ctrl-C. Test only: nothing here has legal effect.
cli-demo-phone = The phone: open { $url } in a browser.
cli-demo-sample = A sample loan agreement: { $path }
cli-demo-account = It is signed with the documented test account { $account }, which approves by itself.
cli-asks-address = { -service } is asked from which internet address your phone answers. What it says is neither shown nor kept here.
cli-signing = Signing { $name }
cli-active = { $name } holds what can change what it shows, or do something by itself:
cli-about = Document { $name }
cli-same-reason = { $name }: not signed, for the same reason.
cli-known = { $name } signs, as remembered for this profile. To have somebody else sign, name them.
cli-remembered = { $name } is remembered for this profile: next time, pitser sign FILE is enough. pitser profile forget undoes it.
cli-opening-desktop = Opening { $name } in the window…
cli-code-plain = Verification code: { $code }
cli-code-lead = Compare it with the code on the phone. Approve only what you started yourself.
cli-confirm = Look at the phone: choose the account and confirm.
cli-approve = Enter PIN2 on the phone.
cli-browser = Allow it in your browser, on this page: { $url }
cli-elsewhere = The signing service asks you on another device. Confirm it there.
cli-challenge = The signing service asks: { $challenge }
cli-approved = Allowed at the signing service
cli-qr-lead = Scan this with the { -service } app.
cli-qr-gone = The code is not shown any more. If you have scanned it, continue on the phone.
cli-qr-no-room = The terminal is too small for the code: make it at least { $columns } columns wide and { $rows } lines high.
cli-qr-plain = Device link: { $link }
cli-seconds-left = { $seconds ->
    [one] 1 second left
   *[other] { $seconds } seconds left
}
cli-signed-passed = Signed and valid: { $path }
cli-signed-indeterminate = Signed; validity cannot be determined yet: { $path }
cli-extending = Extending the signatures of { $name }
cli-extended = Extended: { $path }
cli-extracted = As it was signed: { $path }
cli-signed-untrusted = Signed: { $path }. Document and signature fit together; nobody was named to trust, so the certificate was not judged.
cli-signed-unasked = Signed and sound: { $path }. Nobody was asked whether the certificate is revoked: b-b does not need it.
cli-signed-failed = Signed, but the check failed: { $path }
cli-pending-none = No signature is waiting to be finished.
cli-pending-head = { $count ->
    [one] One signature came back from the phone, but its document is not finished:
   *[other] { $count } signatures came back from the phone, but their documents are not finished:
}
cli-pending-line = { $key }  { $document } → { $output }, approved by { $signer }, { $time }
cli-document-password = Password for { $name }:
cli-document-password-again = That does not open it. Password for { $name }:
cli-pending-how = Finish one with: pitser finish KEY. It need not be approved again.
cli-discarded = Discarded. Nothing was signed: { $key }
cli-cancelled = Cancelled. Nothing was signed.
cli-cancelled-unverified = Cancelled. The check was not finished.
cli-cancelled-some = { $count ->
    [one] Cancelled. { $count } document had been signed and saved before: its name ends with -signed.
   *[other] Cancelled. { $count } documents had been signed and saved before: their names end with -signed.
}
cli-left-open = The request may still be open on the phone: refuse it there, or let it run out, at the latest in { $minutes } min. Until then no new one is sent; for the same document it is waited for again.
cli-left-open-lost = The request may still be open on the phone: refuse it there, or let it run out, at the latest in { $minutes } min. Until then no new one is sent.
cli-cancelled-kept = Cancelled. No document was saved, but the signature had come back and is kept: pitser finish { $key }
cli-kept = The signature came back and is kept. Finish it without approving it again: pitser finish { $key }
cli-kept-used = What came back for { $name } at { $time } is used: it need not be approved again.
cli-kept-waits = A signature of this very document by { $signer } came back at { $time } and is not finished. If it is the one you want, stop here and finish it: pitser finish { $key }
cli-signed-others = Another signature in this document is not valid or cannot be determined: see pitser verify.
cli-list-tally = { $files ->
    [one] 1 file
   *[other] { $files } files
}: { $valid } valid, { $failed } not valid, { $undetermined } undetermined, { $undone } not checked or not signed
cli-again-trust = What is trusted is not what was trusted when the evidence was saved: then { $then }, now { $now }. Give the same --trust or --profile to judge as then.
cli-again-policy = The policy is not the one by which the evidence was judged when it was saved: then { $then }, now { $now }. Give the same --policy to judge as then.
cli-no-xml = { $name }: there is no report as XML. That form (ETSI TS 119 102-2) is made of signatures, and whether this file has any could not be read.
cli-error-head = { $message } [{ $code }]

## Command line: errors of its own

error-desktop-missing = The window of { -product } is not on this computer.
    .cause = The program pitser-desktop is neither beside this one nor on the search path.
    .next = Install the desktop program, or use the command line: pitser sign FILE, pitser verify FILE. See pitser --help.
error-desktop-failed = The window of { -product } did not start.
    .cause = The system could not run the program pitser-desktop.
    .next = Start it by hand to see what it says, or use the command line. See pitser --help.
error-profile-name = A profile cannot be kept under this name.
    .cause = A name has up to 40 small letters, digits and hyphens, and is not that of a built-in profile.
    .next = Change the name in the file.
error-profile-exists = There is a profile of this name already.
    .cause = It is yours or the administrator's.
    .next = Replace yours with --force, or change the name in the file.
error-secret-empty = No secret was given.
    .cause = What was typed, or read from standard input, is empty.
    .next = Type it when it is asked for, or pass it on standard input.
error-proxy-login-form = This is no login for a proxy.
    .cause = There is no colon between a name and a password.
    .next = Write it as NAME:PASSWORD.
error-proxy-not-named = The profile names no proxy.
    .cause = A login is told to no proxy but the one that the profile names.
    .next = Write its address into the profile: proxy = "http://HOST:PORT"
error-phone-demo-only = --phone works only with the demo profile.
    .cause = The phone page belongs to the demo world that { -product } starts itself.
    .next = Leave out --phone, or use --profile demo.
error-signer-missing = It is not said who signs.
    .cause = Nobody is named, and nobody is remembered for this profile.
    .next = Name somebody, such as --qr, --smart-id PERSON or --csc; with --remember it is enough to do so once. See pitser sign --help.
error-no-such-command = There is neither a command nor a file of this name.
    .cause = { -product } opens a file in its window when it is given no command.
    .next = Check the name. See pitser --help.
error-document-password-file = The file with the password could not be read.
    .cause = It may be mistyped, or not be yours to read.
    .next = Check the value of --document-password-file.
error-no-terminal = The password could not be asked for.
    .cause = There is no terminal to type it at.
    .next = Give it with --document-password-file, or in PITSER_DOCUMENT_PASSWORD.
error-file-before-command = A file stands before the command.
    .cause = A file alone is opened in the window; a command takes its files after its name.
    .next = Put the file behind the command. See pitser --help.
error-output-failed = The result could not be written to standard output.
    .cause = The disk behind it may be full.
    .next = Make room and start again.

error-reports-folder = One name is not enough for the reports on several files.
    .cause = --report-pdf and --report-xml name the report on one file.
    .next = Give a folder: --reports FOLDER.
error-outputs-same = One output would take the place of the other.
    .cause = The same name was given for two.
    .next = Give each a name of its own.
error-output-is-input = A report would take the place of a file that is read here.
    .cause = Pitser never changes what it reads.
    .next = Choose another name for the report.
error-not-a-report = Something else than a report has the name of a report. It was not replaced.
    .cause = --force replaces reports that Pitser made and nobody signed.
    .next = Move that file, or choose another folder.
error-list-file = The list of files could not be read.
    .cause = It may be mistyped, be a folder, or not be yours to read.
    .next = Check the value of --list.
error-evidence-several = The evidence of several files does not go into one.
    .cause = --save-evidence takes one name, and several files were given.
    .next = Check one file at a time.
error-folder-missing = The folder to save in is not there.
    .cause = It may be mistyped, moved or deleted.
    .next = Make the folder, or choose another one.
error-folder-closed = Nothing can be saved in this folder.
    .cause = The folder does not allow new files.
    .next = Choose another folder.
error-policy-file = The policy cannot be used.
    .cause = The file is not there, or what stands in it is no policy.
    .next = Correct the line that is named, or choose auditor or everyday.
error-time-form = The moment cannot be read.
    .cause = It has to be written like 2031-05-04T12:00:00Z.
    .next = Correct what is given with --at.
error-list-line = This line of the list is not the path of a file.
    .cause = It is not UTF-8, or too long.
    .next = Write the list in UTF-8, one path on a line.
error-sample-failed = The sample document could not be laid out.
    .cause = The folder of { -product } could not be written.
    .next = Give a document of your own: pitser demo FILE.

## Command line: signature fields

cli-log-none = Nothing was said to any service yet.
cli-log-line = { $time }  { $method } { $address }  { $answer }, { $sent } bytes out, { $received } bytes in, { $took } ms
cli-fields-none = There is no empty signature field.
cli-fields-signed = { $count ->
        [one] One signature or time-stamp is in the document.
       *[other] { $count } signatures or time-stamps are in the document.
    }
cli-fields-certified = The document is certified; it permits { $permits }.
cli-fields-usage-rights = The document was opened up for a certain reader (usage rights). That reader may say after signing that they no longer hold.
cli-fields-need-appearances = Readers are told to draw its fields anew; the first signature ends that, if every field brings its look along.
cli-fields-field = { $name }
cli-fields-label = called: { $label }
cli-fields-page = page { $page }
cli-fields-required = must be signed
cli-fields-locked-by = cannot be signed: locked by the signature in { $by }
cli-fields-locks-all = once signed, locks all fields
cli-fields-locks-include = once signed, locks: { $fields }
cli-fields-locks-exclude = once signed, locks all fields but: { $fields }
cli-fields-permits = once signed, the document permits { $permits }
cli-fields-must = must be: { $demand } { $value }
cli-fields-should = should be: { $demand } { $value }
permits-no-changes = nothing
permits-form-filling = filling in forms and signing
permits-annotations = filling in forms, signing and annotations
demand-appearance = look
demand-digest = hash
demand-filter = signature handler
demand-issuer = certificate issued by
demand-key-usage = key usage
demand-kind = kind of signature
demand-legal-attestation = legal statement
demand-lock-document = lock
demand-policy = certificate policy
demand-reason = reason
demand-revocation-inside = proof of non-revocation inside the signature
demand-signature-policy = signature policy
demand-sub-filter = encoding
demand-subject = certificate of
demand-subject-name = certificate with
demand-timestamp = time-stamp
demand-version = version of the demands

## Command line: help. One entry for every command (cli-help-COMMAND) and argument (cli-help-COMMAND-ARGUMENT).

cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-help-pitser = Sign documents with a phone and check signatures on this computer
    .long =
        Sign documents with a phone and check signatures on this computer.

        The document never leaves this computer; only its fingerprint does. The original is never changed:
        the signed document is a new file beside it.
    .after =
        Examples:
          pitser demo                          the whole job on a sample, with a test account
          pitser contract.pdf                  open the window with this document
          pitser sign contract.pdf --smart-id PNOEE-40504040001
          pitser verify contract-signed.pdf

        Exit codes:
          0    everything is valid, or the work was done
          1    some signature is not valid
          2    some signature cannot be determined
          3    the work could not be done (also: a file holds no signature)
          130  cancelled

        Results go to standard output, progress to standard error.
cli-help-pitser-file = Open this document in the window
cli-help-pitser-help = Print help
cli-help-pitser-version = Print version
cli-help-of-commands = Print the help of a command
cli-help-of-commands-subcommand = The command
cli-help-pitser-profile = Services and trust: demo (a world on this computer, test only), sk-demo (the public test service), or a TOML file
cli-help-pitser-language = Speak this language: en, et, lv or lt. Without it: the system's
cli-help-pitser-quiet = Say only what is needed: results, errors, and what a person must compare or do
cli-help-sign = Sign a PDF with Smart-ID or Mobile-ID and PIN2, at a signing service, or with a key file
    .after =
        --smart-id, --document-number and --mobile-id say whom to ask, by a notification on the phone; --qr asks by a
        code that is scanned, which needs no name. Where somebody was remembered (--remember), it is them unless said
        otherwise. --key signs with a key in a PKCS#12 file and asks nobody. With --csc you allow it in the browser, for several documents at once if
        you like: each of them is signed, or said why not, by itself. The path of the signed document is written to standard output,
        after it was read back and checked.

        Levels:
          b-b   the signature alone: good only as long as the certificate is
          b-t   with a time-stamp
          b-lt  with a time-stamp and proof that the certificate was valid (recommended)
          b-lta with a time-stamp over all of that, to be renewed: see pitser extend

        Examples:
          pitser sign contract.pdf --smart-id PNOEE-40504040001
          pitser sign contract.pdf --document-number PNOEE-40504040001-DEM0-Q --output signed/contract.pdf
          pitser sign contract.pdf --qr --level b-t
          pitser sign contract.pdf --mobile-id +37200000766 --person 60001019906
          pitser sign contract.pdf annex.pdf --csc
          pitser --profile bank.toml sign contract.pdf --qr --reason "Loan agreement" --location Tallinn
          pitser sign contract.pdf --key seal.p12 --password-file seal.txt --trust root.pem

        Exit codes: 0 signed, saved and valid; 3 nothing was saved; 130 cancelled.
        A signature that came back from the phone is never lost: see pitser finish.
cli-help-sign-files = The document to sign; it is not changed. Several of them with --csc, under one permission
cli-help-sign-smart_id = Ask this person: country and personal code, such as PNOEE-40504040001
cli-help-sign-document_number = Ask this Smart-ID account, such as PNOEE-40504040001-DEM0-Q
cli-help-sign-qr = Draw a QR code, and ask whoever scans it; with --smart-id or --document-number only this person or account; links to an app on this same device are left out
cli-help-sign-mobile_id = Ask the SIM card with Mobile-ID in the phone of this number, such as +37200000766; --person says whose it is
cli-help-sign-person = The personal code that goes with --mobile-id; of another country than the number's with its country, such as PNOLT-50001018865
cli-help-sign-csc = Sign with your key at the signing service of the profile, which is allowed in the browser
cli-help-sign-credential = The identifier of that key, if you have several
cli-help-sign-no_browser = Do not open the browser; only say which page to open
cli-help-sign-remember = Remember on this computer who signed: next time, nobody has to be named under this profile
cli-help-sign-key = Sign with the key in this file (PKCS#12)
cli-help-sign-password = The password of the key file. Others may see it in the list of processes: --password-file or the variable PITSER_KEY_PASSWORD hide it
cli-help-sign-password_file = Read the password of the key file from this file: all of it but one line end behind it
cli-help-sign-pss = Sign with RSASSA-PSS instead of RSASSA-PKCS1-v1_5, with an RSA key
cli-help-sign-trust = Trust the certificates in this file (PEM) in the check of the signed document; may be given several times
cli-help-sign-tsa = Ask this time-stamp service; if there are several, in this order
cli-help-sign-document_password = The password of an encrypted document, for reading or the owner's; whoever lists processes sees it here
cli-help-sign-document_password_file = Read that password from this file: all of it but one line end behind it
cli-help-sign-level = How long the signature can be checked: b-b, b-t, b-lt or b-lta. Without it: b-lt, and with a key file b-b
cli-help-sign-output = Where the signed document goes; it must not exist, or see --force. Without it: beside the original
cli-help-sign-force = Replace a file that is already there. The original is never replaced
cli-help-sign-reason = The reason for signing, stored in the signature
cli-help-sign-location = The place of signing, stored in the signature
cli-help-sign-field = Sign this empty signature field, by its full name (see pitser fields). Without it: a new invisible field
cli-help-sign-certify = Certify the document as its first signature, and permit this afterwards: no-changes, form-filling or annotations (also 1, 2, 3)
cli-help-sign-seal = Show the signature on a page. Unless told otherwise below: in the empty signature field, if the form shows just one; else on the signature line (such as “Allkiri: ______”), if the last pages have just one; else in a free place on them
cli-help-sign-seal_box = Show it in this box: points from the upper left corner of the page as shown, such as 50,700,200,72
cli-help-sign-seal_page = Show it on this page, from 1; without --seal-box in a free place of it
cli-help-sign-seal_at = Show it beside the first place where this text stands, or see --seal-occurrence
cli-help-sign-seal_occurrence = At which of the places of that text: a number from 1, or last
cli-help-sign-seal_side = On which side of that text: right, below, or over it as on a dotted line
cli-help-sign-seal_size = Its width and height in points; without this, those of the profile
cli-help-sign-seal_image = A picture beside the text of the seal: PNG, JPEG or SVG
cli-help-sign-seal_personal_code = How much of the personal code is shown: full, masked (the last four signs) or none
cli-help-sign-seal_text = A further line of text in the seal; may be given several times
cli-help-sign-seal_language = Write the seal in this language; without it, in the profile's, else the program's
cli-help-sign-json = Write the report about the signed document as JSON instead of its path
cli-help-sign-phone = Demo only: wait for a hand on the phone page instead of letting the test account answer by itself
cli-help-extend = Add time-stamps and proof to signatures that are there, or renew them
    .after =
        The signatures may be anybody's. One without a time-stamp gets its time from a document
        time-stamp. At b-lta another document time-stamp is added each time: do it again before the
        certificate of the last time-stamp runs out.

        Examples:
          pitser extend contract-signed.pdf
          pitser extend theirs.pdf --level b-lt --trust root.pem --tsa http://tsa.example.org

        Exit codes: 0 extended and saved; 3 nothing was saved; 130 cancelled.
cli-help-extend-file = The signed document; it is not changed
cli-help-extend-document_password = The password of an encrypted document, for reading or the owner's; whoever lists processes sees it here
cli-help-extend-document_password_file = Read that password from this file: all of it but one line end behind it
cli-help-extend-level = The level to reach: b-t, b-lt or b-lta
cli-help-extend-output = Where the extended document goes; it must not exist, or see --force. Without it: beside the original
cli-help-extend-force = Replace a file that is already there. The original is never replaced
cli-help-extend-trust = Trust the certificates in this file (PEM) instead of the profile's; may be given several times
cli-help-extend-tsa = Ask this time-stamp service; if there are several, in this order
cli-help-extend-json = Write the report about the extended document as JSON instead of its path
cli-help-extract = Save a document as it was when somebody signed it
    .after =
        What is saved is what the signature covers, byte for byte: nothing that was added later is in it.

        Examples:
          pitser extract changed.pdf
          pitser extract contract.pdf --field Borrower --output as-the-borrower-saw-it.pdf

        Exit codes: 0 saved; 3 nothing was saved.
cli-help-extract-file = The signed document; it is not changed
cli-help-extract-document_password = The password of an encrypted document, for reading or the owner's; whoever lists processes sees it here
cli-help-extract-document_password_file = Read that password from this file: all of it but one line end behind it
cli-help-extract-field = The field of the signature, by its full name. Without it: the oldest signature
cli-help-extract-output = Where the signed version goes; it must not exist, or see --force. Without it: beside the document
cli-help-extract-force = Replace a file that is already there. The document is never replaced
cli-help-verify = Check the signatures of PDF files
    .after =
        The first line says whose trust the result rests on. Every signature gets a verdict in words and
        in the terms of EN 319 102-1; what is not judged is said to be not judged. A result that is not
        good comes with three lines: what, why, and what to do.

        With --json, one object for each file stands on a line of its own. Its form is
        "pitser-report/1"; "result" is valid, not-valid, undetermined, unsigned or error.

        Exit codes, the first that fits:
          1  some signature is not valid
          3  some file could not be checked: not readable, not a PDF, or not signed
          2  some signature cannot be determined
          0  everything is valid

        Examples:
          pitser verify contract-signed.pdf
          pitser verify --details contract-signed.pdf
          pitser verify --json *.pdf | jq -r '[.file, .result] | @tsv'
          pitser verify --offline archive/*.pdf
          pitser verify contract-signed.pdf --report-pdf report.pdf --report-xml report.xml
          pitser verify --list signed.txt --csv --reports reports > signed.csv
cli-help-verify-files = The files to check
cli-help-verify-list = Check the files in this list, one path on a line; - reads the list from standard input
cli-help-verify-jobs = How many files of the list are checked at once; without it, one for each core
cli-help-verify-document_password = The password of an encrypted document, for reading or the owner's; whoever lists processes sees it here
cli-help-verify-document_password_file = Read that password from this file: all of it but one line end behind it
cli-help-verify-json = Write one JSON object for each file, one on a line
cli-help-verify-csv = Write a table (CSV, UTF-8): a row for each signature, and one for each file without
cli-help-verify-report_pdf = Save the report on the file as PDF/A, to be read and filed
cli-help-verify-report_xml = Save the report on the file as XML by ETSI TS 119 102-2
cli-help-verify-reports = Save the reports on every file in this folder, as PDF, XML and JSON; their names begin with the number of the file
cli-help-verify-force = Replace reports that are already there
cli-help-verify-details = Show every check as question, answer and clause
cli-help-verify-trust = Trust the certificates in this file (PEM) and no others, whatever the profile says; may be given several times
cli-help-verify-policy = What is required: everyday, auditor (strict about changes and algorithms), or a file (TOML)
cli-help-verify-save_evidence = Save what the verdict was computed from under this name, so that it can be computed again
cli-help-verify-evidence = Judge again what was saved with --save-evidence, without the document
cli-help-verify-at = The moment to judge it about, such as 2031-05-04T12:00:00Z; without it, the one it was judged about then
cli-help-verify-offline = Ask no service: use only what is in the file and in the profile
cli-help-verify-no_pages = Do not compare the pages of signed versions with the present ones as pictures; the report says so
cli-help-demo = Do the whole job once: sign a sample (or FILE) with a test account, and check the saved file
    .after =
        Everything runs on this computer: the Smart-ID service, the phone, the certificate authority,
        the time-stamp service. The signature is real, but its authority is a test. It has no legal
        effect.

        Examples:
          pitser demo
          pitser demo contract.pdf
          pitser demo --qr --phone             scan and approve by hand on the phone page
cli-help-demo-file = Sign this document instead of the sample
cli-help-demo-output = Where the signed document goes; it must not exist
cli-help-demo-qr = Use the QR code instead of a personal code
cli-help-demo-phone = Wait for a hand on the phone page
cli-help-fields = List the signature fields of a PDF that wait for a signature, and what they demand
    .after =
        What "must" be is demanded: a signature without it is refused before anybody is asked to sign.
        What "should" be is the wish of whoever made the form.

        With --json one object for each field is written: "name", "label", "page", "rect", "required",
        "locks", "permits", "lockedBy", "demands".

        Example:
          pitser fields form.pdf
cli-help-fields-file = The document
cli-help-fields-json = Write one JSON object for each field, one on a line
cli-help-emulator = Serve Smart-ID, Mobile-ID and all that goes with them on this computer, to test other programs with
    .after =
        Everything is served over HTTPS at one port, under the paths of the public demo environments:
        /smart-id-rp/v3, /smart-id-rp/v2, /mock/device-link, /mid-api, /csc/v2, and /phone with the
        phones. The documented test accounts and numbers answer by themselves. What a client has to
        know is written to standard output, a name and a value on each line: addresses, the pin of
        the key, files with certificates, and a profile for pitser itself.

        What goes wrong is set while it runs, as JSON: /admin/faults (GET shows it, POST replaces
        it), /admin/pace and /admin/revoke. docs/emulator.md names every fault.

        Examples:
          pitser emulator --listen 127.0.0.1:8443
          curl --cacert tls.pem -H "Content-Type: application/json" \
            -d @faults.json https://127.0.0.1:8443/admin/faults
cli-help-emulator-listen = An address of this computer alone, and a port; 0 takes a free one
cli-help-emulator-names = A host name under which it is reached besides, for clients that have the address of a service built in; can be repeated
cli-help-finish = List or finish signatures that came back but did not reach their document
    .after =
        A signature is kept as soon as it comes. If the time-stamp service or the disk fails
        afterwards, nothing is lost: finish it later, without approving it again.

        Examples:
          pitser finish                        list what is waiting
          pitser finish KEY                    finish one
          pitser finish KEY --discard          forget one
cli-help-finish-key = Which one to finish; without it, they are listed
cli-help-finish-document_password = The password of an encrypted document, for reading or the owner's; whoever lists processes sees it here
cli-help-finish-document_password_file = Read that password from this file: all of it but one line end behind it
cli-help-finish-discard = Forget it instead: to sign the document later, it has to be approved again
cli-help-finish-json = Write JSON
cli-help-profile = List, check, keep, write out or forget connection profiles
    .after =
        Example:
          pitser profile import bank.toml && pitser --profile bank sign contract.pdf
cli-help-list = List the profiles of this computer: name, whose it is, what it is for
cli-help-check = Say whether a file is a profile, and in which line it is not
cli-help-check-file = The file
cli-help-import = Keep the profile in a file for this user
cli-help-import-file = The file
cli-help-import-force = Replace a profile of the same name
cli-help-export = Write a profile as it was imported
cli-help-export-name = Its name
cli-help-remove = Forget a profile of yours
cli-help-remove-name = Its name
cli-help-secret = Keep the secret that a signing service gave this program in the system's keychain
    .after =
        It is asked for without being shown, or read from standard input, and replaces an earlier one; it never
        stands in a profile. Where there is no keychain, as on a server, set PITSER_CSC_SECRET when signing;
        with PITSER_KEYCHAIN=none no keychain is asked.
cli-help-secret-name = The profile
cli-help-proxy-login = Keep name and password for the proxy that a profile names in the system's keychain
    .after =
        They are asked for as NAME:PASSWORD without being shown, or read from standard input, and replace earlier
        ones. That proxy alone is told them, when it asks. PITSER_PROXY_LOGIN, where it is set, comes first.
cli-help-proxy-login-name = The profile
cli-help-forget = Forget who signs under a profile, and what the keychain has of its signing service: the login, which the service is told to end, and the secret; and the login for its proxy
cli-help-forget-name = The profile
cli-help-forget-login = Forget the login only
cli-help-schema = Write how a profile is to be written, as JSON Schema
cli-help-log = List what was said to services from this computer: when, to whom, how much, and what came back
    .after =
        Documents never leave this computer, and what is listed holds no secrets: sessions are not named, and of
        personal codes only the last four digits are shown. The newest exchanges are kept, up to 1 MB.
cli-help-log-fields = Name what each request told as well, field by field
cli-help-log-json = Write one JSON object for each exchange, one on a line
cli-help-completions = Write the completions for a shell
    .after =
        Example:
          pitser completions bash > ~/.local/share/bash-completion/completions/pitser
cli-help-completions-shell = The shell
