"""How it is kept: rows and lines -> one SQLite file, the same bytes for the same documents."""
