"""Lines as the readers of sections see them: words without markup, roles written down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import regex

from .chains import chains
from .document import Line, Role
from .fold import fold
from .printed import Printed
from .shapes import BULLET, GOES_ON, LINE_TITLE, MARK, MARK_ENDS, SENTENCE_END

# Share of capitals among the letters of words in capitals ('13th', 'N°1' are let through).
_CAPITALS = 0.75

# d’Artagnan: a name that begins with a small letter
_ELIDED = regex.compile(r"\p{Ll}{1,4}['’]\p{Lu}")

Tear = Literal["keep", "drop"] | None


@dataclass(frozen=True, slots=True)
class Text:
    """A line, its words without markup, as text too, and folded for comparing.

    `gap` tells whether white space parts it from the line before. `tear` tells of a line that ends
    in a hyphen whether the next line goes on inside the word and the hyphen goes ('drop'), or
    stays ('keep').
    """

    line: Line
    words: Printed
    text: str
    folded: str
    gap: bool
    tear: Tear = None

    @classmethod
    def of(cls, line: Line, words: Printed, tear: Tear = None) -> Text:
        """Return the line with its words."""
        return cls(line, words, words.text, fold(words.text), line.gap, tear)


@dataclass(slots=True)
class Account:
    """Who accounts for each line, except records: those are found by their evidence."""

    roles: dict[int, Role] = field(default_factory=dict)

    def mark(self, role: Role, *texts: Text) -> None:
        """Give lines a role; the last mark wins."""
        self.roles |= dict.fromkeys((text.line.number for text in texts), role)


def without_bullet(text: Text) -> Text:
    """Return the line without the bullet that its words begin with."""
    match = BULLET.match(text.text)
    return Text.of(text.line, text.words.cut(match.end()), text.tear) if match else text


def unmarked(words: Printed) -> Printed:
    """Return words without the mark of a note at their end."""
    return words.remove(MARK) if words.text[-1:] in MARK_ENDS else words


def is_capitals(words: str) -> bool:
    """Tell whether the letters of words are capitals, but for few as in '13th'."""
    cased = [char for char in words if char.isupper() or char.islower()]
    return bool(cased) and sum(map(str.isupper, cased)) >= _CAPITALS * len(cased)


def is_alone(texts: Sequence[Text], i: int) -> bool:
    """Tell whether a line stands between two gaps."""
    return texts[i].gap and bool(texts[i + 1 : i + 2]) and texts[i + 1].gap


def is_smaller(text: Text, size: float | None, factor: float) -> bool:
    """Tell whether a line of a PDF is set smaller than a size by a factor at least."""
    return bool(size and text.line.size and factor * text.line.size <= size)


def action_line(text: Text) -> regex.Match[str] | None:
    """Return the code and title of an action line that a line prints and ends no sentence."""
    match = LINE_TITLE.match(text.text)
    return match if match and match["title"] and not text.text.endswith(".") else None


def blocks(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """Return the runs of lines that no gap parts."""
    return chains(texts, lambda _, text: not text.gap)


def over_pages(texts: Iterable[Text]) -> Iterator[list[Text]]:
    """Yield the blocks, those made whole that a page's end tears: the second part goes on in small
    letters, or the first runs on.
    """
    whole: list[Text] = []
    for block in blocks(texts):
        if whole and is_page_end(whole[-1], block[0]) and _goes_on(whole[-1], block[0]):
            whole += block
            continue
        if whole:
            yield whole
        whole = block
    if whole:
        yield whole


def is_page_end(above: Text, below: Text) -> bool:
    """Tell whether a page ends between two lines: there, or where print of the page stood."""
    turned = below.line.page != above.line.page
    return turned or below.line.number - above.line.number > 1


def _goes_on(above: Text, below: Text) -> bool:
    ended = SENTENCE_END.search(above.text)
    begins = below.text[:1].islower() and not _ELIDED.match(below.text)
    return bool(GOES_ON.search(above.text)) or (begins and not ended)


def joined(texts: Sequence[Text]) -> Printed:
    """Return the words of lines as one: a space for each line's end that tears no word."""
    whole = Printed("", ())
    tear: Tear = None
    for text in texts:
        match tear:
            case "drop":
                whole = Printed.join([whole.cut(0, len(whole) - 1), text.words], "")
            case "keep":
                whole = Printed.join([whole, text.words], "")
            case None:
                whole = Printed.join([whole, text.words]) if whole else text.words
        tear = text.tear
    return whole
