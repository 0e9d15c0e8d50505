"""How much a document may print, whatever it was: more is no report."""

from __future__ import annotations

from .document import Document
from .errors import TooBig

CHARACTERS = 5_000_000


def check_length(document: Document) -> None:
    """Raise TooBig for a document whose text is too long."""
    length = sum(len(line.text) for line in document.lines)
    if length > CHARACTERS:
        raise TooBig(f"it has {length:,} characters; a report has at most {CHARACTERS:,}")
