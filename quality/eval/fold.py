"""How two texts are held against each other."""

from __future__ import annotations

import hashlib
import unicodedata

_QUOTES = str.maketrans("‘’‛`´′“”„«»″", "''''''\"\"\"\"\"\"")
# Accents (once parted from their letters), control characters, signs without width.
_LOST = frozenset({"Mn", "Cc", "Cf"})
# A gold file that may not hold a text holds its hash, which is shown with this sign.
HASH_SIGN = "sha256:"


def squeeze(text: str) -> str:
    """Return a text in NFC, every run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def fold(text: str) -> str:
    """Return a text without case, accents, kinds of quotes, invisible signs and extra spaces."""
    bare = unicodedata.normalize("NFKD", squeeze(text.translate(_QUOTES)).casefold())
    return squeeze("".join(sign for sign in bare if unicodedata.category(sign) not in _LOST))


def digest(text: str) -> str:
    """Return the signed hash of a squeezed text."""
    return HASH_SIGN + hashlib.sha256(squeeze(text).encode()).hexdigest()
