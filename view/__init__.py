"""What a person sees of a ledger or a document, as data; `cli.py` prints it."""
