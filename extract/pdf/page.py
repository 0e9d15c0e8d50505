"""What an engine finds on a page: words with their boxes and type, and pictures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..document import Box


class Style(NamedTuple):
    """Type: size in points as seen, weight, font and colour (RGB in one number)."""

    size: float
    bold: bool
    font: str
    colour: int


class Token(NamedTuple):
    """A word as an engine gives it, in points from the top left corner of the page as seen.

    `base` is the height of its baseline. `turn` counts quarter turns of the text, clockwise; of a
    turned word `base` has no meaning.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    base: float
    style: Style
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it is seen: crop box and rotation are applied.

    `tokens` come in the order of drawing, which need not be the order of reading. `pictures` are
    the boxes of images, `panels` those of filled shapes that text may stand on.
    """

    number: int
    width: float
    height: float
    tokens: tuple[Token, ...]
    pictures: tuple[Box, ...] = ()
    panels: tuple[Box, ...] = ()
