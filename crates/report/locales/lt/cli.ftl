# The command line, and the plain text of a report.

## Report: head

report-trust = Pasitikėjimo pagrindas: { $source }. Patikrinta { $time }, { $program }, taisyklės { $policy } ({ $hash })
report-trust-test = BANDYMAS. Pasitikėjimo pagrindas: { $source } (bandomieji inkarai, teisinės galios nėra). Patikrinta { $time }, { $program }, taisyklės { $policy } ({ $hash })
report-document-passed = { $name }: { $count ->
    [1] parašas galioja
   *[other] visi parašai ({ $count }) galioja
}
report-document-indeterminate = { $name }: { $count ->
    [1] parašo galiojimo nepavyko nustatyti
   *[other] ne visų parašų (iš viso { $count }) galiojimą pavyko nustatyti
}
report-document-failed = { $name }: { $count ->
    [1] parašas negalioja
   *[other] galioja ne visi parašai (iš viso { $count })
}
report-document-unsigned = { $name }: nepasirašyta
report-document-unsigned-behind = { $name }: nepasirašyta, bet failas tęsiasi už dokumento pabaigos ir koks nors parašas galėjo dingti
report-document-unsigned-cut-off = { $name }: nepasirašyta, bet failas nukirstas ir koks nors parašas galėjo dingti
report-document-unsigned-damaged = { $name }: nepasirašyta, bet failas sugadintas ir koks nors parašas galėjo dingti
report-unaccounted = Už dokumento pabaigos yra baitų, kurie nepriklauso jokiai jo versijai: { $count }.

## Report: one signature

report-signature = Parašas Nr. { $number }: { $verdict } ({ $standard })
report-signature-test = Parašas Nr. { $number }: { $verdict } ({ $standard }), BANDYMAS
report-stamp = Laiko žyma Nr. { $number }: { $verdict } ({ $standard })
report-stamp-test = Laiko žyma Nr. { $number }: { $verdict } ({ $standard }), BANDYMAS
report-checks = Patikros
report-timestamp = Laiko žyma { $time }, išdavė { $authority }: { $verdict } ({ $standard })
report-more-obstacles = { $count ->
    [one] Dar { $count } punktas: žr. --details
    [few] Dar { $count } punktai: žr. --details
    [many] Dar { $count } punkto: žr. --details
   *[other] Dar { $count } punktų: žr. --details
}
report-missing-some = { $count ->
    [one] Trūksta { $count } įrodymo, kuris galėtų pakeisti rezultatą: žr. --details
    [few] Trūksta { $count } įrodymų, kurie galėtų pakeisti rezultatą: žr. --details
    [many] Trūksta { $count } įrodymo, kuris galėtų pakeisti rezultatą: žr. --details
   *[other] Trūksta { $count } įrodymų, kurie galėtų pakeisti rezultatą: žr. --details
}
report-missing = Trūksta
missing-issuer = sertifikato { $subject } išdavėjo sertifikatas: { $where }
missing-revocation = žinios, ar sertifikatas { $subject } atšauktas: { $where }
missing-nowhere = sertifikate adresas nenurodytas
report-stated-time = Žymoje nurodytas laikas
report-same = Tas pats kaip parašo { $number }
report-why = Kodėl: { $why }
report-next = Ką daryti: { $next }
report-sha256 = Failo SHA-256
report-size = Failo dydis baitais
report-revisions = Versijos
report-rebuilt = Gedimas
report-earlier = Vertinta iš naujo
report-earlier-trust = pagal kitą pasitikėjimo pagrindą nei įrašant įrodymus: tada { $then }, dabar { $now }
report-earlier-policy = pagal kitas taisykles nei įrašant įrodymus: tada { $then }, dabar { $now }
report-earlier-saved = pagal tai, kas įrašyta apie { $then }; dokumentas nebuvo skaitytas, o tai, kas įrašyta, imama taip, kaip yra
report-policy = Taisyklės
report-anchor = Inkaro SHA-256
report-program = Patikrino
report-unknown-error = Įvyko kažkas netikėto: { $code }
    .cause = Šiam atvejui { -product } geresnių žodžių neturi.
    .next = Patikrinkite, ar yra { -product } naujinimas.

## Command line: what goes on

cli-profile = Profilis { $profile }
cli-profile-test = Profilis { $profile }: BANDYMAS. Parašai neturi teisinės galios.
cli-profile-sound = Failas yra profilis: { $name }
cli-profile-ineffective = { $line } eilutė: { $place } nieko nekeičia, kai naudojama 2-oji Smart-ID API versija.
cli-profile-imported = Profilis { $name } laikomas. Naudokite jį su --profile { $name }
cli-profile-removed = Profilis { $name } pamirštas.
cli-profile-secret-ask = Šios programos paslaptis profilio { $name } pasirašymo paslaugoje (ji nerodoma):
cli-profile-secret-kept = Profilio { $name } paslaptis yra raktų saugykloje.
cli-profile-secret-forgotten = Profilio { $name } paslapties raktų saugykloje nebėra.
cli-profile-proxy-ask = Profilio { $name } tarpinio serverio vardas ir slaptažodis kaip VARDAS:SLAPTAŽODIS (jie nerodomi):
cli-profile-proxy-kept = Profilio { $name } tarpinio serverio vardas ir slaptažodis yra raktų saugykloje.
cli-profile-proxy-forgotten = Profilio { $name } tarpinio serverio vardo ir slaptažodžio raktų saugykloje nebėra.
cli-profile-no-login = Profilio { $name } pasirašymo paslaugoje nebuvo prisijungimo, kurį būtų galima pamiršti.
cli-profile-revoked = Prisijungimas prie profilio { $name } pasirašymo paslaugos pamirštas, ir paslauga jo nebepriima.
cli-profile-not-revoked = Prisijungimas prie profilio { $name } pasirašymo paslaugos čia pamirštas, bet paslaugai to pasakyti nepavyko: { $detail }
cli-profile-not-forgotten = Nepavyko pamiršti to, ką apie profilį { $name } turi raktų saugykla: { $detail }
cli-profile-forgotten = Profiliui { $name } nebeįsimintas niekas.
cli-profile-of-program = programos
cli-profile-of-administrator = administratoriaus
cli-profile-of-user = jūsų
cli-profile-not-allowed = čia neleidžiamas
cli-profile-broken = naudoti negalima: { $detail }
cli-profile-for-tests = BANDYMAS
cli-profile-for-use = naudojamas
cli-demo-starting = Šiame kompiuteryje paleidžiama demonstracinė aplinka. Pirmą kartą kuriami raktai; tai užtrunka.
cli-emulator-runs = Iki Ctrl-C viskas atsako šiuo adresu. Tik bandymams: niekas čia neturi teisinės galios.
cli-demo-phone = Telefonas: atidarykite { $url } naršyklėje.
cli-demo-sample = Paskolos sutarties pavyzdys: { $path }
cli-demo-account = Ją pasirašo aprašyta bandomoji paskyra { $account }, kuri patvirtina pati.
cli-asks-address = { -service } klausiama, iš kurio interneto adreso atsako Jūsų telefonas. Atsakymas čia nei rodomas, nei saugomas.
cli-signing = Pasirašoma: { $name }
cli-active = Faile { $name } yra kai kas, kas gali pakeisti tai, kas matoma, arba ką nors daryti savaime:
cli-about = Dokumentas { $name }
cli-same-reason = { $name }: nepasirašyta dėl tos pačios priežasties.
cli-known = Pasirašo { $name }, kaip įsiminta šiam profiliui. Jei pasirašo kas nors kitas, nurodykite jį.
cli-remembered = { $name } įsimenama šiam profiliui: kitą kartą užteks pitser sign FAILAS. Pamiršti: pitser profile forget.
cli-opening-desktop = Lange atidaroma: { $name }…
cli-code-plain = Kontrolinis kodas: { $code }
cli-code-lead = Palyginkite jį su kodu telefone. Patvirtinkite tik tai, ką pradėjote patys.
cli-confirm = Pažiūrėkite į telefoną: pasirinkite paskyrą ir patvirtinkite.
cli-approve = Įveskite PIN2 kodą telefone.
cli-browser = Leiskite tai naršyklėje šiame puslapyje: { $url }
cli-elsewhere = Pasirašymo paslauga klausia Jūsų kitame įrenginyje. Patvirtinkite ten.
cli-challenge = Pasirašymo paslauga klausia: { $challenge }
cli-approved = Leista pasirašymo paslaugoje
cli-qr-lead = Nuskenuokite tai { -service } programėle.
cli-qr-gone = Kodas neberodomas. Jei jį nuskenavote, tęskite telefone.
cli-qr-no-room = Terminalas kodui per mažas: reikia bent tiek stulpelių: { $columns }, ir tiek eilučių: { $rows }.
cli-qr-plain = Įrenginio nuoroda: { $link }
cli-seconds-left = { $seconds ->
    [one] Liko { $seconds } sekundė
    [few] Liko { $seconds } sekundės
    [many] Liko { $seconds } sekundės
   *[other] Liko { $seconds } sekundžių
}
cli-signed-passed = Pasirašyta ir galioja: { $path }
cli-signed-indeterminate = Pasirašyta; parašo galiojimo dar nepavyko nustatyti: { $path }
cli-extending = Pratęsiami parašai: { $name }
cli-extended = Pratęsta: { $path }
cli-extracted = Toks, koks buvo pasirašytas: { $path }
cli-signed-untrusted = Pasirašyta: { $path }. Dokumentas ir parašas dera; nenurodyta, kuo pasitikėti, todėl sertifikatas nevertintas.
cli-signed-unasked = Pasirašyta ir tvarkinga: { $path }. Niekieno neklausta, ar sertifikatas atšauktas: b-b to nereikia.
cli-signed-failed = Pasirašyta, bet patikra nepavyko: { $path }
cli-pending-none = Užbaigimo nelaukia nė vienas parašas.
cli-pending-head = { $count ->
    [one] Iš telefono gautas { $count } parašas, bet jo dokumentas nebaigtas:
    [few] Iš telefono gauti { $count } parašai, bet jų dokumentai nebaigti:
    [many] Iš telefono gauta { $count } parašo, bet jų dokumentai nebaigti:
   *[other] Iš telefono gauta { $count } parašų, bet jų dokumentai nebaigti:
}
cli-pending-line = { $key }  { $document } → { $output }, patvirtino { $signer }, { $time }
cli-document-password = { $name } slaptažodis:
cli-document-password-again = Netinka. { $name } slaptažodis:
cli-pending-how = Užbaigti: pitser finish RAKTAS. Dar kartą patvirtinti nereikės.
cli-discarded = Atmesta. Niekas nepasirašyta: { $key }
cli-cancelled = Atšaukta. Niekas nepasirašyta.
cli-cancelled-unverified = Atšaukta. Patikra nebaigta.
cli-cancelled-some = { $count ->
    [one] Atšaukta. Prieš tai buvo pasirašytas ir įrašytas { $count } dokumentas: jo pavadinimas baigiasi -signed.
    [few] Atšaukta. Prieš tai buvo pasirašyti ir įrašyti { $count } dokumentai: jų pavadinimai baigiasi -signed.
    [many] Atšaukta. Prieš tai buvo pasirašyta ir įrašyta { $count } dokumento: jų pavadinimai baigiasi -signed.
   *[other] Atšaukta. Prieš tai buvo pasirašyta ir įrašyta { $count } dokumentų: jų pavadinimai baigiasi -signed.
}
cli-left-open = Užklausa telefone dar gali būti atvira: atmeskite ją ten arba palaukite, kol ji baigsis (ne ilgiau kaip { $minutes } min.). Iki tol nauja nesiunčiama; tam pačiam dokumentui laukiama tos pačios užklausos atsakymo.
cli-left-open-lost = Užklausa telefone dar gali būti atvira: atmeskite ją ten arba palaukite, kol ji baigsis (ne ilgiau kaip { $minutes } min.). Iki tol nauja nesiunčiama.
cli-cancelled-kept = Atšaukta. Dokumentas neįrašytas, bet parašas jau buvo gautas ir yra išsaugotas: pitser finish { $key }
cli-kept = Parašas gautas ir išsaugotas. Užbaikite jį dar kartą nepatvirtindami: pitser finish { $key }
cli-kept-used = Naudojama tai, kas failui { $name } gauta { $time }: dar kartą patvirtinti nereikia.
cli-kept-waits = Šio paties dokumento parašas ({ $signer }) gautas { $time } ir neužbaigtas. Jei norite būtent jo, nutraukite čia ir užbaikite jį: pitser finish { $key }
cli-signed-others = Kitas šio dokumento parašas negalioja arba jo galiojimo nepavyko nustatyti: žr. pitser verify.
cli-list-tally = { $files ->
    [one] { $files } failas
    [few] { $files } failai
    [many] { $files } failo
   *[other] { $files } failų
}: galioja { $valid }, negalioja { $failed }, neaišku { $undetermined }, nepatikrinta arba nepasirašyta { $undone }
cli-again-trust = Pasitikėjimo pagrindas ne tas, kuris buvo įrašant įrodymus: tada { $then }, dabar { $now }. Kad būtų vertinama kaip tada, nurodykite tą patį --trust arba --profile.
cli-again-policy = Taisyklės ne tos, pagal kurias įrodymai buvo vertinti juos įrašant: tada { $then }, dabar { $now }. Kad būtų vertinama kaip tada, nurodykite tą patį --policy.
cli-no-xml = { $name }: XML ataskaitos nėra. Ši forma (ETSI TS 119 102-2) sudaryta iš parašų, o ar šiame faile jų yra, perskaityti nepavyko.
cli-error-head = { $message } [{ $code }]

## Command line: errors of its own

error-desktop-missing = { -product } lango šiame kompiuteryje nėra.
    .cause = Programos pitser-desktop nėra nei šalia šios, nei paieškos kelyje.
    .next = Įdiekite darbalaukio programą arba naudokite komandų eilutę: pitser sign FAILAS, pitser verify FAILAS. Žr. pitser --help.
error-desktop-failed = { -product } langas nepasileido.
    .cause = Sistema negalėjo paleisti programos pitser-desktop.
    .next = Paleiskite ją ranka, kad pamatytumėte, ką ji praneša, arba naudokite komandų eilutę. Žr. pitser --help.
error-profile-name = Profilio tokiu pavadinimu laikyti negalima.
    .cause = Pavadinime yra iki 40 mažųjų raidžių, skaitmenų ir brūkšnelių, ir jis nėra įtaisyto profilio pavadinimas.
    .next = Pakeiskite pavadinimą faile.
error-profile-exists = Profilis tokiu pavadinimu jau yra.
    .cause = Jis jūsų arba administratoriaus.
    .next = Pakeiskite savąjį su --force arba pakeiskite pavadinimą faile.
error-secret-empty = Paslaptis nepateikta.
    .cause = Tai, kas įvesta arba perskaityta iš standartinės įvesties, yra tuščia.
    .next = Įveskite ją, kai klausiama, arba perduokite standartine įvestimi.
error-proxy-login-form = Tai ne tarpinio serverio vardas ir slaptažodis.
    .cause = Tarp vardo ir slaptažodžio nėra dvitaškio.
    .next = Rašykite kaip VARDAS:SLAPTAŽODIS.
error-proxy-not-named = Profilis nenurodo jokio tarpinio serverio.
    .cause = Vardas ir slaptažodis pasakomi tik tarpiniam serveriui, kurį nurodo profilis.
    .next = Įrašykite jo adresą į profilį: proxy = "http://HOST:PORT"
error-phone-demo-only = --phone veikia tik su demonstraciniu profiliu.
    .cause = Telefono puslapis priklauso demonstracinei aplinkai, kurią { -product } paleidžia pats.
    .next = Nenurodykite --phone arba naudokite --profile demo.
error-signer-missing = Nepasakyta, kas pasirašo.
    .cause = Niekas nenurodytas ir šiam profiliui niekas neįsimintas.
    .next = Nurodykite ką nors, pavyzdžiui, --qr, --smart-id ASMUO arba --csc; su --remember užtenka vieno karto. Žr. pitser sign --help.
error-no-such-command = Nėra nei komandos, nei failo tokiu pavadinimu.
    .cause = Kai komanda nenurodyta, { -product } atidaro failą savo lange.
    .next = Patikrinkite pavadinimą. Žr. pitser --help.
error-document-password-file = Failo su slaptažodžiu nepavyko perskaityti.
    .cause = Pavadinime gali būti klaida arba neturite teisės jo skaityti.
    .next = Patikrinkite --document-password-file reikšmę.
error-no-terminal = Slaptažodžio paklausti nepavyko.
    .cause = Nėra terminalo, kuriame jį įvesti.
    .next = Nurodykite jį su --document-password-file arba kintamajame PITSER_DOCUMENT_PASSWORD.
error-file-before-command = Prieš komandą nurodytas failas.
    .cause = Vienas failas atidaromas lange; komandos failai rašomi po jos pavadinimo.
    .next = Rašykite failą po komandos. Žr. pitser --help.
error-output-failed = Rezultato nepavyko įrašyti į standartinę išvestį.
    .cause = Už jos esantis diskas gali būti pilnas.
    .next = Atlaisvinkite vietos ir pradėkite iš naujo.

error-reports-folder = Kelių failų ataskaitoms vieno pavadinimo nepakanka.
    .cause = --report-pdf ir --report-xml nurodo vieno failo ataskaitą.
    .next = Nurodykite aplanką: --reports APLANKAS.
error-outputs-same = Vienas rezultatas užimtų kito vietą.
    .cause = Abiem nurodytas tas pats pavadinimas.
    .next = Kiekvienam nurodykite atskirą pavadinimą.
error-output-is-input = Ataskaita užimtų čia skaitomo failo vietą.
    .cause = Pitser niekada nekeičia to, ką skaito.
    .next = Pasirinkite ataskaitai kitą pavadinimą.
error-not-a-report = Ataskaitos pavadinimu jau yra kažkas kita nei ataskaita. Tai nebuvo pakeista.
    .cause = --force pakeičia ataskaitas, kurias sudarė Pitser ir kurių niekas nepasirašė.
    .next = Perkelkite tą failą arba pasirinkite kitą aplanką.
error-list-file = Failų sąrašo nepavyko perskaityti.
    .cause = Pavadinime gali būti klaida, tai gali būti aplankas arba neturite teisės jo skaityti.
    .next = Patikrinkite --list reikšmę.
error-evidence-several = Kelių failų įrodymai netelpa į vieną failą.
    .cause = --save-evidence priima vieną vardą, o nurodyti keli failai.
    .next = Tikrinkite po vieną failą.
error-folder-missing = Aplanko, į kurį įrašyti, nėra.
    .cause = Jo pavadinime gali būti klaida arba jis perkeltas ar ištrintas.
    .next = Sukurkite aplanką arba pasirinkite kitą.
error-folder-closed = Šiame aplanke nieko įrašyti negalima.
    .cause = Aplankas neleidžia naujų failų.
    .next = Pasirinkite kitą aplanką.
error-policy-file = Šios politikos naudoti negalima.
    .cause = Failo nėra arba jame nėra politikos.
    .next = Pataisykite nurodytą eilutę arba pasirinkite auditor ar everyday.
error-time-form = Laiko nepavyko perskaityti.
    .cause = Jis turi būti užrašytas taip: 2031-05-04T12:00:00Z.
    .next = Pataisykite --at reikšmę.
error-list-line = Ši sąrašo eilutė nėra failo kelias.
    .cause = Ji ne UTF-8 arba per ilga.
    .next = Rašykite sąrašą UTF-8 koduote, po vieną kelią eilutėje.
error-sample-failed = Dokumento pavyzdžio nepavyko padėti.
    .cause = Į { -product } aplanką nepavyko rašyti.
    .next = Nurodykite savo dokumentą: pitser demo FAILAS.

## Command line: signature fields

cli-log-none = Jokiai paslaugai dar nieko nesiųsta.
cli-log-line = { $time }  { $method } { $address }  { $answer }, išsiųsta baitų: { $sent }, gauta baitų: { $received }, { $took } ms
cli-fields-none = Tuščio parašo lauko nėra.
cli-fields-signed = { $count ->
        [one] Dokumente yra { $count } parašas arba laiko žyma.
        [few] Dokumente yra { $count } parašai arba laiko žymos.
        [many] Dokumente yra { $count } parašo arba laiko žymos.
       *[other] Dokumente yra { $count } parašų arba laiko žymų.
    }
cli-fields-certified = Dokumentas sertifikuotas; leidžiama: { $permits }.
cli-fields-usage-rights = Dokumentas atvertas tam tikrai skaityklei (naudojimo teisės). Po pasirašymo ji gali pranešti, kad jos nebegalioja.
cli-fields-need-appearances = Skaityklėms nurodyta laukus piešti iš naujo; pirmasis parašas tai baigia, jei kiekvienas laukas turi savo išvaizdą.
cli-fields-field = { $name }
cli-fields-label = vadinamas: { $label }
cli-fields-page = { $page } puslapis
cli-fields-required = būtina pasirašyti
cli-fields-locked-by = pasirašyti negalima: užrakina parašas lauke { $by }
cli-fields-locks-all = pasirašius užrakina visus laukus
cli-fields-locks-include = pasirašius užrakina: { $fields }
cli-fields-locks-exclude = pasirašius užrakina visus laukus, išskyrus: { $fields }
cli-fields-permits = po pasirašymo dokumente leidžiama: { $permits }
cli-fields-must = privalo būti: { $demand } { $value }
cli-fields-should = turėtų būti: { $demand } { $value }
permits-no-changes = nieko
permits-form-filling = pildyti formas ir pasirašyti
permits-annotations = pildyti formas, pasirašyti ir rašyti pastabas
demand-appearance = išvaizda
demand-digest = maišos funkcija
demand-filter = parašo doroklė
demand-issuer = sertifikato išdavėjas
demand-key-usage = rakto paskirtis
demand-kind = parašo rūšis
demand-legal-attestation = teisinis pareiškimas
demand-lock-document = užraktas
demand-policy = sertifikato taisyklės
demand-reason = priežastis
demand-revocation-inside = sertifikato būsenos įrodymas parašo viduje
demand-signature-policy = parašo taisyklės
demand-sub-filter = koduotė
demand-subject = sertifikato savininkas
demand-subject-name = sertifikatas, kuriame yra
demand-timestamp = laiko žyma
demand-version = reikalavimų versija

## Command line: help. One entry for every command (cli-help-COMMAND) and argument (cli-help-COMMAND-ARGUMENT).

cli-heading-usage = Naudojimas:
cli-heading-commands = Komandos
cli-heading-arguments = Argumentai
cli-heading-options = Parinktys
cli-help-pitser = Pasirašyti dokumentus telefonu ir tikrinti parašus šiame kompiuteryje
    .long =
        Pasirašyti dokumentus telefonu ir tikrinti parašus šiame kompiuteryje.

        Dokumentas niekada nepalieka šio kompiuterio, išsiunčiama tik jo santrauka. Originalas niekada
        nekeičiamas: pasirašytas dokumentas yra naujas failas šalia jo.
    .after =
        Pavyzdžiai:
          pitser demo                          visas darbas su pavyzdžiu ir bandomąja paskyra
          pitser sutartis.pdf                  atidaryti langą su šiuo dokumentu
          pitser sign sutartis.pdf --smart-id PNOEE-40504040001
          pitser verify sutartis-signed.pdf

        Išėjimo kodai:
          0    viskas galioja arba darbas atliktas
          1    kuris nors parašas negalioja
          2    kurio nors parašo galiojimo nepavyko nustatyti
          3    darbo atlikti nepavyko (taip pat jei faile parašo nėra)
          130  atšaukta

        Rezultatai rašomi į standartinę išvestį, darbo eiga – į standartinį klaidų srautą.
cli-help-pitser-file = Atidaryti šį dokumentą lange
cli-help-pitser-help = Rodyti pagalbą
cli-help-pitser-version = Rodyti versiją
cli-help-of-commands = Rodyti komandos pagalbą
cli-help-of-commands-subcommand = Komanda
cli-help-pitser-profile = Paslaugos ir pasitikėjimas: demo (aplinka šiame kompiuteryje, tik bandymams), sk-demo (viešoji bandomoji paslauga) arba TOML failas
cli-help-pitser-language = Kalbėti šia kalba: en, et, lv arba lt. Nenurodžius – sistemos kalba
cli-help-pitser-quiet = Sakyti tik tai, kas būtina: rezultatus, klaidas ir ką žmogus turi palyginti ar padaryti
cli-help-sign = Pasirašyti PDF su Smart-ID arba Mobile-ID ir PIN2 kodu, pasirašymo paslaugoje arba rakto failu
    .after =
        --smart-id, --document-number ir --mobile-id nurodo, į kieno telefoną siųsti užklausą; --qr prašo
        skenuojamu kodu, kuriam vardo nereikia. Jei kas nors įsimintas (--remember), prašoma jo, nebent pasakyta
        kitaip. --key pasirašo raktu iš PKCS#12 failo ir nieko neprašo. Su --csc leidžiate naršyklėje, jei norite, keliems dokumentams
        iš karto: kiekvienas pasirašomas atskirai arba pasakoma, kodėl ne. Pasirašyto dokumento kelias rašomas į standartinę išvestį, kai
        dokumentas perskaitytas dar kartą ir patikrintas.

        Lygmenys:
          b-b   tik parašas: tinka tik tol, kol galioja sertifikatas
          b-t   su laiko žyma
          b-lt  su laiko žyma ir įrodymu, kad sertifikatas galiojo (rekomenduojama)
          b-lta dar ir su laiko žyma visumai, kurią galima atnaujinti: žr. pitser extend

        Pavyzdžiai:
          pitser sign sutartis.pdf --smart-id PNOEE-40504040001
          pitser sign sutartis.pdf --document-number PNOEE-40504040001-DEM0-Q --output parasai/sutartis.pdf
          pitser sign sutartis.pdf --qr --level b-t
          pitser sign sutartis.pdf --mobile-id +37200000766 --person 60001019906
          pitser sign sutartis.pdf priedas.pdf --csc
          pitser --profile bankas.toml sign sutartis.pdf --qr --reason "Paskolos sutartis" --location Vilnius
          pitser sign sutartis.pdf --key spaudas.p12 --password-file spaudas.txt --trust saknis.pem

        Išėjimo kodai: 0 pasirašyta, įrašyta ir galioja; 3 niekas neįrašyta; 130 atšaukta.
        Iš telefono gautas parašas niekada nedingsta: žr. pitser finish.
cli-help-sign-files = Pasirašomas dokumentas; jis nekeičiamas. Su --csc jų gali būti keli, vienu leidimu
cli-help-sign-smart_id = Prašyti šio asmens: šalis ir asmens kodas, pavyzdžiui, PNOEE-40504040001
cli-help-sign-document_number = Prašyti šios Smart-ID paskyros, pavyzdžiui, PNOEE-40504040001-DEM0-Q
cli-help-sign-qr = Nupiešti QR kodą ir prašyti to, kas jį nuskenuos; su --smart-id ar --document-number tik šio asmens ar šios paskyros; nuorodos į programėlę tame pačiame įrenginyje nenaudojamos
cli-help-sign-mobile_id = Prašyti Mobile-ID SIM kortelės telefone šiuo numeriu, pavyzdžiui, +37200000766; --person nurodo, kieno ji
cli-help-sign-person = Asmens kodas prie --mobile-id; jei asmens šalis ne ta, kaip numerio, tada su šalimi, pavyzdžiui, PNOLT-50001018865
cli-help-sign-csc = Pasirašyti savo raktu profilio pasirašymo paslaugoje; leidimas suteikiamas naršyklėje
cli-help-sign-credential = To rakto identifikatorius, jei Jūs jų turite kelis
cli-help-sign-no_browser = Neatverti naršyklės; tik pasakyti, kurį puslapį atverti
cli-help-sign-remember = Įsiminti šiame kompiuteryje, kas pasirašė: kitą kartą su šiuo profiliu nieko nurodyti nereikės
cli-help-sign-key = Pasirašyti raktu iš šio failo (PKCS#12)
cli-help-sign-password = Rakto failo slaptažodis. Kiti gali jį matyti procesų sąraše: --password-file arba kintamasis PITSER_KEY_PASSWORD jį paslepia
cli-help-sign-password_file = Skaityti rakto failo slaptažodį iš šio failo: visą turinį, išskyrus vieną eilutės pabaigą gale
cli-help-sign-pss = RSA raktu pasirašyti pagal RSASSA-PSS, ne RSASSA-PKCS1-v1_5
cli-help-sign-trust = Tikrinant pasirašytą dokumentą pasitikėti šio failo (PEM) sertifikatais; galima nurodyti kelis kartus
cli-help-sign-tsa = Prašyti laiko žymos iš šios tarnybos; jei jų kelios, šia tvarka
cli-help-sign-document_password = Užšifruoto dokumento skaitymo arba savininko slaptažodis; procesų sąraše jis matomas
cli-help-sign-document_password_file = Skaityti šį slaptažodį iš šio failo: visą turinį, išskyrus vieną eilutės pabaigą gale
cli-help-sign-level = Kiek laiko parašą bus galima tikrinti: b-b, b-t, b-lt arba b-lta. Nenurodžius: b-lt, o su rakto failu b-b
cli-help-sign-output = Kur dėti pasirašytą dokumentą; failo dar neturi būti arba žr. --force. Nenurodžius: šalia originalo
cli-help-sign-force = Pakeisti jau esantį failą. Originalas niekada nepakeičiamas
cli-help-sign-reason = Pasirašymo priežastis, saugoma paraše
cli-help-sign-location = Pasirašymo vieta, saugoma paraše
cli-help-sign-field = Pasirašyti šį tuščią parašo lauką, nurodytą visu pavadinimu (žr. pitser fields). Nenurodžius: naujas nematomas laukas
cli-help-sign-certify = Sertifikuoti dokumentą pirmuoju jo parašu ir toliau leisti: no-changes, form-filling arba annotations (taip pat 1, 2, 3)
cli-help-sign-seal = Parodyti parašą puslapyje. Jei toliau nenurodyta kitaip: tuščiame parašo lauke, jei formoje matomas tik vienas; kitaip parašo eilutėje (pavyzdžiui, „Parašas: ______“), jei paskutiniuose puslapiuose tokia tik viena; kitaip laisvoje jų vietoje
cli-help-sign-seal_box = Rodyti jį šiame stačiakampyje: punktai nuo rodomo puslapio viršutinio kairiojo kampo, pavyzdžiui, 50,700,200,72
cli-help-sign-seal_page = Rodyti jį šiame puslapyje, skaičiuojant nuo 1; be --seal-box – laisvoje jo vietoje
cli-help-sign-seal_at = Rodyti jį šalia pirmosios vietos, kurioje yra šis tekstas, arba žr. --seal-occurrence
cli-help-sign-seal_occurrence = Kurioje iš to teksto vietų: skaičius nuo 1 arba last
cli-help-sign-seal_side = Kurioje to teksto pusėje: right (dešinėje), below (žemiau) arba over (viršuje, kaip ant punktyro)
cli-help-sign-seal_size = Jo plotis ir aukštis punktais; nenurodžius – iš profilio
cli-help-sign-seal_image = Paveikslas šalia antspaudo teksto: PNG, JPEG arba SVG
cli-help-sign-seal_personal_code = Kiek asmens kodo rodyti: full (visą), masked (keturis paskutinius ženklus) arba none (nieko)
cli-help-sign-seal_text = Papildoma antspaudo teksto eilutė; galima nurodyti kelis kartus
cli-help-sign-seal_language = Antspaudą rašyti šia kalba; nenurodžius – profilio, kitaip programos kalba
cli-help-sign-json = Vietoj kelio rašyti pasirašyto dokumento ataskaitą kaip JSON
cli-help-sign-phone = Tik demonstracijoje: laukti rankos telefono puslapyje, o ne leisti bandomajai paskyrai atsakyti pačiai
cli-help-extend = Pridėti esamiems parašams laiko žymų ir įrodymų arba juos atnaujinti
    .after =
        Parašai gali būti bet kieno. Parašas be laiko žymos savo laiką gauna iš dokumento laiko žymos.
        Pasirinkus b-lta, kaskart pridedama dar viena dokumento laiko žyma: pakartokite, kol dar galioja
        paskutinės laiko žymos sertifikatas.

        Pavyzdžiai:
          pitser extend sutartis-signed.pdf
          pitser extend ju.pdf --level b-lt --trust saknis.pem --tsa http://tsa.example.org

        Išėjimo kodai: 0 pratęsta ir įrašyta; 3 niekas neįrašyta; 130 atšaukta.
cli-help-extend-file = Pasirašytas dokumentas; jis nekeičiamas
cli-help-extend-document_password = Užšifruoto dokumento skaitymo arba savininko slaptažodis; procesų sąraše jis matomas
cli-help-extend-document_password_file = Skaityti šį slaptažodį iš šio failo: visą turinį, išskyrus vieną eilutės pabaigą gale
cli-help-extend-level = Siekiamas lygmuo: b-t, b-lt arba b-lta
cli-help-extend-output = Kur dėti pratęstą dokumentą; failo dar neturi būti arba žr. --force. Nenurodžius: šalia originalo
cli-help-extend-force = Pakeisti jau esantį failą. Originalas niekada nepakeičiamas
cli-help-extend-trust = Pasitikėti šio failo (PEM) sertifikatais, o ne profiliu; galima nurodyti kelis kartus
cli-help-extend-tsa = Prašyti laiko žymos iš šios tarnybos; jei jų kelios, šia tvarka
cli-help-extend-json = Vietoj kelio rašyti pratęsto dokumento ataskaitą kaip JSON
cli-help-extract = Įrašyti dokumentą tokį, koks buvo, kai kas nors jį pasirašė
    .after =
        Įrašoma tai, ką apima parašas, baitas į baitą: nieko vėliau pridėto ten nėra.

        Pavyzdžiai:
          pitser extract pakeista.pdf
          pitser extract sutartis.pdf --field Gavejas --output kaip-mate-gavejas.pdf

        Išėjimo kodai: 0 įrašyta; 3 niekas neįrašyta.
cli-help-extract-file = Pasirašytas dokumentas; jis nekeičiamas
cli-help-extract-document_password = Užšifruoto dokumento skaitymo arba savininko slaptažodis; procesų sąraše jis matomas
cli-help-extract-document_password_file = Skaityti šį slaptažodį iš šio failo: visą turinį, išskyrus vieną eilutės pabaigą gale
cli-help-extract-field = Parašo laukas visu pavadinimu. Nenurodžius: seniausias parašas
cli-help-extract-output = Kur dėti pasirašytą versiją; failo dar neturi būti arba žr. --force. Nenurodžius: šalia dokumento
cli-help-extract-force = Pakeisti jau esantį failą. Dokumentas niekada nepakeičiamas
cli-help-verify = Tikrinti PDF failų parašus
    .after =
        Pirmoje eilutėje nurodoma, kuo pasitikint gautas rezultatas. Kiekvienam parašui pateikiama išvada
        žodžiais ir EN 319 102-1 terminais; apie tai, kas nevertinama, taip ir pasakoma. Jei rezultatas
        negeras, pateikiamos trys eilutės: kas, kodėl ir ką daryti.

        Su --json kiekvienam failui atskiroje eilutėje pateikiamas vienas objektas. Jo forma yra
        "pitser-report/1"; "result" yra valid, not-valid, undetermined, unsigned arba error.

        Išėjimo kodai, pirmas tinkamas:
          1  kuris nors parašas negalioja
          3  kurio nors failo patikrinti nepavyko: neskaitomas, ne PDF arba nepasirašytas
          2  kurio nors parašo galiojimo nepavyko nustatyti
          0  viskas galioja

        Pavyzdžiai:
          pitser verify sutartis-signed.pdf
          pitser verify --details sutartis-signed.pdf
          pitser verify --json *.pdf | jq -r '[.file, .result] | @tsv'
          pitser verify --offline archyvas/*.pdf
          pitser verify sutartis-signed.pdf --report-pdf ataskaita.pdf --report-xml ataskaita.xml
          pitser verify --list pasirasyti.txt --csv --reports ataskaitos > parasai.csv
cli-help-verify-files = Tikrinami failai
cli-help-verify-list = Tikrinti šio sąrašo failus, po vieną kelią eilutėje; - skaito sąrašą iš standartinės įvesties
cli-help-verify-jobs = Kiek sąrašo failų tikrinti vienu metu; nenurodžius – po vieną kiekvienam branduoliui
cli-help-verify-document_password = Užšifruoto dokumento skaitymo arba savininko slaptažodis; procesų sąraše jis matomas
cli-help-verify-document_password_file = Skaityti šį slaptažodį iš šio failo: visą turinį, išskyrus vieną eilutės pabaigą gale
cli-help-verify-json = Kiekvienam failui rašyti vieną JSON objektą, po vieną eilutėje
cli-help-verify-csv = Rašyti lentelę (CSV, UTF-8): po eilutę kiekvienam parašui ir po vieną kiekvienam failui be parašo
cli-help-verify-report_pdf = Įrašyti failo ataskaitą kaip PDF/A skaityti ir archyvuoti
cli-help-verify-report_xml = Įrašyti failo ataskaitą kaip XML pagal ETSI TS 119 102-2
cli-help-verify-reports = Įrašyti visų failų ataskaitas šiame aplanke kaip PDF, XML ir JSON; jų pavadinimai prasideda failo numeriu
cli-help-verify-force = Pakeisti jau esančias ataskaitas
cli-help-verify-details = Rodyti kiekvieną patikrą su klausimu, atsakymu ir standarto punktu
cli-help-verify-trust = Pasitikėti tik šio failo (PEM) sertifikatais, kad ir ką nurodytų profilis; galima nurodyti kelis kartus
cli-help-verify-policy = Ko reikalaujama: everyday, auditor (griežta pakeitimams ir algoritmams) arba failas (TOML)
cli-help-verify-save_evidence = Įrašyti šiuo vardu viską, iš ko padaryta išvada, kad ją būtų galima padaryti iš naujo
cli-help-verify-evidence = Iš naujo vertinti tai, kas įrašyta su --save-evidence, be paties dokumento
cli-help-verify-at = Laikas, apie kurį sprendžiama, pvz., 2031-05-04T12:00:00Z; nenurodžius – tas, apie kurį spręsta anksčiau
cli-help-verify-offline = Neklausti jokios paslaugos: naudoti tik tai, kas yra faile ir profilyje
cli-help-verify-no_pages = Nelyginti pasirašytų versijų puslapių su dabartiniais kaip paveikslų; ataskaitoje tai pasakyta
cli-help-demo = Atlikti visą darbą vieną kartą: pasirašyti pavyzdį (arba FILE) bandomąja paskyra ir patikrinti įrašytą failą
    .after =
        Viskas vyksta šiame kompiuteryje: Smart-ID paslauga, telefonas, sertifikatų išdavėjas, laiko žymų
        tarnyba. Parašas tikras, bet jo išdavėjas bandomasis. Teisinės galios jis neturi.

        Pavyzdžiai:
          pitser demo
          pitser demo sutartis.pdf
          pitser demo --qr --phone             nuskenuoti ir patvirtinti ranka telefono puslapyje
cli-help-demo-file = Vietoj pavyzdžio pasirašyti šį dokumentą
cli-help-demo-output = Kur dėti pasirašytą dokumentą; failo dar neturi būti
cli-help-demo-qr = Vietoj asmens kodo naudoti QR kodą
cli-help-demo-phone = Laukti rankos telefono puslapyje
cli-help-fields = Išvardyti PDF parašo laukus, laukiančius parašo, ir jų reikalavimus
    .after =
        Kas „privalo būti“, yra reikalavimas: be to parašas atmetamas dar prieš ko nors klausiant.
        Kas „turėtų būti“, yra formos autoriaus pageidavimas.

        Su --json kiekvienam laukui rašomas vienas objektas: "name", "label", "page", "rect", "required",
        "locks", "permits", "lockedBy", "demands".

        Pavyzdys:
          pitser fields forma.pdf
cli-help-fields-file = Dokumentas
cli-help-fields-json = Kiekvienam laukui rašyti vieną JSON objektą, po vieną eilutėje
cli-help-emulator = Šiame kompiuteryje teikti Smart-ID, Mobile-ID ir visa, kas su jais susiję, kitoms programoms bandyti
    .after =
        Viskas teikiama per HTTPS viename prievade, viešųjų demonstracinių aplinkų keliais: /smart-id-rp/v3,
        /smart-id-rp/v2, /mock/device-link, /mid-api, /csc/v2 ir /phone su telefonais. Aprašytos
        bandomosios paskyros ir numeriai atsako patys. Ką klientas turi žinoti, rašoma į standartinę
        išvestį, kiekvienoje eilutėje vardas ir reikšmė: adresai, rakto atspaudas, failai su sertifikatais
        ir profilis pačiam Pitser.

        Kas sutrinka, veikimo metu nustatoma JSON formatu: /admin/faults (GET parodo, POST pakeičia),
        /admin/pace ir /admin/revoke. Visi trikdžiai išvardyti faile docs/emulator.md.

        Pavyzdžiai:
          pitser emulator --listen 127.0.0.1:8443
          curl --cacert tls.pem -H "Content-Type: application/json" \
            -d @faults.json https://127.0.0.1:8443/admin/faults
cli-help-emulator-listen = Tik šio kompiuterio adresas ir prievadas; 0 paima laisvą
cli-help-emulator-names = Mazgo vardas, kuriuo jis pasiekiamas papildomai, klientams, kuriuose tarnybos adresas įrašytas; galima kartoti
cli-help-finish = Išvardyti arba užbaigti parašus, gautus, bet nepasiekusius savo dokumento
    .after =
        Parašas išsaugomas, vos tik jis gaunamas. Jei po to sutrinka laiko žymų tarnyba ar diskas,
        niekas nedingsta: užbaikite vėliau, dar kartą nepatvirtindami.

        Pavyzdžiai:
          pitser finish                        išvardyti laukiančius
          pitser finish RAKTAS                 užbaigti vieną
          pitser finish RAKTAS --discard       pamiršti vieną
cli-help-finish-key = Kurį užbaigti; nenurodžius – jie išvardijami
cli-help-finish-document_password = Užšifruoto dokumento skaitymo arba savininko slaptažodis; procesų sąraše jis matomas
cli-help-finish-document_password_file = Skaityti šį slaptažodį iš šio failo: visą turinį, išskyrus vieną eilutės pabaigą gale
cli-help-finish-discard = Vietoj to pamiršti: norint dokumentą pasirašyti vėliau, reikės dar kartą patvirtinti
cli-help-finish-json = Rašyti JSON
cli-help-profile = Išvardyti, patikrinti, laikyti, išrašyti ar pamiršti ryšio profilius
    .after =
        Pavyzdys:
          pitser profile import bank.toml && pitser --profile bank sign contract.pdf
cli-help-list = Išvardyti šio kompiuterio profilius: pavadinimas, kieno jis, kam skirtas
cli-help-check = Pasakyti, ar failas yra profilis, ir kurioje eilutėje jis toks nėra
cli-help-check-file = Failas
cli-help-import = Laikyti faile esantį profilį šiam naudotojui
cli-help-import-file = Failas
cli-help-import-force = Pakeisti to paties pavadinimo profilį
cli-help-export = Išrašyti profilį tokį, koks buvo importuotas
cli-help-export-name = Jo pavadinimas
cli-help-remove = Pamiršti savo profilį
cli-help-remove-name = Jo pavadinimas
cli-help-secret = Laikyti sistemos raktų saugykloje paslaptį, kurią pasirašymo paslauga suteikė šiai programai
    .after =
        Jos klausiama nerodant arba ji skaitoma iš standartinės įvesties ir pakeičia ankstesnę; profilyje ji
        niekada nerašoma. Kur raktų saugyklos nėra, pavyzdžiui, serveryje, pasirašydami nustatykite
        PITSER_CSC_SECRET; su PITSER_KEYCHAIN=none jokia raktų saugykla nenaudojama.
cli-help-secret-name = Profilis
cli-help-proxy-login = Laikyti sistemos raktų saugykloje vardą ir slaptažodį tarpiniam serveriui, kurį nurodo profilis
    .after =
        Jų klausiama kaip VARDAS:SLAPTAŽODIS nerodant arba jie skaitomi iš standartinės įvesties ir pakeičia
        ankstesnius. Jie pasakomi tik tam tarpiniam serveriui, kai jis klausia. PITSER_PROXY_LOGIN viršesnis už juos.
cli-help-proxy-login-name = Profilis
cli-help-forget = Pamiršti, kas pasirašo su profiliu, ir ką raktų saugykla turi apie jo pasirašymo paslaugą: prisijungimą, kurį baigti pasakoma paslaugai, ir paslaptį; taip pat tarpinio serverio vardą ir slaptažodį
cli-help-forget-name = Profilis
cli-help-forget-login = Pamiršti tik prisijungimą
cli-help-schema = Išrašyti, kaip rašomas profilis, JSON Schema pavidalu
cli-help-log = Išvardyti, kas iš šio kompiuterio siųsta paslaugoms: kada, kam, kiek ir kas gauta atgal
    .after =
        Dokumentai šio kompiuterio nepalieka, o sąraše nėra paslapčių: seansai neįvardijami, o iš asmens kodų
        rodomi tik keturi paskutiniai skaitmenys. Saugomi naujausi įrašai, iki 1 MB.
cli-help-log-fields = Įvardyti ir tai, ką kiekviena užklausa pasakė, laukas po lauko
cli-help-log-json = Kiekvienam įrašui rašyti vieną JSON objektą, po vieną eilutėje
cli-help-completions = Rašyti komandų apvalkalo užbaigimus
    .after =
        Pavyzdys:
          pitser completions bash > ~/.local/share/bash-completion/completions/pitser
cli-help-completions-shell = Komandų apvalkalas
