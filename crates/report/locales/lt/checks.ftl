# What a validation asks and answers, in words. The indications are those of EN 319 102-1.

## Main indication, EN 319 102-1 §5.1.3

indication-total-passed = Galioja
indication-total-failed = Negalioja
indication-indeterminate = Nepavyko nustatyti

## Answer to one question

answer-passed = Taip
answer-failed = Ne
answer-indeterminate = Nepavyko nustatyti
answer-warning = Įspėjimas
answer-information = Žiniai
answer-not-judged = Nevertinta
answer-not-applicable = Netaikoma

## Qualification, TS 119 615

qualification-not-judged = Nevertinta: ar tai kvalifikuotas elektroninis parašas, nenagrinėta

## Questions

question-file-structure = Ar failą galima perskaityti taip, kaip jis parašytas?
question-signature-dictionary = Ar parašo įrašas dokumente sudarytas taisyklingai?
question-byte-range = Ar pasirašyti baitai nurodyti be persidengimų ir nuo failo pradžios?
question-contents-hole = Ar vienintelė spraga pasirašytuose baituose yra pats parašas?
question-cms-format = Ar parašą pagal jo formą galima patikrinti?
question-signing-certificate = Ar sertifikatas yra tas, kurį nurodo parašas?
question-context = Ar aišku, pagal kurias taisykles ir kuriam laikui vertinama?
question-revocation-freshness = Ar tai, kas žinoma apie atšaukimą, pakankamai nauja?
question-certificate-path = Ar sertifikatas veda pas patikimą išdavėją?
question-certificate-validity = Ar sertifikatas pasirašymo metu galiojo?
question-key-usage = Ar sertifikatas skirtas dokumentams pasirašyti?
question-qualified-certificate = Ar sertifikate nurodyta, kad jis kvalifikuotas?
question-signer-revocation = Ar pasirašančiojo sertifikatas nebuvo atšauktas?
question-path-revocation = Ar grandinėje aukščiau esantys sertifikatai nebuvo atšaukti?
question-message-digest = Ar pasirašyti baitai yra tie, kurie buvo pasirašyti?
question-signature-value = Ar parašas atitinka sertifikato raktą?
question-algorithms = Ar algoritmai pasirašymo metu buvo pakankamai stiprūs?
question-timestamp-imprint = Ar laiko žyma priklauso šiam parašui arba dokumentui?
question-timestamp-token = Ar laiko žymą išdavė tarnyba, kurią ji nurodo?
question-timestamp-freshness = Ar tai, kas žinoma apie laiko žymos sertifikatų atšaukimą, pakankamai nauja?
question-timestamp-path = Ar laiko žyma yra iš patikimos tarnybos?
question-timestamp-validity = Ar laiko žymų tarnybos sertifikatas galiojo?
question-timestamp-purpose = Ar laiko žymų tarnybos sertifikatas skirtas laiko žymoms?
question-timestamp-revocation = Ar laiko žymos sertifikatai nebuvo atšaukti?
question-timestamp-algorithms = Ar laiko žymos algoritmai pakankamai stiprūs?
question-time-order = Ar visi laikai eina galima tvarka?
question-past-certificate = Ar įrodyta, kad parašas senesnis už tai, kas žinoma prieš jo sertifikatus?
question-past-timestamp = Ar įrodyta, kad laiko žyma senesnė už tai, kas žinoma prieš jos sertifikatus?
question-proof-of-existence = Ar įrodyta, nuo kada parašas egzistuoja?
question-coverage = Ar parašas apima viską, kas negali keistis?
question-changes-after-signing = Ar po pasirašymo nepakeista nieko, ko keisti negalima?
question-pages = Ar puslapiai atrodo taip, kaip pasirašant?
question-covered-content = Ar tai, kas pridėta, neuždengia nieko, kas pasirašyta?
question-field-looks = Ar laukai rodo savo reikšmes?
question-active-content = Ar dokumente nėra nieko, kas gali pakeisti tai, kas matoma?
question-validation-data = Ar faile saugomi įrodymai tvarkingi?
question-qualification = Ar tai kvalifikuotas elektroninis parašas?
question-unknown = { $code }

## Sub-indications, EN 319 102-1 §5.1.3

sub-indication-format-failure = Parašas arba jo vieta faile sudaryti netaisyklingai.
sub-indication-hash-failure = Po pasirašymo dokumentas buvo pakeistas.
sub-indication-sig-crypto-failure = Parašo reikšmė neatitinka sertifikato rakto.
sub-indication-revoked = Pasirašant sertifikatas buvo atšauktas.
sub-indication-expired = Pasirašant sertifikatas nebegaliojo.
sub-indication-not-yet-valid = Lemiamu laiku sertifikatas dar negaliojo.
sub-indication-sig-constraints-failure = Parašui trūksta to, ko reikalauja taisyklės.
sub-indication-chain-constraints-failure = Sertifikato grandinė neatitinka taisyklių, pavyzdžiui, raktas neskirtas pasirašyti.
sub-indication-certificate-chain-general-failure = Sertifikato grandinėje yra klaida.
sub-indication-crypto-constraints-failure = Algoritmas jau naudojimo metu buvo per silpnas.
sub-indication-crypto-constraints-failure-no-poe = Algoritmas šiandien per silpnas, ir niekas neįrodo, kad parašas senesnis.
sub-indication-policy-processing-error = Parašo taisyklių nepavyko apdoroti.
sub-indication-signature-policy-not-available = Parašo taisyklių nėra po ranka.
sub-indication-timestamp-order-failure = Laiko žymos prieštarauja viena kitai.
sub-indication-no-signing-certificate-found = Pasirašančiojo sertifikatas nerastas.
sub-indication-no-certificate-chain-found = Sertifikatas neveda pas išdavėją, kuriuo čia pasitikima.
sub-indication-no-certificate-chain-found-no-poe = Išdavėju nebepasitikima, ir niekas neįrodo, kad parašas senesnis.
sub-indication-revoked-no-poe = Sertifikatas šiandien atšauktas, ir niekas neįrodo, kad parašas senesnis.
sub-indication-revoked-ca-no-poe = Išdavėjo sertifikatas atšauktas, ir niekas neįrodo, kad parašas senesnis.
sub-indication-out-of-bounds-no-poe = Sertifikatas šiandien negalioja, ir niekas neįrodo, kad parašas senesnis.
sub-indication-out-of-bounds-not-revoked = Sertifikatas šiandien negalioja. Jis nebuvo atšauktas, bet niekas neįrodo, kad parašas senesnis.
sub-indication-revocation-out-of-bounds-no-poe = Sertifikato būsenos įrodymą išdavė sertifikatas, kuris negalioja.
sub-indication-no-poe = Trūksta įrodymo, kad reikiamu metu parašas jau egzistavo.
sub-indication-try-later = Nėra naujo įrodymo, kad sertifikatas neatšauktas. Bandykite vėliau.
sub-indication-signed-data-not-found = Pasirašyti duomenys nerasti.

## Why a signature did not pass where that is for an algorithm of which nobody says that it is weak

reason-algorithm = { $fault ->
    [unlisted] Taisyklės vieno iš šio parašo algoritmų nemini kaip pakankamai stipraus.
   *[other] Vieno iš šio parašo algoritmų ši programa netikrina.
}

## Why a signature did not pass where that is for its time-stamps alone, by the sub-indication

reason-judged-before = Vertinamas laikas, kai parašo laiko žymos dar nebuvo.
reason-timestamp = { $code ->
    [certificate-chain-general-failure] Sertifikatas, kuriuo remiasi laiko žyma, netinkamas, todėl jos laikas neįrodytas.
    [chain-constraints-failure] Laiko žymos tarnybos sertifikato tam naudoti negalima, todėl žymos laikas neįrodytas.
    [no-certificate-chain-found] Laiko žyma nėra iš tarnybos, kuria čia pasitikima.
    [no-certificate-chain-found-no-poe] Laiko žymos tarnyba nebepasitikima, ir niekas neįrodo, kad laiko žyma senesnė.
    [out-of-bounds-no-poe] Laiko žymos tarnybos sertifikatas šiandien negalioja, ir niekas neįrodo, kad laiko žyma senesnė.
    [out-of-bounds-not-revoked] Laiko žymos tarnybos sertifikatas šiandien negalioja, ir niekas neįrodo, kad laiko žyma senesnė.
    [revoked-ca-no-poe] Aukštesnis sertifikatas, kuriuo remiasi laiko žymos tarnyba, atšauktas, ir niekas neįrodo, kad laiko žyma senesnė.
    [revoked-no-poe] Laiko žymos tarnybos sertifikatas šiandien atšauktas, ir niekas neįrodo, kad laiko žyma senesnė.
    [try-later] Nėra naujo įrodymo, kad laiko žymos tarnybos sertifikatas neatšauktas. Bandykite vėliau.
   *[other] Laiko žyma neteisinga, todėl jos laikas neįrodytas.
}

## What is in the way, by question: what, why, what to do now. Failed: it is not as required. Otherwise: the evidence does not decide.

obstacle-file-structure = Failas sugadintas, jį perskaityti pavyko tik taisant.
    .cause = Kas jame yra ir ką apima parašas, teko spėti, o kitos programos gali spėti kitaip.
    .next = Nepasikliaukite šiuo failu. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-signature-dictionary = Parašo įrašas dokumente sudarytas netaisyklingai.
    .cause = Jame trūksta to, ką privalo nurodyti kiekvienas PDF parašas, arba yra tai, ko būti negali.
    .next = Paprašykite pasirašančiojo pasirašyti pradinį dokumentą iš naujo.
obstacle-byte-range = Parašas tinkamai nenurodo, kuriuos baitus jis apima.
    .cause = Nurodyti intervalai neprasideda failo pradžioje, persidengia arba siekia už jo pabaigos.
    .next = Nepasikliaukite šiuo failu. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-contents-hole = Pasirašytame intervale slypi kažkas nepasirašyta.
    .cause = Spraga pasirašytuose baituose nėra tiksliai pats parašas.
    .next = Nepasikliaukite šiuo failu: jis gali būti suklastotas.
obstacle-cms-format = Parašas nėra PAdES reikalaujamos formos.
    .cause = Jį sukūrė programa, kuri laikosi kitos formos, arba jis sugadintas.
    .next = Paprašykite pasirašančiojo pasirašyti pradinį dokumentą iš naujo programa, kuri kuria PAdES parašus.
obstacle-signing-certificate = { $answer ->
    [failed] Sertifikatas nėra tas, kurį nurodo parašas.
   *[other] Pasirašančiojo sertifikatas nerastas.
}
    .cause = Parašas savo sertifikatą nurodo santrauka, ir nė vienas faile esantis sertifikatas tokios neturi.
    .next = Nepasikliaukite šiuo failu. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-context = Parašas laikosi savų taisyklių, kurių nėra po ranka.
    .cause = Jis nurodo parašo taisykles, o ši patikra reikalauja, kad jos būtų žinomos.
    .next = Paklauskite pasirašiusiojo, pagal kurias taisykles dokumentas pasirašytas.
obstacle-revocation-freshness = Tai, kas žinoma apie atšaukimą, per sena.
    .cause = Atsakymas arba sąrašas senesnis, nei taisyklės leidžia lemiamam laikui.
    .next = Patikrinkite dar kartą prisijungę prie interneto.
obstacle-certificate-path = { $answer ->
    [failed] Sertifikato grandinėje yra klaida.
   *[other] Sertifikatas neveda pas išdavėją, kuriuo čia pasitikima.
}
    .cause = Nerasta nepertraukiamos sertifikatų grandinės nuo pasirašančiojo iki šio profilio pasitikėjimo inkaro.
    .next = Tikrinkite su profiliu, kuris tinka parašui. Bandomuoju parašu tikrame profilyje niekada nepasitikima.
obstacle-certificate-validity = { $when ->
    [before] Lemiamu laiku sertifikatas dar negaliojo.
   *[other] { $answer ->
        [failed] Pasirašant sertifikatas negaliojo.
       *[other] Nepavyko nustatyti, ar pasirašant sertifikatas galiojo.
    }
}
    .cause = { $when ->
        [before] Ankstyviausias laikas, kai žinoma, kad parašas egzistavo, arba laikas, kuriam vertinama, yra anksčiau nei sertifikato galiojimo pradžia.
       *[other] { $answer ->
            [failed] Pasirašymo akimirka nepatenka į sertifikato galiojimo laiką.
           *[other] Sertifikatas šiandien negalioja, ir niekas neįrodo, kad parašas senesnis.
        }
    }
    .next = { $when ->
        [before] Jei pasirašyta vėliau, vertinkite vėlesniam laikui.
       *[other] { $answer ->
            [failed] Paprašykite pasirašančiojo pasirašyti pradinį dokumentą iš naujo.
           *[other] Paprašykite siuntėjo kopijos su laiko žyma, jei tokia yra.
        }
    }
obstacle-key-usage = Sertifikatas neskirtas dokumentams pasirašyti.
    .cause = Jo rakto negalima naudoti asmenį įpareigojantiems parašams arba sertifikatas skirtas tik kitkam. Kas tiksliai, nurodyta prie patikros.
    .next = Paprašykite pasirašančiojo pasirašyti pasirašymo sertifikatu (PIN2).
obstacle-qualified-certificate = Sertifikate nenurodyta, kad jis kvalifikuotas.
    .cause = Jame nėra nuorodos, kuri yra kvalifikuotuose parašų ir spaudų sertifikatuose.
    .next = Jei reikalingas kvalifikuotas parašas, paprašykite pasirašiusiojo pasirašyti kvalifikuotu sertifikatu.
obstacle-signer-revocation = { $answer ->
    [failed] Pasirašančiojo sertifikatas buvo atšauktas.
   *[other] { $known ->
        [revoked] Pasirašančiojo sertifikatas atšauktas arba sustabdytas, ir niekas neįrodo, kad parašas senesnis.
       *[other] Nežinoma, ar pasirašančiojo sertifikatas buvo atšauktas.
    }
}
    .cause = { $answer ->
        [failed] Išdavėjas jį atšaukė anksčiau, nei įrodyta, kad parašas jau egzistavo.
       *[other] { $known ->
            [revoked] Nuo kada, nurodyta prie patikros.
            [incomplete] Atšaukimo duomenų yra daugiau, nei peržiūrima, arba dalies jų nepavyksta perskaityti.
            [stale] Tai, kas apie tai žinoma, lemiamam laikui per sena.
           *[other] { $asked ->
                [nobody] Faile įrodymo nėra, ir jo iš nieko nebuvo prašyta.
               *[other] Faile įrodymo nėra, o iš išdavėjo jo gauti nepavyko.
            }
        }
    }
    .next = { $answer ->
        [failed] Nepasikliaukite šiuo parašu. Paprašykite pasirašančiojo pasirašyti iš naujo.
       *[other] { $known ->
            [revoked] Paprašykite siuntėjo kopijos su laiko žyma, jei tokia yra.
            [incomplete] Paprašykite pasirašančiojo iš naujo pasirašyti pradinį dokumentą arba pasiteiraukite apie sertifikatą išdavėjo.
           *[other] Patikrinkite dar kartą prisijungę prie interneto arba vėliau.
        }
    }
obstacle-path-revocation = { $answer ->
    [failed] Vienas grandinėje aukščiau esančių sertifikatų buvo atšauktas.
   *[other] { $known ->
        [revoked] Grandinėje aukščiau esantis sertifikatas atšauktas arba sustabdytas, ir niekas neįrodo, kad parašas senesnis.
       *[other] Nežinoma, ar grandinėje aukščiau esantys sertifikatai buvo atšaukti.
    }
}
    .cause = { $answer ->
        [failed] Išdavėjas jį atšaukė anksčiau, nei įrodyta, kad parašas jau egzistavo.
       *[other] { $known ->
            [revoked] Nuo kada, nurodyta prie patikros.
            [incomplete] Atšaukimo duomenų yra daugiau, nei peržiūrima, arba dalies jų nepavyksta perskaityti.
            [stale] Tai, kas apie tai žinoma, lemiamam laikui per sena.
           *[other] { $asked ->
                [nobody] Faile įrodymo nėra, ir jo iš nieko nebuvo prašyta.
               *[other] Faile įrodymo nėra, o iš išdavėjo jo gauti nepavyko.
            }
        }
    }
    .next = { $answer ->
        [failed] Nepasikliaukite šiuo parašu. Paprašykite pasirašančiojo pasirašyti iš naujo.
       *[other] { $known ->
            [revoked] Paprašykite siuntėjo kopijos su laiko žyma, jei tokia yra.
            [incomplete] Paprašykite pasirašančiojo iš naujo pasirašyti pradinį dokumentą arba pasiteiraukite apie sertifikatą išdavėjo.
           *[other] Patikrinkite dar kartą prisijungę prie interneto arba vėliau.
        }
    }
obstacle-message-digest = { $answer ->
    [failed] Po pasirašymo dokumentas buvo pakeistas.
   *[other] Nepavyko nustatyti, ar dokumentas nepakeistas.
}
    .cause = { $answer ->
        [failed] Pasirašytų baitų santrauka nėra ta, kuri buvo pasirašyta.
       *[other] Pasirašytų baitų nepavyko rasti.
    }
    .next = Nepasikliaukite šiuo failu. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-signature-value = Parašas neatitinka sertifikato rakto.
    .cause = Jo reikšmė nesutampa: pakeistas parašas ar pasirašyti atributai arba jis sukurtas kitu raktu.
    .next = Nepasikliaukite šiuo failu. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-algorithms = { $fault ->
    [unknown] Vieno iš šio parašo algoritmų ši programa netikrina.
    [unlisted] Taisyklės vieno iš šio parašo algoritmų nemini kaip pakankamai stipraus.
   *[other] Šio parašo algoritmas per silpnas.
}
    .cause = { $fault ->
        [unknown] Be jo negalima pasakyti, ar parašas teisingas.
       *[other] Taisyklės jo nepriima tam laikui, kai, kaip įrodyta, parašas jau egzistavo.
    }
    .next = { $fault ->
        [unknown] Patikrinkite failą programa, kuri šį algoritmą pažįsta.
       *[other] Paprašykite pasirašančiojo pasirašyti pradinį dokumentą iš naujo.
    }
obstacle-timestamp-imprint = Laiko žyma priklauso kažkam kitam.
    .cause = Ji uždėta ne ant to, kas čia yra.
    .next = Parašas vis tiek gali būti geras, bet jo laikas neįrodytas. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-timestamp-token = Laiko žyma neteisinga.
    .cause = Jos neįmanoma perskaityti, jos pačios parašas nepraeina patikros arba ją išdavė kitas sertifikatas, nei nurodyta.
    .next = Parašas vis tiek gali būti geras, bet jo laikas neįrodytas. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-timestamp-freshness = Tai, kas žinoma apie laiko žymos sertifikatų atšaukimą, per sena.
    .cause = Atsakymas arba sąrašas senesnis, nei taisyklės leidžia laiko žymos nurodytam laikui.
    .next = Patikrinkite dar kartą prisijungę prie interneto.
obstacle-timestamp-path = { $answer ->
    [failed] Laiko žyma yra iš tarnybos, kurios sertifikatas netinkamas.
   *[other] Laiko žyma nėra iš tarnybos, kuria čia pasitikima.
}
    .cause = Nerasta tinkamos sertifikatų grandinės nuo laiko žymos iki šio profilio pasitikėjimo inkaro.
    .next = Tikrinkite su profiliu, kuris tinka parašui, ir prisijungę prie interneto.
obstacle-timestamp-validity = Laiko žymų tarnybos sertifikatas negalioja.
    .cause = Taip buvo išduodant laiko žymą arba yra šiandien, ir niekas neįrodo, kad laiko žyma senesnė.
    .next = Parašas vis tiek gali būti geras, bet jo laikas neįrodytas. Paprašykite siuntėjo laiku atnaujintos kopijos, jei tokia yra.
obstacle-timestamp-purpose = Laiko žymų tarnybos sertifikatas neskirtas laiko žymoms.
    .cause = Ko jam trūksta, nurodyta prie patikros.
    .next = Parašas vis tiek gali būti geras, bet jo laikas neįrodytas.
obstacle-timestamp-revocation = Nežinoma, ar laiko žymos sertifikatai buvo atšaukti, arba kuris nors iš jų buvo.
    .cause = Kas tiksliai, nurodyta prie patikros.
    .next = Patikrinkite dar kartą prisijungę prie interneto arba vėliau.
obstacle-timestamp-algorithms = Laiko žymos algoritmas per silpnas arba šiai programai nežinomas.
    .cause = Taisyklės jo nepriima, ir niekas neįrodo, kad laiko žyma senesnė.
    .next = Parašas vis tiek gali būti geras, bet jo laikas neįrodytas.
obstacle-time-order = { $when ->
    [before] Vertinamas laikas, kai parašo laiko žymos dar nebuvo.
   *[other] Laikai šiame paraše prieštarauja vieni kitiems.
}
    .cause = { $when ->
        [before] Kas padaryta vėliau, apie tą laiką nieko neįrodo.
       *[other] Kažkas pažymėta ankstesne data už tai, kas turėjo būti pirmiau.
    }
    .next = { $when ->
        [before] Vertinkite vėlesniam laikui.
       *[other] Nepasikliaukite šiuo failu. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
    }
obstacle-past-certificate = Niekas neįrodo, kad parašas senesnis už tai, kas žinoma prieš jo sertifikatus.
    .cause = Be tokio įrodymo lemia tai, kas galioja šiandien.
    .next = Paprašykite siuntėjo kopijos su laiko žyma, jei tokia yra.
obstacle-past-timestamp = Niekas neįrodo, kad laiko žyma senesnė už tai, kas žinoma prieš jos sertifikatus.
    .cause = Be tokio įrodymo lemia tai, kas galioja šiandien.
    .next = Paprašykite siuntėjo laiku atnaujintos kopijos, jei tokia yra.
obstacle-proof-of-existence = Niekas neįrodo, nuo kada parašas egzistuoja.
    .cause = Ant jo nėra nė vienos galiojančios laiko žymos.
    .next = Paprašykite siuntėjo kopijos su laiko žyma, jei tokia yra.
obstacle-coverage = { $answer ->
    [failed] Parašas neapima viso failo.
   *[other] Faile yra tai, ko parašas neapima.
}
    .cause = Po pasirašytos versijos pridėta daugiau nei kiti parašai, formos laukų reikšmės ir įrodymai.
    .next = Palyginkite su pasirašyta versija arba paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-changes-after-signing = { $answer ->
    [failed] Po pasirašymo dokumentas buvo pakeistas.
   *[other] Po pasirašymo dokumentas buvo pakeistas taip, kaip parašas nenumato.
}
    .cause = Vėlesnėje failo versijoje yra daugiau nei kiti parašai, formos laukų reikšmės ir įrodymai. Kas pakeista, išvardyta prie patikros.
    .next = Palyginkite su pasirašyta versija arba paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-pages = Kuris nors puslapis atrodo kitaip nei pasirašant.
    .cause = Joks faile nurodytas pakeitimas šio skirtumo nepaaiškina. Puslapis ir vieta išvardyti prie patikros.
    .next = Palyginkite su pasirašyta versija arba paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-covered-content = Kai kas iš to, kas pasirašyta, dabar uždengta.
    .cause = Ant viršaus yra vėliau pridėta pastaba, laukas ar parašo ženklas. Puslapis ir tai, kas uždengta, išvardyti prie patikros.
    .next = Perskaitykite pasirašytą versiją, kurią galima išsaugoti atskirai.
obstacle-field-looks = Formos laukas rodo ne savo reikšmę.
    .cause = Puslapį spausdinanti ir formą skaitanti programos sako skirtingus dalykus. Abu išvardyti prie patikros.
    .next = Paklauskite siuntėjo, kuris iš dviejų turėtas omenyje.
obstacle-active-content = Dokumente yra kai kas, kas gali pakeisti tai, kas matoma.
    .cause = Kitur ar kitu metu dokumentas gali atrodyti kitaip arba pats ką nors daryti, ir joks parašas to nepastebi. Kas tai ir kur, išvardyta prie patikros.
    .next = Paprašykite siuntėjo dokumento be to, pavyzdžiui, PDF/A formatu.
obstacle-validation-data = Dalies faile saugomų įrodymų naudoti negalima.
    .cause = Faile esančio sertifikato ar sertifikato būsenos atsakymo nepavyksta perskaityti arba jis ten nepriklauso.
    .next = Patikrinkite dar kartą prisijungę prie interneto.
obstacle-qualification = Nepavyko nustatyti, ar tai kvalifikuotas elektroninis parašas.
    .cause = Patikimuose sąrašuose apie tai nieko nėra.
    .next = Patikrinkite dar kartą, kai bus patikimi sąrašai.
obstacle-unknown = Kažkas nepraėjo patikros: { $question }
    .cause = Šiam atvejui Pitser geresnių žodžių neturi.
    .next = Žr. išsamią informaciją.

## Kas ir kur pakeista: `sight` prieš tai rašo vietą, `sight-named` po to – pavadinimą

place-page = { $page } psl.
place-pages = { $first }–{ $last } psl.
place-box = { $page } psl., { $left } mm nuo kairiojo krašto, { $bottom } mm nuo apačios, { $width } × { $height } mm
sight = { $place }: { $what }
sight-named = { $what } ({ $name })
change-validation-data = pridėta įrodymų apie parašus
change-metadata = pakeisti duomenys apie dokumentą
change-timestamp = pridėta dokumento laiko žyma
change-signature = pridėtas parašas
change-signature-field = pridėtas tuščias parašo laukas
change-field-value = laukas užpildytas
change-field = laukas pakeistas
change-form = pakeistos formos nuostatos
change-annotation-added = pridėta pastaba
change-annotation-changed = pakeista pastaba
change-annotation-removed = pašalinta pastaba
change-page = pakeistas puslapio turinys
change-pages = puslapiai pridėti, pašalinti arba sukeisti vietomis
change-document = pakeista dokumento sandara
forbidden-level = neleidžiama: { $what }
forbidden-locked = parašo užrakinta: { $what }
forbidden-new-field = nenumatyta ten, kur dokumentas patvirtintas: { $what }
forbidden-large = užima daugiau vietos, negu parašui reikia: { $what }
sight-page-count = pasirašant { $before } psl., dabar { $now }
sight-differs = atrodo kitaip, ir jokiu leidžiamu pakeitimu to nepaaiškinsi
sight-words-replaced = tekstas „{ $was }“ pakeistas tekstu „{ $is }“, ir jokiu leidžiamu pakeitimu to nepaaiškinsi
sight-words-gone = tekstas „{ $was }“ dingo, ir jokiu leidžiamu pakeitimu to nepaaiškinsi
sight-words-added = tekstas „{ $is }“ pridėtas, ir jokiu leidžiamu pakeitimu to nepaaiškinsi
sight-covered-words = dengia „{ $words }“
sight-covered-picture = dengia tai, kas ten buvo nupiešta
sight-may-cover = gali ką nors dengti: tai, kas po juo, nepalyginta arba palyginta ne visa
sight-astray = tai, kas pridėta, parašyta taip, kad kai kurios programos gali tai nupiešti bet kur puslapyje
sight-misleading = „{ $name }“ rodo „{ $shown }“, o jo reikšmė yra „{ $value }“
sight-more = ir dar { $count }
sight-times = { $what } ({ $count } ×)
sight-unread = dalies failo nepavyko perskaityti, ir joje to gali būti daugiau
not-compared-memory = nepalyginta, failas tam per didelis
not-compared-time = nepalyginta, būtų užtrukę per ilgai
not-compared-versions = nepalyginta, per daug pasirašytų versijų
not-compared-partly = palyginta iš dalies, ko nors jame nepavyko nupiešti
not-compared-not-drawn = nepalyginta, jo nepavyko nupiešti
active-script = JavaScript
active-action = veiksmas
active-multimedia = garsas, filmas arba erdvinis modelis
active-layers = sluoksniai, kuriuos galima įjungti ir išjungti
active-external = kai kas, kas imama iš kito failo
active-xfa = antra forma (XFA), kurią kai kurios programos rodo vietoj puslapių
active-form-remade = formos laukai, kuriuos kiekviena programa piešia iš naujo

## Kas atsirado po pasirašytos versijos ir ko neatskirsi nuo nieko kito

later-annotations-changed = puslapio pastabos yra kitos nei anksčiau
later-appended = po pasirašytos versijos pridėta baitų, kuriuos galima perskaityti tik spėjant: { $length }
later-before-end = tarp failo pabaigos įrašo ir pabaigos yra baitų
later-behind-end = baitų po paskutinės versijos pabaigos: { $length }
later-catalog-changed = pakeista tai, kas priklauso visam dokumentui
later-damaged = failo nuo { $at } baito nebeįmanoma skaityti
later-deleted = objektas { $object } ištrintas
later-extensions-changed = paskelbti formato plėtiniai yra kiti nei anksčiau
later-fields-changed = formos laukai yra kiti nei anksčiau
later-form-changed = forma pakeista ne vien jos laukuose
later-hybrid = viena versija nėra tiesiog pridėta prie ankstesnės
later-in-stream = objektas { $object } suspaustas tarp kitų, kur įrodymų neatskirsi nuo kitko
later-info-replaced = duomenys apie dokumentą įrašyti ten, kur buvo kas kita
later-leads-nowhere = nauja nuoroda veda į objektą { $object }, kurio nėra
later-malformed = objektas { $object } nėra toks, kokio reikia jo vietoje faile
later-misplaced = objekto { $object } vietoje yra objektas { $found }
later-name-taken = naujasis laukas turi kito lauko pavadinimą
later-needless = įrašytas objektas { $object }, kurio įrodymams apie parašus nereikia
later-no-object = ties { $at } baitu nėra paskelbto objekto
later-no-section = pridėta dalis neturi objektų lentelės
later-no-table = ties { $at } baitu nėra paskelbtos objektų lentelės
later-not-as-signed = pasirašyti baitai nesibaigia jokia dokumento versija
later-odd-end = failo pabaiga parašyta taip, kad ne kiekviena programa ją randa
later-odd-table = objektų lentelė parašyta taip, kad programos ją skaito skirtingai
later-overlap = objektai persidengia
later-page-changed = puslapis pakeistas ne vien pastabomis
later-part-replaced = formos arba puslapio dalis yra kitas objektas nei anksčiau
later-repeated-key = /{ $name } failo pabaigos duomenyse yra du kartus
later-reused = objektas { $object } anksčiau buvo kas kita
later-section-reused = objektas { $object } yra kartu ir objektų lentelė, ir kas kita
later-size-unfit = nurodytas objektų skaičius neatitinka
later-stamp-entry = pridėtos dokumento laiko žymos arba jos lauko /{ $name } nėra toks, koks turi būti
later-stamp-incomplete = pridėtai dokumento laiko žymai trūksta to, ko jai reikia
later-stamp-inside = pridėtos dokumento laiko žymos dalis nėra atskiras objektas
later-stamp-page = pridėtos dokumento laiko žymos laukas nėra jokiame buvusiame puslapyje
later-stamp-shows = pridėtos dokumento laiko žymos laukas kažką rodo
later-store-entry = tarp saugomų įrodymų yra įrašas /{ $name }, kuriam ten ne vieta
later-store-lost = iš saugomų įrodymų dingo įrašas /{ $name }
later-store-malformed = saugomi įrodymai sudaryti ne taip, kaip nurodo standartas
later-stray = ties baitu { $at } yra kažkas panašaus į objektą, kas niekur neišvardyta
later-stream-more = saugomų įrodymų objekte { $object } yra ne vien įrodymai
later-too-many = objektų daugiau, nei peržiūrima
later-trailer-changed = pakeista tai, kas veda į dokumentą
later-truncated = trūksta failo pabaigos
later-twice = pasirašytame turinyje ties baitu { $at } yra kitas objektas { $object }, kuris neišvardytas: programa, kuri ieško objektų faile, gali rodyti jį
later-unfinished = ties { $at } baitu trūksta „{ $word }“
later-unowned = baitų, kurie nepriklauso jokiam objektui, nuo { $at } baito: { $length }
later-unread = kažko jame nepavyko perskaityti arba palyginti

## Kodėl išėjo ne taip, kaip reikia, ir kurios politikos taisyklės nesilaikyta

cause-no-issuer = { $certificate } išdavėjas nerastas
cause-not-yet-valid = { $certificate } dar negaliojo
cause-expired = { $certificate } galiojimas buvo pasibaigęs
cause-not-authority = { $certificate } neturi teisės išduoti sertifikatų
cause-path-length = { $certificate } po savimi leidžia mažiau sertifikatų
cause-critical-extension = sertifikatas { $certificate } turi nežinomą kritinį plėtinį ({ $oid })
cause-not-its-issuers = parašas ant { $certificate } nėra jo išdavėjo
cause-not-verified = parašas ant { $certificate } sukurtas algoritmu, su kuriuo čia netikrinama
cause-extension = sertifikatas { $certificate } turi plėtinį, kurio neįmanoma perskaityti
cause-name-constraints = sertifikatas { $certificate } turi vardą, kurio aukštesnis išdavėjas neleidžia
cause-policies = nuo { $certificate } nėra priimtinos sertifikatų politikos
cause-gave-up = grandinės paieška truko per ilgai
cause-no-path = nėra grandinės iki patikimo išdavėjo
cause-revoked = { $certificate } atšauktas
cause-malformed = { $part } neperskaitoma
cause-too-large = { $part } didesnė, nei skaitoma
cause-missing = trūksta { $part }
cause-duplicate = { $part } yra daugiau nei kartą
cause-unknown-algorithm = algoritmas { $oid } yra toks, su kuriuo čia netikrinama
cause-parameters = algoritmo parametrai nepriimtini: { $part }
cause-unsupported-key = viešasis raktas yra rūšies, su kuria čia netikrinama
cause-key-mismatch = algoritmas netinka raktui
cause-value-invalid = reikšmė nėra šio rakto
cause-other-algorithm = dviejose vietose nurodyti skirtingi santraukos algoritmai
cause-other-digest = santrauka yra kažko kito
cause-signer-unknown = nėra jį pasirašiusiojo sertifikato
cause-signer-unauthorised = jį pasirašiusiojo sertifikatas tam neskirtas: { $part }
cause-other-purposes = jo išplėstinė rakto paskirtis leidžia tik kitką: { $purposes }
cause-authority = { $certificate } yra sertifikavimo įstaigos sertifikatas, kuriuo pasirašomi sertifikatai, o ne dokumentai
cause-no-reference = parašas santrauka nenurodo, kuriam sertifikatui jis skirtas; jis įvardija jį tik pagal išdavėją ir serijos numerį
cause-other-issuer-serial = šalia teisingos santraukos paraše nurodytas kito sertifikato išdavėjas ir serijos numeris
cause-outside-validity = sertifikatas naudotas ne jo galiojimo laiku
cause-other-certificate = pasirašyta kitam sertifikatui
cause-technical = { $what }
cause-padding = po jo yra nenulinių baitų
cause-signers = pasirašiusysis nėra lygiai vienas
cause-content-inside = pasirašytas turinys yra viduje
cause-certificate-unreadable = viduje esančio sertifikato neįmanoma perskaityti
cause-revocation-inside = atšaukimo duomenys yra viduje
cause-content-type = turinys nepavadintas duomenimis (id-data)
cause-version = versija neatitinka turinio
cause-announced-algorithm = paskelbtas santraukos algoritmas nėra pasirašiusiojo
cause-attribute-order = pasirašyti atributai surašyti ne iš eilės
cause-attribute-twice = vienas pasirašytas atributas yra du kartus
cause-attribute-content-type = pasirašyto turinio rūšies atributo nėra arba jis nurodo kitą
cause-no-attributes = pasirašytų atributų nėra
cause-other-imprint = laiko žyma yra apie ką kita
cause-other-signer = laiko žyma nurodo kitą pasirašiusįjį
cause-outside-unit = laiko žyma sukurta ne išdavėjo sertifikato galiojimo laiku
cause-in-future = laiko žyma vėlesnė už laiką, kuriam vertinama
cause-vouches-for-itself = sertifikatas pats už save laiduoja
cause-data-not-verified = atšaukimo duomenų parašas netinkamas
cause-data-unknowing = atšaukimo duomenys šio sertifikato nepažįsta
cause-data-forgets = atšaukimo duomenys nieko nesako apie pasibaigusio galiojimo sertifikatus
cause-data-older = atšaukimo duomenys senesni už sertifikatą
cause-data-outside-term = sertifikatas, kuriuo pasirašyti atšaukimo duomenys, negaliojo
cause-data-in-future = atšaukimo duomenys yra iš ateities
cause-data-not-conforming = atšaukimo duomenys neatitinka savo standarto
cause-data-incomplete = ne visus atšaukimo duomenis pavyko patikrinti
cause-contents-empty = parašo reikšmė tuščia
cause-range-beyond-file = pasirašyti baitai baigiasi ties { $end } baitu, už failo pabaigos
cause-range-empty = vienas iš dviejų pasirašytų baitų ruožų tuščias
cause-range-malformed = pasirašyti baitai nurodyti ne keturiais sveikaisiais skaičiais
cause-range-overlap = du pasirašytų baitų ruožai persidengia
cause-range-start = pasirašyti baitai prasideda nuo { $start } baito, o ne nuo failo pradžios
cause-unlisted = taisyklėse neminima: { $algorithms }
cause-weak = per silpna: { $algorithms }
constraint-advised-purpose = išplėstinėje rakto paskirtyje turėtų būti tikslas, apimantis dokumentų pasirašymą
constraint-algorithms = algoritmas politikai nepakankamai stiprus
constraint-bound-content = parašas turi būti susietas su turiniu
constraint-claimed-time = parašas turi nurodyti, kada sukurtas
constraint-conforming = atšaukimo duomenys turi atitikti savo standartą
constraint-delay = laiko žyma turi pakankamai greitai sekti po nurodyto laiko
constraint-document-purpose = išplėstinėje rakto paskirtyje turi būti tikslas, apimantis dokumentų pasirašymą
constraint-end-entity = sertifikatas neturi būti sertifikavimo įstaigos sertifikatas
constraint-freshness = atšaukimo duomenys turi būti švieži
constraint-issued-in-the-past = atšaukimo duomenys negali būti iš ateities
constraint-issuer-revocation = turi būti žinoma, ar grandinėje aukščiau esantys sertifikatai atšaukti
constraint-key-usage = sertifikatas turi būti skirtas dokumentams pasirašyti
constraint-order = visi laikai turi būti galima tvarka
constraint-purpose = sertifikatas turi būti skirtas laiko žymoms
constraint-qualified-certificate = sertifikatas turi nurodyti, kad yra kvalifikuotas
constraint-signature-policy = parašo politika turi būti prieinama tokia, kokia pasirašyta
constraint-signer-in-term = atšaukimo duomenis pasirašiusiojo sertifikatas turi galioti
constraint-signing-certificate = sertifikatas turi būti pasirašytas kartu
constraint-stated-in-validity = laiko žyma turi būti sukurta išdavėjo sertifikato galiojimo laiku
constraint-timestamps = kiekviena esama laiko žyma turi galioti

## Patikros duomenys, prieš reikšmę

figure = { $label }: { $value }
figure-algorithm = Algoritmas
figure-at = Klausiama akimirka
figure-authority = Išdavėjas
figure-bytes = Baitai
figure-cause = Priežastis
figure-certificate = Sertifikatas
figure-certificates = Sertifikatai
figure-computed = Apskaičiuota
figure-constraint = Taisyklė
figure-contents = Turinys
figure-crls = Atšaukimo sąrašai
figure-digest = Santrauka
figure-drawn = Nupiešta puslapių
figure-fault = Klaida
figure-faults = Klaidos
figure-filter = Filtras
figure-found = Rasta
figure-from = Nuo
figure-good-until = Tvarkinga iki
figure-issued = Išduota
figure-later = Vėlesni pakeitimai
figure-next = Kita
figure-now = Dabar
figure-ocsp = Atsakymai dėl atšaukimo
figure-pages = Puslapių
figure-path = Grandinė
figure-policy = Taisyklės
figure-proven = Įrodyta
figure-revoked = Atšaukta
figure-same = Nepaliestų puslapių
figure-signed = Pasirašyta
figure-source = Šaltinis
figure-sub-filter = Forma
figure-subject = Subjektas
figure-time = Laikas
figure-unread = Neperskaityta
figure-unsigned-attributes = Nepasirašyti atributai
figure-until = Iki
figure-unverified = Nepatvirtinta
figure-weak = Per silpna
value-filter-none = nėra
value-found-not-at-hand = nėra po ranka
value-found-not-signed-one = ne tos, kurias nurodo parašas
value-found-time-stamp = laiko žymoje
value-later-none = nėra
value-later-archival = įrodymai apie parašus
value-later-metadata = duomenys apie dokumentą
value-later-form-filling = laukai užpildyti arba pasirašyti
value-later-annotation = pastabos
value-later-other = kas kita
value-signed-none = nieko
value-source-short-term = šiam sertifikatui nereikia
value-sub-filter-none = nėra

evidence-used = Remiasi
object-certificate = Sertifikatas
object-crl = Atšauktų sertifikatų sąrašas
object-ocsp = OCSP atsakymas
object-timestamp = Laiko žyma
