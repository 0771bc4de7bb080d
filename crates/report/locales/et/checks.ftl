# What a validation asks and answers, in words. The indications are those of EN 319 102-1.

## Main indication, EN 319 102-1 §5.1.3

indication-total-passed = Kehtiv
indication-total-failed = Ei ole kehtiv
indication-indeterminate = Kehtivus teadmata

## Answer to one question

answer-passed = Jah
answer-failed = Ei
answer-indeterminate = Ei ole teada
answer-warning = Hoiatus
answer-information = Teadmiseks
answer-not-judged = Ei hinnatud
answer-not-applicable = Ei kohaldu

## Qualification, TS 119 615

qualification-not-judged = Ei hinnatud: kas tegu on kvalifitseeritud e-allkirjaga, ei ole uuritud

## Questions

question-file-structure = Kas faili saab lugeda nii, nagu see on kirjutatud?
question-signature-dictionary = Kas allkirja kirje dokumendis on korrektne?
question-byte-range = Kas allkirjastatud baidid on antud kattumisteta ja faili algusest alates?
question-contents-hole = Kas allkirjastatud baitide ainus lünk on allkiri ise?
question-cms-format = Kas allkirja saab selle kuju järgi kontrollida?
question-signing-certificate = Kas sertifikaat on see, millele allkiri viitab?
question-context = Kas on selge, millise poliitika järgi ja mis aja seisuga hinnatakse?
question-revocation-freshness = Kas tühistamise kohta teadaolev on piisavalt värske?
question-certificate-path = Kas sertifikaat viib usaldatud väljastajani?
question-certificate-validity = Kas sertifikaat oli allkirjastamise ajal kehtivusajas?
question-key-usage = Kas sertifikaat on mõeldud dokumentide allkirjastamiseks?
question-qualified-certificate = Kas sertifikaat ütleb, et see on kvalifitseeritud?
question-signer-revocation = Kas allkirjastaja sertifikaat oli tühistamata?
question-path-revocation = Kas ahelas kõrgemal olevad sertifikaadid olid tühistamata?
question-message-digest = Kas allkirjastatud baidid on need, mis allkirjastati?
question-signature-value = Kas allkiri vastab sertifikaadi võtmele?
question-algorithms = Kas algoritmid olid allkirjastamise ajal piisavalt tugevad?
question-timestamp-imprint = Kas ajatempel kuulub selle allkirja või dokumendi juurde?
question-timestamp-token = Kas ajatempli andis teenus, mida see nimetab?
question-timestamp-freshness = Kas ajatempli sertifikaatide tühistamise kohta teadaolev on piisavalt värske?
question-timestamp-path = Kas ajatempel on usaldatud teenuselt?
question-timestamp-validity = Kas ajatempliteenuse sertifikaat oli kehtivusajas?
question-timestamp-purpose = Kas ajatempliteenuse sertifikaat on mõeldud ajatemplite jaoks?
question-timestamp-revocation = Kas ajatempli sertifikaadid olid tühistamata?
question-timestamp-algorithms = Kas ajatempli algoritmid on piisavalt tugevad?
question-time-order = Kas kõik ajad on võimalikus järjestuses?
question-past-certificate = Kas on tõendatud, et allkiri on vanem kui see, mis selle sertifikaatide vastu räägib?
question-past-timestamp = Kas on tõendatud, et ajatempel on vanem kui see, mis selle sertifikaatide vastu räägib?
question-proof-of-existence = Kas on tõendatud, mis ajast allkiri olemas on?
question-coverage = Kas allkiri katab kõik, mis muutuda ei tohi?
question-changes-after-signing = Kas pärast allkirjastamist jäi muutmata kõik, mida muuta ei tohi?
question-pages = Kas leheküljed näevad välja sellised nagu allkirjastamisel?
question-covered-content = Kas lisatu ei kata midagi allkirjastatust?
question-field-looks = Kas väljad näitavad oma väärtusi?
question-active-content = Kas dokumendis ei ole midagi, mis võib nähtavat muuta?
question-validation-data = Kas failis olevad kehtivuskinnitused on korras?
question-qualification = Kas see on kvalifitseeritud e-allkiri?
question-unknown = { $code }

## Sub-indications, EN 319 102-1 §5.1.3

sub-indication-format-failure = Allkiri või selle koht failis on vigase kujuga.
sub-indication-hash-failure = Dokumenti on pärast allkirjastamist muudetud.
sub-indication-sig-crypto-failure = Allkirja väärtus ei sobi sertifikaadi võtmega.
sub-indication-revoked = Sertifikaat oli allkirja andmise ajal tühistatud.
sub-indication-expired = Sertifikaat oli allkirja andmise ajal aegunud.
sub-indication-not-yet-valid = Sertifikaat ei olnud loeval hetkel veel kehtima hakanud.
sub-indication-sig-constraints-failure = Allkirjal puudub midagi, mida poliitika nõuab.
sub-indication-chain-constraints-failure = Sertifikaadi ahel ei vasta poliitikale, näiteks ei ole võti mõeldud allkirjastamiseks.
sub-indication-certificate-chain-general-failure = Sertifikaadi ahelas on viga.
sub-indication-crypto-constraints-failure = Mõni algoritm oli juba kasutamise ajal liiga nõrk.
sub-indication-crypto-constraints-failure-no-poe = Mõni algoritm on praegu liiga nõrk ja miski ei tõenda, et allkiri on vanem.
sub-indication-policy-processing-error = Allkirjapoliitikat ei saanud töödelda.
sub-indication-signature-policy-not-available = Allkirjapoliitika ei ole kättesaadav.
sub-indication-timestamp-order-failure = Ajatemplid on üksteisega vastuolus.
sub-indication-no-signing-certificate-found = Allkirjastaja sertifikaati ei leitud.
sub-indication-no-certificate-chain-found = Sertifikaat ei vii väljastajani, keda siin usaldatakse.
sub-indication-no-certificate-chain-found-no-poe = Väljastajat enam ei usaldata ja miski ei tõenda, et allkiri on vanem.
sub-indication-revoked-no-poe = Sertifikaat on praegu tühistatud ja miski ei tõenda, et allkiri on vanem.
sub-indication-revoked-ca-no-poe = Väljastaja sertifikaat on tühistatud ja miski ei tõenda, et allkiri on vanem.
sub-indication-out-of-bounds-no-poe = Sertifikaat ei ole praegu kehtivusajas ja miski ei tõenda, et allkiri on vanem.
sub-indication-out-of-bounds-not-revoked = Sertifikaat ei ole praegu kehtivusajas. Seda ei tühistatud, kuid miski ei tõenda, et allkiri on vanem.
sub-indication-revocation-out-of-bounds-no-poe = Kehtivuskinnitus on antud sertifikaadiga, mis ei ole kehtivusajas.
sub-indication-no-poe = Puudub tõend, et allkiri oli vajalikul ajal olemas.
sub-indication-try-later = Värske kinnitus, et sertifikaat ei ole tühistatud, puudub. Proovige hiljem uuesti.
sub-indication-signed-data-not-found = Allkirjastatud andmeid ei leitud.

## Why a signature did not pass where that is for an algorithm of which nobody says that it is weak

reason-algorithm = { $fault ->
    [unlisted] Poliitika ei nimeta üht selle allkirja algoritmidest piisavalt tugevaks.
   *[other] Üht selle allkirja algoritmidest see programm ei kontrolli.
}

## Why a signature did not pass where that is for its time-stamps alone, by the sub-indication

reason-judged-before = Hinnatakse aega, mil allkirja ajatemplit veel ei olnud.
reason-timestamp = { $code ->
    [certificate-chain-general-failure] Mõni ajatempli aluseks olev sertifikaat ei pea paika, seega ei ole ajatempli aeg tõendatud.
    [chain-constraints-failure] Ajatempliteenuse sertifikaati ei tohi selleks kasutada, seega ei ole ajatempli aeg tõendatud.
    [no-certificate-chain-found] Ajatempel ei ole teenuselt, mida siin usaldatakse.
    [no-certificate-chain-found-no-poe] Ajatempliteenust enam ei usaldata ja miski ei tõenda, et ajatempel on vanem.
    [out-of-bounds-no-poe] Ajatempliteenuse sertifikaat ei ole praegu kehtivusajas ja miski ei tõenda, et ajatempel on vanem.
    [out-of-bounds-not-revoked] Ajatempliteenuse sertifikaat ei ole praegu kehtivusajas ja miski ei tõenda, et ajatempel on vanem.
    [revoked-ca-no-poe] Ajatempliteenuse sertifikaadist kõrgemal olev sertifikaat on tühistatud ja miski ei tõenda, et ajatempel on vanem.
    [revoked-no-poe] Ajatempliteenuse sertifikaat on praegu tühistatud ja miski ei tõenda, et ajatempel on vanem.
    [try-later] Värske kinnitus, et ajatempliteenuse sertifikaat ei ole tühistatud, puudub. Proovige hiljem uuesti.
   *[other] Ajatempel ei ole kehtiv, seega ei ole selle aeg tõendatud.
}

## What is in the way, by question: what, why, what to do now. Failed: it is not as required. Otherwise: the evidence does not decide.

obstacle-file-structure = Fail on vigane ja seda sai lugeda ainult parandades.
    .cause = Faili sisu ja seda, mida allkiri katab, tuli oletada, ning teised programmid võivad oletada teisiti.
    .next = Ärge sellele failile tuginege. Küsige saatjalt dokumenti sellisena, nagu see allkirjastati.
obstacle-signature-dictionary = Allkirja kirje dokumendis on vigane.
    .cause = Selles puudub midagi, mida iga PDF-i allkiri peab ütlema, või on midagi, mida seal olla ei tohi.
    .next = Paluge allkirjastajal algne dokument uuesti allkirjastada.
obstacle-byte-range = Allkirjas ei ole õigesti kirjas, milliseid baite see katab.
    .cause = Nimetatud vahemikud ei alga faili algusest, kattuvad või ulatuvad üle faili lõpu.
    .next = Ärge sellele failile tuginege. Küsige saatjalt dokumenti sellisena, nagu see allkirjastati.
obstacle-contents-hole = Allkirjastatud vahemikus on peidus midagi allkirjastamata.
    .cause = Lünk allkirjastatud baitides ei ole täpselt allkiri ise.
    .next = Ärge sellele failile tuginege: seda võib olla võltsitud.
obstacle-cms-format = Allkiri ei ole kujul, mida PAdES nõuab.
    .cause = Selle koostas programm, mis järgib teist kuju, või on see vigane.
    .next = Paluge allkirjastajal algne dokument uuesti allkirjastada programmiga, mis annab PAdES-allkirju.
obstacle-signing-certificate = { $answer ->
    [failed] Sertifikaat ei ole see, millele allkiri viitab.
   *[other] Allkirjastaja sertifikaati ei leitud.
}
    .cause = Allkiri nimetab oma sertifikaadi räsi järgi ja ühelgi failis oleval sertifikaadil sellist räsi ei ole.
    .next = Ärge sellele failile tuginege. Küsige saatjalt dokumenti sellisena, nagu see allkirjastati.
obstacle-context = Allkiri järgib oma poliitikat, mis ei ole kättesaadav.
    .cause = Allkiri nimetab allkirjapoliitika ja see kontroll nõuab, et see oleks teada.
    .next = Küsige allkirjastajalt, millise poliitika järgi dokument allkirjastati.
obstacle-revocation-freshness = Tühistamise kohta teadaolev on liiga vana.
    .cause = Vastus või nimekiri on vanem, kui poliitika loeva hetke jaoks lubab.
    .next = Kontrollige uuesti internetiühendusega.
obstacle-certificate-path = { $answer ->
    [failed] Sertifikaadi ahelas on viga.
   *[other] Sertifikaat ei vii väljastajani, keda siin usaldatakse.
}
    .cause = Allkirjastajast selle profiili usaldusankruni ei leitud katkematut sertifikaatide ahelat.
    .next = Kontrollige profiiliga, mis selle allkirjaga sobib. Testallkirja päris profiiliga kunagi ei usaldata.
obstacle-certificate-validity = { $when ->
    [before] Sertifikaat ei olnud loeval hetkel veel kehtima hakanud.
   *[other] { $answer ->
        [failed] Sertifikaat ei kehtinud allkirja andmise ajal.
       *[other] Ei ole teada, kas sertifikaat allkirjastamise ajal kehtis.
    }
}
    .cause = { $when ->
        [before] Varaseim aeg, mil allkiri teadaolevalt olemas oli, või aeg, mille kohta hinnatakse, on enne sertifikaadi kehtivusaja algust.
       *[other] { $answer ->
            [failed] Allkirjastamise hetk jääb sertifikaadi kehtivusajast välja.
           *[other] Sertifikaat ei ole praegu kehtivusajas ja miski ei tõenda, et allkiri on vanem.
        }
    }
    .next = { $when ->
        [before] Kui allkiri anti hiljem, hinnake hilisema aja seisuga.
       *[other] { $answer ->
            [failed] Paluge allkirjastajal algne dokument uuesti allkirjastada.
           *[other] Küsige saatjalt ajatempliga koopiat, kui see on olemas.
        }
    }
obstacle-key-usage = Sertifikaat ei ole mõeldud dokumentide allkirjastamiseks.
    .cause = Selle võtit ei tohi kasutada isikut siduvate allkirjade andmiseks või on sertifikaat mõeldud ainult muuks. Täpsemalt on see kirjas kontrolli juures.
    .next = Paluge allkirjastajal kasutada allkirjastamissertifikaati (PIN2).
obstacle-qualified-certificate = Sertifikaat ei ütle, et see on kvalifitseeritud.
    .cause = Selles puudub märge, mis on allkirja ja templi kvalifitseeritud sertifikaatides.
    .next = Kui nõutav on kvalifitseeritud e-allkiri, paluge allkirjastajal allkirjastada kvalifitseeritud sertifikaadiga.
obstacle-signer-revocation = { $answer ->
    [failed] Allkirjastaja sertifikaat oli tühistatud.
   *[other] { $known ->
        [revoked] Allkirjastaja sertifikaat on tühistatud või peatatud ja miski ei tõenda, et allkiri on vanem.
       *[other] Ei ole teada, kas allkirjastaja sertifikaat oli tühistatud.
    }
}
    .cause = { $answer ->
        [failed] Väljastaja tühistas selle enne, kui allkiri tõendatavalt olemas oli.
       *[other] { $known ->
            [revoked] Mis ajast, on kirjas kontrolli juures.
            [incomplete] Tühistusandmeid on rohkem, kui läbi vaadatakse, või osa neist ei ole loetav.
            [stale] Selle kohta teadaolev on loeva hetke jaoks liiga vana.
           *[other] { $asked ->
                [nobody] Failis kehtivuskinnitust ei ole ja seda ei küsitud kelleltki.
               *[other] Failis kehtivuskinnitust ei ole ja väljastajalt seda ei saadud.
            }
        }
    }
    .next = { $answer ->
        [failed] Ärge sellele allkirjale tuginege. Paluge allkirjastajal uuesti allkirjastada.
       *[other] { $known ->
            [revoked] Küsige saatjalt ajatempliga koopiat, kui see on olemas.
            [incomplete] Paluge allkirjastajal algne dokument uuesti allkirjastada või küsige sertifikaadi kohta väljastajalt.
           *[other] Kontrollige uuesti internetiühendusega või hiljem.
        }
    }
obstacle-path-revocation = { $answer ->
    [failed] Mõni ahelas kõrgemal olev sertifikaat oli tühistatud.
   *[other] { $known ->
        [revoked] Mõni ahelas kõrgemal olev sertifikaat on tühistatud või peatatud ja miski ei tõenda, et allkiri on vanem.
       *[other] Ei ole teada, kas ahelas kõrgemal olevad sertifikaadid olid tühistatud.
    }
}
    .cause = { $answer ->
        [failed] Väljastaja tühistas selle enne, kui allkiri tõendatavalt olemas oli.
       *[other] { $known ->
            [revoked] Mis ajast, on kirjas kontrolli juures.
            [incomplete] Tühistusandmeid on rohkem, kui läbi vaadatakse, või osa neist ei ole loetav.
            [stale] Selle kohta teadaolev on loeva hetke jaoks liiga vana.
           *[other] { $asked ->
                [nobody] Failis kehtivuskinnitust ei ole ja seda ei küsitud kelleltki.
               *[other] Failis kehtivuskinnitust ei ole ja väljastajalt seda ei saadud.
            }
        }
    }
    .next = { $answer ->
        [failed] Ärge sellele allkirjale tuginege. Paluge allkirjastajal uuesti allkirjastada.
       *[other] { $known ->
            [revoked] Küsige saatjalt ajatempliga koopiat, kui see on olemas.
            [incomplete] Paluge allkirjastajal algne dokument uuesti allkirjastada või küsige sertifikaadi kohta väljastajalt.
           *[other] Kontrollige uuesti internetiühendusega või hiljem.
        }
    }
obstacle-message-digest = { $answer ->
    [failed] Dokumenti on pärast allkirjastamist muudetud.
   *[other] Ei ole teada, kas dokument on muutmata.
}
    .cause = { $answer ->
        [failed] Allkirjastatud baitide räsi ei ole see, mis allkirjastati.
       *[other] Allkirjastatud baite ei leitud.
    }
    .next = Ärge sellele failile tuginege. Küsige saatjalt dokumenti sellisena, nagu see allkirjastati.
obstacle-signature-value = Allkiri ei vasta sertifikaadi võtmele.
    .cause = Allkirja väärtus ei klapi: muudetud on allkirja või allkirjastatud atribuute või on see antud teise võtmega.
    .next = Ärge sellele failile tuginege. Küsige saatjalt dokumenti sellisena, nagu see allkirjastati.
obstacle-algorithms = { $fault ->
    [unknown] Üht selle allkirja algoritmidest see programm ei kontrolli.
    [unlisted] Poliitika ei nimeta üht selle allkirja algoritmidest piisavalt tugevaks.
   *[other] Mõni selle allkirja algoritm on liiga nõrk.
}
    .cause = { $fault ->
        [unknown] Ilma selleta ei saa öelda, kas allkiri on õige.
       *[other] Poliitika ei luba seda ajal, mil allkiri tõendatavalt olemas oli.
    }
    .next = { $fault ->
        [unknown] Kontrollige faili programmiga, mis seda algoritmi tunneb.
       *[other] Paluge allkirjastajal algne dokument uuesti allkirjastada.
    }
obstacle-timestamp-imprint = Ajatempel kuulub millegi muu juurde.
    .cause = See ei ole antud sellele, mis siin on.
    .next = Allkiri võib siiski hea olla, kuid selle aeg ei ole tõendatud. Küsige saatjalt dokumenti sellisena, nagu see allkirjastati.
obstacle-timestamp-token = Ajatempel ei ole kehtiv.
    .cause = Ajatemplit ei saa lugeda, selle enda allkiri ei läbi kontrolli või andis selle teine sertifikaat kui nimetatud.
    .next = Allkiri võib siiski hea olla, kuid selle aeg ei ole tõendatud. Küsige saatjalt dokumenti sellisena, nagu see allkirjastati.
obstacle-timestamp-freshness = Ajatempli sertifikaatide tühistamise kohta teadaolev on liiga vana.
    .cause = Vastus või nimekiri on vanem, kui poliitika ajatempli aja jaoks lubab.
    .next = Kontrollige uuesti internetiühendusega.
obstacle-timestamp-path = { $answer ->
    [failed] Ajatempel on teenuselt, mille sertifikaat ei ole kehtiv.
   *[other] Ajatempel ei ole teenuselt, mida siin usaldatakse.
}
    .cause = Ajatemplist selle profiili usaldusankruni ei leitud korras sertifikaatide ahelat.
    .next = Kontrollige profiiliga, mis selle allkirjaga sobib, ja internetiühendusega.
obstacle-timestamp-validity = Ajatempliteenuse sertifikaat ei ole kehtivusajas.
    .cause = Nii oli see ajatempli andmisel või on nii praegu ja miski ei tõenda, et ajatempel on vanem.
    .next = Allkiri võib siiski hea olla, kuid selle aeg ei ole tõendatud. Küsige saatjalt õigel ajal uuendatud koopiat, kui see on olemas.
obstacle-timestamp-purpose = Ajatempliteenuse sertifikaat ei ole mõeldud ajatemplite jaoks.
    .cause = Mis sellel puudub, on kirjas kontrolli juures.
    .next = Allkiri võib siiski hea olla, kuid selle aeg ei ole tõendatud.
obstacle-timestamp-revocation = Ei ole teada, kas ajatempli sertifikaadid olid tühistatud, või mõni neist oli.
    .cause = Täpsemalt on see kirjas kontrolli juures.
    .next = Kontrollige uuesti internetiühendusega või hiljem.
obstacle-timestamp-algorithms = Mõni ajatempli algoritm on liiga nõrk või sellele programmile tundmatu.
    .cause = Poliitika seda ei luba ja miski ei tõenda, et ajatempel on vanem.
    .next = Allkiri võib siiski hea olla, kuid selle aeg ei ole tõendatud.
obstacle-time-order = { $when ->
    [before] Hinnatakse aega, mil allkirja ajatemplit veel ei olnud.
   *[other] Selle allkirja ajad on üksteisega vastuolus.
}
    .cause = { $when ->
        [before] Hiljem antu ei tõenda selle aja kohta midagi.
       *[other] Midagi on dateeritud varasemaks kui see, mis pidi olema enne.
    }
    .next = { $when ->
        [before] Hinnake hilisema aja seisuga.
       *[other] Ärge sellele failile tuginege. Küsige saatjalt dokumenti sellisena, nagu see allkirjastati.
    }
obstacle-past-certificate = Miski ei tõenda, et allkiri on vanem kui see, mis selle sertifikaatide vastu räägib.
    .cause = Ilma sellise tõendita loeb see, mis kehtib praegu.
    .next = Küsige saatjalt ajatempliga koopiat, kui see on olemas.
obstacle-past-timestamp = Miski ei tõenda, et ajatempel on vanem kui see, mis selle sertifikaatide vastu räägib.
    .cause = Ilma sellise tõendita loeb see, mis kehtib praegu.
    .next = Küsige saatjalt õigel ajal uuendatud koopiat, kui see on olemas.
obstacle-proof-of-existence = Miski ei tõenda, mis ajast allkiri olemas on.
    .cause = Sellel ei ole ühtegi kehtivat ajatemplit.
    .next = Küsige saatjalt ajatempliga koopiat, kui see on olemas.
obstacle-coverage = { $answer ->
    [failed] Allkiri ei kata kogu faili.
   *[other] Failis on midagi, mida allkiri ei kata.
}
    .cause = Allkirjastatud versiooni järele on lisatud rohkem kui teisi allkirju, vormiväljade väärtusi ja kehtivuskinnitusi.
    .next = Võrrelge allkirjastatud versiooniga või küsige saatjalt dokumenti sellisena, nagu see allkirjastati.
obstacle-changes-after-signing = { $answer ->
    [failed] Dokumenti on pärast allkirjastamist muudetud.
   *[other] Dokumenti on pärast allkirjastamist muudetud viisil, mida allkiri ette ei näe.
}
    .cause = Faili hilisem versioon sisaldab rohkem kui teisi allkirju, vormiväljade väärtusi ja kehtivuskinnitusi. Muudetu on loetletud kontrolli juures.
    .next = Võrrelge allkirjastatud versiooniga või küsige saatjalt dokumenti sellisena, nagu see allkirjastati.
obstacle-pages = Mõni lehekülg näeb välja teistsugune kui allkirjastamisel.
    .cause = Ükski failis kirja pandud muudatus erinevust ei seleta. Lehekülg ja koht on loetletud kontrolli juures.
    .next = Võrrelge allkirjastatud versiooniga või küsige saatjalt dokumenti sellisena, nagu see allkirjastati.
obstacle-covered-content = Midagi allkirjastatust on nüüd kaetud.
    .cause = Selle peal on hiljem lisatud märkus, väli või allkirja märk. Lehekülg ja see, mis on kaetud, on loetletud kontrolli juures.
    .next = Lugege allkirjastatud versiooni, mille saab eraldi salvestada.
obstacle-field-looks = Mõni vormiväli näitab midagi muud kui oma väärtust.
    .cause = Lehekülge trükkiv ja vormi lugev programm ütlevad eri asju. Mõlemad on loetletud kontrolli juures.
    .next = Küsige saatjalt, kumba mõeldi.
obstacle-active-content = Dokumendis on midagi, mis võib nähtavat muuta.
    .cause = Mujal või muul ajal võib dokument teistsugune välja näha või ise midagi teha, ja ükski allkiri seda ei märka. Mis see on ja kus, on loetletud kontrolli juures.
    .next = Küsige saatjalt dokumenti ilma selleta, näiteks PDF/A-failina.
obstacle-validation-data = Osa failis olevatest kehtivuskinnitustest ei saa kasutada.
    .cause = Mõnda selles olevat sertifikaati või kehtivuskinnitust ei saa lugeda või ei kuulu see sinna.
    .next = Kontrollige uuesti internetiühendusega.
obstacle-qualification = Ei ole teada, kas see on kvalifitseeritud e-allkiri.
    .cause = Usaldusnimekirjades ei ole selle kohta midagi.
    .next = Kontrollige uuesti, kui usaldusnimekirjad on kättesaadavad.
obstacle-unknown = Midagi ei läbinud kontrolli: { $question }
    .cause = Pitser ei oska seda juhtumit paremini sõnastada.
    .next = Vaadake üksikasju.

## Mida ja kus muudeti: `sight` paneb ette koha, `sight-named` järele nime

place-page = lk { $page }
place-pages = lk { $first }–{ $last }
place-box = lk { $page }, { $left } mm vasakust servast, { $bottom } mm alumisest servast, { $width } × { $height } mm
sight = { $place }: { $what }
sight-named = { $what } ({ $name })
change-validation-data = lisatud tõendid allkirjade kohta
change-metadata = muudetud dokumendi andmed
change-timestamp = lisatud dokumendi ajatempel
change-signature = lisatud allkiri
change-signature-field = lisatud tühi allkirjaväli
change-field-value = väli täidetud
change-field = väli muudetud
change-form = vormi seaded muudetud
change-annotation-added = märkus lisatud
change-annotation-changed = märkus muudetud
change-annotation-removed = märkus eemaldatud
change-page = lehekülje sisu muudetud
change-pages = lehekülgi lisatud, eemaldatud või ümber järjestatud
change-document = dokumendi ehitus muudetud
forbidden-level = ei ole lubatud: { $what }
forbidden-locked = allkiri on selle lukustanud: { $what }
forbidden-new-field = dokumendi kinnitamisel ette nägemata: { $what }
forbidden-large = võtab rohkem ruumi, kui allkiri vajab: { $what }
sight-page-count = allkirjastamisel { $before } lk, nüüd { $now }
sight-differs = näeb välja teisiti ja ükski lubatud muudatus seda ei seleta
sight-words-replaced = tekst „{ $was }” on asendatud tekstiga „{ $is }” ja ükski lubatud muudatus seda ei seleta
sight-words-gone = tekst „{ $was }” on kadunud ja ükski lubatud muudatus seda ei seleta
sight-words-added = tekst „{ $is }” on lisatud ja ükski lubatud muudatus seda ei seleta
sight-covered-words = katab teksti „{ $words }”
sight-covered-picture = katab midagi, mis oli sinna joonistatud
sight-may-cover = võib midagi katta: seda, mis on selle all, ei võrreldud või ei võrreldud täielikult
sight-astray = lisatu on kirjutatud nii, et mõni programm võib selle joonistada ükskõik kuhu lehel
sight-misleading = „{ $name }” näitab „{ $shown }”, selle väärtus on „{ $value }”
sight-more = ja veel { $count }
sight-times = { $what }, { $count } korda
sight-unread = osa failist ei saanud lugeda ja seal võib seda rohkem olla
not-compared-memory = võrdlemata, fail on selleks liiga suur
not-compared-time = võrdlemata, see oleks võtnud liiga kaua
not-compared-versions = võrdlemata, allkirjastatud versioone on liiga palju
not-compared-partly = osaliselt võrreldud, midagi sellel ei saanud joonistada
not-compared-not-drawn = võrdlemata, seda ei saanud joonistada
active-script = JavaScript
active-action = toiming
active-multimedia = heli, film või ruumiline mudel
active-layers = kihid, mida saab sisse ja välja lülitada
active-external = midagi, mis võetakse teisest failist
active-xfa = teine vorm (XFA), mida mõned programmid näitavad lehekülgede asemel
active-form-remade = vormiväljad, mille iga programm joonistab uuesti

## Mis tuli pärast allkirjastatud versiooni ja mida ei saa millestki muust eristada

later-annotations-changed = lehekülje märkused on teised kui enne
later-appended = allkirjastatud versiooni järele lisatud baite, mida saab lugeda ainult oletades: { $length }
later-before-end = faililõpu kirje ja lõpu vahel on baite
later-behind-end = baite viimase versiooni lõpu järel: { $length }
later-catalog-changed = muudetud on seda, mis kuulub kogu dokumendi juurde
later-damaged = faili ei saa alates baidist { $at } edasi lugeda
later-deleted = objekt { $object } on kustutatud
later-extensions-changed = vormingu väljakuulutatud laiendused on teised kui enne
later-fields-changed = vormi väljad on teised kui enne
later-form-changed = vormi on muudetud väljaspool selle välju
later-hybrid = üks versioon ei ole eelmisele lihtsalt lisatud
later-in-stream = objekt { $object } on kokku pakitud teiste hulgas, kus tõendeid ei saa muust eristada
later-info-replaced = dokumendi andmed on pandud millegi muu kohale
later-leads-nowhere = uus viide juhib objektile { $object }, mida ei ole
later-malformed = objekt { $object } ei ole see, mida tema koht failis nõuab
later-misplaced = objekti { $object } kohal on objekt { $found }
later-name-taken = uuel väljal on teise välja nimi
later-needless = kirjutatud on objekt { $object }, mida allkirjade tõendid ei vaja
later-no-object = baidi { $at } juures ei ole väljakuulutatud objekti
later-no-section = lisatul puudub objektide tabel
later-no-table = baidi { $at } juures ei ole väljakuulutatud objektide tabelit
later-not-as-signed = allkirjastatud baidid ei lõpe ühegi dokumendi versiooniga
later-odd-end = faili lõpp on kirjutatud nii, et iga programm seda ei leia
later-odd-table = üks objektide tabel on kirjutatud nii, et programmid loevad seda erinevalt
later-overlap = objektid kattuvad
later-page-changed = lehekülge on muudetud väljaspool selle märkusi
later-part-replaced = vormi või lehekülje osa on teine objekt kui enne
later-repeated-key = /{ $name } on faili lõpuandmetes kaks korda
later-reused = objekt { $object } oli enne midagi muud
later-section-reused = objekt { $object } on ühtaegu objektide tabel ja midagi muud
later-size-unfit = märgitud objektide arv ei klapi
later-stamp-entry = lisatud dokumendi ajatempli või selle välja /{ $name } ei ole nii, nagu peab
later-stamp-incomplete = lisatud dokumendi ajatemplil puudub midagi vajalikku
later-stamp-inside = lisatud dokumendi ajatempli osa ei ole omaette objekt
later-stamp-page = lisatud dokumendi ajatempli väli ei ole ühelgi varasemal leheküljel
later-stamp-shows = lisatud dokumendi ajatempli väli näitab midagi
later-store-entry = talletatud tõendite hulgas on kirje /{ $name }, mis ei kuulu sinna
later-store-lost = talletatud tõendite hulgast on kadunud kirje /{ $name }
later-store-malformed = talletatud tõendid ei ole üles ehitatud standardi järgi
later-stray = baidil { $at } on midagi objekti moodi, mida pole kusagil loetletud
later-stream-more = talletatud tõendite objektis { $object } on rohkem kui tõendid
later-too-many = objekte on rohkem, kui läbi vaadatakse
later-trailer-changed = muudetud on seda, mis dokumenti sisse juhatab
later-truncated = faili lõpp puudub
later-twice = allkirjastatus on baidil { $at } teine objekt { $object }, mis ei ole loetletud: programm, mis failist objekte otsib, võib näidata hoopis seda
later-unfinished = baidi { $at } juures puudub „{ $word }”
later-unowned = baite, mis ei kuulu ühelegi objektile, alates baidist { $at }: { $length }
later-unread = midagi selles ei saanud lugeda ega võrrelda

## Miks läks teisiti kui vaja, ja millist poliitika reeglit ei ole täidetud

cause-no-issuer = sertifikaadi { $certificate } väljastajat ei leitud
cause-not-yet-valid = { $certificate } ei kehtinud veel
cause-expired = { $certificate } oli aegunud
cause-not-authority = { $certificate } ei tohi sertifikaate väljastada
cause-path-length = { $certificate } lubab enda all vähem sertifikaate
cause-critical-extension = sertifikaadil { $certificate } on tundmatu kriitiline laiend ({ $oid })
cause-not-its-issuers = allkiri sertifikaadil { $certificate } ei ole selle väljastaja oma
cause-not-verified = allkiri sertifikaadil { $certificate } on antud algoritmiga, millega siin ei kontrollita
cause-extension = sertifikaadil { $certificate } on laiend, mida ei saa lugeda
cause-name-constraints = sertifikaadil { $certificate } on nimi, mida sellest kõrgem väljastaja ei luba
cause-policies = alates sertifikaadist { $certificate } ei ole vastuvõetavat sertifitseerimispoliitikat
cause-gave-up = ahela otsimine võttis liiga kaua
cause-no-path = ahelat usaldatud väljastajani ei ole
cause-revoked = { $certificate } on tühistatud
cause-malformed = { $part } ei ole loetav
cause-too-large = { $part } on suurem, kui loetakse
cause-missing = { $part } puudub
cause-duplicate = { $part } esineb mitu korda
cause-unknown-algorithm = algoritm { $oid } on selline, millega siin ei kontrollita
cause-parameters = algoritmi parameetreid ei võeta vastu: { $part }
cause-unsupported-key = avalik võti on liiki, millega siin ei kontrollita
cause-key-mismatch = algoritm ei sobi võtmega
cause-value-invalid = väärtus ei ole selle võtme oma
cause-other-algorithm = kaks kohta nimetavad eri räsialgoritme
cause-other-digest = räsi on millegi muu oma
cause-signer-unknown = selle allkirjastaja sertifikaati ei ole
cause-signer-unauthorised = selle allkirjastaja sertifikaat ei ole selleks mõeldud: { $part }
cause-other-purposes = võtme laiendatud kasutus lubab ainult muud: { $purposes }
cause-authority = { $certificate } on sertifitseerimiskeskuse sertifikaat, millega allkirjastatakse sertifikaate, mitte dokumente
cause-no-reference = allkiri ei ütle räsiga, millise sertifikaadi jaoks see on; ta nimetab seda ainult väljastaja ja seerianumbri järgi
cause-other-issuer-serial = õige räsi kõrval nimetab allkiri teise sertifikaadi väljastajat ja seerianumbrit
cause-outside-validity = sertifikaati kasutati väljaspool selle kehtivusaega
cause-other-certificate = allkirjastati teise sertifikaadi jaoks
cause-technical = { $what }
cause-padding = selle järel on nullist erinevaid baite
cause-signers = allkirjastajaid ei ole täpselt üks
cause-content-inside = allkirjastatud sisu on selle sees
cause-certificate-unreadable = seesolevat sertifikaati ei saa lugeda
cause-revocation-inside = tühistusandmed on selle sees
cause-content-type = sisu ei ole nimetatud andmeteks (id-data)
cause-version = versioon ei vasta sisule
cause-announced-algorithm = väljakuulutatud räsialgoritm ei ole allkirjastaja oma
cause-attribute-order = allkirjastatud atribuudid ei ole ettenähtud järjekorras
cause-attribute-twice = üks allkirjastatud atribuut esineb kaks korda
cause-attribute-content-type = allkirjastatud sisutüübi atribuut puudub või nimetab teist
cause-no-attributes = allkirjastatud atribuute ei ole
cause-other-imprint = ajatempel on millegi muu kohta
cause-other-signer = ajatempel nimetab teist allkirjastajat
cause-outside-unit = ajatempel on tehtud väljaspool väljastaja sertifikaadi kehtivusaega
cause-in-future = ajatempel on hilisem kui aeg, mille kohta hinnatakse
cause-vouches-for-itself = sertifikaat annab kinnituse iseenda kohta
cause-data-not-verified = tühistusandmete allkiri ei kehti
cause-data-unknowing = tühistusandmed seda sertifikaati ei tunne
cause-data-forgets = tühistusandmed ei ütle midagi aegunud sertifikaatide kohta
cause-data-older = tühistusandmed on sertifikaadist vanemad
cause-data-outside-term = tühistusandmed allkirjastanud sertifikaadi kehtivusaeg oli läbi või polnud alanud
cause-data-in-future = tühistusandmed on tulevikust
cause-data-not-conforming = tühistusandmed ei vasta oma standardile
cause-data-incomplete = kõiki tühistusandmeid ei saanud kontrollida
cause-contents-empty = allkirja väärtus on tühi
cause-range-beyond-file = allkirjastatud baidid lõpevad baidil { $end }, faili lõpu taga
cause-range-empty = üks kahest allkirjastatud baidivahemikust on tühi
cause-range-malformed = allkirjastatud baite ei näita neli täisarvu
cause-range-overlap = kaks allkirjastatud baidivahemikku kattuvad
cause-range-start = allkirjastatud baidid algavad baidist { $start }, mitte faili algusest
cause-unlisted = poliitikas nimetamata: { $algorithms }
cause-weak = liiga nõrk: { $algorithms }
constraint-advised-purpose = võtme laiendatud kasutuses peaks olema otstarve, mille alla käib dokumentide allkirjastamine
constraint-algorithms = algoritm ei ole poliitika jaoks piisavalt tugev
constraint-bound-content = allkiri peab olema oma sisuga seotud
constraint-claimed-time = allkiri peab ütlema, millal see on tehtud
constraint-conforming = tühistusandmed peavad vastama oma standardile
constraint-delay = ajatempel peab väidetud ajale piisavalt kiiresti järgnema
constraint-document-purpose = võtme laiendatud kasutuses peab olema otstarve, mille alla käib dokumentide allkirjastamine
constraint-end-entity = sertifikaat ei tohi olla sertifitseerimiskeskuse oma
constraint-freshness = tühistusandmed peavad olema värsked
constraint-issued-in-the-past = tühistusandmed ei tohi olla tulevikust
constraint-issuer-revocation = peab olema teada, kas kõrgemad sertifikaadid on tühistatud
constraint-key-usage = sertifikaat peab olema mõeldud dokumentide allkirjastamiseks
constraint-order = kõik ajad peavad olema võimalikus järjestuses
constraint-purpose = sertifikaat peab olema mõeldud ajatemplite jaoks
constraint-qualified-certificate = sertifikaat peab ütlema, et see on kvalifitseeritud
constraint-signature-policy = allkirjapoliitika peab olema saadaval sellisena, nagu see allkirjastati
constraint-signer-in-term = tühistusandmete allkirjastaja sertifikaat peab kehtima
constraint-signing-certificate = sertifikaat peab olema kaasa allkirjastatud
constraint-stated-in-validity = ajatempel peab olema tehtud väljastaja sertifikaadi kehtivusajal
constraint-timestamps = iga olemasolev ajatempel peab kehtima

## Kontrolli andmed, väärtuse ees

figure = { $label }: { $value }
figure-algorithm = Algoritm
figure-at = Küsitud hetk
figure-authority = Väljastaja
figure-bytes = Baite
figure-cause = Põhjus
figure-certificate = Sertifikaat
figure-certificates = Sertifikaate
figure-computed = Arvutatud
figure-constraint = Reegel
figure-contents = Sisu
figure-crls = Tühistusnimekirju
figure-digest = Räsi
figure-drawn = Joonistatud lehekülgi
figure-fault = Viga
figure-faults = Vead
figure-filter = Käsitleja
figure-found = Leitud
figure-from = Alates
figure-good-until = Korras kuni
figure-issued = Väljastatud
figure-later = Hilisemad muudatused
figure-next = Järgmine
figure-now = Nüüd
figure-ocsp = Kehtivuskinnitusi
figure-pages = Lehekülgi
figure-path = Ahel
figure-policy = Poliitika
figure-proven = Tõendatud
figure-revoked = Tühistatud
figure-same = Puutumata lehekülgi
figure-signed = Allkirjastatud
figure-source = Allikas
figure-sub-filter = Kuju
figure-subject = Subjekt
figure-time = Aeg
figure-unread = Lugemata
figure-unsigned-attributes = Allkirjastamata atribuudid
figure-until = Kuni
figure-unverified = Kinnitamata
figure-weak = Liiga nõrk
value-filter-none = puudub
value-found-not-at-hand = ei ole kättesaadav
value-found-not-signed-one = ei ole see, millele allkiri viitab
value-found-time-stamp = ajatemplis
value-later-none = muudatusi ei ole
value-later-archival = allkirjade tõendid
value-later-metadata = andmed dokumendi kohta
value-later-form-filling = väljad täidetud või allkirjastatud
value-later-annotation = märkused
value-later-other = midagi muud
value-signed-none = mitte midagi
value-source-short-term = selle sertifikaadi jaoks ei ole vaja
value-sub-filter-none = puudub

evidence-used = Tugineb
object-certificate = Sertifikaat
object-crl = Tühistusnimekiri
object-ocsp = OCSP vastus
object-timestamp = Ajatempel
