"""Running headers, footers and page numbers: runs at the edge of a page that come again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import regex

from ...fold import fold
from ...shapes import LINE_TITLE, PAGE_NUMBER
from ..columns.clues import Clues, is_date, is_label, is_section, row_head
from ..words.runs import Segment
from ..words.vocabulary import begins_label_text, is_column_text
from .listed import is_value

# So many pages at least print a running header alike.
_PAGES = 3
# Print of any wording is a running header too, when it is small and stands at one height on this
# share of the pages.
_SHARE = 0.5
_SMALL = 0.9
# Small print that begins with so many words alike is alike: a chapter's title may follow.
_WORDS = 4
# Baselines of one header differ by so many points.
_LEVEL = 1.5
# Headers and footers stand in this share of the height at the top and bottom: of the page, or of
# what pages of its size print.
_ZONE = 0.12
_DIGITS = regex.compile(r"\d+")
# 14/03/2022 11:45   4 May 2021, 9:05 AM
_CLOCK = regex.compile(r",?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?$", regex.I)

_Slot = tuple[int, float]


@dataclass(frozen=True, slots=True)
class _Headers:
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


@dataclass(frozen=True, slots=True)
class Sheet:
    """The runs of a page: what stands in its upper and lower margin, and the rest."""

    head: tuple[Segment, ...]
    body: tuple[Segment, ...]
    foot: tuple[Segment, ...]


def sheets(pages: Sequence[tuple[float, Sequence[Segment]]], clues: Clues) -> list[Sheet]:
    """Return the sheets of a document's pages, given as height and runs.

    A row at the very edge of a page is margin when it stands where three pages or more print small
    words alike, numbers aside, or where half of all pages print words that come again, or something
    small, or where three pages or more end in a small action line. Labels, codes and days are none,
    whatever comes again there, but for a day that half of all pages print; headings of sections
    tell of none, but for small ones of which a large one says the same; large type is one when half
    of all pages print it. The words of a small one, or the first of them, are margin at any height
    there: scans are askew. In a document of one or two pages a lone page number at the edge is all
    that can be told.
    """
    zones = _zones(pages)
    edges = [_edges(runs, *zones[height]) for height, runs in pages]
    known = _headers(edges, _headed(pages, clues), clues)
    return [
        _sheet(runs, edge, known, short=len(pages) < _PAGES)
        for (_, runs), edge in zip(pages, edges, strict=True)
    ]


def _zones(pages: Iterable[tuple[float, Sequence[Segment]]]) -> dict[float, tuple[float, float]]:
    """Return where the zone of heads ends and that of feet begins, for each height of page.

    Print may take but a part of a sheet.
    """
    bases: dict[float, list[float]] = {}
    for height, runs in pages:
        bases.setdefault(height, []).extend(run.base for run in runs)
    return {height: zone(height, found) for height, found in bases.items()}


def zone(height: float, bases: Sequence[float]) -> tuple[float, float]:
    """Return where the zone of heads ends and that of feet begins, on pages with such baselines.

    Where they would meet, since next to nothing is printed, the zones are those of the pages.
    """
    top, bottom = min(bases, default=0.0), max(bases, default=height)
    part = _ZONE * (bottom - top)
    head, foot = _ZONE * height, (1 - _ZONE) * height
    within = max(head, top + part), min(foot, bottom - part)
    return within if within[0] < within[1] else (head, foot)


def _edges(runs: Sequence[Segment], head: float, foot: float) -> tuple[list[list[Segment]], ...]:
    """Return the rows in the zones of head and foot, each from the edge inwards."""
    heads = [run for run in runs if run.base <= head]
    feet = [run for run in runs if run.base >= foot]
    return _over_tables(_rows(heads)), _over_tables(_rows(feet)[::-1])


def _over_tables(rows: Sequence[list[Segment]]) -> list[list[Segment]]:
    """Return the rows up to the first that names the columns of a table, on page after page."""
    return list(takewhile(lambda row: len(row) < 2 or not all(map(_names_column, row)), rows))


def _names_column(run: Segment) -> bool:
    return is_column_text(run.text) or is_label(run) or begins_label_text(run.text)


def _rows(runs: Sequence[Segment]) -> list[list[Segment]]:
    rows: list[list[Segment]] = []
    for run in sorted(runs, key=lambda run: (run.base, run.x0)):
        if not rows or run.base - rows[-1][0].base > _LEVEL:
            rows.append([])
        rows[-1].append(run)
    return rows


def _headed(pages: Iterable[tuple[float, Sequence[Segment]]], clues: Clues) -> set[str]:
    """Return the names of the sections that stand over them in large type."""
    return {
        fold(run.text)
        for _, runs in pages
        for run in runs
        if clues.is_large(run) and is_section(run)
    }


def _headers(
    edges: Sequence[tuple[list[list[Segment]], ...]], headed: Container[str], clues: Clues
) -> _Headers:
    """Return the heights and sizes at which the pages print headers and footers, and the words."""
    words: Counter[tuple[str, _Slot]] = Counter()
    places: Counter[_Slot] = Counter()
    days: Counter[str] = Counter()
    dated: Counter[tuple[str, _Slot]] = Counter()
    large: set[_Slot] = set()
    pages: list[set[tuple[str, _Slot]]] = []
    for zones in edges:
        seen: set[tuple[str, _Slot]] = set()
        seen_days: set[str] = set()
        little: set[_Slot] = set()
        for run in (run for zone in zones for row in zone for run in row):
            if _is_day(run):
                seen_days.add(_day_of(run))
                dated.update((_day_of(run), slot) for slot in _near(run))
                continue
            if _is_field(run):
                continue
            if is_section(run) and (clues.is_large(run) or fold(run.text) not in headed):
                continue
            is_small = run.style.size <= _SMALL * clues.body
            alike = _alike(run, is_small=is_small)
            for slot in _near(run):
                seen.add((alike, slot))
                if is_small:
                    little.add(slot)
                elif clues.is_heading(run):
                    large.add(slot)
        days.update(seen_days)
        words.update(seen)
        pages.append(seen)
        places.update(little)
    enough = max(_PAGES, _SHARE * len(edges))
    often = {each for each, n in words.items() if n >= (enough if each[1] in large else _PAGES)}
    again = Counter(slot for seen in pages for slot in {slot for _, slot in seen & often})
    small = {slot for _, slot in often if slot[1] <= _SMALL * clues.body}
    return _Headers(
        small
        | _chapters(edges, clues)
        | {slot for found in (again, places) for slot, n in found.items() if n >= enough}
        | {slot for (_, slot), n in dated.items() if n >= enough},
        {alike for alike, (_, size) in often if alike and size <= _SMALL * clues.body},
        {day for day, n in days.items() if n >= enough},
        clues.body,
    )


def _chapters(edges: Iterable[tuple[list[list[Segment]], ...]], clues: Clues) -> set[_Slot]:
    """Return the places where pages end in a small action line, each chapter in its own."""
    places: Counter[_Slot] = Counter()
    for _, feet in edges:
        runs = (run for row in feet[:1] for run in row if LINE_TITLE.match(run.text))
        small = (run for run in runs if run.style.size <= _SMALL * clues.body)
        places.update({slot for run in small for slot in _near(run)})
    return {slot for slot, n in places.items() if n >= _PAGES}


def _alike(run: Segment, *, is_small: bool) -> str:
    """Return the words that runs of one header have in common: no numbers, few where small."""
    words = _DIGITS.sub("#", fold(run.text)).strip("# ")
    return " ".join(words.split()[:_WORDS]) if is_small else words


def _near(run: Segment) -> Iterator[_Slot]:
    """Yield the two slots that a run may fall into, so that rounding parts no two of a kind."""
    at = run.base / (2 * _LEVEL)
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


def _sheet(
    runs: Sequence[Segment],
    edges: tuple[list[list[Segment]], ...],
    known: _Headers,
    *,
    short: bool,
) -> Sheet:
    taken = [
        [run for run in _margin(rows, known, short=short) if not is_value(run, runs)]
        for rows in edges
    ]
    margin = {id(run) for found in taken for run in found}
    return Sheet(
        head=tuple(taken[0]),
        body=tuple(run for run in runs if id(run) not in margin),
        foot=tuple(sorted(taken[1], key=lambda run: (run.base, run.x0))),
    )


def _margin(rows: list[list[Segment]], known: _Headers, *, short: bool) -> list[Segment]:
    """Return the runs of the rows from the edge inwards, up to the first that is no margin."""
    found: list[Segment] = []
    for row in rows:
        runs = [run for run in row if known.hold(run)]
        if short and not found and len(row) == 1 and PAGE_NUMBER.match(row[0].text):
            runs = row
        found += runs
        if len(runs) < len(row):
            break
    return found
