"""A document as every reader gives it: pages of non-blank lines, whatever the file was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol


class Role(StrEnum):
    """Who accounts for a line. Every non-blank line has exactly one role."""

    RECORD = "record"
    HEADING = "heading"
    LABEL = "label"
    FURNITURE = "furniture"
    CAPTION = "caption"
    UNCLAIMED = "unclaimed"


class Box(NamedTuple):
    """A rectangle in points from the top left corner of the page as it is seen."""

    x0: float
    y0: float
    x1: float
    y1: float

    @classmethod
    def around(cls, boxes: Iterable[Box]) -> Box:
        """Return the smallest box around others, of which there is one at least."""
        x0, y0, x1, y1 = zip(*boxes, strict=True)
        return cls(min(x0), min(y0), max(x1), max(y1))

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1

    def leads(self, other: Box) -> bool:
        """Tell whether another stands right of it, at its height."""
        return self.x1 <= other.x0 and self.y0 < other.y1 and other.y0 < self.y1

    def meets(self, other: Box) -> bool:
        """Tell whether another lies partly over it."""
        return (
            self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1
        )

    def moved(self, right: float, down: float) -> Box:
        """Return it moved to the right and down."""
        return Box(self.x0 + right, self.y0 + down, self.x1 + right, self.y1 + down)

    def turned(self, times: int, width: float, height: float) -> Box:
        """Return where it is after quarter turns, clockwise, of the page of this size it is on."""
        x0, y0, x1, y1 = self
        for _ in range(times):
            x0, y0, x1, y1 = height - y1, x0, height - y0, x1
            width, height = height, width
        return Box(x0, y0, x1, y1)

    @property
    def centre(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    @property
    def area(self) -> float:
        """Its area in square points."""
        return max(0.0, self.x1 - self.x0) * max(0.0, self.y1 - self.y0)


class Turning(NamedTuple):
    """The quarter turns, clockwise, that bring a page of this size from as read to as seen."""

    times: int
    width: float
    height: float


class Word(Protocol):
    """A word of a PDF line, with the corners of its box.

    A line's text is its words and one sign between any two: a space, or a tab between cells.
    """

    @property
    def text(self) -> str:
        """What is printed."""

    @property
    def x0(self) -> float:
        """Its left edge."""

    @property
    def y0(self) -> float:
        """Its upper edge."""

    @property
    def x1(self) -> float:
        """Its right edge."""

    @property
    def y1(self) -> float:
        """Its lower edge."""


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank printed line.

    `number` counts the non-blank lines of the document from 1, through all pages; `page` counts
    from 1. `text` is as printed, leading white space kept and trailing white space dropped.
    `gap` is true where white space parts the line from the one before (a blank line, a new page,
    a column or a frame), so that lines without a gap between them are one block.
    `size` (points) and `bold` are None where the file says nothing of type. `margin` is true of
    lines in the margin of a PDF page, where running headers and page numbers stand. `mended` is
    what a line that was recognised in a picture reads with its misread signs mended, sign for sign.

    `box` and `words` stand where they are read: on a page whose print lies on its side or upside
    down, and that was turned to be read, `turning` leads from there to where they are `seen`. A
    line that is not `drawn` is of a text that keeps columns: its box is made of rows and signs.
    """

    number: int
    page: int
    text: str
    gap: bool
    box: Box | None = None
    words: tuple[Word, ...] = ()
    size: float | None = None
    bold: bool | None = None
    margin: bool = False
    mended: str | None = None
    turning: Turning | None = None
    drawn: bool = True

    @property
    def reading(self) -> str:
        """What is read: the text, mended where it was misread."""
        return self.mended or self.text

    @property
    def seen(self) -> Box | None:
        """The box where it is seen on the page as shown, None where there is none."""
        return self._seen(self.box)

    def place(self, start: int, end: int) -> Box | None:
        """Return the box in which the characters start to end are seen, None where is none."""
        if not self.words or (start <= 0 and len(self.text) <= end):
            return self.seen
        boxes = []
        at = 0
        for word in self.words:
            past = at + len(word.text)
            if at < end and start < past:
                boxes.append(Box(word.x0, word.y0, word.x1, word.y1))
            at = past + 1
        return self._seen(Box.around(boxes)) if boxes else self.seen

    def _seen(self, box: Box | None) -> Box | None:
        if not self.drawn:
            return None
        return box.turned(*self.turning) if box and self.turning else box


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: `document_id` is the sha256 of its bytes, in hex.

    `unread` are the pages of a PDF that are pictures without words, so that nothing of them is
    read; `unnamed` those whose fonts do not say which some letters of their words are; `recognised`
    those whose lines are not their own text but were recognised in a picture. `ligatures` are those
    that no font names and the words around them tell, with how often each is printed. `unseen` are
    words that a PDF holds and nobody sees, by their page: they are in no line. `unsure` are the
    numbers of the lines of a text in columns whose order is not surely told.
    """

    document_id: str
    path: str
    media_type: str
    pages: int
    bytes: int
    lines: tuple[Line, ...] = field(repr=False)
    unread: tuple[int, ...] = ()
    unnamed: tuple[int, ...] = ()
    recognised: frozenset[int] = frozenset()
    ligatures: tuple[tuple[str, int], ...] = ()
    unseen: tuple[tuple[int, str], ...] = ()
    unsure: frozenset[int] = frozenset()

    @property
    def in_columns(self) -> bool:
        """Tell whether it is a text whose lines were told by the columns that it keeps."""
        return any(not line.drawn for line in self.lines)

    def line(self, number: int) -> Line:
        """Return the line of that number, counted from 1."""
        return self.lines[number - 1]
