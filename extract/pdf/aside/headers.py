"""Running headers and footers: what pages print alike at their edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

import regex

from ...fold import fold
from ...shapes import LINE_TITLE, PAGE_NUMBER
from ..columns.clues import Clues, is_date, is_label, is_section, row_head
from ..words.runs import Segment
from ..words.vocabulary import begins_label_text

# So many pages at least print a running header alike.
FEW = 3
# Print of any wording is a running header too, when it is small and stands at one height on this
# share of the pages.
_SHARE = 0.5
_SMALL = 0.9
# Small print that begins with so many words alike is alike: a chapter's title may follow.
_WORDS = 4
# Baselines of one header differ by so many points.
LEVEL = 1.5
_DIGITS = regex.compile(r"\d+")
# 14/03/2022 11:45   4 May 2021, 9:05 AM
_CLOCK = regex.compile(r",?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?$", regex.I)

_Slot = tuple[int, float]
# The rows of a page in the zones of head and foot, each from the edge inwards.
Edges = Sequence[Sequence[Sequence[Segment]]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Headers:
    """What is known of headers and footers: where they stand, and the words of small ones.

    `slots` are the places where small words come again, or where half of all pages print such as
    come again, or something small; `days` are those that stand at the edge of half of all pages.
    """

    slots: set[_Slot]
    words: set[str]
    days: set[str]
    body: float

    def hold(self, run: Segment) -> bool:
        """Tell whether a run at the edge of a page is one of them."""
        if self.slots.isdisjoint(_near(run)) and not self._is_small_one(run):
            return False
        return not _is_field(run) and (_day_of(run) in self.days or not _is_day(run))

    def _is_small_one(self, run: Segment) -> bool:
        return run.style.size <= self.body and _alike(run, is_small=True) in self.words


@dataclass(slots=True)
class _Printed:
    """What one page prints at its edges: words and days with their places, small and large ones."""

    words: set[tuple[str, _Slot]] = field(default_factory=set)
    days: set[tuple[str, _Slot]] = field(default_factory=set)
    small: set[_Slot] = field(default_factory=set)
    large: set[_Slot] = field(default_factory=set)

    def take_in(self, run: Segment, clues: Clues) -> None:
        """Add a run that is neither day nor field."""
        is_small = run.style.size <= _SMALL * clues.body
        alike = _alike(run, is_small=is_small)
        slots = tuple(_near(run))
        self.words.update((alike, slot) for slot in slots)
        if is_small:
            self.small.update(slots)
        elif clues.is_heading(run):
            self.large.update(slots)


def headers_of(edges: Sequence[Edges], headed: Container[str], clues: Clues) -> Headers:
    """Return what is known of the headers and footers of pages with such edges.

    `headed` are the names of sections that a large heading says: small ones may be headers.
    """
    pages = [_printed(zones, headed, clues) for zones in edges]
    enough = max(FEW, _SHARE * len(pages))
    large = set[_Slot]().union(*(page.large for page in pages))
    words = Counter(chain.from_iterable(page.words for page in pages))
    often = {each for each, n in words.items() if n >= (enough if each[1] in large else FEW)}
    again = _on_most(({slot for _, slot in page.words & often} for page in pages), enough)
    small = {slot for _, slot in often if slot[1] <= _SMALL * clues.body}
    at_small = _on_most((page.small for page in pages), enough)
    dated = _on_most((page.days for page in pages), enough)
    return Headers(
        slots=small | again | at_small | _chapters(edges, clues) | {slot for _, slot in dated},
        words={alike for alike, (_, size) in often if alike and size <= _SMALL * clues.body},
        days=_on_most(({day for day, _ in page.days} for page in pages), enough),
        body=clues.body,
    )


def _printed(zones: Edges, headed: Container[str], clues: Clues) -> _Printed:
    found = _Printed()
    for run in (run for zone in zones for row in zone for run in row):
        if _is_day(run):
            found.days.update((_day_of(run), slot) for slot in _near(run))
        elif not _is_field(run) and not _heads_section(run, headed, clues):
            found.take_in(run, clues)
    return found


def _heads_section(run: Segment, headed: Container[str], clues: Clues) -> bool:
    return is_section(run) and (clues.is_large(run) or fold(run.text) not in headed)


def _on_most(pages: Iterable[Collection[T]], enough: float) -> set[T]:
    """Return what so many pages have, each of them once."""
    return {each for each, n in Counter(chain.from_iterable(pages)).items() if n >= enough}


def _chapters(edges: Iterable[Edges], clues: Clues) -> set[_Slot]:
    """Return the places where pages end in a small action line, each chapter in its own."""
    places: Counter[_Slot] = Counter()
    for _, feet in edges:
        runs = (run for row in feet[:1] for run in row if LINE_TITLE.match(run.text))
        small = (run for run in runs if run.style.size <= _SMALL * clues.body)
        places.update({slot for run in small for slot in _near(run)})
    return {slot for slot, n in places.items() if n >= FEW}


def _alike(run: Segment, *, is_small: bool) -> str:
    """Return the words that runs of one header have in common: no numbers, few where small."""
    words = _DIGITS.sub("#", fold(run.text)).strip("# ")
    return " ".join(words.split()[:_WORDS]) if is_small else words


def _near(run: Segment) -> Iterator[_Slot]:
    """Yield the two slots that a run may fall into, so that rounding parts no two of a kind."""
    at = run.base / (2 * LEVEL)
    yield int(at), run.style.size
    yield round(at) + 10_000, run.style.size


def _is_field(run: Segment) -> bool:
    """Tell whether a run is a label, the beginning of one, or a code."""
    if is_label(run) or begins_label_text(run.text):
        return True
    return row_head(run.text) == "code" and not PAGE_NUMBER.match(run.text)


def _is_day(run: Segment) -> bool:
    """Tell whether a run is a date that begins with a figure, and no page number."""
    figure = _DIGITS.match(run.text) and not PAGE_NUMBER.match(run.text)
    return bool(figure) and is_date(run)


def _day_of(run: Segment) -> str:
    """Return a day without the hour at which its page was made, and which others may not share."""
    return _CLOCK.sub("", run.text)
