"""Words that nobody sees: their page looks the same without them.

They belong to a layer that is switched off, are not drawn, stand under what is drawn later or
outside of what they are clipped to, have the colour of what is behind them or are too small. Which
it is does not matter: where there is doubt, a page is drawn with them and without, and compared.
"""

from __future__ import annotations

import ctypes
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Any, NamedTuple

import pypdfium2.raw as raw

from ...document import Box
from ..page import Letter, Unseen
from . import calls
from .sheet import Pixels, Sheet
from .spoken import Spoken
from .view import View

# Words that stand over one another are taken away in turns, so many at most; what is left is seen.
_TURNS = 8

# Off every page, in points.
_FAR = 100_000.0

Point = tuple[float, float]


class _Word(NamedTuple):
    """A word of one text object: where it is seen, and the characters of it by their numbers."""

    owner: int
    place: Pixels
    numbers: tuple[int, ...]


class Text(NamedTuple):
    """The text of a page as it is loaded: what pdfium tells of its characters."""

    handle: Any  # ctypes
    at: int
    characters: str
    view: View
    spoken: Spoken

    def owner(self, number: int) -> int:
        """Return the text object that sets a character."""
        return calls.get_text_object(self.at, number) or 0

    def origin(self, number: int) -> Point:
        """Return where a character is set, in the coordinates of its page."""
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.handle, number, x, y)
        form = self.spoken.form(self.at, number)
        return form.point(x.value, y.value) if form else (x.value, y.value)

    def box(self, number: int) -> Box:
        """Return where a character is seen."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        raw.FPDFText_GetCharBox(self.handle, number, left, right, bottom, top)
        sides = left.value, bottom.value, right.value, top.value
        form = self.spoken.form(self.at, number)
        return self.view.rect(*(form.sides(*sides) if form else sides))

    def letter(self, number: int) -> Letter:
        """Return a character and where it is set on the page as seen."""
        return Letter(self.characters[number], *self.view.point(*self.origin(number)))


class Gone(NamedTuple):
    """Words of a page that are not seen, and the letters of text objects that are seen in part."""

    words: tuple[tuple[Letter, ...], ...]
    parts: frozenset[tuple[int, Point]]

    def unseen_in(self, text: Text) -> Unseen:
        """Return them without those that the text, loaded anew, has in their place: set twice."""
        near = {cell for word in self.words for letter in word for cell in _around(letter)}
        names = {name for name, _, _ in near}
        seen = {
            _cell(text.letter(number))
            for number, char in enumerate(text.characters)
            if char in names and (text.owner(number), text.origin(number)) not in self.parts
        }
        words = [
            word for word in self.words if any(seen.isdisjoint(_around(each)) for each in word)
        ]
        texts = ("".join(letter.text for letter in word) for word in words)
        return Unseen(tuple(texts), tuple(chain.from_iterable(words)))


def take_away(page: Any, text: Text, doubtful: Container[int]) -> Gone | None:  # noqa: ANN401 - ctypes
    """Take away those of some text objects of a page that nobody sees, until the page is closed.

    Its text has to be loaded anew then. None where all are seen.
    """
    sheet = Sheet(page, text.view.size)
    words = list(_words(text, doubtful, sheet))
    whole = sheet.drawn()
    seen = set(words)
    for turn in _turns(words, sheet):
        _set_active({word.owner for word in turn}, active=False)
        without = sheet.drawn()
        seen -= {word for word in turn if not sheet.differ(whole, without, word.place)}
        _set_active({word.owner for word in turn if word in seen}, active=True)
    gone = [word for word in words if word not in seen]
    _move_away({word.owner for word in gone} - {word.owner for word in seen})
    return _told(gone, {word.owner for word in seen}, text) if gone else None


def _words(text: Text, doubtful: Container[int], sheet: Sheet) -> Iterator[_Word]:
    """Yield the words of some text objects."""
    owners = [
        0 if char.isspace() or char == "\0" else text.owner(number)
        for number, char in enumerate(text.characters)
    ]
    for owner, run in groupby(range(len(owners)), owners.__getitem__):
        if owner in doubtful:
            numbers = tuple(run)
            place = sheet.pixels(Box.around(text.box(number) for number in numbers))
            yield _Word(owner, place, numbers)


def _turns(words: Iterable[_Word], sheet: Sheet) -> Iterator[list[_Word]]:
    """Yield the words of text objects that can be taken away together: none stands over another."""
    left: dict[int, list[_Word]] = {}
    for word in words:
        left.setdefault(word.owner, []).append(word)
    for _ in range(_TURNS):
        taken = sheet.unmarked()
        turn = []
        for owner, own in list(left.items()):
            if all(sheet.is_free(taken, word.place) for word in own):
                turn += left.pop(owner)
                for word in own:
                    sheet.mark(taken, word.place)
        if not turn:
            return
        yield turn


def _set_active(owners: Iterable[int], *, active: bool) -> None:
    for owner in owners:
        raw.FPDFPageObj_SetIsActive(ctypes.cast(owner, raw.FPDF_PAGEOBJECT), active)


def _cell(letter: Letter) -> tuple[str, int, int]:
    """Return a letter and the point of the page that it is set in."""
    x, base = (round(min(_FAR, max(-_FAR, side))) for side in (letter.x, letter.base))
    return letter.text, x, base


def _around(letter: Letter) -> Iterator[tuple[str, int, int]]:
    """Yield a letter with its point of the page and those around: print of one word, set twice."""
    text, x, y = _cell(letter)
    yield from ((text, x + right, y + down) for right in (-1, 0, 1) for down in (-1, 0, 1))


def _move_away(owners: Iterable[int]) -> None:
    """Move text objects off the page: pdfium reads none that repeats another, active or not."""
    for owner in owners:
        raw.FPDFPageObj_Transform(ctypes.cast(owner, raw.FPDF_PAGEOBJECT), 1, 0, 0, 1, _FAR, _FAR)


def _told(gone: Sequence[_Word], seen: Container[int], text: Text) -> Gone:
    """Return what is to be told of words; `seen` are text objects of which others are seen."""
    words = tuple(tuple(map(text.letter, word.numbers)) for word in gone)
    parts = ((word.owner, n) for word in gone if word.owner in seen for n in word.numbers)
    return Gone(words, frozenset((each, text.origin(n)) for each, n in parts))
