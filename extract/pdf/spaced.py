"""Letter-spaced words: 'A C T I V I T I E S' -> 'ACTIVITIES'."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from statistics import median

from .page import Token

# So many letters in a row, each a word by itself, are a word that was set with space.
_LETTERS = 4
# Their spaces are no wider than this, in parts of the size, and a space between two words is
# wider than those between their letters by so much.
_TRACKING = 0.9
_WORD_SPACE = 1.6
_LEVEL = 0.1


def unspaced(tokens: Sequence[Token]) -> list[Token]:
    """Return the words with those made whole that are set letter by letter.

    A space between two such words is a space as it stands out from those between the letters. The
    last letter keeps its tracking, so that the words do not seem far apart.
    """
    if sum(len(token.text) == 1 for token in tokens) < _LETTERS:
        return list(tokens)
    found: list[Token] = []
    for letters in _single(tokens):
        if len(letters) < _LETTERS:
            found += letters
        else:
            found += _words(letters)
    return found


def _single(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield runs of single letters on one baseline, and every other word by itself."""
    run: list[Token] = []
    for token in tokens:
        if run and not _goes_on(run[-1], token):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _goes_on(left: Token, right: Token) -> bool:
    if len(left.text) > 1 or len(right.text) > 1:
        return False
    size = left.style.size
    return (
        left.style == right.style
        and left.turn == right.turn == 0
        and abs(left.base - right.base) <= _LEVEL * size
        and 0 <= right.x0 - left.x1 <= (_TRACKING * 2) * size
    )


def _words(letters: list[Token]) -> Iterator[Token]:
    gaps = [right.x0 - left.x1 for left, right in itertools.pairwise(letters)]
    tracking = median(gaps)
    word = [letters[0]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > _WORD_SPACE * tracking:
            yield _whole(word, tracking)
            word = []
        word.append(letter)
    yield _whole(word, 0)


def _whole(letters: list[Token], tracking: float) -> Token:
    text = "".join(letter.text for letter in letters)
    return letters[0]._replace(text=text, x1=letters[-1].x1 + tracking)
