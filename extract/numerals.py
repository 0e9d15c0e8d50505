"""Numbers in words: 'forty-one', 'one thousand two hundred and five', 'nearly nine hundred'."""

from __future__ import annotations

from itertools import chain

import regex

from ..languages import either, languages
from .shapes import QUALIFIED

_COUNTING = [language for language in languages().values() if language.numbers]
_ADDED = dict(chain.from_iterable(language.numbers.items() for language in _COUNTING))
_TIMES = dict(chain.from_iterable(language.hundreds.items() for language in _COUNTING))
_MULTIPLES = dict(chain.from_iterable(language.multiples.items() for language in _COUNTING))

_WORD = either((*_ADDED, *_TIMES, *_MULTIPLES))
_AND = either(chain.from_iterable(language.ands for language in _COUNTING))
# forty-one   one thousand two hundred and five
NUMERAL = rf"(?i:{_WORD}(?:(?:\s+|-)(?:{_AND}\s+)?{_WORD})*)(?![\p{{L}}-])"
# nearly nine hundred
IN_WORDS = regex.compile(rf"^{QUALIFIED}(?P<number>{NUMERAL})$")
_GAPS = regex.compile(r"[\s-]+")


def spelled(numeral: str) -> int:
    """Return the number that the words of a numeral tell."""
    total = part = 0
    for word in _GAPS.split(numeral.casefold()):
        part += _ADDED.get(word, 0)
        if word in _TIMES:
            part = max(part, 1) * _TIMES[word]
        elif word in _MULTIPLES:
            total, part = total + max(part, 1) * _MULTIPLES[word], 0
    return total + part
