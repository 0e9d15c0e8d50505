"""One reader per kind of section: lines in, raw records out, roles written to the account."""
