"""Titles and dates in a column of their own: their lines come together again."""

import pytest
from metroledger.extract.document import Box, Line
from metroledger.extract.headcolumn import heads_in_order
from metroledger.extract.layout import layouts
from metroledger.extract.markup import plain
from metroledger.extract.words import Text

LAYOUT = {layout.id: layout for layout in layouts()}

Place = tuple[int, float, float, str]


def text(number: int, page: int, x: float, y: float, words: str) -> Text:
    """Return a line; capitals are large and bold."""
    large = words.isupper()
    box = Box(x, y, x + 60, y + (14 if large else 9))
    line = Line(number, page, words, True, box=box, size=12.0 if large else 8.0, bold=large)
    return Text.of(line, plain(line))


def order(style: str, printed: list[Place]) -> str:
    texts = [text(n, *each) for n, each in enumerate(printed, 1)]
    return " | ".join(each.text for each in heads_in_order(texts, LAYOUT[style]))


DATED = [(1, 50, 40, "3 July"), (1, 50, 52, "ONE"), (1, 150, 40, "Rabat")]
TITLED = [(1, 50, 40, "ONE"), (1, 50, 56, "3 July"), (1, 150, 40, "Rabat")]
PROSE = [(1, 150, 52, "prose"), (1, 150, 64, "prose")]
REST = [(1, 50, 700, "TWO"), (1, 150, 700, "Quito")]


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        (
            [*DATED, (1, 50, 80, "4 July"), *REST, (2, 50, 40, "THREE"), (2, 150, 40, "Lima")],
            "3 July | ONE | Rabat | 4 July | TWO | THREE | Quito | Lima",
        ),
        (
            [*DATED, (1, 50, 80, "4 July"), *REST, (2, 50, 40, "5 July"), (2, 50, 52, "THREE")],
            "3 July | ONE | Rabat | 4 July | TWO | Quito | 5 July | THREE",
        ),
        (
            [*DATED, (1, 50, 700, "4 July"), REST[1], (2, 50, 40, "TWO"), (2, 150, 40, "Lima")],
            "3 July | ONE | Rabat | 4 July | TWO | Quito | Lima",
        ),
        (
            [*DATED, *PROSE, (1, 50, 700, "Prose"), REST[1], (2, 50, 40, "TWO")],
            "3 July | ONE | Rabat | prose | prose | Prose | Quito | TWO",
        ),
        (
            [*DATED, (1, 50, 80, "4 July"), *REST, (1, 150, 720, "MORE"), (2, 50, 40, "THREE")],
            "3 July | ONE | Rabat | 4 July | TWO | Quito | MORE | THREE",
        ),
        (
            [*DATED, *PROSE, (1, 50, 68, "TWO"), (1, 150, 80, "Quito")],
            "3 July | ONE | TWO | Rabat | prose | prose | Quito",
        ),
        (
            [*DATED, *PROSE, (1, 50, 84, "TWO"), (1, 150, 90, "Quito")],
            "3 July | ONE | Rabat | prose | prose | TWO | Quito",
        ),
    ],
    ids=[
        "rest of a title",
        "next date",
        "whole title",
        "prose at the foot",
        "titles in two columns",
        "reaches over",
        "far below",
    ],
)
def test_titles_under_their_dates(printed, found):
    assert order("metropolis-2021", printed) == found


@pytest.mark.parametrize(
    ("overleaf", "found"),
    [
        ([(2, 50, 40, "4 July")], "TWO | 4 July | Quito | Lima"),
        ([(2, 50, 40, "THREE"), (2, 50, 56, "4 July")], "TWO | THREE | 4 July | Quito | Lima"),
        ([(2, 50, 40, "THREE")], "TWO | Quito | THREE | Lima"),
        ([(2, 50, 40, "Prose of it")], "TWO | Quito | Prose of it | Lima"),
    ],
    ids=["date", "rest and date", "no date", "prose"],
)
def test_titles_over_their_dates(overleaf, found):
    printed = [*TITLED, *PROSE, *REST, *overleaf, (2, 150, 40, "Lima")]
    over = "ONE | 3 July | Rabat | prose | prose | "
    assert order("metropolis-2020", printed) == over + found
