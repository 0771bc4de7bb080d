# What went wrong: the message says what, .cause why, .next what to do now.
# One entry for every code that the program can give; never one text for two causes that can be told apart.

## What the phone answered

error-user-refused = Atšaukėte užklausą telefone. Niekas nepasirašyta.
    .cause = Smart-ID programėlėje užklausa buvo atmesta.
    .next = Jei tai klaida, išsiųskite užklausą dar kartą.
error-session-open = Telefone dar gali būti atvira užklausa, todėl nauja neišsiųsta.
    .cause = Ankstesnė užklausa ten dar nei patvirtinta, nei atmesta, arba jos atsakymas dingo, arba šiuo telefonu pasirašo kitas langas ar programa. Dviejų vienu metu nebūtų galima atskirti.
    .next = Atmeskite ankstesnę užklausą telefone arba palaukite, kol ji baigsis (ne ilgiau kaip { $minutes } min.), tada siųskite dar kartą. Netvirtinkite ten nieko, ko nepradėjote patys.
error-user-refused-choice = Turite kelias Smart-ID paskyras ir vienoje iš jų atšaukėte. Niekas nepasirašyta.
    .cause = Viename iš Jūsų telefonų paskyros pasirinkimas buvo atmestas.
    .next = Bandykite dar kartą ir patvirtinkite tinkamame telefone.
error-timed-out = Laiku nesulaukta atsakymo. Niekas nepasirašyta.
    .cause = Telefonas neatsakė, kol užklausa buvo atvira.
    .next = Patikrinkite, ar telefonas prijungtas prie interneto, atidarykite Smart-ID programėlę ir išsiųskite užklausą dar kartą.
error-wrong-code = Telefone pasirinktas kodas nebuvo tas, kuris rodomas čia. Niekas nepasirašyta.
    .cause = Pasirinktas kitas kodas arba užklausa telefone buvo ne Jūsų.
    .next = Pradėkite iš naujo ir palyginkite kodą. Jei užklausos nepradėjote patys, jos nepatvirtinkite.
error-document-unusable = Jūsų Smart-ID paskyros dabar naudoti negalima. Niekas nepasirašyta.
    .cause = Šia paskyra šiuo metu pasirašyti negalima: PIN2 kodas gali būti užrakintas.
    .next = Atidarykite Smart-ID programėlę, pažiūrėkite, ko ji prašo, ir bandykite dar kartą.
error-account-unusable = Jūsų Smart-ID paskyros naudoti negalima. Niekas nepasirašyta.
    .cause = Paskyra gali būti nebegaliojanti arba pašalinta.
    .next = Atidarykite Smart-ID programėlę. Gali tekti joje užregistruoti naują paskyrą.
error-app-too-old = Smart-ID programėlė šiai užklausai per sena. Niekas nepasirašyta.
    .cause = Telefone esanti programėlė nepažįsta tokios užklausos.
    .next = Atnaujinkite Smart-ID programėlę telefono programėlių parduotuvėje ir bandykite dar kartą.
error-interrupted = Šią užklausą nutraukė kita Smart-ID užklausa. Niekas nepasirašyta.
    .cause = Telefoną pasiekė antra užklausa, kol ši dar nebuvo baigta.
    .next = Užbaikite arba atšaukite kitą užklausą ir pradėkite iš naujo.
error-protocol-failure = Telefonas ir Smart-ID nesusikalbėjo. Niekas nepasirašyta.
    .cause = Programėlė pranešė apie duomenų mainų klaidą.
    .next = Atidarykite Smart-ID programėlę, patikrinkite, ar yra naujinimas, ir bandykite dar kartą.
error-server-fault = Smart-ID pranešė apie savo gedimą. Niekas nepasirašyta.
    .cause = Paslauga užklausą baigė technine klaida.
    .next = Truputį palaukite ir bandykite dar kartą.
error-unknown-end-result = Užklausa baigėsi taip, kaip Pitser nepažįsta. Niekas nepasirašyta.
    .cause = Paslauga nurodė priežastį, kurios išleidžiant šią Pitser versiją nebuvo.
    .next = Patikrinkite, ar yra Pitser naujinimas, arba bandykite dar kartą.

error-mobile-cancelled = Atšaukėte užklausą telefone. Niekas nepasirašyta.
    .cause = Mobile-ID užklausa telefone buvo atmesta.
    .next = Jei tai klaida, išsiųskite užklausą dar kartą.
error-mobile-timed-out = Telefonas neatsakė laiku. Niekas nepasirašyta.
    .cause = PIN2 kodas neįvestas, kol Mobile-ID užklausa buvo atvira.
    .next = Patikrinkite, ar telefonas įjungtas ir yra ryšys, ir išsiųskite užklausą dar kartą.
error-mobile-not-client = Šis numeris ir asmens kodas neturi veikiančio Mobile-ID.
    .cause = Jiems nėra Mobile-ID sutarties arba jos sertifikatai neaktyvūs.
    .next = Patikrinkite telefono numerį ir asmens kodą.
error-mobile-not-found = Pagal šiuos duomenis nerasta Mobile-ID sertifikato.
    .cause = Telefono numeris ar asmens kodas gali būti įvesti klaidingai arba vienas kitam nepriklauso.
    .next = Patikrinkite telefono numerį ir asmens kodą.
error-mobile-hash-mismatch = SIM kortelė ir Mobile-ID nedera. Niekas nepasirašyta.
    .cause = SIM kortelė nustatyta kitaip, nei operatorius pranešė paslaugai.
    .next = Kreipkitės į savo mobiliojo ryšio operatorių.
error-mobile-phone-absent = Telefono pasiekti nepavyko. Niekas nepasirašyta.
    .cause = Telefonas išjungtas arba be ryšio.
    .next = Įjunkite telefoną, palaukite, kol atsiras ryšys, ir išsiųskite užklausą dar kartą.
error-mobile-delivery-failed = Užklausos nepavyko pristatyti į telefoną. Niekas nepasirašyta.
    .cause = Operatorius negalėjo išsiųsti žinutės su užklausa.
    .next = Truputį palaukite ir išsiųskite užklausą dar kartą. Gali padėti telefono paleidimas iš naujo.
error-mobile-sim-fault = SIM kortelė pateikė atsakymą, kurio naudoti negalima. Niekas nepasirašyta.
    .cause = Kortelėje įvyko klaida arba PIN2 kodas užrakintas.
    .next = Paleiskite telefoną iš naujo ir bandykite dar kartą. Jei tai kartojasi, kreipkitės į savo mobiliojo ryšio operatorių.
error-mobile-not-active = Šio numerio Mobile-ID neaktyvintas.
    .cause = Sertifikatai jam yra, bet jie dar arba jau neaktyvūs.
    .next = Aktyvinkite Mobile-ID arba kreipkitės į savo mobiliojo ryšio operatorių.
error-mobile-not-ready = Šio numerio Mobile-ID dar neparengtas. Niekas nepasirašyta.
    .cause = Jis galėjo būti ką tik užsakytas arba atnaujintas.
    .next = Kurį laiką palaukite ir bandykite dar kartą.
error-mobile-fault = Mobile-ID pranešė apie savo gedimą. Niekas nepasirašyta.
    .cause = Paslauga užklausą baigė technine klaida.
    .next = Truputį palaukite ir bandykite dar kartą.
error-csc-denied = Atsisakėte pasirašymo paslaugos puslapyje. Niekas nepasirašyta.
    .cause = Pasirašymo paslaugai buvo nurodyta to neleisti arba ji neleidžia pati.
    .next = Jei tai klaida, išsiųskite užklausą dar kartą.
error-csc-client-not-allowed = Pasirašymo paslauga neleidžia šiai programai naudoti vienos savo funkcijų. Niekas nepasirašyta.
    .cause = Programos registracija paslaugoje to neapima.
    .next = Kreipkitės į profilio parengėją.
error-csc-client-refused = Pasirašymo paslauga nepažįsta šios programos. Niekas nepasirašyta.
    .cause = Kliento identifikatorius profilyje arba paslaptis raktų saugykloje nėra suteikti paslaugos.
    .next = Pataisykite identifikatorių profilyje arba paslaptį: lango pasirašymo formoje arba komanda pitser profile secret NAME
error-csc-secret-missing = Paslapties, pagal kurią pasirašymo paslauga pažįsta šią programą, nėra raktų saugykloje. Niekas nepasirašyta.
    .cause = Programa prisijungia pati, ir tam paslauga jai suteikė paslaptį.
    .next = Įveskite ją kartą lango pasirašymo formoje arba paleiskite: pitser profile secret { $profile }. Kur raktų saugyklos nėra, nustatykite PITSER_CSC_SECRET.
error-keychain-unavailable = Šio kompiuterio raktų saugyklos naudoti negalima.
    .cause = Ji užrakinta arba jos nėra, kaip serveryje ir ne darbalaukio seanse.
    .next = Atrakinkite ją ir bandykite dar kartą. Kur jos nėra, nustatykite PITSER_CSC_SECRET, tarpiniam serveriui PITSER_PROXY_LOGIN.
error-csc-scope = Pasirašymo paslauga nesuteikia leidimo, kurio reikia pasirašyti. Niekas nepasirašyta.
    .cause = Ji nepažįsta prašytos aprėpties.
    .next = Profilyje patikrinkite, ar tai Cloud Signature Consortium 2 versijos paslauga.
error-csc-response-type = Pasirašymo paslauga neleidžia prisijungti per naršyklę. Niekas nepasirašyta.
    .cause = Ji neišduoda įgaliojimo kodų.
    .next = Profilyje pasirinkite, kad programa prisijungtų pati, jei paslauga tai leidžia.
error-csc-grant = Prisijungimo prie pasirašymo paslaugos nebegalima naudoti. Niekas nepasirašyta.
    .cause = Naršyklės atneštas kodas per senas, jau panaudotas arba skirtas kam nors kitam.
    .next = Pradėkite iš naujo ir prisijunkite dar kartą.
error-csc-session-over = Prisijungimas prie pasirašymo paslaugos baigėsi. Niekas nepasirašyta.
    .cause = Jo prieigos raktas nebegalioja arba buvo atšauktas.
    .next = Pradėkite iš naujo ir prisijunkite dar kartą.
error-csc-token-invalid = Pasirašymo paslauga nepripažįsta savo prieigos rakto. Niekas nepasirašyta.
    .cause = Jos teigimu, tai ne šios paslaugos OAuth 2.0 raktas.
    .next = Pradėkite iš naujo ir prisijunkite dar kartą. Jei tai kartojasi, praneškite paslaugai.
error-csc-wrong-data = Pasirašymo paslauga nepriima PIN kodo arba slaptažodžio. Niekas nepasirašyta.
    .cause = Tai, kas įvesta, nepriklauso šiam raktui. Po kelių klaidų paslauga gali jį užrakinti.
    .next = Patikrinkite ir išsiųskite užklausą dar kartą.
error-csc-wrong-otp = Pasirašymo paslauga nepriima vienkartinio slaptažodžio. Niekas nepasirašyta.
    .cause = Jis įvestas klaidingai, per senas arba jau panaudotas.
    .next = Išsiųskite užklausą dar kartą ir įveskite naują vienkartinį slaptažodį.
error-csc-locked = Jūsų raktas pasirašymo paslaugoje užrakintas. Niekas nepasirašyta.
    .cause = Paslauga jį užrakina po kelių klaidingų PIN kodų arba slaptažodžių.
    .next = Paprašykite pasirašymo paslaugos jį atrakinti.
error-csc-disabled = Jūsų raktas pasirašymo paslaugoje išjungtas. Niekas nepasirašyta.
    .cause = Paslauga praneša, kad jis neveikia.
    .next = Kreipkitės į pasirašymo paslaugą arba pasirinkite kitą raktą.
error-csc-credential-unknown = Pasirašymo paslaugoje tokio Jūsų rakto nėra. Niekas nepasirašyta.
    .cause = Rakto identifikatorius įvestas klaidingai arba priklauso kam nors kitam.
    .next = Patikrinkite identifikatorių arba jo nenurodykite, kad būtų naudojamas vienintelis Jūsų raktas.
error-csc-too-many = Tai daugiau, nei Jūsų raktas pasirašo vienu kartu. Niekas nepasirašyta.
    .cause = Paslauga vienu leidimu leidžia mažiau parašų.
    .next = Vienu kartu pasirašykite mažiau dokumentų.
error-csc-sad-expired = Jūsų leidimas pasirašyti nebegalioja. Niekas nepasirašyta.
    .cause = Jis buvo suteiktas, bet laiku nepanaudotas.
    .next = Išsiųskite užklausą dar kartą ir suteikite leidimą iš naujo.
error-csc-sad-invalid = Pasirašymo paslauga nepripažįsta Jūsų leidimo pasirašyti. Niekas nepasirašyta.
    .cause = Jis jau panaudotas arba paslauga jo neatpažįsta.
    .next = Išsiųskite užklausą dar kartą ir suteikite leidimą iš naujo.
error-csc-not-authorised = Pasirašymo paslaugos teigimu, šio dokumento neleidote. Niekas nepasirašyta.
    .cause = To, kas pasirašoma, nėra tarp to, kam suteiktas leidimas.
    .next = Išsiųskite užklausą dar kartą. Jei tai kartojasi, praneškite paslaugai.
error-csc-certificate-expired = Jūsų rakto sertifikatas pasirašymo paslaugoje nebegalioja. Niekas nepasirašyta.
    .cause = Juo nieko nebegalima pasirašyti.
    .next = Paprašykite pasirašymo paslaugos naujo arba pasirinkite kitą raktą.
error-csc-fault = Pasirašymo paslauga pranešė apie savo gedimą. Niekas nepasirašyta.
    .cause = Joje susidarė netikėta padėtis.
    .next = Truputį palaukite ir bandykite dar kartą.
error-csc-not-offered = Pasirašymo paslauga neturi funkcijos, kurios reikia pasirašyti. Niekas nepasirašyta.
    .cause = Šio metodo ji neteikia.
    .next = Profilyje pasirinkite kitą pasirašymo būdą, kurį paslauga turi.
error-csc-version = Pasirašymo paslauga naudoja kitą sąsajos versiją nei ši programa. Niekas nepasirašyta.
    .cause = Ši programa naudoja Cloud Signature Consortium sąsajos 2 versiją.
    .next = Paprašykite pasirašymo paslaugos 2 versijos adreso, o ryšį nustačiusio asmens – jį įvesti.
error-csc-entrance = Pasirašymo paslauga nieko neįleidžia taip, kaip nurodyta profilyje. Niekas nepasirašyta.
    .cause = Tokio prisijungimo būdo ji nenurodo.
    .next = Paprašykite ryšį nustačiusio asmens profilyje pasirinkti prisijungimo būdą, kurį paslauga turi.
error-csc-method-missing = Pasirašymo paslauga nenurodo funkcijos, kurios reikia pasirašyti. Niekas nepasirašyta.
    .cause = Ko ji nenurodo, tas nekviečiama.
    .next = Profilyje pasirinkite pasirašymo būdą, kurį paslauga turi, arba kreipkitės į paslaugą.
error-csc-format = Pasirašymo paslauga nekuria ištisų parašų PDF failams. Niekas nepasirašyta.
    .cause = Tarp jos parašų formatų nėra nei PAdES, nei atskirto CAdES.
    .next = Paprašykite ryšį nustačiusio asmens leisti paslaugai pasirašyti maišos reikšmes (profilyje signs = "hashes").
error-csc-level = Pasirašymo paslauga nekuria šio lygmens ištisų parašų. Niekas nepasirašyta.
    .cause = Tarp jos kuriamų lygmenų šio nėra.
    .next = Pasirinkite kitą lygmenį arba paprašykite ryšį nustačiusio asmens leisti paslaugai pasirašyti maišos reikšmes (profilyje signs = "hashes").
error-csc-mode = Jūsų raktą pasirašymo paslaugoje leidžiama naudoti būdu, kurio ši programa nežino. Niekas nepasirašyta.
    .cause = Paslauga nurodo leidimo rūšį, kurios jos specifikacijoje nėra.
    .next = Kreipkitės į pasirašymo paslaugą arba pasirinkite kitą raktą.
error-csc-factors = Jūsų raktui pasirašymo paslaugoje reikia įrodymo, kurio čia pateikti negalima. Niekas nepasirašyta.
    .cause = Ši programa žino PIN kodus, slaptažodžius, vienkartinius slaptažodžius ir patvirtinimą kitame įrenginyje.
    .next = Paprašykite pasirašymo paslaugos kito būdo arba pasirinkite kitą raktą.
error-csc-certificate-revoked = Jūsų rakto sertifikatas pasirašymo paslaugoje atšauktas. Niekas nepasirašyta.
    .cause = Taip praneša paslauga. Jo galiojimo atkurti nebegalima.
    .next = Paprašykite pasirašymo paslaugos naujo arba pasirinkite kitą raktą.
error-csc-certificate-suspended = Jūsų rakto sertifikato galiojimas pasirašymo paslaugoje sustabdytas. Niekas nepasirašyta.
    .cause = Taip praneša paslauga. Kol galiojimas neatkurtas, juo nieko pasirašyti negalima.
    .next = Paprašykite pasirašymo paslaugos atkurti galiojimą arba pasirinkite kitą raktą.
error-csc-unknown-error = Pasirašymo paslauga atsisakė taip, kaip ši programa nežino. Niekas nepasirašyta.
    .cause = Jos specifikacijoje tokios klaidos nėra.
    .next = Bandykite dar kartą. Jei tai kartojasi, atnaujinkite programą.
error-csc-state = Naršyklė grįžo iš puslapio, kurio ši programa neatvėrė. Niekas nepasirašyta.
    .cause = Tai, ką ji atnešė, nepriklauso šiam pasirašymui. Galbūt kas nors bando įterpti savo prisijungimą.
    .next = Pradėkite iš naujo. Leiskite tik tai, ką pradėjote patys.
error-csc-timed-out = Pasirašymo paslauga laiku negavo Jūsų atsakymo. Niekas nepasirašyta.
    .cause = Puslapis naršyklėje nebuvo užbaigtas arba niekas nepatvirtinta kitur.
    .next = Išsiųskite užklausą dar kartą ir užbaikite ją naršyklėje arba savo įrenginyje.
error-csc-no-credential = Jūs pasirašymo paslaugoje neturite rakto. Niekas nepasirašyta.
    .cause = Paslauga šiam asmeniui nerodo nė vieno galiojančio.
    .next = Gaukite jį paslaugoje arba prisijunkite kaip kitas asmuo.
error-csc-insecure = Pasirašymo paslauga nurodo adresą be šifravimo. Niekas nepasirašyta.
    .cause = Prisijungimas ir leidimas pasirašyti siunčiami per TLS arba visai nesiunčiami.
    .next = Praneškite pasirašymo paslaugai arba pataisykite adresą profilyje.
error-csc-elsewhere = Pasirašymo paslauga siunčia šią programą prisijungti kitur. Niekas nepasirašyta.
    .cause = Profilis nurodo paslaugos raktus, bet nė vieno to kito adreso rakto.
    .next = Jei adresas teisingas, paprašykite ryšį nustačiusio asmens pridėti prie profilio oauth-pins.
error-csc-several-credentials = Jūs pasirašymo paslaugoje turite kelis raktus: { $ids }. Niekas nepasirašyta.
    .cause = Nenurodyta, kuriuo iš jų pasirašyti.
    .next = Pasirašykite dar kartą ir pasirinkite vieną arba nurodykite jį profilyje ar su --credential.
error-csc-not-answered = Pasirašymo paslauga nori sužinoti tai, į ką niekas neatsakė. Niekas nepasirašyta.
    .cause = Šiam raktui reikia PIN kodo, slaptažodžio arba vienkartinio slaptažodžio.
    .next = Siųskite užklausą dar kartą ir atsakykite. Komandų eilutė klausia terminale.
error-browser-no-return = Naršyklė negalėjo grįžti į šią programą. Niekas nepasirašyta.
    .cause = Jai nepavyko atverti nė vieno šio kompiuterio adreso.
    .next = Bandykite dar kartą. Jei tai kartojasi, galbūt trukdo saugos programa.
error-browser-missing = Puslapio nepavyko atidaryti.
    .cause = Šiame kompiuteryje neatsiliepia jokia naršyklė.
    .next = Įdiekite naršyklę arba pasirinkite ją sistemos nustatymuose ir bandykite dar kartą.
error-nobody-known = Šiame kompiuteryje nebeįsimintas niekas. Niekas nepasirašyta.
    .cause = Anksčiau pasirašęs asmuo tuo tarpu pamirštas, galbūt kitame lange.
    .next = Nurodykite, kas pasirašo, ir pradėkite iš naujo.
error-not-together = Šių dokumentų negalima pasirašyti kartu.
    .cause = Kelis dokumentus vienu leidimu ir vienu raktu pasirašo tik pasirašymo paslauga.
    .next = Pasirašykite juos po vieną arba naudokite --csc.

## What the service answered

error-not-found = Pagal šiuos duomenis nerasta Smart-ID paskyros, kuria galima pasirašyti.
    .cause = Šalis ar kodas gali būti įvesti klaidingai arba yra tik Smart-ID Basic paskyra, kuria sutarčių pasirašyti negalima.
    .next = Patikrinkite šalį ir asmens kodą.
error-service-refused = Šiam kompiuteriui ar įstaigai paslaugos naudoti neleidžiama.
    .cause = Paslauga nepriėmė užklausos teikėjo.
    .next = Kreipkitės į tą, kas Jums nustatė šį ryšį.
error-service-forbids = Šiai įstaigai neleidžiama to daryti su paslauga.
    .cause = Paslauga pažįsta užklausos teikėją, bet tokios užklausos neleidžia.
    .next = Kreipkitės į tą, kas Jums nustatė šį ryšį.
error-see-app = Atidarykite Smart-ID programėlę: joje Jums yra pranešimas.
    .cause = Paslauga prašo pažiūrėti į programėlę arba savitarnos portalą.
    .next = Perskaitykite pranešimą programėlėje ir bandykite dar kartą.
error-client-too-old = Pitser šiai paslaugai per senas.
    .cause = Smart-ID nebepalaiko būdo, kuriuo bendrauja ši versija.
    .next = Atnaujinkite Pitser.
error-maintenance = Smart-ID šiuo metu vykdomi priežiūros darbai.
    .cause = Paslauga prižiūrima.
    .next = Kurį laiką palaukite ir bandykite dar kartą.
error-too-many-requests = Paslauga šiuo metu iš čia daugiau užklausų nepriima.
    .cause = Jos klausta dažniau, nei ji kam nors leidžia.
    .next = Palaukite kelias minutes ir bandykite dar kartą.
error-unavailable = Paslauga šiuo metu neprieinama.
    .cause = Paslauga atsakė klaida.
    .next = Truputį palaukite ir bandykite dar kartą.
error-bad-request = Paslauga nesuprato užklausos.
    .cause = Paslauga atmetė užklausos formą.
    .next = Patikrinkite, ar yra Pitser naujinimas. Toliau pateikta informacija padės tiems, kas tirs klaidą.
error-malformed-answer = Paslaugos atsakymo nepavyko perskaityti.
    .cause = Gautas atsakymas nėra numatytos formos.
    .next = Bandykite dar kartą. Jei tai kartojasi, patikrinkite, ar yra Pitser naujinimas.
error-answer-torn = Paslaugos atsakymas neišsamus.
    .cause = Jis baigiasi viduryje: kažkas kelyje nepraleido jo viso.
    .next = Bandykite dar kartą; jei tai kartojasi, kitame tinkle.
error-unexpected-status = Paslauga pateikė atsakymą, kurio Pitser nepažįsta.
    .cause = Paslauga galėjo būti pakeista po šios Pitser versijos išleidimo.
    .next = Bandykite dar kartą. Jei tai kartojasi, patikrinkite, ar yra Pitser naujinimas.
error-content-type = Paslaugos atsakymo nepavyko perskaityti.
    .cause = Jis kitokios rūšies nei numatyta: tinklas galėjo įterpti savo puslapį.
    .next = Patikrinkite ryšį interneto naršyklėje ir bandykite dar kartą.
error-session-lost = Paslauga šios užklausos nebežino. Niekas nepasirašyta.
    .cause = Tai užtruko per ilgai arba paslauga ją pamiršo.
    .next = Pradėkite iš naujo.

## The way to the service

error-unreachable = Paslaugos pasiekti nepavyko.
    .cause = Gali nebūti interneto ryšio arba jį blokuoja užkarda.
    .next = Patikrinkite ryšį ir bandykite dar kartą.
error-connection-broken = Ryšys su paslauga nutrūko.
    .cause = Jis baigėsi anksčiau, nei atėjo visas atsakymas.
    .next = Patikrinkite ryšį ir bandykite dar kartą.
error-host-unknown = Paslaugos adresas nerastas.
    .cause = Nėra interneto ryšio arba ryšio profilyje nurodytas neteisingas pavadinimas.
    .next = Patikrinkite ryšį interneto naršyklėje ir bandykite dar kartą.
error-service-timed-out = Paslauga neatsakė laiku.
    .cause = Paslauga arba ryšys su ja šiuo metu per lėti.
    .next = Truputį palaukite ir bandykite dar kartą.
error-proxy-unreachable = Šio tinklo tarpinis serveris nepasiekiamas.
    .cause = Adresu { $proxy } niekas neatsako: adresas gali būti pasenęs arba kompiuteris yra kitame tinkle.
    .next = Patikrinkite tarpinį serverį ryšio profilyje arba šio kompiuterio nuostatose ir bandykite dar kartą.
error-proxy-login = Šio tinklo tarpinis serveris reikalauja vardo ir slaptažodžio.
    .cause = { $proxy } nepraleidžia nieko, ko nepažįsta, o vardas ir slaptažodis jam nenurodyti.
    .next = Išsaugokite juos tarpiniam serveriui, kurį nurodo profilis: lange arba komanda pitser profile proxy-login NAME. Arba nustatykite PITSER_PROXY_LOGIN kaip VARDAS:SLAPTAŽODIS, arba paprašykite tinklo tvarkytojo praleisti Pitser.
error-proxy-login-name = Tarpiniam serveriui negalima nurodyti vardo su dvitaškiu.
    .cause = Dvitaškis užbaigia vardą, o už jo prasideda slaptažodis.
    .next = Įveskite vardą be dvitaškio; slaptažodyje dvitaškių gali būti.
error-proxy-login-refused = Šio tinklo tarpinis serveris nepriima šio vardo ir slaptažodžio.
    .cause = { $proxy } gavo vardą ir slaptažodį, bet jų nepažįsta: jie galėjo būti įvesti neteisingai arba per tą laiką pakeisti.
    .next = Išsaugokite tarpiniam serveriui teisingus: lange arba komanda pitser profile proxy-login NAME. Jei nustatytas PITSER_PROXY_LOGIN arba jie yra sistemos tarpinio serverio adrese, pataisykite juos ten.
error-proxy-login-variable = Kintamajame PITSER_PROXY_LOGIN nėra vardo ir slaptažodžio. Niekas neišsiųsta.
    .cause = Tarp jų nėra dvitaškio arba tai ne UTF-8 tekstas. Į { $proxy } nesikreipta.
    .next = Nustatykite PITSER_PROXY_LOGIN kaip VARDAS:SLAPTAŽODIS. Arba pašalinkite jį: tada naudojami vardas ir slaptažodis, kuriuos šiam tarpiniam serveriui turi raktų saugykla.
error-proxy-refused = Šio tinklo tarpinis serveris nepraleidžia Pitser iki paslaugos.
    .cause = { $proxy } atsakė, bet kelio ten neatvėrė. Jis gali drausti šį adresą, jo nerasti arba pats neveikti.
    .next = Paprašykite tinklo tvarkytojo leisti { $host } arba patikrinti tarpinį serverį.
error-proxy-untrusted = Šio tinklo tarpinio serverio sertifikatas nepatikimas. Niekas neišsiųsta.
    .cause = Už { $proxy } nelaiduoja joks šiam kompiuteriui žinomas sertifikavimo centras.
    .next = Patikrinkite tarpinio serverio adresą ryšio profilyje. Jei jis teisingas, paprašykite tinklo tvarkytojo pridėti sertifikavimo centrą į šį kompiuterį.
error-answer-too-large = Paslaugos atsakymas per didelis. Jis nebuvo perskaitytas.
    .cause = Sąžiningas atsakymas tiek neužima: tarp Jūsų ir paslaugos gali būti kažkas įsiterpęs.
    .next = Bandykite dar kartą. Jei tai kartojasi, kreipkitės į tinklo prižiūrėtoją.
error-redirected = Paslauga nukreipė kitur. Pitser ten nėjo.
    .cause = Adresas ryšio profilyje gali būti pasenęs arba tinklas pirmiausia prašo prisijungti.
    .next = Patikrinkite ryšį interneto naršyklėje ir kreipkitės į tą, kas nustatė šį ryšį.
error-address-refused = Paslaugos adreso naudoti negalima.
    .cause = Ryšio profilyje nurodytas neleidžiamas adresas.
    .next = Kreipkitės į tą, iš kurio gavote profilį.
error-tls-pin-outdated = Paslauga pateikė kitą raktą, nei tikėtasi. Niekas neišsiųsta.
    .cause = Už jį laiduoja žinomas sertifikavimo centras: paslauga galėjo pakeisti raktą po to, kai nustatytas šis ryšys.
    .next = Patikrinkite, ar yra Pitser arba ryšio profilio naujinimas. Be jo netęskite.
error-tls-intercepted = Tarp Jūsų ir paslaugos kažkas įsiterpęs. Niekas neišsiųsta.
    .cause = Nei raktas, nei už jo esantis sertifikavimo centras nėra paslaugos: srautą skaitantis tinklas pateikia savąjį.
    .next = Šiame tinkle netęskite. Paprašykite tinklo prižiūrėtojo leisti Pitser tiesiogiai pasiekti paslaugą.
error-tls-untrusted = Paslaugos sertifikatas nepatikimas. Niekas neišsiųsta.
    .cause = Nepavyko įrodyti, kad kitame ryšio gale yra paslauga.
    .next = Šiame tinkle netęskite. Bandykite dar kartą kitame.
error-clock-wrong = Šio kompiuterio laikrodis rodo neteisingą laiką.
    .cause = Jo laikas neatitinka laiko, kurį nurodo paslaugos.
    .next = Nustatykite datą ir laiką, geriausia automatiškai, ir bandykite dar kartą.

## Answers that do not fit what was asked

error-certificate-mismatch = Atsakyme yra kitas sertifikatas nei tas, kuriam kurtas parašas. Niekas neįrašyta.
    .cause = Parašas priklauso kitam sertifikatui nei pasirinktas anksčiau.
    .next = Pradėkite iš naujo. Jei tai pasikartos, netęskite ir praneškite.
error-wrong-person = Atsakymas gautas iš kito asmens. Niekas neįrašyta.
    .cause = Sertifikate nėra asmens kodo, kurio buvo klausta.
    .next = Patikrinkite šalį ir asmens kodą ir pradėkite iš naujo.
error-wrong-document = Atsakymas gautas iš kitos Smart-ID paskyros. Niekas neįrašyta.
    .cause = Jame nurodyta kita paskyra nei ta, kuriai siųsta užklausa.
    .next = Pradėkite iš naujo. Jei tai pasikartos, netęskite ir praneškite.
error-account-mismatch = Atsakyme nurodyta kito asmens Smart-ID paskyra. Niekas nepasirašyta.
    .cause = Atsakyme esantis sertifikatas priklauso vienam asmeniui, o paskyra, kuria reikėtų pasirašyti, – kitam.
    .next = Pradėkite iš naujo. Jei tai pasikartos, netęskite ir praneškite.
error-level-too-low = Šia Smart-ID paskyra sutarčių pasirašyti negalima.
    .cause = Jos sertifikatas yra žemesnio lygmens, nei reikia.
    .next = Užregistruokite visavertę Smart-ID paskyrą arba naudokite kitą.
error-profile-mismatch = Šis sertifikatas neskirtas sutartims pasirašyti.
    .cause = Jam trūksta to, ką turi kvalifikuoto parašo sertifikatas.
    .next = Pasirašykite kitu būdu arba kreipkitės į išdavėją.
error-certificate-unreadable = Sertifikato nepavyko perskaityti.
    .cause = Jis nėra standartų reikalaujamos formos.
    .next = Bandykite dar kartą. Jei tai kartojasi, praneškite.
error-weak-parameters = Parašas sukurtas su kitais parametrais, nei prašyta. Niekas neįrašyta.
    .cause = Jie gali būti silpnesni už prašytuosius.
    .next = Bandykite dar kartą. Jei tai kartojasi, praneškite.
error-algorithm = Profilis prašo tokio parašo, kokio čia sukurti negalima. Niekas nepasirašyta.
    .cause = Šis raktas ar paslauga nekuria parašų su maišos algoritmu ir schema, kuriuos nurodo profilis.
    .next = Paprašykite ryšį nustačiusio asmens profilyje pasirinkti kitą maišos algoritmą ar schemą.
error-signature-invalid = Gautas parašas neatitinka dokumento. Niekas neįrašyta.
    .cause = Jo reikšmė nesutampa su pasirašančiojo sertifikatu.
    .next = Pradėkite iš naujo. Jei tai pasikartos, netęskite ir praneškite.
error-unexpected-flow = Užklausa patvirtinta nesiūlytu būdu. Niekas neįrašyta.
    .cause = Atsakyme nurodytas kitas kelias nei pradėtas čia.
    .next = Pradėkite iš naujo. Jei nepradėjote patys, nepatvirtinkite.
error-unexpected-interaction = Telefonas rodė kitą langą, nei prašyta. Niekas neįrašyta.
    .cause = Atsakyme nurodytas nesiūlytas langas.
    .next = Pradėkite iš naujo. Jei tai pasikartos, praneškite.
error-certificate-revoked = Sertifikatas atšauktas. Niekas nepasirašyta.
    .cause = Išdavėjas jį atšaukė visam laikui: juo nieko nebegalima pasirašyti.
    .next = Pasirašykite kitu sertifikatu arba gaukite iš išdavėjo naują.
error-certificate-suspended = Sertifikato galiojimas sustabdytas. Niekas nepasirašyta.
    .cause = Išdavėjas jį laikinai sustabdė.
    .next = Paprašykite išdavėjo atnaujinti jo galiojimą arba pasirašykite kitu sertifikatu.
error-certificate-expired = Sertifikato galiojimas baigėsi. Niekas nepasirašyta.
    .cause = Dabar juo sukurtas parašas negaliotų.
    .next = Pasirašykite kitu sertifikatu arba paprašykite išdavėjo jį atnaujinti.
error-certificate-not-yet-valid = Sertifikatas dar negalioja. Niekas nepasirašyta.
    .cause = Jo galiojimas prasideda vėliau arba šio kompiuterio laikrodis atsilieka.
    .next = Patikrinkite kompiuterio laikrodį arba palaukite, kol galiojimas prasidės.
error-certificate-not-for-signing = Šis sertifikatas neskirtas pasirašyti. Niekas nepasirašyta.
    .cause = Jis skirtas prisijungti ar kam kitam: tarp rakto paskirčių pasirašymo nėra.
    .next = Pasirašykite kitu sertifikatu arba kreipkitės į išdavėją.
error-certificate-not-usable = Šio sertifikato sutartims pasirašyti naudoti negalima.
    .cause = Jo grandinė iki patikimo išdavėjo arba tai, ką pasirašymo sertifikatas privalo turėti, negalioja.
    .next = Pasirašykite kitu sertifikatu arba kreipkitės į išdavėją.

## Services beside the one that signs: time-stamps, the fate of certificates, issuers

service-asked =
    { $asked ->
        [ocsp] Sertifikatų būsenos tarnyba
        [crl] Atšaukimo sąrašo serveris
        [issuer] Leidėjo sertifikato serveris
       *[timestamp] Laiko žymų tarnyba
    }
service-csc = Pasirašymo paslauga laiko žymos nesuteikė.
service-why =
    { $why ->
        [tsp-rejection] Laiko žymų tarnyba atmetė užklausą ir nenurodė kodėl.
        [tsp-bad-alg] Laiko žymų tarnyba nepriima šios maišos funkcijos.
        [tsp-bad-request] Laiko žymų tarnyba neleidžia tokios rūšies užklausų.
        [tsp-bad-data-format] Laiko žymų tarnybos teigimu, užklausos forma neteisinga.
        [tsp-time-not-available] Laiko žymų tarnyba šiuo metu neturi laiko šaltinio.
        [tsp-unaccepted-policy] Laiko žymų tarnyba neteikia žymų pagal taisykles, kurių reikalauja ryšio profilis.
        [tsp-unaccepted-extension] Laiko žymų tarnyba nepalaiko užklausos plėtinio.
        [tsp-add-info-not-available] Laiko žymų tarnyba neturi papildomos informacijos, kurios prašyta.
        [tsp-system-failure] Laiko žymų tarnyboje įvyko gedimas: apie jį ji pranešė pati.
        [tsp-waiting] Laiko žymų tarnyba atidėjo užklausą ir žymos dar nesukūrė.
        [tsp-revocation-warning] Laiko žymų tarnyba įspėja, kad jos sertifikatas netrukus bus atšauktas.
        [tsp-revocation-notification] Laiko žymų tarnybos teigimu, jos sertifikatas atšauktas.
        [tsp-status-unknown] Laiko žymų tarnyba atsakė būsena, kurios jos standarte nėra.
        [policy-mismatch] Laiko žyma suteikta pagal kitas taisykles, nei reikalauja ryšio profilis.
        [tsa-clock-wrong] Laiko žymų tarnybos laikrodis klysta { $minutes } min.
        [clocks-differ] Laiko žymų tarnybos nurodytas laikas nuo šio kompiuterio laiko skiriasi { $minutes } min.
        [imprint-mismatch] { error-imprint-mismatch.cause }
        [nonce-mismatch] { error-nonce-mismatch.cause }
        [answer-invalid] { service-asked } pateikė atsakymą, kurio negalima perskaityti arba kurio parašas negalioja.
        [ocsp-malformed-request] Sertifikatų būsenos tarnybos teigimu, užklausos forma neteisinga.
        [ocsp-internal-error] Sertifikatų būsenos tarnyboje įvyko gedimas: apie jį ji pranešė pati.
        [ocsp-try-later] Sertifikatų būsenos tarnyba prašo klausti vėliau.
        [ocsp-sig-required] Sertifikatų būsenos tarnyba atsako tik į pasirašytas užklausas.
        [ocsp-unauthorized] Sertifikatų būsenos tarnyba į šį klausimą neatsako arba neatsako mums.
        [ocsp-status-unknown] Sertifikatų būsenos tarnyba atsakė būsena, kurios jos standarte nėra.
        [not-covered] { service-asked } apie šį sertifikatą nieko nepasakė.
        [crl-scope] Atšaukimo sąrašas skirtas kitiems sertifikatams.
        [not-of-now] { service-asked } pateikė ne šio meto atsakymą.
        [not-the-issuer] Rastas sertifikatas nėra leidėjo.
        [certificate-unreadable] To, kas rasta vietoj leidėjo sertifikato, negalima perskaityti.
        [no-address] Sertifikate nenurodyta, kur to būtų galima klausti.
        [none-named] Laiko žymų tarnyba nenurodyta.
        [too-much] Būtų reikėję klausti per daug arba per ilgai.
        [nothing-said] Niekas to negalėjo pasakyti.
        [nothing-there] { service-asked } šiuo adresu nieko neteikia.
        [service-refused] { service-asked } neįleidžia šio kompiuterio ar įstaigos.
        [service-forbids] { service-asked } tai draudžia: galbūt su šia įstaiga nėra sutarties.
        [too-many-requests] { service-asked } gavo daugiau užklausų, nei kam nors leidžia.
        [unavailable] { service-asked } šiuo metu neveikia.
        [bad-request] { service-asked } nesuprato užklausos.
        [unexpected-status] { service-asked } pateikė atsakymą, kurio Pitser nepažįsta.
        [content-type] { service-asked } pateikė kitokios rūšies atsakymą, nei numatyta: tinklas galėjo įterpti savo puslapį.
        [answer-too-large] { service-asked } pateikė per didelį atsakymą.
        [malformed-answer] { service-asked } pateikė ne numatytos formos atsakymą.
        [answer-torn] { service-asked } pateikė atsakymą, kuris nutrūksta per vidurį.
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
       *[other] { service-asked } neatsakė taip, kaip turėtų.
    }
service-next =
    { $step ->
        [again] Bandykite dar kartą. Jei tai kartojasi, praneškite tarnybai.
        [clock] Patikrinkite šio kompiuterio datą ir laiką. Jei jie teisingi, praneškite tarnybai.
        [connection] Patikrinkite ryšį interneto naršyklėje ir bandykite dar kartą.
        [name] Nurodykite laiko žymų tarnybą ryšio profilyje arba su --tsa.
        [settings] Paprašykite ryšį nustačiusio asmens tai sutvarkyti ir bandykite dar kartą.
        [update] Patikrinkite, ar yra Pitser naujinimas. Toliau pateikta informacija padės tiems, kas tirs klaidą.
       *[later] Bandykite dar kartą, kai tarnyba vėl veiks.
    }
service-next-kept =
    { $step ->
        [again] Užbaikite parašą. Jei tai kartojasi, praneškite tarnybai. Dar kartą patvirtinti nereikės.
        [clock] Patikrinkite šio kompiuterio datą ir laiką ir tada užbaikite parašą. Dar kartą patvirtinti nereikės.
        [connection] Patikrinkite ryšį interneto naršyklėje ir tada užbaikite parašą. Dar kartą patvirtinti nereikės.
        [name] Nurodykite laiko žymų tarnybą ryšio profilyje ir tada užbaikite parašą. Dar kartą patvirtinti nereikės.
        [settings] Paprašykite ryšį nustačiusio asmens tai sutvarkyti ir tada užbaikite parašą. Dar kartą patvirtinti nereikės.
        [update] Patikrinkite, ar yra Pitser naujinimas, ir tada užbaikite parašą. Dar kartą patvirtinti nereikės.
       *[later] Užbaikite parašą, kai tarnyba vėl veiks. Dar kartą patvirtinti nereikės.
    }
error-imprint-mismatch = Laiko žyma nepriklauso šiam parašui.
    .cause = Tarnyba pažymėjo ne tai, kas jai buvo išsiųsta.
    .next = Bandykite dar kartą. Jei tai kartojasi, praneškite tarnybai.
error-nonce-mismatch = Atsakymas nepriklauso šiam klausimui.
    .cause = Gautas atsakymas į kitą klausimą, ne į tą, kuris buvo užduotas.
    .next = Bandykite dar kartą. Jei tai kartojasi, praneškite tarnybai.

## After PIN2: nothing is lost

error-timestamp-unavailable = Laiko žymos gauti nepavyko. Jūsų parašas išsaugotas.
    .cause = { service-why }
    .next = { service-next-kept }
error-revocation-unavailable = Nepavyko gauti įrodymo, kad Jūsų sertifikatas galioja. Jūsų parašas išsaugotas.
    .cause = { service-why }
    .next = { service-next-kept }
error-value-lost = Jūsų parašas gautas, bet jo nepavyko išsaugoti. Niekas neįrašyta.
    .cause = Diske nepavyko įrašyti nei pasirašyto dokumento, nei įrašo, pagal kurį parašą būtų galima užbaigti.
    .next = Atlaisvinkite vietos diske ir pasirašykite dar kartą. Reikės dar kartą patvirtinti.
error-no-timestamp = Laiko žymos gauti nepavyko. Niekas neįrašyta.
    .cause = { service-why }
    .next = { service-next }
error-no-revocation-proof = Nepavyko gauti įrodymo, kad sertifikatas galioja. Niekas neįrašyta.
    .cause = { service-why }
    .next = { service-next }
error-certificate-status-unknown = Nepavyko sužinoti, ar Jūsų sertifikatas dar galioja. Niekas nepasirašyta.
    .cause = { service-why }
    .next = { service-next }
error-output-folder-missing = Aplanko pasirašytam failui nėra. Niekas nepasirašyta.
    .cause = Jo pavadinime gali būti klaida arba jis perkeltas ar ištrintas.
    .next = Sukurkite aplanką arba pasirinkite kitą.
error-not-valid = Parengtas dokumentas nepraėjo mūsų pačių patikros. Niekas neįrašyta.
    .cause = Prieš įrašant dokumentas perskaitytas dar kartą, ir parašas jame negalioja.
    .next = Pradėkite iš naujo. Išsaugotas parašas bus išbandytas dar kartą, o paskui bus paprašyta naujo. Jei tai pasikartos, praneškite.
error-no-such-entry = Šio nebaigto parašo nebėra.
    .cause = Jis tuo metu buvo užbaigtas arba atmestas.
    .next = Atidarykite dokumentą ir pažiūrėkite, ar jis pasirašytas.

## The file

error-not-a-pdf = Tai ne PDF.
    .cause = Failas prasideda ne taip, kaip PDF, kad ir koks būtų jo pavadinimas.
    .next = Pasirinkite kitą failą.
error-empty-file = Šis failas tuščias.
    .cause = Jame nėra nė vieno baito. Galbūt jis atsisiųstas ne visas.
    .next = Gaukite failą dar kartą arba pasirinkite kitą.
error-truncated = Šis failas nukirstas.
    .cause = Trūksta jo pabaigos. Galbūt jis atsisiųstas ne visas.
    .next = Gaukite failą dar kartą arba pasirinkite kitą.
error-damaged = Šis failas sugadintas.
    .cause = Jo vidinės sandaros atsekti negalima. Kitos programos gali spėti, bet to, kas pasirašoma, spėti negalima.
    .next = Įrašykite jį iš naujo programa, iš kurios jis gautas, arba pasirinkite kitą failą.
error-needs-repair = Šis failas sugadintas. Jį galima skaityti, bet ne pasirašyti.
    .cause = Jį galima skaityti tik spėjant, kaip buvo sumanyta, o kitos programos gali spėti kitaip. To, kas pasirašoma, spėti negalima.
    .next = Įrašykite jį iš naujo programa, kuri jį sukūrė, ir pasirašykite tą failą.
error-password-needed = Šis PDF apsaugotas slaptažodžiu.
    .cause = Be slaptažodžio jo negalima nei skaityti, nei pasirašyti.
    .next = Nurodykite slaptažodį arba pasirinkite kitą failą.
error-wrong-password = Šis slaptažodis dokumento neatveria.
    .cause = Tai nei skaitymo, nei savininko slaptažodis. Didžiosios ir mažosios raidės skiriasi.
    .next = Bandykite dar kartą arba klauskite dokumento siuntėjo.
error-not-permitted = Dokumento apsauga neleidžia jo pasirašyti.
    .cause = Tas, kas apsaugojo jį slaptažodžiu, skaitytojams šios teisės nesuteikė.
    .next = Nurodykite savininko slaptažodį arba paprašykite versijos, kurią galima pasirašyti.
error-locked = Šis dokumentas daugiau parašų neleidžia.
    .cause = Jame esantis parašas draudžia bet kokius pakeitimus.
    .next = Paprašykite siuntėjo versijos, kurią galima pasirašyti.
error-field-direct = Šio parašo lauko pasirašyti negalima.
    .cause = Jis įrašytas kito failo objekto viduje, ir pasirašius pasikeistų tai, kas aplinkui.
    .next = Pasirašykite nenurodydami lauko arba įrašykite formą iš naujo.
error-field-exists = Laukas tokiu pavadinimu jau yra.
    .cause = Naujam laukui reikia savo pavadinimo.
    .next = Pasirinkite kitą pavadinimą arba jokio.
error-field-locked = Šio lauko pasirašyti nebegalima.
    .cause = Jį užrakina ankstesnis parašas.
    .next = Pasirašykite kitame lauke arba paprašykite siuntėjo versijos, kurią galima pasirašyti.
error-field-missing = Parašo lauko tokiu pavadinimu nėra.
    .cause = Tokio pavadinimo formoje nėra arba jis ten parašytas kitaip.
    .next = Pavadinimus žr. su pitser fields.
error-field-other = Šis laukas skirtas ne parašui.
    .cause = Formoje jis skirtas kam kitam.
    .next = Parašo laukus žr. su pitser fields.
error-field-signed = Šis laukas jau pasirašytas.
    .cause = Parašo lauke telpa vienas parašas.
    .next = Pasirašykite kitame lauke.
error-lock-missing = Šio lauko nebegalima pasirašyti taip, kaip jis reikalauja.
    .cause = Jis reikalauja užrakinti dokumentą, bet užraktą tektų pridėti po ankstesnių parašų, kurie tai draudžia.
    .next = Paprašykite siuntėjo versijos, kurią galima pasirašyti.
error-not-first = Šio dokumento sertifikuoti nebegalima.
    .cause = Sertifikuojantis parašas turi būti pirmas, o šis dokumentas parašą jau turi.
    .next = Pasirašykite jį nesertifikuodami.
error-no-such-page = Tokio puslapio šiame dokumente nėra. Niekas nepasirašyta.
    .cause = Antspaudas užsakytas puslapyje, kurio dokumente nėra.
    .next = Nurodykite esamo puslapio numerį, skaičiuodami nuo 1.
error-page-not-drawn = Nepavyko peržiūrėti puslapio, kad būtų rasta vieta antspaudui. Niekas nepasirašyta.
    .cause = Puslapio atvaizduoti nepavyko.
    .next = Nurodykite vietą puslapiu ir stačiakampiu arba pasirašykite be antspaudo.
error-seal-character = Antspaude negalima parodyti vieno iš reikiamų rašmenų. Niekas nepasirašyta.
    .cause = Antspaudų šriftas tokio neturi, jo nesimato arba jis atrodo kaip patikros rezultatas.
    .next = Antspaudo tekste šį rašmenį praleiskite arba pasirašykite be antspaudo.
error-seal-figures = Tai ne tokie skaičiai, kuriais nurodoma vieta ar dydis.
    .cause = Stačiakampis – keturi kableliais atskirti skaičiai, dydis – du; visi jie yra punktai.
    .next = Stačiakampį rašykite kaip 50,700,200,72, dydį kaip 200,72.
error-seal-forbidden = Šio dokumento parašas neleidžia jo puslapiuose dėti naujo antspaudo. Niekas nepasirašyta.
    .cause = Dokumentas sertifikuotas: jį galima pasirašyti, bet tik nematomai arba esamame lauke.
    .next = Pasirašykite be antspaudo arba viename iš dokumento laukų.
error-seal-no-place = Antspaudui nerasta vietos. Niekas nepasirašyta.
    .cause = Teksto nerasta nė viename puslapyje arba paskutiniuose puslapiuose nėra pakankamai laisvos vietos.
    .next = Nurodykite vietą puslapiu ir stačiakampiu, sumažinkite antspaudą arba pasirašykite be jo.
error-seal-outside = Antspaudas netilptų puslapyje. Niekas nepasirašyta.
    .cause = Stačiakampis išeina už rodomo puslapio krašto.
    .next = Nurodykite stačiakampį, esantį puslapyje: punktai nuo viršutinio kairiojo kampo, tada plotis ir aukštis.
error-seal-picture = Antspaudo paveikslo naudoti negalima. Niekas nepasirašyta.
    .cause = Jo nepavyksta perskaityti, jis per didelis arba antspaudui netinka: tinka PNG, JPEG ir SVG be teksto.
    .next = Įrašykite jį iš naujo kaip PNG arba pasirašykite be paveikslo.
error-seal-too-small = Antspaudas per mažas savo turiniui. Niekas nepasirašyta.
    .cause = Netelpa net smulkiausias tekstas, kurį dar galima perskaityti popieriuje.
    .next = Padidinkite antspaudą arba sutrumpinkite jo tekstą.
error-no-permission = Šio failo skaityti neleidžiama.
    .cause = Operacinė sistema Jums to neleidžia.
    .next = Paprašykite prieigos arba pasirinkite kitą failą.
error-file-missing = Failo nėra.
    .cause = Jis gali būti perkeltas, pervadintas arba ištrintas.
    .next = Pasirinkite failą dar kartą.
error-not-a-file = Tai ne failas.
    .cause = Tai gali būti aplankas arba įrenginys.
    .next = Pasirinkite PDF failą.
error-file-other = Failo nepavyko perskaityti.
    .cause = Diskas arba tinklo diskas pranešė apie klaidą.
    .next = Bandykite dar kartą arba pirma nukopijuokite failą į šį kompiuterį.
error-unreadable = Failo nepavyko perskaityti iki galo.
    .cause = Diskas arba tinklo diskas pranešė apie klaidą, arba failas tuo metu sutrumpėjo.
    .next = Nukopijuokite failą į šį kompiuterį ir atidarykite iš naujo.
error-contents-too-small = Parašas ilgesnis už jam paliktą vietą. Niekas neįrašyta.
    .cause = Laiko žyma arba sertifikatas daug didesni už iš anksto išbandytus.
    .next = Pasirašykite dar kartą. Išsaugotas parašas bus išbandytas dar kartą; jei jis vis tiek netilps, bus paprašyta naujo, paliekant jam daugiau vietos.
error-file-changed = Dokumentas tuo metu buvo pakeistas. Niekas nepasirašyta.
    .cause = Failas diske nebėra tas, kurį matote čia.
    .next = Atidarykite jį iš naujo ir perskaitykite, kas jame parašyta dabar.
error-too-large = Šis failas peržengia tai, ką saugu skaityti.
    .cause = Jame daugiau arba giliau įdėta nei bet kuriame tikrame dokumente.
    .next = Pasirinkite kitą failą.
error-encryption-unsupported = Šis PDF užšifruotas taip, kad Pitser jo neatveria.
    .cause = Jis užšifruotas tam tikrų sertifikatų turėtojams arba būdu, kuris nepalaikomas.
    .next = Atverkite jį programa, kuri pažįsta šį šifravimą. Jei failas pasirašytas, tikrinkite jį ten: įrašius iš naujo, parašai dingtų.
error-unsupported = Šiame PDF yra tai, ko Pitser negali pasirašyti.
    .cause = Jame panaudota nepalaikoma formato galimybė.
    .next = Įrašykite jį iš naujo kaip įprastą PDF arba pasirinkite kitą failą.

## What a signature field demands

error-demand-appearance = Laukas reikalauja tam tikros išvaizdos. Niekas nepasirašyta.
    .cause = Išvaizdą pavadinimu { $wanted } turi kita programa.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-digest = Laukas reikalauja kitos maišos funkcijos. Niekas nepasirašyta.
    .cause = Leidžiama: { $wanted }; parašui būtų naudojama { $ordered }.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-filter = Laukas reikalauja kitos programos parašo. Niekas nepasirašyta.
    .cause = Leidžiami tik doroklės { $wanted } parašai.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-issuer = Laukas reikalauja kito išdavėjo sertifikato. Niekas nepasirašyta.
    .cause = Leidžiama: { $wanted }; Jūsų sertifikatą išdavė { $ordered }.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-key-usage = Laukas reikalauja kitos paskirties sertifikato. Niekas nepasirašyta.
    .cause = Leidžiama rakto paskirtis: { $wanted }; Jūsų sertifikato: { $ordered }.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-kind = Laukas reikalauja kitos rūšies parašo. Niekas nepasirašyta.
    .cause = Laukas skirtas: { $wanted }; užsakyta: { $ordered }.
    .next = Nurodykite --certify su tuo, kam laukas skirtas, arba įprastam parašui jo nerašykite; arba pasirašykite kitame lauke.
error-demand-legal-attestation = Laukas reikalauja teisinio pareiškimo. Niekas nepasirašyta.
    .cause = Pareiškimas būtų: { $wanted }
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-lock-document = Laukas reikalauja kito užrakto. Niekas nepasirašyta.
    .cause = Po to dokumente turi būti leidžiama: { $wanted }; užsakyta: { $ordered }.
    .next = Pakeiskite, ką leidžia sertifikavimas, arba pasirašykite kitame lauke.
error-demand-policy = Laukas reikalauja pagal kitas taisykles išduoto sertifikato. Niekas nepasirašyta.
    .cause = Leidžiama: { $wanted }; Jūsų sertifikato: { $ordered }.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-reason = Laukas reikalauja priežasties iš savo sąrašo. Niekas nepasirašyta.
    .cause = Leidžiama: { $wanted }; nurodyta: „{ $ordered }“.
    .next = Nurodykite vieną iš šių priežasčių arba, jei rinktis nėra iš ko, nenurodykite jokios.
error-demand-revocation-inside = Laukas reikalauja sertifikato būsenos įrodymo parašo viduje. Niekas nepasirašyta.
    .cause = Pagal Europos standartą jis yra šalia parašo ir negali būti jo viduje.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-signature-policy = Laukas reikalauja parašo taisyklių. Niekas nepasirašyta.
    .cause = Taisyklės: { $wanted }.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-sub-filter = Laukas reikalauja kitos koduotės parašo. Niekas nepasirašyta.
    .cause = Leidžiamos tik koduotės { $wanted }.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-subject = Laukas reikalauja tam tikro sertifikato. Niekas nepasirašyta.
    .cause = Leidžiama: { $wanted }; Jūsų: { $ordered }.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-subject-name = Laukas reikalauja kito asmens sertifikato. Niekas nepasirašyta.
    .cause = Leidžiamas tik sertifikatas, kuriame yra { $wanted }; Jūsų: { $ordered }.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.
error-demand-timestamp = Laukas reikalauja laiko žymos. Niekas nepasirašyta.
    .cause = Užsakytas lygmuo jos neturi.
    .next = Užsakykite b-t arba aukštesnį lygmenį.
error-demand-version = Laukas reikalauja naujesnės programos. Niekas nepasirašyta.
    .cause = Jo reikalavimai parašyti versijai { $wanted }, kuri čia nežinoma.
    .next = Pasirašykite kitame lauke arba klauskite formos autoriaus.

## The place of the signed file

error-read-only-folder = Pasirašyto failo šiame aplanke įrašyti negalima.
    .cause = Aplankas neleidžia naujų failų.
    .next = Pasirinkite pasirašytam failui kitą aplanką.
error-disk-full = Diskas pilnas. Niekas nedingo.
    .cause = Naujam failui nėra vietos.
    .next = Atlaisvinkite vietos diske ir užbaikite arba bandykite dar kartą.
error-output-exists = Failas tokiu pavadinimu jau yra.
    .cause = Pitser be prašymo neperrašo jokio failo.
    .next = Pasirinkite pasirašytam failui kitą pavadinimą.
error-output-is-document = Naujas failas užimtų paties dokumento vietą.
    .cause = Pitser niekada nekeičia originalo.
    .next = Pasirinkite naujam failui kitą pavadinimą.
error-write-failed = Pasirašyto failo nepavyko įrašyti.
    .cause = Diskas arba tinklo diskas pranešė apie klaidą.
    .next = Pasirinkite pasirašytam failui kitą aplanką.

## What was typed

error-document-number-form = Tai ne Smart-ID dokumento numeris.
    .cause = Jis nėra numatytos formos.
    .next = Patikrinkite dokumento numerį.
error-phone-number-form = Tai ne telefono numeris, kuris gali turėti Mobile-ID.
    .cause = Tai ne Estijos ar Lietuvos mobiliojo telefono numeris su šalies kodu, kaip +37200000766.
    .next = Patikrinkite telefono numerį.
error-country-form = Ši paslauga šioje šalyje neprieinama.
    .cause = Pasirinkti galima tik Estiją, Latviją ir Lietuvą.
    .next = Patikrinkite šalį ir asmens kodą.
error-code-form = Tai ne šios šalies asmens kodas.
    .cause = Jis kitokios formos nei šios šalies kodai arba tokios gimimo datos nėra.
    .next = Patikrinkite šalį ir asmens kodą.
error-code-checksum = Asmens kode yra rašybos klaida.
    .cause = Paskutinis skaitmuo netinka prie kitų.
    .next = Patikrinkite šalį ir asmens kodą.
error-identifier-form = Tai nenurodo asmens.
    .cause = Šalis ir asmens kodas nėra tokios formos kaip PNOEE-40504040001.
    .next = Patikrinkite šalį ir asmens kodą.
error-profile = Ryšio profilio naudoti negalima.
    .cause = Jo faile kažko trūksta arba nurodyta tai, kas neįmanoma.
    .next = Kreipkitės į tą, iš kurio gavote profilį.
error-profile-value = Ryšio profilio naudoti negalima.
    .cause = { profile-at }{ $place }: { profile-fault }
    .next = Kreipkitės į tą, iš kurio gavote profilį.
error-profile-syntax = Ryšio profilio naudoti negalima.
    .cause = { profile-at }{ profile-syntax }
    .next = Kreipkitės į tą, iš kurio gavote profilį, arba pažiūrėkite, kaip profilis rašomas: pitser profile schema
profile-at =
    { $where ->
        [none] {""}
       *[line] { $line } eilutė,{" "}
    }
profile-syntax =
    { $fault ->
        [unknown-key] { $name }: tokio nustatymo čia nėra.
        [missing-key] { $name }: šio nustatymo trūksta.
        [twice] { $name }: tai nurodyta du kartus.
        [type] { $name }: reikšmė ne tos rūšies (tekstas kabutėse, skaičius, true arba false, sąrašas).
        [value] { $name }: tokia reikšmė čia netinka.
       *[syntax] tai ne TOML: galbūt trūksta kabučių, lygybės ženklo ar skliausto arba jų per daug.
    }
profile-fault =
    { $fault ->
        [not-https] tai ne https adresas.
        [address-end] adreso pabaigoje negali būti pasvirojo brūkšnio, /v2 ar /v3, o adrese – ženklų ? ir #.
        [csc-end] adreso pabaigoje turi būti /csc/v2.
        [not-an-address] tai ne interneto adresas.
        [name-empty] trūksta pavadinimo.
        [name-too-long] Smart-ID API 2-ojoje versijoje pavadinimas gali būti iki 32 baitų ilgio.
        [pins-missing] nė vienas raktas neleidžiamas, tad ryšys nebūtų užmegztas.
        [pin-form] raktas rašomas kaip sha256// ir 32 baitai Base64 forma.
        [uuid-form] tai ne UUID.
        [uuid-capitals] Mobile-ID UUID rašomas mažosiomis raidėmis.
        [csc-missing] profilyje nėra nuotolinio pasirašymo paslaugos (csc).
        [no-pem] čia nėra sertifikatų PEM formatu.
        [digest-not-signed] paslauga nekuria parašų su šiuo maišos algoritmu.
        [certificate] čia esančio sertifikato nepavyksta perskaityti.
        [no-anchor] nenurodytas nė vienas patikimas sertifikatas.
        [country] šalis – EE, LV arba LT.
        [language] kalba – trys mažosios raidės, pavyzdžiui, eng (ISO 639-2).
        [scheme-name] pavadinimo trūksta arba jame yra ženklas |.
        [capabilities] kiekvienas yra vienas žodis be tarpų.
        [scheme-of-v2] Smart-ID API 2-oji versija kuria tik RSASSA-PKCS1 parašus.
        [asks-of-v2] Smart-ID API 2-ojoje versijoje nėra QR kodų, tad nebūtų ko klausti.
        [size] dydis – už nulį didesnis taškų skaičius.
       *[other] šios reikšmės naudoti negalima.
    }
error-profile-not-text = Failas nėra UTF-8 koduotės tekstas.
    .cause = { $line } eilutėje yra kitos koduotės ženklų.
    .next = Įrašykite failą teksto rengyklėje UTF-8 koduote ir bandykite dar kartą.
error-profile-too-large = Failas per didelis, kad būtų ryšio profilis.
    .cause = Profilis yra ne didesnis kaip { $kilobytes } kB.
    .next = Patikrinkite, kuris failas nurodytas.
error-profile-secret = Profilyje yra paslaptis, kuriai ten ne vieta.
    .cause = Profilis laikomas faile ir perduodamas toliau, o pasirašymo paslaugos kliento paslaptis eitų kartu.
    .next = Išimkite ją iš failo, tada laikykite raktų saugykloje: pitser profile secret NAME
error-profile-missing = Profilio tokiu pavadinimu nėra.
    .cause = Tai nei šiame kompiuteryje laikomas profilis, nei skaitomas failas.
    .next = Patikrinkite --profile reikšmę. Žr.: pitser profile list
error-profile-lock = Nepavyksta perskaityti, ką šiame kompiuteryje leidžia administratorius.
    .cause = Failas { $path } netvarkingas, todėl negalima naudoti jokio ryšio profilio.
    .next = Paprašykite administratoriaus jį pataisyti.
error-profile-locked = Šio ryšio profilio šiame kompiuteryje naudoti negalima.
    .cause = Kompiuterio administratorius leidžia tik tam tikrus profilius.
    .next = Pasirinkite vieną iš leidžiamų arba kreipkitės į administratorių.
error-other-profile = Šis parašas pradėtas su kitu ryšio profiliu.
    .cause = Jam reikia to profilio, su kuriuo pradėtas, paslaugų ir pasitikėjimo.
    .next = Paleiskite Pitser su tuo profiliu ir užbaikite parašą ten.
error-address = Vieno ryšio profilyje esančio adreso naudoti negalima.
    .cause = Jis nėra interneto adreso formos.
    .next = Kreipkitės į tą, iš kurio gavote profilį.
error-interaction = Telefonui skirto teksto jame parodyti negalima.
    .cause = Jis ilgesnis, nei telefonas gali parodyti, arba tuščias.
    .next = Suteikite failui trumpesnį pavadinimą ir bandykite dar kartą.
error-link-too-long = QR kodo turinys būtų per ilgas.
    .cause = Telefonui skirtas tekstas arba pavadinimas ryšio profilyje per ilgas.
    .next = Suteikite failui trumpesnį pavadinimą ir bandykite dar kartą.
error-nonce-form = Programoje Pitser įvyko klaida. Niekas neišsiųsta.
    .cause = Atsitiktinė reikšmė nebuvo numatytos formos.
    .next = Bandykite dar kartą. Jei tai kartojasi, praneškite.

## The program

error-cancelled = Atšaukta. Niekas nepasirašyta.
    .cause = Sustabdėte čia.
    .next = Pradėkite iš naujo, kada tik norėsite.
error-busy = Pasirašomas kitas dokumentas.
    .cause = Vienu metu galima pasirašyti tik vieną dokumentą.
    .next = Pirmiausia užbaikite arba atšaukite aną.
error-not-open = Šis dokumentas nebeatidarytas.
    .cause = Po jo buvo atidaryti kiti dokumentai.
    .next = Atidarykite jį iš naujo.
error-only-in-demo = Tai galima tik demonstracijoje.
    .cause = Su šiuo ryšio profiliu telefonas yra tikras.
    .next = Naudokite savo telefoną.
error-demo-failed = Demonstracinės aplinkos nepavyko paleisti.
    .cause = Kuri nors demonstracijos dalis šiame kompiuteryje nepradėjo veikti.
    .next = Uždarykite Pitser ir paleiskite iš naujo.
error-no-home = Pitser nerado vietos savo failams.
    .cause = Operacinė sistema nenurodo Jūsų namų aplanko.
    .next = Kreipkitės į šio kompiuterio prižiūrėtoją.
error-own-folder = Pitser negali rašyti į savo aplanką.
    .cause = Į jo aplanką šiame kompiuteryje rašyti negalima arba diskas pilnas.
    .next = Atlaisvinkite vietos arba paprašykite prieigos ir bandykite dar kartą.
error-network-setup = Šio kompiuterio tinklo nepavyko parengti darbui su Pitser.
    .cause = Nepavyko parengti šifravimo arba patikimų sertifikatų sąrašo.
    .next = Uždarykite Pitser ir paleiskite iš naujo. Jei tai kartojasi, praneškite.
error-internal = Programoje Pitser įvyko klaida.
    .cause = Taip neturėtų nutikti. Jūsų pradinis failas nepaliestas.
    .next = Bandykite dar kartą. Toliau pateikta informacija padės tiems, kas tirs klaidą.

## Keys at hand

error-file-not-regular = Tai nėra įprastas failas.
    .cause = Tai kanalas arba įrenginys, kuris gali neturėti pabaigos.
    .next = Įrašykite jo turinį į failą ir nurodykite tą failą.
error-file-too-large = Failas per didelis tam, kam jis skirtas.
    .cause = Jame daugiau, nei reikia bet kuriam tokiam failui.
    .next = Patikrinkite, kuris failas nurodytas.
error-key-file = Rakto failo perskaityti negalima.
    .cause = Jo nėra arba jo skaityti neleidžiama.
    .next = Patikrinkite su --key nurodytą kelią.
error-key-password = Slaptažodis neatveria rakto failo.
    .cause = Slaptažodis neteisingas arba nenurodytas.
    .next = Nurodykite jį su --password, --password-file arba kintamajame PITSER_KEY_PASSWORD.
error-key-file-damaged = Rakto failo suprasti nepavyko.
    .cause = Tai ne PKCS#12 failas arba jis užšifruotas būdu, kurio Pitser nepažįsta.
    .next = Eksportuokite raktą iš naujo kaip PKCS#12 (.p12, .pfx).
error-no-key = Rakto faile nėra rakto, kuriuo galima pasirašyti.
    .cause = Jame nėra privačiojo rakto, priklausančio ten pat esančiam sertifikatui.
    .next = Eksportuokite raktą kartu su jo sertifikatu.
error-key-unsupported = Pitser tokios rūšies raktu nepasirašo.
    .cause = Tinka 2048–8192 bitų RSA raktai ir P-256, P-384 bei P-521 raktai.
    .next = Naudokite kitą raktą.
error-key-refused = Raktas nepasirašė. Niekas neįrašyta.
    .cause = Raktas pranešė apie klaidą.
    .next = Patikrinkite rakto failą.
error-trust-needed = Šiam lygmeniui reikia žinoti, kuo pasitikėti. Niekas nepasirašyta.
    .cause = Nuo b-lt įrodymai renkami apie kiekvieną sertifikatą iki patikimo, o patikimas nenurodytas nė vienas.
    .next = Nurodykite šakninį sertifikatą su --trust arba profilį su --profile.
error-evidence-unreadable = Įrodymų failo nepavyko perskaityti.
    .cause = Tai ne įrodymų failas arba jis sugadintas.
    .next = Pasirinkite failą, įrašytą su --save-evidence.
error-evidence-version = Įrodymų failo formos ši programa nepažįsta.
    .cause = Jį įrašė naujesnė programa (versija { $version }).
    .next = Atnaujinkite programą.
error-trust-file = Patikimų sertifikatų perskaityti negalima.
    .cause = Failo nėra arba jame nėra PEM sertifikatų.
    .next = Patikrinkite su --trust nurodytą kelią.
error-password-file = Failo su slaptažodžiu perskaityti negalima.
    .cause = Jo nėra arba jo skaityti neleidžiama.
    .next = Patikrinkite su --password-file nurodytą kelią.

## Extending, and signatures made as a whole elsewhere

error-no-signature = Tokio parašo nėra.
    .cause = Dokumentas nepasirašytas arba parašas ne nurodytame lauke.
    .next = Jo parašus žr. su pitser verify FAILAS.
error-nothing-to-add = Nėra ko pridėti. Niekas neįrašyta.
    .cause = Parašai šį lygmenį jau turi.
    .next = Prašykite aukštesnio lygmens arba palikite dokumentą tokį, koks yra.
error-cades-unreadable = Gauto parašo perskaityti negalima.
    .cause = Tai ne prašytos formos CMS parašas.
    .next = Bandykite dar kartą; jei tai kartojasi, praneškite paslaugos teikėjui.
error-cades-form = Gautas parašas nėra tokios formos, kokios reikia PDF.
    .cause = Tai ne vienas atskirtas CAdES parašas su atributais, kurių reikalauja PAdES.
    .next = Praneškite paslaugos teikėjui.
error-cades-signing-time = Gautame paraše laikas nurodytas ten, kur PAdES tai draudžia.
    .cause = Atributas signing-time yra tarp pasirašytų atributų.
    .next = Praneškite paslaugos teikėjui.
error-cades-other-document = Gautas parašas yra kito dokumento.
    .cause = Jame esanti santrauka ne šio dokumento.
    .next = Pradėkite iš naujo; jei tai kartojasi, praneškite paslaugos teikėjui.
error-cades-other-signer = Gautą parašą sukūrė ne tas asmuo, kuris turėjo pasirašyti.
    .cause = Sertifikato jame nėra arba jis kitas.
    .next = Pradėkite iš naujo; jei tai kartojasi, praneškite paslaugos teikėjui.
error-timestamp-mismatch = Laiko žyma skirta kam kitam.
    .cause = Tarnyba pažymėjo kitus duomenis, nei jai buvo išsiųsta.
    .next = Bandykite dar kartą arba nurodykite kitą laiko žymų tarnybą.
