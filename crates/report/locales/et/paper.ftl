# The report on paper (PDF).

paper-title = Allkirjade aruanne
paper-title-of = Allkirjade aruanne: { $name }
paper-file = Fail
paper-checked = Kontrollitud
paper-trust = Usalduse alus
paper-state = Faili seisukord
paper-undone = Seda faili ei saanud kontrollida
paper-cause = Miks
paper-code = Kood
paper-test = TEST: testankrud, õiguslikku jõudu ei ole
paper-signature = Allkiri { $number }: { $verdict }
paper-stamp = Ajatempel { $number }: { $verdict }
paper-standard = Standardi mõistetes
paper-next-label = Mida teha
paper-next-passed = Mitte midagi. Hoidke fail muutmata: iga muudatus võib allkirja rikkuda.
paper-next-unsigned = Kui keegi pidi selle allkirjastama, küsige allkirjastatud faili.
paper-in-the-way = Mis on takistuseks
paper-checks = Mida kontrolliti
paper-checks-of = Allkiri { $number } väljal { $field }
paper-checks-of-stamp = Ajatempel { $number } väljal { $field }
paper-question = Küsimus
paper-answer = Vastus
paper-clause = Nõude alus
paper-provenance = Kuidas kontrolliti
paper-evidence = Millele vastused toetuvad
paper-evidence-kind = Liik
paper-evidence-origin = Päritolu
paper-evidence-digest = SHA-256
paper-page = Lehekülg { $page } / { $pages }
paper-mark = Märk: { $verdict }
paper-continued = …
paper-more-signatures = { $count ->
    [one] Üks allkiri on paberilt välja jäänud: vaadake aruannet JSON- või XML-vormingus.
   *[other] { $count } allkirja on paberilt välja jäänud: vaadake aruannet JSON- või XML-vormingus.
}
paper-more-objects = { $count ->
    [one] Üks tõend on paberilt välja jäänud: vaadake aruannet JSON- või XML-vormingus.
   *[other] { $count } tõendit on paberilt välja jäänud: vaadake aruannet JSON- või XML-vormingus.
}
seen-words-replaced = „{ $was }” on asendatud tekstiga „{ $is }”
seen-words-gone = „{ $was }” on kadunud
seen-words-added = „{ $is }” on lisatud
origin-document = Fail
origin-gathered = Hangitud
origin-trust = Usaldus
