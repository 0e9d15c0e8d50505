"""Strangers' files: what a PDF may hold, told before an engine follows it."""
