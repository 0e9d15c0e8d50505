"""A document as every reader gives it: pages of non-blank lines, whatever the file was."""

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """Who accounts for a line. Every non-blank line has exactly one role."""

    RECORD = "record"
    HEADING = "heading"
    LABEL = "label"
    FURNITURE = "furniture"
    CAPTION = "caption"
    UNCLAIMED = "unclaimed"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the top left corner of the page as it is seen."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a PDF line: its characters in the line's text and its box."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank printed line.

    `number` counts the non-blank lines of the document from 1, through all pages; `page` counts
    from 1. `text` is as printed, leading white space kept and trailing white space dropped.
    `gap` is true where white space parts the line from the one before (a blank line, a new page,
    a column or a frame), so that lines without a gap between them are one block.
    `size` (points) and `bold` are None where the file says nothing of type.
    """

    number: int
    page: int
    text: str
    gap: bool
    box: Box | None = None
    words: tuple[Word, ...] = ()
    size: float | None = None
    bold: bool | None = None

    def place(self, start: int, end: int) -> Box | None:
        """Return the box around the characters start to end, None where there are no boxes."""
        boxes = [word.box for word in self.words if word.start < end and start < word.end]
        if not boxes:
            return self.box
        return Box(
            min(box.x0 for box in boxes),
            min(box.y0 for box in boxes),
            max(box.x1 for box in boxes),
            max(box.y1 for box in boxes),
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A file that was read: `document_id` is the sha256 of its bytes, in hex."""

    document_id: str
    path: str
    media_type: str
    pages: int
    bytes: int
    lines: tuple[Line, ...] = field(repr=False)

    def line(self, number: int) -> Line:
        """Return the line of that number, counted from 1."""
        return self.lines[number - 1]
