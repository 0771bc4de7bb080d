# What a validation asks and answers, in words. The indications are those of EN 319 102-1.

## Main indication, EN 319 102-1 §5.1.3

indication-total-passed = Galioja
indication-total-failed = Negalioja
indication-indeterminate = Nepavyko patikrinti

## Answer to one question

answer-passed = Taip
answer-failed = Ne
answer-indeterminate = Nepavyko patikrinti
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
question-cms-format = Ar parašas yra PAdES reikalaujamos formos?
question-signing-certificate = Ar sertifikatas yra tas, kurį nurodo parašas?
question-message-digest = Ar dokumentas po pasirašymo nepakeistas?
question-signature-value = Ar parašas atitinka sertifikato raktą?
question-algorithms = Ar algoritmai pasirašymo metu buvo pakankamai stiprūs?
question-certificate-path = Ar sertifikatas veda pas patikimą išdavėją?
question-certificate-validity = Ar sertifikatas pasirašymo metu galiojo?
question-key-usage = Ar sertifikatas skirtas dokumentams pasirašyti?
question-qualified-certificate = Ar sertifikate nurodyta, kad jis kvalifikuotas?
question-signer-revocation = Ar pasirašančiojo sertifikatas nebuvo atšauktas?
question-path-revocation = Ar aukštesni sertifikatai nebuvo atšaukti?
question-timestamp-token = Ar laiko žyma priklauso šiam parašui?
question-timestamp-path = Ar laiko žyma yra iš patikimos tarnybos?
question-time-order = Ar visi laikai eina galima tvarka?
question-coverage = Ar parašas apima viską, kas negali keistis?
question-changes-after-signing = Ar po pasirašymo nepakeista nieko, ko keisti negalima?
question-pages = Ar puslapiai atrodo taip, kaip pasirašant?
question-covered-content = Ar viskas, kas pasirašyta, tebėra matoma?
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
sub-indication-not-yet-valid = Pasirašant sertifikatas dar negaliojo.
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
obstacle-message-digest = { $answer ->
    [failed] Po pasirašymo dokumentas buvo pakeistas.
   *[other] Nepavyko patikrinti, ar dokumentas nepakeistas.
}
    .cause = { $answer ->
        [failed] Pasirašytų baitų santrauka nėra ta, kuri buvo pasirašyta.
       *[other] Pasirašytų baitų nepavyko rasti.
    }
    .next = Nepasikliaukite šiuo failu. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-signature-value = Parašas neatitinka sertifikato rakto.
    .cause = Jo reikšmė nesutampa: pakeistas parašas ar pasirašyti atributai arba jis sukurtas kitu raktu.
    .next = Nepasikliaukite šiuo failu. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-algorithms = Šio parašo algoritmas per silpnas arba šiai programai nežinomas.
    .cause = Taisyklės jo nepriima tam laikui, kai, kaip įrodyta, parašas jau egzistavo.
    .next = Paprašykite pasirašančiojo pasirašyti pradinį dokumentą iš naujo.
obstacle-certificate-path = { $answer ->
    [failed] Sertifikato grandinėje yra klaida.
   *[other] Sertifikatas neveda pas išdavėją, kuriuo čia pasitikima.
}
    .cause = Nerasta nepertraukiamos sertifikatų grandinės nuo pasirašančiojo iki šio profilio pasitikėjimo inkaro.
    .next = Tikrinkite su profiliu, kuris tinka parašui. Bandomuoju parašu tikrame profilyje niekada nepasitikima.
obstacle-certificate-validity = { $answer ->
    [failed] Pasirašant sertifikatas negaliojo.
   *[other] Nepavyko patikrinti, ar pasirašant sertifikatas galiojo.
}
    .cause = { $answer ->
        [failed] Pasirašymo akimirka nepatenka į sertifikato galiojimo laiką.
       *[other] Sertifikatas šiandien negalioja, ir niekas neįrodo, kad parašas senesnis.
    }
    .next = { $answer ->
        [failed] Paprašykite pasirašančiojo pasirašyti pradinį dokumentą iš naujo.
       *[other] Paprašykite siuntėjo kopijos su laiko žyma, jei tokia yra.
    }
obstacle-key-usage = Sertifikatas neskirtas dokumentams pasirašyti.
    .cause = Jo rakto negalima naudoti asmenį įpareigojantiems parašams.
    .next = Paprašykite pasirašančiojo pasirašyti pasirašymo sertifikatu (PIN2).
obstacle-qualified-certificate = Sertifikate nenurodyta, kad jis kvalifikuotas.
    .cause = Jame nėra nuorodos, kuri yra kvalifikuotuose parašų ir spaudų sertifikatuose.
    .next = Jei reikalingas kvalifikuotas parašas, paprašykite pasirašiusiojo pasirašyti kvalifikuotu sertifikatu.
obstacle-signer-revocation = { $answer ->
    [failed] Pasirašančiojo sertifikatas buvo atšauktas.
   *[other] Nežinoma, ar pasirašančiojo sertifikatas buvo atšauktas.
}
    .cause = { $answer ->
        [failed] Išdavėjas jį atšaukė anksčiau, nei įrodyta, kad parašas jau egzistavo.
       *[other] { $asked ->
            [nobody] Faile įrodymo nėra, ir jo iš nieko nebuvo prašyta.
           *[other] Faile įrodymo nėra, o iš išdavėjo jo gauti nepavyko.
        }
    }
    .next = { $answer ->
        [failed] Nepasikliaukite šiuo parašu. Paprašykite pasirašančiojo pasirašyti iš naujo.
       *[other] Patikrinkite dar kartą prisijungę prie interneto arba vėliau.
    }
obstacle-path-revocation = { $answer ->
    [failed] Vienas aukštesnių už pasirašančiojo sertifikatų buvo atšauktas.
   *[other] Nežinoma, ar aukštesni už pasirašančiojo sertifikatai buvo atšaukti.
}
    .cause = { $answer ->
        [failed] Išdavėjas jį atšaukė anksčiau, nei įrodyta, kad parašas jau egzistavo.
       *[other] { $asked ->
            [nobody] Faile įrodymo nėra, ir jo iš nieko nebuvo prašyta.
           *[other] Faile įrodymo nėra, o iš išdavėjo jo gauti nepavyko.
        }
    }
    .next = { $answer ->
        [failed] Nepasikliaukite šiuo parašu. Paprašykite pasirašančiojo pasirašyti iš naujo.
       *[other] Patikrinkite dar kartą prisijungę prie interneto arba vėliau.
    }
obstacle-timestamp-token = Laiko žyma neteisinga.
    .cause = Ji priklauso kitam parašui arba nepraeina patikros.
    .next = Parašas vis tiek gali būti geras, bet jo laikas neįrodytas. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
obstacle-timestamp-path = { $answer ->
    [failed] Laiko žyma yra iš tarnybos, kurios sertifikatas netinkamas.
   *[other] Laiko žyma nėra iš tarnybos, kuria čia pasitikima.
}
    .cause = Nerasta tinkamos sertifikatų grandinės nuo laiko žymos iki šio profilio pasitikėjimo inkaro.
    .next = Tikrinkite su profiliu, kuris tinka parašui, ir prisijungę prie interneto.
obstacle-time-order = Laikai šiame paraše prieštarauja vieni kitiems.
    .cause = Kažkas pažymėta ankstesne data už tai, kas turėjo būti pirmiau.
    .next = Nepasikliaukite šiuo failu. Paprašykite siuntėjo dokumento, koks jis buvo pasirašytas.
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
obstacle-qualification = Nepavyko patikrinti, ar tai kvalifikuotas elektroninis parašas.
    .cause = Patikimuose sąrašuose apie tai nieko nėra.
    .next = Patikrinkite dar kartą, kai bus patikimi sąrašai.
obstacle-unknown = Kažkas nepraėjo patikros: { $question }
    .cause = Šiam atvejui { -product } geresnių žodžių neturi.
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
figure-issued = Išduota
figure-later = Vėlesni pakeitimai
figure-now = Dabar
figure-ocsp = Atsakymai dėl atšaukimo
figure-pages = Puslapių
figure-path = Grandinė
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
