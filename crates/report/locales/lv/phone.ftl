# What the phone shows. The first has room for 60 characters, the second for 200; names that are too long are shortened.
phone-sign-short = Parakstīt { $document }
phone-sign-long = Parakstiet dokumentu { $document } ar PIN2 kodu

# In the signed document: what a screen reader calls the field of a signature.
field-alternate-name = Elektroniskais paraksts

# In the browser, when it has come back from a signing service.
browser-farewell = Parakstīšanas pakalpojums saņēma Jūsu atbildi. Varat aizvērt šo lapu un atgriezties programmā.
