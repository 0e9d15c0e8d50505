"""Weight of recognised type, which no recogniser tells: how thick its strokes are in the picture.

A stroke n dots long and m thick has n * m dots of ink, and edges of n and of m dots on the sides
that look left and up: ink over edges is its thickness, near enough, whichever way it runs, and
however grey a scanner has made it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from ..columns.clues import Clues
from ..page import Page, Token
from ..words.runs import Segment, runs
from ..words.vocabulary import is_label_text
from .sizes import sized

if TYPE_CHECKING:
    from PIL.Image import Image

# Strokes of bold type are thicker than those of most letters by this factor, in parts of the size;
# by more in smaller type, which a scanner's blur thickens more, by less in larger type.
_BOLDER = 1.22
_SMALLER = 1.5
_LARGER = 1.1
# Where so many of the runs of larger type are bold, others are measured badly that are no larger
# than most letters by this factor.
_MOST = 0.7
_TOO_LARGE = 1.6
# No label has more words.
_LABEL = 6
# A dot as dark as this is ink, one as light as that is paper.
_INK, _PAPER = 64, 208
_DARKNESS = [min(255, max(0, 255 * (_PAPER - grey) // (_PAPER - _INK))) for grey in range(256)]


class Picture(NamedTuple):
    """A page in shades of grey; so many of its dots make a point."""

    image: Image
    scale: float


class _Part(NamedTuple):
    """Words of one weight and size, and how thick their strokes are in parts of it."""

    words: Sequence[Token]
    size: float
    thickness: float


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual in a document: size and thickness of most letters, and of what is larger.

    `larger` is how large type is at least that is no mistake of the recogniser.
    """

    size: float
    thickness: float
    larger: float = 0.0

    @classmethod
    def of(cls, size: float, parts: Sequence[_Part]) -> _Usual:
        """Return what is usual; where most of what is larger is bold, the rest is not large."""
        of_size = (part for part in parts if part.size == size)
        thickness = median(part.thickness for part in of_size for _ in part.words)
        found = cls(size, thickness)
        large = [found.is_bold(part) for part in parts if part.size > size]
        most = sum(large) > _MOST * len(large)
        return replace(found, larger=_TOO_LARGE * size) if most else found

    def is_bold(self, part: _Part) -> bool:
        """Tell whether words are bold."""
        bolder = _BOLDER
        if part.size != self.size:
            bolder = _LARGER if part.size > self.size else _SMALLER
        return part.thickness > self.thickness * bolder

    def settled(self, part: _Part) -> dict[Token, Token]:
        """Return the words that are bold, or not as large as they were measured, as they are."""
        if self.is_bold(part):
            return {word: heavy(word) for word in part.words}
        if self.size < part.size < self.larger:
            return {word: sized(word, self.size) for word in part.words}
        return {}


def weighed(pages: Sequence[Page], pictures: Iterable[Picture]) -> list[Page]:
    """Return pages, of each of which there is a picture, with the words bold that look so.

    Where larger type is bold in general, what is not, and a little larger than most letters, is as
    large as they are: a recogniser measures short lines badly.
    """
    found = [list(_parts(page, picture)) for page, picture in zip(pages, pictures, strict=True)]
    parts = [part for each in found for part in each]
    if not parts:
        return list(pages)
    usual = _Usual.of(Clues.of(run for page in pages for run in _runs(page)).body, parts)
    return [
        page.changed({old: new for part in each for old, new in usual.settled(part).items()})
        for page, each in zip(pages, found, strict=True)
    ]


def heavy(word: Token) -> Token:
    """Return a word in bold type."""
    return word._replace(style=word.style._replace(bold=True))


def _runs(page: Page) -> list[Segment]:
    return runs([token for token in page.tokens if not token.turn])


def _parts(page: Page, picture: Picture) -> Iterator[_Part]:
    """Yield words that stand side by side, a label apart from its value."""
    dark = picture.image.point(_DARKNESS)
    for run in _runs(page):
        cut = _label(run)
        for words in filter(None, (run.words[:cut], run.words[cut:])):
            thickness = _thickness(words, dark, picture.scale)
            yield _Part(words, run.style.size, thickness / run.style.size)


def _label(run: Segment) -> int:
    """Return how many words of a run are a label before its value, 0 where it has none."""
    words = [word.text for word in run.words[:_LABEL]]
    ends = (n for n, word in enumerate(words, 1) if word.endswith(":"))
    labels = (n for n in range(len(words), 0, -1) if is_label_text(" ".join(words[:n])))
    return next(ends, next(labels, 0))


def _thickness(words: Iterable[Token], dark: Image, scale: float) -> float:
    """Return how thick the strokes of words are, in points; light ones stand on a dark ground."""
    from PIL import ImageChops

    ink = edges = 0
    for word in words:
        x0, y0, x1, y1 = (round(scale * side) for side in word[1:5])
        part, left, over = (
            dark.crop((x0 - x, y0 - y, x1 - x, y1 - y)) for x, y in ((0, 0), (1, 0), (0, 1))
        )
        area, found = 255 * part.width * part.height, _sum(part)
        is_light = 2 * found > area
        ink += area - found if is_light else found
        edges += _sum(ImageChops.subtract(part, left)) + _sum(ImageChops.subtract(part, over))
    return ink / edges / scale if edges else 0.0


def _sum(image: Image) -> int:
    """Return the shades of all dots, added up."""
    return sum(shade * many for shade, many in enumerate(image.histogram()))
