# What went wrong: the message says what, .cause why, .next what to do now.
# One entry for every code that the program can give; never one text for two causes that can be told apart.

## What the phone answered

error-user-refused = You cancelled on the phone. Nothing was signed.
    .cause = The request was declined in the Smart-ID app.
    .next = If that was a mistake, send the request again.
error-user-refused-choice = You have several Smart-ID accounts and cancelled on one. Nothing was signed.
    .cause = The choice of the account was declined on one of your phones.
    .next = Try again, and confirm on the right phone.
error-timed-out = There was no answer in time. Nothing was signed.
    .cause = The phone did not answer while the request was open.
    .next = Check that the phone is online, open the Smart-ID app and send the request again.
error-wrong-code = The code chosen on the phone was not the one shown here. Nothing was signed.
    .cause = Another code was picked, or the request on the phone was not yours.
    .next = Start over and compare the code. If you did not start a request yourself, do not approve it.
error-document-unusable = Your Smart-ID account cannot be used now. Nothing was signed.
    .cause = This account cannot be used for signing at the moment: PIN2 may be locked.
    .next = Open the Smart-ID app to see what it asks for, then try again.
error-account-unusable = Your Smart-ID account cannot be used. Nothing was signed.
    .cause = The account may have expired or been removed.
    .next = Open the Smart-ID app. A new account may have to be registered there.
error-app-too-old = The Smart-ID app is too old for this request. Nothing was signed.
    .cause = The app on the phone does not know this kind of request.
    .next = Update the Smart-ID app in your phone's app store, then try again.
error-interrupted = Another Smart-ID request interrupted this one. Nothing was signed.
    .cause = A second request reached the phone before this one was complete.
    .next = Finish or cancel the other request, then start again.
error-protocol-failure = The phone and Smart-ID could not agree. Nothing was signed.
    .cause = The app reported an error in the conversation.
    .next = Open the Smart-ID app, look for an update and try again.
error-server-fault = Smart-ID reported a fault of its own. Nothing was signed.
    .cause = The service ended the request with a technical error.
    .next = Wait a moment and try again.
error-unknown-end-result = Smart-ID gave an answer that Pitser does not know. Nothing was signed.
    .cause = The service may have been changed since this version of Pitser was made.
    .next = Look for an update of Pitser, or try again.

## What the service answered

error-not-found = No Smart-ID account that can sign was found for these details.
    .cause = The country or the code may be mistyped, or there is only a Smart-ID Basic account, which cannot sign contracts.
    .next = Check country and personal code.
error-service-refused = This computer or organisation is not allowed to use the service.
    .cause = Smart-ID did not accept who is asking.
    .next = Ask whoever set up this connection for you.
error-see-app = Open the Smart-ID app: it has a message for you.
    .cause = The service asks you to look into the app or its self-service portal.
    .next = Read the message in the app, then try again.
error-client-too-old = Pitser is too old for this service.
    .cause = Smart-ID no longer speaks the form that this version uses.
    .next = Update Pitser.
error-maintenance = Smart-ID is not available just now.
    .cause = The service is under maintenance.
    .next = Wait a while and try again.
error-unavailable = Smart-ID is not available just now.
    .cause = The service answered with a fault.
    .next = Wait a moment and try again.
error-bad-request = Smart-ID did not understand the request.
    .cause = The service rejected the form of the request.
    .next = Look for an update of Pitser. The details below help those who look into it.
error-malformed-answer = An answer of the service could not be read.
    .cause = What came back does not have the agreed form.
    .next = Try again. If it stays so, look for an update of Pitser.
error-unexpected-status = The service gave an answer that Pitser does not know.
    .cause = The service may have been changed since this version of Pitser was made.
    .next = Try again. If it stays so, look for an update of Pitser.
error-content-type = An answer of the service could not be read.
    .cause = It is of another kind than agreed: a network may have put a page of its own in between.
    .next = Check the connection in a web browser, then try again.
error-session-lost = The request is no longer known to Smart-ID. Nothing was signed.
    .cause = It took too long, or the service forgot it.
    .next = Start again.

## The way to the service

error-unreachable = The service cannot be reached.
    .cause = There may be no internet connection, or a firewall is in the way.
    .next = Check the connection and try again.
error-service-timed-out = The service did not answer in time.
    .cause = It, or the way to it, is too slow just now.
    .next = Wait a moment and try again.
error-answer-too-large = The service's answer was too large. It was not read.
    .cause = No honest answer is that long: something may be between you and the service.
    .next = Try again. If it stays so, ask whoever runs the network.
error-redirected = The service pointed somewhere else. Pitser did not follow.
    .cause = The address in the connection profile may be out of date, or a network asks you to log in first.
    .next = Check the connection in a web browser, then ask whoever set up this connection.
error-address-refused = The address of the service cannot be used.
    .cause = The connection profile names an address that is not allowed.
    .next = Ask whoever gave you the profile.
error-tls-pin-mismatch = The service's certificate is not the one expected. Nothing was sent.
    .cause = Pitser may be out of date, or something is between you and the service.
    .next = Do not continue on this network. Look for an update of Pitser, or ask whoever runs the network.
error-tls-untrusted = The service's certificate is not trusted. Nothing was sent.
    .cause = The connection could not be proven to end at the service.
    .next = Do not continue on this network. Try again on another one.
error-clock-wrong = The clock of this computer is wrong.
    .cause = Its time does not fit the time that the services state.
    .next = Set date and time, best automatically, then try again.

## Answers that do not fit what was asked

error-certificate-mismatch = The answer came with another certificate than the one signed for. Nothing was saved.
    .cause = The signature belongs to a different certificate than the one chosen before.
    .next = Start over. If it happens again, do not continue and report it.
error-wrong-person = The answer came from another person. Nothing was saved.
    .cause = The certificate does not carry the personal code that was asked for.
    .next = Check country and personal code and start over.
error-wrong-document = The answer came from another Smart-ID account. Nothing was saved.
    .cause = It names another account than the one that was asked.
    .next = Start over. If it happens again, do not continue and report it.
error-level-too-low = This Smart-ID account cannot sign contracts.
    .cause = Its certificate is of a lower level than the one required.
    .next = Register a full Smart-ID account, or use another one.
error-profile-mismatch = The certificate is not one for signing contracts.
    .cause = It lacks something that the certificate of such an account must have.
    .next = Open the Smart-ID app and check your account.
error-certificate-unreadable = The certificate could not be read.
    .cause = It does not have the form that the standards require.
    .next = Try again. If it stays so, report it.
error-weak-parameters = The signature was made with parameters that are too weak. Nothing was saved.
    .cause = They are not the ones that were asked for.
    .next = Try again. If it happens again, report it.
error-algorithm = The signature was made with an algorithm that was not asked for. Nothing was saved.
    .cause = The answer names another one than the request.
    .next = Try again. If it happens again, report it.
error-signature-invalid = The signature that came back does not fit the document. Nothing was saved.
    .cause = Its value does not verify with the signer's certificate.
    .next = Start over. If it happens again, do not continue and report it.
error-unexpected-flow = The request was approved in a way that was not offered. Nothing was saved.
    .cause = The answer names another path than the one that was started here.
    .next = Start over. If you did not start it yourself, do not approve it.
error-unexpected-interaction = The phone showed another screen than the one asked for. Nothing was saved.
    .cause = The answer names a screen that was not offered.
    .next = Start over. If it happens again, report it.
error-certificate-not-usable = The certificate cannot be used for signing contracts.
    .cause = It lacks something that a signing certificate must have, or is out of its term.
    .next = Open the Smart-ID app and check your account.

## After PIN2: nothing is lost

error-timestamp-unavailable = The time-stamp could not be had. Your signature is kept.
    .cause = The time-stamp service did not answer as it should.
    .next = Finish the signature when the service is back. PIN2 is not needed again.
error-revocation-unavailable = The proof that your certificate is valid could not be had. Your signature is kept.
    .cause = The revocation service did not answer as it should.
    .next = Finish the signature when the service is back. PIN2 is not needed again.
error-certificate-status-unknown = Whether your certificate is still valid could not be found out. Nothing was signed.
    .cause = The revocation service did not answer as it should.
    .next = Try again when the service is back.
error-output-folder-missing = The folder for the signed file is not there. Nothing was signed.
    .cause = It may be mistyped, moved or deleted.
    .next = Make the folder, or choose another one.
error-not-valid = The finished document did not pass our own check. Nothing was saved.
    .cause = The document was read back before saving, and the signature in it is not valid.
    .next = Start over. If it happens again, report it.
error-no-such-entry = This unfinished signature is no longer there.
    .cause = It was finished or discarded meanwhile.
    .next = Open the document and look whether it is signed.

## The file

error-not-a-pdf = This is not a PDF.
    .cause = The file does not begin as a PDF does, whatever its name says.
    .next = Choose another file.
error-empty-file = This file is empty.
    .cause = It holds no byte at all. It may not have been downloaded completely.
    .next = Get the file again, or choose another one.
error-truncated = This file has been cut off.
    .cause = Its end is missing. It may not have been downloaded completely.
    .next = Get the file again, or choose another one.
error-damaged = This file is damaged.
    .cause = Its inner order cannot be followed. Other programs may guess; what is signed must not be guessed.
    .next = Save it anew in the program it came from, or choose another file.
error-encrypted = This PDF is protected with a password.
    .cause = An encrypted document cannot be signed so that everybody can check it.
    .next = Save it without the password, or choose another file.
error-locked = This document allows no further signature.
    .cause = A signature in it forbids every change.
    .next = Ask whoever sent it for a version that can be signed.
error-no-permission = This file may not be read.
    .cause = The operating system refuses it to you.
    .next = Ask for access, or choose another file.
error-file-missing = The file is not there.
    .cause = It may have been moved, renamed or deleted.
    .next = Choose the file again.
error-not-a-file = This is not a file.
    .cause = It may be a folder or a device.
    .next = Choose a PDF file.
error-file-other = The file could not be read.
    .cause = The disk or the network drive reported an error.
    .next = Try again, or copy the file to this computer first.
error-unreadable = The file could not be read to its end.
    .cause = The disk or the network drive reported an error, or the file became shorter meanwhile.
    .next = Copy the file to this computer, then open it again.
error-contents-too-small = The signature is longer than the room kept for it. Nothing was saved.
    .cause = The certificates that came with it are unusually large.
    .next = Report it, so that more room is kept.
error-file-changed = The document has been changed meanwhile. Nothing was signed.
    .cause = The file on disk is no longer the one that you see here.
    .next = Open it again and read what it says now.
error-too-large = This file goes beyond what is safe to read.
    .cause = It holds more, or is nested deeper, than any real document.
    .next = Choose another file.
error-unsupported = This PDF uses something that Pitser cannot sign.
    .cause = It has a feature of the format that is not supported.
    .next = Save it anew as an ordinary PDF, or choose another file.

## The place of the signed file

error-read-only-folder = The signed file cannot be saved in this folder.
    .cause = The folder does not allow new files.
    .next = Choose another folder for the signed file.
error-disk-full = The disk is full. Nothing was lost.
    .cause = There is no room for the signed file.
    .next = Make room on the disk, then finish.
error-output-exists = There is already a file of that name.
    .cause = Pitser never overwrites a file.
    .next = Choose another name for the signed file.
error-write-failed = The signed file could not be saved.
    .cause = The disk or the network drive reported an error.
    .next = Choose another folder for the signed file.

## What was typed

error-document-number-form = This is not a Smart-ID document number.
    .cause = It does not have the agreed form.
    .next = Check the document number.
error-country-form = Smart-ID is not available for this country.
    .cause = Only Estonia, Latvia and Lithuania can be chosen.
    .next = Check country and personal code.
error-code-form = This is not a personal code of this country.
    .cause = It does not have the agreed form.
    .next = Check country and personal code.
error-code-checksum = There is a typing mistake in the personal code.
    .cause = The last digit does not fit the others.
    .next = Check country and personal code.
error-identifier-form = This does not name a person.
    .cause = It does not have the form of country and personal code, such as PNOEE-40504040001.
    .next = Check country and personal code.
error-profile = The connection profile cannot be used.
    .cause = Its file is missing something or says something impossible.
    .next = Ask whoever gave you the profile.
error-other-profile = This signature was begun under another connection profile.
    .cause = It needs the services and the trust of the profile that it was begun with.
    .next = Start Pitser with that profile and finish it there.
error-address = An address in the connection profile cannot be used.
    .cause = It does not have the form of a web address.
    .next = Ask whoever gave you the profile.
error-interaction = The text for the phone cannot be shown there.
    .cause = It is longer than the phone can show, or empty.
    .next = Give the file a shorter name, then try again.
error-link-too-long = The QR code would hold too much.
    .cause = The text for the phone or the name in the connection profile is too long.
    .next = Give the file a shorter name, then try again.
error-nonce-form = Something went wrong inside Pitser. Nothing was sent.
    .cause = A random value did not have the agreed form.
    .next = Try again. If it happens again, report it.

## The program

error-cancelled = Cancelled. Nothing was signed.
    .cause = You stopped it here.
    .next = Start again whenever you like.
error-busy = Another signature is under way.
    .cause = Only one document can be signed at a time.
    .next = Finish or cancel the other one first.
error-not-open = This document is not open any more.
    .cause = Other documents were opened after it.
    .next = Open it again.
error-only-in-demo = This can be had in the demo only.
    .cause = Under this connection profile the phone is a real one.
    .next = Take your own phone.
error-demo-failed = The demo world could not be started.
    .cause = A part of the demo did not come up on this computer.
    .next = Close Pitser and start it again.
error-no-home = Pitser found no place for its own files.
    .cause = The operating system names no home folder for you.
    .next = Ask whoever looks after this computer.
error-own-folder = Pitser cannot write into its own folder.
    .cause = Its folder on this computer is not writable, or the disk is full.
    .next = Make room or ask for access, then try again.
error-network-setup = The network of this computer could not be set up for Pitser.
    .cause = Encryption or the list of trusted authorities could not be prepared.
    .next = Close Pitser and start it again. If it stays so, report it.
error-internal = Something went wrong inside Pitser.
    .cause = This should not happen. Your original file has not been touched.
    .next = Try again. The details below help those who look into it.
