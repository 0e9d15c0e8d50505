"""Drop capitals: a letter as high as several lines, with which the first of them begins."""

from __future__ import annotations

from collections.abc import Sequence

from ...lexicon import is_word
from ..page import Token
from .near import Places

# A drop capital is so much larger than the word that it begins, and so high, in parts of its size.
_LARGER = 1.8
_CAPITAL = 0.7
# No drop capital is smaller, in points.
_LEAST = 12.0
# Its word stands no further off, nor further into it, in parts of its size.
_BESIDE = 0.25
_INTO = 0.1
_QUOTES = "\"'“‘„«¿¡"


def undropped(tokens: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a page with drop capitals joined to the words that they begin.

    A capital may be drawn at any time before its word or after it. One that is a word by itself
    ('A city') is set on the line of the next word, in its type.
    """
    large = [token for token in tokens if len(token.text) <= 2 and token.style.size >= _LEAST]
    capitals = [token for token in large if _may_drop(token)]
    if not capitals:
        return tokens
    places = Places(tokens)
    found = {id(capital): word for capital in capitals if (word := _beside(capital, places))}
    if not found:
        return tokens
    begun: dict[int, list[Token]] = {}
    for capital in capitals:
        if id(capital) in found:
            word = found[id(capital)]
            begun[id(word)] = _whole(capital, word)
    rest = [token for token in tokens if id(token) not in found]
    return [part for token in rest for part in begun.get(id(token), [token])]


def drops(capital: Token, word: Token) -> bool:
    """Tell whether a capital drops from the top of a line, of which a word is another's."""
    size = word.style.size
    if capital.style.size < _LARGER * size or word.turn or not _may_drop(capital):
        return False
    is_lower = capital.base > word.base
    return is_lower and abs(_off_top(capital, word)) <= size and word.text[0].isalpha()


def _off_top(capital: Token, word: Token) -> float:
    """Return how much higher a capital reaches than those of a word."""
    high = _CAPITAL * (capital.style.size - word.style.size)
    return high - (capital.base - word.base)


def _may_drop(token: Token) -> bool:
    letter = token.text.lstrip(_QUOTES)
    return len(letter) == 1 and letter.isupper() and not token.turn


def _beside(capital: Token, places: Places) -> Token | None:
    """Return the nearest word that stands at the right of a capital, at its top."""
    size = capital.style.size
    left, right = capital.x1 - _INTO * size, capital.x1 + _BESIDE * size
    near = places.within(left, capital.base - size, right, capital.base)
    words = (word for word in near if drops(capital, word))
    return min(words, key=lambda word: abs(_off_top(capital, word)), default=None)


def _whole(capital: Token, word: Token) -> list[Token]:
    joined = word._replace(text=capital.text + word.text, x0=capital.x0)
    whole, rest = (each.text.rstrip(",.:;").lower() for each in (joined, word))
    if is_word(capital.text.lower(), ()) and is_word(rest, ()) and not is_word(whole, ()):
        return [joined._replace(text=capital.text, x1=capital.x1), word]
    return [joined]
