# What a validation asks and answers, in words. The indications are those of EN 319 102-1.

## Main indication, EN 319 102-1 §5.1.3

indication-total-passed = Derīgs
indication-total-failed = Nav derīgs
indication-indeterminate = Nav iespējams noteikt

## Answer to one question

answer-passed = Jā
answer-failed = Nē
answer-indeterminate = Nav iespējams noteikt
answer-warning = Brīdinājums
answer-information = Zināšanai
answer-not-judged = Nav vērtēts
answer-not-applicable = Neattiecas

## Qualification, TS 119 615

qualification-not-judged = Nav vērtēts: nav noskaidrots, vai tas ir kvalificēts elektroniskais paraksts

## Questions

question-file-structure = Vai datni var nolasīt tā, kā tā uzrakstīta?
question-signature-dictionary = Vai paraksta ieraksts dokumentā ir pareizi veidots?
question-byte-range = Vai parakstītie baiti norādīti bez pārklāšanās un no datnes sākuma?
question-contents-hole = Vai vienīgais robs parakstītajos baitos ir pats paraksts?
question-cms-format = Vai parakstu pēc tā formas var pārbaudīt?
question-signing-certificate = Vai sertifikāts ir tas, uz kuru norāda paraksts?
question-context = Vai ir skaidrs, pēc kuras politikas un uz kuru brīdi vērtē?
question-revocation-freshness = Vai par atsaukšanu zināmais ir pietiekami svaigs?
question-certificate-path = Vai sertifikāta ķēde aizved līdz uzticamam izdevējam?
question-certificate-validity = Vai sertifikāts parakstīšanas laikā bija derīguma termiņā?
question-key-usage = Vai sertifikāts paredzēts dokumentu parakstīšanai?
question-qualified-certificate = Vai sertifikātā teikts, ka tas ir kvalificēts?
question-signer-revocation = Vai parakstītāja sertifikāts nebija atsaukts?
question-path-revocation = Vai ķēdē augstāk esošie sertifikāti nebija atsaukti?
question-message-digest = Vai parakstītie baiti ir tie, kas tika parakstīti?
question-signature-value = Vai paraksts atbilst sertifikāta atslēgai?
question-algorithms = Vai algoritmi parakstīšanas laikā bija pietiekami droši?
question-timestamp-imprint = Vai laika zīmogs pieder šim parakstam vai dokumentam?
question-timestamp-token = Vai laika zīmogu izdeva pakalpojums, ko tas nosauc?
question-timestamp-freshness = Vai par laika zīmoga sertifikātu atsaukšanu zināmais ir pietiekami svaigs?
question-timestamp-path = Vai laika zīmogs ir no uzticama pakalpojuma?
question-timestamp-validity = Vai laika zīmoga pakalpojuma sertifikāts bija derīguma termiņā?
question-timestamp-purpose = Vai laika zīmoga pakalpojuma sertifikāts paredzēts laika zīmogiem?
question-timestamp-revocation = Vai laika zīmoga sertifikāti nebija atsaukti?
question-timestamp-algorithms = Vai laika zīmoga algoritmi ir pietiekami droši?
question-time-order = Vai visi laiki ir iespējamā secībā?
question-past-certificate = Vai ir pierādīts, ka paraksts ir vecāks par to, kas liecina pret tā sertifikātiem?
question-past-timestamp = Vai ir pierādīts, ka laika zīmogs ir vecāks par to, kas liecina pret tā sertifikātiem?
question-proof-of-existence = Vai ir pierādīts, kopš kura brīža paraksts pastāv?
question-coverage = Vai paraksts aptver visu, kas nedrīkst mainīties?
question-changes-after-signing = Vai pēc parakstīšanas nav mainīts nekas, ko mainīt nedrīkst?
question-pages = Vai lapas izskatās tā, kā parakstīšanas brīdī?
question-covered-content = Vai pievienotais neaizsedz neko no parakstītā?
question-field-looks = Vai lauki rāda savas vērtības?
question-active-content = Vai dokumentā nav nekā, kas var mainīt redzamo?
question-validation-data = Vai datnē glabātie pierādījumi ir kārtībā?
question-qualification = Vai tas ir kvalificēts elektroniskais paraksts?
question-unknown = { $code }

## Sub-indications, EN 319 102-1 §5.1.3

sub-indication-format-failure = Paraksts vai tā vieta datnē ir nepareizi veidota.
sub-indication-hash-failure = Dokuments mainīts pēc parakstīšanas.
sub-indication-sig-crypto-failure = Paraksta vērtība neatbilst sertifikāta atslēgai.
sub-indication-revoked = Sertifikāts parakstīšanas brīdī bija atsaukts.
sub-indication-expired = Sertifikāta termiņš parakstīšanas brīdī bija beidzies.
sub-indication-not-yet-valid = Izšķirošajā brīdī sertifikāts vēl nebija stājies spēkā.
sub-indication-sig-constraints-failure = Parakstam trūkst kaut kā, ko prasa politika.
sub-indication-chain-constraints-failure = Sertifikāta ķēde neatbilst politikai, piemēram, atslēga nav paredzēta parakstīšanai.
sub-indication-certificate-chain-general-failure = Sertifikāta ķēdē ir kļūda.
sub-indication-crypto-constraints-failure = Kāds algoritms jau izmantošanas brīdī bija pārāk vājš.
sub-indication-crypto-constraints-failure-no-poe = Kāds algoritms šodien ir pārāk vājš, un nekas nepierāda, ka paraksts ir vecāks.
sub-indication-policy-processing-error = Paraksta politiku nevarēja apstrādāt.
sub-indication-signature-policy-not-available = Paraksta politika nav pieejama.
sub-indication-timestamp-order-failure = Laika zīmogi ir savstarpēji pretrunīgi.
sub-indication-no-signing-certificate-found = Parakstītāja sertifikāts nav atrasts.
sub-indication-no-certificate-chain-found = Sertifikāta ķēde neaizved līdz izdevējam, kuram šeit uzticas.
sub-indication-no-certificate-chain-found-no-poe = Izdevējam vairs neuzticas, un nekas nepierāda, ka paraksts ir vecāks.
sub-indication-revoked-no-poe = Sertifikāts šodien ir atsaukts, un nekas nepierāda, ka paraksts ir vecāks.
sub-indication-revoked-ca-no-poe = Izdevēja sertifikāts ir atsaukts, un nekas nepierāda, ka paraksts ir vecāks.
sub-indication-out-of-bounds-no-poe = Sertifikāts šodien nav derīguma termiņā, un nekas nepierāda, ka paraksts ir vecāks.
sub-indication-out-of-bounds-not-revoked = Sertifikāts šodien nav derīguma termiņā. Tas nav atsaukts, taču nekas nepierāda, ka paraksts ir vecāks.
sub-indication-revocation-out-of-bounds-no-poe = Sertifikāta statusa pierādījumu devis sertifikāts, kas nav derīguma termiņā.
sub-indication-no-poe = Nav pierādījuma, ka paraksts vajadzīgajā laikā jau pastāvēja.
sub-indication-try-later = Nav svaiga pierādījuma, ka sertifikāts nav atsaukts. Mēģiniet vēlāk.
sub-indication-signed-data-not-found = Parakstītie dati nav atrasti.

## Why a signature did not pass where that is for an algorithm of which nobody says that it is weak

reason-algorithm = { $fault ->
    [unlisted] Politika vienu no šī paraksta algoritmiem nenosauc par pietiekami stipru.
   *[other] Vienu no šī paraksta algoritmiem šī programma nepārbauda.
}

## Why a signature did not pass where that is for its time-stamps alone, by the sub-indication

reason-judged-before = Vērtē brīdi, kad paraksta laika zīmoga vēl nebija.
reason-timestamp = { $code ->
    [certificate-chain-general-failure] Kāds sertifikāts, uz kā balstās laika zīmogs, neiztur pārbaudi, tāpēc tā laiks nav pierādīts.
    [chain-constraints-failure] Laika zīmoga pakalpojuma sertifikātu tam nedrīkst izmantot, tāpēc zīmoga laiks nav pierādīts.
    [no-certificate-chain-found] Laika zīmogs nav no pakalpojuma, kam šeit uzticas.
    [no-certificate-chain-found-no-poe] Laika zīmoga pakalpojumam vairs neuzticas, un nekas nepierāda, ka laika zīmogs ir vecāks.
    [out-of-bounds-no-poe] Laika zīmoga pakalpojuma sertifikāts šodien nav derīguma termiņā, un nekas nepierāda, ka laika zīmogs ir vecāks.
    [out-of-bounds-not-revoked] Laika zīmoga pakalpojuma sertifikāts šodien nav derīguma termiņā, un nekas nepierāda, ka laika zīmogs ir vecāks.
    [revoked-ca-no-poe] Sertifikāts virs laika zīmoga pakalpojuma sertifikāta ir atsaukts, un nekas nepierāda, ka laika zīmogs ir vecāks.
    [revoked-no-poe] Laika zīmoga pakalpojuma sertifikāts šodien ir atsaukts, un nekas nepierāda, ka laika zīmogs ir vecāks.
    [try-later] Nav svaiga pierādījuma, ka laika zīmoga pakalpojuma sertifikāts nav atsaukts. Mēģiniet vēlāk.
   *[other] Laika zīmogs neiztur pārbaudi, tāpēc tā laiks nav pierādīts.
}

## What is in the way, by question: what, why, what to do now. Failed: it is not as required. Otherwise: the evidence does not decide.

obstacle-file-structure = Datne ir bojāta, un to varēja nolasīt tikai labojot.
    .cause = Kas tajā ir un ko aptver paraksts, nācās minēt, un citas programmas var minēt citādi.
    .next = Nepaļaujieties uz šo datni. Lūdziet sūtītājam dokumentu, kāds tas tika parakstīts.
obstacle-signature-dictionary = Paraksta ieraksts dokumentā ir nepareizi veidots.
    .cause = Tajā trūkst kaut kā, kas katram PDF parakstam jāsaka, vai arī ir kaut kas, kā tur nedrīkst būt.
    .next = Lūdziet parakstītājam parakstīt oriģinālo dokumentu no jauna.
obstacle-byte-range = Paraksts pareizi nenorāda, kurus baitus tas aptver.
    .cause = Norādītie apgabali nesākas datnes sākumā, pārklājas vai sniedzas pāri tās beigām.
    .next = Nepaļaujieties uz šo datni. Lūdziet sūtītājam dokumentu, kāds tas tika parakstīts.
obstacle-contents-hole = Parakstītajā apgabalā paslēpts kaut kas neparakstīts.
    .cause = Robs parakstītajos baitos nav tieši pats paraksts.
    .next = Nepaļaujieties uz šo datni: tā var būt viltota.
obstacle-cms-format = Parakstam nav PAdES prasītās formas.
    .cause = To veidojusi programma, kas ievēro citu formu, vai arī tas ir bojāts.
    .next = Lūdziet parakstītājam parakstīt oriģinālo dokumentu no jauna ar programmu, kas veido PAdES parakstus.
obstacle-signing-certificate = { $answer ->
    [failed] Sertifikāts nav tas, uz kuru norāda paraksts.
   *[other] Parakstītāja sertifikāts nav atrasts.
}
    .cause = Paraksts nosauc savu sertifikātu pēc jaucējvērtības, un nevienam datnē esošam sertifikātam tādas nav.
    .next = Nepaļaujieties uz šo datni. Lūdziet sūtītājam dokumentu, kāds tas tika parakstīts.
obstacle-context = Paraksts seko savai politikai, kas nav pieejama.
    .cause = Tas nosauc paraksta politiku, un šī pārbaude prasa, lai tā būtu zināma.
    .next = Jautājiet parakstītājam, pēc kuras politikas dokuments parakstīts.
obstacle-revocation-freshness = Par atsaukšanu zināmais ir pārāk vecs.
    .cause = Atbilde vai saraksts ir vecāks, nekā politika pieļauj izšķirošajam brīdim.
    .next = Pārbaudiet vēlreiz ar interneta savienojumu.
obstacle-certificate-path = { $answer ->
    [failed] Sertifikāta ķēdē ir kļūda.
   *[other] Sertifikāta ķēde neaizved līdz izdevējam, kuram šeit uzticas.
}
    .cause = Nav atrasta nepārtraukta sertifikātu ķēde no parakstītāja līdz šī profila uzticības enkuram.
    .next = Pārbaudiet ar profilu, kas atbilst parakstam. Testa parakstam īstā profilā nekad neuzticas.
obstacle-certificate-validity = { $when ->
    [before] Izšķirošajā brīdī sertifikāts vēl nebija stājies spēkā.
   *[other] { $answer ->
        [failed] Sertifikāts parakstīšanas brīdī nebija spēkā.
       *[other] Nav iespējams noteikt, vai sertifikāts parakstīšanas brīdī bija spēkā.
    }
}
    .cause = { $when ->
        [before] Agrākais laiks, kad zināms, ka paraksts pastāvēja, vai brīdis, ko vērtē, ir pirms sertifikāta derīguma termiņa sākuma.
       *[other] { $answer ->
            [failed] Parakstīšanas brīdis ir ārpus sertifikāta derīguma termiņa.
           *[other] Sertifikāts šodien nav derīguma termiņā, un nekas nepierāda, ka paraksts ir vecāks.
        }
    }
    .next = { $when ->
        [before] Ja paraksts izdarīts vēlāk, vērtējiet uz vēlāku brīdi.
       *[other] { $answer ->
            [failed] Lūdziet parakstītājam parakstīt oriģinālo dokumentu no jauna.
           *[other] Lūdziet sūtītājam kopiju ar laika zīmogu, ja tāda ir.
        }
    }
obstacle-key-usage = Sertifikāts nav paredzēts dokumentu parakstīšanai.
    .cause = Tā atslēgu nedrīkst izmantot parakstiem, kas personai ir saistoši, vai arī sertifikāts paredzēts tikai kam citam. Kurš no tiem, norādīts pie pārbaudes.
    .next = Lūdziet parakstītājam parakstīt ar parakstīšanas sertifikātu (PIN2).
obstacle-qualified-certificate = Sertifikātā nav teikts, ka tas ir kvalificēts.
    .cause = Tajā nav norādes, kāda ir kvalificētos parakstu un zīmogu sertifikātos.
    .next = Ja nepieciešams kvalificēts paraksts, lūdziet parakstītājam parakstīt ar kvalificētu sertifikātu.
obstacle-signer-revocation = { $answer ->
    [failed] Parakstītāja sertifikāts bija atsaukts.
   *[other] { $known ->
        [revoked] Parakstītāja sertifikāts ir atsaukts vai apturēts, un nekas nepierāda, ka paraksts ir vecāks.
       *[other] Nav zināms, vai parakstītāja sertifikāts bija atsaukts.
    }
}
    .cause = { $answer ->
        [failed] Izdevējs to atsauca, pirms paraksts pierādāmi pastāvēja.
       *[other] { $known ->
            [revoked] Kopš kura brīža, norādīts pie pārbaudes.
            [incomplete] Atsaukšanas datu ir vairāk, nekā tiek aplūkots, vai daļu no tiem nevar nolasīt.
            [stale] Par to zināmais izšķirošajam brīdim ir pārāk vecs.
           *[other] { $asked ->
                [nobody] Datnē pierādījuma nav, un nevienam tas netika prasīts.
               *[other] Datnē pierādījuma nav, un no izdevēja to neizdevās saņemt.
            }
        }
    }
    .next = { $answer ->
        [failed] Nepaļaujieties uz šo parakstu. Lūdziet parakstītājam parakstīt no jauna.
       *[other] { $known ->
            [revoked] Lūdziet sūtītājam kopiju ar laika zīmogu, ja tāda ir.
            [incomplete] Lūdziet parakstītājam vēlreiz parakstīt sākotnējo dokumentu vai jautājiet par sertifikātu izdevējam.
           *[other] Pārbaudiet vēlreiz ar interneta savienojumu vai vēlāk.
        }
    }
obstacle-path-revocation = { $answer ->
    [failed] Kāds sertifikāts virs parakstītāja sertifikāta bija atsaukts.
   *[other] { $known ->
        [revoked] Kāds ķēdē augstāk esošs sertifikāts ir atsaukts vai apturēts, un nekas nepierāda, ka paraksts ir vecāks.
       *[other] Nav zināms, vai sertifikāti virs parakstītāja sertifikāta bija atsaukti.
    }
}
    .cause = { $answer ->
        [failed] Izdevējs to atsauca, pirms paraksts pierādāmi pastāvēja.
       *[other] { $known ->
            [revoked] Kopš kura brīža, norādīts pie pārbaudes.
            [incomplete] Atsaukšanas datu ir vairāk, nekā tiek aplūkots, vai daļu no tiem nevar nolasīt.
            [stale] Par to zināmais izšķirošajam brīdim ir pārāk vecs.
           *[other] { $asked ->
                [nobody] Datnē pierādījuma nav, un nevienam tas netika prasīts.
               *[other] Datnē pierādījuma nav, un no izdevēja to neizdevās saņemt.
            }
        }
    }
    .next = { $answer ->
        [failed] Nepaļaujieties uz šo parakstu. Lūdziet parakstītājam parakstīt no jauna.
       *[other] { $known ->
            [revoked] Lūdziet sūtītājam kopiju ar laika zīmogu, ja tāda ir.
            [incomplete] Lūdziet parakstītājam vēlreiz parakstīt sākotnējo dokumentu vai jautājiet par sertifikātu izdevējam.
           *[other] Pārbaudiet vēlreiz ar interneta savienojumu vai vēlāk.
        }
    }
obstacle-message-digest = { $answer ->
    [failed] Dokuments mainīts pēc parakstīšanas.
   *[other] Nav iespējams noteikt, vai dokuments nav mainīts.
}
    .cause = { $answer ->
        [failed] Parakstīto baitu jaucējvērtība nav tā, kas tika parakstīta.
       *[other] Parakstītos baitus nevarēja atrast.
    }
    .next = Nepaļaujieties uz šo datni. Lūdziet sūtītājam dokumentu, kāds tas tika parakstīts.
obstacle-signature-value = Paraksts neatbilst sertifikāta atslēgai.
    .cause = Tā vērtība neiztur pārbaudi: mainīts paraksts vai parakstītie atribūti, vai arī tas veidots ar citu atslēgu.
    .next = Nepaļaujieties uz šo datni. Lūdziet sūtītājam dokumentu, kāds tas tika parakstīts.
obstacle-algorithms = { $fault ->
    [unknown] Vienu no šī paraksta algoritmiem šī programma nepārbauda.
    [unlisted] Politika vienu no šī paraksta algoritmiem nenosauc par pietiekami stipru.
   *[other] Kāds šī paraksta algoritms ir pārāk vājš.
}
    .cause = { $fault ->
        [unknown] Bez tā nevar pateikt, vai paraksts ir pareizs.
       *[other] Politika to nepieņem laikam, kurā paraksts pierādāmi pastāvēja.
    }
    .next = { $fault ->
        [unknown] Pārbaudiet datni ar programmu, kas šo algoritmu pazīst.
       *[other] Lūdziet parakstītājam parakstīt oriģinālo dokumentu no jauna.
    }
obstacle-timestamp-imprint = Laika zīmogs pieder kaut kam citam.
    .cause = Tas nav uzlikts tam, kas šeit atrodas.
    .next = Paraksts tomēr var būt labs, taču tā laiks nav pierādīts. Lūdziet sūtītājam dokumentu, kāds tas tika parakstīts.
obstacle-timestamp-token = Laika zīmogs neiztur pārbaudi.
    .cause = To nevar nolasīt, tā paša paraksts neatbilst, vai arī to izdevis cits sertifikāts, nekā nosaukts.
    .next = Paraksts tomēr var būt labs, taču tā laiks nav pierādīts. Lūdziet sūtītājam dokumentu, kāds tas tika parakstīts.
obstacle-timestamp-freshness = Par laika zīmoga sertifikātu atsaukšanu zināmais ir pārāk vecs.
    .cause = Atbilde vai saraksts ir vecāks, nekā politika pieļauj laika zīmoga norādītajam laikam.
    .next = Pārbaudiet vēlreiz ar interneta savienojumu.
obstacle-timestamp-path = { $answer ->
    [failed] Laika zīmogs ir no pakalpojuma, kura sertifikāts neiztur pārbaudi.
   *[other] Laika zīmogs nav no pakalpojuma, kam šeit uzticas.
}
    .cause = Nav atrasta derīga sertifikātu ķēde no laika zīmoga līdz šī profila uzticības enkuram.
    .next = Pārbaudiet ar profilu, kas atbilst parakstam, un ar interneta savienojumu.
obstacle-timestamp-validity = Laika zīmoga pakalpojuma sertifikāts nav derīguma termiņā.
    .cause = Tā tas bija, kad laika zīmogu izdeva, vai arī ir šodien, un nekas nepierāda, ka laika zīmogs ir vecāks.
    .next = Paraksts tomēr var būt labs, taču tā laiks nav pierādīts. Lūdziet sūtītājam laikus atjaunotu kopiju, ja tāda ir.
obstacle-timestamp-purpose = Laika zīmoga pakalpojuma sertifikāts nav paredzēts laika zīmogiem.
    .cause = Kā tam trūkst, norādīts pie pārbaudes.
    .next = Paraksts tomēr var būt labs, taču tā laiks nav pierādīts.
obstacle-timestamp-revocation = Nav zināms, vai laika zīmoga sertifikāti bija atsaukti, vai arī kāds no tiem bija.
    .cause = Kurš no tiem, norādīts pie pārbaudes.
    .next = Pārbaudiet vēlreiz ar interneta savienojumu vai vēlāk.
obstacle-timestamp-algorithms = Kāds laika zīmoga algoritms ir pārāk vājš vai šai programmai nav zināms.
    .cause = Politika to nepieņem, un nekas nepierāda, ka laika zīmogs ir vecāks.
    .next = Paraksts tomēr var būt labs, taču tā laiks nav pierādīts.
obstacle-time-order = { $when ->
    [before] Vērtē brīdi, kad paraksta laika zīmoga vēl nebija.
   *[other] Laiki šajā parakstā ir pretrunīgi.
}
    .cause = { $when ->
        [before] Vēlāk radītais par to laiku neko nepierāda.
       *[other] Kaut kas datēts agrāk par to, kam bija jābūt pirms tā.
    }
    .next = { $when ->
        [before] Vērtējiet uz vēlāku brīdi.
       *[other] Nepaļaujieties uz šo datni. Lūdziet sūtītājam dokumentu, kāds tas tika parakstīts.
    }
obstacle-past-certificate = Nekas nepierāda, ka paraksts ir vecāks par to, kas liecina pret tā sertifikātiem.
    .cause = Bez tāda pierādījuma izšķir tas, kas ir spēkā šodien.
    .next = Lūdziet sūtītājam kopiju ar laika zīmogu, ja tāda ir.
obstacle-past-timestamp = Nekas nepierāda, ka laika zīmogs ir vecāks par to, kas liecina pret tā sertifikātiem.
    .cause = Bez tāda pierādījuma izšķir tas, kas ir spēkā šodien.
    .next = Lūdziet sūtītājam laikus atjaunotu kopiju, ja tāda ir.
obstacle-proof-of-existence = Nekas nepierāda, kopš kura brīža paraksts pastāv.
    .cause = Uz tā nav neviena derīga laika zīmoga.
    .next = Lūdziet sūtītājam kopiju ar laika zīmogu, ja tāda ir.
obstacle-coverage = { $answer ->
    [failed] Paraksts neaptver visu datni.
   *[other] Datnē ir kaut kas, ko paraksts neaptver.
}
    .cause = Aiz parakstītās versijas pievienots vairāk nekā citi paraksti, veidlapas lauku vērtības un pierādījumi.
    .next = Salīdziniet ar parakstīto versiju vai lūdziet sūtītājam dokumentu, kāds tas tika parakstīts.
obstacle-changes-after-signing = { $answer ->
    [failed] Dokuments mainīts pēc parakstīšanas.
   *[other] Dokuments pēc parakstīšanas mainīts veidā, ko paraksts neparedz.
}
    .cause = Vēlākā datnes versijā ir vairāk nekā citi paraksti, veidlapas lauku vērtības un pierādījumi. Mainītais uzskaitīts pie pārbaudes.
    .next = Salīdziniet ar parakstīto versiju vai lūdziet sūtītājam dokumentu, kāds tas tika parakstīts.
obstacle-pages = Kāda lapa izskatās citādi nekā parakstīšanas brīdī.
    .cause = Neviena datnē norādīta izmaiņa šo atšķirību neizskaidro. Lapa un vieta uzskaitītas pie pārbaudes.
    .next = Salīdziniet ar parakstīto versiju vai lūdziet sūtītājam dokumentu, kāds tas tika parakstīts.
obstacle-covered-content = Kaut kas no parakstītā tagad ir aizsegts.
    .cause = Pār to atrodas vēlāk pievienota piezīme, lauks vai paraksta zīme. Lapa un aizsegtais uzskaitīti pie pārbaudes.
    .next = Izlasiet parakstīto versiju, ko var saglabāt atsevišķi.
obstacle-field-looks = Kāds veidlapas lauks rāda ko citu nekā savu vērtību.
    .cause = Programma, kas lapu drukā, un programma, kas veidlapu nolasa, saka ko citu. Abi uzskaitīti pie pārbaudes.
    .next = Jautājiet sūtītājam, kurš no abiem bija domāts.
obstacle-active-content = Dokumentā ir kaut kas, kas var mainīt redzamo.
    .cause = Citur vai citā laikā dokuments var izskatīties citādi vai pats kaut ko darīt, un neviens paraksts to nepamana. Kas tas ir un kur, uzskaitīts pie pārbaudes.
    .next = Lūdziet sūtītājam dokumentu bez tā, piemēram, PDF/A formātā.
obstacle-validation-data = Daļu datnē glabāto pierādījumu nevar izmantot.
    .cause = Kādu sertifikātu vai sertifikāta statusa atbildi tajā nevar nolasīt, vai arī tā tur nepieder.
    .next = Pārbaudiet vēlreiz ar interneta savienojumu.
obstacle-qualification = Nav iespējams noteikt, vai tas ir kvalificēts elektroniskais paraksts.
    .cause = Uzticamības sarakstos par to nekas nav teikts.
    .next = Pārbaudiet vēlreiz, kad uzticamības saraksti ir pieejami.
obstacle-unknown = Kaut kas neizturēja pārbaudi: { $question }
    .cause = Šim gadījumam Pitser labāku vārdu nav.
    .next = Skatiet detaļas.

## Kas un kur mainīts: `sight` liek priekšā vietu, `sight-named` aiz tā nosaukumu

place-page = { $page }. lpp.
place-pages = { $first }.–{ $last }. lpp.
place-box = { $page }. lpp., { $left } mm no kreisās malas, { $bottom } mm no apakšas, { $width } × { $height } mm
sight = { $place }: { $what }
sight-named = { $what } ({ $name })
change-validation-data = pievienoti pierādījumi par parakstiem
change-metadata = mainīti dati par dokumentu
change-timestamp = pievienots dokumenta laika zīmogs
change-signature = pievienots paraksts
change-signature-field = pievienots tukšs paraksta lauks
change-field-value = aizpildīts lauks
change-field = mainīts lauks
change-form = mainīti veidlapas iestatījumi
change-annotation-added = pievienota piezīme
change-annotation-changed = mainīta piezīme
change-annotation-removed = noņemta piezīme
change-page = mainīts lapas saturs
change-pages = lapas pievienotas, izņemtas vai pārkārtotas
change-document = mainīta dokumenta uzbūve
forbidden-level = nav atļauts: { $what }
forbidden-locked = paraksts to ir slēdzis: { $what }
forbidden-new-field = nav paredzēts, kur dokuments apliecināts: { $what }
forbidden-large = aizņem vairāk vietas, nekā parakstam vajag: { $what }
sight-page-count = parakstot { $before } lpp., tagad { $now }
sight-differs = izskatās citādi, un neviena atļauta izmaiņa to neizskaidro
sight-words-replaced = teksts “{ $was }” ir aizstāts ar “{ $is }”, un neviena atļauta izmaiņa to neizskaidro
sight-words-gone = teksts “{ $was }” ir pazudis, un neviena atļauta izmaiņa to neizskaidro
sight-words-added = teksts “{ $is }” ir pievienots, un neviena atļauta izmaiņa to neizskaidro
sight-covered-words = aizsedz tekstu “{ $words }”
sight-covered-picture = aizsedz kaut ko, kas tur bija uzzīmēts
sight-may-cover = var kaut ko aizsegt: tas, kas ir zem tā, nav salīdzināts vai nav salīdzināts pilnībā
sight-astray = pievienotais ir uzrakstīts tā, ka kāda programma to var uzzīmēt jebkur lapā
sight-misleading = “{ $name }” rāda “{ $shown }”, tā vērtība ir “{ $value }”
sight-more = un vēl { $count }
sight-times = { $what } ({ $count } ×)
sight-unread = daļu datnes nevarēja nolasīt, un tajā tā var būt vairāk
not-compared-memory = nav salīdzināts, datne tam ir par lielu
not-compared-time = nav salīdzināts, tas būtu prasījis pārāk ilgu laiku
not-compared-versions = nav salīdzināts, parakstīto versiju ir par daudz
not-compared-partly = salīdzināts daļēji, kaut ko tajā nevarēja uzzīmēt
not-compared-not-drawn = nav salīdzināts, to nevarēja uzzīmēt
active-script = JavaScript
active-action = darbība
active-multimedia = skaņa, filma vai telpisks modelis
active-layers = slāņi, ko var ieslēgt un izslēgt
active-external = kaut kas, ko ņem no citas datnes
active-xfa = otra veidlapa (XFA), ko dažas programmas rāda lappušu vietā
active-form-remade = veidlapas lauki, ko katra programma zīmē no jauna

## Kas nāca pēc parakstītās versijas un ko nevar atšķirt ne no kā cita

later-annotations-changed = lapas piezīmes ir citas nekā iepriekš
later-appended = aiz parakstītās versijas pievienoti baiti, ko var nolasīt, tikai minot: { $length }
later-before-end = starp datnes noslēguma ierakstu un beigām ir baiti
later-behind-end = baiti aiz pēdējās versijas beigām: { $length }
later-catalog-changed = mainīts tas, kas pieder visam dokumentam
later-damaged = datni no { $at }. baita nevar lasīt tālāk
later-deleted = dzēsts objekts { $object }
later-extensions-changed = pieteiktie formāta paplašinājumi ir citi nekā iepriekš
later-fields-changed = veidlapas lauki ir citi nekā iepriekš
later-form-changed = veidlapa mainīta ārpus tās laukiem
later-hybrid = kāda versija nav vienkārši pievienota iepriekšējai
later-in-stream = objekts { $object } ir saspiests kopā ar citiem, kur pierādījumu nevar atšķirt no cita
later-info-replaced = dati par dokumentu ielikti tur, kur bija kas cits
later-leads-nowhere = jauna norāde ved uz objektu { $object }, kura nav
later-malformed = objekts { $object } nav tas, ko prasa tā vieta datnē
later-misplaced = objekta { $object } vietā ir objekts { $found }
later-name-taken = jaunajam laukam ir cita lauka nosaukums
later-needless = ierakstīts objekts { $object }, kas pierādījumiem par parakstiem nav vajadzīgs
later-no-object = pie { $at }. baita nav pieteiktā objekta
later-no-section = pievienotajam nav objektu tabulas
later-no-table = pie { $at }. baita nav pieteiktās objektu tabulas
later-not-as-signed = parakstītie baiti nebeidzas ar kādu dokumenta versiju
later-odd-end = faila beigas uzrakstītas tā, ka ne katra programma tās atrod
later-odd-table = kāda objektu tabula uzrakstīta tā, ka programmas to lasa dažādi
later-overlap = objekti pārklājas
later-page-changed = lapa mainīta ārpus tās piezīmēm
later-part-replaced = veidlapas vai lapas daļa ir cits objekts nekā iepriekš
later-repeated-key = /{ $name } faila noslēguma datos ir divreiz
later-reused = objekts { $object } iepriekš bija kas cits
later-section-reused = objekts { $object } ir reizē objektu tabula un kas cits
later-size-unfit = norādītais objektu skaits neatbilst
later-stamp-entry = pievienotā dokumenta laika zīmoga vai tā lauka /{ $name } nav tāds, kādam jābūt
later-stamp-incomplete = pievienotajam dokumenta laika zīmogam trūkst kā vajadzīga
later-stamp-inside = pievienotā dokumenta laika zīmoga daļa nav atsevišķs objekts
later-stamp-page = pievienotā dokumenta laika zīmoga lauks nav nevienā lapā, kas tur bija
later-stamp-shows = pievienotā dokumenta laika zīmoga lauks kaut ko rāda
later-store-entry = glabātajos pierādījumos ir ieraksts /{ $name }, kam tur nav vietas
later-store-lost = no glabātajiem pierādījumiem pazudis ieraksts /{ $name }
later-store-malformed = glabātie pierādījumi nav veidoti, kā nosaka standarts
later-stray = baitā { $at } ir kaut kas objektam līdzīgs, kas nekur nav uzskaitīts
later-stream-more = glabāto pierādījumu objektā { $object } ir vairāk nekā pierādījumi
later-too-many = objektu ir vairāk, nekā tiek aplūkots
later-trailer-changed = mainīts tas, kas ieved dokumentā
later-truncated = trūkst datnes beigu
later-twice = parakstītajā baitā { $at } ir cits objekts { $object }, kas nav uzskaitīts: programma, kas failā meklē objektus, var rādīt to
later-unfinished = pie { $at }. baita trūkst “{ $word }”
later-unowned = baiti, kas nepieder nevienam objektam, sākot ar { $at }. baitu: { $length }
later-unread = kaut ko tajā nevarēja nolasīt vai salīdzināt

## Kāpēc neiznāca, kā vajag, un kurš politikas noteikums nav ievērots

cause-no-issuer = nav atrasts { $certificate } izdevējs
cause-not-yet-valid = { $certificate } vēl nebija spēkā
cause-expired = { $certificate } termiņš bija beidzies
cause-not-authority = { $certificate } nedrīkst izdot sertifikātus
cause-path-length = { $certificate } zem sevis atļauj mazāk sertifikātu
cause-critical-extension = sertifikātam { $certificate } ir nezināms kritisks paplašinājums ({ $oid })
cause-not-its-issuers = paraksts uz { $certificate } nav tā izdevēja
cause-not-verified = paraksts uz { $certificate } veidots ar algoritmu, ar kuru šeit nepārbauda
cause-extension = sertifikātam { $certificate } ir paplašinājums, ko nevar nolasīt
cause-name-constraints = sertifikātam { $certificate } ir vārds, ko augstāks izdevējs neatļauj
cause-policies = sākot ar { $certificate } nav pieņemamas sertifikātu politikas
cause-gave-up = ķēdes meklēšana ilga pārāk ilgi
cause-no-path = nav ķēdes līdz uzticamam izdevējam
cause-revoked = { $certificate } ir atsaukts
cause-malformed = { $part } nav nolasāms
cause-too-large = { $part } ir lielāks, nekā tiek lasīts
cause-missing = trūkst { $part }
cause-duplicate = { $part } ir vairāk nekā vienreiz
cause-unknown-algorithm = algoritms { $oid } ir tāds, ar kuru šeit nepārbauda
cause-parameters = algoritma parametri nav pieņemami: { $part }
cause-unsupported-key = publiskā atslēga ir tāda veida, ar kuru šeit nepārbauda
cause-key-mismatch = algoritms neatbilst atslēgai
cause-value-invalid = vērtība nav šīs atslēgas
cause-other-algorithm = divās vietās nosaukti dažādi jaucējalgoritmi
cause-other-digest = jaucējvērtība ir no kā cita
cause-signer-unknown = tā parakstītāja sertifikāta nav
cause-signer-unauthorised = tā parakstītāja sertifikāts tam nav paredzēts: { $part }
cause-other-purposes = tā paplašinātais atslēgas lietojums atļauj tikai ko citu: { $purposes }
cause-authority = { $certificate } ir sertifikācijas iestādes sertifikāts, ar kuru paraksta sertifikātus, nevis dokumentus
cause-no-reference = paraksts ar jaucējvērtību nenorāda, kuram sertifikātam tas ir; tas nosauc to tikai pēc izdevēja un sērijas numura
cause-other-issuer-serial = blakus pareizajai jaucējvērtībai parakstā nosaukts cita sertifikāta izdevējs un sērijas numurs
cause-outside-validity = sertifikāts lietots ārpus tā termiņa
cause-other-certificate = parakstīts citam sertifikātam
cause-technical = { $what }
cause-padding = aiz tā ir baiti, kas nav nulle
cause-signers = nav tieši viena parakstītāja
cause-content-inside = parakstītais saturs ir iekšā
cause-certificate-unreadable = iekšā esošu sertifikātu nevar nolasīt
cause-revocation-inside = atsaukšanas dati ir iekšā
cause-content-type = saturs nav nosaukts par datiem (id-data)
cause-version = versija neatbilst saturam
cause-announced-algorithm = pieteiktais jaucējalgoritms nav parakstītāja
cause-attribute-order = parakstītie atribūti nav savā secībā
cause-attribute-twice = kāds parakstīts atribūts ir divreiz
cause-attribute-content-type = parakstītā satura veida atribūta nav, vai tas nosauc citu
cause-no-attributes = nav parakstītu atribūtu
cause-other-imprint = laika zīmogs ir par ko citu
cause-other-signer = laika zīmogs nosauc citu parakstītāju
cause-outside-unit = laika zīmogs izveidots ārpus izdevēja sertifikāta termiņa
cause-in-future = laika zīmogs ir vēlāks par brīdi, ko vērtē
cause-vouches-for-itself = sertifikāts galvo pats par sevi
cause-data-not-verified = atsaukšanas datu paraksts nav derīgs
cause-data-unknowing = atsaukšanas dati šo sertifikātu nepazīst
cause-data-forgets = atsaukšanas dati neko nesaka par sertifikātiem, kam beidzies termiņš
cause-data-older = atsaukšanas dati ir vecāki par sertifikātu
cause-data-outside-term = sertifikāts, ar ko parakstīti atsaukšanas dati, bija ārpus termiņa
cause-data-in-future = atsaukšanas dati ir no nākotnes
cause-data-not-conforming = atsaukšanas dati neatbilst savam standartam
cause-data-incomplete = ne visus atsaukšanas datus varēja pārbaudīt
cause-contents-empty = paraksta vērtība ir tukša
cause-range-beyond-file = parakstītie baiti beidzas pie { $end }. baita, aiz datnes beigām
cause-range-empty = viens no diviem parakstīto baitu diapazoniem ir tukšs
cause-range-malformed = parakstītie baiti nav norādīti ar četriem veseliem skaitļiem
cause-range-overlap = divi parakstīto baitu diapazoni pārklājas
cause-range-start = parakstītie baiti sākas no { $start }. baita, nevis no datnes sākuma
cause-unlisted = politikā nav nosaukts: { $algorithms }
cause-weak = par vāju: { $algorithms }
constraint-advised-purpose = paplašinātajā atslēgas lietojumā vajadzētu būt mērķim, kas aptver dokumentu parakstīšanu
constraint-algorithms = algoritms politikai nav pietiekami stiprs
constraint-bound-content = parakstam jābūt saistītam ar saturu
constraint-claimed-time = parakstā jābūt teiktam, kad tas radīts
constraint-conforming = atsaukšanas datiem jāatbilst savam standartam
constraint-delay = laika zīmogam jāseko apgalvotajam laikam pietiekami drīz
constraint-document-purpose = paplašinātajā atslēgas lietojumā jābūt mērķim, kas aptver dokumentu parakstīšanu
constraint-end-entity = sertifikāts nedrīkst būt sertifikācijas iestādes sertifikāts
constraint-freshness = atsaukšanas datiem jābūt svaigiem
constraint-issued-in-the-past = atsaukšanas dati nedrīkst būt no nākotnes
constraint-issuer-revocation = jābūt zināmam, vai ķēdē augstāk esošie sertifikāti ir atsaukti
constraint-key-usage = sertifikātam jābūt paredzētam dokumentu parakstīšanai
constraint-order = visiem laikiem jābūt iespējamā secībā
constraint-purpose = sertifikātam jābūt paredzētam laika zīmogiem
constraint-qualified-certificate = sertifikātā jābūt teiktam, ka tas ir kvalificēts
constraint-signature-policy = paraksta politikai jābūt pieejamai, kāda tā parakstīta
constraint-signer-in-term = atsaukšanas datu parakstītāja sertifikātam jābūt spēkā
constraint-signing-certificate = sertifikātam jābūt parakstītam līdzi
constraint-stated-in-validity = laika zīmogam jābūt radītam izdevēja sertifikāta termiņā
constraint-timestamps = katram esošajam laika zīmogam jābūt derīgam

## Pārbaudes dati, pirms vērtības

figure = { $label }: { $value }
figure-algorithm = Algoritms
figure-at = Jautātais brīdis
figure-authority = Izdevējs
figure-bytes = Baiti
figure-cause = Cēlonis
figure-certificate = Sertifikāts
figure-certificates = Sertifikāti
figure-computed = Aprēķināts
figure-constraint = Noteikums
figure-contents = Saturs
figure-crls = Atsaukšanas saraksti
figure-digest = Jaucējvērtība
figure-drawn = Uzzīmētas lapas
figure-fault = Kļūda
figure-faults = Kļūdas
figure-filter = Filtrs
figure-found = Atrasts
figure-from = No
figure-good-until = Kārtībā līdz
figure-issued = Izdots
figure-later = Vēlākas izmaiņas
figure-next = Nākamais
figure-now = Tagad
figure-ocsp = Atbildes par atsaukšanu
figure-pages = Lapas
figure-path = Ķēde
figure-policy = Politika
figure-proven = Pierādīts
figure-revoked = Atsaukts
figure-same = Neskartas lapas
figure-signed = Parakstīts
figure-source = Avots
figure-sub-filter = Veids
figure-subject = Subjekts
figure-time = Laiks
figure-unread = Nav nolasīts
figure-unsigned-attributes = Neparakstīti atribūti
figure-until = Līdz
figure-unverified = Neapstiprināts
figure-weak = Par vāju
value-filter-none = nav
value-found-not-at-hand = nav pieejama
value-found-not-signed-one = nav tā, uz kuru norāda paraksts
value-found-time-stamp = laika zīmogā
value-later-none = nav
value-later-archival = pierādījumi par parakstiem
value-later-metadata = dati par dokumentu
value-later-form-filling = lauki aizpildīti vai parakstīti
value-later-annotation = piezīmes
value-later-other = kas cits
value-signed-none = nekas
value-source-short-term = šim sertifikātam nav vajadzīgs
value-sub-filter-none = nav

evidence-used = Balstās uz
object-certificate = Sertifikāts
object-crl = Atsaukto sertifikātu saraksts
object-ocsp = OCSP atbilde
object-timestamp = Laika zīmogs
