"""Fields beside their activities, read with another one: the row in which they stand tells."""

from itertools import pairwise

import pytest
from metroledger.extract.abreast import activities_in_order
from metroledger.extract.document import Box, Line
from metroledger.extract.layout import layouts
from metroledger.extract.markup import plain
from metroledger.extract.starts import Start, moved
from metroledger.extract.words import Text

LAYOUT = {layout.id: layout for layout in layouts()}["metropolis-2021"]
LEFT, RIGHT = 50, 300

Place = tuple[int, float, float, str]


def text(page: int, x: float, y: float, words: str) -> Text:
    starts = words[0].isdigit() or words in {"Members", "Outcomes"}
    line = Line(1, page, words, starts, box=Box(x, y, x + 150, y + 10))
    return Text.of(line, plain(line))


def activity(page: int, y: float, title: str) -> list[Place]:
    return [(page, LEFT, y, "1 November"), (page, LEFT, y + 12, title)]


def fields(page: int, y: float, name: str, x: float = RIGHT) -> list[Place]:
    return [(page, x, y, "Members"), (page, x, y + 12, name)]


ONE = [*activity(1, 50, "ONE"), *fields(1, 50, "Accra")]
TWO = [*activity(1, 150, "TWO"), *fields(1, 150, "Berlin")]
HIGHER = [*activity(1, 50, "ONE"), *fields(1, 48, "Accra")]
HIGHER += [*activity(1, 150, "TWO"), *fields(1, 148, "Berlin")]
OVERLEAF = [(2, RIGHT, 50.0, "Outcomes"), (2, RIGHT, 62.0, "L1A1D1")]
THREE = activity(2, 73, "THREE")
FOUR = activity(2, 110, "FOUR")
OWN = {"ONE": "Accra", "TWO": "Berlin", "THREE": "Cairo"}
LABELS = {"Members", "Outcomes"}


@pytest.mark.parametrize(
    ("printed", "rows"),
    [
        ([*ONE, *TWO, *THREE, *OVERLEAF, *fields(2, 73, "Cairo")], OWN | {"TWO": "Berlin L1A1D1"}),
        (
            [*ONE, *TWO, *THREE, *FOUR, *fields(2, 73, "Cairo"), *fields(2, 120, "Dakar")],
            OWN | {"FOUR": "Dakar"},
        ),
        (
            [*HIGHER[:4], *HIGHER[4:6], *THREE, (2, RIGHT, 71, "Quito"), *HIGHER[6:]],
            {"ONE": "Accra", "TWO": "Berlin", "THREE": "Quito"},
        ),
        (
            [*ONE[:2], *TWO[:2], *fields(1, 50, "Accra", 5), *fields(1, 150, "Berlin", 5)],
            {"ONE": "", "TWO": "Accra Berlin"},
        ),
        (
            [*activity(1, 50, "ONE"), *TWO, *activity(1, 250, "THREE"), *fields(1, 190, "Cairo")],
            {"ONE": "", "TWO": "Berlin", "THREE": "Cairo"},
        ),
        (
            [*ONE, *TWO, (2, RIGHT, 73, "1 November"), (2, RIGHT, 85, "THREE"), *OVERLEAF],
            {"TWO": "Berlin", "THREE": "L1A1D1"},
        ),
    ],
    ids=[
        "over a page's end",
        "rows",
        "a little higher",
        "lines run over",
        "one row is chance",
        "two columns",
    ],
)
def test_fields_beside_activities(printed, rows):
    ordered, anchors = activities_in_order([text(*each) for each in printed], LAYOUT)
    assert sorted(each.text for each in ordered) == sorted(words for *_, words in printed)
    ends = pairwise([*(anchor.start for anchor in anchors), len(ordered)])
    found = {
        anchor.title.text: " ".join(
            each.text for each in ordered[anchor.end : end] if each.text not in LABELS
        )
        for anchor, (_, end) in zip(anchors, ends, strict=True)
    }
    assert {title: found[title] for title in rows} == rows


def test_lines_that_move_leave_those_of_no_start_where_they_are():
    texts = [text(1, LEFT, 10 * n, f"line {n}") for n in range(6)]
    starts = [Start(0, 1, LEFT, 10, range(1, 3)), Start(2, 1, LEFT, 40, range(4, 6))]
    ordered = moved(texts, starts, {5: 0})
    assert [each.text for each in ordered] == [f"line {n}" for n in (0, 1, 2, 5, 3, 4)]
