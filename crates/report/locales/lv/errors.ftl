# What went wrong: the message says what, .cause why, .next what to do now.
# One entry for every code that the program can give; never one text for two causes that can be told apart.

## What the phone answered

error-user-refused = Jūs atcēlāt pieprasījumu tālrunī. Nekas nav parakstīts.
    .cause = Smart-ID lietotnē pieprasījums tika noraidīts.
    .next = Ja tā bija kļūda, nosūtiet pieprasījumu vēlreiz.
error-session-open = Tālrunī vēl var būt atvērts pieprasījums, tāpēc jauns netika nosūtīts.
    .cause = Iepriekšējais pieprasījums tur vēl nav ne apstiprināts, ne noraidīts, vai arī tā atbilde ir pazudusi, vai ar šo tālruni paraksta cits logs vai programma. Divus vienlaikus nevarētu atšķirt.
    .next = Noraidiet iepriekšējo pieprasījumu tālrunī vai ļaujiet tam beigties (ne ilgāk kā { $minutes } min.), tad sūtiet vēlreiz. Neapstipriniet tur neko, ko neesat sācis pats.
error-user-refused-choice = Jums ir vairāki Smart-ID konti, un vienā no tiem Jūs atcēlāt. Nekas nav parakstīts.
    .cause = Konta izvēle tika noraidīta vienā no Jūsu tālruņiem.
    .next = Mēģiniet vēlreiz un apstipriniet īstajā tālrunī.
error-timed-out = Atbilde netika saņemta laikā. Nekas nav parakstīts.
    .cause = Tālrunis neatbildēja, kamēr pieprasījums bija atvērts.
    .next = Pārbaudiet, vai tālrunim ir interneta savienojums, atveriet Smart-ID lietotni un nosūtiet pieprasījumu vēlreiz.
error-wrong-code = Tālrunī izvēlētais kods nebija šeit redzamais. Nekas nav parakstīts.
    .cause = Tika izvēlēts cits kods, vai arī pieprasījums tālrunī nebija Jūsu.
    .next = Sāciet no sākuma un salīdziniet kodu. Ja pieprasījumu nesākāt Jūs, neapstipriniet to.
error-document-unusable = Jūsu Smart-ID kontu pašlaik nevar izmantot. Nekas nav parakstīts.
    .cause = Ar šo kontu šobrīd nevar parakstīt: PIN2 kods var būt bloķēts.
    .next = Atveriet Smart-ID lietotni, apskatiet, ko tā prasa, un mēģiniet vēlreiz.
error-account-unusable = Jūsu Smart-ID kontu nevar izmantot. Nekas nav parakstīts.
    .cause = Kontam var būt beidzies termiņš, vai arī tas ir dzēsts.
    .next = Atveriet Smart-ID lietotni. Iespējams, tur jāreģistrē jauns konts.
error-app-too-old = Smart-ID lietotne šim pieprasījumam ir pārāk veca. Nekas nav parakstīts.
    .cause = Lietotne tālrunī nepazīst šāda veida pieprasījumu.
    .next = Atjauniniet Smart-ID lietotni tālruņa lietotņu veikalā un mēģiniet vēlreiz.
error-interrupted = Šo pieprasījumu pārtrauca cits Smart-ID pieprasījums. Nekas nav parakstīts.
    .cause = Tālruni sasniedza otrs pieprasījums, pirms šis bija pabeigts.
    .next = Pabeidziet vai atceliet otru pieprasījumu un sāciet vēlreiz.
error-protocol-failure = Tālrunis un Smart-ID nevarēja vienoties. Nekas nav parakstīts.
    .cause = Lietotne ziņoja par kļūdu datu apmaiņā.
    .next = Atveriet Smart-ID lietotni, pārbaudiet, vai ir atjauninājums, un mēģiniet vēlreiz.
error-server-fault = Smart-ID ziņoja par savu kļūmi. Nekas nav parakstīts.
    .cause = Pakalpojums pabeidza pieprasījumu ar tehnisku kļūdu.
    .next = Brīdi uzgaidiet un mēģiniet vēlreiz.
error-unknown-end-result = Pieprasījums beidzās veidā, ko Pitser nepazīst. Nekas nav parakstīts.
    .cause = Pakalpojums nosauca iemeslu, kāda šīs Pitser versijas izveides laikā nebija.
    .next = Pārbaudiet, vai ir Pitser atjauninājums, vai mēģiniet vēlreiz.

error-mobile-cancelled = Jūs atcēlāt pieprasījumu tālrunī. Nekas nav parakstīts.
    .cause = Mobile-ID pieprasījums tālrunī tika noraidīts.
    .next = Ja tā bija kļūda, nosūtiet pieprasījumu vēlreiz.
error-mobile-timed-out = Tālrunis neatbildēja laikā. Nekas nav parakstīts.
    .cause = PIN2 kods netika ievadīts, kamēr Mobile-ID pieprasījums bija atvērts.
    .next = Pārbaudiet, vai tālrunis ir ieslēgts un tīkla zonā, un nosūtiet pieprasījumu vēlreiz.
error-mobile-not-client = Šim numuram un personas kodam nav aktīva Mobile-ID.
    .cause = Tiem nav Mobile-ID līguma, vai arī tā sertifikāti nav aktīvi.
    .next = Pārbaudiet tālruņa numuru un personas kodu.
error-mobile-not-found = Ar šiem datiem nav atrasts Mobile-ID sertifikāts.
    .cause = Tālruņa numurs vai personas kods var būt ievadīts kļūdaini, vai arī tie nepieder kopā.
    .next = Pārbaudiet tālruņa numuru un personas kodu.
error-mobile-hash-mismatch = SIM karte un Mobile-ID neatbilst viens otram. Nekas nav parakstīts.
    .cause = SIM karte ir iestatīta citādi, nekā operators paziņoja pakalpojumam.
    .next = Vērsieties pie sava mobilo sakaru operatora.
error-mobile-phone-absent = Tālruni nevar sasniegt. Nekas nav parakstīts.
    .cause = Tālrunis ir izslēgts vai ārpus tīkla zonas.
    .next = Ieslēdziet tālruni, sagaidiet, līdz tas ir tīkla zonā, un nosūtiet pieprasījumu vēlreiz.
error-mobile-delivery-failed = Pieprasījumu nevarēja piegādāt tālrunim. Nekas nav parakstīts.
    .cause = Operators nevarēja nosūtīt ziņu ar pieprasījumu.
    .next = Brīdi uzgaidiet un nosūtiet pieprasījumu vēlreiz. Var palīdzēt tālruņa restartēšana.
error-mobile-sim-fault = SIM karte deva atbildi, ko nevar izmantot. Nekas nav parakstīts.
    .cause = Kartē radās kļūda, vai arī PIN2 kods ir bloķēts.
    .next = Restartējiet tālruni un mēģiniet vēlreiz. Ja tas atkārtojas, vērsieties pie sava mobilo sakaru operatora.
error-mobile-not-active = Šī numura Mobile-ID nav aktivizēts.
    .cause = Sertifikāti tam ir, bet tie vēl nav vai vairs nav aktīvi.
    .next = Aktivizējiet Mobile-ID vai vērsieties pie sava mobilo sakaru operatora.
error-mobile-not-ready = Šī numura Mobile-ID vēl nav gatavs. Nekas nav parakstīts.
    .cause = Tas var būt tikko pasūtīts vai atjaunots.
    .next = Kādu laiku uzgaidiet un mēģiniet vēlreiz.
error-mobile-fault = Mobile-ID ziņoja par savu kļūmi. Nekas nav parakstīts.
    .cause = Pakalpojums pabeidza pieprasījumu ar tehnisku kļūdu.
    .next = Brīdi uzgaidiet un mēģiniet vēlreiz.
error-csc-denied = Jūs atteicāties parakstīšanas pakalpojuma lapā. Nekas nav parakstīts.
    .cause = Parakstīšanas pakalpojumam tika norādīts to neatļaut, vai arī pakalpojums to neatļauj pats.
    .next = Ja tā bija kļūda, nosūtiet pieprasījumu vēlreiz.
error-csc-client-not-allowed = Parakstīšanas pakalpojums neļauj šai programmai izmantot vienu no savām funkcijām. Nekas nav parakstīts.
    .cause = Programmas reģistrācija pakalpojumā to neietver.
    .next = Vērsieties pie profila iestatītāja.
error-csc-client-refused = Parakstīšanas pakalpojums nepazīst šo programmu. Nekas nav parakstīts.
    .cause = Klienta identifikators profilā vai noslēpums atslēgu glabātavā nav pakalpojuma piešķirtais.
    .next = Izlabojiet identifikatoru profilā vai noslēpumu: loga parakstīšanas veidlapā vai ar pitser profile secret NAME
error-csc-secret-missing = Noslēpuma, pēc kura parakstīšanas pakalpojums pazīst šo programmu, nav atslēgu glabātavā. Nekas nav parakstīts.
    .cause = Programma piesakās pati, un tam pakalpojums tai deva noslēpumu.
    .next = Ievadiet to vienreiz loga parakstīšanas veidlapā vai izpildiet: pitser profile secret { $profile }. Kur atslēgu glabātavas nav, iestatiet PITSER_CSC_SECRET.
error-keychain-unavailable = Šī datora atslēgu glabātavu nevar izmantot.
    .cause = Tā ir aizslēgta, vai arī tās nav, kā serverī un ārpus darbvirsmas sesijas.
    .next = Atslēdziet to un mēģiniet vēlreiz. Kur tās nav, iestatiet PITSER_CSC_SECRET, starpniekserverim PITSER_PROXY_LOGIN.
error-csc-scope = Parakstīšanas pakalpojums nedod atļauju, kas vajadzīga parakstīšanai. Nekas nav parakstīts.
    .cause = Tas nepazīst prasīto tvērumu.
    .next = Pārbaudiet profilā, vai tas ir Cloud Signature Consortium 2. versijas pakalpojums.
error-csc-response-type = Parakstīšanas pakalpojums neļauj pieteikties ar pārlūku. Nekas nav parakstīts.
    .cause = Tas neizsniedz autorizācijas kodus.
    .next = Izvēlieties profilā, lai programma piesakās pati, ja pakalpojums to ļauj.
error-csc-grant = Pieteikšanos parakstīšanas pakalpojumā vairs nevar izmantot. Nekas nav parakstīts.
    .cause = Pārlūka atnestais kods ir pārāk vecs, jau izmantots vai paredzēts kādam citam.
    .next = Sāciet no jauna un piesakieties vēlreiz.
error-csc-session-over = Pieteikšanās parakstīšanas pakalpojumā ir beigusies. Nekas nav parakstīts.
    .cause = Tās piekļuves pilnvara ir beigusies vai atsaukta.
    .next = Sāciet no jauna un piesakieties vēlreiz.
error-csc-token-invalid = Parakstīšanas pakalpojums neatzīst savu piekļuves pilnvaru. Nekas nav parakstīts.
    .cause = Tas apgalvo, ka tā nav šī pakalpojuma OAuth 2.0 pilnvara.
    .next = Sāciet no jauna un piesakieties vēlreiz. Ja tas atkārtojas, ziņojiet pakalpojumam.
error-csc-wrong-data = Parakstīšanas pakalpojums nepieņem PIN kodu vai paroli. Nekas nav parakstīts.
    .cause = Ievadītais neatbilst šai atslēgai. Pēc vairākiem kļūdainiem mēģinājumiem pakalpojums to var bloķēt.
    .next = Pārbaudiet to un nosūtiet pieprasījumu vēlreiz.
error-csc-wrong-otp = Parakstīšanas pakalpojums nepieņem vienreizējo paroli. Nekas nav parakstīts.
    .cause = Tā ir ievadīta kļūdaini, pārāk veca vai jau izmantota.
    .next = Nosūtiet pieprasījumu vēlreiz un ievadiet jauno vienreizējo paroli.
error-csc-locked = Jūsu atslēga parakstīšanas pakalpojumā ir bloķēta. Nekas nav parakstīts.
    .cause = Pakalpojums to bloķē pēc vairākiem kļūdainiem PIN kodiem vai parolēm.
    .next = Lūdziet parakstīšanas pakalpojumu to atbloķēt.
error-csc-disabled = Jūsu atslēga parakstīšanas pakalpojumā ir izslēgta. Nekas nav parakstīts.
    .cause = Pakalpojums ziņo, ka tā ir atspējota.
    .next = Vērsieties parakstīšanas pakalpojumā vai izvēlieties citu atslēgu.
error-csc-credential-unknown = Parakstīšanas pakalpojumā Jums nav šādas atslēgas. Nekas nav parakstīts.
    .cause = Atslēgas identifikators ir ievadīts kļūdaini vai pieder kādam citam.
    .next = Pārbaudiet identifikatoru vai izlaidiet to, lai izmantotu savu vienīgo atslēgu.
error-csc-too-many = Tas ir vairāk, nekā Jūsu atslēga paraksta vienā reizē. Nekas nav parakstīts.
    .cause = Pakalpojums ar vienu atļauju pieļauj mazāk parakstu.
    .next = Parakstiet kopā mazāk dokumentu.
error-csc-sad-expired = Jūsu atļauja parakstīt ir beigusies. Nekas nav parakstīts.
    .cause = Tā tika dota, bet netika laikus izmantota.
    .next = Nosūtiet pieprasījumu vēlreiz un dodiet atļauju no jauna.
error-csc-sad-invalid = Parakstīšanas pakalpojums neatzīst Jūsu atļauju parakstīt. Nekas nav parakstīts.
    .cause = Tā jau ir izmantota, vai arī pakalpojums to neatpazīst.
    .next = Nosūtiet pieprasījumu vēlreiz un dodiet atļauju no jauna.
error-csc-not-authorised = Parakstīšanas pakalpojums apgalvo, ka Jūs šo dokumentu neatļāvāt. Nekas nav parakstīts.
    .cause = Parakstāmais nav starp to, kam dota atļauja.
    .next = Nosūtiet pieprasījumu vēlreiz. Ja tas atkārtojas, ziņojiet pakalpojumam.
error-csc-certificate-expired = Jūsu atslēgas sertifikāts parakstīšanas pakalpojumā ir beidzies. Nekas nav parakstīts.
    .cause = Ar to vairs neko nevar parakstīt.
    .next = Lūdziet parakstīšanas pakalpojumam jaunu vai izvēlieties citu atslēgu.
error-csc-fault = Parakstīšanas pakalpojums ziņoja par savu kļūmi. Nekas nav parakstīts.
    .cause = Tajā radās negaidīts stāvoklis.
    .next = Brīdi uzgaidiet un mēģiniet vēlreiz.
error-csc-not-offered = Parakstīšanas pakalpojumam nav parakstīšanai vajadzīgās funkcijas. Nekas nav parakstīts.
    .cause = Tas šo metodi nenodrošina.
    .next = Izvēlieties profilā citu parakstīšanas veidu, kas pakalpojumam ir.
error-csc-version = Parakstīšanas pakalpojums lieto citu saskarnes versiju nekā šī programma. Nekas nav parakstīts.
    .cause = Šī programma lieto Cloud Signature Consortium saskarnes 2. versiju.
    .next = Lūdziet parakstīšanas pakalpojumam 2. versijas adresi un savienojuma iestatītājam to ievadīt.
error-csc-entrance = Parakstīšanas pakalpojums nevienu neielaiž tā, kā norādīts profilā. Nekas nav parakstīts.
    .cause = Tas šādu pieteikšanās veidu neuzrāda.
    .next = Lūdziet savienojuma iestatītājam izvēlēties profilā pieteikšanās veidu, kas pakalpojumam ir.
error-csc-method-missing = Parakstīšanas pakalpojums neuzrāda funkciju, kas vajadzīga parakstīšanai. Nekas nav parakstīts.
    .cause = Ko tas neuzrāda, to neizsauc.
    .next = Izvēlieties profilā parakstīšanas veidu, kas pakalpojumam ir, vai vērsieties pakalpojumā.
error-csc-format = Parakstīšanas pakalpojums neveido pilnus parakstus PDF datnēm. Nekas nav parakstīts.
    .cause = Starp tā parakstu formātiem nav ne PAdES, ne atdalītā CAdES.
    .next = Lūdziet savienojuma iestatītājam ļaut pakalpojumam parakstīt jaucējvērtības (profilā signs = "hashes").
error-csc-level = Parakstīšanas pakalpojums neveido šī līmeņa pilnus parakstus. Nekas nav parakstīts.
    .cause = Starp līmeņiem, ko tas veido, šī nav.
    .next = Izvēlieties citu līmeni vai lūdziet savienojuma iestatītājam ļaut pakalpojumam parakstīt jaucējvērtības (profilā signs = "hashes").
error-csc-mode = Jūsu atslēgu parakstīšanas pakalpojumā atļauj lietot veidā, ko šī programma nepazīst. Nekas nav parakstīts.
    .cause = Pakalpojums nosauc atļaujas veidu, kura tā specifikācijā nav.
    .next = Vērsieties parakstīšanas pakalpojumā vai izvēlieties citu atslēgu.
error-csc-factors = Jūsu atslēga parakstīšanas pakalpojumā prasa pierādījumu, ko šeit nevar sniegt. Nekas nav parakstīts.
    .cause = Šī programma pazīst PIN kodus, paroles, vienreizējās paroles un apstiprināšanu citā ierīcē.
    .next = Lūdziet parakstīšanas pakalpojumam citu veidu vai izvēlieties citu atslēgu.
error-csc-certificate-revoked = Jūsu atslēgas sertifikāts parakstīšanas pakalpojumā ir atsaukts. Nekas nav parakstīts.
    .cause = Tā ziņo pakalpojums. To vairs nevar padarīt derīgu.
    .next = Lūdziet parakstīšanas pakalpojumam jaunu vai izvēlieties citu atslēgu.
error-csc-certificate-suspended = Jūsu atslēgas sertifikāta darbība parakstīšanas pakalpojumā ir apturēta. Nekas nav parakstīts.
    .cause = Tā ziņo pakalpojums. Kamēr darbība nav atjaunota, ar to neko nevar parakstīt.
    .next = Lūdziet parakstīšanas pakalpojumam atjaunot tā darbību vai izvēlieties citu atslēgu.
error-csc-unknown-error = Parakstīšanas pakalpojums atteica veidā, ko šī programma nepazīst. Nekas nav parakstīts.
    .cause = Tā specifikācija šādu kļūdu nemin.
    .next = Mēģiniet vēlreiz. Ja tas atkārtojas, atjauniniet programmu.
error-csc-state = Pārlūks atgriezās no lapas, ko šī programma neatvēra. Nekas nav parakstīts.
    .cause = Atnestais nepieder pie šīs parakstīšanas. Kāds, iespējams, mēģina iespraukt savu pieteikšanos.
    .next = Sāciet no jauna. Atļaujiet tikai to, ko pats sākāt.
error-csc-timed-out = Parakstīšanas pakalpojums laikus nesaņēma Jūsu atbildi. Nekas nav parakstīts.
    .cause = Lapa pārlūkā netika pabeigta, vai arī nekas netika apstiprināts citur.
    .next = Nosūtiet pieprasījumu vēlreiz un pabeidziet to pārlūkā vai savā ierīcē.
error-csc-no-credential = Jums parakstīšanas pakalpojumā nav atslēgas. Nekas nav parakstīts.
    .cause = Pakalpojums šai personai nevienu derīgu neuzrāda.
    .next = Iegūstiet to pakalpojumā vai piesakieties kā cita persona.
error-csc-insecure = Parakstīšanas pakalpojums norāda adresi bez šifrēšanas. Nekas nav parakstīts.
    .cause = Pieteikšanās un atļauja parakstīt tiek sūtīta ar TLS vai netiek sūtīta vispār.
    .next = Ziņojiet parakstīšanas pakalpojumam vai izlabojiet adresi profilā.
error-csc-elsewhere = Parakstīšanas pakalpojums sūta šo programmu pieteikties citur. Nekas nav parakstīts.
    .cause = Profils nosaka pakalpojuma atslēgas, bet nevienu šīs citas adreses atslēgu.
    .next = Ja adrese ir pareiza, lūdziet savienojuma iestatītājam pievienot profilam oauth-pins.
error-csc-several-credentials = Jums parakstīšanas pakalpojumā ir vairākas atslēgas: { $ids }. Nekas nav parakstīts.
    .cause = Netika norādīts, ar kuru no tām parakstīt.
    .next = Parakstiet vēlreiz un izvēlieties vienu vai nosauciet to profilā vai ar --credential.
error-csc-not-answered = Parakstīšanas pakalpojums vēlas zināt kaut ko, uz ko neviens neatbildēja. Nekas nav parakstīts.
    .cause = Šai atslēgai vajadzīgs PIN kods, parole vai vienreizējā parole.
    .next = Nosūtiet pieprasījumu vēlreiz un atbildiet uz to. Komandrinda jautā terminālī.
error-browser-no-return = Pārlūks nevarēja atgriezties šajā programmā. Nekas nav parakstīts.
    .cause = Tam neizdevās atvērt nevienu šī datora adresi.
    .next = Mēģiniet vēlreiz. Ja tas atkārtojas, traucē, iespējams, drošības programma.
error-browser-missing = Lapu neizdevās atvērt.
    .cause = Šajā datorā neatbild neviens pārlūks.
    .next = Uzstādiet pārlūku vai izvēlieties to sistēmas iestatījumos un mēģiniet vēlreiz.
error-nobody-known = Šajā datorā vairs neviens nav iegaumēts. Nekas nav parakstīts.
    .cause = Tas, kas parakstīja iepriekš, pa to laiku ir aizmirsts, varbūt citā logā.
    .next = Pasakiet, kas paraksta, un sāciet no jauna.
error-not-together = Šos dokumentus nevar parakstīt kopā.
    .cause = Vairākus dokumentus ar vienu atļauju un vienu atslēgu paraksta tikai parakstīšanas pakalpojums.
    .next = Parakstiet tos pa vienam vai izmantojiet --csc.

## What the service answered

error-not-found = Ar šiem datiem nav atrasts Smart-ID konts, ar ko var parakstīt.
    .cause = Valsts vai kods var būt ievadīts kļūdaini, vai arī ir tikai Smart-ID Basic konts, ar ko līgumus parakstīt nevar.
    .next = Pārbaudiet valsti un personas kodu.
error-service-refused = Šim datoram vai iestādei nav atļauts izmantot pakalpojumu.
    .cause = Pakalpojums nepieņēma pieprasītāju.
    .next = Vērsieties pie tā, kas Jums iestatīja šo savienojumu.
error-service-forbids = Šai iestādei nav atļauts to darīt ar pakalpojumu.
    .cause = Pakalpojums pazīst pieprasītāju, bet neatļauj šāda veida pieprasījumu.
    .next = Vērsieties pie tā, kas Jums iestatīja šo savienojumu.
error-see-app = Atveriet Smart-ID lietotni: tajā Jums ir ziņojums.
    .cause = Pakalpojums lūdz Jūs ielūkoties lietotnē vai pašapkalpošanās portālā.
    .next = Izlasiet ziņojumu lietotnē un mēģiniet vēlreiz.
error-client-too-old = Pitser šim pakalpojumam ir pārāk vecs.
    .cause = Smart-ID vairs neatbalsta saziņas veidu, ko izmanto šī versija.
    .next = Atjauniniet Pitser.
error-maintenance = Smart-ID pašlaik notiek apkope.
    .cause = Pakalpojumā tiek veikti apkopes darbi.
    .next = Kādu laiku uzgaidiet un mēģiniet vēlreiz.
error-too-many-requests = Pakalpojums pašlaik no šejienes vairāk pieprasījumu nepieņem.
    .cause = Tam tika jautāts biežāk, nekā tas kādam atļauj.
    .next = Uzgaidiet dažas minūtes un mēģiniet vēlreiz.
error-unavailable = Pakalpojums pašlaik nav pieejams.
    .cause = Pakalpojums atbildēja ar kļūdu.
    .next = Brīdi uzgaidiet un mēģiniet vēlreiz.
error-bad-request = Pakalpojums nesaprata pieprasījumu.
    .cause = Pakalpojums noraidīja pieprasījuma formu.
    .next = Pārbaudiet, vai ir Pitser atjauninājums. Zemāk redzamās detaļas palīdzēs kļūdas izpētē.
error-malformed-answer = Pakalpojuma atbildi nevarēja nolasīt.
    .cause = Saņemtais nav paredzētajā formātā.
    .next = Mēģiniet vēlreiz. Ja tas atkārtojas, pārbaudiet, vai ir Pitser atjauninājums.
error-answer-torn = Pakalpojuma atbilde ir nepilnīga.
    .cause = Tā beidzas vidū: kaut kas ceļā nelaida to cauri visu.
    .next = Mēģiniet vēlreiz; ja tas atkārtojas, citā tīklā.
error-unexpected-status = Pakalpojums sniedza atbildi, ko Pitser nepazīst.
    .cause = Pakalpojums var būt mainīts pēc šīs Pitser versijas izveides.
    .next = Mēģiniet vēlreiz. Ja tas atkārtojas, pārbaudiet, vai ir Pitser atjauninājums.
error-content-type = Pakalpojuma atbildi nevarēja nolasīt.
    .cause = Tā ir citāda veida, nekā paredzēts: tīkls var būt ielicis pa vidu savu lapu.
    .next = Pārbaudiet savienojumu tīmekļa pārlūkā un mēģiniet vēlreiz.
error-session-lost = Pakalpojums šo pieprasījumu vairs nepazīst. Nekas nav parakstīts.
    .cause = Tas ilga pārāk ilgi, vai arī pakalpojums to aizmirsa.
    .next = Sāciet vēlreiz.

## The way to the service

error-unreachable = Pakalpojumu nevar sasniegt.
    .cause = Var nebūt interneta savienojuma, vai arī to bloķē ugunsmūris.
    .next = Pārbaudiet savienojumu un mēģiniet vēlreiz.
error-connection-broken = Savienojums ar pakalpojumu pārtrūka.
    .cause = Tas beidzās, pirms bija saņemta visa atbilde.
    .next = Pārbaudiet savienojumu un mēģiniet vēlreiz.
error-host-unknown = Pakalpojuma adrese netika atrasta.
    .cause = Nav interneta savienojuma, vai arī nosaukums savienojuma profilā ir nepareizs.
    .next = Pārbaudiet savienojumu tīmekļa pārlūkā un mēģiniet vēlreiz.
error-service-timed-out = Pakalpojums neatbildēja laikā.
    .cause = Pakalpojums vai savienojums ar to pašlaik ir pārāk lēns.
    .next = Brīdi uzgaidiet un mēģiniet vēlreiz.
error-proxy-unreachable = Šī tīkla starpniekserveris nav sasniedzams.
    .cause = Adresē { $proxy } neviens neatbild: adrese var būt novecojusi vai dators ir citā tīklā.
    .next = Pārbaudiet starpniekserveri savienojuma profilā vai šī datora iestatījumos un mēģiniet vēlreiz.
error-proxy-login = Šī tīkla starpniekserveris prasa vārdu un paroli.
    .cause = { $proxy } nelaiž cauri nevienu, ko nepazīst, un vārds un parole tam netika norādīti.
    .next = Saglabājiet tos starpniekserverim, ko nosauc profils: logā vai ar pitser profile proxy-login NAME. Vai iestatiet PITSER_PROXY_LOGIN kā VĀRDS:PAROLE, vai lūdziet tīkla uzturētājam laist Pitser cauri.
error-proxy-login-name = Starpniekserverim nevar norādīt vārdu ar kolu.
    .cause = Kols beidz vārdu, un aiz tā sākas parole.
    .next = Ievadiet vārdu bez kola; parolē koli drīkst būt.
error-proxy-login-refused = Šī tīkla starpniekserveris nepieņem šo vārdu un paroli.
    .cause = { $proxy } saņēma vārdu un paroli, bet tos nepazīst: tie var būt nepareizi ierakstīti vai pa to laiku mainīti.
    .next = Saglabājiet starpniekserverim pareizos: logā vai ar pitser profile proxy-login NAME. Ja ir iestatīts PITSER_PROXY_LOGIN vai tie ir sistēmas starpniekservera adresē, izlabojiet tos tur.
error-proxy-login-variable = Mainīgajā PITSER_PROXY_LOGIN nav vārda un paroles. Nekas netika nosūtīts.
    .cause = Starp tiem nav kola, vai tas nav teksts UTF-8 kodējumā. { $proxy } nekas netika jautāts.
    .next = Iestatiet PITSER_PROXY_LOGIN kā VĀRDS:PAROLE. Vai noņemiet to: tad izmanto vārdu un paroli, kas šim starpniekserverim ir atslēgu glabātavā.
error-proxy-refused = Šī tīkla starpniekserveris nelaiž Pitser līdz pakalpojumam.
    .cause = { $proxy } atbildēja, bet neatvēra ceļu uz turieni. Tas var aizliegt šo adresi, to neatrast vai pats nedarboties pareizi.
    .next = Lūdziet tīkla uzturētājam atļaut { $host } vai pārbaudīt starpniekserveri.
error-proxy-untrusted = Šī tīkla starpniekservera sertifikāts nav uzticams. Nekas netika nosūtīts.
    .cause = Par { $proxy } negalvo neviens šim datoram zināms sertificētājs.
    .next = Pārbaudiet starpniekservera adresi savienojuma profilā. Ja tā ir pareiza, lūdziet tīkla uzturētājam pievienot sertificētāju šim datoram.
error-answer-too-large = Pakalpojuma atbilde bija pārāk liela. Tā netika nolasīta.
    .cause = Godīga atbilde nav tik gara: starp Jums un pakalpojumu var būt kāds cits.
    .next = Mēģiniet vēlreiz. Ja tas atkārtojas, vērsieties pie tīkla uzturētāja.
error-redirected = Pakalpojums norādīja uz citu vietu. Pitser tam nesekoja.
    .cause = Adrese savienojuma profilā var būt novecojusi, vai arī tīkls prasa vispirms pieteikties.
    .next = Pārbaudiet savienojumu tīmekļa pārlūkā un vērsieties pie tā, kas iestatīja šo savienojumu.
error-address-refused = Pakalpojuma adresi nevar izmantot.
    .cause = Savienojuma profilā ir adrese, kas nav atļauta.
    .next = Vērsieties pie tā, no kura saņēmāt profilu.
error-tls-pin-outdated = Pakalpojums uzrādīja citu atslēgu, nekā gaidīts. Nekas netika nosūtīts.
    .cause = Par to galvo zināms sertificētājs: pakalpojums var būt nomainījis atslēgu pēc šī savienojuma iestatīšanas.
    .next = Pārbaudiet, vai ir Pitser vai savienojuma profila atjauninājums. Bez tā neturpiniet.
error-tls-intercepted = Starp Jums un pakalpojumu ir kāds cits. Nekas netika nosūtīts.
    .cause = Ne atslēga, ne sertificētājs aiz tās nav pakalpojuma: tīkls, kas lasa līdzi, uzrāda savu.
    .next = Šajā tīklā neturpiniet. Lūdziet tīkla uzturētājam ļaut Pitser sasniegt pakalpojumu tieši.
error-tls-untrusted = Pakalpojuma sertifikāts nav uzticams. Nekas netika nosūtīts.
    .cause = Neizdevās pierādīt, ka savienojuma otrā galā ir pakalpojums.
    .next = Šajā tīklā neturpiniet. Mēģiniet vēlreiz citā tīklā.
error-clock-wrong = Šī datora pulkstenis ir nepareizs.
    .cause = Datora laiks neatbilst laikam, ko norāda pakalpojumi.
    .next = Iestatiet datumu un laiku, vislabāk automātiski, un mēģiniet vēlreiz.

## Answers that do not fit what was asked

error-certificate-mismatch = Atbildē ir cits sertifikāts, nevis tas, kuram paraksts veidots. Nekas netika saglabāts.
    .cause = Paraksts pieder citam sertifikātam, nevis iepriekš izvēlētajam.
    .next = Sāciet no sākuma. Ja tas atkārtojas, neturpiniet un ziņojiet par to.
error-wrong-person = Atbilde saņemta no citas personas. Nekas netika saglabāts.
    .cause = Sertifikātā nav personas koda, kas tika pieprasīts.
    .next = Pārbaudiet valsti un personas kodu un sāciet no sākuma.
error-wrong-document = Atbilde saņemta no cita Smart-ID konta. Nekas netika saglabāts.
    .cause = Tajā nosaukts cits konts, nevis tas, kam nosūtīts pieprasījums.
    .next = Sāciet no sākuma. Ja tas atkārtojas, neturpiniet un ziņojiet par to.
error-account-mismatch = Atbildē nosaukts citas personas Smart-ID konts. Nekas nav parakstīts.
    .cause = Atbildē esošais sertifikāts pieder vienai personai, bet konts, ar kuru būtu jāparaksta, – citai.
    .next = Sāciet no sākuma. Ja tas atkārtojas, neturpiniet un ziņojiet par to.
error-level-too-low = Ar šo Smart-ID kontu nevar parakstīt līgumus.
    .cause = Tā sertifikātam ir zemāks līmenis, nekā nepieciešams.
    .next = Reģistrējiet pilnvērtīgu Smart-ID kontu vai izmantojiet citu.
error-profile-mismatch = Šis sertifikāts nav paredzēts līgumu parakstīšanai.
    .cause = Tam trūkst kaut kā, kas ir kvalificēta paraksta sertifikātam.
    .next = Parakstiet citā veidā vai vērsieties pie izdevēja.
error-certificate-unreadable = Sertifikātu nevarēja nolasīt.
    .cause = Tas nav standartos prasītajā formā.
    .next = Mēģiniet vēlreiz. Ja tas atkārtojas, ziņojiet par to.
error-weak-parameters = Paraksts izveidots ar citiem parametriem, nekā tika pieprasīts. Nekas netika saglabāts.
    .cause = Tie var būt vājāki par pieprasītajiem.
    .next = Mēģiniet vēlreiz. Ja tas atkārtojas, ziņojiet par to.
error-algorithm = Profils prasa tādu parakstu, kādu šeit nevar izveidot. Nekas nav parakstīts.
    .cause = Šī atslēga vai pakalpojums neveido parakstus ar jaucējalgoritmu un shēmu, ko norāda profils.
    .next = Lūdziet savienojuma iestatītājam izvēlēties profilā citu jaucējalgoritmu vai shēmu.
error-signature-invalid = Saņemtais paraksts neatbilst dokumentam. Nekas netika saglabāts.
    .cause = Tā vērtība neatbilst parakstītāja sertifikātam.
    .next = Sāciet no sākuma. Ja tas atkārtojas, neturpiniet un ziņojiet par to.
error-unexpected-flow = Pieprasījums apstiprināts veidā, kas netika piedāvāts. Nekas netika saglabāts.
    .cause = Atbildē nosaukts cits ceļš, nevis šeit sāktais.
    .next = Sāciet no sākuma. Ja to nesākāt Jūs, neapstipriniet.
error-unexpected-interaction = Tālrunis rādīja citu ekrānu, nevis pieprasīto. Nekas netika saglabāts.
    .cause = Atbildē nosaukts ekrāns, kas netika piedāvāts.
    .next = Sāciet no sākuma. Ja tas atkārtojas, ziņojiet par to.
error-certificate-revoked = Sertifikāts ir atsaukts. Nekas nav parakstīts.
    .cause = Izdevējs to ir neatgriezeniski atsaucis: ar to vairs neko nevar parakstīt.
    .next = Parakstiet ar citu sertifikātu vai saņemiet no izdevēja jaunu.
error-certificate-suspended = Sertifikāta darbība ir apturēta. Nekas nav parakstīts.
    .cause = Izdevējs to uz laiku ir apturējis.
    .next = Lūdziet izdevējam atjaunot tā darbību vai parakstiet ar citu sertifikātu.
error-certificate-expired = Sertifikāta derīguma termiņš ir beidzies. Nekas nav parakstīts.
    .cause = Ar to tagad izveidots paraksts nebūtu derīgs.
    .next = Parakstiet ar citu sertifikātu vai lūdziet izdevējam to atjaunot.
error-certificate-not-yet-valid = Sertifikāts vēl nav derīgs. Nekas nav parakstīts.
    .cause = Tā derīguma termiņš sākas vēlāk, vai arī šī datora pulkstenis atpaliek.
    .next = Pārbaudiet datora pulksteni vai uzgaidiet, līdz termiņš sākas.
error-certificate-not-for-signing = Šis sertifikāts nav paredzēts parakstīšanai. Nekas nav parakstīts.
    .cause = Tas ir domāts pieteikšanās vai citam mērķim: atslēgas lietojumā nav parakstīšanas.
    .next = Parakstiet ar citu sertifikātu vai vērsieties pie izdevēja.
error-certificate-not-usable = Šo sertifikātu nevar izmantot līgumu parakstīšanai.
    .cause = Tā ķēde līdz uzticamam izdevējam vai kaut kas, kam parakstīšanas sertifikātā jābūt, nav derīgs.
    .next = Parakstiet ar citu sertifikātu vai vērsieties pie izdevēja.

## Services beside the one that signs: time-stamps, the fate of certificates, issuers

service-asked =
    { $asked ->
        [ocsp] Sertifikātu statusa pakalpojums
        [crl] Atsaukšanas saraksta serveris
        [issuer] Izdevēja sertifikāta serveris
       *[timestamp] Laika zīmogu pakalpojums
    }
service-csc = Parakstīšanas pakalpojums laika zīmogu neizsniedza.
service-why =
    { $why ->
        [tsp-rejection] Laika zīmogu pakalpojums noraidīja pieprasījumu un nepateica, kāpēc.
        [tsp-bad-alg] Laika zīmogu pakalpojums nepieņem šo jaucējfunkciju.
        [tsp-bad-request] Laika zīmogu pakalpojums neatļauj šāda veida pieprasījumus.
        [tsp-bad-data-format] Laika zīmogu pakalpojums ziņo, ka pieprasījumam ir nepareiza forma.
        [tsp-time-not-available] Laika zīmogu pakalpojumam pašlaik nav laika avota.
        [tsp-unaccepted-policy] Laika zīmogu pakalpojums neizsniedz zīmogus pēc politikas, ko prasa savienojuma profils.
        [tsp-unaccepted-extension] Laika zīmogu pakalpojums neatbalsta pieprasījuma paplašinājumu.
        [tsp-add-info-not-available] Laika zīmogu pakalpojumam nav prasītās papildu informācijas.
        [tsp-system-failure] Laika zīmogu pakalpojumā radās kļūme: par to tas ziņoja pats.
        [tsp-waiting] Laika zīmogu pakalpojums atlika pieprasījumu un zīmogu vēl nav izveidojis.
        [tsp-revocation-warning] Laika zīmogu pakalpojums brīdina, ka tā sertifikāts drīz tiks atsaukts.
        [tsp-revocation-notification] Laika zīmogu pakalpojums ziņo, ka tā sertifikāts ir atsaukts.
        [tsp-status-unknown] Laika zīmogu pakalpojums atbildēja ar stāvokli, kura tā standartā nav.
        [policy-mismatch] Laika zīmogs ir izsniegts pēc citas politikas nekā tā, ko prasa savienojuma profils.
        [tsa-clock-wrong] Laika zīmogu pakalpojuma pulkstenis ir nepareizs par { $minutes } min.
        [clocks-differ] Laika zīmogu pakalpojuma norādītais laiks no šī datora laika atšķiras par { $minutes } min.
        [imprint-mismatch] { error-imprint-mismatch.cause }
        [nonce-mismatch] { error-nonce-mismatch.cause }
        [answer-invalid] { service-asked } sniedza atbildi, ko nevar nolasīt vai kuras paraksts nav derīgs.
        [ocsp-malformed-request] Sertifikātu statusa pakalpojums ziņo, ka pieprasījumam ir nepareiza forma.
        [ocsp-internal-error] Sertifikātu statusa pakalpojumā radās kļūme: par to tas ziņoja pats.
        [ocsp-try-later] Sertifikātu statusa pakalpojums lūdz jautāt vēlāk.
        [ocsp-sig-required] Sertifikātu statusa pakalpojums atbild tikai uz parakstītiem pieprasījumiem.
        [ocsp-unauthorized] Sertifikātu statusa pakalpojums uz šo jautājumu neatbild vai neatbild mums.
        [ocsp-status-unknown] Sertifikātu statusa pakalpojums atbildēja ar stāvokli, kura tā standartā nav.
        [not-covered] { service-asked } par šo sertifikātu neko nepateica.
        [crl-scope] Atsaukšanas saraksts attiecas uz citiem sertifikātiem.
        [not-of-now] { service-asked } sniedza atbildi, kas nav no šī brīža.
        [not-the-issuer] Atrastais sertifikāts nav izdevēja sertifikāts.
        [certificate-unreadable] To, kas atrasts izdevēja sertifikāta vietā, nevar nolasīt.
        [no-address] Sertifikātā nav teikts, kur to varētu noskaidrot.
        [none-named] Laika zīmogu pakalpojums nav norādīts.
        [too-much] Būtu bijis jājautā pārāk daudz vai pārāk ilgi.
        [nothing-said] Neviens to nevarēja pateikt.
        [nothing-there] { service-asked } šajā adresē neko nepiedāvā.
        [service-refused] { service-asked } neielaiž šo datoru vai iestādi.
        [service-forbids] { service-asked } to aizliedz: iespējams, ar šo iestādi nav līguma.
        [too-many-requests] { service-asked } saņēma vairāk pieprasījumu, nekā kādam atļauj.
        [unavailable] { service-asked } pašlaik nav pieejams.
        [bad-request] { service-asked } nesaprata pieprasījumu.
        [unexpected-status] { service-asked } sniedza atbildi, ko Pitser nepazīst.
        [content-type] { service-asked } sniedza citāda veida atbildi, nekā paredzēts: tīkls var būt ielicis pa vidu savu lapu.
        [answer-too-large] { service-asked } sniedza pārāk lielu atbildi.
        [malformed-answer] { service-asked } sniedza atbildi, kurai nav paredzētās formas.
        [answer-torn] { service-asked } sniedza atbildi, kas pārtrūkst pusceļā.
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
       *[other] { service-asked } neatbildēja pareizi.
    }
service-next =
    { $step ->
        [again] Mēģiniet vēlreiz. Ja tas atkārtojas, ziņojiet pakalpojumam.
        [clock] Pārbaudiet šī datora datumu un laiku. Ja tie ir pareizi, ziņojiet pakalpojumam.
        [connection] Pārbaudiet savienojumu tīmekļa pārlūkā un mēģiniet vēlreiz.
        [name] Norādiet laika zīmogu pakalpojumu savienojuma profilā vai ar --tsa.
        [settings] Lūdziet savienojuma iestatītājam to novērst un mēģiniet vēlreiz.
        [update] Pārbaudiet, vai ir Pitser atjauninājums. Zemāk redzamās detaļas palīdzēs kļūdas izpētē.
       *[later] Mēģiniet vēlreiz, kad pakalpojums atkal darbosies.
    }
service-next-kept =
    { $step ->
        [again] Pabeidziet parakstu. Ja tas atkārtojas, ziņojiet pakalpojumam. Vēlreiz apstiprināt nevajag.
        [clock] Pārbaudiet šī datora datumu un laiku un tad pabeidziet parakstu. Vēlreiz apstiprināt nevajag.
        [connection] Pārbaudiet savienojumu tīmekļa pārlūkā un tad pabeidziet parakstu. Vēlreiz apstiprināt nevajag.
        [name] Norādiet laika zīmogu pakalpojumu savienojuma profilā un tad pabeidziet parakstu. Vēlreiz apstiprināt nevajag.
        [settings] Lūdziet savienojuma iestatītājam to novērst un tad pabeidziet parakstu. Vēlreiz apstiprināt nevajag.
        [update] Pārbaudiet, vai ir Pitser atjauninājums, un tad pabeidziet parakstu. Vēlreiz apstiprināt nevajag.
       *[later] Pabeidziet parakstu, kad pakalpojums atkal darbosies. Vēlreiz apstiprināt nevajag.
    }
error-imprint-mismatch = Laika zīmogs nepieder pie šī paraksta.
    .cause = Pakalpojums apzīmogoja kaut ko citu, nekā tam tika nosūtīts.
    .next = Mēģiniet vēlreiz. Ja tas atkārtojas, ziņojiet pakalpojumam.
error-nonce-mismatch = Atbilde nepieder pie šī jautājuma.
    .cause = Saņemta atbilde uz citu jautājumu, nevis to, kas tika uzdots.
    .next = Mēģiniet vēlreiz. Ja tas atkārtojas, ziņojiet pakalpojumam.

## After PIN2: nothing is lost

error-timestamp-unavailable = Laika zīmogu neizdevās saņemt. Jūsu paraksts ir saglabāts.
    .cause = { service-why }
    .next = { service-next-kept }
error-revocation-unavailable = Neizdevās saņemt pierādījumu, ka Jūsu sertifikāts ir derīgs. Jūsu paraksts ir saglabāts.
    .cause = { service-why }
    .next = { service-next-kept }
error-value-lost = Jūsu paraksts tika saņemts, bet to neizdevās saglabāt. Nekas netika saglabāts.
    .cause = Diskā nevarēja ierakstīt ne parakstīto dokumentu, ne ierakstu, pēc kura parakstu varētu pabeigt.
    .next = Atbrīvojiet vietu diskā un parakstiet vēlreiz. Būs jāapstiprina vēlreiz.
error-no-timestamp = Laika zīmogu neizdevās saņemt. Nekas netika saglabāts.
    .cause = { service-why }
    .next = { service-next }
error-no-revocation-proof = Neizdevās saņemt pierādījumu, ka sertifikāts ir derīgs. Nekas netika saglabāts.
    .cause = { service-why }
    .next = { service-next }
error-certificate-status-unknown = Neizdevās noskaidrot, vai Jūsu sertifikāts vēl ir derīgs. Nekas nav parakstīts.
    .cause = { service-why }
    .next = { service-next }
error-output-folder-missing = Parakstītās datnes mapes nav. Nekas nav parakstīts.
    .cause = Tās nosaukumā var būt kļūda, vai arī tā ir pārvietota vai dzēsta.
    .next = Izveidojiet mapi vai izvēlieties citu.
error-not-valid = Gatavais dokuments neizturēja mūsu pašu pārbaudi. Nekas netika saglabāts.
    .cause = Pirms saglabāšanas dokuments tika nolasīts vēlreiz, un paraksts tajā nav derīgs.
    .next = Sāciet no sākuma. Paturētais paraksts tiks izmēģināts vēl vienu reizi, un tad tiks lūgts jauns. Ja tas atkārtojas, ziņojiet par to.
error-no-such-entry = Šī nepabeigtā paraksta vairs nav.
    .cause = Tas pa šo laiku ir pabeigts vai atmests.
    .next = Atveriet dokumentu un apskatiet, vai tas ir parakstīts.

## The file

error-not-a-pdf = Tas nav PDF.
    .cause = Datne nesākas tā, kā sākas PDF, lai kāds būtu tās nosaukums.
    .next = Izvēlieties citu datni.
error-empty-file = Šī datne ir tukša.
    .cause = Tajā nav neviena baita. Iespējams, tā nav lejupielādēta pilnībā.
    .next = Iegūstiet datni vēlreiz vai izvēlieties citu.
error-truncated = Šī datne ir nepilnīga.
    .cause = Trūkst tās beigu. Iespējams, tā nav lejupielādēta pilnībā.
    .next = Iegūstiet datni vēlreiz vai izvēlieties citu.
error-damaged = Šī datne ir bojāta.
    .cause = Tās iekšējai uzbūvei nevar izsekot. Citas programmas var minēt, bet parakstāmo minēt nedrīkst.
    .next = Saglabājiet to no jauna programmā, no kuras tā nāk, vai izvēlieties citu datni.
error-needs-repair = Šī datne ir bojāta. To var lasīt, bet ne parakstīt.
    .cause = To var lasīt tikai minot, kā tā bija domāta, un citas programmas var minēt citādi. Parakstāmo minēt nedrīkst.
    .next = Saglabājiet to no jauna ar programmu, kas to izveidoja, un parakstiet šo datni.
error-password-needed = Šis PDF ir aizsargāts ar paroli.
    .cause = Bez paroles to nevar ne lasīt, ne parakstīt.
    .next = Norādiet paroli vai izvēlieties citu datni.
error-wrong-password = Šī parole dokumentu neatver.
    .cause = Tā nav ne lasīšanas, ne īpašnieka parole. Lielie un mazie burti atšķiras.
    .next = Mēģiniet vēlreiz vai jautājiet dokumenta sūtītājam.
error-not-permitted = Dokumenta aizsardzība neļauj to parakstīt.
    .cause = Tas, kas aizsargāja dokumentu ar paroli, lasītājiem šādas tiesības nedeva.
    .next = Norādiet īpašnieka paroli vai lūdziet versiju, ko var parakstīt.
error-locked = Šis dokuments vairs nepieļauj nevienu parakstu.
    .cause = Kāds paraksts tajā aizliedz jebkādas izmaiņas.
    .next = Lūdziet sūtītājam versiju, ko var parakstīt.
error-field-direct = Šo paraksta lauku nevar parakstīt.
    .cause = Tas ir ierakstīts cita datnes objekta iekšpusē, un parakstīšana mainītu to, kas ir apkārt.
    .next = Parakstiet, nenorādot lauku, vai saglabājiet veidlapu no jauna.
error-field-exists = Lauks ar šādu nosaukumu jau ir.
    .cause = Jaunam laukam vajadzīgs savs nosaukums.
    .next = Izvēlieties citu nosaukumu vai nenorādiet nekādu.
error-field-locked = Šo lauku vairs nevar parakstīt.
    .cause = To bloķē agrāks paraksts.
    .next = Parakstiet citā laukā vai lūdziet sūtītājam versiju, ko var parakstīt.
error-field-missing = Paraksta lauka ar šādu nosaukumu nav.
    .cause = Šāda nosaukuma veidlapā nav, vai arī tur tas ir rakstīts citādi.
    .next = Apskatiet nosaukumus ar pitser fields.
error-field-other = Šis lauks nav paredzēts parakstam.
    .cause = Veidlapā tas ir kam citam.
    .next = Apskatiet paraksta laukus ar pitser fields.
error-field-signed = Šis lauks jau ir parakstīts.
    .cause = Paraksta laukā ir vieta vienam parakstam.
    .next = Parakstiet citā laukā.
error-lock-missing = Šo lauku vairs nevar parakstīt tā, kā tas prasa.
    .cause = Tas prasa bloķēt dokumentu, bet bloķēšana būtu jāpievieno pēc agrākiem parakstiem, kas to aizliedz.
    .next = Lūdziet sūtītājam versiju, ko var parakstīt.
error-not-first = Šo dokumentu vairs nevar sertificēt.
    .cause = Sertificējošajam parakstam jābūt pirmajam, bet šim dokumentam jau ir paraksts.
    .next = Parakstiet to bez sertificēšanas.
error-no-such-page = Šādas lappuses dokumentā nav. Nekas nav parakstīts.
    .cause = Zīmogs pasūtīts lappusē, kuras dokumentā nav.
    .next = Norādiet esošas lappuses numuru, skaitot no 1.
error-page-not-drawn = Kādu lappusi nevarēja apskatīt, lai atrastu vietu zīmogam. Nekas nav parakstīts.
    .cause = Lappuses attēlošana neizdevās.
    .next = Norādiet vietu ar lappusi un taisnstūri vai parakstiet bez zīmoga.
error-seal-character = Zīmogā nevar parādīt kādu no vajadzīgajām rakstzīmēm. Nekas nav parakstīts.
    .cause = Zīmogu fontā tādas nav, to nevar redzēt, vai arī tā izskatās kā pārbaudes rezultāts.
    .next = Izlaidiet šo rakstzīmi zīmoga tekstā vai parakstiet bez zīmoga.
error-seal-figures = Ar šādiem skaitļiem nevar norādīt vietu vai izmēru.
    .cause = Taisnstūris ir četri ar komatiem atdalīti skaitļi, izmērs – divi; visi ir punktos.
    .next = Taisnstūri rakstiet kā 50,700,200,72, izmēru kā 200,72.
error-seal-forbidden = Kāds paraksts šajā dokumentā neļauj tā lappusēs likt jaunu zīmogu. Nekas nav parakstīts.
    .cause = Dokuments ir sertificēts: to drīkst parakstīt, bet tikai neredzami vai esošā laukā.
    .next = Parakstiet bez zīmoga vai kādā no dokumenta laukiem.
error-seal-no-place = Zīmogam nav atrasta vieta. Nekas nav parakstīts.
    .cause = Teksts nav atrasts nevienā lappusē, vai arī pēdējās lappusēs nav pietiekami lielas brīvas vietas.
    .next = Norādiet vietu ar lappusi un taisnstūri, samaziniet zīmogu vai parakstiet bez zīmoga.
error-seal-outside = Zīmogs nebūtu lappusē. Nekas nav parakstīts.
    .cause = Taisnstūris sniedzas pāri parādītās lappuses malai.
    .next = Norādiet taisnstūri, kas ir lappusē: punkti no augšējā kreisā stūra, tad platums un augstums.
error-seal-picture = Zīmoga attēlu nevar izmantot. Nekas nav parakstīts.
    .cause = To nevar nolasīt, tas ir pārāk liels vai neder zīmogam: der PNG, JPEG vai SVG bez teksta.
    .next = Saglabājiet to no jauna kā PNG vai parakstiet bez attēla.
error-seal-too-small = Zīmogs ir pārāk mazs savam saturam. Nekas nav parakstīts.
    .cause = Neietilpst pat vismazākais teksts, ko var izlasīt uz papīra.
    .next = Palieliniet zīmogu vai samaziniet tā tekstu.
error-no-permission = Šo datni nav atļauts lasīt.
    .cause = Operētājsistēma Jums to liedz.
    .next = Lūdziet piekļuvi vai izvēlieties citu datni.
error-file-missing = Datnes nav.
    .cause = Tā var būt pārvietota, pārdēvēta vai dzēsta.
    .next = Izvēlieties datni vēlreiz.
error-not-a-file = Tā nav datne.
    .cause = Tā var būt mape vai ierīce.
    .next = Izvēlieties PDF datni.
error-file-other = Datni nevarēja nolasīt.
    .cause = Disks vai tīkla disks ziņoja par kļūdu.
    .next = Mēģiniet vēlreiz vai vispirms pārkopējiet datni uz šo datoru.
error-unreadable = Datni nevarēja nolasīt līdz galam.
    .cause = Disks vai tīkla disks ziņoja par kļūdu, vai arī datne pa to laiku kļuva īsāka.
    .next = Pārkopējiet datni uz šo datoru un atveriet to vēlreiz.
error-contents-too-small = Paraksts ir garāks par tam atstāto vietu. Nekas netika saglabāts.
    .cause = Laika zīmogs vai sertifikāts ir daudz lielāks par iepriekš izmēģināto.
    .next = Parakstiet vēlreiz. Paturētais paraksts tiks izmēģināts vēl vienu reizi; ja tas joprojām neietilps, tiks lūgts jauns, kam atstās vairāk vietas.
error-file-changed = Dokuments pa to laiku ir mainīts. Nekas nav parakstīts.
    .cause = Datne diskā vairs nav tā, ko redzat šeit.
    .next = Atveriet to vēlreiz un izlasiet, kas tajā tagad rakstīts.
error-too-large = Šī datne pārsniedz to, ko ir droši lasīt.
    .cause = Tajā ir vairāk vai dziļāk ligzdots nekā jebkurā īstā dokumentā.
    .next = Izvēlieties citu datni.
error-encryption-unsupported = Šis PDF ir šifrēts tā, ka Pitser to neatver.
    .cause = Tas ir šifrēts noteiktu sertifikātu turētājiem vai ar metodi, kas netiek atbalstīta.
    .next = Atveriet to ar programmu, kas pazīst šo šifrējumu. Ja datne ir parakstīta, pārbaudiet to tur: saglabājot no jauna, paraksti zustu.
error-unsupported = Šajā PDF ir kaut kas, ko Pitser nevar parakstīt.
    .cause = Tajā izmantota formāta iespēja, kas netiek atbalstīta.
    .next = Saglabājiet to no jauna kā parastu PDF vai izvēlieties citu datni.

## What a signature field demands

error-demand-appearance = Lauks prasa noteiktu izskatu. Nekas nav parakstīts.
    .cause = Izskats ar nosaukumu { $wanted } ir citas programmas ziņā.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-digest = Lauks prasa citu jaucējfunkciju. Nekas nav parakstīts.
    .cause = Atļauts: { $wanted }; paraksts tiktu veidots ar { $ordered }.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-filter = Lauks prasa citas programmas parakstu. Nekas nav parakstīts.
    .cause = Atļauti tikai apstrādātāja { $wanted } paraksti.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-issuer = Lauks prasa cita izdevēja sertifikātu. Nekas nav parakstīts.
    .cause = Atļauts: { $wanted }; Jūsu sertifikāta izdevējs ir { $ordered }.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-key-usage = Lauks prasa sertifikātu citam lietojumam. Nekas nav parakstīts.
    .cause = Atļautais atslēgas lietojums: { $wanted }; Jūsu sertifikātam: { $ordered }.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-kind = Lauks prasa cita veida parakstu. Nekas nav parakstīts.
    .cause = Lauka mērķis: { $wanted }; pasūtīts: { $ordered }.
    .next = Norādiet --certify ar to, kam lauks paredzēts, vai parastam parakstam to izlaidiet; vai arī parakstiet citā laukā.
error-demand-legal-attestation = Lauks prasa juridisku apliecinājumu. Nekas nav parakstīts.
    .cause = Apliecinājums būtu: { $wanted }
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-lock-document = Lauks prasa citu bloķēšanu. Nekas nav parakstīts.
    .cause = Pēc tam dokumentā jābūt atļautam: { $wanted }; pasūtīts: { $ordered }.
    .next = Mainiet, ko atļauj sertificēšana, vai parakstiet citā laukā.
error-demand-policy = Lauks prasa sertifikātu ar citu politiku. Nekas nav parakstīts.
    .cause = Atļauts: { $wanted }; Jūsu sertifikātam: { $ordered }.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-reason = Lauks prasa iemeslu no sava saraksta. Nekas nav parakstīts.
    .cause = Atļauts: { $wanted }; norādīts: “{ $ordered }”.
    .next = Norādiet vienu no šiem iemesliem vai, ja izvēles nav, nenorādiet nekādu.
error-demand-revocation-inside = Lauks prasa sertifikāta statusa pierādījumu paraksta iekšpusē. Nekas nav parakstīts.
    .cause = Pēc Eiropas standarta tas atrodas līdzās parakstam un nedrīkst būt tā iekšpusē.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-signature-policy = Lauks prasa paraksta politiku. Nekas nav parakstīts.
    .cause = Politika: { $wanted }.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-sub-filter = Lauks prasa parakstu citā kodējumā. Nekas nav parakstīts.
    .cause = Atļauti tikai kodējumi { $wanted }.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-subject = Lauks prasa noteiktu sertifikātu. Nekas nav parakstīts.
    .cause = Atļauts: { $wanted }; Jūsu: { $ordered }.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-subject-name = Lauks prasa kāda cita sertifikātu. Nekas nav parakstīts.
    .cause = Atļauts tikai sertifikāts, kurā ir { $wanted }; Jūsu: { $ordered }.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.
error-demand-timestamp = Lauks prasa laika zīmogu. Nekas nav parakstīts.
    .cause = Pasūtītajā līmenī tā nav.
    .next = Pasūtiet līmeni b-t vai augstāku.
error-demand-version = Lauks prasa kaut ko jaunāku. Nekas nav parakstīts.
    .cause = Tā prasības rakstītas versijai { $wanted }, ko šeit nepazīst.
    .next = Parakstiet citā laukā vai jautājiet veidlapas autoram.

## The place of the signed file

error-read-only-folder = Parakstīto datni šajā mapē nevar saglabāt.
    .cause = Mapē nevar pievienot jaunas datnes.
    .next = Izvēlieties parakstītajai datnei citu mapi.
error-disk-full = Disks ir pilns. Nekas nav zudis.
    .cause = Jaunajai datnei nav vietas.
    .next = Atbrīvojiet vietu diskā un tad pabeidziet vai mēģiniet vēlreiz.
error-output-exists = Datne ar šādu nosaukumu jau ir.
    .cause = Pitser nevienu datni nepārraksta bez prasīšanas.
    .next = Izvēlieties parakstītajai datnei citu nosaukumu.
error-output-is-document = Jaunā datne aizstātu pašu dokumentu.
    .cause = Pitser oriģinālu nekad nemaina.
    .next = Izvēlieties jaunajai datnei citu nosaukumu.
error-write-failed = Parakstīto datni nevarēja saglabāt.
    .cause = Disks vai tīkla disks ziņoja par kļūdu.
    .next = Izvēlieties parakstītajai datnei citu mapi.

## What was typed

error-document-number-form = Tas nav Smart-ID dokumenta numurs.
    .cause = Tas nav paredzētajā formātā.
    .next = Pārbaudiet dokumenta numuru.
error-phone-number-form = Tas nav tālruņa numurs, kuram var būt Mobile-ID.
    .cause = Tas nav Igaunijas vai Lietuvas mobilais numurs ar valsts kodu kā +37200000766.
    .next = Pārbaudiet tālruņa numuru.
error-country-form = Šis pakalpojums šajā valstī nav pieejams.
    .cause = Izvēlēties var tikai Igauniju, Latviju un Lietuvu.
    .next = Pārbaudiet valsti un personas kodu.
error-code-form = Tas nav šīs valsts personas kods.
    .cause = Tas ir citā formātā nekā šīs valsts kodi, vai arī tāda dzimšanas datuma nav.
    .next = Pārbaudiet valsti un personas kodu.
error-code-checksum = Personas kodā ir drukas kļūda.
    .cause = Pēdējais cipars neatbilst pārējiem.
    .next = Pārbaudiet valsti un personas kodu.
error-identifier-form = Tas nenosauc personu.
    .cause = Valsts un personas kods nav formā kā PNOEE-40504040001.
    .next = Pārbaudiet valsti un personas kodu.
error-profile = Savienojuma profilu nevar izmantot.
    .cause = Tā datnē kaut kā trūkst, vai arī teikts kas neiespējams.
    .next = Vērsieties pie tā, no kura saņēmāt profilu.
error-profile-value = Savienojuma profilu nevar izmantot.
    .cause = { profile-at }{ $place }: { profile-fault }
    .next = Vērsieties pie tā, no kura saņēmāt profilu.
error-profile-syntax = Savienojuma profilu nevar izmantot.
    .cause = { profile-at }{ profile-syntax }
    .next = Vērsieties pie tā, no kura saņēmāt profilu, vai skatiet, kā profilu raksta: pitser profile schema
profile-at =
    { $where ->
        [none] {""}
       *[line] { $line }. rinda,{" "}
    }
profile-syntax =
    { $fault ->
        [unknown-key] { $name }: šāda iestatījuma te nav.
        [missing-key] { $name }: šī iestatījuma trūkst.
        [twice] { $name }: tas norādīts divreiz.
        [type] { $name }: vērtība nav pareizā veida (teksts pēdiņās, skaitlis, true vai false, saraksts).
        [value] { $name }: šāda vērtība te neder.
       *[syntax] tas nav TOML: iespējams, trūkst pēdiņu, vienādības zīmes vai iekavas, vai arī kāda no tām ir lieka.
    }
profile-fault =
    { $fault ->
        [not-https] tā nav https adrese.
        [address-end] adreses beigās nedrīkst būt slīpsvītra, /v2 vai /v3, un adresē nedrīkst būt zīmes ? un #.
        [csc-end] adreses beigās jābūt /csc/v2.
        [not-an-address] tā nav tīmekļa adrese.
        [name-empty] trūkst nosaukuma.
        [name-too-long] Smart-ID API 2. versijā nosaukums drīkst būt līdz 32 baitiem garš.
        [pins-missing] nav atļauta neviena atslēga, tāpēc savienojums netiktu izveidots.
        [pin-form] atslēgu raksta kā sha256// un 32 baitus Base64 formā.
        [uuid-form] tas nav UUID.
        [uuid-capitals] Mobile-ID UUID jāraksta ar mazajiem burtiem.
        [csc-missing] profilā nav attālās parakstīšanas pakalpojuma (csc).
        [no-pem] te nav sertifikātu PEM formātā.
        [digest-not-signed] pakalpojums neveido parakstus ar šo jaucējalgoritmu.
        [certificate] šeit esošo sertifikātu nevar nolasīt.
        [no-anchor] nav norādīts neviens uzticams sertifikāts.
        [country] valsts ir EE, LV vai LT.
        [language] valoda ir trīs mazie burti, piemēram, eng (ISO 639-2).
        [scheme-name] nosaukuma trūkst vai tajā ir zīme |.
        [capabilities] katrs ir viens vārds bez atstarpēm.
        [scheme-of-v2] Smart-ID API 2. versija veido tikai RSASSA-PKCS1 parakstus.
        [asks-of-v2] Smart-ID API 2. versijā nav QR kodu, tāpēc nevienam nevarētu jautāt.
        [size] izmērs ir par nulli lielāks punktu skaits.
       *[other] šo vērtību nevar izmantot.
    }
error-profile-not-text = Datne nav teksts UTF-8 kodējumā.
    .cause = { $line }. rindā ir zīmes citā kodējumā.
    .next = Saglabājiet datni teksta redaktorā UTF-8 kodējumā un mēģiniet vēlreiz.
error-profile-too-large = Datne ir pārāk liela, lai būtu savienojuma profils.
    .cause = Profils ir ne lielāks par { $kilobytes } kB.
    .next = Pārbaudiet, kura datne tika norādīta.
error-profile-secret = Profilā ir noslēpums, kuram tur nav vietas.
    .cause = Profils ir datnē un tiek nodots tālāk, un parakstīšanas pakalpojuma klienta noslēpums ietu līdzi.
    .next = Izņemiet to no datnes un tad glabājiet atslēgu glabātavā: pitser profile secret NAME
error-profile-missing = Profila ar šādu nosaukumu nav.
    .cause = Tas nav ne šajā datorā glabāts profils, ne nolasāma datne.
    .next = Pārbaudiet --profile vērtību. Skatiet: pitser profile list
error-profile-lock = Nevar nolasīt, ko šajā datorā atļauj pārvaldnieks.
    .cause = Datne { $path } nav kārtībā, tāpēc nedrīkst izmantot nevienu savienojuma profilu.
    .next = Palūdziet pārvaldniekam to izlabot.
error-profile-locked = Šo savienojuma profilu šajā datorā izmantot nedrīkst.
    .cause = Datora pārvaldnieks atļauj tikai noteiktus profilus.
    .next = Izvēlieties kādu no atļautajiem vai vērsieties pie pārvaldnieka.
error-other-profile = Šis paraksts tika sākts ar citu savienojuma profilu.
    .cause = Tam vajadzīgi tā profila pakalpojumi un uzticība, ar kuru tas tika sākts.
    .next = Palaidiet Pitser ar šo profilu un pabeidziet parakstu tur.
error-address = Kādu adresi savienojuma profilā nevar izmantot.
    .cause = Tai nav tīmekļa adreses formas.
    .next = Vērsieties pie tā, no kura saņēmāt profilu.
error-interaction = Tālrunim paredzēto tekstu tur nevar parādīt.
    .cause = Tas ir garāks, nekā tālrunis var parādīt, vai tukšs.
    .next = Dodiet datnei īsāku nosaukumu un mēģiniet vēlreiz.
error-link-too-long = QR koda saturs būtu pārāk garš.
    .cause = Tālrunim paredzētais teksts vai nosaukums savienojuma profilā ir pārāk garš.
    .next = Dodiet datnei īsāku nosaukumu un mēģiniet vēlreiz.
error-nonce-form = Pitser darbībā radās kļūda. Nekas netika nosūtīts.
    .cause = Nejauša vērtība nebija paredzētajā formātā.
    .next = Mēģiniet vēlreiz. Ja tas atkārtojas, ziņojiet par to.

## The program

error-cancelled = Atcelts. Nekas nav parakstīts.
    .cause = Jūs to apturējāt šeit.
    .next = Sāciet vēlreiz, kad vēlaties.
error-busy = Notiek cita dokumenta parakstīšana.
    .cause = Vienlaikus var parakstīt tikai vienu dokumentu.
    .next = Vispirms pabeidziet vai atceliet otru.
error-not-open = Šis dokuments vairs nav atvērts.
    .cause = Pēc tā tika atvērti citi dokumenti.
    .next = Atveriet to vēlreiz.
error-only-in-demo = Tas iespējams tikai demonstrācijā.
    .cause = Ar šo savienojuma profilu tālrunis ir īsts.
    .next = Izmantojiet savu tālruni.
error-demo-failed = Demonstrācijas vidi nevarēja palaist.
    .cause = Kāda demonstrācijas daļa šajā datorā nesāka darboties.
    .next = Aizveriet Pitser un palaidiet to vēlreiz.
error-no-home = Pitser neatrada vietu savām datnēm.
    .cause = Operētājsistēma nenorāda Jūsu mājas mapi.
    .next = Vērsieties pie šī datora uzturētāja.
error-own-folder = Pitser nevar rakstīt savā mapē.
    .cause = Tā mapē šajā datorā nevar rakstīt, vai arī disks ir pilns.
    .next = Atbrīvojiet vietu vai lūdziet piekļuvi un mēģiniet vēlreiz.
error-network-setup = Šī datora tīklu nevarēja sagatavot darbam ar Pitser.
    .cause = Nevarēja sagatavot šifrēšanu vai uzticamo sertifikātu sarakstu.
    .next = Aizveriet Pitser un palaidiet to vēlreiz. Ja tas atkārtojas, ziņojiet par to.
error-internal = Pitser darbībā radās kļūda.
    .cause = Tam nevajadzētu notikt. Jūsu sākotnējā datne nav skarta.
    .next = Mēģiniet vēlreiz. Zemāk redzamās detaļas palīdzēs kļūdas izpētē.

## Keys at hand

error-file-not-regular = Tā nav parasta datne.
    .cause = Tas ir konveijers vai ierīce, kam var nebūt beigu.
    .next = Saglabājiet tā saturu datnē un norādiet to.
error-file-too-large = Datne ir pārāk liela tam, kam tā paredzēta.
    .cause = Tajā ir vairāk, nekā jebkurai šādai datnei vajag.
    .next = Pārbaudiet, kura datne tika norādīta.
error-key-file = Atslēgas datni nevar nolasīt.
    .cause = Tās nav, vai arī to nav atļauts lasīt.
    .next = Pārbaudiet ar --key norādīto ceļu.
error-key-password = Parole neatver atslēgas datni.
    .cause = Parole ir nepareiza vai nav norādīta.
    .next = Norādiet to ar --password, --password-file vai mainīgajā PITSER_KEY_PASSWORD.
error-key-file-damaged = Atslēgas datni nevar saprast.
    .cause = Tā nav PKCS#12 datne, vai arī tā ir šifrēta veidā, ko Pitser nepazīst.
    .next = Eksportējiet atslēgu vēlreiz kā PKCS#12 (.p12, .pfx).
error-no-key = Atslēgas datnē nav atslēgas, ar ko var parakstīt.
    .cause = Tajā nav privātās atslēgas, kas piederētu tajā esošam sertifikātam.
    .next = Eksportējiet atslēgu kopā ar tās sertifikātu.
error-key-unsupported = Pitser ar šāda veida atslēgu neparaksta.
    .cause = Der RSA atslēgas no 2048 līdz 8192 bitiem un P-256, P-384 un P-521 atslēgas.
    .next = Izmantojiet citu atslēgu.
error-key-refused = Atslēga neparakstīja. Nekas netika saglabāts.
    .cause = Atslēga ziņoja par kļūdu.
    .next = Pārbaudiet atslēgas datni.
error-trust-needed = Šim līmenim jāzina, kam uzticēties. Nekas nav parakstīts.
    .cause = Sākot no b-lt, pierādījumi tiek vākti par katru sertifikātu līdz uzticamam, bet neviens uzticams nav norādīts.
    .next = Norādiet saknes sertifikātu ar --trust vai profilu ar --profile.
error-evidence-unreadable = Pierādījumu datni nevar nolasīt.
    .cause = Tā nav pierādījumu datne, vai tā ir bojāta.
    .next = Izvēlieties datni, kas saglabāta ar --save-evidence.
error-evidence-version = Pierādījumu datnes formu šī programma nepazīst.
    .cause = To saglabājusi jaunāka programma (versija { $version }).
    .next = Atjauniniet programmu.
error-trust-file = Uzticamos sertifikātus nevar nolasīt.
    .cause = Datnes nav, vai arī tajā nav PEM sertifikātu.
    .next = Pārbaudiet ar --trust norādīto ceļu.
error-password-file = Datni ar paroli nevar nolasīt.
    .cause = Tās nav, vai arī to nav atļauts lasīt.
    .next = Pārbaudiet ar --password-file norādīto ceļu.

## Extending, and signatures made as a whole elsewhere

error-no-signature = Šāda paraksta nav.
    .cause = Dokuments nav parakstīts, vai arī paraksts nav norādītajā laukā.
    .next = Apskatiet tā parakstus: pitser verify DATNE.
error-nothing-to-add = Nav ko pievienot. Nekas netika saglabāts.
    .cause = Parakstiem jau ir šis līmenis.
    .next = Pieprasiet augstāku līmeni vai atstājiet dokumentu, kāds tas ir.
error-cades-unreadable = Saņemto parakstu nevar nolasīt.
    .cause = Tas nav CMS paraksts pieprasītajā formā.
    .next = Mēģiniet vēlreiz; ja tas atkārtojas, ziņojiet pakalpojuma sniedzējam.
error-cades-form = Saņemtais paraksts nav formā, kas vajadzīga PDF.
    .cause = Tas nav viens atdalīts CAdES paraksts ar atribūtiem, ko prasa PAdES.
    .next = Ziņojiet pakalpojuma sniedzējam.
error-cades-signing-time = Saņemtajā parakstā ir laiks tur, kur PAdES to aizliedz.
    .cause = Atribūts signing-time ir starp parakstītajiem atribūtiem.
    .next = Ziņojiet pakalpojuma sniedzējam.
error-cades-other-document = Saņemtais paraksts ir par citu dokumentu.
    .cause = Jaucējvērtība tajā nav šī dokumenta.
    .next = Sāciet no sākuma; ja tas atkārtojas, ziņojiet pakalpojuma sniedzējam.
error-cades-other-signer = Saņemto parakstu nav devusi persona, kurai bija jāparaksta.
    .cause = Sertifikāta tajā nav, vai arī tas ir cits.
    .next = Sāciet no sākuma; ja tas atkārtojas, ziņojiet pakalpojuma sniedzējam.
error-timestamp-mismatch = Laika zīmogs ir par kaut ko citu.
    .cause = Pakalpojums apzīmogoja citus datus, nevis tos, kas tam nosūtīti.
    .next = Mēģiniet vēlreiz vai norādiet citu laika zīmogu pakalpojumu.
