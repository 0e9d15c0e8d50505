"""What pdfium tells of the characters of a page -> its words, in as few calls as it can be done.

The text of a page comes in one call, and the number of a character in it is its number for every
other call. A word costs the boxes of its first and last character and its text object; type, turn
and baseline are asked once for each text object.
"""

from __future__ import annotations

import ctypes
import re
import struct
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

import pypdfium2.raw as raw

from ...document import Box
from ...letters import UNNAMED, named
from ..page import Page, Token, Unseen
from ..words.accents import has_accents, joined
from ..words.glyphs import HYPHEN, ROOM, readable, whole
from ..words.unnamed import Glyphs, unnamed_in
from . import calls
from .doubts import Doubts
from .drawing import Draughtsman
from .ink import Ink
from .spoken import Spoken
from .stems import Stems
from .symbols import holds_signs, sign
from .typefaces import Run, Typefaces
from .unseen import Point, Text, take_away
from .view import View

# pdfium's mark for a hyphen at a line's end, after which it goes straight on with the next line,
# and for a glyph that has no character; and the code of the first in GetUnicode.
_MARK = "\ufffe"
_HYPHEN_CODE = 2
_WORD = re.compile(rf"[^\s\0{HYPHEN}]+{HYPHEN}?|{HYPHEN}")
_GONE = "\0"
# Kerning draws no letter so far left of the one before, in parts of the size.
_LEAP = 1.0
# Letters so far apart stand in two words, in one all of whose letters are not set apart.
_SPACE = 0.16
_TIGHT = 0.1


class NoText(Exception):
    """A page whose text pdfium cannot load."""


@contextmanager
def _text_of(page: Any) -> Iterator[Any]:  # noqa: ANN401 - ctypes
    text = raw.FPDFText_LoadPage(page)
    if not text:
        raise NoText
    try:
        yield text
    finally:
        raw.FPDFText_ClosePage(text)


class Reader:
    """Reads pages of a document; the buffer that pdfium writes boxes into is made once for all.

    Of a `layered` document any word may be unseen.
    """

    def __init__(self, document: int, *, layered: bool) -> None:
        self._document = document
        self._layered = layered
        self._draughtsman = Draughtsman()
        self._box = bytearray(16)
        self._at = calls.address(self._box)
        self._unpack = struct.Struct("4f").unpack_from
        self._ink = Ink()
        self._faces = Typefaces()
        self._glyphs = Glyphs()
        self._unnamed = 0
        self._starts: list[int] = []  # of each word, its first character

    def read(self, page: Any, number: int, turned: int, *, laid: bool) -> Page:  # noqa: ANN401 - ctypes
        """Return the words and pictures of a page, which was `turned` so to be upright.

        Where its words are `laid` over or under its pictures none of them is left out.
        Raises NoText.
        """
        view = _view(page)
        drawing = self._draughtsman.drawing(calls.handle(page), view)
        self._faces.turn_to(Stems(self._document, calls.handle(page)))
        self._spoken = Spoken(drawing.placed)
        with _text_of(page) as text:
            characters = self._characters(text, view)
            tokens = self._words(text, characters, view)
            doubts = Doubts(drawing, self._draughtsman, view, self._faces)
            doubtful = set() if laid else doubts.found(everywhere=self._layered)
            laid = doubts.are_laid()
            gone = None
            if doubtful and not laid:
                gone = take_away(page, self._text(text, characters, view), doubtful)
        unseen = Unseen()
        if gone:
            with _text_of(page) as text:
                characters = self._characters(text, view)
                tokens = self._words(text, characters, view, gone.parts)
                unseen = gone.unseen_in(self._text(text, characters, view))
        unnamed = max(self._unnamed, unnamed_in(characters))
        return Page(
            number,
            *view.size,
            tokens,
            tuple(drawing.pictures),
            unnamed,
            turned=turned,
            unseen=unseen,
            laid=laid,
        )

    def _text(self, text: Any, characters: str, view: View) -> Text:  # noqa: ANN401 - ctypes
        return Text(text, calls.handle(text), characters, view, self._spoken)

    def _words(
        self,
        text: Any,  # noqa: ANN401 - ctypes
        characters: str,
        view: View,
        gone: Container[tuple[int, Point]] = (),
    ) -> tuple[Token, ...]:
        """Return the words of a page without those that begin with a letter that is gone."""
        at, starts = calls.handle(text), self._starts
        self._unnamed = 0
        starts.clear()
        tokens = self._tokens(at, characters, view)
        if gone:
            tokens = self._seen(tokens, self._text(text, characters, view), gone)
        return tuple(whole(tokens, lambda n: self._is_spaced(at, characters, starts[n], view)))

    def _seen(
        self, tokens: Iterable[Token], text: Text, gone: Container[tuple[int, Point]]
    ) -> Iterator[Token]:
        for token in tokens:
            first = self._starts[-1]
            if (text.owner(first), text.origin(first)) in gone:
                self._starts.pop()
            else:
                yield token

    def _characters(self, text: Any, view: View) -> str:  # noqa: ANN401 - ctypes
        """Return the text of a page; an accent that was joined to its letter leaves a NUL.

        Glyphs that no font names have a sign each.
        """
        characters = _characters(text)
        at = calls.handle(text)
        if UNNAMED in characters:
            characters = "".join(
                self._sign(at, n, view) if char == UNNAMED else char
                for n, char in enumerate(characters)
            )
        if not has_accents(characters):
            return characters
        found = joined(characters, lambda n: self._loose(at, n))
        return "".join(each or _GONE for each in found)

    def _sign(self, text: int, index: int, view: View) -> str:
        """Return the sign of a glyph that no font names."""
        style = self._faces.run(text, index, calls.get_text_object(text, index), view).style
        left, _, right, _ = self._loose(text, index)
        return self._glyphs.sign(style.font, (right - left) / (style.size or 1))

    def _tokens(self, text: int, characters: str, view: View) -> Iterator[Token]:
        """Yield the words of a page; the characters of a text object follow one another."""
        unpack, box, at, left = self._unpack, self._box, self._at, view.left
        get_object, get_box, run_of = calls.get_text_object, calls.get_loose_box, self._faces.run
        new = tuple.__new__  # a word as Token(...) makes it, in half the time
        words = [(match[0], *match.span()) for match in _WORD.finditer(characters)]
        owners = [get_object(text, start) for _, start, _ in words]
        owner, run = None, None
        followers = [*owners[1:], None] if owners else []
        for (word, start, end), first, following in zip(words, owners, followers, strict=True):
            if run is None or first != owner:
                owner, run = first, run_of(text, start, first, view)
                style, _, base, y0, y1, plain, named, _ = run
                plain = plain and not self._spoken.form(text, start)
            if not named:
                self._unnamed += end - start
            if first != following and get_object(text, end - 1) != first:
                yield from self._pieces(text, word, start, view)
                continue
            if not plain:
                yield self._token(text, word, start, run, view)
                continue
            get_box(text, start, at)
            x0, _, x1, _ = unpack(box)
            if end - start > 1:
                get_box(text, end - 1, at)
                x1 = unpack(box)[2]
                if x1 < x0:
                    yield from self._pieces(text, word, start, view)
                    continue
            self._starts.append(start)
            shown = word if word.isascii() else readable(word)
            yield new(Token, (shown, x0 - left, y0, x1 - left, y1, base, style, 0, False))

    def _pieces(self, text: int, word: str, start: int, view: View) -> Iterator[Token]:
        """Yield the words and pieces of a word that several text objects draw, or that leaps.

        Programs that make a PDF smaller put a footer's words into one object in any order: '3' at
        the right, then 'METROPOLIS' at the left; or widen the space after a letter and print none,
        which pdfium takes for letter-spacing: 'tw' and 'ob' and 'anks' of 'two banks'.
        """
        places = range(start, start + len(word))
        owners = [calls.get_text_object(text, place) for place in places]
        boxes = [view.rect(*self._set(text, place)) for place in places]
        size = self._faces.run(text, start, owners[0], view).style.size
        white = [right.x0 - left.x1 for left, right in pairwise(boxes)]
        spaced = min(white, default=0) > _TIGHT * size
        cuts = [
            n + 1
            for n, space in enumerate(white)
            if owners[n] != owners[n + 1]
            or boxes[n + 1].x0 < boxes[n].x0 - _LEAP * size
            or (space > _SPACE * size and not spaced)
        ]
        for a, b in pairwise([0, *cuts, len(word)]):
            run = self._faces.run(text, start + a, owners[a], view)
            yield self._token(text, word[a:b], start + a, run, view)

    def _is_spaced(self, text: int, characters: str, start: int, view: View) -> bool:
        """Tell whether a space that takes room stands before a word, not one that pdfium added."""
        space = start - 1
        if space < 0 or characters[space] != " " or calls.is_generated(text, space):
            return False
        one, other = (view.rect(*self._set(text, index)) for index in (space, start))
        room = max(abs(other.x0 - one.x0), abs(other.y1 - one.y1))
        return room > ROOM * max(one.x1 - one.x0, one.y1 - one.y0)

    def _loose(self, text: int, index: int) -> tuple[float, ...]:
        """Return the sides of a character's loose box: left, bottom, right, top."""
        calls.get_loose_box(text, index, self._at)
        return self._unpack(self._box)

    def _set(self, text: int, index: int) -> tuple[float, ...]:
        """Return the sides of a character as it is set, white and all."""
        left, bottom, right, top = self._loose(text, index)
        left, right = self._ink.with_white(text, index, left, right)
        form = self._spoken.form(text, index)
        return form.sides(left, bottom, right, top) if form else (left, bottom, right, top)

    def _straight(self, text: int, index: int, run: Run, view: View) -> tuple[float, ...]:
        """Return the sides of a character as it is set, of one that leans as if it did not."""
        left, bottom, right, top = self._set(text, index)
        if not run.slant or view.turn:
            return left, bottom, right, top
        base = view.top - run.base
        leaning = [run.slant * (height - base) for height in (bottom, top)]
        return left - min(leaning), bottom, right - max(leaning), top

    def _token(self, text: int, word: str, start: int, run: Run, view: View) -> Token:
        """Return a word in whatever direction it is set; its characters' boxes tell its extent."""
        self._starts.append(start)
        ends = {start, start + len(word) - 1}
        box = Box.around(view.rect(*self._straight(text, index, run, view)) for index in ends)
        if run.turn == 0:
            box = Box(box.x0, run.y0, box.x1, run.y1)
        if holds_signs(run.style.font):
            word = "".join(sign(run.style.font, char) for char in word)
        return Token(readable(word), *box, run.base, run.style, run.turn)


def _view(page: Any) -> View:  # noqa: ANN401 - ctypes
    box = raw.FS_RECTF()
    sides = [ctypes.c_float() for _ in range(4)]
    if raw.FPDFPage_GetMediaBox(page, *sides) and sides[0].value == sides[2].value:
        return View(0, 0, 0, 0)  # pdfium would make a sheet of letter paper of it
    if not raw.FPDF_GetPageBoundingBox(page, box):
        return View(0, 0, raw.FPDF_GetPageWidthF(page), raw.FPDF_GetPageHeightF(page))
    return View(box.left, box.bottom, box.right, box.top, raw.FPDFPage_GetRotation(page))


def _characters(text: Any) -> str:  # noqa: ANN401 - ctypes
    """Return the text of a page, one character for each that pdfium counts."""
    count = raw.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text, 0, count, buffer) - 1
    characters = bytes(buffer)[: 2 * written].decode("utf-16-le", "replace")
    if len(characters) != count:
        codes = (raw.FPDFText_GetUnicode(text, n) for n in range(count))
        characters = "".join(_MARK if code == _HYPHEN_CODE else chr(code) for code in codes)
    characters = named(characters)
    if _MARK not in characters:
        return characters
    return "".join(
        (HYPHEN if raw.FPDFText_IsHyphen(text, n) else UNNAMED) if char == _MARK else char
        for n, char in enumerate(characters)
    )
