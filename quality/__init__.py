"""How far to trust the ledger: checks, differences, scores; knows the database alone."""
