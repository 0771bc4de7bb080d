# What went wrong: the message says what, .cause why, .next what to do now.
# One entry for every code that the program can give; never one text for two causes that can be told apart.

## What the phone answered

error-user-refused = You cancelled on the phone. Nothing was signed.
    .cause = The request was declined in the Smart-ID app.
    .next = If that was a mistake, send the request again.
error-session-open = A request may still be open on the phone, so no new one was sent.
    .cause = An earlier one was neither approved nor refused there yet, or its answer was lost, or another window or program is signing with this phone. Two at once could not be told apart.
    .next = Refuse the earlier request on the phone, or let it run out, which takes { $minutes } min at most; then send again. Approve nothing there that you did not start yourself.
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
error-unknown-end-result = The request ended in a way that Pitser does not know. Nothing was signed.
    .cause = The service gave a reason that did not exist when this version of Pitser was made.
    .next = Look for an update of Pitser, or try again.

error-mobile-cancelled = You cancelled on the phone. Nothing was signed.
    .cause = The Mobile-ID request was declined on the phone.
    .next = If that was a mistake, send the request again.
error-mobile-timed-out = There was no answer from the phone in time. Nothing was signed.
    .cause = PIN2 was not entered while the Mobile-ID request was open.
    .next = Check that the phone is on and has coverage, then send the request again.
error-mobile-not-client = This number and personal code have no active Mobile-ID.
    .cause = There is no Mobile-ID contract for them, or its certificates are not active.
    .next = Check the phone number and the personal code.
error-mobile-not-found = No Mobile-ID certificate was found for these details.
    .cause = The phone number or the personal code may be mistyped, or they do not belong together.
    .next = Check the phone number and the personal code.
error-mobile-hash-mismatch = The SIM card and Mobile-ID do not fit together. Nothing was signed.
    .cause = The SIM card is set up otherwise than the operator told the service.
    .next = Ask your mobile operator.
error-mobile-phone-absent = The phone cannot be reached. Nothing was signed.
    .cause = The phone is switched off or out of coverage.
    .next = Switch the phone on, wait until it has coverage and send the request again.
error-mobile-delivery-failed = The request could not be delivered to the phone. Nothing was signed.
    .cause = The operator could not send the message that carries it.
    .next = Wait a moment and send the request again. Restarting the phone can help.
error-mobile-sim-fault = The SIM card gave an answer that cannot be used. Nothing was signed.
    .cause = Something went wrong on the card, or PIN2 is locked.
    .next = Restart the phone and try again. If it stays so, ask your mobile operator.
error-mobile-not-active = The Mobile-ID of this number is not activated.
    .cause = There are certificates for it, but they are not active yet, or not any more.
    .next = Activate Mobile-ID, or ask your mobile operator.
error-mobile-not-ready = The Mobile-ID of this number is not ready yet. Nothing was signed.
    .cause = It may have been ordered or renewed a moment ago.
    .next = Wait a while and try again.
error-mobile-fault = Mobile-ID reported a fault of its own. Nothing was signed.
    .cause = The service ended the request with a technical error.
    .next = Wait a moment and try again.
error-csc-denied = You refused on the page of the signing service. Nothing was signed.
    .cause = The signing service was told not to allow it, or does not allow it itself.
    .next = If that was a mistake, send the request again.
error-csc-client-not-allowed = The signing service does not let this program use one of its functions. Nothing was signed.
    .cause = The registration of the program at the service does not include this.
    .next = Ask whoever set up the profile.
error-csc-client-refused = The signing service does not know this program. Nothing was signed.
    .cause = The client identifier in the profile, or the secret in the keychain, is not one that the service gave.
    .next = Correct the identifier in the profile, or the secret: in the form for signing in the window, or by pitser profile secret NAME
error-csc-secret-missing = The secret by which the signing service knows this program is not in the keychain. Nothing was signed.
    .cause = The program is let in by itself, and for that the service gave it a secret.
    .next = Type it once in the form for signing in the window, or run: pitser profile secret { $profile }. Where there is no keychain, set PITSER_CSC_SECRET.
error-keychain-unavailable = The keychain of this computer cannot be used.
    .cause = It is locked, or there is none, as on a server and outside of a desktop session.
    .next = Unlock it and try again. Where there is none, set PITSER_CSC_SECRET, and for a proxy PITSER_PROXY_LOGIN.
error-csc-scope = The signing service does not give the permission that signing needs. Nothing was signed.
    .cause = It does not know the scope that was asked for.
    .next = Check in the profile that this is a service of the Cloud Signature Consortium, version 2.
error-csc-response-type = The signing service does not let people in by way of the browser. Nothing was signed.
    .cause = It gives no authorisation codes.
    .next = Choose in the profile that the program logs in by itself, if the service has that.
error-csc-grant = The login at the signing service cannot be used any more. Nothing was signed.
    .cause = The code that the browser brought is too old, was used before, or is for somebody else.
    .next = Start over and log in again.
error-csc-session-over = The login at the signing service has run out. Nothing was signed.
    .cause = Its access token has expired or was withdrawn.
    .next = Start over and log in again.
error-csc-token-invalid = The signing service does not accept its own access token. Nothing was signed.
    .cause = It says that the token is not one of OAuth 2.0 of this service.
    .next = Start over and log in again. If it stays so, tell the service.
error-csc-wrong-data = The signing service does not accept the PIN or password. Nothing was signed.
    .cause = What was typed does not belong to the credential. After several wrong ones the service may lock it.
    .next = Check it and send the request again.
error-csc-wrong-otp = The signing service does not accept the one-time password. Nothing was signed.
    .cause = It is mistyped, too old, or was used before.
    .next = Send the request again and type the new one-time password.
error-csc-locked = Your key at the signing service is locked. Nothing was signed.
    .cause = The service locks it after several wrong PINs or passwords.
    .next = Ask the signing service to unlock it.
error-csc-disabled = Your key at the signing service is switched off. Nothing was signed.
    .cause = The service says that it is disabled.
    .next = Ask the signing service, or choose another key.
error-csc-credential-unknown = The signing service has no such key of yours. Nothing was signed.
    .cause = The identifier of the credential is mistyped, or belongs to somebody else.
    .next = Check the identifier, or leave it out to use your only key.
error-csc-too-many = That is more than your key signs at once. Nothing was signed.
    .cause = The service allows fewer signatures under one authorisation.
    .next = Sign fewer documents together.
error-csc-sad-expired = Your permission to sign has run out. Nothing was signed.
    .cause = It was given, and not used in time.
    .next = Send the request again and give it once more.
error-csc-sad-invalid = The signing service does not accept your permission to sign. Nothing was signed.
    .cause = It was used up, or the service does not recognise it.
    .next = Send the request again and give it once more.
error-csc-not-authorised = The signing service says that you did not allow this document. Nothing was signed.
    .cause = What was to be signed is not among what the permission is for.
    .next = Send the request again. If it stays so, tell the service.
error-csc-certificate-expired = The certificate of your key at the signing service has expired. Nothing was signed.
    .cause = Nothing can be signed with it any more.
    .next = Ask the signing service for a new one, or choose another key.
error-csc-fault = The signing service reported a fault of its own. Nothing was signed.
    .cause = It met a condition that it did not expect.
    .next = Wait a moment and try again.
error-csc-not-offered = The signing service does not have a function that signing needs. Nothing was signed.
    .cause = It does not implement this method.
    .next = Choose in the profile another way of signing that the service has.
error-csc-version = The signing service speaks another version of the interface than this program. Nothing was signed.
    .cause = This program speaks version 2 of the Cloud Signature Consortium's.
    .next = Ask the signing service for an address with version 2, and whoever set up this connection to enter it.
error-csc-entrance = The signing service lets nobody in the way that the profile says. Nothing was signed.
    .cause = It does not list this kind of login.
    .next = Ask whoever set up this connection to choose in the profile another login that the service has.
error-csc-method-missing = The signing service lists no function of a kind that signing needs. Nothing was signed.
    .cause = What it does not list is not called.
    .next = Choose in the profile a way of signing that the service has, or ask the service.
error-csc-format = The signing service makes no whole signatures for PDF files. Nothing was signed.
    .cause = It lists neither PAdES nor detached CAdES among its signature formats.
    .next = Ask whoever set up this connection to let the service sign hashes (signs = "hashes" in the profile).
error-csc-level = The signing service makes no whole signatures of this level. Nothing was signed.
    .cause = It does not list the level among those that it makes.
    .next = Choose another level, or ask whoever set up this connection to let the service sign hashes (signs = "hashes" in the profile).
error-csc-mode = Your key at the signing service is released in a way that this program does not know. Nothing was signed.
    .cause = The service names a kind of permission that its specification does not have.
    .next = Ask the signing service, or choose another key.
error-csc-factors = Your key at the signing service wants a kind of proof that cannot be given here. Nothing was signed.
    .cause = This program knows PINs, passwords, one-time passwords and confirming on another device.
    .next = Ask the signing service for another kind, or choose another key.
error-csc-certificate-revoked = The certificate of your key at the signing service has been revoked. Nothing was signed.
    .cause = The service says so. It cannot be made valid again.
    .next = Ask the signing service for a new one, or choose another key.
error-csc-certificate-suspended = The certificate of your key at the signing service is suspended. Nothing was signed.
    .cause = The service says so. Until it is valid again, nothing can be signed with it.
    .next = Ask the signing service to lift the suspension, or choose another key.
error-csc-unknown-error = The signing service said no in a way that this program does not know. Nothing was signed.
    .cause = Its specification does not name this error.
    .next = Try again. If it stays so, update the program.
error-csc-state = The browser came back from a page that this program did not open. Nothing was signed.
    .cause = What it brought does not belong to this signing. Somebody may be trying to slip in a login of their own.
    .next = Start over. Allow only what you began yourself.
error-csc-timed-out = The signing service got no answer from you in time. Nothing was signed.
    .cause = The page in the browser was not finished, or nothing was confirmed elsewhere.
    .next = Send the request again and finish it in the browser or on your device.
error-csc-no-credential = You have no key at the signing service. Nothing was signed.
    .cause = The service lists none that is valid for this person.
    .next = Get one there, or log in as somebody else.
error-csc-insecure = The signing service names an address without encryption. Nothing was signed.
    .cause = A login and a permission to sign go over TLS or not at all.
    .next = Tell the signing service, or correct the address in the profile.
error-csc-elsewhere = The signing service sends this program elsewhere to be let in. Nothing was signed.
    .cause = The profile pins the keys of the service, and none of that other address.
    .next = Ask whoever set up this connection to add oauth-pins to the profile, if the address is right.
error-csc-several-credentials = You have several keys at the signing service: { $ids }. Nothing was signed.
    .cause = Which of them is to sign was not said.
    .next = Sign again and choose one, or name it in the profile or with --credential.
error-csc-not-answered = The signing service wants to know something that nobody answered. Nothing was signed.
    .cause = This key needs a PIN, a password or a one-time password.
    .next = Send the request again and answer it. The command line asks at a terminal.
error-browser-no-return = The browser could not come back to this program. Nothing was signed.
    .cause = No address of this computer could be opened for it.
    .next = Try again. If it stays so, a security program may be in the way.
error-browser-missing = The page could not be opened.
    .cause = No browser answers on this computer.
    .next = Install a browser or choose one in the settings of the system, then try again.
error-nobody-known = Nobody is remembered on this computer any more. Nothing was signed.
    .cause = Who signed before was forgotten meanwhile, perhaps in another window.
    .next = Say who signs, and start again.
error-not-together = These documents cannot be signed together.
    .cause = Only a signing service signs several documents under one permission, and with one key.
    .next = Sign them one after another, or with --csc.

## What the service answered

error-not-found = No Smart-ID account that can sign was found for these details.
    .cause = The country or the code may be mistyped, or there is only a Smart-ID Basic account, which cannot sign contracts.
    .next = Check country and personal code.
error-service-refused = This computer or organisation is not allowed to use the service.
    .cause = The service did not accept who is asking.
    .next = Ask whoever set up this connection for you.
error-service-forbids = This organisation may not do this with the service.
    .cause = The service knows who is asking, but does not allow this kind of request.
    .next = Ask whoever set up this connection for you.
error-see-app = Open the Smart-ID app: it has a message for you.
    .cause = The service asks you to look into the app or its self-service portal.
    .next = Read the message in the app, then try again.
error-client-too-old = Pitser is too old for this service.
    .cause = Smart-ID no longer speaks the form that this version uses.
    .next = Update Pitser.
error-maintenance = Smart-ID is under maintenance just now.
    .cause = The service is under maintenance.
    .next = Wait a while and try again.
error-too-many-requests = The service takes no more requests from here just now.
    .cause = It was asked more often than it lets anybody ask.
    .next = Wait some minutes and try again.
error-unavailable = The service is not available just now.
    .cause = The service answered with a fault.
    .next = Wait a moment and try again.
error-bad-request = The service did not understand the request.
    .cause = The service rejected the form of the request.
    .next = Look for an update of Pitser. The details below help those who look into it.
error-malformed-answer = An answer of the service could not be read.
    .cause = What came back does not have the agreed form.
    .next = Try again. If it stays so, look for an update of Pitser.
error-answer-torn = An answer of the service was cut off.
    .cause = It ends in the middle: something on the way did not let the whole of it pass.
    .next = Try again, on another network if it stays so.
error-unexpected-status = The service gave an answer that Pitser does not know.
    .cause = The service may have been changed since this version of Pitser was made.
    .next = Try again. If it stays so, look for an update of Pitser.
error-content-type = An answer of the service could not be read.
    .cause = It is of another kind than agreed: a network may have put a page of its own in between.
    .next = Check the connection in a web browser, then try again.
error-session-lost = The request is no longer known to the service. Nothing was signed.
    .cause = It took too long, or the service forgot it.
    .next = Start again.

## The way to the service

error-unreachable = The service cannot be reached.
    .cause = There may be no internet connection, or a firewall is in the way.
    .next = Check the connection and try again.
error-connection-broken = The connection to the service broke off.
    .cause = It ended before the whole answer had come.
    .next = Check the connection and try again.
error-host-unknown = The address of the service was not found.
    .cause = There is no internet connection, or the name in the connection profile is wrong.
    .next = Check the connection in a web browser, then try again.
error-service-timed-out = The service did not answer in time.
    .cause = It, or the way to it, is too slow just now.
    .next = Wait a moment and try again.
error-proxy-unreachable = The proxy of this network cannot be reached.
    .cause = There is no answer at { $proxy }: its address may be out of date, or this computer is on another network.
    .next = Check the proxy in the connection profile or in the settings of this computer, then try again.
error-proxy-login = The proxy of this network wants a name and a password.
    .cause = { $proxy } lets nobody through whom it does not know, and was given no name and password.
    .next = Keep them for a proxy that the profile names: in the window, or by pitser profile proxy-login NAME. Or set PITSER_PROXY_LOGIN to NAME:PASSWORD, or ask whoever runs the network to let Pitser through.
error-proxy-login-name = A name with a colon in it cannot be told to a proxy.
    .cause = The colon ends the name, and the password begins behind it.
    .next = Type the name without it; the password may have colons.
error-proxy-login-refused = The proxy of this network does not accept this name and password.
    .cause = { $proxy } was given a name and a password, and does not know them: they may be mistyped, or have been changed since.
    .next = Keep the right ones for the proxy: in the window, or by pitser profile proxy-login NAME. Where PITSER_PROXY_LOGIN is set, or the address of the system's proxy has them in it, set them right there.
error-proxy-login-variable = PITSER_PROXY_LOGIN is not a name and a password. Nothing was sent.
    .cause = There is no colon between the two, or it is not text in UTF-8. { $proxy } was not asked.
    .next = Set PITSER_PROXY_LOGIN to NAME:PASSWORD. Or unset it, and the login that the keychain has for the proxy is used.
error-proxy-refused = The proxy of this network does not let Pitser through to the service.
    .cause = { $proxy } answered and opened no way there. It may forbid the address, not find it, or be out of order itself.
    .next = Ask whoever runs the network to allow { $host }, or to look after the proxy.
error-proxy-untrusted = The certificate of this network's proxy is not trusted. Nothing was sent.
    .cause = No certification authority that this computer knows vouches for { $proxy }.
    .next = Check the address of the proxy in the connection profile. If it is right, ask whoever runs the network to add the authority to this computer.
error-answer-too-large = The service's answer was too large. It was not read.
    .cause = No honest answer is that long: something may be between you and the service.
    .next = Try again. If it stays so, ask whoever runs the network.
error-redirected = The service pointed somewhere else. Pitser did not follow.
    .cause = The address in the connection profile may be out of date, or a network asks you to log in first.
    .next = Check the connection in a web browser, then ask whoever set up this connection.
error-address-refused = The address of the service cannot be used.
    .cause = The connection profile names an address that is not allowed.
    .next = Ask whoever gave you the profile.
error-tls-pin-outdated = The service shows another key than the one expected. Nothing was sent.
    .cause = A known authority vouches for it: the service may have renewed its key since this connection was set up.
    .next = Look for an update of Pitser or of the connection profile. Do not continue without it.
error-tls-intercepted = Something is between you and the service. Nothing was sent.
    .cause = Neither the key nor the authority behind it is the service's: a network that reads along shows its own.
    .next = Do not continue on this network. Ask whoever runs it to let Pitser reach the service directly.
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
error-account-mismatch = The answer names a Smart-ID account of another person. Nothing was signed.
    .cause = The certificate in it belongs to one person, and the account that would have to sign to another.
    .next = Start over. If it happens again, do not continue and report it.
error-level-too-low = This Smart-ID account cannot sign contracts.
    .cause = Its certificate is of a lower level than the one required.
    .next = Register a full Smart-ID account, or use another one.
error-profile-mismatch = The certificate is not one for signing contracts.
    .cause = It lacks something that a certificate for qualified signatures has.
    .next = Sign in another way, or ask whoever issued it.
error-certificate-unreadable = The certificate could not be read.
    .cause = It does not have the form that the standards require.
    .next = Try again. If it stays so, report it.
error-weak-parameters = The signature was made with other parameters than those asked for. Nothing was saved.
    .cause = They may be weaker than those.
    .next = Try again. If it happens again, report it.
error-algorithm = The profile asks for a kind of signature that cannot be had here. Nothing was signed.
    .cause = This key or service makes none with the digest and scheme that the profile names.
    .next = Ask whoever set up this connection to choose another digest or scheme in the profile.
error-signature-invalid = The signature that came back does not fit the document. Nothing was saved.
    .cause = Its value does not verify with the signer's certificate.
    .next = Start over. If it happens again, do not continue and report it.
error-unexpected-flow = The request was approved in a way that was not offered. Nothing was saved.
    .cause = The answer names another path than the one that was started here.
    .next = Start over. If you did not start it yourself, do not approve it.
error-unexpected-interaction = The phone showed another screen than the one asked for. Nothing was saved.
    .cause = The answer names a screen that was not offered.
    .next = Start over. If it happens again, report it.
error-certificate-revoked = The certificate was revoked. Nothing was signed.
    .cause = Whoever issued it has withdrawn it for good: nothing can be signed with it any more.
    .next = Sign with another certificate, or get a new one from whoever issued this one.
error-certificate-suspended = The certificate is suspended. Nothing was signed.
    .cause = Whoever issued it has stopped it for the time being.
    .next = Ask whoever issued it to lift the suspension, or sign with another certificate.
error-certificate-expired = The certificate has expired. Nothing was signed.
    .cause = Its term is over: what is signed with it now does not count.
    .next = Sign with another certificate, or have this one renewed by whoever issued it.
error-certificate-not-yet-valid = The certificate is not valid yet. Nothing was signed.
    .cause = Its term begins later, or the clock of this computer is slow.
    .next = Check the clock of this computer, or wait until the term begins.
error-certificate-not-for-signing = The certificate is not one for signing. Nothing was signed.
    .cause = It is for logging in or for something else: its key usage has no signatures.
    .next = Sign with another certificate, or ask whoever issued this one.
error-certificate-not-usable = The certificate cannot be used for signing contracts.
    .cause = Its path to a trusted authority, or something that a signing certificate must have, does not hold.
    .next = Sign with another certificate, or ask whoever issued this one.

## Services beside the one that signs: time-stamps, the fate of certificates, issuers

service-asked =
    { $asked ->
        [ocsp] The certificate status service
        [crl] The server of the revocation list
        [issuer] The server of the issuer's certificate
       *[timestamp] The time-stamp service
    }
service-csc = The signing service gave no time-stamp.
service-why =
    { $why ->
        [tsp-rejection] The time-stamp service refused the request and did not say why.
        [tsp-bad-alg] The time-stamp service does not accept the digest algorithm.
        [tsp-bad-request] The time-stamp service does not permit requests of this kind.
        [tsp-bad-data-format] The time-stamp service says that the request has the wrong form.
        [tsp-time-not-available] The time-stamp service has no source of time just now.
        [tsp-unaccepted-policy] The time-stamp service does not stamp under the policy that the connection profile asks for.
        [tsp-unaccepted-extension] The time-stamp service does not support an extension of the request.
        [tsp-add-info-not-available] The time-stamp service does not have the further information that was asked for.
        [tsp-system-failure] The time-stamp service failed: it reported a fault of its own.
        [tsp-waiting] The time-stamp service put the request aside and has made no time-stamp yet.
        [tsp-revocation-warning] The time-stamp service warns that its certificate is about to be revoked.
        [tsp-revocation-notification] The time-stamp service says that its certificate has been revoked.
        [tsp-status-unknown] The time-stamp service answered with a status that its standard does not name.
        [policy-mismatch] The time-stamp is under another policy than the one that the connection profile asks for.
        [tsa-clock-wrong] The clock of the time-stamp service is wrong by { $minutes } minutes.
        [clocks-differ] The time that the time-stamp service states is { $minutes } minutes off that of this computer.
        [imprint-mismatch] { error-imprint-mismatch.cause }
        [nonce-mismatch] { error-nonce-mismatch.cause }
        [answer-invalid] { service-asked } gave an answer that cannot be read, or whose signature does not hold.
        [ocsp-malformed-request] The certificate status service says that the request has the wrong form.
        [ocsp-internal-error] The certificate status service failed: it reported a fault of its own.
        [ocsp-try-later] The certificate status service asks to be asked later.
        [ocsp-sig-required] The certificate status service answers nobody who does not sign the request.
        [ocsp-unauthorized] The certificate status service does not answer this question, or not to us.
        [ocsp-status-unknown] The certificate status service answered with a status that its standard does not name.
        [not-covered] { service-asked } said nothing about this certificate.
        [crl-scope] The revocation list is for other certificates than this one.
        [not-of-now] { service-asked } gave an answer of another time.
        [not-the-issuer] The certificate that was found is not that of the issuer.
        [certificate-unreadable] What was found in place of the issuer's certificate cannot be read.
        [no-address] The certificate does not say where that could be asked.
        [none-named] No time-stamp service was named.
        [too-much] It would have taken too many questions, or too long.
        [nothing-said] Nobody could say it.
        [nothing-there] { service-asked } has nothing at this address.
        [service-refused] { service-asked } does not let this computer or organisation in.
        [service-forbids] { service-asked } forbids it: there may be no contract with this organisation.
        [too-many-requests] { service-asked } was asked more often than it lets anybody ask.
        [unavailable] { service-asked } is not available just now.
        [bad-request] { service-asked } did not understand the request.
        [unexpected-status] { service-asked } gave an answer that Pitser does not know.
        [content-type] { service-asked } gave an answer of another kind than agreed: a network may have put a page of its own in between.
        [answer-too-large] { service-asked } gave an answer that is too large.
        [malformed-answer] { service-asked } gave an answer that does not have the agreed form.
        [answer-torn] { service-asked } gave an answer that ends in the middle.
        [unreachable] { error-unreachable }
        [connection-broken] { error-connection-broken }
        [host-unknown] { error-host-unknown }
        [service-timed-out] { error-service-timed-out }
        [proxy-unreachable] { error-proxy-unreachable }
        [proxy-login] { error-proxy-login }
        [proxy-login-refused] { error-proxy-login-refused }
        [proxy-login-variable] { error-proxy-login-variable }
        [proxy-refused] { error-proxy-refused }
        [proxy-untrusted] { error-proxy-untrusted }
        [redirected] { error-redirected }
        [address-refused] { error-address-refused }
        [tls-pin-outdated] { error-tls-pin-outdated }
        [tls-intercepted] { error-tls-intercepted }
        [tls-untrusted] { error-tls-untrusted }
        [address] { error-address }
        [csc-denied] { service-csc } { error-csc-denied.cause }
        [csc-client-not-allowed] { service-csc } { error-csc-client-not-allowed.cause }
        [csc-client-refused] { service-csc } { error-csc-client-refused.cause }
        [csc-scope] { service-csc } { error-csc-scope.cause }
        [csc-response-type] { service-csc } { error-csc-response-type.cause }
        [csc-grant] { service-csc } { error-csc-grant.cause }
        [csc-session-over] { service-csc } { error-csc-session-over.cause }
        [csc-token-invalid] { service-csc } { error-csc-token-invalid.cause }
        [csc-fault] { service-csc } { error-csc-fault.cause }
        [csc-not-offered] { service-csc } { error-csc-not-offered.cause }
        [csc-version] { service-csc } { error-csc-version.cause }
        [csc-entrance] { service-csc } { error-csc-entrance.cause }
        [csc-method-missing] { service-csc } { error-csc-method-missing.cause }
        [csc-unknown-error] { service-csc } { error-csc-unknown-error.cause }
        [csc-state] { service-csc } { error-csc-state.cause }
        [csc-timed-out] { service-csc } { error-csc-timed-out.cause }
        [csc-insecure] { service-csc } { error-csc-insecure.cause }
        [csc-elsewhere] { service-csc } { error-csc-elsewhere.cause }
        [csc-secret-missing] { service-csc } { error-csc-secret-missing.cause }
        [clock-wrong] { error-clock-wrong }
        [keychain-unavailable] { error-keychain-unavailable }
        [browser-no-return] { service-csc } { error-browser-no-return.cause }
       *[other] { service-asked } did not answer as it should.
    }
service-next =
    { $step ->
        [again] Try again. If it stays so, tell the service.
        [clock] Check the date and time of this computer. If they are right, tell the service.
        [connection] Check the connection in a web browser, then try again.
        [name] Name a time-stamp service in the connection profile, or with --tsa.
        [settings] Ask whoever set up this connection to put it right, then try again.
        [update] Look for an update of Pitser. The details below help those who look into it.
       *[later] Try again when the service is back.
    }
service-next-kept =
    { $step ->
        [again] Finish the signature. If it stays so, tell the service. It need not be approved again.
        [clock] Check the date and time of this computer, then finish the signature. It need not be approved again.
        [connection] Check the connection in a web browser, then finish the signature. It need not be approved again.
        [name] Name a time-stamp service in the connection profile, then finish the signature. It need not be approved again.
        [settings] Ask whoever set up this connection to put it right, then finish the signature. It need not be approved again.
        [update] Look for an update of Pitser, then finish the signature. It need not be approved again.
       *[later] Finish the signature when the service is back. It need not be approved again.
    }
error-imprint-mismatch = The time-stamp does not belong to this signature.
    .cause = The service stamped something else than was sent.
    .next = Try again. If it stays so, tell the service.
error-nonce-mismatch = The answer does not belong to this question.
    .cause = What came back answers another question than the one that was asked.
    .next = Try again. If it stays so, tell the service.

## After PIN2: nothing is lost

error-timestamp-unavailable = The time-stamp could not be had. Your signature is kept.
    .cause = { service-why }
    .next = { service-next-kept }
error-revocation-unavailable = The proof that your certificate is valid could not be had. Your signature is kept.
    .cause = { service-why }
    .next = { service-next-kept }
error-value-lost = Your signature came back, but could not be kept. Nothing was saved.
    .cause = The disk took neither the signed document nor the note from which it could have been finished.
    .next = Make room on the disk, then sign again. It has to be approved again.
error-no-timestamp = The time-stamp could not be had. Nothing was saved.
    .cause = { service-why }
    .next = { service-next }
error-no-revocation-proof = The proof that a certificate is valid could not be had. Nothing was saved.
    .cause = { service-why }
    .next = { service-next }
error-certificate-status-unknown = Whether your certificate is still valid could not be found out. Nothing was signed.
    .cause = { service-why }
    .next = { service-next }
error-output-folder-missing = The folder for the signed file is not there. Nothing was signed.
    .cause = It may be mistyped, moved or deleted.
    .next = Make the folder, or choose another one.
error-not-valid = The finished document did not pass our own check. Nothing was saved.
    .cause = The document was read back before saving, and the signature in it is not valid.
    .next = Start over. A signature that is kept is tried once more, and then a new one is asked for. If it happens again, report it.
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
error-needs-repair = This file is damaged. It can be read, but not signed.
    .cause = It can be read only by guessing how it was meant, and other programs may guess otherwise. What is signed must not be guessed.
    .next = Save it anew with the program that made it, and sign that file.
error-password-needed = This PDF is protected with a password.
    .cause = Without the password it can be neither read nor signed.
    .next = Give the password, or choose another file.
error-wrong-password = This password does not open the document.
    .cause = It is neither the password for reading nor the owner's. Capital letters count.
    .next = Try again, or ask whoever sent the document.
error-not-permitted = The document's protection does not allow signing it.
    .cause = Whoever protected it with a password left this out of what readers may do.
    .next = Give the owner's password, or ask for a version that can be signed.
error-locked = This document allows no further signature.
    .cause = A signature in it forbids every change.
    .next = Ask whoever sent it for a version that can be signed.
error-field-direct = This signature field cannot be signed.
    .cause = It is written inside another object of the file, and signing it would change what stands around it.
    .next = Sign without naming a field, or save the form anew.
error-field-exists = There is already a field of this name.
    .cause = A new field needs a name of its own.
    .next = Choose another name, or none.
error-field-locked = This field can no longer be signed.
    .cause = An earlier signature locks it.
    .next = Sign in another field, or ask whoever sent it for a version that can be signed.
error-field-missing = There is no signature field of this name.
    .cause = The name is not in the form, or is written differently there.
    .next = Look at the names with pitser fields.
error-field-other = This field is not for a signature.
    .cause = The form has it for something else.
    .next = Look at the signature fields with pitser fields.
error-field-signed = This field is signed already.
    .cause = A signature field holds one signature.
    .next = Sign in another field.
error-lock-missing = This field cannot be signed any more in the way it demands.
    .cause = It demands that the document be locked, and the lock would have to be added behind earlier signatures, which forbid that.
    .next = Ask whoever sent it for a version that can be signed.
error-not-first = This document cannot be certified any more.
    .cause = A certification has to be the first signature, and this document has one already.
    .next = Sign it without certifying.
error-no-such-page = There is no such page in this document. Nothing was signed.
    .cause = The seal was ordered for a page that the document does not have.
    .next = Give the number of a page that is there, counted from 1.
error-page-not-drawn = A page could not be looked at to find a place for the seal. Nothing was signed.
    .cause = The renderer gave up on the page.
    .next = Give the place with a page and a box, or sign without a seal.
error-seal-character = The seal cannot show one of the characters it should. Nothing was signed.
    .cause = The typeface of seals has no such letter, or it cannot be seen, or it looks like a verdict.
    .next = Leave that character out of the text of the seal, or sign without a seal.
error-seal-figures = These are not the numbers that a place or a size is given with.
    .cause = A box is four numbers with commas between, a size is two; all of them are points.
    .next = Write them such as 50,700,200,72 for a box and 200,72 for a size.
error-seal-forbidden = A signature in this document allows no new seal on its pages. Nothing was signed.
    .cause = The document is certified: it may be signed, but only invisibly or in a field that is there.
    .next = Sign without a seal, or in one of the fields of the document.
error-seal-no-place = No place was found for the seal. Nothing was signed.
    .cause = The text was not found on any page, or no free place on the last pages is large enough.
    .next = Give the place with a page and a box, make the seal smaller, or sign without a seal.
error-seal-outside = The seal would not be inside the page. Nothing was signed.
    .cause = The box goes past an edge of the page as it is shown.
    .next = Give a box that lies inside the page: points from its upper left corner, then width and height.
error-seal-picture = The picture for the seal cannot be used. Nothing was signed.
    .cause = It cannot be read, is too large, or is not of a kind that can stand in a seal: PNG, JPEG, or SVG without text.
    .next = Save it anew as PNG, or sign without a picture.
error-seal-too-small = The seal is too small for what it should say. Nothing was signed.
    .cause = Even the smallest text that can be read on paper does not fit.
    .next = Make the seal larger, or let it say less.
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
    .cause = The time-stamp or a certificate is much larger than the one that was tried beforehand.
    .next = Sign again. A signature that is kept is tried once more; if it still does not fit, a new one is asked for, with more room.
error-file-changed = The document has been changed meanwhile. Nothing was signed.
    .cause = The file on disk is no longer the one that you see here.
    .next = Open it again and read what it says now.
error-too-large = This file goes beyond what is safe to read.
    .cause = It holds more, or is nested deeper, than any real document.
    .next = Choose another file.
error-encryption-unsupported = This PDF is encrypted in a way that Pitser does not open.
    .cause = It is encrypted for the holders of certain certificates, or by a method that is not supported.
    .next = Open it with a program that knows this encryption. If it is signed, check it there: saved anew, it would lose its signatures.
error-unsupported = This PDF uses something that Pitser cannot sign.
    .cause = It has a feature of the format that is not supported.
    .next = Save it anew as an ordinary PDF, or choose another file.

## What a signature field demands

error-demand-appearance = The field demands a certain look. Nothing was signed.
    .cause = The look called { $wanted } is kept by another program.
    .next = Sign in another field, or ask whoever made the form.
error-demand-digest = The field demands another hash. Nothing was signed.
    .cause = It accepts { $wanted }; the signature would be made with { $ordered }.
    .next = Sign in another field, or ask whoever made the form.
error-demand-filter = The field demands another kind of signature. Nothing was signed.
    .cause = It accepts only signatures of the handler { $wanted }.
    .next = Sign in another field, or ask whoever made the form.
error-demand-issuer = The field demands a certificate of another authority. Nothing was signed.
    .cause = It accepts { $wanted }; yours is from { $ordered }.
    .next = Sign in another field, or ask whoever made the form.
error-demand-key-usage = The field demands a certificate for another use. Nothing was signed.
    .cause = It accepts the key usage { $wanted }; yours has { $ordered }.
    .next = Sign in another field, or ask whoever made the form.
error-demand-kind = The field demands another kind of signature. Nothing was signed.
    .cause = It is for { $wanted }; ordered is { $ordered }.
    .next = Give --certify with what the field is for, or leave it out for approval; or sign in another field.
error-demand-legal-attestation = The field demands a legal statement. Nothing was signed.
    .cause = The statement would be: { $wanted }
    .next = Sign in another field, or ask whoever made the form.
error-demand-lock-document = The field demands another lock. Nothing was signed.
    .cause = The document must afterwards permit { $wanted }; ordered is { $ordered }.
    .next = Change what the certification permits, or sign in another field.
error-demand-policy = The field demands a certificate under another policy. Nothing was signed.
    .cause = It accepts { $wanted }; yours has { $ordered }.
    .next = Sign in another field, or ask whoever made the form.
error-demand-reason = The field demands a reason from its list. Nothing was signed.
    .cause = It accepts { $wanted }; given is “{ $ordered }”.
    .next = Give one of these reasons, or none where there is none to choose.
error-demand-revocation-inside = The field demands proof of non-revocation inside the signature. Nothing was signed.
    .cause = Signatures by the European standard carry it beside the signature, and may not carry it inside.
    .next = Sign in another field, or ask whoever made the form.
error-demand-signature-policy = The field demands a signature policy. Nothing was signed.
    .cause = The policy is { $wanted }.
    .next = Sign in another field, or ask whoever made the form.
error-demand-sub-filter = The field demands another kind of signature. Nothing was signed.
    .cause = It accepts only the encodings { $wanted }.
    .next = Sign in another field, or ask whoever made the form.
error-demand-subject = The field demands a certain certificate. Nothing was signed.
    .cause = It accepts { $wanted }; yours is { $ordered }.
    .next = Sign in another field, or ask whoever made the form.
error-demand-subject-name = The field demands a certificate of somebody else. Nothing was signed.
    .cause = It accepts only a certificate with { $wanted }; yours is { $ordered }.
    .next = Sign in another field, or ask whoever made the form.
error-demand-timestamp = The field demands a time-stamp. Nothing was signed.
    .cause = The level that was ordered has none.
    .next = Order the level b-t or higher.
error-demand-version = The field demands something newer. Nothing was signed.
    .cause = Its demands are written for version { $wanted }, which is not known here.
    .next = Sign in another field, or ask whoever made the form.

## The place of the signed file

error-read-only-folder = The signed file cannot be saved in this folder.
    .cause = The folder does not allow new files.
    .next = Choose another folder for the signed file.
error-disk-full = The disk is full. Nothing was lost.
    .cause = There is no room for the new file.
    .next = Make room on the disk, then finish or try again.
error-output-exists = There is already a file of that name.
    .cause = Pitser overwrites no file unasked.
    .next = Choose another name for the signed file.
error-output-is-document = The new file would take the place of the document itself.
    .cause = Pitser never changes the original.
    .next = Choose another name for the new file.
error-write-failed = The signed file could not be saved.
    .cause = The disk or the network drive reported an error.
    .next = Choose another folder for the signed file.

## What was typed

error-document-number-form = This is not a Smart-ID document number.
    .cause = It does not have the agreed form.
    .next = Check the document number.
error-phone-number-form = This is not a phone number that can have Mobile-ID.
    .cause = It is no mobile number of Estonia or Lithuania with its country code, such as +37200000766.
    .next = Check the phone number.
error-country-form = This service is not available for this country.
    .cause = Only Estonia, Latvia and Lithuania can be chosen.
    .next = Check country and personal code.
error-code-form = This is not a personal code of this country.
    .cause = It has another form than they have, or there is no such day of birth.
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
error-profile-value = The connection profile cannot be used.
    .cause = { profile-at }{ $place }: { profile-fault }
    .next = Ask whoever gave you the profile.
error-profile-syntax = The connection profile cannot be used.
    .cause = { profile-at }{ profile-syntax }
    .next = Ask whoever gave you the profile, or see how one is written: pitser profile schema
profile-at =
    { $where ->
        [none] {""}
       *[line] Line { $line },{" "}
    }
profile-syntax =
    { $fault ->
        [unknown-key] { $name }: there is no such key here.
        [missing-key] { $name }: this key is missing.
        [twice] { $name }: this stands there twice.
        [type] { $name }: the value is of another kind than is due (a text in quotation marks, a number, true or false, a list).
        [value] { $name }: no such value can stand here.
       *[syntax] this is not TOML: a quotation mark, an equals sign or a bracket may be missing or one too many.
    }
profile-fault =
    { $fault ->
        [not-https] this is not an https address.
        [address-end] an address ends without a slash, without /v2 or /v3, and has no ? or # in it.
        [csc-end] the address has to end with /csc/v2.
        [not-an-address] this is not a web address.
        [name-empty] a name is missing.
        [name-too-long] version 2 of the Smart-ID API takes a name of at most 32 bytes.
        [pins-missing] no keys are accepted, so that no connection would be made.
        [pin-form] a key is written as sha256// and the Base64 of 32 bytes.
        [uuid-form] this is not a UUID.
        [uuid-capitals] Mobile-ID takes a UUID in small letters only.
        [csc-missing] the profile has no remote signing service (csc).
        [no-pem] there are no certificates in PEM here.
        [digest-not-signed] the service makes no signatures with this digest.
        [certificate] a certificate here cannot be read.
        [no-anchor] no certificate is named that is trusted.
        [country] a country is EE, LV or LT.
        [language] a language is three small letters, such as eng (ISO 639-2).
        [scheme-name] the name is missing, or has | in it.
        [capabilities] each is one word without spaces.
        [scheme-of-v2] version 2 of the Smart-ID API makes RSASSA-PKCS1 signatures only.
        [asks-of-v2] version 2 of the Smart-ID API has no QR codes, so that nobody could be asked.
        [size] a size is a number of points greater than 0.
       *[other] this value cannot be used.
    }
error-profile-not-text = The file is not a text in UTF-8.
    .cause = Line { $line } has signs in another encoding.
    .next = Save the file as UTF-8 in a text editor, then try again.
error-profile-too-large = The file is too large for a connection profile.
    .cause = A profile has at most { $kilobytes } kB.
    .next = Check which file was named.
error-profile-secret = There is a secret in the profile, where it does not belong.
    .cause = A profile lies in a file and is passed on, and the client secret of the signing service would be with it.
    .next = Take it out of the file, then keep it in the keychain: pitser profile secret NAME
error-profile-missing = There is no profile of this name.
    .cause = It is neither one that is kept on this computer nor a file that can be read.
    .next = Check the value of --profile. See: pitser profile list
error-profile-lock = What the administrator allows on this computer cannot be read.
    .cause = { $path } is not as it should be, so that no connection profile may be used.
    .next = Ask the administrator to correct it.
error-profile-locked = This connection profile may not be used on this computer.
    .cause = Its administrator allows certain profiles only.
    .next = Choose one of those that are allowed, or ask the administrator.
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

## Keys at hand

error-file-not-regular = This is no regular file.
    .cause = It is a pipe or a device, which may have no end.
    .next = Save what it gives as a file, and name that.
error-file-too-large = The file is too large for what it is to be.
    .cause = It has more than any such file needs.
    .next = Check which file was named.
error-key-file = The key file cannot be read.
    .cause = It is not there, or may not be read.
    .next = Check the path given with --key.
error-key-password = The password does not open the key file.
    .cause = The password is wrong, or none was given.
    .next = Give it with --password, --password-file or PITSER_KEY_PASSWORD.
error-key-file-damaged = The key file cannot be understood.
    .cause = It is not a PKCS#12 file, or is encrypted in a way that Pitser does not know.
    .next = Export the key again as PKCS#12 (.p12, .pfx).
error-no-key = The key file holds no key that can sign.
    .cause = There is no private key in it that belongs to a certificate in it.
    .next = Export the key together with its certificate.
error-key-unsupported = Pitser does not sign with a key of this kind.
    .cause = It signs with RSA keys of 2048 to 8192 bits and with P-256, P-384 and P-521 keys.
    .next = Use another key.
error-key-refused = The key did not sign. Nothing was saved.
    .cause = The key reported a failure.
    .next = Check the key file.
error-trust-needed = This level needs to know whom to trust. Nothing was signed.
    .cause = From b-lt on, proof is collected for each certificate up to a trusted one, and none was named.
    .next = Name a root certificate with --trust, or a profile with --profile.
error-evidence-unreadable = The file with the evidence cannot be read.
    .cause = It is no such file, or it was damaged.
    .next = Choose a file that was saved with --save-evidence.
error-evidence-version = The file with the evidence has a form that this program does not know.
    .cause = A newer program saved it (version { $version }).
    .next = Update this program.
error-trust-file = The trusted certificates cannot be read.
    .cause = The file is not there, or is no text of PEM certificates.
    .next = Check the path given with --trust.
error-password-file = The file with the password cannot be read.
    .cause = It is not there, or may not be read.
    .next = Check the path given with --password-file.

## Extending, and signatures made as a whole elsewhere

error-no-signature = There is no such signature.
    .cause = The document is not signed, or not in the field that was named.
    .next = See its signatures: pitser verify FILE.
error-nothing-to-add = There is nothing to add. Nothing was saved.
    .cause = The signatures have this level already.
    .next = Ask for a higher level, or leave the document as it is.
error-cades-unreadable = The signature that came back cannot be read.
    .cause = It is not a CMS signature in the form that was asked for.
    .next = Try again; if it happens again, report it to the operator of the service.
error-cades-form = The signature that came back has not the form that a PDF needs.
    .cause = It is not one detached CAdES signature with the attributes that PAdES demands.
    .next = Report it to the operator of the service.
error-cades-signing-time = The signature that came back states a time where PAdES forbids it.
    .cause = The attribute signing-time is among the signed attributes.
    .next = Report it to the operator of the service.
error-cades-other-document = The signature that came back is over another document.
    .cause = The digest in it is not that of this document.
    .next = Start over; if it happens again, report it to the operator of the service.
error-cades-other-signer = The signature that came back was not made by the person who was to sign.
    .cause = The certificate in it is missing, or is another one.
    .next = Start over; if it happens again, report it to the operator of the service.
error-timestamp-mismatch = The time-stamp is over something else.
    .cause = The service stamped other data than it was sent.
    .next = Try again, or name another time-stamp service.
