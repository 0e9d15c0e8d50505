"""What pdfplumber tells of the characters of a page -> its words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any

import regex
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.text import WordExtractor

from ...chains import chains
from ...document import Box
from ...letters import UNNAMED, named
from ..page import ASCENT, DESCENT, Letter, Page, Style, Token, Unseen
from ..words.accents import has_accents, joined
from ..words.glyphs import ROOM, readable, whole
from ..words.unnamed import Glyphs, unnamed_in
from .symbols import sign
from .typefaces import is_bold, plain_name

# The space that parts two words, in parts of the size; the default in points glues small type.
_TOLERANCE = 0.15
# Letters that are set apart by no more than this are words all the same, as so many spaces tell.
_TRACKING = 0.2
_SPACES = 3
# Characters of one line of type overlap by so much, and stand so near, in parts of the size.
_OVERLAP = 0.5
_NEAR = 2.0
_QUARTER = math.pi / 2
# (cid:12): a glyph for which its font names no character
_CID = regex.compile(r"\(cid:\d+\)")

_Char = dict[str, Any]


class Reader:
    """Reads pages of a document; what stands for glyphs without a name holds for all of them."""

    def __init__(self) -> None:
        self._extractor = WordExtractor(
            x_tolerance_ratio=_TOLERANCE, use_text_flow=True, extra_attrs=["fontname", "size"]
        )
        self._glyphs = Glyphs()

    def read(self, page: PlumberPage, number: int, turned: int, unseen: Unseen) -> Page:
        """Return the words and pictures of a page, which was `turned` so to be upright.

        What is `unseen` of it is left out.
        """
        seen = _seen(page)
        spaced: set[int] = set()
        tokens = list(self._tokens(_accented(_without(_set(page), unseen, seen)), seen, spaced))
        pictures = tuple(
            Box(box["x0"], box["top"], box["x1"], box["bottom"]).moved(-seen.x0, -seen.y0)
            for box in (*page.images, *page.rects, *page.curves)
        )
        return Page(
            number,
            seen.x1 - seen.x0,
            seen.y1 - seen.y0,
            tuple(whole(tokens, spaced.__contains__)),
            pictures,
            sum(unnamed_in(token.text) for token in tokens),
            turned=turned,
            unseen=unseen,
        )

    def _tokens(self, chars: Iterable[_Char], seen: Box, spaced: set[int]) -> Iterator[Token]:
        """Yield the words, in the order of drawing.

        The numbers of those before which a space is printed come into `spaced`.
        """
        count = 0
        for turn, run in _by_turn(chars):
            upright = [_upright(char, turn) for char in run]
            tight = [char for line in chains(upright, _go_on) for char in _untracked(line)]
            after_space = {id(b["own"]) for a, b in pairwise(tight) if _is_space(a, b)}
            for _, found in self._extractor.iter_extract_tuples(tight):
                if id(found[0]["own"]) in after_space:
                    spaced.add(count)
                yield _token([char["own"] for char in found], turn, seen, self._glyphs)
                count += 1


def _set(page: PlumberPage) -> Sequence[_Char]:
    """Return the characters of a page, their matrices in its own coordinates as their boxes are.

    pdfminer's begin at the left edge of the media box.
    """
    left = page.mediabox[0]
    if not left:
        return page.chars
    return [
        c | {"matrix": (*c["matrix"][:4], c["matrix"][4] + left, c["matrix"][5])}
        for c in page.chars
    ]


def _without(chars: Sequence[_Char], unseen: Unseen, seen: Box) -> Sequence[_Char]:
    """Return the characters but for those that are unseen: the same letters in the same places."""
    if not unseen.letters:
        return chars
    left = Counter(letter.rounded() for letter in unseen.letters)
    found = []
    for char in chars:
        letter = Letter(char["text"], *_origin(char, seen)).rounded()
        if left[letter]:
            left[letter] -= 1
        else:
            found.append(char)
    return found


def _origin(char: _Char, seen: Box) -> tuple[float, float]:
    """Return where a character is set on the page as seen."""
    left, bottom = char["matrix"][4:]
    return left - seen.x0, char["top"] + char["y1"] - bottom - seen.y0


def _seen(page: PlumberPage) -> Box:
    """Return the visible part of a page in pdfplumber's coordinates."""
    x0, top, x1, bottom = (float(value) for value in page.mediabox)
    a, b, c, d = (float(value) for value in page.cropbox)
    return Box(max(x0, a), max(top, b), min(x1, c), min(bottom, d))


def _accented(chars: Sequence[_Char]) -> Iterable[_Char]:
    """Return the characters with accents joined to the letters that they stand over."""
    texts = [char["text"] for char in chars]
    if not has_accents("".join(texts)):
        return chars
    sides = ("x0", "top", "x1", "bottom")
    found = joined(texts, lambda n: [chars[n][side] for side in sides])
    return [char | {"text": text} for char, text in zip(chars, found, strict=True) if text]


def _by_turn(chars: Iterable[_Char]) -> Iterator[tuple[int, list[_Char]]]:
    """Yield runs of characters of one direction, in the order of drawing."""
    run: list[_Char] = []
    last = 0
    for char in chars:
        a, b = char["matrix"][:2]
        turn = round(-math.atan2(b, a) / _QUARTER) % 4 if b or a < 0 else 0
        if run and turn != last:
            yield last, run
            run = []
        last = turn
        run.append(char)
    if run:
        yield last, run


def _upright(char: _Char, turn: int) -> _Char:
    """Return a character where it would stand if its text ran from left to right."""
    x0, x1, top, bottom = char["x0"], char["x1"], char["top"], char["bottom"]
    for _ in range(turn):
        x0, x1, top, bottom = top, bottom, -x1, -x0
    return {
        "own": char,
        "text": char["text"],
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "doctop": top,
        "upright": True,
        "fontname": char["fontname"],
        "size": _size(char, turn),
    }


def _go_on(left: _Char, right: _Char) -> bool:
    """Tell whether two characters follow one another on a line, in one type."""
    if (left["fontname"], left["size"]) != (right["fontname"], right["size"]):
        return False
    size, space = float(left["size"]), float(right["x0"] - left["x1"])
    level = abs(float(left["bottom"] - right["bottom"])) <= _TOLERANCE * size
    return level and -_OVERLAP * size <= space <= _NEAR * size


def _is_space(char: _Char, following: _Char) -> bool:
    """Tell whether a character is a space that takes room before the following one."""
    room = following["x0"] - char["x0"]
    return bool(char["text"].isspace() and room > ROOM * (char["bottom"] - char["top"]))


def _untracked(line: Sequence[_Char]) -> Iterable[_Char]:
    """Return the characters of a line, each as wide as it is with the space behind every letter.

    Letters set apart a little more or less than the tolerance would part here and there.
    """
    spaces = [
        right["x0"] - left["x1"]
        for left, right in pairwise(line)
        if not (left["text"].isspace() or right["text"].isspace())
    ]
    tracking = median(spaces) if len(spaces) >= _SPACES else 0.0
    if not 0 < tracking <= _TRACKING * line[0]["size"]:
        return line
    return [char | {"x1": char["x1"] + tracking} for char in line]


def _size(char: _Char, turn: int) -> float:
    """Return the size of type; pdfplumber's own is the height of the character as seen."""
    return float(char["x1"] - char["x0"] if turn % 2 else char["size"])


def _token(chars: list[_Char], turn: int, seen: Box, glyphs: Glyphs) -> Token:
    first = chars[0]
    size = _size(first, turn)
    box = Box.around(Box(c["x0"], c["top"], c["x1"], c["bottom"]) for c in chars)
    box = box.moved(-seen.x0, -seen.y0)
    name = plain_name(first["fontname"])
    text = readable("".join(_letters(char, name, size, glyphs) for char in chars))
    style = Style(round(size, 1), is_bold(name), name, _colour(first))
    left, base = _origin(first, seen)
    if turn % 2:
        return Token(text, *box, left, style, turn)
    if turn == 0:
        box = Box(box.x0, base - ASCENT * size, box.x1, base + DESCENT * size)
    return Token(text, *box, base, style, turn)


def _letters(char: _Char, font: str, size: float, glyphs: Glyphs) -> str:
    """Return what a character is read as, the sign of its glyph where no font names it."""
    text = named(_CID.sub(UNNAMED, sign(font, char["text"])))
    return text if text != UNNAMED else glyphs.sign(font, (char["x1"] - char["x0"]) / (size or 1))


def _colour(char: _Char) -> int:
    """Return the fill as RGB, of grey and CMYK roughly; 0 where it is a pattern."""
    parts = char["non_stroking_color"]
    if not isinstance(parts, tuple) or not all(isinstance(p, int | float) for p in parts):
        return 0
    if len(parts) == 4:
        parts = tuple((1 - part) * (1 - parts[3]) for part in parts[:3])
    red, green, blue = (parts * 3 if len(parts) == 1 else parts)[:3]
    levels = (min(255, max(0, round(255 * level))) for level in (red, green, blue))
    return int.from_bytes(bytes(levels), "big")
