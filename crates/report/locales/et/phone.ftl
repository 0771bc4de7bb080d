# What the phone shows. The first has room for 60 characters, the second for 200; names that are too long are shortened.
phone-sign-short = Allkirjasta { $document }
phone-sign-long = Allkirjastage dokument { $document } PIN2-koodiga

# In the signed document: what a screen reader calls the field of a signature.
field-alternate-name = Digiallkiri

# In the browser, when it has come back from a signing service.
browser-farewell = Allkirjastamisteenus sai Teie vastuse. Võite selle lehe sulgeda ja programmi tagasi minna.
