# The window: labels, buttons, screens. Terms are fixed in the product's word list.

-product = Pitser
-service = Smart-ID

## Everywhere

window-title = { $name } – { -product }
test-banner = Demo: ainult testallkirjad
test-banner-more = Neil ei ole õiguslikku jõudu. Usalduse alus: { $source }.
test-mark = Test
open-phone = Ava demotelefon
close = Sulge
details = Üksikasjad
language-label = Keel
language-announce = Keel: { $name }
skip-to-panel = Liigu allkirjastamise juurde
skip-to-document = Liigu dokumendi juurde
panel-label = Allkirjastamine ja allkirjad
unknown-failure = Juhtus midagi ootamatut

## While the program starts

entrance-title = Käivitamine…
entrance-lead = Demo esimene käivitamine võtab kuni minuti: selle jaoks luuakse võtmed.

## Start

start-title = Allkirjastage telefoniga. Kontrollige siin.
start-lead = Avage PDF, et seda lugeda, { -service } abil allkirjastada või vaadata, kes on selle allkirjastanud.
start-drop = Lohistage PDF siia
start-or = või
start-open = Ava fail…
start-open-keys = Ctrl+O
start-promise-stays = Dokument jääb sellesse arvutisse
start-promise-stays-more = Allkirjastamiseks saadetakse ainult selle räsi.
start-promise-original = Algset faili ei muudeta kunagi
start-promise-original-more = Allkirjastatud koopia salvestatakse selle kõrvale.
start-promise-checked = Iga allkirja kontrollitakse
start-promise-checked-more = Enne kui ütleme „allkirjastatud”, loeme salvestatud faili uuesti.
start-opening = Avan faili { $name }…
drop-here = Avamiseks laske lahti

## Signatures that came back but were not finished

pending-title = { $count ->
    [one] Üks allkiri ootab lõpetamist
   *[other] { $count } allkirja ootab lõpetamist
}
pending-lead = Olete selle juba kinnitanud. Midagi ei läinud kaduma ja uuesti kinnitada ei ole vaja.
pending-from = Kinnitas { $signer }, { $time }
pending-finish = Lõpeta
pending-discard = Loobu
pending-discard-sure = Kas loobuda? Selle dokumendi hilisemaks allkirjastamiseks tuleb uuesti kinnitada.
pending-discard-yes = Jah, loobu
pending-keep = Jäta alles
pending-finishing = Lõpetan allkirja…

## Reading

toolbar-label = Dokument
open-other = Ava
document-label = { $name }, { $count ->
    [one] üks lehekülg
   *[other] { $count } lehekülge
}
page-label = Lehekülg { $page } / { $count }
page-counter = Lehekülg { $page } / { $count }
page-failed = Seda lehekülge ei saa kuvada
page-picture = Lehekülje { $page } kujutis. Sellel ei ole loetavat teksti.
zoom-in = Suurenda
zoom-out = Vähenda
zoom-fit = Sobita laiusega
zoom-value = { $percent } %
zoom-label = Suurendus: { $percent } %. Sobita laiusega.

## Summary of the document

summary-pages = { $count ->
    [one] 1 lehekülg
   *[other] { $count } lehekülge
}
summary-seen = Nähtud: { $seen } / { $count }
summary-seen-all = Kõik leheküljed nähtud
summary-warnings = Enne allkirjastamist

## Warnings about a document

warning-action = Midagi selles dokumendis võib käivitada programmi, avada midagi muud, midagi saata või nähtavat muuta. Siin seda ei tehta.
warning-annotation-not-drawn = Ühte leheküljel olevat märkust või märgistust ei saa siin kuvada. Teised programmid võivad seda näidata.
warning-annotation-without-appearance = Üks märkus või märgistus ei määra, milline see välja näeb. Teised programmid võivad näidata siin midagi, mida Teie ei näe.
warning-external = Osa sellest, mida see dokument näitab, on teistes failides. Siin neid ei avata.
warning-font-not-usable = Ühte selle dokumendi kirjatüüpi ei saa kasutada. Mujal võivad tähed teistsugused välja näha.
warning-form-remade = Iga programm joonistab selle dokumendi vormiväljad uuesti. Teised võivad neid näha teisiti.
warning-image-not-drawn = Ühte selle dokumendi pilti ei saa siin kuvada. Teised võivad seda näha.
warning-layers = Selles dokumendis on kihte, mida saab sisse ja välja lülitada. Teised võivad näha midagi muud kui Teie.
warning-look-astray = Midagi lisatut on kirjutatud nii, et teised programmid võivad selle joonistada ükskõik kuhu lehel.
warning-multimedia = Selles dokumendis on heli, film või ruumiline mudel. Siin neid ei esitata.
warning-not-drawn = Midagi leheküljel olevat ei saa siin kuvada. Teised võivad seda näha.
warning-repaired = See fail on vigane. Nähtav on kokku pandud faili parandades ja teised programmid võivad näidata midagi muud.
warning-script = Selles dokumendis on skript (JavaScript). Siin seda ei käivitata.
warning-text-cut-off = Leheküljel on nii palju teksti, et kogu teksti ei saa valida. Kuvatud on see tervikuna.
warning-trailing-content = See fail jätkub dokumendi lõpu taga. Võimalik, et see katkes salvestamisel või saatmisel.
warning-unknown = Sellel dokumendil on omapära, mida { -product } ei tunne: { $code }
warning-unread = Osa sellest dokumendist ei saa siin lugeda. Seal võib olla midagi, mis muudab nähtavat.
warning-xfa = See dokument sisaldab teist vormi (XFA), mida mõned programmid näitavad nende lehekülgede asemel.

## Signing: the form

sign-title = Allkirjasta { -service } abil
sign-title-phone = Allkirjasta telefoniga
sign-title-any = Allkirjasta see dokument
sign-title-cloud = Allkirjasta allkirjastamisteenuses
sign-tabs = Kuidas allkirjastate
sign-tab-service = { -service }
sign-tab-code = Isikukood
sign-tab-qr = QR-kood
sign-tab-mobile = Mobiil-ID
sign-tab-cloud = Teenus
sign-no-way = See ühenduse profiil ei nimeta ühtegi teenust, millega allkirjastada. Allkirju saab kontrollida.
sign-country = Riik
country-EE = Eesti (EE)
country-LV = Läti (LV)
country-LT = Leedu (LT)
sign-personal-code = Isikukood
sign-personal-code-hint-EE = 11 numbrit
sign-personal-code-hint-LV = 11 numbrit: 123456-12345
sign-personal-code-hint-LT = 11 numbrit
sign-phone = Telefoninumber
sign-phone-hint = Nii, nagu seda kodumaal valite, või kujul + ja riigi suunakood
sign-qr-lead = Skannige kood { -service } rakendusega, midagi sisestada ei ole vaja. Kood ilmub siia järgmises sammus.
sign-cloud-lead = Teie võtit hoiab allkirjastamisteenus { $host }. Selle leht avaneb brauseris: logige seal sisse ja lubage allkiri.
sign-cloud-lead-organisation = Teie organisatsiooni võtit hoiab allkirjastamisteenus { $host }. Pitser logib sinna ise sisse, organisatsiooni saladusega. Kui võti nõuab enamat, küsitakse seda Teilt.
sign-cloud-button = Allkirjasta brauseris
sign-cloud-button-organisation = Allkirjasta teenuses
sign-along-button = { $count ->
    [one] Allkirjasta { $count } dokument
   *[other] Allkirjasta { $count } dokumenti
}
sign-remember = Jäta mind selles arvutis meelde
sign-remember-more = Järgmine kord ei ole vaja koodi sisestada. Teie konto märgitakse üles ainult selles arvutis ja selle saab igal ajal unustada.
sign-remember-more-phone = Järgmine kord ei ole vaja midagi sisestada. Teie number ja isikukood märgitakse üles ainult selles arvutis ja need saab igal ajal unustada.
sign-button = Allkirjasta
sign-qr-button = Näita QR-koodi
sign-keys = Ctrl+Enter
sign-starting = Alustan…
sign-output = Salvestatakse algse faili kõrvale nimega { $name }.
sign-output-change = Muuda
sign-output-label = Salvesta allkirjastatud fail nimega
sign-level = Allkirja liik
sign-level-b-lta = Arhiveeritav (B-LTA)
sign-level-b-lta-more = Pikaajaline ja üleni ajatempliga kaetud; ajatemplit saab uuendada. Aastakümneteks.
sign-level-b-lt = Pikaajaline (B-LT)
sign-level-b-lt-more = Ajatempli ja kinnitusega, et sertifikaat kehtis. Soovitatav lepingute jaoks.
sign-level-b-t = Ajatempliga (B-T)
sign-level-b-t-more = Tõendab, millal allkirjastati; sertifikaadi kehtivust tuleb hiljem eraldi kontrollida.
sign-level-b-b = Tavaline (B-B)
sign-level-b-b-more = Ainult allkiri. Kõlbab vaid nii kaua, kui sertifikaat kehtib.
sign-options = Valikud
sign-reason = Põhjus
sign-reason-hint = Valikuline. See jääb allkirja ja pitserisse.
sign-location = Koht
sign-certify = Mida teised veel teha tohivad
sign-certify-anything = Kõike, mis muudatusena välja paistab
sign-certify-annotations = Kommenteerida, vorme täita ja allkirjastada
sign-certify-form-filling = Vorme täita ja allkirjastada
sign-certify-no-changes = Mitte midagi
sign-certify-hint = Selle saab määrata dokumendi esimene allkiri.
sign-sent-title = Mis sellest arvutist välja saadetakse
sign-sent-hash = dokumendi räsi (SHA-2), mitte dokument ise
sign-sent-person = Teie riik ja isikukood, et { -service } leiaks Teie telefoni
sign-sent-mobile = Teie telefoninumber ja isikukood, et Mobiil-ID leiaks Teie SIM-kaardi
sign-sent-address = küsimus, milliselt internetiaadressilt Teie telefon vastab; { -service } vastust siin ei näidata ega säilitata
sign-sent-text = faili nimi, mida Teie telefon näitab
sign-sent-names = dokumentide nimed, mida allkirjastamisteenus näitab
sign-add = Lisa oma allkiri
sign-back = Mitte praegu
## Signing: who is remembered on this computer

known-how = Kuidas Teilt küsitakse
known-rings = Päring tuleb minu telefoni
known-rings-more = Siin ja telefonis ilmub kood: võrrelge neid.
known-scans = Skannin siit QR-koodi
known-scans-more = Kõige kindlam viis: keegi kaugel ei saa seda Teile näidata.
known-other = Allkirjastab keegi teine
known-forget = Unusta mind
known-forgotten = Selles arvutis ei ole enam kedagi meeles.
known-back = Allkirjasta kui { $name }

## Signing: the secret by which a signing service knows this program

secret-label = Selle programmi saladus teenuses { $host }
secret-explains = Teenus andis selle Teie organisatsioonile. See läheb selle arvuti võtmehoidlasse ja seda rohkem ei näidata.
secret-optional = Enamikul programmidest seda ei ole. Kui teenus andis sellele programmile saladuse, sisestage see siia.
secret-keep = Hoia võtmehoidlas
secret-asking = Küsin võtmehoidlast. Võib-olla tuleb see avada.
secret-kept = Selle programmi saladus on võtmehoidlas.
secret-given = Selle programmi saladus tuleb muutujast PITSER_CSC_SECRET.
secret-forget = Unusta see
secret-forgotten = Saladus ja sisselogimine on unustatud.
secret-forgotten-here = Saladus ja sisselogimine on siin unustatud. Teenusele ei saanud öelda, et sisselogimine on lõppenud.
secret-empty = Sisestage saladus.
secret-fold = Selle programmi saladus

## Signing: the login for the proxy that the profile names

proxy-fold = Puhverserveri nimi ja parool
proxy-at = Puhverserver { $proxy }
proxy-name = Nimi
proxy-password = Parool
proxy-explains = Need lähevad selle arvuti võtmehoidlasse. Neid öeldakse ainult sellele puhverserverile ja neid rohkem ei näidata.
proxy-keep = Hoia võtmehoidlas
proxy-keep-again = Hoia võtmehoidlas ja proovi uuesti
proxy-kept = Puhverserveri nimi ja parool on võtmehoidlas.
proxy-kept-refused = Nimi ja parool on võtmehoidlas, kuid puhverserver ei lasknud nendega midagi läbi. Kui parool on muutunud, sisestage uus.
proxy-given = Puhverserveri nimi ja parool tulevad muutujast PITSER_PROXY_LOGIN.
proxy-forget = Unusta need
proxy-forgotten = Puhverserveri nimi ja parool on unustatud.
proxy-name-empty = Sisestage nimi.
proxy-password-empty = Sisestage parool.
proxy-next = Sisestage puhverserveri nimi ja parool allpool. Need jäävad selle arvuti võtmehoidlasse ja teist korda ei ole vaja neid sisestada.

## Signing: several documents under one permission

along-title = Koos selle dokumendiga allkirjastatakse
along-more = Lubate need kõik korraga, ühel lehel.
along-seal = Pitser pannakse igaühes vabasse kohta.
along-add = Lisa veel dokumente…
along-remove = Jäta välja { $name }
along-removed = Välja jäetud: { $name }
along-output = Igaüks salvestatakse algse faili kõrvale.

## Signing: the seal on the page

seal-title = Pitser leheküljel
seal-none = Nähtava märgita: kehtib samamoodi
seal-page = Pitser minu valitud kohas
seal-field = Väljal „{ $name }”
seal-field-page = Väljal „{ $name }”, lehekülg { $page }
seal-looking = Otsin vaba kohta…
seal-page-number = Lehekülg
seal-how = Lohistage see leheküljel paika. Klaviatuuriga: liikuge sellele tabeldusklahviga, nihutage nooleklahvidega ja muutke suurust, hoides all tõstuklahvi.
seal-box = Pitser leheküljel { $page }: vasakust servast { $left } mm, ülemisest servast { $top } mm, suurus { $width } × { $height } mm. Nooleklahvid nihutavad seda, koos tõstuklahviga muudavad suurust.
seal-preview = Teie pitser
seal-preview-more = Siin on nimi, aeg ja tase

## A document with a password

password-title = See dokument on kaitstud
password-lead = Faili { $name } saab avada ainult parooliga. Parool jääb sellesse arvutisse.
password-label = Parool
password-wrong = See parool dokumenti ei ava. Suur- ja väiketähtedel on vahe.
password-open = Ava
password-empty = Sisestage parool.

## Keeping a signature checkable

extend-button = Pikenda aastakümneteks
extend-lead = Lisab uude faili värsked kehtivuskinnitused ja arhiivi ajatempli. Allkirjad jäävad samaks.
signing-title-extend = Allkirjade pikendamine
extend-doing = Telefoni ei ole vaja. See võtab mõne sekundi.
extend-title-passed = Pikendatud ja kehtiv
extend-title-indeterminate = Pikendatud, kuid allkirja kehtivus on veel teadmata
extend-title-failed = Pikendatud, kuid kontroll ebaõnnestus

## What is wrong with a personal code

person-fault-empty = Sisestage oma isikukood.
person-fault-form = Selle riigi isikukood ei ole sellise kujuga.
person-fault-checksum = Isikukoodis on trükiviga: viimane number ei sobi teistega.
person-fault-phone = See ei ole selle riigi mobiilinumber.
person-fault-phone-empty = Sisestage oma telefoninumber.
person-fault-country = { -service } ei ole selles riigis kasutatav.

## Signing: waiting for the phone

signing-title-start = Ettevalmistamine…
signing-title-code = Võrrelge koodi oma telefonis
signing-title-confirm = Vaadake oma telefoni
signing-title-approve = Sisestage telefonis PIN2-kood
signing-title-qr = Skannige { -service } rakendusega
signing-title-qr-gone = Jätkake telefonis
signing-title-login = Logige brauseris sisse
signing-title-allow = Lubage allkiri brauseris
signing-title-choose = Millise võtmega allkirjastada?
signing-title-question = Allkirjastamisteenus küsib Teilt
signing-title-elsewhere = Kinnitage oma teises seadmes
signing-title-finish = Allkirja lõpetamine
signing-title-cancel = Katkestamine…
signing-document = Dokument
signing-code-label = Kontrollkood
signing-code-announce = Kontrollkood: { $digits }. Võrrelge seda oma telefonis oleva koodiga.
signing-code-lead = Kas telefonis on sama kood? Siis sisestage seal PIN2-kood.
signing-code-synonyms = Nimetatakse ka turvakoodiks.
signing-confirm-lead = Valige telefonis konto ja kinnitage. Seejärel ilmub siia kontrollkood.
signing-approve-lead = Veenduge, et telefon näitab seda dokumenti, ja sisestage siis PIN2-kood.
signing-qr-step-open = Avage telefonis { -service } rakendus.
signing-qr-step-scan = Puudutage „Skanni QR-kood” ja suunake kaamera siia.
signing-qr-step-confirm = Kinnitage telefonis ja sisestage seejärel PIN2-kood.
signing-qr-alt = QR-kood { -service } rakenduse jaoks. See muutub iga sekund.
signing-qr-gone-lead = Koodi enam ei näidata. Kui skannisite selle, järgige telefonis olevaid juhiseid. Kui ei, katkestage siin ja alustage uuesti.
signing-browser-lead = Teie brauser näitab lehte aadressilt { $host }. Kui olete seal valmis, läheb siin edasi iseenesest.
signing-browser-again = Ava leht uuesti
signing-elsewhere-lead = Allkirjastamisteenus küsib Teilt seal. Vaadake seadet, mida sellega kasutate.
choose-lead = Teil on allkirjastamisteenuses mitu võtit.
choose-issuer = Sertifikaadi väljastaja: { $issuer }
choose-until = Kehtib kuni { $day }
choose-take = Allkirjasta selle võtmega
question-challenge = Allkirjastamisteenus ütleb
question-empty = Sisestage küsitu.
question-send = Saada
signing-only-yours = Kinnitage ainult seda, mida olete ise alustanud.
signing-finish-lead = PIN2-kood on vastu võetud. Ülejäänu toimub siin ja võtab mõne sekundi.
signing-finish-lead-cloud = Luba on antud. Ülejäänu toimub siin ja võtab mõne sekundi.
signing-kept-used = Kasutatakse seda, mis faili { $name } jaoks juba varem saabus: uuesti kinnitada ei ole vaja.
signing-kept-waits = Sellesama dokumendi allkiri ({ $signer }) saabus juba varem ja on lõpetamata. Kui soovite just seda, katkestage siin ja lõpetage see.
signing-saved = Salvestatud { $saved }, kokku { $count }
signing-and-more = { $count ->
    [one] ja veel { $count }
   *[other] ja veel { $count }
}
signing-start-lead = Dokument loetakse ja kontrollitakse enne, kui päring Teie telefoni jõuab.
signing-start-lead-cloud = Dokument loetakse ja kontrollitakse enne, kui allkirjastamisteenuselt küsitakse.
signing-seconds-left = { $seconds ->
    [one] Jäänud 1 sekund
   *[other] Jäänud { $seconds } sekundit
}
signing-seconds-announce = { $seconds ->
    [one] Jäänud { $seconds } sekund.
   *[other] Jäänud { $seconds } sekundit.
}
traffic-label = Mida saadeti
traffic-lead = Dokumendid ei lahku sellest arvutist. Siin on teenustele saadetud päringud, uusimad ees: iga väli on nimetatud, saladused on peidetud, isikukoodid kaetud ja räsid lühendatud.
traffic-none = Ühelegi teenusele pole veel midagi saadetud.
traffic-failed = Loetelu ei õnnestunud lugeda.
traffic-figures = Vastus { $answer }: saadetud { $sent } baiti, saadud { $received } baiti, { $took } ms
traffic-content = { $content }, väljadeta päring
traffic-again = Loe uuesti
signing-cancel = Katkesta
signing-cancelled = Katkestatud. Midagi ei allkirjastatud.
signing-cancelled-open = Katkestatud. Midagi ei allkirjastatud. Päring võib telefonis veel avatud olla: lükake see seal tagasi või laske sel aeguda (kuni { $minutes } min). Kui allkirjastate sama dokumendi enne seda uuesti, oodatakse edasi sama päringu vastust.
signing-cancelled-open-lost = Katkestatud. Midagi ei allkirjastatud. Päring võib telefonis veel avatud olla: lükake see seal tagasi või laske sel aeguda (kuni { $minutes } min). Seni uut ei saadeta.
signing-cancelled-some = { $count ->
    [one] Katkestatud. Enne seda oli { $count } dokument allkirjastatud ja salvestatud.
   *[other] Katkestatud. Enne seda oli { $count } dokumenti allkirjastatud ja salvestatud.
}
signing-steps = Sammud
help-nothing = Minu telefon ei näita midagi
help-nothing-internet = Kas telefonil on internetiühendus?
help-nothing-app = Avage ise { -service } rakendus: päring ilmub seal.
help-nothing-account = Kas see on õige telefon õige kontoga? Konto võib olla alles ka mõnes vanas telefonis.
help-nothing-clock = Kas telefoni kell on seatud automaatselt?
help-nothing-coverage = Kas telefon on sisse lülitatud ja levis?
help-nothing-sim = Kas Mobiil-ID SIM-kaart on selles telefonis? Kui kaarte on kaks, kas see on õige?
help-nothing-restart = Kas midagi ei aita? Lülitage telefon välja ja sisse, laske päringul aeguda ja proovige siis uuesti.
help-nothing-again = Kas midagi ei aita? Laske päringul aeguda (mõni minut) ja proovige siis uuesti või kasutage QR-koodi.
help-no-page = Minu brauser ei näita lehte
help-no-page-behind = Kas see on selle akna taga või brauseri teisel kaardil?
help-no-page-again = Avage leht uuesti ülal oleva nupuga.
help-no-page-login = Kasutage sisselogimist, mille saite allkirjastamisteenuselt.
help-no-page-cancel = Kas midagi ei aita? Katkestage siin ja proovige uuesti.

## Steps

step-opening = Dokument loetud
step-certificate = Sertifikaat saadud
step-preparing = Allkiri ette valmistatud
step-approval = Telefonis kinnitatud
step-approval-cloud = Allkirjastamisteenuses lubatud
step-received = Allkiri saadud
step-checked = Sertifikaadiga kontrollitud
step-embedded = Dokumenti lisatud
step-timestamped = Ajatempel lisatud
step-revocation = Kehtivuskinnitus lisatud
step-validated = Valmis dokument kontrollitud
step-saved = Salvestatud ja uuesti loetud
step-doing-opening = Loen dokumenti…
step-doing-certificate = Ootan Teie sertifikaati…
step-doing-preparing = Valmistan allkirja ette…
step-doing-approval = Ootan Teie kinnitust…
step-doing-approval-cloud = Teie luba oodatakse…
step-doing-received = Võtan allkirja vastu…
step-doing-checked = Kontrollin sertifikaadiga…
step-doing-embedded = Lisan dokumenti…
step-doing-timestamped = Hangin ajatemplit…
step-doing-revocation = Hangin kehtivuskinnitust…
step-doing-validated = Kontrollin valmis dokumenti…
step-doing-saved = Salvestan ja loen uuesti…
step-state-waiting = tegemata
step-state-begun = pooleli
step-state-done = tehtud

## Result

result-title-passed = Allkirjastatud ja kehtiv
result-title-indeterminate = Allkirjastatud, kuid allkirja kehtivus on veel teadmata
result-title-failed = Allkirjastatud, kuid kontroll ebaõnnestus
result-lead-passed = Salvestatud fail loeti uuesti ja kontrolliti üle.
result-lead-indeterminate = Allkiri on failis. Allpool on kirjas, mis on selle hindamiseks puudu.
result-lead-failed = Ärge seda faili edasi andke. Allpool on kirjas, mis on valesti.
result-test = Testallkiri: õiguslikku jõudu ei ole
result-signer = Allkirjastaja
result-time = Aeg
result-level = Tase
result-trust = Usaldus
result-trust-test = { $source } (test)
result-saved = Salvestatud failina
result-open-folder = Ava kaust
result-show = Näita allkirjastatud faili
result-another = Allkirjasta veel üks dokument
result-checks = Mida kontrolliti
together-title = Allkirjastatud ja kehtivad: { $good }, kokku { $count }
together-show = Näita { $name }

## Levels of a signature

level-b-b = Tavaline, PAdES B-B
level-b-t = Ajatempliga, PAdES B-T
level-b-lt = Pikaajaline, PAdES B-LT
level-b-lta = Arhiveeritav, PAdES B-LTA
level-none = Standardse tasemeta

## Verdict

verdict-checking = Kontrollin allkirju…
verdict-overall-passed = { $count ->
    [one] Allkiri on kehtiv
   *[other] Kõik { $count } allkirja on kehtivad
}
verdict-overall-indeterminate = { $count ->
    [one] Allkirja kehtivus on teadmata
   *[other] Mõne allkirja kehtivus on teadmata
}
verdict-overall-failed = { $count ->
    [one] Allkiri ei ole kehtiv
   *[other] Mõni allkiri ei ole kehtiv
}
verdict-unsigned = Veel allkirjastamata
verdict-cut-off = See fail on poolik: selle lõpp puudub. Loetav on kokku pandud faili parandades.
verdict-repaired = See fail on vigane. Loetav on kokku pandud faili parandades.
verdict-signature-lost = Mõni allkiri võib olla kaduma läinud. Küsige saatjalt terve fail.
verdict-missing = Mis on puudu
verdict-missing-issuer = Sertifikaadi { $subject } väljastaja sertifikaat
verdict-missing-revocation = Teave, kas sertifikaat { $subject } on tühistatud
verdict-at = Kontrollitud { $time }, { $program }, poliitika { $policy } ({ $hash })
verdict-trust = Usalduse alus: { $source }
verdict-trust-test = Usalduse alus: { $source } – testankrud, õiguslikku jõudu ei ole
verdict-again = Kontrolli uuesti
verdict-turned-away = Allkirju kontrolliti selle põhjal, mis oli käepärast.
signature-field = Väli
signature-result = Tulemus
signature-reason = Põhjus
signature-signer = Allkirjastaja
signature-personal-code = Isikukood
signature-issuer = Sertifikaadi andja
signature-level = Tase
signature-best-time = Olemas hiljemalt
signature-best-time-none = Usaldatud ajatempel puudub
signature-claimed-time = Allkirjastaja aeg
signature-coverage = Ulatus
signature-coverage-whole = Allkiri katab kogu faili
signature-coverage-proof = Allkiri katab kogu dokumendi; pärast seda on lisatud ainult allkirja kehtivuskinnitusi
signature-coverage-metadata = Allkiri katab dokumendi sellisena, nagu see allkirjastati; pärast seda on muudetud või lisatud ainult andmeid dokumendi kohta ja allkirja kehtivuskinnitusi
signature-coverage-permitted = Allkiri katab dokumendi sellisena, nagu see allkirjastati; hiljem lisatu on lubatud: teised allkirjad, vormiväljade väärtused või märkused
signature-coverage-part = Allkiri katab selle faili varasema versiooni; pärast seda on midagi lisatud
signature-changes = Muudetud pärast
signature-pages = Leheküljed
signature-pages-alike = Kõik leheküljed näevad välja sellised nagu allkirjastamisel
signature-pages-permitted = Leheküljed näevad välja sellised nagu allkirjastamisel, välja arvatud hiljem lisatud või muudetud väljad, allkirja märgid ja märkused
signature-pages-partly = Leheküljed näevad võrreldud ulatuses välja sellised nagu allkirjastamisel; võrdlemata: { $places }
signature-pages-differ = Näevad välja teistsugused kui allkirjastamisel: { $places }
signature-pages-open = Allkirjastatud lehekülgedega ei võrreldud
signature-covered = Kaetud
signature-fields = Väljad, mis näitavad muud kui oma väärtust
signature-active = Võib nähtavat muuta
signature-qualification = Kas kvalifitseeritud?
signature-unknown-signer = Tundmatu allkirjastaja
signature-pseudonym = { $name } (pseudonüüm)
signature-archival = Arhiivi ajatempel
signature-authority = Ajatempli andja
signature-unknown-authority = Tundmatu andja
signature-checks = { $count ->
    [one] Üks kontroll
   *[other] { $count } kontrolli
}
signature-tally-passed = { $count } korras
signature-tally-failed = { $count } ebaõnnestus
signature-tally-indeterminate = { $count } selgusetu
signature-tally-warning = hoiatusi: { $count }
signature-tally-information = teadmiseks: { $count }
signature-tally-not-judged = { $count } hindamata

## A report as a file

save-report-label = Salvesta aruanne
save-report-pdf = PDF, lugemiseks ja arhiveerimiseks
save-report-xml = XML, ETSI TS 119 102-2
save-report-json = JSON, programmide jaoks
save-report-evidence = Tõendid, hilisemaks uueks kontrolliks
save-report-done = Salvestatud: { $name }
save-version = Salvesta allkirjastatud versioon
save-version-lead = Ainult allkirjastatud baidid täpselt nii, nagu need olid, ilma hiljem lisatuta

## Buttons that do what a failure asks for

action-retry = Proovi uuesti
action-send-again = Saada uuesti
action-start-over = Alusta algusest
action-check-person = Kontrolli riiki ja isikukoodi
action-choose-another-file = Vali teine fail
action-choose-another-output = Salvesta teise nimega
action-open-again = Ava uuesti
action-finish = Lõpeta allkiri
action-finish-later = Lõpeta hiljem
action-close = Sulge
failed-cause-label = Miks
failed-next-label = Mida nüüd teha
failed-nothing-lost = Teie algset faili ei ole puudutatud.
