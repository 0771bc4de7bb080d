# The window: labels, buttons, screens. Terms are fixed in the product's word list.

-product = Pitser
-service = Smart-ID

## Everywhere

window-title = { $name } – { -product }
test-banner = Demo: test signatures only
test-banner-more = They have no legal effect. Trust: { $source }.
test-mark = Test
open-phone = Open the demo phone
close = Close
details = Details
language-label = Language
language-announce = Language: { $name }
skip-to-panel = Go to signing
skip-to-document = Go to the document
panel-label = Signing and signatures
unknown-failure = Something unexpected happened

## While the program starts

entrance-title = Starting…
entrance-lead = The first start of a demo takes up to a minute: keys are made for it.

## Start

start-title = Sign with your phone. Check it here.
start-lead = Open a PDF to read it, sign it with { -service }, or see who has signed it.
start-drop = Drop a PDF here
start-or = or
start-open = Open a file…
start-open-keys = Ctrl+O
start-promise-stays = The document stays on this computer
start-promise-stays-more = Only its fingerprint is sent to be signed.
start-promise-original = Your original is never changed
start-promise-original-more = The signed copy is saved beside it.
start-promise-checked = Every signature is checked
start-promise-checked-more = The saved file is read back before we say “signed”.
start-opening = Opening { $name }…
drop-here = Drop to open

## Signatures that came back but were not finished

pending-title = { $count ->
    [one] One signature is waiting to be finished
   *[other] { $count } signatures are waiting to be finished
}
pending-lead = You had already approved. Nothing was lost, and nothing has to be approved again.
pending-from = Approved by { $signer }, { $time }
pending-finish = Finish
pending-discard = Discard
pending-discard-sure = Discard it? To sign this document later, you will have to approve it again.
pending-discard-yes = Yes, discard
pending-keep = Keep
pending-finishing = Finishing the signature…

## Reading

toolbar-label = Document
open-other = Open
document-label = { $name }, { $count ->
    [one] one page
   *[other] { $count } pages
}
page-label = Page { $page } of { $count }
page-counter = Page { $page } of { $count }
page-failed = This page cannot be shown
page-picture = Picture of page { $page }. It has no text that can be read.
zoom-in = Zoom in
zoom-out = Zoom out
zoom-fit = Fit width
zoom-value = { $percent } %
zoom-label = Zoom: { $percent } %. Fit width.

## Summary of the document

summary-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
summary-seen = { $seen ->
    [one] 1 of { $count } pages seen
   *[other] { $seen } of { $count } pages seen
}
summary-seen-all = All pages seen
summary-warnings = Before you sign

## Warnings about a document

warning-action = Something in this document can start a program, open something else, send something, or change what is shown. None of it is done here.
warning-annotation-not-drawn = A note or mark on a page cannot be shown here. Other programs may show it.
warning-annotation-without-appearance = A note or mark does not say how it looks. Other programs may show something here that you do not see.
warning-external = Some of what this document shows stands in other files. They are not opened here.
warning-font-not-usable = A font of this document cannot be used. Letters may look different elsewhere.
warning-form-remade = The form fields of this document are drawn anew by each program. Others may see them differently.
warning-image-not-drawn = An image in this document cannot be shown here. Others may see it.
warning-layers = This document has layers that can be switched on and off. Others may see something else than you do.
warning-look-astray = Something that was added is written so that other programs may paint it anywhere on a page.
warning-multimedia = This document holds sound, film or a model in space. None of it is played here.
warning-not-drawn = Something on a page cannot be shown here. Others may see it.
warning-repaired = This file is damaged. What you see was put together by repairing it, and other programs may show something else.
warning-script = This document holds a script (JavaScript). It is not run here.
warning-text-cut-off = There is so much text on a page that not all of it can be selected. It is shown in full.
warning-trailing-content = This file goes on behind the end of the document. It may have been cut off while it was saved or sent.
warning-unknown = This document has a peculiarity that { -product } does not know: { $code }
warning-unread = Part of this document cannot be read here. It may hold something that can change what is shown.
warning-xfa = This document carries a second form (XFA) that some programs show instead of these pages.

## Signing: the form

sign-title = Sign with { -service }
sign-title-phone = Sign with your phone
sign-title-any = Sign this document
sign-title-cloud = Sign at the signing service
sign-tabs = How you sign
sign-tab-service = { -service }
sign-tab-code = Personal code
sign-tab-qr = QR code
sign-tab-mobile = Mobile-ID
sign-tab-cloud = Service
sign-no-way = This connection profile names no service to sign with. Signatures can be checked.
sign-country = Country
country-EE = Estonia (EE)
country-LV = Latvia (LV)
country-LT = Lithuania (LT)
sign-personal-code = Personal code
sign-personal-code-hint-EE = 11 digits
sign-personal-code-hint-LV = 11 digits: 123456-12345
sign-personal-code-hint-LT = 11 digits
sign-phone = Phone number
sign-phone-hint = As you dial it at home, or with + and the country code
sign-qr-lead = Scan a code with the { -service } app instead of typing anything. The code appears here in the next step.
sign-cloud-lead = Your key is kept by the signing service { $host }. Its page opens in your browser: log in there, and allow the signature.
sign-cloud-lead-organisation = The signing service { $host } keeps the key of your organisation. Pitser logs in there by itself, with the organisation's secret. If the key wants more than that, you are asked for it.
sign-cloud-button = Sign in the browser
sign-cloud-button-organisation = Sign at the service
sign-along-button = { $count ->
    [one] Sign { $count } document
   *[other] Sign { $count } documents
}
sign-remember = Remember me on this computer
sign-remember-more = Next time no code has to be typed. Your account is noted on this computer only; you can have it forgotten any time.
sign-remember-more-phone = Next time nothing has to be typed. Your number and code are noted on this computer only; you can have them forgotten any time.
sign-button = Sign
sign-qr-button = Show the QR code
sign-keys = Ctrl+Enter
sign-starting = Starting…
sign-output = Saved as { $name }, beside the original.
sign-output-change = Change
sign-output-label = Save the signed file as
sign-level = Kind of signature
sign-level-b-lta = Archive (B-LTA)
sign-level-b-lta-more = Long term, and with a time-stamp over all of it that can be renewed: for decades.
sign-level-b-lt = Long term (B-LT)
sign-level-b-lt-more = With time-stamp and proof that the certificate was valid. Recommended for contracts.
sign-level-b-t = With time-stamp (B-T)
sign-level-b-t-more = Proves when it was signed; the certificate has to be looked up later.
sign-level-b-b = Basic (B-B)
sign-level-b-b-more = The signature alone. Good only as long as the certificate is.
sign-options = Options
sign-reason = Reason
sign-reason-hint = Optional. It stands in the signature and in the seal.
sign-location = Place
sign-certify = What others may still do
sign-certify-anything = Anything that shows as a change
sign-certify-annotations = Comment, fill in forms and sign
sign-certify-form-filling = Fill in forms and sign
sign-certify-no-changes = Nothing at all
sign-certify-hint = The first signature of a document can settle this.
sign-sent-title = What leaves this computer
sign-sent-hash = the fingerprint (SHA-2) of the document, not the document
sign-sent-person = your country and personal code, so that { -service } finds your phone
sign-sent-mobile = your phone number and personal code, so that Mobile-ID finds your SIM card
sign-sent-address = the question from which internet address your phone answers; what { -service } says is neither shown nor kept here
sign-sent-text = the file name, shown on your phone
sign-sent-names = the names of the documents, shown by the signing service
sign-add = Add your signature
sign-back = Not now
## Signing: who is remembered on this computer

known-how = How you are asked
known-rings = My phone rings
known-rings-more = A code appears here and on the phone: compare the two.
known-scans = I scan a QR code here
known-scans-more = The safest way: nobody far away can show it to you.
known-other = Somebody else signs
known-forget = Forget me
known-forgotten = Nobody is remembered on this computer any more.
known-back = Sign as { $name }

## Signing: the secret by which a signing service knows this program

secret-label = Secret of this program at { $host }
secret-explains = The service gave it to your organisation. It goes into the keychain of this computer, and is not shown again.
secret-optional = Most programs have none. If the service gave this one a secret, type it here.
secret-keep = Keep it in the keychain
secret-asking = Asking the keychain. You may have to unlock it.
secret-kept = The secret of this program is in the keychain.
secret-given = The secret of this program comes from PITSER_CSC_SECRET.
secret-forget = Forget it
secret-forgotten = The secret and the login are forgotten.
secret-forgotten-here = The secret and the login are forgotten here. The service could not be told that the login has ended.
secret-empty = Type the secret.
secret-fold = Secret of this program

## Signing: the login for the proxy that the profile names

proxy-fold = Login for the proxy
proxy-at = Proxy { $proxy }
proxy-name = Name
proxy-password = Password
proxy-explains = They go into the keychain of this computer. Only this proxy is told them, and they are not shown again.
proxy-keep = Keep them in the keychain
proxy-keep-again = Keep them and try again
proxy-kept = Name and password for the proxy are in the keychain.
proxy-kept-refused = Name and password are in the keychain, but the proxy let nothing through with them. If the password has changed, type the new one.
proxy-given = Name and password for the proxy come from PITSER_PROXY_LOGIN.
proxy-forget = Forget them
proxy-forgotten = Name and password for the proxy are forgotten.
proxy-name-empty = Type the name.
proxy-password-empty = Type the password.
proxy-next = Type the name and the password for the proxy below. The keychain of this computer keeps them, so that you need not type them again.

## Signing: several documents under one permission

along-title = Signed along with this document
along-more = You allow all of them at once, on one page.
along-seal = The seal goes to a free place in each.
along-add = Add more documents…
along-remove = Leave out { $name }
along-removed = Left out: { $name }
along-output = Each is saved beside its original.

## Signing: the seal on the page

seal-title = Seal on the page
seal-none = No visible mark: just as valid
seal-page = A seal where I put it
seal-field = In the field “{ $name }”
seal-field-page = In the field “{ $name }”, page { $page }
seal-looking = Looking for a free place…
seal-page-number = Page
seal-how = Drag it on the page. By keyboard: go to it with Tab, move it with the arrow keys, and hold Shift to change its size.
seal-box = Seal on page { $page }: { $left } mm from the left, { $top } mm from the top, { $width } by { $height } mm. Arrow keys move it, with Shift they change its size.
seal-preview = Your seal
seal-preview-more = Name, time and level will stand here

## A document with a password

password-title = This document is protected
password-lead = { $name } opens with a password only. The password stays on this computer.
password-label = Password
password-wrong = This password does not open it. Capital letters count.
password-open = Open
password-empty = Type the password.

## Keeping a signature checkable

extend-button = Extend for decades
extend-lead = Adds fresh proof and an archive time-stamp in a new file. The signatures stay as they are.
signing-title-extend = Extending the signatures
extend-doing = No phone is needed. It takes a few seconds.
extend-title-passed = Extended and valid
extend-title-indeterminate = Extended; validity cannot be determined yet
extend-title-failed = Extended, but the check failed

## What is wrong with a personal code

person-fault-empty = Type your personal code.
person-fault-form = This is not the form of a personal code of this country.
person-fault-checksum = There is a typing mistake: the last digit does not fit the others.
person-fault-phone = This is not a mobile number of this country.
person-fault-phone-empty = Type your phone number.
person-fault-country = { -service } is not available for this country.

## Signing: waiting for the phone

signing-title-start = Getting ready…
signing-title-code = Compare the code on your phone
signing-title-confirm = Look at your phone
signing-title-approve = Enter PIN2 on your phone
signing-title-qr = Scan with the { -service } app
signing-title-qr-gone = Continue on your phone
signing-title-login = Log in with your browser
signing-title-allow = Allow the signature in your browser
signing-title-choose = Which key is to sign?
signing-title-question = The signing service asks you
signing-title-elsewhere = Confirm on your other device
signing-title-finish = Finishing your signature
signing-title-cancel = Cancelling…
signing-document = Document
signing-code-label = Verification code
signing-code-announce = Verification code: { $digits }. Compare it with the code on your phone.
signing-code-lead = Is the same code on your phone? Then enter PIN2 there.
signing-code-synonyms = Also called safety code or control code.
signing-confirm-lead = Choose the account on your phone and confirm. The verification code appears here next.
signing-approve-lead = Check that your phone shows this document, then enter PIN2.
signing-qr-step-open = Open the { -service } app on your phone.
signing-qr-step-scan = Tap “Scan QR code” and point the camera here.
signing-qr-step-confirm = Confirm on the phone, then enter PIN2.
signing-qr-alt = QR code for the { -service } app. It changes every second.
signing-qr-gone-lead = The code is not shown any more. If you have scanned it, follow what your phone says. If not, cancel here and start again.
signing-browser-lead = Your browser shows a page of { $host }. When you are done there, it goes on here by itself.
signing-browser-again = Open the page again
signing-elsewhere-lead = The signing service asks you there. Look at the device that you use with it.
choose-lead = You have several keys at the signing service.
choose-issuer = Certificate from { $issuer }
choose-until = Valid until { $day }
choose-take = Sign with this key
question-challenge = The signing service says
question-empty = Type what is asked for.
question-send = Send
signing-only-yours = Approve only what you started yourself.
signing-finish-lead = PIN2 was accepted. The rest happens here and takes a few seconds.
signing-finish-lead-cloud = You have allowed it. The rest happens here and takes a few seconds.
signing-kept-used = What came back for { $name } before is used: it need not be approved again.
signing-kept-waits = A signature of this very document by { $signer } came back before and is not finished. If it is the one you want, cancel here and finish that one.
signing-saved = { $saved } of { $count } saved
signing-and-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
}
signing-start-lead = The document is read and checked before your phone rings.
signing-start-lead-cloud = The document is read and checked before the signing service is asked.
signing-seconds-left = { $seconds ->
    [one] 1 second left
   *[other] { $seconds } seconds left
}
signing-seconds-announce = { $seconds } seconds left.
traffic-label = What was sent
traffic-lead = Documents never leave this computer. These are the requests to services, the newest first: every field is named, secrets are hidden, personal codes masked, hashes shortened.
traffic-none = Nothing was said to any service yet.
traffic-failed = The list could not be read.
traffic-figures = Answer { $answer }: { $sent } bytes out, { $received } bytes in, { $took } ms
traffic-content = { $content }, a request that has no fields
traffic-again = Read again
signing-cancel = Cancel
signing-cancelled = Cancelled. Nothing was signed.
signing-cancelled-open = Cancelled. Nothing was signed. The request may still be open on the phone: refuse it there, or let it run out, in { $minutes } min at most. If you sign the same document again before that, the same request is waited for.
signing-cancelled-open-lost = Cancelled. Nothing was signed. The request may still be open on the phone: refuse it there, or let it run out, in { $minutes } min at most. Until then no new one is sent.
signing-cancelled-some = { $count ->
    [one] Cancelled. { $count } document had been signed and saved before.
   *[other] Cancelled. { $count } documents had been signed and saved before.
}
signing-steps = Steps
help-nothing = My phone shows nothing
help-nothing-internet = Is the phone connected to the internet?
help-nothing-app = Open the { -service } app yourself: the request appears there.
help-nothing-account = Is it the right phone, with the right account? An old phone may still have one.
help-nothing-clock = Is the clock of the phone set automatically?
help-nothing-coverage = Is the phone switched on, and does it have coverage?
help-nothing-sim = Is the SIM card with Mobile-ID in this phone? With two cards, is it the right one?
help-nothing-restart = Nothing helps? Switch the phone off and on, let the request run out, and try again.
help-nothing-again = Nothing helps? Let the request run out, which takes some minutes, then try again, or use the QR code.
help-no-page = My browser shows no page
help-no-page-behind = Is it behind this window, or in another tab of the browser?
help-no-page-again = Open the page again, with the button above.
help-no-page-login = Use the login that you have from the signing service.
help-no-page-cancel = Nothing helps? Cancel here and try again.

## Steps

step-opening = Document read
step-certificate = Certificate received
step-preparing = Signature prepared
step-approval = Approved on the phone
step-approval-cloud = Allowed at the signing service
step-received = Signature received
step-checked = Checked against the certificate
step-embedded = Put into the document
step-timestamped = Time-stamped
step-revocation = Revocation proof added
step-validated = Finished document validated
step-saved = Saved, and read back
step-doing-opening = Reading the document…
step-doing-certificate = Waiting for your certificate…
step-doing-preparing = Preparing the signature…
step-doing-approval = Waiting for your approval…
step-doing-approval-cloud = Waiting for your permission…
step-doing-received = Receiving the signature…
step-doing-checked = Checking it against the certificate…
step-doing-embedded = Putting it into the document…
step-doing-timestamped = Getting the time-stamp…
step-doing-revocation = Getting the revocation proof…
step-doing-validated = Validating the finished document…
step-doing-saved = Saving, and reading it back…
step-state-waiting = to do
step-state-begun = in progress
step-state-done = done

## Result

result-title-passed = Signed and valid
result-title-indeterminate = Signed; validity cannot be determined yet
result-title-failed = Signed, but the check failed
result-lead-passed = The saved file was read back and checked.
result-lead-indeterminate = The signature is in the file. What is missing to judge it stands below.
result-lead-failed = Do not pass this file on. What is wrong stands below.
result-test = Test signature: no legal effect
result-signer = Signed by
result-time = Time
result-level = Level
result-trust = Trust
result-trust-test = { $source } (test)
result-saved = Saved as
result-open-folder = Open folder
result-show = Show the signed file
result-another = Sign another document
result-checks = What was checked
together-title = { $good } of { $count } signed and valid
together-show = Show { $name }

## Levels of a signature

level-b-b = Basic, PAdES B-B
level-b-t = With time-stamp, PAdES B-T
level-b-lt = Long term, PAdES B-LT
level-b-lta = Archived, PAdES B-LTA
level-none = No baseline level

## Verdict

verdict-checking = Checking the signatures…
verdict-overall-passed = { $count ->
    [one] The signature is valid
   *[other] All { $count } signatures are valid
}
verdict-overall-indeterminate = { $count ->
    [one] The signature cannot be determined
   *[other] Not every signature can be determined
}
verdict-overall-failed = { $count ->
    [one] The signature is not valid
   *[other] Not every signature is valid
}
verdict-unsigned = Not signed yet
verdict-cut-off = This file is cut off: its end is missing. What can be read was put together by repairing it.
verdict-repaired = This file is damaged. What can be read was put together by repairing it.
verdict-signature-lost = A signature may have been lost. Ask the sender for the whole file.
verdict-missing = What is missing
verdict-missing-issuer = The certificate of the issuer of { $subject }
verdict-missing-revocation = Whether the certificate of { $subject } was revoked
verdict-at = Checked { $time }, { $program }, policy { $policy } ({ $hash })
verdict-trust = Trust: { $source }
verdict-trust-test = Trust: { $source } – test anchors, no legal effect
verdict-again = Check again
verdict-turned-away = The signatures were checked with what was at hand.
signature-field = Field
signature-result = Result
signature-reason = Reason
signature-signer = Signer
signature-personal-code = Personal code
signature-issuer = Certificate from
signature-level = Level
signature-best-time = Existed at
signature-best-time-none = No trusted time-stamp
signature-claimed-time = Time the signer states
signature-coverage = Coverage
signature-coverage-whole = The signature covers the whole file
signature-coverage-proof = The signature covers the whole document; only proof about the signature was added after it
signature-coverage-metadata = The signature covers the document as it was signed; only data about the document and proof about the signature were changed or added after it
signature-coverage-permitted = The signature covers the document as it was signed; what was added since is permitted: further signatures, values in a form, or notes
signature-coverage-part = The signature covers an earlier version of this file; something was added after it
signature-changes = Changed since
signature-pages = Pages
signature-pages-alike = All pages look as they did when it was signed
signature-pages-permitted = The pages look as they did when it was signed, other than in fields, signature marks and annotations that were added or changed since
signature-pages-partly = The pages look as they did when it was signed, as far as they were compared; not compared: { $places }
signature-pages-differ = Look different from what was signed: { $places }
signature-pages-open = Not compared with the pages that were signed
signature-covered = Covered
signature-fields = Fields that show something other than their value
signature-active = Can change what is shown
signature-qualification = Qualified?
signature-unknown-signer = Unknown signer
signature-pseudonym = { $name } (pseudonym)
signature-archival = Archive time-stamp
signature-authority = Time-stamped by
signature-unknown-authority = Unknown authority
signature-checks = { $count ->
    [one] One check
   *[other] { $count } checks
}
signature-tally-passed = { $count } passed
signature-tally-failed = { $count } failed
signature-tally-indeterminate = { $count } undetermined
signature-tally-warning = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
signature-tally-information = { $count } noted
signature-tally-not-judged = { $count } not judged

## A report as a file

save-report-label = Save a report
save-report-pdf = PDF, to read and file
save-report-xml = XML, ETSI TS 119 102-2
save-report-json = JSON, for programs
save-report-evidence = Evidence, to check again later
save-report-done = Saved: { $name }
save-version = Save the version as it was signed
save-version-lead = The signed bytes alone, exactly as they were, without what was added since

## Buttons that do what a failure asks for

action-retry = Try again
action-send-again = Send again
action-start-over = Start over
action-check-person = Check country and code
action-choose-another-file = Choose another file
action-choose-another-output = Save under another name
action-open-again = Open it again
action-finish = Finish the signature
action-finish-later = Finish later
action-close = Close
failed-cause-label = Why
failed-next-label = What to do now
failed-nothing-lost = Your original file has not been touched.
