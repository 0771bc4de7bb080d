# What went wrong: the message says what, .cause why, .next what to do now.
# One entry for every code that the program can give; never one text for two causes that can be told apart.

## What the phone answered

error-user-refused = Katkestasite telefonis. Midagi ei allkirjastatud.
    .cause = Smart-ID rakenduses lükati päring tagasi.
    .next = Kui see oli eksitus, saatke päring uuesti.
error-session-open = Telefonis võib olla veel avatud päring, seepärast uut ei saadetud.
    .cause = Varasemat päringut ei ole seal veel kinnitatud ega tagasi lükatud, selle vastus läks kaduma või allkirjastab sama telefoniga mõni teine aken või programm. Kahte päringut korraga ei saaks eristada.
    .next = Lükake varasem päring telefonis tagasi või laske sel aeguda (kuni { $minutes } min), siis saatke uuesti. Ärge kinnitage seal midagi, mida Te ise ei alustanud.
error-user-refused-choice = Teil on mitu Smart-ID kontot ja ühes neist katkestasite. Midagi ei allkirjastatud.
    .cause = Ühes Teie telefonis lükati konto valik tagasi.
    .next = Proovige uuesti ja kinnitage õiges telefonis.
error-timed-out = Vastust ei tulnud õigel ajal. Midagi ei allkirjastatud.
    .cause = Telefon ei vastanud, kuni päring oli avatud.
    .next = Kontrollige, kas telefonil on internetiühendus, avage Smart-ID rakendus ja saatke päring uuesti.
error-wrong-code = Telefonis ei valitud siin näidatud kontrollkoodi. Midagi ei allkirjastatud.
    .cause = Valiti vale kood või ei olnud telefonis olnud päring Teie oma.
    .next = Alustage algusest ja võrrelge koodi. Kui Te ise päringut ei alustanud, ärge seda kinnitage.
error-document-unusable = Teie Smart-ID kontot ei saa praegu kasutada. Midagi ei allkirjastatud.
    .cause = Selle kontoga ei saa hetkel allkirjastada: PIN2-kood võib olla lukus.
    .next = Avage Smart-ID rakendus, vaadake, mida see küsib, ja proovige siis uuesti.
error-account-unusable = Teie Smart-ID kontot ei saa kasutada. Midagi ei allkirjastatud.
    .cause = Konto võib olla aegunud või eemaldatud.
    .next = Avage Smart-ID rakendus. Võimalik, et seal tuleb registreerida uus konto.
error-app-too-old = Smart-ID rakendus on selle päringu jaoks liiga vana. Midagi ei allkirjastatud.
    .cause = Telefonis olev rakendus ei tunne seda liiki päringut.
    .next = Uuendage Smart-ID rakendust oma telefoni rakenduste poes ja proovige siis uuesti.
error-interrupted = Teine Smart-ID päring katkestas selle. Midagi ei allkirjastatud.
    .cause = Telefoni jõudis teine päring enne, kui see lõpule jõudis.
    .next = Lõpetage või katkestage teine päring ja alustage siis uuesti.
error-protocol-failure = Telefon ja Smart-ID teenus ei jõudnud kokkuleppele. Midagi ei allkirjastatud.
    .cause = Rakendus teatas andmevahetuse veast.
    .next = Avage Smart-ID rakendus, kontrollige, kas sellele on uuendus, ja proovige uuesti.
error-server-fault = Smart-ID teatas omapoolsest rikkest. Midagi ei allkirjastatud.
    .cause = Teenus lõpetas päringu tehnilise veaga.
    .next = Oodake hetk ja proovige uuesti.
error-unknown-end-result = Päring lõppes viisil, mida Pitser ei tunne. Midagi ei allkirjastatud.
    .cause = Teenus nimetas põhjuse, mida selle Pitseri versiooni valmimise ajal ei olnud.
    .next = Kontrollige, kas Pitserile on uuendus, või proovige uuesti.

error-mobile-cancelled = Katkestasite telefonis. Midagi ei allkirjastatud.
    .cause = Mobiil-ID päring lükati telefonis tagasi.
    .next = Kui see oli eksitus, saatke päring uuesti.
error-mobile-timed-out = Telefon ei vastanud õigel ajal. Midagi ei allkirjastatud.
    .cause = PIN2-koodi ei sisestatud, kuni Mobiil-ID päring oli avatud.
    .next = Kontrollige, kas telefon on sisse lülitatud ja levis, ning saatke päring uuesti.
error-mobile-not-client = Sellel numbril ja isikukoodil ei ole kehtivat Mobiil-ID-d.
    .cause = Nende kohta ei ole Mobiil-ID lepingut või ei ole selle sertifikaadid aktiivsed.
    .next = Kontrollige telefoninumbrit ja isikukoodi.
error-mobile-not-found = Nende andmetega ei leitud Mobiil-ID sertifikaati.
    .cause = Telefoninumber või isikukood võib olla valesti sisestatud või ei kuulu need kokku.
    .next = Kontrollige telefoninumbrit ja isikukoodi.
error-mobile-hash-mismatch = SIM-kaart ja Mobiil-ID teenus ei sobi kokku. Midagi ei allkirjastatud.
    .cause = SIM-kaart on seadistatud teisiti, kui operaator teenusele teatas.
    .next = Pöörduge oma mobiilioperaatori poole.
error-mobile-phone-absent = Telefoniga ei saa ühendust. Midagi ei allkirjastatud.
    .cause = Telefon on välja lülitatud või levist väljas.
    .next = Lülitage telefon sisse, oodake, kuni see on levis, ja saatke päring uuesti.
error-mobile-delivery-failed = Päringut ei saanud telefoni toimetada. Midagi ei allkirjastatud.
    .cause = Operaator ei saanud päringuga sõnumit saata.
    .next = Oodake hetk ja saatke päring uuesti. Abi võib olla telefoni taaskäivitamisest.
error-mobile-sim-fault = SIM-kaart andis vastuse, mida ei saa kasutada. Midagi ei allkirjastatud.
    .cause = Kaardil läks midagi valesti või on PIN2-kood lukus.
    .next = Taaskäivitage telefon ja proovige uuesti. Kui viga kordub, pöörduge oma mobiilioperaatori poole.
error-mobile-not-active = Selle numbri Mobiil-ID ei ole aktiveeritud.
    .cause = Sertifikaadid on olemas, kuid need ei ole veel või ei ole enam aktiivsed.
    .next = Aktiveerige Mobiil-ID või pöörduge oma mobiilioperaatori poole.
error-mobile-not-ready = Selle numbri Mobiil-ID ei ole veel valmis. Midagi ei allkirjastatud.
    .cause = See võib olla just tellitud või uuendatud.
    .next = Oodake veidi ja proovige uuesti.
error-mobile-fault = Mobiil-ID teatas omapoolsest rikkest. Midagi ei allkirjastatud.
    .cause = Teenus lõpetas päringu tehnilise veaga.
    .next = Oodake hetk ja proovige uuesti.
error-csc-denied = Keeldusite allkirjastamisteenuse lehel. Midagi ei allkirjastatud.
    .cause = Allkirjastamisteenusele öeldi, et seda ei lubata, või ei luba teenus seda ise.
    .next = Kui see oli eksitus, saatke päring uuesti.
error-csc-client-not-allowed = Allkirjastamisteenus ei luba sellel programmil üht oma funktsiooni kasutada. Midagi ei allkirjastatud.
    .cause = Programmi registreering teenuses seda ei hõlma.
    .next = Pöörduge profiili seadistaja poole.
error-csc-client-refused = Allkirjastamisteenus ei tunne seda programmi. Midagi ei allkirjastatud.
    .cause = Profiilis olev kliendi tunnus või võtmehoidlas olev saladus ei ole teenuse antud.
    .next = Parandage tunnus profiilis või saladus: akna allkirjastamisvormis või käsuga pitser profile secret NAME
error-csc-secret-missing = Saladust, mille järgi allkirjastamisteenus seda programmi tunneb, ei ole võtmehoidlas. Midagi ei allkirjastatud.
    .cause = Programm logib sisse ise ja selleks andis teenus talle saladuse.
    .next = Sisestage see korra akna allkirjastamisvormis või käivitage: pitser profile secret { $profile }. Kus võtmehoidlat ei ole, määrake PITSER_CSC_SECRET.
error-keychain-unavailable = Selle arvuti võtmehoidlat ei saa kasutada.
    .cause = See on lukus või puudub, nagu serveris ja väljaspool töölauaseanssi.
    .next = Avage see ja proovige uuesti. Kus seda ei ole, määrake PITSER_CSC_SECRET, puhverserveri jaoks PITSER_PROXY_LOGIN.
error-csc-scope = Allkirjastamisteenus ei anna allkirjastamiseks vajalikku luba. Midagi ei allkirjastatud.
    .cause = See ei tunne küsitud ulatust.
    .next = Kontrollige profiilist, kas see on Cloud Signature Consortiumi 2. versiooni teenus.
error-csc-response-type = Allkirjastamisteenus ei luba brauseri kaudu sisse logida. Midagi ei allkirjastatud.
    .cause = See ei anna autoriseerimiskoode.
    .next = Valige profiilis, et programm logib ise sisse, kui teenus seda võimaldab.
error-csc-grant = Allkirjastamisteenuse sisselogimist ei saa enam kasutada. Midagi ei allkirjastatud.
    .cause = Brauseri toodud kood on liiga vana, juba kasutatud või mõeldud kellelegi teisele.
    .next = Alustage uuesti ja logige uuesti sisse.
error-csc-session-over = Allkirjastamisteenuse sisselogimine on aegunud. Midagi ei allkirjastatud.
    .cause = Selle juurdepääsutõend on aegunud või tagasi võetud.
    .next = Alustage uuesti ja logige uuesti sisse.
error-csc-token-invalid = Allkirjastamisteenus ei tunnista enda juurdepääsutõendit. Midagi ei allkirjastatud.
    .cause = Teenuse sõnul ei ole see tema OAuth 2.0 tõend.
    .next = Alustage uuesti ja logige uuesti sisse. Kui viga kordub, teatage teenusele.
error-csc-wrong-data = Allkirjastamisteenus ei võta PIN-koodi või parooli vastu. Midagi ei allkirjastatud.
    .cause = Sisestatu ei kuulu selle võtme juurde. Pärast mitut vale katset võib teenus selle lukustada.
    .next = Kontrollige see üle ja saatke päring uuesti.
error-csc-wrong-otp = Allkirjastamisteenus ei võta ühekordset parooli vastu. Midagi ei allkirjastatud.
    .cause = See on valesti sisestatud, liiga vana või juba kasutatud.
    .next = Saatke päring uuesti ja sisestage uus ühekordne parool.
error-csc-locked = Teie võti allkirjastamisteenuses on lukus. Midagi ei allkirjastatud.
    .cause = Teenus lukustab selle pärast mitut vale PIN-koodi või parooli.
    .next = Paluge allkirjastamisteenusel see avada.
error-csc-disabled = Teie võti allkirjastamisteenuses on välja lülitatud. Midagi ei allkirjastatud.
    .cause = Teenuse sõnul ei ole see kasutusel.
    .next = Pöörduge allkirjastamisteenuse poole või valige teine võti.
error-csc-credential-unknown = Allkirjastamisteenuses ei ole Teil sellist võtit. Midagi ei allkirjastatud.
    .cause = Võtme tunnus on valesti kirjutatud või kuulub kellelegi teisele.
    .next = Kontrollige tunnust või jätke see ära, et kasutada oma ainsat võtit.
error-csc-too-many = Seda on rohkem, kui Teie võti korraga allkirjastab. Midagi ei allkirjastatud.
    .cause = Teenus lubab ühe loaga vähem allkirju.
    .next = Allkirjastage korraga vähem dokumente.
error-csc-sad-expired = Teie allkirjastamisluba on aegunud. Midagi ei allkirjastatud.
    .cause = See anti, kuid seda ei kasutatud õigel ajal.
    .next = Saatke päring uuesti ja andke luba veel kord.
error-csc-sad-invalid = Allkirjastamisteenus ei tunnista Teie allkirjastamisluba. Midagi ei allkirjastatud.
    .cause = See on juba kasutatud või teenus ei tunne seda ära.
    .next = Saatke päring uuesti ja andke luba veel kord.
error-csc-not-authorised = Allkirjastamisteenuse sõnul Te seda dokumenti ei lubanud. Midagi ei allkirjastatud.
    .cause = Allkirjastatav ei ole nende seas, mille jaoks luba anti.
    .next = Saatke päring uuesti. Kui viga kordub, teatage teenusele.
error-csc-certificate-expired = Teie võtme sertifikaat allkirjastamisteenuses on aegunud. Midagi ei allkirjastatud.
    .cause = Sellega ei saa enam allkirjastada.
    .next = Küsige allkirjastamisteenuselt uus või valige teine võti.
error-csc-fault = Allkirjastamisteenus teatas omapoolsest rikkest. Midagi ei allkirjastatud.
    .cause = Teenuses tekkis ootamatu olukord.
    .next = Oodake hetk ja proovige uuesti.
error-csc-not-offered = Allkirjastamisteenusel puudub allkirjastamiseks vajalik funktsioon. Midagi ei allkirjastatud.
    .cause = Teenus seda meetodit ei toeta.
    .next = Valige profiilis teine allkirjastamisviis, mis teenusel on.
error-csc-version = Allkirjastamisteenus kasutab liidese teist versiooni kui see programm. Midagi ei allkirjastatud.
    .cause = See programm kasutab Cloud Signature Consortiumi liidese 2. versiooni.
    .next = Küsige allkirjastamisteenuselt 2. versiooni aadressi ja paluge ühenduse seadistajal see sisestada.
error-csc-entrance = Allkirjastamisteenus ei lase kedagi sisse nii, nagu profiil ette näeb. Midagi ei allkirjastatud.
    .cause = Teenuse loendis sellist sisselogimisviisi ei ole.
    .next = Paluge ühenduse seadistajal valida profiilis sisselogimisviis, mis teenusel on.
error-csc-method-missing = Allkirjastamisteenuse loendis ei ole funktsiooni, mida allkirjastamiseks on vaja. Midagi ei allkirjastatud.
    .cause = Mida teenus ei loetle, seda ei kutsuta välja.
    .next = Valige profiilis allkirjastamisviis, mis teenusel on, või pöörduge teenuse poole.
error-csc-format = Allkirjastamisteenus ei tee PDF-failidele terveid allkirju. Midagi ei allkirjastatud.
    .cause = Teenuse vormingute hulgas ei ole PAdES-i ega eraldiseisvat CAdES-i.
    .next = Paluge ühenduse seadistajal lasta teenusel räsisid allkirjastada (profiilis signs = "hashes").
error-csc-level = Allkirjastamisteenus ei tee selle tasemega terveid allkirju. Midagi ei allkirjastatud.
    .cause = Teenuse tehtavate tasemete hulgas seda ei ole.
    .next = Valige teine tase või paluge ühenduse seadistajal lasta teenusel räsisid allkirjastada (profiilis signs = "hashes").
error-csc-mode = Teie võtit allkirjastamisteenuses lubatakse kasutada viisil, mida see programm ei tunne. Midagi ei allkirjastatud.
    .cause = Teenus nimetab loa liiki, mida tema spetsifikatsioonis ei ole.
    .next = Pöörduge allkirjastamisteenuse poole või valige teine võti.
error-csc-factors = Teie võti allkirjastamisteenuses nõuab tõendit, mida siin anda ei saa. Midagi ei allkirjastatud.
    .cause = See programm tunneb PIN-koode, paroole, ühekordseid paroole ja kinnitamist teises seadmes.
    .next = Küsige allkirjastamisteenuselt teist tõendamisviisi või valige teine võti.
error-csc-certificate-revoked = Teie võtme sertifikaat allkirjastamisteenuses on tühistatud. Midagi ei allkirjastatud.
    .cause = Nii ütleb teenus. Seda ei saa enam kehtivaks muuta.
    .next = Küsige allkirjastamisteenuselt uus või valige teine võti.
error-csc-certificate-suspended = Teie võtme sertifikaadi kehtivus allkirjastamisteenuses on peatatud. Midagi ei allkirjastatud.
    .cause = Nii ütleb teenus. Kuni kehtivus taastatakse, ei saa sellega allkirjastada.
    .next = Paluge allkirjastamisteenusel kehtivus taastada või valige teine võti.
error-csc-unknown-error = Allkirjastamisteenus keeldus viisil, mida see programm ei tunne. Midagi ei allkirjastatud.
    .cause = Teenuse spetsifikatsioon seda viga ei nimeta.
    .next = Proovige uuesti. Kui viga kordub, uuendage programmi.
error-csc-state = Brauser tuli tagasi lehelt, mida see programm ei avanud. Midagi ei allkirjastatud.
    .cause = Toodu ei kuulu selle allkirjastamise juurde. Keegi võib püüda enda sisselogimist vahele sokutada.
    .next = Alustage uuesti. Lubage ainult seda, mida ise alustasite.
error-csc-timed-out = Allkirjastamisteenus ei saanud Teilt õigel ajal vastust. Midagi ei allkirjastatud.
    .cause = Brauserilehel jäi toiming lõpetamata või ei kinnitatud seda mujal.
    .next = Saatke päring uuesti ja lõpetage see brauseris või oma seadmes.
error-csc-no-credential = Teil ei ole allkirjastamisteenuses võtit. Midagi ei allkirjastatud.
    .cause = Teenuse loendis ei ole selle isiku kohta ühtegi kehtivat.
    .next = Hankige see teenusest või logige sisse teise isikuna.
error-csc-insecure = Allkirjastamisteenus nimetab krüpteerimata aadressi. Midagi ei allkirjastatud.
    .cause = Sisselogimine ja allkirjastamisluba liiguvad TLS-i kaudu või üldse mitte.
    .next = Teatage allkirjastamisteenusele või parandage aadress profiilis.
error-csc-elsewhere = Allkirjastamisteenus saadab selle programmi sisse logima mujale. Midagi ei allkirjastatud.
    .cause = Profiil määrab teenuse võtmed, kuid mitte ühtegi selle teise aadressi võtit.
    .next = Kui aadress on õige, paluge ühenduse seadistajal lisada profiili oauth-pins.
error-csc-several-credentials = Teil on allkirjastamisteenuses mitu võtit: { $ids }. Midagi ei allkirjastatud.
    .cause = Millega neist allkirjastada, ei öeldud.
    .next = Allkirjastage uuesti ja valige üks või nimetage see profiilis või valikuga --credential.
error-csc-not-answered = Allkirjastamisteenus tahab teada midagi, millele keegi ei vastanud. Midagi ei allkirjastatud.
    .cause = See võti vajab PIN-koodi, parooli või ühekordset parooli.
    .next = Saatke päring uuesti ja vastake sellele. Käsurida küsib terminalis.
error-browser-no-return = Brauser ei saanud sellesse programmi tagasi tulla. Midagi ei allkirjastatud.
    .cause = Selle jaoks ei õnnestunud avada ühtegi selle arvuti aadressi.
    .next = Proovige uuesti. Kui viga kordub, võib takistuseks olla turvaprogramm.
error-browser-missing = Lehte ei õnnestunud avada.
    .cause = Selles arvutis ei vasta ükski brauser.
    .next = Paigaldage brauser või valige see süsteemi sätetes ja proovige uuesti.
error-nobody-known = Selles arvutis ei ole enam kedagi meeles. Midagi ei allkirjastatud.
    .cause = Varasem allkirjastaja unustati vahepeal, võib-olla mõnes teises aknas.
    .next = Öelge, kes allkirjastab, ja alustage uuesti.
error-not-together = Neid dokumente ei saa koos allkirjastada.
    .cause = Ühe loaga ja ühe võtmega allkirjastab mitu dokumenti ainult allkirjastamisteenus.
    .next = Allkirjastage need ükshaaval või kasutage valikut --csc.

## What the service answered

error-not-found = Nende andmetega ei leitud Smart-ID kontot, millega saab allkirjastada.
    .cause = Riik või isikukood võib olla valesti sisestatud või on olemas ainult Smart-ID Basic konto, millega lepinguid allkirjastada ei saa.
    .next = Kontrollige riiki ja isikukoodi.
error-service-refused = Sellel arvutil või asutusel ei ole lubatud teenust kasutada.
    .cause = Teenus ei aktsepteerinud päringu esitajat.
    .next = Pöörduge selle poole, kes Teile selle ühenduse seadistas.
error-service-forbids = Sellel asutusel ei ole lubatud seda teenusega teha.
    .cause = Teenus tunneb päringu esitajat, kuid ei luba seda liiki päringut.
    .next = Pöörduge selle poole, kes Teile selle ühenduse seadistas.
error-see-app = Avage Smart-ID rakendus: seal on Teile teade.
    .cause = Teenus palub Teil vaadata rakendusse või iseteenindusportaali.
    .next = Lugege rakenduses teadet ja proovige siis uuesti.
error-client-too-old = Pitser on selle teenuse jaoks liiga vana.
    .cause = Smart-ID ei kasuta enam seda suhtlusviisi, mida see versioon tunneb.
    .next = Uuendage Pitserit.
error-maintenance = Smart-ID-d praegu hooldatakse.
    .cause = Teenuses tehakse hooldustöid.
    .next = Oodake veidi ja proovige uuesti.
error-too-many-requests = Teenus praegu siit rohkem päringuid vastu ei võta.
    .cause = Sellelt küsiti sagedamini, kui see kellelgi küsida lubab.
    .next = Oodake mõni minut ja proovige uuesti.
error-unavailable = Teenus ei ole praegu kättesaadav.
    .cause = Teenus vastas veateatega.
    .next = Oodake hetk ja proovige uuesti.
error-bad-request = Teenus ei saanud päringust aru.
    .cause = Teenus lükkas päringu kuju tõttu tagasi.
    .next = Kontrollige, kas Pitserile on uuendus. Allolevad üksikasjad aitavad neid, kes viga uurivad.
error-malformed-answer = Teenuse vastust ei saanud lugeda.
    .cause = Saabunu ei ole kokkulepitud kujul.
    .next = Proovige uuesti. Kui viga kordub, kontrollige, kas Pitserile on uuendus.
error-answer-torn = Teenuse vastus on poolik.
    .cause = See katkeb keskelt: miski teel ei lasknud kogu vastust läbi.
    .next = Proovige uuesti; kui viga kordub, siis mõnes teises võrgus.
error-unexpected-status = Teenus andis vastuse, mida Pitser ei tunne.
    .cause = Teenust võidi pärast selle Pitseri versiooni valmimist muuta.
    .next = Proovige uuesti. Kui viga kordub, kontrollige, kas Pitserile on uuendus.
error-content-type = Teenuse vastust ei saanud lugeda.
    .cause = Vastus ei ole kokkulepitud liiki: mõni võrk võis oma lehe vahele panna.
    .next = Kontrollige ühendust veebilehitsejas ja proovige siis uuesti.
error-session-lost = Teenus ei tunne seda päringut enam. Midagi ei allkirjastatud.
    .cause = See võttis liiga kaua aega või teenus unustas selle.
    .next = Alustage uuesti.

## The way to the service

error-unreachable = Teenusega ei saa ühendust.
    .cause = Internetiühendust võib mitte olla või on tulemüür ees.
    .next = Kontrollige ühendust ja proovige uuesti.
error-connection-broken = Ühendus teenusega katkes.
    .cause = See lõppes enne, kui kogu vastus kohale jõudis.
    .next = Kontrollige ühendust ja proovige uuesti.
error-host-unknown = Teenuse aadressi ei leitud.
    .cause = Internetiühendust ei ole või on nimi ühenduse profiilis vale.
    .next = Kontrollige ühendust veebilehitsejas ja proovige siis uuesti.
error-service-timed-out = Teenus ei vastanud õigel ajal.
    .cause = Teenus või ühendus sellega on praegu liiga aeglane.
    .next = Oodake hetk ja proovige uuesti.
error-proxy-unreachable = Selle võrgu puhverserverit ei saa kätte.
    .cause = Aadressil { $proxy } ei vasta keegi: aadress võib olla vananenud või on arvuti teises võrgus.
    .next = Kontrollige puhverserverit ühendusprofiilis või selle arvuti seadetes ja proovige uuesti.
error-proxy-login = Selle võrgu puhverserver nõuab nime ja parooli.
    .cause = { $proxy } ei lase läbi kedagi, keda ta ei tunne, ning nime ja parooli sellele ei antud.
    .next = Salvestage need profiilis nimetatud puhverserveri jaoks: aknas või käsuga pitser profile proxy-login NAME. Või määrake PITSER_PROXY_LOGIN kujul NIMI:PAROOL või paluge võrgu haldajal Pitser läbi lasta.
error-proxy-login-name = Puhverserveri nimes ei tohi olla koolonit.
    .cause = Koolon lõpetab nime ja selle järel algab parool.
    .next = Sisestage nimi ilma koolonita; paroolis võib kooloneid olla.
error-proxy-login-refused = Selle võrgu puhverserver ei võta seda nime ja parooli vastu.
    .cause = { $proxy } sai nime ja parooli, kuid ei tunne neid: need võivad olla valesti sisestatud või vahepeal muutunud.
    .next = Salvestage puhverserveri jaoks õiged: aknas või käsuga pitser profile proxy-login NAME. Kui on määratud PITSER_PROXY_LOGIN või on need süsteemi puhverserveri aadressis, parandage need seal.
error-proxy-login-variable = Muutujas PITSER_PROXY_LOGIN ei ole nime ja parooli. Midagi ei saadetud.
    .cause = Nende vahel ei ole koolonit või ei ole see tekst UTF-8-kodeeringus. Puhverserveri { $proxy } poole ei pöördutud.
    .next = Määrake PITSER_PROXY_LOGIN kujul NIMI:PAROOL. Või eemaldage see: siis kasutatakse seda, mis on selle puhverserveri jaoks võtmehoidlas.
error-proxy-refused = Selle võrgu puhverserver ei lase Pitserit teenuseni.
    .cause = { $proxy } vastas, kuid ei avanud sinna teed. See võib aadressi keelata, seda mitte leida või ise rikkis olla.
    .next = Paluge võrgu haldajal lubada { $host } või kontrollida puhverserverit.
error-proxy-untrusted = Selle võrgu puhverserveri sertifikaati ei usaldata. Midagi ei saadetud.
    .cause = Ükski sellele arvutile tuntud sertifitseerija ei vastuta aadressi { $proxy } eest.
    .next = Kontrollige puhverserveri aadressi ühendusprofiilis. Kui see on õige, paluge võrgu haldajal sertifitseerija sellesse arvutisse lisada.
error-answer-too-large = Teenuse vastus oli liiga suur. Seda ei loetud.
    .cause = Ükski aus vastus ei ole nii pikk: Teie ja teenuse vahel võib olla keegi kolmas.
    .next = Proovige uuesti. Kui viga kordub, pöörduge võrgu haldaja poole.
error-redirected = Teenus suunas mujale. Pitser ei läinud kaasa.
    .cause = Ühenduse profiilis olev aadress võib olla vananenud või nõuab võrk kõigepealt sisselogimist.
    .next = Kontrollige ühendust veebilehitsejas ja pöörduge siis selle poole, kes selle ühenduse seadistas.
error-address-refused = Teenuse aadressi ei saa kasutada.
    .cause = Ühenduse profiilis on aadress, mis ei ole lubatud.
    .next = Pöörduge selle poole, kellelt profiili saite.
error-tls-pin-outdated = Teenus esitas teise võtme kui see, mida oodati. Midagi ei saadetud.
    .cause = Selle eest vastutab tuntud sertifitseerija: teenus võis pärast selle ühenduse seadistamist võtit uuendada.
    .next = Kontrollige, kas Pitserile või ühenduse profiilile on uuendus. Ärge ilma selleta jätkake.
error-tls-intercepted = Teie ja teenuse vahel on keegi kolmas. Midagi ei saadetud.
    .cause = Ei võti ega selle taga olev sertifitseerija ole teenuse oma: võrk, mis liiklust kaasa loeb, esitab enda oma.
    .next = Ärge selles võrgus jätkake. Paluge võrgu haldajal lubada Pitserile otseühendus teenusega.
error-tls-untrusted = Teenuse sertifikaati ei usaldata. Midagi ei saadetud.
    .cause = Ei õnnestunud tõendada, et ühenduse teises otsas on teenus.
    .next = Ärge selles võrgus jätkake. Proovige mõnes teises võrgus uuesti.
error-clock-wrong = Selle arvuti kell on vale.
    .cause = Arvuti aeg ei sobi ajaga, mida näitavad teenused.
    .next = Seadke kuupäev ja kellaaeg õigeks, soovitavalt automaatselt, ja proovige siis uuesti.

## Answers that do not fit what was asked

error-certificate-mismatch = Vastus tuli teise sertifikaadiga kui see, millele allkiri koostati. Midagi ei salvestatud.
    .cause = Allkiri kuulub teise sertifikaadi juurde kui see, mis enne valiti.
    .next = Alustage algusest. Kui see kordub, ärge jätkake ja teatage sellest.
error-wrong-person = Vastus tuli teiselt isikult. Midagi ei salvestatud.
    .cause = Sertifikaadis ei ole isikukoodi, mille kohta küsiti.
    .next = Kontrollige riiki ja isikukoodi ning alustage algusest.
error-wrong-document = Vastus tuli teiselt Smart-ID kontolt. Midagi ei salvestatud.
    .cause = Vastus nimetab teist kontot kui see, millele päring saadeti.
    .next = Alustage algusest. Kui see kordub, ärge jätkake ja teatage sellest.
error-account-mismatch = Vastus nimetab teise isiku Smart-ID kontot. Midagi ei allkirjastatud.
    .cause = Vastuses olev sertifikaat kuulub ühele isikule, konto, millega tuleks allkirjastada, aga teisele.
    .next = Alustage algusest. Kui see kordub, ärge jätkake ja teatage sellest.
error-level-too-low = Selle Smart-ID kontoga ei saa lepinguid allkirjastada.
    .cause = Konto sertifikaat on nõutust madalama tasemega.
    .next = Registreerige täisväärtuslik Smart-ID konto või kasutage mõnda teist.
error-profile-mismatch = See sertifikaat ei ole lepingute allkirjastamiseks.
    .cause = Sertifikaadil puudub midagi, mis kvalifitseeritud allkirja sertifikaadil on.
    .next = Allkirjastage muul viisil või pöörduge väljaandja poole.
error-certificate-unreadable = Sertifikaati ei saanud lugeda.
    .cause = See ei ole standarditega nõutud kujul.
    .next = Proovige uuesti. Kui viga kordub, teatage sellest.
error-weak-parameters = Allkiri anti teiste parameetritega, kui küsiti. Midagi ei salvestatud.
    .cause = Need võivad olla küsitutest nõrgemad.
    .next = Proovige uuesti. Kui see kordub, teatage sellest.
error-algorithm = Profiil küsib allkirja, mida siin anda ei saa. Midagi ei allkirjastatud.
    .cause = See võti või teenus ei anna allkirju selle räsialgoritmi ja skeemiga, mille profiil nimetab.
    .next = Paluge ühenduse seadistajal valida profiilis teine räsialgoritm või skeem.
error-signature-invalid = Saabunud allkiri ei sobi dokumendiga. Midagi ei salvestatud.
    .cause = Allkirja väärtus ei vasta allkirjastaja sertifikaadile.
    .next = Alustage algusest. Kui see kordub, ärge jätkake ja teatage sellest.
error-unexpected-flow = Päring kinnitati viisil, mida ei pakutud. Midagi ei salvestatud.
    .cause = Vastus nimetab teist teed kui see, mida siin alustati.
    .next = Alustage algusest. Kui Te ise seda ei alustanud, ärge kinnitage.
error-unexpected-interaction = Telefon näitas teist kuva kui see, mida küsiti. Midagi ei salvestatud.
    .cause = Vastus nimetab kuva, mida ei pakutud.
    .next = Alustage algusest. Kui see kordub, teatage sellest.
error-certificate-revoked = Sertifikaat on tühistatud. Midagi ei allkirjastatud.
    .cause = Väljaandja on selle jäädavalt tühistanud: sellega ei saa enam allkirjastada.
    .next = Allkirjastage mõne teise sertifikaadiga või küsige väljaandjalt uus.
error-certificate-suspended = Sertifikaat on peatatud. Midagi ei allkirjastatud.
    .cause = Väljaandja on selle ajutiselt peatanud.
    .next = Paluge väljaandjal peatamine lõpetada või allkirjastage mõne teise sertifikaadiga.
error-certificate-expired = Sertifikaat on aegunud. Midagi ei allkirjastatud.
    .cause = Selle kehtivusaeg on läbi: praegu sellega antud allkiri ei kehti.
    .next = Allkirjastage mõne teise sertifikaadiga või laske väljaandjal see uuendada.
error-certificate-not-yet-valid = Sertifikaat veel ei kehti. Midagi ei allkirjastatud.
    .cause = Selle kehtivusaeg algab hiljem või on selle arvuti kell maas.
    .next = Kontrollige arvuti kella või oodake, kuni kehtivusaeg algab.
error-certificate-not-for-signing = See sertifikaat ei ole allkirjastamiseks. Midagi ei allkirjastatud.
    .cause = See on sisselogimiseks või millekski muuks: võtme kasutusalade seas allkirjastamist ei ole.
    .next = Allkirjastage mõne teise sertifikaadiga või pöörduge väljaandja poole.
error-certificate-not-usable = Seda sertifikaati ei saa lepingute allkirjastamiseks kasutada.
    .cause = Selle ahel usaldatava väljaandjani või midagi, mis allkirjastamissertifikaadil peab olema, ei kehti.
    .next = Allkirjastage mõne teise sertifikaadiga või pöörduge väljaandja poole.

## Services beside the one that signs: time-stamps, the fate of certificates, issuers

service-asked =
    { $asked ->
        [ocsp] Kehtivuskinnitusteenus
        [crl] Tühistusnimekirja server
        [issuer] Väljaandja sertifikaadi server
       *[timestamp] Ajatempliteenus
    }
service-csc = Allkirjastamisteenus ajatemplit ei andnud.
service-why =
    { $why ->
        [tsp-rejection] Ajatempliteenus lükkas päringu tagasi ega öelnud põhjust.
        [tsp-bad-alg] Ajatempliteenus ei võta seda räsialgoritmi vastu.
        [tsp-bad-request] Ajatempliteenus ei luba seda liiki päringuid.
        [tsp-bad-data-format] Ajatempliteenuse sõnul on päring vale kujuga.
        [tsp-time-not-available] Ajatempliteenusel ei ole praegu ajaallikat.
        [tsp-unaccepted-policy] Ajatempliteenus ei anna ajatempleid selle poliitika järgi, mida ühenduse profiil nõuab.
        [tsp-unaccepted-extension] Ajatempliteenus ei toeta päringu laiendit.
        [tsp-add-info-not-available] Ajatempliteenusel ei ole küsitud lisateavet.
        [tsp-system-failure] Ajatempliteenuses tekkis rike: nii teatas ta ise.
        [tsp-waiting] Ajatempliteenus pani päringu ootele ega ole ajatemplit veel teinud.
        [tsp-revocation-warning] Ajatempliteenus hoiatab, et tema sertifikaat tühistatakse peagi.
        [tsp-revocation-notification] Ajatempliteenuse sõnul on tema sertifikaat tühistatud.
        [tsp-status-unknown] Ajatempliteenus vastas olekuga, mida tema standard ei nimeta.
        [policy-mismatch] Ajatempel ei ole antud selle poliitika järgi, mida ühenduse profiil nõuab.
        [tsa-clock-wrong] Ajatempliteenuse kell on { $minutes } minutit vale.
        [clocks-differ] Ajatempliteenuse näidatud aeg erineb selle arvuti omast { $minutes } minuti võrra.
        [imprint-mismatch] { error-imprint-mismatch.cause }
        [nonce-mismatch] { error-nonce-mismatch.cause }
        [answer-invalid] { service-asked } andis vastuse, mida ei saa lugeda või mille allkiri ei pea paika.
        [ocsp-malformed-request] Kehtivuskinnitusteenuse sõnul on päring vale kujuga.
        [ocsp-internal-error] Kehtivuskinnitusteenuses tekkis rike: nii teatas ta ise.
        [ocsp-try-later] Kehtivuskinnitusteenus palub küsida hiljem.
        [ocsp-sig-required] Kehtivuskinnitusteenus vastab ainult allkirjastatud päringutele.
        [ocsp-unauthorized] Kehtivuskinnitusteenus sellele küsimusele ei vasta või ei vasta meile.
        [ocsp-status-unknown] Kehtivuskinnitusteenus vastas olekuga, mida tema standard ei nimeta.
        [not-covered] { service-asked } ei öelnud selle sertifikaadi kohta midagi.
        [crl-scope] Tühistusnimekiri käib teiste sertifikaatide kohta.
        [not-of-now] { service-asked } andis vastuse, mis ei ole praegusest ajast.
        [not-the-issuer] Leitud sertifikaat ei ole väljaandja oma.
        [certificate-unreadable] Väljaandja sertifikaadi asemel leitut ei saa lugeda.
        [no-address] Sertifikaat ei ütle, kust seda küsida saaks.
        [none-named] Ühtegi ajatempliteenust ei ole määratud.
        [too-much] Küsida oleks tulnud liiga palju või liiga kaua.
        [nothing-said] Keegi ei osanud seda öelda.
        [nothing-there] { service-asked } ei paku sellel aadressil midagi.
        [service-refused] { service-asked } ei lase seda arvutit või asutust ligi.
        [service-forbids] { service-asked } keelab selle: võib-olla ei ole selle asutusega lepingut.
        [too-many-requests] { service-asked } sai rohkem päringuid, kui lubab kellelgi esitada.
        [unavailable] { service-asked } ei ole praegu kättesaadav.
        [bad-request] { service-asked } ei saanud päringust aru.
        [unexpected-status] { service-asked } andis vastuse, mida Pitser ei tunne.
        [content-type] { service-asked } andis teist liiki vastuse, kui kokku lepitud: mõni võrk võis oma lehe vahele panna.
        [answer-too-large] { service-asked } andis liiga suure vastuse.
        [malformed-answer] { service-asked } andis vastuse, mis ei ole kokkulepitud kujul.
        [answer-torn] { service-asked } andis vastuse, mis katkeb poole pealt.
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
       *[other] { service-asked } ei vastanud nii, nagu peab.
    }
service-next =
    { $step ->
        [again] Proovige uuesti. Kui viga kordub, teatage teenusele.
        [clock] Kontrollige selle arvuti kuupäeva ja kellaaega. Kui need on õiged, teatage teenusele.
        [connection] Kontrollige ühendust veebilehitsejas ja proovige siis uuesti.
        [name] Määrake ajatempliteenus ühenduse profiilis või valikuga --tsa.
        [settings] Paluge ühenduse seadistajal see korda teha ja proovige siis uuesti.
        [update] Kontrollige, kas Pitserile on uuendus. Allolevad üksikasjad aitavad neid, kes viga uurivad.
       *[later] Proovige uuesti, kui teenus jälle töötab.
    }
service-next-kept =
    { $step ->
        [again] Lõpetage allkiri. Kui viga kordub, teatage teenusele. Uuesti kinnitada ei ole vaja.
        [clock] Kontrollige selle arvuti kuupäeva ja kellaaega ja lõpetage siis allkiri. Uuesti kinnitada ei ole vaja.
        [connection] Kontrollige ühendust veebilehitsejas ja lõpetage siis allkiri. Uuesti kinnitada ei ole vaja.
        [name] Määrake ajatempliteenus ühenduse profiilis ja lõpetage siis allkiri. Uuesti kinnitada ei ole vaja.
        [settings] Paluge ühenduse seadistajal see korda teha ja lõpetage siis allkiri. Uuesti kinnitada ei ole vaja.
        [update] Kontrollige, kas Pitserile on uuendus, ja lõpetage siis allkiri. Uuesti kinnitada ei ole vaja.
       *[later] Lõpetage allkiri, kui teenus jälle töötab. Uuesti kinnitada ei ole vaja.
    }
error-imprint-mismatch = Ajatempel ei kuulu selle allkirja juurde.
    .cause = Teenus andis ajatempli millelegi muule, kui talle saadeti.
    .next = Proovige uuesti. Kui viga kordub, teatage teenusele.
error-nonce-mismatch = Vastus ei kuulu selle küsimuse juurde.
    .cause = Tagasi tuli vastus teisele küsimusele kui see, mis esitati.
    .next = Proovige uuesti. Kui viga kordub, teatage teenusele.

## After PIN2: nothing is lost

error-timestamp-unavailable = Ajatemplit ei saadud. Teie allkiri on alles.
    .cause = { service-why }
    .next = { service-next-kept }
error-revocation-unavailable = Kinnitust, et Teie sertifikaat kehtib, ei saadud. Teie allkiri on alles.
    .cause = { service-why }
    .next = { service-next-kept }
error-value-lost = Teie allkiri tuli tagasi, kuid seda ei saanud alles hoida. Midagi ei salvestatud.
    .cause = Kettale ei saanud kirjutada ei allkirjastatud dokumenti ega märget, mille järgi allkirja lõpetada.
    .next = Vabastage kettal ruumi ja allkirjastage uuesti. Kinnitada tuleb veel kord.
error-no-timestamp = Ajatemplit ei saadud. Midagi ei salvestatud.
    .cause = { service-why }
    .next = { service-next }
error-no-revocation-proof = Kinnitust, et sertifikaat kehtib, ei saadud. Midagi ei salvestatud.
    .cause = { service-why }
    .next = { service-next }
error-certificate-status-unknown = Ei saanud teada, kas Teie sertifikaat veel kehtib. Midagi ei allkirjastatud.
    .cause = { service-why }
    .next = { service-next }
error-output-folder-missing = Allkirjastatud faili kausta ei ole olemas. Midagi ei allkirjastatud.
    .cause = Selle nimes võib olla trükiviga või on see teisaldatud või kustutatud.
    .next = Looge kaust või valige mõni teine.
error-not-valid = Valmis dokument ei läbinud meie enda kontrolli. Midagi ei salvestatud.
    .cause = Dokument loeti enne salvestamist uuesti ja selles olev allkiri ei ole kehtiv.
    .next = Alustage algusest. Alles hoitud allkirja proovitakse veel kord ja siis küsitakse uus. Kui see kordub, teatage sellest.
error-no-such-entry = Seda lõpetamata allkirja enam ei ole.
    .cause = See on vahepeal lõpetatud või sellest on loobutud.
    .next = Avage dokument ja vaadake, kas see on allkirjastatud.

## The file

error-not-a-pdf = See ei ole PDF.
    .cause = Fail ei alga nii, nagu PDF algab, ükskõik, mida selle nimi ütleb.
    .next = Valige teine fail.
error-empty-file = See fail on tühi.
    .cause = Selles ei ole ühtegi baiti. Võimalik, et see ei laaditud täielikult alla.
    .next = Hankige fail uuesti või valige teine.
error-truncated = See fail on poolik.
    .cause = Faili lõpp puudub. Võimalik, et see ei laaditud täielikult alla.
    .next = Hankige fail uuesti või valige teine.
error-damaged = See fail on vigane.
    .cause = Faili sisemist ülesehitust ei saa jälgida. Teised programmid võivad oletada; allkirjastatavat ei tohi oletada.
    .next = Salvestage see uuesti programmis, kust see pärineb, või valige teine fail.
error-needs-repair = See fail on vigane. Seda saab lugeda, kuid mitte allkirjastada.
    .cause = Seda saab lugeda ainult oletades, mida mõeldi, ja teised programmid võivad oletada teisiti. Allkirjastatavat ei tohi oletada.
    .next = Salvestage see uuesti programmiga, mis selle koostas, ja allkirjastage see fail.
error-password-needed = See PDF on parooliga kaitstud.
    .cause = Ilma paroolita ei saa seda lugeda ega allkirjastada.
    .next = Sisestage parool või valige teine fail.
error-wrong-password = See parool ei ava dokumenti.
    .cause = See ei ole lugemise parool ega omaniku parool. Suur- ja väiketähtedel on vahe.
    .next = Proovige uuesti või küsige dokumendi saatjalt.
error-not-permitted = Dokumendi kaitse ei luba seda allkirjastada.
    .cause = See, kes dokumendi parooliga kaitses, ei andnud lugejatele seda õigust.
    .next = Sisestage omaniku parool või küsige versiooni, mida saab allkirjastada.
error-locked = See dokument ei luba enam ühtegi allkirja.
    .cause = Üks selles olev allkiri keelab kõik muudatused.
    .next = Küsige saatjalt versiooni, mida saab allkirjastada.
error-field-direct = Seda allkirjavälja ei saa allkirjastada.
    .cause = Väli on kirjutatud faili teise objekti sisse ja selle allkirjastamine muudaks ümbritsevat.
    .next = Allkirjastage välja nimetamata või salvestage vorm uuesti.
error-field-exists = Sellise nimega väli on juba olemas.
    .cause = Uus väli vajab oma nime.
    .next = Valige teine nimi või ärge nime andke.
error-field-locked = Seda välja ei saa enam allkirjastada.
    .cause = Varasem allkiri lukustab selle.
    .next = Allkirjastage mõnel teisel väljal või küsige saatjalt versiooni, mida saab allkirjastada.
error-field-missing = Sellise nimega allkirjavälja ei ole.
    .cause = Seda nime vormil ei ole või on see seal teisiti kirjutatud.
    .next = Vaadake nimesid käsuga pitser fields.
error-field-other = See väli ei ole allkirja jaoks.
    .cause = Vormil on see millegi muu jaoks.
    .next = Vaadake allkirjavälju käsuga pitser fields.
error-field-signed = See väli on juba allkirjastatud.
    .cause = Allkirjaväljal on koht ühele allkirjale.
    .next = Allkirjastage mõnel teisel väljal.
error-lock-missing = Seda välja ei saa enam nõutud viisil allkirjastada.
    .cause = Väli nõuab dokumendi lukustamist, kuid lukk tuleks lisada varasemate allkirjade järele, mis seda keelavad.
    .next = Küsige saatjalt versiooni, mida saab allkirjastada.
error-not-first = Seda dokumenti ei saa enam sertifitseerida.
    .cause = Sertifitseeriv allkiri peab olema esimene, kuid sellel dokumendil on juba allkiri.
    .next = Allkirjastage see sertifitseerimata.
error-no-such-page = Selles dokumendis ei ole sellist lehekülge. Midagi ei allkirjastatud.
    .cause = Pitser telliti leheküljele, mida dokumendis ei ole.
    .next = Andke olemasoleva lehekülje number, alustades 1-st.
error-page-not-drawn = Pitserile koha leidmiseks ei saanud ühte lehekülge vaadata. Midagi ei allkirjastatud.
    .cause = Lehekülje kuvamine ebaõnnestus.
    .next = Andke koht lehekülje ja kastiga või allkirjastage ilma pitserita.
error-seal-character = Pitser ei saa üht nõutud märki näidata. Midagi ei allkirjastatud.
    .cause = Pitseri kirjatüübis sellist märki ei ole, seda ei ole näha või meenutab see kontrollitulemust.
    .next = Jätke see märk pitseri tekstist välja või allkirjastage ilma pitserita.
error-seal-figures = Need ei ole arvud, millega antakse koht või suurus.
    .cause = Kast on neli komaga eraldatud arvu, suurus kaks; kõik on punktides.
    .next = Kirjutage kast näiteks 50,700,200,72 ja suurus 200,72.
error-seal-forbidden = Üks selle dokumendi allkiri ei luba lehekülgedele uut pitserit. Midagi ei allkirjastatud.
    .cause = Dokument on sertifitseeritud: allkirjastada tohib, kuid ainult nähtamatult või olemasoleval väljal.
    .next = Allkirjastage ilma pitserita või dokumendi mõnel väljal.
error-seal-no-place = Pitserile ei leitud kohta. Midagi ei allkirjastatud.
    .cause = Teksti ei leitud ühelgi leheküljel või ei ole viimastel lehekülgedel piisavalt suurt vaba kohta.
    .next = Andke koht lehekülje ja kastiga, tehke pitser väiksemaks või allkirjastage ilma pitserita.
error-seal-outside = Pitser ei jääks lehekülje sisse. Midagi ei allkirjastatud.
    .cause = Kast ulatub üle kuvatud lehekülje serva.
    .next = Andke kast, mis jääb lehekülje sisse: punktides ülemisest vasakust nurgast, seejärel laius ja kõrgus.
error-seal-picture = Pitseri pilti ei saa kasutada. Midagi ei allkirjastatud.
    .cause = Seda ei saa lugeda, see on liiga suur või ei sobi pitserisse: sobivad PNG, JPEG ja ilma tekstita SVG.
    .next = Salvestage see uuesti PNG-vormingus või allkirjastage ilma pildita.
error-seal-too-small = Pitser on oma sisu jaoks liiga väike. Midagi ei allkirjastatud.
    .cause = Ka kõige väiksem tekst, mida paberil lugeda saab, ei mahu ära.
    .next = Tehke pitser suuremaks või laske sel vähem öelda.
error-no-permission = Seda faili ei tohi lugeda.
    .cause = Operatsioonisüsteem ei luba seda Teil teha.
    .next = Küsige õigust või valige teine fail.
error-file-missing = Faili ei ole.
    .cause = See võib olla teisaldatud, ümber nimetatud või kustutatud.
    .next = Valige fail uuesti.
error-not-a-file = See ei ole fail.
    .cause = See võib olla kaust või seade.
    .next = Valige PDF-fail.
error-file-other = Faili ei saanud lugeda.
    .cause = Ketas või võrguketas teatas veast.
    .next = Proovige uuesti või kopeerige fail kõigepealt sellesse arvutisse.
error-unreadable = Faili ei saanud lõpuni lugeda.
    .cause = Ketas või võrguketas teatas veast või muutus fail vahepeal lühemaks.
    .next = Kopeerige fail sellesse arvutisse ja avage see siis uuesti.
error-contents-too-small = Allkiri on pikem kui sellele jäetud ruum. Midagi ei salvestatud.
    .cause = Ajatempel või sertifikaat on palju suurem kui see, mida eelnevalt prooviti.
    .next = Allkirjastage uuesti. Alles hoitud allkirja proovitakse veel kord; kui see ikka ei mahu, küsitakse uus, millele jäetakse rohkem ruumi.
error-file-changed = Dokumenti on vahepeal muudetud. Midagi ei allkirjastatud.
    .cause = Kettal olev fail ei ole enam see, mida siin näete.
    .next = Avage see uuesti ja lugege, mis seal nüüd kirjas on.
error-too-large = See fail ületab piiri, mille ulatuses on lugemine ohutu.
    .cause = Selles on rohkem või sügavamalt kui üheski tegelikus dokumendis.
    .next = Valige teine fail.
error-encryption-unsupported = See PDF on krüpteeritud viisil, mida Pitser ei ava.
    .cause = See on krüpteeritud kindlate sertifikaatide omanikele või viisil, mida ei toetata.
    .next = Avage see programmiga, mis seda krüpteeringut tunneb. Kui fail on allkirjastatud, kontrollige seda seal: uuesti salvestades läheksid allkirjad kaduma.
error-unsupported = See PDF kasutab midagi, mida Pitser allkirjastada ei saa.
    .cause = Selles on vormingu omadus, mida ei toetata.
    .next = Salvestage see uuesti tavalise PDF-ina või valige teine fail.

## What a signature field demands

error-demand-appearance = Väli nõuab kindlat välimust. Midagi ei allkirjastatud.
    .cause = Välimus nimega { $wanted } on teise programmi valduses.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-digest = Väli nõuab teist räsi. Midagi ei allkirjastatud.
    .cause = Lubatud on { $wanted }; allkirjas oleks { $ordered }.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-filter = Väli nõuab teistsuguse programmi allkirja. Midagi ei allkirjastatud.
    .cause = Lubatud on ainult töötleja { $wanted } allkirjad.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-issuer = Väli nõuab teise väljastaja sertifikaati. Midagi ei allkirjastatud.
    .cause = Lubatud on { $wanted }; Teie sertifikaadi väljastaja on { $ordered }.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-key-usage = Väli nõuab teise kasutusalaga sertifikaati. Midagi ei allkirjastatud.
    .cause = Lubatud võtmekasutus on { $wanted }; Teie sertifikaadil on { $ordered }.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-kind = Väli nõuab teist liiki allkirja. Midagi ei allkirjastatud.
    .cause = Välja otstarve: { $wanted }; telliti: { $ordered }.
    .next = Andke --certify väärtuseks see, mille jaoks väli on, või jätke see tavalise allkirja puhul ära; või allkirjastage mõnel teisel väljal.
error-demand-legal-attestation = Väli nõuab õiguslikku kinnitust. Midagi ei allkirjastatud.
    .cause = Kinnitus oleks: { $wanted }
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-lock-document = Väli nõuab teist lukustust. Midagi ei allkirjastatud.
    .cause = Dokumendis peab pärast lubatud olema: { $wanted }; telliti: { $ordered }.
    .next = Muutke, mida sertifitseerimine lubab, või allkirjastage mõnel teisel väljal.
error-demand-policy = Väli nõuab teise poliitika järgi väljastatud sertifikaati. Midagi ei allkirjastatud.
    .cause = Lubatud on { $wanted }; Teie sertifikaadil on { $ordered }.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-reason = Väli nõuab põhjust oma loendist. Midagi ei allkirjastatud.
    .cause = Lubatud on { $wanted }; antud on „{ $ordered }”.
    .next = Andke üks neist põhjustest või, kui valida ei ole midagi, ärge põhjust andke.
error-demand-revocation-inside = Väli nõuab kehtivuskinnitust allkirja sees. Midagi ei allkirjastatud.
    .cause = Euroopa standardi järgi on see allkirja kõrval ega tohi olla selle sees.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-signature-policy = Väli nõuab allkirjapoliitikat. Midagi ei allkirjastatud.
    .cause = Poliitika on { $wanted }.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-sub-filter = Väli nõuab teises kodeeringus allkirja. Midagi ei allkirjastatud.
    .cause = Lubatud on ainult kodeeringud { $wanted }.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-subject = Väli nõuab kindlat sertifikaati. Midagi ei allkirjastatud.
    .cause = Lubatud on { $wanted }; Teie oma on { $ordered }.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-subject-name = Väli nõuab kellegi teise sertifikaati. Midagi ei allkirjastatud.
    .cause = Lubatud on ainult sertifikaat, milles on { $wanted }; Teie oma on { $ordered }.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.
error-demand-timestamp = Väli nõuab ajatemplit. Midagi ei allkirjastatud.
    .cause = Tellitud tasemel seda ei ole.
    .next = Tellige tase b-t või kõrgem.
error-demand-version = Väli nõuab midagi uuemat. Midagi ei allkirjastatud.
    .cause = Nõuded on kirjutatud versiooni { $wanted } jaoks, mida siin ei tunta.
    .next = Allkirjastage mõnel teisel väljal või pöörduge vormi koostaja poole.

## The place of the signed file

error-read-only-folder = Allkirjastatud faili ei saa sellesse kausta salvestada.
    .cause = Kausta ei saa uusi faile lisada.
    .next = Valige allkirjastatud failile teine kaust.
error-disk-full = Ketas on täis. Midagi ei läinud kaduma.
    .cause = Uue faili jaoks ei ole ruumi.
    .next = Vabastage kettal ruumi ja lõpetage siis või proovige uuesti.
error-output-exists = Sellise nimega fail on juba olemas.
    .cause = Pitser ei kirjuta ühtegi faili küsimata üle.
    .next = Valige allkirjastatud failile teine nimi.
error-output-is-document = Uus fail asendaks dokumendi enda.
    .cause = Pitser ei muuda algset faili kunagi.
    .next = Valige uuele failile teine nimi.
error-write-failed = Allkirjastatud faili ei saanud salvestada.
    .cause = Ketas või võrguketas teatas veast.
    .next = Valige allkirjastatud failile teine kaust.

## What was typed

error-document-number-form = See ei ole Smart-ID dokumendinumber.
    .cause = See ei ole kokkulepitud kujul.
    .next = Kontrollige dokumendinumbrit.
error-phone-number-form = See ei ole telefoninumber, millel saab olla Mobiil-ID.
    .cause = See ei ole Eesti ega Leedu mobiilinumber koos riigi suunakoodiga nagu +37200000766.
    .next = Kontrollige telefoninumbrit.
error-country-form = See teenus ei ole selles riigis kasutatav.
    .cause = Valida saab ainult Eesti, Läti ja Leedu.
    .next = Kontrollige riiki ja isikukoodi.
error-code-form = See ei ole selle riigi isikukood.
    .cause = See on teisel kujul kui selle riigi koodid või ei ole sellist sünnikuupäeva olemas.
    .next = Kontrollige riiki ja isikukoodi.
error-code-checksum = Isikukoodis on trükiviga.
    .cause = Viimane number ei sobi teistega.
    .next = Kontrollige riiki ja isikukoodi.
error-identifier-form = See ei tähista isikut.
    .cause = Riik ja isikukood ei ole kujul nagu PNOEE-40504040001.
    .next = Kontrollige riiki ja isikukoodi.
error-profile = Ühenduse profiili ei saa kasutada.
    .cause = Profiilifailis on midagi puudu või midagi võimatut.
    .next = Pöörduge selle poole, kellelt profiili saite.
error-profile-value = Ühenduse profiili ei saa kasutada.
    .cause = { profile-at }{ $place }: { profile-fault }
    .next = Pöörduge selle poole, kellelt profiili saite.
error-profile-syntax = Ühenduse profiili ei saa kasutada.
    .cause = { profile-at }{ profile-syntax }
    .next = Pöörduge selle poole, kellelt profiili saite, või vaadake, kuidas profiili kirjutatakse: pitser profile schema
profile-at =
    { $where ->
        [none] {""}
       *[line] Rida { $line },{" "}
    }
profile-syntax =
    { $fault ->
        [unknown-key] { $name }: sellist sätet siin ei ole.
        [missing-key] { $name }: see säte puudub.
        [twice] { $name }: see on kaks korda.
        [type] { $name }: väärtus ei ole õiget liiki (jutumärkides tekst, arv, true või false, loend).
        [value] { $name }: selline väärtus siin ei sobi.
       *[syntax] see ei ole TOML: jutumärk, võrdusmärk või sulg võib puududa või olla üle.
    }
profile-fault =
    { $fault ->
        [not-https] see ei ole https-aadress.
        [address-end] aadressi lõpus ei tohi olla kaldkriipsu ega /v2 või /v3 ning aadressis märke ? ja #.
        [csc-end] aadressi lõpus peab olema /csc/v2.
        [not-an-address] see ei ole veebiaadress.
        [name-empty] nimi puudub.
        [name-too-long] Smart-ID API versioonis 2 võib nimi olla kuni 32 baiti pikk.
        [pins-missing] ühtegi võtit ei ole lubatud, nii et ühendust ei looda.
        [pin-form] võti kirjutatakse kujul sha256// ja 32 baiti Base64-s.
        [uuid-form] see ei ole UUID.
        [uuid-capitals] Mobiil-ID jaoks peab UUID olema väiketähtedega.
        [csc-missing] profiilis ei ole kaugallkirjastamise teenust (csc).
        [no-pem] siin ei ole PEM-kujul sertifikaate.
        [digest-not-signed] teenus ei anna selle räsialgoritmiga allkirju.
        [certificate] siinset sertifikaati ei saa lugeda.
        [no-anchor] ühtegi usaldatavat sertifikaati ei ole nimetatud.
        [country] riik on EE, LV või LT.
        [language] keel on kolm väiketähte, näiteks eng (ISO 639-2).
        [scheme-name] nimi puudub või selles on märk |.
        [capabilities] igaüks on üks sõna ilma tühikuteta.
        [scheme-of-v2] Smart-ID API versioon 2 annab ainult RSASSA-PKCS1 allkirju.
        [asks-of-v2] Smart-ID API versioonis 2 ei ole QR-koode, nii et kelleltki ei saaks küsida.
        [size] suurus on nullist suurem arv punkte.
       *[other] seda väärtust ei saa kasutada.
    }
error-profile-not-text = Fail ei ole UTF-8 kodeeringus tekst.
    .cause = Real { $line } on märke teises kodeeringus.
    .next = Salvestage fail tekstiredaktoris UTF-8 kodeeringus ja proovige uuesti.
error-profile-too-large = Fail on ühenduse profiiliks liiga suur.
    .cause = Profiil on kuni { $kilobytes } kB.
    .next = Kontrollige, milline fail nimetati.
error-profile-secret = Profiilis on saladus, mis sinna ei kuulu.
    .cause = Profiil on failis ja seda antakse edasi ning allkirjastamisteenuse kliendi saladus läheks sellega kaasa.
    .next = Võtke see failist välja ja hoidke seda võtmehoidlas: pitser profile secret NAME
error-profile-missing = Sellise nimega profiili ei ole.
    .cause = See ei ole selles arvutis hoitav profiil ega loetav fail.
    .next = Kontrollige valiku --profile väärtust. Vaadake: pitser profile list
error-profile-lock = Seda, mida arvuti haldur lubab, ei saa lugeda.
    .cause = Fail { $path } ei ole korras, seepärast ei tohi kasutada ühtegi ühenduse profiili.
    .next = Paluge halduril see parandada.
error-profile-locked = Seda ühenduse profiili ei tohi selles arvutis kasutada.
    .cause = Arvuti haldur lubab ainult teatud profiile.
    .next = Valige mõni lubatud profiil või pöörduge halduri poole.
error-other-profile = Seda allkirja alustati teise ühenduse profiiliga.
    .cause = Selleks on vaja selle profiili teenuseid ja usaldust, millega seda alustati.
    .next = Käivitage Pitser selle profiiliga ja lõpetage allkiri seal.
error-address = Ühte ühenduse profiilis olevat aadressi ei saa kasutada.
    .cause = See ei ole veebiaadressi kujul.
    .next = Pöörduge selle poole, kellelt profiili saite.
error-interaction = Telefoni jaoks mõeldud teksti ei saa seal näidata.
    .cause = See on pikem, kui telefon näidata suudab, või tühi.
    .next = Andke failile lühem nimi ja proovige siis uuesti.
error-link-too-long = QR-koodi sisu oleks liiga pikk.
    .cause = Telefoni jaoks mõeldud tekst või nimi ühenduse profiilis on liiga pikk.
    .next = Andke failile lühem nimi ja proovige siis uuesti.
error-nonce-form = Pitseris läks midagi valesti. Midagi ei saadetud.
    .cause = Juhuslik väärtus ei olnud kokkulepitud kujul.
    .next = Proovige uuesti. Kui see kordub, teatage sellest.

## The program

error-cancelled = Katkestatud. Midagi ei allkirjastatud.
    .cause = Te peatasite selle siin.
    .next = Alustage uuesti, millal soovite.
error-busy = Teise dokumendi allkirjastamine on pooleli.
    .cause = Korraga saab allkirjastada ainult ühe dokumendi.
    .next = Lõpetage või katkestage kõigepealt teine.
error-not-open = See dokument ei ole enam avatud.
    .cause = Pärast seda on avatud teisi dokumente.
    .next = Avage see uuesti.
error-only-in-demo = See on võimalik ainult demos.
    .cause = Selle ühenduse profiiliga kasutatakse päris telefoni.
    .next = Kasutage oma telefoni.
error-demo-failed = Demomaailma ei saanud käivitada.
    .cause = Mõni demo osa ei läinud selles arvutis tööle.
    .next = Sulgege Pitser ja käivitage see uuesti.
error-no-home = Pitser ei leidnud oma failidele kohta.
    .cause = Operatsioonisüsteem ei nimeta Teie kodukausta.
    .next = Pöörduge selle arvuti haldaja poole.
error-own-folder = Pitser ei saa oma kausta kirjutada.
    .cause = Tema kausta selles arvutis ei saa kirjutada või on ketas täis.
    .next = Vabastage ruumi või küsige õigust ja proovige siis uuesti.
error-network-setup = Selle arvuti võrku ei saanud Pitseri jaoks ette valmistada.
    .cause = Krüptimist või usaldatud sertifikaatide loendit ei saanud ette valmistada.
    .next = Sulgege Pitser ja käivitage see uuesti. Kui viga kordub, teatage sellest.
error-internal = Pitseris läks midagi valesti.
    .cause = Seda ei tohiks juhtuda. Teie algset faili ei ole puudutatud.
    .next = Proovige uuesti. Allolevad üksikasjad aitavad neid, kes viga uurivad.

## Keys at hand

error-file-not-regular = See ei ole tavaline fail.
    .cause = See on toru või seade, millel ei pruugi lõppu olla.
    .next = Salvestage selle sisu failina ja andke see fail.
error-file-too-large = Fail on oma otstarbe jaoks liiga suur.
    .cause = Selles on rohkem, kui ükski selline fail vajab.
    .next = Kontrollige, milline fail anti.
error-key-file = Võtmefaili ei saa lugeda.
    .cause = Seda ei ole või ei tohi seda lugeda.
    .next = Kontrollige valikuga --key antud teed.
error-key-password = Parool ei ava võtmefaili.
    .cause = Parool on vale või seda ei antud.
    .next = Andke see valikuga --password või --password-file või muutujas PITSER_KEY_PASSWORD.
error-key-file-damaged = Võtmefailist ei saa aru.
    .cause = See ei ole PKCS#12-fail või on krüptitud viisil, mida Pitser ei tunne.
    .next = Eksportige võti uuesti PKCS#12-vormingus (.p12, .pfx).
error-no-key = Võtmefailis ei ole võtit, millega saab allkirjastada.
    .cause = Selles ei ole privaatvõtit, mis kuuluks samas failis oleva sertifikaadi juurde.
    .next = Eksportige võti koos sertifikaadiga.
error-key-unsupported = Pitser ei allkirjasta seda liiki võtmega.
    .cause = Sobivad 2048–8192-bitised RSA-võtmed ning P-256, P-384 ja P-521 võtmed.
    .next = Kasutage teist võtit.
error-key-refused = Võti ei andnud allkirja. Midagi ei salvestatud.
    .cause = Võti teatas veast.
    .next = Kontrollige võtmefaili.
error-trust-needed = Sellel tasemel peab teadma, keda usaldada. Midagi ei allkirjastatud.
    .cause = Alates tasemest b-lt kogutakse kinnitus iga sertifikaadi kohta kuni usaldatuni, kuid ühtegi usaldatut ei nimetatud.
    .next = Andke juursertifikaat valikuga --trust või profiil valikuga --profile.
error-evidence-unreadable = Tõendite faili ei saa lugeda.
    .cause = See ei ole tõendite fail või on see rikutud.
    .next = Valige fail, mis on salvestatud valikuga --save-evidence.
error-evidence-version = Tõendite fail on kujul, mida see programm ei tunne.
    .cause = Selle salvestas uuem programm (versioon { $version }).
    .next = Uuendage programmi.
error-trust-file = Usaldatud sertifikaate ei saa lugeda.
    .cause = Faili ei ole või ei ole selles PEM-vormingus sertifikaate.
    .next = Kontrollige valikuga --trust antud teed.
error-password-file = Parooliga faili ei saa lugeda.
    .cause = Seda ei ole või ei tohi seda lugeda.
    .next = Kontrollige valikuga --password-file antud teed.

## Extending, and signatures made as a whole elsewhere

error-no-signature = Sellist allkirja ei ole.
    .cause = Dokument ei ole allkirjastatud või ei ole allkirja nimetatud väljal.
    .next = Vaadake allkirju: pitser verify FAIL.
error-nothing-to-add = Lisada ei ole midagi. Midagi ei salvestatud.
    .cause = Allkirjad on juba sellel tasemel.
    .next = Küsige kõrgemat taset või jätke dokument nii, nagu see on.
error-cades-unreadable = Saabunud allkirja ei saa lugeda.
    .cause = See ei ole küsitud kujul CMS-allkiri.
    .next = Proovige uuesti; kui see kordub, teatage sellest teenuse pakkujale.
error-cades-form = Saabunud allkiri ei ole kujul, mida PDF vajab.
    .cause = See ei ole üks eraldiseisev CAdES-allkiri atribuutidega, mida PAdES nõuab.
    .next = Teatage sellest teenuse pakkujale.
error-cades-signing-time = Saabunud allkirjas on aeg kohas, kus PAdES selle keelab.
    .cause = Atribuut signing-time on allkirjastatud atribuutide hulgas.
    .next = Teatage sellest teenuse pakkujale.
error-cades-other-document = Saabunud allkiri on teise dokumendi kohta.
    .cause = Selles olev räsi ei ole selle dokumendi oma.
    .next = Alustage algusest; kui see kordub, teatage sellest teenuse pakkujale.
error-cades-other-signer = Saabunud allkirja ei andnud isik, kes pidi allkirjastama.
    .cause = Sertifikaat puudub või on teine.
    .next = Alustage algusest; kui see kordub, teatage sellest teenuse pakkujale.
error-timestamp-mismatch = Ajatempel on millegi muu kohta.
    .cause = Teenus andis ajatempli teistele andmetele kui need, mis talle saadeti.
    .next = Proovige uuesti või määrake teine ajatempliteenus.
