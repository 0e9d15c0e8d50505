"""Words torn by a hyphen at a line's end, made whole by what the document prints elsewhere."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

import regex

from .lexicon import PREFIXES, is_compound, is_torn
from .words import Tear, Text

_HYPHENS = ("-", "\u00ad", "\u2010")
# a line ends between two acronyms that a slash joins: 'UCLG CCRE/' / 'CEMR'; words may be printed
# with a space there: 'City centre/ suburbs'
_SLASH = regex.compile(r"(?:^|[\s(])\p{Lu}{2,}/$")
_ACRONYM = regex.compile(r"\p{Lu}{2,}(?!\p{L})")
# a line ends inside a word: 'hyphen-' / 'ation'   'Martínez-' / 'Almeida'   '2018-2019-' / '2020'
_LEFT = regex.compile(r"(?P<left>[\p{L}\p{N}]+)[-\u00ad\u2010]$")
_RIGHT = regex.compile(r"^(?P<right>\p{L}+)")
# 'post-covid', 'cities', but not the 'hyphen' of 'hyphen-' at a line's end
_WHOLE = regex.compile(r"(?<![\p{L}-])\p{L}++(?:-\p{L}++)*+(?!-$)", regex.M)
# A syllable that is no word, as in 'wa-' / 'ter', has so many letters at most.
_SYLLABLE = 2


def tear(above: str, below: str, known: frozenset[str]) -> Tear:
    """Return what becomes of the hyphen between two lines, None where none tears a word.

    A soft hyphen goes. Any other stays before a capital, unless both halves are capitals, and
    beside a figure. It goes when the document prints the word whole, and stays when it prints the
    hyphened form. Else it stays in a compound (`lexicon.is_compound`). So does a slash between
    acronyms.
    """
    if above.endswith("/"):
        return "keep" if _SLASH.search(above) and _ACRONYM.match(below) else None
    left = _left(above)
    if not left or not below:
        return None
    if above.endswith("\u00ad"):
        return "drop"
    right = _RIGHT.match(below)
    if not right or not left.isalpha() or _begins_anew(left, right["right"]):
        return "keep"
    one, other = left.casefold(), right["right"].casefold()
    if f"{one}{other}" in known:
        return "drop"
    if f"{one}-{other}" in known:
        return "keep"
    name = left[0].isupper() and not left.isupper()
    chained = above[: -len(left) - 1].endswith(_HYPHENS)
    compound = is_compound(one, other, known, name=name, chained=chained)
    return "keep" if compound else "drop"


def torn(texts: Sequence[Text], known: frozenset[str]) -> list[Text]:
    """Return the lines, each with what becomes of the hyphen at its end."""
    following = [text.text for text in texts[1:]] + [""]
    return [
        replace(text, tear=tear(text.text, below, known))
        if text.text.endswith((*_HYPHENS, "/"))
        else text
        for text, below in zip(texts, following, strict=True)
    ]


def printed_words(texts: Sequence[Text], vocabulary: Iterable[str] = ()) -> frozenset[str]:
    """Return the words of the lines, folded, hyphened ones whole; line ends tear no word here.

    A document that tears no word which it also prints whole, nor one behind a syllable, nor any
    that is no compound and yet a word, is set without hyphenation: whatever hyphen stands at the
    end of one of its lines is part of its word.
    """
    printed = [entry.casefold() for entry in vocabulary]
    halves: list[tuple[str, str]] = []
    left = ""
    for text in texts:
        folded = text.text.casefold()
        right = _RIGHT.match(folded) if left else None
        if right:
            halves.append((left, right["right"]))
        printed.append(folded[right.end() :] if right else folded)
        left = _left(folded)
    words = set(_WHOLE.findall("\n".join(printed)))
    if not any(_is_torn(one, other, words) for one, other in halves):
        words |= {f"{one}-{other}" for one, other in halves}
    return frozenset(words)


def _is_torn(one: str, other: str, words: Container[str]) -> bool:
    """Tell whether two halves, in small letters, can only be those of one word."""
    printed = f"{one}{other}" in words
    return printed or _is_syllable(one, words) or is_torn(one, other, words)


def _is_syllable(half: str, words: Container[str]) -> bool:
    """Tell whether the first half of a word is too short for a word, and is printed as none."""
    short = len(half) <= _SYLLABLE and half.isalpha()
    return short and half not in words and half not in PREFIXES


def _left(text: str) -> str:
    """Return the half of a word that ends a line in a hyphen, empty where none does."""
    ending = _LEFT.search(text) if text.endswith(_HYPHENS) else None
    return str(ending["left"]) if ending else ""


def _begins_anew(left: str, right: str) -> bool:
    """Tell whether the second half begins with a capital, as no torn word but one of capitals."""
    capitals = len(left) > 1 and len(right) > 1 and left.isupper() and right.isupper()
    return right[0].isupper() and not capitals
