# The report on paper (PDF).

paper-title = Signature report
paper-title-of = Signature report: { $name }
paper-file = File
paper-checked = Checked
paper-trust = Trust
paper-state = State of the file
paper-undone = This file could not be checked
paper-cause = Why
paper-code = Code
paper-test = TEST: test anchors, no legal effect
paper-signature = Signature { $number }: { $verdict }
paper-stamp = Time-stamp { $number }: { $verdict }
paper-standard = In the standard's terms
paper-next-label = What to do
paper-next-passed = Nothing. Keep the file as it is: any change to it can break the signature.
paper-next-unsigned = If somebody should have signed it, ask for the signed file.
paper-in-the-way = What is in the way
paper-checks = What was checked
paper-checks-of = Signature { $number } in field { $field }
paper-checks-of-stamp = Time-stamp { $number } in field { $field }
paper-question = Question
paper-answer = Answer
paper-clause = Required by
paper-provenance = How it was checked
paper-evidence = What the answers rest on
paper-evidence-kind = Kind
paper-evidence-origin = From
paper-evidence-digest = SHA-256
paper-page = Page { $page } of { $pages }
paper-mark = Mark: { $verdict }
paper-continued = …
paper-more-signatures = { $count ->
    [one] One more signature is not on paper: see the report as JSON or XML.
   *[other] { $count } more signatures are not on paper: see the report as JSON or XML.
}
paper-more-objects = { $count ->
    [one] One more piece is not on paper: see the report as JSON or XML.
   *[other] { $count } more pieces are not on paper: see the report as JSON or XML.
}
seen-words-replaced = “{ $was }” was replaced by “{ $is }”
seen-words-gone = “{ $was }” is gone
seen-words-added = “{ $is }” was added
origin-document = The file
origin-gathered = Fetched
origin-trust = Trust
