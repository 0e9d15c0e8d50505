"""What type and words tell of a run: heading, label, date, or the head of a row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import regex

from ...dated import tells_no_date
from ...dates import date_shape
from ...edges import EDGE
from ...shapes import AMOUNT, CODE_LIKE
from ..words.runs import Segment
from ..words.vocabulary import (
    is_date_label_text,
    is_heading_text,
    is_label_text,
    is_month_text,
    is_section_text,
    languages,
)
from .gutters import Strip

# A heading is larger than the body by this factor at least.
_LARGER = 1.15
# So many lines of a page begin at one left edge that it is a column's.
_MANY = 6
# So many lines or cells of a larger size at least make it the body of their page.
_LINES = 10
# No date is longer: '30 September 2020 – 31 December 2021', spaces and weekdays allowed for.
_DATE = 60
# So many texts are remembered with what they are.
_KEPT = 4096
# 2020   a title, not an amount
_YEAR = regex.compile(r"(?:19|20)\d\d")
# page 3   p. 12
_PAGE = regex.compile(r"(?:page|p\.)\s*\d+", regex.I)
# 1.1   4.3.
_CHALLENGE_CODE = regex.compile(r"\d{1,2}\.\d{1,2}\.?")


@dataclass(frozen=True, slots=True)
class Clues:
    """What a document's type tells of its parts.

    `body` is the size of most letters, against which headings are told; `flow` the left edges of
    columns that flow, by the size of the titles in them; `gutters` run between such columns through
    all pages; `lefts` are where the lines of a page begin, from the left.
    """

    body: float
    flow: Mapping[float, Sequence[float]] = field(default_factory=dict)
    gutters: Sequence[Strip] = ()
    lefts: Sequence[float] = ()

    @classmethod
    def of(cls, runs: Iterable[Segment]) -> Clues:
        """Return the clues of upright runs; of equals the smaller size is the body's."""
        return cls(_most(_letters(runs)) or 1.0)

    def on(self, runs: Sequence[Segment]) -> Clues:
        """Return the clues for a page: its body may be larger than the document's, never smaller.

        So it is where most letters are, on lines enough for prose or a list.
        """
        larger = [run for run in runs if run.style.size > self.body]
        lefts = sorted([run.x0 for run in runs])
        if 2 * len(larger) < len(runs) or len(larger) < _LINES:
            return replace(self, lefts=lefts)
        body = _most(_letters(runs))
        if body <= self.body or [run.style.size for run in runs].count(body) < _LINES:
            return replace(self, lefts=lefts)
        return replace(self, body=body, lefts=lefts)

    def begins_many(self, x: float) -> bool:
        """Tell whether many lines of a page begin at a left edge."""
        lines = bisect_right(self.lefts, x + EDGE) - bisect_left(self.lefts, x - EDGE)
        return lines >= _MANY

    def is_heading(self, segment: Segment) -> bool:
        """Tell whether a run is larger than the body and no amount, or a heading by its words."""
        if self.is_large(segment):
            return not AMOUNT.match(segment.text) or bool(_YEAR.fullmatch(segment.text))
        return segment.style.bold and is_heading_text(segment.text)

    def is_large(self, segment: Segment) -> bool:
        """Tell whether a run is set larger than the body."""
        return segment.style.size >= _LARGER * self.body


def _letters(runs: Iterable[Segment]) -> Counter[float]:
    """Return how many letters are set in each size."""
    letters: Counter[float] = Counter()
    for run in runs:
        letters[run.style.size] += len(run.text)
    return letters


def _most(letters: Mapping[float, int]) -> float:
    """Return the size of most letters, of equals the smaller one."""
    most = max(letters.values(), default=0)
    return min((size for size, n in letters.items() if n == most), default=0.0)


def is_label(segment: Segment) -> bool:
    """Tell whether a run is a field's label of any style, its value after a colon or not."""
    return is_label_text(segment.text)


def is_section(segment: Segment) -> bool:
    """Tell whether a run is the heading of a section in any style."""
    return is_section_text(segment.text)


def is_date(segment: Segment) -> bool:
    """Tell whether a run is a date or a range, perhaps behind its label, and nothing else."""
    return len(segment.text) <= _DATE and _is_date(segment.text)


def stands_as_date(segment: Segment) -> bool:
    """Tell whether a run is a date, of a poster too, or words in the place of one: 'Ongoing'."""
    return is_date(segment) or (len(segment.text) <= _DATE and _may_be_date(segment.text))


def is_kicker(segment: Segment) -> bool:
    """Tell whether a run is what may stand over a title: a date, or a month alone."""
    return is_date(segment) or is_month_text(segment.text)


@lru_cache(_KEPT)
def _is_date(text: str) -> bool:
    label, colon, value = text.partition(":")
    words = value.strip() if colon and is_date_label_text(label) else text
    return any(date_shape(words, language) for language in languages())


@lru_cache(_KEPT)
def _may_be_date(text: str) -> bool:
    return any(
        date_shape(text, language, of_poster=True) or tells_no_date(text, language)
        for language in languages()
    )


@lru_cache(_KEPT)
def row_head(text: str) -> str | None:
    """Return what kind of row words may head: label, code, page, amount or date."""
    if not text.partition(":")[2] and is_label_text(text):
        return "label"
    if CODE_LIKE.fullmatch(text) or _CHALLENGE_CODE.fullmatch(text):
        return "code"
    if _PAGE.fullmatch(text):
        return "page"
    if AMOUNT.match(text):
        return "amount"
    return "date" if len(text) <= _DATE and _is_date(text) else None
