# The window: labels, buttons, screens. Terms are fixed in the product's word list.

-product = Pitser
-service = Smart-ID

## Everywhere

window-title = { $name } – { -product }
test-banner = Demo: tikai testa paraksti
test-banner-more = Tiem nav juridiska spēka. Uzticības avots: { $source }.
test-mark = Tests
open-phone = Atvērt demo tālruni
close = Aizvērt
details = Detaļas
language-label = Valoda
language-announce = Valoda: { $name }
skip-to-panel = Pāriet uz parakstīšanu
skip-to-document = Pāriet uz dokumentu
panel-label = Parakstīšana un paraksti
unknown-failure = Notika kaut kas negaidīts

## While the program starts

entrance-title = Notiek palaišana…
entrance-lead = Pirmā demonstrācijas palaišana ilgst līdz minūtei: tai tiek izveidotas atslēgas.

## Start

start-title = Parakstiet ar tālruni. Pārbaudiet šeit.
start-lead = Atveriet PDF, lai to izlasītu, parakstītu ar { -service } vai redzētu, kas to parakstījis.
start-drop = Ievelciet PDF šeit
start-or = vai
start-open = Atvērt datni…
start-open-keys = Ctrl+O
start-promise-stays = Dokuments paliek šajā datorā
start-promise-stays-more = Parakstīšanai nosūta tikai tā kontrolsummu.
start-promise-original = Oriģinālu nekad nemaina
start-promise-original-more = Parakstīto kopiju saglabā tam līdzās.
start-promise-checked = Katru parakstu pārbauda
start-promise-checked-more = Pirms teikt “parakstīts”, saglabātā datne tiek nolasīta vēlreiz.
start-opening = Atver { $name }…
drop-here = Atlaidiet, lai atvērtu

## Signatures that came back but were not finished

pending-title = { $count ->
    [zero] { $count } parakstu gaida pabeigšanu
    [one] { $count } paraksts gaida pabeigšanu
   *[other] { $count } paraksti gaida pabeigšanu
}
pending-lead = Jūs to jau apstiprinājāt. Nekas nav zudis, un vēlreiz apstiprināt nevajag.
pending-from = Apstiprināja { $signer }, { $time }
pending-finish = Pabeigt
pending-discard = Atmest
pending-discard-sure = Vai atmest? Lai šo dokumentu parakstītu vēlāk, būs jāapstiprina vēlreiz.
pending-discard-yes = Jā, atmest
pending-keep = Paturēt
pending-finishing = Paraksts tiek pabeigts…

## Reading

toolbar-label = Dokuments
open-other = Atvērt
document-label = { $name }, { $count ->
    [zero] { $count } lappušu
    [one] { $count } lappuse
   *[other] { $count } lappuses
}
page-label = { $page }. lappuse no { $count }
page-counter = { $page }. lappuse no { $count }
page-failed = Šo lappusi nevar parādīt
page-picture = { $page }. lappuses attēls. Tajā nav nolasāma teksta.
zoom-in = Tuvināt
zoom-out = Tālināt
zoom-fit = Pielāgot platumam
zoom-value = { $percent } %
zoom-label = Mērogs: { $percent } %. Pielāgot platumam.

## Summary of the document

summary-pages = { $count ->
    [zero] { $count } lappušu
    [one] { $count } lappuse
   *[other] { $count } lappuses
}
summary-seen = Apskatītas: { $seen } no { $count }
summary-seen-all = Apskatītas visas lappuses
summary-warnings = Pirms parakstīšanas

## Warnings about a document

warning-action = Kaut kas šajā dokumentā var palaist programmu, atvērt ko citu, kaut ko nosūtīt vai mainīt redzamo. Šeit nekas no tā netiek darīts.
warning-annotation-not-drawn = Kādu piezīmi vai atzīmi lappusē šeit nevar parādīt. Citas programmas to, iespējams, rāda.
warning-annotation-without-appearance = Kādai piezīmei vai atzīmei nav noteikts izskats. Citas programmas te var rādīt kaut ko, ko Jūs neredzat.
warning-external = Daļa no tā, ko šis dokuments rāda, ir citās datnēs. Šeit tās netiek atvērtas.
warning-font-not-usable = Kādu šī dokumenta fontu nevar izmantot. Citur burti var izskatīties citādi.
warning-form-remade = Šī dokumenta veidlapas laukus katra programma zīmē no jauna. Citi tos var redzēt citādi.
warning-image-not-drawn = Kādu šī dokumenta attēlu šeit nevar parādīt. Citi to, iespējams, redz.
warning-layers = Šajā dokumentā ir slāņi, ko var ieslēgt un izslēgt. Citi var redzēt ko citu nekā Jūs.
warning-look-astray = Kaut kas pievienots ir uzrakstīts tā, ka citas programmas to var uzzīmēt jebkur lapā.
warning-multimedia = Šajā dokumentā ir skaņa, filma vai telpisks modelis. Šeit tie netiek atskaņoti.
warning-not-drawn = Kaut ko lappusē šeit nevar parādīt. Citi to, iespējams, redz.
warning-repaired = Šī datne ir bojāta. Redzamais ir iegūts, to labojot, un citas programmas var rādīt ko citu.
warning-script = Šajā dokumentā ir skripts (JavaScript). Šeit tas netiek palaists.
warning-text-cut-off = Lappusē ir tik daudz teksta, ka visu nevar atlasīt. Parādīts tas ir pilnībā.
warning-trailing-content = Šī datne turpinās aiz dokumenta beigām. Iespējams, tā tika aprauta, to saglabājot vai sūtot.
warning-unknown = Šim dokumentam ir īpatnība, ko { -product } nepazīst: { $code }
warning-unread = Daļu šī dokumenta šeit nevar nolasīt. Tajā var būt kas tāds, kas maina redzamo.
warning-xfa = Šajā dokumentā ir otra veidlapa (XFA), ko dažas programmas rāda šo lappušu vietā.

## Signing: the form

sign-title = Parakstīt ar { -service }
sign-title-phone = Parakstīt ar tālruni
sign-title-any = Parakstīt šo dokumentu
sign-title-cloud = Parakstīt parakstīšanas pakalpojumā
sign-tabs = Kā Jūs parakstāt
sign-tab-service = { -service }
sign-tab-code = Personas kods
sign-tab-qr = QR kods
sign-tab-mobile = Mobile-ID
sign-tab-cloud = Pakalpojums
sign-no-way = Šis savienojuma profils nenosauc nevienu pakalpojumu, ar ko parakstīt. Parakstus var pārbaudīt.
sign-country = Valsts
country-EE = Igaunija (EE)
country-LV = Latvija (LV)
country-LT = Lietuva (LT)
sign-personal-code = Personas kods
sign-personal-code-hint-EE = 11 cipari
sign-personal-code-hint-LV = 11 cipari: 123456-12345
sign-personal-code-hint-LT = 11 cipari
sign-phone = Tālruņa numurs
sign-phone-hint = Kā to sastādāt savā valstī, vai ar + un valsts kodu
sign-qr-lead = Noskenējiet kodu ar { -service } lietotni, nekas nav jāievada. Kods šeit parādīsies nākamajā solī.
sign-cloud-lead = Jūsu atslēgu glabā parakstīšanas pakalpojums { $host }. Tā lapa atvērsies pārlūkā: pieslēdzieties tur un atļaujiet parakstu.
sign-cloud-lead-organisation = Jūsu organizācijas atslēgu glabā parakstīšanas pakalpojums { $host }. Pitser tur pieslēdzas pats, ar organizācijas noslēpumu. Ja atslēgai vajag vēl ko, tas tiks prasīts Jums.
sign-cloud-button = Parakstīt pārlūkā
sign-cloud-button-organisation = Parakstīt pakalpojumā
sign-along-button = { $count ->
    [zero] Parakstīt { $count } dokumentu
    [one] Parakstīt { $count } dokumentu
   *[other] Parakstīt { $count } dokumentus
}
sign-remember = Iegaumēt mani šajā datorā
sign-remember-more = Nākamreiz kods nebūs jāievada. Jūsu konts tiek pierakstīts tikai šajā datorā, un to jebkurā laikā var aizmirst.
sign-remember-more-phone = Nākamreiz nekas nebūs jāievada. Jūsu numurs un personas kods tiek pierakstīti tikai šajā datorā, un tos jebkurā laikā var aizmirst.
sign-button = Parakstīt
sign-qr-button = Rādīt QR kodu
sign-keys = Ctrl+Enter
sign-starting = Sākas…
sign-output = Tiks saglabāts līdzās oriģinālam kā { $name }.
sign-output-change = Mainīt
sign-output-label = Saglabāt parakstīto datni kā
sign-level = Paraksta veids
sign-level-b-lta = Arhīva (B-LTA)
sign-level-b-lta-more = Ilgtermiņa, ar laika zīmogu visam kopumam, ko var atjaunot: gadu desmitiem.
sign-level-b-lt = Ilgtermiņa (B-LT)
sign-level-b-lt-more = Ar laika zīmogu un pierādījumu, ka sertifikāts bija derīgs. Ieteicams līgumiem.
sign-level-b-t = Ar laika zīmogu (B-T)
sign-level-b-t-more = Pierāda, kad parakstīts; sertifikāta derīgums vēlāk jānoskaidro atsevišķi.
sign-level-b-b = Pamata (B-B)
sign-level-b-b-more = Tikai paraksts. Noder vien tik ilgi, kamēr derīgs sertifikāts.
sign-options = Papildu iespējas
sign-reason = Iemesls
sign-reason-hint = Nav obligāts. Tas būs parakstā un zīmogā.
sign-location = Vieta
sign-certify = Ko citi vēl drīkst darīt
sign-certify-anything = Visu, kas redzams kā izmaiņas
sign-certify-annotations = Komentēt, aizpildīt veidlapas un parakstīt
sign-certify-form-filling = Aizpildīt veidlapas un parakstīt
sign-certify-no-changes = Neko
sign-certify-hint = To var noteikt dokumenta pirmais paraksts.
sign-sent-title = Kas tiek nosūtīts no šī datora
sign-sent-hash = dokumenta kontrolsumma (SHA-2), nevis dokuments
sign-sent-person = Jūsu valsts un personas kods, lai { -service } atrastu Jūsu tālruni
sign-sent-mobile = Jūsu tālruņa numurs un personas kods, lai Mobile-ID atrastu Jūsu SIM karti
sign-sent-address = jautājums, no kuras interneta adreses atbild Jūsu tālrunis; { -service } atbilde šeit netiek ne rādīta, ne glabāta
sign-sent-text = datnes nosaukums, ko rāda Jūsu tālrunis
sign-sent-names = dokumentu nosaukumi, ko rāda parakstīšanas pakalpojums
sign-add = Pievienot savu parakstu
sign-back = Ne tagad
## Signing: who is remembered on this computer

known-how = Kā Jums jautā
known-rings = Pieprasījums nāk uz manu tālruni
known-rings-more = Kods parādīsies šeit un tālrunī: salīdziniet abus.
known-scans = Noskenēju QR kodu šeit
known-scans-more = Drošākais veids: neviens tālumā nevar Jums to parādīt.
known-other = Paraksta kāds cits
known-forget = Aizmirst mani
known-forgotten = Šajā datorā vairs neviens nav iegaumēts.
known-back = Parakstīt kā { $name }

## Signing: the secret by which a signing service knows this program

secret-label = Šīs programmas noslēpums pakalpojumā { $host }
secret-explains = Pakalpojums to deva Jūsu organizācijai. Tas nonāk šī datora atslēgu glabātavā un vairs netiek rādīts.
secret-optional = Lielākajai daļai programmu tāda nav. Ja pakalpojums šai programmai deva noslēpumu, ievadiet to šeit.
secret-keep = Glabāt atslēgu glabātavā
secret-asking = Jautā atslēgu glabātavai. Iespējams, tā jāatslēdz.
secret-kept = Šīs programmas noslēpums ir atslēgu glabātavā.
secret-given = Šīs programmas noslēpums ir ņemts no mainīgā PITSER_CSC_SECRET.
secret-forget = Aizmirst to
secret-forgotten = Noslēpums un pieteikšanās ir aizmirsti.
secret-forgotten-here = Noslēpums un pieteikšanās šeit ir aizmirsti. Pakalpojumam nevarēja paziņot, ka pieteikšanās ir beigusies.
secret-empty = Ievadiet noslēpumu.
secret-fold = Šīs programmas noslēpums

## Signing: the login for the proxy that the profile names

proxy-fold = Starpniekservera vārds un parole
proxy-at = Starpniekserveris { $proxy }
proxy-name = Vārds
proxy-password = Parole
proxy-explains = Tie nonāk šī datora atslēgu glabātavā. Tos saka tikai šim starpniekserverim, un vairs tie netiek rādīti.
proxy-keep = Glabāt atslēgu glabātavā
proxy-keep-again = Glabāt un mēģināt vēlreiz
proxy-kept = Starpniekservera vārds un parole ir atslēgu glabātavā.
proxy-kept-refused = Vārds un parole ir atslēgu glabātavā, bet starpniekserveris ar tiem neko nelaida cauri. Ja parole ir mainījusies, ievadiet jauno.
proxy-given = Starpniekservera vārds un parole ir ņemti no mainīgā PITSER_PROXY_LOGIN.
proxy-forget = Aizmirst tos
proxy-forgotten = Starpniekservera vārds un parole ir aizmirsti.
proxy-name-empty = Ievadiet vārdu.
proxy-password-empty = Ievadiet paroli.
proxy-next = Ievadiet starpniekservera vārdu un paroli zemāk. Tie paliek šī datora atslēgu glabātavā, un otrreiz tie nebūs jāievada.

## Signing: several documents under one permission

along-title = Kopā ar šo dokumentu paraksta
along-more = Jūs tos visus atļaujat reizē, vienā lapā.
along-seal = Zīmogs katrā tiek ielikts brīvā vietā.
along-add = Pievienot vēl dokumentus…
along-remove = Izlaist { $name }
along-removed = Izlaists: { $name }
along-output = Katrs tiek saglabāts līdzās savam oriģinālam.

## Signing: the seal on the page

seal-title = Zīmogs lappusē
seal-none = Bez redzamas zīmes: tikpat derīgi
seal-page = Zīmogs manis izvēlētā vietā
seal-field = Laukā “{ $name }”
seal-field-page = Laukā “{ $name }”, { $page }. lappuse
seal-looking = Meklē brīvu vietu…
seal-page-number = Lappuse
seal-how = Velciet to pa lappusi. Ar tastatūru: pārejiet uz to ar tabulēšanas taustiņu, pārvietojiet ar bultiņām, bet lieluma maiņai turiet nospiestu Shift.
seal-box = Zīmogs { $page }. lappusē: { $left } mm no kreisās malas, { $top } mm no augšas, izmērs { $width } × { $height } mm. Bultiņas to pārvieto, kopā ar Shift maina lielumu.
seal-preview = Jūsu zīmogs
seal-preview-more = Šeit būs vārds, laiks un līmenis

## A document with a password

password-title = Šis dokuments ir aizsargāts
password-lead = { $name } var atvērt tikai ar paroli. Parole paliek šajā datorā.
password-label = Parole
password-wrong = Šī parole to neatver. Lielie un mazie burti atšķiras.
password-open = Atvērt
password-empty = Ievadiet paroli.

## Keeping a signature checkable

extend-button = Pagarināt gadu desmitiem
extend-lead = Jaunā datnē pievieno svaigus pierādījumus un arhīva laika zīmogu. Paraksti paliek nemainīti.
signing-title-extend = Parakstu pagarināšana
extend-doing = Tālrunis nav vajadzīgs. Tas ilgst dažas sekundes.
extend-title-passed = Pagarināts un derīgs
extend-title-indeterminate = Pagarināts; paraksta derīgumu vēl nav iespējams noteikt
extend-title-failed = Pagarināts, taču pārbaude neizdevās

## What is wrong with a personal code

person-fault-empty = Ievadiet savu personas kodu.
person-fault-form = Šīs valsts personas kods tā neizskatās.
person-fault-checksum = Kodā ir drukas kļūda: pēdējais cipars neatbilst pārējiem.
person-fault-phone = Tas nav šīs valsts mobilais numurs.
person-fault-phone-empty = Ievadiet savu tālruņa numuru.
person-fault-country = { -service } šajā valstī nav pieejams.

## Signing: waiting for the phone

signing-title-start = Sagatavošana…
signing-title-code = Salīdziniet kodu savā tālrunī
signing-title-confirm = Paskatieties tālrunī
signing-title-approve = Ievadiet tālrunī PIN2 kodu
signing-title-qr = Noskenējiet ar { -service } lietotni
signing-title-qr-gone = Turpiniet tālrunī
signing-title-login = Pieslēdzieties pārlūkā
signing-title-allow = Atļaujiet parakstu pārlūkā
signing-title-choose = Ar kuru atslēgu parakstīt?
signing-title-question = Parakstīšanas pakalpojums Jums jautā
signing-title-elsewhere = Apstipriniet savā otrā ierīcē
signing-title-finish = Paraksta pabeigšana
signing-title-cancel = Notiek atcelšana…
signing-document = Dokuments
signing-code-label = Drošības kods
signing-code-announce = Drošības kods: { $digits }. Salīdziniet to ar kodu savā tālrunī.
signing-code-lead = Vai tālrunī ir tas pats kods? Tad ievadiet tur PIN2 kodu.
signing-code-synonyms = Saukts arī par kontroles kodu.
signing-confirm-lead = Izvēlieties tālrunī kontu un apstipriniet. Pēc tam šeit parādīsies drošības kods.
signing-approve-lead = Pārliecinieties, ka tālrunis rāda šo dokumentu, un ievadiet PIN2 kodu.
signing-qr-step-open = Atveriet tālrunī { -service } lietotni.
signing-qr-step-scan = Pieskarieties “Skenēt QR kodu” un pavērsiet kameru šurp.
signing-qr-step-confirm = Apstipriniet tālrunī un pēc tam ievadiet PIN2 kodu.
signing-qr-alt = QR kods { -service } lietotnei. Tas mainās ik sekundi.
signing-qr-gone-lead = Kods vairs netiek rādīts. Ja to noskenējāt, rīkojieties, kā norāda tālrunis. Ja ne, atceliet šeit un sāciet no jauna.
signing-browser-lead = Jūsu pārlūks rāda { $host } lapu. Kad tur viss būs pabeigts, šeit turpināsies pats no sevis.
signing-browser-again = Atvērt lapu vēlreiz
signing-elsewhere-lead = Parakstīšanas pakalpojums Jums jautā tur. Paskatieties ierīcē, ko ar to lietojat.
choose-lead = Jums parakstīšanas pakalpojumā ir vairākas atslēgas.
choose-issuer = Sertifikātu izdeva { $issuer }
choose-until = Derīguma beigas: { $day }
choose-take = Parakstīt ar šo atslēgu
question-challenge = Parakstīšanas pakalpojums saka
question-empty = Ievadiet to, kas tiek prasīts.
question-send = Nosūtīt
signing-only-yours = Apstipriniet tikai to, ko sākāt Jūs.
signing-finish-lead = PIN2 kods ir pieņemts. Pārējais notiek šeit un ilgst dažas sekundes.
signing-finish-lead-cloud = Jūs to atļāvāt. Pārējais notiek šeit un ilgst dažas sekundes.
signing-kept-used = Tiek izmantots tas, kas failam { $name } saņemts jau agrāk: vēlreiz apstiprināt nevajag.
signing-kept-waits = Šā paša dokumenta paraksts ({ $signer }) saņemts jau agrāk un nav pabeigts. Ja vēlaties tieši to, atceliet šeit un pabeidziet to.
signing-saved = Saglabāti { $saved } no { $count }
signing-and-more = { $count ->
    [zero] un vēl { $count }
    [one] un vēl { $count }
   *[other] un vēl { $count }
}
signing-start-lead = Dokuments tiek nolasīts un pārbaudīts, pirms pieprasījums nonāk Jūsu tālrunī.
signing-start-lead-cloud = Dokuments tiek nolasīts un pārbaudīts, pirms tiek prasīts parakstīšanas pakalpojumam.
signing-seconds-left = { $seconds ->
    [zero] Atlikušas { $seconds } sekunžu
    [one] Atlikusi { $seconds } sekunde
   *[other] Atlikušas { $seconds } sekundes
}
signing-seconds-announce = { $seconds ->
    [zero] Atlikušas { $seconds } sekunžu.
    [one] Atlikusi { $seconds } sekunde.
   *[other] Atlikušas { $seconds } sekundes.
}
traffic-label = Kas tika nosūtīts
traffic-lead = Dokumenti šo datoru neatstāj. Šie ir pieprasījumi pakalpojumiem, jaunākie vispirms: katrs lauks ir nosaukts, noslēpumi ir paslēpti, personas kodi aizsegti, kontrolsummas saīsinātas.
traffic-none = Nevienam pakalpojumam vēl nekas nav nosūtīts.
traffic-failed = Sarakstu neizdevās nolasīt.
traffic-figures = Atbilde { $answer }: nosūtīti { $sent } baiti, saņemti { $received } baiti, { $took } ms
traffic-content = { $content }, pieprasījums bez laukiem
traffic-again = Nolasīt vēlreiz
signing-cancel = Atcelt
signing-cancelled = Atcelts. Nekas nav parakstīts.
signing-cancelled-open = Atcelts. Nekas nav parakstīts. Pieprasījums tālrunī vēl var būt atvērts: noraidiet to tur vai ļaujiet tam beigties (ne ilgāk kā { $minutes } min.). Ja pirms tam parakstāt to pašu dokumentu vēlreiz, tiek gaidīta šī paša pieprasījuma atbilde.
signing-cancelled-open-lost = Atcelts. Nekas nav parakstīts. Pieprasījums tālrunī vēl var būt atvērts: noraidiet to tur vai ļaujiet tam beigties (ne ilgāk kā { $minutes } min.). Līdz tam jauns netiek sūtīts.
signing-cancelled-some = { $count ->
    [zero] Atcelts. Pirms tam bija parakstīti un saglabāti { $count } dokumentu.
    [one] Atcelts. Pirms tam bija parakstīts un saglabāts { $count } dokuments.
   *[other] Atcelts. Pirms tam bija parakstīti un saglabāti { $count } dokumenti.
}
signing-steps = Soļi
help-nothing = Mans tālrunis neko nerāda
help-nothing-internet = Vai tālrunim ir interneta savienojums?
help-nothing-app = Atveriet { -service } lietotni: pieprasījums parādīsies tur.
help-nothing-account = Vai tas ir īstais tālrunis ar īsto kontu? Konts var būt palicis arī kādā vecā tālrunī.
help-nothing-clock = Vai tālruņa pulkstenis ir iestatīts automātiski?
help-nothing-coverage = Vai tālrunis ir ieslēgts un tīkla zonā?
help-nothing-sim = Vai šajā tālrunī ir SIM karte ar Mobile-ID? Ja kartes ir divas, vai tā ir īstā?
help-nothing-restart = Nekas nelīdz? Izslēdziet un ieslēdziet tālruni, ļaujiet pieprasījumam beigties un mēģiniet vēlreiz.
help-nothing-again = Nekas nelīdz? Ļaujiet pieprasījumam beigties (dažas minūtes), tad mēģiniet vēlreiz vai izmantojiet QR kodu.
help-no-page = Mans pārlūks nerāda lapu
help-no-page-behind = Vai tā ir aiz šī loga vai citā pārlūka cilnē?
help-no-page-again = Atveriet lapu vēlreiz ar pogu augstāk.
help-no-page-login = Izmantojiet pieslēgšanos, ko saņēmāt no parakstīšanas pakalpojuma.
help-no-page-cancel = Nekas nelīdz? Atceliet šeit un mēģiniet vēlreiz.

## Steps

step-opening = Dokuments nolasīts
step-certificate = Sertifikāts saņemts
step-preparing = Paraksts sagatavots
step-approval = Apstiprināts tālrunī
step-approval-cloud = Atļauts parakstīšanas pakalpojumā
step-received = Paraksts saņemts
step-checked = Pārbaudīts ar sertifikātu
step-embedded = Ievietots dokumentā
step-timestamped = Laika zīmogs pievienots
step-revocation = Sertifikāta statusa pierādījums pievienots
step-validated = Gatavais dokuments pārbaudīts
step-saved = Saglabāts un nolasīts vēlreiz
step-doing-opening = Nolasa dokumentu…
step-doing-certificate = Gaida Jūsu sertifikātu…
step-doing-preparing = Sagatavo parakstu…
step-doing-approval = Gaida Jūsu apstiprinājumu…
step-doing-approval-cloud = Gaida Jūsu atļauju…
step-doing-received = Saņem parakstu…
step-doing-checked = Pārbauda ar sertifikātu…
step-doing-embedded = Ievieto dokumentā…
step-doing-timestamped = Saņem laika zīmogu…
step-doing-revocation = Saņem sertifikāta statusa pierādījumu…
step-doing-validated = Pārbauda gatavo dokumentu…
step-doing-saved = Saglabā un nolasa vēlreiz…
step-state-waiting = vēl jādara
step-state-begun = notiek
step-state-done = pabeigts

## Result

result-title-passed = Parakstīts un derīgs
result-title-indeterminate = Parakstīts; paraksta derīgumu vēl nav iespējams noteikt
result-title-failed = Parakstīts, taču pārbaude neizdevās
result-lead-passed = Saglabātā datne tika nolasīta vēlreiz un pārbaudīta.
result-lead-indeterminate = Paraksts ir datnē. Kas trūkst tā izvērtēšanai, ir norādīts zemāk.
result-lead-failed = Nenododiet šo datni tālāk. Kas nav kārtībā, ir norādīts zemāk.
result-test = Testa paraksts: bez juridiska spēka
result-signer = Parakstītājs
result-time = Laiks
result-level = Līmenis
result-trust = Uzticība
result-trust-test = { $source } (tests)
result-saved = Saglabāts kā
result-open-folder = Atvērt mapi
result-show = Rādīt parakstīto datni
result-another = Parakstīt citu dokumentu
result-checks = Kas tika pārbaudīts
together-title = Parakstīti un derīgi: { $good } no { $count }
together-show = Rādīt { $name }

## Levels of a signature

level-b-b = Pamata, PAdES B-B
level-b-t = Ar laika zīmogu, PAdES B-T
level-b-lt = Ilgtermiņa, PAdES B-LT
level-b-lta = Arhivēts, PAdES B-LTA
level-none = Bez standarta līmeņa

## Verdict

verdict-checking = Pārbauda parakstus…
verdict-overall-passed = { $count ->
    [1] Paraksts ir derīgs
   *[other] Visi paraksti ({ $count }) ir derīgi
}
verdict-overall-indeterminate = { $count ->
    [1] Paraksta derīgumu nav iespējams noteikt
   *[other] Kāda no parakstiem derīgumu nav iespējams noteikt
}
verdict-overall-failed = { $count ->
    [1] Paraksts nav derīgs
   *[other] Kāds no parakstiem nav derīgs
}
verdict-unsigned = Vēl nav parakstīts
verdict-cut-off = Šī datne ir nepilnīga: trūkst tās beigu. Nolasāmais ir iegūts, to labojot.
verdict-repaired = Šī datne ir bojāta. Nolasāmais ir iegūts, to labojot.
verdict-signature-lost = Kāds paraksts var būt zudis. Lūdziet sūtītājam veselu datni.
verdict-missing = Kā trūkst
verdict-missing-issuer = Sertifikāta { $subject } izdevēja sertifikāts
verdict-missing-revocation = Ziņas par to, vai sertifikāts { $subject } ir atsaukts
verdict-at = Pārbaudīts { $time }, { $program }, politika { $policy } ({ $hash })
verdict-trust = Uzticības avots: { $source }
verdict-trust-test = Uzticības avots: { $source } – testa enkuri, bez juridiska spēka
verdict-again = Pārbaudīt vēlreiz
verdict-turned-away = Paraksti tika pārbaudīti ar to, kas bija pieejams.
signature-field = Lauks
signature-result = Rezultāts
signature-reason = Iemesls
signature-signer = Parakstītājs
signature-personal-code = Personas kods
signature-issuer = Sertifikāta izdevējs
signature-level = Līmenis
signature-best-time = Pastāvēja jau
signature-best-time-none = Nav uzticama laika zīmoga
signature-claimed-time = Parakstītāja laiks
signature-coverage = Aptvērums
signature-coverage-whole = Paraksts aptver visu datni
signature-coverage-proof = Paraksts aptver visu dokumentu; pēc tam pievienoti tikai pierādījumi par parakstu
signature-coverage-metadata = Paraksts aptver dokumentu, kāds tas tika parakstīts; pēc tam mainīti vai pievienoti tikai dati par dokumentu un pierādījumi par parakstu
signature-coverage-permitted = Paraksts aptver dokumentu, kāds tas tika parakstīts; pēc tam pievienotais ir atļauts: citi paraksti, veidlapas lauku vērtības vai piezīmes
signature-coverage-part = Paraksts aptver šīs datnes agrāku versiju; pēc tam kaut kas ir pievienots
signature-changes = Kopš tā mainīts
signature-pages = Lapas
signature-pages-alike = Visas lapas izskatās tā, kā parakstīšanas brīdī
signature-pages-permitted = Lapas izskatās tā, kā parakstīšanas brīdī, izņemot vēlāk pievienotus vai mainītus laukus, paraksta zīmes un piezīmes
signature-pages-partly = Lapas, ciktāl salīdzinātas, izskatās tā, kā parakstīšanas brīdī; nav salīdzināts: { $places }
signature-pages-differ = Izskatās citādi nekā parakstīšanas brīdī: { $places }
signature-pages-open = Nav salīdzinātas ar parakstītajām lapām
signature-covered = Aizsegts
signature-fields = Lauki, kas rāda ko citu nekā savu vērtību
signature-active = Var mainīt redzamo
signature-qualification = Vai kvalificēts?
signature-unknown-signer = Nezināms parakstītājs
signature-pseudonym = { $name } (pseidonīms)
signature-archival = Arhīva laika zīmogs
signature-authority = Laika zīmoga devējs
signature-unknown-authority = Nezināms devējs
signature-checks = { $count ->
    [zero] { $count } pārbaužu
    [one] { $count } pārbaude
   *[other] { $count } pārbaudes
}
signature-tally-passed = izturētas: { $count }
signature-tally-failed = neizturētas: { $count }
signature-tally-indeterminate = nenoteiktas: { $count }
signature-tally-warning = brīdinājumi: { $count }
signature-tally-information = zināšanai: { $count }
signature-tally-not-judged = nevērtētas: { $count }

## A report as a file

save-report-label = Saglabāt pārskatu
save-report-pdf = PDF, lasīšanai un arhīvam
save-report-xml = XML, ETSI TS 119 102-2
save-report-json = JSON, programmām
save-report-evidence = Pierādījumi, lai vēlāk pārbaudītu vēlreiz
save-report-done = Saglabāts: { $name }
save-version = Saglabāt parakstīto versiju
save-version-lead = Tikai parakstītie baiti tieši tādi, kādi tie bija, bez vēlāk pievienotā

## Buttons that do what a failure asks for

action-retry = Mēģināt vēlreiz
action-send-again = Sūtīt vēlreiz
action-start-over = Sākt no sākuma
action-check-person = Pārbaudīt valsti un kodu
action-choose-another-file = Izvēlēties citu datni
action-choose-another-output = Saglabāt ar citu nosaukumu
action-open-again = Atvērt vēlreiz
action-finish = Pabeigt parakstu
action-finish-later = Pabeigt vēlāk
action-close = Aizvērt
failed-cause-label = Kāpēc
failed-next-label = Ko tagad darīt
failed-nothing-lost = Jūsu sākotnējā datne nav skarta.
