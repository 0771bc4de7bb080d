# The window: labels, buttons, screens. Terms are fixed in the product's word list.

-product = Pitser
-service = Smart-ID

## Everywhere

window-title = { $name } – { -product }
test-banner = Demo: tik bandomieji parašai
test-banner-more = Jie neturi teisinės galios. Pasitikėjimo pagrindas: { $source }.
test-mark = Bandymas
open-phone = Atidaryti demo telefoną
close = Uždaryti
details = Išsami informacija
language-label = Kalba
language-announce = Kalba: { $name }
skip-to-panel = Eiti prie pasirašymo
skip-to-document = Eiti prie dokumento
panel-label = Pasirašymas ir parašai
unknown-failure = Įvyko kažkas netikėto

## While the program starts

entrance-title = Paleidžiama…
entrance-lead = Pirmasis demonstracijos paleidimas trunka iki minutės: jai kuriami raktai.

## Start

start-title = Pasirašykite telefonu. Patikrinkite čia.
start-lead = Atidarykite PDF, kad jį perskaitytumėte, pasirašytumėte su { -service } arba pamatytumėte, kas jį pasirašė.
start-drop = Nutempkite PDF čia
start-or = arba
start-open = Atidaryti failą…
start-open-keys = Ctrl+O
start-promise-stays = Dokumentas lieka šiame kompiuteryje
start-promise-stays-more = Pasirašyti siunčiama tik jo santrauka.
start-promise-original = Originalas niekada nekeičiamas
start-promise-original-more = Pasirašyta kopija įrašoma šalia jo.
start-promise-checked = Kiekvienas parašas tikrinamas
start-promise-checked-more = Prieš pranešant „pasirašyta“, įrašytas failas perskaitomas dar kartą.
start-opening = Atidaroma: { $name }…
drop-here = Atleiskite, kad atidarytumėte

## Signatures that came back but were not finished

pending-title = { $count ->
    [one] { $count } parašas laukia užbaigimo
    [few] { $count } parašai laukia užbaigimo
    [many] { $count } parašo laukia užbaigimo
   *[other] { $count } parašų laukia užbaigimo
}
pending-lead = Jau patvirtinote. Niekas nedingo, ir dar kartą patvirtinti nereikės.
pending-from = Patvirtino { $signer }, { $time }
pending-finish = Užbaigti
pending-discard = Atmesti
pending-discard-sure = Atmesti? Norint šį dokumentą pasirašyti vėliau, reikės dar kartą patvirtinti.
pending-discard-yes = Taip, atmesti
pending-keep = Palikti
pending-finishing = Parašas užbaigiamas…

## Reading

toolbar-label = Dokumentas
open-other = Atidaryti
document-label = { $name }, { $count ->
    [one] { $count } puslapis
    [few] { $count } puslapiai
    [many] { $count } puslapio
   *[other] { $count } puslapių
}
page-label = { $page } puslapis iš { $count }
page-counter = { $page } puslapis iš { $count }
page-failed = Šio puslapio parodyti negalima
page-picture = { $page } puslapio vaizdas. Jame nėra skaitomo teksto.
zoom-in = Didinti
zoom-out = Mažinti
zoom-fit = Pritaikyti prie pločio
zoom-value = { $percent } %
zoom-label = Mastelis: { $percent } %. Pritaikyti prie pločio.

## Summary of the document

summary-pages = { $count ->
    [one] { $count } puslapis
    [few] { $count } puslapiai
    [many] { $count } puslapio
   *[other] { $count } puslapių
}
summary-seen = Peržiūrėta: { $seen } iš { $count }
summary-seen-all = Peržiūrėti visi puslapiai
summary-warnings = Prieš pasirašant

## Warnings about a document

warning-action = Kai kas šiame dokumente gali paleisti programą, atverti ką nors kita, ką nors išsiųsti arba pakeisti tai, kas matoma. Čia nieko iš to nedaroma.
warning-annotation-not-drawn = Puslapyje yra pastaba ar žyma, kurios čia parodyti negalima. Kitos programos gali ją rodyti.
warning-annotation-without-appearance = Pastaba ar žyma nenurodo, kaip ji atrodo. Kitos programos čia gali rodyti tai, ko Jūs nematote.
warning-external = Dalis to, ką rodo šis dokumentas, yra kituose failuose. Čia jie neatidaromi.
warning-font-not-usable = Vieno šio dokumento šrifto naudoti negalima. Kitur raidės gali atrodyti kitaip.
warning-form-remade = Šio dokumento formos laukus kiekviena programa piešia iš naujo. Kiti gali juos matyti kitaip.
warning-image-not-drawn = Šiame dokumente yra paveikslas, kurio čia parodyti negalima. Kiti gali jį matyti.
warning-layers = Šiame dokumente yra sluoksnių, kuriuos galima įjungti ir išjungti. Kiti gali matyti ne tai, ką matote Jūs.
warning-look-astray = Kažkas pridėta parašyta taip, kad kitos programos gali tai nupiešti bet kur puslapyje.
warning-multimedia = Šiame dokumente yra garso įrašas, filmas arba erdvinis modelis. Čia jie nepaleidžiami.
warning-not-drawn = Puslapyje yra tai, ko čia parodyti negalima. Kiti gali tai matyti.
warning-repaired = Šis failas sugadintas. Tai, ką matote, sudėta jį taisant, ir kitos programos gali rodyti ką kita.
warning-script = Šiame dokumente yra scenarijus (JavaScript). Čia jis nepaleidžiamas.
warning-text-cut-off = Puslapyje tiek daug teksto, kad viso pažymėti negalima. Rodomas jis visas.
warning-trailing-content = Šis failas tęsiasi už dokumento pabaigos. Galbūt jis nutrūko įrašant ar siunčiant.
warning-unknown = Šis dokumentas turi ypatybę, kurios { -product } nepažįsta: { $code }
warning-unread = Dalies šio dokumento čia perskaityti neįmanoma. Joje gali būti to, kas keičia rodomą vaizdą.
warning-xfa = Šiame dokumente yra antra forma (XFA), kurią kai kurios programos rodo vietoj šių puslapių.

## Signing: the form

sign-title = Pasirašyti su { -service }
sign-title-phone = Pasirašyti telefonu
sign-title-any = Pasirašyti šį dokumentą
sign-title-cloud = Pasirašyti pasirašymo paslaugoje
sign-tabs = Kaip pasirašote
sign-tab-service = { -service }
sign-tab-code = Asmens kodas
sign-tab-qr = QR kodas
sign-tab-mobile = Mobile-ID
sign-tab-cloud = Paslauga
sign-no-way = Šis ryšio profilis nenurodo jokios paslaugos, kuria būtų galima pasirašyti. Parašus galima patikrinti.
sign-country = Šalis
country-EE = Estija (EE)
country-LV = Latvija (LV)
country-LT = Lietuva (LT)
sign-personal-code = Asmens kodas
sign-personal-code-hint-EE = 11 skaitmenų
sign-personal-code-hint-LV = 11 skaitmenų: 123456-12345
sign-personal-code-hint-LT = 11 skaitmenų
sign-phone = Telefono numeris
sign-phone-hint = Kaip renkate jį savo šalyje arba su + ir šalies kodu
sign-qr-lead = Nuskenuokite kodą { -service } programėle, nieko įvesti nereikia. Kodas čia atsiras kitame žingsnyje.
sign-cloud-lead = Jūsų raktą saugo pasirašymo paslauga { $host }. Jos puslapis atsivers naršyklėje: prisijunkite ten ir leiskite pasirašyti.
sign-cloud-lead-organisation = Jūsų organizacijos raktą saugo pasirašymo paslauga { $host }. Pitser ten prisijungia pati, su organizacijos paslaptimi. Jei raktui reikia dar ko nors, Jūsų bus to paprašyta.
sign-cloud-button = Pasirašyti naršyklėje
sign-cloud-button-organisation = Pasirašyti paslaugoje
sign-along-button = { $count ->
    [one] Pasirašyti { $count } dokumentą
    [few] Pasirašyti { $count } dokumentus
    [many] Pasirašyti { $count } dokumento
   *[other] Pasirašyti { $count } dokumentų
}
sign-remember = Įsiminti mane šiame kompiuteryje
sign-remember-more = Kitą kartą kodo įvesti nereikės. Jūsų paskyra pažymima tik šiame kompiuteryje, ir ją bet kada galima pamiršti.
sign-remember-more-phone = Kitą kartą nieko įvesti nereikės. Jūsų numeris ir asmens kodas pažymimi tik šiame kompiuteryje, ir juos bet kada galima pamiršti.
sign-button = Pasirašyti
sign-qr-button = Rodyti QR kodą
sign-keys = Ctrl+Enter
sign-starting = Pradedama…
sign-output = Bus įrašyta šalia originalo kaip { $name }.
sign-output-change = Keisti
sign-output-label = Įrašyti pasirašytą failą kaip
sign-level = Parašo rūšis
sign-level-b-lta = Archyvinis (B-LTA)
sign-level-b-lta-more = Ilgalaikis, su laiko žyma visumai, kurią galima atnaujinti: dešimtmečiams.
sign-level-b-lt = Ilgalaikis (B-LT)
sign-level-b-lt-more = Su laiko žyma ir įrodymu, kad sertifikatas galiojo. Rekomenduojama sutartims.
sign-level-b-t = Su laiko žyma (B-T)
sign-level-b-t-more = Įrodo, kada pasirašyta; sertifikato galiojimą vėliau reikės tikrinti atskirai.
sign-level-b-b = Paprastas (B-B)
sign-level-b-b-more = Tik parašas. Tinka tik tol, kol galioja sertifikatas.
sign-options = Parinktys
sign-reason = Priežastis
sign-reason-hint = Neprivaloma. Ji bus paraše ir antspaude.
sign-location = Vieta
sign-certify = Ką kiti dar gali daryti
sign-certify-anything = Viską, kas matoma kaip pakeitimas
sign-certify-annotations = Komentuoti, pildyti formas ir pasirašyti
sign-certify-form-filling = Pildyti formas ir pasirašyti
sign-certify-no-changes = Nieko
sign-certify-hint = Tai gali nustatyti pirmasis dokumento parašas.
sign-sent-title = Kas išsiunčiama iš šio kompiuterio
sign-sent-hash = dokumento santrauka (SHA-2), ne pats dokumentas
sign-sent-person = Jūsų šalis ir asmens kodas, kad { -service } rastų Jūsų telefoną
sign-sent-mobile = Jūsų telefono numeris ir asmens kodas, kad Mobile-ID rastų Jūsų SIM kortelę
sign-sent-address = klausimas, iš kurio interneto adreso atsako Jūsų telefonas; { -service } atsakymas čia nei rodomas, nei saugomas
sign-sent-text = failo pavadinimas, kurį rodo Jūsų telefonas
sign-sent-names = dokumentų pavadinimai, kuriuos rodo pasirašymo paslauga
sign-add = Pridėti savo parašą
sign-back = Ne dabar
## Signing: who is remembered on this computer

known-how = Kaip Jūsų klausiama
known-rings = Užklausa ateina į mano telefoną
known-rings-more = Kodas atsiras čia ir telefone: palyginkite abu.
known-scans = Čia nuskenuosiu QR kodą
known-scans-more = Saugiausias būdas: niekas iš toli negali Jums jo parodyti.
known-other = Pasirašo kas nors kitas
known-forget = Pamiršti mane
known-forgotten = Šiame kompiuteryje nebeįsimintas niekas.
known-back = Pasirašyti kaip { $name }

## Signing: the secret by which a signing service knows this program

secret-label = Šios programos paslaptis paslaugoje { $host }
secret-explains = Paslauga ją suteikė Jūsų organizacijai. Ji dedama į šio kompiuterio raktų saugyklą ir daugiau nerodoma.
secret-optional = Dauguma programų jos neturi. Jei paslauga šiai programai suteikė paslaptį, įveskite ją čia.
secret-keep = Laikyti raktų saugykloje
secret-asking = Klausiama raktų saugyklos. Gali reikėti ją atrakinti.
secret-kept = Šios programos paslaptis yra raktų saugykloje.
secret-given = Šios programos paslaptis paimta iš kintamojo PITSER_CSC_SECRET.
secret-forget = Pamiršti ją
secret-forgotten = Paslaptis ir prisijungimas pamiršti.
secret-forgotten-here = Paslaptis ir prisijungimas čia pamiršti. Paslaugai nepavyko pranešti, kad prisijungimas baigtas.
secret-empty = Įveskite paslaptį.
secret-fold = Šios programos paslaptis

## Signing: the login for the proxy that the profile names

proxy-fold = Tarpinio serverio vardas ir slaptažodis
proxy-at = Tarpinis serveris { $proxy }
proxy-name = Vardas
proxy-password = Slaptažodis
proxy-explains = Jie dedami į šio kompiuterio raktų saugyklą. Jie sakomi tik šiam tarpiniam serveriui ir daugiau nerodomi.
proxy-keep = Laikyti raktų saugykloje
proxy-keep-again = Laikyti ir bandyti dar kartą
proxy-kept = Tarpinio serverio vardas ir slaptažodis yra raktų saugykloje.
proxy-kept-refused = Vardas ir slaptažodis yra raktų saugykloje, bet tarpinis serveris su jais nieko nepraleido. Jei slaptažodis pasikeitė, įveskite naują.
proxy-given = Tarpinio serverio vardas ir slaptažodis paimti iš kintamojo PITSER_PROXY_LOGIN.
proxy-forget = Pamiršti juos
proxy-forgotten = Tarpinio serverio vardas ir slaptažodis pamiršti.
proxy-name-empty = Įveskite vardą.
proxy-password-empty = Įveskite slaptažodį.
proxy-next = Įveskite tarpinio serverio vardą ir slaptažodį žemiau. Jie lieka šio kompiuterio raktų saugykloje, ir antrą kartą jų įvesti nereikės.

## Signing: several documents under one permission

along-title = Kartu su šiuo dokumentu pasirašoma
along-more = Visus juos leidžiate iš karto, viename puslapyje.
along-seal = Antspaudas kiekviename dedamas laisvoje vietoje.
along-add = Pridėti dar dokumentų…
along-remove = Išimti { $name }
along-removed = Išimta: { $name }
along-output = Kiekvienas įrašomas šalia savo originalo.

## Signing: the seal on the page

seal-title = Antspaudas puslapyje
seal-none = Be matomo ženklo: galioja taip pat
seal-page = Antspaudas mano pasirinktoje vietoje
seal-field = Lauke „{ $name }“
seal-field-page = Lauke „{ $name }“, { $page } puslapis
seal-looking = Ieškoma laisvos vietos…
seal-page-number = Puslapis
seal-how = Vilkite jį puslapyje. Klaviatūra: pereikite prie jo tabuliavimo klavišu, perkelkite rodyklėmis, o dydį keiskite laikydami Shift.
seal-box = Antspaudas { $page } puslapyje: { $left } mm nuo kairiojo krašto, { $top } mm nuo viršaus, dydis { $width } × { $height } mm. Rodyklės jį perkelia, kartu su Shift keičia dydį.
seal-preview = Jūsų antspaudas
seal-preview-more = Čia bus vardas, laikas ir lygmuo

## A document with a password

password-title = Šis dokumentas apsaugotas
password-lead = { $name } atveriamas tik su slaptažodžiu. Slaptažodis lieka šiame kompiuteryje.
password-label = Slaptažodis
password-wrong = Šis slaptažodis netinka. Didžiosios ir mažosios raidės skiriasi.
password-open = Atidaryti
password-empty = Įveskite slaptažodį.

## Keeping a signature checkable

extend-button = Pratęsti dešimtmečiams
extend-lead = Naujame faile prideda naujus įrodymus ir archyvinę laiko žymą. Parašai lieka tokie patys.
signing-title-extend = Parašai pratęsiami
extend-doing = Telefono nereikia. Tai trunka kelias sekundes.
extend-title-passed = Pratęsta ir galioja
extend-title-indeterminate = Pratęsta; parašo galiojimo dar nepavyko nustatyti
extend-title-failed = Pratęsta, bet patikra nepavyko

## What is wrong with a personal code

person-fault-empty = Įveskite savo asmens kodą.
person-fault-form = Šios šalies asmens kodas atrodo kitaip.
person-fault-checksum = Kode yra rašybos klaida: paskutinis skaitmuo netinka prie kitų.
person-fault-phone = Tai ne šios šalies mobiliojo telefono numeris.
person-fault-phone-empty = Įveskite savo telefono numerį.
person-fault-country = { -service } šioje šalyje neveikia.

## Signing: waiting for the phone

signing-title-start = Ruošiamasi…
signing-title-code = Palyginkite kodą savo telefone
signing-title-confirm = Pažiūrėkite į telefoną
signing-title-approve = Įveskite PIN2 kodą telefone
signing-title-qr = Nuskenuokite { -service } programėle
signing-title-qr-gone = Tęskite telefone
signing-title-login = Prisijunkite naršyklėje
signing-title-allow = Leiskite pasirašyti naršyklėje
signing-title-choose = Kuriuo raktu pasirašyti?
signing-title-question = Pasirašymo paslauga Jūsų klausia
signing-title-elsewhere = Patvirtinkite kitame savo įrenginyje
signing-title-finish = Parašas užbaigiamas
signing-title-cancel = Atšaukiama…
signing-document = Dokumentas
signing-code-label = Kontrolinis kodas
signing-code-announce = Kontrolinis kodas: { $digits }. Palyginkite jį su kodu savo telefone.
signing-code-lead = Ar telefone tas pats kodas? Tada įveskite jame PIN2 kodą.
signing-code-synonyms = Dar vadinamas saugos kodu.
signing-confirm-lead = Telefone pasirinkite paskyrą ir patvirtinkite. Tada čia atsiras kontrolinis kodas.
signing-approve-lead = Įsitikinkite, kad telefonas rodo šį dokumentą, ir įveskite PIN2 kodą.
signing-qr-step-open = Telefone atidarykite { -service } programėlę.
signing-qr-step-scan = Palieskite „Skenuoti QR kodą“ ir nukreipkite kamerą čia.
signing-qr-step-confirm = Patvirtinkite telefone ir įveskite PIN2 kodą.
signing-qr-alt = QR kodas { -service } programėlei. Jis keičiasi kas sekundę.
signing-qr-gone-lead = Kodas neberodomas. Jei jį nuskenavote, darykite, ką nurodo telefonas. Jei ne, atšaukite čia ir pradėkite iš naujo.
signing-browser-lead = Jūsų naršyklė rodo { $host } puslapį. Kai ten baigsite, čia viskas tęsis savaime.
signing-browser-again = Atidaryti puslapį dar kartą
signing-elsewhere-lead = Pasirašymo paslauga klausia Jūsų ten. Pažiūrėkite į įrenginį, kurį su ja naudojate.
choose-lead = Pasirašymo paslaugoje turite kelis raktus.
choose-issuer = Sertifikatą išdavė { $issuer }
choose-until = Galioja iki { $day }
choose-take = Pasirašyti šiuo raktu
question-challenge = Pasirašymo paslauga sako
question-empty = Įveskite tai, ko klausiama.
question-send = Siųsti
signing-only-yours = Patvirtinkite tik tai, ką pradėjote patys.
signing-finish-lead = PIN2 kodas priimtas. Visa kita vyksta čia ir trunka kelias sekundes.
signing-finish-lead-cloud = Jūs leidote. Visa kita vyksta čia ir trunka kelias sekundes.
signing-kept-used = Naudojama tai, kas failui { $name } gauta anksčiau: dar kartą patvirtinti nereikia.
signing-kept-waits = Šio paties dokumento parašas ({ $signer }) gautas anksčiau ir neužbaigtas. Jei norite būtent jo, atšaukite čia ir užbaikite jį.
signing-saved = Įrašyta { $saved } iš { $count }
signing-and-more = { $count ->
    [one] ir dar { $count }
    [few] ir dar { $count }
    [many] ir dar { $count }
   *[other] ir dar { $count }
}
signing-start-lead = Dokumentas perskaitomas ir patikrinamas prieš kreipiantis į Jūsų telefoną.
signing-start-lead-cloud = Dokumentas perskaitomas ir patikrinamas prieš kreipiantis į pasirašymo paslaugą.
signing-seconds-left = { $seconds ->
    [one] Liko { $seconds } sekundė
    [few] Liko { $seconds } sekundės
    [many] Liko { $seconds } sekundės
   *[other] Liko { $seconds } sekundžių
}
signing-seconds-announce = { $seconds ->
    [one] Liko { $seconds } sekundė.
    [few] Liko { $seconds } sekundės.
    [many] Liko { $seconds } sekundės.
   *[other] Liko { $seconds } sekundžių.
}
traffic-label = Kas buvo išsiųsta
traffic-lead = Dokumentai šio kompiuterio nepalieka. Čia yra užklausos paslaugoms, naujausios pirma: kiekvienas laukas įvardytas, paslaptys paslėptos, asmens kodai uždengti, santraukos sutrumpintos.
traffic-none = Jokiai paslaugai dar nieko neišsiųsta.
traffic-failed = Sąrašo nepavyko perskaityti.
traffic-figures = Atsakymas { $answer }: išsiųsta { $sent } B, gauta { $received } B, { $took } ms
traffic-content = { $content }, užklausa be laukų
traffic-again = Perskaityti dar kartą
signing-cancel = Atšaukti
signing-cancelled = Atšaukta. Niekas nepasirašyta.
signing-cancelled-open = Atšaukta. Niekas nepasirašyta. Užklausa telefone dar gali būti atvira: atmeskite ją ten arba palaukite, kol ji baigsis (ne ilgiau kaip { $minutes } min.). Jei iki tol vėl pasirašysite tą patį dokumentą, bus laukiama tos pačios užklausos atsakymo.
signing-cancelled-open-lost = Atšaukta. Niekas nepasirašyta. Užklausa telefone dar gali būti atvira: atmeskite ją ten arba palaukite, kol ji baigsis (ne ilgiau kaip { $minutes } min.). Iki tol nauja nesiunčiama.
signing-cancelled-some = { $count ->
    [one] Atšaukta. Prieš tai buvo pasirašytas ir įrašytas { $count } dokumentas.
    [few] Atšaukta. Prieš tai buvo pasirašyti ir įrašyti { $count } dokumentai.
    [many] Atšaukta. Prieš tai buvo pasirašyta ir įrašyta { $count } dokumento.
   *[other] Atšaukta. Prieš tai buvo pasirašyta ir įrašyta { $count } dokumentų.
}
signing-steps = Žingsniai
help-nothing = Mano telefonas nieko nerodo
help-nothing-internet = Ar telefonas prijungtas prie interneto?
help-nothing-app = Patys atidarykite { -service } programėlę: užklausa atsiras joje.
help-nothing-account = Ar tai tas telefonas ir ta paskyra? Sename telefone dar gali būti likusi paskyra.
help-nothing-clock = Ar telefono laikrodis nustatytas automatiškai?
help-nothing-coverage = Ar telefonas įjungtas ir yra ryšys?
help-nothing-sim = Ar SIM kortelė su Mobile-ID yra šiame telefone? Jei kortelės dvi, ar tai ta?
help-nothing-restart = Niekas nepadeda? Išjunkite ir įjunkite telefoną, palaukite, kol užklausa baigsis, ir bandykite dar kartą.
help-nothing-again = Niekas nepadeda? Palaukite kelias minutes, kol užklausa baigsis, tada bandykite dar kartą arba naudokite QR kodą.
help-no-page = Mano naršyklė nerodo puslapio
help-no-page-behind = Gal jis už šio lango arba kitoje naršyklės kortelėje?
help-no-page-again = Atidarykite puslapį dar kartą mygtuku viršuje.
help-no-page-login = Naudokite prisijungimą, kurį gavote iš pasirašymo paslaugos.
help-no-page-cancel = Niekas nepadeda? Atšaukite čia ir bandykite dar kartą.

## Steps

step-opening = Dokumentas perskaitytas
step-certificate = Sertifikatas gautas
step-preparing = Parašas paruoštas
step-approval = Patvirtinta telefone
step-approval-cloud = Leista pasirašymo paslaugoje
step-received = Parašas gautas
step-checked = Patikrinta su sertifikatu
step-embedded = Įdėta į dokumentą
step-timestamped = Laiko žyma pridėta
step-revocation = Sertifikato būsenos įrodymas pridėtas
step-validated = Parengtas dokumentas patikrintas
step-saved = Įrašyta ir perskaityta dar kartą
step-doing-opening = Skaitomas dokumentas…
step-doing-certificate = Laukiama Jūsų sertifikato…
step-doing-preparing = Ruošiamas parašas…
step-doing-approval = Laukiama Jūsų patvirtinimo…
step-doing-approval-cloud = Laukiama Jūsų leidimo…
step-doing-received = Gaunamas parašas…
step-doing-checked = Tikrinama su sertifikatu…
step-doing-embedded = Dedama į dokumentą…
step-doing-timestamped = Gaunama laiko žyma…
step-doing-revocation = Gaunamas sertifikato būsenos įrodymas…
step-doing-validated = Tikrinamas parengtas dokumentas…
step-doing-saved = Įrašoma ir skaitoma dar kartą…
step-state-waiting = laukia
step-state-begun = vyksta
step-state-done = atlikta

## Result

result-title-passed = Pasirašyta ir galioja
result-title-indeterminate = Pasirašyta; parašo galiojimo dar nepavyko nustatyti
result-title-failed = Pasirašyta, bet patikra nepavyko
result-lead-passed = Įrašytas failas perskaitytas dar kartą ir patikrintas.
result-lead-indeterminate = Parašas yra faile. Ko trūksta jam įvertinti, nurodyta žemiau.
result-lead-failed = Neperduokite šio failo toliau. Kas negerai, nurodyta žemiau.
result-test = Bandomasis parašas: teisinės galios neturi
result-signer = Pasirašantysis
result-time = Laikas
result-level = Lygmuo
result-trust = Pasitikėjimas
result-trust-test = { $source } (bandymas)
result-saved = Įrašyta kaip
result-open-folder = Atidaryti aplanką
result-show = Rodyti pasirašytą failą
result-another = Pasirašyti kitą dokumentą
result-checks = Kas patikrinta
together-title = Pasirašyta ir galioja: { $good } iš { $count }
together-show = Rodyti { $name }

## Levels of a signature

level-b-b = Paprastas, PAdES B-B
level-b-t = Su laiko žyma, PAdES B-T
level-b-lt = Ilgalaikis, PAdES B-LT
level-b-lta = Archyvinis, PAdES B-LTA
level-none = Be standartinio lygmens

## Verdict

verdict-checking = Tikrinami parašai…
verdict-overall-passed = { $count ->
    [1] Parašas galioja
   *[other] Visi parašai ({ $count }) galioja
}
verdict-overall-indeterminate = { $count ->
    [1] Parašo galiojimo nepavyko nustatyti
   *[other] Ne visų parašų galiojimą pavyko nustatyti
}
verdict-overall-failed = { $count ->
    [1] Parašas negalioja
   *[other] Galioja ne visi parašai
}
verdict-unsigned = Dar nepasirašyta
verdict-cut-off = Šis failas nukirstas: trūksta jo pabaigos. Tai, ką galima perskaityti, sudėta jį taisant.
verdict-repaired = Šis failas sugadintas. Tai, ką galima perskaityti, sudėta jį taisant.
verdict-signature-lost = Koks nors parašas galėjo dingti. Paprašykite siuntėjo viso failo.
verdict-missing = Ko trūksta
verdict-missing-issuer = Sertifikato { $subject } išdavėjo sertifikatas
verdict-missing-revocation = Žinios, ar sertifikatas { $subject } atšauktas
verdict-at = Patikrinta { $time }, { $program }, taisyklės { $policy } ({ $hash })
verdict-trust = Pasitikėjimo pagrindas: { $source }
verdict-trust-test = Pasitikėjimo pagrindas: { $source } – bandomieji inkarai, teisinės galios nėra
verdict-again = Tikrinti dar kartą
verdict-turned-away = Parašai patikrinti pagal tai, kas buvo prieinama.
signature-field = Laukas
signature-result = Rezultatas
signature-reason = Priežastis
signature-signer = Pasirašantysis
signature-personal-code = Asmens kodas
signature-issuer = Sertifikatą išdavė
signature-level = Lygmuo
signature-best-time = Jau egzistavo
signature-best-time-none = Patikimos laiko žymos nėra
signature-claimed-time = Nurodytas laikas
signature-coverage = Aprėptis
signature-coverage-whole = Parašas apima visą failą
signature-coverage-proof = Parašas apima visą dokumentą; po jo pridėti tik įrodymai apie parašą
signature-coverage-metadata = Parašas apima dokumentą tokį, koks buvo pasirašytas; po jo pakeisti arba pridėti tik duomenys apie dokumentą ir įrodymai apie parašą
signature-coverage-permitted = Parašas apima dokumentą tokį, koks buvo pasirašytas; tai, kas pridėta vėliau, leidžiama: kiti parašai, formos laukų reikšmės arba pastabos
signature-coverage-part = Parašas apima ankstesnę šio failo versiją; po jo kažkas pridėta
signature-changes = Pakeista po to
signature-pages = Puslapiai
signature-pages-alike = Visi puslapiai atrodo taip, kaip pasirašant
signature-pages-permitted = Puslapiai atrodo taip, kaip pasirašant, išskyrus vėliau pridėtus ar pakeistus laukus, parašo ženklus ir pastabas
signature-pages-partly = Puslapiai, kiek jų palyginta, atrodo taip, kaip pasirašant; nepalyginta: { $places }
signature-pages-differ = Atrodo kitaip nei pasirašant: { $places }
signature-pages-open = Nepalyginti su pasirašytais puslapiais
signature-covered = Uždengta
signature-fields = Laukai, rodantys ne savo reikšmę
signature-active = Gali pakeisti tai, kas matoma
signature-qualification = Ar kvalifikuotas?
signature-unknown-signer = Nežinomas pasirašantysis
signature-pseudonym = { $name } (pseudonimas)
signature-archival = Archyvinė laiko žyma
signature-authority = Laiko žymą išdavė
signature-unknown-authority = Nežinomas teikėjas
signature-checks = { $count ->
    [one] { $count } patikra
    [few] { $count } patikros
    [many] { $count } patikros
   *[other] { $count } patikrų
}
signature-tally-passed = tinka: { $count }
signature-tally-failed = netinka: { $count }
signature-tally-indeterminate = neaišku: { $count }
signature-tally-warning = įspėjimų: { $count }
signature-tally-information = žiniai: { $count }
signature-tally-not-judged = nevertinta: { $count }

## A report as a file

save-report-label = Įrašyti ataskaitą
save-report-pdf = PDF, skaityti ir archyvuoti
save-report-xml = XML, ETSI TS 119 102-2
save-report-json = JSON, programoms
save-report-evidence = Įrodymai, kad vėliau būtų galima tikrinti iš naujo
save-report-done = Įrašyta: { $name }
save-version = Įrašyti pasirašytą versiją
save-version-lead = Tik pasirašyti baitai tokie, kokie buvo, be to, kas pridėta vėliau

## Buttons that do what a failure asks for

action-retry = Bandyti dar kartą
action-send-again = Siųsti dar kartą
action-start-over = Pradėti iš naujo
action-check-person = Patikrinti šalį ir kodą
action-choose-another-file = Pasirinkti kitą failą
action-choose-another-output = Įrašyti kitu pavadinimu
action-open-again = Atidaryti iš naujo
action-finish = Užbaigti parašą
action-finish-later = Užbaigti vėliau
action-close = Uždaryti
failed-cause-label = Kodėl
failed-next-label = Ką daryti dabar
failed-nothing-lost = Jūsų pradinis failas nepaliestas.
