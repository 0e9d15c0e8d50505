"""Words as layouts compare them: without case, white space and the dress of quotes."""

from collections.abc import Iterable
from functools import lru_cache

import regex

from .shapes import MARKS

# ‘ ’ ʼ ` ´ -> '   “ ” „ « » -> "   ‐ ‑ ‒ – — ― − -> -   ： -> :
_DRESS = str.maketrans("‘’ʼ`´“”„«»‐‑‒–—―−：", "'''''\"\"\"\"\"-------:")
# A colon, a full stop, or what a note is told by: 'Members:'   'Main results¹'
_END = f":.{MARKS}"
# A N N E X: a heading set with space between its letters
_SPACED = regex.compile(r"^\w(?: \w)+$")

# 1. Activities   II – Activities   4 | Who we are   2.1 Action Line 1   3.2. Media
HEADING_NUMBER = regex.compile(
    r"^(?:(?:\d{1,2}|[ivx]{1,4})\s?[.)|:\-–—]|\d{1,2}(?:\.\d{1,2}){1,2}\.?)\s+", regex.I
)
# With which such a number begins, a quick no for most lines.
DIGITS = frozenset("0123456789")
NUMERALS = DIGITS | frozenset("ivx")


# A document compares each of its lines many times.
@lru_cache(maxsize=1 << 13)
def fold(words: str) -> str:
    """Return a heading or label as it is compared, without a colon, stop or mark at its end."""
    plain = words if words.isascii() and "`" not in words else words.translate(_DRESS)
    folded = " ".join(plain.split()).rstrip(_END).rstrip().casefold()
    spaced = folded[1:2] == " " and _SPACED.match(folded)
    return folded.replace(" ", "") if spaced else folded


def unnumbered(folded: str) -> str:
    """Return the folded words of a heading without the number before them."""
    return HEADING_NUMBER.sub("", folded)


class Beginnings:
    """How any of some folded words begin: a quick no for most of what is printed."""

    __slots__ = ("_heads",)
    _LENGTH = 3

    def __init__(self, words: Iterable[str]) -> None:
        self._heads = frozenset(each[: self._LENGTH] for each in words)

    def allow(self, folded: str) -> bool:
        """Tell whether any of the words may begin with these; what is short may always."""
        return folded[: self._LENGTH] in self._heads or len(folded) < self._LENGTH
