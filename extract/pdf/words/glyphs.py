"""Characters as fonts give them -> words as they are read."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from ...document import Box
from ..page import Token
from .dropped import drops
from .ligatures import apart

# A hyphen at a line's end, whatever drew it.
HYPHEN = "\u2010"
# hyphens of every kind, a soft one too where it is printed, as at a line's end
_HYPHENS = str.maketrans({"\u00ad": "-", HYPHEN: "-", "\u2011": "-"})
# Two pieces of one word are no further apart, and overlap by no more, in parts of the size. An
# engine may see a space where kerning has drawn letters together: 'T ehran'.
_TOUCH = 0.1
# A space that is printed leaves so much white at least, in parts of the size, and the letter behind
# it is set so much further on, in parts of the height of its box: others stand for soft hyphens.
_WHITE = 0.025
ROOM = 0.05
# A hyphen that was drawn by itself, at a line's end, may stand this far from its word.
_HYPHEN = 0.2
_OVERLAP = 0.3
# Pieces of one word, small capitals and raised ones too, differ in size by no more.
_SIZES = 3.0
# A piece of so many letters in another weight is a word of its own: METROPOLIS|PROGRESS.
_OWN_WORD = 3


def readable(word: str) -> str:
    """Return a word with ligatures taken apart and every kind of hyphen as '-'."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", apart(word).translate(_HYPHENS))


def gap(left: Token, right: Token) -> float:
    """Return the space between two words of one direction, along their baseline."""
    match left.turn:
        case 0:
            return right.x0 - left.x1
        case 1:
            return right.y0 - left.y1
        case 2:
            return left.x0 - right.x1
        case _:
            return left.y0 - right.y1


def gaps(words: Sequence[Token]) -> list[float]:
    """Return the spaces between upright words that follow one another from left to right."""
    return [right.x0 - left.x1 for left, right in pairwise(words)]


def same_word(left: Token, right: Token) -> Token | None:
    """Return two pieces, drawn one after the other, as one word; None where they are two.

    They are one where they touch, raised and small letters included, unless the weight changes
    between two pieces that are long enough to be words. A drop capital is no piece of a word.
    """
    size = max(left.style.size, right.style.size)
    touch = _HYPHEN if right.text == "-" else _TOUCH
    if left.turn != right.turn or not -_OVERLAP * size <= gap(left, right) <= touch * size:
        return None
    if abs(right.base - left.base) > size / 2 or drops(left, right):
        return None
    if size > _SIZES * min(left.style.size, right.style.size):
        return None
    if left.style.bold != right.style.bold and min(len(left.text), len(right.text)) >= _OWN_WORD:
        return None
    longer = left if len(left.text) >= len(right.text) else right
    box = Box.around((Box(*left[1:5]), Box(*right[1:5])))
    return Token(left.text + right.text, *box, longer.base, longer.style, left.turn)


def whole(
    tokens: Iterable[Token], spaced: Callable[[int], bool] = lambda _: False
) -> Iterator[Token]:
    """Yield the words in the order of drawing, made whole where an engine has cut them.

    A space that is printed parts words though kerning makes it narrow, as in 'of Jakarta': `spaced`
    tells whether one that takes room stands before a word, by its number in the order of drawing.
    """
    last: Token | None = None
    for number, token in enumerate(tokens):
        if last:
            far = not (last.turn or token.turn) and _is_far(token.x0 - last.x1, last, token)
            joined = None if far else same_word(last, token)
            if joined and gap(last, token) > _WHITE * token.style.size and spaced(number):
                joined, token = None, token._replace(spaced=True)
            if not joined:
                yield last
            last = joined or token
        else:
            last = token
    if last:
        yield last


def _is_far(space: float, left: Token, right: Token) -> bool:
    """Tell whether a space is wider than any inside a word: a quick no for most pairs of words."""
    most = _HYPHEN * left.style.size
    return space > most and (left.style is right.style or space > _HYPHEN * right.style.size)
