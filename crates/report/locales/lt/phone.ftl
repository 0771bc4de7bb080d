# What the phone shows. The first has room for 60 characters, the second for 200; names that are too long are shortened.
phone-sign-short = Pasirašyti { $document }
phone-sign-long = Pasirašykite dokumentą { $document } PIN2 kodu

# In the signed document: what a screen reader calls the field of a signature.
field-alternate-name = Elektroninis parašas

# In the browser, when it has come back from a signing service.
browser-farewell = Pasirašymo paslauga gavo Jūsų atsakymą. Galite užverti šį puslapį ir grįžti į programą.
