"""What an engine finds on a page: words with their boxes and type, and pictures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ..document import Box

# Height of a line of type over and under its baseline, in parts of its size. Boxes are made from
# them and not from the fonts, whose own figures are wrong often enough.
ASCENT = 0.78
DESCENT = 0.22
# Pictures that cover so much of a page are what is seen of it.
COVERED = 0.5


class Style(NamedTuple):
    """Type: size in points as seen, weight, font and colour (RGB in one number)."""

    size: float
    bold: bool
    font: str
    colour: int


class Token(NamedTuple):
    """A word as an engine gives it, in points from the top left corner of the page as seen.

    `base` is the height of its baseline. `turn` counts the quarter turns of the text, clockwise;
    the baseline of text that is turned to the side is upright, and `base` is its distance from
    the left edge. `spaced` tells that a space is printed before a word that stands as near to the
    one before as if both were one.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    style: Style
    turn: int = 0
    spaced: bool = False


class Letter(NamedTuple):
    """A character, and where it is set, in points from the top left corner of the page as seen."""

    text: str
    x: float
    base: float

    def rounded(self) -> Letter:
        """Return it as both engines tell it."""
        return Letter(self.text, round(self.x, 1), round(self.base, 1))


class Unseen(NamedTuple):
    """Words of a page that nobody sees, in the order of drawing, and all their letters."""

    words: tuple[str, ...] = ()
    letters: tuple[Letter, ...] = ()


_NOTHING = Unseen()


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is seen: crop box and rotation are applied.

    `tokens` come in the order of drawing, which need not be the order of reading. `pictures` are
    images and filled shapes, small ornaments among them. `unnamed` counts the letters of which
    their fonts do not say which they are. `ornaments` are bullets and icons that were taken out of
    the words, by the word that each stands before. The words of a `recognised` page were found in
    its picture: their edges are not exact. A page whose print lies on its side or upside down is
    given upright instead: so many quarter turns, clockwise, as it is `turned` lay it down again.
    What is `unseen` is not among the words. Words that are `laid` are seen in the pictures of the
    page, which a recogniser has laid them over or under.
    """

    number: int
    width: float
    height: float
    tokens: tuple[Token, ...]
    pictures: tuple[Box, ...] = ()
    unnamed: int = 0
    ornaments: Mapping[Token, Token] = field(default_factory=dict)
    recognised: bool = False
    turned: int = 0
    unseen: Unseen = _NOTHING
    laid: bool = False

    def changed(self, words: Mapping[Token, Token]) -> Page:
        """Return it with other words in the place of some."""
        return replace(
            self,
            tokens=tuple(words.get(token, token) for token in self.tokens),
            ornaments={words.get(word, word): sign for word, sign in self.ornaments.items()},
        )

    @property
    def is_covered(self) -> bool:
        """Tell whether pictures cover most of it."""
        area = COVERED * self.width * self.height
        return sum(box.area for box in self.pictures) >= area
