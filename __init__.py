"""metroledger: a shelf of progress reports as one SQLite file that cites every line."""
