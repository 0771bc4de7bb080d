# What the phone shows. The first has room for 60 characters, the second for 200; names that are too long are shortened.
phone-sign-short = Sign { $document }
phone-sign-long = Sign the document { $document } with PIN2

# In the signed document: what a screen reader calls the field of a signature.
field-alternate-name = Digital signature

# In the browser, when it has come back from a signing service.
browser-farewell = The signing service has your answer. You can close this page and go back to the program.
