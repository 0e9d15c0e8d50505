"""Small changes of dress: title case and slugs."""

from __future__ import annotations

import unicodedata

import regex

from .vocabulary import vocabulary

# a word with its hyphened parts: 'Asia-Pacific'
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'’]*")
_NOT_SLUG = regex.compile(r"[^\p{L}\p{N}]+")
_SLUG_LENGTH = 80


def title_case(words: str) -> str:
    """Return a heading in title case; small words inside it stay small.

    'LATIN AMERICA AND THE CARIBBEAN' -> 'Latin America and the Caribbean'.
    """

    def dressed(match: regex.Match[str]) -> str:
        word = match[0].lower()
        small = match.start() > 0 and word in vocabulary().small
        return word if small else word[0].upper() + word[1:]

    return str(_WORD.sub(dressed, " ".join(words.split()).strip(" .:")))


def slug(words: str) -> str:
    """Return a readable key: small letters without accents and digits, parted by hyphens.

    Letters of other scripts stay. Empty when there is neither letter nor digit.
    """
    bare = unicodedata.normalize("NFKD", words)
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    bare = unicodedata.normalize("NFC", bare).casefold().replace("'", "").replace("’", "")
    parts = _NOT_SLUG.sub("-", bare).strip("-")
    if len(parts) <= _SLUG_LENGTH:
        return str(parts)
    return str(parts[: _SLUG_LENGTH + 1].rpartition("-")[0] or parts[:_SLUG_LENGTH])
