# The command line, and the plain text of a report.

## Report: head

report-trust = Uzticības avots: { $source }. Pārbaudīts { $time }, { $program }, politika { $policy } ({ $hash })
report-trust-test = TESTS. Uzticības avots: { $source } (testa enkuri, bez juridiska spēka). Pārbaudīts { $time }, { $program }, politika { $policy } ({ $hash })
report-document-passed = { $name }: { $count ->
    [1] paraksts ir derīgs
   *[other] visi paraksti ({ $count }) ir derīgi
}
report-document-indeterminate = { $name }: { $count ->
    [1] paraksta derīgumu nav iespējams noteikt
   *[other] kāda no parakstiem ({ $count }) derīgumu nav iespējams noteikt
}
report-document-failed = { $name }: { $count ->
    [1] paraksts nav derīgs
   *[other] kāds no parakstiem ({ $count }) nav derīgs
}
report-document-unsigned = { $name }: nav parakstīts
report-document-unsigned-behind = { $name }: nav parakstīts, bet datne turpinās aiz dokumenta beigām un kāds paraksts var būt zudis
report-document-unsigned-cut-off = { $name }: nav parakstīts, bet datne ir nepilnīga un kāds paraksts var būt zudis
report-document-unsigned-damaged = { $name }: nav parakstīts, bet datne ir bojāta un kāds paraksts var būt zudis
report-unaccounted = Aiz dokumenta beigām ir baiti, kas nepieder nevienai tā versijai: { $count }.

## Report: one signature

report-signature = { $number }. paraksts: { $verdict } ({ $standard })
report-signature-test = { $number }. paraksts: { $verdict } ({ $standard }), TESTS
report-stamp = { $number }. laika zīmogs: { $verdict } ({ $standard })
report-stamp-test = { $number }. laika zīmogs: { $verdict } ({ $standard }), TESTS
report-checks = Pārbaudes
report-timestamp = Laika zīmogs { $time }, devējs { $authority }: { $verdict } ({ $standard })
report-more-obstacles = { $count ->
    [zero] Vēl { $count } punktu: skatiet --details
    [one] Vēl { $count } punkts: skatiet --details
   *[other] Vēl { $count } punkti: skatiet --details
}
report-missing-some = { $count ->
    [zero] Trūkst { $count } pierādījumu, kas varētu mainīt rezultātu: skatiet --details
    [one] Trūkst { $count } pierādījuma, kas varētu mainīt rezultātu: skatiet --details
   *[other] Trūkst { $count } pierādījumu, kas varētu mainīt rezultātu: skatiet --details
}
report-missing = Trūkst
missing-issuer = sertifikāta { $subject } izdevēja sertifikāts: { $where }
missing-revocation = ziņas par to, vai sertifikāts { $subject } ir atsaukts: { $where }
missing-nowhere = sertifikātā adrese nav norādīta
report-stated-time = Norādītais laiks
report-same = Tas pats, kas parakstam { $number }
report-why = Kāpēc: { $why }
report-next = Ko darīt: { $next }
report-sha256 = Datnes SHA-256
report-size = Datnes lielums baitos
report-revisions = Versijas
report-rebuilt = Bojājums
report-earlier = Vērtēts vēlreiz
report-earlier-trust = pēc cita uzticības avota nekā, saglabājot pierādījumus: toreiz { $then }, tagad { $now }
report-earlier-policy = pēc citas politikas nekā, saglabājot pierādījumus: toreiz { $then }, tagad { $now }
report-earlier-saved = pēc tā, kas saglabāts par { $then }; dokuments netika lasīts, un saglabātais tiek ņemts tāds, kāds tas ir
report-policy = Politika
report-anchor = Enkura SHA-256
report-program = Pārbaudīts ar
report-unknown-error = Notika kaut kas negaidīts: { $code }
    .cause = Šim gadījumam { -product } labāku vārdu nav.
    .next = Pārbaudiet, vai ir { -product } atjauninājums.

## Command line: what goes on

cli-profile = Profils { $profile }
cli-profile-test = Profils { $profile }: TESTS. Parakstiem nav juridiska spēka.
cli-profile-sound = Datne ir profils: { $name }
cli-profile-ineffective = { $line }. rinda: { $place } neko neietekmē, ja tiek lietota Smart-ID API 2. versija.
cli-profile-imported = Profils { $name } ir saglabāts. Izmantojiet to ar --profile { $name }
cli-profile-removed = Profils { $name } ir aizmirsts.
cli-profile-secret-ask = Šīs programmas noslēpums profila { $name } parakstīšanas pakalpojumā (tas netiek rādīts):
cli-profile-secret-kept = Profila { $name } noslēpums ir atslēgu glabātavā.
cli-profile-secret-forgotten = Profila { $name } noslēpuma atslēgu glabātavā vairs nav.
cli-profile-proxy-ask = Profila { $name } starpniekservera vārds un parole kā VĀRDS:PAROLE (tie netiek rādīti):
cli-profile-proxy-kept = Profila { $name } starpniekservera vārds un parole ir atslēgu glabātavā.
cli-profile-proxy-forgotten = Profila { $name } starpniekservera vārda un paroles atslēgu glabātavā vairs nav.
cli-profile-no-login = Profila { $name } parakstīšanas pakalpojumā nebija pieteikšanās, ko aizmirst.
cli-profile-revoked = Pieteikšanās profila { $name } parakstīšanas pakalpojumā ir aizmirsta, un pakalpojums to vairs nepieņem.
cli-profile-not-revoked = Pieteikšanās profila { $name } parakstīšanas pakalpojumā šeit ir aizmirsta, bet pakalpojumam to nevarēja pateikt: { $detail }
cli-profile-not-forgotten = To, kas par profilu { $name } ir atslēgu glabātavā, nevarēja aizmirst: { $detail }
cli-profile-forgotten = Profilam { $name } vairs neviens nav iegaumēts.
cli-profile-of-program = programmas
cli-profile-of-administrator = pārvaldnieka
cli-profile-of-user = jūsu
cli-profile-not-allowed = šeit nav atļauts
cli-profile-broken = nevar izmantot: { $detail }
cli-profile-for-tests = TESTS
cli-profile-for-use = lietošanā
cli-demo-starting = Šajā datorā tiek palaista demonstrācijas vide. Pirmajā reizē tiek izveidotas atslēgas; tas prasa laiku.
cli-emulator-runs = Līdz Ctrl-C viss atbild šajā adresē. Tikai tests: nekam šeit nav juridiska spēka.
cli-demo-phone = Tālrunis: atveriet { $url } pārlūkā.
cli-demo-sample = Aizdevuma līguma paraugs: { $path }
cli-demo-account = To paraksta dokumentētais testa konts { $account }, kas apstiprina pats.
cli-asks-address = { -service } tiek jautāts, no kuras interneta adreses atbild Jūsu tālrunis. Atbilde šeit netiek ne rādīta, ne glabāta.
cli-signing = Paraksta { $name }
cli-active = Datnē { $name } ir kaut kas, kas var mainīt redzamo vai pats kaut ko darīt:
cli-about = Dokuments { $name }
cli-same-reason = { $name }: nav parakstīts tā paša iemesla dēļ.
cli-known = Paraksta { $name }, kā iegaumēts šim profilam. Ja paraksta kāds cits, nosauciet viņu.
cli-remembered = { $name } ir iegaumēts šim profilam: nākamreiz pietiek ar pitser sign DATNE. Aizmirst: pitser profile forget.
cli-opening-desktop = Atver { $name } logā…
cli-code-plain = Drošības kods: { $code }
cli-code-lead = Salīdziniet to ar kodu tālrunī. Apstipriniet tikai to, ko sākāt Jūs.
cli-confirm = Paskatieties tālrunī: izvēlieties kontu un apstipriniet.
cli-approve = Ievadiet tālrunī PIN2 kodu.
cli-browser = Atļaujiet to pārlūkā šajā lapā: { $url }
cli-elsewhere = Parakstīšanas pakalpojums jautā Jums citā ierīcē. Apstipriniet tur.
cli-challenge = Parakstīšanas pakalpojums jautā: { $challenge }
cli-approved = Atļauts parakstīšanas pakalpojumā
cli-qr-lead = Noskenējiet šo ar { -service } lietotni.
cli-qr-gone = Kods vairs netiek rādīts. Ja to noskenējāt, turpiniet tālrunī.
cli-qr-no-room = Terminālis kodam ir pārāk mazs: vajadzīgs vismaz šāds kolonnu skaits: { $columns }, un rindu skaits: { $rows }.
cli-qr-plain = Ierīces saite: { $link }
cli-seconds-left = { $seconds ->
    [zero] Atlikušas { $seconds } sekunžu
    [one] Atlikusi { $seconds } sekunde
   *[other] Atlikušas { $seconds } sekundes
}
cli-signed-passed = Parakstīts un derīgs: { $path }
cli-signed-indeterminate = Parakstīts; paraksta derīgumu vēl nav iespējams noteikt: { $path }
cli-extending = Pagarina parakstus: { $name }
cli-extended = Pagarināts: { $path }
cli-extracted = Kāds tas tika parakstīts: { $path }
cli-signed-untrusted = Parakstīts: { $path }. Dokuments un paraksts sader; nav norādīts, kam uzticēties, tāpēc sertifikāts netika vērtēts.
cli-signed-unasked = Parakstīts un kārtībā: { $path }. Netika prasīts, vai sertifikāts ir atsaukts: b-b to nevajag.
cli-signed-failed = Parakstīts, taču pārbaude neizdevās: { $path }
cli-pending-none = Neviens paraksts negaida pabeigšanu.
cli-pending-head = { $count ->
    [zero] No tālruņa saņemti { $count } parakstu, bet to dokumenti nav pabeigti:
    [one] No tālruņa saņemts { $count } paraksts, bet tā dokuments nav pabeigts:
   *[other] No tālruņa saņemti { $count } paraksti, bet to dokumenti nav pabeigti:
}
cli-pending-line = { $key }  { $document } → { $output }, apstiprināja { $signer }, { $time }
cli-document-password = { $name } parole:
cli-document-password-again = Tā neatver. { $name } parole:
cli-pending-how = Lai pabeigtu: pitser finish ATSLĒGA. Vēlreiz apstiprināt nevajag.
cli-discarded = Atmests. Nekas nav parakstīts: { $key }
cli-cancelled = Atcelts. Nekas nav parakstīts.
cli-cancelled-unverified = Atcelts. Pārbaude nav pabeigta.
cli-cancelled-some = { $count ->
    [zero] Atcelts. Pirms tam bija parakstīti un saglabāti { $count } dokumentu: to nosaukums beidzas ar -signed.
    [one] Atcelts. Pirms tam bija parakstīts un saglabāts { $count } dokuments: tā nosaukums beidzas ar -signed.
   *[other] Atcelts. Pirms tam bija parakstīti un saglabāti { $count } dokumenti: to nosaukums beidzas ar -signed.
}
cli-left-open = Pieprasījums tālrunī vēl var būt atvērts: noraidiet to tur vai ļaujiet tam beigties (ne ilgāk kā { $minutes } min.). Līdz tam jauns netiek sūtīts; tam pašam dokumentam tiek gaidīta šī paša pieprasījuma atbilde.
cli-left-open-lost = Pieprasījums tālrunī vēl var būt atvērts: noraidiet to tur vai ļaujiet tam beigties (ne ilgāk kā { $minutes } min.). Līdz tam jauns netiek sūtīts.
cli-cancelled-kept = Atcelts. Dokuments netika saglabāts, bet paraksts bija saņemts un ir paturēts: pitser finish { $key }
cli-kept = Paraksts ir saņemts un paturēts. Pabeidziet to bez atkārtotas apstiprināšanas: pitser finish { $key }
cli-kept-used = Tiek izmantots tas, kas failam { $name } saņemts { $time }: vēlreiz apstiprināt nevajag.
cli-kept-waits = Šā paša dokumenta paraksts ({ $signer }) saņemts { $time } un nav pabeigts. Ja vēlaties tieši to, pārtrauciet šeit un pabeidziet to: pitser finish { $key }
cli-signed-others = Kāds cits paraksts šajā dokumentā nav derīgs vai tā derīgumu nav iespējams noteikt: skatiet pitser verify.
cli-list-tally = { $files ->
    [zero] { $files } datņu
    [one] { $files } datne
   *[other] { $files } datnes
}: derīgas { $valid }, nav derīgas { $failed }, nenoteiktas { $undetermined }, nepārbaudītas vai neparakstītas { $undone }
cli-again-trust = Uzticības avots nav tas pats, kas bija, saglabājot pierādījumus: toreiz { $then }, tagad { $now }. Lai vērtētu kā toreiz, norādiet to pašu --trust vai --profile.
cli-again-policy = Politika nav tā pati, pēc kuras pierādījumi tika vērtēti, tos saglabājot: toreiz { $then }, tagad { $now }. Lai vērtētu kā toreiz, norādiet to pašu --policy.
cli-no-xml = { $name }: XML pārskata nav. Šī forma (ETSI TS 119 102-2) sastāv no parakstiem, bet nevarēja nolasīt, vai šajā datnē tādi ir.
cli-error-head = { $message } [{ $code }]

## Command line: errors of its own

error-desktop-missing = { -product } loga šajā datorā nav.
    .cause = Programmas pitser-desktop nav ne līdzās šai, ne meklēšanas ceļā.
    .next = Instalējiet darbvirsmas programmu vai izmantojiet komandrindu: pitser sign DATNE, pitser verify DATNE. Skatiet pitser --help.
error-desktop-failed = { -product } logs nesāka darboties.
    .cause = Sistēma nevarēja palaist programmu pitser-desktop.
    .next = Palaidiet to ar roku, lai redzētu, ko tā saka, vai izmantojiet komandrindu. Skatiet pitser --help.
error-profile-name = Profilu ar šādu nosaukumu glabāt nevar.
    .cause = Nosaukumā ir līdz 40 mazie burti, cipari un defises, un tas nav iebūvēta profila nosaukums.
    .next = Mainiet nosaukumu datnē.
error-profile-exists = Profils ar šādu nosaukumu jau ir.
    .cause = Tas ir jūsu vai pārvaldnieka profils.
    .next = Aizstājiet savējo ar --force vai mainiet nosaukumu datnē.
error-secret-empty = Noslēpums netika dots.
    .cause = Ievadītais vai no standarta ievades nolasītais ir tukšs.
    .next = Ievadiet to, kad tiek jautāts, vai padodiet standarta ievadē.
error-proxy-login-form = Tas nav starpniekservera vārds un parole.
    .cause = Starp vārdu un paroli nav kola.
    .next = Rakstiet to kā VĀRDS:PAROLE.
error-proxy-not-named = Profils nenosauc nevienu starpniekserveri.
    .cause = Vārdu un paroli saka tikai starpniekserverim, ko nosauc profils.
    .next = Ierakstiet tā adresi profilā: proxy = "http://HOST:PORT"
error-phone-demo-only = --phone darbojas tikai ar demonstrācijas profilu.
    .cause = Tālruņa lapa pieder demonstrācijas videi, ko { -product } palaiž pats.
    .next = Izlaidiet --phone vai lietojiet --profile demo.
error-signer-missing = Nav pateikts, kas paraksta.
    .cause = Neviens nav nosaukts, un neviens nav iegaumēts šim profilam.
    .next = Nosauciet kādu, piemēram, --qr, --smart-id PERSONA vai --csc; ar --remember pietiek ar vienu reizi. Skatiet pitser sign --help.
error-no-such-command = Nav ne komandas, ne datnes ar šādu nosaukumu.
    .cause = Ja komanda nav dota, { -product } atver datni savā logā.
    .next = Pārbaudiet nosaukumu. Skatiet pitser --help.
error-document-password-file = Datni ar paroli nevarēja nolasīt.
    .cause = Nosaukumā var būt kļūda, vai arī Jums nav tiesību to lasīt.
    .next = Pārbaudiet --document-password-file vērtību.
error-no-terminal = Paroli nevarēja pajautāt.
    .cause = Nav termināļa, kurā to ievadīt.
    .next = Norādiet to ar --document-password-file vai mainīgajā PITSER_DOCUMENT_PASSWORD.
error-file-before-command = Pirms komandas ir datne.
    .cause = Viena pati datne tiek atvērta logā; komandas datnes seko aiz tās nosaukuma.
    .next = Lieciet datni aiz komandas. Skatiet pitser --help.
error-output-failed = Rezultātu nevarēja ierakstīt standarta izvadē.
    .cause = Disks aiz tās var būt pilns.
    .next = Atbrīvojiet vietu un sāciet vēlreiz.

error-reports-folder = Vairāku datņu pārskatiem ar vienu nosaukumu nepietiek.
    .cause = --report-pdf un --report-xml nosauc vienas datnes pārskatu.
    .next = Norādiet mapi: --reports MAPE.
error-outputs-same = Viens rezultāts aizstātu otru.
    .cause = Abiem norādīts viens un tas pats nosaukums.
    .next = Dodiet katram savu nosaukumu.
error-output-is-input = Pārskats aizstātu datni, kas šeit tiek lasīta.
    .cause = Pitser nekad nemaina to, ko lasa.
    .next = Izvēlieties pārskatam citu nosaukumu.
error-not-a-report = Ar pārskata nosaukumu jau ir kas cits, nevis pārskats. Tas netika aizstāts.
    .cause = --force aizstāj pārskatus, kurus izveidojis Pitser un kurus neviens nav parakstījis.
    .next = Pārvietojiet šo datni vai izvēlieties citu mapi.
error-list-file = Datņu sarakstu nevarēja nolasīt.
    .cause = Nosaukumā var būt kļūda, tā var būt mape, vai arī Jums nav tiesību to lasīt.
    .next = Pārbaudiet --list vērtību.
error-evidence-several = Vairāku datņu pierādījumus nevar saglabāt vienā datnē.
    .cause = --save-evidence pieņem vienu nosaukumu, bet norādītas vairākas datnes.
    .next = Pārbaudiet pa vienai datnei.
error-folder-missing = Mapes, kurā saglabāt, nav.
    .cause = Tās nosaukumā var būt kļūda, vai arī tā ir pārvietota vai dzēsta.
    .next = Izveidojiet mapi vai izvēlieties citu.
error-folder-closed = Šajā mapē neko nevar saglabāt.
    .cause = Mapē nevar pievienot jaunas datnes.
    .next = Izvēlieties citu mapi.
error-policy-file = Šo politiku nevar izmantot.
    .cause = Datnes nav, vai tajā nav politikas.
    .next = Izlabojiet nosaukto rindu vai izvēlieties auditor vai everyday.
error-time-form = Laiku nevar nolasīt.
    .cause = Tas jāraksta šādi: 2031-05-04T12:00:00Z.
    .next = Izlabojiet --at vērtību.
error-list-line = Šī saraksta rinda nav datnes ceļš.
    .cause = Tā nav UTF-8 vai ir pārāk gara.
    .next = Rakstiet sarakstu UTF-8 kodējumā, pa vienam ceļam rindā.
error-sample-failed = Parauga dokumentu nevarēja izveidot.
    .cause = { -product } mapē nevarēja rakstīt.
    .next = Norādiet savu dokumentu: pitser demo DATNE.

## Command line: signature fields

cli-log-none = Nevienam pakalpojumam vēl nekas nav sūtīts.
cli-log-line = { $time }  { $method } { $address }  { $answer }, nosūtīti { $sent } baiti, saņemti { $received } baiti, { $took } ms
cli-fields-none = Tukša paraksta lauka nav.
cli-fields-signed = { $count ->
        [zero] Dokumentā ir { $count } parakstu vai laika zīmogu.
        [one] Dokumentā ir { $count } paraksts vai laika zīmogs.
       *[other] Dokumentā ir { $count } paraksti vai laika zīmogi.
    }
cli-fields-certified = Dokuments ir sertificēts; atļauts: { $permits }.
cli-fields-usage-rights = Dokuments ir atvērts noteiktam lasītājam (lietošanas tiesības). Pēc parakstīšanas tas var teikt, ka tās vairs nav spēkā.
cli-fields-need-appearances = Lasītājiem lauki jāzīmē no jauna; pirmais paraksts to izbeidz, ja katram laukam ir savs izskats.
cli-fields-field = { $name }
cli-fields-label = apzīmējums: { $label }
cli-fields-page = { $page }. lappuse
cli-fields-required = jāparaksta
cli-fields-locked-by = nevar parakstīt: bloķē paraksts laukā { $by }
cli-fields-locks-all = parakstot bloķē visus laukus
cli-fields-locks-include = parakstot bloķē: { $fields }
cli-fields-locks-exclude = parakstot bloķē visus laukus, izņemot: { $fields }
cli-fields-permits = pēc parakstīšanas dokumentā atļauts: { $permits }
cli-fields-must = jābūt: { $demand } { $value }
cli-fields-should = vajadzētu būt: { $demand } { $value }
permits-no-changes = nekas
permits-form-filling = veidlapu aizpildīšana un parakstīšana
permits-annotations = veidlapu aizpildīšana, parakstīšana un piezīmes
demand-appearance = izskats
demand-digest = jaucējfunkcija
demand-filter = paraksta apstrādātājs
demand-issuer = sertifikāta izdevējs
demand-key-usage = atslēgas lietojums
demand-kind = paraksta veids
demand-legal-attestation = juridisks apliecinājums
demand-lock-document = bloķēšana
demand-policy = sertifikāta politika
demand-reason = iemesls
demand-revocation-inside = sertifikāta statusa pierādījums paraksta iekšpusē
demand-signature-policy = paraksta politika
demand-sub-filter = kodējums
demand-subject = sertifikāta īpašnieks
demand-subject-name = sertifikāts, kurā ir
demand-timestamp = laika zīmogs
demand-version = prasību versija

## Command line: help. One entry for every command (cli-help-COMMAND) and argument (cli-help-COMMAND-ARGUMENT).

cli-heading-usage = Lietošana:
cli-heading-commands = Komandas
cli-heading-arguments = Argumenti
cli-heading-options = Opcijas
cli-help-pitser = Parakstīt dokumentus ar tālruni un pārbaudīt parakstus šajā datorā
    .long =
        Parakstīt dokumentus ar tālruni un pārbaudīt parakstus šajā datorā.

        Dokuments nekad neatstāj šo datoru, nosūta tikai tā kontrolsummu. Oriģinālu nekad nemaina:
        parakstītais dokuments ir jauna datne tam līdzās.
    .after =
        Piemēri:
          pitser demo                          viss darbs ar paraugu un testa kontu
          pitser ligums.pdf                    atvērt logu ar šo dokumentu
          pitser sign ligums.pdf --smart-id PNOEE-40504040001
          pitser verify ligums-signed.pdf

        Izejas kodi:
          0    viss ir derīgs vai darbs padarīts
          1    kāds paraksts nav derīgs
          2    kāda paraksta derīgumu nav iespējams noteikt
          3    darbu nevarēja veikt (arī tad, ja datnē nav paraksta)
          130  atcelts

        Rezultāti nonāk standarta izvadē, darba gaita standarta kļūdu plūsmā.
cli-help-pitser-file = Atvērt šo dokumentu logā
cli-help-pitser-help = Rādīt palīdzību
cli-help-pitser-version = Rādīt versiju
cli-help-of-commands = Rādīt komandas palīdzību
cli-help-of-commands-subcommand = Komanda
cli-help-pitser-profile = Pakalpojumi un uzticība: demo (vide šajā datorā, tikai tests), sk-demo (publiskais testa pakalpojums) vai TOML datne
cli-help-pitser-language = Runāt šajā valodā: en, et, lv vai lt. Ja nav norādīta: sistēmas valodā
cli-help-pitser-quiet = Teikt tikai vajadzīgo: rezultātus, kļūdas un to, kas cilvēkam jāsalīdzina vai jādara
cli-help-sign = Parakstīt PDF ar Smart-ID vai Mobile-ID un PIN2 kodu, parakstīšanas pakalpojumā vai ar atslēgas datni
    .after =
        --smart-id, --document-number un --mobile-id nosaka, kura tālrunim sūtīt pieprasījumu; --qr prasa ar
        skenējamu kodu, kam vārds nav vajadzīgs. Ja kāds ir iegaumēts (--remember), prasa viņam, ja nav teikts
        citādi. --key paraksta ar atslēgu PKCS#12 datnē un neprasa nevienam. Ar --csc Jūs to atļaujat pārlūkā, ja vēlaties, vairākiem
        dokumentiem reizē: katrs tiek parakstīts atsevišķi, vai arī pateikts, kāpēc ne. Parakstītā dokumenta ceļu ieraksta standarta izvadē pēc
        tam, kad tas ir nolasīts vēlreiz un pārbaudīts.

        Līmeņi:
          b-b   tikai paraksts: noder vien tik ilgi, kamēr derīgs sertifikāts
          b-t   ar laika zīmogu
          b-lt  ar laika zīmogu un pierādījumu, ka sertifikāts bija derīgs (ieteicams)
          b-lta arī ar laika zīmogu visam kopumam, ko var atjaunot: skatiet pitser extend

        Piemēri:
          pitser sign ligums.pdf --smart-id PNOEE-40504040001
          pitser sign ligums.pdf --document-number PNOEE-40504040001-DEM0-Q --output paraksti/ligums.pdf
          pitser sign ligums.pdf --qr --level b-t
          pitser sign ligums.pdf --mobile-id +37200000766 --person 60001019906
          pitser sign ligums.pdf pielikums.pdf --csc
          pitser --profile banka.toml sign ligums.pdf --qr --reason "Aizdevuma līgums" --location Rīga
          pitser sign ligums.pdf --key zimogs.p12 --password-file zimogs.txt --trust sakne.pem

        Izejas kodi: 0 parakstīts, saglabāts un derīgs; 3 nekas netika saglabāts; 130 atcelts.
        No tālruņa saņemts paraksts nekad nezūd: skatiet pitser finish.
cli-help-sign-files = Parakstāmais dokuments; tas netiek mainīts. Ar --csc to var būt vairāki, ar vienu atļauju
cli-help-sign-smart_id = Prasīt šai personai: valsts un personas kods, piemēram, PNOEE-40504040001
cli-help-sign-document_number = Prasīt šim Smart-ID kontam, piemēram, PNOEE-40504040001-DEM0-Q
cli-help-sign-qr = Zīmēt QR kodu un prasīt tam, kas to noskenē; ar --smart-id vai --document-number tikai šai personai vai kontam; saites uz lietotni šajā pašā ierīcē netiek izmantotas
cli-help-sign-mobile_id = Prasīt Mobile-ID SIM kartei tālrunī ar šo numuru, piemēram, +37200000766; --person nosaka, kam tā pieder
cli-help-sign-person = Personas kods, kas pieder pie --mobile-id; ja personas valsts nav tā pati, kas numuram, tad ar valsti, piemēram, PNOLT-50001018865
cli-help-sign-csc = Parakstīt ar savu atslēgu profila parakstīšanas pakalpojumā; atļauju dod pārlūkā
cli-help-sign-credential = Šīs atslēgas identifikators, ja Jums ir vairākas
cli-help-sign-no_browser = Neatvērt pārlūku; tikai pateikt, kuru lapu atvērt
cli-help-sign-remember = Iegaumēt šajā datorā, kas parakstīja: nākamreiz ar šo profilu neviens nav jānosauc
cli-help-sign-key = Parakstīt ar atslēgu šajā datnē (PKCS#12)
cli-help-sign-password = Atslēgas datnes parole. Citi to var redzēt procesu sarakstā: --password-file vai mainīgais PITSER_KEY_PASSWORD to paslēpj
cli-help-sign-password_file = Nolasīt atslēgas datnes paroli no šīs datnes: visu saturu, izņemot vienu rindas beigu zīmi galā
cli-help-sign-pss = Ar RSA atslēgu parakstīt pēc RSASSA-PSS, nevis RSASSA-PKCS1-v1_5
cli-help-sign-trust = Parakstītā dokumenta pārbaudē uzticēties sertifikātiem šajā datnē (PEM); var norādīt vairākas reizes
cli-help-sign-tsa = Prasīt laika zīmogu šim pakalpojumam; ja to ir vairāki, šādā secībā
cli-help-sign-document_password = Šifrēta dokumenta lasīšanas vai īpašnieka parole; procesu sarakstā tā ir redzama
cli-help-sign-document_password_file = Nolasīt šo paroli no šīs datnes: visu saturu, izņemot vienu rindas beigu zīmi galā
cli-help-sign-level = Cik ilgi parakstu var pārbaudīt: b-b, b-t, b-lt vai b-lta. Ja nav norādīts: b-lt, ar atslēgas datni b-b
cli-help-sign-output = Kur likt parakstīto dokumentu; datnes vēl nedrīkst būt, vai skatiet --force. Ja nav norādīts: līdzās oriģinālam
cli-help-sign-force = Aizstāt datni, kas jau ir. Oriģinālu nekad neaizstāj
cli-help-sign-reason = Parakstīšanas iemesls, ko glabā parakstā
cli-help-sign-location = Parakstīšanas vieta, ko glabā parakstā
cli-help-sign-field = Parakstīt šo tukšo paraksta lauku pēc tā pilnā nosaukuma (skatiet pitser fields). Ja nav norādīts: jauns neredzams lauks
cli-help-sign-certify = Sertificēt dokumentu ar tā pirmo parakstu un turpmāk atļaut: no-changes, form-filling vai annotations (arī 1, 2, 3)
cli-help-sign-seal = Parādīt parakstu lappusē. Ja zemāk nav teikts citādi: tukšajā paraksta laukā, ja veidlapā redzams tieši viens; citādi paraksta rindā (piemēram, “Paraksts: ______”), ja pēdējās lappusēs tāda ir tieši viena; citādi to brīvā vietā
cli-help-sign-seal_box = Rādīt to šajā taisnstūrī: punkti no parādītās lappuses augšējā kreisā stūra, piemēram, 50,700,200,72
cli-help-sign-seal_page = Rādīt to šajā lappusē, skaitot no 1; bez --seal-box – tās brīvā vietā
cli-help-sign-seal_at = Rādīt to līdzās pirmajai vietai, kur ir šis teksts, vai skatiet --seal-occurrence
cli-help-sign-seal_occurrence = Kurā no šī teksta vietām: skaitlis no 1 vai last
cli-help-sign-seal_side = Kurā pusē šim tekstam: right (pa labi), below (zem) vai over (virs, kā uz punktētas līnijas)
cli-help-sign-seal_size = Tā platums un augstums punktos; ja nav norādīts, no profila
cli-help-sign-seal_image = Attēls līdzās zīmoga tekstam: PNG, JPEG vai SVG
cli-help-sign-seal_personal_code = Cik daudz rādīt no personas koda: full (visu), masked (pēdējās četras zīmes) vai none (neko)
cli-help-sign-seal_text = Papildu teksta rinda zīmogā; var norādīt vairākas reizes
cli-help-sign-seal_language = Rakstīt zīmogu šajā valodā; ja nav norādīta, profila, citādi programmas valodā
cli-help-sign-json = Ceļa vietā rakstīt parakstītā dokumenta pārskatu kā JSON
cli-help-sign-phone = Tikai demonstrācijā: gaidīt roku tālruņa lapā, nevis ļaut testa kontam atbildēt pašam
cli-help-extend = Pievienot esošiem parakstiem laika zīmogus un pierādījumus vai tos atjaunot
    .after =
        Paraksti var būt jebkura. Paraksts bez laika zīmoga savu laiku iegūst no dokumenta laika zīmoga.
        Līmenī b-lta katru reizi pievieno vēl vienu dokumenta laika zīmogu: dariet to vēlreiz, pirms beidzas
        pēdējā laika zīmoga sertifikāta termiņš.

        Piemēri:
          pitser extend ligums-signed.pdf
          pitser extend vinu.pdf --level b-lt --trust sakne.pem --tsa http://tsa.example.org

        Izejas kodi: 0 pagarināts un saglabāts; 3 nekas netika saglabāts; 130 atcelts.
cli-help-extend-file = Parakstītais dokuments; tas netiek mainīts
cli-help-extend-document_password = Šifrēta dokumenta lasīšanas vai īpašnieka parole; procesu sarakstā tā ir redzama
cli-help-extend-document_password_file = Nolasīt šo paroli no šīs datnes: visu saturu, izņemot vienu rindas beigu zīmi galā
cli-help-extend-level = Sasniedzamais līmenis: b-t, b-lt vai b-lta
cli-help-extend-output = Kur likt pagarināto dokumentu; datnes vēl nedrīkst būt, vai skatiet --force. Ja nav norādīts: līdzās oriģinālam
cli-help-extend-force = Aizstāt datni, kas jau ir. Oriģinālu nekad neaizstāj
cli-help-extend-trust = Uzticēties sertifikātiem šajā datnē (PEM), nevis profilam; var norādīt vairākas reizes
cli-help-extend-tsa = Prasīt laika zīmogu šim pakalpojumam; ja to ir vairāki, šādā secībā
cli-help-extend-json = Ceļa vietā rakstīt pagarinātā dokumenta pārskatu kā JSON
cli-help-extract = Saglabāt dokumentu, kāds tas bija, kad kāds to parakstīja
    .after =
        Saglabā to, ko aptver paraksts, baitu pa baitam: nekā vēlāk pievienota tajā nav.

        Piemēri:
          pitser extract mainits.pdf
          pitser extract ligums.pdf --field Aiznemejs --output ka-redzeja-aiznemejs.pdf

        Izejas kodi: 0 saglabāts; 3 nekas netika saglabāts.
cli-help-extract-file = Parakstītais dokuments; tas netiek mainīts
cli-help-extract-document_password = Šifrēta dokumenta lasīšanas vai īpašnieka parole; procesu sarakstā tā ir redzama
cli-help-extract-document_password_file = Nolasīt šo paroli no šīs datnes: visu saturu, izņemot vienu rindas beigu zīmi galā
cli-help-extract-field = Paraksta lauks pēc tā pilnā nosaukuma. Ja nav norādīts: vecākais paraksts
cli-help-extract-output = Kur likt parakstīto versiju; datnes vēl nedrīkst būt, vai skatiet --force. Ja nav norādīts: līdzās dokumentam
cli-help-extract-force = Aizstāt datni, kas jau ir. Dokumentu nekad neaizstāj
cli-help-verify = Pārbaudīt PDF datņu parakstus
    .after =
        Pirmā rinda nosauc, uz kā uzticību balstās rezultāts. Katram parakstam ir spriedums vārdos un
        EN 319 102-1 terminos; kas netiek vērtēts, par to tā arī pateikts. Ja rezultāts nav labs,
        klāt ir trīs rindas: kas, kāpēc un ko darīt.

        Ar --json katrai datnei savā rindā ir viens objekts. Tā forma ir "pitser-report/1"; "result" ir
        valid, not-valid, undetermined, unsigned vai error.

        Izejas kodi, pirmais atbilstošais:
          1  kāds paraksts nav derīgs
          3  kādu datni nevarēja pārbaudīt: nav nolasāma, nav PDF vai nav parakstīta
          2  kāda paraksta derīgumu nav iespējams noteikt
          0  viss ir derīgs

        Piemēri:
          pitser verify ligums-signed.pdf
          pitser verify --details ligums-signed.pdf
          pitser verify --json *.pdf | jq -r '[.file, .result] | @tsv'
          pitser verify --offline arhivs/*.pdf
          pitser verify ligums-signed.pdf --report-pdf parskats.pdf --report-xml parskats.xml
          pitser verify --list parakstitie.txt --csv --reports parskati > paraksti.csv
cli-help-verify-files = Pārbaudāmās datnes
cli-help-verify-list = Pārbaudīt datnes šajā sarakstā, pa vienam ceļam rindā; - nolasa sarakstu no standarta ievades
cli-help-verify-jobs = Cik saraksta datņu pārbaudīt vienlaikus; ja nav norādīts, pa vienai katram kodolam
cli-help-verify-document_password = Šifrēta dokumenta lasīšanas vai īpašnieka parole; procesu sarakstā tā ir redzama
cli-help-verify-document_password_file = Nolasīt šo paroli no šīs datnes: visu saturu, izņemot vienu rindas beigu zīmi galā
cli-help-verify-json = Katrai datnei rakstīt vienu JSON objektu, pa vienam rindā
cli-help-verify-csv = Rakstīt tabulu (CSV, UTF-8): rinda katram parakstam un viena katrai datnei bez paraksta
cli-help-verify-report_pdf = Saglabāt datnes pārskatu kā PDF/A lasīšanai un arhīvam
cli-help-verify-report_xml = Saglabāt datnes pārskatu kā XML pēc ETSI TS 119 102-2
cli-help-verify-reports = Saglabāt visu datņu pārskatus šajā mapē kā PDF, XML un JSON; to nosaukumi sākas ar datnes numuru
cli-help-verify-force = Aizstāt pārskatus, kas jau ir
cli-help-verify-details = Rādīt katru pārbaudi ar jautājumu, atbildi un standarta punktu
cli-help-verify-trust = Uzticēties tikai sertifikātiem šajā datnē (PEM), lai ko teiktu profils; var norādīt vairākas reizes
cli-help-verify-policy = Kas tiek prasīts: everyday, auditor (stingra pret izmaiņām un algoritmiem) vai datne (TOML)
cli-help-verify-save_evidence = Saglabāt ar šo nosaukumu visu, no kā izsecināts spriedums, lai to varētu izsecināt vēlreiz
cli-help-verify-evidence = Vēlreiz izvērtēt ar --save-evidence saglabāto, bez paša dokumenta
cli-help-verify-at = Brīdis, par kuru spriest, piemēram, 2031-05-04T12:00:00Z; ja nav norādīts, tas, par kuru sprieda toreiz
cli-help-verify-offline = Neprasīt nevienam pakalpojumam: izmantot tikai to, kas ir datnē un profilā
cli-help-verify-no_pages = Nesalīdzināt parakstīto versiju lapas ar pašreizējām kā attēlus; pārskatā tas ir pateikts
cli-help-demo = Veikt visu darbu vienreiz: parakstīt paraugu (vai FILE) ar testa kontu un pārbaudīt saglabāto datni
    .after =
        Viss notiek šajā datorā: Smart-ID pakalpojums, tālrunis, sertifikātu izdevējs, laika zīmogu
        pakalpojums. Paraksts ir īsts, bet tā izdevējs ir tests. Juridiska spēka tam nav.

        Piemēri:
          pitser demo
          pitser demo ligums.pdf
          pitser demo --qr --phone             skenēt un apstiprināt ar roku tālruņa lapā
cli-help-demo-file = Parauga vietā parakstīt šo dokumentu
cli-help-demo-output = Kur likt parakstīto dokumentu; datnes vēl nedrīkst būt
cli-help-demo-qr = Personas koda vietā izmantot QR kodu
cli-help-demo-phone = Gaidīt roku tālruņa lapā
cli-help-fields = Uzskaitīt PDF paraksta laukus, kas gaida parakstu, un to prasības
    .after =
        Kam "jābūt", ir prasība: bez tās paraksts tiek atteikts, pirms kādam kas tiek prasīts.
        Kam "vajadzētu būt", ir veidlapas autora vēlme.

        Ar --json katram laukam raksta vienu objektu: "name", "label", "page", "rect", "required",
        "locks", "permits", "lockedBy", "demands".

        Piemērs:
          pitser fields veidlapa.pdf
cli-help-fields-file = Dokuments
cli-help-fields-json = Katram laukam rakstīt vienu JSON objektu, pa vienam rindā
cli-help-emulator = Darbināt šajā datorā Smart-ID, Mobile-ID un visu ar tiem saistīto, lai testētu citas programmas
    .after =
        Viss tiek piedāvāts ar HTTPS vienā portā, ar publisko demonstrācijas vides ceļiem: /smart-id-rp/v3,
        /smart-id-rp/v2, /mock/device-link, /mid-api, /csc/v2 un /phone ar tālruņiem. Dokumentētie testa
        konti un numuri atbild paši. Kas jāzina klientam, tiek rakstīts standarta izvadē, katrā rindā
        nosaukums un vērtība: adreses, atslēgas nospiedums, datnes ar sertifikātiem un profils pašam Pitser.

        To, kas noiet greizi, darbības laikā nosaka ar JSON: /admin/faults (GET parāda, POST aizstāj),
        /admin/pace un /admin/revoke. Visas kļūmes ir nosauktas datnē docs/emulator.md.

        Piemēri:
          pitser emulator --listen 127.0.0.1:8443
          curl --cacert tls.pem -H "Content-Type: application/json" \
            -d @faults.json https://127.0.0.1:8443/admin/faults
cli-help-emulator-listen = Tikai šī datora adrese un ports; 0 paņem brīvu portu
cli-help-emulator-names = Resursdatora nosaukums, ar kuru to var sasniegt papildus, klientiem, kuros iebūvēta pakalpojuma adrese; var atkārtot
cli-help-finish = Uzskaitīt vai pabeigt parakstus, kas saņemti, bet nav nonākuši savā dokumentā
    .after =
        Paraksts tiek paturēts, tiklīdz tas saņemts. Ja pēc tam kļūdās laika zīmogu pakalpojums vai disks,
        nekas nezūd: pabeidziet to vēlāk, vēlreiz neapstiprinot.

        Piemēri:
          pitser finish                        uzskaitīt gaidošos
          pitser finish ATSLĒGA                pabeigt vienu
          pitser finish ATSLĒGA --discard      aizmirst vienu
cli-help-finish-key = Kuru pabeigt; ja nav norādīts, tie tiek uzskaitīti
cli-help-finish-document_password = Šifrēta dokumenta lasīšanas vai īpašnieka parole; procesu sarakstā tā ir redzama
cli-help-finish-document_password_file = Nolasīt šo paroli no šīs datnes: visu saturu, izņemot vienu rindas beigu zīmi galā
cli-help-finish-discard = Pabeigšanas vietā aizmirst: lai dokumentu parakstītu vēlāk, būs jāapstiprina vēlreiz
cli-help-finish-json = Rakstīt JSON
cli-help-profile = Uzskaitīt, pārbaudīt, glabāt, izrakstīt vai aizmirst savienojuma profilus
    .after =
        Piemērs:
          pitser profile import bank.toml && pitser --profile bank sign contract.pdf
cli-help-list = Uzskaitīt šī datora profilus: nosaukums, kam tas pieder, kam tas paredzēts
cli-help-check = Pateikt, vai datne ir profils un kurā rindā tā tāda nav
cli-help-check-file = Datne
cli-help-import = Glabāt datnē esošo profilu šim lietotājam
cli-help-import-file = Datne
cli-help-import-force = Aizstāt profilu ar to pašu nosaukumu
cli-help-export = Izrakstīt profilu tādu, kāds tas tika importēts
cli-help-export-name = Tā nosaukums
cli-help-remove = Aizmirst savu profilu
cli-help-remove-name = Tā nosaukums
cli-help-secret = Glabāt sistēmas atslēgu glabātavā noslēpumu, ko parakstīšanas pakalpojums deva šai programmai
    .after =
        Tas tiek jautāts, to nerādot, vai nolasīts no standarta ievades un aizstāj iepriekšējo; profilā tas
        nekad nestāv. Kur atslēgu glabātavas nav, piemēram, serverī, parakstot iestatiet PITSER_CSC_SECRET;
        ar PITSER_KEYCHAIN=none neviena atslēgu glabātava netiek izmantota.
cli-help-secret-name = Profils
cli-help-proxy-login = Glabāt sistēmas atslēgu glabātavā vārdu un paroli starpniekserverim, ko nosauc profils
    .after =
        Tie tiek jautāti kā VĀRDS:PAROLE, tos nerādot, vai nolasīti no standarta ievades un aizstāj iepriekšējos.
        Tos saka tikai šim starpniekserverim, kad tas jautā. PITSER_PROXY_LOGIN ir pirms tiem.
cli-help-proxy-login-name = Profils
cli-help-forget = Aizmirst, kas paraksta ar profilu, un to, kas par tā parakstīšanas pakalpojumu ir atslēgu glabātavā: pieteikšanos, kuras beigas pakalpojumam paziņo, un noslēpumu; kā arī starpniekservera vārdu un paroli
cli-help-forget-name = Profils
cli-help-forget-login = Aizmirst tikai pieteikšanos
cli-help-schema = Izrakstīt JSON Schema, kā profils jāraksta
cli-help-log = Uzskaitīt, kas no šī datora sūtīts pakalpojumiem: kad, kam, cik daudz un kas saņemts atpakaļ
    .after =
        Dokumenti šo datoru neatstāj, un sarakstā nav noslēpumu: sesijas netiek nosauktas, un no personas kodiem
        redzami tikai pēdējie četri cipari. Tiek paturēti jaunākie ieraksti, līdz 1 MB.
cli-help-log-fields = Nosaukt arī pa laukiem, ko katrs pieprasījums saturēja
cli-help-log-json = Katram ierakstam rakstīt vienu JSON objektu, pa vienam rindā
cli-help-completions = Rakstīt čaulas komandrindas papildinājumus
    .after =
        Piemērs:
          pitser completions bash > ~/.local/share/bash-completion/completions/pitser
cli-help-completions-shell = Čaula
