# The command line, and the plain text of a report.

## Report: head

report-trust = Usalduse alus: { $source }. Kontrollitud { $time }, { $program }, poliitika { $policy } ({ $hash })
report-trust-test = TEST. Usalduse alus: { $source } (testankrud, õiguslikku jõudu ei ole). Kontrollitud { $time }, { $program }, poliitika { $policy } ({ $hash })
report-document-passed = { $name }: { $count ->
    [one] allkiri on kehtiv
   *[other] kõik { $count } allkirja on kehtivad
}
report-document-indeterminate = { $name }: { $count ->
    [one] allkirja kehtivus on teadmata
   *[other] { $count } allkirjast mõne kehtivus on teadmata
}
report-document-failed = { $name }: { $count ->
    [one] allkiri ei ole kehtiv
   *[other] { $count } allkirjast mõni ei ole kehtiv
}
report-document-unsigned = { $name }: allkirjastamata
report-document-unsigned-behind = { $name }: allkirjastamata, kuid fail jätkub dokumendi lõpu taga ja mõni allkiri võib olla kaduma läinud
report-document-unsigned-cut-off = { $name }: allkirjastamata, kuid fail on poolik ja mõni allkiri võib olla kaduma läinud
report-document-unsigned-damaged = { $name }: allkirjastamata, kuid fail on vigane ja mõni allkiri võib olla kaduma läinud
report-unaccounted = { $count ->
    [one] Dokumendi lõpu taga on üks bait, mis ei kuulu ühegi selle versiooni juurde.
   *[other] Dokumendi lõpu taga on { $count } baiti, mis ei kuulu ühegi selle versiooni juurde.
}

## Report: one signature

report-signature = Allkiri { $number }: { $verdict } ({ $standard })
report-signature-test = Allkiri { $number }: { $verdict } ({ $standard }), TEST
report-stamp = Ajatempel { $number }: { $verdict } ({ $standard })
report-stamp-test = Ajatempel { $number }: { $verdict } ({ $standard }), TEST
report-checks = Kontrollid
report-timestamp = Ajatempel { $time }, andja { $authority }: { $verdict } ({ $standard })
report-more-obstacles = { $count ->
    [one] Veel üks punkt: vaadake --details
   *[other] Veel { $count } punkti: vaadake --details
}
report-missing-some = { $count ->
    [one] Puudub üks tõend, mis võiks tulemust muuta: vaadake --details
   *[other] Puudub { $count } tõendit, mis võiksid tulemust muuta: vaadake --details
}
report-missing = Puudub
missing-issuer = sertifikaadi { $subject } väljastaja sertifikaat: { $where }
missing-revocation = teave, kas sertifikaat { $subject } on tühistatud: { $where }
missing-nowhere = sertifikaat ei nimeta ühtki aadressi
report-stated-time = Ajatemplis märgitud aeg
report-same = Sama nagu allkirjal { $number }
report-why = Miks: { $why }
report-next = Mida teha: { $next }
report-sha256 = Faili SHA-256
report-size = Faili suurus baitides
report-revisions = Versioone
report-rebuilt = Viga
report-earlier = Uuesti hinnatud
report-earlier-trust = teise usalduse järgi kui tõendite salvestamisel: siis { $then }, nüüd { $now }
report-earlier-policy = teise poliitika järgi kui tõendite salvestamisel: siis { $then }, nüüd { $now }
report-earlier-saved = salvestatu põhjal seisuga { $then }; dokumenti ei loetud ja salvestatut võetakse sellisena, nagu see on
report-policy = Poliitika
report-anchor = Usaldusankru SHA-256
report-program = Kontrollis
report-unknown-error = Juhtus midagi ootamatut: { $code }
    .cause = { -product } ei oska seda juhtumit paremini sõnastada.
    .next = Kontrollige, kas programmile { -product } on uuendus.

## Command line: what goes on

cli-profile = Profiil { $profile }
cli-profile-test = Profiil { $profile }: TEST. Allkirjadel ei ole õiguslikku jõudu.
cli-profile-sound = Fail on profiil: { $name }
cli-profile-ineffective = Rida { $line }: { $place } ei mõjuta midagi, kui kasutusel on Smart-ID API versioon 2.
cli-profile-imported = Profiil { $name } on hoiul. Kasutage seda valikuga --profile { $name }
cli-profile-removed = Profiil { $name } on unustatud.
cli-profile-secret-ask = Selle programmi saladus profiili { $name } allkirjastamisteenuses (seda ei näidata):
cli-profile-secret-kept = Profiili { $name } saladus on võtmehoidlas.
cli-profile-secret-forgotten = Profiili { $name } saladust ei ole enam võtmehoidlas.
cli-profile-proxy-ask = Profiili { $name } puhverserveri nimi ja parool kujul NIMI:PAROOL (neid ei näidata):
cli-profile-proxy-kept = Profiili { $name } puhverserveri nimi ja parool on võtmehoidlas.
cli-profile-proxy-forgotten = Profiili { $name } puhverserveri nime ja parooli ei ole enam võtmehoidlas.
cli-profile-no-login = Profiili { $name } allkirjastamisteenuses ei olnud sisselogimist, mida unustada.
cli-profile-revoked = Sisselogimine profiili { $name } allkirjastamisteenusesse on unustatud ja teenus seda enam ei tunnista.
cli-profile-not-revoked = Sisselogimine profiili { $name } allkirjastamisteenusesse on siin unustatud, kuid teenusele ei saanud seda öelda: { $detail }
cli-profile-not-forgotten = Seda, mis on profiili { $name } kohta võtmehoidlas, ei saanud unustada: { $detail }
cli-profile-forgotten = Profiili { $name } jaoks ei ole enam kedagi meeles.
cli-profile-of-program = programmi oma
cli-profile-of-administrator = halduri oma
cli-profile-of-user = teie oma
cli-profile-not-allowed = siin ei ole lubatud
cli-profile-broken = ei saa kasutada: { $detail }
cli-profile-for-tests = TEST
cli-profile-for-use = kasutuses
cli-demo-starting = Käivitan selles arvutis demomaailma. Esimesel korral luuakse võtmed; see võtab aega.
cli-emulator-runs = Kuni vajutate Ctrl-C, vastab kõik sellel aadressil. Ainult test: millelgi siin ei ole õiguslikku jõudu.
cli-demo-phone = Telefon: avage { $url } veebilehitsejas.
cli-demo-sample = Näidisena laenuleping: { $path }
cli-demo-account = Selle allkirjastab dokumenteeritud testkonto { $account }, mis kinnitab ise.
cli-asks-address = { -service } käest küsitakse, milliselt internetiaadressilt Teie telefon vastab. Vastust siin ei näidata ega säilitata.
cli-signing = Allkirjastan faili { $name }
cli-active = Failis { $name } on midagi, mis võib nähtavat muuta või ise midagi teha:
cli-about = Dokument { $name }
cli-same-reason = { $name }: jäi samal põhjusel allkirjastamata.
cli-known = Allkirjastab { $name }, nagu selle profiili jaoks meelde jäetud. Kui allkirjastab keegi teine, nimetage ta.
cli-remembered = { $name } on selle profiili jaoks meelde jäetud: järgmine kord piisab käsust pitser sign FAIL. Unustab pitser profile forget.
cli-opening-desktop = Avan faili { $name } aknas…
cli-code-plain = Kontrollkood: { $code }
cli-code-lead = Võrrelge seda telefonis oleva koodiga. Kinnitage ainult seda, mida olete ise alustanud.
cli-confirm = Vaadake telefoni: valige konto ja kinnitage.
cli-approve = Sisestage telefonis PIN2-kood.
cli-browser = Andke luba oma brauseris sellel lehel: { $url }
cli-elsewhere = Allkirjastamisteenus küsib Teilt teises seadmes. Kinnitage seal.
cli-challenge = Allkirjastamisteenus küsib: { $challenge }
cli-approved = Allkirjastamisteenuses lubatud
cli-qr-lead = Skannige see { -service } rakendusega.
cli-qr-gone = Koodi enam ei näidata. Kui skannisite selle, jätkake telefonis.
cli-qr-no-room = Terminal on koodi jaoks liiga väike: laius peab olema vähemalt { $columns } veergu ja kõrgus { $rows } rida.
cli-qr-plain = Seadme link: { $link }
cli-seconds-left = { $seconds ->
    [one] Jäänud 1 sekund
   *[other] Jäänud { $seconds } sekundit
}
cli-signed-passed = Allkirjastatud ja kehtiv: { $path }
cli-signed-indeterminate = Allkirjastatud, kuid allkirja kehtivus on veel teadmata: { $path }
cli-extending = Pikendan faili { $name } allkirju
cli-extended = Pikendatud: { $path }
cli-extracted = Nagu see allkirjastati: { $path }
cli-signed-untrusted = Allkirjastatud: { $path }. Dokument ja allkiri sobivad kokku; kedagi usaldatavat ei nimetatud, seega sertifikaati ei hinnatud.
cli-signed-unasked = Allkirjastatud ja korras: { $path }. Kas sertifikaat on tühistatud, ei küsitud kelleltki: tase b-b ei vaja seda.
cli-signed-failed = Allkirjastatud, kuid kontroll ebaõnnestus: { $path }
cli-pending-none = Ükski allkiri ei oota lõpetamist.
cli-pending-head = { $count ->
    [one] Üks allkiri saabus telefonist, kuid selle dokument on lõpetamata:
   *[other] { $count } allkirja saabus telefonist, kuid nende dokumendid on lõpetamata:
}
cli-pending-line = { $key }  { $document } → { $output }, kinnitas { $signer }, { $time }
cli-document-password = Faili { $name } parool:
cli-document-password-again = See ei ava faili. Faili { $name } parool:
cli-pending-how = Lõpetamiseks: pitser finish VÕTI. Uuesti kinnitada ei ole vaja.
cli-discarded = Loobutud. Midagi ei allkirjastatud: { $key }
cli-cancelled = Katkestatud. Midagi ei allkirjastatud.
cli-cancelled-unverified = Katkestatud. Kontroll jäi pooleli.
cli-cancelled-some = { $count ->
    [one] Katkestatud. Enne seda oli { $count } dokument allkirjastatud ja salvestatud: nime lõpus on -signed.
   *[other] Katkestatud. Enne seda oli { $count } dokumenti allkirjastatud ja salvestatud: nende nime lõpus on -signed.
}
cli-left-open = Päring võib telefonis veel avatud olla: lükake see seal tagasi või laske sel aeguda (kuni { $minutes } min). Seni uut ei saadeta; sama dokumendi puhul oodatakse edasi sama päringu vastust.
cli-left-open-lost = Päring võib telefonis veel avatud olla: lükake see seal tagasi või laske sel aeguda (kuni { $minutes } min). Seni uut ei saadeta.
cli-cancelled-kept = Katkestatud. Dokumenti ei salvestatud, kuid allkiri oli saabunud ja on alles: pitser finish { $key }
cli-kept = Allkiri saabus ja on alles. Lõpetage see uuesti kinnitamata: pitser finish { $key }
cli-kept-used = Kasutatakse seda, mis { $time } faili { $name } jaoks saabus: uuesti kinnitada ei ole vaja.
cli-kept-waits = Sellesama dokumendi allkiri ({ $signer }) saabus { $time } ja on lõpetamata. Kui soovite just seda, katkestage siin ja lõpetage see: pitser finish { $key }
cli-signed-others = Mõni teine selle dokumendi allkiri ei ole kehtiv või on selle kehtivus teadmata: vaadake pitser verify.
cli-list-tally = { $files ->
    [one] 1 fail
   *[other] { $files } faili
}: { $valid } kehtiv, { $failed } ei ole kehtiv, { $undetermined } selgusetu, { $undone } kontrollimata või allkirjastamata
cli-again-trust = Usalduse alus ei ole sama mis tõendite salvestamisel: siis { $then }, nüüd { $now }. Et hinnata nagu siis, andke sama --trust või --profile.
cli-again-policy = Poliitika ei ole sama, mille järgi tõendeid salvestamisel hinnati: siis { $then }, nüüd { $now }. Et hinnata nagu siis, andke sama --policy.
cli-no-xml = { $name }: XML-aruannet ei ole. See vorming (ETSI TS 119 102-2) koosneb allkirjadest, kuid ei saanud lugeda, kas selles failis neid on.
cli-error-head = { $message } [{ $code }]

## Command line: errors of its own

error-desktop-missing = Programmi { -product } akent selles arvutis ei ole.
    .cause = Programmi pitser-desktop ei ole ei selle kõrval ega otsinguteel.
    .next = Paigaldage töölauaprogramm või kasutage käsurida: pitser sign FAIL, pitser verify FAIL. Vaadake pitser --help.
error-desktop-failed = Programmi { -product } aken ei käivitunud.
    .cause = Süsteem ei saanud programmi pitser-desktop käivitada.
    .next = Käivitage see käsitsi, et näha, mida see ütleb, või kasutage käsurida. Vaadake pitser --help.
error-profile-name = Sellise nimega profiili ei saa hoida.
    .cause = Nimes võib olla kuni 40 väiketähte, numbrit ja sidekriipsu ning see ei tohi olla sisseehitatud profiili nimi.
    .next = Muutke nime failis.
error-profile-exists = Sellise nimega profiil on juba olemas.
    .cause = See on teie või halduri oma.
    .next = Asendage enda oma valikuga --force või muutke nime failis.
error-secret-empty = Saladust ei antud.
    .cause = Sisestatu või standardsisendist loetu on tühi.
    .next = Sisestage see küsimisel või andke see standardsisendist.
error-proxy-login-form = See ei ole puhverserveri nimi ja parool.
    .cause = Nime ja parooli vahel ei ole koolonit.
    .next = Kirjutage need kujul NIMI:PAROOL.
error-proxy-not-named = Profiil ei nimeta ühtegi puhverserverit.
    .cause = Nimi ja parool öeldakse ainult puhverserverile, mille profiil nimetab.
    .next = Kirjutage selle aadress profiili: proxy = "http://HOST:PORT"
error-phone-demo-only = Valik --phone töötab ainult demoprofiiliga.
    .cause = Telefonileht kuulub demomaailma, mille { -product } ise käivitab.
    .next = Jätke --phone ära või kasutage valikut --profile demo.
error-signer-missing = Ei ole öeldud, kes allkirjastab.
    .cause = Kedagi ei ole nimetatud ega selle profiili jaoks meelde jäetud.
    .next = Nimetage keegi, näiteks --qr, --smart-id ISIK või --csc; valikuga --remember piisab ühest korrast. Vaadake pitser sign --help.
error-no-such-command = Sellise nimega käsku ega faili ei ole.
    .cause = Kui käsku ei anta, avab { -product } faili oma aknas.
    .next = Kontrollige nime. Vaadake pitser --help.
error-document-password-file = Parooliga faili ei saanud lugeda.
    .cause = Nimes võib olla trükiviga või ei ole Teil lugemisõigust.
    .next = Kontrollige valiku --document-password-file väärtust.
error-no-terminal = Parooli ei saanud küsida.
    .cause = Puudub terminal, kus seda sisestada.
    .next = Andke see valikuga --document-password-file või muutujas PITSER_DOCUMENT_PASSWORD.
error-file-before-command = Käsu ees on fail.
    .cause = Ainult faili andes avatakse see aknas; käsu failid tulevad käsu nime järele.
    .next = Pange fail käsu järele. Vaadake pitser --help.
error-output-failed = Tulemust ei saanud standardväljundisse kirjutada.
    .cause = Selle taga olev ketas võib olla täis.
    .next = Vabastage ruumi ja alustage uuesti.

error-reports-folder = Mitme faili aruannete jaoks ühest nimest ei piisa.
    .cause = --report-pdf ja --report-xml nimetavad ühe faili aruande.
    .next = Andke kaust: --reports KAUST.
error-outputs-same = Üks väljund asendaks teise.
    .cause = Kahele on antud sama nimi.
    .next = Andke kummalegi oma nimi.
error-output-is-input = Aruanne asendaks faili, mida siin loetakse.
    .cause = Pitser ei muuda kunagi seda, mida loeb.
    .next = Valige aruandele teine nimi.
error-not-a-report = Aruande nime kannab midagi muud kui aruanne. Seda ei asendatud.
    .cause = --force asendab aruandeid, mille on koostanud Pitser ja mida keegi ei ole allkirjastanud.
    .next = Teisaldage see fail või valige teine kaust.
error-list-file = Failide loendit ei saanud lugeda.
    .cause = Nimes võib olla trükiviga, see võib olla kaust või ei ole Teil lugemisõigust.
    .next = Kontrollige valiku --list väärtust.
error-evidence-several = Mitme faili tõendid ei mahu ühte faili.
    .cause = --save-evidence võtab ühe nime, kuid anti mitu faili.
    .next = Kontrollige üht faili korraga.
error-folder-missing = Kausta, kuhu salvestada, ei ole olemas.
    .cause = Selle nimes võib olla trükiviga või on see teisaldatud või kustutatud.
    .next = Looge kaust või valige mõni teine.
error-folder-closed = Sellesse kausta ei saa midagi salvestada.
    .cause = Kausta ei saa uusi faile lisada.
    .next = Valige teine kaust.
error-policy-file = Seda poliitikat ei saa kasutada.
    .cause = Faili ei ole või ei ole selles poliitikat.
    .next = Parandage nimetatud rida või valige auditor või everyday.
error-time-form = Aega ei saa lugeda.
    .cause = See tuleb kirjutada kujul 2031-05-04T12:00:00Z.
    .next = Parandage valiku --at väärtust.
error-list-line = See loendi rida ei ole faili tee.
    .cause = See ei ole UTF-8 või on liiga pikk.
    .next = Kirjutage loend UTF-8 kodeeringus, üks tee real.
error-sample-failed = Näidisdokumenti ei saanud koostada.
    .cause = Programmi { -product } kausta ei saanud kirjutada.
    .next = Andke oma dokument: pitser demo FAIL.

## Command line: signature fields

cli-log-none = Ühelegi teenusele ei ole veel midagi saadetud.
cli-log-line = { $time }  { $method } { $address }  { $answer }, saadeti { $sent } baiti, saadi { $received } baiti, { $took } ms
cli-fields-none = Tühja allkirjavälja ei ole.
cli-fields-signed = { $count ->
        [one] Dokumendis on üks allkiri või ajatempel.
       *[other] Dokumendis on { $count } allkirja või ajatemplit.
    }
cli-fields-certified = Dokument on sertifitseeritud; lubatud on { $permits }.
cli-fields-usage-rights = Dokument on avatud kindla lugemisprogrammi jaoks (kasutusõigused). See võib pärast allkirjastamist öelda, et need enam ei kehti.
cli-fields-need-appearances = Lugemisprogrammid peavad väljad uuesti joonistama; esimene allkiri lõpetab selle, kui igal väljal on oma välimus kaasas.
cli-fields-field = { $name }
cli-fields-label = nimetus: { $label }
cli-fields-page = lehekülg { $page }
cli-fields-required = tuleb allkirjastada
cli-fields-locked-by = ei saa allkirjastada: lukustab allkiri väljal { $by }
cli-fields-locks-all = allkirjastamisel lukustab kõik väljad
cli-fields-locks-include = allkirjastamisel lukustab: { $fields }
cli-fields-locks-exclude = allkirjastamisel lukustab kõik väljad peale: { $fields }
cli-fields-permits = pärast allkirjastamist on dokumendis lubatud { $permits }
cli-fields-must = peab olema: { $demand } { $value }
cli-fields-should = peaks olema: { $demand } { $value }
permits-no-changes = mitte midagi
permits-form-filling = vormide täitmine ja allkirjastamine
permits-annotations = vormide täitmine, allkirjastamine ja märkuste lisamine
demand-appearance = välimus
demand-digest = räsi
demand-filter = allkirja töötleja
demand-issuer = sertifikaadi väljastaja
demand-key-usage = võtmekasutus
demand-kind = allkirja liik
demand-legal-attestation = õiguslik kinnitus
demand-lock-document = lukustus
demand-policy = sertifitseerimispoliitika
demand-reason = põhjus
demand-revocation-inside = kehtivuskinnitus allkirja sees
demand-signature-policy = allkirjapoliitika
demand-sub-filter = kodeering
demand-subject = sertifikaadi omanik
demand-subject-name = sertifikaat, milles on
demand-timestamp = ajatempel
demand-version = nõuete versioon

## Command line: help. One entry for every command (cli-help-COMMAND) and argument (cli-help-COMMAND-ARGUMENT).

cli-heading-usage = Kasutamine:
cli-heading-commands = Käsud
cli-heading-arguments = Argumendid
cli-heading-options = Valikud
cli-help-pitser = Dokumentide allkirjastamine telefoniga ja allkirjade kontrollimine selles arvutis
    .long =
        Dokumentide allkirjastamine telefoniga ja allkirjade kontrollimine selles arvutis.

        Dokument ei lahku sellest arvutist kunagi, välja saadetakse ainult selle räsi. Algset faili ei muudeta
        kunagi: allkirjastatud dokument on uus fail selle kõrval.
    .after =
        Näited:
          pitser demo                          kogu töö näidisega ja testkontoga
          pitser leping.pdf                    aken selle dokumendiga
          pitser sign leping.pdf --smart-id PNOEE-40504040001
          pitser verify leping-signed.pdf

        Väljumiskoodid:
          0    kõik on kehtiv või töö on tehtud
          1    mõni allkiri ei ole kehtiv
          2    mõne allkirja kehtivus on teadmata
          3    tööd ei saanud teha (ka siis, kui failis ei ole allkirja)
          130  katkestatud

        Tulemused lähevad standardväljundisse, töö käik standardveavoogu.
cli-help-pitser-file = Ava see dokument aknas
cli-help-pitser-help = Näita abi
cli-help-pitser-version = Näita versiooni
cli-help-of-commands = Näita käsu abi
cli-help-of-commands-subcommand = Käsk
cli-help-pitser-profile = Teenused ja usaldus: demo (maailm selles arvutis, ainult test), sk-demo (avalik testteenus) või TOML-fail
cli-help-pitser-language = Räägi selles keeles: en, et, lv või lt. Vaikimisi süsteemi keel
cli-help-pitser-quiet = Ütle ainult vajalikku: tulemused, vead ja see, mida inimene peab võrdlema või tegema
cli-help-sign = Allkirjasta PDF Smart-ID või Mobiil-ID ja PIN2-koodiga, allkirjastamisteenuses või võtmefailiga
    .after =
        Valikud --smart-id, --document-number ja --mobile-id ütlevad, kelle telefonile päring saata; --qr küsib
        skannitava koodiga, mis nime ei vaja. Kui keegi on meelde jäetud (--remember), siis temalt, kui ei öelda
        teisiti. --key allkirjastab PKCS#12-failis oleva võtmega ega küsi kelleltki. Valikuga --csc annate loa brauseris, soovi korral korraga
        mitmele dokumendile: igaüks allkirjastatakse eraldi või öeldakse, miks mitte. Allkirjastatud dokumendi tee kirjutatakse
        standardväljundisse, kui dokument on uuesti loetud ja kontrollitud.

        Tasemed:
          b-b   ainult allkiri: kõlbab vaid nii kaua, kui sertifikaat kehtib
          b-t   ajatempliga
          b-lt  ajatempli ja kinnitusega, et sertifikaat kehtis (soovitatav)
          b-lta lisaks ajatempel kõige selle kohta, mida saab uuendada: vaadake pitser extend

        Näited:
          pitser sign leping.pdf --smart-id PNOEE-40504040001
          pitser sign leping.pdf --document-number PNOEE-40504040001-DEM0-Q --output allkirjad/leping.pdf
          pitser sign leping.pdf --qr --level b-t
          pitser sign leping.pdf --mobile-id +37200000766 --person 60001019906
          pitser sign leping.pdf lisa.pdf --csc
          pitser --profile pank.toml sign leping.pdf --qr --reason "Laenuleping" --location Tallinn
          pitser sign leping.pdf --key tempel.p12 --password-file tempel.txt --trust juur.pem

        Väljumiskoodid: 0 allkirjastatud, salvestatud ja kehtiv; 3 midagi ei salvestatud; 130 katkestatud.
        Telefonist saabunud allkiri ei lähe kunagi kaduma: vaadake pitser finish.
cli-help-sign-files = Allkirjastatav dokument; seda ei muudeta. Valikuga --csc võib neid olla mitu, ühe loaga
cli-help-sign-smart_id = Küsi sellelt isikult: riik ja isikukood, näiteks PNOEE-40504040001
cli-help-sign-document_number = Küsi sellelt Smart-ID kontolt, näiteks PNOEE-40504040001-DEM0-Q
cli-help-sign-qr = Joonista QR-kood ja küsi sellelt, kes selle skannib; koos valikuga --smart-id või --document-number ainult sellelt isikult või kontolt; linke samas seadmes olevale rakendusele ei kasutata
cli-help-sign-mobile_id = Küsi selle numbriga telefonis olevalt Mobiil-ID SIM-kaardilt, näiteks +37200000766; --person ütleb, kelle oma see on
cli-help-sign-person = Isikukood, mis käib valiku --mobile-id juurde; kui isiku riik on teine kui numbri oma, siis koos riigiga, näiteks PNOLT-50001018865
cli-help-sign-csc = Allkirjasta oma võtmega profiili allkirjastamisteenuses; luba antakse brauseris
cli-help-sign-credential = Selle võtme tunnus, kui Teil on neid mitu
cli-help-sign-no_browser = Ära ava brauserit; ütle ainult, milline leht avada
cli-help-sign-remember = Jäta selles arvutis meelde, kes allkirjastas: järgmine kord ei ole selle profiili all vaja kedagi nimetada
cli-help-sign-key = Allkirjasta selles failis (PKCS#12) oleva võtmega
cli-help-sign-password = Võtmefaili parool. Teised võivad seda protsesside loendis näha: --password-file või muutuja PITSER_KEY_PASSWORD peidab selle
cli-help-sign-password_file = Loe võtmefaili parool sellest failist: kogu sisu, välja arvatud üks reavahetus lõpus
cli-help-sign-pss = Allkirjasta RSA-võtmega RSASSA-PSS, mitte RSASSA-PKCS1-v1_5 järgi
cli-help-sign-trust = Usalda allkirjastatud dokumendi kontrollimisel selles failis (PEM) olevaid sertifikaate; võib anda mitu korda
cli-help-sign-tsa = Küsi ajatempel sellelt teenuselt; kui neid on mitu, siis selles järjekorras
cli-help-sign-document_password = Krüptitud dokumendi lugemis- või omanikuparool; protsesside loendis on see näha
cli-help-sign-document_password_file = Loe see parool sellest failist: kogu sisu, välja arvatud üks reavahetus lõpus
cli-help-sign-level = Kui kaua saab allkirja kontrollida: b-b, b-t, b-lt või b-lta. Vaikimisi b-lt, võtmefailiga b-b
cli-help-sign-output = Kuhu läheb allkirjastatud dokument; faili ei tohi veel olla või vaadake --force. Vaikimisi algse faili kõrvale
cli-help-sign-force = Asenda juba olemasolev fail. Algset faili ei asendata kunagi
cli-help-sign-reason = Allkirjastamise põhjus, salvestatakse allkirja
cli-help-sign-location = Allkirjastamise koht, salvestatakse allkirja
cli-help-sign-field = Allkirjasta see tühi allkirjaväli, antud täisnimega (vaadake pitser fields). Vaikimisi uus nähtamatu väli
cli-help-sign-certify = Sertifitseeri dokument selle esimese allkirjana ja luba edaspidi: no-changes, form-filling või annotations (ka 1, 2, 3)
cli-help-sign-seal = Näita allkirja leheküljel. Kui allpool teisiti ei öelda: tühjal allkirjaväljal, kui vormil on neid näha täpselt üks; muidu allkirjareal (nagu „Allkiri: ______”), kui viimastel lehekülgedel on neid täpselt üks; muidu nende vabas kohas
cli-help-sign-seal_box = Näita seda selles kastis: punktides kuvatud lehekülje ülemisest vasakust nurgast, näiteks 50,700,200,72
cli-help-sign-seal_page = Näita seda sellel leheküljel, alates 1-st; ilma valikuta --seal-box selle vabas kohas
cli-help-sign-seal_at = Näita seda esimese koha kõrval, kus on see tekst, või vaadake --seal-occurrence
cli-help-sign-seal_occurrence = Mitmendas selle teksti kohas: number alates 1-st või last
cli-help-sign-seal_side = Kummal pool seda teksti: right (paremal), below (all) või over (peal, nagu punktiirjoonel)
cli-help-sign-seal_size = Pitseri laius ja kõrgus punktides; vaikimisi profiilist
cli-help-sign-seal_image = Pilt pitseri teksti kõrval: PNG, JPEG või SVG
cli-help-sign-seal_personal_code = Kui palju isikukoodist näidatakse: full (kogu), masked (neli viimast märki) või none (mitte midagi)
cli-help-sign-seal_text = Lisarida pitseri teksti; võib anda mitu korda
cli-help-sign-seal_language = Kirjuta pitser selles keeles; vaikimisi profiili, muidu programmi keeles
cli-help-sign-json = Kirjuta tee asemel allkirjastatud dokumendi aruanne JSON-ina
cli-help-sign-phone = Ainult demos: oota kätt telefonilehel, ära lase testkontol ise vastata
cli-help-extend = Lisa olemasolevatele allkirjadele ajatemplid ja kehtivuskinnitused või uuenda neid
    .after =
        Allkirjad võivad olla kelle tahes antud. Ajatemplita allkiri saab aja dokumendi ajatemplist. Tasemel
        b-lta lisatakse iga kord veel üks dokumendi ajatempel: tehke seda uuesti enne, kui viimase ajatempli
        sertifikaat aegub.

        Näited:
          pitser extend leping-signed.pdf
          pitser extend nende.pdf --level b-lt --trust juur.pem --tsa http://tsa.example.org

        Väljumiskoodid: 0 pikendatud ja salvestatud; 3 midagi ei salvestatud; 130 katkestatud.
cli-help-extend-file = Allkirjastatud dokument; seda ei muudeta
cli-help-extend-document_password = Krüptitud dokumendi lugemis- või omanikuparool; protsesside loendis on see näha
cli-help-extend-document_password_file = Loe see parool sellest failist: kogu sisu, välja arvatud üks reavahetus lõpus
cli-help-extend-level = Soovitud tase: b-t, b-lt või b-lta
cli-help-extend-output = Kuhu läheb pikendatud dokument; faili ei tohi veel olla või vaadake --force. Vaikimisi algse faili kõrvale
cli-help-extend-force = Asenda juba olemasolev fail. Algset faili ei asendata kunagi
cli-help-extend-trust = Usalda profiili asemel selles failis (PEM) olevaid sertifikaate; võib anda mitu korda
cli-help-extend-tsa = Küsi ajatempel sellelt teenuselt; kui neid on mitu, siis selles järjekorras
cli-help-extend-json = Kirjuta tee asemel pikendatud dokumendi aruanne JSON-ina
cli-help-extract = Salvesta dokument sellisena, nagu see oli, kui keegi selle allkirjastas
    .after =
        Salvestatakse see, mida allkiri katab, bait-baidilt: midagi hiljem lisatut selles ei ole.

        Näited:
          pitser extract muudetud.pdf
          pitser extract leping.pdf --field Laenusaaja --output nagu-laenusaaja-seda-nagi.pdf

        Väljumiskoodid: 0 salvestatud; 3 midagi ei salvestatud.
cli-help-extract-file = Allkirjastatud dokument; seda ei muudeta
cli-help-extract-document_password = Krüptitud dokumendi lugemis- või omanikuparool; protsesside loendis on see näha
cli-help-extract-document_password_file = Loe see parool sellest failist: kogu sisu, välja arvatud üks reavahetus lõpus
cli-help-extract-field = Allkirja väli täisnimega. Vaikimisi vanim allkiri
cli-help-extract-output = Kuhu läheb allkirjastatud versioon; faili ei tohi veel olla või vaadake --force. Vaikimisi dokumendi kõrvale
cli-help-extract-force = Asenda juba olemasolev fail. Dokumenti ei asendata kunagi
cli-help-verify = Kontrolli PDF-failide allkirju
    .after =
        Esimene rida ütleb, kelle usaldusel tulemus põhineb. Iga allkiri saab otsuse sõnades ja standardi
        EN 319 102-1 mõistetes; mida ei hinnata, selle kohta seda ka öeldakse. Kui tulemus ei ole hea,
        tuleb sellega kolm rida: mis, miks ja mida teha.

        Valikuga --json on iga faili kohta eraldi real üks objekt. Selle kuju on "pitser-report/1"; "result"
        on valid, not-valid, undetermined, unsigned või error.

        Väljumiskoodid, esimene sobiv:
          1  mõni allkiri ei ole kehtiv
          3  mõnda faili ei saanud kontrollida: ei saa lugeda, ei ole PDF või ei ole allkirjastatud
          2  mõne allkirja kehtivus on teadmata
          0  kõik on kehtiv

        Näited:
          pitser verify leping-signed.pdf
          pitser verify --details leping-signed.pdf
          pitser verify --json *.pdf | jq -r '[.file, .result] | @tsv'
          pitser verify --offline arhiiv/*.pdf
          pitser verify leping-signed.pdf --report-pdf aruanne.pdf --report-xml aruanne.xml
          pitser verify --list allkirjastatud.txt --csv --reports aruanded > allkirjad.csv
cli-help-verify-files = Kontrollitavad failid
cli-help-verify-list = Kontrolli selles loendis olevaid faile, üks tee real; - loeb loendi standardsisendist
cli-help-verify-jobs = Mitu loendi faili kontrollitakse korraga; vaikimisi üks iga tuuma kohta
cli-help-verify-document_password = Krüptitud dokumendi lugemis- või omanikuparool; protsesside loendis on see näha
cli-help-verify-document_password_file = Loe see parool sellest failist: kogu sisu, välja arvatud üks reavahetus lõpus
cli-help-verify-json = Kirjuta iga faili kohta üks JSON-objekt, üks real
cli-help-verify-csv = Kirjuta tabel (CSV, UTF-8): rida iga allkirja kohta ja üks iga allkirjata faili kohta
cli-help-verify-report_pdf = Salvesta faili aruanne PDF/A-na lugemiseks ja arhiveerimiseks
cli-help-verify-report_xml = Salvesta faili aruanne XML-ina standardi ETSI TS 119 102-2 järgi
cli-help-verify-reports = Salvesta kõigi failide aruanded sellesse kausta PDF-, XML- ja JSON-vormingus; nimed algavad faili numbriga
cli-help-verify-force = Asenda juba olemasolevad aruanded
cli-help-verify-details = Näita iga kontrolli küsimuse, vastuse ja standardi punktiga
cli-help-verify-trust = Usalda ainult selles failis (PEM) olevaid sertifikaate, mida profiil ka ei ütleks; võib anda mitu korda
cli-help-verify-policy = Mida nõutakse: everyday, auditor (range muudatuste ja algoritmide suhtes) või fail (TOML)
cli-help-verify-save_evidence = Salvesta selle nime all kõik, millest otsus tuletati, et seda saaks uuesti tuletada
cli-help-verify-evidence = Hinda uuesti, ilma dokumendita, seda, mis salvestati valikuga --save-evidence
cli-help-verify-at = Hetk, mille kohta hinnata, näiteks 2031-05-04T12:00:00Z; vaikimisi see, mille kohta siis hinnati
cli-help-verify-offline = Ära küsi üheltki teenuselt: kasuta ainult seda, mis on failis ja profiilis
cli-help-verify-no_pages = Ära võrdle allkirjastatud versioonide lehekülgi praegustega piltidena; aruanne ütleb seda
cli-help-demo = Tee kogu töö korra läbi: allkirjasta näidis (või FILE) testkontoga ja kontrolli salvestatud faili
    .after =
        Kõik toimub selles arvutis: Smart-ID teenus, telefon, sertifikaatide väljastaja, ajatempliteenus.
        Allkiri on päris, kuid selle väljastaja on test. Õiguslikku jõudu sel ei ole.

        Näited:
          pitser demo
          pitser demo leping.pdf
          pitser demo --qr --phone             skannige ja kinnitage käsitsi telefonilehel
cli-help-demo-file = Allkirjasta näidise asemel see dokument
cli-help-demo-output = Kuhu läheb allkirjastatud dokument; faili ei tohi veel olla
cli-help-demo-qr = Kasuta isikukoodi asemel QR-koodi
cli-help-demo-phone = Oota kätt telefonilehel
cli-help-fields = Loetle PDF-i allkirjaväljad, mis ootavad allkirja, ja nende nõuded
    .after =
        Mis "peab olema", on nõue: ilma selleta allkirjast keeldutakse enne, kui kelleltki midagi küsitakse.
        Mis "peaks olema", on vormi koostaja soov.

        Valikuga --json kirjutatakse iga välja kohta üks objekt: "name", "label", "page", "rect", "required",
        "locks", "permits", "lockedBy", "demands".

        Näide:
          pitser fields vorm.pdf
cli-help-fields-file = Dokument
cli-help-fields-json = Kirjuta iga välja kohta üks JSON-objekt, üks real
cli-help-emulator = Paku selles arvutis Smart-ID-d, Mobiil-ID-d ja kõike nende juurde kuuluvat, et teisi programme testida
    .after =
        Kõike pakutakse HTTPS-iga ühes pordis, avalike demokeskkondade teedel: /smart-id-rp/v3,
        /smart-id-rp/v2, /mock/device-link, /mid-api, /csc/v2 ja telefonidega /phone. Dokumenteeritud
        testkontod ja -numbrid vastavad ise. See, mida klient peab teadma, kirjutatakse
        standardväljundisse, igal real nimi ja väärtus: aadressid, võtme pin, sertifikaatide failid ja
        profiil Pitseri enda jaoks.

        Seda, mis läheb viltu, saab töö ajal määrata JSON-iga: /admin/faults (GET näitab, POST asendab),
        /admin/pace ja /admin/revoke. Kõik rikked on nimetatud failis docs/emulator.md.

        Näited:
          pitser emulator --listen 127.0.0.1:8443
          curl --cacert tls.pem -H "Content-Type: application/json" \
            -d @faults.json https://127.0.0.1:8443/admin/faults
cli-help-emulator-listen = Ainult selle arvuti aadress ja port; 0 võtab vaba pordi
cli-help-emulator-names = Hostinimi, mille all see on lisaks kättesaadav, klientidele, millesse on teenuse aadress sisse ehitatud; võib korrata
cli-help-finish = Loetle või lõpeta allkirjad, mis saabusid, kuid ei jõudnud oma dokumenti
    .after =
        Allkiri hoitakse alles kohe, kui see saabub. Kui ajatempliteenus või ketas pärast seda tõrgub,
        ei lähe midagi kaduma: lõpetage see hiljem, uuesti kinnitamata.

        Näited:
          pitser finish                        loetle ootel olevad
          pitser finish VÕTI                   lõpeta üks
          pitser finish VÕTI --discard         unusta üks
cli-help-finish-key = Milline lõpetada; ilma selleta need loetletakse
cli-help-finish-document_password = Krüptitud dokumendi lugemis- või omanikuparool; protsesside loendis on see näha
cli-help-finish-document_password_file = Loe see parool sellest failist: kogu sisu, välja arvatud üks reavahetus lõpus
cli-help-finish-discard = Selle asemel unusta see: dokumendi hilisemaks allkirjastamiseks tuleb uuesti kinnitada
cli-help-finish-json = Kirjuta JSON
cli-help-profile = Loetle, kontrolli, hoia, väljasta või unusta ühenduse profiile
    .after =
        Näide:
          pitser profile import bank.toml && pitser --profile bank sign contract.pdf
cli-help-list = Loetle selle arvuti profiilid: nimi, kelle oma, milleks
cli-help-check = Ütle, kas fail on profiil, ja mis real see seda ei ole
cli-help-check-file = Fail
cli-help-import = Hoia failis olevat profiili selle kasutaja jaoks
cli-help-import-file = Fail
cli-help-import-force = Asenda sama nimega profiil
cli-help-export = Väljasta profiil nii, nagu see imporditi
cli-help-export-name = Selle nimi
cli-help-remove = Unusta enda profiil
cli-help-remove-name = Selle nimi
cli-help-secret = Hoia saladust, mille allkirjastamisteenus sellele programmile andis, süsteemi võtmehoidlas
    .after =
        Seda küsitakse ilma näitamata või loetakse standardsisendist ning see asendab varasema; profiilis see
        kunagi ei seisa. Kus võtmehoidlat ei ole, näiteks serveris, määrake allkirjastamisel PITSER_CSC_SECRET;
        PITSER_KEYCHAIN=none korral ühtegi võtmehoidlat ei kasutata.
cli-help-secret-name = Profiil
cli-help-proxy-login = Hoia profiilis nimetatud puhverserveri nime ja parooli süsteemi võtmehoidlas
    .after =
        Neid küsitakse kujul NIMI:PAROOL ilma näitamata või loetakse standardsisendist ning need asendavad
        varasemad. Need öeldakse ainult sellele puhverserverile, kui see küsib. PITSER_PROXY_LOGIN on neist eespool.
cli-help-proxy-login-name = Profiil
cli-help-forget = Unusta, kes profiili all allkirjastab, ja mis on selle allkirjastamisteenuse kohta võtmehoidlas: sisselogimine, mille lõpetamisest teenusele öeldakse, ja saladus; samuti puhverserveri nimi ja parool
cli-help-forget-name = Profiil
cli-help-forget-login = Unusta ainult sisselogimine
cli-help-schema = Väljasta JSON Schema kujul, kuidas profiili kirjutada
cli-help-log = Loetle, mida sellest arvutist teenustele saadeti: millal, kellele, kui palju ja mis tuli vastu
    .after =
        Dokumendid ei lahku sellest arvutist ja loetelus ei ole saladusi: seansse ei nimetata ning isikukoodidest
        näidatakse ainult nelja viimast numbrit. Alles hoitakse uusimad kirjed, kuni 1 MB.
cli-help-log-fields = Nimeta ka väljade kaupa, mida iga päring sisaldas
cli-help-log-json = Kirjuta iga kirje kohta üks JSON-objekt, üks real
cli-help-completions = Kirjuta kesta käsurea täiendused
    .after =
        Näide:
          pitser completions bash > ~/.local/share/bash-completion/completions/pitser
cli-help-completions-shell = Kest
